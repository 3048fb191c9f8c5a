"""Redacting findings: every string of every record, offsets counted anew, ids and hashes made anew."""

import hashlib
import re
import types
import typing
from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, fields, is_dataclass, replace
from pathlib import PurePath
from typing import Any

from headwater.errors import UsageError
from headwater.export.handover.stamp import plain
from headwater.export.redaction.dropping import drop_findings, passages
from headwater.export.redaction.finding import Cut, Finder, Rewritten
from headwater.export.redaction.patterns import PatternSearch
from headwater.export.redaction.rules import Rules
from headwater.records import Analysis, Case, Place, Reuse, Revision, Span

_KNOWN: dict[type, Mapping[str, Any]] = {}  # the types of a record's fields; finding them out is slow
ROUNDS = 4  # times that a string is looked through again, until nothing is found
LEFT_OUT = "[left out]"
REASONS = ("why", "reason")  # fields that say how something is known
ADDRESS_LEFT_OUT = "[address left out]"
_ADDRESS = re.compile(r"[a-z][a-z0-9+.-]{1,20}://[^\s\"'<>“”’]+", re.IGNORECASE)
NOT_SAFE = (
    "originals: bytes, pictures and metadata inside them cannot be redacted safely",
    "the custody log and corrections: they hold names and hashes of what was read",
    "web addresses of documents: they lead to the texts as they were published",
)


@dataclass(frozen=True, slots=True)
class Redacted:
    """Findings that hold nothing of what the rules list.

    ``ids`` gives the new id of each record, which is for nobody else; ``counts`` how often each pseudonym was put in
    place in the texts; ``dropped`` how many findings went because what they are about was removed.
    """

    case: Case
    ids: Mapping[str, str]
    counts: Mapping[str, int]
    dropped: int
    left_out: tuple[str, ...]


def redact(case: Case, rules: Rules, *, drop_text: bool = False) -> Redacted:
    """Return the findings redacted. With ``drop_text`` the passages around what is redacted are left out of the
    texts, with all findings in them, so that no pseudonym is tied to a place in a text.

    Raises UsageError where a pattern takes too long, or a name would still be found.
    """
    with PatternSearch([rule.names[0] for rule in rules.rules if rule.kind == "pattern"]) as search:
        finder = Finder(rules, search)
        plain_case = replace(case, corrections=())
        cuts = {a.document.id: finder.find(a.document.text) for a in case.analyses}
        counts = Counter(cut.instead for found in cuts.values() for cut in found)
        kept = _without_patterned(plain_case, cuts)
        if drop_text:
            hidden = {s.id for s in case.speakers if any(finder.find(name) for name in (s.name, *s.names))}
            cuts = {a.document.id: passages(a, cuts[a.document.id], kept.resolutions, hidden) for a in kept.analyses}
            kept = drop_findings(kept, cuts, hidden)
        rewriter = _Rewriter(kept, finder, cuts, LEFT_OUT if drop_text else None)
        redacted = rewriter.case()
        _check(redacted, finder, set(rewriter.ids.values()))
        return Redacted(
            redacted, rewriter.ids, dict(sorted(counts.items())), _count(plain_case) - _count(redacted), NOT_SAFE
        )


def _without_patterned(case: Case, cuts: Mapping[str, Sequence[Cut]]) -> Case:
    """Return the findings without figures and times whose words a cut replaces: their values would give them away."""

    def stands(document: str, start: int, end: int) -> bool:
        return not any(cut.start < end and start < cut.end for cut in cuts[document])

    analyses, gone = [], set()
    for a in case.analyses:
        figures = tuple(f for f in a.figures if stands(f.document, f.start, f.end))
        times = tuple(t for t in a.times if stands(t.document, t.start, t.end))
        here = {f.id for f in figures} | {t.id for t in times}
        gone |= {f.id for f in a.figures} - here | {t.id for t in a.times} - here
        analyses.append(replace(a, figures=figures, times=times))
    tied = tuple(
        replace(
            a,
            figures=tuple(
                replace(
                    f,
                    window=None if f.window in gone else f.window,
                    subset_of=None if f.subset_of in gone else f.subset_of,
                )
                for f in a.figures
            ),
        )
        for a in analyses
    )
    positions = tuple(
        replace(p, steps=tuple(replace(s, time=None if s.time in gone else s.time) for s in p.steps))
        for p in case.positions
    )
    comparisons = tuple(c for c in case.comparisons if c.left not in gone and c.right not in gone)
    return replace(case, analyses=tied, comparisons=comparisons, positions=positions)


