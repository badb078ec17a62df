"""What PulseAudio or PipeWire says: which sources and sinks there are, and which of them our streams hang on.

Unplugging a source raises nothing: the server moves the capture to another one, even to the hall's own
loudspeakers. So the name that our stream hangs on is watched, by events, not by polling.
"""

from __future__ import annotations

import os
import threading
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from typing import Any

from console.playout.devices.device_names import distinct_names, socket_of


@dataclass(frozen=True)
class PulseWorld:
    """One look at the sound server.

    Attributes:
        alive: the server answers.
        sources, sinks: name → description.
        monitors: names of those sources that give back what a sink plays: no microphones.
        positions, sink_positions: source, or sink → the names of its channels, in their order.
        capture: the source that this process records from, or None.
        playback: the sink that this process plays to, or None.
    """

    alive: bool = False
    sources: dict[str, str] = field(default_factory=dict)
    sinks: dict[str, str] = field(default_factory=dict)
    capture: str | None = None
    playback: str | None = None
    monitors: frozenset[str] = frozenset()
    positions: dict[str, tuple[str, ...]] = field(default_factory=dict)
    sink_positions: dict[str, tuple[str, ...]] = field(default_factory=dict)


def read_world(pulse: Any) -> PulseWorld:
    """Ask the server (a connected pulsectl.Pulse)."""
    server = pulse.server_info()
    # The system's own choice comes first: on a first run that is what is offered.
    listed = sorted(pulse.source_list(), key=lambda source: source.name != server.default_source_name)
    sources = {source.index: source for source in listed}
    listed = sorted(pulse.sink_list(), key=lambda sink: sink.name != server.default_sink_name)
    sinks = {sink.index: sink for sink in listed}
    me = str(os.getpid())
    capture = playback = None
    for stream in pulse.source_output_list():
        if stream.proplist.get("application.process.id") == me and stream.source in sources:
            capture = sources[stream.source].name
    for stream in pulse.sink_input_list():
        if stream.proplist.get("application.process.id") == me and stream.sink in sinks:
            playback = sinks[stream.sink].name
    return PulseWorld(
        True,
        _words(sources.values()),
        _words(sinks.values()),
        capture,
        playback,
        frozenset(source.name for source in sources.values() if source.monitor_of_sink_name),
        {source.name: tuple(source.channel_list) for source in sources.values()},
        {sink.name: tuple(sink.channel_list) for sink in sinks.values()},
    )


def _words(devices: Iterable[Any]) -> dict[str, str]:
    """Name → description; two of one make are told apart by their sockets."""
    words, sockets = {}, {}
    for device in devices:
        words[device.name] = device.description
        sockets[device.name] = socket_of(device.proplist.get("device.bus_path", ""))
    return distinct_names(words, sockets)


LIBRARY_DESCRIPTORS = 16
"""More than libpulse takes for one connection: it ends the whole process when it finds none for its wake-up pipe."""


def descriptors_left(number: int) -> bool:
    """Whether this process may still open so many files."""
    opened: list[int] = []
    try:
        while len(opened) < number:
            opened.append(os.open(os.devnull, os.O_RDONLY))
        return True
    except OSError:
        return False
    finally:
        for handle in opened:
            os.close(handle)


class PulseWatch:
    """A thread that follows the server's events, through its death and return.

    Args:
        changed: called from the thread with each new PulseWorld.

    Attributes:
        world: the newest look.
        looked: the server was asked at least once, and has answered or is not there.
    """

    def __init__(self, changed: Callable[[PulseWorld], None]) -> None:
        self._changed = changed
        self._stopping = threading.Event()
        self.world = PulseWorld()
        self.looked = False
        # By hand: a reader: it waits for the server's events.
        self._thread = threading.Thread(target=self._run, name="pulse watch", daemon=True)
        self._thread.start()

    @staticmethod
    def usable() -> bool:
        """True when a PulseAudio-speaking server is there (or its client library at least)."""
        try:
            import pulsectl
        except (ImportError, OSError):
            return False
        try:
            with pulsectl.Pulse("compere-probe", connect=False) as pulse:
                pulse.connect(timeout=1.0)
            return True
        except pulsectl.PulseError:
            return "PULSE_SERVER" in os.environ

    def _run(self) -> None:
        import pulsectl

        while not self._stopping.is_set():
            if not descriptors_left(LIBRARY_DESCRIPTORS):
                self._publish(PulseWorld())
                self._stopping.wait(0.15)
                continue
            try:
                with pulsectl.Pulse("compere-watch", connect=False) as pulse:
                    pulse.connect(timeout=1.0)
                    pulse.event_mask_set("source", "sink", "source_output", "sink_input", "server")

                    def wake(_event: Any) -> None:
                        raise pulsectl.PulseLoopStop

                    pulse.event_callback_set(wake)
                    while not self._stopping.is_set():
                        self._publish(read_world(pulse))
                        pulse.event_listen(timeout=0.5)
            except (pulsectl.PulseError, OSError):
                self._publish(PulseWorld())
                self._stopping.wait(0.15)

    def _publish(self, world: PulseWorld) -> None:
        news = world != self.world or not self.looked
        self.world = world
        self.looked = True
        if news:
            self._changed(world)

    def close(self) -> None:
        """End the thread."""
        self._stopping.set()
        self._thread.join(timeout=2.0)
