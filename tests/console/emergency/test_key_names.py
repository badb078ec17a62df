"""Keys by their place and by their letter, as Linux, X and Windows name them."""

from __future__ import annotations

import pytest

from console.emergency.key_names import BY_PLACE, combination, name_of_keysym
from console.emergency.key_source import NoKeySourceError, open_key_source
from console.emergency.windows_keys import names_of
from console.show.core.keymap import KeyMap, normal


def test_every_usual_key_of_the_show_has_a_place() -> None:
    places = set(BY_PLACE.values())
    for bound in KeyMap().bound:
        assert bound.binding.keys.split("+")[-1] in places, bound.binding.keys


def test_every_name_is_one_that_the_key_map_knows() -> None:
    assert all(normal(name) == name for name in BY_PLACE.values())


@pytest.mark.parametrize(
    ("keysym", "name", "expected"),
    [(0x61, None, "A"), (0x20, "space", "Space"), (0xFF1B, "Escape", "Esc"), (0xFFC9, "F12", "F12"), (0x6C6, None, "")],
)
def test_names_of_x(keysym: int, name: str | None, expected: str) -> None:
    assert name_of_keysym(keysym, name) == expected


def test_modifiers_stand_in_the_order_of_the_key_map() -> None:
    assert combination("I", ctrl=True, alt=False, shift=True, meta=False) == normal("shift+ctrl+i")


@pytest.mark.parametrize(
    ("virtual_key", "scan_code", "flags", "modifiers", "expected"),
    [
        (0x20, 0x39, 0, 0, ("Space",)),
        (0x7B, 0x58, 0, 0, ("F12",)),
        (0x1B, 0x01, 0, 0, ("Esc",)),
        (0x0D, 0x1C, 1, 0, ("Enter",)),  # of the number block
        (0x0D, 0x1C, 0, 1, ("Ctrl+Return",)),
        (0x41, 0x10, 0, 0, ("Q", "A")),  # AZERTY: the key in the place of Q
    ],
)
def test_names_of_windows(
    virtual_key: int, scan_code: int, flags: int, modifiers: int, expected: tuple[str, ...]
) -> None:
    assert names_of(virtual_key, scan_code, flags, modifiers) == expected


def test_a_system_without_a_key_source_says_so_in_one_sentence() -> None:
    for environment, platform in (({}, "linux"), ({"WAYLAND_DISPLAY": "wayland-0"}, "linux"), ({}, "darwin")):
        with pytest.raises(NoKeySourceError, match="X11 or Windows"):
            open_key_source(environment, platform)


def test_a_display_that_is_not_there_is_one_sentence() -> None:
    with pytest.raises(NoKeySourceError, match="cannot be read"):
        open_key_source({"DISPLAY": ":4711"}, "linux")
