"""What people decide about findings: rows that are only ever added, which every run reads and obeys.

A correction names its target by id and by its words with those around them (``anchors``), so that it holds for other
runs, other versions of the code and more documents. Where the words are gone or stand in several places it is
orphaned and shown, never moved to something that looks alike. Pure functions: findings and corrections in, findings
and the state of each correction out. The rules are in docs/corrections.md.
"""

from headwater.corrections.claims import correct_claims, correct_groups
from headwater.corrections.documents import correct_documents
from headwater.corrections.exchange import from_lines, to_lines
from headwater.corrections.findings import correct_findings, keep_decided
from headwater.corrections.making import ALLOWED, next_moment, propose
from headwater.corrections.pairs import correct_checks, correct_reuse
from headwater.corrections.speakers import correct_speakers
from headwater.corrections.standing import combine, standing

__all__ = [
    "ALLOWED",
    "combine",
    "correct_checks",
    "correct_claims",
    "correct_documents",
    "correct_findings",
    "correct_groups",
    "correct_reuse",
    "correct_speakers",
    "from_lines",
    "keep_decided",
    "next_moment",
    "propose",
    "standing",
    "to_lines",
]
