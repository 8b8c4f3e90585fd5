"""Whisper, decoded greedily token by token (autoregressively): the baseline that denoising is compared with.

The published model's encoder is that of ``openai/whisper-small``, whose decoder is downloaded along with it. Decoding is
greedy, without timestamps, on 30 s of padded audio: what Whisper was trained on (Radford et al. 2022, arXiv:2212.04356).
"""

from __future__ import annotations

import re
from collections.abc import Generator, Iterator
from dataclasses import dataclass, field
from itertools import chain
from pathlib import Path
from time import perf_counter

import numpy as np
import torch
from huggingface_hub import constants
from numpy.typing import NDArray
from safetensors import SafetensorError, safe_open
from torch import Tensor
from transformers import WhisperFeatureExtractor, WhisperForConditionalGeneration

from app.errors import ModelError, reason_of
from app.languages import LANGUAGES
from app.models.adapter.spec import WeightsRef
from app.models.hardware import VerifiedDevice, verify_device
from app.models.weights_location import locate_weights
from app.speech.audio import decode
from app.speech.audio.samples import SAMPLE_RATE_HZ, Samples
from app.speech.audio.segmented_source import SegmentSpan
from app.speech.audio.span_reader import read_span
from app.speech.events import TOP_K, Event, ModelLoading, ModelReady, SegmentDone, SegmentStarted, TranscriptDone
from app.speech.model.loader import DTYPES
from app.speech.options import TranscribeOptions
from app.speech.vocabulary import Vocabulary
from app.transcript.model import Segment, Transcript

from .file_segments import decode_file_segments

REPOSITORY = "openai/whisper-small"
WINDOW_S = 30.0
START_TOKEN = "<|startoftranscript|>"
TASK_TOKEN = "<|transcribe|>"
NO_TIMESTAMPS_TOKEN = "<|notimestamps|>"
END_TOKEN = "<|endoftext|>"
_LANGUAGE_TOKEN = re.compile(r"<\|([a-z]{2,3})\|>")


@dataclass(frozen=True, eq=False)
class TokenDecoded:
    """One step of an autoregressive decoder: one more token, which stays."""

    segment: int
    position: int
    """Of the token in the segment, from 0."""
    token: int
    text: str
    """The segment so far."""
    entropy: float
    """Of the prediction, in nats."""
    top_ids: NDArray[np.int32] = field(repr=False)
    """(TOP_K,) most probable tokens, best first."""
    top_probs: NDArray[np.float16] = field(repr=False)
    """(TOP_K,) their probabilities."""
    step_ms: float
    """Milliseconds this token took."""


def whisper_folder(model_folder: Path, chosen_folder: Path | None = None) -> Path:
    """The folder of a Whisper with encoder and decoder.

    Args:
        model_folder: a model that Whisper may have been downloaded with: into it, beside it or into the hub's cache.
        chosen_folder: takes the place of the downloaded one.

    Raises:
        ModelError: there is none, or only its encoder.
    """
    folder = chosen_folder or _downloaded_folder(model_folder)
    if not _has_decoder(folder):
        raise ModelError(
            "Whisper cannot be compared with: its decoder is not installed.",
            "In {folder} there is no whole Whisper, with config.json, model.safetensors and tokenizer.json.",
            "Install Interfaze small, which comes with it, or run `hf download {repository}`.",
            folder=folder,
            repository=REPOSITORY,
        )
    return folder


def _downloaded_folder(model_folder: Path) -> Path:
    """The folder of the downloaded Whisper; the hub's cache if there is none."""
    try:  # with a revision only a folder of that name counts: the encoder beside the model alone will not do
        return locate_weights(model_folder, "Whisper", "encoder", WeightsRef(repository=REPOSITORY, revision="main"))
    except ModelError:
        return Path(constants.HF_HUB_CACHE)


def _has_decoder(folder: Path) -> bool:
    """Whether a folder holds a Whisper with the weights of its decoder."""
    if not all((folder / name).is_file() for name in ("config.json", "model.safetensors", "tokenizer.json")):
        return False
    try:
        with safe_open(folder / "model.safetensors", framework="pt") as file:
            return any(key.startswith("model.decoder.") for key in file.keys())  # noqa: SIM118  not a mapping
    except (OSError, SafetensorError):
        return False


