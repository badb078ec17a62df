"""Questions by voice at the desk: when they are refused, who hears, and when the microphone is open."""

from __future__ import annotations

import secrets
import time
from collections.abc import Iterator
from dataclasses import replace
from unittest.mock import MagicMock

import msgspec
import pytest
from pytestqt.qtbot import QtBot

from console.answer.secrets import ApiKey
from console.settings.file import Settings
from console.show.answers.abilities import NOBODY_HEARS, NOBODY_THINKS, Abilities
from console.show.core.enums import Echo, Mode
from console.show.core.state import Show, ShowState
from console.show.effects.answers import ListenToQuestion
from console.show.rundown.preset import Preset
from console.state_presenter import StatePresenter
from console.talk.microphone import Microphone
from console.talk.stt_controller import SttController
from engine.ipc.rings.sound_ring import SoundRing
from tests.console.dispatched import dispatch_of
from tests.console.talk.test_microphone import Cleaning

GALA = Preset(name="Gala", avatar="lin")


class Desk:
    """A listening room with a microphone, and answers that the test plays."""

    def __init__(self) -> None:
        self.settings = Settings(server_url="http://127.0.0.1:9/v1", server_hear_model="whisper-1")
        self.presenter = StatePresenter(Show(time.monotonic()), self.settings, [])
        self.answering = MagicMock(speaking=False, language="", config=None)
        self.captioner = MagicMock()
        self.preset: Preset | None = None
        self.microphone = Microphone(MagicMock(), Cleaning)  # type: ignore[arg-type]
        self.keys: dict[str, ApiKey] = {}
        self.room = SttController(
            self.answering,
            self.captioner,
            self.presenter,
            preset=lambda: self.preset,
            key_of=self.keys.get,
            options=lambda: self.settings,
            child=MagicMock(),
            log=MagicMock(),
            microphone=self.microphone,
        )
        self.ring = SoundRing.create(f"compere-test-{secrets.token_hex(4)}", 2.0)
        self.echo = SoundRing.create(f"compere-test-{secrets.token_hex(4)}", 2.0)
        self.room.use_playout(MagicMock(ear=self.ring.name, echo=self.echo.name))

    def set(self, **changes: object) -> None:
        self.settings = msgspec.structs.replace(self.settings, **changes)


@pytest.fixture
def desk(qtbot: QtBot) -> Iterator[Desk]:
    made = Desk()
    yield made
    made.room.close()
    made.ring.close()
    made.echo.close()


def test_the_avatar_never_hears_itself_whatever_it_says(desk: Desk) -> None:
    assert dispatch_of(desk.room).validate(ListenToQuestion(True)) == ""
    desk.presenter.begin_speech(7, "a line")
    assert "would hear itself" in dispatch_of(desk.room).validate(ListenToQuestion(True))
    assert dispatch_of(desk.room).validate(ListenToQuestion(False)) == "", "a key that is let go is never refused"
    desk.presenter.end_speech(7)
    desk.answering.speaking = True
    assert "would hear itself" in dispatch_of(desk.room).validate(ListenToQuestion(True))


def test_without_an_open_microphone_the_press_is_refused_in_a_sentence(desk: Desk) -> None:
    desk.presenter.console_state.mic_muted = True
    assert "muted" in dispatch_of(desk.room).validate(ListenToQuestion(True))
    desk.presenter.console_state.mic_muted = False
    desk.room.use_playout(None)
    assert "no microphone" in dispatch_of(desk.room).validate(ListenToQuestion(True))


def test_where_nobody_answers_the_press_says_so_first(desk: Desk) -> None:
    desk.set(whisper_folder="", use_groq=False, server_hear_model="")
    desk.presenter.console_state.answers = replace(
        desk.presenter.console_state.answers, now=Abilities(hear=NOBODY_HEARS, think=NOBODY_THINKS)
    )
    assert dispatch_of(desk.room).validate(ListenToQuestion(True)) == NOBODY_THINKS
    desk.presenter.console_state.answers = replace(
        desk.presenter.console_state.answers, now=Abilities(hear=NOBODY_HEARS)
    )
    assert dispatch_of(desk.room).validate(ListenToQuestion(True)) == NOBODY_HEARS


