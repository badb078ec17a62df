"""ANSWER: the question desk of the running console, with the preset's thinkers, its voices and the way to the hall."""

from __future__ import annotations

import asyncio
import contextlib
import secrets as random
import time
from collections.abc import Callable, Iterable
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QObject, QTimer

from console.answer.config import AnswerConfig, AnswerConfigError, config_for, safety_for
from console.answer.llm.waking import wake
from console.answer.safety.checks import Safety
from console.answer.safety.final_check import FinalCheck
from console.answer.secrets import ApiKey
from console.answer.speech import SpeechLine, SpeechWriter
from console.answer.stages import StageWatch
from console.answer.text.lexicon import Lexicon
from console.answer.tts.prerender import Prerendered
from console.answer.tts.protocol import TTSError
from console.answer.turn import Answerer
from console.dispatch import Dispatch
from console.rundown.session import RundownSession
from console.rundown.show_file import file_of
from console.show.answers.addresses import server_address
from console.show.answers.approval import Decision, Policy, policy_of
from console.show.answers.draft import NOT_LOADED, HeldBack
from console.show.answers.events import Interrupted, PresetTaken, TimePassed, VoiceReady
from console.show.answers.inbox import DeskInbox
from console.show.answers.judging import refusal
from console.show.answers.leaving import leaving
from console.show.answers.questions import QuestionDesk
from console.show.core.alarms import AlarmKind
from console.show.core.enums import Mode
from console.show.core.state import UNARMED, ShowState
from console.show.effects.answers import (
    AnswerVerb,
    AskQuestion,
    JudgeAnswer,
    QuestionSource,
    QuestionVerb,
    SortQuestion,
)
from console.show.rundown.lines import SayLine, language_for
from console.show.rundown.preset import Preset, thinkers
from console.show.state.answer_view import AnswerView, DraftView
from console.show.state.settings import Options
from console.state_presenter import StatePresenter
from console.talk.captions import Captioner
from console.talk.voice_service import VoiceService
from engine.files.disk_probe import DISKS
from engine.ipc.logger import Logger
from engine.text import Text

TICK_MS = 100
LOOK_EVERY = 10
"""Ticks between two looks at the preset and its files."""

LOAD_S = 2.0
"""A line waits so long for the lists of a preset that was just taken."""

UNCHECKED = "Nothing can check this sentence now, see the preset's alarm: read it, then release it."

_OUT = frozenset({AnswerVerb.APPROVE, AnswerVerb.STAND_BY, AnswerVerb.SAFE_LINE, AnswerVerb.RELEASE})
"""Verbs that let something out into the hall."""

WRITTEN = (
    "ready", "fault", "by", "leaves", "waiting", "draft", "approval",
    "unattended_s", "safe_line", "standby_line", "paused", "last", "stages",
)  # fmt: skip
"""What this writes of the console's `answers`; the rest is what is heard, and what presets can do."""


