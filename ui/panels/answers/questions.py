"""QUESTIONS: the desk on which a drafted answer lies until somebody lets it out, and the keys that decide.

The draft's sentences are in `ui.panels.answers.draft`, the queue before the desk in `ui.panels.answers.queue`.
"""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Signal
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QStackedWidget, QWidget

from console.show.answers.draft import OPEN, SentenceState, joined
from console.show.core.enums import Approval, Mode
from console.show.core.keymap import KeyMap
from console.show.core.state import ShowState
from console.show.state.answer_view import AnswerView, DraftView
from console.show.state.console_state import ConsoleState
from ui import theme
from ui.panels.answers.draft import DraftPart
from ui.panels.panel import RIGHT, Panel
from ui.theme import Look, Role
from ui.translate import action, hint, said, with_key
from ui.widgets.fields.text_entry import OwnWords
from ui.widgets.hold_button import HoldButton
from ui.widgets.meters.level import LevelBars
from ui.widgets.text.text_line import Paragraph, TextLine

_LOOKS = {
    "approve": theme.GREEN_LOOK,
    "edit_answer": theme.PLAIN,
    "again": theme.PLAIN,
    "reject": theme.RED_EDGE,
    "stand_by": theme.PLAIN,
    "safe_line": theme.AMBER_LOOK,
}


_SHARES = {
    "approve": (91, 30),
    "edit_answer": (66, 12),
    "again": (76, 12),
    "reject": (92, 12),
    "stand_by": (101, 30),
    "safe_line": (99, 30),
}
"""Of the row's spare width, in a full and in a compact window: words come first, then the keys of those used most."""


JUDGING = tuple(_SHARES)
"""The actions of the buttons, in their order."""

NAMED = ("type_question", "answer_question", "edit_sentence", "leave_out")
"""Actions that have no button in the row, and whose keys are named elsewhere."""

_HEARD_SO_FAR = 28
"""Characters of a question that is being asked; its newest words matter."""

WHOLE = -1
"""In place of a sentence's number: all that is undecided."""


