"""Sayings that another saying passes on: in its words ("the Ledger reported that Ruiz had said …"), "cited as saying",
"quoted by" and "citing".

The rules of ``english`` are asked again inside each content, so that no clause runs past its end. Whoever is cited for
what somebody says ("the wire said the road was shut, citing the ministry") is the inner source of the same words; only
a name, or a noun that can say something ("officials", "a report"), is one: a reason that is cited is none.
Limits: one sentence at a time; "citing" beside words in marks is left alone, since the marks are not the cited one's.
"""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import replace

from headwater.attribute import english
from headwater.attribute.candidates import Candidate, Near, shared
from headwater.attribute.clauses import clause_end, low_at, span_of
from headwater.attribute.cues import CITED, PREPOSITIONS, PRONOUNS, SAYING_FORMS, TIME_WORDS
from headwater.attribute.frames import Frame, Token
from headwater.attribute.subjects import noun_phrase_before
from headwater.records import Span
from headwater.verbs import forms

CITING = "citing"  # the rule whose inner attribution has the content of the outer one
SCORE = 0.8
LONGEST = 25  # tokens of a cited source
_INSIDE = frozenset({"clause after cue", "clause before cue", "according to", "calling"})
_PARTICIPLES = frozenset({"citing", "quoting"})
_VERBS = frozenset({"cited", "cites", "cite", "quoted", "quotes", "quote", "citing", "quoting"})
SHORTEST = 3  # words of what is said within another's words
_PLAIN = frozenset(forms("say") + forms("tell"))  # a clause may follow without "that"
_OPENS = frozenset({"that", "whether", "to"})
_MAYBE = frozenset({"would", "could", "may", "might", "should", "can", "will", "must", "never"})
_SELF = frozenset({"i", "we", "it", "there", "this", "that", "you"})
_BREAKS = frozenset(",.;:!?—–()…") | {"that", "which", "who", "whose"}
_LINKING = frozenset({"of", "the", "and", "de", "al", "for", "'s"})
_SAYING = frozenset(form for form in SAYING_FORMS if form.endswith("ing"))


def relayed(
    text: str, frames: Sequence[Frame], found: Sequence[Candidate], rules: Sequence[Candidate]
) -> list[Candidate]:
    """Return ``found`` with the sayings that they pass on.

    ``frames`` are those outside quotation marks; ``rules`` what the rules find there, for what ``found`` lacks.
    """
    near, by_rule = Near(found), Near(rules)
    kept = dict.fromkeys(found)  # an ordered set
    for frame in frames:
        before = [c for c in near.between(frame.start, frame.end) if c in kept]
        after = _passed_on(frame, before, list(by_rule.between(frame.start, frame.end)))
        for gone in set(before).difference(after):
            del kept[gone]
        kept |= dict.fromkeys(after)
    kept = dict.fromkeys(_with_closing(list(kept), rules))
    ordered = sorted(frames, key=lambda frame: frame.start)
    starts = [frame.start for frame in ordered]
    told = [c for c in kept if c.source and c.cue and c.rule != CITING]
    places = [(bisect_right(starts, span.start) - 1, span) for c in told for span in c.content]
    inner = [c for at, span in places if at >= 0 for c in _within(text, ordered[at], span)]
    return _with_inner(list(kept), inner)


def _with_closing(found: list[Candidate], rules: Sequence[Candidate]) -> list[Candidate]:
    """Return ``found`` with the sayings that were taken for the end of a content: "…, the Monitor found"."""
    near = Near(found)
    changed: dict[Candidate, Candidate] = {}
    added = []
    for rule in rules:
        if rule.rule != "clause before cue" or len(rule.content) != 1:
            continue
        told = Span(rule.source[0].start, max(rule.source[0].end, rule.cue[0].end))
        last = rule.content[0]
        held = [
            c for c in near.to(rule) if c.content[-1].start <= last.end < told.start and told.end <= c.content[-1].end
        ]
        if not held or any(shared(rule.cue, c.cue) for c in near.to(rule)) or held[0].content[-1].end - told.end > 2:
            continue
        for c in held:
            changed[c] = replace(c, content=(*c.content[:-1], Span(c.content[-1].start, last.end)))
        added.append(rule)
    return [*(changed.get(c, c) for c in found), *added]


