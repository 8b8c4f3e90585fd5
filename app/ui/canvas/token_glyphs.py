"""Tokens as type: the text of a token, how it joins its neighbours, and its shaped glyphs, cached."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass, field
from enum import Enum
from functools import cached_property
from itertools import islice
from typing import Any

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QGlyphRun, QPainter, QPainterPath, QTextLayout

from app.speech.token_words import BYTE_TOKEN
from app.speech.vocabulary import Vocabulary

MAX_GLYPHS, MAX_SHAPED_TEXTS = 40_000, 8_000
"""Sizes of the two caches, some 10 MB each. Noise adds entries for as long as a job runs."""
NON_TEXT_SCALE, END_SCALE = 0.58, 0.6
"""Scale of bytes, control tokens and unprintable characters, and of the end tag's label."""
SPACE_TEXT = "\u00a0"
"""Text of a token that is only a space, as before a Han character: the sentence stays readable as one."""
_UNUSED = re.compile(r"^<unused\d+>$")
_MASK_LOOKALIKES = frozenset(map(chr, range(0x2580, 0x25A0))) | {"\ufffd"}
"""Block elements are real tokens, but would look like mask tokens, which this model does not have."""
_CLOSING_PUNCTUATION = frozenset(".,;:!?)]}»”’%…") | frozenset("，。、；：！？）】》」』．")


class GlyphKind(Enum):
    TEXT = 0
    NON_TEXT = 1
    """A byte, control token or unprintable character: drawn small."""
    END = 2


_SCALES = {GlyphKind.TEXT: 1.0, GlyphKind.NON_TEXT: NON_TEXT_SCALE, GlyphKind.END: END_SCALE}


@dataclass(frozen=True)
class TokenGlyph:
    """One token of the vocabulary."""

    text: str
    """The text to draw."""
    kind: GlyphKind
    starts_word: bool
    may_start_line: bool
    """Whether a line may start with it although no space precedes it (Han, kana and the like)."""
    joins_previous: bool
    """Whether it must be shaped together with the previous token (a vowel sign, a further byte of a character)."""
    joins_next: bool
    """Whether the next token must be shaped together with it (after a virama)."""
    byte: int | None = None
    is_control: bool = False
    """A token such as padding that never becomes text."""
    scale: float = field(init=False)
    """Relative to the size of text."""

    def __post_init__(self) -> None:
        object.__setattr__(self, "scale", _SCALES[self.kind])


@dataclass(frozen=True, eq=False)
class ShapedText:
    """A text at one size: its advance, and glyph runs whose baseline is ``ascent_px`` below the origin."""

    width_px: float
    ascent_px: float
    runs: list[QGlyphRun]

    def draw(self, painter: QPainter, x: float, baseline: float) -> None:
        """Draw with the painter's pen, starting at ``x`` on ``baseline``, in pixels."""
        origin = QPointF(x, baseline - self.ascent_px)
        for run in self.runs:
            painter.drawGlyphRun(origin, run)

    def draw_outline(self, painter: QPainter, x: float, baseline: float) -> None:
        """Draw the contours of the letters with the painter's pen, starting at ``x`` on ``baseline``, in pixels."""
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawPath(self._contours.translated(x, baseline - self.ascent_px))

    @cached_property
    def _contours(self) -> QPainterPath:
        contours = QPainterPath()
        for run in self.runs:
            font = run.rawFont()
            for glyph, place in zip(run.glyphIndexes(), run.positions(), strict=True):
                contours.addPath(font.pathForGlyph(glyph).translated(place))
        return contours.simplified()  # one contour where strokes of a letter overlap


