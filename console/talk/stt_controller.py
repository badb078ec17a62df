"""Hearing in the running console: questions by a key that is held or hands-free, captions of the MC, and who hears."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QObject

from console.answer.safety.checks import Safety
from console.answer.secrets import ApiKey
from console.answer.stt.client import STTClient
from console.answer.stt.factory import groq_stt, server_stt, whisper_stt
from console.answer.stt.fallback import FallbackSTT
from console.answer.stt.open_mic import OpenMic
from console.answer.stt.protocol import EarSound, Transcriber
from console.answer.stt.push_to_talk import PushToTalk
from console.answer.stt.vad import Ends
from console.dispatch import Dispatch
from console.show.answers.abilities import NOBODY_HEARS, Means, who_hears
from console.show.core.alarms import AlarmKind
from console.show.core.enums import Echo, Mode
from console.show.core.state import ShowState
from console.show.effects.answers import ListenToQuestion, QuestionSource
from console.show.rundown.preset import HEARERS, Preset, hearers
from console.show.state.answer_view import AnswerView
from console.show.state.settings import Options
from console.state_presenter import StatePresenter
from console.talk.answering import Answering
from console.talk.captions import Captioner
from console.talk.live_captions import LiveCaptions
from console.talk.microphone import Microphone
from engine.ipc.logger import Logger
from engine.ipc.messages import core as m

WRITTEN = ("ear", "partial", "hearing_s", "ear_level", "hears")
"""What this writes of the console's `answers`."""


