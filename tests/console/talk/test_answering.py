"""ANSWER in the console: the preset's own thinkers and safety, on the air only, and what the window is told."""

from __future__ import annotations

import asyncio
import secrets
import time
from collections.abc import Coroutine, Iterator
from pathlib import Path
from types import SimpleNamespace
from typing import Any, cast

import msgspec
import pytest
from pytestqt.qtbot import QtBot

from console.answer.secrets import ApiKey
from console.answer.speech import SpeechLine
from console.answer.text.lexicon import Lexicon
from console.rundown.session import RundownSession
from console.settings.file import Settings
from console.show.answers.draft import SentenceState
from console.show.answers.questions import OLD
from console.show.core.enums import Approval, Mode
from console.show.core.state import Show, ShowState
from console.show.effects.answers import AnswerEffect, AskQuestion, JudgeAnswer, SortQuestion
from console.show.rundown.preset import Preset
from console.show.rundown.rundown import SetField
from console.show.state.answer_view import AnswerView
from console.state_presenter import StatePresenter
from console.talk.answering import UNCHECKED, Answering
from console.talk.captions import Captioner
from console.talk.voice_service import VoiceService
from engine.avatar import Avatar
from engine.ipc.messages import core as m
from engine.ipc.messages.base import Message
from engine.ipc.rings.speech_ring import SpeechRing
from engine.text import Text
from tests.console.answer.hall import Mouth, settle
from tests.console.dispatched import dispatch_of
from tests.console.test_preflight_controller import Log
from tests.fakes.answer_server import AnswerServer

PRESET = '''format = 3
name = "Quiz"
avatar = "lin"
mode = "answer"
think = "facts"
approval = "{approval}"
standby_line = "Let me think."
{more}
facts_text = """
# Where is the cloakroom?
{answer}
"""
'''
WHERE = "Where is the cloakroom?"
SECOND = 48_000


class Desk:
    """An Answering with a preset, a voice of words and a hall."""

    def __init__(self, home: Path) -> None:
        self.folder = home / "presets"
        self.folder.mkdir()
        self.write("quiz", "By the east door.")
        self.write("other", "In the cellar.", "each")
        self.presenter = StatePresenter(Show(time.monotonic()), Settings(), ())
        avatar = cast(Avatar, SimpleNamespace(id="lin", name="Lin", voice=""))
        self.session = RundownSession(self.folder, self.folder, lambda: [avatar])
        self.ring = SpeechRing.create(f"compere-test-{secrets.token_hex(4)}", 20.0)
        self.sent: list[Message] = []
        self.line = SpeechLine(self.sent.append, lambda: asyncio.sleep(0))
        self.line.use(self.ring.name)
        self.mouth = Mouth()
        self.voices_leave: list[str] = []
        self.book = Lexicon()
        self.turn = 0
        self.now = 0.0
        self.log = Log()
        voices = SimpleNamespace(
            names=lambda *_: ("builtin",), voice=lambda _: self.mouth, leaves=lambda *_: self.voices_leave
        )
        self.answering = Answering(
            self.line,
            cast(VoiceService, voices),
            Captioner(self.sent.append),
            fresh=self.fresh,
            presenter=self.presenter,
            session=self.session,
            own_voice=lambda _: "",
            key_of=self.key_of,
            options=Settings,
            log=self.log,
            clock=lambda: self.now,
            book=lambda: self.book,
        )

    @property
    def view(self) -> AnswerView:
        """Questions and answers as the window has them."""
        return self.presenter.console_state.answers

    def write(self, name: str, answer: str, approval: str = "auto", more: str = "") -> None:
        text = PRESET.format(answer=answer, approval=approval, more=more)
        (self.folder / f"{name}.toml").write_text(text, encoding="utf-8")

    def fresh(self) -> int:
        self.turn += 1
        return self.turn

    @staticmethod
    def key_of(provider: str) -> ApiKey | None:
        return None

    async def take(self, name: str = "quiz", *, state: ShowState = ShowState.LIVE) -> None:
        """The preset is on, and its config is there."""
        self.session.take(name)
        self.presenter.console_state.state, self.presenter.console_state.mode = state, Mode.ANSWER
        self.answering._check_preset()
        await self.loaded()

    async def loaded(self) -> None:
        if self.answering._loading is not None:
            await self.answering._loading
        await settle()

    async def do(self, effect: AnswerEffect) -> str:
        """What the controller does with an effect."""
        refusal = dispatch_of(self.answering).validate(effect)
        if not refusal:
            dispatch_of(self.answering).execute(effect)
        await settle()
        return refusal

    async def hear(self, seconds: float = 1e9) -> None:
        """The hall hears the turn in the ring up to here."""
        turn = self.ring.turn
        state = self.ring.state_of(turn)
        assert state is not None
        heard = min(round(seconds * SECOND), state.written)
        self.ring.release(turn, heard, state.phones)
        self.line.update_status(m.TurnStatus(turn, heard, state.written, 0.0, state.ended))
        if state.ended and heard == state.written:
            whole = heard / SECOND
            self.line.end_turn(m.TurnEnded(turn=turn, heard_s=whole, whole_s=whole, interrupted=False))
        self.answering.observe()
        await settle()

    def logged(self, event: str) -> list[dict[str, Any]]:
        return [fields for words, fields in self.log.lines if words == event]


