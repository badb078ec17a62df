"""The first run: four short pages over HALL NOW, after which the operator has driven an avatar with their own voice.

It takes no key and stops nothing; the state strip, the action row and NEXT beside it stay as they are.
"""

from __future__ import annotations

from PySide6.QtCore import QRectF, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from console.show.core.state import UNARMED
from console.show.state.console_state import ConsoleState
from ui import theme
from ui.panels.settings.welcome_steps import GROUND, EventStep, HallStep, HostStep, Step, VoiceStep, plain_button
from ui.theme import Look, Role
from ui.widgets.base import Themed, draw_box
from ui.widgets.hold_button import HoldButton
from ui.widgets.text.text_line import TextLine


class WelcomePanel(Themed, QWidget):
    """The event, the voice, the hall, the host.

    Signals:
        action_requested(str action_id, object argument): an answer, or `welcome` off when it is done.
        slate_picture_requested(): choose a picture for the slate.
    """

    action_requested = Signal(str, object)
    slate_picture_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._console_state = ConsoleState()
        self.setAccessibleName(self.tr("Welcome"))
        self._event, self._voice, self._hall, self._host = EventStep(), VoiceStep(), HallStep(), HostStep()
        self._steps: tuple[EventStep | VoiceStep | HallStep | HostStep, ...] = (
            self._event, self._voice, self._hall, self._host,
        )  # fmt: skip
        column = self._column = QVBoxLayout(self)
        column.addLayout(self._head())
        self._pages = QStackedWidget()
        for step in self._steps:
            step.action_requested.connect(self.action_requested)
            self._pages.addWidget(step)
        self._event.slate_picture_requested.connect(self.slate_picture_requested)
        column.addWidget(self._pages, 1)
        column.addLayout(self._foot())
        self.setTabOrder(self._on, self._skip)  # the page's own rows come first
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
        return self._host.seen

    def on_metrics(self) -> None:
        """Takes the margins of the new size."""
        full = self.metrics.full
        pad = self.metrics.px(36, 14)
        self._column.setContentsMargins(pad, pad - 8, pad, pad - 8)
        self._column.setSpacing(self.metrics.px(18, 5))
        self._title.setVisible(full)  # a small window needs the row for the steps

    def show_state(self, console_state: ConsoleState) -> None:
        """Opens and closes as the console's state says. From ARM on HALL NOW matters more: it never covers it then."""
        self._console_state = console_state
        wanted = console_state.welcome_open and console_state.state in UNARMED
        if wanted is self.isHidden():
            if not wanted:
                self._hall.leave()
            self.setVisible(wanted)
            self.raise_()
            if wanted:
                self._voice.heard = self._host.heard = 0
                self._turn_to(0)
        if wanted:
            self._steps[self.step].show_state(console_state)
            self._show_done()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draws the ground."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), theme.ink(theme.GROUND))
        draw_box(painter, QRectF(self.rect()), Look(GROUND, theme.BLUE, theme.TEXT), 10, 2)

    # -- the steps --------------------------------------------------------------------------------------------

    def _turn_to(self, step: int) -> None:
        left: Step = self._steps[self.step]
        if isinstance(left, HallStep) and step != self.step:
            left.leave()
        self._pages.setCurrentIndex(step)
        for number, mark in enumerate(self._marks):
            colour = theme.TEXT if number == step else theme.GREEN if number < step else theme.DIM
            mark.show_text(mark.text, colour)
        self._back.show_as(self._back.words, theme.PLAIN if step else theme.DIMMED, "")
        self._show_done()
        view = self._console_state.show
        if self._last and view.next is not None and view.next.avatar != self._console_state.avatar_id:
            self.action_requested.emit("avatar", view.next.avatar)  # so that the picture of NEXT moves

    @property
    def _last(self) -> bool:
        return self.step == self._pages.count() - 1

    def _show_done(self) -> None:
        look = theme.CHOSEN if not self._last else theme.GREEN_LOOK if self.seen else theme.PLAIN
        self._on.show_as(self.tr("DONE") if self._last else self.tr("NEXT STEP"), look, "")

    def _go_on(self) -> None:
        if self._last:
            self.action_requested.emit("welcome", False)
        else:
            self._turn_to(self.step + 1)

    # -- making -----------------------------------------------------------------------------------------------

    def _head(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(18)
        welcome = self.tr("Welcome to Compere")
        self._title = TextLine(welcome, Role.BUTTON, ground=GROUND, widest=welcome)
        row.addWidget(self._title)
        self._marks = []
        for name in (self.tr("1  Event"), self.tr("2  Voice"), self.tr("3  Hall"), self.tr("4  Avatar")):
            mark = TextLine(name, Role.STRONG, ground=GROUND, widest=name)
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

    def _button(self, said: str, tip: str) -> HoldButton:
        return plain_button(said, self.tr("Welcome: {words}").format(words=said), tip)
