"""A second language for a test, and English again after it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from unittest.mock import MagicMock

import pytest
from PySide6.QtWidgets import QApplication

from ui.i18n.languages import Languages


@pytest.fixture
def languages(qapp: QApplication, tmp_path: Path) -> Iterator[Languages]:
    """The application's languages; English before and after."""
    made = Languages(qapp, tmp_path, MagicMock())
    yield made
    made.speak("en")
    for translator in made._translators:
        qapp.removeTranslator(translator)
