"""What the counted people are to what a text reports: text, role of each figure in order, why; None for no people."""

from headwater.records import FigureRole

ROWS: tuple[tuple[str, str, tuple[FigureRole | None, ...]], ...] = (
    ("the event", "A bomb killed nine people in Arlen and wounded 36.", ("event", "event")),
    ("a total of the year", "More than 200 people have died so far this year.", ("background",)),
    ("a total since a month", "Raids have killed 700 people since January.", ("background",)),
    ("a total of past years", "In the past three years 400 miners were killed.", (None, "background")),
    ("a month of its own", "In March 2013 soldiers killed 17 fishermen.", ("background",)),
    ("rebels who fell", "Six rebels were killed near Orin.", ("fighters",)),
    ("soldiers who fell in combat", "Three soldiers were killed in a two-hour clash.", ("fighters", None)),
    ("soldiers killed by a bomb", "Three soldiers were killed by a car bomb.", ("event",)),
    ("rebels abducted nobody", "Gunmen abducted 12 teachers.", ("event",)),
    ("a day near the text", "On 2 May 2014 a bomb killed nine people.", ("event",)),
    ("a day long before the text", "On 2 May 2011 a bomb killed nine people.", ("background",)),
    ("bare numbers behind rebels", "A rebel was killed and two were wounded near Orin.", ("fighters",)),
    ("losses of an army", "The army suffered the following losses: 17 dead and 25 wounded.", ("fighters", "fighters")),
    ("a bare number behind people", "Four people were killed and 35 were wounded.", ("event", "event")),
    ("a toll of no violence", "The ferry sank and 200 people drowned; 12 were injured.", ("event", "event")),
    ("wounds are no people", "He received two bullet wounds.", (None,)),
    ("no people", "The fire destroyed 40 houses.", (None,)),
    ("money", "The raid cost 3 million crowns.", (None,)),
    ("what would have been", "It would have killed at least 5,000 people.", ("unreal",)),
    ("what may yet be", "The agency warned that up to 1,000 children could die.", ("unreal",)),
    ("what a dam may do", "If the dam breaks, 4,000 people will be killed.", ("unreal",)),
    ("what nearly was", "Seven people were nearly killed.", ("unreal",)),
    ("what was not", "The 40 people were not killed.", ("unreal",)),
    ("a month, not a modal", "A blast in May killed 12 people.", ("background",)),
    ("who shot, not who was shot", "Three men shot and killed the minister.", (None,)),
    ("children of the dead", "Ada Orin, the mother of three, died from her injuries.", (None,)),
    ("those who kidnapped fell", "During the rescue, police killed six kidnappers.", ("fighters",)),
)
