"""Speakers: within a document by the table of phenomena, across documents by name."""

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from headwater.attribute import attribute
from headwater.records import Analysis, Attribution, Document, Evidence, Span, Speaker
from headwater.resolve import Resolved, resolve
from headwater.resolve.names import find_names
from headwater.segment import segment
from phenomena.speakers import ROWS, Row
from sources_by_hand import analyse_marked

BY_HAND = Evidence("by hand", "The test gives the cue.")


def speakers_of(analysis: Analysis, resolved: Resolved) -> list[Speaker | None]:
    """Return the speaker of each attribution of the document, in text order."""
    by_id = {speaker.id: speaker for speaker in resolved.speakers}
    said_by = {resolution.attribution: resolution.speaker for resolution in resolved.resolutions}
    found = []
    for attribution in analysis.attributions:
        speaker = said_by[attribution.id]
        found.append(by_id[speaker] if speaker is not None else None)
    return found


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row.reason)
def test_sources_resolve_to_the_speaker_who_is_meant(row: Row) -> None:
    analysis = analyse_marked(row.text)
    found = speakers_of(analysis, resolve([analysis]))
    assert [(s.kind, s.name) if s is not None else None for s in found] == list(row.speakers)


def test_the_same_full_name_is_one_speaker_across_documents() -> None:
    left = analyse_marked("[[Inés Okoro]] said no.", "left.txt")
    right = analyse_marked("[[Dr. Ines B. Okoro]] said yes.", "right.txt")
    resolved = resolve([left, right])
    assert speakers_of(left, resolved) == speakers_of(right, resolved)


def test_unnamed_sources_are_never_one_speaker_across_documents() -> None:
    left = analyse_marked("The wall leaks, [[officials]] said.", "left.txt")
    right = analyse_marked("The wall leaks, [[officials]] said.", "right.txt")
    resolved = resolve([left, right])
    assert speakers_of(left, resolved) != speakers_of(right, resolved)


def test_a_bare_surname_is_not_joined_with_a_full_name_of_another_document() -> None:
    left = analyse_marked("[[Ines Okoro]] said no.", "left.txt")
    right = analyse_marked("Yesterday [[Okoro]] said yes.", "right.txt")
    resolved = resolve([left, right])
    assert speakers_of(left, resolved) != speakers_of(right, resolved)


def test_a_surname_with_the_title_of_one_full_name_is_joined() -> None:
    left = analyse_marked("[[Senator Ines Okoro]] said no.", "left.txt")
    right = analyse_marked("Yesterday [[Senator Okoro]] said yes.", "right.txt")
    resolved = resolve([left, right])
    assert speakers_of(left, resolved) == speakers_of(right, resolved)
    assert any(e.rule == "title and surname" for s in resolved.speakers for e in s.evidence)


def test_an_acronym_is_joined_with_the_one_long_name_it_has_elsewhere() -> None:
    left = analyse_marked("The Norden Tidal Research Institute (NTRI) met. [[NTRI]] said no.", "left.txt")
    right = analyse_marked("The wall leaks, [[NTRI]] said.", "right.txt")
    resolved = resolve([left, right])
    assert speakers_of(left, resolved) == speakers_of(right, resolved)


def test_an_acronym_with_two_long_names_is_joined_with_neither() -> None:
    left = analyse_marked("The Norden Tidal Research Institute (NTRI) met. [[NTRI]] said no.", "left.txt")
    middle = analyse_marked("The National Tree Register Institute (NTRI) met. [[NTRI]] said no.", "middle.txt")
    right = analyse_marked("The wall leaks, [[NTRI]] said.", "right.txt")
    resolved = resolve([left, middle, right])
    assert len({s.id for a in (left, middle, right) for s in speakers_of(a, resolved) if s}) == 3


