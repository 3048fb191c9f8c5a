"""The page: the text stands whole under its highlights, nothing from a document runs, and it can be read."""

import dataclasses
import itertools
import re
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree, html

from findings_by_hand import build
from headwater import analyse, make_document, relate, report
from headwater.export.page import _TEMPLATES, render
from headwater.export.page.drawing import draw
from headwater.export.page.runs import highlight
from headwater.records import Case, Skipped
from headwater.report.documents import Layer, Mark

FINDINGS = build()
PAGE = render(FINDINGS)
PAYLOADS = (
    "<script>alert(1)</script>",
    '"><img src=x onerror=alert(1)>',
    "'-alert(1)-'",
    "</title><svg onload=alert(1)>",
    "javascript:alert(1)",
    "data:text/html,<script>alert(1)</script>",
    "{{ 7 * 7 }}{% for x in y %}",
    "</style><style>*{display:none}",
    "]]><!--<script>",
    "&lt;script&gt; &#60;b&#62;",
    "\u202egnp.exe",
    "https://ok.example/\"onmouseover='alert(1)'",
)


def parse(page: str) -> Any:  # Any: the stubs give xpath every type there is
    """Return the page as a tree."""
    return html.document_fromstring(page)


def fragment(text: str, marks: list[Mark]) -> Any:
    """Return a highlighted text as a tree."""
    shown = highlight(text, marks, "d1-")
    return html.fragment_fromstring(f"<div>{shown}</div>")


def texts(page: str) -> list[str]:
    """Return the text content of every document on the page."""
    return [element.text_content() for element in parse(page).xpath('//div[@class="text"]')]


def test_the_text_stands_whole_under_its_highlights() -> None:
    assert sorted(texts(PAGE)) == sorted(analysis.document.text for analysis in FINDINGS.analyses)


LAYERS: tuple[Layer, ...] = ("source", "cue", "content", "reuse", "figure", "time", "heading", "quotation", "aside")
SPANS = st.tuples(st.integers(0, 40), st.integers(0, 40), st.sampled_from(LAYERS), st.sampled_from(["a1", "r2", None]))


@settings(max_examples=150, deadline=None)
@given(text=st.text(alphabet="ab <&>\"'\n\u0301\u05d0\U0001f30a", max_size=40), spans=st.lists(SPANS, max_size=12))
def test_marks_that_overlap_in_any_way_leave_the_text_as_it_is(
    text: str, spans: list[tuple[int, int, Layer, str | None]]
) -> None:
    marks = [Mark(start, end, layer, badge) for start, end, layer, badge in spans]
    shown = fragment(text, marks)
    assert shown.text_content() == text


def test_runs_carry_every_mark_that_covers_them() -> None:
    marks = [Mark(0, 6, "content", "a1"), Mark(3, 9, "content", "a2"), Mark(4, 5, "figure", "f1")]
    shown = fragment("abcdefghij", marks)
    runs = [(span.text, set(span.get("class").split()), span.get("data-f")) for span in shown.xpath("span")]
    assert [run[0] for run in runs] == ["abc", "d", "e", "f", "ghi"]
    assert runs[2][1] == {"content", "deep2", "figure"}
    assert runs[2][2] == "a1 a2 f1"
    assert "deep1" in runs[0][1]
    assert [a.get("data-n") for a in shown.xpath("a")] == ["a1", "a2", "f1"]


def test_what_html_cannot_carry_is_shown_one_for_one() -> None:
    shown = fragment("a\x00b\r\nc\x1b", [])
    assert shown.text_content() == "a\ufffdb\r\nc\ufffd"


def poisoned(payload: str) -> Case:
    """Return the collection with ``payload`` in every field that comes from a document."""
    analyses = []
    for number, analysis in enumerate(FINDINGS.analyses):
        fields = {"publisher": f"{payload}{number}", "title": payload, "author": payload, "url": payload}
        path = f"{payload}{number}.txt"
        document = dataclasses.replace(analysis.document, **fields, path=path, language=payload)  # type: ignore[arg-type]
        figures = tuple(dataclasses.replace(f, counts=payload, unit=payload) for f in analysis.figures)
        times = tuple(dataclasses.replace(t, value=payload, anchor=payload) for t in analysis.times)
        analyses.append(dataclasses.replace(analysis, document=document, figures=figures, times=times))
    return dataclasses.replace(
        FINDINGS,
        analyses=tuple(analyses),
        skipped=(Skipped(payload, payload),),
        speakers=tuple(dataclasses.replace(s, name=payload, names=(payload,)) for s in FINDINGS.speakers),
        claims=tuple(dataclasses.replace(c, text=payload) for c in FINDINGS.claims),
    )


@pytest.mark.parametrize("payload", PAYLOADS)
def test_nothing_from_a_document_runs(payload: str) -> None:
    tree = parse(render(poisoned(payload)))
    assert len(tree.xpath("//script")) == 1
    assert len(tree.xpath("//style")) == 1
    assert not tree.xpath("//img | //iframe | //object | //embed | //link | //base | //form | //svg//script")
    attributes = [(name.lower(), value) for e in tree.iter(etree.Element) for name, value in e.attrib.items()]
    assert not [name for name, _ in attributes if name.startswith("on") or name in ("src", "srcdoc", "action")]
    addresses = [value for name, value in attributes if name == "href"]
    assert addresses
    assert all(address.startswith(("#", "https://", "http://")) for address in addresses)


