"""The neural driver: sound → features → face network → the mouth of a filmed host, on a graphics card.

Shows the clip as it is, and of each drawn face the part under the mask, while somebody speaks. A face that came out
wrong is never shown: the clip's own frame stands in for it, and the operator reads of it when that goes on.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import torch
from torch import Tensor

from engine.driver import Canvas, Driver, DriverError, DriverLostError, Frame, Gauge, Phones, Sound, pts_of
from engine.ipc.logger import Logger
from engine.ipc.rings.samples import SAMPLE_RATE
from engine.musetalk.audio.live_ear import LiveFeatureSource, mouth_of
from engine.musetalk.face.overlay import Overlay
from engine.musetalk.film import Film
from engine.musetalk.network.device import ComputeDevice, find_machine
from engine.musetalk.network.model import vae_file
from engine.musetalk.network.pipeline import Pipeline, forget_pipelines, shared_pipeline
from engine.musetalk.network.weights import WeightsError
from engine.musetalk.store.config import AvatarConfigError
from engine.musetalk.store.prepared import open_store
from engine.musetalk.store.store import Store, StoreError, fingerprint

if TYPE_CHECKING:
    from engine.avatar import Avatar

SHORT_LOOK_AHEAD_S = 0.030
"""Less look-ahead than this takes the shorter way: 40 ms less sound, guessed by repeating the last."""

WARM_EVERY = 8
"""In a pause one frame of so many is drawn and not shown: a card that rests clocks down, and the next word waits."""

SPOILT_MOST = 3
"""So many spoilt faces in a row are told to the operator, and are a second engine's to draw."""

USUAL_RATE = 25
"""Mouths a second that the network was trained for. The look-ahead is the same at every rate."""

_CARD_FAILED = ("CUDA", "cuDNN", "NVRTC")  # what torch's sentence then holds

_AHEAD = 4  # frames of the clip decoded before their time


@dataclass
class _Work:
    """A frame on its way: time, clip's frame, how much of the face is seen; the face, and whether it may be shown."""

    pts: int
    index: int
    share: float
    face: tuple[Tensor, Tensor] | None = None


