"""Page records and their text: what a reader is told, in which words."""

import dataclasses
import itertools

import pytest

from findings_by_hand import build, document, span
from headwater import report
from headwater.align.changes import classify_cut
from headwater.errors import NotFoundError
from headwater.export import terminal
from headwater.export.terminal.layout import Paper, clean, visible
from headwater.export.terminal.quoting import excerpts
from headwater.records import Origins, Position, QuotationChange, Reuse
from headwater.report.index import content_words, index, label_documents
from headwater.report.quotations import cut_short

FINDINGS = build()
HOSTILE_CODES = ("\x1b", "\x07", "\u202e")


def test_a_claim_that_two_documents_make_is_told_with_its_one_origin() -> None:
    text = terminal.render(report.summary(FINDINGS), 100, False)
    assert "2 documents, 1 independent origin: Ines Okoro" in text
    assert "Both reports end at Ines Okoro; Almeric Post copies Norden Wire." in text


def test_an_altered_quotation_is_told_with_both_wordings() -> None:
    text = terminal.render(report.summary(FINDINGS), 100, False)
    assert "Almeric Post, 4 March 2031 changes a quotation of Ines Okoro" in text
    assert "“are still” became “have stopped” (negation)" in text


def test_what_cannot_be_judged_is_told_with_its_reason() -> None:
    summary = report.summary(FINDINGS)
    assert [(line.number, line.what) for line in summary.not_judged] == [(2, "attribution"), (1, "document")]
    assert "not read: broken.txt: not text: byte 0xff at offset 3" in terminal.render(summary, 100, False)


def test_origins_that_cannot_be_judged_are_no_number() -> None:
    claim = report.claim_page(FINDINGS, "claim-denial")
    assert claim.line.origins == Origins(None, None, (), "The only source is unnamed.")
    assert "independent origins cannot be judged" in terminal.render_claim(claim, 100, False)


def test_a_claim_shows_each_report_with_its_chain() -> None:
    text = terminal.render_claim(report.claim_page(FINDINGS, "claim-toll"), 100, False)
    lines = text.splitlines()
    copied = next(number for number, line in enumerate(lines) if "copied from Norden Wire" in line)
    said = next(number for number, line in enumerate(lines) if number > copied and "said by Ines Okoro" in line)
    assert lines[said].index("└") > lines[copied].index("└")
    assert "18 words in the same order." in text


def test_an_id_may_be_shortened_but_not_made_up() -> None:
    assert report.claim_page(FINDINGS, "toll").line.id == "claim-toll"
    with pytest.raises(NotFoundError, match="2 claims begin with 'claim'"):
        report.claim_page(FINDINGS, "claim")
    with pytest.raises(NotFoundError, match="no claim 'x'"):
        report.claim_page(FINDINGS, "x")


def test_every_id_can_be_asked_why() -> None:
    ids = [
        *(a.id for analysis in FINDINGS.analyses for a in analysis.attributions),
        *(f.id for analysis in FINDINGS.analyses for f in analysis.figures),
        *(t.id for analysis in FINDINGS.analyses for t in analysis.times),
        *(analysis.document.id for analysis in FINDINGS.analyses),
        *(
            record.id
            for kind in ("reuse", "quotation_checks", "speakers", "claims")
            for record in getattr(FINDINGS, kind)
        ),
    ]
    assert len(ids) > 15
    for key in ids:
        assert terminal.render_why(report.why(FINDINGS, key), 80, False).splitlines()[0].endswith(key)
    with pytest.raises(NotFoundError):
        report.why(FINDINGS, "nothing")


def test_two_documents_stand_side_by_side_with_the_earlier_on_the_left() -> None:
    page = report.compare(FINDINGS, "Almeric Post", "Norden Wire")
    assert (page.pair.left, page.pair.right) == ("Norden Wire, 3 March 2031", "Almeric Post, 4 March 2031")
    assert page.pair.direction == "left_to_right"
    for passage in page.passages:
        assert "".join(piece.text for piece in passage.left_pieces) == passage.left.text
        assert "".join(piece.text for piece in passage.right_pieces) == passage.right.text
    assert "Almeric Post, 4 March 2031 has words of Norden Wire" in terminal.render_comparison(page, 100, False)
    with pytest.raises(NotFoundError, match="share no passage"):
        report.compare(FINDINGS, "agency.txt", "denial.txt")


