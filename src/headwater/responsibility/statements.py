"""Statements that somebody did a deed, sentence by sentence: who is named, by which words, with how much reserve.

Patterns over words in the manner of cascaded finite-state extraction (Appelt and others 1993): claims of
responsibility, accusations, deeds with "by" somebody, deeds with a subject. What the words say is kept as it is said;
who said it is for the attributions (``headwater.responsibility``).
"""

from bisect import bisect_left
from collections.abc import Iterator, Sequence

from headwater.records import DeedStanding, Span
from headwater.responsibility.accusing import accusation, attribution, blame, official_act
from headwater.responsibility.clauses import BE, FAR, NEAR, Said, cue_of, has, is_denied
from headwater.responsibility.lexicon import (
    ACCUSES,
    ACTIONS,
    ACTS,
    ADMITS,
    ADVERBS_OF_SUSPICION,
    ALLEGED,
    ARMED,
    ATTRIBUTES,
    BLAMEFUL,
    BLAMES,
    CLAIMED_THINGS,
    CLAIMS,
    CONVICTS,
    DEED_NOUNS,
    DEEDS,
    DENIES,
    DENYING,
    DOERS,
    DOUBT,
    HOLDS,
    IDENTIFIES,
    LINKS,
    NEEDS_BEHIND,
    NEEDS_OBJECT,
    NEEDS_SOON,
    SEIZES,
    SHARES,
    SUSPECTS,
    TELLS,
    TIME_WORDS,
    VIOLENT,
    WEAPONS,
)
from headwater.responsibility.phrases import Word, before, behind

FRAME = 10  # words before a clause in which its frame stands: "has not ruled out the possibility that"
_VIOLENCE = VIOLENT | DEED_NOUNS | WEAPONS
_ACTS = frozenset({"attack", "attacks", "raid", "raids", "bombing", "ambush", "airstrike", "shooting", "assault"})
_TAKES_NOUN = frozenset({"a", "an", "the", "his", "her", "its", "their", "of", "this", "that", "no", "in", "on", "any"})
_GROUPS = frozenset({"organization", "organisation", "group", "movement", "party", "army", "cartel", "band", "gang"})
_BREAKS = frozenset({";", ".", "!", "?", "but", "while", "who", "which"})


def statements(words: Sequence[Word]) -> Iterator[Said]:
    """Yield the statements of one sentence in the order of their cues."""
    claims = has(words, 0, len(words), CLAIMED_THINGS | BLAMEFUL) and has(words, 0, len(words), ACTIONS)
    if not claims and not has(words, 0, len(words), _VIOLENCE):
        return
    for at, word in enumerate(words):
        low = word.low
        if low in CLAIMED_THINGS and not words[at - 1].low.endswith("'s"):
            yield from _claim(words, at)
        elif low == "claimed" and at + 1 < len(words) and words[at + 1].low == "by":
            actor = behind(words, at + 2) if has(words, max(0, at - FAR), at, DEED_NOUNS) else None
            if actor is not None:
                yield Said(actor, cue_of(words, at, at + 1), "claimed")
        elif low in ADMITS and has(words, at + 1, at + 1 + _admitted(words, at), DEEDS | DEED_NOUNS | {"responsible"}):
            actor, _ = before(words, at)
            if actor is not None:
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
        elif low in SEIZES or low in CONVICTS:
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
        if low in DEEDS:
            yield from _deed(words, at)
        elif low in DEED_NOUNS:
            by = at + 1
            while by < len(words) and (words[by].low in TIME_WORDS or words[by].low in ("on", "last", "committed")):
                by += 1
            if by < len(words) and words[by].low == "by":
                yield from _agent(words, at, by)
        elif low in ACTS and at + 1 < len(words) and words[at + 1].low == "by" and has(words, 0, at, DEED_NOUNS):
            yield from _agent(words, at, at + 1)  # "the attack was a manoeuvre by the army"


def _admitted(words: Sequence[Word], at: int) -> int:
    """Return within how many words what is admitted must stand: farther where "that" opens it."""
    return FAR if has(words, at + 1, at + FAR, frozenset({"that"})) else NEAR


