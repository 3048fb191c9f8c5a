"""The words of statements on responsibility: deeds, claims, accusations, doubt, and who counts as an authority."""


def listed(words: str) -> frozenset[str]:
    """Return the words of a table.

    >>> sorted(listed("killed shot"))
    ['killed', 'shot']
    """
    return frozenset(words.split())


DEEDS = listed(
    """
    kill killed killing murder murdered murdering assassinated assassinating massacred massacring executed executing
    kidnapped kidnapping kidnaped abducted abducting attacked attacking ambushed ambushing bombed bombing wounded
    wounding injured injuring tortured torturing destroyed destroying shot detonated detonating burned burnt burning
    robbed robbing raided raiding raped raping shelled shelling beheaded blew blown planted placed hurled threw thrown
    launched launching staged staging perpetrated perpetrating committed committing carried carrying slaughtered slain
    dynamited sabotaged blasted mined stormed machine-gunned gunned strafed looted stole seized seizing hijacked
    stabbed poisoned torched intercepted opened damaged damaging exploded set
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
# verbs whose object must be a deed or a weapon: "launched an attack", "placed a bomb"
NEEDS_OBJECT = listed(
    """
    committed committing staged staging perpetrated perpetrating launched launching planted placed hurled threw thrown
    detonated carried carrying
    """
)
DEED_NOUNS = listed(
    """
    attack attacks assassination assassinations murder murders massacre massacres killing killings kidnapping
    kidnappings bombing bombings bomb bombs explosion explosions ambush ambushes crime crimes slaying slayings raid
    raids assault assaults abduction abductions death deaths action actions operation operations execution executions
    blast blasts shooting shootings sabotage rockets rocket grenade grenades dynamite charges mine mines violence
    offensive explosive explosives incident incidents hijacking arson robbery atrocity atrocities car-bomb
    """
)
CLAIMS = listed("claim claims claimed claiming assumed assumes accepted accepts acknowledged took taken takes admitted")
CLAIMED_THINGS = listed("responsibility credit authorship")
ADMITS = listed(
    "admitted admits admitting acknowledged acknowledges confessed confesses confessing boasted accepted conceded"
)
BLAMES = listed("blame blamed blames blaming")
ACCUSES = listed("accuse accused accuses accusing charged denounced denounces denouncing")
ATTRIBUTES = listed("attributed attributes attribute attributing ascribed imputed")
HOLDS = listed("hold holds held holding consider considers considered considering deemed")
SUSPECTS = listed("suspect suspected suspects believe believed believes thought presumed assumed implicated linked")
ALLEGED = listed("alleged suspected presumed supposed accused reputed purported")
ADVERBS_OF_SUSPICION = listed("allegedly apparently presumably reportedly supposedly purportedly seemingly")
DOUBT = listed("possibly perhaps maybe may might could probably likely unclear unknown whether if rumored rumoured")
DENIES = listed("denied denies deny denying disclaimed rejected repudiated ruled not never no neither without didn't")

AUTHORITIES = listed(
    """
    police policemen army military authorities authority official officials government minister ministry president
    presidential court judge judges prosecutor prosecutors attorney colonel general commander commanders battalion
    brigade garrison security intelligence chief guard governor mayor officer officers lieutenant captain major
    sergeant soldiers troops forces cabinet department detachment inspector sheriff magistrate investigators
    investigator detectives navy marines gendarmerie officially premier secretary ambassador embassy administration
    copren das dijin
    """
)

# words that no actor's name goes on behind, to the right of "by"
STOPS_RIGHT = listed(
    """
    who which that in on at when while as for to from during after before with was were has have had is are be been
    will would could may might because since until but although though under near inside outside against into
    including said says told whose if then where through not also yesterday today tonight last this early using
    who's by so about according upon throughout around along following
    """
)
# words that no actor's name goes on before, to the left of its verb
STOPS_LEFT = listed(
    """
    that when while where because since after before but although though and or if as said says reported added told
    announced stated claimed noted indicated according by for with during who which whom whose then however meanwhile
    today yesterday was were had has have is are be been to against
    """
)
AUXILIARIES = listed(
    """
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
    it this that there they he she we i you one what which who people persons person bullet bullets gunfire fire mistake
    means accident bomb bombs explosion way force clash clashes others it's hand someone anyone nobody phone telephone
    others dawn noon a the two three four five six several some many another
    """
)
