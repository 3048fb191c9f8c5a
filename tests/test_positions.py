"""Positions: what reports a change and what does not, whose change it is, and moves between dated statements."""

import itertools
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from headwater.figures import find_figures
from headwater.ids import identify
from headwater.positions import find_positions
from headwater.positions.changes import find_changes
from headwater.positions.reported import UNTOLD
from headwater.records import (
    Analysis,
    Attribution,
    AttributionKind,
    Document,
    Evidence,
    Polarity,
    Resolution,
    Span,
    Speaker,
)
from headwater.resolve import Resolved
from headwater.segment import segment
from headwater.times import find_times
from phenomena.positions import ROWS

FRONT = Speaker("speaker-front", "Karsat Front", "organisation", ("Karsat Front", "the Front"))
OBSERVATORY = Speaker("speaker-observatory", "Harl Observatory", "organisation", ("Harl Observatory",))
TOLLAND = Speaker("speaker-tolland", "Mira Tolland", "person", ("Mira Tolland", "Tolland"))
SPEAKERS = (FRONT, OBSERVATORY, TOLLAND)

CHANGES = (
    ("softened its stance", "The Front softened its stance.", True),
    ("with an adverb before", "The Front has quietly changed its tone on farmers.", True),
    ("fixed phrase", "Later the Front changed tactics.", True),
    ("about-face", "Tolland made an about-face on the dam.", True),
    ("backtracked", "Tolland backtracked on Friday.", True),
    ("no longer says", "The Front no longer says that the road is mined.", True),
    ("denied first", "After initially denying the raid, the Front named its dead.", True),
    ("of a denial", "She withdrew her denial.", True),
    ("did not happen", "The Front did not soften its stance.", False),
    ("negated perfect", "The Front has not changed its position.", False),
    ("refused", "The Front refused to change its line.", False),
    ("future", "The Front will reverse its policy.", False),
    ("modal", "The Front would have reversed its policy.", False),
    ("left open", "Nobody knows whether the Front changed its mind.", False),
    ("conditional", "It is unclear if Tolland reversed course.", False),
    ("of something else", "The Front softened the blow.", False),
    ("adjective", "A revised version of the statement is out.", False),
    ("another's position", "The weekly changed the committee’s statement.", False),
    ("no object", "The weather changed.", False),
    ("course from somewhere", "Tolland reversed course from Oram.", False),
)


@pytest.mark.parametrize(("reason", "text", "reports"), CHANGES, ids=[row[0] for row in CHANGES])
def test_a_sentence_reports_a_change(reason: str, text: str, reports: bool) -> None:
    assert bool(find_changes(text, 0, len(text))) is reports, reason


@pytest.mark.parametrize(
    ("text", "topic"),
    [
        ("The Front softened its stance on deserters, apparently to keep them.", "deserters"),
        ("Tolland changed her mind about the eastern dam after the flood.", "eastern dam"),
        ("Tolland changed her mind on Friday.", None),
        ("The Front changed tactics.", None),
        ("The Front softened its tone on deserters of the Third Brigade since May.", "deserters of the Third Brigade"),
        ("Oram dropped its opposition to the Dunmere House plan on the dam.", "Dunmere House plan"),
        ("Tolland changed her position on tolls twice in a day.", "tolls"),
    ],
)
def test_the_topic_is_what_the_report_names(text: str, topic: str | None) -> None:
    (change,) = find_changes(text, 0, len(text))
    assert change.topic == topic


def analyse(
    name: str,
    text: str,
    published: str | None = None,
    said: dict[str, Polarity] | None = None,
    title: str | None = None,
) -> Analysis:
    document = Document(name, f"{name}.txt", "", text, title=title, published=published, language="en")
    segments = segment(document)
    attributions = tuple(attribution(name, text, words, polarity) for words, polarity in (said or {}).items())
    times = find_times(document, segments, attributions)
    return Analysis(document, segments, attributions, times, find_figures(document, segments, attributions, times))


