"""Texts about a model: its state, how it would run here, what it needs, what its authors published."""

from __future__ import annotations

from html import escape
from typing import TypeAlias

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication, QDateTime, QLocale, Qt

from app.errors import AnnealError
from app.jobs.error_text import error_text, sentence_text
from app.jobs.model_tasks import ModelTask
from app.languages import LANGUAGES
from app.models.catalog import CatalogModel, Score
from app.models.inventory import ModelEntry, RepositoryEntry
from app.models.placement import LoadOption, LoadPlan, MemoryNeeds
from app.models.whisper import MemoryForecast
from app.speech.events import ModelReady
from app.ui.formatting import decimal, device_text, percent, size_text

translate = QCoreApplication.translate
"""All texts of this module are in the translation context ``Models``."""
SHORT_COMMIT_LENGTH = 12
ABOUT = (
    QT_TRANSLATE_NOOP(
        "Models",
        "The published model: Whisper small's encoder, a trained adapter, and DiffusionGemma with 26 billion parameters.",
    ),
    QT_TRANSLATE_NOOP(
        "Models",
        "OpenAI's Whisper, for a second opinion. It writes from left to right: there is no canvas to watch.",
    ),
)
"""The descriptions in the catalogue, marked for translation."""
VALUE_WORDS = (
    QT_TRANSLATE_NOOP("Models", "encoder"),
    QT_TRANSLATE_NOOP("Models", "backbone"),
    QT_TRANSLATE_NOOP("Models", "subsampling"),
    QT_TRANSLATE_NOOP("Models", "projector activation"),
    QT_TRANSLATE_NOOP("Models", "projector norm"),
    QT_TRANSLATE_NOOP("Models", "prompt"),
    QT_TRANSLATE_NOOP("Models", "audio token"),
    QT_TRANSLATE_NOOP("Models", "begin-of-audio token"),
    QT_TRANSLATE_NOOP("Models", "end-of-audio token"),
    QT_TRANSLATE_NOOP("Models", "LoRA rank"),
    QT_TRANSLATE_NOOP("Models", "LoRA alpha"),
    QT_TRANSLATE_NOOP("Models", "canvas length"),
    QT_TRANSLATE_NOOP("Models", "canvas holds"),
    QT_TRANSLATE_NOOP("Models", "steps"),
    QT_TRANSLATE_NOOP("Models", "canvas starts from"),
    QT_TRANSLATE_NOOP("Models", "entropy bound"),
    QT_TRANSLATE_NOOP("Models", "first temperature"),
    QT_TRANSLATE_NOOP("Models", "last temperature"),
    QT_TRANSLATE_NOOP("Models", "guidance"),
    QT_TRANSLATE_NOOP("Models", "acceptance"),
    QT_TRANSLATE_NOOP("Models", "candidates"),
    QT_TRANSLATE_NOOP("Models", "stability"),
    QT_TRANSLATE_NOOP("Models", "confidence"),
    QT_TRANSLATE_NOOP("Models", "tail trained"),
    QT_TRANSLATE_NOOP("Models", "end tokens"),
    QT_TRANSLATE_NOOP("Models", "CTC blank"),
    QT_TRANSLATE_NOOP("Models", "CTC softcap"),
    QT_TRANSLATE_NOOP("Models", "repetitions removed"),
    QT_TRANSLATE_NOOP("Models", "languages"),
    QT_TRANSLATE_NOOP("Models", "seconds clips are padded to"),
    QT_TRANSLATE_NOOP("Models", "seconds of a segment"),
    QT_TRANSLATE_NOOP("Models", "seconds of the window of a cut"),
    QT_TRANSLATE_NOOP("Models", "yes"),
    QT_TRANSLATE_NOOP("Models", "no"),
    QT_TRANSLATE_NOOP("Models", "none"),
    QT_TRANSLATE_NOOP("Models", "nothing"),
    QT_TRANSLATE_NOOP("Models", "not told"),
    QT_TRANSLATE_NOOP("Models", "noise"),
    QT_TRANSLATE_NOOP("Models", "draft"),
    QT_TRANSLATE_NOOP("Models", "assumed"),
    QT_TRANSLATE_NOOP("Models", "checkpoint"),
    QT_TRANSLATE_NOOP("Models", "files"),
    QT_TRANSLATE_NOOP("Models", "source"),
)
"""The names of a model's values, and the words among values and origins, marked for translation."""
LoadForecast: TypeAlias = LoadPlan | MemoryForecast | AnnealError | None
"""How a model can run here; a Whisper's memory; an error where that cannot be determined; None for a small model."""


