"""Is the clip good for a host? Figures, and advice in words for whoever can film it again."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict, dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from engine.musetalk.face.face_box import Box
from engine.musetalk.studio.seam import Seam
from engine.opencv import opencv
from engine.text import Text, to_wire

SMALL_PX, LARGE_PX = 200, 640
"""Face widths below look coarse, above look soft, since the network draws 256 pixels."""

BLURRED = 25.0
"""Variance of the Laplacian over the face at 256 pixels; below it the clip is out of focus."""

RESTLESS = 0.5
"""Face widths a second, of the fastest twentieth of the clip."""

TALKING = 2.5
"""Change in the mouth, as a multiple of that in the eyes' and nose's part; above it the clip's own mouth moves."""

ROUGH = 3.0
"""A seam whose jump is more than so many usual changes can be seen."""

_MOUTH, _STILL = (slice(150, 226), slice(78, 178)), (slice(92, 136), slice(78, 178))
_LEAST_CHANGE = 1.0  # grey levels: less is noise


@dataclass(frozen=True)
class Report:
    """What was made of the clip, and how good it is.

    Attributes:
        frames: in the clip. used: in the loop. bridged: in which the face was not seen. rejected: left out at the ends.
        face_px: usual width of the face. sharpness: see `BLURRED`. motion: see `RESTLESS`. mouth: see `TALKING`.
        jump: of the seam, in usual changes. order: as the store has it. mask: `drawn` or `parsed`.
        small_db: likeness of the small decoder's faces to the whole one's, in dB; 0 without a small decoder.
        advice: sentences; none when all is well.
    """

    frames: int
    used: int
    bridged: int
    rejected: int
    face_px: int
    sharpness: float
    motion: float
    mouth: float
    jump: float
    order: str
    mask: str
    advice: tuple[str, ...]
    small_db: float = 0.0

    def plain(self) -> dict[str, Any]:
        """As JSON takes it."""
        return {**asdict(self), "advice": [to_wire(each) for each in self.advice]}


class Watcher:
    """Looks at each face as it is prepared; keeps numbers only."""

    def __init__(self) -> None:
        self._sharp: list[float] = []
        self._mouth: list[float] = []
        self._still: list[float] = []
        self._before: NDArray[np.float32] | None = None

    def add(self, crop: NDArray[np.uint8]) -> None:
        """The next face, (256, 256, 3) uint8 BGR."""
        cv2 = opencv()
        grey = cv2.cvtColor(crop, cv2.COLOR_BGR2GRAY)
        self._sharp.append(float(cv2.Laplacian(grey, cv2.CV_32F).var()))
        now = cv2.GaussianBlur(grey.astype(np.float32), (0, 0), 2.0)
        if self._before is not None:
            change = np.abs(now - self._before)
            self._mouth.append(float(change[_MOUTH].mean()))
            self._still.append(float(change[_STILL].mean()))
        self._before = now

    @property
    def sharpness(self) -> float:
        """Of the usual frame."""
        return float(np.median(self._sharp)) if self._sharp else 0.0

    @property
    def mouth(self) -> float:
        """How much more the mouth changes than what cannot speak; 0 where hardly anything does."""
        if not self._mouth or np.mean(self._mouth) < _LEAST_CHANGE:
            return 0.0
        return float(np.mean(self._mouth)) / max(float(np.mean(self._still)), 0.1)


def judge(
    watcher: Watcher, boxes: Sequence[Box], rate: float, frames: int, bridged: int, seam: Seam, mask: str
) -> Report:
    """The report.

    Args:
        watcher: has seen every face of the loop. boxes: of the loop. rate: frames a second.
        frames: in the clip. bridged: without a sighting. mask: `drawn` or `parsed`.
    """
    table = np.array(boxes, np.float64)
    wide = table[:, 2] - table[:, 0]
    middle = (table[:, :2] + table[:, 2:]) / 2
    speed = np.hypot(*np.diff(middle, axis=0).T) * rate / np.median(wide) if len(boxes) > 1 else np.zeros(1)
    face_px, motion = round(float(np.median(wide))), float(np.percentile(speed, 95))
    advice: list[str] = []
    if face_px < SMALL_PX:
        advice.append(
            Text("The face is {n} pixels wide: film closer, {limit} or more look sharp.", n=face_px, limit=SMALL_PX)
        )
    if face_px > LARGE_PX:
        advice.append(
            Text("The face is {n} pixels wide: film from further away, the mouth is drawn with 256.", n=face_px)
        )
    if watcher.sharpness < BLURRED:
        advice.append("The face is blurred: check the focus and the light.")
    if motion > RESTLESS:
        advice.append("The head moves quickly: ask for calm, small movements.")
    if watcher.mouth > TALKING:
        advice.append("The mouth moves in the clip, and will while nobody speaks: film it closed.")
    if bridged > 0.05 * frames:
        advice.append(
            Text(
                "The face was not seen in {some} of {n} frames: more light, and no hands before it.",
                some=bridged,
                n=frames,
            )
        )
    if seam.jump > ROUGH:
        advice.append("The end of the loop can be seen: begin and end the clip in the same pose.")
    return Report(
        frames=frames,
        used=len(boxes),
        bridged=bridged,
        rejected=frames - len(boxes),
        face_px=face_px,
        sharpness=round(watcher.sharpness, 1),
        motion=round(motion, 2),
        mouth=round(watcher.mouth, 2),
        jump=round(seam.jump, 2),
        order=seam.order,
        mask=mask,
        advice=tuple(advice),
    )
