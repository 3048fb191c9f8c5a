"""Decides which numbers are not figures: dates, clock times, verses, scores, names, addresses, list markers, ages in
apposition, and "one" as a pronoun. Every rule answers with a word, so that a reader can ask why a number is missing.
"""

import re

from headwater.figures.arrangements import is_cell, is_odds, is_place_in_row, is_timber
from headwater.figures.numerals import Numeral
from headwater.figures.qualifiers import BEFORE
from headwater.figures.tokens import Run
from headwater.figures.units import Unit, unit_after, unit_before
from headwater.figures.vocabulary import (
    AUXILIARIES,
    DETERMINERS,
    FUNCTION,
    LABELS,
    MODELS,
    MONTHS,
    PEOPLE,
    PRONOUNS,
    STREETS,
    WEEKDAYS,
    is_participle,
    is_plural,
    listed,
)

_YEAR_AFTER = listed(
    """
    in since of by until till from to before after during circa between and through early late mid year
    fiscal season summer spring autumn fall winter the january february for on around back
    """
)
_BRACKET = 12  # tokens looked back through for the bracket that a closing one belongs to
_IN_YEAR = frozenset({"in", "since", "of", "until", "by", "during", "late", "early", "mid", "from"})
_DAYPARTS = frozenset(f"in the {part}" for part in ("morning", "afternoon", "evening", "night"))
_HOUR_BEFORE = listed("at by around about until till from since before after past to nearly almost between and")
HOURS = 12  # on the clock
IDENTIFIER_DIGITS = 11  # a count is written with commas or in words long before
LAWS = 100  # from which on a number with a letter in brackets is a clause of a law
OLDEST = 115  # years; what is older is no person
_ONES = frozenset({"he", "she", "i", "who", "they", "we", "you"})
_PERSONS = frozenset(
    listed(
        """
        man woman boy girl child children baby toddler infant teenager teen student son daughter sons daughters brother
        sister father mother husband wife victim suspect resident patient nurse athlete refugee migrant native veteran
        niece nephew cousin grandson granddaughter grandchild goddaughter godson stepson stepdaughter fiancee uncle aunt
        grandmother grandfather twin twins monarch widow lawyer pilot chef male female gunman protester men
        women boys girls students
        """
    )
)
_RANKS = frozenset(
    listed("captain mayor judge cop priest chief coach guard clerk nurse monk imam bishop minister king queen")
)
YOUNGEST = 15  # years of those who are told by their work
_DAYS = frozenset({"day", "night", "morning", "evening", "afternoon"})
_SPANS = listed("week month year season time spring summer autumn fall winter night")
_EXTREMES = frozenset({"low", "high", "peak", "lows", "highs"})
_OCCUPATIONS = ("er", "or", "ist", "ian", "man", "woman", "ant")  # "baker", "sailor", "florist", "musician", "migrant"
_TELEPHONES = frozenset({"112", "211", "311", "411", "511", "611", "711", "811", "911", "999"})
_TELEPHONED = listed(
    "call calls caller callers system line operator operators dispatcher dispatchers dispatch tape tapes"
)
_DIALLED = listed("call calls called calling dial dials dialled dialed dialing dialling phone phoned")
_OPENERS = listed("he she it they we i this that these the a an in as for but if when see according")
_DASHES = frozenset({"-", "–", "—", "−"})
_IDIOMS = frozenset(
    {
        ("the", "hand"),
        ("at", "point"),
        ("at", "time"),
        ("in", "voice"),
        ("in", "way"),
        ("on", "hand"),
        ("on", "side"),
        ("a", "way"),
    }
)
_DEGREES = frozenset({"star", "stars", "way", "alarm", "gauge", "ply", "fold", "sided", "party", "tier", "dimensional"})
_PRONOUN_BEFORE = listed(
    """
    no each every any some this that another which the only last next first other good new big right wrong
    such every loved the is as like
    """
)


