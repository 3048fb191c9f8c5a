"""Clusters of statements that say the same, and the pairs that contradict one another.

Clusters grow from the surest pair on, and two join only if the statements that stand for them agree and nothing forbids
any of their members: so a chain of small differences cannot drift into another claim.
"""

from collections import defaultdict
from collections.abc import Callable, Sequence

from headwater.claims.blocking import candidates
from headwater.claims.contexts import Names, share_context, share_name
from headwater.claims.counts import count_one_thing, figured
from headwater.claims.denials import denials, leaves_room, short_denials
from headwater.claims.forms import Form, sense
from headwater.claims.similarity import HELD, compare, holds, weigh
from headwater.claims.tables import COMMON, COURTESY
from headwater.claims.vetoes import Veto, leaves_open, names, roles, veto
from headwater.claims.voices import Voices
from headwater.claims.wholeness import wholeness

SAME = 0.75  # score from which two statements are one claim; 89 in 100 unvetoed paraphrase pairs above it are judged so
PAIR = 2  # statements of two clusters that stand for themselves
STANDS = 0.6  # score that the statements which stand for two clusters must reach
COUNTED = 0.5  # in place of a score: other words, but one figure for one thing in reports of one event
RIVAL = 0.5  # score from which two statements alike but for a veto compete; the conflict itself has lowered it
ALIKE = 0.45  # share of the heavier statement's word weight that both must have, before anything is scored
DENIED = 0.6  # share of the weight of the words that tell something which a statement and its denial must share
CONTAINED = 0.85
FEWEST = 3  # content words that two statements in different words must share
CHECKED = 12  # members of each cluster that are checked for vetoes; the forms of a cluster differ little
# "no evidence", "no sign": of what, tells the rest
FRAMES = frozenset(map(sense, ("evidence", "indication", "proof", "sign", "reason", "doubt")))
RIVALS = frozenset({"figure", "date", "negation", "opposite"})


def cluster(
    forms: Sequence[Form],
    contexts: Sequence[Sequence[Names]],
    voices: Voices,
    may_be_one: Callable[[int, int, float], bool],
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
        if reason is None and score >= SAME and may_be_one(i, j, score):
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


def _related(contexts: Sequence[Sequence[Names]], voices: Voices, i: int, j: int) -> bool:
    """Return whether what says both may be about one event."""
    return voices.one_story(i, j) or share_context(contexts[i], contexts[j])


def _count_alike(forms: Sequence[Form], voices: Voices, i: int, j: int) -> bool:
    if is_phrase(forms[i]) or is_phrase(forms[j]):
        return False
    return voices.one_source(i, j) and count_one_thing(forms[i], forms[j])


def is_phrase(made: Form) -> bool:
    """Return whether a statement says nothing by itself."""
    return wholeness(made.text) in ("fragment", "nothing")


def _compete(left: Form, right: Form, kind: str) -> bool:
    """Return whether two statements that cannot both be one claim are about the same thing, and say it.

    A figure or a date is of something; a "not" is against whatever stands there, so that must be the same in both.
    """
    if is_phrase(left) or is_phrase(right) or leaves_open(left, right):
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
