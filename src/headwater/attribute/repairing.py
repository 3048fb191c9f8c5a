"""Slips that the sentence around a cue shows: whose words they are, and where what is said begins and ends.

- A participle after an inverted cue goes on with its speaker: “It leans, said Quill, *adding* that …” is Quill's.
- What a headline says ends with the headline, what a text says does not begin in it.
- “warned the mayor that the wall leans” warns that the wall leans, not “the mayor”.
- “(RELATED: Port Boss Quits)” is another text's headline; so are those in boxes of links (``links``).
- A line of capitals in the middle of a text is another text's headline too.
- “rejected claims by the mayor that the wall leans” denies that the wall leans, not “by the mayor”.
- “claims to have won”: the infinitive opens what is said.
- “nobody was telling the truth” gives nobody's words.
- “It will close, it is reported”: “it” stands for what is said, and is no part of it.
- “said ten had died, but would not confirm who”: what the speaker does not say is no part of what is said.
- “said ten died, its army says, though members of parliament claim more”: the other's claim is not the army's.
- “Ada Quill, a | clerk, said”: a source goes on to the comma before its verb.
"""

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import replace

from headwater.attribute.candidates import Candidate, Near
from headwater.attribute.cues import ADDRESSEES_END, ADDRESSING, PREPOSITIONS, SAYING_FORMS
from headwater.links import find_link_boxes
from headwater.records import Segment, Span

