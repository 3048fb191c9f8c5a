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
from headwater.responsibility.frames import framed, happened, is_feared, is_reckoned, is_taken_back, reserve
from headwater.responsibility.lexicon import (
    ACCUSES,
    ACTIONS,
    ACTS,
    ADMITS,
    AGENTS,
    ARMED,
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
    listed,
)
from headwater.responsibility.phrases import Word, before, behind, is_verb

_VIOLENCE = VIOLENT | DEED_NOUNS | WEAPONS
_ACTS = frozenset({"attack", "attacks", "raid", "raids", "bombing", "ambush", "airstrike", "shooting", "assault"})
_TAKES_NOUN = frozenset({"a", "an", "the", "his", "her", "its", "their", "of", "this", "that", "no", "in", "on", "any"})
_GROUPS = frozenset({"organization", "organisation", "group", "movement", "party", "army", "cartel", "band", "gang"})
_CLAUSE_ENDS = frozenset({",", ";", "but", "and", "that", "who", "which", "whether", "where", "when", "how"})
_SUSPECTED_OF = frozenset({"of", "with", "to", "in"})
_SUSPECTING = listed("they we i he she who also now initially strongly widely still")
_PARTICIPLES = listed("used run made led driven held owned sent given taken to built")
_EVIL = frozenset({"committed", "committing", "perpetrated", "perpetrating"})  # whatever it is, it is a deed
_OF_DEEDS = listed("committed ordered organized organised staged planned perpetrated wounded")
_NO_OBJECT = listed("by in during when , . and back again included include were was are suicide") | {""}
_ONE_DEED = listed("the a an this that these those his her its their last both")
_SELVES = frozenset({"himself", "herself", "itself", "themselves", "ourselves"})
_AFTER_PARTICIPLE = listed("on at near while as after since from with last earlier")
_BREAKS = frozenset({";", ".", "!", "?", "but", "while", "who", "which"})


def statements(words: Sequence[Word]) -> Iterator[Said]:
    """Yield the statements of one sentence in the order of their cues."""
    claims = has(words, 0, len(words), CLAIMED_THINGS | BLAMEFUL) and has(words, 0, len(words), ACTIONS)
    if not claims and not has(words, 0, len(words), _VIOLENCE):
        return
    for at, word in enumerate(words):
        low = word.low
        if word.cap and at and words[at - 1].low[0].isalnum():
            continue  # a word of a name: "the Capitol Hill Occupied Protest"
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
        elif low in DEED_NOUNS and words[at - 1].low != "to":  # not "shot to death by"
            by = at + 1
            while by < len(words) and (words[by].low in TIME_WORDS or words[by].low in ("on", "last", "committed")):
                by += 1
            if by < len(words) and words[by].low == "by":
                yield from _agent(words, at, by)
        elif low in ACTS and at + 1 < len(words) and words[at + 1].low == "by" and has(words, 0, at, DEED_NOUNS):
            yield from _agent(words, at, at + 1)  # "the attack was a manoeuvre by the army"


def _responsible(words: Sequence[Word], at: int) -> Iterator[Said]:
    """ "X is responsible for", "A holds X responsible for", "those responsible are X"."""
    if not _for_a_deed(words, at):
        return
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
        yield from _of_its_own(words, at, link)
        return
    first = _index(words, actor)
    if is_taken_back(words, first) or not happened(words, group, link):
        return
    if is_denied(words, group, at):
        yield Said(actor, cue_of(words, link, at + 1), "denied")
        return
    standing = reserve(words, group, at) or framed(words, first) or framed(words, group) or "asserted"
    yield from _each(words, actor, cue_of(words, link, at + 1), standing)


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


def _index(words: Sequence[Word], span: Span) -> int:
    return bisect_left(words, span.start, key=lambda word: word.start)


def _each(words: Sequence[Word], actor: Span, cue: Span, standing: DeedStanding) -> Iterator[Said]:
    """Yield a statement for the actor, and for the one that "and" joins before it."""
    yield Said(actor, cue, standing)
    first = _index(words, actor)
    if first > 1 and words[first - 1].low == "and":
        other, _ = before(words, first - 1)
        behind_verb = other is not None and is_verb(words, _index(words, other) - 1)
        if other is not None and not behind_verb:
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
    if actor is not None and words[first].low in (
        "the",
        "members",
        "soldiers",
    ):
        yield Said(actor, cue_of(words, at, link + 1), reserve(words, link, first) or framed(words, at) or "asserted")


