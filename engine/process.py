"""The engine process: sound in, pictures out; no window, no network, nothing of modes or turns.

It listens for the console, attaches to playout's rings, and draws each frame as soon as the sound for it is
there. It keeps running through silence, so that the first words after a pause cost nothing. A second one may stand by:
see `failover.py`.
"""

from __future__ import annotations

import argparse
import os
import select
import time
from collections import deque
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import psutil
from numpy.typing import NDArray

from engine.cutouts import CutoutWriter, Fading
from engine.driver import Driver, DriverError, DriverLostError
from engine.driver_cache import DriverCache, Key
from engine.drivers import make_driver
from engine.failover import REHEARSE_EVERY, UNDERSTUDY, FailoverRole, is_alive
from engine.fitness import Fitness, is_flat
from engine.ipc.logger import Logger
from engine.ipc.logging_setup import catch_crashes, open_log
from engine.ipc.messages.base import Message
from engine.ipc.messages.core import Cleared, Fault, Ping, Pong, Stop
from engine.ipc.messages.engine import Attach, DrawCutouts, Failed, Load, Neural, Ready, SteppedIn, Warm
from engine.ipc.messages.kinds import FaultKind, LoadRole
from engine.ipc.orphan import OrphanWatch
from engine.ipc.rings.phoneme_ring import PhonemeRing
from engine.ipc.rings.picture_ring import PictureRing
from engine.ipc.rings.samples import SAMPLE_RATE
from engine.ipc.rings.shared_memory import RingError
from engine.ipc.rings.sound_ring import SoundRing
from engine.ipc.transport import Link, Listener
from engine.live import FrameScheduler
from engine.status import status_of
from engine.text import Text, as_text

_POLL_S = 0.002
"""How long a new block of sound may lie unseen."""

_HOPELESS = 8
"""So many frames in a row that could not be drawn: the avatar is loaded again."""

_UNFIT = 2
"""So many: another engine draws, if one stands by."""

_RELOAD_S = 5.0
"""And not again before this long."""

_ASK_AGAIN_S = 0.5
"""Rings that could not be opened are asked for again after so long."""

ALONE_FOR_S = 120.0
"""Without a console, and without a playout whose sound goes on, an engine ends by itself after so long."""

LOST = 3
"""Exit code of an engine that cannot draw any more: the console starts it again, and it loads from its caches."""


