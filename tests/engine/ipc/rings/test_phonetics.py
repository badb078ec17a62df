from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.ipc.rings.phonetics import Sounding, soundings, timed


@pytest.mark.parametrize(
    ("phones", "names"),
    [
        ("p ph pʰ", "P"),
        ("b m mː", "B"),
        ("f v", "F"),
        ("θ ð", "TH"),
        ("t d n l ɾ th", "T"),
        ("s z ts tsh", "S"),
        ("ʃ ʒ tʃ dʒ s. ts. ts.h ʐ", "SH"),  # Mandarin's as eSpeak writes them
        ("tɕ tɕh ɕ", "X"),
        ("ɹ r", "R"),
        ("k ɡ ŋ χ x kh ˈnɡ", "K"),
        ("h ʔ", "H"),
        ("w", "W"),
        ("j", "J"),
        ("ˈɑː ˈæ ʌ ɐ a ˈaa", "A"),
        ("ˈɛ e", "E"),
        ("ˈiː ɪ i", "I"),
        ("ˈɔː o ɒ", "O"),
        ("ˈuː ˌʊ u", "U"),
        ("y ˈyu œ", "Y"),
        ("ə ˈɜː ˈo-", "SCHWA"),
        ("i. ˈi̪", "APICAL"),
        ("aɪ ˈaai ˈai", "A I"),
        ("ˈaʊ ˈɑu", "A U"),
        ("ˈoʊ ou", "O U"),
        ("ˈɔɪ ˈoi", "O I"),
        ("ˈeɪ ei", "E I"),
        ("ɔːɹ", "O R"),
        ("ər", "SCHWA R"),
        ("ˈonɡ", "O K"),
        ("yɛ", "Y E"),
        ("uei", "U E I"),
        (" _ _:", "PAUSE"),
    ],
)
def test_each_phone_of_the_voices_is_known_by_its_looks(phones: str, names: str) -> None:
    for phone in phones.split(" ") if phones.strip("_: ") else ("", "_"):
        assert " ".join(found.name for found in soundings(phone)) == names, phone


@given(ipa=st.text(max_size=12))
def test_whatever_a_voice_writes_looks_like_something(ipa: str) -> None:
    assert soundings(ipa)


@given(start=st.integers(-100, 10**9), length=st.integers(0, 10**6), ipa=st.sampled_from(["", "p", "aɪ", "uei", "tʃ"]))
def test_a_phone_in_time_is_covered_without_gap_or_overlap(start: int, length: int, ipa: str) -> None:
    rows = timed(start, start + length, ipa)
    edges = [start, *(end for _, end, _ in rows)]
    assert [first for first, _, _ in rows] == edges[:-1]
    assert edges[-1] == start + length
    assert all(end > first and code in set(Sounding) for first, end, code in rows)
