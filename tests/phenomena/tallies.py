"""Which figures that differ are rivals and which only look so: why the row is here, the texts of a case, who says what.

Each text is a document. All texts of a row are statements of one claim, the strongest ground for a comparison. The
sources give attributed content and who says it, both in the text's words. Names and places are invented.
"""

Row = tuple[str, tuple[str, ...], dict[str, str]]

NO_RIVALS: tuple[Row, ...] = (
    ("a bare sum", ("The harbour wall cost $5 million.", "The harbour wall cost $28 million."), {}),
    (
        "two lengths of time by two sources",
        ("Oram said the road will be shut for six months. Vell said the hearing took nine months.",),
        {"the road will be shut for six months": "Oram", "the hearing took nine months": "Vell"},
    ),
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

Told = tuple[str, tuple[tuple[str, str | None], ...], dict[str, str], tuple[str, ...]]

# Texts of one story with their dates, who says what, and how the figures relate: "earlier relation later".
STORIES: tuple[Told, ...] = (
    (
        "the dead under other words",
        (("A fire in Torrick killed four dockers.", "2025-03-03"), ("Four people died in Torrick.", "2025-03-04")),
        {},
        ("four dockers equal Four people",),
    ),
    (
        "wounded are injured",
        (
            ("Three farmers were wounded in Torrick.", "2025-03-03"),
            ("Three farmers were injured in Torrick.", "2025-03-04"),
        ),
        {},
        ("Three farmers equal Three farmers",),
    ),
    (
        "a toll that has risen",
        (
            ("A fire in Torrick killed four dockers.", "2025-03-03"),
            ("In Torrick the death toll had risen to five.", "2025-03-06"),
        ),
        {},
        ("four dockers update risen to five",),
    ),
    (
        "a toll that has risen in the text that also gives the first",
        (
            ("Four people died in Torrick. Later in Torrick the death toll rose to five.", None),
            ("Nobody is named here.", None),
        ),
        {},
        ("Four people update rose to five",),
    ),
    (
        "a toll that reaches",
        (
            ("A quake in Torrick killed at least 63 people.", "2025-03-03"),
            ("The death toll in Torrick reaches 241.", "2025-03-05"),
        ),
        {},
        ("at least 63 people update 241",),
    ),
    (
        "the same source on a later day",
        (
            ("The Harl agency said 63 people died in Torrick.", "2025-03-03"),
            ("The Harl agency said 241 people died in Torrick.", "2025-03-05"),
        ),
        {"63 people died in Torrick": "The Harl agency", "241 people died in Torrick": "The Harl agency"},
        ("63 people update 241 people",),
    ),
    (
        "another source on a later day may count on or dispute",
        (
            ("The Harl agency said 63 people died in Torrick.", "2025-03-03"),
            ("The ministry said 81 people died in Torrick.", "2025-03-05"),
        ),
        {"63 people died in Torrick": "The Harl agency", "81 people died in Torrick": "The ministry"},
        (),
    ),
    (
        "two numbers of one day",
        (
            ("The Harl agency said 63 people died in Torrick.", "2025-03-03"),
            ("The ministry said 81 people died in Torrick.", "2025-03-03"),
        ),
        {"63 people died in Torrick": "The Harl agency", "81 people died in Torrick": "The ministry"},
        ("63 people conflict 81 people",),
    ),
    (
        "a text that tells of two attacks",
        (
            ("In Torrick 63 people died. In Torrick 12 people died.", "2025-03-03"),
            ("81 people died in Torrick.", "2025-03-03"),
        ),
        {},
        (),
    ),
    (
        "two towns",
        (("Four people died in Torrick.", "2025-03-03"), ("Six people died in Dunmere.", "2025-03-03")),
        {},
        (),
    ),
    (
        "few dead of two towns",
        (("Four people died in Torrick.", "2025-03-03"), ("Four people died in Dunmere.", "2025-03-03")),
        {},
        (),
    ),
    (
        "other people of another number",
        (("Four dockers died in Torrick.", "2025-03-03"), ("Six sailors died in Torrick.", "2025-03-03")),
        {},
        (),
    ),
    (
        "a part is no rival",
        (
            ("A blast in Torrick killed 41 people.", "2025-03-03"),
            ("Nine of the dead in Torrick were crew.", "2025-03-03"),
        ),
        {},
        (),
    ),
    (
        "those who died later are some of the injured",
        (
            ("A fire in Torrick killed four dockers and injured 11.", "2025-03-03"),
            ("One of the injured died in Torrick.", "2025-03-06"),
        ),
        {},
        (),
    ),
    (
        "the dead of long ago",
        (
            ("A quake in Torrick killed 81 people.", "2025-03-03"),
            ("It was the worst since 1988, when 1,100 people were killed in Torrick.", "2025-03-03"),
        ),
        {},
        (),
    ),
    (
        "the paper's own name is no place",
        (
            ("Four people died, Brandt told the Post. The mayor of Torrick wept.", "2025-03-03"),
            ("In Torrick the death toll had risen to five.", "2025-03-06"),
        ),
        {"Four people died": "Brandt"},
        ("Four people update risen to five",),
    ),
    (
        "profits of one quarter",
        (
            ("Oram made a net profit of $112 million in March 2025.", "2025-04-03"),
            ("In March 2025 the net profit of Oram was $121 million.", "2025-04-03"),
        ),
        {},
        (),  # "net profit of Oram" is not shown to be "net profit"
    ),
    (
        "a sum for which two papers give two numbers",
        (
            ("The mill in Harl said net profit fell to $112 million in March 2025.", "2025-04-03"),
            ("The mill in Harl said net profit fell to $121 million in March 2025.", "2025-04-03"),
        ),
        {},
        ("fell to $112 million conflict fell to $121 million",),
    ),
    (
        "sums of two times",
        (
            ("The mill in Harl said net profit fell to $112 million in March 2025.", "2025-04-03"),
            ("The mill in Harl said net profit fell to $121 million in March 2024.", "2025-04-03"),
        ),
        {},
        (),
    ),
    (
        "a sum in a text that gives two",
        (
            (
                "The mill in Harl said net profit fell to $112 million. Harl said net profit rose to $150 million.",
                "2025-04-03",
            ),
            ("The mill in Harl said net profit fell to $121 million.", "2025-04-03"),
        ),
        {},
        (),
    ),
    (
        "shares of no time are no rivals",
        (
            ("The poll in Harl is over; turnout was 61 percent.", "2025-04-03"),
            ("The poll in Harl is over; turnout was 66 percent.", "2025-04-03"),
        ),
        {},
        (),
    ),
    (
        "one share",
        (
            ("The poll in Harl is over; turnout was 61 percent.", "2025-04-03"),
            ("The poll in Harl is over; turnout stood at 61 percent.", "2025-04-03"),
        ),
        {},
        ("61 percent equal 61 percent",),
    ),
    (
        "shares of the vote are of two parties",
        (
            ("In Harl the Greens got 34 percent of the vote.", "2025-04-03"),
            ("In Harl the Blues got 34 percent of the vote.", "2025-04-03"),
        ),
        {},
        (),
    ),
    (
        "jobs that are cut",
        (("Oram in Harl will cut 2,800 jobs.", "2025-04-03"), ("The mill will shed 2,800 jobs in Harl.", "2025-04-03")),
        {},
        ("2,800 jobs equal 2,800 jobs",),
    ),
    (
        "jobs of another number",
        (("Oram in Harl will cut 2,800 jobs.", "2025-04-03"), ("The mill will shed 3,100 jobs in Harl.", "2025-04-03")),
        {},
        (),
    ),
    (
        "the rate of a place",
        (
            ("In April 2025 the unemployment rate in Harl fell to 6.3 percent.", "2025-05-03"),
            ("The mayor said Harl's unemployment rate fell to 6.3 percent in April 2025.", "2025-05-03"),
        ),
        {},
        ("fell to 6.3 percent equal fell to 6.3 percent",),
    ),
    (
        "the rates of a place and of the nation",
        (
            ("In April 2025 the unemployment rate in Harl fell to 6.3 percent.", "2025-05-03"),
            ("The mayor of Harl said the nation's unemployment rate fell to 7.1 percent in April 2025.", "2025-05-03"),
        ),
        {},
        (),
    ),
    (
        "so many districts, of which other things are told",
        (
            ("In Harl 19 districts have banned sirens.", "2025-05-03"),
            ("The mayor of Harl won 19 districts.", "2025-05-03"),
        ),
        {},
        (),
    ),
)
