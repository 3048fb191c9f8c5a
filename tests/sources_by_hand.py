"""Make analyses from texts whose sources stand in [[double brackets]]: what speakers and chains are tested on."""

import re

from headwater.ids import identify
from headwater.records import Analysis, Attribution, Document, Evidence, Segment, Span

_MARKED = re.compile(r"\[\[(.+?)\]\]")
_SENTENCE = re.compile(r"[^.!?\n]+(?:[.!?](?![\s”])|(?<=\bSen)\.|(?<=\bMrs)\.|[^.!?\n])*[.!?]*”?")
_HEADING = re.compile(r"[^\n]*[^.!?”\n](?=\n\n)")
_QUOTED = re.compile(r"“[^”]*”")


def analyse_marked(marked: str, path: str = "one.txt", **metadata: str) -> Analysis:
    """Return the analysis of a text with its marks taken out: one attribution per mark.

    An attribution's content is the nearest quotation of its paragraph, else its whole sentence.
    """
    pieces: list[str] = []
    sources: list[Span] = []
    length = position = 0
    for match in _MARKED.finditer(marked):
        before = marked[position : match.start()]
        length += len(before)
        sources.append(Span(length, length + len(match[1])))
        length += len(match[1])
        pieces += [before, match[1]]
        position = match.end()
    text = "".join(pieces) + marked[position:]
    document = Document(identify("document", path, text), path, "", text, language="en", **metadata)  # type: ignore[arg-type]
    heading = _HEADING.match(text)
    headings = [Segment("heading", heading.start(), heading.end())] if heading is not None else []
    sentences = [Segment("sentence", m.start(), m.end()) for m in _SENTENCE.finditer(text)]
    return Analysis(
        document, (*headings, *sentences), tuple(_attribution(document, source) for source in sources), (), ()
    )


def _attribution(document: Document, source: Span) -> Attribution:
    text = document.text
    start = text.rfind("\n", 0, source.start) + 1
    end = text.find("\n", source.end)
    end = len(text) if end < 0 else end
    quoted = [Span(m.start(), m.end()) for m in _QUOTED.finditer(text, start, end)]
    near = min(quoted, key=lambda s: min(abs(s.end - source.start), abs(s.start - source.end)), default=None)
    if near is not None and min(abs(near.end - source.start), abs(near.start - source.end)) < 25:
        content, kind = near, "direct"
    else:
        sentence_start = max(text.rfind(". ", 0, source.start) + 2, start)
        stop = text.find(". ", source.end)
        content, kind = Span(source.end, end if stop < 0 else stop), "indirect"
        if content.start - content.end == 0:
            content = Span(sentence_start, source.start)
    return Attribution(
        identify("attribution", document.id, source.start),
        document.id,
        (source,),
        (),
        (content,),
        kind,  # type: ignore[arg-type]
        "said",
        "stated",
        None,
        1.0,
        Evidence("by hand", "The brackets mark the source."),
    )