REACH = 300  # characters between an inverted cue and a participle that goes on with its speaker
_PARTICIPLE = re.compile(
    r"(?:and )?(?:adding|saying|noting|insisting|arguing|warning|explaining|claiming|stressing|pointing out|telling)\b"
)
_BY = re.compile(r"(?:made )?by [^,.;:!?“”\"\n]{2,80}? that\s")
_INFINITIVE = re.compile(r"(?<=[a-z]) to\Z")
LONGEST_REST = 80  # characters between a source that was cut off and its cue
SHORTEST = 10  # characters of what is said before what is not
SHORTEST_LINK = 4  # blanks in a headline in capitals; those of a chapter are shorter
LONGEST_LINK = 300  # characters of a bracket that leads elsewhere
_BEFORE_BOX = re.compile(r"(?P<who>[A-ZÀ-Þ][\w.’'-]{0,40}+(?: [A-ZÀ-Þ][\w.’'-]{0,40}+){0,6}) \Z")
_PHOTOGRAPHER = re.compile(
    r"[^\n]{3,60}/(?:AP|AFP|Reuters|REUTERS|Getty|EPA|Bloomberg)(?: via [\w ]{2,20})?(?: Images| Photo)?"
)
_LINK = re.compile(
    r"\((?:related|read|read more|more|video|watch|see also|also read|see|photos?|image|picture|credit)\s?:",
    re.IGNORECASE,
)
_TOLD = re.compile(r"(?P<whom>[^,.;:?!“”\"()\n]{2,60}?)(?: (?=that\b)|[:,] (?=[“\"]))")
_CAPITALS = re.compile(r"[A-ZÀ-Þ][\w’'-]{0,40}+(?: [A-ZÀ-Þ][\w’'-]{0,40}+){1,20}+")
_THAT_IS = re.compile(r"(?:That|This) (?:is|was) (?:exactly |precisely )?what\b")
_MARK = re.compile(r"[“”„«»\"‘:\n]")
_VERDICT = re.compile(
    r"\s(?P<verdict>(?:is|are|was|were)(?: (?:also|simply|plainly|entirely|just|both|not))*+ "
    r"(?:(?P<wrong>wrong|false|untrue|incorrect|baseless|unfounded|a lie|lies|nonsense|fabricated|invented)"
    r"|misleading|true|right|correct|disputed)|(?:leaves|left) out|ignores|omits|overlooks|contradicts|drew|sparked"
    r"|prompted|was met|has (?:been|drawn|angered))\b[^“”\"]{0,60}\Z"
)
_CLAIM = re.compile(
    r"\b(?:claims?|reports?|allegations?|assertions?|rumou?rs?|suggestions?|accusations?|announcements?)\Z",
    re.IGNORECASE,
)
LONGEST_LAST = 4  # words of a source that closes a headline
_SAYS = frozenset({"says", "say", "warns", "warn", "claims", "claim", "reports", "finds", "shows", "show", "suggests"})
_NAMES = re.compile(r"(?:was |were |been )?(?:identified|named|described|known)")
_KNOWN = re.compile(
    r"(?:(?:is|are|was|were|been|be|['’]s|also|best|better|well|widely|commonly) ){0,3}known (?:for|as|in)"
)
_AS = re.compile(r"\bas\Z")
_OBJECTS = frozenset({"it", "them", "him", "her"})
_WHO_SAW = re.compile(
    r"(?:, |(?<=[.!?] )|\A)"
    r"(?P<who>[^,.!?\n“”\"]{3,60}? (?:who (?:has|have|had) \w{1,12}|familiar with|close to|briefed on|aware of)) \Z"
)
_AND = re.compile(r"and ")
_ASKED = re.compile(r"Asked|Pressed|Questioned|When asked")
_BIDDEN = frozenset({"say", "tell", "explain", "deny", "claim", "insist"})
_BIDS = re.compile(r"(?:\A|[.!?\n] ?|\b[Ii]f asked[^.,!?\n]{0,24}, |[Pp]lease )\Z")
_STOP = re.compile(r"[.!?\n]")
_IT = re.compile(r",? (?:it|this)\Z")
_NAMED = re.compile(r"(?P<said>, [A-ZÀ-Þ][\w’'-]*+(?: [A-ZÀ-Þ][\w’'-]*+){0,3}(?:, \d{1,3})?),? ?")
_WHO = re.compile(r", (?:who|whose|which) ")
_APPOSED = re.compile(r", (?!who\Z|which\Z|whose\Z)")
_REST = re.compile(r"(?P<said>(?: [\w’'-]++){1,7}), ?")
_BUT_NOT = re.compile(
    r",? but (?P<cue>(?:also )?(?:(?:would|could|did|does|do|has|have|had) not|declined to|declines to|refused to|"
    r"refuses to|(?:would|could|did|does)n['’]t) (?:yet )?(?:confirm|comment on|elaborate on|elaborate|specify|"
    r"identify|name|give|provide|disclose|say(?= (?:how|what|when|where|whether|who|why|which|if)\b)))(?: |\Z)"
)
_CONTRAST = re.compile(r"(?:(?:even )?though|although|while|whereas) ")
_IDIOM = re.compile(r"\s(?:the (?:whole )?truth|lies|a lie|untruths|stories|tales)\b")


def repaired(text: str, candidates: Sequence[Candidate], segments: Sequence[Segment]) -> list[Candidate]:
    """Return the candidates without these slips, in the same order."""
    boxed = _without_boxes(text, candidates)
    kept = [c for c in boxed if not (_is_idiom(text, c) or _is_aside(text, c) or _is_link(text, c))]
    headings = sorted({(s.start, s.end) for s in segments if s.kind == "heading"})
    whole = [_within_heading(c, headings) for c in kept if not _is_shouted(text, c, headings)]
    whole = [_without_agent(text, _without_addressee(text, _with_infinitive(text, c))) for c in whole]
    whole = [_seen(text, _without_verdict(text, c)) for c in whole]
    whole = [_turned_round(text, c, headings) for c in whole if not _is_label(text, c)]
    whole = [_whole_name(text, _whole_source(text, _without_it(text, c))) for c in whole]
    sentences = [Span(s.start, s.end) for s in segments if s.kind == "sentence"]
    whole = [_within_sentence(text, _that_is_what(text, c, sentences), sentences) for c in whole]
    return _without_contrast(text, _shared_words(text, _refused(text, _gone_on(text, whole))))


