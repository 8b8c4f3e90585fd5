"""The library: every transcript, found again."""
