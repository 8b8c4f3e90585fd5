"""Typesetting of one step: the text and place of each cell. Done once per step, layer and size; a frame blends two of them."""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from .step_model import StepAppearance
from .text_flow import NOISE_SCALE, Flow, break_into_lines, cell_gaps, fit_slots
from .token_glyphs import GlyphCache, GlyphKind, TokenGlyph

END_PAD_EM = 0.36
"""Padding on either side of the end tag's label."""
BASELINE_EM = 0.345
"""Distance of the baseline below the middle of its line: centers the x-height."""
DOT_EM, DOT_INK = 0.46, 0.6
"""Width of a dot including its padding, and its ink relative to that of text."""


@dataclass(frozen=True, eq=False)
class TypesetStep:
    """The cells of one step, ready to paint. Arrays and lists are (canvas,)."""

    appearance: StepAppearance
    flow: Flow
    texts: list[str]
    """The text to draw; empty where a cell is drawn together with the previous one."""
    text_px: NDArray[np.int64]
    text_x: NDArray[np.float64]
    """Left edge of the text; noise is centered in its slot."""
    baseline: NDArray[np.float64]
    ink_factor: NDArray[np.float64]
    """Factor of the ink; below 1 for dots."""
    end_tags: NDArray[np.bool_]
    """End tokens drawn as a tag: those that end the text, not those that fill the tail."""
    text_width: NDArray[np.float64]
    """Width of the text in pixels."""


def typeset(
    appearance: StepAppearance,
    glyphs: GlyphCache,
    width_px: float,
    height_px: float,
    previous_px: int | None,
    likely_px: int,
) -> TypesetStep:
    """Typeset ``appearance`` into an area of pixels. New tokens are measured at ``likely_px``."""
    cells = [glyphs.glyph(token) for token in appearance.token_ids.tolist()]
    n = len(cells)
    non_text = np.fromiter((c.kind is not GlyphKind.TEXT for c in cells), np.bool_, n)
    is_dot = non_text & (appearance.tail > 0.5)  # padding, and everything but text after the end
    # A control token in the text never becomes any, such as an alignment's blank: what is around it closes up.
    silent = appearance.solid & ~is_dot & np.fromiter((c.is_control for c in cells), np.bool_, n)
    dotted = is_dot | np.fromiter((c.is_control for c in cells), np.bool_, n)
    texts = ["" if s else "·" if d else c.text for s, d, c in zip(silent, dotted, cells, strict=True)]
    joined = _merge_joined(texts, cells, appearance.solid & ~is_dot, silent, glyphs)

    kind_scale = np.fromiter((c.scale for c in cells), np.float64, n)
    kind_scale[is_dot] = 1.0
    measured = zip(texts, measuring_sizes_px(appearance, likely_px), strict=True)
    natural = np.fromiter((glyphs.width_em(t, px) if t else 0.0 for t, px in measured), np.float64, n) * kind_scale
    tags = np.fromiter((c.kind is GlyphKind.END for c in cells), np.bool_, n) & ~is_dot
    natural[tags] += 2 * END_PAD_EM
    solid = appearance.solid | tags | is_dot
    slot = fit_slots(natural, solid, np.where(solid, 0.0, appearance.tail).astype(np.float32))
    for index in np.flatnonzero(slot.shown_share < 0.999).tolist():
        texts[index] = _ellipsize(texts[index], float(slot.shown_share[index]))
    width = np.where(is_dot, DOT_EM, slot.width_em)
    width = _share_width(width, joined)
    gap, spoken = np.zeros(n), ~silent
    starts_word = np.fromiter((c.starts_word for c in cells), np.bool_, n)
    gap[spoken] = cell_gaps(starts_word[spoken], solid[spoken], appearance.tail[spoken])
    gap[tags] = np.maximum(gap[tags], 0.4)
    gap[joined | is_dot] = 0.0
    gap[:1] = 0.0
    breaks = (gap > 0.0) | is_dot | np.fromiter((c.may_start_line for c in cells), np.bool_, n)
    breaks &= ~joined & ~silent
    flowed = break_into_lines(width, gap, breaks, width_px, height_px, previous_px)

    scale = slot.scale * kind_scale
    text_px = np.maximum(np.rint(flowed.size_px * scale), 1.0).astype(np.int64)
    text_width = natural * slot.shown_share * slot.scale * flowed.size_px
    text_x = flowed.x + np.where(solid, 0.0, np.maximum(flowed.width - text_width, 0.0) / 2.0)
    text_x[tags] += END_PAD_EM * flowed.size_px
    middle = (flowed.line + 0.5) * flowed.line_px
    baseline = middle + BASELINE_EM * flowed.size_px * scale**0.5
    if joined.any():  # what is shaped together turns together, with its last token
        group = np.cumsum(~joined) - 1
        turn = np.zeros(group[-1] + 1, np.float32)
        np.maximum.at(turn, group, appearance.turn)
        appearance = replace(appearance, turn=turn[group])
    ink_factor = np.where(is_dot, np.where(appearance.tail > 0.5, 0.0, DOT_INK), 1.0)  # the tail only fades
    return TypesetStep(appearance, flowed, texts, text_px, text_x, baseline, ink_factor, tags, text_width)


