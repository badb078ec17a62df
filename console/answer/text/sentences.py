"""Cuts a text into sentences while it is still being written: Chinese, English and both at once.

Own code: of the 68 hard cases in tests/data/answer/sentences.txt stream2sentence 1.1.0 cuts 52 as we need them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from console.answer.text import full_stops
from console.answer.text.speakable import ListMark, list_mark, may_be_mark, speakable

HARD = "。！？!?…‥｡．"
"""Ends a sentence wherever it stands; the full stop of Latin script is a question of its own."""

OPENERS = "「『“《（"
CLOSERS = "」』”》）’〉】〕］｝\"')]}»"
"""Closers belong to the sentence before them when they follow its end."""

FIRST_CLAUSE = 6
"""A first clause goes out early from so much on: characters of Chinese, words of letters count double."""

LONGEST_QUOTE = 120
"""So far behind an opening quotation mark its end is waited for: who forgot it must not stop the answer."""

LONGEST = 240
"""A sentence without end is cut here, at its last clause or space."""

LOOK_AHEAD = 40
"""So many characters behind a mark say what it is; an end is looked for as long as they may come."""

BLOCK = 2000
"""Characters of a whole text that are cut at a time."""

_FENCE = "```"

_SAID = re.compile(r"[我你他她它们們主持人]{0,3}(?:说|說|问|問|喊|道|答|回答|笑)")


@dataclass(frozen=True)
class SpeechChunk:
    """Something to be spoken in one breath.

    Attributes:
        text: without white space around it, and without what is not spoken.
        ends: it ends a sentence; False for an early first clause.
    """

    text: str
    ends: bool = True


class SentenceCutter:
    """Takes text as it comes, and gives sentences as soon as they are certain.

    An end mark is certain when the character behind it is there: `3.` may become `3.50`, and 。 may be followed by 」.
    After an abbreviation the next word must be there, and the number of an item is told from any other by the line
    behind it. Blocks of code are dropped. `close` gives what is left.

    Attributes:
        tail: what is not cut yet.
        cut_off: the sentence that broke off in the middle.
    """

    def __init__(self, *, clauses: bool = False) -> None:
        """Args: clauses: let the first clause go out early, for an answer that is spoken while it is written."""
        self.tail = self.cut_off = ""
        self._clauses = clauses
        self._given = self._fenced = False
        self._begins_line = True
        self._row: ListMark | None = None  # the item's mark that came last

    def feed(self, text: str) -> list[SpeechChunk]:
        """More text; the pieces that are certain now."""
        self.tail += text
        return list(self._pieces(final=False))

    def close(self, *, cut_short: bool = False) -> list[SpeechChunk]:
        """No more comes; the rest.

        Args:
            cut_short: what is written broke off in the middle: a sentence without its end is dropped.
        """
        found = list(self._pieces(final=True))
        if cut_short:
            self.cut_off, self.tail = speakable(self.tail), ""
        rest, self.tail = speakable(self.tail), ""
        return [*found, SpeechChunk(rest)] if rest else found

    def forget(self) -> None:
        """Drops what is not cut yet."""
        self.tail = ""

    def _pieces(self, *, final: bool) -> Iterator[SpeechChunk]:
        while self._lined(final):
            end, ends = self._end(final), True
            if end is None and not final and self._clauses and not self._given:
                end, ends = _clause_end(self.tail), False
            if end is None:
                return
            text, rest = speakable(self.tail[:end]), self.tail[end:]
            self._begins_line = self.tail[:end].endswith("\n") or self._item_at(end) is not None
            self.tail = rest.lstrip(" \t")
            if text:
                self._given = True
                yield SpeechChunk(text, ends)

    def _lined(self, final: bool) -> bool:
        """Takes off what only belongs to a line's begin; False while it cannot be told yet."""
        while self._begins_line or self._fenced:
            head = self.tail.lstrip(" \t\n")
            if not head:
                self.tail = ""
                return False
            if not final and may_be_mark(head):
                return False
            if head.startswith(_FENCE) or self._fenced:
                line, broken, rest = head.partition("\n")
                if not broken and not final:
                    return False
                if not self._fenced and _FENCE in line[len(_FENCE) :]:
                    self._begins_line = False  # all of it in one line: that is held
                    return True
                self._fenced ^= head.startswith(_FENCE)
                self.tail = rest
                continue
            self.tail = head
            mark = list_mark(head)
            if mark is not None and not mark.certain:
                follows = self._row is not None and _follows(self._row, mark)
                in_row = True if follows else _in_row(head, mark, final)
                if in_row is None:
                    return False
                if not in_row:
                    mark = None
            if mark is not None:
                self.tail = head[mark.length :]
                self._row = mark
            self._begins_line = False
        return True

    def _item_at(self, index: int) -> ListMark | None:
        """The next item's mark in the same line behind white space at `index`, or None."""
        if self._row is None or not self._row.number:
            return None
        mark = list_mark(self.tail[index : index + 16])
        return mark if mark is not None and _follows(self._row, mark) else None

    def _end(self, final: bool) -> int | None:
        """The end of the first sentence of the tail, or None when there is none for certain."""
        text, index = self.tail, 0
        while index < min(len(text), LONGEST):
            if text[index] == "\n":
                return index + 1
            if text[index] in " \t" and self._item_at(index) is not None:
                return index
            if text[index] not in HARD and text[index] != ".":
                index += 1
                continue
            end = _past_marks(text, index)
            if end == len(text) and not final:
                return _forced(text)  # more marks, or a closing quote, may follow
            verdict = _is_end(text, index, end)
            if verdict is None and not final:
                return _forced(text)
            if verdict:
                return end
            index = end
        return _forced(text)


