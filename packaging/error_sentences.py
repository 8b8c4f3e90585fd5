"""Prints all sentences of the app's errors in the form that Qt's tools for translators read. Errors are written without Qt.

The sentences are the literals in calls of ``AnnealError``, its subclasses and ``translatable()``, and the names of languages
and scripts that errors contain. A sentence that is put together (f"...", +) could never be translated: it is an error here.
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
ERROR_CLASSES = {
    name for name, value in vars(errors).items() if isinstance(value, type) and issubclass(value, errors.AnnealError)
}
DOWNLOAD_ERROR = "DownloadError"
"""Defined beside the hub client: its first argument is no sentence but the kind of error."""
SENTENCE_ARGUMENTS = ("what", "why", "remedy", "short")
TERMINAL_ONLY = {"archive", "bench", "cli", "doctor.py"}
"""Folders and files below ``app`` whose errors are seen in the terminal only, which is in English."""


def sentences(path: Path) -> Iterator[tuple[int, str | None]]:
    """Yield (line, sentence) for each sentence of a source file; None for one that is put together."""
    for call in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if not isinstance(call, ast.Call):
            continue
        name = call.func.id if isinstance(call.func, ast.Name) else getattr(call.func, "attr", "")
        if name in ERROR_CLASSES or name in (DOWNLOAD_ERROR, errors.translatable.__name__):
            args = call.args[1:] if name == DOWNLOAD_ERROR else call.args
            keywords = [keyword.value for keyword in call.keywords if keyword.arg in SENTENCE_ARGUMENTS]
            for argument in (*args, *keywords):
                if isinstance(argument, ast.Constant):
                    yield argument.lineno, str(argument.value)
                elif not isinstance(argument, ast.Name):  # a name was marked where it is assigned
                    yield argument.lineno, None


def main() -> int:
    sources = [path for path in sorted(APP.rglob("*.py")) if not set(path.relative_to(APP).parts) & TERMINAL_ONLY]
    located = [(f"{path}:{line}", text) for path in sources for line, text in sentences(path)]
    if wrong := [location for location, text in located if text is None]:
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
    for text in sorted({text for _, text in located if text} | names):
        print(f"QT_TRANSLATE_NOOP({json.dumps(CONTEXT)}, {json.dumps(text, ensure_ascii=False)})")
    return 0


if __name__ == "__main__":
    sys.exit(main())
