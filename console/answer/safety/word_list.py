"""Words and names that must not be said: read from the operator's lists, and found whatever is done to hide them.

A list is a text, one entry on a line:

    # a comment
    idiot                a whole word of letters: finds IDIOT, ｉｄｉｏｔ, i d i o t, 1d!ot; not idiotic
    *cunt*               with stars also inside words (finds Scunthorpe, too: think before)
    法輪功                Chinese: anywhere, in both scripts, and with signs between
    [names]              from here on: names (the operator reads another reason)
    王大明
    [allow]              from here on: what may be said although a part of it is listed
    Dick Cheney
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from console.answer.safety.normal_form import is_han, normalised
from console.answer.safety.word_forms import Line, lines_of, masked_words, squashed_of, unmasked
from engine.text import Text

WORD, NAME, ALLOWED = "word", "name", "allow"

ALLOWED_NAMES = (
    "Dick Cheney, Dick Van Dyke, Dick Clark, Dick Tracy, Dick Francis, Dick Wolf, Dick Turpin, Dick Whittington, "
    "Philip K. Dick, Moby Dick, Moby-Dick, Andy Dick, Fanny Price, Fanny Ardant, Fanny Mendelssohn, Randy Newman, "
    "Randy Travis, Willy Wonka, Willy Brandt, Cock Robin, George Bush, Kate Bush, Gay Talese, Marvin Gaye, "
    "cocktail, shiitake, Hui, Wang, Dong, Phuc, Phuket, Fukuoka, Titus Andronicus, pussy willow, puss in boots, "
    "great tit, blue tit, tit for tat, hell's kitchen, Van Damme, Hoover Dam, Jackass Penguin, "
    "舞台独, 前台独, 后台独, 电台独, 平台独, 柜台独, 月台独, 阳台独, 中出现, 中出席, 中出场, 日本人气"
)
"""What is allowed from the start: names and phrases that innocent lists trip over.

