"""Noun phrases beside a verb, by words alone: who stands before it, who stands behind "by".

No parser: a phrase goes on until a word that cannot belong to it. Known limit: a long relative clause between a
subject and its verb hides the subject.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from headwater.records import Span
from headwater.responsibility.lexicon import (
    ADJECTIVES,
    AGENTS,
    AUXILIARIES,
    BOUND,
    DEED_NOUNS,
    DEEDS,
    NO_ACTORS,
    NO_OPENERS,
    NOT_AGENTS,
    STOPS_LEFT,
    STOPS_RIGHT,
    TIME_WORDS,
    listed,
)

LONGEST = 14  # words of a phrase
_TITLES = r"(?i:mrs?|ms|dr|gen|col|lt|maj|sgt|capt|rep|sen|gov)"
_TOKEN = re.compile(
    rf"(?:[^\W\d_]\.){{2,}}|(?<!\w)(?:[A-Z]\.(?=\s[A-Z])|{_TITLES}\.(?=\s))"
    r"|\d{1,3}(?:,\d{3})+(?!\d)|[^\W_]+(?:['’.\-][^\W_]+)*(?:['’]s)?|[^\s\w]"
)
_OPEN = frozenset("([")
_CLOSE = frozenset(")]")
_CONTINUES = frozenset(
    {"of", "in", "for", "from", "at", "with", "to", "by", "on", "and", "or", "all", "both", "called"}
)
_QUOTES = frozenset("\"“”'‘’«»")
_OBJECTS = frozenset({"him", "her", "them", "me", "us"})
_CLAD = frozenset({"wearing", "carrying", "belonging", "riding"})
_SPEAKS_FOR = frozenset({"spokesman", "spokeswoman", "spokesmen", "spokesperson", "representative"})
NAMED_IN_BRACKETS = 5  # words of "(Salt Post)"
_FINITE = frozenset({"was", "were", "is", "are", "has", "had", "have"})
_JOINED = 5  # words behind "and" among which who is joined must be named
LONGEST_ADJECTIVE = 4  # letters of "fred", "sped"
_TIME_LEADS = frozenset({"on", "in", "last", "late", "early", "ago", "days", "hours", "weeks", "the", "this"})
_DETERMINERS = frozenset({"the", "a", "an", "some", "several", "its", "their", "his", "her", "our", "two", "three"})
_ARTICLES = frozenset({"the", "a", "an", "its", "their", "his", "our", "my", "your", "these", "those"})
_BESIDE = frozenset({"loyal", "belonging", "linked", "allied", "tied", "close", "sympathetic"})  # "forces loyal to"
_IN_PLACE = frozenset({"in", "at", "near", "outside", "across", "inside", "on", "into", "around", "behind", "under"})
_OBJECT_OF = _IN_PLACE | {"from", "of", "with", "by", "for", "against", "about", "between", "among", "than", "over"}
_AFTER_PARTICIPLE = listed("by in with as to at of from on for near after since under , ( and or")
_ONE_OF = listed(
    """
    leader head chief commander member members founder minister president king ambassador envoy spokesman spokeswoman
    citizen citizens
    """
)
_KIN = frozenset({"friends", "friend", "relatives", "family", "parents", "mother", "father", "lawyer", "victims"})
_SENTENCE_ADVERBS = frozenset({"unfortunately", "sadly", "tragically", "fortunately", "luckily", "ironically"})
_NOT = frozenset({"not", "never", "no", "neither", "even", "ever", "nearly", "almost", "cannot"})


@dataclass(frozen=True, slots=True)
class Word:
    """A word or mark in place; ``low`` in lower case, ``cap`` where it has a capital, "al-Noor"."""

    start: int
    end: int
    low: str
    cap: bool = False


def words_of(text: str, start: int, end: int) -> list[Word]:
    """Return words and marks of ``text[start:end]``, offsets into ``text``."""
    found = _TOKEN.finditer(text, start, end)
    mixed = any(map(str.islower, text[start:end]))  # text all in capitals shows no names
    return [Word(m.start(), m.end(), _low(m[0]), mixed and any(map(str.isupper, m[0]))) for m in found]


def _low(word: str) -> str:
    return word.lower().replace("’", "'")


def is_mark(word: Word) -> bool:
    """Whether it is punctuation."""
    return not word.low[0].isalnum()


def is_month(words: Sequence[Word], at: int) -> bool:
    """Whether "may" is the month: "on 30 May"."""
    beside = (*words[max(0, at - 1) : at], *words[at + 1 : at + 2])
    return words[at].low == "may" and any(word.low[0].isdigit() for word in beside)


def behind(words: Sequence[Word], at: int) -> Span | None:
    """Return the phrase that begins at ``at``: what stands behind "by"; None where it is nobody."""
    first = at
    while first < len(words) and words[first].low in _QUOTES:
        first += 1
    last, depth = first, 0
    while last < len(words) and last - first < LONGEST:
        low = words[last].low
        if low in _OPEN:
            depth += 1
        elif low in _CLOSE and depth:
            depth -= 1
        elif not depth:
            if low in _QUOTES:
                last += 1
                continue
            if last > first and low in _BESIDE and last + 2 < len(words) and words[last + 1].low == "to":
                last += 2
                continue
            if low.endswith("n't") or (last > first and _is_when(words, last)):
                break
            if (is_mark(words[last]) and not _joins(words, last)) or low in STOPS_RIGHT:
                break
            if last > first and low in BOUND and _is_bound(words, last):
                last += 2
                continue
            is_told = low in DEEDS or low in BOUND or is_verb(words, last)
            if last > first and not words[last].cap and is_told and not _is_adjective(words, last):
                break
            if last > first and low.endswith("ing") and words[last - 1].low in AGENTS and low not in _CLAD:
                break  # "a man echoing"
            if low == "of" and last + 1 < len(words) and _is_doing(words[last + 1]):
                break
            if low in ("and", "or") and not _goes_on(words, last):
                break
        last += 1
    return _trimmed(words, first, last)


def _is_doing(word: Word) -> bool:
    return word.low.endswith("ing") and "-" not in word.low  # "members of right-wing groups"


def _is_adjective(words: Sequence[Word], at: int) -> bool:
    """Whether a participle belongs to the party behind it: "Orinian backed militia"."""
    return words[at].low in BOUND and at + 1 < len(words) and words[at + 1].low in AGENTS


def _is_when(words: Sequence[Word], at: int) -> bool:
    """Whether a day, a month or "earlier" begins what tells when; "April 6 Movement" is a name."""
    if words[at].low == "earlier":
        return True
    return words[at].low in TIME_WORDS and not any(word.cap for word in words[at + 1 : at + 2])


def _is_bound(words: Sequence[Word], at: int) -> bool:
    """Whether the party is told by whose it is: "death squads run by the army"."""
    return at + 2 < len(words) and words[at + 1].low == "by"


def _ends(words: Sequence[Word], at: int) -> bool:
    """Whether a phrase that is read leftwards ends at the word."""
    if words[at].low in _QUOTES or _joins(words, at):
        return False
    if words[at].cap and at and words[at - 1].low in _ARTICLES:
        return False  # "the IT contractor"
    if words[at].low == "to" and at and words[at - 1].low in _BESIDE:
        return False  # "troops loyal to Marn"
    return is_mark(words[at]) or words[at].low in STOPS_LEFT


def is_verb(words: Sequence[Word], at: int) -> bool:
    """Whether a word ending in -ed is the verb of another clause; "armed" and "so-called" belong to a name."""
    low = words[at].low
    if not low.endswith("ed") or words[at].cap or low in ADJECTIVES or "-" in low or len(low) <= LONGEST_ADJECTIVE:
        return False
    return not (at and words[at - 1].low in _ARTICLES)  # "a radicalized supporter"


def _opens(words: Sequence[Word], at: int, last: int) -> bool:
    """Whether a phrase that is read leftwards begins at ``at``: behind a verb, or with an article behind a noun."""
    if is_verb(words, at - 1):
        return True
    if words[at - 1].low in ("time", "times", "moment"):
        return True  # "the first time the Front"
    article = words[at].low in _ARTICLES and at < last - 1
    if not article or words[at - 1].low in _CONTINUES:
        return False
    return not is_mark(words[at - 1]) or words[at - 1].low in _CLOSE


def _joins(words: Sequence[Word], at: int) -> bool:
    """Whether a single hyphen joins two names: "the Salt Front - Quarry League"."""
    if words[at].low != "-" or not 0 < at < len(words) - 1:
        return False
    return words[at - 1].low not in _CLOSE | {"-"} and words[at + 1].low != "-"


def _goes_on(words: Sequence[Word], at: int) -> bool:
    """Whether "and" joins a second actor: "the government and the armed forces"."""
    after = words[at + 1].low if at + 1 < len(words) else ""
    if after.endswith("ed") or after in DEEDS or after in STOPS_RIGHT or after in AUXILIARIES:
        return False
    named = False
    for word in words[at + 1 : at + 1 + _JOINED]:
        if word.low in STOPS_RIGHT or is_mark(word):
            return named and word.low not in _FINITE
        named = named or word.low in AGENTS or word.cap
    return named


def before(words: Sequence[Word], at: int) -> tuple[Span | None, int]:
    """Return the phrase that ends before the verb at ``at``, and where the verb's group begins.

    "The ELN, which has claimed": the phrase before the comma.
    """
    last = at
    while last > 0 and (words[last - 1].low in AUXILIARIES | _NOT or words[last - 1].low.endswith(("ly", "n't"))):
        last -= 1
    group = last
    while last > 0 and (words[last - 1].low[0].isdigit() or words[last - 1].low in TIME_WORDS | _TIME_LEADS):
        last -= 1  # "which on 25 January claimed"
    is_relative = last > 0 and words[last - 1].low in ("which", "who", "that")
    is_told = is_relative or words[at].low == "claiming"  # "a call from the Front claiming"
    if is_relative:
        last -= 1
        if last > 0 and words[last - 1].low in _OBJECT_OF | {"to"}:
            return None, group  # "on who launched it", "to which"
        if last > 0 and words[last - 1].low in (",", "-"):
            last -= 1
            if last > 1 and words[last - 2].low == ",":
                last -= 2  # "the man in Arlen, Orin, who": the place is not the subject
    while last > 0 and words[last - 1].low in _QUOTES:
        last -= 1
    if last > 1 and words[last - 1].low == ",":  # the end of an apposition: "the ELN, led by a priest, claimed"
        opening = _opening(words, last - 2)
        if opening is not None and _tells_more(words[opening + 1 : last - 1]):
            return None, group  # "protesters in Orin, on Monday, waved flags, burned a shop"
        last = opening if opening is not None else last - 1
    first, depth = last, 0
    while first > 0 and last - first < LONGEST:
        low = words[first - 1].low
        if low in _CLOSE and not depth and first < last and words[first].low in _ARTICLES:
            break  # "Arlen (Salt Post) The two": a dateline
        if low in _CLOSE:
            depth += 1
        elif low in _OPEN and depth:
            depth -= 1
        elif not depth and (_ends(words, first - 1) or (first < last and _opens(words, first, last))):
            break
        first -= 1
    if at and words[at - 1].low == "," and not is_relative and _is_verb_of_list(words, first):
        return None, group  # "he cut taxes, rebuilt the army, destroyed"
    if first < last and words[first].low in _OBJECTS:  # "acquitted him of membership of the Front, which"
        first = next((k + 1 for k in range(last - 1, first, -1) if words[k].low == "of"), last)
    if _is_object(words, first, is_told) or (first > 0 and words[first - 1].low in ("whose", "whom")):
        return None, group
    if is_relative and words[group - 1].low in ("which", "that") and _holds_a_deed(words, first, last):
        return None, group  # "a man in the attack at the station, which killed": the attack did
    if first > 0 and words[first - 1].low == "to" and last - first > 1:
        is_verb_first = not words[first].cap and words[first].low not in _ARTICLES | _DETERMINERS
        first += is_verb_first and any(word.cap for word in words)  # "declined to charge officers who"
    if is_relative:
        first = _past_person(words, first, last, _KIN if words[group - 1].low == "who" else _KIN | _ONE_OF)
    return _trimmed(words, _with_place(words, first, last), last), group


def _tells_more(inside: Sequence[Word]) -> bool:
    """Whether what stands between two commas is no apposition but another verb with its object."""
    if any(word.low in ("who", "which", "that", "whose") for word in inside):
        return False
    verbs = [k for k in range(len(inside)) if is_verb(inside, k) and not inside[k].cap]
    return any(k + 1 < len(inside) and inside[k + 1].low not in _AFTER_PARTICIPLE for k in verbs)


def _is_verb_of_list(words: Sequence[Word], first: int) -> bool:
    """Whether a phrase is the object of a verb of a list, "disrespected voters, admitted": that verb stands before."""
    return first > 0 and not words[first - 1].cap and words[first - 1].low.endswith(("ed", "ing"))


def _past_person(words: Sequence[Word], first: int, last: int, heads: frozenset[str]) -> int:
    """Return where the party begins that "that" or "who" means: "the leader of a militia that"."""
    of = next((k for k in range(first, last - 1) if words[k].low == "of"), None)
    return first if of is None or words[of - 1].low not in heads else of + 1


def _goes_on_with_adjective(words: Sequence[Word], first: int, last: int) -> bool:
    if first >= last or first < len(("a", "calm", ",")) or words[first].cap or words[first].low in _DETERMINERS:
        return False
    article, adjective, comma = words[first - 3 : first]
    return comma.low == "," and article.low in ("a", "an", "two") and adjective.low not in DEED_NOUNS


def _with_place(words: Sequence[Word], first: int, last: int) -> int:
    """Return where the phrase begins with what a comma parts from it: "Arlen, Or., police", "a calm, old man"."""
    if _goes_on_with_adjective(words, first, last):
        return first - 3
    state = first - 2
    if state > 0 and words[state].low == ".":
        state -= 1  # the point of an abbreviation
    if first >= last or words[first].cap or words[first].low in _DETERMINERS or state < len(("Arlen", ",")):
        return first
    if [words[k].low for k in (first - 1, state - 1)] != [",", ","] or not (words[state].cap and words[state - 2].cap):
        return first
    town = state - 2
    while town > 0 and words[town - 1].cap:
        town -= 1
    return town


def _holds_a_deed(words: Sequence[Word], first: int, last: int) -> bool:
    return any(word.low in DEED_NOUNS and not word.cap for word in words[first:last])


def _opening(words: Sequence[Word], at: int) -> int | None:
    """Return the comma that opens the apposition ending at ``at``; what stands in brackets is passed over."""
    depth = outside = 0
    for k in range(at, max(-1, at - LONGEST * 2), -1):
        depth += (words[k].low in _CLOSE) - (words[k].low in _OPEN)
        outside += depth == 0
        if outside > LONGEST:
            return None
        if words[k].low == "," and depth == 0:
            return k
    return None


def _is_object(words: Sequence[Word], first: int, is_told: bool) -> bool:
    """Whether the phrase at ``first`` is no subject: it stands behind a preposition, "in Arlen and Orin"."""
    at = first - 1
    if is_told and at > 0 and words[at].low == ",":  # "in Charleston, South Carolina, which"
        at -= 1
        while at > 0 and words[at].cap:
            at -= 1
        return words[at].low in _IN_PLACE
    if at > 0 and words[at - 1].low in _SPEAKS_FOR:
        return False  # "a spokesman for the Front has claimed"
    if at > 0 and words[at].low == "and":
        at -= 1
        while at > 0 and (words[at].cap or words[at].low in _ARTICLES or words[at].low == ","):
            at -= 1
    if at >= 0 and words[at].low == "to" and not is_told:
        return True  # "a group with no ties to the Front claimed": the Front did not
    return at >= 0 and words[at].low in (_IN_PLACE if is_told else _OBJECT_OF)


def _trimmed(words: Sequence[Word], first: int, last: int) -> Span | None:
    """Return the phrase without marks at its edges and a date before it; None where nobody is named."""
    first = _past_brackets(words, _past_date(words, first, last), last)
    while first + 1 < last and words[first].low in _SENTENCE_ADVERBS:
        first += 1  # "unfortunately many of the gunmen"
    while first < last and (
        (is_mark(words[first]) and words[first].low not in _OPEN) or words[first].low in ("and", "or")
    ):
        first += 1
    while first < last and (
        (is_mark(words[last - 1]) and words[last - 1].low not in _CLOSE)
        or words[last - 1].low in _DETERMINERS | {"of", "and", "or", "then", "even", "ever"}
    ):
        last -= 1
    if any(word.low == "no" for word in words[first:last]):
        return None  # "no refugee has carried out an attack"
    named = [w for w in words[first:last] if not is_mark(w) and w.low not in _DETERMINERS]
    if not named or all(w.low in NO_ACTORS or w.low in TIME_WORDS or w.low[0].isdigit() for w in named):
        return None
    if words[first].low in NO_OPENERS or _is_gerund(words, first, last):
        return None
    if _head(named) in NOT_AGENTS:
        return None
    ends_a_sentence = words[first].low.count(".") > 1 and words[first].low[:2] != "u."  # "in Arlen, N.Y. Marn"
    if first > 0 and words[first - 1].low == "," and ends_a_sentence and last - first > 1:
        first += 1
    quotes = [k for k in range(first + 1, last - 1) if words[k].low in _QUOTES - {"'", "’"}]
    if len(quotes) == 1 and words[quotes[0]].low == "”":
        first = quotes[0] + 1  # "“a lone man” Marn"
    marks = sum(word.low in _QUOTES for word in words[first:last])
    if marks % 2 and last < len(words) and words[last].low in _QUOTES:
        last += 1  # the “Reed Brothers”
    return Span(words[first].start, words[last - 1].end)


def _past_brackets(words: Sequence[Word], first: int, last: int) -> int:
    """Return where the phrase begins behind "(Salt Post)", a dateline's, and behind the rest of "9/11", "that day"."""
    if first + 1 < last and words[first].low in _OPEN:
        close = next(
            (k for k in range(first + 1, min(last, first + NAMED_IN_BRACKETS)) if words[k].low in _CLOSE), None
        )
        return close + 1 if close is not None and close + 1 < last else first
    if first + 1 < last and (words[first].low == "day" or (first > 1 and words[first - 1].low == "/")):
        return first + 1
    return first