class Answering(QObject):
    """Runs the desk; one per console.

    Args:
        line: the way to the hall.
        voices: who speaks.
        captioner: lets the hall read it.
        fresh: gives the number of a new turn.
        presenter: writes the console's state.
        session: the rundown; its current preset answers.
        own_voice: an avatar's own voice, by its id, or "".
        key_of: a provider's key, or None.
        options: the settings as they are now.
        log: where to write events.
        clock: monotonic seconds.
        book: gives the show's pronunciation book.
    """

    def __init__(
        self,
        line: SpeechLine,
        voices: VoiceService,
        captioner: Captioner,
        *,
        fresh: Callable[[], int],
        presenter: StatePresenter,
        session: RundownSession,
        own_voice: Callable[[str], str],
        key_of: Callable[[str], ApiKey | None],
        options: Callable[[], Options],
        log: Logger,
        clock: Callable[[], float] = time.monotonic,
        book: Callable[[], Lexicon] = Lexicon,
    ) -> None:
        super().__init__()
        self._answers = presenter.console_state.claim(AnswerView, *WRITTEN)
        self._line, self._voices, self._captioner, self._presenter, self._session = (
            line,
            voices,
            captioner,
            presenter,
            session,
        )
        self._own_voice, self._key_of, self._options, self._log, self._clock = own_voice, key_of, options, log, clock
        self._config: AnswerConfig | None = None  # of `_preset`, once it is loaded
        self._preset: Preset | None = None
        self._checked = False  # `_config` holds the words that `_preset` forbids
        self._safety: Safety | None = None  # of the preset that is on, whether it can answer or not
        self._seen: object = None
        self._words_of: object = None
        self._loading: asyncio.Task[None] | None = None
        self._loaded = asyncio.Event()
        self._ticks = 0
        self._last_turn = 0
        self._waking: asyncio.Task[bool] | None = None
        self.hearers_leave: Callable[[], list[str]] = list  # whoever listens tells what leaves with a question's sound
        self.answer_begun: Callable[[str], None] = lambda question: None  # whoever listens is told what is answered
        self._asked: dict[int, str] = {}  # the questions of the last few turns
        self.stages = StageWatch(clock)
        self.final = FinalCheck(lambda: self._safety, book)
        self.desk = QuestionDesk(
            Policy(),
            clock=clock,
            turns=fresh,
            check=self._check,
            check_question=self._check_question,
            check_border=self.final.border,
            check_line=lambda text: self.final.listed(text) if self._checked else NOT_LOADED,
        )
        self._answerer = Answerer(
            DeskInbox(self.desk, may_speak=self._may_speak).receive,
            line,
            config=lambda: self.config,
            ready=self._loaded.wait,
            voice=self._voice,
            fresh=fresh,
            stages=self.stages,
            listener=self,
            log=log,
            final=self.final,
        )
        self._timer = QTimer(self, interval=TICK_MS)
        self._timer.timeout.connect(self._tick)

    @property
    def speaking(self) -> bool:
        """An answer is being voiced or heard."""
        return self._answerer.speaking()

    @property
    def config(self) -> AnswerConfig | None:
        """What the preset that is on answers with; None when it cannot, and until it has been put together."""
        return self._config if self._checked else None

    @property
    def language(self) -> str:
        """The language of questions, where the preset names one."""
        return self._preset.language.value if self._preset is not None else ""

    # -- life -------------------------------------------------------------------------------------------------

    def begin(self) -> None:
        """Begin to look after the desk; needs a running event loop."""
        self._timer.start()
        self._check_preset()

    def close(self) -> None:
        """Stop thinking and speaking. What playout has is heard to its end."""
        self._timer.stop()
        if self._loading is not None:
            self._loading.cancel()
        self._answerer.abandon()

    # -- actions ----------------------------------------------------------------------------------------------

    def register(self, dispatch: Dispatch) -> None:
        """Take over questions and what is decided about their answers."""
        dispatch.register(
            AskQuestion,
            lambda effect: self.ask(effect.text, effect.source, self._clock()),
            validate=self._refusal_to_ask,
        )
        dispatch.register(JudgeAnswer, self._receive, validate=self._refusal_to_judge)
        dispatch.register(SortQuestion, self._receive, validate=self._refusal_to_sort)

    def _refusal_to_ask(self, effect: AskQuestion) -> str:
        view = self._answers.view
        if self._config is None:  # a config that is only being renewed is waited for
            return view.fault or "Nobody can answer yet: the preset is being made ready."
        return view.now.think

    def _refusal_to_judge(self, effect: JudgeAnswer) -> str:
        if effect.verb in _OUT:
            if self._presenter.console_state.state is not ShowState.LIVE:
                return "The avatar speaks only when LIVE."
            if self._presenter.console_state.mode is not Mode.ANSWER:
                return "The avatar answers in ANSWER only: choose it first."
        return self._idle(effect.verb, effect.turn, effect.number)

    def _refusal_to_sort(self, effect: SortQuestion) -> str:
        return "" if effect.numbers else self._idle(effect.verb)

    def ask(self, text: str, source: QuestionSource, ended: float) -> None:
        """One more question, whose last word was said or typed at `ended` on the clock."""
        self._check_preset()
        before = self.desk.draft
        decision = self._answerer.receive(AskQuestion(text, source))
        draft = self.desk.draft
        if draft is not None and draft is not before:
            self.stages.begin(draft.turn, ended)
            self.stages.reach(draft.turn, "heard")
            self.changed()
        self._log.info("question", source=source, accepted=decision.accepted, waiting=len(self.desk.waiting.questions))
        self._say_refusal("ask", decision)

    def interrupt(self) -> None:
        """Everything that is spoken, or about to be, is over."""
        self._answerer.receive(Interrupted())

    def preset_taken(self) -> None:
        """Another preset is on: nothing of the one before is spoken on, and no answer of it goes out by itself."""
        self._check_preset()
        self._answerer.receive(PresetTaken())

    def touched(self) -> None:
        """The operator is writing at the desk: the time-out rule begins again."""
        self.desk.touched()

    def show_changed(self, after: ShowState) -> None:
        """The show is in another state: off the air nothing is spoken, and what waits goes on waiting."""
        if after is not ShowState.LIVE and self._answerer.speaking():
            self.interrupt()
        self._answerer.receive(VoiceReady())

    async def check_line(self, line: SayLine) -> HeldBack | None:
        """Which listed word makes that a person's line must not be said: as it is written, pronounced or translated."""
        with contextlib.suppress(TimeoutError):
            async with asyncio.timeout(LOAD_S):
                await self._loaded.wait()
        return self.final("", line.text, line.language) or self.final.listed(line.second)

    def observe(self) -> None:
        """Playout has said how far it is."""
        self._answerer.observe()

    # -- what happens in a turn --------------------------------------------------------------------------------

    def changed(self) -> None:
        """The desk has something new: the window shows it."""
        desk = self.desk
        if desk.draft is not None:
            self._last_turn = desk.draft.turn
            self._asked[desk.draft.turn] = desk.draft.question
            while len(self._asked) > StageWatch.KEPT:
                self._asked.pop(next(iter(self._asked)))
        stages = self.stages.of(self._last_turn)
        view = replace(
            self._answers.view,
            waiting=desk.waiting.questions,
            draft=DraftView.of(desk.draft) if desk.draft is not None else None,
            approval=desk.policy.approval,
            paused=desk.paused,
            safe_line=desk.policy.safe_line,
            standby_line=desk.policy.standby_line,
            unattended_s=desk.unattended_s() if self._may_speak() else None,
            last=desk.history[-1] if desk.history else None,
            stages=stages.ms() if stages is not None else {},
        )
        self._answers.publish(view)

    def fell(self, turn: int, sentence: str) -> None:
        """A thinker or a voice failed, and what now."""
        self._log.warning("fell back", turn=turn, sentence=sentence)
        self._presenter.add_log_line(sentence)

    def begun(self, turn: int, speech: int, writer: SpeechWriter) -> None:
        """A turn begins to be spoken: the hall may read it."""
        self._presenter.begin_speech(speech, "")
        if question := self._asked.get(turn, ""):
            self.answer_begun(question)
        self._captioner.follow(speech, writer.heard, texts=writer.texts)

    def ended(self, turn: int, heard: str, whole: bool) -> None:
        """A turn is over."""
        stages = self.stages.of(turn)
        if stages is None:
            self._log.info("stand-by line", turn=turn, heard=heard, whole=whole)
        else:
            question = self._asked.get(turn, "")
            self._log.info("answer", turn=turn, question=question, heard=heard, whole=whole, stages=stages.ms())
        self.changed()

    # -- inside -----------------------------------------------------------------------------------------------

    def _idle(self, verb: AnswerVerb | QuestionVerb, turn: int = 0, number: int = -1) -> str:
        desk = self.desk
        return refusal(desk.draft, desk.policy, len(desk.waiting.questions), verb, turn, number)

    def _receive(self, event: JudgeAnswer | SortQuestion) -> None:
        self._say_refusal(event.verb, self._answerer.receive(event))

    def _say_refusal(self, verb: str, decision: Decision) -> None:
        if not decision.accepted:
            self._log.info("refused", verb=verb, reason=decision.reason)
            self._presenter.refuse(decision.reason)

    def _tick(self) -> None:
        self._ticks += 1
        if self._ticks % LOOK_EVERY == 0:
            self._check_preset()
        console_state = self._presenter.console_state
        if (
            console_state.state is ShowState.LIVE
            and console_state.mode is not Mode.ANSWER
            and self._answerer.speaking()
        ):
            self.interrupt()  # another one drives the avatar now
        if not self._may_speak() or self.config is None:
            self.desk.touched()  # nobody in the hall waits for an answer now, or nothing can check one
        self._answerer.receive(TimePassed())

    def _check_preset(self) -> None:
        """Look whether another preset answers, or its files changed; then its config is put together again."""
        on = self._session.on(unarmed=self._presenter.console_state.state in UNARMED)
        preset = on if on is not None else Preset(name="ANSWER", avatar=self._presenter.console_state.avatar_id or "-")
        options = self._options()
        keys = tuple(bool(self._key_of(provider)) for provider in ("groq", "server"))
        named = (name for name in (preset.facts, preset.word_list) if name)
        files = tuple(DISKS.changed_at(file_of(self._session.folder, name)) for name in named)
        self._answers.publish(replace(self._answers.view, leaves=self._leaves()))
        self._wake((on, self._session.next), options)
        seen = (preset, options, keys, files)
        if seen == self._seen:
            return
        if self._seen is None or (preset, files) != self._words_of:  # other settings forbid no other words
            self._checked = False
        self._seen, self._words_of = seen, (preset, files)
        self.desk.policy = policy_of(preset)
        self._preset = preset
        self._loaded.clear()
        if not self._checked:
            self.desk.judge_again()  # what another list let pass is let out by nobody any more
        if self._loading is not None:
            self._loading.cancel()
        self._loading = asyncio.get_event_loop().create_task(self._load(preset, options))

    async def _load(self, preset: Preset, options: Options) -> None:
        self._safety = await asyncio.to_thread(_safety_or_none, preset, self._session.folder)
        try:
            config = await asyncio.to_thread(
                config_for,
                preset,
                self._session.folder,
                options,
                secret_of=self._key_of,
                mark=lambda: random.token_hex(4),
            )
        except Exception as fault:  # whatever it is: a list that is not there is an alarm, and nothing goes out
            known = isinstance(fault, AnswerConfigError)
            failed = Text("{name} failed inside Compere ({fault}).", name="Answers", fault=type(fault).__name__)
            told = str(fault) if known else failed
            if not known:
                self._log.error("no answers", exc_info=fault)
            self._config, self._checked = None, True
            self.desk.judge_again()
            self._loaded.set()
            self._answers.publish(replace(self._answers.view, ready=False, fault=told))
            self._presenter.alarm(AlarmKind.ANSWERS, told)
            return
        self._config, self._checked = config, True
        self.desk.judge_again()
        self._loaded.set()
        by, leaves = ", ".join(thinker.name for thinker in config.chain.thinkers), self._leaves()
        self._answers.publish(replace(self._answers.view, ready=True, fault="", by=by, leaves=leaves))
        self._presenter.clear(AlarmKind.ANSWERS)
        self.changed()
        await config.chain.warm()

    def _leaves(self) -> tuple[str, ...]:
        """What would leave this machine with the next question and its answer."""
        if self._config is None:
            return ()
        preset = self._config.preset
        told = [thinker.leaves for thinker in self._config.chain.thinkers]
        with contextlib.suppress(TTSError):
            told += self._voices.leaves(preset, self._own_voice(preset.avatar))
        return leaving([*told, *self.hearers_leave()])

    def _wake(self, presets: Iterable[Preset | None], options: Options) -> None:
        """Keep the model awake that the preset that is on, or the next one, would ask on a server in this building."""
        asks = any(
            preset is not None and preset.mode is Mode.ANSWER and "server" in thinkers(preset) for preset in presets
        )
        idle = self._waking is None or self._waking.done()
        if asks and idle and options.use_server and options.server_url and options.server_model:
            work = wake(server_address(options.server_url), options.server_model)
            self._waking = asyncio.get_event_loop().create_task(work)

    def _check(self, text: str) -> HeldBack | None:
        if not self._checked:
            return NOT_LOADED
        if self._config is None:
            return HeldBack(UNCHECKED)
        language = language_for(text, self._config.preset.language.value)
        return self._config.safety.check(text) or self.final.said(text, language)

    def _check_question(self, text: str) -> HeldBack | None:
        """No list holds a question, so none is waited for."""
        return (self._config.safety if self._config is not None else Safety()).check_question(text)

    def _voice(self) -> Prerendered:
        preset = self._preset
        avatar = preset.avatar if preset is not None else self._presenter.console_state.avatar_id
        return self._voices.voice(self._voices.names(preset, self._own_voice(avatar)))

    def _may_speak(self) -> bool:
        console_state = self._presenter.console_state
        return console_state.state is ShowState.LIVE and console_state.mode is Mode.ANSWER and self._line.there


def _safety_or_none(preset: Preset, folder: Path) -> Safety | None:
    try:
        return safety_for(preset, folder)
    except Exception:  # the config reads the same list: its fault is logged and told there
        return None