class QuestionsPanel(Panel):
    """What was asked, what would be answered, and what may become of it.

    Signals, besides those of `Panel`:
        touched(): the operator is writing an answer: the time-out rule is to wait.
    """

    touched = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._console_state = ConsoleState()
        self._keys: Mapping[str, str] = {}
        self._edited = 0  # the turn that is being written again; 0 for none
        self._place = WHOLE  # which sentence of it
        self._sent: int | None = None  # how many sentences it had when the words were handed over
        self._handed = ""  # those words
        self.column.addLayout(self._heading_row())
        row = QHBoxLayout()
        row.setSpacing(10)
        self._question = TextLine("", Role.STRONG)
        self._source = TextLine("", Role.SMALL, colour=theme.MUTED, align=RIGHT)
        row.addWidget(self._question, 5)
        row.addWidget(self._source, 2)
        self.column.addLayout(row)
        self._stack = QStackedWidget()
        self._stack.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Ignored)
        self.draft = DraftPart()
        self.draft.judged.connect(self._on_judged)
        self.draft.touched.connect(self.touched)
        self.editor = OwnWords(
            self.tr("Your own answer"), self.tr("Ctrl+Enter puts it on the desk, Esc leaves the answer as it was")
        )
        self.editor.finished.connect(self._finish)
        self.editor.left.connect(self._leave)
        self.editor.touched.connect(self.touched)
        for page in (self._empty_page(), self.draft, self.editor):
            self._stack.addWidget(page)
        self.column.addWidget(self._stack, 1)
        self.column.addLayout(self._buttons_row())
        keymap = KeyMap()
        self.show_keys({name: keymap.keys(name) for name in (*JUDGING, *NAMED)})
        self.on_metrics()

    def on_metrics(self) -> None:
        """The sentences get all the room there is."""
        super().on_metrics()
        self.column.setSpacing(self.metrics.px(6, 3))
        for place, shares in enumerate(_SHARES.values()):
            self._row.setStretch(place, shares[0 if self.metrics.full else 1])
        for button in self._buttons.values():
            button.apply_metrics(self.metrics)
            button.setMinimumWidth(button.least)
        self._row.setSpacing(self.metrics.px(5, 3))
        self._next.apply_metrics(self.metrics)
        self._next.setMinimumWidth(self._next.least)

    # -- what is shown ---------------------------------------------------------------------------------------

    def show_keys(self, keys: Mapping[str, str]) -> None:
        """Says which key does what; action id → key."""
        self._keys = keys
        for action_id, button in self._buttons.items():
            key = keys.get(action_id, "")
            button.show_as(button.words, button.look, key)
            button.setToolTip(with_key(hint(action_id), key))
        key = keys.get("answer_question", "")
        tip = self.tr("Take the next waiting question on the desk")
        self._next.setToolTip(with_key(tip, key))
        self.draft.show_keys(keys)
        self._show_empty()

    def show_state(self, console_state: ConsoleState) -> None:
        """Shows the draft as it is now, who waits, and what can be done."""
        self._console_state = console_state
        answers = console_state.answers
        self._follow_edit(answers.draft)
        self._show_heading(answers)
        self.draft.show_draft(answers.draft, answers.approval)
        page = self.editor if self._edited else self.draft if answers.draft else self._empty
        if self._stack.currentWidget() is not page:
            self._stack.setCurrentWidget(page)
        self._show_question(answers.draft)
        self._show_empty()
        self._show_buttons(console_state)

    def argument(self, action_id: str) -> object:
        """What a key or a button hands to its action: which answer is meant, and how much of it was to be seen."""
        draft = self._console_state.answers.draft
        if draft is None:
            return None
        if action_id == "approve":
            return {"turn": draft.turn, "number": 0 if self._edited else self.draft.seen}
        if action_id == "leave_out":
            return {"turn": draft.turn, "number": self._first_open()}
        return {"turn": draft.turn}

    def _show_heading(self, answers: AnswerView) -> None:
        left = answers.unattended_s
        full = self.metrics.full
        words = self.tr("decided without you in {n} s") if full else self.tr("{n} s left")
        told, colour = "", theme.TEXT
        if left is not None:
            told, colour = words.format(n=round(left)), theme.RED if left < 6 else theme.AMBER
        elif answers.draft is not None and answers.partial:  # the next question, while this answer lies on the desk
            told = self.tr("“{words}…”").format(words=_newest(answers.partial))
        self._countdown.show_text(told, colour)
        words, colour = self._ears[answers.ear if answers.ear in self._ears else "off"]
        self._ear.show_text(words, colour)
        by = self.tr("Heard by {names}").format(names=answers.hears) if answers.hears else said(answers.now.hear)
        self._ear.setToolTip(by)
        self._level.show_level(answers.ear_level, on=answers.ear == "hearing")
        count = len(answers.waiting)
        held = any(each.hold for each in answers.waiting)
        waiting = self.tr("%n waiting", "", count) if count else self.tr("none waiting")
        self._waiting.show_text(waiting, theme.AMBER if held else theme.TEXT if count else theme.MUTED)

    def _show_question(self, draft: DraftView | None) -> None:
        self._source.setVisible(not self._edited)  # what is to be done with the words needs the whole line
        if self._edited:
            told, colour = self._editing_words(draft)
            self._question.show_text(told, colour)
        elif draft is not None:
            self._question.show_text(self.tr("“{question}”").format(question=draft.question), theme.TEXT)
            who = " · ".join(each for each in (draft.by, draft.source) if each)
            if not who and draft.thinking:
                who = self.tr("thinking…")
            elif not draft.thinking and not draft.sentences:
                who = self.tr("no answer")
            self._source.show_text(who, theme.AMBER if not draft.by else theme.MUTED)
        else:
            last = self._console_state.answers.last
            told = self.tr("Last: “{question}”").format(question=last.question) if last else ""
            self._question.show_text(told, theme.MUTED)
            self._source.show_text("")

    def _editing_words(self, draft: DraftView | None) -> tuple[str, str]:
        if draft is None or draft.turn != self._edited:
            return self.tr("That answer is over. Your words are kept here: Esc leaves them."), theme.AMBER
        if self._place == WHOLE:
            return self.tr("Your own words: Ctrl+Enter uses them, Esc leaves"), theme.BLUE
        if draft.sentences[self._place].state not in OPEN:
            return self.tr("That sentence is decided. Your words are kept here: Esc leaves them."), theme.AMBER
        told = self.tr("Sentence {n} in your own words: Ctrl+Enter uses it, Esc leaves").format(n=self._place + 1)
        return told, theme.BLUE

    def _show_empty(self) -> None:
        answers = self._console_state.answers
        self._words.show_text(*self._empty_words(self._console_state))
        next_one = any(each.hold is None for each in answers.waiting)
        look = theme.GREEN_LOOK if next_one else theme.DIMMED
        self._next.show_as(self._next.words, look, self._keys.get("answer_question", ""))

    def _empty_words(self, console_state: ConsoleState) -> tuple[str, str]:
        answers = console_state.answers
        if console_state.mode is not Mode.ANSWER:
            return self._intro, theme.MUTED
        if answers.fault:
            return self.tr("Nobody can answer. {fault}").format(fault=said(answers.fault)), theme.AMBER
        if not answers.ready:
            return self.tr("Whoever answers is being made ready."), theme.AMBER
        if answers.paused and answers.waiting:
            return self.tr("INTERRUPT has stopped the answers. ANSWER NEXT goes on with the queue."), theme.AMBER
        if answers.ear in ("hearing", "reading"):
            return self._hearing_words(answers), theme.TEXT
        if answers.waiting and all(each.hold for each in answers.waiting):
            held = self.tr("The questions that wait are held: read them, and let them through or drop them.")
            return held, theme.AMBER
        key = self._keys.get("type_question", "")
        free = (
            self.tr("The desk is free. Type a question with {key}, or let the hall ask.").format(key=key)
            if key
            else self.tr("The desk is free. Type a question, or let the hall ask.")
        )
        rule = {
            Approval.AUTO: self.tr("Answers are spoken at once: nobody approves them."),
            Approval.FIRST: self.tr("Nothing is spoken before you approve it."),
            Approval.EACH: self.tr("Each sentence is spoken when you approve it."),
        }[answers.approval]
        return f"{free} {rule}", theme.MUTED

    def _hearing_words(self, answers: AnswerView) -> str:
        if answers.partial:
            return self.tr("A question is heard: “{words}…”").format(words=answers.partial)
        if answers.ear == "reading":
            return self.tr("The words of the question are being found…")
        return self.tr("A question is heard… {n} s").format(n=int(answers.hearing_s))

    def _show_buttons(self, console_state: ConsoleState) -> None:
        answers, draft = console_state.answers, console_state.answers.draft
        states = {each.state for each in draft.sentences} if draft else set()
        out = bool(states & {SentenceState.VOICED, SentenceState.HEARD})
        speaks = console_state.state is ShowState.LIVE and console_state.mode is Mode.ANSWER
        can = {
            "approve": speaks and SentenceState.WAITING in states and not self._edited,
            "edit_answer": draft is not None or bool(self._edited),
            "again": draft is not None and not out,
            "reject": draft is not None,
            "stand_by": speaks and bool(answers.standby_line) and not out,
            "safe_line": speaks and bool(answers.safe_line) and draft is not None,
        }
        for action_id, button in self._buttons.items():
            usable = can[action_id] and not console_state.show.locked
            look: Look = _LOOKS[action_id] if usable else theme.DIMMED
            words, key = self._words_of[action_id], self._keys.get(action_id, "")
            if action_id == "edit_answer" and self._edited:
                look, words, key = theme.CHOSEN, self.tr("Use it"), ""  # its key is a letter to be written now
            button.show_as(words, look, key)

    # -- the operator's own words ----------------------------------------------------------------------------

    def edit(self, place: int = WHOLE) -> bool:
        """Opens the editor with one sentence, or with all that is undecided; False when there is none to edit."""
        draft = self._console_state.answers.draft
        if self._edited:
            self._sent = None
            self.editor.setFocus()
            return True
        if draft is None or self._console_state.show.locked:
            return False
        self._edited, self._place, self._sent = draft.turn, place, None
        if place == WHOLE:
            text = joined([*(each.text for each in draft.sentences if each.state in OPEN), draft.tail.strip()])
        else:
            text = draft.sentences[place].text
        self.editor.setPlainText(text)
        self.editor.moveCursor(QTextCursor.MoveOperation.End)
        self.show_state(self._console_state)
        self.editor.setFocus()
        self.touched.emit()
        return True

    def edit_next(self) -> bool:
        """Opens the editor with the first sentence that is undecided; False when there is none."""
        place = self._first_open()
        return (bool(self._edited) or place != WHOLE) and self.edit(place)

    def _first_open(self) -> int:
        draft = self._console_state.answers.draft
        states = [each.state for each in draft.sentences] if draft is not None else []
        return next((number for number, state in enumerate(states) if state in OPEN), WHOLE)

    def _finish(self) -> None:
        draft = self._console_state.answers.draft
        self._sent = len(draft.sentences) if draft is not None else 0
        self.editor.clearFocus()  # the keys are the show's again
        text = self.editor.toPlainText()
        if self._place == WHOLE:
            self.action_requested.emit("edit_answer", {"turn": self._edited, "text": text})
            return
        self._handed = joined([line.strip() for line in text.splitlines() if line.strip()])
        request = {"turn": self._edited, "number": self._place}
        if self._handed:
            self.action_requested.emit("edit_sentence", {**request, "text": self._handed})
        else:  # nothing is to be said in its place
            self.action_requested.emit("leave_out", request)

    def _leave(self) -> None:
        self._edited, self._place, self._sent = 0, WHOLE, None
        self.editor.clearFocus()
        self.show_state(self._console_state)

    def _follow_edit(self, draft: DraftView | None) -> None:
        """The editor closes when its words lie on the desk; refused words stay where they are."""
        if self._sent is None or draft is None or draft.turn != self._edited:
            return
        if self._place == WHOLE:
            done = any(sentence.own for sentence in draft.sentences[self._sent :])
        else:
            now = draft.sentences[self._place]
            done = now.own and now.text == self._handed if self._handed else now.state is SentenceState.REJECTED
        if done:
            self._edited, self._place, self._sent = 0, WHOLE, None

    # -- what the hand does ----------------------------------------------------------------------------------

    def _on_pressed(self, action_id: str) -> None:
        if action_id == "edit_answer":
            if self._edited:
                self._finish()
                return
            if self.edit():
                return
        self.action_requested.emit(action_id, self.argument(action_id))

    def _on_judged(self, action_id: str, number: int) -> None:
        draft = self._console_state.answers.draft
        if draft is None:
            return
        if action_id == "edit_sentence" and self.edit(number):
            return
        self.action_requested.emit(action_id, {"turn": draft.turn, "number": number})

    # -- how it is made --------------------------------------------------------------------------------------

    def _heading_row(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(14)
        title = self.tr("Questions").upper()
        self._ears = {
            "off": (self.tr("ear off"), theme.MUTED),
            "deaf": (self.tr("nobody hears"), theme.AMBER),
            "ready": ("○ " + self.tr("ear ready"), theme.TEXT),
            "hearing": ("● " + self.tr("HEARING"), theme.RED),
            "reading": ("● " + self.tr("reading"), theme.AMBER),
        }
        widest = max((words for words, _ in self._ears.values()), key=len)
        self._countdown = TextLine("", Role.SMALL, align=RIGHT)
        self._ear = TextLine("", Role.SMALL, align=RIGHT, widest=widest + "  ")
        self._ear.setAccessibleName(self.tr("The ear"))
        self._level = LevelBars(self.tr("How loud the question is"))
        waiting = max(self.tr("%n waiting", "", 50), self.tr("none waiting"), key=len)
        self._waiting = TextLine("", Role.SMALL, align=RIGHT, widest=waiting + " ")
        row.addWidget(TextLine(title, Role.HEADING, colour=theme.MUTED, widest=title))
        row.addWidget(self._countdown, 1)
        row.addWidget(self._level)
        row.addWidget(self._ear)
        row.addWidget(self._waiting)
        return row

    def _empty_page(self) -> QWidget:
        self._intro = self.tr(
            "In ANSWER, questions from the hall wait here with their drafted answers. "
            "Nothing is spoken before you approve it."
        )
        self._empty = QWidget()
        row = QHBoxLayout(self._empty)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(12)
        self._words = Paragraph(self._intro)
        self._next = HoldButton(self.tr("Answer next"), role=Role.SMALL, look=theme.DIMMED)
        self._next.setAccessibleName(self.tr("Answer next"))
        self._next.performed.connect(lambda: self.action_requested.emit("answer_question", None))
        row.addWidget(self._words, 3)
        row.addWidget(self._next, 1)
        return self._empty

    def _buttons_row(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(5)
        self._words_of = {
            "approve": self.tr("Approve"),
            "edit_answer": self.tr("Edit"),
            "again": self.tr("Again"),
            "reject": self.tr("Reject"),
            "stand_by": self.tr("Stand by"),
            "safe_line": self.tr("Safe line"),
        }
        self._buttons: dict[str, HoldButton] = {}
        for action_id in JUDGING:
            button = HoldButton(self._words_of[action_id], role=Role.SMALL, look=theme.DIMMED, heights=(32, 27))
            button.setAccessibleName(action(action_id).capitalize())
            button.performed.connect(lambda action_id=action_id: self._on_pressed(action_id))
            row.addWidget(button, 1)
            self._buttons[action_id] = button
        self._row = row
        return row


def _newest(words: str) -> str:
    """The newest words of what is being said, whole ones."""
    if len(words) <= _HEARD_SO_FAR:
        return words
    newest = words[-_HEARD_SO_FAR:]
    within = newest[0].isascii() and " " in newest and not words[-_HEARD_SO_FAR - 1].isspace()
    return f"…{newest.partition(' ')[2] if within else newest.lstrip()}"
