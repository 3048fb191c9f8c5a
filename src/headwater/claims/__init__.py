"""Which statements say the same thing, within and across documents.

Statements (``statements``) are made comparable (``forms``), pairs that share rare words are found (``blocking``) and
scored (``similarity``); numbers, dates, names, negations and opposites forbid a merge (``vetoes``) and make competing
claims instead. Clusters grow from the surest pair on, and two clusters join only if the statements that stand for
them agree and nothing forbids any of their members: so a chain of small differences cannot drift into another claim.
Known limits: paraphrases that share no rare word are missed; English only, other languages group by equal words.
"""

import re
from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence, Set
from dataclasses import dataclass
from datetime import date

from headwater.claims.blocking import candidates
from headwater.claims.contexts import TAKEN, Names, names_in, share_context, share_name
from headwater.claims.counts import count_one_thing, figured
from headwater.claims.denials import denials, leaves_room, short_denials
from headwater.claims.folding import fold
from headwater.claims.forms import Form, sense
from headwater.claims.similarity import HELD, compare, holds, weigh
from headwater.claims.statements import Said, statements_of
from headwater.claims.tables import COMMON, COURTESY
from headwater.claims.vetoes import Veto, leaves_open, names, roles, veto
from headwater.claims.wholeness import wholeness
from headwater.ids import identify
from headwater.records import Analysis, Evidence, Group, Place, Reuse, Story
from headwater.resolve import Resolved
from headwater.words import fold as fold_word

SAME = 0.75  # score from which two statements are one claim; 89 in 100 unvetoed paraphrase pairs above it are judged so
PAIR = 2  # statements of two clusters that stand for themselves
STANDS = 0.6  # score that the statements which stand for two clusters must reach
COUNTED = 0.5  # in place of a score: other words, but one figure for one thing in reports of one event
ONE_EVENT = 3  # days between reports that can be of one event
SAME_TIME = 7  # days within which what is denied was said, where no story holds both
RIVAL = 0.5  # score from which two statements alike but for a veto compete; the conflict itself has lowered it
ALIKE = 0.45  # share of the heavier statement's word weight that both must have, before anything is scored
DENIED = 0.6  # share of the weight of the words that tell something which a statement and its denial must share
CONTAINED = 0.85
FEWEST = 3  # content words that two statements in different words must share
CONTEXTS = 50  # contexts in which the same words without a name are kept apart; more are furniture
CHECKED = 12  # members of each cluster that are checked for vetoes; the forms of a cluster differ little
INVISIBLE = " \t\n\u00a0\u200b\u200d\u2060\ufeff"
_TRAILING = re.compile(r",([\s”’\"']*)$")
WHOLE = ("whole", "leaning", "fragment", "nothing")  # what is rather shown
FRAMES = frozenset(
    map(sense, ("evidence", "indication", "proof", "sign", "reason", "doubt"))
)  # of what, tells the rest
TWICE = 2
NEAR = 6  # words behind "is" in which it is told what somebody is
READERS = frozenset(("please", "you", "your", "we", "our", "us", "newsletter", "inbox", "caption"))
WRITERS = frozenset(
    ("columnist", "editor", "editor-at-large", "contributor", "correspondent", "reporter", "fellow", "newsroom")
)
POINTING = frozenset(("i", "we", "he", "she", "they", "my", "our", "his", "her", "their"))
OF_TWO_THINGS = frozenset({"figure", "date"})  # of which one text gives two: of 17 such pairs in news none was a rival
RIVALS = frozenset({"figure", "date", "negation", "opposite"})


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
    forms, members, contexts = _distinct(said, names, shared)
    voices = _voices(members, analyses, resolved, stories)

    def may_be_one(i: int, j: int) -> bool:
        if not (_acts_alike(members[i], members[j]) and _acts_alike(members[j], members[i])):
            return False
        if not (_points(forms[i]) and _points(forms[j])) or voices.one_speaker(i, j):
            return _may_be_one(forms[i], forms[j])
        tied = any(shared.tie(item, members[j]) for item in members[i][:TAKEN])
        return (tied or holds(forms[i], forms[j])) and _may_be_one(forms[i], forms[j])

    clusters, rivals, reasons = _cluster(forms, contexts, voices, may_be_one)
    kept: dict[int, list[Said]] = {}
    for root, inside in clusters.items():
        items = [item for i in inside for item in members[i]]
        documents = {item.statement.document for item in items}
        if len(documents) > 1 or any(_stands_alone(item, copied) for item in items):
            kept[root] = [] if _is_standing(items, publishers) else items
    kept = {root: items for root, items in kept.items() if items}
    texts = {root: _shown(items) for root, items in kept.items()}
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

    def tie(self, item: Said, others: Sequence[Said]) -> bool:
        """Return whether a shared passage ties a statement to one of the others."""
        if item.statement.id not in self.statements:
            return False
        here = item.statement.document
        return any(
            (here, o.statement.document) in self.documents for o in others[:TAKEN] if o.statement.id in self.statements
        )


