"""The page of avatars: each card says how its host is, and offers to build it again; old ones can be cleared."""

from __future__ import annotations

from collections.abc import Mapping

import pytest
from PySide6.QtWidgets import QApplication

from console.show.core.state import ShowState
from console.show.state.console_state import AvatarTile, ConsoleState
from console.show.state.store_view import StoreLine, StoresView
from tests.ui.console_states import console_state
from ui.panels.edit.edit_avatars import AvatarsPage

Requests = list[tuple[str, object]]
UNBUILT = "Mei was built with other weights: build it again."
TILES = (
    AvatarTile("lin", "Lin", driver="light", licence="CC0-1.0", size="1920×1080, 30 fps"),
    AvatarTile("mei", "Mei", ready=False, driver="musetalk", note=UNBUILT, licence="only by us"),
)


def stocked(lines: Mapping[str, StoreLine] | None = None, **view: object) -> ConsoleState:
    shown = console_state(ShowState.STANDBY)
    shown.avatars = TILES
    found = {"mei": StoreLine(UNBUILT, True, 480_000_000)} if lines is None else lines
    shown.stores = StoresView(lines=found, **view)  # type: ignore[arg-type]
    return shown


@pytest.fixture
def requests() -> Requests:
    return []


@pytest.fixture
def page(qtbot: object, requests: Requests) -> AvatarsPage:
    made = AvatarsPage()
    qtbot.addWidget(made)  # type: ignore[attr-defined]
    made.resize(560, 700)
    made.action_requested.connect(lambda action, argument: requests.append((action, argument)))
    made.show()
    for _ in range(2):
        made.show_state(stocked())
    assert requests == [("look_stores", None)]
    requests.clear()
    return made


def test_only_a_host_that_must_be_built_again_has_the_button(page: AvatarsPage, requests: Requests) -> None:
    lin, mei = page._cards
    assert not lin.rebuild.isVisible()
    assert mei.rebuild.isVisible() and mei.rebuild.accessibleName() == "REBUILD Mei"
    assert mei.accessibleDescription() == mei.toolTip() == UNBUILT
    mei.rebuild.performed.emit()
    assert requests == [("rebuild", "mei")]


def test_while_it_is_built_the_card_says_how_far_and_can_be_stopped(page: AvatarsPage, requests: Requests) -> None:
    page.show_state(stocked({"mei": StoreLine(UNBUILT, True, 0, part=0.42)}))
    mei = page._cards[1]
    assert mei.accessibleDescription() == "being built again, 42 %"
    assert mei.rebuild.words == "STOP"
    mei.rebuild.performed.emit()
    assert requests == [("stop_rebuild", "mei")]


def test_why_it_could_not_be_built_stands_on_the_card(page: AvatarsPage) -> None:
    sentence = "clip.mp4 is damaged: export it again, as an MP4 file."
    page.show_state(stocked({"mei": StoreLine(UNBUILT, True, told=sentence)}))
    assert page._cards[1].accessibleDescription() == sentence


def test_without_its_clip_there_is_no_button(page: AvatarsPage) -> None:
    page.show_state(stocked({"mei": StoreLine(UNBUILT, False)}))
    assert not page._cards[1].rebuild.isVisible()


def test_what_they_take_is_told_and_old_ones_are_cleared_by_request(page: AvatarsPage, requests: Requests) -> None:
    assert page._told.text == "Prepared hosts take 480 MB on the disk."
    assert not page._clear.isVisible()
    page.show_state(stocked(old=2, old_bytes=1_200_000_000))
    assert page._told.text == "Prepared hosts take 480 MB; besides, 2 of them are old and take 1.20 GB."
    page._clear.performed.emit()
    assert requests == [("clear_stores", None)]
    page.show_state(stocked(told="2 old prepared hosts were deleted, 1.20 GB."))
    assert page._told.text == "2 old prepared hosts were deleted, 1.20 GB."
    QApplication.processEvents()


def test_where_nobody_was_filmed_nothing_is_told(page: AvatarsPage) -> None:
    page.show_state(stocked({}))
    assert not page._told.isVisible() and not page._clear.isVisible()
