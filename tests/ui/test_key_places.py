"""Keys by their place, on any layout, and named as the keyboard prints them."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QCoreApplication, QKeyCombination, Qt
from PySide6.QtGui import QKeyEvent
from pytestqt.qtbot import QtBot

from console.show.core.action_desk import LOCKED
from console.show.core.keymap import KeyMap
from console.show.core.state import ShowState
from tests.ui.console_states import console_state
from ui.key_legends import KeyLegends, legend, read_windows
from ui.key_places import MAC, PLACES, WINDOWS, X11, code_of, place_of
from ui.panels.edit.edit_keys import KeyButton
from ui.translate import print_keys, said
from ui.window import OperatorWindow

Key = Qt.Key
PLAIN, SHIFT, CTRL = (
    Qt.KeyboardModifier.NoModifier,
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.ControlModifier,
)
RUSSIAN = {"M": "Ь", "S": "Ы", "A": "Ф", "L": "Д", "Y": "Н", "Q": "Й"}


def pressed(
    key: int,
    text: str,
    scan: int,
    virtual: int = 0,
    modifiers: Qt.KeyboardModifier = PLAIN,
    kind: QKeyEvent.Type = QKeyEvent.Type.KeyPress,
) -> QKeyEvent:
    return QKeyEvent(kind, key, modifiers, scan, virtual, 0, text)


@pytest.mark.parametrize("system", [X11, WINDOWS, MAC])
def test_every_place_has_one_number_in_every_system(system: dict[int, str]) -> None:
    assert sorted(system.values()) == sorted(PLACES)


@pytest.mark.parametrize(
    ("event", "system", "place"),
    [
        (pressed(0x042C, "ь", 58), "linux", "M"),  # Russian
        (pressed(0x039C, "μ", 58), "linux", "M"),  # Greek
        (pressed(0x0629, "ة", 58), "linux", "M"),  # Arabic
        (pressed(Key.Key_Comma, ",", 58), "linux", "M"),  # AZERTY
        (pressed(Key.Key_Ampersand, "&", 10), "linux", "1"),
        (pressed(Key.Key_QuoteDbl, '"', 11, modifiers=SHIFT), "linux", "2"),  # German, with Shift
        (pressed(0x042C, "ь", 0x32, 0x4D), "win32", "M"),
        (pressed(Key.Key_ParenLeft, "(", 0x0A, 0x39, SHIFT), "win32", "9"),
        (pressed(Key.Key_Slash, "/", 0x135, 0x6F), "win32", ""),  # of the number block
        (pressed(0x042C, "ь", 0, 46), "darwin", "M"),
        (pressed(Key.Key_At, "@", 0, 19, SHIFT), "darwin", "2"),
        (pressed(Key.Key_M, "m", 0), "linux", ""),  # no keyboard made it
        (pressed(Key.Key_1, "1", 87, modifiers=Qt.KeyboardModifier.KeypadModifier), "linux", ""),
        (pressed(Key.Key_F12, "", 96), "linux", ""),
    ],
)
def test_a_place_is_known_by_the_number_that_the_system_gives_it(event: QKeyEvent, system: str, place: str) -> None:
    assert place_of(event, system) == place


@pytest.mark.parametrize(
    ("event", "key"),
    [
        (pressed(Key.Key_M, "m", 0), Key.Key_M),  # told by its letter where there is no number
        (pressed(Key.Key_Exclam, "!", 0, modifiers=SHIFT), Key.Key_1),
        (pressed(Key.Key_F12, "", 96), Key.Key_F12),
        (pressed(0x0423, "у", 26, modifiers=CTRL), Key.Key_E),
    ],
)
def test_a_key_without_a_place_is_known_by_its_name(event: QKeyEvent, key: Qt.Key) -> None:
    assert code_of(event, "linux") == QKeyCombination(event.modifiers(), key).toCombined()


@pytest.mark.parametrize(
    ("place", "plain", "shifted", "told"),
    [
        ("M", "ь", "Ь", "Ь"),
        ("1", "&", "1", "1"),
        ("1", "1", "!", "1"),
        ("M", ",", "?", ","),
        ("[", "^", "¨", "^"),
        ("-", "ß", "?", "ß"),  # its capital would be two letters
        ("M", "", "", ""),
        ("1", "۱", "!", "۱"),
    ],
)
def test_a_place_is_called_what_is_printed_on_it(place: str, plain: str, shifted: str, told: str) -> None:
    assert legend(place, plain, shifted) == told


class Azerty:
    """What Windows says of a French keyboard."""

    def GetKeyboardLayout(self, thread: int) -> int:
        return 0x40C

    def MapVirtualKeyExW(self, code: int, what: int, layout: int) -> int:
        if what == 3:
            return {0x02: 0x31, 0x10: 0x41, 0x32: 0xBC, 0x1A: 0xDD}.get(code, 0)
        return {0x41: 0x41, 0xBC: ord(","), 0xDD: 0x80000000 | ord("^"), 0x31: ord("1")}.get(code, 0)


def test_windows_says_what_its_keyboard_prints() -> None:
    read = read_windows(Azerty())
    assert (read["1"], read["Q"], read["M"], read["["]) == ("1", "A", ",", "^")


def test_the_layout_is_learned_from_presses_where_the_system_does_not_tell(qtbot: QtBot) -> None:
    legends = KeyLegends()
    changes: list[object] = []
    legends.changed.connect(lambda: changes.append(dict(legends.printed)))
    for event in (pressed(0x042C, "ь", 58), pressed(0x042C, "ь", 58), pressed(Key.Key_M, "m", 58)):
        legends.learn(event)
    assert changes == [{"M": "Ь"}, {}]


def test_a_keyboard_that_differs_from_what_was_read_is_read_again(qtbot: QtBot) -> None:
    layouts = [{}, {"M": "Ь", "1": "1", "S": "S"}]
    legends = KeyLegends(reader=lambda: layouts.pop(0))
    legends.learn(pressed(0x042C, "ь", 58))
    legends.learn(pressed(0x042C, "ь", 58))
    assert legends.printed == {"M": "Ь"} and not layouts


@pytest.mark.parametrize(
    ("key", "text", "scan", "action"),
    [
        (0x042C, "ь", 58, ("mode", "mirror")),
        (0x0424, "ф", 38, ("mode", "answer")),
        (0x0414, "д", 46, ("lock", None)),
        (Key.Key_Ampersand, "&", 10, ("next", "1")),
    ],
)
def test_the_show_acts_by_place(
    window: OperatorWindow, key: int, text: str, scan: int, action: tuple[str, object]
) -> None:
    window.show_state(console_state(ShowState.LIVE))
    requests: list[tuple[str, object]] = []
    window.action_requested.connect(lambda *request: requests.append(request[:2]))
    QCoreApplication.sendEvent(window.windowHandle(), pressed(key, text, scan))
    assert requests == [action]


def test_the_key_that_prints_a_letter_elsewhere_does_not_act_for_it(window: OperatorWindow) -> None:
    window.show_state(console_state(ShowState.LIVE))
    requests: list[object] = []
    window.action_requested.connect(lambda *request: requests.append(request))
    QCoreApplication.sendEvent(window.windowHandle(), pressed(Key.Key_M, "m", 47))  # AZERTY's M, right of L
    assert requests == []


def test_the_window_names_keys_as_the_keyboard_prints_them(window: OperatorWindow) -> None:
    window.show_state(console_state(ShowState.LIVE))
    window._legends._use(RUSSIAN)
    told = dict(window._overlay.rows)
    assert "Ь" in told and "M" not in told and window._strip.lock.toolTip().endswith("[Д]")
    locked = said(LOCKED)
    window._legends._use({})
    assert "Д" in locked
    assert "hold L " in said(LOCKED)


def test_a_refused_key_is_named_once_as_the_keyboard_prints_it() -> None:
    keymap = KeyMap(printed={"Q": "A", "A": "Q"})
    print_keys(keymap.printed)
    told = said(keymap.conflict(("take", 0), "A"))
    print_keys({})
    assert told.startswith("Q is ")


def test_a_new_key_is_taken_by_its_place(qtbot: QtBot) -> None:
    button = KeyButton("Key of TAKE")
    qtbot.addWidget(button)
    taken: list[str] = []
    button.key_requested.connect(taken.append)
    button._listen()
    button.keyPressEvent(pressed(0x0427, "ч", 53))
    assert taken == ["X"]
