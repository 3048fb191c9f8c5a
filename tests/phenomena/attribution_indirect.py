"""Indirect speech and thought in English, sources without a name, polarity."""

from phenomena.attribution import Row, row

ROWS: list[Row] = [
    row("Quill said that the wall leaned.", "Quill | said | that the wall leaned | indirect | said", why="'that'"),
    row("Quill said the wall leaned.", "Quill | said | the wall leaned | indirect | said", why="no 'that'"),
    row("Quill said Monday the wall leaned.", "Quill | said | the wall leaned | indirect", why="a day after the verb"),
    row(
        "Quill said in a statement that the wall leaned.",
        "Quill | said | that the wall leaned | indirect",
        why="an adjunct between verb and clause",
    ),
    row(
        "Quill told the Post that the wall leaned.",
        "Quill | told | that the wall leaned | indirect",
        why="the addressee is not the source",
    ),
    row(
        "Quill told reporters the wall leaned.", "Quill | told | the wall leaned | indirect", why="addressee, no 'that'"
    ),
    row("Quill told her the wall leaned.", "Quill | told | the wall leaned | indirect", why="a pronoun is told"),
    row("The wall leaned, Quill said.", "Quill | said | The wall leaned | indirect", why="the cue comes last"),
    row("The wall leaned, said Quill.", "Quill | said | The wall leaned | indirect", why="inverted, the cue last"),
    row(
        "The wall, Quill said, had leaned for years.",
        "Quill | said | The wall … had leaned for years | indirect",
        why="the cue stands in the middle",
    ),
    row(
        "He, the video explained, will raise up others.",
        "the video | explained | He … will raise up others | indirect",
        why="a recording, in the middle of what it says",
    ),
    row(
        "The wall leaned, Quill said on Monday.",
        "Quill | said | The wall leaned | indirect",
        why="a day after the cue",
    ),
    row(
        "The wall leaned, a spokesman for the county said.",
        "a spokesman for the county | said | The wall leaned | indirect",
        why="a role as source",
    ),
    row("According to Quill, the wall leaned.", "Quill | According to | the wall leaned | indirect", why="it opens"),
    row("The wall leaned, according to Quill.", "Quill | according to | The wall leaned | indirect", why="it ends"),
    row("The wall leaned according to Quill.", "Quill | according to | The wall leaned | indirect", why="no comma"),
    row(
        "The wall, according to Quill, had leaned.",
        "Quill | according to | The wall … had leaned | indirect",
        why="in the middle",
    ),
    row(
        "According to officials with the county, the wall leaned.",
        "officials with the county | According to | the wall leaned | indirect",
        why="a plural with a phrase",
    ),
    row(
        "According to a report by the county, the wall leaned.",
        "a report by the county | According to | the wall leaned | indirect",
        why="a document after according to",
    ),
    row("The report found that the wall leaned.", "The report | found | that the wall leaned | indirect", why="find"),
    row("The survey shows that the wall leans.", "The survey | shows | that the wall leans | indirect", why="show"),
    row("Quill argued that the wall leaned.", "Quill | argued | that the wall leaned | indirect", why="argue"),
    row("Quill noted that the wall leaned.", "Quill | noted | that the wall leaned | indirect", why="note"),
    row("Quill warned that the wall leaned.", "Quill | warned | that the wall leaned | indirect", why="warn"),
    row("Quill admitted that the wall leaned.", "Quill | admitted | that the wall leaned | indirect", why="admit"),
    row("Quill insists the wall leaned.", "Quill | insists | the wall leaned | indirect", why="insist, no 'that'"),
    row("Quill insisted that the wall leaned.", "Quill | insisted | that the wall leaned | indirect", why="insist"),
    row("Quill claimed that the wall leaned.", "Quill | claimed | that the wall leaned | indirect", why="claim"),
    row(
        "Quill claims the wall leaned.",
        "Quill | claims | the wall leaned | indirect",
        why="'claims' as a verb",
        by="model",
    ),
    row("Quill explained how the wall leaned.", "Quill | explained | how the wall leaned | indirect", why="'how'"),
    row("Quill asked whether the wall leaned.", "Quill | asked | whether the wall leaned | indirect", why="'whether'"),
    row("Quill wondered why the wall leaned.", "Quill | wondered | why the wall leaned | indirect", why="'why'"),
    row("Quill thinks the wall leans.", "Quill | thinks | the wall leans | indirect", why="a thought"),
    row("Quill believes that the wall leans.", "Quill | believes | that the wall leans | indirect", why="a belief"),
    row("Drivers fear that the wall leans.", "Drivers | fear | that the wall leans | indirect", why="a fear"),
    row("Quill hopes the wall stands.", "Quill | hopes | the wall stands | indirect", why="a hope", by="model"),
    row("Quill knew that the wall leaned.", "Quill | knew | that the wall leaned | indirect", why="knowledge"),
    row(
        "Quill promised to mend the wall.", "Quill | promised | to mend the wall | indirect", why="a promise", by="rule"
    ),
    row("Quill vowed to mend the wall.", "Quill | vowed | to mend the wall | indirect", why="a vow"),
    row("Quill threatened to sue.", "Quill | threatened | to sue | indirect", why="a threat", by="model"),
    row("Quill wants the wall mended.", "Quill | wants | the wall mended | indirect", why="a wish", by="model"),
    row("Quill urged the county to act.", "Quill | urged | the county to act | indirect", why="a demand", by="model"),
    row("Quill ordered the road shut.", "Quill | ordered | the road shut | indirect", why="an order", by="model"),
    row(
        "Quill announced plans for a wall.", "Quill | announced | plans for a wall | indirect", why="a noun", by="model"
    ),
    row("Quill supports the wall.", "Quill | supports | the wall | indirect", why="a stance", by="model"),
    row("Quill criticized the county.", "Quill | criticized | the county | indirect", why="a judgement", by="model"),
    row("Quill rejected the plan.", "Quill | rejected | the plan | indirect | denied", why="a rejection", by="model"),
    row(
        "Quill said the wall leaned, and Oduya said it stood.",
        "Quill | said | the wall leaned | indirect",
        "Oduya | said | it stood | indirect",
        why="two speakers joined by 'and'",
    ),
    row(
        "Quill said the wall leaned, but Oduya denied that it moved.",
        "Quill | said | the wall leaned | indirect | said",
        "Oduya | denied | that it moved | indirect | denied",
        why="'but' and a denial",
    ),
    row(
        "Quill said the wall leaned, adding that nobody cared.",
        "Quill | said | the wall leaned | indirect",
        "Quill | adding | that nobody cared | indirect",
        why="a second cue with the same subject",
    ),
    row(
        "Quill left, saying that the wall leaned.",
        "Quill | saying | that the wall leaned | indirect",
        why="the subject of the main clause",
    ),
    row(
        "Ada Quill, a driver, said the wall leaned.",
        "Ada Quill, a driver | said | the wall leaned | indirect",
        why="an apposition",
    ),
    row(
        "Ada Quill, who drives the road, said the wall leaned.",
        "Ada Quill, who drives the road | said | the wall leaned | indirect",
        why="a relative clause",
    ),
    row(
        "The county, which owns the wall, said it leaned.",
        "The county, which owns the wall | said | it leaned | indirect",
        why="a relative clause after an institution",
    ),
    row(
        "Quill has said that the wall leaned.",
        "Quill | has said | that the wall leaned | indirect | said",
        why="an auxiliary belongs to the cue",
    ),
    row(
        "Quill also said that the wall leaned.",
        "Quill | said | that the wall leaned | indirect",
        why="an adverb before the verb",
    ),
    # polarity
    row(
        "Quill did not say that the wall leaned.",
        "Quill | did not say | that the wall leaned | indirect | not_said",
        why="not said",
    ),
    row(
        "Quill didn’t say that the wall leaned.",
        "Quill | didn’t say | that the wall leaned | indirect | not_said",
        why="not said, shortened",
    ),
    row(
        "Quill never said that the wall leaned.",
        "Quill | never said | that the wall leaned | indirect | not_said",
        why="never said",
    ),
    row(
        "Quill has not said whether the wall leaned.",
        "Quill | has not said | whether the wall leaned | indirect | not_said",
        why="not said, with an auxiliary",
        by="model",
    ),
    row(
        "Quill would not say whether the wall leaned.",
        "Quill | would not say | whether the wall leaned | indirect | not_said",
        why="would not say",
    ),
    row(
        "Quill did not say whether the wall leaned.",
        "Quill | did not say | whether the wall leaned | indirect | not_said",
        why="open question, not said",
    ),
    row(
        "Quill declined to say whether the wall leaned.",
        "Quill | declined to say | whether the wall leaned | indirect | not_said",
        why="declined to say",
    ),
    row(
        "Quill refused to say how the wall fell.",
        "Quill | refused to say | how the wall fell | indirect | not_said",
        why="refused to say",
        by="model",
    ),
    row(
        "Quill denied that the wall leaned.", "Quill | denied | that the wall leaned | indirect | denied", why="denied"
    ),
    row(
        "Quill has denied that the wall leaned.",
        "Quill | has denied | that the wall leaned | indirect | denied",
        why="has denied",
    ),
    row(
        "Quill disputed that the wall leaned.",
        "Quill | disputed | that the wall leaned | indirect | denied",
        why="disputed",
    ),
    row(
        "Quill did not deny that the wall leaned.",
        "Quill | did not deny | that the wall leaned | indirect | not_said",
        why="not denying is not saying",
    ),
    row(
        "Nobody said that the wall leaned.",
        "Nobody | said | that the wall leaned | indirect | not_said",
        why="a source that is nobody",
    ),
    row(
        "No one said that the wall leaned.",
        "No one | said | that the wall leaned | indirect | not_said",
        why="a source that is no one",
    ),
    row(
        "Quill said that the wall never leaned.",
        "Quill | said | that the wall never leaned | indirect | said",
        why="the content is negated, the saying is not",
    ),
    row(
        "“I never said it,” Quill said.",
        "Quill | said | “I never said it,” | direct | said",
        why="a negation inside the quotation is the speaker's",
    ),
    row(
        "The wall did not lean, Quill said.",
        "Quill | said | The wall did not lean | indirect | said",
        why="a negation in a content before the cue",
    ),
    row(
        "Not once did the wall lean, Quill said.",
        "Quill | said | Not once did the wall lean | indirect | said",
        why="a negation that opens the content",
    ),
    # no source
    row(
        "The wall was described as unsafe.",
        " | was described | The wall … as unsafe | indirect",
        why="a passive names nobody",
    ),
    row(
        "The wall was described as unsafe by Quill.",
        "Quill | was described | The wall … as unsafe | indirect",
        why="a passive with 'by'",
    ),
    row("The wall is said to lean.", " | is said | The wall … to lean | indirect", why="hearsay"),
    row("The wall is believed to lean.", " | is believed | The wall … to lean | indirect", why="a belief of nobody"),
    row(
        "The wall is expected to fall.",
        " | is expected | The wall … to fall | indirect",
        why="an expectation of nobody",
    ),
    row(
        "The wall reportedly fell last week.",
        " | reportedly | The wall … fell last week | indirect",
        why="'reportedly' gives no source",
    ),
    row(
        "The guard allegedly left his post.",
        " | allegedly | The guard … left his post | indirect",
        why="'allegedly' gives no source",
    ),
    row(
        "Sources said that the wall leaned.", "Sources | said | that the wall leaned | indirect", why="unnamed sources"
    ),
    row(
        "A person familiar with the matter said the wall leaned.",
        "A person familiar with the matter | said | the wall leaned | indirect",
        why="an unnamed person",
    ),
    row("Activists say the wall leaned.", "Activists | say | the wall leaned | indirect", why="an unnamed group"),
    row("Some say the wall leaned.", "Some | say | the wall leaned | indirect", why="'some'"),
    row("I think the wall leans.", "I | think | the wall leans | indirect", why="the author as source"),
    row(
        "We believe that the wall leans.", "We | believe | that the wall leans | indirect", why="the authors as source"
    ),
    # headlines
    row(
        "Quill: Wall leaned for years\n\nThe road is shut.",
        "Quill | : | Wall leaned for years | indirect",
        why="a headline names its speaker before a colon",
    ),
    row(
        "Wall leaned for years, says Quill\n\nThe road is shut.",
        "Quill | says | Wall leaned for years | indirect",
        why="a headline in reversed order",
    ),
    row(
        "Wall leaned for years, Quill says\n\nThe road is shut.",
        "Quill | says | Wall leaned for years | indirect",
        why="a headline with the cue last",
    ),
    row(
        "Quill says wall leaned for years\n\nThe road is shut.",
        "Quill | says | wall leaned for years | indirect",
        why="a headline in the present tense",
    ),
    # transcripts
    row(
        "OKSANA: The wall leaned.\n\nQUILL: Who knew?\n\nOKSANA: All of us.\n\nThey laughed.",
        "OKSANA | : | The wall leaned | indirect",
        "QUILL | : | Who knew? | indirect",
        "OKSANA | : | All of us | indirect",
        why="a transcript",
    ),
    row(
        "Ada Quill: The wall leaned.\n\nKit Oduya: Who knew?\n\nAda Quill: All of us.\n\nThey laughed.",
        "Ada Quill | : | The wall leaned | indirect",
        "Kit Oduya | : | Who knew? | indirect",
        "Ada Quill | : | All of us | indirect",
        why="a transcript with full names",
    ),
    row(
        "Quill later told a court that the wall leaned.",
        "Quill | told | that the wall leaned | indirect",
        why="an adverb before the verb, an addressee after it",
    ),
    row("They say the wall leans.", "They | say | the wall leans | indirect", why="a plural pronoun, no 'that'"),
    row("He said he had seen it.", "He | said | he had seen it | indirect", why="a pronoun opens the clause"),
    row("Police say the wall fell.", "Police | say | the wall fell | indirect", why="a plural with no s"),
    row(
        "The company acknowledged that the wall leaned.",
        "The company | acknowledged | that the wall leaned | indirect | said",
        why="acknowledge",
    ),
    row(
        "The minister confirmed that the wall leaned.",
        "The minister | confirmed | that the wall leaned | indirect | said",
        why="confirm",
    ),
    row(
        "The minister can’t say whether the wall leans.",
        "The minister | can’t say | whether the wall leans | indirect | not_said",
        why="cannot say",
    ),
    row(
        "Neither Quill nor Oduya said that the wall leaned.",
        "Quill nor Oduya | said | that the wall leaned | indirect | not_said",
        why="neither of two",
        by="model",
    ),
    row(
        "Quill reportedly said that the wall leaned.",
        "Quill | reportedly said | that the wall leaned",
        why="hearsay about a saying",
        by="model",
    ),
    row(
        "The pier will close, the clerk was quoted as saying.",
        "the clerk | was quoted as saying | The pier will close | indirect | said",
        why="who is quoted as saying it follows what is said",
    ),
    row(
        "The pier fell, local media reported Friday, citing a clerk.",
        "local media | reported | The pier fell | indirect",
        "a clerk | citing | The pier fell | indirect",
        why="a day and whom they cite stand behind the verb",
        by="model",
    ),
    row(
        "The pier fell, according to the Vail Post, which tracks the tides.",
        "the Vail Post | according to | The pier fell | indirect",
        why="what the source is stands behind it, and is not said",
    ),
    row(
        "According to the Vail Post, which tracks the tides, the pier fell.",
        "the Vail Post, which tracks the tides | according to | the pier fell | indirect",
        why="the same before what is said",
    ),
    row(
        "No official said that the pier fell.",
        "No official | said | that the pier fell | indirect | not_said",
        why="no official is nobody",
    ),
    row(
        "Officials have yet to say that the pier fell.",
        "Officials | say | that the pier fell | indirect | not_said",
        why="yet to say is not said",
        by="model",
    ),
    row(
        "Will the mayor say whether the pier fell?",
        "the mayor | say | whether the pier fell | indirect | not_said",
        why="it is asked if somebody says it",
        by="model",
    ),
    row(
        "The mayor neither confirmed that the pier fell nor left.",
        "The mayor | confirmed | that the pier fell nor left | indirect | not_said",
        why="neither denies the verb",
    ),
    row(
        "The pier fell, according to his lawyer, Ada Quill.",
        "his lawyer, Ada Quill | according to | The pier fell | indirect",
        why="a full name behind a role says who has it",
    ),
    row(
        "VAIL CITY. Nov 2 (Interfax) - The pier fell, Quill said.",
        "Quill | said | The pier fell | indirect",
        why="a dateline with full stops",
    ),
    row(
        "Internal memo: not for release\n\nThe pier fell.",
        why="a headline that names its own genre names no source",
    ),
    row(
        "According to our clerk in Vail, Ada Quill, it will close at six.",
        "our clerk in Vail, Ada Quill | according to | it will close at six | indirect",
        why="a full name behind a role and its place",
    ),
    row(
        "ORIN, 4 May 2022 (Marl Daily) - The pier fell, Quill said.",
        "Quill | said | The pier fell | indirect",
        why="a dateline with the day before the month, and a year",
    ),
    row(
        "ORIN, March 8, 2023 (Marl Daily) - The pier fell, Quill said.",
        "Quill | said | The pier fell | indirect",
        why="a dateline with a year behind a comma",
    ),
]
