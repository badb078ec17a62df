from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.files.idle_loop import IdleLoop, IdleLoopError, writing

FRAMES = [b"\xff\xd8" + bytes([65 + i]) * (5 + i) + b"\xff\xd9" for i in range(6)]


def write(path: Path, frames: list[bytes] = FRAMES, loop: int = 48_000) -> Path:
    with writing(path, width=64, height=36, rate=6, count=len(FRAMES), loop=loop) as file:
        for frame in frames:
            file.add(frame)
    return path


def test_what_was_written_is_read_back(tmp_path: Path) -> None:
    loop = IdleLoop.open(write(tmp_path / "a.idle"))
    assert (loop.width, loop.height, loop.rate, loop.count, loop.loop) == (64, 36, 6, 6, 48_000)
    assert [bytes(loop.jpeg(i)) for i in range(6)] == FRAMES
    loop.close()


@given(pts=st.integers(0, 10**12), rate=st.sampled_from([25, 30, 50, 60]), number=st.integers(0, 10**6))
def test_the_frame_at_a_moment_is_the_one_drawn_for_it(
    tmp_path_factory: pytest.TempPathFactory, pts: int, rate: int, number: int
) -> None:
    path = tmp_path_factory.mktemp("idle") / "a.idle"
    count = 4 * rate
    with writing(path, width=64, height=36, rate=rate, count=count, loop=4 * 48_000) as file:
        for _ in range(count):
            file.add(FRAMES[0])
    loop = IdleLoop.open(path)
    assert 0 <= loop.frame_index_at(pts) < count
    assert loop.frame_index_at(pts) == loop.frame_index_at(pts + loop.loop)
    assert loop.frame_index_at(number * 48_000 // rate) == number % count
    loop.close()


def test_a_file_cut_short_anywhere_is_refused(tmp_path: Path) -> None:
    whole = write(tmp_path / "a.idle").read_bytes()
    broken = tmp_path / "b.idle"
    for size in range(len(whole)):
        broken.write_bytes(whole[:size])
        with pytest.raises(IdleLoopError, match="prepare the avatar"):
            IdleLoop.open(broken)


@given(place=st.integers(0, 10**6), value=st.integers(0, 255))
def test_a_damaged_byte_is_refused_or_harmless_and_never_a_crash(
    tmp_path_factory: pytest.TempPathFactory, place: int, value: int
) -> None:
    path = write(tmp_path_factory.mktemp("idle") / "a.idle")
    data = bytearray(path.read_bytes())
    data[place % len(data)] = value
    path.write_bytes(data)
    try:
        loop = IdleLoop.open(path)
    except IdleLoopError:
        return
    for pts in (0, 1_000, 10**9):
        assert len(loop.jpeg(loop.frame_index_at(pts))) > 4
    loop.close()


@pytest.mark.parametrize(
    "content", [b"", b"COMPIDLE", b"not an idle loop at all, but long enough to hold a header" * 3]
)
def test_another_file_is_refused_in_a_sentence(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "x.idle"
    path.write_bytes(content)
    with pytest.raises(IdleLoopError, match="prepare the avatar"):
        IdleLoop.open(path)


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(IdleLoopError, match=r"gone\.idle is not there"):
        IdleLoop.open(tmp_path / "gone.idle")


def test_a_loop_that_was_not_finished_never_appears(tmp_path: Path) -> None:
    with pytest.raises(RuntimeError), writing(tmp_path / "a.idle", width=8, height=8, rate=1, count=2, loop=9) as file:
        file.add(FRAMES[0])
        raise RuntimeError("power cut")
    with (
        pytest.raises(ValueError, match="1 frames of 2"),
        writing(tmp_path / "a.idle", width=8, height=8, rate=1, count=2, loop=9) as file,
    ):
        file.add(FRAMES[0])
    assert list(tmp_path.iterdir()) == []


def test_a_new_loop_replaces_the_old_one_whole(tmp_path: Path) -> None:
    path = write(tmp_path / "a.idle")
    old = IdleLoop.open(path)
    write(path, frames=FRAMES[::-1])
    assert bytes(IdleLoop.open(path).jpeg(0)) == FRAMES[-1]
    old.close()


def test_playing_a_loop_needs_no_qt_and_no_numpy() -> None:
    code = (
        "import sys, engine.files.idle_loop; print([m for m in sys.modules if m.split('.')[0] in ('PySide6', 'numpy')])"
    )
    out = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert out.stdout.strip() == "[]"
