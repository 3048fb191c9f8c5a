"""How a statement is shown, and whether the text tells of an utterance at all.

A source's own words are shown as its own, and a reporter's whole clause behind "said that" or "according to" as the
reporter's wording. Where the cue says more than "says" ("threatened to", "praised"), where what is said is no clause
("announced the release"), or where a quotation begins in the middle of a sentence, the reporter's sentence is shown.
That sentence has to tell of an utterance by its cue: what somebody wants, sees, does or is expected to do is none.
Known limits: English; the verbs of the tables; a clause is known by an auxiliary or a pronoun at its head.
"""

import re
from typing import Literal

from headwater.records import Attribution, SpeakerKind
from headwater.report.wording import OPENING
from headwater.verbs import ASKING, SAYING, forms

How = Literal["direct", "reworded", "told"]

PASSIVE = 3  # words before a verb in which "was" makes it passive: "was first proposed"
FEW = 4  # words from which on what is quoted is shown though it is no clause
QUOTES = "\"“”„«»'‘’"
_NO_CLAUSE = re.compile(
    r"(?:to|for|how|why|what|whether|if|about|of|on|in|against|as|them|him|her|me|us|when|where|who|into|with|at"
    r"|[a-z]{1,40}ing)\b"
)
_ASKED = re.compile(r"(?:how|why|what|whether|if|where|who)\b", re.IGNORECASE)
_SUBJECT = re.compile(r"\A\W*(?:i|he|she|it|we|they|you|there)\b", re.IGNORECASE)
_FINITE = re.compile(
    r"\b(?P<finite>is|are|was|were|has|had|will|would|can|could|may|might|must|should|shall|does|did|do|have|cannot"
    r"|(?:is|are|was|were|has|had|wo|would|ca|could|should|does|did|do|have)n[’']t)\b"
    r"|\b(?:that|which|who|whom|whose|where|when|while|because|although|if|to|by)\b",
    re.IGNORECASE,
)
_UNFINISHED = re.compile(
    r"\b(?:and|or|but|of|the|an?|to|by|in|on|at|with|from|for|as|that|which|who|than|is|are|was|were|has|had|will"
    r"|would|can|could)\W*$",
    re.IGNORECASE,
)
_FURNITURE = re.compile(
    r"\A\W*(?:play video|watch (?:live|now|the video)|facebook twitter"
    r"|(?:photos?|photograph|images?|captions?|credit)\s?:"
    r"|(?:photo|image|slide) \d+ of|(?:hide|show) caption|read more|click here|sign up|subscribe)"
    r"|\b(?:read more|hide caption(?: \d+ of \d+)?)\W*\Z|(?-i:[a-z’'] MORE(?: \(|['’]s))",
    re.IGNORECASE,
)
_WORD = re.compile(r"[^\W\d_]+(?:[’'-][^\W\d_]+)*")


def _forms_of(verbs: str) -> frozenset[str]:
    return frozenset(form for verb in verbs.split() for form in forms(verb))


# A clause behind these is what was said, in the reporter's wording.
_PLAINLY = _forms_of(
    """acknowledge add admit announce argue assert claim conclude confirm contend declare emphasize emphasise
    explain insist maintain note recall reply report say state stress tell testify tweet warn write"""
) | {"according", "continued", "remarked"}
# Said, though with more than saying: what is told is an act that only words can do.
_ACTS = """
accuse acclaim admonish advocate allude announce apologize apologise appeal applaud argue bemoan berate blame blast
call caution censure characterize characterise charge chastise chide cite clarify comment commend compare compliment
concede condemn congratulate counsel criticize criticise cry debunk decry defend demand denounce deplore deride
describe disavow dismiss disparage dub echo encourage endorse explain exhort express extol fault hail hint insult
instruct invoke label lament lambaste lampoon laud lecture liken mention mock order outline plead praise proclaim
promise propose query question quote rebuff rebuke rebut recant reassure recommend recount reject renounce reprimand
reproach repudiate request retract ridicule salute scold scorn slam spell spurn state taunt tease thank threaten tout
trumpet urge voice vouch vow warn welcome
"""
_IRREGULAR = frozenset(
    ["forswore", "withdrew", "spoke", "speaks", "speaking", "talked", "talks", "talking", "sworn", "swore"]
)
_MANY = "found finds find finding read reads relate relates related charged rules rule"  # senses
_NO_ACT = frozenset(_MANY.split())
_ACTING = (
    frozenset(form for verb in SAYING | ASKING for form in forms(verb)) | _forms_of(_ACTS) | _IRREGULAR
) - _NO_ACT
_DEEDS = _forms_of("agree endorse order propose reject request challenge")  # where a body does it: by vote or contract
_WEAK = _forms_of("suggest deny imply indicate")  # where nobody is named who does
_SAYS = frozenset(form for verb in SAYING for form in forms(verb)) - _WEAK
_FOUND = _forms_of("find conclude show suggest indicate reveal estimate determine rule confirm")
_HELD = _forms_of("believe think hope fear doubt suspect expect worry") | {"concerned", "worried", "convinced"}
_UNDONE = """
to will would may might could should can cannot must shall expected likely scheduled poised set refused refuses refusing
declined declines declining failed fails not never neither without stopped mum no
"""
_NOT_YET = frozenset(_UNDONE.split())
_BE = frozenset(["is", "are", "was", "were", "be", "been", "being"])


