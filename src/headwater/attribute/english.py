"""English attributions by rule, one frame at a time: who stands before or after a cue, and what it governs.

The patterns are those of Krestel, Bergler and Witte (2008) and of the extraction rules of Pareti et al. (2013),
written anew over flat tokens: subject - verb - content, content - subject - verb, content - verb - subject;
"according to" and the like are in ``formulas``. Each rule is used only where it is precise; the rest is the
model's. Limits: no parse, so clause borders follow punctuation; a shared subject may be missed.
"""

from collections.abc import Iterator, Sequence

from headwater.attribute import formulas, subjects
from headwater.attribute.candidates import Candidate
from headwater.attribute.clauses import REACH, STOP, clause_end, clause_start, low_at, past_adjunct, span_of
from headwater.attribute.cues import (
    ADDRESSING,
    ADVERBS,
    ASKING_FORMS,
    AUXILIARIES,
    BARE_CLAUSE,
    BESIDE_MARKS,
    CALLING,
    DETERMINERS,
    NOUN_LIKE,
    PASSIVE,
    PREPOSITIONS,
    PRONOUNS,
    REFUSING,
    SAYING_FORMS,
    SHOWING_FORMS,
    THINKING_FORMS,
    TIME_WORDS,
    TO_CLAUSE,
    WITHOUT_SOURCE,
    WORKS,
)
from headwater.attribute.frames import Frame, Token
from headwater.records import Span
from headwater.verbs import forms

# Share with source and content right (token F1 of both at least .5) on the first 300 articles of PolNeAR train, rules
# alone; counts were 251 and 962 quotations, 1653 and 206 clauses, 95.
SCORES = {
    "quotation after cue": 0.74,
    "quotation before cue": 0.93,
    "clause after cue": 0.68,
    "clause before cue": 0.69,
    "calling": 0.61,
}
SHORT = 25  # characters of a word or two in marks
_CUES = SAYING_FORMS | THINKING_FORMS | ASKING_FORMS | BESIDE_MARKS
_SHOWS = frozenset(
    {"of", "with", "filmed", "recorded", "shows", "showed"}
) | frozenset(  # "footage of Ada Quill asking"
    form for verb in ("recall", "remember", "hear", "quote") for form in forms(verb)
)
_SENTENCE_END = frozenset(".?!")
_QUOTE_END = frozenset(",.?!…—–-")
_PERSONAL = frozenset({"he", "she", "they", "it", "i", "we", "you", "who"})
_GOING_ON = frozenset(forms("continue"))  # cases continue, whoever counts them
_CLOSING_CUES = (SAYING_FORMS | THINKING_FORMS) - _GOING_ON
_PLAIN_ADVERBS = ADVERBS - AUXILIARIES
_BE = frozenset({"is", "are", "was", "were", "be", "been", "being", "isn't", "aren't", "wasn't", "weren't"})
_ADDRESSED = frozenset({"him", "her", "them", "me", "us", "reporters", "supporters"})
_COMPLEMENTS = frozenset({"that", "whether", "how", "why"})


def find(text: str, frame: Frame) -> list[Candidate]:
    """Return the attributions of one frame by position of their cues."""
    tokens = frame.tokens
    found: list[Candidate] = []
    for i, token in enumerate(tokens):
        if not token.is_word:
            continue
        if token.low == "according" and low_at(tokens, i + 1) == "to":
            found.extend(formulas.according(tokens, i))
        elif token.low == "words" and low_at(tokens, i + 1) == "of":
            found.extend(formulas.words_of(tokens, i))
        elif (
            token.low in _CUES
            or token.low in CALLING
            or (token.low in SHOWING_FORMS and low_at(tokens, i + 1) == "that")
        ):
            found.extend(_at_verb(text, tokens, i))
        if token.low in WITHOUT_SOURCE:
            found.extend(formulas.adverb(tokens, i))
        elif token.low in {"quoted", "cited"} and low_at(tokens, i + 1) == "as":
            found.extend(formulas.quoted_as_saying(tokens, i))
        elif (
            token.low in PASSIVE
            and i
            and low_at(tokens, i - 1) in {"is", "was", "are", "were", "been", "being", "widely"}
        ):
            found.extend(formulas.passive(tokens, i))
    return found


