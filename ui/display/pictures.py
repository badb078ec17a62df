"""Pictures of the user's, read within limits. Not in a thread with a deadline: a large one takes a second."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QSize, Qt
from PySide6.QtGui import QImage, QImageReader

from engine.files.user_files import UserFileError, read_bytes
from engine.text import Text
from ui.display.picture_parts import PartsError, bare_picture

FORMATS = frozenset({"png", "jpeg", "jpg", "webp", "bmp"})
"""What a picture may be, by its content, whatever it is called. An SVG is a program: 2 kB of one can draw for hours."""

MOST_BYTES = 64_000_000
MOST_PIXELS = 50_000_000
"""Of the file; it is read no larger than it is needed."""

DEADLINE_S = 5.0

_HEAD_BYTES = 4096
"""By which a kind of picture is known."""


class PictureError(Exception):
    """A picture that cannot be shown. The message says why in a few words, without a full stop."""


def read_picture(path: Path, size: QSize) -> QImage:
    """The picture in a file, upright, as large as fits `size` or smaller.

    Raises:
        PictureError: it is no picture of the kinds that are read, or too large, or no regular file.
    """
    try:
        data = read_bytes(path, MOST_BYTES, deadline_s=DEADLINE_S)
    except UserFileError as fault:
        raise PictureError(fault.why) from fault
    buffer = _buffer(data[:_HEAD_BYTES])
    kind = bytes(QImageReader.imageFormat(buffer).data()).decode("ascii", "replace")
    if kind not in FORMATS:
        raise PictureError("it is no picture: save it as PNG or JPEG")
    try:
        buffer = _buffer(bare_picture(data, kind))
    except PartsError as fault:
        raise PictureError("it has too many parts: save it again as PNG or JPEG") from fault
    reader = QImageReader(buffer, QByteArray(kind.encode()))
    reader.setAutoTransform(True)
    whole = reader.size()
    if not whole.isValid() or whole.isEmpty():
        raise PictureError("it is damaged")
    if whole.width() * whole.height() > MOST_PIXELS:
        raise PictureError(Text("it has more than {n} million pixels", n=MOST_PIXELS // 1_000_000))
    turned = whole.transposed() if reader.transformation().value & 4 else whole
    fits = turned.scaled(size, Qt.AspectRatioMode.KeepAspectRatio)
    if fits.width() < turned.width():
        reader.setScaledSize(fits.transposed() if turned != whole else fits)
    picture = reader.read()
    if picture.isNull():
        raise PictureError("it is damaged")
    return picture


def _buffer(data: bytes) -> QBuffer:
    buffer = QBuffer()
    buffer.setData(QByteArray(data))
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    return buffer
