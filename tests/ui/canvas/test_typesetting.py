"""Typesetting of one step."""

from __future__ import annotations

import numpy as np
import pytest
from pytestqt.qtbot import QtBot

from app.speech.events import CanvasStep
from app.speech.vocabulary import Vocabulary
from app.ui.canvas import token_glyphs as faces_module
from app.ui.canvas.step_model import StepSequence
from app.ui.canvas.token_glyphs import GlyphCache, GlyphKind
from app.ui.canvas.typesetting import TypesetStep, typeset

from . import scripted

MORE = ("▁", "<unused7>", "\n\n", "█", "<b>bold</b>", "\U000f0000")


@pytest.fixture
def vocabulary() -> Vocabulary:
    return scripted.vocabulary(MORE)


@pytest.fixture
def glyphs(qtbot: QtBot, qapp, vocabulary: Vocabulary) -> GlyphCache:
    return GlyphCache(vocabulary, qapp.font(), "end")


def settled(vocabulary: Vocabulary, glyphs: GlyphCache, pieces: list[str], width_px: float = 900.0) -> TypesetStep:
    tokens = np.array(scripted.token_ids(vocabulary, pieces), dtype=np.int32)
    n = len(tokens)
    step = CanvasStep(
        0, 1, 1, tokens, tokens, np.ones(n, dtype=np.bool_), np.zeros(n, dtype=np.float32),
        np.zeros((n, 5), dtype=np.int32), np.zeros((n, 5), dtype=np.float16), 1.0,
    )  # fmt: skip
    appearance = StepSequence(vocabulary.end_ids, [step]).step_appearance(1, "blend")
    return typeset(appearance, glyphs, width_px, 300.0, None, 20)


def test_tokens_of_a_word_touch_and_words_do_not(vocabulary: Vocabulary, glyphs: GlyphCache) -> None:
    flow = settled(vocabulary, glyphs, ["▁the", "▁rope", "s", ",", "▁mast"]).flow
    right = flow.x + flow.width
    assert flow.x[1] - right[0] > 2.0
    assert flow.x[2] == pytest.approx(right[1])
    assert flow.x[3] == pytest.approx(right[2])
    assert flow.x[4] - right[3] > 2.0


def test_a_vowel_sign_is_shaped_with_its_consonant(vocabulary: Vocabulary, glyphs: GlyphCache) -> None:
    step = settled(vocabulary, glyphs, ["▁दा", "द", "ी", "▁the"])
    assert step.texts == ["दा", "दी", "", "the"]
    assert step.flow.width[1] == pytest.approx(step.flow.width[2])
    assert np.all(np.diff(step.flow.x) > 0)


def test_bytes_become_the_character_they_spell(vocabulary: Vocabulary, glyphs: GlyphCache) -> None:
    assert settled(vocabulary, glyphs, ["<0xE2>", "<0x82>", "<0xAC>"]).texts == ["€", "", ""]
    assert settled(vocabulary, glyphs, ["<0xE2>", "▁the"]).texts == ["E2", "the"]
    assert settled(vocabulary, glyphs, ["<0xE2>", "<0x82>"]).texts == ["E282", ""]


@pytest.mark.parametrize("piece", ["<unused7>", "\n\n", "█", "\U000f0000", "<0xE2>"])
def test_what_is_no_text_is_drawn_small_and_never_as_a_block(
    vocabulary: Vocabulary, glyphs: GlyphCache, piece: str
) -> None:
    glyph = glyphs.glyph(scripted.token_ids(vocabulary, [piece])[0])
    assert glyph.kind is GlyphKind.NON_TEXT
    assert glyph.scale < 1.0
    assert glyph.text.strip()
    assert "█" not in glyph.text
    assert "<" not in glyph.text


def test_markup_in_a_token_is_only_text(vocabulary: Vocabulary, glyphs: GlyphCache) -> None:
    assert glyphs.glyph(scripted.token_ids(vocabulary, ["<b>bold</b>"])[0]).text == "<b>bold</b>"


