"""Resolve the sources of one document, in reading order: names first, then what stands for them.

Names go to the document's cast; “it”, “he”, “they”, “who” and “I” to what was spoken of before; “the report” to a
writing, “the ministry” to an organisation, “the senator” to whom the text calls so; a spokesman to those he speaks for.
What no rule settles stays open: an unnamed speaker of this document, or nobody.
"""

import re
from dataclasses import replace

from headwater.publishers import BODIES, OUTLETS, PUBLISHER_HEADS
from headwater.records import Analysis, Attribution, Evidence, LinkBasis, Place, Span
from headwater.resolve.antecedents import (
    Appearance,
    Choice,
)
from headwater.resolve.cast import gather
from headwater.resolve.cut_off import (
    is_topic,
    lies_elsewhere,
    named_before,
    named_in_front,
    only_hears,
    speech_cue,
)
from headwater.resolve.first_person import SINGLE, choose_writer
from headwater.resolve.identity import Identity, Reading
from headwater.resolve.implied import (
    choose_in_headline,
    implicit_issuer,
    person_just_before,
    press_before,
    said_in,
    things_before,
)
from headwater.resolve.interviews import ANSWER, QUESTION, take_turn
from headwater.resolve.layout import Holders, lay_out, position
from headwater.resolve.memory import RECORDINGS, Memory
from headwater.resolve.mentions import (
    Mention,
    body_before_spokesman,
    description_before,
    find_subjects,
    has_spokesman,
    is_words,
    kind_of_crowd,
    read_mention,
    says_what_it_is,
    without_owner,
)
from headwater.resolve.names import Name
from headwater.resolve.occasions import choose_by_occasion
from headwater.resolve.registry import Registry, name_after_issuer
from headwater.resolve.relatives import choose_relative
from headwater.resolve.roles import find_roles
from headwater.resolve.tables import (
    INSTITUTIONS,
    MOUTHPIECES,
    ORGANISATION_NOUNS,
    PERSON_PRONOUNS,
    PLURAL_PRONOUNS,
    RELATIVE_PRONOUNS,
    SPEAKER_PRONOUNS,
    THING_PRONOUNS,
    table,
)
from headwater.resolve.writings import Writings, find_writings
from headwater.words import fold

_NOUNS = PUBLISHER_HEADS | OUTLETS | BODIES | ORGANISATION_NOUNS
_PLURAL_PEOPLE = re.compile(r"(?:[^aeiou]ers|tors|ists|ians|smen|women|ponents|d?ents|[gct]ants|ocates|egates|eers)\Z")
_PLACED = table("authority brigade service")  # institutions where a word tells which: “the port authority”
SUBJECT_REACH = 12  # characters of titles before the first name of what is reported
_ISSUERS = ("organisation", "publisher", "person")
_POSSESSED = ORGANISATION_NOUNS | table("team camp campaign office regime")


def resolve_document(analysis: Analysis, outlets: frozenset[str]) -> tuple[Reading, ...]:
    """Return what each attribution's source stands for, in the order of the attributions' places.

    ``outlets`` are the folded names of the case's publishers.
    """
    discourse = _Discourse(analysis, outlets)
    ordered = sorted(analysis.attributions, key=lambda a: (position(a), a.id))
    return tuple(discourse.read(attribution) for attribution in ordered)