@pytest.fixture
def desk(tmp_path: Path, qtbot: QtBot) -> Iterator[Desk]:
    made = Desk(tmp_path)
    yield made
    made.line.close()
    made.ring.close()
    made.session.close()


def run(desk: Desk, work: Coroutine[Any, Any, None]) -> None:
    """The evening; afterwards the console goes, and leaves nothing behind."""

    async def scenario() -> None:
        await asyncio.wait_for(work, 20)
        desk.answering.close()
        await settle()
        left = [task for task in asyncio.all_tasks() if task is not asyncio.current_task()]
        assert not left, left

    asyncio.run(scenario())


def test_a_question_is_answered_from_the_presets_facts_and_all_of_it_is_told(desk: Desk) -> None:
    async def scenario() -> None:
        await desk.take()
        assert desk.view.ready and desk.view.by == "Facts" and desk.view.leaves == ("Nothing leaves this machine.",)
        assert await desk.do(AskQuestion(WHERE)) == ""
        assert desk.view.draft is not None and desk.view.draft.question == WHERE
        await desk.hear()
        assert desk.view.draft is None and desk.view.last is not None
        assert desk.view.last.heard == "By the east door."
        row = desk.logged("answer")[0]
        assert (row["heard"], row["whole"]) == ("By the east door.", True)
        assert list(row["stages"]) == ["heard", "thought", "drafted", "approved", "voiced", "shown"]
        assert desk.view.stages == row["stages"]

    run(desk, scenario())


def test_off_the_air_an_answer_waits_and_is_heard_when_the_show_goes_live(desk: Desk) -> None:
    async def scenario() -> None:
        await desk.take(state=ShowState.STANDBY)
        assert await desk.do(AskQuestion(WHERE)) == ""
        assert desk.mouth.spoken == []
        assert "LIVE" in await desk.do(JudgeAnswer("approve")), "and nothing is let out by hand"
        desk.presenter.console_state.state = ShowState.LIVE
        desk.answering.show_changed(ShowState.LIVE)
        await settle()
        assert desk.mouth.spoken == ["By the east door."]

    run(desk, scenario())


def test_another_mode_drives_the_avatar_and_nothing_is_said_until_it_answers_again(desk: Desk) -> None:
    async def scenario() -> None:
        await desk.take()
        desk.presenter.console_state.mode = Mode.MIRROR
        await desk.do(AskQuestion(WHERE))
        assert desk.mouth.spoken == [] and "ANSWER" in await desk.do(JudgeAnswer("stand_by"))
        desk.presenter.console_state.mode = Mode.ANSWER
        desk.answering._tick()
        await settle()
        assert desk.mouth.spoken == ["By the east door."]
        await desk.hear(0.6)
        desk.presenter.console_state.mode = Mode.MIRROR
        desk.answering._tick()
        await settle()
        assert [each for each in desk.sent if isinstance(each, m.Interrupt)], "it does not speak on in MIRROR"

    run(desk, scenario())


@pytest.mark.parametrize("after", [ShowState.HOLD, ShowState.PANIC, ShowState.STANDBY])
def test_leaving_the_air_ends_what_is_spoken(desk: Desk, after: ShowState) -> None:
    async def scenario() -> None:
        await desk.take()
        await desk.do(AskQuestion(WHERE))
        await desk.hear(0.6)
        desk.presenter.console_state.state = after
        desk.answering.show_changed(after)
        await settle()
        assert isinstance(desk.sent[-1], m.Interrupt) and desk.view.draft is None
        assert desk.answering.desk.history[0].heard == "By", "what was heard stays"

    run(desk, scenario())


def test_a_preset_taken_in_the_middle_of_an_answer_rules_the_next_one_at_once(desk: Desk) -> None:
    async def scenario() -> None:
        await desk.take()
        await desk.do(AskQuestion(WHERE))
        await desk.hear(0.6)
        desk.session.take("other")
        await desk.do(AskQuestion("Where is the cloakroom, please?"))
        assert desk.answering.desk.policy.approval is Approval.EACH, "nothing slips out by the rule before"
        await desk.hear()
        assert desk.logged("answer")[0]["heard"] == "By the east door.", "what was begun goes to its end"
        await desk.loaded()
        assert desk.view.draft is not None
        assert [each.text for each in desk.answering.desk.draft.sentences] == ["In the cellar."]  # type: ignore[union-attr]
        assert desk.mouth.spoken == ["By the east door."]
        await desk.do(JudgeAnswer("approve"))
        assert desk.mouth.spoken[-1] == "In the cellar."

    run(desk, scenario())


