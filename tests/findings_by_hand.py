"""A small collection with every kind of finding, made by hand: what the exports are tested on before any stage runs."""

from headwater.ids import identify
from headwater.records import (
    Analysis,
    Attribution,
    Case,
    Chain,
    Change,
    Claim,
    ClaimFigures,
    Comparison,
    Document,
    Evidence,
    Figure,
    Link,
    Origins,
    Place,
    Position,
    Qualifier,
    QuotationChange,
    QuotationCheck,
    Resolution,
    Reuse,
    Segment,
    Skipped,
    Span,
    Speaker,
    Statement,
    Step,
    Time,
)

AGENCY = """Ferry sinks off Port Almeric

PORT ALMERIC, 3 March (Norden Wire) - At least 41 people died when the ferry Halcyon sank on Tuesday, the harbour \
master Ines Okoro said. "We are still counting," Okoro said. Among the dead were 9 crew.
"""
PAPER = """Port Almeric: ferry sinks

At least 41 people died when the ferry Halcyon sank on Tuesday, the harbour master Ines Okoro said. "We have stopped \
counting," Okoro told reporters.
"""
HOSTILE = """<script>alert(1)</script> & "quotes"
The port's spokesman denied that anyone had died. السفينة غرقت مساء الثلاثاء.
"""
SHARED = "At least 41 people died when the ferry Halcyon sank on Tuesday, the harbour master Ines Okoro said."


def span(text: str, quoted: str) -> Span:
    """Return where ``quoted`` first stands in ``text``."""
    start = text.index(quoted)
    return Span(start, start + len(quoted))


def place(document: Document, quoted: str) -> Place:
    """Return the place of ``quoted`` in ``document``."""
    found = span(document.text, quoted)
    return Place(document.id, found.start, found.end)


def document(path: str, text: str, **metadata: str) -> Document:
    """Return a document whose id and digest depend on its path and text only."""
    return Document(identify("document", path, text), path, identify("sha", text), text, **metadata)  # type: ignore[arg-type]


def attribution(
    owner: Document, source: str | None, cue: str, content: str, inside: str | None = None, **fields: str
) -> Attribution:
    """Return an attribution whose spans are given by their words."""
    text = owner.text
    whole = span(text, content)
    after = text[: whole.start].rfind(source) if source else -1
    source_span = () if source is None else (Span(after, after + len(source)) if after >= 0 else span(text, source),)
    return Attribution(
        id=identify("attribution", owner.id, content),
        document=owner.id,
        source=source_span,
        cue=(span(text, cue),),
        content=(whole,),
        kind=fields.get("kind", "indirect"),  # type: ignore[arg-type]
        polarity=fields.get("polarity", "said"),  # type: ignore[arg-type]
        certainty="stated",
        inside=inside,
        score=0.9,
        evidence=Evidence("by hand", f"“{cue}” marks the words as said.", 0.9, (place(owner, cue),)),
    )


