"""Stories: documents about one event are grouped, documents about another of the same kind are not."""

from headwater.align.stories import find_stories
from headwater.records import Analysis, Document

FIRE = (
    "A fire destroyed the Halvorsen sawmill in Brekkedal on Monday night; Tore Lie, the foreman, was hurt.",
    "Brekkedal's sawmill is gone. Tore Lie, the foreman at Halvorsen, said the flames came out of the drying kiln.",
    "Insurers sent two people to the ruins of the Halvorsen mill in Brekkedal, where the drying kiln is blamed.",
)
OTHER_FIRE = (
    "A fire destroyed a bakery in Pontmore on Monday night; Jeanne Ravel, the owner, was hurt.",
    "Jeanne Ravel lost her bakery in Pontmore to the flames, which came out of an oven that was bought last week.",
)
HARVEST = "Farmers in the Orlova valley expect a poor plum harvest because of the late frost, the cooperative said."


def analysis(name: str, text: str, published: str | None = None) -> Analysis:
    return Analysis(Document(name, name, "", text, published=published), (), (), (), ())


def grouped(documents: list[Analysis]) -> list[set[str]]:
    return [set(story.documents) for story in find_stories(documents)]


def collection(**dates: str) -> list[Analysis]:
    rows = [*(("fire", t) for t in FIRE), *(("oven", t) for t in OTHER_FIRE), ("plums", HARVEST)]
    return [analysis(f"{kind}{n}", text, dates.get(f"{kind}{n}")) for n, (kind, text) in enumerate(rows)]


def test_reports_of_one_event_are_one_story() -> None:
    assert grouped(collection()) == [{"fire0", "fire1", "fire2"}, {"oven3", "oven4"}]
    assert grouped(list(reversed(collection()))) == grouped(collection())


def test_a_story_is_named_by_its_own_words_and_dated() -> None:
    fire, oven = find_stories(collection(fire0="2031-05-02", fire1="2031-05-03T08:00:00Z", oven3="2031-05-04"))
    assert {"Brekkedal", "Halvorsen"} <= set(fire.words)
    assert (fire.first, fire.last) == ("2031-05-02", "2031-05-03")
    assert (oven.first, oven.last) == ("2031-05-04", "2031-05-04")
    assert fire.documents == ("fire0", "fire1", "fire2")  # undated ones last


def test_the_same_words_months_apart_are_two_stories() -> None:
    near = collection(fire0="2031-05-02", fire1="2031-05-04", fire2="2031-05-05")
    far = collection(fire0="2031-05-02", fire1="2031-11-04", fire2="2032-05-05")
    assert {"fire0", "fire1", "fire2"} in grouped(near)
    assert not any({"fire0", "fire1"} <= group for group in grouped(far))


def test_a_report_of_two_events_does_not_join_them() -> None:
    both = analysis("both", f"Two fires in one night. {FIRE[0]} {OTHER_FIRE[0]}")
    found = grouped([*collection(), both])
    assert not any({"fire0", "oven3"} <= group for group in found)


def test_nothing_is_grouped_in_collections_without_stories() -> None:
    assert find_stories([]) == ()
    assert find_stories([analysis("a", FIRE[0])]) == ()
    assert find_stories([analysis("a", ""), analysis("b", "")]) == ()
    assert find_stories([analysis("a", FIRE[0]), analysis("b", HARVEST)]) == ()
