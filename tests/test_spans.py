"""Whatever is done to a text, every span that is shown is a slice of the text that is stored.

usage: PYTHONPATH=eval:tests python tests/test_spans.py [N]    tries N texts (the tests try some), counts the spans
"""

import json
import random
import sys
import unicodedata
from collections.abc import Callable, Iterator

import pytest

from headwater.export.contract import to_json
from headwater.pipeline import analyse, relate
from headwater.read import make_document
from newsroom.newsroom import Newsroom
from newsroom.write import text_of

USUAL, SLOW = 40, 1_000
INSERTED = (
    "\U0001f30a",
    "\u200b",
    "\u202e",
    "e\u0301",
    "👩‍👩‍👧",
    "\u05d0\u05d1",
    "\ufeff",
    "\x0c",
    "\u2028",
    "\ufffd",
    "𝔘",
    "\x85",
)
CHANGES: dict[str, Callable[[str, random.Random], str]] = {
    "as it is": lambda text, _: text,
    "NFD": lambda text, _: unicodedata.normalize("NFD", text),
    "CRLF": lambda text, _: text.replace("\n", "\r\n"),
    "CR": lambda text, _: text.replace("\n", "\r"),
    "one line": lambda text, _: text.replace("\n", " "),
    "capitals": lambda text, _: text.upper(),
    "cut": lambda text, chance: text[chance.randrange(len(text)) :],
    "inserted": lambda text, chance: inserted(text, chance),
    "marks gone": lambda text, _: text.replace("“", "").replace(".", ""),
}


def inserted(text: str, chance: random.Random) -> str:
    """Return the text with odd characters at ten places, inside words too."""
    for _ in range(10):
        at = chance.randrange(len(text))
        text = text[:at] + chance.choice(INSERTED) + text[at:]
    return text


def texts(number: int) -> Iterator[tuple[str, str]]:
    """Yield texts with what was done to each; every fifth is taken for French, which is read by rules alone."""
    room, chance, made, event = Newsroom(7), random.Random(7), 0, 0
    while made < number:
        for report in room.event(event).reports:
            name = list(CHANGES)[made % len(CHANGES)]
            yield name, CHANGES[name](text_of(report), chance)
            made += 1
            if made == number:
                return
        event += 1


def spans(record: object, text: str, where: str) -> int:
    """Return how many spans a record holds; fails where one is not the slice of the text that it says."""
    found = 0
    if isinstance(record, dict):
        if {"start", "end", "text"} <= record.keys():
            assert record["text"] == text[record["start"] : record["end"]], f"{where}: {record}"
            assert record["start"] < record["end"] <= len(text), f"{where}: {record}"
            found += 1
        return found + sum(spans(value, text, where) for value in record.values())
    if isinstance(record, list):
        return sum(spans(value, text, where) for value in record)
    return found


def looked_at(number: int, *, rules_alone: bool) -> int:
    """Try so many texts; return how many spans were looked at."""
    found = 0
    for n, (name, text) in enumerate(texts(number)):
        language = {"language": "fr"} if rules_alone or n % 5 == 4 else {}
        analysis = analyse(make_document(text, **language))
        assert analysis.document.text == text
        shown = json.loads(to_json(relate([analysis]), {}))
        found += spans({key: shown[key] for key in ("attributions", "figures", "times")}, text, name)
    return found


def test_every_span_is_a_slice_of_the_stored_text() -> None:
    assert looked_at(USUAL, rules_alone=False) > 3 * USUAL


@pytest.mark.slow
def test_every_span_of_a_thousand_texts_is_a_slice_of_the_stored_text() -> None:
    assert looked_at(SLOW, rules_alone=True) > SLOW


if __name__ == "__main__":
    asked = int(sys.argv[1]) if len(sys.argv) > 1 else 10_000
    sys.stdout.write(json.dumps({"texts": asked, "spans": looked_at(asked, rules_alone=True), "wrong": 0}) + "\n")
