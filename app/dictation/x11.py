"""Global shortcuts and typing on an X server: a passive grab of the key, and fake key events (XTEST)."""

from __future__ import annotations

import time
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import combinations
from typing import Any

from app.errors import DictationError, reason_of, translatable

from .events import ShortcutPressed, ShortcutReady, TextTyped
from .keysyms import keysym_of, typable
from .shortcut import Shortcut
from .stop import Stop

SHIFT, LOCK, CONTROL, ALT_DEFAULT, META_DEFAULT = 1, 2, 4, 8, 64
"""Bits of the modifiers in an event; Alt and Meta (Super) may have other ones, which the server tells."""
SHIFT_L, CONTROL_L, CAPS_LOCK, NUM_LOCK, ALT_L, SUPER_L = 0xFFE1, 0xFFE3, 0xFFE5, 0xFF7F, 0xFFE9, 0xFFEB
PASTE = translatable("It is on the clipboard: paste it.")
KEY_PRESS, KEY_RELEASE = 2, 3
ALL_PARTS = 0xFF
USE_CORE_KEYBOARD, DETECTABLE_AUTO_REPEAT = 0x100, 1  # of the XKB extension

RELEASE_TIMEOUT_S = 8.0
"""How long typing waits for the user to let go of the modifiers: with one held, letters would be shortcuts."""
STROKE_S = 0.004
REMAPPED_S = 0.06
"""For other programs to read a changed keyboard mapping, before its first key."""
READ_S = 0.4
"""For them to read all keys, before the mapping changes under them."""


class Keyboard:
    """What the keys of the server mean now."""

    def __init__(self, connection: Any) -> None:
        setup = connection.get_setup()
        first, count = setup.min_keycode, setup.max_keycode - setup.min_keycode + 1
        mapping = connection.core.GetKeyboardMapping(first, count).reply()
        self.width: int = mapping.keysyms_per_keycode
        keysyms = list(mapping.keysyms)
        self.rows = {
            first + index: tuple(keysyms[index * self.width : (index + 1) * self.width]) for index in range(count)
        }
        """The keysyms of each keycode: two levels of the first group, two of the second, and more."""
        modifiers = connection.core.GetModifierMapping().reply()
        keys, per_modifier = list(modifiers.keycodes), modifiers.keycodes_per_modifier
        self._modifier_keys = [set(keys[bit * per_modifier : (bit + 1) * per_modifier]) - {0} for bit in range(8)]

    def keycodes(self, keysym: int) -> dict[int, int]:
        """Return the keycodes that give a keysym in any group, each with the modifier that it needs: 0 or ``SHIFT``."""
        found: dict[int, int] = {}
        for keycode, row in self.rows.items():
            for column, each in enumerate(row[:4]):
                if each == keysym:
                    found.setdefault(keycode, SHIFT * (column % 2))
        return found

    def modifier(self, keysym: int, default: int = 0) -> int:
        """Return the bit of the modifier that a key sets."""
        for bit, keys in enumerate(self._modifier_keys):
            if any(keysym in self.rows.get(key, ()) for key in keys):
                return 1 << bit
        return default

    def spare_keycodes(self) -> list[int]:
        """Return the keycodes that mean nothing; the first of all is left out, which some servers keep for themselves."""
        return [keycode for keycode, row in self.rows.items() if not any(row)][1:]


