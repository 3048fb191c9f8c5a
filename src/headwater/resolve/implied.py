"""Whom a common noun means that the text has named before, or names soon: “the newspaper”, “the mayor”, “a report”."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from headwater.records import Attribution, Span
from headwater.resolve.antecedents import WINDOW_CHARACTERS, Appearance, Choice
from headwater.resolve.cast import Cast, Member
from headwater.resolve.identity import Identity
from headwater.resolve.layout import Layout
from headwater.resolve.mentions import Mention
from headwater.resolve.registry import Registry
from headwater.resolve.tables import INSTITUTIONS, ORGANISATION_NOUNS, table
from headwater.resolve.writings import Writing, Writings

NOUN_REACH = 8000  # characters before “the ministry” in which the name with its noun stands
GENERIC_REACH = 3  # sentences within which "the group" is the organisation that was the source before
ROLE_REACH = 60  # characters around a name in which it is told what somebody is
NAMED_LATER = 1500  # characters within which a role in the lead is given its name
WRITING_REACH = 6  # sentences from a source to the report that is taken as its own
_GENERIC = table("group organization organisation company firm body outlet publication website site agency")
_TRADING = table("company firm")  # what no army and no ministry is
_SERVICES = table("brigade authority office service")
_PEOPLE = {"man": "male", "boy": "male", "woman": "female", "girl": "female"}
_PRESS = table(
    "newspaper paper daily tabloid broadsheet magazine weekly newsletter broadcaster issue"
)  # "the paper reported"
SAID_IN_REACH = 60  # characters behind a cue in which “in a statement” stands
_SAID_IN = re.compile(r"\bin (?:an?|its|his|her|their) (?:[\w’'-]{1,20} ){0,3}?[a-z-]{3,15}\b(?=[\s,.;:])")
_NEUTRAL = table("new recent latest own annual first second third separate internal same full final interim joint")
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
    text: str, writing: Writing, mention: Mention, sources: Sequence[Appearance], layout: Layout
) -> Identity | None:
    """Return whose a report is that is brought up right after X or “officials with X” spoke: X's."""
    if writing.noun not in _REPORTS or writing.start < mention.span.start or not sources:
        return None
    last = sources[-1]
    if layout.sentence(writing.start) - layout.sentence(last.start) > WRITING_REACH or not _is_bare(mention, text):
        return None
    issuer = last.identity if last.identity.kind in ("organisation", "publisher") else last.identity.issuer
    return issuer if issuer is not None and issuer.kind in ("organisation", "publisher") else None


def _is_bare(mention: Mention, text: str) -> bool:
    """Whether no noun says whose a report is: “a new report”, not “a union survey”."""
    words = [word.casefold() for word in mention.span.of(text).split(",")[0].split()]
    before = words[1 : words.index(mention.head)] if mention.head in words else []
    return set(before) <= _NEUTRAL


def said_in(text: str, attribution: Attribution, writings: Writings) -> Writing | None:
    """Return the writing in which the attribution says that its source says it: “said in a statement that”."""
    if not attribution.cue:
        return None
    cue = attribution.cue
    match = _SAID_IN.search(text, cue[0].start, min(len(text), cue[-1].end + SAID_IN_REACH))
    if match is None or match.start() > cue[-1].end + 1:
        return None
    writing = writings.at(match.start(), match.end())
    return writing if writing is not None and match.start() <= writing.start < match.end() else None


def _named_below(mention: Mention, cast: Cast, known: Registry) -> Choice:
    """Return the one body with the noun of a headline in its name that the first lines of the text name."""
    start = mention.span.end
    named = [(s, e, m) for s, e, m in cast.before(start + NAMED_LATER, start) if mention.head in m.words]
    bodies = {m.key: (s, e, m) for s, e, m in reversed(named) if m.kind in ("organisation", "publisher")}
    if mention.head not in ORGANISATION_NOUNS or len(bodies) != 1:
        return Choice(None, None, "")
    first, end, member = next(iter(bodies.values()))
    why = f"“{member.name}” is the only one named below the headline that has “{mention.head}” in its name."
    return Choice(known.member(member), Span(first, end), why)


def choose_in_headline(
    mention: Mention, cast: Cast, called: Mapping[str, Sequence[Member]], layout: Layout, known: Registry
) -> Choice:
    """Return whom a bare noun of a headline means that the text below names: “Ministry denies”, “Engineer says”.

    ``called`` are the members of the cast by what the text calls them.
    """
    bare = mention.form in ("other", "name") and mention.owner is None
    if not (bare and layout.in_heading(mention.span.start)):
        return Choice(None, None, "")
    head = mention.head or (mention.name.words[-1] if mention.name else "")
    noun = replace(mention, head=head)
    body = _named_below(noun, cast, known)
    return body if body.identity is not None else choose_bearer(noun, called.get(head, []), known)


