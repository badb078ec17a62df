"""A setting that is changed in the window is at work at once: engine, voices and ears are told."""

from __future__ import annotations

import time
from unittest.mock import MagicMock

import pytest
from pytestqt.qtbot import QtBot

from console.operator_selection import OperatorSelection, ShowRecord
from console.processes.supervision import SupervisedProcess
from console.settings.file import Settings
from console.show.core.state import ShowState, Snapshot
from engine.ipc.messages.engine import EngineStatus, Neural
from tests.console.conftest import Console, MakeConsole, welcome


def change(console: Console, **changes: object) -> str:
    return console.controller.perform("settings", changes).reason


@pytest.mark.parametrize(
    ("option", "value", "field"),
    [
        ("engine_card", "cuda:1", "card"),
        ("engine_precision", "bf16", "precision"),
        ("engine_decoder", "small", "decoder"),
    ],
)
def test_another_card_precision_or_decoder_is_told_to_the_engine_at_once(
    console: Console, option: str, value: str, field: str
) -> None:
    console.said.clear()
    assert change(console, **{option: value}) == ""
    (told,) = console.to("engine", Neural)
    assert getattr(told, field) == value


def test_other_settings_leave_the_engine_alone(console: Console) -> None:
    console.said.clear()
    change(console, hands_free=True, language="en", standby="on")
    assert console.to("engine", Neural) == []


def test_on_air_the_card_stays_as_it_is(make_console: MakeConsole) -> None:
    snapshot = Snapshot(ShowState.LIVE, 60.0, 100.0, False)
    console = make_console()
    console.from_playout(
        welcome(ShowRecord.of(snapshot, OperatorSelection(avatar="lin"), turn=1, at=time.time()).pack())
    )
    console.said.clear()
    assert "STANDBY only" in change(console, engine_card="cpu")
    assert console.to("engine", Neural) == [] and console.console_state.settings.options.engine_card == "auto"


def status() -> EngineStatus:
    return EngineStatus(frames=30, skipped=0, draw_p50_ms=1.0, draw_p99_ms=1.0, memory_mb=100.0)


def test_a_second_engine_comes_with_on_and_goes_with_off(
    make_console: MakeConsole, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    made: list[MagicMock] = []

    def sibling(supervised: SupervisedProcess, name: str, arguments: object) -> MagicMock:
        made.append(MagicMock())
        return made[-1]

    monkeypatch.setattr(SupervisedProcess, "sibling", sibling)
    monkeypatch.setattr("console.processes.standby_engine._GRACE_MS", 10)
    console = make_console(Settings(avatar="lin", standby="off"))
    console.from_playout(welcome())
    console.from_engine(status())
    assert made == []
    change(console, standby="on")
    console.from_engine(status())
    (second,) = made
    second.begin.assert_called_once()
    assert console.console_state.health.standby == "starting"
    change(console, standby="off")
    second.leave.assert_called_once_with(stopping=True)
    assert console.console_state.health.standby == ""
    qtbot.waitUntil(lambda: second.end.called)
    console.from_engine(status())
    assert len(made) == 1, "nobody wants another"


def test_another_groq_voice_model_or_address_is_used_from_the_next_line_on(console: Console) -> None:
    catalog = console.controller.speech.voices.catalog
    before, plain = catalog.one("groq:hannah"), catalog.one("builtin")
    mark = console.controller.speech.voices.mark
    change(console, groq_voice_model="another/voice")
    after = catalog.one("groq:hannah")
    assert after is not before and catalog.one("builtin") is plain
    assert console.controller.speech.voices.mark != mark, "lines that are ready are made again"
    change(console, end_pause_s=1.0)
    assert catalog.one("groq:hannah") is after, "it keeps what it learnt of its level"


def test_what_is_said_of_a_server_follows_its_address(console: Console) -> None:
    def leaves() -> str:
        return next(view.leaves for view in console.console_state.voices.providers if view.id == "server_hears")

    assert "No server is set" in leaves()
    change(console, server_url="http://10.0.0.9:8000/v1")
    assert leaves() == "The question's sound goes to 10.0.0.9."
    change(console, server_url="http://lan.hall:8000/v1")
    assert "lan.hall" in leaves()


def test_hands_free_opens_the_microphone_without_waiting_for_playouts_next_word(
    console: Console, monkeypatch: pytest.MonkeyPatch
) -> None:
    look = MagicMock()
    monkeypatch.setattr(console.controller.speech, "_begun", True)
    monkeypatch.setattr(console.controller.speech.listening, "update", look)
    change(console, hands_free=True)
    look.assert_called_once()
    monkeypatch.setattr(console.controller.speech, "_begun", False)


def test_a_processor_is_never_told_to_hear_in_half_precision(console: Console) -> None:
    assert "half precision" in change(console, whisper_compute="float16")
    assert change(console, whisper_device="cuda", whisper_compute="float16") == ""
    assert "half precision" in change(console, whisper_device="cpu")
