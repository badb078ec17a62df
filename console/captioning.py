"""What the hall reads follows what it has heard: from the turn's own status to captions in playout."""

from __future__ import annotations

from collections.abc import Callable

from console.answer.heard import HeardSpeech
from console.show.preset import Preset
from engine.link.messages import Caption, Message, PlayoutStatus, SetCaptions

LINGER = round(1.6 * 48_000)
"""A caption stays this long after its last word, in samples: time to read the end of it."""

LIVE_LINGER = 4 * 48_000


class Captioner:
    """Sends captions while turns are heard; one per console.

    Args:
        send: gives a message to playout.
    """

    def __init__(self, send: Callable[[Message], None]) -> None:
        self._send = send
        self._look = SetCaptions(on=False)
        self._turn = 0
        self._heard: Callable[[], HeardSpeech] | None = None
        self._whole = self._second = self._told = ""

    def use(self, preset: Preset | None) -> None:
        """The captions of this preset from now on; None has none."""
        look = SetCaptions(on=False)
        if preset is not None and preset.captions:
            look = SetCaptions(
                on=True,
                size=preset.captions_size,
                place=preset.captions_place.value,
                margin=preset.captions_margin,
                plate=preset.captions_plate,
            )
        if look != self._look:
            self._look = look
            self._send(look)

    def again(self) -> None:
        """Playout is new, and knows of no captions."""
        self._send(self._look)
        self._told = ""

    def follow(self, turn: int, heard: Callable[[], HeardSpeech], *, whole: str = "", second: str = "") -> None:
        """Let the hall read turn number `turn` as it is heard.

        Args:
            heard: what was heard by now, as `SpeechWriter.heard`.
            whole: all of the turn's text, where it is known; only needed beside `second`.
            second: the same in another language, or "".
        """
        self._turn, self._heard = turn, heard
        self._whole, self._second, self._told = whole, second, ""

    def leave(self, turn: int) -> None:
        """Nothing more of this turn is to be read; what is read goes by itself."""
        if self._turn == turn:
            self._heard = None

    def take_status(self, status: PlayoutStatus) -> None:
        """Twenty times a second: show what was heard since."""
        if self._heard is None or not self._look.on:
            return
        heard = self._heard()
        text = heard.text
        if text and (text != self._told or heard.final):
            until = status.pts + LINGER if heard.final else 0
            second = part_of(self._second, len(text) / max(1, len(self._whole)))
            self._send(Caption(turn=self._turn, text=text, until_pts=until, second=second))
            self._told = text
        if heard.final:
            self._heard = None

    def hear(self, text: str, status_pts: int) -> None:
        """In MIRROR: what the transcriber understood of the MC by now.

        Args:
            status_pts: the index of the newest status.
        """
        if self._look.on and text:
            self._send(Caption(turn=0, text=text, until_pts=status_pts + LIVE_LINGER))


def part_of(text: str, share: float) -> str:
    """The first part of a text, whole words: what of it has been heard when `share` of the other language has."""
    if share >= 1.0:
        return text
    place = max(0, round(len(text) * share))
    while 0 < place < len(text) and text[place].isascii() and text[place].isalnum() and text[place - 1].isalnum():
        place += 1
    return text[:place].rstrip()
