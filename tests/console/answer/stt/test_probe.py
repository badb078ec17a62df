"""What the *Test* button of one who hears tells."""

from __future__ import annotations

import asyncio
import itertools

import numpy as np
import pytest

from console.answer.probe import Probed
from console.answer.stt.probe import probe_ears
from console.answer.stt.protocol import RATE, Floats, Listening, Partial, STTError, Transcript


class Ear:
    """Does what a test tells it; `None` is for ever."""

    id = "ear"
    name = "The ear"
    leaves = ""

    def __init__(self, does: str | Exception | None) -> None:
        self.does = does
        self.given: list[Floats] = []

    async def warm(self) -> None:
        if isinstance(self.does, STTError):
            raise self.does

    async def transcribe(self, samples: Floats, language: str) -> Transcript:
        self.given.append(samples)
        if self.does is None:
            await asyncio.Event().wait()
        if isinstance(self.does, Exception):
            raise self.does
        return Transcript(str(self.does), language, 1.0)

    def listen(self, language: str, partial: Partial) -> Listening:
        raise NotImplementedError


def found(ear: Ear) -> Probed:
    ticking = itertools.count(0.0, 0.25)
    return asyncio.run(probe_ears(ear, clock=lambda: next(ticking), limit_s=0.1))


def test_one_that_hears_is_well_and_says_how_fast_also_without_a_word() -> None:
    ear = Ear("")
    assert found(ear) == Probed(True, 250.0, "The ear answered after 250 ms.")
    assert len(ear.given[0]) == RATE and np.abs(ear.given[0]).max() > 0.01


@pytest.mark.parametrize(
    ("does", "sentence"),
    [
        (STTError("There is no key."), "There is no key."),
        (None, "The ear does not answer in time."),
        (RuntimeError("x"), "The ear failed inside Compere (RuntimeError)."),
    ],
)
def test_one_that_does_not_hear_says_why_in_one_sentence(does: Exception | None, sentence: str) -> None:
    assert found(Ear(does)) == Probed(False, None, sentence)
