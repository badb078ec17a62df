"""mel, whisper, chunks and position."""

from __future__ import annotations

import copy
import math

import numpy as np
import pytest
import torch
from hypothesis import given
from hypothesis import strategies as st
from numpy.typing import NDArray
from torch import Tensor

from engine.musetalk.audio import chunks, mel, position, whisper
from engine.musetalk.network.model import Models
from tests.engine.musetalk import golden as data
from tests.engine.musetalk.golden import farthest

Golden = dict[str, NDArray]
LAWS = sorted(key.removeprefix("idxframes_") for key in data.arrays() if key.startswith("idxframes_"))


def test_the_mel_is_the_references(sound: NDArray[np.float32], golden: Golden) -> None:
    ours = mel.mel_of_sound(sound)
    assert ours.shape == (1, 80, 3000)
    assert farthest(ours[0, :, :410], golden["mel"]) < 1e-5
    assert float((ours[0, :, 410:] - float(golden["mel_after"][0])).abs().max()) < 1e-5


def test_mel_frames_inside_a_sound_are_the_same_without_its_edges(sound: NDArray[np.float32]) -> None:
    some = torch.from_numpy(sound[:16_000])
    whole, inside = mel.log_power(some), mel.log_power_inside(some[440:])
    # Frame 4 of the whole has its middle at sample 640, frame 0 of the rest at 440 + 200.
    assert torch.allclose(whole[:, 4 : 4 + 90], inside[:, :90], atol=1e-4)


def test_the_features_are_the_references(features: Tensor, golden: Golden) -> None:
    assert features.shape == (199, 5, 384)
    assert farthest(features[::8], golden["whisper_feature"]) < 1e-4


def test_the_chunks_are_the_references(features: Tensor, golden: Golden) -> None:
    count = int(golden["n_samples"])
    ours = chunks.chunks(features, count, 25)
    assert len(ours) == golden["n_chunks"] == golden["n_frames_written"] + 1  # it drops the last
    assert farthest(ours[golden["chunk_idx"]], golden["chunks"]) < 1e-4
    assert farthest(position.position_table(), golden["pe_table"]) < 1e-6
    assert farthest(position.with_positions(ours)[-1], golden["ctx_pe_last"]) < 1e-4


def test_a_recording_over_30_s_is_joined_as_by_the_reference(models: Models, golden: Golden) -> None:
    count = int(golden["long_n_samples"])
    long = np.tile(data.pcm(), 10)[:count].astype(np.float32) / 32768
    ours = chunks.chunks(whisper.features(long, models.whisper), count, 25)
    assert len(ours) == golden["long_n_chunks"]
    assert farthest(ours[golden["long_idx"]], golden["long_chunks"]) < 1e-4


@pytest.mark.parametrize("law", LAWS)
def test_each_frame_has_the_references_steps(law: str, golden: Golden) -> None:
    samples, fps = (int(part.lstrip("L")) for part in law.split("_fps"))
    count, *frames = golden[f"idxframes_{law}"].tolist()
    ours = chunks.step_table(samples, fps)
    if count < 0:  # the reference gave up: no frame, sound under 80 ms, 50 frames a second and more
        assert len(ours) == math.floor(samples / 16_000 * fps)
        return
    assert len(ours) == count
    assert np.array_equal(ours[frames] + 1, golden[f"idx_{law}"])


@given(samples=st.integers(0, 400_000), fps=st.floats(1, 240))
def test_no_sound_and_no_rate_is_refused_and_nothing_lies_outside_the_sound(samples: int, fps: float) -> None:
    table = chunks.step_table(samples, fps)
    assert table.shape == (chunks.frame_count(samples, fps), 10)
    assert ((table >= chunks.BEYOND) & (table < max(1, whisper.steps_in(samples)))).all()


def test_a_rate_of_0_is_refused_with_a_sentence() -> None:
    with pytest.raises(ValueError, match="above 0, not 0"):
        chunks.step_table(16_000, 0)


def test_no_sound_gives_no_chunks(models: Models) -> None:
    nothing = whisper.features(np.zeros(0, np.float32), models.whisper)
    assert nothing.shape == (0, 5, 384)
    assert chunks.chunks(nothing, 0, 25).shape == (0, 50, 384)


def test_a_word_under_80_ms_has_its_frames_too(models: Models) -> None:
    click = np.ones(700, np.float32)
    ours = chunks.chunks(whisper.features(click, models.whisper), len(click), 25)
    assert ours.shape == (1, 50, 384)
    assert ours.abs().sum() > 0


def test_outside_the_sound_a_chunk_is_zero(features: Tensor) -> None:
    first, last = chunks.chunks(features, 63_700, 25)[[0, -1]]
    assert not first[:20].any()  # four steps of five layers before the sound
    assert first[20:].any(dim=1).all()
    assert not last[-10:].any()


@pytest.mark.parametrize("fps", [25, 29.97, 30, 48])
def test_the_windows_middle_is_the_frames_own(fps: float) -> None:
    table = chunks.step_table(16_000 * 20, fps)
    for frame in range(50, 60):
        middle_s = (table[frame].min() + 5) / 50
        assert abs(middle_s - (frame + 0.5) / fps) <= 0.021, "the window is moved by more than one step of 20 ms"


def test_a_rate_with_a_fraction_does_not_run_away_from_its_sound() -> None:
    fps = 30_000 / 1001
    last = chunks.step_table(16_000 * 600, fps)[-30]
    frame = chunks.frame_count(16_000 * 600, fps) - 30
    assert abs((last.min() + 5) / 50 - (frame + 0.5) / fps) <= 0.021


def test_features_of_half_precision_are_near(sound: NDArray[np.float32], models: Models, features: Tensor) -> None:
    half = copy.deepcopy(models.whisper).to(torch.bfloat16)
    ours = whisper.features(sound, half)
    assert ours.dtype == torch.bfloat16
    assert float((ours.float() - features).abs().mean() / features.abs().mean()) < 0.05
