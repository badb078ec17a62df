"""What the lips need to know of a sound of speech: IPA sorted into classes that look alike.

The console sorts what its voices say (`timed`), playout carries the numbers, drivers draw them.
"""

from __future__ import annotations

from enum import IntEnum
from functools import lru_cache


class Sounding(IntEnum):
    """A class of sounds that look the same on a mouth. The numbers travel between processes: never renumber."""

    PAUSE = 0
    P = 1
    """Lips shut before the sound, which begins as they burst open: p."""
    B = 2
    """Lips shut while the sound goes on: b, m."""
    F = 3
    TH = 4
    T = 5
    """Tongue at the gum: t, d, n, l."""
    S = 6
    SH = 7
    """Rounded hissing: sh, ch, and Mandarin zh, ch, sh, r."""
    X = 8
    """Spread hissing: Mandarin j, q, x."""
    R = 9
    K = 10
    H = 11
    """Looks like its neighbours."""
    W = 12
    J = 13
    A = 14
    E = 15
    I = 16  # noqa: E741
    O = 17  # noqa: E741
    U = 18
    Y = 19
    """Rounded in front: Mandarin ü, Cantonese yu and oe."""
    SCHWA = 20
    APICAL = 21
    """Mandarin's vowel of zi and zhi: teeth together."""


_S = Sounding
_TOKENS: dict[str, Sounding | None] = {
    # eSpeak's spelling of Mandarin and Cantonese, beside true IPA
    **dict.fromkeys(("s.", "ts.", "dz.", "ʈʂ", "ɖʐ", "tʃ", "dʒ", "tr", "ʂ", "ʐ", "ɻ", "ʃ", "ʒ"), _S.SH),
    **dict.fromkeys(("tɕ", "dʑ", "ɕ", "ʑ", "ç"), _S.X),
    **dict.fromkeys(("ts", "dz", "s", "z", "c"), _S.S),  # Cantonese c is ts
    **dict.fromkeys(("p", "ɸ"), _S.P),
    **dict.fromkeys(("b", "m", "β", "ɓ"), _S.B),
    **dict.fromkeys(("f", "v", "ɱ", "ʋ"), _S.F),
    **dict.fromkeys(("θ", "ð"), _S.TH),
    **dict.fromkeys("tdnlɾʈɖɳɫɭɬɲʎ", _S.T),
    **dict.fromkeys(("ɹ", "r", "ʁ", "ɚ", "ɝ"), _S.R),
    **dict.fromkeys(("nɡ", "ng", *"kgɡŋxχɣqɟ"), _S.K),
    **dict.fromkeys("hɦ", _S.H),
    **dict.fromkeys(("w", "ʍ"), _S.W),
    **dict.fromkeys(("j",), _S.J),
    **dict.fromkeys("aɑæɐʌɶ", _S.A),
    **dict.fromkeys("eɛ", _S.E),
    **dict.fromkeys("iɪᵻ", _S.I),
    **dict.fromkeys("oɔɒ", _S.O),
    **dict.fromkeys("uʊʉɯ", _S.U),
    **dict.fromkeys(("yu", "oe", "eo", "y", "ʏ", "ø", "œ", "ɵ", "ɥ"), _S.Y),
    **dict.fromkeys(("o-", "ə", "ɜ", "ɘ", "ɤ", "ɨ"), _S.SCHWA),
    **dict.fromkeys(("i.", "i̪", "ɿ", "ʅ"), _S.APICAL),
    "ʔ": None,
}
_LONGEST = max(map(len, _TOKENS))
_VOWELS = frozenset((_S.A, _S.E, _S.I, _S.O, _S.U, _S.Y, _S.SCHWA, _S.APICAL))
_FIRST_SHARE = 0.55
"""Of a diphthong its first vowel takes a little more than its second."""


@lru_cache(maxsize=2048)
def soundings(ipa: str) -> tuple[Sounding, ...]:
    """What one phone looks like, in order: a diphthong is two. "" is a pause; what is not known looks like nothing.

    Args:
        ipa: as eSpeak NG and Piper write it; stress, length, tone and other small marks count for nothing.
    """
    if not ipa.strip("_ .|‖"):
        return (Sounding.PAUSE,)
    found: list[Sounding] = []
    at = 0
    while at < len(ipa):
        for length in range(min(_LONGEST, len(ipa) - at), 0, -1):
            token = ipa[at : at + length]
            if token in _TOKENS:
                sounding = _TOKENS[token]
                breath = sounding is Sounding.H and found and found[-1] not in _VOWELS  # ph, ts.h: aspirated
                if sounding is not None and not breath and found[-1:] != [sounding]:
                    found.append(sounding)
                at += length
                break
        else:
            at += 1
    return tuple(found) or (Sounding.H,)


def timed(start: int, end: int, ipa: str) -> list[tuple[int, int, int]]:
    """A phone between two samples as (first, behind the last, code): one row, or more for a diphthong."""
    codes = soundings(ipa)
    first = _FIRST_SHARE if len(codes) == 2 else 1 / len(codes)
    edges = [start, start + round((end - start) * first)]
    edges += [start + round((end - start) * number / len(codes)) for number in range(2, len(codes) + 1)]
    return [(a, b, int(code)) for a, b, code in zip(edges, edges[1:], codes, strict=False) if b > a]
