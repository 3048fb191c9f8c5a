"""Quotation checks: what was said, how it is quoted elsewhere, and the verdict. All invented.

A row names an utterance, the edits from it to the quotation, the verdict and the reason. QUOTED rows: the earlier
document quotes the speaker, the later one quotes the same words. OWN rows: the words are the earlier document's own.
"""

from dataclasses import dataclass

SPEAKERS = {
    "lock": "Ilse Brandvold",
    "bridge": "Tomas Aker",
    "school": "Mira Dovale",
    "port": "Jon Halle",
    "mill": "Petra Sund",
    "hospital": "Noor Vastra",
    "water": "Emil Orlov",
    "fire": "Rosa Quint",
    "market": "Ada Fenwick",
    "rail": "Karl Ostby",
}
UTTERANCES = {
    "lock": "The northern gate is cracked, and we will need nine weeks to replace the timber. It may open in May.",
    "bridge": "I have never said that the bridge is unsafe. I said that nobody has inspected it since 2019.",
    "school": "We asked the county for 40 chairs and got twelve. The children don't mind, but their backs do.",
    "port": "No ship was turned away on Monday. About 300 people were on the quay when the siren went off.",
    "mill": "The mill will probably close in autumn, because the owners have not found a buyer for it.",
    "hospital": "Eleven of the injured are children. We can't treat all of them here without more blood.",
    "water": "The water isn't poisonous, as far as we can tell, but I would not give it to my daughter.",
    "fire": "The fire started in the kitchen, and it reached the roof within ten minutes. Everyone was awake.",
    "market": "Prices have gone up by 7 percent since the harvest, and some stalls sold nothing at all this week.",
    "rail": "The last train left at noon with two empty coaches, although the minister had promised six.",
}

Edit = tuple[str, str]
Told = tuple[str, ...]  # source, content, and "indirect" or "inside" where it is so
Row = tuple[str, tuple[Edit, ...], str, str]

