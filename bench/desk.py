"""Latency of the desk's pages on a large case, while another process writes into the same case.

usage: PYTHONPATH=eval python bench/desk.py [--documents N] [--seconds S] [--readers R] [--keep FOLDER]

Texts, statements, sources, claims and copying are the newsroom simulator's own truth, put into the store as findings,
so that no model has to run; texts are filled up to the length of a news item. The desk is served by a process of its
own; R readers ask for pages as fast as they are answered, a writer adds documents to the case meanwhile. Printed are
milliseconds per kind of page: the median, the 95th percentile, the largest; and, since other work on the machine slows
all of these, the 95th percentile of the processor time that the desk spent (exact with one reader).
"""

import argparse
import datetime
import multiprocessing
import os
import random
import resource
import statistics
import tempfile
import threading
import time
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

import httpx
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from headwater.ids import identify
from headwater.records import (
    Analysis,
    Attribution,
    Case,
    Chain,
    Claim,
    Document,
    Evidence,
    Figure,
    Link,
    Origins,
    Place,
    Resolution,
    Reuse,
    Span,
    Speaker,
    Statement,
    Time,
)
from headwater.report.desk.shelving import fill
from headwater.store import CaseFolder
from headwater.store.shelf import Shelf, shelf_file, writing
from headwater.web import create_app
from headwater.web.guarding import Door
from headwater.web.serving import bind, serve
from headwater.web.working import Desk
from newsroom.newsroom import Event, Newsroom, Report

LENGTH = 2_500  # characters of a text: a short news item
COLLECTION = "bench"
LONG = 200_000  # characters of the long text


@dataclass(slots=True)
class Findings:
    """What is put together of the simulator's events."""

    analyses: list[Analysis]
    reuse: list[Reuse]
    speakers: dict[str, Speaker]
    resolutions: list[Resolution]
    claims: list[Claim]

    def case(self) -> Case:
        """Return them as a case."""
        return Case(
            tuple(self.analyses), (), tuple(self.reuse), (), tuple(self.speakers.values()), tuple(self.resolutions),
            tuple(self.claims), (), (),
        )  # fmt: skip


def simulate(documents: int, seed: int = 7) -> Case:
    """Return a case of about ``documents`` documents, one of them LONG."""
    room, chance = Newsroom(seed), random.Random(seed)
    found = Findings([], [], {}, [], [])
    filler: list[str] = [f"Line {n} of what the archive holds on other days." for n in range(50)]
    number = 0
    while len(found.analyses) < documents:
        event = room.event(number)
        add_event(found, event, filler, chance, LONG if number == 0 else LENGTH)
        number += 1
    return found.case()


def add_event(found: Findings, event: Event, filler: list[str], chance: random.Random, longest: int) -> None:
    """Add an event's documents with their statements, claims and copies."""
    names = {a.source.id: a.source.name for a in event.assertions}
    said: defaultdict[tuple[str, object], list[tuple[Statement, str | None]]] = defaultdict(list)
    texts: dict[str, tuple[str, dict[str, Place]]] = {}
    for report in event.reports:
        document, pieces = document_of(report, filler, chance, longest if report is event.reports[0] else LENGTH)
        attributions, figures, times = [], [], []
        for at, piece in pieces:
            place = Place(document.id, at, at + len(piece.text))
            texts.setdefault(report.path, (document.id, {}))[1][piece.text] = place
            if piece.content is None:
                continue
            start, end = at + piece.content[0], at + piece.content[1]
            key = identify("attribution", document.id, start)
            name = names.get(piece.origin)
            shown = piece.text.find(piece.shown) if piece.shown else -1
            source = (Span(at + shown, at + shown + len(piece.shown)),) if piece.shown and shown >= 0 else ()
            evidence = Evidence("bench", "The simulator says so.", None, (place,))
            attributions.append(
                Attribution(
                    key, document.id, source, (), (Span(start, end),), "indirect", "said", "stated", None, 0.9, evidence
                )
            )
            speaker = None
            if name:
                speaker = identify("speaker", name, event.number)
                found.speakers.setdefault(speaker, Speaker(speaker, name, "person", (name,)))
            found.resolutions.append(Resolution(key, speaker, "stated", evidence))
            said[piece.fact or "", piece.value].append(
                (Statement(identify("statement", key), document.id, start, end, key), speaker)
            )
            digits = next((n for n, c in enumerate(piece.text) if c.isdigit()), -1)
            if digits >= 0:
                span = Span(at + digits, at + digits + 2)
                figures.append(
                    Figure(
                        identify("figure", key), document.id, span.start, span.end, span, 12.0, None, None, None, None,
                        "people", None, None, key, evidence,
                    )
                )  # fmt: skip
            day = (document.published or "")[:10]
            times.append(Time(identify("time", key), document.id, start, end, "date", day, day, day, None, evidence))
        found.analyses.append(Analysis(document, (), tuple(attributions), tuple(times), tuple(figures)))
    for (fact, value), statements in said.items():
        found.claims.append(claim_of(f"{event.number} {fact} {value}", statements, found))
    for report in event.reports:
        add_copies(found, report, texts)


