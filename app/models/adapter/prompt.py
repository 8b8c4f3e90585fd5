"""The prompt of an adapter: token ids before the audio, one audio token per slot, token ids after it."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(frozen=True)
class Prompt:
    """Token ids around the audio slots. The names of the fields are keys of ``adapter.json``."""

    before: tuple[int, ...]
    after: tuple[int, ...]
    audio: int
    """The id that fills the audio slots."""
    language_at: int | None = None
    """Index in ``before`` of the token that names the language; None for a prompt without one."""
    languages: dict[str, int] = field(default_factory=dict)
    """The id of that token by language code; ``auto`` for an unknown language."""

    def prefix_ids(self, language: str) -> tuple[int, ...]:
        """Return the ids before the audio, with the token of ``language`` or, where the prompt has none for it, of ``auto``."""
        if self.language_at is None:
            return self.before
        token = self.languages.get(language, self.languages.get("auto", self.before[self.language_at]))
        return (*self.before[: self.language_at], token, *self.before[self.language_at + 1 :])

    def token_ids(self, audio_tokens: int, language: str = "auto") -> list[int]:
        """Return the whole prompt for a clip with so many audio tokens."""
        return [*self.prefix_ids(language), *[self.audio] * audio_tokens, *self.after]