QUOTED: tuple[Row, ...] = (
    *((key, (), "verbatim", "the same words") for key in UTTERANCES),
    *((key, ((". ", ".  "),), "verbatim", "blanks change nothing") for key in ("lock", "bridge", "school", "port")),
    ("lock", ((", and we", " and we"),), "verbatim", "a comma"),
    ("bridge", (("unsafe. I said", "unsafe; I said"),), "verbatim", "a semicolon for a full stop"),
    ("school", (("don't", "don’t"),), "verbatim", "a curly apostrophe"),
    ("school", (("don't", "do not"),), "verbatim", "a contraction written out"),
    ("school", (("twelve", "12"),), "verbatim", "a number in figures"),
    ("hospital", (("Eleven", "11"),), "verbatim", "a number in figures"),
    ("hospital", (("can't", "cannot"),), "verbatim", "a contraction written out"),
    ("water", (("isn't", "is not"),), "verbatim", "a contraction written out"),
    ("lock", (("nine", "9"),), "verbatim", "a number in figures"),
    ("fire", (("ten", "10"),), "verbatim", "a number in figures"),
    ("rail", (("two", "2"), ("six", "6")), "verbatim", "numbers in figures"),
    ("market", (("percent", "per cent"),), "verbatim", "a spelling style"),
    ("lock", (("The northern", "[T]he northern"),), "verbatim", "a capital in brackets"),
    ("bridge", (("nobody has", "nobody [at the county] has"),), "verbatim", "an insertion in brackets"),
    ("port", (("on the quay", "on the quay [of Halle]"),), "verbatim", "an insertion in brackets"),
    ("mill", (("a buyer for it", "a buyer for it [the mill]"),), "verbatim", "an insertion in brackets"),
    ("mill", (("a buyer for it", "a buyer for [the mill]"),), "verbatim", "a pronoun replaced in brackets"),
    ("bridge", (("inspected it since", "inspected [the bridge] since"),), "verbatim", "a pronoun replaced in brackets"),
    ("fire", (("and it reached", "and [the fire] reached"),), "verbatim", "a pronoun replaced in brackets"),
    ("hospital", (("treat all of them here", "treat all of [the injured] here"),), "verbatim", "a pronoun replaced"),
    ("rail", (("the minister had", "the minister [of transport] had"),), "verbatim", "an insertion in brackets"),
    ("market", (("some stalls", "some stalls [sic]"),), "verbatim", "sic"),
    ("water", (("give it to", "give it [the water] to"),), "verbatim", "an insertion in brackets"),
    ("lock", (("It may open in May.", ""),), "verbatim", "one whole sentence of two"),
    ("bridge", (("I have never said that the bridge is unsafe. ", ""),), "verbatim", "the second sentence of two"),
    ("school", (("We asked the county for 40 chairs and got twelve. ", ""),), "verbatim", "the second sentence"),
    ("port", ((" About 300 people were on the quay when the siren went off.", ""),), "verbatim", "the first sentence"),
    ("hospital", ((" We can't treat all of them here without more blood.", ""),), "verbatim", "the first sentence"),
    ("fire", ((" Everyone was awake.", ""),), "verbatim", "the first sentence"),
    ("port", (("No ship was turned away on Monday. ", ""),), "verbatim", "the second sentence"),
    ("lock", (("The northern gate", "THE NORTHERN GATE"),), "verbatim", "capitals"),
    ("rail", (("coaches, although", "coaches — although"),), "verbatim", "a dash for a comma"),
    ("market", (("harvest, and", "harvest – and"),), "verbatim", "a dash for a comma"),
    ("water", (("poisonous, as", "poisonous – as"), ("tell, but", "tell – but")), "verbatim", "dashes for commas"),
    ("fire", (("kitchen, and", "kitchen. And"),), "verbatim", "a full stop for a comma"),
    ("hospital", (("children. We", "children; we"),), "verbatim", "a semicolon for a full stop"),
    ("school", (("twelve. The", "twelve – the"),), "verbatim", "a dash for a full stop"),
    # trimmed: an ellipsis stands for words, or a sentence goes on
    ("lock", (("is cracked, and we", "is cracked … we"),), "trimmed", "an ellipsis for a word"),
    ("lock", (("cracked, and we will need nine weeks to replace the timber. It", "cracked ... It"),), "trimmed", "."),
    ("bridge", (("I have never said that the bridge is unsafe. I said", "… I said"),), "verbatim", "it starts there"),
    ("school", (("for 40 chairs and got twelve", "for 40 chairs … twelve"),), "trimmed", "an ellipsis"),
    ("school", (("The children don't mind, but their", "The children … their"),), "trimmed", "the turn is left out"),
    ("port", (("About 300 people were on the quay", "About 300 people … on the quay"),), "trimmed", "an ellipsis"),
    ("port", (("turned away on Monday. About", "turned away … About"),), "trimmed", "an ellipsis"),
    ("mill", (("will probably close", "will … close"),), "trimmed", "the hedge is left out openly"),
    ("hospital", (("are children. We can't treat", "are children. . . . We can't treat"),), "verbatim", "same"),
    ("hospital", (("treat all of them here without", "treat … without"),), "trimmed", "an ellipsis"),
    ("water", ((", as far as we can tell, but", " … but"),), "trimmed", "the hedge is left out openly"),
    ("fire", ((" in the kitchen, and it reached", " … it reached"),), "trimmed", "an ellipsis"),
    ("market", (("by 7 percent since the harvest, and", "by 7 percent … and"),), "trimmed", "an ellipsis"),
    ("rail", (("at noon with two empty coaches, although", "at noon [...] although"),), "trimmed", "dots in brackets"),
    ("rail", (("left at noon with", "left … with"),), "trimmed", "an ellipsis"),
    ("mill", ((", because the owners have not found a buyer for it", ""),), "trimmed", "the sentence goes on"),
    ("water", ((", but I would not give it to my daughter", ""),), "trimmed", "the sentence goes on"),
    ("rail", ((", although the minister had promised six", ""),), "trimmed", "the sentence goes on"),
    ("market", ((", and some stalls sold nothing at all this week", ""),), "trimmed", "the sentence goes on"),
    ("fire", ((", and it reached the roof within ten minutes. Everyone was awake", ""),), "trimmed", "it goes on"),
    ("hospital", ((" without more blood", ""),), "trimmed", "the sentence goes on"),
    ("port", ((" when the siren went off", ""),), "trimmed", "the sentence goes on"),
    ("bridge", ((" since 2019", ""),), "trimmed", "the sentence goes on"),
    ("bridge", (("I have never said that the", "The"),), "trimmed", "the cut turns the meaning"),
    ("mill", ((" for it", ""),), "trimmed", "the sentence goes on"),
    ("school", ((", but their backs do", ""),), "trimmed", "the sentence goes on"),
    # altered: numbers
    ("lock", (("nine weeks", "three weeks"),), "altered", "a number"),
    ("lock", (("nine weeks", "nine months"),), "altered", "a unit"),
    ("bridge", (("2019", "2009"),), "altered", "a year"),
    ("school", (("40 chairs", "400 chairs"),), "altered", "a number"),
    ("school", (("twelve", "twenty"),), "altered", "a number"),
    ("port", (("About 300", "About 3,000"),), "altered", "a number"),
    ("hospital", (("Eleven", "Seven"),), "altered", "a number"),
    ("fire", (("ten minutes", "two minutes"),), "altered", "a number"),
    ("market", (("7 percent", "17 percent"),), "altered", "a number"),
    ("rail", (("two empty", "ten empty"),), "altered", "a number"),
    ("rail", (("promised six", "promised sixteen"),), "altered", "a number"),
    # altered: dates and names
    ("lock", (("in May", "in June"),), "altered", "a date"),
    ("port", (("Monday", "Sunday"),), "altered", "a day"),
    ("mill", (("autumn", "spring"),), "altered", "a season"),
    ("market", (("the harvest", "Easter"),), "altered", "a date"),
    ("rail", (("at noon", "at midnight"),), "altered", "a time"),
    ("school", (("the county", "the ministry"),), "altered", "a body"),
    ("mill", (("the owners", "the Sund family"),), "altered", "a name put in"),
    # altered: negation
    ("bridge", (("never said", "always said"),), "altered", "the negation is turned"),
    ("bridge", (("nobody has", "somebody has"),), "altered", "the negation is turned"),
    ("school", (("don't mind", "mind"),), "altered", "the negation is left out"),
    ("port", (("No ship was", "A ship was"),), "altered", "the negation is turned"),
    ("mill", (("have not found", "have found"),), "altered", "the negation is left out"),
    ("hospital", (("can't treat", "can treat"),), "altered", "the negation is left out"),
    ("water", (("isn't poisonous", "is poisonous"),), "altered", "the negation is left out"),
    ("water", (("would not give", "would give"),), "altered", "the negation is left out"),
    ("rail", (("had promised", "had not promised"),), "altered", "a negation is put in"),
    ("lock", (("is cracked", "is not cracked"),), "altered", "a negation is put in"),
    # altered: hedges
    ("lock", (("may open", "will open"),), "altered", "the hedge is dropped"),
    ("mill", (("will probably close", "will close"),), "altered", "the hedge is dropped"),
    ("port", (("About 300", "300"),), "altered", "the hedge is dropped"),
    ("water", ((", as far as we can tell, but", ", but"),), "altered", "the hedge is dropped"),
    ("market", (("some stalls", "many stalls"),), "altered", "the quantity is raised"),
    ("hospital", (("Eleven of", "About eleven of"),), "altered", "a hedge is put in"),
    ("fire", (("started in", "probably started in"),), "altered", "a hedge is put in"),
    # altered: words put in, left out, replaced
    ("lock", (("is cracked", "is badly cracked"),), "altered", "a word is put in"),
    ("bridge", (("is unsafe", "is completely unsafe"),), "altered", "a word is put in"),
    ("school", (("The children", "The poor children"),), "altered", "a characterisation is put in"),
    ("port", (("were on the quay", "were screaming on the quay"),), "altered", "a word is put in"),
    ("mill", (("the owners", "the greedy owners"),), "altered", "a characterisation is put in"),
    ("hospital", (("the injured", "the dead"),), "altered", "a word is replaced"),
    ("water", (("my daughter", "a dog"),), "altered", "words are replaced"),
    ("fire", (("kitchen", "cellar"),), "altered", "a word is replaced"),
    ("fire", (("Everyone was awake", "Everyone was asleep"),), "altered", "a word is replaced"),
    ("market", (("gone up", "gone down"),), "altered", "a word is replaced"),
    ("market", (("nothing at all", "nothing"),), "altered", "words are left out"),
    ("rail", (("two empty coaches", "two coaches"),), "altered", "a word is left out"),
    ("rail", (("the minister", "the corrupt minister"),), "altered", "a characterisation is put in"),
    ("lock", ((" to replace the timber", ""),), "altered", "words are left out silently"),
    ("port", ((" when the siren went off", " when the bomb went off"),), "altered", "a word is replaced"),
    ("bridge", (("nobody has inspected it", "they have hidden it"),), "altered", "words are replaced"),
    ("school", (("their backs do", "their parents do"),), "altered", "a word is replaced"),
    ("mill", (("a buyer", "a single buyer"),), "altered", "a word is put in"),
    ("hospital", (("more blood", "more doctors"),), "altered", "a word is replaced"),
    ("fire", (("reached the roof", "destroyed the roof"),), "altered", "a word is replaced"),
    ("lock", (("we will need", "they will need"),), "altered", "a person is replaced"),
    ("water", (("I would", "we would"),), "altered", "a person is replaced"),
    # fragments of at least five words in the reporter's own sentence (small first letter)
    ("lock", (("The northern gate is cracked, and we", "we"), (" It may open in May.", "")), "verbatim", "a fragment"),
    ("bridge", (("I have never said that the bridge is unsafe. I said that nobody", "nobody"),), "verbatim", "part"),
    ("mill", (("The mill will probably close in autumn, because the", "the"), (".", "")), "verbatim", "a fragment"),
    ("market", (("Prices have", "have"), (", and some stalls sold nothing at all this week", "")), "verbatim", "part"),
    ("rail", (("The last train left at noon with", "with"), (", although the minister had promised six.", "")),
     "unchecked", "four words, and the two documents share nothing else"),
    ("water", (("The water isn't poisonous, as far as we can tell, but I would", "would"), (".", "")), "verbatim",
     "a fragment"),
    ("hospital", (("Eleven of the injured are children. We can't", "can't"), (".", "")), "verbatim", "a fragment"),
    ("fire", (("The fire started in the kitchen, and it reached", "reached"), (" Everyone was awake.", "")), "verbatim",
     "a fragment"),
)  # fmt: skip

