"""What the host says by itself, lines and answers: their rooms put together, for the controller to lead."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject

from console.answer.speech import SpeechError, SpeechLine
from console.answer.stt.client import STTClient
from console.dispatch import Dispatch
from console.processes.supervision import SupervisedProcess
from console.rundown.session import RundownSession
from console.settings.file import Settings
from console.show.core.alarms import AlarmKind
from console.show.core.enums import Mode
from console.show.core.state import UNARMED, ShowState
from console.show.effects.answers import AskQuestion, JudgeAnswer, ListenToQuestion, SortQuestion
from console.show.effects.show import (
    ChangeBook,
    ChooseMode,
    DeleteApiKey,
    InterruptNow,
    Listen,
    ProbeProvider,
    SayPrepared,
    SayTyped,
    ShowChanged,
    StoreApiKey,
)
from console.state_presenter import StatePresenter
from console.talk.ability_check import AbilityCheck
from console.talk.answering import Answering
from console.talk.captions import Captioner
from console.talk.fact_sheet_check import FactSheetCheck
from console.talk.headphones import Headphones
from console.talk.media_check import MediaCheck
from console.talk.providers import Providers
from console.talk.saying import Saying
from console.talk.stt_controller import SttController
from console.talk.translated_captions import TranslatedCaptions
from console.talk.voice_service import VoiceService
from console.turns import Turns
from engine.ipc.logger import Logger
from engine.ipc.messages import core as m

GAPS_S = 0.3
"""Of silence within one turn: more is a voice that cannot keep up, and the operator is told."""

SLOW = "The voice cannot keep up: choose another one."


class SpeechController(QObject):
    """Voices, lines, answers, captions and the operator's headphones; one per console.

    Args:
        playout: is given what is spoken and read.
        turns: numbers turns.
        presenter: writes the console's state.
        session: the rundown.
        settings: the user's, as they are now.
        own_voice: an avatar's own voice, by its id, or "".
        hall: key of the hall's loudspeaker.
        runtime, logs: folders of this run.
        log: where to write events.
    """

    def __init__(
        self,
        playout: SupervisedProcess,
        turns: Turns,
        presenter: StatePresenter,
        session: RundownSession,
        settings: Callable[[], Settings],
        own_voice: Callable[[str], str],
        hall: Callable[[], str],
        runtime: Path,
        logs: Path,
        log: Logger,
    ) -> None:
        super().__init__()
        self._presenter, self._log = presenter, log
        self.line = SpeechLine(playout.send)
        self.seconds = TranslatedCaptions(lambda: self.answering.config, self._inform, log.bind(part="captions"))
        self.captioner = Captioner(playout.send, self.seconds)
        self.voices = VoiceService(runtime, logs, log.bind(part="voice"), presenter, settings)
        child = STTClient(runtime, logs, log.bind(part="hearing"))
        self.providers = Providers(self.voices, presenter, settings, child, log.bind(part="providers"))
        self.headphones = Headphones(lambda: settings().headphones, hall)
        self.saying = Saying(
            turns, self.line, self.voices, self.captioner, self.headphones, presenter, session, own_voice,
            log.bind(part="lines"), check=lambda line: self.answering.check_line(line),
        )  # fmt: skip
        self.answering = Answering(
            self.line,
            self.voices,
            self.captioner,
            fresh=turns.fresh,
            presenter=presenter,
            session=session,
            own_voice=own_voice,
            key_of=self.providers.key,
            options=settings,
            log=log.bind(part="answers"),
            book=lambda: self.voices.book,
        )
        self.voices.book_changed.connect(self.answering.desk.judge_again)
        self.abilities = AbilityCheck(
            presenter,
            session,
            self.voices,
            own_voice=own_voice,
            key_of=self.providers.key,
            options=settings,
            log=log.bind(part="abilities"),
        )
        self.listening = SttController(
            self.answering,
            self.captioner,
            presenter,
            preset=lambda: session.on(unarmed=presenter.console_state.state in UNARMED),
            key_of=self.providers.key,
            options=settings,
            child=child,
            log=log.bind(part="ears"),
            means=lambda: self.abilities.means,
        )
        self.answering.hearers_leave = self.listening.leaves
        self.sheets = FactSheetCheck(presenter, session, log.bind(part="sheets"))
        self.media = MediaCheck(session, presenter.add_log_line, log.bind(part="media"))
        self._begun = False
        self._slow_turn = 0  # the newest turn with gaps

    # -- life -------------------------------------------------------------------------------------------------

    def begin(self) -> None:
        """Start the voice process, and look after lines and answers; needs a running event loop."""
        self._begun = True
        self.voices.begin()
        self.providers.begin()
        self.saying.begin()
        self.answering.begin()
        self.sheets.begin()
        self.media.begin()
        self.abilities.begin()

    def end(self) -> None:
        """Nothing more is said. What playout has already is heard to its end."""
        if self._begun:
            self._begun = False
            self.sheets.close()
            self.media.close()
            self.abilities.close()
            self.listening.close()
            self.seconds.close()
            self.answering.close()
            self.saying.close()
            self.providers.close()
            self.line.close()
            self.voices.end()

    def use_settings(self, before: Settings, now: Settings) -> None:
        """Settings were changed: those who speak, hear and think work by the new ones from now on."""
        self.providers.use_settings(before, now)
        if self._begun:
            self.listening.update()

    # -- actions ----------------------------------------------------------------------------------------------

    def register(self, dispatch: Dispatch) -> None:
        """Take over lines, questions, providers and the question key; follow what ends them."""
        dispatch.validate_by(
            self._refusal_until_begun,
            *(SayPrepared, SayTyped, Listen, ChangeBook, StoreApiKey, DeleteApiKey, ProbeProvider),
            *(AskQuestion, JudgeAnswer, SortQuestion, ListenToQuestion),
        )
        for part in (self.saying, self.answering, self.providers, self.listening):
            part.register(dispatch)
        dispatch.follow(InterruptNow, self._interrupted)
        dispatch.follow(ChooseMode, self._mode_chosen)
        dispatch.follow(ShowChanged, self._show_changed)

    def _refusal_until_begun(self, effect: object) -> str:
        return "" if self._begun else "Nothing can be said yet: Compere is still starting."

    def _interrupted(self, effect: InterruptNow) -> None:
        self.captioner.cut()
        self.saying.stop()
        self.listening.interrupt()
        self.answering.interrupt()

    def _mode_chosen(self, effect: ChooseMode) -> None:
        """Another mode ends the lines that wait."""
        if effect.mode is not Mode.SAY:
            self.saying.drop_waiting()

    def _show_changed(self, effect: ShowChanged) -> None:
        """The end of the air ends what is spoken."""
        if effect.after is not ShowState.LIVE:
            self.captioner.cut()
            self.saying.stop()
        self.answering.show_changed(effect.after)

    def preset_taken(self) -> None:
        """A preset was put on: nothing of the one before is heard or read, and nothing that waited is said later."""
        self.captioner.cut()
        self.saying.dress_captions()
        if not self._begun:
            return
        self.saying.stop()
        self.answering.preset_taken()
        self._presenter.clear(AlarmKind.VOICE_PACE)

    def _inform(self, sentence: str) -> None:
        """What the operator should know, and need not act on."""
        self._presenter.add_log_line(sentence)
        self._presenter.refuse(sentence)

    # -- from playout -----------------------------------------------------------------------------------------

    def use_playout(self, welcome: m.Welcome | None) -> None:
        """Another playout is there, or none any more."""
        self.listening.use_playout(welcome)
        if welcome is None:
            self.line.lose()
            return
        try:
            self.line.use(welcome.speech)
        except SpeechError as fault:
            self._presenter.alarm(AlarmKind.SPEECH, str(fault))
        else:
            self._presenter.clear(AlarmKind.SPEECH)
        self.captioner.again()

    def update_status(self, status: m.PlayoutStatus) -> None:
        """How far playout is with what it speaks."""
        spoken = status.sound.spoken
        self.line.update_status(spoken)
        if spoken is not None:
            self._check_gaps(spoken.turn, spoken.starved_s)
        self.answering.observe()
        self.listening.update()
        self.captioner.update_status(status)

    def end_turn(self, heard: m.TurnEnded) -> None:
        """A turn has ended."""
        self.line.end_turn(heard)
        self._check_gaps(heard.turn, heard.starved_s)
        if heard.starved_s >= GAPS_S:
            self._log.warning("voice too slow", turn=heard.turn, starved_s=round(heard.starved_s, 2))
        elif not heard.interrupted and heard.turn > self._slow_turn:
            self._presenter.clear(AlarmKind.VOICE_PACE)
        self.answering.observe()

    def _check_gaps(self, turn: int, starved_s: float) -> None:
        if starved_s >= GAPS_S and turn > self._slow_turn:
            self._slow_turn = turn
            self._presenter.alarm(AlarmKind.VOICE_PACE, SLOW)