def test_without_its_list_of_words_a_preset_lets_nothing_out_unread(desk: Desk) -> None:
    async def scenario() -> None:
        await desk.take()
        await desk.do(AskQuestion(WHERE))
        await desk.hear(0.6)
        desk.write("other", "In the cellar.", more='word_list = "gone.txt"')
        desk.session.open()
        desk.session.take("other")
        desk.answering._check_preset()
        await desk.loaded()
        assert "gone.txt" in desk.view.fault and not desk.view.ready
        assert desk.view.fault == await desk.do(AskQuestion("And now?"))
        await desk.do(JudgeAnswer("rewrite", text="My own words."))
        draft = desk.answering.desk.draft
        assert draft is not None and draft.sentences[-1].state is SentenceState.HELD
        assert draft.sentences[-1].hold is not None and draft.sentences[-1].hold.reason == UNCHECKED
        assert desk.mouth.spoken == ["By the east door."]
        await desk.do(JudgeAnswer("release", number=len(draft.sentences) - 1))
        await desk.hear()
        assert desk.mouth.spoken[-1] == "My own words.", "the operator has read it"

    run(desk, scenario())


def test_before_its_kit_is_there_a_question_is_refused_in_one_sentence(desk: Desk) -> None:
    async def scenario() -> None:
        assert "being made ready" in await desk.do(AskQuestion(WHERE))

    run(desk, scenario())


def test_a_stand_by_line_is_no_answer_in_the_log(desk: Desk) -> None:
    async def scenario() -> None:
        await desk.take()
        assert await desk.do(JudgeAnswer("stand_by")) == ""
        await desk.hear()
        assert desk.logged("stand-by line") and not desk.logged("answer")
        assert await desk.do(SortQuestion("answer")) == "No question is waiting."

    run(desk, scenario())


def test_after_an_interrupt_the_next_question_waits_for_a_hand(desk: Desk) -> None:
    async def scenario() -> None:
        await desk.take()
        await desk.do(AskQuestion(WHERE))
        await desk.do(AskQuestion("Where is the cloakroom, please?"))
        await desk.hear(0.6)
        desk.answering.interrupt()
        await settle()
        for _ in range(20):
            desk.answering._tick()
        await settle()
        assert desk.view.paused and desk.view.draft is None and len(desk.view.waiting) == 1
        assert desk.mouth.open == 0 and len(desk.mouth.spoken) == 1

    run(desk, scenario())


# -- the operator's time -----------------------------------------------------------------------------------------

WAITS = 'unattended = "drop"\nunattended_s = 5'


async def waiting(desk: Desk) -> None:
    """An answer waits for a hand, and the time-out rule counts."""
    desk.write("slow", "In the attic.", "first", WAITS)
    desk.session.open()
    await desk.take("slow")
    await desk.do(AskQuestion(WHERE))
    desk.answering._tick()
    assert desk.view.draft is not None and desk.view.unattended_s == 5.0


def test_an_answer_is_not_taken_away_while_the_operator_writes(desk: Desk) -> None:
    async def scenario() -> None:
        await waiting(desk)
        for _ in range(5):
            desk.now += 4.0
            desk.answering.touched()
            desk.answering._tick()
        assert desk.view.draft is not None and desk.view.unattended_s == 5.0
        desk.now += 5.0
        desk.answering._tick()
        assert desk.view.draft is None, "the hand is gone: the rule acts"

    run(desk, scenario())


def test_the_time_of_the_operator_does_not_run_while_nothing_may_be_spoken(desk: Desk) -> None:
    async def scenario() -> None:
        await waiting(desk)
        desk.presenter.console_state.state = ShowState.HOLD
        for _ in range(3):
            desk.now += 60.0
            desk.answering._tick()
        assert desk.view.draft is not None and desk.view.unattended_s is None
        desk.presenter.console_state.state = ShowState.LIVE
        desk.answering._tick()
        assert desk.view.unattended_s == 5.0, "all of it, back on the air"

    run(desk, scenario())


# -- another preset ----------------------------------------------------------------------------------------------


def test_a_take_ends_what_is_spoken_for_the_preset_before(desk: Desk) -> None:
    async def scenario() -> None:
        await desk.take()
        await desk.do(AskQuestion(WHERE))
        await desk.do(AskQuestion("Where is the cloakroom, please?"))
        await desk.hear(0.6)
        desk.session.take("other")
        desk.answering.preset_taken()
        assert isinstance(desk.sent[-1], m.Interrupt) and not desk.answering.speaking
        await desk.loaded()
        draft = desk.view.draft
        assert draft is not None and [each.text for each in draft.sentences] == ["In the cellar."]
        assert desk.answering.desk.history[0].heard == "By", "what was heard stays"
        assert desk.mouth.spoken == ["By the east door."]

    run(desk, scenario())