def why_not(run: Run, numeral: Numeral, before: Unit | None, after: Unit | None) -> str | None:
    """Return the reason why the number is not a figure, or None where it may be one."""
    if is_cell(run, numeral):
        return "cell of a table"
    if before:
        return None
    if after is None and _is_hour(run, numeral):
        return "clock time"
    if run.low(numeral.last) in _DASHES and run.glued(numeral.last + 1) and run.low(numeral.last + 1) in _DEGREES:
        return "degree"  # "a four-star general", "a two-way race"
    if after is not None and after.kind == "age" and _is_of_person(run, numeral, after):
        return "age"
    if after is not None and after.kind == "time" and run.low(after.last) in _EXTREMES:
        return "how old a record is"  # "a ten-year low of 4.1 percent"
    if run.low(numeral.last) == "-" and run.low(numeral.last + 1) in {"and", "or", "to"}:
        age = unit_after(run, numeral.last + 3)  # "her 7- and 11-year-old sons"
        if age is not None and age.kind == "age" and _is_of_person(run, numeral, age):
            return "age"
    if "by" in {run.low(numeral.last + 1), run.low(numeral.first - 2)} and is_timber(run, numeral):
        return "size of timber"
    if is_odds(run, numeral, after):
        return "odds"  # "outnumber them 20 to 1"
    if numeral.form == "digits" and _is_of_law(run, numeral):
        return "number of a law"
    if numeral.form == "digits" and is_place_in_row(run, numeral):
        return "place in a row"
    if numeral.form == "digits":
        return _digits(run, numeral, after)
    if numeral.form == "words":
        return _words(run, numeral, after)
    if numeral.form == "article" and numeral.magnitude == 100.0 and run.low(numeral.last) in {"percent", "per"}:
        return "emphasis"
    return None


def _is_of_law(run: Run, numeral: Numeral) -> bool:
    """Find "a 401(k) plan", "under 501 (c)"."""
    at = numeral.last
    single = run.kind(at + 1) == "word" and len(run.low(at + 1)) == 1
    return single and (run.low(at), run.low(at + 2)) == ("(", ")") and (numeral.value or 0) >= LAWS


def _is_hour(run: Run, numeral: Numeral) -> bool:
    """Find "at 4 in the morning", "about half past nine at night": a time of day, for which no noun is counted."""
    if numeral.value is None or not 1 <= numeral.value <= HOURS or numeral.value % 1:
        return False
    part = " ".join(run.low(numeral.last + k) for k in range(3))
    behind = part in _DAYPARTS or part.startswith(("at night ", "at noon ", "o'clock "))
    return behind and run.low(numeral.first - 1) in _HOUR_BEFORE


def _digits(run: Run, numeral: Numeral, after: Unit | None) -> str | None:
    first, last = numeral.first, numeral.last
    previous, following = run.low(first - 1), run.low(last)
    if run.tokens[first].text in _TELEPHONES and (following in _TELEPHONED or previous in _DIALLED):
        return "telephone"  # "a 911 call", "dialled 311"
    if after is not None and after.kind == "time" and run.tokens[last].is_capital and not run.shouted:
        return "part of a name"  # "60 Minutes", on television
    if run.glued(first) and (
        run.kind(first - 1) in {"word", "number"} or previous in {"_", "@", "/", "\\", "&", "=", "'", "’", "‘"}
    ):
        return "part of a name"
    if previous in {"'", "’", "‘"} and run.glued(first) and len(run.tokens[first].text) == 2:
        return "short year"
    if run.glued(last) and run.kind(last) in {"word", "number"} and not after and following not in {"plus"}:
        return "part of a name"
    if previous == "+" and run.glued(first) and run.glued(first - 1) and run.kind(first - 2) == "word":
        return "part of a name"  # "the sample is D+8"
    if previous == "measure" and not after and run.tokens[first - 1].is_capital and run.low(last) in FUNCTION:
        return "label"  # "Measure 2 in Vail would", on a ballot
    if not after and _is_identifier(run, first):
        return "identifier"
    if _in_colon(run, first, last):
        return "clock time, verse or score"
    if (
        following in {"/", ".", "_", "@"}
        and run.glued(last)
        and run.glued(last + 1)
        and run.kind(last + 1) in {"number", "word"}
    ):
        return "date, address or version"
    if previous == "." and run.glued(first) and run.glued(first - 1) and run.kind(first - 2) in {"word", "number"}:
        return "version"
    if _is_named(run, first):
        return "part of a name"
    if previous in LABELS or (
        previous == "." and run.low(first - 2) in {"no", "nos", "art", "fig", "vol", "ch", "p", "pp", "sec", "op", "nr"}
    ):
        return "label"
    if previous in {"#", "№", "§"} or following in {"zip", "postcode"}:
        return "label"
    if _is_marker(run, first, last):
        return "list marker"
    if not after and _is_clock(run, first, last):
        return "clock time"
    if _is_date(run, numeral, after):
        return "date"
    if not after and _is_dashed(run, first, last):
        return "score, telephone or season"
    if _is_address(run, last):
        return "address"
    if not after and _is_age(run, numeral):
        return "age"
    if not after and _is_named_after(run, first, last):
        return "part of a name"
    return None


