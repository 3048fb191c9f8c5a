"""The case folder: what was read, what was found, what ran, and a log of it all.

    case.db      SQLite: documents with their texts, findings, manifest
    originals/   the inputs byte for byte, named by their SHA-256
    log.jsonl    what was done to the case, each line carrying the hash of the one before

Only what is acknowledged counts: a call that has returned survives a killed process and a pulled plug.
"""

from headwater.store.folder import CaseFolder, Kept, is_case

__all__ = ["CaseFolder", "Kept", "is_case"]
