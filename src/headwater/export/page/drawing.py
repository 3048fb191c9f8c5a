"""A claim's chains as a drawing: origins on the left, the documents that report the claim on the right.

Columns are the longest way to an end of a chain; within a column, nodes stand near those they lead to. Lines are
solid where the text states the link, dashed where it is inferred, double where words are shared; each is named, with
the shared words. Everything in the drawing stands in words in the list of reports below it.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from markupsafe import Markup, escape

from headwater.report.claims import ChainLine, ClaimPage, LinkLine, SharedWords
from headwater.report.wording import quote, shorten

WIDE, HIGH = 196, 42  # a node, in drawing units (about pixels)
GAP_X, GAP_Y = 168, 26
GAP_WORDS, ROOMY = 232, 2  # between columns where lines carry words, in drawings of up to so many steps
MARGIN = 8
NARROWEST = 560  # a wider drawing is not made narrower than this (the style sheet knows it); it scrolls
NAME, SECOND, LABEL = 26, 31, 21  # characters that fit a node's two lines and a line's name
AT, AT_WORDS = 0.24, 0.45  # how far from the document a line is named, of the way between columns
LEVEL = 8  # a line that rises or falls less is level
MOST = 24  # documents drawn; the rest is counted below
BRACKET, STEP, BRACKETS = 132, 14, 3  # room right of the documents for what joins them; between brackets; side by side
SAME = "the same words"
KINDS = {"said_by": "said", "reported_by": "reported", "cites": "cited by", "copied_from": "credited"}


@dataclass(slots=True)
class _Node:
    key: str
    name: str
    second: str
    shape: str  # document, speaker, open
    level: int = 0
    x: float = 0.0
    y: float = 0.0
    up: set[str] = field(default_factory=set)


@dataclass(frozen=True, slots=True)
class _Edge:
    down: str
    up: str
    kind: str
    basis: str
    words: str
    why: str


@dataclass(frozen=True, slots=True)
class Drawing:
    """The drawing and the number of reports that it leaves out."""

    svg: Markup
    left_out: int


def draw(page: ClaimPage, links: Mapping[str, str]) -> Drawing | None:
    """Return the drawing of a claim, None where no link can be drawn; ``links`` say where nodes lead, by id."""
    nodes: dict[str, _Node] = {}
    edges: dict[tuple[str, str], _Edge] = {}
    shown = page.reports[:MOST]
    for report in shown:
        here = _document(nodes, report.place.document, report.place.label)
        for chain in report.chains:
            _follow(nodes, edges, here, chain)
    if not edges and not page.shared:
        return None
    _levels(nodes, edges)
    height = _place(nodes, edges)
    levels = max((node.level for node in nodes.values()), default=0)
    gap = GAP_WORDS if levels <= ROOMY and any(edge.words for edge in edges.values()) else GAP_X
    for node in nodes.values():
        node.x = MARGIN + node.level * (WIDE + gap)
    width = MARGIN * 2 + WIDE + levels * (WIDE + gap)
    joined = _not_joined(nodes, edges, page.shared)
    body = _draw_shared(nodes, joined, width)
    width += BRACKET if joined else 0
    body += [_draw_edge(nodes, edge) for edge in edges.values()]
    body += [_draw_node(node, links) for node in nodes.values()]
    body += [_draw_label(nodes, edge) for edge in edges.values()]
    title = escape(f"Where the {len(page.reports)} reports of this claim come from")
    told = [f"{_full(nodes[edge.down])}: {edge.kind} {nodes[edge.up].name}" for edge in edges.values()]
    told += [f"{_full(nodes[pair.left])} and {_full(nodes[pair.right])}: {SAME}" for pair in joined]
    said = escape("; ".join(told))
    narrow = "" if width < NARROWEST else " wide"
    svg = (
        f'<svg class="chain{narrow}" viewBox="0 0 {width} {height:.0f}" width="{width}" role="group" '
        f'aria-label="{title}"><title>{title}</title><desc>{said}</desc>{"".join(body)}</svg>'
    )
    return Drawing(Markup(svg), len(page.reports) - len(shown))


def _document(nodes: dict[str, _Node], key: str, label: str) -> str:
    name, second = _two_lines(label)
    nodes.setdefault(key, _Node(key, name, second, "document"))
    return key


def _two_lines(label: str) -> tuple[str, str]:
    """Return who published a document, and its date or title; a publisher may have commas in its name.

    >>> _two_lines("Pilots, Bargemen & Sons, 6 May 2031"), _two_lines("Post, “Ferry sinks, 41 dead”")
    (('Pilots, Bargemen & Sons', '6 May 2031'), ('Post', '“Ferry sinks, 41 dead”'))
    """
    name, comma, second = label.partition(", “") if label.endswith("”") else label.rpartition(", ")
    return (name, comma.removeprefix(", ") + second) if comma else (label, "")


def _follow(nodes: dict[str, _Node], edges: dict[tuple[str, str], _Edge], here: str, chain: ChainLine) -> None:
    at = here
    for link in chain.links:
        upstream = _upstream(nodes, link)
        if upstream == at:
            continue
        if (upstream, at) in edges:  # a loop cannot be drawn as a stream
            return
        copied = link.kind == "copied_from" and link.basis == "reuse"
        words = next((place.text for place in link.places if place.text.strip()), "") if copied else ""
        own = link.kind == "cites" and link.basis == "reuse"  # what a source is cited with stands in its own document
        kind = "same words" if copied else "own text" if own else KINDS[link.kind]
        edges.setdefault((at, upstream), _Edge(at, upstream, kind, link.basis, words, link.why))
        at = upstream
    if chain.ends == "unknown":
        key = f"open:{at}"
        nodes.setdefault(key, _Node(key, "not known", "", "open"))
        edges.setdefault((at, key), _Edge(at, key, "", "implicit", "", chain.why))
    elif chain.ends == "unnamed" and nodes[at].shape != "document":
        nodes[at].shape = "open"


def _upstream(nodes: dict[str, _Node], link: LinkLine) -> str:
    if link.upstream_document is not None:
        return _document(nodes, link.upstream_document, link.upstream)
    key = link.upstream_id
    nodes.setdefault(key, _Node(key, link.upstream, "", "speaker"))
    return key


def _levels(nodes: dict[str, _Node], edges: dict[tuple[str, str], _Edge]) -> None:
    """Set each node's level to its longest way to an end; edges make no loop of two, longer loops are cut by count."""
    for down, up in edges:
        nodes[down].up.add(up)
    for _ in range(len(nodes)):
        changed = False
        for down, up in edges:
            if nodes[down].level < nodes[up].level + 1 <= len(nodes) // 2 + 1:
                nodes[down].level = nodes[up].level + 1
                changed = True
        if not changed:
            return


