"""A user's gazetteer: which names stand for which speaker."""

import csv
import os
from collections.abc import Mapping
from pathlib import Path

from headwater.errors import UsageError


def read_aliases(file: str | os.PathLike[str]) -> Mapping[str, str]:
    """Return alias → name from a CSV file with the columns ``alias`` and ``name``.

    Raises UsageError where the file cannot be read, lacks a column, or gives one alias two names.
    """
    path = Path(file)
    try:
        text = path.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise UsageError(f"aliases {path}: cannot be read ({error}); give a CSV file in UTF-8") from error
    reader = csv.DictReader(text.splitlines())
    if not {"alias", "name"} <= set(reader.fieldnames or ()):
        raise UsageError(f"aliases {path}: needs the columns `alias` and `name`")
    aliases: dict[str, str] = {}
    for row in reader:
        alias, name = (row["alias"] or "").strip(), (row["name"] or "").strip()
        if alias and name and aliases.setdefault(alias, name) != name:
            raise UsageError(f"aliases {path}: {alias!r} stands for {aliases[alias]!r} and for {name!r}; keep one")
    return aliases
