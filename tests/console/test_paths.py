from __future__ import annotations

import os
import warnings
from pathlib import Path

import pytest

from console import paths

FOLDERS = (paths.data_folder, paths.cache_folder, paths.log_folder, paths.runtime_folder, paths.recordings_folder)


def test_one_variable_moves_all_of_the_users_folders(home: Path) -> None:
    for folder in FOLDERS:
        assert home in folder().parents
    assert len({folder() for folder in FOLDERS}) == len(FOLDERS)


def test_without_it_they_lie_where_the_system_wants_them(monkeypatch: pytest.MonkeyPatch, home: Path) -> None:
    monkeypatch.delenv("COMPERE_HOME")
    for folder in FOLDERS:
        assert "compere" in folder().parts and home not in folder().parents
        assert home.parent in folder().parents, "XDG's variables are minded"


def test_asking_makes_nothing(home: Path) -> None:
    for folder in FOLDERS:
        folder()
    paths.avatar_roots()
    paths.preset_roots()
    assert list(home.iterdir()) == []


def test_the_users_own_avatars_and_presets_come_first_and_ours_are_there(home: Path) -> None:
    for roots, what in ((paths.avatar_roots(), "avatars"), (paths.preset_roots(), "presets")):
        assert roots[0] == home / "data" / what
        assert roots[-1].is_dir() and any(roots[-1].iterdir())
    assert (paths.bundled("assets") / "demo-mc.ogg").is_file()


def test_a_runtime_folder_that_others_may_enter_is_not_used(monkeypatch: pytest.MonkeyPatch, home: Path) -> None:
    """The check is platformdirs's own, from the version on that pyproject.toml names."""
    monkeypatch.delenv("COMPERE_HOME")
    shared = home / "shared"
    shared.mkdir()
    shared.chmod(0o777)
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(shared))
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        assert shared not in paths.runtime_folder().parents


def test_where_the_system_has_none_the_sockets_lie_in_a_folder_of_the_users_own(
    monkeypatch: pytest.MonkeyPatch, home: Path
) -> None:
    monkeypatch.delenv("COMPERE_HOME")

    def refuse(*_: object, **__: object) -> str:
        raise PermissionError("somebody else's")

    monkeypatch.setattr("platformdirs.user_runtime_dir", refuse)
    first, spare = paths.runtime_folders()
    assert first != spare and first.name.startswith(f"compere-{os.getuid()}-")
    assert paths.runtime_folders() == [first, spare], "and stop finds them again"
