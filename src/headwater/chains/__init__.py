"""Trace each statement upstream: who published it, from where the words were taken, who said them.

From a statement the links lead to its document, then to the document or agency whose words it runs (only where the
direction is shown or a credit says so), then through those who pass the words on (``holders``) to whoever said them.
Where that one is a document or publisher of the collection, the chain goes on there. Two readings are two chains.

A chain ``ends``: ``named`` at a person (who may be the author of a signed opinion, ``opinions``), organisation or
scripture; ``unnamed``; ``publisher`` in a publisher's own voice; ``outside`` at a report or publisher that is not in
the collection; ``unknown`` where the text does not tell.
Known limits: which of several earlier copies was used cannot be known, the closest is taken; credits of a whole
document do not say which sentence they are for, so both readings are kept.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from headwater.chains.case import Case, Passage, label, span_of
from headwater.chains.holders import Holder, more_fully, nest, readings
from headwater.chains.opinions import byline, opinion_of
from headwater.publishers import is_body
from headwater.records import (
    Analysis,
    Attribution,
    Chain,
    ChainEnd,
    Document,
    Group,
    Link,
    LinkBasis,
    LinkKind,
    Place,
    Reuse,
    Speaker,
    Statement,
)
from headwater.resolve import Resolved
from headwater.resolve.credits import Credit
from headwater.resolve.names import bare_name
from headwater.resolve.tables import SECOND_HAND

__all__ = ["trace_chains"]

LONGEST = 8  # documents in one chain; real chains have two or three
MOST_READINGS = 4  # chains kept for a statement
RESEARCH = frozenset({"study", "paper", "research", "trial"})  # what a journal prints is its authors'
SPEAKING = frozenset({"person", "organisation"})
QUOTABLE = frozenset(
    {"document", "publisher", "organisation"}
)  # sources whose words may stand in a document of the case


def trace_chains(
    analyses: Sequence[Analysis], resolved: Resolved, reuse: Sequence[Reuse], groups: Sequence[Group]
) -> tuple[Chain, ...]:
    """Return a chain for each statement of the groups, or several where it can be read in several ways.

    Chains are in the order of the statements' documents and places, likelier readings first.
    """
    case = Case(analyses, resolved, reuse, groups)
    statements = {s.id: s for group in groups for s in group.statements}
    ordered = sorted(statements.values(), key=lambda s: (s.document, s.start, s.end, s.id))
    return tuple(chain for statement in ordered for chain in _trace(case, statement))


@dataclass(frozen=True, slots=True)
class _Path:
    """A way upstream: links so far, where the last one leads, and how it ends."""

    links: tuple[Link, ...]
    at: str
    ends: ChainEnd = "unknown"
    origin: str | None = None
    why: str = ""

    def to(self, kind: LinkKind, upstream: str, basis: LinkBasis, why: str, places: Sequence[Place]) -> "_Path":
        """Return the path with one more link."""
        if upstream == self.at:
            return self
        return replace(self, links=(*self.links, Link(kind, self.at, upstream, basis, why, tuple(places))), at=upstream)

    def end(self, ends: ChainEnd, origin: str | None, why: str) -> "_Path":
        """Return the path with its end; remarks made on the way stand after the reason."""
        return replace(self, ends=ends, origin=origin, why=f"{why} {self.why}".strip())

    def remark(self, words: str) -> "_Path":
        """Return the path with a remark for the reader."""
        return replace(self, why=f"{self.why} {words}".strip())


def _trace(case: Case, statement: Statement) -> list[Chain]:
    document = case.documents[statement.document]
    place = Place(document.id, statement.start, statement.end)
    attribution = case.attributions.get(statement.attribution) if statement.attribution else None
    who = f"“{document.publisher}” published it" if document.publisher else "Its publisher is not known"
    start = _Path((), statement.id).to("reported_by", document.id, "stated", f"{who} ({label(document)}).", (place,))
    if attribution is None:
        attribution = case.told_after(place)
    fuller = more_fully(case, statement, attribution) if attribution is not None else None
    if fuller is not None:
        start = start.remark("The same text tells elsewhere from whom its source has it.")
        place, attribution = _content_place(fuller), fuller
    paths = _upstream(case, start, place, attribution, statement, (document.id,))
    chains: list[Chain] = []
    for path in paths:
        chain = Chain(statement.id, path.links, path.ends, path.origin, path.why)
        if all((c.links, c.ends, c.origin) != (chain.links, chain.ends, chain.origin) for c in chains):
            chains.append(chain)
    return chains[:MOST_READINGS]


def _upstream(
    case: Case,
    path: _Path,
    place: Place,
    attribution: Attribution | None,
    statement: Statement | None,
    passed: tuple[str, ...],
) -> list[_Path]:
    """Return the ways from the document at the end of ``path`` to where the words at ``place`` come from."""
    passages = case.passages(place) if len(passed) < LONGEST else []
    earlier = next((p for p in passages if p.came_first and p.there.document not in passed), None)
    if earlier is not None and _given_to_another(case, attribution, earlier):
        other = label(case.documents[earlier.there.document])
        path = path.remark(f"In “{other}” the same words are given to somebody else.")
    elif earlier is not None and attribution is None and _quotes_body(case, place, earlier):
        other = label(case.documents[earlier.there.document])
        path = path.remark(f"“{other}” gives these words as a quotation.")
    elif earlier is not None and not any(_is_quoted_from(case, one, earlier) for one in nest(case, attribution)):
        return _copied(case, path, earlier, attribution, passed)
    for passage in passages:
        if passage.reuse.direction in ("shared_origin", "unknown") and passage.there.document not in passed:
            path = path.remark(_shared(case, passage))
            break
    through = [path]
    whole = [credit for credit in case.credits[place.document] if credit.scope is None]
    here = next((credit for credit in whole if credit.copied), None) or _credit_at(case, place)
    if here is not None:
        through = [_credited(case, path, here)]
    elif whole:
        through = [path, _credited(case, path, whole[0]).remark("The credit does not say which words it is for.")]
    found = [
        end
        for way in through
        for reading in readings(case, place, attribution)
        for end in _held(case, way.remark(reading.remark), reading.holders, place, statement, passed)
    ]
    return found if attribution is not None else [*found, *_given_to(case, path, place, passages, passed)]


def _given_to(
    case: Case, path: _Path, place: Place, passages: Sequence[Passage], passed: tuple[str, ...]
) -> list[_Path]:
    """Return the reading in which another document is right to give these words, in the own voice here, to a source."""
    for passage in passages:
        given = case.attribution_at(passage.there)
        speaker = case.speaker(given) if given is not None else None
        told = passage.reuse.direction not in ("shared_origin", "unknown")
        if told or speaker is None or passage.there.document in passed:
            continue
        if not _may_be_written_by(case, speaker) or _publishes(case, speaker, place.document):
            continue
        other = label(case.documents[passage.there.document])
        why = f"“{other}” gives these words as those of “{speaker.name}”."
        return [_end(case, path.to("copied_from", speaker.id, "reuse", why, (passage.here, passage.there)), speaker)]
    return []


def _copied(
    case: Case, path: _Path, passage: Passage, attribution: Attribution | None, passed: tuple[str, ...]
) -> list[_Path]:
    there = passage.there
    path = path.to("copied_from", there.document, "reuse", passage.reuse.why, (passage.here, there))
    upstream = case.attribution_at(there)
    passed = (*passed, there.document)
    if upstream is None and attribution is not None:  # the later document alone shows who says it
        holders = readings(case, passage.here, attribution)[0].holders
        return _held(case, path, holders, there, None, passed)
    return _upstream(case, path, there, upstream, None, passed)


def _given_to_another(case: Case, attribution: Attribution | None, passage: Passage) -> bool:
    """Whether both documents name who says the words, and name different ones: then neither has them from the other."""
    upstream = case.attribution_at(passage.there)
    here = case.speaker(attribution) if attribution is not None else None
    there = case.speaker(upstream) if upstream is not None else None
    if here is None or there is None or here.id == there.id:
        return False
    if here.kind == "person" and there.kind in ("unnamed", "group"):  # a name that the other text does not have
        text = case.documents[passage.there.document].text
        return not any(name.split()[-1] in text for name in (here.name, *here.names) if name.split())
    return here.kind == there.kind == "person" or {here.kind, there.kind} == {"person", "organisation"}


def _quotes_body(case: Case, place: Place, passage: Passage) -> bool:
    """Whether what a body says in its own voice is a direct quotation there: its own words, whoever brought them."""
    publisher = case.documents[place.document].publisher
    upstream = case.attribution_at(passage.there)
    return publisher is not None and is_body(publisher) and upstream is not None and upstream.kind == "direct"


def _is_quoted_from(case: Case, attribution: Attribution, passage: Passage) -> bool:
    """Whether the document gives the words openly as a quotation from what the passage stands in."""
    speaker = case.speaker(attribution)
    if speaker is None or not _may_be_written_by(case, speaker):
        return False
    whole = _content_place(attribution)
    there = next((p.there for p in case.passages(whole) if p.there.document == passage.there.document), passage.there)
    return case.is_own_voice(there)


def _content_place(attribution: Attribution) -> Place:
    span = span_of(attribution)
    return Place(attribution.document, span.start, span.end)


def _may_be_written_by(case: Case, speaker: Speaker) -> bool:
    issuer = case.speakers.get(speaker.issuer) if speaker.issuer else None
    return speaker.kind in QUOTABLE or (issuer is not None and issuer.kind in QUOTABLE)


def _held(
    case: Case,
    path: _Path,
    holders: Sequence[Holder],
    place: Place,
    statement: Statement | None,
    passed: tuple[str, ...],
) -> list[_Path]:
    """Return the ways through the holders, outermost first; without any it is the document's own voice, unless it
    stands in quotation marks."""
    if not holders:
        return [_without_source(case, path, place, passed)]
    for holder in holders[:-1]:
        path = _outlet(case, path, holder)
        path = path.to("reported_by", _id(holder), holder.basis, holder.why, holder.places)
        further = _further(case, path, holder, place, passed)
        if further:
            return further
        if holder.speaker is not None and holder.speaker.kind == "document":
            found = _identified(case, holder.speaker, place, passed)
            if found is not None:
                path = path.to(
                    "cites", found.there.document, "reuse", _found_there(case, found), (found.here, found.there)
                )
    return _said(case, path, holders[-1], place, statement, passed)


def _without_source(case: Case, path: _Path, place: Place, passed: tuple[str, ...]) -> _Path:
    """Return the path of words that nobody is said to have said: the document's own, unless they stand in quotation
    marks. Those, and words in the first person, are of whom another document quotes with them, where one does."""
    in_marks = case.in_marks(place)
    for passage in case.passages(place) if in_marks or case.speaks_of_itself(place) else ():
        given = case.attribution_at(passage.there)
        speaker = case.speaker(given) if given is not None and given.kind != "indirect" else None
        if speaker is not None and speaker.kind in SPEAKING and passage.there.document not in passed:
            why = f"“{label(case.documents[passage.there.document])}” gives these words to “{speaker.name}”."
            return _end(case, path.to("said_by", speaker.id, "reuse", why, (passage.here, passage.there)), speaker)
    if in_marks:
        return path.end("unknown", None, "The words stand in quotation marks; whose they are is not told there.")
    return _own_voice(case, path, place)


def _further(case: Case, path: _Path, holder: Holder, place: Place, passed: tuple[str, ...]) -> list[_Path]:
    """Return the ways that go on in the document that an outer holder quotes, where the collection has it."""
    if holder.speaker is None or holder.attribution is None or not holder.attribution.content:
        return []
    quoted = _quoted_in_case(case, holder, holder.speaker, _content_place(holder.attribution), passed)
    if quoted is None:
        return []
    there = next((p.there for p in case.passages(place) if p.there.document == quoted.there.document), None)
    if there is None:
        return []
    path = path.to("cites", there.document, "reuse", _found_there(case, quoted), (quoted.here, quoted.there))
    return _upstream(case, path, there, case.attribution_at(there), None, (*passed, there.document))


def _own_voice(case: Case, path: _Path, place: Place) -> _Path:
    if path.at in case.documents:
        document = case.documents[path.at]
        author = opinion_of(document)
        if author is not None:
            name, seen = case.person(author), byline(document, author, place)
            path = path.to("said_by", name, "stated", f"It is an opinion that “{author}” signed.", (seen,))
            return path.end("named", name, f"“{author}” says it in a signed opinion.")
        if document.publisher:
            speaker = case.named(document.publisher)
            why = f"“{document.publisher}” says it in its own voice."
            return path.end("publisher", speaker.id if speaker else document.publisher, why)
        return path.end(
            "publisher", document.id, f"“{label(document)}” says it in its own voice; its publisher is not known."
        )
    last = path.links[-1]
    speaker = case.speakers.get(path.at)
    name = speaker.name if speaker else path.at
    if last.kind == "copied_from":
        return path.end("publisher", path.at, f"The text is “{name}” copy and gives no other source.")
    if speaker is not None and any(_publishes(case, speaker, document) for document in case.documents):
        return path.end("unknown", None, f"“{name}” is credited; which of its texts in the collection is not shown.")
    return path.end("outside", path.at, f"“{name}” is credited; its text is not in the collection.")


def _said(
    case: Case, path: _Path, holder: Holder, place: Place, statement: Statement | None, passed: tuple[str, ...]
) -> list[_Path]:
    """Return the ways through the innermost holder, the one who says the words."""
    path = _outlet(case, path, holder)
    speaker = holder.speaker
    if speaker is None:
        path = (
            path.to("said_by", holder.name, holder.basis, holder.why, holder.places)
            if holder.attribution is None
            else path
        )
        return [path.end("unknown", None, holder.why)]
    if speaker.kind == "publisher" and _publishes(case, speaker, place.document):
        return [_own_voice(case, path, place)]  # "The Almeric Post has seen the list", in the Almeric Post
    kind: LinkKind = "cites" if speaker.kind in ("document", "publisher") else "said_by"
    path = path.to(kind, speaker.id, holder.basis, holder.why, holder.places)
    quoted = _quoted_in_case(case, holder, speaker, place, passed)
    if quoted is not None:
        further = path.to(
            "cites", quoted.there.document, "reuse", _found_there(case, quoted), (quoted.here, quoted.there)
        )
        found = _upstream(case, further, quoted.there, None, None, (*passed, quoted.there.document))
        certain = quoted.came_first or _publishes(case, speaker, quoted.there.document)
        return found if certain else [*found, _end(case, path, speaker).remark("The words may also stand elsewhere.")]
    if speaker.kind == "publisher" and statement is not None:
        fellow = _same_claim(case, speaker, statement, passed)
        if fellow is not None:
            return _reported_there(case, path, fellow, passed)
    ended = _end(case, path, speaker)
    denied = holder.attribution is not None and holder.attribution.polarity == "denied"
    if denied and ended.ends == "named":
        ended = replace(ended, why=f"It is “{speaker.name}” who denies it; from whom it is, is not told there.")
    return [ended]


def _end(case: Case, path: _Path, speaker: Speaker) -> _Path:
    match speaker.kind:
        case "person" | "organisation" | "scripture":
            return path.end("named", speaker.id, f"“{speaker.name}” is named as the source.")
        case "publisher" if is_body(speaker.name):
            return path.end("named", speaker.id, f"“{speaker.name}” is named as the source.")
        case "publisher":
            there = any(_publishes(case, speaker, name) for name in case.documents)
            what = (
                "no text of its in the collection is found to say it" if there else "its text is not in the collection"
            )
            return path.end("outside", speaker.id, f"“{speaker.name}” is named; {what}.")
        case "document":
            issuer = case.speakers.get(speaker.issuer) if speaker.issuer else None
            if issuer is None:
                return path.end("outside", speaker.id, f"The {speaker.name} is not in the collection.")
            last = path.links[-1]
            quoting = next(link.upstream for link in reversed(path.links) if link.upstream in case.documents)
            if not _publishes(case, issuer, quoting):
                path = path.to("said_by", issuer.id, last.basis, f"“{issuer.name}” issued it.", last.places)
            noun = speaker.name.split(" (")[0]
            if issuer.kind == "publisher" and noun in RESEARCH and not is_body(issuer.name):
                why = f"The {noun} stands in “{issuer.name}”; it is not in the collection."
                return path.end("outside", speaker.id, why)
            if issuer.kind == "publisher" and noun not in SECOND_HAND:
                return path.end("named", issuer.id, f"“{issuer.name}” says it in its own {noun}.")
            return _end(case, path, issuer)
        case "group" if all(part[:1].isupper() for part in speaker.name.split(" and ")) and " and " in speaker.name:
            return path.end("named", speaker.id, f"“{speaker.name}” are named as the source.")
    issuer = case.speakers.get(speaker.issuer) if speaker.issuer else None
    passed = [link.upstream for link in path.links if link.upstream in case.documents]
    if issuer is not None and passed and is_body(issuer.name) and _publishes(case, issuer, passed[-1]):
        return path.end("named", issuer.id, f"“{speaker.name}” are of “{issuer.name}”, which published it itself.")
    return path.end("unnamed", speaker.id, f"“{speaker.name}” gives no name.")


def _outlet(case: Case, path: _Path, holder: Holder) -> _Path:
    """Return the path through the publisher to whom it was said (“she told the Gazette”), or whose reporter says it."""
    if holder.attribution is None:
        return path
    told = case.told_to(holder.attribution)
    if told is not None and not _publishes(case, told[0], told[1].document):
        name = told[0].name
        path = path.to("reported_by", told[0].id, "stated", f"The words were said to “{name}”.", (told[1],))
    outlet = case.outlet(holder.attribution)
    if outlet is None:
        return path
    speaker, place = outlet
    if _publishes(case, speaker, place.document):
        return path  # the document's own reporter
    return path.to("reported_by", speaker.id, "stated", f"The source is one of “{speaker.name}”.", (place,))


def _id(holder: Holder) -> str:
    return holder.speaker.id if holder.speaker is not None else holder.name


# What stands in the collection


def _quoted_in_case(
    case: Case, holder: Holder, speaker: Speaker, place: Place, passed: tuple[str, ...]
) -> Passage | None:
    """Return where the words that are given to a document or organisation stand in the collection, in its own voice."""
    if holder.attribution is None or not _may_be_written_by(case, speaker):
        return None
    for passage in case.passages(place):
        document = passage.there.document
        if document in passed or not case.is_own_voice(passage.there) or _is_later(passage):
            continue
        publisher = case.documents[document].publisher
        third = passage.reuse.direction == "shared_origin"  # then that document has the words from elsewhere too
        if _publishes(case, speaker, document) or (publisher is None and not third):
            return passage
    return None


def _identified(case: Case, report: Speaker, place: Place, passed: tuple[str, ...]) -> Passage | None:
    """Return a passage that shows which document of the collection a report is, from any of its quotations."""
    for attribution in case.said_by(place.document, report):
        quoted = Holder(report, report.name, "stated", "", (), attribution)
        found = _quoted_in_case(case, quoted, report, _content_place(attribution), passed)
        if found is not None:
            return found
    return None


def _is_later(passage: Passage) -> bool:
    """Whether evidence shows that the words stood here before they stood there."""
    return passage.reuse.direction in ("left_to_right", "right_to_left") and not passage.came_first


def _publishes(case: Case, speaker: Speaker, document: str) -> bool:
    """Whether the speaker, or the issuer of the document that it is, published a document of the collection."""
    publisher = case.documents[document].publisher
    if publisher is None:
        return False
    issuer = case.speakers.get(speaker.issuer) if speaker.issuer else None
    names = {bare_name(n) for s in (speaker, issuer) if s is not None for n in (s.name, *s.names)}
    return bare_name(publisher) in names


def _same_claim(case: Case, speaker: Speaker, statement: Statement, passed: tuple[str, ...]) -> Statement | None:
    """Return the statement of the same claim in a document that the cited publisher published, not later than this."""
    here = case.documents[statement.document]
    for fellow in case.fellows(statement, speaker):
        if fellow.document not in passed and not _published_later(case.documents[fellow.document], here):
            return fellow
    return None


def _published_later(document: Document, than: Document) -> bool:
    if document.published is None or than.published is None:
        return False
    return document.published[:10] > than.published[:10]


def _reported_there(case: Case, path: _Path, fellow: Statement, passed: tuple[str, ...]) -> list[_Path]:
    document = case.documents[fellow.document]
    place = Place(fellow.document, fellow.start, fellow.end)
    why = f"“{document.publisher}” says the same in {label(document)}."
    path = path.to("cites", document.id, "implicit", why, (place,))
    attribution = case.attributions.get(fellow.attribution) if fellow.attribution else None
    return _upstream(case, path, place, attribution, fellow, (*passed, document.id))


# Credits and shared passages


def _credit_at(case: Case, place: Place) -> Credit | None:
    for credit in case.credits[place.document]:
        if credit.scope is not None and credit.scope.start < place.end and place.start < credit.scope.end:
            return credit
    return None


def _credited(case: Case, path: _Path, credit: Credit) -> _Path:
    speaker = case.named(credit.name)
    text = case.documents[path.at].text
    words = " ".join(credit.span.of(text).split())
    place = Place(path.at, credit.span.start, credit.span.end)
    kind: LinkKind = "copied_from" if credit.copied else "cites"
    what = "runs the text of" if credit.copied else "credits"
    why = f"The document {what} “{credit.name}”: “{words}”."
    return path.to(kind, speaker.id if speaker else credit.name, "stated", why, (place,))


def _shared(case: Case, passage: Passage) -> str:
    other = case.documents[passage.there.document]
    called = f"“{other.publisher}” ({label(other)})" if other.publisher else label(other)
    if passage.reuse.direction == "shared_origin":
        return f"The words also stand in {called}; both have them from elsewhere."
    return f"The words also stand in {called}; which of the two had them first is not shown."


def _found_there(case: Case, passage: Passage) -> str:
    other = case.documents[passage.there.document]
    return f"Words that are given to it stand in {label(other)}, in that document's own voice."
