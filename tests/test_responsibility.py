"""Tests of who is said to have done a deed: the table of phenomena, and whose saying it is."""

import importlib
import json
from pathlib import Path

import pytest
from click.testing import CliRunner
from hypothesis import given, settings
from hypothesis import strategies as st

from headwater.cli import cli
from headwater.records import Attribution, Certainty, Document, Evidence, Polarity, Responsibility, Segment, Span
from headwater.responsibility import find_responsibility
from headwater.segment import segment
from phenomena.responsibility import ROWS, Row

SHARED = Path(__file__).resolve().parents[2] / "shared"


def _found(text: str, attributions: tuple[Attribution, ...] = ()) -> tuple[Responsibility, ...]:
    document = Document(id="d", path="d.txt", sha256="", text=text, language="en")
    return find_responsibility(document, segment(document), attributions)


def _shown(one: Responsibility, text: str) -> str:
    holder = "".join(f" by {span.of(text)}" for span in one.holder)
    return f"{one.actor.of(text)} = {one.standing}{holder}"


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row.reason + ": " + row.text[:40])
def test_phenomenon(row: Row) -> None:
    assert "; ".join(_shown(one, row.text) for one in _found(row.text)) == row.expected, row.reason


def _said(
    text: str, source: str, cue: str, content: str, certainty: Certainty = "stated", polarity: Polarity = "said"
) -> Attribution:
    def span(words: str) -> tuple[Span, ...]:
        return (Span(text.index(words), text.index(words) + len(words)),)

    evidence = Evidence("by hand", "Marked by hand.")
    return Attribution(
        "a", "d", span(source), span(cue), span(content), "indirect", polarity, certainty, None, 1.0, evidence
    )


@pytest.mark.parametrize(
    ("text", "source", "cue", "standing", "by_authorities"),
    [
        ("Police said that rebels killed the mayor.", "Police", "said", "asserted", True),
        ("Police believe that rebels killed the mayor.", "Police", "believe", "accused", True),
        ("Villagers said that rebels killed the mayor.", "Villagers", "said", "asserted", False),
        ("The rebels said that the rebels killed the mayor.", "The rebels", "said", "claimed", False),
        ("The rebels said that its fighters killed the mayor.", "The rebels", "said", "claimed", False),
    ],
)
def test_the_same_words_stand_differently_in_another_s_mouth(
    text: str, source: str, cue: str, standing: str, by_authorities: bool
) -> None:
    content = text[text.index("that ") + 5 : -1]
    (one,) = _found(text, (_said(text, source, cue, content),))
    assert (one.standing, one.by_authorities, one.attribution) == (standing, by_authorities, "a")
    assert [span.of(text) for span in one.holder] == [source]


def test_a_denial_around_it_denies() -> None:
    text = "The general denied that soldiers killed the mayor."
    denied = _said(text, "The general", "denied", "soldiers killed the mayor", polarity="denied")
    assert [one.standing for one in _found(text, (denied,))] == ["denied"]


def test_a_name_is_an_authority_s_where_the_text_introduced_it_as_one() -> None:
    text = "Colonel Ada Marn, head of the garrison, met reporters.\n\nMarn said that rebels killed the mayor."
    (one,) = _found(text, (_said(text, "Marn said"[:4], "said", "rebels killed the mayor"),))
    assert one.by_authorities is True


def test_who_is_accused_by_an_authority_is_none() -> None:
    text = "The army blamed the Eastern Front for the bomb. The Front accused the militia of the shelling."
    blamed, accused = _found(text)
    assert (blamed.by_authorities, accused.by_authorities) == (True, False)


def test_an_arrest_is_an_act_of_authorities() -> None:
    (one,) = _found("Four members of the Reed Gang were arrested for the murder.")
    assert one.by_authorities is True
    assert not one.holder


POLITICS = "The council met. It spoke of taxes. {} It spoke of roads. It spoke of schools. Then it rose."
WAR = "A bomb exploded. Two gunmen fled. {} A grenade was found. A hostage was freed. Then rebels came."


@pytest.mark.parametrize(
    "told",
    [
        "Marn launched a fresh attack on the mayor.",
        "The attack by Dana Marn on the mayor was noted.",
        "Marn committed a crime.",
        "The mayor was ambushed by Dana Marn.",
    ],
)
def test_an_attack_is_one_of_violence_where_the_text_around_is(told: str) -> None:
    assert _found(POLITICS.format(told)) == ()
    assert bool(_found(WAR.format(told))) == ("crime" not in told)


def test_an_armed_actor_attacks_in_any_text() -> None:
    assert [one.standing for one in _found(POLITICS.format("Gunmen attacked the army post."))] == ["asserted"]


def test_who_says_it_is_who_stands_before_the_who() -> None:
    text = "Ada Quill, who maintains that Marn killed the clerk, was heard."
    (one,) = _found(text, (_said(text, "who", "maintains", "Marn killed the clerk"),))
    assert [span.of(text) for span in one.holder] == ["Ada Quill"]


