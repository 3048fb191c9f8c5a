"""English cue words of our own selection: which verbs say, which think, and what they do to what is said."""

from headwater.verbs import ASKING, SAYING, forms


def _set(words: str) -> frozenset[str]:
    return frozenset(words.split())


# Verbs of thinking, wishing and fearing: a clause follows.
THINKING = _set(
    """think believe know expect hope fear feel doubt suspect assume understand realize realise worry wonder guess
    wish reckon imagine foresee anticipate"""
)
# Documents and recordings "say" with these too.
SHOWING = _set("show suggest indicate find reveal read state warn say claim note conclude explain describe imply")
# Verbs that need an addressee before the clause ("told reporters that").
TITLES = _set("mr mrs ms dr prof rev gov sen rep gen col sgt capt lt")
WORKS = _set("book books film movie song memoir novel show album report article column essay poem play series")
# What can be cited for what is said ("citing two officials"): those who speak, and what is written.
CITED = _set(
    """official officials source sources police ministry spokesman spokeswoman spokesperson spokespeople witness
    witnesses eyewitness eyewitnesses resident residents people person diplomat diplomats doctor doctors lawyer lawyers
    aide aides adviser advisers analyst analysts expert experts researcher researchers activist activists participants
    authorities investigators prosecutors officer officers commander commanders minister ministers lawmakers
    agency media outlet newspaper newspapers television radio report reports study studies survey surveys poll polls
    document documents memo memos record records email emails e-mail e-mails letter letters statement statements figures
    data statistics findings research audit filing filings transcript transcripts interview interviews article articles
    announcement communique testimony database intelligence hospital hospitals government army military court embassy
    council committee commission union group organisation organization institute institution university department bank
    company firm regulator watchdog observatory office body parliament rescuers survivors workers soldiers villagers
    relatives medics paramedics"""
)
NO_CONTENT = _set(  # what a content must not be altogether
    "so it that this no yes nothing something anything them him her me us you these those one ones"
)
# Verbs of doing: with a plain noun behind them nobody says anything ("the council introduced a bill").
DOING = frozenset(
    f
    for verb in _set(
        """require unveil introduce impose accept revise allow mandate pass grant permit block hear celebrate hold mark
        launch continue start begin receive campaign"""
    )
    for f in forms(verb)
)
NO_SAYING = _set("fined jailed sentenced arrested detained imprisoned")  # "Company fined £4m" in a headline
ADDRESSING = frozenset(f for verb in _set("tell remind inform assure advise warn ask") for f in forms(verb))

SAYING_FORMS = frozenset(f for verb in SAYING for f in forms(verb)) - {"read", "reads", "reading", "ruling", "finding"}
THINKING_FORMS = frozenset(f for verb in THINKING for f in forms(verb)) - _set("feeling")
ASKING_FORMS = frozenset(f for verb in ASKING for f in forms(verb)) - {"demands"}
SHOWING_FORMS = frozenset(f for verb in SHOWING for f in forms(verb))
# A word that marks a quotation though it is no verb of saying by itself ("put it", "began") only beside marks.
BESIDE_MARKS = (
    SAYING_FORMS
    | ASKING_FORMS
    | THINKING_FORMS
    | _set("began begins put puts reads read went goes quoted quotes smiled smiles shrugged nodded went called calls")
)
# Forms that are nouns or adjectives far more often than verbs, unless a subject stands right before.
NOUN_LIKE = _set(
    "claim claims report reports state states note notes post posts text texts email emails joke jokes charge charges "
    "rule rules estimate estimates hint hints promise promises pledge pledges protest protests fear hope doubt "
    "guess sigh cry sense question forecast forecasts dispute disputes plan plans remarks remark counter tweet tweets "
    "swear laugh bark answer answers found hopes fears doubts wishes wish blog blogs"
)

