"""Which language a text is in, by character n-grams (py3langid: Lui & Baldwin 2012, with 97 languages).

English, by far the most common case, is told by its function words first, since loading the n-gram model takes most of
a second. Too short a text has no language.
"""

import re

SAMPLE = 3000  # code points from the start; more changes nothing on news
MINIMUM = 20  # words; below it the n-gram model calls "short" Nigerian Pidgin
MINIMUM_ENGLISH = 6  # words; enough for the share of function words to mean something
ENGLISH_SHARE = 0.22  # of words; English news has 0.3-0.45, other languages that share "in", "a", "was" below 0.12
_WORD = re.compile(r"[^\W\d_]+")
_ENGLISH = frozenset(
    {"the", "of", "and", "to", "in", "a", "that", "is", "was", "for", "it", "on", "with", "as", "he", "his", "by", "at"}
    | {"from", "had", "are", "this", "have", "but", "not", "which", "they", "said"}
)


def identify_language(text: str) -> str | None:
    """Return an ISO 639-1 code, or None where the text is too short to tell."""
    words = [word.lower() for word in _WORD.findall(text[:SAMPLE])]
    cjk = sum(1 for c in text[:SAMPLE] if "\u3040" <= c <= "\u9fff")
    if len(words) >= MINIMUM_ENGLISH and sum(word in _ENGLISH for word in words) >= ENGLISH_SHARE * len(words):
        return "en"
    if len(words) < MINIMUM and cjk < MINIMUM:
        return None
    import py3langid

    language, _ = py3langid.classify(text[:SAMPLE])
    return str(language)
