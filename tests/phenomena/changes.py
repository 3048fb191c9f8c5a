"""Changes between two copies of a sentence, and the classes they belong to. A row without classes is a negative."""

Row = tuple[str, str, tuple[str, ...]]

NUMBER: tuple[Row, ...] = (
    ("The flood killed 40 people in the lower town.", "The flood killed 14 people in the lower town.", ("number",)),
    ("The flood killed forty people in the town.", "The flood killed fifty people in the town.", ("number",)),
    ("The bridge cost 1,200 crowns a metre to build.", "The bridge cost 2,100 crowns a metre to build.", ("number",)),
    ("About 3 million litres of oil ran into the bay.", "About 3 billion litres of oil ran into the bay.", ("number",)),
    ("It rained for 12 days on the upper pastures.", "It rained for days on the upper pastures.", ("number",)),
    ("Wages rose by 2.5 percent in the mills.", "Wages rose by 3.5 percent in the mills.", ("number",)),
    (
        "The board sold half of its shares in the ferry.",
        "The board sold a third of its shares in the ferry.",
        ("number",),
    ),
    ("The bridge cost 1,200 crowns a metre to build.", "The bridge cost 1200 crowns a metre to build.", ()),
    ("The flood killed forty people in the town.", "The flood killed 40 people in the town.", ()),
    ("The flood killed 40 people in the town.", "The flood killed 40 persons in the town.", ()),
    ("The keeper saw two ships from his window.", "The keeper saw 2 ships from his window.", ()),
)

DATE: tuple[Row, ...] = (
    ("The vote was held on Monday in the old hall.", "The vote was held on Friday in the old hall.", ("date",)),
    ("The weir was opened in March without notice.", "The weir was opened in May without notice.", ("date",)),
    ("He left the ministry in 2029 with his books.", "He left the ministry in 2030 with his books.", ("date",)),
    ("The lock broke yesterday under the pressure.", "The lock broke today under the pressure.", ("date",)),
    ("They met on 4 June beside the quarry.", "They met on 4 July beside the quarry.", ("date",)),
    ("They met on 4 June beside the quarry.", "They met on 9 June beside the quarry.", ("date",)),
    ("The school closed on June 12 for good.", "The school closed on June 21 for good.", ("date",)),
    ("The vote was held on Monday in the old hall.", "The vote was held in the old hall.", ("date",)),
    ("They met on 4 June beside the quarry.", "They met on 4 Jun beside the quarry.", ()),
    ("The weir was opened in March without notice.", "The weir was shut in March without notice.", ()),
    ("Soldiers march through the gate every morning.", "Soldiers walk through the gate every morning.", ()),
)

NAME: tuple[Row, ...] = (
    ("The letter was signed by Ilse Brandvold alone.", "The letter was signed by Ilse Brandt alone.", ("name",)),
    ("A lorry from Orlova blocked the tunnel.", "A lorry from Senna blocked the tunnel.", ("name",)),
    ("The judge asked Mr. Ros for the papers.", "The judge asked Mr. Lind for the papers.", ("name",)),
    ("Nobody at the company answered the letter.", "Nobody at Vale Shipping answered the letter.", ("name",)),
    ("The river Brenna rose above its banks.", "The river rose above its banks.", ("name",)),
    ("The men of the Ember Front held the mill.", "The men of the Iron Front held the mill.", ("name",)),
    ("A lorry from Orlova blocked the tunnel.", "A van from Orlova blocked the tunnel.", ()),
    ("The mill is old. Workers have left it.", "The mill is old. Many have left it.", ()),
    ("The clerk read Chapter Nine to the council.", "The clerk read chapter nine to the council.", ()),
    ("the Ministry of Works paid for the weir.", "the ministry of works paid for the weir.", ()),
)

NEGATION: tuple[Row, ...] = (
    ("The council will pay for the new bridge.", "The council will not pay for the new bridge.", ("negation",)),
    ("The gate was never tested in winter.", "The gate was tested in winter.", ("negation",)),
    ("The keeper saw somebody on the wall.", "The keeper saw nobody on the wall.", ("negation",)),
    ("The company has insurance for the ship.", "The company has no insurance for the ship.", ("negation",)),
    ("They can reopen the tunnel this year.", "They can’t reopen the tunnel this year.", ("negation",)),
    ("The boats left with lights on the bow.", "The boats left without lights on the bow.", ("negation",)),
    (
        "The minister confirmed the sale of the mill.",
        "The minister denied the sale of the mill.",
        ("negation", "attribution"),
    ),
    ("It is possible to cross the pass in May.", "It is impossible to cross the pass in May.", ("negation",)),
    ("The company isn’t ready to sell the ship.", "The company is not ready to sell the ship.", ()),
    ("They can’t reopen the tunnel this year.", "They cannot reopen the tunnel this year.", ()),
    ("The gate was never tested in winter.", "The gate was never checked in winter.", ()),
)

