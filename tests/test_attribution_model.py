"""The attribution model: its files are the ones that were shipped, and its answers are spans of the text."""

import json
import shutil
import sys
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from headwater.errors import ModelError
from headwater.models.attribution import model as attribution
from headwater.models.attribution.certainty import Calibration
from headwater.models.attribution.decode import best_tags, runs
from headwater.models.attribution.extract import Found, Settings, select
from headwater.models.attribution.pieces import cut, plain_marks, windows
from headwater.models.meaning import model as meaning
from headwater.models.sessions import EXACT
from headwater.records import Span

FOLDER = Path(attribution.__file__).parent
TEXT = (
    "Mayor Odette Quill said on Monday that the old bridge was safe. “We checked it twice this year,” she told "
    "reporters. According to the ministry, the work cost two million crowns.\n\nOfficials denied that the report had "
    "been delayed. The ferry left at noon."
)


def sentences(text: str) -> list[Span]:
    """Cut at full stops and line breaks; enough for a test."""
    found, start = [], 0
    for i, c in enumerate(text):
        if c in ".\n" or i == len(text) - 1:
            if text[start : i + 1].strip():
                found.append(Span(start, i + 1))
            start = i + 1
    return found


def words(text: str, spans: tuple[Span, ...]) -> list[str]:
    return [s.of(text) for s in spans]


def test_finds_plain_attributions() -> None:
    found = attribution.load().predict(TEXT, sentences(TEXT))
    sources = [words(TEXT, p.source) for p in found]
    assert ["Mayor Odette Quill"] in sources
    assert ["she"] in sources
    assert ["the ministry"] in sources
    by_source = {tuple(words(TEXT, p.source)): p for p in found}
    assert "safe" in words(TEXT, by_source["Mayor Odette Quill",].content)[-1]
    assert "two million" in words(TEXT, by_source["the ministry",].content)[0]
    assert not any("ferry left" in w for p in found for w in words(TEXT, p.content))


def test_nothing_in_nothing() -> None:
    model = attribution.load()
    assert model.predict("", []) == []
    assert model.predict(" \n\n ", [Span(0, 4)]) == []


def test_same_text_same_answer() -> None:
    model = attribution.load()
    assert model.predict(TEXT, sentences(TEXT)) == model.predict(TEXT, sentences(TEXT))


def test_products_of_bytes_are_exact_on_every_processor() -> None:
    sessions = [attribution.load().network._encoder, attribution.load().network._roles, meaning.load().session]
    assert {s.get_session_options().get_session_config_entry(EXACT[0]) for s in sessions} == {"1"}


@settings(max_examples=12, deadline=None)
@given(st.text(alphabet="ab “”\"'.,\n«»İß漢a\u0301\x00said Quill", max_size=300), st.integers(1, 60))
def test_spans_lie_in_the_text(text: str, step: int) -> None:
    cuts = [Span(i, min(i + step, len(text))) for i in range(0, len(text), step)]
    for p in attribution.load().predict(text, cuts):
        assert p.content
        assert 0.0 <= p.score <= 1.0
        for part in (p.source, p.cue, p.content):
            assert list(part) == sorted(part)
            assert all(0 <= s.start < s.end <= len(text) for s in part)


def test_a_long_line_is_read() -> None:
    text = "Quill said the bridge was safe, and " * 400
    assert attribution.load().predict(text, [Span(0, len(text))])


