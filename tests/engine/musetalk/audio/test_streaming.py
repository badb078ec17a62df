from __future__ import annotations

import numpy as np
import pytest
import torch
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from numpy.typing import NDArray
from torch import Tensor

from engine.musetalk.audio import chunks, whisper
from engine.musetalk.audio.streaming import LiveFeatures
from engine.musetalk.network.model import Models

LAYERS = 5
FRAME = 70


def live(models: Models, sound: NDArray[np.float32], frame: int = FRAME, **choices: float) -> LiveFeatures:
    """Live features that have heard just what `frame` needs."""
    made = LiveFeatures(models.whisper, **choices)  # type: ignore[arg-type]
    made.push(sound[: made.sound_needed(frame)])
    return made


def embedded(chunk: Tensor) -> Tensor:
    """(10, 384) of a (50, 384) chunk: what is known of each step before any attention."""
    return chunk[::LAYERS]


@pytest.mark.parametrize("fps", [25, 30])
@pytest.mark.parametrize("window_s", [0.2, 1, 2])
def test_before_attention_live_features_are_the_files(
    fps: int, window_s: float, sound: NDArray[np.float32], features: Tensor, models: Models
) -> None:
    whole = chunks.chunks(features, len(sound), fps)
    ours = live(models, sound, fps=fps, window_s=window_s)
    ours.place = ours.window_start(FRAME)
    assert torch.allclose(embedded(ours.chunks_of(FRAME)[0]), embedded(whole[FRAME]), atol=1e-3)


@pytest.mark.parametrize("place", [-1, 1, 2, 4])
def test_a_step_to_either_side_would_be_seen(
    place: int, sound: NDArray[np.float32], features: Tensor, models: Models
) -> None:
    theirs = chunks.chunks(features.roll(place, 0), len(sound), 25)[FRAME]
    ours = live(models, sound)
    ours.place = ours.window_start(FRAME)
    assert float((embedded(ours.chunks_of(FRAME)[0]) - embedded(theirs)).abs().max()) > 0.5


@pytest.mark.parametrize("fps", [25, 30])
def test_a_click_in_the_middle_of_a_frame_is_in_the_middle_of_its_window(fps: int, models: Models) -> None:
    noise = np.random.default_rng(1).normal(0, 0.1, 16_000 * 4).astype(np.float32)
    click = noise.copy()
    at = round((FRAME + 0.5) / fps * 16_000)
    click[at - 40 : at + 40] += 0.15
    plain, other = (live(models, heard, fps=fps).chunks_of(FRAME)[0] for heard in (noise, click))
    moved = (embedded(other) - embedded(plain)).pow(2).sum(dim=1)
    steps = torch.arange(10) + 0.5
    middle_s = float((moved * steps).sum() / moved.sum()) * 0.02
    assert abs(middle_s - 0.1) < 0.02, "a known peer was 80 ms off here"
    assert moved[:2].sum() + moved[-2:].sum() < 1e-3 * moved.sum()


@pytest.mark.parametrize(("right", "known"), [(2, 10), (1, 8), (0, 6)])
def test_less_sound_after_the_frame_leaves_the_known_steps_where_they_are(
    right: int, known: int, sound: NDArray[np.float32], models: Models
) -> None:
    full, less = live(models, sound), live(models, sound, right=right)
    assert less.look_ahead_s == pytest.approx((known - 4) * 0.02 + 0.0125)
    full.place, less.place = full.window_start(FRAME), less.window_start(FRAME)
    ours, theirs = embedded(less.chunks_of(FRAME)[0]), embedded(full.chunks_of(FRAME)[0])
    assert torch.allclose(ours[:known], theirs[:known], atol=1e-3)
    assert all(torch.equal(step, ours[known - 1]) for step in ours[known:])


@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(blocks=st.lists(st.integers(0, 6_000), max_size=12), count=st.integers(1, 4))
def test_features_do_not_hang_on_how_sound_came_or_how_many_frames_were_asked_for(
    blocks: list[int], count: int, sound: NDArray[np.float32], models: Models
) -> None:
    ours = LiveFeatures(models.whisper, window_s=0.4)
    needed = ours.sound_needed(12 + count - 1)
    for size in [*blocks, needed]:
        ours.push(sound[ours.heard : min(needed, ours.heard + size)])
    single = [live(models, sound, frame, window_s=0.4).chunks_of(frame) for frame in range(12, 12 + count)]
    assert torch.allclose(ours.chunks_of(12, count), torch.cat(single), atol=2e-4)


