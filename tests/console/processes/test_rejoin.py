from __future__ import annotations

import pytest

from console.operator_selection import OperatorSelection, ShowRecord
from console.processes.instant import Instant
from console.processes.rejoin import find_show
from console.processes.restore_point import RecoveredShow
from console.show.core.state import ShowState, Snapshot

RECORD = ShowRecord.of(
    Snapshot(ShowState.LIVE, 5.0, 60.0), OperatorSelection(avatar="lin"), 7, Instant(1_000.0, 500.0, "b")
)


@pytest.mark.parametrize("step_s", [-8 * 3600.0, 0.0, 8 * 3600.0])
@pytest.mark.parametrize("boot", ["b", ""])
def test_what_playout_kept_is_as_old_as_it_is_however_the_wall_clock_was_set(step_s: float, boot: str) -> None:
    found = find_show(RECORD.pack(), None, Instant(1_014.0 + step_s, 514.0, boot))
    assert found is not None and found.away_s == pytest.approx(14.0) and found.words == "was LIVE 14 s ago"
    assert found.record.turn == 7 and not found.alarm


def test_a_record_of_an_older_version_is_told_by_its_wall_clock() -> None:
    older = ShowRecord.of(Snapshot(ShowState.HOLD, 0.0, 0.0), OperatorSelection(), 1, 1_000.0)
    found = find_show(older.pack(), None, Instant(1_020.0, 514.0, "b"))
    assert found is not None and found.away_s == pytest.approx(20.0)
    found = find_show(older.pack(), None, Instant(900.0, 514.0, "b"))
    assert found is not None and found.away_s == 0.0, "never less than none"


def test_after_everything_was_cut_off_turns_are_numbered_far_above_those_that_were_written_down() -> None:
    held = ShowRecord.of(Snapshot(ShowState.HOLD, 0.0, 60.0), OperatorSelection(), 7, 1_000.0)
    found = find_show(b"", RecoveredShow(held, "was LIVE 14 s ago", 14.0), Instant(1_014.0))
    assert found is not None and found.record.turn > 500 and found.away_s == 14.0
    assert found.alarm.startswith("Rejoin: was LIVE 14 s ago.")


def test_where_nothing_was_left_there_is_nothing() -> None:
    assert find_show(b"", None, Instant.now()) is None
    assert find_show(b"rubbish", None, Instant.now()) is None


def test_this_computer_tells_how_long_it_is_up() -> None:
    first, later = Instant.now(), Instant.now()
    assert first.up_s >= 0 and 0.0 <= later.since(first) < 60.0
