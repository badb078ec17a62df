"""Whisper on this machine: a folder with a model, and questions that are worked on before they are over."""

from __future__ import annotations

import asyncio
from dataclasses import replace
from pathlib import Path

import numpy as np

from console.answer.stt.client import STTClient, STTModel
from console.answer.stt.protocol import Floats, Partial, STTError, Transcript
from console.answer.stt.vad import FRAME
from engine.text import Text

NAME = "Whisper on this machine"

_ALIKE = 2.0
_SILENT = 1e-3
"""What follows a pause is silence still when no frame of it is louder (RMS) than twice the pause's loudest, or than
-60 dBFS. When it is taken for more than it was the question is only heard once again."""
_PAUSE_FRAMES = 5
"""Of the silence before `paused()`, which comes after 200 ms of it."""


class LocalTranscriber:
    """A `contract.Transcriber`.

    Args:
        child: the process.
        folder: of a model for CTranslate2; "" when none is chosen.
        device: `cpu` or `cuda`.
        compute: how CTranslate2 calculates.
    """

    id = "local"
    name = NAME
    leaves = "Nothing leaves this machine."

    def __init__(self, child: STTClient, folder: str, device: str = "cpu", compute: str = "int8") -> None:
        self._child = child
        self._model = STTModel(folder, device, compute)

    async def warm(self) -> None:
        """Load the model. Raises STTError."""
        self._check()
        await self._child.load(self._model)

    async def transcribe(self, samples: Floats, language: str) -> Transcript:
        """The text of one question. Raises STTError."""
        self._check()
        heard = await self._child.transcribe(self._model, samples, language)
        return replace(heard, by=NAME)

    def listen(self, language: str, partial: Partial) -> LocalListening:
        """Begin to hear a question; needs a running event loop."""
        return LocalListening(self, language, partial)

    def _check(self) -> None:
        if sentence := fault_of(self._model.folder):
            raise STTError(sentence)


class LocalListening:
    """A `contract.Listening`: at each pause all of it is made into text, for it may be over."""

    def __init__(self, transcriber: LocalTranscriber, language: str, partial: Partial) -> None:
        self._transcriber = transcriber
        self._language = language
        self._partial = partial
        self._sound: list[Floats] = []
        self._guess: asyncio.Task[Transcript] | None = None
        self._known = 0
        self._quiet = 0.0

    def add(self, samples: Floats) -> None:
        """More of it."""
        self._sound.append(np.array(samples, np.float32))

    def paused(self) -> None:
        """Work on what is there, unless nothing but silence came since that was done."""
        sound = self._whole()
        if not len(sound) or self._holds(sound):
            return
        self._give_up()
        self._known = len(sound)
        self._quiet = _loudest(sound[-_PAUSE_FRAMES * FRAME :])
        self._guess = asyncio.ensure_future(self._transcriber.transcribe(sound, self._language))
        self._guess.add_done_callback(self._guessed)

    async def finish(self) -> Transcript:
        """Its text. Raises STTError."""
        sound = self._whole()
        if self._guess is not None and self._holds(sound):
            try:
                return await self._guess
            except STTError as fault:
                if not fault.again:
                    raise
        self._give_up()
        return await self._transcriber.transcribe(sound, self._language)

    def drop(self) -> None:
        """Nothing of it comes later."""
        self._give_up()
        self._sound.clear()

    def _holds(self, sound: Floats) -> bool:
        """What is worked on is all that was said."""
        return self._guess is not None and _loudest(sound[self._known :]) <= max(_SILENT, _ALIKE * self._quiet)

    def _whole(self) -> Floats:
        return np.concatenate([np.zeros(0, np.float32), *self._sound])

    def _give_up(self) -> None:
        guess, self._guess = self._guess, None
        if guess is not None:
            guess.cancel()

    def _guessed(self, guess: asyncio.Task[Transcript]) -> None:
        if guess.cancelled() or guess.exception() is not None or guess is not self._guess:
            return
        self._partial(guess.result().text)


def fault_of(folder: str) -> str:
    """What is wrong with the folder of a Whisper model, in one sentence; "" when nothing is."""
    if not folder:
        return "No Whisper model is chosen: choose its folder in SETTINGS."
    path = Path(folder)
    try:
        if not path.exists():
            return Text("There is no folder {folder}: copy the Whisper model there, or choose another.", folder=folder)
        if not path.is_dir():
            return Text("{folder} is not a folder: choose the folder in which the Whisper model lies.", folder=folder)
        there = {each.name for each in path.iterdir()}
    except (OSError, ValueError) as fault:
        return Text("The folder {folder} cannot be read ({fault}): choose another.", folder=repr(folder), fault=fault)
    if "model.bin" not in there:
        if there & {"model.safetensors", "pytorch_model.bin"}:
            return Text(
                "The Whisper model in {folder} is not made for CTranslate2: convert it, or choose another.",
                folder=folder,
            )
        return Text(
            "There is no model.bin in {folder}: choose the folder of a Whisper model for CTranslate2.", folder=folder
        )
    for name in ("config.json", "tokenizer.json"):
        if name not in there:
            return Text("The Whisper model in {folder} lacks {name}: copy it again.", folder=folder, name=name)
    return ""


def _loudest(sound: Floats) -> float:
    """RMS of the loudest frame; a piece of a frame at the end counts as one."""
    levels = (float(np.sqrt(np.mean(sound[at : at + FRAME] ** 2))) for at in range(0, len(sound), FRAME))
    return max(levels, default=0.0)