def document_of(report: Report, filler: list[str], chance: random.Random, longest: int) -> tuple[Document, list]:  # type: ignore[type-arg]
    """Return a document and its pieces with their offsets; sentences of other days fill it up."""
    pieces, at = [], 0
    for piece in report.pieces:
        pieces.append((at, piece))
        at += len(piece.text) + 2
        if len(filler) < 20_000:
            filler.append(piece.text)
    parts = [piece.text for _, piece in pieces]
    while at < longest:
        parts.append(chance.choice(filler))
        at += len(parts[-1]) + 2
    text = "\n\n".join(parts) + "\n"
    title = parts[0] if parts else report.path
    key = identify("document", report.path)
    published = report.published.isoformat() + "Z"
    document = Document(key, report.path, "0" * 64, text, report.publisher, title, None, published, None, "en")
    return document, pieces


def claim_of(key: str, statements: list[tuple[Statement, str | None]], found: Findings) -> Claim:
    """Return a claim with a chain for each report."""
    chains = tuple(
        Chain(
            s.id,
            (
                Link(
                    "said_by",
                    s.document,
                    speaker,
                    "stated",
                    "The text names them.",
                    (Place(s.document, s.start, s.end),),
                ),
            )
            if speaker
            else (),
            "named" if speaker else "publisher",
            speaker,
            "",
        )
        for s, speaker in statements
    )
    documents = len({s.document for s, _ in statements})
    speakers = sorted({found.speakers[speaker].name for _, speaker in statements if speaker})
    origins = Origins(1, max(1, len(speakers)), tuple(speakers), "By the simulator's truth.")
    return Claim(
        identify("claim", key), key, tuple(s for s, _ in statements), chains, documents, documents, origins, None, (),
        float(documents),
    )  # fmt: skip


def add_copies(found: Findings, report: Report, texts: dict[str, tuple[str, dict[str, Place]]]) -> None:
    """Add a reuse for each piece that a report has word for word from the one it copies."""
    if report.upstream is None or report.upstream not in texts or report.path not in texts:
        return
    earlier, later = texts[report.upstream][1], texts[report.path][1]
    for words in earlier.keys() & later.keys():
        left, right = sorted((earlier[words], later[words]))
        forward, block = left is earlier[words], (Span(left.start, left.end), Span(right.start, right.end))
        found.reuse.append(
            Reuse(
                identify("reuse", left, right), left, right, (block,),
                1.0, 60.0, (), "left_to_right" if forward else "right_to_left", "The simulator copied it.",
            )
        )  # fmt: skip


