"""Measure speakers on 200 source spans of PolNeAR dev whose speakers were read by hand.

usage: python eval/speakers.py [--show]

The spans were drawn with ``random.Random``'s default generator, seed 2016, from the sorted ids of all attributions with
a source; `eval/speakers_by_hand.json` holds the answers by the first 12 digits of the SHA-256 of the attribution's id:
a name; "unnamed" for sources whose name the text does not give (or a group); "document"; "author" for the text's "I".
``right``: the answer is given, or rightly none. ``not_wrong``: right, or left open. Prints one JSON line.
"""

import argparse
import hashlib
import json
from pathlib import Path

import polnear
from headwater.records import Document, Speaker
from headwater.resolve import resolve
from headwater.resolve.names import bare_name

DATA = ["attribution/polnear_dev.jsonl.gz"]
ANSWERS = Path(__file__).with_name("speakers_by_hand.json")
OPEN = frozenset({"unnamed", "group"})


def measure() -> dict[str, float]:
    """Return the shares of sources resolved right, and of those right or left open."""
    verdicts = [verdict for _, _, _, verdict in _judged()]
    right = verdicts.count("right")
    return {"right": right / len(verdicts), "not_wrong": (right + verdicts.count("open")) / len(verdicts)}


def _judged() -> list[tuple[str, str, str, str]]:
    """Return source, answer, found name and verdict of each of the spans read by hand."""
    answers: dict[str, str | None] = json.loads(ANSWERS.read_text(encoding="utf-8"))
    analyses = [polnear.analysis(row) for row in polnear.rows("polnear_dev")]
    resolved = resolve(analyses)
    speakers = {speaker.id: speaker for speaker in resolved.speakers}
    said_by = {r.attribution: speakers.get(r.speaker) if r.speaker else None for r in resolved.resolutions}
    judged = []
    for analysis in analyses:
        for attribution in analysis.attributions:
            answer = answers.get(hashlib.sha256(attribution.id.encode()).hexdigest()[:12])
            if answer is None:
                continue
            speaker = said_by[attribution.id]
            source = " ".join(span.of(analysis.document.text) for span in attribution.source)
            judged.append(
                (source, answer, speaker.name if speaker else "", _verdict(_meant(answer, analysis.document), speaker))
            )
    return judged


def _meant(answer: str, document: Document) -> str:
    """Return who an answer means: the author where the metadata name one, else nobody."""
    return (document.author or "unnamed") if answer == "author" else answer


def _verdict(answer: str, speaker: Speaker | None) -> str:
    left_open = speaker is None or (speaker.kind in OPEN and bare_name(speaker.name) != bare_name(answer))
    if answer == "unnamed":
        return "right" if left_open else "wrong"
    if answer == "document" and speaker is not None and speaker.kind == "document":
        return "right"
    if left_open or speaker is None:
        return "open"
    return "right" if bare_name(answer) in {bare_name(name) for name in (speaker.name, *speaker.names)} else "wrong"


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--show", action="store_true", help="show what is not right")
    if parser.parse_args().show:
        for source, answer, found, verdict in _judged():
            if verdict != "right":
                print(f"{verdict}: [{' '.join(source.split())}] is {answer}, found {found or 'nobody'}")
    print(json.dumps(measure()))
