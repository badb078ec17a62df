"""The operator's window: it assembles the panels and decides nothing."""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping

from PySide6.QtCore import QEvent, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QImage, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QMainWindow, QWidget

from console.show.actions.action import Source
from console.show.core.emergency import EmergencyKey
from console.show.core.enums import SlateKind
from console.show.core.keymap import KeyMap, Place
from console.show.core.state import UNARMED, ShowState
from console.show.rundown.lines import ON_KEYS
from console.show.state.console_state import ConsoleState
from ui import theme
from ui.file_dialogs import FileDialogs
from ui.key_legends import KeyLegends
from ui.keys import Keys
from ui.layout import places, places_for_edit
from ui.panels.action_row import ActionRow
from ui.panels.answers.questions import JUDGING, NAMED, QuestionsPanel
from ui.panels.edit.edit import EditPanel
from ui.panels.events import EventsOverlay
from ui.panels.health import HealthPanel
from ui.panels.keymap import KeyMapOverlay
from ui.panels.log import LogPanel
from ui.panels.next import NextPanel
from ui.panels.outputs import OutputsPanel, next_pattern
from ui.panels.panel import Panel
from ui.panels.preflight import PreflightStrip
from ui.panels.presets import PresetsPanel
from ui.panels.program.program import ProgramPanel
from ui.panels.program.sound import SoundPanel
from ui.panels.settings.welcome import WelcomePanel
from ui.panels.strip import StateStrip
from ui.translate import print_keys, said
from ui.widgets.base import apply_to_all, dress_again
from ui.widgets.lock_veil import LockVeil
from ui.widgets.state_icon import state_icon

LEAST = QSize(1216, 680)
"""The smallest window; 1366×768 and 1920×1080 at 150 % (1280×720) fit above it."""

VEILED = ("next", "presets", "sound", "questions", "outputs")
"""Panels in which nothing acts while the console is locked."""


