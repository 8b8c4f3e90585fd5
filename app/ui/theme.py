"""The palette and the style sheet, light and dark. Painted widgets call ``current_colors()`` in their ``paintEvent``."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QFont, QFontInfo, QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication, QStyleFactory, QWidget

from .font_rendering import draw_cff_fonts_thin


@dataclass(frozen=True)
class Colors:
    """One palette: an accent, a warning color and the color of the record button.

    Text has a contrast of at least 4.5:1 on its grounds (WCAG 2). Blue and orange are told apart with every common kind of
    color blindness; no state is shown by color alone.
    """

    paper: str
    surface: str
    line: str
    ink: str
    muted: str
    selected_muted: str
    """``muted`` on ``accent_soft``."""
    faint: str
    """Color of what is still to come; never of text that must be read."""
    hover: str
    accent: str
    accent_soft: str
    accent_ground: str
    """Ground of a token that was accepted, on the surface."""
    on_accent: str
    warn: str
    warn_soft: str
    warn_ground: str
    """Ground of a token that was revoked, on the surface."""
    find_ground: str
    """Ground of what a search has found."""
    record: str
    record_hover: str
    on_record: str
    dark: bool

    def __getitem__(self, name: str) -> QColor:
        return QColor(getattr(self, name))


LIGHT_SPEAKERS = ("#0F6B5C", "#7B3FA8", "#9A2C5B", "#5A6000", "#7A5230", "#37628F")
DARK_SPEAKERS = ("#5FD0BB", "#C79BF0", "#F08FB5", "#C9CF6A", "#D9AE86", "#8FB8E0")
"""Inks of speakers' names. The name stands beside the color always, so no color needs to be told apart from another."""

LIGHT = Colors(
    paper="#F6F5F2",
    surface="#FFFFFF",
    line="#E2E0DA",
    ink="#1C1D20",
    muted="#68696D",
    selected_muted="#5A5D66",
    faint="#C9C8C4",
    hover="#EDEBE6",
    accent="#2F55D4",
    accent_soft="#DCE5FD",
    accent_ground="#DEE4F8",
    on_accent="#FFFFFF",
    warn="#A8480F",
    warn_soft="#FBE9DC",
    warn_ground="#F1E2D9",
    find_ground="#FFF0A8",
    record="#D0383A",
    record_hover="#BC2E30",
    on_record="#FFFFFF",
    dark=False,
)
DARK = Colors(
    paper="#15171A",
    surface="#1C1F23",
    line="#2C3036",
    ink="#ECEDEF",
    muted="#979CA4",
    selected_muted="#ABB0BC",
    faint="#3E434A",
    hover="#23272C",
    accent="#8AA4FF",
    accent_soft="#27366B",
    accent_ground="#3D4765",
    on_accent="#10131C",
    warn="#EE9A62",
    warn_soft="#46301F",
    warn_ground="#4E3D32",
    find_ground="#5C5218",
    record="#CB4648",
    record_hover="#BE3F41",
    on_record="#FFFFFF",
    dark=True,
)

FALLBACK_FONTS = (
    *("Noto Sans Devanagari", "Nirmala UI", "Kohinoor Devanagari"),
    *("Noto Sans CJK SC", "Microsoft YaHei UI", "PingFang SC"),
)
"""Fallbacks for scripts that the system's font lacks, on Linux, Windows and macOS; Qt may pick a bold or Japanese one."""


TEXT_PX = 15
"""Size of a transcript's letters."""


def text_font(font: QFont) -> QFont:
    """Return a font in the size of a transcript's text."""
    sized = QFont(font)
    sized.setPixelSize(TEXT_PX)
    return sized


def speaker_color(number: int) -> QColor:
    """Return the ink of a speaker's name, by their number from 0."""
    inks = DARK_SPEAKERS if current_colors().dark else LIGHT_SPEAKERS
    return QColor(inks[number % len(inks)])


def current_colors() -> Colors:
    """Return the colors in use."""
    return DARK if QGuiApplication.palette().color(QPalette.ColorRole.Window).lightness() < 128 else LIGHT


def mix(a: QColor, b: QColor, share: float) -> QColor:
    """Return the color at ``share`` (0 to 1) of the way from ``a`` to ``b``."""
    return QColor.fromRgbF(
        a.redF() + (b.redF() - a.redF()) * share,
        a.greenF() + (b.greenF() - a.greenF()) * share,
        a.blueF() + (b.blueF() - a.blueF()) * share,
    )


