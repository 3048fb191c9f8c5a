"""Quotation marks: a table of our own cases, and what must hold for any text."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from headwater.marks import quoted_spans

# text, the expected inner texts with their levels, why
CASES: list[tuple[str, list[tuple[str, int]], str]] = [
    ("“Go,” she said.", [("Go,", 0)], "curly marks"),
    ('"Go," she said.', [("Go,", 0)], "straight marks"),
    ("''Go,'' she said.", [("Go,", 0)], "two straight singles as a double"),
    ("``Go,'' she said.", [("Go,", 0)], "typewriter marks"),
    ("‘Go,’ she said.", [("Go,", 0)], "single marks, British"),
    ("'Go,' she said.", [("Go,", 0)], "straight single marks"),
    ("„Geh“, sagte sie.", [("Geh", 0)], "German low and high"),
    ("他说“不”的时候", [("不", 0)], "no blanks beside the marks"),
    ("„Geh”, powiedziała.", [("Geh", 0)], "low, and high in the other direction"),
    ("»Geh«, sagte sie.", [("Geh", 0)], "guillemets pointing in"),
    ("»Geh, »jetzt«, bitte«, sagte sie.", [("Geh, »jetzt«, bitte", 0), ("jetzt", 1)], "guillemets pointing in, nested"),
    ("« Partez », dit-elle.", [(" Partez ", 0)], "guillemets with blanks"),
    ("«Идите», — сказала она.", [("Идите", 0)], "guillemets in Russian"),
    ("”Mene”, hän sanoi.", [("Mene", 0)], "the same mark on both sides"),
    ("「去」と言った。", [("去", 0)], "corner marks"),
    ("「彼は『去』と言った」と書いた。", [("彼は『去』と言った", 0), ("去", 1)], "white corner marks inside"),
    ("“He told me ‘go,’” she said.", [("He told me ‘go,’", 0), ("go,", 1)], "single inside double"),
    ("‘He told me “go”,’ she said.", [("He told me “go”,", 0), ("go", 1)], "double inside single"),
    ("\"He told me 'go,'\" she said.", [("He told me 'go,'", 0), ("go,", 1)], "straight single inside straight double"),
    ("“He said “go” to me,” she said.", [("He said “go” to me,", 0), ("go", 1)], "the same marks nested"),
    ("«On m’a dit “va”», dit-il.", [("On m’a dit “va”", 0), ("va", 1)], "curly inside guillemets"),
    ("„Er sagte ‚geh‘ zu mir“, sagte sie.", [("Er sagte ‚geh‘ zu mir", 0), ("geh", 1)], "German single inside"),
    ("“It’s Quill’s,” she said.", [("It’s Quill’s,", 0)], "apostrophes are no marks"),
    ("‘It’s Quill’s,’ she said.", [("It’s Quill’s,", 0)], "apostrophes inside single marks"),
    ("‘The drivers’ union said no,’ she wrote.", [("The drivers’ union said no,", 0)], "a plural inside single marks"),
    ("The drivers’ union met the miners’ union.", [], "plurals"),
    ("“He is 6’2”,” she said.", [("He is 6’2”,", 0)], "a height inside a quotation"),
    ("In the ’90s they drank 'em all.", [], "left-out letters"),
    ("Rock 'n' roll.", [], "left-out letters on both sides"),
    ('A 6" pipe and a 5\'10" man.', [], "inches and feet"),
    ('A 6" pipe broke. "Bad," she said.', [("Bad,", 0)], "inches before a quotation"),
    ("“We won, he said. “You lost.”", [("You lost.", 0)], "one stray opening mark"),
    ("We won,” he said. “You lost.”", [("You lost.", 0)], "one stray closing mark"),
    ('"We won, he said. "You lost."', [("You lost.", 0)], "one stray straight mark"),
    ("“One.\n\n“Two.”", [("One.", 0), ("Two.", 0)], "two paragraphs, marks set again"),
    ("“One.\n\nTwo,” he said.", [("One.", 0), ("Two,", 0)], "two paragraphs, marks not set again"),
    ("“One.\n\nTwo.\n\nThree,” he said.", [("One.", 0), ("Two.", 0), ("Three,", 0)], "three paragraphs, one pair"),
    ("‘One.\n\n‘Two.’", [("One.", 0), ("Two.", 0)], "two paragraphs in single marks"),
    ("A stray “ here.\n\nThey left. “Go,” she said.", [("Go,", 0)], "a stray mark does not reach the next paragraph"),
    ("“One,” he said. “Two.\n\n“Three.”", [("One,", 0), ("Two.", 0), ("Three.", 0)], "runs on after a cue"),
    ("He said: “One. “Two.”", [("One. ", 0), ("Two.", 0)], "a lead-in before an unclosed mark"),
    ("(“Go,” she said.)", [("Go,", 0)], "in brackets"),
    ("—“Go,” she said", [("Go,", 0)], "after a dash"),
    ('he said,"Go now"', [("Go now", 0)], "a missing blank before a straight mark"),
    ("“Go—” she began.", [("Go—", 0)], "a dash before the closing mark"),
    ("The “so-called ‘deal’”", [("so-called ‘deal’", 0), ("deal", 1)], "two closing marks side by side"),
    ("as it is: ‘Go … ‘ “", [("Go … ", 0)], "marks that only open"),
    ("“As it is: ‘Go … ‘ “", [("As it is: ‘Go … ‘ ", 0), ("Go … ", 1)], "closing marks of the wrong shape"),
    ("“”", [], "empty marks"),
    ('"', [], "one mark"),
    ("", [], "nothing"),
]


@pytest.mark.parametrize(("text", "expected", "why"), CASES)
def test_marks_pair(text: str, expected: list[tuple[str, int]], why: str) -> None:
    assert [(q.inner.of(text), q.level) for q in quoted_spans(text)] == expected, why


def test_a_quotation_over_paragraphs_says_so() -> None:
    first, second = quoted_spans("“One.\n\n“Two,” he said.")
    assert (first.runs_on, first.continues, first.closed) == (True, False, False)
    assert (second.runs_on, second.continues, second.closed) == (False, True, True)


@given(st.text(alphabet="as .,\n“”\"'‘’«»„「」1—", max_size=80))
@settings(max_examples=300, deadline=None)
def test_spans_lie_in_the_text_and_nest(text: str) -> None:
    found = quoted_spans(text)
    for q in found:
        assert 0 <= q.outer.start <= q.inner.start < q.inner.end <= q.outer.end <= len(text)
    for a in found:
        for b in found:
            apart = a.outer.end <= b.outer.start or b.outer.end <= a.outer.start
            inside = a.outer.start <= b.outer.start and b.outer.end <= a.outer.end
            holds = b.outer.start <= a.outer.start and a.outer.end <= b.outer.end
            assert apart or inside or holds


@given(st.sampled_from('“”"‘’«»'), st.integers(min_value=0, max_value=2))
def test_a_stray_mark_in_another_paragraph_changes_nothing(mark: str, where: int) -> None:
    paragraphs = ["“Go,” she said.", "They left.", "“No,” he said."]
    clean = [q.inner.of("\n\n".join(paragraphs)) for q in quoted_spans("\n\n".join(paragraphs))]
    paragraphs.insert(where + 1, f"A stray {mark} here.")
    text = "\n\n".join(paragraphs)
    assert [q.inner.of(text) for q in quoted_spans(text)][: len(clean)] == clean or where < 2
    assert {"Go,", "No,"} <= {q.inner.of(text) for q in quoted_spans(text)}