class OperatorWindow(QMainWindow):
    """What the operator looks at for three hours.

    It shows the console's state that it is given, and emits what the operator requests; whoever listens performs it at
    the action desk, and shows the outcome in the next state.

    Signals:
        action_requested(str action_id, object argument, str source): by the panels and by `Keys`.
        clip_reset_requested(str meter): take a clip light back: "mic", "avatar" or "hall".
        answer_touched(): the operator is writing an answer: the time-out rule is to wait.
        refused(str reason): a key could do nothing, and why, in the operator's words: for the place of refusals.
    """

    action_requested = Signal(str, object, str)
    refused = Signal(object)
    clip_reset_requested = Signal(str)
    answer_touched = Signal()

    def __init__(self, *, clock: Callable[[], float] = time.monotonic, parent: QWidget | None = None) -> None:
        """Makes the window with an empty state.

        Args:
            clock: for the keys' holds, in seconds that do not run backwards.
        """
        super().__init__(parent)
        self._console_state = ConsoleState()
        self._state: ShowState | None = None
        self._rehearses = False
        self._roomy = False  # EDIT has the right side of a low window to itself
        self._may_close = False
        self._metrics = theme.FULL
        self._worn = "", ""
        self._has_room = False  # until it is shown first, nobody knows how large it will be
        self.files = FileDialogs(self)
        self.files.action_requested.connect(self._on_request)
        self.files.refused.connect(self.refused)
        self.setWindowTitle(self.tr("Compere"))
        self.setMinimumSize(LEAST)
        self._again = QTimer(self, singleShot=True, interval=0)
        self._again.timeout.connect(self._build_again)
        self.keys = Keys(clock=clock, argument=self._switched, parent=self)
        self.keys.action_requested.connect(self._on_key)
        self.keys.hold_progressed.connect(self._on_hold)
        self.keys.writing_changed.connect(self._show_keys)
        self.keys.useless.connect(self.refused)
        self._legends = KeyLegends(self)
        self._legends.changed.connect(self._use_keys)
        self._build()
        self.keys.listen()
        self.keys.left.connect(self._on_left)
        self._legends.listen()
        self._health.start()
        self.resize(1600, 900)
        self.show_state(self._console_state)
        self._desk.setFocus()

    def _build(self) -> None:
        """Makes all panels, in the language that is spoken now."""
        self._desk = QWidget()
        self._desk.setObjectName("desk")
        self._desk.setFocusPolicy(Qt.FocusPolicy.ClickFocus)  # so that no control has the focus by chance
        self.setCentralWidget(self._desk)

        self._welcome = WelcomePanel(self._desk)  # the first: Tab begins in it while it is there
        self._welcome.slate_picture_requested.connect(self.files.slate)
        self._strip = StateStrip(self._desk)
        self._program = ProgramPanel(self._desk)
        self._next = NextPanel(self._desk)
        self._health = HealthPanel(self._desk)
        self._presets = PresetsPanel(self._desk)
        self._sound = SoundPanel(self._desk)
        self._questions = QuestionsPanel(self._desk)
        self._log = LogPanel(self._desk)
        self._outputs = OutputsPanel(self._desk)
        self._actions = ActionRow(self._desk)
        self._preflight = PreflightStrip(self._desk)
        self._preflight.action_requested.connect(self._on_request)
        self._edit = EditPanel(self._desk)
        self._edit.hide()
        self._overlay = KeyMapOverlay(self._desk)
        self._overlay.close_requested.connect(self._overlay.hide)
        self._events = EventsOverlay(self._desk)
        self._events.close_requested.connect(self._events.hide)
        self._program.not_heard.action_requested.connect(self._on_request)
        self._placed: dict[str, QWidget] = {
            "strip": self._strip,
            "program": self._program,
            "next": self._next,
            "health": self._health,
            "presets": self._presets,
            "sound": self._sound,
            "questions": self._questions,
            "log": self._log,
            "outputs": self._outputs,
            "actions": self._actions,
        }
        self._veils = {name: LockVeil(self._desk) for name in VEILED}
        self._edit.slate_picture_requested.connect(self.files.slate)
        self._edit.folder_requested.connect(self.files.folder)
        panels: tuple[Panel | ActionRow | StateStrip | PresetsPanel | WelcomePanel, ...] = (
            self._welcome,
            self._strip,
            self._edit,
            self._next,
            self._health,
            self._presets,
            self._sound,
            self._questions,
            self._log,
            self._outputs,
            self._actions,
        )
        for panel in panels:
            panel.action_requested.connect(self._on_request)
        self._log.opened.connect(self._open_events)
        self._strip.alarms_pressed.connect(self._open_events)
        self._sound.say_file_requested.connect(self.files.sound)
        self._sound.clip_reset_requested.connect(self.clip_reset_requested)
        self._outputs.slate_picture_requested.connect(self.files.slate)
        self._questions.touched.connect(self.answer_touched)

        self._presets.edit_requested.connect(self._edit.edit_item)
        self._edit.edited.connect(self._presets.show_edited)
        self._edit.file_requested.connect(self.files.field)
        self._edit.move_requested.connect(self.files.move)

        self._changed_keys: Mapping[Place, str] = {}
        self._keymap = KeyMap()
        self._edit.listening_changed.connect(self._on_listening)

    def _build_again(self) -> None:
        """Another language is spoken: new panels stand where the old ones stood, and show the same."""
        page, room = self._edit.page, self._desk.geometry()
        self._edit.commit()
        self._health.stop()
        self._build()
        self._desk.setGeometry(room)
        self._desk.show()
        apply_to_all(self._desk, self._metrics)
        self._place()
        self._health.start()
        self._state = None
        self.keys.waiting = False
        self._use_keys()
        self._edit.show_page(page)
        self.show_state(self._console_state)
        self._desk.setFocus()

    def show_state(self, console_state: ConsoleState) -> None:
        """Shows the console's state as it stands; only what has changed is drawn again. Cheap enough for 30 Hz."""
        fits = console_state.settings.options is self._console_state.settings.options
        self._console_state = console_state
        if not fits and self._has_room:
            self._fit()
            self._place()
        rehearses = console_state.rehearsal and console_state.state is not ShowState.PANIC
        if (console_state.state, rehearses) != (self._state, self._rehearses):
            self._state, self._rehearses = console_state.state, rehearses
            self.keys.state = console_state.state
            self.files.show_state(console_state.state)
            self.setWindowIcon(state_icon(console_state.state, rehearsal=rehearses))
            live = rehearses and console_state.state is ShowState.LIVE
            self.setWindowTitle(f"{said('REHEARSAL') if live else said(console_state.state)} · Compere")
        self.keys.locked = console_state.show.locked
        for veil in self._veils.values():
            veil.setVisible(console_state.show.locked)
        if console_state.show.keys != self._changed_keys:
            self._use_keys()
        self._strip.show_state(console_state)
        self._program.show_state(console_state)
        if console_state.show.editing is self._edit.isHidden():
            self._open_edit(console_state.show.editing)
        elif console_state.show.editing and self._roomy and console_state.state not in UNARMED:
            self._place()  # on air the desk is seen beside it
        self._edit.show_state(console_state)
        self._next.show_state(console_state)
        self._presets.show_state(console_state)
        self._questions.show_state(console_state)
        self._health.show_state(console_state)
        self._sound.show_state(console_state)
        self._log.show_state(console_state)
        self._events.show_state(console_state)
        self._outputs.show_state(console_state)
        self._actions.show_state(console_state)
        self._preflight.show_state(console_state)
        self._welcome.show_state(console_state)

    def show_program(self, frame: QImage) -> None:
        """Shows a program frame in HALL NOW; its memory is free again on return."""
        self._program.show_program(frame)

    def show_engine(self, frame: QImage) -> None:
        """Shows what the engine draws, on air or not, in NEXT when the same avatar comes next."""
        self._next.show_engine(frame)

    def show_idle(self, frame: QImage) -> None:
        """Shows the host of NEXT alive in NEXT, when that is not who the engine draws."""
        self._next.show_idle(frame)

    def close_for_good(self) -> None:
        """Closes the window without asking: `quit` was performed."""
        self._may_close = True
        self.keys.stop()
        self._legends.stop()
        self._again.stop()
        self._health.stop()
        self.files.close()
        self.close()

    def closeEvent(self, event: QCloseEvent) -> None:
        """The window's cross is the request to quit; the show decides."""
        if self._may_close:
            event.accept()
            return
        event.ignore()
        self.action_requested.emit("quit", None, Source.MOUSE)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Places the panels; a small window gets the compact sizes."""
        super().resizeEvent(event)
        self._has_room = True
        self._fit()
        self._place()

    def _fit(self) -> None:
        """Sizes and colours as the window's room and the settings have them, at once."""
        options = self._console_state.settings.options
        metrics = theme.metrics_for(self._desk.width(), self._desk.height(), large=options.text_size == "large")
        worn = options.contrast, options.animations
        if (metrics, worn) != (self._metrics, self._worn):
            self._metrics, self._worn = metrics, worn
            theme.wear(high=options.contrast == "high", calm=options.animations == "calm")
            dress_again(self, metrics)

    def changeEvent(self, event: QEvent) -> None:
        """Another language: everything is made again, once, however many windows of Qt's tell of it."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._again.start()

    def _place(self) -> None:
        low = not self._metrics.full
        self._roomy = low and self._edit.isVisibleTo(self._desk) and self._console_state.state in UNARMED
        rects = places(self._desk.width(), self._desk.height(), self._metrics)
        if self._roomy:
            rects |= places_for_edit(rects)
        for name in ("questions", "log", "outputs"):
            self._placed[name].setVisible(not self._roomy)
        for name, rect in rects.items():
            if name in self._placed:
                self._placed[name].setGeometry(rect)
        self._preflight.place_over(rects["presets"])
        right = rects["next"].united(rects["health"])
        self._edit.setGeometry(rects.get("edit", right))
        for name, veil in self._veils.items():
            veil.setGeometry(rects[name])
            veil.raise_()
        # A low window has no room for all keys beside the hall's picture alone.
        self._overlay.setGeometry(right if self._metrics.full else right.united(rects["outputs"]))
        self._overlay.raise_()
        self._events.setGeometry(rects["next"].united(rects["health"]))
        self._events.raise_()
        self._welcome.setGeometry(rects["program"])
        self._welcome.raise_()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows walk: left and right from control to control, up and down from panel to panel."""
        key = event.key()
        if key in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            self.focusNextPrevChild(key == Qt.Key.Key_Right)
        elif key in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self._walk(1 if key == Qt.Key.Key_Down else -1)
        else:
            super().keyPressEvent(event)

    def _walk(self, by: int) -> None:
        """Gives the focus to the first control of the panel before or after."""
        panels = [self._welcome, *self._placed.values()]
        focus = self.focusWidget()
        here = next((i for i, panel in enumerate(panels) if focus is not None and panel.isAncestorOf(focus)), -by)
        for step in range(1, len(panels) + 1):
            panel = panels[(here + by * step) % len(panels)]
            for control in panel.findChildren(QWidget):
                if control.isVisible() and control.focusPolicy() & Qt.FocusPolicy.TabFocus:
                    control.setFocus(Qt.FocusReason.TabFocusReason)
                    return

    def _switched(self, action_id: str) -> object:
        """What a key hands to a switch: the other position; and to the desk: what was to be seen of the answer."""
        console_state = self._console_state
        if action_id == "slate":
            return "back" if console_state.slate is SlateKind.BLACK else "black"
        if action_id == "pattern":
            return next_pattern(console_state)
        positions = {
            "preflight": console_state.preflight_open,
            "mute_mic": console_state.mic_muted,
            "mute_avatar": console_state.avatar_muted,
            "edit": console_state.show.editing,
        }
        if action_id in (*JUDGING, "leave_out"):
            return self._questions.argument(action_id)
        if action_id == "answer_question":
            return next(iter(self._sound.queue.chosen), None)
        return not positions[action_id] if action_id in positions else None

    def emergency_keys(self) -> tuple[EmergencyKey, ...]:
        """The keys that their own process obeys when this one hangs, as they act now."""
        return self.keys.emergency_keys()

    def _use_keys(self) -> None:
        """Other keys than before, or another keyboard: they act, and everything that names one says so."""
        self._changed_keys = dict(self._console_state.show.keys)
        self._keymap = KeyMap(self._changed_keys, printed=self._legends.printed)
        print_keys(self._legends.printed, self._keymap)
        self.keys.use(self._keymap)
        self._overlay.show_map(self._keymap)
        self._edit.show_map(self._keymap)
        self._show_keys()

    def _show_keys(self) -> None:
        """The buttons show which keys live now: most are text while somebody writes."""
        keymap = self._keymap.only(self.keys.lives)
        self._actions.show_keys(keymap)
        self._program.not_heard.show_keys(keymap)
        self._next.show_keys(keymap.keys("take"))
        self._preflight.show_keys(keymap.keys("preflight"))
        self._outputs.show_keys({a: keymap.keys(a) for a in ("identify", "pattern", "replace", "preflight")})
        self._strip.show_keys(keymap.keys("lock"), keymap.keys("edit"))
        self._log.show_keys(keymap.keys("events"))
        self._events.show_keys(keymap.keys("events"))
        modes = {mode: keymap.keys("mode", mode) for mode in ("mirror", "answer", "say")}
        self._sound.show_keys(modes, {mute: keymap.keys(mute) for mute in ("mute_mic", "mute_avatar")})
        self._questions.show_keys({a: keymap.keys(a) for a in (*JUDGING, *NAMED)})
        self._sound.queue.show_keys({a: keymap.keys(a) for a in ("type_question", "answer_question")})
        lines = {str(n): keymap.keys("say_line", str(n)) for n in range(1, ON_KEYS + 1)}
        self._sound.show_line_keys(lines, keymap.keys("type_line"))

    def _on_hold(self, action_id: str, part: float) -> None:
        self._actions.show_filled(action_id, part)
        if action_id == "unlock":
            self._strip.lock.show_filled(part)

    def _open_edit(self, on: bool) -> None:
        """EDIT stands in the place of NEXT and HEALTH; in RUN no text field is there to take the keys."""
        self._edit.setVisible(on)
        self._next.setVisible(not on)
        self._health.setVisible(not on)
        self._place()
        if not on:
            self._desk.setFocus()

    def _on_left(self, widget: QWidget) -> None:
        """A panel that closes takes the focus with it: Qt gave it to LOCK, or to whatever came next by chance."""
        panel: QWidget | None = widget
        while panel is not None and panel.parentWidget() is not self._desk:
            panel = panel.parentWidget()
        if panel is not None and panel.isHidden():
            self._desk.setFocus()

    def _on_listening(self, on: bool) -> None:
        self.keys.waiting = on

    def _on_request(self, action_id: str, argument: object) -> None:
        if action_id in ("edit", "live"):
            self._edit.commit()  # what was just typed is not lost
        self.action_requested.emit(action_id, argument, self.keys.hand)

    def _on_key(self, action_id: str, argument: object) -> None:
        if action_id == "key_map":  # the window's own business
            self._overlay.setVisible(not self._overlay.isVisible())
            self._events.hide()
            return
        if action_id == "events":
            self._open_events()
            return
        if action_id == "type_question" and not self._console_state.show.locked:
            if self._sound.queue.field.isVisible():  # it is there in ANSWER only
                self._sound.queue.field.setFocus()
            else:
                told = self.tr("Questions are typed in ANSWER: press {key} first.")
                key = self._keymap.keys("mode", "answer") or said("ANSWER")
                self.refused.emit(told.format(key=key))
            return
        if action_id == "type_line" and not self._console_state.show.locked:
            if self._sound.lines.typed.isVisible():  # it is there in SAY only
                self._sound.lines.typed.setFocus()
            else:
                told = self.tr("Lines are typed in SAY: press {key} first.")
                self.refused.emit(told.format(key=self._keymap.keys("mode", "say") or said("SAY")))
            return
        if action_id == "edit_answer" and self._questions.edit():
            return
        if action_id == "edit_sentence" and self._questions.edit_next():
            return
        if action_id in ("edit", "live"):
            self._edit.commit()
        self.action_requested.emit(action_id, argument, Source.KEY)

    def _open_events(self) -> None:
        """Alarms and log, or what lies below them again."""
        self._overlay.hide()
        self._events.setVisible(self._events.isHidden())
        self._events.show_state(self._console_state)
