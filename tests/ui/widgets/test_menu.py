"""Menus have round corners."""

from __future__ import annotations

from PySide6.QtCore import QPoint
from pytestqt.qtbot import QtBot

from app.ui.widgets import menu
from app.ui.widgets.menu import Menu


def test_on_x11_the_corners_are_cut_off(qtbot: QtBot, monkeypatch) -> None:
    monkeypatch.setattr(menu.QGuiApplication, "platformName", lambda: "xcb")
    shown = Menu()
    qtbot.addWidget(shown)
    shown.addAction("Open")
    shown.popup(QPoint(0, 0))
    corners = [
        shown.rect().topLeft(), shown.rect().topRight(), shown.rect().bottomLeft(), shown.rect().bottomRight()
    ]  # fmt: skip
    assert not any(shown.mask().contains(corner) for corner in corners)
    assert shown.mask().contains(shown.rect().center())