@pytest.mark.parametrize("fps", [25, 29.97, 30, 48])
def test_the_look_ahead_is_what_the_hungriest_frame_needs(fps: float, models: Models) -> None:
    ours = LiveFeatures(models.whisper, fps=fps)
    waits = [ours.sound_needed(frame) / 16_000 - frame / fps for frame in range(500)]
    assert max(waits) <= ours.look_ahead_s + 1e-9
    assert max(waits) > ours.look_ahead_s - 0.02


def test_a_frame_whose_sound_has_not_come_is_refused(sound: NDArray[np.float32], models: Models) -> None:
    ours = live(models, sound)
    with pytest.raises(ValueError, match=r"frame 71 needs \d+ more samples"):
        ours.chunks_of(FRAME + 1)
    missing = LiveFeatures(models.whisper)
    missing.push(sound[: missing.sound_needed(FRAME) - 1])
    with pytest.raises(ValueError, match="needs 1 more samples"):
        missing.chunks_of(FRAME)


def test_a_frame_of_long_ago_is_refused_and_one_of_just_now_is_not(sound: NDArray[np.float32], models: Models) -> None:
    ours = live(models, sound, FRAME + 25)
    theirs = live(models, sound).chunks_of(FRAME)
    assert torch.allclose(ours.chunks_of(FRAME), theirs, atol=2e-4)
    ours.push(sound[ours.heard :][:3200])
    with pytest.raises(ValueError, match="is forgotten"):
        ours.chunks_of(FRAME)


def test_what_was_cut_is_never_heard(sound: NDArray[np.float32], models: Models) -> None:
    cut_at = 40_123
    fresh = np.concatenate([sound[:cut_at], np.zeros(9_000, np.float32), sound[:20_000]])
    ours = LiveFeatures(models.whisper)
    ours.push(sound[: cut_at + 9_999])
    ours.cut(cut_at)
    assert ours.heard == cut_at
    ours.push(fresh[cut_at : ours.sound_needed(FRAME)])
    assert torch.allclose(ours.chunks_of(FRAME), live(models, fresh).chunks_of(FRAME), atol=2e-4)
    ours.cut(ours.heard + 5)  # nothing there to forget
    with pytest.raises(ValueError, match="up to 1 s back"):
        ours.cut(ours.heard - 16_001)


def test_at_the_start_there_was_silence(sound: NDArray[np.float32], models: Models) -> None:
    silence = np.zeros(16_000 * 2, np.float32)
    later = live(models, np.concatenate([silence, sound]), 50 + 3, window_s=1)
    assert torch.allclose(live(models, sound, 3, window_s=1).chunks_of(3), later.chunks_of(50 + 3), atol=2e-2)


def test_features_of_hours_ago_do_not_pile_up(sound: NDArray[np.float32], models: Models) -> None:
    ours = live(models, sound)
    before = ours._power.shape, ours._peaks.shape, ours._sound.shape
    for _ in range(20):
        ours.push(sound[:16_000])
    assert (ours._power.shape, ours._peaks.shape, ours._sound.shape) == before
    assert whisper.steps_in(ours.heard) > 1000


@pytest.mark.parametrize(
    ("choice", "sentence"),
    [
        ({"fps": 60}, "25 to 49 frames"),
        ({"fps": 24}, "25 to 49 frames"),
        ({"window_s": 31}, "0.2 to 30 s"),
        ({"right": 3}, "0, 1 or 2"),
        ({"place": 1_450}, "1500 positions"),
    ],
)
def test_a_figure_out_of_range_is_refused_with_a_sentence(
    choice: dict[str, float], sentence: str, models: Models
) -> None:
    with pytest.raises(ValueError, match=sentence):
        LiveFeatures(models.whisper, **choice)  # type: ignore[arg-type]
