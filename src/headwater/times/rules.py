"""The rules: which words make a time expression, and what each expression says by itself.

English news and history (TimeML guidelines 1.2.1, Saurí et al. 2006, and TIDES 2005 for narratives): the expression
takes its modifier ("early next year", "the end of 1990") and stops before a clause ("two days after …" is "two days").
Ages of persons, bare "day" or "time" and rates ("$5 a year") are not times.
"""

from headwater.times.grammar import Grammar, Reader, Rule, compiled, grammar
from headwater.times.lexicon import FUTURE, PAST, PRESENT
from headwater.times.read_calendar import (
    read_bare_day,
    read_before_christ,
    read_date,
    read_date_of_the_year,
    read_decade,
    read_half_of_year,
    read_holiday,
    read_iso,
    read_of_year,
    read_ordinal_unit,
    read_parted,
    read_period_of_year,
    read_picked,
    read_two_before_christ,
    read_two_days,
    read_two_months,
    read_two_years,
    read_weekday,
    read_year_in_words,
    read_year_thousands,
)
from headwater.times.read_hours import read_part_of_date, read_time
from headwater.times.read_lengths import (
    read_and_a_half,
    read_bare_length,
    read_bare_units,
    read_every,
    read_half_unit,
    read_length,
    read_often,
    read_one_length,
)
from headwater.times.read_relative import (
    read_ago,
    read_ago_today,
    read_current_unit,
    read_later,
    read_latest_period,
    read_past_alone,
    read_picked_part,
    read_picked_unit,
    read_quarter_of,
    read_the_unit,
    read_these_units,
    read_today,
    read_unit_end,
    read_week_of,
    read_year_ago_unit,
    reference,
)

