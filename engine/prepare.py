"""Makes an avatar ready: renders its idle loop into a file, once, at low priority.

    python -m engine.prepare AVATAR_FOLDER --out FILE [--width 1920 --height 1080 --rate 30] [--cutout]
    python -m engine.prepare AVATAR_FOLDER --thumbnail FILE

Prints one JSON object a line: {"event": "progress", "frame": 12, "of": 240}, then {"event": "done", …} or
{"event": "failed", "sentence": …}. Exit status 0 or 1.
"""

from __future__ import annotations

import argparse
import hashlib
import os
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from engine.avatar import Avatar, AvatarError, load_avatar
from engine.driver import DriverError, Pixels
from engine.files import idle_loop
from engine.ipc.json_lines import emit
from engine.ipc.rings.samples import SAMPLE_RATE
from engine.ipc.throttle import Throttle

if TYPE_CHECKING:
    from engine.light.driver import LightDriver

JPEG_QUALITY = 90
CUTOUT_QUALITY = 95
"""Of loops without a ground: what is lost at an edge is seen on any ground."""

THUMBNAIL_SIZE = (480, 270)

_NICE = 10
_READ_WHOLE = 4 * 1024 * 1024  # larger files count by size and time of change, not by content
_THUMBNAIL_AT = SAMPLE_RATE * 3 // 4


class PrepareError(Exception):
    """An avatar could not be prepared. The message is one sentence for the operator."""


class Silence:
    """Sound for a host who only breathes."""

    def read(self, start: int, count: int) -> NDArray[np.float32]:
        return np.zeros(count, np.float32)


def idle_path(avatar: Avatar, width: int, height: int, rate: int, cache_dir: Path, *, cutout: bool = False) -> Path:
    """Where the idle loop of this avatar at this size and rate belongs; with `cutout` the one without a ground.

    The name holds a hash of the avatar's files and of the code that draws it: after a change of either the
    loop is looked for, and made, again.
    """
    digest = hashlib.sha256(f"{idle_loop.VERSION} {JPEG_QUALITY} {width} {height} {rate}".encode())
    for file in _files(avatar.folder):
        if file == avatar.thumbnail:
            continue
        digest.update(f"\n{file.relative_to(avatar.folder).as_posix()}\n".encode())
        _add(digest, file)
    if avatar.driver == "light":
        for file in sorted((Path(__file__).parent / "light").rglob("*.py")):
            _add(digest, file)
    if cutout:
        digest.update(f"cutout {CUTOUT_QUALITY}".encode())
    kind = "-cutout" if cutout else ""
    return cache_dir / f"{avatar.id}{kind}-{width}x{height}-{rate}-{digest.hexdigest()[:16]}.idle"


def make_idle(
    avatar: Avatar,
    out: Path,
    width: int,
    height: int,
    rate: int,
    progress: Callable[[int, int], None] = lambda frame, of: None,
) -> None:
    """Render the idle loop to `out`, which appears whole or not at all.

    `progress` hears (frames done, frames in all). A filmed avatar's loop is its clip's own cycle, whatever the rate:
    out of the cache in which `out` lies. Raises PrepareError with a sentence for the operator.
    """
    if avatar.driver == "musetalk":
        _make_filmed_idle(avatar, out, width, height, progress)
        return
    count, loop = avatar.idle_seconds * rate, avatar.idle_seconds * SAMPLE_RATE
    driver = _driver_for(avatar, width, height)
    canvas = np.zeros((height, width, 4), np.uint8)
    try:
        with idle_loop.writing(out, width=width, height=height, rate=rate, count=count, loop=loop) as file:
            for done, frame in enumerate(driver.frames(Silence(), 0, count, rate, lambda: canvas), 1):
                file.add(_encoded(frame.pixels, JPEG_QUALITY))
                progress(done, count)
    except DriverError as cause:
        raise PrepareError(str(cause)) from cause
    except OSError as cause:
        raise PrepareError(f"The idle loop cannot be written to {out} ({cause.strerror}).") from cause


