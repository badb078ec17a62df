from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QApplication

from console.playout.picture.captions import FADE_IN, FADE_OUT, STAYS, CaptionLayer, share_at
from engine.ipc.messages.core import Caption, SetCaptions

WIDTH, HEIGHT = 640, 360
ON = SetCaptions(on=True)


@pytest.fixture
def layer(qapp: QApplication) -> CaptionLayer:
    made = CaptionLayer(WIDTH, HEIGHT)
    made.use(ON)
    return made


def picture(layer: CaptionLayer, pts: int, share: float = 1.0) -> np.ndarray:
    """The program at `pts` over grey: (height, width) uint8, the green of each pixel."""
    image = QImage(WIDTH, HEIGHT, QImage.Format.Format_RGB32)
    image.fill(QColor(128, 128, 128))
    layer.draw(image, pts, share)
    return np.frombuffer(image.constBits(), np.uint8).reshape(HEIGHT, WIDTH, 4)[:, :, 1].copy()


@given(st.integers(0, 10**9), st.integers(0, 10**6), st.integers(-(10**6), 2 * 10**6))
def test_a_fade_is_a_function_of_the_index_alone(since: int, length: int, step: int) -> None:
    until = since + length
    share = share_at(since + step, since, until)
    assert 0.0 <= share <= 1.0
    assert share_at(since, since, until) == 0.0 and share_at(until + FADE_OUT, since, until) == 0.0
    if length > FADE_IN:
        assert share_at(since + FADE_IN, since, until) == 1.0
    if since + step < until:
        assert share_at(since + step + 100, since, until + 100) >= share, "it comes, and does not go before its end"


def test_what_was_heard_stands_in_the_lower_safe_area_and_nowhere_else(layer: CaptionLayer) -> None:
    layer.show(Caption(turn=1, text="Good evening, 各位來賓晚安", from_pts=1000), 1000)
    seen = picture(layer, 1000 + FADE_IN) != 128
    rows, columns = np.flatnonzero(seen.any(axis=1)), np.flatnonzero(seen.any(axis=0))
    margin = round(0.06 * HEIGHT)
    assert rows[0] > HEIGHT * 0.7 and rows[-1] < HEIGHT - margin
    assert columns[0] >= 0.06 * WIDTH - 1 and columns[-1] <= 0.94 * WIDTH
    assert picture(layer, 1000 + FADE_IN).max() > 240, "white letters"


