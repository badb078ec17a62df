"""Who appears at GO LIVE: the one question that ARM, preflight and the window must answer alike."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from console.show.core.enums import Mode, PresetOutputs
from console.show.core.hall_sight import HallSight
from console.show.core.state import ShowState

if TYPE_CHECKING:
    from console.show.state.console_state import ConsoleState


@dataclass(frozen=True)
class Appearing:
    """What the hall gets when the show goes on air.

    Attributes:
        number: of the preset in the rundown, counted from 1; None where no preset is put on.
        preset: its name, or "".
        avatar_id, avatar: who is on screen, by id and by name.
        mode: what drives them.
        outputs: what it needs on air beside the hall.
        mic, speaker: the devices that it names, or "" for those that are chosen.
    """

    number: int | None
    preset: str
    avatar_id: str
    avatar: str
    mode: Mode
    mic: str = ""
    speaker: str = ""
    outputs: PresetOutputs = PresetOutputs.NONE

    @property
    def words(self) -> str:
        """As "1 · Welcome, Lin"."""
        return f"{self.number} · {self.preset}, {self.avatar}" if self.number is not None else self.avatar


def who_appears(console_state: ConsoleState) -> Appearing:
    """What GO LIVE puts on the hall's screen, as the console's state stands now."""
    view, preset = console_state.show, console_state.show.appears
    if preset is None:
        return Appearing(
            None, "", console_state.avatar_id, _name(console_state, console_state.avatar_id), console_state.mode
        )
    number = view.rundown.number(view.cues.next)
    name = _name(console_state, preset.avatar)
    return Appearing(number, preset.name, preset.avatar, name, preset.mode, preset.mic, preset.speaker, preset.outputs)


def host_seen(console_state: ConsoleState) -> str:
    """Id of the host whom the hall sees now; "" while it sees a slate, black, or nothing of the program.

    Without an engine the chosen host's idle loop is seen.
    """
    if console_state.state is not ShowState.LIVE or console_state.hall in (
        HallSight.GONE,
        HallSight.STARTING,
        HallSight.MISSING,
    ):
        return ""
    return console_state.drawn or console_state.avatar_id


def host_awaited(console_state: ConsoleState) -> str:
    """Id of the host who was put on and is still being loaded, or ""."""
    return console_state.avatar_id if console_state.drawn not in ("", console_state.avatar_id) else ""


def _name(console_state: ConsoleState, avatar_id: str) -> str:
    return next((tile.name for tile in console_state.avatars if tile.id == avatar_id), avatar_id)
