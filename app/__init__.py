"""Anneal: speech to text by diffusion."""

__version__ = "0.2.0"
