"""Who stands between a document and the words at a place in it, as the document itself shows.

From the outside in: the author of a block quotation, a report that the document announced and goes on quoting (a
second reading, since no word of the sentence says so), the attributions around the words, the attribution that says
them. After Wiebe, Wilson and Cardie (2005), whose nested sources these are.
"""

from bisect import bisect_right
from dataclasses import dataclass

from headwater.chains.case import Case
from headwater.records import Attribution, LinkBasis, Place, Segment, Speaker, Statement
from headwater.resolve.layout import position
from headwater.resolve.names import bare_name
from headwater.resolve.tables import DEITIES

UNNAMED = "somebody whom the text does not name"
LONGEST_NEST = 12  # attributions inside each other; more is a fault of the input


@dataclass(frozen=True, slots=True)
class Holder:
    """One who passes the words on: the speaker, or None where nobody is named; ``attribution`` where one says so."""

    speaker: Speaker | None
    name: str
    basis: LinkBasis
    why: str
    places: tuple[Place, ...]
    attribution: Attribution | None


@dataclass(frozen=True, slots=True)
class Reading:
    """The holders of one reading, outermost first, and a remark where it is not the only one."""

    holders: tuple[Holder, ...]
    remark: str = ""


def readings(case: Case, place: Place, attribution: Attribution | None) -> list[Reading]:
    """Return the ways in which the document shows who holds the words at ``place``, the likeliest first."""
    stated = tuple(_holder(case, one) for one in nest(case, attribution))
    outer = _block_author(case, place, attribution)
    if outer is not None:
        holder, certain = outer
        found = [Reading((holder, *stated))]
        if not certain:
            found[0] = Reading(found[0].holders, "The quoted block may have ended before this paragraph.")
            found.append(Reading(stated, "The paragraph may be the document's own again."))
        return found
    standing = _standing(case, attribution) if attribution is not None else None
    if standing is not None:
        return [
            Reading((standing, *stated), "No word of this sentence names the report."),
            Reading(stated, "The document may know this without the report."),
        ]
    return [Reading(stated)]


def nest(case: Case, attribution: Attribution | None) -> list[Attribution]:
    """Return the attribution with those around it, outermost first."""
    found: list[Attribution] = []
    while attribution is not None and attribution not in found and len(found) < LONGEST_NEST:
        found.append(attribution)
        attribution = case.around(attribution)
    asked = [one for one in found if _has_source(case, one)]  # not "it is believed" nor "God knows"
    return (asked or found[:1])[::-1]


def more_fully(case: Case, statement: Statement, attribution: Attribution) -> Attribution | None:
    """Return the attribution that tells, for the same claim in the same document, from whom its source has it.

    A headline says “… , institute says”, the text below “the video claims …, according to the institute”.
    """
    told = nest(case, attribution)
    speaker = case.speaker(told[0])
    if len(told) != 1 or speaker is None:
        return None
    for fellow in case.beside(statement):
        other = case.attributions.get(fellow.attribution) if fellow.attribution else None
        nested = nest(case, other)
        if len(nested) > 1 and case.speaker(nested[0]) is speaker and case.speaker(nested[-1]) is not speaker:
            return other
    return None


def _has_source(case: Case, attribution: Attribution) -> bool:
    resolution = case.resolutions.get(attribution.id)
    told = resolution is not None and resolution.evidence.rule not in ("no source", "cut off")
    return told and not _is_deity(case, attribution)


def _is_deity(case: Case, attribution: Attribution) -> bool:
    speaker = case.speaker(attribution)
    return speaker is not None and bare_name(speaker.name) in DEITIES


def source_places(attribution: Attribution) -> tuple[Place, ...]:
    """Return the places of an attribution's source and cue."""
    return tuple(Place(attribution.document, s.start, s.end) for s in (*attribution.source, *attribution.cue))


