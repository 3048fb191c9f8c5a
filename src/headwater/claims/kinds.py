"""Words that exclude one another in one place of a statement: soldiers are not civilians, custody is no hospital.

Two statements may agree in all words but one, and that one may be what matters: who died, where, of what, in which
season. In news such a word is nearly always another name for the same thing (of 69 pairs of the training part of the
Microsoft Research Paraphrase Corpus that differ by one content word, people judged 67 the same), so only words of the
small tables below tell two statements apart, and only in the same place. Known limits: English; a kind that the tables
lack is not told apart.
"""

from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher

from headwater.claims.forms import Form, sense

STRETCH = 3  # words of a replaced stretch in which a word of a kind is looked for
# One kind a line; bars part words that exclude one another, words between two bars may be of the same people or place.
_KINDS = """
soldiers soldier troops servicemen | civilians civilian | policemen policeman | rebels rebel insurgents guerrillas
army military government | rebels rebel insurgents guerrillas opposition
teachers teacher | nurses nurse | doctors doctor physicians | journalists journalist reporters reporter | miners miner |
farmers farmer | firefighters firefighter firemen | sailors sailor seamen | pilots pilot | judges judge |
    students student pupils pupil | lawyers lawyer | priests priest
men man boys boy | women woman girls girl
victims victim dead | survivors survivor
wife husband spouse | brother | sister | son | daughter | father | mother | uncle | aunt | cousin | nephew | niece
custody detention prison jail | hospital clinic infirmary | home house | office | court | school | church | mosque |
    market | embassy | airport | hotel | theatre theater | museum | factory plant
fire blaze | flood floods flooding | earthquake quake | storm hurricane cyclone typhoon tornado | landslide | drought
president | minister premier | governor | mayor | king | queen
mice mouse rats | people humans patients women men children
all | most | half | few
conservative conservatives | liberal liberals
republican republicans | democratic democrat democrats
spring | summer | autumn fall | winter
first | second | third | fourth | fifth | sixth | seventh | eighth | ninth | tenth
fraud embezzlement | murder homicide manslaughter | rape | arson | theft robbery burglary | espionage spying | treason |
    bribery corruption | perjury | kidnapping abduction
cancer | stroke | diabetes | malaria | cholera | measles | dementia | infection
defence defense | health | education | agriculture | transport | justice | interior | finance
"""
_KIN = "dad mom mum parents wife husband brother sister son daughter father mother uncle aunt cousin nephew niece"


def _read(table: str) -> tuple[dict[str, int], ...]:
    """Return for each kind the words, by sense, with the number of what they stand for."""
    lines = table.strip().replace("\n    ", " ").replace("|\n", "| ").splitlines()
    return tuple(
        {sense(word): number for number, group in enumerate(line.split("|")) for word in group.split()}
        for line in lines
    )


_KINDS_BY_SENSE = _read(_KINDS)
_WORDS = frozenset(word for kind in _KINDS_BY_SENSE for word in kind)
_WHOSE = frozenset(("his", "her", "my", "our", "their"))
_WHO = frozenset(("i", "he", "she", "we", "they", "you"))
_KIN_WORDS = frozenset(sense(word) for word in _KIN.split())


def exclude(left: Form, right: Form) -> tuple[str, str] | None:
    """Return two words, as they stand there, that exclude one another in one place of both; None where none do."""
    if not (_WORDS & left.kinds and _WORDS & right.kinds):
        return None
    for lefts, rights in _replaced(left, right):
        for kind in _KINDS_BY_SENSE:
            ours = [i for i in lefts if left.stems[i] in kind]
            theirs = [j for j in rights if right.stems[j] in kind]
            if not ours or not theirs:
                continue
            if {kind[left.stems[i]] for i in ours} & {kind[right.stems[j]] for j in theirs}:
                continue
            return left.words[ours[0]], right.words[theirs[0]]
    return None


def _replaced(left: Form, right: Form) -> Iterator[tuple[Sequence[int], Sequence[int]]]:
    """Yield short stretches that stand in one place; a word that the other has elsewhere is not replaced."""
    for tag, i1, i2, j1, j2 in SequenceMatcher(None, left.stems, right.stems, autojunk=False).get_opcodes():
        if tag == "replace" and i2 - i1 <= STRETCH and j2 - j1 <= STRETCH:
            yield (
                [i for i in range(i1, i2) if left.stems[i] not in right.stems],
                [j for j in range(j1, j2) if right.stems[j] not in left.stems],
            )


def ways(left: Form, right: Form) -> tuple[str, str] | None:
    """Return "to" and "from" before one name: two ways of one road."""
    for i, name in left.names:
        for j in (j for j, other in right.names if other == name and i and j):
            if {left.words[i - 1], right.words[j - 1]} == {"to", "from"}:
                return f"{left.words[i - 1]} {name}", f"{right.words[j - 1]} {name}"
    return None


def another(left: Form, right: Form) -> tuple[str, str] | None:
    """Return whose relative only one of the two speaks of: "the minister's brother" for "the minister"."""
    for one, other in ((left, right), (right, left)):
        whose = one.words[:1] and one.words[0] in _WHOSE and one.stems[1:2] and one.stems[1] in _KIN_WORDS
        if whose and other.words[:1] and other.words[0] in _WHO and not _KIN_WORDS & other.kinds:
            pair = " ".join(one.words[:2]), other.words[0]
            return pair if one is left else (pair[1], pair[0])
        for i in range(len(one.words) - 1):
            if one.words[i].endswith("'s") and one.stems[i + 1] in _KIN_WORDS and one.stems[i + 1] not in other.stems:
                found = (
                    j for j, s in enumerate(other.stems) if s == one.stems[i] and not other.words[j].endswith("'s")
                )
                bare = next((j for j in found if other.stems[j + 1 : j + 2] == one.stems[i + 2 : i + 3]), None)
                if bare is not None:
                    pair = f"{one.words[i]} {one.words[i + 1]}", other.words[bare]
                    return pair if one is left else (pair[1], pair[0])
    return None
