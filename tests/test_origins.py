"""Origins: what counts as one, what is never counted, and what the reason says."""

from dataclasses import replace

import pytest

from headwater.claims import find_groups
from headwater.claims.ranking import rank
from headwater.origins import count_origins
from headwater.origins.dependence import Join, Report
from headwater.origins.ends import end_of, family, is_name
from headwater.origins.figures import spread
from headwater.origins.wording import reasons
from headwater.records import Chain, Document, Group, Link, Speaker, Statement
from headwater.resolve import Resolved
from reports_by_hand import Line, analyses_of, chains_of, count, one_claim, shared

TOLL = "At least 41 people died when a passenger ferry sank in rough seas off Port Almeric"
OTHER = "The passenger ferry that sank off Port Almeric took at least 41 people with it"
OKORO = Line("a", "Norden Wire", "Ines Okoro", TOLL)


def bounds(*lines: Line) -> tuple[int | None, int | None]:
    origins = one_claim(lines).origins
    return origins.at_least, origins.at_most


def test_one_name_is_one_origin() -> None:
    claim = one_claim([OKORO, Line("b", "The Almeric Post", "Ines Okoro", OTHER)])
    assert (claim.origins.at_least, claim.origins.at_most, claim.origins.names) == (1, 1, ("Ines Okoro",))
    assert (claim.documents, claim.publishers) == (2, 2)
    assert claim.origins.why == "Both chains end at Ines Okoro."


def test_a_surname_that_may_be_that_of_a_full_name_is_no_second_origin_but_may_be() -> None:
    claim = one_claim([OKORO, Line("b", "The Almeric Post", "Okoro", OTHER)])
    assert (claim.origins.at_least, claim.origins.at_most, claim.origins.names) == (1, 2, ("Ines Okoro",))
    assert "“Okoro” may be Ines Okoro" in claim.origins.why
    assert bounds(OKORO, Line("b", "The Almeric Post", "Veltri", OTHER)) == (2, 2)


def test_a_capital_is_its_government() -> None:
    known = {name: Speaker(name, name, "organisation", (name,)) for name in ("Iran", "Tehran", "Senna")}
    document = Document("d", "d.txt", "", "Iran and Tehran and Senna.")
    ends = [end_of(Chain("s", (), "named", name, ""), known, {}, frozenset(), document) for name in known]
    assert [(end.key, end.name) for end in ends] == [("iran", "Iran"), ("iran", "Tehran"), ("senna", "Senna")]


def test_two_names_are_two_origins() -> None:
    assert bounds(OKORO, Line("b", "The Almeric Post", "Edvin Ros", OTHER)) == (2, 2)


def test_two_names_with_the_same_words_are_one_origin() -> None:
    claim = one_claim([OKORO, Line("b", "The Almeric Post", "Edvin Ros", TOLL)])
    assert (claim.origins.at_least, claim.origins.at_most) == (1, 1)
    assert "share a run of 8 words" in claim.origins.why
    assert claim.origins.names == ("Edvin Ros or Ines Okoro",)
    assert "ends at Edvin Ros and the chain of" in claim.origins.why
    assert "ends at Ines Okoro, taken as one origin" in claim.origins.why


def test_two_publishers_that_each_repeat_themselves_share_nothing() -> None:
    said = [Statement(f"s{n}", f"d{n}", 0, 9, None) for n in range(4)]
    who = ("Post", "Post", "Wire", "Wire")
    reports = [Report(s, TOLL, True, name, name, (), frozenset()) for s, name in zip(said, who, strict=True)]
    joins = [Join(0, 1, "passage", 12), Join(2, 3, "passage", 9)]
    assert reasons(reports, joins) == ["Post and Wire each repeat a passage of 9 to 12 words"]
    assert reasons(reports, joins[:1]) == ["Post repeats a passage of 12 words"]
    assert reasons(reports, [*joins, Join(1, 2, "passage", 8)]) == ["Wire shares 8 words with Post"]


def test_versions_of_a_page_are_one_report() -> None:
    page = "https://post.example/ferry"
    first = replace(OKORO, url=page)
    later = Line("b", OKORO.publisher, "Edvin Ros", OTHER, url=f"{page}#top")
    claim = one_claim([first, later])
    assert (claim.origins.at_least, claim.origins.at_most) == (1, 1)
    assert "versions of one page" in claim.origins.why


def test_a_publishers_own_voice_only_widens() -> None:
    assert bounds(OKORO, Line("b", "The Almeric Post", None, OTHER)) == (1, 2)


def test_publishers_alone_are_one_to_many() -> None:
    assert bounds(Line("a", "P", None, TOLL), Line("b", "Q", None, OTHER)) == (1, 2)


def test_one_publisher_is_one_origin() -> None:
    assert bounds(Line("a", "The Post", None, TOLL), Line("b", "Post (online edition)", None, OTHER)) == (1, 1)


