"""What the documents say together."""

import gc
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import replace
from itertools import combinations, pairwise

from headwater.align import align
from headwater.align.spread import align_on
from headwater.align.stories import find_stories
from headwater.chains import trace_chains
from headwater.claims import find_groups
from headwater.corrections import (
    combine,
    correct_checks,
    correct_claims,
    correct_documents,
    correct_findings,
    correct_groups,
    correct_reuse,
    correct_speakers,
    keep_decided,
    standing,
)
from headwater.engine import Engine
from headwater.origins import count_origins
from headwater.pipeline.analysing import analyse
from headwater.pipeline.reading import Progress
from headwater.positions import find_positions
from headwater.quotations import check_quotations
from headwater.quotations.variants import find_variants
from headwater.records import Analysis, Case, Correction, CorrectionState, Document, Reuse, Skipped, Story
from headwater.resolve import Resolved, resolve
from headwater.revisions import find_revisions
from headwater.tallies import compare_figures
from headwater.timeline import anchor_across

LARGE_STORY = 60  # documents; all pairs of a larger one would cost more than they tell


@contextmanager
def _collector_paused() -> Iterator[None]:
    """Keep the collector of cyclic garbage from walking millions of records, which hold no cycles, again and again."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


@_collector_paused()
def relate(
    analyses: Iterable[Analysis],
    skipped: Iterable[Skipped] = (),
    *,
    aliases: Mapping[str, str] | None = None,
    corrections: Sequence[Correction] = (),
    again: Callable[[Document], Analysis] = analyse,
    engine: Engine | None = None,
    progress: Progress | None = None,
) -> Case:
    """Return what the documents say together. ``aliases`` maps names to the name they stand for.

    ``corrections`` are what people decided; ``again`` analyses a document whose date or publisher they set.
    ``engine`` is what passages are found on, where one process is not enough.
    """
    done = 0

    def step(name: str) -> None:
        nonlocal done
        if progress is not None:
            progress(name, done, 7)
        done += 1

    decided, states = standing(corrections)
    ordered, known = _correct_alone(tuple(sorted(analyses, key=path_order)), decided, again)
    documents = [a.document for a in ordered]
    states += known
    step("comparing documents")
    reuse, known = correct_reuse(align(ordered) if engine is None else align_on(engine, ordered), documents, decided)
    states += known
    ordered = keep_decided(ordered, anchor_across(ordered, reuse))
    step("resolving speakers")
    stories = find_stories(ordered)
    found = resolve(ordered, aliases, _related(reuse, stories))
    speakers, resolutions, known = correct_speakers(found.speakers, found.resolutions, ordered, decided)
    resolved = Resolved(speakers, resolutions)
    states += known
    step("checking quotations")
    checks, known = correct_checks(check_quotations(ordered, reuse, resolved), ordered, decided)
    states += known
    step("grouping claims")
    groups, known = correct_groups(find_groups(ordered, resolved, reuse, stories), documents, decided)
    states += known
    step("tracing chains")
    chains = trace_chains(ordered, resolved, reuse, groups)
    step("counting origins")
    claims = correct_claims(count_origins(groups, chains, ordered, reuse, resolved), groups)
    step("comparing figures")
    return Case(
        analyses=ordered,
        skipped=skipped_order(skipped),
        reuse=reuse,
        quotation_checks=checks,
        speakers=resolved.speakers,
        resolutions=resolved.resolutions,
        claims=claims,
        comparisons=compare_figures(ordered, claims, stories),
        positions=find_positions(ordered, resolved),
        corrections=combine(corrections, states),
        revisions=find_revisions(ordered),
        quotation_variants=find_variants(ordered),
        stories=stories,
    )


def _related(reuse: Iterable[Reuse], stories: Iterable[Story]) -> set[tuple[str, str]]:
    """Return the pairs of documents that share words or a story; of a large story neighbours only, in order of ids."""
    shared = {(r.left.document, r.right.document) for r in reuse}
    for story in stories:
        inside = sorted(story.documents)
        shared.update(combinations(inside, 2) if len(inside) <= LARGE_STORY else pairwise(inside))
    return shared


def _correct_alone(
    analyses: tuple[Analysis, ...], decided: Sequence[Correction], again: Callable[[Document], Analysis]
) -> tuple[tuple[Analysis, ...], tuple[CorrectionState, ...]]:
    """Return the analyses with what people decided about documents and their findings.

    A document whose date or publisher was set is analysed again: times are counted from the date.
    """
    changed, states = correct_documents((a.document for a in analyses), decided)
    anew = tuple(
        again(replace(changed[a.document.id], path=a.document.path)) if a.document.id in changed else a
        for a in analyses
    )
    corrected, more = correct_findings(anew, decided)
    return corrected, (*states, *more)


def path_order(analysis: Analysis) -> tuple[str, str]:
    """Sort analyses by this: the order in which documents are given never matters."""
    return analysis.document.path, analysis.document.id


def skipped_order(skipped: Iterable[Skipped]) -> tuple[Skipped, ...]:
    """Return what was skipped in the order in which it is listed."""
    return tuple(sorted(skipped, key=lambda s: (s.path, s.reason)))
