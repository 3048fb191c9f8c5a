"""Statements in which one party says of another that it did a deed: blame, accusation, arrest and conviction."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence

from headwater.records import DeedStanding, Span
from headwater.responsibility.clauses import BE, FAR, NEAR, Said, cue_of, has, is_denied
from headwater.responsibility.frames import happened, is_taken_back
from headwater.responsibility.lexicon import (
    ACTIONS,
    CONVICTS,
    DEED_NOUNS,
    DEEDS,
    REPORTS,
    TIME_WORDS,
    VIOLENT,
    WEAPONS,
    listed,
)
from headwater.responsibility.phrases import Word, before, behind
from headwater.responsibility.senses import is_in_words

OF_WHAT = 24  # words between "accused" and the deed: the accused may be told at length
_GOES_ON = frozenset({",", "instead", "also", "then", "in", "turn", "he", "she", "it"})
_OF_CLAUSES = frozenset({"who", "which", "that", "said", "says", ";"})
LEAD = 4  # words before an accusation that may take it back: "stopped short of directly"
_TAKEN_UP = frozenset({"the", "a", "an", "his", "her", "their", "its", "having", "allegedly", "being"})
_DOING = listed(
    """
    being having using conspiring helping masterminding orchestrating leading taking opening directing supporting
    participating possessing aiding pulling plotting responsible behind involved dropping targeting
    attempted arming making playing planting placing throwing hurling driving shooting stabbing attacking staging
    """
)
_PARTS_IN = listed("involvement part role participation complicity hand involved complicit direct")
_FOR_ALONE = frozenset({"for"})
_IT = frozenset({"it", "this", "that", "them", "those", "both", "incident", "crash", "downing"})
_IN_WORDS = frozenset({"threat", "threats", "threatening", "character"})
_COUNTS = listed("count counts charge charges wave series string number spate act acts case")
_WITHHOLDS = listed(
    """
    short stopped refused refuses declined declines refrained avoid avoided without if would could should
    premature wrong wrongly falsely
    """
)
_NEVER_DONE = frozenset({"from", "of", "without", "than"})  # "kept parents from being arrested"
_SPEAKERS = frozenset({"he", "she", "they", "we", "i"})
_FOR = frozenset({"for", "over", "because of", "in connection", "on suspicion", "on charges"})


def blame(words: Sequence[Word], at: int) -> Iterator[Said]:
    """ "A blamed X for", "the attack was blamed on X", "put the blame on X"."""
    on = next((k for k in range(at + 1, min(len(words), at + OF_WHAT)) if words[k].low in ("on", "for")), None)
    holder, group = before(words, at)
    passive = has(words, group, at, BE)
    if _is_withheld(words, group, at) or not _blames_for_a_deed(words, at, on):
        return
    if _is_mutual(words, at) and holder is not None:
        yield from _mutual(words, at, holder)
        return
    holder = holder or _teller(words, group, at)
    if on is not None and words[on].low == "on" and has(words, on, on + NEAR, _FOR_ALONE):
        return  # "blamed violence on many sides for the deaths": what is blamed on whom is not told
    if on is not None and words[on].low == "on":
        actors = [behind(words, on + 1)]
    elif passive:
        actors = [holder]
    else:
        actors = _listed(words, at + 1, on)
    open_ = not passive and holder is None and not (on is not None and words[on].low == "on")
    for actor in actors:
        if actor is not None:
            yield Said(actor, cue_of(words, at, at + 1), "accused", None if passive else holder, by_somebody=open_)


def _blames_for_a_deed(words: Sequence[Word], at: int, link: int | None) -> bool:
    """Whether what is blamed is a deed: named behind "for", or before where nothing or "it" is."""
    named = link is not None and words[link].low == "for" and link + 1 < len(words)
    if link is not None and named and words[link + 1].low not in ("it", "this", "that", "them", "those", "both"):
        return names_a_deed(words, link)
    deeds = DEEDS | DEED_NOUNS | ACTIONS
    if link is not None and words[link].low == "on" and link > at + 1:  # "blamed the bombing on"
        return has(words, at + 1, link, deeds | _IT) or words[at].low == "blame"
    return has(words, at - OF_WHAT, len(words), deeds)


def accusation(words: Sequence[Word], at: int) -> Iterator[Said]:
    """ "A accused X of", "X was accused of", "X is charged with"."""
    of = _what_for(words, at)
    if of is None:
        return
    subject, group = before(words, at)
    if _is_withheld(words, group, at):
        return
    if _is_mutual(words, at) and subject is not None:
        yield from _mutual(words, at, subject)
        return
    after = at + 1
    while after < of and (words[after].low in TIME_WORDS or words[after].low in ("on", "last")):
        after += 1  # "was charged on Friday with"
    passive = words[after].low in ("of", "with", "by")
    aside = passive and not has(words, group, at, BE)
    if aside and has(words, group, at, frozenset({"has", "have", "had"})):
        return  # "whom the council has accused of": the accused stands before
    if passive:
        by = next((k for k in range(at + 1, min(len(words), at + NEAR)) if words[k].low == "by"), None)
        actors, holder = [subject], behind(words, by + 1) if by is not None else None
    else:
        holder = subject or _teller(words, group, at)
        actors = _listed(words, at + 1, of) if not _breaks(words, at + 1, of) else []
    for actor in actors:
        if actor is not None:
            official = passive and holder is None and words[at].low == "charged"
            by_somebody = not passive and holder is None
            yield Said(actor, cue_of(words, at, at + 1), "accused", holder, official, aside, by_somebody)


def _what_for(words: Sequence[Word], at: int) -> int | None:
    """Return the "of" or "with" behind which the accusation names a deed; None where it names something else first."""
    for k in range(at + 1, min(len(words), at + OF_WHAT)):
        if words[k].low in ("of", "with", "for"):
            if names_a_deed(words, k):
                return k
            doing = k + 1
            while doing < len(words) and words[doing].low.endswith("ly"):
                doing += 1  # "of knowingly hiding"
            if words[k].low != "for" and doing < len(words) and _is_other_doing(words[doing]):
                return None  # "accused of doing little to stop the riot, and never charged with a crime"
    return None


def _is_other_doing(word: Word) -> bool:
    return word.low.endswith("ing") and not word.cap and word.low not in _DOING | DEEDS


def names_a_deed(words: Sequence[Word], link: int) -> bool:
    """Whether the words behind "of", "for" or "with" name a deed: "of killing", "of carrying out a mass shooting"."""
    first = link + 1
    while first < len(words) and (words[first].low in _TAKEN_UP or words[first].low.endswith("ly")):
        first += 1
    if first >= len(words):
        return False
    low = words[first].low
    if is_in_words(words, first) or has(words, first, first + NEAR, _IN_WORDS):
        return False  # "of killing the story", "of threats of violence", "with character assassination"
    if low == "firing" and has(words, first + 1, first + 2, frozenset({"on", "at", "upon"})):
        return True
    if low.endswith("ing") and low not in DEED_NOUNS | VIOLENT:
        end = next((k for k in range(first, min(len(words), first + FAR)) if words[k].low == ","), first + FAR)
        return low in _DOING | DEEDS and has(words, first + 1, end, VIOLENT | DEED_NOUNS | WEAPONS)
    end = next((k for k in range(first, min(len(words), first + NEAR + 2)) if _ends_what(words, k)), first + NEAR + 2)
    return has(words, first, min(end, len(words)), DEEDS | DEED_NOUNS)


def _ends_what(words: Sequence[Word], at: int) -> bool:
    """Whether the deed that is named ends at the word; "counts of murder" goes on."""
    low = words[at].low
    if low in ("in", "on", "about", "over", "at", "during"):
        return words[at - 1].low not in _PARTS_IN  # "of hypocrisy on violence"; "of a role in the killing"
    return low in _OF_CLAUSES | {",", "by", "after"} or (low == "of" and words[at - 1].low not in _COUNTS)


def _breaks(words: Sequence[Word], first: int, last: int) -> bool:
    """Whether between the accused and the deed another verb begins: "a plot to frame the army for the killing"."""
    return has(words, first, last, frozenset({"to", ";"}))


def _is_withheld(words: Sequence[Word], group: int, at: int) -> bool:
    """Whether the accusation is not made: "did not blame", "stopped short of accusing", "without blaming"."""
    lead = range(max(0, group - LEAD), at)
    if is_denied(words, group, at) or not happened(words, group, at) or is_taken_back(words, group):
        return True
    if group and words[group - 1].low == "by":
        return True
    return any(words[k].low in _WITHHOLDS for k in lead)


def _teller(words: Sequence[Word], group: int, at: int) -> Span | None:
    """Return who accuses where no noun phrase says so: the subject of the sentence's first verb, or a pronoun."""
    teller = _first_subject(words, group)
    if teller is None and not words[at].low.endswith("ing"):
        teller = pronoun(words, group)
    if teller is None and group > 1 and words[group - 1].low == "," and words[at].low.endswith("ing"):
        verb = next((k for k in range(group - 2, -1, -1) if words[k].low in REPORTS), None)
        return before(words, verb)[0] if verb is not None else None
    return teller


