"""The lip-sync test: beep and flash at the same place of the timeline."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from console.playout.devices.ports import BLOCK, LoudspeakerPort
from console.playout.sound.beep import LENGTH, LEVEL_DBFS, PERIOD, TONE_HZ, beep, flashes
from console.playout.sound.clock import TimelineClock
from engine.ipc.rings.samples import SAMPLE_RATE


@given(st.integers(0, 10**10), st.integers(1, 4800))
def test_the_sound_is_the_same_however_it_is_cut_into_blocks(start: int, cut: int) -> None:
    whole = beep(start, 9600)
    assert np.array_equal(whole, np.concatenate((beep(start, cut), beep(start + cut, 9600 - cut))))


@given(st.integers(0, 10**6))
def test_a_picture_flashes_exactly_while_the_beep_is_heard(frame: int) -> None:
    for rate in (25, 30, 50, 60):
        pts = frame * SAMPLE_RATE // rate
        heard = bool(np.any(beep(pts, 24)))  # half a millisecond of a 1 kHz tone is never all zeros
        assert flashes(pts) == heard


@pytest.mark.parametrize("rate", [25, 30, 50, 60])
def test_at_every_program_rate_a_flash_begins_on_the_very_sample_of_the_beep(rate: int) -> None:
    begins = [frame * SAMPLE_RATE // rate for frame in range(1, 10 * rate) if flashes(frame * SAMPLE_RATE // rate)]
    firsts = [pts for pts in begins if pts % PERIOD == 0]
    assert len(firsts) == 4  # in less than ten seconds after the first tick: at 2, 4, 6 and 8 s


def test_the_beep_is_twenty_milliseconds_of_a_thousand_hertz_at_the_alignment_level() -> None:
    tone = beep(PERIOD, LENGTH)
    peak = float(np.abs(tone).max())
    assert 20 * np.log10(peak) == pytest.approx(LEVEL_DBFS, abs=0.1)
    spectrum = np.abs(np.fft.rfft(tone))
    assert np.argmax(spectrum) * SAMPLE_RATE / LENGTH == TONE_HZ
    assert not np.any(beep(PERIOD + LENGTH, PERIOD - LENGTH))


class Silence:
    """A timeline on which nothing was laid."""

    def hall(self, start: int, count: int) -> np.ndarray:
        return np.zeros(count, np.float32)


def test_the_hall_hears_the_test_although_nothing_is_on_air() -> None:
    port = LoudspeakerPort(Silence(), TimelineClock(0.0), 800)  # type: ignore[arg-type]
    port.position = PERIOD - BLOCK // 2
    block = np.zeros((BLOCK, 2), np.float32)
    assert port.muted
    port.callback(block, BLOCK, None, None)
    assert not block.any()
    port.position = PERIOD - BLOCK // 2
    port.beeping = True
    port.callback(block, BLOCK, None, None)
    assert not block[: BLOCK // 2].any() and np.array_equal(block[BLOCK // 2 :, 1], beep(PERIOD, BLOCK // 2))


def test_the_beep_does_not_wait_for_lips_as_speech_does() -> None:
    port = LoudspeakerPort(Silence(), TimelineClock(0.0), 800)  # type: ignore[arg-type]
    port.lag += 480  # a driver whose lips come 10 ms late
    port.beeping = True
    port.position = PERIOD - 480
    block = np.zeros((BLOCK, 2), np.float32)
    port.callback(block, BLOCK, None, None)
    assert np.array_equal(block[:, 0], beep(PERIOD, BLOCK))