def _passed_on(frame: Frame, found: list[Candidate], rules: Sequence[Candidate]) -> list[Candidate]:
    """Return the sayings of a sentence with those that "citing", "quoted by" and "as saying" show."""
    tokens = frame.tokens
    for i, token in enumerate(tokens):
        if token.low in _PARTICIPLES or (token.low in {"cited", "quoted"} and low_at(tokens, i - 1) == "which"):
            found = _with_cited(tokens, i, found, rules)
        elif token.low == "as" and low_at(tokens, i + 1) in _SAYING and (inner := _as_saying(tokens, i)) is not None:
            found = _with_inner(found, [inner])
        elif token.low == "by" and low_at(tokens, i - 1) in {"cited", "quoted"}:
            found = _with_outer(tokens, i, found)
    return found


def _with_inner(found: list[Candidate], inner: Sequence[Candidate]) -> list[Candidate]:
    """Return ``found`` with the inner sayings whose cue nothing in it has."""
    near = Near(found)
    return [*found, *(c for c in dict.fromkeys(inner) if not any(shared(c.cue, o.cue) for o in near.to(c)))]


def _within(text: str, frame: Frame, content: Span) -> list[Candidate]:
    """Return the sayings in a content, each with a source of its own."""
    tokens = tuple(t for t in frame.tokens if content.start <= t.start and t.end <= content.end)
    if tokens and tokens[0].low in {"that", "whether"}:
        tokens = tokens[1:]
    if len(tokens) < 4:
        return []
    inner = english.find(text, replace(frame, tokens=tokens, start=tokens[0].start, end=tokens[-1].end))
    return [c for c in inner if c.rule in _INSIDE and c.source and _is_telling(text, c)]


def _is_telling(text: str, candidate: Candidate) -> bool:
    """Whether a saying within another's words is beyond doubt: it was said, not only might be, and a clause follows."""
    cue = candidate.cue[-1].of(text).lower().split()
    who = candidate.source[0].of(text).lower()
    words = [word for span in candidate.content for word in span.of(text).split()]
    if who in _SELF or len(words) < SHORTEST or _MAYBE & set(cue):
        return False
    plain = candidate.rule != "clause after cue" or cue[-1] in _PLAIN
    return candidate.rule == "according to" or (cue[-1] in SAYING_FORMS and (plain or words[0].lower() in _OPENS))


# "State radio cited an officer as saying …"; "the officer was quoted (by state radio) as saying …"


def _as_saying(tokens: Sequence[Token], i: int) -> Candidate | None:
    """Return who is cited, with the clause behind "as saying"."""
    verb = next((k for k in range(i - 1, max(-1, i - LONGEST), -1) if tokens[k].low in _VERBS), None)
    if verb is None:
        return None
    if low_at(tokens, i + 2) == "by":
        return None  # was quoted as saying by the radio
    after = clause_end(tokens, i + 2)
    content = span_of(tokens, i + 2, after)
    who = _quoted_by_verb(tokens, verb, i)
    if who is None or not content:
        return None
    cue = Span(tokens[i].start, tokens[i + 1].end)
    return Candidate((who,), (cue,), content, "cited as saying", "The words stand with “as saying”.", SCORE)


def _quoted_by_verb(tokens: Sequence[Token], verb: int, i: int) -> Span | None:
    """Return who is quoted: the object of the verb, or its subject in the passive."""
    if low_at(tokens, verb - 1) in {"was", "were", "is", "are", "been", "being"}:
        last = verb - 2
        while last >= 0 and tokens[last].low in {"has", "have", "had", "also", "been"}:
            last -= 1
        first = noun_phrase_before(tokens, last) if last >= 0 else None
        return Span(tokens[first].start, tokens[last].end) if first is not None else None
    if i <= verb + 1 or not all(t.is_word or t.low in {",", "(", ")"} for t in tokens[verb + 1 : i]):
        return None
    last = i - 1 if tokens[i - 1].is_word else i - 2
    return Span(tokens[verb + 1].start, tokens[last].end) if last > verb else None


# "…, citing the ministry"; "Police, quoted by state radio, said …"