def _is_identifier(run: Run, first: int) -> bool:
    """Find an account or message number (written without commas), and the value of an attribute (id="42")."""
    digits = run.tokens[first].text
    named = run.low(first - 1) in {'"', "“", "'"} and run.low(first - 2) == "="
    return named or (digits.isdecimal() and len(digits) >= IDENTIFIER_DIGITS)


def _in_colon(run: Run, first: int, last: int) -> bool:
    left = run.low(first - 1) == ":" and run.glued(first - 1) and run.glued(first) and run.kind(first - 2) == "number"
    right = run.low(last) == ":" and run.glued(last) and run.glued(last + 1) and run.kind(last + 1) == "number"
    verse = run.low(first - 1) in _DASHES and run.low(first - 3) == ":" and run.kind(first - 4) == "number"
    return left or right or verse


def _is_named(run: Run, first: int) -> bool:
    """Find "F-16", "COVID-19", "mid-90", but not "minus-130" nor "$5-10"."""
    if run.low(first - 1) not in _DASHES or not run.glued(first):
        return False
    if not run.glued(first - 1):  # "COVID -19"
        return run.kind(first - 2) == "word" and run.tokens[first - 2].text.isupper() and not run.shouted
    return run.kind(first - 2) == "word" and run.low(first - 2) not in {"minus", "plus", "now", "to", "sub"}


def _is_marker(run: Run, first: int, last: int) -> bool:
    if first == 0 and len(run.tokens[first].text) <= 2 and run.low(last) in _OPENERS and run.tokens[last].is_capital:
        return True  # "1 He argues that", a footnote
    if first == 0 and run.low(last) in {".", ")", "]"} and run.kind(last + 1) in {"word", "mark", ""}:
        return True
    if run.low(first - 1) in {":", ";", "."} and run.low(last) == ")":
        return not any(run.low(k) == "(" for k in range(max(0, first - _BRACKET), first))
    bracket = run.low(first - 1) + run.low(last)
    return bracket in {"[]", "()"} and (bracket == "[]" or first <= 2)


def _is_clock(run: Run, first: int, last: int) -> bool:
    digits = run.tokens[first].text
    if run.low(last) in {"am", "pm", "a.m.", "p.m.", "a.m", "p.m", "o'clock", "gmt", "utc", "est", "edt", "pdt", "hrs"}:
        return True
    if len(digits) == 4 and digits.isdecimal() and (digits[0] == "0" or not is_plural(run.low(last))):
        # "at 1900", "at approximately 0530 local time": military time, where a count would be "1,900" or name its thing
        at = first - 1
        while run.low(at) in {"about", "around", "approximately", "exactly", "nearly", "precisely", "(", "almost"}:
            at -= 1
        hour = int(digits[:2]) <= 24 and int(digits[2:]) < 60
        return digits[0] == "0" or (
            hour and run.low(at) in {"at", "by", "from", "between", "until", "since", "to", "and", "before"}
        )
    return False


