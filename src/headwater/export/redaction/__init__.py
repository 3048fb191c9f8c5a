"""Redaction: listed people and patterns are replaced by pseudonyms before anything is exported.

Findings are redacted, not files: every string of a case is read, names in all their forms are replaced, offsets are
counted anew in the new texts, ids and hashes that were made from the old texts are made anew. What is then exported
never held the names. What cannot be redacted safely (originals, the log, corrections, web addresses) is left out and
listed. What this protects from, and what not, stands in docs/exports.md.
"""

from headwater.export.redaction.rules import Rules, parse_rules, read_rules
from headwater.export.redaction.working import NOT_SAFE, Redacted, redact

__all__ = ["NOT_SAFE", "Redacted", "Rules", "parse_rules", "read_rules", "redact"]
