"""Ends of spans put right after rules and model have spoken: what a source keeps, how far back a content reaches.

Certain repairs only: punctuation and a relative pronoun left hanging at the ends of a source, an article or a
conjunction alone, a source across a paragraph break, a content cut at the second of two joined verbs. Limit: a source
that is only "who" stays as it is.
"""

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import replace

from headwater.attribute.candidates import Candidate, Near
from headwater.attribute.cues import AUXILIARIES, PREPOSITIONS, PRONOUNS, SAYING_FORMS, TIME_WORDS, TITLES
from headwater.records import Span

REACH_OF_THAT = 5  # words between a verb of saying and its "that"
LONGEST_BRACKET = 80  # characters of an insertion in brackets
LONGEST_NOUN = 4  # words of a noun phrase of which only the article was found
_EDGES = " \t\r\n,;:—–"
_RELATIVES = frozenset({"who", "whom", "whose", "which", "that"})
_ARTICLES = frozenset({"the", "a", "an"})
LONGEST_SHARED = 140  # characters between a subject and the second of its verbs
_NO_SUBJECT = frozenset({"it", "there", "this", "that"})
_OPENERS = frozenset({"having", "being", "nearly", "pressed", "asked", "separately", "unlike"})
_FRAGMENTS = _ARTICLES | {"and", "or", "but", "of"} | _OPENERS
_NAME = re.compile(r"\.?(?: [A-Z][\w’'-]+)+")
_PROPER = r"[A-ZÀ-Þ][\w’'-]*(?:\s(?:(?:of|for|the|de|al|and)\s){0,2}[A-ZÀ-Þ][\w’'-]*){0,6}"
_CALLED = re.compile(
    rf",?\s(?:identified|named|introduced|known)(?:\s(?:in|by)\s(?:the|a|court)\s\w{{1,20}})?(?:\sonly)?(?:\sas)?\s{_PROPER}\.?"
)
_ISSUED = re.compile(r"\b(?:published|released|issued|compiled|prepared|written|conducted|commissioned)\Z")
_ISSUER = re.compile(
    rf"(?:\s(?:on|in|last|this|earlier|late)\s[^\s,.;:]{{1,15}}(?:\s\w{{1,10}}){{0,2}})?\sby\s(?:the\s)?{_PROPER}"
)
_NO_NOUN = AUXILIARIES | PREPOSITIONS | PRONOUNS | SAYING_FORMS | {"and", "or", "but", "who", "which", "that"}
_LEADS = re.compile(r"(?:\s(?:in|on|at|during|by|to))?\s(?:an?|the)\Z|(?<=ing)\s(?:in|on|during)\Z")
_REST_OF_NAME = re.compile(r"(?: [A-ZÀ-Þ][a-zà-ÿ]{2,20}\b(?!['’.])){1,3}")
_CLAUSE = re.compile(r" (?:who|whom|that|which|to) ")
_PREPOSITION = re.compile(r"(?<=\w) (?:on|in|at|by|with|from|for)\Z")
_DATED = re.compile(r"['’]s [a-z]{3,20}\b")
_NUMBER = re.compile(
    r"\b(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|"
    r"eighteen|nineteen|twenty|dozens of|hundreds of|thousands of|\d{1,3}) \Z",
    re.IGNORECASE,
)
_WHEN = re.compile(
    r"\s(?:today|yesterday|tonight|also|now|later|recently|already|instead|however|meanwhile|though|therefore|thus|"
    r"still|on\s[A-Z][a-z]{2,8}day)\Z"
)
LONGEST_GIVEN = 40  # characters of given names before “al-Barqani”
_PICTURE = re.compile(r"\w/(?:AP|AFP|Reuters|REUTERS|Getty|EPA|Bloomberg)(?:\s(?:Photo|Images?|Pool))?\Z")
_ARTICLED = re.compile(r"(?:a[dlnrstz]|el|ul)-[A-Z]")
_GIVEN = re.compile(r"\b(?:[A-ZÀ-Þ][\w’'-]*+ ){1,3}\Z")
_LEADING = re.compile(
    r"(?:since|and|but|however|then|still|yet|meanwhile|instead|though|also|while|as),? (?=[a-z])", re.I
)
_GREETING = re.compile(r"(?:Dear )?(?:Sir|SIR|Sirs|Madam|Editor),?\s[–—-]\s?")
_SHARED = re.compile(  # "The team | surveyed 412 adults and", whose second verb is the cue
    r"(?P<who>(?:(?:[Tt]he|[Aa]n?|[Oo]ur|[Hh]is|[Hh]er|[Tt]heir)\s)?[\w’'-]{1,40}+(?:\s[A-Z][\w’'-]{0,40}+){0,3})"
    r"\s\w{1,20}ed\s[^.!?\n]{1,80}\sand"
)
_LED = re.compile(  # ", Quill left", ", the mayor went on"
    r",\s(?P<who>(?:he|she|they|it|we|I)|(?:[Tt]he\s)?[A-ZÀ-Þ][\w.’'-]{0,40}+(?:\s[A-ZÀ-Þ][\w.’'-]{0,40}+){0,4}|the\s[a-z-]{3,20})"
    r"\s[a-z]{3,15}\b"
)
_CUT = re.compile(  # a bracket that does not close, a blessing
    r"\s?\([^()]*\Z|,\s(?:peace|may (?:God|Allah)|blessings|God rest)\b[^,]*\Z"
)
_BREAK = re.compile(r"\n[ \t\r]*\n")
_JOINED = re.compile(r"(?:and|but)\s", re.IGNORECASE)
_BRACKET = re.compile(r"[\[(]\s*\Z")
_CLOSING = re.compile(r"[\])]")
_HANGING = re.compile(  # a word that no clause ends with
    r"(?:\s(?:and|or|but|the|an?|no|of|to|with|in|for|by|that|which|whose|from|on|at|as|into|than|until|unless|after|"
    r"because|if|while|"
    r"against|between|toward|towards|i|he|she|they|we|is|are|was|were|been|being|be|will|would|could|can|may|might|must|"
    r"shall|should|has|have|had|does|did)|\s\w{1,20}n['’]t|\w['’]s|\w['’]re|\w['’]ve|\w['’]ll|\b[a-z]\.[a-z]\.?)\Z",
    re.IGNORECASE,
)
_OBJECT_NEXT = re.compile(r" (?:her|him|them|me|us)\b(?! (?:own|said|says|told|added|wrote))")
_ADJECTIVE = re.compile(
    r"\b(?:the|an?|its|his|her|their|our|this|that|no)\s(?:[\w-]{2,20}(?:ical|ional|ous|ary|ful|less|ible|istic)|new|old|first|"
    r"second|last|next|former|other|same|most|more|major|key|top|whole|main)\Z"
)
_NOUN_NEXT = re.compile(r" (?P<noun>[a-z][a-z-]{2,})\b")
_UNIT = re.compile(r"\s(?:million|billion|trillion|thousand|percent|per cent|percentage points?)\b")
_NEW_CLAUSE = re.compile(r"\s(?:and|or|but|because|though|although|while)\s")
_PAUSE = re.compile(r"[,;:—–]\s")
_CLOSERS = ")]%…"
_DAY = re.compile(
    r"(?:on )?(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day,? "
    r"(?=(?:that|he|she|it|they|we|the|an?|his|her|its|their|there|no|some|about|at|more)\b)"
)
_MARK = re.compile(r'[“”„«»"‘;]|:\s|\n[ \t\r]*\n')