def _place(nodes: dict[str, _Node], edges: dict[tuple[str, str], _Edge]) -> float:
    """Set each node's y; return the height of the drawing."""
    columns: defaultdict[int, list[_Node]] = defaultdict(list)
    for node in nodes.values():
        columns[node.level].append(node)
    rows = max((len(column) for column in columns.values()), default=1)
    height = MARGIN * 2 + rows * HIGH + (rows - 1) * GAP_Y
    for level in sorted(columns, reverse=True):
        column = columns[level]
        below: dict[str, list[float]] = {node.key: [nodes[d].y for d, u in edges if u == node.key] for node in column}
        wish = {
            node.key: sum(below[node.key]) / len(below[node.key]) if below[node.key] else float(number)
            for number, node in enumerate(column)
        }
        if any(below.values()):
            column.sort(key=lambda node: wish[node.key])
        used = len(column) * HIGH + (len(column) - 1) * GAP_Y
        top = (height - used) / 2
        for number, node in enumerate(column):
            node.y = top + number * (HIGH + GAP_Y)
    return height


def _draw_node(node: _Node, links: Mapping[str, str]) -> str:
    x, y = node.x, node.y
    round_ = HIGH / 2 if node.shape != "document" else 3
    second = f" {node.second}" if node.second else ""
    middle = x + WIDE / 2
    base = y + (18 if node.second else 26)
    lines = [f'<text class="name" x="{middle}" y="{base}">{escape(shorten(node.name, NAME))}</text>']
    if node.second:
        lines.append(f'<text x="{middle}" y="{y + 33}">{escape(shorten(node.second, SECOND))}</text>')
    drawn = (
        f'<g class="{node.shape}"><title>{escape(node.name + second)}</title>'
        f'<rect x="{x}" y="{y:.1f}" width="{WIDE}" height="{HIGH}" rx="{round_}"/>{"".join(lines)}</g>'
    )
    link = links.get(node.key)
    return f'<a href="{escape(link)}">{drawn}</a>' if link else drawn


