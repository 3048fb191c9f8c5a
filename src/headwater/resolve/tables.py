"""Word tables for the sources of English-language news: what a word before, in or at the head of a source tells.

All entries are folded (lower case, no accents, no final full stop). The tables are ours; a word that tells two things
(“house”, “post”) stands only where it is nearly always right.
"""


def table(text: str) -> frozenset[str]:
    """Return the words of ``text``."""
    return frozenset(text.split())


PERSON_PRONOUNS = {"he": "male", "him": "male", "his": "male", "himself": "male"} | dict.fromkeys(
    ("she", "her", "hers", "herself"), "female"
)
THING_PRONOUNS = table("it its itself")
PLURAL_PRONOUNS = table("they them their theirs themselves")
SPEAKER_PRONOUNS = table("i me my mine myself we us our ours ourselves")
RELATIVE_PRONOUNS = table("who whom whose which that")
OTHER_PRONOUNS = table(
    "you your one someone somebody everyone everybody anyone anybody nobody people others this these those"
    " some many most few several all both neither none each another there what"
)

# Titles that are surnames too, and a month.
SURNAMES = table(
    "king bishop pope prince major marshal judge justice dean baron duke constable chancellor cardinal may"
)
# Somebody of a party, with the state before it.
PARTISANS = table("republican democrat")
# Written before a name, they belong to it and say that it is a person's. Value: the gender where the word tells it.
MALE_TITLES = table("mr sir lord king prince duke baron sheikh shaikh imam father fr rabbi congressman chairman herr")
FEMALE_TITLES = table("mrs ms miss madam dame lady queen princess duchess sister congresswoman chairwoman frau")
COURTESY = table("mr mrs ms miss sir madam dr herr frau")  # titles that tell no office
TITLES = (
    MALE_TITLES
    | FEMALE_TITLES
    | table(
        """
        dr prof professor rev reverend pastor pope cardinal archbishop bishop ayatollah mullah patriarch dean
        gen general lt lieutenant col colonel maj major capt captain sgt sergeant cpl corporal adm admiral
        brig brigadier cmdr commander marshal commodore inspector detective sheriff officer constable trooper
        agent member superintendent administrator adviser advisor strategist analyst supervisor trustee
        vice-chairman vice-chancellor secretary-general director-general attorney-general
        president vice-president premier chancellor minister secretary ambassador envoy consul senator sen sens rep reps
        representative congressperson gov governor mayor councillor councilman councilwoman alderman mp mep
        brig-gen maj-gen lt-gen lt-col
        senators representatives congressmen justices
        speaker justice judge magistrate prosecutor attorney counsel commissioner director chief chair chairperson
        deputy co-chair spokesman spokeswoman spokesperson ceo cfo coach editor correspondent reporter host author
        """
    )
)
# Words that may stand among titles or before a name without being part of it.
TITLE_COMPANIONS = table(
    """
    vice prime foreign interior defense defence finance justice state deputy acting former ex late then senior chief
    under assistant national united us u.s american british republican democratic democrat gop conservative liberal
    labour presidential congressional house senate white first second interim retired lead top secretary of staff
    the a an editor editor-in-chief managing executive majority minority leader whip lieutenant junior sr
    """
)
# What ministers are for, behind "Minister for" and the like.
PORTFOLIOS = table(
    """
    water transport transportation health education agriculture environment energy trade labour labor culture tourism
    economy industry commerce communications information planning housing sport sports development affairs security
    mines fisheries immigration interior foreign home war
    """
)
# What bodies are for, before "and" in their names: "the Food and Drug Administration".
TOPICS = PORTFOLIOS | table(
    """
    food citizenship customs oceanic science standards nuclear aviation drug alcohol securities budget wildlife fish
    parks oversight intelligence judiciary banking homeland veterans rules safety fire water oil gas research literature
    arts medical social economic financial monetary population public children youth women equality weights land
    """
)
# Common nouns for somebody in a role, before a name ("campaign manager X") or for a person by itself.
FEMALE_ROLES = table(
    """
    spokeswoman actress woman girl mother wife daughter sister aunt grandmother niece queen princess congresswoman
    chairwoman businesswoman widow nun waitress heroine councilwoman policewoman lady girlfriend
    """
)
MALE_ROLES = table(
    """
    man boy father husband son brother uncle grandfather nephew king prince congressman chairman businessman widower
    monk waiter hero councilman policeman gentleman boyfriend priest imam
    """
)
ROLES = (
    FEMALE_ROLES
    | MALE_ROLES
    | table(
        """
        spokesman spokesperson official leader manager director head chief president minister secretary ambassador
        envoy senator representative governor mayor candidate nominee frontrunner front-runner hopeful contender rival
        lawmaker legislator politician diplomat adviser advisor aide strategist consultant operative analyst expert
        researcher scientist professor scholar historian economist author writer novelist poet editor journalist
        reporter correspondent columnist commentator host co-host anchor presenter blogger pundit critic activist
        campaigner organizer organiser lawyer attorney prosecutor judge justice lawmaker commissioner coach player
        captain athlete actor singer musician star comedian comic artist filmmaker doctor nurse surgeon physician
        teacher student farmer fisherman worker resident neighbor neighbour witness eyewitness survivor victim soldier
        fighter commander general officer colonel sergeant detective sheriff deputy veteran pilot driver passenger
        businessperson executive ceo founder co-founder chairperson chair owner investor banker billionaire
        mogul magnate tycoon entrepreneur engineer pollster voter supporter delegate volunteer pastor bishop cardinal
        rabbi cleric narrator speaker interviewer moderator caller user friend colleague relative cousin parent child
        harbourmaster harbormaster master shopkeeper technician investigator inspector coroner auditor archivist keeper
        warden ranger geologist engineer ombudsman treasurer registrar clerk counsellor counselor attendee participant
        """
    )
)
# Those whose office it is to speak for an organisation: their words are its words.
MOUTHPIECES = table("spokesman spokeswoman spokesperson spokesmen spokeswomen spokespeople")

