"""The one sentence that says why a range of origins is what it is, from counted and checkable parts."""

from collections.abc import Mapping, Sequence

from headwater.origins.dependence import Join, Report

_NUMBERS = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")
MOST_NAMES = 4  # names in a list before "and N more"


def number(count: int) -> str:
    """Return a count in words up to twelve."""
    return _NUMBERS[count] if count < len(_NUMBERS) else str(count)


def listed(names: Sequence[str]) -> str:
    """Return names as a list in a sentence.

    >>> listed(["a"]), listed(["a", "b", "c"]), listed(["a", "b", "c", "d", "e", "f"])
    ('a', 'a, b and c', 'a, b, c, d and two more')
    """
    if len(names) > MOST_NAMES:
        return f"{', '.join(names[:MOST_NAMES])} and {number(len(names) - MOST_NAMES)} more"
    return " and ".join((", ".join(names[:-1]), names[-1]) if len(names) > 1 else names)


def range_words(at_least: int, at_most: int) -> str:
    """Return the range with its noun."""
    if at_least == at_most:
        return f"{number(at_least)} origin{'s' * (at_least != 1)}"
    return f"{number(at_least)} to {number(at_most)} origins"


def who(report: Report) -> str:
    """Return the publisher of a report, or what stands for it."""
    return report.shown or "a document of unknown publisher"


def reasons(reports: Sequence[Report], joins: Sequence[Join]) -> list[str]:
    """Return why reports were taken together, one clause per rule; the name at the end is said already."""
    by_rule: dict[str, list[Join]] = {}
    for join in joins:
        if join.rule not in ("name", "document"):
            by_rule.setdefault(join.rule, []).append(join)
    return [_clause(rule, reports, found) for rule, found in by_rule.items()]


def _clause(rule: str, reports: Sequence[Report], found: Sequence[Join]) -> str:
    names = sorted({who(reports[i]) for join in found for i in (join.left, join.right)})
    both, share, give = listed(names), "share", "give"
    if len(names) == 1:
        share, give = "repeats", "gives twice"
    if rule == "copied":
        later = listed(sorted({who(reports[join.right]) for join in found}))
        return f"the chain of {later} leads to another of the reports"
    if rule == "cites":
        pairs = sorted({_cited(reports, join) for join in found})
        return ", ".join(f"{citing} cites {cited}" for citing, cited in pairs[:MOST_NAMES])
    if rule in ("passage", "run"):
        least, most = min(join.words for join in found), max(join.words for join in found)
        length = f"{least} words" if least == most else f"{least} to {most} words"
        return f"{both} {share} a {rule} of {length}"
    if rule == "quotation":
        return f"{both} {give} the same quotation word for word"
    if rule == "figures":
        return f"{both} {give} the same figures in the same order"
    return f"{both} may repeat what they give elsewhere" if len(names) > 1 else f"{both} repeats itself"


def _cited(reports: Sequence[Report], join: Join) -> tuple[str, str]:
    """Return who cites and who is cited."""
    end = reports[join.left].end
    left, right = who(reports[join.left]), who(reports[join.right])
    return (left, right) if end is not None and end.key == reports[join.right].publisher else (right, left)


def weak_clause(reports: Sequence[Report], groups: Mapping[str, Sequence[int]]) -> str:
    """Return what could not be counted as independent, and why."""
    parts = []
    for kind, found in sorted(groups.items()):
        names = listed(sorted({who(reports[i]) for i in found}))
        parts.append(
            {
                "unnamed": f"the unnamed source in {names}",
                "unknown": f"what {names} gives without a known source",
                "outside": f"what {names} takes from outside the collection",
                "publisher": f"what {names} says in its own voice without a source",
                "named": f"what {names} gives in two possible readings",
            }[kind]
        )
    return listed(parts)
