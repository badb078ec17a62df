"""The action row: getting on air at the left, rescue at the right, and nothing ever moves."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from console.show.actions.table import ACTIONS, refusal_of
from console.show.core.appearing import who_appears
from console.show.core.keymap import KeyMap, in_words
from console.show.core.state import OFF_AIR, ShowState
from console.show.state.console_state import ConsoleState
from ui import theme
from ui.theme import Look, Role
from ui.translate import hint
from ui.widgets.base import Themed
from ui.widgets.hold_button import HoldButton

# slot: (share of the width, the actions that it can be, the look of each when it may act)
_SLOTS: dict[str, tuple[int, tuple[tuple[str, Look], ...]]] = {
    "arm": (22, (("arm", theme.AMBER_LOOK), ("disarm", theme.PLAIN))),
    "live": (34, (("live", theme.RED_LOOK), ("resume", theme.RED_LOOK))),
    "end": (24, (("end", theme.RED_EDGE), ("rehearsal", theme.PLAIN))),
    "interrupt": (40, (("interrupt", theme.AMBER_LOOK),)),
    "hold": (32, (("hold", theme.BLUE_LOOK),)),
    "panic": (26, (("panic", theme.STRIPED), ("leave_panic", theme.WHITE_EDGE))),
}

# slot: the state in which it is its second action
_SECOND = {"arm": ShowState.ARMED, "live": ShowState.HOLD, "end": ShowState.STANDBY, "panic": ShowState.PANIC}

_IDLE: dict[str, frozenset[ShowState]] = {
    # Accepted, and without any effect: dimmed as well.
    "live": frozenset({ShowState.LIVE}),
    "end": frozenset({ShowState.OFFLINE, ShowState.STANDBY, ShowState.ARMED}),
    "hold": frozenset({ShowState.HOLD}),
}


def action_of(slot: str, state: ShowState) -> str:
    """Which action a slot of the row is in a state."""
    actions = _SLOTS[slot][1]
    return actions[1 if _SECOND.get(slot) is state else 0][0]


class ActionRow(Themed, QWidget):
    """Six buttons, always at the same place and of the same size.

    Signals:
        action_requested(str action_id, object argument): a button was pressed, or held long enough.
    """

    action_requested = Signal(str, object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._state: ShowState | None = None
        self._locked = self._rehearsal = False
        self._in_rehearsal = {"end": self.tr("END REHEARSAL"), "resume": self.tr("GO ON")}
        self._appears = ""
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._words = {
            "arm": self.tr("ARM"),
            "disarm": self.tr("DISARM"),
            "live": self.tr("GO LIVE"),
            "resume": self.tr("BACK TO LIVE"),
            "end": self.tr("END SHOW"),
            "rehearsal": self.tr("REHEARSAL"),
            "interrupt": self.tr("INTERRUPT"),
            "hold": self.tr("HOLD"),
            "panic": self.tr("PANIC"),
            "leave_panic": self.tr("LEAVE PANIC"),
        }
        self._caps = {
            "live": self.tr("hold Ctrl+Enter"),
            "end": self.tr("hold 1 s"),
            "leave_panic": self.tr("hold F12"),
        }
        self._keymap = KeyMap()
        self._buttons: dict[str, HoldButton] = {}
        for slot, (share, _) in _SLOTS.items():
            button = HoldButton(self._words[slot], role=Role.BIG_BUTTON)
            button.performed.connect(lambda slot=slot: self._on_performed(slot))
            self._row.addWidget(button, share)
            self._buttons[slot] = button
        self._show_state(ShowState.OFFLINE)
        self.on_metrics()

    def button(self, slot: str) -> HoldButton:
        """The button of a slot: arm, live, end, interrupt, hold or panic."""
        return self._buttons[slot]

    def show_keys(self, keymap: KeyMap) -> None:
        """Says which key does what."""
        self._keymap = keymap
        if self._state is not None:
            self._show_state(self._state)

    def show_state(self, console_state: ConsoleState) -> None:
        """Shows what each button is now."""
        if (console_state.state, console_state.show.locked, console_state.rehearsal) != (
            self._state,
            self._locked,
            self._rehearsal,
        ):
            self._locked, self._rehearsal = console_state.show.locked, console_state.rehearsal
            self._show_state(console_state.state)
        self._appears = who_appears(console_state).words if console_state.state in OFF_AIR else ""
        self._show_who(self._buttons["live"])

    def show_filled(self, action_id: str, part: float) -> None:
        """Fills the ring of the button that stands for an action, for a key that is held."""
        for slot, button in self._buttons.items():
            if self._state is not None and action_of(slot, self._state) == action_id:
                button.show_filled(part)

    def on_metrics(self) -> None:
        """Takes the gap of the new size."""
        self._row.setSpacing(self.metrics.gap)

    def _show_state(self, state: ShowState) -> None:
        self._state = state
        for slot, (_, actions) in _SLOTS.items():
            action_id = action_of(slot, state)
            action = ACTIONS[action_id]
            idle = state in _IDLE.get(action_id, frozenset()) or bool(
                refusal_of(action_id, state, rehearsing=self._rehearsal)
            )
            idle = idle or (self._locked and not action.when_locked)
            look = theme.DIMMED if idle else dict(actions)[action_id]
            button = self._buttons[slot]
            key = self._keymap.keys(action_id)
            cap = self.tr("hold {keys}").format(keys=key) if action.hold_s and key else key
            if not action.bindings or key == in_words(action.bindings[0].keys):
                cap = self._caps.get(action_id, key)
            words = self._in_rehearsal.get(action_id) if self._rehearsal else None
            button.show_as(words or self._words[action_id], look, cap, action.hold_s)
            held = self.tr(", held {seconds} s").format(seconds=action.hold_s) if action.hold_s else ""
            button.setToolTip(f"{hint(action_id)}  [{key}{held}]" if key else hint(action_id))
            button.setAccessibleName(words or self._words[action_id])

    def _show_who(self, button: HoldButton) -> None:
        """GO LIVE names whom it puts on."""
        who = self.tr("Puts on {words}").format(words=self._appears) if self._appears else ""
        tip = button.toolTip().split("\n")[0] + (f"\n{who}" if who else "")
        if tip != button.toolTip():
            button.setToolTip(tip)
            button.setAccessibleDescription(who)

    def _on_performed(self, slot: str) -> None:
        if self._state is not None:
            self.action_requested.emit(action_of(slot, self._state), None)