def about_text(model: CatalogModel) -> str:
    return translate("Models", model.about)


def model_state_text(entry: ModelEntry, in_use: bool, loaded: bool) -> str:
    """Return whether a model is used or installed; ``loaded`` is whether the one in use is ready."""
    if in_use:
        return translate("Models", "in use") if loaded else translate("Models", "chosen")
    return translate("Models", "not installed") if entry.folder is None else translate("Models", "installed")


def task_state_text(task: ModelTask) -> str:
    """Return the state of a download or an import."""
    if task.state == "running":
        return translate("Models", "downloading") if task.kind == "download" else translate("Models", "importing")
    return translate("Models", "stopped") if task.state == "failed" else paused_text()


def paused_text() -> str:
    return translate("Models", "paused")


def forecast_text(forecast: LoadForecast) -> tuple[str, bool]:
    """Return how a model would run on this computer, why, and what to do; and whether that is a warning."""
    if forecast is None:
        return translate("Models", "It is small and runs on any computer."), False
    if isinstance(forecast, AnnealError):
        return error_text(forecast), True
    if isinstance(forecast, MemoryForecast):
        return _memory_text(forecast), not forecast.fits
    chosen = forecast.chosen
    if chosen is None:
        return join_sentences(_cannot_run_sentences(forecast)), True
    gpu = forecast.gpu.title if forecast.gpu is not None else ""
    summary = {
        "bf16": translate("Models", "It runs here whole, in bf16, on {card}: the fastest way."),
        "int4": translate("Models", "It runs here with its experts in 4 bits, on {card}."),
        "offload": translate("Models", "It runs here, but slowly: {card} is too small for all of it."),
        "cpu": translate("Models", "It runs here only on the processor, far too slowly for daily use."),
    }[chosen.mode].format(card=gpu)
    remedy = [error_text(forecast.gpu_problem)] if forecast.gpu_problem is not None else []
    return join_sentences([summary, option_text(chosen), *remedy]), chosen.mode in ("offload", "cpu")


def cannot_run(forecast: LoadForecast) -> bool:
    """Return whether a model has no way to run on this computer."""
    if isinstance(forecast, MemoryForecast):
        return not forecast.fits
    return isinstance(forecast, LoadPlan) and forecast.chosen is None


def _memory_text(forecast: MemoryForecast) -> str:
    """Return where a model that is loaded whole would run, and whether the memory is enough."""
    needed, free = size_text(forecast.needed_bytes), size_text(forecast.free_bytes)
    if forecast.gpu:
        text = translate("Models", "It runs here on {card}, with about {needed} of its memory.")
    elif forecast.fits:
        text = translate("Models", "It runs here on the processor, with about {needed} of memory.")
    else:
        text = translate("Models", "It needs about {needed} of memory, and {free} are free.")
    return text.format(card=forecast.gpu, needed=needed, free=free)


def _cannot_run_sentences(plan: LoadPlan) -> list[str]:
    if plan.gpu_problem is not None:
        reasons = [error_text(plan.gpu_problem)]
    else:
        reasons = list(dict.fromkeys(option_text(option) for option in plan.options))
    return [
        translate("Models", "It cannot run on this computer."),
        *reasons,
        translate("Models", "It needs a machine with an NVIDIA card of at least 24 GB."),
    ]


def option_text(option: LoadOption) -> str:
    """Return why a way of loading fits or does not fit."""
    return sentence_text(option.reason_template, option.facts)


def join_sentences(sentences: list[str]) -> str:
    """Join sentences by spaces, but without one after Chinese punctuation."""
    text = ""
    for sentence in filter(None, sentences):
        text += sentence if not text or text[-1] in "。！？" else f" {sentence}"
    return text


def needs_text(needs: MemoryNeeds) -> str:
    text = translate(
        "Models", "{whole} on a card in bf16, or {packed} with its experts in 4 bits: NVIDIA cards with 24 GB or more."
    )
    return text.format(whole=size_text(needs.bf16_bytes), packed=size_text(needs.int4_bytes))


def to_download_text(size_bytes: int) -> str:
    """Return an estimate of the download, as only the hub knows which files belong to the model now."""
    text = translate("Models", "about {size}; parts you already have are skipped")
    return text.format(size=size_text(size_bytes))


