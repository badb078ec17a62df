"""Which key of the keyboard is PANIC, HOLD or INTERRUPT now, for the process that acts when the console hangs.

Pure logic, without a clock of its own. The rules are those of the window's own keys: modifiers fit exactly, the press
that completes more taps wins, and a key means an action only in its states.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from console.show.actions.action import PANIC_TAPS_WITHIN_S
from console.show.core.keymap import KeyMap
from console.show.core.state import ShowEvent, ShowState

EMERGENCY_VERBS = (ShowEvent.PANIC, ShowEvent.HOLD, ShowEvent.INTERRUPT)
"""The actions that only ever make the hall quieter: they may be taken twice, and without asking the console."""

_ACTS_IN = {
    ShowEvent.PANIC: frozenset(ShowState) - {ShowState.PANIC},
    ShowEvent.HOLD: frozenset({ShowState.LIVE}),
    ShowEvent.INTERRUPT: frozenset({ShowState.LIVE}),
}
_AFTER = {ShowEvent.PANIC: ShowState.PANIC, ShowEvent.HOLD: ShowState.HOLD}


@dataclass(frozen=True)
class EmergencyKey:
    """One key that acts in an emergency.

    Attributes:
        keys: in Qt's portable form, as "Ctrl+Space".
        verb: one of `EMERGENCY_VERBS`.
        taps: how many presses within `PANIC_TAPS_WITHIN_S` it takes.
        states: the show states in which the key means this action; empty for all.
    """

    keys: str
    verb: ShowEvent
    taps: int = 1
    states: frozenset[ShowState] = frozenset()


def emergency_keys(keymap: KeyMap, *, locked: bool) -> tuple[EmergencyKey, ...]:
    """The keys of the three verbs in `keymap` that a console in this lock obeys."""
    return tuple(
        EmergencyKey(bound.binding.keys, ShowEvent(bound.action.id), bound.binding.taps, bound.binding.states)
        for bound in keymap.bound
        if bound.action.id in EMERGENCY_VERBS
        and bound.binding.hold_s == 0
        and bound.binding.locked in (None, locked)
        and (bound.action.when_locked or not locked)
    )


class EmergencyJudge:
    """Says what a key press means, as the console would if it could.

    Attributes:
        state: the show's state as the console last told it, or as the emergency has made it since.
    """

    def __init__(self) -> None:
        self.state = ShowState.OFFLINE
        self._keys: tuple[EmergencyKey, ...] = ()
        self._taps: dict[str, list[float]] = {}

    def use(self, keys: Sequence[EmergencyKey], state: ShowState) -> None:
        """What the console has told: its keys, and the state of the show."""
        self._keys = tuple(keys)
        self.state = state

    def press(self, names: Sequence[str], at_s: float) -> ShowEvent | None:
        """The verb of a press at `at_s` (seconds that do not run backwards), or None when it has none.

        Args:
            names: of the key that was pressed: what it means by its place and by its letter.
        """
        # A press that is written into a field, and one before another key, begin no double press.
        bound = [name for name in names if any(key.keys == name for key in self._keys)]
        self._taps = {
            name: [tap for tap in self._taps.get(name, []) if at_s - tap <= PANIC_TAPS_WITHIN_S] + [at_s]
            for name in bound
        }
        fitting = [
            key
            for key in self._keys
            if key.keys in bound and key.taps <= len(self._taps[key.keys]) and self._means(key)
        ]
        if not fitting:
            return None
        found = max(fitting, key=lambda key: key.taps)
        if found.taps > 1:
            self._taps = {}
        return found.verb

    def took(self, verb: ShowEvent) -> None:
        """The emergency has acted: the show is in another state, though the console does not know it yet."""
        self.state = _AFTER.get(verb, self.state)

    def _means(self, key: EmergencyKey) -> bool:
        return (not key.states or self.state in key.states) and self.state in _ACTS_IN[key.verb]
