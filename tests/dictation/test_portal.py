"""Shortcuts and typing through the portal, on a real session bus."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from app.dictation.desktop import TextTyper
from app.dictation.events import ShortcutPressed, ShortcutReady, TextTyped, TypingAllowed
from app.errors import DictationError
from tests.fake_portal import SHORTCUTS, FakePortal

from .listening import listening

MakePortal = Callable[..., FakePortal]


def test_the_desktop_gives_the_shortcut_and_passes_its_presses_on(portal: MakePortal) -> None:
    desktop = portal()
    with listening() as found:
        assert found.events == [ShortcutReady("<CTRL+ALT+space>")]
        [session, shortcuts, *_] = next(body for method, body in desktop.calls if method == "BindShortcuts")
        assert session == desktop.session
        assert shortcuts == [
            ("dictate", {"description": ("s", "Dictate"), "preferred_trigger": ("s", "CTRL+ALT+space")})
        ]
        desktop.press()
        desktop.press("other")
        desktop.press(session="/org/freedesktop/portal/desktop/session/1_99/another")
        desktop.press()
        assert found.wait_for(2) == 2
        assert found.events[1] == ShortcutPressed(0)
        desktop.change_trigger("Super+D")
        found.wait(lambda: len(found.events) == 4)
        assert found.events[3] == ShortcutReady("Super+D")


@pytest.mark.parametrize("method", ["CreateSession", "BindShortcuts"])
def test_a_user_who_declines_the_shortcut_is_told_so(portal: MakePortal, method: str) -> None:
    portal(declines=method)
    with listening() as found:
        assert "The desktop did not allow it. The request was declined." in str(found.error)


def test_the_end_of_the_session_is_told(portal: MakePortal) -> None:
    desktop = portal()
    with listening() as found:
        desktop.end_session()
        found.wait(lambda: False)
        assert "taken the shortcut for dictation back" in str(found.error)


def test_the_end_of_the_portal_is_told(portal: MakePortal) -> None:
    desktop = portal()
    with listening() as found:
        desktop.close()
        found.wait(lambda: False)
        assert "taken the shortcut for dictation back" in str(found.error)


@pytest.mark.usefixtures("portal")
def test_without_a_portal_and_an_x_server_there_is_no_shortcut() -> None:
    with listening() as found:
        assert "This desktop offers no global shortcuts." in str(found.error)


def test_the_portal_types(portal: MakePortal) -> None:
    desktop = portal()
    text = "Grüße, El niño: नमस्ते दुनिया。你好"
    assert list(TextTyper(text).events()) == [TypingAllowed("token1"), TextTyped()]
    assert desktop.typed == text
    [selected] = [body for method, body in desktop.calls if method == "SelectDevices"]
    assert selected[1]["types"] == ("u", 1)
    assert selected[1]["persist_mode"] == ("u", 2)
    list(TextTyper("again", token="token1").events())
    assert desktop.tokens_seen == ["", "token1"]


def test_permission_is_asked_without_typing(portal: MakePortal) -> None:
    desktop = portal()
    assert list(TextTyper("").events()) == [TypingAllowed("token1")]
    assert desktop.typed == ""


def test_an_older_portal_keeps_no_permission(portal: MakePortal) -> None:
    desktop = portal(keyboard_version=1)
    list(TextTyper("a", token="token").events())
    [selected] = [body for method, body in desktop.calls if method == "SelectDevices"]
    assert set(selected[1]) == {"types", "handle_token"}


def test_a_user_who_declines_the_typing_is_told_so(portal: MakePortal) -> None:
    desktop = portal(declines="Start")
    with pytest.raises(DictationError, match="The desktop did not allow it"):
        list(TextTyper("a").events())
    assert desktop.typed == ""


def test_a_desktop_without_a_remote_keyboard_is_told(portal: MakePortal) -> None:
    portal(SHORTCUTS)
    with pytest.raises(DictationError, match="This desktop lets no program type"):
        list(TextTyper("a").events())