@pytest.mark.parametrize(
    "line",
    [
        Line("a", "P", "two port workers", TOLL, "unnamed"),
        Line("a", None, None, TOLL, "unknown"),
        Line("a", None, None, TOLL, "publisher"),
        Line("a", "P", "The Gazette", TOLL, "outside"),
        Line("a", "P", None, TOLL, "unknown"),
    ],
    ids=["unnamed", "no publisher", "publisher not known", "outside", "block quotation"],
)
def test_what_cannot_be_judged_is_never_counted(line: Line) -> None:
    assert bounds(line) == (None, None)
    assert "Cannot be judged" in one_claim([line]).origins.why
    assert bounds(line, replace(OKORO, document="b", publisher="Q", words=OTHER)) == (1, 2)


def test_a_copy_without_its_unnamed_source_cannot_be_judged() -> None:
    assert bounds(Line("a", "P", "two port workers", TOLL, "unnamed"), Line("b", "Q", None, TOLL)) == (None, None)


def test_own_voice_beside_a_source_is_no_origin() -> None:
    assert bounds(OKORO, replace(OKORO, source=None, words=OTHER)) == (1, 1)


def test_a_publisher_that_is_cited_is_the_origin() -> None:
    own = Line("a", "Coast Observatory", None, TOLL)
    cites = Line("b", "The Almeric Post", "Coast Observatory", OTHER)
    assert bounds(own, cites) == (1, 1)
    assert "The Almeric Post cites Coast Observatory" in one_claim([own, cites]).origins.why


def test_who_cites_an_agency_has_its_source() -> None:
    assert bounds(OKORO, Line("b", "The Almeric Post", "Norden Wire", OTHER)) == (1, 1)


def test_the_same_figures_in_the_same_order_are_one_origin() -> None:
    left = "The mills took 2,317 tonnes, 41 trucks and 18 barges from the valley"
    right = "From the valley came 2,317 tonnes that filled 41 trucks and 18 barges for mills"
    assert bounds(Line("a", "P", "Okoro", left), Line("b", "Q", "Ros", right)) == (1, 1)
    assert bounds(Line("a", "P", "Okoro", left), Line("b", "Q", "Ros", right.replace("18", "19"))) == (2, 2)


def test_a_shared_passage_is_one_origin() -> None:
    lines = [OKORO, Line("b", "Q", None, OTHER)]
    assert bounds(*lines) == (1, 2)
    claim = one_claim(lines, [shared(lines, *lines)])
    assert (claim.origins.at_least, claim.origins.at_most) == (1, 1)
    assert "Q shares 15 words with Norden Wire" in claim.origins.why


def test_a_passage_that_covers_other_words_joins_nothing() -> None:
    """Two speakers in a copied report stay two."""
    other = Line("a", "Norden Wire", "Edvin Ros", OTHER)
    lines = [OKORO, other, replace(OKORO, document="b", publisher="Q"), replace(other, document="b", publisher="Q")]
    reuse = [shared(lines, lines[0], lines[2]), shared(lines, lines[1], lines[3])]
    origins = one_claim(lines, reuse).origins
    assert (origins.at_least, origins.at_most) == (2, 2)


def test_a_document_that_gives_two_sources_tells_them_apart() -> None:
    unnamed = Line("a", "Norden Wire", "two port workers", f"{TOLL} at night", "unnamed")
    assert bounds(OKORO, replace(OKORO, source="Edvin Ros", words=f"{TOLL} on Tuesday")) == (2, 2)
    assert bounds(OKORO, unnamed) == (1, 2)


def test_a_clause_inside_a_statement_is_no_second_origin() -> None:
    """Who passes on what another says in the same sentence is not independent of them."""
    lines = [OKORO]
    analyses = analyses_of(lines)
    whole = one_claim(lines).statements[0]
    part = replace(whole, id="part", start=whole.start + 9)
    chains = (Chain(whole.id, (), "named", "Edvin Ros", ""), Chain("part", (), "named", "Ines Okoro", ""))
    group = Group("g", TOLL, (whole, part), ())
    origins = count_origins((group,), chains, analyses, (), Resolved((), ()))[0].origins
    assert (origins.at_least, origins.at_most) == (1, 1)


def test_two_readings_count_for_neither() -> None:
    lines = [OKORO, Line("b", "Q", "Edvin Ros", OTHER)]
    analyses = analyses_of(lines)
    groups = find_groups(analyses, Resolved((), ()), ())
    chains = chains_of(lines, groups, analyses)
    second = [replace(c, origin="Lena Fabre") for c in chains if c.origin == "Edvin Ros"]
    unnamed = [replace(c, ends="unnamed", origin=None) for c in second]
    for reading in (second, unnamed):
        found = count_origins(groups, (*chains, *reading), analyses, (), Resolved((), ()))
        assert all(c.origins.at_most is None or c.origins.at_most <= 2 for c in found)
    assert any(c.origins.at_least is None for c in found)


