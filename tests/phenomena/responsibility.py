"""Who is said to have done a deed: text, what must be found (actor = standing, holder), and why.

``expected`` holds "actor = standing" or "actor = standing by holder", parted by semicolons; an empty text says that
nothing is to be found.
"""

from typing import NamedTuple


class Row(NamedTuple):
    """One phenomenon."""

    text: str
    expected: str
    reason: str


ROWS = [
    # claims
    Row(
        "The Salt Front claimed responsibility for the bomb in Arlen.",
        "The Salt Front = claimed by The Salt Front",
        "a claim",
    ),
    Row(
        "The Salt Front, which on 5 May claimed responsibility for the bomb, is banned.",
        "The Salt Front = claimed by The Salt Front",
        "a date between which and its verb",
    ),
    Row(
        "Responsibility for the attack was claimed by the Quarry League.",
        "the Quarry League = claimed by the Quarry League",
        "the passive",
    ),
    Row(
        "The killing of the two clerks was claimed by a group called the Reed Brothers.",
        "a group called the Reed Brothers = claimed by a group called the Reed Brothers",
        "a deed is claimed",
    ),
    Row("The army admitted that it had killed the miners.", "The army = claimed by The army", "an admission"),
    Row("Nobody has claimed responsibility for the attack.", "", "nobody is not an actor"),
    Row(
        "The Salt Front denied responsibility for the attack.", "The Salt Front = denied by The Salt Front", "a denial"
    ),
    Row("The Salt Front did not claim responsibility for the attack.", "", "no claim"),
    Row("She claimed responsibility for the budget.", "", "no act of violence"),
    # accusations
    Row("The minister blamed the Salt Front for the bomb.", "the Salt Front = accused by The minister", "blame"),
    Row("The bomb was blamed on the Salt Front.", "the Salt Front = accused", "blame on, by nobody named"),
    Row(
        "Ada Quill accused the soldiers of killing two miners.", "the soldiers = accused by Ada Quill", "an accusation"
    ),
    Row("Three officers were accused of murder.", "Three officers = accused", "the passive"),
    Row(
        "The police attributed the attack to the Quarry League.",
        "the Quarry League = accused by The police",
        "attributed to",
    ),
    Row(
        "The villagers hold the army responsible for the massacre.",
        "the army = accused by The villagers",
        "held responsible",
    ),
    Row("Alleged Front members killed the mayor.", "Alleged Front members = accused", "alleged"),
    Row("The mayor was killed, apparently by Front fighters.", "Front fighters = accused", "apparently"),
    Row("Police suspect the Salt Front of the murder.", "the Salt Front = accused by Police", "suspect"),
    Row("The minister blamed the opposition for the deficit.", "", "no act of violence"),
    Row("Quill accused the mayor of hiding the report.", "", "no act of violence"),
    # possibilities
    Row("The mayor may have been killed by soldiers.", "soldiers = possible", "may"),
    Row("It is not clear whether the army killed the mayor.", "the army = possible", "whether"),
    Row(
        "They did not rule out the possibility that soldiers killed the mayor.", "soldiers = possible", "not ruled out"
    ),
    # told without reserve
    Row("Two miners were killed by soldiers in Arlen.", "soldiers = asserted", "by"),
    Row("Salt Front fighters ambushed a convoy near Arlen.", "Salt Front fighters = asserted", "a subject"),
    Row("The League carried out the attack on the garrison.", "The League = asserted", "carried out an attack"),
    Row("An attack by the League left two dead.", "the League = asserted", "a noun with by"),
    Row(
        "The mayor was killed, according to the prosecutor, by the Reed Brothers.",
        "the Reed Brothers = asserted by the prosecutor",
        "according to, inside the clause",
    ),
    Row("The army did not kill the mayor.", "The army = denied", "negated"),
    Row(
        "The mayor was killed by Rising Reed fighters.", "Rising Reed fighters = asserted", "a name that begins in -ing"
    ),
    Row(
        "The “Reed Brothers” claimed credit for the two actions.",
        "The “Reed Brothers” = claimed by The “Reed Brothers”",
        "credit for actions",
    ),
    Row("Front fighters attacked army positions near Orin.", "Front fighters = asserted", "an attack on an army"),
    # nobody did it
    Row("The earthquake killed 40 people.", "", "an earthquake is no actor"),
    Row("Three people were killed by a storm.", "", "a storm is no actor"),
    Row("The candidate attacked her opponent in the debate.", "", "an attack in words"),
    Row("The team shot down the idea.", "", "shot down in words"),
    Row("The bill was killed by the committee.", "", "killed in words, by nobody who kills"),
    Row("Two farmers were wounded by falling debris.", "", "a thing does no deed"),
    Row("The army denied it, blaming a technical fault.", "", "a cause is nobody"),
    Row("A wounded boy was taken to the hospital after the attack.", "", "an adjective"),
    Row("He was killed in the attack on Monday.", "", "nobody is named"),
    Row("The two were killed by mistake.", "", "a manner"),
    Row("", "", "an empty text"),
    # words for it that are neither verbs of the deed nor claims
    Row(
        "On 10 March alleged Front members murdered four miners.", "alleged Front members = accused", "a date before it"
    ),
    Row(
        "Nobody was hurt in the attack, for which the rebels are being held responsible.",
        "the rebels = accused",
        "held responsible by nobody named",
    ),
    Row(
        "The government and the armed forces are responsible for the massacre.",
        "the armed forces = accused; The government = accused",
        "two who are responsible",
    ),
    Row("He holds the belief that the army was guilty of the murders.", "", "a belief that no attribution holds"),
    Row("The attack was the work of the Salt Front.", "the Salt Front = asserted", "the work of"),
    Row("The attack was a crude manoeuvre by the army.", "the army = asserted", "a manoeuvre by"),
    Row("The murderers of the priests were members of the army.", "members of the army = asserted", "murderers were"),
    Row("The possible participation of the Front in the murder.", "the Front = possible", "possible participation"),
    Row("Soldiers were the ones who murdered the priests.", "Soldiers = asserted", "the ones who"),
    Row(
        "Three members of the gang were arrested in connection with the attack.",
        "Three members of the gang = accused",
        "arrested",
    ),
    Row("Two officers were involved in the murder.", "Two officers = accused", "involved"),
    Row(
        "In the opinion of the Arlen police, the explosion was organized by the Salt Front.",
        "the Salt Front = accused by the Arlen police",
        "in the opinion of",
    ),
    Row(
        "Marn accused the Front of being responsible for the attack.", "the Front = accused by Marn", "accused of being"
    ),
    Row("The fighters have committed a serious crime by abandoning the campaign.", "", "a crime that is no violence"),
    Row("The fighters committed a crime by killing the priests.", "The fighters = asserted", "a crime that is"),
    # who blames whom
    Row(
        "The ministry denied that its forces had a part and blamed the Salt Front for the bombing.",
        "the Salt Front = accused by The ministry",
        "“and blamed” goes on telling of who denied",
    ),
    Row(
        "The army and the Salt Front blamed each other for the shelling of the market.",
        "the Salt Front = accused by The army; The army = accused by the Salt Front",
        "each other: two accusations",
    ),
    Row(
        "The army, the militia and the police blamed each other for the massacre.",
        "",
        "of three, who blames whom is not told",
    ),
    Row("The regiment fired six shells from the ridge.", "The regiment = asserted", "what is fired makes the deed"),
    Row("Brenner fired 300 workers after the attack.", "", "to fire workers is no violence"),
    Row("Officers beat Oren Dall to death.", "Officers = asserted", "to death"),
    Row("The army beat the police in a match after the attack.", "", "to beat in a match is no violence"),
    # who goes on telling, lists, and what authorities do
    Row(
        "The army denied any part in the attack and, instead, blamed the Salt Front.",
        "the Salt Front = accused by The army",
        "the subject of the first verb blames",
    ),
    Row(
        "The minister condemned the murder of six priests, and he blamed the Salt Front for it.",
        "the Salt Front = accused by The minister",
        "he is the subject of the first verb",
    ),
    Row(
        "We blame the Harbour Alliance, the regime of President Marn, and its armed forces for this murder.",
        "the Harbour Alliance = accused by We; the regime of President Marn = accused by We; "
        "its armed forces = accused by We",
        "all of a list are blamed",
    ),
    Row(
        "The union accused death squads run by the Orinian army through the Information Department of the attack.",
        "death squads run by the Orinian army = accused by The union",
        "whose the squads are belongs to the party",
    ),
    Row(
        "The mayor was killed by another guerrilla column, also belonging to the Salt Front.",
        "another guerrilla column, also belonging to the Salt Front = asserted",
        "to whom the column belongs",
    ),
    Row(
        "Four members of the Reed Gang were arrested for the murder.",
        "Four members of the Reed Gang = accused",
        "an arrest for a deed",
    ),
    Row(
        "Two soldiers were detained because of their suspected involvement in the killing of the priests.",
        "Two soldiers = accused",
        "a suspicion is why they are held",
    ),
    Row(
        "Police arrested three members of the Reed Gang over the bombing.",
        "three members of the Reed Gang = accused by Police",
        "who arrests is named",
    ),
    Row("Lieutenant Orin was convicted of the murder.", "Lieutenant Orin = asserted", "a court found so"),
    Row("Four members of the Reed Gang were arrested for fraud.", "", "no act of violence"),
    Row(
        "At 0620 Salt Front cells placed dynamite sticks in four shops.",
        "Salt Front cells = asserted",
        "the hour before the actor",
    ),
    Row(
        "The judge was killed in the U.S. Embassy by the Reed Gang.",
        "the Reed Gang = asserted",
        "the point of an abbreviation ends nothing",
    ),
    Row(
        "A court in Arlen convicted Lieutenant Orin of killing two miners.",
        "Lieutenant Orin = asserted by A court in Arlen",
        "which court is named",
    ),
    Row(
        "Police detained dozens of protesters in the capital after clashes in which two officers were wounded.",
        "",
        "held after a deed, not for it",
    ),
    Row("The army arrested 20 people during a raid on the village.", "", "the raid is theirs who arrest"),
    Row(
        "Officials arrested in connection with the shipwreck said nothing about deaths.",
        "",
        "the deaths stand in what they said",
    ),
    Row(
        "Government forces said on Saturday they had killed 85 rebels.",
        "Government forces = claimed by Government forces",
        "they are those who speak",
    ),
    Row("The army said it had not shelled the town.", "The army = denied by The army", "a denial of one's own deed"),
    Row("Villagers said they had killed 12 people.", "", "they may be others than the villagers"),
    Row(
        "The Front admitted for the first time that its fighters had shelled the school.",
        "The Front = claimed by The Front; its fighters = asserted",
        "what is admitted stands behind that",
    ),
    Row(
        "ARLEN, 20 May 2022 (Salt Post) - A court on Monday convicted Ada Orin of the murder.",
        "Ada Orin = asserted by A court",
        "a dateline names nobody",
    ),
    Row(
        "A 29-year-old man was charged on Friday with the murder of four people.",
        "A 29-year-old man = accused",
        "a day between charged and with",
    ),
    Row(
        "The Northern Dawn said on Sunday it had carried out last week's attack on the market.",
        "The Northern Dawn = claimed by The Northern Dawn",
        "it is the one that speaks",
    ),
    Row("The group said it was behind the attack.", "The group = claimed by The group", "it was behind it"),
    Row(
        "She acquitted him of membership of the Northern Dawn, which had said it ordered the attack.",
        "the Northern Dawn = claimed by the Northern Dawn",
        "an object before the antecedent",
    ),
    Row("The bank said it had executed the order.", "", "a bank is no armed side"),
    Row("Villagers said they were behind the killing.", "", "they may be others"),
    # who did nothing: another sense of the same words
    Row("The raiders and soldiers also exchanged gunfire at the market after the bombing.", "", "a fight with both"),
    Row("Dead Suspect In Arlen Bombing Named As Local Baker.", "", "a headline"),
    Row("Hide Caption 3 of 9 Photos: Attack in Arlen Rebels shelled the market.", "", "a caption"),
    Row("Did the army kill the mayor?", "", "a question"),
    Row("Marn has not even ordered an attack on Orin.", "Marn = denied", "not even ordered"),
    Row("Snipers fired shells at a van used by the aid group.", "Snipers = asserted", "used by, not shot by"),
    Row("Thousands stayed indoors as ordered by police after the bombing.", "", "an order that is no deed"),
    Row(
        "The father of the two suspects in the bombing flew to Arlen with police.", "", "a suspect's father, and a noun"
    ),
    Row("Their destination may have been Orin City after the bombing.", "", "where to, not who"),
    Row("The minister stopped short of accusing the army of the massacre.", "", "an accusation not made"),
    Row("The general declined to blame the Front for the bombing.", "", "an accusation declined"),
    Row("Marn said there is no proof yet that the army was involved in the attack.", "", "no proof that"),
    Row("The note does not mean the Front planned the attack.", "", "it does not mean that"),
    Row("If the Front shelled Arlen, the council would have to act.", "", "a condition"),
    Row("The Front would shell Arlen if the talks fail, the bombing showed.", "", "a plan"),
    Row("Officers nearly killed a boy in the raid.", "", "a deed that did not come"),
    Row("The council will hold the Front responsible for any attack.", "", "a warning"),
    Row("Guards were told to prevent attacks by the Front.", "", "attacks that may come"),
    Row("Marn told the general to prepare for an attack and ordered the guard to act.", "", "an order to act"),
    Row("The speaker blamed the president's rhetoric for the shooting.", "", "words did nothing"),
    Row("An Orinian airstrike killed a cook in Arlen.", "", "a strike is no actor"),
    Row("A van attack on an Arlen bakery killed four people.", "", "an attack is no actor"),
    Row("The 2015 attack on a bakery in Arlen, Orin, which killed nine, was recalled.", "", "a place is no actor"),
    Row("It told of murderers in Arlen and Orin who killed nine people.", "", "places behind “in”"),
    Row("Those killed in the bombing included two clerks.", "", "the dead"),
    Row("The other clerks killed Sunday in the bombing were named.", "", "the dead, by day"),
    Row("It was unclear why Marn killed himself after the shooting.", "", "his own death"),
    Row("The clerk was killed near the inn he was traced to by officers.", "", "traced by, not killed by"),
    Row("The Capitol Occupied Square, where the shooting was, is closed.", "", "a verb in a name"),
    Row("The Reed Gang, linked to the Front, was named after the killing.", "", "linked to a party, not to a deed"),
    Row("Marn shot back that the murder was the council's business.", "", "shot back in words"),
    Row("Farmers are routinely killed by soldiers in such raids.", "", "no one deed"),
    Row("Quill said the bomb was no cause for accusing the council of hiding the attack.", "", "what is hidden"),
    Row("The theory that the army planted the bomb is old.", "", "a theory"),
    Row("A man was arrested and the body of the suspected gunman found after the attack.", "", "a body accuses nobody"),
    Row("The chief admitted the attack bore the marks of the Front.", "", "what is admitted is no deed of his"),
    Row("The chief conceded that he could not say where the attacks were planned.", "", "he concedes not to know"),
    # and who did: the phrase and who says so
    Row(
        "Two men, who fled at dawn, are suspected of planting the bomb.",
        "Two men = accused",
        "suspected behind a clause",
    ),
    Row("The Dall brothers are suspected in the killing of a clerk.", "The Dall brothers = accused", "suspected in"),
    Row("Marn admitted firing shells by mistake at the ship that sank.", "Marn = claimed by Marn", "admitted firing"),
    Row(
        "Forces loyal to Mr. Marn shelled Arlen last week.",
        "Forces loyal to Mr. Marn = asserted",
        "whose forces they are",
    ),
    Row("The market was shelled by forces loyal to Marn.", "forces loyal to Marn = asserted", "the same behind “by”"),
    Row("A clerk was shot by a police officer Tuesday.", "a police officer = asserted", "the day is not the officer"),
    Row(
        "Shops were attacked by a lone gunman and lit candles stood there.", "a lone gunman = asserted", "“and” goes on"
    ),
    Row("A radicalized baker killed two guards.", "", "who is told only by a trade that no table has is left out"),
    Row("Ada Orin and Dana Marn killed two guards.", "Dana Marn = asserted; Ada Orin = asserted", "both of two names"),
    Row(
        "ARLEN (Salt Post) The two suspects accused of carrying out the bombing were silent.",
        "The two suspects = accused",
        "a dateline in brackets",
    ),
    Row(
        "A spokesman for the Salt Front has claimed responsibility for the bombing.",
        "the Salt Front = claimed by the Salt Front",
        "who speaks for it",
    ),
    Row(
        "The Ministry of Rails has accused the Dall regime of an attack with gas on the town.",
        "the Dall regime = accused by The Ministry of Rails",
        "the deed is not the name",
    ),
    Row(
        "A group with no ties to the Salt Front claimed responsibility for the bombing.", "", "the Front did not claim"
    ),
    Row("The police have not verified claims that the Front was behind the bombing.", "", "claims not verified"),
    Row("Guards came in case of attacks by the Front.", "", "attacks that may come, in case of"),
    Row("Marn committed suicide during the attack.", "", "a suicide"),
    Row(
        "(Salt Post) The Quarry League claimed responsibility for the bomb.",
        "The Quarry League = claimed by The Quarry League",
        "a dateline in brackets before a name",
    ),
    Row(
        "They asked whether the gunmen who attacked the shop met Marn in Orin.",
        "the gunmen = asserted",
        "what is open is whether they met",
    ),
    Row(
        "Orin considers the Front, which has killed hundreds of clerks, a danger.",
        "the Front = asserted",
        "the verb before the name",
    ),
    Row("On that day 19 Salt Front terrorists killed nine clerks.", "19 Salt Front terrorists = asserted", "a day"),
    Row(
        "The Salt-linked group attacked a market in Arlen after the bombing.", "The Salt-linked group = asserted", "one"
    ),
    Row(
        "The council accused “bandits” of firing on the bomb experts.",
        "bandits = accused by The council",
        "firing on",
    ),
    Row("Marn, whom the council has accused of war crimes, left.", "", "the council accuses, and is not accused"),
    Row("They named a man in the attack at the station, which killed nine.", "", "the attack killed"),
    Row("Clerks are twice as likely to be shot to death by officers in a raid.", "", "what is likely"),
    Row("Officers involved in shootings were heard.", "", "no one deed"),
    Row("The mayor was not yet convinced that the army was behind the attack.", "", "not convinced"),
    Row("Quill spoke of the possibility of a new attack by the Front.", "", "an attack that may come"),
    Row(
        "A clerk was killed by Dana Marn and a cook was hurt.", "Dana Marn = asserted", "what “and” joins has its verb"
    ),
    Row("Marn may be linked to the bomb that went off.", "Marn = possible", "may be linked"),
    Row("It was not definitive that the Front was behind the attack.", "", "not definitive"),
    Row("The blast set off new claims that the army shelled Arlen.", "", "claims by nobody named"),
    Row("Marn blasted the mayor after the murder trial.", "", "blasted in words"),
    Row("They believe the Front shelled the market.", "", "believed by somebody whom no attribution names"),
    Row(
        "It was the first time the Front had claimed responsibility for a bombing.",
        "the Front = claimed by the Front",
        "the time is no name",
    ),
    Row("The probability of being shot by soldiers in a raid is small.", "", "a reckoning"),
    Row("Marn had no fear that he would be caught or killed by soldiers.", "", "what would be"),
    Row(
        "Marn declined to charge officers who killed a clerk.", "officers = asserted", "the verb before is not the name"
    ),
    Row(
        "CLOSE A lone assailant stabbed two clerks.",
        "A lone assailant = asserted",
        "a button's word before the sentence",
    ),
    # words of violence in another sense
    Row("The senate killed the tax bill after the murder of a clerk.", "", "a bill is killed in words"),
    Row("Marn executed a clear plan after the killing of a clerk.", "", "a plan is executed"),
    Row("The plan being executed by Marn followed the bombing.", "", "a plan is executed by somebody"),
    Row("Marn stabbed the mayor in the back after the murder.", "", "in the back"),
    Row("Marn said that Ada Orin “hijacked” the talks after the bombing.", "", "in quotation marks alone"),
    Row("Soldiers seized the opportunity after the bombing.", "", "an opportunity is seized"),
    Row("Police seized 40 rifles and a mortar in Arlen.", "", "a search"),
    Row("Police staged raids across Arlen.", "", "a search, in which nobody came to harm"),
    Row("The army raided Arlen and killed two clerks.", "The army = asserted", "a raid in which people came to harm"),
    Row("Orin launched a rocket last year.", "", "no aim is told"),
    Row("Orin fired a test missile that broke up.", "", "a test"),
    Row("Orin launched a rocket at Arlen.", "Orin = asserted", "an aim"),
    Row("The army shot down a test balloon.", "", "a balloon"),
    Row("Protesters burned Orinian flags and shelled nobody.", "", "flags"),
    Row("Marn ordered an inquiry into the attack.", "", "what is ordered is no deed"),
    Row("The ministry said it planned to double the number of soldiers.", "", "planned to, no deed"),
    Row("The mayor was under attack by council members after the bombing.", "", "under attack, in words"),
    Row("Marn acknowledged the killing was the reason.", "", "what is acknowledged is another thing"),
    Row("The ministry took responsibility for helping children after the bombing.", "", "a task"),
    Row("The minister took responsibility for the deaths.", "", "the responsibility of an office"),
    Row(
        "The rebels claimed responsibility for placing a bomb.", "The rebels = claimed by The rebels", "a deed in -ing"
    ),
    Row("The council charged Dana Marn with character assassination.", "", "an idiom"),
    Row("The clerk was convicted of making threats of violence.", "", "a threat is no deed"),
    Row("Marn was convicted of lying, which led to the murder.", "", "no violence"),
    Row("A clerk was arrested for carrying a concealed weapon.", "", "no violence"),
    Row(
        "Marn was accused of doing little to stop the attack, and never charged with a crime.", "", "what was not done"
    ),
    Row("Marn accused the council of knowingly hiding the report of the attacks.", "", "another verb behind an adverb"),
    Row("Marn accused the council of hypocrisy on violence.", "", "the deed is not what it is accused of"),
    Row("Orin blamed hatred on many sides for the violence.", "", "what is blamed on whom is not told"),
    # kinds of deeds, reckonings, storms
    Row("The law is about crimes committed by immigrants.", "", "a kind of crime by a kind of people"),
    Row("Nobody expects clerks to hide after an attack by hooded terrorists.", "", "any such attack"),
    Row("Marn encourages violence by his followers.", "", "what may come"),
    Row("The number of clerks killed by police rose.", "", "statistics"),
    Row("Police killed young clerks at higher rates than old ones.", "", "statistics told by a verb"),
    Row("A bombing by the Salt Front could change that.", "", "may come"),
    Row("More clerks have committed murders than guards.", "", "a reckoning"),
    Row("No clerk has carried out an attack in Arlen.", "", "nobody has"),
    Row(
        "A series of attacks by Salt Front fighters alarmed Arlen.",
        "Salt Front fighters = asserted",
        "attacks that were",
    ),
    Row(
        "Two clerks were killed in an attack by hooded terrorists.",
        "hooded terrorists = asserted",
        "an attack that was",
    ),
    Row("Hurricane Ada hit Arlen. Ada killed 60 people.", "", "a storm has a person's name"),
    # clauses that are not told
    Row("The court will hear that soldiers killed the clerk.", "", "yet to be said"),
    Row("If an inquiry shows the clerk was killed by soldiers, Marn goes.", "", "a condition"),
    Row("The report does not conclude that the army killed the clerk.", "", "not concluded"),
    Row("It would be the first time a Front fighter has killed a clerk.", "", "what would be new"),
    Row("They spoke of a scenario where a bombing is blamed on the Front.", "", "a scenario"),
    Row("Asked whether one side was responsible for the murder, he left.", "", "what is asked"),
    Row("The ministry kept the bus from being hijacked by rebels.", "", "kept from it"),
    Row("They rejected reports that the army shelled Arlen.", "", "reports by nobody named"),
    Row("The accusation, made in a letter to the court, that Marn killed the clerk stands.", "", "whose accusation?"),
    Row("“Is there proof that Marn killed the clerk?” asked the judge who left.", "", "a question in a sentence"),
    Row("He was attacked, the police said, after a killing and a plea by Dana Marn.", "", "the plea is by her"),
    # phrases in full
    Row("Arlen, Or., police shot a clerk.", "Arlen, Or., police = asserted", "the place whose police it is"),
    Row("A calm, old man killed two clerks.", "A calm, old man = asserted", "two adjectives"),
    Row("Nearly 8,500 soldiers killed clerks in Arlen.", "Nearly 8,500 soldiers = asserted", "a number with a comma"),
    Row("The same day Marn killed a clerk.", "Marn = asserted", "a day before the name"),
    Row("Sadly many of the gunmen attacked clerks.", "many of the gunmen = asserted", "an adverb before the phrase"),
    Row(
        "An attack by Orinian backed militia left two dead.", "Orinian backed militia = asserted", "whose militia it is"
    ),
    Row("The murder by police officers of Ada Marn was filmed.", "police officers = asserted", "whom they killed"),
    Row(
        "The leader of a militia that attacked Arlen spoke after the bombing.",
        "a militia = asserted",
        "“that” is a thing",
    ),
    Row(
        "Police arrested six members of right-wing groups for the murder.",
        "six members of right-wing groups = accused by Police",
        "an adjective in -ing",
    ),
    Row("He cut taxes, rebuilt the army, destroyed the rebels and won after the bombing.", "", "a list of verbs"),
    Row("Protesters in Arlen, on Monday, waved signs, burned a barracks and left.", "", "a list behind a place"),
    Row("Jared Dall killed two clerks.", "Jared Dall = asserted", "a name in -ed"),
    Row("Ada Marn, killed 12 years ago, was a clerk.", "", "she did not kill"),
    Row("Dana Dall, a clerk shot 41 times, lived.", "", "the clerk did not shoot"),
    Row("The headline “Ada Marn shot dead” was false.", "", "a headline inside a sentence"),
    # whose saying
    Row(
        "The bureau's conclusion that rebels killed the clerk stands.",
        "rebels = asserted by The bureau's conclusion",
        "the noun says whose",
    ),
    Row("The attacks are believed to have been carried out by rebels.", "rebels = accused", "believed to have been"),
    Row("The mayor was killed on 3 May by rebels.", "rebels = asserted", "May is a month"),
    Row("The murder of Ada Marn by soldiers was filmed.", "soldiers = asserted", "whom stands between deed and “by”"),
    Row("The murder of a clerk was condemned by soldiers.", "", "“by” belongs to another verb"),
    Row("Ramos left Arlen, O.R. Marn is accused of murder.", "Marn = accused", "an abbreviation that ends a sentence"),
    Row("A clerk reportedly killed fighting for the Front was named.", "", "the clerk is dead"),
    Row("Relatives of those gunned down in Arlen wept.", "", "those are dead"),
    Row("The IT contractor killed two clerks.", "The IT contractor = asserted", "IT is no pronoun"),
    Row("In such cases the Front usually claimed responsibility for an attack.", "", "a habit"),
    Row("Friends of the man who killed two clerks wept.", "the man = asserted", "his friends did not"),
    Row("More clerks have been killed by old men than by rebels.", "", "a reckoning in the passive"),
    Row("The bombing set off the closing of schools by the council.", "", "set off in words"),
    Row("A video shot by miners showed the killing.", "", "a film"),
    Row("Buck blamed the letter on a clerk after the death.", "", "a letter is no deed"),
    Row("Buck blamed the bombing on the Front.", "the Front = accused by Buck", "a deed is blamed on somebody"),
    Row(
        "Marn rejected the accusations made by the Front that the clerk had been killed by soldiers.",
        "soldiers = denied",
        "an accusation that is rejected",
    ),
    Row("The Front, which has detonated about 20 bombs, is banned.", "The Front = asserted", "about how many"),
    Row(
        "Marn rejected contentions by Orin that rebels were responsible for the attack.",
        "rebels = denied",
        "a contention that is rejected",
    ),
    Row(
        "A clerk who was kidnapped in Arlen, presumably by rebels of the Front, is free.",
        "rebels of the Front = accused",
        "told in passing of one",
    ),
    Row(
        "The kidnappers, who are said to be members of the Front, fled after the bombing.",
        "members of the Front = accused",
        "said to be",
    ),
    Row("They asked for the names of the people involved in the murder.", "", "names did nothing"),
    Row(
        "The aid ends if an inquiry shows that an “Orinian clerk” was “murdered” by soldiers.",
        "",
        "a condition, quoted",
    ),
    Row("Neither the Front nor any other group has claimed responsibility for the murder.", "", "claimed by neither"),
    Row("Neither the army nor the police killed the clerks.", "", "done by neither"),
    Row("Leaflets claiming responsibility for the murder were found.", "", "a leaflet claims nothing of itself"),
    Row(
        "Marn held the Front directly responsible for the killing of the judge.",
        "the Front = accused by Marn",
        "an adverb before responsible",
    ),
    Row(
        "Marn implicated members of the army in the murder of six clerks.",
        "members of the army = accused by Marn",
        "implicated in, behind of",
    ),
    Row(
        "This is the foreign minister of a country that killed a clerk.", "a country = asserted", "that is the country"
    ),
    Row("He met the families of people killed by such migrants.", "", "such people are a kind"),
    Row("New witnesses will emerge to cry that they were shot by Marn.", "", "what may be cried"),
    Row(
        "Marn, in his remarks, never mentions the murders committed by some of these officers.",
        "some of these officers = asserted",
        "he does not say it",
    ),
    Row("Marn did not confirm that rebels killed the clerks.", "", "not confirmed"),
]
