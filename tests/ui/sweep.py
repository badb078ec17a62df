"""Finds by itself what the window cuts or covers: it asks every widget what it draws, and where that is to be seen.

Text of ours (labels, buttons, headings) must be whole. What others write (names, notes, questions) and long sentences
may be shortened where the tooltip has them whole. Nothing may lie over a text but a sheet that is meant to cover all.
"""

from __future__ import annotations

import xml.etree.ElementTree as ElementTree
from dataclasses import dataclass
from functools import cache

from PySide6.QtCore import QCoreApplication, QEvent, QPoint, QRect, QRectF, Qt
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QAbstractScrollArea, QAbstractSpinBox, QComboBox, QLineEdit, QPlainTextEdit, QWidget

from tests.ui.recorder import Drawn, drawn, watching
from ui.i18n.build import HERE
from ui.panels.keymap import KeyMapOverlay
from ui.panels.preflight import PreflightCell, PreflightStrip
from ui.panels.presets import PresetTile
from ui.panels.settings.welcome import WelcomePanel
from ui.panels.strip import StateStrip
from ui.widgets.fields.text_entry import AskField
from ui.widgets.text.text_line import Lines, TextLine

SHORT = 34
"""Longer texts of ours are sentences; they may be shortened where the tooltip has them whole."""

LETTERS = 8
"""So many letters of what is written are to be seen in a field at least."""

ROWS = 3
"""So many rows of what scrolls are to be seen at least."""

OVER = (KeyMapOverlay, PreflightStrip, WelcomePanel)
"""Sheets that are meant to cover what is below them, whole."""

LISTED = (QComboBox, PreflightCell, PresetTile)
"""Where any text may be shortened, if the tooltip has it: a list that opens, what was found, what others have named."""

SIDEWAYS = ("_Strip",)
"""Areas that scroll sideways."""

SLACK = 1.5
"""Pixels by which an estimate of where ink is may be wrong."""


@dataclass(frozen=True)
class Fault:
    """Something that cannot be read.

    Attributes:
        kind: cut, clipped, covered, overlapping, narrow or low.
        where: the widget's classes, from its panel on.
        words: the text.
        detail: figures.
    """

    kind: str
    where: str
    words: str
    detail: str = ""

    def __str__(self) -> str:
        return f"{self.kind:11} {self.where}: {self.words!r} {self.detail}"


@cache
def own_words() -> frozenset[str]:
    """All short texts of ours, in every language."""
    found: set[str] = set()
    for name in ("compere_zh_TW.ts", "compere_zh_CN.ts"):
        for message in ElementTree.parse(HERE / name).getroot().iter("message"):
            found.update((message.findtext("source") or "", message.findtext("translation") or ""))
    short = {text.strip() for text in found if text and "{" not in text and len(text.strip()) <= SHORT}
    return frozenset(short | {text.upper() for text in short})


def faults(window: QWidget) -> list[Fault]:
    """All that cannot be read in the window as it stands now."""
    settle()
    found: list[Fault] = []
    with watching():
        for widget in window.findChildren(QWidget):
            if widget.isVisibleTo(window) and widget.window() is window and widget.width() > 0:
                found += _of_widget(window, widget)
    return list(dict.fromkeys(found))


def settle() -> None:
    """Lets layouts come to rest: a text that takes another height asks its surroundings once more."""
    for _ in range(4):
        QCoreApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest)
        QCoreApplication.processEvents()


def _of_widget(window: QWidget, widget: QWidget) -> list[Fault]:
    found = _narrow(widget) + _low(widget)
    pieces = [] if isinstance(widget, (QLineEdit, QPlainTextEdit)) else drawn(widget)
    for piece in pieces:
        whole = piece.whole or piece.text
        if piece.whole and not _excused(widget, whole):
            found.append(Fault("cut", _where(widget), whole, f"to {piece.text!r}"))
        found += _clipped(window, widget, piece)
    for number, one in enumerate(pieces):
        for other in pieces[:number]:
            both = one.ink.intersected(other.ink)
            if both.width() > 2 and both.height() > 2:
                found.append(
                    Fault("overlapping", _where(widget), f"{other.text} / {one.text}", f"{both.height():.0f} px")
                )
    return found


def _excused(widget: QWidget, whole: str) -> bool:
    """It may be shortened: it is not a label of ours, and is to be had whole."""
    if isinstance(widget, Lines):
        return True  # the newest lines of the log, which opens
    if whole.strip() in own_words() and len(whole) <= SHORT and not isinstance(widget, LISTED):
        return False
    if isinstance(widget, StateStrip):
        whole = whole.removeprefix("▲ ").split("  +")[0]  # the first of several, as each stands in the tooltip
    each: QWidget | None = widget
    while each is not None and not each.isWindow():
        if whole.strip() in each.toolTip():
            return True
        each = each.parentWidget() if isinstance(widget, TextLine) else None
    return False


