"""Phrases that reporters write without copying: they prove next to nothing, however rare their words are.

What unrelated news of a large collection shares word for word is mostly refusals to comment, anonymity clauses, survey
margins, how somebody is introduced, and what a paper writes under every text. English only: other languages keep the
full bits of such phrases.
"""

from collections import defaultdict

import numpy as np

from headwater.align.passages import Passage, Passages, Values
from headwater.align.tokens import Tokens, tokenise
from headwater.align.weights import Words

SHARE = 0.15  # of its bits that a word of a set phrase keeps
CHECKED = 300.0  # bits beyond which a passage is more than a phrase
_PHRASES = """
did not immediately respond to a request for comment
did not immediately respond to requests for comment
did not immediately return a call seeking comment
did not respond to a request for comment
did not respond to requests for comment
did not return calls seeking comment
could not be reached for comment
could not immediately be reached for comment
respond to a request for comment
respond to requests for comment
declined to comment
declined to be identified
declined to give further details
on condition of anonymity
on the condition of anonymity
speaking on condition of anonymity
spoke on condition of anonymity
because they were not authorized to
because he was not authorized to
because she was not authorized to
were not authorized to speak publicly
was not authorized to speak publicly
not authorized to speak to the media
authorized to discuss the matter publicly
because of the sensitivity of the matter
to speak publicly
speak publicly about the matter
to speak to reporters
to speak to the news media
to discuss it publicly
to discuss the matter publicly
asked not to be named because
who asked not to be identified
according to people familiar with the matter
according to a person familiar with the matter
a person familiar with the matter
two people familiar with the matter
according to a senior official
margin of error
margin of sampling error
has a margin of error of plus or minus
sampling error of plus or minus
plus or minus
percentage points
is larger for subgroups
is higher for subgroups
said in a statement
said in a telephone interview
said in a phone interview
said in an interview with
in an interview with
told the associated press
told reporters on
told a news conference
at a news conference on
said at a news conference
at the time of the
for the first time since
for the first time in
at the end of the day
in the middle of the night
as well as the
is one of the most
is expected to be
was expected to be
one of the
a spokesman for the
a spokeswoman for the
is a professor of
associate professor of
assistant professor of
professor of law at the university of
is the author of
president and chief executive of
president and chief executive officer of
president and ceo of
vice president of the
executive director of the
is director of the
director of the center for
a senior fellow at the
a member of the
former secretary of state
secretary of state
state of the union
state of the union address
when he took office in january
took office in january
the chairman of the house
chairman of the senate
the house of representatives
the supreme court of the united states
the united states of america
in a ruling on
a three judge panel of the
court of appeals for the
ruled that the
is being treated as
no one has claimed responsibility for the attack
claimed responsibility for the attack
there was no immediate claim of responsibility
no immediate claim of responsibility
nobody was hurt
no injuries were reported
was pronounced dead at the scene
was taken to hospital with
taken to hospital
were not immediately known
was not immediately clear
it was not immediately clear
the views expressed in this commentary are
the views expressed are those of the author
sign up for our newsletter
click here for reprint permission
all rights reserved
this material may not be published broadcast rewritten or redistributed
contributed to this report
follow us on twitter
read more at
"""


def _table() -> dict[int, list[tuple[int, ...]]]:
    """Return the phrases as rows of word hashes, longest first, by their first word."""
    tokens = tokenise([line for line in _PHRASES.splitlines() if line])
    found: defaultdict[int, list[tuple[int, ...]]] = defaultdict(list)
    for first, stop in zip(tokens.first[:-1].tolist(), tokens.first[1:].tolist(), strict=True):
        row = tuple(tokens.hash[first:stop].tolist())
        found[row[0]].append(row)
    return {first: sorted(rows, key=len, reverse=True) for first, rows in found.items()}


_BY_FIRST = _table()
_LONGEST = max(len(row) for rows in _BY_FIRST.values() for row in rows)
_FIRST_WORDS = np.array(sorted(_BY_FIRST), dtype=np.uint32)
_MAY_BE_FIRST = np.bincount(_FIRST_WORDS >> np.uint32(16), minlength=1 << 16) > 0  # by the upper half of their hashes


def mark_phrases(tokens: Tokens) -> bytes:
    """Return a byte for each word: 1 where a set phrase starts there."""
    words = tokens.hash
    found = np.zeros(len(words), dtype=np.uint8)
    first = np.flatnonzero(_MAY_BE_FIRST.take(words >> np.uint32(16)))
    first = first[np.isin(words[first], _FIRST_WORDS)]
    for length in sorted({len(row) for rows in _BY_FIRST.values() for row in rows}):
        known = [row for rows in _BY_FIRST.values() for row in rows if len(row) == length]
        first = first[first + length <= len(words)]
        at = first
        for step in range(length):
            at = at[np.isin(words[at + step], np.array([row[step] for row in known], dtype=np.uint32))]
        rows = set(known)
        at = at[[tuple(row) in rows for row in words[at[:, None] + np.arange(length)].tolist()]]
        found[at] = 1
    return found.tobytes()


def telling_bits(passage: Passage, words: Words, phrases: bytes) -> float:
    """Return the bits of ``passage`` with set phrases counted at SHARE of theirs."""
    if passage.bits > CHECKED:
        return passage.bits
    lost = 0.0
    for run in passage.runs:
        at, stop = run.left, run.left + run.length
        covered = at
        while (at := phrases.find(1, at, stop)) >= 0:
            row = tuple(words.tokens.hash[at : min(at + _LONGEST, stop)].tolist())
            length = next((len(p) for p in _BY_FIRST.get(row[0], ()) if row[: len(p)] == p), 0)
            if at + length > covered:
                lost += float(words.bits[max(at, covered) : at + length].sum())
                covered = at + length
            at += 1
    return passage.bits - (1 - SHARE) * lost


def weigh_phrases(passages: Passages, words: Words, phrases: bytes) -> Values:
    """Return the ``telling_bits`` of each passage."""
    telling = passages.bits.copy()
    starts = np.flatnonzero(np.frombuffer(phrases, dtype=np.uint8))
    runs = passages.runs
    holds = np.searchsorted(starts, runs.left) < np.searchsorted(starts, runs.left + runs.length)
    holding = np.zeros(len(passages), dtype=bool)
    holding[runs.of[holds]] = True
    some = np.flatnonzero(holding & (passages.bits <= CHECKED))
    telling[some] = [telling_bits(p, words, phrases) for p in passages.take(some).one_by_one()]
    return telling