def _follows(row: ListMark, mark: ListMark) -> bool:
    return row.kind == mark.kind and (mark.number == row.number + 1 or not mark.number)


def _in_row(text: str, mark: ListMark, final: bool) -> bool | None:
    """Whether the mark that a text begins with is the first of several; None when that cannot be told yet."""
    window = text[: LONGEST + LOOK_AHEAD]
    for found in re.finditer(r"\n\s*|[ \t]+", window[mark.length :]):
        if not mark.number and "\n" not in found[0]:
            continue
        following = list_mark(window[mark.length + found.end() :])
        if following is not None and _follows(mark, following):
            return True
    return None if not final and len(text) < LONGEST + LOOK_AHEAD and text.count("\n", mark.length) < 2 else False


def cut(text: str) -> list[str]:
    """The sentences of a whole text."""
    cutter = SentenceCutter()
    blocks = (text[at : at + BLOCK] for at in range(0, len(text), BLOCK))  # all of a long text at once would be copied
    pieces = [piece.text for block in blocks for piece in cutter.feed(block)]
    return [*pieces, *(piece.text for piece in cutter.close())]


def _past_marks(text: str, index: int) -> int:
    """Behind the row of end marks that begins at `index`, and the closing quotes behind them."""
    end = index
    while end < len(text) and (text[end] in HARD or text[end] == "."):
        end += 1
    while end < len(text) and text[end] in CLOSERS:
        end += 1
    return end


def _is_end(text: str, index: int, end: int) -> bool | None:
    """Whether the row of marks `text[index:end]` ends a sentence; None when what follows must be known first."""
    marks = text[index:end]
    behind = text[end:]
    following = behind.lstrip(" \t")
    opened = _open_since(text[:end])
    if opened is not None and end - opened < LONGEST_QUOTE:
        return False
    if following[:1] and following[0] in "，、；：,;:—–":
        return False
    if marks[0] == "." and not marks.startswith(".."):
        spaced = bool(marks[1:]) or not behind or behind[0].isspace() or not behind[0].isascii()
        verdict = full_stops.ends(text[:index], following, spaced=spaced)
        if verdict is not True:
            return verdict
    bare = marks.rstrip(CLOSERS)
    quoted = len(bare) < len(marks)
    if set(bare) <= set("….‥") and len(bare) + bare.count("…") > 1:  # dots of omission
        if not following:
            return None if not quoted else True
        fresh = following[0].isupper() or following[0] in OPENERS or behind[0] == "\n"
        return fresh or (quoted and not _goes_on(following))
    if bare in ("!", "?") and behind and ((behind[0].isascii() and behind[0].isalnum()) or following[:1].islower()):
        return False  # Yahoo! and the like, a question mark inside an address
    if bare in ("!", "?") and not following and "\n" not in behind:
        return None
    if "）" in marks and text[: text.rfind("（", 0, index)].strip() and following and following[0] != "\n":
        return False  # a remark inside a sentence
    if quoted and len(following) < 2 and not behind.startswith("\n"):
        return None  # 他 may become 他說
    return not (quoted and _goes_on(following))


def _goes_on(following: str) -> bool:
    """“What?” she asked; 「好！」他說。"""
    return following[:1].islower() or bool(_SAID.match(following))


def _open_since(text: str) -> int | None:
    """Where the outermost quotation that is still open begins."""
    stack: list[int] = []
    pairs = {"」": "「", "』": "『", "”": "“", "》": "《", "）": "（"}
    for index, character in enumerate(text):
        if character in OPENERS:
            stack.append(index)
        elif character in pairs and stack and text[stack[-1]] == pairs[character]:
            stack.pop()
    return stack[0] if stack else None


def _clause_end(text: str) -> int | None:
    for found in re.finditer(r"[，、；：—,;:–]+", text):
        end = found.end()
        if end >= len(text):
            return None
        if found[0][-1] in ",:;" and text[end].isascii() and not text[end].isspace():
            continue  # 1,000 and 19:30
        if _weight(text[:end]) >= FIRST_CLAUSE and _open_since(text[:end]) is None and not _marked(text[:end]):
            return end
    return None


def _marked(text: str) -> bool:
    """Whether something that is not spoken may have begun and not ended: emphasis, a remark, code, a formula, a row."""
    pairs = any(text.count(opened) > text.count(closed) for opened, closed in ("()", "[]", "{}"))
    return pairs or any(text.count(each) % 2 for each in "*`$") or "|" in text


def _weight(text: str) -> int:
    han = sum("\u3400" <= each <= "\u9fff" for each in text)
    return han + 2 * len(re.findall(r"[A-Za-z0-9']+", text))


def _forced(text: str) -> int | None:
    if len(text) <= LONGEST + LOOK_AHEAD:
        return None
    marks = [found.end() for found in re.finditer(r"[，、；：,;:—]\s*", text[:LONGEST])]
    if marks and marks[-1] > LONGEST // 3:
        return marks[-1]
    space = text.rfind(" ", LONGEST // 3, LONGEST)
    return space + 1 if space > 0 else LONGEST
