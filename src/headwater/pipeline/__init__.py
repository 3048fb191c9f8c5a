"""The stages in order; the only module that knows them all.

    inputs ─ read ─ segment ─ attribute ─ times ─ figures ─► Analysis      one document alone, any number side by side
    analyses ─ align ─ quotations ─ resolve ─ claims ─ chains ─ origins ─ tallies ─ positions ─► Case

The order in which documents are given never matters: analyses are put in the order of their paths before anything
looks at more than one of them.
"""

import contextlib
import os
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from headwater.engine import LOCAL, Engine, open_engine
from headwater.pipeline.analysing import Outcome, Work, analyse, predict
from headwater.pipeline.keeping import Again, last_sources, refresh, trace_in_case
from headwater.pipeline.reading import Pile, Progress, Sources
from headwater.pipeline.relating import relate
from headwater.read import find_inputs, read_table
from headwater.records import Case, Skipped
from headwater.store import CaseFolder

__all__ = ["Again", "add", "analyse", "predict", "read", "refresh", "relate", "trace"]


def trace(
    paths: Iterable[str | os.PathLike[str]],
    *,
    metadata: str | os.PathLike[str] | None = None,
    aliases: Mapping[str, str] | None = None,
    case: str | os.PathLike[str] | None = None,
    workers: int | None = None,
    progress: Progress | None = None,
    columns: Mapping[str, str] | None = None,
    again: Again | None = None,
    engine: str | None = None,
    master: str | None = None,
) -> Case:
    """Return what the documents under ``paths`` say, alone and together.

    What cannot be read is listed in ``skipped`` with its reason. ``metadata`` is a CSV or JSON Lines table; ``case`` a
    folder in which originals and findings are kept, so that only what changed is done again; ``workers`` the number of
    processes (by default one per core for larger collections); ``columns`` which columns of tables of articles are
    what, where that is not told by their names; ``again`` which of the documents in a case are done again (by default
    those that changed, or that another version of the program did); with it and without ``paths``, what was given the
    last time is read. With ``engine`` "spark" documents are analysed and compared on Spark: ``master`` is its address
    (by default what spark-submit or the configuration says). Raises UsageError for a metadata table or an engine that
    cannot be used, CaseError for a folder that is no case.
    """
    if engine not in (None, LOCAL):
        with contextlib.closing(open_engine(engine, master)) as opened:
            return _trace(paths, metadata, aliases, case, workers, progress, columns, again, opened)
    return _trace(paths, metadata, aliases, case, workers, progress, columns, again, None)


def add(
    case: str | os.PathLike[str],
    paths: Iterable[str | os.PathLike[str]],
    *,
    metadata: str | os.PathLike[str] | None = None,
    columns: Mapping[str, str] | None = None,
    workers: int | None = None,
    progress: Progress | None = None,
) -> Case:
    """Add the documents under ``paths`` to a case; return what all of them say, alone and together.

    Only what is new is read and analysed; what is kept of the others is taken, whatever version read it. A document
    from a path that the case knows takes the place of the one before. The findings are those of one trace of
    everything. Raises what ``trace`` raises.
    """
    table = None if metadata is None else os.fspath(metadata)
    sources = Sources(tuple(os.fspath(path) for path in paths), table, dict(columns or {}))
    with CaseFolder(case) as folder:
        return trace_in_case(Work(_pile(sources), workers, progress), folder.aliases(), folder, adding=True)


def _trace(
    paths: Iterable[str | os.PathLike[str]],
    metadata: str | os.PathLike[str] | None,
    aliases: Mapping[str, str] | None,
    case: str | os.PathLike[str] | None,
    workers: int | None,
    progress: Progress | None,
    columns: Mapping[str, str] | None,
    again: Again | None,
    engine: Engine | None,
) -> Case:
    sources = Sources(
        tuple(os.fspath(path) for path in paths), None if metadata is None else os.fspath(metadata), dict(columns or {})
    )
    if case is not None:
        with CaseFolder(case) as folder:
            known = last_sources(folder) if again is not None and not sources.paths else sources
            return trace_in_case(Work(_pile(known), workers, progress, engine), aliases or {}, folder, again)
    work = Work(_pile(sources), workers, progress, engine)
    analyses, skipped = [], list(work.pile.inputs.skipped)
    for outcome in work.analyse():
        if outcome.analysis is not None:
            analyses.append(outcome.analysis)
        else:
            skipped.append(Skipped(outcome.path, outcome.reason or "not analysed", outcome.format))
    return relate(analyses, skipped, aliases=aliases, engine=engine, progress=progress)


def read(
    paths: Iterable[str | os.PathLike[str]],
    *,
    metadata: str | os.PathLike[str] | None = None,
    columns: Mapping[str, str] | None = None,
    workers: int | None = None,
    progress: Progress | None = None,
) -> Iterator[Outcome]:
    """Yield the documents under ``paths`` as they are read, or why there is none, without analysing them."""
    pile = _pile(
        Sources(
            tuple(os.fspath(path) for path in paths), os.fspath(metadata) if metadata else None, dict(columns or {})
        )
    )
    yield from (Outcome(s.path, None, None, s.reason, s.format) for s in pile.inputs.skipped)
    yield from Work(pile, workers, progress).read()


def _pile(sources: Sources) -> Pile:
    table_file = Path(sources.metadata) if sources.metadata is not None else None
    inputs = find_inputs(sources.paths, leave_out=table_file)
    return Pile(inputs, read_table(table_file, inputs.found), sources)
