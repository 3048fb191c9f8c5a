"""Headwater: an evidence desk for news. This module is the public API, nothing else."""

__version__ = "0.1.0"
