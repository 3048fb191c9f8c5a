"""Which paragraphs of a plain text are somebody else's words set off as a block, though no mark says so.

Two forms.By form: e-mail quoting (">") and blocks indented deeper than the text around them. By announcement: a
paragraph that ends in a colon after a word of saying, then long paragraphs without quotation marks. Without such a
word the colon counts only where the document already set off a block, or where the next paragraph is cut with an
ellipsis: a colon before a list or an explanation is far more frequent. The announced block ends at the next
announcement, heading or list, at a paragraph that opens as the author's own comment, or after ``LONGEST`` paragraphs:
how far an unmarked block goes cannot be known for sure, so it is kept short rather than long.
"""

import re

LONGEST = 3  # paragraphs of an announced block
LONG_ENOUGH = 180  # characters of the first paragraph; a shorter one after a colon is a list item or a slogan
INDENT = 4  # columns deeper than the text around

_ANNOUNCES = re.compile(r"[:：]\s*\Z")
_SAYING = re.compile(
    r"\b(?:says?|said|writes?|wrote|finds?|found|points?|pointed|notes?|noted|reports?|reported|argues?|argued|"
    r"explains?|explained|adds?|added|observes?|concludes?|comments?|warns?|warned|states?|stated|tells?|told|puts it|"
    r"according to|statement|letter|post|memo|e-?mail|passage|excerpt|transcript|highlights?|describes?|reminds?|"
    r"schreibt|sagt|erklärt|berichtet|écrit|explique|escribe|explica)\b",
    re.IGNORECASE,
)
_SAYING_REACH = 300  # characters before the colon in which the word of saying must stand
_ELLIPSIS = re.compile(r"…|\. \. \.|\.\.\.")
_OPENING_MARK = re.compile(r"[“\"„«»‘「『'‹—–]")
_OWN_VOICE = re.compile(
    r"(?:I|We|My|Our|So|But|And|Yet|Well|Anyway|Indeed|Still|Now|Furthermore|Moreover|However|Meanwhile|Finally|"
    r"Perhaps|Clearly|Actually|Of course|In other words|In short|In an? \w+ \w+,|All in all|To be (?:fair|sure)|"
    r"That(?:’s|'s| is)|This is|These are|Which|Update|Read the|Full story|[A-Z]\w{1,60}+ (?:also |then |further )?"
    r"(?:adds|continues|goes on|concludes|writes|says|notes|argues|points))\b"
)
_FIRST_PERSON = re.compile(r"\b(?:I|[Ww]e|[Mm]e|[Mm]y|[Uu]s|[Oo]ur)\b")
_REPORTS = re.compile(r"\b(?:said|told|denied|described|confirmed|added|testified|according to|interviewed)\b")
_TRANSCRIPT = re.compile(r"[A-Z][\w.’' -]{1,40}:\s")


def announces(text: str, start: int, end: int) -> bool:
    """Whether the paragraph ends in a colon that leads to what follows."""
    return bool(_ANNOUNCES.search(text[max(start, end - 8) : end]))


def names_saying(text: str, start: int, end: int) -> bool:
    """Whether the announcement has a word of saying."""
    return bool(_SAYING.search(text, max(start, end - _SAYING_REACH), end))


def is_cut(text: str, start: int, end: int) -> bool:
    """Whether the paragraph shows an ellipsis, as quoted extracts do."""
    return bool(_ELLIPSIS.search(text, start, end))


def opens_block(text: str, start: int, end: int) -> bool:
    """Whether a paragraph after an announcement can be the first of a block quotation without marks."""
    return (
        end - start >= LONG_ENOUGH
        and not _OPENING_MARK.match(text, start)
        and not _TRANSCRIPT.match(text, start, min(end, start + 60))
    )


def continues_block(text: str, start: int, end: int, opening: tuple[int, int]) -> bool:
    """Whether a later paragraph can still belong to the block whose first paragraph is ``opening``."""
    if not opens_block(text, start, end) or _OWN_VOICE.match(text, start) or announces(text, start, end):
        return False
    tells = _FIRST_PERSON.search(text, *opening) is not None and _FIRST_PERSON.search(text, start, end) is None
    return not (tells and _REPORTS.search(text, start, end))  # a witness spoke; here others are said to have
