"""The model's attributions and the rules' made one: marks correct the model, rules complete it.

Measured on PolNeAR development (84 articles). With model 1.0decea32 linked source and content are 77.6 and content
fragments 66.6 by the model alone, 77.9 and 69.2 with the rules, of which nesting, that PolNeAR marks nowhere, costs
0.4 and the need for a word of telling (``UNTOLD``) brings as much. Single steps, with model 1.fbe40083:

- Where both stand at one cue, the rules in ``BETTER`` give cue and content (27 better : 16 worse for quotations before
  their cue, 8 : 5 after it, 7 : 5 for according to), and the source too where they are not in ``ONLY_CONTENT``.
- A model's attribution with no source, or an article for one, takes the rule's, where a rule at its cue has one (+0.1).
- A content that starts or ends inside quotation marks whose cue stands outside is drawn out to the marks: what is
  quoted is said as a whole (content fragments +0.9 with the first model).
- Predictions below ``LEAST`` are left out (with the first model linked source and content +7), and in a text that
  does not report, those below ``register.LEAST`` that are neither quotations nor clauses.
- What two predictions both claim (nearly the same content and cue) is kept once, the surer one.
- Rules in ``TRUSTED`` add what the model lacks; inside another's content so do clauses said with a "that", since
  nobody marked those in the model's training texts.
"""

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import replace

from headwater.attribute import register
from headwater.attribute.candidates import Candidate, Near, alike, covered, shared
from headwater.attribute.cues import (
    ADVERBS,
    AUXILIARIES,
    DOING,
    NO_CONTENT,
    NO_SAYING,
    SAYING_FORMS,
    SHOWING_FORMS,
    TELLING,
)
from headwater.attribute.judging import kind
from headwater.marks import Quoted
from headwater.models.attribution.model import Prediction
from headwater.records import Span

SAME = 0.5  # F1 over characters from which two contents are one; the scorer's own border
TWICE = 0.8  # from which two predictions with one cue are one
DRAWN = 0.5  # share of a quotation that a content must cover to be drawn out to its marks
PARAGRAPH = 5_000  # characters in which the start of the cue's paragraph is looked for
ADDRESSED = 25  # characters between a cue and its "that": room for whom it is said to
LEAST = 0.3  # calibrated score; the best F1 keeps what is likelier than half of itself (Lipton et al. 2014), F is 0.7
UNTOLD = 0.5  # score from which a cue needs no word of telling
_FRAGMENTS = frozenset({"the", "a", "an", "and", "of", "or"})  # all that is left of some sources
_BESIDE_VERBS = AUXILIARIES | ADVERBS
_POINTS = "“”\".,:;'’()"
BETTER = frozenset(
    {
        "quotation before cue", "quotation after cue", "according to", "block quotation", "transcript", "signature",
        "signed post",
    }
)  # fmt: skip
SET_OFF = frozenset({"block quotation", "transcript", "signed post"})  # whole paragraphs, with the sayings in them
ONLY_CONTENT = frozenset({"quotation before cue", "quotation after cue"})  # the model knows the source better
TRUSTED = BETTER | {"headline", "cited as saying", "passive without source", "adverb without source"}
_CLAUSE = re.compile(r"(?:that|whether)\b", re.IGNORECASE)
_REFERS = re.compile(r"\b(?:to|of|about)\Z")
_IS = re.compile(r"(?:is|are|was|were)\b")  # what Quill referred to | was the wall
_SO = re.compile(
    r"so (?:after|before|in|on|at|since|again|repeatedly|publicly|many|every|for)\b"
)  # has said so since May
_CONNECTIVE = re.compile(r"that(?: being)? said\b", re.IGNORECASE)