def _claim(words: Sequence[Word], at: int) -> Iterator[Said]:
    """ "X claimed responsibility for", "responsibility was claimed by X", "nobody has claimed responsibility"."""
    verb = next((k for k in range(at - 1, max(-1, at - NEAR), -1) if words[k].low in CLAIMS), None)
    if verb is not None:
        actor, group = before(words, verb)
        if actor is not None and not is_denied(words, group, at):
            yield Said(actor, cue_of(words, verb, at + 1), "claimed")
        return
    if has(words, at - 3, at, DENIES):
        verb = next(k for k in range(max(0, at - 3), at) if words[k].low in DENIES)
        actor, _ = before(words, verb)
        if actor is not None:
            own = words[verb].low in DENYING  # "no responsibility" is said by the text
            yield Said(actor, cue_of(words, at, at + 1), "denied", actor if own else None)
        return
    verb = next((k for k in range(at + 1, min(len(words), at + FAR)) if words[k].low in CLAIMS), None)
    if verb is not None:
        by = next((k for k in range(verb + 1, min(len(words), verb + NEAR)) if words[k].low == "by"), None)
        actor = behind(words, by + 1) if by is not None else None
        if actor is not None and not is_denied(words, at, verb):
            yield Said(actor, cue_of(words, at, verb + 1), "claimed")


def _responsible(words: Sequence[Word], at: int) -> Iterator[Said]:
    """ "X is responsible for", "A holds X responsible for", "those responsible are X"."""
    verb = next((k for k in range(at - 1, max(-1, at - FAR), -1) if words[k].low in HOLDS | {"that"}), None)
    if verb is not None and words[verb].low == "that":
        verb = None  # "holds the belief that X is guilty"
    if verb is not None and verb + 1 == at:  # "the rebels are being held responsible"
        actor, group = before(words, verb)
        if actor is not None and has(words, group, verb, BE) and not is_denied(words, group, verb):
            yield from _each(words, actor, cue_of(words, verb, at + 1), "accused")
        return
    if verb is not None:
        actor = behind(words, verb + 1)
        if actor is not None and actor.end > words[at - 1].end:
            actor = Span(actor.start, words[at - 1].end)
        holder, group = before(words, verb)
        if actor is not None and verb + 1 < at:
            standing: DeedStanding = "denied" if is_denied(words, group, verb) else "accused"
            yield Said(actor, cue_of(words, verb, at + 1), standing, holder)
        return
    link = next((k for k in range(at - 1, max(-1, at - NEAR), -1) if words[k].low in BE), None)
    if link is None or words[link - 1].low == "of":  # "accused of being responsible" is an accusation
        return
    actor, group = before(words, link)
    if actor is None:
        yield from _of_its_own(words, at, link)
        return
    if is_denied(words, group, at):
        yield Said(actor, cue_of(words, link, at + 1), "denied")
        return
    standing = _reserve(words, group, at) or _framed(words, group) or "asserted"
    yield from _each(words, actor, cue_of(words, link, at + 1), standing)


def _each(words: Sequence[Word], actor: Span, cue: Span, standing: DeedStanding) -> Iterator[Said]:
    """Yield a statement for the actor, and for the one that "and" joins before it."""
    yield Said(actor, cue, standing)
    joint = bisect_left(words, actor.start, key=lambda word: word.start) - 1
    if joint > 0 and words[joint].low == "and":
        other, _ = before(words, joint)
        if other is not None:
            yield Said(other, cue, standing)


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
    if actor is not None and (words[first].low in _TAKES_NOUN or words[first].low in ("members", "soldiers")):
        yield Said(actor, cue_of(words, at, link + 1), _reserve(words, link, first) or _framed(words, at) or "asserted")


def _involved(words: Sequence[Word], at: int) -> Iterator[Said]:
    """ "X may be involved in the attack", "two members of X involved in the murder"."""
    actor, group = before(words, at)
    if actor is not None and has(words, at + 2, at + 2 + NEAR, DEED_NOUNS) and not is_denied(words, group, at):
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
    yield Said(actor, cue_of(words, at, at + 1), _reserve(words, max(0, at - 4), at) or _framed(words, at) or plain)


def _owned(words: Sequence[Word], at: int) -> Iterator[Said]:
    """ "The government's responsibility for the slaughter"."""
    if at + 1 < len(words) and words[at + 1].low in ("for", "in"):
        actor, _ = before(words, at)
        if actor is not None:
            yield Said(actor, cue_of(words, at, at + 1), "accused")


