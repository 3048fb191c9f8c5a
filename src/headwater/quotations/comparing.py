"""Whether a quotation gives the words of a text as they stand there.

The words of both are aligned (longest common subsequence). A word that differs, was put in, or was left out without an
ellipsis is an alteration. A quotation is trimmed where an ellipsis stands for words, or where it presents as a whole
sentence what goes on in the original, or what began earlier there.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from rapidfuzz.distance import Indel

from headwater.align.changes import classify, classify_cut
from headwater.align.runs import Run
from headwater.quotations.pieces import Quotation, Said
from headwater.records import ChangeKind, QuotationChange, Span
from headwater.words import words

LEAST_SHARE = 0.6  # of the quotation's words that the text must hold in order, to be the words that were quoted
BORDERS = '.!?。！？…\n“”"«»'  # a sentence does not go on beyond them
_CLOSES = frozenset(",.!?")  # before a single mark that closes a quotation
REACH = 400  # characters in which the border of a sentence is sought
MOST_WORDS = 5_000  # of a quotation; a longer one is compared up to there
STRAY = 2  # words of a run at an end that a border parts from the rest
REPLACED = 4  # words that open a sentence, in the place of others that open the quotation
JOINING = frozenset({"and", "but", "so", "or", "yet"})  # a clause behind them stands on its own
CONDITIONS = frozenset({"whether", "if", "unless"})
_DENYING_WORDS = """no not never neither nor without hardly cannot nobody none nothing denied denies deny denying ruled
rejected rejects dismissed dismisses doubted doubts disputed disputes lacked lacks lack refused refuses"""
DENYING = frozenset(_DENYING_WORDS.split())
ARTICLES = frozenset({"a", "an", "the", "any"})
_CLIPS = {"'d": ("would", "had"), "'s": ("is", "has")}
_ELLIPSIS = re.compile(r"…|\.[ \u00a0]?\.[ \u00a0]?\.")
# Who blames somebody for something does not say it: "criticised him for “wrong leadership”".
_BLAMING_WORDS = """criticized criticised criticizing criticising accused accusing blamed blaming slammed blasted
denounced condemned attacked mocked warned against opposed opponent rival"""
BLAMING = frozenset(_BLAMING_WORDS.split())
ANSWERS = frozenset({"no", "yes", "well", "look", "yeah", "so"})
_OPENED = re.compile(r"(?:[:,]\s|\s)['‘‹]\Z")  # the mark of a quotation inside another
MARK = 2  # characters of an opening quotation mark and a blank
LEAST_CUT = 2  # words that a sentence must go on for, to be trimmed: an "either" more or less is no cut


@dataclass(frozen=True, slots=True)
class Match:
    """How a quotation stands in a text: where (and each matched run), how many words match, in the longest run too,
    their share, what was changed, and what was cut; ``is_part`` where the text leaves out words of the quotation."""

    place: Span
    runs: tuple[Span, ...]
    matched: int
    longest: int
    share: float
    changes: tuple[QuotationChange, ...]
    cuts: tuple[QuotationChange, ...]
    is_part: bool = False


def match(here: str, quotation: Quotation, there: str, original: Sequence[Said]) -> Match | None:
    """Return how the quotation (in text ``here``) stands in ``original`` (words of ``there``); None: it does not."""
    quoted = quotation.words[:MOST_WORDS]
    equal = _at_breaks(_align([w.form for w in quoted], [w.form for w in original]), quoted, original)
    equal = _without_strays(equal, quoted, original, there)
    matched = sum(run.length for run in equal)
    if not equal or matched < LEAST_SHARE * len(quoted):
        return None
    changes: list[QuotationChange] = []
    cuts: list[QuotationChange] = []
    first = _opening(here, quoted, there, original, equal[0])
    i, j = 0, first
    elided = False
    # Words before the first and after the last match belong to the quotation only; the original's are its context.
    for block in [*equal, None]:
        i_stop, j_stop = (block.left, block.right) if block else (len(quoted), j)
        if i_stop > i or j_stop > j:
            change = _describe(here, quoted[i:i_stop], there, original[j:j_stop])
            pause = quoted[i_stop].before if i_stop < len(quoted) and i_stop == i else "none"
            if pause == "ellipsis":
                cuts.append(replace(change, classes=classify_cut(change.original)))
            elif pause == "none" and not _is_editors(quoted[i:i_stop], original[j:j_stop]):
                elided |= bool(block) and _is_elided(there, quoted[i:i_stop], original, j)
                if not _sound_alike(quoted[i:i_stop], original[j:j_stop]):
                    changes.append(change)
        if block:
            i, j = block.left + block.length, block.right + block.length
    place = Span(original[first].start, original[j - 1].end)
    runs = tuple(Span(original[r.right].start, original[r.right + r.length - 1].end) for r in equal)
    longest = max(r.length for r in equal)
    return Match(place, runs, matched, longest, matched / len(quoted), tuple(changes), tuple(cuts), elided)


def _opening(here: str, quoted: Sequence[Said], there: str, original: Sequence[Said], first: Run) -> int:
    """Return where the original begins: at the first match, or at the few other words that open its sentence where
    other words open the quotation's ("Nobody will" for "Hardly anybody will")."""
    if not first.left or not here[quoted[0].start].isupper():
        return first.right
    at = first.right
    while at > max(first.right - REPLACED, 0) and not _has_border(there, original[at - 1].end, original[at].start):
        at -= 1
    opens = _has_border(there, max(original[at].start - 2, 0), original[at].start) or original[at].start == 0
    return at if opens and first.right - at <= REPLACED and there[original[at].start].isupper() else first.right


