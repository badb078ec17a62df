"""A broken file of the user's: one clear sentence, the show goes on, and the file is left as it was."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from pathlib import Path
from unittest.mock import MagicMock

import pytest
from pytestqt.qtbot import QtBot

from console import app as console_app
from console.app import Console as WholeConsole
from console.processes.supervision import SupervisedProcess
from console.settings.file import Settings, load_settings, settings_path
from console.show.core.state import ShowState
from engine.ipc.messages.engine import Failed, Load
from engine.light.visemes import WEIGHTS
from tests.console.conftest import MakeConsole, welcome
from tests.engine.conftest import ROOT, EngineProcess, Rings

BROKEN = {
    "no TOML": b"name = = 3\n[",
    "no text": b"\x00\xff\xfe\x80" * 50,
    "another type": b'name = 3\navatar = ["x"]\nrate = "thirty"\n',
    "unknown word": b'nmae = "x"\navatar = "lin"\n',
}
"""Whatever is in them, none of these is a settings file, an avatar or a preset."""

broken = pytest.mark.parametrize("content", BROKEN.values(), ids=BROKEN.keys())


def one_sentence(words: str) -> bool:
    return bool(words) and "\n" not in words and "Traceback" not in words and words.endswith(".")


@broken
def test_broken_settings_give_one_sentence_and_the_defaults(
    home: Path, make_console: MakeConsole, content: bytes
) -> None:
    path = settings_path()
    path.parent.mkdir(parents=True)
    path.write_bytes(content)
    settings, sentence = load_settings(path)
    assert sentence is not None and one_sentence(sentence) and str(path) in sentence
    assert settings == Settings()
    console = make_console(settings)
    console.from_playout(welcome())
    assert console.controller.show.state is ShowState.STANDBY
    assert path.read_bytes() == content


@pytest.fixture
def whole_console(home: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> Iterator[WholeConsole]:
    """The console with its window, made over a broken settings file; nothing is begun."""
    settings_path().parent.mkdir(parents=True)
    settings_path().write_bytes(BROKEN["no TOML"])
    monkeypatch.setattr(SupervisedProcess, "send", lambda *_: None)
    loop = asyncio.new_event_loop()
    monkeypatch.setattr(console_app.asyncio, "get_event_loop", lambda: loop)
    console = WholeConsole(MagicMock(), MagicMock(), demo=False)
    yield console
    console.close()
    console.window.deleteLater()
    console._slate._window.deleteLater()
    console._slate._key_window.deleteLater()
    loop.close()


def test_the_console_opens_over_broken_settings_says_so_and_overwrites_nothing(whole_console: WholeConsole) -> None:
    console = whole_console
    assert any("settings" in alarm for alarm in console.controller.console_state.alarms)
    assert console.controller.perform("speaker", "hall").accepted
    console._save()
    assert settings_path().read_bytes() == BROKEN["no TOML"]
    assert list(settings_path().parent.iterdir()) == [settings_path()]


@broken
def test_a_broken_avatar_is_one_alarm_and_the_others_are_there(
    home: Path, make_console: MakeConsole, content: bytes
) -> None:
    file = home / "data" / "avatars" / "bo" / "avatar.toml"
    file.parent.mkdir(parents=True)
    file.write_bytes(content)
    console = make_console(Settings(avatar="bo"))
    (alarm,) = [alarm for alarm in console.console_state.alarms if str(file.parent) in alarm or "bo" in alarm.split()]
    assert one_sentence(alarm)
    assert {tile.id for tile in console.console_state.avatars} >= {"lin", "hao"}
    assert console.controller.choices.avatar in ("lin", "hao"), "somebody is there to go on stage"
    assert file.read_bytes() == content


@broken
def test_a_broken_preset_is_one_alarm_and_the_console_is_there(
    home: Path, make_console: MakeConsole, content: bytes
) -> None:
    file = home / "data" / "presets" / "bad.toml"
    file.parent.mkdir(parents=True)
    file.write_bytes(content)
    console = make_console()
    said = [alarm for alarm in console.console_state.alarms if "bad" in alarm]
    assert len(said) == 1 and one_sentence(said[0])
    console.from_playout(welcome())
    assert console.controller.show.state is ShowState.STANDBY
    console.controller.leave()
    assert file.read_bytes() == content


OTHER_WEIGHTS = """
import sys
from pathlib import Path
from engine.light.driver import LightDriver
LightDriver.__init__.__kwdefaults__["weights"] = Path(sys.argv.pop(1))
from engine.process import main
raise SystemExit(main())
"""


@pytest.mark.parametrize("fault", ["cut", "changed", "rubbish", "empty", "gone"])
def test_broken_weights_make_the_engine_say_failed_in_one_sentence_and_stay(home: Path, fault: str) -> None:
    whole = WEIGHTS.read_bytes()
    content = {
        "cut": whole[: len(whole) // 2],
        "changed": whole[:3000] + bytes(byte ^ 0xFF for byte in whole[3000:9000]) + whole[9000:],
        "rubbish": b"rubbish" * 99,
        "empty": b"",
        "gone": None,
    }[fault]
    path = home / "weights.npz"
    if content is not None:
        path.write_bytes(content)
    engine, rings = EngineProcess(home, ("-c", OTHER_WEIGHTS, str(path))), Rings()
    try:
        engine.link.send(rings.attach)
        engine.link.send(Load(avatar=str(ROOT / "avatars" / "lin"), look_ahead_s=0.04))
        failed = engine.hear(Failed)
        assert one_sentence(failed.sentence) and str(path) in failed.sentence
        engine.ask()
        assert not path.exists() if content is None else path.read_bytes() == content
    finally:
        engine.close()
        rings.close()
