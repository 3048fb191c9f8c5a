"""PDF: paragraphs out of lines, what is left out, what is named as lost, and where a span stands on its page."""

import math
from itertools import zip_longest

import pytest
from pypdf import PdfReader, PdfWriter

from headwater.errors import ReadError
from headwater.read.extract import Extract
from headwater.read.pdf import locate, read_pdf
from written_files import Line, column, pdf

FIRST = (
    "The harbour board said on Tuesday that the quarry would stay closed until an inspection had been completed and "
    "its results had been read out in the town hall before all who live below the wall."
)
SECOND = "Nobody was hurt, the board said, and the road to the ferry was open again before noon on the following day."

BESIDE = (
    "A deputy of the council asked in March who had paid for the second survey, and why its results were kept in a "
    "drawer of the mill; she has had no answer to either of her questions, she wrote."
)


def parts(extract: Extract) -> list[tuple[str, str]]:
    return [(part.kind, extract.text[part.start : part.end]) for part in extract.structure]


def below(lines: list[Line], gap: float) -> float:
    return lines[-1][1] - gap


def test_lines_become_paragraphs_by_the_gap_between_them() -> None:
    first = column(FIRST)
    second = column(SECOND, top=below(first, 28))
    assert parts(read_pdf(pdf([first + second]))) == [("paragraph", FIRST), ("paragraph", SECOND)]


def test_a_sentence_goes_on_in_the_next_line_though_its_first_word_would_have_fitted() -> None:
    lines: list[Line] = [(72, 700, 11, "The harbour board wrote in May that the wall"), (72, 687, 11, "of the quarry"),
             (72, 674, 11, "had moved by eleven millimetres since the autumn.")]  # fmt: skip
    kinds = parts(read_pdf(pdf([lines + column(FIRST, top=640)])))
    assert len(kinds) == 2
    assert kinds[0][1].endswith("the wall of the quarry had moved by eleven millimetres since the autumn.")


def test_large_type_is_a_heading_and_set_in_lines_are_a_block_quotation() -> None:
    heading: list[Line] = [(72, 730, 20, "Quarry shut")]
    first = column(FIRST)
    quoted = column(SECOND, left=110, top=below(first, 28), letters=60)
    last = column(FIRST, top=below(quoted, 28))
    kinds = [kind for kind, _ in parts(read_pdf(pdf([heading + first + quoted + last])))]
    assert kinds == ["heading", "paragraph", "block_quotation", "paragraph"]


def in_columns() -> tuple[list[Line], list[Line]]:
    """Return the lines of two columns, FIRST on the left and BESIDE on the right."""
    return column(FIRST, size=10, letters=30), column(BESIDE, left=330, size=10, letters=30)


def test_columns_are_read_one_after_the_other_however_they_are_drawn() -> None:
    left, right = in_columns()
    heading: list[Line] = [(72, 730, 20, "Quarry above Vail shut until the wall has been seen by an inspector")]
    one_by_one = read_pdf(pdf([heading + left + right]))
    rows = [line for pair in zip_longest(left, right) for line in pair if line is not None]
    line_by_line = read_pdf(pdf([heading + rows]))
    assert [words for _, words in parts(line_by_line)] == [heading[0][3], FIRST, BESIDE]
    assert parts(line_by_line) == parts(one_by_one)
    assert {kind for kind, _ in parts(one_by_one)} == {"heading", "paragraph"}


def test_a_span_of_a_column_that_was_drawn_line_by_line_is_found_on_its_page() -> None:
    left, right = in_columns()
    data = pdf([[line for pair in zip_longest(left, right) for line in pair if line is not None]])
    text = read_pdf(data).text
    start = text.index("A deputy of the council")
    boxes = locate(data, start, start + len("A deputy of the council"))
    assert [round(box.left) for box in boxes] == [330]
    assert text == f"{FIRST}\n\n{BESIDE}"