def build() -> Case:
    """Return the collection: an agency report, a paper that copies it, a denial with hostile text."""
    agency = document(
        "agency.txt", AGENCY, publisher="Norden Wire", title="Ferry sinks off Port Almeric", published="2031-03-03"
    )
    paper = document("paper.txt", PAPER, publisher="Almeric Post", published="2031-03-04", url="javascript:alert(1)")
    denial = document("denial.txt", HOSTILE, publisher="<b>Port & Co</b>", title="<img src=x onerror=alert(1)>")
    toll = attribution(agency, "the harbour master Ines Okoro", "said", SHARED[:62])
    copied = attribution(paper, "the harbour master Ines Okoro", "said", SHARED[:62])
    inner = attribution(agency, "Okoro", "said", "still counting", toll.id)
    quote = attribution(paper, "Okoro", "told", "We have stopped counting,", kind="direct")
    original = attribution(agency, "Okoro", "said", "We are still counting,", kind="direct")
    denied = attribution(denial, "The port's spokesman", "denied", "anyone had died", polarity="denied")
    unnamed = attribution(denial, None, "غرقت", "مساء الثلاثاء")
    tuesday = span(AGENCY, "on Tuesday")
    time = Time(
        identify("time", agency.id, tuesday.start),
        agency.id,
        tuesday.start,
        tuesday.end,
        "date",
        "2031-03-03",
        "XXXX-WXX-2",
        "2031-03-03",
        "the document's date",
        Evidence("weekday", "“Tuesday” before 3 March 2031.", None, (place(agency, "on Tuesday"),)),
    )
    figures: list[Figure] = []
    for owner, mention, number, value, said, qualifier in (
        (agency, "At least 41 people", "41", 41.0, toll.id, "At least"),
        (agency, "9 crew", "9", 9.0, None, None),
        (paper, "At least 41 people", "41", 41.0, copied.id, "At least"),
    ):
        where = span(owner.text, mention)
        figures.append(
            Figure(
                identify("figure", owner.id, where.start),
                owner.id,
                where.start,
                where.end,
                span(owner.text, number),
                value,
                value,
                None if qualifier else value,
                Qualifier("at_least", span(owner.text, qualifier)) if qualifier else None,
                None,
                "people died" if qualifier else "crew",
                time.id if qualifier and owner is agency else None,
                figures[0].id if mention == "9 crew" else None,
                said,
                Evidence("number and noun", "A number with the noun it counts.", None, (place(owner, mention),)),
            )
        )
    shared_left, shared_right = sorted((place(agency, SHARED), place(paper, SHARED)))
    forward = shared_left.document == agency.id
    reuse = Reuse(
        identify("reuse", shared_left, shared_right),
        shared_left,
        shared_right,
        ((Span(shared_left.start, shared_left.end), Span(shared_right.start, shared_right.end)),),
        1.0,
        120.0,
        (
            Change(
                "replaced",
                Span(shared_left.start, shared_left.start + 8),
                Span(shared_right.start, shared_right.start + 8),
                ("hedge",),
            ),
        ),
        "left_to_right" if forward else "right_to_left",
        "Almeric Post is dated one day after Norden Wire.",
        (Evidence("dates", "3 March comes before 4 March.", None, (shared_left, shared_right)),),
    )
    okoro = Speaker("speaker-okoro", "Ines Okoro", "person", ("the harbour master Ines Okoro", "Ines Okoro", "Okoro"))
    spokesman = Speaker("speaker-port", "the port's spokesman", "unnamed", ("The port's spokesman",))
    statements = tuple(
        sorted(
            (
                Statement(identify("statement", a.id), a.document, a.content[0].start, a.content[0].end, a.id)
                for a in (toll, copied)
            ),
            key=lambda s: (s.document, s.start),
        )
    )
    of = {statement.attribution: statement.id for statement in statements}
    died = Claim(
        "claim-toll",
        SHARED[:62],
        statements,
        (
            Chain(
                of[toll.id],
                (Link("said_by", of[toll.id], okoro.id, "stated", "“said” names her.", (place(agency, "said"),)),),
                "named",
                "Ines Okoro",
                "Norden Wire names Ines Okoro.",
            ),
            Chain(
                of[copied.id],
                (
                    Link(
                        "copied_from",
                        of[copied.id],
                        of[toll.id],
                        "reuse",
                        "18 words in the same order.",
                        (place(paper, SHARED), place(agency, SHARED)),
                    ),
                    Link("said_by", of[toll.id], okoro.id, "stated", "“said” names her.", (place(agency, "said"),)),
                ),
                "named",
                "Ines Okoro",
                "The passage is Norden Wire's, which names Ines Okoro.",
            ),
        ),
        2,
        2,
        Origins(1, 1, ("Ines Okoro",), "Both reports end at Ines Okoro; Almeric Post copies Norden Wire."),
        ClaimFigures(41.0, 41.0, True),
        ("claim-denial",),
        0.9,
    )
    denial_statement = Statement(
        identify("statement", denied.id), denial.id, denied.content[0].start, denied.content[0].end, denied.id
    )
    none_died = Claim(
        "claim-denial",
        "anyone had died",
        (denial_statement,),
        (Chain(denial_statement.id, (), "unnamed", None, "The spokesman is not named."),),
        1,
        1,
        Origins(None, None, (), "The only source is unnamed."),
        None,
        ("claim-toll",),
        0.5,
    )

    def analysis(owner: Document, *attributions: Attribution) -> Analysis:
        line = owner.text.index("\n")
        return Analysis(
            owner,
            (Segment("heading", 0, line), Segment("paragraph", line + 1, len(owner.text))),
            attributions,
            (time,) if owner is agency else (),
            tuple(figure for figure in figures if figure.document == owner.id),
        )

    return Case(
        tuple(
            sorted(
                (
                    analysis(agency, toll, original, inner),
                    analysis(paper, copied, quote),
                    analysis(denial, denied, unnamed),
                ),
                key=lambda a: a.document.id,
            )
        ),
        (Skipped("broken.txt", "not text: byte 0xff at offset 3"),),
        (reuse,),
        (
            QuotationCheck(
                "check-1",
                quote.id,
                place(agency, "We are still counting"),
                "altered",
                (QuotationChange("replaced", "have stopped", "are still", ("negation",)),),
                "“We are still counting” became “We have stopped counting”.",
            ),
        ),
        (okoro, spokesman),
        (
            Resolution(toll.id, okoro.id, "stated", Evidence("name", "The full name.")),
            Resolution(copied.id, okoro.id, "stated", Evidence("name", "The full name.")),
            Resolution(quote.id, okoro.id, "coreference", Evidence("surname", "Surname after the full name.")),
            Resolution(original.id, okoro.id, "coreference", Evidence("surname", "Surname after the full name.")),
            Resolution(denied.id, spokesman.id, "stated", Evidence("role", "A role without a name.")),
        ),
        (died, none_died),
        (Comparison(figures[0].id, figures[2].id, "equal", "41 in both."),),
        (
            Position(
                okoro.id,
                "the dead of the Halcyon",
                (Step(1, "at least 41 died", time.id, (statements[0].id,), "Her first count."),),
            ),
        ),
    )
