"""The first run: three steps over HALL NOW, after which the operator has driven an avatar with their own voice.

It takes no key and stops nothing; the state strip, the action row and NEXT beside it stay as they are.
"""

from __future__ import annotations

from PySide6.QtCore import QRectF, Signal
from PySide6.QtGui import QPainter, QPainterPath, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QStackedWidget, QVBoxLayout, QWidget

from console.show.house import AvatarTile, Condition, House
from console.show.meters import FLOOR_DBFS
from console.show.state import ShowState
from ui import theme, words
from ui.theme import Look, Role
from ui.widgets.base import Themed, draw_box
from ui.widgets.choices import DeviceBox, Segment, Segments
from ui.widgets.hold_button import HoldButton
from ui.widgets.note import Note
from ui.widgets.tile import AvatarButton
from ui.widgets.words import Words

HEARD_DBFS = -40.0
"""A level above this is somebody speaking, not the room."""

HEARD_TIMES = 12
"""So many looks with a voice in them (of thirty a second), and the step is done: a click is none."""

_GROUND = "#10151b"
_CALM = (ShowState.OFFLINE, ShowState.STANDBY, ShowState.ARMED)


class _Level(Themed, QWidget):
    """The microphone's level, lying; green from where a voice is."""

    def __init__(self) -> None:
        super().__init__()
        self._part = 0.0
        self.setAccessibleName(self.tr("Microphone level"))
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


class _Step(Themed, QWidget):
    """One page: a heading, what to do, room for controls, and how it is."""

    def __init__(self, title: str, told: str) -> None:
        super().__init__()
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(12)
        self.column.addWidget(Words(title, Role.STATE, ground=_GROUND))
        self.column.addWidget(Note(told, Role.BODY))

    def on_metrics(self) -> None:
        """A low window has no room to spare."""
        self.column.setSpacing(self.metrics.px(14, 6))

    def close_with(self, line: Words) -> None:
        """Puts `line` below the rest."""
        self.column.addWidget(line)
        self.column.addStretch(1)


