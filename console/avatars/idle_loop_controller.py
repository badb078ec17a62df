"""Idle loops of the avatars: who gets one, how far they are, who shows one behind the slate.

The work is held while the show needs the processor.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from console.avatars.idle_loops import IdleLoops
from console.playout_commands import PlayoutCommands
from console.show.core.alarms import AlarmKind
from console.show.core.state import UNARMED, ShowState
from console.state_presenter import StatePresenter
from engine.avatar import Avatar


class IdleLoopController:
    """Sees to the idle loops of the avatars that are there.

    Args:
        loops: prepares them.
        avatars: all that are there now.
        on: the one that is chosen, or None.
    """

    def __init__(
        self,
        loops: IdleLoops,
        commands: PlayoutCommands,
        presenter: StatePresenter,
        avatars: Callable[[], Sequence[Avatar]],
        on: Callable[[], Avatar | None],
    ) -> None:
        self._loops, self._commands, self._presenter = loops, commands, presenter
        self._avatars, self._on = avatars, on
        loops.prepared.connect(lambda avatar, path: self.send())
        loops.progressed.connect(self.show)
        loops.failed.connect(lambda avatar, sentence: presenter.alarm(AlarmKind.IDLE, sentence, avatar))

    def send(self) -> None:
        """Playout gets the loop of the chosen avatar, if it is there."""
        avatar = self._on()
        if avatar is None:
            self._commands.idle(None, None)
            return
        cutouts = self._loops.find(avatar, cutout=True) if self._loops.cutouts else None
        self._commands.idle(self._loops.find(avatar), cutouts)

    def show(self) -> None:
        """The console's state says how far they are."""
        self._presenter.update_avatars(self._avatars(), self._loops)

    def prepare_missing(self) -> None:
        """Whoever has no loop gets one, the chosen avatar first."""
        self.send()
        on = self._on()
        stores = self._presenter.console_state.stores.lines
        unbuilt = {avatar for avatar in stores if stores[avatar].fault}  # its card says so, and how to mend it
        for avatar in sorted(self._avatars(), key=lambda a: a is not on):
            if avatar.id not in unbuilt:
                self._loops.prepare(avatar)

    def use_ground(self, *, keyed: bool) -> None:
        """The hall's picture has a ground for a vision mixer, or none any more: who idles is seen without theirs."""
        self._loops.cutouts = keyed
        self.prepare_missing()

    def rebuilt(self, avatar_id: str) -> None:
        """A filmed host is prepared again: its loop may be made now."""
        self._presenter.clear(AlarmKind.IDLE, avatar_id)
        self.prepare_missing()

    def reform(self, width: int, height: int, rate: int) -> None:
        """The program has this size and rate: loops of another one are of no use."""
        if self._loops.reform(width, height, rate):
            self.prepare_missing()

    def show_changed(self, after: ShowState) -> None:
        """From ARM to END nothing is prepared, and no processor is taken from the show."""
        if self._loops.hold(after not in UNARMED):
            self.show()

    def end(self) -> None:
        """The console goes."""
        self._loops.end()
