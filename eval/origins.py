"""Measure claims, chains and origins on invented newsrooms, whose true provenance is known.

usage: python eval/origins.py [--seeds N...] [--documents N] [--misses KIND]

Seeds below 1000 are for tuning; `measure()` uses held-back seeds. A tool statement is matched with the true one that
it overlaps by half. "chain_end": of the matched statements whose text names their source or credits an outlet, the
share whose chain ends there. "contained": of the judged claims, the share whose range holds the true number of origins
of the claim's reports, a claim that mixes two facts counting as wrong. "exact": of the claims all of whose reports
name their source, the share with that very number. "width": mean of at_most - at_least.
"""

import argparse
import json
import sys
import tempfile
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parent))

from headwater.pipeline import trace
from headwater.records import Case, Claim, Statement
from headwater.words import fold
from newsroom.write import write

DATA: list[str] = []
HELD_BACK = (1001, 1002, 1003)
DOCUMENTS = 60
OVERLAP = 0.5
Row = dict[str, Any]  # Any: a row of truth.json


@dataclass(slots=True)
class Tally:
    """Counts of hits and of what they are out of, with the misses in words."""

    hits: Counter[str] = field(default_factory=Counter)
    total: Counter[str] = field(default_factory=Counter)
    misses: dict[str, list[str]] = field(default_factory=lambda: defaultdict(list))

    def add(self, name: str, hit: bool | float, miss: str = "") -> None:
        """Count one case; keep what was missed."""
        self.hits[name] += hit  # type: ignore[assignment]
        self.total[name] += 1
        if not hit and miss:
            self.misses[name].append(miss)

    def shares(self) -> dict[str, float]:
        """Return hits over totals."""
        return {name: self.hits[name] / count for name, count in sorted(self.total.items())}


def run(seed: int, documents: int, tally: Tally) -> None:
    """Write a newsroom, trace it, and count."""
    with tempfile.TemporaryDirectory() as folder:
        write(Path(folder), seed, documents)
        case = trace([Path(folder) / "documents"], metadata=Path(folder) / "metadata.csv", workers=1)
        truth = json.loads((Path(folder) / "truth.json").read_text(encoding="utf-8"))
        score(case, truth, tally)


def score(case: Case, truth: Sequence[Row], tally: Tally) -> None:
    """Count what the findings have right."""
    paths = {a.document.id: "/".join(Path(a.document.path).parts[-2:]) for a in case.analyses}
    texts = {a.document.id: a.document.text for a in case.analyses}
    true: dict[str, list[Row]] = defaultdict(list)
    for event in truth:
        for row in event["statements"]:
            true[row["document"]].append(row)
    names = {s.id: {fold(n) for n in (*s.names, s.name)} for s in case.speakers}
    found: dict[int, str] = {}
    groups: dict[int, str] = {}
    for claim in case.claims:
        rows = []
        for statement in claim.statements:
            row = match(statement, true[paths[statement.document]])
            if row is not None:
                rows.append(row)
                if id(row) not in found or statement.attribution is not None:
                    found[id(row)] = statement.id
                    groups[id(row)] = claim.id
        if rows:
            _origins(claim, rows, texts, tally)
    chains = defaultdict(list)
    for claim in case.claims:
        for chain in claim.chains:
            chains[chain.statement].append(chain)
    for rows in true.values():
        for row in rows:
            if row["shown"] is None and row["voice"] not in ("indirect", "direct"):
                continue
            tally.add("statements_found", id(row) in found, f"{row['document']} {row['voice']} {row['name']}")
            if id(row) not in found:
                continue
            ends = chains[found[id(row)]]
            said = "; ".join(f"{c.ends} {c.origin} ({c.why})" for c in ends)
            if row["shown"] is None:
                tally.add("unnamed_end", bool(ends) and all(c.ends == "unnamed" for c in ends), f"{row} -> {said}")
                continue
            wanted = {row["shown"]} | ({row["name"]} if row["voice"] == "credited" else set())
            right = bool(ends) and all(_names(c.origin, names, case) & {fold(w) for w in wanted} for c in ends)
            tally.add("chain_end", right, f"{row['document']} {row['start']} {wanted} -> {said}")
    _pairs(true, groups, tally)


