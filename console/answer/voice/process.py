"""The voice process: local models speak here, so that loading or crashing one never touches the window.

One thread talks with the console and always answers, one thread speaks. So a model that takes seconds to load, or a
library that hangs in C, neither looks dead nor stops the process from ending. It belongs to the console that started
it: when that is gone, so is this.
"""

from __future__ import annotations

import argparse
import os
import queue
import select
import socket
import threading
from collections import deque
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Protocol

from console.answer.voice.contract import SAMPLE_RATE, Spoken, VoiceError
from engine.link.logbook import catch_crashes, open_log
from engine.link.messages import (
    Drop,
    LoadVoice,
    Message,
    More,
    Ping,
    Pong,
    Speak,
    Spent,
    Stop,
    Unspoken,
    Uttered,
    VoiceLoaded,
)
from engine.link.wire import Link, Listener

NAME = "voice"
LONGEST_S = 600.0
"""A line is a sentence or a few; what is longer is a mistake, and would fill the memory."""

_ALONE_S = 30.0
"""Without a console for this long it ends by itself."""
_PIECE = SAMPLE_RATE // 4
"""Samples in one message at most: the link drops a peer that is sent too much at once."""


Give = Callable[[Spoken], bool]
"""Takes a piece; False when no more is wanted."""


class Model(Protocol):
    """A local voice, in this process."""

    def speak(self, voice: str, text: str, rate: float, give: Give) -> None:
        """Speak `text`, and give each piece as it is made. Raises VoiceError."""
        ...

    def load(self, voice: str) -> None:
        """Make `voice` ready. Raises VoiceError."""
        ...


@dataclass
class _Line:
    """A line that is spoken or waits for it.

    Attributes:
        room: how many pieces the console still takes; the talking thread's.
        ready: what was made and is not sent yet. The speaking thread never waits for the console, so that the next
            line begins as soon as this one is made; `LONGEST_S` bounds it.
        made: samples so far, of 48 kHz.
        dropped: nobody wants it any more.
    """

    wish: Speak | LoadVoice
    room: int
    ready: deque[Message] = field(default_factory=deque)
    made: int = 0
    dropped: bool = False


