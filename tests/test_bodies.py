"""Who stands under one heading: a body, its spokesman and its shorter name, where a text shows it and not elsewhere."""

from headwater.pipeline import relate
from headwater.pipeline.analysing import analyse
from headwater.records import Document
from headwater.report import phrasing, review
from headwater.report.bodies import bonds
from headwater.report.index import index

STATEMENT = (
    "Ministry of the Interior, press release, 2 May 2031\n\n"
    "Oren Dall died of natural causes at the police station in Kesten on 1 May, the Ministry of the Interior said.\n"
)
TRIBUNE = (
    "Man dies in custody in Kesten\n\n"
    "Oren Dall died of natural causes at the police station in Kesten on 1 May, the interior ministry said.\n\n"
    '"No force was used at any time against Mr Dall," ministry spokeswoman Olga Varn said.\n\n'
    "The ministry said that Dall had been alone in the cell.\n"
)
LEDGER = (
    "Ministries differ over Dall\n\n"
    "The interior ministry said that Dall had been healthy. The defence ministry said that he had been ill.\n\n"
    '"Nobody knows what Dall died of," ministry spokesman Tom Hale said.\n'
)
ABROAD = "Ferry levy up\n\nThe interior ministry said that the levy on river ferries would rise by a tenth in July.\n"


def document(name: str, text: str, published: str) -> Document:
    return Document(name, f"{name}.txt", name, text, publisher=name, published=published, language="en")


CASE = relate(
    [
        analyse(document("Ministry of the Interior", STATEMENT, "2031-05-02")),
        analyse(document("Kesten Tribune", TRIBUNE, "2031-05-03")),
        analyse(document("Kesten Ledger", LEDGER, "2031-05-04")),
        analyse(document("Sarn Gazette", ABROAD, "2031-06-20")),
    ]
)


def joined(name: str) -> set[tuple[str, str]]:
    """Return the bodies under which speakers of this name stand, each with why."""
    found = index(CASE)
    return {
        (found.speakers[bond.body].name, bond.why)
        for bond in bonds(found).values()
        if found.speakers[bond.member].name == name
    }


def test_who_is_called_spokeswoman_stands_under_the_body_that_the_text_names() -> None:
    assert joined("Olga Varn") == {("Ministry of the Interior", "called “ministry spokeswoman Olga Varn”")}


def test_where_two_ministries_are_named_nobody_speaks_for_the_ministry() -> None:
    assert joined("Tom Hale") == set()


def test_a_ministry_whose_own_statement_is_reported_is_the_ministry() -> None:
    found = index(CASE)
    ids = {r.speaker for r in CASE.resolutions if found.attributions[r.attribution].document == "Kesten Tribune"}
    names = {found.speakers[one].name for one in ids if one is not None}
    assert names == {"Ministry of the Interior", "Olga Varn"}


def test_a_ministry_of_another_document_with_nothing_in_common_stays_apart() -> None:
    found = index(CASE)
    abroad = {r.speaker for r in CASE.resolutions if found.attributions[r.attribution].document == "Sarn Gazette"}
    assert abroad
    assert not abroad & bonds(found).keys()


def test_the_review_says_who_stands_under_a_heading_and_by_which_words() -> None:
    page = review(CASE, "Dall")
    section = next(s for s in page.sections if s.heading == "Ministry of the Interior")
    (said,) = section.joined
    assert "Olga Varn (called “ministry spokeswoman Olga Varn”) [" in phrasing.plain(said)


def test_a_speaker_asked_for_comes_with_those_who_speak_for_it() -> None:
    page = review(CASE, "Dall", speaker="Ministry of the Interior")
    said = " ".join(phrasing.plain(s) for section in page.sections for p in section.paragraphs for s in p.sentences)
    assert "Olga Varn says: “No force was used" in said
    assert "defence ministry" not in said


def test_who_speaks_for_a_body_can_be_asked_for_alone() -> None:
    page = review(CASE, "Dall", speaker="Olga Varn")
    assert [section.heading for section in page.sections] == ["Olga Varn"]
