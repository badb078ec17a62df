"""The process of one output: it encodes the program and hands it to a server, or to the disk.

Each output has its own, so that a server which takes the connection and says nothing, an encoder that crashes, or a
disk that waits costs this one output alone. It reads the program's rings and nothing else of playout's. The console
starts it, asks it for signs of life and starts it again; it goes on while there is no console.
"""

from __future__ import annotations

import argparse
import os
import random
import select
import sys
import threading
import time
from collections.abc import Sequence
from pathlib import Path

import psutil

from console.outputs.codecs import EncoderError, choose_codec
from console.outputs.encoder import Encoder, size_of
from console.outputs.encoding_loop import EncodingLoop
from console.outputs.output_sink import OutputSink
from console.outputs.program_reader import ProgramReader
from console.outputs.recording_sink import RecordingSink
from console.outputs.streams.bit_rate_control import BitRateControl
from console.outputs.streams.reconnect import Reconnect
from console.outputs.streams.rtmp import RtmpTransport
from console.outputs.streams.srt import SrtTransport
from console.outputs.streams.stream_address import StreamAddressError, stream_address
from console.outputs.streams.stream_sink import StreamSink
from engine.ipc.logger import Logger
from engine.ipc.logging_setup import catch_crashes, open_log
from engine.ipc.messages.base import Message
from engine.ipc.messages.core import Ping, Pong, Stop
from engine.ipc.messages.outputs import (
    AttachProgram,
    EncoderSettings,
    MarkChapter,
    OutputState,
    OutputStatus,
    RetryNow,
    StartRecording,
    StartStream,
)
from engine.ipc.orphan import OrphanWatch
from engine.ipc.transport import Link, LinkError, Listener
from engine.text import Text, as_text

STATUS_EVERY_S = 0.25
_TALK_S = 0.05
_STEP_S = 0.004
_ATTACH_AGAIN_S = 0.5
_JUDGE_EVERY_S = 0.5
_BEHIND_OTHERS = 19
"""The hall, the engine and the console come first."""

ALONE_FOR_S = 180.0
"""Without a console, and without a program that goes on, an output ends by itself after so long."""

STUCK = 4
"""Exit code of one that waits in FFmpeg and cannot be woken: it is started again, and connects again."""


