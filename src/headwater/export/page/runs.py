"""A text with nested and overlapping marks, as HTML: split where any mark begins or ends, nothing added, nothing lost.

Each run carries the classes of all marks that cover it; badges and brackets are drawn by the style sheet, so that the
text content of the element equals the text. What HTML cannot carry (NUL and other controls) is shown as U+FFFD, one
for one.
"""

import itertools
import re
from collections.abc import Sequence

from markupsafe import Markup, escape

from headwater.report.claims import Report
from headwater.report.documents import Mark
from headwater.report.quotations import QuotationLine
from headwater.report.wording import CLOSING, OPENING, quote, shorten

DEEPEST = 3  # contents inside contents are told apart up to this depth
REPORTED, AROUND = 420, 160  # characters shown of the words of a claim, and of the saying before and after them
_TURNED = re.compile(
    "[{0}](?:[{0}\\W\\d_]*[{0}])?".format("\u0590-\u08ff\u200f\u202a-\u202e\u2066-\u2069\ufb1d-\ufdff\ufe70-\ufefe")
)  # right to left
_CONTROLS = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ufdd0-\ufdef\ufffe\uffff\ud800-\udfff]")
_BADGED = ("content", "reuse", "figure", "time")  # layers whose first run shows the badge


def as_html(text: str) -> Markup:
    """Return text escaped for HTML, carriage returns kept.

    >>> as_html("a<b\\r\\n\\x00")
    Markup('a&lt;b&#13;\\n�')
    """
    return Markup(str(escape(without_controls(text))).replace("\r", "&#13;"))


def apart(text: str) -> Markup:
    """Return a sentence or label of ours escaped, with names in it that run from right to left set apart: a date beside
    one would turn round with it.

    >>> apart("صحيفة الدلتا, 5 May 2031")
    Markup('<bdi>صحيفة الدلتا</bdi>, 5 May 2031')
    """
    parts, at = [], 0
    for found in _TURNED.finditer(text):
        parts += [as_html(text[at : found.start()]), Markup("<bdi>{}</bdi>").format(as_html(found.group()))]
        at = found.end()
    return Markup("").join([*parts, as_html(text[at:])])


def reported(report: Report) -> Markup:
    """Return what a report says in quotation marks, the words of the claim marked where they are a part of it."""
    place, words = report.place, report.words
    start, end = words.start - place.start, words.end - place.start
    if not 0 <= start < end <= len(place.text) or not (place.text[:start].strip() or place.text[end:].strip()):
        return as_html(quote(place.text, REPORTED))
    before = " ".join(place.text[:start][-AROUND:].split())
    before = before.lstrip(OPENING) if start <= AROUND else f"… {before.partition(' ')[2]}"
    after = shorten(place.text[end:], AROUND).rstrip(CLOSING) if place.text[end:].strip() else ""
    shown = shorten(words.text, REPORTED)
    parts = (f"{before} " if before else "", shown if before else shown.lstrip(OPENING), f" {after}" if after else "")
    return Markup("“{}<mark>{}</mark>{}”").format(*(as_html(part) for part in parts))


def without_controls(text: str) -> str:
    """Return text with what markup cannot carry shown as U+FFFD, one for one."""
    return _CONTROLS.sub("\ufffd", text)


def highlight(text: str, marks: Sequence[Mark], prefix: str) -> Markup:
    """Return ``text`` with its marks; ids of notes are ``prefix`` and the badge. Marks may overlap in any way."""
    ordered = sorted(
        (mark for mark in marks if 0 <= mark.start < mark.end <= len(text)), key=lambda mark: (mark.start, -mark.end)
    )
    first_of = _first_marks(ordered)
    active: dict[int, Mark] = {}
    cuts = sorted({0, len(text), *(mark.start for mark in ordered), *(mark.end for mark in ordered)})
    parts: list[str] = []
    following = 0
    for start, end in itertools.pairwise(cuts):
        active = {key: mark for key, mark in active.items() if mark.end > start}
        opened: list[int] = []
        while following < len(ordered) and ordered[following].start == start:
            active[following] = ordered[following]
            opened.append(following)
            following += 1
        parts.extend(_anchor(ordered[key], prefix) for key in opened if key in first_of)
        parts.append(_run(text[start:end], start, end, list(active.values())))
    return Markup("".join(parts))


def _first_marks(ordered: Sequence[Mark]) -> set[int]:
    """Return which marks show their badge: the first content (or other) of each; where none, the first of any layer."""
    chosen: dict[str, int] = {}
    for number, mark in enumerate(ordered):
        if mark.badge is None:
            continue
        known = chosen.get(mark.badge)
        if known is None or (ordered[known].layer not in _BADGED and mark.layer in _BADGED):
            chosen[mark.badge] = number
    return set(chosen.values())


def _anchor(mark: Mark, prefix: str) -> str:
    badge = mark.badge or ""
    return (
        f'<a class="n n-{badge[0]}" id="{prefix}{badge}-t" href="#{prefix}{badge}" data-n="{badge}"'
        f' aria-label="finding {badge}"></a>'
    )


def _run(text: str, start: int, end: int, active: list[Mark]) -> str:
    shown = as_html(text)
    if not active:
        return str(shown)
    classes: set[str] = set()
    for mark in active:
        classes.add({"heading": "hd", "quotation": "bq"}.get(mark.layer, mark.layer))
        if mark.layer == "content":
            classes.add("deep" + str(min(DEEPEST, sum(other.layer == "content" for other in active))))
            if mark.start == start:
                classes.add("open")
            if mark.end == end:
                classes.add("shut")
    name = ' id="asked"' if any(mark.layer == "asked" and mark.start == start for mark in active) else ""
    badges = " ".join(dict.fromkeys(mark.badge for mark in active if mark.badge))
    data = f' data-f="{badges}"' if badges else ""
    return f'<span{name} class="{" ".join(sorted(classes))}"{data}>{shown}</span>'


def printed(line: QuotationLine) -> Markup:
    """Return a quotation as printed, with the words that the original does not have marked."""
    return _struck(line.words, [change.quoted for change in line.changes], "ins")


def original(line: QuotationLine) -> Markup:
    """Return the words that a quotation is taken from, with those that it changes marked."""
    return _struck(line.original.text if line.original else "", [change.original for change in line.changes], "del")


def _struck(text: str, changed: Sequence[str], element: str) -> Markup:
    """Return ``text`` with the changed words marked, each at its next place in the order of the text."""
    parts, at = [], 0
    for words in changed:
        start = text.find(words, at) if words else -1
        if start >= 0:
            parts += [as_html(text[at:start]), Markup("<{0}>{1}</{0}>").format(Markup(element), as_html(words))]
            at = start + len(words)
    parts.append(as_html(text[at:]))
    return Markup("").join(parts)
