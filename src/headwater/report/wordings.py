"""Utterances that documents quote in different words, and the stories that several documents tell."""

from dataclasses import dataclass

from headwater.days import say_date
from headwater.records import Case, QuotationChange, QuotationVariant, Story, VariantRelation
from headwater.report.index import Index, Where, content_words, index, where
from headwater.report.topics import stems


@dataclass(frozen=True, slots=True)
class WordingLine:
    """One wording of an utterance, with all documents that give it; ``words`` are the quoted parts, without what a
    reporter says between them. ``changes`` are against the longest that holds it, ``of`` is where that stands."""

    relation: VariantRelation
    words: str
    places: tuple[Where, ...]
    of: Where | None
    changes: tuple[QuotationChange, ...]


@dataclass(frozen=True, slots=True)
class UtteranceLine:
    """An utterance with its wordings, the longest first."""

    id: str
    wordings: tuple[WordingLine, ...]
    documents: int


@dataclass(frozen=True, slots=True)
class StoryLine:
    """Documents about one event. ``title`` is the headline that holds most of the ``words`` which set the event apart,
    the earliest where several do; None where no document has a headline."""

    id: str
    title: str | None
    words: tuple[str, ...]
    first: str | None
    last: str | None
    labels: tuple[str, ...]
    documents: tuple[str, ...]


def utterance_lines(case: Case | Index) -> tuple[UtteranceLine, ...]:
    """Return the utterances that are quoted in more than one wording, those in most documents first."""
    found = case if isinstance(case, Index) else index(case)
    lines = []
    for collated in found.case.quotation_variants:
        places = {v.attribution: where(found, v.place.document, v.place.start, v.place.end) for v in collated.variants}
        alike: dict[str, list[Where]] = {}
        for v in collated.variants:
            alike.setdefault(v.of if v.relation == "same" and v.of else v.attribution, []).append(places[v.attribution])
        wordings = tuple(
            WordingLine(
                v.relation, _quoted(found, v), tuple(alike[v.attribution]), places[v.of] if v.of else None, v.changes
            )
            for v in collated.variants
            if v.relation != "same"
        )
        if len(wordings) > 1:
            documents = len({v.place.document for v in collated.variants})
            lines.append(UtteranceLine(collated.id, wordings, documents))
    return tuple(sorted(lines, key=lambda line: (-line.documents, line.wordings[0].places[0].label, line.id)))


def _quoted(found: Index, variant: QuotationVariant) -> str:
    """Return the quoted parts of a wording."""
    said = found.attributions.get(variant.attribution)
    place = variant.place
    return content_words(found, said) if said else found.documents[place.document].text[place.start : place.end]


def story_lines(case: Case | Index) -> tuple[StoryLine, ...]:
    """Return the stories, those that most documents tell first."""
    found = case if isinstance(case, Index) else index(case)
    lines = [
        StoryLine(
            story.id,
            _headline(found, story),
            story.words,
            say_date(story.first) if story.first else None,
            say_date(story.last) if story.last else None,
            tuple(found.labels[document] for document in story.documents),
            story.documents,
        )
        for story in found.case.stories
    ]
    return tuple(sorted(lines, key=lambda line: (-len(line.documents), line.labels, line.id)))


def _headline(found: Index, story: Story) -> str | None:
    wanted = {stem for word in story.words for stem in stems(word)}
    earliest = sorted(story.documents, key=lambda document: found.order[document])
    titles = [title for key in earliest if (title := " ".join((found.documents[key].title or "").split()))]
    return max(titles, key=lambda title: len(wanted & set(stems(title))), default=None)
