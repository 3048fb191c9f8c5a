"""What a block of plain text is, judged by its form and its neighbours; the wordings are in the tables below.

Only short blocks can be anything but a paragraph, a list or a block quotation, so no pattern here ever runs over more
than ``SHORT`` characters. Limits: a heading that ends in a full stop is seen only as the title or first line; byline
and boilerplate wordings are English, German, French and Spanish.
"""

import re

from headwater.records import Segment, SegmentKind

SHORT = 300  # characters; bylines, credits, captions, sign-ups are shorter (longest seen in 840 news articles: 260)
HEADING_LENGTH = 140  # characters

_LIST = re.compile(r"(?:[-*•◦▪‣·]|\(?\d{1,3}[.)]|\(?[a-z]\))[ \t]+\S")
_BYLINE = re.compile(
    r"(?:[Bb]y|BY|[Vv]on|VON|[Pp]ar|PAR|[Pp]or|POR)\s+(?:[Tt]he\s+|THE\s+)?[A-ZÀ-Þ][\w.’'-]*(?:[\s,|/&]+(?:and\s+|und\s+|et\s+|y\s+|for\s+|of\s+|the\s+)?"
    r"[A-ZÀ-Þ@][\w.’'@-]*){0,12}\s*[|,.]?"
)
AGENCIES = (
    r"(?:AP|Associated Press|Reuters|REUTERS|AFP|Agence France-Presse|dpa|DPA|UPI|EFE|ANSA|TASS|Xinhua|Bloomberg|CNN|"
    r"PTI|ANI|IANS|KUNA|SANA|WAM|APA|sda|SID|epd|KNA|PAP|CTK|NTB|TT|Interfax|RIA Novosti|AA|Anadolu)"
)
_CREDIT = re.compile(
    rf"\A(?:\(?\s*{AGENCIES}(?:\s*[/,]\s*{AGENCIES})*\s*\)?\.?\Z"
    r"|.{0,160}\bcontributed (?:to this (?:report|story|article)|reporting)\b"
    r"|\(?(?:additional reporting|reporting|writing|editing|compiled|translated|translation) by\b"
    r"|\(?(?:(?:h/t|hat tip)\s*:?|(?:via|sources?|quelle)\s?:)\s*\S.{0,80}\Z"
    r"|(?:©|\(c\)|copyright\b)"
    r"|(?:this (?:story|article|report) (?:was )?(?:first|originally) (?:appeared|published|ran)\b)"
    r"|(?:first (?:published|reported) (?:by|in|on)\b))",
    re.IGNORECASE,
)
_CAPTION = re.compile(
    r"\A(?:(?:photo|image|picture|caption|file photo|photograph|video|foto|bild|figure|fig\.)\b\s*(?:by\b|credit|:|\d)"
    r"|\(?(?:ap|afp|reuters|getty) (?:photo|images?)\b"
    r"|(?:enlarge this image|toggle caption|hide caption|image (?:copyright|caption|source))\b)"
    r"|\A.{0,280}\((?:[^()]{0,60}/)?(?:ap|afp|reuters|getty(?: images)?|epa|photo)"
    r"(?:/[^()]{0,60}| photo[^()]{0,60})?\)\.?\Z",
    re.IGNORECASE,
)
_MORE_PICTURES = re.compile(  # a slide show or a film beside the article, whose captions tell of other days
    r"photos: (?P<title>.{5,100}?) photos: (?P=title)|photos: photos: |hide caption \d{1,4} of \d{1,4}\b"
    r"|just watched .{3,120}? replay more videos|must watch .{3,120} \d{1,2}:\d\d\Z|play video \d{1,2}:\d\d ",
    re.IGNORECASE,
)
_IMAGE_NAME = re.compile(r"[a-z0-9_ -]{1,40}(?:\(\d{1,3}\)|\.(?:jpe?g|png|gif|webp))\Z", re.IGNORECASE)
_BOILERPLATE = re.compile(
    r"(?:(?:\*{1,9}+\s{0,9}+)?(?:sign up|subscribe|click here|follow (?:us|@?\w+ on)|like us|share this|"
    r"read more|read also|see also|(?:\( ?)?(?:photos|slide ?show|photo gallery) ?:|"
    r"related(?: articles?| stories| links?)?\s*:|more from|recommended|most (?:read|popular)|advertisement|sponsored|"
    r"download (?:our|the)|join (?:us|our|the conversation)|"
    r"get (?:the|our|breaking) \w+ .{0,40}(?:inbox|newsletter|alerts?)|"
    r"comments?\s*(?:\(\d+\))?\Z|leave a comment|post a comment|print\Z|e-?mail\Z|tweet\Z|facebook\Z|tags?\s*:|"
    r"terms of (?:use|service)|privacy policy|all rights reserved|watch(?: the video| now)?\s*:|listen\s*:|"
    r"newsletter|abonnieren|jetzt (?:lesen|anmelden)|mehr zum thema|lesen sie auch|lire aussi|à lire|abonnez-vous|"
    r"suscríbete|lea también|ver también)"
    r"|.{0,60}\b(?:read|see) our (?:discussion|comment|community)\b.{0,20}\b(?:guidelines|policy|rules)\b"
    r"|.{0,60}\b(?:all rights reserved|follow (?:him|her|them|us) on (?:twitter|facebook)|"
    r"your (?:inbox|e-?mail address))\b)",
    re.IGNORECASE,
)
_LINK = re.compile(  # leads to another article: "More: Port board quits", "The long wait:Why it leans"
    r"(?:(?:more|read|story|graphics?|interactive|analysis|opinion|column|editorial|exclusive|full coverage|go deeper|"
    r"fact check|explainer|live updates|now watch|our picks|in the news|special coverage|must read)\s?:\s?"
    r"|(?!from:|to:|cc:|sent:|date:|subject:)[^\n:.!?]{2,60}[^\n:.!?\d]:)(?=[A-ZÀ-Þ'‘“\"]|\d{1,3} [a-z])[^\n]{10,240}",
    re.IGNORECASE,
)
_OPENS_NEW = re.compile(r"[^:]{2,80}:\s?[A-ZÀ-Þ'‘“\"\d]")  # in capitals behind its colon
_TERMINAL = re.compile(r"[.!?…;,。！？؟][”\"’'»)\]]*\Z|[”\"]\Z")
DATELINE = re.compile(
    # "WASHINGTON (AP) —", "PORT ELLIS, Maine, Feb. 3 (Reuters) -", "BERLIN –"; a hyphen only after the agency
    rf"(?P<all>[A-ZÀ-Þ][A-ZÀ-Þ.’' -]{{2,40}}(?:,\s+[A-Z][\w.]{{1,15}}){{0,2}}"
    rf"(?:[.,]\s+(?:[A-Z][a-z]+\.?\s+)?\d{{1,2}}(?:\s+[A-Z][a-z]+\.?)?(?:,?\s+\d{{4}})?)?"
    rf"\s*(?:\((?:{AGENCIES}|[A-Z][\w/ ]{{1,25}})\)\s*(?:[-–—]{{1,2}}|:)|(?:—|–|--|(?<=[A-ZÀ-Þ] )-)))\s+(?=\S)"
)
_HOUR = re.compile(  # "18:20 The mayor has arrived.", "7.45 pm GMT - …", as live blogs and logs begin their entries
    r"(?P<all>[\[(]?(?:[01]?\d|2[0-3])(?::[0-5]\d|[.:][0-5]\d ?[ap]\.?m\.?|(?<=\d) ?[ap]\.?m\.?)"
    r"(?: ?(?:GMT|UTC|BST|CES?T|E[DS]T|P[DS]T|local time))?[\])]?(?: ?[-–—|:])?)\s+(?=[\"“‘]?[A-ZÀ-Þ])"
)