def listen(shortcut: Shortcut, stop: Stop) -> Iterator[ShortcutReady | ShortcutPressed]:
    """Take a shortcut for this process and yield its presses until ``stop`` is set; raises ``DictationError``."""
    with _connected() as connection:
        import xcffib.xkb
        import xcffib.xproto as x

        keyboard_extension = connection(xcffib.xkb.key)
        keyboard_extension.UseExtension(1, 0).reply()
        # Without it a held key comes as many presses and releases.
        flags = (DETECTABLE_AUTO_REPEAT, DETECTABLE_AUTO_REPEAT, 0, 0, 0)
        keyboard_extension.PerClientFlags(USE_CORE_KEYBOARD, *flags).reply()
        changes = xcffib.xkb.EventType.NewKeyboardNotify | xcffib.xkb.EventType.MapNotify
        keyboard_extension.SelectEvents(USE_CORE_KEYBOARD, changes, 0, changes, ALL_PARTS, ALL_PARTS, b"")
        root = _root(connection)
        grabs = _grab(connection, root, shortcut)
        yield ShortcutReady("")
        down, descriptor = False, connection.get_file_descriptor()
        while True:
            event = connection.poll_for_event()
            if event is None:
                connection.flush()
                if stop.wait(descriptor):
                    return
                connection.invalid()
            elif isinstance(event, x.KeyReleaseEvent):
                down = False
            elif isinstance(event, x.KeyPressEvent):
                if not down:
                    yield ShortcutPressed(connection.core.GetInputFocus().reply().focus)
                down = True
            else:  # the mapping has changed
                wanted = _wanted_grabs(Keyboard(connection), shortcut)
                if wanted != grabs:  # another layout
                    for keycode, modifiers in grabs:
                        connection.core.UngrabKey(keycode, root, modifiers)
                    grabs = _grab(connection, root, shortcut)


def type_text(text: str, focus: int, stop: Stop) -> Iterator[TextTyped]:
    """Type a text where the cursor is; raises ``DictationError``, also half-way.

    Args:
        focus: the window that must have the focus, and keep it; 0 for whichever has it.
    """
    with _connected() as connection:
        _Typist(connection, focus, stop).type_text(typable(text))
        yield TextTyped()


class _Typist:
    """Sends key events. A character that no key gives is put on a spare keycode for a while."""

    def __init__(self, connection: Any, focus: int, stop: Stop) -> None:
        import xcffib.xtest

        self._connection, self._stop = connection, stop
        self._xtest = connection(xcffib.xtest.key)
        self._root = _root(connection)
        self._keyboard = Keyboard(connection)
        self._spare = self._keyboard.spare_keycodes()
        self._focus = focus or self._focused()
        self._remapped: set[int] = set()

    def type_text(self, text: str) -> None:
        state = self._wait_for_release()
        strokes = self._layout_strokes(state)
        if any(each not in strokes for each in text) and not self._spare:
            raise DictationError(
                "The text was not typed.",
                "The keyboard layout lacks letters of it, and has no free key to put them on.",
                PASTE,
            )
        caps_lock = next(iter(self._keyboard.keycodes(CAPS_LOCK)), 0) if state & LOCK else 0
        try:
            if caps_lock:
                self._tap(caps_lock)
            for part, placed in _batches(text, set(strokes), self._spare):
                self._remap(placed)
                for character in part:
                    if self._stop.is_set:
                        return
                    self._check_focus()
                    keycode, shift = (placed[character], 0) if character in placed else strokes[character]
                    self._tap(keycode, shift)
        finally:
            if caps_lock:
                self._tap(caps_lock)
            self._remap({})

    def _wait_for_release(self) -> int:
        """Wait until no modifier is held; returns the state of the locks and the group."""
        locks = LOCK | self._keyboard.modifier(NUM_LOCK)
        end_s = time.monotonic() + RELEASE_TIMEOUT_S
        while True:
            state: int = self._connection.core.QueryPointer(self._root).reply().mask
            if not state & 0xFF & ~locks:
                return state
            if self._stop.is_set or time.monotonic() > end_s:
                raise DictationError("The text was not typed.", "A key such as Ctrl or Alt was held down.", PASTE)
            time.sleep(0.02)

    def _layout_strokes(self, state: int) -> dict[str, tuple[int, int]]:
        """Return keycode and modifier of each Latin-1 character that the layout gives in its first group."""
        if state >> 13 & 3:  # in another group every character gets a keycode of its own
            return {}
        found: dict[int, tuple[int, int]] = {}
        for keycode, row in self._keyboard.rows.items():
            for level, keysym in enumerate(row[:2]):
                found.setdefault(keysym, (keycode, SHIFT * level))
        characters = (chr(code) for code in (*range(0x20, 0x7F), *range(0xA0, 0x100)))
        return {each: found[ord(each)] for each in characters if ord(each) in found}

    def _remap(self, placed: dict[str, int]) -> None:
        """Put characters on keycodes, and nothing on those of the batch before."""
        if self._remapped:
            self._connection.core.GetInputFocus().reply()
            time.sleep(READ_S)
        keysyms = {keycode: keysym_of(character) for character, keycode in placed.items()}
        for keycode in sorted(self._remapped | set(keysyms)):
            row = [keysyms.get(keycode, 0)] * 2
            self._connection.core.ChangeKeyboardMapping(1, keycode, len(row), row)
        self._remapped = set(keysyms)
        self._connection.core.GetInputFocus().reply()
        if placed:
            time.sleep(REMAPPED_S)

    def _tap(self, keycode: int, modifier: int = 0) -> None:
        shift = next(iter(self._keyboard.keycodes(SHIFT_L)), 0) if modifier else 0
        for kind, key in ((KEY_PRESS, shift), (KEY_PRESS, keycode), (KEY_RELEASE, keycode), (KEY_RELEASE, shift)):
            if key:
                self._xtest.FakeInput(kind, key, 0, 0, 0, 0, 0)
        self._connection.flush()
        time.sleep(STROKE_S)

    def _focused(self) -> int:
        focus: int = self._connection.core.GetInputFocus().reply().focus
        return focus

    def _check_focus(self) -> None:
        if self._focused() != self._focus:
            raise DictationError("The text was not typed to its end.", "Another window came to the front.", PASTE)