def test_what_is_alleged_of_somebody_he_does_not_say() -> None:
    text = "The killing of the mayor – allegedly by a soldier from Arlen – was filmed."
    said = _said(text, "a soldier from Arlen", "allegedly", "The killing of the mayor", certainty="alleged")
    assert [(one.standing, one.holder) for one in _found(text, (said,))] == [("accused", ())]


def test_leaders_who_discuss_a_land_do_not_say_what_is_told_of_it() -> None:
    text = "Leaders are discussing Arlen, where rebels killed two clerks."
    said = _said(text, "Leaders", "discussing", "Arlen, where rebels killed two clerks")
    assert [(one.standing, one.holder) for one in _found(text, (said,))] == [("asserted", ())]


def test_a_source_that_was_cut_is_shown_in_full() -> None:
    text = "The Office of the Northern Coast says rebels killed two clerks."
    (one,) = _found(text, (_said(text, "The Office", "says", "rebels killed two clerks"),))
    assert [span.of(text) for span in one.holder] == ["The Office of the Northern Coast"]


def test_a_witness_is_no_authority_by_the_words_beside_the_word() -> None:
    text = "The prosecutor heard a witness. A witness accused Marn of murder."
    (one,) = _found(text)
    assert one.by_authorities is False


def test_other_languages_are_not_read() -> None:
    document = Document(id="d", path="d.txt", sha256="", text="Rebels killed the mayor.", language="de")
    assert find_responsibility(document, (Segment("sentence", 0, 24),), ()) == ()


WORDS = """
rebels killed by the army , which claimed responsibility for ( Front ) [ blamed on accused of and - may have been
not suspected attack . “ ” , alleged to be according
"""
PIECES = st.sampled_from(WORDS.split())


@settings(max_examples=200, deadline=None)
@given(st.lists(PIECES, max_size=30).map(" ".join) | st.text(max_size=60))
def test_spans_lie_in_the_sentence_that_tells_the_deed(text: str) -> None:
    found = _found(text)
    for one in found:
        assert one.deed.start <= one.actor.start < one.actor.end <= one.deed.end
        assert one.deed.start <= one.cue.start < one.cue.end <= one.deed.end
        assert one.evidence.why
    assert len({one.id for one in found}) == len(found)
    assert _found(text) == found


@pytest.mark.shared
def test_figures_on_the_development_set() -> None:
    if not (SHARED / "data" / "figures").exists():
        pytest.skip("the shared figure sets are not beside the checkout")
    figures = importlib.import_module("responsibility").measure()
    assert figures["macro F1"] > 42


def test_a_claim_that_another_tells_of_is_shown_as_told(tmp_path: Path) -> None:
    text = "Dana Quill told reporters that the gunman confessed to killing the two clerks.\n"
    (tmp_path / "a.txt").write_text(text, encoding="utf-8")
    shown = CliRunner().invoke(cli, ["responsibility", "--quiet", "--in", str(tmp_path)], env={"COLUMNS": "140"})
    assert "“the gunman” says that its own side did it, as “Dana Quill” tells" in shown.output


def test_what_is_told_in_passing_is_not_the_speaker_s() -> None:
    text = "The man accused of the murder was silent, his lawyer said."
    said = _said(text, "his lawyer", "said", "The man accused of the murder was silent")
    (one,) = _found(text, (said,))
    assert (one.standing, one.holder) == ("accused", ())


def test_two_who_share_a_title_are_not_one() -> None:
    text = "Mr Marn said that Mr Dall killed the clerk."
    (one,) = _found(text, (_said(text, "Mr Marn", "said", "Mr Dall killed the clerk"),))
    assert one.standing == "asserted"


def test_the_command_says_who_says_it_and_gives_no_verdict(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("The Salt Front claimed responsibility for the bomb in Arlen.\n", encoding="utf-8")
    (tmp_path / "b.txt").write_text("The bomb in Arlen was blamed on the Salt Front.\n", encoding="utf-8")
    shown = CliRunner().invoke(cli, ["responsibility", "--quiet", "--in", str(tmp_path)], env={"COLUMNS": "100"})
    assert shown.exit_code == 0
    assert "claimed  “The Salt Front” says that its own side did it" in shown.output
    assert "accused  the text suspects or accuses “the Salt Front”" in shown.output
    assert "Headwater does not say who did it." in shown.output


def test_why_explains_a_statement_of_responsibility(tmp_path: Path) -> None:
    text = "The Salt Front claimed responsibility for the bomb in Arlen.\n"
    (tmp_path / "a.txt").write_text(text, encoding="utf-8")
    run = CliRunner()
    traced = run.invoke(cli, ["trace", "--quiet", "--json", str(tmp_path)])
    (one,) = json.loads(traced.stdout)["responsibility"]
    assert (one["actor"]["text"], one["cue"]["text"]) == ("The Salt Front", "claimed responsibility")
    shown = run.invoke(cli, ["why", one["id"], "--quiet", "--in", str(tmp_path)])
    assert shown.exit_code == 0
    assert "says that its own side did it" in shown.output


def test_who_is_named_beside_an_authority_is_none_by_that() -> None:
    text = "The army and the Salt Front blamed each other for the massacre."
    found = {one.actor.of(text): one.by_authorities for one in _found(text, ())}
    assert found == {"the Salt Front": True, "The army": False}
