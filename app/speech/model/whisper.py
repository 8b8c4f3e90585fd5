"""Whisper as a whole: its encoder, and its decoder that writes token by token (Radford et al. 2022, arXiv:2212.04356)."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

import numpy as np
import torch
from safetensors import SafetensorError
from torch import Tensor, nn
from transformers import Cache, WhisperFeatureExtractor, WhisperForConditionalGeneration
from transformers.modeling_outputs import BaseModelOutput
from transformers.utils import logging

from app.errors import ModelError, reason_of
from app.languages import LANGUAGES
from app.models.hardware import VerifiedDevice
from app.models.whisper import WhisperWeights, read_whisper
from app.speech.audio.samples import SAMPLE_RATE_HZ, Samples
from app.speech.vocabulary import Vocabulary
from app.transcript.text_words import is_han

from .loader import DTYPES

WINDOW_S = 30.0
"""Whisper was trained on windows of just this length: shorter ones are padded with silence."""
FRAME_S = 0.02
"""Seconds of a row of the encoder's states."""
START_TOKEN = "<|startoftranscript|>"
TASK_TOKEN = "<|transcribe|>"
NO_TIMESTAMPS_TOKEN = "<|notimestamps|>"
END_TOKEN = "<|endoftext|>"
NO_SPEECH_TOKENS = ("<|nospeech|>", "<|nocaptions|>")
"""Two names of one token, depending on the version."""
PREVIOUS_TOKEN = "<|startofprev|>"
SPOKEN_ALIKE = {"ur": "hi"}
"""Languages that the app lacks and that sound like one it has: unless told, Whisper cannot tell them apart either."""
STYLE_TEXTS = {"zh": "以下是普通话的句子。", "hi": "यह वाक्य हिन्दी में है।"}
"""Texts given as if they had come before: without, Mandarin may come in traditional characters, Hindi in Urdu's letters."""
_LANGUAGE_TOKEN = re.compile(r"<\|([a-z]{2,3})\|>")
SAMPLES_PER_FRAME = round(FRAME_S * SAMPLE_RATE_HZ)


