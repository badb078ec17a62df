from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

from hypothesis import assume, given
from hypothesis import strategies as st
from PySide6.QtWidgets import QApplication

from ui.display.screens import ScreenIdentity, find_screen

ROOT = Path(__file__).parents[3]
EPSON = ScreenIdentity("Epson", "EB-L", "X9", "HDMI-1", "1920x1080")
DELL = ScreenIdentity("Dell", "U27", "A1", "DP-1", "2560x1440")
BARE = ScreenIdentity("", "", "", "VGA-1", "1024x768")

word = st.sampled_from(["", "a", "b"])
identity = st.builds(
    ScreenIdentity, word, word, word, st.sampled_from(["HDMI-1", "DP-1", "DP-2"]), st.sampled_from(["1x1", "2x2"])
)
screens = st.lists(identity, max_size=4, unique_by=lambda screen: screen.connector)


@given(wanted=identity)
def test_a_key_says_all_that_is_known(wanted: ScreenIdentity) -> None:
    assert ScreenIdentity.from_key(wanted.key) == wanted


def test_a_bare_word_is_a_connector_and_words_are_for_people() -> None:
    assert ScreenIdentity.from_key(" HDMI-1 ") == ScreenIdentity("", "", "", "HDMI-1", "")
    assert EPSON.words == "Epson EB-L · 1920x1080" and BARE.words == "VGA-1 · 1024x768"


@given(present=screens, wanted=identity, avoid=identity)
def test_the_operators_own_screen_is_never_the_answer(
    present: list[ScreenIdentity], wanted: ScreenIdentity, avoid: ScreenIdentity
) -> None:
    found = find_screen(wanted.key, present, avoid.key)
    assert found is None or (found in present and found != avoid)


@given(present=screens, number=st.integers(0, 3))
def test_a_screen_that_is_there_is_found_as_itself(present: list[ScreenIdentity], number: int) -> None:
    assume(number < len(present))
    wanted = present[number]
    found = find_screen(wanted.key, present)
    assert found is not None
    if found != wanted:  # only a display with the same serial may stand in its place, and never with the right cable
        raise AssertionError(f"{found} for {wanted}")


@given(present=screens, number=st.integers(0, 3), connector=st.sampled_from(["HDMI-1", "DP-1", "DP-2"]))
def test_a_display_is_known_by_its_serial_whatever_it_is_plugged_into(
    present: list[ScreenIdentity], number: int, connector: str
) -> None:
    assume(number < len(present) and present[number].serial)
    wanted = present[number]
    named = [s for s in present if (s.maker, s.model, s.serial) == (wanted.maker, wanted.model, wanted.serial)]
    assume(len(named) == 1)
    moved = ScreenIdentity(wanted.maker, wanted.model, wanted.serial, connector, "9x9")
    assert find_screen(moved.key, present) == wanted


def test_the_order_of_the_screens_does_not_matter() -> None:
    for present in ([EPSON, DELL, BARE], [BARE, DELL, EPSON]):
        for screen in present:
            assert find_screen(screen.key, present) == screen
        assert find_screen("HDMI-1", present) == EPSON


def test_another_make_at_the_same_connector_is_another_screen() -> None:
    other = ScreenIdentity("Acer", "P1", "Z", "HDMI-1", "1920x1080")
    assert find_screen(EPSON.key, [DELL, other]) is None
    twin = ScreenIdentity("Epson", "EB-L", "X8", "HDMI-1", "1920x1080")
    assert find_screen(EPSON.key, [DELL, twin]) == twin


def test_a_screen_without_a_name_is_known_by_its_connector_and_not_by_its_size() -> None:
    assert find_screen(BARE.key, [ScreenIdentity("", "", "", "VGA-1", "800x600")]) is not None
    assert find_screen(BARE.key, [ScreenIdentity("", "", "", "VGA-2", "1024x768")]) is None


def test_nothing_chosen_or_nothing_there_is_nothing() -> None:
    assert find_screen("", [EPSON, DELL]) is None
    assert find_screen(EPSON.key, []) is None
    assert find_screen(EPSON.key, [EPSON], EPSON.key) is None


def test_a_real_screen_has_an_identity(qapp: QApplication) -> None:
    found = ScreenIdentity.of(QApplication.primaryScreen())
    assert "x" in found.size and ScreenIdentity.from_key(found.key) == found


TWO_SCREENS = {
    "screens": [
        {"name": "OP", "x": 0, "y": 0, "width": 800, "height": 600},
        {"name": "HALL", "x": 800, "y": 0, "width": 640, "height": 360},
    ]
}

