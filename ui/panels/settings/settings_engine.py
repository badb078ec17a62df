"""Settings of the engine: which card draws a filmed host, in which precision, and whether a second one stands by."""

from __future__ import annotations

from PySide6.QtGui import QShowEvent

from console.show.state.console_state import Choice, ConsoleState
from console.show.state.settings import SettingsGroup
from ui import theme
from ui.panels.edit.form import Listed
from ui.panels.settings.settings_form import SettingsForm
from ui.translate import said
from ui.widgets.text.note import Note


class EngineSettings(SettingsForm):
    """The neural driver's card and precision, and the second engine."""

    def __init__(self) -> None:
        super().__init__()
        self._look = False
        self._auto = Choice("auto", self.tr("the card with the most free memory"))
        self._cpu = Choice("cpu", self.tr("the processor, to try it out: far too slow for a hall"))
        self.titled(SettingsGroup.DRAWING)
        told = self.tr(
            "SMALL is approximate: the mouth is less sharp than as published, and HEALTH says so. "
            "A film in exact mode never uses it."
        )
        self._small = Note(told, colour=theme.MUTED)
        self.wide(self._small)
        told = self.tr(
            "All three hold at once: the engine loads its filmed hosts again, and they idle until it has. "
            "A host of the light driver stays as it is."
        )
        self.wide(Note(told, colour=theme.MUTED))
        self.titled(SettingsGroup.STANDBY)
        told = self.tr("It hears all, and draws when the first one fails. ON and OFF hold within seconds.")
        self.wide(Note(told, colour=theme.MUTED))
        self.section(self.tr("This machine"))
        self._ready = Note("")
        self.wide(self._ready)
        self.end()

    def show_state(self, console_state: ConsoleState, *, fixed: bool) -> None:
        """Shows them, with the cards that were found."""
        view, wanted = console_state.models, console_state.settings.options.engine_card
        cards = tuple(
            Choice(str(number) if wanted == str(number) else f"cuda:{number}", name)  # a file may say either
            for number, name in enumerate(view.cards)
        )
        card = self.field("engine_card")
        assert isinstance(card, Listed)
        card.show_choices((self._auto, *cards, self._cpu))
        super().show_state(console_state, fixed=fixed)
        small = console_state.settings.options.engine_decoder == "small"
        self._small.show_text(self._small.text, theme.AMBER if small else theme.MUTED)
        words = " ".join(said(each) for each in (view.readiness, view.cure) if each)
        colour = theme.GREEN if view.ready else theme.AMBER
        self._ready.show_text(words or self.tr("Nobody has looked for a graphics card yet."), colour)
        if self._look and not fixed and self.isVisible():
            self._look = False
            self.action_requested.emit("check_models", None)

    def showEvent(self, event: QShowEvent) -> None:
        """Whoever opens this wants to know which cards there are now."""
        super().showEvent(event)
        self._look = True
