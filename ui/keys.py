"""The keys of the show: they act whatever has the focus.

One filter on the application sees every key before any widget does, as the key reaches its window. A text
field keeps the plain characters; everything else stays the show's. A key of the show that does nothing says why,
unless a text field took it.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QInputEvent, QKeyEvent, QKeySequence, QWindow
from PySide6.QtWidgets import (
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QDialog,
    QLineEdit,
    QPlainTextEdit,
    QTextEdit,
    QWidget,
)

from console.show.actions.action import PANIC_TAPS_WITHIN_S, Binding, Source, between_ms
from console.show.core.emergency import EmergencyKey, emergency_keys
from console.show.core.keymap import KeyMap
from console.show.core.state import ShowState
from ui.key_places import code_of, finger_of, letter_code_of
from ui.translate import action
from ui.widgets.fields.text_entry import TextEntry
from ui.widgets.key_repeat_filter import KeyRepeatFilter

RING_MS = 16
"""How often a filling ring is told how full it is."""

_ON_AIR = (ShowState.LIVE, ShowState.HOLD, ShowState.PANIC)

_WRITING = (
    Qt.Key.Key_Backspace,
    Qt.Key.Key_Delete,
    Qt.Key.Key_Return,
    Qt.Key.Key_Enter,
    Qt.Key.Key_PageUp,
    Qt.Key.Key_PageDown,
)
"""Keys that are a text field's, a dialog's or an open list's own while it has the focus."""

_LEAVING = (Qt.Key.Key_Escape, Qt.Key.Key_Return, Qt.Key.Key_Enter)
"""Keys that hand over what was written, or leave it."""

_ENTERS = (Qt.Key.Key_Return, Qt.Key.Key_Enter)

AFTER_WRITING_S = 0.8
"""An Enter this soon after one that handed words over is the same hand's second press, and no TAKE."""

_ERASING = (Qt.Key.Key_Backspace, Qt.Key.Key_Delete)

_BY_THEMSELVES = (Qt.Key.Key_Control, Qt.Key.Key_Shift, Qt.Key.Key_Alt, Qt.Key.Key_Meta)


_HANDS = {
    QEvent.Type.KeyPress: Source.KEY,
    QEvent.Type.MouseButtonPress: Source.MOUSE,
    QEvent.Type.MouseButtonDblClick: Source.MOUSE,
}
_MOUSE = (QEvent.Type.MouseButtonPress, QEvent.Type.MouseButtonDblClick)