def timed(app: ASGIApp) -> ASGIApp:
    """Return an application that says how much processor time passed in the process while it answered."""

    async def timing(scope: Scope, receive: Receive, send: Send) -> None:
        began = time.process_time()

        async def told(message: Message) -> None:
            if message["type"] == "http.response.start":
                message["headers"].append((b"processor-ms", f"{1000 * (time.process_time() - began):.1f}".encode()))
            await send(message)

        await app(scope, receive, told)

    return timing


def answer(folder: str, told) -> None:  # type: ignore[no-untyped-def]
    """Serve the desk on a case; tell the port and the cookie."""
    listening = bind(0)
    door = Door(listening.getsockname()[1])
    desk = Desk(Path(folder), lambda: None, lambda: None, "bench")
    desk.open()
    serve(timed(create_app(desk, door)), listening, lambda: told.send((door.port, f"{door.cookie}={door.session}")))


def write_on(folder: str, stop) -> None:  # type: ignore[no-untyped-def]
    """Add documents to the case, one after the other, as an ingest does."""
    with CaseFolder(folder) as case:
        number = 0
        while not stop.is_set():
            sha256 = case.keep_original(f"document {number}".encode())
            document = Document(identify("document", "w", number), f"w{number}.txt", sha256, "A text. " * 300)
            case.keep_analysis(identify("analysis", number), Analysis(document, (), (), (), ()))
            number += 1
            time.sleep(0.02)
    print(f"written meanwhile: {number} documents")


def addresses(shelf: Shelf, chance: random.Random) -> Iterator[tuple[str, str]]:
    """Yield kinds of pages and addresses, without end."""
    documents = [key for (key,) in shelf.rows("SELECT id FROM documents ORDER BY random() LIMIT 500")]
    claims = [key for (key,) in shelf.rows("SELECT id FROM claims WHERE line IS NOT NULL ORDER BY random() LIMIT 500")]
    largest = [key for (key,) in shelf.rows("SELECT id FROM claims ORDER BY documents DESC LIMIT 20")]
    speakers = [key for (key,) in shelf.rows("SELECT id FROM speakers ORDER BY random() LIMIT 500")]
    pairs = shelf.rows(
        'SELECT a.id, b.id FROM pairs JOIN documents a ON a.number = pairs."left" '
        'JOIN documents b ON b.number = pairs."right" ORDER BY random() LIMIT 500'
    )
    ((long,),) = shelf.rows("SELECT id FROM documents ORDER BY characters DESC LIMIT 1")
    publishers = [name for (name,) in shelf.rows("SELECT DISTINCT publisher FROM documents LIMIT 50")]
    days = [day for (day,) in shelf.rows("SELECT day FROM days ORDER BY documents + told DESC LIMIT 50")]
    ((total,),) = shelf.rows("SELECT count(*) FROM documents")
    words = [
        "families",
        "bridge",
        "the",
        "said",
        "schoolteacher",
        "road authority",
        '"search teams"',
        "inspect*",
        "crowns -bridge",
    ]
    while True:
        left, right = chance.choice(pairs)
        yield "overview", "/"
        yield "documents", f"/documents?after={chance.randrange(total)}"
        yield "documents of a publisher", f"/documents?publisher={chance.choice(publishers)}"
        yield "document", f"/document/{chance.choice(documents)}"
        yield "document of 200,000", f"/document/{long}?part={chance.randrange(1, 6)}"
        yield "claims", f"/claims?after={chance.randrange(1000)}"
        yield "claim", f"/claim/{chance.choice(claims)}"
        yield "claim of most documents", f"/claim/{chance.choice(largest)}"
        yield "compare", f"/compare/{left}/{right}"
        yield "speakers", "/speakers"
        yield "speaker", f"/speaker/{chance.choice(speakers)}"
        yield "figures", f"/figures?after={chance.randrange(total)}"
        yield "timeline", f"/timeline?after={chance.choice(days)}"
        yield "day", f"/day/{chance.choice(days)}"
        yield "publishers", "/publishers"
        yield "pairs", "/pairs"
        yield "search", f"/search?q={chance.choice(words)}"
        yield "search in sayings", f"/search?kind=said&q={chance.choice(words)}"
        yield "search of a publisher", f"/search?q={chance.choice(words)}&publisher={chance.choice(publishers)}"


