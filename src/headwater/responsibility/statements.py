"""Statements that somebody did a deed, sentence by sentence: who is named, by which words, with how much reserve.

Patterns over words in the manner of cascaded finite-state extraction (Appelt and others 1993): claims of
responsibility, accusations, deeds with "by" somebody, deeds with a subject. What the words say is kept as it is said;
who said it is for the attributions (``headwater.responsibility``).
"""

from bisect import bisect_left
from collections.abc import Iterator, Sequence

from headwater.records import DeedStanding, Span
from headwater.responsibility.accusing import accusation, attribution, blame, names_a_deed, official_act, pronoun
from headwater.responsibility.claiming import admits_a_deed, claim
from headwater.responsibility.clauses import BE, FAR, NEAR, Said, cue_of, has, is_denied
from headwater.responsibility.doing import TAKES_NOUN, agent, by_whom, deed, each, index_of, of_its_own
from headwater.responsibility.frames import framed, happened, is_taken_back, reserve
from headwater.responsibility.lexicon import (
    ACCUSES,
    ACTIONS,
    ACTS,
    ADMITS,
    AGENTS,
    ATTRIBUTES,
    AUTHORITIES,
    BLAMEFUL,
    BLAMES,
    CLAIMED_THINGS,
    CONVICTS,
    DEED_NOUNS,
    DEEDS,
    DOERS,
    DOUBT,
    HOLDS,
    IDENTIFIES,
    LINKS,
    SEIZES,
    SHARES,
    SUSPECTS,
    VIOLENT,
    WEAPONS,
    listed,
)
from headwater.responsibility.phrases import Word, before, behind
from headwater.responsibility.violence import PLAIN

_VIOLENCE = VIOLENT | DEED_NOUNS | WEAPONS
_GROUPS = frozenset({"organization", "organisation", "group", "movement", "party", "army", "cartel", "band", "gang"})
_CLAUSE_ENDS = frozenset({",", ";", "but", "and", "that", "who", "which", "whether", "where", "when", "how"})
_SUSPECTED_OF = frozenset({"of", "with", "to", "in"})
_SUSPECTING = listed("they we i he she who also now initially strongly widely still")
_QUOTES = frozenset("\"“”'‘’«»")
_ONE_DEED = listed("the a an this that these those his her its their last both")


def statements(words: Sequence[Word]) -> Iterator[Said]:
    """Yield the statements of one sentence in the order of their cues."""
    claims = has(words, 0, len(words), CLAIMED_THINGS | BLAMEFUL) and has(words, 0, len(words), ACTIONS)
    if not claims and not has(words, 0, len(words), _VIOLENCE):
        return
    for at, word in enumerate(words):
        low = word.low
        if word.cap and at and words[at - 1].low not in _QUOTES:
            continue  # a word of a name or title: "the Capitol Hill Occupied Protest"
        if low not in PLAIN and has(words, at - 1, at, _QUOTES) and has(words, at + 1, at + 2, _QUOTES):
            continue  # in quotation marks alone, another thing is meant: “hijacked”
        if low in CLAIMED_THINGS and not words[at - 1].low.endswith("'s"):
            yield from claim(words, at)
        elif low == "claimed" and at + 1 < len(words) and words[at + 1].low == "by":
            actor = behind(words, at + 2) if has(words, max(0, at - FAR), at, DEED_NOUNS) else None
            if actor is not None:
                yield Said(actor, cue_of(words, at, at + 1), "claimed")
        elif low in ADMITS:
            actor, group = before(words, at)
            if actor is not None and admits_a_deed(words, at) and not is_denied(words, group, at):
                yield Said(actor, cue_of(words, at, at + 1), "claimed")
        elif low in BLAMES:
            yield from blame(words, at)
        elif low in ACCUSES:
            yield from accusation(words, at)
        elif low in ATTRIBUTES:
            yield from attribution(words, at)
        elif low in BLAMEFUL or (low == "behind" and has(words, at + 1, at + FAR, DEED_NOUNS)):
            yield from _responsible(words, at)
        elif low == "involved" and at + 1 < len(words) and words[at + 1].low == "in":
            yield from _involved(words, at)
        elif (low in SEIZES or low in CONVICTS) and not _is_arrests(words, at):
            yield from official_act(words, at)
        elif low in DOERS:
            yield from _named_as(words, at)
        elif low in SHARES or low == "work":
            yield from _shared(words, at)
        elif low in ("responsibility", "guilt") and words[at - 1].low.endswith("'s"):
            yield from _owned(words, at)
        elif low in SUSPECTS or low in LINKS:
            yield from _suspicion(words, at)
        elif low == "be" or (low == "been" and words[at - 1].low == "have"):
            yield from _identified(words, at)
        is_noun = low in DEED_NOUNS and (low not in DEEDS or (at > 0 and words[at - 1].low in TAKES_NOUN))
        if low in DEEDS and not is_noun:
            yield from deed(words, at)
        elif is_noun and words[at - 1].low != "to" and not _is_accused_of(words, at):  # not "shot to death by"
            by = by_whom(words, at)
            if by is not None:
                yield from agent(words, at, by)
        elif low in ACTS and _is_deed_called(words, at):
            yield from agent(words, at, at + 1)  # "the attack was a manoeuvre by the army"


