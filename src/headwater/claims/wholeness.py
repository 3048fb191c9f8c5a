"""Whether words say something by themselves: a predicate with its subject, and nothing that points out of them.

A claim can be checked only if it says something. A name, a question or a noun phrase ("the death of a rower") says
nothing; words that open with "they", "of those" or a relative clause say something, but only the text around them
tells of what. Verbs are known by small tables and by their endings, without a parse. Known limits: English; a verb in
its base form after a plural noun is known only if it is in the table, so long words without a known verb are kept.
"""

import functools
import re
from collections.abc import Sequence
from typing import Literal

from headwater.claims.forms import form
from headwater.claims.tables import COMMON, MONTH_NUMBERS, WEEKDAYS

Wholeness = Literal["whole", "leaning", "fragment", "nothing"]
LONG = 8  # words from which a statement without a known verb is kept as a fragment: the verb may be one that we miss
GROUP = 4  # verbs and adverbs of one relative clause that are passed over together
COUNTED = 2  # words before a plural among which a number shows that it is a noun
FEWEST = 2  # content words of a statement
_AUXILIARIES_WORDS = """
    is are was were be am been being has have had will would can could may might must shall should do does did cannot
    isn't aren't wasn't weren't hasn't haven't hadn't won't wouldn't can't couldn't mustn't shouldn't don't doesn't
    didn't it's that's there's he's she's they're we're i'm you're i've we've they've you've i'll we'll they'll he'll
    she'll i'd we'd they'd he'd she'd"""
AUXILIARIES = frozenset(_AUXILIARIES_WORDS.split())
# Past forms that do not end in "ed", and base forms that are hardly ever nouns.
_VERBS_WORDS = """
    became began bent bet bit blew bore bought broke brought built came caught chose cost cut dealt died drew drove
    drank ate fell felt fled flew forgot fought found froze gave got grew heard held hid hit hurt kept knew laid led
    left lent lost made meant met paid put quit ran rang rose said sank sang sat saw sent sold sought shook shot shut
    slept slid spent split spoke spread sprang stood stole stuck struck swam swept swore swung taught thought threw told
    took tore understood went wept woke won wore wrote let become believe bring buy choose come eat explain fail
    feel forget get give go grow happen hear hold keep know learn lose make mean meet pay remain say see seem sell
    send sleep speak stay steal take teach tell think throw understand want win write deserve agree depend says"""
VERBS = frozenset(_VERBS_WORDS.split())
COUNTABLE = frozenset(("bits", "bets", "bores", "costs", "cuts", "hits", "hurts", "splits", "spreads", "wins", "feels"))
# Plurals in -ers and -ors are of people ("voters this fall") but for these, which are verbs.
_NO_PEOPLE_WORDS = """
    answers considers covers delivers differs discovers enters favors offers orders remembers suffers triggers wonders
    alters bothers centers gathers hinders lowers renders registers"""
_NO_PEOPLE = frozenset(_NO_PEOPLE_WORDS.split())
_SHORTENED = ("'s", "'re", "'m", "'ve", "'ll", "'d")
_RELATIVES = frozenset(("who", "whom", "which", "that", "what", "whose", "where"))
_SUBORDINATING = frozenset(("when", "while", "if", "because", "although", "unless", "until", "how", "why", "whether"))
_DETERMINERS_WORDS = """
    a an the this these those its his her their our my your no any every each some another of in on at for with by
    from into as about against between under over after before without to"""
_DETERMINERS = frozenset(_DETERMINERS_WORDS.split())
_OBJECTS = frozenset(("a", "an", "the", "this", "that", "his", "her", "its", "their", "our", "my", "no", "not", "it"))
_PRONOUNS_WORDS = "i we you he she it they who nobody everybody someone everyone this that there"
_SUBJECTS = frozenset(("some", "many", "most", "others", "those", "all", "none", "neither", "these", "more", "few"))
_PRONOUNS = frozenset(_PRONOUNS_WORDS.split())
# Words that lean on the text before when a statement opens with them.
_LEANING_WORDS = """
    it they them he she him we us i me this these that which who whom whose his its their theirs others neither such
    it's that's he's she's they're we're i'm i've we've they've i'll we'll they'll i'd we'd they'd he'll she'll
    and but or nor so because although though whereas than then therefore to also"""
