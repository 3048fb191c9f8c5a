"""Which quantities a text claims: value, unit, hedge, what is counted with its predicate, window, part-whole, by whom.

Method: rules over tokens, no parser, in the manner of Almasian et al. 2023 (CQE). Numbers are read (``numerals``)
with their units (``units``) and hedges (``qualifiers``); what is no figure is left out with a reason
(``exclusions``); ranges are joined (``mentions``); the counted phrase (``counted``) and what happened to it
(``predicates``) are found; parts are linked to their wholes (``parts``). Linear in the length of the text.
Known limits: number words are English; the window must stand in the same sentence; see each module.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from headwater.figures.counted import counted
from headwater.figures.effects import effect_of
from headwater.figures.happenings import BARE_VERBS, EVENT_NOUNS
from headwater.figures.mentions import Mention, mentions
from headwater.figures.numerals import COMMA_LANGUAGES
from headwater.figures.parts import parts, points_back
from headwater.figures.predicates import Item, Predicate, predicates
from headwater.figures.roles import with_roles
from headwater.figures.subjects import amounted, costing, measured, moves
from headwater.figures.tokens import Run, runs
from headwater.figures.vocabulary import FUNCTION, is_plural
from headwater.figures.windows import Dates, find_window
from headwater.ids import identify
from headwater.records import Attribution, Document, Evidence, Figure, Place, Qualifier, Segment, Span, Time

__all__ = ["find_figures"]

RECENT = 12  # figures before a sentence that its parts may point back to
NEARBY = 500  # code points between such a figure and the sentence
BESIDE = 12  # code points between "said" and the date of the saying: "said late on Tuesday"
_OF = 3  # tokens before a number among which its "of" stands: "of the last six"
_REASON = 4  # words kept of "for trying to flee", "members of the crew"
_REST = frozenset({"more", "other", "others", "less", "fewer"})
_ARTICLES = frozenset({"the", "a", "an"})


def find_figures(
    document: Document, segments: Sequence[Segment], attributions: Sequence[Attribution], times: Sequence[Time]
) -> tuple[Figure, ...]:
    """Return the figures of ``document`` in text order; bylines, datelines, credits and boilerplate are not read.

    >>> text = "Rebels killed at least 12 villagers, including four children."
    >>> for figure in find_figures(Document("d", "a.txt", "", text), (), (), ()):
    ...     print(figure.value, figure.qualifier and figure.qualifier.kind, figure.counts, figure.subset_of is not None)
    12.0 at_least villagers killed False
    4.0 None children killed True
    """
    ordered = tuple(sorted(times, key=lambda t: (t.start, t.end)))
    dates = Dates(ordered, tuple(t.start for t in ordered))
    comma_decimal = document.language in COMMA_LANGUAGES
    found: list[Figure] = []
    tolls: dict[str, list[Figure]] = {}
    for run in runs(document.text, segments):
        recent = [f for f in found[-RECENT:] if f.unit is None and f.subset_of is None and run.start - f.end < NEARBY]
        inside = _figures(document, run, dates, recent, tolls, comma_decimal=comma_decimal)
        found.extend(inside)
        for figure in inside:
            _remember(tolls, figure)
    found.sort(key=lambda f: (f.number.start, f.number.end))
    read = tuple(_without_reporting_dates(_claimed(found, attributions), attributions, ordered))
    return tuple(with_roles(document, segments, read, ordered))


def _figures(
    document: Document,
    run: Run,
    dates: Dates,
    recent: Sequence[Figure],
    tolls: Mapping[str, Sequence[Figure]],
    *,
    comma_decimal: bool,
) -> list[Figure]:
    """Return the figures of one run; ``recent`` and ``tolls`` are those before it that a part may point back to."""
    items = [Item(m, counted(run, m)) for m in mentions(run, comma_decimal=comma_decimal, taken=dates.covers)]
    found = predicates(run, items)
    wholes = parts(run, items, found)
    alone: list[Figure] = []
    for item, predicate, whole in zip(items, found, wholes, strict=True):
        shares = predicate is None and whole is not None and item.mention.form != "fraction"
        own = found[whole] if shares and whole is not None else predicate
        alone.append(_figure(document, run, item, own, dates))
    figures: list[Figure] = []
    for figure, whole, back in zip(alone, wholes, points_back(run, items), strict=True):
        known = _meant(document.text, recent, run) if back == "" else (*recent, *figures)
        outer = _outer(figure, known, back) or _toll(figure, tolls, back)
        if whole is not None:  # a whole stands before its part, or next behind it
            outer = figures[whole] if whole < len(figures) else alone[whole]
        if outer is not None:  # a part shares the window of its whole, unless it has its own
            figure = replace(figure, subset_of=outer.id, window=figure.window or outer.window)
        figures.append(figure)
    return figures


def _meant(text: str, recent: Sequence[Figure], run: Run) -> list[Figure]:
    """Return those that "them" may mean: none before which others were named in a sentence between, "refugees".

    Nor where they come from: "from 75 countries. Among them".
    """
    start = max(0, run.start - NEARBY)
    before = text[start : run.start].rstrip(" \n\t.!?")
    sentence = 1 + max(before.rfind(mark) for mark in ".!?\n")
    others = any(is_plural(word) for word in before[sentence:].lower().split())
    meant = [figure for figure in recent if figure.end > start + sentence or not others]
    return [figure for figure in meant if not text[: figure.start].endswith((" from ", " across "))]


def _outer(figure: Figure, recent: Sequence[Figure], effect: str | None) -> Figure | None:
    """Return the nearest figure before the sentence that can hold the part and comes to the effect it names."""
    if effect is None or figure.unit is not None:
        return None
    risen = [whole for whole in recent if whole.qualifier is not None and whole.qualifier.kind == "up"]
    for whole in (*reversed(risen), *reversed(recent)):  # what a toll rose to comes before what it was
        most, least = whole.value or whole.high, figure.value or figure.low
        fits = most is None or (least is not None and least < most)
        if fits and (not effect or effect_of(_words_of(whole)) == effect):
            return whole
    return None


def _toll(figure: Figure, tolls: Mapping[str, Sequence[Figure]], effect: str | None) -> Figure | None:
    """Return the only number of dead that the text has given, whatever stands between: "nine of the dead"."""
    known = tolls.get(effect or "", ())
    least = figure.value or figure.low
    if not effect or figure.unit is not None or len(known) != 1 or least is None:
        return None
    (toll,) = known
    most = toll.value or toll.high
    return toll if most is None or least < most else None


def _remember(tolls: dict[str, list[Figure]], figure: Figure) -> None:
    """Keep the last figure of each toll that the text gives, and two at most, for then none is "the dead"."""
    effect = effect_of(_words_of(figure)) if figure.unit is None and figure.subset_of is None else ""
    if not effect:
        return
    known = tolls.setdefault(effect, [])
    same = [f for f in known if (f.value, f.low, f.high) == (figure.value, figure.low, figure.high)]
    if same:
        known[known.index(same[0])] = figure
    elif len(known) < 2:
        known.append(figure)


def _words_of(figure: Figure) -> list[str]:
    """Return the lower-case words of what the figure counts."""
    return (figure.counts or "").lower().split()


def _figure(document: Document, run: Run, item: Item, predicate: Predicate | None, dates: Dates) -> Figure:
    mention = item.mention
    hedge = mention.hedge
    beside = hedge is not None and mention.first - hedge.last <= 1 and hedge.first < mention.first
    first = hedge.first if hedge is not None and beside else mention.first
    bare = mention.unit is not None and (mention.unit.kind != "rate" or moves(run, mention))  # "a 60-mile road"
    priced = costing(run, mention) if bare and mention.unit is not None and mention.unit.kind == "money" else None
    last = max(
        priced[1] if priced is not None else mention.last if bare else item.end,
        hedge.last if hedge is not None and hedge.first == mention.last else 0,
    )
    while last > mention.last and run.low(last - 1) in {"of", "the"}:
        last -= 1  # "22 of them", "a third of the 1,100"
    start, end = run.tokens[first].start, run.tokens[last - 1].end
    number = Span(run.tokens[mention.number_first].start, run.tokens[mention.number_last - 1].end)
    qualifier = None
    if hedge is not None:
        qualifier = Qualifier(hedge.kind, Span(run.tokens[hedge.first].start, run.tokens[hedge.last - 1].end))
    counts = _counts(run, item, predicate)
    return Figure(
        id=identify("figure", document.id, number.start, number.end),
        document=document.id,
        start=start,
        end=end,
        number=number,
        value=mention.value,
        low=mention.low,
        high=mention.high,
        qualifier=qualifier,
        unit=mention.unit.name if mention.unit else None,
        counts=counts,
        window=None if _is_length(mention) else find_window(document, run, item.mention, item.end, dates),
        subset_of=None,
        attribution=None,
        evidence=_evidence(document, run, item, predicate, number, counts),
    )


def _is_length(mention: Mention) -> bool:
    """Whether it is a length of time, which no other time bounds: "25 years for what they did last year"."""
    return mention.unit is not None and mention.unit.kind == "time"


def _counts(run: Run, item: Item, predicate: Predicate | None) -> str | None:
    """Return the counted phrase and its predicate in the text's words: "people killed", "murder of priests"."""
    phrase = _words(run, item.counted.first, item.counted.last)
    if item.mention.unit is not None and item.mention.unit.kind in {"money", "rate"}:
        subject = measured(run, item.mention)
        if subject is not None and (not phrase or item.mention.unit.kind == "money" or moves(run, item.mention)):
            return _words(run, *subject)
    if item.mention.unit is not None and (item.mention.unit.kind != "rate" or moves(run, item.mention)):
        priced = None if item.mention.unit.kind != "money" else costing(run, item.mention)
        return _words(run, *priced) if priced is not None else None
    if not phrase and item.mention.form in {"digits", "words"} and item.mention.unit is None:
        said = _words(run, predicate.first, predicate.last) if predicate is not None else ""
        told = effect_of(said.lower().split()) or (predicate is not None and predicate.side == "right")
        subject = None if told else amounted(run, item.mention)
        if subject is not None:
            return _words(run, *subject)
    if predicate is None and phrase in _REST:
        return None  # "300 more" of what was told before
    if predicate is None:
        return f"{phrase}{_named_as(run, item)}{_reason(run, item.end)}".strip() or None
    said = _words(run, predicate.first, predicate.last)
    if not phrase and predicate.side == "left" and not effect_of(said.lower().split()):
        return None  # "they won't hit 7 million" counts nothing that is named
    if predicate.side == "left" and run.low(predicate.last - 1) == "of":
        return f"{said} {phrase}" if phrase else said.rpartition(" ")[0]  # "the deaths of thousands"
    if predicate.side == "left" and run.low(predicate.first) in EVENT_NOUNS and _has_of(run, predicate, item):
        return f"{said} of {phrase}".removesuffix(" of ")  # "the murder on Friday of two guards"
    bare = run.low(predicate.first) in BARE_VERBS or run.low(predicate.last - 1).endswith("ing")
    between = {run.low(at) for at in range(predicate.last, item.mention.first)}
    if predicate.side == "left" and predicate.reserve.partition(" ")[0] in between - {"not"}:
        return f"{said} {predicate.reserve} {phrase}".strip()  # "toll could exceed"
    said = f"{predicate.reserve} {said}".strip()
    if predicate.side == "left" and (bare or predicate.reserve not in ("", "not", "nearly")):
        return f"{said} {phrase}".strip()  # "dockers killing" would turn victims into killers
    end = predicate.last if predicate.first >= item.end else item.end
    return f"{phrase} {said}{_reason(run, end)}".strip()