def reconcile(
    text: str,
    quoted: Sequence[Quoted],
    predictions: Sequence[Prediction],
    outside: Sequence[Candidate],
    inside: Sequence[Candidate],
) -> list[Candidate]:
    """Return what stands after both have spoken; ``inside`` are the rules' findings within quotations."""
    outermost = [q for q in quoted if q.level == 0]
    model = _once([_from(text, p, outermost) for p in predictions if p.content and p.score >= LEAST])
    model = [candidate for candidate in model if _says_something(text, candidate)]
    model = [c for c in model if not _only_does(text, c, outermost)]
    least = UNTOLD if register.reports(text, quoted) else register.LEAST
    model = [c for c in model if c.score >= least or _is_speech(text, c, outermost, told=least == UNTOLD)]
    found = _decided(text, model, [*outside, *inside])
    signed = [rule for rule in outside if rule.rule == "signature"]
    found = [c for c in found if c.source or not any(alike(s.content, c.content) >= TWICE for s in signed)]
    found.extend(_missed(found, outside, TRUSTED))
    near = Near(found)
    within = [c for c in outside if c.rule == "clause after cue" and _is_within(c, near)]
    found.extend(_lacking(found, [c for c in (*within, *inside) if _is_plain(text, c)]))
    return found


def _is_speech(text: str, candidate: Candidate, outermost: Sequence[Quoted], *, told: bool) -> bool:
    """Whether an uncertain prediction is a quotation or a clause, as speech and thought are in any text.

    Where the text reports (``told``), a word of telling or judging in its cue, or a colon, is enough.
    """
    words = [word.strip(_POINTS) for cue in candidate.cue for word in cue.of(text).lower().split()]
    if (told and not (TELLING | {""}).isdisjoint(words)) or register.is_clause(text, candidate.content):
        return True
    return kind(candidate.content, outermost, set_off=False) != "indirect"


def _only_does(text: str, candidate: Candidate, outermost: Sequence[Quoted]) -> bool:
    """Whether a cue is one verb of doing with a plain noun behind it: “the council introduced a bill”."""
    words = [word.strip(_POINTS) for cue in candidate.cue for word in cue.of(text).lower().split()]
    plain = [word for word in words if word not in _BESIDE_VERBS and not word.endswith("ly")]
    if len(plain) != 1 or plain[0] not in DOING or register.is_clause(text, candidate.content):
        return False
    return candidate.source != () and kind(candidate.content, outermost, set_off=False) == "indirect"


def _is_within(candidate: Candidate, near: Near) -> bool:
    """Whether an attribution stands inside the content of another."""
    return any(
        held.start <= candidate.start and candidate.end <= held.end and not shared(candidate.cue, c.cue)
        for c in near.to(candidate)
        for held in c.content
    )


def _lacking(found: Sequence[Candidate], rules: Sequence[Candidate]) -> list[Candidate]:
    """Return the inner attributions whose cue nothing in ``found`` has; their contents are parts of the outer ones."""
    inner = TRUSTED | {"clause after cue"}
    near = Near(found)
    return [rule for rule in rules if rule.rule in inner and not any(shared(rule.cue, c.cue) for c in near.to(rule))]


def _is_plain(text: str, candidate: Candidate) -> bool:
    """Whether an attribution inside a quotation is beyond doubt: in marks itself, or said with a "that"."""
    if candidate.rule != "clause after cue":
        return True
    cue = candidate.cue[-1].of(text).lower().split()[-1]
    if candidate.content[0].start - candidate.cue[-1].end > ADDRESSED:
        return False  # warned of the danger that awaits them
    return bool(_CLAUSE.match(text, candidate.content[0].start)) and cue in SAYING_FORMS | SHOWING_FORMS


def _from(text: str, prediction: Prediction, outermost: Sequence[Quoted]) -> Candidate:
    prediction = replace(prediction, content=_in_reach(text, prediction))
    return Candidate(
        _whole_words(text, prediction.source),
        _whole_words(text, prediction.cue),
        _drawn(_whole_words(text, prediction.content), prediction, outermost),
        "model",
        "The trained model finds this source, cue and content.",
        prediction.score,
    )


def _in_reach(text: str, prediction: Prediction) -> tuple[Span, ...]:
    """Return the content without what stands in an earlier paragraph, where there is some in the cue's own."""
    if not prediction.cue:
        return prediction.content
    cue = prediction.cue[0].start
    border = text.rfind("\n", max(0, cue - PARAGRAPH), cue)
    near = tuple(span for span in prediction.content if span.start >= border)
    return near or prediction.content