class SttController(QObject):
    """Hears questions for the desk, and the MC for the captions; one per console.

    Args:
        answering: gets the questions.
        captioner: gets the MC's phrases.
        presenter: writes the console's state.
        preset: gives the one that is on, or None.
        key_of: a provider's key, or None.
        options: the settings as they are now.
        child: the process of the models that hear on this machine; it starts when one is wanted.
        log: where to write events.
        clock: monotonic seconds.
        microphone: what is listened to; one of its own when None.
        means: what is set up; from the settings and the keys alone when None.
    """

    def __init__(
        self,
        answering: Answering,
        captioner: Captioner,
        presenter: StatePresenter,
        *,
        preset: Callable[[], Preset | None],
        key_of: Callable[[str], ApiKey | None],
        options: Callable[[], Options],
        child: STTClient,
        log: Logger,
        clock: Callable[[], float] = time.monotonic,
        microphone: Microphone | None = None,
        means: Callable[[], Means] | None = None,
    ) -> None:
        super().__init__()
        self._answering, self._presenter, self._preset = answering, presenter, preset
        self._answers = presenter.console_state.claim(AnswerView, *WRITTEN)
        self._key_of, self._options, self._child, self._log = key_of, options, child, log
        self._means = means or self._set_up
        self._made: tuple[object, FallbackSTT] | None = None
        self._microphone = microphone or Microphone(log)
        self._sound: EarSound | None = None
        self.push_to_talk = PushToTalk(
            order=self.order,
            language=lambda: answering.language,
            asked=lambda text, ended: answering.ask(text, QuestionSource.HEARD, ended),
            refused=self._refuse,
            changed=self._show,
            clock=clock,
            log=log,
        )
        self.open_mic = OpenMic(
            finder=child,
            order=self.order,
            language=lambda: answering.language,
            ends=lambda: Ends(options().end_pause_s),
            shut=lambda: self._would_hear_itself() or self.push_to_talk.state in ("hearing", "reading"),
            asked=lambda text, ended: answering.ask(text, QuestionSource.HEARD, ended),
            refused=self._refuse,
            changed=self._show,
            clock=clock,
            log=log,
        )
        self.live_captions = LiveCaptions(
            finder=child,
            order=self.order,
            language=lambda: answering.language,
            speaking=self._speaking,
            safety=self._safety,
            shown=captioner.add_phrase,
            told=self._inform,
            clock=clock,
            log=log,
        )

    def close(self) -> None:
        """Listen no more, and end the process."""
        self.use_playout(None)
        self._child.end()

    def update(self) -> None:
        """Now and then: what the microphone is open for, by the settings, the preset and the show."""
        options, answers = self._options(), self._presenter.console_state.mode is Mode.ANSWER
        self._microphone.update(cancel=options.echo is Echo.CANCEL, asked=answers)
        if self._microphone.fault:
            self._presenter.alarm(AlarmKind.ECHO, self._microphone.fault)
        else:
            self._presenter.clear(AlarmKind.ECHO)
        if self._microphone.sound is not self._sound and self.push_to_talk.state in ("off", "ready"):
            self._use(self._microphone.sound)
        # One at a time looks for speech: whoever ends does so before another begins.
        captions = self._captions_wanted()
        if not captions:
            self.live_captions.update(None)
        hears = bool(self.order().transcribers)
        if not (options.hands_free and answers and hears) and self.open_mic.state != "off":
            self.open_mic.stop()
        if options.hands_free and answers and hears and self._sound is not None and self.open_mic.state == "off":
            self.open_mic.begin(self._sound)
        if captions:
            self.live_captions.update(self._sound)
        self._show()

    def register(self, dispatch: Dispatch) -> None:
        """Take over the key that is held while somebody asks."""
        dispatch.register(
            ListenToQuestion,
            lambda effect: self.push_to_talk.press() if effect.on else self.push_to_talk.release(),
            validate=self._refusal_to_listen,
        )

    def _refusal_to_listen(self, effect: ListenToQuestion) -> str:
        if not effect.on:
            return ""
        if nobody_answers := self._presenter.console_state.answers.now.think:
            return nobody_answers  # to type the question, or to mend the hearing, would help nobody
        if self.push_to_talk.state == "off":
            return "There is no microphone to hear a question with: choose one, or type the question."
        if not self.order().transcribers:
            return self._presenter.console_state.answers.now.hear or NOBODY_HEARS
        if self._presenter.console_state.mic_muted:
            return "The microphone is muted: open it, then ask."
        if self._would_hear_itself():
            return "The avatar is speaking, and would hear itself: INTERRUPT it first, or wait."
        return ""

    def interrupt(self) -> None:
        """What is being asked, or read, is dropped."""
        self.push_to_talk.drop()
        self.open_mic.drop()
        self.live_captions.drop()

    def use_playout(self, welcome: m.Welcome | None) -> None:
        """Another playout's microphone, or none any more."""
        self._use(None)
        self._microphone.use_playout(welcome)
        self._use(self._microphone.sound)

    def order(self) -> FallbackSTT:
        """Who hears now, in the preset's order; made again when that, the settings or the keys are others.

        Who is not set up is no part of it.
        """
        options, preset = self._options(), self._preset()
        groq, server = self._key_of("groq"), self._key_of("server")
        names = hearers(preset) if preset is not None else HEARERS
        able = who_hears(names, self._means())
        seen = (options, able, bool(groq), bool(server))
        if self._made is None or self._made[0] != seen:
            found: dict[str, Transcriber] = {}
            if "groq" in able:
                found["groq"] = groq_stt(groq, options)
            if "server" in able:
                found["server"] = server_stt(server, options)
            if "local" in able:
                found["local"] = whisper_stt(self._child, options)
            self._made = (seen, FallbackSTT([found[name] for name in able], self._fell, log=self._log))
        return self._made[1]

    def leaves(self) -> list[str]:
        """What leaves this machine when a question is heard: of each who would be asked now."""
        return [each.leaves for each in self.order().transcribers]

    # -- inside -----------------------------------------------------------------------------------------------

    def _use(self, sound: EarSound | None) -> None:
        """Listen to this; what is being asked is dropped."""
        self.open_mic.stop()
        self.live_captions.update(None)
        self.push_to_talk.use(sound)
        self._sound = sound

    def _set_up(self) -> Means:
        return Means(self._options(), {name for name in ("groq", "server") if self._key_of(name) is not None})

    def _captions_wanted(self) -> bool:
        preset, console_state = self._preset(), self._presenter.console_state
        asked = preset is not None and preset.captions and preset.captions_live
        return (
            asked
            and console_state.mode is Mode.MIRROR
            and console_state.state is ShowState.LIVE
            and not console_state.mic_muted
        )

    def _safety(self) -> Safety | None:
        """What judges the MC's words before the hall reads them; None when the preset's own lists cannot be had."""
        if self._answering.config is not None:
            return self._answering.config.safety
        preset = self._preset()
        listed = preset is not None and (preset.word_list.strip() or preset.never_say.strip())
        return None if listed else Safety()

    def _speaking(self) -> bool:
        """The avatar speaks: an answer, a line or a sound file."""
        return self._answering.speaking or self._presenter.console_state.say_progress is not None

    def _would_hear_itself(self) -> bool:
        return self._speaking() and not self._microphone.trusted

    def _fell(self, sentence: str) -> None:
        self._log.warning("hearing fell back", sentence=sentence)
        self._presenter.add_log_line(sentence)

    def _inform(self, sentence: str) -> None:
        self._log.warning("captions of the MC", sentence=sentence)
        self._presenter.add_log_line(sentence)
        self._presenter.refuse(sentence)

    def _refuse(self, sentence: str) -> None:
        self._presenter.add_log_line(sentence)
        self._presenter.refuse(sentence)

    def _show(self) -> None:
        by: PushToTalk | OpenMic = self.push_to_talk
        if self.push_to_talk.state == "ready" and self.open_mic.state != "off":
            by = self.open_mic
        hearers_now = self.order().transcribers
        view = replace(
            self._answers.view,
            ear="deaf" if by.state == "ready" and not hearers_now else by.state,
            partial=by.partial,
            hearing_s=by.seconds,
            ear_level=by.level if by.state == "hearing" else 0.0,
            hears=", ".join(each.name for each in hearers_now),
        )
        self._answers.publish(view)
