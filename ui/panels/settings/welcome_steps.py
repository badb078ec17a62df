"""The pages of the welcome: each asks one thing, and says how it is. The answers are the console's own."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Signal
from PySide6.QtGui import QPainter, QPainterPath, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from console.show.core.enums import Pa, SlateKind
from console.show.core.meters import FLOOR_DBFS
from console.show.rundown.preset import NAME_LONGEST
from console.show.rundown.rundown import NameShow
from console.show.state.console_state import AvatarTile, Condition, ConsoleState
from ui import theme, translate
from ui.theme import Role
from ui.widgets.base import Themed
from ui.widgets.fields.choices import ChoiceButton, DeviceBox, Segments
from ui.widgets.fields.text_entry import AskField
from ui.widgets.hold_button import HoldButton
from ui.widgets.text.note import Note
from ui.widgets.text.text_line import TextLine
from ui.widgets.tile import AvatarButton

GROUND = "#10151b"

HEARD_DBFS = -40.0
"""A level above this is somebody speaking, not the room."""

HEARD_TIMES = 12
"""So many looks with a voice in them (of thirty a second), and the step is done: a click is none."""


def plain_button(said: str, called: str, tip: str) -> HoldButton:
    """A small button that is as wide as its words."""
    button = HoldButton(said, role=Role.SMALL)
    button.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
    button.setAccessibleName(called)
    button.setToolTip(tip)
    return button


class LevelBar(Themed, QWidget):
    """A level, lying; green from where there is a voice."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self._part = 0.0
        self.setAccessibleName(name)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.on_metrics()

    def on_metrics(self) -> None:
        """A line of its own."""
        self.setFixedHeight(self.metrics.px(18, 14))

    def show_level(self, dbfs: float) -> None:
        """Shows a level in dBFS."""
        part = round(min(1.0, max(0.0, 1 - dbfs / FLOOR_DBFS)), 3)
        if part != self._part:
            self._part = part
            self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draws the groove, the mark of a voice, and the bar."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(self.rect())
        groove = QPainterPath()
        groove.addRoundedRect(box, box.height() / 2, box.height() / 2)
        painter.setClipPath(groove)
        painter.fillRect(box, theme.ink(theme.CONTROL_HOVER))
        mark = 1 - HEARD_DBFS / FLOOR_DBFS
        colour = theme.GREEN if self._part >= mark else theme.DIM
        painter.fillRect(QRectF(0, 0, box.width() * self._part, box.height()), theme.ink(colour))
        painter.fillRect(QRectF(box.width() * mark, 0, 2, box.height()), theme.ink(theme.TEXT))


class NameField(AskField):
    """The event's name: told at Enter, and when the hand goes elsewhere.

    Signals:
        told(str): the name, when it is another one.
    """

    told = Signal(str)

    def __init__(self, name: str, hint: str, tip: str) -> None:
        super().__init__(name, hint, tip, NAME_LONGEST)
        self.keeps = True
        self._shown = ""
        self.writing_changed.connect(lambda on: None if on else self._commit())
        self.left.connect(lambda: self.setText(self._shown))
        self.on_metrics()

    def on_metrics(self) -> None:
        """As high as a control."""
        self.setFixedHeight(self.metrics.control)

    def show_name(self, name: str) -> None:
        """Shows the name; what is being written is left alone."""
        if name != self._shown or (not self.hasFocus() and self.text() != name):
            self._shown = name
            if not self.hasFocus():
                self.setText(name)

    def _commit(self) -> None:
        name = " ".join(self.text().split())
        if name != self._shown:
            self._shown = name
            self.told.emit(name)


class Step(Themed, QWidget):
    """One page: a heading, what to do, rows, and how it is.

    Signals:
        action_requested(str action_id, object argument): an answer, as any other panel asks for it.
    """

    action_requested = Signal(str, object)

    def __init__(self, title: str, told: str) -> None:
        super().__init__()
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.addWidget(TextLine(title, Role.STATE, ground=GROUND))
        self._told = Note(told, Role.BODY)
        self.column.addWidget(self._told)

    def on_metrics(self) -> None:
        """A low window has no room to spare."""
        self.column.setSpacing(self.metrics.px(14, 5))
        self._told.setVisible(self.metrics.full)

    def row(self, *controls: QWidget, label: str = "") -> None:
        """Controls side by side; the first one gets the room."""
        row = QHBoxLayout()
        row.setSpacing(10)
        if label:
            row.addWidget(TextLine(label, Role.BODY, colour=theme.MUTED, ground=GROUND, widest=label))
        for number, control in enumerate(controls):
            row.addWidget(control, 0 if number else 1)
        self.column.addLayout(row)

    def line(self) -> TextLine:
        """How something is, in words."""
        line = TextLine("", Role.BUTTON, ground=GROUND)
        self.column.addWidget(line)
        return line

    def end(self) -> None:
        """There are no more rows."""
        self.column.addStretch(1)


