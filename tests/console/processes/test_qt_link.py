from __future__ import annotations

import socket
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from console.processes.qt_link import QtLink
from engine.ipc.messages.base import Message
from engine.ipc.messages.core import Fault, Ping
from engine.ipc.messages.stt import Hear
from engine.ipc.transport import Link


@pytest.fixture
def ends(qtbot: QtBot) -> Iterator[tuple[QtLink, Link]]:
    """A peer, and the link of the other side."""
    ours, theirs = socket.socketpair()
    link, other = QtLink(Link(ours)), Link(theirs)
    yield link, other
    link.close()
    other.close()


def test_messages_become_signals_in_their_order(ends: tuple[QtLink, Link], qtbot: QtBot) -> None:
    link, other = ends
    heard: list[Message] = []
    link.received.connect(heard.append)
    for number in range(5):
        other.send(Ping(number=number))
    qtbot.waitUntil(lambda: len(heard) == 5)
    assert heard == [Ping(number=number) for number in range(5)]


def test_more_than_the_socket_takes_at_once_arrives_without_another_word(
    ends: tuple[QtLink, Link], qtbot: QtBot
) -> None:
    link, other = ends
    large = Hear(number=1, samples=bytes(range(256)) * 8_000, language="")
    link.send(large)
    heard: list[Message] = []

    def arrived() -> bool:
        heard.extend(other.receive())
        return bool(heard)

    qtbot.waitUntil(arrived)
    assert heard == [large]


def test_what_is_sent_arrives(ends: tuple[QtLink, Link], qtbot: QtBot) -> None:
    link, other = ends
    link.send(Ping(number=9))
    qtbot.waitUntil(lambda: other.receive() == [Ping(number=9)])


def test_the_death_of_the_other_side_is_told_once_after_its_last_words(ends: tuple[QtLink, Link], qtbot: QtBot) -> None:
    link, other = ends
    told: list[object] = []
    link.received.connect(told.append)
    link.lost.connect(lambda: told.append("lost"))
    other.send(Ping(number=1))
    other.close()
    qtbot.waitUntil(lambda: len(told) >= 2)
    link.send(Ping(number=2))
    qtbot.wait(20)
    assert told == [Ping(number=1), "lost"]


def test_a_death_that_is_noticed_while_sending_is_told_too(ends: tuple[QtLink, Link], qtbot: QtBot) -> None:
    link, other = ends
    other.close()
    with qtbot.waitSignal(link.lost):
        link.send(Ping(number=1))


def test_who_hangs_up_is_not_told_that_the_link_is_lost(ends: tuple[QtLink, Link], qtbot: QtBot) -> None:
    link, other = ends
    link.lost.connect(lambda: pytest.fail("told"))
    link.close()
    link.close()
    link.send(Ping(number=1))
    qtbot.waitUntil(lambda: not other.receive() and other.closed)


def test_hanging_up_in_the_middle_of_messages_leaves_the_rest_unheard(ends: tuple[QtLink, Link], qtbot: QtBot) -> None:
    link, other = ends
    heard: list[Message] = []

    def hear(message: Message) -> None:
        heard.append(message)
        link.close()

    link.received.connect(hear)
    for number in range(3):
        other.send(Fault(kind="say", sentence=str(number)))
    qtbot.waitUntil(lambda: len(heard) > 0)
    qtbot.wait(20)
    assert len(heard) == 1


def test_a_peer_that_is_over_leaves_nothing_in_its_parent(qtbot: QtBot) -> None:
    parent = QObject()
    for _ in range(3):
        ours, theirs = socket.socketpair()
        link = QtLink(Link(ours), parent)
        with qtbot.waitSignal(link.lost):
            theirs.close()
    qtbot.waitUntil(lambda: parent.children() == [])
