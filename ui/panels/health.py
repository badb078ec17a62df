"""HEALTH: the figures that say whether the hall sees what it should, judged by colour and by limit."""

from __future__ import annotations

from PySide6.QtCore import QTimer
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from console.show.actions.table import refusal_of
from console.show.core.limits import Grade, delay_grade, fps_grade, late_grade, skew_grade
from console.show.core.state import OFF_AIR
from console.show.state.console_state import Condition, ConsoleState, HealthView
from ui import number_format, theme
from ui.panels.answers.stages import LastAnswer
from ui.panels.panel import RIGHT, Heading, Panel
from ui.theme import Role
from ui.widgets.base import Themed
from ui.widgets.fields.choices import ChoiceButton, Segments, colour_of
from ui.widgets.meters.sparkline import SkewDial, Sparkline
from ui.widgets.text.text_line import TextLine

LEAST_FOR_ANSWER = 310
"""Height of the panel, in pixels, from which on the last answer fits; with large texts it must be higher."""

SAMPLE_MS = 500
"""How often the sparklines take a value."""


_COLOURS = {Grade.UNKNOWN: theme.MUTED, Grade.GOOD: theme.GREEN, Grade.FAIR: theme.AMBER, Grade.BAD: theme.RED}


def delay_colour(health: HealthView) -> str:
    """The colour of the lip delay."""
    return _COLOURS[delay_grade(health)]


def fps_colour(health: HealthView) -> str:
    """The colour of the frame rate."""
    return _COLOURS[fps_grade(health)]


def skew_colour(skew_ms: float | None) -> str:
    """The colour of sound minus picture."""
    return _COLOURS[skew_grade(skew_ms)]


def late_colour(percent: float) -> str:
    """The colour of late frames; white while all is well."""
    return _plain_if_green(_COLOURS[late_grade(percent)])


class _Row(Themed, QWidget):
    """A label, a picture, and a figure with a smaller one below it."""

    def __init__(self, words: str, picture: QWidget | None = None, *, below: bool = False) -> None:
        super().__init__()
        self._high = below or picture is not None
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(10)
        self._label = TextLine(words, Role.BODY, colour=theme.MUTED)
        self._label.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        row.addWidget(self._label)
        self._wide = picture is not None
        if picture is not None:
            row.addWidget(picture, 1)
        column = QVBoxLayout()
        column.setSpacing(0)
        column.addStretch(1)
        self.value = TextLine(number_format.UNKNOWN, Role.STRONG, align=RIGHT)
        self.value.setAccessibleName(words)
        column.addWidget(self.value)
        self.small = TextLine("", Role.SMALL, colour=theme.MUTED, align=RIGHT) if below else None
        if self.small is not None:
            column.addWidget(self.small)
        column.addStretch(1)
        self._values = QWidget()
        self._values.setLayout(column)
        column.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self._values, 0 if self._wide else 1)
        self.on_metrics()

    def on_metrics(self) -> None:
        """Takes the heights and widths of the new size."""
        self._label.setFixedWidth(self.metrics.px(92, 76))
        if self._wide:
            self._values.setFixedWidth(self.metrics.px(112, 88))
        self.setFixedHeight((self.metrics.px(64, 36)) if self._high else self.metrics.row)