def test_those_hear_whom_settings_and_keys_name_in_their_order(desk: Desk) -> None:
    def hear() -> list[str]:
        return [each.id for each in desk.room.order().transcribers]

    desk.set(server_url="", server_hear_model="")
    assert hear() == []
    desk.keys["groq"] = ApiKey("k", "the test")
    assert hear() == ["groq"]
    first = desk.room.order()
    assert desk.room.order() is first, "made once, so that its connection stays open"
    desk.set(server_url="http://127.0.0.1:9/v1", server_hear_model="whisper-1", whisper_folder="/models/base")
    assert hear() == ["groq", "server", "local"]
    desk.set(use_groq=False)
    assert hear() == ["server", "local"]


def test_hands_free_listens_in_answer_only_and_only_when_the_settings_say_so(desk: Desk) -> None:
    opened: list[str] = []
    desk.room.open_mic = MagicMock(state="off")
    desk.room.open_mic.begin.side_effect = lambda ring: opened.append("on")
    desk.room.open_mic.stop.side_effect = lambda: opened.append("off")
    desk.room.update()
    desk.set(hands_free=True)
    desk.presenter.console_state.mode = Mode.MIRROR
    desk.room.update()
    assert opened == []
    desk.presenter.console_state.mode = Mode.ANSWER
    desk.room.update()
    assert opened == ["on"]
    desk.room.open_mic.state = "ready"
    desk.room.update()
    desk.set(hands_free=False)
    desk.room.update()
    assert opened == ["on", "off"]


def test_a_presets_own_order_of_hearing_goes_before_the_usual_one(desk: Desk) -> None:
    desk.keys["groq"] = ApiKey("k", "the test")
    desk.set(server_url="http://127.0.0.1:9/v1", server_hear_model="whisper-1", whisper_folder="/models/base")
    desk.preset = msgspec.structs.replace(GALA, hear="local, groq")
    assert [each.id for each in desk.room.order().transcribers] == ["local", "groq"]
    desk.room.update()
    assert desk.presenter.console_state.answers.hears == "Whisper on this machine, Groq"
    desk.preset = msgspec.structs.replace(GALA, hear="")
    assert desk.room.order().transcribers == (), "typed questions only"


def test_what_is_heard_so_far_is_in_the_house_while_the_key_is_held(desk: Desk) -> None:
    desk.room.push_to_talk = MagicMock(state="hearing", partial="Where is", seconds=2.5, level=0.4)
    desk.room.update()
    view = desk.presenter.console_state.answers
    assert (view.ear, view.partial, view.hearing_s, view.ear_level) == ("hearing", "Where is", 2.5, 0.4)


def cancel(desk: Desk) -> Cleaning:
    desk.set(echo=Echo.CANCEL)
    desk.presenter.console_state.mode = Mode.ANSWER
    desk.room.update()
    cleaner = desk.microphone._cleaner
    assert isinstance(cleaner, Cleaning)
    return cleaner


def test_with_the_echo_cancelled_the_audience_may_ask_over_the_host_once_the_hall_is_known(desk: Desk) -> None:
    cleaner = cancel(desk)
    desk.answering.speaking = True
    assert "would hear itself" in dispatch_of(desk.room).validate(ListenToQuestion(True)), (
        "it knows nothing of the hall yet"
    )
    cleaner.trusted = True
    assert dispatch_of(desk.room).validate(ListenToQuestion(True)) == ""
    assert desk.room._sound is cleaner.sound
    desk.presenter.console_state.mode = Mode.MIRROR
    desk.room.update()
    assert cleaner.resting and desk.room._sound is not cleaner.sound


