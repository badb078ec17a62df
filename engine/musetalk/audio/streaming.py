"""Features of live sound: what a frame is drawn from, as soon as its sound is there.

The reference hears a whole file and pads it to 30 s. Here Whisper is given a short window that ends where the frame's
own chunk ends, and nothing is padded:

- The mel is made once per 10 ms, as the sound comes. Its 80 dB range hangs on the loudest point of the last 30 s, as
  in a file, and not on that of a short window, in which a quiet word would be scaled up.
- Both convolutions see real sound on both sides; steps that lack it are not used at all.
- Attention sees the window only. Positions count from the window's start, not from the sound's: the last step always
  stands at the same place, so that nothing wanders from frame to frame, and nothing jumps every 30 s as in a file.
  Before the first sound there is silence, so that the size never changes.
- A frame's window depends on the frame's number alone, not on how the sound was cut into blocks, nor on how many
  frames are asked for at once.

With less than the published two frames of sound after the frame (`right` 1 or 0) the lips come 40 or 80 ms sooner, and
the chunk's missing steps repeat its last one: nearer to the file's features than zeros. How far all this is from a
file's features, `compere bench musetalk` measures.
"""

from __future__ import annotations

import math

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor

from engine.musetalk.audio.chunks import STEPS, first_step
from engine.musetalk.audio.mel import BANDS, HOP, RATE, SEGMENT, SILENCE, WINDOW, log_power_inside, scaled
from engine.musetalk.audio.whisper import STEP, STEP_RATE, WhisperEncoder

RIGHT = 2
"""Frames of sound after the frame's own, in the published law."""

_HALF = WINDOW // 2
_LOUDEST_FRAMES = SEGMENT // HOP
_LATE = 100  # mel frames kept beyond the newest window: frames and cuts may come 1 s late