def test_the_page_needs_no_network() -> None:
    tree = parse(PAGE)
    assert not re.search(r"url\(|@import", tree.xpath("string(//style)"))
    assert not tree.xpath("//link | //@src | //@srcset | //@data | //@poster")
    policy = tree.xpath('string(//meta[@http-equiv="Content-Security-Policy"]/@content)')
    assert policy.startswith("default-src 'none'; script-src 'sha256-")


def test_every_link_inside_the_page_has_its_target() -> None:
    tree = parse(PAGE)
    ids = tree.xpath("//@id")
    assert len(ids) == len(set(ids))
    targets = {href[1:] for href in tree.xpath("//@href") if href.startswith("#")}
    assert targets <= set(ids)
    assert set(tree.xpath("//@aria-labelledby")) <= set(ids)


def test_every_finding_has_a_note_and_every_note_a_place() -> None:
    tree = parse(PAGE)
    count = sum(len(a.attributions) + len(a.figures) + len(a.times) for a in FINDINGS.analyses) + 2 * len(
        FINDINGS.reuse
    )
    assert len(tree.xpath('//article[contains(@class, "note")]')) == count
    assert len(tree.xpath('//div[@class="text"]//a[contains(@class, "n-")]')) == count


def test_the_drawing_leads_from_documents_to_the_origin() -> None:
    page = report.claim_page(FINDINGS, "claim-toll")
    drawing = draw(page, {})
    assert drawing is not None
    tree: Any = etree.fromstring(str(drawing.svg))
    names = [element.text for element in tree.iter("text")]
    assert {"Ines Okoro", "Norden Wire", "Almeric Post", "said", "same words"} <= set(names)
    left = {e.find("title").text: float(e.find("rect").get("x")) for e in tree.iter("g")}
    assert left["Ines Okoro"] < left["Norden Wire 3 March 2031"] < left["Almeric Post 4 March 2031"]
    assert drawing.left_out == 0


def luminance(color: str) -> float:
    """Return the relative luminance of a hex colour (WCAG 2.2)."""
    channels = [int(color[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, two: str) -> float:
    """Return the contrast ratio of two colours."""
    low, high = sorted((luminance(one), luminance(two)))
    return (high + 0.05) / (low + 0.05)


def test_colours_have_the_contrast_that_wcag_asks_for() -> None:
    style = (_TEMPLATES / "style.css").read_text(encoding="utf-8")
    blocks = re.findall(r":root \{(.*?)\}", style, flags=re.DOTALL)[:2]
    themes = [dict(re.findall(r"--([\w-]+): (#[0-9a-f]{6})", block)) for block in blocks]
    assert len(themes) == 2
    for theme in themes:
        grounds = [theme[name] for name in ("paper", "card")]
        for name, ground in itertools.product(("ink", "muted", "link", "reuse", "figure", "time", "alarm"), grounds):
            assert contrast(theme[name], ground) >= 4.5, (name, ground)
        for name, ground in itertools.product(("ink", "reuse", "figure", "time"), ("content", "content2")):
            assert contrast(theme[name], theme[ground]) >= (4.5 if name == "ink" else 3), (name, ground)
        assert contrast(theme["ink"], theme["content3"]) >= 4.5
        assert contrast(theme["ink"], theme["glow"]) >= 4.5
        assert contrast(theme["alarm"], theme["alarm-bg"]) >= 4.5
        assert contrast(theme["ink"], theme["alarm-bg"]) >= 4.5
        assert contrast(theme["muted"], theme["alarm-bg"]) >= 4.5


def test_the_same_findings_give_the_same_page() -> None:
    turned = dataclasses.replace(FINDINGS, analyses=FINDINGS.analyses[::-1], claims=FINDINGS.claims[::-1])
    assert render(turned) == PAGE


def test_a_collection_without_findings_makes_a_page() -> None:
    nothing = Case((), (Skipped("a", "empty file"),), (), (), (), (), (), (), ())
    assert "0 documents" in render(nothing)


def test_documents_that_share_words_nobody_had_first_are_joined_in_the_drawing() -> None:
    words = (
        "The eastern dam above Tolland will not hold another spring flood unless its spillway is cleared of the timber "
        "that has lain in it since the storm of the second winter, and the valley below it will be lost."
    )
    documents = [
        make_document(f"{opening}\n\n{words}\n", name=f"{n}.txt", publisher=f"Paper {n}")
        for n, opening in enumerate(("A letter from the upper valley.", "What we found in the morning post."))
    ]
    case = relate([analyse(document) for document in documents])
    page = next(report.claim_page(case, c.id) for c in case.claims if c.documents == 2)
    (shared,) = page.shared
    assert {shared.left, shared.right} == {document.id for document in documents}
    assert shared.words in words
    drawing = draw(page, {})
    assert drawing is not None
    assert drawing.svg.count(">the same words</text>") == 1
    assert "Paper 0" in drawing.svg