def _at_verb(text: str, tokens: Sequence[Token], i: int) -> Iterator[Candidate]:
    """Yield what the verb at ``i`` governs: the first pattern that fits."""
    low = tokens[i].low
    if (tokens[i].is_name and i and low in NOUN_LIKE) or _is_passive(tokens, i):
        return
    if low_at(tokens, i - 1) == "to" and low_at(tokens, i - 2) in REFUSING | {"on", "continued", "used", "began"}:
        pass
    elif low_at(tokens, i - 1) in {"a", "the", "an", "his", "her", "their", "its"}:
        return  # called the reports “rumours”
    elif low_at(tokens, i - 1) in {"to", "of"} and not _quotation_near(tokens, i):
        return
    subject = subjects.before(tokens, i)
    if low in CALLING:
        yield from _calling(text, tokens, i, subject)
        return
    if subject is not None and low.endswith("ing") and not _is_progressive(tokens, i):
        subject = _shown(tokens, i) or _shared_subject(tokens, i)
    if low in NOUN_LIKE and not (
        low_at(tokens, i + 1) in _COMPLEMENTS
        or _quotation_near(tokens, i)
        or (low_at(tokens, i + 1) == "to" and low_at(tokens, i + 2) in {"have", "be"})  # claims to have won
        or _is_verbal(tokens, i)
        or _closes(tokens, i, subject)
    ):
        return
    for pattern in (_before_cue, _inverted, _after_cue):
        made = pattern(text, tokens, i, subject)
        if made is not None:
            yield made
            return


def _quotation_near(tokens: Sequence[Token], i: int) -> bool:
    return any(t.is_quotation for t in tokens[i + 1 : i + 4])


def _before_cue(text: str, tokens: Sequence[Token], i: int, subject: subjects.Subject | None) -> Candidate | None:
    """“Content,” she said. / The content, she said, goes on."""
    if subject is None or subject.first == 0:
        return None
    left = subject.first - 1
    second = _holder(tokens, left)
    left = left if second is None else second.first - 1
    if left < 0:
        return None
    while left > 0 and tokens[left].low in {"and", "but", "as"} and tokens[left - 1].low == ",":
        left -= 1
    at = left - 1 if tokens[left].low in {",", "—", "–"} and tokens[left - 1].is_quotation else left
    if tokens[at].is_quotation and (at != left or _ends_as_speech(text, tokens[at])):
        first = _content_start(tokens, at)
        content = [Span(tokens[first].start, tokens[at].end), *_held(tokens, i), *_goes_on(tokens, i)]
        return _make("quotation before cue", tokens, subject, i, content)
    if tokens[left].low not in {",", "—", "–"} or tokens[i].low not in _CLOSING_CUES:
        return None
    after = past_adjunct(tokens, i + 1)
    parenthetical = low_at(tokens, after) in {",", "—", "–"} and after == i + 1
    cited = low_at(tokens, after) == "," and low_at(tokens, after + 1) in {"citing", "quoting"}
    if parenthetical and after + 1 < len(tokens) and tokens[after + 1].is_quotation:
        return None  # On Monday, she said, “It leaned.”
    if not (after >= len(tokens) or low_at(tokens, after) in STOP or parenthetical or cited):
        return None
    parenthetical = parenthetical and not cited
    start = clause_start(tokens, left)
    if left - start < (1 if parenthetical else 3) or (
        tokens[start].low in PREPOSITIONS and not parenthetical and left - start < 6
    ):
        return None
    spans = [Span(tokens[start].start, tokens[left - 1].end)]
    if parenthetical:
        end = clause_end(tokens, after + 1)
        if end > after + 1:
            spans.append(Span(tokens[after + 1].start, tokens[end - 1].end))
    return _make("clause before cue", tokens, subject, i, spans)


def _holder(tokens: Sequence[Token], at: int) -> subjects.Subject | None:
    """Return who reports the saying, where another verb of saying stands at ``at``: “Go,” Oduya says she said."""
    if tokens[at].low not in SAYING_FORMS or tokens[at].low in NOUN_LIKE - {"reports", "report", "claims"}:
        return None
    return subjects.before(tokens, at)


