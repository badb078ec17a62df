"""A preset's sheet of facts: Markdown that a person writes, read as questions and answers.

What is understood:

    ## Where is the cloakroom?          a heading with a text below it
    By the east door, until eleven.

    Q: Is there parking?                a pair; also 問：… 答：…
    A: Yes, on level B2.

    - Wi-Fi: network HALL, no password  an item of a list, with or without a name before its colon

    | time | act | who |               a table: each line is a fact
    |---|---|---|
    | 19:30 | Opening | Lin Mei |
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

# All of these are for lines whose runs of white space are single spaces, with none at either end.
_ITEM = re.compile(r"(?:[-*+•]|\d{1,2}[.)、]) (.*)$")
_PAIR = re.compile(
    r"(?:\*\*)? ?(?:(Q|Question|問題?|问题?)|(A|Answer|答案?)) ?\d{0,3} ?(?:\*\*)? ?[:：] ?(?:\*\*)? ?(.*)$",
    re.IGNORECASE,
)
_NAMED = re.compile(r"([^:：]{1,40})[:：] ?(?=[^ ])(?!//)(.*)$")
_MARKS = re.compile(r"\*\*|__|`|\[([^\[\]]*)\]\([^()]*\)")

_RULE = frozenset(" :|-")
"""What the line below a table's head is made of."""


@dataclass(frozen=True)
class Fact:
    """One thing that the sheet knows.

    Attributes:
        about: what it answers: its question or heading, or the name of its item.
        answer: what to say.
        section: the headings above it.
        line: where it stands, from 1.
    """

    about: str
    answer: str
    section: str
    line: int


@dataclass
class _Open:
    """A heading or a question whose text is being read."""

    about: str
    line: int
    section: str
    text: list[str] = field(default_factory=list)

    def fact(self) -> Iterator[Fact]:
        answer = _joined(self.text)
        if self.about and answer:
            yield Fact(self.about, answer, self.section, self.line)


def read_sheet(text: str) -> tuple[Fact, ...]:
    """The facts of a sheet, in their order. Anything is a sheet; what cannot be understood is a text of its own."""
    return tuple(_Reader().read(text.removeprefix("\ufeff")))


class _Reader:
    def __init__(self) -> None:
        self._headings: list[tuple[int, str]] = []
        self._open: _Open | None = None
        self._columns: list[str] = []
        self._fenced = False

    def read(self, text: str) -> Iterator[Fact]:
        for number, line in enumerate(text.splitlines(), 1):
            if line.lstrip().startswith("```"):
                self._fenced = not self._fenced
                continue
            yield from self._line(number, line)
        yield from self._closed()

    def _line(self, number: int, line: str) -> Iterator[Fact]:
        indent = len(line) - len(line.lstrip())
        line = " ".join(line.split())
        marks, _, words = line.partition(" ")
        if words and indent <= 3 and set(marks) == {"#"} and len(marks) <= 6:
            yield from self._closed()
            level, words = len(marks), _plain(words.rstrip("#"))
            self._headings = [each for each in self._headings if each[0] < level]
            section = self._section()
            self._headings.append((level, words))
            self._open = _Open(words, number, section)
        elif pair := _PAIR.match(line):
            if pair[1]:
                yield from self._closed()
                self._open = _Open(_plain(pair[3]), number, self._section())
            elif self._open is not None:
                self._open.text.append(_plain(pair[3]))
        elif line.startswith("|"):
            yield from self._row(number, line)
        elif (item := _ITEM.match(line)) and not self._fenced:
            yield from self._item(number, _plain(item[1]))
        else:
            self._columns = []
            self._words(number, _plain(line))

    def _words(self, number: int, words: str) -> None:
        if not words:
            if self._open is not None and self._open.text and self._open.text[-1]:
                self._open.text.append("")
            return
        if self._open is None:
            self._open = _Open(self._section() or words[:60], number, self._section())
        self._open.text.append(words)

    def _item(self, number: int, words: str) -> Iterator[Fact]:
        found = _NAMED.match(words)
        about = found[1] if found and not found[1][-1].isdigit() else words  # 19:30 is no name
        yield Fact(about, _ended(words), self._section(), number)

    def _row(self, number: int, line: str) -> Iterator[Fact]:
        if set(line) <= _RULE and "--" in line:
            return
        cells = [_plain(cell) for cell in line.strip("|").split("|")]
        if not self._columns:
            self._columns = cells
            return
        told = [cell for cell in cells if cell]
        if told:
            comma = "，" if any("\u3400" <= each <= "\u9fff" for each in line) else ", "
            about = " ".join([*told, *self._columns])
            yield Fact(about, _ended(comma.join(told)), self._section(), number)

    def _closed(self) -> Iterator[Fact]:
        if self._open is not None:
            yield from self._open.fact()
        self._open, self._columns = None, []

    def _section(self) -> str:
        return " › ".join(words for _, words in self._headings)


def _plain(text: str) -> str:
    return " ".join(_MARKS.sub(lambda found: found[1] or "", text).split())


def _joined(lines: list[str]) -> str:
    text = ""
    for line in lines:
        spaced = text and text[-1].isascii()
        text += f" {line}" if spaced and line else line
    return _ended(text.strip())


def _ended(text: str) -> str:
    """With an end mark, for the voice."""
    if not text or text[-1] in '。！？.!?…」』”"':
        return text
    return text + ("。" if not text[-1].isascii() else ".")
