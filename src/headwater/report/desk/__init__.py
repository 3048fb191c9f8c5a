"""The desk's pages: the same records as everywhere, from the rows of a shelf instead of a whole collection."""

from headwater.report.desk.deciding import decision, part_for
from headwater.report.desk.lists import (
    claims,
    correction_list,
    disputes,
    document_list,
    figure_page,
    not_judged,
    overview,
    pairs,
    publishers,
    quotations,
    speakers,
    timeline,
)
from headwater.report.desk.pages import desk_claim, desk_comparison, desk_document, desk_speaker, provenance
from headwater.report.desk.searching import Asked, search
from headwater.report.desk.shelving import shelve

__all__ = [
    "Asked",
    "claims",
    "correction_list",
    "decision",
    "desk_claim",
    "desk_comparison",
    "desk_document",
    "desk_speaker",
    "disputes",
    "document_list",
    "figure_page",
    "not_judged",
    "overview",
    "pairs",
    "part_for",
    "provenance",
    "publishers",
    "quotations",
    "search",
    "shelve",
    "speakers",
    "timeline",
]
