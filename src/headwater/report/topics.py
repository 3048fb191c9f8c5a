"""Which statements are about a topic that is given in words.

Okapi BM25 (Robertson and Zaragoza 2009) over the statements of a case, words taken by their stems, so that "desertion"
finds "deserters" and "e-mails" finds "email". A word of the topic counts less where it only stands in the sentence
around the statement. A topic of one or two words must be there whole, of a longer one two thirds of its weight, and at
least one of its words in the statement itself. A name that stood not far before counts too in a document that uses it
often; in one whose title holds it, it may be the only word that is there, where the statement says enough by itself.
Words for one matter count as one ("deaths", "died", "killed"), by a short table. Known limits: English endings; another
synonym ("leaving the front" for "desertion") is not found: give both words.
"""

import math
import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache

from headwater.report.index import Index
from headwater.words import words

SATURATION, LENGTH = 1.2, 0.6  # BM25's k1 and b; statements are short, so length matters less than in whole texts, and
# one that is shorter than usual is not nearer to the topic for it
BEFORE = 0.2  # what a name counts that stands only before it, in a document with the name in its title
AROUND = 0.5  # what a word counts that stands only in the sentence around the statement
WHOLE = 2  # words of a topic up to which all must be there
OFTEN = 3  # times that a document uses a name, from which on its statements may be about its bearer
NEAR = 700  # code points before a statement in which the name then has to stand, three paragraphs of news
CLOSE = 300  # where no other word of the topic is there
ENOUGH, TELLING = 5, 4  # words of a statement without a word of the topic; letters of their stems
SHARE = 2 / 3  # of the weight of a longer topic
_LONG = 6  # letters of a noun in -sion that is taken for a verb's: "decision", not "vision"
_SHORTEST = 4  # letters that a stem keeps, so that "nation" stays apart from "nat"
_FUNCTION = """
a an the of in on at to by for from with and or but about over what who whom whose is are was were be been do does did
has have had it its their his her this that these those as
"""
_EMPTY = frozenset(_FUNCTION.split())
_SUFFIXES = """
isations izations isation ization ations ation itions ition ments ment nesses ness ingly ings ing edly ions ion ors or
ures ure ers er ees ee ists ist isms ism ities ity ances ance ences ence ants ant ents ent ives ive als al ed es ly s e
"""
_ENDINGS = _SUFFIXES.split()  # the longest of a kind first
_FORMS = """
sank sunk sink; shot shoot; stole stolen steal; fell fallen fall; rose risen rise; held hold; fled flee; struck strike;
left leave; broke broken break; froze frozen freeze; fought fight; died dying die; dead death; lost lose; won win;
spent spend; sold sell; bought buy; took taken take; gave given give; ran run; chose chosen choose; drew drawn draw;
grew grown growth grow; knew known know; threw thrown throw; wrote written write; spoke spoken speak; hid hidden hide;
swore sworn swear; women woman; men man; children child; people person; drowned drown;
sale sales sell; loss losses lose; belief beliefs believe; speech speeches speak; lied lying lie;
paid pay; policing policed police
"""
_IRREGULAR = {form: line.split()[-1] for line in _FORMS.split(";") for form in line.split()}
_NO_FORMS = "news series species mars united states police pressure culture pension tension version mansion occasion"
_WHOLE = frozenset(_NO_FORMS.split())  # no plurals, participles or nouns of a verb
_OF_VERBS_IN_D = re.compile(r"(?<=[^s]s)ions?$")  # "extension" of "extend", "decision" of "decide"; not "mission"
_SIBILANT = re.compile(r"(?:x|z|s|ch|sh)es$")
_DOUBLED = re.compile(r"([bdfgkmnprt])\1$")


@lru_cache(maxsize=65_536)  # words come again and again
def stem(word: str) -> str:
    """Return what a word shares with its inflections and the nouns made of it.

    >>> [stem(w) for w in ("desertion", "deserters", "deserted", "e-mails", "policies", "policy", "running")]
    ['desert', 'desert', 'desert', 'email', 'polic', 'polic', 'run']
    """
    word = _IRREGULAR.get(word, word)
    if word in _WHOLE or word.removesuffix("s") in _WHOLE:
        return word.removesuffix("s") if word not in _WHOLE else word
    plain = word.removesuffix("'s").replace("-", "").replace("'", "").replace(".", "")
    if len(plain) > _LONG and (base := _OF_VERBS_IN_D.sub("", plain)) != plain:
        return f"{base[:-1]}d"
    if plain.endswith(("ies", "ied")) and len(plain) - 3 >= _SHORTEST:
        return plain[:-3]
    if _SIBILANT.search(plain):
        plain = plain[:-2]
    for ending in _ENDINGS:
        if plain.endswith(ending) and len(plain) - len(ending) >= (3 if ending in ("s", "ing", "ed") else _SHORTEST):
            if ending == "s" and plain.endswith("ss"):
                break
            plain = _DOUBLED.sub(r"\1", plain[: -len(ending)])
            break
    return plain[:-1] if plain.endswith("y") and len(plain) > _SHORTEST else plain


