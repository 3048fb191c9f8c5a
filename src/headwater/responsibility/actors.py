"""Who can do a deed or accuse of one: a person, a group, a force, as a noun phrase with a head; never a thing."""

from headwater.records import Span
from headwater.responsibility.lexicon import (
    ACCUSERS,
    AGENTS,
    AUTHORITIES,
    DEED_NOUNS,
    NO_START,
    NOT_AGENTS,
    NOT_PARTIES,
    PARTS,
    PLACES,
    listed,
)
from headwater.responsibility.phrases import Word, is_mark, words_of

_CUTS = listed(
    """
    of in from at with to for near on by called known led loyal belonging linked allied named dressed wearing
    outside inside who that which against between among behind under about identified run over after
    before through into since during within as across without
    """
)
_PEOPLE = ("men", "man", "women", "woman", "ists", "ist", "teers", "eers")  # endings of nouns of people
_ONES = listed(
    """
    group gang man woman gunman soldier officer fighter militant rebel terrorist suspect attacker member leader driver
    murderer killer assassin bomber sniper shooter robber criminal individual guerrilla militia
    organization organisation movement regime party cell cop brother father son mother student wing
    """
)  # nouns of one that do not stand alone
_DETERMINED = listed(
    """
    a an the this that one some another each every his her its their our my your any either no two three dozens
    suspected alleged
    """
)
_ONE = frozenset({"a", "an", "the", "two", "three"})
_STORMS = ("hurricane", "storm", "typhoon", "cyclone")
_SPEAKERS = frozenset({"he", "she", "they", "we", "i", "who", "which", "it"})


def head_of(text: str, span: Span) -> Word | None:
    """Return the head of a noun phrase: the last word before what is told of it, "members of the gang"."""
    found = [word for word in words_of(text, span.start, span.end) if word.low[0].isalnum() or word.low in ",(["]
    while found and is_mark(found[0]):
        found = found[1:]
    two = len(["a", "calm"]) if found and found[0].low in ("a", "an", "the") else 0  # "a calm, old man"
    cut = next((k for k, w in enumerate(found) if k and (w.low in _CUTS or (is_mark(w) and k != two))), len(found))
    found = [word for word in found[:cut] if not word.low[0].isdigit()] or found[:1]
    return found[-1] if found else None


def can_act(text: str, actor: Span) -> bool:
    """Whether a phrase names a person, a group or a force. Text in capitals shows no names."""
    found = words_of(text, actor.start, actor.end)
    head = head_of(text, actor)
    if head is None or head.low.endswith(("'s", "s'")) or found[0].low in NO_START:
        return False
    if head.low in PARTS and any(word.low == "of" for word in found):
        inner = next(word.end for word in found if word.low == "of")
        rest = Span(inner + 1, actor.end)
        return rest.start < rest.end and can_act(text, rest)
    low = head.low
    if _is_storm(text, found, head):
        return False
    if low in NOT_AGENTS or low in DEED_NOUNS or low in NOT_PARTIES or low in PLACES:
        return False
    if (
        len(found) == 1
        and not head.cap
        and low in _ONES
        and any(map(str.islower, text[max(0, actor.start - 40) : actor.end]))
    ):
        return False  # "the Front-linked group" cut short
    if _is_cut(text, found, head):
        return False
    if low in AGENTS or low.endswith(_PEOPLE) or not any(map(str.islower, actor.of(text))):
        return True
    if not head.cap or _after_a_deed(found, head):
        return False
    before = text[max(0, actor.start - 3) : actor.start].rstrip()
    opens = not before or before[-1] in ".!?:"  # any first word is in capitals: "Falling debris", but "Hamas"
    return not (opens and head.start == actor.start and len(found) > 1 and not found[1].cap and found[1].low in _CUTS)


def _is_cut(text: str, found: list[Word], head: Word) -> bool:
    """Whether one of a kind stands without an article: "firing squad", "which armed group"; capitals show nothing."""
    told = [word for word in found if not is_mark(word)]
    plain = not any(word.cap for word in told) and any(map(str.islower, text[head.start : head.end]))
    return plain and head.low in _ONES | {"squad"} and len(told) > 1 and told[0].low not in _DETERMINED


def _is_storm(text: str, found: list[Word], head: Word) -> bool:
    """Whether it is a storm, or bears a name that the text gives one: "Hurricane Ada … Ada killed 60"."""
    if any(word.low in _STORMS for word in found):
        return True
    if not head.cap or len([word for word in found if not is_mark(word)]) > 1:
        return False
    name = text[head.start : head.end]
    return any(f"{storm.capitalize()} {name}" in text for storm in _STORMS)


def _after_a_deed(found: list[Word], head: Word) -> bool:
    """Whether a name stands behind a noun of a deed without being told by it: "the crime Orin is accused of"."""
    return any(word.low in DEED_NOUNS and word.end < head.start and not word.cap for word in found)


def can_accuse(text: str, holder: Span) -> bool:
    """Whether a phrase names somebody who can say it of another."""
    head = head_of(text, holder)
    known = head is not None and head.low in ACCUSERS | AUTHORITIES
    return known or holder.of(text).lower() in _SPEAKERS or can_act(text, holder)
