"""Decisions at the desk: plain forms, kept at once, followed by every page, undone by one more line."""

import threading
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from desk_cases import OWN, client_of, desk_of, keep, parse
from findings_by_hand import build
from headwater import pipeline
from headwater.errors import CaseError
from headwater.records import Anchor, Case, Correction, CorrectionState
from headwater.store import CaseFolder
from headwater.web.working import Desk


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    folder = tmp_path / "case"
    keep(folder, pipeline.relate(build().analyses))

    def refresh() -> None:
        with CaseFolder(folder) as case:
            pipeline.refresh(case)

    return desk_of(folder, refresh)


@pytest.fixture
def client(desk: Desk) -> TestClient:
    return client_of(desk)


def latest(desk: Desk) -> Case:
    """Return the findings as they are now."""
    with CaseFolder(desk.folder) as folder:
        found = folder.latest()
    assert found is not None
    return found


def decide(client: TestClient, desk: Desk, address: str, action: str, **values: object) -> str:
    """Fill in the form for an action on a page, send it, wait until it is worked in; return where it leads."""
    page = parse(client.get(address).text)
    (form,) = page.xpath(f'//form[.//input[@name="action"]/@value="{action}"]')
    fields = {field.get("name"): field.get("value") or "" for field in form.xpath('.//input[@type="hidden"]')}
    answer = client.post("/corrections", headers=OWN, data={**fields, "why": "I listened to it.", **values})
    assert answer.status_code == 303, answer.text
    desk.wait()
    desk._looked = 0.0
    assert desk.failed is None
    return answer.headers["location"]


def test_a_wrong_speaker_is_set_right_and_every_page_follows(client: TestClient, desk: Desk) -> None:
    found = latest(desk)
    attribution = next(a for analysis in found.analyses for a in analysis.attributions if a.source)
    wrong = next(r.speaker for r in found.resolutions if r.attribution == attribution.id)
    address = f"/correct/attribution/{attribution.id}?document={attribution.document}"
    back = decide(client, desk, address, "reattribute", speaker="Marta Feld")
    assert back.startswith(f"/document/{attribution.document}/s")
    assert "Said by Marta Feld" in client.get(back).text
    speakers = client.get("/speakers").text
    assert "Marta Feld" in speakers
    right = next(s.id for s in latest(desk).speakers if s.name == "Marta Feld")
    assert client.get(f"/speaker/{right}.json").json()["page"]["page"]["line"]["statements"] == 1
    if wrong is not None and client.get(f"/speaker/{wrong}").status_code == 200:
        said = client.get(f"/speaker/{wrong}.json").json()["page"]["page"]["said"]
        assert attribution.id not in {each["attribution"] for each in said}
    assert "I listened to it." in client.get("/corrections").text


def test_what_was_decided_is_undone(client: TestClient, desk: Desk) -> None:
    attribution = next(a for analysis in latest(desk).analyses for a in analysis.attributions if a.source)
    before = client.get(f"/document/{attribution.document}.json").json()["page"]["page"]["notes"]
    address = f"/correct/attribution/{attribution.id}?document={attribution.document}"
    decide(client, desk, address, "reattribute", speaker="Marta Feld")
    decide(client, desk, "/corrections", "undo")
    assert client.get(f"/document/{attribution.document}.json").json()["page"]["page"]["notes"] == before
    assert [state.state for state in latest(desk).corrections] == ["undone", "applied"]


def spans(case: Case) -> set[tuple[int, int]]:
    return {(s.start, s.end) for analysis in case.analyses for a in analysis.attributions for s in a.content}


def changed_date(case: Case) -> set[str | None]:
    return {analysis.document.published for analysis in case.analyses}


def publishers(case: Case) -> set[str | None]:
    return {analysis.document.publisher for analysis in case.analyses}


