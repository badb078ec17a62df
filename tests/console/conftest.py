"""A controller whose playout and engine are played by the test."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any
from unittest.mock import MagicMock

import pytest
from pytestqt.qtbot import QtBot

from console.avatars.idle_loops import IdleLoops
from console.command_line import language
from console.controller import ConsoleController
from console.processes.supervision import SupervisedProcess
from console.settings.file import Settings
from console.state_presenter import StatePresenter
from engine.ipc.messages import core as m
from engine.ipc.messages.base import Message
from tests.lost_texts import lost_in
from ui.i18n.filling import Sentences

OPERATOR = m.Screen(key="Dell|U27|1|DP-1|2560x1440", words="Dell", x=0, y=0, width=2560, height=1440)
HALL = m.Screen(key="Epson|EB|9|HDMI-1|1920x1080", words="Epson", x=2560, y=0, width=1920, height=1080)
WORLD = m.World(
    microphones=[m.Device(key="hall.monitor", words="Monitor"), m.Device(key="desk", words="Desk microphone")],
    loudspeakers=[m.Device(key="hall", words="Hall")],
    screens=[OPERATOR, HALL],
)


def welcome(show: bytes = b"", run: str = "1") -> m.Welcome:
    """Playout's first word."""
    return m.Welcome(
        pid=1,
        sound=f"snd-{run}",
        pictures=f"pic-{run}",
        program=f"pgm-{run}",
        rate=30,
        width=1920,
        height=1080,
        air="slate",
        delay=4800,
        show=show,
        world=WORLD,
    )


class Console:
    """A controller, and all that it says to the two processes."""

    def __init__(self, home: Path, settings: Settings) -> None:
        self.said: list[tuple[str, Message]] = []
        self.log = MagicMock()
        self.controller = ConsoleController(settings, home / "run", home / "log", self.log)
        self.controller.operator_screen = OPERATOR.key
        self.console_state = self.controller.console_state

    def to(self, name: str, kind: type[Message] = Message) -> list[Message]:
        """What `name` was told, of this kind."""
        return [message for who, message in self.said if who == name and isinstance(message, kind)]

    def last(self, name: str, kind: type[Message]) -> Message:
        return self.to(name, kind)[-1]

    def from_playout(self, message: Message) -> None:
        self.controller.playout.received.emit(message)

    def from_engine(self, message: Message) -> None:
        self.controller.engine.received.emit(message)


@pytest.fixture(autouse=True)
def no_sentence_loses_its_key(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Whatever a test makes the console say reaches the window, or the command line, with its key and parameters."""
    lost: set[str] = set()
    presenters: list[StatePresenter] = []
    begin = StatePresenter.__init__

    def begun(presenter: StatePresenter, *given: Any, **named: Any) -> None:
        begin(presenter, *given, **named)
        presenters.append(presenter)

    monkeypatch.setattr(StatePresenter, "__init__", begun)

    def listened(tell: Callable[..., None]) -> Callable[..., None]:
        def told(*given: Any, **named: Any) -> None:
            lost.update(lost_in((given[1:], named)))
            tell(*given, **named)

        return told

    for name in ("add_log_line", "refuse", "alarm"):
        monkeypatch.setattr(StatePresenter, name, listened(getattr(StatePresenter, name)))

    class Listening(Sentences):
        def said(self, english: str) -> str:
            lost.update(lost_in(english))
            return english

    monkeypatch.setattr(language._Spoken, "sentences", Listening((), str))
    yield
    for presenter in presenters:
        lost.update(lost_in(presenter.console_state))
    assert not lost, "sentences that have lost their key on the way: see engine/text.py"


MakeConsole = Callable[..., Console]


@pytest.fixture
def make_console(home: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> Iterator[MakeConsole]:
    """Makes consoles whose wards start nothing and whose idle loops are never prepared."""
    made: list[Console] = []

    def send(supervised: SupervisedProcess, message: Message) -> None:
        for console in made:
            if supervised in (console.controller.playout, console.controller.engine):
                console.said.append((supervised._name, message))

    monkeypatch.setattr(SupervisedProcess, "send", send)
    monkeypatch.setattr(IdleLoops, "prepare", lambda *_: None)

    def make(settings: Settings | None = None) -> Console:
        console = Console(home, settings or Settings(avatar="lin"))
        made.append(console)
        return console

    yield make
    for console in made:
        console.controller.leave()


@pytest.fixture
def console(make_console: MakeConsole) -> Console:
    """One with playout and engine joined."""
    made = make_console()
    made.from_playout(welcome())
    made.controller.engine.joined.emit()
    return made
