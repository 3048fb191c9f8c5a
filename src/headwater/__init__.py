"""Headwater: an evidence desk for news. This module is the public API, nothing else.

>>> import headwater
>>> document = headwater.make_document("“The lake is closed,” Mayor Ida Voss said.", publisher="Harbour Post")
>>> [attribution] = headwater.analyse(document).attributions
>>> [span.of(document.text) for span in attribution.source]
['Mayor Ida Voss']
"""

from typing import TYPE_CHECKING, Any

__version__ = "0.1.0"

if TYPE_CHECKING:
    from headwater.pipeline import analyse, relate, trace
    from headwater.read import make_document
    from headwater.records import Analysis, Case, Document

__all__ = ["Analysis", "Case", "Document", "__version__", "analyse", "make_document", "relate", "trace"]

_HOME = {
    "Analysis": "headwater.records",
    "Case": "headwater.records",
    "Document": "headwater.records",
    "analyse": "headwater.pipeline",
    "make_document": "headwater.read",
    "relate": "headwater.pipeline",
    "trace": "headwater.pipeline",
}


def __getattr__(name: str) -> Any:  # whatever the module it lives in exports
    """Import what is asked for when it is asked for, so that ``import headwater`` costs nothing."""
    if name not in _HOME:
        raise AttributeError(f"module 'headwater' has no attribute {name!r}")
    import importlib

    return getattr(importlib.import_module(_HOME[name]), name)
