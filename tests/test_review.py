"""The review: which statements are on a topic, whose words are shown as whose, and that every sentence is cited."""

import io
import re

import docx
import msgspec
import pytest

from headwater import report
from headwater.errors import NotFoundError
from headwater.export.review import render_html, render_markdown, write_docx
from headwater.pipeline import relate
from headwater.pipeline.analysing import analyse
from headwater.records import Case, Document
from headwater.report import phrasing
from headwater.report.index import Where, index
from headwater.report.review import Review
from headwater.report.topics import Topics, stems
from headwater.report.utterances import Utterance, bare, same_utterance

FERRY = (
    "Halcyon sinks\n\n"
    "PORT ALMERIC - At least 41 people died when the ferry Halcyon sank on Tuesday, harbour master Ines Okoro said.\n\n"
    '"We are still counting. The water is cold and time is almost certainly against us," Okoro said.\n\n'
    "Okoro said that nobody had checked the ferry's doors.\n\n"
    "The transport ministry denied that the ferry was overloaded.\n"
)
MIRROR = (
    "Ferry goes down\n\n"
    "PORT ALMERIC - At least 41 people died when the ferry Halcyon sank on Tuesday, harbour master Ines Okoro told the "
    "Harl Wire.\n\n"
    '"We are still counting. The water is cold and time is against us," Okoro said.\n'
)


def document(name: str, text: str, published: str) -> Document:
    return Document(
        id=f"document-{name}",
        path=f"{name}.txt",
        sha256="0" * 64,
        text=text,
        publisher=name,
        title=text.split("\n")[0],
        published=published,
        language="en",
    )


@pytest.fixture(scope="module")
def case() -> Case:
    return relate(
        [
            analyse(document("Harl Wire", FERRY, "2031-03-04")),
            analyse(document("Coastal Mirror", MIRROR, "2031-03-05")),
        ]
    )


@pytest.fixture(scope="module")
def page(case: Case) -> Review:
    return report.review(case, "water counting")


def sentences(page: Review) -> list[str]:
    return [phrasing.plain(s) for section in page.sections for p in section.paragraphs for s in p.sentences]


def test_one_utterance_is_one_paragraph_with_all_its_reports(page: Review) -> None:
    (section,) = page.sections
    assert section.heading == "Ines Okoro"
    (paragraph,) = section.paragraphs
    first, *rest = [phrasing.plain(s) for s in paragraph.sentences]
    assert first == (
        "Ines Okoro says: “We are still counting. The water is cold and time is almost certainly against us” "
        "(in Harl Wire) [1]."
    )
    assert rest[0] == "Also in other words in Coastal Mirror [2]."


def test_a_changed_quotation_is_told(page: Review) -> None:
    changed = [s for s in sentences(page) if "changes the quotation" in s]
    assert changed == [
        "Coastal Mirror [2] changes the quotation against Harl Wire [3]: it leaves out “almost certainly”."
    ]


def test_each_paragraph_says_how_many_independent_origins_stand_behind_it(page: Review) -> None:
    assert sentences(page)[-1] == "2 reports, 1 independent origin."


def test_what_a_reporter_words_stands_in_single_marks_and_is_named(case: Case) -> None:
    said = sentences(report.review(case, "doors"))
    assert said[0] == "Ines Okoro says that: ‘nobody had checked the ferry's doors’ (wording of Harl Wire) [1]."


def test_a_denial_is_told_as_a_denial(case: Case) -> None:
    said = sentences(report.review(case, "overloaded"))
    assert said[0].startswith("The transport ministry denies that: ‘the ferry was overloaded’") or "denied" in said[0]


def test_every_quoted_word_stands_at_its_citation(case: Case) -> None:
    for topic in ("ferry", "doors", "counting", "Halcyon sank", "people died"):
        page = report.review(case, topic)
        places = {c.number: c.place for source in page.sources for c in source.citations}
        for section in page.sections:
            for paragraph in section.paragraphs:
                words, number = str(paragraph.sentences[0][0]), paragraph.sentences[0][1]
                place = places[int(number)]
                quoted = re.search(r"[“‘](.*)[”’]", words)
                assert quoted is not None
                shown = re.findall(r"\w+", quoted[1])
                there = re.findall(r"\w+", place.text)
                assert [word for word in shown if word not in there] == []


def test_every_citation_number_is_in_the_bibliography_and_the_other_way_round(case: Case) -> None:
    page = report.review(case, "ferry")
    used = {int(n) for n in re.findall(r"\[\^(\d+)\](?!:)", render_markdown(page))}
    listed = {c.number for source in page.sources for c in source.citations}
    assert used == listed


def test_a_speaker_may_be_chosen_by_a_part_of_the_name(case: Case) -> None:
    page = report.review(case, "ferry", speaker="okoro")
    assert {section.heading for section in page.sections} == {"Ines Okoro"}


