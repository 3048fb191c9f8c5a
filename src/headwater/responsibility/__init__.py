"""Who is said to have done a deed, by whom, and with how much reserve: "X says that Y did it", never a verdict.

A statement of responsibility is found by its words (``statements``); the attributions around it say whose it is. The
same words stand differently in another's mouth: what an authority suspects is an accusation, what the actor's own side
says is a claim, and what the text tells in its own voice, or hands on with "said" or "reported", is asserted.
English. Known limits: the actor is named by its nearest phrase, pronouns are not followed; the deeds are acts of
violence (``lexicon.DEEDS``). A row is shown only where a deed that happened, somebody who can do one and words that tie
the two are found: questions, headlines, plans, denials of proof and things as actors are left out.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from itertools import accumulate

from headwater.ids import identify
from headwater.records import Attribution, DeedStanding, Document, Evidence, Place, Responsibility, Segment, Span
from headwater.responsibility.actors import can_accuse, can_act, head_of
from headwater.responsibility.clauses import Said, is_of_neither
from headwater.responsibility.generality import is_general
from headwater.responsibility.holders import antecedent, hands_on, is_embedded, possessor, whole
from headwater.responsibility.lexicon import (
    ACCUSES,
    ADVERBS_OF_SUSPICION,
    AGENTS,
    ARMED,
    AUTHORITIES,
    BLAMES,
    DEEDS,
    DOUBT,
    PAPERS,
    SUSPECTS,
    TELLS,
    listed,
)
from headwater.responsibility.phrases import Word, words_of
from headwater.responsibility.statements import statements
from headwater.responsibility.telling import tells
from headwater.responsibility.violence import Setting

__all__ = ["find_responsibility"]

_ENGLISH = frozenset({"en", None})
_SMALL = frozenset({"the", "a", "an", "of", "and", "in", "its", "their", "by", "for", "from", "to"})
_VERBS = ACCUSES | BLAMES | DEEDS | TELLS
_BELIEVES = SUSPECTS | frozenset({"suspicion", "suspicions", "accusation", "accusations", "allege", "alleges"})
_PRONOUNS = (
    frozenset({"he", "she", "it", "they", "source", "sources", "spokesman", "spokeswoman", "latter", "same"}) | _SMALL
)
_ANY = listed("another other others some man men people gunman gunmen suspect suspects")
_MENTIONS = listed("mention mentions mentioned discuss discusses discussed")
LONGEST_NAME = 4  # words of a name that the text introduced before
_RELATIVES = frozenset({"who", "which", "that"})  # "reports that claim": nobody is named
BESIDE = 25  # code points between "it is believed" and the actor
AROUND = 120  # code points around a first mention
TITLE = 6  # words before a name that may be its title: "Interior Minister General Ada Marn"
APPOSED = 8  # words behind a name that may say who it is: ", head of the national police"
_SAYS = {
    "asserted": "says without reserve",
    "claimed": "says of its own side",
    "accused": "says as a suspicion or accusation",
    "possible": "says as a possibility",
    "denied": "denies",
}


def find_responsibility(
    document: Document, segments: Sequence[Segment], attributions: Sequence[Attribution]
) -> tuple[Responsibility, ...]:
    """Return the statements that somebody did a deed, in text order.

    >>> from headwater.segment import segment
    >>> text = "The Salt Front claimed responsibility for the bomb. Miners were killed by soldiers, apparently."
    >>> document = Document("d", "a.txt", "", text, language="en")
    >>> [(r.actor.of(text), r.standing) for r in find_responsibility(document, segment(document), ())]
    [('The Salt Front', 'claimed'), ('soldiers', 'accused')]
    """
    if document.language not in _ENGLISH:
        return ()
    return tuple(_found(document, segments, _Tree(attributions)))


class _Tree:
    """The attributions by place, to ask which of them hold an offset, innermost first."""

    def __init__(self, attributions: Sequence[Attribution]) -> None:
        self._contents = sorted((c.start, c.end, n) for n, a in enumerate(attributions) for c in a.content)
        self._starts = [start for start, _, _ in self._contents]
        self._reached = list(accumulate((end for _, end, _ in self._contents), max))
        self._attributions = attributions
        self._sources = sorted((span.start, span.end) for a in attributions for span in a.source)

    def around(self, span: Span) -> Attribution | None:
        """Return the innermost attribution whose content holds ``span``."""
        at = bisect_right(self._starts, span.start) - 1
        best: tuple[int, int, int] | None = None
        while at >= 0 and self._reached[at] >= span.end:  # nothing before reaches as far
            one = self._contents[at]
            if one[1] >= span.end and (best is None or (one[1] - one[0], one[2]) < (best[1] - best[0], best[2])):
                best = one
            at -= 1
        return self._attributions[best[2]] if best is not None else None

    def is_authority(self, text: str, holder: Sequence[Span]) -> bool:
        """Whether the holder is an authority by its own words, or by those with which the text introduced it.

        "He" and "the source" are the source named last before; "Marn" is "Colonel Ada Marn, head of the garrison".
        """
        names = _names(text, holder)
        if names & AUTHORITIES:
            return True
        before = holder[0].start
        if names <= _PRONOUNS:
            last = bisect_left(self._sources, (before, before)) - 1
            while last >= 0 and _names(text, (Span(*self._sources[last]),)) <= _PRONOUNS:
                last -= 1
            if last < 0:
                return False
            start, end = self._sources[last]
            return bool(_names(text, (Span(start, end),)) & AUTHORITIES) or _introduced(text, start, end)
        return _introduced(text, holder[0].start, holder[-1].end)


def _introduced(text: str, start: int, end: int) -> bool:
    """Whether the name was introduced as an authority's: the words around its first mention say so."""
    found = [word for word in words_of(text, start, end) if word.low[0].isalpha() and word.low not in _SMALL]
    if not found or len(found) > LONGEST_NAME:
        return False
    name = text[found[-1].start : found[-1].end]
    if not name[0].isupper():
        return False  # "a witness" is nobody introduced before
    first = re.search(rf"(?<!\w){re.escape(name)}(?!\w)", text)
    if first is None:
        return False
    opening = text.rfind("\n\n", 0, first.start()) + 1
    beside = words_of(text, max(opening, first.start() - AROUND), min(len(text), first.end() + AROUND))
    left = [word for word in beside if word.end <= first.start()][-TITLE:]
    joint = max((at for at, word in enumerate(left) if word.low == "and" or word.low in _VERBS), default=-1)
    left = left[joint + 1 :]  # "the army and the Eastern Brigades", "the army blamed": two parties
    right = [word for word in beside if word.start >= first.end()]
    apposed = right[1 : 1 + APPOSED] if right and right[0].low in (",", "(") else []
    return bool({word.low for word in (*left, *apposed)} & AUTHORITIES)


