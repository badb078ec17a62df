"""The numbers of turns, and the sound files that are said: each is a turn of its own."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject, Signal

from console.dispatch import Dispatch
from console.processes.supervision import SupervisedProcess
from console.show.effects.show import SayFile
from console.state_presenter import StatePresenter
from engine.files.disk_probe import DISKS
from engine.ipc.logger import Logger
from engine.ipc.messages import core as m
from engine.ipc.messages.kinds import Air
from engine.text import Text


class Turns(QObject):
    """Gives each turn its number, and ends the one that is heard.

    Numbers only rise: playout drops every turn that is not above those it has dropped. It says which it has seen, so
    that the next console goes on from there.

    Args:
        playout: says what it is told.
        presenter: puts into the console's state what is being said.
        log: where to write events.

    Signals:
        heard(object): a messages.Heard; emitted here.

    Attributes:
        number: the newest turn's.
    """

    heard = Signal(object)

    def __init__(self, playout: SupervisedProcess, presenter: StatePresenter, log: Logger) -> None:
        super().__init__()
        self._playout = playout
        self._presenter = presenter
        self._log = log
        self.number = 0
        self._air, self._waits_for_air = Air.SLATE, ""

    def fresh(self) -> int:
        """The number of a new turn."""
        self.number += 1
        return self.number

    def not_below(self, number: int) -> None:
        """Another console before this one gave numbers up to this."""
        self.number = max(self.number, number)

    def register(self, dispatch: Dispatch) -> None:
        """Take over sound files that are said: the record of the show has the number of the newest turn."""
        dispatch.register(
            SayFile, lambda effect: self.say_file(effect.path), validate=self._refusal_to_say, remembers=True
        )

    def _refusal_to_say(self, effect: SayFile) -> str:
        if DISKS.is_file(Path(effect.path)):
            return ""
        return Text("There is no sound file {path}: choose another one.", path=effect.path)

    def say_file(self, path: str) -> None:
        """Speak a sound file, in the place of what is spoken now."""
        turn = self.fresh()
        self._presenter.begin_speech(turn, Path(path).name)
        self._log.info("sound file", turn=turn, name=Path(path).name)
        self._playout.send(m.Say(turn=turn, path=path))

    def say_on_air(self, path: str) -> None:
        """Speak a sound file as soon as the hall hears it."""
        if self._air == Air.LIVE:
            self.say_file(path)
        else:
            self._waits_for_air = path

    def use_air(self, air: Air) -> None:
        """Playout was told what the hall sees and hears."""
        self._air, path = air, self._waits_for_air
        self._waits_for_air = ""
        if path and air == Air.LIVE:
            self.say_file(path)

    def end(self) -> None:
        """End what is being said, if anything is."""
        if self._presenter.console_state.say_progress is not None:
            self._playout.send(m.Interrupt(asked_ns=0))

    def end_turn(self, heard: m.TurnEnded) -> None:
        """Playout says what was heard of a turn."""
        self._presenter.end_speech(heard.turn)
        gaps = round(heard.starved_s, 2)
        self._log.info("heard", turn=heard.turn, heard_s=heard.heard_s, whole_s=heard.whole_s, gaps_s=gaps)
        self.heard.emit(heard)