class WhisperModel:
    """A Whisper in memory. Does not switch gradients off: its caller sees to that."""

    def __init__(
        self, network: WhisperForConditionalGeneration, vocabulary: Vocabulary, weights: WhisperWeights
    ) -> None:
        """Take the parts. Raises ``ModelError`` where the vocabulary is another model's."""
        self.network, self.vocabulary, self.weights = network, vocabulary, weights
        tokenizer, config, generation = vocabulary.tokenizer, network.config, network.generation_config
        self.start_id, self.no_timestamps_id, self.end_id = (
            self._token_id(name) for name in (START_TOKEN, NO_TIMESTAMPS_TOKEN, END_TOKEN)
        )
        multilingual = "de" in weights.languages
        self.task_ids = [self._token_id(TASK_TOKEN)] if multilingual else []
        matches = [(_LANGUAGE_TOKEN.fullmatch(token), number) for token, number in tokenizer.get_vocab().items()]
        self.language_ids: dict[str, int] = {match[1]: number for match, number in matches if match and multilingual}
        self.previous_id = tokenizer.token_to_id(PREVIOUS_TOKEN)
        self.no_speech_id = next(
            (i for name in NO_SPEECH_TOKENS if (i := tokenizer.token_to_id(name)) is not None), None
        )
        no_text = {*vocabulary.hidden_ids, *range(self.no_timestamps_id + 1, config.vocab_size)} - {self.end_id}
        self.suppressed_ids = sorted({*_ids(generation.suppress_tokens), *no_text} & {*range(config.vocab_size)})
        self.first_suppressed_ids = [*_ids(generation.begin_suppress_tokens), self.end_id]
        heads = getattr(generation, "alignment_heads", None) or _all_late_heads(
            config.decoder_layers, config.decoder_attention_heads
        )
        self.alignment_heads: list[tuple[int, int]] = [(int(layer), int(head)) for layer, head in heads]
        self.max_tokens = int(config.max_target_positions)
        """The most tokens of a prompt and a text together."""
        self._extractor = WhisperFeatureExtractor(feature_size=config.num_mel_bins)

    def _token_id(self, name: str) -> int:
        token = self.vocabulary.tokenizer.token_to_id(name)
        if token is None:
            raise ModelError(
                "The vocabulary of {model} is another model's.",
                "It lacks {tokens}.",
                "Install it again.",
                model=self.weights.title,
                tokens=name,
            )
        return int(token)

    @property
    def device(self) -> torch.device:
        return self.network.device

    @property
    def row_bytes(self) -> int:
        """Memory of one clip while it is decoded: its states, and their keys and values in each layer of the decoder."""
        config = self.network.config
        states = config.max_source_positions * config.d_model * (torch.finfo(self.network.dtype).bits // 8)
        return int(states * (1 + 2 * config.decoder_layers))

    def mel(self, clip: Samples) -> Tensor:
        """Return the log-mel (mels, 3000) of a mono 16 kHz clip (n,) of at most 30 s, padded with silence, on the host."""
        features = self._extractor(clip, sampling_rate=SAMPLE_RATE_HZ, return_tensors="pt").input_features
        return torch.as_tensor(features[0])

    def encode(self, mel: Tensor) -> Tensor:
        """Return the states (1, 1500, width) of a log-mel (mels, 3000)."""
        inputs = mel[None].to(self.device, self.network.dtype)
        return torch.as_tensor(self.network.model.encoder(inputs).last_hidden_state)

    def forward(self, ids: Tensor, states: Tensor, cache: Cache | None) -> tuple[Tensor, Cache]:
        """Decode more tokens.

        Args:
            ids: (batch, tokens) behind those in the cache.
            states: (batch, 1500, width).
            cache: of the tokens before; None at the beginning.

        Returns:
            Logits (batch, tokens, vocab) in fp32, and the cache with these tokens.
        """
        out = self.network(
            decoder_input_ids=ids,
            encoder_outputs=BaseModelOutput(last_hidden_state=states),
            past_key_values=cache,
            use_cache=True,
        )
        return out.logits.float(), out.past_key_values

    def detect_languages(self, states: Tensor) -> list[str]:
        """Return the code of the language that each clip is most probably spoken in; ``auto`` where it knows only one."""
        if not self.language_ids:
            return ["auto"] * len(states)
        start = torch.full((len(states), 1), self.start_id, device=self.device)
        logits, _ = self.forward(start, states, None)
        codes = sorted(self.language_ids)
        best = logits[:, -1, [self.language_ids[code] for code in codes]].argmax(-1)
        found = [codes[number] for number in best.tolist()]
        return [SPOKEN_ALIKE[code] if SPOKEN_ALIKE.get(code) in self.language_ids else code for code in found]

    def prompt(self, language: str, words: Sequence[str] = ()) -> list[int]:
        """Return the tokens before the text. Raises ``ModelError`` for a language that it does not know.

        Args:
            language: a code of ``language_ids``; where there are none, ``en`` or ``auto``.
            words: the user's own words, which are given as if they had been said before; as many as there is room for.
        """
        before = self._text_before(language, words)
        if not self.language_ids and language in ("auto", "en"):
            return [*before, self.start_id, self.no_timestamps_id]
        if language not in self.language_ids:
            name = LANGUAGES[language].english if language in LANGUAGES else language
            raise ModelError("{model} does not know {language}.", model=self.weights.title, language=name)
        return [*before, self.start_id, self.language_ids[language], *self.task_ids, self.no_timestamps_id]

    def _text_before(self, language: str, words: Sequence[str]) -> list[int]:
        """The tokens of what is told to Whisper as the text before; none where there is nothing to tell."""
        sentences = [STYLE_TEXTS[language]] if language in STYLE_TEXTS and self.language_ids else []
        sentences += [f"{', '.join(words)}."] if words else []
        if not sentences or self.previous_id is None:
            return []
        text = " ".join(sentences)
        return [
            self.previous_id,
            *self.vocabulary.encode(text if is_han(text[0]) else f" {text}")[: self.max_tokens // 3],
        ]

    def cross_attention(self, prompt: Sequence[int], ids: Sequence[int], states: Tensor, frames: int) -> np.ndarray:
        """Return how the decoder listens as it writes a text: (heads, len(ids) + 1, frames), rows sum to 1.

        The last row is that of the end token. ``states`` is (1, 1500, width); only the heads that follow the sound count.
        """
        with self._listening_heads() as projections:
            self.forward(torch.tensor([[*prompt, *ids]], device=self.device), states, None)
        head_width = self.network.config.d_model // self.network.config.decoder_attention_heads
        weights = []
        for layer, head in self.alignment_heads:
            columns = slice(head * head_width, (head + 1) * head_width)
            queries = projections[layer, "q_proj"][0, len(prompt) - 1 :, columns].float()
            keys = projections[layer, "k_proj"][0, :, columns].float()
            weights.append((queries @ keys.T / head_width**0.5).softmax(-1)[:, :frames])
        return torch.stack(weights).cpu().numpy()

    @contextmanager
    def _listening_heads(self) -> Iterator[dict[tuple[int, str], Tensor]]:
        """Within, the queries (batch, tokens, width) and keys (batch, 1500, width) of the heads' layers are collected."""
        found: dict[tuple[int, str], Tensor] = {}
        layers = self.network.model.decoder.layers
        hooks = [
            getattr(layers[layer].encoder_attn, name).register_forward_hook(_keep(found, (layer, name)))
            for layer in {layer for layer, _ in self.alignment_heads}
            for name in ("q_proj", "k_proj")
        ]
        try:
            yield found
        finally:
            for hook in hooks:
                hook.remove()


def _keep(found: dict[tuple[int, str], Tensor], key: tuple[int, str]) -> Callable[[nn.Module, object, Tensor], None]:
    def hook(_module: nn.Module, _args: object, output: Tensor) -> None:
        found[key] = output

    return hook


def load_whisper(folder: Path, device: VerifiedDevice) -> WhisperModel:
    """Load the Whisper in a folder. Raises ``ModelError``, and torch's error where memory runs out."""
    weights = read_whisper(folder)
    dtype = DTYPES["bf16" if device.precision == "bf16" else "fp32"]
    logging.disable_progress_bar()  # it would be drawn over what the command line draws
    try:
        network = WhisperForConditionalGeneration.from_pretrained(weights.folder, local_files_only=True, dtype=dtype)
    except (OSError, ValueError, SafetensorError) as error:
        raise ModelError(
            "Whisper in {folder} cannot be read.",
            "{reason}.",
            "Install it again.",
            folder=weights.folder,
            reason=reason_of(error),
        ) from error
    network = network.to(device.name).eval().requires_grad_(False)
    plain = Vocabulary.from_file(weights.folder / "tokenizer.json", ())
    end = plain.tokenizer.token_to_id(END_TOKEN)
    vocabulary = plain if end is None else Vocabulary.from_file(weights.folder / "tokenizer.json", (end,))
    return WhisperModel(network, vocabulary, weights)


def _ids(tokens: Sequence[int] | None) -> list[int]:
    return [int(token) for token in tokens or ()]


def _all_late_heads(layers: int, heads: int) -> list[tuple[int, int]]:
    """All heads of the decoder's later half: what aligns where the checkpoint does not tell which heads do."""
    return [(layer, head) for layer in range(layers // 2, layers) for head in range(heads)]
