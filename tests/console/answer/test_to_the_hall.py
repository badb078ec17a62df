"""From a voice to the hall and back: a real playout and a real engine, and the console's end of the speech ring."""

from __future__ import annotations

import asyncio
import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Awaitable, Callable, Iterator
from itertools import pairwise
from pathlib import Path
from typing import TypeVar

import numpy as np
import pytest

from console.answer.heard import HeardSpeech
from console.answer.speech import SpeechLine, SpeechWriter
from console.answer.tts.protocol import Phone, Spoken
from engine.ipc.messages import core as m
from engine.ipc.messages.base import Message
from engine.ipc.messages.engine import Attach, Load, Ready
from engine.ipc.rings.phoneme_ring import PhonemeRing
from engine.ipc.rings.picture_ring import PictureRing
from engine.ipc.rings.sound_ring import SoundRing
from engine.ipc.rings.speech_ring import TurnDropped
from engine.ipc.transport import Link, LinkError, call
from tests.engine.light.test_phones import Line, line

ROOT = Path(__file__).parents[3]
Kind = TypeVar("Kind", bound=Message)


class ToTheHall:
    """Playout and engine, and the console that the test plays."""

    def __init__(self, folder: Path) -> None:
        environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "PULSE_SERVER": "none"}
        self._children: list[subprocess.Popen[bytes]] = []
        self._links: dict[str, Link] = {}
        for module, words in (
            ("console.playout.process", ("--size", "320x180", "--delay", "7200")),
            ("engine.process", ()),
        ):
            command = [sys.executable, "-m", module, "--runtime", str(folder), "--log", str(folder / "log"), *words]
            self._children.append(subprocess.Popen(command, cwd=ROOT, env=environment, stderr=subprocess.DEVNULL))
        for name in ("playout", "engine"):
            self._links[name] = self._join(folder, name)
        self.messages: list[Message] = []
        welcome = self.wait(m.Welcome)
        self.sound = SoundRing.attach(welcome.sound)
        self.phones = PhonemeRing.attach(welcome.phones)
        self.pictures = PictureRing.attach(welcome.pictures)
        rings = Attach(sound=welcome.sound, pictures=welcome.pictures, rate=welcome.rate, phones=welcome.phones)
        for message in (rings, Load(avatar=str(ROOT / "avatars" / "lin"), look_ahead_s=0.04)):
            self._links["engine"].send(message)
        self.wait(Ready)
        self.send(m.SetMode(mode="say"))
        self.send(m.SetAir(air="live", fade_s=0.0))
        self.speech = SpeechLine(self.send)
        self.speech.use(welcome.speech)

    def _join(self, folder: Path, name: str) -> Link:
        deadline = time.monotonic() + 20
        while True:
            try:
                return call(folder, name, "console")
            except LinkError:
                assert time.monotonic() < deadline, f"{name} did not start"
                time.sleep(0.02)

    def send(self, message: Message) -> None:
        self._links["playout"].send(message)

    def hear(self) -> None:
        """Take what the two say to where the console takes it."""
        for link in self._links.values():
            link.flush()
            for message in link.receive():
                self.messages.append(message)
                if isinstance(message, m.PlayoutStatus):
                    self.speech.update_status(message.sound.spoken)
                elif isinstance(message, m.TurnEnded):
                    self.speech.end_turn(message)

    def wait(self, kind: type[Kind]) -> Kind:
        deadline = time.monotonic() + 20
        while time.monotonic() < deadline:
            for link in self._links.values():
                for message in link.receive():
                    if isinstance(message, kind):
                        return message
            time.sleep(0.005)
        raise AssertionError(f"no {kind.__name__} came")

    def run(self, work: Callable[[], Awaitable[None]]) -> None:
        """Let the console's loop run for one piece of work."""

        async def whole() -> None:
            async def listen() -> None:
                while True:
                    self.hear()
                    await asyncio.sleep(0.01)

            listening = asyncio.create_task(listen())
            async with asyncio.timeout(30):
                await work()
            listening.cancel()

        asyncio.run(whole())

    def close(self) -> None:
        self.speech.close()
        for link in self._links.values():
            link.send(m.Stop())
        for child in self._children:
            assert child.wait(10) == 0
        for link in self._links.values():
            link.close()
        for ring in (self.sound, self.phones, self.pictures):
            ring.close()


