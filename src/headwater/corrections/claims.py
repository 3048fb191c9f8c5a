"""Claims that people joined, parted, confirmed or set aside.

A claim is known by its statements: it grows and its id changes with every new document, its statements do not.
"""

from collections.abc import Hashable, Mapping, Sequence
from dataclasses import dataclass, replace

from headwater.corrections.anchors import Texts
from headwater.corrections.members import Members
from headwater.corrections.standing import Item, orphan, settle
from headwater.corrections.wording import RULE, evidence_of, moved_note
from headwater.ids import identify
from headwater.records import Claim, Correction, CorrectionState, Document, Evidence, Group, Statement

_TURN = {"merge_claims": 0, "split_claim": 1, "accept": 2, "reject": 3}


@dataclass(frozen=True, slots=True)
class _Sides:
    first: tuple[str, ...]  # statements of the target, or those that go out of it
    second: tuple[str, ...]
    moved: bool


def correct_groups(
    groups: Sequence[Group], documents: Sequence[Document], corrections: Sequence[Correction]
) -> tuple[tuple[Group, ...], tuple[CorrectionState, ...]]:
    """Return the claims as people decided, in the order of their first statements, and the states of corrections."""
    wanted = [c for c in corrections if c.kind == "claim"]
    if not wanted:
        return tuple(groups), ()
    texts = Texts(documents)
    members = Members(texts, (), (s for group in groups for s in group.statements))
    items, states = [], []
    sides: dict[str, _Sides] = {}
    for correction in wanted:
        found = members.find("statement", correction)
        count = int(correction.value.get("of_target", str(len(found))))
        one = _Sides(
            tuple(key for key, _ in found[:count] if key is not None),
            tuple(key for key, _ in found[count:] if key is not None),
            any(moved for _, moved in found),
        )
        if not one.first or (correction.action in ("merge_claims", "split_claim") and not one.second):
            states.append(orphan(correction, "None of the claim's statements is in the collection."))
            continue
        sides[correction.id] = one
        items.append(Item(correction, _answers(correction, one), moved_note(one.moved)))
    held, settled = settle(items)
    board = _Board(groups, texts)
    for item in sorted(held, key=lambda i: (_TURN.get(i.correction.action, 9), i.correction.at, i.correction.id)):
        board.apply(item.correction, sides[item.correction.id])
    against = [
        CorrectionState(i.correction, "conflict", "Other decisions about these statements, taken together, forbid it.")
        for i in held
        if board.violated(i.correction, sides[i.correction.id])
    ]
    return board.result(), (*states, *settled, *against)


def correct_claims(claims: Sequence[Claim], groups: Sequence[Group]) -> tuple[Claim, ...]:
    """Return the claims with what their groups tell of corrections."""
    told = {group.id: tuple(e for e in group.evidence if e.rule == RULE) for group in groups}
    return tuple(replace(claim, evidence=told[claim.id]) if told.get(claim.id) else claim for claim in claims)


def _answers(correction: Correction, sides: _Sides) -> dict[Hashable, str]:
    if correction.action in ("merge_claims", "split_claim"):
        answer = "together" if correction.action == "merge_claims" else "apart"
        return {("pair", *sorted((a, b))): answer for a in sides.first for b in sides.second}
    if correction.action in ("accept", "reject"):
        return {("kept", key): correction.action for key in sides.first}
    return {}


