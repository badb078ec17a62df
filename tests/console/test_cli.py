from __future__ import annotations

import sys
from types import ModuleType, SimpleNamespace
from typing import Any

import pytest

from console import cli


class Called:
    """Stands in the place of a command's module, and remembers how it was called."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.how: tuple[Any, ...] = ()
        for name, function in (
            ("console.app", "main"),
            ("console.rehearse", "main"),
            ("console.doctor.examine", "main"),
            ("console.processes.stop", "stop_all"),
            ("console.bench", "main"),
        ):
            module = ModuleType(name)
            setattr(module, function, self._taker(name.rpartition(".")[2]))
            monkeypatch.setitem(sys.modules, name, module)

    def _taker(self, name: str) -> Any:
        def take(*words: Any, **options: Any) -> int:
            self.how = (name, *words, options)
            return 17

        return take


@pytest.fixture
def called(monkeypatch: pytest.MonkeyPatch) -> Called:
    monkeypatch.setattr(cli, "_has_display", lambda: True)
    return Called(monkeypatch)


@pytest.mark.parametrize(
    ("line", "how"),
    [
        ("", ("app", {"demo": False})),
        ("--demo", ("app", {"demo": True})),
        ("run", ("app", {"demo": False})),
        ("run --demo", ("app", {"demo": True})),
        ("--demo run", ("app", {"demo": True})),
        ("doctor", ("examine", {"as_json": False})),
        ("doctor --json", ("examine", {"as_json": True})),
        ("stop", ("stop", {})),
    ],
)
def test_each_command_does_what_it_says_and_gives_its_code(called: Called, line: str, how: tuple[Any, ...]) -> None:
    assert cli.main(line.split()) == 17
    assert called.how == how


def test_a_rehearsal_gets_all_its_words(called: Called) -> None:
    line = "rehearse --preset a --mic m.wav --seconds 5 --screen HDMI-1 --report r.json --rate 50 --pa direct"
    cli.main([*line.split(), "--actions", "3.0 interrupt"])
    words: SimpleNamespace = called.how[1]
    assert (words.preset, words.mic, words.seconds, words.screen) == ("a", "m.wav", 5.0, "HDMI-1")
    assert (words.report, words.rate, words.pa, words.actions) == ("r.json", 50, "direct", "3.0 interrupt")
    assert not words.windowed and not words.express


@pytest.mark.parametrize("line", ["dance", "rehearse --rate 24", "rehearse --seconds long", "rehearse --pa maybe"])
def test_a_word_that_is_none_is_refused(called: Called, line: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        cli.main(line.split())
    assert ended.value.code == 2 and called.how == ()
    assert "error" in capsys.readouterr().err


def test_without_a_display_one_line_names_the_rehearsal(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sys, "platform", "linux")
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(name, raising=False)
    assert cli.main(["run"]) == 2
    words = capsys.readouterr().out
    assert words.count("\n") == 1 and "compere rehearse" in words


@pytest.mark.parametrize("name", ["DISPLAY", "WAYLAND_DISPLAY"])
def test_a_display_is_seen(monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    monkeypatch.setattr(sys, "platform", "linux")
    for other in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(other, raising=False)
    assert not cli._has_display()
    monkeypatch.setenv(name, "x")
    assert cli._has_display()