KEEP = """
from PySide6.QtCore import QDeadlineTimer, QRect
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from ui.display.hall import HallWindow
from ui.display.screens import HallScreenGuard, ScreenIdentity

app = QApplication([])
own, hall = QApplication.screens()
key = ScreenIdentity.of(hall).key
operator = ScreenIdentity.of(own).key
window = HallWindow("program", on_top=True)
keeper = HallScreenGuard(window)
conditions = []
keeper.condition_changed.connect(conditions.append)


def wait(condition):
    deadline = QDeadlineTimer(5000)
    while not condition():
        assert not deadline.hasExpired(), conditions
        QTest.qWait(5)


assert keeper.condition == "none" and not window.isVisible()
keeper.choose(key, avoid=operator)
assert window.isVisible() and window.geometry() == hall.geometry(), window.geometry()
assert window.screen() is hall and keeper.screen_key == key and keeper.condition == "ok"

keeper.choose("Epson|gone|1|X|1x1", avoid=operator)
assert not window.isVisible() and keeper.condition == "missing"

keeper.choose(operator, avoid=operator)
assert not window.isVisible() and keeper.condition == "missing", "never on the operator's screen"

keeper.choose(key, avoid=operator)
assert window.geometry() == hall.geometry() and keeper.condition == "ok", (window.geometry(), conditions)

conditions.clear()
window.setScreen(own)  # what a cable that is pulled does
window.setGeometry(own.geometry())
wait(lambda: not window.isVisible())
assert conditions == ["missing"], conditions
wait(lambda: window.isVisible() and window.geometry() == hall.geometry() and window.screen() is hall)
assert conditions == ["missing", "ok"], conditions

window.setGeometry(QRect(810, 10, 100, 100))  # nobody told, but the look once a second sees it
wait(lambda: not window.isVisible())
wait(lambda: window.geometry() == hall.geometry() and window.isVisible())

window.hide()
keeper.place_again()
assert window.isVisible() and window.geometry() == hall.geometry()

keeper.choose("", windowed=True, avoid=operator)
facts = (window.isVisible(), window.isFullScreen(), keeper.condition)
assert facts == (True, False, "windowed"), facts
keeper.choose("", avoid=operator)
facts = (window.isVisible(), keeper.condition)
assert facts == (False, "none"), facts
keeper.choose(key, avoid=operator)
keeper.choose(key, avoid=key)
assert not window.isVisible() and keeper.condition == "missing", "the operator's window came onto it"
keeper.hold_on_air(True)
wait(lambda: window.isVisible() and window.geometry() == hall.geometry())  # on air the hall keeps its picture
keeper.choose("Epson|gone|1|X|800x600", avoid=operator)
assert not window.isVisible(), "and yet the operator's own is never taken for another"
sizes = {identity.size for identity in keeper.present()}
assert sizes == {"800x600", "640x360"}, sizes
"""


MIRRORED = """
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from ui.display.hall import HallWindow
from ui.display.screens import HallScreenGuard, ScreenIdentity

app = QApplication([])
own, hall = QApplication.screens()
assert own.geometry() == hall.geometry()
window = HallWindow("program", on_top=True)
keeper = HallScreenGuard(window)
keeper.choose(ScreenIdentity.of(hall).key, avoid=ScreenIdentity.of(own).key)
assert not window.isVisible() and keeper.condition == "missing", keeper.condition
QTest.qWait(1500)
assert not window.isVisible(), "nor once a second"
"""


def test_a_screen_that_shows_the_same_as_the_operators_is_refused(tmp_path: Path) -> None:
    same = [{"name": name, "x": 0, "y": 0, "width": 800, "height": 600} for name in ("OP", "HALL")]
    (tmp_path / "screens.json").write_text(json.dumps({"screens": same}))
    ran = subprocess.run(
        [sys.executable, "-c", MIRRORED],
        cwd=ROOT,
        env={**os.environ, "QT_QPA_PLATFORM": f"offscreen:configfile={tmp_path / 'screens.json'}"},
        capture_output=True,
        text=True,
        timeout=60,
    )
    assert ran.returncode == 0, ran.stderr


def test_the_hall_window_is_on_its_screen_or_hidden_and_never_on_the_operators(tmp_path: Path) -> None:
    """Two screens of Qt's own making, in a process of their own."""
    (tmp_path / "screens.json").write_text(json.dumps(TWO_SCREENS))
    ran = subprocess.run(
        [sys.executable, "-c", KEEP],
        cwd=ROOT,
        env={**os.environ, "QT_QPA_PLATFORM": f"offscreen:configfile={tmp_path / 'screens.json'}"},
        capture_output=True,
        text=True,
        timeout=60,
    )
    assert ran.returncode == 0, ran.stderr
