"""Numbers under the locales of other countries: those for C libraries and files have a point, those for people do not."""

from __future__ import annotations

import csv
import io
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from app.library.export import WRITERS, ExportOptions, export_transcript
from tests.library.export.spoken import segment, transcript

ROOT = Path(__file__).parents[1]
SAID = transcript(segment("One, two: 1.5 and 2,5.", start_s=1.25), segment("Three.", 1, start_s=3725.5))
SCRIPT = """
import json, locale, sys
from pathlib import Path
from PySide6.QtWidgets import QApplication
from app import wiring
from app.jobs.auto_exporter import spreadsheet_separator
from app.library.export import WRITERS, ExportOptions, export_transcript
from app.paths import Folders, sample_clips
from app.sound.decoded_sound import DecodedSound
from app.sound.playback import SPEEDS, PlaybackRequest, render_blocks
from app.ui.formatting import decimal
from tests.test_locale import SAID
built = wiring.build(QApplication([]), Folders.under(Path(sys.argv[1])))
sound, heard_s = DecodedSound(sample_clips()[0]), {}
for speed in SPEEDS:
    blocks = render_blocks(sound, PlaybackRequest(end_s=1.5, speed=speed), 48_000)
    heard_s[speed] = sum(len(block) for _, block in blocks) / 48_000 * speed
print(json.dumps({
    "point": locale.localeconv()["decimal_point"],
    "heard_s": list(heard_s.values()),
    "exports": {name: export_transcript(SAID, name) for name in WRITERS},
    "shown": decimal(1234567.5, 1),
    "separator": spreadsheet_separator(),
    "clean": built.shut_down(),
}))
"""


@pytest.mark.parametrize(
    ("name", "shown", "separator"),
    [
        ("de_DE", "1.234.567,5", ";"),
        ("fr_FR", "1\u202f234\u202f567,5", ";"),
        ("es_ES", "1.234.567,5", ";"),
        ("hi_IN", "12,34,567.5", ","),
        ("tr_TR", "1,234,567.5", ";"),  # there is no Turkish window: it speaks English
    ],
)
def test_everything_works_in_the_locale(tmp_path: Path, name: str, shown: str, separator: str) -> None:
    subprocess.run(["localedef", "-i", name, "-f", "UTF-8", tmp_path / f"{name}.UTF-8"], check=False)
    if not (tmp_path / f"{name}.UTF-8").is_dir():
        pytest.skip(f"the locale {name} cannot be made here")
    code = f"{name}.UTF-8"
    environment = {**os.environ, "LOCPATH": str(tmp_path), "LC_ALL": code, "LANG": code, "OMP_NUM_THREADS": "1"}
    run = subprocess.run(
        [sys.executable, "-c", SCRIPT, tmp_path / "folders"],
        cwd=ROOT, env=environment, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert run.returncode == 0, run.stderr
    found = json.loads(run.stdout.splitlines()[-1])
    assert found["point"] == "."
    assert found["heard_s"] == pytest.approx([1.5] * 7, abs=0.1)
    assert found["exports"] == {form: export_transcript(SAID, form) for form in WRITERS}
    assert (found["shown"], found["separator"], found["clean"]) == (shown, separator, True)
    table = export_transcript(SAID, "csv", ExportOptions(csv_separator=separator))
    rows = list(csv.reader(io.StringIO(str(table), newline=""), delimiter=separator))
    assert rows[1][0].replace(",", ".") == "1.250"
