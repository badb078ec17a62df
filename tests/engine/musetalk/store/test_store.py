"""The prepared avatar: what is written is what is read, nothing half-made counts, and each fault has its sentence."""

from __future__ import annotations

import json
import mmap
from fractions import Fraction
from pathlib import Path

import numpy as np
import psutil
import pytest
from hypothesis import given
from hypothesis import strategies as st
from numpy.typing import NDArray

from engine.files import idle_loop
from engine.musetalk.store.store import (
    FILES,
    Store,
    StoreError,
    StoreManifest,
    cycle_length,
    cycle_of,
    fingerprint,
    store_key,
)
from engine.musetalk.store.writer import StoreWriter, part_folder
from engine.opencv import opencv

WIDTH, HEIGHT = 96, 64
BOX, CROP = (30, 10, 60, 50), (15, 0, 75, 60)


def picture(number: int) -> NDArray[np.uint8]:
    rng = np.random.default_rng(number)
    small = rng.integers(0, 255, (4, 6, 3), np.uint8)
    made: NDArray[np.uint8] = opencv().resize(small, (WIDTH, HEIGHT))
    return made


def jpeg(number: int) -> bytes:
    return bytes(opencv().imencode(".jpg", picture(number))[1])


def latents(number: int) -> NDArray[np.float32]:
    return np.random.default_rng(number).normal(size=(8, 32, 32)).astype(np.float32)


def mask(number: int) -> NDArray[np.uint8]:
    made = np.zeros((60, 60), np.uint8)
    made[32:50, 16 : 40 + number % 3] = 200
    return made


def card(frames: int = 4, **other: object) -> StoreManifest:
    told = {"avatar": "lin", "key": "k", "source": "s", "weights": "w", "width": WIDTH, "height": HEIGHT}
    return StoreManifest(**{**told, "rate": (25, 1), "frames": frames, "order": "there-and-back", **other})  # type: ignore[arg-type]


def add(writer: StoreWriter, upto: int) -> None:
    while writer.done < upto:
        number = writer.done
        writer.add(jpeg(number), latents(number), BOX, CROP, mask(number))


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    with StoreWriter(tmp_path / "lin-1") as writer:
        add(writer, 4)
        writer.finish(card())
    return tmp_path / "lin-1"


def test_what_was_written_is_read(folder: Path) -> None:
    store = Store.open(folder, "w")
    assert store.card == card(rate=[25, 1])
    assert (store.box(2), store.crop(2)) == (BOX, CROP)
    for number in range(4):
        np.testing.assert_array_equal(store.latents[number], latents(number))
        np.testing.assert_array_equal(store.mask(number), mask(number))
        assert bytes(store.jpeg(number)) == jpeg(number)
    assert np.abs(store.frame(1).astype(int) - picture(1)).mean() < 3
    assert not part_folder(folder).exists()
    store.close()


def test_only_the_shown_part_of_a_mask_is_kept_and_equal_ones_once(tmp_path: Path) -> None:
    with StoreWriter(tmp_path / "a") as writer:
        for number in range(5):
            writer.add(jpeg(number), latents(number), BOX, CROP, mask(0))
        writer.finish(card(5))
    assert (tmp_path / "a" / "masks.bin").stat().st_size == 18 * 24


def test_a_mask_that_shows_nothing_is_kept_too(tmp_path: Path) -> None:
    with StoreWriter(tmp_path / "a") as writer:
        writer.add(jpeg(0), latents(0), BOX, CROP, np.zeros((60, 60), np.uint8))
        writer.finish(card(1))
    assert not Store.open(tmp_path / "a").mask(0).any()


def test_an_interrupted_build_counts_for_nothing_and_goes_on_where_it_was(tmp_path: Path) -> None:
    with StoreWriter(tmp_path / "a") as writer:
        add(writer, 3)
    with pytest.raises(StoreError, match="no prepared avatar"):
        Store.open(tmp_path / "a")
    with StoreWriter(tmp_path / "a") as again:
        assert again.done == 3
        add(again, 4)
        again.finish(card())
    np.testing.assert_array_equal(Store.open(tmp_path / "a").latents[3], latents(3))


@pytest.mark.parametrize("name", ["frames.jpegs", "masks.bin", "latents.raw", "rows.bin"])
@pytest.mark.parametrize("cut", [1, 400])
def test_a_frame_that_was_cut_off_is_made_again(tmp_path: Path, name: str, cut: int) -> None:
    with StoreWriter(tmp_path / "a") as writer:
        add(writer, 4)
    file = part_folder(tmp_path / "a") / name
    file.write_bytes(file.read_bytes()[:-cut])
    with StoreWriter(tmp_path / "a") as again:
        assert again.done < 4
        add(again, 4)
        again.finish(card())
    store = Store.open(tmp_path / "a")
    for number in range(4):
        np.testing.assert_array_equal(store.mask(number), mask(number))
        assert bytes(store.jpeg(number)) == jpeg(number)