def read_on(
    file: Path, port: int, cookie: str, seconds: float, seed: int, taken: dict[str, list[tuple[float, float]]]
) -> None:
    """Ask for pages until the time is over; note how long each took."""
    until = time.monotonic() + seconds
    with Shelf(file, 60) as shelf, httpx.Client(headers={"cookie": cookie}, timeout=60) as client:
        for kind, path in addresses(shelf, random.Random(seed)):
            if time.monotonic() > until:
                return
            began = time.perf_counter()
            found = client.get(f"http://127.0.0.1:{port}{path}")
            taken[kind].append((1000 * (time.perf_counter() - began), float(found.headers["processor-ms"])))
            if found.status_code != 200:
                print(f"{found.status_code}: {path}")


def main() -> None:
    """Make the case, load the desk, print the table."""
    options = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    options.add_argument("--documents", type=int, default=2_000)
    options.add_argument("--seconds", type=float, default=60)
    options.add_argument("--readers", type=int, default=2)
    options.add_argument("--keep", metavar="FOLDER")
    chosen = options.parse_args()
    with tempfile.TemporaryDirectory() as temporary:
        folder = Path(chosen.keep or temporary) / "case"
        prepare(folder, chosen.documents)
        measure(folder, chosen.seconds, chosen.readers)


def prepare(folder: Path, documents: int) -> None:
    """Make the case and its shelf, where they are not there yet."""
    file = shelf_file(folder, COLLECTION)
    if file.is_file():
        return
    with CaseFolder(folder) as kept:
        kept.keep_collection(COLLECTION, replace(Findings([], [], {}, [], []).case()), [])
    began = time.process_time()
    case = simulate(documents)
    print(f"{len(case.analyses):,} documents simulated in {time.process_time() - began:.0f} processor-seconds")
    began = time.process_time()
    with writing(file) as database:
        fill(database, case)
    used = time.process_time() - began
    size = file.stat().st_size / 1e6
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1e6
    print(f"laid out in {used:.0f} processor-seconds, {size:,.0f} MB on the disk, {peak:.1f} GB of memory at most")


def measure(folder: Path, seconds: float, readers: int) -> None:
    """Load the desk and print how long its pages took."""
    context = multiprocessing.get_context("spawn")
    said, told = context.Pipe(duplex=False)
    stop = context.Event()
    server = context.Process(target=answer, args=(str(folder), told), daemon=True)
    writer = context.Process(target=write_on, args=(str(folder), stop), daemon=True)
    server.start()
    port, cookie = said.recv()
    writer.start()
    taken: defaultdict[str, list[tuple[float, float]]] = defaultdict(list)
    file = shelf_file(folder, COLLECTION)
    threads = [
        threading.Thread(target=read_on, args=(file, port, cookie, seconds, seed, taken)) for seed in range(readers)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    stop.set()
    writer.join(20)
    server.terminate()
    print(f"load of the machine {os.getloadavg()[0]:.1f} on {os.cpu_count()} cores, {datetime.date.today()}")
    print(f"{'page':28}{'asked':>7}{'p50 ms':>9}{'p95 ms':>9}{'most':>9}{'processor p95':>16}")
    for kind, pairs in taken.items():
        times, used = [wall for wall, _ in pairs], [processor for _, processor in pairs]
        print(
            f"{kind:28}{len(times):>7}{statistics.median(times):>9.0f}{p95(times):>9.0f}{max(times):>9.0f}{p95(used):>16.0f}"
        )


def p95(values: list[float]) -> float:
    """Return the 95th percentile."""
    return statistics.quantiles(values, n=20)[-1] if len(values) > 1 else values[0]


if __name__ == "__main__":
    main()
