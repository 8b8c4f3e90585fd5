"""Anneal: speech to text by diffusion."""

__version__ = "0.1.0"