class WelcomePanel(Themed, QWidget):
    """Microphone, hall screen, avatar.

    Signals:
        action_requested(str action_id, object argument): a device, an avatar, or `welcome` off when it is done.
    """

    action_requested = Signal(str, object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._house = House()
        self._tiles: tuple[AvatarTile, ...] = ()
        self._avatars: list[AvatarButton] = []
        self._heard = [0, 0]  # looks with a voice, in the first and in the last step
        self.setAccessibleName(self.tr("Welcome"))
        column = self._column = QVBoxLayout(self)
        column.addLayout(self._head())
        self._pages = QStackedWidget()
        for page in (self._microphone_page(), self._screen_page(), self._avatar_page()):
            self._pages.addWidget(page)
        column.addWidget(self._pages, 1)
        column.addLayout(self._foot())
        self.on_metrics()
        self._turn_to(0)
        self.hide()

    @property
    def step(self) -> int:
        """Which step is shown, from 0."""
        return self._pages.currentIndex()

    @property
    def seen(self) -> bool:
        """The operator has spoken while the avatar followed in NEXT."""
        return self._heard[1] >= HEARD_TIMES

    def on_metrics(self) -> None:
        """Takes the margins of the new size."""
        full = self.metrics.full
        pad = self.metrics.px(36, 16)
        self._column.setContentsMargins(pad, pad - 8, pad, pad - 8)
        self._column.setSpacing(self.metrics.px(18, 6))
        self._title.setVisible(full)  # a small window needs the row for the steps

    def show_house(self, house: House) -> None:
        """Opens and closes as the house says. On air HALL NOW is more important: then it stands back."""
        self._house = house
        wanted = house.welcome_open and house.state in _CALM
        if wanted is self.isHidden():
            self.setVisible(wanted)
            self.raise_()
            if wanted:
                self._heard = [0, 0]
                self._turn_to(0)
        if not wanted:
            return
        loud = house.mic_meter.bar >= HEARD_DBFS and house.microphone.condition is Condition.OK
        same = house.show.next is not None and house.show.next.avatar == house.avatar_id
        if self.step == 0:
            self._heard[0] += loud
            self._show_microphone(house)
        elif self.step == 1:
            self._show_screen(house)
        else:
            self._heard[1] += loud and same and house.health.engine is Condition.OK
            self._show_avatar(house, same)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draws the ground."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), theme.ink(theme.GROUND))
        draw_box(painter, QRectF(self.rect()), Look(_GROUND, theme.BLUE, theme.TEXT), 10, 2)

    # -- the steps --------------------------------------------------------------------------------------------

    def _show_microphone(self, house: House) -> None:
        self._microphone.show_device(house.microphone)
        self._source.show_chosen("on" if house.demo else "off")
        self._level.show_level(house.mic_meter.bar)
        if self._heard[0] >= HEARD_TIMES:
            told, colour = self.tr("✓ A voice is heard."), theme.GREEN
        elif house.microphone.condition is Condition.OK:
            told, colour = self.tr("Say a few words: the bar must pass the mark."), theme.TEXT
        else:
            told, colour = self.tr("No microphone yet: choose one, or let the demo MC speak."), theme.AMBER
        self._mic_words.show_text(told, colour)

    def _show_screen(self, house: House) -> None:
        view = house.screen
        self._screen.show_device(view)
        told, colour = {
            Condition.OK: (self.tr("✓ The program is there."), theme.GREEN),
            Condition.MISSING: (self.tr("That screen is not there: plug it in, or choose another."), theme.RED),
            Condition.STARTING: (self.tr("starting"), theme.AMBER),
        }.get(view.condition, (self.tr("Not chosen yet."), theme.AMBER))
        self._screen_words.show_text(told, colour)

    def _show_avatar(self, house: House, same: bool) -> None:
        if [tile.id for tile in house.avatars] != [tile.id for tile in self._tiles]:
            self._make_avatars(house.avatars)
        if house.avatars != self._tiles:
            for button, tile in zip(self._avatars, house.avatars, strict=False):
                button.show_tile(tile)
            self._tiles = house.avatars
        for button in self._avatars:
            button.show_chosen(button.avatar_id == house.avatar_id, False)
        self._level2.show_level(house.mic_meter.bar)
        if self.seen and house.demo:
            told, colour = self.tr("✓ That was the demo MC; with your microphone it is you."), theme.GREEN
        elif self.seen:
            told, colour = self.tr("✓ That was you. Compere is ready."), theme.GREEN
        elif not same:
            told, colour = self.tr("Choose who it is."), theme.AMBER
        else:
            told, colour = self.tr("Now speak, and look at NEXT at the right: its lips follow you.  ▶"), theme.TEXT
        self._avatar_words.show_text(told, colour)
        self._on.show_as(self.tr("DONE"), theme.GREEN_LOOK if self.seen else theme.PLAIN, "")

    def _turn_to(self, step: int) -> None:
        self._pages.setCurrentIndex(step)
        for number, mark in enumerate(self._marks):
            colour = theme.TEXT if number == step else theme.GREEN if number < step else theme.DIM
            mark.show_text(mark.text, colour)
        self._back.show_as(self._back.words, theme.PLAIN if step else theme.DIMMED, "")
        last = step == self._pages.count() - 1
        self._on.show_as(self.tr("DONE") if last else self.tr("NEXT STEP"), theme.PLAIN if last else theme.CHOSEN, "")
        view = self._house.show
        if last and view.next is not None and view.next.avatar != self._house.avatar_id:
            self.action_requested.emit("avatar", view.next.avatar)  # so that the picture of NEXT moves

    def _go_on(self) -> None:
        if self.step < self._pages.count() - 1:
            self._turn_to(self.step + 1)
        else:
            self.action_requested.emit("welcome", False)

    def _choose_avatar(self, avatar_id: str) -> None:
        self.action_requested.emit("avatar", avatar_id)
        self.action_requested.emit("next_avatar", avatar_id)

    # -- making -----------------------------------------------------------------------------------------------

    def _head(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(18)
        welcome = self.tr("Welcome to Compere")
        self._title = Words(welcome, Role.BUTTON, ground=_GROUND, widest=welcome)
        row.addWidget(self._title)
        self._marks = []
        for name in (self.tr("1  Microphone"), self.tr("2  Hall screen"), self.tr("3  Avatar")):
            mark = Words(name, Role.STRONG, ground=_GROUND, widest=name)
            row.addWidget(mark)
            self._marks.append(mark)
        row.addStretch(1)
        self._skip = self._button(self.tr("SKIP"), self.tr("Close the welcome; EDIT, settings opens it again"))
        self._skip.performed.connect(lambda: self.action_requested.emit("welcome", False))
        row.addWidget(self._skip)
        return row

    def _foot(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.addStretch(1)
        self._back = self._button(self.tr("BACK"), self.tr("The step before"))
        self._back.performed.connect(lambda: self._turn_to(max(0, self.step - 1)))
        self._on = self._button(self.tr("NEXT STEP"), self.tr("On to the next step, or done"))
        self._on.performed.connect(self._go_on)
        row.addWidget(self._back)
        row.addSpacing(8)
        row.addWidget(self._on)
        return row

    def _microphone_page(self) -> QWidget:
        page = _Step(
            self.tr("Whose voice?"),
            self.tr("Choose the microphone of the one who speaks tonight. Compere never takes another by itself."),
        )
        self._microphone = DeviceBox(self.tr("Choose the MC's microphone"), self.tr("not connected"))
        self._microphone.setAccessibleName(self.tr("Welcome: microphone"))
        self._microphone.setToolTip(self.tr("The MC's microphone; Compere never takes another by itself"))
        self._microphone.device_requested.connect(lambda key: self.action_requested.emit("mic", key))
        page.column.addWidget(self._microphone)
        sources = (
            Segment("off", self.tr("MICROPHONE"), self.tr("The MC's own microphone")),
            Segment("on", self.tr("DEMO MC"), self.tr("A bundled recording stands in for the microphone")),
        )
        self._source = Segments(self.tr("Input"), sources, role=Role.SMALL)
        self._source.choice_requested.connect(lambda key: self.action_requested.emit("demo", key == "on"))
        page.column.addWidget(self._source)
        self._level = _Level()
        page.column.addWidget(self._level)
        self._mic_words = Words("", Role.BUTTON, ground=_GROUND)
        page.close_with(self._mic_words)
        return page

    def _screen_page(self) -> QWidget:
        page = _Step(
            self.tr("Where does the hall look?"),
            self.tr("Choose the projector or the LED wall. With one screen only, a window will do to try things out."),
        )
        self._screen = DeviceBox(self.tr("Choose the hall's screen"), self.tr("not connected"))
        self._screen.setAccessibleName(self.tr("Welcome: hall screen"))
        self._screen.setToolTip(self.tr("The screen that the hall sees"))
        self._screen.device_requested.connect(lambda key: self.action_requested.emit("screen", key))
        page.column.addWidget(self._screen)
        identify = self._button(self.tr("SHOW ITS NAME ON IT"), words.hint("identify"))
        identify.performed.connect(lambda: self.action_requested.emit("identify", None))
        row = QHBoxLayout()
        row.addWidget(identify)
        row.addStretch(1)
        page.column.addLayout(row)
        self._screen_words = Words("", Role.BUTTON, ground=_GROUND)
        page.close_with(self._screen_words)
        return page

    def _avatar_page(self) -> QWidget:
        page = _Step(
            self.tr("Who speaks?"),
            self.tr("The hall still sees the slate: nothing of this is on air until you ARM and GO LIVE."),
        )
        self._row = QHBoxLayout()
        self._row.setSpacing(10)
        self._row.addStretch(1)
        page.column.addLayout(self._row)
        self._level2 = _Level()
        page.column.addWidget(self._level2)
        self._avatar_words = Words("", Role.BUTTON, ground=_GROUND)
        page.close_with(self._avatar_words)
        return page

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

    def _button(self, said: str, tip: str) -> HoldButton:
        button = HoldButton(said, role=Role.SMALL)
        button.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        button.setAccessibleName(self.tr("Welcome: {words}").format(words=said))
        button.setToolTip(tip)
        return button
