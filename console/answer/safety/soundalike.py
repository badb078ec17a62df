"""Whether sounds that are written in IPA are those of a listed English word.

The pronunciation book may give a name to the built-in voice in IPA, which no list of words is read for. So the listed
words are brought to a rough key, their consonants in classes and a mark for each vowel, and the sounds to the same;
where the keys agree, the vowels must be such as that spelling may have. What is like a listed word in both is held: a
person reads it.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator

_SPELLED = (
    (r"ssh", "s"), (r"gg", "G"), (r"(.)\1", r"\1"), (r"\bwho", "ho"), (r"\by(?=[aeiou])", "Y"), (r"mn\b|mb\b", "m"),
    (r"\bkn|\bgn", "n"), (r"\bwr", "r"), (r"\bwh", "w"), (r"igh", "i"), (r"gh\b", ""), (r"ph", "f"),
    (r"tch|ch|sch|sh|(?:ti|ci|si)(?=on|a)", "X"), (r"th", "T"), (r"dg|j", "J"), (r"ck|q", "k"),
    (r"sc(?=[eiy])|c(?=[eiy])", "s"), (r"c", "k"), (r"x", "ks"), (r"z", "s"), (r"n[gk]\b", "N"), (r"ng", "nG"),
    (r"(?<=[^aeiouy])le\b", "el"), (r"(?<=[a-zA-Z])e\b", ""), (r"g", "G"),
)  # fmt: skip
_SOUNDS = (
    (r"tʃ|ʧ|ʃ", "X"), (r"dʒ|ʤ|ʒ", "J"), (r"[θð]", "T"), (r"ŋɡ|ŋg|ŋk|ŋ", "N"), (r"[ɡg]", "G"), (r"z", "s"),
    (r"ɹ", "r"), (r"ɫ", "l"), (r"x", "k"), (r"j", "y"), (r"[ʔ‿.ː:\u0361]", ""),
)  # fmt: skip
"""English spelling, and IPA, as one sign for each class of consonants; the order counts."""

_VOWELS_OF = {
    "a": "aæɑɒɔəɛɐʌeɚɜ", "o": "oɒɔʌuʊəɑɐaɜɝ", "e": "eɛiɪəɜɝɚuy", "i": "iɪaɜɝəɚ", "y": "iɪaə",
    "Y": "y", "u": "uʌʊəɜɝɐɚy",
}  # fmt: skip
"""How a vowel letter may begin to sound."""

_BEFORE_R = {"a": "ɑaɔɛæeəɚɐ", "e": "ɜɝəɚɪiɛeɐ", "i": "ɜɝaɪəɚ", "o": "ɔoɜɒəʊɚ", "u": "ɜɝəɚʊɐ", "y": "ɜɝaɪəɚ", "Y": ""}
"""The same where an r follows that is not heard everywhere."""

_IPA_VOWEL = "yaæɑɒɔəɛɐʌeiɪɜɝɚoʊu"
_VOWEL_RUN = re.compile(rf"[{_IPA_VOWEL}]+")
_LETTER_RUN = re.compile(r"(?:[Yaeiou]+|(?<=[^aeiou])y(?![aeiou]))(?:r(?![aeiouy]))?")


class SoundsAlike:
    """Listed words, by how they sound.

    Args:
        words: in letters, as they are listed; what is in no Latin letters is passed over.
    """

    def __init__(self, words: Iterable[str]) -> None:
        self._keys: dict[str, list[tuple[str, tuple[str, ...]]]] = {}
        for word in words:
            letters = "".join(re.findall(r"[a-z]+", _plain(word)))
            if letters and not re.search(r"[^\x00-\x7f]", _plain(word)):
                for soft in ("G", "J"):  # as in get, as in gin
                    key, vowels = _key_of_letters(re.sub(r"(?<!g)g(?=[eiy])", soft, letters))
                    self._keys.setdefault(key, []).append((word, vowels))

    def find(self, ipa: str) -> str:
        """The listed word that stands in `ipa`, alone or as whole syllable groups of it; "" when none does."""
        for part in _parts(ipa):
            key, vowels = _key_of_sounds(part)
            for word, spelled in self._keys.get(key, ()):
                if all(_may_sound(*each) for each in zip(spelled, vowels, strict=True)):
                    return word
        return ""


def _plain(text: str) -> str:
    apart = unicodedata.normalize("NFKD", text).casefold()
    return "".join(each for each in apart if not unicodedata.combining(each))


def _key_of_letters(letters: str) -> tuple[str, tuple[str, ...]]:
    for pattern, by in _SPELLED:
        letters = re.sub(pattern, by, letters)
    vowels = tuple(found[0] for found in _LETTER_RUN.finditer(letters))
    return _key(_LETTER_RUN.sub("@", letters)), vowels


def _key_of_sounds(ipa: str) -> tuple[str, tuple[str, ...]]:
    for pattern, by in _SOUNDS:
        ipa = re.sub(pattern, by, ipa)
    vowels = tuple(found[0] for found in _VOWEL_RUN.finditer(ipa))
    return _key(_VOWEL_RUN.sub("@", ipa)), vowels


def _key(signs: str) -> str:
    """Without an r, w or h that may be silent."""
    signs = re.sub(r"r(?!@)", "", signs)
    signs = re.sub(r"(?<=.)[hw]", "", signs)
    return re.sub(r"([^@])\1", r"\1", signs)


def _may_sound(spelled: str, sound: str) -> bool:
    if spelled.endswith("r"):
        return sound != "oʊ" and any(sound[0] in _BEFORE_R[letter] for letter in spelled[:-1])
    return any(sound[0] in _VOWELS_OF[letter] for letter in spelled)


def _parts(ipa: str) -> Iterator[str]:
    """Every stretch of sounds from one space or stress to another."""
    groups = [each for each in re.split(r"[\s'ˈˌ|]+", unicodedata.normalize("NFC", ipa)) if each]
    for first in range(len(groups)):
        for last in range(first + 1, min(len(groups), first + 6) + 1):
            yield "".join(groups[first:last])
