"""A bill of materials of what Headwater is built from: CycloneDX 1.6 (ECMA-424) as JSON, out of a lock file.

usage: python tests/sbom.py [core|dev|spark] > sbom.json

Names, versions and hashes are those of the lock; licences are what the packages installed here declare. The same lock
and the same packages give the same bytes: no moment and no serial number is written.
"""

import argparse
import importlib.metadata
import json
import re
import sys
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).parent.parent
_ENTRY = re.compile(r"(?P<name>[A-Za-z0-9._-]+)==(?P<version>[^\s;\\]+)")
_HASH = re.compile(r"--hash=sha256:([0-9a-f]{64})")
LONGEST = 200  # characters; some packages write the whole text of their licence where its name belongs


def components(lock: str) -> Iterator[dict[str, object]]:
    """Yield the packages of a lock file in its order."""
    text = (ROOT / "requirements" / f"{lock}.txt").read_text(encoding="utf-8")
    for entry in re.split(r"\n(?=[A-Za-z0-9._-]+==)", text):
        if (match := _ENTRY.match(entry)) is None:
            continue
        name, version = match["name"], match["version"]
        found: dict[str, object] = {
            "type": "library",
            "bom-ref": f"pkg:pypi/{name}@{version}",
            "name": name,
            "version": version,
            "purl": f"pkg:pypi/{name}@{version}",
            # one for each file that may be installed, by system and version of Python
            "properties": [{"name": "pip:sha256", "value": value} for value in sorted(_HASH.findall(entry))],
        }
        if (said := licence(name)) is not None:
            found["licenses"] = [{"license": {"name": said}}]
        yield found


def licence(package: str) -> str | None:
    """Return what an installed package says of its licence, None where it is not installed or says nothing."""
    try:
        metadata = importlib.metadata.metadata(package)
    except importlib.metadata.PackageNotFoundError:
        return None
    (expression,) = (metadata.get_all("License-Expression") or [""])[:1]
    named = [c.rpartition(" :: ")[2] for c in metadata.get_all("Classifier") or [] if c.startswith("License")]
    short = (metadata.get_all("License") or [""])[0].strip()
    return expression or " OR ".join(named) or (short if 0 < len(short) <= LONGEST else None)


def bill(lock: str) -> dict[str, object]:
    """Return the bill of materials of a lock file."""
    version = importlib.metadata.version("headwater")
    return {
        "bomFormat": "CycloneDX",
        "specVersion": "1.6",
        "version": 1,
        "metadata": {
            "component": {
                "type": "application",
                "bom-ref": f"pkg:pypi/headwater@{version}",
                "name": "headwater",
                "version": version,
                "licenses": [{"license": {"id": "Apache-2.0"}}],
            }
        },
        "components": list(components(lock)),
    }


def main() -> None:
    """Print the bill of materials."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("lock", nargs="?", default="core", choices=["core", "dev", "spark"])
    json.dump(bill(parser.parse_args().lock), sys.stdout, indent=1, ensure_ascii=False)
    sys.stdout.write("\n")


if __name__ == "__main__":
    main()
