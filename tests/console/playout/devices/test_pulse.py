from __future__ import annotations

import os
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from types import ModuleType, SimpleNamespace
from typing import Any

import pytest

from console.playout.devices.pulse import PulseWatch, PulseWorld, read_world
from tests.fakes.children import ROOT


def device(index: int, name: str) -> SimpleNamespace:
    of = name.removesuffix(".monitor") if name.endswith(".monitor") else None
    return SimpleNamespace(
        index=index, name=name, description=name.title(), monitor_of_sink_name=of, proplist={}, channel_list=["mono"]
    )


def stream(pid: int | None, **where: int) -> SimpleNamespace:
    return SimpleNamespace(proplist={"application.process.id": str(pid)} if pid else {}, **where)


class Server:
    """A connection to a sound server, as `pulsectl.Pulse` is one."""

    def __init__(self) -> None:
        self.sources = [device(1, "hall.monitor"), device(2, "desk"), device(3, "stage")]
        self.sinks = [device(7, "hall"), device(8, "foyer")]
        self.recording: list[SimpleNamespace] = []
        self.playing: list[SimpleNamespace] = []

    def server_info(self) -> SimpleNamespace:
        return SimpleNamespace(default_source_name="desk", default_sink_name="foyer")

    def source_list(self) -> list[SimpleNamespace]:
        return self.sources

    def sink_list(self) -> list[SimpleNamespace]:
        return self.sinks

    def source_output_list(self) -> list[SimpleNamespace]:
        return self.recording

    def sink_input_list(self) -> list[SimpleNamespace]:
        return self.playing


def test_devices_are_listed_with_the_systems_own_choice_first() -> None:
    world = read_world(Server())
    assert world.alive
    assert list(world.sources) == ["desk", "hall.monitor", "stage"] and world.sources["desk"] == "Desk"
    assert list(world.sinks) == ["foyer", "hall"] and world.monitors == {"hall.monitor"}
    assert world.capture is None and world.playback is None


def test_two_devices_of_one_name_are_told_apart_by_their_sockets_or_else_by_a_number() -> None:
    server = Server()
    server.sources = [device(index, f"usb{index}") for index in (1, 2)]
    for source, port in zip(server.sources, ("2", "3.1"), strict=True):
        source.description = "USB Audio Device"
        source.proplist = {"device.bus_path": f"pci-0000:00:14.0-usb-0:{port}:1.0"}
    assert list(read_world(server).sources.values()) == ["USB Audio Device · USB 2", "USB Audio Device · USB 3.1"]
    server.sources[0].proplist = {}
    assert list(read_world(server).sources.values()) == ["USB Audio Device · 1 / 2", "USB Audio Device · 2 / 2"]


def test_each_source_says_how_its_channels_are_called() -> None:
    server = Server()
    server.sources[1].channel_list = [f"aux{number}" for number in range(8)]
    positions = read_world(server).positions
    assert positions["stage"] == ("mono",) and read_world(server).sink_positions["foyer"] == ("mono",)
    assert positions["desk"] == ("aux0", "aux1", "aux2", "aux3", "aux4", "aux5", "aux6", "aux7")


def test_it_is_known_where_our_own_streams_hang_and_nobody_elses() -> None:
    server = Server()
    server.recording = [stream(os.getpid() + 1, source=1), stream(None, source=2), stream(os.getpid(), source=3)]
    server.playing = [stream(os.getpid(), sink=8), stream(os.getpid() + 1, sink=7)]
    world = read_world(server)
    assert (world.capture, world.playback) == ("stage", "foyer")


def test_a_stream_on_a_device_that_went_meanwhile_hangs_nowhere() -> None:
    server = Server()
    server.recording = [stream(os.getpid(), source=99)]
    server.playing = [stream(os.getpid(), sink=99)]
    assert read_world(server).capture is None and read_world(server).playback is None


class PulseError(Exception):
    pass


class PulseLoopStop(Exception):  # noqa: N818 (pulsectl's own name)
    pass