def _is_idiom(text: str, candidate: Candidate) -> bool:
    return bool(candidate.cue) and _IDIOM.match(text, candidate.cue[-1].end, candidate.cue[-1].end + 20) is not None


def _is_aside(text: str, candidate: Candidate) -> bool:
    """Whether a cue only tells what was asked, or what to say: “Asked whether …, he left”, “If asked, say that …”."""
    if not candidate.cue:
        return False
    first = candidate.cue[0]
    said = first.of(text)
    if _ASKED.fullmatch(said) or (said.startswith("asked") and text.endswith("when ", 0, first.start)):
        return True
    if said.lower().startswith("highlights") and [s.of(text) for s in candidate.source] == ["Story"]:
        return True  # what a page sets above its summary
    told = any(s.end <= first.start and not _STOP.search(text, s.end, first.start) for s in candidate.source)
    follows = _BIDS.search(text, max(0, first.start - 30), first.start) is not None
    return not told and follows and said.lower().removeprefix("do not ").removeprefix("not ") in _BIDDEN


def _without_boxes(text: str, candidates: Sequence[Candidate]) -> list[Candidate]:
    """Return the candidates without those in boxes of links; a source right behind one is named before it."""
    boxes = [box.span for box in find_link_boxes(text)]
    found = []
    for c in candidates if boxes else ():
        if any(box.start <= span.start < box.end for box in boxes for span in (*c.cue, *c.source)):
            continue
        last = [box for box in boxes if c.source and 0 <= c.source[0].start - box.end <= len(" (")]
        named = _BEFORE_BOX.search(text, max(0, last[0].start - LONGEST_REST), last[0].start) if last else None
        found.append(replace(c, source=(Span(*named.span("who")),)) if named is not None else c)
    return found if boxes else list(candidates)


def _is_link(text: str, candidate: Candidate) -> bool:
    """Whether a cue or a source stands in a bracket that only leads elsewhere: “(RELATED: Port Boss Quits)”."""
    for span in (*candidate.source[:1], *candidate.cue[:1]):
        opening = text.rfind("(", max(0, span.start - LONGEST_LINK), span.start)
        if opening >= 0 and _LINK.match(text, opening) and text.find(")", opening, span.start) < 0:
            return True
    return _PHOTOGRAPHER.fullmatch(candidate.content[-1].of(text)) is not None


def _without_addressee(text: str, candidate: Candidate) -> Candidate:
    """Return the candidate without whom it is said to: “warned | the council | that the wall leans”."""
    first = candidate.content[0]
    if not candidate.cue or candidate.cue[-1].end + 1 != first.start:
        return candidate
    if candidate.cue[-1].of(text).lower().rpartition(" ")[2] not in ADDRESSING:
        return candidate
    told = _TOLD.match(text, first.start)
    if told is None or told["whom"].lower().partition(" ")[0] in ADDRESSEES_END | PREPOSITIONS:
        return candidate
    rest = tuple(Span(max(s.start, told.end()), s.end) for s in candidate.content if told.end() < s.end)
    return replace(candidate, content=rest) if rest else candidate


def _within_heading(candidate: Candidate, headings: Sequence[tuple[int, int]]) -> Candidate:
    """Return the candidate with its content on the same side of a heading's end as its cue."""
    if not candidate.cue or not headings:
        return candidate
    holder = _heading(candidate.cue[0].start, headings)
    content = []
    for span in candidate.content:
        other = _heading(span.start, headings)
        if holder is not None:
            span = Span(max(span.start, holder[0]), min(span.end, holder[1]))
        elif other is not None:
            span = Span(max(span.start, other[1]), span.end)
        if span.start < span.end:
            content.append(span)
    return replace(candidate, content=tuple(content)) if content else candidate