def _held(tokens: Sequence[Token], i: int) -> list[Span]:
    """Return the words of the inner saying that follow the outer cue: “Go,” Oduya says *she said*."""
    end = subjects.after(tokens, i + 1)
    if end is None or end >= len(tokens) or tokens[end - 1].low in _CUES:
        end = next((k for k in range(i + 2, min(len(tokens), i + 8)) if tokens[k].low in SAYING_FORMS), None)
    if end is None or end >= len(tokens) or tokens[end].low not in SAYING_FORMS - NOUN_LIKE:
        return []
    closes = end + 1 >= len(tokens) or tokens[end + 1].low in STOP
    return [Span(tokens[i + 1].start, tokens[end].end)] if closes else []


def _inverted(text: str, tokens: Sequence[Token], i: int, subject: subjects.Subject | None) -> Candidate | None:
    """“Content,” said Ada Quill, a driver from Vail."""
    left = i - 1
    while left > 0 and tokens[left].low in ADVERBS:
        left -= 1
    at = left - 1 if left > 0 and tokens[left].low == "," and tokens[left - 1].is_quotation else left
    if at < 0 or tokens[i].low.endswith("ing"):
        return None
    end = subjects.after(tokens, i + 1)
    if end is None:
        return None
    who = subjects.Subject(i + 1, end, i)
    if tokens[at].is_quotation and (at != left or _ends_as_speech(text, tokens[at])):
        first = _content_start(tokens, at)
        spans = [Span(tokens[first].start, tokens[at].end), *_goes_on(tokens, end - 1)]
        return _make("quotation before cue", tokens, who, i, spans)
    if tokens[left].low == "," and tokens[i].low in SAYING_FORMS and left >= 3:
        if tokens[i].low not in {"said", "says"} or subject is not None:
            return None
        content = span_of(tokens, clause_start(tokens, left), left)
        return _make("clause before cue", tokens, who, i, content) if content else None
    return None


def _after_cue(text: str, tokens: Sequence[Token], i: int, subject: subjects.Subject | None) -> Candidate | None:
    """She said that content. / She said: “Content.”"""
    low = tokens[i].low
    if subject is None and low.endswith("ing"):
        subject = _shared_subject(tokens, i)
    if subject is None:
        return None
    for k in range(i + 1, min(len(tokens), i + 1 + REACH)):
        token = tokens[k]
        if token.is_quotation:
            if tokens[k - 1].low == "," and low_at(tokens, k - 2) in WORKS:
                break  # in his second book, “The Leaning Pier”
            if k == i + 1 or tokens[k - 1].low in {",", ":"}:
                return _lead_in(text, tokens, i, k, subject)
            break
        if token.low in _COMPLEMENTS and low in THINKING_FORMS and k > i + 1:
            break
        if token.low in _COMPLEMENTS and (token.low == "that" or low not in {"say", "said", "says"} or k == i + 1):
            if token.low == "how" and low not in SAYING_FORMS | ASKING_FORMS | THINKING_FORMS:
                break
            return _make("clause after cue", tokens, subject, i, span_of(tokens, k, clause_end(tokens, k + 1)))
        if token.low == ":" and k + 1 < len(tokens) and tokens[k + 1].is_quotation:
            continue
        if token.low in STOP or token.low == ":" or (token.low in _CUES and token.low not in NOUN_LIKE):
            break
    return _bare(tokens, i, subject)


def _lead_in(text: str, tokens: Sequence[Token], i: int, k: int, subject: subjects.Subject) -> Candidate:
    closed = low_at(tokens, k + 1) in {",", "—", "–"} or _ends_sentence(text, tokens[k])
    end = k + 1 if closed else clause_end(tokens, k + 1)
    joined = k + 1
    while joined + 1 < len(tokens) and tokens[joined].low == "and" and tokens[joined + 1].is_quotation:
        joined += 2
    return _make("quotation after cue", tokens, subject, i, span_of(tokens, k, max(end, joined)))