def attribution(name: str, text: str, content: str, polarity: Polarity) -> Attribution:
    start = text.index(content)
    return Attribution(
        id=identify("attribution", name, start),
        document=name,
        source=(),
        cue=(),
        content=(Span(start, start + len(content)),),
        kind="indirect",
        polarity=polarity,
        certainty="stated",
        inside=None,
        score=0.9,
        evidence=Evidence("by hand", "somebody says it"),
    )


def resolved(*analyses: Analysis, speaker: Speaker = FRONT) -> Resolved:
    """Return every attribution as said by ``speaker``."""
    evidence = Evidence("by hand", "the table says so")
    return Resolved(
        SPEAKERS,
        tuple(Resolution(a.id, speaker.id, "stated", evidence) for analysis in analyses for a in analysis.attributions),
    )


def stances(*analyses: Analysis) -> list[tuple[str, str, list[str]]]:
    """Return (speaker, topic, stances) of each position."""
    names = {speaker.id: speaker.name for speaker in SPEAKERS}
    found = find_positions(analyses, resolved(*analyses))
    return [(names[p.speaker], p.topic, [step.stance for step in p.steps]) for p in found]


@pytest.mark.parametrize(("reason", "text", "expected"), ROWS, ids=[row[0] for row in ROWS])
def test_the_steps_of_a_text(reason: str, text: str, expected: tuple[tuple[str, str, tuple[str, ...]], ...]) -> None:
    found = stances(analyse("a", text))
    assert tuple((speaker, topic, tuple(steps)) for speaker, topic, steps in found) == expected, reason


def test_a_name_of_two_speakers_is_that_of_the_one_who_speaks_in_the_document() -> None:
    other = Speaker("speaker-other", "Joss Tolland", "person", ("Joss Tolland", "Tolland"))
    analysis = analyse("a", "Tolland changed her mind about the dam. Work goes on.", said={"Work goes on": "said"})
    spoken = resolved(analysis, speaker=TOLLAND)
    (position,) = find_positions([analysis], replace(spoken, speakers=(*SPEAKERS, other)))
    assert position.speaker == TOLLAND.id
    silent = analyse("b", "Tolland changed her mind about the dam.")
    assert find_positions([silent], Resolved((*SPEAKERS, other), ())) == ()


@pytest.mark.parametrize(("month", "moved"), [("May 2025", True), ("June 2025", False)])
def test_counts_of_two_months_are_no_two_counts(month: str, moved: bool) -> None:
    one, other = "the Dunmere mills added 69 jobs in May 2025", f"the Dunmere mills added 71 jobs in {month}"
    first = analyse("a", f"The Front said {one}.", "2025-06-03", {one: "said"})
    later = analyse("b", f"The Front said {other}.", "2025-07-04", {other: "said"})
    assert bool(stances(first, later)) is moved


def test_parts_of_one_count_are_no_two_counts() -> None:
    first = analyse(
        "a", "312 were held, 83 of them detained.", "2026-04-20", {"312 were held, 83 of them detained": "said"}
    )
    later = analyse(
        "b", "312 were held, 116 of them detained.", "2026-04-23", {"312 were held, 116 of them detained": "said"}
    )
    assert stances(first, later) == []


TURN = """The Karsat Front called deserters traitors. Deserters were shown in films.

At first the Front threatened deserters with death.

Several weeks later, the organization softened its stance.

Now its weekly says that deserters may return.
"""


def test_a_report_of_change_gives_what_was_before_and_what_is_now() -> None:
    analysis = analyse("a", TURN, title="What becomes of deserters")
    (position,) = find_positions([analysis], resolved(analysis))
    assert (position.speaker, position.topic) == (FRONT.id, "deserters")
    assert [step.stance for step in position.steps] == ["at first", "softened its stance", "now"]
    assert [step.order for step in position.steps] == [1, 2, 3]