def _distinct(
    said: Sequence[Said], names: Mapping[str, Names], shared: _Shared
) -> tuple[list[Form], list[list[Said]], list[list[Names]]]:
    """Return the forms that differ in words, polarity or context; who says each; the names in their documents."""
    where: dict[tuple[tuple[str, ...], bool], list[Said]] = defaultdict(list)
    for item in said:
        where[item.form.words, item.form.negated].append(item)
    forms: list[Form] = []
    members: list[list[Said]] = []
    contexts: list[list[Names]] = []
    for key in sorted(where):
        first = len(forms)
        for item in where[key]:
            own = names[item.statement.document]
            seen = range(first, min(len(forms), first + CONTEXTS))
            at = next(
                (
                    i
                    for i in seen
                    if item.form.names or share_context(contexts[i], [own]) or shared.tie(item, members[i])
                ),
                None,
            )
            if at is None:
                at = len(forms)
                forms.append(item.form)
                members.append([])
                contexts.append([])
            members[at].append(item)
            if own not in contexts[at][:TAKEN]:
                contexts[at].append(own)
    return forms, members, contexts


@dataclass(frozen=True, slots=True)
class _Voices:
    """By whom (names) and on which days (ordinals) each form is said; nobody and none where that is not known."""

    speakers: Sequence[Set[str]]
    days: Sequence[Set[int]]
    texts: Sequence[Set[str]]
    own: Sequence[bool]  # in the publisher's own voice only
    stories: Sequence[Set[str]]  # of the documents that say it

    def one_teller(self, i: int, j: int, kind: str) -> bool:
        """Return whether one publisher says both in its own voice, or one text gives both to one voice or to voices
        that nobody can tell apart ("some voters", "others"): it means two things by them, or tells what is new."""
        if self.own[i] and self.own[j] and self.speakers[i] == self.speakers[j] != frozenset():
            return True
        if len(self.texts[i] | self.texts[j]) > 1:
            return False
        if self.own[i] or self.own[j] or kind in OF_TWO_THINGS:
            return kind in OF_TWO_THINGS or (self.own[i] and self.own[j])
        return not (self.speakers[i] and self.speakers[j]) or bool(self.speakers[i] & self.speakers[j])

    def one_story(self, i: int, j: int) -> bool:
        """Return whether both stand in one text, or in texts of one story."""
        return bool(self.texts[i] & self.texts[j] or self.stories[i] & self.stories[j])

    def far_apart(self, i: int, j: int) -> bool:
        """Return whether the days of both are known and lie weeks apart, and no story holds both."""
        known = self.days[i] and self.days[j]
        return bool(known) and not self.one_story(i, j) and not self._within(i, j, SAME_TIME)

    def one_event(self, i: int, j: int) -> bool:
        """Return whether two forms stand in reports of the same days."""
        return self._within(i, j, ONE_EVENT)

    def _within(self, i: int, j: int, days: int) -> bool:
        return any(abs(a - b) <= days for a in self.days[i] for b in self.days[j])

    def one_speaker(self, i: int, j: int) -> bool:
        """Return whether somebody says both."""
        return bool(self.speakers[i] & self.speakers[j])


