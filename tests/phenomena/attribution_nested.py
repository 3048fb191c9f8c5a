"""Attributions inside attributions, block quotations, and what looks like an attribution but is none."""

from phenomena.attribution import Row, row

EXTRACT = (
    "The wall had been leaning since spring, and every driver on the haul road knew it, yet the inspection that the "
    "county orders each May was put off twice, once for want of staff and once for a holiday, and so it went on."
)
AFTER = "The road is still shut, and the county has put up a fence around the foot of the slope."

ROWS: list[Row] = [
    row(
        "The Post reported that Quill said that the wall leaned.",
        "The Post | reported | that Quill said that the wall leaned | indirect",
        "Quill | said | that the wall leaned | indirect | said | 1",
        why="two deep",
    ),
    row(
        "The Post said Quill said the wall leaned.",
        "The Post | said | Quill said the wall leaned",
        "Quill | said | the wall leaned | | | 1",
        why="two deep with no 'that'",
    ),
    row(
        "Oduya wrote that the Post reported that Quill said that the wall leaned.",
        "Oduya | wrote | that the Post reported that Quill said that the wall leaned",
        "the Post | reported | that Quill said that the wall leaned | | | 1",
        "Quill | said | that the wall leaned | | | 2",
        why="three deep",
    ),
    row(
        "According to the Post, Quill said that the wall leaned.",
        "the Post | According to | Quill said that the wall leaned",
        "Quill | said | that the wall leaned | | | 1",
        why="nested under according to",
    ),
    row(
        "Quill said the wall leaned, according to the Post.",
        "the Post | according to | Quill said the wall leaned",
        "Quill | said | the wall leaned | | | 1",
        why="the outer holder comes last",
        by="model",
    ),
    row(
        "“Oduya told me, ‘Go home,’ and I went,” Quill said.",
        "Quill | said | “Oduya told me, ‘Go home,’ and I went,” | direct",
        "Oduya | told | ‘Go home,’ and I went | | | 1",
        why="a quotation inside a quotation",
        by="model",
    ),
    row(
        "“Oduya said that the wall leaned,” Quill said.",
        "Quill | said | “Oduya said that the wall leaned,” | direct",
        "Oduya | said | that the wall leaned | | | 1",
        why="indirect speech inside a quotation",
    ),
    row(
        "“The mayor denied that the wall leaned,” Quill told the Post.",
        "Quill | told | “The mayor denied that the wall leaned,” | direct | said",
        "The mayor | denied | that the wall leaned | | denied | 1",
        why="a denial inside a quotation",
    ),
    row(
        "Quill said: “The survey shows that the wall leans.”",
        "Quill | said | “The survey shows that the wall leans.” | direct",
        "The survey | shows | that the wall leans | | | 1",
        why="a document inside a quotation",
    ),
    row(
        "Quill said that Oduya denied that the mayor knew that the wall leaned.",
        "Quill | said | that Oduya denied that the mayor knew that the wall leaned | | said",
        "Oduya | denied | that the mayor knew that the wall leaned | | denied | 1",
        "the mayor | knew | that the wall leaned | | said | 2",
        why="a denial in the middle of the tree",
    ),
    row(
        "The narrator says: “The prophet said, ‘Do not turn back.’”",
        "The narrator | says | “The prophet said, ‘Do not turn back.’” | direct",
        "The prophet | said | ‘Do not turn back.’ | direct | | 1",
        why="a verse inside a recording",
    ),
    row(
        "Quill said Oduya told her that the wall leaned.",
        "Quill | said | Oduya told her that the wall leaned",
        "Oduya | told | that the wall leaned | | | 1",
        why="the addressee of the inner saying is the outer speaker",
    ),
    row(
        "Quill said the county believes the wall is safe.",
        "Quill | said | the county believes the wall is safe",
        "the county | believes | the wall is safe | | | 1",
        why="a belief inside a saying",
    ),
    row(
        "The Post reported that the wall was described as unsafe.",
        "The Post | reported | that the wall was described as unsafe",
        " | was described | the wall … as unsafe | | | 1",
        why="a source-less inner attribution",
    ),
    row(
        "“I think the wall leans,” Quill said.",
        "Quill | said | “I think the wall leans,” | direct",
        why="'I think' inside one's own words is no other source",
    ),
    # blocks
    row(
        f"Quill writes in the Post:\n\n{EXTRACT}\n\n{AFTER}",
        f"Quill | writes | {EXTRACT} | direct",
        why="an announced block with no marks",
    ),
    row(
        f"Ada Quill finds the delay remarkable and points to the county’s part in it:\n\n{EXTRACT}",
        f"Ada Quill | points | {EXTRACT} | direct",
        why="the name that opens the announcement",
        by="model",
    ),
    row(
        f"Here is what the letter of the company to its drivers had in it:\n\n{EXTRACT}",
        f" | : | {EXTRACT} | direct",
        why="nobody is named: no source",
        by="model",
    ),
    row(
        "On Monday, Ada Quill wrote:\n\n> The wall leans.\n\nI have seen it too.",
        "Ada Quill | wrote | > The wall leans. | direct",
        why="e-mail quoting",
    ),
    # none
    row("The so-called “safe wall” fell.", why="scare marks"),
    row("The “wall” fell.", why="one word in marks"),
    row("Kit “Shorty” Oduya mended the wall.", why="a nickname"),
    row("The film “The Leaning Wall” opens Friday.", why="a title"),
    row("Her book, “The Leaning Wall,” is out.", why="a title with a comma inside the marks"),
    row("The wall fell on Monday.", why="the publisher's own voice"),
    row("The road is shut, and the wall is gone.", why="two clauses of the publisher"),
    row("The wall says a lot about the county.", why="'says a lot' says nothing", by="model"),
    row("That said, the wall is gone.", why="'that said' is a connective"),
    row("The charges were dropped.", why="a noun that looks like a verb"),
    row("The report is forty pages long.", why="a document that says nothing here"),
    row("Their claims were many.", why="a noun"),
    row("The note was found under the wall.", why="'note' and 'found' with no speaker"),
    row("The United States of Vail.", why="'States' is no verb"),
    row("She read the letter.", why="reading aloud needs a content"),
    row("He told the truth.", why="telling with no clause"),
    row("They agreed.", why="a cue with no content"),
    row("Quill said so.", why="'so' is no content"),
    row("Quill spoke for an hour.", why="speaking with no content"),
    row("Note: The office is shut.", why="a label is no speaker"),
    row("Update: The road is open.", why="another label"),
    row("Pledged: 781.\n\nOpen: 12.", why="a table is no transcript"),
    row(
        "Quill said that the report shows that the wall leans.",
        "Quill | said | that the report shows that the wall leans",
        "the report | shows | that the wall leans | | | 1",
        why="a document inside a saying",
    ),
    row(
        "Oduya denied that Quill said that the wall leaned.",
        "Oduya | denied | that Quill said that the wall leaned | | denied",
        "Quill | said | that the wall leaned | | said | 1",
        why="the denial is the outer one's alone",
    ),
    row("The “old” and the “new” wall fell.", why="two pairs of scare marks"),
    row("“The Leaning Wall” won a prize.", why="a title opens the sentence"),
    row("ISLE: Once Up, Always Up\n\nThe wall is gone.", why="a topic before the colon of a headline"),
    row("He is said.", why="a passive with no content"),
    row(
        "“The wall leaned,” the Post reports she said.",
        "the Post | reports | “The wall leaned,” … she said | mixed",
        "she | said | “The wall leaned,” | direct | | 1",
        why="who reports the saying stands between the quotation and its speaker",
    ),
    row(
        "“It leaned,” Oduya says Quill said.",
        "Oduya | says | “It leaned,” … Quill said | mixed",
        "Quill | said | “It leaned,” | direct | | 1",
        why="the same with names",
    ),
    row("The plan is called “Safe Slope.”", why="a name given in the passive", by="model"),
    row(
        "The paper says the mayor says the union says the wall will fall.",
        "The paper | says | the mayor says the union says the wall will fall",
        "the mayor | says | the union says the wall will fall | | | 1",
        "the union | says | the wall will fall | | | 2",
        why="three sayings with no that between them",
        by="model",
    ),
    row(
        "The Halcyon, a 34-year-old ferry built in Brenport, sent a distress call at 5:40 p.m. and went down in less "
        "than 15 minutes, harbour master Ines Okoro told reporters on the quay.",
        "harbour master Ines Okoro | told | The Halcyon, a 34-year-old ferry built in Brenport, sent a distress call "
        "at 5:40 p.m. and went down in less than 15 minutes",
        why="two joined verbs before the source are both said",
        by="model",
    ),
    row(
        "A clerk, who asked not to be named, said the harbour fund was empty.",
        "A clerk | said | the harbour fund was empty | | said",
        why="the not of a relative clause is not the cue's",
        by="model",
    ),
]
