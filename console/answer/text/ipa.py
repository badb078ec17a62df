"""The International Phonetic Alphabet in eSpeak's own phoneme names, for English.

eSpeak reads `[[…]]` in a text as its own names of phonemes, not as IPA. The names are those of the phoneme table
`en-us` of eSpeak NG 1.52 (its own list of phonemes).
"""

from __future__ import annotations

import unicodedata

from engine.text import Text

_NAMES = {
    # vowels
    "iː": "i:", "i": "i", "ɪ": "I", "eɪ": "eI", "e": "E", "ɛ": "E", "æ": "a", "ɑː": "A:", "ɑ": "A:", "a": "a",
    "ɒ": "0", "ɔː": "O:", "ɔ": "O", "ʊ": "U", "uː": "u:", "u": "u:", "ʌ": "V", "ɜː": "3:", "ɝ": "3:", "ɜ": "3:",
    "ə": "@", "ɚ": "3", "ɐ": "a#", "o": "oU", "oʊ": "oU", "əʊ": "oU", "aɪ": "aI", "ɔɪ": "OI", "aʊ": "aU",
    # consonants
    "p": "p", "b": "b", "t": "t", "d": "d", "k": "k", "ɡ": "g", "g": "g", "f": "f", "v": "v", "θ": "T", "ð": "D",
    "s": "s", "z": "z", "ʃ": "S", "ʒ": "Z", "h": "h", "m": "m", "n": "n", "ŋ": "N", "l": "l", "ɫ": "l", "ɹ": "r",
    "r": "r", "j": "j", "w": "w", "tʃ": "tS", "ʧ": "tS", "dʒ": "dZ", "ʤ": "dZ", "x": "x", "ʔ": "?",
    # stress and joints
    "ˈ": "'", "'": "'", "ˌ": ",", ".": "", "‿": "", " ": "||",
}  # fmt: skip

_LONGEST = max(map(len, _NAMES))


class IpaError(Exception):
    """A sound that the built-in voice has no name for; the message names it, without a full stop."""


def phoneme_names(ipa: str) -> str:
    """IPA as eSpeak's phoneme names, without the brackets.

    Args:
        ipa: as in a dictionary, `ʃɪˈvɔːn`.

    Raises:
        IpaError: a sign in it is not known.
    """
    text = unicodedata.normalize("NFC", " ".join(ipa.split())).replace("\u0361", "").replace(":", "ː")
    names = []
    at = 0
    while at < len(text):
        for length in range(_LONGEST, 0, -1):
            sign = text[at : at + length]
            if len(sign) == length and sign in _NAMES:
                names.append(_NAMES[sign])
                at += length
                break
        else:
            raise IpaError(Text("the sign {name} is not one of English", name=text[at]))
    if not "".join(names).strip("|',"):
        raise IpaError("there is no sound in it")
    return _spelled(names)


def _spelled(names: list[str]) -> str:
    """Next to each other, with a mark where two names would be read as another one (t and S, a and I)."""
    known = set(_NAMES.values())
    out = ""
    last = ""
    for name in filter(None, names):
        if last and any((last + name)[:length] in known for length in range(len(last) + 1, len(last + name) + 1)):
            out += "|"
        out += name
        last = name
    return out
