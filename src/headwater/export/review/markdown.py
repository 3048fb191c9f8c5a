"""A review as Markdown with footnotes; what documents say cannot become markup."""

import re
from collections.abc import Iterable

from headwater.export.review.bibliography import KEY, entry, kept, lead_in, left_out, place, section_left_out, title
from headwater.export.terminal.layout import clean
from headwater.report.phrasing import Sentence
from headwater.report.review import Review

_MARKUP = re.compile(r"([\\`*_\[\]<>#|~])")


def render_markdown(page: Review) -> str:
    """Return the review as Markdown; ``[^n]`` are its footnotes."""
    lines = [f"# {_words(title(page))}", ""]
    lines += [*(_sentence(s) for s in page.opening), "", f"*{_words(KEY)}*", ""]
    for section in page.sections:
        lines += [f"## {_words(section.heading)}", "", *(f"*{_sentence(s)}*\n" for s in section.joined)]
        for paragraph in section.paragraphs:
            when = lead_in(paragraph.published)
            lines += [f"{f'**{_words(when)}** ' if when else ''}{_joined(paragraph.sentences)}", ""]
        if section.moved:
            lines += ["### Where the position moved", ""]
        for moved in section.moved:
            lines += [f"On {_words(moved.topic)}:", "", *(f"- {_step(s)}" for s in moved.steps), ""]
        if section.left_out:
            lines += [f"*{section_left_out(section.left_out)}*", ""]
    if page.disputes:
        lines += ["## Figures in dispute", ""]
        lines += [*(f"- {_sentence(s)}" for s in page.disputes), ""]
    lines += [line for s in left_out(page) for line in (f"*{_words(s)}*", "")]
    lines += ["## Documents", ""]
    for source in page.sources:
        url = f" <{source.url}>" if source.url and re.fullmatch(r"https?://[^\s<>]+", source.url) else ""
        lines.append(f"- {_words(entry(source))}.{url} {_words(kept(source))}")
    lines.append("")
    for citation in sorted((c for s in page.sources for c in s.citations), key=lambda c: c.number):
        lines.append(f"[^{citation.number}]: {_words(citation.place.label)}, {place(citation)}.")
    return "\n".join(lines) + "\n"


def _joined(sentences: Iterable[Sentence]) -> str:
    return " ".join(_sentence(sentence) for sentence in sentences)


def _sentence(sentence: Sentence) -> str:
    return "".join(f"[^{part}]" if isinstance(part, int) else _words(part) for part in sentence)


def _step(sentence: Sentence) -> str:
    """Return a step whose number is no list of its own inside the list of steps."""
    return re.sub(r"^(\d+)\.", r"\1\.", _sentence(sentence))


def _words(text: str) -> str:
    """Return words with what Markdown would read as markup escaped."""
    escaped = _MARKUP.sub(r"\\\1", clean(text)) if text.strip() else text
    return f" {escaped}" if text.startswith(" ") and text.strip() else escaped
