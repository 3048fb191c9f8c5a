"""English words that the comparison of statements looks up: function words, words of one sense, numbers, dates."""

_COMMON = """a about after again against all almost already also although always am amid among an and another any are
around as at away be because been before being below between both but by came can could did do does during each either
else even ever every few first for from further get had has have he her here hers him his how however i if in into
is it its itself just last later least less like made make many may me might more most much must my near nearly
neither never no nobody none nor not nothing now of off on once one only onto or other others our out over own per
put quite rather same second see shall she should since so some still such than that the their theirs them then
there these they this those though through thus to together too toward towards under until up upon us very was we
well were what when where whether which while who whom whose why will with within without would yet you your
"""
COMMON = frozenset(_COMMON.split())
COURTESY = frozenset(("mr", "mrs", "ms", "dr", "sen", "rep", "gov"))  # before a name; they tell nothing by themselves
# Words that news uses for one and the same thing; the first of a line stands for all. Stems are taken of each.
SENSES = """kill killed dead died dies die death deaths dying perish perished slain fatalities killing lives
wound wounded injured hurt injuries injury
say said says told tells stated states added adds noted announced reported
rise rose risen rising climbed increased increase grew up gained
fall fell fallen falling dropped declined decreased decrease down lost slipped
people persons person residents inhabitants
begin began begun started start starts begins
fire blaze flames
police officers policemen
hospital clinic infirmary
close closed shut shuttered
buy bought acquire acquired purchase purchased acquisition
child children kids
car vehicle automobile
leave left departed
percent % pct per-cent
house home houses homes
explosion blast blasts explosions
show showed shows indicate indicated indicates
approve approved backed endorsed
refuse refused declined rejected
help aid assistance
find found discovered located
arrest arrested detained detain
worker workers employees staff employee
"""
NEGATIONS = frozenset(
    [
        "not",
        "never",
        "nobody",
        "nothing",
        "none",
        "neither",
        "cannot",
        "denied",
        "denies",
        "deny",
        "denying",
        "untrue",
        "false",
    ]
)
_MONTHS = "january february march april may june july august september october november december"
WEEKDAYS = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"]
MONTH_NUMBERS = {name[:n]: i + 1 for i, name in enumerate(_MONTHS.split()) for n in (3, len(name))} | {"sept": 9}
SUFFIXES = ("ations", "ation", "ments", "ment", "ings", "ing", "ies", "ied", "ers", "er", "ed", "es", "ly", "s", "e")
_NUMBERS = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen"
    " seventeen eighteen nineteen"
)
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety"
SMALL = {w: float(i) for i, w in enumerate(_NUMBERS.split())}
SMALL |= {w: float(10 * i + 20) for i, w in enumerate(_TENS.split())}
SCALES = {"hundred": 1e2, "thousand": 1e3, "million": 1e6, "billion": 1e9, "trillion": 1e12, "dozen": 12.0}
VAGUE = {"dozens": 24.0, "hundreds": 200.0, "thousands": 2000.0, "scores": 40.0, "several": 3.0}
ABOUT = frozenset(["about", "around", "roughly", "approximately", "nearly", "almost", "some", "estimated", "circa"])