def with_shared_subject(text: str, candidate: Candidate, sentences: Sequence[Span]) -> Candidate:
    """Return a candidate without a source with what opens its sentence: “*We* treated nine men and | found that …”;
    one whose participle opens it with the subject behind: “| Noting that it leans, *Quill* left”."""
    if candidate.source or not candidate.cue:
        return candidate
    at = bisect_right(sentences, candidate.cue[0].start, key=lambda s: s.start) - 1
    if at >= 0 and sentences[at].start == candidate.cue[0].start:
        led = _LED.match(text, candidate.content[-1].end, sentences[at].end)
        opens = led is not None and candidate.cue[0].of(text).endswith("ing")
        return replace(candidate, source=(Span(led.start("who"), led.end("who")),)) if led and opens else candidate
    if at < 0 or candidate.cue[0].start - sentences[at].start > LONGEST_SHARED:
        return candidate
    shared = _SHARED.fullmatch(text, sentences[at].start, max(sentences[at].start, candidate.cue[0].start - 1))
    if shared is None or shared["who"].lower() in _NO_SUBJECT:
        return candidate
    return replace(candidate, source=(Span(shared.start("who"), shared.end("who")),))


def with_tidy_source(text: str, candidate: Candidate) -> Candidate:
    """Return the candidate with its source trimmed; with none where only a fragment is left."""
    if not candidate.source or not candidate.cue or candidate.rule == "transcript":  # "A:"
        return candidate
    spans = [_trimmed(text, span, candidate.cue[0].start) for span in candidate.source]
    source = tuple(span for span in spans if span is not None)
    return candidate if source == candidate.source else replace(candidate, source=source)


