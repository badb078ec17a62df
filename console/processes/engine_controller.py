"""The engine as the console sees it: attached to playout's rings, and what it says put into the console's state."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from console import paths
from console.processes.standby_engine import StandbyEngine
from console.processes.supervision import SupervisedProcess
from console.settings.file import Settings
from console.show.core.alarms import AlarmKind, without_last_words
from console.state_presenter import StatePresenter
from engine.ipc.messages import core as m
from engine.ipc.messages.base import Message
from engine.ipc.messages.engine import Attach, DrawCutouts, EngineStatus, Failed, Neural, Ready, SteppedIn, Warm
from engine.text import Text

_GOOD_AGAIN = (AlarmKind.ENGINE, AlarmKind.DRIVER, AlarmKind.RINGS, AlarmKind.AVATAR)
"""Alarms that an engine with its avatar loaded takes back."""

_NEURAL = ("engine_card", "engine_precision", "engine_decoder")


class EngineController(QObject):
    """Attaches the engine whenever it or playout is new, and listens to it.

    Args:
        engine: the supervised process.
        presenter: puts what the engine says into the console's state.

    Signals:
        joined(): an engine is there and attached, and knows of no avatar yet; emitted here.
        loaded(str): the avatar in this folder is on the engine and moves; "" when none is any more; emitted here.
    """

    joined = Signal()
    loaded = Signal(str)

    def __init__(self, engine: SupervisedProcess, presenter: StatePresenter) -> None:
        super().__init__()
        self._engine = engine
        self._presenter = presenter
        self._rings: Attach | None = None
        self._cutouts = ""
        self._standby = StandbyEngine(engine, presenter)
        engine.joined.connect(self._joined)
        engine.received.connect(self._received)
        engine.lost.connect(self._lost)

    def use_rings(self, welcome: m.Welcome | None) -> None:
        """The rings of a new playout; None when it is gone, and the next one's are awaited."""
        self._rings, self._cutouts = None, ""
        if welcome is not None:
            self._cutouts = welcome.cutouts
            self._rings = Attach(
                sound=welcome.sound, pictures=welcome.pictures, rate=welcome.rate, phones=welcome.phones
            )
            self._attach()

    def use_cutouts(self, ring: str) -> None:
        """The ring for hosts without a ground; "" when none is needed."""
        self._cutouts = ring
        self._engine.send(DrawCutouts(ring=ring))

    def use_settings(self, before: Settings, now: Settings) -> None:
        """Settings were changed: what the neural driver works with holds at once, the second engine comes or goes."""
        if any(getattr(before, name) != getattr(now, name) for name in _NEURAL):
            self.send_neural()
        if before.standby != now.standby:
            self._standby.use_settings()

    def _attach(self) -> None:
        if self._rings is not None:
            self._engine.send(self._rings)
            self._engine.send(DrawCutouts(ring=self._cutouts))

    def send_neural(self) -> None:
        """Where the neural driver finds its files, and what it runs on."""
        settings = self._presenter.settings
        self._engine.send(
            Neural(
                models=str(paths.models_folder()),
                cache=str(paths.cache_folder()),
                card=settings.engine_card,
                precision=settings.engine_precision,
                decoder=settings.engine_decoder,
            )
        )

    def _joined(self) -> None:
        self.send_neural()
        self._attach()
        self.joined.emit()

    def _received(self, message: Message) -> None:
        match message:
            case Warm(avatar=folder):
                self._presenter.warmed(folder)
            case Ready(avatar=folder):
                for kind in _GOOD_AGAIN:
                    self._presenter.clear(kind)
                self._presenter.engine_ready(message, self._engine)
                self.loaded.emit(folder)
            case Failed(sentence=sentence):
                self._presenter.alarm(AlarmKind.AVATAR, sentence)
            case EngineStatus():
                self._presenter.engine_status(message, self._engine)
            case SteppedIn():
                self._presenter.add_log_line("the first engine draws again")
            case m.Fault():
                self._presenter.alarm(AlarmKind(message.kind), message.sentence)
            case m.Cleared():
                self._presenter.clear(AlarmKind(message.kind))

    def _lost(self, why: str) -> None:
        why = without_last_words(why)
        self._presenter.lose_engine(self._engine)
        self.loaded.emit("")
        if self._presenter.console_state.health.standby in ("ready", "drawing"):
            sentence = Text("The engine was lost and is starting again; the second one draws ({why}).", why=why)
        else:
            sentence = Text("The engine was lost and is starting again; the avatar idles ({why}).", why=why)
        self._presenter.alarm(AlarmKind.ENGINE, sentence)
