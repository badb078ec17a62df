"""The process of the emergency keys, with real sockets: it lives as long as its console, whatever others do."""

from __future__ import annotations

import os
import threading
import time
from collections.abc import Iterator
from pathlib import Path
from unittest.mock import MagicMock

import pytest

from console.emergency.key_source import NOT_READ, KeyPress
from console.emergency.process import EmergencyProcess
from engine.ipc.messages.base import Message
from engine.ipc.messages.core import Fault, Hello, Ping, Pong, Stop
from engine.ipc.messages.emergency import EMERGENCY, EmergencyCall, EmergencyKeys, KeyMeaning
from engine.ipc.transport import Link, Listener, call

ME = 4711


class Keyboard:
    """Keys that a test presses, through a real pipe."""

    def __init__(self) -> None:
        self._reading, self._writing = os.pipe()
        os.set_blocking(self._reading, False)
        self.broken = False
        self.front = True
        self.taken_in_by_focus: list[str] = []
        self._buffered: list[str] = []

    def press(self, name: str) -> None:
        os.write(self._writing, name.encode() + b"\n")

    def fileno(self) -> int:
        return self._reading

    def read(self) -> list[KeyPress]:
        try:
            names = os.read(self._reading, 4096).decode().split()
        except BlockingIOError:
            names = []
        names += self._buffered
        self._buffered = []
        if self.broken:
            raise OSError("the desktop is gone")
        return [KeyPress((name,), time.monotonic_ns()) for name in names]

    def in_front(self, process: int) -> bool:
        self._buffered += self.taken_in_by_focus  # an answer of the server's brings what else was on its way
        self.taken_in_by_focus = []
        return self.front and process == ME

    def close(self) -> None:
        os.close(self._reading)
        os.close(self._writing)


class Running:
    """The process's own loop in a thread, a playout that listens, and a console that the test plays."""

    def __init__(self, runtime: Path) -> None:
        self._runtime = runtime
        self.playout = Listener(runtime, "playout")
        self.keyboard = Keyboard()
        self.process = EmergencyProcess(runtime, self.keyboard, "", MagicMock())
        self._thread = threading.Thread(target=self.process.run)
        self._thread.start()
        self.console = call(runtime, EMERGENCY, "console")
        meaning = KeyMeaning("F12", "panic", 1, [])
        self.console.send(EmergencyKeys(console=ME, state="LIVE", keys=[meaning]))
        self.console.send(Ping(number=0))
        self.heard(self.console, Pong)  # it knows what the keys mean

    def heard(self, link: Link, kind: type[Message]) -> Message:
        """The next message of this kind on a link."""
        for _ in range(2000):
            for message in link.receive():
                if isinstance(message, kind):
                    return message
            threading.Event().wait(0.005)
        raise AssertionError(f"no {kind.__name__} came")

    def is_asked(self, times: int) -> None:
        """Until the console was asked so often for a sign of life. It gives none, so only keys ask again."""
        asked = 0
        for _ in range(2000):
            asked = max([asked, *(each.number for each in self.console.receive() if isinstance(each, Ping))])
            if asked >= times:
                return
            threading.Event().wait(0.005)
        raise AssertionError(f"asked {asked} times")

    def playouts_end(self) -> Link:
        """Where the emergency keys have called playout."""
        for _ in range(2000):
            if (link := self.playout.accept()) is not None:
                assert self.playout.knows(self.heard(link, Hello))
                return link
            threading.Event().wait(0.005)
        raise AssertionError("nobody called playout")

    def crash_console(self) -> None:
        """It goes without a word."""
        self.console.close()
        for _ in range(2000):
            if self.process._console is None:
                return
            threading.Event().wait(0.005)
        raise AssertionError("the console is not missed")

    def end(self) -> None:
        """By a console's word, the first one's or that of one that came later."""
        if self._thread.is_alive():
            if self.console.closed:
                self.console = call(self._runtime, EMERGENCY, "console")
            self.console.send(Stop())
        assert self.ended()
        self.console.close()

    def ended(self) -> bool:
        self._thread.join(10.0)
        return not self._thread.is_alive()


def verb(message: Message) -> str:
    return message.verb if isinstance(message, EmergencyCall) else ""


@pytest.fixture
def running(home: Path) -> Iterator[Running]:
    made = Running(home / "run")
    yield made
    made.end()
    made.process.close()
    made.playout.close()


def test_a_console_that_is_silent_loses_the_key_to_playout(running: Running) -> None:
    playout = running.playouts_end()
    running.keyboard.press("F12")
    running.is_asked(2)
    assert verb(running.heard(playout, EmergencyCall)) == "panic"
    playout.close()


def test_a_key_that_came_in_with_the_answer_about_the_focus_is_seen_at_once(running: Running) -> None:
    running.keyboard.taken_in_by_focus = ["F12"]  # the socket is read empty by then: it will not say that it is there
    running.keyboard.press("F12")
    running.is_asked(3)  # once by itself, and for each of the two


def test_it_answers_pings_and_ends_with_its_console(running: Running) -> None:
    running.console.send(Ping(number=7))
    assert running.heard(running.console, Pong) == Pong(number=7)
    running.console.send(Stop())
    assert running.ended()


def test_a_playout_that_dies_and_comes_back_is_found_again(running: Running) -> None:
    running.playouts_end().close()
    again = running.playouts_end()
    running.keyboard.press("F12")
    assert verb(running.heard(again, EmergencyCall)) == "panic"
    again.close()


def test_keys_that_are_lost_are_told_and_the_process_lives_on(running: Running) -> None:
    running.keyboard.broken = True
    running.keyboard.press("F12")
    assert running.heard(running.console, Fault) == Fault(kind="emergency", sentence=NOT_READ)
    running.console.send(Ping(number=3))
    assert running.heard(running.console, Pong) == Pong(number=3)


def test_when_the_console_has_crashed_function_keys_still_reach_playout_and_no_others(running: Running) -> None:
    playout = running.playouts_end()
    meanings = [KeyMeaning("F12", "panic", 1, []), KeyMeaning("F9", "hold", 1, []), KeyMeaning("Esc", "hold", 1, [])]
    running.console.send(EmergencyKeys(console=ME, state="LIVE", keys=meanings))
    running.console.send(Ping(number=1))
    running.heard(running.console, Pong)
    running.crash_console()
    running.keyboard.front = False  # the window is gone
    running.keyboard.press("Esc")
    running.keyboard.press("F9")
    assert verb(running.heard(playout, EmergencyCall)) == "hold"
    running.keyboard.press("F12")
    assert verb(running.heard(playout, EmergencyCall)) == "panic"
    assert playout.receive() == []
    playout.close()


def test_a_console_that_comes_back_has_its_keys_to_itself_again(running: Running) -> None:
    playout = running.playouts_end()
    running.crash_console()
    running.console = call(running._runtime, EMERGENCY, "console")
    running.console.send(EmergencyKeys(console=ME, state="LIVE", keys=[KeyMeaning("F12", "panic", 1, [])]))
    running.console.send(Ping(number=1))
    running.heard(running.console, Pong)
    running.is_asked(2)  # by itself
    running.console.send(Pong(number=2))
    running.keyboard.press("F12")
    running.is_asked(3)
    playout.close()
