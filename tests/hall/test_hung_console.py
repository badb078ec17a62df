"""The three keys of rescue on the running application, while its console stands still."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.hall.rig.show import RunningShow
from tests.hall.rig.stage import Stage
from tests.hall.scenarios import hung_console

pytestmark = [pytest.mark.hall, pytest.mark.timeout(300)]


@pytest.fixture(scope="module")
def hall() -> Iterator[tuple[Stage, RunningShow]]:
    """One show, LIVE before and after each of these tests."""
    with Stage() as stage:
        show = RunningShow(stage).start().wait_until_ready().go_live()
        show.wait_for("emergency keys joined")
        try:
            yield stage, show
        finally:
            show.stop()


def test_panic_is_black_though_the_console_hangs_and_stays_so_when_it_wakes(hall: tuple[Stage, RunningShow]) -> None:
    figures = hung_console.panic(*hall, times=1, hang_s=3.0)
    assert figures["black_after_key_ms"]["max"] < 400


def test_hold_is_silent_though_the_console_hangs(hall: tuple[Stage, RunningShow]) -> None:
    figures = hung_console.hold(*hall, times=1, hang_s=3.0)
    assert figures["begun_after_key_ms"]["max"] < 400
    assert figures["silent_after_key_ms"]["max"] < 1200


def test_interrupt_silences_a_line_though_the_console_hangs(hall: tuple[Stage, RunningShow]) -> None:
    figures = hung_console.interrupt(*hall, times=1, hang_s=3.0)
    assert figures["silent_after_key_ms"]["max"] < 500
    assert figures["heard_again"] == 0


def test_a_console_that_answers_keeps_its_keys_to_itself(hall: tuple[Stage, RunningShow]) -> None:
    """On a busy computer it may answer too late once: of five presses at least one is its own."""
    stage, show = hall
    show.focus()
    left_to_it = False
    for _ in range(5):
        taken, holds = show.count("emergency key"), show.count("air", air="hold")
        stage.key("Escape")
        show.wait_for("air", air="hold", times=holds + 1)
        hung_console.back_on_air(stage, show)
        if left_to_it := show.count("emergency key") == taken:
            break
    assert left_to_it


def test_the_function_keys_reach_the_hall_though_the_console_has_crashed(hall: tuple[Stage, RunningShow]) -> None:
    stage, show = hall
    show.kill("console")
    show.wait_for("console lost: function keys act wherever they are pressed")
    panics, holds = show.count("air", air="panic"), show.count("air", air="hold")
    followed = show.count("emergency key followed", verb="panic")
    stage.key("F12")
    show.wait_for("air", air="panic", times=panics + 1)
    show.start()
    show.wait_for("emergency key followed", verb="panic", times=followed + 1, within_s=40.0)
    show.focus()
    stage.keydown("F12")
    show.wait_for("air", air="hold", times=holds + 1)
    stage.keyup("F12")
    hung_console.back_on_air(stage, show)
