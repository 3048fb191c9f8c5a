"""What a reader hears first of a collection: what was read, what to check, what cannot be judged."""

from collections import Counter
from dataclasses import dataclass

from headwater.days import say_date
from headwater.records import Case, Skipped
from headwater.report.claims import ClaimLine, claim_line, worth_listing
from headwater.report.comparison import PairLine, pair_lines
from headwater.report.figures import Dispute, disputes
from headwater.report.index import Index, index
from headwater.report.quotations import QuotationLine, cut_short, quotation_lines
from headwater.report.revisions import RevisionLine, revision_list
from headwater.report.unjudged import NotJudged, not_judged
from headwater.report.wordings import StoryLine, UtteranceLine, story_lines, utterance_lines


@dataclass(frozen=True, slots=True)
class Summary:
    """The first page. ``claims`` by rank, those that several documents make or that others compete with. ``disputes``
    are those between documents; ``disputes_inside`` counts those that one document holds by itself.
    ``cut_short`` are right in every word; what was left out may turn them."""

    documents: int
    publishers: tuple[str, ...]
    first: str | None
    last: str | None
    characters: int
    skipped: tuple[Skipped, ...]
    partial: int
    unmeasured: int
    attributions: int
    speakers: int
    figures: int
    times: int
    claims: tuple[ClaimLine, ...]
    single_claims: int
    repeated: bool  # whether several documents make or dispute the claims listed; else one document alone does
    pairs: tuple[PairLine, ...]
    quotations: tuple[QuotationLine, ...]
    quotations_right: int
    cut_short: tuple[QuotationLine, ...]
    revisions: tuple[RevisionLine, ...]
    utterances: tuple[UtteranceLine, ...]
    stories: tuple[StoryLine, ...]
    disputes: tuple[Dispute, ...]
    disputes_inside: int
    not_judged: tuple[NotJudged, ...]


def summary(case: Case | Index) -> Summary:
    """Return the first page of a collection."""
    found = case if isinstance(case, Index) else index(case)
    documents = list(found.documents.values())
    dates = sorted(document.published for document in documents if document.published)
    shown, repeated = worth_listing(found)
    verdicts = Counter(check.verdict for check in found.case.quotation_checks)
    cut = cut_short(found)
    every = disputes(found)
    between = tuple(dispute for dispute in every if len({line.place.document for line in dispute.figures}) > 1)
    return Summary(
        documents=len(documents),
        publishers=tuple(sorted({document.publisher for document in documents if document.publisher})),
        first=say_date(dates[0]) if dates else None,
        last=say_date(dates[-1]) if dates else None,
        characters=sum(len(document.text) for document in documents),
        skipped=found.case.skipped,
        partial=sum(document.state == "partial" for document in documents),
        unmeasured=sum(document.state == "unmeasured" for document in documents),
        attributions=len(found.attributions),
        speakers=len(
            {r.speaker for r in found.resolutions.values() if r.speaker and r.attribution in found.attributions}
        ),
        figures=len(found.figures),
        times=len(found.times),
        claims=tuple(claim_line(found, claim) for claim in shown),
        single_claims=len(found.case.claims) - len(shown),
        repeated=repeated,
        pairs=pair_lines(found),
        quotations=quotation_lines(found),
        quotations_right=verdicts["verbatim"] + verdicts["trimmed"] - len(cut),
        cut_short=cut,
        revisions=revision_list(found),
        utterances=utterance_lines(found),
        stories=story_lines(found),
        disputes=between,
        disputes_inside=len(every) - len(between),
        not_judged=not_judged(found),
    )
