"""The wordings: a small grammar of alternatives that is expanded at random.

``[a|b|c]`` chooses one, nested to any depth; ``{name}`` is filled in. Each fact has several frames, each frame several
choices: some hundreds to thousands of renderings per fact, before names and figures. All events, people and places are
invented.
"""

# ruff: noqa: E501 - the wordings are tables, read line by line
import random
from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Fact:
    """Something that can be said of an event. ``low``/``high`` bound its figure; 0 where it has none."""

    name: str
    low: int
    high: int
    frames: tuple[str, ...]
    quotes: tuple[str, ...]


def expand(frame: str, slots: Mapping[str, str], rng: random.Random) -> str:
    """Return one rendering of a frame.

    >>> expand("[the|the] {noun} [[sank|sank]|sank]", {"noun": "ferry"}, random.Random(1))
    'the ferry sank'
    """
    return " ".join(_expand(frame, slots, rng).split())


def _expand(frame: str, slots: Mapping[str, str], rng: random.Random) -> str:
    out: list[str] = []
    at = 0
    while at < len(frame):
        if frame[at] == "[":
            end = _closing(frame, at)
            out.append(_expand(rng.choice(_choices(frame[at + 1 : end])), slots, rng))
            at = end + 1
        elif frame[at] == "{":
            end = frame.index("}", at)
            out.append(_expand(slots[frame[at + 1 : end]], slots, rng))
            at = end + 1
        else:
            out.append(frame[at])
            at += 1
    return "".join(out)


def _closing(frame: str, start: int) -> int:
    depth = 0
    for at in range(start, len(frame)):
        depth += (frame[at] == "[") - (frame[at] == "]")
        if depth == 0:
            return at
    raise ValueError(f"unbalanced: {frame}")


def _choices(inside: str) -> list[str]:
    found, depth = [""], 0
    for character in inside:
        depth += (character == "[") - (character == "]")
        if character == "|" and depth == 0:
            found.append("")
        else:
            found[-1] += character
    return found