def _heading(position: int, headings: Sequence[tuple[int, int]]) -> tuple[int, int] | None:
    at = bisect_right(headings, (position, 1 << 60)) - 1
    return headings[at] if at >= 0 and position < headings[at][1] else None


def _is_shouted(text: str, candidate: Candidate, headings: Sequence[tuple[int, int]]) -> bool:
    """Whether a cue stands in a line of capitals below the title: a link, as a page sets it, to another article."""
    heading = _heading(candidate.cue[0].start, headings) if candidate.cue else None
    if heading is None or not text[: heading[0]].strip():
        return False
    shown = text[heading[0] : heading[1]]
    return shown.isupper() and shown.count(" ") >= SHORTEST_LINK and not text[: heading[0]].isupper()


def _without_agent(text: str, candidate: Candidate) -> Candidate:
    first = candidate.content[0]
    match = _BY.match(text, first.start, first.end)
    if match is None or not candidate.cue or candidate.cue[-1].end > first.start:
        return candidate
    return replace(candidate, content=(Span(match.end() - len("that "), first.end), *candidate.content[1:]))


def _with_infinitive(text: str, candidate: Candidate) -> Candidate:
    """Return the candidate with the "to" of an infinitive in its content, not in its cue."""
    if not candidate.cue:
        return candidate
    cue, first = candidate.cue[-1], candidate.content[0]
    if not _INFINITIVE.search(text, cue.start, cue.end) or first.start != cue.end + 1:
        return candidate
    return replace(
        candidate,
        cue=(*candidate.cue[:-1], Span(cue.start, cue.end - len(" to"))),
        content=(Span(cue.end - len("to"), first.end), *candidate.content[1:]),
    )


def _gone_on(text: str, candidates: Sequence[Candidate]) -> list[Candidate]:
    """Return the candidates, participles that go on with an inverted cue's speaker given to that one."""
    inverted = sorted(
        (c for c in candidates if c.source and c.cue and c.content and c.cue[0].end + 1 == c.source[0].start),
        key=lambda c: c.cue[0].start,
    )
    starts = [c.cue[0].start for c in inverted]
    found = []
    for c in candidates:
        if c.cue and _PARTICIPLE.match(text, c.cue[0].start, c.cue[0].end):
            at = bisect_right(starts, c.cue[0].start - 1) - 1
            lead = inverted[at] if at >= 0 else None
            if lead is not None and _goes_on(text, lead, c):
                c = replace(c, source=lead.source)
        found.append(c)
    return found


def _goes_on(text: str, lead: Candidate, candidate: Candidate) -> bool:
    """Whether a participle's source is none, or stands in what the speaker before it says."""
    between = text[lead.source[-1].end : candidate.cue[0].start]
    if lead.source[-1].end > candidate.cue[0].start or len(between) > REACH or re.search(r"[.!?\n“”\"]", between):
        return False
    return not candidate.source or any(
        held.start <= candidate.source[0].start < held.end or candidate.source[0].start < lead.cue[0].start
        for held in lead.content
    )


def _without_it(text: str, candidate: Candidate) -> Candidate:
    last = candidate.content[-1]
    match = _IT.search(text, max(last.start, last.end - 6), last.end)
    if match is None or not candidate.cue or not 0 <= candidate.cue[0].start - last.end <= 1:
        return candidate
    return replace(candidate, content=(*candidate.content[:-1], Span(last.start, match.start())))


def _that_is_what(text: str, candidate: Candidate, sentences: Sequence[Span]) -> Candidate:
    """Return the candidate with the sentence before as its content where “That is what” takes it up."""
    first = candidate.content[0]
    at = bisect_right(sentences, first.start, key=lambda s: s.start) - 1
    if at < 1 or sentences[at].start != first.start or _THAT_IS.match(text, first.start) is None:
        return candidate
    before = sentences[at - 1]
    if not candidate.source or "\n" in text[before.end : first.start]:
        return candidate
    return replace(candidate, content=(before,))


