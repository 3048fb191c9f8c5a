"""What the opening lines of a text say of the text itself: its headline, its author, its publisher, its day.

A plain text, a PDF or a pasted article has no fields; its first lines have: "By Ada Quill, Vail Post, 3 March 2031".
A line is one of these only where all of it is a day with its year, a byline, the name of a publisher, or several of
them beside each other; a day in a running sentence is what the text speaks of, never its own. A "Published …" line and
a dateline with a year ("VAIL, March 3, 2031 --") give the day too. Limits: English months; a publisher is known by the
last word of its name ("Post", "Agency"), or one that bodies have ("Observatory for Human Rights"): "Vail, 3 March 2031"
gives a place.
"""

import datetime
import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from headwater.publishers import AGENCIES, BODIES, OUTLETS, PUBLISHER_HEADS, STATIONS
from headwater.records import Span

HEAD = 600  # code points at the start of a text in which its opening lines stand
MOST_LINES = 6
LONGEST_LINE = 140  # code points
LONGEST_NAME = 6  # words of a publisher's name
_MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "january jan", "february feb", "march mar", "april apr", "may", "june jun", "july jul", "august aug",
            "september sept sep", "october oct", "november nov", "december dec",
        ),
        start=1,
    )
    for name in names.split()
}  # fmt: skip
_MONTH = "|".join(sorted(_MONTHS, key=len, reverse=True))
_WEEKDAY = r"(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\.?,?\s{1,3})?"
_DAY = (
    rf"(?:(?P<iso>\d{{4}}-\d\d-\d\d)|(?P<day>\d{{1,2}})(?:st|nd|rd|th)?[^\S\n](?P<month>{_MONTH})\.?,?[^\S\n]"
    rf"(?P<year>(?:19|20)\d\d)|(?P<month2>{_MONTH})\.?[^\S\n](?P<day2>\d{{1,2}})(?:st|nd|rd|th)?,?[^\S\n]"
    r"(?P<year2>(?:19|20)\d\d))"
)
_CLOCK = r"(?:,?\s{1,3}(?:at\s)?\d{1,2}[:.]\d\d(?:\s?[ap]\.?m\.?)?(?:\s(?:UTC|GMT|CET|CEST|ES?T|EDT|PT|PST|PDT|BST))?)?"
_WHEN = re.compile(
    rf"(?:(?:(?:first )?published|posted|(?P<again>(?:last )?updated|modified)|issued|date|dated)(?: on)?:?\s{{1,3}})?"
    rf"{_WEEKDAY}{_DAY}{_CLOCK}\b",
    re.IGNORECASE,
)
_DATELINE = re.compile(
    rf"^[^\S\n]*(?P<place>[A-Z][^\n:;!?]{{1,60}}?),?[^\S\n]+"
    rf"(?:(?P<day>\d{{1,2}})[^\S\n](?P<month>{_MONTH})\.?,?|(?P<month2>{_MONTH})\.?[^\S\n](?P<day2>\d{{1,2}}),?)"
    r"[^\S\n](?P<year>(?:19|20)\d\d|\d\d)\b[^\n]{0,40}?(?:--|—|–|\)\s-\s)",
    re.IGNORECASE | re.MULTILINE,
)
_ISSUED = re.compile(
    r"(?:(?:joint |official |press |news )?(?:statement|release|communiqu[eé]|declaration|announcement|notice)"
    r"(?: by| of| from)) (?:the )?(?P<who>[A-ZÀ-Þ].{2,80})",
    re.IGNORECASE,
)
_GENRE = re.compile(
    r"(?:press|news|media) release|statement|opinion|analysis|comment|report|blog|update|exclusive|breaking(?: news)?",
    re.IGNORECASE,
)
_THE_PLACES = frozenset({"hague", "bronx", "gambia", "bahamas", "netherlands", "philippines", "vatican", "hamptons"})
_BY = re.compile(r"by:?\s{1,3}(?=[^\W\d_])", re.IGNORECASE)
_STAFF = re.compile(r"\b(?:reporter|correspondent|staff|desk|editor|newsroom)s?\Z", re.IGNORECASE)
_ABOUT = re.compile(r"\s(?:on|about|regarding|concerning|following|after)\s")
_COMPANY = re.compile(
    r"(?<![\w&’'.-])(?:[A-ZÀ-Þ][\w&’'.-]*+\s){1,5}(?:AG|SA|SE|NV|AB|GmbH|Ltd|Limited|Inc|Corp|Corporation|plc|PLC|LLC|Co)\.?"
)
_POSTED = re.compile(
    r"(?<![\w’'.-])(?P<who>[A-ZÀ-Þ][\w’'.-]*+(?:\s[A-ZÀ-Þ][\w’'.-]*+){0,4})\s\(@\w{1,40}\)"
    r"(?:\s(?:on|via)\s[A-Z]\w{0,20})?"
)
_PARTS = re.compile(r"\s{0,3}(?:[|·•,;]|\s[-–—]|\s{3}|\t)\s{0,3}")
_PERSON = re.compile(
    r"(?<![\w’'.-])[A-ZÀ-Þ][\w’'.-]*+(?:\s(?:(?:de|la|van|von|der|al|el|bin|and|und|et|y)\s)?[A-ZÀ-Þ][\w’'.-]*+){1,7}"
)
_AND_AGENCIES = re.compile(r"\sand\s(?:the\s)?(?:news\s)?agencies\Z", re.IGNORECASE)
_LINE = re.compile(r"[^\n\r\x0b\x0c\x85\u2028\u2029]+")
_TERMINAL = tuple('.:;,…”"’»')


