"""The newsroom simulator: its texts, and that its truth is about them."""

import json
import random
from collections import Counter
from pathlib import Path

from newsroom.grammar import EVENTS, FACTS, expand
from newsroom.newsroom import Newsroom
from newsroom.write import text_of, write


def test_a_seed_writes_the_same_collection(tmp_path: Path) -> None:
    for name in ("one", "two"):
        write(tmp_path / name, 5, 20)
    files = [{p.relative_to(tmp_path / n): p.read_bytes() for p in (tmp_path / n).rglob("*.*")} for n in ("one", "two")]
    assert list(files[0].values()) == list(files[1].values())
    write(tmp_path / "other", 6, 20)
    assert (tmp_path / "other" / "truth.json").read_bytes() != (tmp_path / "one" / "truth.json").read_bytes()


def test_misspellings_are_copied_and_corrected_and_change_nothing_else(tmp_path: Path) -> None:
    write(tmp_path / "plain", 5, 60)
    write(tmp_path / "errors", 5, 60, errors=True)
    plain, errors = (
        [d for e in json.loads((tmp_path / name / "truth.json").read_text()) for d in e["documents"]]
        for name in ("plain", "errors")
    )
    assert plain == errors
    texts = {d["path"]: (tmp_path / "errors" / "documents" / d["path"]).read_text() for d in errors}
    right = {w for p in (tmp_path / "plain").rglob("*.txt") for w in p.read_text().split()}
    wrong = {path: {w for w in text.split() if w.isalpha() and w not in right} for path, text in texts.items()}
    copied = [wrong[d["path"]] & wrong[d["upstream"]] for d in errors if d["mode"] == "verbatim"]
    corrected = [wrong[d["upstream"]] - wrong[d["path"]] for d in errors if d["mode"] == "verbatim"]
    assert any(copied)
    assert any(corrected)


def test_truth_is_about_the_texts(tmp_path: Path) -> None:
    assert write(tmp_path, 7, 60) >= 60
    truth = json.loads((tmp_path / "truth.json").read_text(encoding="utf-8"))
    texts = {d["path"]: (tmp_path / "documents" / d["path"]).read_text() for e in truth for d in e["documents"]}
    modes = Counter(d["mode"] for e in truth for d in e["documents"])
    assert set(modes) == {"reported", "verbatim", "trimmed", "rewritten"}
    for event in truth:
        for row in event["statements"]:
            said = texts[row["document"]][row["start"] : row["end"]]
            assert len(said.split()) >= 4
            assert said == said.strip()
            if row["shown"] and row["voice"] == "credited":
                assert row["shown"] in texts[row["document"]]
            elif row["shown"]:
                assert row["shown"].split()[-1] in texts[row["document"]]
        for pair in event["reuse"]:
            for a, b, c, d in pair["cases"]:
                shared = len(set(texts[pair["left"]][a:b].split()) & set(texts[pair["right"]][c:d].split()))
                assert shared > 0.5 * len(set(texts[pair["left"]][a:b].split()))
        origins = {row["origin"] for row in event["statements"]}
        assert {o for claim in event["claims"] for o in claim["origins"]} == origins


def test_any_number_is_written_event_by_event(tmp_path: Path) -> None:
    room = Newsroom(3)
    sizes = [sum(len(text_of(report)) for report in room.event(i).reports) for i in range(50)]
    assert max(sizes) < 60_000


def test_wordings_are_many() -> None:
    """A fact of one event is worded in many ways, so that nothing can be won by knowing the sentences."""
    rng = random.Random(1)
    for fact in FACTS:
        slots = EVENTS[0] | {"n": "41", "place": "Senna", "thing": "Halcyon", "day": "Tuesday", "time": "[noon|dawn]"}
        made = {expand(rng.choice(fact.frames), slots | {"aside": ""}, rng) for _ in range(400)}
        assert len(made) > 60, fact.name
