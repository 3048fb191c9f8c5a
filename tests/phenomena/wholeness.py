"""Words that stand by themselves, lean on the text around them, or say nothing. Our own invented news."""

from headwater.claims.wholeness import Wholeness

ROWS: tuple[tuple[str, Wholeness, str], ...] = (
    ("At least 41 people died when the ferry sank off Port Almeric", "whole", "subject and verb"),
    ("the vessel had passed its yearly inspection in January", "whole", "a clause after a cue"),
    ("Let those who sold return what they were paid", "whole", "a demand"),
    ("Nobody pays the army for passage,", "whole", "a present verb"),
    ("There are many reasons to sell", "whole", "there are"),
    ("Nine people to have died in detention", "whole", "after 'believed'"),
    ("this year the mills bought more grain than ever", "whole", "a time word names itself"),
    ("Those who sold their grain were beaten", "whole", "the relative clause says who"),
    ("Okoro", "nothing", "a name"),
    ("her", "nothing", "a pronoun"),
    ("the death of a rower in Tolna", "nothing", "a noun phrase"),
    ("Fear and greed.", "nothing", "two nouns"),
    ("those who desert the battlefield", "nothing", "the only verb is the relative clause's"),
    ("How many life jackets were on board?", "nothing", "a question"),
    ("“Who closed the bow door?”", "nothing", "a question in marks"),
    ("the first draft of what would become the plan for the harbour of Senna", "fragment", "a noun phrase, longer"),
    ("188 detentions", "fragment", "a figure without a predicate may still be compared"),
    ("Of those nine were members of the crew and six had not been identified", "leaning", "of those"),
    ("it would open an inquiry", "leaning", "who would?"),
    ("They have counted some people twice,", "leaning", "who have?"),
    ("We are still counting.", "leaning", "who are?"),
    (
        "them as deserters who abandoned the front at the height of the campaign",
        "leaning",
        "an object without its verb",
    ),
    ("which sent three vessels and a helicopter", "leaning", "a relative clause"),
    ("Others send it with traders who bribe the army", "leaning", "other than who?"),
    ("and went down in less than 15 minutes", "leaning", "the end of a sentence"),
    ("that awaits them in the hereafter", "nothing", "a relative clause with that"),
    ("It’s a good decision for the whole valley", "leaning", "the apostrophe may be bent"),
)
