"""Direct quotations and their speakers in languages other than English, by the conventions of each.

A quotation counts as speech when a colon leads to it, or a cue verb or a word like "laut" stands beside it; its
speaker is the noun phrase on the side of the verb where the language puts the subject. Indirect speech is not looked
for: without a parser it would be a guess. Limits: verbs outside the tables are not seen; a speaker with a relative
clause is cut at its comma; pronouns that a language drops leave the source empty.
"""

import re
from collections.abc import Iterator, Sequence

from headwater.attribute.candidates import Candidate
from headwater.attribute.conventions import CONVENTIONS, Convention
from headwater.attribute.frames import Frame, Token
from headwater.marks import Quoted
from headwater.records import Segment, Span

# Precision of quotation and speaker on the German Wikinews development set (eval/german.py); the other languages have
# no gold here and get the same.
NAMED = 0.8
UNNAMED = 0.5
REACH = 16  # tokens between a quotation and its verb
LONGEST_NAME = 14  # tokens of a speaker
FEWEST_WORDS = 3  # of a quotation with neither colon nor comma beside it; shorter ones are titles and scare quotes
_BORDERS = frozenset(".;:!?,،؛—–-()…")
_DASH_LINE = re.compile(r"[—–―][ \u00a0]?(?P<said>[^\n—–―]{2,400}?[.,!?…:]?)(?=[ \u00a0][—–―]|[—–―]|\s{0,9}\Z)")
_QUOTING = frozenset({"zitiert", "zitierte", "zitierten", "cite", "citait", "cita", "citó"})
_CLITIC = re.compile(r"\A(?P<verb>.+?)-(?:t-)?(?P<pronoun>il|elle|ils|elles|on|je)\Z")


def dash_lines(text: str, parts: Sequence[Segment], language: str) -> list[Quoted]:
    """Return the lines of speech that a dash opens, as quotations; none where the language has no such custom."""
    convention = CONVENTIONS.get(language)
    if convention is None or not convention.dash:
        return []
    found = []
    for part in parts:
        m = _DASH_LINE.match(text, part.start, min(part.end, part.start + 500))
        if m is not None and part.kind == "paragraph" and m.end() < part.end:
            found.append(Quoted(Span(m.start(), m.end()), Span(m.start("said"), m.end("said")), 0, "dash"))
    return found


def find(text: str, frame: Frame, language: str) -> list[Candidate]:
    """Return the direct quotations of one frame with their speakers, by position."""
    convention = CONVENTIONS[language]
    found: list[Candidate] = []
    for i, token in enumerate(frame.tokens):
        if token.quoted is not None and (made := _speech(text, frame.tokens, i, convention)) is not None:
            found.append(made)
    return found


def _speech(text: str, tokens: Sequence[Token], i: int, convention: Convention) -> Candidate | None:
    """Return the attribution of the quotation at ``i``, None where nothing says that it is one."""
    content = Span(tokens[i].start, tokens[i].end)
    led = i > 0 and tokens[i - 1].low == ":"
    length = len(content.of(text).split())
    for cue, source in _beside(tokens, i, convention, led=led):
        cue_span = Span(tokens[cue[0]].start, tokens[cue[1] - 1].end)
        if source is not None:
            who = Span(tokens[source[0]].start, tokens[source[1] - 1].end)
            if clitic := _clitic(tokens[cue[1] - 1]):
                who, cue_span = clitic[1], Span(cue_span.start, clitic[0].end)
            why = "A word of saying stands beside the quotation, with its subject."
            return Candidate((who,), (cue_span,), (content,), "quotation by convention", why, NAMED)
        if led or length >= FEWEST_WORDS or cue[0] == i + 1:
            why = "A word of saying stands beside the quotation; its subject is not there."
            return Candidate((), (cue_span,), (content,), "quotation by convention", why, UNNAMED)
    if led and i > 1:
        colon = Span(tokens[i - 1].start, tokens[i - 1].end)
        opening = _opening(tokens, i - 1, convention)
        who_leads = () if opening is None else (Span(tokens[opening[0]].start, tokens[opening[1] - 1].end),)
        why = (
            "A colon leads to the quotation; its sentence opens with the name." if who_leads else "A colon leads to it."
        )
        return Candidate(who_leads, (colon,), (content,), "quotation after colon", why, UNNAMED)
    return None


def _beside(
    tokens: Sequence[Token], i: int, convention: Convention, *, led: bool
) -> Iterator[tuple[tuple[int, int], tuple[int, int] | None]]:
    """Yield cues with their subjects, the likeliest side first: a colon points back, else what follows comes first."""
    sides = [_before, _after] if led or convention.verb_first else [_after, _before]
    for side in sides:
        if (made := side(tokens, i, convention)) is not None:
            yield made


_Pair = tuple[tuple[int, int], tuple[int, int] | None]


def _after(tokens: Sequence[Token], i: int, convention: Convention) -> _Pair | None:
    """„Nein“, sagte die Ministerin. / « Non », selon la ministre. / “Hayır” dedi."""
    k = i + 1
    while k < len(tokens) and tokens[k].low in {",", "—", "–", "-", "،"}:
        k += 1
    if (name := _by(tokens, k, convention)) is not None and (k > i + 1 or tokens[i].quoted is not None):
        end = _name_end(tokens, name, convention)
        return ((k, name), (name, end)) if end > name else None
    for v in range(k, min(len(tokens), k + REACH)):
        if tokens[v].is_quotation or tokens[v].low in {".", ";", ":", "!", "?"}:
            return None
        if not _says(tokens[v], convention):
            continue
        if _clitic(tokens[v]) is not None:
            return (k, v + 1), (v, v + 1)
        if convention.verb_last:
            return (v, v + 1), _opening(tokens, i, convention)
        end = _name_end(tokens, v + 1, convention)
        if v == k or end > v + 1:
            return (v, v + 1), ((v + 1, end) if end > v + 1 else None)
        return (v, v + 1), ((k, v) if _is_name(tokens[k:v], convention) else None)
    return None