@pytest.mark.parametrize("name", attribution.FILES)
def test_changed_weights_are_refused(tmp_path: Path, name: str) -> None:
    for n in (*attribution.FILES, attribution.MANIFEST):
        (tmp_path / n).symlink_to(FOLDER / n)
    data = bytearray((FOLDER / name).read_bytes())
    data[len(data) // 2] ^= 1
    (tmp_path / name).unlink()
    (tmp_path / name).write_bytes(data)
    with pytest.raises(ModelError, match=name):
        attribution.open_folder(tmp_path)


def test_a_runtime_that_cannot_be_loaded_is_named_with_what_to_do(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "onnxruntime", None)
    with pytest.raises(ModelError, match=r"Visual C\+\+"):
        attribution.open_folder(FOLDER)


def test_missing_weights_are_named(tmp_path: Path) -> None:
    with pytest.raises(ModelError, match=r"manifest\.json"):
        attribution.open_folder(tmp_path)
    shutil.copy(FOLDER / attribution.MANIFEST, tmp_path)
    with pytest.raises(ModelError, match=r"encoder\.onnx"):
        attribution.open_folder(tmp_path)


def test_metrics_are_of_these_weights() -> None:
    manifest = json.loads((FOLDER / attribution.MANIFEST).read_text(encoding="utf-8"))
    metrics = json.loads((FOLDER / "metrics.json").read_text(encoding="utf-8"))
    assert metrics["version"] == manifest["version"] == attribution.load().version
    assert metrics["bytes"] < 26_000_000


def test_windows_answer_for_each_piece_once() -> None:
    text = TEXT * 12
    pieces = cut(attribution.load().tokenizer, text, sentences(text))
    cuts = windows(pieces, 64, 12)
    assert [w.own_start for w in cuts] == [0, *(w.own_end for w in cuts[:-1])]
    assert cuts[-1].own_end == len(pieces.ids)
    for w in cuts:
        assert w.start <= w.own_start < w.own_end <= w.end
        assert w.end - w.start <= 64


def test_marks_keep_their_length() -> None:
    odd = "„Ja“ «oui» ‹si› 〝no〞 ＂x＂ `y´"
    assert len(plain_marks(odd)) == len(odd)


def test_inside_tags_need_a_beginning() -> None:
    scores = np.zeros((1, 4, 5), dtype=np.float32)
    scores[0, :, 2] = 3.0  # "inside source" looks best everywhere
    assert runs(best_tags(scores)[0]) == [(0, 0, 4)]
    scores[0, 1, 0] = 9.0
    assert runs(best_tags(scores)[0]) == [(0, 2, 4)]


def _found(cue: tuple[int, int], content: tuple[int, int], valid: float, nested: bool = False) -> Found:
    return Found(cue, (), (content,), 0.9, valid, 0.9, 0.9, nested, score=valid)


def test_inner_attributions_stay_inside_the_outer_content() -> None:
    outer, inner = _found((2, 3), (3, 20), 0.9), _found((6, 7), (7, 30), 0.8, nested=True)
    kept = select([outer, inner], Settings(keep_nested=0.5))
    assert [k.content for k in kept] == [((3, 20),), ((7, 20),)]


def test_unlikely_or_homeless_inner_ones_are_dropped() -> None:
    outer = _found((2, 3), (3, 20), 0.9)
    unlikely, homeless = _found((6, 7), (7, 20), 0.1, nested=True), _found((40, 41), (41, 50), 0.9, nested=True)
    assert select([outer, unlikely, homeless], Settings(keep_nested=0.5)) == [outer]


def test_calibrated_scores_order_by_evidence() -> None:
    calibration = Calibration((0.0, 1.0, 0.0, 0.0, 0.0, 0.0, 0.0), 0.0)
    unsure, sure = (calibration.probability(_found((2, 3), (3, 9), p)) for p in (0.2, 0.9))
    assert unsure == pytest.approx(0.2, abs=1e-3)
    assert sure == pytest.approx(0.9, abs=1e-3)
    assert Calibration().probability(_found((2, 3), (3, 9), 0.7)) == 0.7


def test_an_overlap_goes_to_the_surer_one() -> None:
    sure = _found((2, 3), (10, 20), 0.9)
    greedy = Found((30, 31), (), ((10, 20), (32, 40)), 0.9, 0.8, 0.9, 0.9, nested=False, score=0.8)
    kept = select([sure, greedy], Settings(keep=0.5, keep_nested=0.5))
    assert [k.content for k in kept] == [((10, 20),), ((32, 40),)]


@pytest.mark.shared
def test_changes_between_outputs_are_told_in_text() -> None:
    evaluation = pytest.importorskip("attribution")
    if not evaluation.SHARED.is_dir():
        pytest.skip("the shared data folder is not beside the checkout")
    text = "Quill said the bridge was safe. Rook said it was not."
    one = {"source": [(0, 5)], "cue": [(6, 10)], "content": [(11, 30)]}
    two = {"source": [(32, 36)], "cue": [(37, 41)], "content": [(42, 52)]}
    assert list(evaluation.changes(text, [one, two], [one], [two])) == [
        "- lost   Quill | said | the bridge was safe",
        "+ found  Rook | said | it was not",
    ]
    assert list(evaluation.changes(text, None, [one], [one, two])) == ["+ new  Rook | said | it was not"]
