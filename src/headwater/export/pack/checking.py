"""Checking a pack: every byte against its sums, the log's chain, every finding against the texts."""

import hashlib
import json
import zipfile
from pathlib import Path
from typing import Any

from headwater.export.pack.writing import SUMS
from headwater.store.log import chain_problems

CHUNK = 1 << 20
LARGEST = 2 << 30  # bytes of findings that are read at once; a larger file is only compared with its sum


def check_pack(file: Path) -> list[str]:
    """Return what is wrong with a pack, a line each; nothing where all is whole."""
    try:
        with zipfile.ZipFile(file) as packed:
            return _check(packed)
    except (OSError, zipfile.BadZipFile, ValueError, NotImplementedError, RuntimeError) as error:
        return [f"{file}: not a whole zip ({error})"]


def _check(packed: zipfile.ZipFile) -> list[str]:
    names = packed.namelist()
    if SUMS not in names:
        return [f"{SUMS}: missing; this is no evidence pack"]
    found = [f"{name}: stands in it twice" for name in sorted({n for n in names if names.count(n) > 1})]
    listed: dict[str, str] = {}
    for number, line in enumerate(packed.read(SUMS).decode("utf-8").splitlines(), start=1):
        sha256, _, name = line.partition("  ")
        if len(sha256) != 64 or not name:
            found.append(f"{SUMS}: line {number} is no sum")
        listed[name] = sha256
    found += [f"{name}: not in {SUMS}" for name in sorted(set(names) - set(listed) - {SUMS})]
    found += [f"{name}: missing" for name in sorted(set(listed) - set(names))]
    for name in sorted(set(listed) & set(names)):
        if _digest(packed, name) != listed[name]:
            found.append(f"{name}: its bytes are not those that were packed")
    if not found:
        found += chain_problems(packed.read("log.jsonl").splitlines(), "log.jsonl") if "log.jsonl" in names else []
        found += _span_problems(packed)
    return found


def _digest(packed: zipfile.ZipFile, name: str) -> str:
    digest = hashlib.sha256()
    with packed.open(name) as stream:
        while block := stream.read(CHUNK):
            digest.update(block)
    return digest.hexdigest()


def _span_problems(packed: zipfile.ZipFile) -> list[str]:
    if packed.getinfo("findings.json").file_size > LARGEST:
        return []
    findings = json.loads(packed.read("findings.json"))
    texts: dict[str, str] = {}

    def text(document: str) -> str:
        if document not in texts:
            texts[document] = packed.read(f"texts/{document}.txt").decode("utf-8")
        return texts[document]

    wrong: list[str] = []

    def compare(owner: dict[str, Any], span: dict[str, Any]) -> None:
        if text(owner["document"])[span["start"] : span["end"]] != span["text"]:
            wrong.append(f"findings.json: {owner['id']} does not stand in its text")

    for attribution in findings["attributions"]:
        for span in (*attribution["source"], *attribution["cue"], *attribution["content"]):
            compare(attribution, span)
    for finding in (*findings["figures"], *findings["times"]):
        compare(finding, finding)
    return list(dict.fromkeys(wrong))