class Whisper:
    """A Whisper in a folder, loaded at first use and kept. For one thread at a time. Failures are ``AnnealError``s."""

    def __init__(self, folder: Path, device: str = "auto") -> None:
        self.folder = folder
        self._requested_device = device
        self._device: VerifiedDevice | None = None
        self._model: WhisperForConditionalGeneration | None = None

    @property
    def title(self) -> str:
        return "Whisper, autoregressive"

    def prepare(self) -> Iterator[Event]:
        """Load the model if it is not loaded yet: ``ModelLoading``, ``ModelReady``."""
        yield ModelLoading(self.title)
        self.load()
        assert self._device is not None
        yield ModelReady(self.title, self._device.name, self._device.precision, self.vocabulary, tuple(self._languages))

    def load(self) -> WhisperForConditionalGeneration:
        """Return the model; it is loaded once. Raises ``ModelError``."""
        if self._model is not None:
            return self._model
        self._device = verify_device(self._requested_device)
        dtype = DTYPES["bf16" if self._device.precision == "bf16" else "fp32"]
        try:
            with torch.inference_mode(False):
                model = WhisperForConditionalGeneration.from_pretrained(self.folder, local_files_only=True, dtype=dtype)
                model = model.to(self._device.name).eval().requires_grad_(False)
        except (OSError, ValueError, RuntimeError, SafetensorError) as error:
            raise ModelError(
                "Whisper in {folder} cannot be read.",
                "{reason}.",
                "Install it again.",
                folder=self.folder,
                reason=reason_of(error),
            ) from error
        tokenizer = Vocabulary.from_file(self.folder / "tokenizer.json", ()).tokenizer
        names = (START_TOKEN, TASK_TOKEN, NO_TIMESTAMPS_TOKEN, END_TOKEN)
        ids = {name: token for name in names if (token := tokenizer.token_to_id(name)) is not None}
        if len(ids) < len(names):
            raise ModelError(
                "The vocabulary of Whisper in {folder} is another model's.",
                "It lacks {tokens}.",
                "Install it again.",
                folder=self.folder,
                tokens=", ".join(name for name in names if name not in ids),
            )
        self._ids = ids
        self.vocabulary = Vocabulary.from_file(self.folder / "tokenizer.json", (ids[END_TOKEN],))
        matches = [(_LANGUAGE_TOKEN.fullmatch(token), number) for token, number in tokenizer.get_vocab().items()]
        self._languages = {match[1]: number for match, number in matches if match}
        self._feature_extractor = WhisperFeatureExtractor(feature_size=model.config.num_mel_bins)
        config = model.generation_config
        self._suppress_tokens = torch.tensor(list(config.suppress_tokens or ()), dtype=torch.long)
        self._begin_suppress_tokens = torch.tensor(list(config.begin_suppress_tokens or ()), dtype=torch.long)
        self._model = model
        return model

    @torch.inference_mode()
    def transcribe(
        self, source: Path, options: TranscribeOptions | None = None
    ) -> Generator[Event | TokenDecoded, None, None]:
        """Transcribe a file. Closing the generator stops the work within one token.

        Args:
            options: only language and audio track count.

        Raises:
            AudioError: the file cannot be decoded, or nobody speaks in it.
            ModelError: Whisper cannot be loaded, or does not know the language.
        """
        options = options or TranscribeOptions()
        timings_s = dict.fromkeys(("decode", "encode", "write"), 0.0)
        began = perf_counter()
        blocks = decode.blocks(source, options.audio_track)
        first = next(blocks)  # an undecodable file fails before the model is loaded
        timings_s["decode"] += perf_counter() - began
        yield from self.prepare()

        def decode_span(
            index: int, span: SegmentSpan, audio: Samples
        ) -> Generator[Event | TokenDecoded, None, SegmentDone]:
            return self._decode_segment(index, span.start_s, span.end_s, audio, options.language, timings_s)

        duration_s, segments = yield from decode_file_segments(
            source, chain([first], blocks), WINDOW_S, decode_span, timings_s
        )
        timings_s["total"] = sum(timings_s.values())
        yield TranscriptDone(
            Transcript(
                source=str(source),
                language=options.language,
                duration_s=duration_s,
                model=self.title,
                device=str(self._device),
                steps=0,
                seed=0,
                segments=segments,
                timings_s=timings_s,
            )
        )

    @torch.inference_mode()
    def transcribe_span(
        self, source: Path, start_s: float, end_s: float, options: TranscribeOptions | None = None
    ) -> Generator[Event | TokenDecoded, None, None]:
        """Transcribe [start_s, end_s) of a file, at most ``WINDOW_S``, as a segment of its own; else as ``transcribe``.

        Its ``SegmentDone`` does not count the decoding of the file.
        """
        options = options or TranscribeOptions()
        blocks = decode.blocks(source, options.audio_track)
        first = next(blocks)  # an undecodable file fails before the model is loaded
        yield from self.prepare()
        audio = yield from read_span(chain([first], blocks), str(source), start_s, end_s)
        timings_s = dict.fromkeys(("encode", "write"), 0.0)
        yield (yield from self._decode_segment(0, start_s, end_s, audio, options.language, timings_s))

    @property
    def _max_new_tokens(self) -> int:
        """How many tokens a segment can have."""
        return int(self.load().config.max_target_positions) - 4

    def _decode_segment(
        self, index: int, start_s: float, end_s: float, audio: Samples, language: str, timings_s: dict[str, float]
    ) -> Generator[SegmentStarted | TokenDecoded, None, SegmentDone]:
        """Decode one segment greedily; the seconds are added to ``encode`` and ``write`` of ``timings_s``."""
        model, ids = self.load(), self._ids
        before_s = sum(timings_s.values())
        yield SegmentStarted(index, start_s, end_s, self._max_new_tokens)
        began = perf_counter()
        mel = self._feature_extractor(audio, sampling_rate=SAMPLE_RATE_HZ, return_tensors="pt").input_features
        encoded = model.model.encoder(mel.to(model.device, model.dtype)).last_hidden_state  # (1, 1500, width)
        timings_s["encode"] += perf_counter() - began
        began = perf_counter()
        prompt = [ids[START_TOKEN], self._language_token(encoded, language), ids[TASK_TOKEN], ids[NO_TIMESTAMPS_TOKEN]]
        input_ids = torch.tensor([prompt], device=model.device)
        cache = None
        tokens: list[int] = []
        token_probs: list[float] = []
        while len(tokens) < self._max_new_tokens:
            out = model(decoder_input_ids=input_ids, encoder_outputs=(encoded,), past_key_values=cache, use_cache=True)
            cache = out.past_key_values
            log_probs = self._suppress(out.logits[0, -1].float(), first=not tokens).log_softmax(-1)
            probs = log_probs.exp()
            top_probs, top_ids = probs.topk(min(TOP_K, len(probs)))
            token = int(top_ids[0])
            entropy = -float((probs * log_probs.clamp(min=torch.finfo(torch.float32).min)).sum())
            step_s = perf_counter() - began
            timings_s["write"] += step_s
            if token == ids[END_TOKEN]:
                break
            tokens.append(token)
            token_probs.append(float(top_probs[0]))
            yield TokenDecoded(
                segment=index,
                position=len(tokens) - 1,
                token=token,
                text=self.vocabulary.decode(tokens),
                entropy=entropy,
                top_ids=top_ids.to(torch.int32).cpu().numpy(),
                top_probs=top_probs.to(torch.float16).cpu().numpy(),
                step_ms=1000 * step_s,
            )
            began = perf_counter()
            input_ids = torch.tensor([[token]], device=model.device)
        segment = Segment(
            index=index,
            start_s=start_s,
            end_s=end_s,
            text=self.vocabulary.decode(tokens),
            ended="settled" if len(tokens) < self._max_new_tokens else "step limit",
            steps=len(tokens),
            confidence=sum(token_probs) / len(token_probs) if token_probs else 0.0,
        )
        return SegmentDone(segment, sum(timings_s.values()) - before_s)

    def _suppress(self, logits: Tensor, *, first: bool) -> Tensor:
        """Logits (vocab,) without the tokens that the checkpoint never writes, or not at the beginning. In place."""
        logits[self._suppress_tokens.to(logits.device)] = -torch.inf
        if first:
            logits[self._begin_suppress_tokens.to(logits.device)] = -torch.inf
        return logits

    def _language_token(self, encoded: Tensor, language: str) -> int:
        """The token of a language; for ``auto`` the most probable one for the encoder's states (1, frames, width)."""
        if language != "auto":
            if language in self._languages:
                return self._languages[language]
            raise ModelError("Whisper does not know {language}.", language=LANGUAGES[language].english)
        model = self.load()
        start = torch.tensor([[self._ids[START_TOKEN]]], device=model.device)
        logits = model(decoder_input_ids=start, encoder_outputs=(encoded,), use_cache=False).logits[0, -1]
        candidates = torch.tensor(sorted(self._languages.values()), device=logits.device)
        return int(candidates[logits[candidates].argmax()])