_LEANING = frozenset(_LEANING_WORDS.split())
_OF = frozenset(("those", "these", "them", "which", "whom", "that"))
_MARKS = re.compile(r"^[\s\"'“”‘’«»(\[…—–-]+")
# What a page says of itself, not of the world.
_EDITORS = re.compile(
    r"(?:editor|author|publisher)['’]?s?['’]? note\b|(?:correction|clarification|update|updated|photos?|images?|credit"
    r"|captions?|file photo|watch|read more|related|advertisement|sign up|click here|subscribe)\s*[:|]"
    r"|(?:must|just) watch(?:ed)?\b|see also\b|also (?:on|in|at|from) [^:\n]{1,40}:|newsletter sign up\b"
    r"|see (?:the |more |our )?(?:best )?(?:photos|pictures|videos?)\b|you agree to receive\b|view all\b"
    r"|(?:click|tap) (?:here|to)\b|read more\b|sign up (?:for|to)\b|subscribe to\b"
    r"|(?:this|the) (?:story|article|post|page) (?:has been|was|is being|originally|first)\b"
    r"|\(?(?:additional )?(?:reporting|writing|editing) by\b"
    r"|(?:the )?associated press writers?\b|(?:hide|show|toggle) captions?\b"
    r"|(?:(?:photo|image|slide) )?\d{1,4} of \d{1,4}(?: (?:photos|images|slides|pictures)\b|\s*[:|])",
    re.IGNORECASE,
)
# The same, wherever in a sentence it stands.
_NOTES = re.compile(
    r"\bby signing up,? you agree\b|\bprotected by recaptcha\b|\bsign up (?:here|today|now) (?:for|to)\b"
    r"|\bcontributed to this (?:report|story|article)\b|\bis an? (?:daily|weekly|monthly) newsletter\b"
    r"|\bour [\w ]{0,20}\bnewsletter\b|\bsubmission guidelines\b"
    r"|\bthis article is more than \w+ (?:year|month)s? old\b"
    # What a reporter tells of his own work.
    r"|\b(?:did|has|have|had|does|do)(?:n['’]t| not)(?: immediately)? (?:respond(?:ed)?|repl(?:y|ied)|return(?:ed)?)\b"
    r"(?: to)?(?: (?:an?|the|any|his|her|our|repeated|multiple|several|numerous|phone|written|further)){0,3}"
    r" (?:requests?|calls?|messages?|e-?mails?|inquir(?:y|ies)|questions?)\b"
    r"|\bcould not (?:immediately )?be reached\b|\bdeclined (?:a request )?to comment\b"
    r"|\b(?:opinions|views) expressed (?:by|in|on|here|are)\b[^.]{0,60}\b(?:own|not|those)\b"
    r"|\bfollow (?:him|her|them|me|us) on (?:twitter|facebook|instagram)\b"
    r"|\A\W*updated?(?: (?:at|on)|,)? \d{1,2}:\d\d\b",
    re.IGNORECASE,
)
_LINKED = re.compile(r"[a-z'’] MORE(?: \(|['’]s|\W*\Z)")  # headlines of other articles inside a sentence
NOTE = 300  # characters of a sentence that may be such a note
_END = re.compile(r"(?<![\s\"'“”‘’«»)\]])[\s\"'“”‘’«»)\]]++$")


def is_question(text: str) -> bool:
    """Return whether the words ask.

    >>> is_question("“How many were on board?”"), is_question("Forty were on board.")
    (True, False)
    """
    return _END.sub("", text[-40:]).endswith("?")


