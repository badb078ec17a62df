"""The sink of a stream: a server, by its transport. It connects, sends, and when it is lost connects again without end.

Its state is what the server does: ON AIR is said once the server has taken half a second of the program, and no longer
than it goes on taking.
"""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

import av

from console.outputs.encoder import Encoder, Muxer, Packet
from console.outputs.output_sink import BitRate
from console.outputs.packet_queue import PacketQueue, Queued
from console.outputs.streams.reconnect import Reconnect
from console.outputs.streams.transport import StreamTransport, UnreachableError
from engine.ipc.logger import Logger
from engine.ipc.messages.outputs import OutputState, OutputStatus
from engine.text import Text, as_text

TAKEN_S = 0.5
"""So much program must be taken before the stream is on air."""

KNOCK_EVERY_S = 1.5
"""Where the server was not to be reached, it is asked so often whether it is back: one connection, and no attempt."""

TAKES_NOTHING_S = 0.9
"""A packet that is not taken for so long: the stream stands still, and the operator is told."""

STUCK_S = 4.0
"""For so long: FFmpeg cannot be woken any more, so the process has to be ended and started again."""

CONNECTS_S = 10.0
"""So long FFmpeg may take to connect: eight times there and back by satellite are five seconds, with TLS."""

_LOST = Text("The connection to the server was lost.")
_TAKES_NOTHING = Text("The server takes nothing any more.")


