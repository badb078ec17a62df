"""Preflight as the console lives it: gathers the facts, keeps the strip, and keeps the machine awake."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Protocol

from console.dispatch import Dispatch
from console.doctor import finding as doctor
from console.doctor.machine import examine_disk
from console.processes.sleep_inhibitor import Inhibition, SleepInhibitor
from console.show.core.appearing import host_seen, who_appears
from console.show.core.preflight import (
    ItemFinding,
    ItemVerdict,
    Preflight,
    PreflightFacts,
    PreflightItem,
    refusal_to_arm,
    refusal_to_waive,
)
from console.show.core.state import ShowState
from console.show.effects.show import CheckReady, PutNextOn, ShowPreflight, Waive
from console.show.state.console_state import Condition, ConsoleState
from engine.ipc.logger import Logger
from engine.text import Text, as_text

DISK_EVERY_S = 30.0

_LEVELS = {
    doctor.Severity.OK: ItemVerdict.GREEN,
    doctor.Severity.WARN: ItemVerdict.AMBER,
    doctor.Severity.FAIL: ItemVerdict.RED,
}


class PreflightPresenter(Protocol):
    """Who keeps the console's state, as far as preflight needs it."""

    def refresh(self, now: float) -> ConsoleState:
        """The console's state at monotonic time `now` (seconds)."""

    def host_drawn(self, avatar_id: str) -> None:
        """Whom the engine draws now; "" when there is no engine."""

    def show_preflight(self, items: tuple[PreflightItem, ...]) -> None:
        """What must be well before ARM, item by item."""

    def open_preflight(self, on: bool) -> None:
        """The preflight strip, or none."""


