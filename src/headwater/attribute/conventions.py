"""How other languages mark a quotation's speaker: cue verbs, words before a name, pronouns. Our own selection.

``says`` are verb forms that stand beside a quotation; ``by`` are words that a speaker's name follows with no verb
("laut", "selon"); ``leads`` open an adjunct, so the subject stands elsewhere in the clause; ``dash`` where lines of
speech open with a dash; ``helps`` are auxiliaries; ``verb_last`` where the verb follows the quotation and its subject
opens the sentence. ``denies`` are forms that deny what is quoted, ``negations`` words (in Turkish also forms of saying)
by which it is not said.
"""

from dataclasses import dataclass


def _set(words: str) -> frozenset[str]:
    return frozenset(words.split())


@dataclass(frozen=True, slots=True)
class Convention:
    """The table of one language. ``by`` may hold phrases; words are in lower case."""

    says: frozenset[str]
    by: tuple[str, ...]
    pronouns: frozenset[str]
    leads: frozenset[str]
    denies: frozenset[str]
    negations: frozenset[str]
    helps: frozenset[str] = frozenset()
    dash: bool = False
    verb_last: bool = False
    verb_first: bool = False


GERMAN = Convention(
    says=_set(
        """sagt sagte sagten sagen gesagt erklärt erklärte erklärten erklären betont betonte betonten meint meinte
        meinten schreibt schrieb schrieben geschrieben berichtet berichtete berichteten kommentiert kommentierte
        kommentierten kritisiert kritisierte warnt warnte warnten fordert forderte forderten äußert äußerte äußerten
        urteilt urteilte entgegnet entgegnete entgegneten antwortet antwortete fragt fragte ergänzt ergänzte fügt
        fügte behauptet behauptete bestätigt bestätigte bestätigten verkündet verkündete zitiert zitierte versichert
        versicherte räumt räumte bedauert bedauerte begründet begründete bezeichnet bezeichnete bezeichneten nennt
        nannte nannten spricht sprach sprachen beschreibt beschrieb beschrieben erläutert erläuterte unterstreicht
        unterstrich beklagt beklagte lobt lobte heißt hieß fuhr teilt teilte teilten gab geben stellt stellte wirft
        warf rief ruft resümiert resümierte twittert twitterte verteidigt verteidigte mahnt mahnte dementiert
        dementierte bestreitet bestritt bestritten verneint verneinte charakterisiert charakterisierte wertet
        wertete mitgeteilt angekündigt kündigte hofft hoffte glaubt glaubte zeigte prophezeit prophezeite titelte
        titelt"""
    ),
    by=("so", "laut", "zufolge", "nach angaben von", "nach angaben des", "nach angaben der", "nach aussage von"),
    pronouns=_set("er sie es ich wir man"),
    leads=_set(
        """in im am an auf bei beim nach vor während zu zum zur mit für gegen über unter seit aus dazu dagegen
        daraufhin hierzu dabei später zuvor auch ähnlich weiter so dort gleichzeitig anschließend wörtlich gestern
        heute außerdem zudem schließlich dann danach darauf laut da als wenn weil obwohl gegenüber anlässlich"""
    ),
    denies=_set("dementiert dementierte bestreitet bestritt bestritten verneint verneinte"),
    negations=_set("nicht nie niemals kein keine keineswegs niemand"),
    helps=_set("wird werden wurde wurden hat haben hatte hatten habe hätte ist sind war waren will soll kann"),
)
FRENCH = Convention(
    says=_set(
        """dit disait ont déclaré affirmé expliqué ajouté précisé indiqué estimé assuré souligné annoncé écrit écrivait
        répondu demandé lancé poursuivi conclu regretté rappelé confirmé dénoncé insisté raconté reconnu commenté
        résumé averti promis déclare affirme explique ajoute précise indique estime assure souligne annonce répond
        demande lance poursuit conclut regrette rappelle confirme dénonce insiste raconte reconnaît commente résume
        avertit promet déclarait expliquait démenti dément démentait nie nié niait tweeté martelé martèle glisse
        confie confié juge jugé"""
    ),
    by=("selon", "d'après", "pour"),
    pronouns=_set("il elle ils elles on je nous"),
    leads=_set("dans en à au aux sur lors après avant pendant depuis pour avec sans par ce cette hier mardi lundi"),
    denies=_set("démenti dément démentait nie nié niait"),
    negations=_set("pas jamais n'a n'ont personne"),
    helps=_set("a ont avait avaient est sont s'est aurait n'a n'ont"),
    dash=True,
)
SPANISH = Convention(
    says=_set(
        """dijo dice dicen dijeron declaró afirmó explicó añadió agregó señaló indicó aseguró subrayó anunció escribió
        respondió preguntó concluyó lamentó recordó confirmó denunció insistió reconoció comentó advirtió prometió
        manifestó sostuvo expresó destacó precisó apuntó declara afirma explica añade agrega señala indica asegura
        subraya anuncia escribe responde pregunta concluye lamenta recuerda confirma denuncia insiste reconoce comenta
        advierte negó negaron niega niegan desmintió desmiente dicho declarado afirmado"""
    ),
    by=("según",),
    pronouns=_set("él ella ellos ellas yo nosotros"),
    leads=_set("en a al durante tras antes después desde por con sin para este esta ayer hoy cuando"),
    denies=_set("negó negaron niega niegan desmintió desmiente"),
    negations=_set("no nunca jamás nadie"),
    helps=_set("ha han había habían fue es no"),
    dash=True,
)
RUSSIAN = Convention(
    says=_set(
        """сказал сказала сказали говорит говорят заявил заявила заявили сообщил сообщила сообщили отметил отметила
        отметили подчеркнул подчеркнула добавил добавила пояснил пояснила объяснил объяснила написал написала пишет
        ответил ответила спросил спросила считает признал признала уточнил уточнила утверждает предупредил рассказал
        рассказала говорил говорила говорили опроверг опровергла опровергает отрицает отрицал отрицала"""
    ),
    by=("по словам", "по данным", "как сообщает", "согласно"),
    pronouns=_set("он она они я мы"),
    leads=_set("в во на по после до во при об о с со для вчера сегодня ранее также позже"),
    denies=_set("опроверг опровергла опровергает отрицает отрицал отрицала"),
    negations=_set("не никогда никто"),
    dash=True,
)
TURKISH = Convention(
    says=_set(
        """dedi dediler diyor demişti söyledi söylediler belirtti belirttiler açıkladı açıkladılar ifade konuştu yazdı
        vurguladı ekledi savundu bildirdi sordu yanıtladı aktardı kaydetti uyardı diye diyen yalanladı yalanladılar
        yalanlıyor kullandı demedi demediler demedim söylemedi söylemediler"""
    ),
    by=(),
    pronouns=_set("o onlar ben biz"),
    leads=_set("dün bugün daha sonra önce ayrıca şöyle şunları böyle"),
    denies=_set("yalanladı yalanladılar yalanlıyor"),
    negations=_set("değil asla demedi demediler demedim söylemedi söylemediler kimse"),
    dash=True,
    verb_last=True,
)
ARABIC = Convention(
    says=_set(
        """قال قالت قالوا وقال وقالت فقال يقول وتقول تقول ويقول أضاف وأضاف أضافت وأضافت
        أكد وأكد أكدت وأكدت صرح وصرح صرحت
        أوضح وأوضح أوضحت وأوضحت ذكر وذكر ذكرت وذكرت كتب وكتب كتبت
        أعلن وأعلن أعلنت وأعلنت تابع وتابع نفى ونفى نفت ونفت ينفي وينفي تنفي شدد وشدد يقل تقل يقولوا
        أشار وأشار سأل رد"""
    ),
    by=("وفقا", "وفقاً", "بحسب", "وبحسب", "حسب"),
    pronouns=_set("هو هي هم"),
    leads=_set("إن أن بأن في من على إلى عن مع بعد قبل خلال"),
    denies=_set("نفى ونفى نفت ونفت ينفي وينفي تنفي"),
    negations=_set("لم ولم لا ولا لن ما"),
    verb_first=True,
)
CONVENTIONS = {
    "de": GERMAN,
    "fr": FRENCH,
    "es": SPANISH,
    "ru": RUSSIAN,
    "tr": TURKISH,
    "ar": ARABIC,
}
