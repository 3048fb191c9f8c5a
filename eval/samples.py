"""Score the program end to end on the sample collection against samples/truth.json.

usage: python eval/samples.py [--misses]

Every figure is a percentage. A content is found where its words and the truth's overlap with F1 >= 0.5, as in the
attribution scorers of the field. "claims joined" counts pairs of statements that the truth puts into one claim and the
program does too; "kept apart" counts pairs that must not meet in one claim. "origins contained" asks whether the
program's range holds the true number, "origins never above" whether it never promises more independent origins than
there are. The collection is small and ours: it shows that the whole works, not how well it works elsewhere.
"""

import itertools
import json
import re
import sys
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from headwater.records import Attribution, Case, Claim, Figure, Span

SAMPLES = Path(__file__).resolve().parents[1] / "samples"
FOUND = 0.5  # share of words that counts as found
WORD = re.compile(r"\w+")

Truth = Mapping[str, list[dict[str, Any]]]  # Any: rows of a JSON file, one shape per table


@dataclass(frozen=True, slots=True)
class Collection:
    """The findings with what scoring looks up again and again."""

    case: Case
    texts: Mapping[str, str]  # by file name
    ids: Mapping[str, str]  # file name to document id


def read_truth() -> Truth:
    """Return the hand-made truth."""
    truth: Truth = json.loads((SAMPLES / "truth.json").read_text(encoding="utf-8"))
    return truth


def trace_samples() -> Collection:
    """Return the findings on the collection."""
    from headwater.pipeline import trace

    case = trace([SAMPLES / "collection"], metadata=SAMPLES / "metadata.csv", workers=1)
    documents = [analysis.document for analysis in case.analyses]
    return Collection(
        case,
        {Path(document.path).name: document.text for document in documents},
        {Path(document.path).name: document.id for document in documents},
    )


def place_of(text: str, quoted: str) -> Span:
    """Return where ``quoted`` stands; a line break in the file may be any blank in the text."""
    found = re.search(r"\s+".join(re.escape(word) for word in quoted.split()), text)
    if found is None:
        raise ValueError(f"the truth quotes words that the text does not have: {quoted!r}")
    return Span(found.start(), found.end())


def words_of(text: str, spans: Iterable[Span]) -> set[int]:
    """Return the offsets of the words that ``spans`` cover."""
    return {span.start + m.start() for span in spans for m in WORD.finditer(span.of(text))}


def f1(left: set[int], right: set[int]) -> float:
    """Return the overlap of two sets of words."""
    return 2 * len(left & right) / (len(left) + len(right)) if left and right else 0.0


def percent(right: int, total: int) -> float:
    """Return a percentage; 100 where there was nothing to get wrong."""
    return round(100 * right / total, 1) if total else 100.0


def score(collection: Collection, truth: Truth, misses: list[str]) -> dict[str, float]:
    """Return all figures; what was missed or wrong is appended to ``misses`` in words."""
    return {
        **score_attributions(collection, truth, misses),
        **score_reuse(collection, truth, misses),
        **score_quotations(collection, truth, misses),
        **score_figures(collection, truth, misses),
        **score_claims(collection, truth, misses),
    }


def matched_attributions(collection: Collection, row: Mapping[str, Any]) -> list[Attribution]:
    """Return the program's attributions whose content is the row's, best first."""
    text, owner = collection.texts[row["document"]], collection.ids[row["document"]]
    wanted = words_of(text, [place_of(text, part) for part in row["content"]])
    scored = [
        (f1(wanted, words_of(text, attribution.content)), attribution)
        for analysis in collection.case.analyses
        if analysis.document.id == owner
        for attribution in analysis.attributions
    ]
    return [a for s, a in sorted(scored, key=lambda pair: (-pair[0], pair[1].id)) if s >= FOUND]


