"""Findings to page records: one function and one frozen record per page. Reading is not computing.

Every page, of the terminal, of the HTML page and of the desk, is one of these records put into a layout.
"""

from headwater.report.claims import ClaimLine, ClaimList, ClaimPage, claim_list, claim_page
from headwater.report.comparison import ComparisonPage, PairLine, compare, pair_lines
from headwater.report.documents import DocumentPage, Mark, Note, document_page, document_pages
from headwater.report.figures import Dispute, FigureLine, FigureList, figure_list
from headwater.report.index import Index, index
from headwater.report.likeness import LikeLine, LikeList, claims_like, read_sentence
from headwater.report.positions import Movement, PositionList, StepLine, position_list
from headwater.report.quotations import QuotationLine, quotation_lines
from headwater.report.review import Review, review
from headwater.report.revisions import RevisionLine, revision_list
from headwater.report.speakers import SpeakerLine, SpeakerList, SpeakerPage, speaker_list, speaker_page
from headwater.report.summary import Summary, summary
from headwater.report.tallies import FigureEvent, FiguresPage, figures_page
from headwater.report.timeline import Following, TimelineEntry, TimesPage, times_page
from headwater.report.times import TimeLine, time_list
from headwater.report.unjudged import NotJudged
from headwater.report.why import Why, why

__all__ = [
    "ClaimLine",
    "ClaimList",
    "ClaimPage",
    "ComparisonPage",
    "Dispute",
    "DocumentPage",
    "FigureEvent",
    "FigureLine",
    "FigureList",
    "FiguresPage",
    "Following",
    "Index",
    "LikeLine",
    "LikeList",
    "Mark",
    "Movement",
    "NotJudged",
    "Note",
    "PairLine",
    "PositionList",
    "QuotationLine",
    "Review",
    "RevisionLine",
    "SpeakerLine",
    "SpeakerList",
    "SpeakerPage",
    "StepLine",
    "Summary",
    "TimeLine",
    "TimelineEntry",
    "TimesPage",
    "Why",
    "claim_list",
    "claim_page",
    "claims_like",
    "compare",
    "document_page",
    "document_pages",
    "figure_list",
    "figures_page",
    "index",
    "pair_lines",
    "position_list",
    "quotation_lines",
    "read_sentence",
    "review",
    "revision_list",
    "speaker_list",
    "speaker_page",
    "summary",
    "time_list",
    "times_page",
    "why",
]
