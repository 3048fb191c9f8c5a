"""Find whose work a document says it uses: agency datelines, credits, hat tips, “first reported by”, reprints.

Rules over the shape of lines, since newsrooms credit in a few fixed forms. A credit of the whole document stands in a
dateline, in a byline, or in a line of its own; one inside a sentence ("first reported by the Gazette") covers that
sentence only. Staff ("Ana Ruiz contributed") and photo credits are no origin of words. Limits: English forms; a credit
that only the page's layout shows is not in the text.
"""

import itertools
import re
from dataclasses import dataclass
from typing import Literal

from headwater.publishers import AGENCIES
from headwater.records import Document, Span
from headwater.resolve.names import Name, bare_name, find_names
from headwater.words import fold

CreditKind = Literal["dateline", "byline", "contribution", "hat_tip", "first_reported", "reprint"]

MOST_CREDITS = 200  # of each form in a document; real ones have one or two, a hostile text thousands
NAME_REACH = 12  # characters between the words of a credit and the name it gives
LONGEST_CREDIT = 160  # characters of a line of its own that credits
SENTENCE_REACH = 400  # characters to either side in which the sentence around a credit ends

_PLACE = r"[A-Z\u00c0-\u00de][\w.’'/\u00c0-\u024f-]*"
_YEAR = r"(?:,? \d{4})?"
_DATE = rf"(?:, [A-Z][a-z]{{2,8}}\.? \d{{1,2}}{_YEAR}|, \d{{1,2}} [A-Z][a-z]{{2,8}}\.?{_YEAR})?"
_DAY = rf"[A-Z][a-z]{{2,8}}\.? \d{{1,2}}{_YEAR}|\d{{1,2}} [A-Z][a-z]{{2,8}}\.?{_YEAR}"
_DATELINE = re.compile(
    rf"(?m)^[ \t]*(?:(?P<place>{_PLACE}(?:[ ,]{{1,2}}{_PLACE}){{0,6}}?){_DATE}|{_DAY})[ ,]{{0,2}}"
    r"\((?P<name>[A-Z][\w./& -]{1,40})\)[ \t]*(?:—|–|--|-)"
)
_BYLINE = re.compile(
    r"(?m)^[ \t]*(?:By|BY)[ ]+[A-Z][^\n,|]{2,60}(?:,|\||\n[ \t]*|[ ]of the |[ ]of )[ \t]*"
    r"(?P<name>(?:[Tt]he )?[A-Z][\w.&’' -]{1,40}?)(?: [Ww]riters?| [Ss]taff)?[ \t]*$"
)
_CONTRIBUTED = re.compile(
    r"\bcontributed (?:reporting |material )?to (?:this|the) (?:report|story|article)\b"
    r"|\bcontributed (?:reporting|to the reporting)\b"
    r"|\b[Ww]ith (?:additional )?(?:reporting|files|material|information) (?:by|from) |\b[Mm]aterial from "
)
_HAT_TIP = re.compile(
    r"(?<!\w)(?:[Hh]/[Tt]/?|[Hh]at [Tt]ip)(?:[ ]?:)?[ ]*(?:to )?|^[ \t]*(?:[Vv]ia|Source|SOURCE)(?::| )[ ]*", re.M
)
_EXCERPT = re.compile(
    r"\bRead (?:the (?:rest|full (?:story|article|report)|whole thing|original)|more)"
    r"(?: of (?:the|this) \w+)? (?:at|on|in|from) "
)
_FIRST = re.compile(
    r"\bfirst reported (?:[a-z]+ ){0,3}(?:by|in|on) |\bas reported (?:first )?by "
    r"|\bfirst (?:broken|revealed|published|disclosed) by "
)
_FIRST_AFTER = re.compile(
    r"\b(?:,? which |,? who |)(?:first reported|was (?:the )?first to report|first revealed|broke the (?:story|news))\b"
)
_REPRINT = re.compile(
    r"\b(?:[Oo]riginally|[Ff]irst) (?:appeared|published|ran|posted) (?:in|on|at|by) "
    r"|\b[Rr]e(?:printed|published) (?:from|courtesy of|with permission (?:of|from)) "
    r"|\b[Tt]his (?:story|article|report|post) (?:is|was) (?:provided|supplied|written|produced|published) by "
    r"|(?:©|\(c\)|[Cc]opyright)(?: ©)?(?: \d{4})?(?:,)?(?: by)? "
)
_PARTY = re.compile(r"[A-Z]{1,3}-[A-Z]")  # "(R-Texas)" after a politician
_AGENCY_WORD = re.compile(r"\b(?:Wire|News|Agency|Press|Service|Newswire|Bulletin)\b")


@dataclass(frozen=True, slots=True)
class Credit:
    """A credit as the text gives it: ``span`` covers its words, ``scope`` the sentence it covers, None for all.

    ``copied`` where the words themselves are the credited one's (wire copy, a reprint), not only their matter.
    """

    kind: CreditKind
    name: str
    span: Span
    scope: Span | None
    copied: bool


def find_credits(document: Document) -> tuple[Credit, ...]:
    """Return the credits of the document in text order; the document's own publisher is never credited.

    >>> text = "RENO (AP) — It rained.\\n\\nThe Gazette first reported the flood.\\n\\nh/t: The Almeric Post"
    >>> for credit in find_credits(Document("d", "a.txt", "", text)):
    ...     print(credit.kind, "|", credit.name, "|", credit.copied)
    dateline | Associated Press | True
    first_reported | Gazette | False
    hat_tip | Almeric Post | False
    """
    text = document.text
    own = set(bare_name(document.publisher).split()) if document.publisher else set()
    found: dict[tuple[str, str], Credit] = {}
    for credit in sorted(
        [
            *_datelines(text),
            *_bylines(text),
            *_named_after(text, _HAT_TIP, "hat_tip"),
            *_named_after(text, _EXCERPT, "hat_tip"),
            *_named_after(text, _FIRST, "first_reported"),
            *_named_before(text, _FIRST_AFTER, "first_reported"),
            *_named_after(text, _REPRINT, "reprint"),
            *_contributions(text),
        ],
        key=lambda c: (c.span, c.kind),
    ):
        if not own.issuperset(bare_name(credit.name).split()):  # "The Post" in the Almeric Post is itself
            key = (bare_name(credit.name), credit.kind if credit.scope is None else f"{credit.scope.start}")
            found.setdefault(key, credit)
    return tuple(found.values())


