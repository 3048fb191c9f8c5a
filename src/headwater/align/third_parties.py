"""What other documents of the collection say about a pair: a better original, an older one, one that both build on."""

from collections.abc import Mapping

from headwater.align.judgements import (
    UNKNOWN,
    Judgement,
    Pair,
    Shared,
    date_order,
    is_credited,
    name_of,
    pair_of,
    rests_on,
    side_of,
)
from headwater.align.sharing import Sharing
from headwater.records import Analysis, Direction, Evidence

CREDITED_SHARE = 0.4  # of the bits shared with the publisher's best document, for its credit to mean this one as well
AS_MUCH = 0.95  # of the bits shared with one document that another must share, to be as likely the one copied


def without_other_texts(
    judged: Mapping[Pair, Judgement], by_id: Mapping[str, Analysis], sharing: Sharing
) -> dict[Pair, Judgement]:
    """Take back credits where the credited publisher has another document that shares far more with the text.

    A credit names a publisher, not a document: an agency's older dispatches share its phrases too.
    """
    credited = [pair for pair, judgement in judged.items() if is_credited(judgement)]
    most: dict[tuple[str, str | None], float] = {}
    for pair in credited:
        earlier, later = pair if judged[pair].direction == "left_to_right" else pair[::-1]
        key = later, by_id[earlier].document.publisher
        most[key] = max(most.get(key, 0.0), sharing.bits[pair])
    settled = dict(judged)
    for pair in credited:
        earlier, later = pair if judged[pair].direction == "left_to_right" else pair[::-1]
        publisher = by_id[earlier].document.publisher
        if sharing.bits[pair] < CREDITED_SHARE * most[later, publisher]:
            why = f"{name_of(by_id[later])} credits {publisher}, another document of which shares far more with it."
            settled[pair] = Judgement("unknown", why)
    return settled


def without_rivals(
    judged: Mapping[Pair, Judgement], by_id: Mapping[str, Analysis], sharing: Sharing
) -> dict[Pair, Judgement]:
    """Take back what only dates show where another document of the earlier one's day shares as much with the later.

    Of two that are equally old neither is shown to be where a copy has its words from.
    """
    settled = dict(judged)
    for pair, judgement in judged.items():
        if not rests_on(judgement, "dates"):
            continue
        earlier, later = pair if judgement.direction == "left_to_right" else pair[::-1]
        rivals = [
            third
            for third in sorted(sharing.partners[earlier] & sharing.partners[later])
            if _is_of_one_day(by_id[third], by_id[earlier])
            and judged.get(pair_of(third, earlier), UNKNOWN).direction in ("unknown", "shared_origin")
            and sharing.bits[pair_of(third, later)] >= AS_MUCH * sharing.bits[pair]
        ]
        if rivals:
            both = f"{name_of(by_id[earlier])} and {name_of(by_id[rivals[0]])}"
            why = f"{both} are of one day; either may have been copied."
            settled[pair] = Judgement("unknown", why)
    return settled


def _is_of_one_day(one: Analysis, other: Analysis) -> bool:
    """Say whether both are dated, and neither before the other."""
    return bool(one.document.published and other.document.published) and date_order(one, other) == 0


def through_third(
    judged: Mapping[Pair, Judgement], by_id: Mapping[str, Analysis], sharing: Sharing
) -> dict[Pair, Judgement]:
    """Judge undecided pairs by a third document that one of them credits and whose words both carry."""
    upstream: dict[str, set[str]] = {}
    for (left, right), judgement in judged.items():
        if is_credited(judgement):
            earlier, later = (left, right) if judgement.direction == "left_to_right" else (right, left)
            upstream.setdefault(later, set()).add(earlier)
    settled = dict(judged)
    shared = sharing.shared
    for left, right in shared:
        if left not in upstream and right not in upstream:
            continue
        judgement = judged.get((left, right), UNKNOWN)
        if judgement.direction != "unknown" and not rests_on(judgement, "dates"):
            continue
        via = _by_way(by_id, left, right, upstream)
        if via:
            settled[left, right] = via
        if via or (left, right) not in sharing.copied:
            continue
        order = date_order(by_id[left], by_id[right])  # the earlier one's credit does not bind who may have copied it
        crediting = [upstream.get(one, set()) for one, is_last in ((left, order >= 0), (right, order <= 0)) if is_last]
        for third in sorted(set().union(*crediting)):
            if {left, right} & ({third} | upstream.get(third, set())) or _is_later(by_id, third, left, right):
                continue
            if _carries(left, right, third, shared) and _carries(right, left, third, shared):
                if not _is_closer(left, right, third, sharing):
                    settled[left, right] = _third_judgement(by_id, left, right, third, upstream)
                break
    return settled