class Keys(QObject):
    """Turns keys into actions: presses, double presses and holds. Auto-repeat is no press.

    Signals:
        action_requested(str action_id, object argument): a key was pressed, or held for long enough.
        hold_progressed(str action_id, float part): a hold is under way, 0 to 1; 0 when it ended.
        writing_changed(): other keys live than before, since a text field got the focus or lost it.
        useless(str reason): a key of the show did nothing, and why, in the operator's words.
        left(QWidget widget): the focus went from it to another one.

    Attributes:
        state: the show state, which some keys mean different things in; kept by the window.
        locked: whether the console is locked, likewise.
        waiting: off the air, keys go to the control that takes a new one instead.
        hand: what was pressed last, a key or the mouse: by that hand a panel asks for something.
        pressed_ms: when that was, on the system's own count; 0 where the system gave no time.
    """

    action_requested = Signal(str, object)
    hold_progressed = Signal(str, float)
    writing_changed = Signal()
    useless = Signal(object)
    left = Signal(QWidget)

    def __init__(
        self,
        *,
        clock: Callable[[], float],
        argument: Callable[[str], object] = lambda action_id: None,
        keymap: KeyMap | None = None,
        parent: QObject | None = None,
    ) -> None:
        """Takes the keys of the map; `listen` begins to act on them.

        Args:
            clock: seconds that do not run backwards.
            argument: what a key hands to an action whose binding says nothing (on or off for a mute).
            keymap: which key does what; the defaults when it is left out.
        """
        super().__init__(parent)
        self.state = ShowState.OFFLINE
        self.locked = False
        self.waiting = False
        self.hand = Source.MOUSE
        self.pressed_ms = 0
        self._clock, self._argument = clock, argument
        self._bound: dict[int, list[tuple[str, Binding]]] = {}
        self._writing = ""
        self.use(keymap or KeyMap())
        self._entered: tuple[int, float] | None = None  # the last Enter that was a field's or a dialog's
        self._taps: dict[int, list[tuple[int, float]]] = {}
        self._held: tuple[int, str, Binding, float] | None = None
        self._held_ms = 0  # when the key that is held was pressed, on the system's own count
        self._full = False
        self._lost: tuple[int, str, Binding, float] | None = None  # a hold that ended as its key seemed to be let go
        self._down: tuple[int, str] | None = None  # a key that is on while it is down
        self._lifted: tuple[int, str] | None = None  # likewise
        self._steady = KeyRepeatFilter(self)
        self._steady.let_go.connect(self._on_let_go)
        self._steady.came_back.connect(self._on_came_back)
        self._ring = QTimer(self)
        self._ring.setInterval(RING_MS)
        self._ring.timeout.connect(self._on_ring)

    def use(self, keymap: KeyMap) -> None:
        """Other keys from now on."""
        self._keymap = keymap
        bound: dict[int, list[tuple[str, Binding]]] = {}
        for each in keymap.bound:
            bound.setdefault(_combination(each.binding.keys), []).append((each.action.id, each.binding))
        self._bound = bound

    def lives(self, binding: Binding) -> bool:
        """Whether a key reaches the show now: in a text field most are written."""
        combination = _combination(binding.keys)
        modifiers = Qt.KeyboardModifier(combination & Qt.KeyboardModifier.KeyboardModifierMask.value)
        key = Qt.Key(combination & ~Qt.KeyboardModifier.KeyboardModifierMask.value)
        return not _text_takes(QApplication.focusWidget(), key, modifiers, plain=_prints(key))

    def emergency_keys(self) -> tuple[EmergencyKey, ...]:
        """The keys of PANIC, HOLD and INTERRUPT that act now, with the focus where it is."""
        if self.waiting and self.state not in _ON_AIR:
            return ()
        every = emergency_keys(self._keymap, locked=self.locked)
        return tuple(key for key in every if self.lives(Binding(key.keys)))

    def listen(self) -> None:
        """Begins to see the application's keys."""
        app = QCoreApplication.instance()
        assert isinstance(app, QApplication)
        app.installEventFilter(self)
        app.focusChanged.connect(self._on_focus)

    def stop(self) -> None:
        """Sees no more keys, and gives up a hold."""
        self._give_up()
        self._steady.stop()
        app = QCoreApplication.instance()
        if isinstance(app, QApplication):
            app.removeEventFilter(self)
            app.focusChanged.disconnect(self._on_focus)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Acts on keys as they reach a window; True keeps them from the widgets."""
        if not event.isInputEvent() and not isinstance(watched, QCoreApplication):
            return False  # most of what happens is told to all widgets of the window: first of all it must cost nothing
        kind = event.type()
        if kind in _HANDS and (isinstance(watched, QWindow) or kind in _MOUSE) and isinstance(event, QInputEvent):
            self.hand = _HANDS[kind]
            if not (isinstance(event, QKeyEvent) and event.isAutoRepeat()):
                self.pressed_ms = event.timestamp()
        if kind == QEvent.Type.ApplicationStateChange:
            if QGuiApplication.applicationState() != Qt.ApplicationState.ApplicationActive:
                self._lift()
                self._give_up()
            return False
        if not isinstance(watched, QWindow) or not isinstance(event, QKeyEvent):
            return False
        if self.waiting and self.state not in _ON_AIR:
            return False
        if kind == QEvent.Type.KeyPress:
            return self._on_press(event, watched)
        if kind == QEvent.Type.KeyRelease:
            return self._on_release(event)
        return False

    def _on_press(self, event: QKeyEvent, window: QWindow) -> bool:
        if event.key() in _BY_THEMSELVES:
            return False
        code = code_of(event)
        if code not in self._bound:
            code = letter_code_of(event)
        bound = self._bound.get(code)
        if bound is None or self._belongs_to_text(event, window):
            if bound is not None and not event.isAutoRepeat():
                self._explain(event, bound)
            if event.key() in _ENTERS:
                self._entered = (event.timestamp(), self._clock())
            self._taps.clear()
            return False
        if not self._steady.pressed(event):
            return True
        if self._follows_writing(event):
            self._explain_enter(bound)
            return True
        popup = QApplication.activePopupWidget() is not None or QApplication.activeModalWidget() is not None
        if event.key() == Qt.Key.Key_Escape and popup and self.state is not ShowState.LIVE:
            return False  # it closes the list or the dialog; on air HOLD wins
        self._give_up()
        self._lost = self._lifted = None
        now = self._clock()
        tap = (event.timestamp(), now)
        taps = [each for each in self._taps.get(code, []) if _apart_s(each, tap) <= PANIC_TAPS_WITHIN_S] + [tap]
        self._taps.clear()  # another key between the two begins again
        fitting = [
            (action_id, binding) for action_id, binding in bound if binding.taps <= len(taps) and self._means(binding)
        ]
        self._taps[code] = taps
        if not fitting:
            if not any(self._means(binding) for _, binding in bound):
                told = self.tr("{key} does nothing now: it is {action}, at another time of the show.")
                self.useless.emit(told.format(key=self._keymap.keys(bound[0][0]), action=action(bound[0][0])))
            return True
        action_id, binding = max(fitting, key=lambda pair: pair[1].taps)
        if binding.taps > 1:
            self._taps[code] = []
        if binding.while_down:
            self._down = (finger_of(event), action_id)
            self.action_requested.emit(action_id, True)
        elif binding.hold_s > 0:
            self._held, self._held_ms = (finger_of(event), action_id, binding, now), event.timestamp()
            self._ring.start()
        else:
            self._request(action_id, binding)
        return not (event.key() == Qt.Key.Key_Escape and popup)  # HOLD, and the list closes too

    def _on_release(self, event: QKeyEvent) -> bool:
        if event.key() in _BY_THEMSELVES:
            if not event.isAutoRepeat() and self._held is not None and "+" in self._held[2].keys:
                self._end_hold(event.timestamp())  # Ctrl was let go before Enter
            return False
        self._steady.released(event)
        return self._held is not None and event.key() == self._held[0]

    def _on_let_go(self, key: int) -> None:
        if self._down is not None and self._down[0] == key:
            self._lifted = self._down
            self._lift()
        if self._held is not None and self._held[0] == key:
            held = self._held
            if not self._end_hold(self._steady.left_ms(key)):
                self._lost = held

    def _on_came_back(self, key: int) -> None:
        """The key was never let go: what ended goes on."""
        if self._lifted is not None and self._lifted[0] == key:
            self._down, self._lifted = self._lifted, None
            self.action_requested.emit(self._down[1], True)
        if self._lost is not None and self._lost[0] == key and self._means(self._lost[2]):
            self._held, self._lost = self._lost, None
            self._ring.start()

    def _on_ring(self) -> None:
        if self._held is None:
            self._ring.stop()
            return
        _, action_id, binding, since = self._held
        part = (self._clock() - since) / binding.hold_s
        # The loop may have been busy, with a release waiting behind this timer: it is taken before the next turn.
        if part < 1 or not self._full or self._steady.leaving == self._held[0]:
            self._full = part >= 1
            self.hold_progressed.emit(action_id, min(part, 1.0))
            return
        self._give_up()
        self._request(action_id, binding)

    def _end_hold(self, left_ms: int) -> bool:
        """The hand has left. A busy console hears late of a press: the hold counts for as long as the system says.

        Returns whether it was long enough, and the action was asked for.
        """
        assert self._held is not None
        _, action_id, binding, _ = self._held
        held_ms = between_ms(self._held_ms, left_ms)
        self._give_up()
        whole = held_ms is not None and held_ms >= binding.hold_s * 1e3 and self._means(binding)
        if whole:
            self._request(action_id, binding)
        return whole

    def _lift(self) -> None:
        """The key that is on while it is down is up, or cannot be seen any more."""
        if self._down is not None:
            action_id = self._down[1]
            self._down = None
            self.action_requested.emit(action_id, False)

    def _give_up(self) -> None:
        self._ring.stop()
        self._full = False
        if self._held is not None:
            action_id = self._held[1]
            self._held = None
            self.hold_progressed.emit(action_id, 0.0)

    def _request(self, action_id: str, binding: Binding) -> None:
        argument = binding.argument if binding.argument is not None else self._argument(action_id)
        self.action_requested.emit(action_id, argument)

    def _means(self, binding: Binding) -> bool:
        """Whether a key means this now: in this state, and locked or not."""
        return (not binding.states or self.state in binding.states) and binding.locked in (None, self.locked)

    def _on_focus(self, before: QWidget | None, now: QWidget | None) -> None:
        if before is not None and now is not None:
            self.left.emit(before)
        writing = type(now).__name__ if isinstance(now, TextEntry) else "field" if _writes(now) else ""
        if writing != self._writing:
            self._writing = writing
            self.writing_changed.emit()

    def _explain(self, event: QKeyEvent, bound: list[tuple[str, Binding]]) -> None:
        """A key of the show that is the field's now, and does nothing there either."""
        focus = QApplication.focusWidget()
        action_id = next((action for action, each in bound if self._means(each)), "")
        if not action_id or event.key() not in _ERASING or not _is_empty(focus) or self.state is not ShowState.HOLD:
            return
        living = self._keymap.only(self.lives).keys(action_id)
        told = self.tr("You are writing: press Esc, then {key} is {action}.").format(
            key=self._keymap.keys(action_id), action=action(action_id)
        )
        if living:
            told += " " + self.tr("{key} does it at once.").format(key=living)
        self.useless.emit(told)

    def _follows_writing(self, event: QKeyEvent) -> bool:
        """Whether this Enter is the second press of a hand that has just handed words over, or closed a dialog."""
        entered, self._entered = self._entered, None
        if entered is None or event.key() not in _ENTERS:
            return False
        return _apart_s(entered, (event.timestamp(), self._clock())) <= AFTER_WRITING_S

    def _explain_enter(self, bound: list[tuple[str, Binding]]) -> None:
        action_id = next((action for action, each in bound if self._means(each) and each.hold_s == 0), "")
        if action_id:
            told = self.tr("{key} twice: the first handed over what you wrote. Press it again for {action}.")
            self.useless.emit(told.format(key=self._keymap.keys(action_id), action=action(action_id)))

    def _belongs_to_text(self, event: QKeyEvent, window: QWindow) -> bool:
        """Whether a key is for what has the focus: for writing, or to choose in a dialog or an open list."""
        focus = QApplication.focusWidget()
        plain = bool(event.text() and event.text().isprintable())
        if isinstance(focus, TextEntry) or _writes(focus):
            return _text_takes(focus, Qt.Key(event.key()), event.modifiers(), plain=plain)
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            return False
        if focus is None:  # the focus is on its way: to an open dialog's list of proposals, for one
            in_dialog = any(isinstance(w, QDialog) and w.isVisible() for w in QApplication.topLevelWidgets())
        else:
            in_dialog = isinstance(focus.window(), QDialog)
        # A list takes Enter, and closes, before the press comes to its window: the window is asked too.
        if in_dialog or QApplication.activePopupWidget() is not None or window.type() == Qt.WindowType.Popup:
            return event.key() in _WRITING or (plain and event.key() != Qt.Key.Key_Space)
        return False


