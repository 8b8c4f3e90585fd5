"""The token ids around the audio slots: ``before``, n x audio, ``after``."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(frozen=True)
class Prompt:
    """The prompt of an adapter as token ids.

    ``languages`` maps a language code (or ``auto``) to the id that stands in the language's place, the position
    ``language_at`` of ``before``; a prompt without such a place has ``language_at`` None.
    """

    before: tuple[int, ...]
    after: tuple[int, ...]
    audio: int
    language_at: int | None = None
    languages: dict[str, int] = field(default_factory=dict)

    def prefix_ids(self, language: str) -> tuple[int, ...]:
        """``before`` with the language in its place; a language the prompt does not know leaves it at ``auto``."""
        if self.language_at is None:
            return self.before
        chosen = self.languages.get(language, self.languages.get("auto", self.before[self.language_at]))
        return (*self.before[: self.language_at], chosen, *self.before[self.language_at + 1 :])

    def token_ids(self, audio_tokens: int, language: str = "auto") -> list[int]:
        """The whole prompt for a clip of so many audio tokens."""
        return [*self.prefix_ids(language), *[self.audio] * audio_tokens, *self.after]
