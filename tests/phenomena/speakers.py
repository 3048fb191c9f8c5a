"""Who is meant: texts with sources in [[brackets]], and the speaker that each source must resolve to.

A speaker is written as its name, or None where it must stay open. All names and places are invented.
"""

from dataclasses import dataclass


@dataclass(frozen=True)
class Row:
    """A text, the speakers of its bracketed sources in order as (kind, name), and what the row shows."""

    text: str
    speakers: tuple[tuple[str, str] | None, ...]
    reason: str


def _row(reason: str, text: str, *speakers: tuple[str, str] | None) -> Row:
    return Row(text, speakers, reason)


OKORO = ("person", "Ines Okoro")
OSTLER = ("person", "Marcus Ostler")

ROWS = (
    _row(
        "a headline in brackets inside a paragraph names nobody anew",
        "Port secretary Ines Okoro left early. (RELATED: NTSB Calls Ferry Story ‘Misleading,’ Says Okoro Pushed Crew"
        " Onto Wrong Pier) [[Okoro]] said she was ill. [[The NTSB]] said no more.",
        OKORO,
        ("organisation", "NTSB"),
    ),
    _row(
        "a sentence full of names is no headline",
        "Port and Harbour Affairs Secretary Oxa Lund took aim at Rear Admiral Dunstan Vell as he was still speaking in"
        " Vail Hall.\n\n[[Lund]] said it was late.",
        ("person", "Oxa Lund"),
    ),
    _row(
        "a noun before closing marks tells nothing of the name behind them",
        "“Get off this site,” [[Marcus Ostler]] said to one reporter. “Go,” [[he]] said to another.",
        OSTLER,
        OSTLER,
    ),
    _row(
        "a participle at the head of a sentence is no part of a name",
        "Oxa Lund came first. “Backing Oxa Lund was wrong,” he wrote. [[Lund]] said the vote was fair.",
        ("person", "Oxa Lund"),
    ),
    _row(
        "who is written to is a person, not a place",
        "Critics of Okoro met. A letter from Okoro lay there. [[Okoro]] said nothing new.",
        ("person", "Okoro"),
    ),
    _row(
        "a surname with a particle is a part of the full name",
        "Greta Van Ostrom came late. [[Van Ostrom]] said the road was shut. Emil d’Aubin agreed. [[d'Aubin]] said so.",
        ("person", "Greta Van Ostrom"),
        ("person", "Emil d’Aubin"),
    ),
    _row(
        "a war, an operation and a prize are nobody",
        "[[World War II]] showed it. [[Operation Warm Tide]] showed it again. [[Grand Tide Prize]] showed nothing.",
        ("organisation", "World War II"),
        ("organisation", "Operation Warm Tide"),
        ("organisation", "Grand Tide Prize"),
    ),
    _row(
        "two people with what they are are two people",
        "[[Harbour chief Marcus Ostler and Tide Party founder Ines Okoro]] want the pier open.",
        ("group", "Ines Okoro and Marcus Ostler"),
    ),
    _row(
        "an acronym with full stops keeps its last one",
        "[[The U.N.]] said the harbour was shut.",
        ("organisation", "U.N."),
    ),
    _row(
        "capitals are no acronym where the text also writes the name small",
        "OSTLAND: It leans. Ostland spoke for an hour. [[OSTLAND]] said more.",
        ("person", "OSTLAND"),
    ),
    _row(
        "a given name may be a surname, and what takes “it” is no person",
        "[[Oxa Peter, the owner,]] left. Norda said it would close. [[Norda]] said more.",
        ("person", "Oxa Peter"),
        ("organisation", "Norda"),
    ),
    _row(
        "an adverb at the head of a sentence is nobody",
        "Separately, [[a tired nurse]] said no. [[Proponents]] said yes.",
        ("unnamed", "a tired nurse"),
        ("unnamed", "Proponents"),
    ),
    _row(
        "whoever is apposed is the person, not the state the person is from",
        "[[The chief prosecutor, California congressman Ines Okoro,]] said no. In Vail, Wisconsin, [[the president]]"
        " said more.",
        OKORO,
        ("unnamed", "the president"),
    ),
    _row(
        "a title may be a surname",
        "Ines King, R-Vail, came. [[King]] said no. [[Republican Lower Vail Rep. Peter Bishop]] said yes.",
        ("person", "Ines King"),
        ("person", "Peter Bishop"),
    ),
    _row(
        "an office with “and” in it is one person's",
        "[[Acting U.S. Harbours and Immigration Services Director Ines Okoro]] said no.",
        OKORO,
    ),
    _row(
        "thousands are nobody, nor are those who defend a law, nor “the Norden Republican”",
        "[[Thousands of drivers in Vail]] left. [[Those defending DOPA]] stayed. [[The Texas Republican]] slept.",
        ("unnamed", "Thousands of drivers in Vail"),
        ("unnamed", "Those defending DOPA"),
        ("unnamed", "The Texas Republican"),
    ),
    _row(
        "a state senator in apposition is the source",
        "[[Another rival, state Sen. Ines Okoro,]] said no. A [[report from the Norden Post]] said yes.",
        OKORO,
        ("document", "report (Norden Post)"),
    ),
    _row(
        "a mask is no body that “it” could mean",
        "The hospital gave a statement on gowns and N-95 masks. “We had gloves,” [[it]] read.",
        None,
    ),
    _row(
        "a body for two things is one",
        "[[A spokeswoman for the Health and Works Inspectorate]] said no. Oxa Lund and the Works Ministry left.",
        ("organisation", "Health and Works Inspectorate"),
    ),
    _row(
        "May is a surname where the text names somebody so, else a month",
        "Theresa May left in May. [[May]] did promise it. On May 3 it rained.",
        ("person", "Theresa May"),
    ),
    _row(
        "bodies with “without” and with an owner of many are whole",
        "[[Rowers Without Oars]] said no. [[The National Women's Tide Center]] said yes.",
        ("organisation", "Rowers Without Oars"),
        ("organisation", "National Women's Tide Center"),
    ),
    _row(
        "an adjective at the head of a sentence issues no data; Will is a name inside one",
        "[[Dire data from the port]] showed it. Nobody liked the rower Will Lund – [[who]] said so.",
        ("document", "Dire data from the port"),
        ("person", "Will Lund"),
    ),
    _row(
        "members and agents are people, whatever body stands before them",
        "[[Vail County Council Member Ines Okoro]] said no. [[FPI Supervisory Special Agent Marcus Ostler]] said yes.",
        OKORO,
        OSTLER,
    ),
    _row(
        "who somebody is may also follow a dash",
        "[[A union leader -- Ines Okoro, a former rower]] said no.",
        OKORO,
    ),
    _row(
        "whom a resolution calls on has not issued it",
        "[[Friday's resolution]] called on Norda Corp to repeat it.",
        ("document", "resolution"),
    ),
    _row(
        "a firm named after two is one",
        "[[Ostler & Ostler]] said that the pier was sound.",
        ("organisation", "Ostler & Ostler"),
    ),
    _row(
        "who follows a dash as it follows a comma",
        "It helps Marcus Ostler — [[who]] called the vote — to go on.",
        OSTLER,
    ),
    _row(
        "the ministry is the one that was a source before",
        "[[The interior ministry]] said no. A dog barked. [[The ministry]] added that it was late.",
        ("organisation", "interior ministry"),
        ("organisation", "interior ministry"),
    ),
    _row(
        "of two ministries neither is the ministry",
        "[[The interior ministry]] said no. [[The defence ministry]] said yes. [[The ministry]] said it was late.",
        ("organisation", "interior ministry"),
        ("organisation", "defence ministry"),
        ("organisation", "ministry"),
    ),
    _row(
        "who spoke in an interview goes on speaking in it, whoever is named in between",
        "[[Marcus Ostler]] denied in an interview that he gave the order.\n\nThe union has accused him. President Hano"
        " Brandvold has called for an inquiry.\n\n“There is no proof that I did,” [[he]] said in the interview.",
        OSTLER,
        OSTLER,
    ),
    _row(
        "where two spoke in interviews, the occasion tells nobody",
        "[[Marcus Ostler]] denied it in an interview.\n\n[[Hano Brandvold]] confirmed it in an interview with the Post."
        "\n\n“I gave no order,” [[he]] said in the interview.",
        OSTLER,
        ("person", "Hano Brandvold"),
        ("person", "Hano Brandvold"),
    ),
    _row(
        "the newspaper is the one publisher named before",
        "He was jailed, the Kestrel Courier reported. According to [[the newspaper]], he will appeal.",
        ("publisher", "Kestrel Courier"),
    ),
    _row(
        "the magazine and its issue are the magazine that was named",
        "The group published its magazine, Al-Dawn. [[The magazine]] claims ten attacks. [[The issue]] says no more.",
        ("publisher", "Al-Dawn"),
        ("publisher", "Al-Dawn"),
    ),
    _row(
        "who has seen a memo did not issue it, and the document is the memo",
        "It leaked, according to [[an internal memo seen by the Vail Gazette]]. [[The document]] gives no date.",
        ("document", "memo"),
        ("document", "memo"),
    ),
    _row(
        "a comma within a number ends no phrase",
        "Sleepers gain, [[study of 12,000 adults]] found.",
        ("document", "study of 12,000 adults"),
    ),
    _row(
        "a journal's name goes on after of",
        "They gain, [[the study, published in the Journal of Tidal Sleep]], found.",
        ("document", "study (Journal of Tidal Sleep)"),
    ),
    _row(
        "a body may be named after its many owners",
        "[[The Karsat Relatives' Committee]] counts nine. [[The People’s Party]] counts three. [[It]] is in exile.",
        ("organisation", "Karsat Relatives' Committee"),
        ("organisation", "People’s Party"),
        ("organisation", "People’s Party"),
    ),
    _row(
        "by whom a report is published is its issuer, whenever that was",
        "The figures are old, according to [[a report published on Monday by the Strait Observatory]].",
        ("document", "report (Strait Observatory)"),
    ),
    _row(
        "figures are a document of the body that they come from",
        "The budget had risen 4 percent, she said, citing [[figures from the Port Authority]].",
        ("document", "figures (Port Authority)"),
    ),
    _row(
        "a surname after the full name",
        "The ferry sank, harbour master [[Ines Okoro]] said. It was overloaded, [[Okoro]] said.",
        OKORO,
        OKORO,
    ),
    _row(
        "where all is in capitals, nouns are no names",
        "[[DIPLOMATIC SOURCES]] SAID THE PRIEST WAS SEEN NEAR THE QUAY OF PORT ALMERIC ON MONDAY. [[PROSECUTORS]] "
        "ASKED FOR RECORDS. [[MARIA OSTLER]] TOLD REPORTERS THAT THE [[NRLF]] HAD LEFT.",
        ("unnamed", "DIPLOMATIC SOURCES"),
        ("unnamed", "PROSECUTORS"),
        ("person", "MARIA OSTLER"),
        ("organisation", "NRLF"),
    ),
    _row(
        "a title of several words is no part of a name",
        "[[Senate Minority Leader Marcus Ostler]] said the line would reopen.",
        OSTLER,
    ),
    _row(
        "a name that a link box repeats",
        "The line will reopen, said [[Ostler Marcus OstlerMinister]].",
        OSTLER,
    ),
    _row(
        "a link box after a title, with the next headline run on",
        "The line will reopen, said [[President Ostler Marcus John OstlerBiden]] vows to pay for it.",
        ("person", "Marcus John Ostler"),
    ),
    _row(
        "a link box that repeats the full name",
        "The line will reopen, said [[Speaker Marcus Ostler Marcus OstlerOkoro]] says no.",
        OSTLER,
    ),
    _row(
        "aides of somebody named are not named",
        "Marcus Ostler left early. [[Ostler’s aides]] said the line would reopen.",
        ("unnamed", "Ostler’s aides"),
    ),
    _row(
        "a middle initial that is spelt like a word",
        "Ines Okoro left early. The call was odd, [[David A. Okoro]] wrote.",
        ("person", "David A. Okoro"),
    ),
    _row(
        "those who work for a candidate are not the candidate",
        "[[Team Ostler]] said the lead would hold. [[Marcus Ostler]] said the count was slow. [[Team Ostler]] agreed.",
        ("organisation", "Team Ostler"),
        OSTLER,
        ("organisation", "Team Ostler"),
    ),
    _row(
        "a surname alone is not short for those who work for its bearer",
        "Team Ostler was calm. The count was slow, [[Ostler]] said.",
        ("person", "Ostler"),
    ),
    _row(
        "a paper that is called after what it writes",
        "The dam broke. The [[Karsat Briefing]] said that the gate had been open.",
        ("organisation", "Karsat Briefing"),
    ),
    _row(
        "a word before a name that begins a sentence",
        "Unlike [[Ostler]], Ines Okoro stayed. Marcus Ostler had left.",
        OSTLER,
    ),
    _row(
        "a word with an inner capital is an organisation's name",
        "The claim is false, [[TideWatch]] said.",
        ("organisation", "TideWatch"),
    ),
    _row(
        "a name in apposition outranks the role before it",
        "[[Almeria’s transport minister, Marcus Ostler,]] said the line would reopen.",
        OSTLER,
    ),
    _row(
        "he and she go to the one whose gender fits",
        "Ines Okoro met Marcus Ostler at the quay. [[He]] said the port was safe. [[She]] said it was not.",
        OSTLER,
        OKORO,
    ),
    _row(
        "he goes on with the source before",
        "“We are counting,” [[Marcus Ostler]] told Peter Lund and others. “It is slow,” [[he]] said.",
        OSTLER,
        OSTLER,
    ),
    _row(
        "two men who fit alike leave he open",
        "Marcus Ostler and Peter Lund came to the quay in the rain. Then [[he]] said the port was safe.",
        None,
    ),
    _row(
        "an acronym in brackets",
        "The Norden Tidal Research Institute (NTRI) runs the gauges. [[NTRI]] said the water rose.",
        ("organisation", "Norden Tidal Research Institute"),
    ),
    _row(
        "an acronym that nobody introduced is read from the capitals",
        "According to [[the Almeric Observatory for Sea Rights]], ten died. [[AOSR]] said the toll may rise.",
        ("organisation", "Almeric Observatory for Sea Rights"),
        ("organisation", "Almeric Observatory for Sea Rights"),
    ),
    _row(
        "the ministry is the one ministry named",
        "[[The Ministry of Harbours]] denied it. The pier held. [[The ministry]] said so twice.",
        ("organisation", "Ministry of Harbours"),
        ("organisation", "Ministry of Harbours"),
    ),
    _row(
        "a spokesman speaks for the organisation",
        "The Ministry of Harbours met. [[A spokesman for the ministry]] said the pier held.",
        ("organisation", "Ministry of Harbours"),
    ),
    _row(
        "a spokesman with a name is himself",
        "[[Peter Lund, a spokesman for the Ministry of Harbours,]] said the pier held.",
        ("person", "Peter Lund"),
    ),
    _row(
        "a spokesman of a person is not that person",
        "[[A spokesman for Ines Okoro]] said the pier held.",
        ("unnamed", "A spokesman for Ines Okoro"),
    ),
    _row(
        "it goes on with the organisation before",
        "[[The Almeric Port Authority]] said nine were missing. [[It]] added that boats were out.",
        ("organisation", "Almeric Port Authority"),
        ("organisation", "Almeric Port Authority"),
    ),
    _row(
        "the report is a document, and its issuer is told",
        "The Norden Tide Institute released a report on Monday. [[The report]] said the sea wall leaked.",
        ("document", "report (Norden Tide Institute)"),
    ),
    _row(
        "another video is another document; the video is the last one",
        "[[One video]] showed smoke. [[Another video]] showed flames. [[The video]] said nothing of the crew.",
        ("document", "video"),
        ("document", "video"),
        ("document", "video"),
    ),
    _row(
        "the narrator is the voice of the recording",
        "The Red Lantern Front published a video on 3 May. As it begins, [[the narrator]] says the faithful stay.",
        ("document", "video (Red Lantern Front)"),
    ),
    _row(
        "he goes on with the narrator who opens the sentence before",
        "The Red Lantern Front published a video. The narrator then blames the weak. “They fled,” [[he]] says.",
        ("document", "video (Red Lantern Front)"),
    ),
    _row(
        "it goes on with the document that opens the sentence before",
        "The Almeric Post was read aloud. Another video, published by Norden Province, is blunt. “Stay,” [[it]] warns.",
        ("document", "video (Norden Province)"),
    ),
    _row(
        "a narrator who speaks is the voice of the recording",
        "The Red Lantern Front published a video with a narrator [[who]] says the faithful stay.",
        ("document", "video (Red Lantern Front)"),
    ),
    _row(
        "a role in the lead is named a little later",
        "The sea wall leaks, [[the harbour master]] said. Harbour master Ines Okoro spoke on the quay.",
        OKORO,
    ),
    _row(
        "a name in apposition after those who are spoken for",
        "[[A lawyer for the ferry company, Ines Okoro,]] said nothing of it.",
        OKORO,
    ),
    _row(
        "an adjective of a faith is no name",
        "They left the Muslim community in Almeric. “Stay,” [[he]] says.",
        None,
    ),
    _row(
        "a plural noun that opens a sentence is no name",
        "The deserters came home: [[Deserters]] want peace.",
        ("unnamed", "Deserters"),
    ),
    _row(
        "a possessive by itself is a name",
        "Ines Okoro spoke. [[Okoro’s]] words were that the wall leaks.",
        OKORO,
    ),
    _row(
        "he goes to whom the sentence before is about, not to the source of the one before that",
        "Marcus Ostler denied it. “Nobody pays,” [[Ostler]] said. Peter Lund laughed at that. “I paid,” [[he]] said.",
        OSTLER,
        ("person", "Peter Lund"),
    ),
    _row(
        "an institution of which there is one says who it is without a name",
        "Nine were saved, [[the coast guard]] said. [[The union]] gave no number.",
        ("organisation", "coast guard"),
        ("unnamed", "The union"),
    ),
    _row(
        "an editorial in a movement's weekly is the weekly's",
        "[[An editorial in the Front’s weekly, The Anvil,]] stated that they may return.",
        ("document", "editorial (Anvil)"),
    ),
    _row(
        "a role cut off after its name is that name",
        "The wall leaks, Ines Okoro, [[the harbour master of the port,]] told reporters.",
        OKORO,
    ),
    _row(
        "a place is nobody whom she may mean",
        "The storm hit Almeric at night. The road to Norden is shut. “Stay,” [[she]] said.",
        None,
    ),
    _row(
        "who is the person, not the place the person is of",
        "Sen. Ines Okoro of Lower Vail, [[who]] said the wall leaks, left.",
        OKORO,
    ),
    _row(
        "who after two names is not the last of them alone",
        "With her were Ines Okoro and Marcus Ostler, [[who]] both said the wall leaks.",
        None,
    ),
    _row(
        "people in two places are not the two places",
        "[[Insiders in two towns — Almeric and Lower Vail —]] said the wall leaks.",
        ("unnamed", "Insiders in two towns — Almeric and Lower Vail —"),
    ),
    _row(
        "a party before a name is no part of it",
        "[[House Republican Peter Lund]] said the wall leaks.",
        ("person", "Peter Lund"),
    ),
    _row(
        "holy books are scripture",
        "The preacher read on. “Stay,” says [[the Koran]]. [[Koran 5:54]] goes on.",
        ("scripture", "Koran"),
        ("scripture", "Koran"),
    ),
    _row(
        "officials, sources and activists stay unnamed",
        "The ship was full, [[officials]] said. [[Sources]] put it at ninety; [[two activists]] said more.",
        ("unnamed", "officials"),
        ("unnamed", "Sources"),
        ("unnamed", "two activists"),
    ),
    _row(
        "officials with an institute stay unnamed",
        "According to [[officials with the Norden Tide Institute]], the wall leaks.",
        ("unnamed", "officials with the Norden Tide Institute"),
    ),
    _row(
        "the senator is the only one called so",
        "Sen. Ines Okoro spoke first. Marcus Ostler, the mayor, followed. [[The senator]] said no.",
        OKORO,
    ),
    _row(
        "a newspaper with a possessive stands behind its reporter",
        "[[The Almeric Post’s Ines Okoro]] wrote that the wall leaks.",
        OKORO,
    ),
    _row(
        "two names make a group",
        "[[Ines Okoro and Marcus Ostler]] said the wall leaks.",
        ("group", "Ines Okoro and Marcus Ostler"),
    ),
    _row(
        "agencies go by one name",
        "The wall leaks, [[AP]] reported. [[The Associated Press]] gave no source.",
        ("publisher", "Associated Press"),
        ("publisher", "Associated Press"),
    ),
    _row(
        "who belongs to the name before the commas",
        "Ines Okoro, now the master of the Almeric Port Authority, [[who]] said the wall leaks, left.",
        OKORO,
    ),
    _row(
        "a title tells two bearers of a surname apart",
        "Ines Okoro and her son Peter Okoro came late. [[Mrs. Okoro]] said the wall leaks.",
        OKORO,
    ),
    _row(
        "a capital at the start of a sentence is no name",
        "Telling Okoro was hard, telling others harder. Ines Okoro left. Yesterday [[Okoro]] said the wall leaks.",
        OKORO,
    ),
    _row(
        "a name may begin with an article in small letters, and one behind “of” may follow a role",
        "[[The commander of the sector, Abu Talha al-Almeri]], said so. [[Umm Khalid al-Vaili]] says no. [[She]] left.",
        ("person", "Abu Talha al-Almeri"),
        ("person", "Umm Khalid al-Vaili"),
        ("person", "Umm Khalid al-Vaili"),
    ),
    _row(
        "a role in capitals before a full name is no part of it",
        "Farida Mansour left early. [[Engineer Farida Mansour]] said the wall leaks.",
        ("person", "Farida Mansour"),
    ),
    _row(
        "a watch may close a body's name",
        "It leaks, [[Lantern Rights Watch]] said. [[The group]] counted nine.",
        ("organisation", "Lantern Rights Watch"),
        ("organisation", "Lantern Rights Watch"),
    ),
    _row(
        "people in the plural at the head of a sentence, and plurals of acronyms, are no names",
        "[[Villagers from Almeric]] said so. In the hall [[MPs]] said no.",
        ("unnamed", "Villagers from Almeric"),
        ("unnamed", "MPs"),
    ),
    _row(
        "a thing that groups are named after is one where it is never written small",
        "In Almeric [[the Banner]] claimed the raid. The army fled, [[the Banner]] said.",
        ("organisation", "Banner"),
        ("organisation", "Banner"),
    ),
    _row(
        "and a thing where it is",
        "A banner hung there. [[The banner]] said no.",
        ("document", "banner"),
    ),
    _row(
        "its is whose name the sentence has before, not a source further back",
        "The Norden Guard left, [[the Norden Guard]] said.\n\nNeighbouring Almeric has lost ten, [[its army]] said.",
        ("organisation", "Norden Guard"),
        ("organisation", "Almeric army"),
    ),
    _row(
        "an army's spokesman speaks for it though no name says which",
        "[[An army spokesman]] said so. [[A company spokesman]] said no. [[The port authority]] is silent.",
        ("organisation", "army"),
        ("organisation", "company"),
        ("organisation", "port authority"),
    ),
    _row(
        "an office is there once in its place",
        "[[The prime minister’s office]] said so.",
        ("organisation", "prime minister’s office"),
    ),
    _row(
        "the man is the farmer who spoke just before",
        "[[A farmer]] counted nine. “My son was there,” [[the man]] said.",
        ("unnamed", "A farmer"),
        ("unnamed", "A farmer"),
    ),
    _row(
        "a headline's bare noun is the only body below that has it in its name",
        "[[Institute]] says wall leaks\n\nThe wall leaks, [[the Institute for Tides]] said. It rained.\n",
        ("organisation", "Institute for Tides"),
        ("organisation", "Institute for Tides"),
    ),
    _row(
        "a headline's bare noun is the only person below whom the text calls so",
        "[[Engineer]] says wall leaks\n\nThe wall leaks. The engineer Farida Mansour told the port so.\n",
        ("person", "Farida Mansour"),
    ),
    _row(
        "a record of parliament gives the name of an office in brackets",
        "[[The MINISTER for WATER (Ms. Okoro)]]: The wall leaks.",
        ("person", "Okoro"),
    ),
    _row(
        "a port is no he",
        "Port Ellis wall leaks\n\nPort Ellis is shut. [[He]] said the wall leaks.\n",
        None,
    ),
    _row(
        "the newsletter is the one that was named",
        "In its newsletter Al-Dawn the group claims ten attacks. [[The newsletter]] gives no places.",
        ("publisher", "Al-Dawn"),
    ),
    _row(
        "the first word of a sentence owns no station",
        "[[State television]] said so.",
        ("unnamed", "State television"),
    ),
    _row(
        "who answers is who is interviewed, who asks is not told",
        "We speak to the engineer Ines Okoro about Marcus Ostler.\n\n[[Q]]: Did it fall?\n\n[[A]]: It did.\n",
        ("unnamed", "the interviewer"),
        OKORO,
    ),
    _row(
        "who answers stays without a name where two are named above",
        "Ines Okoro met Marcus Ostler there.\n\n[[Q]]: Did it fall?\n\n[[A]]: It did.\n",
        ("unnamed", "the interviewer"),
        ("unnamed", "the person interviewed"),
    ),
    _row(
        "a ministry of justice is no justice",
        "[[The Ministry of Justice of Almeric]] denied it.",
        ("organisation", "Ministry of Justice of Almeric"),
    ),
    _row(
        "an epithet belongs to a name that a father's begins",
        "[[Abu Hafs the Tall]] said so.",
        ("person", "Abu Hafs the Tall"),
    ),
    _row(
        "a nom de guerre names the spokesman",
        "[[The Front’s spokesman, who uses the nom de guerre Abu Hafs al-Tawil]], said so. [[He]] left.",
        ("person", "Abu Hafs al-Tawil"),
        ("person", "Abu Hafs al-Tawil"),
    ),
    _row(
        "where a statement is posted does not say whose it is",
        "It fell, according to [[a statement posted on Telegram]].",
        ("document", "statement"),
    ),
    _row(
        "a book of the Bible is scripture",
        "[[The Book of Proverbs]] says: “The people perish.”",
        ("scripture", "Book of Proverbs"),
    ),
    _row(
        "a newspaper's last word is short for the one that the text names before",
        "The Norden Star was there. [[The Star]] reports that it fell.",
        ("publisher", "Norden Star"),
    ),
    _row(
        "a name may close with a word that is small anywhere else",
        "The rights group Verity Now came. [[Verity Now]] said so.",
        ("person", "Verity Now"),
    ),
    _row(
        "a ministry is nobody's own",
        "The wall fell. [[Ines Okoro]] denied it. It fell, according to [[her own housing ministry]].",
        OKORO,
        ("organisation", "housing ministry"),
    ),
    _row(
        "a lead's lawyer is the only one whom the text names below",
        "He was taken away, [[his lawyer]] said. [[The lawyer, Ines Okoro]], said so.",
        OKORO,
        OKORO,
    ),
    _row(
        "a surname in capitals is of whom the text in capitals names in full",
        "THE FIRE WAS SET ON PURPOSE, POLICE CHIEF MARTIN OSTLER TOLD REPORTERS ON MONDAY MORNING IN THE TOWN HALL. "
        "[[OSTLER]] SAID TWO MEN WERE HELD.",
        ("person", "MARTIN OSTLER"),
    ),
    _row(
        "a company is no fire brigade",
        "[[The fire brigade]] said so. [[The company]] said no.",
        ("organisation", "fire brigade"),
        ("unnamed", "The company"),
    ),
    _row(
        "a noun that only tells what a name is the name of is no part of it",
        "[[The Desert Lions group]] claimed it. [[The Desert Lions]] said so.",
        ("organisation", "Desert Lions"),
        ("organisation", "Desert Lions"),
    ),
    _row(
        "the general staff and a fire service are there once in their place",
        "[[The General Staff]] said so. [[The provincial fire service]] denied it. [[The service]] left.",
        ("organisation", "General Staff"),
        ("organisation", "provincial fire service"),
        ("organisation", "provincial fire service"),
    ),
    _row(
        "a description before a name is that one's, and no rival of it",
        "[[The brigade’s commander, Colonel Ines Okoro]], did not reply. In May [[she]] denied it.",
        OKORO,
        OKORO,
    ),
    _row(
        "a description before a name that says nothing there is no rival of it either",
        "The brigade’s commander, Colonel Marcus Ostler, did not reply. In May [[he]] denied it.",
        OSTLER,
    ),
    _row(
        "who paid for a study is not who wrote it",
        "It helps, says [[a study of 412 adults by the University of Almeric]]. [[The study]] was funded by Norda.",
        ("document", "study (University of Almeric)"),
        ("document", "study (University of Almeric)"),
    ),
    _row(
        "a bare noun of a headline is nobody whom a pronoun takes up",
        "[[Minister]] says wall leaks\n\nThe wall leaks. [[She]] said so.",
        ("unnamed", "Minister"),
        None,
    ),
    _row(
        "they in somebody's own words are not the officials who spoke before",
        "[[Officials]] said so. “[[They]] told me that it was over, and I believed it,” [[Ines Okoro]] said.",
        ("unnamed", "Officials"),
        None,
        OKORO,
    ),
    _row(
        "who is named in a report only as somebody goes by that name",
        "[[The man, named in the report only as Marcus Ostler]], said so.",
        OSTLER,
    ),
    _row(
        "the video in which it vowed something is not what vowed",
        "The Islamic Front released a video in which [[it]] vowed to go on.",
        ("organisation", "Islamic Front"),
    ),
    _row(
        "what has a president is no person",
        "Norvana’s president left. [[Norvana]] denied it.",
        ("organisation", "Norvana"),
    ),
    _row(
        "our president, in a speech of another, is not the president who speaks next",
        "[[The president]] opened it. “[[Our president]] said so,” [[Ines Okoro]] said. [[The president]] left.",
        ("unnamed", "The president"),
        ("unnamed", "Our president"),
        OKORO,
        ("unnamed", "The president"),
    ),
    _row(
        "a month's name may be a person's",
        "[[Observatory director Jun Okoro]] said so. [[Okoro]] left.",
        ("person", "Jun Okoro"),
        ("person", "Jun Okoro"),
    ),
    _row(
        "a noun before the survey says whose it is not: that of who spoke before",
        "[[The Health Institute]] said so. One in five refused, [[a union survey]] found.",
        ("organisation", "Health Institute"),
        ("document", "survey"),
    ),
    _row(
        "a description that goes on is one with its beginning",
        "[[A resident reached by phone]] heard it. “It never stopped,” [[he]] told the Almeric Post.",
        ("unnamed", "A resident reached by phone"),
        ("unnamed", "A resident reached by phone"),
    ),
    _row(
        "a double hyphen opens an apposition",
        "[[Ines Okoro -- a professor at the University of Almeric]] -- said so.",
        OKORO,
    ),
    _row(
        "whom the text calls by the surname alone keeps it; a sister is named in full each time",
        "Ines Okoro opened the pier. [[Okoro]] said it was late. Okoro left.\n\nHer sister, Marta Okoro, sings."
        "\n\nThe fog came in.\n\n[[Okoro]] said so.",
        OKORO,
        OKORO,
    ),
    _row(
        "a sentence that opens with “his” goes on about who spoke before",
        "[[Marcus Ostler]] said it was shut. His words were aimed at Emil Dahl and the port. “It leans,” [[he]] said.",
        OSTLER,
        OSTLER,
    ),
    _row(
        "a kind between a description and the name behind it",
        "[[Her first pick, tide keeper Ines Okoro]], said no.",
        OKORO,
    ),
    _row(
        "initials written together are a given name's",
        "[[E.W. Dahl]], a pastor, said so. [[Dahl]] left.",
        ("person", "E.W. Dahl"),
        ("person", "E.W. Dahl"),
    ),
    _row(
        "what a body is for may be a word that is a title elsewhere",
        "[[The Vail Center for Law and Justice]] sued.",
        ("organisation", "Vail Center for Law and Justice"),
    ),
    _row(
        "a full stop without a blank behind it ends a name",
        "“It leans,” said [[Ines Okoro]].Okoro left.[[Okoro]] said more.",
        OKORO,
        OKORO,
    ),
    _row(
        "a state that is a given name is no woman",
        "Ines Okoro spoke first. The lesson of Virginia's vote, [[she]] says, is plain.",
        OKORO,
    ),
    _row(
        "an outlet of one word is a publisher",
        "[[Axios]] reports that candidates met her. [[Okoro]] left.",
        ("publisher", "Axios"),
        ("person", "Okoro"),
    ),
    _row(
        "two with one surname are two",
        "[[The couple, Marta and Ines Okoro]], cited the law.",
        ("group", "Ines Okoro and Marta"),
    ),
    _row(
        "a body and a person named together are not the person",
        "[[The Halmar government and president Okoro]] see it now.",
        ("unnamed", "The Halmar government and president Okoro"),
    ),
    _row(
        "“the Halmar leader” is no opposition leader who is named later",
        "[[The Halmar leader]] plans it. Opposition leader Emil Dahl doubts it.",
        ("unnamed", "The Halmar leader"),
    ),
    _row(
        "the chairman who is named after a committee speaks, not the committee",
        "[[Senate Judiciary Committee Marcus Ostler]] said no.",
        OSTLER,
    ),
    _row(
        "a given name that no table has, before one that is known",
        "Her press secretary, [[Brilanna Joy Okoro]], wrote that. [[Okoro]] left.",
        ("person", "Brilanna Joy Okoro"),
        ("person", "Brilanna Joy Okoro"),
    ),
    _row(
        "where a government sits is no person",
        "[[Ankara]] said so again.",
        ("organisation", "Ankara"),
    ),
    _row(
        "who has shareholders or makes something is a firm",
        "[[Velinta]], the maker of tide clocks, said so. [[Ostrano]] agreed. Ostrano’s shares fell.",
        ("organisation", "Velinta"),
        ("organisation", "Ostrano"),
    ),
    _row(
        "a poll is nobody's name",
        "[[A new Vail Poll]] found it.",
        ("organisation", "Vail Poll"),
    ),
    _row(
        "a father who opens the clause may be “he”",
        "[[Marcus Ostler]] stayed away. When his father came home, [[he]] decided that it leans.",
        OSTLER,
        None,
    ),
    _row(
        "a surname is no common word because a hashtag writes it small",
        "Ines Okoro won.\n\n[[Okoro]] spoke about it.\n\nThey wrote #okoro2032.",
        OKORO,
    ),
    _row(
        "where a senator is from is no part of the name",
        "[[Senate Minority Leader Ines B. Okoro of New Vail]] said no. [[Mrs. Okoro]] left.",
        ("person", "Ines B. Okoro"),
        ("person", "Ines B. Okoro"),
    ),
    _row(
        "“Al” behind a title is a given name",
        "[[Rep. Al Dahl]] said no. [[Dahl]] left.",
        ("person", "Al Dahl"),
        ("person", "Al Dahl"),
    ),
    _row(
        "a verb that opens a sentence is no given name",
        "It was late. Enter Marcus Ostler. [[Ostler]] said no.",
        OSTLER,
    ),
    _row(
        "“the appeals court” is not the lower court before it",
        "[[A lower court]] found it. [[The appeals court]] did not rule. [[The court]] said no more.",
        ("unnamed", "A lower court"),
        ("unnamed", "The appeals court"),
        ("unnamed", "The appeals court"),
    ),
    _row(
        "three named with where they are from are three",
        "[[Ines Okoro of Norden, Marcus Ostler of Lower Vail and Emil Dahl of New Almeric]] wrote it.",
        ("group", "Emil Dahl and Ines Okoro and Marcus Ostler"),
    ),
    _row(
        "an office named after whom it serves is an office",
        "[[The Office of the Director of National Tides]] confirmed it.",
        ("organisation", "Office of the Director of National Tides"),
    ),
    _row(
        "a committee for two things before its chairman, and where he is from",
        "[[House Tides and Nets Committee Chairman Marcus Ostler of Norden]] said no.",
        OSTLER,
    ),
)
