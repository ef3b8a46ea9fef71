"""Bilingual publishing for Chinese press offices."""

__version__ = "0.1.0"
