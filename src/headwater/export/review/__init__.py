"""A review as Markdown, as one self-contained HTML page, or as DOCX."""

from headwater.export.review.docx import write_docx
from headwater.export.review.html import render_html
from headwater.export.review.markdown import render_markdown

__all__ = ["render_html", "render_markdown", "write_docx"]
