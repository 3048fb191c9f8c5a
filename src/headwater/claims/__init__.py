"""Which statements say the same thing, within and across documents.

Statements (``statements``) are made comparable (``forms``), pairs that share rare words are found (``blocking``) and
scored (``similarity``); numbers, dates, names, negations and opposites forbid a merge (``vetoes``) and make competing
claims instead. What is left joins (``clustering``), and the words that say it best stand for it (``wording``).
Known limits: paraphrases that share no rare word are missed; English only, other languages group by equal words.
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence, Set
from dataclasses import dataclass

from headwater.claims.clustering import COUNTED, cluster, is_phrase
from headwater.claims.contexts import TAKEN, Names, names_in, share_context
from headwater.claims.folding import fold
from headwater.claims.forms import Form
from headwater.claims.similarity import holds
from headwater.claims.statements import Said, statements_of
from headwater.claims.vetoes import Veto
from headwater.claims.voices import Told, find_told, find_voices
from headwater.claims.wording import choose_words
from headwater.ids import identify
from headwater.records import Analysis, Evidence, Group, Place, Reuse, Story
from headwater.resolve import Resolved

CONTEXTS = 50  # contexts in which the same words without a name are kept apart; more are furniture
ELSEWHERE = 0.8  # score from which others, in texts of no common story, say the same in other words
TWICE = 2
NEAR = 6  # words behind "is" in which it is told what somebody is
READERS = frozenset(("please", "you", "your", "we", "our", "us", "newsletter", "inbox", "caption"))
WRITERS = frozenset(
    ("columnist", "editor", "editor-at-large", "contributor", "correspondent", "reporter", "fellow", "newsroom")
)
POINTING = frozenset(("i", "we", "he", "she", "they", "my", "our", "his", "her", "their"))


def find_groups(
    analyses: Sequence[Analysis], resolved: Resolved, reuse: Sequence[Reuse], stories: Sequence[Story] = ()
) -> tuple[Group, ...]:
    """Return the claims as groups of statements, in the order of their first statement's document and place.

    An attributed statement stands alone where nobody else says the same; a sentence in the publisher's own voice
    only counts where it is copied, bears a figure or is repeated in another document. ``stories`` tell which documents
    are about one event: what one denies there may be what another says.
    """
    said = [item for analysis in sorted(analyses, key=lambda a: a.document.id) for item in statements_of(analysis)]
    names = {a.document.id: names_in(a.document.text) for a in analyses}
    publishers = {a.document.id: a.document.publisher for a in analyses}
    copied = _copied(said, reuse)
    shared = _Shared(copied, _linked(reuse))
    told = find_told(said, analyses, resolved)
    forms, members, contexts = _distinct(said, names, shared, told)
    voices = find_voices(members, told, stories)

    def may_be_one(i: int, j: int, score: float) -> bool:
        if not (_acts_alike(members[i], members[j]) and _acts_alike(members[j], members[i])):
            return False
        if holds(forms[i], forms[j]):
            return True
        if is_phrase(forms[i]) or is_phrase(forms[j]):
            return False  # it says nothing by itself
        if voices.one_source(i, j) or shared.ties(members[i], members[j]):
            return True
        if _points(forms[i]) and _points(forms[j]) and not voices.one_speaker(i, j):
            return False
        return voices.one_story(i, j) or (score >= ELSEWHERE and may_be_one_event(i, j))

    def may_be_one_event(i: int, j: int) -> bool:
        near = voices.within_days(i, j) or share_context(contexts[i], contexts[j])
        return near and not voices.far_apart(i, j)

    clusters, rivals, reasons = cluster(forms, contexts, voices, may_be_one)
    kept: dict[int, list[Said]] = {}
    for root, inside in clusters.items():
        items = [item for i in inside for item in members[i]]
        documents = {item.statement.document for item in items}
        if len(documents) > 1 or any(_stands_alone(item, copied) for item in items):
            kept[root] = [] if _is_standing(items, publishers) else items
    kept = {root: items for root, items in kept.items() if items}
    texts = {root: choose_words(items) for root, items in kept.items()}
    for part, whole in sorted(fold(kept).items()):
        kept[whole] += kept.pop(part)
        for other, reason in rivals.pop(part, {}).items():
            rivals[other].pop(part, None)
            if other != whole:
                rivals[whole].setdefault(other, reason)
                rivals[other].setdefault(whole, reason)
    ids = {root: identify("claim", *sorted(i.statement.id for i in items)) for root, items in kept.items()}
    groups = []
    for root, items in kept.items():
        ordered = sorted((i.statement for i in items), key=lambda s: (s.document, s.start, s.end, s.id))
        groups.append(
            Group(
                id=ids[root],
                text=texts[root],
                statements=tuple(ordered),
                competing=tuple(sorted(ids[other] for other in rivals.get(root, ()) if other in ids)),
                evidence=_evidence(items, reasons.get(root), [v for _, v in sorted(rivals.get(root, {}).items())]),
            )
        )
    return tuple(sorted(groups, key=lambda g: (g.statements[0].document, g.statements[0].start, g.id)))


def _is_standing(items: Sequence[Said], publishers: Mapping[str, str | None]) -> bool:
    """Return whether a publisher prints the same words under several texts, to its readers or about its writers.

    "Please consider a gift to the Post today." stands under one text as well; only where it stands twice is it known.
    """
    documents = {item.statement.document for item in items}
    if len(documents) < TWICE or len({publishers[d] for d in documents}) > 1:
        return False
    if any(i.statement.attribution is not None for i in items) or len({i.form.words for i in items}) > 1:
        return False
    made = items[0].form
    return bool(READERS & set(made.words)) or "@" in made.text or _is_biography(made.words)


def _is_biography(words: Sequence[str]) -> bool:
    """Return whether a sentence says who somebody is: "Ana Ruiz is a columnist for the Post"."""
    at = next((i for i, w in enumerate(words) if w in ("is", "was")), None)
    return at is not None and any(w in WRITERS for w in words[at + 1 : at + 1 + NEAR])


@dataclass(frozen=True, slots=True)
class _Shared:
    """Which statements lie in a passage shared with another document, and which pairs of documents share one."""

    statements: Set[str]
    documents: Set[tuple[str, str]]

    def ties(self, items: Sequence[Said], others: Sequence[Said]) -> bool:
        """Return whether a shared passage ties one of the first statements to one of the others."""
        return any(self.tie(item, others) for item in items[:TAKEN])

    def tie(self, item: Said, others: Sequence[Said]) -> bool:
        """Return whether a shared passage ties a statement to one of the others."""
        if item.statement.id not in self.statements:
            return False
        here = item.statement.document
        return any(
            (here, o.statement.document) in self.documents for o in others[:TAKEN] if o.statement.id in self.statements
        )


def _distinct(
    said: Sequence[Said], names: Mapping[str, Names], shared: _Shared, told: Mapping[str, Told]
) -> tuple[list[Form], list[list[Said]], list[list[Names]]]:
    """Return the forms that differ in words, polarity or context; who says each; the names in their documents."""
    where: dict[tuple[tuple[str, ...], bool], list[Said]] = defaultdict(list)
    for item in said:
        where[item.form.words, item.form.negated].append(item)
    forms: list[Form] = []
    members: list[list[Said]] = []
    contexts: list[list[Names]] = []
    voices: list[set[Told]] = []
    for key in sorted(where):
        first = len(forms)
        for item in where[key]:
            own, by = names[item.statement.document], told[item.statement.id]
            seen = range(first, min(len(forms), first + CONTEXTS))
            at = next(
                (
                    i
                    for i in seen
                    if item.form.names
                    or shared.tie(item, members[i])
                    or (share_context(contexts[i], [own]) and any(by.may_be_one(o) for o in voices[i]))
                ),
                None,
            )
            if at is None:
                at = len(forms)
                forms.append(item.form)
                members.append([])
                contexts.append([])
                voices.append(set())
            voices[at].add(by)
            members[at].append(item)
            if own not in contexts[at][:TAKEN]:
                contexts[at].append(own)
    return forms, members, contexts


def _acts_alike(items: Sequence[Said], others: Sequence[Said]) -> bool:
    """Return whether what hangs on a cue ("unveiled two bills") is joined only with what names the same act; what is
    promised may be told without the promise ("the levy will be lowered")."""
    return all(
        not item.acts or item.acts & (other.form.kinds | other.acts) or (item.meant and not other.acts)
        for item in items[:TAKEN]
        for other in others[:TAKEN]
    )


def _points(made: Form) -> bool:
    """Return whether a statement opens with somebody whom only the text around it tells: "she would testify"."""
    return bool(made.words) and made.words[0].partition("'")[0] in POINTING


def _copied(said: Sequence[Said], reuse: Sequence[Reuse]) -> set[str]:
    """Return the statements that lie in a passage shared with another document."""
    places: dict[str, list[Place]] = defaultdict(list)
    for item in reuse:
        places[item.left.document].append(item.left)
        places[item.right.document].append(item.right)
    spans = {document: _union(found) for document, found in places.items()}
    return {s.statement.id for s in said if _inside(spans.get(s.statement.document, ()), s)}


def _linked(reuse: Sequence[Reuse]) -> set[tuple[str, str]]:
    """Return the pairs of documents that share a passage, in both orders, and each document with itself."""
    pairs = {(r.left.document, r.right.document) for r in reuse}
    return pairs | {(b, a) for a, b in pairs} | {(d, d) for pair in pairs for d in pair}


def _union(places: Sequence[Place]) -> tuple[tuple[int, int], ...]:
    merged: list[tuple[int, int]] = []
    for place in sorted(places):
        if merged and place.start <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(merged[-1][1], place.end))
        else:
            merged.append((place.start, place.end))
    return tuple(merged)


def _inside(spans: Sequence[tuple[int, int]], item: Said) -> bool:
    start, end = item.statement.start, item.statement.end
    return any(2 * (min(e, end) - max(s, start)) > end - start for s, e in spans)


def _stands_alone(item: Said, copied: set[str]) -> bool:
    return item.statement.attribution is not None or (
        not item.heading and (item.figures > 0 or item.statement.id in copied)
    )


def _evidence(items: Sequence[Said], least: float | None, rivals: Sequence[Veto]) -> tuple[Evidence, ...]:
    found = []
    if len(items) > 1:
        places = tuple(Place(i.statement.document, i.statement.start, i.statement.end) for i in items)
        why = "They say the same in the same words." if least is None else "They say the same in nearly the same words."
        if least == COUNTED:
            why = "They say the same in nearly the same words, or give one figure for one thing in other words."
        found.append(Evidence("claims.same", why, least, tuple(sorted(places))))
    found += [Evidence("claims.competing", rival.why) for rival in rivals[:5]]
    return tuple(found)
