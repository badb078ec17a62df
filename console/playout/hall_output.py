"""What the hall's screen gets, and the key's where there is one: the program as it is drawn, or keyed."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QGuiApplication, QImage

from console.playout.picture.compositor import Composed, Compositor
from console.playout.picture.idle import IdlePlayer
from console.playout.picture.keyer import Keyer
from engine.ipc.logger import Logger
from engine.ipc.messages.core import Screen, SetGround, SetScreen
from engine.ipc.messages.kinds import Ground
from engine.ipc.rings.picture_ring import PictureRing
from engine.ipc.rings.shared_memory import RingError
from ui.display.hall import HallWindow
from ui.display.screens import HallScreenGuard, ScreenIdentity, find_screen


class HallOutput(QObject):
    """The hall's window and the key's, each kept on its screen by a guard of its own.

    Args:
        cutouts: name for a ring of hosts without a ground; it is made when it is first needed.
        width, height: of the program, in pixels.
        compositor: puts the program together.

    Signals:
        drawn(): the newest picture was handed to the window system; emitted here.
        screens_changed(): a screen came, went, or has another place or size; emitted here.

    Attributes:
        guard: keeps the hall's window on its screen.
        idle: the avatar's idle loop without a ground.
    """

    drawn = Signal()
    screens_changed = Signal()

    def __init__(self, cutouts: str, width: int, height: int, compositor: Compositor, log: Logger) -> None:
        super().__init__()
        self._name, self._size = cutouts, (width, height)
        self._compositor, self._log = compositor, log
        self._window = HallWindow("Compere program", on_top=True)
        self._window.drawn.connect(self.drawn)
        self.guard = HallScreenGuard(self._window)
        self.guard.condition_changed.connect(lambda condition: log.info("hall screen", condition=condition))
        self.guard.screens_changed.connect(self.screens_changed)
        self._key_window = HallWindow("Compere key", on_top=True)
        self._key_guard = HallScreenGuard(self._key_window)
        self._key_guard.condition_changed.connect(lambda condition: log.info("key screen", condition=condition))
        self.idle = IdlePlayer()
        self._request = SetGround(ground=Ground.DRAWN)
        self._screen = SetScreen(key="", windowed=False, avoid="")
        self._keyer: Keyer | None = None

    @property
    def cutouts(self) -> str:
        """The ring that the engine is to draw hosts without a ground into; "" while none is needed."""
        return self._keyer.cutouts.name if self._keyer is not None and self._keyed else ""

    @property
    def key_condition(self) -> str:
        """How the key's screen is, in the guard's words."""
        return self._key_guard.condition

    def choose(self, request: SetScreen) -> None:
        """Where the hall's window goes."""
        self._screen = request
        self.guard.choose(request.key, avoid=request.avoid, windowed=request.windowed)
        self._choose_key()

    def use_ground(self, request: SetGround) -> str:
        """This ground from now on. Returns why it cannot be, in a sentence, or ""."""
        self._request = request
        if self._keyed and self._keyer is None:
            try:
                self._keyer = Keyer(PictureRing.create(self._name, *self._size), self._compositor, self.idle)
            except RingError as error:
                self._request = SetGround(ground=Ground.DRAWN)
                return str(error)
        if self._keyer is not None and self._keyed:
            self._keyer.use(request.ground, request.colour, straight=request.straight)
        self._choose_key()
        self._log.info("ground", ground=request.ground)
        return ""

    def hold_on_air(self, on: bool) -> None:
        """On air the pictures stand, even where the operator's window has come onto their screens."""
        self.guard.hold_on_air(on)
        self._key_guard.hold_on_air(on)

    def place_again(self) -> None:
        """The operator's one key for a lost window."""
        self.guard.place_again()
        self._key_guard.place_again()

    def screens(self) -> list[Screen]:
        """The screens that are there now, for the console."""
        found = []
        for screen in QGuiApplication.screens():
            identity, place = ScreenIdentity.of(screen), screen.geometry()
            found.append(Screen(identity.key, identity.words, place.x(), place.y(), place.width(), place.height()))
        return found

    def number_and_name(self) -> tuple[int, str]:
        """The hall's screen as the test pattern names it: its number among all, from 1, and its name."""
        present = self.guard.present()
        found = find_screen(self.guard.screen_key, present)
        return (present.index(found) + 1, found.words) if found else (0, "Compere")

    def show(self, program: QImage, composed: Composed, pts: int, pattern: QImage | None) -> bool:
        """Show a tick's picture; `drawn` follows. False when the hall's window is hidden.

        Args:
            program: as streams and the recording have it.
            composed: what is in it.
            pattern: the test pattern that stands in the slate's place, or None.
        """
        if self._keyer is None or not self._keyed:
            return self._window.show_picture(program)
        keyed = self._keyer.compose(composed, pts, pattern)
        if keyed.key is not None:
            self._key_window.show_picture(keyed.key)
        return self._window.show_picture(keyed.fill)

    def close(self) -> None:
        """Take the windows away, and let the ring go."""
        self._window.close()
        self._key_window.close()
        if self._keyer is not None:
            self._keyer.close()

    @property
    def _keyed(self) -> bool:
        return self._request.ground is not Ground.DRAWN

    def _choose_key(self) -> None:
        """The key's window goes to its own screen: never to the operator's, nor to the hall's."""
        request = self._request
        wanted = request.key_screen if request.ground is Ground.SCREENS else ""
        if wanted and not self._screen.windowed and _same(wanted, self._screen.key, self.guard.present()):
            wanted = ""
        self._key_guard.choose(wanted, avoid=request.avoid)


def _same(one: str, other: str, present: list[ScreenIdentity]) -> bool:
    """Two keys mean one screen."""
    return one == other or (
        bool(other) and (found := find_screen(one, present)) is not None and found == find_screen(other, present)
    )
