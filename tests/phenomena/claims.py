"""Pairs of statements: which are one claim, which are two, which compete. Our own invented news."""

from typing import Literal, NamedTuple

Verdict = Literal["same", "different", "competing"]


class Pair(NamedTuple):
    """Two statements, what they are to each other, and the reason in a line."""

    left: str
    right: str
    verdict: Verdict
    why: str


PAIRS = (
    Pair(
        "Hano Brandvold is the first mayor in years who does not listen to the dockers of Senna",
        "Mr. Brandvold, “the first mayor in years who does not listen to the dockers of Senna — does not even try.”",
        "different",
        "one goes on with another “not” behind the words that both have",
    ),
    Pair(
        "It is not true that the lower lock does not open for barges of the salt company in spring",
        "the lower lock does not open for barges of the salt company in spring",
        "competing",
        "a “not” right before the words that both have",
    ),
    Pair(
        "No detainee died at the Port Almeric camp on Tuesday",
        "three men died at the Port Almeric camp on Tuesday",
        "competing",
        "nobody died, or three men did",
    ),
    Pair(
        "No passenger was hurt when the ferry Halcyon ran aground",
        "Two members of the crew were hurt when the ferry Halcyon ran aground",
        "different",
        "the crew are no passengers",
    ),
    Pair(
        "No child was hurt when the ferry Halcyon ran aground off Senna",
        "Three men were hurt when the ferry Halcyon ran aground off Senna",
        "different",
        "men are no children",
    ),
    Pair(
        "The harbour master of Senna can't count",
        "The harbour master of Senna cannot count",
        "same",
        "a contraction",
    ),
    Pair(
        "Mr. Okoro has had a mixed relationship with harbour masters during the storm.",
        "Mr. Okoro has long had a love-hate relationship with the press.",
        "different",
        "a courtesy title is no word in common",
    ),
    Pair(
        "At least 41 people died when the ferry Halcyon sank off Port Almeric on Tuesday",
        "At least 41 people were killed when the ferry Halcyon sank off Port Almeric on Tuesday",
        "same",
        "died and were killed",
    ),
    Pair(
        "The levy on grain will be lowered from one sack in five to one sack in eight",
        "the levy on grain will be lowered from one sack in five to one in eight",
        "same",
        "a word is dropped",
    ),
    Pair(
        "The bridge at Tolna was closed to traffic after engineers found cracks in two pillars",
        "Engineers found cracks in two pillars of the bridge at Tolna, which was closed to traffic",
        "same",
        "the same in another order",
    ),
    Pair(
        "144 people died because of what happened at Port Dessau",
        "144 people were rescued from the water of Port Dessau",
        "different",
        "one figure for two events in one place",
    ),
    Pair(
        "Okoro embodies the lasting pride of the rowers in the United Ports",
        "Okoro will not be the next president of the United Ports",
        "different",
        "a denial of something else",
    ),
    Pair(
        "The coast guard and other branches of the Almerian navy",
        "the coast guard and all other parts of the Almerian navy",
        "different",
        "phrases in other words say nothing that could be one",
    ),
    Pair(
        "About 120 people had been brought ashore by nightfall",
        "Some 120 people were brought ashore by nightfall",
        "same",
        "about and some",
    ),
    Pair(
        "More than 300 farmers have been detained in the Karsat valley since January",
        "At least 312 farmers have been detained in the Karsat valley since January",
        "same",
        "312 is more than 300",
    ),
    Pair(
        "12 people were killed when a mine collapsed near Orsk",
        "Twelve people were killed when a mine collapsed near Orsk",
        "same",
        "digits and words",
    ),
    Pair(
        "At least 41 people died when the ferry sank off Port Almeric",
        "At least 52 people died when the ferry sank off Port Almeric",
        "competing",
        "another figure",
    ),
    Pair(
        "Nine of the dead were members of the crew of the ferry",
        "Six of the dead were members of the crew of the ferry",
        "competing",
        "another figure in words",
    ),
    Pair(
        "Trucks were loaded after the vehicle deck was declared full",
        "No trucks were loaded after the vehicle deck was declared full",
        "competing",
        "negation",
    ),
    Pair(
        "The company knew about the crack in the hull before the ship sailed",
        "The company did not know about the crack in the hull before the ship sailed",
        "competing",
        "negation in the verb",
    ),
    Pair(
        "The ship left the port of Senna on Monday evening with 187 passengers",
        "The ship left the port of Senna on Sunday evening with 187 passengers",
        "competing",
        "another day",
    ),
    Pair(
        "Wheat prices in the Karsat valley rose by a third between January and March",
        "Wheat prices in the Karsat valley fell by a third between January and March",
        "competing",
        "opposites",
    ),
    Pair(
        "Shelling killed four people in the market of Tolna on Friday morning",
        "Shelling killed four people in the market of Almeric on Friday morning",
        "different",
        "another place",
    ),
    Pair(
        "Minister Viktor Sallai visited the survivors in the hospital on Wednesday",
        "Minister Marit Dahl visited the survivors in the hospital on Wednesday",
        "different",
        "another person",
    ),
    Pair(
        "The Almeric Post sued Norden Wire over the photographs of the wreck",
        "Norden Wire sued The Almeric Post over the photographs of the wreck",
        "different",
        "the roles are swapped",
    ),
    Pair(
        "The Front detained 312 farmers between January and March 2026",
        "The Front detained 312 farmers between January and March 2025",
        "competing",
        "another year",
    ),
    Pair(
        "Rescuers were still searching for dozens of people late in the evening",
        "All schools in the town would stay closed until the end of the week",
        "different",
        "nothing in common",
    ),
    Pair(
        "At least 41 people died when the ferry sank off Port Almeric",
        "28 people drowned after two trawlers collided off the island of Senna",
        "different",
        "another accident",
    ),
    Pair(
        "The observatory documented the detention of 312 farmers by the Front this year",
        "In the same months of last year the observatory documented 188 detentions",
        "different",
        "another period in other words",
    ),
    Pair(
        "The ministry will pay for the funerals of all victims",
        "The ministry will pay for the repairs of all roofs",
        "different",
        "the same frame, another thing",
    ),
    Pair(
        "Nine of the dead were members of the crew",
        "Six of the dead were members of the crew, not nine",
        "competing",
        "a correction names the figure that it replaces",
    ),
    Pair(
        "The Front has detained 312 farmers since January",
        "The Front has detained 312 farmers since January, and of these 83 would not say where they lived",
        "same",
        "one statement holds the other; its own negation is about something else",
    ),
    Pair(
        "The Front has detained 312 farmers since January",
        "It is not true that the Front has detained 312 farmers since January",
        "competing",
        "the negation is about what both say",
    ),
    Pair(
        "Nine were members of the crew and six had not been identified",
        "Six of the dead were members of the crew of the ferry",
        "different",
        "the six are others",
    ),
    Pair(
        "Two sacks in five were lost on the way to the mills in spring",
        "Two sacks in eight were lost on the way to the mills in spring",
        "competing",
        "another whole",
    ),
    Pair(
        "Nine of the dead were members of the crew",
        "Of those nine were members of the crew and six had not been identified",
        "different",
        "nine agrees with nine; the six are counted besides, and those may be others",
    ),
    Pair(
        "Critics blamed Ros for not releasing the passenger list of the Halcyon",
        "Okoro should release the passenger list of the Halcyon",
        "different",
        "other people, no conflict",
    ),
    Pair(
        "The harbour board said that 8 per cent of the moorings in Port Almeric stood empty in spring.",
        "The harbour board said that 8 percent of the moorings in Port Almeric stood empty in spring.",
        "same",
        "per cent in one word or two",
    ),
    Pair(
        "The dredging of the inner basin at Port Almeric cost 1.2 million crowns, the treasurer said.",
        "The dredging of the inner basin at Port Almeric cost 1,2 million crowns, the treasurer said.",
        "same",
        "a decimal comma and a decimal point",
    ),
    Pair(
        "The alarm at Port Almeric sounds when the gauge by the sluice reads .20 metres above the mark.",
        "The alarm at Port Almeric sounds when the gauge by the sluice reads 0.20 metres above the mark.",
        "same",
        "a decimal without a nought",
    ),
    Pair(
        "The supply ship Halcyon will have sailed about 460 kilometres when it reaches Port Almeric on its last trip.",
        "The supply ship Halcyon will have sailed about 286 miles when it reaches Port Almeric on its last trip.",
        "same",
        "different measures are not compared",
    ),
    Pair(
        "The blast at the Port Almeric fish market killed two inspectors and five other people, doctors said.",
        "The blast at the Port Almeric fish market killed seven people, doctors said.",
        "different",
        "two and five others are seven: no conflict, if not surely one claim",
    ),
    Pair(
        "The supply ship Halcyon will have sailed 460 kilometres when it reaches Port Almeric on its last trip.",
        "The supply ship Halcyon will have sailed 380 kilometres when it reaches Port Almeric on its last trip.",
        "competing",
        "the same measure with another figure",
    ),
    Pair(
        "The rower Mira Solano of Port Almeric died in custody on Sunday, her brother wrote.",
        "The rower Mira Solano of Port Almeric died in hospital on Sunday, her brother wrote.",
        "competing",
        "where somebody died: custody is no hospital",
    ),
    Pair(
        "Two soldiers were killed in the attack on the lighthouse of Port Almeric.",
        "Two civilians were killed in the attack on the lighthouse of Port Almeric.",
        "competing",
        "who died: soldiers are not civilians",
    ),
    Pair(
        "Two soldiers were killed in the attack on the lighthouse of Port Almeric.",
        "Two soldiers were killed in the attack on the beacon of Port Almeric.",
        "same",
        "another word for one thing, of no kind that the tables hold",
    ),
    Pair(
        "The new wing of the Port Almeric infirmary would open in March 2026.",
        "The new wing of the Port Almeric infirmary would open in September 2026.",
        "competing",
        "months with a year, one of them March",
    ),
    Pair(
        "The new wing of the Port Almeric infirmary will open in May after a delay.",
        "The new wing of the Port Almeric infirmary will open in October after a delay.",
        "competing",
        "May after a preposition is the month",
    ),
    Pair(
        "The harbour master of Port Almeric resigned on Saturday after the vote.",
        "The harbour master of Port Almeric will resign on Saturday after the vote.",
        "different",
        "announced against done",
    ),
    Pair(
        "The harbour master of Port Almeric is to be formally questioned after the vote.",
        "The harbour master of Port Almeric will be formally questioned after the vote.",
        "same",
        "two ways to announce",
    ),
    Pair(
        "The union of Port Almeric accepted the offer of the railway on Tuesday.",
        "The union of Port Almeric rejected the offer of the railway on Tuesday.",
        "competing",
        "opposites of which one has a word of the same sense",
    ),
    Pair(
        "The captain of the Halcyon paid the journalist for the story of Port Almeric.",
        "The journalist paid the captain of the Halcyon for the story of Port Almeric.",
        "different",
        "who paid whom, without names",
    ),
    Pair(
        "On Friday the council of Port Almeric closed the quay.",
        "The council of Port Almeric closed the quay on Friday.",
        "same",
        "words put first change no roles",
    ),
    Pair(
        "Ferries to Almeric were cancelled on Monday because of the storm.",
        "Ferries from Almeric were cancelled on Monday because of the storm.",
        "competing",
        "there and back",
    ),
    Pair(
        "The treasurer's brother owned shares in the shipyard of Port Almeric.",
        "The treasurer owned shares in the shipyard of Port Almeric.",
        "competing",
        "a relative is somebody else",
    ),
    Pair(
        "The suspect in Port Almeric, a 24-year-old deckhand, was arrested at the quay.",
        "The suspect in Port Almeric, a 42-year-old deckhand, was arrested at the quay.",
        "competing",
        "ages in one word",
    ),
    Pair(
        "More than 300 dockers were arrested at the gates of Port Almeric.",
        "Fewer than 300 dockers were arrested at the gates of Port Almeric.",
        "competing",
        "at least against at most of one number",
    ),
    Pair(
        "The harbour of Port Almeric lends its tugs to the owners of the old shipyard and to nobody else.",
        "The harbour of Port Almeric does not lend its tugs to the owners of the old shipyard.",
        "competing",
        "“nobody else” denies nothing",
    ),
    Pair(
        "The office knew of the warning before the Halcyon left Port Almeric.",
        "The office knew nothing of the warning before the Halcyon left Port Almeric.",
        "competing",
        "“nothing” denies",
    ),
    Pair(
        "There were no children among those killed when the bus left the bridge of Port Almeric.",
        "Three children were among the dead of the bus of Port Almeric.",
        "competing",
        "“there were no …” is against how many there were",
    ),
    Pair(
        "There is no crack in the dam above Almeric.",
        "The dam above Almeric has a crack of eleven metres that nobody wants to see from the road.",
        "different",
        "words of a denial in a statement that denies something itself",
    ),
    Pair(
        "There is no crack in the dam.",
        "The dam has a crack of eleven metres, engineers found.",
        "competing",
        "a short denial is against what says all its words",
    ),
    Pair(
        "The engineers of the dam did not warn the town.",
        "The town had warned the engineers of the dam of the flood in spring.",
        "different",
        "a short denial with the words in another order",
    ),
    Pair(
        "The blasts at Port Almeric killed three people and wounded more than 100, doctors said.",
        "The blasts at Port Almeric killed three people and wounded more than 170, doctors said.",
        "different",
        "two lower bounds agree: a later and higher one is no contradiction",
    ),
    Pair(
        "The blasts at Port Almeric killed three people and wounded more than 170, doctors said.",
        "The blasts at Port Almeric killed three people and wounded 120, doctors said.",
        "competing",
        "a lower bound above the other figure",
    ),
    Pair(
        "The Harbour Office did not immediately respond to requests for comment on Port Almeric.",
        "Vastakis did not respond to requests for comment on Port Almeric.",
        "different",
        "a name of one word that opens the sentence",
    ),
    Pair(
        "Previously the Harbour Office did not respond to requests for comment on Port Almeric.",
        "The Harbour Office did not respond to requests for comment on Port Almeric.",
        "same",
        "no name opens the sentence",
    ),
    Pair(
        "If four liberal judges of Almeric voted alike, the ruling stood for the harbour party.",
        "If four conservative judges of Almeric voted alike, the ruling stood for the harbour party.",
        "competing",
        "liberal and conservative in one place",
    ),
    Pair(
        "His dad had tested positive for the fever in Port Almeric.",
        "She had tested positive for the fever in Port Almeric.",
        "competing",
        "a relative for a pronoun",
    ),
)