# Verbs that stand right after a name where all is in capitals.
SPEAKING = table(
    "said told says announced reported added noted declared stated denied confirmed asked claimed explained replied"
)

# Participles behind a document's noun that lead to who has read it, not to its issuer: "a memo seen by the Gazette".
SEEN = table("seen obtained reviewed leaked viewed quoted cited verified examined shared")
# Participles behind a document's noun that lead to its issuer: "a study released on Monday by the institute".
ISSUED = table("published released issued compiled prepared written conducted commissioned produced posted")
# Things that hold words. A source that is one of them is a document.
DOCUMENTS = table(
    """
    report study paper survey poll audit review statement declaration communique release letter memo memorandum note
    email e-mail message tweet post article story editorial commentary column essay book memoir biography video clip
    recording tape film documentary footage audio podcast song broadcast segment transcript interview speech filing
    lawsuit complaint indictment affidavit petition ruling verdict opinion decision resolution bill law constitution
    treaty agreement document file dossier leaflet pamphlet brochure manifesto platform ad advertisement website site
    page blog dispatch account bulletin newsletter catalogue survey assessment analysis estimate forecast index census
    headline sign banner plaque inscription log logbook ledger register minutes diary leak cable questionnaire
    summary findings brief briefing warning notice guideline guidelines recommendation recommendations
    figures data statistics records
    """
)
# Documents of a news publisher that rest on what others told it: a chain that ends there leads outside.
SECOND_HAND = table("report article story account dispatch broadcast segment blog post")