def test_no_topic_is_guessed_from_the_words_of_one_text_alone() -> None:
    analysis = analyse("a", TURN, title="A summer in Harl")
    (position,) = find_positions([analysis], resolved(analysis))
    assert position.topic == UNTOLD


def test_the_steps_point_to_the_statements_that_claims_are_made_of() -> None:
    analysis = analyse("a", TURN)
    (position,) = find_positions([analysis], resolved(analysis))
    start = TURN.index("Several weeks later")
    end = TURN.index("stance.") + len("stance.")
    assert position.steps[1].statements == (identify("statement", "a", start, end),)


def test_the_time_of_a_step_is_that_of_its_sentence() -> None:
    analysis = analyse("a", TURN)
    (position,) = find_positions([analysis], resolved(analysis))
    times = {time.id: TURN[time.start : time.end] for time in analysis.times}
    assert "weeks later" in times[position.steps[1].time or ""]


def test_what_the_speaker_says_next_is_the_last_step() -> None:
    text = "The Karsat Front softened its stance on farmers. The Front admitted that farmers were needed."
    analysis = analyse("a", text, said={"farmers were needed": "said"})
    cue = text.index("admitted")
    spoken = replace(analysis.attributions[0], cue=(Span(cue, cue + len("admitted")),))
    analysis = replace(analysis, attributions=(spoken,))
    assert stances(analysis) == [("Karsat Front", "farmers", ["softened its stance", "admitted"])]
    (position,) = find_positions([analysis], resolved(analysis, speaker=OBSERVATORY))
    assert len(position.steps) == 1


def test_two_documents_on_one_change_share_its_steps() -> None:
    other = TURN.replace("the organization softened its stance", "the group changed tactics")
    (found,) = find_positions([analyse("a", TURN), analyse("b", other)], resolved())
    assert found.steps[1].stance == "softened its stance / changed tactics"
    assert [len(step.statements) for step in found.steps] == [2, 2, 2]


def test_the_change_of_a_groups_paper_is_not_the_groups() -> None:
    assert stances(analyse("a", "The Karsat Front’s weekly softened its tone toward farmers.")) == []


def test_a_change_of_somebody_unknown_is_left() -> None:
    assert stances(analyse("a", "The ministry of Dunmere softened its stance on farmers.")) == []


def test_it_is_left_where_two_organisations_are_named_alike() -> None:
    text = "The Karsat Front and the Harl Observatory met on farmers. Later it softened its stance on farmers."
    assert stances(analyse("a", text)) == []


def test_he_or_she_is_the_only_person_named_before() -> None:
    text = "Mira Tolland had praised the dam. Then she changed her mind about the dam."
    assert stances(analyse("a", text)) == [("Mira Tolland", "dam", ["changed her mind"])]


def test_what_was_denied_and_is_said_later_is_a_move() -> None:
    first = "its fighters burned the granary in Lower Vail"
    found = stances(
        analyse("a", f"The Front denied that {first}.", "2014-05-01", {first: "denied"}),
        analyse("b", f"The Front admitted that {first}.", "2014-06-01", {first: "said"}),
    )
    assert [steps for _, _, steps in found] == [["denies", "says"]]


@pytest.mark.parametrize(
    ("first", "then", "moved"),
    [
        ("the stolen granary ledgers of Lower Vail", "the ledgers of the stolen Lower Vail granary", False),
        ("it had the granary ledgers of Lower Vail", "Could it have had the granary ledgers of Lower Vail?", False),
        ("it had the granary ledgers of Lower Vail", "it had the granary ledgers of Lower Vail", True),
    ],
)
def test_only_what_is_said_takes_back_what_was_denied(first: str, then: str, moved: bool) -> None:
    found = stances(
        analyse("a", f"The Front denied {first}.", "2014-05-01", {first: "denied"}),
        analyse("b", f"The Front spoke: {then}", "2014-06-01", {then: "said"}),
    )
    assert bool(found) is moved


