"""What the hall reads follows what it has heard: from the turn's own status to captions in playout."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Protocol

from console.answer.heard import HeardSpeech
from console.show.rundown.preset import Preset
from engine.ipc.messages.base import Message
from engine.ipc.messages.core import Caption, PlayoutStatus, SetCaptions
from engine.ipc.rings.samples import SAMPLE_RATE

LINGER = round(1.6 * SAMPLE_RATE)
"""A caption stays this long after its last word, in samples: time to read the end of it."""

LIVE_LINGER = 4 * SAMPLE_RATE
"""A phrase of the MC's stays this long, in samples, unless more comes."""

LIVE_PHRASES = 12
"""Of the MC's that are read as one text, of which the hall sees the last two lines; then it begins again."""

AWAITED = 3 * SAMPLE_RATE
"""So long after its last word, in samples, a turn's translation is still waited for."""


class Second(Protocol):
    """Who says sentences in the second language: `console.talk.translated_captions.TranslatedCaptions`."""

    def use(self, preset: Preset | None) -> None:
        """The second language of this preset from now on."""

    def request(self, text: str) -> None:
        """This sentence is being spoken, or will be."""

    def coming(self, text: str) -> bool:
        """Whether it is still awaited."""

    def of(self, text: str) -> str:
        """It in the second language, or ""."""


class NoSecond:
    """There is no second language."""

    def use(self, preset: Preset | None) -> None:
        """Nothing."""

    def request(self, text: str) -> None:
        """Nothing."""

    def coming(self, text: str) -> bool:
        """Never."""
        return False

    def of(self, text: str) -> str:
        """Nothing."""
        return ""


@dataclass(frozen=True)
class _Spoken:
    """A turn that is read.

    Attributes:
        turn: its number.
        heard: gives what was heard of it.
        texts: gives the sentences of it that the voice was given.
        whole: all of its text, where it has a second line of its own, and `second` that line.
    """

    turn: int
    heard: Callable[[], HeardSpeech]
    texts: Callable[[], Sequence[str]]
    whole: str
    second: str


