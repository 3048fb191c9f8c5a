"""The stages in order; the only module that knows them all.

    inputs ─ read ─ segment ─ attribute ─ times ─ figures ─► Analysis      one document alone, any number side by side
    analyses ─ align ─ quotations ─ resolve ─ claims ─ chains ─ origins ─ tallies ─ positions ─► Case

The order in which documents are given never matters: analyses are put in the order of their paths before anything
looks at more than one of them.
"""

import concurrent.futures
import hashlib
import multiprocessing
import os
import time
from collections import Counter, deque
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from headwater import __version__
from headwater.align import align
from headwater.attribute import attribute
from headwater.chains import trace_chains
from headwater.claims import find_groups
from headwater.errors import ReadError
from headwater.figures import find_figures
from headwater.ids import identify
from headwater.models.attribution.model import Prediction
from headwater.models.attribution.model import load as load_attribution_model
from headwater.origins import count_origins
from headwater.positions import find_positions
from headwater.quotations import check_quotations
from headwater.read import Input, Inputs, MetadataTable, find_inputs, read_bytes, read_document, read_table
from headwater.records import Analysis, Case, Document, Segment, Skipped, Span
from headwater.resolve import resolve
from headwater.segment import segment
from headwater.store import CaseFolder, Kept
from headwater.tallies import compare_figures
from headwater.times import find_times

SIDE_BY_SIDE = 12  # documents from which worker processes pay for their start (about a second each)
AHEAD = 4  # inputs handed to each worker before results are taken, so that memory stays flat
MODEL_LANGUAGES = ("en", None)  # the attribution model reads English; a text too short to tell is given to it too

