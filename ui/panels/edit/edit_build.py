"""EDIT, a host of a video: its face box drawn on the first picture, the mask in it, and how far the making is."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QImage, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from console.show.actions.table import refusal_of
from console.show.state.build_view import MEASURE_LIMITS, MEASURES, BuildView
from console.show.state.console_state import ConsoleState
from ui import theme
from ui.panels.edit.edit_models import Bar
from ui.theme import Role
from ui.translate import said
from ui.widgets.base import Themed, draw_box, draw_focus
from ui.widgets.fields.fields import LineField
from ui.widgets.fields.number_field import NumberField
from ui.widgets.hold_button import HoldButton
from ui.widgets.text.note import Note
from ui.widgets.text.text_line import TextLine

_GRIP = 20.0  # pixels from a corner within which a press takes hold of it
_LEAST = 24  # pixels of the clip that a box has at least
_ARROWS = {
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
    Qt.Key.Key_Up: (0, -1),
    Qt.Key.Key_Down: (0, 1),
}

Corners = tuple[int, int, int, int]


class BoxView(Themed, QWidget):
    """The clip's first picture with the face box, which can be dragged, and the mask.

    With the focus, the arrow keys move the box by a pixel, with Shift its lower right corner.

    Signals:
        box_changed(object): (left, top, right, bottom) in the clip's pixels, when the hand lets go.
    """

    box_changed = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._view = BuildView()
        self._image = QImage()
        self._file = ""
        self._box: Corners | None = None
        self._grip = ""
        self._from = QPointF()
        self._was: Corners = (0, 0, 0, 0)
        self.setMinimumHeight(72)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(self.tr("Face box"))
        self.setToolTip(self.tr("Drag the box: from the brow to just below the chin, cheek to cheek"))

    def show_view(self, view: BuildView) -> None:
        """Shows the picture, and the box unless it is in the hand."""
        if view.picture != self._file:
            self._file, self._image = view.picture, QImage(view.picture)
        self._view = view
        if not self._grip:
            left, top, right, bottom = view.box or (0, 0, 0, 0)
            self._box = (left, top, right, bottom) if view.box else None
        self.update()

    def place(self) -> QRectF:
        """Where the picture is drawn."""
        wide, high = self._view.size
        if not wide or not high:
            return QRectF()
        scale = min(self.width() / wide, self.height() / high)
        return QRectF((self.width() - wide * scale) / 2, (self.height() - high * scale) / 2, wide * scale, high * scale)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draws the picture, the faces found, the mask and the box."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        draw_box(painter, QRectF(self.rect()), theme.Look(theme.WELL, theme.LINE, theme.TEXT), 6)
        place = self.place()
        if self._image.isNull() or place.isEmpty():
            return
        painter.drawImage(place, self._image)
        painter.setPen(QPen(theme.ink(theme.WHITE), 1.0, Qt.PenStyle.DotLine))
        for number, face in enumerate(self._view.faces, 1):
            drawn = self._drawn((face[0], face[1], face[2], face[3]))
            painter.drawRect(drawn)
            if len(self._view.faces) > 1:
                painter.drawText(drawn.topLeft() + QPointF(4, -4), str(number))
        if self._box is not None:
            self._draw_mask(painter)
            painter.setPen(QPen(theme.ink(theme.AMBER), 2.0))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(self._drawn(self._box))
            painter.setBrush(theme.ink(theme.AMBER))
            box = self._drawn(self._box)
            for corner in (box.topLeft(), box.topRight(), box.bottomLeft(), box.bottomRight()):
                painter.drawRect(QRectF(corner.x() - 3, corner.y() - 3, 6, 6))
        if self.hasFocus():
            draw_focus(painter, QRectF(self.rect()), 6)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Takes hold of a corner, or of the whole box; beside it, begins a new one."""
        place = self.place()
        if event.button() != Qt.MouseButton.LeftButton or place.isEmpty():
            return
        at = event.position()
        box = self._drawn(self._box) if self._box is not None else QRectF()
        corners = {"lt": box.topLeft(), "rt": box.topRight(), "lb": box.bottomLeft(), "rb": box.bottomRight()}
        near = min(corners, key=lambda name: (corners[name] - at).manhattanLength())
        reach = min(_GRIP, box.width() / 4)  # of a small box the middle can still be taken
        if self._box is not None and (corners[near] - at).manhattanLength() <= reach:
            self._grip = near
        elif self._box is not None and box.contains(at):
            self._grip = "all"
        elif place.contains(at):
            x, y = self._clip_point(at)
            self._box, self._grip = (x, y, x, y), "rb"
        else:
            return
        self._from, self._was = at, self._box or (0, 0, 0, 0)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Drags."""
        if not self._grip:
            return
        scale = self.place().width() / max(1, self._view.size[0])
        dx, dy = (round(way / scale) for way in (event.position() - self._from).toTuple())
        left, top, right, bottom = self._was
        moves = self._grip
        self._box = (
            left + dx if moves in ("all", "lt", "lb") else left,
            top + dy if moves in ("all", "lt", "rt") else top,
            right + dx if moves in ("all", "rt", "rb") else right,
            bottom + dy if moves in ("all", "lb", "rb") else bottom,
        )
        self.update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Lets go: a box too small to be meant is none."""
        if not self._grip or self._box is None:
            return
        self._grip = ""
        left, top, right, bottom = self._box
        box = min(left, right), min(top, bottom), max(left, right), max(top, bottom)
        if box[2] - box[0] >= _LEAST and box[3] - box[1] >= _LEAST:
            self.box_changed.emit(self._inside(box))
        else:
            self.show_view(self._view)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Moves the box by a pixel, or its corner."""
        step = _ARROWS.get(Qt.Key(event.key()))
        if step is None or self._box is None:
            super().keyPressEvent(event)
            return
        left, top, right, bottom = self._box
        right, bottom = right + step[0], bottom + step[1]
        if not event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            left, top = left + step[0], top + step[1]
        if right - left >= _LEAST and bottom - top >= _LEAST:
            self.box_changed.emit(self._inside((left, top, right, bottom)))

    def _inside(self, box: Corners) -> Corners:
        wide, high = self._view.size
        return max(0, box[0]), max(0, box[1]), min(wide, box[2]), min(high, box[3])

    def _clip_point(self, at: QPointF) -> tuple[int, int]:
        place = self.place()
        scale = place.width() / max(1, self._view.size[0])
        return round((at.x() - place.left()) / scale), round((at.y() - place.top()) / scale)

    def _drawn(self, box: Corners) -> QRectF:
        place = self.place()
        scale = place.width() / max(1, self._view.size[0])
        corner = QPointF(place.left() + box[0] * scale, place.top() + box[1] * scale)
        return QRectF(corner.x(), corner.y(), (box[2] - box[0]) * scale, (box[3] - box[1]) * scale)

    def _draw_mask(self, painter: QPainter) -> None:
        if self._grip or not self._view.outline:
            return
        place = self.place()
        scale = place.width() / max(1, self._view.size[0])
        edge = [QPointF(place.left() + x * scale, place.top() + y * scale) for x, y in self._view.outline]
        shade = theme.ink(theme.GREEN)
        shade.setAlpha(90)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(shade)
        painter.drawPolygon(QPolygonF(edge))
        painter.setBrush(Qt.BrushStyle.NoBrush)


class BuildPage(Themed, QWidget):
    """A host in the making.

    Signals:
        action_requested(str action_id, object argument): another plan, make, stop, or put away.
    """

    action_requested = Signal(str, object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        self.box = BoxView()
        self.box.box_changed.connect(lambda box: self._plan("box", box))
        column.addWidget(self.box, 1)
        column.addLayout(self._make_fields())
        self._told = Note("")
        column.addWidget(self._told)
        self._work = QWidget()
        work = QVBoxLayout(self._work)
        work.setContentsMargins(0, 0, 0, 0)
        work.setSpacing(4)
        self._far = TextLine("", Role.SMALL)
        self._bar = Bar()
        work.addWidget(self._far)
        work.addWidget(self._bar)
        column.addWidget(self._work)
        row = QHBoxLayout()
        row.setSpacing(8)
        self.make = self._button(self.tr("MAKE"), self.tr("Prepare every picture; goes on where it was stopped"))
        self.make.performed.connect(lambda: self._request("start_build"))
        self.stop = self._button(self.tr("STOP"), self.tr("Stop; the next time goes on from there"))
        self.stop.performed.connect(lambda: self._request("stop_build"))
        self.back = self._button(self.tr("CLOSE"), self.tr("Back to the avatars"))
        self.back.performed.connect(lambda: self._request("close_build"))
        for button in (self.make, self.stop, self.back):
            row.addWidget(button, 1)
        column.addLayout(row)

    def show_state(self, console_state: ConsoleState) -> None:
        """Shows the plan, and what is under way."""
        view, plan = console_state.build, console_state.build.plan
        self.box.show_view(view)
        self.name.show_value(plan.name)
        self.licence.show_value(plan.licence)
        for name, field in self.numbers.items():
            field.show_value(float(getattr(plan, name)))
        busy = bool(view.busy)
        self._work.setVisible(busy)
        self._bar.show_part(view.done / view.total if view.total else 0.0)
        self._far.show_text(f"{said(view.busy)} · {100 * view.done // max(1, view.total)} %" if busy else "")
        told = "\n".join(said(each) for each in (view.told, *view.advice) if each)
        if not told and not busy and view.picture and not view.box:
            told = self.tr("No face was found on the first picture: draw the box by hand.")
        self._told.show_text(told, theme.AMBER if view.failed or not view.finished else theme.GREEN)
        self._told.setVisible(bool(told) and not busy)
        self.stop.setVisible(busy)
        self.make.setVisible(not busy)
        calm = not refusal_of("start_build", console_state.state)
        self.make.show_as(self.make.words, theme.BLUE_LOOK if calm and not view.finished else theme.DIMMED, "")

    def commit(self) -> None:
        """Commits what was typed and is not committed yet."""
        self.name.commit()
        self.licence.commit()

    def _make_fields(self) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(10)
        grid.setVerticalSpacing(6)
        self.name = LineField(self.tr("Name"), self.tr("what the operator reads"), 60)
        self.name.value_changed.connect(lambda text: self._plan("name", text))
        self.licence = LineField(self.tr("Licence"), self.tr("under which the clip may be shown, as CC-BY-4.0"), 120)
        self.licence.value_changed.connect(lambda text: self._plan("licence", text))
        for side, field in ((0, self.name), (2, self.licence)):
            grid.addWidget(_label(field.accessibleName()), 0, side)
            grid.addWidget(field, 0, side + 1)
        words = {
            "width": (self.tr("Mask width"), self.tr("Of the jaw, as a part of the box's width")),
            "height": (self.tr("Mask height"), self.tr("From the box's lower edge up")),
            "chin": (self.tr("Chin"), self.tr("How far down the mask reaches")),
            "feather": (self.tr("Soft rim"), self.tr("Width of the rim in which old and new are mixed")),
        }
        self.numbers: dict[str, NumberField] = {}
        for number, name in enumerate(MEASURES):
            label, tip = words[name]
            low, high = MEASURE_LIMITS[name]
            measure = NumberField(label, tip, low, high, "%")
            measure.value_requested.connect(lambda value, name=name: self._plan(name, round(value)))
            self.numbers[name] = measure
            row, side = 1 + number // 2, number % 2 * 2
            grid.addWidget(_label(label), row, side)
            grid.addWidget(measure, row, side + 1)
        self.numbers["face"] = NumberField(
            self.tr("Face"), self.tr("Which one, counted from the left; 0 when there is only one"), 0, 9, ""
        )
        self.numbers["face"].value_requested.connect(lambda value: self._plan("face", round(value)))
        self.numbers["start"] = NumberField(
            self.tr("From"), self.tr("Begin of the piece of the clip"), 0, 86_400, "s", step=0.5
        )
        self.numbers["start"].value_requested.connect(lambda value: self._plan("start", value))
        self.numbers["end"] = NumberField(self.tr("To"), self.tr("Its end; 0 is the clip's"), 0, 86_400, "s", step=0.5)
        self.numbers["end"].value_requested.connect(lambda value: self._plan("end", value))
        last = QHBoxLayout()
        last.setSpacing(8)
        for name in ("face", "start", "end"):
            number_field = self.numbers[name]
            last.addWidget(_label(number_field.accessibleName()))
            last.addWidget(number_field, 1)
        grid.addLayout(last, 3, 0, 1, 4)
        grid.setColumnStretch(1, 1)
        grid.setColumnStretch(3, 1)
        return grid

    def _plan(self, name: str, value: object) -> None:
        self.action_requested.emit("plan_build", {name: value})

    def _request(self, action_id: str) -> None:
        self.commit()
        self.action_requested.emit(action_id, None)

    def _button(self, words: str, tip: str) -> HoldButton:
        button = HoldButton(words, role=Role.SMALL, heights=(32, 27))
        button.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        button.setAccessibleName(words)
        button.setToolTip(tip)
        return button


def _label(words: str) -> TextLine:
    return TextLine(words, Role.BODY, colour=theme.MUTED, widest=words)