def test_a_pair_reads_the_same_from_either_side() -> None:
    turned = dataclasses.replace(FINDINGS, reuse=tuple(turn(reuse) for reuse in FINDINGS.reuse))
    one, two = (report.compare(f, "agency.txt", "paper.txt") for f in (FINDINGS, turned))
    assert (one.pair, one.passages[0].left) == (two.pair, two.passages[0].left)


def turn(reuse: Reuse) -> Reuse:
    """Return a reuse with its sides exchanged."""
    changes = tuple(dataclasses.replace(c, left=c.right, right=c.left) for c in reuse.changes)
    return dataclasses.replace(
        reuse,
        left=reuse.right,
        right=reuse.left,
        blocks=tuple((right, left) for left, right in reuse.blocks),
        direction="left_to_right" if reuse.direction == "right_to_left" else "right_to_left",
        changes=changes,
    )


def test_speakers_figures_and_times_are_listed() -> None:
    speakers = report.speaker_list(FINDINGS)
    assert (speakers.speakers[0].name, speakers.speakers[0].statements) == ("Ines Okoro", 4)
    assert "Norden Wire, Almeric Post" in terminal.render_speakers(speakers, 100, False)
    assert "her first count" in terminal.render_speaker(report.speaker_page(FINDINGS, "okoro"), 100, False).lower()
    figures = terminal.render_figures(report.figures_page(FINDINGS), 100, False)
    assert "at least 41" in figures
    assert "part of “At least 41 people”" in figures
    assert "2031-03-03" in terminal.render_times(report.times_page(FINDINGS), 100, False)


def test_disagreeing_figures_make_one_dispute() -> None:
    ids = [figure.id for analysis in FINDINGS.analyses for figure in analysis.figures]
    conflicts = tuple(
        dataclasses.replace(FINDINGS.comparisons[0], left=left, right=right, relation="conflict", why="Not both.")
        for left, right in itertools.pairwise(ids)
    )
    disputes = report.summary(dataclasses.replace(FINDINGS, comparisons=conflicts)).disputes
    assert [len(dispute.figures) for dispute in disputes] == [3]
    assert disputes[0].why == ("Not both.",)


def test_a_dispute_inside_one_document_is_counted_apart() -> None:
    inside = [figure.id for analysis in FINDINGS.analyses for figure in analysis.figures if len(analysis.figures) == 2]
    conflict = dataclasses.replace(FINDINGS.comparisons[0], left=inside[0], right=inside[1], relation="conflict")
    summary = report.summary(dataclasses.replace(FINDINGS, comparisons=(conflict,)))
    assert (summary.disputes, summary.disputes_inside) == ((), 1)
    assert "1 dispute inside single documents" in terminal.render(summary, 100, False)


def test_documents_never_share_a_label() -> None:
    same = [document(f"{n}/a.txt", "x", publisher="Post", published="2031-01-01") for n in range(3)]
    labels = label_documents([*same, document("b.txt", "y", title="Post, 1 January 2031"), document("c.txt", "z")])
    assert len(set(labels.values())) == 5
    assert labels[document("c.txt", "z").id] == "c.txt"


def test_no_control_character_of_a_document_reaches_the_terminal() -> None:
    evil = "Evil\x1b]0;owned\x07 \u202eNews"
    analyses = tuple(
        dataclasses.replace(a, document=dataclasses.replace(a.document, publisher=evil, title=evil))
        for a in FINDINGS.analyses
    )
    findings = dataclasses.replace(FINDINGS, analyses=analyses, positions=(Position("speaker-okoro", evil, ()),))
    pages = [
        terminal.render(report.summary(findings), 90, False),
        terminal.render_claims(report.claim_list(findings), 90, False),
        terminal.render_claim(report.claim_page(findings, "claim-toll"), 90, False),
        terminal.render_comparison(report.compare(findings, "agency.txt", "paper.txt"), 90, False),
        terminal.render_speaker(report.speaker_page(findings, "okoro"), 90, False),
        terminal.render_speakers(report.speaker_list(findings), 90, False),
        terminal.render_figures(report.figures_page(findings), 90, False),
        terminal.render_times(report.times_page(findings), 90, False),
        *(terminal.render_why(report.why(findings, a.document.id), 90, False) for a in analyses),
    ]
    assert not [code for page in pages for code in HOSTILE_CODES if code in page]


