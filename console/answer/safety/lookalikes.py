"""Letters that are read, or spoken, as another one: accents and strokes that fall off, and letters of other scripts.

What belongs to the Latin script is told by its name in Unicode (`LATIN SMALL LETTER D WITH STROKE` is a d). Letters of
other scripts are told by how they are drawn; the most used only, for a whole table is Unicode's TR39.
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache

_DRAWN_LARGE = {
    "Α": "a", "Β": "b", "Ε": "e", "Ζ": "z", "Η": "h", "Ι": "i", "Κ": "k", "Μ": "m", "Ν": "n", "Ο": "o", "Ρ": "p",
    "Τ": "t", "Υ": "y", "Χ": "x", "В": "b", "Н": "h", "Т": "t", "К": "k", "М": "m",
}  # fmt: skip
"""Capitals that look like another letter than their small ones do."""

_PAIRS = """
аa вb еe єe кk мm нh оo рp сc тt уy хx ѕs іi јj ӏl ԁd ԛq ԝw һh гr пn иu ьb ѵv ґr әe өo үy ѡw шw щw яr ҝk ңh
αa βb γy δd εe ζz ηn ιi κk λl μu νv οo πn ρp σo τt υu χx ωw
օo սu ոn հh ցg յj զq ռn ⲁa ⲃb ⲉe ⲓi ⲕk ⲙm ⲛn ⲟo ⲣp ⲥc ⲧt ⲩy ⲭx ⲱw
ᎠD ᎡR ᎢT ᎥI ᎩY ᎪA ᎫJ ᎬE ᎳW ᎷM ᎻH ᎾO ᏀG ᏂH ᏃZ ᏏB ᏒR ᏔW ᏕS ᏙV ᏚS ᏞL ᏟC ᏢP ᏦK ᏧD ᏴB
ꓮA ꓐB ꓚC ꓓD ꓰE ꓝF ꓖG ꓧH ꓲI ꓙJ ꓗK ꓡL ꓟM ꓠN ꓳO ꓑP ꓣR ꓢS ꓔT ꓴU ꓦV ꓪW ꓫX ꓬY ꓜZ
"""
_DRAWN = {pair[0]: pair[1].lower() for pair in _PAIRS.split()}

_NAMED = {
    "ETH": "d", "THORN": "th", "ENG": "n", "SCHWA": "e", "ESH": "s", "EZH": "z", "WYNN": "w", "YOGH": "g", "KRA": "k",
    "ALPHA": "a", "IOTA": "i", "UPSILON": "u", "BETA": "b", "CHI": "x", "GAMMA": "y", "OMEGA": "w", "RAMS HORN": "y",
    "SHARP S": "ss", "BIDENTAL PERCUSSIVE": "",
}  # fmt: skip
_LATIN = re.compile(
    r"LATIN (?:(?:SMALL|CAPITAL|LETTER) )+(?:(?:SCRIPT|DOTLESS|TURNED|REVERSED|INVERTED|OPEN|BARRED|SIDEWAYS|LONG|"
    r"INSULAR|BLACKLETTER|CLOSED|HALF|TOP|BOTTOM|STIRRUP|LIGATURE|DIGRAPH) )*"
    r"([A-Z]|AE|OE|AA|AO|AU|AV|AY|OO|OU|VY|TZ|UE|DZ|TS|TC|LS|LZ|" + "|".join(_NAMED) + r")"
    r"(?: (?:WITH|ROTUNDA|INSULAR|BAR) ?.*)?"
)

_UNSEEN = frozenset("\u115f\u1160\u3164\uffa0\u2800\u180e\u034f\u17b4\u17b5")
_LEFT_OUT = frozenset({"Mn", "Cf", "Cc", "Me", "Co", "Cn", "Cs"})
"""Categories that leave no trace: accents, joiners, bidi and control characters, and what no font has."""


@cache
def plain_letters(character: str) -> str:
    """What a character counts as when texts are compared: small letters without accents, or itself, or nothing."""
    out = []
    for part in unicodedata.normalize("NFKD", character):
        if part in _UNSEEN or (unicodedata.category(part) in _LEFT_OUT and part not in "\n\t"):
            continue
        code = ord(part)
        if 0x1F1E6 <= code <= 0x1F1FF:  # letters of flags
            out.append(chr(code - 0x1F1E6 + 97))
            continue
        if 0x1F150 <= code <= 0x1F189:  # white on black
            out.append(chr((code - 0x1F150) % 32 + 97) if (code - 0x1F150) % 32 < 26 else part)
            continue
        small = _DRAWN_LARGE.get(part) or part.casefold()
        out += [_folded(each) for each in small if unicodedata.category(each) not in _LEFT_OUT or each in "\n\t"]
    return "".join(out)


def _folded(letter: str) -> str:
    if letter.isascii():
        return letter
    if letter in _DRAWN:
        return _DRAWN[letter]
    found = _LATIN.fullmatch(unicodedata.name(letter, ""))
    return _NAMED.get(found[1], found[1].lower()) if found is not None else letter
