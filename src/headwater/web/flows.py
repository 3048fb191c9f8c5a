"""Who has words from whom, as a drawing: publishers on both sides, a band for each flow, as wide as its words.

Everything in the drawing stands in the table below it.
"""

from dataclasses import dataclass

from markupsafe import Markup, escape

from headwater.report.desk.flows import Flow, PublisherPage
from headwater.report.wording import count, shorten

MOST = 28  # flows drawn
WIDE, ROW, TOP, SIDE = 860, 22, 34, 270  # in drawing units, about pixels
WIDEST = 16  # of a band
NAME = 36  # characters


def flow_drawing(page: PublisherPage) -> Markup:
    """Return the drawing; empty where no direction is known."""
    flows = page.flows[:MOST]
    if not flows:
        return Markup("")
    sides = [tuple(dict.fromkeys(names)) for names in ([f.earlier for f in flows], [f.later for f in flows])]
    rows = max(len(names) for names in sides)
    left, right = (_places(names, rows) for names in sides)
    most = max(flow.words for flow in flows)
    height = TOP + ROW * rows + 8
    drawn = []
    for flow in flows:
        y1, y2 = left[flow.earlier], right[flow.later]
        width = max(1.5, WIDEST * flow.words / most)
        said = f"{flow.later} has {count(flow.words, 'word')} from {flow.earlier}, in {count(flow.pairs, 'pair')}"
        drawn.append(
            f'<path d="M{SIDE} {y1}C{WIDE / 2} {y1} {WIDE / 2} {y2} {WIDE - SIDE} {y2}" stroke-width="{width:.1f}">'
            f"<title>{escape(said)}</title></path>"
        )
    names = [_name(name, SIDE - 8, y, "end") for name, y in left.items()]
    names += [_name(name, WIDE - SIDE + 8, y, "start") for name, y in right.items()]
    heads = _head("words of", SIDE - 8, "end") + _head("are also in", WIDE - SIDE + 8, "start")
    label = "Words that publishers have from others; the table below says the same"
    svg = (
        f'<div class="scroll" tabindex="0" role="region" aria-label="Drawing of the flows"><svg class="flows" '
        f'viewBox="0 0 {WIDE} {height}" width="{WIDE}" role="img" aria-label="{label}">'
        f"{heads}{''.join(drawn)}{''.join(names)}</svg></div>"
    )
    return Markup(svg)


@dataclass(frozen=True, slots=True)
class Matrix:
    """The publishers that others have words from, those that have words from others, and the flow of each cell."""

    rows: tuple[str, ...]
    columns: tuple[str, ...]
    cells: dict[tuple[str, str], Flow]


def matrix(page: PublisherPage) -> Matrix:
    """Return the matrix, without rows and columns in which nothing would stand."""
    cells = {(flow.earlier, flow.later): flow for flow in page.flows}
    cells = {key: flow for key, flow in cells.items() if set(key) <= set(page.matrix)}
    rows, columns = ({key[side] for key in cells} for side in (0, 1))
    return Matrix(
        tuple(name for name in page.matrix if name in rows),
        tuple(name for name in page.matrix if name in columns),
        cells,
    )


def _places(names: tuple[str, ...], rows: int) -> dict[str, int]:
    """Return the height of each name; a side with fewer is spread over the rows of the other."""
    step = ROW * rows / len(names)
    return {name: TOP + round(step * (number + 0.5)) for number, name in enumerate(names)}


def _name(name: str, x: int, y: int, anchor: str) -> str:
    return f'<text x="{x}" y="{y + 4}" text-anchor="{anchor}">{escape(shorten(name, NAME))}</text>'


def _head(words: str, x: int, anchor: str) -> str:
    return f'<text class="head" x="{x}" y="20" text-anchor="{anchor}">{words}</text>'
