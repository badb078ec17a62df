"""Fields of EDIT: each shows one value, and tells what the operator makes of it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QFocusEvent, QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QPlainTextEdit, QSizePolicy, QWidget

from ui import theme
from ui.theme import Role
from ui.widgets.base import Themed, draw_focus
from ui.widgets.hold_button import HoldButton

TOLD_AFTER_MS = 500
"""What is typed is told this long after the last letter, or when the field is left."""


class LineField(Themed, QLineEdit):
    """One line of text.

    Signals:
        value_changed(object): a str.
    """

    value_changed = Signal(object)

    def __init__(self, name: str, hint: str = "", most: int = 200) -> None:
        super().__init__()
        self._told = ""
        self.setAccessibleName(name)
        self.setToolTip(hint or name)
        self.setPlaceholderText(hint)
        self.setMaxLength(most)
        self._wait = QTimer(self, singleShot=True, interval=TOLD_AFTER_MS)
        self._wait.timeout.connect(self.commit)
        self.textEdited.connect(lambda text: self._wait.start())
        self.editingFinished.connect(self.commit)
        self.on_metrics()

    def on_metrics(self) -> None:
        """As high as a control."""
        self.setFixedHeight(self.metrics.control - 4)

    def show_value(self, value: object, *, fresh: bool = False) -> None:
        """Shows a value; what is being typed is left alone unless the field is about something else (`fresh`)."""
        text = str(value)
        self._told = text
        if (fresh or not self.hasFocus()) and text != self.text():
            self._wait.stop()
            self.setText(text)

    def commit(self) -> None:
        """Commits what was typed, if it is not committed yet."""
        self._wait.stop()
        if self.text().strip() != self._told.strip():
            self._told = self.text()
            self.value_changed.emit(self.text())


class TextField(Themed, QPlainTextEdit):
    """Some lines of text.

    Signals:
        value_changed(object): a str.
    """

    value_changed = Signal(object)

    def __init__(self, name: str, hint: str = "") -> None:
        super().__init__()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)  # rolling the wheel over a page is no writing
        self._told = ""
        self.setAccessibleName(name)
        self.setToolTip(hint or name)
        self.setPlaceholderText(hint)
        self.setTabChangesFocus(True)
        self._wait = QTimer(self, singleShot=True, interval=TOLD_AFTER_MS)
        self._wait.timeout.connect(self.commit)
        self.textChanged.connect(lambda: self._wait.start() if self.hasFocus() else None)
        self.on_metrics()

    def on_metrics(self) -> None:
        """Three lines high."""
        lines = 3 * QFontMetrics(theme.font(Role.BODY, self.metrics)).lineSpacing()
        self.setFixedHeight(lines + self.metrics.px(18, 17))

    def show_value(self, value: object, *, fresh: bool = False) -> None:
        """As in `LineField`."""
        text = str(value)
        self._told = text
        if (fresh or not self.hasFocus()) and text != self.toPlainText():
            self._wait.stop()
            self.setPlainText(text)

    def commit(self) -> None:
        """Commits what was typed, if it is not committed yet."""
        self._wait.stop()
        if self.toPlainText().strip() != self._told.strip():
            self._told = self.toPlainText()
            self.value_changed.emit(self.toPlainText())

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Leaving the field tells."""
        super().focusOutEvent(event)
        self.commit()


class FileField(Themed, QWidget):
    """The name of a file, with a button to choose one and one for none.

    Signals:
        file_requested(): choose a file.
        value_changed(object): "": no file any more.
    """

    file_requested = Signal()
    value_changed = Signal(object)

    def __init__(self, name: str) -> None:
        super().__init__()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        self._empty = self.tr("Choose…")
        self._choose = HoldButton(self._empty, role=Role.SMALL)
        self._choose.setAccessibleName(self.tr("{name}: choose a file").format(name=name))
        self._choose.setToolTip(self.tr("Choose a file"))
        self._choose.performed.connect(self.file_requested)
        self._none = HoldButton("✕", role=Role.SMALL)
        self._none.setAccessibleName(self.tr("{name}: no file").format(name=name))
        self._none.setToolTip(self.tr("No file"))
        self._none.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._none.performed.connect(lambda: self.value_changed.emit(""))
        row.addWidget(self._choose, 1)
        row.addWidget(self._none)

    def show_value(self, value: object, *, fresh: bool = False) -> None:
        """Shows the file's name."""
        path = str(value)
        words = path.replace("\\", "/").rsplit("/", 1)[-1] or self._empty
        self._choose.show_as(words, theme.PLAIN, "")
        self._choose.setToolTip(path or self.tr("Choose a file"))
        self._none.show_as("✕", theme.PLAIN if path else theme.DIMMED, "")

    def commit(self) -> None:
        """It holds nothing that is not committed."""


class _Swatch(HoldButton):
    """One colour."""

    def __init__(self, colour: str, name: str) -> None:
        super().__init__("")
        self.colour, self._chosen = colour, False
        self.setAccessibleName(name)
        self.setToolTip(name)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def on_metrics(self) -> None:
        """A small square."""
        side = self.metrics.px(26, 22)
        self.setFixedSize(side, side)

    def sizeHint(self) -> QSize:
        """Its own size."""
        return self.size()

    def show_chosen(self, chosen: bool) -> None:
        """Marks it."""
        if chosen != self._chosen:
            self._chosen = chosen
            self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draws the colour; none is a stroke."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(self.rect()).adjusted(2, 2, -2, -2)
        painter.setPen(QPen(theme.ink(theme.WHITE if self._chosen else theme.LINE_STRONG), 2 if self._chosen else 1))
        painter.setBrush(QColor(self.colour) if self.colour else Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(box, 5, 5)
        if not self.colour:
            painter.drawLine(box.bottomLeft(), box.topRight())
        if self.hasFocus():
            draw_focus(painter, QRectF(self.rect()), 6)


class ColourField(Themed, QWidget):
    """A few colours to choose from.

    Signals:
        value_changed(object): `#rrggbb`, or "".
    """

    value_changed = Signal(object)

    def __init__(self, name: str, colours: Sequence[tuple[str, str]], *, optional: bool = True) -> None:
        """`colours`: pairs of `#rrggbb` and what it is called; where it is `optional`, none at all comes first."""
        super().__init__()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        self._swatches: list[_Swatch] = []
        none = [("", self.tr("no colour"))] if optional else []
        for colour, called in (*none, *colours):
            swatch = _Swatch(colour, f"{name}: {called}")
            swatch.performed.connect(lambda colour=colour: self.value_changed.emit(colour))
            row.addWidget(swatch)
            self._swatches.append(swatch)
        row.addStretch(1)

    def show_value(self, value: object, *, fresh: bool = False) -> None:
        """Marks the colour."""
        for swatch in self._swatches:
            swatch.show_chosen(swatch.colour.lower() == str(value).lower())

    def commit(self) -> None:
        """It holds nothing that is not committed."""
