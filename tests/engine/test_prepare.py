from __future__ import annotations

import json
import shutil
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtGui import QImage

from engine.avatar import Avatar, find_avatars, load_avatar
from engine.files.idle_loop import IdleLoop
from engine.ipc.rings.samples import SAMPLE_RATE
from engine.light.driver import idle_motion
from engine.musetalk.store.config import parse_config
from engine.musetalk.store.store import Store, StoreManifest, store_folder, store_key
from engine.musetalk.store.writer import StoreWriter
from engine.opencv import opencv
from engine.prepare import PrepareError, idle_path, make_idle, make_thumbnail, open_eyed

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def lin() -> Avatar:
    return load_avatar(ROOT / "avatars" / "lin")


@pytest.fixture(scope="module")
def prepared(lin: Avatar, tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("idle") / "lin.idle"
    make_idle(lin, path, 320, 180, 25)
    return path


def pixels(loop: IdleLoop, index: int) -> np.ndarray:
    image = QImage.fromData(bytes(loop.jpeg(index))).convertToFormat(QImage.Format.Format_RGB32)
    return np.frombuffer(image.constBits(), np.uint8).reshape(image.height(), image.width(), 4)[..., :3].astype(int)


def test_the_loop_is_as_long_and_as_large_as_asked_for(lin: Avatar, prepared: Path) -> None:
    loop = IdleLoop.open(prepared)
    assert (loop.width, loop.height, loop.rate, loop.count) == (320, 180, 25, 25 * lin.idle_seconds)
    assert loop.loop == 48_000 * lin.idle_seconds
    assert pixels(loop, 0).shape == (180, 320, 3)
    loop.close()


def test_the_loop_has_no_seam_and_never_stands_still(prepared: Path) -> None:
    loop = IdleLoop.open(prepared)
    pictures = [pixels(loop, i) for i in range(loop.count)]
    loop.close()
    steps = [np.abs(a - b).mean() for a, b in zip(pictures, pictures[1:] + pictures[:1], strict=True)]
    assert steps[-1] <= max(steps[:-1])
    assert min(steps) > 0


def test_progress_is_told_frame_by_frame(lin: Avatar, tmp_path: Path) -> None:
    heard: list[tuple[int, int]] = []
    make_idle(replace(lin, idle_seconds=4), tmp_path / "a.idle", 64, 36, 25, lambda done, of: heard.append((done, of)))
    assert heard == [(i, 100) for i in range(1, 101)]


def test_a_render_that_fails_leaves_nothing_behind(lin: Avatar, tmp_path: Path) -> None:
    def stop(done: int, of: int) -> None:
        if done == 3:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        make_idle(lin, tmp_path / "a.idle", 64, 36, 25, stop)
    assert list(tmp_path.iterdir()) == []


def test_a_place_that_cannot_be_written_is_named(lin: Avatar, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    with pytest.raises(PrepareError, match="cannot be written"):
        make_idle(lin, tmp_path / "file" / "a.idle", 64, 36, 25)


def test_an_avatar_of_a_driver_that_is_not_built_in_is_refused(lin: Avatar, tmp_path: Path) -> None:
    with pytest.raises(PrepareError, match="musetalk"):
        make_thumbnail(replace(lin, driver="musetalk"), tmp_path / "a.jpg")


def test_a_changed_avatar_is_prepared_again_and_an_unchanged_one_is_not(lin: Avatar, tmp_path: Path) -> None:
    folder = tmp_path / "lin"
    shutil.copytree(lin.folder, folder)
    avatar = load_avatar(folder)
    first = idle_path(avatar, 1920, 1080, 30, tmp_path)
    assert first == idle_path(load_avatar(folder), 1920, 1080, 30, tmp_path)
    assert first.parent == tmp_path and first.name.startswith("lin-1920x1080-30-")
    assert len({first, *(idle_path(avatar, *size, tmp_path) for size in ((1280, 720, 30), (1920, 1080, 25)))}) == 3
    (folder / "thumbnail.jpg").write_bytes(b"another")
    assert idle_path(avatar, 1920, 1080, 30, tmp_path) == first
    text = (folder / "avatar.toml").read_text(encoding="utf-8")
    (folder / "avatar.toml").write_text(text.replace("#3a2420", "#3a2421"), encoding="utf-8")
    assert idle_path(load_avatar(folder), 1920, 1080, 30, tmp_path) != first


def test_a_thumbnail_is_a_small_picture(lin: Avatar, tmp_path: Path) -> None:
    make_thumbnail(lin, tmp_path / "t.jpg")
    image = QImage(str(tmp_path / "t.jpg"))
    assert (image.width(), image.height()) == (480, 270)


def test_no_bundled_host_is_shown_in_a_blink(tmp_path: Path) -> None:
    for avatar in find_avatars([ROOT / "avatars"])[0]:
        make_thumbnail(avatar, tmp_path / "fresh.jpg")
        fresh, kept = QImage(str(tmp_path / "fresh.jpg")), QImage(str(avatar.thumbnail))
        wide, high = fresh.width(), fresh.height()
        differs = [
            abs(fresh.pixelColor(x, y).lightness() - kept.pixelColor(x, y).lightness())
            for x in range(wide * 2 // 5, wide * 3 // 5)
            for y in range(high // 4, high // 2)
        ]
        assert sum(differs) / len(differs) < 4, f"{avatar.name}: the picture in its folder is another one"
        assert idle_motion(avatar).at(open_eyed(avatar) * SAMPLE_RATE // avatar.rate).blink == 0.0


def run(*arguments: str) -> tuple[int, list[dict[str, object]]]:
    done = subprocess.run(
        [sys.executable, "-m", "engine.prepare", *arguments], cwd=ROOT, capture_output=True, text=True, check=False
    )
    return done.returncode, [json.loads(line) for line in done.stdout.splitlines()]


def test_the_command_tells_its_progress_in_json_and_ends_with_the_file(lin: Avatar, tmp_path: Path) -> None:
    out = tmp_path / "a.idle"
    status, lines = run(str(lin.folder), "--out", str(out), "--width", "64", "--height", "36", "--rate", "25")
    assert status == 0
    assert lines[0] == {"event": "progress", "frame": 1, "of": 200}
    assert lines[-1] == {"event": "done", "file": str(out)}
    IdleLoop.open(out).close()


def test_the_command_fails_in_one_sentence(tmp_path: Path) -> None:
    status, lines = run(str(tmp_path), "--out", str(tmp_path / "a.idle"))
    assert status == 1
    assert lines[-1]["event"] == "failed" and "avatar.toml" in str(lines[-1]["sentence"])


@pytest.fixture
def filmed(tmp_path: Path) -> tuple[Avatar, Store]:
    """An avatar of four drawn frames, prepared in `tmp_path`."""
    folder = tmp_path / "avatars" / "mei"
    folder.mkdir(parents=True)
    (folder / "avatar.toml").write_text(
        'format = 1\nid = "mei"\nname = "Mei"\ndriver = "musetalk"\nsize = [96, 64]\nrate = 25\nlicence = "CC0-1.0"\n'
    )
    avatar = load_avatar(folder)
    settings = parse_config(avatar.settings).made_by()
    place = store_folder(tmp_path, "mei", store_key("", "w", settings))
    with StoreWriter(place) as writer:
        for number in range(4):
            jpeg = bytes(opencv().imencode(".jpg", np.full((64, 96, 3), 60 * number, np.uint8))[1])
            writer.add(jpeg, np.zeros((8, 32, 32), np.float32), (30, 10, 60, 50), (15, 0, 75, 60), MASK)
        rate = (25, 1)
        writer.finish(StoreManifest("mei", "k", "", "w", 96, 64, rate, 4, "there-and-back", settings))
    return avatar, Store.open(place)


MASK = np.ones((60, 60), np.uint8)


def test_a_filmed_avatars_loop_is_its_clips_cycle_bit_by_bit(filmed: tuple[Avatar, Store], tmp_path: Path) -> None:
    avatar, store = filmed
    make_idle(avatar, tmp_path / "mei.idle", 96, 64, 30)
    loop = IdleLoop.open(tmp_path / "mei.idle")
    assert (loop.count, loop.loop) == (8, 8 * 1920)
    for pts in range(0, 40_000, 97):
        assert bytes(loop.jpeg(loop.frame_index_at(pts))) == bytes(store.jpeg(store.index_at(pts)))


def test_a_filmed_avatars_loop_of_another_size_has_the_same_pictures(
    filmed: tuple[Avatar, Store], tmp_path: Path
) -> None:
    make_idle(filmed[0], tmp_path / "mei.idle", 192, 192, 30)
    loop = IdleLoop.open(tmp_path / "mei.idle")
    picture = pixels(loop, 5)
    assert abs(int(picture[96, 96, 0]) - 120) <= 2
    assert picture[5, 96].max() <= 4  # a black bar


def test_a_filmed_avatar_that_was_never_built_says_so(filmed: tuple[Avatar, Store], tmp_path: Path) -> None:
    with pytest.raises(PrepareError, match="Mei has not been built on this computer yet: build it"):
        make_idle(filmed[0], tmp_path / "elsewhere" / "mei.idle", 96, 64, 30)