def test_an_alias_joins_two_names_and_says_so() -> None:
    left = analyse_marked("[[Ines Okoro]] said no.", "left.txt")
    right = analyse_marked("Yesterday [[Nessie Okoro]] said yes.", "right.txt")
    resolved = resolve([left, right], {"Nessie Okoro": "Ines Okoro"})
    (one,) = {s.id for a in (left, right) for s in speakers_of(a, resolved) if s}
    speaker = next(s for s in resolved.speakers if s.id == one)
    assert speaker.name == "Ines Okoro"
    assert [e.rule for e in speaker.evidence] == ["alias"]


def test_a_publisher_of_the_case_is_the_speaker_of_its_name() -> None:
    left = analyse_marked("The wall leaks.", "left.txt", publisher="Almeric Courier-Pilot")
    right = analyse_marked("The wall leaks, [[the Almeric Courier-Pilot]] reported.", "right.txt")
    (speaker,) = speakers_of(right, resolve([left, right]))
    assert speaker is not None
    assert (speaker.kind, speaker.name) == ("publisher", "Almeric Courier-Pilot")


def test_officials_belong_to_their_institute() -> None:
    analysis = analyse_marked("According to [[officials with the Norden Tide Institute]], the wall leaks.")
    resolved = resolve([analysis])
    (speaker,) = speakers_of(analysis, resolved)
    assert speaker is not None
    assert {s.id: s.name for s in resolved.speakers}[speaker.issuer or ""] == "Norden Tide Institute"


def test_a_cue_without_a_source_takes_the_name_or_description_right_before_it() -> None:
    text = "The wall leaks, Ines Okoro, a baker who saw it, told us. It may fall, two workers who were there said."
    document = analyse_marked(text).document
    cues = [Span(text.index(cue), text.index(cue) + len(cue)) for cue in ("told", "said")]
    given = [
        Attribution(f"a{n}", document.id, (), (cue,), (Span(0, 5),), "indirect", "said", "stated", None, 1.0, BY_HAND)
        for n, cue in enumerate(cues)
    ]
    analysis = Analysis(document, (), tuple(given), (), ())
    found = speakers_of(analysis, resolve([analysis]))
    assert [(s.kind, s.name) for s in found if s] == [
        ("person", "Ines Okoro"),
        ("unnamed", "two workers who were there"),
    ]


def test_every_resolution_gives_a_reason_with_places_inside_the_text() -> None:
    for row in ROWS:
        analysis = analyse_marked(row.text)
        for resolution in resolve([analysis]).resolutions:
            assert resolution.evidence.why
            for place in resolution.evidence.places:
                assert 0 <= place.start < place.end <= len(analysis.document.text)


@given(st.permutations(range(6)))
@settings(max_examples=15, deadline=None)
def test_the_order_of_documents_does_not_matter(order: list[int]) -> None:
    analyses = [analyse_marked(row.text, f"{index}.txt") for index, row in enumerate(ROWS[:6])]
    assert resolve([analyses[index] for index in order]) == resolve(analyses)


@given(st.text(alphabet="aA. ,\n“”’'Mr-é(京", max_size=80), st.integers(0, 80), st.integers(0, 80))
@settings(max_examples=80, deadline=None)
def test_any_text_resolves_without_error(text: str, left: int, right: int) -> None:
    start, end = sorted((min(left, len(text)), min(right, len(text))))
    marked = f"{text[:start]}[[{text[start:end] or 'it'}]]{text[end:]}"
    analysis = analyse_marked(marked)
    assert len(resolve([analysis]).resolutions) == len(analysis.attributions)


def test_a_long_text_without_blanks_is_read_in_one_pass() -> None:
    letters = "A" * 100_000  # a pattern that looks for domains from every letter on would take minutes
    assert find_names(letters) == []


def test_a_part_of_its_publishers_name_is_the_publisher_in_its_own_text() -> None:
    own = analyse_marked("The wall leaks, [[the Monitor]] found.", "own.txt", publisher="The Strait Monitor")
    other = analyse_marked("The wall leaks, [[the Strait Monitor]] said.", "other.txt")
    resolved = resolve([own, other])
    assert speakers_of(own, resolved) == speakers_of(other, resolved)


