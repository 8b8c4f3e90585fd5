"""Global shortcuts and typing through the desktop portal: org.freedesktop.portal.GlobalShortcuts and RemoteDesktop.

jeepney speaks D-Bus here: a shortcut is passed as ``a(sa{sv})``, a type that PySide's QtDBus cannot write.
"""

from __future__ import annotations

import time
from collections import deque
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from app.errors import DictationError, reason_of, translatable
from app.paths import DESKTOP_ID

from .events import ShortcutPressed, ShortcutReady, TextTyped, TypingAllowed
from .keysyms import keysym_of, typable
from .shortcut import Shortcut
from .stop import Stop

PORTAL, PORTAL_PATH = "org.freedesktop.portal.Desktop", "/org/freedesktop/portal/desktop"
SHORTCUTS, KEYBOARD = "org.freedesktop.portal.GlobalShortcuts", "org.freedesktop.portal.RemoteDesktop"
REQUEST, SESSION = "org.freedesktop.portal.Request", "org.freedesktop.portal.Session"
REGISTRY = "org.freedesktop.host.portal.Registry"
BUS, BUS_PATH, PROPERTIES = "org.freedesktop.DBus", "/org/freedesktop/DBus", "org.freedesktop.DBus.Properties"
ANSWER_TIMEOUT_S = 10.0
"""For the portal itself; the user may take longer to answer it."""
KEYBOARD_DEVICE, UNTIL_REVOKED = 1, 2
PRESSED, RELEASED = 1, 0
STROKE_S = 0.006

Options = dict[str, tuple[str, Any]]


class Portal:
    """A connection to the portal, for one thread. All methods raise ``DictationError`` where the portal refuses."""

    def __init__(self, connection: Any, stop: Stop) -> None:
        self._connection, self._stop = connection, stop
        self._signals: deque[Any] = deque()
        self._tokens = 0

    def version(self, interface: str) -> int:
        """Return the version of an interface of the portal; 0 where there is none."""
        reply = self._reply(PROPERTIES, "Get", "ss", (interface, "version"))
        return int(reply.body[0][1]) if _is_return(reply) else 0

    def register(self) -> None:
        """Tell the portal which app this is; older ones do not ask."""
        self._reply(REGISTRY, "Register", "sa{sv}", (DESKTOP_ID, {}))

    def subscribe(self, interface: str, path: str = "") -> None:
        """Receive the signals of an interface of the portal."""
        rule = f"type='signal',sender='{PORTAL}',interface='{interface}'" + (f",path='{path}'" if path else "")
        self._reply(BUS, "AddMatch", "s", (rule,), BUS_PATH, BUS)

    def follow_owner(self) -> None:
        """Receive a signal when the portal itself ends."""
        rule = f"type='signal',sender='{BUS}',interface='{BUS}',member='NameOwnerChanged',arg0='{PORTAL}'"
        self._reply(BUS, "AddMatch", "s", (rule,), BUS_PATH, BUS)

    def call(self, interface: str, method: str, signature: str, arguments: tuple[Any, ...]) -> Any:
        """Call a method and return what it returns."""
        reply = self._reply(interface, method, signature, arguments)
        if not _is_return(reply):
            raise _refused(str(reply.body[0]) if reply.body else "")
        return reply.body

    def request(
        self, interface: str, method: str, signature: str, arguments: tuple[Any, ...], options: Options
    ) -> dict[str, tuple[str, Any]]:
        """Call a method that the user may have to allow, wait for the answer, and return its results."""
        token = self._new_token()
        path = f"{PORTAL_PATH}/request/{self._connection.unique_name[1:].replace('.', '_')}/{token}"
        self.subscribe(REQUEST, path)
        [handle] = self.call(interface, method, signature, (*arguments, {**options, "handle_token": ("s", token)}))
        if handle != path:  # a portal older than 0.9
            self.subscribe(REQUEST, handle)
        for signal in self.signals():
            if (signal.interface, signal.member) == (REQUEST, "Response") and signal.path in (path, handle):
                response, results = signal.body
                if response != 0:
                    raise _refused("")
                return dict(results)
        raise _refused("")

    def create_session(self, interface: str) -> str:
        """Open a session and return its object path."""
        options: Options = {"session_handle_token": ("s", self._new_token())}
        return str(self.request(interface, "CreateSession", "a{sv}", (), options)["session_handle"][1])

    def signals(self) -> Iterator[Signal]:
        """Yield the signals that were subscribed to, as they come, until the stop is set."""
        while True:
            while self._signals:
                yield Signal(self._signals.popleft())
            if self._stop.is_set:
                return
            try:  # what was read along with an answer is not in the socket any more
                self._signals.append(self._connection.receive(timeout=0))
            except TimeoutError:
                self._stop.wait(self._connection.sock.fileno())

    def _reply(
        self,
        interface: str,
        method: str,
        signature: str,
        arguments: tuple[Any, ...],
        path: str = PORTAL_PATH,
        name: str = PORTAL,
    ) -> Any:
        """Call a method; returns the reply, be it an error. Signals that come meanwhile are kept."""
        from jeepney import DBusAddress, HeaderFields, MessageType, new_method_call

        message = new_method_call(DBusAddress(path, name, interface), method, signature, arguments)
        serial = next(self._connection.outgoing_serial)
        self._connection.send(message, serial=serial)
        end_s = time.monotonic() + ANSWER_TIMEOUT_S
        while not self._stop.is_set:
            try:
                received = self._connection.receive(timeout=max(0.0, end_s - time.monotonic()))
            except TimeoutError:
                break
            if received.header.fields.get(HeaderFields.reply_serial) == serial:
                return received
            if received.header.message_type is MessageType.signal:
                self._signals.append(received)
        raise _refused(translatable("The desktop's portal does not answer"))

    def _new_token(self) -> str:
        self._tokens += 1
        return f"anneal{self._tokens}"