class GlyphCache:
    """Glyphs of one vocabulary in one font family, made lazily and cached.

    Sizes are whole pixels, because Qt silently rounds font sizes to them.
    """

    def __init__(self, vocabulary: Vocabulary, font: QFont, end_label: str) -> None:
        self.vocabulary = vocabulary
        self.font = QFont(font)
        self.font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)  # widths then grow evenly with the size
        self._end_label = end_label
        self._metrics = QFontMetricsF(self.font)
        self._glyphs: dict[int, TokenGlyph] = {}
        self._shaped: dict[tuple[str, int], ShapedText] = {}
        self._width_em: dict[str, float] = {}

    def glyph(self, token: int) -> TokenGlyph:
        glyph = self._glyphs.get(token)
        if glyph is None:
            _evict_oldest(self._glyphs, MAX_GLYPHS)
            glyph = self._glyphs[token] = self._make_glyph(token)
        return glyph

    def label(self, token: int) -> str:
        """Return the token's text for a list or a screen reader."""
        return self.glyph(token).text.replace(SPACE_TEXT, "␣")

    def width_em(self, text: str, near_px: int) -> float:
        """Return the advance of ``text`` in em. A new text is measured at ``near_px``, where it will be drawn."""
        width = self._width_em.get(text)
        if width is None:
            _evict_oldest(self._width_em, MAX_GLYPHS)
            width = self._width_em[text] = self.shaped(text, near_px).width_px / near_px
        return width

    def shaped(self, text: str, size_px: int) -> ShapedText:
        shaped = self._shaped.get((text, size_px))
        if shaped is None:
            _evict_oldest(self._shaped, MAX_SHAPED_TEXTS)
            shaped = self._shaped[text, size_px] = self._layout_text(text, size_px)
        return shaped

    def joined_text(self, glyphs: list[TokenGlyph]) -> str:
        """Return the text of tokens that are shaped together; bytes are decoded to a character where they form one."""
        if all(glyph.byte is not None for glyph in glyphs):
            try:
                text = bytes(glyph.byte for glyph in glyphs if glyph.byte is not None).decode("utf-8")
            except UnicodeDecodeError:
                return "".join(glyph.text for glyph in glyphs)
            return text if self._is_drawable(text) else "".join(glyph.text for glyph in glyphs)
        return "".join(glyph.text for glyph in glyphs)

    def _layout_text(self, text: str, size_px: int) -> ShapedText:
        font = QFont(self.font)
        font.setPixelSize(size_px)
        # A vowel sign without its consonant stands on a space: on nothing, fonts draw a dotted circle.
        alone = text[:1] and unicodedata.category(text[0]) in ("Mn", "Mc")
        layout = QTextLayout(SPACE_TEXT + text if alone else text, font)
        layout.beginLayout()
        line = layout.createLine()
        layout.endLayout()
        # A fallback font (Han, Devanagari) has its own ascent: keeping it puts every script on one baseline.
        return ShapedText(line.horizontalAdvance(), line.ascent(), layout.glyphRuns())

    def _make_glyph(self, token: int) -> TokenGlyph:
        starts = self.vocabulary.starts_word(token)
        if self.vocabulary.is_end(token):
            return TokenGlyph(self._end_label, GlyphKind.END, True, True, False, False)
        text = self.vocabulary.piece(token)
        if byte := BYTE_TOKEN.fullmatch(text):
            value = int(byte[1], 16)
            return TokenGlyph(byte[1].upper(), GlyphKind.NON_TEXT, starts, False, 0x80 <= value < 0xC0, False, value)
        if self.vocabulary.is_special(token) or _UNUSED.match(text):
            return TokenGlyph(
                text.strip("<>[]|") or "·", GlyphKind.NON_TEXT, starts, False, False, False, is_control=True
            )
        if not text.strip():
            return TokenGlyph(
                "↵" if "\n" in self._raw_piece(token) else SPACE_TEXT, GlyphKind.NON_TEXT, starts, False, False, False
            )
        if not self._is_drawable(text):
            return TokenGlyph(
                " ".join(f"{ord(c):04X}" for c in text[:2]), GlyphKind.NON_TEXT, starts, True, False, False
            )
        wide = unicodedata.east_asian_width(text[0]) in "WF" and text[0] not in _CLOSING_PUNCTUATION
        joins = not starts and unicodedata.category(text[0]) in ("Mn", "Mc", "Me")
        return TokenGlyph(text, GlyphKind.TEXT, starts, wide, joins, unicodedata.combining(text[-1]) == 9)

    def _raw_piece(self, token: int) -> str:
        return str(self.vocabulary.tokenizer.id_to_token(token) or "")

    def _is_drawable(self, text: str) -> bool:
        """Whether the fonts have every character of ``text``; a missing one would be an empty box."""
        return all(
            unicodedata.category(c) not in ("Cc", "Cn", "Co", "Cs")
            and c not in _MASK_LOOKALIKES
            and self._metrics.inFontUcs4(ord(c))
            for c in text
            if unicodedata.category(c) != "Cf"
        )


def _evict_oldest(cache: dict[Any, Any], limit: int) -> None:
    """Delete the older half of ``cache`` once it has ``limit`` entries."""
    if len(cache) >= limit:
        for key in list(islice(cache, limit // 2)):
            del cache[key]