def choose_organisation(
    mention: Mention, cast: Cast, sources: Sequence[Appearance], layout: Layout, known: Registry
) -> Choice:
    """Return the organisation that “the ministry” or “the group” means: same head noun, else the last source."""
    position = mention.span.start
    words = mention.span.of(known.text)
    heads: dict[str, tuple[int, int, Member]] = {}
    for start, end, member in cast.before(position, max(0, position - NOUN_REACH)):
        if member.kind in ("organisation", "publisher") and mention.head in member.words:
            heads[member.key] = (start, end, member)
    if len(heads) == 1:
        start, end, member = next(iter(heads.values()))
        why = f"“{words}” repeats the noun of “{member.name}”, the only such name before."
        return Choice(known.member(member), Span(start, end), why)
    if heads:
        return Choice(None, None, f"Several names before have the noun “{mention.head}”.")
    own = known.own_body(mention.head)
    if own is not None:
        return Choice(own, None, f"“{own.name}”, which published the text, is named here by a part of its name.")
    if words.lower().removeprefix("the ") == mention.head:  # "the ministry", after "the interior ministry said"
        fuller = {a.identity.key: a for a in sources if a.identity.head == mention.head and " " in a.identity.name}
        if len(fuller) == 1:
            (one,) = fuller.values()
            why = f"“{words}” repeats the noun of “{one.identity.name}”, the only such source before."
            return Choice(one.identity, Span(one.start, one.end), why)
    last = sources[-1] if sources else None
    if (
        mention.head in _GENERIC
        and last is not None
        and last.identity.kind in ("organisation", "publisher")
        and not (mention.head in _TRADING and last.identity.head in INSTITUTIONS | _SERVICES)
        and layout.sentence(position) - layout.sentence(last.start) <= GENERIC_REACH
    ):
        why = f"“{last.identity.name}” is the organisation that was the source just before."
        return Choice(last.identity, Span(last.start, last.end), why)
    return Choice(None, None, f"No name before has the noun “{mention.head}”.")


def person_just_before(mention: Mention, sources: Sequence[Appearance], layout: Layout) -> Identity | None:
    """Return the person without a name who was the source just before “the man” or “the woman”."""
    last = sources[-1] if sources else None
    gender = _PEOPLE.get(mention.head)
    if last is None or gender is None or layout.sentence(mention.span.start) - layout.sentence(last.start) > 1:
        return None
    fits = last.identity.kind == "unnamed" and last.identity.is_person and last.identity.gender in (gender, None)
    return last.identity if fits else None


def things_before(position: int, cast: Cast, layout: Layout) -> list[Member]:
    """Return what is no person and named before ``position`` in its sentence: “Norden lost ten, its army said”."""
    start = layout.sentence_start(layout.sentence(position))
    named = {member.key: member for _, _, member in cast.before(position, start)}
    return [member for member in named.values() if member.kind != "person"]


def choose_bearer(mention: Mention, called: Sequence[Member], known: Registry) -> Choice:
    """Return the one person whom the text has called so before, or calls so soon; ``called`` are all it calls so."""
    position = mention.span.start
    bearers = [m for m in called if m.mentions and m.mentions[0][0] < position]
    if len(bearers) == 1:
        start, end = bearers[0].mentions[0]
        why = f"“{bearers[0].name}” is the only one whom the text calls “{mention.head}” before."
        return Choice(known.member(bearers[0]), Span(start, end), why)
    if len(called) == 1 and called[0].mentions:
        start, end = called[0].mentions[0]  # a lead says "the mayor", the next paragraph who that is
        if start < position + NAMED_LATER and _is_called_so(mention, start, end, known.text):
            why = f"“{called[0].name}” is the only one whom the text calls “{mention.head}”, a little later."
            return Choice(known.member(called[0]), Span(start, end), why)
    return Choice(None, None, "")


def _is_called_so(mention: Mention, start: int, end: int, text: str) -> bool:
    """Whether what stands before a noun stands by the name too: “the Norden leader” is not “rebel leader Ana Ruiz”."""
    words = mention.span.of(text).split(",")[0].split()
    near = text[max(0, start - ROLE_REACH) : end + ROLE_REACH].casefold()
    return all(word.casefold() in near for word in words[1:-1])
