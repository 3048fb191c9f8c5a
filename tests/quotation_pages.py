"""Pages as content systems write them, with block quotations that must be kept and others that must not.

The sentences are our own; what varies is the markup: where the quotation stands, how its lines are marked, what is
wrapped round the article and which quotations (testimonials, comments, teasers) do not belong to it.
"""

import random
from collections.abc import Iterator
from dataclasses import dataclass

_WHO = ("The board", "The inspector", "A deputy minister", "The harbour master", "The county", "Our correspondent")
_DID = ("examined", "withdrew", "published", "questioned", "approved", "returned", "described", "compared")
_WHAT = ("the second survey", "the river licence", "a list of repairs", "the minutes of May", "the ferry accounts")
_HOW = (
    "without further notice",
    "before the hearing",
    "in two separate letters",
    "after a long delay",
    "by a small margin",
)
_WHY = ("because the bridge had not been measured", "although nobody had asked for it", "while the mill stood empty",
        "so that the tenants could answer", "as the law of the harbour demands")  # fmt: skip


@dataclass(frozen=True, slots=True)
class QuotationPage:
    """A page, the quotations of its article (a tuple of lines each), and lines that stand outside the article."""

    layout: str
    html: str
    kept: tuple[tuple[str, ...], ...]
    outside: tuple[str, ...]


def sentence(rng: random.Random) -> str:
    """Return a sentence that hardly comes twice."""
    return (
        f"{rng.choice(_WHO)} {rng.choice(_DID)} {rng.choice(_WHAT)} {rng.choice(_HOW)}, "
        f"{rng.choice(_WHY)}, on day {rng.randrange(10, 9999)}."
    )


def paragraph(rng: random.Random, least: int = 2, most: int = 4) -> str:
    """Return a few sentences."""
    return " ".join(sentence(rng) for _ in range(rng.randint(least, most)))


def _plain(lines: tuple[str, ...]) -> str:
    return "<blockquote>" + "".join(f"<p>{line}</p>" for line in lines) + "</blockquote>"


def _bare(lines: tuple[str, ...]) -> str:
    return "<blockquote>" + "<br><br>".join(lines) + "</blockquote>"


def _block_editor(lines: tuple[str, ...]) -> str:
    inner = "".join(f"<p>{line}</p>" for line in lines)
    return f'<blockquote class="wp-block-quote is-layout-flow">{inner}<cite>Survey office</cite></blockquote>'


def _figure(lines: tuple[str, ...]) -> str:
    inner = "<br>".join(lines)
    return f'<figure class="quote"><blockquote>{inner}</blockquote><figcaption>From the minutes</figcaption></figure>'


def _divided(lines: tuple[str, ...]) -> str:
    return "<blockquote>" + "".join(f"<div><span>{line}</span></div>" for line in lines) + "</blockquote>"


def _emphasised(lines: tuple[str, ...]) -> str:
    inner = "".join(f'<p><em>{line}</em> <a href="/minutes">(minutes)</a></p>' for line in lines)
    return f'<blockquote cite="https://harbour.example/minutes">{inner}</blockquote>'


def _listed(lines: tuple[str, ...]) -> str:
    return "<blockquote><ul>" + "".join(f"<li>{line}</li>" for line in lines) + "</ul></blockquote>"


def _nested(lines: tuple[str, ...]) -> str:
    return f'<div class="content-block"><div class="inner">{_plain(lines)}</div></div>'


_QUOTATIONS = (_plain, _bare, _block_editor, _figure, _divided, _emphasised, _listed, _nested)


def _article(body: list[str]) -> str:
    return "<article><h1>{title}</h1>" + "".join(body) + "</article>"


def _editor(body: list[str]) -> str:
    return '<main><div class="post"><h1>{title}</h1><div class="entry-content">' + "".join(body) + "</div></div></main>"


def _sections(body: list[str]) -> str:
    parts = "".join(f'<div class="StoryBodyCompanionColumn"><div>{part}</div></div>' for part in body)
    return '<div id="site-content"><h1>{title}</h1><section name="articleBody">' + parts + "</section></div>"


def _components(body: list[str]) -> str:
    return (
        "<main><h1>{title}</h1>"
        + "".join(f'<div data-component="text-block">{part}</div>' for part in body)
        + "</main>"
    )


def _table_layout(body: list[str]) -> str:
    return '<table width="100%"><tr><td class="text"><h1>{title}</h1>' + "".join(body) + "</td></tr></table>"


def _blog(body: list[str]) -> str:
    return '<div class="post-body"><h3>{title}</h3>' + "".join(body) + "</div>"


_LAYOUTS = (_article, _editor, _sections, _components, _table_layout, _blog)


def pages(seed: int = 7, rounds: int = 1) -> Iterator[QuotationPage]:
    """Yield a page for each layout and way of marking quotations, ``rounds`` times."""
    rng = random.Random(seed)
    for _ in range(rounds):
        for layout in _LAYOUTS:
            for mark in _QUOTATIONS:
                yield _page(rng, layout, mark)


def _page(rng: random.Random, layout: object, mark: object) -> QuotationPage:
    assert callable(layout)
    assert callable(mark)
    quotations = tuple(tuple(paragraph(rng, 1, 3) for _ in range(rng.randint(1, 3))) for _ in range(rng.randint(4, 8)))
    body: list[str] = []
    for number, lines in enumerate(quotations):
        body += [f"<p>{paragraph(rng)}</p>" for _ in range(rng.randint(0 if number else 1, 3))]
        if rng.random() < 0.4:
            body.append(f"<p>{rng.choice(_WHO)} wrote:</p>")
        body.append(mark(lines))
    if rng.random() < 0.7:
        body.append(f"<p>{paragraph(rng)}</p>")
    outside = tuple(sentence(rng) for _ in range(3))
    title = f"Survey {rng.randrange(1000)} of the river licence"
    html = (
        f'<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>{title} | Lower Vail Echo</title></head>'
        "<body>"
        '<header><nav><ul><li><a href="/">Home</a></li><li><a href="/harbour">Harbour</a></li></ul></nav></header>'
        + layout(body).replace("{title}", title)
        + f'<aside class="sidebar"><div class="testimonial"><blockquote>{outside[0]}</blockquote></div></aside>'
        f'<div id="comments"><h3>2 comments</h3><blockquote><p>{outside[1]}</p></blockquote><p>Well said.</p></div>'
        f"<footer><blockquote>{outside[2]}</blockquote><p>© Lower Vail Echo</p></footer></body></html>"
    )
    name = f"{getattr(layout, '__name__', '')}{getattr(mark, '__name__', '')}".strip("_")
    return QuotationPage(name, html, quotations, outside)