def _trimmed(text: str, span: Span, cue: int) -> Span | None:
    start, end = _beside(text, span, cue)
    start, end = _stripped(text, start, end)
    greeting = _GREETING.match(text, start, end)
    start = greeting.end() if greeting is not None else start
    leading = _LEADING.match(text, start, end)  # "since, | officials have complained"
    start = leading.end() if leading is not None else start
    if _PICTURE.search(text, start, end):
        return None  # who took the picture says nothing
    if _ARTICLED.match(text, start, end):
        given = _GIVEN.search(text, max(0, start - LONGEST_GIVEN), start)
        start = given.start() if given is not None else start
    when = _WHEN.search(text, start + 1, end)
    start, end = _stripped(text, start, when.start()) if when is not None else (start, end)
    cut = _CUT.search(text, start, end)
    end = cut.start() if cut is not None else end
    shared = _SHARED.fullmatch(text, start, end)
    end = shared.end("who") if shared is not None else end
    end = _named(text, end, cue)
    end = _named_whole(text, Span(start, end), cue)
    hanging = _PREPOSITION.search(text, start, end) if not _CLAUSE.search(text, start, end) else None
    end = hanging.start() if hanging is not None else end
    last = re.search(r",?\s(\w+)$", text[max(start, end - 10) : end])
    if last is not None and last[1].lower() in _RELATIVES:
        start, end = _stripped(text, start, end - len(last[0]))
    if start >= end:
        return None
    word = text[start:end].lower()
    if word.rstrip(".") in TITLES and (name := _NAME.match(text, end)) is not None:
        return Span(start, name.end())
    if word.capitalize() == text[start:end] and word.endswith("day") and word in TIME_WORDS:
        noun = _DATED.match(text, end)  # "Friday | 's resolution"
        return Span(start, noun.end()) if noun is not None else None
    if word not in _FRAGMENTS:
        start = _with_number(text, start)
        hangs = word.rpartition(" ")[2] in _FRAGMENTS  # "Ada Quill of The | Lantern said"
        if hangs and (name := _NAME.match(text, end)) is not None:
            return Span(start, name.end())
        return Span(*_stripped(text, start, cue)) if hangs and _goes_on_to(text, end, cue) else Span(start, end)
    return Span(*_stripped(text, start, cue)) if word in _ARTICLES and _goes_on_to(text, end, cue) else None


def _named_whole(text: str, source: Span, cue: int) -> int:
    """Return where a source ends that breaks off inside a name: "The United | States"."""
    last = text.rfind(" ", 0, source.end) + 1
    rest = _REST_OF_NAME.match(text, source.end)
    if rest is None or not text[last].isupper() or source.end < cue < rest.end():
        return source.end
    words = rest[0].split()
    strange = TIME_WORDS.isdisjoint(word.lower() for word in words) and words[0] not in source.of(text).split()
    return rest.end() if strange else source.end


def _with_number(text: str, start: int) -> int:
    """Return where a source starts with the number before it: "Thirteen | candidates"."""
    number = _NUMBER.search(text, max(0, start - 20), start) if text[start].islower() else None
    return number.start() if number is not None else start


def _named(text: str, end: int, cue: int) -> int:
    """Return where a source ends that goes on to say who it is or whose it is: "a spokesman | identified as Ada Quill",
    "a study published | on Monday by the Vail Monitor"."""
    called = _CALLED.match(text, end)
    if called is None and _ISSUED.search(text, max(0, end - 12), end):
        called = _ISSUER.match(text, end)
    return called.end() if called is not None and not end < cue < called.end() else end


def _goes_on_to(text: str, end: int, cue: int) -> bool:
    """Whether nothing but a few nouns stands between the end of a source and its cue."""
    words = text[end:cue].split() if end < cue <= end + 60 else []
    nouns = all(w.replace("-", "").isalnum() and w.lower() not in _NO_NOUN for w in words)
    return 0 < len(words) <= LONGEST_NOUN and nouns


def _beside(text: str, span: Span, cue: int) -> tuple[int, int]:
    """Return the paragraph of the source that stands beside the cue."""
    start, end = span.start, span.end
    for found in _BREAK.finditer(text, start, end):
        if found.start() >= cue:
            return start, found.start()
        start = found.end()
    return start, end


