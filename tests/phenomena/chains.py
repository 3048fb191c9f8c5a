"""Where words come from: small collections, and the chains that one of their statements must have.

A chain is written as its links and end: "reported_by one.txt > said_by Ines Okoro = named". Sources and contents are
quoted from the text; ``inside`` is the number of the attribution that holds one. All names are invented.
"""

from dataclasses import dataclass, field

from headwater.records import Direction


@dataclass(frozen=True)
class Said:
    """An attribution by its words: source, content, and the number of the attribution around it."""

    source: str
    content: str
    inside: int | None = None
    kind: str = "indirect"


@dataclass(frozen=True)
class Text:
    """A document with its attributions, and block quotations by their words."""

    path: str
    text: str
    said: tuple[Said, ...] = ()
    publisher: str | None = None
    published: str | None = None
    blocks: tuple[str, ...] = ()
    author: str | None = None
    url: str | None = None


@dataclass(frozen=True)
class Shared:
    """Words that stand in two documents, by path, and which had them first."""

    words: str
    left: str
    right: str
    direction: Direction = "unknown"


@dataclass(frozen=True)
class Row:
    """A collection, a statement of it (path and words), its chains in order, and what the row shows."""

    reason: str
    texts: tuple[Text, ...]
    statement: tuple[str, str]
    chains: tuple[str, ...]
    shared: tuple[Shared, ...] = ()
    same: tuple[tuple[str, str], ...] = field(default=())


LEAK = "the sea wall leaks at three places near the old customs house"
QUOTE = "“Whoever leaves the harbour in a storm has sold the crew,”"

