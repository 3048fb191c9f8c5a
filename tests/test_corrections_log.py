"""What people decide as rows: in any order, once or twice, shared, undone, kept over new runs and documents."""

import dataclasses
import datetime
import random
import subprocess
import sys
from collections.abc import Callable
from functools import cache
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from decisions_by_hand import (
    TEXTS,
    analyses,
    claim_of,
    decide,
    findings,
    moment,
    plain,
    saying,
    speaker_named,
    speaker_of,
    with_corrections,
)
from headwater.corrections import from_lines, next_moment, to_lines
from headwater.corrections.checking import identify_correction
from headwater.errors import NotFoundError, UsageError
from headwater.export.contract import to_json
from headwater.pipeline import refresh, trace
from headwater.records import Correction
from headwater.report import why
from headwater.store import CaseFolder


@cache
def pool() -> tuple[Correction, ...]:
    """Corrections of many kinds by several people, some against each other, some undone."""
    case = plain()
    told, gale = saying(case, "Nobody had told").id, saying(case, "gale came").id
    voss, holm = speaker_named(case, "Ida Voss").id, speaker_of(case, "Nobody had told")
    assert holm is not None
    makers: list[Callable[[int, str], Correction]] = [
        lambda n, w: decide(case, "reattribute", told, n, w, speaker="Mara Lund"),
        lambda n, w: decide(case, "reattribute", told, n, w, speaker="Juri Tamm"),
        lambda n, w: decide(case, "edit_span", told, n, w, part="source", text="Holm"),
        lambda n, w: decide(case, "accept", told, n, w),
        lambda n, w: decide(case, "reject", gale, n, w),
        lambda n, w: decide(case, "note", gale, n, w, text="ask again"),
        lambda n, w: decide(case, "merge_speakers", voss, n, w, value={"with": holm.id}),
        lambda n, w: decide(
            case, "merge_claims", claim_of(case, "Nobody").id, n, w, value={"with": claim_of(case, "gale").id}
        ),
        lambda n, w: decide(case, "set_date", analyses()[2].document.id, n, w, published="2031-05-01"),
        lambda n, w: decide(case, "reject", claim_of(case, "doors").id, n, w),
        lambda n, w: decide(case, "rename_speaker", voss, n, w, new=f"Ida {w}"),
    ]
    made = [make(n * 2 + k, who) for n, make in enumerate(makers) for k, who in enumerate(("Ana", "Ben"))]
    undone = [decide(case, "undo", c.id, 50 + n, "Cem", made) for n, c in enumerate(made[::3])]
    return (*made, *undone)


CHOSEN = st.lists(st.integers(0, 29), unique=True, min_size=1, max_size=7)


@settings(max_examples=25, deadline=None)
@given(CHOSEN, st.randoms())
def test_the_order_in_which_corrections_are_given_does_not_matter(chosen: list[int], rng: random.Random) -> None:
    given = [pool()[n] for n in chosen if n < len(pool())]
    shuffled = rng.sample(given, len(given))
    assert with_corrections(*given) == with_corrections(*shuffled)


@settings(max_examples=15, deadline=None)
@given(CHOSEN)
def test_given_twice_is_given_once_and_all_undone_is_none_given(chosen: list[int]) -> None:
    given = [pool()[n] for n in chosen if n < len(pool())]
    once = with_corrections(*given)
    assert with_corrections(*given, *given) == once
    assert with_corrections(*from_lines(to_lines(given) + to_lines(given))) == once
    undone = [decide(plain(), "undo", c.id, 100 + n, "Dov", given) for n, c in enumerate(given)]
    assert findings(with_corrections(*given, *undone)) == findings(plain())


def test_a_changed_line_is_refused_with_its_number() -> None:
    lines = to_lines(pool()[:2])
    with pytest.raises(UsageError, match="line 2: its id is not that of its content"):
        from_lines(lines.replace(b"Juri Tamm", b"Juri Tumm").replace(b'"who":"Ben"', b'"who":"Bea"'))
    with pytest.raises(UsageError, match="line 1: no correction"):
        from_lines(b"{}\n")


BROKEN = [
    {"action": "edit_span", "value": {"part": "all", "parts": "source cue content"}},
    {"action": "edit_span", "value": {}},
    {"action": "reattribute", "value": {"speaker": " "}},
    {"kind": "speaker", "action": "merge_speakers", "value": {"with": "x", "members": "a", "of_target": "9"}},
    {"kind": "document", "action": "set_date", "value": {"published": "soon"}},
    {"kind": "claim", "action": "edit_span"},
    {"who": ""},
    {"at": "yesterday"},
    {"anchors": ()},
]


@pytest.mark.parametrize("change", BROKEN, ids=str)
def test_a_file_by_others_is_checked_before_it_is_believed(change: dict[str, object]) -> None:
    good = decide(plain(), "accept", saying(plain(), "Nobody had told").id)
    bad = dataclasses.replace(good, **change)  # type: ignore[arg-type]
    bad = dataclasses.replace(bad, id=identify_correction(bad))
    with pytest.raises(UsageError, match="line 1"):
        from_lines(to_lines([bad]))