def _stripped(text: str, start: int, end: int) -> tuple[int, int]:
    while start < end and (text[start] in _EDGES or text.startswith("-- ", start, end)):
        start += 1 if text[start] in _EDGES else 3
    while start < end and (text[end - 1] in _EDGES or text.endswith(" --", start, end)):
        end -= 1 if text[end - 1] in _EDGES else 3
    return start, end


def reached_back(text: str, candidates: Sequence[Candidate], sentences: Sequence[Span]) -> list[Candidate]:
    """Return the candidates, those cut at an "and", or at the "that" of an inner saying, drawn back to the start of
    their sentence.

    Only where source and cue close the sentence after a comma and neither a mark nor another's cue stands between:
    "It turned and *and sank, Quill said*".
    """
    cues = sorted({cue.start for c in candidates for cue in c.cue})
    starts = [s.start for s in sentences]
    found = []
    for c in candidates:
        at = bisect_right(starts, c.content[0].start) - 1
        told = at >= 0 and _is_told(text, sentences[at].start, c.content[0])
        if at >= 0 and len(c.content) == 1 and c.source and c.cue and (told or _JOINED.match(text, c.content[0].start)):
            sentence, content = sentences[at], c.content[0]
            follows = min(c.source[0].start, c.cue[0].start)
            free = told or bisect_right(cues, content.start) == bisect_right(cues, sentence.start - 1)
            closes = text[content.end : follows].strip() == "," or text[content.end - 1 : follows].strip() == ","
            ordered = sentence.start < content.start and content.end <= follows < sentence.end
            if ordered and closes and free and not _MARK.search(text, sentence.start, content.start):
                c = replace(c, content=(Span(sentence.start, content.end),))
        found.append(c)
    return found


def _is_told(text: str, start: int, content: Span) -> bool:
    """Whether a content opens with the "that" of a saying before it: "Quill told her | that it leans, Oduya said"."""
    before = text[start : content.start].lower().split()[-REACH_OF_THAT:]
    return text.startswith("that ", content.start) and not SAYING_FORMS.isdisjoint(before)


def with_tidy_cue(text: str, candidate: Candidate) -> Candidate:
    """Return the candidate without an article, and what leads to it, at the end of its cue: "said in a | statement"."""
    cue = tuple(
        Span(s.start, m.start()) if (m := _LEADS.search(text, s.start + 1, s.end)) is not None else s
        for s in candidate.cue
    )
    return candidate if cue == candidate.cue else replace(candidate, cue=cue)


def with_tidy_content(candidate: Candidate, text: str) -> Candidate:
    """Return the candidate without commas, a day and half a bracket at the ends of its content."""
    first = candidate.content[0]
    after_cue = bool(candidate.cue) and candidate.cue[-1].end + 1 == first.start
    day = _DAY.match(text, first.start, first.end) if after_cue else None  # "said | Sunday the wall leans"
    spans = candidate.content if day is None else (Span(day.end(), first.end), *candidate.content[1:])
    parts = [Span(*_unbracketed(text, *_stripped(text, span.start, span.end))) for span in spans]
    content = tuple(span for span in parts if span.start < span.end)
    return candidate if content == candidate.content or not content else replace(candidate, content=content)


def _unbracketed(text: str, start: int, end: int) -> tuple[int, int]:
    """Return the ends of a span without a closing bracket at its end that it does not open."""
    opened = text.count("(", start, end)
    while end > start and text[end - 1] == ")" and text.count(")", start, end) > opened:
        start, end = _stripped(text, start, end - 1)
    return start, end


def parted(text: str, candidates: Sequence[Candidate]) -> list[Candidate]:
    """Return the candidates, each without a last part that is another saying: "It leans, she said, *but added so*"."""
    near = Near(candidates)
    found = []
    for c in candidates:
        last = c.content[-1]
        joined = _JOINED.match(text, last.start) if len(c.content) > 1 else None
        if joined is not None and any(
            o is not c and any(joined.end() <= cue.start <= joined.end() + 6 and cue.end < last.end for cue in o.cue)
            for o in near.to(c)
        ):
            c = replace(c, content=c.content[:-1])
        found.append(c)
    return found


def filled(text: str, candidates: Sequence[Candidate], sentences: Sequence[Span]) -> list[Candidate]:
    """Return the candidates, gaps in their contents closed where nothing of theirs stands in the gap.

    A content is in two parts because its source and cue stand between; a gap of one sentence with neither is a slip.
    """
    starts = [s.start for s in sentences]
    found = []
    for c in candidates:
        parts = [c.content[0]]
        for span in c.content[1:]:
            last = parts[-1]
            at = bisect_right(starts, last.start) - 1
            one = at >= 0 and span.end <= sentences[at].end and not _MARK.search(text, last.end, span.start)
            if one and not any(last.end <= s.start < span.start for s in (*c.source, *c.cue)):
                parts[-1] = Span(last.start, span.end)
            else:
                parts.append(span)
        found.append(c if len(parts) == len(c.content) else replace(c, content=tuple(parts)))
    return found


