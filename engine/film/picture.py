"""A picture as a film's encoder takes it."""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray

Picture = NDArray[np.uint8]
"""(height * 3 / 2, width) uint8: the planes of yuv420p one below the other, BT.709, 16 … 235."""


class Scaler:
    """Pixels to the picture that an encoder takes. Not to be shared between threads."""

    def __init__(self) -> None:
        from av.video.reformatter import VideoReformatter

        self._reformatter: Any = VideoReformatter()

    def picture(self, pixels: NDArray[np.uint8]) -> Picture:
        """(height, width, 4) BGRA or (height, width, 3) BGR, uint8, to a picture."""
        import av

        frame = av.VideoFrame.from_ndarray(pixels, format="bgra" if pixels.shape[2] == 4 else "bgr24")
        made = self._reformatter.reformat(
            frame, format="yuv420p", src_color_range="JPEG", dst_colorspace="ITU709", dst_color_range="MPEG"
        )
        picture: Picture = made.to_ndarray()
        return picture