def _within_sentence(text: str, candidate: Candidate, sentences: Sequence[Span]) -> Candidate:
    """Return the candidate with what follows its cue without marks cut at the end of the cue's sentence."""
    if len(candidate.content) != 1 or not candidate.cue or candidate.cue[-1].of(text).strip() in {":", ""}:
        return candidate
    held = candidate.content[0]
    at = bisect_right(sentences, candidate.cue[-1].start, key=lambda s: s.start) - 1
    if at < 0 or not candidate.cue[-1].end <= held.start < sentences[at].end < held.end:
        return candidate
    marked = _MARK.search(text, candidate.cue[-1].start, held.end)
    return candidate if marked else replace(candidate, content=(Span(held.start, sentences[at].end),))


def _whole_name(text: str, candidate: Candidate) -> Candidate:
    """Return the candidate with a name that its content breaks off in as a whole: “of the Fourth | Brigade”."""
    last = candidate.content[-1]
    start = max(text.rfind(" ", last.start, last.end) + 1, last.start)
    match = _CAPITALS.match(text, start)
    if match is None or match.end() <= last.end or match.end() - last.end > LONGEST_REST:
        return candidate
    if any(last.end <= span.start < match.end() for span in (*candidate.source, *candidate.cue)):
        return candidate
    return replace(candidate, content=(*candidate.content[:-1], Span(last.start, match.end())))


def _whole_source(text: str, candidate: Candidate) -> Candidate:
    """Return the candidate with its source drawn on over the rest of an apposition that ends right before the cue."""
    if not candidate.source or not candidate.cue or len(candidate.source) > 1:
        return candidate
    who, cue = candidate.source[0], candidate.cue[0].start
    if not 0 < cue - who.end <= LONGEST_REST:
        return candidate
    rest = _NAMED.fullmatch(text, who.end, cue)
    if rest is None and (_WHO.search(text, who.start, who.end) or _APPOSED.search(text, who.start, who.end)):
        rest = _REST.fullmatch(text, who.end, cue)
        words = set(rest["said"].lower().split()) if rest is not None else set()
        own = candidate.cue[0].of(text).endswith("ing") or not words.isdisjoint(SAYING_FORMS)
        rest = None if own and not _WHO.search(text, who.start, who.end) else rest  # "Quill, 9, left, | saying"
    return replace(candidate, source=(Span(who.start, rest.end("said")),)) if rest is not None else candidate


def _refused(text: str, candidates: Sequence[Candidate]) -> list[Candidate]:
    """Return the candidates, and what a speaker does not say as a saying of its own."""
    found = []
    for c in candidates:
        last = c.content[-1]
        match = _BUT_NOT.search(text, last.start, last.end) if c.source and c.cue else None
        if match is None or c.cue[0].start > last.start or match.start() - last.start < SHORTEST:
            found.append(c)
            continue
        found.append(replace(c, content=(*c.content[:-1], Span(last.start, match.start()))))
        kept = Span(match.end(), last.end)
        if kept.end - kept.start > 2:
            cue = Span(match.start("cue"), match.end("cue"))
            why = "The speaker goes on to what is not said."
            found.append(Candidate(c.source, (cue,), (kept,), "refusal", why, c.score))
    return found


def _without_contrast(text: str, candidates: Sequence[Candidate]) -> list[Candidate]:
    """Return the candidates without a last part in which somebody else says the contrary."""
    near = Near(candidates)
    found = []
    for c in candidates:
        last = c.content[-1]
        match = _CONTRAST.match(text, last.start) if len(c.content) > 1 else None
        if match is not None and any(
            o is not c and o.source and o.cue and o.source[0].start == match.end() and o.cue[0].end < last.end
            for o in near.to(c)
        ):
            c = replace(c, content=c.content[:-1])
        found.append(c)
    return found