def _has_of(run: Run, predicate: Predicate, item: Item) -> bool:
    """Whether "of" stands right before the number, though not right behind the event."""
    return "of" in {run.low(at) for at in range(max(predicate.last, item.mention.first - _OF), item.mention.first)}


def _named_as(run: Run, item: Item) -> str:
    """Return " members of the crew" of "nine of the dead were members of the crew", which are no other nine."""
    if run.low(item.mention.last) != "of" or run.low(item.end) not in {"was", "were", "is", "are"}:
        return ""
    first = last = item.end + 1
    while run.kind(last) == "word" and last - first < _REASON and run.low(last) not in FUNCTION:
        last += 1
    if run.low(last) == "of" and first < last:
        stop = last + 1 + _REASON
        last += 1
        while (
            run.kind(last) == "word" and last < stop and (run.low(last) not in FUNCTION or run.low(last) in _ARTICLES)
        ):
            last += 1
    return " " + _words(run, first, last) if first < last else ""


def _reason(run: Run, at: int) -> str:
    """Return " for trying to flee" where it stands at ``at``."""
    if run.low(at) != "for" or not run.low(at + 1).endswith("ing"):
        return ""
    last = at + 1
    while run.kind(last) == "word" and last - at < _REASON:
        last += 1
    while last > at + 2 and run.low(last - 1) in FUNCTION:
        last -= 1  # "for selling grain to"
    return " " + _words(run, at, last)