def test_a_place_is_not_short_for_a_body_that_is_named_after_it() -> None:
    text = "The [[Strait Monitor]] counted nine. Two men lay in [[the Strait hospital]]."
    found = analyse_marked(text, "one.txt")
    monitor, hospital = speakers_of(found, resolve([found]))
    assert monitor is not None
    assert hospital is not None
    assert monitor.id != hospital.id
    assert "Monitor" not in hospital.name


def test_an_institution_is_one_where_texts_share_words_or_an_event() -> None:
    left = analyse_marked("[[The interior ministry]] denied it.", "left.txt")
    right = analyse_marked("It was so, [[the interior ministry]] admitted.", "right.txt")
    apart = resolve([left, right])
    assert speakers_of(left, apart) != speakers_of(right, apart)
    pair = (left.document.id, right.document.id)
    for related in (pair, pair[::-1]):
        together = resolve([left, right], related=[related])
        assert speakers_of(left, together) == speakers_of(right, together) != [None]


def test_police_are_not_one_because_two_texts_report_one_event() -> None:
    left = analyse_marked("[[Police]] denied it.", "left.txt")
    right = analyse_marked("It was so, [[the police]] admitted.", "right.txt")
    resolved = resolve([left, right], related=[(left.document.id, right.document.id)])
    assert speakers_of(left, resolved) != speakers_of(right, resolved)


def test_a_surname_means_the_one_full_name_that_texts_of_the_same_event_know() -> None:
    full = analyse_marked("Professor [[Lena Okafor]] said the effect was large.", "full.txt")
    bare = analyse_marked("[[Okafor]] told the Beacon that the effect was large.", "bare.txt")
    other = analyse_marked("[[Tom Okafor]] said the fair was open.", "other.txt")
    event = [(bare.document.id, full.document.id)]
    (one,) = speakers_of(bare, resolve([full, bare, other], related=event))
    assert one is not None
    assert one.name == "Lena Okafor"
    assert any(e.rule == "one full name" for e in one.evidence)
    (left,) = speakers_of(bare, resolve([full, bare, other], related=[*event, (bare.document.id, other.document.id)]))
    assert left is not None
    assert left.name == "Okafor"


def test_a_company_that_one_text_calls_a_firm_is_no_person_in_another() -> None:
    told = analyse_marked("[[The medical firm Veltri]] said the valves were sound.", "told.txt")
    bare = analyse_marked("[[Veltri]] said in a statement that the valves were sound.", "bare.txt")
    resolved = resolve([told, bare], related=[(bare.document.id, told.document.id)])
    assert speakers_of(told, resolved) == speakers_of(bare, resolved)


@pytest.mark.parametrize(
    ("marked", "cue"),
    [
        ("[[The court]] heard that Dorn had been dismissed in January.", "heard"),
        ("[[The families]] have been told that Dorn had been dismissed.", "have been told"),
    ],
)
def test_those_who_heard_it_did_not_say_it(marked: str, cue: str) -> None:
    analysis = analyse_marked(marked)
    start = analysis.document.text.index(cue)
    told = replace(analysis.attributions[0], cue=(Span(start, start + len(cue)),))
    (resolution,) = resolve([replace(analysis, attributions=(told,))]).resolutions
    assert resolution.speaker is None
    assert resolution.evidence.rule == "hearer"


def test_a_spokesman_belongs_to_the_body_for_which_he_speaks() -> None:
    analysis = analyse_marked("All are safe, [[coast guard spokesman Erik Vaal]] said.")
    resolved = resolve([analysis])
    (vaal,) = speakers_of(analysis, resolved)
    assert vaal is not None
    assert {s.id: s.name for s in resolved.speakers}[vaal.issuer or ""] == "coast guard"


