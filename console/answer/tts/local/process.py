"""The voice process: local models speak here, so that loading or crashing one never touches the window.

One thread speaks, another talks with the console (`model_server.py`).
"""

from __future__ import annotations

import argparse
import os
import queue
import threading
from collections import deque
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Protocol

from console.answer.model_server import ModelServer
from console.answer.tts.protocol import Give, Spoken, TTSError
from engine.ipc.logger import Logger
from engine.ipc.logging_setup import catch_crashes, open_log
from engine.ipc.messages.base import Message
from engine.ipc.messages.tts import Drop, LoadVoice, More, Speak, Spent, Unspoken, Uttered, VoiceLoaded
from engine.ipc.rings.samples import SAMPLE_RATE
from engine.ipc.transport import Link
from engine.text import Text, as_text

NAME = "voice"
LONGEST_S = 600.0
"""A line is a sentence or a few; what is longer is a mistake, and would fill the memory."""

_PIECE = SAMPLE_RATE // 4
"""Samples in one message at most: the link drops a peer that is sent too much at once."""


class VoiceModel(Protocol):
    """A local voice, in this process."""

    def speak(self, voice: str, text: str, rate: float, give: Give) -> None:
        """Speak `text`, and give each piece as it is made. Raises TTSError."""
        ...

    def load(self, voice: str) -> None:
        """Make `voice` ready. Raises TTSError."""
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

    request: Speak | LoadVoice
    room: int
    ready: deque[Message] = field(default_factory=deque)
    made: int = 0
    dropped: bool = False


class TTSProcess(ModelServer):
    """Both threads.

    Args:
        folder: the runtime folder in which the console looks for it.
        models: makes each model when it is first wanted, by the name it has in messages.
        log: where to write events.
    """

    def __init__(self, folder: Path, models: dict[str, Callable[[], VoiceModel]], log: Logger) -> None:
        super().__init__(folder, NAME)
        self._makers = models
        self._made: dict[str, VoiceModel] = {}
        self._log = log
        self._lines: dict[int, _Line] = {}
        self._wanted: queue.SimpleQueue[_Line] = queue.SimpleQueue()

    def begin_work(self) -> None:
        """Start to speak."""
        # By hand: the loop of this process.
        threading.Thread(target=self._work, name="speaker", daemon=True).start()

    # -- the thread that talks ----------------------------------------------------------------------------

    def forget(self) -> None:
        """No line of the last console's is wanted."""
        for line in self._lines.values():
            line.dropped = True
        self._lines.clear()

    def receive(self, message: Message) -> None:
        """A line, room for more of it, or its end."""
        match message:
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

    def deliver(self, console: Link) -> None:
        """Send of each line what there is room for."""
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
            number = line.request.number
            try:
                end = self._serve(line)
            except TTSError as fault:
                end = Unspoken(number=number, sentence=as_text(str(fault)))
            except Exception as fault:
                self._log.exception("a voice failed")
                sentence = Text(
                    "The voice failed inside Compere ({fault}): choose another.",
                    fault=f"{type(fault).__name__}: {fault}",
                )
                end = Unspoken(number=number, sentence=sentence)
            self._ready(line, end)

    def _serve(self, line: _Line) -> Message:
        request = line.request
        model = self._model(request.model)
        if isinstance(request, LoadVoice):
            model.load(request.voice)
            return VoiceLoaded(number=request.number)
        model.speak(request.voice, request.text, request.rate, lambda piece: self._give(line, piece))
        return Spent(number=request.number)

    def _give(self, line: _Line, piece: Spoken) -> bool:
        if line.made > LONGEST_S * SAMPLE_RATE:
            raise TTSError(
                Text("The line is longer than {n} minutes: cut it into sentences.", n=f"{LONGEST_S / 60:.0f}")
            )
        for at in range(0, len(piece.samples), _PIECE):
            samples = piece.samples[at : at + _PIECE]
            last = at + _PIECE >= len(piece.samples)
            begun_s, line.made = line.made / SAMPLE_RATE, line.made + len(samples)
            until_s = float("inf") if last else line.made / SAMPLE_RATE
            since_s = begun_s if at else 0.0
            uttered = Uttered(
                number=line.request.number,
                samples=samples.tobytes(),
                phones=[each for each in piece.phones if since_s <= each.at_s < until_s],
                words=[each for each in piece.words if since_s <= each.at_s < until_s],
            )
            if line.dropped:
                return False
            self._ready(line, uttered)
        return not line.dropped

    def _model(self, name: str) -> VoiceModel:
        if name not in self._made:
            if name not in self._makers:
                raise TTSError(Text("There is no voice model {name}.", name=name))
            self._made[name] = self._makers[name]()
        return self._made[name]

    def _ready(self, line: _Line, message: Message) -> None:
        line.ready.append(message)
        self.wake()


def _espeak() -> VoiceModel:
    from console.answer.tts.local.espeak import espeak

    return espeak()


def _piper() -> VoiceModel:
    from console.answer.tts.local.piper_model import PiperModel

    return PiperModel()


MODELS: dict[str, Callable[[], VoiceModel]] = {"espeak": _espeak, "piper": _piper}


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the voice process."""
    parser = argparse.ArgumentParser(description="Compere's voice process; started by the console")
    parser.add_argument("--runtime", type=Path, required=True)
    parser.add_argument("--log", type=Path, required=True)
    options = parser.parse_args(arguments)
    catch_crashes()
    log = open_log(options.log, NAME)
    TTSProcess(options.runtime, MODELS, log).run()
    # Not by the usual way: the speaking thread may be deep in a library that never returns.
    os._exit(0)


if __name__ == "__main__":
    raise SystemExit(main())