def _align(quoted: list[str], original: list[str]) -> list[Run]:
    """Return the equal runs; a run is moved to the next one, and the last to the one before, where the same words stand
    there too.

    "The dam" in "of the water. The dam" must not start with the first "the".
    """
    equal = [
        Run(o.src_start, o.dest_start, o.src_end - o.src_start)
        for o in Indel.opcodes(quoted, original)
        if o.tag == "equal"
    ]
    for at in range(len(equal) - 2, -1, -1):
        first, second = equal[at], equal[at + 1]
        if first.left + first.length == second.left:
            equal[at : at + 2] = _nearest(first, second, quoted, original)
    if len(equal) > 1:
        before, last = equal[-2], equal[-1]
        start = before.right + before.length
        if before.left + before.length == last.left and original[start : start + last.length] == _part(quoted, last):
            equal[-2:] = [Run(before.left, before.right, before.length + last.length)]
    return equal


def _at_breaks(equal: list[Run], quoted: Sequence[Said], original: Sequence[Said]) -> list[Run]:
    """Return the runs with each gap of the original moved to the ellipsis that stands for it, where it can be.

    In "is full … and since" of "is full, and the hall is full, and since" the first "and" is the wrong one.
    """
    equal = list(equal)
    for at in range(len(equal) - 1):
        first, second = equal[at], equal[at + 1]
        if first.left + first.length != second.left or quoted[second.left].before != "none":
            continue
        by = _way_to_break(first, second, quoted, original)
        equal[at] = Run(first.left, first.right, first.length + by)
        equal[at + 1] = Run(second.left + by, second.right + by, second.length - by)
    return equal


def _way_to_break(first: Run, second: Run, quoted: Sequence[Said], original: Sequence[Said]) -> int:
    """Return by how many words the gap between two runs must move to a break (left: negative); 0 where it cannot."""
    stop = first.right + first.length
    for back in range(1, first.length):
        if original[second.right - back].form != original[stop - back].form:
            break
        if quoted[second.left - back].before != "none":
            return -back
    for on in range(1, second.length):
        if original[second.right + on - 1].form != original[stop + on - 1].form:
            break
        if quoted[second.left + on].before != "none":
            return on
    return 0


def _nearest(first: Run, second: Run, quoted: list[str], original: list[str]) -> list[Run]:
    """Return both runs with the first moved to the last place before the second where its words stand."""
    for start in range(second.right - first.length, first.right, -1):
        if original[start : start + first.length] == _part(quoted, first):
            if start + first.length == second.right:
                return [Run(first.left, start, first.length + second.length)]
            return [Run(first.left, start, first.length), second]
    return [first, second]


def _without_strays(equal: list[Run], quoted: Sequence[Said], original: Sequence[Said], there: str) -> list[Run]:
    """Drop a first or last run of one or two words that a sentence border parts from the rest: it matched by chance."""
    while len(equal) > 1:
        first, second = equal[0], equal[1]
        start, end = original[first.right + first.length - 1].end, original[second.right].start
        if first.length > STRAY or quoted[second.left].before != "none" or not _has_border(there, start, end):
            break
        equal = equal[1:]
    while len(equal) > 1:
        before, last = equal[-2], equal[-1]
        start, end = original[before.right + before.length - 1].end, original[last.right].start
        if last.length > STRAY or quoted[last.left].before != "none" or not _has_border(there, start, end):
            break
        equal = equal[:-1]
    return equal


def _has_border(text: str, start: int, end: int) -> bool:
    return any(c in BORDERS for c in text[start:end])


def _part(quoted: list[str], run: Run) -> list[str]:
    return quoted[run.left : run.left + run.length]


def _is_editors(quoted: Sequence[Said], original: Sequence[Said]) -> bool:
    """Say whether only words differ that the original itself has in square brackets, or that a bracket replaced."""
    if quoted:
        return False
    return all(w.before == "bracket" for w in original)


def _sound_alike(quoted: Sequence[Said], original: Sequence[Said]) -> bool:
    """Say whether the same is written in other letters: "hard-working" and "hardworking", "he'd" and "he would"."""
    mine, theirs = ([w.form for w in said] for said in (quoted, original))
    if "".join(mine) == "".join(theirs):
        return True
    pairs = zip(mine, theirs, strict=False)
    return len(mine) == len(theirs) and all(
        a == b or b in _CLIPS.get(a, ()) or a in _CLIPS.get(b, ()) for a, b in pairs
    )


def _is_elided(there: str, quoted: Sequence[Said], original: Sequence[Said], at: int) -> bool:
    """Say whether words of the quotation are missing there where an ellipsis stands."""
    if not quoted or not 0 < at < len(original):
        return False
    return _ELLIPSIS.search(there, original[at - 1].end, original[at].start) is not None