def _voices(
    members: Sequence[Sequence[Said]], analyses: Sequence[Analysis], resolved: Resolved, stories: Sequence[Story]
) -> _Voices:
    named = {s.id: _plain(s.name) for s in resolved.speakers if s.kind in ("person", "organisation", "publisher")}
    sources = {r.attribution: named[r.speaker] for r in resolved.resolutions if r.speaker in named}
    own = {a.document.id: _plain(a.document.publisher or "") or None for a in analyses}  # what it publishes it says
    days = {a.document.id: _day(a.document.published) for a in analyses}
    story = {document: story.id for story in stories for document in story.documents}

    def speaker(said: Said) -> str | None:
        statement = said.statement
        return own[statement.document] if statement.attribution is None else sources.get(statement.attribution)

    return _Voices(
        [{who for m in said if (who := speaker(m)) is not None} for said in members],
        [{day for m in said if (day := days[m.statement.document]) is not None} for said in members],
        [{m.statement.document for m in said} for said in members],
        [all(m.statement.attribution is None for m in said) for said in members],
        [{story[m.statement.document] for m in said if m.statement.document in story} for said in members],
    )


def _day(published: str | None) -> int | None:
    try:
        return date.fromisoformat((published or "")[:10]).toordinal()
    except ValueError:
        return None


def _plain(name: str) -> str:
    return fold_word(name).removeprefix("the ")


def _cluster(
    forms: Sequence[Form],
    contexts: Sequence[Sequence[Names]],
    voices: _Voices,
    may_be_one: Callable[[int, int], bool],
) -> tuple[dict[int, list[int]], dict[int, dict[int, Veto]], dict[int, float]]:
    """Return clusters by their root, rival clusters with the veto, and the least score inside a cluster."""
    scored: list[tuple[float, int, int]] = []
    forbidden: list[tuple[int, int, Veto]] = []

    for i, j in candidates(forms):
        if not _alike(forms[i], forms[j]):
            continue
        if not share_name(forms[i], forms[j]) and not _related(contexts, voices, i, j):
            continue
        score = _score(forms[i], forms[j])
        if score < RIVAL:
            continue
        reason = veto(forms[i], forms[j])
        if reason is None and score >= SAME and may_be_one(i, j):
            scored.append((score, i, j))
        elif (
            reason is not None
            and reason.kind in RIVALS
            and not reason.open
            and not voices.one_teller(i, j, reason.kind)
            and not voices.far_apart(i, j)
            and _compete(forms[i], forms[j], reason.kind)
        ):
            forbidden.append((i, j, reason))
    for i, j in figured(forms):
        near = voices.one_event(i, j) and share_context(contexts[i], contexts[j])
        if near and _count_alike(forms, voices, i, j) and veto(forms[i], forms[j]) is None:
            scored.append((COUNTED, i, j))
    for i, j, reason in (*denials(forms), *short_denials(forms)):
        if _related(contexts, voices, i, j) and not voices.one_teller(i, j, reason.kind) and not voices.far_apart(i, j):
            forbidden.append((i, j, reason))
    parent = list(range(len(forms)))
    inside = {i: [i] for i in parent}
    stands = dict(enumerate(parent))
    least: dict[int, float] = {}

    def find(i: int) -> int:
        while parent[i] != i:
            parent[i] = parent[parent[i]]
            i = parent[i]
        return i

    for score, i, j in sorted(scored, key=lambda s: (-s[0], s[1], s[2])):
        a, b = find(i), find(j)
        if a == b or not _may_join(forms, inside[a], inside[b]):
            continue
        alike = score == COUNTED and _count_alike(forms, voices, stands[a], stands[b])
        if not alike and len(inside[a]) + len(inside[b]) > PAIR and _score(forms[stands[a]], forms[stands[b]]) < STANDS:
            continue
        a, b = sorted((a, b), key=lambda r: (-len(inside[r]), r))
        parent[b] = a
        inside[a] += inside.pop(b)
        least[a] = min(score, least.get(a, 1.0), least.pop(b, 1.0))
    rivals: dict[int, dict[int, Veto]] = defaultdict(dict)
    for i, j, reason in forbidden:
        a, b = find(i), find(j)
        if a != b:
            rivals[a].setdefault(b, reason)
            rivals[b].setdefault(a, reason)
    return inside, rivals, least


def _related(contexts: Sequence[Sequence[Names]], voices: _Voices, i: int, j: int) -> bool:
    """Return whether what says both may be about one event."""
    return voices.one_story(i, j) or share_context(contexts[i], contexts[j])


