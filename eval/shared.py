"""Where the shared data lies beside a checkout, and its scorers as modules."""

import importlib.util
import sys
from functools import cache
from pathlib import Path
from types import ModuleType

SHARED = Path(__file__).resolve().parents[2] / "shared"


@cache
def scorer(name: str) -> ModuleType:
    """Return the shared scorer of that name. Raises FileNotFoundError where there is none.

    A scorer puts its own folder on the import path to find its neighbours; it is taken off again, since the scorers are
    named like the benchmarks of this folder and would be imported in their place.
    """
    file = SHARED / "score" / f"{name}.py"
    spec = importlib.util.spec_from_file_location(f"shared_score_{name}", file)
    if spec is None or spec.loader is None or not file.is_file():
        raise FileNotFoundError(file)
    module = importlib.util.module_from_spec(spec)
    before = list(sys.path)
    try:
        spec.loader.exec_module(module)
    finally:
        sys.path[:] = before
    return module
