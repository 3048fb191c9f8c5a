"""The meaning model: its files are those that were shipped, other words of one sense lie near, a search finds them."""

import json
import shutil
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import pytest
from click.testing import CliRunner

from headwater.claims.likeness import Collection, Vectors
from headwater.cli import cli
from headwater.errors import ModelError
from headwater.models.meaning import model as meaning
from headwater.models.meaning.posts import plain
from headwater.models.meaning.table import read_table
from headwater.store.vectors import keeping

FOLDER = Path(meaning.__file__).parent
TABLE = FOLDER.parent / "attribution"
SANK = "The ferry Halcyon went down off Port Almeric, and 41 people drowned."
OTHERS = (
    "Forty-one lives were lost when the boat sank near the harbour of Almeric.",
    "The council agreed on a budget for new schools.",
    "Rowers of the Senna club won the regatta again.",
    "The minister of transport resigned on Monday.",
)


def test_vectors_have_length_one_and_depend_on_their_sentence_alone() -> None:
    model = meaning.load()
    together, alone = model.embed([SANK, *OTHERS]), model.embed([OTHERS[1]])
    assert together.shape == (5, model.width)
    assert np.allclose(np.linalg.norm(together, axis=1), 1, atol=1e-4)
    assert float(together[2] @ alone[0]) > 0.99  # 8-bit sums differ a little by what is read beside
    assert model.embed([]).shape == (0, model.width)


def test_other_words_of_one_sense_are_nearest() -> None:
    vectors = meaning.load().embed([SANK, *OTHERS])
    assert int(np.argmax(vectors[1:] @ vectors[0])) == 0


def test_a_changed_file_is_refused(tmp_path: Path) -> None:
    for name in (meaning.FILE, meaning.MANIFEST):
        shutil.copy(FOLDER / name, tmp_path / name)
    manifest = json.loads((tmp_path / meaning.MANIFEST).read_text())
    assert manifest["width"] == meaning.load().width
    data = bytearray((tmp_path / meaning.FILE).read_bytes())
    data[len(data) // 2] ^= 1
    (tmp_path / meaning.FILE).write_bytes(data)
    with pytest.raises(ModelError, match="not the file that was shipped"):
        meaning.open_folder(tmp_path, TABLE)
    (tmp_path / meaning.FILE).unlink()
    with pytest.raises(ModelError, match="not whole"):
        meaning.open_folder(tmp_path, TABLE)


def test_the_word_table_is_read_out_of_the_other_model(tmp_path: Path) -> None:
    table = read_table(TABLE / meaning.FILE)
    rows = table.rows(np.array([[0, 101], [102, 1996]]))
    assert rows.shape == (2, 2, meaning.load().width)
    assert 0.5 < float(np.linalg.norm(rows[1, 1])) < 5
    (tmp_path / "other.onnx").write_bytes(b"\x08\x07")
    with pytest.raises(ModelError, match="no table"):
        read_table(tmp_path / "other.onnx")


@pytest.mark.parametrize(
    ("post", "expected"),
    [
        ("No ship left.", "No ship left."),
        ("#PortAlmeric is shut https://t.co/x @SennaNews", "Port Almeric is shut Senna News"),
        ("Shut! pic.twitter.com/a — Ines Okoro (@ines_ok) January 6, 2020", "Shut! — Ines Okoro"),
        ("He left on May 6, 2020", "He left on May 6, 2020"),
        ("", ""),
    ],
)
def test_a_post_is_read_as_plain_words(post: str, expected: str) -> None:
    assert plain(post) == expected


def flat(sentences: Sequence[str]) -> Vectors:
    """Return one vector for all: then words alone decide."""
    return np.ones((len(sentences), 1), dtype=np.float32)


def test_equal_words_have_one_score_and_stay_in_their_order() -> None:
    texts = ["The quay is shut.", "A 'ferry' sank", "A “ferry” sank.", "A ferry sank"]
    found = Collection(texts, flat).like("Which ferry sank?", 4)
    assert [one.at for one in found] == [1, 2, 3, 0]
    assert len({one.score for one in found[:3]}) == 1


def test_rare_words_count_more_than_common_ones() -> None:
    texts = ["the mayor spoke of the quay", "the crew spoke of the mill", "the mayor left the quay", "the mayor spoke"]
    assert Collection(texts, flat).like("the mayor spoke of his mill", 1)[0].at == 1


def test_a_case_remembers_vectors(tmp_path: Path) -> None:
    asked: list[str] = []

    def embed(sentences: Sequence[str]) -> Vectors:
        asked.extend(sentences)
        return np.array([[len(s), 1.0] for s in sentences], dtype=np.float32)

    first = keeping(tmp_path, "1", embed)(["a", "bb", "a"])
    again = keeping(tmp_path, "1", embed)(["bb", "ccc", "a"])
    assert asked == ["a", "bb", "ccc"]
    assert first[:, 0].tolist() == [1, 2, 1]
    assert again[:, 0].tolist() == [2, 3, 1]
    keeping(tmp_path, "2", embed)(["a", "bb"])
    assert asked == ["a", "bb", "ccc", "a", "bb"]
    (tmp_path / "vectors-1.npz").write_bytes(b"damaged")
    assert keeping(tmp_path, "1", embed)(["a"])[:, 0].tolist() == [1]


def test_claims_are_found_in_other_words(tmp_path: Path) -> None:
    texts = tmp_path / "texts"
    texts.mkdir()
    (texts / "a.txt").write_text(
        f"“{SANK}” said Ines Okoro, the harbour master.\n\nThe mayor, Odo Lund, said schools need money."
    )
    (texts / "b.txt").write_text("The regatta at Senna drew 9,000 people, said Mia Rask, who runs the club.")
    case = str(tmp_path / "case")
    runner = CliRunner()
    assert runner.invoke(cli, ["trace", str(texts), "--case", case, "--quiet", "--workers", "1"]).exit_code == 0
    shown = runner.invoke(cli, ["claims", "--in", case, "--like", "How many died when the boat sank?", "--json"])
    assert shown.exit_code == 0
    page = json.loads(shown.stdout)
    assert "Halcyon" in page["claims"][0]["nearest"]["text"]
    assert list((tmp_path / "case").glob("vectors-*.npz"))
    asked = page["claims"][0]["claim"]["id"]
    others = runner.invoke(cli, ["claims", "--in", case, "--like", asked, "--json"])
    assert json.loads(others.stdout)["sentence"] == page["claims"][0]["claim"]["text"]
    assert asked not in [line["claim"]["id"] for line in json.loads(others.stdout)["claims"]]
    assert "claim-0000" in str(runner.invoke(cli, ["claims", "--in", case, "--like", "claim-0000"]).exception)
    assert f"headwater claims --like {asked}" in runner.invoke(cli, ["claim", asked, "--in", case]).stdout
    assert runner.invoke(cli, ["verify", case]).exit_code == 0