def _is_arrests(words: Sequence[Word], at: int) -> bool:
    """Whether it is the noun: "no further arrests or detentions of soldiers"."""
    return words[at].low == "arrests" and has(
        words, at + 1, at + 2, frozenset({"of", "or", "and", "in", "for", "over"})
    )


def _is_accused_of(words: Sequence[Word], at: int) -> bool:
    """Whether the deed named at ``at`` is what somebody is accused of: "accused of assault by a colleague"."""
    if words[at - 1].low == "under":
        return True  # "under attack by officials"
    return has(words, at - NEAR, at - 1, ACCUSES) and has(words, at - 3, at, frozenset({"of", "with"}))


def _is_deed_called(words: Sequence[Word], at: int) -> bool:
    """Whether a deed told before is called one by somebody: "the attack was a manoeuvre by the army"."""
    if at + 1 >= len(words) or words[at + 1].low != "by":
        return False
    if has(words, at - 3, at, frozenset({"this"})):
        return has(words, 0, at, DEED_NOUNS)
    link = next((k for k in range(at - 1, max(0, at - FAR), -1) if words[k].low in BE), None)
    return link is not None and has(words, 0, link, DEED_NOUNS)


def _responsible(words: Sequence[Word], at: int) -> Iterator[Said]:
    """ "X is responsible for", "A holds X responsible for", "those responsible are X"."""
    if not _for_a_deed(words, at) or words[at - 1].low in ("or", "as"):
        return  # "innocent or guilty", "as guilty as"
    verb = next((k for k in range(at - 1, max(-1, at - FAR), -1) if words[k].low in HOLDS | {"that"}), None)
    if verb is not None and words[verb].low == "that":
        verb = None  # "holds the belief that X is guilty"
    if verb is not None and verb + 1 == at:  # "the rebels are being held responsible"
        actor, group = before(words, verb)
        if actor is not None and has(words, group, verb, BE) and not is_denied(words, group, verb):
            yield from each(words, actor, cue_of(words, verb, at + 1), "accused")
        return
    if verb is not None:
        actor = behind(words, verb + 1)
        last = at - 1 - words[at - 1].low.endswith("ly")  # "held the Front directly responsible"
        if actor is not None and actor.end > words[last].end > actor.start:
            actor = Span(actor.start, words[last].end)
        holder, group = before(words, verb)
        holder = holder or pronoun(words, group)
        if words[verb - 1].low == "to" or not happened(words, group, verb):
            return  # "will hold them responsible for any attack"
        if actor is not None and verb + 1 < at:
            standing: DeedStanding = "denied" if is_denied(words, group, verb) else "accused"
            yield Said(actor, cue_of(words, verb, at + 1), standing, holder)
        return
    link = next((k for k in range(at - 1, max(-1, at - NEAR), -1) if words[k].low in BE), None)
    if link is None or words[link - 1].low == "of":  # "accused of being responsible" is an accusation
        return
    actor, group = before(words, link)
    if actor is None:
        yield from of_its_own(words, at, link)
        return
    first = index_of(words, actor)
    if is_taken_back(words, first) or not happened(words, group, link):
        return
    if is_denied(words, group, at):
        yield Said(actor, cue_of(words, link, at + 1), "denied")
        return
    if has(words, first - 3, first, frozenset({"whether"})) and has(words, first - NEAR, first, frozenset({"asked"})):
        return  # "asked whether one side was responsible"
    plain: DeedStanding = "accused" if words[at].low in BLAMEFUL else "asserted"  # who is to blame is judged, not seen
    standing = reserve(words, group, at) or framed(words, first) or framed(words, group) or plain
    yield from each(words, actor, cue_of(words, link, at + 1), standing)


