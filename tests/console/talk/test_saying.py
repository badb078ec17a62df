"""SAY: lines in their order, stopped whole, ready before the show, and heard first by the operator alone."""

from __future__ import annotations

import asyncio
import logging
import secrets
import time
from collections.abc import AsyncGenerator, Callable, Coroutine, Iterator, Sequence
from pathlib import Path
from types import SimpleNamespace
from typing import Any, cast

import numpy as np
import pytest
from PySide6.QtCore import QObject, Signal
from pytestqt.qtbot import QtBot

from console.answer.speech import SpeechLine
from console.answer.tts.protocol import Floats, Spoken, TTSError, Word
from console.rundown.session import RundownSession
from console.settings.file import Settings
from console.show.answers.draft import HeldBack
from console.show.core.state import Show, ShowState
from console.show.effects.show import ChangeBook, Listen, SayPrepared, SayTyped
from console.show.rundown.lines import MOST_WAITING, SayLine
from console.show.rundown.rundown import SetField
from console.state_presenter import StatePresenter
from console.talk.captions import Captioner
from console.talk.headphones import Headphones, HeadphonesError
from console.talk.saying import Saying
from console.talk.voice_service import VoiceService
from engine.avatar import Avatar
from engine.ipc.messages import core as m
from engine.ipc.messages.base import Message
from engine.ipc.rings.samples import SAMPLE_RATE
from engine.ipc.rings.speech_ring import SpeechRing
from engine.text import Text
from tests.console.dispatched import dispatch_of

PRESET = '''name = "Gala"
avatar = "lin"
mode = "say"
captions = true
voice = "edge:x, builtin"
safe_line = "Let us go on."
lines = """
Good evening | 大家晚安
各位來賓晚安
sound: fanfare.wav
"""
'''
SECOND = SAMPLE_RATE