@functools.lru_cache(maxsize=1 << 12)  # a sentence is asked about by several steps, one after the other
def may_say(text: str) -> bool:
    """Return whether the words are no question and nothing that a page says of itself.

    >>> may_say("Editor’s note: a figure was changed."), may_say("Photo: the quay at Senna"), may_say("No ship left.")
    (False, False, True)
    """
    if len(text) <= NOTE and (_NOTES.search(text) or _LINKED.search(text)):
        return False
    return not is_question(text) and not _EDITORS.match(_MARKS.sub("", text[:60]))


def announces(text: str) -> bool:
    """Return whether the words only lead up to what follows them.

    >>> announces("Here are five reasons why the vote in Senna was close:"), announces("The vote was close.")
    (True, False)
    """
    return _END.sub("", text[-40:]).endswith(":")


def says(text: str, language: str | None = "en") -> bool:
    """Return whether the words may be a claim at all. Only what is sure to say nothing is none.

    >>> says("Almeric"), says("the death of a rower in Tolna"), says("Nobody paid the army"), says("Fear and greed.")
    (False, False, True, False)
    """
    return wholeness(text, language) != "nothing"


@functools.lru_cache(maxsize=50_000)
def wholeness(text: str, language: str | None = "en") -> Wholeness:
    """Return how far the words stand by themselves.

    >>> wholeness("At least 41 people died when the ferry sank"), wholeness("Of those nine were members of the crew")
    ('whole', 'leaning')
    >>> wholeness("them as deserters who abandoned the front at the height of the campaign")
    'leaning'
    >>> wholeness("the first draft of what would become a plan for the harbour of Senna"), wholeness("Who paid?")
    ('fragment', 'nothing')
    """
    if not may_say(text):
        return "nothing"
    made = form(text)
    if language != "en":
        return "whole"
    content = sum(word not in COMMON for word in made.words)
    if made.words[:2] in (("to", "have"), ("to", "be")) and content >= FEWEST:
        return "leaning"  # "to have shot down a drone": who claims to, stands before it
    said = bool(made.words) and _says(made.words)
    raised = any(word == "to" for word in made.words[1:-2]) and made.words[0] not in _DETERMINERS
    if not said and len(made.words) < LONG and not made.numbers and not raised:
        return "nothing"
    if content < FEWEST and not made.numbers and len(made.words) < LONG:
        return "nothing" if not said else "leaning"
    if not said:
        return "leaning" if _leans(text, made.words) else "fragment"
    return "leaning" if _leans(text, made.words) else "whole"


def has_verb(words: Sequence[str]) -> bool:
    """Return whether a word is a verb for sure: an auxiliary, one of the table, or a past form.

    >>> has_verb("the charges against him".split()), has_verb("he left the port".split())
    (False, True)
    """
    return any(w in AUXILIARIES or w in VERBS or (w.endswith("ed") and len(w) > 4) for w in words)


def may_have_verb(words: tuple[str, ...]) -> bool:
    """Return whether a word may be the verb of the words, such as an ending in -s before an article.

    >>> may_have_verb(("senna", "pays", "the", "levy")), may_have_verb(("two", "bills", "of", "the", "mayor"))
    (True, False)
    """
    return has_verb(words) or any(
        word.endswith("s") and not word.endswith(("ss", "'s")) and before not in _DETERMINERS and following in _OBJECTS
        for before, word, following in zip(words, words[1:], words[2:], strict=False)
    )


