"""EDIT, the settings: what the machine is, not what the show is. Never a dialog; on air it can be read only."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from console.show.actions import refusal_of
from console.show.house import Choice, DeviceView, House
from console.show.kinds import SlateKind
from console.show.options import RATES, SIZES, Options
from ui import theme, words
from ui.i18n.languages import LANGUAGES
from ui.panels.panel import Heading
from ui.panels.providers import ProvidersPart
from ui.theme import Role
from ui.widgets.base import Themed
from ui.widgets.choices import DeviceBox, Segment, Segments
from ui.widgets.fields import LineField
from ui.widgets.hold_button import HoldButton
from ui.widgets.note import Note
from ui.widgets.number_field import NumberField
from ui.widgets.words import Words


class SettingsPage(Themed, QWidget):
    """The settings, field by field. It changes nothing itself: each field is a wish.

    Signals:
        action_requested(str action_id, object argument): `settings` with {field: value}, or a device, or a restart.
        slate_picture_requested(): choose a picture for the slate.
    """

    action_requested = Signal(str, object)
    slate_picture_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._numbers: dict[str, NumberField] = {}
        self._labels: list[Words] = []
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        self._told = Words("", Role.SMALL, colour=theme.MUTED)
        column.addWidget(self._told)
        column.addLayout(self._restart_row())
        home = QWidget()
        self._grid = QGridLayout(home)
        self._grid.setContentsMargins(0, 0, 8, 0)
        self._grid.setHorizontalSpacing(10)
        self._grid.setVerticalSpacing(6)
        self._grid.setColumnStretch(1, 1)
        self._make_window()
        self._make_program()
        self._make_devices()
        self._make_limits()
        self._make_providers()
        self._make_storage()
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setWidget(home)
        column.addWidget(scroll, 1)
        self.on_metrics()

    def on_metrics(self) -> None:
        """All labels are as wide as the widest."""
        measure = QFontMetrics(theme.font(Role.BODY, self.metrics))
        widest = max((measure.horizontalAdvance(label.text) for label in self._labels), default=0)
        for label in self._labels:
            label.setFixedWidth(widest + 4)

    def number(self, name: str) -> NumberField:
        """The field of a number, by the option's name."""
        return self._numbers[name]

    def tell(self) -> None:
        """Tells what was typed and is not told yet."""
        self._name.tell()
        for field in self._numbers.values():
            field.interpretText()
        self.providers.tell()

    def show_house(self, house: House) -> None:
        """Shows the settings as they are; on air they are dimmed."""
        view = house.settings
        options = view.options
        fixed = bool(refusal_of("settings", house.state))
        if fixed:
            told, colour = self.tr("Settings can be read now, and changed in STANDBY."), theme.AMBER
        else:
            told, colour = words.said(view.saved) or self.tr("Every change is kept at once."), theme.MUTED
        self._told.show_text(told, colour)
        self._restart.setVisible(view.restart)
        self._show_window(options)
        self._rate.show_chosen(str(options.rate), fixed=fixed)
        sizes = (*SIZES, (options.width, options.height))
        listed = tuple(Choice(f"{w}x{h}", f"{w} × {h}") for w, h in sorted(set(sizes)))
        self._size.show_device(DeviceView(listed, f"{options.width}x{options.height}"))
        self._slate.show_chosen(house.slate)
        self._microphone.show_device(house.microphone)
        self._speaker.show_device(house.speaker)
        self._screen.show_device(house.screen)
        for name, field in self._numbers.items():
            field.show_value(float(getattr(options, name)))
            field.setReadOnly(fixed)
        headphones = (Choice("", self.tr("the system's own output")), *house.speaker.choices)
        self._headphones.show_device(DeviceView(headphones, options.headphones))
        self.providers.show_house(house, fixed=fixed)
        self._storage.show_text(view.storage)
        free = "" if view.free_gb is None else self.tr("{size} GB free").format(size=f"{view.free_gb:.0f}")
        self._free.show_text(free)

    def _show_window(self, options: Options) -> None:
        self._language.show_device(DeviceView(self._languages, options.language))
        self._name.show_value(options.show_name)

    # -- making -----------------------------------------------------------------------------------------------

    def _restart_row(self) -> QHBoxLayout:
        row = QHBoxLayout()
        self._restart = QWidget()
        inner = QVBoxLayout(self._restart)
        inner.setContentsMargins(0, 0, 0, 0)
        inner.setSpacing(6)
        told = self.tr("The new rate and size hold when playout starts again. The hall sees the slate for a second.")
        inner.addWidget(Note(told, colour=theme.AMBER))
        button = HoldButton(self.tr("RESTART PLAYOUT"), role=Role.SMALL, look=theme.AMBER_LOOK, heights=(32, 27))
        button.setAccessibleName(self.tr("Restart playout"))
        button.setToolTip(words.hint("apply_settings"))
        button.performed.connect(lambda: self.action_requested.emit("apply_settings", None))
        inner.addWidget(button)
        self._restart.setVisible(False)
        row.addWidget(self._restart)
        return row

    def _make_window(self) -> None:
        self._section(self.tr("Window"))
        self._languages = (
            Choice("", self.tr("the system's language")),
            *(Choice(each.code, each.name) for each in LANGUAGES),
        )
        self._language = self._list(self.tr("Language"), self.tr("Of this window; the log file stays English"))
        self._language.device_requested.connect(lambda code: self._set(language=code))
        self._name = LineField(self.tr("Name on the state strip"), self.tr("when the show has none of its own"), 80)
        self._name.value_changed.connect(lambda name: self._set(show_name=name))
        self._put(self.tr("Name"), self._name)
        again = HoldButton(self.tr("Welcome once more…"), role=Role.SMALL, heights=(32, 27))
        again.setAccessibleName(self.tr("Open the welcome again"))
        again.setToolTip(words.hint("welcome"))
        again.performed.connect(lambda: self.action_requested.emit("welcome", True))
        self._put(self.tr("First steps"), again)

    def _make_program(self) -> None:
        self._section(self.tr("Program"))
        tip = self.tr("Program frames a second; what the screen or the stream asks for")
        rates = [Segment(str(rate), str(rate), tip) for rate in RATES]
        self._rate = Segments(self.tr("Frames a second"), rates, role=Role.SMALL)
        self._rate.choice_requested.connect(lambda rate: self._set(rate=int(rate)))
        self._put(self.tr("Frames a second"), self._rate)
        self._size = self._list(self.tr("Size"), self.tr("Of the program, in pixels"))
        self._size.device_requested.connect(self._set_size)
        slates = (
            Segment(SlateKind.LOGO, self.tr("LOGO"), self.tr("Compere's or the house's logo")),
            Segment(SlateKind.PICTURE, self.tr("PICTURE"), self.tr("A picture of your own")),
            Segment(SlateKind.BLACK, self.tr("BLACK"), self.tr("Nothing at all")),
        )
        self._slate = Segments(self.tr("Slate"), slates, role=Role.SMALL)
        self._slate.choice_requested.connect(self._on_slate)
        self._put(self.tr("Slate"), self._slate)

    def _make_devices(self) -> None:
        self._section(self.tr("Devices"))
        self._microphone = self._list(self.tr("Microphone"), self.tr("The MC's microphone"))
        self._speaker = self._list(self.tr("Loudspeaker"), self.tr("Where the program's sound goes"))
        self._screen = self._list(self.tr("Hall screen"), self.tr("The screen that the hall sees"))
        for box, action in ((self._microphone, "mic"), (self._speaker, "speaker"), (self._screen, "screen")):
            box.device_requested.connect(lambda key, action=action: self.action_requested.emit(action, key))
        tip = self.tr("Where you listen to lines and voices; never the hall's loudspeaker")
        self._headphones = self._list(self.tr("Headphones"), tip)
        self._headphones.device_requested.connect(lambda key: self._set(headphones=key))
        self._number("mic_gain_db", self.tr("Mic gain"), self.tr("Added to the microphone"), -60, 40, "dB", step=0.5)

    def _make_limits(self) -> None:
        self._section(self.tr("Lip delay and limits"))
        number, ms = self._number, "ms"
        number("delay_ms", self.tr("Default"), self.tr("The lip delay before it is calibrated"), 20, 2000, ms)
        number("express_delay_ms", self.tr("Express"), self.tr("The short lip delay, for a fast machine"), 20, 2000, ms)
        told = self.tr("HEALTH turns amber when the measured delay (p95) is above this")
        number("budget_ms", self.tr("Limit, default"), told, 40, 2000, ms)
        number("express_budget_ms", self.tr("Limit, express"), told, 40, 2000, ms)
        told = self.tr("A microphone below this for five seconds is LOW")
        number("low_dbfs", self.tr("LOW below"), told, -60, -6, "dBFS")

    def _make_providers(self) -> None:
        self._section(self.tr("Answers and voices"))
        self.providers = ProvidersPart()
        self.providers.action_requested.connect(self.action_requested)
        self._grid.addWidget(self.providers, self._grid.rowCount(), 0, 1, 2)
        number = self._number
        number("loudness_lufs", self.tr("Loudness"), self.tr("What speech is levelled to"), -70, 0, "LUFS", step=0.5)

    def _make_storage(self) -> None:
        self._section(self.tr("Storage and privacy"))
        self._storage = Words("", Role.SMALL)
        self._put(self.tr("Recordings"), self._storage)
        self._free = Words("", Role.SMALL, colour=theme.MUTED)
        self._put("", self._free)
        private = Note(
            self.tr(
                "Nothing leaves this machine but what is said beside each provider above, and nothing is counted. "
                "The log and the reports lie in your own folders; keys are in none of them."
            )
        )
        self._grid.addWidget(private, self._grid.rowCount(), 0, 1, 2)
        self._grid.setRowStretch(self._grid.rowCount(), 1)

    # -- parts ------------------------------------------------------------------------------------------------

    def _section(self, name: str) -> None:
        row = self._grid.rowCount()
        if row > 1:
            self._grid.setRowMinimumHeight(row, 8)
            row += 1
        self._grid.addWidget(Heading(name), row, 0, 1, 2)

    def _put(self, name: str, field: QWidget) -> None:
        row = self._grid.rowCount()
        label = Words(name, Role.BODY, colour=theme.MUTED)
        label.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._labels.append(label)
        self._grid.addWidget(label, row, 0)
        self._grid.addWidget(field, row, 1)

    def _list(self, name: str, tip: str) -> DeviceBox:
        none = self.tr("the system's language") if name == self.tr("Language") else self.tr("not chosen")
        box = DeviceBox(none, self.tr("not connected"))
        box.setAccessibleName(self.tr("Settings: {name}").format(name=name))
        box.setToolTip(tip)
        self._put(name, box)
        return box

    def _number(
        self, option: str, name: str, tip: str, least: float, most: float, unit: str, *, step: float = 1.0
    ) -> None:
        field = NumberField(name, tip, least, most, unit, step=step)
        field.value_requested.connect(lambda value: self._set(**{option: value}))
        self._numbers[option] = field
        self._put(name, field)

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