class _Discourse:
    """Reads a document's sources one after the other; what is in mind at a place is its ``memory``."""

    def __init__(self, analysis: Analysis, outlets: frozenset[str]) -> None:
        self.document = analysis.document
        self.text = analysis.document.text
        self.cast = gather(self.text)
        self.roles = find_roles(self.text, self.cast)
        self.writings: Writings = find_writings(self.text, self.cast)
        self.layout = lay_out(analysis)
        self.known = Registry(self.document, outlets)
        self.sources: list[Appearance] = []
        self.read_already: dict[str, Reading] = {}
        self.holders = Holders(analysis.attributions)
        subjects = find_subjects(self.text, self.layout.sentences)
        self.memory = Memory(
            self.text, self.cast, self.roles, self.writings, self.layout, self.known, subjects, self.sources
        )

    def read(self, attribution: Attribution) -> Reading:
        """Return what the attribution's source stands for, and remember it."""
        spans = attribution.source
        if not spans:
            reading = self._before_cue(attribution) or self._nobody(
                attribution, Span(0, 0), "The text names no source.", "no source"
            )
        elif lies_elsewhere(self.text, attribution) and (nearer := self._before_cue(attribution)) is not None:
            reading = nearer
        else:
            mention = read_mention(self.text, spans[0])
            reading = self._read_mention(attribution, mention)
            if mention.outlet is not None:
                reading = replace(reading, outlet=self._outlet(mention.outlet))
            who = reading.identity  # nobody is "he" because a headline says "Minister"
            bare = who is not None and who.kind == "unnamed" and self.layout.in_heading(spans[0].start)
            if who is not None and mention.head not in SPEAKER_PRONOUNS and not bare:
                self.sources.append(Appearance(spans[0].start, spans[0].end, who, True))
        self.read_already[attribution.id] = reading
        self._issue(attribution, reading)
        return reading

    def _issue(self, attribution: Attribution, reading: Reading) -> None:
        """Remember whose a writing is in which somebody “said in a statement” something."""
        writing = said_in(self.text, attribution, self.writings)
        if writing is None or reading.identity is None or reading.identity.kind not in _ISSUERS:
            return
        identity = self.known.writing(writing)
        if identity.kind == "document" and identity.issuer is None:
            identity.issuer = reading.identity
            name_after_issuer(identity)

    def _read_mention(self, attribution: Attribution, mention: Mention) -> Reading:
        if (label := mention.span.of(self.text)) in QUESTION | ANSWER:
            taker = take_turn(label, mention, self.document, self.cast, self.known)
            return self._found(attribution, mention, taker.identity, "implicit", "interview", taker.why)
        match mention.form:
            case "pronoun":
                return self._pronoun(attribution, mention)
            case "name" if mention.name is not None:
                return self._name(attribution, mention, mention.name)
            case "joint":
                group = self.known.joint(mention, self.cast)
                why = f"Several are named: {group.name}."
                return self._found(attribution, mention, group, "stated", "joint source", why)
            case "mouthpiece":
                return self._mouthpiece(attribution, mention)
        if only_hears(self.text, attribution):
            why = f"“{mention.span.of(self.text)}” heard it; who said it is not told."
            return self._nobody(attribution, mention.span, why, "hearer")
        if mention.form == "other" and not mention.head:
            return self._nobody(attribution, mention.span, "The source is cut off before its noun.", "cut off")
        press = press_before(mention, self.cast, self.known, self.writings)
        if press is not None:
            why = f"“{press.name}” is the only publisher that the text has named before."
            return self._found(attribution, mention, self.known.member(press), "coreference", "publisher noun", why)
        apposed = named_in_front(self.text, self.cast, mention, attribution.content)
        if apposed is not None:
            why = f"“{mention.span.of(self.text)}” stands right after “{apposed.name}” and says who that is."
            return self._found(attribution, mention, self.known.member(apposed), "coreference", "apposition", why)
        if mention.is_voice():
            writing = self.writings.before(mention.span.start, RECORDINGS)
            if writing is not None:
                identity = self.known.writing(writing)
                why = f"“{mention.span.of(self.text)}” is the voice of the {writing.noun} spoken of before."
                return self._found(
                    attribution, mention, identity, "coreference", "voice", why, Span(writing.start, writing.end)
                )
        if mention.is_document():
            return self._document(attribution, mention)
        if mention.head in MOUTHPIECES and (body := self._spoken_for(mention)) is not None:
            why = f"“{mention.span.of(self.text)}” speaks for “{body.name}”."
            return self._found(attribution, mention, body, "stated", "spokesman", why)
        if mention.form == "definite":
            return self._definite(attribution, mention)
        return self._unnamed(attribution, mention)

    # names

    def _before_cue(self, attribution: Attribution) -> Reading | None:
        """Return whom a cue without a source has right before it: “Ana Ruiz, a baker who saw it, added”."""
        cue = speech_cue(self.text, attribution)
        if cue is None:
            return None
        described = description_before(self.text, cue.start)
        if described is not None:
            return replace(self._unnamed(attribution, described), basis="implicit")
        named = named_before(self.text, self.cast, cue.start)
        if named is None:
            return None
        identity = self.known.member(named.identity)
        why = f"“{identity.name}” stands right before “{cue.of(self.text)}”."
        self.sources.append(Appearance(named.span.start, named.span.end, identity, True))
        places = (self._place(named.span), self._place(cue))
        return Reading(attribution.id, identity, "implicit", Evidence("before the cue", why, None, places))

    def _name(self, attribution: Attribution, mention: Mention, name: Name) -> Reading:
        member = self.cast.at(name.span.start, name.span.end) or self.cast.called(name)
        form = name.span.of(self.text)
        if member is not None and self.known.member(member).issuer is None:
            self.known.member(member).issuer = self._spoken_for(mention)
        if is_topic(self.text, attribution, member):
            why = f"“{form}” stands before a colon at the head of the text: it may be what the text is about."
            return self._nobody(attribution, mention.span, why, "topic")
        if member is None and (own := self._own(attribution, mention, name.key)) is not None:
            return own
        if member is None and is_words(self.text, name):
            return self._unnamed(attribution, mention)
        if member is not None and member.doubtful and (name.key in _NOUNS or _PLURAL_PEOPLE.search(name.key)):
            return self._unnamed(attribution, mention)  # "Monitor doubts the claim", "Villagers said so"
        identity = self.known.member(member) if member is not None else self.known.named(name)
        reason = member.why.get(form) if member is not None else None
        if member is None or reason is None:
            return self._found(attribution, mention, identity, "stated", "name", f"The source is named: “{form}”.")
        first = member.forms.get(member.name)
        place = Span(first, first + len(member.name)) if first is not None else None
        return self._found(attribution, mention, identity, "coreference", "name form", reason, place)

    def _own(self, attribution: Attribution, mention: Mention, words: str) -> Reading | None:
        """Return the reading where a body is named by a part of its name in what it publishes."""
        own = self.known.own_body(words)
        if own is None:
            return None
        why = f"“{own.name}”, which published the text, is named here by a part of its name."
        return self._found(attribution, mention, own, "coreference", "own name", why)

    def _outlet(self, span: Span) -> Identity | None:
        member = self.cast.at(span.start, span.end)
        if member is None:
            return None
        identity = self.known.member(member)
        return identity if identity.kind in ("publisher", "organisation") else None

    # those who speak for others

    def _mouthpiece(self, attribution: Attribution, mention: Mention) -> Reading:
        owner = self._owner(mention)
        words = mention.span.of(self.text)
        if owner is None or owner.kind in ("person", "unnamed", "group"):
            return self._unnamed(attribution, mention, owner)
        why = f"“{words}” speaks for “{owner.name}”."
        return self._found(attribution, mention, owner, "stated", "spokesman", why, mention.owner)

    def _spoken_for(self, mention: Mention) -> Identity | None:
        """Return the body whose spokesman the text says a named source is: “coast guard spokesman Erik Vaal”."""
        body = body_before_spokesman(self.text, mention)
        if body is not None and body.name is None and body.head in INSTITUTIONS | ORGANISATION_NOUNS:
            return self.memory.organisation(body).identity or self.known.describe(body, "organisation")
        named = replace(mention, owner=body.span) if body is not None else mention
        owner = self._owner(named) if body is not None or has_spokesman(self.text, mention) else None
        return owner if owner is not None and owner.kind in ("organisation", "publisher") else None

    def _owner(self, mention: Mention) -> Identity | None:
        """Return whom the source belongs to or speaks for."""
        if mention.owner is None:
            return None
        word = fold(mention.owner.of(self.text)).removesuffix("'s")
        if word == "its" and (named := things_before(mention.owner.start, self.cast, self.layout)):
            return self.known.member(named[0]) if len(named) == 1 else None
        if word in PERSON_PRONOUNS | dict.fromkeys(THING_PRONOUNS | PLURAL_PRONOUNS):
            return self.memory.antecedent(word, mention.owner.start).identity
        if word in ("our", "my"):
            return self._whose_own(mention)
        member = self.cast.at(mention.owner.start, mention.owner.end)
        if member is not None:  # "State television said": the first word of a sentence alone is hardly a name
            return None if member.doubtful and member.kind is None else self.known.member(member)
        inner = read_mention(self.text, mention.owner)
        if inner.name is not None:
            known = self.cast.called(inner.name)
            if known is None and len(inner.name.words) == 1 and not inner.name.sure:
                return None  # a word that only opens its sentence
            return self.known.member(known) if known else self.known.named(inner.name)
        if inner.head in ORGANISATION_NOUNS:
            found = self.memory.organisation(inner)
            return found.identity or self.known.describe(inner, "organisation")
        return None

    def _whose_own(self, mention: Mention) -> Identity | None:
        """Return whose “our report” is: the writer's of the text, outside anybody's quoted words."""
        if mention.owner is None or not mention.is_document() or self.holders.is_spoken(mention.owner.start):
            return None
        writer = choose_writer(replace(mention, head="we"), self.document, self.known)
        return writer.identity if writer is not None else None

    # descriptions

    def _document(self, attribution: Attribution, mention: Mention) -> Reading:
        writing = self.writings.at(mention.span.start, mention.span.end)
        called = self.cast.at(mention.span.start, mention.span.end) if writing is None else None
        if called is not None and called.words[-1] == mention.head:  # "the Karsat Briefing said"
            identity = self.known.member(called)
            why = f"The source is named: “{identity.name}”."
            return self._found(attribution, mention, identity, "stated", "name", why)
        if writing is None:
            owner = self._owner(mention)
            identity = self.known.describe(mention, "document")
            identity.issuer = identity.issuer or owner
            return self._found(attribution, mention, identity, "stated", "document", "The source is a document.")
        identity = self.known.writing(writing)
        if identity.issuer is None:
            identity.issuer = self._owner(mention) or implicit_issuer(
                self.text, writing, mention, self.sources, self.layout
            )
            name_after_issuer(identity)
        again = writing.start < mention.span.start
        by = f", issued by “{identity.issuer.name}”" if identity.issuer is not None else ""
        why = f"The source is {'the ' + writing.noun + ' spoken of before' if again else 'a ' + writing.noun}{by}."
        place = Span(writing.start, writing.end) if again else None
        return self._found(attribution, mention, identity, "coreference" if again else "stated", "document", why, place)

    def _definite(self, attribution: Attribution, mention: Mention) -> Reading:
        owner = self._owner(mention)
        if owner is not None and mention.head in INSTITUTIONS and owner.is_person and owner.is_told:
            identity = self.known.describe(without_owner(self.text, mention), "organisation")
            why = f"“{mention.span.of(self.text)}” is an institution: no one person has it."
            return self._found(attribution, mention, identity, "stated", "institution", why)
        named = owner is not None and not (owner.is_person and owner.is_told)
        if owner is not None and named and says_what_it_is(self.text, mention):
            owner.kind = "organisation" if owner.kind == "person" else owner.kind
            return self._found(attribution, mention, owner, "stated", "name", f"The source is named: “{owner.name}”.")
        if owner is not None and mention.head in _POSSESSED:
            name = f"{owner.name} {mention.head}"
            identity = self.known.described(
                f"of {owner.key} {mention.head}", "organisation", name, mention, proper=fold(name)
            )
            identity.issuer = owner
            return self._found(
                attribution, mention, identity, "stated", "possessed", f"The source is named after “{owner.name}”."
            )
        if mention.head in ORGANISATION_NOUNS and mention.owner is None:
            choice = self.memory.organisation(mention)
            if choice.identity is not None:
                return self._found(
                    attribution, mention, choice.identity, "coreference", "organisation noun", choice.why, choice.place
                )
        if mention.owner is None or (not self.sources and not mention.names):  # a lead's "his lawyer" is named soon
            choice = self.memory.bearer(mention)
            if choice.identity is not None:
                return self._found(
                    attribution, mention, choice.identity, "coreference", "role noun", choice.why, choice.place
                )
        called = mention.span.of(self.text).partition(" ")[2]
        if mention.owner is None and (own := self._own(attribution, mention, fold(called))) is not None:
            return own
        placed = (mention.head in _PLACED and " " in called) or fold(called) == "general staff"
        if (mention.head in INSTITUTIONS or placed) and mention.owner is None:
            identity = self.known.describe(mention, "organisation")  # "the coast guard": there is one in its place
            why = f"“{mention.span.of(self.text)}” is an institution that the text does not name further."
            return self._found(attribution, mention, identity, "stated", "institution", why)
        if mention.head == "office" and owner is None and mention.owner is not None:
            why = f"“{mention.span.of(self.text)}” is an office: there is one in its place."
            return self._found(
                attribution, mention, self.known.describe(mention, "organisation"), "stated", "office", why
            )
        known = self.known.by_head.get(mention.head) or person_just_before(mention, self.sources, self.layout)
        if known is not None and mention.owner is None and self._may_take_up(mention, known):
            why = f"“{mention.span.of(self.text)}” takes up “{known.name}”."
            return self._found(attribution, mention, known, "coreference", "same noun", why)
        return self._unnamed(attribution, mention, owner)

    def _may_take_up(self, mention: Mention, known: Identity) -> bool:
        """Whether no word before the noun tells another one: “the appeals court” is not “a lower court”."""
        words = fold(mention.span.of(self.text)).split()
        before = words[1 : words.index(mention.head)] if mention.head in words else []
        return set(before) <= set(fold(known.name).split())

    def _unnamed(self, attribution: Attribution, mention: Mention, owner: Identity | None = None) -> Reading:
        named = choose_in_headline(mention, self.cast, self.roles, self.layout, self.known)
        if named.identity is not None:
            return self._found(attribution, mention, named.identity, "coreference", "headline", named.why, named.place)
        owner = owner or self._owner(mention)
        identity = self.known.describe(
            mention, kind_of_crowd(mention), heading=self.layout.in_heading(mention.span.start)
        )
        identity.issuer = identity.issuer or owner
        words = mention.span.of(self.text)
        return self._found(attribution, mention, identity, "stated", "unnamed", f"“{words}” gives no name.")

    # pronouns

    def _pronoun(self, attribution: Attribution, mention: Mention) -> Reading:
        word = mention.head
        if word in SPEAKER_PRONOUNS:
            return self._first_person(attribution, mention)
        if word in RELATIVE_PRONOUNS:
            choice = choose_relative(mention, self.cast, self.known, self.memory.subject)
        else:
            others = (*self._speaking(attribution, mention.span), *self._spoken_of(attribution, word))
            choice = self._by_occasion(word, mention.span) or self.memory.antecedent(word, mention.span.start, others)
        if choice.identity is None:
            return self._nobody(attribution, mention.span, choice.why, "pronoun")
        if word in PERSON_PRONOUNS and choice.identity.gender is None:
            choice.identity.gender = PERSON_PRONOUNS[word]  # type: ignore[assignment]
        return self._found(attribution, mention, choice.identity, "coreference", "pronoun", choice.why, choice.place)

    def _by_occasion(self, word: str, span: Span) -> Choice | None:
        if word not in PERSON_PRONOUNS:
            return None
        return choose_by_occasion(self.text, span, PERSON_PRONOUNS[word], self.layout, self.sources)  # type: ignore[arg-type]

    def _speaking(self, attribution: Attribution, span: Span) -> tuple[Identity, ...]:
        """Return in whose own words the span stands: there “he” is somebody else."""
        reading = self.read_already.get(self.holders.verbatim(attribution, span) or "")
        return (reading.identity,) if reading is not None and reading.identity is not None else ()

    def _spoken_of(self, attribution: Attribution, word: str) -> tuple[Identity, ...]:
        """Return whom the words of a quotation name: somebody else says them (“Okoro knew,” he said).

        In reported words before a cue the first name may be the speaker's own (Okoro would leave, he said), unless
        another spoke just before; a later one is not. Bodies speak of themselves by name (“the Bank sees no need,” it
        said).
        """
        if word not in PERSON_PRONOUNS or not attribution.source:
            return ()
        held = attribution.content
        if attribution.kind != "direct" and not held[-1].end <= attribution.source[0].start:
            return ()
        first = 0 if attribution.kind == "direct" or self._another_spoke(attribution, word) else SUBJECT_REACH
        named = [member for span in held for _, _, member in self.cast.before(span.end, span.start + first)]
        return tuple(self.known.member(member) for member in named)

    def _another_spoke(self, attribution: Attribution, word: str) -> bool:
        """Whether somebody else whom “he” fits was the source of the sentence before: “Okoro may go, he said”."""
        start = attribution.content[0].start
        before = [a for a in self.sources[-3:] if a.start < start]
        if not before or self.layout.sentence(start) - self.layout.sentence(before[-1].start) > 1:
            return False
        last = before[-1].identity
        named = (self.known.member(m) for s in attribution.content for _, _, m in self.cast.before(s.end, s.start))
        fits = last.is_person and last.gender in (PERSON_PRONOUNS[word], None)
        return fits and all(one is not last for one in named)

    def _first_person(self, attribution: Attribution, mention: Mention) -> Reading:
        holder = self.holders.around(attribution, mention.span)
        if holder is not None and mention.head in SINGLE:
            around = self.read_already.get(holder)
            if around is not None and around.identity is not None:
                why = f"“{mention.span.of(self.text)}” stands in the words of “{around.identity.name}”."
                return self._found(attribution, mention, around.identity, "coreference", "first person", why)
            return self._nobody(attribution, mention.span, "It is not known whose words “I” stands in.", "first person")
        writer = choose_writer(mention, self.document, self.known, attribution.cue) if holder is None else None
        if writer is None:
            return self._nobody(
                attribution, mention.span, f"“{mention.head}” does not tell who is meant.", "first person"
            )
        return self._found(attribution, mention, writer.identity, writer.basis, "author", writer.why)

    # results

    def _place(self, span: Span) -> Place:
        return Place(self.document.id, span.start, span.end)

    def _found(
        self,
        attribution: Attribution,
        mention: Mention,
        identity: Identity,
        basis: LinkBasis,
        rule: str,
        why: str,
        other: Span | None = None,
    ) -> Reading:
        places = [self._place(span) for span in attribution.source or (mention.span,)]
        if other is not None:
            places.append(self._place(other))
        words = mention.span.of(self.text).strip(" \t\n,;:.")
        if mention.form not in ("pronoun", "name") and words:
            identity.names.setdefault(words, mention.span.start)
        return Reading(attribution.id, identity, basis, Evidence(rule, why, None, tuple(places)))

    def _nobody(self, attribution: Attribution, span: Span, why: str, rule: str) -> Reading:
        spans = attribution.source or attribution.cue
        return Reading(attribution.id, None, "stated", Evidence(rule, why, None, tuple(self._place(s) for s in spans)))
