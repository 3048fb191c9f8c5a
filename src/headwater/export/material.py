"""What leaves a case: its findings, redacted where that is asked for, with the stamp that says what they rest on.

Redaction is written to the log of the case, in numbers and without names.
"""

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass

from headwater.corrections import to_lines
from headwater.errors import NotFoundError, UsageError
from headwater.export.handover import Stamp, make_stamp
from headwater.export.pack import Contents
from headwater.export.redaction import Rules, redact
from headwater.records import Case
from headwater.store import CaseFolder


@dataclass(frozen=True, slots=True)
class Material:
    """Findings to hand over. ``ids`` are those that redaction gave anew, by the old ones; ``told`` says what it did,
    "" where nothing was redacted; ``not_found`` are the lines of entries that stand in no text."""

    findings: Case
    stamp: Stamp
    ids: Mapping[str, str]
    left_out: tuple[str, ...]
    told: str
    not_found: tuple[int, ...] = ()


def take_out(case: CaseFolder, rules: Rules | None = None, *, drop_text: bool = False) -> Material:
    """Return the findings of a case to hand over, without what the rules list.

    Raises NotFoundError for a case without findings; UsageError where ``drop_text`` goes with no rules, and as
    ``redact`` does.
    """
    findings = case.latest()
    if findings is None:
        raise NotFoundError(f"{case.folder} is a case without findings; trace documents into it first")
    if rules is None:
        if drop_text:
            raise UsageError("passages are left out around what is redacted: list names or patterns to redact")
        return Material(findings, make_stamp(findings, _settings(case)), {}, (), "")
    done = redact(findings, rules, drop_text=drop_text)
    replaced = sum(done.counts.values())
    seen = {name for put in done.counts for name in put.split(" or ")}
    not_found = tuple(rule.line for rule in rules.rules if rule.pseudonym not in seen)
    told = f"{len(rules.rules)} entries, {replaced} places" + (", passages left out" if drop_text else "")
    details = {"entries": len(rules.rules), "places": replaced, "findings left out": done.dropped}
    case.write_log("redact", {**details, "passages": "left out" if drop_text else "kept"})
    return Material(done.case, make_stamp(done.case, {"redacted": told}), done.ids, done.left_out, told, not_found)


def pack_contents(case: CaseFolder, made: Material) -> Contents:
    """Return what goes into an evidence pack: where something was redacted no originals, corrections or log."""
    day = case.last_moment()[:10]
    if made.told:
        return Contents(made.findings, made.stamp, day, None, None, None, made.left_out)
    given, log = to_lines(case.corrections()), case.log_lines()
    return Contents(made.findings, made.stamp, day, case.original, given, log)


def _settings(case: CaseFolder) -> dict[str, str]:
    """Return the settings that the findings were made with."""
    aliases = case.aliases()
    digest = hashlib.sha256(json.dumps(aliases, sort_keys=True).encode()).hexdigest()
    return {"aliases": f"{len(aliases)} (sha256 {digest})" if aliases else "none"}
