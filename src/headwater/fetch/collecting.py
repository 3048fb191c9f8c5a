"""Addresses into a WARC file (ISO 28500): every answer as it came, with the time and the address that gave it."""

import gzip
import os
import uuid
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path

from headwater.errors import HeadwaterError, ReadError
from headwater.fetch.http import Limits, Response, get
from headwater.fetch.manners import LONGEST_PAUSE, Manners

ASKED = "Headwater-Asked-URI"  # the address before redirects


@dataclass(frozen=True, slots=True)
class Fetched:
    """What became of one address: the answer's status and size, or the reason why there is none."""

    url: str
    status: int | None
    size: int
    reason: str | None


def fetch_all(
    urls: Iterable[str],
    warc: Path,
    limits: Limits | None = None,
    *,
    ignore_robots: bool = False,
    manners: Manners | None = None,
) -> Iterator[Fetched]:
    """Fetch each address once and add its answer to ``warc``; yield what became of it as soon as it is on the disk.

    A host is asked at most every two seconds, and only for what its robots.txt allows. One that answers 429 or 503 is
    asked once more after the time it names, at most a minute.
    """
    limits = limits or Limits()
    manners = manners or Manners(get, limits)
    for url in dict.fromkeys(urls):
        try:
            if not ignore_robots and not manners.may_fetch(url):
                yield Fetched(url, None, 0, "the host's robots.txt does not allow it (or does not answer)")
                continue
            response = _patiently(url, limits, manners)
        except HeadwaterError as error:
            yield Fetched(url, None, 0, str(error))
            continue
        append(warc, response)
        reason = None if response.status < 400 else f"the server answers {response.status} {response.reason}"
        yield Fetched(url, response.status, len(response.body), reason)


def fetched_into(folder: Path, day: str) -> set[str]:
    """Return the addresses that were asked for on a day (YYYY-MM-DD, UTC), by the WARC files in ``folder``."""
    from fastwarc.warc import ArchiveIterator

    found: set[str] = set()
    for file in sorted(folder.glob(f"{day}*.warc.gz")):
        with file.open("rb") as stream:
            found.update(record.headers[ASKED] for record in ArchiveIterator(stream) if ASKED in record.headers)
    return found


def _patiently(url: str, limits: Limits, manners: Manners) -> Response:
    manners.wait(url)
    response = manners.get(url, limits)
    pause = manners.asked_to_wait(response)
    if pause is None:
        return response
    if pause > LONGEST_PAUSE:
        raise ReadError(f"{url}: the server asks to wait {pause:.0f} s; try again later")
    manners.sleep(pause)
    return manners.get(url, limits)


def append(warc: Path, response: Response) -> None:
    """Add an answer as a WARC response record; when this returns, the record is on the disk."""
    from fastwarc.warc import WarcRecord, WarcRecordType

    head = f"HTTP/1.1 {response.status} {response.reason}\r\n"
    head += "".join(f"{name}: {value}\r\n" for name, value in response.headers)
    record = WarcRecord()
    record.init_headers(WarcRecordType.response, uuid.uuid4().urn.encode())
    record.set_bytes_content(head.encode("latin-1", "replace") + b"\r\n" + response.body)
    record.headers["WARC-Target-URI"] = response.url
    record.headers["WARC-Date"] = datetime.fromtimestamp(response.began, UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
    record.headers[ASKED] = response.asked
    record.headers["WARC-IP-Address"] = response.address
    record.headers["Content-Type"] = "application/http; msgtype=response"
    out = BytesIO()
    record.write(out, checksum_data=True)
    warc.parent.mkdir(parents=True, exist_ok=True)
    with warc.open("ab") as file:  # a gzip member a record, so that a damaged one costs only itself
        file.write(gzip.compress(out.getvalue(), mtime=0))
        file.flush()
        os.fsync(file.fileno())
