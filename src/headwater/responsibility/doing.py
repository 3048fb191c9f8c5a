"""Statements that tell the deed itself: "was killed by X", "an attack by X", "X shelled the town"."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence

from headwater.records import DeedStanding, Span
from headwater.responsibility.clauses import BE, FAR, NEAR, Said, cue_of, has, is_denied
from headwater.responsibility.frames import framed, happened, is_feared, is_reckoned, is_taken_back, reserve
from headwater.responsibility.lexicon import (
    ACTIONS,
    ACTS,
    ARMED,
    DEED_NOUNS,
    DEEDS,
    IDENTIFIES,
    NEEDS_BEHIND,
    NEEDS_OBJECT,
    TELLS,
    TIME_WORDS,
    VIOLENT,
    WEAPONS,
    listed,
)
from headwater.responsibility.phrases import Word, before, behind, is_mark, is_month, is_verb
from headwater.responsibility.senses import has_its_object, is_other_sense, is_search

_VIOLENCE = VIOLENT | DEED_NOUNS | WEAPONS
_ACTS = frozenset({"attack", "attacks", "raid", "raids", "bombing", "ambush", "airstrike", "shooting", "assault"})
TAKES_NOUN = frozenset({"a", "an", "the", "his", "her", "its", "their", "of", "this", "that", "no", "in", "on", "any"})
_ALLEGED_BY = listed("allegation allegations accusation accusations claim claims")  # "of assault by": whose they are?
_ABOUT = frozenset({"about", "of"})
_OFFICERS = listed("officers officer police forces troops soldiers soldier agents guards gunman gunmen man men")
_AT = frozenset({"at", "on"})
_TO = frozenset({"to"})
_RELATIVES = frozenset({"who", "which", "that"})
_PARTICIPLES = listed("used run made led driven held owned sent given taken to built")
_EVIL = frozenset({"committed", "committing", "perpetrated", "perpetrating"})  # whatever it is, it is a deed
_OF_DEEDS = listed("committed ordered organized organised staged planned perpetrated wounded")
_NO_OBJECT = listed("by in for or during when , . and back again included include were was are suicide") | {""}
_SELVES = frozenset({"himself", "herself", "itself", "themselves", "ourselves"})
_AFTER_PARTICIPLE = listed("on at near while as after since from with last earlier")
_BREAKS = listed(
    "; . ! ? but while who which that will would is are was were has have had can could may might do does did"
)


def deed(words: Sequence[Word], at: int) -> Iterator[Said]:
    low = words[at].low
    is_told = words[at - 1].low == "that" and low not in DEED_NOUNS  # "a militia that attacked"
    is_noun = at > 0 and words[at - 1].low in TAKES_NOUN and not is_told
    if is_noun or is_other_sense(words, at):
        return  # "a wounded boy", "the murder"; "killed the bill"
    if low not in VIOLENT and not has(words, 0, at, _VIOLENCE) and not has(words, at + 1, len(words), _VIOLENCE):
        return
    by = next(
        (k for k in range(at + 1, min(len(words), at + FAR)) if words[k].low == "by" or _parts(words, k)),
        None,
    )
    if by is not None and words[by].low == "by":
        found = list(agent(words, at, by))
        if found:
            yield from found
            return
    yield from _subject(words, at)


def by_whom(words: Sequence[Word], at: int) -> int | None:
    """Return the "by" of a deed that a noun names: "the attack on Sunday by", "the murder of Ada Marn by"."""
    by = at + 1
    while by < len(words) and (words[by].low in TIME_WORDS or words[by].low in ("on", "last", "committed")):
        by += 1
    if words[by : by + 1] and words[by].low == "of":
        of = range(by + 1, min(len(words), by + FAR))
        by = next((k for k in of if words[k].low in ("by", ",") or _parts(words, k) or is_verb(words, k)), len(words))
    return by if by < len(words) and words[by].low == "by" else None


def _parts(words: Sequence[Word], at: int) -> bool:
    """Whether a "by" behind the word belongs to no deed before it: another clause, verb or deed begins."""
    low = words[at].low
    other = low == "and" and has(words, at + 1, at + 2, TAKES_NOUN)  # "killing a man and the plea by"
    return other or (low in _BREAKS and not is_month(words, at)) or low in DEEDS or low in _ACTS


def agent(words: Sequence[Word], at: int, by: int) -> Iterator[Said]:
    """ "was killed on 5 May, apparently by X", "an attack by X"."""
    actor = behind(words, by + 1)
    if actor is None:
        return
    actor = _with_party(words, actor)
    _, group = before(words, at)
    if _is_other_s(words, at, by) or is_taken_back(words, group) or is_reckoned(words, at):
        return
    if is_search(words, actor, at) or (has(words, group - 1, group, _ABOUT) and words[group].low == "being"):
        return  # "her testimony about being attacked by"
    if words[at].low in DEED_NOUNS:
        actor = _without_victim(words, actor)
    if words[at].low in DEED_NOUNS - DEEDS:
        if is_feared(words, at) or has(words, at - 4, at, _ALLEGED_BY):
            return
    elif not happened(words, group, at) or _is_habit(words, group, at):
        return
    if is_denied(words, group, by):
        yield Said(actor, cue_of(words, at, at + 1), "denied")
        return
    holder = None
    for k in range(at + 1, by - 2):
        if words[k].low == "according" and words[k + 1].low == "to":
            holder = behind(words, k + 2)
    opinion = next((k for k in range(max(0, at - FAR), at) if words[k].low == "opinion"), None)
    if opinion is not None and words[opinion + 1].low == "of":  # "in the opinion of the police"
        holder = behind(words, opinion + 2)
    believed = has(words, group - 1, group, _TO) and has(words, group - 2, group - 1, IDENTIFIES)
    plain: DeedStanding = "asserted" if opinion is None and not believed else "accused"
    standing = reserve(words, group, by + 4) or framed(words, group) or plain
    passing = has(words, group - 1, group, _RELATIVES) and has(words, group, at, BE)
    yield Said(actor, cue_of(words, at, at + 1), standing, holder, aside=passing)


def _without_victim(words: Sequence[Word], actor: Span) -> Span:
    """Return the actor without whom the deed was done to: "the shooting by police officers of Ada Marn"."""
    first, last = index_of(words, actor), bisect_left(words, actor.end, key=lambda word: word.start)
    of = next((k for k in range(first + 1, last - 1) if words[k].low == "of"), None)
    if of is None or not words[of + 1].cap or words[of - 1].low not in _OFFICERS:
        return actor
    return Span(actor.start, words[of - 1].end)


def _is_other_s(words: Sequence[Word], at: int, by: int) -> bool:
    """Whether "by" belongs to another participle: "shot at a vehicle used by"; "an order carried out by" is no deed."""
    low = words[at].low
    last = by - 1
    while last > at and (words[last].low.endswith("ly") or words[last].low in TIME_WORDS):
        last -= 1
    other = words[last].low
    if last > at and (other in _PARTICIPLES or (other.endswith("ed") and other not in _OF_DEEDS)):
        return True
    if "suicide" in (low, other) or has(words, at, by, frozenset({"suicide"})):
        return True
    return low in NEEDS_OBJECT - _EVIL and not _names_a_deed(words, at, by)


def _names_a_deed(words: Sequence[Word], at: int, by: int) -> bool:
    """Whether a deed is named before "by"; in a name ("the Violence Prevention Act") none is."""
    told = words[max(0, at - FAR - NEAR) : by]
    return any(word.low in DEED_NOUNS | ACTS | ACTIONS and not word.cap for word in told)


def _has_object(words: Sequence[Word], at: int) -> bool:
    """Whether an object stands behind the verb, past a day: "kidnapped today two miners", "attacked at least 10"."""
    first = at + 1
    while first < len(words) and words[first].low in TIME_WORDS:
        first += 1
    low = words[first].low if first < len(words) else "."
    if low.endswith("ing") and not words[first].cap and low not in DEED_NOUNS:
        return False  # "a man killed fighting"
    if (has(words, first + 1, first + 2, frozenset({"times"})) and not has(words, first + 2, first + 3, _AT)) or has(
        words, first, first + 4, frozenset({"ago"})
    ):
        return False  # "a clerk shot 41 times", "Marn, killed 12 years ago"
    if low == "dead" and first + 1 < len(words) and (is_mark(words[first + 1]) or words[first + 1].low in _NO_OBJECT):
        return False  # “Marn shot dead”
    if low == "at" and first + 1 < len(words) and words[first + 1].low == "least":
        return True
    return low not in _AFTER_PARTICIPLE and (first == at + 1 or low not in _NO_OBJECT)


def _is_habit(words: Sequence[Word], group: int, at: int) -> bool:
    """Whether it tells of no one deed: "are often killed by"."""
    inside = {word.low for word in words[group:at]}
    return bool(inside & {"is", "are"}) and "being" not in inside


def _subject(words: Sequence[Word], at: int) -> Iterator[Said]:
    """ "X killed", "X has carried out an attack"; "the man killed in the attack" has no subject."""
    low, after = words[at].low, words[at + 1].low if at + 1 < len(words) else ""
    if low.endswith("ing") or (low in DEED_NOUNS and low not in ("attack",)):
        return
    actor, group = before(words, at)
    ones = words[group - 1].low == "who" and words[group - 2].low in ("ones", "one") if group > 3 else False
    if ones and has(words, group - 5, group - 2, BE):  # "soldiers were the ones who murdered"
        actor, _ = before(words, next(k for k in range(group - 3, -1, -1) if words[k].low in BE))
    if actor is None and not has(words, group, at, BE) and has_its_object(words, at):
        yield from of_its_own(words, at, group)
    if actor is None:
        return
    if has(words, group, at, BE) or after in _NO_OBJECT or after in _SELVES:
        return
    verb = at + 1 if low == "gunned" else at
    told = verb == at or not has(words, verb + 1, verb + 2, _NO_OBJECT)  # "those gunned down in Arlen"
    if not told or ((verb > at or low not in NEEDS_BEHIND) and not _has_object(words, verb)):
        return  # "the man killed on Sunday"
    if not happened(words, group, at) or (low in ("kill", "kills") and not is_denied(words, group, at)):
        return
    first = index_of(words, actor)
    if is_taken_back(words, first) or has(words, at + 1, at + 4, frozenset({"no", "zero"})):
        return
    if not has_its_object(words, at) or is_search(words, actor, at):
        return
    if is_denied(words, group, at):
        yield Said(actor, cue_of(words, at, at + 1), "denied")
        return
    asked = words[group - 1].low in ("who", "which", "that") and group > first
    last = bisect_left(words, actor.end, key=lambda word: word.start)
    kept = reserve(words, first, last) or reserve(words, max(last, group), at)
    standing = kept or (None if asked else framed(words, first)) or "asserted"  # "whether the men who shot him met"
    if words[first].cap and words[first - 2].cap:  # "Orin and Marn killed", not "Orin fell and rebels killed"
        yield from each(words, actor, cue_of(words, at, at + 1), standing)
    else:
        yield Said(actor, cue_of(words, at, at + 1), standing, aside=asked)


def of_its_own(words: Sequence[Word], at: int, group: int) -> Iterator[Said]:
    """ "The army said it had killed 20 rebels", "the rebels said on Monday they had shelled the town"."""
    if words[group - 1].low not in ("it", "they"):
        return
    tells = group - 2
    while tells > 0 and (words[tells].low in TIME_WORDS or words[tells].low in ("that", "on", "late", "early")):
        tells -= 1
    teller = before(words, tells)[0] if tells > 0 and words[tells].low in TELLS else None
    if teller is None:
        return
    is_armed = any(w.low in ARMED for w in words if teller.start <= w.start < teller.end)
    if words[group - 1].low == "they" and not is_armed:
        return  # "villagers said they had killed": they may be others
    yield Said(teller, cue_of(words, at, at + 1), "denied" if is_denied(words, group, at) else "claimed", teller)


def _with_party(words: Sequence[Word], actor: Span) -> Span:
    """Return the actor with the party told behind it: "another column, also belonging to the Salt Front"."""
    at = bisect_left(words, actor.end, key=lambda word: word.start)
    while at < len(words) and words[at].low in (",", "also", "allegedly", "presumably"):
        at += 1
    if at + 1 >= len(words) or words[at].low not in ("belonging", "loyal") or words[at + 1].low != "to":
        return actor
    party = behind(words, at + 2)
    return Span(actor.start, party.end) if party is not None else actor


def index_of(words: Sequence[Word], span: Span) -> int:
    return bisect_left(words, span.start, key=lambda word: word.start)


def each(words: Sequence[Word], actor: Span, cue: Span, standing: DeedStanding) -> Iterator[Said]:
    """Yield a statement for the actor, and for the one that "and" joins before it."""
    yield Said(actor, cue, standing)
    first = index_of(words, actor)
    if first > 1 and words[first - 1].low == "and":
        other, _ = before(words, first - 1)
        behind_verb = other is not None and is_verb(words, index_of(words, other) - 1)
        if other is not None and not behind_verb:
            yield Said(other, cue, standing)