def _found(document: Document, segments: Sequence[Segment], tree: _Tree) -> Iterator[Responsibility]:
    text = document.text
    sentences = [part for part in segments if part.kind == "sentence"]
    setting = Setting(text, sentences)
    for number, part in enumerate(sentences):
        if not tells(text, part.start, part.end):
            continue
        words = words_of(text, part.start, part.end)
        seen: set[tuple[Span, DeedStanding]] = set()
        for said in statements(words):
            named = can_act(text, said.actor) and (said.holder is None or can_accuse(text, said.holder))
            if not named or (said.actor, said.standing) in seen or not _is_told(setting, number, words, said):
                continue
            if _is_unsaid(text, said, tree.around(said.cue)):
                continue
            one = _record(document, Span(part.start, part.end), words, said, tree)
            if one.holder or not (said.by_somebody or is_embedded(words, said)):
                seen.add((said.actor, said.standing))
                yield one


def _is_told(setting: Setting, number: int, words: Sequence[Word], said: Said) -> bool:
    """Whether a statement is of one deed of violence and is not asked."""
    asked = "?" in setting.text[said.cue.end : setting.sentences[number].end]
    if asked or is_general(words, said) or is_of_neither(words, said.actor):
        return False
    if said.standing == "claimed":  # nobody claims a mere word, and a leaflet claims nothing of itself
        head = head_of(setting.text, said.actor)
        return head is None or head.low not in PAPERS
    return setting.is_violence(number, words, said.actor)


def _record(document: Document, sentence: Span, words: Sequence[Word], said: Said, tree: _Tree) -> Responsibility:
    text, by = document.text, tree.around(said.cue)
    if by is not None and (not _is_heard(text, said.actor, by) or (said.aside and by.kind != "direct")):
        by = None  # in a quotation even what is told in passing is the speaker's
    told_by = () if by is None else tuple(span for span in by.source if span.of(text).lower() not in _RELATIVES)
    told_by = tuple(whole(text, span) for span in told_by)
    if by is not None and not told_by and by.source:
        meant = antecedent(words, by.cue[0]) if by.cue else None
        told_by = (meant,) if meant is not None and can_accuse(text, meant) else ()
    holder = (said.holder,) if said.holder is not None else told_by
    owner = possessor(words, said) if said.holder is None else None
    if owner is not None:
        by, holder = None, (owner,)
    if by is not None and said.holder is not None and said.holder.of(text).lower() in ("we", "i"):
        holder = told_by
    own = said.holder is None and by is not None and _is_own(text, said.actor, by)
    standing = said.standing
    if own and standing in ("asserted", "accused"):
        standing = "claimed"
    elif by is not None and said.holder is None:
        standing = _handed_on(text, standing, by, said.cue.of(text).lower())
    if standing == "claimed" and (not holder or not (own or _is_whose(text, said.actor))):
        holder = (said.actor,)  # whoever tells of the claim
    return Responsibility(
        id=identify("responsibility", document.id, said.actor.start, said.actor.end, said.cue.start, said.cue.end),
        document=document.id,
        actor=said.actor,
        deed=sentence,
        cue=said.cue,
        standing=standing,
        holder=holder,
        by_authorities=True if said.official else tree.is_authority(text, holder) if holder else None,
        attribution=by.id if by is not None else None,
        evidence=Evidence(
            "responsibility",
            _why(text, said, standing, holder),
            None,
            tuple(Place(document.id, s.start, s.end) for s in (said.cue, said.actor, *holder)),
        ),
    )