def score_attributions(collection: Collection, truth: Truth, misses: list[str]) -> dict[str, float]:
    """Return recall and precision of contents, right sources and right polarity where found."""
    rows = truth["attributions"]
    names = {speaker.id: speaker.names for speaker in collection.case.speakers}
    speaker_of = {r.attribution: r.speaker for r in collection.case.resolutions}
    found = sourced = polar = resolved = resolvable = 0
    used: set[str] = set()
    for row in rows:
        matches = matched_attributions(collection, row)
        used |= {match.id for match in matches}
        if not matches:
            misses.append(f"attribution missed: {row['document']}: {row['content'][0][:70]}")
            continue
        found += 1
        text = collection.texts[row["document"]]
        right = [match for match in matches if source_fits(row["source"], text, match)]
        sourced += bool(right)
        best = (right or matches)[0]
        if not right:
            got = [span.of(text) for span in best.source]
            misses.append(f"source wrong: {row['document']}: {row['content'][0][:50]} … {row['source']!r}, got {got}")
        polar += best.polarity == row.get("polarity", "said")
        if best.polarity != row.get("polarity", "said"):
            misses.append(f"polarity wrong: {row['document']}: {row['content'][0][:50]}: {best.polarity}")
        if "speaker" in row:
            resolvable += 1
            who = speaker_of.get(best.id)
            fits = who is not None and any(row["speaker"] in name for name in names[who])
            resolved += fits
            if not fits:
                misses.append(f"speaker wrong: {row['document']}: {row['speaker']}, got {names.get(who or '', ())}")
    total = sum(len(a.attributions) for a in collection.case.analyses)
    for analysis in collection.case.analyses:
        for extra in analysis.attributions:
            if extra.id not in used:
                words = " … ".join(span.of(analysis.document.text) for span in extra.content)
                misses.append(f"attribution too many: {Path(analysis.document.path).name}: {words[:90]}")
    return {
        "attributions found": percent(found, len(rows)),
        "attributions right": percent(len(used), total),
        "sources right": percent(sourced, found),
        "polarity right": percent(polar, found),
        "speakers right": percent(resolved, resolvable),
    }


def source_fits(wanted: str | None, text: str, attribution: Attribution) -> bool:
    """Whether the source's words are those of the truth, or a part of them with the last word in it."""
    got = " ".join(span.of(text) for span in attribution.source)
    if wanted is None or not got:
        return wanted is None and not got
    return bool(set(WORD.findall(wanted.lower())) & set(WORD.findall(got.lower())) - {"the", "a", "of", "to"})


def score_reuse(collection: Collection, truth: Truth, misses: list[str]) -> dict[str, float]:
    """Return how many passages were found, with the right direction, and how many false pairs there were."""
    found = directed = 0
    for row in truth["reuse"]:
        earlier, later = collection.ids[row["earlier"]], collection.ids[row["later"]]
        place = place_of(collection.texts[row["earlier"]], row["passage"])
        hits = [
            reuse
            for reuse in collection.case.reuse
            if {reuse.left.document, reuse.right.document} == {earlier, later}
            and any(
                side.document == earlier and side.start < place.end and place.start < side.end
                for side in (reuse.left, reuse.right)
            )
        ]
        if not hits:
            misses.append(f"reuse missed: {row['earlier']} > {row['later']}: {row['passage'][:60]}")
            continue
        found += 1
        forward = "left_to_right" if hits[0].left.document == earlier else "right_to_left"
        allowed = {
            "earlier_to_later": {forward},
            "shared_origin": {"shared_origin"},
            "earlier_to_later_or_shared": {forward, "shared_origin", "unknown"},
        }[row["direction"]]
        directed += hits[0].direction in allowed
        if hits[0].direction not in allowed:
            misses.append(f"direction: {row['earlier']} > {row['later']}: {hits[0].direction} ({hits[0].why})")
    pairs = {frozenset((reuse.left.document, reuse.right.document)) for reuse in collection.case.reuse}
    rows = truth["no_reuse"]
    clean = sum(frozenset(collection.ids[name] for name in row) not in pairs for row in rows)
    return {
        "reuse found": percent(found, len(truth["reuse"])),
        "reuse direction right": percent(directed, found),
        "no false reuse": percent(clean, len(rows)),
    }


def score_quotations(collection: Collection, truth: Truth, misses: list[str]) -> dict[str, float]:
    """Return how many verdicts are right, and how many of the alarms (altered, promoted) are in the truth."""
    checks = {check.attribution: check for check in collection.case.quotation_checks}
    right, justified = 0, set()
    for row in truth["quotation_checks"]:
        matches = matched_attributions(collection, {**row, "content": [row["content"]]})
        verdicts = [checks[match.id].verdict for match in matches if match.id in checks]
        if row["verdict"] in ("altered", "promoted"):
            justified |= {match.id for match in matches}
        right += row["verdict"] in verdicts
        if row["verdict"] not in verdicts:
            misses.append(f"verdict: {row['document']}: {row['content'][:50]}: {row['verdict']}, got {verdicts}")
    alarms = [check for check in checks.values() if check.verdict in ("altered", "promoted")]
    misses.extend(f"false alarm: {a.verdict}: {a.why}" for a in alarms if a.attribution not in justified)
    return {
        "quotation verdicts right": percent(right, len(truth["quotation_checks"])),
        "quotation alarms right": percent(sum(a.attribution in justified for a in alarms), len(alarms)),
    }


