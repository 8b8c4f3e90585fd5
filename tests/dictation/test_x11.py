"""Shortcuts and typing on a real X server, with another program that has the focus."""

from __future__ import annotations

import subprocess
import threading
import time
from collections.abc import Callable

import pytest

from app.dictation import x11
from app.dictation.desktop import TextTyper, has_x_server
from app.dictation.events import ShortcutPressed, ShortcutReady, TextTyped
from app.dictation.stop import Stop
from app.errors import DictationError

from .conftest import Receiver, press
from .listening import listening

StartReceiver = Callable[..., Receiver]


def type_out(text: str, focus: int = 0) -> list[object]:
    return list(TextTyper(text, focus).events())


def test_the_shortcut_is_heard_while_another_program_has_the_focus(start_receiver: StartReceiver) -> None:
    receiver = start_receiver()
    with listening() as found:
        assert found.events == [ShortcutReady("")]
        press("key", "ctrl+alt+space")
        assert found.wait_for(1) == 1
        press("key", "space")
        assert receiver.wait_for(" ") == " "  # without its modifiers the key belongs to the program
        assert found.presses == 1
        window = int(subprocess.run(["xdotool", "getwindowfocus"], capture_output=True, text=True, check=True).stdout)
        assert found.events[-1] == ShortcutPressed(window)
    press("key", "ctrl+alt+space")
    time.sleep(0.1)
    assert found.presses == 1  # it was given back


@pytest.mark.parametrize("lock", ["Num_Lock", "Caps_Lock"])
def test_locks_do_not_matter(display: str, lock: str) -> None:
    press("key", lock)
    try:
        with listening() as found:
            press("key", "ctrl+alt+space")
            assert found.wait_for(1) == 1
    finally:
        press("key", lock)


def test_a_held_key_counts_once(display: str) -> None:
    with listening("F9") as found:
        press("keydown", "F9", "sleep", "1.2", "keyup", "F9")  # it repeats after 0.66 s
        assert found.wait_for(1) == 1
        press("key", "F9")
        assert found.wait_for(2) == 2


def test_a_shortcut_that_another_program_has_is_told(display: str) -> None:
    with listening() as first, listening() as second:
        assert first.error is None
        assert "Ctrl+Alt+Space is taken" in str(second.error)
        press("key", "ctrl+alt+space")
        assert first.wait_for(1) == 1


def test_a_key_that_the_layout_lacks_is_told(display: str) -> None:
    with listening("Ctrl+Alt+Ж") as found:
        assert "No key of this keyboard layout" in str(found.error)


def test_another_layout_moves_the_shortcut(display: str) -> None:
    with listening("Ctrl+Alt+Q") as found:
        press("key", "ctrl+alt+q")
        assert found.wait_for(1) == 1
        subprocess.run(["setxkbmap", "fr"], check=True)
        time.sleep(0.3)
        press("key", "ctrl+alt+q")
        assert found.wait_for(2) == 2
        press("key", "ctrl+alt+a")
        time.sleep(0.1)
        assert found.presses == 2


@pytest.mark.parametrize("layout", ["us", "de", "fr", "in", "us,ru"])
def test_a_text_arrives_letter_by_letter(start_receiver: StartReceiver, layout: str) -> None:
    subprocess.run(["setxkbmap", layout], check=True)
    receiver = start_receiver()
    text = "Grüße aus Köln! El niño, 50 %: नमस्ते दुनिया। 你好，世界。 Œuvre €5"
    assert type_out(text) == [TextTyped()]
    assert receiver.wait_for(text) == text


def test_more_characters_than_there_are_free_keys(start_receiver: StartReceiver) -> None:
    receiver = start_receiver()
    text = "".join(chr(0x4E00 + 7 * index) for index in range(60))
    type_out(text)
    assert receiver.wait_for(text) == text


def test_the_keyboard_is_left_as_it_was(start_receiver: StartReceiver) -> None:
    def mapping() -> dict[int, tuple[int, ...]]:
        with x11._connected() as connection:
            return x11.Keyboard(connection).rows

    before = mapping()
    receiver = start_receiver()
    type_out("你好 ä")
    assert receiver.wait_for("你好 ä") == "你好 ä"
    assert {code: [k for k in row if k] for code, row in mapping().items()} == {
        code: [k for k in row if k] for code, row in before.items()
    }


def test_capitals_stay_capitals_while_caps_lock_is_on(start_receiver: StartReceiver) -> None:
    receiver = start_receiver()
    press("key", "Caps_Lock")
    try:
        type_out("Ab Äß")
        assert receiver.wait_for("Ab Äß") == "Ab Äß"
        press("key", "x")
        assert receiver.wait_for("Ab ÄßX") == "Ab ÄßX"  # the lock is on again
    finally:
        press("key", "Caps_Lock")


def test_nothing_is_typed_while_a_modifier_is_held(start_receiver: StartReceiver, monkeypatch) -> None:
    receiver = start_receiver()
    press("keydown", "ctrl")
    threading.Timer(0.5, lambda: press("keyup", "ctrl")).start()
    type_out("late")
    assert receiver.wait_for("late") == "late"
    monkeypatch.setattr(x11, "RELEASE_TIMEOUT_S", 0.3)
    press("keydown", "ctrl")
    try:
        with pytest.raises(DictationError, match="held down"):
            type_out("never")
    finally:
        press("keyup", "ctrl")
    assert receiver.text == "late"


def test_another_window_ends_the_typing(start_receiver: StartReceiver) -> None:
    first = start_receiver("First")
    focus = int(subprocess.run(["xdotool", "getwindowfocus"], capture_output=True, text=True, check=True).stdout)
    second = start_receiver("Second")
    with pytest.raises(DictationError, match="Another window came to the front"):
        type_out("secret", focus)
    time.sleep(0.1)
    assert first.text == second.text == ""


def test_stopping_ends_the_typing(start_receiver: StartReceiver) -> None:
    receiver = start_receiver()
    typer = TextTyper("a" * 5000)
    threading.Timer(0.5, typer.stop).start()
    began_s = time.monotonic()
    list(typer.events())
    assert time.monotonic() - began_s < 4
    assert 0 < len(receiver.text) < 5000


def test_control_characters_are_never_typed(start_receiver: StartReceiver) -> None:
    receiver = start_receiver()
    type_out("one\ntwo\tthree\x1b\x08")
    assert receiver.wait_for("one two three") == "one two three"


def test_an_x_server_under_wayland_is_none(display: str, monkeypatch: pytest.MonkeyPatch) -> None:
    assert has_x_server()
    monkeypatch.setenv("WAYLAND_DISPLAY", "wayland-0")
    assert not has_x_server()
    with listening() as found:
        assert "This desktop offers no global shortcuts" in str(found.error)


def test_a_server_that_is_gone_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DISPLAY", ":987")
    with pytest.raises(DictationError, match="X server cannot be used"):
        list(x11.type_text("a", 0, Stop()))