@pytest.mark.parametrize(
    ("cue", "content", "moved"),
    [
        ("admitted", "the guards to burn the granary in Lower Vail", True),
        ("urged", "the guards to burn the granary in Lower Vail", False),
        ("is said", "to have asked the guards to burn the granary in Lower Vail", False),
        ("has been accused of", "letting the guards burn the granary in Lower Vail", False),
        ("told reporters", "that the guards in Lower Vail like the mayor and the harvest", False),
    ],
)
def test_what_the_speaker_does_not_say_itself_takes_no_denial_back(cue: str, content: str, moved: bool) -> None:
    first = "the guards were to burn the granary in Lower Vail"
    text = f"The Front {cue} {content}."
    later = analyse("b", text, "2014-06-01", {content: "said"})
    span = Span(text.index(cue), text.index(cue) + len(cue))
    later = replace(later, attributions=(replace(later.attributions[0], cue=(span,)),))
    assert bool(stances(analyse("a", f"It denied that {first}.", "2014-05-01", {first: "denied"}), later)) is moved


def test_the_post_that_was_told_has_changed_nothing() -> None:
    text = "Mira Tolland told the Karsat Front she changed her mind about the dam."
    assert stances(analyse("a", text)) == [("Mira Tolland", "dam", ["changed her mind"])]


@pytest.mark.parametrize(("kind", "moved"), [("direct", False), ("indirect", True)])
def test_who_is_quoted_with_another_has_changed_nothing(kind: AttributionKind, moved: bool) -> None:
    quoted = "I do think his views on the dam have changed"
    analysis = analyse("a", f"Tolland spoke. “{quoted},” said Tolland.", said={quoted: "said"})
    spoken = tuple(replace(a, kind=kind) for a in analysis.attributions)
    found = find_positions([replace(analysis, attributions=spoken)], resolved(analysis, speaker=TOLLAND))
    assert bool(found) is moved


def test_the_same_statements_on_one_day_are_no_move() -> None:
    first = "its fighters burned the granary in Lower Vail"
    found = stances(
        analyse("a", f"The Front denied that {first}.", "2014-05-01", {first: "denied"}),
        analyse("b", f"The Front admitted that {first}.", "2014-05-01", {first: "said"}),
    )
    assert found == []


def test_undated_statements_are_no_move() -> None:
    first = "its fighters burned the granary in Lower Vail"
    found = stances(
        analyse("a", f"The Front denied that {first}.", None, {first: "denied"}),
        analyse("b", f"The Front admitted that {first}.", "2014-06-01", {first: "said"}),
    )
    assert found == []


def test_a_count_that_rises_is_shown_step_by_step() -> None:
    def count(number: int) -> str:
        return f"{number} people drowned when the ferry sank off Karsat"

    analyses = [
        analyse(name, f"The Front says {count(number)}.", date, {count(number): "said"})
        for name, number, date in (("a", 28, "2014-05-01"), ("b", 41, "2014-05-02"), ("c", 63, "2014-05-09"))
    ]
    (position,) = find_positions(analyses, resolved(*analyses))
    assert [step.stance for step in position.steps] == [
        "28 people drowned",
        "41 people drowned",
        "63 people drowned",
    ]


def announced(name: str, published: str, content: str) -> Analysis:
    return analyse(name, f"The Front says {content}.", published, {content: "said"})


def test_a_day_that_slips_is_shown_step_by_step() -> None:
    analyses = [
        announced("a", "2014-01-10", "the new border hospital would open in March 2014"),
        announced("b", "2014-02-14", "the border hospital would open in June 2014"),
        announced("c", "2014-04-03", "the border hospital will open in September 2014"),
    ]
    (position,) = find_positions(analyses, resolved(*analyses))
    assert position.topic == "“border hospital would open”"
    assert [step.stance for step in position.steps] == ["March 2014", "June 2014", "September 2014"]


