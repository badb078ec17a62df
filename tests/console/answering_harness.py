"""An evening in tests: the console's whole answering, with presets that are taken, before a hall that is listened to.

Every text that can ever be voiced is different from all others, so that each sample in the hall names the sentence it
belongs to. What may be heard is written down from what the operator's window showed when the hand came down, and from
nothing that the desk knows.
"""

from __future__ import annotations

import asyncio
import re
from collections.abc import AsyncIterator, Coroutine
from dataclasses import dataclass, field
from pathlib import Path
from types import SimpleNamespace
from typing import Any, cast
from unittest.mock import patch

from console.answer.llm.fallback import FallbackLLM, Limits
from console.answer.llm.protocol import Asked
from console.rundown.session import RundownSession
from console.settings.file import Settings
from console.show.answers.approval import policy_of
from console.show.answers.draft import HeldBack, SentenceState
from console.show.answers.events import AnswererNamed, SentenceWritten, ThinkingBroke, WordsWritten
from console.show.core.enums import Approval, Mode, Unattended
from console.show.core.state import Show, ShowState
from console.show.effects.answers import AnswerEffect, AskQuestion, JudgeAnswer, SortQuestion
from console.show.rundown.preset import Preset
from console.show.state.answer_view import DraftView
from console.state_presenter import StatePresenter
from console.talk.answering import Answering
from console.talk.captions import Captioner
from console.talk.voice_service import VoiceService
from engine.avatar import Avatar
from tests.console.answer import turn_harness
from tests.console.answer.hall import Hall, settle
from tests.console.dispatched import dispatch_of

PRESET = """format = 3
name = "{name}"
avatar = "lin"
mode = "{mode}"
approval = "{approval}"
unattended = "{unattended}"
unattended_s = 10
safe_line = "Safe of {name}."
standby_line = "Stand by of {name}."
never_say = "{never}"
"""
PRESETS = {
    "auto": ("answer", "auto", "stay", "BAD"),
    "first": ("answer", "first", "safe", "BAD"),
    "each": ("answer", "each", "drop", "WORSE"),
    "mirror": ("mirror", "first", "stay", ""),
}


@dataclass
class Book:
    """What may sound now.

    Attributes:
        let_out: texts that a hand has let out since the last INTERRUPT or take, as they stood in the window.
        by_rule: turns that a preset's own rule lets out: begun under it, and nothing was cut or taken since.
    """

    let_out: set[str] = field(default_factory=set)
    by_rule: set[int] = field(default_factory=set)

    def cut(self) -> None:
        """Nothing that was let out before may be heard any more."""
        self.let_out.clear()
        self.by_rule.clear()


class FakeLLM(turn_harness.FakeLLM):
    """A thinker whose words bear their turn's number, and are never the same twice."""

    async def answer(self, asked: Asked) -> AsyncIterator[str]:
        """The plan of the question; `{}` in it is the turn and the step."""
        turn, _, question = asked.question.partition(":")
        for step, words in enumerate(self.plans.get(question, ("{} answer. ",))):
            if isinstance(words, Exception):
                raise words
            if words is None:
                await self.gate.wait()
            else:
                yield words.format(f"T{turn}{'abcdefgh'[step]}")
                await asyncio.sleep(0)


def turn_of(text: str) -> int:
    """Whose a drafted text is, by its first letters; 0 for any other text."""
    found = re.match(r"T(\d+)[a-z]", text)
    return int(found[1]) if found else 0


