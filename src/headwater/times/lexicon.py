"""The words of English time expressions and what each stands for: one table, one letter (class) per word.

A class letter is what the grammar's patterns are made of. A word that belongs to no class is a blank in the code
string, so that a rule can never reach over it. Words that are time words only in some contexts ("may", "march",
"fall", "second") carry a class here and are taken back by ``tokens`` where the context speaks against it.
"""


def listed(words: str) -> tuple[str, ...]:
    """Return the words of a table.

    >>> listed("may march")
    ('may', 'march')
    """
    return tuple(words.split())


MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "january jan", "february feb", "march mar", "april apr", "may", "june jun", "july jul",
            "august aug", "september sept sep", "october oct", "november nov", "december dec",
        ),
        start=1,
    )
    for name in names.split()
}  # fmt: skip
FULL_MONTHS = frozenset(listed("january february march april may june july august september october november december"))
WEEKDAYS = {
    name: number
    for number, names in enumerate(
        (
            "monday mon", "tuesday tue tues", "wednesday wed", "thursday thu thur thurs", "friday fri",
            "saturday sat", "sunday sun",
        ),
        start=1,
    )
    for name in names.split()
}  # fmt: skip
FULL_WEEKDAYS = frozenset(listed("monday tuesday wednesday thursday friday saturday sunday"))
SEASONS = {"spring": "SP", "summer": "SU", "autumn": "FA", "fall": "FA", "winter": "WI"}

# unit -> (TIMEX3 designator, needs "T" in a duration)
UNITS = {
    "second": "TS", "minute": "TM", "hour": "TH", "day": "D", "week": "W", "weekend": "WE", "fortnight": "F",
    "month": "M", "quarter": "Q", "year": "Y", "decade": "DE", "century": "CE", "millennium": "ML",
}  # fmt: skip
PLURALS = {f"{name}s": name for name in UNITS} | {"centuries": "century", "millennia": "millennium"}
SHORT_UNITS = {"yr": "year", "yrs": "year", "hrs": "hour", "mins": "minute", "secs": "second"}

PARTS = {
    "morning": "MO", "dawn": "MO", "daybreak": "MO", "sunrise": "MO", "midmorning": "MO", "forenoon": "MO",
    "noon": "12:00", "midday": "MI", "noontime": "MI", "afternoon": "AF", "midafternoon": "AF",
    "evening": "EV", "dusk": "EV", "sunset": "EV", "nightfall": "EV", "night": "NI", "midnight": "24:00",
    "daytime": "DT",
}  # fmt: skip

CARDINALS = {
    name: number
    for number, name in enumerate(
        listed(
            """
    zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen
    sixteen seventeen eighteen nineteen
    """
        )
    )
} | {
    name: number
    for number, name in zip(
        range(20, 100, 10), listed("twenty thirty forty fifty sixty seventy eighty ninety"), strict=True
    )
}
MULTIPLIERS = {"hundred": 100, "thousand": 1000}
ORDINALS = {
    name: number
    for number, name in enumerate(
        listed(
            """
    first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth
    fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth
    """
        ),
        start=1,
    )
} | {"twenty-first": 21}
DECADES = {
    "twenties": 2, "thirties": 3, "forties": 4, "fifties": 5, "sixties": 6, "seventies": 7, "eighties": 8,
    "nineties": 9,
}  # fmt: skip
# month and day; of those whose day moves the month, or for Easter the later one, and 0 (``calendar.feast_day``)
HOLIDAYS = {
    "christmas": (12, 25), "halloween": (10, 31), "boxing": (12, 26), "valentine": (2, 14), "veterans": (11, 11),
    "thanksgiving": (11, 0), "memorial": (5, 0), "labor": (9, 0), "easter": (4, 0), "good": (4, 0), "palm": (4, 0),
    "maundy": (4, 0), "ash": (2, 0), "new": (1, 1),
}  # fmt: skip
FESTIVE = frozenset(  # what a feast names without being its day
    listed(
        """
        market markets tree trees shopping card cards party parties gift gifts present presents dinner lights carol
        carols sales bonus bonuses pudding decorations stalls egg eggs parade
        """
    )
)
NAMED_BY_DAY = frozenset({"boxing", "valentine", "veterans", "memorial", "labor"})  # a feast only with "Day" behind

PRESENT, PAST, FUTURE = "PRESENT_REF", "PAST_REF", "FUTURE_REF"