def test_what_cannot_be_done_is_refused_when_it_is_asked_for() -> None:
    target = saying(plain(), "Nobody had told").id
    with pytest.raises(NotFoundError, match="no finding"):
        decide(plain(), "accept", "attribution-zzz")
    with pytest.raises(UsageError, match="set_date is not for"):
        decide(plain(), "set_date", target, published="2031-01-01")
    with pytest.raises(UsageError, match="outside the text"):
        decide(plain(), "edit_span", target, part="cue", spans="5-99999")
    with pytest.raises(NotFoundError, match="does not hold"):
        decide(plain(), "edit_span", target, part="cue", text="walrus")


def test_later_is_always_later() -> None:
    now = datetime.datetime(2031, 7, 1, 8, 0, 1, tzinfo=datetime.UTC)
    given = [pool()[0], pool()[1]]
    assert next_moment(now, given) == moment(2)
    assert next_moment(now + datetime.timedelta(hours=1), given) == "2031-07-01T09:00:01Z"


def test_a_case_keeps_what_was_decided_over_new_runs_and_documents(tmp_path: Path) -> None:
    texts = tmp_path / "texts"
    texts.mkdir()
    for name in ("wire.txt", "post.txt"):
        (texts / name).write_text(TEXTS[name])
    before = trace([texts], case=tmp_path / "case")
    hash_before = findings(before)
    with CaseFolder(tmp_path / "case") as folder:
        made = decide(before, "reattribute", saying(before, "Nobody had told").id, speaker="Mara Lund")
        folder.add_correction(made)
        case = refresh(folder)
        assert case == folder.latest()
    speaker = speaker_of(case, "Nobody had told")
    assert speaker is not None
    assert speaker.name == "Mara Lund"
    assert trace([texts], case=tmp_path / "case") == case
    (texts / "letter.txt").write_text(TEXTS["letter.txt"])
    more = trace([texts], case=tmp_path / "case")
    speaker = speaker_of(more, "Nobody had told")
    assert speaker is not None
    assert speaker.name == "Mara Lund"
    (texts / "letter.txt").unlink()
    with CaseFolder(tmp_path / "case") as folder:
        folder.add_correction(decide(before, "undo", made.id, 9, given=folder.corrections()))
    assert findings(trace([texts], case=tmp_path / "case")) == hash_before
    with CaseFolder(tmp_path / "case") as folder:
        assert folder.problems() == []


def test_what_is_decided_while_another_correction_is_worked_in_is_worked_in_too(tmp_path: Path) -> None:
    texts = tmp_path / "texts"
    texts.mkdir()
    (texts / "wire.txt").write_text(TEXTS["wire.txt"])
    before = trace([texts], case=tmp_path / "case")
    target = saying(before, "Nobody had told").id
    first, second = decide(before, "note", target, 1, text="ask"), decide(before, "reject", target, 2)
    with CaseFolder(tmp_path / "case") as folder:
        folder.add_correction(first)

        def somebody_else(what: str, done: int, total: int) -> None:
            with CaseFolder(tmp_path / "case") as other:
                other.add_correction(second)

        case = refresh(folder, somebody_else)
        assert [s.state for s in case.corrections] == ["applied", "applied"]
        assert folder.latest() == case


def test_a_claim_says_what_was_decided_about_it() -> None:
    told = claim_of(plain(), "Nobody had told")
    case = with_corrections(decide(plain(), "accept", told.id))
    assert "Confirmed by Ana" in why(case, claim_of(case, "Nobody had told").id).evidence[-1].why
    assert b"Confirmed by Ana" in to_json(case, {})


def headwater(*arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run([sys.executable, "-m", "headwater", *arguments], capture_output=True, text=True, check=False)


def test_the_commands_correct_list_share_and_undo(tmp_path: Path) -> None:
    texts, case, other = tmp_path / "texts", str(tmp_path / "case"), str(tmp_path / "other")
    texts.mkdir()
    (texts / "wire.txt").write_text(TEXTS["wire.txt"])
    for folder in (case, other):
        target = saying(trace([texts], case=folder), "Nobody had told").id
    by_ana = ("--why", "the tape", "--who", "Ana", "--quiet")
    run = headwater("correct", case, "reattribute", target[:20], "--value", "speaker=Mara Lund", *by_ana)
    assert (run.returncode, run.stderr) == (0, "")
    assert "applied" in run.stdout
    run = headwater("correct", case, "reject", target, "--why", "no", "--who", "Ben", "--quiet")
    assert (run.returncode, "conflict" in run.stdout) == (1, True)
    listed = headwater("corrections", case)
    assert (listed.returncode, "Ana: reattribute" in listed.stdout, "conflict" in listed.stdout) == (1, True, True)
    shared = str(tmp_path / "shared.jsonl")
    assert headwater("corrections", case, "--export", shared).returncode == 0
    assert headwater("corrections", other, "--replay", shared, "--quiet").stdout == listed.stdout
    with CaseFolder(case) as one, CaseFolder(other) as two:
        assert one.latest() == two.latest()
        last = one.corrections()[1].id
    assert headwater("correct", case, "undo", last, *by_ana).returncode == 0
    assert headwater("corrections", case).returncode == 0
    assert headwater("correct", case, "note", target, "--value", "text=ask", "--later", *by_ana).returncode == 0
    assert headwater("corrections", case).stdout.count("waiting  ") == 1
    assert headwater("correct", case, "reattribute", target, *by_ana).returncode == 2
    assert headwater("correct", case, "accept", "claim-none", *by_ana).returncode == 1
    assert headwater("verify", case).returncode == 0