def _holder(case: Case, attribution: Attribution) -> Holder:
    text = case.documents[attribution.document].text
    words = " ".join(span.of(text) for span in attribution.source)
    resolution = case.resolutions.get(attribution.id)
    speaker = case.speaker(attribution)
    places = source_places(attribution)
    if resolution is None:
        return Holder(
            None,
            words or UNNAMED,
            "stated",
            "The source was not resolved.",
            places,
            attribution,
        )
    extra = tuple(p for p in resolution.evidence.places if p not in places)
    if _is_deity(case, attribution):
        return Holder(None, words, "stated", f"“{words}” is nobody who can be asked.", places, attribution)
    name = speaker.name if speaker is not None else words or UNNAMED
    return Holder(speaker, name, resolution.basis, resolution.evidence.why, (*places, *extra), attribution)


def _block_author(case: Case, place: Place, attribution: Attribution | None) -> tuple[Holder, bool] | None:
    """Return who wrote the block quotation at ``place``, and whether the block surely holds it."""
    segments = [
        s for s in case.segments[place.document] if s.kind in ("block_quotation", "paragraph", "heading", "list")
    ]
    index = bisect_right([s.start for s in segments], place.start) - 1
    if index < 0 or segments[index].kind != "block_quotation" or segments[index].end <= place.start:
        return None
    first = index
    while first > 0 and segments[first - 1].kind == "block_quotation":
        first -= 1
    block = segments[index]
    for one in nest(case, attribution):  # the attribution of the block itself says whose it is
        if any(s.start <= block.start + 3 and block.end - 3 <= s.end for s in one.content):
            return None
    marked = any(
        s.kind == "block_quotation" and s.start <= place.start < s.end for s in case.documents[place.document].structure
    )
    certain = marked or index == first
    intro = segments[first - 1] if first > 0 and segments[first - 1].kind == "paragraph" else None
    author = _author(case, place.document, intro) if intro is not None else None
    here = Place(place.document, segments[index].start, segments[index].end)
    if author is None or (attribution is not None and author.id == attribution.id):
        why = "The words stand in a quoted block whose author is not named."
        intro_place = (Place(place.document, intro.start, intro.end),) if intro is not None else ()
        return Holder(
            None, "the author of the quoted block, not named", "implicit", why, (*intro_place, here), None
        ), certain
    stated = _holder(case, author)
    why = f"The words stand in a block that the sentence about “{stated.name}” introduces."
    return Holder(stated.speaker, stated.name, "implicit", why, (*stated.places, here), author), certain


def _author(case: Case, document: str, intro: Segment) -> Attribution | None:
    """Return the attribution of the introducing paragraph's last sentence."""
    sentences = [s for s in case.segments[document] if s.kind == "sentence" and intro.start <= s.start < intro.end]
    start = sentences[-1].start if sentences else intro.start
    for attribution in case.by_document[document]:
        if start <= position(attribution) < intro.end and attribution.source:
            speaker = case.speaker(attribution)
            if speaker is not None and speaker.kind in ("person", "organisation", "publisher", "document"):
                return attribution
    return None


def _standing(case: Case, attribution: Attribution) -> Holder | None:
    """Return the report that the document announced and goes on quoting, where this attribution may be from it.

    Only what cannot have spoken to the document's author itself may be: videos, editorials, songs, verses, narrators.
    """
    outermost = nest(case, attribution)[0]
    speaker = case.speaker(outermost)
    if speaker is not None and speaker.kind not in ("document", "scripture"):
        return None
    if speaker is None and not outermost.source:
        return None
    frame = case.frame(attribution.document)
    if frame is None or position(outermost) < frame.since or speaker is frame.report:
        return None
    if speaker is not None and speaker.issuer is not None and speaker.issuer == frame.report.issuer:
        return None
    why = f"The document announced “{frame.report.name}” and goes on quoting it, {frame.times} times in all."
    return Holder(frame.report, frame.report.name, "implicit", why, frame.places, None)
