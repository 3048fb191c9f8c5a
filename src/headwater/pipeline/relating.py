"""What the documents say together."""

from collections.abc import Iterable, Mapping

from headwater.align import align
from headwater.chains import trace_chains
from headwater.claims import find_groups
from headwater.origins import count_origins
from headwater.pipeline.analysing import Progress
from headwater.positions import find_positions
from headwater.quotations import check_quotations
from headwater.records import Analysis, Case, Skipped
from headwater.resolve import resolve
from headwater.tallies import compare_figures


def relate(
    analyses: Iterable[Analysis],
    skipped: Iterable[Skipped] = (),
    *,
    aliases: Mapping[str, str] | None = None,
    progress: Progress | None = None,
) -> Case:
    """Return what the documents say together. ``aliases`` maps names to the name they stand for."""
    done = 0

    def step(name: str) -> None:
        nonlocal done
        if progress is not None:
            progress(name, done, 7)
        done += 1

    ordered = tuple(sorted(analyses, key=path_order))
    step("comparing documents")
    reuse = align(ordered)
    step("resolving speakers")
    resolved = resolve(ordered, aliases)
    step("checking quotations")
    checks = check_quotations(ordered, reuse, resolved)
    step("grouping claims")
    groups = find_groups(ordered, resolved, reuse)
    step("tracing chains")
    chains = trace_chains(ordered, resolved, reuse, groups)
    step("counting origins")
    claims = count_origins(groups, chains, ordered, reuse, resolved)
    step("comparing figures")
    return Case(
        analyses=ordered,
        skipped=skipped_order(skipped),
        reuse=reuse,
        quotation_checks=checks,
        speakers=resolved.speakers,
        resolutions=resolved.resolutions,
        claims=claims,
        comparisons=compare_figures(ordered, claims),
        positions=find_positions(ordered, resolved),
    )


def path_order(analysis: Analysis) -> tuple[str, str]:
    """Sort analyses by this: the order in which documents are given never matters."""
    return analysis.document.path, analysis.document.id


def skipped_order(skipped: Iterable[Skipped]) -> tuple[Skipped, ...]:
    """Return what was skipped in the order in which it is listed."""
    return tuple(sorted(skipped, key=lambda s: (s.path, s.reason)))
