"""The one sentence that says why a range of origins is what it is, from counted and checkable parts.

It names what makes several reports one origin: where their chains end, the passages that they share, who cites whom.
"""

from collections import Counter
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


def who(report: Report) -> str:
    """Return the publisher of a report, or what stands for it."""
    return report.shown or "a document of unknown publisher"


def ends(reports: Sequence[Report], origins: Sequence[Sequence[int]]) -> list[str]:
    """Return where the chains of each origin end, one clause per origin; only of reports that have a name."""
    documents = {report.statement.document for report in reports}
    clauses = []
    for inside in origins:
        named = [i for i in inside if reports[i].named]
        by_name: dict[str, list[int]] = {}
        for i in named:
            by_name.setdefault(_at(reports[i]), []).append(i)
        by_name = _fullest(by_name)
        count = len({reports[i].statement.document for i in named})
        if len(by_name) > 1:
            told = [f"{_chains(reports, found)} {name}" for name, found in sorted(by_name.items())[:MOST_NAMES]]
            clauses.append(f"{' and '.join((', '.join(told[:-1]), told[-1]))}, taken as one origin")
        elif count == len(documents):
            many = "both" if count == 2 else f"all {number(count)}"
            at = next(iter(by_name))
            clauses.append(f"the chain ends at {at}" if count == 1 else f"{many} chains end at {at}")
        else:
            clauses.append(f"{_chains(reports, named)} {next(iter(by_name))}")
    return clauses


def _at(report: Report) -> str:
    return report.end.name or "" if report.end is not None else ""


def _fullest(by_name: Mapping[str, list[int]]) -> dict[str, list[int]]:
    """Return the reports by name, a name that is a part of one other joined with that one."""
    found: dict[str, list[int]] = {}
    for name in sorted(by_name, key=lambda n: (-len(n.split()), n)):
        longer = [other for other in found if is_part(name, other)]
        found.setdefault(longer[0] if len(longer) == 1 else name, []).extend(by_name[name])
    return found


def is_part(name: str, other: str) -> bool:
    """Return whether all words of a name are words of another: “Okoro” of “Ines Okoro”."""
    return set(name.split()) <= set(other.split())


def _chains(reports: Sequence[Report], found: Sequence[int]) -> str:
    owners = sorted({who(reports[i]) for i in found})
    one = len({reports[i].statement.document for i in found}) == 1
    return f"the chain{'s' * (not one)} of {listed(owners)} end{'s' * one} at"


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
    are_apart = any(who(reports[join.left]) != who(reports[join.right]) for join in found)
    if len(names) == 1:
        share, give = "repeats", "gives twice"
    elif not are_apart:
        share, give = "each repeat", "each give twice"
    if rule == "copied":
        return ", ".join(_led(reports, found))
    if rule == "cites":
        pairs = sorted({_cited(reports, join) for join in found})
        return ", ".join(f"{citing} cites {cited}" for citing, cited in pairs[:MOST_NAMES])
    if rule == "passage" and are_apart:
        return _shared(reports, found)
    if rule in ("passage", "run"):
        least, most = min(join.words for join in found), max(join.words for join in found)
        length = f"{least} words" if least == most else f"{least} to {most} words"
        return f"{both} {share} a {rule} of {length}"
    if rule == "quotation":
        return f"{both} {give} the same quotation word for word"
    if rule == "spokesman":
        pairs = sorted({_spoken_for(reports, join) for join in found})
        return ", ".join(f"{person} speaks for {body}" for person, body in pairs[:MOST_NAMES])
    if rule == "surname":
        pairs = sorted({(_at(reports[join.right]), _at(reports[join.left])) for join in found})
        return ", ".join(f"“{short}” may be {full}" for short, full in pairs[:MOST_NAMES])
    if rule == "version":
        documents = len({reports[i].statement.document for join in found for i in (join.left, join.right)})
        return f"{both}: {number(documents)} documents are versions of one page"
    if rule == "figures":
        return f"{both} {give} the same figures in the same order"
    return f"{both} may repeat what they give elsewhere" if len(names) > 1 else f"{both} repeats itself"


def _led(reports: Sequence[Report], found: Sequence[Join]) -> list[str]:
    """Return whose chains lead to whom, a clause for each that they lead to."""
    led: dict[str, set[str]] = {}
    for join in found:
        led.setdefault(who(reports[join.left]), set()).add(who(reports[join.right]))
    told = []
    for target, later in sorted(led.items())[:MOST_NAMES]:
        others = sorted(later - {target})
        s = "s" * (len(others) < 2)
        told.append(
            f"the chain{'s' * (not s)} of {listed(others)} lead{s} to {target}"
            if others
            else f"the chain of {target} leads to another of its texts"
        )
    return told


def _spoken_for(reports: Sequence[Report], join: Join) -> tuple[str, str]:
    """Return the spokesman and his body, as two ends call them."""
    ends = [end for i in (join.left, join.right) if (end := reports[i].end) is not None]
    person = next(end for end in ends if end.body is not None and any(other.key == end.body for other in ends))
    body = next(end for end in ends if end.key == person.body)
    return person.name or "", body.name or ""


def _shared(reports: Sequence[Report], found: Sequence[Join]) -> str:
    """Return who shares how many words with whom: with the one that most others share a passage with.

    At least one join is of two names.
    """
    pairs = [(who(reports[join.left]), who(reports[join.right]), join.words) for join in found]
    pairs = [pair for pair in pairs if pair[0] != pair[1]]
    count = Counter(name for left, right, _ in pairs for name in (left, right))
    led = Counter(_upstream(reports, found))
    middle = min(count, key=lambda name: (-led[name], -count[name], name))
    spokes = [(right if left == middle else left, words) for left, right, words in pairs if middle in (left, right)]
    least, most = min(words for _, words in spokes), max(words for _, words in spokes)
    length = f"{least} words" if least == most else f"{least} to {most} words"
    others = sorted({name for name, _ in spokes})
    return f"{listed(others)} share{'s' * (len(others) == 1)} {length} with {middle}"


def _upstream(reports: Sequence[Report], found: Sequence[Join]) -> list[str]:
    """Return who the chains of the joined reports lead to, once for each join."""
    pairs = [(reports[i], reports[j]) for join in found for i, j in ((join.left, join.right), (join.right, join.left))]
    return [who(b) for a, b in pairs if a.upstream & {b.statement.id, b.statement.document, b.statement.attribution}]


def _cited(reports: Sequence[Report], join: Join) -> tuple[str, str]:
    """Return who cites and who is cited."""
    end = reports[join.left].end
    left, right = who(reports[join.left]), who(reports[join.right])
    return (left, right) if end is not None and end.key == reports[join.right].publisher else (right, left)


def weak_clause(reports: Sequence[Report], groups: Mapping[str, Sequence[int]]) -> str:
    """Return what could not be counted as independent, and why."""
    parts = []
    for kind, found in sorted(groups.items()):
        owners = sorted({(kind == "publisher" and _at(reports[i])) or who(reports[i]) for i in found})
        names, s = listed(owners), "s" * (len(owners) == 1)
        parts.append(
            {
                "unnamed": f"the unnamed source in {names}",
                "unknown": f"what {names} give{s} without a known source",
                "outside": f"what {names} take{s} from outside the collection",
                "publisher": f"what {names} say{s} in {'its' if s else 'their'} own voice without a source",
                "named": f"what {names} give{s} in two possible readings",
            }[kind]
        )
    return listed(parts)
