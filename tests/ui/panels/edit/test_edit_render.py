"""The page of films: it shows the plan and the queue, and requests."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication, QFileDialog
from pytestqt.qtbot import QtBot

from console.show.core.state import ShowState
from console.show.state.console_state import AvatarTile, ConsoleState
from console.show.state.film_view import FilmLine, FilmPlan, FilmState
from tests.ui.console_states import console_state
from tests.ui.recorder import drawn, watching
from ui.panels.edit.edit_render import FilmCard, RenderPage
from ui.widgets.hold_button import HoldButton
from ui.widgets.text.note import Note

Requests = list[tuple[str, object]]
PLAN = FilmPlan("lin", "/show/welcome.wav", "/show/welcome lin.mp4", rate="29.97")
QUEUE = (
    FilmLine(1, "one.mp4", "Lin", FilmState.DONE, 1.0),
    FilmLine(2, "two.mp4", "Lin", FilmState.MAKING, 0.42, 67.0),
    FilmLine(3, "three.mp4", "Hao", FilmState.WAITING),
    FilmLine(4, "four.mp4", "Hao", FilmState.FAILED, sentence="four.wav is empty: there is no sound in it."),
    FilmLine(5, "five.mp4", "Hao", FilmState.CANCELLED, 0.2),
)


def planned(**changes: object) -> ConsoleState:
    shown = console_state(ShowState.STANDBY)
    shown.avatars = (AvatarTile("lin", "Lin", driver="light"), AvatarTile("mei", "Mei", driver="musetalk"))
    shown.films = replace(shown.films, plan=PLAN, lines=QUEUE)
    shown.films = replace(shown.films, **changes)  # type: ignore[arg-type]
    return shown


@pytest.fixture
def requests() -> Requests:
    return []


@pytest.fixture
def page(qtbot: object, requests: Requests) -> RenderPage:
    made = RenderPage()
    qtbot.addWidget(made)  # type: ignore[attr-defined]
    made.resize(560, 900)
    made.action_requested.connect(lambda action, argument: requests.append((action, argument)))
    made.show()
    made.show_state(planned())
    QApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest)
    assert requests == [("look_cards", None)]  # whoever opens the page wants to know them
    requests.clear()
    return made


def button(page: RenderPage, name: str) -> HoldButton:
    return next(each for each in page.findChildren(HoldButton) if each.accessibleName() == name)


def card(page: RenderPage, number: int) -> FilmCard:
    return next(each for each in page.findChildren(FilmCard) if each.line.number == number)


def test_each_film_says_how_it_is(page: RenderPage) -> None:
    told = {number: card(page, number).words() for number in range(1, 6)}
    assert told == {
        1: "done",
        2: "42 % · 1:07 left",
        3: "waiting",
        4: "four.wav is empty: there is no sound in it.",
        5: "cancelled",
    }
    assert card(page, 2).accessibleName() == "two.mp4: 42 % · 1:07 left"


def test_a_film_of_the_small_decoder_says_that_it_is_approximate(page: RenderPage) -> None:
    page.show_state(planned(lines=(replace(QUEUE[0], approximate=True), QUEUE[1])))
    assert card(page, 1).title() == "one.mp4 · Lin · approximate"
    assert card(page, 2).title() == "two.mp4 · Lin"


def test_what_goes_on_can_be_cancelled_and_what_is_over_made_again(page: RenderPage, requests: Requests) -> None:
    for name in ("CANCEL two.mp4", "CANCEL three.mp4", "AGAIN four.mp4", "AGAIN five.mp4"):
        button(page, name).performed.emit()
    assert requests == [("cancel_film", 2), ("cancel_film", 3), ("retry_film", 4), ("retry_film", 5)]
    requests.clear()
    button(page, "OPEN FILM one.mp4").performed.emit()
    assert requests == [("open_film", 1)]


def test_why_a_film_failed_is_to_be_read_whole(page: RenderPage, qtbot: QtBot) -> None:
    why = " ".join(
        ["/a/long/path/to/a/folder/that/is/not/there/four.wav cannot be read as sound:", "it is damaged,"] * 4
    )
    page.show_state(planned(lines=(replace(QUEUE[3], sentence=why),)))
    told = next(each for each in card(page, 4).findChildren(Note) if each.text == why)
    qtbot.waitUntil(lambda: card(page, 4).rect().contains(told.geometry()))
    with watching():
        lines = drawn(told)
    assert " ".join(line.text.strip() for line in lines).replace(" ", "") == why.replace(" ", "")
    assert len(lines) > 3 and lines[-1].ink.bottom() <= told.height()


def test_rate_and_size_are_the_hosts_own_unless_others_are_chosen(page: RenderPage, requests: Requests) -> None:
    shown = planned(plan=replace(PLAN, rate="", width=0, height=0))
    shown.avatars = (AvatarTile("lin", "Lin", width=1920, height=1080, rate=30), AvatarTile("mei", "Mei"))
    page.show_state(shown)
    assert page._rate.currentText() == "the host's own: 30 frames a second"
    assert page._size.currentText() == "the host's own: 1920×1080"
    page._size.device_requested.emit("0x0")
    assert requests == [("plan_film", {"width": 0, "height": 0})]


def test_fields_request_and_the_plan_is_put_into_the_queue(page: RenderPage, requests: Requests) -> None:
    page._rate.device_requested.emit("50")
    page._size.device_requested.emit("1280x720")
    page._avatar.device_requested.emit("mei")
    page._exact.choice_requested.emit("fast")
    button(page, "MAKE THE FILM").performed.emit()
    assert requests == [
        ("plan_film", {"rate": "50"}),
        ("plan_film", {"width": 1280, "height": 720}),
        ("plan_film", {"avatar": "mei"}),
        ("plan_film", {"exact": False}),
        ("add_film", None),
    ]


@pytest.mark.parametrize(
    ("avatar", "cards", "there"),
    [("mei", ("H100", "H100"), True), ("mei", ("H100",), False), ("mei", (), False), ("lin", ("H100", "H100"), False)],
)
def test_cards_are_chosen_only_where_there_are_several_and_a_host_that_needs_one(
    page: RenderPage, avatar: str, cards: tuple[str, ...], there: bool
) -> None:
    page.show_state(planned(plan=replace(PLAN, avatar=avatar), cards=cards))
    assert page._card.isVisible() is there


def test_one_card_is_chosen_or_all_of_them_in_turns(page: RenderPage, requests: Requests) -> None:
    page.show_state(planned(plan=replace(PLAN, avatar="mei", cards="1"), cards=("H100", "L40")))
    words = [page._card.itemText(number) for number in range(page._card.count())]
    assert words == ["any card", "all 2 cards", "0 · H100", "1 · L40"]
    assert page._card.currentText() == "1 · L40"
    page._card.device_requested.emit("0,1")
    assert requests == [("plan_film", {"cards": "0,1"})]


def test_a_file_that_is_there_is_asked_about(page: RenderPage, requests: Requests) -> None:
    assert not button(page, "REPLACE THE FILE").isVisible()
    page.show_state(planned(replacing=True))
    assert button(page, "REPLACE THE FILE").isVisible()
    button(page, "REPLACE THE FILE").performed.emit()
    assert requests == [("add_film", "replace")]


def test_files_are_chosen_while_the_window_goes_on(page: RenderPage, requests: Requests) -> None:
    page._sound.file_requested.emit()
    dialog = page.findChild(QFileDialog)
    assert dialog is not None and not dialog.isModal()
    dialog.fileSelected.emit("/show/other.wav")
    dialog.close()
    page._out.file_requested.emit()
    assert requests == [("plan_film", {"sound": "/show/other.wav"})]
    assert page._dialog is not None
    page._dialog.close()


def test_what_one_waits_for_stands_first(page: RenderPage) -> None:
    assert [each.line.number for each in page._cards] == [2, 3, 4, 5, 1]


def test_the_queue_grows_and_shrinks(page: RenderPage) -> None:
    page.show_state(planned(lines=QUEUE[:2]))
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    assert len(page.findChildren(FilmCard)) == 2
    page.show_state(planned())
    assert len(page.findChildren(FilmCard)) == 5
