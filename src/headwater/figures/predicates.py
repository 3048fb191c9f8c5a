"""Finds what is said to have happened to the counted: "were killed", "killing", "the murder of", "dead", "arrested".

A counted phrase takes its predicate from its right (passive, relative clause, participle, adjective), else from its
left (active verb, event noun, toll), else from the phrases that it is coordinated with, else from the figure that it
is part of. An active verb behind the phrase ("200 rebels killed two guards") says nothing of the counted and is passed.
Known limits: no parser; a predicate more than LOOK tokens away is not found.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from headwater.figures.counted import Counted
from headwater.figures.effects import effect_of
from headwater.figures.happenings import (
    BARE_VERBS,
    BE,
    CLAUSES,
    DEADLY,
    EVENT,
    EVENT_NOUNS,
    FEARED,
    HAPPENINGS,
    INTRANSITIVE,
    KIN,
    OF_SURVEYS,
    OTHER_CLAUSES,
    SAYS_NOTHING,
    SINGULAR,
    STATES,
    TOLD,
)
from headwater.figures.harms import before_object, behind_subject
from headwater.figures.mentions import Mention
from headwater.figures.numerals import is_number_word
from headwater.figures.qualifiers import DOWN, MOVING, UP
from headwater.figures.reserve import CONFIRMED, NEGATIONS, UNREAL, expected, held_back, is_adverb
from headwater.figures.tokens import Run
from headwater.figures.vocabulary import (
    AUXILIARIES,
    DETERMINERS,
    FUNCTION,
    MONTHS,
    PARTICIPLES_AS_NOUNS,
    SPEECH,
    WEEKDAYS,
    is_participle,
    is_plural,
    listed,
)

_CONTRAST = 8  # tokens between a number and the one that it is not
_ALONG = 22  # tokens between "was killed at 8 near his home" and "along with two guards"
_TO_EVENT = 10  # tokens between "the murder on Friday in Harl" and "of two guards"
_TO_NEXT = 4  # tokens between a listed object and its "and"
_TOLL = 13  # tokens between "the number of people killed" and the number
LOOK = 16  # tokens; the longest gap between a counted phrase and its verb that is crossed

_JOINTS = frozenset(
    {",", "and", "or", "&", "plus", "as", "well", "also", "another", "the", "other", "at", "least", "about"}
)
_RELATIVES = listed("who that which who've who'd")
_ENDS_LISTS = listed(". ; : who which that when while but after before")
_INCLUDES = frozenset({"including", "include", "includes", "included", "among", "whom"})
_PASSED = listed(
    """
    about around at least up to more than over the a an another some of as many approximately almost nearly some only
    just total all other these those its their his also roughly no fewer less
    """
)


@dataclass(frozen=True, slots=True)
class Predicate:
    """The tokens ``[first, last)`` that say what happened; ``side`` is left or right of the counted phrase.

    ``reserve`` holds the words before it by which the text does not say that it happened: "could have", "not".
    """

    first: int
    last: int
    side: str
    reserve: str = ""


@dataclass(frozen=True, slots=True)
class Item:
    """A mention with what it counts."""

    mention: Mention
    counted: Counted

    @property
    def end(self) -> int:
        """The token behind the whole phrase."""
        return max(self.counted.last, self.mention.last)


def predicates(run: Run, items: Sequence[Item]) -> list[Predicate | None]:
    """Return the predicate of each item, in order; None where the text gives none."""
    right = [None if _is_measure(run, item) else _right(run, item) for item in items]
    left = [None if _is_measure(run, item) else _left(run, item) for item in items]
    for k in range(len(items) - 2, -1, -1):  # subjects in a row share the verb behind the last
        if (
            right[k] is None
            and _joined(run, items[k].end, items[k + 1])
            and left[k] is None
            and not _is_thing(items[k])
        ):
            right[k] = right[k + 1] if _is_shared(right[k + 1]) else None
    found: list[Predicate | None] = []
    for k, item in enumerate(items):
        own = _weightier(run, right[k], left[k])
        if own is None and k > 0 and _is_base(run, item):
            own = found[k - 1]  # "rose to 41, up from 14"
        if own is None and k > 0 and _is_contrasted(run, items[k - 1], item):
            before = found[k - 1]  # "16 people had died, not 14"
            own = replace(before, reserve="not") if before is not None else None
        vague = item.mention.form == "vague" and item.counted.head is None  # "six people and millions in losses"
        if own is None and k > 0 and not vague and _joined(run, items[k - 1].end, item):
            before = found[k - 1]
            own = before if before is not None and before.side == "left" else None
        found.append(own or (None if vague else _listed_object(run, item)))
    return [
        None if own is None else replace(own, reserve=own.reserve or _withheld(run, item, own))
        for item, own in zip(items, found, strict=True)
    ]


def _is_measure(run: Run, item: Item) -> bool:
    """Whether the number only measures or tells apart: "a 75-page decision", "a mother of three was killed"."""
    hyphened = run.low(item.mention.last) == "-" and run.glued(item.mention.last)
    of_kin = run.low(item.mention.first - 1) == "of" and run.low(item.mention.first - 2) in KIN
    if of_kin and item.counted.first == item.counted.last:
        return True
    return hyphened or run.low(item.mention.first - 1) == "magnitude"


def _weightier(run: Run, right: Predicate | None, left: Predicate | None) -> Predicate | None:
    """Prefer what stands behind, unless only what stands before is an event: "the murder of six men held"."""
    if right is None or left is None:
        return right or left
    if run.low(left.last - 1) == "of":
        return left  # "the killers of six teachers were freed": the verb is not said of the teachers
    return left if _is_event(run, left) and not _is_event(run, right) else right


def _is_base(run: Run, item: Item) -> bool:
    """Whether the number is what the number before it rose or fell from."""
    at = item.mention.first
    return item.counted.first == item.counted.last and run.low(at - 1) == "from" and run.low(at - 2) in {"up", "down"}


def _is_contrasted(run: Run, before: Item, item: Item) -> bool:
    """Whether the number is what the number before it is said not to be: "16 people died, not 14"."""
    at = item.mention.first
    return run.low(at - 1) == "not" and run.low(at - 2) == "," and at - before.end <= _CONTRAST


def _is_event(run: Run, predicate: Predicate) -> bool:
    words = [run.low(at) for at in range(predicate.first, predicate.last)]
    return any(EVENT.match(word) or word in EVENT_NOUNS or word in STATES for word in words)


def _is_thing(item: Item) -> bool:
    """Whether the phrase counts happenings, which share no verb with people: "53 clashes, 12 soldiers killed"."""
    return item.counted.head in HAPPENINGS


def _is_shared(predicate: Predicate | None) -> bool:
    return predicate is not None and predicate.side == "right"


def _withheld(run: Run, item: Item, own: Predicate) -> str:
    first = item.mention.first
    if (run.low(first - 2), run.low(first - 1)) == ("all", "but"):
        return "not"  # "all but nine have been found"
    if _is_of_none(run, first):
        return "not"
    return held_back(run, own.first) or _of_toll(run, item, own)


def _is_of_none(run: Run, first: int) -> bool:
    """Whether the phrase stands behind "none of": "none of the four priests and 100 refugees was hurt"."""
    for at in range(first - 1, max(first - _ALONG, -1), -1):
        if run.low(at) in {"none", "neither"}:
            return run.low(at + 1) == "of"
        number = run.kind(at) == "number" or is_number_word(run.low(at))
        if run.low(at) not in _JOINTS | _PASSED and not number and not is_plural(run.low(at)):
            return False
    return False


def _of_toll(run: Run, item: Item, own: Predicate) -> str:
    """Return what a toll before the number is held back by: "the toll could exceed 100"."""
    tolled = own.side == "left" and run.low(own.last - 1) in TOLD | {"toll"}
    return expected(run, own.last, item.mention.first) if tolled else ""


def _joined(run: Run, end: int, item: Item) -> bool:
    """Whether only commas, "and" and hedges stand between ``end`` and ``item``, with at least one joint."""
    start = item.mention.first
    between = [run.low(at) for at in range(end, start)]
    joint = any(word in {",", "and", "or", "&", "plus"} for word in between) and "only" not in between
    return joint and len(between) <= 6 and all(word in _JOINTS or word in _PASSED for word in between)


def _right(run: Run, item: Item) -> Predicate | None:
    at = item.end
    if item.mention.unit is not None and item.mention.unit.kind != "rate":
        return None
    if item.counted.head in PARTICIPLES_AS_NOUNS:
        return None
    at = _past_additions(run, at)
    stop = min(item.end + LOOK, len(run.tokens))
    relative = run.low(at) in _RELATIVES or (run.low(at) == "," and run.low(at + 1) == "who")
    who = relative and run.low(at) != "that"
    if relative:
        aside = _behind_aside(run, at + 2, stop) if run.low(at) == "," else None
        if aside is not None:
            return aside
        at += 1 + (run.low(at) == ",")
    passive = perfect = False
    single = item.mention.value is None or item.mention.value > 1
    of_none = _is_of_none(run, item.mention.first)  # "none of the nurses was hurt"
    if run.low(at) in SINGULAR and single and is_plural(item.counted.head or "") and not of_none:
        return None  # the verb has another subject: "the murder of six priests, was removed"
    while at < stop and (run.low(at) in AUXILIARIES or is_adverb(run.low(at)) or run.low(at) in NEGATIONS):
        passive = passive or run.low(at) in BE
        perfect = perfect or run.low(at) in {"have", "had", "has"}
        at += 1
    low = run.low(at)
    if at >= stop or run.kind(at) != "word" or (low in SPEECH and not passive):
        return None  # "one witness said"
    if low == "compared":
        return None
    harmed = None if passive else behind_subject(run, at)
    if harmed is not None:
        return Predicate(at, harmed, "right")
    if passive and low == "left" and run.low(at + 1) in STATES:
        return Predicate(at, at + 2, "right")
    if low in OF_SURVEYS and not (passive or perfect):
        return None  # "a poll of 1,204 adults published on Wednesday"
    if low in STATES and (passive or not _takes_object(run, at + 1)):
        main = None if passive or perfect else _behind_reduced(run, at, stop)
        return main or Predicate(at, at + 1, "right")
    if low in INTRANSITIVE and not (low == "left" and _takes_object(run, at + 1)):
        return Predicate(at, at + 1, "right")
    if passive and low == "among" and run.low(at + 1) in {"the", "those"}:
        told = run.low(at + 2) in STATES or EVENT.match(run.low(at + 2)) is not None
        return Predicate(at + 2, at + 3, "right") if told else None
    if low.endswith("ing") and not passive and is_participle(low):
        return _behind_relative(run, at, stop)  # "two policemen guarding the gate were killed"
    if not is_participle(low) or low.endswith("ing"):
        return _behind_relative(run, at, stop) if who else None
    if passive and low in FEARED | CONFIRMED and (run.low(at + 1), run.low(at + 2)) == ("to", "have"):
        verb = _past_adverbs(run, at + 3)  # "are known to have died"
        believed = f"{low} to have" if low in FEARED else ""
        return Predicate(verb, _to_death(run, verb), "right", believed) if _is_effect(run.low(verb)) else None
    if passive and run.low(at + 1) in STATES | {"killed"} and low in FEARED | CONFIRMED:
        return Predicate(at + (low in CONFIRMED), at + 2, "right")  # "feared dead" are not the dead
    end = _to_death(run, at)  # "three men shot and killed the minister" says nothing of the three
    if passive or not (perfect or relative or _takes_object(run, end)):
        main = None if passive or perfect else _behind_reduced(run, at, stop)
        return main or Predicate(at, end, "right")
    return _behind_relative(run, at, stop) if who else None


def _behind_reduced(run: Run, at: int, stop: int) -> Predicate | None:
    """Find what happened to those whom the participle at ``at`` only tells apart: "three men held at Harl died"."""
    before = effect_of([run.low(at)])
    if before == "death":
        return None
    for k in range(at + 1, stop):
        low = run.low(k)
        if run.kind(k) != "word" or low in CLAUSES or is_number_word(low) or low in SPEECH:
            return None
        passive = low in BE and _is_effect(run.low(_past_adverbs(run, k + 1)))
        at = _past_adverbs(run, k + 1) if passive or low in {"have", "had", "has"} else k
        verb = run.low(at)
        if (passive or verb in INTRANSITIVE) and effect_of([verb]) not in ("", before):
            return Predicate(at, _to_death(run, at), "right")
    return None


def _is_effect(word: str) -> bool:
    return bool(effect_of([word])) and (is_participle(word) or word in STATES)


def _past_adverbs(run: Run, at: int) -> int:
    while is_adverb(run.low(at)) or run.low(at) == "been":
        at += 1
    return at


def _to_death(run: Run, at: int) -> int:
    """Return the end of "shot dead", "stabbed to death", "shot and killed" at ``at``, else that of the verb alone."""
    if run.low(at) not in DEADLY:
        return at + 1
    if run.low(at + 1) == "dead":
        return at + 2
    return at + 3 if (run.low(at + 1), run.low(at + 2)) in {("to", "death"), ("and", "killed")} else at + 1


def _behind_relative(run: Run, at: int, stop: int) -> Predicate | None:
    """Find the main verb behind "who worked for them were murdered"."""
    for k in range(at + 1, stop):
        if run.low(k) in {"were", "are"} and run.low(k - 1) not in {"who", "that", "which", "they", "we"}:
            while is_adverb(run.low(k + 1)) or run.low(k + 1) == "been":
                k += 1
            found = is_participle(run.low(k + 1)) or run.low(k + 1) in STATES
            return Predicate(k + 1, k + 2, "right") if found and not run.low(k + 1).endswith("ing") else None
        if run.low(k) in {".", ";", "when", "while", "but"}:
            return None
    return None


def _behind_aside(run: Run, at: int, stop: int) -> Predicate | None:
    """Find what happened to those of whom an aside tells: "two men, who had hidden a guard, were shot to death"."""
    shut = next((k for k in range(at, stop) if run.low(k) == ","), stop)
    verb = shut + 1
    while run.low(verb) in AUXILIARIES or is_adverb(run.low(verb)):
        verb += 1
    passive = verb > shut + 1 and run.low(verb - 1) not in {"have", "has", "had"}
    end = _to_death(run, verb)
    harmed = (passive and is_participle(run.low(verb))) or run.low(verb) in INTRANSITIVE
    told = harmed and effect_of([run.low(k) for k in range(verb, end)])
    return Predicate(verb, end, "right") if told and not effect_of([run.low(k) for k in range(at, shut)]) else None


def _takes_object(run: Run, at: int) -> bool:
    """Whether an object begins at ``at``, which makes the verb before it active."""
    while is_adverb(run.low(at)):
        at += 1
    low = run.low(at)
    if (
        run.kind(at) == "number"
        or low in DETERMINERS
        or low in {"him", "her", "them", "it", "one", "two", "three", "at"}
    ):
        return low != "at" or run.low(at + 1) == "least"
    if (
        low in {"today", "yesterday", "tonight", "tomorrow", "here", "there", "so", "when", "while", "since"}
        or low in FUNCTION
    ):
        return False
    return run.kind(at) == "word" and (is_plural(low) or (run.tokens[at].is_capital and not run.shouted))


def _past_additions(run: Run, at: int) -> int:
    """Return the token behind "[bracket]", ", including a mayor,", "and a civilian", ", most of them women,"."""
    stop = min(at + LOOK, len(run.tokens))
    if run.low(at) in {"[", "("}:
        close = next((k for k in range(at, stop) if run.low(k) in {"]", ")"}), None)
        at = close + 1 if close else at
    start = at
    comma = run.low(at) in {",", "-", "–", "—"}
    if comma or run.low(at) in {"and", "including", "in", "from", "at", "on"}:
        k = at + comma
        if comma and run.low(k) == "who":
            return at
        if run.low(k) in {"and", "but", "while"} and not _begins_noun(run, k + 1):
            return start
        while (
            k < stop
            and (run.low(k) not in AUXILIARIES or run.low(k) == "have")
            and run.low(k) not in {";", "."} | OTHER_CLAUSES
        ):
            if run.low(k) == "whom":  # "36 people, 11 of whom have wounds, were held"
                k = next((j for j in range(k, stop) if run.low(j) == ","), stop)
            if is_participle(run.low(k)) and not run.low(k).endswith("ing") and run.low(k - 1) not in DETERMINERS:
                break
            if run.low(k) in INTRANSITIVE:
                break
            k += 1
        if k < stop and run.low(k) == "who" and run.low(k - 1) == ",":
            return k  # "six priests, five of them Spaniards, who were killed"
        if k < stop and (run.low(k) in AUXILIARIES or run.low(k) in INTRANSITIVE):
            return k
    return start


def _begins_noun(run: Run, at: int) -> bool:
    return run.low(at) in DETERMINERS or run.kind(at) == "number" or is_number_word(run.low(at))


def _left(run: Run, item: Item) -> Predicate | None:
    at = (
        item.mention.hedge.first
        if item.mention.hedge and item.mention.hedge.first < item.mention.first
        else item.mention.first
    ) - 1
    if item.mention.unit is not None:
        return None
    while run.low(at) in _PASSED and item.mention.first - at < 7:
        if run.low(at) == "of":
            of_event = _event_before(run, at)
            if of_event is not None:
                return of_event
        at -= 1
    low = run.low(at)
    if low == "with" and run.low(at - 1) in {"along", "together"}:
        for k in range(at - 2, max(at - _ALONG, 0), -1):
            if run.low(k) in OTHER_CLAUSES or run.low(k) in SPEECH or run.low(k) in {".", ";"}:
                break
            if is_participle(run.low(k)) and run.low(k - 1) in BE:
                return Predicate(k, _to_death(run, k), "left")
    if low in {"dead", "death"}:  # "shot dead 16 miners"
        first = next((k for k in (at - 1, at - 2) if run.low(k) in DEADLY), at)
        if first < at == _to_death(run, first) - 1 and run.low(first - 1) not in BE:
            return Predicate(first, at + 1, "left")
    if at < 0 or run.kind(at) != "word":
        return _toll(run, item)
    if low in BARE_VERBS and run.low(at - 1) in UNREAL:
        return None  # "threatened to kill ten judges"
    if (is_participle(low) or low in BARE_VERBS) and low not in STATES - {"wounded", "injured", "hurt"}:
        if run.low(at - 1) in BE and not low.endswith("ing"):
            return _toll(run, item)  # "the toll is expected to rise to 300"
        if low.endswith("ing") and run.low(at + 1) == "of" and low not in EVENT_NOUNS:
            return None  # "the reading of nine counts"
        if item.counted.head in {"point", "points"} and (low in UP or low in DOWN):
            return None  # "the index dropped 400 points"
        if item.mention.value == 1 and low.endswith("ing") and not EVENT.match(low):
            return None  # "favoring one religion"
        if low in SAYS_NOTHING or (low in MOVING and run.low(at + 1) == "up"):
            return None
        return Predicate(at, at + 1, "left")
    if low in {"are", "were", "include", "included", "includes", "was", "is"}:
        for k in range(at - 1, max(at - 5, -1), -1):
            if run.low(k) in {"dead", "killed", "wounded", "injured", "victims", "missing", "fatalities", "casualties"}:
                return Predicate(k, k + 1, "left")
    return _toll(run, item)


def _event_before(run: Run, of: int) -> Predicate | None:
    """Find the event whose "of" stands at ``of``: "the murder of", "the murder on Friday of", "took the lives of"."""
    if run.low(of - 1) in EVENT_NOUNS:
        return Predicate(of - 1, of + 1, "left")
    taking = before_object(run, of)
    if taking is not None:
        return Predicate(taking, of + 1, "left")
    for k in range(of - 2, max(of - _TO_EVENT, -1), -1):
        if run.low(k) in EVENT_NOUNS:
            return Predicate(k, k + 1, "left") if run.low(k + 1) in {"on", "in", "at", "last", "yesterday"} else None
        if run.low(k) in OTHER_CLAUSES or run.low(k) in AUXILIARIES or run.kind(k) == "mark":
            return None
    return None


def _toll(run: Run, item: Item) -> Predicate | None:
    """Find "the death toll rose to 44", "a toll of 12", "put the number of dead at 63"."""
    if item.counted.first < item.counted.last and item.counted.head not in {"people", "persons"}:
        return None
    for k in range(item.mention.first - 1, max(item.mention.first - _TOLL, -1), -1):
        if run.low(k) in {".", ";", ",", "and"}:
            return None
        if run.low(k) in TOLD and run.low(k - 1) in {"of", "the", "people"} and _is_number_of(run, k):
            return Predicate(k, k + 1, "left")
        if run.low(k) in TOLD and is_plural(run.low(k - 1)) and _is_number_of(run, k):
            return Predicate(k - 1, k + 1, "left")  # "the number of civilians killed has risen to 52"
        if run.low(k) == "toll":
            return Predicate(k - (run.low(k - 1) in {"death", "injury", "casualty"}), k + 1, "left")
    return None


def _is_number_of(run: Run, at: int) -> bool:
    """Whether "the number of" or "the count of the" stands before token ``at``."""
    of = at - 1 if run.low(at - 1) == "of" else at - 2
    return run.low(of) == "of" and run.low(of - 1) in {"number", "count", "total"}


def _listed_object(run: Run, item: Item) -> Predicate | None:
    """Find the event verb before a row of objects: "killing a nurse, the mayor and three guards"."""
    at = item.mention.first - 1
    while run.low(at) in _PASSED - {"of", "to"} and item.mention.first - at < 5:
        at -= 1
    if item.mention.unit is not None or run.low(at) not in {"and", ",", "well"}:
        return None  # "as well as" ends in words that are passed
    if run.low(at) == "," and not {"and", ","} & {run.low(k) for k in range(item.end, item.end + _TO_NEXT)}:
        return None  # no list: ", only a third of the houses"
    for k in range(at - 1, max(at - LOOK, -1), -1):
        low = run.low(k)
        if run.kind(k) == "word" and EVENT.match(low) and (is_participle(low) or low in BARE_VERBS):
            if run.low(k - 1) in BE or k + 1 >= at or not _begins_object(run, k + 1):
                return None
            return Predicate(k, k + 1, "left")
        if low in EVENT_NOUNS and run.low(k + 1) == "of":
            return Predicate(k, k + 2, "left")
        if low in {"were", "are", "include", "included"} and run.low(k - 1) in TOLD and run.low(k - 2) == "the":
            return None if is_participle(run.low(k + 1)) else Predicate(k - 1, k, "left")
        if low in AUXILIARIES or low in _ENDS_LISTS:
            return None
    return None


def _begins_object(run: Run, at: int) -> bool:
    low = run.low(at)
    if low in WEEKDAYS or low in MONTHS:
        return False  # "a poll released Wednesday and five points"
    return run.kind(at) in {"word", "number"} and (low in DETERMINERS or low not in FUNCTION or low in _PASSED)
