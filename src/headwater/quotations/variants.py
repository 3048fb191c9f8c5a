"""One utterance as several documents quote it: which wordings there are, and which shorter one lies in which longer.

Quotations that share a run of words are aligned; where most of the shorter one's words stand in the longer one, in
order, both give one utterance, and the shorter one hangs on the longer that holds it most exactly (quotation graphs by
containment of word sequences; Niculae et al. 2015). A wording of a few words must stand there as it is; another name
in the place of one ("I know Ada", "I know Piet") makes another utterance, as does what one text quotes twice. Of equal
ones the earlier dated stands first. That a wording is longer does not show that it is the original: somebody may have
put words in.
"""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from headwater.ids import identify
from headwater.quotations.comparing import Match, match
from headwater.quotations.pieces import Quotation
from headwater.quotations.quoted import find_quotations
from headwater.records import Analysis, Place, QuotationVariant, QuotationVariants, VariantRelation

RUN = 4  # words in a row that two wordings share; a quotation of fewer words is left alone
COMMON = 40  # wordings with one run, beyond which it is a set phrase
SHARE = 0.75  # of the shorter one's words that the longer one holds
ALL = 7  # words of a wording that the longer one must hold all; of a few, a phrase in common makes no utterance
FOLLOWED = 12  # longer wordings with most shared runs that one is compared with

Row = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Quoted:
    """A quotation with its words, ordered before its shorter and later variants."""

    analysis: Analysis
    attribution: str
    quotation: Quotation

    @property
    def row(self) -> Row:
        return tuple(word.form for word in self.quotation.words)

    @property
    def rank(self) -> tuple[int, str, str, int]:
        document = self.analysis.document
        return -len(self.quotation.words), document.published or "~", document.id, self.quotation.words[0].start

    @property
    def place(self) -> Place:
        words = self.quotation.words
        return Place(self.analysis.document.id, words[0].start, words[-1].end)


def find_variants(analyses: Sequence[Analysis]) -> tuple[QuotationVariants, ...]:
    """Return the utterances that two or more documents quote, with the wordings in order: the longest first."""
    found = [_Quoted(a, attribution.id, q) for a in analyses for attribution, q in find_quotations(a)]
    ordered = sorted((q for q in found if len(q.quotation.words) >= RUN), key=lambda q: (q.rank, q.attribution))
    alike: defaultdict[Row, list[int]] = defaultdict(list)
    for number, quoted in enumerate(ordered):
        alike[quoted.row].append(number)
    longer = _longer_wordings(ordered, [numbers[0] for numbers in alike.values()])
    groups: defaultdict[int, list[QuotationVariant]] = defaultdict(list)
    root: dict[int, int] = {}
    for number, quoted in enumerate(ordered):
        first = alike[quoted.row][0]
        above, compared = (first, None) if first != number else longer.get(number, (None, None))
        root[number] = number if above is None else root[above]
        groups[root[number]].append(_variant(quoted, None if above is None else ordered[above], compared))
    collated = [
        QuotationVariants(
            identify("variants", *sorted(v.attribution for v in variants)),
            ordered[number].place,
            tuple(variants),
        )
        for number, variants in groups.items()
        if len({v.place.document for v in variants}) > 1
    ]
    return tuple(sorted(collated, key=lambda c: (c.longest, c.id)))


def _longer_wordings(ordered: Sequence[_Quoted], wordings: Sequence[int]) -> dict[int, tuple[int, Match]]:
    """Return for each wording that lies in a longer one the number of that one, and how it stands there."""
    holders: defaultdict[Row, list[int]] = defaultdict(list)
    found: dict[int, tuple[int, Match]] = {}
    for number in wordings:
        row = ordered[number].row
        runs = {row[at : at + RUN] for at in range(len(row) - RUN + 1)}
        shared: defaultdict[int, int] = defaultdict(int)
        for run in runs:
            if len(holders[run]) <= COMMON:
                for other in holders[run]:
                    shared[other] += 1
            holders[run].append(number)
        near = sorted(shared, key=lambda other: (-shared[other], other))[:FOLLOWED]
        compared = [(other, m) for other in near if (m := _compare(ordered[number], ordered[other]))]
        if compared:
            found[number] = max(compared, key=lambda c: (c[1].matched, -len(c[1].changes), -c[0]))
    return found


def _compare(shorter: _Quoted, longer: _Quoted) -> Match | None:
    """Return how the shorter one stands in the longer; None where they are two utterances."""
    here, there = shorter.analysis.document.text, longer.analysis.document.text
    found = match(here, shorter.quotation, there, longer.quotation.words)
    if found is None or found.share < SHARE or found.longest < RUN:
        return None
    if found.changes and len(shorter.quotation.words) < ALL:
        return None
    renamed = any(c.kind == "replaced" and c.quoted[:1].isupper() and c.original[:1].isupper() for c in found.changes)
    same_text = shorter.analysis.document.id == longer.analysis.document.id
    return None if found.changes and (same_text or renamed) else found


def _variant(quoted: _Quoted, above: _Quoted | None, compared: Match | None) -> QuotationVariant:
    relation: VariantRelation = "longest"
    if above is not None:
        shorter = len(quoted.quotation.words) < len(above.quotation.words)
        relation = "same" if compared is None else "changed" if compared.changes or not shorter else "shorter"
    return QuotationVariant(
        attribution=quoted.attribution,
        place=quoted.place,
        relation=relation,
        of=above.attribution if above else None,
        changes=compared.changes if compared else (),
    )
