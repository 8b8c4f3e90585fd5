"""Prints all sentences of the app's errors as Qt's tools for translators read them. They are written without Qt.

These are the literals in calls of ``AnnealError`` and its kinds and of ``reason_template()``, and the names that errors tell of
languages and scripts. A sentence that is put together (f"...", +) could never be translated: it ends this with an error.
"""

from __future__ import annotations

import ast
import json
import sys
from collections.abc import Iterator
from pathlib import Path

from app import errors
from app.jobs.error_text import CONTEXT
from app.languages import LANGUAGES

APP = Path(errors.__file__).parent
KINDS = {name for name, kind in vars(errors).items() if isinstance(kind, type) and issubclass(kind, errors.AnnealError)}
DOWNLOADS = "DownloadError"
"""Of the hub's own file: its first argument is no sentence but a kind."""
SENTENCES = ("what", "why", "remedy")
WITHOUT_WINDOW = {"bench", "cli", "doctor.py"}
"""What speaks in the terminal only, which is in English."""


def sentences(path: Path) -> Iterator[tuple[int, str | None]]:
    """(line, sentence) for each in a source file; None for one that is put together."""
    for call in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if not isinstance(call, ast.Call):
            continue
        name = call.func.id if isinstance(call.func, ast.Name) else getattr(call.func, "attr", "")
        if name in KINDS or name in (DOWNLOADS, errors.translatable.__name__):
            args = call.args[1:] if name == DOWNLOADS else call.args
            for said in [*args, *(each.value for each in call.keywords if each.arg in SENTENCES)]:
                if isinstance(said, ast.Constant):
                    yield said.lineno, str(said.value)
                elif not isinstance(said, ast.Name):  # a name holds what was marked elsewhere
                    yield said.lineno, None


def main() -> int:
    sources = [path for path in sorted(APP.rglob("*.py")) if not set(path.parts) & WITHOUT_WINDOW]
    places = [(f"{path}:{line}", text) for path in sources for line, text in sentences(path)]
    if wrong := [place for place, text in places if text is None]:
        example = 'AudioError("{file} is empty.", file=name)'
        print(
            "A sentence of an error is a literal, and what differs is a fact:",
            example,
            *wrong,
            sep="\n",
            file=sys.stderr,
        )
        return 1
    names = {name for language in LANGUAGES.values() for name in (language.english, language.script)}
    for text in sorted({text for _, text in places if text} | names):
        print(f"QT_TRANSLATE_NOOP({json.dumps(CONTEXT)}, {json.dumps(text, ensure_ascii=False)})")
    return 0


if __name__ == "__main__":
    sys.exit(main())