_PICK = "pick:LAST/NEXT/this/PREVIOUS/FOLLOWING/that/PAST/COMING/CURRENT/SAME"
_RULES: tuple[tuple[str, str, Reader], ...] = (
    # the calendar
    ("iso date", "iso:ISO", read_iso),
    ("numeric date", "parted:PARTED", read_parted),
    (
        "day and month",
        "( weekday:WEEKDAY DOT? COMMA? )? ABOUT? the? day:DAY of? month:MONTH DOT? ( COMMA? of? year:YEAR/SHORTYEAR )?",
        read_date,
    ),
    (
        "month and day",
        "( weekday:WEEKDAY DOT? COMMA? )? ABOUT? month:MONTH DOT? the? day:DAY ( COMMA? of? year:YEAR/SHORTYEAR )?",
        read_date,
    ),
    (
        "two days of a month",
        "the? day:DAY DASH/AND/to/OR the? day2:DAY of? month:MONTH DOT? ( COMMA? year:YEAR )?",
        read_two_days,
    ),
    ("two days of a month", "month:MONTH DOT? day:DAY DASH/AND/to/OR day2:DAY ( COMMA? year:YEAR )?", read_two_days),
    ("two months of a year", "month:MONTH DASH/AND/to/OR month2:MONTH COMMA? of? year:YEAR", read_two_months),
    ("two years", "year:YEAR DASH year2:DIGITS", read_two_years),
    ("two years", "year:YEAR DASH year2:YEAR", read_two_years),
    ("month and year", "ABOUT? ( EARLY DASH? )? month:MONTH DOT? COMMA? of? year:YEAR", read_date),
    ("month", "ABOUT? ( EARLY DASH? )? month:MONTH DOT?", read_date),
    (
        "month of a year",
        f"( EARLY DASH? )? month:MONTH DOT? ( day:DAY )? of? the? {_PICK} SAME? unit:UNIT",
        read_of_year,
    ),
    ("day of a year", f"the? day:DAY of? month:MONTH DOT? of? the? {_PICK} SAME? unit:UNIT", read_of_year),
    (
        "holiday",
        "( pick:LAST/NEXT/this )? holiday:HOLIDAY GENITIVE? holiday_day:EVE/WEEKDAY? ( COMMA? of? year:YEAR )?",
        read_holiday,
    ),
    ("end of month", "the END of month:MONTH DOT? ( COMMA? of? year:YEAR )?", read_date),
    ("season and year", "the? EARLY? DASH? season:SEASON COMMA? of? year:YEAR", read_date),
    ("season", "the? ( EARLY DASH? )? season:SEASON", read_date),
    ("season of a year", f"the? season:SEASON of? the? {_PICK} SAME? unit:UNIT", read_of_year),
    ("year", "ABOUT? ( the? EARLY DASH? )? year:YEAR", read_date),
    ("year", "the? UNIT year:YEAR", read_date_of_the_year),
    ("year", "OTHER year:YEAR", read_date),
    ("year's period", "the year:YEAR OTHER? period:TIME/UNIT", read_period_of_year),
    (
        "quarter of a year",
        f"the? {_PICK} unit:UNIT GENITIVE OTHER? ( ordinal:ORDINAL DASH? )? unit2:UNIT",
        read_quarter_of,
    ),
    ("quarter of a year", f"the? OTHER? ordinal:ORDINAL DASH? unit2:UNIT of? the? {_PICK} unit:UNIT", read_quarter_of),
    ("latest period", "the LATEST period:TIME", read_latest_period),
    ("year in words", "( month:MONTH )? cardinal:TENS", read_year_in_words),
    ("year in words", "the? season:SEASON of? cardinal:TENS", read_year_in_words),
    ("year in words", "the? unit:UNIT cardinal:NUMBER", read_year_thousands),
    ("years before Christ", "year:YEAR DASH year2:YEAR ERA", read_two_before_christ),
    ("year before Christ", "ABOUT? ( EARLY DASH? )? month:MONTH COMMA? of? year:YEAR ERA", read_before_christ),
    ("year before Christ", "the? ( EARLY DASH? )? season:SEASON of? year:YEAR ERA", read_before_christ),
    ("century before Christ", "the? ( EARLY DASH? )? ordinal:ORDINAL DASH? unit:UNIT era:ERA", read_ordinal_unit),
    ("year before Christ", "ABOUT? ( the? EARLY DASH? )? year:YEAR ERA", read_before_christ),
    ("year", "the END of year:YEAR", read_date),
    ("year", "year:YEAR AND/OR AHEAD/LATER", read_date),
    ("year", "year:SHORTYEAR", read_date),
    ("decade", "the:the? ( EARLY DASH? )? decade:DECADE", read_decade),
    (
        "quarter or century",
        "the? ( EARLY DASH? )? OTHER? DASH? ordinal:ORDINAL DASH? unit:UNIT ( of? year:YEAR )?",
        read_ordinal_unit,
    ),
    ("half of a year", "the? LATER? which:ORDINAL/LAST/LATER HALF of year:YEAR/SHORTYEAR", read_half_of_year),
    ("half of a year", f"the? which:ORDINAL/LAST/LATER HALF of? the? {_PICK} unit:UNIT", read_half_of_year),
    ("half of a year", "the which:ORDINAL/LAST/LATER HALF of the unit:UNIT", read_half_of_year),
    ("quarter of a year", "the? year:YEAR OTHER? ordinal:ORDINAL DASH? unit:UNIT", read_ordinal_unit),
    # names with this, last, next
    ("weekday", "( EARLY/EARLIER/LATER )? weekday:WEEKDAY ( part:PART )?", read_weekday),
    ("picked name", f"the? {_PICK} SAME? PAST? weekday:WEEKDAY ( part:PART )?", read_picked),
    ("picked name", f"the? EARLY? {_PICK} PAST? month:MONTH", read_picked),
    ("picked name", "pick:LAST/NEXT/this month:MONTH DOT? day:DAY", read_picked),
    ("picked name", "pick:LAST/NEXT/this month:MONTH DOT", read_picked),
    ("picked name", f"the? EARLY? {_PICK} PAST? season:SEASON", read_picked),
    # the speaker's day
    ("speaker's day", "( EARLY/EARLIER/LATER )? today:TODAY ( part:PART )?", read_today),
    ("speaker's day", "( EARLY DASH )? part:PART today:TODAY", read_today),
    ("weekday", "( EARLY DASH? )? part:PART ( PREP )? weekday:WEEKDAY", read_weekday),
    ("picked unit", f"the? {_PICK} SAME? unit:UNIT", read_picked_unit),
    ("picked unit", f"the? EARLY/EARLIER/LATER {_PICK} unit:UNIT", read_picked_unit),
    ("picked unit", "LATER/EARLIER/EARLY in the unit:UNIT", read_unit_end),
    ("week of", "the unit:UNIT of month:MONTH DOT? day:DAY ( COMMA? year:YEAR )?", read_week_of),
    ("picked unit", "the LATEST/CURRENT OTHER? unit:UNIT", read_current_unit),
    ("picked unit", "the OTHER unit:UNIT", read_current_unit),
    ("picked part", f"( EARLY/EARLIER/LATER )? the? {_PICK} SAME? part:PART", read_picked_part),
    ("end of unit", f"the? END of ( the | the? {_PICK} ) unit:UNIT", read_unit_end),
    ("end of unit", "ABOUT? unit:UNIT GENITIVE? DASH? END", read_unit_end),
    ("the unit", "the unit:UNIT", read_the_unit),
    ("ago", "ABOUT? number:NUMBER/a OTHER? DASH? unit:ANYUNIT DASH? ago", read_ago),
    ("year-ago unit", "the OTHER? unit:UNIT DASH side:ago/EARLIER TIME", read_later),
    ("year-ago unit", "the? OTHER? unit:UNIT DASH ago/EARLIER ( ordinal:ORDINAL )? unit2:UNIT", read_year_ago_unit),
    ("ago", "ABOUT? number:NUMBER/a unit:ANYUNIT OR SO ago", read_ago),
    ("ago", "unit:ANYUNIT DASH? ago", read_ago),
    ("ago to the day", "ABOUT? number:NUMBER/a unit:ANYUNIT ago today:TODAY", read_ago_today),
    ("later or earlier", "ABOUT? number:NUMBER/a OTHER? DASH? unit:ANYUNIT DASH? side:LATER/EARLIER", read_later),
    ("later or earlier", "unit:ANYUNIT DASH? side:LATER/EARLIER", read_later),
    # vague
    ("present", "now:NOW", reference(PRESENT)),
    ("present", "these:THESE unit:UNITS", read_these_units),
    ("recent past", "BEFORE", reference(PAST)),
    ("recent past", "RECENT", reference(PAST)),
    ("recent units", "RECENT UNITS ( AND UNITS )?", reference(PAST)),
    ("the past", "the PAST", read_past_alone),
    ("the future", "the NEAR? FUTURE", reference(FUTURE)),
    ("the future", "the NEAR TIME", reference(FUTURE)),
    ("coming units", "the? COMING UNITS", reference(FUTURE)),
    ("coming units", "the UNITS AHEAD", reference(FUTURE)),
    # lengths and sets
    ("length", "the? ABOUT? number:NUMBER OTHER? unit:UNITS ( DASH LONG )?", read_length),
    ("length", "ABOUT? number:a OTHER? unit:UNIT", read_length),
    ("length", "number:COUNT DASH? unit:UNIT ( DASH LONG )?", read_length),
    ("length", "number:COUNT DASH unit:UNIT DASH old:OLD", read_length),
    ("length", "number:COUNT DASH unit:UNITS", read_length),
    ("range of lengths", "the? ( PAST/LAST/NEXT )? COUNT to/OR/DASH number:COUNT unit:UNITS", read_length),
    (
        "length",
        "the? LAST/PAST/NEXT/FOLLOWING/PREVIOUS/COMING/LATEST/ORDINAL number:NUMBER OTHER? unit:ANYUNIT",
        read_length,
    ),
    ("length", "unit:ANYUNIT DASH LONG", read_bare_length),
    ("length", "the? PAST unit:UNIT", read_one_length),
    ("half a unit", "HALF a unit:UNIT", read_half_unit),
    ("a unit and a half", "a unit:UNIT AND a HALF", read_and_a_half),
    ("bare units", "unit:UNITS", read_bare_units),
    ("every", "EVERY ( other:OTHER )? ( number:NUMBER )? unit:ANYUNIT", read_every),
    ("every", "EVERY weekday:WEEKDAY", read_every),
    ("every", "EVERY month:MONTH", read_every),
    ("every", "EVERY season:SEASON", read_every),
    ("every", "EVERY part:PART", read_every),
    ("every", "PER unit:UNIT", read_every),
    ("often", "often:OFTEN", read_often),
    # times of day
    ("clock", "ABOUT? hour:CLOCK ( meridiem:MERIDIEM )? ( zone:ZONE )?", read_time),
    ("clock", "ABOUT? hour:DIGITS meridiem:MERIDIEM ( zone:ZONE )?", read_time),
    (
        "clock and day",
        "ABOUT? ( hour:CLOCK/DIGITS ( meridiem:MERIDIEM )? ( zone:ZONE )? | part:PART ) COMMA? PREP? "
        "( weekday:WEEKDAY | today:TODAY | "
        "( weekday2:WEEKDAY COMMA? )? month:MONTH DOT? day:DAY ( COMMA? year:YEAR )? )",
        read_time,
    ),
    (
        "clock and day",
        "month:MONTH DOT? day:DAY ( COMMA? year:YEAR )? COMMA? at? hour:CLOCK ( meridiem:MERIDIEM )?",
        read_time,
    ),
    ("part of day", "part:PART", read_time),
    (
        "part of a date",
        "the? ( EARLY DASH? )? part:PART TIME? of/PREP ( weekday:WEEKDAY COMMA? )? "
        "the? day:DAY of? month:MONTH DOT? ( COMMA? year:YEAR )?",
        read_part_of_date,
    ),
    (
        "part of a date",
        "the? ( EARLY DASH? )? part:PART TIME? of/PREP ( weekday:WEEKDAY COMMA? )? "
        "month:MONTH DOT? day:DAY ( COMMA? year:YEAR )?",
        read_part_of_date,
    ),
    ("part of a month", "the LAST/ORDINAL COUNT? ANYUNIT of month:MONTH ( COMMA? of? year:YEAR )?", read_date),
    ("day of the month", "the day:ORDINAL", read_bare_day),
)


def _rules() -> tuple[Rule, ...]:
    return tuple(Rule(name, compiled(pattern), read) for name, pattern, read in _RULES)


GRAMMAR: Grammar = grammar(_rules())
