"""EDIT: preset, voices, show, avatars, models, films and keys. It stands where NEXT stands, and touches no hall."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QStackedWidget, QWidget

from console.show.house import House
from console.show.rundown import Redo, Undo
from ui import theme
from ui.panels.edit_avatars import AvatarsPage
from ui.panels.edit_keys import KeysPage
from ui.panels.edit_models import ModelsPage
from ui.panels.edit_preset import PresetForm
from ui.panels.edit_render import RenderPage
from ui.panels.edit_show import ShowPage
from ui.panels.edit_voices import VoicesPage
from ui.panels.panel import Panel
from ui.theme import Role
from ui.widgets.choices import Segment, Segments
from ui.widgets.hold_button import HoldButton
from ui.widgets.words import Words
from ui.words import said


class EditPanel(Panel):
    """The pages of EDIT, and the way back from each change.

    Signals, besides those of `Panel`:
        file_requested(str item_id, str field): choose a file for a preset's field.
        move_requested(str action_id): choose where a show, a table, an avatar or the models are, or go to.
        edited(str item_id): another preset is worked on.
        listening_changed(bool): the next key is to be bound, not to act.
    """

    file_requested = Signal(str, str)
    move_requested = Signal(str)
    edited = Signal(str)
    listening_changed = Signal(bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._house = House()
        self._id = ""
        self._ids: tuple[str, ...] = ()
        self._updates: dict[QWidget, Callable[[House], None]] = {}
        self._segments = Segments(
            self.tr("Edit"),
            (
                Segment("preset", self.tr("PRESET"), self.tr("The fields of one preset")),
                Segment("voices", self.tr("VOICES"), self.tr("Who speaks, and how names are said")),
                Segment("show", self.tr("SHOW"), self.tr("The whole show: its name, its file, its table")),
                Segment("avatars", self.tr("AVATARS"), self.tr("Who can be on screen")),
                Segment("models", self.tr("MODELS"), self.tr("The neural driver's files")),
                Segment("films", self.tr("RENDER"), self.tr("Make films offline")),
                Segment("keys", self.tr("KEYS"), self.tr("Which key does what")),
                Segment("settings", self.tr("SETTINGS"), self.tr("Languages, devices, delays, storage")),
            ),
            role=Role.TINY,
            even=False,
            gap=3,
        )
        self._segments.choice_requested.connect(self.show_page)
        self.column.addWidget(self._segments)
        self._stack = QStackedWidget()
        self._pages: dict[str, QWidget] = {}
        self.preset = PresetForm()
        self.voices = VoicesPage()
        self.show_tab = ShowPage()
        self.avatars = AvatarsPage()
        self.models = ModelsPage()
        self.films = RenderPage()
        self.keys = KeysPage()
        self.add_page("preset", self.preset, lambda house: self.preset.show_item(self._id, house))
        self.add_page("voices", self.voices, lambda house: self.voices.show_item(self._id, house))
        self.add_page("show", self.show_tab, self.show_tab.show_house)
        self.add_page("avatars", self.avatars, self.avatars.show_house)
        self.add_page("models", self.models, self.models.show_house)
        self.add_page("films", self.films, self.films.show_house)
        self.add_page("keys", self.keys, self.keys.show_house)
        self._segments.button("settings").setVisible(False)  # until somebody brings the page
        self.column.addWidget(self._stack, 1)
        self.preset.change_requested.connect(lambda change: self.action_requested.emit("change", change))
        self.preset.file_requested.connect(self.file_requested)
        self.voices.change_requested.connect(lambda change: self.action_requested.emit("change", change))
        self.voices.action_requested.connect(self.action_requested)
        self.show_tab.change_requested.connect(lambda change: self.action_requested.emit("change", change))
        self.show_tab.move_requested.connect(self.move_requested)
        self.avatars.move_requested.connect(self.move_requested)
        self.avatars.action_requested.connect(self.action_requested)
        self.models.move_requested.connect(self.move_requested)
        self.models.action_requested.connect(self.action_requested)
        self.films.action_requested.connect(self.action_requested)
        self.keys.action_requested.connect(self.action_requested)
        self.keys.listening_changed.connect(self.listening_changed)

        row = QHBoxLayout()
        row.setSpacing(6)
        self._saved = Words("", Role.SMALL, colour=theme.MUTED)
        row.addWidget(self._saved, 1)
        self._undo = self._back_button(self.tr("UNDO"), self.tr("Take the last change back"), Undo())
        self._redo = self._back_button(self.tr("REDO"), self.tr("Make it again"), Redo())
        row.addWidget(self._undo)
        row.addWidget(self._redo)
        self.column.addLayout(row)
        self.show_page("preset")

    @property
    def page(self) -> str:
        """Which page is open."""
        return self._segments.chosen

    @property
    def item_id(self) -> str:
        """The preset that is worked on, or ""."""
        return self._id

    def add_page(self, key: str, page: QWidget, update: Callable[[House], None]) -> None:
        """Puts a page behind its button.

        Args:
            key: `preset`, `voices`, `show`, `avatars`, `models`, `films`, `keys` or `settings`.
            update: shows the house on it; called while it is open, up to thirty times a second.
        """
        self._stack.addWidget(page)
        self._pages[key] = page
        self._updates[page] = update
        self._segments.button(key).setVisible(True)

    def show_page(self, key: str) -> None:
        """Opens a page."""
        page = self._pages.get(key)
        if page is not None:
            self._stack.setCurrentWidget(page)
            self._segments.show_chosen(key)
            self._updates[page](self._house)

    def edit_item(self, item_id: str) -> None:
        """Works on another preset."""
        self.show_page("preset")
        self._work_on(item_id)

    def tell(self) -> None:
        """Tells what was typed and is not told yet, before EDIT closes."""
        self.preset.tell()
        self.show_tab.tell()
        self.models.tell()
        self.avatars.build.tell()

    def show_house(self, house: House) -> None:
        """Shows the open page; while EDIT is closed it costs nothing."""
        self._house = house
        view = house.show
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
        if page := self._stack.currentWidget():
            self._updates[page](house)
        self._saved.show_text(said(view.busy or view.saved), theme.AMBER if view.busy else theme.MUTED)
        self._undo.show_as(self._undo.words, theme.PLAIN if view.can_undo else theme.DIMMED, "")
        self._redo.show_as(self._redo.words, theme.PLAIN if view.can_redo else theme.DIMMED, "")

    def _work_on(self, item_id: str) -> None:
        if item_id != self._id:
            self.preset.tell()
            self._id = item_id
            self.preset.show_item(item_id, self._house)
            self.edited.emit(item_id)

    def _back_button(self, words: str, tip: str, change: Undo | Redo) -> HoldButton:
        button = HoldButton(words, role=Role.SMALL, heights=(32, 27))
        button.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        button.setAccessibleName(tip)
        button.setToolTip(tip)
        button.performed.connect(lambda: self._step_back(change))
        return button

    def _step_back(self, change: Undo | Redo) -> None:
        self.tell()
        self.action_requested.emit("change", change)
