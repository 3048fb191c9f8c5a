"""Hold the measured accuracy against its floors.

usage: python eval/floors.py [NAME...] [--raise] [--allow-lower]

`eval/floors.json` gives, per benchmark (a module of this folder with `measure() -> dict[str, float]`), a floor for each
figure and the digest of the data that it was measured on. A figure below its floor, a figure that vanished or changed
data fails. `--raise` writes today's figures as floors, and refuses to lower one without `--allow-lower`.
Figures are compared with a slack of SLACK, since processors round int8 products differently.
"""

import argparse
import concurrent.futures
import hashlib
import importlib
import json
import sys
import time
from pathlib import Path
from typing import Any

from shared import SHARED

HERE = Path(__file__).resolve().parent
FLOORS = HERE / "floors.json"
SLACK = 0.004  # of the floor
NO_FLOOR = (
    "second",
    "figure_vetoes",
    "false_passages",
    "_pairs",
    "origins_right",  # measured on fourteen cases
)  # speeds, counts and what is better when lower get no floor


def digest(names: list[str]) -> str:
    """Return the SHA-256 over the named files of the shared data folder."""
    found = hashlib.sha256()
    for name in names:
        found.update((SHARED / "data" / name).read_bytes())
    return found.hexdigest()[:16]


def measure(name: str) -> dict[str, Any]:
    """Run one benchmark; return its figures, seconds, and the digest of its data."""
    sys.path.insert(0, str(HERE))
    module = importlib.import_module(name)
    began = time.monotonic()
    measured = module.measure().items()
    figures = {key: round(float(value), 4) for key, value in measured if not any(word in key for word in NO_FLOOR)}
    return {
        "figures": figures,
        "seconds": round(time.monotonic() - began, 1),
        "data": digest(getattr(module, "DATA", [])),
    }


def judge(name: str, floor: dict[str, Any], found: dict[str, Any]) -> list[str]:
    """Return what is wrong with a benchmark's figures, a line each."""
    wrong = []
    if floor["data"] != found["data"]:
        wrong.append(f"{name}: measured on other data than its floors; raise them anew")
    for key, least in floor["figures"].items():
        value = found["figures"].get(key)
        if value is None:
            wrong.append(f"{name}: {key} is no longer measured")
        elif value < least * (1 - SLACK):
            wrong.append(f"{name}: {key} is {value}, below its floor {least}")
    return wrong


def main() -> int:
    """Measure, compare, report; exit code 1 where something is below its floor."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("names", nargs="*")
    parser.add_argument("--raise", dest="lift", action="store_true")
    parser.add_argument("--allow-lower", action="store_true")
    options = parser.parse_args()
    floors: dict[str, Any] = json.loads(FLOORS.read_text())
    if not SHARED.is_dir():
        print("floors: not measured, the shared data folder is not beside this checkout")
        return 0
    names = options.names or sorted(floors)
    wrong: list[str] = []
    with concurrent.futures.ProcessPoolExecutor(2) as pool:
        for name, found in zip(names, pool.map(measure, names), strict=True):
            print(f"{name}: {json.dumps(found['figures'])} ({found['seconds']} s)", flush=True)
            floor = floors.get(name, {"figures": {}, "data": found["data"]})
            lower = judge(name, floor, found)
            if not options.lift:
                wrong += lower
            elif lower and not options.allow_lower:
                wrong += [f"{line} (--allow-lower to write it all the same)" for line in lower]
            else:
                kept = {k: v for k, v in found["figures"].items() if k in floor["figures"] or not floor["figures"]}
                if not options.allow_lower:
                    kept = {k: max(v, floor["figures"].get(k, v)) for k, v in kept.items()}
                floors[name] = {"data": found["data"], "figures": kept}
    if options.lift:
        FLOORS.write_text(json.dumps(floors, indent=2, sort_keys=True) + "\n")
    print("\n".join(wrong) if wrong else f"floors: {len(names)} benchmarks hold")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
