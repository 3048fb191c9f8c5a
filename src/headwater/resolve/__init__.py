"""Who is meant: resolve the sources of all attributions to speakers, within and across documents.

Within a document names, pronouns, descriptions and spokesmen are settled in reading order (``discourse``); across
documents only names join (``merge``). No trained model: shapes of names, tables of words, and a cautious salience
score that abstains. Known limits: English tables; sources in other languages are known by their own words only;
nicknames and changed surnames need an alias.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from headwater.publishers import AGENCIES
from headwater.records import Analysis, Resolution, Speaker
from headwater.resolve.credits import Credit, find_credits
from headwater.resolve.discourse import resolve_document
from headwater.resolve.identity import Identity
from headwater.resolve.merge import join
from headwater.resolve.short_names import Owned
from headwater.words import fold

__all__ = ["Resolved", "resolve"]


@dataclass(frozen=True, slots=True)
class Resolved:
    """The speakers, sorted by id, and one resolution per attribution, sorted by attribution id."""

    speakers: tuple[Speaker, ...]
    resolutions: tuple[Resolution, ...]


def resolve(
    analyses: Sequence[Analysis],
    aliases: Mapping[str, str] | None = None,
    related: Iterable[tuple[str, str]] = (),
) -> Resolved:
    """Return who the sources of all attributions are.

    Publishers that the documents' metadata or credits name are speakers too, so that chains may end at them.
    ``aliases`` maps names to the name they stand for; ``related`` are pairs of documents that report one event or share
    words, where "the interior ministry" is the same one. The order of ``analyses`` does not matter.
    """
    ordered = sorted(analyses, key=lambda analysis: analysis.document.id)
    outlets = frozenset(fold(a.document.publisher) for a in ordered if a.document.publisher)
    owned: list[Owned] = []
    seen: set[int] = set()

    def own(document: str, identity: Identity | None) -> None:
        while identity is not None and id(identity) not in seen:
            seen.add(id(identity))
            owned.append(Owned(document, identity))
            identity = identity.issuer

    readings = []
    for analysis in ordered:
        for reading in resolve_document(analysis, outlets):
            readings.append(reading)
            own(analysis.document.id, reading.identity)
            own(analysis.document.id, reading.outlet)
        for credit in find_credits(analysis.document):
            own(analysis.document.id, _credited(credit, outlets))
    joined = join(owned, (analysis.document for analysis in ordered), aliases or {}, related)
    resolutions = (
        Resolution(
            reading.attribution,
            joined.of_identity[id(reading.identity)] if reading.identity is not None else None,
            reading.basis,
            reading.evidence,
        )
        for reading in readings
    )
    return Resolved(joined.speakers, tuple(sorted(resolutions, key=lambda r: r.attribution)))


def _credited(credit: Credit, outlets: frozenset[str]) -> Identity:
    """Return the identity of whom a credit names: a publisher, so that chains may lead to it."""
    known = credit.copied or fold(credit.name) in outlets or fold(credit.name) in AGENCIES
    return Identity(
        f"credit {fold(credit.name)}",
        "publisher",
        credit.name,
        proper=fold(credit.name),
        sure=known,
        names={credit.name: credit.span.start},
    )
