"""Which sources are no microphones: they give back what the computer plays.

A loopback chosen as the MC's microphone sends the hall's own sound round and round. The sound server says which of its
sources are monitors; elsewhere such devices are known by their names only.
"""

from __future__ import annotations

import re

LOOPED = (
    "What is chosen as the microphone gives back what this computer plays (a loopback), and would feed the hall's "
    "sound to the hall: choose the MC's microphone."
)

_NAMES = re.compile(
    r"""
    \bmonitor\ of\b | \.monitor$                               # PulseAudio, PipeWire
    | \bstereo\s?mi[xs] | \bwhat\ u\ hear\b | \bwave\ out\ mix\b | \bloopback\b    # sound cards on Windows
    | \bmixage\ st[ée]r[ée]o | \bmezcla\ est[ée]reo | \bmissaggio\ stereo | \bmixagem\ est[ée]reo | \bстерео\s?микшер
    | 立體聲混音 | 立体声混音 | ステレオ\s?ミキサー | 스테레오\ 믹스
    | \bblackhole\b | \bsoundflower\b | \bvb-?cable\b | \bcable(-[a-d])?\ output\b | \bvoicemeeter\b   # virtual cables
    """,
    re.IGNORECASE | re.VERBOSE,
)


def is_loopback(key: str, words: str) -> bool:
    """Whether a source gives back what the computer plays. `key`: its name in the sound system; `words`: for people."""
    return bool(_NAMES.search(key) or _NAMES.search(words))