def _count(case: Case) -> int:
    """Return how many findings there are."""
    alone = sum(len(a.attributions) + len(a.figures) + len(a.times) for a in case.analyses)
    return alone + len(case.reuse) + len(case.quotation_checks) + len(case.claims) + len(case.speakers)


class _Rewriter:
    """Makes every record anew."""

    def __init__(self, case: Case, finder: Finder, cuts: Mapping[str, list[Cut]], instead: str | None) -> None:
        self._old = case
        self._finder = finder
        self._instead = instead
        self._texts = {a.document.id: Rewritten(a.document.text, cuts[a.document.id]) for a in case.analyses}
        self.ids: dict[str, str] = {}
        self._number: Counter[str] = Counter()
        self._strings: dict[str, str] = {}
        self._paths: dict[str, str] = {}
        self._addresses = _addresses(case)
        self._name_ids(case)

    def case(self) -> Case:
        case: Case = self._make(self._old, None)
        return case

    def _name_ids(self, value: object) -> None:
        """Give every record with an id a new one, counted by kind in the order of the findings: no hash of a text."""
        if isinstance(value, tuple):
            for item in value:
                self._name_ids(item)
        elif is_dataclass(value):
            for field in fields(value):
                inner = getattr(value, field.name)
                if field.name == "id" and inner not in self.ids:
                    kind = inner.partition("-")[0] if inner.partition("-")[0].isalpha() else "finding"
                    self._number[kind] += 1
                    self.ids[inner] = f"{kind}-{self._number[kind]:06d}"
                elif not isinstance(inner, str):
                    self._name_ids(inner)

    def _make(self, value: Any, document: str | None) -> Any:  # Any: records of every class go through here
        if isinstance(value, str):
            return self._string(value)
        if isinstance(value, tuple):
            return tuple(self._make(item, document) for item in value)
        if isinstance(value, Span):
            return Span(*self._span(document, value.start, value.end))
        if isinstance(value, Place):
            return Place(self.ids[value.document], *self._span(value.document, value.start, value.end))
        if isinstance(value, Analysis):
            return self._record(value, value.document.id)
        if isinstance(value, Reuse):
            return self._pair(value, value.left.document, value.right.document)
        if isinstance(value, Revision):
            return self._pair(value, value.earlier, value.later)
        if is_dataclass(value):
            return self._record(value, getattr(value, "document", document))
        if value is None or isinstance(value, bool | int | float):
            return value
        raise TypeError(f"no way to redact a {type(value).__name__}")

    def _record(self, value: Any, document: str | None) -> Any:
        made: dict[str, Any] = {}
        hints = _hints(type(value))
        names = [field.name for field in fields(value)]  # in their order: files are numbered as they come
        for name in names:
            inner = getattr(value, name)
            if _is_literal(hints[name]) or inner is None:
                made[name] = inner
            elif name == "path":
                made[name] = self._path(inner)
            elif name in ("url", "sha256"):
                made[name] = None if name == "url" else inner
            elif name in REASONS:  # how an address is known says the address
                made[name] = self._string(_ADDRESS.sub(ADDRESS_LEFT_OUT, inner))
            elif name == "text" and hasattr(value, "structure"):
                made[name] = self._texts[value.id].text
            else:
                made[name] = self._make(inner, document if isinstance(document, str) else None)
        if {"start", "end"} <= {*names}:
            made["start"], made["end"] = self._span(document, value.start, value.end)
        if "sha256" in names:
            made["sha256"] = hashlib.sha256(plain(made["text"]).encode()).hexdigest()
        return type(value)(**made)

    def _pair(self, value: Any, left: str, right: str) -> Any:
        """Return a record of two documents: of each pair of spans, the first is in the left one."""
        made = {
            field.name: getattr(value, field.name)
            if _is_literal(_hints(type(value))[field.name])
            else self._make(getattr(value, field.name), None)
            for field in fields(value)
            if field.name not in ("blocks", "changes")
        }
        if isinstance(value, Reuse):
            made["blocks"] = tuple((self._make(a, left), self._make(b, right)) for a, b in value.blocks)
        else:
            made["url"] = ""
        made["why"] = self._string(_ADDRESS.sub(ADDRESS_LEFT_OUT, value.why))
        made["changes"] = tuple(
            replace(c, left=self._make(c.left, left), right=self._make(c.right, right)) for c in value.changes
        )
        return type(value)(**made)

    def _span(self, document: str | None, start: int, end: int) -> tuple[int, int]:
        if document is None or document not in self._texts:
            raise TypeError("a span of a text that is not known cannot be redacted")
        return self._texts[document].span(start, end)

    def _string(self, text: str) -> str:
        if text in self.ids:
            return self.ids[text]
        if text not in self._strings:
            self._strings[text] = self._redacted(text)
        return self._strings[text]

    def _redacted(self, text: str) -> str:
        for address in self._addresses:
            text = text.replace(address, ADDRESS_LEFT_OUT)
        for old, new in self.ids.items() if "-" in text else ():
            if len(old) > len("a-0123456789") and old in text:
                text = text.replace(old, new)
        for _ in range(ROUNDS):
            cuts = self._finder.find(text)
            if not cuts:
                return text
            if self._instead is not None:
                return self._instead
            text = Rewritten(text, cuts).text
        raise UsageError("redaction: a pattern fits its own pseudonym; change the pattern")

    def _path(self, path: str) -> str:
        """Return a numbered file name without folders; the name itself redacted, left out where it is an address."""
        if path not in self._paths:
            name = PurePath("page" if _ADDRESS.search(path) else path)
            stem, suffix = self._string(name.stem), self._string(name.suffix)
            self._paths[path] = f"{len(self._paths) + 1:04d}-{stem}{suffix}"
        return self._paths[path]


