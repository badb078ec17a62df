from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from unittest.mock import MagicMock

import pytest
from pytestqt.qtbot import QtBot

from console.playout.control_server import ControlServer
from engine.ipc.messages import core as m
from engine.ipc.messages.base import Message
from engine.ipc.messages.emergency import EmergencyCall, EmergencyTaken
from engine.ipc.transport import Link, call

WORLD = m.World(microphones=[], loudspeakers=[], screens=[])


class Playout:
    """What stands behind the mouthpiece: it greets with its world, and remembers its orders."""

    def __init__(self, runtime: Path) -> None:
        self.runtime = runtime
        self.orders: list[Message] = []
        self.mouthpiece = ControlServer(runtime, lambda: WORLD, self._obey, MagicMock())

    def _obey(self, message: Message) -> None:
        self.orders.append(message)
        if isinstance(message, m.SetIdle):
            raise RuntimeError("no loop")

    def join(self) -> Link:
        return call(self.runtime, "playout", "console")


@pytest.fixture
def playout(home: Path, qtbot: QtBot) -> Iterator[Playout]:
    made = Playout(home / "run")
    yield made
    made.mouthpiece.close()


def hear(qtbot: QtBot, link: Link, count: int) -> list[Message]:
    """The next `count` messages."""
    heard: list[Message] = []

    def enough() -> bool:
        heard.extend(link.receive())
        return len(heard) >= count

    qtbot.waitUntil(enough)
    return heard


def test_a_console_is_greeted_and_obeyed_and_its_pings_answered(playout: Playout, qtbot: QtBot) -> None:
    link = playout.join()
    assert hear(qtbot, link, 1) == [WORLD]
    link.send(m.Ping(number=4))
    link.send(m.SetPa(through=True))
    assert hear(qtbot, link, 1) == [m.Pong(number=4)]
    qtbot.waitUntil(lambda: playout.orders == [m.SetPa(through=True)])
    link.close()


def test_a_stranger_is_not_obeyed(playout: Playout, qtbot: QtBot) -> None:
    good = playout.join()
    hear(qtbot, good, 1)
    (playout.runtime / "playout.card").write_text(f"1 forged {playout.runtime / 'playout.sock'}\n")
    stranger = playout.join()
    stranger.send(m.Stop())
    qtbot.waitUntil(lambda: not stranger.receive() and stranger.closed)
    assert playout.orders == []
    good.send(m.SetPa(through=True))
    qtbot.waitUntil(lambda: len(playout.orders) == 1)
    good.close()


def test_who_says_stop_and_hangs_up_at_once_is_obeyed(playout: Playout, qtbot: QtBot) -> None:
    link = playout.join()
    link.send(m.Stop())
    link.close()
    qtbot.waitUntil(lambda: playout.orders == [m.Stop()])


def test_a_stop_is_heard_even_while_playout_is_speaking(playout: Playout, qtbot: QtBot) -> None:
    link = playout.join()
    hear(qtbot, link, 1)
    link.send(m.Stop())
    link.close()
    playout.mouthpiece.send(WORLD)
    playout.mouthpiece.send_newest(WORLD)
    qtbot.waitUntil(lambda: playout.orders == [m.Stop()])


def test_a_new_console_takes_over_from_one_that_hangs(playout: Playout, qtbot: QtBot) -> None:
    old = playout.join()
    hear(qtbot, old, 1)
    new = playout.join()
    assert hear(qtbot, new, 1) == [WORLD]
    qtbot.waitUntil(lambda: not old.receive() and old.closed)
    playout.mouthpiece.send(m.Pong(number=1))
    assert hear(qtbot, new, 1) == [m.Pong(number=1)]
    new.close()


def test_a_fault_is_told_once_and_again_to_a_console_that_joins_later(playout: Playout, qtbot: QtBot) -> None:
    fault = m.Fault(kind="slate", sentence="It is gone.")
    first = playout.join()
    hear(qtbot, first, 1)
    for _ in range(3):
        playout.mouthpiece.fault("slate", "It is gone.")
    playout.mouthpiece.send(m.Pong(number=1))
    assert hear(qtbot, first, 2) == [fault, m.Pong(number=1)]
    later = playout.join()
    assert hear(qtbot, later, 2) == [WORLD, fault]
    playout.mouthpiece.cleared("slate")
    playout.mouthpiece.cleared("slate")
    assert hear(qtbot, later, 1) == [m.Cleared(kind="slate")]
    last = playout.join()
    last.send(m.Ping(number=2))
    assert hear(qtbot, last, 2) == [WORLD, m.Pong(number=2)]
    last.close()


def test_an_order_that_fails_is_a_fault_and_playout_goes_on(playout: Playout, qtbot: QtBot) -> None:
    link = playout.join()
    hear(qtbot, link, 1)
    link.send(m.SetIdle(path="x"))
    (fault,) = hear(qtbot, link, 1)
    assert isinstance(fault, m.Fault) and "SetIdle" in fault.sentence and "no loop" in fault.sentence
    link.send(m.Ping(number=1))
    assert hear(qtbot, link, 1) == [m.Pong(number=1)]
    link.close()


def test_with_nobody_there_it_speaks_to_nobody(playout: Playout) -> None:
    playout.mouthpiece.send(WORLD)
    playout.mouthpiece.send_newest(WORLD)


def test_a_console_that_does_not_read_gets_only_news_it_can_take(playout: Playout, qtbot: QtBot) -> None:
    link = playout.join()
    qtbot.waitUntil(lambda: playout.mouthpiece._console is not None)
    big = m.Fault(kind="say", sentence="s" * 100_000)
    for _ in range(200):
        playout.mouthpiece.send_newest(big)
    assert playout.mouthpiece._console is not None, "it was not dropped for being slow"
    link.close()


def test_the_emergency_keys_stand_beside_the_console_and_are_obeyed_in_nothing_else(
    playout: Playout, qtbot: QtBot
) -> None:
    console = playout.join()
    hear(qtbot, console, 1)
    keys = call(playout.runtime, "playout", "emergency")
    emergency = EmergencyCall(verb="panic", asked_ns=7)
    keys.send(emergency)
    qtbot.waitUntil(lambda: playout.orders == [emergency])
    console.send(m.SetPa(through=True))
    qtbot.waitUntil(lambda: playout.orders[1:] == [m.SetPa(through=True)])
    keys.send(m.Stop())
    qtbot.waitUntil(lambda: not keys.receive() and keys.closed)
    assert len(playout.orders) == 2
    assert not console.receive()
    assert not console.closed
    console.close()


def test_what_stands_until_it_is_followed_is_told_to_each_console(playout: Playout, qtbot: QtBot) -> None:
    taken = EmergencyTaken(verb="hold", number=1, asked_ns=0)
    playout.mouthpiece.send_until_followed("emergency", taken)
    first = playout.join()
    assert hear(qtbot, first, 2) == [WORLD, taken]
    playout.mouthpiece.send_until_followed("emergency", None)
    second = playout.join()
    assert hear(qtbot, second, 1) == [WORLD]
    first.close()
    second.close()
