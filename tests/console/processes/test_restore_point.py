"""The restore point: a show that was cut off is found again, and one that ended well is not."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from console.operator_selection import OperatorSelection, ShowRecord
from console.processes.instant import Instant
from console.processes.restore_point import FILE_NAME, REJOIN_WITHIN_S, RestorePoint
from console.show.core.state import ShowState, Snapshot


class Wall:
    """The wall clock of a computer that does not tell how long it is up."""

    now = 1_000_000.0

    def __call__(self) -> Instant:
        return Instant(self.now)


@pytest.fixture
def wall() -> Wall:
    return Wall()


def record(state: ShowState, at: float, *, from_air: bool = False, avatar: str = "lin") -> ShowRecord:
    return ShowRecord.of(Snapshot(state, 0.0, 40.0, from_air), OperatorSelection(avatar=avatar), 7, at)


def died(folder: Path, wall: Wall, written: ShowRecord, *, alive_for_s: float, ago_s: float) -> RestorePoint:
    """A console that wrote a record, lived on for a while, and died some time ago; then the next one."""
    restore_point = RestorePoint(folder, clock=wall)
    restore_point.write(written)
    wall.now += alive_for_s
    restore_point.alive()
    wall.now += ago_s
    return RestorePoint(folder, clock=wall)


def test_a_show_that_was_cut_off_live_is_found_in_hold_with_its_time_on_air(tmp_path: Path, wall: Wall) -> None:
    left = died(tmp_path, wall, record(ShowState.LIVE, wall.now), alive_for_s=600.0, ago_s=14.0).left()
    assert left is not None and left.words == "was LIVE 14 s ago"
    assert left.record.state is ShowState.HOLD
    assert left.record.on_air_s == pytest.approx(640.0)
    assert left.record.choices.avatar == "lin" and left.record.turn == 7


@pytest.mark.parametrize(
    ("state", "from_air", "comes_back"),
    [
        (ShowState.LIVE, False, ShowState.HOLD),
        (ShowState.HOLD, False, ShowState.HOLD),
        (ShowState.PANIC, True, ShowState.HOLD),
        (ShowState.PANIC, False, ShowState.STANDBY),
        (ShowState.ARMED, False, ShowState.STANDBY),
        (ShowState.STANDBY, False, ShowState.STANDBY),
        (ShowState.OFFLINE, False, ShowState.STANDBY),
    ],
)
def test_nothing_comes_back_on_air_by_itself(
    tmp_path: Path, wall: Wall, state: ShowState, from_air: bool, comes_back: ShowState
) -> None:
    left = died(tmp_path, wall, record(state, wall.now, from_air=from_air), alive_for_s=1.0, ago_s=5.0).left()
    assert left is not None and left.record.state is comes_back
    assert bool(left.words) == (comes_back is ShowState.HOLD)


def test_yesterday_s_show_is_told_and_not_gone_on_with(tmp_path: Path, wall: Wall) -> None:
    written = record(ShowState.LIVE, wall.now)
    left = died(tmp_path, wall, written, alive_for_s=1.0, ago_s=REJOIN_WITHIN_S + 80_000).left()
    assert left is not None and left.record.state is ShowState.STANDBY and left.record.on_air_s == 0.0
    assert left.words == "was LIVE 22 h ago" and left.record.choices.avatar == "lin"


def test_a_console_that_ended_well_leaves_nothing(tmp_path: Path, wall: Wall) -> None:
    restore_point = RestorePoint(tmp_path, clock=wall)
    restore_point.write(record(ShowState.LIVE, wall.now))
    restore_point.clear()
    restore_point.alive()
    restore_point.write(record(ShowState.STANDBY, wall.now))  # one that was under way
    assert restore_point.left() is None and not list(tmp_path.iterdir())


def test_it_is_written_only_when_something_changed(tmp_path: Path, wall: Wall) -> None:
    restore_point = RestorePoint(tmp_path, clock=wall)
    path = tmp_path / FILE_NAME
    restore_point.write(record(ShowState.LIVE, wall.now))
    first = path.read_bytes()
    restore_point.write(record(ShowState.LIVE, wall.now + 60))
    assert path.read_bytes() == first
    restore_point.write(record(ShowState.LIVE, wall.now + 60, avatar="hao"))
    assert path.read_bytes() != first


@pytest.mark.parametrize("content", [b"", b"\x00\xff not a record", b"x" * 100_000])
def test_a_broken_file_is_no_restore_point(tmp_path: Path, wall: Wall, content: bytes) -> None:
    (tmp_path / FILE_NAME).write_bytes(content)
    assert RestorePoint(tmp_path, clock=wall).left() is None


def test_a_clock_that_was_set_back_is_no_fault(tmp_path: Path, wall: Wall) -> None:
    restore_point = died(tmp_path, wall, record(ShowState.LIVE, wall.now), alive_for_s=5.0, ago_s=-3600.0)
    left = restore_point.left()
    assert left is not None and left.words == "was LIVE 0 s ago"


def test_a_folder_that_cannot_be_written_stops_nothing(tmp_path: Path, wall: Wall) -> None:
    blocked = tmp_path / "file"
    blocked.write_text("in the way")
    restore_point = RestorePoint(blocked, clock=wall)
    restore_point.write(record(ShowState.LIVE, wall.now))
    restore_point.alive()
    restore_point.clear()
    assert restore_point.left() is None


def test_a_half_written_restore_point_is_never_seen(
    tmp_path: Path, wall: Wall, monkeypatch: pytest.MonkeyPatch
) -> None:
    restore_point = RestorePoint(tmp_path, clock=wall)
    restore_point.write(record(ShowState.HOLD, wall.now))

    def no_disk(handle: int) -> None:
        raise OSError("no space left")

    monkeypatch.setattr(os, "fsync", no_disk)
    restore_point.write(record(ShowState.LIVE, wall.now))
    left = restore_point.left()
    assert left is not None and "HOLD" in left.words


class Both(Wall):
    """A computer that tells how long it is up, and whose wall clock may be set."""

    up_s, boot = 5_000.0, "b1"

    def __call__(self) -> Instant:
        return Instant(self.now, self.up_s, self.boot)

    def passes(self, seconds: float) -> None:
        self.now += seconds
        self.up_s += seconds


@pytest.mark.parametrize("step_s", [-8 * 3600.0, -60.0, 0.0, 8 * 3600.0])
@pytest.mark.parametrize("when", ["while it ran", "after it died"])
def test_a_wall_clock_that_was_set_changes_nothing(tmp_path: Path, step_s: float, when: str) -> None:
    clock = Both()
    restore_point = RestorePoint(tmp_path, clock=clock)
    restore_point.write(ShowRecord.of(Snapshot(ShowState.LIVE, 0.0, 40.0), OperatorSelection(), 7, clock()))
    clock.passes(300.0)
    if when == "while it ran":
        clock.now += step_s
    clock.passes(300.0)
    restore_point.alive()
    if when == "after it died":
        clock.now += step_s
    clock.passes(14.0)
    left = RestorePoint(tmp_path, clock=clock).left()
    assert left is not None and left.words == "was LIVE 14 s ago" and left.ago_s == pytest.approx(14.0)
    assert left.record.state is ShowState.HOLD and left.record.on_air_s == pytest.approx(640.0)


def test_after_another_start_of_the_computer_the_wall_clock_counts(tmp_path: Path) -> None:
    clock = Both()
    restore_point = RestorePoint(tmp_path, clock=clock)
    restore_point.write(ShowRecord.of(Snapshot(ShowState.LIVE, 0.0, 0.0), OperatorSelection(), 7, clock()))
    clock.passes(60.0)
    restore_point.alive()
    clock.now += 90.0
    clock.up_s, clock.boot = 20.0, "b2"
    left = RestorePoint(tmp_path, clock=clock).left()
    assert left is not None and left.words == "was LIVE 90 s ago"