def _before(tokens: Sequence[Token], i: int, convention: Convention) -> _Pair | None:
    """Die Ministerin sagte: „Nein“. / In Vail sagte sie, „nein“. / قال الوزير: «لا»"""
    for v in range(i - 1, max(-1, i - 1 - REACH * 2), -1):
        if tokens[v].is_quotation or tokens[v].low in {".", ";", "!", "?"}:
            return None
        if (name := _by(tokens, v, convention)) is not None and name < i and not _says(tokens[v], convention):
            end = min(i, _name_end(tokens, name, convention))
            if end > name:
                return (v, name), (name, end)
        if not _says(tokens[v], convention):
            continue
        return (v, v + 1), _subject(tokens, v, i, convention)
    return None


def _subject(tokens: Sequence[Token], v: int, i: int, convention: Convention) -> tuple[int, int] | None:
    """Return the subject of the verb at ``v``: before it, unless an adjunct or nothing stands there."""
    start = v
    while start > 0 and not tokens[start - 1].is_quotation and tokens[start - 1].low not in {".", ";", ":", "!", "?"}:
        if tokens[start - 1].low in {",", "،"} and not _closes_apposition(tokens, start - 1, v):
            break
        start -= 1
    after = min(i, _name_end(tokens, v + 1, convention))
    if tokens[v].low in _QUOTING and after > v + 1 and after < i and tokens[after].low in convention.leads:
        return v + 1, after  # "zitiert Celebi mit den Worten": whom it quotes
    stop = next((k for k in range(start + 1, v) if tokens[k].low in convention.helps | convention.negations), v)
    if not convention.verb_first and _is_name(tokens[start:stop], convention):
        return start, stop
    end = min(i, _name_end(tokens, v + 1, convention))
    return (v + 1, end) if end > v + 1 and _is_name(tokens[v + 1 : end], convention) else None


def _closes_apposition(tokens: Sequence[Token], comma: int, v: int) -> bool:
    """Whether the comma right before the verb closes "Vedat, der Leiter des Amts,"."""
    return comma == v - 1 or (tokens[v - 1].low == "," and v - comma <= LONGEST_NAME)


def _opening(tokens: Sequence[Token], i: int, convention: Convention) -> tuple[int, int] | None:
    """Return the name that opens the sentence before the quotation, as far as capitals show it."""
    start = i
    while start > 0 and tokens[start - 1].low not in {".", ";", "!", "?"} and not tokens[start - 1].is_quotation:
        start -= 1
    end = _name_end(tokens, start, convention)
    if not convention.verb_last:  # the verb is not in the table: the name ends with its last capital
        end = next(
            (k for k in range(start + 1, end) if not tokens[k].is_name and tokens[k - 1].is_name and k > start + 1), end
        )
        if not any(t.is_name for t in tokens[start + 1 : end]):
            end = start
    return (start, end) if start < end <= i and _is_name(tokens[start:end], convention) else None


def _by(tokens: Sequence[Token], k: int, convention: Convention) -> int | None:
    """Return the token after a phrase like "laut" that starts at ``k``."""
    for phrase in convention.by:
        parts = phrase.split()
        if k >= 0 and [t.low for t in tokens[k : k + len(parts)]] == parts and k + len(parts) < len(tokens):
            return k + len(parts)
    return None


def _says(token: Token, convention: Convention) -> bool:
    if token.low in convention.says:
        return True
    clitic = _CLITIC.match(token.low)
    return clitic is not None and (clitic["verb"] in convention.says or clitic["verb"] in {"a", "ont"})


def _clitic(token: Token) -> tuple[Span, Span] | None:
    """Return verb and pronoun of "dit-il"."""
    m = _CLITIC.match(token.low)
    if m is None or len(token.low) != token.end - token.start:
        return None
    return Span(token.start, token.start + m.end("verb")), Span(token.start + m.start("pronoun"), token.end)


def _name_end(tokens: Sequence[Token], at: int, convention: Convention) -> int:
    """Return the token after the noun phrase that starts at ``at``: up to a border, an adjunct or a verb."""
    if at < len(tokens) and tokens[at].low in convention.pronouns:
        return at + 1
    k = at
    while k < len(tokens) and k - at < LONGEST_NAME:
        token = tokens[k]
        if token.is_quotation or token.low in _BORDERS or _says(token, convention):
            break
        if k > at and token.low in convention.leads and not (tokens[k - 1].is_name and token.low in {"für", "von"}):
            break
        k += 1
    return k


def _is_name(words: Sequence[Token], convention: Convention) -> bool:
    """Whether the tokens look like a noun phrase: a pronoun alone, or no adjunct at its start."""
    bare = [w for w in words if w.is_word]
    if not bare or bare[0].low in convention.leads or len(bare) > LONGEST_NAME:
        return False
    return len(bare) > 1 or bare[0].low in convention.pronouns or bare[0].is_name or not bare[0].low.isascii()
