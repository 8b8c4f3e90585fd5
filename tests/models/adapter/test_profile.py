"""A known adapter's profile: found by name or by ids, each value with its source."""

from __future__ import annotations

from app.models.adapter.profile import AUDIO_TOKENS, find_profile, values_with_origins
from app.models.catalog import INTERFAZE_SMALL
from tests.speech import tiny

NAME = INTERFAZE_SMALL.name


def test_an_adapter_is_known_by_its_name_or_its_audio_tokens() -> None:
    assert find_profile(NAME, [None] * 3)["canvas length"].value == 192
    assert find_profile("mine", [256_000, 258_881, 258_883]) == find_profile(NAME, [None] * 3)
    assert not find_profile("mine", [tiny.BOA, tiny.AUDIO, tiny.EOA])
    assert not find_profile("mine", [None] * 3)


def test_every_value_of_the_profile_has_a_source() -> None:
    assert INTERFAZE_SMALL.profile
    for value in INTERFAZE_SMALL.profile:
        assert value.source.startswith(("paper", "card"))


def test_the_values_of_a_spec_are_listed_with_their_origins() -> None:
    spec = tiny.spec(origins={"canvas length": "paper", "CTC blank": "assumed"}, steps=8)
    rows = {name: (value, origin) for name, value, origin in values_with_origins(spec)}
    assert rows["canvas length"] == (str(tiny.CANVAS), "paper")
    assert rows["CTC blank"] == ("not told", "assumed")
    assert rows["steps"] == ("8", "")
    assert rows["prompt"] == (f"{tiny.BOS} {tiny.BOA}, audio, {tiny.EOA}", "")


def test_the_profile_has_the_ids_by_which_it_is_found() -> None:
    assert set(AUDIO_TOKENS) <= {value.name for value in INTERFAZE_SMALL.profile}