class MuseTalkDriver:
    """Draws a filmed avatar that speaks what it hears.

    Args:
        models: the folder of weights. cache: where prepared avatars lie.
        card, precision: as for `machine.find_machine`.
        decoder: `full`, or `small`: the approximate one, see `small`.
        right: frames of sound after a frame's own that are waited for, 0 … 2.
        log: where to write events, or None.

    Attributes:
        look_ahead_s: seconds of sound that a frame needs after its own time.
        words: what HEALTH says, as "MuseTalk · fp16 · H100".
        trouble: one sentence for the operator while something goes on being wrong, or "".
        spoilt: faces that came out wrong since the start.
        batch: the most frames that are worth asking for at once.
    """

    def __init__(
        self,
        *,
        models: Path,
        cache: Path,
        card: str = "auto",
        precision: str = "auto",
        decoder: str = "full",
        right: int = 2,
        log: Logger | None = None,
    ) -> None:
        self._models, self._cache, self._request, self._right, self._log = models, cache, (card, precision), right, log
        self._decoder = decoder
        self.look_ahead_s = 0.0
        self.words, self.trouble = "MuseTalk", ""
        self.spoilt = 0
        self.batch = 1
        self._spoilt_in_a_row = 0
        self._ear: LiveFeatureSource | None = None
        self._pipeline: Pipeline | None = None
        self._newest: tuple[tuple[int, int], tuple[Tensor, Tensor]] | None = None  # (mouth, clip's frame) → its face
        self._judging: deque[Callable[[], Tensor]] = deque()

    def load(self, avatar: Avatar, width: int, height: int) -> None:
        """Make ready to draw: open the prepared avatar, load the weights unless another one did, warm up.

        Raises:
            DriverError: a sentence for the operator: no card, no weights, too little memory, not built yet.
        """
        if avatar.driver != "musetalk":
            raise DriverError(f"The avatar {avatar.name} is made for the {avatar.driver} driver, not for this one.")
        machine = find_machine(*self._request)
        try:
            store = open_store(avatar, self._cache, fingerprint(vae_file(self._models)))
        except (StoreError, WeightsError, AvatarConfigError) as error:
            raise DriverError(str(error)) from error
        except OSError as error:
            raise DriverError(f"The weights in {self._models} cannot be read ({error.strerror}).") from error
        self.show(store, machine, width, height)

    def show(self, store: Store, machine: ComputeDevice, width: int, height: int) -> None:
        """Make ready to draw a prepared avatar on this machine. Raises DriverError."""
        pipeline = shared_pipeline(self._models, machine, self._log, self._decoder)
        try:
            self._overlay = Overlay(store, machine)
        except torch.OutOfMemoryError as error:
            machine.tidy()
            sentence = f"{machine.name} has too little free memory for the avatar {store.card.avatar}."
            raise DriverError(sentence) from error
        self._store, self._film, self._pipeline = store, Film(store, width, height), pipeline
        self.words = machine.words + (" · approximate" if self._decoder == "small" else "")
        self.batch = pipeline.largest if machine.graphs else 1  # a processor gains nothing, and its first frame waits
        self.look_ahead_s = self._new_ear(USUAL_RATE).look_ahead / SAMPLE_RATE

    @property
    def gauge(self) -> Gauge | None:
        """How the card does; None on the processor."""
        return self._pipeline.machine.gauge() if self._pipeline is not None else None

    def frames(
        self, sound: Sound, start: int, count: int, rate: int, canvas: Canvas, phones: Phones | None = None
    ) -> Iterator[Frame]:
        """Draw frames `start` … `start + count - 1`; see `engine.driver.Driver`. Goes by the sound alone.

        Raises:
            DriverError: this frame could not be drawn. DriverLostError: nor will any other one.
        """
        if self._pipeline is None:
            raise DriverError("The neural driver was asked for pictures before an avatar was loaded.")
        try:
            most = self._pipeline.largest
            for first in range(start, start + count, most):
                numbers = range(first, min(first + most, start + count))
                yield from self._batch(sound, numbers, rate, canvas)
        except torch.OutOfMemoryError as error:
            self._pipeline.machine.tidy()
            raise DriverError(f"{self._pipeline.machine.name} ran out of memory: close other programs.") from error
        except StoreError as error:
            raise DriverError(str(error)) from error
        except RuntimeError as error:
            if not any(name in str(error) for name in _CARD_FAILED):
                raise
            forget_pipelines()
            raise DriverLostError(f"{self._pipeline.machine.name} failed, and the engine starts again.") from error

    def inherit(self, previous: Driver) -> None:
        """Hear on where `previous` stops: no mouth jumps at a take."""
        if isinstance(previous, MuseTalkDriver) and previous._pipeline is self._pipeline:
            self._ear = previous._ear

    def cut(self, at: int) -> None:
        """Forget all sound from index `at` on: the mouth closes there within a frame."""
        self._newest = None
        if self._ear is not None:
            self._ear.cut(at)

    def close(self) -> None:
        """Let the clip go."""
        if self._pipeline is not None:
            self._film.close()

    # -- inside -----------------------------------------------------------------------------------------------

    def _new_ear(self, rate: int) -> LiveFeatureSource:
        assert self._pipeline is not None
        return LiveFeatureSource(self._pipeline.models.whisper, rate, self._right)

    def _batch(self, sound: Sound, numbers: range, rate: int, canvas: Canvas) -> Iterator[Frame]:
        """A few frames in a row: first all that the card does, then what is done with it."""
        if self._ear is None or self._ear.rate != rate:
            self._ear = self._new_ear(rate)
        works = []
        for number in numbers:
            pts = pts_of(number, rate)
            self._ear.feed(sound, number)
            works.append(_Work(pts, self._store.index_at(pts), self._ear.share(pts)))
        ahead = range(numbers[-1] + 1, numbers[-1] + 1 + _AHEAD)
        self._film.expect([*(work.index for work in works), *(self._store.index_at(pts_of(n, rate)) for n in ahead)])
        self._draw_faces(numbers, works, rate)
        for work in works:
            frame = self._film.frame(work.index)
            patch = self._overlay.patch(work.index, frame, *work.face, work.share) if work.face is not None else None
            pixels = canvas()
            if patch is None:
                self._film.show(pixels, frame)
            else:
                self._film.show_patched(pixels, frame, patch)
            yield Frame(work.pts, pixels)
        self._count()

    def _draw_faces(self, numbers: range, works: list[_Work], rate: int) -> None:
        """Begin to draw the faces that are wanted; two frames with the same mouth on the same picture share one."""
        assert self._ear is not None and self._pipeline is not None
        wanted: dict[tuple[int, int], Tensor] = {}
        keys = [(mouth_of(number, rate), work.index) for number, work in zip(numbers, works, strict=True)]
        for number, work, key in zip(numbers, works, keys, strict=True):
            seen = self._newest is not None and self._newest[0] == key
            if (work.share > 0.0 or number % WARM_EVERY == 0) and not seen and key not in wanted:
                wanted[key] = self._ear.chunk(number)
        drawn = dict([self._newest]) if self._newest is not None else {}
        if wanted:
            indexes = torch.tensor([index for _, index in wanted], device=self._overlay.latents.device)
            faces = self._pipeline.draw(self._overlay.latents[indexes], torch.cat(list(wanted.values())))
            self._judging.append(self._pipeline.machine.down(faces.sound))
            drawn |= {key: (faces.pixels[i], faces.sound[i]) for i, key in enumerate(wanted)}
            newest = list(wanted)[-1]
            self._newest = newest, drawn[newest]
        for work, key in zip(works, keys, strict=True):
            if work.share > 0.0:
                work.face = drawn[key]

    def _count(self) -> None:
        """Keep account of faces that came out wrong. What a card does is known when the picture is."""
        while self._judging:
            for good in self._judging.popleft()().tolist():
                self._spoilt_in_a_row = 0 if good else self._spoilt_in_a_row + 1
                self.spoilt += not good
        if self._spoilt_in_a_row >= SPOILT_MOST:
            self.trouble = "The drawn faces come out wrong, so the mouth stays as filmed: try bf16 or fp32."
        elif self._spoilt_in_a_row == 0:
            self.trouble = ""
