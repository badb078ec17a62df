"""Meter ballistics: what a level meter shows, from the peaks that come in. No drawing here.

Constants are those of OBS's meters and IEC 60268-18: sample peak with instant attack and 11.76 dB/s fall, a peak
line that stays two seconds, a clip light that stays until it is taken back.
"""

from __future__ import annotations

import math
from dataclasses import dataclass

FLOOR_DBFS = -60.0
FALL_DB_S = 11.76
PEAK_LINE_S = 2.0
CLIP_DBFS = 0.0
SILENT_DBFS = -70.0
NO_SIGNAL_AFTER_S = 2.0
LOW_DBFS = -36.0
"""Below this, speech is too quiet to drive the face well. A guess to be tuned in rehearsal."""
LOW_AFTER_S = 5.0
FIGURE_STAYS_S = 0.25
"""A figure that changes thirty times a second cannot be read."""
NOTHING_DBFS = -120.0
"""What stands for digital silence, whose level in dB is minus infinity."""


@dataclass(frozen=True)
class MeterReading:
    """A meter as it is to be drawn; levels in dBFS, `NOTHING_DBFS` for silence.

    Attributes:
        bar: height of the bar.
        line: the peak line.
        highest: the highest peak since the last reset, for the figure below the bar.
        clipped: the clip light.
        clips: how often it has clipped since the last reset.
        no_signal: nothing has been heard for two seconds; bar and line are empty then.
        low: the level has been too low for five seconds, and yet there is one.
        lufs: momentary loudness (400 ms, ITU-R BS.1770), `NOTHING_DBFS` for silence; None where it is not measured.
        lufs_figure: the same to be read as a figure: it changes four times a second at most.
    """

    bar: float = NOTHING_DBFS
    line: float = NOTHING_DBFS
    highest: float = NOTHING_DBFS
    clipped: bool = False
    clips: int = 0
    no_signal: bool = False
    low: bool = False
    lufs: float | None = None
    lufs_figure: float | None = None


def dbfs(amplitude: float) -> float:
    """Level of a peak amplitude (1.0 is full scale), not below `NOTHING_DBFS`."""
    return max(NOTHING_DBFS, 20.0 * math.log10(amplitude)) if amplitude > 0 else NOTHING_DBFS


class Meter:
    """Turns peaks into readings.

    Feed it at any rate: the fall is computed from the time that passed, so that a late call draws what an
    early one would have.

    Attributes:
        low_dbfs: speech below this is LOW.
    """

    def __init__(self, now: float, *, low_dbfs: float = LOW_DBFS) -> None:
        """Starts silent at `now` (seconds of the caller's clock)."""
        self.low_dbfs = low_dbfs
        self._now = now
        self._bar = NOTHING_DBFS
        self._line = NOTHING_DBFS
        self._line_since = now
        self._highest = NOTHING_DBFS
        self._clips = 0
        self._clipped = False
        self._heard_at = now
        self._loud_at = now
        self._lufs: float | None = None
        self._figure: float | None = None
        self._figure_at = -math.inf

    def push(self, peak_dbfs: float, now: float, lufs: float | None = None) -> MeterReading:
        """Takes the highest sample peak since the last call, and the loudness where it is measured.

        Returns what to draw at `now`.
        """
        self._lufs = lufs
        if lufs is None or now - self._figure_at >= FIGURE_STAYS_S:
            self._figure, self._figure_at = lufs, now
        peak = peak_dbfs if math.isfinite(peak_dbfs) else NOTHING_DBFS
        passed = max(0.0, now - self._now)
        self._now = max(now, self._now)
        self._bar = max(peak, self._bar - FALL_DB_S * passed, NOTHING_DBFS)
        if peak >= self._line or self._now - self._line_since >= PEAK_LINE_S:
            self._line, self._line_since = max(peak, self._bar), self._now
        self._highest = max(self._highest, peak)
        if peak >= CLIP_DBFS:
            self._clips += 1
            self._clipped = True
        if peak >= SILENT_DBFS:
            self._heard_at = self._now
        if peak >= self.low_dbfs:
            self._loud_at = self._now
        return self.reading()

    def reading(self) -> MeterReading:
        """The reading as of the last push."""
        no_signal = self._now - self._heard_at >= NO_SIGNAL_AFTER_S
        return MeterReading(
            NOTHING_DBFS if no_signal else self._bar,  # what still falls is no signal
            NOTHING_DBFS if no_signal else self._line,
            self._highest,
            self._clipped,
            self._clips,
            no_signal,
            not no_signal and self._now - self._loud_at >= LOW_AFTER_S,
            self._lufs,
            self._figure,
        )

    def empty(self, now: float) -> None:
        """Its source is gone: nothing is known of any level from `now` on (seconds); clips stay counted."""
        self._bar = self._line = NOTHING_DBFS
        self._now = self._heard_at = self._loud_at = max(now, self._now)
        self._lufs = self._figure = None

    def clear_clip(self) -> None:
        """Puts the clip light out; the count stays."""
        self._clipped = False

    def reset(self) -> None:
        """Forgets the highest peak and the clips."""
        self._highest = NOTHING_DBFS
        self._clips = 0
        self._clipped = False
