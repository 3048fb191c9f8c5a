"""Alignment: what is shared is found with its exact place; what is not shared is never reported."""

import pytest

from headwater.align import align, compare
from headwater.records import Analysis, Document, Reuse, Segment
from headwater.segment import segment

RIVER = (
    "The river authority closed the lower lock on Tuesday after divers found a crack in the northern gate. "
    "Engineers will need nine weeks to replace the timber, the harbour master Ilse Brandvold told reporters."
)
OTHER = (
    "Farmers in the Orlova valley expect a poor plum harvest because of the late frost. "
    "The cooperative has asked the province for help with the loans that fall due in autumn."
)


def analysis(identifier: str, text: str, publisher: str | None = None, segments: tuple[Segment, ...] = ()) -> Analysis:
    return Analysis(Document(identifier, identifier, "", text, publisher=publisher), segments, (), (), ())


def shown(reuse: Reuse, texts: dict[str, str]) -> tuple[str, str]:
    left, right = reuse.left, reuse.right
    return texts[left.document][left.start : left.end], texts[right.document][right.start : right.end]


def test_a_copied_sentence_is_found_with_its_full_stop() -> None:
    texts = {"a": RIVER, "b": "Shipping news. " + RIVER.split(". ")[0] + ". Tugs are waiting."}
    (found,) = compare(analysis("a", texts["a"]), analysis("b", texts["b"]))
    assert shown(found, texts) == (RIVER.split(". ")[0] + ".",) * 2
    assert found.identity == 1.0
    assert found.changes == ()


def test_the_order_of_the_documents_does_not_matter() -> None:
    one, two, three = analysis("a", RIVER), analysis("b", RIVER + " " + OTHER), analysis("c", OTHER)
    assert align((one, two, three)) == align((three, one, two))
    assert compare(one, two) == compare(two, one)
    assert [(r.left.document, r.right.document) for r in align((three, two, one))] == [("a", "b"), ("b", "c")]


def test_identical_documents_are_one_passage() -> None:
    (found,) = align((analysis("a", RIVER), analysis("b", RIVER)))
    assert (found.left.start, found.left.end) == (0, len(RIVER))


def test_unrelated_documents_share_nothing() -> None:
    assert align((analysis("a", RIVER), analysis("b", OTHER))) == ()


def test_empty_documents_and_collections_are_no_trouble() -> None:
    assert align(()) == ()
    assert align((analysis("a", ""), analysis("b", ""), analysis("c", "\n\u0301\n"))) == ()


def test_an_edited_copy_shows_its_changes() -> None:
    texts = {"a": RIVER, "b": RIVER.replace("nine weeks", "three weeks").replace("a crack", "a large crack")}
    (found,) = compare(analysis("a", texts["a"]), analysis("b", texts["b"]))
    changes = [
        (c.kind, c.left and c.left.of(texts["a"]), c.right and c.right.of(texts["b"]), c.classes) for c in found.changes
    ]
    assert changes == [("inserted", None, "large", ()), ("replaced", "nine", "three", ("number",))]


def test_a_number_is_one_word_and_is_changed_as_a_whole() -> None:
    one = RIVER.replace("nine weeks", "2.4 million crowns and 1,500 men")
    other = RIVER.replace("nine weeks", "4.2 million crowns and 1500 men")
    (found,) = compare(analysis("a", one), analysis("b", other))
    changes = [(c.left and c.left.of(one), c.right and c.right.of(other), c.classes) for c in found.changes]
    assert changes == [("2.4", "4.2", ("number",))]


def test_scripts_without_blanks_and_other_alphabets_are_compared() -> None:
    rows = (
        ("市政府周二表示北部水闸发现裂缝后将关闭九个星期进行维修", "今日新闻", "船只正在等待消息"),
        (
            "Управление порта закрыло нижний шлюз после того, как водолазы нашли трещину.",
            "Новости дня:",
            "Буксиры ждут.",
        ),
        ("أغلقت سلطة الميناء القفل السفلي بعد أن وجد الغواصون شقا في البوابة الشمالية", "أخبار اليوم", "السفن تنتظر"),
    )
    for shared, before, after in rows:
        texts = {"a": f"{shared} ", "b": f"{before} {shared} {after}"}
        (found,) = align((analysis("a", texts["a"]), analysis("b", texts["b"])))
        left, right = shown(found, texts)
        assert left.strip(" .") == right.strip(" .") == shared.strip(" .")


