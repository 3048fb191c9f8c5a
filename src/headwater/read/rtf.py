"""RTF: the running text by striprtf, a paragraph a line. Structure is lost: RTF names no parts, only looks."""

import re

from headwater.errors import ReadError
from headwater.read.blocks import Block, laid_out
from headwater.read.extract import Extract
from headwater.read.spelt_out import raised

_PICTURE = re.compile(r"\{\\\*?\\?(?:pict|object)\b[^{}]*(?:\{[^{}]*\}[^{}]*)*\}")
_INFO = re.compile(r"\{\\(title|author)\s{1,9}+([^{}\\]{1,500}+)\}")
_RAISED = re.compile(r"\\super ?(\d{1,4})(?=[\\}])")
_FIELDS = {"title": "title", "author": "author"}
DEEPEST = 500  # open groups at once; Word writes some 10


def read_rtf(data: bytes) -> Extract:
    """Return the text of an RTF file. Raises ReadError."""
    from striprtf.striprtf import rtf_to_text

    source = data.decode("latin-1")
    if not source.lstrip().startswith("{\\rtf"):
        raise ReadError("not RTF (its first characters are not {\\rtf)")
    if _depth(source) > DEEPEST:
        raise ReadError(f"RTF with more than {DEEPEST} groups inside each other; refused")
    try:
        text = str(rtf_to_text(_RAISED.sub(_written, _PICTURE.sub("", source)), errors="replace"))  # type: ignore[no-untyped-call]
    except (ValueError, IndexError, LookupError, UnicodeError, RecursionError) as error:
        raise ReadError(f"damaged RTF ({error})") from error
    found, structure = laid_out(Block("paragraph", line.strip()) for line in text.splitlines())
    if not found:
        raise ReadError("the RTF file holds no text")
    metadata = {_FIELDS[m[1]]: m[2].strip() for m in _INFO.finditer(source[:20_000]) if m[2].strip()}
    lost = ("its footnotes are not read; save it as DOCX to have them",) if "{\\footnote" in source else ()
    return Extract(found, structure, metadata, dict.fromkeys(metadata, "RTF info"), lost)


def _written(match: re.Match[str]) -> str:
    return "".join(f"\\u{ord(digit)}?" for digit in raised(match[1]))


def _depth(source: str) -> int:
    deepest = depth = 0
    for mark in re.finditer(r"\\[{}\\]|[{}]", source):
        if mark[0] == "{":
            depth += 1
            deepest = max(deepest, depth)
        elif mark[0] == "}":
            depth -= 1
    return deepest
