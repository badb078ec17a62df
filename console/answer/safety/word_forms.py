"""The forms in which a text is searched for listed words: as it stands, and as a reader reads it in spite of tricks."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from console.answer.safety.common_words import COMMON
from console.answer.safety.normal_form import Normal, is_han, normal

_LEET = {
    "0": "o", "2": "z", "3": "e", "4": "a", "5": "s", "6": "g", "7": "t", "8": "b", "9": "g", "@": "a", "$": "s",
    "!": "i", "+": "t", "€": "e", "£": "l", "¥": "y", "¢": "c", "©": "c", "®": "r", "§": "s", "×": "x", "†": "t",
}  # fmt: skip
LEET_I = str.maketrans(_LEET | {"1": "i", "|": "i"})
LEET_L = str.maketrans(_LEET | {"1": "l", "|": "l"})

SINGLE = re.compile(r"(?<![a-z0-9@$])[a-z0-9@$!](?:[^a-z0-9@$\n]{1,3}[a-z0-9@$!](?![a-z0-9@$])){2,39}")
"""Three or more lone letters with little between them: a word that was spelt apart."""

SIGNED = re.compile(r"(?<![a-z0-9@$])[a-z0-9@$]+(?:(?:[^\w\s@$]|_){1,4}[a-z0-9@$]+)+")
"""Pieces with signs or pictures and no space between them."""

PIECE = re.compile(r"[a-z0-9@$]+")
MOST_PIECES = 9
MOST_JOINED = 60
CLIPPED = frozenset({"s", "t", "re", "ll", "d", "m", "ve"})
"""What stands behind an apostrophe in she'll, and is no part of a word that was taken apart."""

TOKEN = re.compile(r"[a-z0-9]+")
LEET_TOKEN = re.compile(r"[a-z0-9@$!|+€£¥¢©®§×†]+")
MASKED = re.compile(r"(?<![a-z])[a-z]+[*#•＊×●○■█]+[a-z]*(?![a-z])")
STRETCHED = re.compile(r"([a-z])\1{2,}")

HARD = frozenset("。！？!?；;，,、：:\n…")
"""Marks that part two thoughts; a listed word seldom lies across one by design."""

LONGEST_SPELT = 15


@dataclass(frozen=True)
class Line:
    """One form of a text.

    Attributes:
        text: what is searched; words stand between single spaces, or with nothing between them when `squeezed`.
        origin: for each character the index in the original text; -1 for a space between words.
        squeezed: it is the form for scripts without spaces.
        gaps: for each character, what was left out before it: 0 nothing, 1 spaces and signs, 2 a hard mark.
    """

    text: str
    origin: tuple[int, ...]
    squeezed: bool = False
    gaps: tuple[int, ...] = ()

    def spans_a_word(self, start: int, end: int) -> tuple[int, int]:
        """`text[start:end]` without the spaces at its ends."""
        while start < end and self.text[start] == " ":
            start += 1
        while end > start and self.text[end - 1] == " ":
            end -= 1
        return start, end

    def broken(self, start: int, end: int) -> bool:
        """Whether a hard mark lies inside that parts two thoughts: in 舞台。獨唱 it does.

        In 法，輪，功 it does not, and not where the sentence behind it is nothing but the end of the word: 你是白。癡。
        """
        inside = self.gaps[start + 1 : end]
        series = len(inside) > 1 and 0 not in inside
        goes_on = end < len(self.text) and self.gaps[end] != 2
        return 2 in inside and not series and goes_on


@dataclass(frozen=True)
class Masked:
    """A word with some letters starred out: `f*ck`, and where it stands in the original."""

    pattern: re.Pattern[str]
    length: int
    where: tuple[int, int]


Word = tuple[str, tuple[int, ...]]
"""A word of a form, and the origin of each of its letters."""