def through_copy(
    judged: Mapping[Pair, Judgement], by_id: Mapping[str, Analysis], sharing: Sharing
) -> dict[Pair, Judgement]:
    """Judge undecided pairs by a copy between: what is from it is from where it has the same words."""
    upstream: dict[str, set[str]] = {}
    for pair, judgement in judged.items():
        if judgement.direction in ("left_to_right", "right_to_left") and not rests_on(judgement, "version"):
            earlier, later = pair if judgement.direction == "left_to_right" else pair[::-1]
            upstream.setdefault(later, set()).add(earlier)
    settled = dict(judged)
    for pair in sharing.shared:
        if (pair[0] not in upstream and pair[1] not in upstream) or pair in judged:
            continue
        for earlier, later in (pair, pair[::-1]):
            between = [
                middle
                for middle in sorted(upstream.get(later, ()))
                if earlier in upstream.get(middle, ()) and _carries(later, earlier, middle, sharing.shared)
            ]
            if between:
                last, middle, first = (name_of(by_id[name]) for name in (later, between[0], earlier))
                why = f"{middle}, from which {last} has words, has the same words from {first}."
                direction: Direction = "left_to_right" if earlier == pair[0] else "right_to_left"
                settled[pair] = Judgement(direction, why, (Evidence("direction.copy", why),))
    return settled


def _is_later(by_id: Mapping[str, Analysis], third: str, left: str, right: str) -> bool:
    """Say whether ``third`` is dated after one of the two: its words cannot be where that one has them from."""
    return any(date_order(by_id[third], by_id[one]) > 0 for one in (left, right))


def _by_way(by_id: Mapping[str, Analysis], left: str, right: str, upstream: Mapping[str, set[str]]) -> Judgement | None:
    """Judge that words came by way of a document which credits the one and is credited by the other."""
    for earlier, later, direction in ((left, right, "left_to_right"), (right, left, "right_to_left")):
        between = sorted(middle for middle in upstream.get(later, set()) if earlier in upstream.get(middle, set()))
        if between:
            last, middle, first = (name_of(by_id[name]) for name in (later, between[0], earlier))
            why = f"{last} credits {middle}, which credits {first}."
            evidence = Evidence("direction.way", why)
            return Judgement("left_to_right" if direction == "left_to_right" else "right_to_left", why, (evidence,))
    return None


def _third_judgement(
    by_id: Mapping[str, Analysis], left: str, right: str, third: str, upstream: Mapping[str, set[str]]
) -> Judgement:
    crediting = left if third in upstream.get(left, set()) else right
    why = f"Both carry words of {name_of(by_id[third])}, which {name_of(by_id[crediting])} credits."
    return Judgement("shared_origin", why, (Evidence("direction.third", why),))


def _is_closer(left: str, right: str, third: str, sharing: Sharing) -> bool:
    """Say whether the two share more with each other than one shares with ``third``: then one may be from the other."""
    own, *others = (
        sharing.bits.get(pair_of(one, two), 0) for one, two in ((left, right), (left, third), (right, third))
    )
    return own > min(others)


def _carries(one: str, other: str, third: str, shared: Shared) -> bool:
    """Say whether the words that ``one`` shares with ``other`` are, for the most part, also shared with ``third``."""
    ours = [side_of(r, one) for r in shared.get(pair_of(one, other), ())]
    theirs = [side_of(r, one) for r in shared.get(pair_of(one, third), ())]
    total = sum(p.end - p.start for p in ours)
    common = sum(max(0, min(p.end, q.end) - max(p.start, q.start)) for p in ours for q in theirs)
    return total > 0 and common >= 0.5 * total