@pytest.mark.parametrize(
    ("kind", "action", "values", "says"),
    [
        ("attribution", "accept", {}, lambda case: case.corrections[0].state == "applied"),
        ("attribution", "reject", {}, lambda case: case.corrections[0].state == "applied"),
        ("attribution", "edit_span", {"part": "content", "spans": "27-60"}, lambda case: (27, 60) in spans(case)),
        ("attribution", "note", {"text": "See the tape."}, lambda case: case.corrections[0].state == "applied"),
        ("document", "set_date", {"published": "1999-12-31"}, lambda case: "1999-12-31" in changed_date(case)),
        ("document", "set_publisher", {"publisher": "The Gull"}, lambda case: "The Gull" in publishers(case)),
        ("figure", "reject", {}, lambda case: case.corrections[0].state == "applied"),
    ],
)
def test_every_form_does_what_it_says(
    client: TestClient, desk: Desk, kind: str, action: str, values: dict[str, str], says: Callable[[Case], bool]
) -> None:
    analysis = latest(desk).analyses[0]
    target = {
        "attribution": analysis.attributions[0].id,
        "document": analysis.document.id,
        "figure": analysis.figures[0].id,
    }[kind]
    decide(client, desk, f"/correct/{kind}/{target}?document={analysis.document.id}", action, **values)
    assert says(latest(desk))


def test_speakers_are_joined_and_taken_apart(client: TestClient, desk: Desk) -> None:
    speakers = [s for s in latest(desk).speakers if any(r.speaker == s.id for r in latest(desk).resolutions)]
    one, two = speakers[:2]
    number = len(latest(desk).speakers)
    decide(client, desk, f"/correct/speaker/{one.id}", "merge_speakers", **{"with": two.id})
    assert len(latest(desk).speakers) == number - 1
    joined = next(r.speaker for r in latest(desk).resolutions if r.speaker in (one.id, two.id))
    member = next(r.attribution for r in latest(desk).resolutions if r.speaker == joined)
    decide(client, desk, f"/correct/speaker/{joined}", "split_speaker", new="Nobody Known", members=[member])
    assert "Nobody Known" in {s.name for s in latest(desk).speakers}


def test_every_page_follows_a_speaker_that_was_renamed(client: TestClient, desk: Desk) -> None:
    speaker = max(latest(desk).speakers, key=lambda s: sum(r.speaker == s.id for r in latest(desk).resolutions))
    attribution = next(r.attribution for r in latest(desk).resolutions if r.speaker == speaker.id)
    document = next(a.document.id for a in latest(desk).analyses for t in a.attributions if t.id == attribution)
    decide(client, desk, f"/correct/speaker/{speaker.id}", "rename_speaker", new="Marta Feld")
    for path in ("/speakers", f"/speaker/{speaker.id}", f"/document/{document}", "/corrections"):
        assert "Marta Feld" in client.get(path).text, path
    assert "“" + speaker.name + "” named “Marta Feld”" in client.get(f"/speaker/{speaker.id}").text


def test_statements_are_taken_out_of_a_claim(client: TestClient, desk: Desk) -> None:
    claim = next(c for c in latest(desk).claims if c.documents > 1)
    out = claim.statements[0].id
    decide(client, desk, f"/correct/claim/{claim.id}", "split_claim", members=[out])
    assert all(len(c.statements) < len(claim.statements) for c in latest(desk).claims if c.text == claim.text)
    assert latest(desk).corrections[0].state == "applied"


def test_the_address_of_a_claim_that_was_taken_apart_leads_to_what_it_is_now(client: TestClient, desk: Desk) -> None:
    claim = next(c for c in latest(desk).claims if c.documents > 1)
    out, *stay = claim.statements
    back = decide(client, desk, f"/correct/claim/{claim.id}", "split_claim", members=[out.id])
    assert claim.id not in {c.id for c in latest(desk).claims}
    shown = client.get(f"{back}.json").json()["page"]["page"]
    assert {report["statement"] for report in shown["reports"]} == {statement.id for statement in stay}
    assert "1 statement taken out as saying something else" in client.get(back).text


def test_the_addresses_of_speakers_that_were_joined_lead_to_one(client: TestClient, desk: Desk) -> None:
    speaking = {r.speaker for r in latest(desk).resolutions}
    one, two = [s.id for s in latest(desk).speakers if s.id in speaking][:2]
    decide(client, desk, f"/correct/speaker/{one}", "merge_speakers", **{"with": two})
    pages = [client.get(f"/speaker/{key}.json").json()["page"]["page"]["line"] for key in (one, two)]
    assert pages[0] == pages[1]
    assert client.get("/speaker/speaker-never").status_code == 404


