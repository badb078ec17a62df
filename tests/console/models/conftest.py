"""A catalogue whose files are small."""

from __future__ import annotations

import pytest

from console.models import fetching, importing, verify
from console.models.catalogue import Part
from tests.console.models.samples import as_published


@pytest.fixture
def published(monkeypatch: pytest.MonkeyPatch) -> tuple[Part, ...]:
    """The small files of `samples` are the published ones, by size and checksum."""
    small = as_published()
    for module in (verify, importing, fetching):
        monkeypatch.setattr(module, "PARTS", small)
    return small
