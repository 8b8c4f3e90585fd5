"""Whisper as its authors decode it: one token after the other, each settled before the next is begun. It is here to compare.

The published model's encoder is that of ``openai/whisper-small``, whose decoder is downloaded along with it. Decoding is
greedy, without timestamps, on 30 s of padded sound: what Whisper was trained on (Radford et al. 2022, arXiv:2212.04356).
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

from app.errors import ModelError
from app.languages import LANGUAGES
from app.models.adapter.spec import WeightsRef
from app.models.hardware import VerifiedDevice, verify_device
from app.models.weights_location import locate_weights
from app.speech.audio import decode as decoding
from app.speech.audio.samples import SAMPLE_RATE_HZ
from app.speech.audio.segmented_source import SegmentedSource
from app.speech.audio.span_reader import read_span
from app.speech.events import (
    TOP_K,
    Event,
    ModelLoading,
    ModelReady,
    SegmentDone,
    SegmentStarted,
    SourceSegmented,
    TranscriptDone,
)
from app.speech.model.loader import DTYPES
from app.speech.options import TranscribeOptions
from app.speech.vocabulary import Vocabulary
from app.transcript.model import Segment, Transcript

REPOSITORY = "openai/whisper-small"
WINDOW_S = 30.0
START_TOKEN, TASK_TOKEN, NO_TIMESTAMPS_TOKEN, END_TOKEN = (
    "<|startoftranscript|>",
    "<|transcribe|>",
    "<|notimestamps|>",
    "<|endoftext|>",
)
_LANGUAGE = re.compile(r"<\|([a-z]{2,3})\|>")


@dataclass(frozen=True, eq=False)
class TokenDecoded:
    """One step of an autoregressive decoder: a token that stays."""

    segment: int
    position: int
    """In the segment, counted from 0."""
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
    """Where a whole Whisper lies: ``own``, or what was downloaded with the model in a folder, beside it or in the hub's cache.

    Raises ``ModelError`` where there is none, or only its encoder.
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
    """Where the hub's Whisper lies; the cache itself where it is nowhere."""
    try:  # a revision keeps to its own name: any encoder beside the model would not do
        return locate_weights(model_folder, "Whisper", "encoder", WeightsRef(repository=REPOSITORY, revision="main"))
    except ModelError:
        return Path(constants.HF_HUB_CACHE)


def _has_decoder(folder: Path) -> bool:
    if not all((folder / name).is_file() for name in ("config.json", "model.safetensors", "tokenizer.json")):
        return False
    try:
        with safe_open(folder / "model.safetensors", framework="pt") as file:
            return any(key.startswith("model.decoder.") for key in file.keys())  # noqa: SIM118  not a mapping
    except (OSError, SafetensorError):
        return False


