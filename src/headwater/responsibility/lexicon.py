"""The words of statements on responsibility: deeds, claims, accusations, doubt, and who counts as an authority."""


def listed(words: str) -> frozenset[str]:
    """Return the words of a table.

    >>> sorted(listed("killed shot"))
    ['killed', 'shot']
    """
    return frozenset(words.split())


# verbs that are acts of violence by themselves
VIOLENT = listed(
    """
    kill kills killed killing murder murders murdered murdering assassinated assassinating massacred massacring executed
    executing kidnap kidnapped kidnapping kidnaped abducted abducting ambushed ambushing bombed bombing wounded wounding
    tortured torturing slaughtered slain beheaded raped raping shelled shelling dynamited machine-gunned machinegunned
    gunned strafed stabbed stabbing poisoned hijacked maimed riddled detonated detonating strangled bludgeoned lynched
    """
)
# verbs that are one only beside a word of violence: "attacked the garrison", unlike "attacked her opponent"
LOADED = listed(
    """
    attacked attacking injured injuring destroyed destroying shot burned burnt burning robbed robbing raided raiding
    blew blown planted placed hurled threw thrown launched launching staged staging perpetrated perpetrating committed
    committing carried carrying sabotaged stormed looted stole seized seizing torched intercepted set opened
    organized organised ordered masterminded planned occupied fired firing beat beaten
    """
)
DEEDS = VIOLENT | LOADED
WEAPONS = listed(
    """
    bomb bombs rocket rockets grenade grenades dynamite explosive explosives car-bomb mortar mortars gunmen gunman
    guerrillas guerrilla rebels rebel terrorists terrorist soldiers soldier troops militants militant hitmen assassins
    murderers killers garrison barracks convoy patrol outpost dead wounded injured hostage hostages massacre massacres
    assassination assassinations murder murders killing killings kidnapping kidnappings bombing bombings explosion
    explosions ambush slaying slayings raid raids assault abduction execution executions blast shooting shootings
    sabotage arson atrocity atrocities army military police headquarters positions embassy enemy checkpoint casualties
    civilians clashes fire gunfire machineguns rifles pylons pipeline car-bombs shelling bodies
    shells missile missiles artillery
    """
)
# verbs that tell of a deed only with the right word behind or before them
NEEDS_BEHIND = {
    "carried": listed("out"),
    "carrying": listed("out"),
    "blew": listed("up"),
    "blown": listed("up"),
    "opened": listed("fire"),
    "gunned": listed("down"),
    "set": listed("fire off ablaze"),
}
# verbs that tell of one only with such a word soon behind them: "fired six shells", "beat him to death"
NEEDS_SOON = {
    "fired": listed(
        "shell shells rocket rockets missile missiles mortar mortars grenade grenades shots rounds artillery"
    ),
    "firing": listed("shell shells rocket rockets missile missiles mortar mortars grenade grenades"),
    "beat": listed("death"),
    "beaten": listed("death"),
}
# verbs whose object must be a deed or a weapon: "launched an attack", "placed a bomb"
NEEDS_OBJECT = listed(
    """
    committed committing staged staging perpetrated perpetrating launched launching planted placed hurled threw thrown
    detonated carried carrying organized organised ordered masterminded planned
    """
)
DEED_NOUNS = listed(
    """
    attack attacks assassination assassinations murder murders massacre massacres killing killings kidnapping
    kidnappings bombing bombings bomb bombs explosion explosions ambush ambushes crime crimes slaying slayings raid
    raids assault assaults abduction abductions death deaths execution executions
    blast blasts shooting shootings sabotage rockets rocket grenade grenades dynamite mine mines violence
    offensive explosive explosives hijacking arson robbery atrocity atrocities car-bomb slaughter aggression stabbing
    strafing
    manslaughter homicide shelling annihilation
    """
)
CLAIMS = listed("claim claims claimed claiming assumed assumes accepted accepts acknowledged took taken takes admitted")
ACTIONS = listed("action actions operation operations incident incidents deed deeds blow blows")
CLAIMED_THINGS = listed("responsibility credit authorship")
ADMITS = listed(
    "admitted admits admitting acknowledged acknowledges confessed confesses confessing boasted accepted conceded"
)
ACTS = listed("action actions act acts maneuver manoeuvre operation operations deed deeds")
BLAMEFUL = listed("responsible guilty")
DOERS = listed("murderers murderer assassins assassin killers killer perpetrators perpetrator culprits culprit")
SHARES = listed("participation involvement complicity")
BLAMES = listed("blame blamed blames blaming")
ACCUSES = listed("accuse accused accuses accusing charged denounced denounces denouncing")
SEIZES = listed("arrested arrests arresting detained detains detaining indicted indicts")
CONVICTS = listed("convicted convicts sentenced jailed imprisoned")
ATTRIBUTES = listed("attributed attributes attribute attributing ascribed imputed")
HOLDS = listed("hold holds held holding consider considers considered considering deemed")
SUSPECTS = listed("suspect suspected suspects believe believed believes thought presumed assumed implicated linked")
LINKS = listed("link links linked linking implicated implicates implicating tied ties")
IDENTIFIES = listed("thought believed suspected presumed alleged said considered assumed reported feared")
REPORTS = listed(
    """
    said says denied denies rejected rejects condemned condemns dismissed dismisses called calls urged urges confirmed
    confirms deplored announced repeated insisted warned
    """
)
ALLEGED = listed("alleged suspected presumed supposed accused reputed purported")
ADVERBS_OF_SUSPICION = listed("allegedly apparently presumably reportedly supposedly purportedly seemingly")
DOUBT = listed(
    """
    possibly perhaps maybe may might could probably likely unclear unknown whether if rumored rumoured possibility
    rumors rumours hypothesis
    """
)
DENYING = listed("denied denies deny denying disclaimed rejected repudiated")
DENIES = DENYING | listed("ruled not never no neither without didn't")

