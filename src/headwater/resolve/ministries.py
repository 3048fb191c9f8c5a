"""Which ministry is meant where texts of one event call it differently: “the interior ministry”, “Interior Ministry”,
“Ministry of the Interior”, and what the Ministry of the Interior of Norden itself published.

Only where the texts are directly related, and one ministry alone there goes by the words: at a meeting of two foreign
ministers nothing is joined. A name with the country's is the same as one without it only where it published one of the
texts; otherwise it may be another country's.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from headwater.resolve.names import bare_name
from headwater.resolve.short_names import Full, Owned, neighbours
from headwater.words import fold

_HEADS = frozenset({"ministry", "department"})
_LINKS = frozenset({"the", "of", "for", "and", "affairs"})  # "the Ministry of Foreign Affairs" is the foreign ministry
_SPELT = {"defense": "defence", "labor": "labour"}


def ministry(name: str) -> tuple[str, ...] | None:
    """Return what tells a ministry from another, None where the name is no ministry's.

    >>> ministry("Ministry of the Interior"), ministry("the interior ministry"), ministry("Lund")
    (('ministry', 'interior'), ('ministry', 'interior'), None)
    """
    words = [_SPELT.get(word, word) for word in bare_name(fold(name)).split() if word not in _LINKS]
    if len(words) < 2:
        return None
    if words[0] in _HEADS:
        return tuple(words)
    return (words[-1], *words[:-1]) if words[-1] in _HEADS else None


def find_ministries(
    owned: Sequence[Owned], publishers: Mapping[str, str], related: Iterable[tuple[str, str]]
) -> dict[tuple[str, str], Full]:
    """Return which ministry identities are, by document and key; ``publishers`` are of the documents."""
    near = neighbours(related)
    named: dict[str, dict[str, tuple[str, ...]]] = defaultdict(dict)  # document → folded name → what tells it
    own: dict[str, dict[str, tuple[str, ...]]] = defaultdict(dict)  # the same of publishers
    for document, publisher in publishers.items():
        if document in near and (told := ministry(publisher)) is not None:
            own[document][bare_name(publisher)] = told
    bodies = [item for item in owned if item.document in near and item.identity.kind == "organisation"]
    for item in bodies:
        if item.identity.proper is not None and (told := ministry(item.identity.proper)) is not None:
            named[item.document][bare_name(item.identity.proper)] = told
    found: dict[tuple[str, str], Full] = {}
    for item in bodies:
        told = ministry(item.identity.proper or item.identity.name)
        if told is None:
            continue
        published = {k for d in near[item.document] for k, long in own[d].items() if long[: len(told)] == told}
        alike = {k for d in near[item.document] for k, other in named[d].items() if other == told}
        key = min(published) if len(published) == 1 else min(alike, default=None) if not published else None
        if key is not None and key != item.identity.proper:
            why = (
                f"Of the texts that report one event, or share words, none has another ministry “{item.identity.name}”."
            )
            found[item.document, item.identity.key] = Full(key, why)
    return found