def _addresses(case: Case) -> list[str]:
    """Return the addresses of documents, longest first, with the names of pages that were read from one."""
    urls = {a.document.url for a in case.analyses} | {revision.url for revision in case.revisions}
    pages = {PurePath(a.document.path).name for a in case.analyses if _ADDRESS.search(a.document.path)}
    return sorted(pages | {url for url in urls if url and "://" in url}, key=lambda said: (-len(said), said))


def _check(case: Case, finder: Finder, ids: Collection[str]) -> None:
    """Look through all that is left once more, numbers and hashes made anew aside. Raises UsageError for a find."""
    made = {*ids, *(a.document.sha256 for a in case.analyses)}
    left = [text for text in set(_strings_of(case)) if text not in made and finder.find(text)]
    if left:
        raise UsageError(f"redaction: {len(left)} strings still hold what is to be removed; nothing was written")


def _strings_of(value: object, hint: Any = None) -> typing.Iterator[str]:
    if isinstance(value, str):
        if not _is_literal(hint):
            yield value
    elif isinstance(value, tuple):
        for item in value:
            yield from _strings_of(item)
    elif is_dataclass(value):
        hints = _hints(type(value))
        for field in fields(value):
            yield from _strings_of(getattr(value, field.name), hints[field.name])


def _hints(record: type) -> Mapping[str, Any]:
    if record not in _KNOWN:
        _KNOWN[record] = typing.get_type_hints(record)
    return _KNOWN[record]


def _is_literal(hint: Any) -> bool:
    """Return whether a field holds one of a few fixed words, which are never anybody's name."""
    if typing.get_origin(hint) in (typing.Union, types.UnionType):
        return any(_is_literal(each) for each in typing.get_args(hint))
    return typing.get_origin(hint) is typing.Literal
