"""What people decide stands: over reruns, other code, new documents and new versions of a text; and can be undone."""

import dataclasses
import datetime
import random
import subprocess
import sys
from collections.abc import Callable, Mapping, Sequence
from functools import cache
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from headwater import analyse, make_document, relate
from headwater.corrections import from_lines, next_moment, propose, to_lines
from headwater.corrections.anchors import Texts, make_anchor
from headwater.corrections.checking import identify_correction
from headwater.errors import NotFoundError, UsageError
from headwater.export.contract import to_json
from headwater.pipeline import refresh, trace
from headwater.records import (
    Analysis,
    Attribution,
    Case,
    Claim,
    Correction,
    CorrectionAction,
    CorrectionState,
    Speaker,
)
from headwater.report import why
from headwater.store import CaseFolder

TEXTS = {
    "wire.txt": (
        "Harbour master Ida Voss said on Monday that 41 people had died on the ferry Halcyon.\n\n"
        "“Nobody had told the crew about the storm,” said Captain Anders Holm.\n"
    ),
    "post.txt": (
        "The Post\n\nAt least 41 people had died on the ferry Halcyon, harbour master Ida Voss said on Monday.\n\n"
        "“The gale came without a warning,” said Captain Holm, who has retired.\n"
    ),
    "letter.txt": "Dear all,\n\nThe shipyard said that the doors of the ferry had been welded shut in April.\n",
}
WHEN = {"wire.txt": "2031-06-02", "post.txt": "2031-06-03"}


def read(name: str, text: str) -> Analysis:
    metadata = {"publisher": name.partition(".")[0].title()}
    if name in WHEN:
        metadata["published"] = WHEN[name]
    return analyse(make_document(text, name=name, **metadata))


@cache
def analyses() -> tuple[Analysis, ...]:
    return tuple(read(name, text) for name, text in TEXTS.items())


@cache
def plain() -> Case:
    return relate(analyses())


def moment(number: int) -> str:
    return f"2031-07-01T08:{number // 60:02d}:{number % 60:02d}Z"


def decide(
    case: Case,
    action: CorrectionAction,
    target: str,
    number: int = 0,
    who: str = "Ana",
    given: Sequence[Correction] = (),
    value: Mapping[str, str] | None = None,
    **more: str,
) -> Correction:
    value = {**(value or {}), **more}
    return propose(case, action, target, value, who=who, why="the tape shows it", at=moment(number), given=given)


def saying(case: Case, words: str) -> Attribution:
    texts = {a.document.id: a.document.text for a in case.analyses}
    return next(
        t
        for a in case.analyses
        for t in a.attributions
        if t.content and any(words in span.of(texts[t.document]) for span in t.content)
    )


def speaker_of(case: Case, words: str) -> Speaker | None:
    resolution = next(r for r in case.resolutions if r.attribution == saying(case, words).id)
    return next((s for s in case.speakers if s.id == resolution.speaker), None)


def speaker_named(case: Case, name: str) -> Speaker:
    return next(s for s in case.speakers if name in (s.name, *s.names))


def claim_of(case: Case, words: str) -> Claim:
    return next(c for c in case.claims if words in c.text)


def state_of(case: Case, correction: Correction) -> CorrectionState:
    return next(s for s in case.corrections if s.correction.id == correction.id)


def findings(case: Case) -> bytes:
    return to_json(dataclasses.replace(case, corrections=()), {})


def with_corrections(*corrections: Correction) -> Case:
    return relate(analyses(), corrections=corrections)


def test_a_saying_is_given_to_another_speaker_and_says_so() -> None:
    made = decide(plain(), "reattribute", saying(plain(), "Nobody had told").id, speaker="Mara Lund")
    case = with_corrections(made)
    assert state_of(case, made).state == "applied"
    speaker = speaker_of(case, "Nobody had told")
    assert speaker is not None
    assert speaker.name == "Mara Lund"
    assert saying(case, "Nobody had told").evidence.why.startswith(
        "Given to Mara Lund by Ana on 2031-07-01 because the tape shows it. Before that: "
    )
    assert any("Mara Lund" in c.origins.names for c in case.claims)


