"""A picture's file without what is no picture in it: texts, comments, previews.

Readers unpack all of that before they say how large a picture is, and in Qt they do it while nothing else in the
process can run: 750 kB of packed texts in a PNG held playout's pictures for five seconds. A JPEG may also paint itself
again as often as it likes.
"""

from __future__ import annotations

import struct

MOST_PARTS = 20_000
"""Parts of one file; a PNG of 50 million pixels has some thousands."""

MOST_SCANS = 30
"""Passes in which a JPEG is painted; those that come piece by piece have about ten."""

_PNG_HEAD = 8
_PNG_ONCE = frozenset({b"tRNS", b"gAMA", b"cHRM", b"sRGB", b"sBIT", b"iCCP"})
"""What says something about the colours; each counts once. Whatever a picture cannot do without has a capital."""
_MOST_PROFILE = 4_000_000

_SOS, _APP0, _APP1, _APP2, _APP14, _APP15, _COM = 0xDA, 0xE0, 0xE1, 0xE2, 0xEE, 0xEF, 0xFE
_MOST_ICC = 64


class PartsError(Exception):
    """It has more parts than any picture needs."""


def bare_picture(data: bytes, kind: str) -> bytes:
    """The same picture without additions. What is damaged stays damaged: its reader tells.

    Args:
        data: of the whole file.
        kind: as Qt names it; others than PNG and JPEG stay as they are.

    Returns:
        what a reader needs, of a PNG up to its end and of a JPEG with its colours and which side is up.

    Raises:
        PartsError: it has too many parts to be a picture.
    """
    if kind == "png":
        return _bare_png(data)
    if kind == "webp" and data.count(b"ANMF") > MOST_PARTS:
        raise PartsError  # frames of a film, of which one is shown
    return _bare_jpeg(data) if kind in ("jpeg", "jpg") else data


def _bare_png(data: bytes) -> bytes:
    view = memoryview(data)
    kept = [view[:_PNG_HEAD]]
    seen: set[bytes] = set()
    at, parts = _PNG_HEAD, 0
    while at + 8 <= len(data):
        length, kind = struct.unpack_from(">I4s", data, at)
        end = at + 12 + length
        parts += 1
        if parts > MOST_PARTS:
            raise PartsError
        once = kind in _PNG_ONCE and kind not in seen and length <= _MOST_PROFILE
        if length and (kind[:1].isupper() or once):
            seen.add(kind)
            kept.append(view[at:end])
        elif kind == b"IEND":
            kept.append(view[at:end])
            break
        at = end
    return b"".join(kept)


def _bare_jpeg(data: bytes) -> bytes:
    view = memoryview(data)
    kept = [view[:2]]
    seen: set[int] = set()
    at, parts, profiles = 2, 0, 0
    while at + 4 <= len(data) and data[at] == 0xFF:
        marker = data[at + 1]
        if marker == 0xFF:  # a filler
            at, parts = at + 1, parts + 1
        elif marker == _SOS:
            break
        else:
            end = at + 2 + struct.unpack_from(">H", data, at + 2)[0]
            if marker == _APP2 and data.startswith(b"ICC_PROFILE\0", at + 4) and profiles < _MOST_ICC:
                profiles += 1
                kept.append(view[at:end])
            elif not (_APP0 <= marker <= _APP15 or marker == _COM):
                kept.append(view[at:end])
            elif marker not in seen and _tells(data, at, marker):
                seen.add(marker)
                kept.append(view[at:end])
            at, parts = end, parts + 1
        if parts > MOST_PARTS:
            raise PartsError
    if data.count(b"\xff\xda", at) > MOST_SCANS:
        raise PartsError
    kept.append(view[at:])
    return b"".join(kept)


def _tells(data: bytes, at: int, marker: int) -> bool:
    """Whether an addition says how the picture is to be shown: its colours, or which side is up."""
    return marker in (_APP0, _APP14) or (marker == _APP1 and data.startswith(b"Exif\0\0", at + 4))
