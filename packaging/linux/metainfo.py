"""Writes the software centre's entry: ``metainfo.py TARGET [HOMEPAGE]``.

Software centres show the pictures of an app from the web. While the project has no home there, the homepage and the pictures
are left out: a file that names an address which nobody answers is not valid. With HOMEPAGE, such as ``https://example.org/anneal``,
both are in, and ``resources/screenshots`` is expected below that address as ``screenshots``.
"""

from __future__ import annotations

import sys
import xml.etree.ElementTree as ElementTree
from pathlib import Path

TEMPLATE = Path(__file__).with_name("app.anneal.Anneal.metainfo.xml.in")
PLACE = "@HOMEPAGE@"
"""Where the address belongs in the template."""


def write_metainfo(target: Path, homepage: str = "") -> None:
    """Write the entry to a file, with the project's address or without what needs one."""
    entry = ElementTree.parse(TEMPLATE)
    component = entry.getroot()
    if homepage:
        for element in component.iter():
            element.text = element.text and element.text.replace(PLACE, homepage.rstrip("/"))
    else:
        for element in [*component.findall("url"), *component.findall("screenshots")]:
            component.remove(element)
    entry.write(target, encoding="utf-8", xml_declaration=True)


if __name__ == "__main__":
    if not 2 <= len(sys.argv) <= 3:
        sys.exit(__doc__)
    write_metainfo(Path(sys.argv[1]), *sys.argv[2:])
