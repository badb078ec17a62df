"""What a widget really draws: a paint device that keeps every text with its place, and no picture."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator
from dataclasses import dataclass

from PySide6.QtCore import QPoint, QPointF, QRectF, QSize
from PySide6.QtGui import (
    QFontMetrics,
    QFontMetricsF,
    QPaintDevice,
    QPaintEngine,
    QPaintEngineState,
    QRegion,
    QTextItem,
    QTransform,
)
from PySide6.QtWidgets import QWidget


@dataclass(frozen=True)
class Drawn:
    """A piece of text as it was drawn.

    Attributes:
        text: its letters.
        ink: about where they are, in the widget's own pixels.
        whole: what would have stood there with more room; "" when it is whole.
    """

    text: str
    ink: QRectF
    whole: str = ""


class _Engine(QPaintEngine):
    def __init__(self) -> None:
        super().__init__(QPaintEngine.PaintEngineFeature.AllFeatures)
        self.texts: list[tuple[str, QRectF]] = []
        self._moved = QTransform()

    def begin(self, device: QPaintDevice) -> bool:
        self.setActive(True)
        return True

    def end(self) -> bool:
        self.setActive(False)
        return True

    def type(self) -> QPaintEngine.Type:
        return QPaintEngine.Type.User

    def updateState(self, state: QPaintEngineState) -> None:
        if state.state() & QPaintEngine.DirtyFlag.DirtyTransform:
            self._moved = QTransform(state.transform())

    def drawTextItem(self, place: QPointF, item: QTextItem) -> None:
        # The ink of letters that people read: capitals above the line, a little below it.
        box = QRectF(place.x(), place.y() - 0.74 * item.ascent(), item.width(), 0.74 * item.ascent() + 1)
        self.texts.append((item.text(), self._moved.mapRect(box)))

    def drawPixmap(self, *what: object) -> None: ...
    def drawTiledPixmap(self, *what: object) -> None: ...
    def drawImage(self, *what: object) -> None: ...
    def drawPath(self, *what: object) -> None: ...
    def drawPolygon(self, *what: object) -> None: ...
    def drawRects(self, *what: object) -> None: ...
    def drawLines(self, *what: object) -> None: ...
    def drawEllipse(self, *what: object) -> None: ...
    def drawPoints(self, *what: object) -> None: ...


class _Device(QPaintDevice):
    def __init__(self, size: QSize) -> None:
        super().__init__()
        self.engine = _Engine()
        kind = QPaintDevice.PaintDeviceMetric
        self._figures = {
            kind.PdmWidth: size.width(),
            kind.PdmHeight: size.height(),
            kind.PdmWidthMM: size.width() // 4,
            kind.PdmHeightMM: size.height() // 4,
            kind.PdmNumColors: 1 << 24,
            kind.PdmDepth: 32,
            kind.PdmDevicePixelRatioScaled: round(QPaintDevice.devicePixelRatioFScale()),
        }
        for each in (kind.PdmDpiX, kind.PdmDpiY, kind.PdmPhysicalDpiX, kind.PdmPhysicalDpiY):
            self._figures[each] = 96

    def paintEngine(self) -> QPaintEngine:
        return self.engine

    def metric(self, figure: QPaintDevice.PaintDeviceMetric) -> int:
        return self._figures.get(figure, 1)


_wholes: dict[str, str] = {}


@contextlib.contextmanager
def watching() -> Iterator[None]:
    """While it lasts, what is shortened to an ellipsis is known with its whole text."""
    kinds = (QFontMetrics, QFontMetricsF)
    usual = [kind.elidedText for kind in kinds]

    def watched(number: int) -> object:
        def shorten(self: object, text: str, *rest: object) -> str:
            shown = usual[number](self, text, *rest)  # type: ignore[call-overload,arg-type]
            if shown != text:
                _wholes[shown] = text
            return str(shown)

        return shorten

    for number, kind in enumerate(kinds):
        kind.elidedText = watched(number)  # type: ignore[method-assign,assignment]
    try:
        yield
    finally:
        for kind, method in zip(kinds, usual, strict=True):
            kind.elidedText = method  # type: ignore[method-assign]
        _wholes.clear()


def drawn(widget: QWidget) -> list[Drawn]:
    """The texts that a widget draws itself, without its children's; call it while `watching`."""
    device = _Device(widget.size())
    _wholes.clear()
    widget.render(device, QPoint(), QRegion(), QWidget.RenderFlag(0))
    return [Drawn(text, ink, _wholes.get(text, "")) for text, ink in device.engine.texts if text.strip()]


def texts(widget: QWidget) -> list[str]:
    """The letters that a widget draws itself."""
    with watching():
        return [each.whole or each.text for each in drawn(widget)]
