"""Identifiers: hashes of content, so that reruns, other orders and other engines give the same ones."""

import hashlib


def identify(kind: str, *parts: object) -> str:
    """Return ``kind`` and 16 hexadecimal digits of the SHA-256 of ``parts`` (joined by U+001F).

    >>> identify("attribution", "doc-1", 4, 9)
    'attribution-a820339fe2d4196c'
    """
    digest = hashlib.sha256("\x1f".join(map(str, parts)).encode("utf-8", "surrogatepass"))
    return f"{kind}-{digest.hexdigest()[:16]}"
