"""EDIT, the models: the neural driver's files, how each is, and ways to bring them in. Nothing is fetched unasked."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QShowEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from console.show.actions.table import refusal_of
from console.show.core.field_info import declared
from console.show.state.console_state import ConsoleState
from console.show.state.model_view import FileState, ModelLine, ModelsView, size_words
from console.show.state.settings import Options
from ui import theme
from ui.theme import Role
from ui.translate import declared_words, said
from ui.widgets.base import Themed, draw_box
from ui.widgets.fields.fields import LineField
from ui.widgets.hold_button import HoldButton
from ui.widgets.text.note import Note
from ui.widgets.text.text_line import TextLine

_BOX = theme.Look(theme.CONTROL, theme.LINE, theme.TEXT)
_COLOURS = {
    FileState.GOOD: theme.GREEN,
    FileState.PARTIAL: theme.AMBER,
    FileState.MISSING: theme.AMBER,
    FileState.TRUNCATED: theme.RED,
    FileState.FOREIGN: theme.RED,
    FileState.DAMAGED: theme.RED,
}


class FileCard(Themed, QWidget):
    """One part: its file, how it is, what it is for, its size, licence and source."""

    def __init__(self, line: ModelLine) -> None:
        super().__init__()
        self.line = line
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.on_metrics()
        self._name()

    def on_metrics(self) -> None:
        """As high as its lines."""
        step = self.metrics.px(19, 16)
        self.setFixedHeight(self.metrics.grown(14) + step * len(self.texts()))

    def show_line(self, line: ModelLine) -> None:
        """Shows how it is now."""
        if line != self.line:
            self.line = line
            self._name()
            self.on_metrics()
            self.update()

    def texts(self) -> list[tuple[str, Role, str]]:
        """What it says, line by line: text, role and colour."""
        line = self.line
        required = "" if line.required else self.tr("not required")
        texts = [
            (line.path, Role.STRONG, theme.TEXT),
            (" · ".join(part for part in (said(line.purpose), required) if part), Role.SMALL, theme.TEXT),
            (" · ".join((size_words(line.size), said(line.licence), line.source)), Role.SMALL, theme.MUTED),
        ]
        if line.sentence and line.state is not FileState.MISSING:
            colour = theme.MUTED if line.state is FileState.GOOD else self._colour
            texts.append((said(line.sentence), Role.SMALL, colour))
        return texts

    def sizeHint(self) -> QSize:
        """What the list gives."""
        return QSize(200, self.height())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draws the lines, with the state at the right of the first."""
        painter = QPainter(self)
        draw_box(painter, QRectF(self.rect()), _BOX, 8)
        texts = self.texts()
        step = (self.height() - 14) / len(texts)
        state = self._state_words()
        for number, (words, role, ink) in enumerate(texts):
            room = QRectF(10, 7 + number * step, self.width() - 20, step)
            if number == 0:
                painter.setFont(theme.font(Role.SMALL, self.metrics))
                painter.setPen(theme.ink(self._colour))
                painter.drawText(room, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight, state)
                room.setWidth(room.width() - painter.fontMetrics().horizontalAdvance(state) - 12)
            painter.setFont(theme.font(role, self.metrics))
            painter.setPen(theme.ink(ink))
            where = Qt.TextElideMode.ElideMiddle if number == 0 else Qt.TextElideMode.ElideRight
            told = painter.fontMetrics().elidedText(words, where, int(room.width()))
            painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, told)

    @property
    def _colour(self) -> str:
        missed = self.line.required or self.line.state is not FileState.MISSING
        return _COLOURS[self.line.state] if missed else theme.MUTED

    def _state_words(self) -> str:
        return {
            FileState.GOOD: self.tr("good"),
            FileState.PARTIAL: self.tr("in part"),
            FileState.MISSING: self.tr("missing"),
            FileState.TRUNCATED: self.tr("truncated"),
            FileState.FOREIGN: self.tr("foreign"),
            FileState.DAMAGED: self.tr("damaged"),
        }[self.line.state]

    def _name(self) -> None:
        self.setAccessibleName(f"{self.line.path}: {self._state_words()}")
        self.setToolTip("\n".join(text for text, _, _ in self.texts()))


