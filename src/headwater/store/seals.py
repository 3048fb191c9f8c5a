"""Seals: a hash over all that a row says, so that a changed byte in the database is found before it is believed."""

import hashlib


def seal(*values: str | bytes | None) -> bytes:
    """Return the SHA-256 over these values in their order; each is preceded by its length, so that none can grow."""
    digest = hashlib.sha256()
    for value in values:
        data = (
            b"\xff" if value is None else value if isinstance(value, bytes) else value.encode("utf-8", "surrogatepass")
        )
        digest.update(len(data).to_bytes(8, "big") + data)
    return digest.digest()
