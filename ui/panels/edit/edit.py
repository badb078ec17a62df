"""EDIT: presets, show, avatars, models, films, keys, settings. It stands where NEXT stands, and touches no hall."""

from __future__ import annotations

from collections.abc import Callable
from functools import cached_property
from typing import TypeVar

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QStackedWidget, QWidget

from console.show.core.keymap import KeyMap
from console.show.rundown.rundown import Redo, Undo
from console.show.state.console_state import ConsoleState
from ui import theme
from ui.panels.edit.edit_answers import AnswersPage
from ui.panels.edit.edit_avatars import AvatarsPage
from ui.panels.edit.edit_keys import KeysPage
from ui.panels.edit.edit_models import ModelsPage
from ui.panels.edit.edit_preset import PresetForm
from ui.panels.edit.edit_render import RenderPage
from ui.panels.edit.edit_show import ShowPage
from ui.panels.edit.edit_voices import VoicesPage
from ui.panels.panel import Panel
from ui.panels.settings.settings import SettingsPage
from ui.theme import Role
from ui.translate import said
from ui.widgets.base import Themed, apply_to_all
from ui.widgets.fields.choices import ChoiceButton, Segments
from ui.widgets.hold_button import HoldButton
from ui.widgets.text.note import Note
from ui.widgets.text.outcome import OutcomeLine

Page = TypeVar("Page", bound=QWidget)

OF_A_PRESET = ("preset", "answers", "voices")
"""Pages about one preset; a press on another one's tile stays on them."""

OF_THE_SHOW = ("show", "avatars")
"""Others that change the show: UNDO takes their changes back, and those of no other page."""


