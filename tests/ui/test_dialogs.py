"""About, diagnostics, and what the system wishes about motion."""

from __future__ import annotations

import os
import stat
from pathlib import Path

import pytest
from PySide6.QtGui import QGuiApplication

from app import __version__, doctor
from app.doctor import PACKAGES
from app.licences import list_licences
from app.ui.reduced_motion import prefers_reduced_motion


def test_about_names_the_version_the_model_and_the_licences(qtbot, make_app) -> None:
    app = make_app()
    app.window.actions_by_name["about"].trigger()
    about = app.window.dialogs.about_dialog
    qtbot.waitUntil(lambda: about.licence_tree.topLevelItemCount() > 10)
    assert __version__ in about.name_label.text()
    assert about.model_label.text() == "Model in use: Scripted on CPU, fp32"
    rows = [about.licence_tree.topLevelItem(row) for row in range(about.licence_tree.topLevelItemCount())]
    licences = {row.text(0).split()[0]: row.text(1) for row in rows}
    assert licences["Anneal"]
    assert "LGPL" in licences["PySide6-Essentials"]
    about.close()
    qtbot.waitUntil(lambda: app.window.dialogs.about_dialog is None)


def test_all_that_is_shipped_has_a_licence() -> None:
    assert [each.name for each in list_licences() if not each.licence] == []
    assert {*PACKAGES} <= {each.name.split()[0] for each in list_licences()}


def test_diagnostics_go_to_the_clipboard(qtbot, make_app, tmp_path: Path) -> None:
    app = make_app()
    app.window.actions_by_name["about"].trigger()
    app.window.dialogs.about_dialog.diagnostics_button.click()
    assert not app.window.dialogs.about_dialog.diagnostics_button.isEnabled()
    qtbot.waitUntil(lambda: "on the clipboard" in app.window.banner.text, timeout=120_000)
    assert app.window.dialogs.about_dialog.diagnostics_button.text() == "Copied"
    text = QGuiApplication.clipboard().text()
    assert f"Anneal {__version__}" in text
    assert "in use     cpu, fp32" in text


def test_nothing_of_the_person_is_in_the_diagnostics(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    own = tmp_path / "models"
    for name in ("divorce-hearing", "patients"):
        (own / name).mkdir(parents=True)
    (own / "divorce-hearing" / "adapter.json").write_text('{"title": "Secret", "languages": ["de"]}')
    (own / "patients" / "adapter.json").write_text("{")
    monkeypatch.setenv("HF_TOKEN", "hf_verysecret")
    report, _ = doctor.report(own)
    assert report.count("a model of one's own") == 2
    for secret in ("divorce", "patients", "Secret", "verysecret", str(tmp_path), str(Path.home()) + os.sep):
        assert secret not in report


@pytest.mark.skipif(os.name == "nt", reason="Windows is asked otherwise")
@pytest.mark.parametrize(("answer", "reduced"), [("false", True), ("true", False), ("", False)])
def test_the_system_is_asked_about_motion(tmp_path: Path, monkeypatch, answer: str, reduced: bool) -> None:
    program = tmp_path / "gsettings"
    program.write_text(f'#!/bin/sh\n[ "$3" = enable-animations ] && echo {answer}\n')
    program.chmod(program.stat().st_mode | stat.S_IXUSR)
    monkeypatch.setattr("sys.platform", "linux")
    monkeypatch.setenv("PATH", str(tmp_path))
    assert prefers_reduced_motion() is reduced
    monkeypatch.setenv("PATH", str(tmp_path / "nothing here"))
    assert prefers_reduced_motion() is False


def test_the_systems_wish_counts_only_where_the_person_left_it_to_the_system(qtbot, make_app) -> None:
    app = make_app(ready=False)
    player = app.window.transcription_page.player
    preferences = app.window.settings_controller
    with qtbot.waitSignals([preferences.system_motion_known, app.queue.idled]):  # this machine's own answer
        pass
    with qtbot.waitSignal(preferences.system_motion_known):
        preferences.query_system_motion(app.background_tasks, lambda: True)
    assert player.reduced_motion
    preferences.change(motion="full")
    assert not player.reduced_motion
    preferences.change(motion="system")
    assert player.reduced_motion
