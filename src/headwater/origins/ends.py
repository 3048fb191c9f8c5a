"""Where a chain ends, as a key that two chains have in common when they end at the same speaker or publisher."""

import functools
import re
from collections.abc import Mapping
from dataclasses import dataclass

from headwater.claims.contexts import names_in
from headwater.claims.tables import COMMON
from headwater.publishers import is_body
from headwater.records import Chain, ChainEnd, Document, Speaker
from headwater.resolve.tables import INSTITUTIONS
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
# A capital that says something is its country's government.
_CAPITALS = """iran, tehran | russia, moscow, kremlin | china, beijing | japan, tokyo | south korea, seoul
north korea, pyongyang | syria, damascus | iraq, baghdad | turkey, ankara | ukraine, kyiv, kiev | germany, berlin
france, paris | spain, madrid | italy, rome | greece, athens | egypt, cairo | afghanistan, kabul
pakistan, islamabad | india, new delhi, delhi | saudi arabia, riyadh | cuba, havana | venezuela, caracas
poland, warsaw | hungary, budapest | canada, ottawa | australia, canberra | united kingdom, britain, uk, london
united states, us, u.s., u.s, washington"""
_GOVERNMENT = {
    name: names[0]
    for part in _CAPITALS.replace("\n", " | ").split(" | ")
    for names in [part.split(", ")]
    for name in names
}
_ALIAS = {alias: line.split("|")[0] for line in _AGENCIES.splitlines() for alias in line.split("|")}
_EDITION = re.compile(
    r" ?\((?:online|print|web)[^()]{0,40}\)$| (?:online|website|web edition)$|\.(?:com|org|net|co\.uk|de)$"
)


_GROUPS = re.compile(r"\A[a-z]{3,}(?:ers|ors|ents|ants|ists|ians)$")  # "Proponents" at the start of a sentence


@dataclass(frozen=True, slots=True)
class End:
    """Where one chain ends. ``key`` is None where nobody is named; ``name`` is for the reader; ``body`` is the key
    of whom a named person is the spokesman of."""

    kind: ChainEnd
    key: str | None
    name: str | None
    body: str | None = None


def family(name: str) -> str:
    """Return the publisher family a name belongs to: editions and sites of one publisher are one.

    >>> family("The Almeric Post"), family("almericpost.com"), family("AP"), family("Almeric Post (online edition)")
    ('almeric post', 'almericpost', 'associated press', 'almeric post')
    """
    plain = _EDITION.sub("", " ".join(fold(name).split()))
    return _ALIAS.get(plain, _ALIAS.get(plain.removeprefix("the "), plain.removeprefix("the ")))


@functools.lru_cache(maxsize=10_000)
def is_name(name: str, text: str) -> bool:
    """Return whether one word names somebody: not a word of the text that only stood at the start of a sentence.

    >>> is_name("Instant", "Instant polls showed it. She doubts instant polls."), is_name("Okoro", "Okoro said so.")
    (False, True)
    """
    if " " in name or not name.isascii():
        return True
    folded = fold(name)
    if folded in COMMON or name == folded or "'" in folded.removesuffix("'s"):
        return False
    if name.isupper() or not name.isalpha():
        return True
    common = _GROUPS.match(folded) or re.search(rf"\b{re.escape(folded)}\b", text)
    return not common or folded in names_in(text)


def end_of(
    chain: Chain,
    speakers: Mapping[str, Speaker],
    documents: Mapping[str, Document],
    publishers: frozenset[str],
    own: Document,
) -> End:
    """Return where the chain ends. A publisher that nobody knows is no name, so it ends unknown.

    ``publishers`` are the families that publish documents of the case: one that is cited passes the claim on in its own
    voice, as far as the chain shows; not so a ministry or an institute, which speaks for itself.
    """
    if chain.ends in ("unnamed", "unknown"):
        return End(chain.ends, None, None)
    name = chain.origin
    speaker = speakers.get(name) if name is not None else None
    if name is not None and speaker is not None:
        name = speaker.name
    elif name is not None and name in documents:
        name = documents[name].publisher
    if chain.ends == "publisher" and name is None:
        name = own.publisher
    if name is None:
        return End("unknown", None, None)
    institution = speaker is not None and speaker.kind == "organisation" and fold(name) in INSTITUTIONS  # "the army"
    if chain.ends == "named" and not institution and not is_name(name, own.text):
        return End("unnamed", None, None)
    passes_on = chain.ends == "named" and family(name) in publishers and not is_body(name)
    spoken_for = speakers.get(speaker.issuer) if speaker and speaker.kind == "person" and speaker.issuer else None
    body = family(spoken_for.name) if spoken_for is not None else None
    key = family(name)
    if speaker is not None and speaker.kind == "organisation":
        key = _GOVERNMENT.get(key, key)
    return End("publisher" if passes_on else chain.ends, key, name, body)