def _ends(nodes: dict[str, _Node], edge: _Edge) -> tuple[float, float, float, float]:
    down, up = nodes[edge.down], nodes[edge.up]
    return up.x + WIDE, up.y + HIGH / 2, down.x, down.y + HIGH / 2


def _full(node: _Node) -> str:
    return f"{node.name} {node.second}".strip()


class _Groups:
    """Nodes that are joined with each other (union-find)."""

    def __init__(self, keys: Iterable[str]) -> None:
        self._up = {key: key for key in keys}

    def head(self, key: str) -> str:
        """Return the node by which a group is known."""
        while self._up[key] != key:
            key = self._up[key]
        return key

    def join(self, left: str, right: str) -> None:
        """Make two groups one."""
        self._up[self.head(right)] = self.head(left)


def _not_joined(
    nodes: dict[str, _Node], edges: dict[tuple[str, str], _Edge], shared: Sequence[SharedWords]
) -> list[SharedWords]:
    """Return the pairs of drawn documents that no chain joins: of the others the lines tell enough."""
    groups = _Groups(nodes)
    for down, up in edges:
        groups.join(up, down)
    drawn = [pair for pair in shared if pair.left in nodes and pair.right in nodes]
    return [pair for pair in drawn if groups.head(pair.left) != groups.head(pair.right)]


def _draw_shared(nodes: dict[str, _Node], shared: Sequence[SharedWords], right: int) -> list[str]:
    """Return a bracket for each group of documents that are joined by shared words without a direction."""
    groups = _Groups(nodes)
    for pair in shared:
        groups.join(pair.left, pair.right)
    members: defaultdict[str, list[_Node]] = defaultdict(list)
    for key in dict.fromkeys(key for pair in shared for key in (pair.left, pair.right)):
        members[groups.head(key)].append(nodes[key])
    why = {groups.head(pair.left): pair.why for pair in shared}
    drawn = []
    for number, (key, joined) in enumerate(members.items()):
        x = right - MARGIN + (number % BRACKETS + 1) * STEP
        heights = sorted(node.y + HIGH / 2 for node in joined)
        arms = "".join(f"M{node.x + WIDE} {node.y + HIGH / 2:.1f}H{x}" for node in joined)
        path = f"{arms}M{x} {heights[0]:.1f}V{heights[-1]:.1f}"
        drawn.append(f'<path class="reuse" d="{path}"><title>{escape(why[key])}</title></path>')
        drawn.append(f'<path class="inner" d="{path}"/>')
        middle = (heights[0] + heights[-1]) / 2 + 4
        drawn.append(f'<text class="label joined" x="{x + 8}" y="{middle:.1f}">{SAME}</text>')
    return drawn


def _bend(x1: float, x2: float) -> float:
    return max(30.0, abs(x2 - x1) * 0.45)


def _draw_edge(nodes: dict[str, _Node], edge: _Edge) -> str:
    x1, y1, x2, y2 = _ends(nodes, edge)
    bend = _bend(x1, x2)
    path = f"M{x1:.1f} {y1:.1f}C{x1 + bend:.1f} {y1:.1f} {x2 - bend:.1f} {y2:.1f} {x2:.1f} {y2:.1f}"
    drawn = f'<path class="{edge.basis}" d="{path}"><title>{escape(edge.why)}</title></path>'
    return drawn + (f'<path class="inner" d="{path}"/>' if edge.basis == "reuse" else "")


def _draw_label(nodes: dict[str, _Node], edge: _Edge) -> str:
    """Name a line near the document that it leads to, on the side to which it does not bend."""
    if not edge.kind:
        return ""
    x1, y1, x2, y2 = _ends(nodes, edge)
    x = x2 - (AT_WORDS if edge.words else AT) * min(GAP_X, x2 - x1)
    if abs(y2 - y1) < LEVEL:
        kind, words = y2 - 6, y2 + 15
    elif y2 > y1:
        kind, words = y2 + 13, y2 + 25
    else:
        kind, words = y2 - (18 if edge.words else 6), y2 - 6
    lines = [f'<text class="label" x="{x:.1f}" y="{kind:.1f}">{escape(edge.kind)}</text>']
    if edge.words:
        quoted = escape(quote(edge.words, LABEL))
        lines.append(f'<text class="label words" x="{x:.1f}" y="{words:.1f}">{quoted}</text>')
    return "".join(lines)
