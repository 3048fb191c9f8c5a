"""The parts of a text: a table of our own cases, and what must hold for any text."""

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from headwater.records import Document, Segment
from headwater.segment import segment

# text (language), the sentences expected in it, why
SENTENCES: list[tuple[str, str, list[str], str]] = [
    ("en", "Mr. Oduya left. He was late.", ["Mr. Oduya left.", "He was late."], "a title never ends a sentence"),
    ("en", "She met Dr. A. B. Quill at noon.", ["She met Dr. A. B. Quill at noon."], "initials"),
    ("en", "It fell to 3.5 percent. Few noticed.", ["It fell to 3.5 percent.", "Few noticed."], "a decimal point"),
    ("en", "They met at 3 p.m. Tuesday in Vail.", ["They met at 3 p.m. Tuesday in Vail."], "p.m. before a day"),
    ("en", "They met at 3 p.m. The hall was full.", ["They met at 3 p.m.", "The hall was full."], "p.m. before 'The'"),
    ("en", "He lives in the U.S. He likes it.", ["He lives in the U.S.", "He likes it."], "an acronym before 'He'"),
    ("en", "The U.S. Senate met.", ["The U.S. Senate met."], "an acronym before a name"),
    ("en", "“Why?” he asked. No one knew.", ["“Why?” he asked.", "No one knew."], "a question inside marks"),
    (
        "en",
        "“Why now?” Ada Quill asked. No.",
        ["“Why now?” Ada Quill asked.", "No."],
        "a cue after a question in marks",
    ),
    ("en", "“It is over.” The hall emptied.", ["“It is over.”", "The hall emptied."], "a full stop inside marks"),
    ("en", 'He said "no." She left.', ['He said "no."', "She left."], "straight marks"),
    ("en", "He waited . . . and left. Then rain.", ["He waited . . . and left.", "Then rain."], "a spaced ellipsis"),
    ("en", "Feb. 3 was cold. It snowed.", ["Feb. 3 was cold.", "It snowed."], "an abbreviated month"),
    ("en", "So do I. The rest left.", ["So do I.", "The rest left."], "'I' is no initial"),
    ("en", "It was No. 4 on the list.", ["It was No. 4 on the list."], "'No.' before a number"),
    ("en", "Vail Corp. bought it. Shares rose.", ["Vail Corp. bought it.", "Shares rose."], "a company form"),
    (
        "en",
        "He wrote to kit@vail.example. Nobody replied.",
        ["He wrote to kit@vail.example.", "Nobody replied."],
        "address",
    ),
    ("de", "Am 3. Oktober kam er. Er blieb.", ["Am 3. Oktober kam er.", "Er blieb."], "a German ordinal"),
    ("de", "Im 19. Jahrhundert war das so.", ["Im 19. Jahrhundert war das so."], "a German ordinal before a noun"),
    ("de", "„Es reicht.“ Dann ging sie.", ["„Es reicht.“", "Dann ging sie."], "German marks"),
    (
        "de",
        "Das gilt z. B. für Vail. Mehr nicht.",
        ["Das gilt z. B. für Vail.", "Mehr nicht."],
        "a spaced abbreviation",
    ),
    ("fr", "M. Duval est parti. Il pleut.", ["M. Duval est parti.", "Il pleut."], "'M.' for Monsieur"),
    ("fr", "« C’est fini. » Elle partit.", ["« C’est fini. »", "Elle partit."], "a blank before the closing mark"),
    (
        "es",
        "El Sr. Ruiz salió. ¿Por qué? Nadie sabe.",
        ["El Sr. Ruiz salió.", "¿Por qué?", "Nadie sabe."],
        "inverted mark",
    ),
    ("ru", "Он ушёл. В 2019 г. он вернулся.", ["Он ушёл.", "В 2019 г. он вернулся."], "'г.' for year"),
    ("tr", "Dr. Kaya geldi. Sonra gitti.", ["Dr. Kaya geldi.", "Sonra gitti."], "a Turkish title"),
    ("ar", "وصل الوفد؟ غادر الوزير.", ["وصل الوفد؟", "غادر الوزير."], "an Arabic question mark"),
    ("zh", "他说：“不。”他走了。", ["他说：“不。”", "他走了。"], "no blank between sentences"),
]

