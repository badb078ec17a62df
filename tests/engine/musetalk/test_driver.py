"""The neural driver on the processor, with small random networks and a drawn clip."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest
import torch
from numpy.typing import NDArray

from engine.driver import DriverError, DriverLostError, Frame, pts_of
from engine.ipc.rings.samples import SAMPLE_RATE
from engine.musetalk.driver import SPOILT_MOST, MuseTalkDriver
from engine.musetalk.network import pipeline as pipeline_module
from engine.musetalk.network.decode import to_pixels
from engine.musetalk.store.prepared import open_store
from tests.engine.musetalk import filmed, puppets

FRAMES = 6
SPEECH = (SAMPLE_RATE, 2 * SAMPLE_RATE)


class Timeline:
    """A voiced second in the middle of silence, and a faint room."""

    def __init__(self, begin: int = SPEECH[0], end: int = SPEECH[1]) -> None:
        n = np.arange(4 * SAMPLE_RATE)
        noise = np.random.default_rng(3).normal(0, 1e-4, len(n))
        voice = 0.3 * np.sign(np.sin(2 * np.pi * 140 * n / SAMPLE_RATE)) * (n >= begin) * (n < end)
        self.samples = (noise + voice).astype(np.float32)
        self.asked = 0

    def read(self, start: int, count: int) -> NDArray[np.float32]:
        self.asked = max(self.asked, start + count)
        out = np.zeros(count, np.float32)
        first, last = max(start, 0), min(start + count, len(self.samples))
        if last > first:
            out[first - start : last - start] = self.samples[first:last]
        return out


@pytest.fixture(scope="module")
def host(tmp_path_factory: pytest.TempPathFactory) -> filmed.Filmed:
    root = tmp_path_factory.mktemp("host")
    models = puppets.write_small(root / "models")
    frames = [filmed.drawn_frame(number) for number in range(FRAMES)]
    return filmed.film_avatar(root, models, frames, [filmed.FACE] * FRAMES)


@pytest.fixture
def driver(host: filmed.Filmed) -> Iterator[MuseTalkDriver]:
    made = MuseTalkDriver(models=host.models, cache=host.cache, card="cpu")
    made.load(host.avatar, filmed.WIDTH, filmed.HEIGHT)
    yield made
    made.close()


def drawn(
    driver: MuseTalkDriver, sound: Timeline, start: int, count: int, rate: int = 25, at_once: int = 1
) -> list[Frame]:
    """Frames with pixels of their own."""
    found = []
    for first in range(start, start + count, at_once):
        some = min(at_once, start + count - first)
        for frame in driver.frames(
            sound, first, some, rate, lambda: np.zeros((filmed.HEIGHT, filmed.WIDTH, 4), np.uint8)
        ):
            found.append(Frame(frame.pts, frame.pixels.copy()))
    return found


def untouched(host: filmed.Filmed, pts: int) -> NDArray[np.uint8]:
    store = open_store(host.avatar, host.cache)
    return store.frame(store.index_at(pts))


def moved(host: filmed.Filmed, frame: Frame) -> NDArray[np.bool_]:
    """Where a frame is not the clip's own."""
    return (frame.pixels[..., :3] != untouched(host, frame.pts)).any(axis=2)


def test_in_a_pause_the_clip_is_shown_untouched_and_in_speech_only_the_mouth_differs(
    driver: MuseTalkDriver, host: filmed.Filmed
) -> None:
    frames = drawn(driver, Timeline(), 0, 50)
    assert all((frame.pixels[..., 3] == 255).all() for frame in frames)
    assert not any(moved(host, frame).any() for frame in frames[:18])
    left, top, right, bottom = filmed.FACE
    for frame in frames[26:48]:
        where = np.argwhere(moved(host, frame))
        assert len(where) > 500
        assert where[:, 0].min() >= (top + bottom) // 2 - 12 and where[:, 0].max() < bottom
        assert where[:, 1].min() >= left and where[:, 1].max() < right


