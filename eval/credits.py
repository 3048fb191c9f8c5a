"""Measure whether agencies and credited outlets are named in the chains, on PolNeAR's ``wire`` and ``credit`` metadata.

usage: python eval/credits.py [--show]

Gold attributions; every attribution and every sentence is a statement. ``credited``: of the articles whose metadata
name an agency or a credited outlet and whose text names it too, the share with that name in a chain. ``clean``: of 200
articles without such metadata, drawn by the hash of their names, the share in which no credit of the whole document
and none of a sentence is found that the text does not give. Prints one JSON line.
"""

import argparse
import hashlib
import json
import re
from typing import Any

import polnear
from headwater.chains import trace_chains
from headwater.ids import identify
from headwater.publishers import AGENCIES
from headwater.records import Analysis, Group, Statement
from headwater.resolve import resolve
from headwater.resolve.credits import find_credits
from headwater.resolve.names import bare_name
from headwater.resolve.tables import table

DATA = ["attribution/polnear_dev.jsonl.gz", "attribution/polnear_train.jsonl.gz"]
WITHOUT_CREDIT = 200  # articles
# Articles whose text gives a credit that the metadata lack ("(h/t Mediaite.)"), found by reading all credits that
# the program finds in articles without metadata: SHA-256 of the article's name, first 8 digits.
READ_AS_TRUE = table(
    """
    02949664 2d9a0e5b 332655b4 5194c00f 57672857 61a82027 6545d78c 68529d71 7945bd57 80c08d55
    8febe042 937bb9a1 b2fc94bd c7c18c06 d4dcbead e0be7218 e7809a83 ef32e56b fd9542fa ffcad047
    """
)


def measure() -> dict[str, float]:
    """Return the share of stated credits that chains name, and of articles without credits that stay clean."""
    articles = [row for name in ("polnear_dev", "polnear_train") for row in polnear.rows(name)]
    stated = [row for row in articles if _credited(row) and _says(row["text"], _credited(row))]
    named = sum(_names_in_chains(polnear.analysis(row), _credited(row)) for row in stated)
    without = sorted((row for row in articles if not _credited(row)), key=lambda row: _digest(row["id"]))
    without = [row for row in without if _digest(row["id"])[:8] not in READ_AS_TRUE][:WITHOUT_CREDIT]
    clean = sum(not find_credits(polnear.analysis(row).document) for row in without)
    return {"credited": named / len(stated), "clean": clean / len(without)}


def _digest(name: str) -> str:
    return hashlib.sha256(name.encode()).hexdigest()


def _credited(row: dict[str, Any]) -> str:
    """Return the agency or outlet that the metadata credit, or nothing."""
    if row["wire"] not in ("None", "NA"):
        return AGENCIES.get(row["wire"].casefold(), str(row["wire"]))
    return re.sub(r"^h/t: *", "", row["credit"]).strip(" .") if row["credit"] != "None" else ""


def _forms(name: str) -> list[str]:
    return [name, *(short.upper() for short, full in AGENCIES.items() if full == name and len(short) <= 4)]


def _says(text: str, name: str) -> bool:
    """Whether the text names the outlet, as a word of its own."""
    forms = (re.escape(re.sub(r"^[Tt]he ", "", form)) for form in _forms(name))
    return any(re.search(rf"(?<![\w-]){form}(?![\w])", text) for form in forms)


def _names_in_chains(analysis: Analysis, name: str) -> bool:
    resolved = resolve([analysis])
    document = analysis.document
    spans = [(a.content[0].start, a.content[-1].end, a.id) for a in analysis.attributions if a.content]
    spans += [(s.start, s.end, "") for s in analysis.segments if s.kind == "sentence"]
    statements = tuple(
        Statement(identify("statement", document.id, *span), document.id, span[0], span[1], span[2] or None)
        for span in sorted(set(spans))
    )
    chains = trace_chains([analysis], resolved, [], [Group("all", "", statements, ())])
    upstream = {link.upstream for chain in chains for link in chain.links}
    names = {bare_name(n) for s in resolved.speakers if s.id in upstream for n in (s.name, *s.names)}
    return bool(names & {bare_name(form) for form in _forms(name)})


def _show() -> None:
    for set_name in ("polnear_dev", "polnear_train"):
        for row in polnear.rows(set_name):
            analysis = polnear.analysis(row)
            name = _credited(row)
            text = row["text"]
            if name and _says(text, name) and not _names_in_chains(analysis, name):
                print("missed", name, row["id"])
            if not name:
                for credit in find_credits(analysis.document):
                    words = text[max(0, credit.span.start - 40) : credit.span.end + 20]
                    print("found", _digest(row["id"])[:8], credit.kind, credit.name, "|", " ".join(words.split()))


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--show", action="store_true", help="show what was missed, and the credits in articles without")
    if parser.parse_args().show:
        _show()
    print(json.dumps(measure()))
