"""The ear: Whisper and Silero VAD in a process of their own, that ends with its console.

One thread makes text, one looks for speech, another talks with the console (`model_server.py`): a question that takes
Whisper seconds never keeps the search waiting.
"""

from __future__ import annotations

import argparse
import os
import queue
import threading
from collections import deque
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

import numpy as np

from console.answer.model_server import ModelServer
from console.answer.stt.protocol import Floats, STTError, Transcript
from engine.ipc.logger import Logger
from engine.ipc.logging_setup import catch_crashes, open_log
from engine.ipc.messages.base import Message
from engine.ipc.messages.stt import (
    Frames,
    Hear,
    HeardText,
    LoadSTT,
    NotTranscribed,
    SpeechProbabilities,
    STTLoaded,
    WatchForSpeech,
)
from engine.ipc.messages.tts import Drop
from engine.ipc.transport import Link
from engine.text import Text, as_text

NAME = "hearing"

_MOST_BLOCKS = 256
"""Of sound that wait to be searched: 8 s of single frames. When there are more the oldest go; a gap begins again."""


class SpeechModel(Protocol):
    """What makes text, in this process."""

    def transcribe(self, samples: Floats, language: str, wanted: Callable[[], bool]) -> Transcript:
        """The text of a question. Raises STTError."""
        ...


class Search(Protocol):
    """What finds speech, in this process."""

    def reset(self) -> None:
        """From nothing."""
        ...

    def judge(self, at: int, samples: Floats) -> tuple[int, list[float]]:
        """Where the first frame begins, and the chance of each."""
        ...


@dataclass
class _Question:
    """A request that is worked on, or waits for it. `dropped`: nobody wants it any more."""

    request: LoadSTT | Hear
    dropped: bool = False


class STTProcess(ModelServer):
    """All three threads.

    Args:
        folder: the runtime folder in which the console looks for it.
        model: loads a model by folder, device and compute.
        search: makes the search for speech when it is first wanted.
        log: where to write events.
    """

    def __init__(
        self, folder: Path, model: Callable[[str, str, str], SpeechModel], search: Callable[[], Search], log: Logger
    ) -> None:
        super().__init__(folder, NAME)
        self._load_model = model
        self._make_search = search
        self._log = log
        self._model: SpeechModel | None = None
        self._loaded = ("", "", "")
        self._questions: dict[int, _Question] = {}
        self._asked: queue.SimpleQueue[_Question] = queue.SimpleQueue()
        self._watches: deque[WatchForSpeech] = deque()
        self._sound: deque[Frames] = deque(maxlen=_MOST_BLOCKS)
        self._heard_sound = threading.Semaphore(0)
        self._ready: deque[Message] = deque()  # bounded by what was asked: an answer for each question and block

    def begin_work(self) -> None:
        """Start to hear and to search."""
        # By hand: the loops of this process.
        threading.Thread(target=self._transcribe_questions, name="hearer", daemon=True).start()
        threading.Thread(target=self._search_sound, name="searcher", daemon=True).start()

    # -- the thread that talks ---------------------------------------------------------------------------------

    def forget(self) -> None:
        """No question of the last console's is wanted."""
        for question in self._questions.values():
            question.dropped = True
        self._questions.clear()
        self._ready.clear()

    def receive(self, message: Message) -> None:
        """A question, its end, or sound to be searched."""
        match message:
            case LoadSTT() | Hear():
                question = _Question(message)
                self._questions[message.number] = question
                self._asked.put(question)
            case Drop(number=number):
                if number in self._questions:
                    self._questions.pop(number).dropped = True
            case WatchForSpeech():
                self._sound.clear()
                self._watches.append(message)
                self._heard_sound.release()
            case Frames():
                self._sound.append(message)
                self._heard_sound.release()
            case _:
                pass

    def deliver(self, console: Link) -> None:
        """Send every answer that somebody still waits for."""
        while self._ready:
            message = self._ready.popleft()
            number = getattr(message, "number", 0)
            if number == 0 or self._questions.pop(number, None):
                console.send(message)

    def _answer(self, message: Message) -> None:
        self._ready.append(message)
        self.wake()

    # -- the thread that makes text ----------------------------------------------------------------------------

    def _transcribe_questions(self) -> None:
        while True:
            question = self._asked.get()
            if question.dropped:
                continue
            number = question.request.number
            try:
                self._answer(self._serve(question))
            except STTError as fault:
                self._answer(NotTranscribed(number=number, sentence=as_text(str(fault))))
            except Exception as fault:
                self._log.exception("hearing failed")
                sentence = Text(
                    "Hearing failed inside Compere ({fault}: {detail}): ask again.",
                    fault=type(fault).__name__,
                    detail=fault,
                )
                self._answer(NotTranscribed(number=number, sentence=sentence))

    def _serve(self, question: _Question) -> Message:
        request = question.request
        if isinstance(request, LoadSTT):
            wanted = (request.folder, request.device, request.compute)
            if self._model is None or wanted != self._loaded:
                self._model = None  # two at once may be more than the memory holds
                self._model, self._loaded = self._load_model(*wanted), wanted
            return STTLoaded(number=request.number)
        if self._model is None:
            raise STTError("No Whisper model is loaded: choose its folder in SETTINGS.")
        samples = np.frombuffer(request.samples, np.float32)
        heard = self._model.transcribe(samples, request.language, lambda: not question.dropped)
        return HeardText(
            number=request.number,
            text=heard.text,
            language=heard.language,
            seconds=heard.seconds,
            no_speech=heard.no_speech,
        )

    # -- the thread that looks for speech ----------------------------------------------------------------------

    def _search_sound(self) -> None:
        search: Search | None = None
        watching = False
        while True:
            self._heard_sound.acquire()
            try:
                if self._watches:
                    watching = self._watches.popleft().on
                    search = search or (self._make_search() if watching else None)
                    if search is not None:
                        search.reset()
                elif self._sound:
                    frames = self._sound.popleft()
                    if search is None or not watching:
                        continue
                    at, values = search.judge(frames.at, np.frombuffer(frames.samples, np.float32))
                    if values:
                        self._answer(SpeechProbabilities(at=at, values=values))
            except STTError as fault:
                watching = False
                self._answer(NotTranscribed(number=0, sentence=as_text(str(fault))))
            except Exception as fault:
                watching = False
                self._log.exception("the search for speech failed")
                sentence = Text(
                    "The search for speech failed inside Compere ({fault}: {detail}).",
                    fault=type(fault).__name__,
                    detail=fault,
                )
                self._answer(NotTranscribed(number=0, sentence=sentence))


def _whisper(folder: str, device: str, compute: str) -> SpeechModel:
    from console.answer.stt.whisper import WhisperModel

    return WhisperModel(folder, device, compute)


def _silero() -> Search:
    from console.answer.stt.silero import Silero

    return Silero()


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the ear."""
    parser = argparse.ArgumentParser(description="Compere's ear; started by the console")
    parser.add_argument("--runtime", type=Path, required=True)
    parser.add_argument("--log", type=Path, required=True)
    options = parser.parse_args(arguments)
    catch_crashes()
    log = open_log(options.log, NAME)
    STTProcess(options.runtime, _whisper, _silero, log).run()
    # Not by the usual way: the hearing thread may be deep in a library that never returns.
    os._exit(0)


if __name__ == "__main__":
    raise SystemExit(main())