def _says(words: tuple[str, ...]) -> bool:
    """Return whether a verb stands in the words that is not a relative clause's and has something before it."""
    if words[0] in ("let", "there") or any(word in AUXILIARIES and word.endswith(_SHORTENED) for word in words):
        return True
    i = 0
    subject = inside = False
    while i < len(words):
        word = words[i]
        following = words[i + 1] if i + 1 < len(words) else ""
        pointing = word == "that" and i > 0 and words[i - 1] in _DETERMINERS  # "in that sense"
        if word in _RELATIVES and following and not pointing:
            # "who sell" has its verb next; "in which thousands of bankers opened" somewhere after
            inside = following in COMMON or (i > 0 and words[i - 1] in _DETERMINERS) or word in ("whose", "where")
            i = i + 1 if inside else _past_pair(words, i + 2)
            subject = True
            continue
        if i > 0 and word in _SUBORDINATING:  # "an insult if they don't come": the next verb is the clause's
            inside = True
            i += 1
            continue
        if inside and _is_verb(words, i):
            inside = False
            i = _past_verbs(words, i)
            continue
        if subject and _is_verb(words, i):
            return True
        subject = subject or word not in COMMON or word in _PRONOUNS or word in _SUBJECTS
        i += 1
    return words[0] in AUXILIARIES and "n't" not in words[0] and len(words) > LONG


def _past_verbs(words: tuple[str, ...], i: int) -> int:
    """Return where a group of verbs such as "would not quickly become" ends, after its first full verb."""
    last = min(i + GROUP, len(words))
    while i < last and (words[i] in AUXILIARIES or words[i].endswith(("ly", "n't")) or words[i] == "not"):
        i += 1
    return _past_pair(words, i + 1) if i < last and _is_verb(words, i) else i


def _past_pair(words: tuple[str, ...], i: int) -> int:
    """Return where a second verb ends that "and" or "or" joins to the one before: "who shot and killed"."""
    paired = i + 1 < len(words) and words[i] in ("and", "or") and _is_verb(words, i + 1)
    return i + 2 if paired else i


def _is_verb(words: tuple[str, ...], i: int) -> bool:
    word = words[i]
    before = words[i - 1] if i else ""
    following = words[i + 1] if i + 1 < len(words) else ""
    if (word in AUXILIARIES and before != "to") or word.endswith("n't"):
        return True
    if before in _DETERMINERS:
        return False
    if word in VERBS or (word not in COUNTABLE and word.removesuffix("s") in VERBS):
        return True
    if word.endswith("ed") and len(word) > 4 and not word.endswith("eed"):
        # "a forum sponsored by", "state-owned", "312 detained"
        return following != "by" and "-" not in word and not (i == len(words) - 1 and i < FEWEST)
    if before in ("they", "we", "you", "i", "people", "nobody", "he", "she", "it") and word not in COMMON:
        return True
    plural = word.endswith("s") and not word.endswith(("ss", "'s")) and len(word) > 3 and word not in COMMON
    dated = word in WEEKDAYS or word in MONTH_NUMBERS
    return (
        plural
        and not dated
        and following != "to"
        and not (word.endswith(("ers", "ors")) and word not in _NO_PEOPLE)
        and not any(w[0].isdigit() for w in words[max(0, i - COUNTED) : i])
        and bool(following)
        and following != "of"
        and (following in _DETERMINERS | _SUBORDINATING or following in ("not", "that"))
    )


def _leans(text: str, words: tuple[str, ...]) -> bool:
    """Return whether the words open with something that only the text before them explains."""
    first = words[0]
    if first in AUXILIARIES and first not in _LEANING:
        return True  # "was the storm that sank it": the subject is missing
    if first == "of":
        return len(words) > 1 and words[1] in _OF
    if first == "those":
        return len(words) > 1 and words[1] in AUXILIARIES
    if first in ("this", "these", "that") and len(words) > 1 and _names_itself(words[1]):
        return _MARKS.sub("", text[:20])[:1].islower() and first == "that"
    if first in ("some", "both", "one", "many", "all") and len(words) > 1:
        return words[1] in ("of",) and len(words) > 2 and words[2] in _OF
    if first == "it" and words[1:4] in (("is", "not", "true"), ("was", "not", "true")):
        return False
    return first in _LEANING


def _names_itself(word: str) -> bool:
    """Return whether a time word follows ("this year"): such an opening is understood from the date."""
    return word in ("year", "week", "month", "morning", "summer", "winter", "spring", "autumn", "season")