def test_a_surname_is_not_that_of_a_namesake_whom_its_own_text_sets_apart() -> None:
    left = analyse_marked("President [[Dario Veltri]] said no. [[Ivana Veltri]] said yes.", "left.txt")
    right = analyse_marked(
        "President [[Veltri]] said no. He left. [[Ivana Veltri]], his daughter, said that she stays.", "right.txt"
    )
    ids = [a.document.id for a in (left, right)]
    together = resolve([left, right], related=[(ids[0], ids[1])])
    dario, ivana = speakers_of(left, together)
    assert speakers_of(right, together) == [dario, ivana]


def test_a_person_is_called_as_most_texts_do() -> None:
    texts = ("[[Ada M. Quill]] said no.", "[[Ada Quill]] said yes.", "On Friday [[Ada Quill]] said so.")
    resolved = resolve([analyse_marked(text, f"{n}.txt") for n, text in enumerate(texts)])
    assert [s.name for s in resolved.speakers] == ["Ada Quill"]


def test_a_surname_is_not_completed_by_a_text_that_only_a_third_one_is_related_to() -> None:
    left = analyse_marked("[[Ines Okoro]] said no.", "left.txt")
    middle = analyse_marked("The wall leaks.", "middle.txt")
    right = analyse_marked("Yesterday [[Okoro]] said yes.", "right.txt")
    ids = [a.document.id for a in (left, middle, right)]
    apart = resolve([left, middle, right], related=[(ids[0], ids[1]), (ids[1], ids[2])])
    assert speakers_of(left, apart) != speakers_of(right, apart)
    together = resolve([left, middle, right], related=[(ids[0], ids[2])])
    assert speakers_of(left, together) == speakers_of(right, together)


def test_a_statement_is_whose_who_said_something_in_it() -> None:
    text = "Ten died at the Almeric post, the army said in a statement. “The post held,” the statement read."
    document = Document("d", "a.txt", "", text, language="en")
    segments = segment(document)
    analysis = Analysis(document, segments, attribute(document, segments, None), (), ())
    army, statement = speakers_of(analysis, resolve([analysis]))
    assert army is not None
    assert statement is not None
    assert (statement.kind, statement.name, statement.issuer) == ("document", "statement (army)", army.id)


def test_an_organisation_of_one_word_is_one_where_texts_report_one_event() -> None:
    texts = ["Ten fell, [[the Norvana]] said. Norvana is strong.", "The raid was big, [[the Norvana]] claimed."]
    analyses = [analyse_marked(text, f"{n}.txt") for n, text in enumerate(texts)]
    pair = (analyses[0].document.id, analyses[1].document.id)
    apart = [speakers_of(a, resolve(analyses))[0] for a in analyses]
    joined = [speakers_of(a, resolve(analyses, related=[pair]))[0] for a in analyses]
    assert apart[0] != apart[1]
    assert joined[0] == joined[1] is not None


def test_he_in_the_very_words_of_somebody_is_somebody_else() -> None:
    text = (
        "We speak to the engineer Farida Mansour.\n\nQ: Did the director Marcus Ostler answer?\n\n"
        "A: He said, “We have no money for your wall.”\n\nQ: When?\n\nA: In May."
    )
    document = Document("d", "a.txt", "", text, language="en")
    segments = segment(document)
    analysis = Analysis(document, segments, attribute(document, segments, None), (), ())
    said = [a for a in analysis.attributions if a.kind == "direct"]
    assert [a.source[0].of(text) for a in said] == ["He"]
    speaker = speakers_of(analysis, resolve([analysis]))[analysis.attributions.index(said[0])]
    assert speaker is None or speaker.name == "Marcus Ostler"


@pytest.mark.parametrize(
    ("before", "quotation", "speaker"),
    [
        ("The board wrote on Monday about the engineer Marcus Ostler.", "Ostler knew of the crack,” he said.", None),
        ("Mayor Erik Vaal dismissed the engineer Marcus Ostler.", "Ostler knew of the crack,” he said.", "Erik Vaal"),
        ("The board wrote on Monday about the engineer Marcus Ostler.", "I knew of it,” he said.", "Marcus Ostler"),
        ("The council wrote to the Almeric Bank.", "The Almeric Bank sees no need,” it said.", "Almeric Bank"),
    ],
)
def test_he_is_nobody_whom_his_words_name(before: str, quotation: str, speaker: str | None) -> None:
    document = Document("d", "a.txt", "", f"{before}\n\n“{quotation}", language="en")
    segments = segment(document)
    analysis = Analysis(document, segments, attribute(document, segments, None), (), ())
    found = speakers_of(analysis, resolve([analysis]))[-1]
    assert (found and found.name) == speaker


