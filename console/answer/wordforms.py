"""The forms in which a text is searched for listed words: as it stands, and as a reader reads it in spite of tricks."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from console.answer.normal import Normal, is_han, normal

_LEET = {"0": "o", "3": "e", "4": "a", "5": "s", "7": "t", "8": "b", "@": "a", "$": "s", "!": "i", "+": "t", "€": "e"}
LEET_I = str.maketrans(_LEET | {"1": "i", "|": "i"})
LEET_L = str.maketrans(_LEET | {"1": "l", "|": "l"})

SINGLE = re.compile(r"(?<![a-z0-9@$])[a-z0-9@$!](?:[^a-z0-9@$\n]{1,3}[a-z0-9@$!](?![a-z0-9@$])){2,39}")
"""Three or more lone letters with little between them: a word that was spelt apart."""

HYPHENED = re.compile(r"(?<![a-z0-9])[a-z0-9]+(?:[-._*'’~/\\|·•][a-z0-9]+){1,8}")
"""Pieces with a sign and no space between them."""

TOKEN = re.compile(r"[a-z0-9]+")
LEET_TOKEN = re.compile(r"[a-z0-9@$!|+€]+")
MASKED = re.compile(r"(?<![a-z])[a-z]+[*#•＊]+[a-z]*(?![a-z])")
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
        """Whether a hard mark lies inside that is not one of a series: 舞台。獨唱 is, 法，輪，功 is not."""
        inside = self.gaps[start + 1 : end]
        return 2 in inside and (0 in inside or len(inside) < 2)


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
        forms.append([word for word in _words(plain, LEET_TOKEN, table) if word[0].isalpha()])
    for length in (1, 2):
        forms.append([_unstretched(word, length) for word in forms[0] if STRETCHED.search(word[0])])
    forms.append(list(_joined(plain)))
    forms.append(list(_spelt(plain)))
    lines = [_line(words) for words in forms if words]
    return [*lines, _squeezed(plain)]


def masked_words(text: str) -> Iterator[Masked]:
    """The words of a text with stars in the place of letters; at least two letters must be left."""
    plain = normal(text)
    for found in MASKED.finditer(plain.text):
        word = found[0]
        if sum(map(str.isalpha, word)) >= 2:
            pattern = re.compile("".join(each if each.isalpha() else "[a-z]" for each in word))
            yield Masked(pattern, len(word), plain.back(*found.span()))


def _words(plain: Normal, token: re.Pattern[str], table: dict[int, int] | dict[int, str] | None = None) -> list[Word]:
    found = []
    for match in token.finditer(plain.text):
        word = match[0]
        if table is not None:
            letters, figures = sum(map(str.isalpha, word)), sum(map(str.isdigit, word))
            if not letters or figures > letters or word.translate(table) == word:
                continue  # A55 is a seat
            word = word.translate(table)
        found.append((word, plain.origin[match.start() : match.end()]))
    return found


def _unstretched(word: Word, length: int) -> Word:
    letters, origin = [], []
    for index, character in enumerate(word[0]):
        if word[0][max(0, index - length) : index] != character * length:
            letters.append(character)
            origin.append(word[1][index])
    return "".join(letters), tuple(origin)


def _joined(plain: Normal) -> Iterator[Word]:
    for match in HYPHENED.finditer(plain.text):
        yield _letters(plain, range(*match.span()))


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
