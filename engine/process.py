"""The engine process: sound in, pictures out; no window, no network, nothing of modes or turns.

It listens for the console, attaches to playout's rings, and draws each frame as soon as the sound for it is
there. It keeps running through silence, so that the first words after a pause cost nothing.
"""

from __future__ import annotations

import argparse
import os
import select
import threading
import time
from collections import deque
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np
import psutil
from numpy.typing import NDArray

from engine.driver import SAMPLE_RATE, Driver, DriverError
from engine.link.logbook import catch_crashes, open_log
from engine.link.messages import Attach, EngineStatus, Failed, Fault, Load, Message, Ping, Pong, Ready, Stop, Warm
from engine.link.pictures import PictureRing
from engine.link.rings import SoundRing
from engine.link.segment import RingError
from engine.link.wire import Link, Listener
from engine.live import Pace

_WARM_MOST = 2
_POLL_S = 0.002
"""How long a new block of sound may lie unseen."""

Wanted = tuple[Load, int, int]
"""An avatar to be loaded, and the picture's width and height."""


class Engine:
    """The worker's one loop.

    Args:
        folder: the runtime folder in which the console looks for the engine.
        log: a structlog logger.
    """

    def __init__(self, folder: Path, log: Any) -> None:
        self._log = log
        self._listener = Listener(folder, "engine")
        self._strangers: list[Link] = []
        self._console: Link | None = None
        self._attached: Attach | None = None
        self._sound: SoundRing | None = None
        self._pictures: PictureRing | None = None
        self._driver: Driver | None = None
        self._loaded: Load | None = None
        self._wanted: Wanted | None = None
        self._warm: dict[tuple[str, float, int, int], Driver] = {}
        self._leaving: tuple[Driver, int] | None = None  # who is fading out, and the frames it has left
        self._fade_frames = 1
        self._scratch: NDArray[np.uint8] = np.zeros((0, 0, 4), np.uint8)
        self._results: deque[tuple[Wanted, Driver | str]] = deque()  # what loading threads have come to
        self._pace = Pace(30, 0)
        self._generation = 0
        self._draw_ms: deque[float] = deque(maxlen=300)
        self._draw_s = 0.01
        self._drawn = 0
        self._failures = 0
        self._status_at = 0.0
        self._me = psutil.Process()
        self._running = True

    def run(self) -> None:
        """Work until told to stop."""
        while self._running:
            self._talk()
            self._adopt()
            if not self._draw():
                self._report()

    # -- the link -----------------------------------------------------------------------------------------

    def _talk(self) -> None:
        if self._console is not None and self._console.closed:  # it died while it was being told something
            self._leave_console()
        links = [*self._strangers, *([self._console] if self._console else [])]
        busy = self._drawable and self._pace.due(*self._edges()) is not None
        watched: list[Listener | Link] = [self._listener, *links]
        readable, _, _ = select.select(watched, [], [], 0 if busy else _POLL_S)
        if self._listener in readable and (caller := self._listener.accept()):
            self._strangers.append(caller)
        for stranger in list(self._strangers):
            self._greet(stranger)
        console = self._console
        if console is not None:
            console.flush()
            if console in readable:
                for message in console.receive():
                    self._obey(message)
            if console.closed:
                self._leave_console()

    def _leave_console(self) -> None:
        self._log.info("console left")
        self._console = None

    def _greet(self, link: Link) -> None:
        messages = link.receive()
        if link.closed:
            self._strangers.remove(link)
        elif messages:
            self._strangers.remove(link)
            if not self._listener.knows(messages[0]):
                link.close()
                return
            if self._console is not None:
                self._console.close()
            self._console = link
            self._tell_ready()
            for message in messages[1:]:
                self._obey(message)

    def _tell(self, message: Message) -> None:
        if self._console is not None:
            self._console.send(message)

    def _obey(self, message: Message) -> None:
        match message:
            case Ping(number=number):
                self._tell(Pong(number=number))
            case Attach():
                self._attach(message)
            case Load():
                self._begin_load(message)
            case Stop():
                self._running = False
            case _:
                pass

    # -- rings and avatars --------------------------------------------------------------------------------

    def _attach(self, wish: Attach) -> None:
        if wish == self._attached:
            return
        try:
            sound, pictures = SoundRing.attach(wish.sound), PictureRing.attach(wish.pictures)
        except RingError as error:
            self._tell(Fault(kind="rings", sentence=str(error)))
            return
        for ring in (self._sound, self._pictures):
            if ring is not None:
                ring.close()
        self._attached, self._sound, self._pictures = wish, sound, pictures
        self._generation = sound.generation
        self._pace = Pace(wish.rate, self._pace.look_ahead)
        if self._driver is not None:
            self._driver.cut(sound.playing)
        self._log.info("attached", rate=wish.rate, width=pictures.width, height=pictures.height)
        self._warm.clear()
        self._leaving = None
        if self._wanted is not None:  # The picture's size may be another one.
            self._begin_load(self._wanted[0])

    def _begin_load(self, wish: Load) -> None:
        pictures = self._pictures
        width, height = (pictures.width, pictures.height) if pictures is not None else (0, 0)
        wanted = (wish, width, height)
        if wish.role == "next":
            if _key(*wanted) in self._warm:
                self._tell(Warm(avatar=wish.avatar))
            elif pictures is not None:
                threading.Thread(target=self._load, args=wanted, name="load", daemon=True).start()
            return
        if pictures is None:  # The size is not known yet.
            self._wanted = wanted
        elif self._wanted is not None and _key(*wanted) == _key(*self._wanted):
            if self._loaded is not None and _key(self._loaded, width, height) == _key(*wanted):
                self._tell_ready()
        else:
            self._wanted = wanted
            warm = self._warm.pop(_key(*wanted), None)
            if warm is not None:
                self._results.append((wanted, warm))
            else:
                threading.Thread(target=self._load, args=wanted, name="load", daemon=True).start()

    def _load(self, wish: Load, width: int, height: int) -> None:
        """In a thread of its own, so that the avatar on air goes on meanwhile."""
        result: Driver | str
        try:
            result = make_driver(Path(wish.avatar), wish.look_ahead_s, width, height)
        except DriverError as error:
            result = str(error)
        except Exception as error:
            self._log.exception("avatar failed", avatar=wish.avatar)
            result = f"The avatar in {wish.avatar} could not be loaded ({error}): choose another one."
        self._results.append(((wish, width, height), result))

    def _adopt(self) -> None:
        """Take what the loading threads have come to."""
        while self._results:
            wanted, result = self._results.popleft()
            wish = wanted[0]
            if isinstance(result, str):
                self._log.warning("avatar refused", avatar=wish.avatar, reason=result)
                self._tell(Failed(avatar=wish.avatar, sentence=result))
                if self._wanted == wanted:  # the same wish may come again when its files were mended
                    self._wanted = (self._loaded, *wanted[1:]) if self._loaded is not None else None
            elif wish.role == "next":
                while len(self._warm) >= _WARM_MOST:
                    self._warm.pop(next(iter(self._warm)))
                self._warm[_key(*wanted)] = result
                self._log.info("avatar warm", avatar=wish.avatar)
                self._tell(Warm(avatar=wish.avatar))
            elif self._wanted == wanted:  # nobody wished for another one meanwhile
                self._put_on(wish, result)

    def _put_on(self, wish: Load, driver: Driver) -> None:
        """Draw with this driver from now on."""
        if self._driver is not None:
            driver.inherit(self._driver)
            self._fade_frames = round(wish.fade_s * self._pace.rate)
            self._leaving = (self._driver, self._fade_frames) if self._fade_frames else None
        self._loaded, self._driver = wish, driver
        self._pace.look_ahead = round(driver.look_ahead_s * SAMPLE_RATE)
        self._failures = 0
        self._log.info("avatar ready", avatar=wish.avatar)
        self._tell_ready()

    def _tell_ready(self) -> None:
        if self._loaded is not None and self._driver is not None:
            ahead = self._driver.look_ahead_s
            self._tell(Ready(avatar=self._loaded.avatar, driver="light", look_ahead_s=ahead))

    # -- pictures -----------------------------------------------------------------------------------------

    @property
    def _drawable(self) -> bool:
        return self._sound is not None and self._pictures is not None and self._driver is not None

    def _edges(self) -> tuple[int, int, int]:
        assert self._sound is not None
        return self._sound.written, self._sound.playing, round(self._draw_s * SAMPLE_RATE)

    def _draw(self) -> bool:
        """Draw the frame that is due, if one is. True when there was one."""
        sound, pictures, driver = self._sound, self._pictures, self._driver
        if sound is None or pictures is None or driver is None:
            return False
        generation = sound.generation
        if generation != self._generation:
            self._generation = generation
            driver.cut(sound.cut_at)
            self._pace.cut(sound.cut_at)
        due = self._pace.due(*self._edges())
        if due is None:
            return False
        begun = time.perf_counter()
        try:
            for frame in driver.frames(sound, due, 1, self._pace.rate, lambda: pictures.begin(time.monotonic_ns())):
                if self._leaving is not None:
                    self._cross_fade(sound, due, frame.pixels)
                pictures.publish(frame.pts, generation, time.monotonic_ns())
            self._failures = 0
        except Exception as error:
            # One bad frame is the idle loop's business; the operator reads of the first of a row.
            self._failures += 1
            if self._failures == 1:
                self._log.error("frame failed", exc_info=True)
                self._tell(Fault(kind="driver", sentence=f"The avatar could not be drawn: {error}"))
        self._pace.drew()
        self._drawn += 1
        taken = time.perf_counter() - begun
        self._draw_s += (taken - self._draw_s) * 0.05
        self._draw_ms.append(taken * 1e3)
        return True

    def _cross_fade(self, sound: SoundRing, due: int, pixels: NDArray[np.uint8]) -> None:
        """Draw the avatar that is leaving over the one that came, less and less of it."""
        from engine.light.dissolve import dissolve

        assert self._leaving is not None
        old, left = self._leaving
        self._leaving = (old, left - 1) if left > 1 else None  # whatever happens, it ends
        if self._scratch.shape != pixels.shape:
            self._scratch = np.zeros(pixels.shape, np.uint8)
        for frame in old.frames(sound, due, 1, self._pace.rate, lambda: self._scratch):
            dissolve(pixels, frame.pixels, left / (self._fade_frames + 1))

    def _report(self) -> None:
        now = time.monotonic()
        if now < self._status_at or not self._draw_ms:
            return
        self._status_at = now + 1.0
        p50, p99 = np.percentile(list(self._draw_ms), (50, 99))
        self._tell(
            EngineStatus(
                frames=self._drawn,
                skipped=self._pace.skipped,
                draw_p50_ms=float(p50),
                draw_p99_ms=float(p99),
                memory_mb=self._me.memory_info().rss / 2**20,
            )
        )

    def close(self) -> None:
        """Let go of rings and sockets."""
        self._listener.close()
        for link in (*self._strangers, *([self._console] if self._console else [])):
            link.close()
        for ring in (self._sound, self._pictures):
            if ring is not None:
                ring.close()