def _suspicion(words: Sequence[Word], at: int) -> Iterator[Said]:
    """ "Police suspect X", "documents linking X with the attack", "X was implicated in the murder"."""
    after = words[at + 1].low if at + 1 < len(words) else ""
    subject, group = before(words, at)
    if is_denied(words, group, at):
        return
    if after in ("in", "with", "to", "of") and (words[at].low in LINKS or after in ("of", "in")):
        if subject is not None and has(words, at + 1, at + FAR, DEEDS | DEED_NOUNS):
            yield Said(subject, cue_of(words, at, at + 1), "accused")
        return
    if after in ("that", "to", "it", "he", "they", ",", "") or has(words, group, at, BE):
        return
    to = next((k for k in range(at + 1, min(len(words), at + FAR)) if words[k].low in ("with", "to", "in")), len(words))
    with_deed = words[at].low not in LINKS or has(words, to, to + NEAR, DEED_NOUNS | VIOLENT)
    actor = behind(words, at + 1)
    if actor is not None and with_deed and words[at].low not in ("believed", "believe", "believes", "thought"):
        yield Said(_with_name(words, actor), cue_of(words, at, at + 1), "accused", subject)


def _with_name(words: Sequence[Word], actor: Span) -> Span:
    """Return the actor with the name behind it: "the rebel organization, “Salt Front”"."""
    last = bisect_left(words, actor.end, key=lambda word: word.end)
    if last + 2 >= len(words) or words[last].low not in _GROUPS or words[last + 1].low != ",":
        return actor
    name = behind(words, last + 2)
    return Span(actor.start, name.end) if name is not None else actor


def _with_party(words: Sequence[Word], actor: Span) -> Span:
    """Return the actor with the party told behind it: "another column, also belonging to the Salt Front"."""
    at = bisect_left(words, actor.end, key=lambda word: word.start)
    while at < len(words) and words[at].low in (",", "also", "allegedly", "presumably"):
        at += 1
    if at + 1 >= len(words) or words[at].low not in ("belonging", "loyal") or words[at + 1].low != "to":
        return actor
    party = behind(words, at + 2)
    return Span(actor.start, party.end) if party is not None else actor


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
    actor = behind(words, at + 1)
    if actor is not None and not is_denied(words, first, at):
        yield Said(actor, cue_of(words, at - 2, at + 1), "possible" if doubt else "accused")


def _deed(words: Sequence[Word], at: int) -> Iterator[Said]:
    low = words[at].low
    after = words[at + 1].low if at + 1 < len(words) else ""
    if low in NEEDS_BEHIND and after not in NEEDS_BEHIND[low]:
        return
    if low in NEEDS_SOON and not has(words, at + 1, at + 1 + NEAR, NEEDS_SOON[low]):
        return
    if at and words[at - 1].low in _TAKES_NOUN:
        return  # "a wounded boy", "the murder"
    if low not in VIOLENT and not has(words, 0, at, _VIOLENCE) and not has(words, at + 1, len(words), _VIOLENCE):
        return
    if low == "seized" and after in ("on", "upon"):
        return
    by = next(
        (
            k
            for k in range(at + 1, min(len(words), at + FAR))
            if words[k].low == "by" or words[k].low in _BREAKS or words[k].low in DEEDS or words[k].low in _ACTS
        ),
        None,
    )
    if by is not None and words[by].low == "by":
        found = list(_agent(words, at, by))
        if found:
            yield from found
            return
    yield from _subject(words, at)


def _agent(words: Sequence[Word], at: int, by: int) -> Iterator[Said]:
    """ "was killed on 5 May, apparently by X", "an attack by X"."""
    actor = behind(words, by + 1)
    if actor is None:
        return
    actor = _with_party(words, actor)
    _, group = before(words, at)
    if is_denied(words, group, by):
        yield Said(actor, cue_of(words, at, at + 1), "denied")
        return
    holder = None
    for k in range(at + 1, by - 2):
        if words[k].low == "according" and words[k + 1].low == "to":
            holder = behind(words, k + 2)
    opinion = next((k for k in range(max(0, at - FAR), at) if words[k].low == "opinion"), None)
    if opinion is not None and words[opinion + 1].low == "of":  # "in the opinion of the police"
        holder = behind(words, opinion + 2)
    plain: DeedStanding = "asserted" if opinion is None else "accused"
    standing = _reserve(words, group, by + 4) or _framed(words, group) or plain
    yield Said(actor, cue_of(words, at, at + 1), standing, holder)


