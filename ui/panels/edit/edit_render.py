"""EDIT, the films: a host speaks a sound file into a video. They wait in a queue, and are made one after the other."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QShowEvent
from PySide6.QtWidgets import (
    QFileDialog,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from console.show.state.console_state import Choice, ConsoleState, DeviceView
from console.show.state.film_view import QUALITIES, RATES, SIZES, FilmLine, FilmPlan, FilmState, clock_words
from ui import theme
from ui.theme import Role
from ui.translate import said
from ui.widgets.base import Themed, apply_to_all, draw_box
from ui.widgets.fields.choices import ChoiceButton, DeviceBox, Segments
from ui.widgets.fields.fields import FileField
from ui.widgets.hold_button import HoldButton
from ui.widgets.text.note import Note
from ui.widgets.text.text_line import TextLine

_BOX = theme.Look(theme.CONTROL, theme.LINE, theme.TEXT)
_COLOURS = {
    FilmState.WAITING: theme.MUTED,
    FilmState.MAKING: theme.BLUE,
    FilmState.DONE: theme.GREEN,
    FilmState.FAILED: theme.RED,
    FilmState.CANCELLED: theme.AMBER,
}

_PLACES = (FilmState.MAKING, FilmState.WAITING, FilmState.FAILED, FilmState.CANCELLED, FilmState.DONE)
"""What one waits for stands first."""


class _Bar(Themed, QWidget):
    """How far a film is, in the colour of its state."""

    def __init__(self) -> None:
        super().__init__()
        self._part, self._ink = 0.0, theme.BLUE
        self.setFixedHeight(6)

    def show_part(self, part: float, ink: str) -> None:
        """From 0 to 1."""
        if (part, ink) != (self._part, self._ink):
            self._part, self._ink = part, ink
            self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draws the groove and what is done."""
        painter = QPainter(self)
        bar = QRectF(self.rect())
        draw_box(painter, bar, theme.Look(theme.WELL, theme.LINE, theme.TEXT), 3)
        bar.setWidth(self.width() * self._part)
        if bar.width() >= 6:
            draw_box(painter, bar, theme.Look(self._ink, self._ink, theme.TEXT), 3)