class EventStep(Step):
    """The event's name and its slate.

    Signals, besides those of `Step`:
        slate_picture_requested(): choose a picture for the slate.
    """

    slate_picture_requested = Signal()

    def __init__(self) -> None:
        super().__init__(
            self.tr("What is the event?"),
            self.tr("The hall sees its slate while nobody is on air: the name, or a picture of your own."),
        )
        self._console_state = ConsoleState()
        tip = self.tr("The event's name, on the slate and in this window; Enter or Esc leaves the field")
        self.name = NameField(self.tr("Welcome: the event's name"), self.tr("The event's name…"), tip)
        self.name.told.connect(self._on_name)
        self.column.addWidget(self.name)
        slates = (
            ChoiceButton(SlateKind.TITLE, self.tr("TITLE"), self.tr("The show's name on a plain ground")),
            ChoiceButton(SlateKind.PICTURE, self.tr("PICTURE"), self.tr("A picture of your own")),
            ChoiceButton(SlateKind.BLACK, self.tr("BLACK"), self.tr("Nothing at all")),
        )
        self._slate = Segments(self.tr("Slate"), slates, role=Role.SMALL)
        self._slate.choice_requested.connect(self._on_slate)
        self.row(self._slate, label=self.tr("Slate"))
        self._words = self.line()
        self.end()

    def show_state(self, console_state: ConsoleState) -> None:
        """Shows both."""
        self._console_state = console_state
        self.name.show_name(console_state.show_name)
        self._slate.show_chosen(console_state.slate)
        if console_state.slate is SlateKind.PICTURE:
            told, colour = self.tr("✓ The hall sees your picture."), theme.GREEN
        elif console_state.slate is SlateKind.BLACK:
            told, colour = self.tr("The hall sees black."), theme.AMBER
        elif console_state.show_name:
            told, colour = self.tr("✓ The hall reads “{name}”.").format(name=console_state.show_name), theme.GREEN
        else:
            told, colour = self.tr("Without a name the slate is a plain ground."), theme.AMBER
        self._words.show_text(told, colour)

    def _on_name(self, name: str) -> None:
        if self._console_state.show.rundown.name:
            self.action_requested.emit("change", NameShow(name))
        else:
            self.action_requested.emit("settings", {"show_name": name})

    def _on_slate(self, kind: str) -> None:
        if kind == SlateKind.PICTURE:
            self.slate_picture_requested.emit()
        else:
            self.action_requested.emit("slate", kind)


class VoiceStep(Step):
    """The microphone, proven by a voice, and how the hall hears the MC."""

    def __init__(self) -> None:
        super().__init__(
            self.tr("Whose voice?"),
            self.tr("Choose the microphone of the one who speaks tonight. Compere never takes another by itself."),
        )
        self.heard = 0
        self._microphone = DeviceBox(self.tr("Choose the MC's microphone"), self.tr("not connected"))
        self._microphone.setAccessibleName(self.tr("Welcome: microphone"))
        self._microphone.setToolTip(self.tr("The MC's microphone; Compere never takes another by itself"))
        self._microphone.device_requested.connect(lambda key: self.action_requested.emit("mic", key))
        sources = (
            ChoiceButton("off", self.tr("MICROPHONE"), self.tr("The MC's own microphone")),
            ChoiceButton("on", self.tr("DEMO MC"), self.tr("A bundled recording stands in for the microphone")),
        )
        self._source = Segments(self.tr("Input"), sources, role=Role.SMALL)
        self._source.choice_requested.connect(lambda key: self.action_requested.emit("demo", key == "on"))
        self.column.addWidget(self._microphone)
        self.column.addWidget(self._source)
        self._level = LevelBar(self.tr("Microphone level"))
        self.column.addWidget(self._level)
        self._words = self.line()
        ways = (
            ChoiceButton(
                Pa.THROUGH,
                self.tr("THROUGH"),
                self.tr("The hall hears the MC from Compere, delayed to fit the lips"),
            ),
            ChoiceButton(
                Pa.DIRECT,
                self.tr("DIRECT"),
                self.tr("The hall hears the MC from its own desk, at once; the lips trail"),
            ),
        )
        self._pa = Segments(self.tr("PA"), ways, role=Role.SMALL)
        self._pa.choice_requested.connect(lambda pa: self.action_requested.emit("pa", pa))
        self.row(self._pa, label=self.tr("PA"))
        self.end()

    def show_state(self, console_state: ConsoleState) -> None:
        """Shows them, and counts a voice."""
        self.heard += _loud(console_state)
        self._microphone.show_device(console_state.microphone)
        self._source.show_chosen("on" if console_state.demo else "off")
        self._pa.show_chosen(console_state.pa)
        self._level.show_level(console_state.mic_meter.bar)
        if self.heard >= HEARD_TIMES:
            told, colour = self.tr("✓ A voice is heard."), theme.GREEN
        elif console_state.microphone.condition is Condition.OK:
            told, colour = self.tr("Say a few words: the bar must pass the mark."), theme.TEXT
        else:
            told, colour = self.tr("No microphone yet: choose one, or let the demo MC speak."), theme.AMBER
        self._words.show_text(told, colour)


