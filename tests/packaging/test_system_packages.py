"""Installing or naming what the operating system lacks."""

from __future__ import annotations

import subprocess
from collections.abc import Callable, Sequence
from types import ModuleType

import pytest

from console.doctor.libraries import RUN_NEEDS, TEST_NEEDS, LibraryKind, Need, packages

Load = Callable[[str], ModuleType]

GLIB = next(need for need in RUN_NEEDS if need.looked_for.startswith("libglib"))
PORTAUDIO = next(need for need in RUN_NEEDS if need.looked_for.startswith("libportaudio"))
FONT = next(need for need in RUN_NEEDS if need.kind is LibraryKind.FONT)


@pytest.fixture
def system_packages(load: Load) -> ModuleType:
    return load("system_packages")


class Apt:
    """An apt that knows some packages, and more after `apt-get update`; its installs may fail at first."""

    def __init__(self, known: set[str], after_update: set[str] | None = None, failures: int = 0) -> None:
        self.known = known
        self.after_update = after_update or set()
        self.failures = failures
        self.updates = 0
        self.installed: list[str] = []

    def __call__(self, command: Sequence[str]) -> subprocess.CompletedProcess[str]:
        code, output = 0, ""
        if command[0] == "apt-cache":
            name = command[-1]
            output = f"{name}:\n  Candidate: {'1.0' if name in self.known else '(none)'}\n"
        elif "update" in command:
            self.updates += 1
            self.known |= self.after_update
        else:
            assert "--no-remove" in command
            if self.failures:
                self.failures -= 1
                code, output = 100, "E: Unable to fetch some archives\n"
            else:
                self.installed += command[command.index("--no-remove") + 1 :]
        return subprocess.CompletedProcess(list(command), code, output, "")


def silent(sentence: str) -> None:
    """Takes what would be said."""


def test_a_new_release_gets_the_new_names_and_an_old_one_the_old(system_packages: ModuleType) -> None:
    noble = Apt({"libglib2.0-0t64", "libglib2.0-0", "libportaudio2"})
    system_packages.apt_install([GLIB, PORTAUDIO], silent, noble)
    assert (noble.installed, noble.updates) == (["libglib2.0-0t64", "libportaudio2"], 0)
    bookworm = Apt({"libglib2.0-0", "libportaudio2"})
    system_packages.apt_install([GLIB, PORTAUDIO], silent, bookworm)
    assert bookworm.installed == ["libglib2.0-0", "libportaudio2"]


def test_empty_package_lists_are_fetched_first(system_packages: ModuleType) -> None:
    apt = Apt(set(), after_update={"libportaudio2"})
    system_packages.apt_install([PORTAUDIO], silent, apt)
    assert (apt.updates, apt.installed) == (1, ["libportaudio2"])


def test_stale_package_lists_are_refreshed_once(system_packages: ModuleType) -> None:
    apt = Apt({"libportaudio2"}, failures=1)
    system_packages.apt_install([PORTAUDIO], silent, apt)
    assert (apt.updates, apt.installed) == (1, ["libportaudio2"])


def test_an_apt_that_fails_is_reported_in_its_own_words(system_packages: ModuleType) -> None:
    with pytest.raises(Exception, match="Unable to fetch some archives"):
        system_packages.apt_install([PORTAUDIO], silent, Apt({"libportaudio2"}, failures=2))
    with pytest.raises(Exception, match="apt has no package for: libportaudio2"):
        system_packages.apt_install([PORTAUDIO], silent, Apt(set()))


def pretend(
    module: ModuleType, monkeypatch: pytest.MonkeyPatch, lacking: list[Need], family: str, user: int
) -> list[Need]:
    """A Linux of `family` that lacks `lacking`, for the user id `user`."""
    monkeypatch.setattr(module.sys, "platform", "linux")
    monkeypatch.setattr(module, "this_distribution", lambda: family)
    monkeypatch.setattr(module.os, "geteuid", lambda: user)
    monkeypatch.setattr(module, "missing", lambda needs: list(lacking))
    return lacking


def test_root_on_debian_installs_and_goes_on(system_packages: ModuleType, monkeypatch: pytest.MonkeyPatch) -> None:
    lacking = pretend(system_packages, monkeypatch, [PORTAUDIO], "debian", user=0)
    apt = Apt({"libportaudio2"})

    def call(command: Sequence[str]) -> subprocess.CompletedProcess[str]:
        done = apt(command)
        if apt.installed:
            lacking.clear()
        return done

    system_packages.ensure(RUN_NEEDS, silent, call)
    assert apt.installed == ["libportaudio2"]


@pytest.mark.parametrize(
    ("family", "command"),
    [
        ("debian", "sudo apt-get install -y --no-install-recommends libglib2.0-0 libportaudio2"),
        ("fedora", "sudo dnf install -y glib2 portaudio"),
        ("arch", "sudo pacman -S --needed glib2 portaudio"),
    ],
)
def test_anybody_else_gets_the_one_command_and_nothing_is_run(
    system_packages: ModuleType, monkeypatch: pytest.MonkeyPatch, family: str, command: str
) -> None:
    pretend(system_packages, monkeypatch, [GLIB, PORTAUDIO], family, user=1000)

    def never(command: Sequence[str]) -> subprocess.CompletedProcess[str]:
        raise AssertionError(command)

    with pytest.raises(Exception, match=f"(?s)This machine lacks:.*{command}\n"):
        system_packages.ensure(RUN_NEEDS, silent, never)


def test_an_unknown_distribution_is_told_what_to_look_for(
    system_packages: ModuleType, monkeypatch: pytest.MonkeyPatch
) -> None:
    pretend(system_packages, monkeypatch, [PORTAUDIO], "other", user=0)
    with pytest.raises(Exception, match=r"(?s)libportaudio\.so\.2: for microphone and loudspeaker.*package manager"):
        system_packages.ensure(RUN_NEEDS, silent)


def test_a_missing_font_is_said_and_does_not_stop_the_start(
    system_packages: ModuleType, monkeypatch: pytest.MonkeyPatch
) -> None:
    pretend(system_packages, monkeypatch, [FONT], "debian", user=1000)
    said: list[str] = []
    system_packages.ensure(RUN_NEEDS, said.append)
    assert "fonts-noto-cjk" in said[0]


def test_macos_that_is_too_old_is_told_so(system_packages: ModuleType, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(system_packages.sys, "platform", "darwin")
    monkeypatch.setattr(system_packages.platform, "mac_ver", lambda: ("12.7", ("", "", ""), ""))
    with pytest.raises(Exception, match=r"macOS 13 or newer; this is 12\.7"):
        system_packages.ensure(RUN_NEEDS, silent)


def test_every_need_has_a_package_in_each_family() -> None:
    for family in ("debian", "fedora", "arch"):
        names = packages([*RUN_NEEDS, *TEST_NEEDS], family)
        assert all(names), family
        assert len(names) == len(set(names))