class Output:
    """What is encoded, and where it goes. Everything but the sink works in one thread.

    Args:
        log: where to write events.
    """

    def __init__(self, log: Logger) -> None:
        self._log = log
        self._reader = ProgramReader()
        self._rings: AttachProgram | None = None
        self._attached = False
        self._attach_again_s = 0.0
        self._asked: StartStream | StartRecording | None = None
        self._title = ""
        self._control: BitRateControl | None = None
        self._judged_s = 0.0
        self._sink: OutputSink | None = None
        self._loop: EncodingLoop | None = None
        self._encoder: Encoder | None = None
        self._failed: Text | None = None
        self._lock = threading.Lock()
        self._ending = threading.Event()
        # By hand: encoding takes long, and the process must go on answering.
        self._thread = threading.Thread(target=self._run, name="encoding", daemon=True)

    def begin(self) -> None:
        """Start."""
        self._thread.start()

    def receive(self, message: Message) -> None:
        """What the console asks for. Never waits."""
        with self._lock:
            match message:
                case AttachProgram():
                    self._rings, self._attached, self._attach_again_s = message, False, 0.0
                case StartStream() | StartRecording() if self._asked is None:
                    self._asked = message
                case MarkChapter(title=title):
                    self._title = title
                    if self._sink is not None:
                        self._sink.mark(title)
                case RetryNow() if self._sink is not None:
                    self._sink.retry()

    def status(self) -> OutputStatus:
        """How it is."""
        sink, loop, encoder = self._sink, self._loop, self._encoder
        if self._failed is not None:
            return OutputStatus(state=OutputState.FAILED, sentence=self._failed)
        if sink is None:
            return OutputStatus(state=OutputState.CONNECTING)
        told = sink.status()
        told.frames, told.skipped = (loop.frames, loop.skipped) if loop is not None else (0, 0)
        told.encoder = encoder.codec.name if encoder is not None else ""
        return told

    @property
    def stuck(self) -> bool:
        """It cannot be woken any more."""
        return self._sink is not None and self._sink.stuck

    @property
    def program_moves(self) -> bool:
        """There is a program that goes on."""
        return self._attached and self._reader.moves

    def close(self) -> None:
        """End in order."""
        self._ending.set()
        if self._thread.ident is not None:
            self._thread.join(3.0)
        if self._sink is not None:
            self._sink.close()

    # -- the thread that encodes ----------------------------------------------------------------------------------

    def _run(self) -> None:
        stand_behind()
        while not self._ending.wait(_STEP_S):
            try:
                self._step(time.monotonic())
            except Exception as fault:
                self._log.exception("encoding stumbled")
                name = type(fault).__name__
                self._failed = Text("Encoding failed inside Compere ({fault}): press Retry.", fault=name)
                return

    def _step(self, now_s: float) -> None:
        self._attach(now_s)
        if self._sink is None:
            with self._lock:
                asked = self._asked
            if asked is None or not self._reader.width:
                return
            self._start(asked)
        sink, loop = self._sink, self._loop
        if sink is None or loop is None:
            return
        if not sink.wants:
            self._reader.position(now_s)
            loop.pause()
            return
        self._adapt(sink, now_s)
        for packet in loop.step(now_s):
            sink.put(packet)

    def _adapt(self, sink: OutputSink, now_s: float) -> None:
        """Fewer bits where the network is slow, twice a second."""
        control, encoder = self._control, self._encoder
        if control is None or encoder is None or now_s - self._judged_s < _JUDGE_EVERY_S:
            return
        self._judged_s, status, before = now_s, sink.status(), control.kbps
        if control.update(status.queue_ms / 1000, status.kbps, now_s) != before:
            self._log.info("bit rate", kbps=control.kbps, taken_kbps=round(status.kbps), queue_ms=status.queue_ms)
            encoder.set_video_kbps(control.kbps)

    def _attach(self, now_s: float) -> None:
        with self._lock:
            rings = self._rings
            if rings is None or self._attached or now_s < self._attach_again_s:
                return
            self._attach_again_s = now_s + _ATTACH_AGAIN_S
            self._attached = True
        if not rings.program:
            self._reader.detach()
        elif not self._reader.attach(rings.program, rings.sound, rings.rate, now_s):
            self._attached = False
        else:
            self._log.info("program attached", rate=rings.rate, width=self._reader.width, height=self._reader.height)

    def _start(self, asked: StartStream | StartRecording) -> None:
        try:
            self._encoder = self._make_encoder(asked.encoder)
            sink = self._make_sink(asked)
        except (EncoderError, StreamAddressError) as fault:
            if isinstance(fault, EncoderError):
                self._failed = Text("This computer has no encoder that works: {fault}.", fault=str(fault))
            else:
                self._failed = as_text(fault.args[0])
            with self._lock:
                self._asked = None
            return
        self._control = BitRateControl(asked.encoder.video_kbps) if asked.encoder.adapts else None
        self._loop = EncodingLoop(self._reader, self._encoder, lambda: sink.wants_key)
        sink.begin(self._encoder)
        with self._lock:
            if self._title:
                sink.mark(self._title)
            self._sink = sink

    def _make_encoder(self, settings: EncoderSettings) -> Encoder:
        width, height = size_of(settings, self._reader.width, self._reader.height)
        rate = settings.rate or self._reader.rate
        codec = choose_codec(width, height, rate, settings.video_kbps, software=settings.software)
        self._log.info("encoder", name=codec.name, width=width, height=height, rate=rate, kbps=settings.video_kbps)
        return Encoder(codec, settings, width, height, rate)

    def _make_sink(self, asked: StartStream | StartRecording) -> OutputSink:
        if isinstance(asked, StartStream):
            address = stream_address(asked.url)
            transport = SrtTransport(address) if address.srt_options is not None else RtmpTransport(address)
            return StreamSink(transport, address.shown, Reconnect(random.random, asked.attempt), self._log)
        settings = asked.encoder
        kbps = settings.video_kbps + settings.audio_kbps
        return RecordingSink(
            [Path(folder) for folder in asked.folders], asked.name, 60 * asked.minutes, kbps, self._log
        )