def _datelines(text: str) -> list[Credit]:
    found = []
    for match in _DATELINE.finditer(text):
        for part in match["name"].split("/"):
            name = part.strip()
            shaped = _AGENCY_WORD.search(name) or (match["place"] or "").isupper()
            if fold(name) in AGENCIES or (shaped and not _PARTY.match(name)):
                span = Span(match.start("name"), match.end("name"))
                found.append(Credit("dateline", _called(name), span, None, True))
    return found


def _bylines(text: str) -> list[Credit]:
    found = []
    for match in _BYLINE.finditer(text):
        name = re.sub(r"^[Tt]he ", "", match["name"].strip())
        if fold(name) in AGENCIES:
            found.append(Credit("byline", _called(name), Span(match.start("name"), match.end("name")), None, True))
    return found


def _named_after(text: str, form: re.Pattern[str], kind: CreditKind) -> list[Credit]:
    found = []
    for match in itertools.islice(form.finditer(text), MOST_CREDITS):
        limit = min(len(text), match.end() + LONGEST_CREDIT)
        line_end = text.find("\n", match.end(), limit)
        names = find_names(text, match.end(), limit if line_end < 0 else line_end, headlines=True)
        if not names or names[0].full.start > match.end() + NAME_REACH:
            continue
        name = names[0]
        if not _may_be_credited(text, name, kind):
            continue
        alone = _is_line(text, match.start(), name.span.end)
        loose = match[0].strip()[:3].casefold() in ("via", "sou")  # "Source: NATO" stands below a chart
        if kind == "hat_tip" and loose and not (alone and name.kind == "publisher"):
            continue
        scope = None if kind in ("hat_tip", "reprint") else _sentence(text, match.start(), name.span.end)
        if kind == "reprint" and not _ends_text(text, match.start()):
            scope = _sentence(text, match.start(), name.span.end)
        found.append(
            Credit(kind, _called(name.span.of(text)), Span(match.start(), name.span.end), scope, kind == "reprint")
        )
    return found


def _named_before(text: str, form: re.Pattern[str], kind: CreditKind) -> list[Credit]:
    found = []
    for match in itertools.islice(form.finditer(text), MOST_CREDITS):
        floor = max(0, match.start() - 60)
        names = find_names(text, floor, match.start(), headlines=True)
        if not names or text[names[-1].span.end : match.start()].strip(" ,") not in ("", "News", "’s", "'s"):
            continue
        if _may_be_credited(text, names[-1], kind):
            name = names[-1]
            scope = _sentence(text, name.span.start, match.end())
            found.append(Credit(kind, _called(name.span.of(text)), Span(name.span.start, match.end()), scope, False))
    return found


def _contributions(text: str) -> list[Credit]:
    found = []
    for match in itertools.islice(_CONTRIBUTED.finditer(text), MOST_CREDITS):
        start = text.rfind("\n", max(0, match.start() - LONGEST_CREDIT), match.start()) + 1
        end = text.find("\n", match.end(), match.end() + LONGEST_CREDIT)
        end = len(text) if end < 0 else end
        if end - start > LONGEST_CREDIT * 2:
            continue
        for name in find_names(text, start, end, headlines=True):
            if name.kind == "publisher":
                scope_free = Span(name.span.start, name.span.end)
                found.append(Credit("contribution", _called(name.span.of(text)), scope_free, None, False))
    return found


def _may_be_credited(text: str, name: Name, kind: CreditKind) -> bool:
    if name.kind in ("publisher", "organisation") or (name.kind is None and kind != "reprint"):
        return True
    if name.kind == "person" and name.possessive and kind == "first_reported":
        return False
    if kind == "hat_tip":
        return name.kind not in ("scripture", "group")
    return not name.sure and kind == "first_reported"


def _called(name: str) -> str:
    return AGENCIES.get(fold(name), name)


def _is_line(text: str, start: int, end: int) -> bool:
    floor, ceiling = max(0, start - LONGEST_CREDIT), min(len(text), end + LONGEST_CREDIT)
    before = text[max(floor, text.rfind("\n", floor, start) + 1) : start]
    stop = text.find("\n", end, ceiling)
    after = text[end : ceiling if stop < 0 else stop]
    return len(before.strip(" \t(—–-*|")) == 0 and len(after.strip(" \t).—–-*|")) == 0


def _ends_text(text: str, position: int) -> bool:
    return len(text) - position < 2 * SENTENCE_REACH


def _sentence(text: str, start: int, end: int) -> Span:
    """Return the sentence around a credit, found by full stops, since it may stand outside the paragraphs."""
    floor, ceiling = max(0, start - SENTENCE_REACH), min(len(text), end + SENTENCE_REACH)
    begin = max(
        (m.end() for m in _STOP.finditer(text, floor, start)), default=max(floor, text.rfind("\n", floor, start) + 1)
    )
    stop = _STOP.search(text, end, ceiling)
    return Span(begin, stop.start() + 1 if stop else ceiling)


_STOP = re.compile(r"(?<![A-Z])[.!?][”\"’)]?(?=\s)|\n")