def test_the_name_of_a_speaker_as_topic_takes_in_all_that_is_said_by_it(case: Case) -> None:
    page = report.review(case, "okoro")
    assert page.meant == ("Ines Okoro",)
    assert page.sections[0].heading == "Ines Okoro"
    said = " ".join(phrasing.plain(s) for p in page.sections[0].paragraphs for s in p.sentences)
    for words in ("nobody had checked the ferry's doors", "We are still counting", "At least 41 people died"):
        assert words in said
    assert "“okoro” is taken for the speaker Ines Okoro." in phrasing.plain(page.opening[-1])
    assert report.review(case, "ferry").meant == ()
    assert report.review(case, "ferry", speaker="Okoro").meant == ()


@pytest.mark.parametrize(("topic", "speaker"), [("zeppelin", None), ("the of", None), ("ferry", "Nobody Known")])
def test_a_topic_or_name_that_is_not_there_is_said_to_be_not_there(case: Case, topic: str, speaker: str | None) -> None:
    with pytest.raises(NotFoundError):
        report.review(case, topic, speaker=speaker)


@pytest.mark.parametrize(
    ("topic", "word"),
    [
        ("desertion", "deserters"),
        ("e-mails", "email"),
        ("elections", "elected"),
        ("immigration", "immigrants"),
        ("taxes", "tax"),
        ("sinking", "sank"),
        ("policy", "policies"),
        ("strikes", "struck"),
        ("policing", "police"),
        ("closures", "closed"),
        ("extension", "extended"),
        ("decisions", "decided"),
        ("sales", "sold"),
    ],
)
def test_a_topic_finds_the_forms_of_its_words(topic: str, word: str) -> None:
    assert stems(topic) == stems(word)


@pytest.mark.parametrize(
    ("topic", "word"),
    [
        ("nation", "native"),
        ("news", "new"),
        ("care", "car"),
        ("house", "hose"),
        ("police", "policy"),
        ("pressure", "press"),
        ("culture", "cult"),
        ("pensions", "pending"),
        ("mission", "mid"),
    ],
)
def test_words_that_only_look_alike_stay_apart(topic: str, word: str) -> None:
    assert stems(topic) != stems(word)


def test_all_words_of_a_short_topic_must_be_there(case: Case) -> None:
    topics = Topics(report.index(case))
    assert topics.about("doors checked")
    assert not topics.about("doors water")


@pytest.mark.parametrize(
    ("name", "subject"),
    [
        ("coast guard", "The coast guard"),
        ("officials", "Officials"),
        ("she", "She"),
        ("relatives and to two doctors", "Relatives and to two doctors"),
        ("a source close to the inquiry", "A source close to the inquiry"),
        ("editorial (Anvil)", "The editorial (Anvil)"),
        ("By Joss Tolland", "Joss Tolland"),
        ("Ines Okoro", "Ines Okoro"),
    ],
)
def test_a_name_opens_a_sentence(name: str, subject: str) -> None:
    assert phrasing.as_subject(name) == subject


@pytest.mark.parametrize(
    ("name", "verb"),
    [
        ("Ines Okoro", "says"),
        ("officials", "say"),
        ("police", "say"),
        ("Reuters", "says"),
        ("two port workers", "say"),
        ("a group of farmers", "says"),
        ("farmers in the valley", "say"),
        ("the press", "says"),
        ("Democrats", "say"),
        ("Syrians and analysts", "say"),
        ("United States", "says"),
        ("a witness", "says"),
        ("Witnesses", "say"),
    ],
)
def test_the_verb_agrees_with_the_name(name: str, verb: str) -> None:
    assert phrasing.says(name, "said") == verb


@pytest.mark.parametrize(
    ("given", "shown"),
    [
        ('"No," ', "No"),
        ("“Is it?”", "Is it?"),
        ("''We are here,''", "We are here"),
        ("'It is', he says,", "It is', he says"),
        ("no marks", "no marks"),
        ("“a “b” c”", "a “b” c"),
    ],
)
def test_quotation_marks_around_words_are_not_doubled(given: str, shown: str) -> None:
    assert bare(given) == shown


def test_the_steps_of_a_position_stand_in_order_with_the_texts_own_words_in_single_marks() -> None:
    text = (
        "Grain\n\nThe Karsat Front is a movement. At first the Karsat Front called farmers who sell grain thieves, a "
        "spokesman said.\n\nThen the Karsat Front softened its stance on farmers. Thus its weekly The Anvil said that "
        "farmers who sell grain may return.\n\nThe Karsat Front said that farmers who sell grain are brothers.\n"
    )
    page = report.review(relate([analyse(document("Harl Wire", text, "2031-03-04"))]), "farmers")
    (moved,) = [moved for section in page.sections for moved in section.moved]
    steps = [phrasing.plain(step) for step in moved.steps]
    assert steps[0].startswith("1. ‘at first’")
    assert steps[1].startswith("2. ‘softened its stance’: ‘Then the Karsat Front softened its stance on farmers.’")
    assert steps[2].startswith("3. now: ‘")
    assert "- 1\\. ‘at first’" in render_markdown(page), "a number behind a bullet would begin a list of its own"


