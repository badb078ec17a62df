"""Drivers: which one an avatar gets, and that one more is a file and two rows."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from unittest.mock import MagicMock

import pytest

from engine import avatar as avatars
from engine import drivers
from engine.avatar import DRIVERS, AvatarError, load_avatar
from engine.driver import DriverError
from engine.drivers import MAKERS, make_driver
from engine.light.driver import LightDriver
from tests.engine.test_avatar import GOOD, folder_with

ROOT = Path(__file__).parents[2]


def test_every_driver_that_an_avatar_may_name_can_be_made() -> None:
    assert set(DRIVERS) == set(MAKERS)


def test_a_drawn_host_gets_the_light_driver() -> None:
    assert isinstance(make_driver(ROOT / "avatars" / "lin", 0.04, 320, 180), LightDriver)


def test_a_filmed_host_without_its_files_says_what_is_missing() -> None:
    with pytest.raises(DriverError, match="nobody has said where its files are"):
        MAKERS["musetalk"]("Mei", 0.04, None)


def test_a_file_and_two_rows_are_all_that_a_new_driver_needs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    made = MagicMock()

    def check(table: Mapping[str, object]) -> None:
        if set(table) - {"model"}:
            raise avatars._SettingError("[puppet] may hold 'model' only")

    monkeypatch.setitem(avatars.DRIVERS, "puppet", check)  # type: ignore[arg-type]
    monkeypatch.setitem(drivers.MAKERS, "puppet", lambda name, ahead_s, neural: made)  # type: ignore[arg-type]
    text = GOOD.replace('driver = "light"', 'driver = "puppet"').replace("[light]\nhair", "[puppet]\nmodel")
    folder = folder_with(tmp_path / "mei", text)
    assert make_driver(folder, 0.04, 320, 180) is made
    (loaded, width, height), settings = made.load.call_args.args, load_avatar(folder).settings
    assert (loaded.driver, width, height, settings) == ("puppet", 320, 180, {"model": "bob"})
    with pytest.raises(AvatarError, match="may hold 'model' only"):
        load_avatar(folder_with(tmp_path / "mei", text.replace("model", "modle")))