class FilmCard(Themed, QWidget):
    """One film of the queue: its file, how far it is or why it failed, whole, and what can be done with it.

    Signals:
        cancel_requested(int): make it not. retry_requested(int): make it again. open_requested(int): show it.
    """

    cancel_requested = Signal(int)
    retry_requested = Signal(int)
    open_requested = Signal(int)

    def __init__(self, line: FilmLine) -> None:
        super().__init__()
        self.line = line
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        column = QVBoxLayout(self)
        column.setContentsMargins(10, 8, 10, 8)
        column.setSpacing(4)
        row = QHBoxLayout()
        row.setSpacing(10)
        self._title = Note("", Role.STRONG, colour=theme.TEXT)
        row.addWidget(self._title, 1)
        self._button = HoldButton("", role=Role.SMALL, heights=(30, 26))
        self._button.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._button.performed.connect(self._press)
        row.addWidget(self._button)
        column.addLayout(row)
        self._told = Note("")
        column.addWidget(self._told)
        self._bar = _Bar()
        column.addWidget(self._bar)
        self._name()

    def show_line(self, line: FilmLine) -> None:
        """Shows how it is now."""
        if line != self.line:
            self.line = line
            self._name()

    def title(self) -> str:
        """Which one it is, and that it is approximate where it is."""
        parts = (self.line.name, self.line.who, self.tr("approximate") if self.line.approximate else "")
        return " · ".join(part for part in parts if part)

    def words(self) -> str:
        """How it is, in words."""
        line = self.line
        if line.state is FilmState.MAKING:
            far = self.tr("{percent} %").format(percent=int(line.part * 100))
            if line.left_s is None:
                return far
            return self.tr("{far} · {left} left").format(far=far, left=clock_words(line.left_s))
        return {
            FilmState.WAITING: self.tr("waiting"),
            FilmState.DONE: self.tr("done"),
            FilmState.FAILED: said(line.sentence),
            FilmState.CANCELLED: self.tr("cancelled"),
        }[line.state]

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draws the box."""
        draw_box(QPainter(self), QRectF(self.rect()), _BOX, 8)

    def _name(self) -> None:
        line = self.line
        words, tip = {
            FilmState.WAITING: (self.tr("CANCEL"), self.tr("Nothing of it is left")),
            FilmState.DONE: (self.tr("OPEN FILM"), self.tr("Show it in the system's own player")),
        }.get(
            FilmState.WAITING if line.state is FilmState.MAKING else line.state,
            (self.tr("AGAIN"), self.tr("Put it into the queue again")),
        )
        self._title.show_text(self.title())
        self._told.show_text(self.words(), _COLOURS[line.state])
        self._bar.show_part(line.part, _COLOURS[line.state])
        self._bar.setVisible(line.state is not FilmState.DONE)
        self._button.show_as(words, theme.PLAIN, "")
        self._button.updateGeometry()
        self._button.setAccessibleName(f"{words} {line.name}")
        self._button.setToolTip(tip)
        self.setAccessibleName(f"{line.name}: {self.words()}")

    def _press(self) -> None:
        line = self.line
        if line.state is FilmState.DONE:
            self.open_requested.emit(line.number)
        elif line.state in (FilmState.WAITING, FilmState.MAKING):
            self.cancel_requested.emit(line.number)
        else:
            self.retry_requested.emit(line.number)


class RenderPage(Themed, QWidget):
    """The next film, and the queue.

    Signals:
        action_requested(str action_id, object argument): plan, add, cancel, again or clear.
    """

    action_requested = Signal(str, object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._plan = FilmPlan()
        self._cards: list[FilmCard] = []
        self._look = False  # the page was opened, and nobody has looked for cards yet
        self._dialog: QFileDialog | None = None
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 4, 0, 0)
        outer.setSpacing(8)
        home = QWidget()
        column = QVBoxLayout(home)
        column.setContentsMargins(0, 0, 8, 0)
        column.setSpacing(8)
        column.addLayout(self._make_form())
        self._told = Note(
            self.tr(
                "Films have low priority, so they may be made on air; a graphics card that draws the show is "
                "better left alone."
            )
        )
        column.addWidget(self._told)
        row = QHBoxLayout()
        row.setSpacing(8)
        self._add = self._button(self.tr("MAKE THE FILM"), self.tr("Put it into the queue"))
        self._add.performed.connect(lambda: self.action_requested.emit("add_film", None))
        self._replace = self._button(self.tr("REPLACE THE FILE"), self.tr("The file is there already: overwrite it"))
        self._replace.performed.connect(lambda: self.action_requested.emit("add_film", "replace"))
        self._clear = self._button(self.tr("CLEAR THE LIST"), self.tr("Forget those that are over; the files stay"))
        self._clear.performed.connect(lambda: self.action_requested.emit("clear_films", None))
        for button in (self._add, self._replace, self._clear):
            row.addWidget(button, 1)
        self._list = QVBoxLayout()
        self._list.setSpacing(6)
        self._list.addStretch(1)
        column.addLayout(self._list, 1)
        outer.addWidget(_scrolled(home), 1)
        outer.addLayout(row)

    def showEvent(self, event: QShowEvent) -> None:
        """Whoever opens the page may want to choose a card."""
        super().showEvent(event)
        self._look = True

    def show_state(self, console_state: ConsoleState) -> None:
        """Shows the plan and the queue."""
        view = console_state.films
        if self._look:
            self._look = False
            self.action_requested.emit("look_cards", None)
        self._plan = plan = view.plan
        avatars = tuple(Choice(tile.id, tile.name) for tile in console_state.avatars)
        neural = any(tile.id == plan.avatar and tile.driver == "musetalk" for tile in console_state.avatars)
        self._avatar.show_device(DeviceView(avatars, plan.avatar))
        self._sound.show_value(plan.sound)
        self._out.show_value(plan.out)
        who = next((tile for tile in console_state.avatars if tile.id == plan.avatar), None)
        own, rate = self.tr("the host's own"), self.tr("{rate} frames a second")
        own_rate = f"{own}: {rate.format(rate=who.rate)}" if who and who.rate else own
        rates = (Choice("", own_rate), *(Choice(each, rate.format(rate=each)) for each in RATES))
        self._rate.show_device(DeviceView(rates, plan.rate))
        own_size = f"{own}: {who.width}×{who.height}" if who and who.width else own
        sizes = (Choice("0x0", own_size), *(Choice(f"{wide}x{high}", f"{wide}×{high}") for wide, high in SIZES))
        self._size.show_device(DeviceView(sizes, f"{plan.width}x{plan.height}"))
        self._quality.show_chosen(plan.quality)
        self._exact.show_chosen("exact" if plan.exact else "fast", fixed=not neural)
        self._card.setVisible(neural and len(view.cards) > 1)
        self._card.show_device(DeviceView(self._card_choices(view.cards), plan.cards))
        whole = bool(plan.avatar and plan.sound and plan.out)
        self._add.show_as(self._add.words, theme.BLUE_LOOK if whole and not view.replacing else theme.DIMMED, "")
        self._replace.setVisible(view.replacing)
        over = any(line.state not in (FilmState.WAITING, FilmState.MAKING) for line in view.lines)
        self._clear.show_as(self._clear.words, theme.PLAIN if over else theme.DIMMED, "")
        self._show_cards(tuple(sorted(view.lines, key=lambda line: _PLACES.index(line.state))))

    # -- making -----------------------------------------------------------------------------------------------

    def _make_form(self) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(10)
        grid.setVerticalSpacing(5)
        grid.setColumnStretch(1, 3)
        grid.setColumnStretch(2, 2)
        self._sound = FileField(self.tr("Sound"))
        self._sound.file_requested.connect(self._choose_sound)
        self._sound.value_changed.connect(lambda path: self._request(sound=path))
        self._out = FileField(self.tr("Film"))
        self._out.file_requested.connect(self._choose_out)
        self._out.value_changed.connect(lambda path: self._request(out=path))
        self._rate = DeviceBox(self.tr("frames a second"), self.tr("chosen by hand"))
        self._rate.device_requested.connect(lambda key: self._request(rate=key))
        self._size = DeviceBox(self.tr("size"), self.tr("chosen by hand"))
        self._size.device_requested.connect(self._request_size)
        qualities = dict(
            zip(
                QUALITIES,
                (
                    (self.tr("SMALL"), self.tr("A small file, for a look")),
                    (self.tr("GOOD"), self.tr("For most uses")),
                    (self.tr("BEST"), self.tr("A large file, to go on working with")),
                ),
                strict=True,
            )
        )
        self._quality = Segments(
            self.tr("Quality"), [ChoiceButton(key, *words) for key, words in qualities.items()], role=Role.SMALL
        )
        self._quality.choice_requested.connect(lambda key: self._request(quality=key))
        self._exact = Segments(
            self.tr("Precision"),
            (
                ChoiceButton("exact", self.tr("EXACT"), self.tr("The same bits each time; of the neural driver only")),
                ChoiceButton("fast", self.tr("FAST"), self.tr("Half precision, on a graphics card")),
            ),
            role=Role.SMALL,
        )
        self._exact.choice_requested.connect(lambda key: self._request(exact=key == "exact"))
        rows: tuple[tuple[str, tuple[QWidget, ...]], ...] = (
            (self.tr("Avatar"), (self._who(),)),
            (self.tr("Sound"), (self._sound,)),
            (self.tr("Film"), (self._out,)),
            (self.tr("Size"), (self._size, self._rate)),
            (self.tr("Quality"), (self._quality, self._exact)),
        )
        for number, (label, fields) in enumerate(rows):
            grid.addWidget(TextLine(label, Role.BODY, colour=theme.MUTED, widest=label), number, 0)
            for place, field in enumerate(fields):
                field.setAccessibleName(label)
                if not field.toolTip():
                    field.setToolTip(label)
                grid.addWidget(field, number, 1 + place, 1, 3 - len(fields))
        self._rate.setAccessibleName(self.tr("Frames a second"))
        self._exact.setAccessibleName(self.tr("Precision"))
        return grid

    def _who(self) -> QWidget:
        """Who speaks, and where there are several, the cards that draw."""
        self._avatar = DeviceBox(self.tr("who speaks"), self.tr("not there"))
        self._avatar.device_requested.connect(lambda key: self._request(avatar=key))
        self._avatar.setAccessibleName(self.tr("Avatar"))
        self._avatar.setToolTip(self.tr("who speaks"))
        self._card = DeviceBox(self.tr("any card"), self.tr("chosen by hand"))
        self._card.device_requested.connect(lambda key: self._request(cards=key))
        self._card.setAccessibleName(self.tr("Graphics cards"))
        self._card.setToolTip(self.tr("Several take turns; what one leaves undone, another draws"))
        self._card.setVisible(False)
        home = QWidget()
        row = QHBoxLayout(home)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(10)
        row.addWidget(self._avatar, 3)
        row.addWidget(self._card, 2)
        return home

    def _card_choices(self, names: tuple[str, ...]) -> tuple[Choice, ...]:
        """One card, or all of them."""
        every = ",".join(map(str, range(len(names))))
        return (
            Choice("", self.tr("any card")),
            Choice(every, self.tr("all {count} cards").format(count=len(names))),
            *(Choice(str(number), f"{number} · {name}") for number, name in enumerate(names)),
        )

    def _show_cards(self, lines: tuple[FilmLine, ...]) -> None:
        while len(self._cards) > len(lines):
            card = self._cards.pop()
            self._list.removeWidget(card)
            card.deleteLater()
        for number, line in enumerate(lines):
            if number == len(self._cards):
                card = FilmCard(line)
                card.apply_metrics(self.metrics)
                apply_to_all(card, self.metrics)
                card.cancel_requested.connect(partial(self.action_requested.emit, "cancel_film"))
                card.retry_requested.connect(partial(self.action_requested.emit, "retry_film"))
                card.open_requested.connect(partial(self.action_requested.emit, "open_film"))
                self._list.insertWidget(number, card)
                self._cards.append(card)
            self._cards[number].show_line(line)

    def _button(self, words: str, tip: str) -> HoldButton:
        button = HoldButton(words, role=Role.SMALL, heights=(32, 27))
        button.setAccessibleName(words)
        button.setToolTip(tip)
        return button

    # -- requests -----------------------------------------------------------------------------------------------

    def _request(self, **fields: object) -> None:
        self.action_requested.emit("plan_film", fields)

    def _request_size(self, key: str) -> None:
        wide, _, high = key.partition("x")
        self._request(width=int(wide), height=int(high))

    def _choose_sound(self) -> None:
        files = self.tr("Sounds and videos (*.wav *.flac *.mp3 *.ogg *.opus *.m4a *.mp4 *.mov *.mkv *.webm)")
        self._open(self.tr("The sound of the film"), files, QFileDialog.AcceptMode.AcceptOpen, "sound")

    def _choose_out(self) -> None:
        files = self.tr("Films (*.mp4 *.mov *.mkv *.webm)")
        self._open(self.tr("The film's file"), files, QFileDialog.AcceptMode.AcceptSave, "out")

    def _open(self, title: str, files: str, mode: QFileDialog.AcceptMode, field: str) -> None:
        # Not modal: the window and its keys go on while it is open.
        if self._dialog is not None:
            self._dialog.close()
        dialog = QFileDialog(self, title, str(getattr(self._plan, field)), files)
        dialog.setAcceptMode(mode)
        if mode is QFileDialog.AcceptMode.AcceptSave:
            dialog.setDefaultSuffix("mp4")
            dialog.setOption(QFileDialog.Option.DontConfirmOverwrite)  # the page asks itself
        else:
            dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.setWindowModality(Qt.WindowModality.NonModal)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.fileSelected.connect(lambda path: self._request(**{field: path}))
        dialog.finished.connect(lambda result: self._forget(dialog))
        self._dialog = dialog
        dialog.show()

    def _forget(self, dialog: QFileDialog) -> None:
        if self._dialog is dialog:
            self._dialog = None


def _scrolled(home: QWidget) -> QScrollArea:
    """All of the page but its keys: a small window has no room for form and queue at once."""
    scroll = QScrollArea()
    scroll.setWidgetResizable(True)
    scroll.setFrameShape(QFrame.Shape.NoFrame)
    scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    scroll.setWidget(home)
    return scroll