def test_no_verdict_is_passed(case: Case) -> None:
    page = report.review(case, "ferry")
    frames = re.sub(r"[“‘].*?[”’](?!\w)", "", " ".join(sentences(page)))
    assert not re.search(r"\b(?:true|false|lie[sd]?|correctly|wrongly|fact)\b", frames)


def test_the_html_opens_without_network_and_escapes_what_documents_say() -> None:
    hostile = FERRY.replace("nobody had checked", "<script>alert(1)</script> nobody had checked")
    page = report.review(relate([analyse(document("Harl <b>Wire", hostile, "2031-03-04"))]), "doors")
    shown = render_html(page)
    assert "<script" not in shown
    assert "Harl &lt;b&gt;Wire" in shown
    assert not re.search(r"(?:src|href)=\"(?!#)", shown)


def test_names_that_run_from_right_to_left_do_not_turn_the_dates_beside_them() -> None:
    shown = render_html(report.review(relate([analyse(document("صحيفة الدلتا", FERRY, "2031-03-04"))]), "doors"))
    assert "<bdi>صحيفة الدلتا</bdi>, 4 March 2031" in shown


def test_markdown_holds_no_markup_of_documents() -> None:
    hostile = FERRY.replace("nobody had checked", "[nobody](http://bad.example) *had* checked")
    shown = render_markdown(report.review(relate([analyse(document("Harl Wire", hostile, "2031-03-04"))]), "doors"))
    assert not re.search(r"(?<!\\)\]\(", shown)
    assert "*had*" not in shown.replace("\\*", "")


def test_docx_has_headings_numbers_and_the_list_of_documents(page: Review) -> None:
    written = docx.Document(io.BytesIO(write_docx(page)))
    text = [paragraph.text for paragraph in written.paragraphs]
    assert "Review: water counting" in text
    assert "Ines Okoro" in text
    assert any("“Halcyon sinks”, Harl Wire, 4 March 2031" in line for line in text)
    assert any(line.startswith("[1] Harl Wire, 4 March 2031, characters ") for line in text)


def test_the_record_is_json(page: Review) -> None:
    told = msgspec.json.decode(msgspec.json.encode(page))
    assert told["sections"][0]["paragraphs"][0]["sentences"][0][1] == 1


def test_words_for_one_matter_are_found_by_any_of_them() -> None:
    found = report.index(relate([analyse(document("a", FERRY, "2026-03-04"))]))
    for topic in ("Halcyon deaths", "Halcyon dead", "Halcyon fatalities"):
        assert Topics(found).about(topic), topic
    assert not Topics(found).about("Halcyon arrests")


def test_what_one_text_says_twice_and_quotes_again_is_one_paragraph() -> None:
    first = '"This is a flood of choice. It is the wrong choice for our valley," Okoro said on Tuesday.'
    wire = f"Flood\n\nHarbour master Ines Okoro spoke.\n\n{first}\n"
    mirror = (
        'Okoro\n\nHarbour master Ines Okoro came.\n\nInes Okoro called the rise of the river "a flood of choice".\n'
    )
    page = report.review(
        relate(
            [
                analyse(document("Harl Wire", wire, "2031-03-04")),
                analyse(document("Coastal Mirror", mirror, "2031-03-05")),
            ]
        ),
        "flood",
    )
    ((paragraph,),) = [section.paragraphs for section in page.sections]
    assert phrasing.plain(paragraph.sentences[1]) == "Also in other words in Coastal Mirror [2]."


def test_a_name_that_hardly_speaks_is_a_topic() -> None:
    guild = "Guild Tax raises its rates, Guild Tax said.\n\n"
    others = "".join(f"Ines Okoro said that the Guild Tax costs {n} crowns this year.\n\n" for n in range(100, 140))
    found = index(relate([analyse(document("Harl Wire", f"Rates\n\n{guild}{others}", "2031-03-04"))]))
    assert report.review(found, "Guild Tax").meant == ()
    assert report.review(found, "Ines Okoro").meant == ("Ines Okoro",)


@pytest.mark.parametrize(
    ("left", "right", "one"),
    [
        ("the allegations of theft", "the allegations", True),
        ("the allegations of theft", "the loss of the ledgers", False),
    ],
)
def test_a_denial_of_less_is_the_same_denial(left: str, right: str, one: bool) -> None:
    place = Where("d", "d", 0, 1, "")
    first, second = (
        Utterance(
            attribution=denied, voice="guild", name="Karsat Guild", how="told", polarity="denied",
            words=f"The guild denied {denied}.", place=place, reporter="Harl Wire", published="2031-03-04", claims=(),
            score=1.0, denied=frozenset(stems(denied)),
        )
        for denied in (left, right)
    )  # fmt: skip
    assert same_utterance(first, second) is one


def test_who_is_named_in_a_reporters_clause_does_not_say_it() -> None:
    text = (
        "Quay\n\nOkoro may want to close the old quay next week, Ines Okoro said.\n\n"
        "Ines Okoro said that she will open the old quay next week.\n"
    )
    page = report.review(relate([analyse(document("Harl Wire", text, "2031-03-04"))]), "quay")
    assert len(page.sections) == 1
    assert not any("Okoro may want" in sentence for sentence in sentences(page))
