"""Documents per core-second and peak memory of every stage, for N documents of the newsroom simulator or a folder.

usage: python bench/stages.py [N] [--folder PATH [--metadata FILE]] [--without-model]

Processor time of one process; peak memory is the process's maximum so far (it never falls), in MB. The model's
load time is shown apart from its work.
"""

import argparse
import resource
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from headwater import pipeline
from headwater.align import align
from headwater.attribute import attribute
from headwater.chains import trace_chains
from headwater.claims import find_groups
from headwater.figures import find_figures
from headwater.models.attribution.model import load
from headwater.origins import count_origins
from headwater.positions import find_positions
from headwater.quotations import check_quotations
from headwater.read import find_inputs
from headwater.records import Analysis
from headwater.resolve import resolve
from headwater.segment import segment
from headwater.tallies import compare_figures
from headwater.times import find_times

T = TypeVar("T")


class Table:
    """Prints a row a stage."""

    def __init__(self, documents: int) -> None:
        self._documents = documents
        print(f"{'stage':<12}{'core-s':>10}{'documents/core-s':>20}{'peak MB':>10}")

    def time(self, stage: str, work: Callable[[], T]) -> T:
        """Run one stage and print its row."""
        began = time.process_time()
        result = work()
        seconds = time.process_time() - began
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
        print(f"{stage:<12}{seconds:>10.2f}{self._documents / max(seconds, 1e-9):>20.1f}{peak:>10.0f}", flush=True)
        return result


def run(folder: Path, metadata: Path | None, use_model: bool) -> None:
    """Run the stages over a folder, one after the other."""
    inputs = find_inputs([folder], leave_out=metadata).found
    table = Table(len(inputs))
    if use_model:
        table.time("load model", load)
    read = table.time("read", lambda: list(pipeline.read([folder], metadata=metadata, workers=1)))
    documents = [outcome.document for outcome in read if outcome.document is not None]
    segments = table.time("segment", lambda: [segment(d) for d in documents])
    pairs = list(zip(documents, segments, strict=True))
    predictions = table.time("model", lambda: [pipeline.predict(d, s) if use_model else None for d, s in pairs])
    attributions = table.time(
        "attribute", lambda: [attribute(d, s, p) for (d, s), p in zip(pairs, predictions, strict=True)]
    )
    times = table.time("times", lambda: [find_times(d, s, a) for (d, s), a in zip(pairs, attributions, strict=True)])
    parts = list(zip(documents, segments, attributions, times, strict=True))
    figures = table.time("figures", lambda: [find_figures(*row) for row in parts])
    analyses = [Analysis(*row, f) for row, f in zip(parts, figures, strict=True)]
    reuse = table.time("align", lambda: align(analyses))
    resolved = table.time("resolve", lambda: resolve(analyses))
    table.time("quotations", lambda: check_quotations(analyses, reuse, resolved))
    groups = table.time("claims", lambda: find_groups(analyses, resolved, reuse))
    chains = table.time("chains", lambda: trace_chains(analyses, resolved, reuse, groups))
    claims = table.time("origins", lambda: count_origins(groups, chains, analyses, reuse, resolved))
    table.time("tallies", lambda: compare_figures(analyses, claims))
    table.time("positions", lambda: find_positions(analyses, resolved))


def main() -> None:
    """Write the simulated documents if no folder is given, and run."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("documents", nargs="?", type=int, default=200)
    parser.add_argument("--folder", type=Path)
    parser.add_argument("--metadata", type=Path)
    parser.add_argument("--without-model", action="store_true", help="to see how the other stages grow with N")
    options = parser.parse_args()
    if options.folder is not None:
        run(options.folder, options.metadata, not options.without_model)
        return
    sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "eval"))
    from newsroom.write import write

    with tempfile.TemporaryDirectory() as folder:
        write(Path(folder), seed=1, documents=options.documents)
        run(Path(folder) / "documents", Path(folder) / "metadata.csv", not options.without_model)


if __name__ == "__main__":
    main()
