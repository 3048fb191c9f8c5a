"""What is listed is found in no byte that leaves: an attack with planted names on every output."""

import dataclasses
import io
import json
import os
import random
import re
import subprocess
import sys
import unicodedata
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from findings_by_hand import build
from headwater import analyse, make_document, relate
from headwater.errors import UsageError
from headwater.export.contract import to_json
from headwater.export.dossier import gather, render_docx, render_page
from headwater.export.handover import FORMATS, make_stamp
from headwater.export.pack import Contents, check_pack, write_pack
from headwater.export.redaction import Redacted, redact
from headwater.export.redaction.finding import Cut, Finder, Rewritten
from headwater.export.redaction.folding import fold_text, views
from headwater.export.redaction.patterns import PatternSearch
from headwater.export.redaction.rules import parse_rules
from headwater.export.terminal import render as render_summary
from headwater.records import Case, Evidence, Skipped, Story
from headwater.report import summary

# fifty people with names of many makes; none of their words is used in the texts below
_GIVEN = "Adelheid Boleslav Ciarán Dragomir Evdokia Ferdinand Ghislaine Hyacinth Ioannis Jarmila"
_FAMILY = "Quillfeather Rautavuori Świątecka Tchoupitoulas Urbánková Vukčević Wrzesniewska Xylander Yelverton Zsombori"
GIVEN, FAMILY = _GIVEN.split(), _FAMILY.split()
PEOPLE = [
    f"{GIVEN[(i * 7 + i // 10) % 10]} {FAMILY[i % 10]}{'' if i < 10 else 'bcdfg'[i // 10] + 'ax'}" for i in range(50)
]


def rules_text() -> str:
    return "\n".join(PEOPLE)


def surname(name: str) -> str:
    return name.split()[-1]


def variants(name: str) -> list[str]:
    """Return forms under which a name may be planted, each of which gives the person away."""
    first, last = name.split()
    slug = f"{plain(first)}-{plain(last)}".lower()
    return [
        name,
        name.upper(),
        f"{last}, {first}",
        f"{first[0]}. {last}",
        f"{last}’s",
        f"{first}\n{last}",
        f"{first} {last[:4]}-\n{last[4:]}",
        f"{first}\u00a0{last}",
        f"{first} {last[:3]}\u00ad{last[3:]}",
        f"{first} {last[:3]}\u200b{last[3:]}",
        unicodedata.normalize("NFD", name),
        name.replace("a", "а").replace("e", "е"),
        "".join(chr(ord(c) + 0xFEE0) if "!" <= c <= "~" else c for c in plain(name)),  # full-width letters
        f"https://post.example/2031/{slug}-resigns.html",
        f"{plain(first).lower()}.{plain(last).lower()}@post.example",
        f"{plain(first[0]).lower()}{plain(last).lower()}@post.example",
        f"#JusticeFor{plain(last)}",
        f"{plain(first)}%20{plain(last)}",
        f"Mr {last}",
        f"{last}ová",
    ]


def plain(text: str) -> str:
    return "".join(c for c in unicodedata.normalize("NFKD", text.replace("Ś", "S").replace("ł", "l")) if c.isascii())


def planted() -> Case:
    """Return traced documents with the fifty in their texts, titles, authors, publishers, addresses, file names, and
    records by hand with them in every other string."""
    rng = random.Random(5)
    texts: list[tuple[str, str]] = []
    for number in range(10):
        lines = []
        for name in PEOPLE[number * 5 : number * 5 + 5]:
            forms = variants(name)
            lines.append(f"“The bridge is closed until May,” said {name}, who runs the port.")
            lines += [f"The council met {form} on Monday and closed the bridge." for form in rng.sample(forms, 8)]
            lines.append(f"{surname(name)} said that 41 people had asked for the bridge to stay open.")
        texts.append((f"{plain(PEOPLE[number * 5])}-{number}.txt", "\n\n".join(lines) + "\n"))
    texts.append(("copy.txt", texts[0][1]))
    analyses = []
    for number, (name, text) in enumerate(texts):
        person = PEOPLE[number]
        document = make_document(
            text,
            name=name,
            title=f"{person} closes a bridge",
            author=person,
            publisher=f"The {surname(person)} Post",
            published=f"2031-05-{number + 1:02d}",
            url=f"https://post.example/{plain(surname(person)).lower()}",
        )
        analyses.append(analyse(document))
    case = relate(analyses)
    told = tuple(
        dataclasses.replace(s, evidence=(*s.evidence, Evidence("alt text", f"A picture of {PEOPLE[7]}")))
        for s in case.speakers
    )
    return dataclasses.replace(case, speakers=told)