class Engine:
    """The worker's one loop.

    Args:
        folder: the runtime folder in which the console looks for the engine.
        log: where to write events.
        name: under which the console looks: `engine`, or `standby` for one that only steps in.

    Attributes:
        code: what the process should end with.
    """

    def __init__(self, folder: Path, log: Logger, name: str = "engine") -> None:
        self._log = log
        self._listener = Listener(folder, name)
        self._part = FailoverRole(os.getpid(), name == UNDERSTUDY, is_alive)
        self._neural: Neural | None = None
        self._trouble = ""
        self._reload_at = 0.0
        self.code = 0
        self._strangers: list[Link] = []
        self._console: Link | None = None
        self._attached: Attach | None = None
        self._unopened: Attach | None = None
        self._ask_at = 0.0
        self._alone = OrphanWatch(ALONE_FOR_S, time.monotonic)
        self._look_at = 0.0
        self._written = -1
        self._sound: SoundRing | None = None
        self._pictures: PictureRing | None = None
        self._phones: PhonemeRing | None = None
        self._cutouts = CutoutWriter(os.getpid())
        self._driver: Driver | None = None
        self._loaded: Load | None = None
        self._request: Load | None = None
        self._worn: Key | None = None
        self._wardrobe = DriverCache(self._make_driver, log)
        self._leaving: tuple[Driver, int] | None = None  # who is fading out, and the frames it has left
        self._fade_frames = 1
        self._scratch: NDArray[np.uint8] = np.zeros((0, 0, 4), np.uint8)
        self._pace = FrameScheduler(30, 0)
        self._generation = 0
        self._draw_ms: deque[float] = deque(maxlen=300)
        self._draw_s = 0.01
        self._drawn = 0
        self._failures = 0
        self._fitness = Fitness(time.monotonic)
        self._status_at = 0.0
        self._me = psutil.Process()
        self._running = True

    def run(self) -> None:
        """Work until told to stop."""
        while self._running:
            self._talk()
            self._check_itself()
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
            self._send_ready()
            for message in messages[1:]:
                self._obey(message)

    def _send(self, message: Message) -> None:
        if self._console is not None:
            self._console.send(message)

    def _obey(self, message: Message) -> None:
        match message:
            case Ping(number=number):
                self._send(Pong(number=number))
            case Attach():
                self._attach(message)
            case Load():
                self._begin_load(message)
            case Neural():
                self._use(message)
            case DrawCutouts(ring=name):
                if sentence := self._cutouts.use(name):
                    self._send(Fault(kind=FaultKind.RINGS, sentence=as_text(sentence)))
            case Stop():
                self._running = False

    def _check_itself(self) -> None:
        """Ask again for rings that could not be opened; end when nobody is left who would look at a picture."""
        now = time.monotonic()
        if self._unopened is not None and now >= self._ask_at:
            self._attach(self._unopened)
        if now < self._look_at:
            return
        self._look_at = now + 1.0
        written = self._sound.written if self._sound is not None else self._written
        goes_on, self._written = written != self._written, written
        if self._alone.over(self._console is not None or goes_on):
            self._log.warning("alone", for_s=ALONE_FOR_S)
            self._running = False

    # -- rings and avatars --------------------------------------------------------------------------------

    def _attach(self, request: Attach) -> None:
        again, self._unopened = request == self._unopened, None
        if request == self._attached:
            return
        try:
            sound, pictures = SoundRing.attach(request.sound), PictureRing.attach(request.pictures)
            phones = PhonemeRing.attach(request.phones) if request.phones else None
        except RingError as error:
            self._unopened, self._ask_at = request, time.monotonic() + _ASK_AGAIN_S
            if not again:
                self._log.warning("rings not opened", reason=str(error))
                self._send(Fault(kind=FaultKind.RINGS, sentence=as_text(str(error))))
            return
        if again:
            self._send(Cleared(kind=FaultKind.RINGS))
        for ring in (self._sound, self._pictures, self._phones):
            if ring is not None:
                ring.close()
        self._attached, self._sound, self._pictures, self._phones = request, sound, pictures, phones
        self._generation = sound.generation
        self._part.enter(pictures, request.rate)
        self._pace = FrameScheduler(request.rate, self._pace.look_ahead)
        if self._driver is not None:
            self._driver.cut(sound.playing)
        self._log.info("attached", rate=request.rate, width=pictures.width, height=pictures.height)
        self._leaving = None
        if self._worn is not None and self._worn[2:] != (pictures.width, pictures.height):
            self._wardrobe.clear()
            self._worn = None
        if self._request is not None:
            self._begin_load(self._request)

    def _begin_load(self, request: Load) -> None:
        if self._pictures is None:  # The size is not known yet.
            if request.role == LoadRole.AIR:
                self._request = request
            return
        key = self._key(request)
        if request.role == LoadRole.NEXT:
            if self._wardrobe.has(key):
                self._send(Warm(avatar=request.avatar))
            else:
                self._wardrobe.load(key)
            return
        self._request = request
        if key == self._worn:
            self._send_ready()
        elif (warm := self._wardrobe.pop(key)) is not None:
            self._put_on(request, key, warm)
        else:
            self._wardrobe.load(key)

    def _use(self, neural: Neural) -> None:
        """Work with these files and this card from now on."""
        if neural == self._neural:
            return
        before, self._neural = self._neural, neural
        if before is not None:  # what was loaded with others goes
            self._wardrobe.clear()
            self._worn = None
            if self._request is not None:
                self._begin_load(self._request)

    def _make_driver(self, folder: Path, look_ahead_s: float, width: int, height: int) -> Driver:
        return make_driver(folder, look_ahead_s, width, height, self._neural)

    def _key(self, request: Load) -> Key:
        assert self._pictures is not None
        return request.avatar, request.look_ahead_s, self._pictures.width, self._pictures.height

    def _adopt(self) -> None:
        """Take what loading has come to."""
        for key, result in self._wardrobe.arrived():
            requested = self._request is not None and self._pictures is not None and key == self._key(self._request)
            if isinstance(result, str):
                self._log.warning("avatar refused", avatar=key[0], reason=result)
                self._send(Failed(avatar=key[0], sentence=as_text(result)))
                if requested:
                    self._request = self._loaded  # the same request may come again when its files were mended
            elif requested and key != self._worn:
                assert self._request is not None
                self._put_on(self._request, key, result)
            else:
                self._wardrobe.keep(key, result)
                self._log.info("avatar warm", avatar=key[0])
                self._send(Warm(avatar=key[0]))

    def _put_on(self, request: Load, key: Key, driver: Driver) -> None:
        """Draw with this driver from now on; who drew until now stays warm."""
        if self._driver is not None:
            if self._worn is not None:
                self._wardrobe.keep(self._worn, self._driver)
            driver.inherit(self._driver)
            self._fade_frames = round(request.fade_s * self._pace.rate)
            self._leaving = (self._driver, self._fade_frames) if self._fade_frames else None
        self._loaded, self._driver, self._worn = request, driver, key
        self._pace.look_ahead = round(driver.look_ahead_s * SAMPLE_RATE)
        self._failures = 0
        self._log.info("avatar ready", avatar=request.avatar, driver=driver.words, drawing=self._is_drawing())
        self._send_ready()

    def _send_ready(self) -> None:
        if self._loaded is not None and self._driver is not None:
            ahead = self._driver.look_ahead_s
            self._send(Ready(avatar=self._loaded.avatar, driver=self._driver.words, look_ahead_s=ahead))

    # -- pictures -----------------------------------------------------------------------------------------

    @property
    def _drawable(self) -> bool:
        # A driver without a key was loaded for pictures of another size: it only hands on what it has learnt.
        return self._sound is not None and self._pictures is not None and self._worn is not None

    def _edges(self) -> tuple[int, int, int]:
        assert self._sound is not None
        return self._sound.written, self._sound.playing, round(self._draw_s * SAMPLE_RATE)

    def _draw(self) -> bool:
        """Draw the frame that is due, if one is. True when there was one."""
        sound, pictures, driver = self._sound, self._pictures, self._driver
        if sound is None or pictures is None or driver is None or self._worn is None:
            return False
        generation = sound.generation
        if generation != self._generation:
            self._generation = generation
            driver.cut(sound.cut_at)
            self._pace.cut(sound.cut_at)
        if self._part.step_in(pictures, sound.written, self._draw_s):
            self._take_over(sound, pictures)
        elif not self._is_drawing():
            return self._rehearse(sound, pictures, driver)
        due = self._pace.due(*self._edges())
        if due is None:
            return False
        count = 1 if self._leaving else max(1, min(driver.batch, self._pace.waiting(sound.written)))
        begun = time.perf_counter()
        try:
            canvas = lambda: pictures.begin(time.monotonic_ns())  # noqa: E731
            self._cutouts.prepare(driver)
            for frame in driver.frames(sound, due, count, self._pace.rate, canvas, self._phones):
                fading = self._cross_fade(sound, due, frame.pixels) if self._leaving is not None else None
                if is_flat(frame.pixels):
                    raise DriverError("The picture came out empty.")
                if not self._part.drawing(pictures):  # another one has stepped in meanwhile: it is not ours to show
                    break
                self._cutouts.write(driver, frame.pts, generation, fading)
                pictures.publish(frame.pts, generation, time.monotonic_ns())
            self._failures = 0
        except Exception as error:
            self._failed(error)
        self._pace.drew(count)
        self._drawn += count
        taken = (time.perf_counter() - begun) / count
        self._draw_s += (taken - self._draw_s) * 0.05
        self._draw_ms.append(taken * 1e3)
        self._hand_over_if_unfit(sound, pictures, driver)
        match self._fitness.judge(self._failures > 0 or bool(driver.trouble)):
            case "load":
                self._reload()
            case "replace":
                self._log.error("replaced", trouble=driver.trouble, failures=self._failures)
                self._running, self.code = False, LOST
        return True

    def _is_drawing(self) -> bool:
        return self._pictures is not None and self._part.drawing(self._pictures)

    def _take_over(self, sound: SoundRing, pictures: PictureRing) -> None:
        """The part is ours: draw on after the newest picture that was drawn for this sound."""
        avatar = self._loaded.avatar if self._loaded else ""
        self._log.warning("stepped in", avatar=avatar)
        self._send(SteppedIn(avatar=avatar))
        newest = pictures.newest()
        drawn = newest.pts + 1 if newest is not None and newest.generation >= self._generation else 0
        self._pace.cut(max(drawn, sound.playing + round(self._draw_s * SAMPLE_RATE)))

    def _hand_over_if_unfit(self, sound: SoundRing, pictures: PictureRing, driver: Driver) -> None:
        """Pictures that come out wrong, or not at all, are another one's to draw, if somebody stands by."""
        unfit = driver.trouble or self._failures >= _UNFIT or not self._running
        if unfit and self._is_drawing() and self._part.hand_over(pictures, sound.written):
            self._log.warning("handed over", trouble=driver.trouble, failures=self._failures)
            self._send_fault(driver.trouble)

    def _rehearse(self, sound: SoundRing, pictures: PictureRing, driver: Driver) -> bool:
        """Stand by: hear everything, and draw now and then for nobody."""
        self._part.offer(pictures, sound.written, fit=not driver.trouble and self._failures == 0)
        due = self._pace.due(*self._edges())
        if due is None:
            return False
        self._pace.drew()
        if due % REHEARSE_EVERY == 0:
            shape = (pictures.height, pictures.width, 4)
            if self._scratch.shape != shape:
                self._scratch = np.zeros(shape, np.uint8)
            begun = time.perf_counter()
            try:
                for _ in driver.frames(sound, due, 1, self._pace.rate, lambda: self._scratch, self._phones):
                    pass
                self._failures = 0
            except Exception as error:
                self._failed(error)
            taken = time.perf_counter() - begun
            self._draw_s += (taken - self._draw_s) * 0.2  # of few: and by it is known whether this engine could do it
            self._draw_ms.append(taken * 1e3)
        return True

    def _failed(self, error: Exception) -> None:
        """A frame was not drawn: that is the idle loop's business. Many in a row: the avatar is loaded again."""
        self._failures += 1
        if isinstance(error, DriverLostError):
            self._log.error("driver lost", exc_info=error)
            self._send(Fault(kind=FaultKind.DRIVER, sentence=as_text(str(error))))
            self._running, self.code = False, LOST
            return
        if self._failures == 1:  # the operator reads of the first of a row
            self._log.error("frame failed", exc_info=error)
            drawn = Text("The avatar could not be drawn: {fault}", fault=error)
            self._send(Fault(kind=FaultKind.DRIVER, sentence=drawn))
        if self._failures >= _HOPELESS:
            self._reload()

    def _reload(self) -> None:
        """Load the avatar on air once more, with all that its driver has learnt forgotten."""
        now = time.monotonic()
        if now >= self._reload_at and self._worn is not None and self._request is not None:
            self._log.warning("reloading", avatar=self._request.avatar)
            self._reload_at = now + _RELOAD_S
            self._driver = self._leaving = None
            self._wardrobe.load(self._worn)
            self._worn = None

    def _cross_fade(self, sound: SoundRing, due: int, pixels: NDArray[np.uint8]) -> Fading:
        """Draw the avatar that is leaving over the one that came, less and less of it. Returns who, and how much."""
        from engine.light.crossfade import dissolve

        assert self._leaving is not None
        old, left = self._leaving
        self._cutouts.prepare(old)
        self._leaving = (old, left - 1) if left > 1 else None  # whatever happens, it ends
        if self._scratch.shape != pixels.shape:
            self._scratch = np.zeros(pixels.shape, np.uint8)
        for frame in old.frames(sound, due, 1, self._pace.rate, lambda: self._scratch, self._phones):
            dissolve(pixels, frame.pixels, left / (self._fade_frames + 1))
        return old, left / (self._fade_frames + 1)

    def _report(self) -> None:
        now = time.monotonic()
        if now < self._status_at or not self._draw_ms:
            return
        self._status_at = now + 1.0
        driver, skipped, drawing = self._driver, self._pace.skipped, self._is_drawing()
        self._send(status_of(driver, self._draw_ms, self._me, frames=self._drawn, skipped=skipped, drawing=drawing))
        self._send_fault(driver.trouble if driver is not None else "")

    def _send_fault(self, trouble: str) -> None:
        if trouble != self._trouble:
            self._trouble = trouble
            faces, told = FaultKind.FACES, as_text(trouble)
            self._send(Fault(kind=faces, sentence=told) if trouble else Cleared(kind=faces))

    def close(self) -> None:
        """Let go of rings and sockets."""
        self._listener.close()
        for link in (*self._strangers, *([self._console] if self._console else [])):
            link.close()
        self._cutouts.close()
        for ring in (self._sound, self._pictures, self._phones):
            if ring is not None:
                ring.close()


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the engine until the console stops it."""
    parser = argparse.ArgumentParser(prog="python -m engine.process")
    parser.add_argument("--runtime", type=Path, required=True)
    parser.add_argument("--log", type=Path, required=True)
    parser.add_argument("--name", choices=("engine", UNDERSTUDY), default="engine")
    chosen = parser.parse_args(arguments)
    catch_crashes()
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    log = open_log(chosen.log, chosen.name)
    engine = Engine(chosen.runtime, log, chosen.name)
    log.info("started")
    try:
        engine.run()
    finally:
        engine.close()
        log.info("ended")
    return engine.code


if __name__ == "__main__":
    raise SystemExit(main())