def in_the_places_of(before: TypesetStep, after: TypesetStep) -> TypesetStep:
    """Return a step's own tokens in the places of the next one, smaller where they would not fit: they turn there, in place."""
    narrow = np.minimum(after.flow.width / np.maximum(before.text_width, 1e-6), 1.0)
    px = np.maximum(np.floor(before.text_px * narrow), 1.0).astype(np.int64)
    px = np.where(before.text_px > after.flow.size_px, np.minimum(px, after.flow.size_px), px)
    x = after.flow.x + np.maximum(after.flow.width - before.text_width * px / before.text_px, 0.0) / 2.0
    x = np.where(before.end_tags, after.flow.x + END_PAD_EM * after.flow.size_px, x)
    middle = (after.flow.line + 0.5) * after.flow.line_px
    baseline = middle + BASELINE_EM * np.sqrt(px * after.flow.size_px)
    same = np.fromiter((a == b for a, b in zip(before.texts, after.texts, strict=True)), np.bool_, len(px))
    px, x = np.where(same, after.text_px, px), np.where(same, after.text_x, x)
    baseline = np.where(same, after.baseline, baseline)
    width = before.text_width * px / before.text_px
    return TypesetStep(
        before.appearance, after.flow, before.texts, px, x, baseline, before.ink_factor, before.end_tags, width
    )


def measuring_sizes_px(appearance: StepAppearance, likely_px: int) -> list[int]:
    """Return the size at which each new token is measured: the one it will probably be drawn at, to shape it only once."""
    noise_px = max(round(likely_px * NOISE_SCALE), 1)
    return [likely_px if solid else noise_px for solid in appearance.solid.tolist()]


def _merge_joined(
    texts: list[str],
    cells: list[TokenGlyph],
    solid: NDArray[np.bool_],
    silent: NDArray[np.bool_],
    glyphs: GlyphCache,
) -> NDArray[np.bool_]:
    """Move the texts of tokens that are shaped together to the first of them. Returns which cells were moved, (canvas,).

    Silent cells between them are moved along.
    """
    joined = np.zeros(len(cells), dtype=np.bool_)
    spoken = np.flatnonzero(~silent)
    for earlier, index in pairwise(spoken.tolist()):
        before, cell = cells[earlier], cells[index]
        if (
            solid[earlier]
            and solid[index]
            and (cell.joins_previous or (before.joins_next and not cell.starts_word))
            and (before.byte is None) == (cell.byte is None)
        ):
            joined[earlier + 1 : index + 1] = True
    for first in np.flatnonzero(joined[1:] & ~joined[:-1]):
        stop = first + 1
        while stop < len(cells) and joined[stop]:
            stop += 1
        texts[first] = glyphs.joined_text([cells[index] for index in range(first, stop) if not silent[index]])
        texts[first + 1 : stop] = [""] * (stop - first - 1)
    return joined


def _ellipsize(text: str, room: float) -> str:
    """Return about the share ``room`` of a text with an ellipsis, not cut within a character."""
    short = text[: max(int(len(text) * room) - 1, 1)]
    return short.rstrip("\u094d\u200d") + "…"


def _share_width(width: NDArray[np.float64], joined: NDArray[np.bool_]) -> NDArray[np.float64]:
    """Share the width of cells that are shaped together evenly, so that each can be pointed at."""
    if not joined.any():
        return width
    group = np.cumsum(~joined) - 1
    total = np.bincount(group, weights=np.where(joined, 0.0, width))
    return total[group] / np.bincount(group)[group]
