"""Readings of lengths ("two weeks") and sets ("every Friday")."""

from headwater.times.grammar import Match, Reading
from headwater.times.lexicon import CARDINALS, FUTURE, MONTHS, MULTIPLIERS, PAST, SEASONS, WEEKDAYS, listed
from headwater.times.meanings import Fixed
from headwater.times.numbers import number_of
from headwater.times.parts import duration_of, part_of, unit_of

NOT_A_LENGTH = frozenset(listed("in when that which where who of"))  # "a year in which …" tells of a year

YOUNG = frozenset(  # what is as old as "six-month-old" says, and its age no time that is told
    listed(
        """
        son daughter boy girl baby babies infant child children twin twins brother sister toddler grandson
        granddaughter nephew niece puppy kitten
        """
    )
)
_BEHIND_A_RATE = frozenset(listed("after before later earlier ago into from since of for on apart ahead"))
_AMOUNTS = frozenset(listed("million billion trillion percent cents dollars pounds euros %"))
_NUMERALS = CARDINALS.keys() | MULTIPLIERS.keys()
RATE_REACH = 4  # tokens before "a week" that may hold the number: "70 new cases a week"
_MODALS = frozenset(listed("will would could may might can hope hopes hoped 'll ll"))
_SPAN_LEADS = frozenset(listed("within follow follows followed following"))

OWNERS = frozenset(listed("the a its his her their our this that s 's ’s"))
QUOTES = frozenset(('"', "“", "”", "'", "‘", "«", "("))
# words before which "over" is "more than"; elsewhere it is "during": "evolved over several years"
_MEASURES = frozenset(listed("for in of after within just well took takes last lasted lasts spent from by only"))
BEHIND_A_PAPER = frozenset(
    listed("said says reported reports wrote writes published publishes quoted of in that which and has had is was did")
)


def read_length(match: Match) -> Reading | tuple[()] | None:
    """ "two weeks", "two-week", "the past three months", "a year"; not the age of a person ("45-year-old"), and no
    rate ("$5 a year", "40 flights a week")."""
    words, start = match.words("number"), match.found.start()
    if "and" in words and words[-1] in CARDINALS and not MULTIPLIERS.keys() & set(words):
        second = words.index("and") + 1  # "six and eight years" are two lengths; the second has its unit
        words, start = words[second:], match.first("number") + second
    number = number_of(words)
    unit = unit_of(match)
    if match.word("number") in ("a", "an") and not _is_one_length(match, unit):
        return None
    if words == ["one"] and match.word("unit") == "day" and _is_to_come(match):
        return Reading("date", Fixed(FUTURE))
    if match.has("more") and match.word("more") != "more":
        return None
    if unit == "quarter" and number == 3 and match.word("unit") == "quarters" and match.after in ("of", "full"):
        return None  # a share
    if match.has("old"):
        if match.after in YOUNG:
            return ()
        return None if unit == "year" else Reading("duration", Fixed(duration_of(number, unit)))
    if match.after == "old" or (unit == "year" and match.after in ("-", "–") and _follows(match, 1, "old")):
        return None
    if unit == "second" and match.word("unit") == "second" and match.word("number") in ("a", "1"):
        return None
    spread = match.tokens.words[start] == "over" and match.before not in _MEASURES
    return Reading("duration", Fixed(duration_of(number, unit)), start + spread)


def _is_one_length(match: Match, unit: str) -> bool:
    """Whether "a year" is a length: not "a minute-by-minute guide", "a year in which …", "a day", "$5 a year"."""
    if unit in ("second", "day", "quarter") or (match.after == "-" and _follows(match, 1, "by")):
        return False
    led = match.tokens.words[match.found.start()] not in ("a", "an") or match.before in ("within", "after", "following")
    spanned = match.after == "of" and unit != "weekend" and led  # "nearly a year of talks"
    return (match.after not in NOT_A_LENGTH or spanned) and not _is_rate(match)


def _is_rate(match: Match) -> bool:
    """Whether "a year" says how often: behind an amount, or behind things that are counted."""
    words, at = match.tokens.words, match.found.start()
    if match.after in _BEHIND_A_RATE or not at:
        return False
    if words[at - 1][0].isdigit() or words[at - 1] in _AMOUNTS:
        return True
    near = words[max(0, at - RATE_REACH) : at - 1]
    return words[at - 1].endswith("s") and any(word[0].isdigit() or word in _NUMERALS for word in near)


def _is_to_come(match: Match) -> bool:
    """Whether "one day" is some day of the future: "will one day return", "One day she hopes to"."""
    words, start, end = match.tokens.words, match.found.start(), match.found.end()
    return not _MODALS.isdisjoint([*words[max(0, start - 2) : start], *words[end : end + 2]])


def _follows(match: Match, ahead: int, word: str) -> bool:
    at = match.found.end() + ahead
    return at < len(match.tokens.words) and match.tokens.words[at] == word


