"""Closed classes of English words that tell a counted noun from what stands around it.

Known limits: no part-of-speech tagger; a word that is both noun and verb ("shows") is read by its neighbours.
"""


def listed(table: str) -> frozenset[str]:
    """Return the words of a table that is written as text."""
    return frozenset(table.split())


MONTHS = listed(
    """
    january february march april may june july august september october november december jan feb mar apr
    jun jul aug sep sept oct nov dec
    """
)
WEEKDAYS = listed(
    """
    monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu thurs fri sat sun
    """
)
DETERMINERS = listed(
    """
    the a an this that these those his her its their our my your another every each any no
    """
)
PREPOSITIONS = listed(
    """
    of in on at by for with from to into onto over under after before during since until till against among
    amid between through throughout across around about near beside besides behind beyond within without
    toward towards upon via per despite except outside inside along off out up down as than like following
    regarding concerning versus vs vs.
    """
)
CONJUNCTIONS = listed(
    """
    and or but nor so yet while whereas although though because if when where whether that which who whom
    whose how why what unless once however then
    """
)
AUXILIARIES = listed(
    """
    is are was were be been being am has have had having do does did will would shall should can could may
    might must isn't aren't wasn't weren't hasn't haven't hadn't doesn't don't didn't won't wouldn't can't
    couldn't cannot remain remains remained
    """
)
PRONOUNS = listed(
    """
    i you he she it we they me him us them himself herself itself themselves there here
    """
)
ADVERBS = listed(
    """
    nearly approximately roughly not also already still just only even now later yesterday today tonight
    tomorrow ago ever never again almost too very previously reportedly allegedly soon recently together including
    included plus alone apart more instead thus
    """
)
SPEECH = listed(
    """
    said says say told tells added adds according announced explained declared
    """
)
FUNCTION = DETERMINERS | PREPOSITIONS | CONJUNCTIONS | AUXILIARIES | PRONOUNS | ADVERBS | SPEECH

PEOPLE = listed(
    """
    people persons person men women children boys girls civilians soldiers troops fighters militants rebels
    guerrillas terrorists insurgents policemen police officers officials workers employees residents
    refugees migrants protesters demonstrators students peasants victims members others passengers prisoners
    detainees hostages deserters homes houses families jobs inhabitants voters users patients cases
    """
)
IRREGULAR_PLURALS = listed(
    """
    people men women children police troops personnel cattle sheep fish feet teeth mice geese media data
    criteria staff crew youth dead wounded injured missing others policemen servicemen gunmen congressmen
    businessmen fishermen firemen infantrymen servicewomen policewomen clergymen militiamen countrymen
    spokesmen craft aircraft offspring lives wives injured killed displaced
    """
)
NOT_PLURAL = listed(
    """
    is was has does this his its us as yes always perhaps series news less across thus plus versus ss minus
    besides sometimes towards afterwards says goes makes takes gets wants needs seems becomes his's bus gas
    business process class loss boss congress progress access success crisis basis analysis status virus
    campus focus bonus
    """
)

LABELS = listed(
    """
    no nos no. nos. nr article articles section sections chapter chapters page pages p. pp. pp verse verses
    paragraph paragraphs clause fig table volume vol episode route highway interstate flight room suite unit
    gate platform channel level phase stage grade category type version step exhibit appendix annex
    resolution decree amendment proposition game lap hole ward district precinct apartment apt battalion
    regiment extension ext tel telephone phone fax h.r. forbes sp fortune ftse stoxx russell
    psalm sura surah koran quran iphone galaxy windows
    grades number question questions item rule lesson tip act scene row seat round tier title bullet
    playstation xbox apollo opus bwv model mk formula pier runway terminal brigade
    """
)
MODELS = listed(
    """
    jet jets plane planes aircraft airliner airliners airplane airplanes helicopter helicopters rifle rifles
    fighter bomber bombers max dreamliner series pro ultra plus mini fe coupe sedan suv hybrid
    """
)
STREETS = listed(
    """
    street st road rd avenue ave boulevard blvd lane ln drive dr court place highway parkway way square
    terrace
    """
)


def is_plural(word: str) -> bool:
    """Whether a lower-case word looks like a plural noun.

    >>> [is_plural(w) for w in ("soldiers", "people", "process", "was", "killed")]
    [True, True, False, False, True]
    """
    if word in IRREGULAR_PLURALS:
        return True
    return (
        len(word) > 3 and word.endswith("s") and not word.endswith(("ss", "us", "is", "'s")) and word not in NOT_PLURAL
    )


PARTICIPLES_AS_NOUNS = listed(
    """
    dead wounded injured missing killed displaced detained arrested hurt slain disappeared
    """
)
IRREGULAR_PARTICIPLES = listed(
    """
    died shot slain hurt held taken seen found lost left sent put cut set hit beaten given driven forced broken stolen
    hanged hung burnt burned torn thrown blown brought caught bought sold built fought kept led made met paid said
    told won written known shown drawn grown fled gone come became begun done born buried laid
    """
)


PAST = listed(  # irregular past tenses that are no nouns and no participles
    """
    sought fell rose grew saw took gave went wrote spoke ran drove chose felt stood struck swept spent dealt threw drew
    flew began knew shrank sank sprang swore wore
    """
)


def is_participle(word: str) -> bool:
    """Whether a lower-case word looks like a past tense or participle, or a word in -ing.

    >>> [is_participle(w) for w in ("executed", "killing", "slain", "need", "thing")]
    [True, True, True, False, False]
    """
    if word in IRREGULAR_PARTICIPLES:
        return True
    return len(word) > 4 and word.endswith(("ed", "ing")) and word not in _NOT_PARTICIPLES


_NOT_PARTICIPLES = listed(
    """
    need seed speed breed weed indeed hundred sacred naked wicked thing things something nothing anything everything
    king ring bring spring string wing building buildings morning evening feeling meeting ceiling wedding
    """
)
