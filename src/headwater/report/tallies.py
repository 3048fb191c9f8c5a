"""Figures by event: who gives which number for one thing, how far apart they are, and how they relate.

An event is what comparisons link: figures that are equal, compatible, in conflict, or a later count of one another. A
part of a count stands below it and is never added. Low and high are the least and the most that anybody gives; a
"documented minimum" is the least, where every source counts and none only says "about". No total is ever made.
"""

from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import combinations

from headwater.places import find_place
from headwater.records import Case, Claim, Comparison, Figure, FigureRelation, Origins, SpeakerKind
from headwater.report.figures import FigureLine, components, figure_line, figure_list, figure_order
from headwater.report.index import Index, index
from headwater.report.wording import CURRENCIES, count, say_amount, say_origins
from headwater.tallies.things import thing
from headwater.words import words

LINKS: tuple[FigureRelation, ...] = ("conflict", "update", "within_qualifier", "equal")  # what to look at first
TWO = 2
NAMED: frozenset[SpeakerKind] = frozenset({"person", "organisation", "publisher"})
_HARMED = {"death": "killed", "injury": "injured"}
SINGLE = 1  # "one side", given twice, is no event


@dataclass(frozen=True, slots=True)
class Voice:
    """Who gives a value, and the reports in which it is given."""

    name: str
    figures: tuple[FigureLine, ...]


@dataclass(frozen=True, slots=True)
class Row:
    """One value of an event with everybody who gives it. ``part_of`` is the value of the whole, None for a whole."""

    value: str
    counts: str | None
    part_of: str | None
    voices: tuple[Voice, ...]


@dataclass(frozen=True, slots=True)
class Relation:
    """How two values relate, with the sentence that says why; ``pairs`` counts the reports that are so related."""

    relation: FigureRelation
    left: str
    right: str
    why: str
    pairs: int


@dataclass(frozen=True, slots=True)
class FigureEvent:
    """Figures for one thing. ``low`` and ``high`` in words, ``high`` None where it is open ("at least"),
    ``low`` where all say "at most". ``minimum`` says why the low end is a documented minimum, None where it is none.
    """

    counts: str
    place: str | None
    window: str | None
    low: str | None
    high: str | None
    minimum: str | None
    sources: int
    documents: int
    origins: Origins
    rows: tuple[Row, ...]
    relations: tuple[Relation, ...]


@dataclass(frozen=True, slots=True)
class FiguresPage:
    """The events, and every figure by document."""

    events: tuple[FigureEvent, ...]
    figures: tuple[FigureLine, ...]


def figures_page(case: Case | Index) -> FiguresPage:
    """Return the figures of a case, compared by event and listed by document."""
    found = case if isinstance(case, Index) else index(case)
    return FiguresPage(figure_events(found), figure_list(found).figures)


def figure_events(found: Index) -> tuple[FigureEvent, ...]:
    """Return the events; those in conflict first, then those of most sources and documents."""
    known = [c for c in found.case.comparisons if c.left in found.figures and c.right in found.figures]
    linked = [c for c in known if c.relation in LINKS]
    group_of = components(linked)
    members: defaultdict[str, list[Figure]] = defaultdict(list)
    for key, group in group_of.items():
        members[group].append(found.figures[key])
    parts: defaultdict[str, list[Figure]] = defaultdict(list)
    for comparison in known:
        if comparison.relation == "part_of":
            whole = group_of.setdefault(comparison.right, comparison.right)
            if whole == comparison.right and not members[whole]:
                members[whole].append(found.figures[whole])
            parts[whole].append(found.figures[comparison.left])
    relations: defaultdict[str, list[Comparison]] = defaultdict(list)
    for comparison in known:
        left, right = group_of.get(comparison.left), group_of.get(comparison.right)
        for end in {left, right}:
            if end is not None and (left == right or comparison.relation in ("not_comparable", "part_of")):
                relations[end].append(comparison)
    around = _Around(found)
    events = [
        _event(found, around, figures, parts[group], relations[group])
        for group, figures in members.items()
        if any((figure.value or figure.low or 0.0) > SINGLE for figure in figures) and _is_of_something(figures)
    ]
    return tuple(sorted(events, key=_standing))


def _is_of_something(figures: Sequence[Figure]) -> bool:
    """Whether a table says more than a bare number of one document: "two of the 16", of whatever."""
    return any(figure.counts for figure in figures) or len({figure.document for figure in figures}) > 1


def _standing(event: FigureEvent) -> tuple[int, int, int, str, str]:
    first = min((LINKS.index(r.relation) for r in event.relations if r.relation in LINKS), default=len(LINKS))
    return first, -event.sources, -event.documents, event.counts, event.rows[0].voices[0].figures[0].id


