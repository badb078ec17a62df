"""Fixtures of the hall in tests."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from .stage import Stage


@pytest.fixture
def stage() -> Iterator[Stage]:
    """Two monitors, a microphone and a loudspeaker of one's own, gone after the test."""
    with Stage() as built:
        yield built
