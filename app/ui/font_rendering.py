"""How FreeType draws letters, where Qt has no setting for it."""

from __future__ import annotations

import ctypes


def draw_cff_fonts_thin() -> None:
    """Let CFF fonts, as the Chinese ones of Noto, be drawn with the ink of all others, in the window's thread.

    Qt has FreeType thicken their stems, and blends them with a gamma: light letters on a dark ground get a quarter more ink
    and look bold. Nothing changes where Qt does not share the system's FreeType.
    """
    try:
        get_library = ctypes.CDLL("libQt6Gui.so.6")["_Z14qt_getFreetypev"]
        set_property = ctypes.CDLL("libfreetype.so.6")["FT_Property_Set"]
    except (OSError, AttributeError):
        return
    get_library.restype = ctypes.c_void_p
    set_property.argtypes = [ctypes.c_void_p, ctypes.c_char_p, ctypes.c_char_p, ctypes.c_void_p]
    set_property(get_library(), b"cff", b"no-stem-darkening", ctypes.byref(ctypes.c_ubyte(1)))