@pytest.mark.parametrize("width", [40, 60, 100])
def test_lines_fit_the_terminal(width: int) -> None:
    text = terminal.render(report.summary(FINDINGS), width, True)
    assert max(visible(line) for line in text.splitlines()) <= width


def test_words_without_blanks_are_broken() -> None:
    paper = Paper(40, False)
    paper.put("x" * 100 + " " + "水" * 60, "  ")
    assert max(visible(line) for line in paper.lines) <= 42
    assert clean("a\tb") == "a b"


def test_the_order_of_the_findings_does_not_change_the_summary() -> None:
    turned = dataclasses.replace(
        FINDINGS, **{name: getattr(FINDINGS, name)[::-1] for name in ("analyses", "claims", "resolutions", "speakers")}
    )
    assert report.summary(turned) == report.summary(FINDINGS)
    assert span("ab", "b").start == 1


def test_of_a_long_quotation_the_part_is_shown_that_differs() -> None:
    said = " ".join(f"Item {number} was put off." for number in range(40))
    printed, original = excerpts(said, said.replace("Item 20 was put", "Item 20 was never put"), 240)
    assert printed == "… Item 19 was put off. Item 20 was put off. Item 21 was put off. Item …"
    assert original == "… Item 19 was put off. Item 20 was never put off. Item 21 was put off. Item …"
    assert excerpts("a b", "a c", 240) == ("a b", "a c")
    assert excerpts(said, said, 240) == (said, said)
    longer = "… was put off. Item 39 was put off."
    assert excerpts(said, f"{said} And that was all.", 240) == (longer, f"{longer} And that was all.")


@pytest.mark.parametrize(
    ("left_out", "told"),
    [
        ("but only after the county had paid", True),
        ("because nobody had come", False),
        ("and only if nobody comes", True),
        ("not before May", True),
        ("as far as we know", True),
        ("as far as the bridge", False),
    ],
)
def test_a_cut_is_told_where_it_may_turn_the_rest(left_out: str, told: bool) -> None:
    check = FINDINGS.quotation_checks[0]
    cut = QuotationChange("deleted", "", left_out, classify_cut(left_out))
    trimmed = dataclasses.replace(check, verdict="trimmed", changes=(cut,))
    findings = dataclasses.replace(FINDINGS, quotation_checks=(trimmed,))
    assert len(cut_short(findings)) == told
    assert ("leaves out what may turn a quotation" in terminal.render(report.summary(findings), 100, False)) == told


def test_a_quotation_is_shown_without_what_the_reporter_says_inside_it() -> None:
    paper = document("tweet.txt", "“Can confirm!” he tweeted. “Went to see it.”\n", publisher="Echo")
    first, last = span(paper.text, "“Can confirm!”"), span(paper.text, "“Went to see it.”")
    (analysis, *_) = FINDINGS.analyses
    attribution = dataclasses.replace(analysis.attributions[0], document=paper.id, content=(first, last))
    mine = dataclasses.replace(
        analysis, document=paper, segments=(), attributions=(attribution,), times=(), figures=(), responsibility=()
    )
    found = index(dataclasses.replace(FINDINGS, analyses=(mine,), claims=(), reuse=(), quotation_checks=()))
    assert content_words(found, attribution) == "Can confirm! … Went to see it."
    whole = dataclasses.replace(attribution, content=(first,))
    assert content_words(found, whole) == "“Can confirm!”"
    assert content_words(found, dataclasses.replace(attribution, content=(), source=(last,))) == "“Went to see it.”"


def test_a_name_that_several_speakers_bear_lists_them() -> None:
    first, second, *rest = FINDINGS.speakers
    both = tuple(dataclasses.replace(speaker, names=(*speaker.names, "Ros")) for speaker in (first, second))
    with pytest.raises(NotFoundError, match=f"2 speakers are called 'ros'.*{first.id}"):
        report.speaker_page(dataclasses.replace(FINDINGS, speakers=(*both, *rest)), "ros")