@pytest.mark.parametrize(
    "reported",
    [
        "Emil Dahl won. All of it would be undone under a Mayor Dahl",  # named behind the subject
        "Emil Dahl may want to wait for the spring",  # somebody else has just spoken
    ],
)
def test_whom_reported_words_name_is_not_he_who_says_them(reported: str) -> None:
    text = f"Marcus Ostler said it fell. {reported}, he warned."
    document = Document("d", "a.txt", "", text, language="en")
    segments = segment(document)
    analysis = Analysis(document, segments, attribute(document, segments, None), (), ())
    found = speakers_of(analysis, resolve([analysis]))[-1]
    assert found is not None
    assert found.name == "Marcus Ostler"


def test_a_body_is_named_by_its_noun_in_what_it_publishes() -> None:
    analysis = analyse_marked("[[The Commission]] accepts it.", publisher="Independent Commission on Camp Twelve")
    (speaker,) = speakers_of(analysis, resolve([analysis]))
    assert speaker is not None
    assert (speaker.kind, speaker.name) == ("publisher", "Independent Commission on Camp Twelve")


def test_a_newspaper_is_not_the_commission_that_it_reports_on() -> None:
    analysis = analyse_marked("[[The commission]] accepts it.", publisher="Norden Times")
    (speaker,) = speakers_of(analysis, resolve([analysis]))
    assert speaker is not None
    assert speaker.kind == "unnamed"


def test_a_resident_of_a_place_is_nobodys() -> None:
    analysis = analyse_marked("[[A resident of Tin Afella]] heard it.")
    assert [s.name for s in resolve([analysis]).speakers] == ["A resident of Tin Afella"]


def test_it_is_the_body_whose_own_text_speaks_of_it_just_before() -> None:
    text = "The Commission heard 58 witnesses. [[It]] finds that six women died."
    analysis = analyse_marked(text, publisher="Independent Commission on Camp Twelve")
    (speaker,) = speakers_of(analysis, resolve([analysis]))
    assert speaker is not None
    assert speaker.name == "Independent Commission on Camp Twelve"


def test_our_report_is_the_body_whose_text_it_stands_in() -> None:
    analysis = analyse_marked("[[Our report]] shows that six women died.", publisher="Strait Observatory")
    (speaker,) = speakers_of(analysis, resolve([analysis]))
    assert speaker is not None
    assert speaker.name == "report (Strait Observatory)"


def test_a_company_is_known_by_its_first_word_in_what_it_publishes_and_in_texts_of_the_event() -> None:
    own = analyse_marked("[[Norvana]] reports results.", "a.txt", publisher="Norvana Pharma AG")
    other = analyse_marked("[[Norvana]] was silent.", "b.txt", publisher="Medical Observer")
    resolved = resolve([own, other], related=[(own.document.id, other.document.id)])
    names = [s.name if s is not None else None for a in (own, other) for s in speakers_of(a, resolved)]
    assert names == ["Norvana Pharma AG", "Norvana Pharma AG"]


def test_an_agency_in_a_dateline_is_not_what_it_means() -> None:
    text = "ASHDAR (AFP) - The Islamic Front showed ten men. It vowed to go on."
    document = Document("d", "a.txt", "", text, language="en")
    segments = segment(document)
    said = replace(
        analyse_marked("[[It]] vowed.").attributions[0], document="d", source=(Span(49, 51),), cue=(), content=()
    )
    assert said.source[0].of(text) == "It"
    (speaker,) = speakers_of(a := Analysis(document, segments, (said,), (), ()), resolve([a]))
    assert speaker is not None
    assert speaker.name == "Islamic Front"


