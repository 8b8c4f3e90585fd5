"""Exit codes of the command line."""

from __future__ import annotations

DONE = 0
FAILED = 1
USAGE = 2
"""Wrong usage, as argparse leaves."""
STOPPED = 130
"""Stopped by Ctrl-C, as a shell reports it; what was transcribed until then is kept."""
