"""By what an event is known again in another text: its kind, and the proper names that stand beside it."""

import re
from functools import cache
from pathlib import PurePath

from headwater.records import Document
from headwater.words import words

_KINDS = """
video clip film recording broadcast; editorial article commentary; statement communique; report; speech address;
attack assault raid strike bombing blast explosion; shooting; killing murder assassination killed;
sinking sank sunk sink; crash crashed collision
collided; fire; flood; earthquake; election vote ballot referendum; protest demonstration march;
arrest arrested; verdict ruling; trial; strike; summit meeting; ceasefire truce; siege; capture captured; fall fell;
launch launched; execution executed; release released; election elected; resignation resigned; coup; kidnapping
kidnapped abducted; hearing; debate; convention; storm hurricane; battle offensive; evacuation evacuated
"""
_KIND_OF = {word: group.split()[0] for group in _KINDS.split(";") for word in group.split()}
_NO_NAMES = """
january february march april may june july august september october november december monday tuesday wednesday thursday
friday saturday sunday the a an in on at but and of to for from by with as it he she they this that these those another
one two three now then when while after before during since until allah god
"""
_SKIPPED = frozenset(_NO_NAMES.split())
_BETWEEN = re.compile(r"\s|\s?-\s?")
LEAST = 3  # letters of a name


@cache
def _kind(word: str) -> str | None:
    plain = word.removesuffix("'s")
    return _KIND_OF.get(plain) or (_KIND_OF.get(plain[:-1]) if plain.endswith("s") else None)


def kinds_of(text: str, start: int, end: int) -> frozenset[str]:
    """Return the kinds of event that ``text[start:end]`` names.

    >>> sorted(kinds_of("Two weeks after the raids, the ferry sank.", 0, 42))
    ['attack', 'sinking']
    """
    return frozenset(kind for word in words(text, start, end) if (kind := _kind(word.folded)) is not None)


def names_of(text: str, start: int, end: int) -> frozenset[str]:
    """Return the proper names of ``text[start:end]``, folded: runs of capitals, of two words or more also their tails.

    >>> sorted(names_of("a video from ISIS Al-Khair Province with a narrator", 0, 51))
    ['al-khair province', 'isis al-khair province']
    """
    found: set[str] = set()
    run: list[str] = []
    before = -1
    given = words(text, start, end)
    if not any(text[w.start].islower() for w in given):
        return frozenset()
    for word in given:
        folded = word.folded.removesuffix("'s")
        capital = text[word.start].isupper() and folded not in _SKIPPED
        joined = before >= 0 and _BETWEEN.fullmatch(text, before, word.start)
        if run and not (capital and joined):
            found |= _forms(run)
            run = []
        if capital:
            run.append(folded)
        before = word.end
    found |= _forms(run)
    return frozenset(name for name in found if len(name) >= LEAST)


def as_written(name: str, text: str, start: int, end: int) -> str:
    """Return a folded name as ``text[start:end]`` writes it.

    >>> as_written("karsat front", "On Friday the KARSAT Front attacked.", 0, 36)
    'KARSAT Front'
    """
    given = words(text, start, end)
    size = name.count(" ") + 1
    for at in range(len(given) - size + 1):
        if " ".join(w.folded.removesuffix("'s") for w in given[at : at + size]) == name:
            return re.sub(r"(?:’s|'s)$", "", text[given[at].start : given[at + size - 1].end])
    return name


def name_of(document: Document) -> str:
    """Return what a document is called in an anchor: its publisher, else its file."""
    return document.publisher or PurePath(document.path).name


def _forms(run: list[str]) -> set[str]:
    """Return a name with its tails of two words or more; a single word stands for itself."""
    if len(run) < 2:
        return {" ".join(run)} if run else set()
    return {" ".join(run[at:]) for at in range(len(run) - 1)}
