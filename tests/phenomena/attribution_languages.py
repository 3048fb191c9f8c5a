"""Direct quotations and speakers in six languages besides English; indirect speech is not found there."""

from phenomena.attribution import Row, row

_GERMAN = [
    row(
        "„Die Mauer stand schief“, sagte Quill.", "Quill | sagte | „Die Mauer stand schief“ | direct", why="Verb, Name"
    ),
    row("„Die Mauer stand schief“, sagte sie.", "sie | sagte | „Die Mauer stand schief“ | direct", why="a pronoun"),
    row("Quill sagte: „Die Mauer stand schief.“", "Quill | sagte | „Die Mauer stand schief.“ | direct", why="a colon"),
    row(
        "In Vail sagte Quill: „Die Mauer stand schief.“",
        "Quill | sagte | „Die Mauer stand schief.“ | direct",
        why="the verb before its subject after an adjunct",
    ),
    row("Dazu erklärte er: „Sie stand schief.“", "er | erklärte | „Sie stand schief.“ | direct", why="an adverb opens"),
    row(
        "„Die Mauer stand schief“, so Quill.", "Quill | so | „Die Mauer stand schief“ | direct", why="'so' with no verb"
    ),
    row(
        "„Die Mauer stand schief“, so der Sprecher der Gemeinde.",
        "der Sprecher der Gemeinde | so | „Die Mauer stand schief“ | direct",
        why="a role after 'so'",
    ),
    row(
        "Die Sprecherin der Gemeinde betonte: „Sie stand schief.“",
        "Die Sprecherin der Gemeinde | betonte | „Sie stand schief.“ | direct",
        why="a role before the verb",
    ),
    row(
        "»Die Mauer stand schief«, sagte Quill.", "Quill | sagte | »Die Mauer stand schief« | direct", why="guillemets"
    ),
    row(
        "„Die Mauer stand schief“, sagte Quill. „Keiner sah hin.“",
        "Quill | sagte | „Die Mauer stand schief“ … „Keiner sah hin.“ | direct",
        why="the quotation goes on",
    ),
    row(
        "Quill hat dazu erklärt: „Die Mauer stand schief.“",
        "Quill | erklärt | „Die Mauer stand schief.“ | direct",
        why="a perfect tense",
    ),
    row("Die „Mauer“ steht schief.", why="scare marks"),
    row("Quill sagte, die Mauer stehe schief.", why="indirect speech is honestly absent"),
    row("Der Film „Die schiefe Mauer“ läuft heute an.", why="a title"),
    row(
        "Quill sagte nicht: „Die Mauer stand schief.“",
        "Quill | sagte | „Die Mauer stand schief.“ | direct | not_said",
        why="not said: the negation after the verb",
    ),
    row(
        "Quill hat nie gesagt: „Die Mauer stand schief.“",
        "Quill | gesagt | „Die Mauer stand schief.“ | direct | not_said",
        why="not said: the negation before the participle",
    ),
    row(
        "„Die Mauer stand schief“, bestritt Quill.",
        "Quill | bestritt | „Die Mauer stand schief“ | direct | denied",
        why="denied",
    ),
    row(
        "Quill sagte: „Die Mauer stand nicht schief.“",
        "Quill | sagte | „Die Mauer stand nicht schief.“ | direct | said",
        why="a negation inside the quotation is the speaker's",
    ),
]
_FRENCH = [
    row("« Le mur penchait », a déclaré Quill.", "Quill | déclaré | « Le mur penchait » | direct", why="verb, name"),
    row("« Le mur penchait », dit-il.", "il | dit | « Le mur penchait » | direct", why="a pronoun tied to the verb"),
    row("« Le mur penchait », a-t-elle ajouté.", "elle | a | « Le mur penchait » | direct", why="an auxiliary with it"),
    row("Quill a déclaré : « Le mur penchait. »", "Quill | déclaré | « Le mur penchait. » | direct", why="a colon"),
    row("« Le mur penchait », selon Quill.", "Quill | selon | « Le mur penchait » | direct", why="'selon'"),
    row("“Le mur penchait”, explique la maire.", "la maire | explique | “Le mur penchait” | direct", why="curly marks"),
    row(
        "« Le mur penchait », affirme la porte-parole de la mairie.",
        "la porte-parole de la mairie | affirme | « Le mur penchait » | direct",
        why="a role",
    ),
    row("— Le mur penche, dit Quill.", why="no second dash: where the speech ends is not marked"),
    row("— Le mur penche — dit Quill.", "Quill | dit | — Le mur penche | direct", why="a line of speech"),
    row("Le « mur » penche.", why="scare marks"),
    row("Quill a dit que le mur penchait.", why="indirect speech is honestly absent"),
    row(
        "Quill n’a jamais dit : « Le mur penchait beaucoup. »",
        "Quill | dit | « Le mur penchait beaucoup. » | direct | not_said",
        why="never said",
    ),
    row(
        "« Le mur ne penchait pas », a démenti Quill.",
        "Quill | démenti | « Le mur ne penchait pas » | direct | denied",
        why="denied",
    ),
]
_SPANISH = [
    row("«El muro se inclinaba», dijo Quill.", "Quill | dijo | «El muro se inclinaba» | direct", why="verb, name"),
    row("“El muro se inclinaba”, afirmó ella.", "ella | afirmó | “El muro se inclinaba” | direct", why="a pronoun"),
    row("Quill declaró: «El muro se inclinaba».", "Quill | declaró | «El muro se inclinaba» | direct", why="a colon"),
    row("“El muro cae”, según la alcaldesa.", "la alcaldesa | según | “El muro cae” | direct", why="'según'"),
    row("—El muro se cae —dijo Ana.", "Ana | dijo | —El muro se cae | direct", why="a line of speech with dashes"),
    row(
        "“El muro se inclinaba”, explicó el portavoz del condado.",
        "el portavoz del condado | explicó | “El muro se inclinaba” | direct",
        why="a role",
    ),
    row("El “muro” cae.", why="scare marks"),
    row("Quill dijo que el muro caía.", why="indirect speech is honestly absent"),
    row(
        "Quill nunca dijo: «El muro estaba torcido».",
        "Quill | dijo | «El muro estaba torcido» | direct | not_said",
        why="the negation is no part of the name",
    ),
    row(
        "«El muro no estaba torcido», negó Quill.",
        "Quill | negó | «El muro no estaba torcido» | direct | denied",
        why="denied",
    ),
]
_RUSSIAN = [
    row(
        "«Стена наклонилась», — сказал Орлов.", "Орлов | сказал | «Стена наклонилась» | direct", why="dash, verb, name"
    ),
    row("Орлов заявил: «Стена наклонилась».", "Орлов | заявил | «Стена наклонилась» | direct", why="a colon"),
    row("«Стена наклонилась», — добавила она.", "она | добавила | «Стена наклонилась» | direct", why="a pronoun"),
    row(
        "«Стена наклонилась», — сообщил представитель округа.",
        "представитель округа | сообщил | «Стена наклонилась» | direct",
        why="a role",
    ),
    row(
        "— Стена упала, — сказал Орлов.", "Орлов | сказал | — Стена упала, | direct", why="a line of speech with dashes"
    ),
    row("Орлов сказал, что стена наклонилась.", why="indirect speech is honestly absent"),
    row("Фильм «Стена» вышел вчера.", why="a title"),
    row(
        "Квилл не говорил: «Стена наклонилась давно».",
        "Квилл | говорил | «Стена наклонилась давно» | direct | not_said",
        why="not said",
    ),
    row(
        "«Стена не наклонялась», опроверг Квилл.",
        "Квилл | опроверг | «Стена не наклонялась» | direct | denied",
        why="denied",
    ),
]
_TURKISH = [
    row("Kaya, “Duvar eğildi” dedi.", "Kaya | dedi | “Duvar eğildi” | direct", why="the verb comes last"),
    row("Kaya şöyle konuştu: “Duvar eğildi.”", "Kaya | konuştu | “Duvar eğildi.” | direct", why="a colon", by="model"),
    row("“Duvar eğildi” dedi.", " | dedi | “Duvar eğildi” | direct", why="a dropped pronoun", by="model"),
    row(
        "Ayşe Kaya, “Duvar uzun süredir eğikti” dedi.",
        "Ayşe Kaya | dedi | “Duvar uzun süredir eğikti” | direct",
        why="two names",
    ),
    row("“Eğik Duvar” filmi başladı.", why="a title"),
    row(
        "Quill “Duvar eğik duruyordu” demedi.",
        "Quill | demedi | “Duvar eğik duruyordu” | direct | not_said",
        why="the verb itself is negated",
    ),
    row(
        "Quill, “Duvar eğik duruyordu” iddiasını yalanladı.",
        "Quill | yalanladı | “Duvar eğik duruyordu” | direct | denied",
        why="denied",
    ),
]
_ARABIC = [
    row("قال الوزير: «الجدار مائل».", "الوزير | قال | «الجدار مائل» | direct", why="the verb comes first"),
    row(
        "وقالت المتحدثة: “الجدار مائل”.",
        "المتحدثة | وقالت | “الجدار مائل” | direct",
        why="'and' is written to the verb",
    ),
    row("وأضاف: «لا أحد يهتم بهذا الأمر».", " | وأضاف | «لا أحد يهتم بهذا الأمر» | direct", why="a dropped pronoun"),
    row(
        'قال الوزير إن "الجدار مائل جدا".',
        'الوزير | قال | "الجدار مائل جدا" | direct',
        why="the marked words after 'that'",
    ),
    row(
        "لم يقل الوزير: «الجدار مائل جدا».",
        "الوزير | يقل | «الجدار مائل جدا» | direct | not_said",
        why="the negation before the verb",
    ),
    row("نفى الوزير: «الجدار ليس مائلا».", "الوزير | نفى | «الجدار ليس مائلا» | direct | denied", why="denied"),
]


def _in(language: str, rows: list[Row]) -> list[Row]:
    return [Row(r.text, r.expected, r.why, language, r.by) for r in rows]


ROWS = [
    *_in("de", _GERMAN),
    *_in("fr", _FRENCH),
    *_in("es", _SPANISH),
    *_in("ru", _RUSSIAN),
    *_in("tr", _TURKISH),
    *_in("ar", _ARABIC),
]