def how_shown(attribution: Attribution, text: str) -> How:
    """Return how a statement is shown: the source's words, the reporter's clause, or the reporter's sentence."""
    cue = _cue(attribution, text)
    clause = attribution.content[0].of(text)
    if attribution.kind == "direct":
        inner = any(mark in clause[1:-1] for mark in OPENING) and clause[:1] not in QUOTES
        return "told" if inner or _starts_inside(attribution, text) else "direct"
    if attribution.polarity == "not_said" or not attribution.source or not _says_plainly(cue):
        return "told"
    opens = attribution.content[0].start < attribution.cue[0].start and not clause[:1].islower()
    if _ASKED.match(clause) or not (opens or (is_clause(clause) and not _NO_CLAUSE.match(clause))):
        return "told"
    return "reworded" if is_finished(attribution.content[-1].of(text)) else "told"


def _says_plainly(cue: str) -> bool:
    """Whether a cue ends with a verb that tells no more than that something is said, or with "according to"."""
    said = _WORD.findall(cue.casefold())
    return said[-2:] == ["according", "to"] or (bool(said) and said[-1] in _PLAINLY)


def _starts_inside(attribution: Attribution, text: str) -> bool:
    """Whether a quotation begins within the reporter's sentence, behind words it may need: he called it “a crime”."""
    first = attribution.content[0]
    inner = first.of(text).lstrip(QUOTES)
    before = text[: first.start].rstrip(QUOTES + " ")
    return inner[:1].islower() and before[-1:] not in ("", ".", "!", "?", "…", "\n")


def is_clause(words: str) -> bool:
    """Whether words are a clause by their auxiliary or the pronoun at their head; False where that cannot be seen.

    >>> [is_clause(w) for w in ("that nine had died", "it stayed", "the release of nine men who were held", "was told")]
    [True, True, False, False]
    """
    said = words.strip(QUOTES + " ").removeprefix("that ")
    if _SUBJECT.match(said):
        return True
    found = _FINITE.search(said)
    return found is not None and found["finite"] is not None and found.start() > 0


def is_finished(words: str) -> bool:
    """Whether words end where a clause can end and close the quotation marks that they open.

    >>> [is_finished(w) for w in ("they left his family and", "they called it “a day", "they called it “a day”")]
    [False, False, True]
    """
    opened = sum(words.count(mark) for mark in "“„«")
    closed = sum(words.count(mark) for mark in "”»")
    return _UNFINISHED.search(words) is None and opened <= closed and words.count('"') % 2 == 0


def tells_of_saying(attribution: Attribution, text: str, kind: SpeakerKind | None) -> bool:
    """Whether the cue tells of an utterance that was made, or of what a person holds or a document finds.

    ``kind`` is the speaker's. Quotations always do.
    """
    if attribution.kind == "direct":
        return True
    clause = attribution.content[0].of(text)
    cue = _cue(attribution, text)
    said = [word.group().lower() for word in _WORD.finditer(cue)]
    if not said:
        return kind == "person" and is_clause(clause)
    if "according" in said:
        return True
    acting = _ACTING if kind == "person" else _ACTING - _DEEDS if kind not in (None, "unnamed") else _SAYS
    at = next((n for n, word in enumerate(said) if word in acting and not _is_passive(said, n)), None)
    if at is None and is_clause(clause):
        held = _HELD if kind == "person" else frozenset[str]()
        at = next((n for n, word in enumerate(said) if word in _FOUND | held and not _is_passive(said, n)), None)
    if at is None or "nothing" in said[at:] or clause.lower().startswith("nothing"):
        return False
    return _NOT_YET.isdisjoint(said[:at]) and not any("n’t" in word or "n't" in word for word in said[:at])


def makes_sense(words: str, how: How) -> bool:
    """Whether words that are to be shown say something, and are nothing that a page says of itself.

    >>> makes_sense("Photo: the quay", "told"), makes_sense("the quay", "direct"), makes_sense("Is it safe?", "direct")
    (False, False, True)
    """
    if _FURNITURE.search(words):
        return False
    return how == "told" or words.endswith("?") or len(_WORD.findall(words)) >= FEW or is_clause(words)


def _is_passive(said: list[str], at: int) -> bool:
    active = said[at].endswith("ing") or said[at] in ("concerned", "worried", "convinced")
    return not active and not _BE.isdisjoint(said[max(0, at - PASSIVE) : at])


def _cue(attribution: Attribution, text: str) -> str:
    return " ".join(span.of(text) for span in attribution.cue)