# Events: what happened, as a clause and as a noun phrase. {thing} is named once per event.
EVENTS: tuple[dict[str, str], ...] = (
    {
        "clause": "[the [ferry|passenger ferry] {thing} [sank|went down|capsized] off {place}|the [ferry|passenger ferry] {thing} [sank|went down|capsized] off {place}|disaster [struck|came to] {place}] [on {day}|{day} [morning|evening|night]||]",
        "noun": "[the [sinking|loss] of the {thing}|the {thing} disaster|the disaster [at|in] {place}|what happened [at|in] {place}|the accident|{day}'s [accident|disaster]]",
        "site": "the harbour of {place}",
        "owner": "the shipping line",
        "part": "[bow door|car deck|steering gear]",
        "cause": "[water came in through an open hatch|the cargo had not been tied down|the pumps had failed]",
        "victims": "passengers",
    },
    {
        "clause": "[a [gallery|shaft] of the {thing} [mine|colliery] [collapsed|caved in] near {place}|a [gallery|shaft] of the {thing} [mine|colliery] [collapsed|caved in] near {place}|disaster [struck|came to] {place}] [on {day}|{day} [morning|evening|night]||]",
        "noun": "[the [collapse|accident] at the {thing} mine|the {thing} disaster|the disaster [at|in] {place}|what happened [at|in] {place}|the accident|{day}'s [accident|disaster]]",
        "site": "the pit near {place}",
        "owner": "the mining company",
        "part": "[ventilation system|roof supports|lift cable]",
        "cause": "[gas had gathered in an old tunnel|the roof supports had rotted|water had weakened the rock]",
        "victims": "miners",
    },
    {
        "clause": "[[a fire|fire] [tore through|swept through|destroyed] the {thing} [textile|shoe] factory in {place}|[a fire|fire] [tore through|swept through|destroyed] the {thing} [textile|shoe] factory in {place}|disaster [struck|came to] {place}] [on {day}|{day} [morning|evening|night]||]",
        "noun": "[the [fire|blaze] at the {thing} factory|the {thing} disaster|the disaster [at|in] {place}|what happened [at|in] {place}|the accident|{day}'s [accident|disaster]]",
        "site": "the industrial quarter of {place}",
        "owner": "the factory's owner",
        "part": "[fire doors|sprinklers|wiring]",
        "cause": "[a boiler had burst|sparks from a welder set rolls of cloth alight|a cable had overheated]",
        "victims": "workers",
    },
    {
        "clause": "[the {thing} [dam|dyke] [broke|gave way|burst] above {place}|the {thing} [dam|dyke] [broke|gave way|burst] above {place}|disaster [struck|came to] {place}] [on {day}|{day} [morning|evening|night]||]",
        "noun": "[the [failure|breach] of the {thing} dam|the {thing} disaster|the disaster [at|in] {place}|what happened [at|in] {place}|the accident|{day}'s [accident|disaster]]",
        "site": "the valley above {place}",
        "owner": "the water board",
        "part": "[spillway|floodgates|foundations]",
        "cause": "[the gates could not be opened|weeks of rain had soaked the wall|animals had dug into the dyke]",
        "victims": "villagers",
    },
    {
        "clause": "[the [night|express] train to {thing} [left the rails|was derailed|came off the track] at {place}|the [night|express] train to {thing} [left the rails|was derailed|came off the track] at {place}|disaster [struck|came to] {place}] [on {day}|{day} [morning|evening|night]||]",
        "noun": "[the [derailment|accident] of the {thing} train|the {thing} disaster|the disaster [at|in] {place}|what happened [at|in] {place}|the accident|{day}'s [accident|disaster]]",
        "site": "the junction at {place}",
        "owner": "the railway",
        "part": "[brakes|signals|points]",
        "cause": "[a rail had cracked in the frost|a signal showed green by mistake|the driver had been on duty for 16 hours]",
        "victims": "travellers",
    },
    {
        "clause": "[a [bomb|car bomb] [exploded|went off] in the {thing} market in {place}|a [bomb|car bomb] [exploded|went off] in the {thing} market in {place}|disaster [struck|came to] {place}] [on {day}|{day} [morning|evening|night]||]",
        "noun": "[the [attack on|bombing of] the {thing} market|the {thing} attack|the [attack|explosion] in {place}|what happened in {place}|the bombing|{day}'s [attack|explosion]]",
        "site": "the market quarter of {place}",
        "owner": "the town's administration",
        "part": "[cameras|barriers|gates]",
        "cause": "[the barriers had been taken away for a festival|a van was let in without a check|guards had left early]",
        "victims": "traders",
    },
    {
        "clause": "[the {thing} [bridge|viaduct] [fell|collapsed|came down] in {place}|the {thing} [bridge|viaduct] [fell|collapsed|came down] in {place}|disaster [struck|came to] {place}] [on {day}|{day} [morning|evening|night]||]",
        "noun": "[the [collapse|fall] of the {thing} bridge|the {thing} disaster|the disaster [at|in] {place}|what happened [at|in] {place}|the accident|{day}'s [accident|disaster]]",
        "site": "the river front of {place}",
        "owner": "the road authority",
        "part": "[cables|pillars|bearings]",
        "cause": "[salt had eaten the cables|a barge had struck a pillar|a heavy crane had been driven onto the deck]",
        "victims": "drivers",
    },
    {
        "clause": "[[drinking water|the water supply] of {place} was [poisoned|contaminated] by the {thing} tannery|[drinking water|the water supply] of {place} was [poisoned|contaminated] by the {thing} tannery|disaster [struck|came to] {place}] [on {day}|{day} [morning|evening|night]||]",
        "noun": "[the poisoning of the water by the {thing} tannery|the {thing} disaster|the disaster [at|in] {place}|what happened [at|in] {place}|the accident|{day}'s [accident|disaster]]",
        "site": "the lower town of {place}",
        "owner": "the tannery",
        "part": "[filters|drains|storage tanks]",
        "cause": "[a tank had leaked for months|waste had been pumped into a well|a valve was left open overnight]",
        "victims": "residents",
    },
)

