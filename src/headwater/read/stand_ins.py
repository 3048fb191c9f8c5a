"""Whether what was read is the text that was wanted: pages that stand in for another, and texts that break off.

A crawler or a browser often saves a question about cookies, a check for robots or an error of the server in place of
an article; taken for the article, it would speak in the publisher's voice. And many a page ends where a subscription
would begin. Both are told by the lines in which they say it themselves, in English, German, French, Spanish and
Italian. Limits: a page that is cut without saying so is taken for whole.
"""

import re

LONGEST = 5_000  # code points; what stands in for an article is shorter
LEAST = 120  # letters that must be left beside the lines of a stand-in; below it the page holds no article
SHORT = 400  # code points; an error page is no longer
LONGEST_LINE = 300  # code points; a line that tells of a subscription is shorter
LAST_LINES = 8  # lines at the end of a text in which it says that it goes on elsewhere


def _any(*forms: str) -> re.Pattern[str]:
    return re.compile("|".join(forms), re.IGNORECASE)


_ERROR = _any(
    r"(?:(?:http )?(?:error|fehler|erreur):? ?)?(?:[45]\d\d\b[ :–-]{0,3})?"
    r"(?:(?:sorry, )?(?:page |file |document |article )?(?:not found|cannot be found)|(?:page|seite) nicht gefunden"
    r"|page (?:introuvable|non trouvée)|página no encontrada|pagina non trovata|access denied|zugriff verweigert"
    r"|forbidden|unauthori[sz]ed|bad (?:gateway|request)|service (?:temporarily )?unavailable|gateway time-?out"
    r"|internal server error|too many requests|moved permanently|gone)[.!]?",
    r"(?:error |fehler )?[45]\d\d(?: error)?",
)
_STAND_INS = {
    "shows only that it wants JavaScript": _any(
        r"\b(?:enable|activate|turn on|requires?|without|needs?) (?:your )?javascript\b",
        r"\bjavascript (?:is |seems to be )?(?:disabled|required|turned off|not (?:enabled|available))",
        r"\bjavascript (?:aktivieren|einschalten)|\bactive[rz] (?:le )?javascript\b|\bactiv[ae] javascript\b",
    ),
    "shows only a check for robots": _any(
        r"\bjust a moment\b|\bunusual traffic\b|\bsecurity of your connection\b|\bcaptcha\b|\bray id\b",
        r"\bare you (?:a robot|human)\b",
        r"\b(?:check|verify|confirm)(?:ing)? (?:if |that )?(?:your browser|the site connection)",
        r"\b(?:verify|confirm)(?:ing)? (?:that )?you are (?:not )?(?:a )?(?:human|robot|bot)",
    ),
    "shows only a question about cookies": _any(
        r"\b(?:we|our partners|this (?:site|website|page)) (?:uses?|stores?) (?:\w{1,9} ){0,2}cookies\b",
        r"\bbefore you continue\b|\bwe value your privacy\b|\b(?:accept|reject|allow) (?:all )?cookies\b",
        r"\bwir (?:verwenden|nutzen) cookies\b|\bnous utilisons des cookies\b",
        r"\b(?:usamos|utilizamos) cookies\b|\butilizziamo (?:i )?cookie\b",
    ),
}
_FOR_SUBSCRIBERS = _any(
    r"\b(?:subscribe|sign in|sign up|log in|register|create an account|become a member)\b.{0,60}"
    r"\bto (?:continue|keep|go on|finish) reading\b",
    r"\bto (?:continue|keep) reading\b.{0,80}\b(?:subscri|sign|log|regist|account|member)",
    r"\b(?:subscribe|sign in|log in|register)\b.{0,40}\bto (?:read|unlock) (?:the (?:full|whole|rest)|this|more)\b",
    r"\bthis (?:article|story|content|post) is (?:only )?(?:available )?(?:for|to|reserved for|exclusive to) (?:our )?"
    r"(?:paid |paying |premium |registered )?(?:subscribers|members)\b",
    r"\balready (?:a subscriber|have an account|subscribed)\?",
    r"\b(?:jetzt|um) weiter(?:zu)?lesen\b.{0,80}(?:abo\b|\babo|anmeld|registrier)",
    r"\bmit (?:einem )?(?:\w{1,20}-?)?abo\b.{0,40}\bweiterlesen\b",
    r"\bdieser (?:artikel|text) ist (?:nur )?für (?:unsere )?abonnent",
    r"\bréservée? (?:à nos|aux) abonnés\b|\bil vous reste \d{1,3} ?% de cet article\b",
    r"\babonnez-vous pour (?:lire|continuer)",
    r"\b(?:suscríb|regístr)\w{0,6}\b.{0,30}\bpara (?:seguir|continuar) leyendo\b|\bexclusivo para suscriptores\b",
    r"\bper (?:continuare a leggere|leggere (?:tutto )?l.articolo)\b.{0,60}\babbon|\briservato agli abbonati\b",
)
_CUT = re.compile(
    r"(?:…|\.\.\.)?\s?(?:\[\+\d{1,7} (?:chars|characters)\]|\[(?:…|\.{3})\]|\((?:more|mehr)\.{0,3}\))\s{0,9}\Z"
)
_EXPORTED = re.compile(
    r"^[^\S\n]{0,80}(?:(?:document|article) \d{1,4} of \d{1,4}|\d{1,4} of \d{1,4} (?:documents|articles))[^\S\n]{0,9}$",
    re.IGNORECASE | re.MULTILINE,
)


def stand_in(title: str | None, text: str) -> str | None:
    """Return what a page shows in place of a text, in words that follow “the page …”; None for one with a text.

    >>> stand_in("Mill to close", "You need to enable JavaScript to run this app.")
    'shows only that it wants JavaScript'
    """
    if len(text) > LONGEST:
        return None
    lines = [line.strip() for line in text.splitlines() if line.strip()]
    if len(text) <= SHORT:
        for line in filter(None, [title, *lines[:1]]):
            if _ERROR.fullmatch(line[:SHORT].strip()):
                return f"is an error of the server (“{line}”)"
    told = {line: what for line in lines for what, form in _STAND_INS.items() if form.search(line)}
    others = "".join(line for line in lines if line not in told)
    return next(iter(told.values()), None) if sum(map(str.isalpha, others)) < LEAST else None


def breaks_off(text: str) -> tuple[str, ...]:
    """Return how a text says that it is not whole, or that it is several; empty for one that says neither.

    >>> breaks_off("The mill will close.\\n\\nSubscribe to continue reading.")
    ('breaks off: “Subscribe to continue reading.”',)
    """
    found = []
    ends = [line.strip() for line in text[-LAST_LINES * LONGEST_LINE :].splitlines() if line.strip()][-LAST_LINES:]
    told = [line for line in ends if len(line) <= LONGEST_LINE and _FOR_SUBSCRIBERS.search(line)]
    if told:
        found.append(f"breaks off: “{told[0]}”")
    elif (cut := _CUT.search(text[-100:])) is not None:
        found.append(f"breaks off: “{cut[0].strip()}”")
    if (number := len(_EXPORTED.findall(text))) > 1:
        found.append(
            f"{number} articles of a database in one file, read as one; save them as plain text, or each as a file"
        )
    return tuple(found)