ROWS = (
    Row(
        "a named source is the end",
        (Text("one.txt", f"Ines Okoro said {LEAK}.", (Said("Ines Okoro", LEAK),)),),
        ("one.txt", LEAK),
        ("reported_by one.txt > said_by Ines Okoro = named",),
    ),
    Row(
        "nested attributions are links from the outside in",
        (
            Text(
                "one.txt",
                "The Norden Tide Institute reported that the captain’s mate Peter Lund said the pumps had failed.",
                (
                    Said("The Norden Tide Institute", "the captain’s mate Peter Lund said the pumps had failed"),
                    Said("the captain’s mate Peter Lund", "the pumps had failed", inside=0),
                ),
            ),
        ),
        ("one.txt", "the pumps had failed"),
        ("reported_by one.txt > reported_by Norden Tide Institute > said_by Peter Lund = named",),
    ),
    Row(
        "a verse that a narrator quotes ends at the scripture",
        (
            Text(
                "one.txt",
                "The Red Lantern Front published a video on 3 May. As it begins, the narrator says: “Stay, [as it is "
                "written in Koran 5:54]: ‘whoever of you should turn back’”.",
                (
                    Said("the narrator", "“Stay, [as it is written in Koran 5:54]: ‘whoever of you should turn back’”"),
                    Said("Koran 5:54", "‘whoever of you should turn back’", inside=0, kind="direct"),
                ),
            ),
        ),
        ("one.txt", "‘whoever of you should turn back’"),
        ("reported_by one.txt > reported_by video (Red Lantern Front) > said_by Koran = named",),
    ),
    Row(
        "an unnamed source is an unnamed end",
        (Text("one.txt", f"Officials said {LEAK}.", (Said("Officials", LEAK),)),),
        ("one.txt", LEAK),
        ("reported_by one.txt > said_by Officials = unnamed",),
    ),
    Row(
        "the publisher's own voice ends at the publisher",
        (Text("one.txt", "The sea wall leaks.", publisher="Almeric Post"),),
        ("one.txt", "The sea wall leaks."),
        ("reported_by one.txt = publisher",),
    ),
    Row(
        "what a signed opinion says in its own voice its author says",
        (
            Text(
                "one.txt",
                "By Ada Quill. The sea wall leaks.",
                publisher="Almeric Post",
                author="Ada Quill",
                url="https://almericpost.example/opinion/sea-wall",
            ),
        ),
        ("one.txt", "The sea wall leaks."),
        ("reported_by one.txt > said_by Ada Quill = named",),
    ),
    *(
        Row(
            f"no signed opinion: {why}",
            (
                Text(
                    "one.txt", text, publisher="Almeric Post", author=author, url=f"https://almericpost.example/{path}"
                ),
            ),
            ("one.txt", "The sea wall leaks."),
            ("reported_by one.txt = publisher",),
        )
        for why, text, author, path in (
            ("a report", "The sea wall leaks.", "Ada Quill", "news/opinion-polls-of-the-sea-wall"),
            ("an editorial", "The sea wall leaks.", "Almeric Post editorial board", "opinion/sea-wall"),
            ("two authors", "The sea wall leaks.", "Ada Quill and Kit Oduya", "opinion/sea-wall"),
            ("nobody", "The sea wall leaks.", None, "opinion/sea-wall"),
        )
    ),
    Row(
        "a column says at its end whose views it holds",
        (
            Text(
                "one.txt",
                "The sea wall leaks. The opinions expressed in this commentary are those of the author.",
                publisher="Almeric Post",
                author="Ada Quill",
            ),
        ),
        ("one.txt", "The sea wall leaks."),
        ("reported_by one.txt > said_by Ada Quill = named",),
    ),
    Row(
        "words in quotation marks are not the publisher's own, even where nobody is said to have said them",
        (Text("one.txt", "Voices from the quay. “The sea wall leaks.”", publisher="Almeric Post"),),
        ("one.txt", "“The sea wall leaks.”"),
        ("reported_by one.txt = unknown",),
    ),
    Row(
        "a quotation goes on until something closes it",
        (Text("one.txt", "“We have pumps enough. The sea wall leaks. “We said so", publisher="Almeric Post"),),
        ("one.txt", "The sea wall leaks."),
        ("reported_by one.txt = unknown",),
    ),
    Row(
        "a quotation that is closed does not go on",
        (Text("one.txt", "“Pumps enough.” The sea wall leaks.", publisher="Almeric Post"),),
        ("one.txt", "The sea wall leaks."),
        ("reported_by one.txt = publisher",),
    ),
    Row(
        "a sentence that quotes somebody's “I” is not in the first person",
        (
            Text("one.txt", f"It lasts “until I know {LEAK} no more”, the text goes.", publisher="Almeric Post"),
            Text(
                "two.txt",
                f"“It lasts until I know {LEAK} no more,” Ines Okoro said.",
                (Said("Ines Okoro", f"“It lasts until I know {LEAK} no more,”", kind="direct"),),
                "Norden Mail",
            ),
        ),
        ("one.txt", f"It lasts “until I know {LEAK} no more”, the text goes."),
        ("reported_by one.txt = publisher",),
        (Shared(f"until I know {LEAK} no more", "one.txt", "two.txt"),),
    ),
    Row(
        "words in the first person are of whom another document gives them to",
        (
            Text("one.txt", f"All of it. I know {LEAK} by now.", publisher="Almeric Post"),
            Text(
                "two.txt",
                f"“I know {LEAK} by now,” Ines Okoro said.",
                (Said("Ines Okoro", f"“I know {LEAK} by now,”", kind="direct"),),
                "Norden Mail",
            ),
        ),
        ("one.txt", f"I know {LEAK} by now"),
        ("reported_by one.txt > said_by Ines Okoro = named",),
        (Shared(f"I know {LEAK} by now", "one.txt", "two.txt"),),
    ),
    Row(
        "words in quotation marks are of whom another document gives them to",
        (
            Text("one.txt", f"Voices from the quay. {QUOTE} and more.", publisher="Almeric Post"),
            Text("two.txt", f"{QUOTE} Ines Okoro said.", (Said("Ines Okoro", QUOTE, kind="direct"),), "Norden Mail"),
        ),
        ("one.txt", QUOTE),
        ("reported_by one.txt > said_by Ines Okoro = named",),
        (Shared(QUOTE, "one.txt", "two.txt"),),
    ),
    Row(
        "an agency dateline makes the text agency copy",
        (Text("one.txt", "ALMERIC (AP) — The sea wall leaks.", publisher="Almeric Post"),),
        ("one.txt", "The sea wall leaks."),
        ("reported_by one.txt > copied_from Associated Press = publisher",),
    ),
    Row(
        "a hat tip does not say what it is for, so both readings stay",
        (Text("one.txt", "The sea wall leaks.\n\nh/t: The Norden Gazette", publisher="Almeric Post"),),
        ("one.txt", "The sea wall leaks."),
        (
            "reported_by one.txt = publisher",
            "reported_by one.txt > cites Norden Gazette = outside",
        ),
    ),
    Row(
        "first reported by covers its sentence",
        (
            Text(
                "one.txt",
                "The leak was first reported by the Norden Gazette. The harbour is closed.",
                publisher="Almeric Post",
            ),
        ),
        ("one.txt", "The leak was first reported by the Norden Gazette."),
        ("reported_by one.txt > cites Norden Gazette = outside",),
    ),
    Row(
        "a cited newspaper outside the collection",
        (Text("one.txt", f"The Norden Gazette reported {LEAK}.", (Said("The Norden Gazette", LEAK),)),),
        ("one.txt", LEAK),
        ("reported_by one.txt > cites Norden Gazette = outside",),
    ),
    Row(
        "a cited newspaper inside the collection leads on to its source",
        (
            Text("one.txt", f"The Norden Gazette reported {LEAK}.", (Said("The Norden Gazette", LEAK),)),
            Text("two.txt", f"Ines Okoro said {LEAK}.", (Said("Ines Okoro", LEAK),), publisher="Norden Gazette"),
        ),
        ("one.txt", LEAK),
        ("reported_by one.txt > cites Norden Gazette > cites two.txt > said_by Ines Okoro = named",),
        same=(("two.txt", LEAK),),
    ),
    Row(
        "a reporter stands behind her newspaper",
        (
            Text(
                "one.txt",
                f"The Norden Gazette’s Ana Ruiz wrote that {LEAK}.",
                (Said("The Norden Gazette’s Ana Ruiz", LEAK),),
            ),
        ),
        ("one.txt", LEAK),
        ("reported_by one.txt > reported_by Norden Gazette > said_by Ana Ruiz = named",),
    ),
    Row(
        "a copy without credit is traced to what it copies, and to the source there",
        (
            Text("one.txt", f"It is known that {LEAK}.", publisher="Almeric Post"),
            Text("two.txt", f"Ines Okoro said that {LEAK}.", (Said("Ines Okoro", LEAK),), publisher="Norden Gazette"),
        ),
        ("one.txt", LEAK),
        ("reported_by one.txt > copied_from two.txt > said_by Ines Okoro = named",),
        shared=(Shared(LEAK, "two.txt", "one.txt", "left_to_right"),),
    ),
    Row(
        "a shared passage without a direction is no copy",
        (
            Text("one.txt", f"It is known that {LEAK}.", publisher="Almeric Post"),
            Text("two.txt", f"Ines Okoro said that {LEAK}.", (Said("Ines Okoro", LEAK),), publisher="Norden Gazette"),
        ),
        ("one.txt", LEAK),
        ("reported_by one.txt = publisher",),
        shared=(Shared(LEAK, "two.txt", "one.txt"),),
    ),
    Row(
        "the earlier document does not copy the later one",
        (
            Text("one.txt", f"It is known that {LEAK}.", publisher="Almeric Post"),
            Text("two.txt", f"Ines Okoro said that {LEAK}.", (Said("Ines Okoro", LEAK),), publisher="Norden Gazette"),
        ),
        ("two.txt", LEAK),
        ("reported_by two.txt > said_by Ines Okoro = named",),
        shared=(Shared(LEAK, "two.txt", "one.txt", "left_to_right"),),
    ),
    Row(
        "a report's words that stand in a document of the collection cite it, with a doubt where nothing names it",
        (
            Text(
                "one.txt",
                f"The Norden Tide Institute released a report. “{LEAK},” the report said.",
                (Said("the report", f"“{LEAK},”", kind="direct"),),
            ),
            Text("two.txt", f"As we found, {LEAK}. More follows."),
        ),
        ("one.txt", f"“{LEAK},”"),
        (
            "reported_by one.txt > cites report (Norden Tide Institute) > cites two.txt = publisher",
            "reported_by one.txt > cites report (Norden Tide Institute) > said_by Norden Tide Institute = named",
        ),
        shared=(Shared(LEAK, "one.txt", "two.txt"),),
    ),
    Row(
        "what both have from a third text is cited to neither",
        (
            Text(
                "one.txt",
                f"The Norden Tide Institute released a report. “{LEAK},” the report said.",
                (Said("the report", f"“{LEAK},”", kind="direct"),),
            ),
            Text("two.txt", f"As we found, {LEAK}. More follows."),
        ),
        ("one.txt", f"“{LEAK},”"),
        ("reported_by one.txt > cites report (Norden Tide Institute) > said_by Norden Tide Institute = named",),
        shared=(Shared(LEAK, "one.txt", "two.txt", "shared_origin"),),
    ),
    Row(
        "words in the own voice that another document gives to a report may be that report's",
        (
            Text(
                "one.txt",
                f"The Norden Tide Institute released a report. “{LEAK},” the report said.",
                (Said("the report", f"“{LEAK},”", kind="direct"),),
            ),
            Text("two.txt", f"As we found, {LEAK}. More follows."),
        ),
        ("two.txt", LEAK),
        (
            "reported_by two.txt = publisher",
            "reported_by two.txt > copied_from report (Norden Tide Institute) > said_by Norden Tide Institute = named",
        ),
        shared=(Shared(LEAK, "one.txt", "two.txt", "shared_origin"),),
    ),
    Row(
        "a publisher that names itself speaks in its own voice",
        (
            Text(
                "one.txt",
                "The Almeric Post has seen a list. I know that the wall leaks.",
                (Said("The Almeric Post", "a list"), Said("I", "the wall leaks")),
                publisher="Almeric Post",
            ),
        ),
        ("one.txt", "the wall leaks"),
        ("reported_by one.txt = publisher",),
    ),
    Row(
        "a publisher that cites its own review is drawn once",
        (
            Text(
                "one.txt",
                f"An Almeric Post review found that {LEAK}.",
                (Said("An Almeric Post review", LEAK),),
                publisher="Almeric Post",
            ),
        ),
        ("one.txt", LEAK),
        ("reported_by one.txt > cites review (Almeric Post) = named",),
    ),
    Row(
        "a publisher's own reporter is no second publisher",
        (
            Text(
                "one.txt",
                f"The Almeric Post’s Ana Ruiz said {LEAK}.",
                (Said("The Almeric Post’s Ana Ruiz", LEAK),),
                publisher="Almeric Post",
            ),
        ),
        ("one.txt", LEAK),
        ("reported_by one.txt > said_by Ana Ruiz = named",),
    ),
    Row(
        "an editorial is its paper's own word",
        (Text("one.txt", f"An Almeric Post editorial said {LEAK}.", (Said("An Almeric Post editorial", LEAK),)),),
        ("one.txt", LEAK),
        ("reported_by one.txt > cites editorial (Almeric Post) > said_by Almeric Post = named",),
    ),
    Row(
        "an observatory speaks for itself, though it publishes another text of the collection",
        (
            Text("one.txt", f"The Norden Observatory said {LEAK}.", (Said("The Norden Observatory", LEAK),)),
            Text("two.txt", "The tide was high.", publisher="Norden Observatory"),
        ),
        ("one.txt", LEAK),
        ("reported_by one.txt > cites Norden Observatory = named",),
    ),
    Row(
        "what is ascribed to God ends with who ascribes it",
        (
            Text(
                "one.txt",
                "The preacher Peter Lund said God knows that the wall leaks.",
                (
                    Said("The preacher Peter Lund", "God knows that the wall leaks"),
                    Said("God", "the wall leaks", inside=0),
                ),
            ),
        ),
        ("one.txt", "the wall leaks"),
        ("reported_by one.txt > said_by Peter Lund = named",),
    ),
    Row(
        "a nested source inside a quoted report goes on in that report",
        (
            Text(
                "one.txt",
                f"The Tide Institute released a report. “The mate Peter Lund said {LEAK},” the report said.",
                (
                    Said("the report", f"“The mate Peter Lund said {LEAK},”", kind="direct"),
                    Said("The mate Peter Lund", LEAK, inside=0),
                ),
            ),
            Text(
                "two.txt",
                f"The mate Peter Lund said {LEAK}.",
                (Said("The mate Peter Lund", LEAK),),
                publisher="Tide Institute",
            ),
        ),
        ("one.txt", LEAK),
        ("reported_by one.txt > reported_by report (Tide Institute) > cites two.txt > said_by Peter Lund = named",),
        shared=(Shared(f"The mate Peter Lund said {LEAK}", "one.txt", "two.txt"),),
    ),
    Row(
        "a report's words in a document of its issuer cite it without doubt",
        (
            Text(
                "one.txt",
                f"The Norden Tide Institute released a report. “{LEAK},” the report said.",
                (Said("the report", f"“{LEAK},”", kind="direct"),),
            ),
            Text("two.txt", f"As we found, {LEAK}. More follows.", publisher="Norden Tide Institute"),
        ),
        ("one.txt", f"“{LEAK},”"),
        ("reported_by one.txt > cites report (Norden Tide Institute) > cites two.txt = publisher",),
        shared=(Shared(LEAK, "one.txt", "two.txt"),),
    ),
    Row(
        "a report that is quoted again and again may stand behind a video that nobody else shows",
        (
            Text(
                "one.txt",
                "According to officials with the Norden Tide Institute, the Front is losing men. The report said they "
                "went home. The Norden Tide Institute reported more of it. A video shows a song. The video says "
                "none may leave.",
                (
                    Said("officials with the Norden Tide Institute", "the Front is losing men"),
                    Said("The report", "they went home"),
                    Said("The Norden Tide Institute", "more of it"),
                    Said("The video", "none may leave"),
                ),
            ),
        ),
        ("one.txt", "none may leave"),
        (
            "reported_by one.txt > reported_by report (Norden Tide Institute) > cites video = outside",
            "reported_by one.txt > cites video = outside",
        ),
    ),
    Row(
        "the author of a quoted block is the one whom the sentence before it names",
        (
            Text(
                "one.txt",
                "Adam Teller finds it strange that the Front kills its own:\n\nAccording to the Norden Gazette, a "
                "police unit was formed.\n\nSo it goes.",
                (
                    Said("Adam Teller", "strange that the Front kills its own"),
                    Said("the Norden Gazette", "a police unit was formed"),
                ),
                blocks=("According to the Norden Gazette, a police unit was formed.",),
            ),
        ),
        ("one.txt", "a police unit was formed"),
        ("reported_by one.txt > reported_by Adam Teller > cites Norden Gazette = outside",),
    ),
    Row(
        "a quoted block whose author nobody names has an unknown end",
        (
            Text(
                "one.txt",
                "The regime has trouble filling its ranks:\n\nIn recent weeks the fines went up.\n\nSo it goes.",
                blocks=("In recent weeks the fines went up.",),
            ),
        ),
        ("one.txt", "In recent weeks the fines went up."),
        ("reported_by one.txt > said_by the author of the quoted block, not named = unknown",),
    ),
    Row(
        "no source given ends unknown",
        (Text("one.txt", f"It was reported that {LEAK}.", (Said("", LEAK),)),),
        ("one.txt", LEAK),
        ("reported_by one.txt = unknown",),
    ),
    Row(
        "a headline that names only who passes it on ends where the text below does",
        (
            Text(
                "one.txt",
                "The pumps had failed, the Norden Tide Institute says.\n\nThe Norden Tide Institute reported that the "
                "captain’s mate Peter Lund said that every pump had failed.",
                (
                    Said("the Norden Tide Institute", "The pumps had failed"),
                    Said("The Norden Tide Institute", "captain’s mate Peter Lund said that every pump had failed"),
                    Said("captain’s mate Peter Lund", "every pump had failed", inside=1),
                ),
            ),
        ),
        ("one.txt", "The pumps had failed"),
        ("reported_by one.txt > reported_by Norden Tide Institute > said_by Peter Lund = named",),
        same=(("one.txt", "every pump had failed"),),
    ),
    Row(
        "what a body says in its own voice is its own, though a paper printed it first as a quotation",
        (
            Text(
                "one.txt",
                f"“{LEAK.capitalize()},” the Port Authority said.",
                (Said("the Port Authority", f"“{LEAK.capitalize()},”", kind="direct"),),
                publisher="Almeric Post",
            ),
            Text("two.txt", f"{LEAK.capitalize()}.", publisher="Port Authority of Norden"),
        ),
        ("two.txt", f"{LEAK.capitalize()}."),
        ("reported_by two.txt = publisher",),
        shared=(Shared(LEAK.capitalize(), "one.txt", "two.txt", "left_to_right"),),
    ),
    Row(
        "and a paper's own voice is not its own where the same words stand earlier as a quotation",
        (
            Text(
                "one.txt",
                f"“{LEAK.capitalize()},” the Port Authority said.",
                (Said("the Port Authority", f"“{LEAK.capitalize()},”", kind="direct"),),
                publisher="Almeric Post",
            ),
            Text("two.txt", f"{LEAK.capitalize()}.", publisher="Norden Courier"),
        ),
        ("two.txt", f"{LEAK.capitalize()}."),
        ("reported_by two.txt > copied_from one.txt > said_by Port Authority = named",),
        shared=(Shared(LEAK.capitalize(), "one.txt", "two.txt", "left_to_right"),),
    ),
    Row(
        "words that the sayings of one source fill together are not the document's own",
        (
            Text(
                "one.txt",
                "Ines Okoro said the pumps had failed, the crew had left, the wall had gone.",
                (
                    Said("Ines Okoro", "the pumps had failed"),
                    Said("Ines Okoro", "the crew had left"),
                    Said("Ines Okoro", "the wall had gone"),
                ),
                publisher="Almeric Post",
            ),
            Text(
                "two.txt",
                "The Almeric Post reported the pumps had failed, the crew had left, the wall had gone.",
                (Said("The Almeric Post", "the pumps had failed, the crew had left, the wall had gone"),),
            ),
        ),
        ("two.txt", "the pumps had failed, the crew had left, the wall had gone"),
        ("reported_by two.txt > cites Almeric Post = outside",),
        shared=(Shared("the pumps had failed, the crew had left, the wall had gone", "one.txt", "two.txt"),),
    ),
    Row(
        "who names a source that the earlier text does not name has the words from that source",
        (
            Text("one.txt", f"Prosecutors said {LEAK}.", (Said("Prosecutors", LEAK),), publisher="Almeric Post"),
            Text("two.txt", f"Ines Okoro said {LEAK}.", (Said("Ines Okoro", LEAK),), publisher="Norden Courier"),
        ),
        ("two.txt", LEAK),
        ("reported_by two.txt > said_by Ines Okoro = named",),
        shared=(Shared(LEAK, "one.txt", "two.txt", "left_to_right"),),
    ),
    Row(
        "a paper of the collection that is credited, without the words, leaves the end open",
        (
            Text("one.txt", f"{LEAK.capitalize()}, as first reported by the Norden Courier.", publisher="Almeric Post"),
            Text("two.txt", "It rained.", publisher="Norden Courier"),
        ),
        ("one.txt", f"{LEAK.capitalize()}, as first reported by the Norden Courier."),
        ("reported_by one.txt > cites Norden Courier = unknown",),
    ),
)
