"""EDIT, the preset: its fields, and its place in the rundown."""

from __future__ import annotations

from typing import Protocol

from PySide6.QtCore import QT_TRANSLATE_NOOP, Qt, Signal
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from console.show.house import Choice, DeviceView, House
from console.show.kinds import CaptionPlace, Mode, Pa, SlateKind
from console.show.preset import Preset
from console.show.rundown import Add, Change, Delete, Duplicate, Move, SetField
from ui import theme
from ui.theme import Role
from ui.widgets.base import Themed
from ui.widgets.choices import DeviceBox, Segment, Segments
from ui.widgets.fields import ColourField, FileField, GainField, LineField, TextField
from ui.widgets.hold_button import HoldButton
from ui.widgets.number_field import NumberField
from ui.widgets.words import Words

COLOURS = (
    ("#c94f4f", QT_TRANSLATE_NOOP("PresetForm", "red")),
    ("#c9824f", QT_TRANSLATE_NOOP("PresetForm", "orange")),
    ("#c9b24f", QT_TRANSLATE_NOOP("PresetForm", "yellow")),
    ("#5fae6a", QT_TRANSLATE_NOOP("PresetForm", "green")),
    ("#4fb0b8", QT_TRANSLATE_NOOP("PresetForm", "teal")),
    ("#4f8fc9", QT_TRANSLATE_NOOP("PresetForm", "blue")),
    ("#8a6fd1", QT_TRANSLATE_NOOP("PresetForm", "violet")),
    ("#c76aa6", QT_TRANSLATE_NOOP("PresetForm", "pink")),
)


class Field(Protocol):
    """What the form knows of its fields."""

    def show_value(self, value: object, *, anew: bool = False) -> None:
        """Shows a value of the preset."""

    def tell(self) -> None:
        """Tells now what is not told yet."""


class _Segmented:
    """Buttons side by side, as a field."""

    def __init__(self, segments: Segments, *, switch: bool = False) -> None:
        self._segments, self._switch = segments, switch

    def show_value(self, value: object, *, anew: bool = False) -> None:
        self._segments.show_chosen(("on" if value else "off") if self._switch else str(value))

    def tell(self) -> None:
        pass


class _Listed:
    """A list that opens, as a field; its entries come with the house."""

    def __init__(self, box: DeviceBox) -> None:
        self._box, self._value = box, ""

    def show_value(self, value: object, *, anew: bool = False) -> None:
        self._value = str(value)

    def show_choices(self, choices: tuple[Choice, ...]) -> None:
        self._box.show_device(DeviceView(choices, self._value))

    def tell(self) -> None:
        pass


class _Numbered:
    """A number, as a field."""

    def __init__(self, number: NumberField) -> None:
        self._number = number

    def show_value(self, value: object, *, anew: bool = False) -> None:
        if isinstance(value, (int, float)):
            self._number.show_value(float(value))

    def tell(self) -> None:
        self._number.interpretText()


