"""An evidence pack: a zip (RO-Crate 1.1) that can be read and checked without Headwater.

    index.html              the findings, one page that opens offline
    dossier.html            the claims most worth checking, with citations
    findings.json           everything, as ``headwater trace --json``
    texts/                  the text of each document, as the offsets count it
    originals/              what was read, byte for byte
    corrections.jsonl       what people decided
    log.jsonl               the custody log of the case, each line bound to the one before
    ro-crate-metadata.json  what each file is
    SHA256SUMS              for ``sha256sum -c SHA256SUMS``

The same case gives the same bytes again.
"""

from headwater.export.pack.checking import check_pack
from headwater.export.pack.writing import Contents, write_pack

__all__ = ["Contents", "check_pack", "write_pack"]
