"""Settings of the window and the program, and where things are kept."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from console.show.core.enums import SlateKind
from console.show.core.field_info import Declared
from console.show.state.console_state import Choice, ConsoleState, DeviceView
from console.show.state.settings import SIZES, SettingsGroup
from ui import theme, translate
from ui.i18n.codes import LANGUAGES
from ui.panels.edit.form import Listed
from ui.panels.settings.settings_form import SettingsForm
from ui.theme import Role
from ui.translate import declared_words
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
        sizes = sorted({*SIZES, (options.width, options.height)})
        listed = tuple(Choice(f"{wide}x{high}", f"{wide} × {high}") for wide, high in sizes)
        self._size.show_device(DeviceView(listed, f"{options.width}x{options.height}"))
        self._slate.show_chosen(console_state.slate)
        self._storage.show_text(console_state.settings.storage)
        gigabytes = console_state.settings.free_gb
        free = "" if gigabytes is None else self.tr("{size} GB free").format(size=f"{gigabytes:.0f}")
        self._free.show_text(free)

    def _make_window(self) -> None:
        self.titled(SettingsGroup.WINDOW)
        languages = self.field("language")
        assert isinstance(languages, Listed)
        system = Choice("", declared_words(self.declared["language"].info.none))
        languages.show_choices((system, *(Choice(each.code, each.name) for each in LANGUAGES)))
        again = HoldButton(self.tr("Welcome once more…"), role=Role.SMALL, heights=(32, 27))
        again.setAccessibleName(self.tr("Open the welcome again"))
        again.setToolTip(translate.hint("welcome"))
        again.performed.connect(lambda: self.action_requested.emit("welcome", True))
        self.row(self.tr("First steps"), again)

    def _make_program(self) -> None:
        self.titled(SettingsGroup.PROGRAM)
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
                "Nothing leaves this machine but what is said beside each provider in ANSWERS and HEARING, and of "
                "streams in OUTPUTS, and nothing is counted. The log and the reports lie in your own folders; keys are "
                "in none of them."
            )
        )
        self.wide(private)

    def place(self, field: Declared) -> None:
        """Width and height are one field: a list of sizes."""
        if field.name == "width":
            words = declared_words(field.info.title)
            self._size = DeviceBox(self.tr("not chosen"), self.tr("not connected"))
            self._size.setAccessibleName(self.tr("Settings: {name}").format(name=words))
            self._size.setToolTip(declared_words(field.info.hint))
            self._size.device_requested.connect(self._set_size)
            self.row(words, self._size)
        elif field.name != "height":
            super().place(field)

    def _set_size(self, key: str) -> None:
        width, _, height = key.partition("x")
        self.action_requested.emit("settings", {"width": int(width), "height": int(height)})

    def _on_slate(self, kind: str) -> None:
        if kind == SlateKind.PICTURE:
            self.slate_picture_requested.emit()
        else:
            self.action_requested.emit("slate", kind)
