"""Settings of the window and the program, and where things are kept."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from console.show.core.enums import SlateKind
from console.show.state.console_state import Choice, ConsoleState, DeviceView
from console.show.state.settings import RATES, SIZES
from ui import theme, translate
from ui.i18n.codes import LANGUAGES
from ui.panels.settings.settings_form import SettingsForm
from ui.theme import Role
from ui.widgets.fields.choices import ChoiceButton, DeviceBox, Segments
from ui.widgets.hold_button import HoldButton
from ui.widgets.text.note import Note
from ui.widgets.text.text_line import TextLine


class ProgramSettings(SettingsForm):
    """Language, legibility, name, program rate and size, slate, storage.

    Signals, besides those of `SettingsForm`:
        slate_picture_requested(): choose a picture for the slate.
    """

    slate_picture_requested = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._make_window()
        self._make_program()
        self._make_storage()
        self.end()

    def show_state(self, console_state: ConsoleState, *, fixed: bool) -> None:
        """Shows them."""
        super().show_state(console_state, fixed=fixed)
        options = console_state.settings.options
        self._rate.show_chosen(str(options.rate), fixed=fixed)
        sizes = sorted({*SIZES, (options.width, options.height)})
        listed = tuple(Choice(f"{wide}x{high}", f"{wide} × {high}") for wide, high in sizes)
        self._size.show_device(DeviceView(listed, f"{options.width}x{options.height}"))
        self._slate.show_chosen(console_state.slate)
        self._storage.show_text(console_state.settings.storage)
        gigabytes = console_state.settings.free_gb
        free = "" if gigabytes is None else self.tr("{size} GB free").format(size=f"{gigabytes:.0f}")
        self._free.show_text(free)

    def _make_window(self) -> None:
        self.section(self.tr("Window"))
        system = self.tr("the system's language")
        languages = (Choice("", system), *(Choice(each.code, each.name) for each in LANGUAGES))
        tip = self.tr("Of this window; the log file stays English")
        called = self.tr("Settings: {name}").format(name=self.tr("Language"))
        self.listed("language", self.tr("Language"), tip, system, languages, called=called)
        sizes = (
            ChoiceButton("normal", self.tr("NORMAL"), self.tr("As much as possible is seen at once")),
            ChoiceButton(
                "large", self.tr("LARGE"), self.tr("As large as the window has room for, up to half as large again")
            ),
        )
        self.segments("text_size", self.tr("Text"), sizes, called=self.tr("Text size"))
        contrasts = (
            ChoiceButton("normal", self.tr("NORMAL"), self.tr("Quiet, for a dark hall")),
            ChoiceButton("high", self.tr("HIGH"), self.tr("Greys and edges stand out, at 7 to 1 or more")),
        )
        self.segments("contrast", self.tr("Contrast"), contrasts)
        motions = (
            ChoiceButton("normal", self.tr("NORMAL"), self.tr("The host of NEXT moves, the text cursor blinks")),
            ChoiceButton("calm", self.tr("CALM"), self.tr("Nothing moves but the hall's picture, levels and times")),
        )
        self.segments("animations", self.tr("Animations"), motions)
        self.line("show_name", self.tr("Name"), self.tr("when the show has none of its own"), 80).setAccessibleName(
            self.tr("Name on the state strip")
        )
        again = HoldButton(self.tr("Welcome once more…"), role=Role.SMALL, heights=(32, 27))
        again.setAccessibleName(self.tr("Open the welcome again"))
        again.setToolTip(translate.hint("welcome"))
        again.performed.connect(lambda: self.action_requested.emit("welcome", True))
        self.row(self.tr("First steps"), again)

    def _make_program(self) -> None:
        self.section(self.tr("Program"))
        tip = self.tr("Program frames a second; what the screen or the stream asks for")
        rates = [ChoiceButton(str(rate), str(rate), tip) for rate in RATES]
        self._rate = Segments(self.tr("Frames a second"), rates, role=Role.SMALL)
        self._rate.choice_requested.connect(lambda rate: self._set(rate=int(rate)))
        self.row(self.tr("Frames a second"), self._rate)
        self._size = DeviceBox(self.tr("not chosen"), self.tr("not connected"))
        self._size.setAccessibleName(self.tr("Settings: {name}").format(name=self.tr("Size")))
        self._size.setToolTip(self.tr("Of the program, in pixels"))
        self._size.device_requested.connect(self._set_size)
        self.row(self.tr("Size"), self._size)
        slates = (
            ChoiceButton(SlateKind.TITLE, self.tr("TITLE"), self.tr("The show's name on a plain ground")),
            ChoiceButton(SlateKind.PICTURE, self.tr("PICTURE"), self.tr("A picture of your own")),
            ChoiceButton(SlateKind.BLACK, self.tr("BLACK"), self.tr("Nothing at all")),
        )
        self._slate = Segments(self.tr("Slate"), slates, role=Role.SMALL)
        self._slate.choice_requested.connect(self._on_slate)
        self.row(self.tr("Slate"), self._slate)

    def _make_storage(self) -> None:
        self.section(self.tr("Storage and privacy"))
        self._storage = TextLine("", Role.SMALL)
        self.row(self.tr("Reports"), self._storage)
        self._free = TextLine("", Role.SMALL, colour=theme.MUTED)
        self.row("", self._free)
        private: QWidget = Note(
            self.tr(
                "Nothing leaves this machine but what is said beside each provider in ANSWERS and HEARING, and nothing "
                "is counted. The log and the reports lie in your own folders; keys are in none of them."
            )
        )
        self.wide(private)

    def _set(self, **changes: object) -> None:
        self.action_requested.emit("settings", changes)

    def _set_size(self, key: str) -> None:
        width, _, height = key.partition("x")
        self._set(width=int(width), height=int(height))

    def _on_slate(self, kind: str) -> None:
        if kind == SlateKind.PICTURE:
            self.slate_picture_requested.emit()
        else:
            self.action_requested.emit("slate", kind)