@pytest.fixture(scope="module")
def case() -> Case:
    return planted()


@pytest.fixture(scope="module")
def redacted(case: Case) -> Redacted:
    return redact(case, parse_rules(rules_text(), "list"))


@pytest.fixture(scope="module")
def dropped(case: Case) -> Redacted:
    return redact(case, parse_rules(rules_text(), "list"), drop_text=True)


@pytest.fixture(scope="module")
def written(redacted: Redacted, tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    return outputs(redacted, tmp_path_factory.mktemp("written"))


def outputs(done: Redacted, folder: Path) -> dict[str, bytes]:
    """Return every output by name, packed ones unpacked."""
    stamp = make_stamp(done.case, {"redacted": "50 entries"})
    found = {
        "findings.json": to_json(done.case, {}),
        "summary.txt": render_summary(summary(done.case), 100, False).encode(),
    }
    for name, format_ in FORMATS.items():
        if format_.make is not None:
            found[name] = format_.make(done.case, stamp)
        elif format_.make_files is not None:
            found |= {f"{name}/{file}": data for file, data in format_.make_files(done.case, stamp).items()}
    dossier = gather(done.case, [c.id for c in done.case.claims[:20]], stamp)
    found |= {"dossier.html": render_page(dossier).encode(), "dossier.docx": render_docx(dossier)}
    write_pack(Contents(done.case, stamp, "2031-06-01", None, None, None, done.left_out), folder / "pack.zip")
    assert check_pack(folder / "pack.zip") == []
    found["pack.zip"] = (folder / "pack.zip").read_bytes()
    for name, data in list(found.items()):
        if data[:2] == b"PK":
            with zipfile.ZipFile(io.BytesIO(data)) as packed:
                found |= {f"{name}/{inner}": packed.read(inner) for inner in packed.namelist()}
        if name.endswith(".parquet"):
            import pyarrow.parquet

            found[name + ".json"] = json.dumps(pyarrow.parquet.read_table(io.BytesIO(data)).to_pylist()).encode()
    return found


def letters(text: str) -> str:
    """Return the letters of a text, folded in another way than the code under test does it."""
    read = re.sub(r"\\u([0-9a-f]{4})", lambda m: chr(int(m[1], 16)), re.sub(r"\\[nrt]", "", text))
    folded = unicodedata.normalize("NFKD", read).casefold().translate(str.maketrans("аеорсух", "aeopcyx"))
    return "".join(c for c in folded if c.isalpha() and c.isascii())


def give_aways() -> list[str]:
    return sorted({letters(surname(name)) for name in PEOPLE})


def test_fifty_planted_names_are_found_in_no_output(written: dict[str, bytes], case: Case) -> None:
    before = letters(to_json(case, {}).decode())
    assert [name for name in give_aways() if name not in before] == []
    for name, data in written.items():
        text = letters(data.decode("utf-8", "replace"))
        assert [person for person in give_aways() if person in text or person in letters(name)] == [], name


def test_given_names_do_not_stay_behind(redacted: Redacted) -> None:
    words = set(re.findall(r"\w+", to_json(redacted.case, {}).decode()))
    assert {g for g in GIVEN if g in words or g.upper() in words} == set()


def test_no_hash_and_no_id_of_what_was_read_is_in_any_output(written: dict[str, bytes], case: Case) -> None:
    old = {a.document.sha256 for a in case.analyses}
    old |= {a.document.id for a in case.analyses} | {t.id for a in case.analyses for t in a.attributions}
    old |= {f.id for a in case.analyses for f in a.figures} | {t.id for a in case.analyses for t in a.times}
    old |= {s.id for s in case.speakers} | {c.id for c in case.claims} | {r.id for r in case.reuse}
    old |= {s.id for c in case.claims for s in c.statements}
    tails = {key.rpartition("-")[2] for key in old}
    assert len(tails) > 300
    for name, data in written.items():
        assert tails & set(re.findall(r"[0-9a-f]{16,}", data.decode("utf-8", "replace"))) == set(), name


def test_every_finding_still_stands_in_its_text(redacted: Redacted) -> None:
    shape = json.loads(to_json(redacted.case, {}))
    texts = {a.document.id: a.document.text for a in redacted.case.analyses}
    spans = [(a["document"], s) for a in shape["attributions"] for r in ("source", "cue", "content") for s in a[r]]
    spans += [(f["document"], f) for f in (*shape["figures"], *shape["times"])]
    spans += [(s["document"], s) for c in shape["claims"] for s in c["statements"]]
    assert len(spans) > 300
    for document, span in spans:
        assert texts[document][span["start"] : span["end"]] == span["text"]
    assert all(0 <= s.start <= s.end <= len(a.document.text) for a in redacted.case.analyses for s in a.segments)
    names = {s.name for s in redacted.case.speakers}
    assert {"Person 1", "Person 50"} <= {match for name in names for match in re.findall(r"Person \d+", name)}


def test_the_same_person_has_the_same_pseudonym_everywhere(redacted: Redacted) -> None:
    first, second = (
        redacted.case.analyses[0].document.text,
        next(a.document.text for a in redacted.case.analyses if a.document.path.endswith("copy.txt")),
    )
    assert set(re.findall(r"Person \d+", second)) == {f"Person {n}" for n in range(1, 6)}
    assert len(set(re.findall(r"Person \d+", first))) == 5
    assert redacted.counts["Person 1"] > 10


def test_without_passages_nothing_ties_a_pseudonym_to_the_published_text(
    dropped: Redacted, case: Case, tmp_path: Path
) -> None:
    """Whoever holds the published text can see where passages are missing, but nothing handed on names a pseudonym
    that could be matched with the person who stands there."""
    for name, data in outputs(dropped, tmp_path).items():
        assert re.search(rb"(?:Person|Organisation|Place) \d", data) is None, name
    kept = {line for a in dropped.case.analyses for line in a.document.text.splitlines() if line.strip()}
    originals = "\n".join(a.document.text for a in case.analyses)
    assert "[passage left out]" in kept
    for line in kept - {"[passage left out]"}:
        aligned = line.replace("[passage left out]", "")
        assert not any(letters(surname(p)) in letters(aligned) for p in PEOPLE)
        assert aligned.strip() in originals or "[passage left out]" in line


def test_a_story_keeps_only_words_that_stand_outside_the_passages_that_were_left_out() -> None:
    text = f"The lighthouse reopened in May. {PEOPLE[0]} resigned over the dredging contract. Ferries ran on Monday."
    told = [analyse(make_document(text, name=f"{n}.txt", published=f"2031-05-0{n}")) for n in (1, 2)]
    words = ("dredging", "lighthouse", "contract", "ferries", "light")
    story = Story("story-1", tuple(a.document.id for a in told), words, "2031-05-01", "2031-05-02")
    case = dataclasses.replace(relate(told), stories=(story,))
    (left,) = redact(case, parse_rules(rules_text(), "list"), drop_text=True).case.stories
    assert left.words == ("lighthouse", "ferries")
    (whole,) = redact(case, parse_rules(rules_text(), "list")).case.stories
    assert whole.words == words


def test_no_finding_that_is_handed_on_touches_a_passage_that_was_left_out(dropped: Redacted, case: Case) -> None:
    texts = {a.document.id: a.document.text for a in dropped.case.analyses}
    gone = [(d, m.start(), m.end()) for d, text in texts.items() for m in re.finditer(r"\[passage left out\]", text)]
    shape = json.loads(to_json(dropped.case, {}))
    places = [place for place in walk(shape) if "start" in place and "document" in place]
    assert gone
    for d, start, end in gone:
        assert not [p for p in places if p["document"] == d and p["start"] < end and start < p["end"]]
    assert len(dropped.case.claims) < len(case.claims)


def walk(value: Any) -> Iterator[dict[str, Any]]:
    if isinstance(value, dict):
        yield value
        for inner in value.values():
            yield from walk(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from walk(inner)


def test_records_by_hand_are_redacted_in_every_string() -> None:
    case = build()
    names = [s.name for s in case.speakers if s.kind == "person"]
    assert names
    done = redact(case, parse_rules("\n".join(names), "list"))
    text = to_json(done.case, {}).decode()
    assert [n for n in names if n in text or n.split()[-1] in text] == []
    assert all(re.fullmatch(r"\d{4}-\w+\.txt", i.path) for i in make_stamp(done.case, {}).inputs)


PHRASES = [
    ("Ida Voss", "Ida Voss, Idas Voss and Voss’s boat; I. Voss; Voss, Ida; VOSS", 0),
    ("Ida Voss", "vossovou, Vossem, Voss'un, Vossin", 0),
    ("Ana Okora", "Okory, Okoru, Okorou", 0),
    ("Jan van der Berg", "J. van der Berg; van der Berg; Berg’s", 0),
    ("Zoë O’Brién-Smith", "Zoe O'Brien Smith, OBRIENSMITH, Smith", 0),
    ("Ida Voss", "I.V. and I. V. wrote it", 0),
    ("Ivan Li", "Li said; listen, a list of lilies", 3),
]


@pytest.mark.parametrize(("name", "text", "words_left"), PHRASES, ids=lambda p: str(p)[:20])
def test_names_are_found_in_their_forms(name: str, text: str, words_left: int) -> None:
    with PatternSearch([]) as search:
        finder = Finder(parse_rules(name, "list"), search)
        left = Rewritten(text, finder.find(text)).text
    parts = [letters(p) for p in name.split() if len(letters(p)) > 3]
    assert [p for p in parts if p in letters(left)] == []
    if words_left:
        assert left == "Person 1 said; listen, a list of lilies"


def test_no_address_of_a_document_is_left_where_it_is_told_how_it_is_known() -> None:
    """An address leads to the text as it was published, whatever names it holds."""
    url = "https://post.example/2031/harbour-row.html"
    table = make_document(
        "The bridge is closed, Ida Voss said.\n", name=f"crawl.warc.gz#{url}", url=url, title=url, publisher="The Post"
    )
    told = dataclasses.replace(table, evidence=(*table.evidence, Evidence("url: metadata table", f"It gives {url!r}.")))
    case = dataclasses.replace(relate([analyse(told)]), skipped=(Skipped(f"{url}/b", f"moved to {url}/c, not read"),))
    done = redact(case, parse_rules("Ida Voss", "list"))
    assert b"harbour-row" not in to_json(done.case, {})
    assert "harbour-row" not in repr(done.case)
    assert done.case.analyses[0].document.path == "0001-page"


def test_other_words_stay() -> None:
    text = "The vossite ore was Irish; idaho, holmium, and the mark of a will. A place called Idaburg."
    with PatternSearch([]) as search:
        finder = Finder(parse_rules("Ida Voss\nPer Holm", "list"), search)
        assert Rewritten(text, finder.find(text)).text == text


def test_two_people_of_one_family_name_are_not_mixed_up() -> None:
    with PatternSearch([]) as search:
        finder = Finder(parse_rules("Ida Voss\nPer Voss", "list"), search)
        text = "Ida Voss met Per Voss; then Voss left."
        assert Rewritten(text, finder.find(text)).text == "Person 1 met Person 2; then Person 1 or Person 2 left."


def test_patterns_and_organisations() -> None:
    rules = parse_rules("pattern: [A-Z]{2}-\\d{4}\norganisation: Nordlinie AS\nplace: Senna", "list")
    with PatternSearch([r.names[0] for r in rules.rules if r.kind == "pattern"]) as search:
        finder = Finder(rules, search)
        text = "Nordlinie AS sold XK-1234 in Senna’s port; a senator linked it."
        assert Rewritten(text, finder.find(text)).text == (
            "Organisation 1 sold Removed 1 in Place 1 port; a senator linked it."
        )


def test_a_figure_under_a_pattern_is_left_out_with_its_value() -> None:
    case = build()
    figure = next(f for a in case.analyses for f in a.figures)
    text = next(a.document.text for a in case.analyses if a.document.id == figure.document)
    number = text[figure.number.start : figure.number.end]
    done = redact(case, parse_rules(f"pattern: {re.escape(number)}", "list"))
    assert figure.value not in {f.value for a in done.case.analyses for f in a.figures}
    assert not any(number in a.document.text for a in done.case.analyses)
    assert not any(number in claim.text for claim in done.case.claims)


def test_a_pattern_that_would_run_for_ever_is_refused() -> None:
    rules = parse_rules("pattern: (a+)+b", "list")
    with PatternSearch([rules.rules[0].names[0]]) as search, pytest.raises(UsageError, match="repetitions"):
        search.find("a" * 60)


@pytest.mark.parametrize("text", ["", "# nothing\n", "pattern: (", "pattern: x*", "person: ;", "re: x+"])
def test_lists_that_cannot_be_used_are_refused(text: str) -> None:
    with pytest.raises(UsageError, match="redaction list"):
        parse_rules(text, "list")


@given(st.text(max_size=60), st.lists(st.tuples(st.integers(0, 60), st.integers(1, 9)), max_size=4), st.data())
def test_offsets_follow_the_text(text: str, raw: list[tuple[int, int]], data: st.DataObject) -> None:
    cuts: list[Cut] = []
    for start, size in sorted(raw):
        end = min(len(text), start + size)
        if start < end and (not cuts or cuts[-1].end <= start):
            cuts.append(Cut(start, end, "XX"))
    new = Rewritten(text, cuts)
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    low, high = new.span(start, end)
    assert 0 <= low <= high <= len(new.text)
    if not new.touches(start, end):
        assert new.text[low:high] == text[start:end]


@given(st.text(max_size=80))
def test_folded_characters_know_their_places(text: str) -> None:
    for view in views(text):
        assert len(view.text) == len(view.starts) == len(view.ends)
        assert all(0 <= s < e <= len(text) for s, e in zip(view.starts, view.ends, strict=True))
        assert view.starts == sorted(view.starts)
    assert fold_text(text.upper().lower()).text.isascii() or not text.isascii()


def test_the_same_findings_are_redacted_to_the_same_bytes_in_another_process() -> None:
    """Hashes of strings differ between processes, and with them the order of a set."""
    program = (
        "import dataclasses\n"
        "from headwater import analyse, make_document, relate\n"
        "from headwater.export.contract import to_json\n"
        "from headwater.export.redaction import redact\n"
        "from headwater.export.redaction.rules import parse_rules\n"
        "from headwater.records import Skipped\n"
        "case = relate([analyse(make_document(f'Nothing said Ida Voss {n}.', name=f'{n}.txt')) for n in range(3)])\n"
        "case = dataclasses.replace(case, skipped=(Skipped('x.bin', 'no text'), Skipped('y.bin', 'no text')))\n"
        "print(to_json(redact(case, parse_rules('Ida Voss', 'list')).case, {}).decode())\n"
    )
    said = {
        subprocess.run(
            [sys.executable, "-c", program], env={**os.environ, "PYTHONHASHSEED": str(seed)}, check=True,
            capture_output=True, text=True,
        ).stdout
        for seed in (1, 2, 3)
    }  # fmt: skip
    assert len(said) == 1
