"""What people decide stands: it is put back where it belongs, and follows its words or is orphaned."""

import dataclasses
from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from decisions_by_hand import (
    TEXTS,
    analyses,
    claim_of,
    decide,
    findings,
    moment,
    plain,
    read,
    saying,
    speaker_named,
    speaker_of,
    state_of,
    with_corrections,
)
from headwater import analyse, make_document, relate
from headwater.corrections import propose
from headwater.corrections.anchors import Texts, make_anchor
from headwater.corrections.checking import identify_correction
from headwater.errors import UsageError
from headwater.records import Analysis, CorrectionAction


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


def test_a_renamed_speaker_bears_the_new_name_everywhere_and_keeps_the_old_one() -> None:
    voss = speaker_named(plain(), "Ida Voss")
    made = decide(plain(), "rename_speaker", voss.id, new="Ida Voss-Lund")
    case = with_corrections(made)
    assert state_of(case, made).state == "applied"
    now = next(s for s in case.speakers if s.id == voss.id)
    assert (now.name, "Ida Voss" in now.names) == ("Ida Voss-Lund", True)
    assert "“Ida Voss” named “Ida Voss-Lund” by Ana" in now.evidence[-1].why
    assert any("Ida Voss-Lund" in c.origins.names for c in case.claims)
    assert not any("Ida Voss" in c.origins.names for c in case.claims)
    with pytest.raises(UsageError, match="lacks 'new'"):
        decide(plain(), "rename_speaker", voss.id, new=" ")


def test_a_renamed_speaker_is_known_by_its_words_and_names_that_differ_are_a_conflict() -> None:
    voss, holm = speaker_named(plain(), "Ida Voss"), speaker_of(plain(), "Nobody had told")
    assert holm is not None
    made = decide(plain(), "rename_speaker", voss.id, 1, new="Ida Lund")
    other = dataclasses.replace(made, target="speaker-of-another-run", id="")
    other = dataclasses.replace(other, id=identify_correction(other))
    assert "Ida Lund" in {s.name for s in with_corrections(other).speakers}
    joined = decide(plain(), "merge_speakers", holm.id, 2, value={"with": voss.id})
    assert {s.name for s in with_corrections(made, joined).speakers} >= {"Ida Lund"}
    against = decide(plain(), "rename_speaker", voss.id, 3, "Ben", new="Ida Tamm")
    assert [s.state for s in with_corrections(made, against).corrections] == ["applied", "conflict"]


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
    assert decide(plain(), "set_date", wire.path, published="2031-06-10").target == wire.id
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