def test_rows_of_a_table_stay_rows() -> None:
    rows: list[Line] = [
        cell
        for n in range(8)
        for cell in ((72, 600 - 14 * n, 11, f"Year {2030 + n}"), (330, 600 - 14 * n, 11, f"{n} dead"))
    ]
    assert "Year 2031 1 dead" in read_pdf(pdf([column(FIRST) + rows])).text


def test_a_divided_word_is_put_together_and_a_compound_is_kept() -> None:
    lines: list[Line] = [
        (72, 700, 11, "The board of the harbour would not say whether the inde-"),
        (72, 686, 11, "pendent inspection of the wall had found what the well-"),
        (72, 672, 11, "Known engineer had written in his letter of the last year."),
    ]
    assert read_pdf(pdf([lines])).text == (
        "The board of the harbour would not say whether the independent inspection of the wall had found what the well-"
        "Known engineer had written in his letter of the last year."
    )


def test_running_heads_and_page_numbers_are_left_out_and_a_sentence_runs_over_the_page() -> None:
    half = FIRST.index(" until")
    pages: list[list[Line]] = []
    for number, text in enumerate((FIRST[:half], FIRST[half:].strip(), SECOND, SECOND), start=1):
        head: list[Line] = [(72, 770, 9, "Harbour board, annual report"), (300, 20, 9, f"{number}")]
        pages.append(head + column(text))
    assert read_pdf(pdf(pages)).text == f"{FIRST}\n\n{SECOND}\n\n{SECOND}"


def test_pages_without_a_text_layer_are_named() -> None:
    found = read_pdf(pdf([column(FIRST), [], [], column(SECOND), []]))
    assert found.lost == ("no text layer on pages 2–3, 5",)


def test_a_scan_is_refused_with_what_to_do() -> None:
    with pytest.raises(ReadError, match=r"no text layer on any of 2 pages .* OCR"):
        read_pdf(pdf([[], []]))


def test_a_span_is_found_on_its_page_exactly() -> None:
    first = column(FIRST)
    data = pdf([first, column(SECOND)])
    text = read_pdf(data).text
    start = text.index("Nobody was hurt")
    (box,) = locate(data, start, start + len("Nobody"))
    assert box.page == 2
    assert box.left == pytest.approx(72, abs=1.5)
    assert box.right == pytest.approx(72 + 36.7, abs=3)  # six letters of Helvetica at 11 points
    assert box.bottom < 700 + 5 < box.top + 5 < 720


def test_a_span_over_two_lines_has_two_boxes() -> None:
    data = pdf([column(FIRST)])
    text = read_pdf(data).text
    end_of_line = len(column(FIRST)[0][3])
    upper, lower = locate(data, end_of_line - 4, end_of_line + 5)
    assert upper.bottom > lower.bottom
    assert upper.left > lower.left
    assert text[end_of_line] == " "


@pytest.mark.parametrize("place", [(72, 7e45), (7e45, 700), (-7e45, -7e45)])
def test_words_that_are_set_nowhere_on_earth_are_read(place: tuple[float, float]) -> None:
    data = pdf([[(*place, 11, "The mayor said the wall had moved.")], column(FIRST)])
    text = read_pdf(data).text
    assert text.startswith("The mayor said the wall had moved.")
    assert not [box for box in locate(data, 0, 9) if box.page == 1 and not math.isfinite(box.left)]


def test_what_the_file_says_of_itself_is_no_day_of_publishing() -> None:
    found = read_pdf(
        pdf([column(FIRST)], info={"Title": "Report", "Author": "Ada Lund", "ModDate": "D:20310203120000Z"})
    )
    assert found.metadata == {"title": "Report", "author": "Ada Lund", "modified": "2031-02-03"}


def test_a_locked_file_says_so() -> None:
    writer = PdfWriter()
    from io import BytesIO

    for page in PdfReader(BytesIO(pdf([column(FIRST)]))).pages:
        writer.add_page(page)
    writer.encrypt("secret", algorithm="RC4-128")
    out = BytesIO()
    writer.write(out)
    with pytest.raises(ReadError, match="needs a password"):
        read_pdf(out.getvalue())