def fade(color: QColor, alpha: float) -> QColor:
    """Return ``color`` with its opacity multiplied by ``alpha`` (0 to 1)."""
    faded = QColor(color)
    faded.setAlphaF(min(max(alpha, 0.0), 1.0) * color.alphaF())
    return faded


def install(app: QApplication, preference: str) -> None:
    """Set font and colors of the app, and set the colors again whenever the system changes between light and dark."""
    draw_cff_fonts_thin()
    app.setStyle(QStyleFactory.create("Fusion"))
    font = app.font()
    if font.pointSizeF() < 10:  # bare X servers have a small default; a larger choice of the user stays
        font.setPointSizeF(10)
    font.setFamilies([QFontInfo(font).family(), *FALLBACK_FONTS])  # the font itself, not an alias for it
    font.setStyleStrategy(QFont.StyleStrategy.PreferAntialias)
    app.setFont(font)
    QGuiApplication.styleHints().colorSchemeChanged.connect(lambda _scheme: _apply(app))
    set_theme(app, preference)


def refresh_style(widget: QWidget) -> None:
    """Apply the style sheet to a widget again after its properties changed."""
    widget.style().unpolish(widget)
    widget.style().polish(widget)


def set_theme(app: QApplication, preference: str) -> None:
    """Follow the system (``system``), or force ``light`` or ``dark``."""
    scheme = {"light": Qt.ColorScheme.Light, "dark": Qt.ColorScheme.Dark}.get(preference, Qt.ColorScheme.Unknown)
    app.setProperty("theme", preference)
    QGuiApplication.styleHints().setColorScheme(scheme)
    _apply(app)


def _apply(app: QApplication) -> None:
    preference = app.property("theme")
    dark = preference == "dark" or (
        preference == "system" and QGuiApplication.styleHints().colorScheme() == Qt.ColorScheme.Dark
    )
    colors = DARK if dark else LIGHT
    app.setPalette(_palette(colors))
    app.setStyleSheet(style_sheet(colors))


def _palette(colors: Colors) -> QPalette:
    palette = QPalette()
    role = QPalette.ColorRole
    for target, name in (
        (role.Window, "paper"),
        (role.WindowText, "ink"),
        (role.Base, "surface"),
        (role.AlternateBase, "paper"),
        (role.Text, "ink"),
        (role.PlaceholderText, "muted"),
        (role.Button, "surface"),
        (role.ButtonText, "ink"),
        (role.BrightText, "warn"),
        (role.Highlight, "accent_soft"),
        (role.HighlightedText, "ink"),
        (role.Accent, "accent"),
        (role.Link, "accent"),
        (role.LinkVisited, "accent"),
        (role.ToolTipBase, "surface"),
        (role.ToolTipText, "ink"),
        (role.Light, "surface"),
        (role.Midlight, "hover"),
        (role.Mid, "line"),
        (role.Dark, "faint"),
        (role.Shadow, "faint"),
    ):
        palette.setColor(target, colors[name])
    for target in (role.WindowText, role.Text, role.ButtonText):
        palette.setColor(QPalette.ColorGroup.Disabled, target, colors["muted"])
    return palette