class Whisper:
    """Whisper in a folder, loaded at first use; used by one thread at a time. Failures are ``AnnealError``s."""

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
        self._load()
        assert self._device is not None
        yield ModelReady(self.title, self._device.name, self._device.precision, self.vocabulary, tuple(self._languages))

    def _load(self) -> WhisperForConditionalGeneration:
        if self._model is not None:
            return self._model
        self._device = verify_device(self._requested_device)
        dtype = DTYPES["bf16" if self._device.precision == "bf16" else "fp32"]
        try:
            with torch.inference_mode(False):
                model = WhisperForConditionalGeneration.from_pretrained(self.folder, local_files_only=True, dtype=dtype)
                model = model.to(self._device.name).eval().requires_grad_(False)
        except (OSError, ValueError, RuntimeError, SafetensorError) as broken:
            why = " ".join(str(broken).split())[:500]
            raise ModelError(
                "Whisper in {folder} cannot be read.", "{reason}.", "Install it again.", folder=self.folder, reason=why
            ) from broken
        tokenizer = Vocabulary.from_file(self.folder / "tokenizer.json", ()).tokenizer
        found = {
            name: tokenizer.token_to_id(name) for name in (START_TOKEN, TASK_TOKEN, NO_TIMESTAMPS_TOKEN, END_TOKEN)
        }
        ids = {name: token for name, token in found.items() if token is not None}
        if len(ids) < len(found):
            raise ModelError(
                "The vocabulary of Whisper in {folder} is another model's.",
                "It lacks {tokens}.",
                "Install it again.",
                folder=self.folder,
                tokens=", ".join(name for name in found if name not in ids),
            )
        self._ids = ids
        self.vocabulary = Vocabulary.from_file(self.folder / "tokenizer.json", (ids[END_TOKEN],))
        named = [(_LANGUAGE.fullmatch(token), number) for token, number in tokenizer.get_vocab().items()]
        self._languages = {name[1]: number for name, number in named if name}
        self._feature_extractor = WhisperFeatureExtractor(feature_size=model.config.num_mel_bins)
        settings = model.generation_config
        self._suppress_tokens = torch.tensor(list(settings.suppress_tokens or ()), dtype=torch.long)
        self._begin_suppress_tokens = torch.tensor(list(settings.begin_suppress_tokens or ()), dtype=torch.long)
        self._model = model
        return model

    @torch.inference_mode()
    def transcribe(
        self, source: Path, options: TranscribeOptions | None = None
    ) -> Generator[Event | TokenDecoded, None, None]:
        """Transcribe a file. Closing the generator stops the work within one token. Language and track count of the options."""
        options = options or TranscribeOptions()
        spent_s = dict.fromkeys(("decode", "encode", "write"), 0.0)
        began = perf_counter()
        blocks = decoding.blocks(source, options.audio_track)
        first = next(blocks)
        spent_s["decode"] += perf_counter() - began
        yield from self.prepare()
        with SegmentedSource() as opened:
            began = perf_counter()
            for _ in opened.read_from(chain([first], blocks), WINDOW_S):
                pass
            spent_s["decode"] += perf_counter() - began
            spans = tuple((cut.start_s, cut.end_s) for cut in opened.spans)
            yield SourceSegmented(str(source), opened.duration_s, spans, opened.peaks)
            if not opened.has_speech:
                raise decoding.no_speech_error(str(source))
            done = []
            for index, cut in enumerate(opened.spans):
                if not cut.speech:
                    segment, work_s = Segment(index, cut.start_s, cut.end_s, "", ended="silence"), 0.0
                else:
                    before_s = sum(spent_s.values())
                    yield SegmentStarted(index, cut.start_s, cut.end_s, self._max_new_tokens)
                    segment = yield from self._decode_segment(
                        index, cut.start_s, cut.end_s, opened.audio(cut), options, spent_s
                    )
                    work_s = sum(spent_s.values()) - before_s
                done.append(segment)
                yield SegmentDone(segment, work_s)
        timings = {**spent_s, "total": sum(spent_s.values())}
        device = str(self._device)
        yield TranscriptDone(
            Transcript(str(source), options.language, opened.duration_s, self.title, device, 0, 0, tuple(done), timings)
        )

    @torch.inference_mode()
    def transcribe_span(
        self, source: Path, start_s: float, end_s: float, options: TranscribeOptions | None = None
    ) -> Generator[Event | TokenDecoded, None, None]:
        """One stretch of a file as a segment of its own: at most ``WINDOW_S`` of it. Else like ``transcribe``.

        Its ``SegmentDone`` does not count the decoding of the file.
        """
        options = options or TranscribeOptions()
        blocks = decoding.blocks(source, options.audio_track)
        first = next(blocks)  # what cannot be heard is refused before a model is loaded for it
        yield from self.prepare()
        sound = yield from read_span(chain([first], blocks), str(source), start_s, end_s)
        spent_s = dict.fromkeys(("encode", "write"), 0.0)
        yield SegmentStarted(0, start_s, end_s, self._max_new_tokens)
        segment = yield from self._decode_segment(0, start_s, end_s, sound, options, spent_s)
        yield SegmentDone(segment, sum(spent_s.values()))

    @property
    def _max_new_tokens(self) -> int:
        """Tokens a segment can get."""
        return int(self._load().config.max_target_positions) - 4

    def _decode_segment(
        self,
        index: int,
        start_s: float,
        end_s: float,
        sound: NDArray[np.float32],
        options: TranscribeOptions,
        spent_s: dict[str, float],
    ) -> Generator[TokenDecoded, None, Segment]:
        """Write one segment token by token."""
        model, ids = self._load(), self._ids
        began = perf_counter()
        mel = self._feature_extractor(sound, sampling_rate=SAMPLE_RATE_HZ, return_tensors="pt").input_features
        heard = model.model.encoder(mel.to(model.device, model.dtype)).last_hidden_state  # (1, 1500, width)
        spent_s["encode"] += perf_counter() - began
        began = perf_counter()
        spoken = self._language_token(heard, options.language)
        following = torch.tensor(
            [[ids[START_TOKEN], spoken, ids[TASK_TOKEN], ids[NO_TIMESTAMPS_TOKEN]]], device=model.device
        )
        cache = None
        written: list[int] = []
        sure: list[float] = []
        while len(written) < self._max_new_tokens:
            out = model(decoder_input_ids=following, encoder_outputs=(heard,), past_key_values=cache, use_cache=True)
            cache = out.past_key_values
            log_probs = self._suppress(out.logits[0, -1].float(), first=not written).log_softmax(-1)
            probs = log_probs.exp()
            top_probs, top_ids = probs.topk(min(TOP_K, len(probs)))
            token = int(top_ids[0])
            entropy = -float((probs * log_probs.clamp(min=torch.finfo(torch.float32).min)).sum())
            spent = perf_counter() - began
            spent_s["write"] += spent
            if token == ids[END_TOKEN]:
                break
            written.append(token)
            sure.append(float(top_probs[0]))
            yield TokenDecoded(
                index, len(written) - 1, token, self.vocabulary.decode(written), entropy,
                top_ids.to(torch.int32).cpu().numpy(), top_probs.to(torch.float16).cpu().numpy(), 1000 * spent,
            )  # fmt: skip
            began = perf_counter()
            following = torch.tensor([[token]], device=model.device)
        return Segment(
            index, start_s, end_s, self.vocabulary.decode(written),
            ended="settled" if len(written) < self._max_new_tokens else "step limit",
            steps=len(written), confidence=sum(sure) / len(sure) if sure else 0.0,
        )  # fmt: skip

    def _suppress(self, logits: Tensor, *, first: bool) -> Tensor:
        """Logits (vocab,) without what the checkpoint says never to write, or not at the beginning."""
        logits[self._suppress_tokens.to(logits.device)] = -torch.inf
        if first:
            logits[self._begin_suppress_tokens.to(logits.device)] = -torch.inf
        return logits

    def _language_token(self, heard: Tensor, asked: str) -> int:
        """The token of the language: the one asked for, or the likeliest of all that Whisper knows."""
        if asked != "auto":
            if asked in self._languages:
                return self._languages[asked]
            raise ModelError("Whisper does not know {language}.", language=LANGUAGES[asked].english)
        model = self._load()
        start = torch.tensor([[self._ids[START_TOKEN]]], device=model.device)
        logits = model(decoder_input_ids=start, encoder_outputs=(heard,), use_cache=False).logits[0, -1]
        known = torch.tensor(sorted(self._languages.values()), device=logits.device)
        return int(known[logits[known].argmax()])
