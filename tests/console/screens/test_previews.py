"""The host of NEXT is seen alive: out of its prepared idle loop, when the engine draws somebody else."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QBuffer, QIODevice
from PySide6.QtGui import QColor, QImage

from console.screens.previews import LOOP_RATE, LoopPreview
from console.show.rundown.cue_state import CueState
from console.show.rundown.preset import Preset
from console.show.rundown.rundown import Item, Rundown
from console.show.state.console_state import AvatarTile, ConsoleState, loop_of_next
from engine.files.idle_loop import writing

COLOURS = ("#ff0000", "#00ff00", "#0000ff", "#ffffff")


def jpeg(colour: str) -> bytes:
    image = QImage(64, 36, QImage.Format.Format_RGB32)
    image.fill(QColor(colour))
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "JPG", 95)  # type: ignore[call-overload]
    return bytes(buffer.data().data())


@pytest.fixture
def loop(tmp_path: Path) -> Path:
    """Four pictures in four seconds."""
    path = tmp_path / "hao.idle"
    with writing(path, width=64, height=36, rate=1, count=4, loop=4 * 48_000) as file:
        for colour in COLOURS:
            file.add(jpeg(colour))
    return path


@pytest.fixture
def preview() -> Iterator[LoopPreview]:
    made = LoopPreview()
    yield made
    made.close()


def test_the_loop_goes_on_with_the_clock_and_comes_back(preview: LoopPreview, loop: Path) -> None:
    preview.follow(str(loop))
    seen = []
    for second in range(6):
        image = preview.newest(float(second))
        assert image is not None
        red, green, blue, _ = image.pixelColor(32, 18).getRgb()  # type: ignore[misc]
        seen.append((red > 128, green > 128, blue > 128))
    red, green, blue, white = (True, False, False), (False, True, False), (False, False, True), (True, True, True)
    assert seen == [red, green, blue, white, red, green]


def test_it_gives_few_pictures_a_second(preview: LoopPreview, loop: Path) -> None:
    preview.follow(str(loop))
    looks = [preview.newest(100 + look / 30) for look in range(30)]
    assert sum(image is not None for image in looks) == LOOP_RATE


def test_a_loop_that_is_not_there_or_broken_is_none(preview: LoopPreview, loop: Path, tmp_path: Path) -> None:
    for file in (str(tmp_path / "gone.idle"), ""):
        preview.follow(file)
        assert preview.newest(1.0) is None
    loop.write_bytes(loop.read_bytes()[:200])
    preview.follow(str(loop))
    assert preview.newest(2.0) is None


@pytest.mark.parametrize(("on_air", "file"), [("lin", "/c/hao.idle"), ("hao", ""), ("", "/c/hao.idle")])
def test_only_who_is_not_drawn_already_is_played(on_air: str, file: str) -> None:
    rundown = Rundown((Item("a", Preset(name="A", avatar="hao")),))
    console_state = ConsoleState(
        avatar_id=on_air, avatars=(AvatarTile("lin", "Lin"), AvatarTile("hao", "Hao", loop="/c/hao.idle"))
    )
    console_state.show = replace(
        console_state.show, rundown=rundown, cues=CueState("", "a"), next=rundown.items[0].preset
    )
    assert loop_of_next(console_state) == file
