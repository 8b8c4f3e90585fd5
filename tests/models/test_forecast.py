"""How a model would run here is forecast from its files or, before it is downloaded, from the catalog."""

from __future__ import annotations

from pathlib import Path

import pytest

from app.models import forecast
from app.models.inventory import list_models
from app.models.placement import LOAD_MODES
from app.paths import bundled_models


def test_a_model_with_its_own_backbone_needs_nothing_special() -> None:
    if not bundled_models():
        pytest.skip("no model is bundled with this checkout")
    assert forecast.model_memory_needs(bundled_models()[0]) is None
    assert forecast.plan_for(list_models(Path("/nowhere"))[0]) is None


def test_a_model_that_is_not_installed_is_planned_by_the_catalog() -> None:
    plan = forecast.plan_for(list_models(Path("/nowhere"))[-1])
    assert plan is not None
    assert tuple(option.mode for option in plan.options) == LOAD_MODES
