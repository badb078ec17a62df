"""The second engine, as the console sees it: it is told what the first one is told, and steps in by itself.

It takes memory and a little of the processor, on a card the weights once more. So it is there only where the setting
says so, or where a neural host leaves a card with room enough.
"""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer

from console.processes.supervision import SupervisedProcess
from console.show.state.neural import NEEDED_MIB
from console.state_presenter import StatePresenter
from engine.failover import UNDERSTUDY
from engine.ipc.messages import core as m
from engine.ipc.messages.base import Message
from engine.ipc.messages.engine import Attach, DrawCutouts, EngineStatus, Failed, Load, Neural, Ready, SteppedIn
from engine.text import Text

_GRACE_MS = 3000
"""Within this a second engine that nobody wants any more ends by itself; then it is killed."""


class StandbyEngine(QObject):
    """Keeps the second engine, and keeps it informed.

    Args:
        engine: the first one.
        presenter: puts into the console's state how the second one does.
    """

    def __init__(self, engine: SupervisedProcess, presenter: StatePresenter) -> None:
        super().__init__()
        self._engine, self._presenter = engine, presenter
        self._told: dict[str, Message] = {}
        self._supervised: SupervisedProcess | None = None
        engine.told.connect(self._mirror)
        engine.received.connect(self._consider)

    def _mirror(self, message: Message) -> None:
        """What the first engine is told: the newest of each kind is what a fresh one must know, in this order."""
        match message:
            case Neural():
                kind = "neural"
            case Attach():
                kind = "rings"
            case DrawCutouts():
                kind = "cutouts"
            case Load(role=role):
                kind = role
            case _:
                return
        self._told[kind] = message
        if self._supervised is not None:
            self._supervised.send(message)

    def _consider(self, message: Message) -> None:
        """Have a second engine as soon as the first one works and there is room for it."""
        if self._supervised is not None or not isinstance(message, EngineStatus):
            return
        request = self._presenter.settings.standby
        free = message.card_total_mib - message.card_used_mib
        if request == "on" or (request == "auto" and message.card_total_mib and free >= NEEDED_MIB):
            self._begin()

    def use_settings(self) -> None:
        """The request for a second engine may be another: one that nobody wants goes, and is forgotten."""
        if self._presenter.settings.standby == "off" and self._supervised is not None:
            supervised, self._supervised = self._supervised, None
            supervised.leave(stopping=True)
            self._presenter.standby("")
            QTimer.singleShot(_GRACE_MS, self, lambda: supervised.end(0.0))

    def _begin(self) -> None:
        self._supervised = self._engine.sibling(UNDERSTUDY, ("--name", UNDERSTUDY))
        self._supervised.joined.connect(self._joined)
        self._supervised.received.connect(self._received)
        self._supervised.lost.connect(lambda why: self._presenter.standby("starting"))
        self._presenter.standby("starting")
        self._supervised.begin(adopt=self._engine.adopted)

    def _joined(self) -> None:
        assert self._supervised is not None
        for kind in ("neural", "rings", "cutouts", "air", "next"):
            if kind in self._told:
                self._supervised.send(self._told[kind])

    def _received(self, message: Message) -> None:
        match message:
            case Ready():
                self._presenter.standby("ready")
            case SteppedIn():
                self._presenter.standby("drawing")
                self._presenter.add_log_line("the second engine has stepped in")
            case EngineStatus(drawing=drawing):
                self._presenter.standby("drawing" if drawing else "ready")
            case Failed(sentence=sentence) | m.Fault(sentence=sentence):
                self._presenter.add_log_line(Text("second engine: {sentence}", sentence=sentence))