def _without_verdict(text: str, candidate: Candidate) -> Candidate:
    """Return the candidate without what the text itself says of a claim: “the claim that it fell | is wrong”.

    “Reports that it fell are false” denies, with nobody named, that it fell: then the verdict is a part of the cue.
    """
    last = candidate.content[-1]
    match = _VERDICT.search(text, last.start, last.end) if candidate.cue else None
    if match is None or not _CLAIM.search(text, candidate.cue[-1].start, candidate.cue[-1].end):
        return candidate
    cut = replace(candidate, content=(*candidate.content[:-1], Span(last.start, match.start())))
    near = [s for s in candidate.source if 0 <= candidate.cue[0].start - s.end <= LONGEST_REST]
    if any(not _STOP.search(text, s.end, candidate.cue[0].start) for s in near) or match["wrong"] is None:
        return cut
    cut = replace(cut, source=())  # a headline's name, two lines above, reports nothing
    return replace(cut, cue=(*cut.cue, Span(match.start("verdict"), match.end("verdict"))))


def _is_label(text: str, candidate: Candidate) -> bool:
    """Whether a cue only gives somebody a name: “a man | identified as Quill”."""
    if candidate.cue and _KNOWN.fullmatch(candidate.cue[0].of(text)):
        return True
    return (
        bool(candidate.cue)
        and bool(_NAMES.fullmatch(candidate.cue[0].of(text)))
        and bool(_AS.search(text, candidate.content[-1].start, candidate.content[-1].end))
    )


def _turned_round(text: str, candidate: Candidate, headings: Sequence[tuple[int, int]]) -> Candidate:
    """Return the candidate with source and content the right way round in a headline: “Wall leaks, says memo”."""
    if len(candidate.source) != 1 or len(candidate.cue) != 1 or len(candidate.content) != 1:
        return candidate
    who, cue, held = candidate.source[0], candidate.cue[0], candidate.content[0]
    heading = _heading(cue.start, headings)
    if heading is None or not (who.end <= cue.start and cue.end <= held.start and heading[1] - held.end <= 1):
        return candidate
    told = text[heading[0] : cue.start].rstrip()
    if not told.endswith(",") or len(held.of(text).split()) > LONGEST_LAST or cue.of(text) not in _SAYS:
        return candidate
    return replace(candidate, source=(held,), content=(Span(heading[0], heading[0] + len(told) - 1),))


def _seen(text: str, candidate: Candidate) -> Candidate:
    """Return the candidate with the whole of a source of which only the object was taken: “who has seen | it”."""
    if len(candidate.source) != 1 or candidate.source[0].of(text).lower() not in _OBJECTS:
        return candidate
    end = candidate.source[0].end
    match = _WHO_SAW.search(text, max(0, end - LONGEST_REST), candidate.source[0].start)
    if match is None:
        return candidate
    who = Span(match.start("who"), end)
    before = [s for s in candidate.content if s.start < match.start()]
    if before and not _STOP.search(text, before[-1].start, match.start()):
        before[-1] = Span(before[-1].start, match.start())
    return replace(candidate, source=(who,), content=tuple(before) or candidate.content)


def _shared_words(text: str, candidates: Sequence[Candidate]) -> list[Candidate]:
    """Return the candidates, two who share their words with both: “Quill said and Oduya confirmed that it fell”."""
    near = Near(candidates)
    found = []
    for c in candidates:
        match = _AND.match(text, c.content[0].start) if len(c.content) == 1 and c.cue else None
        if match is not None and c.cue[-1].end < c.content[0].start:
            same = [
                o
                for o in near.to(c)
                if o is not c
                and o.source
                and o.cue
                and o.source[0].start == match.end() < o.cue[0].start
                and o.content[-1].end >= c.content[0].end - 1
            ]
            c = replace(c, content=same[0].content) if same else c
        found.append(c)
    return found
