"""The page of a host in the making: it shows the box and the mask, follows the hand, and requests."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QColor, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog

from console.show.core.state import ShowState
from console.show.state.build_view import BuildPlan, BuildView
from console.show.state.console_state import ConsoleState
from tests.ui.console_states import console_state
from ui.panels.edit.edit_build import BuildPage
from ui.widgets.hold_button import HoldButton
from ui.window import OperatorWindow

Requests = list[tuple[str, object]]


def editing(build: BuildView, state: ShowState = ShowState.STANDBY) -> ConsoleState:
    shown = console_state(state)
    shown.show = replace(shown.show, editing=True)
    shown.build = build
    return shown


def show(window: OperatorWindow, shown: ConsoleState) -> None:
    window.show_state(shown)
    QApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest)


@pytest.fixture
def view(tmp_path: Path) -> BuildView:
    picture = QImage(640, 360, QImage.Format.Format_RGB32)
    picture.fill(QColor("#446688"))
    picture.save(str(tmp_path / "first.png"))
    return BuildView(
        BuildPlan("clip.mp4", "Mei", "CC0-1.0"),
        str(tmp_path / "first.png"),
        (640, 360),
        10.0,
        faces=((280, 100, 360, 200),),
        box=(280, 100, 360, 200),
        outline=((280, 150), (360, 150), (340, 195), (300, 195)),
    )


@pytest.fixture
def requests(window: OperatorWindow) -> Requests:
    found: Requests = []
    window.action_requested.connect(lambda action, argument, source: found.append((action, argument)))
    return found


@pytest.fixture
def page(window: OperatorWindow, requests: Requests, view: BuildView) -> BuildPage:
    show(window, editing(view))
    window._edit.show_page("avatars")
    show(window, editing(view))
    return window._edit.avatars.build


def at(page: BuildPage, x: float, y: float) -> QPoint:
    place = page.box.place()
    scale = place.width() / 640
    return QPoint(round(place.left() + x * scale), round(place.top() + y * scale))


def drag(page: BuildPage, start: QPoint, end: QPoint) -> None:
    QTest.mousePress(page.box, Qt.MouseButton.LeftButton, pos=start)
    QTest.mouseMove(page.box, end)
    QTest.mouseRelease(page.box, Qt.MouseButton.LeftButton, pos=end)


def box_of(requests: Requests) -> tuple[int, ...]:
    action, argument = requests[-1]
    assert action == "plan_build"
    assert isinstance(argument, dict)
    found: tuple[int, ...] = argument["box"]
    return found


def test_the_page_stands_in_the_lists_place_while_a_host_is_made(
    window: OperatorWindow, page: BuildPage, view: BuildView
) -> None:
    assert page.isVisible() and page.name.text() == "Mei"
    show(window, editing(BuildView()))
    assert not page.isVisible()


def test_the_box_is_moved_by_its_middle(page: BuildPage, requests: Requests) -> None:
    drag(page, at(page, 320, 150), at(page, 340, 160))
    assert box_of(requests) == pytest.approx((300, 110, 380, 210), abs=3)


def test_a_corner_is_moved_alone(page: BuildPage, requests: Requests) -> None:
    drag(page, at(page, 360, 200), at(page, 400, 240))
    assert box_of(requests) == pytest.approx((280, 100, 400, 240), abs=3)


def test_beside_the_box_a_new_one_is_drawn_whichever_way(page: BuildPage, requests: Requests) -> None:
    drag(page, at(page, 200, 300), at(page, 100, 150))
    assert box_of(requests) == pytest.approx((100, 150, 200, 300), abs=3)


def test_a_slip_of_the_hand_is_no_box(page: BuildPage, requests: Requests) -> None:
    drag(page, at(page, 100, 150), at(page, 103, 153))
    assert requests == []


def test_a_box_never_leaves_the_picture(page: BuildPage, requests: Requests) -> None:
    drag(page, at(page, 320, 150), at(page, 320, 20))
    assert box_of(requests)[1] == 0


def test_arrow_keys_move_the_box_by_a_pixel(page: BuildPage, requests: Requests) -> None:
    page.box.setFocus()
    QTest.keyClick(page.box, Qt.Key.Key_Right)
    assert box_of(requests) == (281, 100, 361, 200)
    QTest.keyClick(page.box, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    assert box_of(requests) == (280, 100, 360, 201)


def test_a_measure_of_the_mask_is_requested_as_a_whole_number(page: BuildPage, requests: Requests) -> None:
    page.numbers["chin"].setValue(88)
    assert requests == [("plan_build", {"chin": 88})]


def press(page: BuildPage, name: str) -> None:
    found = [each for each in page.findChildren(HoldButton) if each.accessibleName() == name and each.isVisible()]
    QTest.mousePress(found[0], Qt.MouseButton.LeftButton)


def test_make_stop_and_close_are_requested(
    window: OperatorWindow, page: BuildPage, requests: Requests, view: BuildView
) -> None:
    press(page, "MAKE")
    show(window, editing(replace(view, busy="preparing the pictures", done=5, total=20)))
    assert page._bar.part == 0.25
    press(page, "STOP")
    press(page, "CLOSE")
    assert requests == [("start_build", None), ("stop_build", None), ("close_build", None)]


def test_how_it_ended_and_the_advice_are_told(window: OperatorWindow, page: BuildPage, view: BuildView) -> None:
    advice = ("The head moves quickly: ask for calm, small movements.",)
    show(window, editing(replace(view, told="The host Mei is there.", advice=advice, finished=True)))
    assert page._told.text == f"The host Mei is there.\n{advice[0]}"


def test_where_no_face_was_found_the_page_says_what_to_do(
    window: OperatorWindow, page: BuildPage, view: BuildView
) -> None:
    show(window, editing(replace(view, faces=(), box=(), outline=())))
    assert "draw the box by hand" in page._told.text


def test_a_clip_is_chosen_in_a_dialog(window: OperatorWindow, requests: Requests) -> None:
    show(window, editing(BuildView()))
    window._edit.show_page("avatars")
    show(window, editing(BuildView()))
    QTest.mousePress(window._edit.avatars._film, Qt.MouseButton.LeftButton)
    dialog = window.findChild(QFileDialog)
    dialog.fileSelected.emit("/clips/mei.mp4")
    dialog.close()
    assert requests == [("look_stores", None), ("look_clip", "/clips/mei.mp4")]


def test_the_numbers_can_be_read(page: BuildPage) -> None:
    for name, field in page.numbers.items():
        text = field.fontMetrics().horizontalAdvance(field.text())
        assert field.lineEdit().width() - 16 >= text, name
