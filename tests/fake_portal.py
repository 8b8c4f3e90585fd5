"""A desktop portal as the specification describes it, on a real bus, with a user who answers at once."""

from __future__ import annotations

import threading
from typing import Any

from jeepney import DBusAddress, HeaderFields, Message, MessageType, new_error, new_method_return, new_signal
from jeepney.io.blocking import open_dbus_connection

PORTAL, PATH = "org.freedesktop.portal.Desktop", "/org/freedesktop/portal/desktop"
NOTIFICATIONS = "org.freedesktop.portal.Notification"
SHORTCUTS, KEYBOARD = "org.freedesktop.portal.GlobalShortcuts", "org.freedesktop.portal.RemoteDesktop"


class FakePortal:
    """Serves in a thread of its own until ``close``."""

    def __init__(self, *interfaces: str, declines: str = "", keyboard_version: int = 2) -> None:
        """Offer these interfaces, both of the dictation's by default. ``declines`` is the method that the user says no to."""
        offered = (*(interfaces or (SHORTCUTS, KEYBOARD)), NOTIFICATIONS)
        self._versions = {name: keyboard_version if name == KEYBOARD else 1 for name in offered}
        self._declines = declines
        self.calls: list[tuple[str, tuple[Any, ...]]] = []
        """Methods and their arguments."""
        self.typed = ""
        self.told: list[str] = []
        """Notifications."""
        self._sessions: dict[str, str] = {}
        self.tokens_seen: list[str] = []
        self._connection = open_dbus_connection()
        self._connection.bus_proxy.RequestName(PORTAL)
        self._closing, self._lock = False, threading.Lock()
        self._thread = threading.Thread(target=self._serve, daemon=True)
        self._thread.start()

    @property
    def session(self) -> str:
        """The session of the shortcuts."""
        return self._sessions.get(SHORTCUTS, "")

    def close(self) -> None:
        self._closing = True
        self._thread.join(5)
        self._connection.close()

    def press(self, shortcut: str = "dictate", session: str | None = None) -> None:
        """Press a shortcut, and let go."""
        for member in ("Activated", "Deactivated"):
            self._signal(PATH, SHORTCUTS, member, "osta{sv}", (session or self.session, shortcut, 1234, {}))

    def change_trigger(self, trigger: str) -> None:
        """Choose another shortcut in the desktop's settings."""
        changed = [("dictate", {"trigger_description": ("s", trigger)})]
        self._signal(PATH, SHORTCUTS, "ShortcutsChanged", "oa(sa{sv})", (self.session, changed))

    def end_session(self) -> None:
        self._signal(self.session, "org.freedesktop.portal.Session", "Closed", "a{sv}", ({},))

    def _serve(self) -> None:
        while not self._closing:
            try:
                message = self._connection.receive(timeout=0.05)
            except TimeoutError:
                continue
            if message.header.message_type is MessageType.method_call:
                self._answer(message)

    def _send(self, message: Message) -> None:
        with self._lock:  # the test's thread sends signals meanwhile
            self._connection.send(message)

    def _answer(self, message: Message) -> None:
        fields, body = message.header.fields, message.body
        interface, method = fields[HeaderFields.interface], fields[HeaderFields.member]
        if method == "Get":
            version = self._versions.get(body[0], 0)
            reply = new_method_return(message, "v", (("u", version),)) if version else _unknown(message)
            self._send(reply)
            return
        if interface not in self._versions:
            self._send(_unknown(message))
            return
        self.calls.append((method, body))
        if method == "NotifyKeyboardKeysym":
            session, _, keysym, state = body
            assert session == self._sessions[KEYBOARD]
            if state == 1:
                self.typed += chr(keysym - 0x01000000 if keysym >= 0x01000000 else keysym)
            self._send(new_method_return(message))
            return
        if method == "AddNotification":
            self.told.append(body[1]["body"][1])
            self._send(new_method_return(message))
            return
        options = body[-1]
        sender = fields[HeaderFields.sender][1:].replace(".", "_")
        handle = f"{PATH}/request/{sender}/{options['handle_token'][1]}"
        self._send(new_method_return(message, "o", (handle,)))
        results = {} if method == self._declines else self._results(interface, method, body, sender)
        response = (1 if method == self._declines else 0, results)
        self._signal(handle, "org.freedesktop.portal.Request", "Response", "ua{sv}", response)

    def _results(self, interface: str, method: str, body: tuple[Any, ...], sender: str) -> dict[str, Any]:
        match method:
            case "CreateSession":
                self._sessions[interface] = f"{PATH}/session/{sender}/{body[0]['session_handle_token'][1]}"
                return {"session_handle": ("s", self._sessions[interface])}
            case "BindShortcuts":
                bound = [
                    (name, {"trigger_description": ("s", f"<{about['preferred_trigger'][1]}>")})
                    for name, about in body[1]
                ]
                return {"shortcuts": ("a(sa{sv})", bound)}
            case "SelectDevices":
                self.tokens_seen.append(body[1].get("restore_token", ("s", ""))[1])
            case "Start":
                return {"devices": ("u", 1), "restore_token": ("s", f"token{len(self.tokens_seen)}")}
        return {}

    def _signal(self, path: str, interface: str, member: str, signature: str, body: tuple[Any, ...]) -> None:
        self._send(new_signal(DBusAddress(path, PORTAL, interface), member, signature, body))


def _unknown(message: Message) -> Message:
    return new_error(message, "org.freedesktop.DBus.Error.UnknownMethod", "s", ("No such interface",))