class Captioner:
    """Sends captions while turns are heard; one per console.

    Args:
        send: gives a message to playout.
        second: says sentences in the second language; None has none.
    """

    def __init__(self, send: Callable[[Message], None], second: Second | None = None) -> None:
        self._send = send
        self._second: Second = second or NoSecond()
        self._look = SetCaptions(on=False)
        self._spoken: _Spoken | None = None
        self._ended = 0
        self._phrases: deque[tuple[str, int]] = deque()  # bounded by `add_phrase`
        self._told = ("", "", False)
        self._pts = 0

    def use(self, preset: Preset | None) -> None:
        """The captions of this preset from now on; None has none."""
        self._second.use(preset)
        look = SetCaptions(on=False)
        if preset is not None and preset.captions:
            look = SetCaptions(
                on=True,
                size=preset.captions_size,
                place=preset.captions_place.value,
                margin=preset.captions_margin,
                plate=preset.captions_plate,
                language=preset.language.value,
                second=preset.captions_second.value,
            )
        if look != self._look:
            if look.on != self._look.on:
                self._forget()  # what was heard while nobody read is never read afterwards
            self._look = look
            self._send(look)

    def again(self) -> None:
        """Playout is new, and knows of no captions; what the one before was heard to say is over."""
        self._forget()
        self._send(self._look)

    def cut(self) -> None:
        """Nothing of what was said by now is read any more; what is read goes."""
        if self._look.on and self._told[0]:
            self._send(Caption(turn=0, text=""))
        self._forget()

    def follow(
        self,
        turn: int,
        heard: Callable[[], HeardSpeech],
        *,
        texts: Callable[[], Sequence[str]] = tuple,
        whole: str = "",
        second: str = "",
    ) -> None:
        """Let the hall read turn number `turn` as it is heard.

        Args:
            heard: what was heard by now, as `SpeechWriter.heard`.
            texts: the sentences that the voice has by now, as `SpeechWriter.texts`.
            whole: all of the turn's text, where it is known; only needed beside `second`.
            second: the same in another language, where somebody wrote it, or "".
        """
        self._spoken = _Spoken(turn, heard, texts, whole, second)
        self._ended, self._told = 0, ("", "", False)
        self._phrases.clear()

    def leave(self, turn: int) -> None:
        """Nothing more of this turn is to be read; what is read goes by itself."""
        if self._spoken is not None and self._spoken.turn == turn:
            self._spoken = None

    def update_status(self, status: PlayoutStatus) -> None:
        """Twenty times a second: show what was heard since."""
        self._pts = status.pts
        if not self._look.on:
            return
        if self._spoken is not None:
            self._read(self._spoken, status.pts)
        elif self._phrases:
            if status.pts - self._phrases[-1][1] > LIVE_LINGER:
                self._phrases.clear()  # another word for it that comes now is too late
            else:
                self._read_live()

    def add_phrase(self, text: str) -> None:
        """In MIRROR: the MC's next phrase, as the transcriber has understood it."""
        if not self._look.on or not text:
            return
        over = self._phrases and self._pts - self._phrases[-1][1] > LIVE_LINGER
        if over or len(self._phrases) >= LIVE_PHRASES:
            self._phrases.clear()  # what was said before is read no more; and lines that are full never move
        self._phrases.append((text, self._pts))
        self._second.request(text)
        self._read_live()

    # -- inside -----------------------------------------------------------------------------------------------

    def _forget(self) -> None:
        self._spoken, self._told = None, ("", "", False)
        self._phrases.clear()

    def _read(self, spoken: _Spoken, now: int) -> None:
        heard, texts = spoken.heard(), spoken.texts()
        if not spoken.second:
            for text in texts:
                self._second.request(text)
        if heard.final and not self._ended:
            self._ended = now
        if spoken.second:
            second = part_of(spoken.second, len(heard.text) / max(1, len(spoken.whole)))
        else:
            second = self._seconds(heard.parts, texts)
        told = (heard.text, second, heard.final)
        if heard.text and told != self._told:
            until = now + LINGER if heard.final else 0
            self._send(Caption(turn=spoken.turn, text=heard.text, until_pts=until, second=second))
            self._told = told
        awaited = heard.parts and any(self._second.coming(text) for text in texts[: len(heard.parts)])
        if heard.final and (not awaited or now - self._ended > AWAITED):
            self._spoken = None

    def _seconds(self, parts: Sequence[str], texts: Sequence[str]) -> str:
        """What was heard of each sentence, in the second language."""
        heard = zip(parts, texts, strict=False)
        return together(part_of(self._second.of(text), len(part) / max(1, len(text))) for part, text in heard)

    def _read_live(self) -> None:
        text = together(text for text, _ in self._phrases)
        second = together(self._second.of(text) for text, _ in self._phrases)
        if (text, second, False) != self._told:
            until = self._phrases[-1][1] + LIVE_LINGER
            if second != self._told[1]:
                until = max(until, self._pts + LINGER)
            self._send(Caption(turn=0, text=text, until_pts=until, second=second))
            self._told = (text, second, False)


def together(texts: Iterable[str]) -> str:
    """Texts in one line, with a space between words of letters."""
    line = ""
    for text in texts:
        gap = " " if line and text and line[-1].isascii() and text[0].isascii() else ""
        line += gap + text
    return line


def part_of(text: str, share: float) -> str:
    """The first part of a text, whole words: what of it has been heard when `share` of the other language has."""
    if share >= 1.0:
        return text
    place = max(0, round(len(text) * share))
    while 0 < place < len(text) and text[place].isascii() and text[place].isalnum() and text[place - 1].isalnum():
        place += 1
    return text[:place].rstrip()