class EditPanel(Panel):
    """The pages of EDIT, and the way back from each change. A page is made when it is opened for the first time.

    Signals, besides those of `Panel`:
        file_requested(str item_id, str field): choose a file for a preset's field.
        move_requested(str action_id): choose where a show, a table, an avatar or the models are, or go to.
        slate_picture_requested(): choose a picture for the slate.
        folder_requested(str option): choose a folder for a setting.
        edited(str item_id): another preset is worked on.
        listening_changed(bool): the next key is to be bound, not to act.
    """

    file_requested = Signal(str, str)
    move_requested = Signal(str)
    slate_picture_requested = Signal()
    folder_requested = Signal(str)
    edited = Signal(str)
    listening_changed = Signal(bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._console_state = ConsoleState()
        self._keymap = KeyMap()
        self._id = ""
        self._ids: tuple[str, ...] = ()
        self._segments = Segments(
            self.tr("Edit"),
            (
                ChoiceButton("preset", self.tr("PRESET"), self.tr("The fields of one preset")),
                ChoiceButton("show", self.tr("SHOW"), self.tr("The whole show: its name, its file, its table")),
                ChoiceButton("avatars", self.tr("AVATARS"), self.tr("Who can be on screen")),
                ChoiceButton("models", self.tr("MODELS"), self.tr("The neural driver's files")),
                ChoiceButton("films", self.tr("RENDER"), self.tr("Make films offline")),
                ChoiceButton("keys", self.tr("KEYS"), self.tr("Which key does what")),
                ChoiceButton("settings", self.tr("SETTINGS"), self.tr("Languages, devices, delays, storage")),
            ),
            role=Role.TINY,
            even=False,
            gap=3,
        )
        self._segments.choice_requested.connect(self.show_page)
        self._segments.show_chosen("preset")
        self.column.addWidget(self._segments)
        self._of_preset = Segments(
            self.tr("Preset"),
            (
                ChoiceButton(
                    "preset", self.tr("ON STAGE"), self.tr("Who is on screen, what drives them, what is heard")
                ),
                ChoiceButton("answers", self.tr("ANSWERS"), self.tr("Who answers in this preset, from what, and when")),
                ChoiceButton("voices", self.tr("VOICES"), self.tr("Who speaks, and how names are said")),
            ),
            role=Role.TINY,
            gap=3,
        )
        self._of_preset.choice_requested.connect(self.show_page)
        self._of_preset.show_chosen("preset")
        self.column.addWidget(self._of_preset)
        self.outcome = OutcomeLine()
        self.column.addWidget(self.outcome)
        self._stack = QStackedWidget()
        self.column.addWidget(self._stack, 1)
        self._pages: dict[str, tuple[Callable[[], QWidget], Callable[[ConsoleState], None]]] = {
            "preset": (lambda: self.preset, lambda console_state: self.preset.show_item(self._id, console_state)),
            "answers": (lambda: self.answers, lambda console_state: self.answers.show_item(self._id, console_state)),
            "voices": (lambda: self.voices, lambda console_state: self.voices.show_item(self._id, console_state)),
            "show": (lambda: self.show_tab, lambda console_state: self.show_tab.show_state(console_state)),
            "avatars": (lambda: self.avatars, lambda console_state: self.avatars.show_state(console_state)),
            "models": (lambda: self.models, lambda console_state: self.models.show_state(console_state)),
            "films": (lambda: self.films, lambda console_state: self.films.show_state(console_state)),
            "keys": (lambda: self.keys, lambda console_state: None),
            "settings": (lambda: self.settings, lambda console_state: self.settings.show_state(console_state)),
        }

        self._way_back = QWidget()
        row = QHBoxLayout(self._way_back)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        self._saved = Note("")
        row.addWidget(self._saved, 1)
        self._undo = self._back_button(self.tr("UNDO"), self.tr("Take the last change back"), Undo())
        self._redo = self._back_button(self.tr("REDO"), self.tr("Make it again"), Redo())
        row.addWidget(self._undo)
        row.addWidget(self._redo)
        self.column.addWidget(self._way_back)

    def show_map(self, keymap: KeyMap) -> None:
        """Shows these keys on their page."""
        self._keymap = keymap
        if "keys" in self.__dict__:
            self.keys.show_map(keymap)

    # -- pages ------------------------------------------------------------------------------------------------

    @cached_property
    def preset(self) -> PresetForm:
        """The preset's fields."""
        page = PresetForm()
        page.change_requested.connect(self._change)
        page.file_requested.connect(self.file_requested)
        return self._placed(page)

    @cached_property
    def answers(self) -> AnswersPage:
        """What the preset answers with."""
        page = AnswersPage()
        page.change_requested.connect(self._change)
        page.file_requested.connect(self.file_requested)
        return self._placed(page)

    @cached_property
    def voices(self) -> VoicesPage:
        """Who speaks in the preset."""
        page = VoicesPage()
        page.change_requested.connect(self._change)
        page.action_requested.connect(self.action_requested)
        return self._placed(page)

    @cached_property
    def show_tab(self) -> ShowPage:
        """The whole show."""
        page = ShowPage()
        page.change_requested.connect(self._change)
        page.move_requested.connect(self.move_requested)
        return self._placed(page)

    @cached_property
    def avatars(self) -> AvatarsPage:
        """Who can be on screen."""
        page = AvatarsPage()
        page.move_requested.connect(self.move_requested)
        page.action_requested.connect(self.action_requested)
        return self._placed(page)

    @cached_property
    def models(self) -> ModelsPage:
        """The neural driver's files."""
        page = ModelsPage()
        page.move_requested.connect(self.move_requested)
        page.action_requested.connect(self.action_requested)
        return self._placed(page)

    @cached_property
    def films(self) -> RenderPage:
        """Films made offline."""
        page = RenderPage()
        page.action_requested.connect(self.action_requested)
        return self._placed(page)

    @cached_property
    def keys(self) -> KeysPage:
        """Which key does what."""
        page = KeysPage()
        page.show_map(self._keymap)
        page.action_requested.connect(self.action_requested)
        page.listening_changed.connect(self.listening_changed)
        return self._placed(page)

    @cached_property
    def settings(self) -> SettingsPage:
        """What the machine is."""
        page = SettingsPage()
        page.action_requested.connect(self.action_requested)
        page.slate_picture_requested.connect(self.slate_picture_requested)
        page.folder_requested.connect(self.folder_requested)
        return self._placed(page)

    def _placed(self, page: Page) -> Page:
        """A page that was just made, in its place and with the sizes of this window."""
        self._stack.addWidget(page)
        if isinstance(page, Themed):
            page.apply_metrics(self.metrics)
        apply_to_all(page, self.metrics)
        return page

    @property
    def page(self) -> str:
        """Which page is open."""
        chosen = self._segments.chosen
        return self._of_preset.chosen if chosen == "preset" else chosen

    @property
    def item_id(self) -> str:
        """The preset that is worked on, or ""."""
        return self._id

    def show_page(self, key: str) -> None:
        """Opens a page."""
        page, update = self._pages[key]
        self._stack.setCurrentWidget(page())
        about_one = key in OF_A_PRESET
        self._segments.show_chosen("preset" if about_one else key)
        if about_one:
            self._of_preset.show_chosen(key)
        self._of_preset.setVisible(about_one)
        self._way_back.setVisible(about_one or key in OF_THE_SHOW)
        update(self._console_state)

    def edit_item(self, item_id: str) -> None:
        """Works on another preset."""
        if self.page not in OF_A_PRESET:
            self.show_page("preset")
        self._work_on(item_id)

    def commit(self) -> None:
        """Commits what was typed and is not committed yet, before EDIT closes."""
        made = vars(self)
        for name in ("preset", "answers", "show_tab", "models", "settings"):
            if name in made:
                made[name].commit()
        if "avatars" in made:
            self.avatars.build.commit()

    def show_state(self, console_state: ConsoleState) -> None:
        """Shows the open page; while EDIT is closed it costs nothing."""
        self._console_state = console_state
        view = console_state.show
        if not view.editing:
            return
        ids = tuple(item.id for item in view.rundown.items)
        if ids != self._ids:
            fresh = [item_id for item_id in ids if item_id not in self._ids]
            first, self._ids = not self._ids, ids
            if len(fresh) == 1 and not first:
                self._work_on(fresh[0])  # a new one, or a copy: that is what one wants to work on
        if self._id not in ids:
            likely = (view.cues.next, view.cues.current, *ids)
            self._work_on(next((item_id for item_id in likely if item_id in ids), ""))
        self.show_page(self.page)
        colour = theme.AMBER if view.busy or view.save_failed else theme.MUTED
        self._saved.show_text(said(view.busy or view.saved), colour)
        self.outcome.show_outcome(view.move_number, said(view.moved), failed=view.move_failed)
        self._undo.show_as(self._undo.words, theme.PLAIN if view.can_undo else theme.DIMMED, "")
        self._redo.show_as(self._redo.words, theme.PLAIN if view.can_redo else theme.DIMMED, "")

    def _work_on(self, item_id: str) -> None:
        if item_id != self._id:
            for name in ("preset", "answers"):
                if name in vars(self):
                    vars(self)[name].commit()  # what was typed belongs to the one before
            self._id = item_id
            self._pages[self.page][1](self._console_state)
            self.edited.emit(item_id)

    def _change(self, change: object) -> None:
        self.action_requested.emit("change", change)

    def _back_button(self, words: str, tip: str, change: Undo | Redo) -> HoldButton:
        button = HoldButton(words, role=Role.SMALL, heights=(32, 27))
        button.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        button.setAccessibleName(tip)
        button.setToolTip(tip)
        button.performed.connect(lambda: self._step_back(change))
        return button

    def _step_back(self, change: Undo | Redo) -> None:
        self.commit()
        self.action_requested.emit("change", change)