def test_standing_text_of_a_publisher_is_no_reuse() -> None:
    bodies = (
        "Ashby will have its tram after all, the council decided late on Monday by one vote.",
        "A swimming pool in Belmoor lost its roof in the storm; nobody was inside, the keeper said.",
        "Geese have come back to Corran quarry for the first time since the pumps were switched off.",
        "Parents painted Dunlow primary school themselves because the county had no money for brushes.",
        "Two cooks from Ebbing opened a night market under the railway arches and sold out by nine.",
        "The bypass at Farrow is closed again: a lorry with cement tipped over in the roundabout.",
    )
    line = "Sign up for the Morning Ferry, our newsletter with the best reporting of the islands, every weekday at six."
    documents = [
        analysis(str(n), f"{text}\n\nOnly here: {'abcdefgh'[n] * 9}.\n\n{line}", "The Ferry")
        for n, text in enumerate(bodies)
    ]
    texts = {d.document.id: d.document.text for d in documents}
    assert not [r for r in align(documents) if "newsletter" in shown(r, texts)[0]]


def test_a_segment_that_is_boilerplate_is_no_reuse() -> None:
    line = "Subscribe to our newsletter and never miss a headline from the harbour, the islands and the valley again."
    one, two = f"{RIVER}\n\n{line}", f"{OTHER}\n\n{line}"
    marked = [
        analysis(name, text, None, (Segment("boilerplate", text.index(line), len(text)),))
        for name, text in (("a", one), ("b", two))
    ]
    assert align(marked) == ()
    assert len(align((analysis("a", one), analysis("b", two)))) == 1


def test_short_quotations_count_beside_a_longer_passage_only() -> None:
    speech = "It was “a lesson in patience”, she added, and the tugs “know every stone here”."
    left, right = (
        f"{RIVER} {speech}",
        f"The lesson: “a lesson in patience” and tugs that know every stone here. {RIVER}",
    )
    texts = {"a": left, "b": right}
    found = {shown(r, texts)[0] for r in compare(analysis("a", left), analysis("b", right))}
    assert {"a lesson in patience", "know every stone here"} <= {f.strip("“”,. ") for f in found}
    assert compare(analysis("a", f"{OTHER} {speech}"), analysis("b", right.replace(RIVER, ""))) == ()


def test_the_title_of_a_show_is_no_quotation() -> None:
    left, right = f"{RIVER} She was on “Harbour Talk Tonight” later.", f"{RIVER} “Harbour Talk Tonight” was cancelled."
    assert not [r for r in compare(analysis("a", left), analysis("b", right)) if r.left.start > len(RIVER)]


def test_a_quotation_ends_at_its_marks() -> None:
    rows = (  # what both share, one text, the other
        (
            "the gate was never inspected after the winter storms",
            "He wrote that the gate was never inspected after the winter storms of the last decade.",
            "She read aloud: “the gate was never inspected after the winter storms” of which town records tell.",
        ),
        (
            "divers found two cracks beside the lower hinge",
            "Some of divers found two cracks beside the lower hinge, they say.",
            "It is a matter of “divers found two cracks beside the lower hinge”, nothing more.",
        ),
    )
    for shared, one, other in rows:
        (found,) = compare(analysis("a", one), analysis("b", other))
        left, right = shown(found, {"a": one, "b": other})
        assert left.strip("“”,") == right.strip("“”,") == shared


def test_set_phrases_of_reporters_are_no_reuse() -> None:
    rows = (
        (
            "The ferry line did not immediately respond to a request for comment.",
            "The mayor did not immediately respond to a request for comment.",
        ),
        ("They spoke on condition of anonymity because they were not authorized to speak publicly.",) * 2,
        (
            "The poll has a margin of sampling error of plus or minus 3.4 percentage points.",
            "The survey has a margin of sampling error of plus or minus 2.8 percentage points.",
        ),
    )
    for one, other in rows:
        assert compare(analysis("a", f"{one} {OTHER}"), analysis("b", f"{RIVER} {other}")) == (), one