HEDGE: tuple[Row, ...] = (
    ("The dam may break within a few hours.", "The dam will break within a few hours.", ("hedge",)),
    ("The man allegedly set fire to the mill.", "The man set fire to the mill.", ("hedge",)),
    ("It was probably the oldest ship in port.", "It was the oldest ship in port.", ("hedge",)),
    ("The cracks appear to come from the frost.", "The cracks come from the frost.", ("hedge",)),
    ("The water is poisoned by the old mine.", "The water is possibly poisoned by the old mine.", ("hedge",)),
    ("The suspected thief was seen at the quay.", "The thief was seen at the quay.", ("hedge",)),
    ("Nearly all the boats came back at night.", "All the boats came back at night.", ("hedge",)),
    ("It is feared that the crew went down.", "It is known that the crew went down.", ("hedge",)),
    ("They met in May to talk about the dam.", "They met to talk about the dam.", ("date",)),
    ("About 3,000 litres ran into the lower basin.", "Over 3,000 litres ran into the lower basin.", ("hedge",)),
    ("Some 40 families left the lower town.", "More than 40 families left the lower town.", ("hedge",)),
    ("He was thinking about the dam when he left.", "He was thinking of the dam when he left.", ()),
    ("Some of the boats came back at night.", "Many of the boats came back at night.", ()),
    ("The dam will break within a few hours.", "The dam will burst within a few hours.", ()),
    ("He could might as well have stayed home.", "He could might as well have been home.", ()),
)

ATTRIBUTION: tuple[Row, ...] = (
    ("The mill, witnesses said, burned for an hour.", "The mill burned for an hour.", ("attribution",)),
    ("According to the harbour office the ferry was late.", "The ferry was late.", ("attribution",)),
    ("The union claims that the mine is unsafe.", "The mine is unsafe.", ("attribution",)),
    ("The union says that the mine is unsafe.", "The union claims that the mine is unsafe.", ("attribution",)),
    ("The mine is unsafe and was closed.", "The mine is unsafe, the union argues, and was closed.", ("attribution",)),
    ("The report found that the beams were rotten.", "The beams were rotten.", ("attribution",)),
    ("The guards reportedly slept all night.", "The guards slept all night.", ("hedge",)),
    ("In the view of the keeper the wall is weak.", "The wall is weak.", ("attribution",)),
    ("The union says that the mine is unsafe.", "The union says that the pit is unsafe.", ()),
    ("The mine is unsafe and was closed.", "The mine is unsafe and was shut.", ()),
)

CHARACTERISATION: tuple[Row, ...] = (
    (
        "The group attacked a mill in the valley.",
        "The radical group attacked a mill in the valley.",
        ("characterisation",),
    ),
    (
        "The banker spoke for two hours.",
        "The disgraced banker spoke for two hours.",
        ("characterisation",),
    ),
    (
        "The plan was read to the council.",
        "The controversial plan was read to the council.",
        ("characterisation",),
    ),
    (
        "The fire left nine families homeless.",
        "The horrific fire left nine families homeless.",
        ("characterisation",),
    ),
    ("The so-called expert measured the cracks.", "The expert measured the cracks.", ("characterisation",)),
    ("The government bought the mill last year.", "The regime bought the mill last year.", ("characterisation",)),
    (
        "The men walked to the mill.",
        "The terrorists walked to the mill.",
        ("characterisation",),
    ),
    ("The law changes the price of salt.", "The unprecedented law changes the price of salt.", ("characterisation",)),
    ("The group attacked a mill in the valley.", "The small group attacked a mill in the valley.", ()),
    ("The plan was read to the council.", "The new plan was read to the council.", ()),
    ("The wooden bridge fell into the stream.", "The old wooden bridge fell into the stream.", ()),
)

CLASSES = {
    "number": NUMBER,
    "date": DATE,
    "name": NAME,
    "negation": NEGATION,
    "hedge": HEDGE,
    "attribution": ATTRIBUTION,
    "characterisation": CHARACTERISATION,
}

# What a quotation leaves out of its original, and whether that turns what is said.
Cut = tuple[str, str, bool]
TURNS: tuple[Cut, ...] = (
    ("The wall is safe as long as nobody opens the upper sluice.", "The wall is safe …", True),
    ("We will rebuild the mill, but only if the county pays for it.", "We will rebuild the mill …", True),
    ("I do not believe for a moment that the captain was drunk.", "… the captain was drunk.", True),
    ("It would be wrong to say that the ministry lied to the families.", "… the ministry lied to the families.", True),
    ("The water is clean unless it rains for more than a day.", "The water is clean …", True),
    ("The bridge may hold, although no engineer has looked at it yet.", "The bridge may hold …", True),
    ("Nobody claims that the bakers of Senna poisoned the bread.", "… the bakers of Senna poisoned the bread.", True),
    ("We closed the tunnel at nine, when the last lorry had gone through.", "We closed the tunnel at nine …", False),
    ("The ship left Orlova with nine men and a cargo of timber.", "The ship left Orlova with nine men …", False),
    ("My father built this slipway in the spring of a hard year.", "My father built this slipway …", False),
    ("The keepers, who are paid by the county, asked for more oil.", "The keepers … asked for more oil.", False),
)
