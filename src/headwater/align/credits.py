"""What one document says about where its words come from: the publishers it names, the agencies it credits.

A publisher is named by its full name, its initials (three capitals or more) or its host name. A single-word name must
be written with a capital, and with its article where it has one ("the Lantern"), so that "hill" never names The Hill.
"""

import re
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
    text, host = analysis.document.text, host_of(url)
    for hint in _hints(publisher, host):
        if hint in text:
            break
    else:
        return None
    standing = [s for s in analysis.segments if s.kind == "boilerplate"]
    for match in _pattern(publisher, host).finditer(text):
        if not any(s.start <= match.start() < s.end for s in standing):
            return Span(match.start(), match.end())
    return None


def host_of(url: str | None) -> str | None:
    """Return the name of the host of a page, without "www."."""
    host = _HOST.match(url or "")
    return host[1] if host else None


@lru_cache(maxsize=4096)
def _hints(publisher: str, host: str | None) -> tuple[str, ...]:
    """Return the plain forms of the name, its initials and its host: one of them stands in a text that names it."""
    bare = re.sub(r"^[Tt]he ", "", publisher)
    forms = [bare]
    initials = "".join(word[0] for word in re.findall(r"[A-Za-z]+", bare) if word[0].isupper())
    if len(initials) >= 3:
        forms.append(initials)
    if ministry := _MINISTRY.fullmatch(bare):
        forms += [f"{ministry[1].lower()} ministry", f"{ministry[1]} Ministry"]
    if host:
        forms.append(host)
    return tuple(forms)


@lru_cache(maxsize=4096)
def _pattern(publisher: str, host: str | None) -> re.Pattern[str]:
    bare, *others = _hints(publisher, host)
    several = len(bare.split()) > 1
    forms = [re.escape(bare) if several or bare == publisher else r"[Tt]he " + re.escape(bare)]
    forms += [re.escape(other) for other in others]
    return re.compile(r"(?<![\w@])(?:" + "|".join(forms) + r")(?!\w)")


def find_credits(analysis: Analysis) -> tuple[Credit, ...]:
    """Return the agencies and other sources that the document credits at its top, its end or in a credit line."""
    text = analysis.document.text
    lines = [s for s in analysis.segments if s.kind in ("byline", "dateline", "credit")]
    ranges = [(s.start, s.end) for s in lines] + [(0, HEAD), (max(len(text) - TAIL, 0), len(text))]
    found: dict[str, Credit] = {}
    for start, end in ranges:
        for match in _AGENCY.finditer(text, start, min(end, len(text))):
            name = _SAME_AGENCY.get(match[0], match[0])
            found.setdefault(name, Credit(name, Span(match.start(), match.end())))
    for segment in lines:
        for match in _IN_BRACKETS.finditer(text, segment.start, segment.end):
            name = _SAME_AGENCY.get(match[1], match[1])
            found.setdefault(name, Credit(name, Span(match.start(1), match.end(1))))
    return tuple(found[name] for name in sorted(found))


def credits_agencies(analysis: Analysis) -> bool:
    """Return whether a line of the document says that its words are agencies' too, without their names."""
    lines = [s for s in analysis.segments if s.kind in ("byline", "dateline", "credit")]
    return any(_AGENCIES.search(analysis.document.text, s.start, s.end) for s in lines)