def _for_a_deed(words: Sequence[Word], at: int) -> bool:
    """Whether it is a deed that somebody is responsible for or behind; else a deed stands before it."""
    if words[at].low == "behind":
        return has(words, at - 3, at, BE) and has(words, at + 1, at + 2 + NEAR, DEED_NOUNS)
    after = words[at + 1].low if at + 1 < len(words) else ""
    deeds = DEED_NOUNS | DEEDS | ACTIONS
    if after not in ("for", "of", "in"):
        return has(words, 0, at, deeds)
    far = range(at + 2, min(len(words), at + FAR))
    end = next((k for k in far if words[k].low in _CLAUSE_ENDS - {"and"}), at + FAR)
    if at + 2 < len(words) and words[at + 2].low in ("it", "this", "that", "them"):
        return has(words, 0, at, deeds)
    return has(words, at + 2, end, DEED_NOUNS | DEEDS | {"incidents", "incident"})


def _named_as(words: Sequence[Word], at: int) -> Iterator[Said]:
    """ "The murderers of the priests were members of the army"."""
    link = next(
        (k for k in range(at + 1, min(len(words), at + FAR)) if words[k].low in BE or words[k].low == ","), None
    )
    if link is None or words[link].low not in ("were", "are", "was", "is"):
        return
    first = link + 1
    while first < len(words) and words[first].low in ("either", "from", "probably", "possibly", "apparently"):
        first += 1
    if first == len(words) or words[first].low.endswith("ed") or is_denied(words, link, first + 1):
        return
    actor = behind(words, first)
    if actor is not None and words[first].low in (
        "the",
        "members",
        "soldiers",
    ):
        yield Said(actor, cue_of(words, at, link + 1), reserve(words, link, first) or framed(words, at) or "asserted")


def _involved(words: Sequence[Word], at: int) -> Iterator[Said]:
    """ "X may be involved in the attack", "two members of X involved in the murder"."""
    actor, group = before(words, at)
    if actor is None or is_taken_back(words, index_of(words, actor)) or not happened(words, group, at):
        return
    one = has(words, at + 2, at + 3, _ONE_DEED) or (words[at + 2 : at + 3] and words[at + 2].cap)
    if one and has(words, at + 2, at + 2 + NEAR, DEED_NOUNS) and not is_denied(words, group, at):
        yield Said(actor, cue_of(words, at, at + 2), "possible" if has(words, group, at, DOUBT) else "accused")


def _shared(words: Sequence[Word], at: int) -> Iterator[Said]:
    """ "The participation of X in the murder", "the attack was the work of X"."""
    if at + 1 >= len(words) or words[at + 1].low != "of":
        return
    actor = behind(words, at + 2)
    is_work = words[at].low == "work" and words[at - 1].low == "the" and has(words, 0, at, DEED_NOUNS | ACTS)
    is_share = words[at].low in SHARES and has(words, at + 2, at + FAR, DEED_NOUNS)
    if actor is None or not (is_work or is_share) or is_denied(words, at - 4, at):
        return
    plain: DeedStanding = "asserted" if is_work else "possible" if words[at - 1].low == "possible" else "accused"
    yield Said(actor, cue_of(words, at, at + 1), reserve(words, max(0, at - 4), at) or framed(words, at) or plain)


def _owned(words: Sequence[Word], at: int) -> Iterator[Said]:
    """ "The government's responsibility for the slaughter"."""
    if at + 1 < len(words) and words[at + 1].low in ("for", "in"):
        actor, _ = before(words, at)
        if actor is not None and names_a_deed(words, at + 1):
            yield Said(Span(actor.start, actor.end - len("'s")), cue_of(words, at, at + 1), "accused")