@dataclass(frozen=True, slots=True)
class Said:
    """What the text says of itself: the value, where it stands, what kind of line that is."""

    value: str
    span: Span
    rule: str


@dataclass(frozen=True, slots=True)
class Opening:
    """What the opening says, by field (``title``, ``author``, ``publisher``; ``published`` and ``modified`` in ISO
    8601), and which lines say nothing else."""

    said: dict[str, Said] = field(default_factory=dict)
    lines: tuple[Span, ...] = ()


def read_opening(text: str) -> Opening:
    """Return what the opening lines of ``text`` say of it. Two-digit years of a dateline are of 1951–2050.

    >>> text = "Quarry shut\\nBy Ada Quill, Vail Post, 3 March 2031\\n\\nThe quarry is shut."
    >>> [(name, said.value) for name, said in read_opening(text).said.items()]
    [('title', 'Quarry shut'), ('author', 'Ada Quill'), ('publisher', 'Vail Post'), ('published', '2031-03-03')]
    """
    lines = list(_lines(text))
    told = {span: found for span in lines if (found := _read_line(text, span))}
    told = {span: found for span, found in told.items() if _is_settled(text, span, told, lines)}
    said: dict[str, Said] = {}
    if told and (title := _title(text, lines, told)) is not None:
        said["title"] = title
    for name in ("author", "publisher", "published", "modified"):
        for found in told.values():
            if name in found:
                said.setdefault(name, found[name])
    if "publisher" not in said and "title" in said and (issuer := _issuer(said["title"])) is not None:
        said["publisher"] = issuer
    if "published" not in said and (day := _dateline(text)) is not None:
        said["published"] = day
    return Opening(said, tuple(told))


def _lines(text: str) -> Iterator[Span]:
    count = 0
    for match in _LINE.finditer(text, 0, min(len(text), HEAD + LONGEST_LINE)):
        bare = match[0].strip()
        if not bare:
            continue
        start = match.start() + len(match[0]) - len(match[0].lstrip())
        count += 1
        if count > MOST_LINES or start >= HEAD:
            return
        yield Span(start, start + len(bare))


def _read_line(text: str, line: Span) -> dict[str, Said]:
    """Return what a line says of the text, by field; nothing where any part of it is something else."""
    if line.end - line.start > LONGEST_LINE:
        return {}
    found: dict[str, Said] = {}
    when = _WHEN.search(text, line.start, line.end)
    stretches = [line]
    if when is not None and (day := _day(when.groupdict())) is not None:
        found["modified" if when["again"] else "published"] = Said(day, Span(*when.span()), "date line")
        stretches = [Span(line.start, when.start()), Span(when.end(), line.end)]
    others = [p for stretch in stretches for p in _parts(text, stretch) if not _read_part(text, p, found)]
    named = min((found[name].span.start for name in ("publisher", "author") if name in found), default=None)
    return found if all(_is_place(text, part, named) for part in others) else {}


def _parts(text: str, stretch: Span) -> Iterator[Span]:
    at = stretch.start
    for border in (*_PARTS.finditer(text, stretch.start, stretch.end), None):
        end = border.start() if border else stretch.end
        raw = text[at:end]
        bare = raw.strip(" \t\xa0|·•,;-–—()[]*_#>")
        if bare:
            start = at + raw.index(bare)
            yield Span(start, start + len(bare))
        at = border.end() if border else end


def _read_part(text: str, part: Span, found: dict[str, Said]) -> bool:
    """Put what a part of a line says into ``found``; say whether it is a publisher or a byline."""
    by = _BY.match(text, part.start, part.end)
    who = Span(by.end() if by else part.start, part.end)
    name = who.of(text)
    if by is not None and _STAFF.search(name):
        if name[0].isupper():  # "By Court Reporter, The Vail Mail"
            found["author"] = Said(name, who, "byline")
        return True
    posted = _POSTED.fullmatch(name)
    if posted is not None:  # "Ada Quill (@adaquill) on X"
        found.setdefault("author", Said(posted["who"], Span(who.start, who.start + posted.end("who")), "handle"))
        return True
    if is_publisher(name) or _COMPANY.fullmatch(name) or ("author" in found and _is_titled(name)):
        if "publisher" not in found or _is_agency(found["publisher"].value):  # who prints its copy is named behind it
            found["publisher"] = Said(name, who, "opening line")
        return True
    if " ".join(name.casefold().split()) in AGENCIES:
        return True
    if by is not None and (more := _AND_AGENCIES.search(name)) is not None:
        who = Span(who.start, who.start + more.start())
        name = who.of(text)
    if by is not None and _PERSON.fullmatch(name):
        found["author"] = Said(name, who, "byline")
        return True
    return _GENRE.fullmatch(name) is not None