def _is_heard(text: str, actor: Span, by: Attribution) -> bool:
    """Whether an attribution tells whose the statement is: it has a source that is one, or stands right before."""
    if any(_is_named_so(text, cue) or (by.polarity == "not_said" and _passes_over(text, cue)) for cue in by.cue):
        return False
    is_doubt = any(word.low in ADVERBS_OF_SUSPICION for c in by.cue for word in words_of(text, c.start, c.end))
    if is_doubt and any(source.start < actor.end and actor.start < source.end for source in by.source):
        return False  # "the killing, allegedly by a clerk": he does not say so
    if by.kind == "indirect" and not hands_on([word.low for c in by.cue for word in words_of(text, c.start, c.end)]):
        return False
    return bool(by.source) or any(0 <= actor.start - cue.end <= BESIDE for cue in by.cue)


def _is_named_so(text: str, cue: Span) -> bool:
    """Whether a verb of saying is a name: "the brothers Said and Amin"."""
    before = text[max(0, cue.start - 2) : cue.start]
    return text[cue.start].isupper() and before[:1].isalnum() and cue.of(text)[1:].islower()


def _is_unsaid(text: str, said: Said, by: Attribution | None) -> bool:
    """Whether somebody is told not to say it: "he did not confirm that rebels killed"; "not ruled out" is possible."""
    if by is None or by.polarity != "not_said" or said.holder is not None or said.standing == "possible":
        return False
    words = {word.low for cue in by.cue for word in words_of(text, cue.start, cue.end)}
    return not words.isdisjoint(("not", "never")) and not any(_passes_over(text, cue) for cue in by.cue)


def _passes_over(text: str, cue: Span) -> bool:
    """Whether what is not said is no clause but a thing: "he never mentions the murders committed by"."""
    return any(word.low in _MENTIONS for word in words_of(text, cue.start, cue.end))


def _is_whose(text: str, actor: Span) -> bool:
    """Whether the actor is the speaker's: "its fighters", "his unit"."""
    return actor.of(text).lower().startswith(("its ", "our ", "his ", "their ", "her "))


def _is_own(text: str, actor: Span, by: Attribution) -> bool:
    """Whether the holder names the actor: "the Front's radio said that the Front attacked"."""
    mine, head = _names(text, (actor,)), head_of(text, actor)
    if actor.of(text).lower().startswith(("its ", "our ")) and mine & ARMED:
        return True  # "the Front said its fighters had shelled"
    if head is None or mine & _ANY or not any(can_act(text, source) for source in by.source):
        return False  # "a man said that a man"
    inner = actor.of(text).partition("(")[2]  # "the Salt Front (SF)"
    last = words_of(text, actor.start, actor.end)[-1].low
    names = {head.low, *({last} - AGENTS), *re.findall(r"[\w-]+", inner.lower())}
    return bool({name.removesuffix("'s") for name in names} & _names(text, by.source))


def _names(text: str, spans: Sequence[Span]) -> set[str]:
    found = {word.low.removesuffix("'s") for span in spans for word in words_of(text, span.start, span.end)}
    return {word for word in found if word[0].isalnum() and word not in _SMALL}


def _handed_on(text: str, standing: DeedStanding, by: Attribution, said_by: str) -> DeedStanding:
    """What is left of a statement inside what somebody says: "police believe that X did it"."""
    if standing in ("claimed", "denied"):
        return standing
    if by.polarity == "denied":
        return "denied"
    cue = {word.low for span in by.cue for word in words_of(text, span.start, span.end)}
    if standing == "asserted" and (cue & _BELIEVES or by.certainty == "alleged" or "responsible" in said_by):
        return "accused"
    if standing == "asserted" and (cue & DOUBT or by.certainty == "hedged"):
        return "possible"
    return standing


def _why(text: str, said: Said, standing: DeedStanding, holder: Sequence[Span]) -> str:
    who = " … ".join(" ".join(span.of(text).split()) for span in holder)
    who = who or ("an authority" if said.official else "the text")
    actor, cue = (" ".join(span.of(text).split()) for span in (said.actor, said.cue))
    return f"{who} {_SAYS[standing]} that “{actor}” did it (“{cue}”)."