def _apart_s(one: tuple[int, float], other: tuple[int, float]) -> float:
    """Seconds between two presses: by the system's times on them, else by when they were handed over."""
    passed = between_ms(one[0], other[0])
    return other[1] - one[1] if passed is None else passed / 1e3


def _writes(focus: QWidget | None) -> bool:
    """Whether a widget takes text."""
    if isinstance(focus, (QLineEdit, QTextEdit, QPlainTextEdit)):
        return not focus.isReadOnly()
    return isinstance(focus, QAbstractSpinBox) or (isinstance(focus, QComboBox) and focus.isEditable())


def _text_takes(focus: QWidget | None, key: Qt.Key, modifiers: Qt.KeyboardModifier, *, plain: bool) -> bool:
    """Whether a text field keeps a key for itself; `plain` says that it prints something."""
    if isinstance(focus, TextEntry) and key in _LEAVING:
        return True  # its own way out, at the desk of a running show
    if modifiers & Qt.KeyboardModifier.ControlModifier or not _writes(focus):
        return False
    return key in _WRITING or plain


def _prints(key: Qt.Key) -> bool:
    return key < Qt.Key.Key_Escape


def _is_empty(focus: QWidget | None) -> bool:
    if isinstance(focus, QLineEdit):
        return not focus.text()
    return isinstance(focus, (QTextEdit, QPlainTextEdit)) and not focus.toPlainText()


def _combination(keys: str) -> int:
    sequence = QKeySequence(keys, QKeySequence.SequenceFormat.PortableText)
    return int(sequence[0].toCombined())  # type: ignore[index]  # its stub lacks __getitem__
