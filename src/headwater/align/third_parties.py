"""What other documents of the collection say about a pair: a better original, an older one, one that both build on."""

from collections.abc import Mapping

from headwater.align.judgements import (
    COPIED_RUN,
    UNKNOWN,
    Judgement,
    Shared,
    date_order,
    is_credited,
    longest_run,
    name_of,
    pair_of,
    rests_on,
    side_of,
)
from headwater.records import Analysis, Evidence

CREDITED_SHARE = 0.4  # of the bits shared with the publisher's best document, for its credit to mean this one as well
AS_MUCH = 0.95  # of the bits shared with one document that another must share, to be as likely the one copied


def without_other_texts(
    judged: Mapping[tuple[str, str], Judgement], by_id: Mapping[str, Analysis], shared: Shared
) -> dict[tuple[str, str], Judgement]:
    """Take back credits where the credited publisher has another document that shares far more with the text.

    A credit names a publisher, not a document: an agency's older dispatches share its phrases too.
    """
    bits: dict[tuple[str, str], float] = {}
    most: dict[tuple[str, str | None], float] = {}
    for pair, judgement in judged.items():
        if is_credited(judgement):
            earlier, later = pair if judgement.direction == "left_to_right" else pair[::-1]
            bits[pair] = sum(r.bits for r in shared[pair])
            key = later, by_id[earlier].document.publisher
            most[key] = max(most.get(key, 0.0), bits[pair])
    settled = dict(judged)
    for pair in bits:
        earlier, later = pair if judged[pair].direction == "left_to_right" else pair[::-1]
        publisher = by_id[earlier].document.publisher
        if bits[pair] < CREDITED_SHARE * most[later, publisher]:
            why = f"{name_of(by_id[later])} credits {publisher}, another document of which shares far more with it."
            settled[pair] = Judgement("unknown", why)
    return settled


def without_older(
    judged: Mapping[tuple[str, str], Judgement], by_id: Mapping[str, Analysis], shared: Shared
) -> dict[tuple[str, str], Judgement]:
    """Take back what only dates show where a document that is older still, or of the same day, shares as much with the
    later one.

    A copy shares its words with all that stands before it: the oldest that has them is where they come from, and of
    two that are equally old neither is shown to be.
    """
    bits = {pair: sum(r.bits for r in found) for pair, found in shared.items()}
    sharing: dict[str, set[str]] = {}
    for left, right in shared:
        sharing.setdefault(left, set()).add(right)
        sharing.setdefault(right, set()).add(left)
    settled = dict(judged)
    for pair, judgement in judged.items():
        if not rests_on(judgement, "dates"):
            continue
        earlier, later = pair if judgement.direction == "left_to_right" else pair[::-1]
        older = [
            third
            for third in sorted(sharing[earlier] & sharing[later])
            if date_order(by_id[third], by_id[earlier]) < 0 and bits[pair_of(third, later)] >= AS_MUCH * bits[pair]
        ]
        if older:
            why = f"Both have words of {name_of(by_id[older[0]])}, which is older."
            more = bits[pair] < AS_MUCH * min(bits[pair_of(older[0], one)] for one in pair)
            origin = Judgement("shared_origin", why, (Evidence("direction.older", why),))
            settled[pair] = origin if more else Judgement("unknown", why)
        elif rivals := [
            third
            for third in sorted(sharing[earlier] & sharing[later])
            if _is_of_one_day(by_id[third], by_id[earlier])
            and judged[pair_of(third, earlier)].direction in ("unknown", "shared_origin")
            and bits[pair_of(third, later)] >= AS_MUCH * bits[pair]
        ]:
            both = f"{name_of(by_id[earlier])} and {name_of(by_id[rivals[0]])}"
            why = f"{both} are of one day; either may have been copied."
            settled[pair] = Judgement("unknown", why)
    return settled


def _is_of_one_day(one: Analysis, other: Analysis) -> bool:
    """Say whether both are dated, and neither before the other."""
    return bool(one.document.published and other.document.published) and date_order(one, other) == 0


def through_third(
    judged: dict[tuple[str, str], Judgement], by_id: Mapping[str, Analysis], shared: Shared
) -> dict[tuple[str, str], Judgement]:
    """Judge undecided pairs by a third document that one of them credits and whose words both carry."""
    upstream: dict[str, set[str]] = {}
    for (left, right), judgement in judged.items():
        if is_credited(judgement):
            earlier, later = (left, right) if judgement.direction == "left_to_right" else (right, left)
            upstream.setdefault(later, set()).add(earlier)
    settled = dict(judged)
    for (left, right), judgement in judged.items():
        if judgement.direction != "unknown" and not rests_on(judgement, "dates"):
            continue
        via = _by_way(left, right, upstream)
        if via:
            settled[left, right] = via
            continue
        for third in sorted(upstream.get(left, set()) | upstream.get(right, set())):
            if {left, right} & ({third} | upstream.get(third, set())) or _is_later(by_id, third, left, right):
                continue
            if longest_run(shared.get((left, right), ())) < COPIED_RUN:
                continue
            if _carries(left, right, third, shared) and _carries(right, left, third, shared):
                if _is_closer(left, right, third, shared):
                    settled[left, right] = judgement if rests_on(judgement, "dates") else UNKNOWN
                else:
                    settled[left, right] = _third_judgement(by_id, left, right, third, upstream)
                break
    return settled


def _is_later(by_id: Mapping[str, Analysis], third: str, left: str, right: str) -> bool:
    """Say whether ``third`` is dated after one of the two: its words cannot be where that one has them from."""
    return any(date_order(by_id[third], by_id[one]) > 0 for one in (left, right))


def _by_way(left: str, right: str, upstream: Mapping[str, set[str]]) -> Judgement | None:
    """Judge that words came by way of a document which credits the one and is credited by the other."""
    for earlier, later, direction in ((left, right, "left_to_right"), (right, left, "right_to_left")):
        if any(earlier in upstream.get(middle, set()) for middle in upstream.get(later, set())):
            why = "One credits a third document of the collection, which credits the other."
            return Judgement("left_to_right" if direction == "left_to_right" else "right_to_left", why)
    return None


def _third_judgement(
    by_id: Mapping[str, Analysis], left: str, right: str, third: str, upstream: Mapping[str, set[str]]
) -> Judgement:
    crediting = left if third in upstream.get(left, set()) else right
    why = f"Both carry words of {name_of(by_id[third])}, which {name_of(by_id[crediting])} credits."
    return Judgement("shared_origin", why, (Evidence("direction.third", why),))


def _is_closer(left: str, right: str, third: str, shared: Shared) -> bool:
    """Say whether the two share more with each other than one shares with ``third``: then one may be from the other."""
    own, *others = (
        sum(r.bits for r in shared.get(pair_of(one, two), ()))
        for one, two in ((left, right), (left, third), (right, third))
    )
    return own > min(others)


def _carries(one: str, other: str, third: str, shared: Shared) -> bool:
    """Say whether the words that ``one`` shares with ``other`` are, for the most part, also shared with ``third``."""
    ours = [side_of(r, one) for r in shared.get(pair_of(one, other), ())]
    theirs = [side_of(r, one) for r in shared.get(pair_of(one, third), ())]
    total = sum(p.end - p.start for p in ours)
    common = sum(max(0, min(p.end, q.end) - max(p.start, q.start)) for p in ours for q in theirs)
    return total > 0 and common >= 0.5 * total
