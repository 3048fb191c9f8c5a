"""Tracing into a case folder: do what is not kept yet, keep it as it is done."""

import hashlib
import json
import re
import time
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

import msgspec

from headwater import __version__
from headwater.engine import Engine
from headwater.errors import CaseError
from headwater.ids import identify
from headwater.pipeline.analysing import Outcome, Work, analyse
from headwater.pipeline.reading import Job, Progress, Sources
from headwater.pipeline.relating import relate, skipped_order
from headwater.records import Analysis, Case, Document, Skipped
from headwater.store import CaseFolder, Kept
from headwater.store.passing import ANALYSE, note_passed, passed_over


@dataclass(frozen=True, slots=True)
class Again:
    """Which of the documents in a case are done again; of the others what is kept is taken, whatever read it.

    ``failed``: those that were read in part or not analysed (what was skipped is always tried again). ``since``: those
    that a version before this one read.
    """

    failed: bool = False
    since: str | None = None


def trace_in_case(
    work: Work, aliases: Mapping[str, str], folder: CaseFolder, again: Again | None = None, *, adding: bool = False
) -> Case:
    """Do what is not kept yet, keep it as it is done, and keep what the documents say together.

    With ``adding`` the documents that the case holds stay, unless another is read from the same path.
    """
    began = time.perf_counter()
    code = code_fingerprint()
    keys: dict[str, str] = {}
    kept: set[str] = set()
    settled = _settled(folder, again) if again is not None else {}
    whole: set[str] = set()  # paths of files that documents are cut out of, kept too

    def known(job: Job) -> Outcome | None:
        piece = job.piece
        if piece is None:
            return None
        file = job.found.file
        if file is not None and job.found.path not in whole and file.stat().st_size != len(piece.data):
            whole.add(job.found.path)
            folder.keep_file(job.found.path, file)
        sha256 = hashlib.sha256(piece.data).hexdigest()
        said = sorted([*job.given.items(), *piece.said.items(), *piece.columns.items()])
        parts = (code, job.found.name + piece.inside, job.path, sha256, said)
        key = settled.get((job.path, sha256)) or identify("analysis", *parts)
        keys[job.path] = key
        analysis = folder.analysis(key)
        if analysis is None or (again is not None and key not in settled.values()):
            folder.keep_original(piece.data)
            return None
        kept.add(key)
        return Outcome(job.path, analysis.document, analysis)

    outcomes = []
    for outcome in work.analyse(known):
        outcomes.append(outcome)
        if outcome.analysis is not None and keys[outcome.path] not in kept:
            folder.keep_analysis(keys[outcome.path], outcome.analysis)
    analyses = {keys[o.path]: o.analysis for o in outcomes if o.analysis is not None}
    skipped = [*work.pile.inputs.skipped, *(Skipped(o.path, o.reason, o.format) for o in outcomes if o.reason)]
    sources = work.pile.sources
    if adding:
        paths = {o.path for o in outcomes} | {s.path for s in skipped}
        analyses |= {k: a for k, a in folder.as_found().items() if a.document.path not in paths and k not in analyses}
        skipped += [s for s in folder.findings("skipped") if s.path not in paths]
        sources = _and_before(sources, folder)
    members = list(analyses)
    reasons = Counter(o.reason for o in outcomes if o.reason is not None)
    reasons.update(note_passed(work.pile.passed))
    settings = {"aliases": identify("aliases", sorted(aliases.items()))}
    read = {**settings, "sources": json.dumps(asdict(sources))}  # names of files need be no text
    _record(folder, ANALYSE, identify("stage", code, *members), len(outcomes), len(members), reasons, began, read)
    shown = skipped_order(skipped)
    related = _related(folder, code, aliases, members)
    collection = _kept_as(folder, related, shown)
    found = folder.collection(related, collection, shown)
    if found is None:
        found = _relate(folder, code, collection, analyses, shown, aliases, work.progress, work.engine)
    folder.write_log(
        "add" if adding else "trace",
        {
            "version": __version__,
            "documents": len(members),
            "done again": sum(o.analysis is not None for o in outcomes) - len(kept),
            "skipped": len(found.skipped),
            "collection": collection,
        },
    )
    return found


