"""The language the window speaks: one of the six, and another one at any moment.

How a widget keeps up: it sets all its texts in a method ``_retranslate``, called at the end of ``__init__`` and again
whenever the language changes::

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

So it keeps what a text depends on (a phase, a count, an error) and never only the text. What is painted needs nothing: Qt
paints again after a change. A dialog made anew each time it opens still needs it, for it may be open while the language
changes. ``set_language`` is called in one place, where the settings changed; whoever offers the choice only changes
the setting.

How a text is written: one literal in ``tr``, values by name afterwards (``self.tr("{name} is empty").format(name=name)``);
counts as ``self.tr("%n file(s)", "", count)``, whose forms each language has, English too; numbers by ``numbers.decimal``
and ``numbers.percent``, keys by ``actions.with_shortcut``. Then ``packaging/translate`` and the new entries in
``resources/translations/anneal_*.ts``.
"""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QTranslator

from app import paths
from app.languages import LANGUAGES

LANGUAGE_NAMES = {code: language.name for code, language in LANGUAGES.items()}
"""Each language's own name, in its own script, by code: as a person who looks for it reads it."""
_QT_CODES = {"zh": "zh_CN"}
"""Where Qt calls its own translations otherwise."""

_installed_translators: list[QTranslator] = []


def set_language(code: str) -> None:
    """Say everything in this language from now on; empty for the system's, or English where that is none of the six.

    Numbers and times follow: as the system writes them if it speaks the same language, else as the language is usual to.
    Widgets get ``QEvent.LanguageChange`` from the event loop. Does nothing if the language is spoken already.
    """
    app = QCoreApplication.instance()
    assert app is not None
    chosen = code or system_language(QLocale.system().uiLanguages())
    if app.property("language") == chosen:
        return
    app.setProperty("language", chosen)
    system = QLocale.system()
    QLocale.setDefault(system if _language_code(system.bcp47Name()) == chosen else QLocale(chosen))
    while _installed_translators:
        app.removeTranslator(_installed_translators.pop())
    qt_folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
    ours = str(paths.translations_folder())
    for name, folders in (
        (f"qtbase_{_QT_CODES.get(chosen, chosen)}", (qt_folder, ours)),  # Qt has no Hindi; ours has what is seen of it
        (f"anneal_{chosen}", (ours,)),
    ):
        translator = QTranslator(app)
        if any(translator.load(name, folder) for folder in folders):
            _installed_translators.append(translator)
            app.installTranslator(translator)


def current_language() -> str:
    """Code of the language spoken now."""
    app = QCoreApplication.instance()
    return (app.property("language") if app is not None else None) or "en"


def system_language(preferred: list[str]) -> str:
    """The first of the languages a person wants of the system (``de-AT``, ``zh-Hans-CN``) that is one of the six."""
    return next((code for code in map(_language_code, preferred) if code in LANGUAGE_NAMES), "en")


def _language_code(name: str) -> str:
    return name.replace("_", "-").split("-")[0].lower()
