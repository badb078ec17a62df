"""The draft on the desk: its sentences one by one, what has become of each, and how many of them were to be seen."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent, QShowEvent, QWheelEvent
from PySide6.QtWidgets import QFrame, QScrollArea

from console.show.answers.draft import OPEN, DraftSentence, SentenceState
from console.show.core.enums import Approval
from console.show.state.answer_view import DraftView
from ui import theme
from ui.theme import Look
from ui.translate import said
from ui.widgets.base import Themed
from ui.widgets.text.sheet import Block, Mark, Sheet, Verb

SPOKEN = "#1e4d36"
"""The ground of what is being spoken."""

BAR = 10
"""Place for the scroll bar, in pixels."""

_OPEN_VERBS = ("edit_sentence", "leave_out")

_WAITING = Look("#12304d", "#2f77bd", "#cfe6ff")
_LATER = Look(theme.CONTROL, theme.LINE_STRONG, theme.MUTED)
_QUIET = Look(theme.PANEL, theme.LINE, theme.MUTED)


class DraftPart(Themed, QScrollArea):
    """The sentences. It rolls by itself to the first that somebody must decide on, until a hand rolls it.

    Signals:
        judged(str action_id, int number): a sentence is to be released, edited or left out.
        touched(): a hand rolls it.
    """

    judged = Signal(str, int)
    touched = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._view: DraftView | None = None
        self._approval = Approval.FIRST
        self._seen = 0
        self._rolled_to = 0  # where it rolled by itself; anywhere else is the hand's doing
        self._anchor: tuple[int, int] = (0, 0)
        self._signs = {
            SentenceState.HELD: "▲ " + self.tr("held"),
            SentenceState.WAITING: "○ " + self.tr("waiting"),
            SentenceState.APPROVED: "✓ " + self.tr("approved"),
            SentenceState.REJECTED: "✕ " + self.tr("left out"),
            SentenceState.VOICED: "▶ " + self.tr("speaking"),
            SentenceState.HEARD: "● " + self.tr("heard"),
        }
        self._writing = "… " + self.tr("writing")
        self._sheet = Sheet((*self._signs.values(), self._writing), self._verbs({}))
        self._sheet.setAccessibleName(self.tr("Drafted answer"))
        self._sheet.pressed.connect(self.judged)
        self.setWidget(self._sheet)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.verticalScrollBar().valueChanged.connect(self._look)
        self.verticalScrollBar().sliderMoved.connect(self.touched)

    @property
    def seen(self) -> int:
        """How many sentences, from the first on, were to be seen to their end."""
        return self._seen

    @property
    def blocks(self) -> tuple[Block, ...]:
        """What it shows."""
        return self._sheet.blocks

    def show_keys(self, keys: Mapping[str, str]) -> None:
        """Says in the buttons' tooltips which key does what; action id → key."""
        self._sheet.name_verbs(self._verbs(keys))

    def _verbs(self, keys: Mapping[str, str]) -> tuple[Verb, ...]:
        edit, leave_out = (f"  [{key}]" if (key := keys.get(verb)) else "" for verb in _OPEN_VERBS)
        return (
            Verb("release", self.tr("RELEASE"), self.tr("Speak this held sentence all the same")),
            Verb("edit_sentence", "✎", self.tr("Other words for this sentence") + edit, beside=True),
            Verb("leave_out", "✕", self.tr("Do not speak this sentence") + leave_out, beside=True),
        )

    def show_draft(self, view: DraftView | None, approval: Approval) -> None:
        """Shows a draft as it is now; None shows nothing."""
        before = self._view
        if view == before and approval is self._approval:
            return
        self._view, self._approval = view, approval
        if view is None or before is None or view.turn != before.turn:
            self._seen = 0
        else:
            # Other words in a place that was seen are words that were not seen.
            pairs = zip(view.sentences[: self._seen], before.sentences, strict=False)
            same = next((n for n, (new, old) in enumerate(pairs) if new.text != old.text), self._seen)
            self._seen = min(same, len(view.sentences))
        self._sheet.show_blocks(self._blocks_of(view) if view else ())
        self._roll()
        self._look()

    def on_metrics(self) -> None:
        """Other letters, other lines."""
        self._sheet.apply_metrics(self.metrics)
        self._roll()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width makes other lines."""
        super().resizeEvent(event)
        self._sheet.place(self.width() - BAR)  # the bar's place is always kept
        self._roll()
        self._look()

    def showEvent(self, event: QShowEvent) -> None:
        """What came while another page was open is rolled to its place now."""
        super().showEvent(event)
        self._roll()
        self._look()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """A hand rolls it: somebody is reading."""
        self.touched.emit()
        super().wheelEvent(event)

    def _roll(self) -> None:
        """To the first sentence that is not settled, with as much as fits of what is behind it."""
        view, bar = self._view, self.verticalScrollBar()
        if view is None:
            bar.setValue(0)
            self._rolled_to = bar.value()
            return
        states = [sentence.state for sentence in view.sentences]
        first = next((n for n, state in enumerate(states) if state in OPEN), None)
        if first is None:
            busy = (SentenceState.APPROVED, SentenceState.VOICED)
            first = next((n for n, state in enumerate(states) if state in busy), len(states))
        anchor = (view.turn, first)
        if anchor == self._anchor and bar.value() != self._rolled_to:
            return
        self._anchor = anchor
        last = len(self._sheet.blocks) - 1
        bar.setValue(self._top_for(min(first, last)) if last >= 0 else 0)
        self._rolled_to = bar.value()

    def _top_for(self, number: int) -> int:
        """Where to roll so that a block is in view, with no line cut at the upper edge if that can be."""
        top, bottom = self._sheet.span(number)
        most = self.verticalScrollBar().maximum()
        if top <= most:
            return int(top)
        whole = max(int(upper) for upper, _ in map(self._sheet.span, range(number + 1)) if upper <= most)
        return whole if bottom <= whole + self.viewport().height() else most

    def _look(self) -> None:
        """Counts on from what was seen: a sentence is when its end is in view, or when it fills the view alone."""
        view = self._view
        if view is None:
            return
        top = self.verticalScrollBar().value()
        bottom = top + self.viewport().height() + 2
        while self._seen < len(view.sentences):
            upper, lower = self._sheet.span(self._seen)
            if not (top < lower <= bottom or (upper <= top + 2 and lower > bottom)):
                break
            self._seen += 1

    def _blocks_of(self, view: DraftView) -> tuple[Block, ...]:
        nexts = [n for n, each in enumerate(view.sentences) if each.state is SentenceState.WAITING]
        if self._approval is Approval.EACH:
            nexts = nexts[:1]
        blocks = [self._block(number, each, number in nexts) for number, each in enumerate(view.sentences)]
        if view.tail:
            blocks.append(Block(self._writing, _QUIET, view.tail, theme.MUTED))
        blocks += [Block("", _QUIET, f"▲ {said(note)}", theme.AMBER) for note in view.notes]
        return tuple(blocks)

    def _block(self, number: int, sentence: DraftSentence, is_next: bool) -> Block:
        sign, text = self._signs[sentence.state], sentence.text
        own = "✎ " if sentence.own else ""
        text = own + text
        whole = len(text)
        match sentence.state:
            case SentenceState.HELD:
                hold = sentence.hold
                start, end = hold.where if hold else (0, 0)
                start, end = (start + len(own), end + len(own)) if end > start else (0, whole)
                marks = (Mark(start, end - start, "#ffd98a", "#3b2f12"),)
                reason = said(hold.reason) if hold else ""
                verbs = ("release", *_OPEN_VERBS)
                return Block(sign, theme.AMBER_LOOK, text, marks=marks, reason=reason, number=number, verbs=verbs)
            case SentenceState.WAITING:
                return Block(sign, _WAITING if is_next else _LATER, text, number=number, verbs=_OPEN_VERBS)
            case SentenceState.APPROVED:
                return Block(sign, theme.GREEN_LOOK, text, "#a9e8c8")
            case SentenceState.VOICED:
                part = len(own) + len(sentence.heard) if sentence.text.startswith(sentence.heard) else 0
                part += len(text[part:]) - len(text[part:].lstrip())
                rest = Mark(part, whole - part, "#d6ffe8", SPOKEN)
                return Block(sign, theme.GREEN_LOOK, text, marks=(Mark(0, part, theme.MUTED), rest))
            case SentenceState.HEARD:
                return Block(sign, _QUIET, own + (sentence.heard or sentence.text), theme.MUTED)
            case _:
                return Block(sign, _QUIET, text, theme.DIM, struck=True)
