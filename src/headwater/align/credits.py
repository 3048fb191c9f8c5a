"""What one document says about where its words come from: the publishers it credits, the agencies it credits.

A publisher is named by its full name, its initials (three capitals or more) or its host name. A single-word name must
be written with a capital, and with its article where it has one ("the Lantern"), so that "hill" never names The Hill.
To be named is not to be credited: of forty directions between real newspapers that rested on a name alone, two in three
were wrong (the owner of a picture, where an author also writes, a channel that the story is about). A credit says that
the publisher said or printed something: "according to the Post", "the Post reported", "a report in the Post".
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from headwater.records import Analysis, Span

HEAD = 300  # characters at the top in which an agency's name is a credit
TAIL = 200  # characters at the end in which it is one
_AGENCY = re.compile(
    r"\b(?:AP|Associated Press|Reuters|AFP|Agence France-Presse|UPI|dpa|Deutsche Presse-Agentur|PA Media"
    r"|Press Association|Xinhua|TASS|Interfax|ANSA|EFE|Kyodo(?: News)?|IANS|PTI|ANI|Anadolu(?: Agency)?|Belga|APA)\b"
)
_AGENCIES = re.compile(r"\b(?:and|by|from|with) (?:the )?(?:news )?(?:agencies|wire services|wires)\b", re.IGNORECASE)
_SAME_AGENCY = {
    "Associated Press": "AP",
    "Agence France-Presse": "AFP",
    "Deutsche Presse-Agentur": "dpa",
    "Press Association": "PA Media",
    "Kyodo News": "Kyodo",
    "Anadolu Agency": "Anadolu",
}
_MINISTRY = re.compile(r"Ministry of (?:the )?(\w+)")  # "the interior ministry"
_WORKS = (
    r"(?:report|reporting|article|story|stories|piece|interview|investigation|survey|poll|study|analysis|essay|editorial"
    r"|column|dispatch|account|review|statement|release|bulletin|broadcast|post|blog|correspondent|writer|website)s?"
)
_CREDITED_BEFORE = re.compile(  # what stands before the name that it credits
    r"(?:\b(?:[Aa]ccording to|[Aa]s (?:seen|told)|[Rr]eported (?:by|in|on)|[Cc]it(?:ing|ed by)"
    r"|[Qq]uot(?:ing|ed (?:by|in))|[Vv]ia|h/t|[Aa]ppeared (?:in|on)"
    r"|(?:[Pp]ublished|[Pp]rinted|[Cc]arried|[Aa]ired|[Bb]roadcast) (?:by|in|on)"
    r"|[Ww]r(?:ote|iting|ites) (?:in|for|on)|[Pp]ut it (?:in|on)|[Rr]eport(?:s|ing) (?:for|by|in)|[Tt]old|[Tt]ells"
    r"|[Oo]btained by|[Ss]een by|[Ss]ources?:|[Qq]uelle:|(?:writes|wrote|reports|reported|notes|noted|argues|argued)"
    rf"|{_WORKS} (?:by|in|from|of|on|to|with|for))"
    r"|\b[Ii]n (?:an?|its|the)(?: [\w-]{1,20}){0,3}|(?:\A|\n)[Bb]y [^\n]{0,80}"
    r"|[”\"\n]\s?(?:[A-Z][\w.'’-]{1,20} ){1,3}[A-Z][\w.'’-]{1,20},)"  # “…” Kit Oduya, Almeric Post
    r" ?(?:the |an? |its )?"
    r"(?:(?:newspaper|paper|agency|news agency|website|site|magazine|daily|weekly|broadcaster|channel|institute) )?\Z"
)
_CREDITED_BEHIND = re.compile(  # what stands behind it
    r"(?:['’]s?)?(?: [A-Z][\w.'’-]{1,20}){0,3}(?:,[^.\n,]{1,80},)? ?"
    r"(?:(?:also|first|has|had|earlier|previously|now|was|is|on \w{6,9}|\w{2,12}ly) ){0,2}"
    r"(?:report(?:s|ed|ing)|wr(?:ote|ites)|sa(?:id|ys)|note[sd]|finds?|found|publish(?:ed|es)|quote[sd]|cite[sd]"
    r"|describe[sd]|reveal(?:s|ed)|obtained|confirm(?:s|ed)|add(?:s|ed)|claim(?:s|ed)|state[sd]|announced"
    r"|explain(?:s|ed)|show(?:s|ed)|learned|ha[sd] (?:it|the story)"
    rf"|(?:own |latest |new |recent |\w{{1,15}} )?{_WORKS})\b|:\s| [—–-]{{1,2}} |\) ?[—–-]"
)
_SIGNING = re.compile(r"\A\W{0,3}(?:[Bb]y|BY|[Cc]ontributing:|[Ss]ources?:|[Ww]ith|[Rr]eporting by)\b|[/,] ?\Z")
_SIGNED = re.compile(r"[^.\n]{0,80}\bcontributed\b|\)? ?(?:--|[—–]) |/")
_BY = re.compile(r"\W{0,3}(?:By|BY) ")
_DASH = re.compile(r"\) ?(?:-|--|[—–]) ")
_PICTURE_BEFORE = re.compile(
    r"(?:/|©[^\n]{0,12}|\([^()\n]{0,60}/[^()\n]{0,40}|[Cc]opyright[^\n]{0,12}"
    r"|\b(?:[Pp]hoto(?:graph)?s?(?: by| credit)?:?|[Cc]aption|[Ii]mages?(?: source)?:?|Getty)) ?\Z"
)
_PICTURE_BEHIND = re.compile(r" ?/| (?:[Pp]hoto|[Ii]mage|[Ff]ile\b|via\b|Getty)")
BESIDE = 120  # characters on either side of a name in which it is credited
_EDITION = re.compile(r"(?: \([^()]{1,40}\)| - \w[\w ]{1,40})\Z")  # "Meridian (Online)", "Meridian - Opinion"
_HOST = re.compile(r"https?://(?:www\.)?([\w.-]+)")
_IN_BRACKETS = re.compile(r"\(([A-Z][\w&.' -]{1,40})\)")


@dataclass(frozen=True, slots=True)
class Credit:
    """A name that stands for a source of the document's words, and where it stands."""

    name: str
    span: Span


