"""Which speakers a name stands for."""

from collections.abc import Iterable

from headwater.errors import NotFoundError
from headwater.records import Speaker
from headwater.report.index import Index
from headwater.words import words


def find_speakers(found: Index, name: str) -> frozenset[str]:
    """Return the ids of the speakers with this id, or with a name or alias that holds all its words.

    Raises NotFoundError where there is none.
    """
    if name in found.speakers:
        return frozenset((name,))
    wanted = [word.folded for word in words(name)]
    named = set()
    for speaker in found.speakers.values():
        for known in {speaker.name, *speaker.names}:
            has = [word.folded.removesuffix("'s") for word in words(known)]
            if wanted and set(wanted) <= set(has):
                named.add(speaker.id)
    if not named:
        raise NotFoundError(f"no speaker is called {name!r}; `headwater speakers` lists them")
    return frozenset(named)


_ARTICLES = frozenset({"the", "a", "an"})


def named_by(speakers: Iterable[Speaker], topic: str) -> tuple[Speaker, ...]:
    """Return the speakers that a topic names: those with a name, written as one, of just these words, articles aside;
    by name.

    >>> okoro = Speaker("s", "Ines Okoro", "person", ("Okoro", "the harbour master"), ())
    >>> [[s.name for s in named_by((okoro,), topic)] for topic in ("okoro", "harbour master", "Okoro's ship")]
    [['Ines Okoro'], [], []]
    """
    wanted = _bare(topic)
    meant = [s for s in speakers if wanted and any(_bare(n) == wanted for n in {s.name, *s.names} if _is_name(n))]
    return tuple(sorted(meant, key=lambda speaker: (speaker.name, speaker.id)))


def _bare(name: str) -> list[str]:
    return [word.folded for word in words(name) if word.folded not in _ARTICLES]


def _is_name(said: str) -> bool:
    """Say whether words are a name and no description: one that is no article begins with a capital."""
    return any(said[w.start].isupper() for w in words(said) if w.folded not in _ARTICLES)