class Voice:
    """Speaks half a second a word, unless it is told to fail or to wait; remembers what it has made."""

    def __init__(self) -> None:
        self.ready: set[tuple[str, str]] = set()
        self.fails: dict[str, str] = {}
        self.gate = asyncio.Event()
        self.gate.set()
        self.spoken: list[tuple[str, str]] = []
        self.closed = 0

    def is_ready(self, text: str, language: str) -> bool:
        return (text, language) in self.ready

    async def render(self, text: str, language: str) -> None:
        if text in self.fails:
            raise TTSError(self.fails[text])
        self.ready.add((text, language))

    async def speak(self, text: str, language: str, rate: float = 1.0) -> AsyncGenerator[Spoken, None]:
        self.spoken.append((text, language))
        try:
            at = 0.0
            for word in text.split():
                await self.gate.wait()
                if text in self.fails:
                    raise TTSError(self.fails[text])
                start = text.index(word)
                spoken = Word(at, at + 0.5, start, start + len(word))
                at += 0.5
                yield Spoken(np.full(SECOND // 2, 0.1, np.float32), (), (spoken,))
        finally:
            self.closed += 1


class Voices(QObject):
    """A voice room with one voice."""

    book_changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.one = Voice()
        self.mark: object = 0
        self.changes: list[ChangeBook] = []
        self.catalog = SimpleNamespace(listen=self._listen)
        self.listened: list[tuple[str, str, str]] = []

    def names(self, preset: object, own: str = "") -> tuple[str, ...]:
        return ("edge:x", "builtin")

    def voice(self, names: Sequence[str]) -> Voice:
        return self.one

    def change_book(self, change: ChangeBook) -> str:
        self.changes.append(change)
        return "That will not do." if not change.say else ""

    async def _listen(self, name: str, text: str, language: str, play: Callable[[Floats], None]) -> None:
        self.listened.append((name, text, language))
        play(np.zeros(SECOND, np.float32))


class Ear:
    """Headphones that keep what they play."""

    def __init__(self) -> None:
        self.played = 0
        self.refuses = ""
        self.closed = 0

    async def open(self) -> None:
        if self.refuses:
            raise HeadphonesError(self.refuses)

    def play(self, samples: Floats) -> None:
        self.played += len(samples)

    async def drain(self) -> None:
        pass

    def close(self) -> None:
        self.closed += 1


class Desk:
    """A Saying with a hall that hears as fast as it is told."""

    def __init__(self, home: Path) -> None:
        own = home / "presets"
        own.mkdir()
        (own / "gala.toml").write_text(PRESET)
        (own / "fanfare.wav").write_bytes(b"x")
        self.presenter = StatePresenter(Show(time.monotonic()), Settings(), ())
        avatar = cast(Avatar, SimpleNamespace(id="lin", name="Lin", voice=""))
        self.session = RundownSession(own, own, lambda: [avatar])
        self.ring = SpeechRing.create(f"compere-test-{secrets.token_hex(4)}", 20.0)
        self.sent: list[Message] = []
        self.line = SpeechLine(self.sent.append, lambda: asyncio.sleep(0))
        self.line.use(self.ring.name)
        self.captioner = Captioner(self.sent.append)
        self.voices, self.ear = Voices(), Ear()
        self.files: list[str] = []
        self.turn = 100
        log: Any = logging.getLogger("saying")
        log.info = lambda *words, **fields: None
        log.warning = log.error = log.exception = log.info
        self.saying = Saying(
            self,
            self.line,
            cast(VoiceService, self.voices),
            self.captioner,
            cast(Headphones, self.ear),
            self.presenter,
            self.session,
            lambda avatar: "",
            log,
        )

    def fresh(self) -> int:
        self.turn += 1
        return self.turn

    def say_file(self, path: str) -> None:
        self.files.append(path)

    def take(self) -> None:
        self.session.take("gala")

    def say(self, effect: SayPrepared | SayTyped) -> str:
        """What the controller does with an effect."""
        refusal = dispatch_of(self.saying).validate(effect)
        if not refusal:
            dispatch_of(self.saying).execute(effect)
        return refusal

    async def hear(self, seconds: float = 1e9) -> None:
        """The hall hears the turn in the ring, as far as it goes, and captions follow."""
        await settle()
        turn = self.ring.turn
        state = self.ring.state_of(turn)
        assert state is not None
        heard = min(round(seconds * SECOND), state.written)
        self.ring.release(turn, heard, state.phones)
        self.line.update_status(m.TurnStatus(turn, heard, state.written, 0.0, state.ended))
        if state.ended and heard == state.written:
            self.line.end_turn(
                m.TurnEnded(turn=turn, heard_s=heard / SECOND, whole_s=heard / SECOND, interrupted=False)
            )
        self.captioner.update_status(cast(m.PlayoutStatus, SimpleNamespace(pts=round(seconds * SECOND))))
        await settle()

    def captions(self) -> list[str]:
        return [each.text for each in self.sent if isinstance(each, m.Caption)]


async def settle() -> None:
    for _ in range(50):
        await asyncio.sleep(0)


@pytest.fixture
def desk(tmp_path: Path, qtbot: QtBot) -> Iterator[Desk]:
    made = Desk(tmp_path)
    yield made
    made.line.close()
    made.ring.close()
    made.session.close()


def run(work: Coroutine[Any, Any, None]) -> None:
    asyncio.run(asyncio.wait_for(work, 10))


def test_a_line_is_a_turn_that_the_hall_reads_as_it_is_heard(desk: Desk) -> None:
    async def scenario() -> None:
        desk.take()
        desk.saying.check_lines()
        assert desk.say(SayPrepared(1)) == ""
        await desk.hear(0.0)
        assert desk.presenter.console_state.say_words == "Good evening" and desk.captions() == []
        await desk.hear(0.4)
        assert desk.captions() == ["Good"], "what was not heard yet is not read yet"
        await desk.hear()
        last = [each for each in desk.sent if isinstance(each, m.Caption)][-1]
        assert (last.text, last.second) == ("Good evening", "大家晚安") and last.until_pts > 0
        assert desk.voices.one.closed == 1
        desk.saying.close()

    run(scenario())


def test_lines_follow_each_other_and_no_more_than_a_few_may_wait(desk: Desk) -> None:
    async def scenario() -> None:
        desk.take()
        refused = [desk.say(SayTyped(f"line {number}")) for number in range(MOST_WAITING + 2)]
        assert [bool(each) for each in refused] == [False] * (MOST_WAITING + 1) + [True]
        assert desk.presenter.console_state.say.waiting == MOST_WAITING
        for _ in range(MOST_WAITING + 1):
            await desk.hear()
        assert [text for text, _ in desk.voices.one.spoken] == [f"line {number}" for number in range(MOST_WAITING + 1)]
        turns = [each.turn for each in desk.sent if isinstance(each, m.SpeakTurn)]
        assert turns == sorted(set(turns)) and len(turns) == MOST_WAITING + 1
        assert desk.presenter.console_state.say.waiting == 0
        desk.saying.close()

    run(scenario())


def test_a_line_that_must_not_be_said_is_refused_with_the_reason_and_the_next_one_is_said(desk: Desk) -> None:
    async def check(line: SayLine) -> HeldBack | None:
        return HeldBack(Text("“{name}” is a name that must not be said.", name="Wang")) if "Wang" in line.text else None

    desk.saying._check = check

    async def scenario() -> None:
        desk.take()
        assert desk.say(SayTyped("Please welcome Mr. Wang.")) == ""
        await settle()
        assert (
            desk.presenter.console_state.refusal == "“Wang” is a name that must not be said."
            and not desk.voices.one.spoken
        )
        desk.say(SayTyped("Good evening."))
        await desk.hear()
        assert [text for text, _ in desk.voices.one.spoken] == ["Good evening."]

    run(scenario())


def test_an_interrupt_stops_the_line_and_all_that_wait(desk: Desk) -> None:
    async def scenario() -> None:
        desk.take()
        for text in ("one two three", "four", "five"):
            desk.say(SayTyped(text))
        await settle()
        desk.voices.one.gate.clear()
        desk.ring.drop(desk.ring.turn)
        desk.saying.stop()
        await settle()
        desk.voices.one.gate.set()
        await settle()
        assert [text for text, _ in desk.voices.one.spoken] == ["one two three"]
        assert desk.voices.one.closed == 1, "the voice was told to stop"
        assert desk.ring.turn == 101, "nothing new was begun"
        desk.say(SayTyped("six"))
        await settle()
        assert desk.voices.one.spoken[-1][0] == "six", "the next line is said"
        desk.saying.close()

    run(scenario())


def test_the_lines_of_the_show_are_made_ready_and_what_cannot_be_is_said(desk: Desk) -> None:
    async def scenario() -> None:
        shown = desk.presenter.console_state
        desk.voices.one.fails["各位來賓晚安"] = "Edge cannot be reached."
        desk.saying.check_lines()
        assert (shown.say.whole, shown.say.ready, shown.say.making) == (3, 0, True), (
            "two texts and the safe line; a sound is as it is"
        )
        for _ in range(4):
            await settle()
            desk.saying.check_lines()
        assert (shown.say.whole, shown.say.ready, shown.say.fault) == (3, 2, "Edge cannot be reached.")
        assert [(each.words, each.ready, each.sound) for each in shown.say.lines] == [
            ("Good evening", True, False),
            ("各位來賓晚安", False, False),
            ("fanfare.wav", True, True),
        ]
        assert not shown.say.on, "what comes next is seen before it is on"
        desk.voices.one.fails.clear()
        desk.voices.book_changed.emit()
        desk.voices.mark = 1
        for _ in range(3):
            desk.saying.check_lines()
            await settle()
        desk.saying.check_lines()
        assert (shown.say.ready, shown.say.fault) == (3, "")
        desk.saying.close()

    run(scenario())


def test_a_sound_file_and_what_is_not_there(desk: Desk) -> None:
    async def scenario() -> None:
        assert "TAKE" in desk.say(SayPrepared(1))
        desk.take()
        assert desk.say(SayPrepared(3)) == ""
        assert [Path(path).name for path in desk.files] == ["fanfare.wav"]
        assert desk.say(SayPrepared(9)) == "Gala has no line 9: write it in EDIT."
        (desk.session.folder / "fanfare.wav").unlink()
        assert "fanfare.wav" in desk.say(SayPrepared(3))
        desk.saying.close()

    run(scenario())


def test_a_voice_that_fails_is_one_sentence_and_the_next_line_is_said(desk: Desk) -> None:
    async def scenario() -> None:
        desk.take()
        desk.voices.one.fails["broken"] = "Edge fell silent."
        desk.say(SayTyped("broken"))
        await desk.hear()
        assert desk.presenter.console_state.refusal == "Edge fell silent."
        desk.say(SayTyped("good"))
        await desk.hear()
        assert desk.captions()[-1] == "good"
        desk.saying.close()

    run(scenario())


def test_without_playout_a_line_is_refused_in_one_sentence(desk: Desk) -> None:
    async def scenario() -> None:
        desk.take()
        desk.line.lose()
        desk.say(SayTyped("hello"))
        await settle()
        assert "Playout is not there" in desk.presenter.console_state.refusal
        desk.saying.close()

    run(scenario())


def test_listening_goes_to_the_headphones_and_not_to_the_hall(desk: Desk) -> None:
    async def scenario() -> None:
        dispatch_of(desk.saying).execute(Listen("hello there"))
        assert desk.presenter.console_state.say.listening == "hello there"
        await settle()
        dispatch_of(desk.saying).execute(Listen("多謝", "builtin:yue", "yue"))
        await settle()
        assert desk.voices.listened == [("edge:x", "hello there", "en"), ("builtin:yue", "多謝", "yue")]
        assert desk.ear.played == 2 * SECOND and desk.presenter.console_state.say.listening == ""
        assert not [each for each in desk.sent if isinstance(each, m.SpeakTurn)] and desk.ring.turn == 0
        desk.ear.refuses = "That would be heard in the hall."
        dispatch_of(desk.saying).execute(Listen("secret"))
        await settle()
        assert (
            desk.ear.played == 2 * SECOND and desk.presenter.console_state.refusal == "That would be heard in the hall."
        )
        desk.saying.close()

    run(scenario())


def test_the_book_of_names_is_changed_or_says_why_not(desk: Desk) -> None:
    dispatch_of(desk.saying).execute(ChangeBook("Hsu", "Shoo", "en"))
    dispatch_of(desk.saying).execute(ChangeBook("Hsu", ""))
    assert [each.name for each in desk.voices.changes] == ["Hsu", "Hsu"]
    assert desk.presenter.console_state.refusal == "That will not do."


def test_captions_are_the_presets_that_is_on(desk: Desk) -> None:
    async def scenario() -> None:
        desk.saying.check_lines()
        assert not [each for each in desk.sent if isinstance(each, m.SetCaptions)], "nothing is on"
        desk.take()
        desk.saying.check_lines()
        assert desk.sent[-1] == m.SetCaptions(on=True)
        desk.saying.close()

    run(scenario())


def test_a_line_that_waits_for_the_hall_is_not_said_after_a_take(desk: Desk) -> None:
    async def scenario() -> None:
        desk.take()
        answer = await desk.line.begin(desk.fresh())  # somebody else is speaking
        desk.say(SayPrepared(1))
        desk.say(SayTyped("two"))
        await settle()
        desk.saying.stop()  # the take
        answer.end()
        await settle()
        turns = [each.turn for each in desk.sent if isinstance(each, m.SpeakTurn)]
        assert turns == [answer.turn] and desk.voices.one.spoken == []
        desk.say(SayTyped("three"))
        await settle()
        assert [text for text, _ in desk.voices.one.spoken] == ["three"]
        desk.saying.close()

    run(scenario())


def test_on_air_edit_changes_neither_the_captions_nor_the_lines_of_the_preset_that_is_on(desk: Desk) -> None:
    async def scenario() -> None:
        desk.take()
        desk.presenter.console_state.state = ShowState.LIVE
        desk.saying.check_lines()
        desk.sent.clear()
        desk.session.change(SetField("gala", "captions", False))
        desk.session.change(SetField("gala", "lines", "Half typ"))
        desk.saying.check_lines()
        assert not [each for each in desk.sent if isinstance(each, m.SetCaptions)]
        assert desk.presenter.console_state.say.lines[0].words == "Good evening"
        desk.take()
        desk.saying.check_lines()
        assert [each for each in desk.sent if isinstance(each, m.SetCaptions)]
        assert [each.words for each in desk.presenter.console_state.say.lines] == ["Half typ"]
        desk.saying.close()

    run(scenario())


def test_when_another_mode_is_chosen_the_line_on_air_ends_and_none_that_waits_is_said(desk: Desk) -> None:
    async def scenario() -> None:
        desk.take()
        for text in ("one two three", "four", "five"):
            desk.say(SayTyped(text))
        await desk.hear(0.4)
        desk.saying.drop_waiting()
        for _ in range(3):
            await desk.hear()
        assert [text for text, _ in desk.voices.one.spoken] == ["one two three"]
        assert desk.captions()[-1] == "one two three", "it is heard to its end"
        assert desk.presenter.console_state.say.waiting == 0
        desk.saying.close()

    run(scenario())
