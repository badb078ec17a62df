"""Clips of every kind, the seam, the drawn jaw and the report."""

from __future__ import annotations

from pathlib import Path

import av
import numpy as np
import pytest
from numpy.typing import NDArray

from engine.musetalk.face.blend import shown_region
from engine.musetalk.face.mask import crop_box
from engine.musetalk.store.config import AvatarConfigError, MaskConfig, parse_config
from engine.musetalk.studio import jaw, quality, seam
from engine.musetalk.studio.clip import ClipError, open_clip
from tests.engine.musetalk.studio.conftest import film


def numbered(count: int, size: tuple[int, int] = (192, 144)) -> list[NDArray[np.uint8]]:
    """Frames with a bar that stands where their number says, and a white upper left corner."""
    frames = []
    for number in range(count):
        frame = np.full((size[1], size[0], 3), 20, np.uint8)
        frame[60:120, 2 * number : 2 * number + 2] = 255
        frame[:32, :32] = 255
        frames.append(frame)
    return frames


def numbers(frames: list[NDArray[np.uint8]]) -> list[int]:
    return [int(frame[70:110, :, 0].mean(axis=0).argmax()) // 2 for frame in frames]


def test_a_clip_of_25_gives_every_frame(tmp_path: Path) -> None:
    clip = open_clip(film(tmp_path / "a.mp4", numbered(40), 25))
    assert (clip.rate, clip.width, clip.height, clip.expected) == (25, 192, 144, 40)
    assert numbers(list(clip.frames())) == list(range(40))


def test_of_a_clip_of_50_every_second_frame_is_taken(tmp_path: Path) -> None:
    clip = open_clip(film(tmp_path / "a.mp4", numbered(80), 50))
    assert clip.rate == 25
    assert numbers(list(clip.frames())) == list(range(0, 80, 2))


def test_a_piece_is_cut_where_it_was_requested(tmp_path: Path) -> None:
    clip = open_clip(film(tmp_path / "a.mp4", numbered(80), 25), 1.0, 2.2)
    assert numbers(list(clip.frames())) == list(range(25, 55))


def test_a_clip_on_its_side_is_set_upright(tmp_path: Path) -> None:
    plain = film(tmp_path / "a.mp4", numbered(30), 25)
    turned = tmp_path / "b.mp4"
    with av.open(str(plain)) as source, av.open(str(turned), "w") as target:
        stream = target.add_stream_from_template(source.streams.video[0])
        for packet in source.demux(video=0):
            if packet.dts is not None:
                packet.stream = stream
                target.mux(packet)
    data = turned.read_bytes()
    # The track's matrix: a quarter turn, as telephones write it.
    at = data.index(b"tkhd") + 4 + 40
    matrix = np.array([0, 0x10000, 0, -0x10000, 0, 0, 0, 0, 0x40000000], ">i4").tobytes()
    turned.write_bytes(data[:at] + matrix + data[at + 36 :])
    clip = open_clip(turned)
    frame = next(clip.frames())
    assert (clip.width, clip.height, frame.shape) == (144, 192, (192, 144, 3))
    assert frame[:24, -24:].min() > 200  # the white corner: upper left became upper right


def test_a_large_picture_is_scaled_into_a_program(tmp_path: Path) -> None:
    clip = open_clip(film(tmp_path / "a.mp4", numbered(30, (2560, 1440))[:26], 25))
    assert (clip.width, clip.height) == (1920, 1080)


@pytest.mark.parametrize(
    ("frames", "piece", "sentence"),
    [
        (10, (0, 0), r"gives 0\.4 s: take one of 1 s or more, or a photo"),
        (40, (9, 0), r"lasts only 1\.6 s: choose an earlier piece"),
        (1600, (0, 0), r"lasts 64 s: at most 60 s can be used"),
    ],
)
def test_a_clip_of_a_wrong_length_gets_one_sentence(
    frames: int, piece: tuple[float, float], sentence: str, tmp_path: Path
) -> None:
    file = film(tmp_path / "a.mp4", (numbered(1)[0] for _ in range(frames)), 25)
    with pytest.raises(ClipError, match=sentence):
        list(open_clip(file, *piece).frames())


def test_sound_alone_is_no_clip() -> None:
    with pytest.raises(ClipError, match="only sound"):
        open_clip(Path(__file__).parents[3] / "data" / "mama-map-bob.wav")


def test_a_movement_that_comes_back_goes_round() -> None:
    angle = np.arange(75) / 50 * 2 * np.pi
    pictures = (100 + 50 * np.sin(angle)[:, None, None] + np.zeros((75, 54, 96))).astype(np.float32)
    found = seam.choose(pictures, 25.0)
    assert found.order == "round"
    assert found.jump <= 1.0


def test_a_movement_that_does_not_come_back_turns_where_it_is_quiet() -> None:
    speed = np.ones(100)
    speed[[6, 92]] = 0.0  # it stands still here
    pictures = (np.cumsum(speed)[:, None, None] + np.zeros((100, 54, 96))).astype(np.float32)
    found = seam.choose(pictures, 25.0)
    assert (found.order, found.first, found.last) == ("there-and-back", 5, 92)


def test_the_order_can_be_requested() -> None:
    pictures = (np.arange(100.0)[:, None, None] + np.zeros((100, 54, 96))).astype(np.float32)
    assert seam.choose(pictures, 25.0, "round").order == "round"
    still = np.zeros((100, 54, 96), np.float32)
    assert seam.choose(still, 25.0, "there-and-back").order == "there-and-back"


BOX = (200, 100, 300, 240)


def test_the_jaw_is_shown_and_nothing_above_the_bridge() -> None:
    around = crop_box(BOX)
    mask = jaw.mask(BOX, around, MaskConfig(feather=0.0))
    assert mask.shape == (around[3] - around[1], around[2] - around[0])
    left, top, right, bottom = shown_region(mask)
    assert abs(left + around[0] - 205) <= 2
    assert abs(right + around[0] - 295) <= 2
    assert abs(top + around[1] - 170) <= 2
    assert abs(bottom + around[1] - 233) <= 2
    assert mask[205 - around[1], 250 - around[0]] == 255  # the mouth
    assert mask[231 - around[1], 208 - around[0]] == 0  # beside the chin


@pytest.mark.parametrize(
    ("config", "side", "by"),
    [
        (MaskConfig(width=0.6, feather=0.0), 0, 15),
        (MaskConfig(height=0.3, feather=0.0), 1, 28),
        (MaskConfig(chin=0.8, feather=0.0), 3, -21),
    ],
)
def test_each_measure_moves_its_own_edge(config: MaskConfig, side: int, by: int) -> None:
    around = crop_box(BOX)
    plain = shown_region(jaw.mask(BOX, around, MaskConfig(feather=0.0)))
    moved = shown_region(jaw.mask(BOX, around, config))
    assert abs(moved[side] - plain[side] - by) <= 2


def test_feather_makes_the_rim_soft() -> None:
    around = crop_box(BOX)
    hard, soft = (jaw.mask(BOX, around, MaskConfig(feather=value)) for value in (0.0, 0.2))
    assert len(np.unique(hard)) < len(np.unique(soft))


def judged(**change: object) -> quality.Report:
    watcher = quality.Watcher()
    rng = np.random.default_rng(1)
    face = rng.integers(0, 255, (256, 256, 3), np.uint8)
    for _ in range(30):
        watcher.add(face)
    told: dict[str, object] = {
        "boxes": [(200, 100, 500, 460)] * 30, "rate": 25.0, "frames": 30, "bridged": 0,
        "seam": seam.Seam(0, 29, "round", 0.5), "mask": "drawn", **change,
    }  # fmt: skip
    return quality.judge(watcher, **told)  # type: ignore[arg-type]


def test_a_good_clip_gets_no_advice() -> None:
    report = judged()
    assert (report.advice, report.face_px, report.used) == ((), 300, 30)


@pytest.mark.parametrize(
    ("change", "advice"),
    [
        ({"boxes": [(200, 100, 300, 220)] * 30}, "film closer"),
        ({"boxes": [(200, 100, 1000, 1000)] * 30}, "film from further away"),
        ({"boxes": [(200 + 10 * i, 100, 500 + 10 * i, 460) for i in range(30)]}, "The head moves quickly"),
        ({"bridged": 9}, "not seen in 9 of 30 frames"),
        ({"seam": seam.Seam(0, 29, "round", 9.0)}, "The end of the loop can be seen"),
    ],
)
def test_what_is_not_good_gets_advice(change: dict[str, object], advice: str) -> None:
    (sentence,) = judged(**change).advice
    assert advice in sentence


@pytest.mark.parametrize(
    ("table", "sentence"),
    [
        ({"clip": 7}, "clip must be a line of text"),
        ({"colour": 1}, "no setting named 'colour'"),
        ({"mask": {"chin": 3.0}}, "chin must be a number from 0.7 to 1"),
        ({"mask": {"chin": float("nan")}}, "chin must be a number"),
        ({"mask": 1}, "must be a table"),
        ({"face": True}, "face must be 0 or the number"),
        ({"box": [1, 2, 3]}, "box must be left, top, right and bottom"),
        ({"start_s": 5, "end_s": 4}, "end_s must lie after start_s"),
        ({"finder": "magic"}, "finder must be one of cascade"),
    ],
)
def test_a_wrong_setting_is_named(table: dict[str, object], sentence: str) -> None:
    with pytest.raises(AvatarConfigError, match=sentence):
        parse_config(table)