class Bar(Themed, QWidget):
    """How far something is."""

    def __init__(self) -> None:
        super().__init__()
        self.part = 0.0
        self.setFixedHeight(8)

    def show_part(self, part: float) -> None:
        """From 0 to 1."""
        if part != self.part:
            self.part = part
            self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draws it."""
        painter = QPainter(self)
        draw_box(painter, QRectF(self.rect()), theme.Look(theme.WELL, theme.LINE, theme.TEXT), 4)
        wide = (self.width() - 2) * min(1.0, max(0.0, self.part))
        if wide >= 6:
            draw_box(painter, QRectF(1, 1, wide, 6), theme.Look(theme.BLUE, theme.BLUE, theme.TEXT), 3)


class ModelsPage(Themed, QWidget):
    """All files of the neural driver, one below the other.

    Signals:
        action_requested(str action_id, object argument): look, fetch, stop, or another source.
        move_requested(str action_id): choose the folder that files come from.
    """

    action_requested = Signal(str, object)
    move_requested = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._cards: list[FileCard] = []
        self._look = self._asking = False
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        self._ready = Note("")
        column.addWidget(self._ready)
        home = QWidget()
        self._list = QVBoxLayout(home)
        self._list.setContentsMargins(0, 0, 8, 0)
        self._list.setSpacing(6)
        self._list.addStretch(1)
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setWidget(home)
        column.addWidget(scroll, 1)
        self._told = Note("")
        column.addWidget(self._told)
        column.addWidget(self._make_work())
        column.addWidget(self._make_question())
        column.addWidget(self._make_ways())

    def showEvent(self, event: QShowEvent) -> None:
        """Whoever opens the page wants to know how it is now."""
        super().showEvent(event)
        self._look = True

    def show_state(self, console_state: ConsoleState) -> None:
        """Shows the files, and what is under way."""
        view = console_state.models
        calm = not refusal_of("fetch_models", console_state.state)
        if self._look and calm and self.isVisible():
            self._look = False
            self.action_requested.emit("check_models", None)
        self._show_words(view)
        self._show_cards(view.lines)
        busy = bool(view.busy)
        moving = busy and view.total > 0
        self._asking = self._asking and not busy and view.to_fetch > 0
        self._work.setVisible(busy)
        self._bar.setVisible(moving)
        self._bar.show_part(view.done / view.total if moving else 0.0)
        far = self.tr("{done} of {total}").format(done=size_words(view.done), total=size_words(view.total))
        self._far.show_text(f"{far} · {said(view.busy)}" if moving else said(view.busy))
        self._question.setVisible(self._asking)
        self._ways.setVisible(not busy and not self._asking)
        wanted = self.tr("Fetch {size}…").format(size=size_words(view.to_fetch)) if view.to_fetch else self.tr("Fetch…")
        look = theme.PLAIN if calm else theme.DIMMED
        self._fetch.show_as(wanted, look if view.to_fetch else theme.DIMMED, "")
        self._import.show_as(self._import.words, look, "")
        self._check.show_as(self._check.words, look, "")
        self._source.show_value(console_state.settings.options.models_source)
        self._source.setReadOnly(bool(refusal_of("settings", console_state.state)))

    def _show_words(self, view: ModelsView) -> None:
        words = " ".join(said(each) for each in (view.readiness, view.cure) if each)
        colour = theme.GREEN if view.ready else theme.AMBER
        self._ready.show_text(words or self.tr("Nobody has looked at the files yet."), colour if words else theme.MUTED)
        self._told.show_text(said(view.told), theme.AMBER if view.failed else theme.GREEN)
        self._told.setVisible(bool(view.told) and not view.busy and not self._asking)
        if self._asking:
            self._asked.show_text(
                self.tr(
                    "Fetch {size} from {source} into {folder}? What is cut off goes on later; nothing else is sent."
                ).format(size=size_words(view.to_fetch), source=view.source, folder=view.folder)
            )

    def _show_cards(self, lines: tuple[ModelLine, ...]) -> None:
        while len(self._cards) > len(lines):
            card = self._cards.pop()
            self._list.removeWidget(card)
            card.deleteLater()
        for number, line in enumerate(lines):
            if number == len(self._cards):
                card = FileCard(line)
                card.apply_metrics(self.metrics)
                self._list.insertWidget(number, card)
                self._cards.append(card)
            self._cards[number].show_line(line)

    # -- making -----------------------------------------------------------------------------------------------

    def _make_work(self) -> QWidget:
        self._work = QWidget()
        row = QHBoxLayout(self._work)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        column = QVBoxLayout()
        column.setSpacing(4)
        self._far = TextLine("", Role.SMALL)
        self._bar = Bar()
        column.addWidget(self._far)
        column.addWidget(self._bar)
        row.addLayout(column, 1)
        stop = self._button(self.tr("STOP"), self.tr("Stop; the next time goes on from there"))
        stop.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        stop.performed.connect(lambda: self.action_requested.emit("stop_models", None))
        row.addWidget(stop)
        return self._work

    def _make_question(self) -> QWidget:
        self._question = QWidget()
        column = QVBoxLayout(self._question)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        self._asked = Note("", colour=theme.TEXT)
        column.addWidget(self._asked)
        row = QHBoxLayout()
        row.setSpacing(8)
        yes = self._button(self.tr("FETCH"), self.tr("Fetch the files now"), theme.BLUE_LOOK)
        yes.performed.connect(self._agree)
        no = self._button(self.tr("NOT NOW"), self.tr("Fetch nothing"))
        no.performed.connect(lambda: self._request(False))
        row.addWidget(yes, 1)
        row.addWidget(no, 1)
        column.addLayout(row)
        return self._question

    def _make_ways(self) -> QWidget:
        self._ways = QWidget()
        column = QVBoxLayout(self._ways)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        row = QHBoxLayout()
        row.setSpacing(8)
        self._import = self._button(
            self.tr("Import a folder…"), self.tr("From a folder or a USB stick; nothing is fetched")
        )
        self._import.performed.connect(lambda: self.move_requested.emit("import_models"))
        self._fetch = self._button(self.tr("Fetch…"), self.tr("From the public hub or a mirror; you are asked first"))
        self._fetch.performed.connect(lambda: self._request(True))
        self._check = self._button(self.tr("Check all"), self.tr("Read every file to its end and compare checksums"))
        self._check.performed.connect(lambda: self.action_requested.emit("check_models", "whole"))
        for button in (self._import, self._fetch, self._check):
            row.addWidget(button, 1)
        column.addLayout(row)
        fetched = QHBoxLayout()
        fetched.setSpacing(10)
        field = declared(Options)["models_source"]
        label = declared_words(field.info.title)
        fetched.addWidget(TextLine(label, Role.BODY, colour=theme.MUTED, widest=label))
        self._source = LineField(label, declared_words(field.info.hint), field.longest)
        self._source.value_changed.connect(
            lambda source: self.action_requested.emit("settings", {"models_source": source})
        )
        fetched.addWidget(self._source, 1)
        column.addLayout(fetched)
        return self._ways

    def _button(self, words: str, tip: str, look: theme.Look = theme.PLAIN) -> HoldButton:
        button = HoldButton(words, role=Role.SMALL, look=look, heights=(32, 27))
        button.setAccessibleName(words)
        button.setToolTip(tip)
        return button

    def _request(self, on: bool) -> None:
        self._asking = on

    def _agree(self) -> None:
        self._asking = False
        self.action_requested.emit("fetch_models", None)

    def commit(self) -> None:
        """Commits what was typed and is not committed yet."""
        self._source.commit()