def _names(origin: str | None, names: Mapping[str, set[str]], case: Case) -> set[str]:
    if origin is None:
        return set()
    found = names.get(origin, {fold(origin)})
    for analysis in case.analyses:
        if analysis.document.id == origin and analysis.document.publisher:
            found = found | {fold(analysis.document.publisher)}
    return found | {name.removeprefix("the ") for name in found} | {f"the {name}" for name in found}


def match(statement: Statement, rows: Sequence[Row]) -> Row | None:
    """Return the true statement that this one overlaps by half of either."""
    for row in rows:
        shared = min(statement.end, row["end"]) - max(statement.start, row["start"])
        if shared > OVERLAP * max(row["end"] - row["start"], statement.end - statement.start):
            return row
    return None


def _origins(claim: Claim, rows: Sequence[Row], texts: Mapping[str, str], tally: Tally) -> None:
    true = len({row["origin"] for row in rows})
    facts = {(row["origin"].split(":")[0], row["fact"]) for row in rows}
    origins = claim.origins
    told = f"{true} {origins} {[(r['document'], r['voice'], r['name'], r['value']) for r in rows]} {claim.text}"
    if len(rows) > 1:
        tally.add("pure", len(facts) == 1, told)
    tally.add("judged", origins.at_least is not None and origins.at_most is not None)
    if origins.at_least is None or origins.at_most is None:
        return
    contained = origins.at_least <= true <= origins.at_most and len(facts) == 1
    tally.add("contained", contained, told)
    tally.add("width", origins.at_most - origins.at_least)
    if len(rows) > 1:
        tally.add("contained_of_several", contained)
        tally.add("width_of_several", origins.at_most - origins.at_least)
    if all(row["shown"] is not None and row["voice"] != "credited" for row in rows):
        tally.add("exact", origins.at_least == true == origins.at_most, told)


def _pairs(true: Mapping[str, Sequence[Row]], groups: Mapping[int, str], tally: Tally) -> None:
    """Count pairs of indirect or own statements of one fact and value that are in one claim."""
    same: dict[tuple[str, str, int], list[str]] = defaultdict(list)
    for rows in true.values():
        for row in rows:
            if id(row) in groups and row["voice"] != "direct":
                same[row["origin"].split(":")[0], row["fact"], row["value"]].append(groups[id(row)])
    for inside in same.values():
        for i, left in enumerate(inside):
            for right in inside[i + 1 :]:
                tally.add("joined", left == right)


def tallies(seeds: Sequence[int], documents: int) -> Iterator[Tally]:
    """Yield one growing tally after each seed."""
    tally = Tally()
    for seed in seeds:
        run(seed, documents, tally)
        yield tally


def measure() -> dict[str, float]:
    """Return the figures that are held against floors; a narrow range is good, so width is given as 1 - width."""
    *_, tally = tallies(HELD_BACK, DOCUMENTS)
    shares = tally.shares()
    kept = ("chain_end", "contained", "exact", "pure", "joined", "judged", "statements_found", "unnamed_end")
    return {name: shares[name] for name in kept} | {"narrow": 1 - shares["width"]}


def main() -> None:
    """Measure on the given seeds."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--seeds", type=int, nargs="+", default=[1])
    parser.add_argument("--documents", type=int, default=DOCUMENTS)
    parser.add_argument("--misses", metavar="KIND")
    options = parser.parse_args()
    *_, tally = tallies(options.seeds, options.documents)
    if options.misses:
        print("\n".join(tally.misses[options.misses]))
    print(json.dumps({k: round(v, 4) for k, v in tally.shares().items()} | {"claims": tally.total["judged"]}))


if __name__ == "__main__":
    main()