def test_a_rejected_saying_is_gone_and_an_accepted_one_says_who_confirmed_it() -> None:
    rejected = decide(plain(), "reject", saying(plain(), "doors of the ferry").id)
    accepted = decide(plain(), "accept", saying(plain(), "Nobody had told").id, 1)
    case = with_corrections(rejected, accepted)
    with pytest.raises(StopIteration):
        saying(case, "doors of the ferry")
    kept = saying(case, "Nobody had told")
    assert kept.score == 1.0
    assert kept.evidence.rule == "correction"
    assert kept.content == saying(plain(), "Nobody had told").content


def test_a_span_that_a_person_marks_is_kept_exactly() -> None:
    old = saying(plain(), "Nobody had told")
    made = decide(plain(), "edit_span", old.id, part="source", text="Anders Holm")
    new = saying(with_corrections(made), "Nobody had told")
    text = TEXTS["wire.txt"]
    assert [span.of(text) for span in new.source] == ["Anders Holm"]
    assert (new.id, new.cue, new.content) == (old.id, old.cue, old.content)


def without(case: Sequence[Analysis], words: str) -> list[Analysis]:
    """Return the analyses as a version of the code that does not find a saying would give them."""
    found = []
    for a in case:
        kept = tuple(t for t in a.attributions if not any(words in s.of(a.document.text) for s in t.content))
        found.append(dataclasses.replace(a, attributions=kept))
    return found


@pytest.mark.parametrize("action", ["accept", "edit_span", "reattribute"])
def test_what_was_decided_about_is_put_back_where_another_version_does_not_find_it(action: CorrectionAction) -> None:
    value = {"edit_span": {"part": "cue", "text": "said"}, "reattribute": {"speaker": "Mara Lund"}}.get(action, {})
    old = saying(plain(), "Nobody had told")
    made = decide(plain(), action, old.id, value=value)
    case = relate(without(analyses(), "Nobody had told"), corrections=[made])
    assert state_of(case, made).state == "applied"
    again = saying(case, "Nobody had told")
    assert (again.id, again.source, again.content) == (old.id, old.source, old.content)


def test_a_person_s_spans_win_over_those_another_version_finds_for_the_same_saying() -> None:
    old = saying(plain(), "Nobody had told")
    made = decide(plain(), "accept", old.id)
    other = []
    for a in analyses():
        wider = tuple(
            dataclasses.replace(t, id="attribution-other", source=(), content=(*t.content[:1],))
            if t.id == old.id
            else t
            for t in a.attributions
        )
        other.append(dataclasses.replace(a, attributions=wider))
    case = relate(other, corrections=[made])
    texts = [t for a in case.analyses for t in a.attributions if t.cue == old.cue and t.document == old.document]
    assert [(t.source, t.content) for t in texts] == [(old.source, old.content)]


def test_a_figure_is_rejected_and_an_accepted_one_is_put_back() -> None:
    figure = next(f for a in analyses() for f in a.figures if f.value == 41)
    gone = with_corrections(decide(plain(), "reject", figure.id))
    assert figure.id not in {f.id for a in gone.analyses for f in a.figures}
    stripped = [dataclasses.replace(a, figures=()) for a in analyses()]
    back = relate(stripped, corrections=[decide(plain(), "accept", figure.id)])
    [found] = [f for a in back.analyses for f in a.figures]
    assert (found.id, found.start, found.end, found.value) == (figure.id, figure.start, figure.end, 41)


def test_speakers_are_joined_and_parted() -> None:
    holm = speaker_of(plain(), "Nobody had told")
    voss = speaker_named(plain(), "Ida Voss")
    assert holm is not None
    joined = with_corrections(decide(plain(), "merge_speakers", voss.id, value={"with": holm.id}))
    assert holm.id not in {s.id for s in joined.speakers}
    now = speaker_of(joined, "Nobody had told")
    assert now is not None
    assert now.id == voss.id
    assert "Anders Holm" in " ".join(now.names)
    mine = [r.attribution for r in plain().resolutions if r.speaker == voss.id]
    parted = with_corrections(decide(plain(), "split_speaker", voss.id, new="Another Voss", members=mine[0]))
    speakers = {s.id: s.name for s in parted.speakers}
    of = {r.attribution: speakers[r.speaker] for r in parted.resolutions if r.speaker}
    assert of[mine[0]] == "Another Voss"
    assert {of[m] for m in mine[1:]} <= {voss.name}


