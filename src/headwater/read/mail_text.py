"""The body of an e-mail in blocks: what its sender wrote, and what it quotes, answers or sends on.

Marks of quoting (">", as deep as they go) are left out and make a block quotation of what they stand before. So is all
below a line that announces an earlier message, or below its header ("From: … Sent: … To: …"), to the next of these. The
header and a signature ("-- ") are no prose. Limits: an answer written between quoted lines without marks is told by
them alone.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from headwater.read.blocks import Block

LONGEST = 300  # characters of a line of a header
FEWEST = 3  # lines of a header that nothing announces: who, and two more
_MARKS = re.compile(r"[^\S\n]{0,2}(?:>(?!From )[ ]?){1,50}")  # ">From " is how mailboxes write a line "From " (mboxrd)
_SIGNATURE = re.compile(r"--\s?")
# How mail programs announce the message that is answered or sent on (Outlook, Gmail, Apple Mail, in some languages)
_EARLIER = re.compile(
    r"-{2,20} ?(?:Original Message|Forwarded [Mm]essage|Ursprüngliche Nachricht|Weitergeleitete Nachricht"
    r"|Message d.origine|Message transféré|Mensaje original|Mensaje reenviado|Messaggio originale"
    r"|Пересылаемое сообщение|Исходное сообщение) ?-{2,20}"
    r"|Begin forwarded message:|Anfang der weitergeleiteten Nachricht:|Début du message réexpédié ?:"
)
_RULE = re.compile(r"_{20,80}|-{20,80}")
_FROM = re.compile(r"\*?(?:From|Von|De|Da|Van|От|Från|Fra|من|发件人) ?[:：]\*? ?\S", re.IGNORECASE)
_HEADER = re.compile(
    r"\*?(?:From|Sent|Date|To|Cc|Reply-To|Subject|Von|Gesendet|Datum|An|Betreff|De|Envoyé(?: le)?|Objet|À|A"
    r"|Enviado(?: el)?|Fecha|Para|Asunto|Da|Inviato|Data|Oggetto|Van|Verzonden|Aan|Onderwerp|От|Отправлено|Дата|Кому"
    r"|Тема|من|تاريخ|التاريخ|إلى|الموضوع|发件人|发送时间|收件人|主题|日期) ?[:：]\*?(?: .*)?",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class _Paragraph:
    """Lines that follow one another at one depth of quoting."""

    depth: int
    lines: tuple[str, ...]

    @property
    def text(self) -> str:
        return "\n".join(self.lines)


def body_blocks(text: str) -> list[Block]:
    """Return the blocks of a plain body."""
    found: list[Block] = []
    deepest = 0  # the depth of quoting that the blocks of quotation before this one have
    paragraphs = list(_paragraphs(text))
    for number, paragraph in enumerate(paragraphs):
        behind = paragraphs[number + 1].depth if number + 1 < len(paragraphs) else 0
        if not paragraph.depth or (behind > paragraph.depth and paragraph.lines[-1].endswith(":")):
            kind: list[Block] = [Block("paragraph", paragraph.text)]
            deepest = paragraph.depth
        else:
            # a line between two voices: without it the words behind would count as those of the one before
            kind = [Block("boilerplate", ">" * paragraph.depth)] if 0 < paragraph.depth < deepest else []
            kind.append(Block("block_quotation", paragraph.text))
            deepest = paragraph.depth
        found += kind
    return with_earlier(found)


def with_earlier(blocks: Iterable[Block]) -> list[Block]:
    """Return the blocks with those below the header of an earlier message as block quotations, to the end."""
    found: list[Block] = []
    is_earlier = is_signed = False
    for block in blocks:
        lines = block.text.split("\n")
        head = _header(lines)
        if head:
            is_earlier, is_signed = True, False
            rest = "\n".join(lines[head:])
            found += [Block("boilerplate", "\n".join(lines[:head])), Block("block_quotation", rest)]
        elif _SIGNATURE.fullmatch(lines[0]) and block.kind == "paragraph":
            is_signed = not is_earlier
            found.append(Block("boilerplate", block.text))
        elif block.kind in ("paragraph", "list") and (is_signed or is_earlier):
            found.append(Block("block_quotation" if is_earlier else "boilerplate", block.text))
        else:
            found.append(block)
    return [block for block in found if block.text]


def _header(lines: list[str]) -> int:
    """Return how many of the lines, from the first on, announce an earlier message; 0 where none does."""
    said = 0
    while said < len(lines) and (_EARLIER.fullmatch(lines[said].strip()) or _RULE.fullmatch(lines[said].strip())):
        said += 1
    end = said
    while end < len(lines) and len(lines[end]) <= LONGEST and _HEADER.fullmatch(lines[end].strip()):
        end += 1
    if end > said and _FROM.match(lines[said].strip()) is not None and (said or end >= FEWEST):
        return end
    return said if any(_EARLIER.fullmatch(line.strip()) for line in lines[:said]) else 0


def _paragraphs(text: str) -> Iterator[_Paragraph]:
    depth, lines = 0, list[str]()
    for line in text.splitlines():
        marks = _MARKS.match(line)
        here = marks[0].count(">") if marks is not None else 0
        words = (line[marks.end() :] if marks is not None else line).rstrip()
        if lines and (here != depth or not words or _SIGNATURE.fullmatch(words)):
            yield _Paragraph(depth, tuple(lines))
            lines = []
        depth = here
        if words:
            lines.append(words)
    if lines:
        yield _Paragraph(depth, tuple(lines))