def _key(wish: Load, width: int, height: int) -> tuple[str, float, int, int]:
    """What makes two loaded drivers the same."""
    return wish.avatar, wish.look_ahead_s, width, height


def make_driver(folder: Path, look_ahead_s: float, width: int, height: int) -> Driver:
    """Load the avatar in `folder` with its driver. Raises DriverError with a sentence for the operator."""
    from engine.avatar import AvatarError, load_avatar
    from engine.light.driver import LightDriver

    try:
        avatar = load_avatar(folder)
    except AvatarError as error:
        raise DriverError(str(error)) from error
    if avatar.driver != "light":
        raise DriverError(f"{avatar.name} wants the driver {avatar.driver}, which is not built into this Compere.")
    driver = LightDriver(look_ahead_s=look_ahead_s)
    driver.load(avatar, width, height)
    return driver


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the engine until the console stops it."""
    parser = argparse.ArgumentParser(prog="python -m engine.process")
    parser.add_argument("--runtime", type=Path, required=True)
    parser.add_argument("--log", type=Path, required=True)
    chosen = parser.parse_args(arguments)
    catch_crashes()
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    log = open_log(chosen.log, "engine")
    engine = Engine(chosen.runtime, log)
    log.info("started")
    try:
        engine.run()
    finally:
        engine.close()
        log.info("ended")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
