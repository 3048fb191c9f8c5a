"""What a reader has in mind at a place of a text: who was named and described before, and who spoke."""

from bisect import bisect_left
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from headwater.resolve.antecedents import (
    WINDOW_CHARACTERS,
    Appearance,
    Choice,
    choose_person,
    choose_plural,
    choose_thing,
)
from headwater.resolve.cast import Cast, Member
from headwater.resolve.cut_off import named_behind
from headwater.resolve.identity import Identity
from headwater.resolve.implied import choose_bearer, choose_organisation
from headwater.resolve.kin import kin_before
from headwater.resolve.layout import Layout
from headwater.resolve.mentions import Mention
from headwater.resolve.registry import Registry
from headwater.resolve.tables import ORGANISATION_NOUNS, PERSON_PRONOUNS, PLURAL_PRONOUNS, THING_PRONOUNS, table
from headwater.resolve.writings import Writings

RECORDINGS = table("video clip recording tape film documentary footage audio podcast song broadcast")


@dataclass(frozen=True, slots=True)
class Memory:
    """The names, writings and described subjects of a text, and its sources so far: ``sources`` grows as it is read."""

    text: str
    cast: Cast
    roles: Mapping[str, Sequence[Member]]
    writings: Writings
    layout: Layout
    known: Registry
    subjects: Sequence[Mention]
    sources: Sequence[Appearance]

    def organisation(self, mention: Mention) -> Choice:
        """Return which organisation “the ministry” or “the group” takes up."""
        return choose_organisation(mention, self.cast, self.sources, self.layout, self.known)

    def bearer(self, mention: Mention) -> Choice:
        """Return whom alone the text calls so."""
        return choose_bearer(mention, self.roles.get(mention.head, []), self.known)

    def antecedent(self, word: str, position: int, others: Sequence[Identity] = ()) -> Choice:
        """Return whom a pronoun means, of whom the text has named but ``others``."""
        seen = [a for a in self._seen(position) if not any(a.identity is other for other in others)]
        if word in PERSON_PRONOUNS:
            chosen = choose_person(position, PERSON_PRONOUNS[word], self.layout, seen)  # type: ignore[arg-type]
            kin = kin_before(self.text, self.layout.sentence_start(self.layout.sentence(position)), position, word)
            if kin is None or chosen.place is None or chosen.place.start > kin.start:
                return chosen
            return Choice(None, None, f"“{word}” may mean “{kin.of(self.text)}”.")
        if word in THING_PRONOUNS:
            inside = self.text[max(0, position - 9) : position] == "in which "  # released a video in which it vowed
            seen = [a for a in seen if a.identity.kind != "document"] if inside else seen
            return choose_thing(position, self.layout, seen)
        if word in PLURAL_PRONOUNS:
            return choose_plural(position, self.layout, seen)
        return Choice(None, None, f"“{word}” does not tell who is meant.")

    def _seen(self, position: int) -> list[Appearance]:
        since = max(0, position - WINDOW_CHARACTERS)
        named = [
            Appearance(start, end, self.known.member(member), joined=self.text[start - 5 : start] == " and ")
            for start, end, member in self.cast.before(position, since)
            if member.is_somebody and not self.layout.in_aside(start)
        ]
        spoke = [a for a in self.sources[-40:] if since <= a.start < position]
        heads = {a.start for a in spoke}  # "A resident reached by phone said" is one, not "a resident" as well
        low, high = (bisect_left(self.subjects, at, key=lambda m: m.span.start) for at in (since, position))
        described = [
            Appearance(mention.span.start, mention.span.end, identity, voice=mention.is_voice(), subject=True)
            for mention in self.subjects[low:high]
            if mention.span.start not in heads and (identity := self.subject(mention)) is not None
        ]
        return sorted(described + named + spoke, key=lambda a: (a.start, a.source))

    def subject(self, mention: Mention) -> Identity | None:
        """Return whom a description at the head of a sentence means: “The narrator then turns to …”."""
        if mention.is_voice():
            recording = self.writings.before(mention.span.start, RECORDINGS)
            return self.known.writing(recording) if recording is not None else None
        if mention.is_document():
            writing = self.writings.at(mention.span.start, mention.span.end)
            return self.known.writing(writing) if writing is not None else None
        noun = mention.name.key if mention.name is not None else mention.head
        if noun in ORGANISATION_NOUNS:
            return self.known.own_body(noun)
        apposed = named_behind(self.text, self.cast, mention.span.end)
        if apposed is not None:
            return self.known.member(apposed)
        bearer = self.bearer(mention).identity
        return bearer or self.known.describe(mention, "unnamed")