def _related(folder: CaseFolder, code: str, aliases: Mapping[str, str], members: Iterable[str]) -> str:
    """Return the fingerprint of all that the findings of a collection depend on."""
    corrections = (correction.id for correction in folder.corrections())
    return identify("collection", code, identify("aliases", sorted(aliases.items())), *sorted(members), *corrections)


def _kept_as(folder: CaseFolder, related: str, skipped: Sequence[Skipped]) -> str:
    """Return the fingerprint under which a collection is kept: with what the last reading did not read."""
    passed = sorted(passed_over(folder.manifest()).items())
    return f"{related}.{identify('unread', msgspec.json.encode(skipped), passed)}"


def _and_before(sources: Sources, folder: CaseFolder) -> Sources:
    """Return ``sources`` with those that the case was made of before."""
    try:
        before = last_sources(folder)
    except CaseError:
        return sources
    paths = tuple(dict.fromkeys([*before.paths, *sources.paths]))
    return Sources(paths, sources.metadata or before.metadata, {**before.columns, **sources.columns})


def last_sources(folder: CaseFolder) -> Sources:
    """Return what was traced into the case the last time. Raises CaseError where nothing was."""
    row = next((row for row in reversed(folder.manifest()) if row.stage == ANALYSE and "sources" in row.settings), None)
    if row is None:
        raise CaseError(f"{folder.folder}: the case does not say what was traced into it; name the paths")
    said = json.loads(row.settings["sources"])
    return Sources(tuple(said["paths"]), said["metadata"], said["columns"])


def _settled(folder: CaseFolder, again: Again) -> dict[tuple[str, str], str]:
    """Return the fingerprints of what is not done again, by path and SHA-256."""
    versions = folder.versions()
    return {
        (analysis.document.path, analysis.document.sha256): key
        for key, analysis in folder.as_found().items()
        if not (again.failed and analysis.document.state != "ok")
        and not (again.since is not None and _numbers(versions[key]) < _numbers(again.since))
    }


def _numbers(version: str) -> tuple[int, ...]:
    return tuple(int(part) for part in re.findall(r"\d+", version))


def refresh(folder: CaseFolder, progress: Progress | None = None) -> Case:
    """Work what people decided into what is kept of the documents, and keep the result.

    Documents are not read again. Raises CaseError for a case that nothing was traced into.
    """
    if not folder.has_collection():
        raise CaseError(f"{folder.folder}: nothing was traced into this case yet; trace documents into it first")
    code = code_fingerprint()
    aliases = folder.aliases()
    analyses = folder.as_found()
    skipped = folder.findings("skipped")
    collection = _kept_as(folder, _related(folder, code, aliases, analyses), skipped)
    return _relate(folder, code, collection, analyses, skipped, aliases, progress)


def _relate(
    folder: CaseFolder,
    code: str,
    collection: str,
    analyses: Mapping[str, Analysis],
    skipped: Sequence[Skipped],
    aliases: Mapping[str, str],
    progress: Progress | None,
    engine: Engine | None = None,
) -> Case:
    """Return what the documents say together, and keep it; ``analyses`` are by fingerprint, as they were found."""
    began = time.perf_counter()

    def again(document: Document) -> Analysis:
        key = identify("analysis", code, msgspec.json.encode(document))
        kept = folder.analysis(key)
        if kept is None:
            kept = analyse(document)
            folder.keep_analysis(key, kept)
        return kept

    given = folder.corrections()
    found = relate(
        analyses.values(),
        skipped,
        aliases=aliases,
        corrections=given,
        again=again,
        engine=engine,
        progress=progress,
    )
    shown = {(a.document.path, a.document.id): a for a in found.analyses}
    corrected = {}
    for key, analysis in analyses.items():
        now = shown[analysis.document.path, analysis.document.id]
        if now != analysis:
            corrected[key] = identify("corrected", msgspec.json.encode(now))
            folder.keep_analysis(corrected[key], now)
    folder.keep_collection(collection, found, list(analyses), corrected=corrected, aliases=aliases)
    settings = {"aliases": identify("aliases", sorted(aliases.items()))}
    _record(folder, "relate", collection, len(analyses), len(found.claims), {}, began, settings)
    if folder.corrections() != given:  # somebody decided something meanwhile
        return _relate(folder, code, collection, analyses, skipped, aliases, progress, engine)
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
