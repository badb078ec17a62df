"""Settings of the engine: which card draws a filmed host, in which precision, and whether a second one stands by."""

from __future__ import annotations

from PySide6.QtGui import QShowEvent

from console.show.state.console_state import Choice, ConsoleState
from ui import theme
from ui.panels.settings.settings_form import SettingsForm
from ui.translate import said
from ui.widgets.fields.choices import ChoiceButton
from ui.widgets.text.note import Note


class EngineSettings(SettingsForm):
    """The neural driver's card and precision, and the second engine."""

    def __init__(self) -> None:
        super().__init__()
        self._look = False
        self.section(self.tr("What draws filmed hosts"))
        self._auto = Choice("auto", self.tr("the card with the most free memory"))
        self._cpu = Choice("cpu", self.tr("the processor, to try it out: far too slow for a hall"))
        self._card = self.listed(
            "engine_card",
            self.tr("Card"),
            self.tr("Which graphics card the neural driver works on; the light driver needs none"),
            self.tr("not chosen"),
            (self._auto, self._cpu),
        )
        precisions = (
            ChoiceButton("auto", self.tr("AUTO"), self.tr("Half precision on a card, full precision on the processor")),
            ChoiceButton("fp16", "FP16", self.tr("Half precision")),
            ChoiceButton("bf16", "BF16", self.tr("Half precision with a wide range, on newer cards")),
            ChoiceButton("fp32", "FP32", self.tr("Full precision: twice the memory, half the speed")),
        )
        self.segments("engine_precision", self.tr("Precision"), precisions)
        decoders = (
            ChoiceButton("full", self.tr("FULL"), self.tr("As published")),
            ChoiceButton(
                "small", self.tr("SMALL"), self.tr("Approximate, and many times quicker: `compere models distil`")
            ),
        )
        self.segments("engine_decoder", self.tr("Decoder"), decoders)
        told = self.tr(
            "SMALL is approximate: the mouth is less sharp than as published, and HEALTH says so. "
            "A film in exact mode never uses it."
        )
        self._small = Note(told, colour=theme.MUTED)
        self.wide(self._small)
        told = self.tr(
            "All three hold at once: the engine loads its filmed hosts anew, and they idle until it has. "
            "A host of the light driver stays as it is."
        )
        self.wide(Note(told, colour=theme.MUTED))
        self.section(self.tr("The second engine"))
        ways = (
            ChoiceButton("auto", self.tr("AUTO"), self.tr("With a filmed host, where the card has room for two")),
            ChoiceButton("on", self.tr("ON"), self.tr("Always: it takes its memory once more")),
            ChoiceButton("off", self.tr("OFF"), self.tr("Never: while the engine starts again, the host idles")),
        )
        self.segments("standby", self.tr("Stands by"), ways)
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
        self._card.show_choices((self._auto, *cards, self._cpu))
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
