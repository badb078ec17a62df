"""The lines of a preset: what the host may say at a key, each a text or a sound file.

One line a row:

    Good evening, and welcome.
    [yue] 多謝各位 | Thank you all
    sound: fanfare.wav

In front may stand the language in brackets, behind a stroke the same in another language, for the captions.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from engine.text import Text

ON_KEYS = 9
"""The first lines of a preset are on Shift+1 to Shift+9."""

MOST = 60
LONGEST = 600

MOST_WAITING = 3
"""Lines that may wait behind the one that is spoken; more are refused."""

_SOUND = re.compile(r"sound:\s*(.+)", re.IGNORECASE)
_LANGUAGE = re.compile(r"\[([A-Za-z]{2,3}(?:-[A-Za-z]{2,4})?)\]\s*")
_HAN = re.compile(r"[\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff]")
_KANA = re.compile(r"[\u3040-\u30ff]")
_CANTONESE = re.compile("[嘅咗喺冇哋啲嚟唔佢嗰咁乜睇諗攞俾瞓嘢噉咩㗎喎]")
"""Characters of written Cantonese that written Mandarin does without."""
_HANGUL = re.compile(r"[\uac00-\ud7af]")
_LATIN = re.compile(r"[A-Za-z]+")


@dataclass(frozen=True)
class SayLine:
    """One line.

    Attributes:
        number: its place, counted from 1.
        text: what is said; for a sound file what is said in it, or "".
        language: a tag as `en`, `zh-TW` or `yue`.
        second: the same in another language, or "".
        sound: the sound file, relative to the preset's own folder, or "".
    """

    number: int
    text: str
    language: str = ""
    second: str = ""
    sound: str = ""


def lines_of(rows: str, language: str = "") -> tuple[SayLine, ...]:
    """The lines that are written in `rows`; empty rows count for nothing.

    Args:
        language: what the preset answers in; it says which Chinese is meant.
    """
    written = [row.strip() for row in rows.splitlines() if row.strip()]
    return tuple(_line(number, row, language) for number, row in enumerate(written, 1))


def sounds_in(rows: str) -> tuple[str, ...]:
    """The sound files that the lines name."""
    return tuple(line.sound for line in lines_of(rows) if line.sound)


def with_sounds(rows: str, renamed: Callable[[str], str]) -> str:
    """The same rows, with other names for their sound files."""
    if not sounds_in(rows):
        return rows
    out = []
    for row in rows.splitlines():
        found = _SOUND.fullmatch(row.strip())
        if found:
            name, stroke, words = found[1].partition("|")
            row = f"sound: {renamed(name.strip())}" + (f" | {words.strip()}" if stroke else "")
        out.append(row)
    return "\n".join(out)


def fault_in(rows: str) -> str:
    """What is wrong with the rows, in words without a full stop, or ""."""
    lines = lines_of(rows)
    if len(lines) > MOST:
        return Text("it has {n} lines, and {limit} are the most", n=len(lines), limit=MOST)
    for line in lines:
        if len(line.text) > LONGEST:
            return Text("its line {n} is longer than {limit} characters", n=line.number, limit=LONGEST)
        if not line.sound and not re.search(r"\w", line.text):
            return Text("its line {n} has no words", n=line.number)
    return ""


def language_for(text: str, wanted: str = "") -> str:
    """The language of a text, by its letters; `wanted` says which Chinese is meant."""
    if _KANA.search(text):
        return "ja"
    if _HANGUL.search(text):
        return "ko"
    han, words = len(_HAN.findall(text)), len(_LATIN.findall(text))
    if han and han >= words:
        if wanted.lower().startswith(("zh", "yue")):
            return wanted
        return "yue" if _CANTONESE.search(text) else "zh-TW"
    return wanted if wanted and not wanted.lower().startswith(("zh", "yue")) else "en"


def _line(number: int, row: str, wanted: str) -> SayLine:
    if found := _SOUND.fullmatch(row):
        name, _, words = found[1].partition("|")
        return SayLine(number, words.strip(), language_for(words, wanted), "", name.strip())
    tag = _LANGUAGE.match(row)
    text, _, second = row[tag.end() if tag else 0 :].partition("|")
    text = text.strip()
    return SayLine(number, text, tag[1] if tag else language_for(text, wanted), second.strip())
