"""Who “I” and “we” are in a text's own voice: its author, else its publisher.

Where several wrote it, “I” is the one whom its title or text names.
“We” is a body that speaks for itself ("We regret …", in a ministry's statement); a newspaper's “we” may be anybody.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from headwater.publishers import is_body
from headwater.records import Document, LinkBasis, Span
from headwater.resolve.identity import Identity
from headwater.resolve.mentions import Mention
from headwater.resolve.registry import Registry
from headwater.resolve.tables import table
from headwater.words import fold

_SEVERAL = re.compile(r",|;|\band\b|&")
_FULL_NAME = re.compile(r"(?:[^\W\d_][\w.'’-]{0,40}+\s{1,4}+){1,8}[^\W\d_][\w.'’-]{0,40}+")
_WROTE = table("wrote reported published printed")
SINGLE = table("i me my myself")


@dataclass(frozen=True, slots=True)
class Writer:
    """Who writes the text, how that is known, and the reason."""

    identity: Identity
    basis: LinkBasis
    why: str


def choose_writer(mention: Mention, document: Document, known: Registry, cue: Sequence[Span] = ()) -> Writer | None:
    """Return who speaks of himself in the text's own voice, None where the text does not tell.

    ``cue`` is the verb: what “we wrote”, the paper wrote.
    """
    publisher, single = document.publisher, mention.head in SINGLE
    author = _only_author(document) if single else None
    if single and document.author and author is None:
        return None
    wrote = any(not _WROTE.isdisjoint(span.of(document.text).casefold().split()) for span in cue)
    if author:
        identity = known.described(f"author {fold(author)}", "person", author, mention, proper=fold(author))
        return Writer(identity, "stated", f"“I” is the author, {author}.")
    if publisher and (single or (mention.head == "we" and (wrote or is_body(publisher)))):
        key = f"publisher {fold(publisher)}"
        identity = known.described(key, "publisher", publisher, mention, proper=fold(publisher))
        said = mention.span.of(document.text)
        why = f"“{said}” is the document's author, who is not named; “{publisher}” published it."
        return Writer(identity, "implicit", why)
    return None


def _only_author(document: Document) -> str | None:
    """Return the author; of several the one whom title or text names, None where they name none or more than one."""
    declared = document.author or ""
    authors = [one for part in _SEVERAL.split(declared) if _FULL_NAME.fullmatch(one := part.strip(' "“”'))]
    if len(authors) < 2:  # "Okoro, Ines" is one
        return declared or None
    told = f"{document.title or ''}\n{document.text}"
    named = [one for one in authors if one in told]
    return named[0] if len(named) == 1 else None