def pronoun(words: Sequence[Word], group: int) -> Span | None:
    """Return the "they" or "we" before a verb group."""
    is_one = group > 0 and words[group - 1].low in _SPEAKERS
    return Span(words[group - 1].start, words[group - 1].end) if is_one else None


def attribution(words: Sequence[Word], at: int) -> Iterator[Said]:
    """ "A attributed the attack to X", "the attack is attributed to X by A"."""
    to = next((k for k in range(at + 1, min(len(words), at + FAR)) if words[k].low == "to"), None)
    actor = behind(words, to + 1) if to is not None else None
    if actor is None or to is None or not has(words, 0, to, DEEDS | DEED_NOUNS | ACTIONS):
        return
    subject, group = before(words, at)
    passive = has(words, group, at, BE)
    holder = None if passive else subject
    if passive:
        by = next((k for k in range(at + 1, min(len(words), at + FAR)) if words[k].low == "by"), None)
        holder = behind(words, by + 1) if by is not None else None
    if not _is_withheld(words, group, at):
        yield Said(actor, cue_of(words, at, at + 1), "accused", holder)


def official_act(words: Sequence[Word], at: int) -> Iterator[Said]:
    """ "Three members of the gang were arrested for the attack", "police arrested X over it", "X was convicted of"."""
    link = next((k for k in range(at + 1, min(len(words), at + FAR)) if _opens_a_deed(words, at, k)), None)
    if link is None:
        return
    subject, group = before(words, at)
    passive = has(words, group, at, BE) or link == at + 1
    actor, holder = (subject, None) if passive else (behind(words[:link], at + 1), subject)
    if passive and group and words[group - 1].low in _NEVER_DONE:
        return
    if actor is not None and not _is_withheld(words, group, at):
        standing: DeedStanding = "asserted" if words[at].low in CONVICTS else "accused"
        yield Said(actor, cue_of(words, at, link + 1), standing, holder, official=True)


