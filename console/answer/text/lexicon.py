"""The pronunciation book of a show: how the names of its guests and sponsors are said.

A TOML file in the show's folder, which people may write by hand:

    # how names are said tonight
    [say]                                # in every language
    "Siobhan" = "Shivawn [[ʃɪˈvɔːn]]"    # plain for every voice; in brackets IPA for the built-in one
    "曾" = "增"
    [en]                                 # only when English is spoken
    "Hsu" = "Shoo"

A name in Latin letters is found as a whole word, a Chinese one anywhere; the longest wins; wide letters and capitals
make no difference. What is written between the lines stays there.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any, NamedTuple

from console.answer.text.ipa import IpaError, phoneme_names
from console.answer.text.reading import Reading, TextSegment
from console.answer.tts.protocol import language_of
from engine.files.toml_text import TomlError, parse_toml
from engine.files.user_files import MissingFileError, UserFileError, read_text
from engine.files.whole_file import as_bytes, write_whole
from engine.text import Text

BOOK = "pronunciation.toml"
EVERY = "say"
"""The table for every language; the others are called after theirs, as `en`, `zh`, `yue`."""

IPA_LANGUAGE = "en"
"""The one language in which the built-in voice is given IPA."""

MOST_ENTRIES = 2000
_LONGEST = 200

_IPA = re.compile(r"\[\[([^\[\]]*)\]\]")
_CJK = "\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7af\uf900-\ufaff\U00020000-\U0003ffff"
_LATIN = rf"[^\W_{_CJK}]"


class LexiconError(Exception):
    """A pronunciation book, or a line of it, that cannot be used. The message is one sentence for the operator."""


class LexiconEntry(NamedTuple):
    """One line of the book.

    Attributes:
        name: as it is written in texts.
        say: how it is spelled for a voice; "" is as it is written.
        ipa: for the built-in voice, or "".
        language: as `language_of` gives it; "" is every one.
    """

    name: str
    say: str
    ipa: str = ""
    language: str = ""


class Lexicon:
    """A book that is ready to be read from.

    Args:
        entries: a later one with the same name and language replaces the earlier one.
    """

    def __init__(self, entries: Iterable[LexiconEntry] = ()) -> None:
        self.entries = tuple({(_folded(each.name), each.language): each for each in entries}.values())
        self._found: dict[str, tuple[re.Pattern[str], dict[str, LexiconEntry]] | None] = {}

    def read(self, text: str, language: str, *, ipa: bool = False) -> Reading:
        """A text as a voice should be given it.

        Args:
            text: as it is shown.
            language: a tag, as `zh-TW`.
            ipa: for the built-in voice, which reads `[[…]]` and knows no full-width letters. Such brackets in the text
                itself are taken out for every voice: Piper reads them, too.
        """
        shown = text.replace("[[", "  ").replace("]]", "  ")
        if ipa:
            shown = narrow(shown)
        spoken = language_of(language)
        segments: list[TextSegment] = []
        at = 0
        for entry, start, end in self._names(shown, spoken):
            segments.append(TextSegment(shown[at:start], at, start))
            segments.append(TextSegment(_said(entry, shown[start:end], spoken, ipa), start, end, False))
            at = end
        segments.append(TextSegment(shown[at:], at, len(text)))
        if at == 0:
            return Reading(text, (TextSegment(shown, 0, len(text)),))
        return Reading(text, tuple(each for each in segments if each.end > each.start))

    def sounds(self, text: str, language: str) -> Iterator[tuple[str, int, int]]:
        """The names in a text that the built-in voice says by their IPA: that, and where they stand in the text."""
        spoken = language_of(language)
        if spoken == IPA_LANGUAGE:
            shown = narrow(text.replace("[[", "  ").replace("]]", "  "))
            yield from ((entry.ipa, start, end) for entry, start, end in self._names(shown, spoken) if entry.ipa)

    def _names(self, shown: str, spoken: str) -> Iterator[tuple[LexiconEntry, int, int]]:
        """The names of the book in a text, and where each begins and ends."""
        found = self._search(spoken)
        if found is None:
            return
        pattern, entries = found
        folded, places = _folded_with_places(shown)
        at = 0
        for match in pattern.finditer(folded):
            start, end = places[match.start()], places[match.end() - 1] + 1
            while end < len(shown) and unicodedata.combining(shown[end]):
                end += 1
            if start >= at:
                yield entries[match[0]], start, end
                at = end

    def _search(self, spoken: str) -> tuple[re.Pattern[str], dict[str, LexiconEntry]] | None:
        if spoken not in self._found:
            chosen = {_folded(each.name): each for each in self.entries if not each.language}
            chosen |= {_folded(each.name): each for each in self.entries if each.language == spoken}
            names = sorted(chosen, key=lambda name: (-len(name), name))
            pattern = re.compile("|".join(map(_as_word, names))) if names else None
            self._found[spoken] = (pattern, chosen) if pattern else None
        return self._found[spoken]


def narrow(text: str) -> str:
    """Full-width letters, figures and signs as plain ones, and figures in circles; as long as before."""
    return "".join(_narrow(each) for each in text)


def _narrow(character: str) -> str:
    code = ord(character)
    if code == 0x3000:
        return " "
    if 0xFF01 <= code <= 0xFF5E and character not in "，。！？：；（）":
        return chr(code - 0xFEE0)
    plain = unicodedata.normalize("NFKC", character) if 0x2460 <= code <= 0x24FF or 0xFFE0 <= code <= 0xFFE6 else ""
    return plain if len(plain) == 1 else character


def load_lexicon(path: Path) -> tuple[Lexicon, tuple[str, ...]]:
    """Reads a book, and never changes it.

    Returns:
        what can be used of it, and a sentence for each line that cannot; a file that is not there is an empty book.
    """
    try:
        text = read_text(path)
    except MissingFileError:
        return Lexicon(), ()
    except UserFileError as fault:
        return Lexicon(), (
            Text("The pronunciation book {path} cannot be read ({fault}).", path=path.name, fault=fault.why),
        )
    return parse_lexicon(text, path.name)


def parse_lexicon(text: str, origin: str = BOOK) -> tuple[Lexicon, tuple[str, ...]]:
    """The same, of a text; `origin` is what to call it in the sentences."""
    try:
        document = parse_toml(text)
    except TomlError as fault:
        return Lexicon(), (Text("The pronunciation book {path} cannot be used ({fault}).", path=origin, fault=fault),)
    entries: list[LexiconEntry] = []
    faults: list[str] = []
    for table, lines in document.items():
        if table == "format":
            continue
        if not isinstance(lines, dict):
            faults.append(
                Text(
                    "In the pronunciation book {path}, “{name}” is in no table: put it below [say].",
                    path=origin,
                    name=table[:40],
                )
            )
            continue
        for name, said in lines.items():
            try:
                entries.append(entry_of(name, said, table))
            except LexiconError as fault:
                faults.append(str(fault))
    if len(entries) > MOST_ENTRIES:
        faults.append(
            Text(
                "The pronunciation book {path} has more than {n} names: the rest is left out.",
                path=origin,
                n=MOST_ENTRIES,
            )
        )
    return Lexicon(entries[:MOST_ENTRIES]), tuple(faults)


def entry_of(name: str, said: object, table: str = EVERY) -> LexiconEntry:
    """A line of the book from what a person wrote. Raises LexiconError."""
    if not re.search(r"\w", name) or len(name) > _LONGEST:
        raise LexiconError(
            Text("“{name}” is no name for the pronunciation book: write it as it stands in texts.", name=name[:40])
        )
    if not isinstance(said, str) or not said.strip() or len(said) > _LONGEST:
        raise LexiconError(Text("“{name}” has no pronunciation: write how it is said, in quotes.", name=name))
    signs = _IPA.search(said)
    plain = " ".join(_IPA.sub(" ", said).split())
    if not re.search(r"\w", plain) and (plain or signs is None):
        raise LexiconError(Text("“{name}” has no pronunciation: write how it is said, in quotes.", name=name))
    if signs is not None:
        try:
            phoneme_names(signs[1])
        except IpaError as fault:
            raise LexiconError(
                Text("The pronunciation of “{name}” cannot be used: {why}.", name=name, why=fault)
            ) from fault
    language = "" if table == EVERY else language_of(table)
    return LexiconEntry(name, plain, signs[1].strip() if signs else "", language)


def with_entry(text: str, name: str, said: str, table: str = EVERY) -> str:
    """A book's text with one line added, changed or, when `said` is "", taken out. Comments stay.

    Raises:
        LexiconError: the line will not do, or the text is no book.
    """
    import tomlkit
    from tomlkit.exceptions import TOMLKitError

    if said:
        entry_of(name, said, table)
    try:
        parse_toml(text)  # within the limits, which the other reader does not know
        document: Any = tomlkit.parse(text or "# How names are said in this show.\n")
        if table not in document:
            if not said:
                return text
            document[table] = tomlkit.table()
        if said:
            document[table][name] = said
        elif name in document[table]:
            del document[table][name]
        return str(document.as_string())
    except (TOMLKitError, TypeError, ValueError, AttributeError, RecursionError) as fault:
        raise LexiconError(Text("The pronunciation book cannot be changed ({fault}).", fault=fault)) from fault


def save_entry(path: Path, name: str, said: str, table: str = EVERY) -> None:
    """The same, of the file, in one step. Raises LexiconError; the file is then as it was."""
    try:
        before = read_text(path) if path.exists() else ""
        path.parent.mkdir(parents=True, exist_ok=True)
        write_whole(path, as_bytes(with_entry(before, name, said, table)))
    except (OSError, UnicodeError, UserFileError) as fault:
        why = getattr(fault, "why", "") or getattr(fault, "strerror", "") or type(fault).__name__
        raise LexiconError(
            Text("The pronunciation book {path} cannot be saved ({fault}).", path=path.name, fault=why)
        ) from fault


def _said(entry: LexiconEntry, written: str, spoken: str, ipa: bool) -> str:
    if ipa and entry.ipa and spoken == IPA_LANGUAGE:
        return f"[[{phoneme_names(entry.ipa)}]]"
    return entry.say or written


def _as_word(name: str) -> str:
    """A folded name as a pattern: Latin letters at its ends are the ends of a word."""
    before = rf"(?<!{_LATIN})" if re.match(_LATIN, name) else ""
    after = rf"(?!{_LATIN})" if re.match(_LATIN, name[-1]) else ""
    return before + re.escape(name) + after


def _folded(text: str) -> str:
    return _folded_with_places(text)[0].strip()


def _folded_with_places(text: str) -> tuple[str, list[int]]:
    """A text without what makes no difference, and for each of its characters the place it comes from."""
    out: list[str] = []
    places: list[int] = []
    at = 0
    while at < len(text):
        end = at + 1
        while end < len(text) and unicodedata.combining(text[end]):
            end += 1
        sign = unicodedata.normalize("NFKC", text[at:end]).casefold().replace("’", "'").replace("‧", "·")
        if sign.isspace():
            sign = "" if out and out[-1] == " " else " "
        out += sign
        places += [at] * len(sign)
        at = end
    return "".join(out), places
