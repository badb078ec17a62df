from __future__ import annotations

import pytest

from console.operator_selection import WINDOWED, OperatorSelection
from console.screens import hall_screen
from engine.ipc.messages.core import Device, Screen, World
from ui.translate import known


def screen(key: str, x: int, *, words: str = "", width: int = 100) -> Screen:
    return Screen(key=f"|||{key}|100x100", words=words or key, x=x, y=0, width=width, height=100)


OWN, HALL, MIRROR = screen("OP", 0), screen("HALL", 100), screen("CLONE", 0, width=80)


@pytest.mark.parametrize(
    ("screens", "offered"),
    [
        ([OWN], []),
        ([OWN, MIRROR], []),
        ([OWN, HALL], [HALL, OWN]),
        ([OWN, MIRROR, HALL], [HALL, OWN]),
    ],
)
def test_only_what_can_be_the_halls_is_offered(screens: list[Screen], offered: list[Screen]) -> None:
    keys = [choice.key for choice in hall_screen.offered(screens, OWN.key)]
    assert keys == [*(s.key for s in offered), WINDOWED]


def test_two_screens_of_one_make_are_told_apart_by_their_sockets() -> None:
    twins = [screen("DP-1", 100, words="Epson"), screen("DP-2", 200, words="Epson")]
    words = [choice.words for choice in hall_screen.offered([OWN, *twins], OWN.key)]
    assert words[:3] == ["Epson · DP-1", "Epson · DP-2", "OP (this window goes to another)"]


def test_the_operators_own_screen_is_refused_on_air_and_off_air_only_where_the_window_has_no_other_place() -> None:
    both = [OWN, HALL]
    assert hall_screen.refusal(OWN.key, both, OWN.key, on_air=True) == hall_screen.OWN
    assert hall_screen.refusal(OWN.key, both, OWN.key, on_air=False) == ""
    assert hall_screen.refusal(OWN.key, [OWN], OWN.key, on_air=False) == hall_screen.NO_ROOM
    assert "mirrored" in hall_screen.refusal(MIRROR.key, [OWN, MIRROR], OWN.key, on_air=False)
    assert hall_screen.refusal(HALL.key, both, OWN.key, on_air=True) == ""


@pytest.mark.parametrize(
    ("chosen", "screens", "own", "named"),
    [
        ("", [OWN, MIRROR], OWN.key, "mirrored"),
        ("", [OWN], OWN.key, ""),
        ("", [OWN, MIRROR, HALL], OWN.key, ""),
        (MIRROR.key, [OWN, MIRROR], OWN.key, "mirrored"),
        (MIRROR.key, [OWN, MIRROR, HALL], OWN.key, "mirrored"),
        (HALL.key, [OWN, HALL], OWN.key, ""),
        (HALL.key, [OWN], OWN.key, "gone, or mirrored"),
        (HALL.key, [OWN, screen("DP-9", 300)], OWN.key, "gone: plug it in"),
        (HALL.key, [HALL], HALL.key, "no other is there"),
        (HALL.key, [OWN, HALL], HALL.key, ""),
        (WINDOWED, [OWN, MIRROR], OWN.key, ""),
    ],
)
def test_what_is_wrong_with_the_halls_screen_is_said_in_one_sentence(
    chosen: str, screens: list[Screen], own: str, named: str
) -> None:
    sentence = hall_screen.fault(chosen, screens, own)
    assert named in sentence and bool(sentence) is bool(named)
    assert not sentence or known(sentence), "in every language"


def test_the_first_start_takes_what_is_plainly_the_halls_and_waits_until_the_operators_screen_is_known() -> None:
    world = World(microphones=[Device("hall.monitor", "Monitor"), Device("desk", "Desk")], loudspeakers=[], screens=[])
    assert hall_screen.first_choices(OperatorSelection(), world, OWN.key) == [("mic", "desk")]
    world.screens = [OWN, MIRROR, HALL]
    assert ("screen", HALL.key) in hall_screen.first_choices(OperatorSelection(), world, OWN.key)
    assert ("screen", HALL.key) not in hall_screen.first_choices(OperatorSelection(), world, "")
    world.screens = [OWN, MIRROR]
    assert hall_screen.first_choices(OperatorSelection(microphone="x"), world, OWN.key) == []


def test_a_screen_that_came_back_in_another_form_is_known_by_its_new_key() -> None:
    smaller = Screen(key="|||HALL|64x48", words="HALL", x=100, y=0, width=64, height=48)
    assert hall_screen.whole_key(HALL.key, [OWN, smaller], OWN.key) == smaller.key
    assert hall_screen.whole_key("HALL", [OWN, smaller], OWN.key) == smaller.key
    assert hall_screen.whole_key(HALL.key, [OWN], OWN.key) == HALL.key
    assert hall_screen.whole_key(WINDOWED, [OWN], OWN.key) == WINDOWED and hall_screen.whole_key("", [OWN], "") == ""
