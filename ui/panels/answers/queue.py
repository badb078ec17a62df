"""ANSWER's own controls in MODE: the questions that wait, in their order, and a field to type one."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QSizePolicy, QStackedWidget, QVBoxLayout, QWidget

from console.show.answers.question_queue import LONGEST, MOST_WAITING, Question
from console.show.core.enums import Approval
from console.show.effects.answers import QuestionSource
from console.show.state.answer_view import AnswerView
from console.show.state.console_state import ConsoleState
from ui import theme
from ui.theme import Look, Role
from ui.translate import action, hint, said
from ui.widgets.base import Themed, draw_box, draw_focus
from ui.widgets.fields.text_entry import AskField
from ui.widgets.hold_button import HoldButton
from ui.widgets.text.text_line import Paragraph

WELL = "#0f1419"

_SORTING = (
    *("answer_question", "let_question", "reword_question"),
    *("move_up", "move_down", "merge_questions", "drop_question"),
)


class QuestionRow(HoldButton):
    """One question that waits; a press chooses it, and another one no more."""

    def __init__(self) -> None:
        self._place, self._chosen = 0, False
        self._question: Question | None = None
        self._source = ""
        super().__init__("", role=Role.SMALL, heights=(25, 21))

    def show_question(self, place: int, question: Question, source: str, chosen: bool) -> None:
        """Shows a question as the one in this place of the queue, counted from 1."""
        wanted = (place, question, source, chosen)
        if wanted == (self._place, self._question, self._source, self._chosen):
            return
        self._place, self._question, self._source, self._chosen = wanted
        reason = said(question.hold.reason) if question.hold else ""
        self.setAccessibleName(self.tr("Question {n}: {question}").format(n=place, question=question.text))
        self.setAccessibleDescription(f"{source} {reason}".strip())
        self.setToolTip("\n".join(each for each in (question.text, source, reason) if each))
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draws its number, its text, and where it is from; what holds it in amber."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), theme.ink(WELL))
        question = self._question
        if question is None:
            return
        rect = QRectF(self.rect())
        held = question.hold is not None
        if self._chosen or self.underMouse():
            look = theme.CHOSEN if self._chosen else Look(theme.CONTROL_HOVER, theme.LINE_STRONG, theme.TEXT)
            draw_box(painter, rect, look, 6)
        ink = theme.AMBER if held else theme.TEXT
        small, tiny = theme.font(Role.SMALL, self.metrics), theme.font(Role.TINY, self.metrics)
        strong = theme.font(Role.SMALL, self.metrics)
        strong.setWeight(QFont.Weight.DemiBold)
        across = Qt.AlignmentFlag.AlignVCenter
        painter.setFont(strong)
        painter.setPen(theme.ink(ink))
        painter.drawText(rect.adjusted(8, 0, 0, 0), across, str(self._place))
        painter.setFont(tiny)
        painter.setPen(theme.ink(theme.AMBER if held else theme.MUTED if question.id else theme.RED))
        source = "▲ " + self.tr("held") if held else self._source
        wide = painter.fontMetrics().horizontalAdvance(source)
        painter.drawText(rect.adjusted(0, 0, -8, 0), across | Qt.AlignmentFlag.AlignRight, source)
        painter.setFont(small)
        painter.setPen(theme.ink(ink))
        room = rect.adjusted(30, 0, -wide - 18, 0)
        shown = painter.fontMetrics().elidedText(question.text, Qt.TextElideMode.ElideRight, int(room.width()))
        painter.drawText(room, across, shown)
        if self.hasFocus():
            draw_focus(painter, rect, 6)


class _Foot(Themed, QWidget):
    """The field and the buttons that sort, in one row; the field lies over the buttons while it is written in."""

    def __init__(self, field: AskField, buttons: Mapping[str, HoldButton]) -> None:
        super().__init__()
        self._field, self._buttons = field, buttons
        self._writing = False
        for child in (*buttons.values(), field):
            child.setParent(self)
        field.writing_changed.connect(self._on_writing)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.on_metrics()

    def on_metrics(self) -> None:
        """As high as a small control."""
        self.setFixedHeight(self.metrics.px(32, 27))
        self._place()

    def sizeHint(self) -> QSize:
        """As wide as the layout says."""
        return QSize(100, self.height())

    def resizeEvent(self, event: object) -> None:
        """The buttons stand at the right."""
        self._place()

    def _place(self) -> None:
        right, gap = self.width(), self.metrics.px(4, 2)
        measure = QFontMetrics(theme.font(Role.SMALL, self.metrics))  # the buttons take theirs after their parent
        for button in reversed(list(self._buttons.values())):
            wide = measure.horizontalAdvance(button.words) + self.metrics.px(24, 12)
            right -= wide
            button.setGeometry(right, 0, wide, self.height())
            right -= gap
        self._field.setGeometry(0, 0, self.width() if self._writing else max(40, right), self.height())
        if self._writing:
            self._field.raise_()

    def _on_writing(self, writing: bool) -> None:
        self._writing = writing
        self._place()


class QueuePart(Themed, QWidget):
    """The queue before the desk.

    Signals:
        action_requested(str action_id, object argument): ask, answer, let through, reword, move, merge or drop.
    """

    action_requested = Signal(str, object)

    def __init__(self) -> None:
        super().__init__()
        self._answers = AnswerView()
        self._chosen: list[int] = []
        self._rows: list[QuestionRow] = []
        self._keys: Mapping[str, str] = {}
        self._open = True
        self._reworded = 0  # id of the question whose words stand in the field; 0 for none
        self._typed = ""  # what stood there before
        self._sources = {QuestionSource.TYPED: self.tr("typed"), QuestionSource.HEARD: self.tr("heard")}
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        self._stack = QStackedWidget()
        self._empty = Paragraph("")
        self._stack.addWidget(self._empty)
        self._list = QScrollArea()
        self._list.setWidgetResizable(True)
        self._list.setFrameShape(QFrame.Shape.NoFrame)
        self._list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        home = QWidget()
        home.setObjectName("queue")
        self._list.setStyleSheet(f"QScrollArea, #queue {{ background: {WELL}; }}")
        self._home = QVBoxLayout(home)
        self._home.setContentsMargins(0, 0, 4, 0)
        self._home.setSpacing(1)
        self._home.addStretch(1)
        self._list.setWidget(home)
        self._list.setAccessibleName(self.tr("Questions that wait"))
        self._stack.addWidget(self._list)
        column.addWidget(self._stack, 1)
        self.field = AskField(
            self.tr("A question"), self.tr("Ask…"), self.tr("Type a question: Enter asks it, Esc leaves"), LONGEST
        )
        self.field.asked.connect(self._on_asked)
        self.field.left.connect(self._leave_words)
        self._make_buttons()
        column.addWidget(_Foot(self.field, self._buttons))
        self.show_keys({"type_question": "Q", "answer_question": "G"})

    def show_keys(self, keys: Mapping[str, str]) -> None:
        """Says which key begins a typed question, and which answers one."""
        self._keys = keys
        tip, key = hint("answer_question"), keys.get("answer_question", "")
        self._buttons["answer_question"].setToolTip(f"{tip}  [{key}]" if key else tip)
        key = keys.get("type_question", "")
        words = self.tr("Ask…  [{key}]").format(key=key) if key else self.tr("Ask…")
        self.field.setPlaceholderText(words)
        tip = self.tr("Type a question: Enter asks it, Esc leaves")
        self.field.setToolTip(f"{words}\n{tip}")

    def on_metrics(self) -> None:
        """A small window has room for signs only."""
        self._name_buttons()

    @property
    def chosen(self) -> tuple[int, ...]:
        """Ids of the questions that are chosen, in the order of choosing."""
        return tuple(self._chosen)

    def show_state(self, console_state: ConsoleState) -> None:
        """Shows who waits; with nobody, who would answer and what leaves the machine."""
        answers = self._answers = console_state.answers
        waiting = {each.id for each in answers.waiting}
        self._chosen = [each for each in self._chosen if each in waiting]
        self._open = not console_state.show.locked and not answers.fault and answers.ready and not answers.now.think
        if self._reworded not in waiting:
            self._reworded = 0  # it has gone: its words are a question of their own
        full = len(answers.waiting) >= MOST_WAITING and not self._reworded
        self.field.keeps = not self._open or full
        self._show_rows(answers)
        page: QWidget = self._list if self._rows else self._empty
        if self._stack.currentWidget() is not page:
            self._stack.setCurrentWidget(page)
        self._empty.show_text(*self._words(answers))
        policy = "\n".join((self._who(answers), *(said(each) for each in answers.leaves)))
        if policy != self._list.toolTip():
            self._list.setToolTip(policy)
        self._show_buttons(console_state.show.locked)

    def heading(self, answers: AnswerView) -> tuple[str, str]:
        """Who answers, and who lets it out: one line for the heading, and its colour."""
        if answers.fault or answers.now.think or answers.now.speak:
            return self.tr("cannot answer"), theme.RED
        if not answers.ready:
            return self.tr("being made ready"), theme.AMBER
        auto = answers.approval is Approval.AUTO
        return f"{answers.by} · {self._rule(answers.approval)}", theme.AMBER if auto else theme.TEXT

    def _words(self, answers: AnswerView) -> tuple[str, str]:
        if answers.ear in ("hearing", "reading") and answers.partial:
            return f"● {answers.partial}…", theme.TEXT
        if fault := answers.fault or answers.now.think or answers.now.speak:
            return said(fault), theme.AMBER
        if not answers.ready:
            return self.tr("Whoever answers is being made ready."), theme.MUTED
        deaf = (said(answers.now.hear),) if answers.ear == "deaf" else ()
        told = "\n".join((*deaf, self._who(answers), *(said(each) for each in answers.leaves)))
        return told, theme.AMBER if deaf else theme.MUTED

    def _who(self, answers: AnswerView) -> str:
        if not answers.by:
            return ""
        who = self.tr("Answered by {names} · {rule}").format(names=answers.by, rule=self._rule(answers.approval))
        return who if answers.leaves else who + "\n" + self.tr("Nothing leaves this machine.")

    def _rule(self, approval: Approval) -> str:
        return {
            Approval.AUTO: self.tr("spoken at once"),
            Approval.FIRST: self.tr("approve first"),
            Approval.EACH: self.tr("approve each"),
        }[approval]

    def _show_rows(self, answers: AnswerView) -> None:
        shown: list[tuple[Question, str]] = [(each, self._sources[each.source]) for each in answers.waiting]
        if answers.ear in ("hearing", "reading") and (answers.partial or shown):
            words = answers.partial or self.tr("listening…")
            told = "● " + (self.tr("hearing") if answers.ear == "hearing" else self.tr("reading"))
            shown.append((Question(0, words, QuestionSource.HEARD, 0.0), told))
        if len(answers.waiting) == 0:
            shown = []
        while len(self._rows) > len(shown):
            row = self._rows.pop()
            self._home.removeWidget(row)
            row.hide()
            row.deleteLater()
        while len(self._rows) < len(shown):
            row = QuestionRow()
            row.apply_metrics(self.metrics)
            own_place = len(self._rows)
            row.performed.connect(lambda place=own_place: self._choose(place))
            self._home.insertWidget(len(self._rows), row)
            self._rows.append(row)
        for place, (row, (question, source)) in enumerate(zip(self._rows, shown, strict=True), 1):
            row.show_question(place, question, source, question.id in self._chosen)

    def _choose(self, place: int) -> None:
        if place < len(self._answers.waiting):
            number = self._answers.waiting[place].id
            if number in self._chosen:
                self._chosen.remove(number)
            else:
                self._chosen.append(number)
            self._show_rows(self._answers)
            self._show_buttons(False)

    # -- the buttons -----------------------------------------------------------------------------------------

    def _make_buttons(self) -> None:
        full = {
            "answer_question": (self.tr("Answer"), "▶"),
            "let_question": (self.tr("Allow"), "✓"),
            "reword_question": ("✎", "✎"),
            "move_up": ("▲", "▲"),
            "move_down": ("▼", "▼"),
            "merge_questions": (self.tr("Merge"), "1+2"),
            "drop_question": (self.tr("Drop"), "✕"),
        }
        self._button_words = full
        self._buttons: dict[str, HoldButton] = {}
        for name in _SORTING:
            button = HoldButton(full[name][0], role=Role.SMALL, look=theme.DIMMED, heights=(32, 27))
            button.performed.connect(lambda name=name: self._sort(name))
            self._buttons[name] = button
        tips = {
            "move_up": self.tr("Answer the chosen question earlier"),
            "move_down": self.tr("Answer the chosen question later"),
        }
        for name, button in self._buttons.items():
            tip = tips.get(name) or hint(name)
            button.setToolTip(tip)
            button.setAccessibleName(tips.get(name) or action(name).capitalize())
        self._name_buttons()

    def _name_buttons(self) -> None:
        for name, button in self._buttons.items():
            words = self._button_words[name][0 if self.metrics.full else 1]
            button.show_as(words, button.look, "")

    def _show_buttons(self, locked: bool) -> None:
        waiting = {each.id: each for each in self._answers.waiting}
        one, several = len(self._chosen) == 1, len(self._chosen) >= 2
        free = any(each.hold is None for each in waiting.values())
        can = {
            "answer_question": one or (free and not self._chosen),
            "let_question": any(waiting[each].hold for each in self._chosen),
            "reword_question": one,
            "move_up": one,
            "move_down": one,
            "merge_questions": several,
            "drop_question": bool(self._chosen),
        }
        for name, button in self._buttons.items():
            usable = can[name] and not locked
            look = theme.PLAIN
            if name == "answer_question" and self._answers.draft is None:
                look = theme.GREEN_LOOK  # with an answer on the desk it would put that away
            if name == "let_question":
                look = theme.AMBER_LOOK
            button.show_as(button.words, look if usable else theme.DIMMED, "")

    def _sort(self, name: str) -> None:
        """Asks for it; what is to be chosen first is said by the show, in its refusal."""
        chosen = tuple(self._chosen)
        requests: list[tuple[str, object]]
        match name:
            case "reword_question":
                if len(chosen) == 1:
                    self._write_words(chosen[0])
                    return
                requests = [(name, None)]
            case "answer_question":
                requests = [(name, chosen[0] if chosen else None)]
            case "move_up" | "move_down":
                by = -1 if name == "move_up" else 1
                requests = [("move_question", {"numbers": chosen[:1], "by": by})]
            case "merge_questions":
                requests = [(name, {"numbers": chosen})]
            case _:  # one verb for each
                requests = [(name, number) for number in chosen] or [(name, None)]
        for action_id, argument in requests:
            self.action_requested.emit(action_id, argument)

    # -- other words for a question --------------------------------------------------------------------------

    def _write_words(self, number: int) -> None:
        """A question's words come into the field; what stood there comes back afterwards."""
        question = next(each for each in self._answers.waiting if each.id == number)
        if not self._reworded:
            self._typed = self.field.text()
        self._reworded = number
        self.field.setText(question.text)
        self.field.setFocus()

    def _leave_words(self) -> None:
        if self._reworded:
            self._reworded = 0
            self.field.setText(self._typed)

    def _on_asked(self, text: str) -> None:
        if not self._reworded:
            self.action_requested.emit("ask", text)
            return
        number = self._reworded
        if not self.field.keeps:
            self._leave_words()
        self.action_requested.emit("reword_question", {"numbers": number, "text": text})
