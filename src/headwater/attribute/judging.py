"""Kind, polarity and certainty of an attribution, from the marks around its content and the words of its cue."""

import re
from bisect import bisect_right
from collections.abc import Sequence

from headwater.attribute.candidates import Candidate, covered
from headwater.attribute.conventions import CONVENTIONS, Convention
from headwater.attribute.cues import ALLEGED, CLAIMS, DENYING, HEDGED, NEGATIONS, NOBODY, REFUSING, UNTRUE
from headwater.marks import Quoted
from headwater.records import AttributionKind, Certainty, Polarity, Span

DIRECT = 0.9  # share of the content's letters in marks; the rest is a "that" or a comma
MIXED = 0.0  # any more than this is mixed
CUE_REACH = 40  # characters before the cue in which "did not" or "declined to" may stand
LEAD = 2  # words before a cue that may deny: "denied | claiming that"
LONGEST_APPOSITION = 300  # characters between a source and its cue
_REJECTING = frozenset({"reject", "rejects", "rejected", "rejecting"})
_RELATIVE = re.compile(r"\A[\s,]*+(?:who|whom|whose|which)\b[^,]*,", re.IGNORECASE)
_PARTICIPLE = re.compile(r"\b[a-z]{2,12}ing\Z")
_BRACKETS = re.compile(r"\([^()]{0,40}\)")  # (not her real name)
_ASKS = re.compile(r"(?:\A|(?<=[.!?:;“\"]\s)|(?<=[\n“\"]))(?:Will|Would|Can|Could|Did|Does|Do|Should)\s\Z")
_WORD = re.compile(r"[^\W\d_](?:[^\W_]|['’-](?=\w))*")


def in_marks(spans: Sequence[Span], quoted: Sequence[Quoted]) -> int:
    """Return how many characters of ``spans`` stand inside the given quotations, which do not overlap."""
    total = 0
    for span in spans:
        at = max(0, bisect_right(quoted, span.start, key=lambda q: q.outer.start) - 1)
        while at < len(quoted) and quoted[at].outer.start < span.end:
            q = quoted[at]
            at += 1
            total += max(0, min(span.end, q.outer.end) - max(span.start, q.outer.start))
    return total


def kind(content: tuple[Span, ...], quoted: Sequence[Quoted], *, set_off: bool) -> AttributionKind:
    """Return how much of the content is verbatim; ``set_off`` for a block quotation without marks."""
    share = 1.0 if set_off else in_marks(content, quoted) / max(1, covered(content))
    if share >= DIRECT:
        return "direct"
    return "mixed" if share > MIXED else "indirect"


def _cue_words(text: str, candidate: Candidate) -> list[str]:
    """Return the words of the cue and of what stands right before it, up to the source or a stop."""
    found: list[str] = []
    for cue in candidate.cue:
        start = max(0, cue.start - CUE_REACH)
        for other in (*candidate.source, *candidate.content):
            if start < other.end <= cue.start:
                start = other.end
        lead = re.split(r"[.;:!?“”\"]", _BRACKETS.sub(" ", text[start : cue.start]))[-1]
        goes_on = _PARTICIPLE.search(text, cue.start, cue.end) is not None
        if goes_on or _RELATIVE.match(lead) or _is_apposition(text, candidate, cue):
            lead = lead.rpartition(",")[2]  # who asked not to be named, said; declined to go, saying
        found.extend(m[0].lower().replace("’", "'") for m in _WORD.finditer(lead + text[cue.start : cue.end]))
    return found


def _is_apposition(text: str, candidate: Candidate, cue: Span) -> bool:
    """Whether commas set off what stands between source and cue: “, speaking since he was not allowed to, said”."""
    ends = [s.end for s in candidate.source if s.end <= cue.start <= s.end + LONGEST_APPOSITION]
    between = text[max(ends) : cue.start] if ends else ""
    return between.startswith(",") and between.count(",") > 1


