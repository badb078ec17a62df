"""Colours that can be read, and figures that do not dance."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QFontMetricsF
from PySide6.QtWidgets import QApplication

from ui import theme
from ui.theme import Role

AA = 4.5

TEXTS = [theme.TEXT, theme.MUTED, theme.RED, theme.AMBER, theme.GREEN, theme.BLUE]
LOOKS = [
    theme.PLAIN,
    theme.DIMMED,
    theme.AMBER_LOOK,
    theme.BLUE_LOOK,
    theme.GREEN_LOOK,
    theme.RED_LOOK,
    theme.RED_EDGE,
    theme.CHOSEN,
    theme.STRIPED,
    theme.WHITE_EDGE,
    *theme.STRIPS.values(),
]


def test_contrast_is_that_of_the_web_guidelines() -> None:
    assert theme.contrast("#000000", "#ffffff") == pytest.approx(21.0)
    assert theme.contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.01)


@pytest.mark.parametrize("colour", TEXTS)
@pytest.mark.parametrize("ground", [theme.PANEL, theme.WELL])
def test_every_text_stands_out_from_its_panel(colour: str, ground: str) -> None:
    assert theme.contrast(colour, ground) >= AA


@pytest.mark.parametrize("look", LOOKS)
def test_every_button_and_strip_can_be_read(look: theme.Look) -> None:
    assert theme.contrast(look.text, look.ground) >= AA
    if look.ground_end and not look.striped:
        assert theme.contrast(look.text, look.ground_end) >= AA


@pytest.mark.parametrize("role", list(Role))
def test_figures_of_every_role_are_of_one_width(qapp: QApplication, role: Role) -> None:
    measure = QFontMetricsF(theme.font(role, theme.FULL))
    widths = [measure.horizontalAdvance(figure) for figure in "0123456789"]
    assert max(widths) - min(widths) < 0.1


def test_the_bundled_font_is_the_one_in_use(qapp: QApplication) -> None:
    from PySide6.QtGui import QFontInfo

    assert QFontInfo(theme.font(Role.BODY, theme.FULL)).family() == "Inter"