def _suspicion(words: Sequence[Word], at: int) -> Iterator[Said]:
    """ "Police suspect X of", "documents linking X with the attack", "X was implicated in the murder"."""
    low, after = words[at].low, words[at + 1].low if at + 1 < len(words) else ""
    subject, group = before(words, at)
    if is_denied(words, group, at) or _is_noun(words, at) or not happened(words, group, at):
        return
    passive = has(words, group, at, BE)
    if after in ("in", "with", "to", "of") and (low in LINKS or low in ("suspected", "implicated")):
        if subject is not None and names_a_deed(words, at + 1):
            doubted = has(words, group, at, DOUBT)
            yield Said(subject, cue_of(words, at, at + 1), "possible" if doubted else "accused", aside=not passive)
        return
    if passive or low in ("suspected", "believed", "believe", "believes", "thought", "presumed", "assumed"):
        return
    links = [k for k in range(at + 1, min(len(words), at + FAR)) if words[k].low in _SUSPECTED_OF]
    to = next((k for k in links if names_a_deed(words, k)), links[0] if links else None)  # "members of the army in"
    told = has(words, 0, at, DEED_NOUNS | ACTIONS) and has(words, len(words) - 2, len(words), frozenset({"."}))
    if to is None and low == "suspect" and told:  # "nobody claimed the attack, but the police suspect the Front."
        actor = behind(words, at + 1)
        if actor is not None and subject is not None:
            yield Said(_with_name(words, actor), cue_of(words, at, at + 1), "accused", subject)
        return
    actor = behind(words[:to], at + 1) if to is not None else None
    if actor is not None and to is not None and subject is not None and names_a_deed(words, to):
        yield Said(_with_name(words, actor), cue_of(words, at, at + 1), "accused", subject)


def _is_noun(words: Sequence[Word], at: int) -> bool:
    """Whether "suspect" is one who is suspected, "suspected" what is told of him: "the two suspects"."""
    before_it = words[at - 1].low if at else ""
    after = words[at + 1].low if at + 1 < len(words) else ""
    if words[at].low in ("suspect", "suspects"):
        return (
            not at
            or after in ("in", "of", "was", "were", "is", "are", "has", "had", ",", ".")
            or not (before_it in _SUSPECTING or before_it in AUTHORITIES)
        )
    return words[at].low == "suspected" and (not at or after not in ("of", "in"))


def _with_name(words: Sequence[Word], actor: Span) -> Span:
    """Return the actor with the name behind it: "the rebel organization, “Salt Front”"."""
    last = bisect_left(words, actor.end, key=lambda word: word.end)
    if last + 2 >= len(words) or words[last].low not in _GROUPS or words[last + 1].low != ",":
        return actor
    name = behind(words, last + 2)
    return Span(actor.start, name.end) if name is not None else actor


def _identified(words: Sequence[Word], at: int) -> Iterator[Said]:
    """ "Gunmen thought to be Front members", "it could have been the army", beside a deed."""
    first = max(0, at - 4)
    by_guess = words[at - 1].low == "to" and words[at - 2].low in IDENTIFIES if at > 1 else False
    doubt = any(word.low in ("may", "might", "could") for word in words[first:at])
    if not (by_guess or doubt) or (at + 1 < len(words) and words[at + 1].low.endswith(("ed", "ing", "en"))):
        return
    members = has(words, at + 1, at + 4, frozenset({"members", "member", "work", "militants"}))
    if doubt and words[at].low == "be" and not members:
        return  # "it could be an option"
    _, group = before(words, at - 2 if by_guess else at)
    doer = words[group - 1].low if group else ""
    stands_for_one = doer in ("it", "they", "who") and (not by_guess or doer == "who")  # "a man they believed to be"
    if doer not in AGENTS and not stands_for_one and doer not in DOERS:
        return  # "their destination may have been"
    actor = behind(words, at + 1) if not has(words, at + 1, at + 2, frozenset({"part"})) else None
    if actor is not None and not is_denied(words, first, at):
        yield Said(actor, cue_of(words, at - 2, at + 1), "possible" if doubt else "accused")
