"""Putting a pack together: file by file, so that a large case needs little memory."""

import hashlib
import json
import re
import zipfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path, PurePath

from headwater.errors import CaseError
from headwater.export.archive import entry
from headwater.export.contract import to_json
from headwater.export.dossier import gather
from headwater.export.dossier import render_page as render_dossier
from headwater.export.dossier.gathering import chosen_or_first
from headwater.export.handover.stamp import Stamp, plain
from headwater.export.pack.describing import File, describe
from headwater.export.page import render as render_page
from headwater.records import Case, Document

CLAIMS = 10  # claims in the dossier
SUMS = "SHA256SUMS"
METADATA = "ro-crate-metadata.json"
_UNSAFE = re.compile(r"[^A-Za-z0-9._-]+")

README = """Evidence pack made by Headwater {version}.

To read it: open index.html in a browser; it needs no network.
To check it: unpack it, open a terminal in its folder, and run

    sha256sum -c SHA256SUMS          (on a Mac: shasum -a 256 -c SHA256SUMS)

Every line must end in OK. Then compare the hash of SHA256SUMS itself with the one that you were given:

    sha256sum SHA256SUMS

findings.json counts characters (Unicode code points) in the files of texts/, from 0.
{left_out}"""


@dataclass(frozen=True, slots=True)
class Contents:
    """What goes into a pack. ``original`` gives the bytes for a SHA-256, or raises CaseError; None leaves originals
    out. ``corrections`` and ``log`` are files as they are, None to leave them out; ``left_out`` says what is and why.
    ``day`` is the day of the last thing that was done to the case."""

    case: Case
    stamp: Stamp
    day: str
    original: Callable[[str], bytes] | None
    corrections: bytes | None
    log: bytes | None
    left_out: tuple[str, ...] = ()


@dataclass(slots=True)
class _Pack:
    packed: zipfile.ZipFile
    files: list[File] = field(default_factory=list)
    left_out: list[str] = field(default_factory=list)

    def put(self, name: str, data: bytes, about: str, kind: str, document: str | None = None) -> None:
        self.packed.writestr(entry(name), data, compresslevel=6)
        self.files.append(File(name, len(data), hashlib.sha256(data).hexdigest(), about, kind, document))


def write_pack(contents: Contents, out: Path) -> str:
    """Write the pack; return the SHA-256 of its SHA256SUMS, which vouches for all of it."""
    part = out.with_name(out.name + ".part")
    try:
        with zipfile.ZipFile(part, "w") as packed:
            sums = _fill(_Pack(packed, left_out=list(contents.left_out)), contents)
        part.replace(out)
    finally:
        part.unlink(missing_ok=True)
    return hashlib.sha256(sums).hexdigest()


def _fill(pack: _Pack, contents: Contents) -> bytes:
    case, stamp = contents.case, contents.stamp
    claims = chosen_or_first(case, (), CLAIMS)
    pack.put("index.html", render_page(case).encode(), "The findings as a page.", "text/html")
    pack.put(
        "dossier.html",
        render_dossier(gather(case, claims, stamp)).encode(),
        "The claims most worth checking.",
        "text/html",
    )
    pack.put("findings.json", to_json(case, stamp.settings) + b"\n", "Every finding.", "application/json")
    documents = [analysis.document for analysis in case.analyses]
    for name, document in _names(documents):
        pack.put(
            f"texts/{name}.txt", plain(document.text).encode(), f"The text of {document.id}.", "text/plain", document.id
        )
    if contents.original is not None:
        _put_originals(pack, documents, contents.original)
    if contents.corrections is not None:
        pack.put("corrections.jsonl", contents.corrections, "What people decided.", "application/jsonl")
    if contents.log is not None:
        pack.put("log.jsonl", contents.log, "The custody log of the case.", "application/jsonl")
    told = "".join(f"Not in it: {line}\n" for line in pack.left_out)
    pack.put(
        "README.txt", README.format(version=stamp.headwater, left_out=told).encode(), "How to check it.", "text/plain"
    )
    metadata = json.dumps(
        describe(contents.day, stamp, documents, pack.files, pack.left_out), ensure_ascii=False, indent=1
    )
    pack.put(METADATA, metadata.encode("utf-8", "replace") + b"\n", "What each file is.", "application/ld+json")
    sums = "".join(f"{file.sha256}  {file.name}\n" for file in sorted(pack.files, key=lambda f: f.name)).encode()
    pack.packed.writestr(entry(SUMS), sums, compresslevel=6)
    return sums


def _put_originals(pack: _Pack, documents: list[Document], original: Callable[[str], bytes]) -> None:
    """Put every original once; several documents may come from one."""
    done: set[str] = set()
    for document in documents:
        if document.sha256 in done:
            continue
        done.add(document.sha256)
        name = f"originals/{document.sha256[:16]}-{_safe(document.path)}"
        try:
            data = original(document.sha256)
        except CaseError:
            pack.left_out.append(f"the original of {document.id}: the case does not keep these bytes by themselves")
            continue
        pack.put(name, data, f"What was read: {plain(document.path)}", "application/octet-stream", document.id)


def _names(documents: list[Document]) -> Iterator[tuple[str, Document]]:
    """Yield each document once with the name of its text."""
    for document in {document.id: document for document in documents}.values():
        yield _UNSAFE.sub("-", document.id), document


def _safe(path: str) -> str:
    """Return a file name that every system can unpack."""
    return _UNSAFE.sub("-", PurePath(plain(path)).name).strip(".-")[-80:] or "document"
