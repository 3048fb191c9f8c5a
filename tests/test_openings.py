"""What the opening lines of a text say of it: texts of our own, and what is to be read from them."""

import pytest

from headwater.openings import read_opening
from headwater.read import make_document
from headwater.segment import segment

BODY = "\n\nThe quarry was shut after a slide on Monday, the county said."
CASES = (
    ("Quarry shut\nBy Ada Quill, Vail Post, 3 March 2031", "Quarry shut|Ada Quill|Vail Post|2031-03-03"),
    ("Quarry shut\nThe Daily Ledger, March 4, 2031", "Quarry shut||The Daily Ledger|2031-03-04"),
    ("The Vail Courier\nMarch 4, 2031\nQuarry shut", "Quarry shut||The Vail Courier|2031-03-04"),
    ("# Quarry shut?\n\n*By Ada Quill · Vail Post · 2031-03-04*", "Quarry shut?|Ada Quill|Vail Post|2031-03-04"),
    ("Quarry shut\n\nPublished: Monday, 3 March 2031 10:20 GMT", "Quarry shut|||2031-03-03"),
    ("Quarry shut\n\nUpdated 5 March 2031\nBy Ada Quill and Kit Oduya", "Quarry shut|Ada Quill and Kit Oduya||"),
    ("Quarry shut\n3 March 2031 | VAIL", "Quarry shut|||2031-03-03"),
    (
        "Quarry shut!\nBy Omar Said, Meridian News Agency, 12 May 2031",
        "Quarry shut!|Omar Said|Meridian News Agency|2031-05-12",
    ),
    ("Quarry shut\nEastwatch Blog, 13 May 2031", "Quarry shut||Eastwatch Blog|2031-05-13"),
    (
        "Statement of the Ministry of the Interior\n18 September 2031",
        "Statement of the Ministry of the Interior||Ministry of the Interior|2031-09-18",
    ),
    ("Statement of account\n18 September 2031", "Statement of account|||2031-09-18"),
    ("Quarry shut\nUniversity of Vail, press release, 3 March 2031", "Quarry shut||University of Vail|2031-03-03"),
    ("Quarry shut\nBy Ada Quill, The Morning Bell, 3 March 2031", "Quarry shut|Ada Quill|The Morning Bell|2031-03-03"),
    ("Quarry shut\nBy Ada Quill, The Hague, 3 March 2031", "Quarry shut|Ada Quill||2031-03-03"),
    ("Quarry shut\nBy our staff, Vail Post, 3 March 2031", "Quarry shut||Vail Post|2031-03-03"),
    ("Quarry shut\nBy Ada Quill and agencies, Vail Post, 3 March 2031", "Quarry shut|Ada Quill|Vail Post|2031-03-03"),
    ("Quarry shut\nInstitute for Quarry Studies, 3 March 2031", "Quarry shut||Institute for Quarry Studies|2031-03-03"),
    (
        "Quarry shut\nBy Court Reporter, The Vail Mail, 3 March 2031",
        "Quarry shut|Court Reporter|The Vail Mail|2031-03-03",
    ),
    ("Quarry shut\nBy Ada Quill, Radio Delta, 3 March 2031", "Quarry shut|Ada Quill|Radio Delta|2031-03-03"),
    (
        "Quarry shut\nBy Ada Quill, Morning Star of Vail, 3 March 2031",
        "Quarry shut|Ada Quill|Morning Star of Vail|2031-03-03",
    ),
    ("Quarry shut\nPress release, Veltri Stone AG, 3 March 2031", "Quarry shut||Veltri Stone AG|2031-03-03"),
    ("Quarry shut\nPress release, Vail, 3 March 2031", "|||"),  # a place
    ("Ada Quill (@adaquill) on X, 1 June 2031", "|Ada Quill||2031-06-01"),
    (
        "Statement by Vail City Council on the quarry\n3 March 2031",
        "Statement by Vail City Council on the quarry||Vail City Council|2031-03-03",
    ),
    ("Quarry shut\nMeridian News Agency, Vail Post, 3 March 2031", "Quarry shut||Vail Post|2031-03-03"),
    ("VAIL, 3 March 2031 (Meridian) - The quarry is shut.", "|||2031-03-03"),
    ("VAIL, March 3, 2031 -- The quarry is shut.", "|||2031-03-03"),
    ("By Ada Quill, Reuters", "|Ada Quill||"),  # its clients print an agency's copy under its name
    ("Spring Fair, 3 March 2031", "|||"),  # the form of a place with a day
    ("Vail Post", "|||"),  # a lone name may be a headline
    ("On 3 March 2031 the quarry was shut.", "|||"),
    ("A letter that the county knew of on March 3, 2031 -- and kept.", "|||"),
    ("The Leaning Wall, by Ada Quill", "|||"),
    ("By the river, 3 March 2031", "|||"),
    ("31 February 2031", "|||"),
    ("", "|||"),
)


@pytest.mark.parametrize(("head", "expected"), CASES, ids=[head[:40] for head, _ in CASES])
def test_the_opening_lines_say_who_wrote_it_for_whom_and_when(head: str, expected: str) -> None:
    text = head + BODY
    said = read_opening(text).said
    values = [said[name].value if name in said else "" for name in ("title", "author", "publisher", "published")]
    assert "|".join(values) == expected
    for found in said.values():
        assert found.span.start < found.span.end <= len(text)


def test_what_an_opening_says_is_shown_with_its_place_and_yields_to_the_metadata() -> None:
    text = "Quarry shut\nVail Post, 3 March 2031" + BODY
    document = make_document(text, publisher="Vail Evening Post")
    assert (document.title, document.publisher, document.published) == (
        "Quarry shut",
        "Vail Evening Post",
        "2031-03-03",
    )
    shown = {e.rule: [text[p.start : p.end] for p in e.places] for e in document.evidence if e.places}
    assert shown["published: date line"] == ["3 March 2031"]


def test_the_lines_are_no_part_of_what_is_said() -> None:
    document = make_document("Minister: no link between cuts and slide\nVail Post, 3 March 2031" + BODY)
    kinds = [(s.kind, document.text[s.start : s.end]) for s in segment(document) if s.kind != "sentence"]
    assert kinds[:2] == [
        ("heading", "Minister: no link between cuts and slide"),
        ("byline", "Vail Post, 3 March 2031"),
    ]
