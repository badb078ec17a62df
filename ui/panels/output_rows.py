"""The rows of OUTPUTS for the streams and for the recording: how each is, and the button that starts or stops it."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from console.show.actions.table import ACTIONS
from console.show.state.output_summary import (
    OutputPress,
    StreamsSummary,
    is_nearly_full,
    press_of_recording,
    summary_of,
    there,
)
from console.show.state.output_view import OutputCondition, RecordingView, StreamView
from ui import number_format, theme
from ui.theme import Look, Role
from ui.translate import action, hint, said
from ui.widgets.base import Themed
from ui.widgets.hold_button import HoldButton
from ui.widgets.text.text_line import TextLine
from ui.widgets.text.two_lines import TwoLines

COLOURS = {
    OutputCondition.OFF: theme.MUTED,
    OutputCondition.CONNECTING: theme.AMBER,
    OutputCondition.ON_AIR: theme.GREEN,
    OutputCondition.RECONNECTING: theme.AMBER,
    OutputCondition.FAILED: theme.RED,
}


@dataclass(frozen=True)
class _Pressed:
    """What a button says, asks for and looks like."""

    words: str
    action_id: str
    look: Look


class _OutputRow(Themed, QWidget):
    """What it is, how it is in two lines, and its buttons. Nothing in it moves, whatever it says.

    Signals:
        action_requested(str action_id, object argument): a button was pressed, or held.
        read_requested(): the operator pressed the lines: to read what is wrong once more.

    Attributes:
        lines: how it is.
        button: starts or stops it, or tries again.
        stop: stops it while the large button does something else.
    """

    action_requested = Signal(str, object)
    read_requested = Signal()

    def __init__(self, words: str, label: TextLine, stop_action: str) -> None:
        super().__init__()
        self._stop_action = stop_action
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(label)
        self.lines = TwoLines()
        self.lines.setAccessibleName(words)
        row.addWidget(self.lines, 1)
        self._buttons = QWidget()
        inner = QHBoxLayout(self._buttons)
        inner.setContentsMargins(0, 0, 0, 0)
        inner.setSpacing(4)
        self.button = HoldButton("", role=Role.SMALL, heights=(30, 25))
        self.button.performed.connect(self._on_button)
        self.stop = HoldButton("■", role=Role.SMALL, heights=(30, 25), look=theme.RED_EDGE)
        self.stop.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.stop.show_as("■", theme.RED_EDGE, "", ACTIONS[stop_action].hold_s)
        self.stop.setAccessibleName(action(stop_action).capitalize())
        self.stop.setToolTip(self._stop_tip())
        self.stop.performed.connect(lambda: self.action_requested.emit(stop_action, None))
        self.stop.hide()
        inner.addWidget(self.button, 1)
        inner.addWidget(self.stop)
        row.addWidget(self._buttons)
        self._asks = ""
        self.on_metrics()

    def on_metrics(self) -> None:
        """The buttons have the same place in both rows."""
        self._buttons.setFixedWidth(self.metrics.px(128, 100))
        self.stop.setFixedWidth(self.metrics.px(34, 24))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A press beside the buttons wants to read."""
        if event.button() == Qt.MouseButton.LeftButton:
            self.read_requested.emit()

    def _show_button(self, pressed: _Pressed, *, stoppable: bool = False, why_not: str = "") -> None:
        """Shows what the large button does now.

        Args:
            stoppable: the small button stops what runs.
            why_not: why nothing can be started, or "".
        """
        self._asks = pressed.action_id
        hold_s = ACTIONS[pressed.action_id].hold_s
        cap = self.tr("hold {n} s").format(n=f"{hold_s:g}") if hold_s else ""
        self.button.show_as(pressed.words, theme.DIMMED if why_not else pressed.look, cap, hold_s)
        tip = why_not or (self._stop_tip() if hold_s else hint(pressed.action_id))
        if tip != self.button.toolTip():
            self.button.setToolTip(tip)
        self.button.setAccessibleName(action(pressed.action_id).capitalize())
        if self.stop.isHidden() is stoppable:
            self.stop.setVisible(stoppable)

    def _stop_tip(self) -> str:
        return self.tr("{what}: hold").format(what=hint(self._stop_action))

    def _on_button(self) -> None:
        self.action_requested.emit(self._asks, None)


