"""Whose opinion a text is: what a signed column says in its own voice, its author says, not the paper that prints it.

A text is an opinion where its address, its title or a line of its own says so ("/opinion/", "Opinion: …", "the views
expressed in this commentary are those of the author"). Who wrote it must be one named person: an unsigned editorial is
its paper's, and of several authors each may hold each sentence. Known limits: English; a column that nothing marks as
one is taken for the paper's report.
"""

import re

from headwater.publishers import is_body
from headwater.records import Document, Place

HEAD = 100  # characters of a text's first line that may say that it is an opinion
_ADDRESS = re.compile(
    r"/(?:opinions?|commentary|op-?eds?|columns?|columnists?|commentisfree|perspectives?|viewpoints?)(?:/|\Z)",
    re.IGNORECASE,
)
_TITLE = re.compile(
    r"\A\W{0,3}(?:opinion|op-?ed|commentary|column|viewpoint|perspective)\s?(?:[:|]|\s[–—-]\s)", re.IGNORECASE
)
_DISCLAIMED = re.compile(
    r"\b(?:opinions|views) expressed (?:in|by|here)\b[^.\n]{0,60}"
    r"\b(?:(?:his|her|the author['’]s) own|of the author|hers|his)\b",
    re.IGNORECASE,
)
_PERSON = re.compile(r"[^\W\d_][\w.'’-]{0,40}+(?: [^\W\d_][\w.'’-]{0,40}+){1,3}")
_AT = re.compile(r"https?://[^/\s]+(?P<path>/[^?#\s]*)")


def opinion_of(document: Document) -> str | None:
    """Return the one person whose opinion a text is by its own word; None where it is none, or is not signed by one."""
    author = (document.author or "").strip()
    parts = author.split()
    is_name = _PERSON.fullmatch(author) and parts[0][0].isupper() and parts[-1][0].isupper()
    if not is_name or "and" in parts or is_body(author) or not _is_opinion(document):
        return None
    return author


def _is_opinion(document: Document) -> bool:
    address = _AT.match(document.url or "")
    if address is not None and _ADDRESS.search(address["path"]):
        return True
    return any(_TITLE.match(head) for head in (document.title or "", document.text[:HEAD])) or (
        _DISCLAIMED.search(document.text) is not None
    )


def byline(document: Document, author: str, otherwise: Place) -> Place:
    """Return where a text names its author; ``otherwise`` where it does not."""
    at = document.text.find(author)
    return Place(document.id, at, at + len(author)) if at >= 0 else otherwise
