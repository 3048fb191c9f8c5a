"""What a predicate comes to: "killed", "dead" and "the murder of" are all a death."""

import re
from collections.abc import Iterable

from headwater.figures.harms import harm_of

_EFFECTS = {  # the first that matches decides
    "missing": r"missing|disappear|feared|presumed|unaccounted",  # "feared dead" are not yet the dead
    "death": r"kill|dead$|die[sd]?$|death|murder|assassinat|massacr|execut|slain|bod(?:y|ies)$|peris|drown|fatal|toll$",
    "injury": r"wound(?!s$)|injur|hurt$",  # "two bullet wounds" are no people
    "abduction": r"kidnap|abduct|hostage",
    "arrest": r"arrest|detain|detention|imprison|jail|held$",
    "displacement": r"displac|evacuat|fled$|flee|homeless",
    "destruction": r"destroy|burn|damag",
}
_PATTERNS = {name: re.compile(pattern) for name, pattern in _EFFECTS.items()}


def effect_of(words: Iterable[str]) -> str:
    """Return the effect that lower-case words name, an empty string where they name none.

    >>> effect_of(["people", "murdered"]), effect_of(["houses"])
    ('death', '')
    """
    given = list(words)
    told = (name for name, found in _PATTERNS.items() if any(found.match(word) for word in given))
    return harm_of(given) or next(told, "")
