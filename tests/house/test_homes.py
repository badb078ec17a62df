"""The folder that a test is given in place of the user's: empty, whatever the test before has left in its own."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.conftest import Homes


def test_a_folder_in_which_nothing_was_written_is_lent_again() -> None:
    homes = Homes()
    folder = homes.lend()
    homes.take_back(folder)
    assert homes.lend() == folder
    assert {each.name for each in folder.iterdir()} == set(Homes.FOLDERS.values())
    homes.take_back(folder)
    homes.close()
    assert not folder.exists()


@pytest.mark.parametrize(
    "change",
    [
        lambda folder: (folder / "config" / "settings.toml").touch(),
        lambda folder: (folder / "run" / "console").mkdir(),
        lambda folder: (folder / "beside").touch(),
        lambda folder: (folder / "home").rmdir(),
        lambda folder: (folder / "cache").chmod(0o500),
        lambda folder: ((folder / "data").rmdir(), (folder / "data").symlink_to("/")),
        lambda folder: shutil.rmtree(folder),
    ],
)
def test_one_that_was_changed_is_gone(change: Callable[[Path], object]) -> None:
    homes = Homes()
    folder = homes.lend()
    change(folder)
    homes.take_back(folder)
    assert not folder.exists()
    other = homes.lend()
    assert other != folder and not any(any(each.iterdir()) for each in other.iterdir())
    homes.take_back(other)
    homes.close()


def test_two_at_a_time_are_two() -> None:
    homes = Homes()
    one, other = homes.lend(), homes.lend()
    assert one != other
    homes.take_back(one)
    homes.take_back(other)
    homes.close()
    assert not one.exists() and not other.exists()
