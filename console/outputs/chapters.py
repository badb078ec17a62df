"""The chapters of a recording: in the file when it is closed in order, and at once in a text beside it.

The text is there after a power cut too; its lines are what YouTube takes in a description, and editors as markers.
"""

from __future__ import annotations

from fractions import Fraction
from pathlib import Path
from typing import Any

from engine.files.whole_file import write_whole

TITLE_BYTES = 200
"""Of a title in UTF-8: a whole question is too long for a player's list, and MP4 counts it in one byte."""

MOST = 255
"""Chapters of one file: MP4 counts these in one byte too. The text has all."""

_BASE = Fraction(1, 1000)


class Chapters:
    """Of one file.

    Args:
        file: of the recording; the text is called like it.
    """

    def __init__(self, file: Path) -> None:
        self._file = file
        self._begun: list[tuple[float, str]] = []

    def begin(self, at_s: float, title: str) -> None:
        """A chapter begins at `at_s` seconds of the file. One that has no length is forgotten.

        Raises:
            OSError: the text beside it cannot be written; the chapter is known all the same.
        """
        title = " ".join(title.split()).encode()[:TITLE_BYTES].decode(errors="ignore")
        if self._begun and at_s - self._begun[-1][0] < 1.0:  # what is on at the begin, and the first take behind it
            self._begun.pop()
        self._begun.append((max(0.0, at_s) if self._begun else 0.0, title))
        lines = "".join(f"{_clock(at)} {words}\n" for at, words in self._begun)
        write_whole(self._file.with_suffix(".chapters.txt"), lines.encode())

    def into(self, container: Any, ended_s: float) -> None:
        """Write them into an `av.OutputContainer` that is not closed yet.

        Args:
            ended_s: length of the file, in seconds.
        """
        if not self._begun:
            return
        begun = self._begun[:MOST]
        ends = [at for at, _ in self._begun[1 : len(begun)]] + [max(ended_s, begun[-1][0])]
        container.set_chapters(
            [
                {
                    "id": number,
                    "start": round(at / _BASE),
                    "end": round(end / _BASE),
                    "time_base": _BASE,
                    "metadata": {"title": title},
                }
                for number, ((at, title), end) in enumerate(zip(begun, ends, strict=True), 1)
            ]
        )


def _clock(seconds: float) -> str:
    """Hours, minutes and seconds, as 0:12:07."""
    whole = int(seconds)
    return f"{whole // 3600}:{whole // 60 % 60:02d}:{whole % 60:02d}"