def _is_date(run: Run, numeral: Numeral, after: Unit | None) -> bool:
    first, last = numeral.first, numeral.last
    previous, following = run.low(first - 1), run.low(last)
    whole = run.tokens[first].text.isdecimal()
    if whole and numeral.magnitude == 1.0 and numeral.mantissa <= 31:
        month_after = _month(run, last) or (run.low(last) == "of" and _month(run, last + 1))
        if run.low(last) in _DASHES and run.kind(last + 1) == "number" and _month(run, last + 2):
            month_after = True
        if run.low(last) in {"and", "to", ","} and run.kind(last + 1) == "number" and _month(run, last + 2):
            month_after = True
        month_before = _month(run, first - 1) or (previous == "." and _month(run, first - 2))
        if (
            previous in {*_DASHES, "and", "to", "through"}
            and run.kind(first - 2) == "number"
            and _month(run, first - 3)
        ):
            month_before = True
        if (month_before and not (after and after.kind != "time")) or (month_after and not after):
            return True
        if previous == "the" and run.low(first - 2) in WEEKDAYS:
            return True
    if (
        whole
        and not after
        and len(run.tokens[first].text) == 2
        and _month(run, first - 1)
        and run.kind(first - 2) == "number"
    ):
        return True  # "22 JAN 89"
    if after or not whole or len(run.tokens[first].text) != 4 or numeral.magnitude != 1.0:
        return False
    year = int(numeral.mantissa)
    if previous == "." and _month(run, first - 2):
        return True
    if not 1000 <= year <= 2100:
        return False
    if _month(run, first - 1) or (previous == "," and run.kind(first - 2) == "number" and _month(run, first - 3)):
        return True
    hedged = previous in {"about", "least", "than", "over", "nearly", "almost", "approximately", "some", "roughly"}
    if 1900 <= year <= 2049:
        return not (following in PEOPLE and (hedged or previous not in _IN_YEAR))
    return previous in _YEAR_AFTER and not is_plural(following)


def _month(run: Run, at: int) -> bool:
    low = run.low(at).rstrip(".")
    return low in MONTHS and (run.shouted or run.tokens[at].is_capital)


def _is_dashed(run: Run, first: int, last: int) -> bool:
    """Find "2-2", "555-1234", "1990-95", which a unit or a counted noun would make a range."""
    if run.low(last) in _DASHES and run.glued(last) and run.glued(last + 1) and run.kind(last + 1) == "number":
        left, right = run.tokens[first].text, run.low(last + 1)
        at = last + 2
        if unit_after(run, at):
            return False
    elif (
        run.low(first - 1) in _DASHES and run.glued(first) and run.glued(first - 1) and run.kind(first - 2) == "number"
    ):
        left, right = run.low(first - 2), run.tokens[first].text
        at = last
        if unit_before(run, first - 2):
            return False  # "$3-5 million"
    else:
        return False
    counted = run.kind(at) == "word" and (is_plural(run.low(at)) or is_plural(run.low(at + 1))) and not run.glued(at)
    rising = _plain(left) < _plain(right)
    if run.kind(at) == "number" or (run.low(at) in _DASHES and run.kind(at + 1) == "number"):
        return True
    if run.low(at) in _DASHES and run.kind(at + 1) == "word":
        return not rising
    year = len(left) == 4 and left.isdecimal() and 1900 <= int(left) <= 2049
    return year or not (counted and rising)


def _plain(text: str) -> float:
    return float(re.sub(r"[^\d]", "", text)[:18] or 0)


def _is_address(run: Run, last: int) -> bool:
    return any(
        run.low(last + k).rstrip(".") in STREETS and run.tokens[last + k].is_capital
        for k in range(4)
        if run.kind(last + k) == "word"
    ) and (run.shouted or (run.kind(last) == "word" and run.tokens[last].is_capital))


def _is_age(run: Run, numeral: Numeral) -> bool:
    """Find "Mira Tolland, 25, said", "aged 25": an age unless asked for."""
    if run.low(numeral.first - 1) in {"age", "aged"} or _is_of_ages(run, numeral.first) or _is_as_old(run, numeral):
        return True
    if numeral.magnitude != 1.0 or not 1 <= numeral.mantissa <= 115 or numeral.mantissa % 1:
        return False
    named = (
        run.low(numeral.first - 1) == ","
        and run.kind(numeral.first - 2) == "word"
        and (run.shouted or run.tokens[numeral.first - 2].is_capital)
    )
    if run.low(numeral.first - 1) == "of" and run.low(numeral.first - 2) in _PERSONS:
        return run.low(numeral.last) in {",", ".", ";", "who", "and"}  # "a man of 71, died"
    if (run.low(numeral.first - 2), run.low(numeral.first - 1)) == (",", "now"):
        return run.low(numeral.last) in {",", "."}  # "Pell, now 30, had"
    told = (
        run.low(numeral.first - 1) == ","
        and run.low(numeral.last) == ","
        and (numeral.mantissa > YOUNGEST or run.low(numeral.first - 2) in _PERSONS)
        and _is_somebody(run, numeral.first - 2)
    )
    if told:
        return True  # "the captain, 52, and two officers"
    bracketed = run.low(numeral.first - 1) == "(" and run.low(numeral.last) == ")"
    return (named and run.low(numeral.last) in {",", ".", ";", "of", "from", "who", "and"}) or bracketed


