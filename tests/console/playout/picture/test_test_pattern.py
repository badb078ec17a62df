"""The test pattern and the identify card."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QColor, QGuiApplication, QImage

from console.playout.picture.test_pattern import IDENTIFY_S, Pattern, Place, draw_card, draw_identify
from console.playout.sound.beep import PERIOD
from engine.ipc.messages.kinds import PatternCard
from engine.ipc.rings.samples import SAMPLE_RATE

PLACE = Place(2, "Epson EB-L1", "640×360 at 30")


@pytest.fixture
def pattern(qapp: QGuiApplication) -> Pattern:
    return Pattern(640, 360)


def test_there_is_no_picture_until_one_is_asked_for(pattern: Pattern) -> None:
    assert pattern.kind == "off" and pattern.picture(0) is None


@pytest.mark.parametrize("kind", [kind for kind in PatternCard if kind is not PatternCard.OFF])
def test_each_kind_has_a_picture_of_the_program_s_size(pattern: Pattern, kind: str) -> None:
    pattern.show(kind, PLACE, 0)
    picture = pattern.picture(1000)
    assert isinstance(picture, QImage) and (picture.width(), picture.height()) == (640, 360)
    assert pattern.kind == kind and pattern.beeping == (kind == "beep")


@pytest.mark.parametrize("before", [kind for kind in PatternCard if kind is not PatternCard.OFF])
def test_off_takes_the_picture_away(pattern: Pattern, before: PatternCard) -> None:
    pattern.show(before, PLACE, 0)
    pattern.show(PatternCard.OFF, PLACE, 0)
    assert pattern.kind == "off" and not pattern.beeping and pattern.picture(0) is None


def test_an_identify_card_goes_by_itself_and_a_test_card_stays(pattern: Pattern) -> None:
    pattern.show("identify", PLACE, 100)
    last = 100 + round(IDENTIFY_S * SAMPLE_RATE)
    assert pattern.picture(last - 1) is not None
    assert pattern.picture(last) is None and pattern.kind == "off"
    pattern.show("card", PLACE, 100)
    assert pattern.picture(last * 1000) is not None


def test_the_picture_flashes_with_the_beep_and_only_then(pattern: Pattern) -> None:
    pattern.show("beep", PLACE, 0)
    dark = pattern.picture(PERIOD - 1)
    lit = pattern.picture(PERIOD)
    assert dark is not None and lit is not None and dark != lit
    assert lit.pixelColor(100, 20) == QColor("white") != dark.pixelColor(100, 20)
    assert pattern.picture(PERIOD + SAMPLE_RATE // 25) == dark


def test_the_card_has_all_bars_and_an_edge_on_its_outermost_pixels(qapp: QGuiApplication) -> None:
    card = draw_card(1920, 1080, PLACE)
    bars = [card.pixelColor(480 + 60 + 120 * number, 540).name() for number in range(8)]
    assert bars == ["#ffffff", "#bfbf00", "#00bfbf", "#00bf00", "#bf00bf", "#bf0000", "#0000bf", "#000000"]
    greys = [card.pixelColor(480 + round(87.27 * (number + 0.5)), 630).red() for number in range(11)]
    assert greys == sorted(greys) and greys[0] == 0 and greys[-1] == 255
    for x, y in ((2, 300), (1917, 300), (700, 2), (700, 1077)):
        assert card.pixelColor(x, y).lightness() > 200


def test_two_screens_have_different_cards_and_a_long_name_fits(qapp: QGuiApplication) -> None:
    one = draw_identify(640, 360, PLACE)
    assert one != draw_identify(640, 360, Place(3, "Epson EB-L1", "640×360 at 30"))
    long = draw_identify(640, 360, Place(2, "A very long maker's name and an even longer model " * 3, "1×1"))
    assert all(long.pixelColor(12, y) == long.pixelColor(12, 12) for y in range(12, 348))  # nothing reaches the edge
