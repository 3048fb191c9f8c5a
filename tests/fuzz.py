"""Coverage-guided fuzzing of every reader (atheris, on libFuzzer): whatever the bytes, a reader gives text or a reason.

usage: python tests/fuzz.py [FORMAT...] [--seconds N]

Each format is fuzzed in a process of its own, from files that the tests write. A reader may raise ReadError and nothing
else; the parts that it gives must lie inside its text. Prints, per format, how many inputs were tried; a
finding is printed with the name of the file that shows it, the other formats are tried all the same, and the exit code
is 1.
"""

import argparse
import json
import re
import subprocess
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

from headwater.errors import ReadError
from written_files import column, docx, epub, odt, pdf, zipped

PAGE = (
    b"<html lang=en><head><title>Quarry</title><meta name=author content=Ada></head><body><article><h1>Quarry</h1>"
    b"<p>The mayor said the wall of the quarry had moved, and left the hall before the vote.</p><blockquote><p>We were "
    b"told in May that the wall had moved.</p></blockquote><ul><li>One</li></ul></article></body></html>"
)
MAIL = (
    b"From: a@b.example\nSubject: bridge\nDate: Tue, 1 Apr 2031 10:00:00 +0000\nContent-Type: text/plain\n\nIt shook.\n"
)
FEED = (
    b"<rss version='2.0'><channel><item><title>Q</title>"
    b"<description>It shook, he said.</description></item></channel></rss>"
)
W = "<w:p><w:r><w:t>The wall moved.</w:t></w:r></w:p>"
SEEDS: dict[str, tuple[str, bytes]] = {
    "plain text": ("a.txt", "“It shook,” said Mira Oduya.\n".encode()),
    "Markdown": ("a.md", b"---\ntitle: Q\n---\n# Quarry\n\n> It shook.\n\n- one\n"),
    "HTML": ("a.html", PAGE),
    "MHTML": ("a.mhtml", b"MIME-Version: 1.0\nContent-Type: text/html\n\n" + PAGE),
    "PDF": ("a.pdf", pdf([column("The mayor said the wall had moved and left the hall before the vote was called.")])),
    "DOCX": ("a.docx", docx(W)),
    "ODT": ("a.odt", odt("<text:p>The wall moved.</text:p>")),
    "RTF": ("a.rtf", rb"{\rtf1\ansi The wall \'93moved\'94.\par}"),
    "EPUB": ("a.epub", epub({"a.xhtml": "<html><body><p>The wall moved.</p></body></html>"})),
    "e-mail": ("a.eml", MAIL),
    "mbox": ("a.mbox", b"From a@b.example Tue Apr  1 10:00:00 2031\n" + MAIL),
    "feed": ("a.rss", FEED),
    "JSON": ("a.json", b'[{"title": "Q", "text": "It shook, he said.", "date": "2031-04-01"}]'),
    "JSON Lines": ("a.jsonl", b'{"title": "Q", "text": "It shook, he said."}\n'),
    "CSV": ("a.csv", b"title,text,date\nQ,It shook,2031-04-01\n"),
    "ZIP": ("a.zip", zipped({"a.txt": "It shook.", "b.html": PAGE})),
}
_DONE = re.compile(r"Done (\d+) runs|#(\d+)\s+DONE|stat::number_of_executed_units:\s*(\d+)")


def target(name: str, folder: Path) -> Callable[[bytes], int]:
    """Return what reads bytes as a file of this name, with all that is in it, and says how many texts it gave."""
    from headwater.read import Input, Piece, pieces_of, read_piece

    file = folder / name

    def read(data: bytes) -> int:
        texts = 0
        file.write_bytes(data)
        found = Input(str(file), name, file)
        try:
            for cut in pieces_of(found, {}):
                if isinstance(cut, Piece):
                    document = read_piece(found, cut, {})
                    assert all(0 <= part.start < part.end <= len(document.text) for part in document.structure)
                    texts += 1
        except ReadError:
            pass
        return texts

    return read


def fuzz_one(name: str, seconds: int) -> None:
    """Fuzz one format in this process; libFuzzer ends it."""
    import atheris

    with atheris.instrument_imports(include=["headwater.read"]):
        import headwater.read.formats  # noqa: F401
    file, seed = SEEDS[name]
    folder = Path(tempfile.mkdtemp())
    corpus = folder / "corpus"
    corpus.mkdir()
    (corpus / "seed").write_bytes(seed)
    read = target(file, folder)
    if not read(seed):
        raise RuntimeError(f"the file for {name} is not read itself")
    arguments = [
        f"-max_total_time={seconds}",
        "-max_len=20000",
        "-timeout=30",
        "-rss_limit_mb=2500",
        "-print_final_stats=1",
        f"-artifact_prefix={folder}/",
    ]
    atheris.Setup([sys.argv[0], *arguments, str(corpus)], lambda data: read(data) and None)
    atheris.Fuzz()


def fuzz(name: str, seconds: int) -> int:
    """Fuzz one format in a process of its own; return how many inputs were tried. Raises RuntimeError on a finding."""
    arguments = [sys.executable, __file__, "--one", name, "--seconds", str(seconds)]
    done = subprocess.run(arguments, capture_output=True, text=True, check=False, timeout=seconds * 4 + 120)
    said = done.stdout + done.stderr
    if done.returncode != 0:
        raise RuntimeError(f"{name}: {said[-3000:]}")
    return max((int(number) for found in _DONE.findall(said) for number in found if number), default=0)


def main() -> None:
    """Fuzz the formats that are named, or all."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("formats", nargs="*")
    parser.add_argument("--one", help=argparse.SUPPRESS)
    parser.add_argument("--seconds", type=int, default=60)
    options = parser.parse_args()
    if options.one:
        fuzz_one(options.one, options.seconds)
        return
    failed = False
    for name in options.formats or SEEDS:
        try:
            said: dict[str, object] = {"format": name, "tried": fuzz(name, options.seconds)}
        except RuntimeError as error:
            failed, said = True, {"format": name, "finding": str(error)}
        sys.stdout.write(json.dumps(said) + "\n")
        sys.stdout.flush()
    sys.exit(failed)


if __name__ == "__main__":
    main()