def _event(
    found: Index, around: "_Around", figures: Sequence[Figure], parts: Sequence[Figure], related: Iterable[Comparison]
) -> FigureEvent:
    ordered = sorted(figures, key=lambda figure: figure_order(found, figure))
    lines = [figure_line(found, figure) for figure in ordered]
    names = {_same_name(_voice(found, line)) for line in lines}
    low, high = _ends(ordered)
    origins = _apart(found, around.origins(ordered), ordered)
    counted = Counter(line.counts for line in lines if line.counts)
    places = Counter(place for figure in ordered if (place := around.place(found, figure)))
    return FigureEvent(
        counts=_victims(ordered) or _commonest(counted) or lines[0].place.text,
        place=_commonest(places),
        window=_window(found, lines, ordered),
        low=low,
        high=high,
        minimum=_minimum(ordered, origins),
        sources=len(names),
        documents=len({figure.document for figure in ordered}),
        origins=origins,
        rows=(
            *_rows(found, ordered, _victims(ordered)),
            *_rows(found, sorted(parts, key=lambda figure: figure_order(found, figure))),
        ),
        relations=_relations(found, related),
    )


def _victims(figures: Sequence[Figure]) -> str | None:
    """Return "killed" where all count dead, but call them otherwise: "four dockers", "four people"."""
    things = [thing(figure) for figure in figures]
    effects = {counted[1] if counted is not None else "" for counted in things}
    same = len({figure.counts for figure in figures}) == 1
    return None if same or len(effects) > 1 else _HARMED.get(min(effects))


def _commonest(counted: Counter[str]) -> str | None:
    return min(counted, key=lambda word: (-counted[word], word)) if counted else None


def _window(found: Index, lines: Sequence[FigureLine], figures: Sequence[Figure]) -> str | None:
    """Return the time that most figures hold for and none another; a title must not lend one figure's time to all."""
    known = {time.value for figure in figures if (time := found.times.get(figure.window or "")) is not None}
    windows = Counter(line.window for line in lines if line.window)
    return _commonest(windows) if len(known) == 1 and 2 * windows.total() > len(lines) else None


def _voice(found: Index, line: FigureLine) -> str:
    return line.speaker or found.documents[line.place.document].publisher or line.place.label


def _ends(figures: Sequence[Figure]) -> tuple[str | None, str | None]:
    """Return the least and the most that is given; None for the most where somebody leaves it open."""
    if all(figure.qualifier is not None and figure.qualifier.kind == "at_most" for figure in figures):
        bounds = [figure.value if figure.value is not None else figure.high for figure in figures]
        most_allowed = max((bound for bound in bounds if bound is not None), default=0.0)
        return None, say_amount(most_allowed, figures[0].unit or "")
    least = min(figures, key=_least)
    unit = least.unit or ""
    above = [figure for figure in figures if _most(figure) is None]
    most = max((value for figure in figures if (value := _most(figure)) is not None), default=None)
    highest = max(_least(figure) for figure in figures)
    is_open = bool(above) and (most is None or any(_least(figure) >= most for figure in above))
    if is_open or most is None:
        return say_amount(_least(least), unit), None
    return say_amount(_least(least), unit), say_amount(max(most, highest), unit)


def _least(figure: Figure) -> float:
    if figure.value is not None:
        return figure.value
    return figure.low if figure.low is not None else 0.0


def _most(figure: Figure) -> float | None:
    kind = figure.qualifier.kind if figure.qualifier else "exact"
    if kind == "at_least":
        return None
    return figure.value if figure.value is not None else figure.high


def _apart(found: Index, origins: Origins, figures: Sequence[Figure]) -> Origins:
    """Return the origins, two at least where two voices that the texts name give different numbers.

    A voice without a name shows no second origin: "prosecutors" of two documents may be the same ones, and a number is
    easily copied wrong.
    """
    given: defaultdict[float, set[str]] = defaultdict(set)
    for figure in figures:
        voice = _named(found, figure)
        if voice is not None and figure.value is not None:
            given[figure.value].add(voice)
    differ = any(not left & right for left, right in combinations(given.values(), 2))
    if not differ or (origins.at_least or 0) >= TWO:
        return origins
    most = max(TWO, origins.at_most) if origins.at_most is not None else None
    return replace(origins, at_least=TWO, at_most=most, why=f"two voices give different numbers; {origins.why}")


def _named(found: Index, figure: Figure) -> str | None:
    """Return who gives a figure, by a name to compare; None where the text names nobody."""
    resolution = found.resolutions.get(figure.attribution or "")
    speaker = found.speakers.get(resolution.speaker or "") if resolution else None
    return _same_name(speaker.name) if speaker is not None and speaker.kind in NAMED else None


def _same_name(name: str) -> str:
    """Return a name by its words alone: "Prosecutors" and "the prosecutors" are no two."""
    return " ".join(word.folded for word in words(name) if word.folded != "the") or name


