"""What HALL NOW says over its picture when the hall sees something else."""

from __future__ import annotations

from PySide6.QtCore import QObject

from console.show.core.enums import SlateKind
from console.show.core.hall_sight import HallSight
from console.show.core.state import ShowState
from console.show.state.console_state import ConsoleState
from ui import number_format, theme
from ui.widgets.program_view import Notice

_WINDOW = "window"
"""What the console's state has as its screen when the program is shown in a window on the operator's."""


class HallWords(QObject):
    """Puts into words what the hall sees."""

    def meaning(self, console_state: ConsoleState) -> tuple[str, str]:
        """What the picture is, beside the words HALL NOW; and its colour."""
        sight, ground = console_state.hall, console_state.settings.options.ground
        if sight is HallSight.AS_SHOWN and ground != "drawn" and console_state.state is not ShowState.LIVE:
            if console_state.state is ShowState.PANIC:
                return self.tr("nothing is keyed: black is the mixer's FTB"), theme.AMBER
            return self.tr("nothing is keyed: the mixer's picture is seen"), theme.AMBER
        if sight is HallSight.AS_SHOWN and ground != "drawn":
            told = (
                self.tr("the screen has it on a colour")
                if ground == "colour"
                else self.tr("the screen has fill and key")
            )
            return told, theme.MUTED
        if sight is HallSight.AS_SHOWN:
            return self.tr("as the hall sees it"), theme.MUTED
        if sight is HallSight.WINDOWED:
            return self.tr("in a window on this screen"), theme.AMBER
        if sight is HallSight.STARTING:
            return self.tr("starting"), theme.AMBER
        if sight is HallSight.FROZEN:
            return self.tr("PICTURE FROZEN"), theme.RED
        return self.tr("the hall does not see this"), theme.RED

    def notice(self, console_state: ConsoleState) -> Notice | None:
        """What stands over the picture now; None while it is what the hall sees."""
        if console_state.hall is HallSight.GONE:
            there = {each.key for each in console_state.screen.choices}
            if console_state.screen.chosen in ("", _WINDOW):
                seen = self.tr("Nobody sees or hears anything.")
            elif console_state.screen.chosen not in there:
                seen = self._nothing_seen()
            elif console_state.settings.options.ground != "drawn":
                seen = self.tr("The mixer gets the ground without the host; nothing is heard.")
            elif console_state.slate is SlateKind.BLACK:
                seen = self.tr("The hall sees black, and hears nothing.")
            else:
                seen = self.tr("The hall sees the backup slate, and hears nothing.")
            back = self.tr("Playout is started again by itself, in the state you are in.")
            return Notice(self.tr("PLAYOUT IS GONE"), f"{seen} {back}", theme.RED, blank=True)
        if console_state.hall is HallSight.MISSING:
            return Notice(self.tr("SCREEN MISSING"), self._nothing_seen(), theme.RED, blank=True)
        if console_state.hall is HallSight.FROZEN:
            old = number_format.up_time((console_state.frame_age_ms or 0.0) / 1000)
            told = self.tr("The hall has seen this picture for {time}. Playout is started again by itself.")
            return Notice(self.tr("PICTURE FROZEN"), told.format(time=old), theme.RED)
        if console_state.hall is HallSight.UNCHOSEN:
            told = self.tr("No screen is chosen for the hall: choose it in OUTPUTS.")
            return Notice(self.tr("NOBODY SEES THIS"), told, theme.AMBER)
        return None

    def _nothing_seen(self) -> str:
        return self.tr("The hall sees nothing of Compere. Switch the projector on, look at its cable.")