class HallStep(Step):
    """The hall's screen, and its loudspeaker, proven by ears in the hall."""

    def __init__(self) -> None:
        super().__init__(
            self.tr("Screen and loudspeaker"),
            self.tr("Choose the projector or the LED wall. With one screen only, a window will do to try things out."),
        )
        self.proven = ""  # key of the loudspeaker that somebody heard
        self._console_state = ConsoleState()
        self._screen = DeviceBox(self.tr("Choose the hall's screen"), self.tr("not connected"))
        self._screen.setAccessibleName(self.tr("Welcome: hall screen"))
        self._screen.setToolTip(self.tr("The screen that the hall sees"))
        self._screen.device_requested.connect(lambda key: self.action_requested.emit("screen", key))
        said = self.tr("SHOW ITS NAME ON IT")
        identify = plain_button(said, self.tr("Welcome: {words}").format(words=said), translate.hint("identify"))
        identify.performed.connect(lambda: self.action_requested.emit("identify", None))
        self.row(self._screen, identify)
        self._screen_words = self.line()
        self._speaker = DeviceBox(self.tr("Choose the loudspeaker"), self.tr("not connected"))
        self._speaker.setAccessibleName(self.tr("Welcome: loudspeaker"))
        self._speaker.setToolTip(self.tr("Where the program's sound goes"))
        self._speaker.device_requested.connect(lambda key: self.action_requested.emit("speaker", key))
        self._beep = plain_button(
            self.tr("TEST SOUND"),
            self.tr("Welcome: test sound"),
            self.tr("A beep a second out of the loudspeaker, and a flash on the screen; once more ends it"),
        )
        self._beep.performed.connect(self._on_beep)
        self._yes = plain_button(
            self.tr("HEARD IT"), self.tr("Welcome: heard it"), self.tr("The beeps are heard in the hall: end them")
        )
        self._yes.performed.connect(self._on_heard)
        self.row(self._speaker, self._beep, self._yes)
        self._level = LevelBar(self.tr("Level to the hall"))
        self.column.addWidget(self._level)
        self._sound_words = self.line()
        self.end()

    def show_state(self, console_state: ConsoleState) -> None:
        """Shows both, and whether the hall's sound is proven."""
        self._console_state = console_state
        self._screen.show_device(console_state.screen)
        told, colour = {
            Condition.OK: (self.tr("✓ The program is there."), theme.GREEN),
            Condition.MISSING: (self.tr("That screen is not there: plug it in, or choose another."), theme.RED),
            Condition.STARTING: (self.tr("starting"), theme.AMBER),
        }.get(console_state.screen.condition, (self.tr("Not chosen yet."), theme.AMBER))
        self._screen_words.show_text(told, colour)
        self._speaker.show_device(console_state.speaker)
        beeps = console_state.pattern == "beep"
        self._beep.show_as(self.tr("TEST SOUND"), theme.AMBER_LOOK if beeps else theme.PLAIN, "")
        self._yes.show_as(self.tr("HEARD IT"), theme.GREEN_LOOK if beeps else theme.DIMMED, "")
        self._level.show_level(console_state.hall_meter.bar)
        self._sound_words.show_text(*self._sound(console_state, beeps))

    def leave(self) -> None:
        """Nothing beeps on behind another page."""
        if self._console_state.pattern == "beep":
            self.action_requested.emit("pattern", "off")

    def _sound(self, console_state: ConsoleState, beeps: bool) -> tuple[str, str]:
        ready = console_state.speaker.condition is Condition.OK
        if not ready and console_state.speaker.chosen:
            return self.tr("That loudspeaker is not there: plug it in, or choose another."), theme.RED
        if not ready:
            return self.tr("Choose what feeds the hall's mixer."), theme.AMBER
        if beeps:
            told = self.tr("Heard in the hall? If not: mixer, fader, volume.")
            return told, theme.AMBER
        if self.proven == console_state.speaker.chosen:
            return self.tr("✓ Heard in the hall."), theme.GREEN
        return self.tr("Nobody has heard it yet: press TEST SOUND, and listen in the hall."), theme.AMBER

    def _on_beep(self) -> None:
        self.action_requested.emit("pattern", "off" if self._console_state.pattern == "beep" else "beep")

    def _on_heard(self) -> None:
        if self._console_state.pattern == "beep":
            self.proven = self._console_state.speaker.chosen
            self.action_requested.emit("pattern", "off")