class _Board:
    """Claims while corrections take effect: which statements are in which, by a number for each claim."""

    def __init__(self, groups: Sequence[Group], texts: Texts) -> None:
        self.texts = texts
        self.groups: dict[int, Group] = dict(enumerate(groups))
        self.changed: set[int] = set()
        self.competing: dict[int, set[int]] = {}
        number_of = {group.id: number for number, group in self.groups.items()}
        for number, group in self.groups.items():
            self.competing[number] = {number_of[other] for other in group.competing if other in number_of}
        self.of: dict[str, int] = {s.id: number for number, group in self.groups.items() for s in group.statements}

    def apply(self, correction: Correction, sides: _Sides) -> None:
        first = sorted({self.of[key] for key in sides.first if key in self.of})
        second = sorted({self.of[key] for key in sides.second if key in self.of})
        if correction.action == "merge_claims" and first and second:
            self._merge(correction, sorted({*first, *second}), first[0])
        elif correction.action == "split_claim":
            for number in first:
                self._split(correction, number, set(sides.first), set(sides.second))
        elif correction.action == "accept":
            for number in first[:1]:
                self._tell(number, evidence_of(correction, "confirmed"))
        elif correction.action == "reject":
            for number in first:
                self._reject(number, set(sides.first))

    def _tell(self, number: int, said: Evidence) -> None:
        group = self.groups[number]
        self.groups[number] = replace(group, evidence=(*group.evidence, said))

    def _reject(self, number: int, known: set[str]) -> None:
        """Set a claim aside; where it has become a small part of another claim, only its statements."""
        group = self.groups[number]
        others = tuple(s for s in group.statements if s.id not in known)
        if len(others) <= len(group.statements) - len(others):
            self._drop(number)
            return
        self.groups[number] = replace(group, statements=others)
        self.changed.add(number)
        for statement in group.statements:
            if statement not in others:
                del self.of[statement.id]

    def violated(self, correction: Correction, sides: _Sides) -> bool:
        """Return whether other decisions, taken together, leave this one unfulfilled."""
        pairs = [(self.of.get(a), self.of.get(b)) for a in sides.first for b in sides.second]
        known = [(a, b) for a, b in pairs if a is not None and b is not None]
        if correction.action == "merge_claims":
            return any(a != b for a, b in known)
        return correction.action == "split_claim" and any(a == b for a, b in known)

    def _drop(self, number: int) -> None:
        for statement in self.groups.pop(number).statements:
            del self.of[statement.id]
        for other in self.competing.pop(number):
            self.competing[other].discard(number)

    def _merge(self, correction: Correction, numbers: Sequence[int], into: int) -> None:
        said = evidence_of(correction, "joined with another claim")
        self._tell(into, said)
        for number in numbers:
            if number == into:
                continue
            gone, rivals = self.groups[number], set(self.competing[number])
            self._drop(number)
            kept = self.groups[into]
            statements = sorted((*kept.statements, *gone.statements), key=_place)
            self.groups[into] = replace(kept, statements=tuple(statements), evidence=(*kept.evidence, *gone.evidence))
            self.of |= {s.id: into for s in gone.statements}
            for rival in rivals - {into}:
                self.competing[into].add(rival)
                self.competing[rival].add(into)
        self.changed.add(into)

    def _split(self, correction: Correction, number: int, out: set[str], stay: set[str]) -> None:
        """Part the statements that go out from those that stay; ones said later in just the same words go along."""
        group = self.groups[number]
        words = {self._words(s) for s in group.statements if s.id in out}
        going = [s for s in group.statements if s.id in out or (s.id not in stay and self._words(s) in words)]
        staying = [s for s in group.statements if s not in going]
        if not going or not staying:
            return
        said = evidence_of(correction, "parted from another claim")
        new = max(self.groups) + 1
        text = group.text
        if self._words_of(text) in words:  # the words that stand for the claim go out with their statement
            text = self._shown(staying[0])
        self.groups[number] = replace(group, statements=tuple(staying), text=text, evidence=(*group.evidence, said))
        self.groups[new] = Group("", self._shown(going[0]), tuple(going), (), (said,))
        self.competing[new] = set()
        self.of |= {s.id: new for s in going}
        self.changed |= {number, new}

    def _shown(self, statement: Statement) -> str:
        text = self.texts.documents[statement.document].text
        return " ".join(text[statement.start : statement.end].split())

    def _words(self, statement: Statement) -> str:
        return self._words_of(self._shown(statement))

    def _words_of(self, text: str) -> str:
        return "".join(c for c in text.casefold() if c.isalnum())

    def result(self) -> tuple[Group, ...]:
        ids: Mapping[int, str] = {
            number: identify("claim", *sorted(s.id for s in group.statements)) if number in self.changed else group.id
            for number, group in self.groups.items()
        }
        found = (
            replace(group, id=ids[number], competing=tuple(sorted(ids[other] for other in self.competing[number])))
            for number, group in self.groups.items()
        )
        return tuple(sorted(found, key=lambda g: (g.statements[0].document, g.statements[0].start, g.id)))


def _place(statement: Statement) -> tuple[str, int, int, str]:
    return statement.document, statement.start, statement.end, statement.id
