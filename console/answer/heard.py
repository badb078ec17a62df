"""What the hall has heard of a turn, in words: from the samples that went out, and where the words lie in them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from console.answer.tts.protocol import Word
from engine.ipc.rings.samples import SAMPLE_RATE

_SECONDS_A_CHARACTER = 0.065
_SECONDS_AN_IDEOGRAM = 0.22
"""Usual paces of speech, for a sentence that was cut while its voice was still speaking and told no words."""


@dataclass
class HeardSentence:
    """A sentence of a turn.

    Attributes:
        text: as it is shown.
        start: the turn's sample at which it begins. end: the one at which it ends; -1 while it is being spoken.
        words: with times in seconds of the sentence.
    """

    text: str
    start: int
    end: int = -1
    words: list[Word] = field(default_factory=list)


@dataclass(frozen=True)
class HeardSpeech:
    """What was heard.

    Attributes:
        samples: of the turn.
        whole: sentences that were heard to their end.
        parts: what was heard of each sentence, the last one perhaps cut short; nothing of those after it.
        starved_s: silence that the hall got because the voice was late.
        final: nothing more of the turn will be heard.
    """

    samples: int = 0
    whole: int = 0
    parts: tuple[str, ...] = ()
    starved_s: float = 0.0
    final: bool = False

    @property
    def text(self) -> str:
        """All of it in one line."""
        line = ""
        for part in self.parts:
            gap = " " if line and line[-1].isascii() and part[:1].isascii() else ""
            line += gap + part
        return line


def heard_of(
    sentences: Sequence[HeardSentence], samples: int, starved_s: float = 0.0, final: bool = False
) -> HeardSpeech:
    """What was heard of these sentences when `samples` of their turn went out."""
    parts: list[str] = []
    whole = 0
    for sentence in sentences:
        if 0 <= sentence.end <= samples:
            parts.append(sentence.text)
            whole += 1
            continue
        if part := _part(sentence, samples - sentence.start):
            parts.append(part)
        break
    return HeardSpeech(samples, whole, tuple(parts), starved_s, final)


def _part(sentence: HeardSentence, samples: int) -> str:
    """What was heard of a sentence that was not heard to its end: the words of which half or more sounded."""
    if samples <= 0:
        return ""
    now_s = samples / SAMPLE_RATE
    if sentence.words:
        heard = [word.end for word in sentence.words if (word.at_s + word.until_s) / 2 <= now_s]
        return sentence.text[: max(heard, default=0)].rstrip()
    text = sentence.text
    if sentence.end >= 0:
        whole_s = (sentence.end - sentence.start) / SAMPLE_RATE
    else:
        whole_s = max(now_s, sum(_SECONDS_A_CHARACTER if c.isascii() else _SECONDS_AN_IDEOGRAM for c in text))
    place = min(len(text), int(len(text) * now_s / whole_s)) if whole_s else 0
    while 0 < place < len(text) and text[place].isascii() and text[place].isalnum() and text[place - 1].isalnum():
        place -= 1  # not within a word
    return text[:place].rstrip()