def test_what_we_wrote_the_paper_wrote() -> None:
    text = "In May we wrote that the wall leaked. In June we heard that it did."
    document = Document("d", "a.txt", "", text, language="en", publisher="Almeric Post")
    segments = segment(document)
    analysis = Analysis(document, segments, attribute(document, segments, None), (), ())
    found = dict(
        zip([a.cue[0].of(text) for a in analysis.attributions], speakers_of(analysis, resolve([analysis])), strict=True)
    )
    assert found["wrote"] is not None
    assert found["wrote"].name == "Almeric Post"


def test_a_middle_name_is_one_with_its_initial_and_with_none() -> None:
    texts = ["[[Ana Maria Ruiz]] said so.", "[[Ana M. Ruiz]] said no.", "[[Ana Ruiz]] left."]
    analyses = [analyse_marked(text, f"{n}.txt") for n, text in enumerate(texts)]
    assert len({s.id for a in analyses for s in speakers_of(a, resolve(analyses)) if s is not None}) == 1


def test_two_middle_names_are_two_people() -> None:
    texts = ["[[Ana Maria Ruiz]] said so.", "[[Ana M. Ruiz]] said no.", "[[Ana Magda Ruiz]] left."]
    analyses = [analyse_marked(text, f"{n}.txt") for n, text in enumerate(texts)]
    assert len({s.id for a in analyses for s in speakers_of(a, resolve(analyses)) if s is not None}) == 3


def test_what_a_body_counts_is_not_what_its_headline_is_about() -> None:
    text = "Halcyon: we count 63 dead\n\nThe Observatory has counted the dead of the Halcyon.\n"
    document = Document("d", "a.txt", "", text, language="en", publisher="Strait Observatory")
    segments = segment(document)
    analysis = Analysis(document, segments, attribute(document, segments, None), (), ())
    assert speakers_of(analysis, resolve([analysis]))[0] is None


def test_a_ministry_is_one_by_all_its_names_where_it_published_a_text_of_the_event() -> None:
    release = analyse_marked("[[The Ministry]] regrets it.", "a.txt", publisher="Ministry of the Interior of Norden")
    texts = [
        "[[The interior ministry]] said so.",
        "[[The Ministry of the Interior]] said so.",
        "[[Interior Ministry]] said no.",
    ]
    others = [analyse_marked(text, f"{n}.txt") for n, text in enumerate(texts)]
    pairs = [(release.document.id, other.document.id) for other in others]
    apart = resolve([release, *others])
    joined = resolve([release, *others], related=pairs)
    ids = {s.id for a in (release, *others) for s in speakers_of(a, joined) if s is not None}
    assert len({s.id for a in (release, *others) for s in speakers_of(a, apart) if s is not None}) > 1
    assert len(ids) == 1


def test_a_foreign_ministry_is_not_joined_where_two_published_a_text_of_the_event() -> None:
    one = analyse_marked("[[The Ministry]] regrets it.", "a.txt", publisher="Ministry of Foreign Affairs of Norden")
    two = analyse_marked("[[The Ministry]] denies it.", "b.txt", publisher="Ministry of Foreign Affairs of Lusk")
    paper = analyse_marked("[[The foreign ministry]] said so.", "c.txt")
    pairs = [(paper.document.id, other.document.id) for other in (one, two)]
    resolved = resolve([one, two, paper], related=pairs)
    (speaker,) = speakers_of(paper, resolved)
    assert speaker is not None
    assert speaker.name == "foreign ministry"


@pytest.mark.parametrize(
    ("author", "title", "speaker"),
    [
        ("Ines Okoro, Marcus Ostler", "Why I left the pier", None),
        ("Ines Okoro, Marcus Ostler", "Ines Okoro: Why I left the pier", "Ines Okoro"),
        ("Okoro, Ines", "Why I left the pier", "Okoro, Ines"),
    ],
)
def test_i_is_one_of_several_authors_only_where_title_or_text_names_one(
    author: str, title: str, speaker: str | None
) -> None:
    analysis = analyse_marked("[[I]] think that the pier is rotten.")
    signed = replace(analysis, document=replace(analysis.document, author=author, title=title))
    assert [one.name if one else None for one in speakers_of(signed, resolve([signed]))] == [speaker]


