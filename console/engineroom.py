"""The engine as the console sees it: attached to playout's rings, and what it says put into the house."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from console import places
from console.housekeeping import Housekeeper
from console.settings import Settings
from console.show.alarms import without_last_words
from console.supervise import Ward
from console.understudy import Understudy
from engine.link import messages as m

_GOOD_AGAIN = ("engine", "driver", "rings", "avatar")
"""Alarms that an engine with its avatar loaded takes back."""

_NEURAL = ("engine_card", "engine_precision", "engine_decoder")


class EngineRoom(QObject):
    """Attaches the engine whenever it or playout is new, and listens to it.

    Args:
        engine: the supervised process.
        keeper: puts what the engine says into the house.

    Signals:
        joined(): an engine is there and attached, and knows of no avatar yet; emitted here.
        loaded(str): the avatar in this folder is on the engine and moves; "" when none is any more; emitted here.
    """

    joined = Signal()
    loaded = Signal(str)

    def __init__(self, engine: Ward, keeper: Housekeeper) -> None:
        super().__init__()
        self._engine = engine
        self._keeper = keeper
        self._rings: m.Attach | None = None
        self._understudy = Understudy(engine, keeper)
        engine.joined.connect(self._joined)
        engine.received.connect(self._received)
        engine.lost.connect(self._lost)

    def use_rings(self, welcome: m.Welcome | None) -> None:
        """The rings of a new playout; None when it is gone, and the next one's are awaited."""
        self._rings = None
        if welcome is not None:
            self._rings = m.Attach(
                sound=welcome.sound, pictures=welcome.pictures, rate=welcome.rate, phones=welcome.phones
            )
            self._attach()

    def use_settings(self, before: Settings, now: Settings) -> None:
        """Settings were changed: what the neural driver works with holds at once, the second engine comes or goes."""
        if any(getattr(before, name) != getattr(now, name) for name in _NEURAL):
            self.tell_neural()
        if before.standby != now.standby:
            self._understudy.use_settings()

    def _attach(self) -> None:
        if self._rings is not None:
            self._engine.send(self._rings)

    def tell_neural(self) -> None:
        """Where the neural driver finds its files, and what it runs on."""
        settings = self._keeper.settings
        self._engine.send(
            m.Neural(
                models=str(places.models_folder()),
                cache=str(places.cache_folder()),
                card=settings.engine_card,
                precision=settings.engine_precision,
                decoder=settings.engine_decoder,
            )
        )

    def _joined(self) -> None:
        self.tell_neural()
        self._attach()
        self.joined.emit()

    def _received(self, message: m.Message) -> None:
        match message:
            case m.Warm(avatar=folder):
                self._keeper.warmed(folder)
            case m.Ready(avatar=folder):
                for kind in _GOOD_AGAIN:
                    self._keeper.clear(kind)
                self._keeper.engine_ready(message, self._engine)
                self.loaded.emit(folder)
            case m.Failed(sentence=sentence):
                self._keeper.alarm("avatar", sentence)
            case m.EngineStatus():
                self._keeper.engine_status(message, self._engine)
            case m.SteppedIn():
                self._keeper.note("the first engine draws again")
            case m.Fault():
                self._keeper.alarm(message.kind, message.sentence)
            case m.Cleared(kind=kind):
                self._keeper.clear(kind)

    def _lost(self, why: str) -> None:
        why = without_last_words(why)
        self._keeper.lose_engine(self._engine)
        self.loaded.emit("")
        if self._keeper.house.health.standby in ("ready", "drawing"):
            sentence = f"The engine was lost and is starting again; the second one draws ({why})."
        else:
            sentence = f"The engine was lost and is starting again; the avatar idles ({why})."
        self._keeper.alarm("engine", sentence)