FACTS: tuple[Fact, ...] = (
    Fact(
        "toll",
        3,
        180,
        (
            "[at least |]{n} [people|{victims}] [died|were killed|lost their lives] [when|after] {clause}",
            "{noun} [killed|cost the lives of] [at least |]{n} [people|{victims}]",
            "[the number of dead|the death toll] [of|from] {noun} [stood at|had reached|was] {n}",
            "{n} bodies [had been|were] [recovered|counted|laid out] [by {time}|at {site}] after {clause}",
            "[by {time}, |]{n} [people|{victims}] were known to have died [in|because of] {noun}",
        ),
        (
            "We have {n} dead, [{aside}, |]and that is [the number|the figure] [we can confirm|that is certain]",
            "{n} [people|{victims}] did not come [home|back] from {site}[, {aside}|]",
            "[So far|Until {time}] we [counted|have counted] {n} dead[, {aside}|]",
        ),
    ),
    Fact(
        "injured",
        5,
        400,
        (
            "{n} [people|{victims}] [were injured|were hurt|suffered injuries] in {noun}",
            "{noun} [left|had left] {n} [people|{victims}] [injured|hurt]",
            "[hospitals|clinics] [near|around] {place} [treated|were treating] {n} [people|{victims}] for [injuries|burns and broken bones]",
            "{n} [injured|wounded] [people|{victims}] [had been|were] [brought|taken] to [hospital|clinics] [by {time}|since {clause}]",
        ),
        (
            "Our [wards|beds] took in {n} of the [injured|wounded] in [one night|a few hours][, {aside}|]",
            "We have {n} [injured|wounded], [{aside}, |]some of them [very young|in a bad way]",
        ),
    ),
    Fact(
        "missing",
        2,
        90,
        (
            "{n} [people|{victims}] [were still missing|had not been found|were unaccounted for] after {noun}",
            "[rescuers|search teams] [were looking for|were still searching for] {n} missing [people|{victims}] [at|around] {site}",
            "[there was|they had] [no sign|no trace] of {n} [people|{victims}] [at|around] {site} [by {time}|since {day}]",
        ),
        (
            "There are {n} names on our list [of the missing|of people nobody has seen][, {aside}|]",
            "We are [looking|searching] for {n} [people|{victims}][, {aside}|], and we [will not stop|go on all night]",
        ),
    ),
    Fact(
        "evacuated",
        40,
        900,
        (
            "{n} families [were moved|were taken|had been brought] to [schools|shelters|sports halls] [outside|around] {place}",
            "[more than |]{n} families had to leave [their homes|their houses] near {site}",
            "[because of|after] {noun}, {n} families [spent the night|were housed] in [tents|barracks|gyms]",
        ),
        (
            "{n} families slept [in our gym|in the school] [last night|that night], [and more are coming|and nobody complained]",
            "We [found|had to find] beds for {n} families[, {aside}|], [in a few hours|before {time}]",
        ),
    ),
    Fact(
        "cause",
        0,
        0,
        (
            "{cause} [before|shortly before] {clause}",
            "{noun} happened because {cause}",
            "[an early inspection|a first look at the site] [at|in] {place} [showed|suggested] that {cause}",
            "the reason for {noun} was that {cause}",
        ),
        (
            "[Look|Believe me|You know], {cause}, [and that is all there is to it|it is as simple as that|anyone could see it]",
            "[We know|It is clear to us|Nobody doubts] that {cause}[, {aside}|]",
        ),
    ),
    Fact(
        "warned",
        2,
        19,
        (
            "{owner} [had been warned|was warned] {n} times about the {part} [before|in the year before] {noun}",
            "{n} [warnings|complaints] about the {part} [had reached|had been sent to] {owner} before {noun}",
            "{owner} [ignored|put aside] {n} [letters|notes] [about|on] the {part} [in the months|in the year] before {clause}",
        ),
        (
            "We wrote {n} letters about the {part}, [{aside}, |]and [nobody|not one person] [answered|wrote back]",
            "[I|We] warned them {n} times [that the {part} would fail|about the {part}][, {aside}|]",
        ),
    ),
    Fact(
        "inspected",
        0,
        0,
        (
            "the {part} [passed|had passed] the yearly inspection [three weeks|a month] before {noun}",
            "inspectors [found|had found] nothing wrong with the {part} [three weeks|a month] before {noun}",
            "[a month|three weeks] before {clause}, the {part} [had been tested|had been checked] and [approved|cleared]",
        ),
        (
            "The inspectors [looked at|tested] the {part}, [{aside}, |]signed the form and found [it all in order|nothing to change]",
            "[I saw|We have] the [papers|certificate] for the {part}[, {aside}|], with [a stamp|a date and a name]",
        ),
    ),
    Fact(
        "cost",
        2,
        750,
        (
            "{noun} [would cost|had caused damage of] [about |]{n} million crowns",
            "[repairs|rebuilding] after {noun} [would cost|were expected to cost] {n} million crowns",
            "the [damage|loss] at {site} [came to|amounted to] {n} million crowns",
        ),
        (
            "{n} million crowns will not [be enough|bring anyone back], but [it is a start|that is the sum][, {aside}|]",
            "[I expect|We expect] [a bill|costs] of {n} million crowns[, {aside}|]",
        ),
    ),
    Fact(
        "inquiry",
        0,
        0,
        (
            "[a commission of judges|an independent commission] [would investigate|was to look into] {noun}",
            "[judges|a panel of judges] [had been asked|were asked] to [lead an inquiry into|investigate] {noun}",
            "[there would be|parliament wanted] an [open|independent] inquiry into {noun}",
        ),
        (
            "We [will|are going to] [open|publish] every [file|page] on {noun}[, {aside}|]",
            "[The families|People here] have a right to know [why|how] {clause}[, {aside}|]",
        ),
    ),
    Fact(
        "detained",
        2,
        60,
        (
            "{n} [managers|employees] of {owner} [were detained|had been arrested] [over|after] {noun}",
            "police [detained|arrested] {n} [managers|employees] of {owner} [over|after] {noun}",
            "{n} [managers|employees] of {owner} [had spent the night in custody|were being questioned] [since|by] {day}",
        ),
        (
            "{n} [people|men] are [in custody|being held][, {aside}, |] and they will [answer|have to answer] our questions",
            "We [took|brought] {n} [people|men] [from|of] {owner} to the station[, {aside}|]",
        ),
    ),
    Fact(
        "pay",
        3,
        95,
        (
            "{owner} [would pay|had offered] {n} thousand crowns to [every|each] family [of a victim|that lost someone] in {noun}",
            "[every|each] family [of a victim|that lost someone] in {noun} [would receive|was to get] {n} thousand crowns from {owner}",
            "families of the victims [would be paid|were promised] {n} thousand crowns each [by {owner}|from a state fund]",
        ),
        (
            "{n} thousand crowns [a family|for each family] is what {owner} [offered us|put on the table][, {aside}|]",
            "[They|These people] think {n} thousand crowns [make it good|settle it][, {aside}|]",
        ),
    ),
    Fact(
        "closed",
        0,
        0,
        (
            "[all roads|the roads] [to|around] {site} [would stay closed|would remain shut] [until further notice|for several weeks]",
            "[nobody|no traffic] [would be allowed|was let] [into|near] {site} [until further notice|for several weeks]",
            "the [quarter|area] around {site} [was sealed off|had been fenced in] [since {day}|by {time}]",
            "because of {noun}, [buses|lorries|trams] [were sent|had to go] [another way|round {place}] [for weeks|from {day}]",
        ),
        (
            "[Please keep|We ask everyone to keep] [away from|clear of] {site}[, {aside}, |] [until we say it is safe|and let the teams work]",
            "[There is|I see] no way to [open|use] the road to {site} [before {day}|this month][, {aside}|]",
        ),
    ),
)

