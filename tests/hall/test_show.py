"""The promises of the show, on the running application, seen from outside; `compere bench hall` repeats them."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.hall.rig.show import RunningShow
from tests.hall.rig.stage import Stage
from tests.hall.scenarios import failures as scenarios

pytestmark = [pytest.mark.hall, pytest.mark.timeout(300)]


@pytest.fixture(scope="module")
def running() -> Iterator[tuple[Stage, RunningShow]]:
    """One stage and one show for all of these tests."""
    with Stage() as stage:
        show = RunningShow(stage).start().wait_until_ready().go_live()
        try:
            yield stage, show
        finally:
            show.stop()


@pytest.fixture
def hall(running: tuple[Stage, RunningShow]) -> tuple[Stage, RunningShow]:
    """LIVE in MIRROR at the begin of each test, also after one that failed."""
    stage, show = running
    return stage, show.mirror_again()


def test_lips_and_sound_follow_the_voice_together(hall: tuple[Stage, RunningShow]) -> None:
    """How soon and how often is judged by `compere bench outside`: here, that every syllable is seen and heard."""
    stage, _show = hall
    report, _ = scenarios.mirror(stage, 8.0)
    assert report.syllables > 4
    assert report.unshown == 0
    assert not report.black
    assert not report.foreign
    assert report.skew_ms.p50 is not None
    assert -45 < report.skew_ms.p50 < 125  # what nobody sees: ITU-R BT.1359


def test_an_interrupt_silences_the_hall_and_nothing_of_the_turn_comes_back(hall: tuple[Stage, RunningShow]) -> None:
    stage, show = hall
    figures = scenarios.interrupt_say(stage, show, 2)  # the second from SAY, where the first has led
    assert figures["heard_again"] == 0
    assert figures["silent_after_key_ms"]["max"] < 250
    assert figures["mouth_closed_after_key_ms"]["max"] < 400
    stage.key("m")
    show.wait_for("action", action="mode", argument="mirror", accepted=True)


def test_a_killed_engine_leaves_the_host_breathing_and_the_lips_come_back(hall: tuple[Stage, RunningShow]) -> None:
    stage, show = hall
    figures = scenarios.kill_engine(stage, show, 1)
    assert figures["black"] == 0
    assert figures["foreign"] == 0
    assert figures["longest_still_ms"] < 400
    assert figures["never_followed"] == 0


def test_a_killed_console_costs_the_hall_nothing_and_rejoins_the_show(hall: tuple[Stage, RunningShow]) -> None:
    """A busy computer itself swallows one or two syllables; a kill that costs one would do so every time."""
    stage, show = hall
    lost = []
    for _ in range(3):
        figures = scenarios.kill_console(stage, show, 1)
        assert figures["air_changed"] == 0
        assert figures["black"] == 0
        assert figures["foreign"] == 0
        assert figures["syllables"] > 6
        lost.append(figures["syllables_lost"])
        assert lost[-1] <= 2
        if not lost[-1]:
            break
    assert min(lost) == 0, lost


def test_a_killed_playout_uncovers_the_slate_and_never_the_desktop(hall: tuple[Stage, RunningShow]) -> None:
    stage, show = hall
    figures = scenarios.kill_playout(stage, show, 1)
    assert figures["desktop_seen"] == 0
    # The window of the killed program stands until the X server has seen that its owner is gone.
    assert set(figures["beneath"]) <= {"Compere slate", "Compere program"}


def test_an_unplugged_hall_monitor_never_covers_the_operators_screen(hall: tuple[Stage, RunningShow]) -> None:
    stage, show = hall
    figures = scenarios.unplug_hall(stage, show, 2, 1)
    assert figures["operator_covered"] == 0


def test_an_unplugged_microphone_is_missed_and_nothing_else_is_heard_in_its_place(
    hall: tuple[Stage, RunningShow],
) -> None:
    stage, show = hall
    figures = scenarios.lose_microphone(stage, show, 1)
    assert figures["loudest_while_missing_dbfs"] < -80


def test_a_killed_sound_server_never_stops_the_picture(hall: tuple[Stage, RunningShow]) -> None:
    stage, show = hall
    figures = scenarios.kill_sound_server(stage, show, 1)
    assert figures["longest_still_ms"] < 400
