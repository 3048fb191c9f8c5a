"""Measure attributions: PolNeAR development set, its direct quotations, contents of GUM.

usage: python eval/attribution.py [--model-only] [--save FOLDER]
       python eval/attribution.py --diff A.json B.json [--gold GOLD.jsonl.gz] [--texts FOLDER] [--limit N]

Without arguments: runs the whole analysis of each document and scores its attributions with the scorer beside the
shared data. `--model-only` takes the model's predictions before any rule. `--save` writes the two outputs in the form
of `headwater trace --json`, for `--diff`, which prints in text what output B gained and lost against output A: against
a gold set where one is given, else against each other. `--texts` is the folder with the documents (default: the texts
of the gold set).
"""

import argparse
import collections
import contextlib
import json
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from headwater.attribute import VOICED
from headwater.attribute.cues import SAYING_FORMS
from headwater.attribute.judging import kind
from headwater.marks import quoted_spans
from headwater.models.attribution.model import load
from headwater.pipeline import analyse, predict
from headwater.read import make_document
from headwater.records import Document, Span
from headwater.segment import segment
from shared import SHARED, scorer

DATA = ["attribution/polnear_dev.jsonl.gz", "attribution/gum_dev.jsonl.gz"]
ROLES = ("source", "cue", "content")
NEAR = 0.5  # content token F1 from which two attributions are about the same words

Found = dict[str, list[tuple[int, int]]]
Reader = Callable[[Document], list[Found]]


def through_pipeline(document: Document) -> list[Found]:
    """Return what the product shows."""
    return [
        {"source": as_pairs(a.source), "cue": as_pairs(a.cue), "content": as_pairs(a.content)}
        for a in analyse(document).attributions
    ]


def through_model(document: Document) -> list[Found]:
    """Return what the model finds, before any rule."""
    return [
        {"source": as_pairs(p.source), "cue": as_pairs(p.cue), "content": as_pairs(p.content)}
        for p in predict(document, segment(document)) or ()
    ]


def as_pairs(spans: Sequence[Any]) -> list[tuple[int, int]]:
    """Return spans as the scorer wants them."""
    return [(s.start, s.end) for s in spans]


def gold_of(row: Mapping[str, Any]) -> list[Found]:
    """Return the first annotator's attributions."""
    by = row["attributions"]
    gold: list[Found] = by[sorted(by)[0]] if isinstance(by, dict) else by
    return gold


def answers(name: str, read: Reader) -> Iterator[tuple[dict[str, Any], list[Found], float]]:
    """Yield the rows of a set with what is found in them and the seconds of processor time that it took, from the
    text on."""
    module = scorer("attribution")
    load()
    for row in module.rows(SHARED / "data" / name):
        began = time.process_time()
        found = read(make_document(row["text"], name=row["id"]))
        yield row, found, time.process_time() - began


def nested_found(tokens: Any, gold: Sequence[frozenset[int]], found: Sequence[frozenset[int]]) -> tuple[int, int]:
    """Count gold contents that lie inside another, and those of them that an output has."""
    inner = [g for i, g in enumerate(gold) if g and any(g < o for j, o in enumerate(gold) if i != j)]
    return len(inner), sum(any(tokens(g, f) >= NEAR for f in found) for g in inner)


def direct_quotations(module: Any, text: str, gold: Sequence[Found], found: Sequence[Found]) -> tuple[int, int, int]:
    """Count gold quotations that stand in marks and have a source, those found, and those rightly sourced too.

    A content stands in marks where nine tenths of its letters do, as in the product. Left out: gold in which source and
    cue are exchanged (its "source" is a word of saying).
    """
    document = make_document(text, language="en")
    parts = [Span(s.start, s.end) for s in segment(document) if s.kind in VOICED]
    outermost = [q for q in quoted_spans(text, parts) if q.level == 0]
    words = [(m.start(), m.end()) for m in module.WORD.finditer(text)]
    total = hits = right = 0
    for wanted in gold:
        content = tuple(Span(s, e) for s, e in wanted["content"])
        source = " ".join(text[s:e] for s, e in wanted["source"])
        if not content or not source or source in SAYING_FORMS or kind(content, outermost, set_off=False) != "direct":
            continue
        what, who = (module.tokens_of(wanted[r], words) for r in ("content", "source"))
        near = [o for o in found if module.f1(what, module.tokens_of(o["content"], words)) >= NEAR]
        total += 1
        hits += bool(near)
        right += any(module.f1(who, module.tokens_of(o["source"], words)) >= NEAR for o in near)
    return total, hits, right


