"""A dossier: chosen claims with all that a reader needs to check them without Headwater.

For each claim its reports with the words as they stand and where, the chain of each with the words that show each
step, the range of origins with its reason, what contradicts it, what people decided about it; then the documents with
their hashes, and the version and settings that made it. As one HTML page that needs nothing else, or as DOCX.
"""

from headwater.export.dossier.docx import render_docx
from headwater.export.dossier.gathering import Dossier, gather
from headwater.export.dossier.page import render_page

__all__ = ["Dossier", "gather", "render_docx", "render_page"]