def _describe(here: str, quoted: Sequence[Said], there: str, original: Sequence[Said]) -> QuotationChange:
    mine, others = _stretches(quoted), _stretches(original)
    ours = " … ".join(_with_whole_brackets(here, s.start, s.end) for s in mine)
    theirs = " … ".join(_with_whole_brackets(there, s.start, s.end) for s in others)
    kind: ChangeKind = "inserted" if not theirs else "deleted" if not ours else "replaced"
    before = [word for s in others for word in words(there, s.start, s.end)]
    after = [word for s in mine for word in words(here, s.start, s.end)]
    return QuotationChange(kind, ours, theirs, classify(there, here, before, after))


def _stretches(said: Sequence[Said]) -> list[Span]:
    """Return where words stand, without what the reporter puts between two parts of a quotation ("she said")."""
    found: list[Span] = []
    for word in said:
        if found and word.before != "speech":
            found[-1] = Span(found[-1].start, word.end)
        else:
            found.append(Span(word.start, word.end))
    return found


def _with_whole_brackets(text: str, start: int, end: int) -> str:
    """Return the words from ``start`` to ``end`` with both halves of a bracket at their ends, or with neither.

    >>> _with_whole_brackets("say [the men] went", 4, 12), _with_whole_brackets("a [b c] d", 2, 4)
    ('[the men]', 'b')
    """
    shown = text[start:end]
    if shown.count("[") > shown.count("]") and text[end : end + 1] == "]":
        return text[start : end + 1]
    if shown.count("]") > shown.count("[") and text[max(start - 1, 0) : start] == "[":
        return text[start - 1 : end]
    if shown.count("[") != shown.count("]"):
        return shown.replace("[", "").replace("]", "").strip()
    return shown


def find_cut(here: str, quotation: Quotation, there: str, place: Span) -> QuotationChange | None:
    """Return what was cut off a sentence that the quotation presents as whole; None where nothing was.

    A fragment within the reporter's own sentence (small first letter) claims to be no more than that, unless it is what
    only follows "whether", "if" or "no" in the original. Words before a capital count only where they turn the meaning
    ("I never said that the dam is safe"): editors capitalise freely.
    """
    first, last = quotation.words[0], quotation.words[-1]
    if _OPENED.search(there, max(place.start - MARK - 1, 0), place.start):
        return None  # a quotation within a quotation begins there: nothing of it was cut
    if not here[first.start].isupper() and here[first.start] != "[":
        return find_condition(here, quotation, there, place)
    if not quotation.ends_open and not here[last.end : last.end + 1].isspace():
        rest = _sentence_end(there, place.end)
        if len(words(there, place.end, rest)) >= LEAST_CUT:
            return _cut(there, place.end, rest)
    start = _sentence_start(there, place.start)
    if first.before == "none" and first.start and start < place.start:
        cut = _cut(there, start, place.start)
        last_words = cut.original.casefold().rsplit(" ", 2)
        if last_words[-1] in JOINING or last_words[-2:] == ["and", "that"] or cut.original.casefold() in ANSWERS:
            return None
        if {"negation", "hedge", "turn"} & set(cut.classes):
            return cut
    return None


def find_condition(here: str, quotation: Quotation, there: str, place: Span) -> QuotationChange | None:
    """Return the "whether" or the "no", with what stands before it, under which alone the fragment is said there; None
    where the reporter's own words around it say so too."""
    first, last = quotation.words[0], quotation.words[-1]
    start = _sentence_start(there, place.start)
    before = [word.folded for word in words(there, start, place.start)]
    if first.before != "none" or not before:
        return None
    begin, behind = _sentence_start(here, max(first.start - MARK, 0)), min(last.end + MARK, len(here))
    told = [*words(here, begin, first.start), *words(here, behind, _sentence_end(here, behind))]
    own = {word.folded for word in told}
    if before[-1] in CONDITIONS and not own & CONDITIONS:
        return _cut(there, start, place.start)
    negated = set(before[-2:]) & DENYING if before[-1] in ARTICLES else {before[-1]} & DENYING
    if negated and not own & (DENYING | BLAMING) and not any(word.endswith("n't") for word in own):
        return _cut(there, start, place.start)
    return None


def _cut(text: str, start: int, end: int) -> QuotationChange:
    left_out = text[start:end].strip(" ,;")
    return QuotationChange("deleted", "", left_out, classify_cut(left_out))


def _sentence_end(text: str, start: int) -> int:
    """Return where the sentence ends in which ``start`` stands: an end mark, a closing quotation mark or a line end."""
    for place in range(start, min(start + REACH, len(text))):
        if text[place] in BORDERS or (text[place] in "'’" and text[place - 1 : place] in _CLOSES):
            return place
    return min(start + REACH, len(text))


def _sentence_start(text: str, end: int) -> int:
    for place in range(end - 1, max(end - REACH, 0) - 1, -1):
        if text[place] in BORDERS:
            return place + 1
    return max(end - REACH, 0)