def _with_cited(tokens: Sequence[Token], i: int, found: list[Candidate], rules: Sequence[Candidate]) -> list[Candidate]:
    """Return ``found`` with the cited body as the inner source of what is said beside "citing"."""
    after = _cited_end(tokens, i + 1)
    if after is None:
        return found
    phrase = Span(tokens[i].start, tokens[after - 1].end)
    taken = [c for c in found if any(cue.start < phrase.end and phrase.start < cue.end for cue in c.cue)]
    told = any(phrase.start < s.start < phrase.end for c in taken for s in c.source)  # the model takes it for a source
    if not (told or tokens[i].low == "quoting" or _can_say(tokens, i + 1, after)):
        return found
    rest = [c for c in found if c not in taken]
    outer = _beside(tokens, phrase, rest)
    if outer is None and (outer := _beside(tokens, phrase, rules)) is not None:
        rest.append(outer)
    if outer is None:
        return found
    before = _before(tokens, i)
    kept = (s if s.end <= phrase.start or phrase.end <= s.start else Span(s.start, before) for s in outer.content)
    content = tuple(span for span in kept if span.start < span.end)
    if not content or any(t.is_quotation for t in tokens if any(s.start <= t.start < s.end for s in content)):
        return found
    who, cue = Span(tokens[i + 1].start, phrase.end), Span(tokens[i].start, tokens[i].end)
    inner = Candidate((who,), (cue,), content, CITING, "It is cited for what the sentence says.", SCORE)
    source = tuple(Span(s.start, min(s.end, before)) for s in outer.source if s.start < phrase.start)
    trimmed = replace(outer, content=content, source=source or outer.source)
    return [*(trimmed if c is outer else c for c in rest), inner]


def _beside(tokens: Sequence[Token], phrase: Span, found: Sequence[Candidate]) -> Candidate | None:
    """Return the saying of the sentence whose cue stands nearest to a phrase, None where there is none."""
    first, last = tokens[0].start, tokens[-1].end
    said = [
        c
        for c in found
        if c.source
        and c.cue
        and first <= c.cue[0].start < last
        and c.content[-1].end <= last
        and not any(cue.start < phrase.end and phrase.start < cue.end for cue in c.cue)
    ]
    return min(said, key=lambda c: (abs(c.cue[0].start - phrase.start), c.start, c.end), default=None)


def _before(tokens: Sequence[Token], i: int) -> int:
    """Return where the word before the participle ends, its comma left out."""
    at = i - 1
    while at > 0 and not tokens[at].is_word and tokens[at].low != ")":
        at -= 1
    return tokens[max(at, 0)].end


def _cited_end(tokens: Sequence[Token], at: int) -> int | None:
    """Return the token after the noun phrase that is cited; None where there is none, or words in marks follow."""
    k = at
    while k < len(tokens) and k - at < LONGEST and tokens[k].low not in _BREAKS and not tokens[k].is_quotation:
        k += 1
    if k == at or k - at >= LONGEST or (k < len(tokens) and (tokens[k].is_quotation or tokens[k].low == ":")):
        return None
    return k


def _can_say(tokens: Sequence[Token], at: int, after: int) -> bool:
    """Whether a noun phrase names a body, or its noun is one that can say something."""
    end = next((k for k in range(at + 1, after) if tokens[k].low in PREPOSITIONS), after)
    if tokens[end - 1].low in CITED:
        return True
    names = [t for t in tokens[at:end] if t.low not in _LINKING]
    owner = any(t.low.endswith("'s") for t in names)
    named = all(t.is_name and t.low not in TIME_WORDS and t.low not in PRONOUNS for t in names)
    return bool(names) and named and not owner and end == after


def _with_outer(tokens: Sequence[Token], i: int, found: list[Candidate]) -> list[Candidate]:
    """Return ``found`` with the outer source of a saying: “Police, quoted by state radio, said …”."""
    after = _cited_end(tokens, i + 1)
    if after is None or low_at(tokens, i - 2) in {"was", "were", "is", "are", "been", "being"}:
        return found
    after = next((k for k in range(i + 1, after) if tokens[k].low in SAYING_FORMS and not tokens[k].is_name), after)
    who = Span(tokens[i + 1].start, tokens[after - 1].end)
    start = tokens[i - 1].start
    told = [
        c
        for c in found
        if len(c.cue) == 1 and c.source and c.source[0].start < start and 0 <= c.cue[0].start - who.end <= 3
    ]
    if after == i + 1 or not told:
        return found
    inner = told[0]
    source = Span(inner.source[0].start, min(inner.source[0].end, _before(tokens, i - 1)))
    words = Span(inner.cue[0].start, max(inner.cue[0].end, *(s.end for s in inner.content)))
    if any(span.start < start for span in inner.content):
        return found
    cue = Span(start, tokens[i].end)
    outer = Candidate((who,), (cue,), (source, words), "quoted by", "It is said to quote the source.", SCORE)
    rest = [c for c in found if not shared(c.cue, (cue,))]
    return [*(replace(c, source=(source,)) if c is inner else c for c in rest), outer]