@pytest.fixture(scope="module")
def path() -> Iterator[ToTheHall]:
    folder = Path(tempfile.mkdtemp(prefix="compere-"))
    made = ToTheHall(folder)
    yield made
    made.close()
    shutil.rmtree(folder)


def pieces(spoken: Line, until_s: float = 60.0) -> list[Spoken]:
    """The line as a voice gives it: 100 ms at a time, each with the phones that begin in it."""
    found = []
    for at in range(0, min(len(spoken.samples), round(until_s * 48_000)), 4800):
        phones = [Phone(a / 48_000, b / 48_000, ipa) for a, b, ipa in spoken.phones if at <= a < at + 4800]
        found.append(Spoken(spoken.samples[at : at + 4800], tuple(phones)))
    return found


async def speak(path: ToTheHall, turn: int, spoken: Line) -> SpeechWriter:
    writer = await path.speech.begin(turn)
    writer.begin_sentence("Please put my big map by Bob.")
    for piece in pieces(spoken):
        await writer.write(piece)
    writer.end_sentence()
    writer.end()
    return writer


def test_a_line_reaches_the_hall_sample_by_sample_with_lips_that_move(path: ToTheHall) -> None:
    spoken = line("espeak-en")
    seen: dict[int, np.ndarray] = {}
    told: set[tuple[int, ...]] = set()
    heard: list[HeardSpeech] = []

    async def work() -> None:
        writer = await speak(path, 1, spoken)
        ended = asyncio.create_task(writer.spoken())
        progress = []
        while not ended.done():
            await asyncio.sleep(0.01)
            progress.append(writer.heard().samples)
            info = path.pictures.newest()
            if info is not None and info.pts not in seen:
                picture = np.empty_like(path.pictures.pixels(info))
                if path.pictures.copy(info, picture):
                    seen[info.pts] = picture
            told.update(tuple(row) for row in path.phones.between(0, 2**62).tolist())
        heard.append(ended.result())
        assert progress == sorted(progress) and len(set(progress)) > 20

    path.run(work)
    assert heard[0].samples == len(spoken.samples) and heard[0].whole == 1 and heard[0].starved_s == 0
    end = path.sound.written
    timeline = path.sound.read(end - 8 * 48_000, 8 * 48_000)
    loud = spoken.samples[24_000:26_400]
    places = [at for at in range(len(timeline) - 2400) if timeline[at + 400] == loud[400]]
    begun = [at for at in places if np.array_equal(timeline[at : at + 2400], loud)]
    assert len(begun) == 1, "the line lies on the timeline once, unchanged"
    start = end - 8 * 48_000 + begun[0] - 24_000
    assert sorted(told) == [(start + a, start + b, c) for a, b, c in spoken.track.between(0, 2**62).tolist()]
    moving = [pts for pts in seen if start + 24_000 < pts < start + len(spoken.samples) - 24_000]
    changes = [np.abs(seen[a].astype(int) - seen[b]).max() for a, b in pairwise(sorted(moving))]
    assert len(moving) > 15 and np.mean(np.array(changes) > 40) > 0.5


def test_an_interrupt_takes_the_rest_of_the_line_back_and_the_next_turn_is_heard(path: ToTheHall) -> None:
    async def work() -> None:
        spoken = line("espeak-cmn")
        writer = await speak(path, 2, spoken)
        while writer.heard().samples < 48_000:
            await asyncio.sleep(0.01)
        path.send(m.Interrupt(asked_ns=time.monotonic_ns()))
        heard = await writer.spoken()
        assert 48_000 <= heard.samples < len(spoken.samples) and heard.whole == 0
        with pytest.raises(TurnDropped):
            await writer.write(pieces(spoken)[0])
        generation, cut_at = path.sound.generation, path.sound.cut_at
        assert not path.phones.between(cut_at, 2**62).size
        again = await path.speech.begin(3)
        await again.write(Spoken(np.full(4800, 0.25, np.float32)))
        again.end()
        assert (await again.spoken()).samples == 4800
        assert path.sound.generation == generation
        sound = path.sound.read(cut_at + 480, path.sound.written - cut_at - 480)
        assert set(np.unique(sound)) == {0.0, 0.25} and (sound == 0.25).sum() == 4800

    path.run(work)
