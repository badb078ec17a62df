"""Who finds the faces in a frame: a contract, and the finder that always works offline."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any, Protocol

import numpy as np
from numpy.typing import NDArray

from engine.musetalk.face.face_box import Box
from engine.opencv import opencv

# Where MuseTalk's box lies in a square of OpenCV's cascade frontalface_alt2: parts of the square's side from its left
# and top. The box's middle is the nose bridge, its bottom the chin, its sides the cheeks at their widest. Measured on
# drawn faces with known points (left 0.07 to 0.15, right 0.85 to 0.90, bridge 0.46 to 0.53, chin 0.87 to 0.98);
# a living face's chin lies a little lower, since the cascade was trained on those.
CHEEKS, BRIDGE, CHIN = (0.11, 0.89), 0.52, 0.99

SMALLEST = 0.12
"""Faces smaller than this part of the frame's height are not looked for."""

_SEEN_FROM = 480  # the frame's longer side when the cascade looks at it: finer costs time and finds no more
_STEP, _NEIGHBOURS = 1.1, 4


class FinderError(Exception):
    """A finder cannot be used. The message is one sentence for the operator."""


@dataclass(frozen=True)
class Sighting:
    """A face in a frame.

    Attributes:
        box: MuseTalk's face box, without the margin below the chin; may leave the frame.
    """

    box: Box

    @property
    def width(self) -> int:
        """Pixels."""
        return self.box[2] - self.box[0]

    @property
    def area(self) -> int:
        """Square pixels."""
        return self.width * (self.box[3] - self.box[1])

    @property
    def middle(self) -> tuple[float, float]:
        """x, y."""
        return (self.box[0] + self.box[2]) / 2, (self.box[1] + self.box[3]) / 2


class FaceSource(Protocol):
    """Finds faces."""

    def faces(self, frame: NDArray[np.uint8]) -> list[Sighting]:
        """The faces in a frame, (height, width, 3) uint8 BGR, in any order."""
        ...


class Cascade:
    """OpenCV's cascade for faces seen from the front: comes with the library, and knows no landmarks."""

    def __init__(self) -> None:
        cv2 = opencv()
        file = Path(cv2.data.haarcascades) / "haarcascade_frontalface_alt2.xml"
        self._cascade: Any = cv2.CascadeClassifier(str(file))
        if self._cascade.empty():
            raise FinderError(f"{file} is missing: install Compere's neural parts again.")

    def faces(self, frame: NDArray[np.uint8]) -> list[Sighting]:
        """The faces in a frame."""
        cv2 = opencv()
        height, width = frame.shape[:2]
        scale = min(1.0, _SEEN_FROM / max(height, width))
        small = cv2.resize(frame, None, fx=scale, fy=scale, interpolation=cv2.INTER_AREA)
        grey = cv2.equalizeHist(cv2.cvtColor(small, cv2.COLOR_BGR2GRAY))
        least = max(20, round(SMALLEST * height * scale))
        found = self._cascade.detectMultiScale(grey, _STEP, _NEIGHBOURS, minSize=(least, least))
        return [Sighting(from_square(*(side / scale for side in square))) for square in np.reshape(found, (-1, 4))]


def from_square(left: float, top: float, width: float, height: float) -> Box:
    """MuseTalk's box from a square of the cascade."""
    bridge, chin = top + BRIDGE * height, top + CHIN * height
    return (
        round(left + CHEEKS[0] * width),
        round(bridge - (chin - bridge)),
        round(left + CHEEKS[1] * width),
        round(chin),
    )