@pytest.mark.parametrize("name", FILES)
def test_one_wrong_byte_is_found_and_the_file_named(folder: Path, name: str) -> None:
    data = bytearray((folder / name).read_bytes())
    data[len(data) // 2] ^= 1
    (folder / name).write_bytes(data)
    with pytest.raises(StoreError, match=f"{name} is damaged or missing: build the avatar lin again"):
        Store.open(folder)


def test_other_weights_are_refused_in_plain_words(folder: Path) -> None:
    with pytest.raises(StoreError, match="built with other weights: build it again"):
        Store.open(folder, "others")


def test_another_format_is_refused(folder: Path) -> None:
    told = json.loads((folder / "store.json").read_text())
    (folder / "store.json").write_text(json.dumps({**told, "format": 2}))
    with pytest.raises(StoreError, match="another version of Compere"):
        Store.open(folder)


@given(text=st.binary(max_size=60) | st.from_type(dict).map(lambda made: json.dumps(repr(made)).encode()))
def test_any_card_that_is_none_is_refused_in_one_sentence(
    tmp_path_factory: pytest.TempPathFactory, text: bytes
) -> None:
    folder = tmp_path_factory.mktemp("store")
    (folder / "store.json").write_bytes(text)
    with pytest.raises(StoreError) as caught:
        Store.open(folder)
    assert str(caught.value).endswith("again.")


def test_nothing_in_a_card_can_be_of_a_wrong_kind_without_a_sentence(folder: Path) -> None:
    told = json.loads((folder / "store.json").read_text())
    for key in told:
        for wrong in (None, -1, "x", [], {}, [0, 0]):
            if key in ("settings", "report", "avatar", "key", "source", "weights"):
                continue
            (folder / "store.json").write_text(json.dumps({**told, key: wrong}))
            with pytest.raises(StoreError):
                Store.open(folder)


@given(
    frames=st.integers(1, 90),
    rate=st.sampled_from([Fraction(25), Fraction(30000, 1001), Fraction(24), Fraction(12)]),
    pts=st.integers(0, 10**10),
)
def test_the_clip_goes_to_its_end_and_back_one_frame_at_a_time(frames: int, rate: Fraction, pts: int) -> None:
    store = Store.__new__(Store)
    store.cycle = cycle_of(frames, "there-and-back")
    store.loop = cycle_length(len(store.cycle), rate)
    step = store.loop // len(store.cycle)
    assert abs(store.index_at(pts + step) - store.index_at(pts)) <= 1
    assert store.index_at(pts + store.loop) == store.index_at(pts)


def test_an_idle_loop_of_the_cycle_shows_the_same_frame_at_every_sample(folder: Path, tmp_path: Path) -> None:
    store = Store.open(folder)
    count = len(store.cycle)
    with idle_loop.writing(
        tmp_path / "a.idle", width=WIDTH, height=HEIGHT, rate=25, count=count, loop=store.loop
    ) as file:
        for index in store.cycle:
            file.add(bytes(store.jpeg(index)))
    loop = idle_loop.IdleLoop.open(tmp_path / "a.idle")
    for pts in range(0, 3 * store.loop, 37):
        assert bytes(loop.jpeg(loop.frame_index_at(pts))) == bytes(store.jpeg(store.index_at(pts)))


def test_both_ends_are_shown_twice() -> None:
    assert cycle_of(3, "there-and-back") == (0, 1, 2, 2, 1, 0)
    assert cycle_of(3, "round") == (0, 1, 2)


def test_a_key_changes_with_each_thing_it_is_made_of() -> None:
    assert (
        len({store_key("a", "b", {}), store_key("b", "b", {}), store_key("a", "c", {}), store_key("a", "b", {"x": 1})})
        == 4
    )


def test_a_fingerprint_tells_files_of_one_length_apart(tmp_path: Path) -> None:
    one, two = tmp_path / "one", tmp_path / "two"
    one.write_bytes(bytes(3_000_000))
    two.write_bytes(bytes(2_999_999) + b"\1")
    assert fingerprint(one) != fingerprint(two)


def test_decoded_frames_do_not_fill_the_memory(tmp_path: Path) -> None:
    noise = np.random.default_rng(0).integers(0, 255, (600, 800, 3), np.uint8)
    data = bytes(opencv().imencode(".jpg", noise)[1])
    with StoreWriter(tmp_path / "a") as writer:
        for number in range(60):
            writer.add(data, latents(number), BOX, CROP, mask(0))
        writer.finish(card(60, width=800, height=600))
    store = Store.open(tmp_path / "a")
    store.frame(0)
    before = psutil.Process().memory_info().rss
    for number in range(60):
        store.frame(number)
    most = 30 if hasattr(mmap, "MADV_DONTNEED") else 60  # a system without that advice may keep the file
    assert psutil.Process().memory_info().rss - before < most * len(data)