def stems(text: str, start: int = 0, end: int | None = None) -> list[str]:
    """Return the stems of the words of ``text[start:end]`` that carry meaning, in order."""
    return [stem(word.folded) for word in words(text, start, end) if word.folded not in _EMPTY]


_KIN = """
die death deaths dead deceased killed fatal fatalities slain perished; injured injury wounded hurt; arrest detained
detention detainee jailed imprisoned prisoner inmate; kidnapped abducted abduction hostage; protest demonstration
demonstrator rally; election elected vote voter voting ballot; fire blaze arson; bombing blast explosion exploded;
attack assault raid; disease illness sick infected outbreak; murder homicide assassinated; truce ceasefire;
flee refugee displaced evacuated; corruption bribe bribery graft; tax levy tariff duty
"""
_FAMILY = {stem(word): stem(line.split()[0]) for line in _KIN.split(";") for word in line.split()}


def matters(text: str, start: int = 0, end: int | None = None) -> list[str]:
    """Return the stems of ``text[start:end]``, those of words for one matter as one: "deaths" asks for the dead too.

    >>> matters("Deaths in Karsat") == matters("died in Karsat")
    True
    """
    return [_FAMILY.get(found, found) for found in stems(text, start, end)]


@dataclass(frozen=True, slots=True)
class _Said:
    """A statement's words, and the words of the sentences in which it stands."""

    key: str
    inside: Counter[str]
    around: Counter[str]
    document: str
    start: int
    size: int
    telling: int


class Topics:
    """The statements of a case, ready to be asked for topics."""

    def __init__(self, found: Index) -> None:
        sentences = {
            a.document.id: sorted((s.start, s.end) for s in a.segments if s.kind == "sentence")
            for a in found.case.analyses
        }
        self._documents = {key: Counter(matters(document.text)) for key, document in found.documents.items()}
        self._texts = {key: document.text for key, document in found.documents.items()}
        self._titles = {key: frozenset(matters(d.title or "")) for key, d in found.documents.items()}
        self._said = []
        for key, item in found.attributions.items():
            if not item.content:
                continue
            text = found.documents[item.document].text
            inside = Counter(s for span in item.content for s in matters(text, span.start, span.end))
            telling = sum(len(word) >= TELLING for word in inside)
            opening, closing = item.content[0].start, item.content[-1].end
            around: Counter[str] = Counter()
            known = sentences[item.document]
            at = max(0, bisect_right(known, (opening, len(text))) - 1)
            while at < len(known) and known[at][0] < closing:
                around.update(matters(text, *known[at]))
                at += 1
            self._said.append(_Said(key, inside, around - inside, item.document, opening, inside.total(), telling))
        spread = Counter(word for said in self._said for word in said.inside)
        number = len(self._said)
        self._weight = {word: math.log(1 + (number - n + 0.5) / (n + 0.5)) for word, n in spread.items()}
        self._rare = math.log(1 + (number + 0.5) / 0.5)
        self._usual = sum(said.size for said in self._said) / max(1, number)

    def about(self, topic: str) -> dict[str, float]:
        """Return the scores of the statements (attribution ids) that are about ``topic``, higher is nearer."""
        wanted = list(dict.fromkeys(matters(topic)))
        names = {stem(w.folded) for w in words(topic) if topic[w.start].isupper()}
        if not wanted:
            return {}
        forms = [_joined(wanted)] if len(wanted) == WHOLE else []
        return {said.key: score for said in self._said if (score := self._score(said, wanted, forms, names)) > 0}

    def _score(self, said: _Said, wanted: Sequence[str], forms: Sequence[str], names: set[str]) -> float:
        if forms and said.inside[forms[0]]:  # "healthcare" for "health care"
            return self._weigh(forms[0], said, float(said.inside[forms[0]])) + self._rare
        absent = not any(said.inside[word] for word in wanted)
        told = {name for name in names if self._documents[said.document][name] >= OFTEN}
        if told:
            reach = CLOSE if absent else NEAR
            told &= (
                set(matters(self._texts[said.document], max(0, said.start - reach), said.start)) | said.around.keys()
            )
        if absent and (said.telling < ENOUGH or told.isdisjoint(self._titles[said.document])):
            return 0.0
        there = [word for word in wanted if said.inside[word] or said.around[word] or word in told]
        weight = sum(self._weight.get(word, self._rare) for word in there)
        total = sum(self._weight.get(word, self._rare) for word in wanted)
        if len(there) < len(wanted) and (len(wanted) <= WHOLE or weight < SHARE * total):
            return 0.0
        return sum(self._weigh(word, said, said.inside[word] or (BEFORE if absent else AROUND)) for word in there)

    def _weigh(self, word: str, said: _Said, often: float) -> float:
        norm = SATURATION * (1 - LENGTH + LENGTH * max(1.0, said.size / (self._usual or 1.0)))
        return self._weight.get(word, self._rare) * often * (SATURATION + 1) / (often + norm)


def _joined(wanted: Iterable[str]) -> str:
    return stem("".join(wanted))
