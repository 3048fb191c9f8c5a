"""What one document alone says, any number of documents side by side in processes."""

import concurrent.futures
import multiprocessing
import os
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from headwater.attribute import attribute
from headwater.errors import ReadError
from headwater.figures import find_figures
from headwater.models.attribution.model import Prediction
from headwater.models.attribution.model import load as load_attribution_model
from headwater.read import Input, Inputs, MetadataTable, read_bytes, read_document
from headwater.records import Analysis, Document, Segment, Span
from headwater.responsibility import find_responsibility
from headwater.segment import segment
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
    responsibility = find_responsibility(document, segments, attributions)
    return Analysis(document, segments, attributions, times, figures, responsibility)


def predict(document: Document, segments: Sequence[Segment]) -> Sequence[Prediction] | None:
    """Return what the model finds; None where the text is not English, which is all that the model has learnt."""
    if document.language not in MODEL_LANGUAGES:
        return None
    sentences = [Span(s.start, s.end) for s in segments if s.kind == "sentence"]
    return load_attribution_model().predict(document.text, sentences)


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
class Work:
    """What is to be read: the inputs, what the metadata says of them, and in how many processes."""

    inputs: Inputs
    table: MetadataTable
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
