"""A global shortcut: read from the notation that Qt stores, and named as X11 and the desktop portal name it."""

from __future__ import annotations

from dataclasses import dataclass

from app.errors import DictationError

from .keysyms import keysym_of

MODIFIERS = {"Ctrl": "CTRL", "Alt": "ALT", "Shift": "SHIFT", "Meta": "LOGO"}
"""Modifiers as Qt writes them, and as the shortcuts specification of freedesktop.org does."""
KEYS = {
    "Space": ("space", 0x20), "Tab": ("Tab", 0xFF09), "Backspace": ("BackSpace", 0xFF08), "Return": ("Return", 0xFF0D),
    "Enter": ("KP_Enter", 0xFF8D), "Ins": ("Insert", 0xFF63), "Del": ("Delete", 0xFFFF), "Home": ("Home", 0xFF50),
    "End": ("End", 0xFF57), "PgUp": ("Page_Up", 0xFF55), "PgDown": ("Page_Down", 0xFF56), "Left": ("Left", 0xFF51),
    "Up": ("Up", 0xFF52), "Right": ("Right", 0xFF53), "Down": ("Down", 0xFF54), "Pause": ("Pause", 0xFF13),
    "Print": ("Print", 0xFF61), "ScrollLock": ("Scroll_Lock", 0xFF14), "Menu": ("Menu", 0xFF67),
    ",": ("comma", 0x2C), ".": ("period", 0x2E), "-": ("minus", 0x2D), "+": ("plus", 0x2B), "=": ("equal", 0x3D),
    "/": ("slash", 0x2F), "\\": ("backslash", 0x5C), ";": ("semicolon", 0x3B), "'": ("apostrophe", 0x27),
    "[": ("bracketleft", 0x5B), "]": ("bracketright", 0x5D), "`": ("grave", 0x60), "#": ("numbersign", 0x23),
    "<": ("less", 0x3C),
}  # fmt: skip
"""Keys as Qt writes them: the name of the keysym, and its number."""
ALONE = ("Pause", "ScrollLock", "Menu", "Print")
"""Keys that write nothing: they need no modifier, and neither do F1 to F35."""


@dataclass(frozen=True)
class Shortcut:
    """A key with modifiers."""

    text: str
    """As Qt writes it, not translated: ``Ctrl+Alt+Space``."""
    modifiers: frozenset[str]
    """Of ``MODIFIERS``."""
    keysym: int
    keysym_name: str

    @property
    def trigger(self) -> str:
        """The notation of the shortcuts specification: ``CTRL+ALT+space``."""
        return "+".join([*(name for qt, name in MODIFIERS.items() if qt in self.modifiers), self.keysym_name])


def parse_shortcut(text: str) -> Shortcut:
    """Read a shortcut as ``QKeySequence.toString`` writes it; raises ``DictationError`` for one that would get in the way."""
    key, modifiers = text, set()
    while (head := key.split("+", 1)[0]) in MODIFIERS and len(key) > len(head) + 1:
        modifiers.add(head)
        key = key[len(head) + 1 :]
    is_function_key = key[:1] == "F" and key[1:].isdigit() and 1 <= int(key[1:]) <= 35
    if not (modifiers - {"Shift"} or is_function_key or key in ALONE):
        raise DictationError(
            "{shortcut} cannot be a global shortcut.",
            "Without Ctrl, Alt or the Super key it could not be typed any more.",
            "Choose another one.",
            shortcut=text or "“”",
        )
    if is_function_key:
        return Shortcut(text, frozenset(modifiers), 0xFFBE + int(key[1:]) - 1, key)
    if key in KEYS:
        name, keysym = KEYS[key]
    elif len(key) == 1 and key.isalnum():
        name = key.lower() if key.isascii() else f"U{ord(key.lower()):04X}"
        keysym = keysym_of(key.lower())
    else:
        raise DictationError(
            "{shortcut} cannot be a global shortcut.",
            "Anneal does not know this key.",
            "Choose another one.",
            shortcut=text,
        )
    return Shortcut(text, frozenset(modifiers), keysym, name)
