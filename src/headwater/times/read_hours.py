"""Readings of times of day: clocks and parts of the day, alone or with their date."""

from headwater.times.grammar import Match, Reading
from headwater.times.lexicon import listed
from headwater.times.meanings import Meaning, Shift
from headwater.times.parts import clock_of, part_of, point_of

# words before which "10:57" or "noon" alone is a time of day; "5:54" may be a verse, "3:1" a score
CLOCK_LEADS = frozenset(listed("at around about by until till from before after"))

_HALVES = {"morning": 0, "afternoon": 12, "evening": 12, "night": 12}  # hours from midnight to the half of the clock


def read_time(match: Match) -> Reading | None:
    """ "7:15 p.m.", "noon Thursday", "5 p.m. EST Nov. 9": on the running day where no day is named."""
    clock = clock_of(match)
    if clock is None or not _is_time_of_day(match):
        return None
    day: Meaning
    if match.has("today"):
        day = Shift({"yesterday": -1, "tomorrow": 1}.get(match.word("today"), 0), "day", "speech", clock)
    elif match.has("weekday") or match.has("month"):
        point = point_of(match, part=clock)
        if point is None:
            return None
        day = point
    else:
        day = Shift(0, "day", "focus", clock)
    return Reading("time", day)


def read_hour_of_part(match: Match) -> Reading | None:
    """ "at 4 in the morning", "around 10 at night": on the running day."""
    hours = _HALVES.get(match.word("half"))
    pieces = [int(piece) for piece in match.word("hour").split(":") if piece.isdigit()]
    if hours is None or not pieces or not 1 <= pieces[0] <= 12 or match.before not in CLOCK_LEADS | {"since"}:
        return None
    hour = pieces[0] % 12 + hours
    if match.word("half") == "night" and pieces[0] in (12, 1, 2, 3, 4, 5):
        return None  # "2 at night" is of the next day
    return Reading("time", Shift(0, "day", "focus", f"T{hour:02}:{pieces[1] if len(pieces) > 1 else 0:02}"))


def read_part_of_date(match: Match) -> Reading | None:
    """ "the morning of 31 January 1965", "the night of Oct. 23"."""
    point = point_of(match, part=part_of(match.word("part")))
    return None if point is None else Reading("time", point)


def _is_time_of_day(match: Match) -> bool:
    led = match.before in CLOCK_LEADS
    if match.has("hour"):
        return match.has("meridiem") or match.has("zone") or (":" in match.word("hour") and led)
    dated = match.has("weekday") or match.has("today") or match.has("month")
    return dated or (led and match.word("part") in ("noon", "midnight", "midday"))