def test_three_quotations_are_three_passages() -> None:
    said = (
        "we will not sell a single boat of this fleet",
        "my father built the slipway with his own hands",
        "no minister has ever waited for the first ferry",
    )
    filler = (
        "Rain came in from the west, and the market closed early, so that nobody bought the herring. ",
        "A band played on the pier until the lamps went out and the children were called home. ",
        "Tickets cost more than last summer, which the tourist board explains with the price of diesel. ",
    )
    left = " ".join(f"{s.capitalize()}. {f}" for s, f in zip(said, filler, strict=True))
    right = " ".join(f"Later, someone recalled, “{s}”, to much applause in the hall." for s in said)
    found = compare(analysis("a", left), analysis("b", right))
    assert [shown(r, {"a": left, "b": right})[1].strip("“”,") for r in found] == list(said)


STORM = (
    "The pump house at Senna was shut down hours after a storm struck two dykes that shelter the towns of Vale and "
    "Karsat on the northern coast. The shutdown followed a warning by the chief engineer Ines Okoro, who inspected the "
    "Vale dyke with a team of the harbour authority on Sunday. No flooding was reported in either of the towns."
)
RETOLD = (
    "Senna shut its pump house as it braced for possible flooding after a storm damaged two dykes on the northern"
    " coast sheltering Vale and Karsat. The step, which caused no harm in the towns, was a response to a warning of"
    " Ines Okoro, the harbour authority's chief engineer, who had been to inspect the dyke at Vale on Sunday. But no"
    " flood came."
)


@pytest.mark.parametrize(
    ("retold", "publisher", "is_reuse"),
    [
        (RETOLD, None, True),
        (RETOLD, "Almeric Post", True),
        (RETOLD, "Vale Herald", False),  # what two reporters write of one event
        (f"{RETOLD} The shutdown was first reported by the Almeric Post.", "Vale Herald", True),
    ],
)
def test_what_another_publisher_tells_in_other_words_is_reuse_only_with_a_credit(
    retold: str, publisher: str | None, is_reuse: bool
) -> None:
    texts = [(STORM, "Almeric Post"), (retold, publisher), (OTHER, "Orin Times")]
    given = [
        analysis(f"document-{number}", text, of, segment(Document("", "", "", text)))
        for number, (text, of) in enumerate(texts)
    ]
    assert bool(align(given)) == is_reuse


PHRASE = "the vote on 312 million crowns for a second lock at Brandvold and a customs house"


@pytest.mark.parametrize(
    ("left", "right", "publisher", "is_reuse"),
    [
        (
            f"Nobody in the valley expected {PHRASE} to fail.",
            f"Farmers had waited for {PHRASE} since spring.",
            "b",
            False,
        ),
        (
            f"Nobody in the valley expected {PHRASE} to fail.",
            f"Farmers had waited for {PHRASE} since spring.",
            "a",
            True,
        ),
        (f"It rained. “I want {PHRASE} to pass,” Lund said.", f"“I want {PHRASE},” she said at noon.", "b", True),
        (f"It rained. On Monday comes {PHRASE}.", f"On Monday comes {PHRASE}. Tugs wait.", "b", True),
        (f"It rained. {PHRASE.capitalize()}.", f"Farmers had waited for {PHRASE} since spring.", "b", False),
        (f"The b reported that {PHRASE} had failed.", f"Farmers had waited for {PHRASE} since spring.", "b", True),
    ],
    ids=[
        "two publishers, a phrase",
        "one publisher",
        "both quote it",
        "a whole sentence",
        "a sentence in one",
        "credited",
    ],
)
def test_a_phrase_that_two_publishers_share_and_nothing_else_is_no_reuse(
    left: str, right: str, publisher: str, is_reuse: bool
) -> None:
    assert bool(align((analysis("1", left, "a"), analysis("2", right, publisher)))) == is_reuse
