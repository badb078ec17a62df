"""Names for shared memory, and proof that none of it is left behind."""

from __future__ import annotations

import secrets
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

PREFIX = "compere-test-"


def _segments() -> set[str]:
    return {path.name for path in Path("/dev/shm").glob(f"{PREFIX}*")}


@pytest.fixture
def new_name() -> Iterator[Callable[[], str]]:
    """Makes names of segments; what is still there under one of them at the end fails the test."""
    mine: set[str] = set()

    def make() -> str:
        name = PREFIX + secrets.token_hex(4)
        mine.add(name)
        return name

    yield make
    assert not _segments() & mine


@pytest.fixture
def name(new_name: Callable[[], str]) -> str:
    """A name that no segment bears."""
    return new_name()
