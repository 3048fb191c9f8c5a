"""How texts tell that a position moved, and what looks like it and is none. Speakers: Karsat Front, Harl Observatory,
Mira Tolland. A row is a reason, the text, and the stances of the steps found, in order; an empty row finds nothing."""

FRONT, OBSERVATORY, TOLLAND = "Karsat Front", "Harl Observatory", "Mira Tolland"
Row = tuple[str, str, tuple[tuple[str, str, tuple[str, ...]], ...]]  # reason, text, (speaker, topic, stances)

ROWS: tuple[Row, ...] = (
    # one verb of change with its own position
    (
        "softened its stance",
        "The Front softened its stance on deserters.",
        ((FRONT, "deserters", ("softened its stance",)),),
    ),
    ("hardened", "The Front hardened its line toward farmers.", ((FRONT, "farmers", ("hardened its line",)),)),
    ("changed her mind", "Tolland changed her mind about the dam.", ((TOLLAND, "dam", ("changed her mind",)),)),
    ("withdrew a denial", "Tolland withdrew her denial on the dam.", ((TOLLAND, "dam", ("withdrew her denial",)),)),
    ("reversed a policy", "The Front reversed its policy on tolls.", ((FRONT, "tolls", ("reversed its policy",)),)),
    (
        "dropped a demand",
        "The Front dropped its demands about the levy.",
        ((FRONT, "levy", ("dropped its demands",)),),
    ),
    (
        "abandoned opposition",
        "Tolland abandoned her opposition to the levy and went home.",
        ((TOLLAND, "levy", ("abandoned her opposition",)),),
    ),
    (
        "backtracked on a position",
        "Tolland backtracked on her position on the levy.",
        ((TOLLAND, "levy", ("backtracked on her position",)),),
    ),
    (
        "adverb between",
        "The Front has quietly changed its tone on farmers.",
        ((FRONT, "farmers", ("changed its tone",)),),
    ),
    (
        "with a date",
        "On Friday the Front reversed course on tolls.",
        ((FRONT, "tolls", ("reversed course",)),),
    ),
    # a position that changed
    (
        "its tone has hardened",
        "The Front’s tone on farmers has hardened.",
        ((FRONT, "farmers", ("tone on farmers has hardened",)),),
    ),
    (
        "the possessor is the owner",
        "The Front’s stance shifted toward farmers.",
        ((FRONT, "farmers", ("stance shifted",)),),
    ),
    (
        "of a person",
        "Tolland’s position on the dam has changed.",
        ((TOLLAND, "dam", ("position on the dam has changed",)),),
    ),
    # a named change
    (
        "in a reversal, subject behind",
        "In a reversal of its policy on tolls, the Front said that drivers need not pay.",
        ((FRONT, "tolls", ("In a reversal of its policy",)),),
    ),
    (
        "in a sharp change of tone",
        "In a sharp change of tone on farmers, the Front called them brothers.",
        ((FRONT, "farmers", ("In a sharp change of tone",)),),
    ),
    (
        "in an apparent u-turn",
        "In an apparent U-turn on the dam, Tolland asked for more time.",
        ((TOLLAND, "dam", ("In an apparent U-turn",)),),
    ),
    # both sides in one sentence
    (
        "admitted, after it had denied",
        "The Front on Friday admitted that goats had been taken, a week after it had denied any theft.",
        ((FRONT, "theft", ("had denied", "admitted")),),
    ),
    (
        "denied, after it had confirmed",
        "The Front denied the raid on Friday, two days after it confirmed the raid.",
        ((FRONT, "raid", ("confirmed", "denied")),),
    ),
    (
        "said after it had said: no turn",
        "The Front said on Friday that tolls would rise, a week after it had said that the road would open.",
        (),
    ),
    (
        "it is no name of the sentence before",
        "The Front met. The Quarry League on Friday admitted the raid, a week after it had denied any part.",
        (),
    ),
    (
        "initially denied, later admitted",
        "The Front initially denied the raid but later admitted it.",
        ((FRONT, "raid", ("initially denied", "but later admitted")),),
    ),
    (
        "had denied, now says",
        "The Front, which had denied the raid, now says that it lost two men.",
        ((FRONT, "raid", ("had denied", "now says")),),
    ),
    (
        "denied at first",
        "The Front denied the raid at first but later acknowledged it.",
        ((FRONT, "raid", ("denied", "but later acknowledged")),),
    ),
    (
        "once called, now calls",
        "Tolland once called the dam a folly and now calls it a duty.",
        ((TOLLAND, "dam", ("once called", "and now calls")),),
    ),
    (
        "had supported, has since opposed",
        "Tolland had supported the levy and has since opposed it.",
        ((TOLLAND, "levy", ("had supported", "has since opposed")),),
    ),
    (
        "after initially denying, acknowledged",
        "After initially denying the raid, the Front acknowledged it on Monday.",
        ((FRONT, "raid", ("After initially denying", "acknowledged")),),
    ),
    (
        "admitted after denying",
        "The Front admitted the raid after initially denying it.",
        ((FRONT, "raid", ("after initially denying", "admitted")),),
    ),
    (
        "long rejected, then accepted",
        "The Front long rejected the truce and then accepted it.",
        ((FRONT, "truce", ("long rejected", "and then accepted")),),
    ),
    (
        "previously opposed, now supports",
        "Tolland previously opposed the bridge but now supports it.",
        ((TOLLAND, "bridge", ("previously opposed", "but now supports")),),
    ),
    (
        "who had promised",
        "Tolland, who had promised a bridge, has now ruled nothing out and has since withdrew; she later dismissed it.",
        ((TOLLAND, "bridge", ("had promised", "has since withdrew")),),
    ),
    (
        "initially said, eventually conceded",
        "Harl Observatory initially said that nobody died, and eventually conceded two.",
        ((OBSERVATORY, "a matter that the sentence does not name", ("initially said", "and eventually conceded")),),
    ),
    (
        "on Friday",
        "Tolland had insisted the dam was safe, and on Friday admitted leaks.",
        ((TOLLAND, "dam", ("had insisted", "and on Friday admitted")),),
    ),
    (
        "condemned and later praised",
        "The Front initially condemned the farmers and later praised them.",
        ((FRONT, "farmers", ("initially condemned", "and later praised")),),
    ),
    (
        "after days of denying",
        "After days of denying that its men were there, the Front acknowledged the raid.",
        ((FRONT, "a matter that the sentence does not name", ("After days of denying", "acknowledged")),),
    ),
    # counts
    (
        "revised from to",
        "Harl Observatory revised its toll from 41 to 54.",
        ((OBSERVATORY, "toll", ("41", "54")),),
    ),
    (
        "raised its count of the dead",
        "Harl Observatory raised its count of the dead from 41 to 54.",
        ((OBSERVATORY, "count of the dead", ("41", "54")),),
    ),
    (
        "lowered",
        "Harl Observatory lowered its estimate from about 2,000 to 1,400.",
        ((OBSERVATORY, "estimate", ("about 2,000", "1,400")),),
    ),
    (
        "up from",
        "Harl Observatory put the death toll at 54, up from 41.",
        ((OBSERVATORY, "death toll", ("41", "54")),),
    ),
    (
        "up from an earlier count",
        "Harl Observatory put the toll at 54, up from an earlier count of 41.",
        ((OBSERVATORY, "toll", ("41", "54")),),
    ),
    (
        "no longer says",
        "The Front no longer says that deserters lie; it lets deserters go, and deserters rejoice.",
        ((FRONT, "deserters", ("no longer says",)),),
    ),
    # an opening before, and what holds now behind
    (
        "at first, then the change",
        "At first the Front threatened farmers. Weeks later it softened its stance on farmers.",
        ((FRONT, "farmers", ("at first", "softened its stance")),),
    ),
    (
        "the change and now",
        "The Front changed its line on farmers. Now its weekly calls them brothers.",
        ((FRONT, "farmers", ("changed its line", "now")),),
    ),
    (
        "all three",
        "Initially the Front burned barns. Then the Front reversed its policy on barns. Today it guards them.",
        ((FRONT, "barns", ("initially", "reversed its policy", "now")),),
    ),
    (
        "two speakers keep apart",
        "The Front softened its stance on farmers. Tolland hardened her stance on farmers.",
        ((FRONT, "farmers", ("softened its stance",)), (TOLLAND, "farmers", ("hardened her stance",))),
    ),
    (
        "another reports it, the owner moved",
        "Tolland said that the Front softened its stance on farmers.",
        ((FRONT, "farmers", ("softened its stance",)),),
    ),
    (
        "previously, of something else",
        "The Front won over previously undecided farmers. Tolland changed her mind on tolls.",
        ((TOLLAND, "tolls", ("changed her mind",)),),
    ),
    # what is no change of position
    ("a changed subject", "Tolland changed the subject.", ()),
    ("another topic is no change", "At first Tolland spoke of the dam. Later she spoke of the bridge.", ()),
    ("did not happen", "The Front did not soften its stance on farmers.", ()),
    ("has not happened", "The Front has not changed its position on tolls.", ()),
    ("refused", "The Front refused to change its line on tolls.", ()),
    ("will", "The Front will reverse its policy on tolls.", ()),
    ("would", "The Front would have changed its line on tolls.", ()),
    ("asked", "Has the Front changed its line on tolls?", ()),
    ("asked of a turn", "Did the Front, which had denied the raid, now admit it?", ()),
    ("conditional", "If the Front had denied the raid, it would now say so.", ()),
    ("denied change", "Tolland denied that she had changed her mind on the dam.", ()),
    ("accused of change", "Tolland accused the Front of having reversed its policy on tolls.", ()),
    ("whether", "Nobody knows whether the Front changed its mind on tolls.", ()),
    ("only the past", "The Front had denied the raid.", ()),
    ("only now", "The Front now says that the road is open.", ()),
    ("two subjects", "The Front had denied the raid, but Tolland now says that it happened.", ()),
    ("two subjects, pronoun", "The Front initially denied the raid, and she later admitted her doubts.", ()),
    ("quotation of the past", "In March the Front said that farmers were thieves.", ()),
    ("somebody else's position", "Tolland changed the committee’s statement on tolls.", ()),
    ("a thing that changed", "The weather changed. The price of grain softened.", ()),
    ("an adjective", "A revised version of the Front’s statement is out.", ()),
    ("the owner's paper is another", "The Front’s weekly softened its tone on farmers.", ()),
    ("an age, no count", "Harl Observatory raised its flag from 41 to 54 metres.", ()),
    ("prices", "The price of grain rose from 41 to 54.", ()),
    ("nobody is named", "The stance softened.", ()),
    ("never", "The Front never initially denied the raid but later admitted others.", ()),
    (
        "who did it stands before a clause that names another",
        "Tolland, who signed the Karsat Front into law, has also reversed course on the dam.",
        ((TOLLAND, "dam", ("reversed course",)),),
    ),
    (
        "a clause of others than the one named",
        "The Front stayed behind as the towns, which knew it well, changed their mind about tolls.",
        (),
    ),
    ("a line of a text", "The Front dropped this line, and nobody took it up.", ()),
    ("a version of a text", "The Observatory changed that version on Friday.", ()),
    (
        "an opening about others",
        "Harl Observatory took away a right that drivers had previously. The Front reversed course on tolls.",
        ((FRONT, "tolls", ("reversed course",)),),
    ),
    (
        "an opening about the same speaker",
        "The Front had previously taken tolls. The Front reversed course on tolls.",
        ((FRONT, "tolls", ("had previously", "reversed course")),),
    ),
    (
        "what now holds for others",
        "The Front reversed course on tolls. Now Harl Observatory counts cars.",
        ((FRONT, "tolls", ("reversed course",)),),
    ),
)
