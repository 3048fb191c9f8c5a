"""Whether a statement is of no one deed but of a kind: "crimes committed by immigrants", "men accused of murder".

A deed without an article, number or name beside an actor without one is a kind of deed by a kind of people (the bare
plural of the generic reading, Carlson 1977), unless a verb in the past tells that it happened.
"""

from collections.abc import Sequence

from headwater.responsibility.clauses import BE, Said
from headwater.responsibility.lexicon import DEED_NOUNS, listed
from headwater.responsibility.phrases import Word, before, is_mark

_DETERMINED = listed(
    """
    the a an this these those his her its their our my your both several many some scores dozens hundreds thousands two
    three four five six seven eight nine ten eleven twelve first second third last latest another recent
    """
)
_NO_PLURAL = frozenset({"police", "men", "women", "people", "ice", "teen"})
_MASS = listed("violence crime aggression robbery terrorism arson slaughter abuse execution murder")
_REACH = 4  # words before a deed among which its article stands
_DONE = frozenset({"committed", "perpetrated", "carried"})
_MODALS = frozenset({"could", "would", "may", "might", "will", "can", "should"})
_ENDS_NOUN = BE | {"by", "about", "after", "during", "into", "as", "at", "on"}
_SERIES = frozenset({"series", "string", "wave", "spate"})
_LINKS = frozenset({"of", "with", "for", "in", "to"})
_TOLD = listed("was were had did said told left killed wounded injured died came took began went made found")
_RATES = listed(
    "percent percentage rate rates likely statistics average annually yearly twice likelier disproportionate per"
)
_COUNTS = _RATES | listed("fewer number numbers figures proportion")


def is_general(words: Sequence[Word], said: Said) -> bool:
    """Whether a statement tells of a kind of deed by a kind of people."""
    actor = [word for word in words if said.actor.start <= word.start < said.actor.end]
    at = next((k for k, word in enumerate(words) if word.start == said.cue.start), None)
    if at is None:
        return False
    if words[at].low in _DONE:
        at = next((k for k in range(at - 1, max(-1, at - 1 - _REACH), -1) if words[k].low in DEED_NOUNS), at)
    if _may_come(words, at, said) or _is_compared(words, actor) or _is_of_such(actor):
        return True
    the_police = [word.low for word in actor] == ["the", "police"]
    counted = any(word.low in (_COUNTS if _is_by(words, at, said) else _RATES) or word.low == "%" for word in words)
    opens = bool(actor) and actor[-1] == words[0]  # any first word is in capitals
    if counted and (_is_bare(actor, opens=opens) or the_police):
        return True  # "police killed clerks at higher rates"
    if not _is_bare(actor) and not (the_police and words[at].low not in DEED_NOUNS):
        return False
    if said.aside and not _is_by(words, at, said):
        link = next((k for k in range(at, min(len(words), at + _REACH)) if words[k].low in _LINKS), None)
        return link is not None and not _is_determined(words[link + 1 : link + 1 + _REACH])
    by = _is_by(words, at, said)
    if not by:
        return False
    if words[at].low in DEED_NOUNS and not _is_verb_here(words, at):
        indefinite = _article(words, at) in ("a", "an")
        return not _article(words, at) or (
            indefinite and not any(_is_past(word) for word in words if word not in actor)
        )
    if not _is_reduced(words, at):
        return False
    victims, _ = before(words, at)
    told = [word for word in words if victims is not None and victims.start <= word.start < victims.end]
    return _is_bare(told, named=True)


def _is_of_such(actor: Sequence[Word]) -> bool:
    """Whether it is a kind by its words: "such migrants", not "such a group"."""
    lows = [word.low for word in actor[:2]]
    return lows[:1] == ["such"] and lows[-1] not in ("a", "an")


def _is_compared(words: Sequence[Word], actor: Sequence[Word]) -> bool:
    """Whether it is a reckoning of who did more: "more clerks have committed murders than guards"."""
    lows = {word.low for word in actor}
    more = [k for k, word in enumerate(words[:-1]) if word.low in ("more", "fewer") and words[k + 1].low != "than"]
    return "than" in lows or (bool(more) and any(word.low == "than" for word in words[more[0] :]))


def _may_come(words: Sequence[Word], at: int, said: Said) -> bool:
    """Whether a deed with "a" is one that may come: "a bombing by the group could"."""
    behind = next((word for word in words if word.start >= said.actor.end), None)
    if behind is None or words[at].low not in DEED_NOUNS:
        return False
    if behind.low == "is" and _article(words, at) in ("a", "an"):
        return any(word.low in ("a", "an") for word in words if word.start == said.actor.start)  # what any such deed is
    return behind.low in _MODALS and _article(words, at) in ("a", "an", "another", "")


def _is_by(words: Sequence[Word], at: int, said: Said) -> bool:
    return any(word.low == "by" for word in words[at:] if word.start < said.actor.start) and (
        words[at].end <= said.actor.start
    )


def _is_bare(actor: Sequence[Word], *, named: bool = False, opens: bool = False) -> bool:
    """Whether a phrase is a plural without article, number or (if not ``named``) name: "armed protesters", "police"."""
    told = [word for word in actor if not is_mark(word)]
    if not told or told[0].low in _DETERMINED or told[0].low[0].isdigit():
        return False
    end = next((k for k, word in enumerate(told) if k and _cuts(word)), len(told))
    head = told[end - 1]
    return (named or opens or not head.cap) and (head.low.endswith("s") or head.low in _NO_PLURAL)


def _cuts(word: Word) -> bool:
    """Whether what tells more of a noun begins: "men from Arlen", "men entering the country"."""
    return word.low in ("of", "from", "in", "who", "with") or word.low.endswith("ing")


def _article(words: Sequence[Word], at: int) -> str:
    """Return what determines the deed named at ``at``: an article, a number, a day; "" where it is bare."""
    for k in range(at - 1, max(-1, at - 1 - _REACH), -1):
        low = words[k].low
        if low in _DETERMINED or low[0].isdigit() or low.endswith("'s"):
            return low
        if low in _SERIES:
            return "a"
        if is_mark(words[k]) or (low in _LINKS and words[k - 1].low not in _SERIES) or low in _ENDS_NOUN:
            break
    return "" if words[at].low in _MASS or words[at].low.endswith("s") else "the"


def _is_determined(words: Sequence[Word]) -> bool:
    return any(
        word.low in _DETERMINED or word.low[0].isdigit() or word.low.endswith("'s") or word.cap for word in words
    )


def _is_verb_here(words: Sequence[Word], at: int) -> bool:
    return at > 0 and words[at - 1].low in BE


def _is_reduced(words: Sequence[Word], at: int) -> bool:
    """Whether it is a participle behind a noun: "people killed by police", or told of what is: "are killed by"."""
    verb = at - 1
    while verb > 0 and words[verb].low.endswith("ly"):
        verb -= 1
    return words[verb].low not in ("was", "were", "been")


def _is_past(word: Word) -> bool:
    return word.low in _TOLD or (word.low.endswith("ed") and not word.cap)