# The words are the earlier document's own; the later one quotes that document ("the report"), or somebody else.
REPORTS = {
    "grain": "Some of the farmers carry grain across the river by night, and others pay the soldiers for passage.",
    "ferry": "The ferry had passed its yearly inspection in January although two of its pumps were out of order.",
    "forest": "Most of the trees that were felled in the reserve had stood there for more than two hundred years.",
    "strike": "The strike ended without a result after the union could not agree on a common list of demands.",
    "flood": "Water stood in four of every five cellars of the old town, and the pumps had been sold in the spring.",
    "museum": "The museum kept the letters in a damp cupboard for thirty years and never told the family about them.",
    "border": "Guards at the northern crossing let trucks through without papers whenever the queue became too long.",
    "prison": "The prison holds twice as many men as it was built for, and the kitchen has had no stove since March.",
}
ITSELF = ("the report", "the study", "The Vale Monitor", "Vale Monitor", "the paper")
OTHERS = ("the minister", "Anton Berg", "a spokeswoman", "he", "the army", "the editorial of the Beacon")

OWN_ITSELF: tuple[Row, ...] = (
    *((key, (), "verbatim", "the document's own words, given as its own") for key in REPORTS),
    ("grain", (("pay the soldiers", "bribe the soldiers"),), "altered", "a word is replaced"),
    ("ferry", (("two of its pumps", "all of its pumps"),), "altered", "a word is replaced"),
    ("forest", (("more than two hundred", "almost a thousand"),), "altered", "the number is raised"),
    ("strike", (("could not agree", "would not agree"),), "altered", "a word is replaced"),
    ("flood", (("four of every five", "all the"),), "altered", "the quantity is raised"),
    ("museum", (("never told", "finally told"),), "altered", "the negation is turned"),
    ("border", (("without papers", "without any papers"),), "altered", "a word is put in"),
    ("prison", (("twice", "three times"),), "altered", "a number"),
    ("grain", (("Some of the farmers carry", "Some of the farmers … carry"),), "verbatim", "nothing was left out"),
    ("ferry", (("in January although", "… although"),), "trimmed", "an ellipsis"),
    ("forest", (("that were felled in the reserve had", "… had"),), "trimmed", "an ellipsis"),
    ("strike", ((" after the union could not agree on a common list of demands", ""),), "trimmed", "it goes on"),
    ("flood", ((", and the pumps had been sold in the spring", ""),), "trimmed", "the sentence goes on"),
    ("museum", ((" and never told the family about them", ""),), "trimmed", "the sentence goes on"),
    ("border", (("let trucks", "let [lorries and] trucks"),), "verbatim", "an insertion in brackets"),
    ("prison", (("the kitchen has", "the kitchen [of the prison] has"),), "verbatim", "an insertion in brackets"),
)  # fmt: skip

