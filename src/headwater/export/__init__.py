"""Findings and page records to files: the contract's JSON, the terminal's text, the page."""
