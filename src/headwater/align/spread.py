"""Alignment on an engine: the steps of ``steps`` joined by SQL; the same records as ``align`` gives in one process.

    documents ─ words ─► counts (here: four million numbers at most)
    documents ─ runs ─► shared runs ─ by text ─► marked ─ runs ─► seeds ─ by pair ┐
                                     marked ─ links ─► near pairs ────────────────┴─ both documents ─► shared
    shared ─► here: directions, which look at whole stories

A pair whose seeds cannot reach what a passage needs goes no further: it is dropped before any text is sent for it.
A near pair loses no seed by that: looked at closely, it needs none that weighs so little. Only the last step is done
here, on what was found and the analyses; everything before lies with the engine.
"""

import math
from collections import defaultdict
from collections.abc import Sequence
from functools import partial

import msgspec
import numpy as np

from headwater.align import steps
from headwater.align.boilerplate import REPEATS
from headwater.align.candidates import FEW, WIDEST, Policy, choose_policy, worth_of_links
from headwater.align.common_phrases import Undecided
from headwater.align.judgements import Pair
from headwater.align.pairs import Found, judge, sort_analyses
from headwater.align.seeds import FREQUENT, GROUP_LIMIT
from headwater.align.signs import Signs
from headwater.align.thresholds import SEED_SHARE, least_bits
from headwater.align.weights import MOST_BUCKETS, STEPS, Counts, fold_counts
from headwater.engine import Engine
from headwater.records import Analysis, Reuse

_SHARED_RUNS = f"""
SELECT text, collect_list(run) AS runs, collect_list(place) AS places, collect_list(size) AS sizes,
       collect_list(repeated) AS repeated
FROM (
    SELECT text, run, place, size, publisher <> 0 AND holders >= {REPEATS} AS repeated
    FROM (
        SELECT text, run, place, publisher, count(*) OVER (PARTITION BY run) AS size,
               size(collect_set(text) OVER (PARTITION BY run, publisher)) AS holders
        FROM runs
    ) AS sized
    WHERE size > 1
) AS shared
GROUP BY text
"""
_WITH_RUNS = """
SELECT documents.text AS text, document, runs, places, sizes, repeated
FROM documents LEFT JOIN shared_runs ON documents.text = shared_runs.text
"""
_STARTS = """
SELECT text, run, place, before, worth, count(*) OVER (PARTITION BY run) AS size,
       row_number() OVER (PARTITION BY run ORDER BY text, place) AS nth
FROM (
    SELECT text, start.runs AS run, start.places AS place, start.befores AS before,
           start.worths AS worth
    FROM (SELECT text, explode(arrays_zip(runs, places, befores, worths)) AS start FROM marked) AS exploded
) AS starts
"""
_SEEDS = f"""
SELECT one.text AS left, other.text AS right, one.place AS left_place, other.place AS right_place,
       one.worth AS worth  -- a match counts the bits that its words have in the left text
FROM starts AS one JOIN starts AS other ON one.run = other.run
WHERE one.size <= {FREQUENT} AND other.size <= {FREQUENT} AND one.nth < other.nth AND one.text <> other.text
      AND NOT (one.before = other.before AND one.before <> 0)
UNION ALL
SELECT one.text AS left, other.text AS right, one.place AS left_place, other.place AS right_place,
       one.worth AS worth  -- a match counts the bits that its words have in the left text
FROM starts AS one JOIN starts AS other ON one.run = other.run
WHERE one.nth = 1 AND one.size > {FREQUENT} AND one.size <= {GROUP_LIMIT} AND other.nth > 1 AND one.text <> other.text
      AND NOT (one.before = other.before AND one.before <> 0)
"""
_ALL_NEAR = """
SELECT one.text AS left, other.text AS right FROM documents AS one JOIN documents AS other ON one.text < other.text
"""
_SEEDED = """
SELECT left, right, transform(found, s -> s.left_place) AS left_places,
       transform(found, s -> s.right_place) AS right_places
FROM (
    SELECT left, right, collect_list(struct(left_place, right_place)) AS found
    FROM seeds GROUP BY left, right HAVING sum(worth) >= {least}
) AS enough
"""
_PAIRS = """
SELECT coalesce(seeded.left, near.left) AS left, coalesce(seeded.right, near.right) AS right, left_places,
       right_places, near.left IS NOT NULL AS near
FROM seeded FULL OUTER JOIN near ON seeded.left = near.left AND seeded.right = near.right
"""
_WITH_DOCUMENTS = """
SELECT pairs.left AS left, pairs.right AS right, near, left_places, right_places,
       one.document AS left_document, one.standing AS left_standing,
       other.document AS right_document, other.standing AS right_standing
FROM pairs JOIN marked AS one ON one.text = pairs.left JOIN marked AS other ON other.text = pairs.right
"""