def test_claims_are_joined_and_parted_and_one_undoes_nothing_of_the_other() -> None:
    told, gale = claim_of(plain(), "Nobody had told"), claim_of(plain(), "gale came")
    made = decide(plain(), "merge_claims", told.id, value={"with": gale.id})
    case = with_corrections(made)
    one = claim_of(case, "Nobody had told")
    assert {s.id for s in one.statements} == {s.id for s in (*told.statements, *gale.statements)}
    assert [e.rule for e in one.evidence] == ["correction"]
    assert one.documents == 2
    shared = next(c for c in plain().claims if c.documents > 1)
    apart = with_corrections(decide(plain(), "split_claim", shared.id, members=shared.statements[0].id))
    sizes = sorted(
        len(c.statements) for c in apart.claims if {s.id for s in c.statements} & {s.id for s in shared.statements}
    )
    assert sum(sizes) == len(shared.statements)
    assert len(sizes) == 2


def test_a_rejected_claim_is_set_aside() -> None:
    told = claim_of(plain(), "Nobody had told")
    case = with_corrections(decide(plain(), "reject", told.id))
    assert "Nobody had told" not in " ".join(c.text for c in case.claims)


def test_a_date_that_a_person_sets_moves_what_is_counted_from_it() -> None:
    wire = analyses()[0].document
    case = with_corrections(
        decide(plain(), "set_date", wire.id, published="2031-06-10"),
        decide(plain(), "set_publisher", wire.id, 1, publisher="Norden Wire"),
    )
    now = next(a for a in case.analyses if a.document.id == wire.id)
    assert (now.document.published, now.document.publisher) == ("2031-06-10", "Norden Wire")
    assert [t.value for t in now.times][:1] == ["2031-06-09"]
    assert [t.value for t in analyses()[0].times][:1] == ["2031-06-02"]
    assert "set to '2031-06-10' by Ana" in " ".join(e.why for e in now.document.evidence).lower().replace("ana", "Ana")


def test_an_accepted_time_is_not_counted_anew_from_other_documents() -> None:
    undated = make_document(TEXTS["wire.txt"], name="late.txt")
    before = relate([analyse(undated), *analyses()])
    time = next(t for a in before.analyses if a.document.id == undated.id for t in a.times)
    made = propose(before, "accept", time.id, {}, who="Ana", why="checked", at=moment(0))
    for others in ((), analyses()):
        case = relate([analyse(undated), *others], corrections=[made])
        now = next(t for a in case.analyses if a.document.id == undated.id for t in a.times)
        assert (now.value, now.evidence.rule) == (time.value, "correction")


def test_shared_passages_and_checked_quotations_can_be_rejected() -> None:
    story = (
        TEXTS["wire.txt"] + "The search goes on near the breakwater, and two tugs have joined it since the morning.\n"
    )
    pair = [read("wire.txt", story), read("post.txt", story.replace("two tugs", "three tugs"))]
    before = relate(pair)
    assert before.reuse
    made = propose(before, "reject", before.reuse[0].id, {}, who="Ana", why="both quote a third", at=moment(0))
    assert before.reuse[0].id not in {r.id for r in relate(pair, corrections=[made]).reuse}