def lines_of(text: str) -> list[Line]:
    """All forms of a text that differ from the first."""
    plain = normal(text)
    forms = [_words(plain, TOKEN)]
    for table in (LEET_I, LEET_L):
        forms.append([_translated(word, table) for word in _words(plain, LEET_TOKEN)])
    for length in (1, 2):
        forms.append([_unstretched(word, length) if STRETCHED.search(word[0]) else word for word in forms[0]])
    joined = list(_joined(plain))
    forms.append(joined)
    for table in (LEET_I, LEET_L):
        forms.append([_translated(word, table) for word in joined])
    forms.append(list(_spelt(plain)))
    forms.append([word for word in forms[0] if len(word[0]) > 1])  # George W. Bush
    forms.append([_without_numbers(word) for word in forms[0]])  # Wang2
    lines = [_line(words) for number, words in enumerate(forms) if words and (number == 0 or words != forms[0])]
    return [*lines, _squeezed(plain)]


def masked_words(text: str) -> Iterator[Masked]:
    """The words of a text with stars in the place of letters; at least two letters must be left."""
    plain = normal(text)
    for found in MASKED.finditer(plain.text):
        word = found[0]
        if sum(map(str.isalpha, word)) >= 2:
            pattern = re.compile("".join(each if each.isalpha() else "[a-z]" for each in word))
            yield Masked(pattern, len(word), plain.back(*found.span()))


def unmasked(text: str, chosen: dict[tuple[int, int], str]) -> Line:
    """A text's words, some of them in the place of masked ones.

    Args:
        text: the original.
        chosen: where a masked word stands in it, and what is read there.
    """
    plain = normal(text)
    words: list[Word] = []
    for found in re.finditer(rf"{MASKED.pattern}|{TOKEN.pattern}", plain.text):
        where = plain.back(*found.span())
        word = chosen.get(where, found[0])
        places = plain.origin[found.start() : found.end()]
        words.append((word, places if len(word) == len(places) else (places[0],) * (len(word) - 1) + (places[-1],)))
    return _line(words)


@dataclass(frozen=True)
class Squashed:
    """The letters of a text with nothing between them.

    Attributes:
        text: the letters and figures.
        origin: for each the index in the original.
        piece: for each the number of the piece that it is in.
        pieces: the pieces: words as they are written.
        clipped: numbers of pieces that stand behind an apostrophe.
    """

    text: str
    origin: tuple[int, ...]
    piece: tuple[int, ...]
    pieces: tuple[str, ...]
    clipped: frozenset[int]

    def is_word(self, start: int, end: int, *, open_start: bool, open_end: bool) -> bool:
        """Whether `text[start:end]` is taken apart on purpose: whole pieces, of which one is no word by itself."""
        first, last = self.piece[start], self.piece[end - 1]
        if first == last or first in self.clipped or any(each in self.clipped for each in range(first + 1, last + 1)):
            return False
        if not open_start and start and self.piece[start - 1] == first:
            return False
        if not open_end and end < len(self.piece) and self.piece[end] == last:
            return False
        return any(each not in COMMON for each in self.pieces[first : last + 1])


def squashed_of(text: str) -> list[Squashed]:
    """The letters of a text, as they are written and with figures read as letters."""
    plain = normal(text)
    found = list(PIECE.finditer(plain.text))
    clipped = set()
    for number, piece in enumerate(found[1:], 1):
        between = plain.text[found[number - 1].end() : piece.start()]
        if between in ("'", "’") and _is_clipped(found[number - 1][0], piece[0]):
            clipped.add(number)
    forms = [[each[0] for each in found]]
    for table in (LEET_I, LEET_L):
        translated = [each.translate(table) if len(each) == 1 or _is_leet(each) else each for each in forms[0]]
        if translated != forms[0]:
            forms.append(translated)
    places = tuple(index for each in found for index in plain.origin[each.start() : each.end()])
    numbers = tuple(number for number, each in enumerate(found) for _ in each[0])
    return [Squashed("".join(form), places, numbers, tuple(form), frozenset(clipped)) for form in forms]