class HostStep(Step):
    """Who speaks: proven by a voice whose lips are followed in NEXT."""

    def __init__(self) -> None:
        super().__init__(
            self.tr("Who speaks?"),
            self.tr("The hall still sees the slate: nothing of this is on air until you ARM and GO LIVE."),
        )
        self.heard = 0
        self._tiles: tuple[AvatarTile, ...] = ()
        self._avatars: list[AvatarButton] = []
        self._row = QHBoxLayout()
        self._row.setSpacing(10)
        self._row.addStretch(1)
        self.column.addLayout(self._row)
        self._level = LevelBar(self.tr("Microphone level"))
        self.column.addWidget(self._level)
        self._words = self.line()
        self.end()

    @property
    def seen(self) -> bool:
        """The operator has spoken while the avatar followed in NEXT."""
        return self.heard >= HEARD_TIMES

    def show_state(self, console_state: ConsoleState) -> None:
        """Shows who there is, and counts a voice that drives the one in NEXT."""
        same = console_state.show.next is not None and console_state.show.next.avatar == console_state.avatar_id
        self.heard += _loud(console_state) and same and console_state.health.engine is Condition.OK
        if [tile.id for tile in console_state.avatars] != [tile.id for tile in self._tiles]:
            self._make_avatars(console_state.avatars)
        if console_state.avatars != self._tiles:
            for button, tile in zip(self._avatars, console_state.avatars, strict=False):
                button.show_tile(tile)
            self._tiles = console_state.avatars
        for button in self._avatars:
            button.show_chosen(button.avatar_id == console_state.avatar_id, False)
        self._level.show_level(console_state.mic_meter.bar)
        if self.seen and console_state.demo:
            told, colour = self.tr("✓ That was the demo MC; with your microphone it is you."), theme.GREEN
        elif self.seen:
            told, colour = self.tr("✓ That was you. Compere is ready."), theme.GREEN
        elif not same:
            told, colour = self.tr("Choose who it is."), theme.AMBER
        else:
            told, colour = self.tr("Now speak, and look at NEXT at the right: its lips follow you.  ▶"), theme.TEXT
        self._words.show_text(told, colour)

    def _make_avatars(self, tiles: tuple[AvatarTile, ...]) -> None:
        for button in self._avatars:
            self._row.removeWidget(button)
            button.deleteLater()
        self._avatars = []
        for number, tile in enumerate(tiles[:4]):  # more are chosen in NEXT, where they scroll
            button = AvatarButton(tile)
            button.apply_metrics(self.metrics)
            button.show_size(self.metrics.px(176, 124), self.metrics.px(99, 70))
            button.performed.connect(lambda avatar_id=tile.id: self._choose_avatar(avatar_id))
            self._row.insertWidget(number, button)
            self._avatars.append(button)

    def _choose_avatar(self, avatar_id: str) -> None:
        self.action_requested.emit("avatar", avatar_id)
        self.action_requested.emit("next_avatar", avatar_id)


def _loud(console_state: ConsoleState) -> bool:
    return console_state.mic_meter.bar >= HEARD_DBFS and console_state.microphone.condition is Condition.OK