def _clipped(window: QWidget, widget: QWidget, piece: Drawn) -> list[Fault]:
    """Is the text beyond an edge, or below something else?"""
    ink = QRectF(piece.ink)
    each: QWidget = widget
    while True:
        room = QRectF(each.rect())
        if not _within(ink, room):
            over = max(room.left() - ink.left(), ink.right() - room.right(), room.top() - ink.top())
            over = max(over, ink.bottom() - room.bottom())
            return [Fault("clipped", _where(widget), piece.text, f"{over:.0f} px beyond {type(each).__name__}")]
        parent = each.parentWidget()
        if each is window or parent is None:
            break
        ink.translate(each.x(), each.y())
        if parent.objectName() == "qt_scrollarea_viewport":
            seen = QRectF(parent.rect())
            area = parent.parentWidget()
            if type(area).__name__ in SIDEWAYS:
                if not seen.intersects(ink) or not _within(ink, seen):
                    return []
            elif ink.left() < seen.left() - SLACK or ink.right() > seen.right() + SLACK:
                return [Fault("clipped", _where(widget), piece.text, "beyond the side of what scrolls up and down")]
            elif ink.top() < seen.top() or ink.bottom() > seen.bottom():
                return []  # it scrolls there
        each = parent
    return _covered(window, widget, piece, ink)


def _within(ink: QRectF, room: QRectF) -> bool:
    return room.adjusted(-SLACK, -SLACK, SLACK, SLACK).contains(ink)


def _covered(window: QWidget, widget: QWidget, piece: Drawn, ink: QRectF) -> list[Fault]:
    if widget.testAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents):
        return []  # a veil: no point of the window is said to be its own
    middle = ink.center().y()
    points = [QPoint(round(x), round(middle)) for x in (ink.left() + 2, ink.center().x(), ink.right() - 2)]
    tops = [window.childAt(point) or window for point in points]
    sheets = [_sheet(top) for top in tops]
    if not _sheet(widget) and (all(sheets) or any(isinstance(sheet, KeyMapOverlay) for sheet in sheets)):
        return []  # all of it lies below a sheet, or beside the map, which comes and goes with one key
    for top, sheet in zip(tops, sheets, strict=True):
        mine = (
            top is widget
            or top.isAncestorOf(widget)
            or (sheet is not None and sheet is _sheet(widget) and top is sheet)
        )
        if not mine:
            return [Fault("covered", _where(widget), piece.text, f"by {_where(top)}")]
    return []


def _sheet(widget: QWidget | None) -> QWidget | None:
    while widget is not None:
        if isinstance(widget, OVER):
            return widget
        widget = widget.parentWidget()
    return None


def _narrow(widget: QWidget) -> list[Fault]:
    """Fields in which one does not see what one writes or has chosen."""
    measure = QFontMetrics(widget.font())
    if isinstance(widget, QAbstractSpinBox):
        room, text = widget.lineEdit().width() - 16, widget.text()  # type: ignore[attr-defined]
    elif isinstance(widget, QComboBox):
        room, text = widget.width() - 44, widget.currentText() or widget.placeholderText()
    elif isinstance(widget, AskField):
        return []  # it grows over its row as soon as it is written in
    elif isinstance(widget, QLineEdit) and not isinstance(widget.parentWidget(), QAbstractSpinBox):
        room, text = widget.width() - 20, widget.text() or widget.placeholderText()
        if not widget.text() and measure.horizontalAdvance(text) > room and text not in widget.toolTip():
            return [Fault("cut", _where(widget), text, "the hint is in no tooltip")]
    else:
        return []
    need = measure.horizontalAdvance(text)
    if not isinstance(widget, QAbstractSpinBox):
        need = min(need, measure.averageCharWidth() * LETTERS)
    if need > room:
        return [Fault("narrow", _where(widget), text or widget.accessibleName(), f"{room} of {need} px")]
    return []


def _low(widget: QWidget) -> list[Fault]:
    """Areas that scroll and show next to nothing."""
    if not isinstance(widget, QAbstractScrollArea) or isinstance(widget, QPlainTextEdit):
        return []
    if type(widget).__name__ in SIDEWAYS:
        return []
    content = widget.widget() if hasattr(widget, "widget") else None
    if content is None:
        return []
    row = QFontMetrics(widget.font()).height() * 1.3
    room, high = widget.viewport().height(), content.height()
    if room < min(high, ROWS * row):
        return [Fault("low", _where(widget), type(content).__name__, f"{room} of {high} px")]
    return []


def _where(widget: QWidget) -> str:
    names: list[str] = []
    each: QWidget | None = widget
    while each is not None and not each.isWindow() and each.objectName() != "desk":
        name = type(each).__name__
        if name not in ("QWidget", "QStackedWidget"):
            names.append(name)
        each = each.parentWidget()
    names.reverse()
    return " › ".join(dict.fromkeys(names))


def place(widget: QWidget, window: QWidget) -> QRect:
    """Where a widget is in the window."""
    return QRect(widget.mapTo(window, QPoint(0, 0)), widget.size())