def _subject(words: Sequence[Word], at: int) -> Iterator[Said]:
    """ "X killed", "X has carried out an attack"; "the man killed in the attack" has no subject."""
    low, after = words[at].low, words[at + 1].low if at + 1 < len(words) else ""
    if low.endswith("ing") or (low in DEED_NOUNS and low not in ("attack",)):
        return
    actor, group = before(words, at)
    ones = words[group - 1].low == "who" and words[group - 2].low in ("ones", "one") if group > 3 else False
    if ones and has(words, group - 5, group - 2, BE):  # "soldiers were the ones who murdered"
        actor, _ = before(words, next(k for k in range(group - 3, -1, -1) if words[k].low in BE))
    if actor is None and not has(words, group, at, BE):
        yield from _of_its_own(words, at, group)
    if actor is None:
        return
    if has(words, group, at, BE) or after in ("by", "in", "during", "when", ",", ".", "and", ""):
        return
    if low in NEEDS_OBJECT and (not has(words, at + 1, at + 1 + NEAR, DEED_NOUNS) or _is_other_crime(words, at)):
        return
    if is_denied(words, group, at):
        yield Said(actor, cue_of(words, at, at + 1), "denied")
        return
    first = bisect_left(words, actor.start, key=lambda word: word.start)
    standing = _reserve(words, first, at) or _framed(words, first) or "asserted"
    yield Said(actor, cue_of(words, at, at + 1), standing)


def _of_its_own(words: Sequence[Word], at: int, group: int) -> Iterator[Said]:
    """ "The army said it had killed 20 rebels", "the rebels said on Monday they had shelled the town"."""
    if words[group - 1].low not in ("it", "they"):
        return
    tells = group - 2
    while tells > 0 and (words[tells].low in TIME_WORDS or words[tells].low in ("that", "on", "late", "early")):
        tells -= 1
    teller = before(words, tells)[0] if tells > 0 and words[tells].low in TELLS else None
    if teller is None:
        return
    is_armed = any(w.low in ARMED for w in words if teller.start <= w.start < teller.end)
    if words[group - 1].low == "they" and not is_armed:
        return  # "villagers said they had killed": they may be others
    low = words[at].low
    if low in NEEDS_OBJECT and (not has(words, at + 1, at + 1 + NEAR, DEED_NOUNS) or _is_other_crime(words, at)):
        return
    yield Said(teller, cue_of(words, at, at + 1), "denied" if is_denied(words, group, at) else "claimed", teller)


def _is_other_crime(words: Sequence[Word], at: int) -> bool:
    """Whether the crime behind ``at`` is told to be no violence: "a crime by abandoning the campaign"."""
    crime = next(
        (k for k in range(at + 1, min(len(words) - 2, at + NEAR)) if words[k].low in ("crime", "crimes")), None
    )
    if crime is None or words[crime + 1].low not in ("by", "of"):
        return False
    return words[crime + 2].low.endswith("ing") and words[crime + 2].low not in DEEDS


def _framed(words: Sequence[Word], at: int) -> DeedStanding | None:
    """What the clause around it keeps back: "not ruled out that", "the possibility that", "whether", "if"."""
    lows = [word.low for word in words[max(0, at - FRAME) : at]]
    for k in range(len(lows) - 1, -1, -1):
        if lows[k] in (";", ".", "?"):
            return None
        if lows[k] in ("possibility", "whether", "if", "hypothesis", "rumors", "rumours"):
            return "possible"
        if lows[k] in ("rule", "ruled", "dismiss", "dismissed") and {"not", "out"} & set(lows[max(0, k - 4) : k + 2]):
            return "possible"
        if lows[k] in ("suspicions", "suspicion", "accusations", "accusation", "allegations", "belief"):
            return "accused"
        if lows[k] in ("evidence", "indication") and lows[k - 1] == "no":
            return "denied"
    return None


def _reserve(words: Sequence[Word], first: int, last: int) -> DeedStanding | None:
    """What the words between ``first`` and ``last`` keep back: "possibly", "allegedly", "alleged members of"."""
    inside = {word.low for word in words[first:last]}
    if inside & DOUBT:
        return "possible"
    if inside & (ADVERBS_OF_SUSPICION | ALLEGED | SUSPECTS):
        return "accused"
    return None
