"""Whom a common noun means that the text has named before, or names soon: “the newspaper”, “the mayor”, “a report”."""

from collections.abc import Sequence

from headwater.records import Span
from headwater.resolve.antecedents import WINDOW_CHARACTERS, Appearance, Choice
from headwater.resolve.cast import Cast, Member
from headwater.resolve.identity import Identity
from headwater.resolve.layout import Layout
from headwater.resolve.mentions import Mention
from headwater.resolve.registry import Registry
from headwater.resolve.tables import table
from headwater.resolve.writings import Writing, Writings

NAMED_LATER = 1500  # characters within which a role in the lead is given its name
WRITING_REACH = 6  # sentences from a source to the report that is taken as its own
_PRESS = table("newspaper paper daily tabloid broadsheet magazine weekly broadcaster issue")  # "the paper reported"
_REPORTS = table("report study paper survey review audit")


def press_before(mention: Mention, cast: Cast, known: Registry, writings: Writings) -> Member | None:
    """Return the one publisher named before that “the newspaper” or “the magazine” means."""
    if mention.form != "definite" or mention.head not in _PRESS or mention.owner is not None:
        return None
    writing = writings.at(mention.span.start, mention.span.end)
    if writing is not None and writing.start < mention.span.start and writing.noun != mention.head:
        return None  # "the paper" may be the study before
    before = cast.before(mention.span.start, max(0, mention.span.start - WINDOW_CHARACTERS))
    other = {m.key: m for _, _, m in before if known.member(m).name != known.publisher}
    named = [member for member in other.values() if known.member(member).kind == "publisher"]
    return named[0] if len(named) == 1 else None


def implicit_issuer(
    writing: Writing, mention: Mention, sources: Sequence[Appearance], layout: Layout
) -> Identity | None:
    """Return whose a report is that is brought up right after X or “officials with X” spoke: X's."""
    if writing.noun not in _REPORTS or writing.start < mention.span.start or not sources:
        return None
    last = sources[-1]
    if layout.sentence(writing.start) - layout.sentence(last.start) > WRITING_REACH:
        return None
    issuer = last.identity if last.identity.kind in ("organisation", "publisher") else last.identity.issuer
    return issuer if issuer is not None and issuer.kind in ("organisation", "publisher") else None


def choose_bearer(mention: Mention, called: Sequence[Member], known: Registry) -> Choice:
    """Return the one person whom the text has called so before, or calls so soon; ``called`` are all it calls so."""
    position = mention.span.start
    bearers = [m for m in called if m.mentions and m.mentions[0][0] < position]
    if len(bearers) == 1:
        start, end = bearers[0].mentions[0]
        why = f"“{bearers[0].name}” is the only one whom the text calls “{mention.head}” before."
        return Choice(known.member(bearers[0]), Span(start, end), why)
    if len(called) == 1 and not bearers and called[0].mentions[0][0] < position + NAMED_LATER:
        start, end = called[0].mentions[0]  # a lead says "the mayor", the next paragraph who that is
        why = f"“{called[0].name}” is the only one whom the text calls “{mention.head}”, a little later."
        return Choice(known.member(called[0]), Span(start, end), why)
    return Choice(None, None, "")
