"""Lines that are spoken before the show: at once, and with no network.

A line is kept as `<key>.flac` (48 kHz, 16 bits) and `<key>.json` (its phones and words) in the user's cache. The key
holds all that makes it sound as it does; a line whose key is not there is spoken live.
"""

from __future__ import annotations

import asyncio
import contextlib
import hashlib
import json
import os
import tempfile
import time
from collections.abc import AsyncGenerator, Callable, Sequence
from pathlib import Path
from typing import Any

import msgspec
import numpy as np

from console.answer.tts.protocol import Floats, Phone, Speaker, Spoken, TTSError, Voice, Word
from console.playout.sound.decode import SoundFileError, load_sound
from engine.files.whole_file import as_bytes
from engine.ipc.rings.samples import SAMPLE_RATE
from engine.text import Text

FORMAT = 1
MOST_BYTES = 512 * 1024**2
"""About three hours of speech."""

_PIECE = SAMPLE_RATE // 10
_SOUND, _NOTES = ".flac", ".json"


class LineStoreError(Exception):
    """A line cannot be kept; the message is one sentence for the operator."""


class _Notes(msgspec.Struct):
    samples: int
    text: str
    phones: list[tuple[float, float, str]]
    words: list[tuple[float, float, int, int]]
    format: int = FORMAT


def line_key(speaker: str, said: str, text: str, language: str, rate: float, target_lufs: float) -> str:
    """The name of a line: another one as soon as it would sound otherwise.

    Args:
        speaker: the voice, as a preset names it.
        said: the text with its names as the pronunciation book has them.
        text: as it is shown; the places of words belong to it.
        target_lufs: how loud it is.
    """
    whole = json.dumps([FORMAT, speaker, said, text, language, round(rate, 3), round(target_lufs, 1)])
    return hashlib.sha256(as_bytes(whole)).hexdigest()[:32]


class LineStore:
    """The folder of lines.

    Args:
        folder: made when it is first needed.
        most_bytes: what it may take of the disk; the lines that were not used for longest go first.
    """

    def __init__(self, folder: Path, most_bytes: int = MOST_BYTES) -> None:
        self._folder = folder
        self._most_bytes = most_bytes

    def has(self, key: str) -> bool:
        """Whether a line is there."""
        return self._path(key, _NOTES).is_file() and self._path(key, _SOUND).is_file()

    def load(self, key: str) -> Spoken | None:
        """A whole line, or None when it is not there or not what it was; then it is taken away."""
        try:
            notes = msgspec.json.decode(self._path(key, _NOTES).read_bytes(), type=_Notes)
            samples = load_sound(self._path(key, _SOUND))
            if notes.format != FORMAT or len(samples) != notes.samples:
                raise SoundFileError("another length")
        except FileNotFoundError:
            return None
        except (OSError, msgspec.DecodeError, UnicodeDecodeError, SoundFileError):
            self._remove(key)
            return None
        now = time.time()
        with contextlib.suppress(OSError):
            os.utime(self._path(key, _NOTES), (now, now))
        return Spoken(samples, tuple(Phone(*each) for each in notes.phones), tuple(Word(*each) for each in notes.words))

    def save(self, key: str, line: Spoken, text: str) -> None:
        """Keep a line. The notes are written last: without them nothing is there. Raises LineStoreError."""
        notes = _Notes(len(line.samples), text, list(line.phones), list(line.words))
        try:
            self._folder.mkdir(parents=True, exist_ok=True)
            with tempfile.TemporaryDirectory(prefix=".line-", dir=self._folder) as work:
                sound = Path(work) / f"line{_SOUND}"
                _write_flac(sound, line.samples)
                (Path(work) / "notes").write_bytes(msgspec.json.encode(notes))
                sound.replace(self._path(key, _SOUND))
                (Path(work) / "notes").replace(self._path(key, _NOTES))
            self._prune(key)
        except OSError as fault:
            why = fault.strerror or type(fault).__name__
            raise LineStoreError(
                Text("The line cannot be kept in {path} ({fault}).", path=self._folder, fault=why)
            ) from fault

    def _prune(self, kept: str) -> None:
        lines: list[tuple[float, str, int]] = []
        for notes in self._folder.glob(f"*{_NOTES}"):
            with contextlib.suppress(OSError):
                size = notes.stat().st_size + self._path(notes.stem, _SOUND).stat().st_size
                lines.append((notes.stat().st_mtime, notes.stem, size))
        over = sum(size for _, _, size in lines) - self._most_bytes
        for _, key, size in sorted(lines):
            if over <= 0:
                break
            if key != kept:
                self._remove(key)
                over -= size

    def _remove(self, key: str) -> None:
        for suffix in (_NOTES, _SOUND):
            with contextlib.suppress(OSError):
                self._path(key, suffix).unlink()

    def _path(self, key: str, suffix: str) -> Path:
        return self._folder / f"{key}{suffix}"