def find_name(analysis: Analysis, publisher: str, url: str | None) -> Span | None:
    """Return where the document first names ``publisher``, outside its standing text; None where it does not.

    ``url`` is a page of the publisher.
    """
    return next(_names(analysis, publisher, url), None)


def find_mentions(analysis: Analysis, publisher: str, url: str | None) -> tuple[Span, ...]:
    """Return where the document credits ``publisher``, in order; ``url`` is a page of the publisher.

    >>> from headwater.records import Document
    >>> def credited(text):
    ...     analysis = Analysis(Document("d", "d.txt", "", text), (), (), (), ())
    ...     return [span.of(text) for span in find_mentions(analysis, "Almeric Post", None)]
    >>> credited("It fell, the Almeric Post reported. Quill, a columnist for the Almeric Post, sang.")
    ['Almeric Post']
    >>> credited("The words were first printed by the Almeric Post.")
    ['Almeric Post']
    >>> credited("It fell. (Kit Oduya/Almeric Post) He watches Almeric Post TV.")
    []
    """
    text = analysis.document.text
    if not _may_name(text, publisher, host_of(url)):
        return ()
    captions = [s for s in analysis.segments if s.kind == "caption"]
    return tuple(
        span
        for span in _names(analysis, publisher, url)
        if not is_picture(text, span)
        and not any(s.start <= span.start < s.end for s in captions)
        and (
            in_credit_line(analysis, span)
            or _CREDITED_BEFORE.search(text, max(0, span.start - BESIDE), span.start)
            or _CREDITED_BEHIND.match(text, span.end, span.end + BESIDE)
        )
    )


def in_credit_line(analysis: Analysis, name: Span) -> bool:
    """Say whether a name stands in a byline, a dateline or a line of credits."""
    text = analysis.document.text
    lines = (s for s in analysis.segments if s.kind in ("byline", "dateline", "credit"))
    if any(s.start <= name.start < s.end for s in lines):
        return True
    line = text[max(text.rfind("\n", 0, name.start) + 1, name.start - 200) : name.start]
    return bool(_BY.match(line)) or (line.endswith("(") and _DASH.match(text, name.end) is not None)


def is_picture(text: str, name: Span) -> bool:
    """Say whether a name is that of the owner of a picture: "Kit Oduya/AP Photo", "Image copyright Reuters"."""
    before = _PICTURE_BEFORE.search(text, max(0, name.start - 110), name.start)
    return before is not None or _PICTURE_BEHIND.match(text, name.end, name.end + 10) is not None