def test_contradictions_are_listed_and_the_first_stands_until_it_is_undone() -> None:
    target = saying(plain(), "Nobody had told").id
    first = decide(plain(), "reattribute", target, 1, speaker="Mara Lund")
    second = decide(plain(), "reattribute", target, 2, who="Ben", speaker="Juri Tamm")
    case = with_corrections(second, first)
    assert [s.state for s in case.corrections] == ["applied", "conflict"]
    assert "Ana decided otherwise before" in case.corrections[1].why
    speaker = speaker_of(case, "Nobody had told")
    assert speaker is not None
    assert speaker.name == "Mara Lund"
    undo = decide(plain(), "undo", first.id, 3, who="Ben", given=(first, second))
    case = with_corrections(first, second, undo)
    assert [s.state for s in case.corrections] == ["undone", "applied", "applied"]
    speaker = speaker_of(case, "Nobody had told")
    assert speaker is not None
    assert speaker.name == "Juri Tamm"


def test_the_same_person_may_change_their_mind() -> None:
    target = saying(plain(), "Nobody had told").id
    first = decide(plain(), "reject", target, 1)
    second = decide(plain(), "accept", target, 2)
    case = with_corrections(first, second)
    assert [s.state for s in case.corrections] == ["undone", "applied"]
    assert saying(case, "Nobody had told").evidence.rule == "correction"


def test_two_who_agree_are_no_conflict() -> None:
    target = saying(plain(), "Nobody had told").id
    both = [decide(plain(), "reattribute", target, n, who=w, speaker="Mara Lund") for n, w in enumerate(("Ana", "Ben"))]
    assert [s.state for s in with_corrections(*both).corrections] == ["applied", "applied"]


def test_an_undone_undoing_is_none() -> None:
    first = decide(plain(), "reject", saying(plain(), "Nobody had told").id, 1)
    undo = decide(plain(), "undo", first.id, 2, given=(first,))
    redo = decide(plain(), "undo", undo.id, 3, given=(first, undo))
    case = with_corrections(first, undo, redo)
    assert [s.state for s in case.corrections] == ["applied", "undone", "applied"]
    assert findings(case) == findings(with_corrections(first))


def test_a_text_that_changed_takes_its_corrections_along_only_where_the_words_stand_once() -> None:
    made = decide(plain(), "reattribute", saying(plain(), "Nobody had told").id, speaker="Mara Lund")
    moved = "UPDATED at noon.\n\n" + TEXTS["wire.txt"]
    case = relate([read("wire.txt", moved)], corrections=[made])
    assert state_of(case, made).state == "applied"
    assert "another version" in state_of(case, made).why
    speaker = speaker_of(case, "Nobody had told")
    assert speaker is not None
    assert speaker.name == "Mara Lund"
    for changed in (
        TEXTS["wire.txt"].replace("the crew", "our crew"),  # other words
        moved + TEXTS["wire.txt"],  # the same words twice
    ):
        case = relate([read("wire.txt", changed)], corrections=[made])
        assert state_of(case, made).state == "orphaned"
        assert "Mara Lund" not in {s.name for s in case.speakers}


def test_a_copy_of_the_text_under_another_name_is_not_the_text() -> None:
    made = decide(plain(), "reattribute", saying(plain(), "Nobody had told").id, speaker="Mara Lund")
    case = relate([read("copy.txt", TEXTS["wire.txt"])], corrections=[made])
    assert state_of(case, made).state == "orphaned"


@given(st.text(alphabet="ab ", min_size=1, max_size=60), st.data())
def test_words_are_found_again_exactly_or_not_at_all(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    anchor = make_anchor(make_document(text, name="a.txt"), start, end)
    other = data.draw(st.sampled_from([text, text[1:], "x" + text, text + text, text[::-1]]))
    document = make_document(other, name="a.txt")
    found = Texts([document]).locate(anchor)
    if found is not None:
        around = other[found.place.start - len(anchor.prefix) : found.place.end + len(anchor.suffix)]
        assert around == anchor.prefix + anchor.quote + anchor.suffix
        assert not found.moved or (other.count(around) == 1 and other.find(around, other.find(around) + 1) < 0)


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
    ]
    made = [make(n * 2 + k, who) for n, make in enumerate(makers) for k, who in enumerate(("Ana", "Ben"))]
    undone = [decide(case, "undo", c.id, 50 + n, "Cem", made) for n, c in enumerate(made[::3])]
    return (*made, *undone)


CHOSEN = st.lists(st.integers(0, 26), unique=True, min_size=1, max_size=7)


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
