"""Sound that comes in bytes over a network, decoded as it comes."""

from __future__ import annotations

import struct
from collections.abc import Iterator
from typing import Any

import numpy as np

from console.answer.tts.protocol import Floats
from engine.ipc.rings.samples import SAMPLE_RATE, clean

_HEADER_MOST = 1 << 16
_UNKNOWN = 0x7FFF_0000
"""Lengths from here on are what streaming writers put for "not known yet"."""


class SoundStreamError(Exception):
    """What came is no sound."""


class Mp3Stream:
    """MP3 frames in pieces cut anywhere → float32 mono at 48 kHz."""

    def __init__(self) -> None:
        import av
        from av.audio.codeccontext import AudioCodecContext

        decoder = av.CodecContext.create("mp3", "r")
        assert isinstance(decoder, AudioCodecContext)
        self._decoder = decoder
        self._resampler = av.AudioResampler(format="flt", layout="mono", rate=SAMPLE_RATE)
        self._broken = (av.error.InvalidDataError, av.error.EOFError)
        self._failures = 0

    def feed(self, data: bytes) -> Floats:
        """What can be heard of it by now, (n,) float32. Raises SoundStreamError when none of it is MP3."""
        return self._decoded(data)

    def finish(self) -> Floats:
        """The rest."""
        return self._decoded(b"")

    def _decoded(self, data: bytes) -> Floats:
        pieces = []
        for packet in self._decoder.parse(data):
            try:
                frames = self._decoder.decode(packet)
            except self._broken as fault:  # a tag before the first frame comes out as one packet
                self._failures += 1
                if self._failures > 8:
                    raise SoundStreamError("no MP3") from fault
                continue
            self._failures = 0
            pieces += [piece for frame in frames for piece in self._resampler.resample(frame)]
        if not data and self._resampler.frame_size is not None:
            pieces += self._resampler.resample(None)
        sound = [piece.to_ndarray().reshape(-1) for piece in pieces]
        return np.concatenate(sound).astype(np.float32) if sound else np.zeros(0, np.float32)


class WavStream:
    """A WAV file of 16-bit or float samples, in pieces cut anywhere → float32 mono at 48 kHz.

    Who streams does not know the length yet, and writes one that cannot be: then the end is where the bytes end.
    """

    def __init__(self) -> None:
        self._bytes = bytearray()
        self._format: tuple[int, int, int, int] | None = None  # kind, channels, rate, bits
        self._resampler: Any = None
        self._in_sound = False
        self._missing = 0

    def feed(self, data: bytes) -> Floats:
        """What can be heard of it by now, (n,) float32. Raises SoundStreamError when it is no such file."""
        self._bytes += data
        if not self._in_sound and not self._read_head():
            return np.zeros(0, np.float32)
        return self._sound(last=False)

    def finish(self) -> Floats:
        """The rest. Raises SoundStreamError when there was no sound at all, or less than the file says it holds."""
        if not self._in_sound:
            raise SoundStreamError("it ended before the sound began")
        if self._missing > 0:
            raise SoundStreamError("it ended before the sound did")
        return self._sound(last=True)

    def _read_head(self) -> bool:
        """True once the sound begins."""
        head = self._bytes
        if len(head) >= 12 and (head[:4] != b"RIFF" or head[8:12] != b"WAVE"):
            raise SoundStreamError("no WAV")
        for name, at, size in self._chunks():
            if name == b"fmt " and len(head) >= at + 16:
                kind, channels, rate, _, _, bits = struct.unpack_from("<HHIIHH", head, at)
                if kind == 0xFFFE and size >= 26 and len(head) >= at + 26:  # the true kind stands further behind
                    (kind,) = struct.unpack_from("<H", head, at + 24)
                if (kind, bits) not in ((1, 16), (3, 32)) or not 1 <= channels <= 8 or not 8000 <= rate <= 192_000:
                    raise SoundStreamError("a WAV of another kind")
                self._format = kind, channels, rate, bits
            elif name == b"data":
                if self._format is None:
                    raise SoundStreamError("a WAV without a format")
                import soxr

                del head[:at]
                self._resampler = soxr.ResampleStream(self._format[2], SAMPLE_RATE, 1, dtype="float32")
                self._in_sound = True
                self._missing = size if 0 < size < _UNKNOWN else 0
                return True
        if len(head) > _HEADER_MOST:
            raise SoundStreamError("a WAV without sound")
        return False

    def _chunks(self) -> Iterator[tuple[bytes, int, int]]:
        at = 12
        while at + 8 <= len(self._bytes):
            (size,) = struct.unpack_from("<I", self._bytes, at + 4)
            yield bytes(self._bytes[at : at + 4]), at + 8, size
            at += 8 + size + size % 2

    def _sound(self, last: bool) -> Floats:
        assert self._format is not None
        kind, channels, _, bits = self._format
        whole = len(self._bytes) // (channels * bits // 8) * (channels * bits // 8)
        raw = bytes(self._bytes[:whole])
        del self._bytes[:whole]
        self._missing -= whole
        if kind == 1:
            samples: Floats = np.frombuffer(raw, "<i2").astype(np.float32) / np.float32(32768)
        else:
            samples = clean(np.frombuffer(raw, "<f4").astype(np.float32))
        mono = samples.reshape(-1, channels).mean(axis=1, dtype=np.float32)
        out: Floats = self._resampler.resample_chunk(mono, last=last)
        return out