def kind_of(text: str, start: int, end: int, *, first: bool, single_line: bool, last: bool) -> SegmentKind:
    """Return what the block ``text[start:end]`` is by its own form; ``first`` and ``last``: its place in the text."""
    if _LIST.match(text, start, min(end, start + 12)):
        return "list"
    if _MORE_PICTURES.match(text, start, min(end, start + SHORT)):
        return "boilerplate"
    if end - start > SHORT:
        return "paragraph"
    block = text[start:end]
    if _BOILERPLATE.match(block) or (not first and _is_link(block)):
        return "boilerplate"
    if _CREDIT.match(block):
        return "credit"
    if end - start <= 120 and _BYLINE.fullmatch(block):
        return "byline"
    if _CAPTION.match(block) or (_IMAGE_NAME.match(block) and not last):
        return "caption"
    if single_line and end - start <= HEADING_LENGTH and not last and _is_heading(block, first=first):
        return "heading"
    return "paragraph"


def _is_link(block: str) -> bool:
    """A label and a colon before a headline: the label is a known one, or no space follows the colon."""
    return _LINK.fullmatch(block) is not None and _OPENS_NEW.match(block) is not None and not _TERMINAL.search(block)


def _is_heading(block: str, *, first: bool) -> bool:
    """A line that ends in no full stop; the first line may end in one where its words are capitalised as a title."""
    if block[0].islower() or block[0] in '"“«„' or block.endswith((":", "—", "–", "-")):
        return False
    parts = block.split()
    long_words = [word for word in parts if len(word) > 3 and word[0].isalpha()]
    capitals = sum(word[0].isupper() for word in long_words)
    if not _TERMINAL.search(block):
        return bool(long_words) or first
    return first and len(long_words) > 1 and capitals >= 0.75 * len(long_words)


def dateline(text: str, start: int, end: int) -> Segment | None:
    """Return the place (and agency) that opens the paragraph, up to its dash, or the hour that opens an entry."""
    reach = min(end, start + 120)
    found = DATELINE.match(text, start, reach) or _HOUR.match(text, start, reach)
    return Segment("dateline", start, found.end("all")) if found else None
