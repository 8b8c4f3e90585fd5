"""Decoding: from audio tokens to text, words and times."""