class VoiceProcess:
    """Both threads.

    Args:
        folder: the runtime folder in which the console looks for it.
        models: makes each model when it is first wanted, by the name it has in messages.
        log: a structlog logger.
    """

    def __init__(self, folder: Path, models: dict[str, Callable[[], Model]], log: Any) -> None:
        self._makers = models
        self._made: dict[str, Model] = {}
        self._log = log
        self._listener = Listener(folder, NAME)
        self._console: Link | None = None
        self._strangers: list[Link] = []
        self._lines: dict[int, _Line] = {}
        self._wanted: queue.SimpleQueue[_Line] = queue.SimpleQueue()
        self._wake_in, self._wake_out = socket.socketpair()
        self._wake_in.setblocking(False)
        self._wake_out.setblocking(False)

    def run(self) -> None:
        """Serve until told to stop, or until the console is gone."""
        threading.Thread(target=self._work, name="speaker", daemon=True).start()
        while self._talk():
            pass
        self.close()

    def close(self) -> None:
        """Be found no more."""
        self._listener.close()
        self._wake_in.close()
        self._wake_out.close()

    # -- the thread that talks ----------------------------------------------------------------------------

    def _talk(self) -> bool:
        links = [*self._strangers, *([self._console] if self._console else [])]
        full = [link for link in links if link.waiting]
        watched: list[Listener | Link | socket.socket] = [self._listener, self._wake_out, *links]
        readable, writable, _ = select.select(watched, full, [], _ALONE_S)
        if not readable and not writable and self._console is None:
            return False
        if self._listener in readable and (link := self._listener.accept()):
            self._strangers.append(link)
        if self._wake_out in readable:
            self._wake_out.recv(4096)
        for link in writable:
            link.flush()
        for link in self._strangers[:]:
            if link in readable and not self._greet(link):
                return False
        if self._console is not None:
            if self._console in readable and not self._hear_all(self._console.receive()):
                return False
            self._deliver(self._console)
            if self._console.closed:
                return False
        return True

    def _greet(self, link: Link) -> bool:
        """The first words of a stranger. False when one with the right to it asks for the end."""
        messages = link.receive()
        if messages and self._listener.knows(messages[0]):
            self._strangers.remove(link)
            if any(isinstance(message, Stop) for message in messages):
                return False
            if self._console is not None:  # the newest console is the one that counts
                self._console.close()
            for line in self._lines.values():
                line.dropped = True
            self._lines.clear()
            self._console = link
            return self._hear_all(messages[1:])
        if messages or link.closed:
            link.close()
            self._strangers.remove(link)
        return True

    def _hear_all(self, messages: Sequence[Message]) -> bool:
        """False when one of them asks for the end."""
        return False not in [self._hear(message) for message in messages]

    def _hear(self, message: Message) -> bool:
        match message:
            case Ping(number=number) if self._console is not None:
                self._console.send(Pong(number=number))
            case Stop():
                return False
            case Speak() | LoadVoice():
                line = _Line(message, message.ahead if isinstance(message, Speak) else 0)
                self._lines[message.number] = line
                self._wanted.put(line)
            case More(number=number, pieces=pieces):
                if number in self._lines:
                    self._lines[number].room += pieces
            case Drop(number=number):
                if number in self._lines:
                    self._lines.pop(number).dropped = True
            case _:
                pass
        return True

    def _deliver(self, console: Link) -> None:
        for number, line in list(self._lines.items()):
            while line.ready and (line.room > 0 or not isinstance(line.ready[0], Uttered)):
                message = line.ready.popleft()
                console.send(message)
                if isinstance(message, Uttered):
                    line.room -= 1
                else:
                    del self._lines[number]

    # -- the thread that speaks ---------------------------------------------------------------------------

    def _work(self) -> None:
        while True:
            line = self._wanted.get()
            if line.dropped:
                continue
            number = line.wish.number
            try:
                end = self._serve(line)
            except VoiceError as fault:
                end = Unspoken(number=number, sentence=str(fault))
            except Exception as fault:
                self._log.exception("a voice failed")
                sentence = f"The voice failed inside Compere ({type(fault).__name__}: {fault}): choose another."
                end = Unspoken(number=number, sentence=sentence)
            self._ready(line, end)

    def _serve(self, line: _Line) -> Message:
        wish = line.wish
        model = self._model(wish.model)
        if isinstance(wish, LoadVoice):
            model.load(wish.voice)
            return VoiceLoaded(number=wish.number)
        model.speak(wish.voice, wish.text, wish.rate, lambda piece: self._give(line, piece))
        return Spent(number=wish.number)

    def _give(self, line: _Line, piece: Spoken) -> bool:
        if line.made > LONGEST_S * SAMPLE_RATE:
            raise VoiceError(f"The line is longer than {LONGEST_S / 60:.0f} minutes: cut it into sentences.")
        for at in range(0, len(piece.samples), _PIECE):
            samples = piece.samples[at : at + _PIECE]
            last = at + _PIECE >= len(piece.samples)
            begun_s, line.made = line.made / SAMPLE_RATE, line.made + len(samples)
            until_s = float("inf") if last else line.made / SAMPLE_RATE
            since_s = begun_s if at else 0.0
            uttered = Uttered(
                number=line.wish.number,
                samples=samples.tobytes(),
                phones=[each for each in piece.phones if since_s <= each.at_s < until_s],
                words=[each for each in piece.words if since_s <= each.at_s < until_s],
            )
            if line.dropped:
                return False
            self._ready(line, uttered)
        return not line.dropped

    def _model(self, name: str) -> Model:
        if name not in self._made:
            if name not in self._makers:
                raise VoiceError(f"There is no voice model {name}.")
            self._made[name] = self._makers[name]()
        return self._made[name]

    def _ready(self, line: _Line, message: Message) -> None:
        line.ready.append(message)
        try:
            self._wake_in.send(b"!")
        except OSError:
            pass  # it has been woken often enough, or is on its way out


def _espeak() -> Model:
    from console.answer.voice.espeak import Espeak

    return Espeak()


def _piper() -> Model:
    from console.answer.voice.pipermodel import PiperModel

    return PiperModel()


MODELS: dict[str, Callable[[], Model]] = {"espeak": _espeak, "piper": _piper}


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the voice process."""
    parser = argparse.ArgumentParser(description="Compere's voice process; started by the console")
    parser.add_argument("--runtime", type=Path, required=True)
    parser.add_argument("--log", type=Path, required=True)
    options = parser.parse_args(arguments)
    catch_crashes()
    log = open_log(options.log, NAME)
    VoiceProcess(options.runtime, MODELS, log).run()
    # Not by the usual way: the speaking thread may be deep in a library that never returns.
    os._exit(0)


if __name__ == "__main__":
    raise SystemExit(main())
