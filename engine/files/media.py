"""Sound and video files of the user's, opened by FFmpeg with nothing but the file itself in its hands.

FFmpeg takes a text that names other files, or addresses on the network, for a sound as well (HLS, DASH, concat, image
patterns, SDP), and looks by itself what a file is. Only containers that hold what they play are let in, no protocol
at all is, and the file is opened here: a regular one.
"""

from __future__ import annotations

import contextlib
import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from engine.files.user_files import open_regular

FORMATS = (
    *("wav", "w64", "aiff", "au", "caf", "mp3", "flac", "ogg", "aac", "ac3", "eac3", "amr", "ape", "wv", "tta", "mpc"),
    *("mov", "mp4", "m4a", "3gp", "matroska", "webm", "avi", "asf", "flv", "mpeg", "mpegts", "mpegvideo", "dv", "mxf"),
    *("m4v", "h264", "hevc", "obu", "ivf", "gif", "apng", "jpeg_pipe", "png_pipe", "webp_pipe", "bmp_pipe", "image2"),
)
"""What FFmpeg may take a file for. Pictures are among them so that one can be told to hold no sound."""


def open_container(path: Path) -> Any:
    """An `av` container of a regular file; the caller closes it.

    Raises:
        UserFileError: it is no regular file, or cannot be opened.
        av.FFmpegError: FFmpeg does not know it, or it is of a kind that names other files.
    """
    import av

    file = os.fdopen(open_regular(path), "rb")
    try:
        limits = {"format_whitelist": ",".join(FORMATS), "protocol_whitelist": "none"}
        return av.open(file, "r", options=limits, metadata_errors="ignore")  # which keeps the file, and lets it go
    except BaseException:
        file.close()
        raise


@contextlib.contextmanager
def open_media(path: Path) -> Iterator[Any]:
    """The same, closed at the end."""
    with open_container(path) as container:
        yield container
