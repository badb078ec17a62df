"""The live loop's arithmetic: which frame to draw next, and which are too late to be worth it."""

from __future__ import annotations

from dataclasses import dataclass

from engine.ipc.rings.samples import SAMPLE_RATE


def frame_at_or_after(index: int, rate: int) -> int:
    """The first frame number whose time is sample `index` or later, at `rate` frames a second."""
    return -(-index * rate // SAMPLE_RATE)


def frame_at_or_before(index: int, rate: int) -> int:
    """The last frame number whose time is sample `index` or earlier.

    The inverse of `pts_of`, which rounds down: a frame's time may lie below its exact place.
    """
    return ((index + 1) * rate - 1) // SAMPLE_RATE


@dataclass(slots=True)
class FrameScheduler:
    """Walks over the frames of a live program.

    Attributes:
        rate: frames a second.
        look_ahead: samples of sound that a frame needs after its own time.
        following: the frame number to draw next; None before the first.
        skipped: frames that were never drawn because they would have come too late.
    """

    rate: int
    look_ahead: int
    following: int | None = None
    skipped: int = 0

    def due(self, written: int, playing: int, drawing: int = 0) -> int | None:
        """The frame to draw now, or None when its sound is not there yet.

        Args:
            written: index after the newest sample of sound.
            playing: index that the program shows now.
            drawing: samples that pass while a frame is drawn; one that would be finished too late is skipped.
        """
        newest = frame_at_or_before(written - self.look_ahead, self.rate)
        first = frame_at_or_after(playing + drawing, self.rate)
        if self.following is None:
            self.following = max(first, newest)
        elif self.following < first:
            # Not beyond the newest: a picture that comes late is better than none at all.
            first = max(self.following, min(first, newest))
            self.skipped += first - self.following
            self.following = first
        return self.following if self.following <= newest else None

    def waiting(self, written: int) -> int:
        """How many frames could be drawn now, the due one included."""
        newest = frame_at_or_before(written - self.look_ahead, self.rate)
        return max(0, newest - self.following + 1) if self.following is not None else 0

    def drew(self, count: int = 1) -> None:
        """So many frames were drawn, from the due one on."""
        if self.following is not None:
            self.following += count

    def cut(self, at: int) -> None:
        """Sound from `at` on was replaced: draw again from there."""
        if self.following is not None:
            self.following = min(self.following, frame_at_or_after(at, self.rate))
