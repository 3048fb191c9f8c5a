"""Direct and mixed quotations in English: where the speaker stands, how marks behave, what goes on after the cue."""

from phenomena.attribution import Row, row

ROWS: list[Row] = [
    # cue after the quotation
    row(
        "“The wall leaned,” Quill said.", "Quill | said | “The wall leaned,” | direct | said", why="subject, then verb"
    ),
    row("“The wall leaned,” said Quill.", "Quill | said | “The wall leaned,” | direct", why="verb, then subject"),
    row("“The wall leaned,” she said.", "she | said | “The wall leaned,” | direct", why="a pronoun"),
    row("“Is it safe?” Quill asked.", "Quill | asked | “Is it safe?” | direct", why="a question"),
    row("“Leave now!” Oduya shouted.", "Oduya | shouted | “Leave now!” | direct", why="an exclamation"),
    row("“It fell … ,” Quill added.", "Quill | added | “It fell … ,” | direct", why="an ellipsis inside"),
    row("“It fell,” Quill sighed.", "Quill | sighed | “It fell,” | direct", why="an unusual verb: sigh"),
    row("“It fell,” Quill grumbled.", "Quill | grumbled | “It fell,” | direct", why="an unusual verb: grumble"),
    row("“It fell,” Quill quipped.", "Quill | quipped | “It fell,” | direct", why="an unusual verb: quip"),
    row("“It fell,” Quill scoffed.", "Quill | scoffed | “It fell,” | direct", why="an unusual verb: scoff"),
    row("“It fell,” Quill tweeted.", "Quill | tweeted | “It fell,” | direct", why="written, not spoken"),
    row("“It fell,” Quill wrote.", "Quill | wrote | “It fell,” | direct", why="a letter or a column"),
    row("“It fell,” the report said.", "the report | said | “It fell,” | direct", why="a document as source"),
    row("“It fell,” the narrator says.", "the narrator | says | “It fell,” | direct", why="a recording as source"),
    row("“It fell,” the court ruled.", "the court | ruled | “It fell,” | direct", why="an institution"),
    row("“It fell,” officials said.", "officials | said | “It fell,” | direct", why="a bare plural"),
    row("“It fell,” police said.", "police | said | “It fell,” | direct", why="a plural with no s"),
    row("“It fell,” two drivers said.", "two drivers | said | “It fell,” | direct", why="a number opens the source"),
    row(
        "“It fell,” a spokesman for the county said.",
        "a spokesman for the county | said | “It fell,” | direct",
        why="a prepositional phrase inside the source",
    ),
    row(
        "“It fell,” said Ada Quill, a driver from Vail.",
        "Ada Quill, a driver from Vail | said | “It fell,” | direct",
        why="an apposition belongs to the source",
    ),
    row(
        "“It fell,” Ada Quill, a driver, said.",
        "Ada Quill, a driver | said | “It fell,” | direct",
        why="an apposition between name and verb",
    ),
    row(
        "“It fell,” Ada Quill, 45, said.",
        "Ada Quill, 45 | said | “It fell,” | direct",
        why="an age between name and verb",
    ),
    row(
        "“It fell,” said Rep. Kit Oduya (I-Vail).",
        "Rep. Kit Oduya (I-Vail) | said | “It fell,” | direct",
        why="a title and a bracket",
    ),
    row("“It fell,” Quill said Monday.", "Quill | said | “It fell,” | direct", why="a day after the verb"),
    row(
        "“It fell,” Quill said in a statement on Monday.",
        "Quill | said | “It fell,” | direct",
        why="where and when it was said",
    ),
    row(
        "“It fell,” Quill told the Vail Post.",
        "Quill | told | “It fell,” | direct",
        why="the addressee is never the source",
    ),
    row("“It fell,” Quill told reporters.", "Quill | told | “It fell,” | direct", why="an addressee in the plural"),
    row("“It fell,” Quill told her.", "Quill | told | “It fell,” | direct", why="an addressee that is a pronoun"),
    row("“It fell,” Quill later said.", "Quill | said | “It fell,” | direct", why="an adverb before the verb"),
    row("“It fell,” Quill has said.", "Quill | has said | “It fell,” | direct", why="an auxiliary"),
    row("“It fell,” Quill and Oduya said.", "Quill and Oduya | said | “It fell,” | direct", why="two names"),
    row(
        "“It fell” — Quill said.", "Quill | said | “It fell” | direct", why="a dash after the closing mark", by="model"
    ),
    # cue before the quotation
    row("Quill said, “The wall leaned.”", "Quill | said | “The wall leaned.” | direct", why="a comma leads in"),
    row("Quill said: “The wall leaned.”", "Quill | said | “The wall leaned.” | direct", why="a colon leads in"),
    row("Quill said “it leaned for years.”", "Quill | said | “it leaned for years.” | direct", why="nothing leads in"),
    row(
        "Quill said that “it leaned for years.”",
        "Quill | said | that “it leaned for years.” | mixed",
        why="'that' belongs to the content",
    ),
    row(
        "Quill told the Post, “The wall leaned.”",
        "Quill | told | “The wall leaned.” | direct",
        why="an addressee between verb and quotation",
    ),
    row(
        "Quill wrote on her blog: “The wall leaned.”",
        "Quill | wrote | “The wall leaned.” | direct",
        why="where it was written",
    ),
    row("The sign reads, “No entry.”", "The sign | reads | “No entry.” | direct", why="a sign"),
    row("The statement read: “We are sorry.”", "The statement | read | “We are sorry.” | direct", why="a statement"),
    row("The crowd chanted, “Shut it down!”", "The crowd | chanted | “Shut it down!” | direct", why="a crowd"),
    row("It explains, “The wall leaned.”", "It | explains | “The wall leaned.” | direct", why="a document as 'it'"),
    row(
        "Ada Quill, who drives the haul road, said, “It leaned.”",
        "Ada Quill, who drives the haul road | said | “It leaned.” | direct",
        why="a relative clause belongs to the source",
    ),
    row(
        "On Monday, Quill said, “It leaned.”",
        "Quill | said | “It leaned.” | direct",
        why="an adjunct before the subject",
    ),
    row("On Monday Quill said, “It leaned.”", "Quill | said | “It leaned.” | direct", why="an adjunct with no comma"),
    row("But Quill said, “It leaned.”", "Quill | said | “It leaned.” | direct", why="a conjunction before the subject"),
    row(
        "When the road shut, Quill said, “It leaned.”",
        "Quill | said | “It leaned.” | direct",
        why="a clause before the subject",
    ),
    row(
        "The mayor’s office, in a letter, said: “It leaned.”",
        "The mayor’s office | said | “It leaned.” | direct",
        why="an adjunct between subject and verb",
        by="model",
    ),
    row("He asked her: “Is it safe?”", "He | asked | “Is it safe?” | direct", why="a question after the cue"),
    row(
        "Quill said this:\n\n“The wall leaned.”",
        "Quill | said | “The wall leaned.” | direct",
        why="the colon leads into the next paragraph",
        by="model",
    ),
    row(
        "The county explained:\n\n“The wall leaned.”",
        "The county | explained | “The wall leaned.” | direct",
        why="a lead-in ends its paragraph",
    ),
    # quotation – cue – quotation
    row(
        "“It leaned,” Quill said. “Nobody cared.”",
        "Quill | said | “It leaned,” … “Nobody cared.” | direct",
        why="goes on in the next sentence",
    ),
    row(
        "“It leaned,” Quill said, “and nobody cared.”",
        "Quill | said | “It leaned,” … “and nobody cared.” | direct",
        why="goes on in the same sentence",
    ),
    row(
        "“It leaned,” said Quill. “Nobody cared.”",
        "Quill | said | “It leaned,” … “Nobody cared.” | direct",
        why="goes on after an inverted cue",
    ),
    row(
        "“It leaned,” Quill said. “Nobody cared. Nobody.”",
        "Quill | said | “It leaned,” … “Nobody cared. Nobody.” | direct",
        why="two sentences go on",
    ),
    row(
        "“It leaned,” Quill said. “Why?” Oduya asked.",
        "Quill | said | “It leaned,” | direct",
        "Oduya | asked | “Why?” | direct",
        why="another speaker follows",
    ),
    row(
        "“It leaned,” Quill said. She left. “Nobody cared,” Oduya said.",
        "Quill | said | “It leaned,” | direct",
        "Oduya | said | “Nobody cared,” | direct",
        why="a sentence in between ends the turn",
    ),
    # over paragraphs
    row(
        "“It leaned,” Quill said. “Nobody cared.\n\n“We all knew.”",
        "Quill | said | “It leaned,” … “Nobody cared. … “We all knew.” | direct",
        why="runs on into the next paragraph, marks set again",
    ),
    row(
        "Quill said: “It leaned.\n\n“Nobody cared.\n\n“We all knew.”",
        "Quill | said | “It leaned. … “Nobody cared. … “We all knew.” | direct",
        why="three paragraphs, the cue before",
        by="model",
    ),
    row(
        "“It leaned,” Quill said.\n\n“Nobody cared. We all knew.”",
        "Quill | said | “It leaned,” … “Nobody cared. We all knew.” | direct",
        why="a floating quotation after a quoted paragraph",
    ),
    row(
        "“It leaned,” Quill said.\n\nThe road is shut.\n\n“No entry” is painted on it.",
        "Quill | said | “It leaned,” | direct",
        why="words in marks after another voice are not hers",
    ),
    # marks
    row('"The wall leaned," Quill said.', 'Quill | said | "The wall leaned," | direct', why="straight marks"),
    row("‘The wall leaned,’ Quill said.", "Quill | said | ‘The wall leaned,’ | direct", why="single marks"),
    row("'The wall leaned,' Quill said.", "Quill | said | 'The wall leaned,' | direct", why="straight single marks"),
    row("''The wall leaned,'' Quill said.", "Quill | said | ''The wall leaned,'' | direct", why="doubled single marks"),
    row("``The wall leaned,'' Quill said.", "Quill | said | ``The wall leaned,'' | direct", why="typewriter marks"),
    row("«The wall leaned», Quill said.", "Quill | said | «The wall leaned» | direct", why="guillemets in English"),
    row(
        "A stray “ mark here.\n\n“The wall leaned,” Quill said.",
        "Quill | said | “The wall leaned,” | direct",
        why="a stray mark voids nothing",
    ),
    row(
        "‘The drivers’ wall leaned,’ Quill said.",
        "Quill | said | ‘The drivers’ wall leaned,’ | direct",
        why="a plural apostrophe inside single marks",
    ),
    row(
        "“The [haul] road … is shut,” Quill said.",
        "Quill | said | “The [haul] road … is shut,” | direct",
        why="an editor's insertion and a cut stay in the content",
    ),
    row(
        "“Ona [the wall] fell,” Quill said in Estonian.",
        "Quill | said | “Ona [the wall] fell,” | direct",
        why="a gloss in brackets; the language is no content",
    ),
    row(
        "“The wall fell,” Quill said through an interpreter.",
        "Quill | said | “The wall fell,” | direct",
        why="a translation keeps its speaker",
    ),
    row("“No.” Quill said it twice.", why="a full stop before the closing mark; 'it' is the object", by="model"),
    # partial quotations
    row(
        "Quill called the wall “a disgrace.”",
        "Quill | called | the wall “a disgrace.” | mixed",
        why="calling: what is called belongs to the content",
    ),
    row(
        "Quill described the wall as “a disgrace.”",
        "Quill | described | the wall as “a disgrace.” | mixed",
        why="describing",
    ),
    row("She dubbed it “the leaner.”", "She | dubbed | it “the leaner.” | mixed", why="dubbing"),
    row(
        "Quill said the wall was “a disgrace” to the county.",
        "Quill | said | the wall was “a disgrace” to the county | mixed",
        why="words in marks inside an indirect clause",
    ),
    row(
        "Quill said that the wall was “a disgrace.”",
        "Quill | said | that the wall was “a disgrace.” | mixed",
        why="words in marks after 'that'",
    ),
    row(
        "The wall was “a disgrace,” Quill said.",
        "Quill | said | The wall was “a disgrace,” | mixed",
        why="an indirect clause that ends in marks",
    ),
    row(
        "Such acts encourage “division, weakness and defeat,” it warns.",
        "it | warns | Such acts encourage “division, weakness and defeat,” | mixed",
        why="a document as 'it' after a mixed clause",
    ),
    row(
        "The wall was “a disgrace,” according to Quill.",
        "Quill | according to | The wall was “a disgrace,” | mixed",
        why="according to, with marks",
    ),
    # floating cue with -ing
    row(
        "Quill left the hall, saying: “It leaned.”",
        "Quill | saying | “It leaned.” | direct",
        why="the subject of the main clause says it",
    ),
    row(
        "“It leaned,” Quill said, adding: “Nobody cared.”",
        "Quill | said | “It leaned,” | direct",
        "Quill | adding | “Nobody cared.” | direct",
        why="a second cue with the same subject",
    ),
    row(
        "Quill blamed the county, calling it “asleep.”",
        "Quill | calling | it “asleep.” | mixed",
        why="calling, with the subject of the main clause",
        by="model",
    ),
    row(
        "“We knew,” Oduya said, and Quill said, “We did not.”",
        "Oduya | said | “We knew,” | direct",
        "Quill | said | “We did not.” | direct",
        why="two speakers in one sentence",
        by="model",
    ),
    row(
        "Such acts of “leaning” bring “ruin and defeat,” it warns.",
        "it | warns | Such acts of “leaning” bring “ruin and defeat,” | mixed",
        why="two short runs in marks inside one clause",
    ),
    row(
        "“It fell,” Quill’s lawyer said.",
        "Quill’s lawyer | said | “It fell,” | direct",
        why="a possessive in the source",
    ),
    row("“It fell,” the U.N. said.", "the U.N. | said | “It fell,” | direct", why="an acronym with full stops"),
    row("“It fell,” Dr. Quill said.", "Dr. Quill | said | “It fell,” | direct", why="a title with a full stop"),
    row("“It fell,” wrote Quill.", "Quill | wrote | “It fell,” | direct", why="written, inverted"),
    row("“It fell,” recalled Quill, 45.", "Quill, 45 | recalled | “It fell,” | direct", why="an age at the end"),
    row("“It fell,” they said.", "they | said | “It fell,” | direct", why="a plural pronoun"),
    row("“It fell,” one driver said.", "one driver | said | “It fell,” | direct", why="'one' opens the source"),
    row(
        "“It fell,” according to the report.", "the report | according to | “It fell,” | direct", why="with marks alone"
    ),
    row("“It fell,” I said.", "I | said | “It fell,” | direct", why="the author quotes himself"),
    row(
        "“It fell,” former mayor Kit Oduya said.",
        "former mayor Kit Oduya | said | “It fell,” | direct",
        why="a role with no article",
    ),
    row(
        "“It fell,” the wall’s owner told a court.", "the wall’s owner | told | “It fell,” | direct", why="told a court"
    ),
    row(
        "“It fell?” Quill wondered.",
        "Quill | wondered | “It fell?” | direct",
        why="a question mark with no verb of asking",
    ),
    row("He shouted “Stop!”", "He | shouted | “Stop!” | direct", why="nothing between verb and marks"),
    row("She replied: ‘It fell.’", "She | replied | ‘It fell.’ | direct", why="single marks after a colon"),
    # signed, set out and cut short
    row(
        "“The pier is rotten and nobody looks.” ― Ada Quill",
        "Ada Quill | ― | “The pier is rotten and nobody looks.” | direct",
        why="signed with a bar and a name",
    ),
    row(
        "“The pier is rotten and nobody looks.”\n— Kit Oduya, ferry pilot",
        "Kit Oduya, ferry pilot | — | “The pier is rotten and nobody looks.” | direct",
        why="signed on the next line, with a role",
    ),
    row(
        "“The pier is rotten and nobody looks.”\n\nKit Oduya, Almeric Post\n\nThe rest is quiet.",
        "Kit Oduya … Almeric Post | , | “The pier is rotten and nobody looks.” | direct",
        why="signed by the next paragraph, with a paper",
    ),
    row(
        "“The pier is rotten and nobody looks.”\n\nEditorial Board, Almeric Post",
        "Almeric Post | , | “The pier is rotten and nobody looks.” | direct",
        why="an editorial board signs for its paper",
    ),
    row("“The pier is rotten and nobody looks.”\n\nKit Oduya, a pilot, left.", why="a sentence is no signature"),
    row("“The pier is rotten” — which nobody denies.", why="a dash that goes on in lower case is no signature"),
    row(
        "The pier was quiet.\n\nThanks for the messages. I was not at the pier! I left when it began."
        " — Ada Quill (@adaquill) March 3, 2031\n\nQuill said on Sunday that she was well.",
        "Ada Quill | — | Thanks for the messages. I was not at the pier! I left when it began. | direct",
        "Quill | said | that she was well | indirect",
        why="a post set into a page is signed with a handle and has no marks",
    ),
    row(
        "The pier is shut until further notice. pic.example.com/Xy1\n\n— Vail Harbour (@vailharbour) 3 March 2031",
        "Vail Harbour | — | The pier is shut until further notice. | direct",
        why="the signature of a post may have a line of its own; a link is no part of what is said",
    ),
    row("The old ferry was late — Ada Quill (@adaquill) is its pilot — and left.", why="an aside is no signature"),
    row(
        "“QUILL: Is the pier safe this year?\n\n“ODUYA: I would not walk on it.\n\n“QUILL: Then why is it open?”",
        "QUILL | : | Is the pier safe this year? | direct",
        "ODUYA | : | I would not walk on it. | direct",
        "QUILL | : | Then why is it open? | direct",
        why="a transcript set in marks, paragraph by paragraph",
    ),
    row(
        "“It was closed too late,” Quill told “Harbour Night.”",
        "Quill | told | “It was closed too late,” | direct",
        why="a programme in marks after told is whom, not what",
    ),
    row(
        "Drivers chanted “Shut the pier!” and kept marching until two.",
        "Drivers | chanted | “Shut the pier!” | direct",
        why="what is chanted ends with its marks",
    ),
    row(
        "The pier was sold on Jan. 27, days after the storm, according to the records.",
        "the records | according to | The pier was sold on Jan. 27, days after the storm",
        why="an abbreviated month does not end the clause",
    ),
    row(
        "Gov. Ada Quill met Govs. Kit Oduya and Lee Marr, according to Sgt. Pia Holm.",
        "Sgt. Pia Holm | according to | Gov. Ada Quill met Govs. Kit Oduya and Lee Marr",
        why="titles with full stops inside content and source",
    ),
    row(
        "The Post also quotes a ferry pilot, Ada Quill:\n\n> Cars began to slide. Nobody told us where the boats were.",
        "a ferry pilot, Ada Quill | quotes | > Cars began to slide. Nobody told us where the boats were.",
        why="a block is said by whom the announcement quotes",
    ),
    row(
        "The video uses footage of Ada Quill asking, “Who closed the pier?”",
        "Ada Quill | asking | “Who closed the pier?” | direct",
        why="whoever is shown asks, not the video",
    ),
    row(
        "“I love the pier,” she said, but “nobody should walk on it.”",
        "she | said | “I love the pier,” … “nobody should walk on it.” | direct",
        why="the quotation goes on after but",
    ),
    row(
        "In the words of the harbour master, “nobody should walk on it.”",
        "the harbour master | In the words of | “nobody should walk on it.” | direct",
        why="in the words of somebody",
    ),
    row(
        "He wrote about it in his second book, “The Leaning Pier of the North.”",
        why="a work's title after a comma is no speech",
    ),
    row(
        "Ada Quill called the reports “rumours of the lowest kind”.",
        "Ada Quill | called | the reports “rumours of the lowest kind” | mixed",
        why="reports behind an article are a noun",
    ),
    row(
        "“Amina” (not her real name) said that the wall fell.",
        "“Amina” (not her real name) | said | that the wall fell | indirect | said",
        why="a pseudonym in marks is a source, and that it is not real denies nothing",
    ),
    row(
        "18:20 “It fell,” Ada Quill says.",
        "Ada Quill | says | “It fell,” | direct",
        why="the hour that opens an entry of a live blog is no part of it",
    ),
    row(
        "18:20 The wall fell, Ada Quill says.",
        "Ada Quill | says | The wall fell | indirect",
        why="the same with words without marks",
    ),
    row(
        "HARROW - The wall fell, Ada Quill said.",
        "Ada Quill | said | The wall fell | indirect",
        why="a place in capitals before a hyphen",
    ),
    row(
        "Q: Did it fall?\n\nA: It did.\n\nWe all saw it.\n\nQ: When?\n\nA: On Monday.",
        "Q | : | Did it fall? | indirect",
        "A | : | It did. … We all saw it. | indirect",
        "Q | : | When? | indirect",
        "A | : | On Monday. | indirect",
        why="turns of an interview, a paragraph that goes on with one",
    ),
    row(
        "Army: 12 dead in the harbour\n\nIt rained all day.",
        "Army | : | 12 dead in the harbour | indirect",
        why="a headline may begin with a number behind the colon",
    ),
    row(
        "Rights group: Soldiers killed nine\n\nIt rained all day.",
        "Rights group | : | Soldiers killed nine | indirect",
        why="a headline's source may have nouns in small letters",
    ),
    row(
        "CLAIM: “We have built forty piers.” - Mayor Ada Quill, 1 April",
        "Mayor Ada Quill | - | “We have built forty piers.” | direct",
        why="a quotation behind a label, signed with a name and a date",
    ),
    row(
        "In the words of one guard: “We were counted like sacks.”",
        "one guard | In the words of | “We were counted like sacks.” | direct",
        why="a colon behind the source",
    ),
    row(
        "Narrator: We will cut it.\n\nAbu Usama al-Vaili: It is ours.\n\nNarrator: It is long.",
        "Narrator | : | We will cut it. | indirect",
        "Abu Usama al-Vaili | : | It is ours. | indirect",
        "Narrator | : | It is long. | indirect",
        why="a speaker's name may hold an article in small letters",
    ),
]