def read_and_a_half(match: Match) -> Reading | None:
    return Reading("duration", Fixed(duration_of(1.5, unit_of(match))))


def read_half_unit(match: Match) -> Reading | None:
    return Reading("duration", Fixed(duration_of(0.5, unit_of(match))))


def read_bare_units(match: Match) -> Reading | None:
    """ "for years", "in weeks", "followed months of talks": a rough length; "in past years" is the past."""
    at = match.found.start()
    if match.before == "past" and match.tokens.words[at - 2] in ("in", "of", "from", "than"):
        return Reading("date", Fixed(PAST), at - 1)
    if match.after == "of" and match.before in (*_SPAN_LEADS, "after"):
        return Reading("duration", Fixed(duration_of(None, unit_of(match))))
    if match.before not in ("for", "in", "within", "after", "over", "takes", "took", "last", "take", "lasted"):
        return None
    if match.after == "of":
        return None
    if match.after == "past":
        return Reading("date", Fixed(PAST), None, match.found.end() + 1)
    return Reading("duration", Fixed(duration_of(None, unit_of(match))))


def read_bare_length(match: Match) -> Reading | None:
    """ "month-long", "years-long"."""
    plural = match.word("unit") != unit_of(match)
    return Reading("duration", Fixed(duration_of(None if plural else 1, unit_of(match))))


def read_one_length(match: Match) -> Reading | None:
    return Reading("duration", Fixed(duration_of(1, unit_of(match))))


def read_every(match: Match) -> Reading | tuple[()] | None:
    """ "every week", "each Friday", "per day"; "per hour" is a measure of speed or pay."""
    if match.tokens.words[match.found.start()] == "per" and unit_of(match) in ("second", "minute", "hour"):
        return ()
    number = number_of(match.words("number")) if match.has("number") else 1.0
    if match.has("weekday"):
        return Reading("set", Fixed(f"XXXX-WXX-{WEEKDAYS[match.word('weekday')]}"))
    if match.has("month"):
        return Reading("set", Fixed(f"XXXX-{MONTHS[match.word('month')]:02}"))
    if match.has("season"):
        return Reading("set", Fixed(f"XXXX-{SEASONS[match.word('season')]}"))
    if match.has("part"):
        return Reading("set", Fixed(f"XXXX-XX-XX{part_of(match.word('part'))}"))
    if match.word("other") == "other":
        number = 2.0
    return Reading("set", Fixed(duration_of(number, unit_of(match))))


def read_every_two(match: Match) -> tuple[Reading, ...]:
    """ "every Monday and Thursday morning"."""
    part = part_of(match.word("part")) if match.has("part") else ""
    first, second = (f"XXXX-WXX-{WEEKDAYS[match.word(name)]}" for name in ("weekday", "weekday2"))
    return (
        Reading("set", Fixed(first), match.found.start(), match.last("weekday")),
        Reading("set", Fixed(second + part), match.first("weekday2"), match.found.end()),
    )


def no_time(match: Match) -> tuple[()]:
    """Nothing: the words are claimed, so that no shorter rule reads a part of them ("two Fridays ago")."""
    return ()


def read_weekdays(match: Match) -> Reading | None:
    """ "on Fridays", "Friday nights"."""
    day = match.word("weekdays").removesuffix("s") if match.has("weekdays") else match.word("weekday")
    if match.has("weekday") and not match.word("part").endswith("s"):
        return None
    part = part_of(match.word("part")) if match.has("part") else ""
    return Reading("set", Fixed(f"XXXX-WXX-{WEEKDAYS[day]}{part}"))


def read_often(match: Match) -> Reading | None:
    if _is_paper(match):
        return None
    value = {
        "daily": "P1D", "weekly": "P1W", "monthly": "P1M", "quarterly": "P3M", "yearly": "P1Y", "annually": "P1Y",
        "hourly": "PT1H", "nightly": "XXXX-XX-XXTNI", "fortnightly": "P2W",
    }[match.word("often")]  # fmt: skip
    return Reading("set", Fixed(value))


def _is_paper(match: Match) -> bool:
    """Whether "weekly" is the noun: "the weekly Al-Sahra", "in its weekly, The Anvil", "the daily reported"."""
    at = match.found.end()
    names = [match.tokens.shown(k, k + 1)[:1].isupper() for k in range(at, min(at + 2, len(match.tokens.words)))]
    if names and names[0]:
        return True
    own = match.tokens.shown(match.found.start(), match.found.start() + 1)
    if (
        own.istitle()
        and match.found.start()
        and match.tokens.shown(match.found.start() - 1, match.found.start()).istitle()
    ):
        return True  # the Marl Daily
    named = len(names) > 1 and names[1]
    if match.after in QUOTES and named:
        return True
    start = match.found.start()
    if match.before in OWNERS:
        return not match.after[:1].isalpha() or match.after in BEHIND_A_PAPER
    adjective = start > 1 and match.tokens.words[start - 2] in OWNERS  # "the official weekly, The Anvil"
    return adjective and match.after == "," and named
