"""packaging/icons.py FOLDER: draws the app's icon in every size and format that systems ask for, from the one SVG.

FOLDER/hicolor is for Linux desktops, FOLDER/anneal.ico for Windows and FOLDER/anneal.icns for macOS.
"""

from __future__ import annotations

import shutil
import struct
import sys
from pathlib import Path

from PySide6.QtCore import QBuffer, QIODevice, QSize, Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtSvg import QSvgRenderer

from app.paths import DESKTOP_ID, icon_file

HICOLOR_PX = (16, 22, 24, 32, 48, 64, 96, 128, 192, 256, 512)
ICO_PX = (16, 24, 32, 48, 64, 256)
ICNS_PX = {b"icp4": 16, b"icp5": 32, b"icp6": 64, b"ic07": 128, b"ic08": 256, b"ic09": 512, b"ic10": 1024}
"""By the names that Apple gave to the sizes."""


def png(size_px: int) -> bytes:
    """The icon as a square PNG with transparent corners."""
    picture = QImage(QSize(size_px, size_px), QImage.Format.Format_ARGB32_Premultiplied)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    QSvgRenderer(str(icon_file())).render(painter)
    painter.end()
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    if not picture.save(buffer, "PNG"):
        raise RuntimeError(f"The icon could not be drawn with {size_px} pixels.")
    return bytes(buffer.data().data())


def ico(sizes_px: tuple[int, ...]) -> bytes:
    """A Windows icon: a directory of 16 bytes an entry (a size of 256 is written as 0), then the PNGs."""
    pictures = [png(size_px) for size_px in sizes_px]
    directory = struct.pack("<HHH", 0, 1, len(pictures))
    offset_bytes = len(directory) + 16 * len(pictures)
    for size_px, picture in zip(sizes_px, pictures, strict=True):
        side = size_px % 256
        directory += struct.pack("<BBBBHHII", side, side, 0, 0, 1, 32, len(picture), offset_bytes)
        offset_bytes += len(picture)
    return directory + b"".join(pictures)


def icns(sizes_px: dict[bytes, int]) -> bytes:
    """A macOS icon: blocks of a name, their length with this head, and a PNG."""
    pictures = [(name, png(size_px)) for name, size_px in sizes_px.items()]
    body = b"".join(name + struct.pack(">I", 8 + len(picture)) + picture for name, picture in pictures)
    return b"icns" + struct.pack(">I", 8 + len(body)) + body


def main() -> None:
    folder = Path(sys.argv[1])
    for size_px in HICOLOR_PX:
        apps = folder / "hicolor" / f"{size_px}x{size_px}" / "apps"
        apps.mkdir(parents=True, exist_ok=True)
        (apps / f"{DESKTOP_ID}.png").write_bytes(png(size_px))
    scalable = folder / "hicolor" / "scalable" / "apps"
    scalable.mkdir(parents=True, exist_ok=True)
    shutil.copyfile(icon_file(), scalable / f"{DESKTOP_ID}.svg")
    (folder / "anneal.ico").write_bytes(ico(ICO_PX))
    (folder / "anneal.icns").write_bytes(icns(ICNS_PX))


if __name__ == "__main__":
    main()