def make_idle_cutouts(
    avatar: Avatar,
    out: Path,
    width: int,
    height: int,
    rate: int,
    progress: Callable[[int, int], None] = lambda frame, of: None,
) -> None:
    """Render the idle loop without a ground to `out`; arguments as of `make_idle`.

    Its pictures are twice as high: the host's colours above, premultiplied, and as greys below how much of them there
    is. Raises PrepareError with a sentence for the operator.
    """
    count, loop = avatar.idle_seconds * rate, avatar.idle_seconds * SAMPLE_RATE
    driver = _driver_for(avatar, width, height)
    driver.cutouts = True
    canvas, both = np.zeros((height, width, 4), np.uint8), np.zeros((2 * height, width, 4), np.uint8)
    try:
        with idle_loop.writing(out, width=width, height=2 * height, rate=rate, count=count, loop=loop) as file:
            for done, _ in enumerate(driver.frames(Silence(), 0, count, rate, lambda: canvas), 1):
                driver.cutout(both[:height])
                both[height:] = both[:height, :, 3:]
                file.add(_encoded(both, CUTOUT_QUALITY))
                progress(done, count)
    except DriverError as cause:
        raise PrepareError(str(cause)) from cause
    except OSError as cause:
        raise PrepareError(f"The idle loop cannot be written to {out} ({cause.strerror}).") from cause


def _make_filmed_idle(avatar: Avatar, out: Path, width: int, height: int, progress: Callable[[int, int], None]) -> None:
    """The clip as it was prepared: the very pictures in which the engine draws the mouth, at the same moments."""
    from engine.musetalk.film import Film
    from engine.musetalk.store.prepared import open_store
    from engine.musetalk.store.store import StoreError

    canvas = np.zeros((height, width, 4), np.uint8)
    try:
        store = open_store(avatar, out.parent)
        count = len(store.cycle)
        rate = max(1, round(store.card.rate[0] / store.card.rate[1]))
        fits = (store.card.width, store.card.height) == (width, height)
        film = Film(store, width, height)
        try:
            with idle_loop.writing(out, width=width, height=height, rate=rate, count=count, loop=store.loop) as file:
                for done, index in enumerate(store.cycle, 1):
                    if fits:
                        file.add(bytes(store.jpeg(index)))
                    else:
                        film.show(canvas, film.frame(index))
                        file.add(_encoded(canvas, JPEG_QUALITY))
                    progress(done, count)
        finally:
            film.close()
            store.close()
    except StoreError as cause:
        raise PrepareError(str(cause)) from cause
    except ImportError as cause:
        raise PrepareError(f"{avatar.name} needs the neural driver's libraries: install Compere with them.") from cause
    except OSError as cause:
        raise PrepareError(f"The idle loop cannot be written to {out} ({cause.strerror}).") from cause


def make_thumbnail(avatar: Avatar, out: Path) -> None:
    """Draw the avatar small, for the console's lists. Raises PrepareError."""
    driver = _driver_for(avatar, avatar.width, avatar.height)
    canvas = np.zeros((avatar.height, avatar.width, 4), np.uint8)
    number = open_eyed(avatar) if avatar.driver == "light" else _THUMBNAIL_AT * avatar.rate // SAMPLE_RATE
    try:
        for frame in driver.frames(Silence(), number, 1, avatar.rate, lambda: canvas):
            out.write_bytes(_encoded(frame.pixels, JPEG_QUALITY, THUMBNAIL_SIZE))
    except DriverError as cause:
        raise PrepareError(str(cause)) from cause
    except OSError as cause:
        raise PrepareError(f"The thumbnail cannot be written to {out} ({cause.strerror}).") from cause