class Pulse(Server):
    """`pulsectl.Pulse`, connected to the one server of the test."""

    alive = True
    news = threading.Event()
    heard: list[str] = []
    extra: list[SimpleNamespace] = []

    def __init__(self, _name: str, connect: bool = True) -> None:
        super().__init__()
        self._wake: Callable[[Any], None] = lambda _event: None

    def __enter__(self) -> Pulse:
        return self

    def __exit__(self, *_: object) -> None: ...

    def connect(self, timeout: float) -> None:
        if not Pulse.alive:
            raise PulseError("connection refused")

    def event_mask_set(self, *kinds: str) -> None:
        Pulse.heard = list(kinds)

    def event_callback_set(self, wake: Callable[[Any], None]) -> None:
        self._wake = wake

    def event_listen(self, timeout: float) -> None:
        Pulse.news.wait(timeout)
        Pulse.news.clear()
        if not Pulse.alive:
            raise PulseError("the server died")
        try:
            self._wake(None)
        except PulseLoopStop:
            return

    def source_list(self) -> list[SimpleNamespace]:
        return [*self.sources, *Pulse.extra]


class Published:
    """What the watch said."""

    def __init__(self) -> None:
        self.worlds: list[PulseWorld] = []
        self._condition = threading.Condition()

    def __call__(self, world: PulseWorld) -> None:
        with self._condition:
            self.worlds.append(world)
            self._condition.notify()

    def wait(self, count: int) -> PulseWorld:
        with self._condition:
            assert self._condition.wait_for(lambda: len(self.worlds) >= count, 5), "nothing was said"
        return self.worlds[count - 1]


@pytest.fixture
def published(monkeypatch: pytest.MonkeyPatch) -> Iterator[Published]:
    module = ModuleType("pulsectl")
    for name, what in (("Pulse", Pulse), ("PulseError", PulseError), ("PulseLoopStop", PulseLoopStop)):
        setattr(module, name, what)
    monkeypatch.setitem(sys.modules, "pulsectl", module)
    monkeypatch.setattr(Pulse, "alive", True)
    monkeypatch.setattr(Pulse, "extra", [])
    Pulse.news.clear()
    yield Published()


def test_the_watch_tells_what_is_new_and_nothing_twice(published: Published) -> None:
    watch = PulseWatch(published)
    try:
        assert "desk" in published.wait(1).sources and watch.looked
        Pulse.news.set()  # something happened that concerns nobody here
        Pulse.extra = [device(9, "lectern")]
        Pulse.news.set()
        assert "lectern" in published.wait(2).sources
        assert watch.world == published.worlds[1]
        assert {"source", "sink", "source_output", "sink_input", "server"} <= set(Pulse.heard)
    finally:
        watch.close()
    assert len(published.worlds) == 2


def test_the_death_of_the_server_is_told_and_its_return(published: Published) -> None:
    watch = PulseWatch(published)
    try:
        assert published.wait(1).alive
        Pulse.alive = False
        Pulse.news.set()
        assert published.wait(2) == PulseWorld()
        Pulse.alive = True
        assert published.wait(3).alive
    finally:
        watch.close()


def test_with_no_server_there_it_looked_all_the_same(published: Published) -> None:
    Pulse.alive = False
    watch = PulseWatch(published)
    try:
        assert published.wait(1) == PulseWorld() and watch.looked
    finally:
        watch.close()
    assert not any(thread.name == "pulse watch" for thread in threading.enumerate())


def test_a_server_is_usable_when_it_answers_or_is_said_to_be_there(
    published: Published, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("PULSE_SERVER", raising=False)
    assert PulseWatch.usable()
    Pulse.alive = False
    assert not PulseWatch.usable()
    monkeypatch.setenv("PULSE_SERVER", "unix:/nowhere")
    assert PulseWatch.usable()
    monkeypatch.setitem(sys.modules, "pulsectl", None)
    assert not PulseWatch.usable()


WITHOUT_DESCRIPTORS = """
import os, resource, threading
import pulsectl
from console.playout.devices.pulse import PulseWatch
used = len(os.listdir("/proc/self/fd"))
_, most = resource.getrlimit(resource.RLIMIT_NOFILE)
resource.setrlimit(resource.RLIMIT_NOFILE, (used, most))
looks = []
twice = threading.Event()
class Watch(PulseWatch):
    def _publish(self, world):
        super()._publish(world)
        looks.append(world)
        if len(looks) == 2:
            twice.set()
watch = Watch(print)
assert twice.wait(20.0), "it looks again"
watch.close()
"""


def test_a_process_without_descriptors_is_not_ended_by_the_servers_library() -> None:
    watched = subprocess.run(
        [sys.executable, "-c", WITHOUT_DESCRIPTORS],
        env=os.environ | {"PULSE_SERVER": "none"},
        cwd=ROOT,
        capture_output=True,
        text=True,
        timeout=60,
    )
    assert watched.returncode == 0, watched.stderr