def test_which_writing_is_meant_does_not_depend_on_the_order_of_hashing() -> None:
    analysis = analyse_marked("A report came out. A survey came out later. [[The study]] says that the pier is rotten.")
    (speaker,) = speakers_of(analysis, resolve([analysis]))
    assert speaker is not None
    assert speaker.name == "survey"


def _event(full: str, count: int, start: int = 0) -> list[Analysis]:
    """Return texts that quote somebody by the full name."""
    return [analyse_marked(f"[[{full}]] said no to item {n}.", f"{full}-{n}.txt") for n in range(start, start + count)]


@pytest.mark.parametrize(
    ("texts", "bare", "speaker"),
    [
        # misread names and family are in every large collection: nearly all texts mean the president
        ([("President Ines Okoro", 30), ("President Tom Okoro", 1), ("President Eva Okoro", 1)], "President Okoro", 1),
        ([("President Ines Okoro", 30), ("President Tom Okoro", 12)], "President Okoro", 0),
        ([("President Ines Okoro", 8), ("President Tom Okoro", 1)], "President Okoro", 0),
        # without a title: by the surname alone
        ([("Ines Okoro", 12)], "Okoro", 1),
        ([("Ines Okoro", 9)], "Okoro", 0),
        ([("Ines Okoro", 12), ("Tom Okoro", 2)], "Okoro", 0),
        ([("Ines Okoro", 12)], "Judge Okoro", 0),  # nobody knows her as one
        ([("Ines Paul", 12)], "Paul", 0),  # may be somebody's first name
    ],
)  # fmt: skip
def test_a_surname_means_the_one_whom_nearly_all_texts_mean(
    texts: list[tuple[str, int]], bare: str, speaker: int
) -> None:
    collection = [a for full, count in texts for a in _event(full, count)]
    short = analyse_marked(f"On Monday [[{bare}]] said yes.", "short.txt")
    resolved = resolve([*collection, short])
    (one,) = speakers_of(short, resolved)
    (known,) = speakers_of(collection[0], resolved)
    assert one is not None
    assert (one == known) == bool(speaker)
    assert any(e.rule == "well known" for e in one.evidence) == bool(speaker)


def test_a_president_who_also_publishes_is_a_person_in_the_texts_of_others() -> None:
    own = analyse_marked("[[Ines Okoro]] said no.", "own.txt")
    own = replace(own, document=replace(own.document, publisher="Ines Okoro"))
    full = analyse_marked("[[President Ines Okoro]] said no.", "full.txt")
    short = analyse_marked("On Monday [[President Okoro]] said yes.", "short.txt")
    resolved = resolve([own, full, short])
    assert speakers_of(full, resolved) == speakers_of(short, resolved)
    assert {s.kind for s in resolved.speakers} == {"person"}


def test_a_middle_name_is_dropped_where_both_forms_hold_one_office() -> None:
    long = analyse_marked("[[Senator Ines Maria Okoro]] said no.", "long.txt")
    short = analyse_marked("[[Senator Ines Okoro]] said yes.", "short.txt")
    other = analyse_marked("[[Ines Okoro]] sold the boat, her neighbour said.", "other.txt")
    assert speakers_of(long, resolve([long, short])) == speakers_of(short, resolve([long, short]))
    assert speakers_of(long, resolve([long, other])) != speakers_of(other, resolve([long, other]))


def test_the_administration_of_somebody_makes_no_body_of_him() -> None:
    text = "The Okoro administration wants a wall, and [[Okoro]] said the Okoro campaign would pay."
    (one,) = speakers_of(short := analyse_marked(text), resolve([short]))
    assert one is not None
    assert (one.kind, one.name) == ("person", "Okoro")
