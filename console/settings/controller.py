"""The settings in hand: judged, changed, shown in the console's state, and told to whoever works by them."""

from __future__ import annotations

import shutil
import time
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

import msgspec
from PySide6.QtCore import QObject, Signal

from console.dispatch import Dispatch
from console.settings.file import Settings
from console.show.core.state import UNARMED, ShowState
from console.show.effects.show import ApplySettings, ChangeSettings, OpenWelcome
from console.show.state.settings import NEEDS_PLAYOUT, Options, OptionsView
from console.show.state.settings_rules import changed, refusal_to_change
from console.state_presenter import StatePresenter
from engine.text import Text


class SettingsController(QObject):
    """Keeps the user's settings while the console runs.

    Signals:
        settings_changed(object, object): the settings before and after, as `Settings`; emitted here.
        restart_requested(): playout is to start again; emitted here.
        welcome_closed(): the first run is over; emitted here.

    Attributes:
        settings: as they are now.
    """

    settings_changed = Signal(object, object)
    restart_requested = Signal()
    welcome_closed = Signal()

    def __init__(self, settings: Settings, presenter: StatePresenter, storage: Path) -> None:
        """Takes them up.

        Args:
            presenter: writes the console's state.
            storage: folder of recordings and reports; it need not be there.
        """
        super().__init__()
        self.settings = settings
        self._presenter = presenter
        self._storage = storage
        self._running: tuple[int, int, int] | None = None
        self._page = presenter.console_state.claim(OptionsView)
        self._page.publish(replace(self._page.view, storage=str(storage)))
        self._show()

    def register(self, dispatch: Dispatch) -> None:
        """Take over the effects of the settings and of the first run."""
        dispatch.register(
            ChangeSettings,
            lambda effect: self._change(dict(effect.changes)),
            validate=lambda effect: refusal_to_change(self._options, dict(effect.changes)),
        )
        dispatch.register(ApplySettings, lambda effect: self.restart_requested.emit())
        dispatch.register(OpenWelcome, lambda effect: self._open_welcome(effect.on))

    def _open_welcome(self, on: bool) -> None:
        was = self._presenter.console_state.welcome_open
        self._presenter.open_welcome(on)
        if was and not on:
            self.welcome_closed.emit()

    def show_changed(self, after: ShowState) -> None:
        """Whoever arms a show, or is on air, needs HALL NOW: the welcome is closed, and does not come back."""
        if after not in (ShowState.OFFLINE, ShowState.STANDBY):
            self._open_welcome(False)

    def playout_runs(self, rate: int, width: int, height: int) -> None:
        """What playout said it works at."""
        self._running = (rate, width, height)
        self._show()

    def saved(self, fault: str = "") -> None:
        """The settings were written, or why they could not be."""
        saved = fault or Text("saved {time}", time=time.strftime("%H:%M:%S"))
        self._page.publish(replace(self._page.view, saved=saved, save_failed=bool(fault)))

    def second(self) -> None:
        """Once a second: while the page is there to be seen, the free room on the disk.

        A show that was on air already when this console came changes no state: its welcome is closed here.
        """
        if self._presenter.console_state.state not in (*UNARMED, ShowState.ARMED):
            self.show_changed(self._presenter.console_state.state)
        if self._presenter.console_state.show.editing:
            self._check_disk()

    def _check_disk(self) -> None:
        folder = self._storage
        while not folder.exists() and folder != folder.parent:
            folder = folder.parent
        try:
            free = shutil.disk_usage(folder).free / 1e9
        except OSError:
            free = None
        self._page.publish(replace(self._page.view, free_gb=free))

    @property
    def _options(self) -> Options:
        fields = {name: getattr(self.settings, name) for name in Options.__struct_fields__}
        return msgspec.convert(fields, Options)

    def _change(self, changes: Mapping[str, object]) -> None:
        wanted = changed(self._options, changes)
        fields = {name: getattr(wanted, name) for name in Options.__struct_fields__}
        before, self.settings = self.settings, msgspec.structs.replace(self.settings, **fields)
        self._show()
        if self.settings != before:
            self.settings_changed.emit(before, self.settings)

    def _show(self) -> None:
        wanted = tuple(getattr(self.settings, name) for name in NEEDS_PLAYOUT)
        restart = self._running is not None and self._running != wanted
        self._page.publish(replace(self._page.view, options=self._options, restart=restart))
        self._presenter.update_settings(self.settings)
