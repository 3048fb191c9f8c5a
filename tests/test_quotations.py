"""Quotation checks: the table of written cases, and the rules around it."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

import pytest

from headwater.align import align
from headwater.quotations import check_quotations
from headwater.quotations.sources import speaks_for, who_is
from headwater.records import (
    Analysis,
    Attribution,
    AttributionKind,
    Document,
    Evidence,
    QuotationCheck,
    Resolution,
    Span,
    Speaker,
)
from headwater.segment import segment
from phenomena.quotations import (
    BETWEEN,
    ITSELF,
    NOWHERE,
    OTHERS,
    OWN_ITSELF,
    OWN_OTHERS,
    QUOTED,
    REPORTS,
    SPEAKERS,
    UTTERANCES,
    Between,
    Edit,
    Row,
    Told,
)

MARKS = (("“", "”"), ('"', '"'), ("«", "»"), ("„", "“"), ("‘", "’"))
LEAD = "The council met in the old customs house on Tuesday evening and heard six people before it went home."
SHARED = "Nobody in the valley could remember a spring in which the road to Orlova was closed for so long a time."
CREDIT = " The words were first published by the Vale Monitor."


@dataclass(frozen=True, slots=True)
class ResolvedByHand:
    """Who the sources are, as the resolving stage would say."""

    speakers: tuple[Speaker, ...]
    resolutions: tuple[Resolution, ...]


def analysis(identifier: str, text: str, publisher: str, published: str | None, *said: Told) -> Analysis:
    document = Document(identifier, f"{identifier}.txt", "", text, publisher=publisher, published=published)
    attributions: tuple[Attribution, ...] = ()
    for number, (source, content, *rest) in enumerate(said, 1):
        at, by = text.index(content), text.rindex(source)
        spans = (Span(by, by + len(source)),), (), (Span(at, at + len(content)),)
        kind: AttributionKind = "indirect" if "indirect" in rest else "direct"
        within = f"{identifier}-1" if "inside" in rest else None
        name = f"{identifier}-{number}"
        attributions += (
            Attribution(name, identifier, *spans, kind, "said", "stated", within, 1.0, Evidence("test", "test")),
        )
    return Analysis(document, segment(document), attributions, (), ())


def edited(text: str, edits: tuple[Edit, ...]) -> str:
    for old, new in edits:
        assert old in text, (old, text)
        text = text.replace(old, new, 1)
    return " ".join(text.split()) if not any("  " in new for _, new in edits) else text.strip()


def check(
    earlier: str, quote: str, source: str, marks: tuple[str, str] = ("“", "”"), lead: str = "", rest: str = CREDIT
) -> QuotationCheck:
    original = analysis("a", earlier, "The Vale Monitor", "2031-03-02")
    quoted = f"{marks[0]}{quote}{marks[1]}"
    quoting = analysis(
        "b", f"{lead}Late on Thursday {quoted} said {source}.{rest}", "Quay News", "2031-03-04", (source, quoted)
    )
    (found,) = check_quotations((original, quoting), align((original, quoting)))
    return found


def cases() -> Iterator[tuple[str, str, str, str, str]]:
    """Give (earlier text, quotation, source, expected verdict, reason) for every row of the table."""
    for key, edits, verdict, reason in QUOTED:
        speaker = SPEAKERS[key]
        yield f"{LEAD} “{UTTERANCES[key]}” {speaker} said.", edited(UTTERANCES[key], edits), speaker, verdict, reason
    for number, (key, edits, verdict, reason) in enumerate(OWN_ITSELF):
        source = ITSELF[number % len(ITSELF)]
        yield f"{LEAD} {REPORTS[key]} {SHARED}", edited(REPORTS[key], edits), source, verdict, reason
    for number, (key, edits, verdict, reason) in enumerate(OWN_OTHERS):
        source = OTHERS[number % len(OTHERS)]
        yield f"{LEAD} {REPORTS[key]} {SHARED}", edited(REPORTS[key], edits), source, verdict, reason
    for source, quote, verdict in NOWHERE:
        yield f"{LEAD} {SHARED}", quote, source, verdict, "the words are nowhere"


CASES = list(cases())


def judged() -> list[tuple[str, str, str, str]]:
    """Return (expected, found, quotation, reason) for every row, the styles of marks included."""
    found: list[tuple[str, str, str, str]] = []
    for earlier, quote, source, verdict, why in CASES:
        lead = f"{SHARED} " if verdict == "not_found" else ""  # so the quoted document is known to be used
        found.append((verdict, check(earlier, quote, source, lead=lead).verdict, quote, why))
    for key, utterance in UTTERANCES.items():
        for marks in MARKS:
            result = check(f"{LEAD} “{utterance}” {SPEAKERS[key]} said.", utterance, SPEAKERS[key], marks)
            found.append(("verbatim", result.verdict, f"{marks[0]}{utterance}", "a style of marks"))
    return found


def test_the_table_holds_at_least_two_hundred_cases_and_nearly_all_are_right() -> None:
    results = judged()
    wrong = [row for row in results if row[0] != row[1]]
    assert len(results) >= 200
    assert len(wrong) <= 0.03 * len(results), wrong
    assert not [row for row in wrong if row[1] == "altered"]


def test_changes_are_told_with_their_words_and_classes() -> None:
    result = check(
        f"{LEAD} “{UTTERANCES['mill']}” Petra Sund said.",
        edited(UTTERANCES["mill"], (("will probably close", "will close"), ("autumn", "May"))),
        "Petra Sund",
    )
    assert [(c.kind, c.quoted, c.original, c.classes) for c in result.changes] == [
        ("deleted", "", "probably", ("hedge",)),
        ("replaced", "May", "autumn", ("date",)),
    ]
    assert result.why == "In The Vale Monitor the words are otherwise: “probably” is left out; “autumn” is “May” here."


def test_other_words_at_the_start_stand_for_those_of_the_original() -> None:
    earlier = f"{LEAD} “Nobody will lose a home, and I guarantee it to the whole valley,” Ilse Brandvold said."
    quote = "Hardly anybody will lose a home, and I guarantee it to the whole valley"
    result = check(earlier, quote, "Ilse Brandvold")
    assert [(c.kind, c.quoted, c.original) for c in result.changes] == [("replaced", "Hardly anybody", "Nobody")]
    fragment = check(earlier, quote[0].lower() + quote[1:], "Ilse Brandvold")
    assert [(c.kind, c.quoted, c.original) for c in fragment.changes] == [("inserted", "hardly anybody", "")]


WARDS = "The wards are full, and the corridors are full, and since Friday we put people on the floor of the chapel"


@pytest.mark.parametrize(
    ("quote", "verdict"),
    [
        ("The wards are full […] and since Friday we put people on the floor of the chapel", "trimmed"),
        ("The wards are full, and … since Friday we put people on the floor of the chapel", "trimmed"),
        ("The wards are full … since Friday we put people on the floor of the chapel", "trimmed"),
        ("The wards are full and since Friday we put people on the floor of the chapel", "altered"),
        ("The wards are … full, and the corridors, and since Friday we put people on the floor", "altered"),
    ],
)
def test_an_ellipsis_stands_for_words_between_repeated_ones(quote: str, verdict: str) -> None:
    assert check(f"{LEAD} “{WARDS},” Ilse Brandvold said.", quote, "Ilse Brandvold").verdict == verdict


@pytest.mark.parametrize(
    ("before", "verdict"), [("We were unlucky, but ", "verbatim"), ("I never said that ", "trimmed"), ("", "verbatim")]
)
def test_a_clause_behind_a_conjunction_stands_on_its_own(before: str, verdict: str) -> None:
    said = "in June the first cars will cross the bridge"
    quote = said[0].upper() + said[1:]
    assert check(f"{LEAD} “{before}{said},” Ilse Brandvold said.", quote, "Ilse Brandvold").verdict == verdict


@pytest.mark.parametrize("case", [row for row in QUOTED if row[2] == "altered"], ids=lambda row: f"{row[0]}: {row[3]}")
def test_two_reports_of_one_utterance_are_not_called_altered_by_their_dates(case: Row) -> None:
    key, edits, _, _ = case
    result = check(
        f"{LEAD} “{UTTERANCES[key]}” {SPEAKERS[key]} said.", edited(UTTERANCES[key], edits), SPEAKERS[key], rest=""
    )
    assert result.verdict == "unchecked"


@pytest.mark.parametrize("row", BETWEEN, ids=lambda row: row.reason)
def test_what_stands_between_or_around_the_marks_is_weighed(row: Between) -> None:
    original = analysis("a", row.earlier, "The Vale Monitor", "2031-03-02", *row.told)
    quoting = analysis("b", row.later, "Quay News", "2031-03-04", *row.said)
    found = [
        c for c in check_quotations((original, quoting), align((original, quoting))) if c.attribution.startswith("b")
    ]
    assert [c.verdict for c in found] == list(row.verdicts)
    assert all("said" not in change.original.split() for c in found for change in c.changes)
    for check in found:
        for change in check.changes:
            assert change.original.count("[") == change.original.count("]"), change


def test_a_quotation_is_never_checked_against_a_later_document() -> None:
    first = analysis("b", f"“{UTTERANCES['lock']}” said Ilse.", "Quay News", "2031-03-01", ("Ilse", UTTERANCES["lock"]))
    later = analysis("a", f"“{edited(UTTERANCES['lock'], (('nine', 'three'),))}” Ilse said.", "Bell", "2031-03-03")
    (found,) = check_quotations((first, later), align((first, later)))
    assert (found.verdict, found.against) == ("unchecked", None)


def test_two_undated_versions_of_one_utterance_are_not_called_altered() -> None:
    one = analysis("a", f"{LEAD} “{UTTERANCES['lock']}” said Ilse.", "Bell", None, ("Ilse", UTTERANCES["lock"]))
    other = edited(UTTERANCES["lock"], (("nine", "three"),))
    two = analysis("b", f"In the north “{other}” said Ilse.", "Quay News", None, ("Ilse", other))
    assert {c.verdict for c in check_quotations((one, two), align((one, two)))} == {"unchecked"}


def test_indirect_speech_is_not_checked_and_order_does_not_matter() -> None:
    assert check_quotations((), ()) == ()
    one = analysis("a", f"{LEAD} “{UTTERANCES['lock']}” Ilse said.", "Bell", "2031-03-01")
    two = analysis("b", f"“{UTTERANCES['lock']}” said Ilse.", "Quay News", "2031-03-02", ("Ilse", UTTERANCES["lock"]))
    assert check_quotations((one, two), ()) == check_quotations((two, one), ())


@pytest.mark.parametrize("text", ["“", "“”", "“…”", "“[...]”", "“a”", "“ ”"])
def test_empty_quotations_are_no_trouble(text: str) -> None:
    quoting = analysis("b", f"{text} said Ilse.", "Quay News", None, ("Ilse", text))
    checks = check_quotations((quoting, analysis("a", LEAD, "Bell", None)), ())
    assert all(c.verdict == "unchecked" for c in checks)


def test_a_block_quotation_is_checked_whatever_introduces_it() -> None:
    said = "The road was never salted, and the plough stood in its shed until noon that day."
    original = analysis("a", f"{LEAD} {said} Then it rained.", "The Vale Monitor", "2031-03-02")
    for quoted, verdict in ((said, "verbatim"), (said.replace("until noon", "until night"), "altered")):
        text = f"The Vale Monitor put it like this:\n\n> {quoted}\n\n{SHARED}"
        quoting = analysis("b", text, "Orlova Letters", "2031-03-04", ("The Vale Monitor", f"> {quoted}", "indirect"))
        (found,) = check_quotations((original, quoting), align((original, quoting)))
        assert found.verdict == verdict


def test_a_report_that_calls_the_source_by_another_name_is_not_the_source_itself() -> None:
    text = "A spokeswoman for the port said the safety budget “rose by 4 percent”."
    report = Analysis(Document("b", "b.txt", "", text), (), (), (), ())
    speakers = [Speaker("s", "Port Authority", "organisation", ("Port Authority",))]
    assert who_is("it", speakers, report, reported=True) == "unclear"
    assert who_is("it", speakers, report, reported=False) == "itself"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ministry spokesman Piet Haan said so.", True),
        ("Piet Haan, a spokesman for the ministry, said so.", True),
        ("The ministry has admitted it.\n\nSpokesman Piet Haan said so.", True),
        ("The ministry has admitted it. Rebel spokesman Piet Haan said so.", False),
        ("Piet Haan, a lawyer, asked the ministry.", False),
        ("Spokesman Piet Haan said so.", False),
        ("Minister Piet Haan said so.", True),  # of which ministry is not said
        ("Trade minister Piet Haan said so.", False),
    ],
)
def test_who_speaks_for_a_body_may_say_what_it_wrote(text: str, expected: bool) -> None:
    haan = [Speaker("s", "Piet Haan", "person", ("Piet Haan",))]
    assert speaks_for("Haan", haan, "Ministry of the Interior", text) == expected


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("a ministry spokesman", True),
        ("the minister", True),
        ("a spokesman", False),
        ("the trade minister", False),
        ("the ministry's driver", False),
    ],
)
def test_who_has_no_name_may_speak_for_the_body_as_well(source: str, expected: bool) -> None:
    assert speaks_for(source, [], "Ministry of the Interior", "") == expected


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("Transcript: Address of the Minister of Trade Piet Haan to the Assembly", "itself"),
        ("Remarks by Piet Haan at the quay", "itself"),
        ("Interview with Piet Haan", "itself"),
        ("Haan's speech angers the harbour", "third"),
        ("Statement by the port on Piet Haan", "third"),
        ("Statement by the family of Piet Haan", "third"),
        ("The address of the house", "third"),
    ],
)
def test_a_text_that_says_whose_speech_it_is_is_the_source_itself(title: str, expected: str) -> None:
    speech = Analysis(Document("b", "b.txt", "", f"{title}\n\n{LEAD}", "Ministry of Trade", title), (), (), (), ())
    assert who_is("he", [Speaker("s", "Piet Haan", "person", ("Haan",))], speech, reported=False) == expected


@pytest.mark.parametrize(
    ("source", "title", "expected"),
    [
        ("the minister", "Speech by Minister Ana Belcourt to the Congress", "itself"),
        ("she", "Speech by Minister Ana Belcourt to the Congress", "unclear"),
        ("a miller", "Speech by Minister Ana Belcourt to the Congress", "third"),
        ("she", "Water report", "third"),
    ],
)
def test_who_is_not_named_may_be_the_one_whose_speech_it_is(source: str, title: str, expected: str) -> None:
    speech = Analysis(Document("b", "b.txt", "", f"{title}\n\n{LEAD}", "Ministry of Water", title), (), (), (), ())
    assert who_is(source, [], speech, reported=False) == expected


@pytest.mark.parametrize(
    ("source", "publisher", "title", "expected"),
    [
        ("the Harl Budget Office report", "Quay News", "Budget office warns of a gap", "third"),
        ("the report", "Quay News", "Budget office warns of a gap", "third"),
        ("the report", "Ministry of Water", "Report on the weir", "itself"),
        ("the Quay News report", "Quay News", "Budget office warns of a gap", "itself"),
        ("the report", "Quay News", None, "itself"),
    ],
)
def test_a_report_is_no_newspapers_article_about_it(source: str, publisher: str, title: str, expected: str) -> None:
    article = Analysis(Document("b", "b.txt", "", LEAD, publisher, title), (), (), (), ())
    assert who_is(source, [], article, reported=False) == expected


@pytest.mark.parametrize(
    ("said", "quote"),
    [
        ("Governor Ruiz is not going to open the northern gate", "Gov. Ruiz is not going to open the northern gate"),
        ("He would rather see hardworking crews at the gate", "He'd rather see hard-working crews at the gate"),
        ("There is nobody at the gate since October 15th", "There's nobody at the gate since Oct. 15"),
        ("No, I don't support a second gate at the weir", "I don't support a second gate at the weir"),
        ("It is clear that the gate leaks and that the weir is next to go", "The weir is next to go"),
    ],
)
def test_another_way_to_write_or_to_begin_alters_nothing(said: str, quote: str) -> None:
    assert check(f"{LEAD} “{said},” Ilse Brandvold said. {SHARED}", quote, "Ilse Brandvold").verdict == "verbatim"


def test_a_single_mark_ends_a_sentence_behind_a_comma() -> None:
    said = "We wait for timber and open the northern gate this week"
    assert check(f"{LEAD} '{said},' the keeper of the weir said.", said, "Ilse Brandvold").verdict != "trimmed"


def test_words_that_the_other_report_leaves_out_are_not_put_in() -> None:
    said = "We follow the rules set forth … the council reviewed the record of the weir and found nothing at all"
    whole = said.replace("…", "in the weir book,")
    result = check(f"{LEAD} “{said},” Ilse Brandvold said.", whole, "Ilse Brandvold")
    assert (result.verdict, result.why) == ("unchecked", "The Vale Monitor leaves words out of these.")


def test_a_publisher_that_is_only_named_is_no_source() -> None:
    said = UTTERANCES["mill"]
    rest = " The owner of the Vale Monitor sat beside her."
    result = check(f"{LEAD} “{said}” Petra Sund said.", said.replace("autumn", "May"), "Petra Sund", rest=rest)
    assert result.verdict == "unchecked"


def test_two_short_quotations_are_not_looked_up_as_one() -> None:
    earlier = f"{LEAD} The Mill Party Patriots filed a suit against the council. {SHARED}"
    text = f"{SHARED} They looked for “Mill Party” or “Patriots” in names, said Ilse."
    original = analysis("a", earlier, "The Vale Monitor", "2031-03-02")
    quoting = analysis("b", text, "Quay News", "2031-03-04", ("Ilse", "for “Mill Party” or “Patriots” in names"))
    (found,) = check_quotations((original, quoting), align((original, quoting)))
    assert found.verdict == "unchecked"


@pytest.mark.parametrize(
    ("verb", "verdict"), [("blamed the mayor for", "verbatim"), ("praised the mayor for", "trimmed")]
)
def test_who_blames_for_what_is_not_so_says_that_it_is_not(verb: str, verdict: str) -> None:
    earlier = (
        f"{LEAD} “What we need at the weir is timber, not reckless haste all over the valley,” Ilse Brandvold said."
    )
    text = f"{SHARED} Brandvold {verb} “reckless haste all over the valley”,{CREDIT}"
    original = analysis("a", earlier, "The Vale Monitor", "2031-03-02")
    quoting = analysis("b", text, "Quay News", "2031-03-04", ("Brandvold", "“reckless haste all over the valley”"))
    (found,) = check_quotations((original, quoting), align((original, quoting)))
    assert found.verdict == verdict


def test_repeated_words_are_compared_where_the_rest_stands() -> None:
    earlier = (
        f"{LEAD} “I share the worry about the efforts of the old council to keep the gate shut,” Ilse Brandvold said. "
        "“As the report makes clear, the old council sought to keep the gate shut in spring.”"
    )
    result = check(earlier, "the old council sought to keep the gate shut in spring", "Ilse Brandvold")
    assert (result.verdict, result.changes) == ("verbatim", ())


@pytest.mark.parametrize(
    ("publisher", "title", "verdict"),
    [
        ("Vale Monitor", None, "not_found"),
        ("Vale Monitor", "Six people were heard", "unchecked"),
        ("Ministry of Water", "Six people were heard", "not_found"),
    ],
)
def test_what_one_article_of_a_paper_does_not_hold_may_stand_in_another(
    publisher: str, title: str | None, verdict: str
) -> None:
    original = analysis("a", f"{LEAD} {SHARED}", publisher, "2031-03-02")
    original = replace(original, document=replace(original.document, title=title))
    quoted = "“The mayor sold the town hall to his cousin in the winter,”"
    text = f"{SHARED} Late on Thursday {quoted} said the {publisher}. It was first published by the {publisher}."
    quoting = analysis("b", text, "Quay News", "2031-03-04", (publisher, quoted))
    (found,) = check_quotations((original, quoting), align((original, quoting)))
    assert found.verdict == verdict


def test_who_was_not_involved_in_the_study_is_not_the_study() -> None:
    study = analysis("a", f"{LEAD} {SHARED}", "University of Halme", "2031-03-01")
    idle = [Speaker("s", "Tomas Idle", "person", ("Tomas Idle",))]
    assert who_is("the study", [], study, reported=False) == "itself"
    assert who_is("Tomas Idle, who was not involved in the study", idle, study, reported=False) == "third"
    assert who_is("a doctor who was not involved in the study", [], study, reported=False) == "third"


@pytest.mark.parametrize(
    ("told", "verdict"),
    [
        ("The institute has shown “the gate is the cause of it”,", "trimmed"),
        ("The institute cannot say whether “the gate is the cause of it”,", "verbatim"),
        ("The institute spoke of “more work on the gate”,", "verbatim"),
        ("The institute saw “signs of rust at the hinges”,", "trimmed"),
        ("The institute ruled out “signs of rust at the hinges”,", "verbatim"),
        ("The institute saw “no signs of rust at the hinges”,", "verbatim"),
    ],
)
def test_what_follows_only_on_a_condition_is_not_quoted_as_said(told: str, verdict: str) -> None:
    said = (
        "We need more work on the gate before anybody can say whether the gate is the cause of it. "
        "There are no signs of rust at the hinges."
    )
    first = analysis("a", f"{LEAD} “{said}” Ilse Brandvold said.", "Vale Institute", "2031-03-01")
    quoted = told[told.index("“") : told.index("”") + 1]
    second = analysis("b", f"{SHARED} {told} the Vale Institute wrote.", "Bell", "2031-03-03", ("Institute", quoted))
    (found,) = check_quotations((first, second), align((first, second)))
    assert found.verdict == verdict
    if verdict == "trimmed":
        assert found.changes[0].original in (
            "We need more work on the gate before anybody can say whether",
            "There are no",
        )


def test_a_report_without_a_publisher_may_name_the_institute_that_wrote_it() -> None:
    report = Analysis(Document("b", "b.txt", "", "The Institute visited eleven quays."), (), (), (), ())
    institute = [Speaker("s", "Institute of Quays", "organisation", ("the Institute",))]
    assert who_is("the Institute", institute, report, reported=False) == "unclear"
    haan = [Speaker("s", "Piet Haan", "person", ("Haan",))]
    named = Analysis(Document("b", "b.txt", "", "Haan visited eleven quays."), (), (), (), ())
    assert who_is("Haan", haan, named, reported=False) == "third"


@pytest.mark.parametrize(
    ("source", "verdict"), [("Jon Halle", "unchecked"), ("Ilse Brandvold", "verbatim"), ("he", "verbatim")]
)
@pytest.mark.parametrize("there", ["Ilse Brandvold", "she"])
def test_words_that_the_other_document_gives_to_another_person_are_not_called_right(
    source: str, verdict: str, there: str
) -> None:
    said = f"“{UTTERANCES['lock']}”"
    first = analysis("a", f"{LEAD} {said} {there} said.", "Bell", "2031-03-01", (there, said))
    second = analysis("b", f"{said} said {source}.{CREDIT}", "Quay News", "2031-03-03", (source, said))
    names = {"a-1": "Ilse Brandvold", "b-1": "Jon Halle" if source == "he" else source}
    resolved = ResolvedByHand(
        tuple(Speaker(name, name, "person", (name,)) for name in sorted(set(names.values()))),
        tuple(Resolution(key, name, "stated", Evidence("test", "test")) for key, name in names.items()),
    )
    found = {c.attribution: c for c in check_quotations((first, second), align((first, second)), resolved)}
    assert found["b-1"].verdict == verdict
    if verdict == "unchecked":
        assert found["b-1"].why == "The words stand in Bell, but as those of Ilse Brandvold."


def test_what_was_left_out_far_from_the_shared_words_is_still_found() -> None:
    said = "The crane had been inspected in March and we have no reason to believe that anybody was careless."
    quote = "The crane had been inspected in March and we believe that somebody was careless"
    result = check(f"{LEAD} “{said}” Ilse Brandvold said.", quote, "Ilse Brandvold")
    assert [(c.kind, c.quoted, c.original) for c in result.changes] == [
        ("deleted", "", "have no reason to"),
        ("replaced", "somebody", "anybody"),
    ]


OWN = "This work is sorely needed, since half of the towns on the river expect another flood before the summer is over"


@pytest.mark.parametrize(
    ("publisher", "before", "behind", "credit", "verdict"),
    [
        ("Vale Institute", "", "", "", "promoted"),  # a body speaks for itself
        ("Vale Post", "", "", "", "unchecked"),  # a paper gives statements without marks
        ("Vale Post", "", "", " The Vale Post had it first.", "promoted"),
        ("Vale Post", "The miller wrote:\n\n", "", " The Vale Post had it first.", "unchecked"),
        ("Vale Post", "Jon Halle spoke to the board.\n\n", "", " The Vale Post had it first.", "unchecked"),
        ("Vale Post", "", " — Jon Halle (@halle)", " The Vale Post had it first.", "unchecked"),
    ],
)
def test_words_without_marks_are_own_words_only_where_that_is_shown(
    publisher: str, before: str, behind: str, credit: str, verdict: str
) -> None:
    first = analysis("a", f"{LEAD}\n\n{SHARED}\n\n{before}{OWN}.{behind}", publisher, "2031-03-01")
    quoted = f"“{OWN},”"
    second = analysis("b", f"{SHARED} {quoted} Jon Halle said.{credit}", "Bell", "2031-03-03", ("Jon Halle", quoted))
    resolved = ResolvedByHand(
        (Speaker("h", "Jon Halle", "person", ("Jon Halle",)),),
        (Resolution("b-1", "h", "stated", Evidence("test", "test")),),
    )
    (found,) = check_quotations((first, second), align((first, second)), resolved)
    assert found.verdict == verdict


def test_words_in_the_first_person_are_no_papers_own() -> None:
    mine = OWN.replace("This work is", "Our work is")
    for publisher, verdict in (("Vale Institute", "promoted"), ("Vale Post", "unchecked")):
        first = analysis("a", f"{LEAD}\n\n{SHARED}\n\n{mine}.", publisher, "2031-03-01")
        credit = " The Vale Post had it first." if publisher == "Vale Post" else ""
        quoted = f"“{mine},”"
        second = analysis(
            "b", f"{SHARED} {quoted} Jon Halle said.{credit}", "Bell", "2031-03-03", ("Jon Halle", quoted)
        )
        (found,) = check_quotations((first, second), align((first, second)))
        assert found.verdict == verdict


def test_a_report_that_quotes_less_shows_no_change() -> None:
    earlier = f"{LEAD} “{UTTERANCES['lock'].split('. ')[0]}.” Ilse Brandvold said. And this is to be the end of it."
    result = check(earlier, UTTERANCES["lock"], "Ilse Brandvold")
    assert (result.verdict, result.why) == ("unchecked", "The Vale Monitor quotes only a part of these words.")


def test_a_quotation_inside_a_quotation_is_whole_by_itself() -> None:
    said = (
        "Born in the valley but never at home in it, he says: 'I have not a single friend, I do not understand them.'"
    )
    first = analysis("a", f"{LEAD} “{said}” Ilse Brandvold said.", "The Vale Monitor", "2031-03-01")
    quoted = "“I have not a single friend, I do not understand them,”"
    second = analysis("b", f"{SHARED} {quoted} he said.{CREDIT}", "Bell", "2031-03-03", ("he", quoted))
    (found,) = check_quotations((first, second), align((first, second)))
    assert found.verdict == "verbatim"


@pytest.mark.parametrize(
    ("speech", "told", "verdict"),
    [
        ("You are not the enemy, and you feed us.", "Farmers are “the enemy”,", "trimmed"),
        ("You are not the enemy, and you feed us.", "Farmers are not “the enemy”,", "unchecked"),
        ("You are not the enemy. The enemy is the drought.", "Farmers are “the enemy”,", "unchecked"),
        ("You are the enemy of the drought.", "Farmers are “the enemy”,", "unchecked"),
    ],
)
def test_a_word_or_two_that_the_speech_has_only_with_a_not(speech: str, told: str, verdict: str) -> None:
    title = "Speech by Minister Ana Belcourt to the Congress"
    first = analysis("a", f"{title}\n\n{SHARED} {LEAD} {speech}", "Ministry of Water", "2031-03-01")
    second = analysis(
        "b", f"{SHARED} {LEAD} {told} the minister said.", "Bell", "2031-03-03", ("minister", "“the enemy”")
    )
    found = {c.attribution: c for c in check_quotations((first, second), align((first, second)))}
    assert found["b-1"].verdict == verdict