@pytest.mark.parametrize(("first", "then"), [("a", "b"), ("b", "a")])
def test_a_link_to_another_report_is_dependence(first: str, then: str) -> None:
    lines = [replace(OKORO, document=first), Line(then, "Q", None, OTHER)]
    analyses = analyses_of(lines)
    groups = one_claim(lines)
    upstream = next(s for s in groups.statements if s.document == first)
    own = next(s for s in groups.statements if s.document == then)
    link = Link("copied_from", own.id, upstream.document, "reuse", "", ())
    chains = (
        Chain(upstream.id, (), "named", "Ines Okoro", ""),
        Chain(own.id, (link,), "publisher", "Norden Wire", ""),
    )
    claim = count_origins((Group("g", TOLL, groups.statements, ()),), chains, analyses, (), Resolved((), ()))[0]
    assert (claim.origins.at_least, claim.origins.at_most) == (1, 1)
    assert "the chain of Q leads to Norden Wire" in claim.origins.why


def test_a_statement_without_chain_is_unknown() -> None:
    lines = [OKORO]
    analyses = analyses_of(lines)
    groups = find_groups(analyses, Resolved((), ()), ())
    assert count_origins(groups, (), analyses, (), Resolved((), ()))[0].origins.at_least is None


def test_figures_of_a_claim() -> None:
    lines = [OKORO, Line("b", "Q", "Ines Okoro", TOLL.replace("At least 41", "Some 41"))]
    claim = count(lines)[0]
    assert claim.figures is not None
    assert (claim.figures.low, claim.figures.high, claim.figures.agree) == (41, 41, True)
    single = count(lines[:1])[0].figures
    assert single is not None
    assert single.agree is None


def test_reports_that_give_other_figures_disagree() -> None:
    lines = [OKORO, Line("b", "Q", "Ines Okoro", OTHER.replace("41", "52"))]
    found = one_claim(lines).figures
    assert found is not None
    assert (found.low, found.high, found.agree) == (41, 52, False)


def test_the_reason_names_what_makes_reports_one() -> None:
    """The range and the names stand beside it already."""
    lines = [OKORO, *(replace(OKORO, document=name, publisher=name.upper()) for name in "bc")]
    claim = one_claim(lines, [shared(lines, lines[0], lines[1]), shared(lines, lines[0], lines[2])])
    assert claim.origins.why == "All three chains end at Ines Okoro; B and C share 16 words with Norden Wire."


def test_counts_of_other_things_are_no_spread() -> None:
    lines = [
        Line("a", "P", "Ines Okoro", "In all 41 died when the ferry sank off Port Almeric on Tuesday"),
        Line("b", "Q", "Ines Okoro", "In all 120 swam when the ferry sank off Port Almeric on Tuesday"),
    ]
    found = one_claim(lines).figures
    assert found is not None
    assert (found.low, found.high, found.agree) == (41, 41, None)


def test_people_saved_are_not_people_that_died() -> None:
    lines = [Line("a", "P", "Okoro", "41 people died"), Line("b", "Q", "Okoro", "120 people swam ashore there")]
    counts = {"a": "people who died", "b": "people brought ashore"}
    analyses = {
        a.document.id: replace(a, figures=tuple(replace(f, counts=counts[a.document.id]) for f in a.figures))
        for a in analyses_of(lines)
    }
    found = spread(one_claim(lines).statements, analyses)
    assert found is not None
    assert (found.low, found.high, found.agree) == (41, 41, None)


@pytest.mark.parametrize("name", ["Instant", "Proponents", "However", "I'll", "government"])
def test_a_word_that_opens_a_sentence_is_no_name(name: str) -> None:
    assert not is_name(name, f"{name} said so. She doubts instant polls.")


@pytest.mark.parametrize("name", ["Okoro", "NAACP", "Norden Wire", "coast guard", "Peters", "Şahin"])
def test_a_name_is_one(name: str) -> None:
    assert is_name(name, f"{name} said so. On Monday {name} said no more.")


def test_families() -> None:
    assert family("Reuters") == family("Thomson Reuters") == family("reuters.com")
    assert family("The Almeric Post") == family("Almeric Post online")
    assert family("Almeric Post") != family("Almeric Times")


def test_rank_puts_what_is_disputed_and_attributed_first() -> None:
    def of(text: str, *, attributed: bool = True, competing: int = 0, publishers: int = 1, documents: int = 1) -> float:
        return rank(
            text,
            attributed=attributed,
            competing=competing,
            publishers=publishers,
            documents=documents,
            same_words=True,
        )

    assert of(TOLL, competing=1) > of(TOLL) > of(TOLL, attributed=False)
    assert of(TOLL, publishers=4) > of(TOLL, publishers=1, documents=4)
    assert of(TOLL, documents=2) > of(TOLL)
    assert of(TOLL, attributed=False, documents=2) == of(TOLL, attributed=False), "a note printed again"
    assert of("Subscribe to our letter for the news of the day", attributed=False, documents=9) < 0


def test_a_quotation_that_is_given_to_nobody_is_the_same_words_of_a_source_below() -> None:
    heading = Line("a", "Norden Wire", "somebody", TOLL.replace("At", "AT"), ends="unknown")
    assert bounds(heading, OKORO) == (1, 1)
    assert bounds(replace(heading, words=OTHER), OKORO) == (1, 2)