def style_sheet(colors: Colors) -> str:
    """Return the style sheet. Widgets select rules by object name or by the dynamic property ``look``."""
    c = colors
    return f"""
    QMainWindow, QDialog {{ background: {c.paper}; }}
    QToolTip {{
        background: {c.surface}; color: {c.ink}; border: 1px solid {c.line}; border-radius: 6px; padding: 5px 8px; }}
    QLabel[look="muted"] {{ color: {c.muted}; }}
    QLabel[look="note"] {{ color: {c.muted}; font-size: 12px; padding-top: 5px; }}
    QLabel[look="warning"] {{ color: {c.warn}; font-size: 12px; padding-top: 5px; }}
    QLabel[look="strong"] {{ font-weight: 600; }}
    QLabel#appName {{ font-size: 16px; font-weight: 700; }}
    QLabel#title {{ font-size: 26px; font-weight: 600; }}
    QLabel#pageTitle {{ font-size: 20px; font-weight: 600; }}
    QLabel#lead {{ font-size: 15px; color: {c.muted}; }}
    QLabel#elapsed {{ font-size: 56px; font-weight: 300; }}
    QLabel#barElapsed {{ font-size: 20px; font-weight: 300; }}

    QFrame#header {{ background: {c.paper}; border: none; border-bottom: 1px solid {c.line}; }}
    QFrame#sidebar {{ background: {c.paper}; border: none; border-right: 1px solid {c.line}; }}
    QFrame#inline {{ background: {c.surface}; border: none; }}
    QFrame[look="card"] {{ background: {c.surface}; border: 1px solid {c.line}; border-radius: 14px; }}
    QLabel#pill {{ color: {c.muted}; border: 1px solid {c.line}; border-radius: 15px; padding: 6px 14px; }}

    QFrame#banner {{ background: {c.warn_soft}; border: none; border-radius: 10px; }}
    QFrame#banner[tone="note"] {{ background: {c.accent_soft}; }}
    QFrame#banner[floats="true"] {{ border: 1px solid {c.warn}; }}
    QFrame#banner[floats="true"][tone="note"] {{ border: 1px solid {c.accent}; }}
    QFrame#banner QLabel, QFrame#banner QPushButton[look="quiet"] {{ color: {c.ink}; }}

    QPushButton {{ border: 1px solid {c.line}; border-radius: 8px; padding: 7px 14px; background: {c.surface}; }}
    QPushButton:hover {{ background: {c.hover}; }}
    QPushButton, QToolButton {{ outline: none; }}
    QPushButton:focus {{ border-color: {c.accent}; }}
    QPushButton:disabled {{ color: {c.muted}; background: {c.paper}; }}
    QPushButton[look="primary"] {{ background: {c.accent}; color: {c.on_accent}; border-color: {c.accent}; }}
    QPushButton[look="primary"]:focus {{ border: 2px solid {c.ink}; padding: 6px 13px; }}
    QPushButton[look="primary"]:disabled {{ background: {c.hover}; color: {c.muted}; border-color: {c.line}; }}
    QPushButton[look="chip"] {{
        border-radius: 14px; padding: 5px 16px; min-height: 20px; background: {c.accent_soft};
        border-color: {c.accent_soft}; }}
    QPushButton[look="chip"]:hover, QPushButton[look="chip"]:focus {{ border-color: {c.accent}; }}
    QPushButton[look="link"] {{ border: 1px solid transparent; background: transparent; color: {c.accent}; padding: 4px 8px; }}
    QPushButton[look="link"]:hover {{ background: {c.hover}; }}
    QPushButton[look="link"]:focus {{ border-color: {c.accent}; }}
    QPushButton[look="quiet"], QToolButton[look="quiet"] {{
        border: 1px solid transparent; border-radius: 8px; background: transparent; color: {c.muted}; padding: 5px 9px; }}
    QPushButton[look="quiet"]:hover, QToolButton[look="quiet"]:hover {{ background: {c.hover}; color: {c.ink}; }}
    QPushButton[look="quiet"]:focus, QToolButton[look="quiet"]:focus {{ border-color: {c.accent}; color: {c.ink}; }}
    QPushButton[look="quiet"]:disabled {{ color: {c.faint}; }}
    QPushButton[look="row"] {{ text-align: left; border-color: transparent; background: transparent; padding: 6px 12px; }}
    QPushButton[look="row"]:hover {{ background: {c.hover}; }}
    QPushButton[look="row"]:focus {{ border-color: {c.accent}; }}
    QPushButton[look="choice"] {{ text-align: left; padding: 5px 10px; }}
    QToolButton[look="quiet"]::menu-indicator {{ image: none; }}

    QComboBox {{ border: 1px solid {c.line}; border-radius: 8px; padding: 6px 10px; background: {c.surface}; }}
    QComboBox {{ combobox-popup: 0; }}
    QComboBoxPrivateContainer {{ background: {c.surface}; border: none; }}
    QComboBox:hover {{ background: {c.hover}; }}
    QComboBox:focus {{ border-color: {c.accent}; }}
    QComboBox::drop-down {{ border: none; width: 24px; }}
    QComboBox::down-arrow {{ image: none; }}
    QComboBox QAbstractItemView {{
        border: 1px solid {c.line}; background: {c.surface}; padding: 4px; outline: none; border-radius: 10px;
        selection-background-color: {c.accent_soft}; selection-color: {c.ink}; }}
    QComboBox QAbstractItemView::item {{ min-height: 30px; padding: 0 8px; border-radius: 6px; }}

    QDialogButtonBox, QMessageBox {{ dialogbuttonbox-buttons-have-icons: 0; }}

    QMenu {{ background: {c.surface}; border: 1px solid {c.line}; border-radius: 10px; padding: 6px; }}
    QMenu::item {{ padding: 6px 22px 6px 14px; border-radius: 6px; }}
    QMenu::item:selected {{ background: {c.accent_soft}; color: {c.ink}; }}
    QMenu::item:disabled {{ color: {c.muted}; }}
    QMenu::separator {{ height: 1px; background: {c.line}; margin: 6px 8px; }}

    QWidget#modelSide {{ background: {c.paper}; border-right: 1px solid {c.line}; }}
    QListWidget#modelList {{ background: transparent; border: none; outline: none; padding: 18px 11px 8px 11px; }}
    QLabel#warns {{ color: {c.warn}; }}
    QProgressBar {{ background: {c.line}; border: none; border-radius: 3px; }}
    QProgressBar::chunk {{ background: {c.accent}; border-radius: 3px; }}
    QPlainTextEdit#licenceText {{ background: {c.surface}; border: 1px solid {c.line}; border-radius: 10px; padding: 8px;
        selection-background-color: {c.accent_soft}; selection-color: {c.ink}; }}
    QListWidget#sections {{ background: {c.paper}; border: none; border-right: 1px solid {c.line}; outline: none;
        padding: 22px 10px; }}
    QListWidget#sections::item {{ padding: 9px 12px; border-radius: 8px; color: {c.ink}; }}
    QListWidget#sections::item:hover {{ background: {c.hover}; }}
    QListWidget#sections::item:selected {{ background: {c.accent_soft}; color: {c.ink}; }}
    QListWidget#sections::item:focus {{ border: 1px solid {c.accent}; padding: 8px 11px; }}
    QScrollArea, QScrollArea > QWidget > QWidget {{ background: transparent; }}
    QTreeWidget#licences {{ background: {c.surface}; border: 1px solid {c.line}; border-radius: 10px; padding: 4px; }}
    QTreeWidget#licences::item {{ padding: 4px 6px; }}
    QHeaderView {{ background: transparent; }}
    QHeaderView::section {{ background: transparent; border: none; color: {c.muted}; padding: 6px; font-size: 12px; }}

    QPushButton#library {{ border: 1px solid transparent; background: transparent; text-align: left; padding: 9px 14px; }}
    QPushButton#library:hover {{ background: {c.hover}; }}
    QPushButton#library:checked {{ background: {c.accent_soft}; font-weight: 600; }}
    QPushButton#library:focus {{ border-color: {c.accent}; }}
    QLineEdit, QPlainTextEdit {{ border: 1px solid {c.line}; border-radius: 8px; padding: 7px 10px; background: {c.surface};
        selection-background-color: {c.accent_soft}; selection-color: {c.ink}; }}
    QLineEdit:focus, QPlainTextEdit:focus {{ border-color: {c.accent}; }}
    QLineEdit:disabled {{ background: {c.paper}; color: {c.muted}; }}
    QLineEdit#search {{ padding: 9px 12px; font-size: 14px; }}
    QLineEdit#rename {{ padding: 2px 6px; font-size: 14px; }}
    QListView#entries {{ background: transparent; border: none; outline: none; }}
    QListWidget#doubts {{ background: transparent; border: none; outline: none; }}
    QListWidget#doubts::item {{ padding: 7px 8px; border-radius: 8px; color: {c.ink}; }}
    QListWidget#doubts::item:hover {{ background: {c.hover}; }}
    QListWidget#doubts::item:selected {{ background: {c.accent_soft}; color: {c.ink}; }}
    QListView#queue {{ background: transparent; border: none; outline: none; }}
    QTextEdit#transcript {{ background: transparent; border: none; font-size: {TEXT_PX}px;
        selection-background-color: {c.accent_soft}; selection-color: {c.ink}; }}
    QSplitter::handle {{ background: transparent; }}

    QAbstractScrollArea::corner {{ background: transparent; border: none; }}
    QScrollBar:vertical {{ background: transparent; width: 10px; margin: 2px; }}
    QScrollBar::handle:vertical {{ background: {c.faint}; border-radius: 3px; min-height: 28px; }}
    QScrollBar::handle:vertical:hover {{ background: {c.muted}; }}
    QScrollBar::add-line, QScrollBar::sub-line, QScrollBar::add-page, QScrollBar::sub-page {{
        background: transparent; border: none; height: 0; width: 0; }}
    QScrollBar:horizontal {{ background: transparent; height: 10px; margin: 2px; }}
    QScrollBar::handle:horizontal {{ background: {c.faint}; border-radius: 3px; min-width: 28px; }}
    """