AUTHORITIES = listed(
    """
    police policemen army military authorities authority official officials government minister ministry president
    presidential court judge judges prosecutor prosecutors attorney colonel general commander commanders battalion
    brigade garrison security intelligence chief guard governor mayor officer officers lieutenant captain major
    sergeant soldiers troops forces cabinet department detachment inspector sheriff magistrate investigators
    investigator detectives navy marines gendarmerie officially premier secretary ambassador embassy administration
    copren das dijin carabineros coprefa
    """
)

# words that no actor's name goes on behind, to the right of "by"
STOPS_RIGHT = listed(
    """
    who which that in on at when while as for to from during after before with left was were has have had is are be been
    will would could may might because since until but although though under near inside outside against into
    including said says told whose if then where through not also yesterday today tonight last this early using
    over he she it they we you i who's by so about according upon throughout around along following
    """
)
# words that no actor's name goes on before, to the left of its verb
STOPS_LEFT = listed(
    """
    get gets got
    likely unlikely probable saying telling adding alleging arguing suggesting insisting stands stood
    sent gave made brought kept began became include includes included
    consider considers regards designated that whether when while where because does do did can could would should
    must cannot means mean shows show suggests
    think thinks know knows admit admits admitted call calls find finds found insist insists argue argues speculate
    speculated speculates whose why how unless until once than
    whether when while where because since after before but although though and or if as said says reported
    added claim claims say allege alleges believe believes think suspect told announced stated claimed noted
    indicated according by for with during who which whom whose then however meanwhile today yesterday was were had
    has have is are be been to against he she it they i you doesn't don't will
    """
)
AUXILIARIES = listed(
    """
    can could should will must
    have has had also been reportedly allegedly apparently presumably supposedly possibly probably may might could
    then later again just already today yesterday was were recently both all once being be would did is are first
    publicly officially immediately subsequently indeed simultaneously openly again now still
    """
)
TIME_WORDS = listed(
    """
    yesterday today tonight monday tuesday wednesday thursday friday saturday sunday january february march april may
    june july august september october november december morning afternoon evening night
    """
)
NO_ACTORS = listed(
    """
    i've i'd i'm we've they've they'd he'd she'd he's she's it's
    it this that there they he she we i you one what which who people persons person bullet bullets gunfire fire mistake
    means accident bomb bombs explosion way force clash clashes others it's hand someone anyone nobody phone telephone
    others those these all none no each everyone victims victim dawn noon a the
    two three four five six several some many another
    """
)
NOT_AGENTS = listed(
    """
    accident accidents virus coronavirus storm storms earthquake flood floods fire fires blaze heat disease cancer crash
    crashes explosion explosions clashes protests strike strikes airstrikes attack attacks violence pandemic war
    airstrike strike protest fighting drug warrant bias protocol battle shooting shootings drugs
    bombing bombings blast bullet bullets gunfire weapons arms hands rain snow avalanche
    landslide hurricane tornado law act policy program programme bill able available likely guns gun rifle rifles knives
    charges charge pistols revolvers device devices covid covid-19 sars ebola gas chemicals sarin
"""
)
# a phrase that begins with one of these names nobody
NO_OPENERS = listed(
    """
    in on at of to from by with for whether if that as not neither nor more most less just being having because
    sometimes often never into over under between among inside outside so very
    """
)
# words in -ed that belong to a name: "armed men", "the so-called Front"
ADJECTIVES = listed(
    """
    armed alleged unidentified suspected hooded organized organised uniformed masked united supposed presumed retired
    wanted unarmed heavily-armed trained disaffected demobilized demobilised hundred so-called unnamed banned outlawed
    government-backed called named styled self-styled limited red reputed purported accused extradited
    """
)
# those whose "it" and "they" behind "said" are their own side, and whose men are "its" in their mouth
ARMED = listed(
    """
    army military forces force troops soldiers police navy rebels guerrillas militants fighters insurgents militia
    militias paramilitaries gang
    extremists separatists jihadists commandos front brigade brigades
    battalion gunmen units
    """
)
TELLS = listed("said says announced reported stated declared claimed claims confirmed")
# participles behind a party that say whose it is: "squads run by the army"
BOUND = listed("run led backed trained financed funded sponsored commanded directed hired paid controlled")
# nouns of those who can do a deed; a phrase without a name must have one ("falling debris" did nothing)
AGENTS = listed(
    """
    gunmen gunman soldiers soldier troops police policeman policemen army military navy forces force rebels rebel
    guerrillas guerrilla militants militant terrorists terrorist fighters fighter insurgents insurgent extremists
    extremist group groups gang gangs cartel cartels militia militias militiamen paramilitaries paramilitary squad
    squads commandos commando assassins assassin hitmen hitman men man woman women youths youth teenager teenagers boy
    boys attackers attacker assailants assailant suspects suspect perpetrators perpetrator killers killer murderers
    murderer brother father mother son daughter husband wife officer officers guards guard authorities government regime
    traffickers trafficker separatists separatist jihadists jihadist islamists islamist supremacists supremacist
    nationalists nationalist faction factions front party organization organisation movement sniper snipers bomber
    bombers driver drivers student students worker workers peasants settlers settler neighbours neighbors relatives
    individuals individual unit units brigade battalion patrol patrols members member agents agent state mob crowd
    protesters protester demonstrators demonstrator elements element criminals criminal bandits pirates kidnappers
    kidnapper hijackers hijacker arsonists robbers robber inmates prisoners detainees followers supporters loyalists
    mercenaries contractor contractors pilots pilot crew sailors deserter deserters leader leaders commander commanders
    regiment regiments brigades gunners
    brothers sons sister sisters daughters fathers mothers parents siblings shooter shooters radicals operatives
    operative citizen citizens allies cells cell column columns team teams warplane warplanes jets jet planes plane
    aircraft helicopters helicopter drones warships artillery vandals immigrant immigrants refugee refugees veteran
    veterans employee employees teen teens serviceman servicemen spies spy bodyguard bodyguards deputies deputy
    detective detectives marshal marshals sheriff agents lawmaker lawmakers senator senators governor mayor
    prosecutor prosecutors investigators investigator court judge jury ministry opposition coalition alliance rulers
    ruler dictatorship administration ally nationalist nationals national natives alumnus adherent adherents
    sympathizers sympathisers affiliate affiliates wing branch faction couple duo trio pair nation country countries
    nations powers priest monk guerrilla hardliners accomplices accomplice associates associate colleague colleagues
    friend friends boyfriend girlfriend uncle cousin nephew neighbour neighbor patient inmate prisoner detainee
    passenger passengers businessman politician politicians critics critic activists activist relatives community
    groups network networks family families union unions company companies agency agencies intelligence service
    services press media newspaper watchdog body-guards cops cop loyalist sect tribe tribesmen clan
    official officials minister president king dictator junta side sides people residents villagers farmers miners
    """
)
# heads that stand for the party behind "of": "dozens of soldiers", "members of the gang"
PARTS = listed(
    """
    dozens hundreds thousands scores number majority part parts handful couple pair one some both many most group half
    type kind lot
    """
)
# heads in capitals that are no party
NOT_PARTIES = listed(
    """
    photos photo video videos move wanted reported dead internet amendment day no monday tuesday wednesday thursday
    friday saturday sunday january february march april june july august september october november december marathon
    name names prosecution arrest arrests trial detention detentions search hunt
    war election islam christianity twitter facebook constitution bible act games video rhetoric speech episode
    """
)
# what a claim stands in, which does not make it its own
PAPERS = listed(
    """
    leaflet leaflets message messages note notes communique communiques statement statements video videos tape tapes
    recording posting letter letters document documents
    """
)
# heads in capitals that are places or buildings: what happens there is nobody's deed
PLACES = listed(
    """
    church hospital school college university mall festival plaza street avenue airport city town building hotel park
    road bridge mosque synagogue cathedral library village valley river mountains island islands province district
    square boulevard highway theater theatre stadium
    """
)
# a phrase that begins so names nobody
NO_START = listed(
    """
    saying telling adding noting no nothing none does did why how what whom dead there here if only already meanwhile
    however still instead indeed moreover now recently earlier later
    """
)
# those who accuse though they do no deed
ACCUSERS = listed(
    """
    council councils committee commission congress senate parliament assembly bishop bishops church lawyer lawyers
    report reports inquiry statement letter indictment complaint witness witnesses diplomat diplomats outlet outlets
    newspaper newspapers station source sources spokesman spokeswoman candidates candidate professor expert experts
    analyst analysts observers
    """
)