def _count_alike(forms: Sequence[Form], voices: _Voices, i: int, j: int) -> bool:
    if _is_phrase(forms[i]) or _is_phrase(forms[j]):
        return False
    return voices.one_speaker(i, j) and count_one_thing(forms[i], forms[j])


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


def _may_be_one(left: Form, right: Form) -> bool:
    """Return whether two statements may be one claim: a phrase that says nothing by itself only in the same words."""
    return holds(left, right) or not any(_is_phrase(f) for f in (left, right))


def _is_phrase(made: Form) -> bool:
    return wholeness(made.text) in ("fragment", "nothing")


def _compete(left: Form, right: Form, kind: str) -> bool:
    """Return whether two statements that cannot both be one claim are about the same thing, and say it.

    A figure or a date is of something; a "not" is against whatever stands there, so that must be the same in both.
    """
    if _is_phrase(left) or _is_phrase(right) or leaves_open(left, right):
        return False
    if kind in ("negation", "opposite"):
        a, b = (sum(weigh(s) for s in f.kinds - COMMON - FRAMES) for f in (left, right))
        both = sum(weigh(s) for s in (left.kinds & right.kinds) - COMMON - FRAMES)
        if both < DENIED * max(a, b) or leaves_room(left, right):
            return False
    return names(left, right) is None and roles(left, right) is None


def _score(left: Form, right: Form) -> float:
    """Return how surely two forms say the same; one that holds the other's words in a row says it too."""
    return max(compare(left, right), CONTAINED if holds(left, right) else 0.0)


def _alike(left: Form, right: Form) -> bool:
    """Return whether two forms share enough to be scored; cheap, and a guard for very short statements."""
    if left.words == right.words:
        return True
    shared = left.kinds & right.kinds
    if len(shared) >= HELD // 2 and holds(left, right):
        return True
    if len(shared - COMMON - COURTESY) < FEWEST:
        return False
    heavier = max(sum(map(weigh, made.kinds)) for made in (left, right))
    return sum(map(weigh, shared)) >= ALIKE * heavier


def _may_join(forms: Sequence[Form], left: Sequence[int], right: Sequence[int]) -> bool:
    """Return whether nothing forbids any two members of two clusters; of a pair that is known."""
    if len(left) == len(right) == 1:
        return True
    return all(veto(forms[i], forms[j]) is None for i in left[:CHECKED] for j in right[:CHECKED])


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


def _shown(items: Sequence[Said]) -> str:
    """Return the words that stand for the claim: such as say it by themselves, the commonest, longer rather than not.

    The commonest, for the longest may give more than the other documents do. Words that are denied say the contrary of
    the claim ("denied that men had died", beside "nobody died"): only where nothing else stands for it.
    """
    count: Mapping[tuple[str, ...], int] = _count(items)
    best = min(
        items,
        key=lambda i: (
            i.denied,
            WHOLE.index(wholeness(i.form.text)),
            -count[i.form.words],
            i.heading,
            i.statement.attribution is None,
            -min(len(i.form.words), 40),
            i.form.text,
        ),
    )
    return _tidied(best.told or best.form.text)


def _tidied(text: str) -> str:
    """Return words without the comma by which a cue follows them, and without quotation marks that have no partner.

    >>> _tidied("The quay is closed,”"), _tidied("The “quay,”"), _tidied("he saw “the quay"), _tidied("\\u200d “It is")
    ('The quay is closed', 'The “quay”', 'he saw “the quay', 'It is')
    """
    text = text.strip(INVISIBLE)
    for mark in ("”", '"', "''"):
        if text.endswith(mark) and (text.count("“") < text.count("”") if mark == "”" else text.count(mark) % 2):
            text = text.removesuffix(mark)
    for mark in ("“", '"', "''"):
        if text.startswith(mark) and (text.count("”") < text.count("“") if mark == "“" else text.count(mark) % 2):
            text = text.removeprefix(mark)
    return _TRAILING.sub(r"\1", text.strip(INVISIBLE)) or text


def _count(items: Sequence[Said]) -> dict[tuple[str, ...], int]:
    count: dict[tuple[str, ...], int] = defaultdict(int)
    for item in items:
        count[item.form.words] += 1
    return count


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