class LiveFeatures:
    """Turns 16 kHz sound that comes in blocks of any size into chunks, frame by frame.

    Sample and frame numbers are absolute, from the start of the sound.

    Attributes:
        fps: video frames a second, 25 … 49.
        heard: samples pushed so far.
        place: where in Whisper's table of positions the window's first step stands.
        look_ahead_s: seconds of sound that a frame needs after its own start.
    """

    def __init__(
        self, whisper: WhisperEncoder, *, fps: float = 25, window_s: float = 2.0, right: int = RIGHT, place: int = 0
    ) -> None:
        """
        Args:
            whisper: the encoder; its device and dtype are used.
            window_s: seconds of sound that Whisper is given, 0.2 … 30.
            right: frames of sound after the frame's own that are waited for, 0 … 2.
            place: see the attribute.

        Raises:
            ValueError: for a figure outside its range.
        """
        if not 25 <= fps < 50:
            raise ValueError(f"live features are made for 25 to 49 frames a second, not {fps}; draw 50 and 60 at half")
        if not 0.2 <= window_s <= 30:
            raise ValueError(f"a window must be 0.2 to 30 s long, not {window_s}")
        if right not in (0, 1, 2):
            raise ValueError(f"a frame can wait for 0, 1 or 2 frames of sound after it, not {right}")
        if not 0 <= place <= 1500 - round(window_s * STEP_RATE):
            raise ValueError(f"a window of {window_s} s does not fit into Whisper's 1500 positions from {place} on")
        self.fps = fps
        self.heard = 0
        self.place = place
        self._whisper = whisper
        self._missing = (RIGHT - right) * math.ceil(STEP_RATE / fps)
        self._steps = round(window_s * STEP_RATE)
        # One step more to the left and half a one to the right, for the convolutions; both are cut off again.
        self._frames = 2 * self._steps + 3
        self._device = whisper.encoder.conv1.weight.device
        self._dtype = whisper.encoder.conv1.weight.dtype
        self._reset()
        own = first_step(0, fps)
        self.look_ahead_s = ((own + STEPS - self._missing) * STEP + _HALF) / RATE

    def _reset(self) -> None:
        kept = self._frames + _LATE
        self._power = torch.full((BANDS, kept), SILENCE, device=self._device)
        self._peaks = torch.full((_LOUDEST_FRAMES + _LATE,), SILENCE, device=self._device)
        self._made = 0  # mel frames made; frame k has its middle at sample 160 k
        self._sound = np.zeros((kept + 3) * HOP + _HALF, np.float32)  # ends at sample `heard`

    def window_start(self, frame: int) -> int:
        """The step at which Whisper's window for `frame` begins; below 0 it holds silence."""
        return self._end(frame) - self._steps

    def sound_needed(self, frame: int) -> int:
        """How many samples must have been pushed before `frame` can be taken."""
        return self._end(frame) * STEP + _HALF

    def push(self, sound: NDArray[np.float32]) -> None:
        """Hear (samples,) float32 mono at 16 kHz, right after what was pushed before."""
        keep = len(self._sound)
        self._sound = np.concatenate([self._sound, sound])
        self.heard += len(sound)
        ready = max(self._made, (self.heard - _HALF) // HOP + 1)
        if ready > self._made:
            # From the first new frame's left edge to the last one's right edge, counted from the end.
            back = self.heard - (self._made * HOP - _HALF)
            until = self.heard - ((ready - 1) * HOP + _HALF)
            span = self._sound[len(self._sound) - back : len(self._sound) - until]
            self._keep(log_power_inside(torch.from_numpy(span).to(self._device)))
        self._sound = self._sound[-keep:]

    def chunks_of(self, first: int, count: int = 1) -> Tensor:
        """The chunks of frames `first` … `first + count - 1`.

        Returns:
            (count, 50, 384) on the encoder's device, without positions.

        Raises:
            ValueError: when a frame's sound has not been pushed yet, or is more than a second old.
        """
        with torch.inference_mode():
            windows = [self._window(frame) for frame in range(first, first + count)]
            heard = self._whisper.convolved(torch.stack(windows).to(self._dtype))[:, 1:-1]
            known = self._whisper.states(heard, self.place)[:, -(STEPS - self._missing) :]
            held = known[:, -1:].expand(-1, self._missing, -1, -1)
            return torch.cat([known, held], dim=1).flatten(1, 2)

    def cut(self, at: int) -> None:
        """Forget all sound from sample `at` on; what is pushed next begins there.

        Raises:
            ValueError: when that is more than a second ago.
        """
        gone = self.heard - at
        if gone <= 0:
            return
        if gone > _LATE * HOP:
            raise ValueError(f"sound can be cut up to {_LATE * HOP / RATE:g} s back, not {gone / RATE:.1f} s")
        self._sound = np.concatenate([np.zeros(gone, np.float32), self._sound[:-gone]])
        self.heard = at
        made = max(0, (at - _HALF) // HOP + 1)
        undone = self._made - made
        if undone > 0:
            self._power = torch.cat([self._silence(undone), self._power[:, :-undone]], dim=1)
            self._peaks = torch.cat([self._silence(undone)[0], self._peaks[:-undone]])
            self._made = made

    def _end(self, frame: int) -> int:
        """The step after the last one that is known when `frame` is drawn."""
        return first_step(frame, self.fps) + STEPS - self._missing

    def _window(self, frame: int) -> Tensor:
        """(80, frames) float32: scaled mel up to the last frame that the convolutions of the last step see."""
        until = 2 * self._end(frame) + 1
        late = self._made - until
        if late < 0:
            missing = self.sound_needed(frame) - self.heard
            raise ValueError(f"frame {frame} needs {missing} more samples of sound than were pushed")
        if late > _LATE:
            raise ValueError(f"frame {frame} is {late * HOP / RATE:.1f} s old; its sound is forgotten")
        stop = self._power.shape[1] - late
        loudest = self._peaks[self._peaks.shape[0] - late - _LOUDEST_FRAMES : self._peaks.shape[0] - late].amax()
        return scaled(self._power[:, stop - self._frames : stop], loudest)

    def _keep(self, power: Tensor) -> None:
        """Append (80, new) mel frames; the oldest go."""
        self._power = torch.cat([self._power, power], dim=1)[:, -self._power.shape[1] :]
        self._peaks = torch.cat([self._peaks, power.amax(dim=0)])[-self._peaks.shape[0] :]
        self._made += power.shape[1]

    def _silence(self, frames: int) -> Tensor:
        return torch.full((BANDS, frames), SILENCE, device=self._device)