class OutputProcess:
    """Talks with the console, in the thread that always answers.

    Args:
        runtime: folder of the sockets.
        name: of this output there.
        output: what works.
        log: where to write events.

    Raises:
        LinkError: the runtime folder cannot be used.
    """

    def __init__(self, runtime: Path, name: str, output: Output, log: Logger) -> None:
        self._listener = Listener(runtime, name)
        self._output, self._log = output, log
        self._callers: list[Link] = []
        self._console: Link | None = None
        self._status_s = 0.0
        self._alone = OrphanWatch(ALONE_FOR_S, time.monotonic)

    def run(self) -> bool:
        """Until the console says stop, or nobody needs it. False when it is stuck, and must not be waited for."""
        while True:
            links = [*self._callers, *([self._console] if self._console is not None else [])]
            full = [link for link in links if link.waiting]
            watched: list[Listener | Link] = [self._listener, *links]
            readable, writable, _ = select.select(watched, full, [], _TALK_S)
            for link in writable:
                link.flush()
            if self._listener in readable and (caller := self._listener.accept()) is not None:
                self._callers = [*self._callers[-7:], caller]
            for caller in [caller for caller in self._callers if caller in readable]:
                if not self._meet(caller):
                    return True
            if self._console is not None and self._console in readable and not self._hear(self._console.receive()):
                return True
            if self._console is not None and self._console.closed:
                self._console = None
            if self._output.stuck:
                self._log.warning("stuck: it is started again")
                return False
            now = time.monotonic()
            if self._console is not None and now - self._status_s >= STATUS_EVERY_S:
                self._status_s = now
                self._console.send(self._output.status())
            if self._alone.over(self._console is not None or self._output.program_moves):
                self._log.warning("alone", for_s=ALONE_FOR_S)
                return True

    def close(self) -> None:
        """Hang up."""
        for link in (self._console, *self._callers):
            if link is not None:
                link.close()
        self._listener.close()

    def _meet(self, caller: Link) -> bool:
        """A stranger's first words. False when one with the right to it says stop."""
        messages = caller.receive()
        if messages and self._listener.knows(messages[0]):
            self._callers.remove(caller)
            if self._console is not None:
                self._console.close()
            self._console, self._status_s = caller, 0.0
            return self._hear(messages[1:])
        if messages or caller.closed:
            caller.close()
            self._callers.remove(caller)
        return True

    def _hear(self, messages: Sequence[Message]) -> bool:
        for message in messages:
            match message:
                case Ping(number=number):
                    if self._console is not None:
                        self._console.send(Pong(number=number))
                case Stop():
                    return False
                case _:
                    self._output.receive(message)
        return True


def stand_behind() -> None:
    """Let the hall go first: an output has what is left, and skips pictures when that is little.

    On Linux this holds for the calling thread and for those that it starts, the encoder's own among them: the thread
    that answers the console stays as it is, so that nobody takes an output that waits for its turn for one that hangs.
    """
    if sys.platform == "win32":
        psutil.Process().nice(psutil.BELOW_NORMAL_PRIORITY_CLASS)
    else:
        os.nice(_BEHIND_OTHERS)


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one output until the console ends it."""
    parser = argparse.ArgumentParser(prog="python -m console.outputs.process")
    parser.add_argument("--runtime", type=Path, required=True)
    parser.add_argument("--log", type=Path, required=True)
    parser.add_argument("--name", required=True)
    chosen = parser.parse_args(arguments)
    catch_crashes()
    log = open_log(chosen.log, chosen.name)
    output = Output(log)
    try:
        process = OutputProcess(chosen.runtime, chosen.name, output, log)
    except LinkError as error:
        log.error("cannot listen", reason=str(error))
        return 1
    log.info("started")
    output.begin()
    in_order = process.run()
    if not in_order:
        process.close()
        for child in psutil.Process().children():  # an ffmpeg that hangs does not see that its pipe is gone
            child.kill()
        os._exit(STUCK)
    output.close()
    process.close()
    log.info("ended")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