def _names(analysis: Analysis, publisher: str, url: str | None) -> Iterator[Span]:
    text, host = analysis.document.text, host_of(url)
    if not _may_name(text, publisher, host):
        return
    standing = [s for s in analysis.segments if s.kind == "boilerplate"]
    for match in _pattern(publisher, host).finditer(text):
        if not any(s.start <= match.start() < s.end for s in standing):
            yield Span(match.start(), match.end())


def _may_name(text: str, publisher: str, host: str | None) -> bool:
    """Say whether a text holds a form of the name: hardly any does, so nothing else is tried before."""
    return any(hint in text for hint in _hints(publisher, host))


def host_of(url: str | None) -> str | None:
    """Return the name of the host of a page, without "www."."""
    host = _HOST.match(url or "")
    return host[1] if host else None


@lru_cache(maxsize=4096)
def _hints(publisher: str, host: str | None) -> tuple[str, ...]:
    """Return the plain forms of the name, its initials and its host: one of them stands in a text that names it."""
    bare = re.sub(r"^[Tt]he ", "", _EDITION.sub("", publisher))
    is_word = bare != publisher and " " not in bare
    forms = [bare, f"{'THE ' if is_word else ''}{bare.upper()}"]  # "POLITICO", and "USA Today" for "USA TODAY"
    forms.append(" ".join(word.capitalize() if word.isupper() and len(word) > 3 else word for word in bare.split()))
    forms += [long for long, short in _SAME_AGENCY.items() if short == bare] + [_SAME_AGENCY.get(bare, bare)]
    initials = "".join(word[0] for word in re.findall(r"[A-Za-z]+", bare) if word[0].isupper())
    if len(initials) >= 3:
        forms.append(initials)
    if ministry := _MINISTRY.fullmatch(bare):
        forms += [f"{ministry[1].lower()} ministry", f"{ministry[1]} Ministry"]
    if host:
        forms.append(host)
    return tuple(dict.fromkeys(forms))


@lru_cache(maxsize=4096)
def _pattern(publisher: str, host: str | None) -> re.Pattern[str]:
    bare, *others = _hints(publisher, host)
    several = len(bare.split()) > 1
    has_article = publisher.startswith(("The ", "the "))
    forms = [r"[Tt]he " + re.escape(bare) if has_article and not several else re.escape(bare)]
    forms += [re.escape(other) for other in others]
    return re.compile(r"(?<![\w@])(?:" + "|".join(forms) + r")(?!\w)")


def find_credits(analysis: Analysis) -> tuple[Credit, ...]:
    """Return the agencies and other sources that the document credits at its top, its end or in a credit line."""
    text = analysis.document.text
    lines = [s for s in analysis.segments if s.kind in ("byline", "dateline", "credit")]
    ranges = [(s.start, s.end) for s in lines] + [(0, HEAD), (max(len(text) - TAIL, 0), len(text))]
    found: dict[str, Credit] = {}
    for number, (start, end) in enumerate(ranges):
        for match in _AGENCY.finditer(text, start, min(end, len(text))):
            span = Span(match.start(), match.end())
            if is_picture(text, span) or (number >= len(lines) and not _is_signed(text, span)):
                continue
            name = _SAME_AGENCY.get(match[0], match[0])
            found.setdefault(name, Credit(name, Span(match.start(), match.end())))
    for segment in lines:
        for match in _IN_BRACKETS.finditer(text, segment.start, segment.end):
            name = _SAME_AGENCY.get(match[1], match[1])
            found.setdefault(name, Credit(name, Span(match.start(1), match.end(1))))
    return tuple(found[name] for name in sorted(found))


def _is_signed(text: str, name: Span) -> bool:
    """Whether an agency's name in running text signs it: "(AP) -", "By the Associated Press", "Reuters contributed"."""
    first, last = text.rfind("\n", 0, name.start) + 1, text.find("\n", name.end)
    before, behind = text[max(first, name.start - 200) : name.start], text[name.end : last if last >= 0 else len(text)]
    if before.endswith("(") and behind.startswith(")"):
        return True
    return bool(_SIGNING.search(before) or _SIGNED.match(behind)) or not (before + behind).strip("()[]/—–-. \t")


def credits_agencies(analysis: Analysis) -> bool:
    """Return whether a line of the document says that its words are agencies' too, without their names."""
    lines = [s for s in analysis.segments if s.kind in ("byline", "dateline", "credit")]
    return any(_AGENCIES.search(analysis.document.text, s.start, s.end) for s in lines)
