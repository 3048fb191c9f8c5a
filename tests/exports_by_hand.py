"""Findings in which hostile texts stand everywhere, and the files that are made of them."""

import io
import zipfile
from functools import cache

import pyarrow.parquet

from headwater import analyse, make_document, relate
from headwater.corrections import propose
from headwater.export.archive import make_zip
from headwater.export.handover import FORMATS, Stamp, make_stamp
from headwater.records import Case

HOSTILE = ['=HYPERLINK("http://evil.example","x")', "+1+1", "-2+3|cmd", "@SUM(A1)", "\t=1", "＝1+1", " =1+1"]
STORY = (
    "“=1+1 is what the tally says,” said Ida Voss.\n\n"
    "The ferry company said on Monday that 214 people had been taken off, and “<script>alert(1)</script>” was painted "
    "on its side.\x0b\n\n“@SUM is a lie,” Voss said.\n\n"
)


@cache
def case() -> Case:
    """Return findings in which formulas, markup, controls and astral characters stand where texts and metadata do."""
    documents = [
        make_document(
            f"{STORY}“Number {n} 🛳 was late,” said Anders Holm of the ferry company.\n",
            name=f"{n}.txt",
            publisher=HOSTILE[n],
            title=f"<img src=x onerror=alert({n})>{HOSTILE[n]} & {{x}} 100%",
            author=HOSTILE[-n - 1],
            published=f"2031-05-0{n + 1}",
            url="https://post.example/a?b=1&c={2}" if n else "javascript:alert(1)",
        )
        for n in range(4)
    ]
    found = relate([analyse(d) for d in documents])
    attribution = found.analyses[0].attributions[0]
    at = "2031-06-01T08:00:00Z"
    made = propose(found, "accept", attribution.id, {}, who="=Ana", why="+heard it", at=at)
    return relate([analyse(d) for d in documents], corrections=[made])


@cache
def stamp() -> Stamp:
    """Return the stamp of these findings."""
    return make_stamp(case(), {"aliases": "none"})


def make(name: str, findings: Case | None = None) -> bytes:
    """Return the one file of a format."""
    made = FORMATS[name].make
    assert made is not None
    return made(findings or case(), stamp())


def make_files(name: str, findings: Case | None = None) -> dict[str, bytes]:
    """Return the files of a format by name."""
    made = FORMATS[name].make_files
    assert made is not None
    return dict(made(findings or case(), stamp()))


def everything(name: str) -> bytes:
    """Return all bytes of a format that a reader would see as text."""
    data = make(name) if FORMATS[name].make is not None else make_zip(make_files(name))
    if name == "parquet":
        return b"".join(
            str(pyarrow.parquet.read_schema(io.BytesIO(f)).metadata).encode() for f in make_files(name).values()
        )
    if data[:2] == b"PK":
        with zipfile.ZipFile(io.BytesIO(data)) as packed:
            return b"".join(packed.read(inner) for inner in packed.namelist())
    return data