def test_the_drawn_mouth_comes_before_the_voice_and_goes_after_it_by_cross_fades(
    driver: MuseTalkDriver, host: filmed.Filmed
) -> None:
    frames = drawn(driver, Timeline(), 15, 60)
    amount = np.array(
        [np.abs(frame.pixels[..., :3].astype(int) - untouched(host, frame.pts)).sum() for frame in frames]
    )
    begun = frames[int(np.argmax(amount > 0))].pts
    ended = frames[len(amount) - 1 - int(np.argmax(amount[::-1] > 0))].pts
    assert SPEECH[0] - 0.12 * SAMPLE_RATE <= begun < SPEECH[0]
    assert SPEECH[1] + 0.2 * SAMPLE_RATE < ended < SPEECH[1] + 0.55 * SAMPLE_RATE
    first = int(np.argmax(amount > 0))
    full = amount[first + 3 : first + 10].mean()
    assert 0 < amount[first] < 0.7 * full, "it appears at once and not by a cross-fade"


def test_no_more_sound_is_read_than_was_promised_to_be_there(driver: MuseTalkDriver) -> None:
    for rate in (25, 30, 50, 60):
        sound = Timeline()
        for number in range(40, 44):
            drawn(driver, sound, number, 1, rate)
            assert sound.asked <= pts_of(number, rate) + driver.look_ahead_s * SAMPLE_RATE


@pytest.mark.parametrize("rate", [25, 30, 60])
def test_pictures_do_not_depend_on_how_many_are_asked_for_at_once(host: filmed.Filmed, rate: int) -> None:
    found = []
    for at_once in (1, 3):
        made = MuseTalkDriver(models=host.models, cache=host.cache, card="cpu")
        made.load(host.avatar, filmed.WIDTH, filmed.HEIGHT)
        found.append(drawn(made, Timeline(), rate - 3, 12, rate, at_once))
        made.close()
    for one, three in zip(*found, strict=True):
        assert one.pts == three.pts
        assert np.abs(one.pixels.astype(int) - three.pixels).max() <= 2  # a batch rounds otherwise


def test_at_sixty_frames_a_second_two_frames_share_a_mouth_and_the_clip_goes_on(
    driver: MuseTalkDriver, monkeypatch: pytest.MonkeyPatch
) -> None:
    calls = []
    pipeline = driver._pipeline
    assert pipeline is not None
    draw = pipeline.draw
    monkeypatch.setattr(pipeline, "draw", lambda latents, chunks: calls.append(len(latents)) or draw(latents, chunks))
    frames = drawn(driver, Timeline(), 72, 12, 60)
    assert [frame.pts for frame in frames] == [pts_of(number, 60) for number in range(72, 84)]
    assert 6 <= sum(calls) <= 10


def test_after_a_cut_the_mouth_is_closed_within_a_frame_and_speaks_again(
    driver: MuseTalkDriver, host: filmed.Filmed
) -> None:
    sound = Timeline(end=4 * SAMPLE_RATE)
    assert moved(host, drawn(driver, sound, 25, 15)[-1]).any()
    at = pts_of(40, 25)
    sound.samples[at:] = 0
    driver.cut(at)
    after = drawn(driver, sound, 40, 20)
    assert not any(moved(host, frame).any() for frame in after[1:])
    again = Timeline(begin=pts_of(62, 25), end=4 * SAMPLE_RATE)
    sound.samples[pts_of(61, 25) :] = again.samples[pts_of(61, 25) :]
    assert moved(host, drawn(driver, sound, 60, 10)[-1]).any()


