"""Alarms, the log, what HALL NOW says over its picture, and what a locked window looks like."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, Qt, QUrl
from PySide6.QtGui import QImage
from pytestqt.qtbot import QtBot

from console.show.core.alarms import Alarm, AlarmKind
from console.show.core.enums import SlateKind
from console.show.core.hall_sight import HallSight
from console.show.core.meters import MeterReading
from console.show.core.state import ShowState
from console.show.report.log_lines import REFUSED, LogKind, LogLine
from console.show.state.console_state import ConsoleState
from engine.text import Text, as_text
from tests.ui.console_states import console_state, done
from ui import theme
from ui.widgets.fields.choices import called
from ui.window import VEILED, OperatorWindow

ALARMS = (
    Alarm(AlarmKind.PLAYOUT, "Playout was lost and is starting again (it ended with code -9).", 10.0, 2),
    Alarm(AlarmKind.SCREEN, "The hall's screen is gone: plug it in again; the program comes back by itself.", 40.0),
    Alarm(AlarmKind.IDLE, "The idle loop of Lin cannot be made: there is no room on the disk.", 20.0, subject="lin"),
)


def alarmed(alarms: tuple[Alarm, ...] = ALARMS) -> ConsoleState:
    made = console_state(ShowState.LIVE)
    made.alarm_list, made.now = alarms, 75.0
    return made


def test_the_list_says_of_every_alarm_its_age_its_count_and_its_cure(window: OperatorWindow) -> None:
    window.show_state(alarmed())
    window._open_events()
    told = window._events.alarms.toPlainText()
    for alarm in ALARMS:
        assert alarm.sentence in told and alarm.about.title in told and alarm.about.cure in told
    assert "for 1 min · 2 times" in told and "for 35 s" in told
    window._open_events()
    assert window._events.isHidden()


@pytest.mark.parametrize(("width", "height"), [(1280, 720), (1920, 1080)])
@pytest.mark.parametrize("kind", list(AlarmKind))
def test_the_strip_cuts_no_alarm(window: OperatorWindow, width: int, height: int, kind: AlarmKind) -> None:
    window.resize(width, height)
    long = Alarm(kind, "The file /home/anna/Compere/shows/spring/presets/welcome.toml cannot be used: " * 3)
    window.show_state(alarmed((long, *ALARMS[1:])))
    strip = window._strip
    window.grab()
    inner = int(strip._alarm_place.width()) - 24
    assert strip.alarm_words(inner, strip.height() - 10) == f"▲ {long.about.title}  +2 more"


def test_a_press_on_the_alarms_opens_the_list(window: OperatorWindow, qtbot: QtBot) -> None:
    window.show_state(alarmed())
    window.grab()
    place = window._strip._alarm_place.center().toPoint()
    qtbot.mouseClick(window._strip, Qt.MouseButton.LeftButton, pos=QPoint(place.x(), place.y()))
    assert window._events.isVisible()


def logged() -> ConsoleState:
    made = console_state(ShowState.LIVE)
    reason = as_text("The show is on air already.")
    refused = Text(REFUSED, words=as_text("ARM"), source=as_text("key"), reason=reason)
    made.log_lines = (
        LogLine(
            "20:15:00",
            "report: /home/anna/Shows & more/Spring Gala.html",
            LogKind.NOTE,
            "/home/anna/Shows & more/Spring Gala.html",
        ),
        LogLine("20:14:30", refused, LogKind.REFUSED),
        LogLine("20:14:02", done("GO LIVE"), LogKind.DONE),
        LogLine("20:13:20", Text("Over: {what}", what="The microphone is gone."), LogKind.OVER),
    )
    return made


def test_the_log_is_filtered_by_kind_and_by_words(window: OperatorWindow) -> None:
    window.show_state(logged())
    window._open_events()
    events = window._events
    assert len(events.log.toPlainText().splitlines()) == 4
    events._use_filter(LogKind.REFUSED)
    assert events.log.toPlainText() == "20:14:30 ARM (key) refused: The show is on air already."
    events._use_filter("all")
    events.wanted.setText("go LIVE")
    assert events.log.toPlainText() == "20:14:02 GO LIVE (key)"
    events.wanted.setText("nobody said this")
    assert events.log.toPlainText() == "Nothing of that kind has happened."


def test_a_fault_that_is_over_is_among_the_faults_and_not_in_their_red(window: OperatorWindow) -> None:
    """Both were red: a list of three faults that had gone read as six that stand."""
    made = logged()
    gone = LogLine("20:13:05", "The microphone is gone.", LogKind.FAULT)
    made.log_lines = (*made.log_lines, gone)
    window.show_state(made)
    window._open_events()
    window._events._use_filter(LogKind.FAULT)
    assert window._events.log.toPlainText().splitlines() == [
        "20:13:20 Over: The microphone is gone.",
        "20:13:05 The microphone is gone.",
    ]
    over, standing = window._events.log.toHtml().split("The microphone is gone.")[:2]
    assert theme.hue(theme.GREEN) in over and theme.hue(theme.RED) not in over
    assert theme.hue(theme.RED) in standing


def test_a_path_is_whole_and_leads_to_its_file(window: OperatorWindow) -> None:
    window.show_state(logged())
    window._open_events()
    assert "/home/anna/Shows & more/Spring Gala.html" in window._events.log.toPlainText()
    page = window._events.log.toHtml()
    link = page.split('href="')[1].split('"')[0].replace("&amp;", "&")
    assert QUrl(link).toLocalFile() == "/home/anna/Shows & more/Spring Gala.html"


def frame() -> QImage:
    made = QImage(640, 360, QImage.Format.Format_RGB32)
    made.fill(0x336699)
    return made


@pytest.mark.parametrize(
    ("sight", "title", "words"),
    [
        (HallSight.GONE, "PLAYOUT IS GONE", "backup slate"),
        (HallSight.MISSING, "SCREEN MISSING", "sees nothing of Compere"),
        (HallSight.FROZEN, "PICTURE FROZEN", "for 3 s"),
        (HallSight.UNCHOSEN, "NOBODY SEES THIS", "OUTPUTS"),
    ],
)
def test_hall_now_says_over_the_picture_what_the_hall_sees_instead(
    window: OperatorWindow, sight: HallSight, title: str, words: str
) -> None:
    made = console_state(ShowState.LIVE)
    window.show_program(frame())
    window.show_state(made)
    view = window._program.view
    assert view.notice is None and window._program._meaning.text == "as the hall sees it"
    before = view.grab().toImage().pixelColor(40, view.height() // 2 - 150)
    made.hall, made.frame_age_ms = sight, 3400.0
    window.show_state(made)
    assert view.notice is not None and view.notice.title == title and words in view.notice.words
    frozen = sight is HallSight.FROZEN  # then the hall does see it
    assert window._program._meaning.text == (title if frozen else "the hall does not see this")
    assert view.grab().toImage().pixelColor(40, view.height() // 2 - 150).lightness() < before.lightness()


def test_a_black_slate_is_told_as_black(window: OperatorWindow) -> None:
    made = console_state(ShowState.LIVE)
    made.hall, made.slate = HallSight.GONE, SlateKind.BLACK
    window.show_state(made)
    assert window._program.view.notice is not None and "black" in window._program.view.notice.words


def test_without_its_screen_the_hall_is_not_said_to_see_the_backup_slate(window: OperatorWindow) -> None:
    """The cable was out and playout had died: HALL NOW told of a slate that nobody saw."""
    made = console_state(ShowState.LIVE)
    made.hall = HallSight.GONE
    made.screen = replace(made.screen, choices=made.screen.choices[1:])
    window.show_state(made)
    notice = window._program.view.notice
    assert notice is not None and notice.title == "PLAYOUT IS GONE"
    assert "sees nothing of Compere" in notice.words and "cable" in notice.words and "slate" not in notice.words


@pytest.mark.parametrize(
    ("what", "told"),
    [
        ({}, "microphone OK"),
        ({"mic_muted": True}, "MIC MUTED"),
        ({"mic_meter": MeterReading(no_signal=True)}, "NO SIGNAL"),
        ({"mic_meter": MeterReading(low=True)}, "MIC LOW"),
    ],
)
def test_the_microphone_is_ok_only_when_it_is_heard(window: OperatorWindow, what: dict[str, object], told: str) -> None:
    made = console_state(ShowState.LIVE)
    for name, value in what.items():
        setattr(made, name, value)
    window.show_state(made)
    assert window._sound._mode._heading.note.text == told


@pytest.mark.parametrize(
    ("key", "told"),
    [
        ("|||HALL|1920x1080", "HALL · 1920×1080"),
        ("Epson|EB-L1|77|HDMI-1|1920x1080", "Epson EB-L1 · 1920×1080"),
        ("alsa_input.usb-1", "alsa_input.usb-1"),
    ],
)
def test_a_screen_that_is_not_there_is_called_by_a_name(key: str, told: str) -> None:
    assert called(key) == told


def test_a_locked_window_looks_so_wherever_nothing_acts(window: OperatorWindow) -> None:
    made = console_state(ShowState.LIVE)
    window.show_state(made)
    free = {name: window._placed[name].grab().toImage() for name in VEILED}
    made.show = replace(made.show, locked=True)
    window.show_state(made)
    assert all(veil.isVisible() for veil in window._veils.values())
    shown = window._desk.grab().toImage()
    for name in VEILED:
        place = window._placed[name].geometry()
        before = free[name].pixelColor(place.width() // 2, 8).lightness()
        after = shown.pixelColor(place.left() + place.width() // 2, place.top() + 8).lightness()
        assert after < before, name
    assert window._actions.button("hold").look != window._actions.button("live").look
    made.show = replace(made.show, locked=False)
    window.show_state(made)
    assert not any(veil.isVisible() for veil in window._veils.values())


# -- who is seen ---------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("state", sorted(set(ShowState) - {ShowState.LIVE}))
def test_no_host_is_named_while_the_hall_sees_the_slate_or_black(window: OperatorWindow, state: ShowState) -> None:
    shown = console_state(state)
    shown.drawn = shown.avatar_id
    window.show_state(shown)
    assert window._program._avatar.text == ""


def test_the_host_who_is_really_seen_is_named_while_another_is_loaded(window: OperatorWindow) -> None:
    shown = console_state(ShowState.LIVE)
    before, after = shown.avatars[0], shown.avatars[1]
    shown.drawn, shown.avatar_id = before.id, after.id
    window.show_state(shown)
    assert window._program._avatar.text == f"{before.name}, waiting for {after.name}"
    shown.drawn = after.id
    window.show_state(shown)
    assert window._program._avatar.text == after.name
    shown.drawn = ""  # no engine: the chosen one's idle loop
    window.show_state(shown)
    assert window._program._avatar.text == after.name
    shown.hall = HallSight.GONE
    window.show_state(shown)
    assert window._program._avatar.text == ""


@pytest.mark.parametrize(("width", "height"), [(1920, 1040), (1366, 728), (1216, 680)])
def test_four_alarms_are_seen_whole(window: OperatorWindow, width: int, height: int) -> None:
    window.resize(width, height)
    four = (*ALARMS, Alarm(AlarmKind.LATE, "Too many frames come late: the machine is too slow now.", 5.0))
    window.show_state(alarmed(four))
    window._open_events()
    window._events.layout().activate()
    page = window._events.alarms
    if height > 800:
        assert page.verticalScrollBar().maximum() == 0, "all of them without rolling"
    assert page.height() >= min(page.document().size().height(), 0.5 * window._events.height())
    assert window._events.log.height() > 50


def test_with_one_alarm_the_log_has_the_room(window: OperatorWindow) -> None:
    window.show_state(alarmed(ALARMS[:1]))
    window._open_events()
    window._events.layout().activate()
    assert window._events.log.height() > 2 * window._events.alarms.height()


def test_the_lip_delay_does_not_shine_while_nothing_acts(window: OperatorWindow) -> None:
    shown = console_state()
    window.show_state(shown)
    button = window._health._express.button("off")
    assert button.look == theme.CHOSEN
    shown.show = replace(shown.show, locked=True)
    window.show_state(shown)
    assert button.look == theme.CHOSEN_DIMMED
    shown.show = replace(shown.show, locked=False)
    window.show_state(shown)
    assert button.look == theme.CHOSEN


def test_late_frames_are_red_on_air_only(window: OperatorWindow) -> None:
    for state, colour in ((ShowState.LIVE, theme.RED), (ShowState.STANDBY, theme.MUTED)):
        shown = console_state(state)
        shown.health = replace(shown.health, late_percent=5.0, late_frames=90)
        window.show_state(shown)
        assert window._health._late.value._colour == colour