def measure(read: Reader = through_pipeline, save: Path | None = None) -> dict[str, float]:
    """Return the figures of both sets, in per cent; documents per second of processor time."""
    module = scorer("attribution")
    polnear, everything, news = module.Score(), module.Score(), module.Score()
    outputs: dict[str, list[tuple[str, list[Found]]]] = collections.defaultdict(list)
    seconds, count, inner, hits = 0.0, 0, 0, 0
    direct: collections.Counter[str] = collections.Counter()
    for row, found, took in answers(DATA[0], read):
        seconds += took
        polnear.add(row["text"], gold_of(row), found)
        quotations = direct_quotations(module, row["text"], gold_of(row), found)
        direct.update(dict(zip(("all", "found", "sourced"), quotations, strict=True)))
        outputs["polnear"].append((row["id"], found))
        count += 1
    for row, found, _ in answers(DATA[1], read):
        gold = [{"source": [], "cue": [], "content": a["content"]} for a in row["attributions"]]
        everything.add(row["text"], gold, found)
        if row["genre"] == "news":
            news.add(row["text"], gold, found)
        words = [(m.start(), m.end()) for m in module.WORD.finditer(row["text"])]
        sets = [[module.tokens_of(a["content"], words) for a in part] for part in (gold, found)]
        more = nested_found(module.f1, *sets)
        inner, hits = inner + more[0], hits + more[1]
        outputs["gum"].append((row["id"], found))
    if save:
        write_outputs(save, outputs)
    f, g = polnear.figures(), everything.figures()
    return {
        "source_content": f["linked source+content"]["f"],
        "content": f["linked content"]["f"],
        "source_exact": f["source"]["exact"]["f"],
        "cue_exact": f["cue"]["exact"]["f"],
        "content_fragment": f["content"]["fragment"]["f"],
        "content_token": f["content"]["token"]["f"],
        "source_given_content": f["source given content"]["overlap"],
        "direct_found": round(100 * direct["found"] / max(direct["all"], 1), 1),
        "direct_sourced": round(100 * direct["sourced"] / max(direct["all"], 1), 1),
        "gum_content": g["linked content"]["f"],
        "gum_news_content": news.figures()["linked content"]["f"],
        "gum_nested_found": round(100 * hits / max(inner, 1), 1),
        "documents_per_second": round(count / seconds, 2),
    }


def write_outputs(folder: Path, outputs: Mapping[str, Sequence[tuple[str, list[Found]]]]) -> None:
    """Write outputs as `trace --json` would, with what `--diff` needs of it."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, rows in outputs.items():
        whole = {
            "documents": [{"id": i, "path": scorer("attribution").file_name(i)} for i, _ in rows],
            "attributions": [
                {"document": i, **{r: [{"start": s, "end": e} for s, e in a[r]] for r in ROLES}}
                for i, found in rows
                for a in found
            ],
        }
        (folder / f"{name}.json").write_text(json.dumps(whole), encoding="utf-8")


def shown(text: str, a: Found) -> str:
    """Return an attribution as a line."""
    parts = [" … ".join(" ".join(text[s:e].split()) for s, e in a[r]) or "-" for r in ROLES]
    return " | ".join(parts)


def changes(text: str, gold: Sequence[Found] | None, a: Sequence[Found], b: Sequence[Found]) -> Iterator[str]:
    """Yield a line for each gain (+) and loss (-) of output ``b`` against output ``a``."""
    module = scorer("attribution")
    words = [(m.start(), m.end()) for m in module.WORD.finditer(text)]

    def right(wanted: Found, output: Sequence[Found]) -> bool:
        content, source = (module.tokens_of(wanted[r], words) for r in ("content", "source"))
        return any(
            module.f1(content, module.tokens_of(o["content"], words)) >= NEAR
            and module.f1(source, module.tokens_of(o["source"], words)) >= NEAR
            for o in output
        )

    for wanted in gold or ():
        before, after = right(wanted, a), right(wanted, b)
        if before != after:
            yield f"{'+ found' if after else '- lost '}  {shown(text, wanted)}"
    for mark, here, there in (("-", a, b), ("+", b, a)):
        for o in here:
            if not right(o, there) and not (gold and right(o, gold)):
                kind = ("fewer wrong" if mark == "-" else "more wrong") if gold else ("gone" if mark == "-" else "new")
                sign = {"-": "+", "+": "-"}[mark] if gold else mark
                yield f"{sign} {kind}  {shown(text, o)}"


def print_changes(options: argparse.Namespace) -> None:
    """Print what changed between two outputs, then the counts."""
    module = scorer("attribution")
    (_, a), (_, b) = (module.read_output(path) for path in options.diff)
    rows = {module.file_name(row["id"]): row for row in module.rows(options.gold)}
    counts: collections.Counter[str] = collections.Counter()
    left = options.limit
    for name in sorted({*a, *b}):
        row = rows.get(name)
        text = row["text"] if row else (options.texts / name).read_bytes().decode("utf-8")
        gold = gold_of(row) if row and any(x["source"] for x in gold_of(row)) else None
        for line in changes(text, gold, a[name], b[name]):
            counts[line.split("  ")[0]] += 1
            if left:
                print(f"{name}: {line}")
                left -= 1
    print(json.dumps(dict(sorted(counts.items()))))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--model-only", action="store_true", help="leave the rules out")
    parser.add_argument("--save", type=Path, help="write the outputs to this folder")
    parser.add_argument("--diff", nargs=2, type=Path, metavar=("A.json", "B.json"), help="print gains and losses")
    parser.add_argument("--gold", type=Path, default=SHARED / "data" / DATA[0], help="gold set of the two outputs")
    parser.add_argument("--texts", type=Path, default=Path(), help="folder of documents that the gold set lacks")
    parser.add_argument("--limit", type=int, default=100_000, help="print at most so many lines")
    options = parser.parse_args()
    if options.diff:
        with contextlib.suppress(BrokenPipeError):
            print_changes(options)
    else:
        print(json.dumps(measure(through_model if options.model_only else through_pipeline, options.save)))


if __name__ == "__main__":
    main()
