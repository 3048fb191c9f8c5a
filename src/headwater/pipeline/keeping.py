"""Tracing into a case folder: do what is not kept yet, keep it as it is done."""

import hashlib
import time
from collections import Counter
from collections.abc import Mapping
from pathlib import Path

from headwater import __version__
from headwater.ids import identify
from headwater.pipeline.analysing import Job, Outcome, Work
from headwater.pipeline.relating import path_order, relate, skipped_order
from headwater.records import Case, Skipped
from headwater.store import CaseFolder, Kept


def trace_in_case(work: Work, aliases: Mapping[str, str], folder: CaseFolder) -> Case:
    """Do what is not kept yet, keep it as it is done, and keep what the documents say together."""
    began = time.perf_counter()
    code = code_fingerprint()
    keys: dict[str, str] = {}
    kept: set[str] = set()

    def known(job: Job) -> Outcome | None:
        if job.data is None:
            return None
        parts = (code, job.found.name, job.found.path, hashlib.sha256(job.data).hexdigest(), sorted(job.given.items()))
        key = keys[job.found.path] = identify("analysis", *parts)
        analysis = folder.analysis(key)
        if analysis is None:
            folder.keep_original(job.data)
            return None
        kept.add(key)
        return Outcome(job.found.path, analysis, None)

    outcomes = []
    for outcome in work.analyse(known):
        outcomes.append(outcome)
        if outcome.analysis is not None and keys[outcome.path] not in kept:
            folder.keep_analysis(keys[outcome.path], outcome.analysis)
    members = [keys[o.path] for o in outcomes if o.analysis is not None]
    reasons = Counter(o.reason for o in outcomes if o.reason is not None)
    settings = {"aliases": identify("aliases", sorted(aliases.items()))}
    _record(folder, "analyse", identify("stage", code, *members), len(outcomes), len(members), reasons, began, settings)
    collection = identify("collection", code, settings["aliases"], *sorted(members))
    analyses = sorted((o.analysis for o in outcomes if o.analysis is not None), key=path_order)
    skipped = skipped_order([*work.inputs.skipped, *(Skipped(o.path, o.reason) for o in outcomes if o.reason)])
    found = folder.collection(collection, skipped)
    began = time.perf_counter()
    if found is None:
        found = relate(analyses, skipped, aliases=aliases, progress=work.progress)
        folder.keep_collection(collection, found, members, aliases=aliases)
        _record(folder, "relate", collection, len(members), len(found.claims), {}, began, settings)
    folder.write_log(
        "trace",
        {
            "version": __version__,
            "documents": len(members),
            "done again": len(members) - len(kept),
            "skipped": len(found.skipped),
            "collection": collection,
        },
    )
    return found


def _record(
    folder: CaseFolder,
    stage: str,
    fingerprint: str,
    rows_in: int,
    rows_out: int,
    skipped: Mapping[str, int],
    began: float,
    settings: Mapping[str, str],
) -> None:
    seconds = round(time.perf_counter() - began, 3)
    folder.record(Kept(stage, fingerprint, rows_in, rows_out, skipped, seconds, __version__, settings))


def code_fingerprint() -> str:
    """Return the SHA-256 of the package's own files, weights included: what a stored result depends on."""
    digest = hashlib.sha256()
    root = Path(__file__).parent.parent
    for file in sorted(root.rglob("*")):
        if file.is_file() and "__pycache__" not in file.parts:
            digest.update(file.relative_to(root).as_posix().encode())
            digest.update(file.read_bytes())
    return digest.hexdigest()