class StreamSink:
    """Pushes packets to a server.

    Args:
        transport: to the server.
        place: of the server, without any key.
        reconnect: how long to wait before each attempt.
        log: where to write events; no key is written.
        clock: monotonic seconds.
    """

    def __init__(
        self,
        transport: StreamTransport,
        place: str,
        reconnect: Reconnect,
        log: Logger,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self._transport, self._place = transport, place
        self._reconnect, self._log, self._clock = reconnect, log, clock
        self._queue: PacketQueue[Packet] = PacketQueue(drops=True)
        self._changed = threading.Condition()
        self._state, self._sentence = OutputState.CONNECTING, Text("")
        self._encoder: Encoder | None = None
        self._again_s = self._on_air_since_s = 0.0
        self._busy_since_s: float | None = None
        self._connected = self._closed = self._hurry = False
        self._sent_s = 0.0
        self._lost = 0
        self._rate = BitRate()
        # By hand: FFmpeg waits for the network, and the process must go on answering.
        self._thread = threading.Thread(target=self._run, name="stream", daemon=True)

    # -- what the process asks ----------------------------------------------------------------------------------

    @property
    def wants(self) -> bool:
        return self._connected

    @property
    def wants_key(self) -> bool:
        return self._queue.wants_key

    @property
    def stuck(self) -> bool:
        return self._waited_s() > (STUCK_S if self._state is OutputState.ON_AIR else CONNECTS_S)

    def begin(self, encoder: Encoder) -> None:
        self._encoder = encoder
        self._thread.start()

    def put(self, packet: Packet) -> None:
        with self._changed:
            if self._connected:
                self._queue.put(Queued(packet.at_s, packet.picture, packet.key, len(packet.data), packet))
                self._changed.notify_all()

    def mark(self, title: str) -> None:
        """A stream has no chapters."""

    def retry(self) -> None:
        with self._changed:
            self._hurry = True
            self._changed.notify_all()

    def status(self) -> OutputStatus:
        now = self._clock()
        with self._changed:
            state, sentence = self._state, self._sentence
            queue_s, dropped = self._queue.age_s, self._queue.dropped
        if state is OutputState.ON_AIR and self._waited_s() > TAKES_NOTHING_S:
            state, sentence = OutputState.RECONNECTING, _TAKES_NOTHING
        return OutputStatus(
            state=state,
            place=self._place,
            sentence=sentence,
            attempt=self._reconnect.attempt,
            retry_s=max(0.0, self._again_s - now) if state is OutputState.RECONNECTING else 0.0,
            on_air_s=now - self._on_air_since_s if state is OutputState.ON_AIR else 0.0,
            sent_s=self._sent_s,
            kbps=self._rate.kbps(now),
            queue_ms=queue_s * 1e3,
            dropped=dropped,
            reconnects=self._lost,
        )

    def close(self) -> None:
        with self._changed:
            self._closed = True
            self._changed.notify_all()
        if self._thread.ident is not None:
            self._thread.join(3.0)

    # -- the thread ---------------------------------------------------------------------------------------------

    def _run(self) -> None:
        while not self._closed:
            self._say(OutputState.RECONNECTING if self._lost or self._reconnect.attempt else OutputState.CONNECTING)
            try:
                self._transport.knock()
            except UnreachableError as fault:
                self._failed(as_text(fault.args[0]), unreachable=True)
                continue
            lost = self._push_until_lost()
            self._transport.close()  # it knows only then why it was refused
            if lost:
                was_on_air = self._state is OutputState.ON_AIR
                self._lost += was_on_air
                self._failed(_LOST if was_on_air else self._transport.refusal, unreachable=was_on_air)
        self._say(OutputState.OFF)

    def _push_until_lost(self) -> bool:
        """Whether it was lost; else it was closed."""
        try:
            self._push()
        except Exception as fault:  # whatever it is, the stream is tried again, and the operator told
            if not isinstance(fault, (av.error.FFmpegError, OSError, ValueError)):
                self._log.exception("stream stumbled")
            self._log.warning("stream lost", place=self._place, fault=type(fault).__name__)
            return True
        return False

    def _push(self) -> None:
        """Connect, and send until it is lost or closed. Raises what FFmpeg raises."""
        assert self._encoder is not None
        with self._timed():
            container = self._transport.open(self._encoder.kbps)
        muxer: Muxer | None = None
        begun_s = 0.0
        try:
            with self._changed:
                self._queue.clear()
                self._rate.begin()
                self._connected = True
            while (packet := self._next()) is not None:
                with self._timed():
                    if muxer is None:
                        if not packet.picture:
                            continue  # the timeline begins with a picture
                        muxer, begun_s = Muxer(container, self._encoder, packet.at_s), packet.at_s
                        self._transport.begun(self._encoder.kbps)
                    muxer.write(packet)
                now = self._clock()
                self._rate.record(len(packet.data), now)
                if packet.picture:
                    self._sent_s += float(packet.duration * packet.base)
                taken = packet.at_s - begun_s > TAKEN_S and self._transport.confirmed
                if self._state is not OutputState.ON_AIR and taken:
                    self._reconnect.on_air()
                    self._on_air_since_s = now
                    self._say(OutputState.ON_AIR)
                    self._log.info("stream on air", place=self._place)
        finally:
            with self._changed:
                self._connected = False
                self._queue.clear()
            with self._timed():
                _close(container, muxer)

    def _next(self) -> Packet | None:
        """The next packet; None when the stream is closed. Waits for one."""
        with self._changed:
            while not self._closed:
                if (queued := self._queue.get()) is not None:
                    return queued.packet
                self._changed.wait(0.5)
            return None

    def _failed(self, sentence: Text, *, unreachable: bool) -> None:
        """An attempt failed: wait for the next one's time, for the operator's word, or until the server is there."""
        pause = self._reconnect.failed()
        self._hurry = False  # what was asked while it was on air is not meant for this pause
        now = self._clock()
        self._again_s = now + pause
        self._say(OutputState.RECONNECTING, sentence)
        self._log.info("stream reconnects", place=self._place, attempt=self._reconnect.attempt, in_s=pause)
        knock_s = now + KNOCK_EVERY_S
        while True:
            with self._changed:
                if self._closed or self._hurry or self._clock() >= self._again_s:
                    self._hurry = False
                    return
                self._changed.wait(min(0.5, self._again_s - self._clock()))
            if unreachable and self._clock() >= knock_s:
                try:
                    self._transport.knock()
                    return
                except UnreachableError as fault:
                    self._say(OutputState.RECONNECTING, as_text(fault.args[0]))
                    knock_s = self._clock() + KNOCK_EVERY_S

    def _say(self, state: OutputState, sentence: Text | None = None) -> None:
        with self._changed:
            self._state = state
            if sentence is not None or state is OutputState.ON_AIR:
                self._sentence = sentence or Text("")

    def _waited_s(self) -> float:
        since = self._busy_since_s
        return self._clock() - since if since is not None else 0.0

    @contextmanager
    def _timed(self) -> Iterator[None]:
        """What is done inside is FFmpeg's, and may wait for the network."""
        self._busy_since_s = self._clock()
        try:
            yield
        finally:
            self._busy_since_s = None


def _close(container: Any, muxer: Muxer | None) -> None:
    """Say goodbye where there is somebody who hears it."""
    try:
        if muxer is not None:
            muxer.close()
        else:
            container.close()
    except (av.error.FFmpegError, OSError):
        pass  # it is lost already
