"""The documents as a bibliography: BibTeX and CSL-JSON."""

import json
import re
import unicodedata

from headwater.export.handover.addresses import url_of
from headwater.export.handover.stamp import Stamp, plain
from headwater.records import Case, Document
from headwater.report.index import index

_SPECIAL = {
    "\\": r"\textbackslash{}", "{": r"\{", "}": r"\}", "&": r"\&", "%": r"\%", "$": r"\$", "#": r"\#", "_": r"\_",
    "~": r"\textasciitilde{}", "^": r"\textasciicircum{}",
}  # fmt: skip


def bibtex(case: Case, stamp: Stamp) -> bytes:
    """Return an @misc entry for each document, in the order of dates, in UTF-8."""
    found = index(case)
    head = [f"Headwater {stamp.headwater}", f"findings sha256 {stamp.findings}"]
    head += [f"{name}: {value}" for name, value in sorted(stamp.settings.items())]
    entries = [f"@comment{{{_tex(line)}}}" for line in head]
    keys: set[str] = set()
    for d in found.documents.values():
        fields = {
            "title": _tex(d.title or found.labels[d.id]),
            "author": f"{{{_tex(d.author)}}}" if d.author else "",
            "publisher": _tex(d.publisher or ""),
            "date": _tex((d.published or "")[:10]),
            "year": _tex((d.published or "")[:4]),
            "url": _verbatim(url_of(d) or ""),
            "note": _tex(f"SHA-256 {d.sha256}, file {plain(d.path)}"),
        }
        lines = [f"  {name} = {{{value}}}" for name, value in fields.items() if value]
        entries.append(f"@misc{{{_key(d, keys)},\n" + ",\n".join(lines) + "\n}")
    return ("\n\n".join(entries) + "\n").encode("utf-8", "replace")


def csl_json(case: Case, stamp: Stamp) -> bytes:
    """Return a list of CSL items; each note names the document's hash and the version."""
    found = index(case)
    keys: set[str] = set()
    settings = "; ".join(f"{name}: {value}" for name, value in sorted(stamp.settings.items()))
    items = []
    for d in found.documents.values():
        item: dict[str, object] = {
            "id": _key(d, keys),
            "type": "article-newspaper" if d.publisher else "document",
            "title": plain(d.title or found.labels[d.id]),
            "note": f"SHA-256 {d.sha256}, file {plain(d.path)}; read by Headwater {stamp.headwater}"
            + (f" ({settings})" if settings else ""),
        }
        told = {"container-title": d.publisher, "publisher": d.publisher, "language": d.language, "URL": url_of(d)}
        item |= {name: plain(value) for name, value in told.items() if value}
        if d.author:
            item["author"] = [{"literal": plain(d.author)}]
        if parts := _date_parts(d.published or ""):
            item["issued"] = {"date-parts": [parts]}
        items.append(item)
    return json.dumps(items, ensure_ascii=False, indent=1).encode("utf-8", "replace") + b"\n"


def _date_parts(published: str) -> list[int]:
    parts = published[:10].split("-")
    return [int(part) for part in parts] if parts[0] and all(p.isascii() and p.isdigit() for p in parts) else []


def _key(document: Document, taken: set[str]) -> str:
    """Return a citation key, publisher and date, each used once."""
    folded = unicodedata.normalize("NFKD", document.publisher or document.title or "document")
    name = re.sub(r"[^a-z0-9]+", "", folded.encode("ascii", "ignore").decode().lower())[:30] or "document"
    first = name + re.sub(r"[^0-9]", "", (document.published or "")[:10])
    key, number = first, 1
    while key in taken:
        number += 1
        key = f"{first}-{number}"
    taken.add(key)
    return key


def _tex(text: str) -> str:
    return "".join(_SPECIAL.get(c, c) for c in " ".join(plain(text).split()))


def _verbatim(url: str) -> str:
    """Return an address with the characters that would end the field written as their codes."""
    return url.replace("{", "%7B").replace("}", "%7D")
