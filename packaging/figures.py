"""Copies the figures of the bundled model from its card into the README: ``python packaging/figures.py``.

The card is where they are measured and explained; a test compares the two. Every set whose figure is bold there is shown.
"""

from __future__ import annotations

import re
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
CARD = ROOT / "resources" / "models" / "anneal-small" / "README.md"
README = ROOT / "README.md"
BEGIN, END = "<!-- packaging/figures.py writes these from the model card -->\n", "<!-- until here -->\n"
MEASURED = "16 steps"
"""The column of the card that is shown."""


def figures(card: str) -> str:
    """Return the README's table; raise ``ValueError`` where no table of the card has a bold figure in this column."""
    shown = [f"| {MEASURED} | clips | errors |", "|-|-|-|"]
    header: list[str] = []
    for line in card.splitlines():
        row = [cell.strip() for cell in line.strip().strip("|").split("|")]
        if MEASURED in row:
            header = row
        elif len(row) != len(header):
            header = []
        elif bold := re.fullmatch(r"\*\*([\d.]+)\*\*", row[header.index(MEASURED)]):
            cells = dict(zip(header, row, strict=True))
            name, unit = cells["set"], "characters" if "CER" in cells["set"] else "words"
            name = name.replace(" (CER)", "").replace(" (asterisk)", ": telephone prompts")
            shown.append(f"| {name} | {cells['clips']} | {bold[1]} of the {unit} |")
    if len(shown) == 2:
        raise ValueError(f"The card has no bold figures in a column named {MEASURED}.")
    return "\n".join(shown) + "\n"


def with_figures(readme: str, card: str) -> str:
    """The README with the card's figures between its two marks; raises ``ValueError`` where a mark is missing."""
    before, found, rest = readme.partition(BEGIN)
    _, closed, after = rest.partition(END)
    if not (found and closed):
        raise ValueError("The README has lost the marks between which the figures belong.")
    return before + BEGIN + figures(card) + END + after


if __name__ == "__main__":
    README.write_text(
        with_figures(README.read_text(encoding="utf-8"), CARD.read_text(encoding="utf-8")), encoding="utf-8"
    )
