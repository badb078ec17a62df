"""Fixtures of the hall in tests."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.hall.rig import meter
from tests.hall.rig.stage import Stage


@pytest.fixture(scope="session", autouse=True)
def filmed_coarsely() -> Iterator[None]:
    """How soon something is seen is the bench's to say: here the show has the machine to itself, as far as may be."""
    meter.usual_rates = meter.COARSE
    yield
    meter.usual_rates = meter.FINE


@pytest.fixture
def stage() -> Iterator[Stage]:
    """Two monitors, a microphone and a loudspeaker of one's own, gone after the test."""
    with Stage() as built:
        yield built
