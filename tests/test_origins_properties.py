"""Rules that hold for every collection: copies and repetitions never raise a count, less evidence never narrows it."""

from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from headwater.records import ChainEnd, Origins
from reports_by_hand import Line, copy, count, one_claim, shared

WORDINGS = (
    "At least 41 people died when a passenger ferry sank in rough seas off Port Almeric",
    "The passenger ferry that sank off Port Almeric took at least 41 people with it",
    "Off Port Almeric the sea has claimed 41 lives after a ferry went down in a storm",
    "A ferry with villagers on board went under near Almeric and 41 of them drowned",
    "Some 41 bodies have been counted since the ship foundered outside the harbour",
)
NAMES = ("Ines Okoro", "Edvin Ros", "Norden Wire", "The Almeric Post")
PUBLISHERS = ("Norden Wire", "The Almeric Post", "Radio Strait", None)
ENDS: tuple[ChainEnd, ...] = ("named", "unnamed", "outside", "unknown")
SETTINGS = settings(max_examples=50, deadline=None)


@st.composite
def collections(draw: st.DrawFn) -> list[Line]:
    """Return one to five reports of one claim; a publisher per document."""
    lines = []
    for i in range(draw(st.integers(1, 5))):
        publisher = draw(st.sampled_from(PUBLISHERS))
        for words in draw(st.lists(st.sampled_from(WORDINGS), min_size=1, max_size=2, unique=True)):
            source = draw(st.sampled_from((*NAMES, None)))
            ends = draw(st.sampled_from(ENDS)) if source else None
            lines.append(Line(f"d{i}", publisher, source, words, ends))
    return lines


def not_raised(before: Origins, after: Origins) -> bool:
    """Return whether neither bound went up; a claim that could not be judged stays so."""
    if before.at_least is None or before.at_most is None:
        return after.at_least is None
    return (after.at_least or 0) <= before.at_least and (after.at_most or 0) <= before.at_most


def not_narrower(full: Origins, less: Origins) -> bool:
    """Return whether the range with less evidence is as wide, or there is none any more."""
    if full.at_least is None or full.at_most is None or less.at_least is None or less.at_most is None:
        return less.at_least is None
    return less.at_most - less.at_least >= full.at_most - full.at_least


@SETTINGS
@given(collections(), st.data())
def test_a_copy_never_raises_a_count(lines: list[Line], data: st.DataObject) -> None:
    document = data.draw(st.sampled_from([line.document for line in lines]))
    publisher = data.draw(st.sampled_from(("Upland Letters", *PUBLISHERS)))
    copied = copy(lines, document, "z", publisher)
    both = [*lines, *copied]
    originals = [line for line in lines if line.document == document]
    reuse = [shared(both, a, b) for a, b in zip(originals, copied, strict=True)]
    assert not_raised(one_claim(lines).origins, one_claim(both, reuse).origins)
    assert not_raised(one_claim(lines).origins, one_claim(both).origins)


@SETTINGS
@given(collections(), st.data())
def test_a_lightly_edited_copy_never_raises_a_count(lines: list[Line], data: st.DataObject) -> None:
    document = data.draw(st.sampled_from([line.document for line in lines]))
    edited = [
        replace(line, words=line.words.replace("41", "some 41").replace("ferry", "ferryboat"))
        for line in copy(lines, document, "z", "Upland Letters")
    ]
    both = [*lines, *edited]
    originals = [line for line in lines if line.document == document]
    reuse = [shared(both, a, b) for a, b in zip(originals, edited, strict=True)]
    assert not_raised(one_claim(lines).origins, one_claim(both, reuse).origins)


@SETTINGS
@given(collections(), st.data())
def test_a_publisher_that_repeats_itself_never_raises_a_count(lines: list[Line], data: st.DataObject) -> None:
    line = data.draw(st.sampled_from([x for x in lines if x.publisher] or lines))
    words = data.draw(st.sampled_from(WORDINGS))
    repeated = replace(line, document="z", words=words if line.publisher else line.words)
    assert not_raised(one_claim(lines).origins, one_claim([*lines, repeated]).origins)


@SETTINGS
@given(collections(), st.data())
def test_versions_of_a_page_count_as_one_report(lines: list[Line], data: st.DataObject) -> None:
    """Two versions, by whatever sources, count no more than the one of them that counts more."""
    document = data.draw(st.sampled_from([line.document for line in lines]))
    page = "https://post.example/ferry"
    lines = [replace(line, url=page) if line.document == document else line for line in lines]
    publisher = next(line.publisher for line in lines if line.document == document)
    source = data.draw(st.sampled_from((*NAMES, "Lea Brand", None)))
    words = data.draw(st.sampled_from(WORDINGS))
    ends: ChainEnd | None = data.draw(st.sampled_from(ENDS)) if source else None
    later = Line("z", publisher, source, words, ends, url=f"{page}?utm_source=mail#top")
    both = one_claim([*lines, later]).origins
    alone = [one_claim(lines).origins, one_claim([*(x for x in lines if x.document != document), later]).origins]
    for bound in ("at_least", "at_most"):
        assert (getattr(both, bound) or 0) <= max(getattr(one, bound) or 0 for one in alone)


@SETTINGS
@given(collections(), st.data())
def test_less_evidence_never_narrows(lines: list[Line], data: st.DataObject) -> None:
    at = data.draw(st.integers(0, len(lines) - 1))
    full = one_claim(lines).origins
    unnamed = [*lines[:at], replace(lines[at], ends="unnamed" if lines[at].source else "unknown"), *lines[at + 1 :]]
    assert not_narrower(full, one_claim(unnamed).origins)


@SETTINGS
@given(collections(), st.data())
def test_without_the_shared_passage_the_range_is_no_narrower(lines: list[Line], data: st.DataObject) -> None:
    left, right = data.draw(st.sampled_from(lines)), data.draw(st.sampled_from(lines))
    reuse = [shared(lines, left, right)] if left.document != right.document else []
    assert not_narrower(one_claim(lines, reuse).origins, one_claim(lines).origins)


@SETTINGS
@given(collections(), st.randoms())
def test_order_never_matters(lines: list[Line], random: object) -> None:
    documents = list(dict.fromkeys(line.document for line in lines))
    random.shuffle(documents)  # type: ignore[attr-defined]
    shuffled = [line for name in documents for line in lines if line.document == name]
    one, other = one_claim(lines), one_claim(shuffled)
    assert one.origins == other.origins


@settings(max_examples=25, deadline=None)
@given(collections(), st.data())
def test_a_copied_document_raises_no_claim(lines: list[Line], data: st.DataObject) -> None:
    """The same through grouping: the claims that a document makes stay what they are beside its copy."""
    document = data.draw(st.sampled_from([line.document for line in lines]))
    before = count(lines)
    copied = copy(lines, document, "z", "Upland Letters")
    after = {s.id: claim.origins for claim in count([*lines, *copied]) for s in claim.statements}
    for claim in before:
        assert not_raised(claim.origins, after[claim.statements[0].id])