# class letter -> words; a later line never repeats a word of an earlier one
_CLASSES = {
    "X": "now currently nowadays presently",  # the present, one word
    "K": "recently lately",  # the past, one word
    "Z": "soon",  # the future, one word
    "T": "today yesterday tomorrow tonight overnight",
    "l": "last",
    "b": "past",
    "v": "previous preceding prior",
    "x": "next",
    "g": "coming upcoming",
    "w": "following subsequent ensuing",
    "i": "this",
    "j": "that",
    "J": "same",
    "C": "current present",
    "V": "latest",
    "R": "recent",
    "A": "ago",
    "L": "later latter afterwards afterward thereafter",
    "k": "earlier beforehand",
    "e": "early late mid",
    "G": "beginning start end middle close turn",
    "r": "each every",
    "P": "per",
    "q": "several few many",
    "Q": "couple dozen",
    "H": "half",
    "a": "a an",
    "t": "the",
    "f": "of",
    "n": "in",
    "@": "on by from until till before after since",
    "_": "at",
    "2": "to",
    "&": "and",
    "|": "or",
    "s": "these those",
    "3": "than",
    "E": "more less fewer nearly almost roughly approximately some over under least most no up about around close",
    "+": "another other further additional extra full entire whole single consecutive straight trading working "
    "calendar fiscal financial",
    ">": "long",
    "h": "ahead beyond",
    "0": "old",
    "m": "am pm",
    "z": "gmt utc est edt cst cdt mst mdt pst pdt bst cet cest et pt",
    "F": "future",
    "*": "time term period moment while date times",
    "~": "near short long-term foreseeable",
    "!": "daily weekly monthly annually hourly nightly fortnightly",
    "<": "bc bce",
    "5": "christmas halloween thanksgiving easter boxing valentine veterans memorial labor good palm maundy ash new",
    "6": "eve",
    "1": "once twice",
    "d": "so",
}
CLASS_OF: dict[str, str] = {word: letter for letter, listed in _CLASSES.items() for word in listed.split()}
CLASS_OF |= dict.fromkeys(MONTHS, "M") | dict.fromkeys(WEEKDAYS, "W") | dict.fromkeys(SEASONS, "S")
CLASS_OF |= dict.fromkeys(UNITS, "u") | dict.fromkeys(PLURALS, "U") | dict.fromkeys(SHORT_UNITS, "U")
CLASS_OF |= dict.fromkeys(PARTS, "p") | {f"{part}s": "p" for part in ("morning", "afternoon", "evening", "night")}
CLASS_OF |= dict.fromkeys(CARDINALS, "c") | dict.fromkeys(MULTIPLIERS, "9") | dict.fromkeys(ORDINALS, "o")
CLASS_OF |= dict.fromkeys(DECADES, "N")
CLASS_OF |= {f"{day}s": "7" for day in FULL_WEEKDAYS}
del CLASS_OF["second"]  # an ordinal far more often; ``tokens`` gives it its class from the word before

UNIT_NAME = {name: name for name in UNITS} | PLURALS | SHORT_UNITS

# Verbs and words that show the tense around an expression
FUTURE_WORDS = frozenset(
    listed(
        """
    will shall 'll ll wo going plans plan planned expects expected expect scheduled schedule due
    payable effective would should must upcoming intends hopes expires airing
    """
    )
)
# in the present tense these tell of what is arranged: "the court meets Thursday", "who travels to Orin on Friday"
ARRANGED_WORDS = frozenset(
    listed(
        """
        travels comes starts begins opens leaves arrives returns meets flies departs resumes heads goes visits convenes
        meet begin resume arrive depart convene face faces
        """
    )
)
PAST_WORDS = frozenset(
    listed(
        """
    was were had did said told took went came made gave got became began broke brought bought built
    caught chose cut drew drove ate fell fought flew found grew held kept knew led left lost met paid
    put ran rose saw sold sent shot showed sat spoke stood struck thought threw understood won wore
    wrote has have been ended died won spent hit bit blew beat bore clung crept dealt drank dug fed felt fled
    flung forbade forgot froze heard hid knelt laid lay lent lit meant overcame oversaw rang rode sang sank
    shook shrank slept slid sought sprang stole stuck stung swam swept swore swung taught tore undertook
    upheld withdrew withheld woke
    """
    )
)
