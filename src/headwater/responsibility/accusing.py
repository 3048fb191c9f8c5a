"""Statements in which one party says of another that it did a deed: blame, accusation, arrest and conviction."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence

from headwater.records import DeedStanding, Span
from headwater.responsibility.clauses import BE, FAR, NEAR, Said, cue_of, has, is_denied
from headwater.responsibility.lexicon import CONVICTS, DEED_NOUNS, DEEDS, REPORTS, TIME_WORDS, VIOLENT
from headwater.responsibility.phrases import Word, before, behind

OF_WHAT = 24  # words between "accused" and the deed: the accused may be told at length
CLAUSE = 40  # words back to the verb that "and" goes on from
_GOES_ON = frozenset({",", "instead", "also", "then", "in", "turn", "he", "she", "it"})
_OF_CLAUSES = frozenset({"who", "which", "that", "said", "says", ";"})
_VIOLENCE = (VIOLENT | DEED_NOUNS) - {"crime", "crimes", "charges", "offensive", "mine", "mines"}
_BESIDE = frozenset({"during", "after", "at"})
_FOR = frozenset({"for", "over", "because of", "in connection", "on suspicion", "on charges"})


def blame(words: Sequence[Word], at: int) -> Iterator[Said]:
    """ "A blamed X for", "the attack was blamed on X", "put the blame on X"."""
    on = next((k for k in range(at + 1, min(len(words), at + OF_WHAT)) if words[k].low in ("on", "for")), None)
    holder, group = before(words, at)
    passive = has(words, group, at, BE)
    if _is_mutual(words, at) and holder is not None:
        yield from _mutual(words, at, holder)
        return
    holder = holder or _first_subject(words, group)
    if on is not None and words[on].low == "on":
        actors = [behind(words, on + 1)]
    elif passive:
        actors = [holder]
    else:
        actors = _listed(words, at + 1, on)
    for actor in actors:
        if actor is not None and not is_denied(words, group, at):
            yield Said(actor, cue_of(words, at, at + 1), "accused", None if passive else holder)


def accusation(words: Sequence[Word], at: int) -> Iterator[Said]:
    """ "A accused X of", "X was accused of", "X is charged with"."""
    links = (k for k in range(at + 1, min(len(words), at + OF_WHAT)) if words[k].low in ("of", "with", "for"))
    of = next((k for k in links if has(words, k + 1, k + NEAR, DEEDS | DEED_NOUNS)), None)
    if of is None:
        return
    subject, group = before(words, at)
    if _is_mutual(words, at) and subject is not None:
        yield from _mutual(words, at, subject)
        return
    after = at + 1
    while after < of and (words[after].low in TIME_WORDS or words[after].low in ("on", "last")):
        after += 1  # "was charged on Friday with"
    passive = words[after].low in ("of", "with", "by")
    if passive:
        by = next((k for k in range(at + 1, min(len(words), at + NEAR)) if words[k].low == "by"), None)
        actors, holder = [subject], behind(words, by + 1) if by is not None else None
    else:
        actors, holder = _listed(words, at + 1, of), subject or _first_subject(words, group)
    for actor in actors:
        if actor is not None and not is_denied(words, group, at):
            official = passive and holder is None and words[at].low == "charged"
            if official and not has(words, of + 1, of + 1 + NEAR, _VIOLENCE):
                continue
            yield Said(actor, cue_of(words, at, at + 1), "accused", holder, official)


def attribution(words: Sequence[Word], at: int) -> Iterator[Said]:
    """ "A attributed the attack to X", "the attack is attributed to X by A"."""
    to = next((k for k in range(at + 1, min(len(words), at + FAR)) if words[k].low == "to"), None)
    actor = behind(words, to + 1) if to is not None else None
    if actor is None:
        return
    subject, group = before(words, at)
    passive = has(words, group, at, BE)
    holder = None if passive else subject
    if passive:
        by = next((k for k in range(at + 1, min(len(words), at + FAR)) if words[k].low == "by"), None)
        holder = behind(words, by + 1) if by is not None else None
    if not is_denied(words, group, at):
        yield Said(actor, cue_of(words, at, at + 1), "accused", holder)


def official_act(words: Sequence[Word], at: int) -> Iterator[Said]:
    """ "Three members of the gang were arrested for the attack", "police arrested X over it", "X was convicted of"."""
    link = next((k for k in range(at + 1, min(len(words), at + FAR)) if _opens_a_deed(words, at, k)), None)
    if link is None:
        return
    subject, group = before(words, at)
    passive = has(words, group, at, BE) or link == at + 1
    actor, holder = (subject, None) if passive else (behind(words[:link], at + 1), subject)
    if actor is not None and not is_denied(words, group, at):
        standing: DeedStanding = "asserted" if words[at].low in CONVICTS else "accused"
        yield Said(actor, cue_of(words, at, link + 1), standing, holder, official=True)


def _opens_a_deed(words: Sequence[Word], verb: int, at: int) -> bool:
    """Whether words at ``at`` say for what deed the authorities acted: "for", "in connection with", "convicted of"."""
    low, after = words[at].low, words[at + 1].low if at + 1 < len(words) else ""
    if not (low in _FOR or f"{low} {after}" in _FOR or (low == "of" and words[verb].low in CONVICTS)):
        return False
    if has(words, verb, at, _BESIDE):
        return False  # "arrested during a protest over the death"
    end = next((k for k in range(at, min(len(words), at + FAR)) if words[k].low in _OF_CLAUSES), at + FAR)
    return has(words, at + 1, min(end, at + 2 + NEAR), _VIOLENCE)


def _listed(words: Sequence[Word], first: int, last: int | None) -> list[Span | None]:
    """Return the parties from ``first`` on: one, or all of a list that ends at ``last``, "A, B and C"."""
    if last is None or has(words, first, last, _OF_CLAUSES):
        return [behind(words, first)]
    commas = [k for k in range(first, last) if words[k].low == ","]
    if not commas or not has(words, commas[-1], last, frozenset({"and"})):
        return [behind(words, first)]
    openings = [first, *(k + 1 + (words[k + 1].low == "and") for k in commas)]
    return [behind(words, k) for k in openings]


def _is_mutual(words: Sequence[Word], at: int) -> bool:
    return [word.low for word in words[at + 1 : at + 3]] in (["each", "other"], ["one", "another"])


def _mutual(words: Sequence[Word], at: int, second: Span) -> Iterator[Said]:
    """ "A and B blamed each other": each of the two accuses the other; of more than two nothing is said."""
    joint = bisect_left(words, second.start, key=lambda word: word.start) - 1
    first, _ = before(words, joint) if joint > 0 and words[joint].low == "and" else (None, 0)
    is_list = first is not None and any(w.low == "," and w.end <= first.start for w in words)
    if first is not None and not is_list:
        yield Said(second, cue_of(words, at, at + 3), "accused", first)
        yield Said(first, cue_of(words, at, at + 3), "accused", second)


def _first_subject(words: Sequence[Word], group: int) -> Span | None:
    """Return whom the verb behind ``group`` goes on telling of: "the ministry denied it and, instead, blamed"."""
    joint = group - 1
    while joint > 0 and words[joint].low in _GOES_ON:
        joint -= 1
    if joint < 1 or words[joint].low not in ("and", "but"):
        return None
    verb = next((k for k in range(joint - 1, max(-1, joint - CLAUSE), -1) if words[k].low in REPORTS), None)
    return before(words, verb)[0] if verb is not None else None