def _minimum(figures: Sequence[Figure], origins: Origins) -> str | None:
    """Return why the least value is a documented minimum: all count, none estimates or only sets an upper bound."""
    kinds = {figure.qualifier.kind if figure.qualifier else "exact" for figure in figures}
    if any(figure.value is None for figure in figures) or not kinds <= {"exact", "at_least", "up", "down"}:
        return None
    if figures[0].unit is not None:
        return None
    if kinds == {"at_least"}:
        return "the number is given as “at least”"
    if (origins.at_least or 0) >= TWO:
        return "independent sources each give a count, and none a lower one"
    least = min(_least(figure) for figure in figures)
    given = any(f.qualifier is not None and f.qualifier.kind == "at_least" for f in figures if _least(f) == least)
    return "a source gives it as “at least”" if given else None


def _rows(found: Index, figures: Sequence[Figure], counts: str | None = None) -> list[Row]:
    """Return a row for each value and what it counts, or for each value alone where ``counts`` names it for all."""
    grouped: defaultdict[tuple[str, str | None, str | None], defaultdict[str, list[FigureLine]]]
    grouped = defaultdict(lambda: defaultdict(list))
    for figure in figures:
        line = figure_line(found, figure)
        whole = found.figures.get(figure.subset_of or "")
        said = figure_line(found, whole).value if whole is not None else None
        grouped[line.value, counts or line.counts, said][_voice(found, line)].append(line)
    return [
        Row(value, counted, whole, tuple(Voice(name, tuple(lines)) for name, lines in voices.items()))
        for (value, counted, whole), voices in grouped.items()
    ]


def _relations(found: Index, related: Iterable[Comparison]) -> tuple[Relation, ...]:
    """Return each pair of values once for each way in which they relate, conflicts first."""
    pairs: Counter[tuple[FigureRelation, str, str]] = Counter()
    why: dict[tuple[FigureRelation, str, str], str] = {}
    for comparison in related:
        left, right = found.figures[comparison.left], found.figures[comparison.right]
        values = figure_line(found, left).value, figure_line(found, right).value
        key = (comparison.relation, *(values if comparison.relation in ("part_of", "update") else sorted(values)))
        pairs[key[0], key[1], key[2]] += 1
        why.setdefault((key[0], key[1], key[2]), comparison.why)
    order = [*LINKS, "part_of", "not_comparable"]
    kept = sorted(pairs, key=lambda key: (order.index(key[0]), -pairs[key], key[1:]))
    return tuple(Relation(*key, why[key], pairs[key]) for key in kept)


class _Around:
    """What stands around a figure: its sentence, and the claims whose origins stand behind it."""

    def __init__(self, found: Index) -> None:
        self._by_document: defaultdict[str, list[tuple[int, int, Claim]]] = defaultdict(list)
        for claim in found.case.claims:
            for s in claim.statements:
                self._by_document[s.document].append((s.start, s.end, claim))

        self._sentences = {
            a.document.id: sorted((s.start, s.end) for s in a.segments if s.kind == "sentence")
            for a in found.case.analyses
        }

    def place(self, found: Index, figure: Figure) -> str | None:
        """Return the place that the figure's sentence gives for it."""
        known = self._sentences[figure.document]
        at = bisect_right(known, (figure.number.start, len(found.documents[figure.document].text))) - 1
        if at < 0 or figure.number.start >= known[at][1]:
            return None
        text = found.documents[figure.document].text
        place = find_place(text, *known[at], figure.number.end)
        return " ".join(place.of(text).split()) if place is not None else None

    def origins(self, figures: Sequence[Figure]) -> Origins:
        """Return the range of independent origins behind the figures of an event.

        Named origins are counted once. Where a claim has more than it names, they are added to the upper end only.
        """
        claims = {
            claim.id: claim
            for figure in figures
            for start, end, claim in self._by_document[figure.document]
            if start <= figure.number.start and figure.number.end <= end
        }
        known = [claim.origins for claim in claims.values() if claim.origins.at_most is not None]
        if not known or len(known) < len(claims):
            open_ = len(claims) - len(known)
            why = (
                f"origins cannot be judged for {count(open_, 'claim')} of {len(claims)}"
                if claims
                else "no claim holds it"
            )
            least = max((o.at_least or 0 for o in known), default=0)
            return Origins(least or None, None, tuple(dict.fromkeys(n for o in known for n in o.names)), why)
        names = tuple(dict.fromkeys(name for origins in known for name in origins.names))
        least = max(origins.at_least or 0 for origins in known)
        unnamed = sum((origins.at_most or 0) - len(origins.names) for origins in known)
        most = max(least, len(names) + max(0, unnamed))
        return Origins(least, most, names, "; ".join(dict.fromkeys(say_origins(o) for o in known)))


def say_range(event: FigureEvent) -> str:
    """Return the least and the most that anybody gives.

    >>> say_range(FigureEvent("", None, None, "140", "312", None, 2, 2, Origins(1, 2, (), ""), (), ()))
    '140–312'
    """
    wholes = {row.value for row in event.rows if row.part_of is None}
    if len(wholes) == 1:
        return wholes.pop()
    if event.low is None:
        return f"at most {event.high}"
    if event.high is None:
        return f"{event.low} or more"
    if event.low == event.high:
        return event.low
    return f"{event.low}–{event.high.lstrip(CURRENCIES)}"
