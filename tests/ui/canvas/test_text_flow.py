"""Layout of cells as running text."""

from __future__ import annotations

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from app.ui.canvas.text_flow import LINE_EM, TYPE_SIZES_PX, break_into_lines, cell_gaps, fit_slots


def lay(
    widths: list[float], breaks: list[bool], width_px: float = 600.0, height_px: float = 300.0, keep: int | None = None
):
    w = np.array(widths)
    return break_into_lines(w, np.zeros(len(w)), np.array(breaks, dtype=np.bool_), width_px, height_px, keep)


def test_short_text_is_set_as_large_as_there_is() -> None:
    assert lay([2.0] * 3, [True] * 3).size_px == TYPE_SIZES_PX[-1]


def test_much_text_shrinks_and_still_fits() -> None:
    small = lay([2.0] * 400, [True] * 400)
    assert small.size_px < 20
    assert small.line_count * small.line_px <= 300.0


def test_a_word_moves_to_the_next_line_as_a_whole() -> None:
    size = TYPE_SIZES_PX[-1]
    set_text = lay([3.0, 3.0, 3.0], [True, True, False], width_px=7.0 * size, height_px=1000.0)
    assert set_text.line.tolist() == [0, 1, 1]
    assert set_text.x.tolist() == [0.0, 0.0, 3.0 * size]


def test_a_chain_longer_than_a_line_is_cut() -> None:
    size = TYPE_SIZES_PX[-1]
    assert lay([1.0] * 9, [True] + [False] * 8, width_px=4.0 * size, height_px=1000.0).line_count == 3


def test_the_size_stays_while_it_fits_and_nothing_much_larger_does() -> None:
    best = lay([2.0] * 100, [True] * 100).size_px
    kept = TYPE_SIZES_PX[TYPE_SIZES_PX.index(best) - 1]
    assert lay([2.0] * 100, [True] * 100, keep=kept).size_px == kept
    assert lay([2.0] * 100, [True] * 100, keep=TYPE_SIZES_PX[0]).size_px == best
    assert lay([2.0] * 100, [True] * 100, keep=TYPE_SIZES_PX[-1]).size_px == best


def test_an_empty_canvas_has_a_layout() -> None:
    assert lay([], []).line_count == 0
    assert lay([], []).cell_at(1.0, 1.0) is None


def test_points_find_their_cell() -> None:
    set_text = lay([2.0, 2.0], [True, True])
    x, y = set_text.x[1] + 1.0, set_text.line_px / 2
    assert set_text.cell_at(x, y) == 1
    assert set_text.cell_at(x, y + set_text.line_px * 3) is None
    assert set_text.cell_at(-1.0, y) is None


def test_text_keeps_its_width_and_noise_runs_a_little_smaller() -> None:
    natural = np.array([1.0, 9.0, 0.4])
    none = np.zeros(3, dtype=np.float32)
    text = fit_slots(natural, np.array([True, True, True]), none)
    assert text.width_em.tolist() == natural.tolist()
    assert text.scale.tolist() == [1.0, 1.0, 1.0]
    noise = fit_slots(np.array([0.5, 1.1, 3.0]), np.zeros(3, dtype=np.bool_), none)
    assert np.allclose(noise.width_em, np.array([0.5, 1.1, 3.0]) * noise.scale)
    assert np.all((noise.scale > 0.7) & (noise.scale < 1.0))
    assert noise.shown_share.tolist() == [1.0, 1.0, 1.0]


def test_noise_never_leaves_its_slot() -> None:
    natural = np.linspace(0.1, 30.0, 200)
    noise = fit_slots(natural, np.zeros(200, dtype=np.bool_), np.zeros(200, dtype=np.float32))
    assert np.all(natural * noise.shown_share * noise.scale <= noise.width_em + 1e-9)
    assert noise.shown_share.min() < 1.0
    assert noise.scale.min() > 0.6


def test_words_touch_and_noise_stands_apart() -> None:
    starts = np.array([True, False, True, False])
    quiet = np.zeros(4, dtype=np.float32)
    assert cell_gaps(starts, np.ones(4, dtype=np.bool_), quiet)[[0, 1, 3]].tolist() == [0.0, 0.0, 0.0]
    assert cell_gaps(starts, np.array([True, False, True, True]), quiet)[1] > 0.0


@settings(max_examples=60)
@given(
    st.lists(st.tuples(st.floats(0.1, 8.0), st.booleans(), st.floats(0.0, 0.4)), min_size=1, max_size=220),
    st.floats(320.0, 2000.0),
    st.floats(140.0, 900.0),
)
def test_cells_follow_each_other_and_none_overlap(
    cells: list[tuple[float, bool, float]], width_px: float, height_px: float
) -> None:
    width, breaks, gap = (np.array(column) for column in zip(*cells, strict=True))
    set_text = break_into_lines(width, gap, breaks, width_px, height_px)
    assert set_text.size_px in TYPE_SIZES_PX
    assert np.all(np.diff(set_text.line) >= 0)
    assert np.all(np.diff(set_text.line) <= 1)
    same = set_text.line[1:] == set_text.line[:-1]
    assert np.all(set_text.x[1:][same] >= (set_text.x + set_text.width)[:-1][same] - 1e-6)
    assert np.all(set_text.x >= -1e-6)
    if set_text.size_px > TYPE_SIZES_PX[0]:
        assert np.all(set_text.x + set_text.width <= width_px + 1e-6)
        assert set_text.line_count * set_text.size_px * LINE_EM <= height_px + 1e-6