def score_text(score: Score) -> str:
    """Return a text like ``FLEURS, English: 15.7% WER on 150 utterances, 8 steps``."""
    text = translate("Models", "{set}, {language}: {percent} {metric} on {clips} utterances, {steps} steps")
    return text.format(
        set=score.set,
        language=LANGUAGES[score.language].name if score.language in LANGUAGES else score.language,
        percent=percent(score.percent / 100, 1),
        metric=score.metric,
        clips=decimal(score.clips),
        steps=score.steps,
    )


def published_errors_text(model: CatalogModel, most: int | None = None) -> str:
    """Return the results that a model's authors published, ``most`` of them, and the languages without any; a line each."""
    lines = [score_text(score) for score in model.scores[:most]]
    if unevaluated := languages_text(model.unevaluated_languages):
        lines.append(translate("Models", "{languages}: never evaluated by its authors").format(languages=unevaluated))
    return "\n".join(lines)


def published_speed_text(model: CatalogModel) -> str:
    """Return the speeds that a model's authors published, with the steps of each."""
    text = translate("Models", "{speed}× real time at {steps} steps")
    return ", ".join(text.format(speed=decimal(each.times_real_time, 1), steps=each.steps) for each in model.speeds)


def cutting_text(model: CatalogModel) -> str:
    """Return how long speech is cut, as the model's authors do it; empty where they do not tell."""
    names = ("seconds of a segment", "seconds of the window of a cut", "seconds clips are padded to")
    segment_s, window_s, pad_s = (model.profile_value(name) for name in names)
    if None in (segment_s, window_s, pad_s):
        return ""
    text = translate(
        "Models",
        "Cut at the quietest moment in a window of {window} s around {length} s; each part is padded to {padded} s.",
    )
    return text.format(length=decimal(segment_s), window=decimal(window_s), padded=decimal(pad_s))


def value_name(name: str) -> str:
    """Return the name of a value of a model."""
    return translate("Models", name)


def value_text(value: str, origin: str) -> str:
    """Return a value of a model and where it was read, such as ``192 · paper, inference``."""
    return " · ".join(translate("Models", part) for part in (value, origin) if part)


def languages_text(codes: tuple[str, ...]) -> str:
    return ", ".join(LANGUAGES[code].name for code in codes if code in LANGUAGES)


def repository_url(repository: str) -> str:
    """Return the page of a repository, where its licence is agreed to."""
    return f"https://huggingface.co/{repository}"


def repository_html(repository: RepositoryEntry) -> str:
    """Return a link to the page of a repository, and revision, size and licence in a second line."""
    revision = repository.revision[:SHORT_COMMIT_LENGTH] if len(repository.revision) == 40 else repository.revision
    about = [
        translate("Models", "revision {name}").format(name=revision),
        size_text(repository.size_bytes),
    ]
    about += [repository.licence] if repository.licence else []
    if repository.asks_for_contact:
        about.append(translate("Models", "asks for your contact details"))
    link = f'<a href="{repository_url(escape(repository.name))}">{escape(repository.name)}</a>'
    return f"{link}<br>{escape(' · '.join(about))}"


def verified_text(model: ModelEntry) -> str:
    """Return whether and when the files of a model were compared with their checksums."""
    if model.origin == "bundled":
        return translate("Models", "It comes with Anneal.")
    if not model.verifiable:
        return translate("Models", "Not verified: nothing is known of where its files came from.")
    if not model.verified_at:
        return translate("Models", "Not verified. Compare every file with its checksum: press Verify.")
    when = QDateTime.fromString(model.verified_at, Qt.DateFormat.ISODate).toLocalTime()
    date = QLocale().toString(when, QLocale.FormatType.ShortFormat)
    text = (
        translate("Models", "Verified on {date}: every file is as it was fetched.")
        if model.repositories
        else translate("Models", "Verified on {date}: every file is as it was imported.")
    )
    return text.format(date=date)


def in_use_text(ready: ModelReady) -> str:
    text = translate("Models", "{device} ({precision}), tested")
    return text.format(device=device_text(ready.device), precision=ready.precision)


def done_of_total_text(done_bytes: int, total_bytes: int) -> str:
    """Return a text like ``12.3 GB of 53.8 GB``."""
    text = translate("Models", "{done} of {total}")
    return text.format(done=size_text(done_bytes), total=size_text(total_bytes))
