"""How victims relate that texts of one story count: the dead, or the injured, of the event that they report.

Texts of one story rarely name the dead alike ("four dockers", "four people", "four dead") and rarely date them. What
one story gives beside two counts instead: both are victims of the reported event, both texts name the same place or
person, and the texts have an order in time. Equal counts are then equal whatever the head. Counts that differ are
compared where the heads agree or one is of people in general: a number that the toll "rose to", or that the same source
gives on a later day, is an update; two numbers of one day are a conflict where each is the only toll of its text. A
larger number of another source on another day is left alone: it may be an update or a dispute, and no text says which.
Known limits: two attacks that one story tells of are told apart only by the names and dates beside their dead.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence

from headwater.records import FigureRelation, Story
from headwater.tallies.events import overlap
from headwater.tallies.relations import relate
from headwater.tallies.rivals import (
    LEAST,
    TELLING,
    Tally,
    common_names,
    counts_on,
    counts_the_rest,
    days_apart,
    in_time,
    may_agree,
    one_event,
)

EFFECTS = frozenset({"death", "injury"})  # the missing are found: fewer of them is no dispute
PEOPLE = "people"


class Told:
    """The victims of one effect and role in one story, with what each text counts of them."""

    def __init__(self, tallies: Sequence[Tally]) -> None:
        self.tallies = sorted(tallies, key=in_time)
        self._counts: defaultdict[str, set[float | None]] = defaultdict(set)
        self._values: defaultdict[str, set[float]] = defaultdict(set)
        self._heads: defaultdict[tuple[str, str], set[float | None]] = defaultdict(set)
        for tally in tallies:
            self._heads[tally.figure.document, tally.thing[0]].add(tally.figure.value)
            self._counts[tally.figure.document].add(tally.figure.value)
            if tally.figure.value is not None and tally.movement is None:
                self._values[tally.figure.document].add(tally.figure.value)

    def is_toll(self, tally: Tally) -> bool:
        """Whether the text gives no larger count of the victims, apart from one that the toll came to later."""
        return (tally.figure.value or 0.0) >= max(self._values[tally.figure.document], default=0.0)

    def is_sole(self, tally: Tally) -> bool:
        """Whether the text gives no other count of the victims."""
        return self._counts[tally.figure.document] == {tally.figure.value}

    def tells_apart(self, tally: Tally, head: str) -> bool:
        """Whether the text gives victims of ``head`` another number: "four dockers and nine sailors"."""
        given = self._heads[tally.figure.document, head]
        return tally.thing[0] != head and bool(given - {tally.figure.value})


def told_in_stories(tallies: Sequence[Tally], stories: Sequence[Story]) -> Iterator[Told]:
    """Yield what each story tells of its dead, and of its injured."""
    story_of = {document: story.id for story in stories for document in story.documents}
    groups: defaultdict[tuple[str, str, str], list[Tally]] = defaultdict(list)
    for tally in tallies:
        story = story_of.get(tally.figure.document)
        whole = tally.figure.subset_of is None and tally.figure.unit is None and not tally.is_part
        if story is not None and whole and tally.figure.role is not None and tally.thing[1] in EFFECTS:
            groups[story, tally.thing[1], tally.figure.role].append(tally)
    for key in sorted(groups):
        yield Told(groups[key])


def relate_in_story(left: Tally, right: Tally, told: Told) -> FigureRelation | None:
    """Return how two counts of a story relate, ``left`` being the earlier; None where that is not shown."""
    together = overlap(left.setting, right.setting)
    one, other = left.figure, right.figure
    if together is False or (one.role != "event" and not together):
        return None
    if not common_names(left, right) or counts_the_rest(left) or counts_the_rest(right):
        return None
    relation = relate(one, other)
    if relation == "equal":
        return "equal" if _are_equal(left, right, told) else None
    tolls = told.is_toll(left) and told.is_toll(right) and one.value is not None and other.value is not None
    if not tolls or not _are_alike(left, right) or not one_event(left, right):
        return None
    if counts_on(left, right):
        return "update"
    if (
        min(one.value or 0.0, other.value or 0.0) < LEAST
        or one.document == other.document
        or not may_agree(left, right)
    ):
        return None
    if left.narrowed != right.narrowed or left.movement or right.movement:
        return None
    sole = told.is_sole(left) and told.is_sole(right)
    return relation if sole and days_apart(left, right) == 0 else None


def _are_equal(left: Tally, right: Tally, told: Told) -> bool:
    value = left.figure.value or 0.0
    if value < LEAST or left.figure.document == right.figure.document:
        return False
    if left.narrowed and right.narrowed and left.narrowed != right.narrowed:
        return False  # "government soldiers", "rebel soldiers"
    if left.thing[0] != right.thing[0] and not overlap(left.setting, right.setting):
        if not (told.is_toll(left) and told.is_toll(right)):
            return False
        heads = left.thing[0], right.thing[0]
        if PEOPLE not in heads and (told.tells_apart(left, heads[1]) or told.tells_apart(right, heads[0])):
            return False
    return value >= TELLING or one_event(left, right)


def _are_alike(left: Tally, right: Tally) -> bool:
    heads = {left.thing[0], right.thing[0]}
    return len(heads) == 1 or PEOPLE in heads
