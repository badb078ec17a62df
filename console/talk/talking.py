"""What the host says by itself, lines and answers: their rooms put together, for the conductor to lead."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject

from console.answer.hear.child import EarChild
from console.answer.speech import SpeechError, SpeechLine
from console.cueing import Cueing
from console.housekeeping import Housekeeper
from console.settings import Settings
from console.show.effects import ChooseMode, Effect, InterruptNow, ShowChanged
from console.show.kinds import Mode
from console.show.option_actions import CALM
from console.show.state import ShowState
from console.supervise import Ward
from console.talk.abilityroom import AbilityRoom
from console.talk.answering import HANDLED as ANSWERED
from console.talk.answering import Answering
from console.talk.captioning import Captioner
from console.talk.headphones import Headphones
from console.talk.listening import HANDLED as LISTENED
from console.talk.listening import ListeningRoom
from console.talk.mediaroom import MediaRoom
from console.talk.providers import HANDLED as PROVIDED
from console.talk.providers import Providers
from console.talk.saying import HANDLED as SAID
from console.talk.saying import Saying
from console.talk.secondlines import SecondLines
from console.talk.sheetroom import SheetRoom
from console.talk.voiceroom import VoiceRoom
from console.turns import Turns
from engine.link import messages as m

HANDLED = (*SAID, *ANSWERED, *PROVIDED, *LISTENED)
"""The effects that are carried out here; none of them is a choice to be kept."""

GAPS_S = 0.3
"""Of silence within one turn: more is a voice that cannot keep up, and the operator is told."""

SLOW = "The voice cannot keep up: choose another one."
_PACE = "the pace of the voice"


class Talking(QObject):
    """Voices, lines, answers, captions and the operator's headphones; one per console.

    Args:
        playout: is given what is spoken and read.
        turns: numbers turns.
        keeper: writes the house.
        cueing: the rundown.
        settings: the user's, as they are now.
        own_voice: an avatar's own voice, by its id, or "".
        hall: key of the hall's loudspeaker.
        runtime, logs: folders of this run.
        log: a structlog logger.
    """

    def __init__(
        self,
        playout: Ward,
        turns: Turns,
        keeper: Housekeeper,
        cueing: Cueing,
        settings: Callable[[], Settings],
        own_voice: Callable[[str], str],
        hall: Callable[[], str],
        runtime: Path,
        logs: Path,
        log: Any,
    ) -> None:
        super().__init__()
        self._keeper, self._log = keeper, log
        self.line = SpeechLine(playout.send)
        self.seconds = SecondLines(lambda: self.answering.kit, self._tell, log.bind(part="captions"))
        self.captioner = Captioner(playout.send, self.seconds)
        self.voices = VoiceRoom(runtime, logs, log.bind(part="voice"), keeper, settings)
        child = EarChild(runtime, logs, log.bind(part="hearing"))
        self.providers = Providers(self.voices, keeper, settings, child, log.bind(part="providers"))
        self.headphones = Headphones(lambda: settings().headphones, hall)
        self.saying = Saying(
            turns, self.line, self.voices, self.captioner, self.headphones, keeper, cueing, own_voice,
            log.bind(part="lines"), check=lambda line: self.answering.check_line(line),
        )  # fmt: skip
        self.answering = Answering(
            self.line,
            self.voices,
            self.captioner,
            fresh=turns.fresh,
            keeper=keeper,
            cueing=cueing,
            own_voice=own_voice,
            key_of=self.providers.key,
            options=settings,
            log=log.bind(part="answers"),
            book=lambda: self.voices.book,
        )
        self.voices.book_changed.connect(self.answering.desk.look_again)
        self.abilities = AbilityRoom(
            keeper,
            cueing,
            self.voices,
            own_voice=own_voice,
            key_of=self.providers.key,
            options=settings,
            log=log.bind(part="abilities"),
        )
        self.listening = ListeningRoom(
            self.answering,
            self.captioner,
            keeper,
            preset=lambda: cueing.on(calm=keeper.house.state in CALM),
            key_of=self.providers.key,
            options=settings,
            child=child,
            log=log.bind(part="ears"),
            means=lambda: self.abilities.means,
        )
        self.answering.hearers_leave = self.listening.leaves
        self.sheets = SheetRoom(keeper, cueing, log.bind(part="sheets"))
        self.media = MediaRoom(cueing, keeper.note, log.bind(part="media"))
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
        self.voices.use_settings()
        self.providers.use_settings(before, now)
        if self._begun:
            self.listening.look()

    # -- actions ----------------------------------------------------------------------------------------------

    def objection(self, effect: Effect) -> str:
        """Why one of these effects cannot be carried out, or ""."""
        if isinstance(effect, HANDLED) and not self._begun:
            return "Nothing can be said yet: Compere is still starting."
        return next(
            filter(
                None, (part.objection(effect) for part in (self.saying, self.answering, self.providers, self.listening))
            ),
            "",
        )

    def carry_out(self, effect: Effect) -> None:
        """One of `HANDLED`."""
        if isinstance(effect, SAID):
            self.saying.carry_out(effect)
        elif isinstance(effect, ANSWERED):
            self.answering.carry_out(effect)
        elif isinstance(effect, PROVIDED):
            self.providers.carry_out(effect)
        elif isinstance(effect, LISTENED):
            self.listening.carry_out(effect)

    def follow(self, effect: Effect) -> None:
        """What happened: an interrupt and the end of the air end what is spoken, another mode the lines that wait."""
        match effect:
            case InterruptNow():
                self.captioner.cut()
                self.saying.stop()
                self.listening.interrupt()
                self.answering.interrupt()
            case ChooseMode(mode=mode) if mode is not Mode.SAY:
                self.saying.drop_waiting()
            case ShowChanged(after=after):
                if after is not ShowState.LIVE:
                    self.captioner.cut()
                    self.saying.stop()
                self.answering.show_changed(after)

    def preset_taken(self) -> None:
        """A preset was put on: nothing of the one before is heard or read, and nothing that waited is said later."""
        self.captioner.cut()
        self.saying.dress_captions()
        if not self._begun:
            return
        self.saying.stop()
        self.answering.preset_taken()
        self._keeper.clear(_PACE)

    def _tell(self, sentence: str) -> None:
        """What the operator should know, and need not act on."""
        self._keeper.note(sentence)
        self._keeper.refuse(sentence)

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
            self._keeper.alarm("speech", str(fault))
        else:
            self._keeper.clear("speech")
        self.captioner.again()

    def take_status(self, status: m.PlayoutStatus) -> None:
        """How far playout is with what it speaks."""
        spoken = status.sound.spoken
        self.line.take_status(spoken)
        if spoken is not None:
            self._hear_gaps(spoken.turn, spoken.starved_s)
        self.answering.observe()
        self.listening.look()
        self.captioner.take_status(status)

    def take_heard(self, heard: m.Heard) -> None:
        """A turn has ended."""
        self.line.take_heard(heard)
        self._hear_gaps(heard.turn, heard.starved_s)
        if heard.starved_s >= GAPS_S:
            self._log.warning("voice too slow", turn=heard.turn, starved_s=round(heard.starved_s, 2))
        elif not heard.interrupted and heard.turn > self._slow_turn:
            self._keeper.clear(_PACE)
        self.answering.observe()

    def _hear_gaps(self, turn: int, starved_s: float) -> None:
        if starved_s >= GAPS_S and turn > self._slow_turn:
            self._slow_turn = turn
            self._keeper.alarm(_PACE, SLOW)
