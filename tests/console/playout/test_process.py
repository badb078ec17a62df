"""A real playout without any console: when it ends, and when it never does."""

from __future__ import annotations

import os
import resource
import select
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import TypeVar

import psutil
import pytest

from engine.ipc.messages import core as m
from engine.ipc.messages.base import Message
from engine.ipc.messages.emergency import EmergencyCall, EmergencyTaken
from engine.ipc.transport import Link, LinkError, call
from tests.fakes.children import ROOT

ALONE = "import console.playout.process as p; p.ALONE_FOR_S = 2.0; raise SystemExit(p.main())"
WAIT_S = 60.0

Kind = TypeVar("Kind", bound=Message)


class PlayoutProcess:
    """A playout of 320×180 that ends when it is alone for two seconds."""

    def __init__(self, home: Path) -> None:
        self.folder = home / "run"
        self.came_with_welcome: list[Message] = []
        environment = os.environ | {
            "QT_QPA_PLATFORM": "offscreen",
            "PULSE_SERVER": "none",
            "ALSA_CONFIG_PATH": "/dev/null",
        }
        self.process = subprocess.Popen(
            [
                sys.executable,
                "-c",
                ALONE,
                "--runtime",
                str(self.folder),
                "--log",
                str(home / "log"),
                "--size",
                "320x180",
            ],
            cwd=ROOT,
            env=environment,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )

    def join(self) -> tuple[Link, m.Welcome]:
        """A console joins."""
        until = time.monotonic() + WAIT_S
        while True:
            try:
                link = call(self.folder, "playout", "console")
                break
            except LinkError:
                assert time.monotonic() < until and self.process.poll() is None
                time.sleep(0.02)
        while time.monotonic() < until:
            select.select([link], [], [], 1.0)
            came = link.receive()
            for message in came:
                if isinstance(message, m.Welcome):
                    self.came_with_welcome = came
                    return link, message
        raise AssertionError("no welcome came")

    def descriptors_at_rest(self) -> int:
        """How many descriptors it has once all its threads run: the number has not changed for a second."""
        own = psutil.Process(self.process.pid)
        until = time.monotonic() + WAIT_S
        used, since = own.num_fds(), time.monotonic()
        while time.monotonic() < since + 1.0:
            assert time.monotonic() < until, "it opens descriptors without end"
            time.sleep(0.02)
            if own.num_fds() != used:
                used, since = own.num_fds(), time.monotonic()
        return used

    @property
    def segments(self) -> list[str]:
        return [path.name for path in Path("/dev/shm").glob(f"compere-{self.process.pid}-*")]


@pytest.fixture
def playout(home: Path) -> Iterator[PlayoutProcess]:
    made = PlayoutProcess(home)
    yield made
    if made.process.poll() is None:
        made.process.kill()
    made.process.wait()


def test_with_the_slate_on_and_nobody_there_it_ends_and_leaves_nothing(playout: PlayoutProcess) -> None:
    link, _ = playout.join()
    until = time.monotonic() + 3.0
    while time.monotonic() < until:
        select.select([link], [], [], 0.1)
        link.receive()
    assert playout.process.poll() is None and playout.segments, "with a console it stays"
    link.close()
    assert playout.process.wait(WAIT_S) == 0
    assert playout.segments == [] and list(playout.folder.iterdir()) == []


@pytest.mark.parametrize("air", ["live", "hold", "panic"])
def test_from_go_live_to_end_the_halls_picture_never_ends_by_itself(playout: PlayoutProcess, air: str) -> None:
    link, _ = playout.join()
    link.send(m.SetAir(air=air, fade_s=0.0, show=b"kept", asked_ns=0))
    link.send(m.Say(turn=77, path="/nowhere.wav"))
    link.close()
    with pytest.raises(subprocess.TimeoutExpired):
        playout.process.wait(5.0)
    link, welcome = playout.join()
    assert welcome.air == air and welcome.show == b"kept"
    assert welcome.turn == 77, "and the next console gives higher numbers than the last one"
    link.send(m.SetAir(air="slate", fade_s=0.0, show=b"", asked_ns=0))
    link.close()
    assert playout.process.wait(WAIT_S) == 0


class Listening:
    """What playout says to one console."""

    def __init__(self, playout: PlayoutProcess) -> None:
        self.link, _ = playout.join()
        self._came = list(playout.came_with_welcome)

    def next(self, kind: type[Kind], **fields: object) -> Kind:
        """The first message of a kind with these fields; those before it are gone."""
        until = time.monotonic() + WAIT_S
        while time.monotonic() < until:
            while self._came:
                message = self._came.pop(0)
                if isinstance(message, kind) and all(getattr(message, name) == value for name, value in fields.items()):
                    return message
            select.select([self.link], [], [], 1.0)
            self._came += self.link.receive()
        raise AssertionError(f"no {kind.__name__} with {fields} came")


def test_a_turn_that_a_console_asks_for_before_it_knows_of_interrupt_is_never_heard(playout: PlayoutProcess) -> None:
    line = str(ROOT / "tests" / "data" / "espeak-en.wav")
    console = Listening(playout)
    console.link.send(m.SetMode(mode="say"))
    console.link.send(m.SetAir(air="live", fade_s=0.0))
    console.link.send(m.Say(turn=1, path=line))
    console.next(m.PlayoutStatus)
    keys = call(playout.folder, "playout", "emergency")
    keys.send(EmergencyCall(verb="interrupt", asked_ns=time.monotonic_ns()))
    taken = console.next(EmergencyTaken, verb="interrupt")
    console.link.send(m.Say(turn=2, path=line))  # it was about to, and hung
    late = console.next(m.TurnEnded, turn=2)
    assert late.heard_s == 0.0 and late.interrupted
    console.link.close()
    console = Listening(playout)  # the next console: it is told, too
    assert console.next(EmergencyTaken, verb="interrupt") == taken
    console.link.send(m.Say(turn=3, path=line))
    console.link.send(m.SetAir(air="live", fade_s=0.0, emergency=taken.number))
    console.link.send(m.Say(turn=4, path=line))
    assert console.next(m.TurnEnded, turn=3).heard_s == 0.0
    meant = console.next(m.TurnEnded, turn=4)
    assert meant.heard_s > 0.5 and not meant.interrupted
    keys.close()
    console.link.send(m.Stop())
    assert playout.process.wait(WAIT_S) == 0


def test_a_thousand_silent_connections_and_no_descriptor_left_do_not_end_it(playout: PlayoutProcess) -> None:
    link, _ = playout.join()
    used = playout.descriptors_at_rest()
    resource.prlimit(playout.process.pid, resource.RLIMIT_NOFILE, (used + 3, used + 3))
    callers = []
    for _ in range(1007):
        caller = socket.socket(socket.AF_UNIX)
        caller.settimeout(5.0)
        try:
            caller.connect(str(playout.folder / "playout.sock"))
        except OSError:
            caller.close()
            continue
        callers.append(caller)
    link.send(m.Ping(number=5))
    until = time.monotonic() + WAIT_S
    answered = False
    while not answered and time.monotonic() < until:
        select.select([link], [], [], 1.0)
        answered = m.Pong(number=5) in link.receive()
    assert answered and playout.process.poll() is None and not link.closed
    for caller in callers:
        caller.close()
    later, _ = playout.join()
    later.close()
    link.close()