class HealthPanel(Panel):
    """Figures, their last minute, and the lip delay's setting."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._health = HealthView()
        self._heading = Heading(self.tr("Health"))
        self._delay_line = Sparkline(self.tr("Lip delay over the last minute"), theme.GREEN, 180)
        self._fps_line = Sparkline(self.tr("Frame rate over the last minute"), theme.BLUE, 40)
        self._dial = SkewDial(self.tr("Sound minus picture"))
        self._delay = _Row(self.tr("Lip delay"), self._delay_line, below=True)
        self._fps = _Row(self.tr("Frame rate"), self._fps_line, below=True)
        self._skew = _Row(self.tr("A/V skew"), self._dial, below=True)
        self._late = _Row(self.tr("Late frames"))
        self._engine = _Row(self.tr("Engine"))
        self._restarts = _Row(self.tr("Restarts"))
        for row in (
            self._heading,
            self._delay,
            self._fps,
            self._skew,
            self._late,
            self._engine,
            self._restarts,
        ):
            self.column.addWidget(row)
        self._express = Segments(
            self.tr("Lip delay"),
            (
                ChoiceButton("off", self.tr("DEFAULT"), self.tr("The lip delay that fits most machines")),
                ChoiceButton("on", self.tr("EXPRESS"), self.tr("The short lip delay, for a fast machine")),
            ),
        )
        self._express.choice_requested.connect(lambda key: self.action_requested.emit("express", key == "on"))
        self._answer = LastAnswer()
        self.column.addStretch(1)
        self.column.addWidget(self._answer)
        self.column.addStretch(1)
        self._fixed = Heading(self.tr("Lip delay"))
        self.column.addWidget(self._fixed)
        self.column.addSpacing(6)
        self.column.addWidget(self._express)
        self._sampler = QTimer(self)
        self._sampler.setInterval(SAMPLE_MS)
        self._sampler.timeout.connect(self.sample)
        self.column.setSpacing(2)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The lowest windows have no room for the last answer; the log has it too."""
        super().resizeEvent(event)
        self._make_room()

    def _make_room(self) -> None:
        self._answer.setVisible(self.height() >= self.metrics.grown(LEAST_FOR_ANSWER))

    def start(self) -> None:
        """Begins to take values for the sparklines."""
        self._sampler.start()

    def stop(self) -> None:
        """Takes no more values."""
        self._sampler.stop()

    def sample(self) -> None:
        """Takes one value of each figure for its sparkline."""
        self._delay_line.push(self._health.delay_p95_ms, delay_colour(self._health))
        self._fps_line.push(self._health.fps)

    def on_metrics(self) -> None:
        """Rows stand close: each has its own height."""
        super().on_metrics()
        self.column.setSpacing(2)
        self._make_room()

    def show_state(self, console_state: ConsoleState) -> None:
        """Shows the figures, each in the colour of its limit."""
        health = self._health = console_state.health
        budget = health.delay_budget_ms
        self._delay_line.set_scale(0, budget * 1.5, budget)
        self._fps_line.set_scale(health.program_fps * 0.7, health.program_fps * 1.15, None)
        bad_delay = delay_colour(health) in (theme.AMBER, theme.RED)
        self._delay.value.show_text(number_format.ms(health.delay_p50_ms), theme.TEXT)
        p95 = number_format.UNKNOWN if health.delay_p95_ms is None else f"{health.delay_p95_ms:.0f}"
        assert self._delay.small and self._fps.small and self._skew.small
        self._delay.small.show_text(f"p95 {p95} / {budget:.0f}", delay_colour(health) if bad_delay else theme.MUTED)
        self._fps.value.show_text(number_format.decimal(health.fps), _plain_if_green(fps_colour(health)))
        self._fps.small.show_text(self.tr("of {rate}").format(rate=health.program_fps))
        self._skew.value.show_text(
            number_format.signed_ms(health.skew_ms), _plain_if_green(skew_colour(health.skew_ms))
        )
        self._skew.small.show_text(self._skew_words(health.skew_ms))
        self._dial.show_value(health.skew_ms, skew_colour(health.skew_ms))
        late = f"{number_format.count(health.late_frames)}   {health.late_percent:.2f} %"
        self._answer.show_stages(console_state.answers.stages, under_way=console_state.answers.under_way)
        on_air = (
            console_state.state not in OFF_AIR
        )  # afterwards the figure is a memory, and nothing to be done about it
        self._late.value.show_text(late, late_colour(health.late_percent) if on_air else theme.MUTED)
        words = health.engine_words if health.engine is Condition.OK else self._condition(health.engine)
        self._engine.value.show_text(words, _plain_if_green(colour_of(health.engine)))
        self._engine.setToolTip(self._card_words(health))
        second = self._second_words(health.standby)
        restarts = (
            f"{second}   {number_format.count(health.restarts)}" if second else number_format.count(health.restarts)
        )
        calm = not health.restarts and health.standby != "drawing"
        self._restarts.value.show_text(restarts, theme.TEXT if calm else theme.AMBER)
        self._fixed.note.show_text(
            self.tr("{delay}, fixed").format(delay=number_format.ms(health.fixed_delay_ms))
            if health.fixed_delay_ms is not None
            else self.tr("set at ARM")
        )
        up = health.engine_up_s
        if up is None:
            # A first start is no fault; one that was lost is an alarm as well.
            colour = theme.RED if health.restarts or health.engine is Condition.FAILED else theme.AMBER
            self._heading.note.show_text(self.tr("● engine not there"), colour)
        else:
            words = self.tr("● engine up {time}").format(time=number_format.up_time(up))
            self._heading.note.show_text(words, colour_of(health.engine))
        fixed = console_state.show.locked or bool(refusal_of("express", console_state.state))
        self._express.show_chosen(
            "on" if console_state.express else "off", fixed=fixed, veiled=console_state.show.locked
        )

    def _condition(self, condition: Condition) -> str:
        return {
            Condition.OK: self.tr("OK"),
            Condition.MISSING: self.tr("not there"),
            Condition.NOT_CHOSEN: self.tr("not chosen"),
            Condition.STARTING: self.tr("starting"),
            Condition.FAILED: self.tr("failed"),
        }[condition]

    def _second_words(self, standby: str) -> str:
        return {
            "starting": self.tr("second starts"),
            "ready": self.tr("second ready"),
            "drawing": self.tr("second draws"),
        }.get(standby, "")

    def _card_words(self, health: HealthView) -> str:
        """Of the graphics card, where there is one: memory, temperature, and faces that came out wrong."""
        if not health.card_total_mib:
            return ""
        used, total = (f"{mib / 1024:.1f}" for mib in (health.card_used_mib, health.card_total_mib))
        words = [self.tr("{used} of {total} GB on the card").format(used=used, total=total)]
        if health.card_celsius is not None:
            words.append(f"{health.card_celsius} °C")
        if health.spoilt:
            words.append(self.tr("{count} faces came out wrong and were not shown").format(count=health.spoilt))
        return " · ".join(words)

    def _skew_words(self, skew_ms: float | None) -> str:
        if skew_ms is None or round(skew_ms) == 0:
            return ""
        return self.tr("sound late") if skew_ms > 0 else self.tr("sound early")


def _plain_if_green(colour: str) -> str:
    return theme.TEXT if colour == theme.GREEN else colour