def test_what_was_decided_is_told_in_words_where_it_was(client: TestClient, desk: Desk) -> None:
    analysis = latest(desk).analyses[0]
    document, attribution = analysis.document.id, analysis.attributions[0]
    address = f"/correct/attribution/{attribution.id}?document={document}"
    decide(client, desk, address, "edit_span", part="content", spans="27-60")
    decide(client, desk, f"/correct/document/{document}", "note", text="Ask the <b>editor</b>.")
    text = analysis.document.text
    for page in (client.get(f"/document/{document}"), client.get("/corrections")):
        said = " ".join(str(parse(page.text).text_content()).split())
        assert "Note: Ask the <b>editor</b>." in said
        assert "Content set to" in said
        assert " ".join(text[27:60].split()) in said
    whole = " … ".join(span.of(text) for span in attribution.content)
    assert " ".join(whole.split()) in " ".join(str(parse(client.get("/corrections").text).text_content()).split())


@pytest.mark.parametrize(
    ("fields", "said"),
    [
        ({"action": "reattribute", "kind": "attribution", "target": "attribution-none", "why": "x"}, 404),
        ({"action": "explode", "why": "x"}, 400),
        ({"action": "accept", "kind": "claim", "target": "claim-none", "why": "x"}, 404),
        ({"action": "accept", "kind": "claim", "target": "claim-none", "why": " "}, 400),
        ({"action": "accept", "kind": "nonsense", "target": "x", "why": "x"}, 404),
        ({"action": "undo", "kind": "correction", "target": "correction-none", "why": "x"}, 404),
        ({"action": "note", "kind": "claim", "target": "x", "why": "y" * 5000}, 400),
    ],
)
def test_what_cannot_be_decided_is_refused_and_nothing_is_kept(
    client: TestClient, desk: Desk, fields: dict[str, str], said: int
) -> None:
    assert client.post("/corrections", headers=OWN, data=fields).status_code == said
    with CaseFolder(desk.folder) as folder:
        assert folder.corrections() == ()


def test_a_decision_about_words_that_are_gone_is_shown_where_they_stood(tmp_path: Path) -> None:
    case = build()
    document = case.analyses[0].document
    gone = Anchor(document.id, 10_000, 10_020, "words that were here", "", "", document.path)
    given = Correction(
        "correction-" + "0" * 32, "reject", "attribution", "attribution-gone", (gone,), "Ada", "2031-03-09T10:00:00Z",
        "I listened to it.", {"parts": "content"},
    )  # fmt: skip
    why = "Its words are not there any more."
    keep(tmp_path / "case", replace(case, corrections=(CorrectionState(given, "orphaned", why),)))
    client = client_of(desk_of(tmp_path / "case"))
    others = [a.document.id for a in case.analyses[1:]]
    for path in (f"/document/{document.id}", "/corrections"):
        page = client.get(path).text
        assert "words that were here" in page
        assert why in page
        assert "s10000-10020" not in page
    assert all(why not in client.get(f"/document/{other}").text for other in others)


def test_a_form_that_names_words_that_are_not_there_is_sent_back_with_the_reason(
    client: TestClient, desk: Desk
) -> None:
    analysis = latest(desk).analyses[0]
    fields = {"action": "edit_span", "kind": "attribution", "target": analysis.attributions[0].id, "why": "x"}
    fields |= {"document": analysis.document.id, "part": "content", "text": "words that are not there"}
    answer = client.post("/corrections", headers=OWN, data=fields)
    assert answer.status_code == 404
    assert "This cannot be done as it was asked for" in answer.text
    assert "does not hold" in answer.text
    assert "Nothing was kept" in answer.text


def test_pages_say_that_something_is_being_worked_in(tmp_path: Path) -> None:
    folder, go = tmp_path / "case", threading.Event()
    keep(folder, build())
    desk = desk_of(folder, lambda: go.wait(20))
    client = client_of(desk)
    assert "being worked in" not in client.get("/").text
    desk.work()
    try:
        assert "being worked in" in client.get("/").text
        assert 'hx-get="/status"' in client.get("/status").text
    finally:
        go.set()
    desk.wait()
    assert "being worked in" not in client.get("/status").text


def test_what_cannot_be_worked_in_is_said_and_tried_again(tmp_path: Path) -> None:
    folder, tries = tmp_path / "case", []
    keep(folder, build())

    def refresh() -> None:
        tries.append(1)
        if len(tries) == 1:
            raise CaseError("the disk is full")

    desk = desk_of(folder, refresh)
    client = client_of(desk)
    desk.work()
    desk.wait()
    assert "was not worked in: the disk is full" in client.get("/").text
    desk.work()
    desk.wait()
    assert len(tries) == 2
    assert "was not worked in" not in client.get("/").text
