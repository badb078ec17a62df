"""Captions of the MC in MIRROR: what is said into the microphone, phrase by phrase, as whoever hears understands it.

Nothing of this listens unless a preset asks for it and the show is on air. The picture waits for none of it.
"""

from __future__ import annotations

import time
from collections.abc import Callable

from console.answer.safety.checks import Safety
from console.answer.stt.fallback import FallbackSTT
from console.answer.stt.open_mic import CROWDED, OpenMic, SpeechFinder
from console.answer.stt.protocol import EarSound
from console.answer.stt.vad import Ends
from console.show.core.enums import AnswerLanguage
from engine.ipc.logger import Logger
from engine.text import Text

PHRASE = Ends(pause_s=0.35, longest_s=7.0, soft_s=2.5, soft_pause_s=0.13)
"""A phrase ends where the MC breathes; a long one between two words; and in any case before nobody remembers it."""

LIMIT_S = 4.0
"""For one transcriber and one phrase: what comes later belongs to something else."""

AGAIN_S = 20.0
"""After a fault it is tried again this much later, in seconds."""

STOPPED = "{why} The captions of the MC have stopped; the show goes on."
NOBODY = "Nobody can hear the MC for the captions: enter a key for Groq in SETTINGS, or choose a Whisper folder."
UNCHECKED = "The captions of the MC wait: nothing can check their words now, see the preset's alarm."


class LiveCaptions:
    """Listens to the MC; one per console.

    Args:
        finder: who finds speech; nobody else may use it meanwhile.
        order: gives those who hear now.
        language: gives the language of the preset, or "" to find it out.
        speaking: whether the avatar speaks by itself, in the MC's place.
        safety: gives what judges the words; None when nothing can.
        shown: takes a phrase for the hall.
        told: takes one sentence for the operator; each fault is said once until somebody hears again.
        clock: monotonic seconds.
        log: where to write events.
    """

    def __init__(
        self,
        *,
        finder: SpeechFinder,
        order: Callable[[], FallbackSTT],
        language: Callable[[], str],
        speaking: Callable[[], bool],
        safety: Callable[[], Safety | None],
        shown: Callable[[str], None],
        told: Callable[[str], None],
        clock: Callable[[], float] = time.monotonic,
        log: Logger,
    ) -> None:
        self._order, self._safety, self._shown, self._told = order, safety, shown, told
        self._clock, self._log = clock, log
        self._again_at = 0.0
        self._said: set[str] = set()
        self._stopped = self._before = ""
        self._failed = False
        self._open_mic = OpenMic(
            finder=finder,
            order=self._hearers,
            language=language,
            ends=lambda: PHRASE,
            shut=speaking,
            asked=self._heard,
            refused=self._refused,
            changed=lambda: None,
            clock=clock,
            log=log,
        )

    @property
    def listening(self) -> bool:
        """The microphone is open for them."""
        return self._open_mic.state != "off"

    def update(self, sound: EarSound | None) -> None:
        """Now and then: what to listen to; None listens to nothing."""
        if sound is None:
            self._said.clear()
            self._again_at, self._failed, self._stopped = 0.0, False, ""
            if self.listening:
                self._open_mic.stop()
        elif self._failed:  # stopped here, and not in the midst of the listening itself
            self._failed = False
            self._open_mic.stop()
        elif not self.listening and self._clock() >= self._again_at:
            if self._order().transcribers:
                self._open_mic.begin(sound)
            else:
                self._inform(NOBODY)

    def drop(self) -> None:
        """What is being spoken or understood is not read any more."""
        self._open_mic.drop()

    # -- inside -----------------------------------------------------------------------------------------------

    def _hearers(self) -> FallbackSTT:
        return FallbackSTT(self._order().transcribers, self._fell, LIMIT_S)

    def _heard(self, text: str, ended: float) -> None:
        self._log.info("caption of the MC", late_ms=round((self._clock() - ended) * 1000), length=len(text))
        safety = self._safety()
        if safety is None:
            self._inform(UNCHECKED)
            return
        safety = safety.speaking(AnswerLanguage.ASKED)
        held = safety.check(text) or safety.check_border(self._before, text)
        if held is not None:
            self._log.warning("a caption of the MC is not shown", why=held.reason)
            return
        self._stopped, self._before = "", text
        self._shown(text)

    def _fell(self, sentence: str) -> None:
        self._inform(sentence)

    def _refused(self, sentence: str) -> None:
        if sentence == CROWDED:
            self._log.warning("a phrase of the MC was left out")
            return
        self._failed = True
        self._again_at = self._clock() + AGAIN_S
        if sentence != self._stopped:
            self._stopped = sentence
            self._told(Text(STOPPED, why=sentence))

    def _inform(self, sentence: str) -> None:
        if sentence not in self._said:
            self._said.add(sentence)
            self._told(sentence)
