"""The identities of one document: each member of its cast, each writing and each description is made once."""

import re
from collections import defaultdict

from headwater.publishers import AGENCIES, BODIES, LEGAL_FORMS, OUTLETS, PUBLISHER_HEADS, is_body
from headwater.records import Document, Evidence, Place, SpeakerKind
from headwater.resolve.cast import Cast, Member
from headwater.resolve.identity import Identity
from headwater.resolve.mentions import Mention
from headwater.resolve.names import Name
from headwater.resolve.tables import CAPITALS, FEMALE_ROLES, MALE_ROLES, SCRIPTURES
from headwater.resolve.writings import Writing
from headwater.words import fold

_HIS = re.compile(  # "the Almeric administration" makes no body of Almeric
    r"[ -](?:administration|cabinet|camp|campaign|coalition|era|family|government|presidency|regime|team|years?)\b"
)
_COMMA = re.compile(r",(?!\d)")  # "a study of 12,000 adults, published on Monday"


class Registry:
    """Makes identities and keeps them by what they are made from; ``outlets`` are the case's publishers, folded."""

    def __init__(self, document: Document, outlets: frozenset[str]) -> None:
        self.text = document.text
        self.document = document.id
        self.publisher = document.publisher
        self.outlets = outlets
        self.identities: dict[str, Identity] = {}
        self.by_head: dict[str, Identity] = {}
        self._others: dict[str, int] = defaultdict(int)

    def member(self, member: Member) -> Identity:
        key = f"member {member.order}"
        if key not in self.identities:
            own = self._own_publisher(member)
            kind = "publisher" if own is not None else self._kind(member)
            name = own or AGENCIES.get(fold(member.name), member.name)
            self.identities[key] = Identity(
                key,
                kind,
                SCRIPTURES.get(fold(member.name), name) if kind == "scripture" else name,
                proper=fold(name),
                short=own is None and len(member.words) == 1 and not _stands_alone(kind, member),
                sure=member.sure,
                gender=member.gender,
                titles=frozenset(member.titles),
                roles=frozenset(member.roles),
                acronyms=tuple(sorted(f.removesuffix(".") for f in member.forms if " " not in f and f.isupper())),
                names=dict(member.forms),
                evidence=[
                    Evidence(
                        "name form",
                        why,
                        None,
                        (Place(self.document, member.forms[form], member.forms[form] + len(form)),),
                    )
                    for form, why in sorted({**member.why, **self._shortened(member, own)}.items())
                ],
            )
        return self.identities[key]

    def _own_publisher(self, member: Member) -> str | None:
        """Return the document's publisher where the member is that one's name cut short: “the Monitor found”."""
        if self.publisher is None:
            return None
        whole = tuple(fold(self.publisher).split())
        if len(member.words) == 1 and len(whole) > 2 and member.name == _initials(self.publisher):
            return self.publisher
        tail = len(member.words) < len(whole) and whole[-len(member.words) :] == member.words
        if whole[-1] in LEGAL_FORMS and len(member.words) < len(whole) and whole[: len(member.words)] == member.words:
            return self.publisher  # "Norvana", in what Norvana Pharma AG publishes
        known = member.words[-1] in PUBLISHER_HEADS | OUTLETS | BODIES
        start = min(member.forms.values())
        return self.publisher if tail and known and self.text[max(0, start - 4) : start].lower() == "the " else None

    def own_body(self, words: str) -> Identity | None:
        """Return the document's publisher where it is a body with the words in its name: “the Ministry regrets”.

        ``words`` are folded.
        """
        if self.publisher is None or not is_body(self.publisher) or f" {words} " not in f" {fold(self.publisher)} ":
            return None
        name, key = self.publisher, f"publisher {fold(self.publisher)}"
        return self.identities.setdefault(key, Identity(key, "publisher", name, proper=fold(name), sure=True))

    def _shortened(self, member: Member, own: str | None) -> dict[str, str]:
        part = "its initials" if own is not None and member.name == _initials(own) else "a part of its name"
        why = f"“{own}”, which published the text, is named here by {part}."
        return {member.name: why} if own is not None else {}

    def _kind(self, member: Member) -> SpeakerKind:
        known_person = member.kind == "person" and (member.gender is not None or member.titles)
        if not known_person and any(fold(form) in self.outlets for form in member.forms):
            return "publisher"
        if member.kind is not None:
            return member.kind
        if fold(member.name) in CAPITALS:
            return "organisation"  # "Ankara said": those who rule there
        articled = any(
            self.text[max(0, start - 4) : start].lower() == "the " and not _HIS.match(self.text, end)
            for start, end in member.mentions
        )
        return "organisation" if articled else "person"

    def named(self, name: Name) -> Identity:
        form = name.span.of(self.text)
        key = f"name {name.key}"
        if key not in self.identities:
            kind: SpeakerKind = "publisher" if fold(form) in self.outlets else name.kind or "person"
            self.identities[key] = Identity(
                key,
                kind,
                AGENCIES.get(fold(form), form),
                proper=fold(AGENCIES.get(fold(form), form)),
                short=len(name.words) == 1 and kind in ("person", "unnamed"),
                sure=name.sure,
                gender=name.gender,
                names={form: name.span.start},
            )
        return self.identities[key]

    def writing(self, writing: Writing) -> Identity:
        key = f"writing {writing.number}"
        if key not in self.identities:
            identity = Identity(
                key, "document", writing.noun, sure=True, head=writing.noun, names={writing.noun: writing.start}
            )
            if writing.issuer is not None:
                identity.issuer = self.member(writing.issuer)
            if identity.issuer is not None and identity.issuer.kind == "scripture":
                return identity.issuer
            name_after_issuer(identity)
            self.identities[key] = identity
        return self.identities[key]

    def described(
        self,
        key: str,
        kind: SpeakerKind,
        name: str,
        mention: Mention,
        *,
        proper: str | None = None,
        plural: bool = False,
    ) -> Identity:
        if key not in self.identities:
            gender = "female" if mention.head in FEMALE_ROLES else "male" if mention.head in MALE_ROLES else None
            self.identities[key] = Identity(
                key,
                kind,
                name,
                proper=proper,
                plural=plural,
                head=mention.head,
                gender=gender,  # type: ignore[arg-type]
            )
        return self.identities[key]

    def joint(self, mention: Mention, cast: Cast) -> Identity:
        """Return those whom a source names together: “Ruiz and Okoro”."""
        members = ((name, cast.at(name.span.start, name.span.end) or cast.called(name)) for name in mention.names)
        names = {self.member(member).name if member else name.span.of(self.text) for name, member in members}
        together = " and ".join(sorted(names))
        key = f"joint {fold(together)}"
        return self.described(key, "group", together, mention, proper=fold(together), plural=True)

    def describe(self, mention: Mention, kind: SpeakerKind, *, heading: bool = False) -> Identity:
        """Return whom a description without a name means: “another official” is another one each time."""
        words = _COMMA.split(mention.span.of(self.text))[0].strip(" \t\n,;:.")
        if kind == "organisation":
            words = re.sub(r"^[Tt]he\s+", "", words)
        key = fold(" ".join(words.split()))
        if key.startswith(("another ", "a second ", "a third ", "other ")):
            self._others[key] += 1
            key = f"{key} {self._others[key]}"
        plural = mention.form == "crowd"
        identity = self.described(f"described {key}", kind, words or "unnamed source", mention, plural=plural)
        if mention.head and not plural and not heading and mention.owner is None:
            self.by_head[mention.head] = identity
        return identity


def _initials(name: str) -> str:
    return "".join(word[0] for word in name.split() if word[0].isupper() and word != "The")


def name_after_issuer(identity: Identity) -> None:
    """Call a document after who issued it, where that is known."""
    if identity.issuer is not None:
        identity.name = f"{identity.head} ({identity.issuer.name})"


def _stands_alone(kind: SpeakerKind, member: Member) -> bool:
    """Whether one word is enough for other documents to know the same one by it."""
    return kind in ("scripture", "publisher", "group") or (kind == "organisation" and member.sure)