def _past_date(words: Sequence[Word], first: int, last: int) -> int:
    """Return where the phrase begins behind "on 10 March", "in the morning"; ``first`` where it begins with no date."""
    if _is_same_day(words, first, last):
        return first + len(("the", "same", "day"))
    at = first
    if at < last and words[at].low in (_TIME_LEADS | {"at"}) - _DETERMINERS:
        at += 1
        while at < last and (words[at].low in TIME_WORDS or words[at].low in _DETERMINERS or words[at].low.isdigit()):
            at += 1
    return at if at < last and any(word.low in TIME_WORDS or _is_hour(word) for word in words[first:at]) else first


def _is_same_day(words: Sequence[Word], first: int, last: int) -> bool:
    return last - first > len(("the", "same", "day")) and [word.low for word in words[first : first + 3]] == [
        "the",
        "same",
        "day",
    ]


def _is_hour(word: Word) -> bool:
    return word.low.isdigit() and len(word.low) == len("0620")


def _is_gerund(words: Sequence[Word], first: int, last: int) -> bool:
    """Whether it is "taking the road" ("by taking the road"); "Shining Path" is a name."""
    if not words[first].low.endswith("ing"):
        return False
    if not words[first].cap and first + 1 < last and words[first + 1].cap:
        return True  # "by provoking Marn supporters"
    return first + 1 == last or words[first + 1].low in _DETERMINERS | STOPS_RIGHT | NO_OPENERS


def _head(named: Sequence[Word]) -> str:
    """The word that says what the phrase is: the last before "of", "from" or "in"."""
    for at, word in enumerate(named):
        if at and word.low in ("of", "from", "in"):
            return named[at - 1].low
    return named[-1].low