They excuse a word that is a part of them, never an entry that is one of them, and never a name: who forbids Wang, or
Bush, means it.
"""

LONGEST_ENTRY = 60
FEWEST_GLUED = 6
"""Of fewer letters the words of an entry make another name when they are glued: Li Na is not Lina."""

FEWEST_APART = 4
"""Letters of the shortest entry that is found when it is taken apart by spaces: as shown makes no other word."""

MOST_ENTRIES = 50_000


class WordListError(Exception):
    """A list that cannot be used; the message is one sentence for the operator."""


@dataclass(frozen=True)
class ListedWord:
    """One line of a list.

    Attributes:
        said: as the operator wrote it.
        kind: WORD, NAME or ALLOWED.
    """

    said: str
    kind: str


@dataclass(frozen=True)
class Hit:
    """An entry that was found.

    Attributes:
        entry: which.
        where: first character in the original text, and the one after the last.
    """

    entry: ListedWord
    where: tuple[int, int]


def read_word_list(text: str, origin: str) -> tuple[ListedWord, ...]:
    """The entries of a list.

    Args:
        text: as in the module's own words; commas part entries, too.
        origin: what to call it in the sentence, as the file's name.

    Raises:
        WordListError: a line cannot be used.
    """
    kinds = {"[words]": WORD, "[names]": NAME, "[allow]": ALLOWED}
    kind = WORD
    found: list[ListedWord] = []
    for number, line in enumerate(text.removeprefix("\ufeff").splitlines(), 1):
        line = line.partition("#")[0].strip()
        if line.startswith("["):
            if line.lower() not in kinds:
                heads = "[words], [names] or [allow]"
                raise WordListError(
                    Text(
                        "The list {path} cannot be used: line {n} must be {words}.", path=origin, n=number, words=heads
                    )
                )
            kind = kinds[line.lower()]
            continue
        for said in filter(None, (each.strip() for each in re.split(r"[,，、;；]", line))):
            if len(said) > LONGEST_ENTRY:
                raise WordListError(
                    Text(
                        "The list {path} cannot be used: line {n} has an entry that is too long.", path=origin, n=number
                    )
                )
            if not any(character.isalnum() for character in said):
                raise WordListError(
                    Text("The list {path} cannot be used: line {n} has no letters in it.", path=origin, n=number)
                )
            found.append(ListedWord(said, kind))
    if len(found) > MOST_ENTRIES:
        raise WordListError(
            Text("The list {path} cannot be used: it has more than {n} entries.", path=origin, n=MOST_ENTRIES)
        )
    return tuple(found)


class WordList:
    """Finds entries in texts, all at once (Aho-Corasick): 20,000 of them in well under a millisecond."""

    def __init__(self, entries: Iterable[ListedWord]) -> None:
        """Args: entries: of one or several lists."""
        self._latin, self._han = _Automaton(), _Automaton()
        self._allowed_latin, self._allowed_han = _Automaton(), _Automaton()
        self._harmless_latin, self._harmless_han = _Automaton(), _Automaton()
        self._squashed = _Automaton()
        self._by_length: dict[int, set[str]] = {}  # the words of all entries
        self._any = False
        for said in ALLOWED_NAMES.split(","):
            self._add(ListedWord(said.strip(), ALLOWED), self._harmless_latin, self._harmless_han)
        for entry in entries:
            if entry.kind == ALLOWED:
                self._add(entry, self._allowed_latin, self._allowed_han)
            else:
                self._any = True
                self._add(entry, self._latin, self._han)
        for automaton in (self._latin, self._han, self._allowed_latin, self._allowed_han):
            automaton.close()
        self._squashed.close()
        self._harmless_latin.close()
        self._harmless_han.close()

    def find(self, text: str) -> Hit | None:
        """The first entry in a text that is not part of something allowed, or None."""
        return next(iter(sorted(self.hits(text), key=lambda hit: hit.where)), None)

    def hits(self, text: str) -> Iterator[Hit]:
        """All entries in a text that are not part of something allowed."""
        if not self._any:
            return
        lines = lines_of(text)
        free = [span for line in lines for _, span in self._spans(line, self._allowed_latin, self._allowed_han)]
        harmless = [span for line in lines for _, span in self._spans(line, self._harmless_latin, self._harmless_han)]
        for line in lines:
            for entry, span in self._spans(line, self._latin, self._han):
                if _inside(span, free):
                    continue
                if entry.kind == NAME or not _inside(span, [each for each in harmless if each != span]):
                    yield Hit(entry, span)
        for squashed in squashed_of(text):
            for entry, start, end in self._squashed.find(squashed.text):
                said = entry.said.strip()
                if squashed.is_word(start, end, open_start=said.startswith("*"), open_end=said.endswith("*")):
                    span = squashed.origin[start], squashed.origin[end - 1] + 1
                    if not _inside(span, free) and not (entry.kind != NAME and _inside(span, harmless)):
                        yield Hit(entry, span)
        yield from self._masked(text)

    def _masked(self, text: str) -> Iterator[Hit]:
        """Entries of which some letters are starred out."""
        choices: dict[tuple[int, int], list[str]] = {}
        for masked in masked_words(text):
            known = self._by_length.get(masked.length, ())
            if read := [word for word in known if masked.pattern.fullmatch(word)]:
                choices[masked.where] = read
        for where, read in choices.items():
            for word in read:
                line = unmasked(text, {place: each[0] for place, each in choices.items()} | {where: word})
                for entry, span in self._spans(line, self._latin, self._han):
                    if span[0] <= where[0] and where[1] <= span[1]:
                        yield Hit(entry, span)

    def _add(self, entry: ListedWord, latin: _Automaton, han: _Automaton) -> None:
        plain = normalised(entry.said)
        if any(is_han(character) or ord(character) > 0x2E80 for character in plain):
            han.add("".join(character for character in plain if character.isalnum()), entry)
            return
        words = " ".join(re.findall(r"[^\W_]+", plain))
        if entry.kind != ALLOWED:
            for word in words.split():
                self._by_length.setdefault(len(word), set()).add(word)
            if len(words.replace(" ", "")) >= FEWEST_APART:
                self._squashed.add(words.replace(" ", ""), entry)
        inner = entry.said.strip()
        before, after = "" if inner.startswith("*") else " ", "" if inner.endswith("*") else " "
        latin.add(before + words + after, entry)
        if entry.kind != ALLOWED and " " in words:
            for other in _other_ways(words, name=entry.kind == NAME):
                latin.add(before + other + after, entry, only_new=True)

    def _spans(self, line: Line, latin: _Automaton, han: _Automaton) -> Iterator[tuple[ListedWord, tuple[int, int]]]:
        for entry, start, end in (han if line.squeezed else latin).find(line.text):
            first, last = line.spans_a_word(start, end)
            meant = entry.kind == WORD and last - first > 2  # two thoughts seldom make three characters of one word
            if last > first and (meant or not (line.squeezed and line.broken(first, last))):
                yield entry, (line.origin[first], line.origin[last - 1] + 1)


def _other_ways(words: str, *, name: bool) -> Iterator[str]:
    """How else an entry of several words is written: glued; a name by initials, without the middle, or turned round."""
    if len(glued := words.replace(" ", "")) >= FEWEST_GLUED:
        yield glued
    if name:
        first, *middle, last = words.split()
        for called in {first, first[0]}:
            yield from (f"{called} {last}", f"{last} {called}")
        yield " ".join([*(each[0] for each in (first, *middle)), last])


def _inside(span: tuple[int, int], others: Iterable[tuple[int, int]]) -> bool:
    return any(first <= span[0] and span[1] <= last for first, last in others)


class _Automaton:
    """pyahocorasick's, which must not be asked while it is empty."""

    def __init__(self) -> None:
        import ahocorasick

        self._trie: Any = ahocorasick.Automaton()

    def add(self, key: str, entry: ListedWord, *, only_new: bool = False) -> None:
        if key.strip() and not (only_new and key in self._trie):
            self._trie.add_word(key, (len(key), entry))

    def close(self) -> None:
        self._trie.make_automaton()

    def find(self, text: str) -> Iterator[tuple[ListedWord, int, int]]:
        if len(self._trie):
            for last, (length, entry) in self._trie.iter(text):
                yield entry, last + 1 - length, last + 1
