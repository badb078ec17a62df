"""What the host says by itself, led by the controller: nothing before it has begun, all of it ended by an interrupt."""

from __future__ import annotations

import secrets
from collections.abc import Iterator
from types import SimpleNamespace
from typing import cast

import msgspec
import pytest

from console.show.core.enums import Mode
from console.show.core.state import ShowState
from console.show.effects.show import InterruptNow, ShowChanged
from console.show.rundown.preset import Preset
from console.talk.speech_controller import SLOW
from engine.ipc.messages import core as m
from engine.ipc.rings.speech_ring import SpeechRing
from tests.console.conftest import Console, welcome
from tests.console.dispatched import dispatch_of


@pytest.fixture
def ring() -> Iterator[SpeechRing]:
    """The speech ring of a playout."""
    made = SpeechRing.create(f"compere-test-{secrets.token_hex(4)}", 2.0)
    yield made
    made.close()


def with_ring(name: str) -> m.Welcome:
    return msgspec.structs.replace(welcome(), speech=name)


def test_nothing_is_said_or_asked_before_it_has_begun(console: Console) -> None:
    console.controller.perform("ask", "Where?", "test")
    assert console.console_state.refusal == "Nothing can be said yet: Compere is still starting."


def test_a_playout_without_a_speech_ring_is_an_alarm_until_another_has_one(console: Console, ring: SpeechRing) -> None:
    speech = console.controller.speech
    speech.use_playout(with_ring("compere-test-is-not-there"))
    assert not speech.line.there and any("compere-test-is-not-there" in each for each in console.console_state.alarms)
    speech.use_playout(with_ring(ring.name))
    assert speech.line.there and console.console_state.alarms == ()
    speech.use_playout(None)
    assert not speech.line.there
    speech.use_playout(with_ring(ring.name))
    assert speech.line.there
    speech.line.close()


def test_a_new_playout_is_told_how_captions_look(console: Console, ring: SpeechRing) -> None:
    console.said.clear()
    console.controller.speech.use_playout(with_ring(ring.name))
    assert console.to("playout", m.SetCaptions)
    console.controller.speech.line.close()


@pytest.mark.parametrize("after", list(ShowState))
def test_an_interrupt_and_the_end_of_the_air_end_lines_and_answers(
    console: Console, monkeypatch: pytest.MonkeyPatch, after: ShowState
) -> None:
    speech = console.controller.speech
    ended: list[str] = []
    monkeypatch.setattr(speech.saying, "stop", lambda: ended.append("lines"))
    monkeypatch.setattr(speech.answering, "interrupt", lambda: ended.append("answers"))
    monkeypatch.setattr(speech.answering._answerer, "speaking", lambda: True)
    dispatch_of(speech).executed(ShowChanged(ShowState.LIVE, after))
    assert ended == ([] if after is ShowState.LIVE else ["lines", "answers"])
    ended.clear()
    dispatch_of(speech).executed(InterruptNow())
    assert ended == ["lines", "answers"]


def test_a_take_ends_lines_and_answers_of_the_preset_before_and_before_the_next_one_speaks(
    console: Console, monkeypatch: pytest.MonkeyPatch
) -> None:
    speech, told = console.controller.speech, []
    monkeypatch.setattr(speech, "_begun", True)
    monkeypatch.setattr(speech.saying, "stop", lambda: told.append("lines"))
    monkeypatch.setattr(speech.answering, "preset_taken", lambda: told.append("answers"))
    monkeypatch.setattr(console.controller.turns, "say_file", lambda path: told.append(path))
    console.controller.rundown.taken.connect(lambda take: told.append("taken"))
    console.controller.perform("take", "1", "test")
    assert told == ["lines", "answers", "taken"]
    monkeypatch.setattr(speech, "_begun", False)


@pytest.mark.parametrize("mode", list(Mode))
def test_another_mode_than_say_drops_the_lines_that_wait(
    console: Console, monkeypatch: pytest.MonkeyPatch, mode: Mode
) -> None:
    dropped: list[Mode] = []
    monkeypatch.setattr(console.controller.speech.saying, "drop_waiting", lambda: dropped.append(mode))
    console.controller.perform("mode", mode.value, "test")
    assert dropped == ([] if mode is Mode.SAY else [mode])


def spoken(turn: int, starved_s: float) -> m.PlayoutStatus:
    return cast(
        m.PlayoutStatus,
        SimpleNamespace(
            pts=0, sound=SimpleNamespace(spoken=m.TurnStatus(turn, 48_000, 48_000, starved_s, False)), mic_ear=""
        ),
    )


def test_a_voice_that_is_slower_than_speech_is_one_sentence_until_one_keeps_up(
    console: Console, monkeypatch: pytest.MonkeyPatch
) -> None:
    speech = console.controller.speech
    monkeypatch.setattr(speech.listening, "update", lambda: None)
    for starved_s in (0.0, 0.1, 0.2):
        speech.update_status(spoken(7, starved_s))
    assert SLOW not in console.console_state.alarms, "a breath is no gap"
    for starved_s in (0.4, 0.9):
        speech.update_status(spoken(7, starved_s))
    assert SLOW in console.console_state.alarms
    assert sum(SLOW in line for line in console.console_state.log) == 1
    speech.end_turn(m.TurnEnded(turn=7, heard_s=3.0, whole_s=3.0, interrupted=False, starved_s=0.9))
    assert SLOW in console.console_state.alarms, "the operator may have looked at the hall"
    speech.end_turn(m.TurnEnded(turn=8, heard_s=0.2, whole_s=3.0, interrupted=True))
    assert SLOW in console.console_state.alarms, "that one was cut before it could be late"
    speech.end_turn(m.TurnEnded(turn=9, heard_s=3.0, whole_s=3.0, interrupted=False))
    assert SLOW not in console.console_state.alarms


@pytest.mark.parametrize("way", ["take", "interrupt", "hold"])
def test_a_take_an_interrupt_and_the_end_of_the_air_cut_what_is_read(console: Console, way: str) -> None:
    speech = console.controller.speech
    captioner = speech.captioner
    captioner.use(Preset(name="Gala", avatar="lin", captions=True))
    captioner.add_phrase("from the stage")
    console.said.clear()
    match way:
        case "take":
            speech.preset_taken()
        case "interrupt":
            dispatch_of(speech).executed(InterruptNow())
        case _:
            dispatch_of(speech).executed(ShowChanged(ShowState.LIVE, ShowState.HOLD))
    assert console.to("playout", m.Caption)[0] == m.Caption(turn=0, text="")
    if way == "take":
        assert console.last("playout", m.SetCaptions) == m.SetCaptions(on=False), "those of what is on, at once"