class PresetForm(Themed, QWidget):
    """One preset, field by field. It changes nothing itself: each field is a wish.

    Signals:
        change_requested(object): a `console.show.rundown.Change`.
        file_requested(str item_id, str field): choose a file for a field.
    """

    change_requested = Signal(object)
    file_requested = Signal(str, str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._id = ""
        self._shown: Preset | None = None
        self._avatar_id = ""
        self._fields: dict[str, Field] = {}
        self._labels: list[Words] = []
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addLayout(self._place_row())
        self._none = Words(self.tr("No preset yet: NEW makes one."), Role.BODY, colour=theme.MUTED)
        column.addWidget(self._none)
        home = QWidget()
        self._grid = QGridLayout(home)
        self._grid.setContentsMargins(0, 0, 8, 0)
        self._grid.setHorizontalSpacing(10)
        self._grid.setVerticalSpacing(6)
        self._grid.setColumnStretch(1, 1)
        self._make_fields()
        self._scroll = QScrollArea()
        self._scroll.setWidgetResizable(True)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.setWidget(home)
        column.addWidget(self._scroll, 1)
        self.on_metrics()

    def on_metrics(self) -> None:
        """All labels are as wide as the widest."""
        measure = QFontMetrics(theme.font(Role.BODY, self.metrics))
        widest = max((measure.horizontalAdvance(label.text) for label in self._labels), default=0)
        for label in self._labels:
            label.setFixedWidth(widest + 4)

    @property
    def item_id(self) -> str:
        """The item that it works on, or ""."""
        return self._id

    def field(self, name: str) -> Field:
        """The field of this name."""
        return self._fields[name]

    def tell(self) -> None:
        """Tells what was typed and is not told yet."""
        for field in self._fields.values():
            field.tell()

    def show_item(self, item_id: str, house: House) -> None:
        """Shows the fields of an item; "" shows none."""
        item = house.show.rundown.find(item_id)
        self._avatar_id = house.avatar_id or next((tile.id for tile in house.avatars), "lin")
        self._none.setVisible(item is None)
        self._scroll.setVisible(item is not None)
        if item is None:
            self._id, self._shown = "", None
            return
        anew = item.id != self._id
        if anew:
            self.tell()  # what was typed belongs to the one before
            self._id = item.id
        if anew or item.preset != self._shown:
            self._shown = item.preset
            for name, field in self._fields.items():
                value = getattr(item.preset, name)
                field.show_value(value, anew=anew)
        as_it_is = Choice("", self.tr("as it is"))
        lists = {
            "avatar": tuple(Choice(tile.id, tile.name) for tile in house.avatars),
            "stand_in": (Choice("", self.tr("nobody")), *(Choice(tile.id, tile.name) for tile in house.avatars)),
            "mic": (as_it_is, *house.microphone.choices),
            "speaker": (as_it_is, *house.speaker.choices),
        }
        for name, choices in lists.items():
            listed = self._fields[name]
            assert isinstance(listed, _Listed)
            listed.show_choices(choices)

    def _place_row(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(6)
        wishes: tuple[tuple[str, str, object], ...] = (
            (self.tr("NEW"), self.tr("A new preset behind this one"), lambda: Add(self._avatar_id, self._id)),
            (self.tr("COPY"), self.tr("The same once more"), lambda: Duplicate(self._id)),
            ("◀", self.tr("Move it towards the beginning"), lambda: Move(self._id, -1)),
            ("▶", self.tr("Move it towards the end"), lambda: Move(self._id, 1)),
            (self.tr("DELETE"), self.tr("Take it away; UNDO brings it back"), lambda: Delete(self._id)),
        )
        for words, tip, wish in wishes:
            button = HoldButton(words, role=Role.SMALL, heights=(32, 27))
            button.setAccessibleName(tip)
            button.setToolTip(tip)
            button.performed.connect(lambda wish=wish: self._ask(wish()))
            row.addWidget(button, 1 if len(words) == 1 else 2)
        return row

    def _ask(self, change: Change) -> None:
        if self._id or isinstance(change, Add):
            self.change_requested.emit(change)

    def _set(self, name: str, value: object) -> None:
        if self._id:
            self.change_requested.emit(SetField(self._id, name, value))

    def _make_fields(self) -> None:
        self._line("name", self.tr("Name"), self.tr("on the preset's key"), most=80)
        self._line("note", self.tr("Note"), self.tr("a cue for you, as “after the choir sits”"))
        self._add(
            "colour",
            self.tr("Colour"),
            ColourField(self.tr("Colour"), [(c, self.tr(str(name))) for c, name in COLOURS]),
        )
        self._list("avatar", self.tr("Avatar"), self.tr("Who is on screen"))
        hint = self.tr("Who may be put on with B while the avatar's engine is out")
        self._list("stand_in", self.tr("Stand-in"), hint)
        modes = (
            Segment(Mode.MIRROR, self.tr("MIRROR"), self.tr("The MC's live voice drives the avatar")),
            Segment(Mode.ANSWER, self.tr("ANSWER"), self.tr("The avatar answers questions")),
            Segment(Mode.SAY, self.tr("SAY"), self.tr("The avatar says prepared lines")),
        )
        self._segments("mode", self.tr("Mode"), modes)
        hint = self.tr("what may be said at Shift+1 to 9, one a row; “text | other language”, “sound: file”")
        self._add("lines", self.tr("Lines"), TextField(self.tr("Lines"), hint))
        self._file("say", self.tr("Sound file"))
        self._list("mic", self.tr("Microphone"), self.tr("Whose voice; “as it is” leaves the one that is chosen"))
        gain = GainField(self.tr("Gain"), self.tr("Added to the microphone's own gain"))
        self._add("mic_gain_db", self.tr("Gain"), gain)
        pa = (
            Segment(Pa.THROUGH, self.tr("THROUGH"), self.tr("The hall hears the MC from Compere, with the lips")),
            Segment(Pa.DIRECT, self.tr("DIRECT"), self.tr("The hall hears the MC from its own desk; the lips trail")),
        )
        self._segments("pa", self.tr("PA"), pa)
        self._list(
            "speaker", self.tr("Loudspeaker"), self.tr("Where the sound goes; “as it is” leaves the one that is chosen")
        )
        slates = (
            Segment(SlateKind.LOGO, self.tr("LOGO"), self.tr("Compere's or the house's logo")),
            Segment(SlateKind.PICTURE, self.tr("PICTURE"), self.tr("A picture of your own")),
            Segment(SlateKind.BLACK, self.tr("BLACK"), self.tr("Nothing at all")),
        )
        self._segments("slate", self.tr("Slate"), slates)
        self._file("slate_picture", self.tr("Slate picture"))
        captions = (
            Segment("off", self.tr("OFF"), self.tr("No captions")),
            Segment("on", self.tr("ON"), self.tr("The hall reads what is heard")),
        )
        self._segments("captions", self.tr("Captions"), captions, switch=True)
        places = (
            Segment(CaptionPlace.BOTTOM, self.tr("BELOW"), self.tr("At the picture's lower edge")),
            Segment(CaptionPlace.TOP, self.tr("ABOVE"), self.tr("At the picture's upper edge")),
        )
        self._segments("captions_place", self.tr("Their place"), places)
        percent = self.tr("% of the picture")
        number = self._number
        number("captions_size", self.tr("Their size"), self.tr("How high a line of captions is"), 3, 15, percent)
        number("captions_margin", self.tr("Their margin"), self.tr("The safe area around captions"), 2, 25, percent)
        number("captions_plate", self.tr("Their ground"), self.tr("How dark it is behind the letters"), 0, 100, "%")
        self._line(
            "voice", self.tr("Voice"), self.tr("who speaks; VOICES lets you hear them; empty is the avatar's own")
        )
        persona = TextField(self.tr("Persona"), self.tr("who the avatar is when it answers"))
        self._add("persona", self.tr("Persona"), persona)
        self._file("facts", self.tr("Facts"))

    def _number(self, name: str, words: str, tip: str, least: float, most: float, unit: str) -> None:
        number = NumberField(words, tip, least, most, unit, step=0.5)
        number.value_requested.connect(lambda value: self._set(name, value))
        self._fields[name] = _Numbered(number)
        self._put(words, number)

    def _line(self, name: str, words: str, hint: str, *, most: int = 200) -> None:
        self._add(name, words, LineField(words, hint, most))

    def _file(self, name: str, words: str) -> None:
        field = FileField(words)
        field.file_requested.connect(lambda: self.file_requested.emit(self._id, name))
        self._add(name, words, field)

    def _add(self, name: str, words: str, field: LineField | TextField | GainField | FileField | ColourField) -> None:
        field.value_changed.connect(lambda value: self._set(name, value))
        self._fields[name] = field
        self._put(words, field)

    def _segments(self, name: str, words: str, choices: tuple[Segment, ...], *, switch: bool = False) -> None:
        segments = Segments(words, choices, role=Role.SMALL)
        segments.choice_requested.connect(lambda key: self._set(name, key == "on" if switch else key))
        self._fields[name] = _Segmented(segments, switch=switch)
        self._put(words, segments)

    def _list(self, name: str, words: str, tip: str) -> None:
        box = DeviceBox(self.tr("as it is"), self.tr("not there"))
        box.setAccessibleName(self.tr("Preset: {words}").format(words=words))
        box.setToolTip(tip)
        box.device_requested.connect(lambda key: self._set(name, key))
        self._fields[name] = _Listed(box)
        self._put(words, box)

    def _put(self, words: str, widget: QWidget) -> None:
        row = self._grid.rowCount()
        label = Words(words, Role.BODY, colour=theme.MUTED)
        self._labels.append(label)
        label.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._grid.addWidget(label, row, 0, Qt.AlignmentFlag.AlignVCenter)
        self._grid.addWidget(widget, row, 1)
