"""What is to be read: the inputs cut into jobs, one after the other, in memory that does not grow with the pile."""

from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field

from headwater.errors import ReadError, UsageError
from headwater.read import (
    Cut,
    Input,
    Inputs,
    Left,
    MetadataTable,
    Passed,
    Piece,
    format_of_input,
    pieces_of,
    read_piece,
)
from headwater.read.isolation import Limits, Worker, read_apart, split_apart
from headwater.read.splitting import is_parsed_apart
from headwater.records import Document

Progress = Callable[[str, int, int], None]  # what is being done, how many are done, of how many


@dataclass(frozen=True, slots=True)
class Job:
    """A piece to read with what the metadata says of it; or, without a piece, why there is none."""

    found: Input
    path: str
    piece: Piece | None
    given: Mapping[str, str]
    reason: str | None = None
    format: str | None = None


@dataclass(frozen=True, slots=True)
class Sources:
    """What a user gave: paths, a metadata table, and which columns of tables of articles are what."""

    paths: tuple[str, ...]
    metadata: str | None = None
    columns: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Pile:
    """What there is to read."""

    inputs: Inputs
    table: MetadataTable
    sources: Sources
    limits: Limits = field(default_factory=Limits)
    passed: Counter[str] = field(default_factory=Counter)  # parts that hold no text and were never meant to

    def jobs(self, meter: "Meter") -> Iterator[Job]:
        """Yield what there is to read, in order; ``meter`` is told how far that is."""
        self.passed.update({what: number for what, number in self.inputs.passed.items() if number})
        with Worker(self.limits) as splitter:
            for found in self.inputs.found:
                given = self.table.row(found)
                kind: str | None = None
                is_empty = True
                try:
                    recognised = format_of_input(found)
                    kind = recognised.name
                    for cut in self._cuts(
                        found, is_parsed=recognised.splitter is not None and not recognised.is_safe, splitter=splitter
                    ):
                        if isinstance(cut, Passed):
                            self.passed[cut.what] += cut.number
                            continue
                        is_empty = False
                        if isinstance(cut, Left):
                            yield Job(found, found.path + cut.inside, None, given, cut.reason, cut.format or kind)
                        else:
                            meter.cut(cut.at)
                            yield Job(found, found.path + cut.inside, cut, self.table.row(found, cut.inside))
                    if is_empty:
                        yield Job(found, found.path, None, given, "holds no document", kind)
                except ReadError as error:
                    yield Job(found, found.path, None, given, str(error), kind)
                meter.end(found)

    def _cuts(self, found: Input, *, is_parsed: bool, splitter: Worker) -> Iterator[Cut]:
        if not is_parsed:
            return pieces_of(found, self.sources.columns)
        if found.file is None:
            raise ReadError("archives, mail and feeds are not read from standard input; name the file")
        return split_apart(splitter, found, self.sources.columns)


class Meter:
    """How much of a pile is cut, and so about how many pieces it holds."""

    def __init__(self, inputs: Inputs) -> None:
        self._sizes = {i.path: i.file.stat().st_size for i in inputs.found if i.file is not None and i.file.is_file()}
        self._all = sum(self._sizes.values())
        self._inputs = len(inputs.found)
        self._ended = self._ended_bytes = self._here = 0
        self.pieces = 0

    def cut(self, at: int) -> None:
        """Note a piece, and the bytes of its input that are used up."""
        self.pieces += 1
        self._here = at

    def end(self, found: Input) -> None:
        """Note that an input is used up."""
        self._ended += 1
        self._ended_bytes += self._sizes.get(found.path, 0)
        self._here = 0

    def total(self) -> int:
        """Return how many pieces there are: counted where each input is one, else by the bytes that are left."""
        if self.pieces <= self._ended + 1:
            return self._inputs
        share = min(1.0, (self._ended_bytes + self._here) / max(1, self._all))
        return max(self.pieces, round(self.pieces / share)) if share > 0 else self.pieces


def read_job(job: Job, worker: Worker) -> Document:
    """Return the document of a job; ``worker`` reads what is parsed. Raises ReadError."""
    if job.piece is None:
        raise ReadError(job.reason or "not read")
    if is_parsed_apart(job.piece):
        return read_apart(worker, job.found, job.piece, job.given)
    try:
        return read_piece(job.found, job.piece, job.given)
    except ReadError:
        raise
    except OSError as error:  # the text is at hand already, so it is not the document that is at fault
        why = (error.strerror or str(error)).lower()
        raise UsageError(f"the system does not let the reading go on ({why}); make room and run it again") from error
    except Exception as error:  # a reader's own bug costs one document
        said = " ".join(f"{type(error).__name__}: {error}".split())[:200]
        raise ReadError(f"not understood by the reader for {job.piece.format} ({said})") from error
