"""Read the PolNeAR sets as analyses whose attributions are the gold ones of the first annotator.

So that resolving and tracing are measured apart from finding attributions. PolNeAR has no nesting, no polarity and no
kind; a content that opens with a quotation mark is taken as direct.
"""

import gzip
import json
from typing import Any

from headwater.records import Analysis, Attribution, Document, Evidence, Span
from headwater.segment import segment
from shared import SHARED

PUBLISHERS = {
    "breitbart": "Breitbart News",
    "huff-post": "Huffington Post",
    "nyt": "The New York Times",
    "politico": "Politico",
    "usa-today": "USA Today",
    "wash-post": "The Washington Post",
    "west-journal": "Western Journalism",
}


def rows(name: str) -> list[dict[str, Any]]:  # rows of the data file, as they are
    """Return the articles of ``polnear_dev`` or ``polnear_train``."""
    with gzip.open(SHARED / "data" / "attribution" / f"{name}.jsonl.gz", "rt", encoding="utf-8") as lines:
        return [json.loads(line) for line in lines]


def analysis(row: dict[str, Any]) -> Analysis:
    """Return an article with its gold attributions."""
    publisher = PUBLISHERS.get(row["publisher"])
    author = row["author"] if row["author"] not in (None, "None", "NA", "") else None
    document = Document(row["id"], f"{row['id']}.txt", "", row["text"], publisher, author=author, language="en")
    return Analysis(document, segment(document), tuple(_attributions(document, row)), (), ())


def _attributions(document: Document, row: dict[str, Any]) -> list[Attribution]:
    annotator = min(row["attributions"], default=None)
    found = []
    for gold in row["attributions"].get(annotator, ()):
        content = _spans(gold["content"])
        opening = document.text[content[0].start : content[0].start + 1] if content else ""
        found.append(
            Attribution(
                f"{row['id']}#{gold['id']}",
                document.id,
                _spans(gold["source"]),
                _spans(gold["cue"]),
                content,
                "direct" if opening in ("“", '"') else "indirect",
                "said",
                "stated",
                None,
                1.0,
                Evidence("gold", "Annotated in PolNeAR."),
            )
        )
    return found


def _spans(pairs: list[list[int]]) -> tuple[Span, ...]:
    return tuple(Span(start, end) for start, end in pairs)