def _opens_a_deed(words: Sequence[Word], verb: int, at: int) -> bool:
    """Whether words at ``at`` say for what deed the authorities acted: "for", "in connection with", "convicted of"."""
    low, after = words[at].low, words[at + 1].low if at + 1 < len(words) else ""
    if not (low in _FOR or f"{low} {after}" in _FOR or (low == "of" and words[verb].low in CONVICTS)):
        return False
    if low in ("because", "in") or (low == "on" and after != "charges"):
        end = next((k for k in range(at, min(len(words), at + FAR)) if words[k].low in _OF_CLAUSES), at + FAR)
        return has(words, at + 1, min(end, at + 2 + NEAR), VIOLENT | DEED_NOUNS)
    return names_a_deed(words, at)


def _listed(words: Sequence[Word], first: int, last: int | None) -> list[Span | None]:
    """Return the parties from ``first`` on: one, or all of a list that ends at ``last``, "A, B and C"."""
    if last is None or has(words, first, last, _OF_CLAUSES):
        return [behind(words[:last], first)]
    commas = [k for k in range(first, last) if words[k].low == ","]
    if not commas or not has(words, commas[-1], last, frozenset({"and"})):
        return [behind(words[:last], first)]
    openings = [first, *(k + 1 + (words[k + 1].low == "and") for k in commas)]
    return [behind(words[:last], k) for k in openings]


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
    verb = next((k for k in range(joint - 1, -1, -1) if words[k].low in REPORTS), None)
    return before(words, verb)[0] if verb is not None else None