def score_figures(collection: Collection, truth: Truth, misses: list[str]) -> dict[str, float]:
    """Return how many figures have the right value and qualifier, and how many stated parts are tied to their whole."""
    figures = {figure.id: figure for analysis in collection.case.analyses for figure in analysis.figures}
    right = parts = tied = 0
    for row in truth["figures"]:
        text, owner = collection.texts[row["document"]], collection.ids[row["document"]]
        frame = place_of(text, row["within"])
        start = frame.start + frame.of(text).index(row["number"])
        hits = [f for f in figures.values() if f.document == owner and f.number.start <= start < f.number.end]
        good = [f for f in hits if f.value == row["value"] and qualifier_of(f) == row.get("qualifier", "exact")]
        right += bool(good)
        if not good:
            got = [(f.value, f.low, f.high, qualifier_of(f)) for f in hits]
            misses.append(f"figure: {row['document']}: {row['within']!r}: {row['value']}, got {got}")
        if "subset_of" in row and hits:
            parts += 1
            whole = figures.get(hits[0].subset_of or "")
            fits = whole is not None and whole.value == float(row["subset_of"])
            tied += fits
            if not fits:
                misses.append(f"part: {row['document']}: {row['within']!r} of {row['subset_of']}")
    return {"figures right": percent(right, len(truth["figures"])), "parts tied": percent(tied, parts)}


def qualifier_of(figure: Figure) -> str:
    """Return how a figure is hedged."""
    return figure.qualifier.kind if figure.qualifier else "exact"


def claims_at(collection: Collection, row: Mapping[str, str]) -> dict[str, Claim]:
    """Return the claims with a statement at the quoted words (half of the shorter, and not a whole passage)."""
    owner = collection.ids[row["document"]]
    place = place_of(collection.texts[row["document"]], row["text"])
    size = place.end - place.start
    hits = {}
    for claim in collection.case.claims:
        for statement in claim.statements:
            length = statement.end - statement.start
            shared = min(statement.end, place.end) - max(statement.start, place.start)
            if statement.document == owner and shared >= FOUND * min(size, length) and length <= 5 * size:
                hits[claim.id] = claim
    return hits


def score_claims(collection: Collection, truth: Truth, misses: list[str]) -> dict[str, float]:
    """Return joined pairs, kept-apart pairs, and how the origin ranges stand to the truth."""
    joined = pairs = contained = exact = safe = judged = 0
    for row in truth["claims"]:
        if row.get("optional"):
            continue
        spots = [claims_at(collection, statement) for statement in row["statements"]]
        for left, right in itertools.combinations(range(len(spots)), 2):
            pairs += 1
            met = spots[left].keys() & spots[right].keys()
            joined += bool(met)
            if not met:
                files = [row["statements"][i]["document"] for i in (left, right)]
                misses.append(f"not joined: {row['name']}: {files}")
        count: dict[str, int] = {}
        for spot in spots:
            for key in spot:
                count[key] = count.get(key, 0) + 1
        if not count:
            continue
        best = next(c for c in collection.case.claims if c.id == max(sorted(count), key=lambda key: count[key]))
        judged += 1
        low, high = best.origins.at_least, best.origins.at_most
        holds = low is None or (row["at_most"] is not None and low <= row["at_most"])
        contained += holds and (high is None or row["at_most"] is None or high >= row["at_most"])
        exact += (low, high) == (row["at_least"], row["at_most"])
        safe += low is None or low <= (row["at_most"] or 1)
        if (low, high) != (row["at_least"], row["at_most"]):
            misses.append(
                f"origins: {row['name']}: {row['at_least']}..{row['at_most']}, got {low}..{high}: {best.origins.why}"
            )
    apart = 0
    for row in truth["apart"]:
        met = claims_at(collection, row["left"]).keys() & claims_at(collection, row["right"]).keys()
        apart += not met
        if met:
            misses.append(f"wrongly joined ({row['why']}): {row['left']['text']} / {row['right']['text']}")
    return {
        "claims joined": percent(joined, pairs),
        "kept apart": percent(apart, len(truth["apart"])),
        "origins contained": percent(contained, judged),
        "origins exact": percent(exact, judged),
        "origins never above": percent(safe, judged),
    }


def measure() -> dict[str, float]:
    """Return the figures for the floors."""
    return score(trace_samples(), read_truth(), [])


if __name__ == "__main__":
    found_misses: list[str] = []
    print(json.dumps(score(trace_samples(), read_truth(), found_misses)))
    if "--misses" in sys.argv:
        print("\n".join(found_misses))
