"""Questions by voice in the running console: the key that is held, the microphone, and those who hear."""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QObject

from console.answer.hear.child import EarChild
from console.answer.hear.contract import Transcriber
from console.answer.hear.ears import Ears
from console.answer.hear.handsfree import HandsFree
from console.answer.hear.makers import groq_ears, server_ears, whisper_ears
from console.answer.hear.order import HearOrder
from console.answer.hear.vad import Ends
from console.answer.secrets import Secret
from console.answering import Answering
from console.housekeeping import Housekeeper
from console.show.answer_effects import ListenToQuestion
from console.show.effects import Effect
from console.show.kinds import Mode
from console.show.options import Options
from engine.link import messages as m
from engine.link.rings import SoundRing
from engine.link.segment import RingError

HANDLED = (ListenToQuestion,)
"""The effects that are carried out here."""


class ListeningRoom(QObject):
    """Hears questions for the desk; one per console.

    Args:
        answering: gets the questions.
        keeper: writes the house.
        key_of: a provider's key, or None.
        options: the settings as they are now.
        child: the process of the models that hear on this machine; it starts when one is wanted.
        log: a structlog logger.
        clock: monotonic seconds.
    """

    def __init__(
        self,
        answering: Answering,
        keeper: Housekeeper,
        *,
        key_of: Callable[[str], Secret | None],
        options: Callable[[], Options],
        child: EarChild,
        log: Any,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        super().__init__()
        self._answering, self._keeper, self._key_of, self._options = answering, keeper, key_of, options
        self._child, self._log = child, log
        self._made: tuple[object, HearOrder] | None = None
        self._ring: SoundRing | None = None
        self.ears = Ears(
            order=self.order,
            language=lambda: answering.language,
            asked=lambda text, ended: answering.ask(text, "heard", ended),
            refused=self._refuse,
            changed=self._show,
            clock=clock,
            log=log,
        )
        self.open_ears = HandsFree(
            finder=child,
            order=self.order,
            language=lambda: answering.language,
            ends=lambda: Ends(options().end_pause_s),
            shut=lambda: self._speaking() or self.ears.state in ("hearing", "reading"),
            asked=lambda text, ended: answering.ask(text, "heard", ended),
            refused=self._refuse,
            changed=self._show,
            clock=clock,
            log=log,
        )

    def close(self) -> None:
        """Listen no more, and end the process."""
        self.use_playout(None)
        self._child.end()

    def look(self) -> None:
        """Now and then: with hands-free in the settings, the microphone is open as long as ANSWER is on."""
        wanted = self._options().hands_free and self._keeper.house.mode is Mode.ANSWER and self._ring is not None
        if wanted and self.open_ears.state == "off" and self._ring is not None:
            self.open_ears.begin(self._ring)
        elif not wanted and self.open_ears.state != "off":
            self.open_ears.stop()

    def objection(self, effect: Effect) -> str:
        """Why one of these effects cannot be carried out, or ""."""
        if not isinstance(effect, ListenToQuestion) or not effect.on:
            return ""
        if self.ears.state == "off":
            return "There is no microphone to hear a question with: choose one, or type the question."
        if self._keeper.house.mic_muted:
            return "The microphone is muted: open it, then ask."
        if self._speaking():
            return "The avatar is speaking, and would hear itself: INTERRUPT it first, or wait."
        return ""

    def carry_out(self, effect: ListenToQuestion) -> None:
        """One of `HANDLED`."""
        self.ears.press() if effect.on else self.ears.release()

    def interrupt(self) -> None:
        """What is being asked is dropped."""
        self.ears.drop()
        self.open_ears.drop()

    def use_playout(self, welcome: m.Welcome | None) -> None:
        """Another playout's microphone, or none any more."""
        ring: SoundRing | None = None
        if welcome is not None and welcome.ear:
            try:
                ring = SoundRing.attach(welcome.ear)
            except RingError as fault:
                self._log.warning("no microphone for questions", why=str(fault))
        self.open_ears.stop()
        self.ears.use(ring)
        self._ring = ring

    def order(self) -> HearOrder:
        """Who hears now, in order; made anew when the settings or the keys are others."""
        options = self._options()
        groq, server = self._key_of("groq"), self._key_of("server")
        seen = (options, bool(groq), bool(server))
        if self._made is None or self._made[0] != seen:
            found: list[Transcriber] = []
            if options.use_groq and groq is not None:
                found.append(groq_ears(groq, options))
            if options.use_server and options.server_url and options.server_hear_model:
                found.append(server_ears(server, options))
            if options.whisper_folder:
                found.append(whisper_ears(self._child, options))
            self._made = (seen, HearOrder(found, self._fell))
        return self._made[1]

    def _speaking(self) -> bool:
        """The avatar speaks: an answer, a line or a sound file."""
        return self._answering.speaking or self._keeper.house.say_progress is not None

    def _fell(self, sentence: str) -> None:
        self._log.warning("hearing fell back", sentence=sentence)
        self._keeper.note(sentence)

    def _refuse(self, sentence: str) -> None:
        self._keeper.note(sentence)
        self._keeper.refuse(sentence)

    def _show(self) -> None:
        held, opened = self.ears.state, self.open_ears.state
        self._keeper.house.answers.ear = opened if held == "ready" and opened != "off" else held
