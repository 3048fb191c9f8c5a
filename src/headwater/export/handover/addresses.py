"""How documents and findings are called where a format wants an address (IRI)."""

import re

from headwater.records import Document

_ADDRESS = re.compile(r"https?://[^\s\"'<>\\^`{|}]+", re.IGNORECASE)


def address_of(key: str) -> str:
    """Return the name of a finding or a document as an IRI; names, not addresses: nothing is fetched from them.

    >>> address_of("claim-00ff")
    'urn:headwater:claim-00ff'
    """
    return f"urn:headwater:{key}"


def url_of(document: Document) -> str | None:
    """Return where a document was published, if that is a web address."""
    return document.url if document.url and is_address(document.url) else None


def is_address(url: str) -> bool:
    """Return whether a text is a web address that can be linked."""
    return _ADDRESS.fullmatch(url) is not None