@pytest.mark.parametrize("data", [b"", b"%PDF-1.4", b"%PDF-1.7\n" + b"\x00" * 500, b"no pdf at all"])
def test_a_damaged_file_says_so(data: bytes) -> None:
    with pytest.raises(ReadError, match="damaged PDF"):
        read_pdf(data)


@pytest.mark.parametrize(
    ("before", "left", "raised", "behind", "shown"),
    [
        ("The board counted 11", 174.0, "2", (182.0, "people in the hall."), "counted 11² people in the hall."),
        ("The board counted eleven", 195.0, "12", (206.0, "people in the hall."), "eleven¹² people in the hall."),
        ("The board went home.", 177.0, "4", None, "The board went home.⁴"),
    ],
)
def test_the_raised_number_of_a_note_is_no_part_of_a_number(
    before: str, left: float, raised: str, behind: tuple[float, str] | None, shown: str
) -> None:
    row: list[Line] = [(72, 700, 11, before), (left, 704.5, 6, raised)]
    row += [(behind[0], 700, 11, behind[1])] if behind is not None else []
    extract = read_pdf(pdf([row + column(SECOND, top=680)]))
    assert extract.text.startswith(("The board counted", "The board went"))
    assert shown in extract.text.split("\n\n")[0]


def test_words_behind_a_raised_number_are_found_where_they_stand() -> None:
    data = pdf([[(72, 700, 11, "The board counted 11"), (174, 704.5, 6, "2"), (182, 700, 11, "people in the hall.")]])
    start = read_pdf(data).text.index("people")
    assert [round(box.left) for box in locate(data, start, start + 6)] == [183]


def test_notes_at_the_foot_of_a_page_stay_apart() -> None:
    notes: list[Line] = [
        line
        for n, words in enumerate(("Count of the parish, on file.", "Letter to the board, not answered."))
        for line in ((72.0, 104.0 - 12 * n, 5.0, str(n + 1)), (77.0, 100.0 - 12 * n, 9.0, words))
    ]
    assert [words for _, words in parts(read_pdf(pdf([column(FIRST) + notes])))] == [
        FIRST,
        "¹ Count of the parish, on file.",
        "² Letter to the board, not answered.",
    ]


def test_a_short_column_is_no_block_quotation_nor_is_a_page_that_is_set_in() -> None:
    left, right = in_columns()
    pages = [left + right[:4], column(FIRST, left=140, letters=50), column(FIRST)]
    assert {kind for kind, _ in parts(read_pdf(pdf(pages)))} == {"paragraph"}


def test_a_quotation_in_the_second_column_is_one() -> None:
    _, right = in_columns()
    quoted = column(SECOND, left=356, top=below(right, 24), size=10, letters=24)
    data = pdf([column(f"{FIRST} {SECOND} {FIRST}", size=10, letters=30) + right + quoted])
    assert [words for kind, words in parts(read_pdf(data)) if kind == "block_quotation"] == [SECOND]


def test_what_a_browser_prints_round_a_page_is_left_out_and_its_address_is_kept() -> None:
    printed: list[Line] = [
        (24, 778, 8, "6/12/31, 8:29 PM"),
        (280, 778, 8, "Quarry shut - Vail Post"),
        (24, 16, 8, "https://vailpost.example/quarry-shut"),
        (560, 16, 8, "1/1"),
    ]
    extract = read_pdf(pdf([column(FIRST) + printed]))
    assert extract.text == FIRST
    assert extract.metadata["url"] == "https://vailpost.example/quarry-shut"


def test_a_head_that_stands_on_both_of_two_pages_is_left_out() -> None:
    head: list[Line] = [(72, 770, 9, "Harbour board, annual report")]
    assert read_pdf(pdf([head + column(FIRST), head + column(SECOND)])).text == f"{FIRST}\n\n{SECOND}"
