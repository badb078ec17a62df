"""Pictures of a film with a filmed host: the whole recording's features, full batches, and the blend beside them.

The features are those of the published model on a whole file, 30 s at a time. In exact mode the networks compute in
float32 with deterministic kernels and the blend is the reference's, so that a film comes out in the same bits again.
In pauses the clip's own mouth is shown, as live: what nobody sees is not drawn.
"""

from __future__ import annotations

import os
import threading
from collections import deque
from collections.abc import Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from fractions import Fraction
from typing import TYPE_CHECKING, Any

import numpy as np
import torch
from numpy.typing import NDArray

from engine.driver import DriverError
from engine.film.order import PROCESSOR, FilmError, Order, index_of, pictures_in
from engine.film.picture import Picture, Scaler
from engine.musetalk.audio import chunks, whisper
from engine.musetalk.audio.offline_gate import shares
from engine.musetalk.face.blend import blend_into, fitted
from engine.musetalk.face.crop import CropError
from engine.musetalk.network.device import ComputeDevice, find_machine
from engine.musetalk.network.model import load_models, vae_file
from engine.musetalk.network.pipeline import Pipeline, small_decoder
from engine.musetalk.network.weights import WeightsError
from engine.musetalk.store.config import AvatarConfigError
from engine.musetalk.store.prepared import open_store
from engine.musetalk.store.store import StoreError, fingerprint
from engine.opencv import opencv
from engine.text import Text

if TYPE_CHECKING:
    from engine.avatar import Avatar
    from engine.film.soundtrack import Soundtrack

CARD_BATCH, PROCESSOR_BATCH = 16, 4
_HANDS = 8
"""Threads that decode frames of the clip and put faces into them, at most; beyond that the encoder is what one waits
for."""

_STEPS_EITHER_SIDE = chunks.STEPS // 2


def step_table(samples: int, pictures: int, rate: Fraction) -> NDArray[np.int64]:
    """The steps of sound that each picture is drawn from.

    The published law from 25 to 49 pictures a second. It lies 40 ms early below and 40 ms late above: there the window
    is put around the middle of the picture, which at 25 is the same.

    Args:
        samples: of the sound at 16 kHz. pictures: how many, the last one may begin before the sound's end only just.

    Returns:
        (pictures, 10) int64, `chunks.BEYOND` outside the sound.
    """
    published = 25 <= rate < 50
    known = whisper.steps_in(samples)
    starts = [
        chunks.first_step(number, float(rate))
        if published
        else round((number + Fraction(1, 2)) * whisper.STEP_RATE / rate) - _STEPS_EITHER_SIDE
        for number in range(pictures)
    ]
    steps = np.array(starts, np.int64).reshape(-1, 1) + np.arange(chunks.STEPS)
    return np.where((steps >= 0) & (steps < known), steps, chunks.BEYOND)


