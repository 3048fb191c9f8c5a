"""What one document alone says, any number of documents side by side in processes."""

import concurrent.futures
import os
import threading
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import chain, islice
from pathlib import Path

import msgspec

from headwater.attribute import attribute
from headwater.engine import Engine, Rows
from headwater.errors import ReadError
from headwater.figures import find_figures
from headwater.models.attribution.model import Prediction
from headwater.models.attribution.model import load as load_attribution_model
from headwater.pipeline.reading import Job, Meter, Pile, Progress, read_job
from headwater.read.isolation import Limits, Worker, analyse_apart, read_apart, unmeasured
from headwater.records import Analysis, Document, Segment, Span
from headwater.responsibility import find_responsibility
from headwater.segment import segment
from headwater.times import find_times

SIDE_BY_SIDE = 12  # documents from which worker processes pay for their start (about a second each)
AHEAD = 4  # pieces cut for each worker before results are taken, so that memory stays flat
MODEL_LANGUAGES = ("en", None)  # the attribution model reads English; a text too short to tell is given to it too
LONG = 200_000  # bytes from which a document is analysed in a worker, which has limits; some 3 s of work
TELL = 0.5  # seconds between two words on a long one
SPREAD = 20_000  # pieces handed to an engine at once, so that memory stays flat here
ANALYSE = "headwater.pipeline.analysing:analyse"  # what a worker runs on a document that it has read


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one piece: a document, its analysis where one was asked for, or the reason why there is none."""

    path: str
    document: Document | None
    analysis: Analysis | None = None
    reason: str | None = None
    format: str | None = None


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
class Work:
    """What is to be done with a pile: in how many processes or on what engine, with what to tell of the progress."""

    pile: Pile
    workers: int | None = None
    progress: Progress | None = None
    engine: Engine | None = None

    def analyse(self, known: Callable[[Job], Outcome | None] = lambda job: None) -> Iterator[Outcome]:
        """Yield an outcome for every piece, in their order; ``known`` gives those that need no work."""
        return self._done(known, _analyse_here, _analyse_apart)

    def read(self) -> Iterator[Outcome]:
        """Yield the document of every piece, in their order, without an analysis."""
        return self._done(lambda job: None, _read_here, _read_apart)

    def _done(self, known: Callable[[Job], Outcome | None], here: "_Step", apart: "_Step") -> Iterator[Outcome]:
        meter = Meter(self.pile.inputs)
        jobs = self.pile.jobs(meter)
        first = list(islice(jobs, SIDE_BY_SIDE))
        processes = self.workers or ((os.cpu_count() or 1) if len(first) >= SIDE_BY_SIDE else 1)
        every = chain(first, jobs)
        limits = self.pile.limits
        if self.engine is not None and here is _analyse_here:
            work = _spread(every, known, self.engine, limits)
        elif processes > 1:
            work = _side_by_side(every, known, apart, processes, limits)
        else:
            work = _alone(every, known, here, limits, self.progress)
        for done, outcome in enumerate(work, start=1):
            yield outcome
            if self.progress is not None:
                self.progress("reading documents", done, max(done, meter.total()))


_Step = Callable[[Job, Worker], Outcome]


def _outcome(job: Job, step: Callable[[], Document | Analysis]) -> Outcome:
    kind = job.piece.format if job.piece is not None else job.format
    try:
        found = step()
    except ReadError as error:
        return Outcome(job.path, None, None, str(error), kind)
    if isinstance(found, Analysis):
        return Outcome(job.path, found.document, found, None, kind)
    return Outcome(job.path, found, None, None, kind)


def _read_here(job: Job, worker: Worker) -> Outcome:
    return _outcome(job, lambda: read_job(job, worker))


def _analyse_here(job: Job, worker: Worker) -> Outcome:
    if _is_long(job):
        return _analyse_apart(job, worker)

    def step() -> Analysis:
        document = read_job(job, worker)
        try:
            return analyse(document)
        except Exception as error:  # one text that the analysis stumbles over leaves the others
            said = " ".join(f"{type(error).__name__}: {error}".split())[:200]
            return _nothing(unmeasured(document, said))

    return _outcome(job, step)


def _read_apart(job: Job, worker: Worker) -> Outcome:
    piece = job.piece
    if piece is None:
        return _read_here(job, worker)
    return _outcome(job, lambda: read_apart(worker, job.found, piece, job.given))


def _analyse_apart(job: Job, worker: Worker) -> Outcome:
    piece = job.piece
    if piece is None:
        return _read_here(job, worker)

    def step() -> Analysis:
        found = analyse_apart(worker, job.found, piece, job.given, ANALYSE)
        return found if isinstance(found, Analysis) else _nothing(found)

    return _outcome(job, step)


def _nothing(document: Document) -> Analysis:
    return Analysis(document, (), (), (), ())


def _is_long(job: Job) -> bool:
    return job.piece is not None and len(job.piece.data) > LONG


def _alone(
    jobs: Iterable[Job],
    known: Callable[[Job], Outcome | None],
    step: _Step,
    limits: Limits,
    progress: Progress | None,
) -> Iterator[Outcome]:
    with Worker(limits) as worker:
        for job in jobs:
            if progress is not None and _is_long(job):
                yield known(job) or _told(job, step, worker, progress)
            else:
                yield known(job) or step(job, worker)


def _told(job: Job, step: _Step, worker: Worker, progress: Progress) -> Outcome:
    """Do a step that takes its time, and say meanwhile on what."""
    size = len(job.piece.data) / 1e6 if job.piece is not None else 0
    pool = concurrent.futures.ThreadPoolExecutor(1)
    waiting = pool.submit(step, job, worker)
    try:
        while not concurrent.futures.wait([waiting], TELL).done:
            progress(f"reading a long document, {size:.1f} MB, {Path(job.path).name}", 0, 1)
        return waiting.result()
    finally:
        pool.shutdown(wait=False)


def _side_by_side(
    jobs: Iterable[Job], known: Callable[[Job], Outcome | None], step: _Step, processes: int, limits: Limits
) -> Iterator[Outcome]:
    """Yield outcomes in the order of the jobs. Each thread has a worker process and waits for its answers."""
    workers: list[Worker] = []
    mine = threading.local()

    def start() -> None:
        mine.worker = Worker(limits)
        workers.append(mine.worker)

    pool = concurrent.futures.ThreadPoolExecutor(processes, initializer=start)
    waiting: deque[Outcome | concurrent.futures.Future[Outcome]] = deque()
    try:
        for job in jobs:
            waiting.append(known(job) or pool.submit(lambda j: step(j, mine.worker), job))
            if len(waiting) >= AHEAD * processes:
                yield _result(waiting.popleft())
        while waiting:
            yield _result(waiting.popleft())
    finally:
        pool.shutdown(wait=False, cancel_futures=True)
        for worker in workers:
            worker.close()


def _result(waiting: Outcome | concurrent.futures.Future[Outcome]) -> Outcome:
    return waiting if isinstance(waiting, Outcome) else waiting.result()


def _spread(
    jobs: Iterable[Job], known: Callable[[Job], Outcome | None], engine: Engine, limits: Limits
) -> Iterator[Outcome]:
    """Yield outcomes in the order of the jobs, which are analysed on an engine."""
    jobs = iter(jobs)
    while some := list(islice(jobs, SPREAD)):
        outcomes = [known(job) for job in some]
        new = [number for number, outcome in enumerate(outcomes) if outcome is None]
        rows = {"number": new, "job": [_packed(some[number]) for number in new]}
        engine.load("jobs", rows, "number bigint, job binary")
        engine.map("outcomes", "jobs", partial(_analyse_batch, limits=limits), "number bigint, outcome binary")
        found = engine.rows("outcomes")
        for number, payload in zip(found["number"], found["outcome"], strict=True):
            outcomes[number] = msgspec.json.decode(payload, type=Outcome)
        yield from (outcome for outcome in outcomes if outcome is not None)


def _packed(job: Job) -> bytes:
    """Return a job as bytes that carry data only, wherever they are read."""
    return msgspec.msgpack.encode(job, enc_hook=os.fspath)  # a path is the one field that MessagePack does not know


def _unpacked(data: bytes) -> Job:
    return msgspec.msgpack.decode(data, type=Job, dec_hook=lambda kind, value: kind(value))


def _analyse_batch(rows: Rows, limits: Limits) -> Rows:
    """Analyse jobs wherever they lie; what cannot be read comes back with its reason."""
    with Worker(limits) as worker:
        outcomes = [_analyse_here(_unpacked(job), worker) for job in rows["job"]]
    return {"number": rows["number"], "outcome": [msgspec.json.encode(outcome) for outcome in outcomes]}