Progress = Callable[[str, int, int], None]  # what is being done, how many are done, of how many


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one input: an analysis, or the reason why there is none."""

    path: str
    analysis: Analysis | None
    reason: str | None


def analyse(document: Document) -> Analysis:
    """Return everything that the document alone says."""
    segments = segment(document)
    attributions = attribute(document, segments, predict(document, segments))
    times = find_times(document, segments, attributions)
    figures = find_figures(document, segments, attributions, times)
    return Analysis(document, segments, attributions, times, figures)


def predict(document: Document, segments: Sequence[Segment]) -> Sequence[Prediction] | None:
    """Return what the model finds; None where the text is not English, which is all that the model has learnt."""
    if document.language not in MODEL_LANGUAGES:
        return None
    sentences = [Span(s.start, s.end) for s in segments if s.kind == "sentence"]
    return load_attribution_model().predict(document.text, sentences)


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

    ordered = tuple(sorted(analyses, key=_path_order))
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
        skipped=_skipped_order(skipped),
        reuse=reuse,
        quotation_checks=checks,
        speakers=resolved.speakers,
        resolutions=resolved.resolutions,
        claims=claims,
        comparisons=compare_figures(ordered, claims),
        positions=find_positions(ordered, resolved),
    )


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
    run = _Run(inputs, table, aliases or {}, workers, progress)
    if case is None:
        return run.relate(run.analyse())
    with CaseFolder(case) as folder:
        return _trace_in_case(run, folder)


@dataclass(frozen=True, slots=True)
class Job:
    """One input with its bytes (None, with the reason, where it could not be opened) and what the metadata says."""

    found: Input
    data: bytes | None
    given: Mapping[str, str]
    reason: str | None


def analyse_job(job: Job) -> Outcome:
    """Read and analyse one input; what cannot be read comes back with its reason."""
    if job.data is None:
        return Outcome(job.found.path, None, job.reason)
    try:
        document = read_document(job.found, job.data, job.given)
    except ReadError as error:
        return Outcome(job.found.path, None, str(error))
    return Outcome(job.found.path, analyse(document), None)


@dataclass(frozen=True, slots=True)
class _Run:
    """What was asked for."""

    inputs: Inputs
    table: MetadataTable
    aliases: Mapping[str, str]
    workers: int | None
    progress: Progress | None

    def jobs(self) -> Iterator[Job]:
        for found in self.inputs.found:
            given = dict(self.table.row(found))
            try:
                yield Job(found, read_bytes(found), given, None)
            except ReadError as error:
                yield Job(found, None, given, str(error))

    def analyse(self, known: Callable[[Job], Outcome | None] = lambda job: None) -> Iterator[Outcome]:
        """Yield an outcome for every input, in their order; ``known`` gives those that need no work."""
        total = len(self.inputs.found)
        processes = self.workers or ((os.cpu_count() or 1) if total >= SIDE_BY_SIDE else 1)
        work = _in_processes(self.jobs(), known, processes) if processes > 1 else _here(self.jobs(), known)
        for done, outcome in enumerate(work, start=1):
            yield outcome
            if self.progress is not None:
                self.progress("reading documents", done, total)

    def relate(self, outcomes: Iterable[Outcome]) -> Case:
        analyses: list[Analysis] = []
        skipped = list(self.inputs.skipped)
        for outcome in outcomes:
            if outcome.analysis is not None:
                analyses.append(outcome.analysis)
            else:
                skipped.append(Skipped(outcome.path, outcome.reason or "not analysed"))
        return relate(analyses, skipped, aliases=self.aliases, progress=self.progress)


def _here(jobs: Iterable[Job], known: Callable[[Job], Outcome | None]) -> Iterator[Outcome]:
    for job in jobs:
        yield known(job) or analyse_job(job)


def _in_processes(jobs: Iterable[Job], known: Callable[[Job], Outcome | None], processes: int) -> Iterator[Outcome]:
    context = multiprocessing.get_context("spawn")  # forking a process that holds threads may deadlock
    with concurrent.futures.ProcessPoolExecutor(processes, mp_context=context) as pool:
        waiting: deque[Outcome | concurrent.futures.Future[Outcome]] = deque()
        try:
            for job in jobs:
                waiting.append(known(job) or pool.submit(analyse_job, job))
                if len(waiting) >= AHEAD * processes:
                    yield _result(waiting.popleft())
            while waiting:
                yield _result(waiting.popleft())
        finally:
            pool.shutdown(wait=False, cancel_futures=True)


def _result(waiting: Outcome | concurrent.futures.Future[Outcome]) -> Outcome:
    return waiting if isinstance(waiting, Outcome) else waiting.result()


def _trace_in_case(run: _Run, folder: CaseFolder) -> Case:
    """Do what is not kept yet, keep it as it is done, and keep what the documents say together."""
    began = time.perf_counter()
    code = code_fingerprint()
    keys: dict[str, str] = {}
    kept: set[str] = set()

    def known(job: Job) -> Outcome | None:
        if job.data is None:
            return None
        parts = (code, job.found.name, job.found.path, hashlib.sha256(job.data).hexdigest(), sorted(job.given.items()))
        key = keys[job.found.path] = identify("analysis", *parts)
        analysis = folder.analysis(key)
        if analysis is None:
            folder.keep_original(job.data)
            return None
        kept.add(key)
        return Outcome(job.found.path, analysis, None)

    outcomes = []
    for outcome in run.analyse(known):
        outcomes.append(outcome)
        if outcome.analysis is not None and keys[outcome.path] not in kept:
            folder.keep_analysis(keys[outcome.path], outcome.analysis)
    members = [keys[o.path] for o in outcomes if o.analysis is not None]
    reasons = Counter(o.reason for o in outcomes if o.reason is not None)
    settings = {"aliases": identify("aliases", sorted(run.aliases.items()))}
    _record(folder, "analyse", identify("stage", code, *members), len(outcomes), len(members), reasons, began, settings)
    collection = identify("collection", code, settings["aliases"], *sorted(members))
    analyses = sorted((o.analysis for o in outcomes if o.analysis is not None), key=_path_order)
    skipped = _skipped_order([*run.inputs.skipped, *(Skipped(o.path, o.reason) for o in outcomes if o.reason)])
    found = folder.collection(collection, analyses, skipped)
    began = time.perf_counter()
    if found is None:
        found = run.relate(outcomes)
        folder.keep_collection(collection, found, members)
        _record(folder, "relate", collection, len(members), len(found.claims), {}, began, settings)
    folder.write_log(
        "trace",
        {
            "version": __version__,
            "documents": len(members),
            "done again": len(members) - len(kept),
            "skipped": len(found.skipped),
            "collection": collection,
        },
    )
    return found


def _record(
    folder: CaseFolder,
    stage: str,
    fingerprint: str,
    rows_in: int,
    rows_out: int,
    skipped: Mapping[str, int],
    began: float,
    settings: Mapping[str, str],
) -> None:
    seconds = round(time.perf_counter() - began, 3)
    folder.record(Kept(stage, fingerprint, rows_in, rows_out, skipped, seconds, __version__, settings))


def _path_order(analysis: Analysis) -> tuple[str, str]:
    return analysis.document.path, analysis.document.id


def _skipped_order(skipped: Iterable[Skipped]) -> tuple[Skipped, ...]:
    return tuple(sorted(skipped, key=lambda s: (s.path, s.reason)))


def code_fingerprint() -> str:
    """Return the SHA-256 of the package's own files, weights included: what a stored result depends on."""
    digest = hashlib.sha256()
    root = Path(__file__).parent
    for file in sorted(root.rglob("*")):
        if file.is_file() and "__pycache__" not in file.parts:
            digest.update(file.relative_to(root).as_posix().encode())
            digest.update(file.read_bytes())
    return digest.hexdigest()
