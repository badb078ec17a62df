"""eSpeak NG in this process, by ctypes: sound, and an event for each phone and word, exact to the sample.

Only the voice process imports this. The library and its data are those of the `espeakng-loader` package.
"""

from __future__ import annotations

import ctypes
import functools
from typing import Any

import numpy as np

from console.answer.tts.protocol import Give, Spoken, TTSError
from console.answer.tts.timeline import Timeline
from engine.text import Text

WORDS_A_MINUTE = 175
"""eSpeak's own pace."""

_SYNCHRONOUS = 2
_PHONE_EVENTS, _AS_IPA, _DO_NOT_EXIT = 1, 2, 1 << 15
_UTF8, _PHONEMES_IN_BRACKETS = 1, 0x100
_RATE, _VOLUME = 1, 2
_HEADROOM = 70
"""At its usual volume of 100 the loudest vowels are clipped in the library."""
_BUFFER_MS = 40
_WORD, _END, _PHONE = 1, 5, 7
_NO_MORE = 0


class _Name(ctypes.Union):
    _fields_ = [("number", ctypes.c_int), ("name", ctypes.c_char_p), ("string", ctypes.c_char * 8)]


class _Event(ctypes.Structure):
    """`espeak_EVENT` of espeak-ng/speak_lib.h."""

    _fields_ = [
        ("type", ctypes.c_int),
        ("unique_identifier", ctypes.c_uint),
        ("text_position", ctypes.c_int),
        ("length", ctypes.c_int),
        ("audio_position", ctypes.c_int),
        ("sample", ctypes.c_int),
        ("user_data", ctypes.c_void_p),
        ("id", _Name),
    ]


_CALLBACK = ctypes.CFUNCTYPE(ctypes.c_int, ctypes.POINTER(ctypes.c_short), ctypes.c_int, ctypes.POINTER(_Event))


@functools.cache
def espeak() -> Espeak:
    """The library, once in a process: set up a second time it may crash in its next line. Raises TTSError."""
    return Espeak()


class Espeak:
    """The library; made by `espeak` alone.

    Raises TTSError when it is not there.
    """

    def __init__(self) -> None:
        try:
            import espeakng_loader

            self._library: Any = ctypes.CDLL(espeakng_loader.get_library_path())
            data = espeakng_loader.get_data_path()
        except (ImportError, OSError) as fault:
            raise TTSError(
                Text("The built-in voice is not installed ({fault}): install Compere again.", fault=fault)
            ) from fault
        options = _PHONE_EVENTS | _AS_IPA | _DO_NOT_EXIT
        self._rate = self._library.espeak_Initialize(_SYNCHRONOUS, _BUFFER_MS, str(data).encode(), options)
        if self._rate <= 0:
            raise TTSError("The built-in voice cannot find its data: install Compere again.")
        self._synth = self._library.espeak_Synth
        self._synth.argtypes = [
            ctypes.c_char_p,
            ctypes.c_size_t,
            ctypes.c_uint,
            ctypes.c_int,
            ctypes.c_uint,
            ctypes.c_uint,
            ctypes.c_void_p,
            ctypes.c_void_p,
        ]
        self._library.espeak_SetParameter(_VOLUME, _HEADROOM, 0)
        self._voice = ""
        self._line: _Listening | None = None
        self._callback = _CALLBACK(self._on_sound)
        self._library.espeak_SetSynthCallback(self._callback)

    def load(self, voice: str) -> None:
        """Have the voice's rules in memory. Raises TTSError."""
        self.speak(voice, "a.", 1.0, lambda _: False)

    def speak(self, voice: str, text: str, rate: float, give: Give) -> None:
        """Speak `text`, in which `[[…]]` are eSpeak's own phoneme names. Raises TTSError."""
        if voice != self._voice:
            if self._library.espeak_SetVoiceByName(voice.encode()) != 0:
                raise TTSError(Text("The built-in voice has no {name}: choose another.", name=voice))
            self._voice = voice
        self._library.espeak_SetParameter(_RATE, round(WORDS_A_MINUTE * rate), 0)
        line = _Listening(Timeline(self._rate, text), give)
        self._line = line
        said = text.replace("\0", " ").encode("utf-8", "replace") + b"\0"
        try:
            code = self._synth(said, len(said), 0, 1, 0, _UTF8 | _PHONEMES_IN_BRACKETS, None, None)
        finally:
            self._line = None
        if line.fault is not None:
            raise line.fault
        if code != 0:
            raise TTSError(Text("The built-in voice could not speak (code {code}): say it again.", code=code))
        line.finish()

    def _on_sound(self, sound: Any, count: int, events: Any) -> int:
        line = self._line
        if line is None:
            return 1
        try:
            return 0 if line.on_sound(sound, count, events) else 1
        except Exception as fault:  # it would be lost in the C code above
            line.fault = fault
            return 1


class _Listening:
    """One line, while the library calls back."""

    def __init__(self, timeline: Timeline, give: Give) -> None:
        self._timeline = timeline
        self._give = give
        self._wanted = True
        self.fault: Exception | None = None

    def on_sound(self, sound: Any, count: int, events: Any) -> bool:
        """One call of the library's: sound, and what happens in it. False when no more is wanted."""
        timeline = self._timeline
        if sound and count > 0:
            timeline.sound(np.ctypeslib.as_array(sound, (count,)).astype(np.float32) / np.float32(32768))
        number = 0
        while (event := events[number]).type != _NO_MORE:
            number += 1
            if event.type == _PHONE:
                ipa = event.id.string.decode("utf-8", "ignore")
                if not ipa.startswith("("):  # "(en)" tells of another language, and lasts no time
                    timeline.phone(event.sample, ipa)
            elif event.type == _WORD:
                timeline.word(event.sample, event.text_position - 1)  # it counts from one
            elif event.type == _END:
                timeline.end(event.sample)
        return self._offer(timeline.pop())

    def finish(self) -> None:
        """The library has no more: give the rest."""
        if self._wanted:
            self._timeline.sound(np.zeros(0, np.float32), last=True)
            self._offer(self._timeline.pop(last=True))

    def _offer(self, piece: Spoken | None) -> bool:
        if piece is not None and self._wanted:
            self._wanted = self._give(piece)
        return self._wanted
