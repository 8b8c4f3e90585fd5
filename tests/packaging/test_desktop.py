"""What a Linux desktop is told about the app: menu entry, software centre, icons."""

from __future__ import annotations

import configparser
import re
import shutil
import struct
import subprocess
import sys
import xml.etree.ElementTree as ElementTree
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeDatabase
from PySide6.QtGui import QImage

from app import __version__, paths
from app.library.file_names import MEDIA_SUFFIXES
from app.ui.app_icon import app_icon

ROOT = Path(__file__).parents[2]
ENTRY = ROOT / "packaging" / "linux" / f"{paths.DESKTOP_ID}.desktop"
METAINFO = ROOT / "packaging" / "linux" / f"{paths.DESKTOP_ID}.metainfo.xml.in"
TRANSLATED = {"de", "fr", "es", "hi", "zh_CN"}
LANG = "{http://www.w3.org/XML/1998/namespace}lang"


def entry() -> configparser.SectionProxy:
    parser = configparser.ConfigParser(interpolation=None, delimiters=("=",))
    parser.optionxform = str  # type: ignore[assignment, method-assign]  # keys differ by their case
    parser.read(ENTRY, encoding="utf-8")
    return parser["Desktop Entry"]


def judged_by(tool: str, package: str, *arguments: str | Path) -> subprocess.CompletedProcess[str]:
    if shutil.which(tool) is None:
        pytest.skip(f"{tool} is not installed: sudo apt-get install {package}")
    return subprocess.run([tool, *arguments], capture_output=True, text=True, timeout=120, check=False)


def test_the_menu_entry_is_valid() -> None:
    said = judged_by("desktop-file-validate", "desktop-file-utils", ENTRY)
    assert (said.returncode, said.stdout) == (0, ""), said.stdout


@pytest.mark.parametrize("homepage", [None, "https://example.org/anneal/"])
def test_the_software_centre_entry_is_valid(homepage: str | None, tmp_path: Path) -> None:
    """Without an address it names none, so even a judge with the network would be content."""
    written = tmp_path / f"{paths.DESKTOP_ID}.metainfo.xml"
    command = [sys.executable, METAINFO.with_name("metainfo.py"), written, *([homepage] if homepage else [])]
    subprocess.run(command, timeout=60, check=True)
    addresses = [each.text for each in ElementTree.parse(written).iter() if each.tag in {"url", "image"}]
    shown = ["https://example.org/anneal", "https://example.org/anneal/screenshots/annealing.png"]
    assert addresses == (shown if homepage else [])
    assert "://" not in (text := written.read_text(encoding="utf-8")) or homepage, text
    said = judged_by("appstreamcli", "appstream", "validate", "--no-net", "--explain", written)
    assert said.returncode == 0, said.stdout


@pytest.mark.parametrize("key", ["GenericName", "Comment", "Keywords"])
def test_the_menu_entry_speaks_the_languages_of_the_window(key: str) -> None:
    texts = {name: text for name, text in entry().items() if name.startswith(f"{key}[")}
    assert texts.keys() == {f"{key}[{language}]" for language in TRANSLATED}
    assert len({entry()[key], *texts.values()}) == 1 + len(TRANSLATED)


def test_the_software_centre_entry_speaks_them_too() -> None:
    component = ElementTree.parse(METAINFO).getroot()
    for parent in component.iter():
        for tag in {child.tag for child in parent} & {"summary", "caption", "p", "li"}:
            texts = [child for child in parent if child.tag == tag]
            languages = [child.get(LANG) for child in texts]
            whole = languages.count(None)
            assert {each: languages.count(each) for each in TRANSLATED} == dict.fromkeys(TRANSLATED, whole), tag


def test_every_suffix_that_is_opened_is_offered_by_file_managers() -> None:
    offered = set(entry()["MimeType"].strip(";").split(";"))
    database = QMimeDatabase()
    missing = {
        suffix: kinds
        for suffix in MEDIA_SUFFIXES
        if (kinds := [kind.name() for kind in database.mimeTypesForFileName(f"clip{suffix}")])
        and not offered & set(kinds)
    }
    assert missing == {}


def test_files_are_handed_to_the_window_under_its_own_name() -> None:
    assert entry()["Exec"].split() == ["anneal-gui", "%F"]
    assert entry()["Icon"] == paths.DESKTOP_ID
    component = ElementTree.parse(METAINFO).getroot()
    assert component.findtext("id") == paths.DESKTOP_ID
    assert component.findtext("launchable") == ENTRY.name


def test_the_newest_release_is_this_one() -> None:
    newest = ElementTree.parse(METAINFO).getroot().find("releases/release")
    assert newest is not None
    assert newest.get("version") == __version__
    changelog = (ROOT / "packaging" / "CHANGELOG.md").read_text(encoding="utf-8")
    assert re.findall(r"^## (\S+) - \d{4}\S+$", changelog, re.M)[0] == __version__


def test_the_screenshot_is_as_large_as_is_said() -> None:
    told = ElementTree.parse(METAINFO).getroot().find("screenshots/screenshot/image")
    assert told is not None
    assert told.text
    picture = QImage(str(paths.resources_folder() / "screenshots" / Path(told.text).name))
    assert (str(picture.width()), str(picture.height())) == (told.get("width"), told.get("height"))


def test_the_window_has_the_icon(qapp: object) -> None:
    picture = app_icon().pixmap(64).toImage()
    assert picture.pixelColor(0, 0).alpha() == 0
    assert picture.pixelColor(32, 8).name() == "#2f55d4"


def test_icons_are_drawn_in_every_size(tmp_path: Path) -> None:
    command = [sys.executable, ROOT / "packaging" / "icons.py", tmp_path]
    subprocess.run(command, cwd=ROOT, env={"PYTHONPATH": str(ROOT)}, timeout=240, check=True)
    for size_px in (16, 32, 48, 64, 128, 256, 512):
        picture = QImage(str(tmp_path / f"hicolor/{size_px}x{size_px}/apps/{paths.DESKTOP_ID}.png"))
        assert (picture.width(), picture.height()) == (size_px, size_px)
        assert picture.pixelColor(0, 0).alpha() == 0
        assert picture.pixelColor(size_px // 2, size_px // 10).name() == "#2f55d4"
    assert (tmp_path / f"hicolor/scalable/apps/{paths.DESKTOP_ID}.svg").read_bytes() == paths.icon_file().read_bytes()

    windows = (tmp_path / "anneal.ico").read_bytes()
    kind, count = struct.unpack_from("<2xHH", windows)
    assert kind == 1
    for number in range(count):
        side, length_bytes, offset_bytes = struct.unpack_from("<B7xII", windows, 6 + 16 * number)
        picture = QImage.fromData(windows[offset_bytes : offset_bytes + length_bytes], "PNG")
        assert picture.width() == (side or 256)

    mac = (tmp_path / "anneal.icns").read_bytes()
    assert struct.unpack_from(">4sI", mac) == (b"icns", len(mac))
    at_bytes = 8
    while at_bytes < len(mac):
        _, length_bytes = struct.unpack_from(">4sI", mac, at_bytes)
        assert not QImage.fromData(mac[at_bytes + 8 : at_bytes + length_bytes], "PNG").isNull()
        at_bytes += length_bytes
