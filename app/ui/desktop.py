"""The desktop outside of the window: progress on the launcher's icon, and notifications. Silent where there is none.

Linux desktops take both over the session bus: ``com.canonical.Unity.LauncherEntry`` (KDE, Ubuntu's dock, Cinnamon) and
``org.freedesktop.portal.Notification``. Elsewhere the window asks for attention, as ``QApplication.alert`` does it.
"""

from __future__ import annotations

import os
import sys

from PySide6.QtWidgets import QApplication, QWidget

from app.paths import DESKTOP_ID

LAUNCHER = "com.canonical.Unity.LauncherEntry"
PORTAL, PORTAL_PATH = "org.freedesktop.portal.Desktop", "/org/freedesktop/portal/desktop"
NOTIFICATIONS = "org.freedesktop.portal.Notification"
BUS_ADDRESS = "DBUS_SESSION_BUS_ADDRESS"


def has_session_bus() -> bool:
    """Whether a session bus runs; asking for one that does not would start a program."""
    return sys.platform == "linux" and bool(os.environ.get(BUS_ADDRESS))


def show_progress(share: float | None) -> None:
    """Show a share from 0 to 1 on the launcher's icon; None removes it. Does not wait for an answer."""
    if has_session_bus():
        from PySide6.QtDBus import QDBusConnection, QDBusMessage  # loaded by the first transcription, not at start

        message = QDBusMessage.createSignal("/", LAUNCHER, "Update")
        properties = {"progress": float(share or 0.0), "progress-visible": share is not None}
        message.setArguments([f"application://{DESKTOP_ID}.desktop", properties])
        QDBusConnection.sessionBus().send(message)


def notify(window: QWidget, title: str, text: str) -> None:
    """Tell that a window has finished something; a later notification replaces it. Does not wait for an answer."""
    QApplication.alert(window)
    show_notification("finished", title, text)


def show_notification(name: str, title: str, text: str) -> None:
    """Show a notification, which replaces the one of that name. Does not wait for an answer."""
    if has_session_bus():
        from PySide6.QtDBus import QDBusConnection, QDBusMessage

        message = QDBusMessage.createMethodCall(PORTAL, PORTAL_PATH, NOTIFICATIONS, "AddNotification")
        message.setArguments([name, {"title": title, "body": text}])
        QDBusConnection.sessionBus().asyncCall(message)