def _is_as_old(run: Run, numeral: Numeral) -> bool:
    """Find "older than 65", "adults 21 and older" and "she was 1 and"."""
    first, last = numeral.first, numeral.last
    if numeral.mantissa * numeral.magnitude > OLDEST:
        return False
    ended = run.kind(last) != "word" or run.low(last) in {"and", "when", "or", "who", "but"}
    if run.low(first - 1) == "than" and run.low(first - 2) in {"older", "younger"}:
        return True
    if run.low(first - 1) == "at" and run.low(first - 2) in {"death", "died"}:
        return ended
    if run.low(last) == "or" and run.low(last + 1) in {"older", "younger"}:
        return True  # "those 50 or older"
    if (run.low(last), run.low(last + 1)) in {("and", "older"), ("and", "younger"), ("and", "over"), ("and", "under")}:
        return run.low(first - 1) in PEOPLE | _PERSONS | {"adults", "anyone", "those", "are"}
    named = first > 2 and run.tokens[first - 2].is_capital and run.tokens[first - 3].is_capital and not run.shouted
    return ended and run.low(first - 1) in {"was", "is", "turned"} and (named or run.low(first - 2) in {"he", "she"})


def _is_of_ages(run: Run, first: int) -> bool:
    """Find "between the ages of 15 and 19" and "two sons, 4 and 6,": numbers in a row behind what they are ages of."""
    at = first - 1
    while run.kind(at) == "number" or (run.low(at) in {"and", "to", "or", ","} and run.kind(at - 1) == "number"):
        at -= 1
    if run.low(at) == "ages" or (run.low(at) == "of" and run.low(at - 1) == "ages"):
        return True
    alone = run.low(first + 1) in {",", "and", ".", ";", ")"}
    return alone and run.low(at) == "," and run.low(at - 1) in _PERSONS and is_plural(run.low(at - 1))


def _is_somebody(run: Run, at: int) -> bool:
    """Whether the noun at ``at`` is one person behind an article: "the captain", "an air force pilot"."""
    low = run.low(at)
    if run.kind(at) != "word" or not (low in _PERSONS or low in _RANKS or low.endswith(_OCCUPATIONS)):
        return False
    return any(run.low(at - back) in {"a", "an", "the", "his", "her", "their", "one"} for back in (1, 2, 3, 4))


def _is_of_person(run: Run, numeral: Numeral, age: Unit) -> bool:
    """Whether an age is somebody's: "a 34-year-old baker", "she is 40 years old", unlike "a 34-year-old bridge"."""
    if numeral.mantissa * numeral.magnitude > OLDEST:
        return False
    behind = run.low(age.last)
    if run.kind(age.last) == "word" and run.low(age.last - 1) in {"old", "olds"} and behind not in FUNCTION:
        later = run.low(age.last + 1) if is_participle(behind) else ""  # "a 62-year-old retired baker"
        people = behind in _PERSONS or behind.endswith(_OCCUPATIONS) or run.tokens[age.last].is_capital
        return people or later in _PERSONS | _RANKS or later.endswith(_OCCUPATIONS)
    return any(run.low(numeral.first - back) in _ONES for back in (1, 2, 3)) or run.low(age.first) == "-"


