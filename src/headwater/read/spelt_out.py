"""Marks that a page sets by its elements alone, written out as characters, since the text is all that is kept.

``<q>`` shows quotation marks that stand nowhere in its text; without them a quotation is lost. A raised number is a
note or a power; run on to the number before it, "11" with note 2 would read as 112 people. Letters are left as they
are: the raised "th" of "4th" belongs to its word.
"""

import re
from typing import Any

_MARKS = "“”„«»‹›\"‘’'"
_NOTE = re.compile(r"\[?\(?(?P<sign>\d{1,4}|[a-z]|[*†‡§]{1,3})\)?\]?", re.IGNORECASE)
_NOTED = re.compile(r"\b(?:foot|end)?(?:note|ref)|\bcit|reference", re.IGNORECASE)
_POWER = re.compile(r"[-−+]?\d{1,4}")
_RAISED = str.maketrans("0123456789-−+", "⁰¹²³⁴⁵⁶⁷⁸⁹⁻⁻⁺")


def spell_out(tree: Any) -> None:  # Any: an lxml tree; the stubs do not fit all that trafilatura makes
    """Put marks round ``<q>``, brackets round raised notes, and raised digits for raised numbers, in place."""
    for element in list(tree.iter("q")):
        text = "".join(element.itertext()).strip()
        if text and text[0] not in _MARKS:
            element.text = "“" + (element.text or "").lstrip()
            if len(element):
                element[-1].tail = (element[-1].tail or "").rstrip() + "”"
            else:
                element.text = element.text.rstrip() + "”"
    for element in list(tree.iter("sup")):
        text = "".join(element.itertext()).strip()
        if (note := _NOTE.fullmatch(text)) is not None and _is_note(element):
            _become(element, f"[{note['sign']}]")
        elif raised(text) != text:
            _become(element, raised(text))


def raised(text: str) -> str:
    """Return a number in raised digits, anything else as it is.

    >>> raised("2"), raised("th")
    ('²', 'th')
    """
    return text.translate(_RAISED) if _POWER.fullmatch(text.strip()) else text


def _is_note(element: Any) -> bool:
    """Say whether a raised sign leads to a note: by a link in it or round it, or by what it is called."""
    linked = next(element.iter("a"), None) is not None or next(element.iterancestors("a"), None) is not None
    return linked or bool(_NOTED.search(f"{element.get('class') or ''} {element.get('id') or ''}"[:300]))


def _become(element: Any, text: str) -> None:
    for child in list(element):
        element.remove(child)
    element.text = text
