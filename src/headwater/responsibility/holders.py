"""Whose a statement is: who stands before the clause and says it, or owns the word that says so."""

import re
from collections.abc import Sequence

from headwater.records import Span
from headwater.responsibility.clauses import Said
from headwater.responsibility.lexicon import listed
from headwater.responsibility.phrases import Word, before, behind

REACH = 14  # words between "that" and what its clause says
FAR_SAYING = 20  # words between "allegations, made in a letter," and "that"
# nouns of saying that hand a clause on: "the bureau's conclusion that"
_SAYINGS = listed(
    """
    conclusion conclusions assertion assertions claim claims allegation allegations accusation accusations
    acknowledgment acknowledgement finding findings belief suspicion suspicions contention admission assessment view
    charge charges insistence suggestion suggestions statement
    """
)
# verbs that embed a clause without its being the text's own
_EMBEDS = listed(
    """
    implied implies imply implying suggested suggests suggest suggesting hinted hints hinting insinuated insinuates
    claimed claims claim claiming alleged alleges allege alleging argued argues argue arguing asserted asserts said
    says say saying told think thinks thought believe believes believed believing contends contended maintains
    maintained speculated speculates reports rumors rumours allegations accusations suspicions assertions assertion
    allegation accusation suspicion fears feared imagine imagined convinced cry cries cried crying complain
    complained complaining confirm verify
    """
)
# cues of attribution behind which nobody says a clause: "leaders are discussing Arlen, where rebels attacked"
_NOT_SAYING = listed(
    """
    discuss discusses discussed discussing show shows showed showing debate debated debating ask asks asked asking
    wonder wondered wondering consider considers considering vow vowed vows promise promised want wants wanted hope
    hopes hoped expect expects expected demand demanded urge urged urges agree agreed remember recall
    recalled planned plan plans intend intends focus focused look looking felt feel feels read
    outspoken upset pledge pledges pledged
    """
)
_ARTICLES = frozenset({"the", "its", "their", "his", "her", "government"})
_REST = re.compile(r" of (?:the )?[A-Z][\w'’-]*(?: [A-Z][\w'’-]*)*")


def possessor(words: Sequence[Word], said: Said) -> Span | None:
    """Return whose saying the clause is that begins with the actor: "the bureau's conclusion that the Front"."""
    first = next((k for k, word in enumerate(words) if word.start >= said.actor.start), len(words))
    at = first - 1
    if at > 0 and words[at].low == "that":
        by = next((k for k in range(at - 1, max(0, at - REACH), -1) if words[k].low == "by"), 0)
        if by and words[by - 1].low in _SAYINGS:  # "claims by the council that"
            return behind(words[:at], by + 1)
        at -= 1
    if at < 1 or words[at].low not in _SAYINGS:
        return None
    if not words[at - 1].cap and not words[at - 1].low.endswith(("'s", "s'")):
        return None
    opening = at - 1
    while opening > 0 and (words[opening - 1].cap or words[opening - 1].low in _ARTICLES):
        opening -= 1
    return Span(words[opening].start, words[at].end)


def is_embedded(words: Sequence[Word], said: Said) -> bool:
    """Whether the clause stands behind a verb or noun of saying: "implied Marn had killed him", "reports that"."""
    first = next((k for k, word in enumerate(words) if word.start >= said.actor.start), len(words))
    at = first - 1
    while at >= 0 and (words[at].low == "that" or not words[at].low[0].isalnum()):
        if words[at].low in (".", ";", ")"):
            return False
        at -= 1
    nouns = _SAYINGS if any(word.low == "that" for word in words[at + 1 : first]) else frozenset()
    if at >= 0 and words[at].low in _EMBEDS | nouns and not words[at].cap:
        return True
    cue = next((k for k, word in enumerate(words) if word.start >= said.cue.start), len(words))
    that = next((k for k in range(cue - 1, max(-1, cue - REACH), -1) if words[k].low in ("that", ";", ":", ".")), -1)
    if that > 0 and words[that].low == "that" and not words[that - 1].low[0].isalnum():
        return any(word.low in _SAYINGS for word in words[max(0, that - FAR_SAYING) : that])
    return that > 0 and words[that].low == "that" and any(w.low in _EMBEDS for w in words[max(0, that - 3) : that])


def antecedent(words: Sequence[Word], cue: Span) -> Span | None:
    """Return who is meant by the "who" that says it: "Marn, who maintains that the clerk shot him"."""
    at = next((k for k, word in enumerate(words) if word.start == cue.start), None)
    return None if at is None else before(words, at)[0]


def hands_on(cue: Sequence[str]) -> bool:
    """Whether the words of an attribution's cue say something."""
    return not set(cue) & _NOT_SAYING


def whole(text: str, source: Span) -> Span:
    """Return a source with what "of" adds to a name that was cut, "the Office" of the Director, and without "that"."""
    if source.of(text).startswith("that ") and source.of(text) != "that ":
        source = Span(source.start + len("that "), source.end)
    if not source.of(text).rpartition(" ")[2][:1].isupper():
        return source
    rest = _REST.match(text, source.end)
    return Span(source.start, rest.end()) if rest else source