class NeuralPainter:
    """Draws a filmed avatar. See `painting.Painter`."""

    def __init__(self, avatar: Avatar, sound: Soundtrack, order: Order) -> None:
        """Loads all that is needed. Raises FilmError with one sentence: what is missing and what to do."""
        self._rate, self._exact = order.frames_a_second, order.exact
        self._size = order.width, order.height
        self._scalers = threading.local()
        self._hands = ThreadPoolExecutor(min(_HANDS, os.cpu_count() or 1), thread_name_prefix="film")
        self._before = _deterministic(order.exact)
        try:
            machine = _machine(order)
            if order.models is None or order.prepared is None:
                raise FilmError(Text("{name} needs the neural driver's files: bring them in first.", name=avatar.name))
            self._store = open_store(avatar, order.prepared, fingerprint(vae_file(order.models)))
            models = load_models(order.models, machine.device, machine.dtype)
            self.batch = CARD_BATCH if machine.device.type == "cuda" else PROCESSOR_BATCH
            small = small_decoder(order.models, machine) if order.approximate else None
            self._pipeline = Pipeline(models, machine, batches=(self.batch,), decoder=small)
            self._pipeline.warm_up()
            self._latents = torch.from_numpy(np.array(self._store.latents)).to(machine.device, machine.dtype)
            heard = sound.for_networks()
            pictures = pictures_in(sound.length, self._rate)
            table = step_table(len(heard), pictures, self._rate)
            self._shares = shares(heard, pictures, self._rate)
            self._features, self._table = whisper.features(heard, models.whisper), torch.from_numpy(table)
        except (StoreError, WeightsError, AvatarConfigError, DriverError) as cause:
            self.close()
            raise FilmError(str(cause)) from cause
        except OSError as cause:
            self.close()
            why = cause.strerror or type(cause).__name__
            raise FilmError(
                Text("The neural driver's files in {path} cannot be read ({fault}).", path=order.models, fault=why)
            ) from cause
        except torch.OutOfMemoryError as cause:
            self.close()
            raise FilmError("The graphics card has too little free memory: close other programs.") from cause
        except FilmError:
            self.close()
            raise

    def paint(self, first: int, count: int) -> Iterator[Picture]:
        """See `painting.Painter`. While one batch is blended the next one is drawn already."""
        waiting: deque[deque[Future[Picture]]] = deque()
        try:
            drawn = self._begin(first, min(self.batch, count))
            for start in range(first, first + count, self.batch):
                now, numbers = drawn, range(start, min(start + self.batch, first + count))
                left = first + count - numbers.stop
                if left:
                    drawn = self._begin(numbers.stop, min(self.batch, left))
                faces: Any = [None] * len(numbers)
                if now is not None:
                    faces, good = now[0]().numpy(), now[1]().numpy()
                    if not self._exact and not all(good | (self._shares[numbers.start : numbers.stop] == 0)):
                        raise FilmError("The faces come out wrong in fp16: make this film in exact mode.")
                made = zip(numbers, faces, strict=True)
                waiting.append(deque(self._hands.submit(self._finish, number, face) for number, face in made))
                while waiting and (len(waiting) > 1 or not left):
                    batch = waiting.popleft()
                    while batch:
                        yield batch.popleft().result()
        except torch.OutOfMemoryError as cause:
            raise FilmError("The graphics card ran out of memory: close other programs.") from cause
        except StoreError as cause:
            raise FilmError(str(cause)) from cause
        finally:
            for future in (future for batch in waiting for future in batch):
                future.cancel()

    def close(self) -> None:
        """Let threads and files go, and torch be as it was."""
        self._hands.shutdown(wait=True, cancel_futures=True)
        _restore(self._before)
        store = getattr(self, "_store", None)
        if store is not None:
            store.close()

    def _begin(self, first: int, count: int) -> tuple[Any, Any] | None:
        """Begin to draw the faces of some pictures; two calls that wait for them, or None where none is shown."""
        if not self._shares[first : first + count].any():
            return None
        indexes = [self._index(number) for number in range(first, first + count)]
        with torch.inference_mode():
            heard = chunks.take_steps(self._features, self._table[first : first + count])
            faces = self._pipeline.draw(self._latents[indexes], heard)
            machine = self._pipeline.machine
            return machine.down(faces.pixels), machine.down(faces.sound)

    def _index(self, number: int) -> int:
        return self._store.index_at(index_of(number, self._rate))

    def _finish(self, number: int, face: NDArray[np.uint8] | None) -> Picture:
        """A face into its frame of the clip, as much of it as is shown, and that at the film's size."""
        store, index, share = self._store, self._index(number), float(self._shares[number])
        frame = store.frame(index)
        if face is not None and share > 0.0:
            try:
                fitting = fitted(face, store.box(index))
            except CropError as cause:
                raise StoreError(f"Frame {index} of {store.folder} has no face box: build the avatar again.") from cause
            mask = store.mask(index)
            if share < 1.0:
                mask = np.rint(mask * np.float32(share)).astype(np.uint8)
            blend_into(frame, fitting, store.box(index), store.crop(index), mask, store.region(index))
        scaler = getattr(self._scalers, "scaler", None)
        if scaler is None:
            scaler = self._scalers.scaler = Scaler()
        picture: Picture = scaler.picture(_sized(frame, *self._size))
        return picture


def _sized(frame: NDArray[np.uint8], width: int, height: int) -> NDArray[np.uint8]:
    """The frame at the film's size; a clip of another shape gets black bars."""
    high, wide = frame.shape[:2]
    if (wide, high) == (width, height):
        return frame
    cv2 = opencv()
    scale = min(width / wide, height / high)
    inner = min(width, round(wide * scale)), min(height, round(high * scale))
    left, top = (width - inner[0]) // 2, (height - inner[1]) // 2
    made = np.zeros((height, width, 3), np.uint8)
    how = cv2.INTER_AREA if scale < 1 else cv2.INTER_LINEAR
    made[top : top + inner[1], left : left + inner[0]] = cv2.resize(frame, inner, interpolation=how)
    return made


def _machine(order: Order) -> ComputeDevice:
    card = order.cards[0] if order.cards else "auto"
    named = card if card in ("auto", PROCESSOR) else f"cuda:{card}"
    return find_machine(named, "fp32" if order.exact else "auto")


def _deterministic(exact: bool) -> tuple[bool, ...]:
    """Have torch come to the same bits each time; gives what was set before."""
    cudnn: Any = torch.backends.cudnn
    matmul: Any = torch.backends.cuda.matmul
    before = torch.are_deterministic_algorithms_enabled(), cudnn.benchmark, cudnn.allow_tf32, matmul.allow_tf32
    if exact:
        os.environ.setdefault("CUBLAS_WORKSPACE_CONFIG", ":4096:8")
        _restore((True, False, False, False))
    return before


def _restore(flags: tuple[bool, ...]) -> None:
    cudnn: Any = torch.backends.cudnn
    matmul: Any = torch.backends.cuda.matmul
    torch.use_deterministic_algorithms(flags[0])
    cudnn.benchmark, cudnn.allow_tf32, matmul.allow_tf32 = flags[1:]