class Signal:
    """A signal's place and contents."""

    def __init__(self, message: Any) -> None:
        from jeepney import HeaderFields

        fields = message.header.fields
        self.path = str(fields.get(HeaderFields.path, ""))
        self.interface = str(fields.get(HeaderFields.interface, ""))
        self.member = str(fields.get(HeaderFields.member, ""))
        self.body: tuple[Any, ...] = message.body or ()


def offers(interface: str) -> bool:
    """Whether a session bus runs and its portal has an interface."""
    try:
        with _connected(Stop()) as portal:
            return portal.version(interface) > 0
    except DictationError:
        return False


def listen(shortcut: Shortcut, purpose: str, stop: Stop) -> Iterator[ShortcutReady | ShortcutPressed]:
    """Ask the desktop for a shortcut and yield its presses until ``stop`` is set; raises ``DictationError``.

    The desktop may ask the user, telling the ``purpose``, and give another shortcut than the wanted one.
    """
    with _connected(stop) as portal:
        portal.follow_owner()
        for interface in (SHORTCUTS, SESSION):
            portal.subscribe(interface)
        session = portal.create_session(SHORTCUTS)
        wanted = {"description": ("s", purpose), "preferred_trigger": ("s", shortcut.trigger)}
        results = portal.request(
            SHORTCUTS, "BindShortcuts", "oa(sa{sv})sa{sv}", (session, [("dictate", wanted)], ""), {}
        )
        yield ShortcutReady(_trigger(results["shortcuts"][1] if "shortcuts" in results else ()))
        for signal in portal.signals():
            if signal.member == "Activated" and signal.body[:2] == (session, "dictate"):
                yield ShortcutPressed(0)
            elif signal.member == "ShortcutsChanged" and signal.body[0] == session:
                yield ShortcutReady(_trigger(signal.body[1]))
            elif (signal.member == "NameOwnerChanged" and signal.body[1]) or (
                signal.member == "Closed" and signal.path == session
            ):
                raise DictationError(
                    "The desktop has taken the shortcut for dictation back.",
                    "",
                    "Switch dictation off and on again.",
                )


def _trigger(shortcuts: Any) -> str:
    """Return how the desktop names our shortcut; raises ``DictationError`` where it gave none."""
    for name, properties in shortcuts:
        if name == "dictate":
            return str(properties.get("trigger_description", ("s", ""))[1])
    raise _refused("")


def ask_to_type(token: str, stop: Stop) -> Iterator[TypingAllowed]:
    """Ask the desktop for the permission to type, as ``type_text`` needs it; raises ``DictationError``."""
    with _connected(stop) as portal:
        _, new_token = _keyboard_session(portal, token)
        yield TypingAllowed(new_token)


def type_text(text: str, token: str, stop: Stop) -> Iterator[TypingAllowed | TextTyped]:
    """Type a text where the cursor is; raises ``DictationError``.

    Args:
        token: that of the last ``TypingAllowed``: the desktop then need not ask the user.
    """
    with _connected(stop) as portal:
        session, new_token = _keyboard_session(portal, token)
        yield TypingAllowed(new_token)
        for character in typable(text):
            if stop.is_set:
                return
            for state in (PRESSED, RELEASED):
                portal.call(KEYBOARD, "NotifyKeyboardKeysym", "oa{sv}iu", (session, {}, keysym_of(character), state))
            time.sleep(STROKE_S)
        yield TextTyped()


def _keyboard_session(portal: Portal, token: str) -> tuple[str, str]:
    """Open a session that may type, and return its path and the token for the next one."""
    if not portal.version(KEYBOARD):
        raise DictationError(
            "This desktop lets no program type.",
            "Its portal has no remote keyboard.",
            "The text goes to the clipboard: paste it.",
        )
    session = portal.create_session(KEYBOARD)
    options: Options = {"types": ("u", KEYBOARD_DEVICE)}
    if portal.version(KEYBOARD) >= 2:
        options["persist_mode"] = ("u", UNTIL_REVOKED)
        if token:
            options["restore_token"] = ("s", token)
    portal.request(KEYBOARD, "SelectDevices", "oa{sv}", (session,), options)
    results = portal.request(KEYBOARD, "Start", "osa{sv}", (session, ""), {})
    if not results.get("devices", ("u", 0))[1] & KEYBOARD_DEVICE:
        raise _refused("")
    return session, str(results.get("restore_token", ("s", ""))[1])


@contextmanager
def _connected(stop: Stop) -> Iterator[Portal]:
    from jeepney.io.blocking import open_dbus_connection

    try:
        connection = open_dbus_connection()
    except Exception as error:  # no bus, or one that speaks otherwise
        raise DictationError("The desktop cannot be asked.", "No session bus answers.") from error
    try:
        portal = Portal(connection, stop)
        portal.register()
        yield portal
    except OSError as error:
        raise _refused(reason_of(error)) from error
    finally:
        connection.close()


def _is_return(reply: Any) -> bool:
    from jeepney import MessageType

    return reply.header.message_type is MessageType.method_return


def _refused(reason: str) -> DictationError:
    if not reason:
        return DictationError(
            "The desktop did not allow it.", "The request was declined.", "Switch it off and on to be asked again."
        )
    return DictationError("The desktop did not allow it.", "{reason}.", reason=reason.rstrip("."))
