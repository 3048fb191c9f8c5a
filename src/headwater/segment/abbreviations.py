"""Words that end in a full stop without ending a sentence, per language, in our own selection.

``NEVER`` are followed by a name or a number whatever comes next; ``SOMETIMES`` end a sentence only where a word that
usually opens one follows.
"""


def _set(words: str) -> frozenset[str]:
    return frozenset(words.split())


NEVER: dict[str, frozenset[str]] = {
    "en": _set(
        """mr mrs ms messrs dr drs prof profs rev hon gov govs sen sens rep reps pres gen lt col maj capt cmdr adm sgt
        cpl pvt brig spc pfc cdr det supt insp ofc asst st mt ft amb atty attys dist fr msgr mx vs v cf viz fig figs
        eq approx est al
        no nos vol pp pg art sec ch"""
    ),
    "de": _set(
        """dr prof hr fr frl dipl ing med phil jur bzw ca vgl evtl ggf inkl exkl max min mind nr str st bspw sog usf
        abs art kap bd hrsg geb verh gest gegr ehem stellv allg bes bzgl einschl zzgl d.h z.b u.a z.t i.d.r o.ä v.a
        s.o s.u m.e u.u"""
    ),
    "fr": _set("""m mm mme mlle dr pr me mgr st ste av bd env cf ex p pp vol art no n fig ch éd trad gén col"""),
    "es": _set(
        """sr sra srta dr dra prof lic ing arq gral cnel cap tte sto sta pág págs vol núm art av avda ee uu d dña"""
    ),
    "ru": _set("г гг т д п им ул пр стр рис см ср др проф акад ген полк напр млн млрд тыс руб тел обл р"),
    "tr": _set("dr prof doç yrd av sn bay no örn vb vs bkz yy hz alb gen org cad sok mah"),
    "ar": _set("د م أ ص"),
}

SOMETIMES: dict[str, frozenset[str]] = {
    "en": _set(
        """inc corp co ltd llc bros jr sr esq etc a.m p.m ph.d m.d b.a m.a u.s u.k u.n u.s.a d.c e.u i.e e.g jan feb
        mar apr jun jul aug sept sep oct nov dec mon tue tues wed thu thur thurs fri sat sun ala ariz ark calif colo
        conn del fla ga ill ind kan ky la md mass mich minn miss mo mont neb nev okla ore pa tenn tex va vt wash wis
        wyo ave blvd rd dept univ assn gov't int'l min max hrs"""
    ),
    "de": _set("usw etc jan feb mär apr jun jul aug sep sept okt nov dez mio mrd tsd std uhr a.d e.v"),
    "fr": _set("etc janv févr avr juill sept oct nov déc"),
    "es": _set("etc ee.uu a.m p.m ene feb abr ago sept oct nov dic"),
    "ru": _set("т.д т.п др"),
    "tr": _set("vb vs a.ş"),
}

# Words that open an English sentence far more often than they follow an abbreviation inside one.
OPENERS = _set(
    """the a an he she it they we you i but and so yet or nor in on at by for from with after before when while as
        if his her its their our my your this that these those there here what who why how where not no yes then now
        also however meanwhile still since although though because according both one two many some most all another
        each der die das ein eine er sie es wir ich aber und im am in bei nach vor als wenn le la les un une il elle
        ils elles mais et dans el los las una pero y en"""
)

# "3. Oktober", "19. Jahrhundert": languages that write ordinals with a full stop.
ORDINAL_STOP = frozenset({"de", "da", "no", "nb", "nn", "cs", "sk", "pl", "fi", "hu", "tr", "hr", "sl", "et", "lv"})