def _whole_words(text: str, spans: Sequence[Span]) -> tuple[Span, ...]:
    """Return the spans without half words at their ends: of letters, of parts joined by hyphens, of "U.S."."""
    whole = []
    for span in spans:
        start, end = span.start, span.end
        while start > 1 and _is_inside(text, start - 1):
            start -= 2
        while end + 1 < len(text) and (_is_inside(text, end) or _is_inside(text, end - 1)):
            end += 2 if _is_inside(text, end) else 1
        while start > 0 and text[start].isalnum() and text[start - 1].isalnum():
            start -= 1
        while end < len(text) and text[end].isalnum() and (text[end - 1].isalnum() or text[end - 1] in "’'"):
            end += 1
        whole.append(Span(start, end))
    return _merged(whole)


def _is_inside(text: str, at: int) -> bool:
    """Whether the hyphen at ``at`` joins two parts of a word, or the full stop there two letters of an acronym."""
    before, after = text[at - 1], text[at + 1]
    if text[at] == "-":
        return before.isalnum() and after.isalnum()
    return text[at] == "." and before.isupper() and after.isupper()


def _drawn(content: Sequence[Span], prediction: Prediction, outermost: Sequence[Quoted]) -> tuple[Span, ...]:
    """Return the content with its ends moved out to the quotation marks that they fall inside."""
    drawn: list[Span] = []
    for span in content:
        start, end = span.start, span.end
        at = bisect_right(outermost, start, key=lambda q: q.outer.end)
        while at < len(outermost) and outermost[at].outer.start < end:
            q = outermost[at]
            at += 1
            inside = min(end, q.inner.end) - max(start, q.inner.start)
            opens = (
                q.outer.start <= start <= q.inner.start + 1 or end == q.inner.start
            )  # starts with the marks, or in one
            if (inside < DRAWN * (q.inner.end - q.inner.start) and not opens) or _holds_cue(q, prediction):
                continue
            start, end = min(start, q.outer.start), max(end, q.outer.end)
        drawn.append(Span(start, end))
    return _merged(drawn)


def _holds_cue(quoted: Quoted, prediction: Prediction) -> bool:
    return any(quoted.inner.start <= cue.start < quoted.inner.end for cue in (*prediction.cue, *prediction.source))


def _merged(spans: Sequence[Span]) -> tuple[Span, ...]:
    merged: list[Span] = []
    for span in sorted(spans):
        if merged and span.start <= merged[-1].end:
            merged[-1] = Span(merged[-1].start, max(merged[-1].end, span.end))
        else:
            merged.append(span)
    return tuple(merged)


def _once(candidates: Sequence[Candidate]) -> list[Candidate]:
    """Return the candidates without those that say again what a surer one with the same cue says."""
    ordered = sorted(candidates, key=lambda c: (-c.score, c.start, c.end, c.content, c.cue, c.source))
    rank = {id(candidate): at for at, candidate in enumerate(ordered)}
    near = Near(ordered)
    dropped: set[int] = set()
    for at, candidate in enumerate(ordered):
        for other in near.to(candidate):
            surer = rank[id(other)]
            if (
                surer < at
                and surer not in dropped
                and shared(other.cue, candidate.cue)
                and alike(other.content, candidate.content) >= TWICE
            ):
                dropped.add(at)
                break
    return [candidate for at, candidate in enumerate(ordered) if at not in dropped]


def _says_something(text: str, candidate: Candidate) -> bool:
    """Whether a prediction has a content of its own ("They agreed", "That said," and "said so" have none)."""
    first = min(span.start for span in (*candidate.source, *candidate.cue, *candidate.content))
    if _CONNECTIVE.match(text, first) or shared(candidate.content, candidate.cue):
        return False
    words = " ".join(span.of(text) for span in candidate.content).strip(' .,;“”"').lower()
    if any(cue.of(text).lower() in NO_SAYING for cue in candidate.cue):
        return False
    if candidate.cue and _REFERS.search(candidate.cue[-1].of(text)) and _IS.match(words):
        return False
    return words not in NO_CONTENT and not _SO.match(words)


