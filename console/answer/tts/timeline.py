"""One line's sound and what happens in it, put together as they are made."""

from __future__ import annotations

import re
from collections import deque

import numpy as np

from console.answer.tts.protocol import Floats, Phone, Spoken, Word
from engine.ipc.rings.samples import SAMPLE_RATE

_MARKS = re.compile(r"[\W_]*\Z")
_RUN = re.compile(r"\w*(?:['’.]\w+)*")


class Timeline:
    """Puts one line's sound and events together: each piece ends where the phone behind it begins.

    So every phone that begins in a piece is known to its end. The sound is resampled by soxr, whose output begins
    with its input: a time in the one is the same time in the other.

    Args:
        rate: of the model, in samples a second.
        text: of the line.
    """

    def __init__(self, rate: int, text: str = "") -> None:
        import soxr

        self._rate = rate
        self._text = text
        self._resampler = soxr.ResampleStream(rate, SAMPLE_RATE, 1, dtype="float32")
        self._sound: deque[Floats] = deque()
        self._made = 0  # samples, of 48 kHz
        self._given = 0
        self._phone: tuple[float, str] | None = None
        self._word: tuple[float, int] | None = None
        self._phones: list[Phone] = []
        self._words: list[Word] = []

    def sound(self, samples: Floats, last: bool = False) -> None:
        """More sound, (n,) float32 at the model's rate."""
        out = self._resampler.resample_chunk(samples, last=last)
        if len(out):
            self._sound.append(out)
            self._made += len(out)

    def phone(self, at: int, ipa: str) -> None:
        """A phone begins at sample `at` of the model's, and ends the one before."""
        self._end_phone(at)
        self._phone = (at / self._rate, ipa)

    def word(self, at: int, start: int) -> None:
        """The word at character `start` begins at sample `at` of the model's, and ends the one before."""
        self._end_word(at, start)
        self._word = (at / self._rate, start)

    def end(self, at: int) -> None:
        """A pause, or the end, from sample `at` of the model's."""
        self._end_phone(at)
        self._end_word(at)

    def pop(self, last: bool = False) -> Spoken | None:
        """What can be given by now; everything when it is the `last`."""
        until = self._made
        if not last:
            begun = [each[0] for each in (self._phone, self._word) if each is not None]
            until = min([until, *(round(at_s * SAMPLE_RATE) for at_s in begun)])
        if until <= self._given:
            return None
        pieces, wanted = [], until - self._given
        while wanted:
            piece = self._sound.popleft()
            if len(piece) > wanted:
                self._sound.appendleft(piece[wanted:])
                piece = piece[:wanted]
            pieces.append(piece)
            wanted -= len(piece)
        self._given = until
        phones = tuple(each for each in self._phones if last or each.at_s * SAMPLE_RATE < until)
        words = tuple(each for each in self._words if last or each.at_s * SAMPLE_RATE < until)
        del self._phones[: len(phones)], self._words[: len(words)]
        return Spoken(np.concatenate(pieces), phones, words)

    def _end_phone(self, at: int) -> None:
        if self._phone is not None and at / self._rate > self._phone[0]:
            self._phones.append(Phone(self._phone[0], at / self._rate, self._phone[1]))
        self._phone = None

    def _end_word(self, at: int, next_start: int = 0) -> None:
        """The word that goes on ends: in the text at the marks before the next one, or before the pause."""
        if self._word is not None and at / self._rate > self._word[0]:
            begun_s, start = self._word
            run = _RUN.match(self._text, start)
            end = run.end() if run else start
            if next_start > start:
                marks = _MARKS.search(self._text, start, next_start)
                end = marks.start() if marks else end
            self._words.append(Word(begun_s, at / self._rate, start, end))
        self._word = None