def _words(run: Run, first: int, last: int) -> str:
    """Return the tokens as text on one line."""
    pieces = []
    for at in range(first, last):
        token = run.tokens[at]
        pieces.append(token.text if token.glued or at == first else " " + token.text)
    return "".join(pieces)


def _evidence(
    document: Document, run: Run, item: Item, predicate: Predicate | None, number: Span, counts: str | None
) -> Evidence:
    places = [Place(document.id, number.start, number.end)]
    why = f"the text writes “{_words(run, item.mention.first, item.mention.last)}”"
    if counts:
        why += f" and counts “{counts}”"
    if predicate is not None:
        places.append(Place(document.id, run.tokens[predicate.first].start, run.tokens[predicate.last - 1].end))
        why += f", said by “{_words(run, predicate.first, predicate.last)}”"
    return Evidence(f"figures.{item.mention.form}", why, None, tuple(places))


def _claimed(figures: Sequence[Figure], attributions: Sequence[Attribution]) -> Iterator[Figure]:
    """Give each figure the innermost attribution whose content covers its number."""
    contents = sorted((c.start, c.end, a.id) for a in attributions for c in a.content)
    open_contents: list[tuple[int, int, str]] = []
    at = 0
    for figure in figures:
        while at < len(contents) and contents[at][0] <= figure.number.start:
            open_contents.append(contents[at])
            at += 1
        open_contents = [c for c in open_contents if c[1] >= figure.number.end]
        inner = min(open_contents, key=lambda c: (c[1] - c[0], c[2]), default=None)
        yield replace(figure, attribution=inner[2] if inner else None)


def _without_reporting_dates(
    figures: Iterable[Figure], attributions: Sequence[Attribution], times: Sequence[Time]
) -> Iterator[Figure]:
    """Drop windows that date the saying, not what is said: "the guard said on Tuesday that 52 people had died"."""
    said = {a.id: a for a in attributions}
    when = {time.id: time for time in times}
    for figure in figures:
        by, window = said.get(figure.attribution or ""), when.get(figure.window or "")
        if by is not None and window is not None and _dates_saying(by, window):
            yield replace(figure, window=None)
        else:
            yield figure


def _dates_saying(attribution: Attribution, time: Time) -> bool:
    """Whether the time stands outside what is said and dates the saying: a day, or whatever is next to "said".

    "Last year the group documented 188 detentions" dates the detentions.
    """
    if any(c.start <= time.start < c.end for c in attribution.content):
        return False
    if attribution.kind == "indirect" and len(time.value) >= len("2014-05-03") and time.value[:4].isdigit():
        return True  # "put the number of dead at 63 on Monday"
    return any(abs(s.start - time.end) < BESIDE or abs(time.start - s.end) < BESIDE for s in attribution.cue)
