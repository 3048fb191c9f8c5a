"""Where a chain ends, as a key that two chains have in common when they end at the same speaker or publisher."""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from headwater.records import Chain, ChainEnd, Document, Speaker
from headwater.words import fold

_AGENCIES = """associated press|ap|the ap
agence france presse|agence france-presse|afp
reuters|thomson reuters
united press international|upi
deutsche presse-agentur|deutsche presse agentur|dpa
press association|pa media|pa
bloomberg|bloomberg news
xinhua|xinhua news agency
interfax|interfax news agency
tass|itar-tass
kyodo|kyodo news
efe|agencia efe
ansa
"""
_ALIAS = {alias: line.split("|")[0] for line in _AGENCIES.splitlines() for alias in line.split("|")}
_EDITION = re.compile(r" ?\((?:online|print|web)[^)]*\)$| (?:online|website|web edition)$|\.(?:com|org|net|co\.uk|de)$")


@dataclass(frozen=True, slots=True)
class End:
    """Where one chain ends. ``key`` is None where nobody is named; ``name`` is for the reader."""

    kind: ChainEnd
    key: str | None
    name: str | None


def family(name: str) -> str:
    """Return the publisher family a name belongs to: editions and sites of one publisher are one.

    >>> family("The Almeric Post"), family("almericpost.com"), family("AP"), family("Almeric Post (online edition)")
    ('almeric post', 'almericpost', 'associated press', 'almeric post')
    """
    plain = _EDITION.sub("", " ".join(fold(name).split()))
    return _ALIAS.get(plain, _ALIAS.get(plain.removeprefix("the "), plain.removeprefix("the ")))


def end_of(
    chain: Chain,
    speakers: Mapping[str, Speaker],
    documents: Mapping[str, Document],
    publishers: frozenset[str],
    own: Document,
) -> End:
    """Return where the chain ends. A publisher that nobody knows is no name, so it ends unknown.

    ``publishers`` are the families that publish documents of the case: one that is cited passes the claim on in its own
    voice, as far as the chain shows.
    """
    if chain.ends in ("unnamed", "unknown"):
        return End(chain.ends, None, None)
    name = chain.origin
    if name is not None and name in speakers:
        name = speakers[name].name
    elif name is not None and name in documents:
        name = documents[name].publisher
    if chain.ends == "publisher" and name is None:
        name = own.publisher
    if name is None:
        return End("unknown", None, None)
    passes_on = chain.ends == "named" and family(name) in publishers
    return End("publisher" if passes_on else chain.ends, family(name), name)
