"""An install manifest for tests."""

from __future__ import annotations

from pathlib import Path

COMMIT = "0" * 40


def manifest(cache: Path, fetched: list[str]) -> dict:
    """Of a model with one repository; ``fetched`` are the paths that were fetched for it."""
    return {
        "cache": str(cache),
        "verified": "2026-11-22T05:00:00+00:00",
        "repositories": {
            "openai/whisper-small": {
                "commit": COMMIT,
                "part": "encoder",
                "licence": "mit",
                "files": {"model.safetensors": [3_000_000_000, "e" * 64], "config.json": [2, "c" * 40]},
                "fetched": fetched,
                "checked": fetched,
            }
        },
    }