def _involved(words: Sequence[Word], at: int) -> Iterator[Said]:
    """ "X may be involved in the attack", "two members of X involved in the murder"."""
    actor, group = before(words, at)
    if actor is None or is_taken_back(words, _index(words, actor)) or not happened(words, group, at):
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
    to = next((k for k in range(at + 1, min(len(words), at + FAR)) if words[k].low in _SUSPECTED_OF), None)
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
    _, group = before(words, at - 2 if by_guess else at)
    doer = words[group - 1].low if group else ""
    if doer not in AGENTS and doer not in ("it", "they", "who") and doer not in DOERS:
        return  # "their destination may have been"
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
    if _is_other_s(words, at, by) or is_taken_back(words, group) or is_reckoned(words, at):
        return
    if words[at].low in DEED_NOUNS - DEEDS:
        if is_feared(words, at):
            return
    elif not happened(words, group, at) or _is_habit(words, group, at):
        return
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
    standing = reserve(words, group, by + 4) or framed(words, group) or plain
    yield Said(actor, cue_of(words, at, at + 1), standing, holder)


def _is_other_s(words: Sequence[Word], at: int, by: int) -> bool:
    """Whether "by" belongs to another participle: "shot at a vehicle used by"; "an order carried out by" is no deed."""
    low = words[at].low
    last = by - 1
    while last > at and (words[last].low.endswith("ly") or words[last].low in TIME_WORDS):
        last -= 1
    other = words[last].low
    if last > at and (other in _PARTICIPLES or (other.endswith("ed") and other not in _OF_DEEDS)):
        return True
    if "suicide" in (low, other) or has(words, at, by, frozenset({"suicide"})):
        return True
    return low in NEEDS_OBJECT - _EVIL and not has(words, at - FAR - NEAR, by, DEED_NOUNS | ACTS | ACTIONS)


def _has_object(words: Sequence[Word], at: int) -> bool:
    """Whether an object stands behind the verb, past a day: "kidnapped today two miners", "attacked at least 10"."""
    first = at + 1
    while first < len(words) and words[first].low in TIME_WORDS:
        first += 1
    low = words[first].low if first < len(words) else "."
    if low == "at" and first + 1 < len(words) and words[first + 1].low == "least":
        return True
    return low not in _AFTER_PARTICIPLE and (first == at + 1 or low not in _NO_OBJECT)


def _is_habit(words: Sequence[Word], group: int, at: int) -> bool:
    """Whether it tells of no one deed: "are often killed by"."""
    inside = {word.low for word in words[group:at]}
    return bool(inside & {"is", "are"}) and "being" not in inside


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
    if has(words, group, at, BE) or after in _NO_OBJECT or after in _SELVES:
        return
    if low not in NEEDS_BEHIND and not _has_object(words, at):
        return  # "the man killed on Sunday"
    if not happened(words, group, at) or (low in ("kill", "kills") and not is_denied(words, group, at)):
        return
    first = _index(words, actor)
    if is_taken_back(words, first) or has(words, at + 1, at + 3, frozenset({"no"})):
        return
    to = next((k for k in range(at + 1, min(len(words), at + NEAR)) if words[k].low == "to"), at + 1 + NEAR)
    if low in NEEDS_OBJECT and (not has(words, at + 1, to, DEED_NOUNS) or _is_other_crime(words, at)):
        return
    if is_denied(words, group, at):
        yield Said(actor, cue_of(words, at, at + 1), "denied")
        return
    asked = words[group - 1].low in ("who", "which", "that") and group > first
    last = bisect_left(words, actor.end, key=lambda word: word.start)
    kept = reserve(words, first, last) or reserve(words, max(last, group), at)
    standing = kept or (None if asked else framed(words, first)) or "asserted"  # "whether the men who shot him met"
    if words[first].cap and words[first - 2].cap:  # "Orin and Marn killed", not "Orin fell and rebels killed"
        yield from _each(words, actor, cue_of(words, at, at + 1), standing)
    else:
        yield Said(actor, cue_of(words, at, at + 1), standing, aside=asked)


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
    yield Said(teller, cue_of(words, at, at + 1), "denied" if is_denied(words, group, at) else "claimed", teller)


def _is_other_crime(words: Sequence[Word], at: int) -> bool:
    """Whether the crime behind ``at`` is told to be no violence: "a crime by abandoning the campaign"."""
    crime = next(
        (k for k in range(at + 1, min(len(words) - 2, at + NEAR)) if words[k].low in ("crime", "crimes")), None
    )
    if crime is None or words[crime + 1].low not in ("by", "of"):
        return False
    return words[crime + 2].low.endswith("ing") and words[crime + 2].low not in DEEDS