def _is_place(text: str, part: Span, named: int | None) -> bool:
    """Say whether a part of a line may be a place or a section: in capitals, or behind who wrote it or for whom.

    "Vail, 3 March 2031" has the form of "Spring Fair, 3 March 2031", and is left alone.
    """
    name = part.of(text)
    return _is_capital(name) and (name.isupper() or (named is not None and named < part.start))


def _is_capital(name: str) -> bool:
    words = name.split()
    small = ("of", "the", "and", "for", "on")
    return len(words) <= LONGEST_NAME and all(word[:1].isupper() or word in small for word in words)


def _is_titled(name: str) -> bool:
    """Say whether a name behind an author's opens as titles of papers do, and few places: "The Morning Bell"."""
    first, *rest = name.split()
    return first == "The" and bool(rest) and _is_capital(name) and rest[0].casefold() not in _THE_PLACES


def is_publisher(name: str) -> bool:
    """Say whether a name is a publisher's by its form; an agency's is a credit, since its clients print it too.

    >>> [is_publisher(name) for name in ("The Vail Post", "Reuters", "Strait Observatory", "The Quill", "Post")]
    [True, False, True, False, False]
    """
    words = [word.strip(".'’").casefold() for word in name.split()]
    if not words or len(words) > LONGEST_NAME or not _is_capital(name):
        return False
    bare = words[1:] if words[0] == "the" else words
    placed = bare.index("of") if "of" in bare and not BODIES & set(bare) else len(bare)  # "Morning Star of Vail"
    bare = bare[:placed]
    return (
        " ".join(bare) not in AGENCIES
        and len(bare) > 1
        and (bare[-1] in PUBLISHER_HEADS | OUTLETS or bare[0] in STATIONS or bool(BODIES & set(bare)))
    )


def names_of_byline(text: str) -> str | None:
    """Return the names of people that a byline opens with, without their posts; None where it opens with none.

    >>> names_of_byline("Ada Quill and Jan Roe, Court Reporter"), names_of_byline("12 March"), names_of_byline("Staff")
    ('Ada Quill and Jan Roe', None, None)
    """
    names: list[str] = []
    for part in text.split(","):
        if not _PERSON.fullmatch(part.strip()) or _STAFF.search(part):
            break
        names.append(part.strip())
    return ", ".join(names) or None


def _is_agency(name: str) -> bool:
    return name.split()[-1].casefold() in ("agency", "service")


def _is_settled(text: str, line: Span, told: dict[Span, dict[str, Said]], lines: list[Span]) -> bool:
    """Say whether a line stands among its like: a lone name of a publisher needs a byline or a day beside it."""
    if told[line].keys() - {"publisher"}:
        return True
    at = lines.index(line)
    return any(told.get(lines[i], {}).keys() - {"publisher"} for i in (at - 1, at + 1) if 0 <= i < len(lines))


def _title(text: str, lines: list[Span], told: dict[Span, dict[str, Said]]) -> Said | None:
    """Return the first other line where one of the telling lines stands beside it and it is no sentence."""
    for at, line in enumerate(lines):
        if line in told:
            continue
        beside = any(lines[i] in told for i in (at - 1, at + 1) if 0 <= i < len(lines))
        shown = line.of(text)
        if not beside or len(shown) > LONGEST_LINE or shown.endswith(_TERMINAL) or not any(map(str.isalpha, shown)):
            return None
        start = line.start + len(shown) - len(shown.lstrip("#=* "))
        return Said(text[start : line.end].rstrip("#=* "), Span(start, line.end), "first line")
    return None


def _issuer(title: Said) -> Said | None:
    """Return whose statement a text says by its title that it is: "Statement of the Ministry of the Interior"."""
    match = _ISSUED.fullmatch(title.value)
    if match is None:
        return None
    who = match["who"]
    if (about := _ABOUT.search(who)) is not None:
        who = who[: about.start()]
    if not (is_publisher(who) or _COMPANY.fullmatch(who)):
        return None
    start = title.span.start + match.start("who")
    return Said(who, Span(start, start + len(who)), "title")


def _day(groups: dict[str, str | None]) -> str | None:
    iso = groups.get("iso")
    day, month = groups.get("day") or groups.get("day2"), groups.get("month") or groups.get("month2")
    year = groups.get("year") or groups.get("year2")
    try:
        if iso:
            return datetime.date.fromisoformat(iso).isoformat()
        if not (day and month and year):
            return None
        century = 0 if len(year) == len("2031") else 1900 if int(year) > 50 else 2000
        return datetime.date(century + int(year), _MONTHS[month.lower()], int(day)).isoformat()
    except ValueError:
        return None


def _dateline(text: str) -> Said | None:
    match = _DATELINE.search(text[:HEAD])
    day = _day(match.groupdict()) if match is not None else None
    if match is None or day is None or not all(_is_capital(part) for part in match["place"].split(", ")):
        return None
    start = match.start() + len(match[0]) - len(match[0].lstrip())
    return Said(day, Span(start, match.end()), "dateline")