class StreamRow(_OutputRow):
    """All streams in one row; the tooltip has each of them."""

    def __init__(self, label: TextLine) -> None:
        super().__init__(self.tr("Streams"), label, "stream_stop")
        self._shown: tuple[StreamView, ...] | None = None

    def show_streams(self, streams: tuple[StreamView, ...]) -> None:
        """Shows how they are."""
        if streams == self._shown:
            return
        self._shown = streams
        summary = summary_of(streams)
        if not summary.set_up:
            self.lines.show_lines(self.tr("no address:"), theme.MUTED, (self.tr("EDIT, SETTINGS"),))
        else:
            colour = theme.AMBER if summary.congested else COLOURS[summary.state]
            self.lines.show_lines(self._head(summary), colour, self._below(summary))
        self.lines.setToolTip("\n".join(self._told(each) for each in there(streams)))
        none = said("There is no stream with an address: EDIT, SETTINGS, Streams.")
        pressed = {
            OutputPress.START: _Pressed(self.tr("Start"), "stream_start", theme.PLAIN),
            OutputPress.STOP: _Pressed(self.tr("Stop"), "stream_stop", theme.RED_EDGE),
            OutputPress.RETRY: _Pressed(self.tr("Retry"), "stream_retry", theme.AMBER_LOOK),
        }[summary.press]
        self._show_button(pressed, stoppable=summary.stoppable, why_not="" if summary.set_up else none)

    def _head(self, summary: StreamsSummary) -> str:
        words = self._state(summary.state)
        if summary.state is OutputCondition.ON_AIR and summary.congested:
            words = self.tr("on air, slow net")
        return words if summary.set_up == 1 else f"{summary.in_state} × {words}"

    def _below(self, summary: StreamsSummary) -> tuple[str, ...]:
        """The figures of those on air; of one that waits, when it tries; and how many the others are."""
        figures: tuple[str, ...] = ()
        if summary.on_air:
            rate = _rate(summary.kbps)
            dropped = self.tr("{percent} % dropped").format(percent=f"{summary.dropped_percent:.1f}")
            figures = f"{rate} · {dropped}", f"{rate} · {summary.dropped_percent:.1f} %"
        if summary.state is OutputCondition.ON_AIR:
            return figures
        others = self.tr("%n on air", "", summary.on_air) if summary.on_air else ""
        if summary.state is OutputCondition.RECONNECTING:
            tries = self.tr("attempt {number} in {seconds} s").format(
                number=summary.attempt, seconds=f"{summary.retry_s:.0f}"
            )
            return (f"{tries} · {others}", tries) if others else (tries,)
        if others:
            return f"{others} · {_rate(summary.kbps)}", others
        return (summary.place,) if summary.place else (self.tr("%n streams", "", summary.set_up),)

    def _state(self, state: OutputCondition) -> str:
        return {
            OutputCondition.OFF: self.tr("off"),
            OutputCondition.CONNECTING: self.tr("connecting"),
            OutputCondition.ON_AIR: self.tr("on air"),
            OutputCondition.RECONNECTING: self.tr("reconnecting"),
            OutputCondition.FAILED: self.tr("failed"),
        }[state]

    def _told(self, stream: StreamView) -> str:
        """One stream, whole."""
        told = [self.tr("Stream {number}: {state}").format(number=stream.number, state=self._state(stream.state))]
        if stream.state is OutputCondition.ON_AIR:
            told.append(number_format.clock_time(stream.on_air_s))
            told.append(_rate(stream.kbps))
            told.append(self.tr("{percent} % dropped").format(percent=f"{stream.dropped_percent:.1f}"))
        if stream.skipped:
            told.append(self.tr("%n skipped: this computer is too slow", "", stream.skipped))
        if stream.reconnects:
            told.append(self.tr("%n times reconnected", "", stream.reconnects))
        told += [each for each in (stream.encoder, stream.place) if each]
        return " · ".join(told) + (f"\n{said(stream.sentence)}" if stream.sentence else "")


class RecordRow(_OutputRow):
    """The recording in one row."""

    def __init__(self, label: TextLine) -> None:
        super().__init__(self.tr("Recording"), label, "record_stop")
        self._shown: RecordingView | None = None

    def show_recording(self, recording: RecordingView) -> None:
        """Shows how it is, and how long the disk lasts."""
        if recording == self._shown:
            return
        self._shown = recording
        head, colour = {
            OutputCondition.OFF: (self.tr("off"), theme.MUTED),
            OutputCondition.CONNECTING: (self.tr("starting"), theme.AMBER),
            OutputCondition.ON_AIR: (f"● {number_format.clock_time(recording.recorded_s)}", theme.RED),
            OutputCondition.RECONNECTING: (self.tr("starting again"), theme.AMBER),
            OutputCondition.FAILED: (self.tr("failed"), theme.RED),
        }[recording.state]
        low = theme.AMBER if is_nearly_full(recording) or recording.dropped else theme.MUTED
        self.lines.show_lines(head, colour, self._below(recording), low)
        self.lines.setToolTip(self._told(recording))
        press = press_of_recording(recording)
        pressed = {
            OutputPress.START: _Pressed(self.tr("Start"), "record_start", theme.PLAIN),
            OutputPress.RETRY: _Pressed(self.tr("Retry"), "record_start", theme.AMBER_LOOK),
            OutputPress.STOP: _Pressed(self.tr("Stop"), "record_stop", theme.RED_EDGE),
        }[press]
        self._show_button(pressed, stoppable=press is OutputPress.RETRY)

    def _below(self, recording: RecordingView) -> tuple[str, ...]:
        left = self._left(recording.left_s)
        size = "" if recording.free_gb is None else self.tr("{size} GB").format(size=f"{recording.free_gb:.0f}")
        dropped = self.tr("%n dropped", "", recording.dropped) if recording.dropped else ""
        wordings = [" = ".join(each for each in (size, left) if each)]
        if dropped:
            wordings = [" · ".join(each for each in (dropped, left) if each), dropped]
        return tuple(each for each in (*wordings, left or size) if each)

    def _left(self, left_s: float | None) -> str:
        if left_s is None:
            return ""
        if left_s >= 2 * 3600:
            return self.tr("{n} h left").format(n=int(left_s // 3600))
        return self.tr("{n} min left").format(n=int(left_s // 60))

    def _told(self, recording: RecordingView) -> str:
        told = [recording.file] if recording.file else []
        if recording.dropped:
            told.append(self.tr("%n pictures dropped: the disk is too slow", "", recording.dropped))
        if recording.skipped:
            told.append(self.tr("%n skipped: this computer is too slow", "", recording.skipped))
        if recording.sentence:
            told.append(said(recording.sentence))
        return "\n".join(told) or hint("record_start")


def _rate(kbps: float) -> str:
    """4.5 Mb/s, 800 kb/s"""
    return f"{kbps / 1000:.1f} Mb/s" if kbps >= 1000 else f"{kbps:.0f} kb/s"