def test_a_spoilt_face_is_never_shown_and_a_row_of_them_is_told(
    driver: MuseTalkDriver, host: filmed.Filmed, monkeypatch: pytest.MonkeyPatch
) -> None:
    pipeline = driver._pipeline
    assert pipeline is not None
    good = pipeline._passes

    def broken(latents: torch.Tensor, chunks: torch.Tensor) -> tuple[torch.Tensor, torch.Tensor]:
        decoded = torch.full((len(latents), 3, 256, 256), float("nan"))
        return to_pixels(decoded), pipeline_module.sound_faces(decoded)

    monkeypatch.setattr(pipeline, "_passes", dict.fromkeys(good, broken))
    frames = drawn(driver, Timeline(), 25, SPOILT_MOST - 1)
    assert driver.trouble == ""
    frames += drawn(driver, Timeline(), 25 + SPOILT_MOST - 1, 1)
    assert not any(moved(host, frame).any() for frame in frames)
    assert driver.spoilt == SPOILT_MOST and driver.trouble.endswith(".")
    monkeypatch.setattr(pipeline, "_passes", good)
    drawn(driver, Timeline(), 40, 1)
    assert driver.trouble == ""


@pytest.mark.parametrize(("fill", "sound"), [(-1.0, False), (1.0, False), (0.2, False), (float("inf"), False)])
def test_black_white_flat_and_overflown_faces_are_known(fill: float, sound: bool) -> None:
    decoded = torch.rand(2, 3, 16, 16) - 0.5
    decoded[1, :, 8:] = fill
    assert pipeline_module.sound_faces(decoded).tolist() == [True, sound]


def test_another_size_of_program_gets_the_whole_clip_with_black_bars(host: filmed.Filmed) -> None:
    made = MuseTalkDriver(models=host.models, cache=host.cache, card="cpu")
    made.load(host.avatar, 200, 200)
    (frame,) = made.frames(Timeline(), 0, 1, 25, lambda: np.full((200, 200, 4), 77, np.uint8))
    made.close()
    bars = np.concatenate([frame.pixels[:40], frame.pixels[160:]])
    assert (bars[..., :3] == 0).all() and (frame.pixels[..., 3] == 255).all()
    assert frame.pixels[100, 5, :3].tolist() == pytest.approx([90, 70, 60], abs=4)


def test_weights_are_loaded_once_for_all_hosts(host: filmed.Filmed, driver: MuseTalkDriver) -> None:
    other = MuseTalkDriver(models=host.models, cache=host.cache, card="cpu")
    other.load(host.avatar, filmed.WIDTH, filmed.HEIGHT)
    assert other._pipeline is driver._pipeline
    other.inherit(driver)
    other.close()


@pytest.mark.parametrize(
    ("lack", "words"),
    [("models", "missing"), ("cache", "built"), ("card", "card"), ("precision", "precision")],
)
def test_what_is_lacking_is_said_in_one_sentence(host: filmed.Filmed, tmp_path: Path, lack: str, words: str) -> None:
    places = {"models": host.models, "cache": host.cache, "card": "cpu", "precision": "auto"}
    places[lack] = {"models": tmp_path, "cache": tmp_path, "card": "cuda:7", "precision": "fp8"}[lack]
    made = MuseTalkDriver(**places)  # type: ignore[arg-type]
    with pytest.raises(DriverError) as raised:
        made.load(host.avatar, 320, 180)
    sentence = str(raised.value)
    assert words in sentence and sentence.endswith(".") and "\n" not in sentence


def test_a_card_that_failed_is_told_from_a_frame_that_failed(
    driver: MuseTalkDriver, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(error: Exception) -> None:
        def draw(*_: object) -> None:
            raise error

        monkeypatch.setattr(driver._pipeline, "draw", draw)

    fail(torch.OutOfMemoryError("CUDA out of memory"))
    with pytest.raises(DriverError, match="ran out of memory") as raised:
        drawn(driver, Timeline(), 30, 1)
    assert not isinstance(raised.value, DriverLostError)
    fail(RuntimeError("CUDA error: an illegal memory access was encountered"))
    with pytest.raises(DriverLostError):
        drawn(driver, Timeline(), 31, 1)
