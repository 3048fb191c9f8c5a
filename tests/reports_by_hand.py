"""Small collections for the tests of claims and origins, written as (document, publisher, who said it, the words)."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from headwater.ids import identify
from headwater.records import (
    Analysis,
    Attribution,
    Chain,
    ChainEnd,
    Claim,
    Document,
    Evidence,
    Figure,
    Group,
    Link,
    Place,
    Polarity,
    Reuse,
    Segment,
    Span,
)
from headwater.resolve import Resolved


@dataclass(frozen=True, slots=True)
class Line:
    """One statement of a made-up document. ``source`` None is the publisher's own voice."""

    document: str
    publisher: str | None
    source: str | None
    words: str
    ends: ChainEnd | None = None
    polarity: Polarity = "said"
    url: str | None = None

    @property
    def end(self) -> ChainEnd:
        """Where its chain ends unless the test says otherwise."""
        if self.ends is not None:
            return self.ends
        return "named" if self.source else "publisher" if self.publisher else "unknown"


def analyses_of(lines: Sequence[Line]) -> tuple[Analysis, ...]:
    """Return one analysis per document, its lines as sentences in order."""
    found = []
    for name in dict.fromkeys(line.document for line in lines):
        inside = [line for line in lines if line.document == name]
        text = "".join(
            f"{line.words} {line.source} said.\n\n" if line.source else f"{line.words}\n\n" for line in inside
        )
        document = Document(
            name, f"{name}.txt", name, text, publisher=inside[0].publisher, language="en", url=inside[0].url
        )
        attributions, segments, figures = [], [], []
        at = 0
        for line in inside:
            content = Span(at, at + len(line.words))
            whole = Span(at, text.index("\n\n", at))
            segments += [Segment("paragraph", whole.start, whole.end), Segment("sentence", whole.start, whole.end)]
            if line.source is not None:
                source = Span(content.end + 1, content.end + 1 + len(line.source))
                attributions.append(_attribution(name, source, content, line))
            if any(c.isdigit() for c in line.words):
                first = next(i for i, c in enumerate(line.words) if c.isdigit())
                figures.append(_figure(name, at + first, line.words[first:]))
            at = whole.end + 2
        found.append(Analysis(document, tuple(segments), tuple(attributions), (), tuple(figures)))
    return tuple(found)


def chains_of(lines: Sequence[Line], groups: Sequence[Group], analyses: Sequence[Analysis]) -> tuple[Chain, ...]:
    """Return a chain for each statement that ends where its line says."""
    texts = {a.document.id: a.document.text for a in analyses}
    found = []
    for group in groups:
        for statement in group.statements:
            words = texts[statement.document][statement.start : statement.end]
            line = next(x for x in lines if x.document == statement.document and x.words in (words, words.strip()))
            origin = line.source if line.end in ("named", "outside") else line.publisher
            links = () if line.source is None else (Link("said_by", statement.id, line.source, "stated", "", ()),)
            found.append(Chain(statement.id, links, line.end, origin if line.end != "unnamed" else None, ""))
    return tuple(found)


def count(lines: Sequence[Line], reuse: Sequence[Reuse] = ()) -> tuple[Claim, ...]:
    """Return the claims of the made-up documents."""
    from headwater.claims import find_groups
    from headwater.origins import count_origins

    analyses = analyses_of(lines)
    groups = find_groups(analyses, Resolved((), ()), reuse)
    return count_origins(groups, chains_of(lines, groups, analyses), analyses, reuse, Resolved((), ()))


def one_claim(lines: Sequence[Line], reuse: Sequence[Reuse] = ()) -> Claim:
    """Return the claim that the lines make when they are put together by hand, whatever their words."""
    from headwater.claims.statements import statements_of
    from headwater.origins import count_origins

    analyses = analyses_of(lines)
    statements = tuple(s.statement for a in analyses for s in statements_of(a))
    assert len(statements) == len(lines)
    group = Group(identify("claim", *(s.id for s in statements)), lines[0].words, statements, ())
    return count_origins((group,), chains_of(lines, (group,), analyses), analyses, reuse, Resolved((), ()))[0]


def shared(lines: Sequence[Line], left: Line, right: Line) -> Reuse:
    """Return a reuse that says that two lines are one passage."""
    if left.document > right.document:
        left, right = right, left
    texts = {a.document.id: a.document.text for a in analyses_of(lines)}
    spans = []
    for line in (left, right):
        start = texts[line.document].index(line.words)
        spans.append(Span(start, start + len(line.words)))
    places = [Place(line.document, s.start, s.end) for line, s in zip((left, right), spans, strict=True)]
    return Reuse(
        identify("reuse", *places), places[0], places[1], ((spans[0], spans[1]),), 1.0, 100.0, (), "unknown", "by hand"
    )


def copy(lines: Sequence[Line], document: str, name: str, publisher: str | None) -> list[Line]:
    """Return the lines of a document as another publisher's exact copy."""
    return [
        replace(line, document=name, publisher=publisher, ends=_copied_end(line, publisher))
        for line in lines
        if line.document == document
    ]


def _copied_end(line: Line, publisher: str | None) -> ChainEnd | None:
    return line.ends if line.source else ("publisher" if publisher else "unknown")


def _attribution(document: str, source: Span, content: Span, line: Line) -> Attribution:
    return Attribution(
        id=identify("attribution", document, content),
        document=document,
        source=(source,),
        cue=(Span(source.end + 1, source.end + 5),),
        content=(content,),
        kind="indirect",
        polarity=line.polarity,
        certainty="stated",
        inside=None,
        score=0.9,
        evidence=Evidence("by hand", "by hand"),
    )


def _figure(document: str, start: int, rest: str) -> Figure:
    digits = rest.split()[0].rstrip(".,").replace(",", "")
    value = float(digits) if digits.replace(".", "").isdigit() else 1.0
    return Figure(
        identify("figure", document, start),
        document,
        start,
        start + len(rest.split()[0]),
        Span(start, start + len(digits)),
        value,
        value,
        value,
        None,
        None,
        rest.split()[1] if len(rest.split()) > 1 else None,
        None,
        None,
        None,
        Evidence("by hand", "by hand"),
    )