def _batches(text: str, known: set[str], spare: list[int]) -> Iterator[tuple[str, dict[str, int]]]:
    """Yield parts of a text, each with the keycodes of those of its characters that the layout does not know."""
    part, placed = "", dict[str, int]()
    for character in text:
        if character not in known and character not in placed:
            if len(placed) == len(spare):
                yield part, placed
                part, placed = "", {}
            placed[character] = spare[len(placed)]
        part += character
    if part:
        yield part, placed


@contextmanager
def _connected() -> Iterator[Any]:
    try:
        import xcffib
        import xcffib.xkb  # a connection knows the events of those extensions that were imported before it
        import xcffib.xproto
        import xcffib.xtest

        connection = xcffib.connect()
    except Exception as error:  # the library's own errors, and that of a system without libxcb
        raise _unreachable(error) from error
    try:
        yield connection
    except xcffib.XcffibException as error:
        raise _unreachable(error) from error
    finally:
        connection.disconnect()


def _unreachable(error: Exception) -> DictationError:
    reason = reason_of(error) or type(error).__name__
    return DictationError("The X server cannot be used for dictation.", "{reason}.", reason=reason)


def _root(connection: Any) -> int:
    root: int = connection.get_setup().roots[connection.pref_screen].root
    return root


def _wanted_grabs(keyboard: Keyboard, shortcut: Shortcut) -> list[tuple[int, int]]:
    """Keycodes and modifiers of a shortcut, with and without the locks, which the server would else tell apart."""
    bits = {
        "Shift": SHIFT,
        "Ctrl": CONTROL,
        "Alt": keyboard.modifier(ALT_L, ALT_DEFAULT),
        "Meta": keyboard.modifier(SUPER_L, META_DEFAULT),
    }
    modifiers = sum(bits[name] for name in shortcut.modifiers)
    locks = [lock for lock in (LOCK, keyboard.modifier(NUM_LOCK)) if lock]
    variants = [sum(chosen) for count in range(len(locks) + 1) for chosen in combinations(locks, count)]
    return [
        (keycode, modifiers | shift | variant)
        for keycode, shift in keyboard.keycodes(shortcut.keysym).items()
        for variant in variants
    ]


def _grab(connection: Any, root: int, shortcut: Shortcut) -> list[tuple[int, int]]:
    import xcffib.xproto as x

    wanted = _wanted_grabs(Keyboard(connection), shortcut)
    if not wanted:
        raise DictationError(
            "The shortcut {shortcut} cannot be used.",
            "No key of this keyboard layout gives it.",
            "Choose another one.",
            shortcut=shortcut.text,
        )
    asynchronous = x.GrabMode.Async
    requests = [
        connection.core.GrabKey(1, root, modifiers, keycode, asynchronous, asynchronous, is_checked=True)
        for keycode, modifiers in wanted
    ]
    try:
        for request in requests:
            request.check()
    except x.AccessError as error:
        raise DictationError(
            "The shortcut {shortcut} is taken.",
            "Another program uses it.",
            "Choose another one.",
            shortcut=shortcut.text,
        ) from error
    return wanted