def _bare(tokens: Sequence[Token], i: int, subject: subjects.Subject) -> Candidate | None:
    low, at = tokens[i].low, i + 1
    if low_at(tokens, subject.first - 1) in {"that", "which"} and subject.first > 1:
        return None  # a drone that rebels say they shot down was lost
    if low in TO_CLAUSE and low_at(tokens, at) == "to":
        return _make("clause after cue", tokens, subject, i, span_of(tokens, at, clause_end(tokens, at)))
    if low not in BARE_CLAUSE:
        return None
    if low in ADDRESSING:
        if low_at(tokens, at) not in _ADDRESSED and not _is_audience(tokens, at):
            return None
        at += 1
    while at < len(tokens) and tokens[at].low in TIME_WORDS and tokens[at].is_name:
        at += 1
    end = clause_end(tokens, at)
    if (
        end - at < 2
        or not (tokens[at].is_word or tokens[at].is_quotation)
        or tokens[at].low in PREPOSITIONS - {"if", "when", "after", "because"}
    ):
        return None
    if low_at(tokens, at + 1) in {",", ".", ";", "—", "–"}:
        return None  # knew it, yet
    if tokens[at].low == "a" and low_at(tokens, at + 1) == "lot":
        return None
    if tokens[at].low in {"so", "no", "nothing", "something", "anything", "goodbye", "hello", "yes"} and end - at < 5:
        return None
    return _make("clause after cue", tokens, subject, i, span_of(tokens, at, end))


def _is_audience(tokens: Sequence[Token], at: int) -> bool:
    """Whether a plain plural is who is told, since a subject follows it: told lawmakers the plan was dead."""
    told, follows = low_at(tokens, at), tokens[at + 1] if at + 1 < len(tokens) else None
    plural = told.endswith("s") and told.isalpha() and not tokens[at].is_name and told not in DETERMINERS | PRONOUNS
    return plural and follows is not None and (follows.low in DETERMINERS | PRONOUNS or follows.is_name)


def _calling(text: str, tokens: Sequence[Token], i: int, subject: subjects.Subject | None) -> Iterator[Candidate]:
    """She called the plan “dead”. Only with marks or "as": the verbs have other senses."""
    if tokens[i].low.endswith("ing") and not _is_progressive(tokens, i):
        subject = _shared_subject(tokens, i)
    if subject is None or low_at(tokens, i + 1) in {"for", "on", "off", "to", "in", "by"}:
        return
    if low_at(tokens, i - 1) in AUXILIARIES - {"has", "have", "had", "did", "does", "do", "'s"}:
        return
    end = clause_end(tokens, i + 1)
    governed = tokens[i + 1 : end]
    if governed and (
        any(t.is_quotation for t in governed) or (tokens[i].low[:4] != "call" and any(t.low == "as" for t in governed))
    ):
        yield _make("calling", tokens, subject, i, span_of(tokens, i + 1, end))


def _make(rule: str, tokens: Sequence[Token], subject: subjects.Subject, i: int, content: Sequence[Span]) -> Candidate:
    cue = Span(tokens[min(subject.cue, i)].start, tokens[i].end)
    who = Span(tokens[subject.first].start, tokens[subject.after - 1].end)
    if who.start < cue.end and cue.start < who.end:
        cue = Span(tokens[i].start, tokens[i].end)
    return Candidate(
        (who,),
        (cue,),
        tuple(sorted(content)),
        rule,
        f"The {rule.replace(' cue', ' a word of saying')}, with its subject beside it.",
        SCORES[rule],
    )


def _ends_as_speech(text: str, token: Token) -> bool:
    """Whether a quotation ends like an utterance ("dead," not "dead")."""
    if token.quoted is None:
        return False
    inner = token.quoted.inner.of(text).rstrip()
    return inner[-1:] in _QUOTE_END or len(inner.split()) >= 5


def _ends_sentence(text: str, token: Token) -> bool:
    """Whether a quotation ends with a mark that ends a sentence ("Shut it down!" and kept going)."""
    return token.quoted is not None and token.quoted.inner.of(text).rstrip()[-1:] in _SENTENCE_END


