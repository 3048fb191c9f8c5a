"""Which speakers a name stands for."""

from headwater.errors import NotFoundError
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