def open_eyed(avatar: Avatar) -> int:
    """The frame nearest to the usual one in which no lid is down: nobody wants to be chosen by a blink."""
    from engine.light.driver import idle_motion

    motion = idle_motion(avatar)
    usual, count = _THUMBNAIL_AT * avatar.rate // SAMPLE_RATE, avatar.idle_seconds * avatar.rate
    frames = sorted(range(count), key=lambda frame: (abs(frame - usual), frame))
    return next((n for n in frames if motion.at(n * SAMPLE_RATE // avatar.rate).blink == 0.0), usual)


def main(arguments: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(prog="python -m engine.prepare", description="Make an avatar ready to go on air.")
    parser.add_argument("folder", type=Path, help="the avatar's folder")
    target = parser.add_mutually_exclusive_group(required=True)
    target.add_argument("--out", type=Path, help="idle loop to write")
    target.add_argument("--thumbnail", type=Path, help="thumbnail to write instead")
    parser.add_argument("--width", type=int, default=1920)
    parser.add_argument("--height", type=int, default=1080)
    parser.add_argument("--rate", type=int, default=30)
    parser.add_argument("--cutout", action="store_true", help="the idle loop without a ground")
    parser.add_argument("--paced", action="store_true", help="obey hold and go on standard input, and end with it")
    options = parser.parse_args(arguments)
    if not (16 <= options.width <= 16_384 and 16 <= options.height <= 16_384 and 1 <= options.rate <= 120):
        return _failed("The size or the rate is not one that a program can have.")
    if hasattr(os, "nice"):
        os.nice(_NICE)
    try:
        avatar = load_avatar(options.folder)
        # Unbuffered: a lock that a waiting thread holds would abort the process at its end.
        pace = Throttle(open(0, "rb", buffering=0, closefd=False)) if options.paced else None  # noqa: SIM115

        def progress(frame: int, of: int) -> None:
            emit(event="progress", frame=frame, of=of)
            if pace is not None:
                pace.wait()

        if options.thumbnail:
            make_thumbnail(avatar, options.thumbnail)
        else:
            make = make_idle_cutouts if options.cutout else make_idle
            make(avatar, options.out, options.width, options.height, options.rate, progress)
    except (AvatarError, PrepareError) as fault:
        return _failed(str(fault))
    emit(event="done", file=str(options.thumbnail or options.out))
    return 0


def _driver_for(avatar: Avatar, width: int, height: int) -> LightDriver:
    if avatar.driver != "light":
        raise PrepareError(f"{avatar.name} is filmed (driver {avatar.driver}): its picture is made when it is built.")
    from engine.light.driver import LightDriver

    try:
        driver = LightDriver()
        driver.load(avatar, width, height)
    except DriverError as cause:
        raise PrepareError(str(cause)) from cause
    return driver


def _encoded(pixels: Pixels, quality: int, size: tuple[int, int] | None = None) -> bytes:
    """(height, width, 4) BGRA as JPEG, scaled down to `size` (width, height) where given."""
    from PySide6.QtCore import QBuffer, QByteArray, QIODevice, Qt
    from PySide6.QtGui import QImage, QImageWriter

    height, width = pixels.shape[:2]
    image = QImage(pixels.data, width, height, width * 4, QImage.Format.Format_RGB32)
    if size:
        image = image.scaled(
            *size, Qt.AspectRatioMode.KeepAspectRatioByExpanding, Qt.TransformationMode.SmoothTransformation
        )
        image = image.copy((image.width() - size[0]) // 2, (image.height() - size[1]) // 2, *size)
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QImageWriter(buffer, QByteArray(b"jpg"))
    writer.setQuality(quality)
    if not writer.write(image):
        raise PrepareError("Pictures cannot be written as JPEG: the Qt installation is not whole.")
    return bytes(buffer.data().data())


def _files(folder: Path) -> list[Path]:
    """Files of the avatar, not the hidden ones."""
    return sorted(
        path
        for path in folder.rglob("*")
        if path.is_file() and not any(part.startswith(".") for part in path.relative_to(folder).parts)
    )


def _add(digest: hashlib._Hash, file: Path) -> None:
    try:
        stat = file.stat()
        if stat.st_size > _READ_WHOLE:
            digest.update(f"{stat.st_size} {stat.st_mtime_ns}".encode())
        else:
            digest.update(file.read_bytes())
    except OSError:
        digest.update(b"unreadable")


def _failed(sentence: str) -> int:
    emit(event="failed", sentence=sentence)
    return 1


if __name__ == "__main__":
    sys.exit(main())