ASIDES = (
    "[I am|we are] [sorry|afraid] to say",
    "[as far as|and] I know",
    "and I have seen [many|a lot of] [such nights|accidents]",
    "whatever [others|people in the capital] [say|tell you]",
    "and my [hands|voice] still [shake|shakes] when I say it",
    "believe me",
    "and [you may|please] print that",
    "to be [honest|exact|fair]",
)
TIMES = ("noon", "nightfall", "dawn", "midnight", "early evening", "the end of the day", "sunrise")
DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
BACKGROUND = (
    "{place} lies [some|about] {d} kilometres from the [coast|border] and lives [mainly |]from [grain|fishing|timber].",
    "[Summers|Winters] in the [region|valley] are [short|harsh|long], and [many|most] of the young have left for the [city|capital].",
    "The [last|previous] [accident|disaster] of this kind in the [province|country] was [a generation|many years] ago.",
    "[Shops|Schools] [in the centre|across the town] [opened|closed] [late|early] and [flags hung at half-mast|church bells rang].",
    "[Traffic|Business] [was slow|came to a halt] on the [main road|ring road], where [people|onlookers] [stood|gathered] in [small groups|silence].",
    "The [local|regional] [elections|harvest fair] [had been|was] [planned|set] for [next month|the end of the season].",
    "[Rain|Fog|A cold wind] [made the work harder|slowed the teams|kept helicopters on the ground] [for most of the day|through the night].",
)
HEADLINES = (
    "[Grief|Shock|Anger] in {place} after {noun}",
    "{place}: [what is known about|questions after] {noun}",
    "{place} [mourns|waits for answers|counts the cost]",
)