class Prerendered:
    """A voice that takes a line from the store when it is there, and speaks it live when not.

    Args:
        voice: who speaks live, with all that may stand behind it.
        first: the one of it that is wanted: lines are made by no other.
        store: the lines.
        key: from text, language and rate to the name of the line.
    """

    def __init__(self, voice: Voice, first: Voice, store: LineStore, key: Callable[[str, str, float], str]) -> None:
        self._voice = voice
        self._first = first
        self._store = store
        self._key = key

    @property
    def name(self) -> str:
        return self._voice.name

    @property
    def leaves(self) -> str:
        return self._voice.leaves

    def speakers(self) -> Sequence[Speaker]:
        return self._voice.speakers()

    async def warm(self) -> None:
        await self._voice.warm()

    def is_ready(self, text: str, language: str, rate: float = 1.0) -> bool:
        """Whether the line is in the store."""
        return self._store.has(self._key(text, language, rate))

    async def render(self, text: str, language: str, rate: float = 1.0) -> None:
        """Make a line ready, if it is not.

        Raises:
            TTSError: the wanted voice cannot speak it; no other voice's sound is kept in its place.
            LineStoreError: it cannot be kept.
        """
        key = self._key(text, language, rate)
        if self._store.has(key):
            return
        pieces = [piece async for piece in self._first.speak(text, language, rate)]
        if not sum(len(piece.samples) for piece in pieces):
            raise TTSError(Text("{name} gave no sound for this line.", name=self._first.name))
        await asyncio.to_thread(self._store.save, key, _whole(pieces), text)

    async def speak(self, text: str, language: str, rate: float = 1.0) -> AsyncGenerator[Spoken, None]:
        """As `Voice.speak`."""
        key = self._key(text, language, rate)
        line = await asyncio.to_thread(self._store.load, key) if self._store.has(key) else None
        if line is not None:
            for piece in _pieces(line):
                yield piece
            return
        pieces = self._voice.speak(text, language, rate)
        try:
            async for piece in pieces:
                yield piece
        finally:
            await pieces.aclose()


def _whole(pieces: Sequence[Spoken]) -> Spoken:
    return Spoken(
        np.concatenate([piece.samples for piece in pieces]),
        tuple(phone for piece in pieces for phone in piece.phones),
        tuple(word for piece in pieces for word in piece.words),
    )


def _pieces(line: Spoken) -> list[Spoken]:
    """A line in pieces of a tenth of a second, each with what begins in it."""
    pieces = []
    for at in range(0, len(line.samples), _PIECE):
        since_s = at / SAMPLE_RATE if at else float("-inf")
        until_s = (at + _PIECE) / SAMPLE_RATE if at + _PIECE < len(line.samples) else float("inf")
        phones = tuple(each for each in line.phones if since_s <= each.at_s < until_s)
        words = tuple(each for each in line.words if since_s <= each.at_s < until_s)
        pieces.append(Spoken(line.samples[at : at + _PIECE], phones, words))
    return pieces


def _write_flac(path: Path, samples: Floats) -> None:
    import av
    from av.audio.frame import AudioFrame

    whole = np.clip(np.round(samples * 32767), -32768, 32767).astype(np.int16)
    with av.open(str(path), "w", format="flac") as container:
        stream: Any = container.add_stream("flac", rate=SAMPLE_RATE, layout="mono", format="s16")
        for at in range(0, len(whole), 4096):
            part = whole[at : at + 4096]
            frame = AudioFrame.from_ndarray(np.ascontiguousarray(part[None, :]), format="s16", layout="mono")
            frame.sample_rate = SAMPLE_RATE
            frame.pts = at
            container.mux(stream.encode(frame))
        container.mux(stream.encode(None))
