"""How shares, sums and plain counts relate that texts of one story give for the same thing: turnout, a profit, jobs.

Nobody came to harm, so texts give many such numbers of other times and of others' affairs. Equal ones are of one thing
where the noun is the same and the texts name the same place or body. Shares and sums that differ are compared only
where the text says what they measure ("net profit fell to 112 million"), each text gives one, and both are of the same
time: a conflict; or where the same source gives more on a later day: an update. Plain counts that differ are left.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence

from headwater.records import FigureRelation, Story
from headwater.tallies.events import overlap
from headwater.tallies.relations import relate
from headwater.tallies.rivals import TELLING, Tally, counts_on, days_apart, in_time, may_agree, shared_heads
from headwater.tallies.things import noun

RARE = 100  # from which on equal plain counts of one noun in one story are taken for the same


class Measured:
    """What the texts of one story give for one thing."""

    def __init__(self, tallies: Sequence[Tally]) -> None:
        self.tallies = sorted(tallies, key=in_time)
        self._values: defaultdict[str, set[float | None]] = defaultdict(set)
        for tally in tallies:
            self._values[tally.figure.document].add(tally.figure.value)

    def is_sole(self, tally: Tally) -> bool:
        """Whether the text gives no other number for the thing."""
        return self._values[tally.figure.document] == {tally.figure.value}


def measured_in_stories(tallies: Sequence[Tally], stories: Sequence[Story]) -> Iterator[Measured]:
    """Yield what each story gives for each thing that nobody came to harm by."""
    story_of = {document: story.id for story in stories for document in story.documents}
    groups: defaultdict[tuple[str, str], list[Tally]] = defaultdict(list)
    for tally in tallies:
        story, figure = story_of.get(tally.figure.document), tally.figure
        if story is None or tally.is_part or not figure.counts or figure.role is not None or figure.value is None:
            continue
        if figure.unit is not None and figure.counts not in tally.words:  # it stands before: "turnout was 61%"
            groups[story, tally.thing[0]].append(tally)
        elif figure.unit is None and figure.value >= TELLING and noun(figure):
            groups[story, noun(figure)].append(tally)
    for key in sorted(groups):
        yield Measured(groups[key])


def relate_measured(left: Tally, right: Tally, told: Measured) -> FigureRelation | None:
    """Return how two numbers for one thing relate, ``left`` being the earlier; None where that is not shown."""
    if left.figure.document == right.figure.document or overlap(left.setting, right.setting) is False:
        return None
    times = left.setting.when, right.setting.when
    if (None not in times and times[0] != times[1]) or not shared_heads(left, right):
        return None
    relation = relate(left.figure, right.figure)
    if relation == "equal" and _moved(left) == _moved(right):
        return "equal" if left.figure.unit is not None or _says_the_same(left, right) else None
    if left.figure.unit is None or _moved(left) or _moved(right) or not may_agree(left, right):
        return None
    if not (told.is_sole(left) and told.is_sole(right)) or left.narrowed != right.narrowed:
        return None
    if relation == "conflict" and times[0] == times[1] and counts_on(left, right):
        return "update"
    if relation == "conflict":
        near = days_apart(left, right)
        return relation if times[0] is not None and times[0] == times[1] and near is not None and near < 2 else None
    return relation


def _says_the_same(left: Tally, right: Tally) -> bool:
    """Whether more than the noun is shared: of "19 states" texts of one story tell many things."""
    told = left.narrowed | left.said, right.narrowed | right.said
    return (left.figure.value or 0.0) >= RARE or bool(told[0] & told[1])


def _moved(tally: Tally) -> str | None:
    """Return "up" or "down" of a number that says how far something moved; None for one that says where it is."""
    kind = tally.figure.qualifier.kind if tally.figure.qualifier else ""
    return kind if kind in {"up", "down"} and tally.movement is None else None
