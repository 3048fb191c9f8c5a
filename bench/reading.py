"""Reading alone: documents per core-second from JSON Lines and from WARC, beside trafilatura alone on the same pages.

usage: python bench/reading.py [N] [--only jsonl|warc|trafilatura] [--workers N]

N documents of the newsroom simulator (no model, no analysis). Core-seconds are of this process and its workers
together; peak memory is the largest of this process, and of the largest worker, in MB.
"""

import argparse
import gzip
import html
import json
import multiprocessing
import os
import resource
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "eval"))

from headwater import pipeline
from newsroom.newsroom import Newsroom, Report
from newsroom.write import text_of

MENU = "".join(f'<li><a href="/section/{number}">Section {number}</a></li>' for number in range(40))
ALONE = 5_000  # pages that trafilatura is given; they are held in memory so that only it is timed


def reports(documents: int) -> Iterator[Report]:
    """Yield simulated reports, the same for each call."""
    room, number, made = Newsroom(1), 0, 0
    while made < documents:
        for report in room.event(number).reports[: documents - made]:
            made += 1
            yield report
        number += 1


def page_of(report: Report) -> bytes:
    """Return a report as a page with what stands around articles."""
    paragraphs = [f"<p>{html.escape(part)}</p>" for part in text_of(report).split("\n\n")]
    date = report.published.isoformat() + "Z"
    return (
        f'<!doctype html><html lang="en"><head><meta charset="utf-8"><title>{html.escape(report.path)}</title>'
        f'<meta property="article:published_time" content="{date}">'
        f'<meta property="og:site_name" content="{html.escape(report.publisher)}"></head><body>'
        f"<nav><ul>{MENU}</ul></nav>"
        f'<div class="page"><article><h1>{html.escape(report.path)}</h1>{"".join(paragraphs)}</article>'
        f'<aside class="related"><ul>{MENU}</ul></aside></div><footer>All rights reserved</footer></body></html>'
    ).encode()


def write_lines(file: Path, documents: int) -> None:
    """Write the reports as JSON Lines."""
    with file.open("w", encoding="utf-8") as stream:
        for report in reports(documents):
            row = {"text": text_of(report), "url": f"https://news.example/{report.path}"}
            row |= {"publisher": report.publisher, "published": report.published.isoformat() + "Z"}
            stream.write(json.dumps(row, ensure_ascii=False) + "\n")


def write_warc(file: Path, documents: int) -> None:
    """Write the reports as pages of a packed WARC, a gzip member a record."""
    with file.open("wb") as stream:
        for report in reports(documents):
            body = page_of(report)
            answer = b"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n\r\n" + body
            head = (
                "WARC/1.0\r\nWARC-Type: response\r\nWARC-Date: 2031-06-04T08:00:00Z\r\n"
                f"WARC-Target-URI: https://news.example/{report.path}\r\n"
                f"Content-Type: application/http; msgtype=response\r\nContent-Length: {len(answer)}\r\n\r\n"
            )
            stream.write(gzip.compress(head.encode() + answer + b"\r\n\r\n", 5))


def read(file: Path, workers: int) -> int:
    """Read everything with Headwater, keeping nothing; return how many documents there were."""
    return sum(outcome.document is not None for outcome in pipeline.read([file], workers=workers))


def extract(pages: Sequence[bytes]) -> int:
    """Give every page to trafilatura alone; return how many gave text."""
    from trafilatura import bare_extraction

    return sum(bare_extraction(page.decode()) is not None for page in pages)


def measured(name: str, work: Callable[[], int]) -> None:
    """Run ``work`` in a process of its own and print its row."""
    process = multiprocessing.get_context("fork").Process(target=_measure, args=(name, work))
    process.start()
    process.join()


def _measure(name: str, work: Callable[[], int]) -> None:
    before, began = os.times(), time.perf_counter()
    found = work()
    wall, after = time.perf_counter() - began, os.times()
    seconds = sum(after[:4]) - sum(before[:4])
    own = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    child = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
    print(
        f"{name:<24}{found:>10,}{found / seconds:>20.1f}{found / wall:>16.1f}{own:>10.0f}{child:>12.0f}",
        flush=True,
    )


def main() -> None:
    """Write the documents, read them each way."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("documents", nargs="?", type=int, default=2_000)
    parser.add_argument("--only", choices=["jsonl", "warc", "trafilatura"])
    parser.add_argument("--workers", type=int, default=1)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        lines, archive = Path(folder) / "pile.jsonl", Path(folder) / "pile.warc.gz"
        columns = ("documents", "documents/core-s", "documents/s", "MB", "worker MB")
        print(f"{'reading':<24}{columns[0]:>10}{columns[1]:>20}{columns[2]:>16}{columns[3]:>10}{columns[4]:>12}")
        if options.only in (None, "jsonl"):
            write_lines(lines, options.documents)
            measured("JSON Lines", lambda: read(lines, options.workers))
        if options.only in (None, "warc"):
            write_warc(archive, options.documents)
            measured("WARC", lambda: read(archive, options.workers))
        if options.only in (None, "trafilatura"):
            pages = [page_of(report) for report in reports(min(options.documents, ALONE))]
            measured("trafilatura alone", lambda: extract(pages))


if __name__ == "__main__":
    main()