def test_an_answer_that_waits_stays_on_the_desk_at_a_take_and_goes_out_by_a_hand_only(desk: Desk) -> None:
    async def scenario() -> None:
        await desk.take("other")
        await desk.do(AskQuestion(WHERE))
        desk.session.take("quiz")  # which speaks its answers at once
        desk.answering.preset_taken()
        await desk.loaded()
        draft = desk.view.draft
        assert draft is not None and [each.text for each in draft.sentences] == ["In the cellar."]
        assert draft.sentences[0].state is SentenceState.WAITING and draft.notes == (OLD,)
        assert desk.mouth.spoken == []
        await desk.do(JudgeAnswer("approve", draft.turn, 1))
        assert desk.mouth.spoken == ["In the cellar."]

    run(desk, scenario())


def test_what_the_preset_before_could_say_is_looked_at_again(desk: Desk) -> None:
    async def scenario() -> None:
        desk.write("strict", "No.", "first", 'never_say = "cellar"')
        desk.session.open()
        await desk.take("other")
        await desk.do(AskQuestion(WHERE))
        desk.session.take("strict")
        desk.answering.preset_taken()
        await desk.loaded()
        assert desk.answering.desk.draft is not None
        assert desk.answering.desk.draft.sentences[0].state is SentenceState.HELD

    run(desk, scenario())


def test_an_answer_is_logged_with_its_question(desk: Desk) -> None:
    async def scenario() -> None:
        await desk.take()
        await desk.do(AskQuestion(WHERE))
        await desk.do(AskQuestion("Where is the cloakroom, please?"))
        await desk.hear()
        await desk.hear()
        assert [row["question"] for row in desk.logged("answer")] == [WHERE, "Where is the cloakroom, please?"]

    run(desk, scenario())


def test_what_edit_makes_of_the_preset_that_is_on_is_no_rule_of_the_desk_before_it_is_taken_again(desk: Desk) -> None:
    async def scenario() -> None:
        await desk.take("other")
        desk.session.change(SetField("other", "approval", "auto"))
        desk.answering._check_preset()
        await desk.loaded()
        await desk.do(AskQuestion(WHERE))
        assert desk.view.approval is Approval.EACH and desk.mouth.spoken == [], "nothing goes out unapproved"
        await desk.take("other")
        assert desk.view.approval is Approval.AUTO
        desk.session.change(SetField("other", "approval", "first"))
        desk.presenter.console_state.state = ShowState.STANDBY
        desk.answering._check_preset()
        await desk.loaded()
        assert desk.view.approval is Approval.FIRST, "while nothing is on air EDIT is followed at once"

    run(desk, scenario())


def test_what_leaves_is_one_truth_about_all_who_would_be_asked(desk: Desk) -> None:
    """That nothing leaves never stands beside what does, and who cannot be asked is not spoken of."""

    async def scenario() -> None:
        await desk.take()
        assert desk.view.leaves == ("Nothing leaves this machine.",)
        desk.voices_leave = [Text("The text to be spoken goes to {name}.", name="Microsoft")]
        desk.answering.hearers_leave = lambda: [
            "Nothing leaves this machine.",
            Text("The question's sound goes to {address}.", address="a.example"),
        ]
        desk.answering._check_preset()
        told = ("The text to be spoken goes to Microsoft.", "The question's sound goes to a.example.")
        assert desk.view.leaves == told

    run(desk, scenario())


@pytest.mark.parametrize(
    ("on", "next_one", "woken"), [("facts", "server", True), ("server", None, True), ("facts", "facts", False)]
)
def test_the_model_of_the_next_preset_is_woken_before_it_is_asked(
    desk: Desk, on: str, next_one: str | None, woken: bool
) -> None:
    def preset(think: str) -> Preset:
        return Preset(name="x", avatar="lin", mode=Mode.ANSWER, think=think)

    async def scenario() -> None:
        with AnswerServer() as server:
            server.loads_s = 0.05
            options = msgspec.structs.replace(Settings(), server_url=server.base_url, server_model=secrets.token_hex(4))
            presets = (preset(on), preset(next_one) if next_one is not None else None)
            desk.answering._wake(presets, options)
            if desk.answering._waking is not None:
                await desk.answering._waking
            assert server.loaded is woken
            desk.answering._wake(presets, msgspec.structs.replace(options, use_server=False))
            assert len([each for each in server.requests if each.path == "/api/generate"]) == woken
