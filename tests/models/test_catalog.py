"""The table of models is light, whole, and true to what a window may show before anything is downloaded."""

from __future__ import annotations

import subprocess
import sys

from app.models.catalog import INTERFAZE_SMALL, KNOWN
from app.speech.languages import LANGUAGES


def test_the_published_model_names_its_three_parts() -> None:
    assert INTERFAZE_SMALL in KNOWN
    parts = {repository.part: repository for repository in INTERFAZE_SMALL.repositories}
    assert set(parts) == {"adapter", "backbone", "encoder"}
    assert parts["adapter"].asks_for_contact
    assert INTERFAZE_SMALL.adapter is parts["adapter"]
    assert all(repository.licence and repository.size_bytes > 0 for repository in parts.values())
    assert 51e9 < INTERFAZE_SMALL.size_bytes < 54e9
    assert set(INTERFAZE_SMALL.languages) == set(LANGUAGES)


def test_the_table_can_be_read_without_torch_and_without_qt() -> None:
    code = "import sys, app.models.catalog; assert not {'torch', 'PySide6', 'transformers'} & set(sys.modules)"
    subprocess.run([sys.executable, "-c", code], check=True)