# text, the kinds expected with the words they cover (sentences left out), why
GALLERY = "Photos: The flood Photos: The flood The flood – Mules cross the ford at Senna. " * 6 + "Hide Caption 1 of 9"
FILM = "JUST WATCHED Mules cross the ford Replay More Videos ... MUST WATCH Mules cross the ford 02:11"
ENLARGED = "Enlarge this image toggle caption Kit Oduya/AP Kit Oduya/AP"
LEAD = "The quarry above Lower Vail was shut on Monday after a slide that blocked the valley road for six hours."
EXTRACT = (
    "The wall had been leaning since spring, and every driver on the haul road knew it, yet the inspection that the "
    "county orders each May was put off twice, once for want of staff and once for a holiday, and nobody wrote it down."
)
KINDS: list[tuple[str, list[tuple[str, str]], str]] = [
    (f"Quarry Shut\n\n{LEAD}", [("heading", "Quarry Shut"), ("paragraph", LEAD)], "a first line without a full stop"),
    (
        f"Quarry Shut After Slide.\n\n{LEAD}",
        [("heading", "Quarry Shut After Slide."), ("paragraph", LEAD)],
        "title case",
    ),
    (f"By Ada Quill\n{LEAD}", [("byline", "By Ada Quill"), ("paragraph", LEAD)], "a byline"),
    (f"By Monday they left.\n{LEAD}", [("paragraph", "By Monday they left."), ("paragraph", LEAD)], "no byline"),
    (f"LOWER VAIL (AP) — {LEAD}", [("dateline", "LOWER VAIL (AP) —"), ("paragraph", LEAD)], "place and agency"),
    (f"PORT ELLIS, Feb. 3 (UPI) — {LEAD}", [("dateline", "PORT ELLIS, Feb. 3 (UPI) —"), ("paragraph", LEAD)], "a date"),
    (f"{LEAD}\n\n(Reuters)", [("paragraph", LEAD), ("credit", "(Reuters)")], "an agency alone"),
    (f"{LEAD}\n\nh/t: The Vail Post", [("paragraph", LEAD), ("credit", "h/t: The Vail Post")], "a hat tip"),
    (
        f"{LEAD}\n\nAP reporter Kit Oduya contributed to this report.",
        [("paragraph", LEAD), ("credit", "AP reporter Kit Oduya contributed to this report.")],
        "a contributor",
    ),
    (
        f"{LEAD}\n\nSources in the valley were silent.",
        [("paragraph", LEAD), ("paragraph", "Sources in the valley were silent.")],
        "'Sources' with no colon is a sentence",
    ),
    (
        f"{LEAD}\n\nSign up for our morning letter.",
        [("paragraph", LEAD), ("boilerplate", "Sign up for our morning letter.")],
        "a sign-up",
    ),
    (
        f"{LEAD}\n\nNote: Read our discussion guidelines before commenting.",
        [("paragraph", LEAD), ("boilerplate", "Note: Read our discussion guidelines before commenting.")],
        "guidelines",
    ),
    (
        f"slide (2)\n\n{LEAD}",
        [("caption", "slide (2)"), ("paragraph", LEAD)],
        "the name of an image",
    ),
    (
        f"{LEAD}\n\nMore: Ada Quill tells board it leans\n\n{LEAD}",
        [("paragraph", LEAD), ("boilerplate", "More: Ada Quill tells board it leans"), ("paragraph", LEAD)],
        "a link under a label",
    ),
    (
        f"{LEAD}\n\n'It leans':Quill denies that board knew\n\n{LEAD}",
        [("paragraph", LEAD), ("boilerplate", "'It leans':Quill denies that board knew"), ("paragraph", LEAD)],
        "a label set close before a headline",
    ),
    (
        f"{LEAD}\n\nQuill: It leans\n\n{LEAD}",
        [("paragraph", LEAD), ("heading", "Quill: It leans"), ("paragraph", LEAD)],
        "a colon alone is no label",
    ),
    (f"{LEAD}\n\n{GALLERY}", [("paragraph", LEAD), ("boilerplate", GALLERY)], "a slide show beside the article"),
    (f"{LEAD}\n\n{FILM}", [("paragraph", LEAD), ("boilerplate", FILM)], "a film beside the article"),
    (f"{LEAD}\n\n{ENLARGED}\n\n{LEAD}", [("paragraph", LEAD), ("caption", ENLARGED), ("paragraph", LEAD)], "a button"),
    (
        f"{LEAD}\n\nTrucks wait at the gate. (Kit Oduya/AP)\n\n{LEAD}",
        [("paragraph", LEAD), ("caption", "Trucks wait at the gate. (Kit Oduya/AP)"), ("paragraph", LEAD)],
        "a picture credit",
    ),
    (
        f"{LEAD}\n\n- one road\n- two roads",
        [("paragraph", LEAD), ("list", "- one road"), ("list", "- two roads")],
        "bullets",
    ),
    (
        f"{LEAD}\n\n> The wall leaned.",
        [("paragraph", LEAD), ("block_quotation", "> The wall leaned.")],
        "e-mail quoting",
    ),
    (
        f"Ada Quill writes in the Post:\n\n{EXTRACT}\n\nI think she is right.",
        [
            ("paragraph", "Ada Quill writes in the Post:"),
            ("block_quotation", EXTRACT),
            ("paragraph", "I think she is right."),
        ],
        "an announced extract without marks",
    ),
    (
        f"Four things to know:\n\n{EXTRACT}",
        [("paragraph", "Four things to know:"), ("paragraph", EXTRACT)],
        "a colon without a word of saying announces no quotation",
    ),
    (
        f"Ada Quill writes in the Post:\n\n“{EXTRACT}”",
        [("paragraph", "Ada Quill writes in the Post:"), ("paragraph", f"“{EXTRACT}”")],
        "marks make it an ordinary quotation",
    ),
    (
        "The wall above the quarry had been leaning since\nspring, said two of the drivers who use the road\n"
        "every day of the week.\n\nNobody wrote it down.",
        [
            (
                "paragraph",
                "The wall above the quarry had been leaning since\nspring, said two of the drivers who use the road\n"
                "every day of the week.",
            ),
            ("paragraph", "Nobody wrote it down."),
        ],
        "lines wrapped at a fixed width are one paragraph",
    ),
    (f"{LEAD}\n{LEAD}", [("paragraph", LEAD), ("paragraph", LEAD)], "long lines are paragraphs of their own"),
    (f"{LEAD}\r\n\r\n{LEAD}\r\n", [("paragraph", LEAD), ("paragraph", LEAD)], "carriage returns"),
]