def _is_named_after(run: Run, first: int, last: int) -> bool:
    """Find "Boeing 747", "Windows 10", "Game 7": a number behind a capital, unless it counts the noun behind it."""
    previous, following = run.low(first - 1), run.low(last)
    if following in MODELS and run.kind(last) == "word" and run.tokens[last].is_capital and not run.shouted:
        return True
    if following in MODELS or (run.shouted and previous in MODELS):
        return run.kind(first - 1) == "word" and previous not in FUNCTION and previous not in DETERMINERS
    if run.shouted or first < 1 or run.kind(first - 1) != "word" or not run.tokens[first - 1].is_capital:
        return False
    if previous in FUNCTION or previous in MONTHS or previous in WEEKDAYS:
        return False
    if first == 1:  # any word is capital there: "Bring 20 litres", but "Windows 10 was"
        return following in AUXILIARIES and previous not in BEFORE
    if run.kind(last) != "word":
        return not (following in _DASHES and run.glued(last + 1) and run.kind(last + 1) == "number")
    return run.tokens[last].is_capital or not (is_plural(following) or is_plural(run.low(last + 1)))


def _words(run: Run, numeral: Numeral, after: Unit | None) -> str | None:
    first, last = numeral.first, numeral.last
    previous, following = run.low(first - 1), run.low(last)
    if previous in LABELS:
        return "label"
    if previous in {"top", "bottom"} and not after and (run.kind(last) != "word" or following in FUNCTION):
        return "rank"
    if run.glued(first) and run.low(first - 1) in _DASHES and run.glued(first - 1) and run.kind(first - 2) == "word":
        return "part of a word"
    if not run.shouted and first > 0 and run.tokens[first].is_capital and _is_proper(run, first, last):
        return "part of a name"
    if following == "o'clock" or following in {"am", "pm", "a.m.", "p.m."}:
        return "clock time"
    if numeral.value == 1 and numeral.last == first + 1:
        return _one(run, first, after)
    if numeral.value == 0 and not (after or is_plural(following)):
        return "nothing"
    return None


def _is_proper(run: Run, first: int, last: int) -> bool:
    sentence_start = run.kind(first - 1) == "mark" and run.low(first - 1) not in {",", "-", "&"}
    if sentence_start:
        return False
    beside = [run.tokens[at] for at in (first - 1, last) if run.kind(at) == "word"]
    return any(token.is_capital for token in beside) or run.low(first - 1) in {"of", "the", "and"}


_SIZING = listed("only nearly roughly approximately")  # "one of only two"
_MADE_TO = listed("wonder think feel ask wish realize realise question pause")
_SETS = listed("set put made given used shown built left held laid drawn taken seen known found run")


def _one(run: Run, at: int, after: Unit | None) -> str | None:
    """Tell the number ("one solution", "one of the best") from the pronoun ("the one that", "no one", "one should")."""
    previous, following = run.low(at - 1), run.low(at + 1)
    if previous == "not":
        return "negation"  # "not one person has died" counts nobody
    if (previous, following) in _IDIOMS or (following, run.low(at + 2)) == ("way", "or"):
        return "idiom"
    if following in _DAYS and previous in {"late", "early"}:
        return "idiom"  # "late one night"
    if following in _DAYS and (at == 0 or run.low(at + 2) in DETERMINERS | PRONOUNS | AUXILIARIES):
        return "idiom"
    if following in {"next", "last"} and run.low(at + 2) in _SPANS:
        return "pronoun"  # "a deficit this year and one next year"
    if following == "of" and run.low(at + 2).endswith("ly") and run.low(at + 2) not in _SIZING:
        return "pronoun"  # "the tone is one of barely hidden joy"
    if following == "of" or after:
        return None if previous not in {"no", "any", "every"} else "pronoun"
    if previous in {"make", "makes", "made", "the"} and (following in _MADE_TO or following in _SETS):
        return "pronoun"  # "it makes one wonder", "the one set out"
    if following in _DASHES and run.glued(at + 1):
        return "idiom"
    if run.kind(at + 1) != "word" or following in FUNCTION or following in {"another", "day", "thing", "else"}:
        return "pronoun"
    if previous in _PRONOUN_BEFORE - {"the", "only", "last", "first", "is", "as", "like", "new", "other"}:
        return "pronoun"
    if following.endswith(("ly", "ed")) or following in {"said", "says"}:
        return "pronoun"
    return None
