"""The microphone of those who listen: bare, cleaned, and bare again when that fails."""

from __future__ import annotations

import secrets
from collections.abc import Iterator
from unittest.mock import MagicMock

import pytest

from console.answer.stt.echo.cleaning import CleanSound
from console.talk.microphone import Microphone
from engine.ipc.rings.sound_ring import SoundRing


class Cleaning:
    """A cleaner that the test plays."""

    def __init__(self, ear: SoundRing, hall: SoundRing, log: object) -> None:
        self.names = ear.name, hall.name
        self.sound = CleanSound(0)
        self.trusted, self.fault, self.closed, self.resting = False, "", False, False

    def close(self) -> None:
        self.closed = True


class Rig:
    def __init__(self) -> None:
        self.ear = SoundRing.create(f"compere-test-{secrets.token_hex(4)}", 1.0)
        self.echo = SoundRing.create(f"compere-test-{secrets.token_hex(4)}", 1.0)
        self.made: list[Cleaning] = []
        self.microphone = Microphone(MagicMock(), self.clean)  # type: ignore[arg-type]
        self.microphone.use_playout(MagicMock(ear=self.ear.name, echo=self.echo.name))

    def clean(self, ear: SoundRing, hall: SoundRing, log: object) -> Cleaning:
        self.made.append(Cleaning(ear, hall, log))
        return self.made[-1]


@pytest.fixture
def rig() -> Iterator[Rig]:
    made = Rig()
    yield made
    made.microphone.use_playout(None)
    made.ear.close()
    made.echo.close()


def test_it_is_bare_until_the_hall_is_to_be_taken_out_and_again_afterwards(rig: Rig) -> None:
    bare = rig.microphone.sound
    rig.microphone.update(cancel=False, asked=True)
    assert rig.microphone.sound is bare and rig.made == []
    rig.microphone.update(cancel=True, asked=True)
    rig.microphone.update(cancel=True, asked=True)
    (cleaning,) = rig.made
    assert rig.microphone.sound is cleaning.sound and cleaning.names == (rig.ear.name, rig.echo.name)
    assert not rig.microphone.trusted
    cleaning.trusted = True
    assert rig.microphone.trusted
    rig.microphone.update(cancel=False, asked=True)
    assert rig.microphone.sound is bare and cleaning.closed and not rig.microphone.trusted


def test_between_two_rounds_of_questions_it_rests_and_forgets_nothing(rig: Rig) -> None:
    bare = rig.microphone.sound
    rig.microphone.update(cancel=True, asked=False)
    assert rig.made == [], "nobody asks: it costs nothing"
    rig.microphone.update(cancel=True, asked=True)
    (cleaning,) = rig.made
    cleaning.trusted = True
    rig.microphone.update(cancel=True, asked=False)
    assert rig.microphone.sound is bare and cleaning.resting and not rig.microphone.trusted and not cleaning.closed
    rig.microphone.update(cancel=True, asked=True)
    assert rig.microphone.sound is cleaning.sound and not cleaning.resting and rig.microphone.trusted
    assert len(rig.made) == 1


def test_a_canceller_that_fails_leaves_the_bare_microphone_and_is_not_tried_again_by_itself(rig: Rig) -> None:
    bare = rig.microphone.sound
    rig.microphone.update(cancel=True, asked=True)
    rig.made[0].fault = "Echo cancellation is not installed."
    for _ in range(3):
        rig.microphone.update(cancel=True, asked=True)
    assert rig.microphone.fault == "Echo cancellation is not installed."
    assert rig.microphone.sound is bare and not rig.microphone.trusted and len(rig.made) == 1
    rig.microphone.update(cancel=False, asked=True)
    assert rig.microphone.fault == ""
    rig.microphone.update(cancel=True, asked=True)
    assert len(rig.made) == 2


def test_another_playout_is_another_microphone(rig: Rig) -> None:
    rig.microphone.update(cancel=True, asked=True)
    rig.microphone.use_playout(None)
    assert rig.microphone.sound is None and rig.made[0].closed
    rig.microphone.update(cancel=True, asked=True)
    assert rig.microphone.sound is None and len(rig.made) == 1
    rig.microphone.use_playout(MagicMock(ear="gone-by-now", echo=""))
    assert rig.microphone.sound is None