def _decided(text: str, model: Sequence[Candidate], rules: Sequence[Candidate]) -> list[Candidate]:
    """Return the model's candidates, each in the words of the rule at the same cue where that is the better one."""
    found: list[Candidate] = []
    seen: set[Candidate] = set()
    near = Near(rules)
    for candidate in model:
        rule = _at_the_same_cue(candidate, near)
        if rule is not None and rule.rule in BETTER and not (candidate.source and not rule.source):
            known = candidate.source and rule.rule in ONLY_CONTENT and not _is_another(text, candidate, rule)
            source = candidate.source if known else rule.source
            candidate = replace(rule, source=source)
        elif rule is not None and rule.source and _FRAGMENTS.issuperset(_words(text, candidate.source)):
            candidate = replace(candidate, source=rule.source)
        elif rule is not None and (_is_parted(rule, candidate) or _is_piece(text, rule, candidate)):
            candidate = replace(candidate, content=rule.content)
        if candidate not in seen:
            seen.add(candidate)
            found.append(candidate)
    return found


def _is_another(text: str, candidate: Candidate, rule: Candidate) -> bool:
    """Whether the model takes one for the source who stands before the name that the cue follows.

    “Quill called it dead, and *Kit Oduya, R-Vail,* said, “It leans.””
    """
    if not rule.source or not rule.source[0].of(text)[0].isupper() or candidate.source[-1].end >= rule.source[0].start:
        return False
    gap = text[rule.source[-1].end : rule.cue[0].start]
    return gap in {" ", ", "} and " and " in text[candidate.source[-1].end : rule.source[0].start]


def _words(text: str, spans: Sequence[Span]) -> list[str]:
    return [word for span in spans for word in span.of(text).lower().split()]


def _is_parted(rule: Candidate, candidate: Candidate) -> bool:
    """Whether the rule sees a clause go on after its cue ("It, she said, leaned") of which the model has a part."""
    parted = rule.rule == "clause before cue" and len(rule.content) == 2
    return parted and shared(rule.content, candidate.content) == covered(candidate.content)


def _is_piece(text: str, rule: Candidate, candidate: Candidate) -> bool:
    """Whether the model has a piece or the end of the clause that the cue closes: “Quill, *a baker*, left, Oduya said”,
    “Norda *sells in ten states*, she said”."""
    if rule.rule != "clause before cue" or len(rule.content) != 1 or len(candidate.content) != 1:
        return False
    whole, piece = rule.content[0], candidate.content[0]
    opens_in_time = text[max(0, whole.start - 1) : whole.start] == ":"  # the clause was cut at "9:30 a.m."
    quotes = any(mark in text[whole.start : piece.start] for mark in '“”"')
    ends = whole.start < piece.start and abs(piece.end - whole.end) <= len(" ,")
    tail = ends and not opens_in_time and not quotes
    return tail or (whole.start < piece.start and piece.end < whole.end and 4 * covered((piece,)) < covered((whole,)))


def _at_the_same_cue(candidate: Candidate, near: Near) -> Candidate | None:
    """Return the rule whose cue overlaps and whose content agrees most, None where none does."""
    same = [
        rule
        for rule in near.to(candidate)
        if shared(rule.cue, candidate.cue)
        and (
            shared(rule.content, candidate.content) or rule.rule == "according to"
        )  # it has one content, here or there
    ]
    return max(same, key=lambda rule: (shared(rule.content, candidate.content), -rule.start), default=None)


def _missed(found: Sequence[Candidate], rules: Sequence[Candidate], trusted: frozenset[str]) -> list[Candidate]:
    """Return the trusted rules' attributions whose content and cue nothing in ``found`` has."""
    near = Near(found)
    return [rule for rule in rules if rule.rule in trusted and not any(_is_known(rule, c) for c in near.to(rule))]


def _is_known(rule: Candidate, other: Candidate) -> bool:
    """Whether ``other`` has the rule's cue, or its content without holding its cue as an outer attribution does."""
    if shared(rule.cue, other.cue):
        return True
    if rule.rule in SET_OFF and shared(other.cue, rule.content):
        return False  # a saying within the turn
    return alike(rule.content, other.content) >= SAME and not shared(rule.cue, other.content)
