"""Chains: by the table of phenomena, and what must hold of every chain."""

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from headwater import pipeline
from headwater.chains import trace_chains
from headwater.ids import identify
from headwater.read import make_document
from headwater.records import (
    Analysis,
    Attribution,
    Chain,
    Document,
    Evidence,
    Group,
    Place,
    Reuse,
    Segment,
    Span,
    Speaker,
    Statement,
)
from headwater.resolve import Resolved, resolve
from phenomena.chains import ROWS, Row, Text

_SENTENCE = re.compile(r"[^.\n]+\.?")


def analyse_text(given_text: Text) -> Analysis:
    """Return the analysis of a text of the table."""
    text = given_text.text
    document = Document(
        identify("document", given_text.path, text),
        given_text.path,
        "",
        text,
        publisher=given_text.publisher,
        published=given_text.published,
        author=given_text.author,
        url=given_text.url,
        language="en",
    )
    attributions: list[Attribution] = []
    for number, said in enumerate(given_text.said):
        outer = attributions[said.inside] if said.inside is not None else None
        content = _span(text, said.content)
        attributions.append(
            Attribution(
                identify("attribution", document.id, number),
                document.id,
                (_span(text, said.source),) if said.source else (),
                (),
                (content,),
                said.kind,  # type: ignore[arg-type]
                "said",
                "stated",
                outer.id if outer is not None else None,
                1.0,
                Evidence("by hand", "The table gives the source."),
            )
        )
    blocks = [_span(text, block) for block in given_text.blocks]
    segments = [Segment("block_quotation", block.start, block.end) for block in blocks]
    lines = [Span(m.start(), m.end()) for m in re.finditer(r"[^\n]+", text)]
    segments += [Segment("paragraph", line.start, line.end) for line in lines if line not in blocks]
    segments += [Segment("sentence", m.start(), m.end()) for m in _SENTENCE.finditer(text)]
    segments.sort(key=lambda s: (s.start, -s.end))
    return Analysis(document, tuple(segments), tuple(attributions), (), ())


def _span(text: str, quoted: str) -> Span:
    start = text.index(quoted)
    return Span(start, start + len(quoted))


def statement_of(analysis: Analysis, words: str) -> Statement:
    """Return the statement of the attribution whose content the words are, else of the words in the own voice."""
    span = _span(analysis.document.text, words)
    said = next((a for a in analysis.attributions if a.content == (span,)), None)
    name = identify("statement", analysis.document.id, span.start)
    return Statement(name, analysis.document.id, span.start, span.end, said.id if said else None)


def trace_row(row: Row, order: list[int] | None = None) -> tuple[tuple[Chain, ...], Resolved, list[Analysis]]:
    """Return the chains of the row's statement."""
    analyses = [analyse_text(text) for text in row.texts]
    by_path = {a.document.path: a for a in analyses}
    reuse = []
    for shared in row.shared:
        sides = [by_path[shared.left].document, by_path[shared.right].document]
        direction = shared.direction
        if sides[0].id > sides[1].id:
            sides.reverse()
            turned = {"left_to_right": "right_to_left", "right_to_left": "left_to_right"}
            direction = turned.get(direction, direction)  # type: ignore[assignment]
        spans = [_span(side.text, shared.words) for side in sides]
        left, right = (Place(s.id, p.start, p.end) for s, p in zip(sides, spans, strict=True))
        name = identify("reuse", left, right)
        reuse.append(
            Reuse(name, left, right, ((spans[0], spans[1]),), 1.0, 99.0, (), direction, "Nine words in a row.")
        )
    first = statement_of(by_path[row.statement[0]], row.statement[1])
    others = [statement_of(by_path[path], words) for path, words in row.same]
    group = Group("claim-1", row.statement[1], (first, *others), ())
    resolved = resolve(analyses)
    given_order = [analyses[index] for index in order] if order else analyses
    chains = trace_chains(given_order, resolved, reuse, [group])
    return tuple(c for c in chains if c.statement == first.id), resolved, analyses


