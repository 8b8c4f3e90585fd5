"""The language of the window: one of the six, and changeable at any time.

A widget sets all its texts in a method ``_retranslate``, called at the end of ``__init__`` and, through ``TranslationMixin``,
whenever the language changes. So it stores what a text depends on (a phase, a count, an error), not only the text. Painted
text needs nothing: Qt repaints after a change. A dialog made anew each time it opens needs the mixin too, since it may be open
while the language changes. Only ``SettingsController`` calls ``set_language``; everything else changes the setting.

How to write a text: one literal in ``tr``, values by name afterwards (``self.tr("{name} is empty").format(name=name)``);
counts as ``self.tr("%n file(s)", "", count)``, since each language has its own plural forms, English too; numbers by
``formatting.decimal`` and ``formatting.percent``, keys by ``actions.with_shortcut``. Then run ``packaging/translate`` and
translate the new entries of ``resources/translations/anneal_*.ts``.
"""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QTranslator

from app import paths
from app.languages import LANGUAGES

LANGUAGE_NAMES = {code: language.name for code, language in LANGUAGES.items()}
"""Each language's own name in its own script, by code."""
_QT_CODES = {"zh": "zh_CN"}
"""Codes of Qt's own translations where they differ."""

installed_translators: list[QTranslator] = []


def set_language(code: str) -> None:
    """Set the language of all texts; an empty code means the system's, or English if that is none of the six.

    Numbers and times follow: in the system's format if it has the same language, else in the language's default.
    The event loop sends ``QEvent.LanguageChange`` to widgets. Does nothing if the language is in use already.
    """
    app = QCoreApplication.instance()
    assert app is not None
    language = code or system_language(QLocale.system().uiLanguages())
    if app.property("language") == language:
        return
    app.setProperty("language", language)
    system = QLocale.system()
    QLocale.setDefault(system if _language_code(system.bcp47Name()) == language else QLocale(language))
    while installed_translators:
        app.removeTranslator(installed_translators.pop())
    qt_folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
    own_folder = str(paths.translations_folder())
    for name, folders in (
        (
            f"qtbase_{_QT_CODES.get(language, language)}",
            (qt_folder, own_folder),
        ),  # Qt has no Hindi; ours has the texts that are visible
        (f"anneal_{language}", (own_folder,)),
    ):
        translator = QTranslator(app)
        if any(translator.load(name, folder) for folder in folders):
            installed_translators.append(translator)
            app.installTranslator(translator)


def current_language() -> str:
    """Return the code of the language in use."""
    app = QCoreApplication.instance()
    return (app.property("language") if app is not None else None) or "en"


def system_language(preferred: list[str]) -> str:
    """Return the first of the preferred languages (``de-AT``, ``zh-Hans-CN``) that is one of the six, else English."""
    return next((code for code in map(_language_code, preferred) if code in LANGUAGE_NAMES), "en")


def _language_code(name: str) -> str:
    return name.replace("_", "-").split("-")[0].lower()