def test_the_end_is_a_tag_and_the_ends_after_it_are_dots(vocabulary: Vocabulary, glyphs: GlyphCache) -> None:
    step = settled(vocabulary, glyphs, ["▁the", "<eos>", "<eos>", "<pad>"])
    assert step.end_tags.tolist() == [False, True, False, False]
    assert step.texts == ["the", "end", "·", "·"]


def test_what_never_becomes_text_takes_no_room_in_it(vocabulary: Vocabulary, glyphs: GlyphCache) -> None:
    step = settled(vocabulary, glyphs, ["▁the", "<pad>", "▁the", "<pad>", "<pad>"])
    closed = settled(vocabulary, glyphs, ["▁the", "▁the"])
    assert step.texts == ["the", "", "the", "", ""]
    assert step.flow.x[[0, 2]].tolist() == closed.flow.x.tolist()
    assert step.flow.width[[1, 3, 4]].tolist() == [0.0, 0.0, 0.0]


def test_tokens_are_shaped_together_across_blanks(vocabulary: Vocabulary, glyphs: GlyphCache) -> None:
    step = settled(vocabulary, glyphs, ["▁दा", "द", "<pad>", "<pad>", "ी", "▁the"])
    assert step.texts == ["दा", "दी", "", "", "", "the"]


def test_chinese_breaks_into_lines_and_not_before_a_comma(vocabulary: Vocabulary, glyphs: GlyphCache) -> None:
    step = settled(vocabulary, glyphs, ["▁会", "议", "记", "录", "，"] * 12, width_px=420.0)
    assert step.flow.line_count > 1
    firsts = [step.texts[index] for index in range(1, 60) if step.flow.line[index] != step.flow.line[index - 1]]
    assert "，" not in firsts


def test_every_script_stands_on_one_baseline(vocabulary: Vocabulary, glyphs: GlyphCache) -> None:
    step = settled(vocabulary, glyphs, ["▁the", "▁दा", "▁会"])
    assert len(set(step.baseline.tolist())) == 1
    ascents = {glyphs.shaped(text, 20).ascent_px for text in ("the", "会")}
    assert len(ascents) >= 1


def test_the_text_does_not_move_while_noise_changes_beside_it(vocabulary: Vocabulary, glyphs: GlyphCache) -> None:
    steps = scripted.annealing_steps(vocabulary, scripted.sentence_ids(vocabulary), canvas=64)
    first, second = steps[9], steps[10]
    still = CanvasStep(
        0, 11, 16, np.where(first.accepted, first.canvas, second.canvas).astype(np.int32), first.argmax_ids, first.accepted,
        first.entropy, first.top_ids, first.top_probs, 1.0,
    )  # fmt: skip
    sequence = StepSequence(vocabulary.end_ids, [first, first, still])
    steps = [typeset(sequence.step_appearance(index, "blend"), glyphs, 900.0, 300.0, None, 20) for index in (1, 2)]
    moved = np.abs(steps[0].flow.x - steps[1].flow.x) > 1.0
    assert moved.mean() < 0.2


def test_what_is_kept_of_the_noise_has_a_limit(
    vocabulary: Vocabulary, glyphs: GlyphCache, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(faces_module, "MAX_SHAPED_TEXTS", 10)
    for size_px in range(8, 40):
        assert glyphs.shaped("the", size_px).width_px > 0
    assert len(glyphs._shaped) <= 10


def test_a_space_of_its_own_takes_room_and_shows_nothing(vocabulary: Vocabulary, glyphs: GlyphCache) -> None:
    step = settled(vocabulary, glyphs, ["▁", "议", "记"])
    assert [text.strip() for text in step.texts] == ["", "议", "记"]
    assert step.flow.width[0] > 0  # it can be pointed at
    assert glyphs.label(scripted.token_ids(vocabulary, ["▁"])[0]) == "␣"