AUXILIARIES = _set(
    """has have had is are was were be been being will would can could may might must shall should do does did 's 've 'd
    'll 'm 're hasn't haven't hadn't isn't aren't wasn't weren't won't wouldn't can't cannot couldn't didn't doesn't
    don't shouldn't"""
)
NEGATIONS = _set(
    "not never neither n't didn't doesn't don't hasn't haven't hadn't won't wouldn't couldn't can't cannot isn't "
    "wasn't without"
)
REFUSING = _set(
    "declined declines decline declining refused refuses refuse refusing failed fails fail stopped avoided avoids "
    "unable unwilling"
)
DENYING = _set(
    """deny denies denied denying denial denials dispute disputes disputed disputing refute refutes refuted refuting
    reject rejects rejected rejecting rebut rebuts rebutted contradict contradicts contradicted disavowed disavow
    disavows disavowing"""
)
# What is put forward as true, so that rejecting it denies it.
CLAIMS = _set(
    """claim claims allegation allegations accusation accusations assertion assertions charge charges report reports
    rumor rumors rumour rumours suggestion suggestions notion idea argument arguments contention theory theories
    speculation characterization characterizations comparison premise criticism criticisms insinuation insinuations
    statement statements version account blame responsibility involvement wrongdoing"""
)
# What a text says of reports that it denies: "Reports that it fell are false".
UNTRUE = _set("wrong false untrue incorrect baseless unfounded lie lies nonsense fabricated invented")
ADVERBS = _set(
    """also later then previously recently once again always often repeatedly reportedly allegedly publicly privately
    flatly bluntly simply already now still just only even never not quickly immediately initially earlier first finally
    famously clearly correctly wrongly apparently subsequently rightly falsely jokingly angrily quietly long ever since
    all both further has have had is are was were would will could did does do may might must be been to'"""
)
ALLEGED = frozenset(
    f for verb in ("allege", "claim", "accuse", "purport", "rumor", "rumour", "charge") for f in forms(verb)
) | _set(
    "allegedly reportedly purportedly supposedly rumored rumoured alleged unconfirmed accusation accusations rumors"
)
HEDGED = frozenset(
    f
    for verb in _set(
        "suggest hint imply indicate believe think feel expect hope fear suspect estimate predict appear seem assume "
        "guess reckon imagine doubt anticipate speculate forecast wonder foresee"
    )
    for f in forms(verb)
) | _set("may might could will apparently likely possibly perhaps probably")
# Sources that are nobody in particular.
NOBODY = _set("nobody none neither no-one")

ADDRESSEES_END = _set("that how why what whether if who when where")
PRONOUNS = _set("he she they it we i you who others some many most few both neither none everyone someone nobody one")
DETERMINERS = _set(
    "the a an this that these those his her its their our my your another one two three four five several some many "
    "most few all any no each every both other"
)
RELATIVE = _set("who which that whose")
PREPOSITIONS = _set(
    "in on at after during before by with from for since under over among despite amid within without inside outside "
    "as to of about because while when if although though once until unless whereas where but and or so yet nor then"
)
CLAUSE_OPENERS = _set(
    "but and so yet or nor that because while when if although though as since until unless whereas where then"
)
TIME_WORDS = _set(
    """monday tuesday wednesday thursday friday saturday sunday today yesterday tomorrow tonight earlier later this last
    morning afternoon evening night week month year january february march april may june july august september october
    november december early late"""
)

# "said Monday it would": verbs after which a clause may follow with no "that".
BARE_CLAUSE = frozenset(
    f
    for verb in _set("say think believe hope claim insist suggest argue know fear tell guess add")
    for f in forms(verb)
)
# Verbs of taking a stand, talking and judging: with a noun behind them they tell somebody's position.
JUDGING = _set(
    """praise criticize criticise support oppose reject defend endorse condemn back slam blast attack accuse blame urge
    discuss talk speak comment respond address mention thank apologize apologise congratulate welcome applaud
    commend dismiss denounce favor favour propose recommend prefer request decide decline refuse disagree cite quote
    question challenge admire respect regret vote promote advocate champion lobby order instruct offer present pledge
    outline detail highlight echo tout mock ridicule insult bash rip lash lambast threaten object appeal testify view
    regard interpret judge choose want desire aim intend seek recognize recognise forget warn decry deplore lament
    hail laud denounce rebuke chide scold berate assail fault bemoan liken compare"""
)
# "vowed to fight"
TO_CLAUSE = frozenset(
    f for verb in _set("vow promise pledge swear hope expect threaten want plan wish claim") for f in forms(verb)
)
# "called him a “moderate”", "described the deal as “dead”"
CALLING = frozenset(
    f
    for verb in _set("call describe label dub denounce brand portray characterize characterise depict hail refer term")
    for f in forms(verb)
)
# "was described as": with no source, what is said frames the cue.
PASSIVE = _set(
    "described portrayed regarded considered dubbed labeled labelled hailed touted depicted characterized "
    "said believed thought rumored rumoured alleged reported expected estimated understood known accused quoted cited"
)
WITHOUT_SOURCE = _set("reportedly allegedly purportedly supposedly")
OCCASIONS = _set(
    "statement interview email e-mail letter post tweet speech briefing conference press news telephone phone message "
    "report testimony memo article column video broadcast hearing court debate rally twitter facebook television radio"
)
# Words of which a cue has one at least, unless the model is sure of it.
TELLING = (
    SAYING_FORMS
    | THINKING_FORMS
    | ASKING_FORMS
    | SHOWING_FORMS
    | CALLING
    | ALLEGED
    | HEDGED
    | DENYING
    | NOUN_LIKE
    | TO_CLAUSE
    | PASSIVE
    | frozenset(f for verb in JUDGING for f in forms(verb))
)