def document(text: str, language: str | None = "en", structure: tuple[Segment, ...] = ()) -> Document:
    return Document("d", "a.txt", "", text, language=language, structure=structure)


@pytest.mark.parametrize(("language", "text", "expected", "why"), SENTENCES)
def test_sentences_end_where_they_end(language: str, text: str, expected: list[str], why: str) -> None:
    found = [text[s.start : s.end] for s in segment(document(text, language)) if s.kind == "sentence"]
    assert found == expected, why


@pytest.mark.parametrize(("text", "expected", "why"), KINDS)
def test_parts_are_what_their_form_says(text: str, expected: list[tuple[str, str]], why: str) -> None:
    found = [(s.kind, text[s.start : s.end]) for s in segment(document(text)) if s.kind != "sentence"]
    assert found == expected, why


def test_what_the_format_marks_is_taken_as_it_is() -> None:
    text = f"Title\n{LEAD}\n{EXTRACT}\n{LEAD}"
    start = text.index(EXTRACT)
    marked = (Segment("heading", 0, 5), Segment("block_quotation", start, start + len(EXTRACT)))
    kinds = [s.kind for s in segment(document(text, structure=marked)) if s.kind != "sentence"]
    assert kinds == ["heading", "paragraph", "block_quotation", "paragraph"]


def test_a_marked_paragraph_keeps_its_line_breaks() -> None:
    text = "The wall\nleaned. It fell."
    found = segment(document(text, structure=(Segment("paragraph", 0, len(text)),)))
    assert found[0] == Segment("paragraph", 0, len(text))


@given(st.text(alphabet="aB .!?\n\t“”\"'’»«—:>-1(é字。", max_size=120))
@settings(max_examples=150, deadline=None)
def test_parts_lie_in_order_and_sentences_inside_parts(text: str) -> None:
    parts = [s for s in segment(document(text)) if s.kind != "sentence"]
    assert all(0 <= s.start < s.end <= len(text) for s in parts)
    assert all(a.end <= b.start for a, b in pairwise(parts))
    for s in segment(document(text)):
        if s.kind == "sentence":
            assert any(p.start <= s.start and s.end <= p.end for p in parts)
        assert text[s.start : s.end].strip() == text[s.start : s.end]


@given(st.text(max_size=60))
@settings(max_examples=60, deadline=None)
def test_every_word_of_a_plain_text_is_in_some_part(text: str) -> None:
    covered = [False] * len(text)
    for s in segment(document(text)):
        covered[s.start : s.end] = [True] * (s.end - s.start)
    assert all(flag or c.isspace() or c in "\x0b\x0c\x1c\x1d\x1e\x85" for flag, c in zip(covered, text, strict=True))


def test_a_testimony_ends_where_others_are_said_to_have_said_something() -> None:
    told = "I heard the lorries before dawn, and I put my children under the bed. " * 3
    others = (
        "Two residents, interviewed apart from each other, said that the soldiers wore the badge of a brigade. " * 3
    )
    text = f"{LEAD}\n\nA teacher told the monitors:\n\n{told.strip()}\n\n{others.strip()}\n\n{LEAD}"
    kinds = [s.kind for s in segment(Document("d", "a.txt", "", text, language="en")) if s.kind != "sentence"]
    assert kinds == ["paragraph", "paragraph", "block_quotation", "paragraph", "paragraph"]
