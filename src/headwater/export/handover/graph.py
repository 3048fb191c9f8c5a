"""The collection as a graph: documents, speakers and claims, and the links between them. GEXF 1.3 and GraphML."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import cast

from lxml import etree

from headwater.export.handover.stamp import Stamp
from headwater.records import Case
from headwater.report.index import Index, index
from headwater.report.wording import say_origins

GEXF = "http://gexf.net/1.3"
GRAPHML = "http://graphml.graphdrawing.org/xmlns"
_ILLEGAL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


@dataclass(frozen=True, slots=True)
class _Node:
    id: str
    label: str
    kind: str  # document, speaker, claim, outside
    published: str
    about: str


@dataclass(frozen=True, slots=True)
class _Edge:
    source: str
    target: str
    kind: str  # reports, said_by, reported_by, cites, copied_from, shares_words
    why: str
    weight: float
    directed: bool


def gexf(case: Case, stamp: Stamp) -> bytes:
    """Return GEXF 1.3, as Gephi reads it."""
    nodes, edges = _graph(case)
    root = etree.Element(f"{{{GEXF}}}gexf", nsmap=cast("dict[str, str]", {None: GEXF}), version="1.3")
    meta = etree.SubElement(root, f"{{{GEXF}}}meta")
    etree.SubElement(meta, f"{{{GEXF}}}creator").text = f"Headwater {stamp.headwater}"
    etree.SubElement(meta, f"{{{GEXF}}}description").text = _clean("\n".join(stamp.lines()))
    graph = etree.SubElement(root, f"{{{GEXF}}}graph", defaultedgetype="directed", mode="static")
    for owner, names in (("node", ("kind", "published", "about")), ("edge", ("kind", "why"))):
        attributes = etree.SubElement(graph, f"{{{GEXF}}}attributes", {"class": owner})
        for name in names:
            etree.SubElement(attributes, f"{{{GEXF}}}attribute", id=name, title=name, type="string")
    inside = etree.SubElement(graph, f"{{{GEXF}}}nodes")
    for node in nodes:
        one = etree.SubElement(inside, f"{{{GEXF}}}node", id=node.id, label=_clean(node.label))
        _gexf_values(one, kind=node.kind, published=node.published, about=node.about)
    inside = etree.SubElement(graph, f"{{{GEXF}}}edges")
    for number, edge in enumerate(edges):
        one = etree.SubElement(
            inside,
            f"{{{GEXF}}}edge",
            id=str(number),
            source=edge.source,
            target=edge.target,
            weight=f"{edge.weight:g}",
            type="directed" if edge.directed else "undirected",
            label=edge.kind,
        )
        _gexf_values(one, kind=edge.kind, why=edge.why)
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", pretty_print=True)


def _gexf_values(owner: "etree._Element", **values: str) -> None:
    inside = etree.SubElement(owner, f"{{{GEXF}}}attvalues")
    for name, value in values.items():
        if value:
            etree.SubElement(inside, f"{{{GEXF}}}attvalue", {"for": name, "value": _clean(value)})


def graphml(case: Case, stamp: Stamp) -> bytes:
    """Return GraphML."""
    nodes, edges = _graph(case)
    root = etree.Element(f"{{{GRAPHML}}}graphml", nsmap=cast("dict[str, str]", {None: GRAPHML}))
    for owner, names in (
        ("graph", ("stamp",)),
        ("node", ("label", "kind", "published", "about")),
        ("edge", ("kind", "why")),
    ):
        for name in names:
            key = {"id": f"{owner}_{name}", "for": owner, "attr.name": name, "attr.type": "string"}
            etree.SubElement(root, f"{{{GRAPHML}}}key", key)
    key = {"id": "edge_weight", "for": "edge", "attr.name": "weight", "attr.type": "double"}
    etree.SubElement(root, f"{{{GRAPHML}}}key", key)
    graph = etree.SubElement(root, f"{{{GRAPHML}}}graph", id="headwater", edgedefault="directed")
    _graphml_values(graph, "graph", stamp="\n".join(stamp.lines()))
    for node in nodes:
        one = etree.SubElement(graph, f"{{{GRAPHML}}}node", id=node.id)
        _graphml_values(one, "node", label=node.label, kind=node.kind, published=node.published, about=node.about)
    for number, edge in enumerate(edges):
        one = etree.SubElement(
            graph,
            f"{{{GRAPHML}}}edge",
            id=f"e{number}",
            source=edge.source,
            target=edge.target,
            directed="true" if edge.directed else "false",
        )
        _graphml_values(one, "edge", kind=edge.kind, why=edge.why, weight=f"{edge.weight:g}")
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", pretty_print=True)


def _graphml_values(owner: "etree._Element", of: str, **values: str) -> None:
    for name, value in values.items():
        if value:
            etree.SubElement(owner, f"{{{GRAPHML}}}data", key=f"{of}_{name}").text = _clean(value)


def _graph(case: Case) -> tuple[list[_Node], list[_Edge]]:
    found = index(case)
    nodes = {node.id: node for node in _nodes(found)}
    edges: dict[tuple[str, str, str], _Edge] = {}
    for edge in _edges(found):
        for end in (edge.source, edge.target):
            nodes.setdefault(end, _Node(end, end, "outside", "", "named by a text, not in the collection"))
        key = (edge.source, edge.target, edge.kind)
        known = edges.get(key)
        weight = edge.weight if known is None else known.weight + edge.weight
        edges[key] = _Edge(edge.source, edge.target, edge.kind, (known or edge).why, weight, edge.directed)
    return list(nodes.values()), list(edges.values())


def _nodes(found: Index) -> Iterator[_Node]:
    for d in found.documents.values():
        yield _Node(d.id, found.labels[d.id], "document", d.published or "", d.title or "")
    for s in found.case.speakers:
        yield _Node(s.id, s.name, "speaker", "", s.kind)
    for c in found.case.claims:
        yield _Node(c.id, c.text, "claim", "", f"{say_origins(c.origins)}. {c.origins.why}")


def _edges(found: Index) -> Iterator[_Edge]:
    for c in found.case.claims:
        for document in dict.fromkeys(s.document for s in c.statements):
            yield _Edge(document, c.id, "reports", "", 1.0, directed=True)
        for other in c.competing:
            if c.id < other and other in found.claims:
                yield _Edge(c.id, other, "competes_with", "", 1.0, directed=False)
        for chain in c.chains:
            for link in chain.links:
                source, target = _end(found, link.downstream), _end(found, link.upstream)
                if source != target:
                    yield _Edge(source, target, link.kind, link.why, 1.0, directed=True)
    for r in found.case.reuse:
        left, right = r.left.document, r.right.document
        if r.direction == "left_to_right":
            left, right = right, left
        directed = r.direction in ("left_to_right", "right_to_left")
        yield _Edge(left, right, "shares_words", r.why, round(r.bits, 1), directed)


def _end(found: Index, key: str) -> str:
    """Return the node that an end of a link stands for: a statement or an attribution stands for its document."""
    if key in found.statements:
        return found.statements[key].document
    if key in found.attributions:
        return found.attributions[key].document
    return key


def _clean(text: str) -> str:
    return _ILLEGAL.sub("\ufffd", text)