def polarity(text: str, candidate: Candidate, language: str = "en") -> Polarity:
    """Return whether the content is said, denied, or expressly not said."""
    convention = CONVENTIONS.get(language)
    if convention is not None:
        return _foreign_polarity(text, candidate, convention)
    spoken = _cue_words(text, candidate)
    source = [
        m[0].lower()
        for span in candidate.source
        for m in _WORD.finditer(text[span.start : min(span.end, span.start + 40)])
    ]
    negated = any(w in NEGATIONS or w.endswith("n't") for w in spoken) or any(w in REFUSING for w in spoken)
    negated = negated or "yet to" in " ".join(spoken) or _is_asked(text, candidate)
    negated = negated or (source[:1] != [] and (source[0] in NOBODY or (source[0] == "no" and len(source) > 1)))
    if _denies(text, candidate) or (len(candidate.cue) > 1 and any(w in UNTRUE for w in spoken)):
        return "not_said" if negated else "denied"
    return "not_said" if negated else "said"


def _denies(text: str, candidate: Candidate) -> bool:
    """Whether the cue, or a verb right before it, denies what is said; who rejects a bill or an offer denies nothing.

    “Quill rejected the plan, saying that it leaks” says that it leaks.
    """
    told = [m[0].lower() for cue in candidate.cue for m in _WORD.finditer(text, cue.start, cue.end)]
    lead = [] if candidate.source == () else _lead(text, candidate)
    denying = [word for word in (*lead, *told) if word in DENYING]
    if "no" in told:  # "there is no disputing that"
        return False
    if not denying or not all(word in _REJECTING for word in denying):
        return bool(denying)
    held = candidate.content[0]
    opening = [m[0].lower() for m in _WORD.finditer(text, held.start, min(held.end, held.start + CUE_REACH))]
    clause = opening[:1] == ["that"] and len(opening) > 2  # not "that request"
    return clause or not CLAIMS.isdisjoint((*told, *opening))


def _lead(text: str, candidate: Candidate) -> list[str]:
    """Return the last words before the cue that no comma parts from it."""
    first = candidate.cue[0].start if candidate.cue else candidate.start
    start = max([first - CUE_REACH, 0, *(s.end for s in candidate.source if s.end <= first)])
    between = re.split(r"[,.;:!?“”\"—–]", text[start:first])[-1]
    return [m[0].lower() for m in _WORD.finditer(between)][-LEAD:]


def _is_asked(text: str, candidate: Candidate) -> bool:
    """Whether it is asked if somebody says it: “Will the Minister say whether …”."""
    if not candidate.source or not candidate.cue or candidate.cue[0].start < candidate.source[0].end:
        return False
    start = candidate.source[0].start
    return _ASKS.search(text, max(0, start - 12), start) is not None


def _foreign_polarity(text: str, candidate: Candidate, convention: Convention) -> Polarity:
    """Return the polarity by the words of a language's table. The negation may also follow the verb (sagte nicht)."""
    spoken = _cue_words(text, candidate)
    after = candidate.cue[-1].end if candidate.cue else candidate.start
    if after < candidate.content[0].start <= after + CUE_REACH:
        spoken += [m[0].lower() for m in _WORD.finditer(text, after, candidate.content[0].start)]
    spoken += [m[0].lower() for span in candidate.source for m in _WORD.finditer(text, span.start, span.end)][:1]
    negated = any(w.replace("’", "'") in convention.negations for w in spoken)
    if any(w in convention.denies for w in spoken):
        return "not_said" if negated else "denied"
    return "not_said" if negated else "said"


def certainty(text: str, candidate: Candidate) -> Certainty:
    """Return how sure the cue makes it."""
    spoken = _cue_words(text, candidate)
    if any(w in ALLEGED for w in spoken) or (not candidate.source and spoken[-1:] == ["said"] and "is" in spoken):
        return "alleged"
    return "hedged" if any(w in HEDGED for w in spoken) else "stated"