def _is_clipped(before: str, piece: str) -> bool:
    """Whether a piece behind an apostrophe is one of English: she'll, don't; not idio't."""
    if piece == "t":
        return before.endswith("n")
    return piece == "s" or (piece in CLIPPED and before in COMMON)


def _words(plain: Normal, token: re.Pattern[str]) -> list[Word]:
    return [(match[0], plain.origin[match.start() : match.end()]) for match in token.finditer(plain.text)]


def _translated(word: Word, table: dict[int, int] | dict[int, str]) -> Word:
    letters = word[0].rstrip("!|+")  # at its end they are no letters
    return (letters.translate(table), word[1][: len(letters)]) if _is_leet(letters) else (letters, word[1])


def _is_leet(word: str) -> bool:
    """Whether figures and signs may stand for letters: A55 is a seat, and 4:55 a time."""
    letters, figures = sum(map(str.isalpha, word)), sum(map(str.isdigit, word))
    return 0 < letters < len(word) and (figures <= letters or letters > 1)


def _without_numbers(word: Word) -> Word:
    """A word without the figures that are glued to its ends; a number stays what it is."""
    start = len(word[0]) - len(word[0].lstrip("0123456789"))
    end = len(word[0].rstrip("0123456789"))
    return (word[0][start:end], word[1][start:end]) if start < end else word


def _unstretched(word: Word, length: int) -> Word:
    letters, origin = [], []
    for index, character in enumerate(word[0]):
        if word[0][max(0, index - length) : index] != character * length:
            letters.append(character)
            origin.append(word[1][index])
    return "".join(letters), tuple(origin)


def _joined(plain: Normal) -> Iterator[Word]:
    """What may be read where signs stand inside words: from any of their pieces to any other."""
    for match in SIGNED.finditer(plain.text):
        pieces = [(each.start(), each.end()) for each in PIECE.finditer(plain.text, *match.span())]
        for first in range(len(pieces)):
            for last in range(first + 1, min(len(pieces), first + MOST_PIECES)):
                mark, before = plain.text[pieces[last][0] - 1], plain.text[slice(*pieces[last - 1])]
                if mark in "'’" and _is_clipped(before, plain.text[slice(*pieces[last])]):
                    break
                if pieces[last][1] - pieces[first][0] > MOST_JOINED:
                    break
                yield _letters(plain, range(pieces[first][0], pieces[last][1]))


def _spelt(plain: Normal) -> Iterator[Word]:
    """Each word that may be read in a row of lone letters: from any of them to any other."""
    for match in SINGLE.finditer(plain.text):
        word, origin = _letters(plain, range(*match.span()))
        word = word.translate(LEET_I)
        if not word.isalpha():
            continue
        for start in range(len(word)):
            for end in range(start + 2, min(len(word), start + LONGEST_SPELT) + 1):
                yield word[start:end], origin[start:end]


def _letters(plain: Normal, indexes: Iterable[int]) -> Word:
    kept = [index for index in indexes if plain.text[index].isalnum() or plain.text[index] in "@$"]
    return "".join(plain.text[index] for index in kept), tuple(plain.origin[index] for index in kept)


def _line(words: list[Word]) -> Line:
    letters, origin = [" "], [-1]
    for word, places in words:
        letters.append(word + " ")
        origin += [*places, -1]
    return Line("".join(letters), tuple(origin))


def _squeezed(plain: Normal) -> Line:
    letters: list[str] = []
    origin: list[int] = []
    gaps: list[int] = []
    gap = 0
    for index, character in enumerate(plain.text):
        if not (character.isalnum() or is_han(character)):
            gap = 2 if gap == 2 or character in HARD else 1
            continue
        letters.append(character)
        origin.append(plain.origin[index])
        gaps.append(gap)
        gap = 0
    return Line("".join(letters), tuple(origin), True, tuple(gaps))