def show(chain: Chain, resolved: Resolved, analyses: list[Analysis]) -> str:
    """Return a chain as the table writes it."""
    names: dict[str, str] = {s.id: s.name for s in resolved.speakers}
    names |= {a.document.id: a.document.path for a in analyses}
    links = (f"{link.kind} {names.get(link.upstream, link.upstream)}" for link in chain.links)
    return f"{' > '.join(links)} = {chain.ends}"


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row.reason)
def test_a_statement_is_traced_to_where_its_words_come_from(row: Row) -> None:
    chains, resolved, analyses = trace_row(row)
    assert [show(chain, resolved, analyses) for chain in chains] == list(row.chains)


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row.reason)
def test_links_follow_each_other_and_show_where_they_are_known_from(row: Row) -> None:
    chains, resolved, analyses = trace_row(row)
    texts = {a.document.id: a.document.text for a in analyses}
    known = {s.id for s in resolved.speakers} | set(texts)
    for chain in chains:
        at = chain.statement
        for link in chain.links:
            assert link.downstream == at
            assert link.why
            assert all(0 <= p.start < p.end <= len(texts[p.document]) for p in link.places)
            at = link.upstream
        assert chain.why
        assert chain.origin is None or chain.origin in known or chain.origin == at
        assert (chain.origin is None) == (chain.ends == "unknown")


@given(st.sampled_from([row for row in ROWS if len(row.texts) == 2]))
@settings(max_examples=10, deadline=None)
def test_the_order_of_documents_does_not_matter(row: Row) -> None:
    assert trace_row(row, [1, 0]) == trace_row(row, [0, 1])


def test_documents_that_copy_each_other_in_a_circle_still_have_an_end() -> None:
    words = "the sea wall leaks at three places near the old customs house"
    analyses = [analyse_text(Text(f"{n}.txt", f"We saw that {words}.")) for n in range(3)]
    analyses.sort(key=lambda a: a.document.id)
    span = _span(analyses[0].document.text, words)
    reuse = []
    for left, right, direction in ((0, 1, "left_to_right"), (1, 2, "left_to_right"), (0, 2, "right_to_left")):
        sides = [Place(analyses[i].document.id, span.start, span.end) for i in (left, right)]
        name = identify("reuse", left, right)
        reuse.append(Reuse(name, sides[0], sides[1], ((span, span),), 1.0, 99.0, (), direction, "Nine words."))  # type: ignore[arg-type]
    statement = statement_of(analyses[0], words)
    chains = trace_chains(analyses, resolve(analyses), reuse, [Group("claim-1", words, (statement,), ())])
    assert [chain.ends for chain in chains] == ["publisher"]
    assert len(chains[0].links) == 3


def test_every_statement_has_a_chain_and_named_ends_are_speakers() -> None:
    for row in ROWS:
        chains, resolved, _ = trace_row(row)
        assert chains
        speakers: dict[str, Speaker] = {s.id: s for s in resolved.speakers}
        authors = {text.author for text in row.texts}
        assert all(chain.origin in speakers or chain.origin in authors for chain in chains if chain.ends == "named")


def test_who_denies_it_is_not_called_its_source() -> None:
    text = "Ana Ruiz of Vail denied that the northern wall of the Halcyon dam had leaned since spring."
    case = pipeline.relate([pipeline.analyse(make_document(text, name="a", publisher="Harl Mirror", language="en"))])
    (chain,) = (c for claim in case.claims for c in claim.chains)
    assert chain.ends == "named"
    assert "Ana Ruiz” who denies it" in chain.why
    assert "as the source" not in chain.why


@pytest.mark.parametrize(
    "text",
    [
        "Ana Ruiz told the Vail Gazette that the northern wall had leaned since spring.",
        "In an interview with the Vail Gazette, Ana Ruiz said that the northern wall had leaned since spring.",
    ],
)
def test_to_which_outlet_something_was_said_stands_in_its_chain(text: str) -> None:
    said = make_document(text, name="a", publisher="Harl Mirror", language="en")
    known = make_document("The quay is open again.", name="b", publisher="Vail Gazette", language="en")
    case = pipeline.relate([pipeline.analyse(document) for document in (said, known)])
    names = {s.id: s.name for s in case.speakers}
    (chain, *_) = (c for claim in case.claims for c in claim.chains)
    upstream = [names.get(link.upstream, link.upstream) for link in chain.links]
    assert upstream[1:] == ["Vail Gazette", "Ana Ruiz"]
