"""The published adapter's profile, each value with its source."""

from __future__ import annotations

from app.models.adapter.profile import profile_values, values_with_origins
from app.models.catalog import INTERFAZE_SMALL
from app.ui.models.texts import VALUE_WORDS
from tests.speech import tiny


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


def test_every_name_is_translated_where_the_window_shows_it() -> None:
    names = {name for name, _, _ in (*values_with_origins(tiny.spec()), *profile_values(INTERFAZE_SMALL))}
    assert names <= set(VALUE_WORDS)


def test_what_the_authors_tell_is_listed_with_its_source() -> None:
    rows = {name: (value, source) for name, value, source in profile_values(INTERFAZE_SMALL)}
    assert rows["canvas length"] == ("192", "paper, inference")
    assert rows["CTC softcap"] == ("no", "paper, training")
    assert rows["languages"] == ("en, de, fr, es, hi, zh", "paper, training")
