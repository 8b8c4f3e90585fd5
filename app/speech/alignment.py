"""CTC over the audio tokens: when words were said, how well the audio carries them, and a first draft.

The projector was trained with a CTC loss through the frozen lm_head, so the head's log-probabilities over the audio tokens
(frames here) tell which token was heard where (Graves et al. 2006). Everything takes them as a numpy array or a torch
tensor, (frames, vocab), and picks out the few columns it needs.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING, Any, TypeAlias

import numpy as np
from numpy.typing import NDArray

from .transcript import Word
from .vocabulary import WORD_MARK, Vocabulary

if TYPE_CHECKING:
    from torch import Tensor

    LogProbs: TypeAlias = NDArray[np.floating[Any]] | Tensor

IMPOSSIBLE = -1e4  # stands for log 0, so that sums stay finite
WIDEN_S = 0.16  # CTC marks the core of a word: it is widened by so much into the blanks around it
NEAR_FRAMES = 2  # where tokens cannot be aligned, how far from their place they may be heard

BYTE = re.compile(r"<0x([0-9A-Fa-f]{2})>")


def forced_align(log_probs: LogProbs, ids: Sequence[int], blank: int) -> NDArray[np.int64]:
    """The most probable alignment of ``ids``: first frame and the one behind the last, (tokens, 2), in order, not overlapping.

    Viterbi over the states blank, id 1, blank, id 2, ..., blank. Equal neighbours need a blank between them. Raises
    ``ValueError`` where the ids do not fit into the frames.
    """
    frames, tokens = len(log_probs), len(ids)
    if not tokens:
        return np.zeros((0, 2), np.int64)
    if not fits(frames, ids):
        raise ValueError(f"{tokens} tokens do not fit into {frames} frames")
    states = np.full(2 * tokens + 1, blank, np.int64)
    states[1::2] = ids
    heard = _columns(log_probs, [blank, *ids])  # (frames, 1 + tokens)
    emitted = np.repeat(heard[:, :1], len(states), axis=1)  # (frames, states)
    emitted[:, 1::2] = heard[:, 1:]
    may_skip = np.zeros(len(states), bool)  # over the blank between two different ids
    may_skip[3::2] = states[3::2] != states[1:-2:2]

    score = np.full(len(states), -np.inf)
    score[:2] = emitted[0, :2]
    came = np.zeros((frames, len(states)), np.int8)  # from how many states before
    ways = np.full((3, len(states)), -np.inf)
    for frame in range(1, frames):
        ways[0] = score
        ways[1, 1:] = score[:-1]
        ways[2, 2:] = np.where(may_skip[2:], score[:-2], -np.inf)
        came[frame] = ways.argmax(axis=0)
        score = ways.max(axis=0) + emitted[frame]

    state = len(states) - 1 if score[-1] >= score[-2] else len(states) - 2
    path = np.empty(frames, np.int64)
    for frame in range(frames - 1, -1, -1):
        path[frame] = state
        state -= int(came[frame, state])
    of_token = 2 * np.arange(tokens) + 1
    return np.stack([np.searchsorted(path, of_token), np.searchsorted(path, of_token, side="right")], axis=1)


def fits(frames: int, ids: Sequence[int]) -> bool:
    """Whether CTC can emit ``ids`` in so many frames."""
    repeats = sum(one == other for one, other in pairwise(ids))
    return frames >= len(ids) + repeats


def word_times(
    log_probs: LogProbs,
    ids: Sequence[int],
    confidences: Sequence[float],
    vocabulary: Vocabulary,
    *,
    blank: int,
    token_s: float,
    start_s: float,
    end_s: float,
) -> tuple[Word, ...]:
    """The words of a segment's ``ids`` (before its end token), with times inside the segment, in order, not overlapping.

    ``confidences`` (tokens,) are the denoiser's probabilities; ``token_s`` is the length of one frame of ``log_probs``.
    Frames behind ``end_s`` (padding) do not count. A word's support is the mean probability of its tokens along
    their alignment. Where there are more tokens than frames, times are spread evenly and a token's support is its best
    probability near its place. Each Han character is a word.
    """
    kept = [n for n, token in enumerate(ids) if not vocabulary.is_special(token)]
    ids = [ids[n] for n in kept]
    sure = np.array([confidences[n] for n in kept], np.float64)
    spelled = spell(ids, vocabulary)
    if not spelled:
        return ()
    length = max(0.0, end_s - start_s) / token_s  # of the segment, in frames
    log_probs = log_probs[: int(np.ceil(length - 1e-6))]
    spans, support = _placed(log_probs, ids, blank, length)  # (tokens, 2), (tokens,)
    places = _widened(np.array([_place(spans, word) for word in spelled]), WIDEN_S / token_s, length)
    in_order = np.maximum.accumulate(places.ravel()).reshape(-1, 2)  # against rounding of shares of a token
    times_s = np.clip(start_s + in_order * token_s, start_s, max(start_s, end_s))
    return tuple(
        Word(float(a), float(b), word.text, float(sure[word.tokens].mean()), float(support[word.tokens].mean()))
        for word, (a, b) in zip(spelled, times_s, strict=True)
    )


def greedy_draft(log_probs: LogProbs, blank: int) -> list[int]:
    """What the audio tokens say by themselves: the best token of every frame, repeats and blanks taken out."""
    best = _numpy(log_probs.argmax(-1))
    changed = np.concatenate([[True], best[1:] != best[:-1]]) if len(best) else np.zeros(0, bool)
    return [int(token) for token in best[changed] if token != blank]


def draft_frames(log_probs: Tensor, blank: int) -> list[int]:
    """The frame of each token of ``greedy_draft``: the one where it is most probable."""
    best = log_probs.max(dim=-1)
    ids, sure = best.indices.tolist(), best.values.tolist()
    frames: list[int] = []
    for frame, token in enumerate(ids):
        if token == blank:
            continue
        if frame and ids[frame - 1] == token:
            if sure[frame] > sure[frames[-1]]:
                frames[-1] = frame
        else:
            frames.append(frame)
    return frames


def draft_logits(
    log_probs: Tensor, frames: Sequence[int], canvas_length: int, blank: int, end_id: int, pad_id: int
) -> Tensor:
    """A draft as the denoiser's self-conditioning, (canvas_length, vocab): each token as uncertain as it was heard.

    ``log_probs`` are CTC's (tokens, vocab), ``frames`` those to take, in order; behind them the end and padding are certain.
    """
    import torch

    taken = list(frames)[: canvas_length - 1]
    logits = log_probs.new_full((canvas_length, log_probs.shape[-1]), IMPOSSIBLE)
    logits[: len(taken)] = log_probs[torch.tensor(taken, dtype=torch.long, device=log_probs.device)]
    logits[:, blank] = IMPOSSIBLE
    logits[len(taken), end_id] = 0.0
    logits[len(taken) + 1 :, pad_id] = 0.0
    return logits


def draft_canvas(ids: Sequence[int], canvas_length: int, end_id: int, pad_id: int) -> NDArray[np.int32]:
    """A canvas (canvas_length,) that starts from a draft: ids, one end token, padding. What does not fit is cut off."""
    canvas = np.full(canvas_length, pad_id, np.int32)
    text = [*ids, end_id][:canvas_length]
    canvas[: len(text)] = text
    return canvas


def calibrated_blank(log_probs_of_silence: LogProbs) -> int:
    """The blank of an adapter that does not name it: what is heard most often where nothing is said."""
    best = _numpy(log_probs_of_silence.argmax(-1))
    if not len(best):
        raise ValueError("silence of no length calibrates nothing")
    return int(np.bincount(best).argmax())


# --- where tokens are ------------------------------------------------------------------------------------------------


def _placed(
    log_probs: LogProbs, ids: Sequence[int], blank: int, length: float
) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """Frames (tokens, 2) and support (tokens,) of every token, aligned, or spread evenly where they do not fit."""
    frames, tokens = len(log_probs), len(ids)
    if fits(frames, ids):
        spans = forced_align(log_probs, ids, blank)
        probs = np.exp(_columns(log_probs, ids))  # (frames, tokens)
        sums = np.concatenate([np.zeros((1, tokens)), probs.cumsum(axis=0)])
        each = np.arange(tokens)
        means = (sums[spans[:, 1], each] - sums[spans[:, 0], each]) / (spans[:, 1] - spans[:, 0])
        return spans.astype(np.float64), np.clip(means, 0, 1)
    edges = np.linspace(0, length, tokens + 1)
    support = np.zeros(tokens)
    if frames:
        probs = np.exp(_columns(log_probs, ids))
        centres = np.minimum((edges[:-1] + edges[1:]) / 2, frames - 1).astype(int)
        near = np.abs(np.arange(frames)[:, None] - centres) <= NEAR_FRAMES  # (frames, tokens)
        support = np.where(near, probs, 0).max(axis=0)
    return np.stack([edges[:-1], edges[1:]], axis=1), np.clip(support, 0, 1)


def _place(spans: NDArray[np.float64], word: _Spelled) -> tuple[float, float]:
    """Frames of a word; one that begins or ends within a token gets its share of it."""

    def at(position: float, token: int) -> float:
        start, end = spans[token]
        return float(start + (position - token) * (end - start))

    return at(word.first, int(word.first)), at(word.behind, int(np.ceil(word.behind)) - 1)


def _widened(places: NDArray[np.float64], by: float, length: float) -> NDArray[np.float64]:
    """Words (words, 2) grown by up to ``by`` frames on either side, to whole frames, and at most half-way to the next one."""
    starts, ends = places[:, 0].copy(), np.maximum(places[:, 0], places[:, 1])
    gaps = np.concatenate([[2 * starts[0]], starts[1:] - ends[:-1], [2 * max(0.0, length - ends[-1])]])
    share = np.clip(gaps / 2, 0, round(by))
    starts -= np.floor(share[:-1])
    ends += np.minimum(np.ceil(share[1:]), np.maximum(0, gaps[1:] - np.floor(share[1:])))
    return np.stack([starts, ends], axis=1)


# --- which tokens are a word -----------------------------------------------------------------------------------------


@dataclass
class _Spelled:
    """A word and its place among the tokens: from ``first`` to ``behind``, in tokens; punctuation around it left out."""

    text: str
    first: float
    behind: float
    spoken: bool
    """Whether it has letters or digits; else it is punctuation alone."""

    @property
    def tokens(self) -> slice:
        return slice(int(self.first), int(np.ceil(self.behind)))


def spell(ids: Sequence[int], vocabulary: Vocabulary) -> list[_Spelled]:
    """Words at spaces; each Han character by itself; punctuation with the word before it, or after it at the start."""
    words: list[_Spelled] = []
    is_open = False
    letter = ""  # the last one of the open word
    for text, first, behind in _texts(ids, vocabulary):
        shown, n = len("".join(text.split())), 0
        for character in text:
            if character.isspace():
                is_open, letter = False, ""
                continue
            a, b = (first + (behind - first) * k / shown for k in (n, n + 1))  # its share of the token
            n += 1
            kind = unicodedata.category(character)
            spoken = kind[0] in "LNM"  # letters, digits and the marks that Devanagari vowels are
            next_to_han = is_han(letter) or (bool(letter) and is_han(character))
            if not is_open or (next_to_han and (kind[0] in "LN" or kind in ("Ps", "Pi"))):
                words.append(_Spelled(character, a, b, spoken))
                is_open, letter = True, ""
            else:
                word = words[-1]
                word.text += character
                if spoken:
                    word.first = word.first if word.spoken else a
                    word.behind, word.spoken = b, True
            if spoken:
                letter = character
    return _without_lone_punctuation(words)


def is_han(character: str) -> bool:
    """Whether a character is a Chinese ideograph."""
    return bool(character) and ("㐀" <= character <= "鿿" or "豈" <= character <= "﫿" or "𠀀" <= character <= "𳍿")


def _without_lone_punctuation(words: list[_Spelled]) -> list[_Spelled]:
    """Punctuation between spaces joins the word before it, or the first word."""
    joined: list[_Spelled] = []
    leading = ""
    for word in words:
        if word.spoken:
            word.text, leading = leading + word.text, ""
            joined.append(word)
        elif joined:
            joined[-1].text += f" {word.text}"
        else:
            leading += f"{word.text} "
    if words and not joined:  # nothing but punctuation
        return [_Spelled(leading.strip(), words[0].first, words[-1].behind, spoken=False)]
    return joined


def _texts(ids: Sequence[int], vocabulary: Vocabulary) -> list[tuple[str, int, int]]:
    """Text of tokens from the first to the one behind the last; bytes that make up a character are taken together."""
    texts: list[tuple[str, int, int]] = []
    held = b""
    for n, token in enumerate(ids):
        raw = str(vocabulary.tokenizer.id_to_token(token) or "")
        if byte := BYTE.fullmatch(raw):
            held += bytes.fromhex(byte[1])
            continue
        if held:
            texts.append((held.decode(errors="ignore"), n - len(held), n))
            held = b""
        texts.append((raw.replace(WORD_MARK, " "), n, n + 1))
    if held:
        texts.append((held.decode(errors="ignore"), len(ids) - len(held), len(ids)))
    return texts


# --- numpy or torch --------------------------------------------------------------------------------------------------


def _columns(log_probs: LogProbs, ids: Sequence[int]) -> NDArray[np.float64]:
    """Columns of some ids, (frames, ids), finite."""
    picked = _numpy(log_probs[:, list(ids)]).astype(np.float64)
    return np.maximum(np.nan_to_num(picked, nan=IMPOSSIBLE, neginf=IMPOSSIBLE), IMPOSSIBLE)


def _numpy(values: Any) -> NDArray[Any]:
    if hasattr(values, "detach"):
        values = values.detach().cpu()
        values = (values.float() if values.is_floating_point() else values).numpy()
    return np.asarray(values)
