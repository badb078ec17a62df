"""EDIT, the keys: each can be another one, as long as none means two things."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QFrame, QGridLayout, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from console.show.core.keymap import Bound, KeyMap, Place
from ui import theme
from ui.key_places import code_of
from ui.theme import Role
from ui.translate import asked, said
from ui.widgets.base import Themed
from ui.widgets.hold_button import HoldButton
from ui.widgets.text.text_line import Paragraph, TextLine

_NO_KEYS = (Qt.Key.Key_Control, Qt.Key.Key_Shift, Qt.Key.Key_Alt, Qt.Key.Key_Meta, Qt.Key.Key_unknown)


class KeyButton(HoldButton):
    """Shows a key; pressed, it takes the next key that is pressed. While it listens, the show's keys wait.

    Signals, besides those of `HoldButton`:
        key_requested(str keys): the operator pressed this key, in Qt's portable form.
        listening_changed(bool): it waits for a key, or no longer.
    """

    key_requested = Signal(str)
    listening_changed = Signal(bool)

    def __init__(self, name: str) -> None:
        super().__init__("", role=Role.SMALL, heights=(28, 24))
        self._name, self.listening = "", False
        self.setAccessibleName(name)
        self.setToolTip(self.tr("Press, then press the new key"))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.performed.connect(self._listen)

    def show_key(self, name: str, changed: bool) -> None:
        """Shows a key by its name; one that is not the usual one is blue."""
        self._name = name
        if not self.listening:
            self.show_as(name, theme.CHOSEN if changed else theme.PLAIN, "")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Takes the key while it listens."""
        if not self.listening:
            super().keyPressEvent(event)
            return
        event.accept()
        if event.key() in _NO_KEYS or event.isAutoRepeat():
            return
        words = QKeySequence(code_of(event)).toString(QKeySequence.SequenceFormat.PortableText)
        self._stop()
        self.key_requested.emit(words)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Another control was wanted: nothing changes."""
        self._stop()
        super().focusOutEvent(event)

    def _listen(self) -> None:
        if self.listening:
            self._stop()
            return
        self.setFocus()
        self.listening = True
        self.show_as(self.tr("press a key…"), theme.AMBER_LOOK, "")
        self.listening_changed.emit(True)

    def _stop(self) -> None:
        if self.listening:
            self.listening = False
            self.show_as(self._name, theme.PLAIN, "")
            self.listening_changed.emit(False)


class KeysPage(Themed, QWidget):
    """All keys, each with a button that takes another one and a button for the usual one.

    Signals:
        action_requested(str action_id, object argument): `bind` with (action, number, key).
        listening_changed(bool): the next key is for the table, not for the show.
    """

    action_requested = Signal(str, object)
    listening_changed = Signal(bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._keymap = KeyMap()
        self._buttons: dict[Place, tuple[KeyButton, HoldButton]] = {}
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        self._told = Paragraph(self.tr("Press a key's button, then the new key. None can mean two things at once."))
        self._told.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self._told.setFixedHeight(36)
        column.addWidget(self._told)
        home = QWidget()
        self._grid = QGridLayout(home)
        self._grid.setContentsMargins(0, 0, 8, 0)
        self._grid.setHorizontalSpacing(8)
        self._grid.setVerticalSpacing(4)
        self._grid.setColumnStretch(0, 3)
        self._grid.setColumnStretch(1, 2)
        for row, each in enumerate(self._keymap.bound):
            self._add_row(row, each)
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setWidget(home)
        column.addWidget(scroll, 1)
        self._show_keys()

    def button(self, place: Place) -> KeyButton:
        """The button of one key."""
        return self._buttons[place][0]

    def show_map(self, keymap: KeyMap) -> None:
        """Shows the keys as they are."""
        self._keymap = keymap
        self._show_keys()

    def _show_keys(self) -> None:
        for each in self._keymap.bound:
            button, usual = self._buttons[each.place]
            button.show_key(self._keymap.named(each.binding.keys), each.changed)
            usual.show_as(usual.words, theme.PLAIN if each.changed else theme.DIMMED, "")

    def _add_row(self, row: int, each: Bound) -> None:
        words = asked(each.action.id, each.binding.argument or "")
        if each.binding.hold_s:
            words = self.tr("{words} · hold").format(words=words)
        if each.binding.taps > 1:
            words = self.tr("{words} · twice").format(words=words)
        button = KeyButton(self.tr("Key of {words}").format(words=words))
        place = each.place
        button.key_requested.connect(lambda keys: self._request(place, keys))
        button.listening_changed.connect(self.listening_changed)
        usual = HoldButton(self.tr("usual"), role=Role.TINY, heights=(28, 24))
        usual.setAccessibleName(self.tr("The usual key of {words}").format(words=words))
        usual.setToolTip(self.tr("The usual key again"))
        usual.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        usual.performed.connect(lambda: self.action_requested.emit("bind", (*place, "")))
        self._grid.addWidget(TextLine(words, Role.BODY), row, 0)
        self._grid.addWidget(button, row, 1)
        self._grid.addWidget(usual, row, 2)
        self._buttons[place] = (button, usual)

    def _request(self, place: Place, keys: str) -> None:
        conflict = self._keymap.conflict(place, keys)
        self._told.show_text(
            said(conflict) or self.tr("Press a key's button, then the new key. None can mean two things at once."),
            theme.AMBER if conflict else theme.MUTED,
        )
        if not conflict:
            self.action_requested.emit("bind", (*place, keys))
