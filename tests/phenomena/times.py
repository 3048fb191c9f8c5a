"""Time expressions: text, date of publication, what must be found (words, kind, TIMEX3 value), and why.

An empty tuple of expectations says that the text holds no time expression.
"""

# ruff: noqa: E501 - a row on one line reads as a table
from typing import NamedTuple


class Row(NamedTuple):
    """One phenomenon."""

    text: str
    published: str | None
    expected: tuple[tuple[str, str, str], ...]
    reason: str


NEWS = "2016-09-12"  # a Monday


def row(text: str, published: str | None, expected: str, reason: str) -> Row:
    """``expected`` holds "words = value" or "words = kind value", parted by semicolons."""
    found = []
    for part in filter(None, (piece.strip() for piece in expected.split(";"))):
        words, _, said = part.rpartition(" = ")
        kind, _, value = said.rpartition(" ")
        found.append((words, kind or "date", value))
    return Row(text, published, tuple(found), reason)


ROWS = [
    # full dates
    row("The bridge opened on 4 May 2011.", None, "4 May 2011 = 2011-05-04", "day first"),
    row("The bridge opened on May 4, 2011.", None, "May 4, 2011 = 2011-05-04", "month first"),
    row(
        "The bridge opened on Wednesday, May 4, 2011.",
        None,
        "Wednesday, May 4, 2011 = 2011-05-04",
        "weekday is part of it",
    ),
    row(
        "It was signed on the 3rd of March 1918 in Arlen.",
        None,
        "the 3rd of March 1918 = 1918-03-03",
        "ordinal day with of",
    ),
    row("It was signed on June 20 of 1792.", None, "June 20 of 1792 = 1792-06-20", "of before the year"),
    row("Filed 2016-09-12 by the desk.", None, "2016-09-12 = 2016-09-12", "ISO date"),
    row(
        "Logged at 2016-09-12T10:15:00Z by the desk.", None, "2016-09-12T10:15:00Z = time 2016-09-12T10:15", "ISO time"
    ),
    row("Der Bericht vom 12.09.2016 liegt vor.", None, "12.09.2016 = 2016-09-12", "dotted dates are day first"),
    row("Received 25/12/2015 in Arlen.", None, "25/12/2015 = 2015-12-25", "25 can only be a day"),
    row("Received 12/25/2015 in Arlen.", None, "12/25/2015 = 2015-12-25", "25 can only be a day"),
    row("Received 9/12/2016 in Arlen.", None, "9/12/2016 = 2016-XX-XX", "day and month cannot be told apart"),
    row(
        "She left in February\u00a02018 for Orin.", None, "February\u00a02018 = 2018-02", "a no-break space is a blank"
    ),
    row(
        "She left on 1\u00a0February\u202f2018.",
        None,
        "1\u00a0February\u202f2018 = 2018-02-01",
        "narrow no-break spaces too",
    ),
    row("She left in Sept. 2015 for Orin.", None, "Sept. 2015 = 2015-09", "abbreviated month"),
    row("She left in April, 1920.", None, "April, 1920 = 1920-04", "comma before the year"),
    row("By September of 1793 it was over.", None, "September of 1793 = 1793-09", "of before the year"),
    row("In early October 1990 talks began.", None, "early October 1990 = 1990-10", "modifier inside the span"),
    row("In mid-March 1982 talks began.", None, "mid-March 1982 = 1982-03", "mid with a hyphen"),
    row("By the end of April 1943 it was over.", None, "the end of April 1943 = 1943-04", "end of a month"),
    row(
        "The law of 31 June 1990 does not exist.",
        None,
        "31 June 1990 = 1990-06",
        "no such day: the month is all that is said",
    ),
    # ranges and lists
    row(
        "They met on April 24 and 25, 1999.",
        None,
        "April 24 = 1999-04-24; 25, 1999 = 1999-04-25",
        "two days share month and year",
    ),
    row(
        "They met on 6-7 February 1920.",
        None,
        "6 = 1920-02-06; 7 February 1920 = 1920-02-07",
        "two days share month and year",
    ),
    row(
        "The February–March 1794 decrees failed.",
        None,
        "February = 1794-02; March 1794 = 1794-03",
        "the first month has the year too",
    ),
    row("The war (1955–1963) was long.", None, "1955 = 1955; 1963 = 1963", "two years"),
    row("The war of 1914-18 was long.", None, "1914 = 1914; 18 = 1918", "second year without its century"),
    # years, decades, centuries, quarters, seasons
    row("He was born in 1947.", None, "1947 = 1947", "bare year"),
    row("The 2000 games were held in Arlen.", None, "2000 = 2000", "year as an adjective"),
    row("Early 1990 was cold.", None, "Early 1990 = 1990", "modifier inside"),
    row("At the end of 1994 he left.", None, "the end of 1994 = 1994", "end of a year"),
    row("The plan covers 1994 and beyond.", None, "1994 and beyond = 1994", "open end is part of the expression"),
    row("In the year 1950 he left.", None, "the year 1950 = 1950", "the word year"),
    row("Atlanta, nineteen ninety-six: a bomb.", None, "nineteen ninety-six = 1996", "year in words"),
    row("The club of '89 closed.", "1990-03-01", "'89 = 1989", "century from the document's year"),
    row("Life in the 1980s was calm.", None, "the 1980s = 198", "decade"),
    row("Life in the late 1980s was calm.", None, "the late 1980s = 198", "part of a decade"),
    row("It is a 20th century idea.", None, "20th century = 19", "century"),
    row("In the third quarter of 1984 it lost money.", None, "the third quarter of 1984 = 1984-Q3", "quarter"),
    row("Third-quarter profit fell.", "1989-10-27", "Third-quarter = 1989-Q3", "quarter of the document's year"),
    row("In the summer of 1999 it rained.", None, "the summer of 1999 = 1999-SU", "season"),
    row("By autumn 1918 it was over.", None, "autumn 1918 = 1918-FA", "season without article"),
    row("The city was founded in 490 BC by settlers.", None, "490 BC = BC0490", "before the common era"),
    # relative to the document's date
    row("He died today.", NEWS, "today = 2016-09-12", "speaker's day"),
    row("He died yesterday.", NEWS, "yesterday = 2016-09-11", "day before"),
    row("He will leave tomorrow.", NEWS, "tomorrow = 2016-09-13", "day after"),
    row("He will speak tonight.", NEWS, "tonight = time 2016-09-12TNI", "night of the day"),
    row("He died yesterday morning.", NEWS, "yesterday morning = time 2016-09-11TMO", "part of a day"),
    row("He died last night.", NEWS, "last night = time 2016-09-11TNI", "the night before"),
    row("He arrived this morning.", NEWS, "this morning = time 2016-09-12TMO", "today's morning"),
    row("He died last week.", NEWS, "last week = 2016-W36", "ISO week before"),
    row("They vote next week.", NEWS, "next week = 2016-W38", "ISO week after"),
    row("It fell last month.", NEWS, "last month = 2016-08", "month before"),
    row("It fell last month.", "2016-01-10", "last month = 2015-12", "across the year"),
    row("It fell last year.", NEWS, "last year = 2015", "year before"),
    row("It will close early next year.", NEWS, "early next year = 2017", "modifier inside"),
    row("Earlier this month it opened.", NEWS, "Earlier this month = 2016-09", "modifier inside"),
    row("It ends at the end of this week.", NEWS, "the end of this week = 2016-W37", "end of a week"),
    row("Two weeks ago it opened.", NEWS, "Two weeks ago = 2016-W35", "weeks back"),
    row("It opened 10 days ago.", NEWS, "10 days ago = 2016-09-02", "days back"),
    row("It opened five months ago.", NEWS, "five months ago = 2016-04", "months back"),
    row("It opened nearly four years ago.", NEWS, "nearly four years ago = 2012", "about so many years"),
    row("It opened a year ago.", NEWS, "a year ago = 2015", "the article is a number"),
    row("It opened a decade ago.", NEWS, "a decade ago = 200", "a decade has the granularity of decades"),
    row("It opened several years ago.", NEWS, "several years ago = PAST_REF", "vague stays vague"),
    row("He spoke on Friday.", NEWS, "Friday = 2016-09-09", "past tense: the Friday before"),
    row("He will speak on Friday.", NEWS, "Friday = 2016-09-16", "future tense: the Friday after"),
    row("He spoke on Monday.", NEWS, "Monday = 2016-09-12", "the day of publication itself"),
    row("He spoke Friday night.", NEWS, "Friday night = time 2016-09-09TNI", "part of a weekday"),
    row("He spoke last Tuesday.", NEWS, "last Tuesday = 2016-09-06", "last weekday"),
    row("He will speak next Tuesday.", NEWS, "next Tuesday = 2016-09-13", "next weekday"),
    row("It was approved in July.", NEWS, "July = 2016-07", "past month of this year"),
    row("It was approved in November.", NEWS, "November = 2015-11", "past tense: November lies behind"),
    row("It will be approved in November.", NEWS, "November = 2016-11", "future tense"),
    row("It will be approved in March.", NEWS, "March = 2017-03", "future tense goes into the next year"),
    row("It has risen since June.", NEWS, "June = 2016-06", "since looks back"),
    row("It was approved last November.", NEWS, "last November = 2015-11", "last month name"),
    row("He resigned on Aug. 21 in Orin.", NEWS, "Aug. 21 = 2016-08-21", "day and month"),
    row("A dividend is payable Dec. 15.", NEWS, "Dec. 15 = 2016-12-15", "the near date, not that of last year"),
    row("It ended on Jan. 3.", "2016-01-10", "Jan. 3 = 2016-01-03", "this year's"),
    row("It ended on Dec. 30.", "2016-01-10", "Dec. 30 = 2015-12-30", "last year's"),
    row("This summer was dry.", NEWS, "This summer = 2016-SU", "season of this year"),
    row("The week of March 6 was calm.", "2000-02-24", "The week of March 6 = 2000-W10", "a week named by a day"),
    row(
        "In the second quarter profit fell from a year earlier. In the quarter it lost.",
        NEWS,
        "the second quarter = 2016-Q2; a year earlier = 2015-Q2; the quarter = 2016-Q2",
        "a year before a quarter is a quarter",
    ),
    row("Over the weekend it rained.", NEWS, "the weekend = 2016-W36-WE", "on a Monday: the one just over"),
    row("He left on 5 March last year.", NEWS, "5 March last year = 2015-03-05", "the year behind the month"),
    row("He left in summer of last year.", NEWS, "summer of last year = 2015-SU", "the year behind the season"),
    row("He left on Christmas Eve.", NEWS, "Christmas Eve = 2015-12-24", "a holiday with a fixed day"),
    row("He left at Christmas 1963.", NEWS, "Christmas 1963 = 1963-12-25", "a holiday with its year"),
    row(
        "It happened on December 30, 2014 and again on January 2.",
        NEWS,
        "December 30, 2014 = 2014-12-30; January 2 = 2015-01-02",
        "a day told right after a full date of another year goes on from it",
    ),
    # no anchor: no year
    row("On Feb. 1, the group published a film.", None, "Feb. 1 = XXXX-02-01", "no year is invented"),
    row("It was approved in November.", None, "November = XXXX-11", "no year is invented"),
    row("He spoke on Friday.", None, "Friday = XXXX-WXX-5", "no week is invented"),
    row("He died yesterday.", None, "yesterday = XXXX-XX-XX", "no day is invented"),
    row("It fell last year.", None, "last year = XXXX", "no year is invented"),
    row("It fell last week.", None, "last week = XXXX-WXX", "no week is invented"),
    row("This summer was dry.", None, "This summer = XXXX-SU", "no year is invented"),
    row("It opened two weeks ago.", None, "two weeks ago = XXXX-WXX", "no week is invented"),
    row("In the quarter it lost.", NEWS, "the quarter = XXXX-QX", "no quarter is guessed"),
    row("It fell from a year ago.", NEWS, "a year ago = 2015", "a year ago without a quarter is a year"),
    row("Talks are set to resume Thursday.", NEWS, "Thursday = 2016-09-15", "set to leans forward"),
    row("The bill is to be signed Thursday.", NEWS, "Thursday = 2016-09-15", "to be leans forward"),
    row("The nineties were loud.", NEWS, "The nineties = 199", "decade of the document's century"),
    row("The nineties were loud.", None, "The nineties = XX9", "no century is invented"),
    row(
        "In the last week of October 1918 it fell.", None, "the last week of October 1918 = 1918-10", "part of a month"
    ),
    row("The war (499–493 BC) was long.", None, "499 = BC0499; 493 BC = BC0493", "the era belongs to both years"),
    row(
        "In 499 BC they rose. By 498 BC they won. In 497 BC they lost. In 494 they fell.",
        None,
        "499 BC = BC0499; 498 BC = BC0498; 497 BC = BC0497; 494 = BC0494",
        "an ancient history",
    ),
    row("In 494 they fell.", None, "", "three digits alone are no year"),
    # vague
    row("Recently, many fighters deserted.", NEWS, "Recently = PAST_REF", "vague past"),
    row("He is now in Orin.", NEWS, "now = PRESENT_REF", "present"),
    row("He currently lives in Orin.", NEWS, "currently = PRESENT_REF", "present"),
    row("The custom lives on to the present day.", NEWS, "", "“the present day” is no day of the calendar"),
    row("In the present year sales rose.", NEWS, "the present year = 2016", "“present” is “this”"),
    row("In recent years it grew.", NEWS, "recent years = PAST_REF", "vague past"),
    row("It may grow in the future.", NEWS, "the future = FUTURE_REF", "vague future"),
    row("It will not happen in the near future.", NEWS, "the near future = FUTURE_REF", "vague future"),
    row("It was common in the past.", NEWS, "the past = PAST_REF", "vague past"),
    row("Rates will fall in coming months.", NEWS, "coming months = FUTURE_REF", "vague future"),
    row(
        "Tolland plans to be calm in the long second meeting with the mayor of the western port Oram Bay in May.",
        NEWS,
        "May = 2017-05",
        "what is planned far before",
    ),
    row(
        "It would be paid on an unspecified date in January.",
        NEWS,
        "January = 2017-01",
        "an adjective in -ed is no past",
    ),
    row("Shares reached a high of $42.875 from $29.75 in December.", NEWS, "December = 2015-12", "from an amount"),
    row(
        "However, several weeks later, the group softened its stance.",
        None,
        "several weeks later = FUTURE_REF",
        "order without a date",
    ),
    row("These days nobody asks.", NEWS, "These days = PRESENT_REF", "present"),
    # lengths
    row("The talks took two weeks.", NEWS, "two weeks = duration P2W", "length"),
    row("The two-week truce ended.", NEWS, "two-week = duration P2W", "adjective without the article"),
    row("It took a minute and a half.", NEWS, "a minute and a half = duration PT1M30S", "one and a half"),
    row("They stayed for 2 1/2 years.", NEWS, "2 1/2 years = duration P2Y6M", "mixed fraction"),
    row("They stayed for half a century.", NEWS, "half a century = duration P50Y", "half"),
    row("They stayed for two and a half hours.", NEWS, "two and a half hours = duration PT2H30M", "and a half"),
    row("They stayed for more than four hours.", NEWS, "more than four hours = duration PT4H", "bound inside the span"),
    row("They stayed for at least 30 days.", NEWS, "at least 30 days = duration P30D", "bound inside the span"),
    row("They stayed for a few days.", NEWS, "a few days = duration PXD", "vague number"),
    row("They stayed for several months.", NEWS, "several months = duration PXM", "vague number"),
    row("They stayed for years.", NEWS, "years = duration PXY", "bare plural after for"),
    row("In the past three months it fell.", NEWS, "the past three months = duration P3M", "length up to now"),
    row("Over the next two years it will grow.", NEWS, "the next two years = duration P2Y", "length from now"),
    row("The first nine months were good.", NEWS, "The first nine months = duration P9M", "ordinal"),
    row("It lasted twenty-four hours.", NEWS, "twenty-four hours = duration PT24H", "number in words"),
    row("It lasted a hundred years.", NEWS, "a hundred years = duration P100Y", "a hundred"),
    row("It lasted a couple of years.", NEWS, "a couple of years = duration P2Y", "a couple"),
    row("It lasted two decades.", NEWS, "two decades = duration P20Y", "decades in years"),
    row("The month-long strike ended.", NEWS, "month-long = duration P1M", "long"),
    row("The 8-month-old truce held.", NEWS, "8-month-old = duration P8M", "an age of a thing"),
    # sets
    row("They march every July.", NEWS, "every July = set XXXX-07", "every month"),
    row("They meet every Friday.", NEWS, "every Friday = set XXXX-WXX-5", "every weekday"),
    row("They meet every two weeks.", NEWS, "every two weeks = set P2W", "every so many"),
    row("They meet each year.", NEWS, "each year = set P1Y", "each"),
    row("The bulletin appears daily.", NEWS, "daily = set P1D", "daily"),
    row("It costs the town millions annually.", NEWS, "annually = set P1Y", "annually"),
    # times of day
    row("The train left at 10:57 from Orin.", NEWS, "10:57 = time 2016-09-12T10:57", "clock after at"),
    row("The train left at 7:15 p.m. from Orin.", NEWS, "7:15 p.m. = time 2016-09-12T19:15", "afternoon"),
    row("The train left at 5 a.m. on its way.", NEWS, "5 a.m. = time 2016-09-12T05:00", "morning"),
    row(
        "It happened at 10 p.m. Wednesday in Orin.",
        "1998-02-13",
        "10 p.m. Wednesday = time 1998-02-11T22:00",
        "clock and weekday",
    ),
    row(
        "The talks broke off at noon Thursday.",
        "1998-02-13",
        "noon Thursday = time 1998-02-12T12:00",
        "noon and weekday",
    ),
    row(
        "It closes at 5 p.m. EST Nov. 9, officials said.",
        "1989-10-30",
        "5 p.m. EST Nov. 9 = time 1989-11-09T17:00",
        "clock, zone and date",
    ),
    row(
        "On the night of 20 June 1791 they fled.",
        None,
        "the night of 20 June 1791 = time 1791-06-20TNI",
        "part of a date",
    ),
    row("On the morning of Oct. 23 they fled.", NEWS, "the morning of Oct. 23 = time 2016-10-23TMO", "part of a date"),
    # narrative: running dates
    row(
        "In 1786 it hailed. In 1787 it snowed. In 1788 the estates met. In May 1789 they quarrelled. On 20 June they swore. The next day it rained. In 1790 they "
        "rested. In 1791 the king fled. In April 1792 war came. On 20 September 1792 they won. On 21 September they met.",
        "2009-12-19",
        "1786 = 1786; 1787 = 1787; 1788 = 1788; May 1789 = 1789-05; 20 June = 1789-06-20; The next day = 1789-06-21; 1790 = 1790; 1791 = 1791; "
        "April 1792 = 1792-04; 20 September 1792 = 1792-09-20; 21 September = 1792-09-21",
        "running year and last dated day",
    ),
    # other languages: explicit dates only
    row("Am 12. September 2016 wurde gewählt.", None, "12. September 2016 = 2016-09-12", "German"),
    row("في الأحد 9 آذار 2031 في المدينة", None, "9 آذار 2031 = 2031-03-09", "Arabic, as in the Levant"),
    row("في 15 كانون الثاني 2031", None, "15 كانون الثاني 2031 = 2031-01-15", "a month of two words"),
    row("في 9 مارس 2031", None, "9 مارس 2031 = 2031-03-09", "Arabic, as in Egypt"),
    row("Le 1er mars 2016, il partit.", None, "1er mars 2016 = 2016-03-01", "French"),
    row("El 12 de septiembre de 2016 llegó.", None, "12 de septiembre de 2016 = 2016-09-12", "Spanish"),
    row("Il 12 settembre 2016 partì.", None, "12 settembre 2016 = 2016-09-12", "Italian"),
    row("Em 12 de setembro de 2016 partiu.", None, "12 de setembro de 2016 = 2016-09-12", "Portuguese"),
    row("Op 12 maart 2016 vertrok hij.", None, "12 maart 2016 = 2016-03-12", "Dutch"),
    row("Am 31. Februar wurde nichts.", None, "", "no such day"),
    row("Am 3. März kam er.", NEWS, "3. März = 2016-03-03", "the document's year"),
    # feasts whose day moves
    row("He left at Thanksgiving.", NEWS, "Thanksgiving = 2015-11-26", "the fourth Thursday of November"),
    row("He left last Thanksgiving.", NEWS, "last Thanksgiving = 2015-11-26", "last before a feast"),
    row("He left on Easter Monday 2014.", None, "Easter Monday 2014 = 2014-04-21", "Easter by its rule"),
    row("He left on Thanksgiving Day.", None, "Thanksgiving Day = XXXX-11", "no year is invented for a feast"),
    row("He left on Memorial Day 2015.", None, "Memorial Day 2015 = 2015-05-25", "the last Monday of May"),
    row("The memorial was unveiled.", NEWS, "", "a memorial is not a feast"),
    row("He plays boxing and does labor.", NEWS, "", "feasts need their Day"),
    # business: quarters, halves, years that end on a date
    row(
        "This year's third quarter was weak. Last year's first quarter was not.",
        NEWS,
        "This year's third quarter = 2016-Q3; Last year's first quarter = 2015-Q1",
        "a quarter of a year by its distance",
    ),
    row("The third quarter of last year was weak.", NEWS, "The third quarter of last year = 2015-Q3", "of last year"),
    row(
        "Third-quarter profit fell. In the 2014 period it rose. The latest period was weak.",
        NEWS,
        "Third-quarter = 2016-Q3; the 2014 period = 2014-Q3; The latest period = 2016-Q3",
        "the period is the quarter spoken of",
    ),
    row("The latest period was weak.", NEWS, "The latest period = XXXX", "no quarter is guessed"),
    row(
        "In the second quarter ended June 30 profit fell from a year earlier.",
        NEWS,
        "the second quarter = 2016-Q2; June 30 = 2016-06-30; a year earlier = 2015-Q2",
        "the day on which a quarter ended is not what a year earlier counts from",
    ),
    row("For the year ended March 31 it lost.", NEWS, "the year = duration P1Y; March 31 = 2016-03-31", "a length"),
    row("In the first half of 2014 it lost.", None, "the first half of 2014 = 2014-H1", "half of a year"),
    row("In the latter half of last year it lost.", NEWS, "the latter half of last year = 2015-H2", "half of a year"),
    row("They led in the first half.", NEWS, "", "half of a match"),
    row(
        "A third-quarter loss followed the third-quarter gain.",
        NEWS,
        "third-quarter = 2016-Q3; third-quarter = 2016-Q3",
        "the article is the noun's",
    ),
    row("It followed a year-earlier loss.", NEWS, "year-earlier = 2015", "the article is the noun's"),
    row("The quarter-to-quarter change was small.", NEWS, "", "a way of comparing"),
    row("It buys three-quarters of its flour.", NEWS, "", "a share"),
    # blanks that do not break
    row(
        "Two\u00a0weeks\u00a0ago it opened.",
        NEWS,
        "Two\u00a0weeks\u00a0ago = 2016-W35",
        "no-break spaces between all words",
    ),
    row("The talks took two\u202fweeks.", NEWS, "two\u202fweeks = duration P2W", "narrow no-break space in a length"),
    row(
        "It left at 7:15\u00a0p.m. from Orin.",
        NEWS,
        "7:15\u00a0p.m. = time 2016-09-12T19:15",
        "no-break space in a clock time",
    ),
    row(
        "“We meet last\u00a0Friday,” she said.",
        NEWS,
        "last\u00a0Friday = 2016-09-09",
        "no-break space in a picked name",
    ),
    # before Christ: the year runs down, and no year of the document's is invented
    row(
        "In 499 BC they rose. The following year they won. In 497 BC, 496 BC and 495 BC they lost. In 494 BC, 493 BC "
        "and 492 BC they paid. In 490 BC they fought. In April 480 BC they crossed. They passed the winter there.",
        "2009-12-19",
        "499 BC = BC0499; The following year = BC0498; 497 BC = BC0497; 496 BC = BC0496; 495 BC = BC0495; "
        "494 BC = BC0494; 493 BC = BC0493; 492 BC = BC0492; 490 BC = BC0490; April 480 BC = BC0480-04; "
        "the winter = BC0480-WI",
        "counted from the running year",
    ),
    row("It fell in the 4th century BC.", NEWS, "the 4th century BC = BC03", "century before Christ"),
    row("It fell in the spring of 480 BC.", NEWS, "the spring of 480 BC = BC0480-SP", "season before Christ"),
    # not times
    row("The official weekly Al-Sahra reported it.", NEWS, "", "a newspaper"),
    row("In its weekly, The Anvil, the Front promised seed.", NEWS, "", "a newspaper that somebody owns"),
    row("The official weekly, The Anvil, promised seed.", NEWS, "", "a newspaper named behind a comma"),
    row("The group's weekly, The Anvil, promised seed.", NEWS, "", "a newspaper of a group"),
    row('The weekly "The Anvil" promised seed.', NEWS, "", "a newspaper named in quotation marks"),
    row("The daily reported that Marn had left.", NEWS, "", "the noun before a verb"),
    row("It ran in a weekly of the Front.", NEWS, "", "the noun before of"),
    row("Its weekly market is closed.", NEWS, "weekly = set P1W", "the adjective behind an owner"),
    row("They meet weekly, Marn said.", NEWS, "weekly = set P1W", "the adverb before a comma"),
    row("He is in his 20s.", NEWS, "", "an age"),
    row("The verse (Book of Ashes 5:54) condemns it.", NEWS, "", "a verse number"),
    row("Orin won 3:1 against Arlen.", NEWS, "", "a score"),
    row("You may go where you like.", NEWS, "", "modal may"),
    row("May I ask a question?", NEWS, "", "modal may at the head of a sentence"),
    row("The workers march to the square.", NEWS, "", "verb march"),
    row("March with us, they shouted.", NEWS, "", "verb march at the head of a sentence"),
    row("The second man fled.", NEWS, "", "an ordinal"),
    row("Once you're in, you cannot leave.", NEWS, "", "a conjunction"),
    row("Call 555-1990 for help.", NEWS, "", "a telephone number"),
    row("It costs $1990 in Arlen.", NEWS, "", "a price"),
    row("It costs 1,990 crowns.", NEWS, "", "an amount"),
    row("Some 1500 people came.", NEWS, "", "a count"),
    row("He shot 2000 rounds.", NEWS, "", "a count"),
    row("Prices fall in the market.", NEWS, "", "verb fall"),
    row("The fall of Orin shocked us.", NEWS, "", "a defeat"),
    row("New leaders spring up.", NEWS, "", "verb spring"),
    row("Theresa May spoke.", NEWS, "", "a name"),
    row("The 45-year-old driver was held.", NEWS, "", "an age"),
    row("He is 48 years old.", NEWS, "", "an age"),
    row("Sun and Apple make computers.", NEWS, "", "a name"),
    row("Turnout was 12.5 percent.", NEWS, "", "a share"),
    row("It happened twice.", NEWS, "", "a count"),
    row("Version 2.0.15 is out.", NEWS, "", "a version"),
    row("Each member has one vote.", NEWS, "", "each without a time"),
    row("The last man fled.", NEWS, "", "last without a time"),
    row("I am here.", NEWS, "", "am is a verb"),
    row("", NEWS, "", "an empty text"),
    row(
        "In the autumn of 2014 refugees returned.",
        None,
        "the autumn of 2014 = 2014-FA",
        "a season's year before a noun",
    ),
    row("Homes burned. In 2014 refugees returned.", None, "2014 = 2014", "a year that opens a sentence before a noun"),
    row("In 4500 homes the light went out.", None, "", "no year of our time"),
    row("Ten years ago today the dam was seized.", NEWS, "Ten years ago today = 2006-09-12", "the day of another year"),
    row("A week ago today he left.", NEWS, "A week ago today = 2016-09-05", "the day of another week"),
    row(
        "A verdict is expected in the second half of the year.",
        NEWS,
        "the second half of the year = 2016-H2",
        "half of this year",
    ),
    row("He scored in the second half of the match.", NEWS, "", "half of a match"),
    row(
        "On Monday they met at the wall where he was shot eleven days later.",
        NEWS,
        "Monday = 2016-09-12; eleven days later = XXXX-XX-XX",
        "what was cannot lie ahead of the text",
    ),
    row(
        "On Friday he was held. Two days later he was freed.",
        NEWS,
        "Friday = 2016-09-09; Two days later = 2016-09-11",
        "what was lies behind the text",
    ),
    row(
        "On 9 April 2014 men seized the dam. Two days later it was freed. On 20 April they met.",
        None,
        "9 April 2014 = 2014-04-09; Two days later = 2014-04-11; 20 April = 2014-04-20",
        "the year goes on behind a day later",
    ),
    row("The toll rose, the Marl Daily wrote.", NEWS, "", "the name of a paper"),
    row(
        "They were jailed for six and eight years.", NEWS, "eight years = duration P8Y", "two lengths are not added up"
    ),
    row("It passed a law that will come into force on 1 March.", NEWS, "1 March = 2017-03-01", "that will is a verb"),
    row("He bought it at the Christmas market.", NEWS, "", "a feast that names a market"),
    row("It began with the Easter Rising.", NEWS, "", "a feast in a name"),
    row("He left at Christmas and came back.", NEWS, "Christmas = 2015-12-25", "the day of a feast"),
]