# Last (or first) words of names of organisations.
ORGANISATION_HEADS = table(
    """
    institutes centers centres g-7 g7 g-8 g8 g-20 g20
    institute ministry department council party agency university bank committee observatory organization organisation
    association commission union federation foundation center centre court office bureau board authority administration
    service services force forces army navy police guard brigade corps command corporation corp company co inc ltd llc
    plc gmbh ag group holdings partners network alliance coalition league society club trust fund campaign congress
    senate parliament assembly government cabinet treasury directorate embassy mission church diocese mosque hospital
    clinic school college academy laboratory museum library press team movement front initiative project program
    programme conference convention caucus chamber house pac exchange airlines airways motors industries systems
    technologies media studios energy coal oil gas electric airways railways petroleum
    pharmaceuticals lines railroad records bloc syndicate cooperative consortium taskforce secretariat inspectorate
    registry patrol rescue watch international pentagon kremlin vatican hezbollah hamas taliban isis nato unesco unicef
    europol interpol opec nasa fema nsa cia fbi al-qaeda al-qaida al-shabaab al-shabab al-nusra
    """
)
# Common nouns that stand for an organisation named before.
ORGANISATION_NOUNS = table(
    """
    group organization organisation agency ministry company firm corporation bank university institute department party
    council committee commission union association foundation court government administration campaign authority board
    network regime army force police team club charity watchdog regulator observatory bureau office body militia
    manufacturer airline operator retailer utility coalition alliance cartel brigade embassy hospital school church
    guard think-tank nonprofit non-profit newspaper magazine daily weekly outlet website site station channel
    broadcaster
    publication service tribunal parliament senate congress legislature museum harbour port
    """
)
# Of these there is one in its place, so that “the coast guard” says who it is without a name.
# Common nouns that introduce the name of a company or body of one word ("the airline Norda").
COMPANIES = table("firm company operator maker manufacturer airline retailer startup bank charity developer utility")
INSTITUTIONS = table(
    "ministry police army military navy guard government parliament senate cabinet embassy judiciary coastguard"
    " presidency"
)
# Where things are posted, by whomever: never whose they are.
PLATFORMS = table("telegram twitter x facebook youtube whatsapp instagram tiktok signal weibo vkontakte reddit")
# What a ship's name stands behind.
SHIPS = table("ferry ship vessel tanker boat trawler yacht freighter frigate submarine schooner")
# Last words of names of what is nobody: places, deeds, laws, prizes; nobody's surname, or hardly ever.
THINGS = table("""
    war wars act syndrome disease policy plan deal accord agreement pact treaty doctrine amendment code summit crisis
    scandal affair prize award awards cup bowl games olympics olympiad tournament championship championships city county
    state states street avenue boulevard road highway square plaza island islands river valley ocean sea strait gulf
    mountains desert province region district airport terminal station bridge tower towers building curtain revolution
    uprising festival parade index tunnel canal dam zone belt corridor reservation era age day week month year century
    constitution bill measure tax bridge deadline shutdown protocol convention initiative memorial cemetery stadium
    arena poll survey
""")
THING_HEADS = table(
    """
    operation hurricane typhoon cyclone tropical proposition highway route interstate new los las santa north south east
    west
    """
)
# First words by which a candidate's name stands for those who work for him: "Team Okoro".
CAMPS = table("team camp")
# First words of titles that go on after "of" ("the Journal of Sleep Medicine").
PERIODICALS = table("journal annals bulletin proceedings")
# Common nouns that introduce a publisher's name ("the French newspaper Le Figaro").
PUBLISHER_NOUNS = table(
    "newspaper paper daily weekly newsletter magazine tabloid broadsheet broadcaster website site blog outlet"
)
SCRIPTURES = {
    "koran": "Koran",
    "quran": "Koran",
    "qur'an": "Koran",
    "bible": "Bible",
    "torah": "Torah",
    "talmud": "Talmud",
    "gospel": "Gospel",
    "gospels": "Gospel",
    "hadith": "Hadith",
    "vedas": "Vedas",
    "bhagavad gita": "Bhagavad Gita",
    "book of mormon": "Book of Mormon",
    "scripture": "Scripture",
    "scriptures": "Scripture",
    "psalms": "Psalms",
    "proverbs": "Book of Proverbs",
    "genesis": "Book of Genesis",
    "exodus": "Book of Exodus",
    "deuteronomy": "Deuteronomy",
    "ecclesiastes": "Ecclesiastes",
    "isaiah": "Book of Isaiah",
    "corinthians": "Corinthians",
    "book of proverbs": "Book of Proverbs",
    "book of genesis": "Book of Genesis",
    "book of exodus": "Book of Exodus",
    "book of isaiah": "Book of Isaiah",
    "book of psalms": "Psalms",
}
# Capitalised words that begin sentences and phrases but no name.
NO_NAME = table(
    """
    the a an this that these those he she it they we i you his her its their our my your who which what when where why
    how if but and or so yet for nor as at by in on of to from with without within under over after before during since
    until while although though because despite instead however moreover meanwhile still then thus therefore also even
    only just not no yes there here now today yesterday tomorrow again once all any both each every few many more most
    much neither none one other others some such two three four five six seven eight nine ten several another said says
    according asked speaking following earlier later last next first second third finally monday tuesday wednesday
    thursday friday saturday sunday january february march april june july august september october november december
    jan feb mar apr jun jul aug sept sep oct nov dec mon tue wed thu fri sat sun read click follow watch watched photo
    photos image images video videos caption captions gallery slideshow hide
    unlike per via amid amidst among against about above across along around behind below beneath beside besides between
    beyond concerning considering regarding given unless whether whereas whose upon toward towards throughout including
    let like is are was were has have had do does did can could will would should may might must in
    thousands hundreds dozens millions scores leaked damning purported
    neighbouring neighboring having being pressed nearly almost separately indeed perhaps maybe
    certainly clearly obviously essentially ultimately eventually recently currently previously originally initially
    similarly additionally accordingly consequently furthermore nevertheless nonetheless otherwise afterwards elsewhere
    apparently reportedly allegedly sadly unfortunately fortunately ironically interestingly notably importantly
    specifically basically actually simply likewise together please thanks sorry hello
    i'll i'm i've i'd we'll we're we've they're it's that's there's what's he's she's you're don't didn't can't won't
    isn't let's
    """
)
# Adjectives and nouns of nations and parties: plural, they are classes of people, not names.
CLASSES = table(
    """
    republicans democrats conservatives liberals socialists communists americans russians syrians iraqis iranians
    israelis palestinians kurds germans britons europeans africans asians arabs muslims christians jews sunnis shiites
    hindus buddhists catholics protestants evangelicals latinos hispanics blacks whites women men voters progressives
    independents libertarians nationalists islamists rebels jihadists militants tories greens ukrainians turks afghans
    egyptians libyans yemenis saudis chinese japanese koreans indians pakistanis mexicans canadians australians
    """
)
# Adjectives of nations, faiths and parties: before a noun they are no name.
ADJECTIVES = table(
    """
    muslim christian jewish islamic islamist arab arabic catholic protestant orthodox sunni shiite hindu buddhist
    american british english scottish irish welsh french german italian spanish portuguese dutch belgian swiss austrian
    danish swedish norwegian finnish polish czech hungarian romanian bulgarian greek turkish russian ukrainian syrian
    iraqi iranian israeli palestinian lebanese jordanian egyptian libyan tunisian moroccan algerian saudi yemeni afghan
    pakistani indian chinese japanese korean vietnamese thai australian canadian mexican brazilian argentine cuban
    african asian european western eastern northern southern latin republican democratic conservative liberal labour
    socialist communist kurdish islam christianity judaism
    """
)
# Names of God: words are ascribed to them, but nobody can have heard them; they are never an origin.
DEITIES = table("god allah jehovah yahweh jesus christ lord almighty exalted prophet") | {
    "most high",
    "prophet muhammad",
    "messenger of god",
    "messenger of allah",
    "prophet of god",
    "prophet of islam",
}
# Words that a father's or mother's name begins with: "Abu Talha", "Umm Khalid".
KUNYAS = table("abu abi umm ibn bin bint")
# First words of the names of places: "Port Ellis said" may be the port's, "he" is never the port.
PLACE_HEADS = table("port fort mount mt lake cape upper lower north south east west")
# Nouns for people who speak without a name, singular or plural; plurals in -s are found by their shape.
PERSON_NOUNS = ROLES | table("source insider person someone suspect defendant plaintiff caller tweeter")
UNNAMED_NOUNS = table(
    """
    source sources official officials activist activists expert experts analyst analysts critic critics witness
    witnesses eyewitness eyewitnesses resident residents insider insiders observer observers supporter supporters
    opponent opponents aide aides adviser advisers advisor advisors diplomat diplomats people person report reports
    rumour rumours rumor rumors authorities police media data statistics figures numbers records documents
    """
)
LINKERS = table("of for the and de du des la le al el bin ibn ben abu von van der den di da dos del on in at & für")
PARTICLES = table("de du des la le al el bin ibn ben abu von van der den di da dos del ter zu y e")
SUFFIXES = table("jr sr ii iii iv phd md")
# Where governments sit: as a source, the government; elsewhere a place.
CAPITALS = table(
    """
    ankara athens baghdad bangkok belgrade berlin bogota brasilia bucharest budapest cairo canberra caracas copenhagen
    delhi dhaka doha dublin hanoi havana helsinki islamabad jakarta jerusalem kabul khartoum kiev kinshasa lima lisbon
    london madrid manila minsk nairobi oslo ottawa paris prague pretoria pyongyang riyadh rome sarajevo seoul skopje
    sofia stockholm taipei tallinn tbilisi tokyo tripoli tunis vienna vilnius warsaw yerevan zagreb
    """
)
# Names that stand for a government or a country speaking as one.
NATIONS = frozenset(
    name.strip()
    for name in """
    afghanistan, algeria, america, argentina, australia, austria, bahrain, bangladesh, belarus, belgium, brazil,
    britain, bulgaria, canada, chile, china, colombia, croatia, cuba, cyprus, denmark, egypt, england,
    estonia, ethiopia, finland, france, georgia, germany, greece, hungary, iceland, india, indonesia, iran,
    iraq, ireland, israel, italy, japan, jordan, kazakhstan, kenya, kuwait, latvia, lebanon, libya, lithuania,
    malaysia, mali, mexico, morocco, myanmar, netherlands, nigeria, north korea, norway, oman, pakistan,
    palestine, peru, philippines, poland, portugal, qatar, romania, russia, saudi arabia, scotland, serbia,
    singapore, slovakia, slovenia, somalia, south africa, south korea, spain, sudan, sweden, switzerland,
    syria, taiwan, thailand, tunisia, turkey, uganda, ukraine, united kingdom, united states, us, u.s, uk,
    u.k, eu, united nations, un, u.n, european union, venezuela, vietnam, wales, yemen, zimbabwe, beijing,
    brussels, washington, moscow, tehran, kyiv, damascus, downing street, white house, kremlin, pentagon,
    vatican, capitol hill, wall street, alabama, alaska, arizona, arkansas, california, colorado, connecticut,
    delaware, florida, hawaii, idaho, illinois, indiana, iowa, kansas, kentucky, louisiana, maryland, massachusetts,
    michigan, minnesota, mississippi, missouri, nebraska, nevada, ohio, oklahoma, oregon, pennsylvania, tennessee,
    texas, utah, vermont, virginia, wisconsin, wyoming, silicon valley, hong kong, kosovo, crimea, tibet, gaza,
    west bank, puerto rico, burma, haiti, honduras, guatemala, nicaragua, el salvador, costa rica, panama, ecuador,
    bolivia, paraguay, uruguay, rwanda, tanzania, zambia, senegal, ivory coast, ghana, cameroon, eritrea,
    djibouti, mozambique, angola, namibia, botswana, madagascar, sri lanka, nepal, cambodia, laos, mongolia,
    uzbekistan, azerbaijan, armenia, moldova, bosnia, montenegro, albania, macedonia, luxembourg, malta
    """.replace("\n", " ").split(",")
)
