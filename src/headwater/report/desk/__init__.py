"""The desk's pages: the same records as everywhere, from the rows of a shelf instead of a whole collection."""

from headwater.report.desk.days import day, following, timeline
from headwater.report.desk.deciding import decision, part_for
from headwater.report.desk.lists import (
    claims,
    correction_list,
    document_list,
    events,
    figure_page,
    hand_over,
    not_judged,
    overview,
    pairs,
    positions,
    publishers,
    quotations,
    reading,
    repeated,
    responsibility,
    revisions,
    speakers,
    stories,
    wordings,
)
from headwater.report.desk.pages import desk_claim, desk_comparison, desk_document, provenance
from headwater.report.desk.reviewing import desk_review
from headwater.report.desk.searching import Asked, search
from headwater.report.desk.shelving import shelve
from headwater.report.desk.speaking import desk_speaker

__all__ = [
    "Asked",
    "claims",
    "correction_list",
    "day",
    "decision",
    "desk_claim",
    "desk_comparison",
    "desk_document",
    "desk_review",
    "desk_speaker",
    "document_list",
    "events",
    "figure_page",
    "following",
    "hand_over",
    "not_judged",
    "overview",
    "pairs",
    "part_for",
    "positions",
    "provenance",
    "publishers",
    "quotations",
    "reading",
    "repeated",
    "responsibility",
    "revisions",
    "search",
    "shelve",
    "speakers",
    "stories",
    "timeline",
    "wordings",
]