def test_without_a_canceller_the_gate_is_used_and_that_is_said_once(desk: Desk) -> None:
    cleaner = cancel(desk)
    cleaner.fault = "Echo cancellation is not installed."
    for _ in range(3):
        desk.room.update()
    assert desk.presenter.console_state.alarms == ("Echo cancellation is not installed.",)
    assert sum("not installed" in line for line in desk.presenter.console_state.log) == 1
    desk.answering.speaking = True
    assert "would hear itself" in dispatch_of(desk.room).validate(ListenToQuestion(True))
    desk.set(echo=Echo.GATE)
    desk.room.update()
    assert desk.presenter.console_state.alarms == ()


def test_the_mc_is_captioned_in_mirror_on_air_when_the_preset_asks_for_it_and_never_else(desk: Desk) -> None:
    heard: list[object] = []
    desk.room.live_captions = MagicMock()
    desk.room.live_captions.update.side_effect = heard.append
    wanted = msgspec.structs.replace(GALA, captions=True, captions_live=True)

    def listens(preset: Preset | None, mode: Mode, state: ShowState, muted: bool = False) -> bool:
        desk.preset = preset
        console_state = desk.presenter.console_state
        console_state.mode, console_state.state, console_state.mic_muted = mode, state, muted
        desk.room.update()
        return heard[-1] is not None

    assert listens(wanted, Mode.MIRROR, ShowState.LIVE)
    assert not listens(wanted, Mode.MIRROR, ShowState.LIVE, muted=True)
    assert not listens(wanted, Mode.MIRROR, ShowState.STANDBY)
    assert not listens(wanted, Mode.MIRROR, ShowState.HOLD)
    assert not listens(wanted, Mode.ANSWER, ShowState.LIVE)
    assert not listens(msgspec.structs.replace(wanted, captions=False), Mode.MIRROR, ShowState.LIVE)
    assert not listens(GALA, Mode.MIRROR, ShowState.LIVE)
    assert not listens(None, Mode.MIRROR, ShowState.LIVE)


def test_who_finds_speech_is_let_go_before_another_takes_it(desk: Desk) -> None:
    order: list[str] = []
    desk.room.open_mic = MagicMock(state="ready", partial="", seconds=0.0, level=0.0)
    desk.room.open_mic.stop.side_effect = lambda: order.append("questions end")
    desk.room.live_captions = MagicMock()
    desk.room.live_captions.update.side_effect = lambda sound: order.append("captions" if sound else "captions end")
    desk.set(hands_free=True)
    desk.preset = msgspec.structs.replace(GALA, captions=True, captions_live=True)
    desk.presenter.console_state.mode, desk.presenter.console_state.state = Mode.MIRROR, ShowState.LIVE
    desk.room.update()
    assert order == ["questions end", "captions"]
    order.clear()
    desk.presenter.console_state.mode = Mode.ANSWER
    desk.room.open_mic.state = "off"
    desk.room.open_mic.begin.side_effect = lambda sound: order.append("questions")
    desk.room.update()
    assert order == ["captions end", "questions"]


def test_words_of_the_mc_are_not_read_while_the_presets_own_lists_cannot_be_had(desk: Desk) -> None:
    assert desk.room._safety() is not None
    desk.preset = msgspec.structs.replace(GALA, never_say="王大明")
    assert desk.room._safety() is None
    desk.answering.config = MagicMock(safety="the preset's")
    assert desk.room._safety() == "the preset's"


def test_where_nobody_can_hear_the_press_is_refused_before_anybody_has_spoken(desk: Desk) -> None:
    desk.set(server_url="", hands_free=True)
    desk.room.open_mic = MagicMock(state="off")
    desk.presenter.console_state.mode = Mode.ANSWER
    desk.room.update()
    assert desk.presenter.console_state.answers.ear == "deaf" and not desk.room.open_mic.begin.called
    assert dispatch_of(desk.room).validate(ListenToQuestion(True)) == NOBODY_HEARS
    assert dispatch_of(desk.room).validate(ListenToQuestion(False)) == "", "a key that is let go is never refused"
    desk.keys["groq"] = ApiKey("k", "the test")
    desk.room.update()
    assert desk.room.open_mic.begin.called
    assert (
        desk.presenter.console_state.answers.ear == "ready"
        and dispatch_of(desk.room).validate(ListenToQuestion(True)) == ""
    )