OWN_OTHERS: tuple[Row, ...] = (
    *((key, (), "promoted", "the document's own words, given as somebody's") for key in REPORTS),
    ("grain", (("Some of the farmers carry", "farmers carry"),), "promoted", "a part of them"),
    ("ferry", (("The ferry had passed", "had passed"),), "promoted", "a part of them"),
    ("forest", ((" in the reserve", " in the great reserve"),), "promoted", "and a word put in"),
    ("strike", (("The strike ended", "the strike ended"),), "promoted", "as a fragment"),
    ("flood", ((", and the pumps had been sold in the spring", ""),), "promoted", "a part of them"),
    ("museum", (("a damp cupboard", "a wet cupboard"),), "promoted", "and a word replaced"),
    ("border", (("Guards at the northern crossing let", "let"),), "promoted", "a part of them"),
    ("prison", ((", and the kitchen has had no stove since March", ""),), "promoted", "a part of them"),
)  # fmt: skip

# Words that no document of the case holds.
NOWHERE: tuple[tuple[str, str, str], ...] = (
    ("The Vale Monitor", "The mayor sold the town hall to his cousin in the winter", "not_found"),
    ("the Vale Monitor", "Half of the ministry's cars were never paid for by anybody", "not_found"),
    ("Vale Monitor", "Children were seen to carry stones up to the old fort", "not_found"),
    ("Anton Berg", "The mayor sold the town hall to his cousin in the winter", "unchecked"),
    ("the minister", "Half of the ministry's cars were never paid for by anybody", "unchecked"),
    ("a spokeswoman", "Children were seen to carry stones up to the old fort", "unchecked"),
    ("he", "My brother has worked on that deck for eleven years", "unchecked"),
    ("the army", "Our men take no money from anybody at any crossing", "unchecked"),
)