def test_it_comes_with_its_index_and_goes_by_itself(layer: CaptionLayer) -> None:
    layer.show(Caption(turn=1, text="later", from_pts=5000), 1000)
    assert layer.text(4999) == () and (picture(layer, 4999) == 128).all()
    half = picture(layer, 5000 + FADE_IN // 2)
    whole = picture(layer, 5000 + FADE_IN)
    assert (half != 128).any() and half.min() > whole.min(), "half there"
    assert layer.text(5000 + STAYS - 1) == ("later",)
    assert (picture(layer, 5000 + STAYS + FADE_OUT) == 128).all()


def test_only_the_last_two_lines_are_read_and_the_next_word_moves_nothing_that_is_full(layer: CaptionLayer) -> None:
    words = [f"word{number}" for number in range(40)]
    before: tuple[str, ...] = ()
    for count in range(1, 41):
        layer.show(Caption(turn=1, text=" ".join(words[:count]), from_pts=count * 1000), count * 1000)
        lines = layer.text(count * 1000 + FADE_IN)
        assert 1 <= len(lines) <= 2 and lines[-1].endswith(words[count - 1])
        if len(before) == 2 and len(lines) == 2:
            assert lines[0] in before, "the upper line was read before"
        before = lines


def test_more_words_do_not_blink(layer: CaptionLayer) -> None:
    layer.show(Caption(turn=1, text="one", from_pts=1000), 1000)
    at = 1000 + FADE_IN + 4800
    assert layer.text(at) == ("one",)
    layer.show(Caption(turn=1, text="one two", from_pts=at), at)
    assert picture(layer, at).max() > 240, "wholly there at its first tick"


def test_the_other_language_stands_below_in_smaller_letters(layer: CaptionLayer) -> None:
    layer.show(Caption(turn=1, text="Good evening", second="大家晚安", from_pts=1000), 1000)
    assert layer.text(1000 + FADE_IN) == ("Good evening", "大家晚安")


def test_a_second_language_that_comes_later_moves_nothing(layer: CaptionLayer) -> None:
    layer.use(SetCaptions(on=True, second="zh-TW"))
    at = 1000 + FADE_IN
    layer.show(Caption(turn=1, text="Good evening", from_pts=1000), 1000)
    before = picture(layer, at)
    layer.show(Caption(turn=1, text="Good evening", second="大家晚安", from_pts=at), at)
    after = picture(layer, at)
    rows, columns = np.nonzero(before > 200)
    assert len(rows) and (after[rows, columns] > 200).all(), "each letter of the first one stays where it was"
    new_rows = np.nonzero((after > 200) & (before < 200))[0]
    assert len(new_rows) and new_rows.min() > rows.max(), "the second one stands below, with a gap"
    for axis in (0, 1):
        ground = [np.flatnonzero((seen != 128).any(axis=axis))[[0, -1]].tolist() for seen in (before, after)]
        assert ground[0] == ground[1], "and their ground is the same"


def test_an_end_fades_and_drops_what_was_to_come(layer: CaptionLayer) -> None:
    layer.show(Caption(turn=1, text="now", from_pts=1000), 1000)
    layer.show(Caption(turn=1, text="never", from_pts=90_000), 1000)
    layer.end(20_000)
    assert layer.text(20_000) == ("now",) and layer.text(20_000 + FADE_OUT) == ()
    assert layer.text(95_000) == ()
    layer.show(Caption(turn=2, text="next", from_pts=100_000), 100_000)
    layer.show(Caption(turn=2, text="", from_pts=110_000), 110_000)
    assert layer.text(110_000 + FADE_OUT) == ()


def test_captions_that_are_off_cost_and_show_nothing(layer: CaptionLayer) -> None:
    layer.show(Caption(turn=1, text="seen", from_pts=1000), 1000)
    layer.use(SetCaptions(on=False))
    layer.show(Caption(turn=1, text="unseen", from_pts=2000), 2000)
    assert (picture(layer, 1000 + FADE_IN) == 128).all() and layer.text(3000) == ()


def test_place_size_and_plate_are_the_presets(layer: CaptionLayer) -> None:
    layer.use(SetCaptions(on=True, place="top", size=10.0, plate=0.0, margin=10.0))
    layer.show(Caption(turn=1, text="up here", from_pts=1000), 1000)
    seen = picture(layer, 1000 + FADE_IN)
    rows = np.flatnonzero((seen != 128).any(axis=1))
    assert rows[0] >= HEIGHT * 0.1 and rows[-1] < HEIGHT / 2
    corner = seen[rows[0], :]
    assert (corner == 128).any(), "no plate: the picture is seen beside the letters"
    assert seen.max() > 240 and seen.min() < 90, "white with a dark edge"


def test_a_picture_is_drawn_once_for_each_text(layer: CaptionLayer, monkeypatch: pytest.MonkeyPatch) -> None:
    drawn: list[object] = []
    draw = CaptionLayer._draw

    def counted(layer: CaptionLayer, first: tuple[str, ...], second: tuple[str, ...]) -> object:
        drawn.append(first)
        return draw(layer, first, second)

    monkeypatch.setattr(CaptionLayer, "_draw", counted)
    for tick in range(30):
        if tick in (0, 3, 6, 9):
            text = {0: "a", 3: "a b", 6: "a b ", 9: "a b c"}[tick]
            layer.show(Caption(turn=1, text=text, from_pts=tick * 1600), tick * 1600)
        picture(layer, tick * 1600)
    assert len(drawn) == 3


def test_chinese_is_written_as_in_its_own_place(layer: CaptionLayer) -> None:
    layer.use(SetCaptions(on=True, language="zh-CN", second="zh-TW"))
    first, second = layer._font(1.0)[0].families(), layer._font(0.72)[0].families()
    assert first[0] == second[0] == "Inter"
    assert first[1:] != second[1:] and set(first) == set(second), "the same fonts, each with its own place's before"
