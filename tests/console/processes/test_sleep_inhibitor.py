"""Sleep and screen saver are held off by every way that the machine has, and let go again."""

from __future__ import annotations

import contextlib
import sys
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager

import psutil
import pytest
from pytestqt.qtbot import QtBot

from console.processes import sleep_inhibitor
from console.processes.sleep_inhibitor import CannotHoldError, SleepInhibitor, Way, ways_of_this_system

SCREEN, SLEEP = frozenset({"screen"}), frozenset({"sleep"})


class Trail:
    """Ways that write down when they are entered and left."""

    def __init__(self) -> None:
        self.steps: list[str] = []

    def way(self, name: str) -> Callable[[], AbstractContextManager[None]]:
        @contextlib.contextmanager
        def hold() -> Iterator[None]:
            self.steps.append(f"+{name}")
            yield
            self.steps.append(f"-{name}")

        return hold


@contextlib.contextmanager
def refuse() -> Iterator[None]:
    raise CannotHoldError("not there")
    yield


def holding(qtbot: QtBot, *ways: Way) -> SleepInhibitor:
    inhibitor = SleepInhibitor(ways)
    inhibitor.hold()
    qtbot.waitUntil(lambda: inhibitor.held is not None, timeout=5000)
    return inhibitor


def test_what_was_held_is_let_go_in_the_opposite_order(qtbot: QtBot) -> None:
    trail = Trail()
    inhibitor = holding(qtbot, Way(SCREEN, "a", trail.way("a")), Way(SLEEP, "b", trail.way("b")))
    assert inhibitor.held is not None and inhibitor.held.screen and inhibitor.held.sleep
    inhibitor.release()
    assert trail.steps == ["+a", "+b", "-b", "-a"] and inhibitor.held is None


def test_a_way_that_is_not_there_is_told_and_costs_the_others_nothing(qtbot: QtBot) -> None:
    trail = Trail()
    inhibitor = holding(qtbot, Way(SCREEN, "a", refuse), Way(SLEEP, "b", trail.way("b")))
    held = inhibitor.held
    assert held is not None and (held.screen, held.sleep) == (False, True)
    assert held.ways == ("b",) and held.refused == ("a (not there)",)
    inhibitor.release()


def test_a_spare_way_is_taken_only_for_what_nothing_else_covers(qtbot: QtBot) -> None:
    trail = Trail()
    inhibitor = holding(
        qtbot,
        Way(SCREEN, "a", trail.way("a")),
        Way(SCREEN, "b", trail.way("b"), spare=True),
        Way(SLEEP, "c", trail.way("c"), spare=True),
    )
    assert trail.steps == ["+a", "+c"]
    inhibitor.release()


def test_holding_twice_holds_once_and_letting_go_twice_is_no_fault(qtbot: QtBot) -> None:
    trail = Trail()
    inhibitor = holding(qtbot, Way(SCREEN, "a", trail.way("a")))
    inhibitor.hold()
    inhibitor.release()
    inhibitor.release()
    assert trail.steps == ["+a", "-a"]


def test_it_can_be_held_again_after_a_release(qtbot: QtBot) -> None:
    trail = Trail()
    inhibitor = holding(qtbot, Way(SCREEN, "a", trail.way("a")))
    inhibitor.release()
    inhibitor.hold()
    qtbot.waitUntil(lambda: inhibitor.held is not None, timeout=5000)
    inhibitor.release()
    assert trail.steps == ["+a", "-a", "+a", "-a"]


def test_a_child_that_refuses_is_no_hold() -> None:
    with (
        pytest.raises(CannotHoldError, match="ended with 3"),
        sleep_inhibitor._child([sys.executable, "-c", "exit(3)"]),
    ):
        pass
    with pytest.raises(CannotHoldError), sleep_inhibitor._child(["/no/such/program"]):
        pass


def test_a_child_that_holds_is_gone_when_let_go() -> None:
    before = set(psutil.Process().children())
    with sleep_inhibitor._child([sys.executable, "-c", "import sys; sys.stdin.read()"]):
        (child,) = set(psutil.Process().children()) - before
        assert child.is_running()
    assert not child.is_running()


def test_without_a_session_bus_none_is_started(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("DBUS_SESSION_BUS_ADDRESS", raising=False)
    with pytest.raises(CannotHoldError, match="session bus"), sleep_inhibitor._by_desktop():
        pass


def test_x11_ways_say_that_there_is_no_display(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("DISPLAY", raising=False)
    for way in (sleep_inhibitor._by_x11_suspend, sleep_inhibitor._by_x11_settings):
        with pytest.raises(CannotHoldError, match="display"), way():
            pass


@pytest.mark.parametrize("system", ["linux", "win32", "darwin"])
def test_every_system_has_ways_for_both(system: str) -> None:
    ways = ways_of_this_system(system)
    assert frozenset().union(*(way.covers for way in ways)) == {"screen", "sleep"}
