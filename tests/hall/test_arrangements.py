"""The two monitors in every arrangement: the operator's window is seen, and the program is where the hall is."""

from __future__ import annotations

import time
from collections.abc import Iterator
from contextlib import contextmanager

import pytest

from tests.hall.rig.children import HallError, wait_until
from tests.hall.rig.show import SETTINGS, RunningShow
from tests.hall.rig.stage import Stage
from tests.hall.rig.xserver import Layout, Monitor

pytestmark = [pytest.mark.hall, pytest.mark.timeout(300)]

FIRST = 'language = "en"\nmicrophone = "vmic"\nspeaker = "hall"\navatar = "lin"\n'
"""No screen was ever chosen."""

STAYS_S = 2.5

LEFT = Layout(Monitor("OP", 1920, 0, 1920, 1080), Monitor("HALL", 0, 0, 1920, 1080), wired="HALL")
ABOVE = Layout(Monitor("OP", 0, 1080, 1920, 1080), Monitor("HALL", 0, 0, 1920, 1080))
PRIMARY = Layout(Monitor("OP", 0, 0, 1920, 1080), Monitor("HALL", 1920, 0, 1920, 1080), primary="HALL")
MIRRORED = Layout(Monitor("OP", 0, 0, 1920, 1080), Monitor("HALL", 0, 0, 1920, 1080), wired="HALL")
BESIDE = Layout(Monitor("OP", 0, 0, 1920, 1080), Monitor("HALL", 1920, 0, 1920, 1080), wired="HALL")


def seen_on(stage: Stage, monitor: Monitor) -> str:
    """`program`, `slate`, `window` (the operator's) or another title: what the middle of the monitor shows."""
    window = stage.top_window_at(monitor.x + monitor.width // 2, monitor.y + monitor.height // 2)
    title = window.title if window is not None else "nothing"
    named = {"Compere program": "program", "Compere slate": "slate"}
    return named.get(title, "window" if "· Compere" in title else title)


def stands(stage: Stage, layout: Layout, *, operator: str, hall: str) -> None:
    """Until both monitors show this, and still do after the looks that come once a second."""

    def so() -> bool:
        return (seen_on(stage, layout.operator), seen_on(stage, layout.hall)) == (operator, hall)

    try:
        wait_until(so, within_s=20.0, what=f"the operator's monitor to show {operator}, the hall's {hall}", every_s=0.1)
    except HallError as error:
        raise HallError(
            f"{error}{layout}\nshown: {seen_on(stage, layout.operator)}, {seen_on(stage, layout.hall)}"
        ) from error
    end = time.monotonic() + STAYS_S
    while time.monotonic() < end:
        assert so(), (seen_on(stage, layout.operator), seen_on(stage, layout.hall))


@contextmanager
def a_show(layout: Layout, settings: str) -> Iterator[tuple[Stage, RunningShow]]:
    with Stage(layout=layout) as stage:
        show = RunningShow(stage, settings).start()
        try:
            stage.x.wait_for_window("· Compere")
            yield stage, show
        finally:
            show.stop()


@pytest.mark.parametrize(
    ("layout", "settings"),
    [
        pytest.param(LEFT, FIRST, id="left, first start"),
        pytest.param(ABOVE, SETTINGS, id="above, hall remembered"),
        pytest.param(PRIMARY, FIRST, id="primary, first start"),
        # The three others take another minute: `compere bench slow` runs them.
        pytest.param(LEFT, SETTINGS, id="left, hall remembered", marks=pytest.mark.bench),
        pytest.param(ABOVE, FIRST, id="above, first start", marks=pytest.mark.bench),
        pytest.param(PRIMARY, SETTINGS, id="primary, hall remembered", marks=pytest.mark.bench),
    ],
)
def test_wherever_the_hall_lies_the_window_is_seen_and_the_slate_too(layout: Layout, settings: str) -> None:
    with a_show(layout, settings) as (stage, _show):
        if layout is PRIMARY and settings is FIRST:  # the window opens on the primary: the hall is the other one
            layout = Layout(layout.hall, layout.operator)
        stands(stage, layout, operator="window", hall="program")


@pytest.mark.bench  # two minutes by itself: run by `compere bench slow`
def test_mirrored_screens_are_refused_and_the_window_is_never_covered_by_what_comes_and_goes() -> None:
    with a_show(MIRRORED, FIRST) as (stage, show):
        stands(stage, MIRRORED, operator="window", hall="window")  # both show the same, and the operator sees their own
        stage.x.arrange(BESIDE)
        stands(stage, BESIDE, operator="window", hall="program")
        stage.x.arrange(MIRRORED)
        stands(stage, MIRRORED, operator="window", hall="window")
        stage.x.arrange(LEFT)
        stands(stage, LEFT, operator="window", hall="program")
        stage.x.remove_monitor("OP")  # off air: nobody is blind, and it comes back by itself
        wait_until(lambda: seen_on(stage, LEFT.hall) == "window", within_s=10, what="the window on what is left")
        stage.x.arrange(LEFT)
        stands(stage, LEFT, operator="window", hall="program")
        show.wait_until_ready().go_live()
        stage.x.remove_monitor("OP")
        end = time.monotonic() + STAYS_S
        while time.monotonic() < end:
            assert seen_on(stage, LEFT.hall) == "program", "on air the hall keeps its picture"
        stage.x.arrange(LEFT)
        stands(stage, LEFT, operator="window", hall="program")
        stage.x.arrange(MIRRORED)
        end = time.monotonic() + STAYS_S
        while time.monotonic() < end:
            assert seen_on(stage, MIRRORED.hall) == "program", "on air the hall keeps its picture"
        stage.x.arrange(BESIDE)
        stands(stage, BESIDE, operator="window", hall="program")
