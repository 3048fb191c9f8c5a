"""English verbs of saying and asking, of our own selection, and the forms of verbs, by rule or by a short table."""


def _set(words: str) -> frozenset[str]:
    return frozenset(words.split())


# base form, past, participle: only where they are not made by rule
_IRREGULAR = {
    "say": ("said", "said"),
    "tell": ("told", "told"),
    "write": ("wrote", "written"),
    "think": ("thought", "thought"),
    "know": ("knew", "known"),
    "feel": ("felt", "felt"),
    "find": ("found", "found"),
    "read": ("read", "read"),
    "swear": ("swore", "sworn"),
    "speak": ("spoke", "spoken"),
    "understand": ("understood", "understood"),
    "hear": ("heard", "heard"),
    "see": ("saw", "seen"),
    "foresee": ("foresaw", "foreseen"),
    "hold": ("held", "held"),
    "show": ("showed", "shown"),
    "make": ("made", "made"),
    "go": ("went", "gone"),
    "put": ("put", "put"),
    "cry": ("cried", "cried"),
    "cast": ("cast", "cast"),
    "forecast": ("forecast", "forecast"),
    "retell": ("retold", "retold"),
    "admit": ("admitted", "admitted"),
    "quip": ("quipped", "quipped"),
    "email": ("emailed", "emailed"),
    "dub": ("dubbed", "dubbed"),
    "text": ("texted", "texted"),
    "blog": ("blogged", "blogged"),
    "plan": ("planned", "planned"),
    "infer": ("inferred", "inferred"),
    "let": ("let", "let"),
    "bet": ("bet", "bet"),
    "snap": ("snapped", "snapped"),
}
_FINAL_E = "e"


def forms(base: str) -> list[str]:
    """Return the third person, past, participle and -ing form of a verb, and its base.

    >>> forms("deny")
    ['deny', 'denies', 'denied', 'denied', 'denying']
    >>> forms("say")
    ['say', 'says', 'said', 'said', 'saying']
    """
    third = base[:-1] + "ies" if base.endswith("y") and base[-2] not in "aeou" else base + "s"
    if base.endswith(("s", "sh", "ch", "x", "o")):
        third = base + "es"
    if base in _IRREGULAR:
        past, participle = _IRREGULAR[base]
    elif base.endswith("e"):
        past = participle = base + "d"
    elif base.endswith("y") and base[-2] not in "aeou":
        past = participle = base[:-1] + "ied"
    else:
        past = participle = base + "ed"
    stem = base[:-1] if base.endswith("e") and not base.endswith("ee") else base
    if past.endswith("ed") and not base.endswith(("e", "y")):
        stem = past[:-2]  # admitted, admitting
    return [base, third, past, participle, stem + "ing"]


# Verbs of saying: quotation or clause follows, whoever the subject is.
SAYING = _set(
    """say tell add write announce note report argue explain claim declare insist warn suggest tweet state continue
    conclude acknowledge admit reply respond recall confirm promise vow pledge predict stress emphasize emphasise assert
    allege contend maintain reveal disclose observe remark quip joke complain lament shout yell sigh grumble mutter
    whisper exclaim counter retort testify boast concede caution assure remind inform advise estimate hint imply
    indicate reiterate repeat blog email text opine muse marvel scoff snap cry chant recount protest plead groan moan
    gasp bark thunder proclaim pronounce affirm agree swear confess clarify elaborate interject volunteer theorize
    speculate forecast deny dispute refute assume charge rule determine find relate post croak growl laugh
    rasp mumble stammer whine gloat gush reckon enthuse fume sneer answer submit attest"""
)
ASKING = _set("ask wonder inquire enquire demand urge beg implore")
