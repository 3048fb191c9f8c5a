"""Which figures that differ are rivals and which only look so: why the row is here, the texts of a case, who says what.

Each text is a document. All texts of a row are statements of one claim, the strongest ground for a comparison. The
sources give attributed content and who says it, both in the text's words. Names and places are invented.
"""

Row = tuple[str, tuple[str, ...], dict[str, str]]

NO_RIVALS: tuple[Row, ...] = (
    ("a bare sum", ("The harbour wall cost $5 million.", "The harbour wall cost $28 million."), {}),
    ("a bare share", ("Vell leads Marn by 46 percent.", "Vell leads Marn by 42 percent."), {}),
    (
        "two bare shares by two sources",
        ("The Oram poll gave Vell 46 percent. The Harl survey gave Vell 42 percent.",),
        {"gave Vell 46 percent": "The Oram poll", "gave Vell 42 percent": "The Harl survey"},
    ),
    ("other parts of the dead", ("Six of the dead were sailors.", "Nine of the dead were children."), {}),
    ("a part and another's whole", ("Nine of the dead were crew.", "At least 41 people died."), {}),
    ("parts that nothing describes", ("Nine of the dead.", "Six of the dead."), {}),
    (
        "one writer gives both",
        ("Torrick lost 40 people killed in spring. In Torrick 61 people were killed.",),
        {},
    ),
    (
        "one source gives both in one document",
        ("The Harl Institute said 40 people were killed. The Harl Institute said 61 people were killed.",),
        {"40 people were killed": "The Harl Institute", "61 people were killed": "The Harl Institute"},
    ),
    (
        "the second source only points back",
        ("The Harl Institute said 40 people were killed. The group said 61 people were killed.",),
        {"40 people were killed": "The Harl Institute", "61 people were killed": "The group"},
    ),
    (
        "one gives the whole and the part",
        ("The Front held 312 farmers. Later 116 farmers were held.", "Of late 312 farmers were held."),
        {},
    ),
    (
        "held for a reason and held",
        ("The Front said 116 farmers were held because they had sold grain.", "Marn said 312 farmers were held."),
        {},
    ),
    ("how often, without what", ("Vell debated Marn five times.", "Vell debated Oram four times."), {}),
    ("soldiers of two sides", ("Some 40 rebel soldiers were killed.", "61 government soldiers were killed."), {}),
    ("two towns", ("In Torrick 40 people were killed.", "In Dunmere 61 people were killed."), {}),
    (
        "police of two towns",
        ("Police in Dunmere said seven men were wounded. Police in Torrick said two men were wounded.",),
        {"seven men were wounded": "Police in Dunmere", "two men were wounded": "Police in Torrick"},
    ),
    (
        "the others of an attack",
        ("Marn said seven others were wounded. Oram said five people were wounded.",),
        {"seven others were wounded": "Marn", "five people were wounded": "Oram"},
    ),
    ("one person", ("Marn said one person was wounded.", "Oram said five people were wounded."), {}),
    (
        "a toll and the dead of one shot in it",
        ("The minister said 126 people had died. The army said it had killed four.",),
        {"126 people had died": "The minister", "it had killed four": "The army"},
    ),
    (
        "a day and its year",
        ("On 3 May 2014, 40 people were killed in Torrick.", "In 2014, 461 people were killed in Torrick."),
        {},
    ),
)

RIVALS: tuple[Row, ...] = (
    ("another report of one event", ("The raid killed 40 people.", "The raid killed 61 people."), {}),
    ("the same part of the dead", ("Nine of the dead were sailors.", "Six of the dead were sailors, not nine."), {}),
    (
        "two sources in one document",
        ("The army said 12 rebels were killed. The rebels said five rebels had been killed.",),
        {"12 rebels were killed": "The army", "five rebels had been killed": "The rebels"},
    ),
    (
        "the number of dead",
        ("The coast guard said 52 people had died. The Harl Institute put the number of dead at 63.",),
        {"52 people had died": "The coast guard", "the number of dead at 63": "The Harl Institute"},
    ),
    ("counts of deaths", ("The count is 63 deaths in the sinking.", "The count is 52 deaths in the sinking."), {}),
)