def carried_on(text: str, candidates: Sequence[Candidate], sentences: Sequence[Span]) -> list[Candidate]:
    """Return the candidates, those drawn on to their end whose content stops in the middle of what it reports.

    A content that holds another's cue ends no earlier than that one's content ("that guards *threatened* | to leave");
    one that stops at an opening bracket goes on past it; one that stops at "and", "the", "will" or "the
    mayor's" goes on to the next pause, where nothing else is said before that; one that stops at a number takes its
    "million". Quotation marks are never crossed.
    """
    near = Near(candidates)
    starts = [s.start for s in sentences]
    found = []
    for c in candidates:
        last = c.content[-1]
        at = bisect_right(starts, last.start) - 1
        if at < 0 or last.end > sentences[at].end:
            found.append(c)
            continue
        border = sentences[at].end
        held = [
            inner.content[-1].end
            for inner in near.to(c)
            if inner is not c
            and len(inner.content) == 1
            and any(last.start <= cue.start and cue.end <= last.end for cue in inner.cue)
            and inner.content[0].start <= last.end + 1
        ]
        end = max([last.end, *(e for e in held if e <= border)])
        bracket = _BRACKET.search(text, max(last.start, end - 2), end)
        if bracket is not None and (closes := _CLOSING.search(text, end, min(border, end + LONGEST_BRACKET))):
            end = closes.end()
        if (unit := _UNIT.match(text, end, border)) and text[end - 1].isdigit():
            end = unit.end()
        if _hangs(text, last.start, end):
            stop = _PAUSE.search(text, end, border)
            goes_on = Span(end, stop.start() if stop else border)
            reach = replace(c, content=(*c.content[:-1], Span(last.start, goes_on.end)))
            if not any(end <= o.start < goes_on.end for o in near.to(reach) if o is not c):
                end = goes_on.end
                while end > last.end and not (text[end - 1].isalnum() or text[end - 1] in _CLOSERS):
                    end -= 1
        if end > last.end and not _MARK.search(text, last.end, end) and not _holds(c, last.end, end):
            c = replace(c, content=(*c.content[:-1], Span(last.start, end)))
        found.append(c)
    return found


def _hangs(text: str, start: int, end: int) -> bool:
    """Whether a content stops at a word that no clause ends with, and the sentence goes on."""
    end += text[end : end + 2] == ". " and text[end - 2 : end - 1] == "."  # "U.S | . harbours"
    if text[end : end + 1] != " ":
        return False
    if _OBJECT_NEXT.match(text, end):
        return text[end - 1].isalnum()  # "groped | her and left"
    noun = _NOUN_NEXT.match(text, end)
    if noun is not None and noun["noun"] not in _NO_NOUN and _ADJECTIVE.search(text, max(start, end - 40), end):
        return True  # "the medical | board of Vail"
    if _HANGING.search(text, max(start, end - 24), end) is None:
        return False
    return text[end + 1 : end + 2].isalnum() and _NEW_CLAUSE.match(text, end) is None


def _holds(candidate: Candidate, start: int, end: int) -> bool:
    """Whether the candidate's own source or cue stands between two places."""
    return any(start <= span.start < end for span in (*candidate.source, *candidate.cue))


def chained(text: str, found: Sequence[Candidate], rules: Sequence[Candidate]) -> list[Candidate]:
    """Return what rules add below ``found`` in "X says Y says Z", to any depth.

    A link is a saying whose source opens another's content; all links end where the outermost ends.
    """
    ends = {c.content[0].start: c.content[0].end for c in found if len(c.content) == 1}
    known = {cue.start for c in found for cue in c.cue}
    added = []
    for rule in sorted(rules, key=lambda c: (c.start, c.end)):
        if rule.rule != "clause after cue" or not rule.source or rule.source[0].start not in ends:
            continue
        end = ends[rule.source[0].start]
        first = rule.content[0].start
        direct = text[rule.cue[-1].end : first].strip() == "" and text[rule.source[-1].end : rule.cue[0].start] == " "
        if direct and first < end and rule.cue[0].of(text).lower() in {"says", "said", "say"}:
            ends[first] = end
            if rule.cue[0].start not in known:
                added.append(replace(rule, content=(Span(first, end),)))
    return added
