"""The stages in order; the only module that knows them all.

    inputs ─ read ─ segment ─ attribute ─ times ─ figures ─► Analysis      one document alone, any number side by side
    analyses ─ align ─ quotations ─ resolve ─ claims ─ chains ─ origins ─ tallies ─ positions ─► Case

The order in which documents are given never matters: analyses are put in the order of their paths before anything
looks at more than one of them.
"""

import os
from collections.abc import Iterable, Mapping
from pathlib import Path

from headwater.pipeline.analysing import Progress, Work, analyse, predict
from headwater.pipeline.keeping import refresh, trace_in_case
from headwater.pipeline.relating import relate
from headwater.read import find_inputs, read_table
from headwater.records import Case, Skipped
from headwater.store import CaseFolder

__all__ = ["analyse", "predict", "refresh", "relate", "trace"]


def trace(
    paths: Iterable[str | os.PathLike[str]],
    *,
    metadata: str | os.PathLike[str] | None = None,
    aliases: Mapping[str, str] | None = None,
    case: str | os.PathLike[str] | None = None,
    workers: int | None = None,
    progress: Progress | None = None,
) -> Case:
    """Return what the documents under ``paths`` say, alone and together.

    What cannot be read is listed in ``skipped`` with its reason. ``metadata`` is a CSV or JSON Lines table; ``case`` a
    folder in which originals and findings are kept, so that only what changed is done again; ``workers`` the number of
    processes (by default one per core for larger collections). Raises UsageError for a metadata table that cannot be
    used, CaseError for a folder that is no case.
    """
    table_file = Path(metadata) if metadata is not None else None
    inputs = find_inputs(paths, leave_out=table_file)
    table = read_table(table_file, inputs.found)
    work = Work(inputs, table, workers, progress)
    if case is not None:
        with CaseFolder(case) as folder:
            return trace_in_case(work, aliases or {}, folder)
    analyses, skipped = [], list(inputs.skipped)
    for outcome in work.analyse():
        if outcome.analysis is not None:
            analyses.append(outcome.analysis)
        else:
            skipped.append(Skipped(outcome.path, outcome.reason or "not analysed"))
    return relate(analyses, skipped, aliases=aliases, progress=progress)