class PreflightController:
    """Says whether the show may be armed, and has the reasons shown.

    Args:
        presenter: keeps the console's state.
        recordings: folder of reports and recordings, whose disk must have room; it need not be there yet.
        log: where to write events.
        note: puts a line into the window's log.
        inhibitor: holds sleep off; this system's own when None.
        disk: looks at the disk of a folder.
    """

    def __init__(
        self,
        presenter: PreflightPresenter,
        recordings: Path,
        log: Logger,
        *,
        note: Callable[[str], None] = lambda line: None,
        inhibitor: SleepInhibitor | None = None,
        disk: Callable[[Path], Iterable[doctor.Finding]] = examine_disk,
    ) -> None:
        self._presenter = presenter
        self._recordings = recordings
        self._log, self._note = log, note
        self._inhibitor = inhibitor or SleepInhibitor(log=log)
        self._disk_of = disk
        self._disk = PreflightFacts().disk
        self._disk_seen_s = -DISK_EVERY_S
        self._loaded = ""
        self._preflight = Preflight()

    # -- facts ------------------------------------------------------------------------------------------------

    def loaded(self, avatar_id: str) -> None:
        """The engine draws this avatar now; "" when there is no engine."""
        was, self._loaded = self._loaded, avatar_id
        self._presenter.host_drawn(avatar_id)
        console_state = self._refresh()
        if was not in ("", avatar_id) and avatar_id and (seen := host_seen(console_state)):
            name = next((tile.name for tile in console_state.avatars if tile.id == seen), seen)
            self._note(Text("the hall sees {name} now", name=name))

    def second(self, now: float) -> None:
        """Once a second (`now` is monotonic, in seconds): the disk, the sleep, and the list again."""
        if now - self._disk_seen_s >= DISK_EVERY_S:
            self._disk_seen_s = now
            self._disk = self._examined()
        console_state = self.refresh()
        if console_state.screen.condition is Condition.OK:
            self._inhibitor.hold()
        elif console_state.screen.condition is Condition.NOT_CHOSEN:
            self._inhibitor.release()

    def refresh(self) -> ConsoleState:
        """Judges every item now, and has the list shown."""
        console_state = self._refresh()
        self._presenter.show_preflight(self._preflight.update(console_state, self._facts))
        return console_state

    def _refresh(self) -> ConsoleState:
        return self._presenter.refresh(time.monotonic())

    @property
    def _facts(self) -> PreflightFacts:
        return PreflightFacts(self._loaded, self._disk, awake_of(self._inhibitor.held))

    @property
    def red(self) -> tuple[PreflightItem, ...]:
        """What stops ARM, as of the last look."""
        return self._preflight.red

    # -- actions ----------------------------------------------------------------------------------------------

    def register(self, dispatch: Dispatch) -> None:
        """Take over the effects of preflight, and the question whether the next host is loaded."""
        dispatch.register(CheckReady, self._check_ready, validate=self._refusal_to_arm)
        dispatch.when_refused(CheckReady, self._arm_refused)
        dispatch.register(ShowPreflight, self._show_preflight)
        dispatch.register(Waive, self._waive, validate=self._refusal_to_waive)
        dispatch.validate_by(self._refusal_to_go_live, PutNextOn)

    def _refusal_to_arm(self, effect: CheckReady) -> str:
        console_state = self._refresh()
        if console_state.state is not ShowState.STANDBY:
            return ""
        return refusal_to_arm(self._preflight.judge(console_state, self._facts))

    def _refusal_to_waive(self, effect: Waive) -> str:
        return refusal_to_waive(self._preflight.judge(self._refresh(), self._facts), effect.item)

    def _refusal_to_go_live(self, effect: PutNextOn) -> str:
        console_state = self._refresh()
        appears = who_appears(console_state)
        if console_state.state is ShowState.ARMED and self._loaded not in ("", appears.avatar_id):
            return Text("{name} is being loaded: wait a moment, then GO LIVE.", name=appears.avatar)
        return ""

    def _check_ready(self, effect: CheckReady) -> None:
        self._note(Text("GO LIVE puts on {words}", words=who_appears(self.refresh()).words))
        found = {item.id: f"{item.verdict}: {item.words}" for item in self._preflight.items}
        self._log.info("preflight", waived=[item.name for item in self._preflight.waived], **found)

    def _show_preflight(self, effect: ShowPreflight) -> None:
        self.refresh()
        self._presenter.open_preflight(effect.on)

    def _waive(self, effect: Waive) -> None:
        self.refresh()
        self._preflight.waive(effect.item)
        self.refresh()

    def _arm_refused(self, effect: CheckReady) -> None:
        """Show why, where preflight is the reason."""
        console_state = self.refresh()
        if console_state.state is ShowState.STANDBY and self.red:
            self._presenter.open_preflight(True)

    def show_changed(self, before: ShowState, after: ShowState) -> None:
        """The strip closes when the show is armed or on air; what was waived is asked again after the end."""
        if after is not ShowState.STANDBY:
            self._presenter.open_preflight(False)
        elif before in (ShowState.LIVE, ShowState.HOLD):
            self._preflight.forget()

    def close(self) -> None:
        """Lets the machine sleep again."""
        self._inhibitor.release()

    def _examined(self) -> ItemFinding:
        try:
            found = max(self._disk_of(self._recordings), key=lambda one: list(_LEVELS).index(one.level))
        except (OSError, ValueError) as fault:
            return ItemFinding(ItemVerdict.AMBER, "cannot be looked at", str(fault))
        sentence = as_text(found.sentence)
        short = _WITHOUT_PATH.get(sentence.key)
        words = Text(short, n=sentence.parameters["size"]) if short else sentence
        return ItemFinding(_LEVELS[found.level], words, found.cure)


_WITHOUT_PATH = {
    "{size} GB free at {path}.": "{n} GB free",
    "{size} MB free at {path}.": "{n} MB free",
}
"""What the doctor says of a disk, and what the strip has room for."""


def awake_of(held: Inhibition | None) -> ItemFinding:
    """How well sleep and screen saver are held off."""
    if held is None:
        return ItemFinding(ItemVerdict.AMBER, "no hall window yet", "It is held off as soon as there is one.")
    if held.screen and held.sleep:
        return ItemFinding(ItemVerdict.GREEN, "screen saver and sleep")
    lacking = " and ".join(
        name for name, is_held in (("screen saver", held.screen), ("sleep", held.sleep)) if not is_held
    )
    return ItemFinding(
        ItemVerdict.RED,
        Text("{what} cannot be held off", what=lacking),
        Text("Turn {what} off in the system's settings, then waive this.", what=lacking),
    )
