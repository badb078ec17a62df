"""MC NOT HEARD: stands over the foot of the hall's picture while somebody speaks whom the hall does not hear."""

from __future__ import annotations

from PySide6.QtCore import QRect, QRectF, Qt, Signal
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from console.show.core.keymap import KeyMap
from console.show.core.mc_heard import NotHeard
from console.show.state.console_state import ConsoleState
from ui import theme
from ui.theme import Role
from ui.translate import asked, said
from ui.widgets.base import draw_focus, draw_stripes
from ui.widgets.hold_button import HoldButton

GROUND, STRIPE, INK = "#ffd400", "#f0b400", "#14100a"
"""Black on yellow stripes: nothing else in the window looks like it, whatever colours one can tell apart."""

_SIDE, _EDGE = 16, 4
"""Room around the words, in pixels."""


class NotHeardBanner(HoldButton):
    """Says why, and gives the hall the MC's voice back at a press.

    Signals:
        action_requested(str action_id, object argument): what mends it.
    """

    action_requested = Signal(str, object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", heights=(76, 56), parent=parent)
        self._shown: NotHeard | None = None
        self._keymap = KeyMap()
        self._reason = self._cure = ""
        self._program = QRect()
        self.performed.connect(self._mend)
        self._show_words()
        self.hide()

    def place_in(self, program: QRect) -> None:
        """Takes its place at the foot of the hall's picture, above the bar with the figures."""
        self._program = program
        wide = program.width() - 6
        high = max(self.metrics.px(76, 56), self._high(wide))
        self.setFixedHeight(high)
        foot = program.bottom() - self.metrics.bar - 4
        self.setGeometry(program.left() + 3, foot - high, wide, high)

    def show_keys(self, keymap: KeyMap) -> None:
        """Says which key mends it."""
        self._keymap = keymap
        self._show_words()

    def show_state(self, console_state: ConsoleState) -> None:
        """Stands as long as it is so."""
        if console_state.not_heard == self._shown:
            return
        self._shown = console_state.not_heard
        self._show_words()
        self.setVisible(self._shown is not None)
        if self._shown is not None:
            self.raise_()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draws the stripes, the three words, why it is so, and the key."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        whole = QRectF(self.rect())
        painter.fillRect(whole, theme.ink(GROUND))
        draw_stripes(painter, whole, STRIPE, 22)
        painter.setPen(theme.ink(INK))
        inner = whole.adjusted(_SIDE, _EDGE, -_SIDE, -_EDGE)
        painter.setFont(theme.font(Role.STATE, self.metrics))
        head, beside = self.tr("MC NOT HEARD"), self._beside(whole.width())
        high = painter.fontMetrics().height()
        middle = Qt.AlignmentFlag.AlignVCenter
        painter.drawText(inner if beside else inner.adjusted(0, 0, 0, high - inner.height()), middle, head)
        rest = inner.adjusted(beside, 0, 0, 0) if beside else inner.adjusted(0, high, 0, 0)
        painter.setFont(theme.font(Role.STRONG, self.metrics))
        painter.drawText(rest, middle | Qt.AlignmentFlag.AlignLeft | Qt.TextFlag.TextWordWrap, self._words)
        if self.hasFocus():
            draw_focus(painter, whole, 2)

    @property
    def _words(self) -> str:
        return "\n".join(part for part in (self._reason, self._cure) if part)

    def _beside(self, width: float) -> int:
        """How far from the left the words stand beside the head; 0 where they stand below it."""
        head = QFontMetrics(theme.font(Role.STATE, self.metrics)).horizontalAdvance(self.tr("MC NOT HEARD"))
        return head + 24 if width - 2 * _SIDE - head - 24 >= 220 else 0

    def _high(self, width: int) -> int:
        """How high it must be for all of its words."""
        beside = self._beside(width)
        room = QRect(0, 0, width - 2 * _SIDE - beside, 10_000)
        figures = QFontMetrics(theme.font(Role.STRONG, self.metrics))
        words = figures.boundingRect(room, Qt.TextFlag.TextWordWrap.value, self._words).height()
        head = QFontMetrics(theme.font(Role.STATE, self.metrics)).height()
        return 2 * _EDGE + (max(head, words) if beside else head + words)

    def _show_words(self) -> None:
        shown = self._shown
        self._reason = self._cure = ""
        if shown is not None:
            steps = (shown, *shown.then)
            helpless = [said(step.reason) for step in steps if not step.action]
            self._reason = said(shown.reason)
            if not helpless:
                keys = ", ".join(map(self._key, steps))
                self._cure = self.tr("{key}: the hall hears the MC again").format(key=keys)
            elif shown.action:
                self._cure = helpless[0]
        words = self.tr("MC NOT HEARD")
        if self._reason:
            words = f"{words}: {self._reason}. {self._cure}"
        self.place_in(self._program)
        self.setAccessibleName(words)
        self.setToolTip(words)
        self.update()

    def _key(self, step: NotHeard) -> str:
        """The key that does this step now; its button's name where none does."""
        argument = step.argument if isinstance(step.argument, str) else ""
        keys = self._keymap.keys(step.action, argument) if argument else self._keymap.keys(step.action)
        return keys or (self.tr("MIRROR") if step.action == "mode" else asked(step.action, argument))

    def _mend(self) -> None:
        if self._shown is not None and self._shown.action:
            self.action_requested.emit(self._shown.action, self._shown.argument)
