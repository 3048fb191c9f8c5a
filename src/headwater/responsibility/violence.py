"""Whether a sentence tells of violence, not of an attack in words or a crime of papers.

A word such as "attack" or "crime" is one of politics, courts and sport as well. It counts where the sentence, one
beside it or the text as a whole has words that are plainly of violence, or where the actor is armed by name ("gunmen").
An attack on computers counts as one.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from headwater.records import Segment, Span
from headwater.responsibility.clauses import has
from headwater.responsibility.lexicon import ARMED, DEED_NOUNS, DOERS, VIOLENT, listed
from headwater.responsibility.phrases import Word, words_of

FEW = 5  # sentences of a text that is too short to judge what it is about
BESIDE = 2  # sentences before and behind that show what an "attack" is
OFTEN = 200  # words of a text for each plain word of violence; politics and courts have fewer than one in 500

# words that are of violence wherever they stand
PLAIN = listed(
    """
    kill kills killed killing killings killer killers slain slaying slayings dead died dying deadly fatally lethal
    murder murders murdered murdering murderer murderers assassinate assassinated assassinating assassination
    assassinations assassin assassins massacre massacres massacred homicide manslaughter genocide beheaded beheading
    executioner kidnap kidnaps kidnapped kidnaped kidnapping kidnappings abducted abducting abduction abductions
    hostage hostages wounded wounding wounds injured injuring injury injuries maimed tortured torturing torture rape
    raped rapes raping sexual sexually molested stabbed stabbing stabbings shot shots shooting shootings shooter
    gunned gunfire gunman gunmen gun guns rifle rifles pistol knife knives machete bomb bombs bombed bombing bombings
    bomber bombers explosion explosions explosive explosives exploded blast blasts detonated detonating detonation
    grenade grenades dynamite dynamited mortar mortars rocket rockets missile missiles airstrike airstrikes artillery
    shelled shelling shells napalm poisoned poisoning sarin arson hijackers casualties slaughtered assaulted
    assaulting poison nerve chemical toxic suicide limpet tanker tankers torpedo mosque synagogue nightclub cyber
    cyberattack cyberattacks hack hacked hackers hacking malware casualty atrocity atrocities corpses bodies bloodshed
    civilians civilian soldiers soldier troops guerrillas guerrilla rebels rebel insurgents militants militant
    terrorist terrorists terrorism terror jihadists militia militias paramilitary paramilitaries hitmen attackers
    assailants assailant garrison barracks convoy outpost checkpoint battalion war combat battle clashes riot rioters
    machine-gunned machinegunned survivors survived death deaths violence violent firearms armed pipeline
    """
)
# those that are plain in the sentence itself, but too common in other texts to make an "attack" beside them plain
_LOOSE = listed(
    """
    dead died dying killed shot shots war battle combat injury injuries sexual survived gun guns troops death deaths
    violence violent armed pipeline mosque synagogue nightclub suicide
    """
)
_BESIDE = PLAIN - _LOOSE
_ARMED = ARMED | DOERS | listed("terrorists terrorist attackers attacker assailants assailant suspect suspects sniper")
# words of courts beside which these are no attacks in words
_LAW = listed("police charged charges arrested convicted sentenced indicted pleaded prosecutors court jury")
_CHARGED = listed("assault assaults robbery kidnapping battery")
_OF_VIOLENCE = listed("the this that these those war hate violent sex sexual heinous horrific horrible brutal capital")
_NUMBER_OF_THE_DAY = frozenset({"september", "sept", "9"})  # of the eleventh


@dataclass(frozen=True)
class Setting:
    """A text in its sentences: what an "attack" is in it, is told by the words around."""

    text: str
    sentences: Sequence[Segment]

    def is_violence(self, number: int, words: Sequence[Word], actor: Span) -> bool:
        """Whether sentence ``number`` tells of violence, by its words, who the actor is, or the sentences around.

        A text of a few lines shows too little of what it is about to say no.
        """
        if _is_mere_crime(words):
            return False
        lows = {word.low for word in words}
        if (
            lows & PLAIN
            or (lows & _LAW and lows & _CHARGED)
            or ("11" in lows and lows & _NUMBER_OF_THE_DAY)
            or {"war", "crimes"} <= lows
        ):
            return True
        if any(_is_armed(word) for word in words_of(self.text, actor.start, actor.end)):
            return True
        if len(self.sentences) < FEW or self.is_violent:
            return True
        return any(map(self._plain_in, self.sentences[max(0, number - BESIDE) : number + 1 + BESIDE]))

    @cached_property
    def is_violent(self) -> bool:
        """Whether plain words of violence are so many in the text that it is about violence."""
        told = sum(self._plain_in(one) for one in self.sentences)
        return told * OFTEN >= sum(len(self.text[one.start : one.end].split()) for one in self.sentences)

    def _plain_in(self, sentence: Segment) -> int:
        return sum(word.low in _BESIDE for word in words_of(self.text, sentence.start, sentence.end))


def _is_armed(word: Word) -> bool:
    return word.low in _ARMED or word.low.endswith("terrorists")


def _is_mere_crime(words: Sequence[Word]) -> bool:
    """Whether the only deed of a sentence is a crime that nothing shows to be of violence."""
    crimes = [k for k, word in enumerate(words) if word.low in ("crime", "crimes")]
    if not crimes or any(word.low in VIOLENT | DEED_NOUNS and word.low not in ("crime", "crimes") for word in words):
        return False
    told = any(word.low in _OF_VIOLENCE for k in crimes for word in words[max(0, k - 4) : k])
    return not told and not any(has(words, k + 1, k + 2, frozenset({"against"})) for k in crimes)
