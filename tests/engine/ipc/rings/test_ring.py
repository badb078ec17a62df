"""What all rings do alike: who opens one of another kind, or one that is cut off, is told so and keeps nothing."""

from __future__ import annotations

import os
import secrets
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from engine.ipc.rings.phoneme_ring import PhonemeRing
from engine.ipc.rings.picture_ring import PictureRing
from engine.ipc.rings.ring import W_MAGIC, Ring
from engine.ipc.rings.shared_memory import RingError, create_segment, release_segment
from engine.ipc.rings.sound_ring import SoundRing
from engine.ipc.rings.speech_ring import _W_CAPACITY, SpeechRing

MAKERS: list[tuple[type[Ring], Callable[[str], Ring]]] = [
    (SoundRing, lambda name: SoundRing.create(name, 0.1)),
    (SpeechRing, lambda name: SpeechRing.create(name, 0.1)),
    (PhonemeRing, lambda name: PhonemeRing.create(name, 16)),
    (PictureRing, lambda name: PictureRing.create(name, 8, 4, 2)),
]


@pytest.fixture
def name() -> Iterator[str]:
    made = f"compere-test-{os.getpid()}-{secrets.token_hex(3)}"
    yield made
    assert not Path("/dev/shm", made).exists(), "it was left behind"


def descriptors() -> int:
    return len(list(Path("/proc/self/fd").iterdir()))


@pytest.mark.parametrize(("kind", "make"), MAKERS, ids=lambda each: getattr(each, "__name__", ""))
def test_a_ring_is_opened_by_its_own_kind_and_refused_by_every_other(
    kind: type[Ring], make: Callable[[str], Ring], name: str
) -> None:
    ring = make(name)
    open_before = descriptors()
    for other, _ in MAKERS:
        if other is kind:
            other.attach(name).close()  # type: ignore[attr-defined]
        else:
            with pytest.raises(RingError, match=rf"is (not a {other.KIND} of this version|too small)"):
                other.attach(name)  # type: ignore[attr-defined]
        assert descriptors() == open_before
    ring.close()


@pytest.mark.parametrize(("kind", "make"), MAKERS, ids=lambda each: getattr(each, "__name__", ""))
def test_a_ring_that_is_cut_off_is_refused_and_let_go(kind: type[Ring], make: Callable[[str], Ring], name: str) -> None:
    whole = make(f"{name}-whole")
    header = bytes(whole._words)
    whole.close()
    memory = create_segment(name, kind.HEADER_BYTES + 8)
    assert memory.buf is not None
    memory.buf[: kind.HEADER_BYTES] = header[: kind.HEADER_BYTES]
    open_before = descriptors()
    with pytest.raises(RingError, match="cut off or damaged"):
        kind.attach(name)  # type: ignore[attr-defined]
    assert descriptors() == open_before
    release_segment(memory, unlink=True)


def test_no_two_kinds_begin_with_the_same_word() -> None:
    assert len({kind.MAGIC for kind, _ in MAKERS}) == len(MAKERS) and W_MAGIC == 0


@pytest.mark.parametrize("capacity", [-1, -(2**40), 0, 2**40])
def test_a_speech_ring_with_a_damaged_header_is_not_opened(name: str, capacity: int) -> None:
    ring = SpeechRing.create(name, 0.1)
    try:
        ring._words[_W_CAPACITY] = capacity
        with pytest.raises(RingError):
            SpeechRing.attach(name)
    finally:
        ring.close()