def align_on(engine: Engine, analyses: Sequence[Analysis]) -> tuple[Reuse, ...]:
    """Return what ``align`` returns, found on an engine."""
    ordered = sort_analyses(analyses)
    numbers = np.arange(len(ordered), dtype=np.int64)
    engine.load("documents", {"text": numbers, "document": [steps.pack(a) for a in ordered]}, steps.DOCUMENT)
    counts = _count(engine)
    engine.map("runs", "documents", steps.find_runs_batch, steps.RUNS)
    engine.sql("shared_runs", _SHARED_RUNS)
    engine.sql("with_runs", _WITH_RUNS)
    engine.map("marked", "with_runs", partial(steps.mark_batch, counts=counts), steps.MARKED)
    engine.sql("starts", _STARTS)
    engine.sql("seeds", _SEEDS)
    least = math.floor(SEED_SHARE * least_bits(len(ordered)) * STEPS)
    engine.sql("seeded", _SEEDED.format(least=least))
    _find_near(engine, counts, len(ordered))
    engine.sql("pairs", _PAIRS)
    engine.sql("with_documents", _WITH_DOCUMENTS)
    compare = partial(steps.compare_batch, counts=counts, documents=len(ordered))
    engine.map("shared", "with_documents", compare, steps.SHARED)
    found: defaultdict[Pair, list[Reuse]] = defaultdict(list)
    undecided: dict[Pair, Undecided] = {}
    rows = engine.rows("shared")
    for payload, words, spoken in zip(rows["reuse"], rows["undecided"], rows["spoken"], strict=True):
        reuse = msgspec.json.decode(payload, type=Reuse)
        pair = reuse.left.document, reuse.right.document
        found[pair].append(reuse)
        if words:
            undecided[pair] = Undecided(int(words), bool(spoken))
    shared = {pair: sorted(found[pair], key=lambda r: (r.left, r.right)) for pair in sorted(found)}
    return judge(ordered, Found(shared, undecided), Signs())


def _count(engine: Engine) -> Counts:
    """Return how many words of all documents fall into each bucket."""
    engine.map("words", "documents", steps.count_batch, steps.WORDS)
    engine.sql("counts", "SELECT bucket, sum(words) AS words FROM words GROUP BY bucket")
    rows = engine.rows("counts")
    counts = np.zeros(1 << MOST_BUCKETS, dtype=np.int64)
    counts[np.array(rows["bucket"], dtype=np.int64)] = np.array(rows["words"], dtype=np.int64)
    return fold_counts(counts)


def _find_near(engine: Engine, counts: Counts, documents: int) -> None:
    """Make the table ``near`` of the pairs to look at closely."""
    if documents <= FEW:
        engine.sql("near", _ALL_NEAR)
        return
    policy = choose_policy(documents)
    find = partial(steps.find_links_batch, counts=counts, policy=policy, documents=documents)
    engine.map("links", "marked", find, steps.LINKS)
    engine.sql("near", _near(policy))


def _near(policy: Policy) -> str:
    worth = ", ".join(f"{w}L" for w in worth_of_links()[1:].tolist())
    return f"""
    WITH sized AS (SELECT link, text, count(*) OVER (PARTITION BY link) AS size FROM links),
    rare AS (
        SELECT link, text, element_at(array({worth}), CAST(size AS INT)) AS worth FROM sized
        WHERE size BETWEEN 2 AND {WIDEST}
    ),
    likely AS (
        SELECT one.text AS left, other.text AS right, sum(one.worth) AS worth
        FROM rare AS one JOIN rare AS other ON one.link = other.link AND one.text < other.text
        GROUP BY one.text, other.text HAVING sum(one.worth) >= {policy.least}
    ),
    sides AS (
        SELECT left AS text, left, right, worth FROM likely
        UNION ALL SELECT right AS text, left, right, worth FROM likely
    ),
    ranked AS (
        SELECT left, right, row_number() OVER (PARTITION BY text ORDER BY worth DESC, left, right) AS nth FROM sides
    )
    SELECT DISTINCT left, right FROM ranked WHERE nth <= {policy.partners}
    """
