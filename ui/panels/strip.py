"""The state strip: the show's state as a colour and a word, the time on air, alarms, REC and STREAM, LOCK and EDIT."""

from __future__ import annotations

from PySide6.QtCore import QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFont, QFontMetrics, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QGraphicsOpacityEffect, QWidget

from console.show.actions.rundown import UNLOCK_HOLD_S
from console.show.core.alarms import Alarm
from console.show.core.appearing import who_appears
from console.show.core.state import ShowState
from console.show.state.console_state import ConsoleState
from ui import number_format, theme
from ui.panels.output_badge import OutputBadge
from ui.theme import Role
from ui.translate import said, with_key
from ui.widgets.base import Themed, draw_stripes, ground
from ui.widgets.pill import Pill

_MIDDLE = Qt.AlignmentFlag.AlignVCenter


class StateStrip(Themed, QWidget):
    """Drawn as one, so that nothing in it can move: each text has its place, whatever the others say.

    Signals:
        action_requested(str action_id, object argument): lock, unlock, EDIT or RUN.
        alarms_pressed(): the operator pressed the place of the alarms.
    """

    action_requested = Signal(str, object)
    alarms_pressed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._state = ShowState.OFFLINE
        self._timer = self._clock = self._name = self._refusal = ""
        self._alarms: tuple[Alarm, ...] = ()
        self._alarm_place = QRectF()
        self.badge = OutputBadge()
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setAccessibleName(self.tr("Show state"))
        self.setToolTip(self.tr("The show's state, the time on air, and alarms"))
        self._locked = self._editing = self._rehearsal = False
        self._lock_key = "L"
        locked = self.tr("LOCKED")
        hold = self.tr("hold {keys}").format(keys="L")
        self.lock = Pill(self.tr("LOCK"), "L", widest=f"{locked}  {hold}")
        self.lock.performed.connect(lambda: self.action_requested.emit("unlock" if self._locked else "lock", None))
        self.run = Pill(self.tr("RUN"))
        self.run.performed.connect(lambda: self.action_requested.emit("edit", False))
        self.edit = Pill(self.tr("EDIT"))
        self.edit.performed.connect(lambda: self.action_requested.emit("edit", True))
        self.run.setAccessibleName(self.tr("RUN"))
        self.run.setToolTip(self.tr("Nothing can be changed by a slip of the hand"))
        self.edit.setAccessibleName(self.tr("EDIT"))
        self._pills = (self.lock, self.run, self.edit)
        for pill in self._pills:
            pill.setParent(self)
        self.show_keys("L", "Ctrl+E")

    def show_keys(self, lock: str, edit: str) -> None:
        """Says which keys lock and edit."""
        self._lock_key = lock
        self.edit.setToolTip(with_key(self.tr("Change presets, keys and settings"), edit))
        self._show_pills()

    def on_metrics(self) -> None:
        """The pills stand at the right."""
        self._place_pills()

    def resizeEvent(self, event: object) -> None:
        """They stay there."""
        self._place_pills()

    def _place_pills(self) -> None:
        right = self.width() - self.metrics.edge - 8
        for pill in reversed(self._pills):
            pill.move(right - pill.width(), (self.height() - pill.height()) // 2)
            right -= pill.width() + 10

    def _show_pills(self) -> None:
        locked = self.tr("LOCKED") if self._locked else self.tr("LOCK")
        hold = self.tr("hold {keys}").format(keys=self._lock_key) if self._lock_key else ""
        cap = hold if self._locked else self._lock_key
        self.lock.show_on(self._locked, locked, cap, UNLOCK_HOLD_S if self._locked else 0.0)
        self.lock.setAccessibleName(self.tr("UNLOCK") if self._locked else self.tr("LOCK"))
        told = self.tr("Hold for one second: all keys and buttons work again")
        if not self._locked:
            told = self.tr("Only INTERRUPT, HOLD and PANIC work until it is unlocked")
        self.lock.setToolTip(with_key(told, self._lock_key))
        for pill in (self.run, self.edit):  # they do not act while it is locked
            faint = QGraphicsOpacityEffect(pill)
            faint.setOpacity(0.35 if self._locked else 1.0)
            pill.setGraphicsEffect(faint)
        self.run.show_on(not self._editing, self.tr("RUN"))
        self.edit.show_on(self._editing, self.tr("EDIT"))

    def show_state(self, console_state: ConsoleState) -> None:
        """Shows the state, the time on air (or what is left of ARMED), the alarms and the clock."""
        if (console_state.show.locked, console_state.show.editing) != (self._locked, self._editing):
            self._locked, self._editing = console_state.show.locked, console_state.show.editing
            self._show_pills()
        changed = self.badge.update(console_state.outputs)
        armed = console_state.state is ShowState.ARMED
        timer = f"{console_state.armed_left_s:.0f} s" if armed else number_format.clock_time(console_state.on_air_s)
        refusal, alarms = said(console_state.refusal), console_state.alarm_list
        name = console_state.show_name
        if armed:
            name = self.tr("GO LIVE puts on {words}").format(words=who_appears(console_state).words)
        if console_state.rehearsal:  # it stands there in HOLD as well
            name = self.tr("REHEARSAL, not on air")
        if console_state.rehearsal is not self._rehearsal:
            self._rehearsal = console_state.rehearsal
            self.update()
        wanted = (console_state.state, timer, console_state.clock, name, refusal, alarms)
        if not changed and wanted == (
            self._state,
            self._timer,
            self._clock,
            self._name,
            self._refusal,
            self._alarms,
        ):
            return
        if alarms != self._alarms or refusal != self._refusal:
            told = "\n".join((*(said(alarm.sentence) for alarm in alarms), refusal)).strip()
            self.setToolTip(told or self.tr("No alarm"))
        self._state, self._timer, self._clock, self._name, self._refusal, self._alarms = wanted
        told = " ".join(said(alarm.sentence) for alarm in self._alarms)
        self.setAccessibleDescription(f"{self._state} {self._timer} {self._name} {self.badge.words} {told}")
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draws the strip from the left: state, timer, name or refusal; from the right: clock, alarm."""
        painter = QPainter(self)
        look = theme.STRIPS[self._state]
        if self._rehearsal and self._state is not ShowState.PANIC:
            look = theme.REHEARSAL
        whole = QRectF(self.rect())
        painter.fillRect(whole, ground(look, whole))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if look.striped:
            draw_stripes(painter, whole, look.ground_end, 22)
        state_font = theme.font(Role.STATE, self.metrics)
        timer_font = theme.font(Role.TIMER, self.metrics)
        state_wide = max(QFontMetrics(state_font).horizontalAdvance(self._word(state)) for state in ShowState) + 4
        timer_wide = QFontMetrics(timer_font).horizontalAdvance("00:00:00") + 4
        rehearsal = self.tr("REHEARSAL")
        state_wide = max(state_wide, QFontMetrics(state_font).horizontalAdvance(rehearsal) + 4)
        word = rehearsal if self._rehearsal and self._state is ShowState.LIVE else self._word(self._state)
        edge, gap = self.metrics.edge + 8, 20

        x = edge
        painter.setPen(theme.ink(look.text))
        self._text(painter, state_font, QRectF(x, 0, state_wide, self.height()), word, look.striped)
        x += state_wide + gap
        self._text(painter, timer_font, QRectF(x, 0, timer_wide, self.height()), self._timer, look.striped)
        x += timer_wide + gap
        right = self.lock.x() - gap - timer_wide
        self._text(painter, timer_font, QRectF(right, 0, timer_wide, self.height()), self._clock, look.striped)

        badge_wide = self.badge.width(self.metrics)
        if badge_wide:
            right -= badge_wide + gap
            self.badge.draw(painter, QRectF(right, 4, badge_wide, self.height() - 8), self.metrics)
        half = (right - gap - x) / 2
        if self._refusal:
            self._pill(painter, QRectF(x, 0, half - gap, self.height()), self._refusal)
        elif self._name:
            body = theme.font(Role.BODY, self.metrics)
            calm = QFontMetrics(body).horizontalAdvance(self.tr("no alarm"))
            wide = half - gap if self._alarms else right - calm - 2 * gap - x  # all that no alarm needs
            self._text(painter, body, QRectF(x, 0, wide, self.height()), self._name, look.striped)
        place = QRectF(x + half, 0, half, self.height())
        self._alarm_place = place
        if self._alarms:
            self._draw_alarms(painter, place)
        else:
            self._text(
                painter,
                theme.font(Role.BODY, self.metrics),
                place,
                self.tr("no alarm"),
                look.striped,
                Qt.AlignmentFlag.AlignRight,
            )

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A press on the alarms opens their list."""
        if self._alarm_place.contains(event.position()):
            self.alarms_pressed.emit()

    def alarm_words(self, wide: int, high: int) -> str:
        """The worst alarm and how many more there are, as they fit whole into `wide` by `high` pixels."""
        worst, more = self._alarms[0], len(self._alarms) - 1
        behind = self.tr("  +%n more", "", more) if more else ""
        measure = QFontMetrics(self._alarm_font())
        for words in (said(worst.sentence), said(worst.about.title)):
            box = measure.boundingRect(QRect(0, 0, wide, 4000), int(Qt.TextFlag.TextWordWrap), f"▲ {words}{behind}")
            if box.height() <= high and box.width() <= wide:
                return f"▲ {words}{behind}"
        return f"▲ {len(self._alarms)}"

    def _alarm_font(self) -> QFont:
        made = theme.font(Role.SMALL, self.metrics)
        made.setWeight(QFont.Weight.DemiBold)
        return made

    def _draw_alarms(self, painter: QPainter, place: QRectF) -> None:
        inner = QSize(int(place.width()) - 24, self.height() - 10)
        words = self.alarm_words(inner.width(), inner.height())
        painter.setFont(self._alarm_font())
        wrap = int(Qt.TextFlag.TextWordWrap)
        text = painter.fontMetrics().boundingRect(QRect(0, 0, inner.width(), 4000), wrap, words)
        wide, high = text.width() + 24, max(text.height() + 6, painter.fontMetrics().height() + 12)
        box = QRectF(place.right() - wide, (place.height() - high) / 2, wide, high)
        grave = self._alarms[0].about.grave
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.ink("#8f1216" if grave else "#ffd98a"))
        painter.drawRoundedRect(box, 7, 7)
        painter.setPen(theme.ink("#ffffff" if grave else "#101418"))
        painter.drawText(box.adjusted(10, 0, -10, 0), int(Qt.AlignmentFlag.AlignCenter) | wrap, words)

    def _word(self, state: ShowState) -> str:
        return {
            ShowState.OFFLINE: self.tr("OFFLINE"),
            ShowState.STANDBY: self.tr("STANDBY"),
            ShowState.ARMED: self.tr("ARMED"),
            ShowState.LIVE: self.tr("LIVE"),
            ShowState.HOLD: self.tr("HOLD"),
            ShowState.PANIC: self.tr("PANIC"),
        }[state]

    def _text(
        self,
        painter: QPainter,
        font: QFont,
        place: QRectF,
        words: str,
        plated: bool,
        align: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignLeft,
    ) -> None:
        painter.setFont(font)
        measure = painter.fontMetrics()
        shown = measure.elidedText(words, Qt.TextElideMode.ElideRight, int(place.width()))
        if plated:  # on stripes a text needs a calm ground
            wide, high = measure.horizontalAdvance(shown) + 16, measure.height() + 6
            left = place.right() - wide + 8 if align == Qt.AlignmentFlag.AlignRight else place.left() - 8
            painter.fillRect(QRectF(left, (place.height() - high) / 2, wide, high), theme.ink("#000000"))
        painter.setPen(theme.ink(theme.STRIPS[self._state].text))
        painter.drawText(place, align | _MIDDLE, shown)

    def _pill(self, painter: QPainter, place: QRectF, words: str) -> None:
        """Why something was refused: in as many lines as it needs."""
        wrap = int(Qt.TextFlag.TextWordWrap)
        room = QRect(0, 0, int(place.width()) - 24, 4000)
        for role in (Role.STRONG, Role.SMALL, Role.TINY):
            painter.setFont(theme.font(role, self.metrics))
            text = painter.fontMetrics().boundingRect(room, wrap, words)
            if text.height() <= self.height() - 8:
                break
        wide, high = (
            text.width() + 24,
            min(self.height() - 2, max(text.height() + 6, painter.fontMetrics().height() + 12)),
        )
        box = QRectF(place.left(), (place.height() - high) / 2, wide, high)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.ink("#101418"))
        painter.drawRoundedRect(box, 7, 7)
        painter.setPen(theme.ink("#ffd98a"))
        painter.drawText(box.adjusted(10, 0, -10, 0), int(Qt.AlignmentFlag.AlignCenter) | wrap, words)
