"""The words of a review that every format shares: headings, notes, and the entries of the bibliography."""

from headwater.days import say_date
from headwater.report.review import Citation, Review, Source
from headwater.report.wording import count

KEY = (
    "Double quotation marks stand around a source's words as a document prints them, single ones around the words of "
    "the document that reports them. A number in brackets is a place in a document; the list is at the end. “X says” "
    "means that X says so, not that it is so. Offsets are characters of the document's text, counted from 0."
)
NO_DATE = "no date known"


def title(page: Review) -> str:
    """Return the heading of the page."""
    by = f" – statements of {page.speaker}" if page.speaker else ""
    return f"Review: {page.topic}{by}"


def lead_in(published: str | None) -> str:
    """Return what opens a paragraph: the date of its earliest report, nothing where none is known."""
    return f"{say_date(published)}." if published else ""


def entry(source: Source) -> str:
    """Return a document's entry: author, title, publisher, date; what is not known is left out."""
    author = f"{source.author}: " if source.author else ""
    name = f"“{' '.join(source.title.split())}”" if source.title else source.label
    parts = [f"{author}{name}"]
    if source.publisher:
        parts.append(source.publisher)
    parts.append(say_date(source.published) if source.published else NO_DATE)
    return ", ".join(parts)


def kept(source: Source) -> str:
    """Return where the document was read and what its bytes were."""
    return f"{source.path}, SHA-256 {source.sha256}" if source.sha256 else source.path


def place(citation: Citation) -> str:
    """Return a citation's offsets."""
    return f"characters {citation.place.start}–{citation.place.end}"


def left_out(page: Review) -> list[str]:
    """Return what the review does not show, a sentence each."""
    said = []
    if page.speakers_left_out:
        said.append(f"{count(page.speakers_left_out, 'further speaker')} on this topic: ask with --speaker.")
    if page.unsure:
        said.append(
            f"{count(page.unsure, 'statement')} on this topic left out: attributed with little certainty, or not said."
        )
    if page.unsaid:
        said.append(
            f"{count(page.unsaid, 'passage')} on this topic left out: what somebody thinks, wants or does "
            "and not what was said, or no whole sentence."
        )
    return said


def section_left_out(number: int) -> str:
    """Return how many statements of a section are not shown."""
    return f"{count(number, 'further statement')} on this topic: ask with --speaker."
