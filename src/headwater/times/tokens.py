"""Tokens of a stretch of text, each with a class letter; the letters joined are what the grammar matches.

The text is read in stretches of bounded length, so that a file of one endless line costs no more memory than a page.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from headwater.times.calendar import FROM_EASTER
from headwater.times.lexicon import (
    CLASS_OF,
    FULL_MONTHS,
    FULL_WEEKDAYS,
    ORDINALS,
    listed,
)

STRETCH = 20_000  # characters read at a time; a stretch ends at a paragraph where there is one
BLANK = " "  # class of tokens that no rule may cross

_TOKEN = re.compile(
    r"""
      (?P<break>\n[^\S\n]*(?=\n))
    | (?P<iso>[12][0-9]{3}-[01][0-9]-[0-3][0-9](?:[T ][0-2][0-9]:[0-5][0-9](?::[0-5][0-9](?:\.[0-9]+)?)?
        (?:Z|[+-][0-2][0-9]:?[0-5][0-9])?)?(?![0-9-]))
    | (?P<parted>[0-9]{1,2}(?P<mark>[./-])[0-9]{1,2}(?P=mark)(?:[12][0-9])?[0-9]{2}(?![0-9./-]*[0-9]))
    | (?P<clock>[0-9]{1,2}:[0-9]{2}(?::[0-9]{2})?(?![:0-9])|[0-9]{1,2}\.[0-9]{2}(?=\s?[ap]\.?m(?![^\W_])))
    | (?P<decade>(?:[12][0-9]{2}0|['’]?[2-9]0)['’]?s(?![^\W_]))
    | (?P<short>['’][0-9]{2}(?![^\W_]))
    | (?P<ordinal>[0-9]{1,2}(?:st|nd|rd|th)(?![^\W_]))
    | (?P<fraction>[0-9]+/[0-9]+(?:/[0-9]+)*|[½¼¾])
    | (?P<number>[0-9]+(?:[.,][0-9]+)*)
    | (?P<meridiem>(?<![^\W_])[ap]\.\s?m\.?(?![^\W_])|(?<=[0-9])[ap]m(?![^\W_])|(?<=[0-9])hrs(?![^\W_]))
    | (?P<word>[^\W\d_]+(?:\.[^\W\d_](?![^\W\d_]))*)
    | (?P<genitive>['’]s?(?![^\W_]))
    | (?P<hyphen>[-‐‑‒–—])
    | (?P<other>[^\s])
    """,
    re.VERBOSE,
)
_NUMERIC = {
    "iso": "I", "parted": "B", "clock": ":", "decade": "N", "short": "y", "ordinal": "O", "fraction": "/",
    "meridiem": "m", "genitive": "'", "hyphen": "-",
}  # fmt: skip
_MARKS = {",": ",", ".": ".", "(": "(", ")": ")"}
_TODAYS = frozenset({"usa", "india", "russia"})  # papers and channels "… TODAY"
_HOURS = frozenset({"minutes", "hours"})
# by the class of the word before: "This Week", "Person of the Year", "60 Minutes"
_IN_TITLES = {"i": frozenset({"week", "morning"}), "t": frozenset({"year"})} | dict.fromkeys("Dcy", _HOURS)
_QUOTES = frozenset("\"“”‘'`’")
_CURRENCY = frozenset("$€£¥₤#№@&")

# words before which a number of four digits is a count, not a year
_COUNTED = frozenset(
    listed(
        """
    people men women children soldiers troops fighters civilians dead wounded killed percent per pounds
    dollars euros miles kilometers kilometres km meters metres feet tons tonnes points votes seats
    members jobs workers times shares homes houses users volts hp rpm hectares acres prisoners refugees
    families police officers officials students employees tanks guns rounds pages words barrels copies
    calories employees kg mm cm hours days weeks months years minutes seconds degrees inches yards
    gallons pesos francs marks rubles yen riyals dinars kilos million billion thousand hundred of-them
    residents passengers patients cases victims demonstrators protesters guests spectators fans inmates
    strong
    """
    )
)
_STREETS = frozenset(listed("avenue ave street road boulevard blvd drive lane"))
_YEAR_LEADS = frozenset(
    listed("in since by until till from between during after before early late mid circa year years ad")
)
_MODAL_LEADS = frozenset(
    listed("in since by until till last next this early late mid of from through between during for")
)
_OF_SEASONS = frozenset(
    listed("olympics olympic games paralympics palace solstice")
)  # "the Winter Games", "the Summer Palace": names
_SEASON_LEADS = frozenset(
    listed(
        """
    the this last next that in of early late mid since by until during each every previous following
    past coming following same and or through for
    """
    )
)
_BEFORE_A_TIME = (_SEASON_LEADS | _MODAL_LEADS) - {"of", "for", "and", "or", "from"}
_GIVEN_NAMES = frozenset({"april", "june", "august"})
_UNSHORTENED = FULL_MONTHS | FULL_WEEKDAYS  # a dot behind one of these ends the sentence
_COUNT_LEADS = frozenset(listed("some nearly almost than over least roughly approximately no number room flight"))
# "Black Friday", "Super Tuesday": days with names of their own, which recur by other rules or not at all
_NAMED_DAYS = frozenset(listed("good palm black bloody super ash holy maundy cyber fat shrove whit"))
_ALSO_WORDS = frozenset({"sun", "sat", "wed", "mon"})  # a paper, verbs, a name
_DAY_NAMES = frozenset(listed("times telegraph mirror express herald mail school service services"))  # "Sunday Times"
_ERAS = ("bc", "bce")
_RANGES_OF_ERAS = frozenset(f"{dash}{era}" for dash in "-‐‑‒–—" for era in _ERAS)
_ANCIENT_LEADS = frozenset(listed("in by until till since from early late mid during"))
MODERN = (1900, 2050)  # so much behind an opening "In" is a year, even before what could be counted
YEARS_ALONE = (1700, 2050)  # four digits in this range need no preposition to be a year


@dataclass(frozen=True, slots=True)
class Tokens:
    """The tokens of one stretch: offsets into the text, words in lower case, and one class letter for each."""

    text: str
    starts: list[int]
    ends: list[int]
    words: list[str]
    codes: str

    def shown(self, first: int, last: int) -> str:
        """The text from token ``first`` up to, not including, token ``last``."""
        return self.text[self.starts[first] : self.ends[last - 1]]


def stretches(text: str) -> Iterator[tuple[int, int]]:
    """Yield the stretches of ``text`` in order; they end at a blank line, a line or a blank where there is one."""
    start, size = 0, len(text)
    while start < size:
        end = min(size, start + STRETCH)
        if end < size:
            for mark in ("\n\n", "\n", ". ", " "):
                found = text.rfind(mark, start + STRETCH // 2, end)
                if found > 0:
                    end = found + len(mark)
                    break
        yield start, end
        start = end


def tokenize(text: str, start: int, end: int, *, is_ancient: bool = False) -> Tokens:
    """Return the tokens of ``text[start:end]`` with their classes.

    In an ancient history (``is_ancient``) three digits behind "in", "by" or "since" are a year.
    """
    starts: list[int] = []
    ends: list[int] = []
    words: list[str] = []
    codes: list[str] = []
    for found in _TOKEN.finditer(text, start, end):
        kind = found.lastgroup
        shown = found[0]
        if kind == "word":
            word = shown.lower()
            code = CLASS_OF.get(word, BLANK)
            if code in "MW" and not shown[0].isupper():
                code = BLANK  # names of months and days are capitalised in English
        elif kind == "number":
            word, code = shown, _number_class(text, found.start(), shown)
        elif kind == "break":
            word, code = "\n", "\n"
        elif kind == "other":
            word, code = shown, _MARKS.get(shown, BLANK)
        else:
            word, code = shown.lower(), _NUMERIC[kind or "hyphen"]
        starts.append(found.start())
        ends.append(found.end())
        words.append(word)
        codes.append(code)
    _settle(text, starts, ends, words, codes)
    if is_ancient:
        _admit_ancient_years(words, codes)
    return Tokens(text, starts, ends, words, "".join(codes))


def _number_class(text: str, start: int, shown: str) -> str:
    before = text[start - 1] if start else " "
    if before in _CURRENCY or before.isalpha() or before == "_":
        return BLANK
    if shown.isdigit():
        if len(shown) <= 2:
            return "D"
        if len(shown) == 4 and "1000" <= shown <= "2100":
            return "Y"
    return "#"


def _settle(text: str, starts: list[int], ends: list[int], words: list[str], codes: list[str]) -> None:
    """Take back classes that the neighbours speak against: modal "may", the verb "march", counts like 1500 men."""
    size = len(words)
    for at in range(size):
        code = codes[at]
        if code == BLANK and words[at] != "second" and words[at] != "seconds":
            continue
        word = words[at]
        before = words[at - 1] if at else "\n"
        after = words[at + 1] if at + 1 < size else "\n"
        if code in "TuU" and text[starts[at]].isupper() and _is_title(text, starts, words, codes, at):
            codes[at] = BLANK
            if at and codes[at - 1] == "y":
                codes[at - 1] = BLANK  # "'60 Minutes"
        elif code == "M":
            is_name = word in _GIVEN_NAMES and _is_given_name(text, starts, words, at)
            codes[at] = BLANK if is_name else _month_class(codes, words, at, before, after)
        elif code == "W":
            named = (before in (*_NAMED_DAYS, "news") and f"{before} {word}" not in FROM_EASTER) or (
                after in _DAY_NAMES and text[starts[at + 1]].isupper()
            )
            if named or (word not in FULL_WEEKDAYS and not _is_short_weekday(words, codes, at)):
                codes[at] = BLANK
        elif code == "S":
            following = "".join(codes[at + 1 : at + 3]).removeprefix("f")[:1]  # the year in "fall of 2015" too
            if _is_given_name(text, starts, words, at) or not _is_season(word, before, after, following):
                codes[at] = BLANK
        elif code == "Y" and after not in _ERAS:
            codes[at] = "Y" if _is_year(text, starts[at], ends[at], words, codes, at) else "#"
        elif word == "second":
            nearby = before in ("per", "a", "every", "each") and after not in ORDINALS and before != "a"
            dashed = before in "-‐‑–" and at > 1 and codes[at - 2] in "Dc#"
            codes[at] = "u" if nearby or dashed else "o"
        elif code in "D#" and (after in _ERAS or "".join(words[at + 1 : at + 4 : 2]) in _RANGES_OF_ERAS):
            codes[at] = "Y"
        elif word == "up" and after != "to":
            codes[at] = BLANK  # "woke her up around 5 a.m."
        elif word == "close" and after != "to":
            codes[at] = "G"  # "at the close of 1990", and "expected to close around May" is a verb
        elif code == "D" and (after == "%" or after in ("percent", "pc")):
            codes[at] = "#"
        elif code == "." and not (at and codes[at - 1] in "MW" and words[at - 1] not in _UNSHORTENED):
            codes[at] = BLANK


def _admit_ancient_years(words: list[str], codes: list[str]) -> None:
    for at in range(1, len(codes)):
        counts = at + 1 < len(words) and words[at + 1] in _COUNTED
        three_digits = codes[at] == "#" and len(words[at]) == 3 and words[at].isdigit()
        if three_digits and not counts and words[at - 1] in _ANCIENT_LEADS:
            codes[at] = "Y"


def _is_title(text: str, starts: list[int], words: list[str], codes: list[str], at: int) -> bool:
    """Whether a capital in mid-sentence makes a name of a time: "USA Today", "on This Week", "CBS's '60 Minutes'".

    In a headline whose words are all capital it does not; ``at`` is "Today" or the unit.
    """
    if text[starts[at] : starts[at] + 2].isupper():
        return codes[at] == "T" and at > 0 and words[at - 1] in _TODAYS
    first = at
    if codes[at] != "T":
        if not at or words[at] not in _IN_TITLES.get(codes[at - 1], ()):
            return False
        if words[at - 1].isalpha() and words[at - 1] != "the" and not text[starts[at - 1]].isupper():
            return False
        first -= 1
    if not first:
        return False
    before = text[starts[first - 1] : starts[first - 1] + len(words[first - 1])]
    if codes[at] == "T" and before in _QUOTES:
        return any(word in _QUOTES for word in words[at + 1 : at + 3])  # NBC's "Today,"
    if codes[at] == "T":
        return before[0].isalpha()
    return before.islower() or before in _QUOTES


def _is_short_weekday(words: list[str], codes: list[str], at: int) -> bool:
    """ "Sat." or "Sat, 5 May": a dot or a date must follow, since Sun and Wed are also names and words."""
    following = "".join(codes[at + 1 : at + 3])
    if following[:1] == "." and words[at] in _ALSO_WORDS:
        return following[1:] in ("M", "D", "O", ",")  # "told The Sun." ends its sentence
    return following[:1] in ("M", "D", "O", ".") or following in (",M", ",D", ",O")


def _month_class(codes: list[str], words: list[str], at: int, before: str, after: str) -> str:
    word = words[at]
    following = codes[at + 1] if at + 1 < len(codes) else BLANK
    if following == "." and at + 2 < len(codes):
        following = codes[at + 2] if codes[at + 2] in "DOY" else following
    if word not in FULL_MONTHS:
        return "M" if following in "DOYy" or after == "." or before in _MODAL_LEADS else BLANK
    if word not in ("may", "march", "august"):
        return "M"
    dated = following in "DOYy" or (at and codes[at - 1] in "DO")
    led = before in _MODAL_LEADS or (before in ("and", "or", "-", "–", "to", "mid") and at > 1 and codes[at - 2] == "M")
    if word == "august":
        return "M"
    return "M" if dated or led or (before == "of" and after != "of") else BLANK


def _is_given_name(text: str, starts: list[int], words: list[str], at: int) -> bool:
    """Whether a season is somebody: "a suit of Summer Lund", unlike "the Spring Offensive" and "Summer 2014"."""
    if not 0 < at < len(words) - 1 or words[at - 1] in _BEFORE_A_TIME:
        return False
    shown = [text[start : start + 1] for start in starts[at - 1 : at + 2]]
    return (shown[0].islower() or words[at - 1] in (".", "\n")) and shown[1].isupper() and shown[2].isupper()


def _is_season(word: str, before: str, after: str, following: str) -> bool:
    """ "fall" and "spring" are nouns of time only where a determiner or a year says so ("the fall of" is a defeat)."""
    if following == "Y":
        return True
    if after in _OF_SEASONS:
        return False
    if word == "fall" and before in ("the", "to", "and", "or"):
        return before == "the" and after in (",", ".")
    if word == "spring" and before in ("to", "and", "or", "of"):
        return False
    return before in _SEASON_LEADS or (word in ("summer", "winter", "autumn") and before != "a")


def _is_year(text: str, start: int, end: int, words: list[str], codes: list[str], at: int) -> bool:
    """Four digits are a year unless they count something or belong to a longer number or name."""
    number = int(words[at])
    before = words[at - 1] if at else "\n"
    before_code = codes[at - 1] if at else "\n"
    after = words[at + 1] if at + 1 < len(words) else "\n"
    if before == "of" and at > 1 and codes[at - 2] in "MS":
        return True  # "in the autumn of 2014 refugees returned"
    if before_code == "M" and at > 1 and codes[at - 2] in "DO":
        return True  # "on 9 April 2014 men seized"
    opens = at == 1 or (at > 1 and words[at - 2] in (".", "\n"))
    if before == "in" and opens and MODERN[0] <= number <= MODERN[1]:
        return True  # "In 2014 refugees returned"
    if after in _COUNTED or after == "%" or text[end : end + 1] in ("%", "°", "/", "_"):
        return False
    if before in ("©", "copyright"):
        return False  # whose the page is, and no time that it tells
    if text[end : end + 2][1:].isupper() and not _STREETS.isdisjoint(words[at + 1 : at + 4]):
        return False  # "1600 Orchard Avenue"
    glued = text[start - 1 : start]
    if glued in ("/", ":", "+") or before in _COUNT_LEADS:
        return False
    if glued in ("-", "–", "—"):
        earlier = words[at - 2] if at > 1 else ""
        return codes[at - 2 : at - 1] in (["Y"], ["M"]) or earlier in ("post", "pre", "mid", "early", "late")
    if YEARS_ALONE[0] <= number <= YEARS_ALONE[1]:
        return True
    return before in _YEAR_LEADS or before_code in ("M", "S", "(")