@dataclass(frozen=True, slots=True)
class Between:
    """Two texts, who says what in each, and the verdicts on the later one's quotations."""

    earlier: str
    later: str
    told: tuple[Told, ...]
    said: tuple[Told, ...]
    verdicts: tuple[str, ...]
    reason: str


_CREDITED = " The words were first published by the Vale Monitor."
_WEIR = "The weir keeper left his post at four in the morning"
LONG = "Two of the neighbours were taken away in March, and Mr. Orlov laughed when he was told of the denial. "
_RIVER = "because the river had already taken the lower road"

BETWEEN = (
    Between(
        f"“{_WEIR},” Ilse Brandvold said on Monday. “{_RIVER}.”",
        f"“{_WEIR} {_RIVER},” said Ilse.{_CREDITED}",
        (),
        (("Ilse", f"“{_WEIR} {_RIVER},”"),),
        ("verbatim",),
        "the cue between two pieces of the original is no part of the quotation",
    ),
    Between(
        f"“{_WEIR},” Ilse Brandvold said on Monday. “{_RIVER}.”",
        f"“{_WEIR} {_RIVER.replace('lower', 'upper')},” said Ilse.{_CREDITED}",
        (),
        (("Ilse", f"“{_WEIR} {_RIVER.replace('lower', 'upper')},”"),),
        ("altered",),
        "a word beyond the cue is replaced",
    ),
    Between(
        f"Nobody slept. The Beacon stated that {_WEIR} {_RIVER}. The rest is known.",
        f"“{_WEIR} {_RIVER},” said the Beacon.{_CREDITED}",
        (("The Beacon", f"that {_WEIR} {_RIVER}", "indirect"),),
        (("the Beacon", f"“{_WEIR} {_RIVER},”"),),
        ("unchecked",),
        "the other document gives the words as that source's, indirectly",
    ),
    Between(
        f"Nobody slept. {_WEIR} {_RIVER}. The rest is known.",
        f"“{_WEIR} {_RIVER},” said the Beacon.{_CREDITED}",
        (("rest", "is known", "indirect"),),
        (("the Beacon", f"“{_WEIR} {_RIVER},”"),),
        ("promoted",),
        "an attribution elsewhere does not make the narrative somebody's words",
    ),
    Between(
        f"Nobody slept. {_WEIR} {_RIVER}. The rest is known.",
        f"“I read in the minutes that {_WEIR} {_RIVER},” said Ilse.",
        (),
        (("Ilse", f"“I read in the minutes that {_WEIR} {_RIVER},”"), ("minutes", f"{_WEIR} {_RIVER}", "inside")),
        ("unchecked",),
        "the marks are the outer speaker's: the inner words have none of their own, and are not promoted",
    ),
    Between(
        "“Do you think that the age of the keeper makes him unfit to watch the weir at night?” the poll asked.",
        "A survey says Ilse is “in good enough overall shape to watch the weir at night,” said Ilse.",
        (),
        (("Ilse", "“in good enough overall shape to watch the weir at night,”"),),
        ("unchecked",),
        "another question of another poll",
    ),
    Between(
        f"“We told the keeper [the old man of the weir] to go home, and {_RIVER},” Ilse said.",
        f"“We told the keeper and his wife to go home, and {_RIVER},” said Ilse.{_CREDITED}",
        (),
        (("Ilse", f"“We told the keeper and his wife to go home, and {_RIVER},”"),),
        ("altered",),
        "a change shows both halves of a bracket",
    ),
    Between(
        f"{LONG}“I have paid eleven times,” he said.",
        f"The Vale Monitor wrote: {LONG}“I have paid twelve times,” he said.",
        (),
        (("he", "“I have paid twelve times,”"),),
        ("altered",),
        "four words of five are enough inside a passage that both share",
    ),
    Between(
        f"The Commander-in-Chief forum began late. {LONG}",
        f"The “Commander-in-Chief” forum, {LONG} as he told it to the Vale Monitor.",
        (),
        (("he", "“Commander-in-Chief”"),),
        ("unchecked",),
        "a name of one hyphenated word is no quotation to look up",
    ),
)