class AnsweringHarness(Hall):
    """An `Answering` with four presets; `run` lets it go on."""

    def __init__(self, home: Path) -> None:
        super().__init__(2.0)
        self.loop = asyncio.new_event_loop()
        self.now = 0.0
        self.turn = 0
        self.llm = FakeLLM()
        self.book = Book()
        folder = home / "presets"
        folder.mkdir()
        for name, (mode, approval, unattended, never) in PRESETS.items():
            text = PRESET.format(name=name, mode=mode, approval=approval, unattended=unattended, never=never)
            (folder / f"{name}.toml").write_text(text, encoding="utf-8")
        self.presenter = StatePresenter(Show(0.0), Settings(), ())
        self.console_state = self.presenter.console_state
        avatar = cast(Avatar, SimpleNamespace(id="lin", name="Lin", voice=""))
        self.session = RundownSession(folder, folder, lambda: [avatar])
        self._patch = patch("console.talk.answering.config_for", self._kit_for)
        self._patch.start()
        voices = SimpleNamespace(names=lambda *_: ("builtin",), voice=lambda _: self.mouth, leaves=lambda *_: [])
        self.answering = Answering(
            self.line,
            cast(VoiceService, voices),
            Captioner(self._send),
            fresh=self._fresh,
            presenter=self.presenter,
            session=self.session,
            own_voice=lambda _: "",
            key_of=lambda provider: None,
            options=Settings,
            log=turn_harness.silent_log(),
            clock=lambda: self.now,
        )
        self.old_views: list[DraftView] = []
        self._judged = 0
        self.console_state.state, self.console_state.mode = ShowState.LIVE, Mode.ANSWER
        self.take("first")

    def _fresh(self) -> int:
        self.turn += 1
        if self.preset.approval is Approval.AUTO:
            self.book.by_rule.add(self.turn)
        return self.turn

    def _kit_for(self, preset: Preset, *_: object, **__: object) -> Any:
        async def at_once(seconds: float) -> None:
            await asyncio.sleep(0)

        def check(text: str) -> HeldBack | None:
            return HeldBack(f"{preset.never_say} it is.") if preset.never_say and preset.never_say in text else None

        return SimpleNamespace(
            preset=preset,
            policy=policy_of(preset),
            safety=SimpleNamespace(check=check, check_question=lambda text: None),
            chain=FallbackLLM([self.llm], limits=Limits(1e6, 1e6), sleep=at_once, spread=lambda: 0.5),
            asked=lambda command: Asked(f"{command.turn}:{command.question}", history=command.history),
        )

    # -- how it goes on -----------------------------------------------------------------------------------------

    def run(self, work: Coroutine[Any, Any, Any]) -> Any:
        """Let something happen, and all that follows from it."""

        async def whole() -> Any:
            done = await work
            if self.answering._loading is not None:
                await self.answering._loading
            await settle()
            return done

        done = self.loop.run_until_complete(whole())
        for text in self.mouth.spoken[self._judged :]:
            assert self.may_sound(text), f"nobody let out {text!r}"
        self._judged = len(self.mouth.spoken)
        draft = self.view
        if draft is not None and draft.turn not in [each.turn for each in self.old_views]:
            self.old_views = [*self.old_views[-3:], draft]
        return done

    def observe(self) -> None:
        self.answering.observe()

    @property
    def preset(self) -> Preset:
        """What is on."""
        item = self.session.rundown.find(self.session.cues.current)
        assert item is not None
        return item.preset

    @property
    def view(self) -> DraftView | None:
        """What the window shows of the answer on the desk."""
        return self.console_state.answers.draft

    def _was_heard(self, turn: int) -> None:
        super()._was_heard(turn)
        self.presenter.end_speech(turn)

    async def last_words(self) -> None:
        for heard in self._last_words:
            self.presenter.end_speech(heard.turn)
        await super().last_words()

    def close(self) -> None:
        """The console goes, and leaves nothing behind."""
        self.line.close()
        self.answering.close()
        self.run(settle())
        left = asyncio.all_tasks(self.loop)
        self.loop.run_until_complete(self.loop.shutdown_default_executor())
        self.loop.close()
        self.ring.close()
        self.session.close()
        self._patch.stop()
        assert not left and not self.answering._log.faults

    # -- hands --------------------------------------------------------------------------------------------------

    def do(self, effect: AnswerEffect) -> bool:
        """What the controller does with an effect; False when it is refused."""

        async def work() -> bool:
            if dispatch_of(self.answering).validate(effect):
                return False
            dispatch_of(self.answering).execute(effect)
            return True

        return bool(self.run(work()))

    def lets_out(self, verb: str, view: DraftView, number: int = -1) -> bool:
        """Whether this verb may let anything of this view out now."""
        meant = self.view is not None and self.view.turn == view.turn
        return meant and not dispatch_of(self.answering).validate(JudgeAnswer(verb, view.turn, number))

    def ask(self, question: str, plan: tuple[str | Exception | None, ...]) -> None:
        """A question, and what the thinker will say to it."""
        self.llm.plans[question] = plan
        self.do(AskQuestion(question))

    def approve(self, view: DraftView, seen: int) -> None:
        """Y, when the window showed so many sentences."""
        texts = [each.text for each in view.sentences[:seen] if each.state is SentenceState.WAITING]
        if self.lets_out("approve", view):
            self.book.let_out.update(texts[:1] if self.preset.approval is Approval.EACH else texts)
        self.do(JudgeAnswer("approve", view.turn, seen))

    def release(self, view: DraftView, number: int) -> None:
        """RELEASE at a sentence."""
        held = [each.text for each in view.sentences[number : number + 1] if each.state is SentenceState.HELD]
        if self.lets_out("release", view, number):
            self.book.let_out.update(held)
        self.do(JudgeAnswer("release", view.turn, number))

    def own_line(self, verb: str) -> None:
        """The preset's stand-by line, or its safe line."""
        text = self.preset.safe_line if verb == "safe_line" else self.preset.standby_line
        if not dispatch_of(self.answering).validate(JudgeAnswer(verb)):
            self.book.let_out.add(text)
        self.do(JudgeAnswer(verb))

    def judge(self, verb: str, view: DraftView, number: int = -1, text: str = "") -> None:
        """A verb that lets nothing out, unless the preset's rule lets the operator's own words out."""
        own = [line for line in text.splitlines() if not self._held(line)]
        if view.turn in self.book.by_rule and self.view is not None and self.view.turn == view.turn:
            self.book.let_out.update(own)
        self.do(JudgeAnswer(verb, view.turn, number, text))

    def sort(self, verb: str, *numbers: int) -> None:
        """A verb about questions that wait."""
        self.do(SortQuestion(verb, numbers))

    def late(self, turn: int, words: str) -> None:
        """A thinker that did not hear that its turn is over."""

        async def work() -> None:
            late = (
                WordsWritten(turn, words),
                SentenceWritten(turn, f"T{turn}x {words}."),
                AnswererNamed(turn, "Late"),
                ThinkingBroke(turn),
            )
            for event in late:
                self.answering._answerer.receive(event)

        self.run(work())

    def interrupt(self) -> None:
        """INTERRUPT, as the controller carries it out."""

        async def work() -> None:
            self._send(self.interruption())
            self.answering.interrupt()

        self.book.cut()
        self.run(work())

    def take(self, name: str) -> None:
        """TAKE, as the controller carries it out: what is heard is dropped, then the rooms are told."""

        async def work() -> None:
            if self.console_state.say_progress is not None:
                self._send(self.interruption())
            self.answering.preset_taken()
            self.console_state.mode = self.preset.mode

        self.book.cut()
        self.session.take(name)
        self.run(work())

    def go(self, state: ShowState) -> None:
        """The show is in another state."""

        async def work() -> None:
            self.answering.show_changed(state)

        if state is not ShowState.LIVE and self.answering.speaking:
            self.book.cut()
        self.console_state.state = state
        self.run(work())

    def pass_time(self, seconds: float) -> None:
        """The clock goes on, and the desk looks at it."""

        async def work() -> None:
            self.answering._tick()

        if (
            self.console_state.state is ShowState.LIVE
            and self.console_state.mode is not Mode.ANSWER
            and self.answering.speaking
        ):
            self.book.cut()
        elif self.preset.unattended is Unattended.SAFE and self.answering.desk.unattended_s() is not None:
            self.book.let_out.add(self.preset.safe_line)
        self.now += seconds
        self.run(work())

    # -- ears ---------------------------------------------------------------------------------------------------

    def listen(self, words: float) -> None:
        """The hall hears on, and nothing that must not sound."""
        before = self.samples.copy()
        self.run(self.hear(words))
        for value in self.samples - before:
            text = self.mouth.values[value]
            assert self.may_sound(text), f"{text!r} is heard after what let it out was over"

    def may_sound(self, text: str) -> bool:
        """Whether a hand, or a preset's rule, has let this very text out since the last cut."""
        return text in self.book.let_out or (turn_of(text) in self.book.by_rule and not self._held(text))

    def _held(self, text: str) -> bool:
        never = self.preset.never_say
        return bool(never) and never in text