@pytest.mark.parametrize(
    ("first", "then"),
    [
        ("the border hospital would open in March 2014", "the border hospital would open on 3 March 2014"),  # nearer
        ("the border hospital would open in March 2014", "the border hospital was closed in January 2014"),  # the past
        ("the border hospital would open in March 2014", "the border bridge would open in June 2014"),  # another thing
        ("the border hospital would not open in March 2014", "the border hospital would open in June 2014"),  # agree
    ],
)
def test_dates_that_agree_or_are_of_other_things_are_no_move(first: str, then: str) -> None:
    assert stances(announced("a", "2014-01-10", first), announced("b", "2014-02-14", then)) == []


@pytest.mark.parametrize(
    ("then", "steps"),
    [
        ("The Front admitted that the bridge was closed.", 1),
        ("The Front admitted that farmers were needed.", 2),
    ],
)
def test_what_is_said_in_the_next_paragraph_must_be_on_the_topic(then: str, steps: int) -> None:
    text = f"The Karsat Front softened its stance on farmers.\n\n{then}"
    analysis = analyse("a", text, said={then[then.index("that ") + 5 : -1]: "said"})
    cue = text.index("admitted")
    spoken = replace(analysis.attributions[0], cue=(Span(cue, cue + len("admitted")),))
    (position,) = find_positions([replace(analysis, attributions=(spoken,))], resolved(analysis))
    assert len(position.steps) == steps


def test_the_order_of_documents_does_not_matter() -> None:
    first = "its fighters burned the granary in Lower Vail"
    analyses = [
        analyse("a", TURN),
        analyse("b", f"The Front denied that {first}.", "2014-05-01", {first: "denied"}),
        analyse("c", f"The Front admitted that {first}.", "2014-06-01", {first: "said"}),
    ]
    expected = find_positions(analyses, resolved(*analyses))
    assert len(expected) == 2
    for order in itertools.permutations(analyses):
        assert find_positions(order, resolved(*analyses)) == expected


@given(st.text(alphabet="its softened stance on changed mind no longer says .,\n", max_size=300))
@settings(max_examples=60, deadline=None)
def test_changes_lie_in_the_sentence(text: str) -> None:
    for change in find_changes(text, 0, len(text)):
        assert 0 <= change.span.start < change.span.end <= len(text)


def test_a_long_line_is_read_in_linear_time() -> None:
    text = "softened its its its " * 20_000
    assert find_changes(text, 0, len(text)) == []


ATTITUDES: tuple[tuple[str, str, str, list[tuple[str, str, list[str]]]], ...] = (
    (
        "condemns deserters, then offers them a pardon",
        "The Front condemned the deserters on Monday.",
        "The Front offered a pardon to fighters who had deserted.",
        [("Karsat Front", "deserters", ["condemned", "offered a pardon"])],
    ),
    (
        "praises smugglers, then denounces them",
        "The Front praised the smugglers of Arlen.",
        "The Front denounced smugglers as thieves.",
        [("Karsat Front", "smugglers", ["praised", "denounced"])],
    ),
    ("other people", "The Front condemned the deserters.", "The Front offered a pardon to smugglers.", []),
    ("a post", "The Front condemned the officers in Arlen.", "The Front praised the officers in Harl.", []),
    ("another speaker", "The Front condemned the deserters.", "Tolland offered deserters a pardon.", []),
    ("not so", "The Front condemned the deserters.", "The Front has not pardoned the deserters.", []),
    ("what they did, not they", "The Front condemned the attack on settlers.", "The Front praised a book.", []),
    ("no pardon", "The Front condemned the deserters.", "The Front offered deserters the choice of a rope.", []),
)


@pytest.mark.parametrize(("reason", "earlier", "later", "expected"), ATTITUDES, ids=[row[0] for row in ATTITUDES])
def test_who_condemns_people_and_later_reaches_out_to_them_has_moved(
    reason: str, earlier: str, later: str, expected: list[tuple[str, str, list[str]]]
) -> None:
    assert stances(analyse("a", earlier, "2031-02-06"), analyse("b", later, "2031-04-20")) == expected, reason
    assert stances(analyse("a", earlier), analyse("b", later)) == [], "without dates nothing is said"
