"""Walks along the program and has it encoded: each picture and each block of sound at its place, or not at all."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from console.outputs.encoder import AAC_BLOCK, Encoder, Packet
from console.outputs.program_reader import ProgramReader
from engine.ipc.rings.samples import SAMPLE_RATE

BEHIND_FRAMES = 1.5
"""How far an output stays behind the program, in program frames: a picture is published a little after its time."""


class EncodingLoop:
    """One step after the other, as time passes.

    Args:
        reader: the program.
        encoder: for it.
        wants_key: whether the next picture must be a keyframe; asked before each.

    Attributes:
        frames: pictures encoded.
        skipped: pictures left out because encoding is slower than the program.
    """

    def __init__(self, reader: ProgramReader, encoder: Encoder, wants_key: Callable[[], bool]) -> None:
        self._reader, self._encoder, self._wants_key = reader, encoder, wants_key
        self._frame: int | None = None
        self._sound_at = 0
        self.frames = self.skipped = 0

    def pause(self) -> None:
        """Nobody wants packets: what passes meanwhile is not skipped, it was never wanted."""
        self._frame = None

    def step(self, now_s: float) -> Iterator[Packet]:
        """Encode what is due at `now_s` (monotonic seconds)."""
        due = self._reader.position(now_s) - round(BEHIND_FRAMES * SAMPLE_RATE / self._reader.rate)
        if due < 0:
            return
        rate = self._encoder.rate
        newest = due * rate // SAMPLE_RATE
        if self._frame is None:
            self._frame = newest - 1
            self._sound_at = newest * SAMPLE_RATE // rate
        while self._sound_at + AAC_BLOCK <= due:
            yield from self._encoder.sound(self._reader.sound(self._sound_at, AAC_BLOCK), self._sound_at)
            self._sound_at += AAC_BLOCK
        if newest <= self._frame:
            return
        picture = self._reader.picture(newest * SAMPLE_RATE // rate)
        if picture is None:
            return
        self.skipped += newest - self._frame - 1
        self._frame = newest
        self.frames += 1
        yield from self._encoder.picture(picture, newest, key=self._wants_key())