def _content_start(tokens: Sequence[Token], at: int) -> int:
    """Return where the clause that ends in the quotation at ``at`` starts: the plan was “dead,” she said."""
    k = at
    while k > 0 and (
        tokens[k - 1].is_word or _is_short(tokens[k - 1]) or tokens[k - 1].low in {",", "'", "’", "-", "(", ")"}
    ):
        if tokens[k - 1].low in _CUES and tokens[k - 1].low not in NOUN_LIKE:
            return at
        k -= 1
    return k if at - k >= 2 else at


def _is_short(token: Token) -> bool:
    """Whether a quotation is a word or two inside a clause, not an utterance."""
    return token.quoted is not None and token.end - token.start <= SHORT


def _goes_on(tokens: Sequence[Token], i: int) -> list[Span]:
    """Return the quotation that goes on after the cue: “One,” she said, “and two.”"""
    for k in range(i + 1, min(len(tokens), i + 1 + REACH)):
        if tokens[k].is_quotation:
            if k > i + 1 and tokens[k - 1].low not in {",", ":", "."} and not _joins(tokens, i, k):
                return []
            if k == i + 1 and tokens[i].low in ADDRESSING:
                return []  # told “Night Desk”: whom, not what
            return [Span(tokens[k].start, tokens[k].end)]
        if tokens[k].low in _CUES:
            return []
    return []


def _joins(tokens: Sequence[Token], i: int, k: int) -> bool:
    """Whether "but" or "and" ties the quotation at ``k`` to the one before the cue: “One,” she said, but “two.”"""
    return low_at(tokens, i + 1) == "," and low_at(tokens, i + 2) in {"but", "and"} and k <= i + 4


def _is_progressive(tokens: Sequence[Token], i: int) -> bool:
    """Whether an -ing form stands with its auxiliary ("was saying")."""
    k = i - 1
    while k >= 0 and tokens[k].low in _PLAIN_ADVERBS:
        k -= 1
    return low_at(tokens, k) in AUXILIARIES


def _is_verbal(tokens: Sequence[Token], i: int) -> bool:
    """Whether a form that may be a noun stands as a verb: after a pronoun, or between a name and an article."""
    before, after = tokens[i - 1], low_at(tokens, i + 1)
    return before.low in _PERSONAL or (before.is_name and (after in DETERMINERS or after in PRONOUNS or after == "to"))


def _closes(tokens: Sequence[Token], i: int, subject: subjects.Subject | None) -> bool:
    """Whether a form that may be a noun closes its sentence as the verb of a name: “…, the Monitor found.”"""
    named = subject is not None and subject.after == i and tokens[i - 1].is_name
    return (
        named
        and low_at(tokens, i + 1) in {".", ""}
        and subject is not None
        and low_at(tokens, subject.first - 1) == ","
    )


def _is_passive(tokens: Sequence[Token], i: int) -> bool:
    """Whether a participle stands with a form of "be": somebody else says it."""
    k = i - 1
    while k >= 0 and tokens[k].low in _PLAIN_ADVERBS:
        k -= 1
    return low_at(tokens, k) in _BE and not tokens[i].low.endswith("ing")


def _shown(tokens: Sequence[Token], i: int) -> subjects.Subject | None:
    """Return who speaks in "footage of Ada Quill asking": the name between a preposition and the -ing form."""
    first = i
    while first > 0 and tokens[first - 1].is_name:
        first -= 1
    return subjects.Subject(first, i, i) if low_at(tokens, first - 1) in _SHOWS and first < i else None


def _shared_subject(tokens: Sequence[Token], i: int) -> subjects.Subject | None:
    """Return who says it in "Quill left, saying that": the subject of an earlier cue, or what opens the clause."""
    for k in range(i - 2, max(-1, i - 60), -1):
        if tokens[k].low in STOP:
            break
        if tokens[k].low in SAYING_FORMS and not tokens[k].low.endswith("ing") and tokens[k].low not in NOUN_LIKE:
            subject = subjects.before(tokens, k)
            if subject is not None:
                return subjects.Subject(subject.first, subject.after, i)
            end = subjects.after(tokens, k + 1)
            return subjects.Subject(k + 1, end, i) if end is not None and end <= i else None
    start = clause_start(tokens, i)
    opening = subjects.opening(tokens, start)
    return subjects.Subject(start, opening, i) if opening is not None and opening < i else None
