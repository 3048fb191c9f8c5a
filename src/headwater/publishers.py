"""Names by which a publisher is known: what newspapers, broadcasters and agencies are called."""


def _table(text: str) -> frozenset[str]:
    return frozenset(text.split())


# Last words of names of newspapers, agencies, broadcasters and magazines.
PUBLISHER_HEADS = _table("""
    times post news herald tribune journal gazette chronicle daily weekly guardian observer telegraph mail express
    mirror star sun examiner register bulletin dispatch courier globe inquirer ledger sentinel record review magazine
    wire today radio tv television broadcasting beacon standard independent reporter monitor advertiser echo mercury
    argus recorder press zeitung tagblatt presse monde figaro pais repubblica
    """)
# Common nouns that a name of a publisher may hold where its place shows that it is one, as above an article.
OUTLETS = _table(
    "agency service network channel blog newsletter newspaper online monthly quarterly gazeta blade chronicles"
)
# First words of names of broadcasters.
STATIONS = _table("radio tv television channel")
# Words in names of bodies that speak for themselves even where the metadata call them publishers of a text.
BODIES = _table("""
    observatory institute institution ministry department council committee commission office authority court university
    bank foundation union federation party police army navy staff presidency board association
    parliament government centre center embassy
    """)
# Last words of names of companies.
LEGAL_FORMS = _table("ag sa se nv ab gmbh ltd limited inc corp corporation plc llc co")
# Agencies and names of one word that say nothing by their shape; every desk knows them.
AGENCIES = {
    "ap": "Associated Press",
    "associated press": "Associated Press",
    "afp": "Agence France-Presse",
    "agence france-presse": "Agence France-Presse",
    "agence france presse": "Agence France-Presse",
    "upi": "United Press International",
    "united press international": "United Press International",
    "reuters": "Reuters",
    "thomson reuters": "Reuters",
    "pa": "Press Association",
    "press association": "Press Association",
    "pa media": "Press Association",
    "dpa": "Deutsche Presse-Agentur",
    "deutsche presse-agentur": "Deutsche Presse-Agentur",
    "efe": "EFE",
    "ansa": "ANSA",
    "tass": "TASS",
    "itar-tass": "TASS",
    "interfax": "Interfax",
    "ria novosti": "RIA Novosti",
    "xinhua": "Xinhua",
    "kyodo": "Kyodo",
    "kyodo news": "Kyodo",
    "anadolu": "Anadolu Agency",
    "anadolu agency": "Anadolu Agency",
    "bloomberg": "Bloomberg",
    "bloomberg news": "Bloomberg",
    "axios": "Axios",
    "politico": "Politico",
    "vox": "Vox",
    "buzzfeed": "BuzzFeed News",
    "buzzfeed news": "BuzzFeed News",
    "breitbart": "Breitbart",
    "breitbart news": "Breitbart",
    "newsweek": "Newsweek",
    "huffpost": "HuffPost",
    "huffington post": "HuffPost",
    "propublica": "ProPublica",
    "daily beast": "Daily Beast",
    "cnn": "CNN",
    "bbc": "BBC",
    "bbc news": "BBC",
    "npr": "NPR",
    "abc news": "ABC News",
    "nbc news": "NBC News",
    "cbs news": "CBS News",
    "msnbc": "MSNBC",
    "cnbc": "CNBC",
    "al jazeera": "Al Jazeera",
    "ians": "IANS",
    "pti": "Press Trust of India",
    "press trust of india": "Press Trust of India",
    "ips": "Inter Press Service",
    "irna": "IRNA",
    "sana": "SANA",
    "wafa": "WAFA",
    "mena": "MENA",
}


def is_body(name: str) -> bool:
    """Say whether a name is no press but an institute, ministry, company … that speaks for itself.

    >>> [is_body(name) for name in ("Strait Observatory", "Ministry of Transport", "Observatory Post", "Reuters")]
    [True, True, False, False]
    """
    words = [word.strip(".'’").casefold() for word in name.split() if word.casefold() != "the"]
    press = not words or " ".join(words) in AGENCIES or words[-1] in PUBLISHER_HEADS
    return not press and bool(BODIES & set(words) or words[-1] in LEGAL_FORMS)
