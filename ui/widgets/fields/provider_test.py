"""TEST of one who can be asked, with what the test found."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from console.show.state.voice_view import ProviderView
from ui import theme
from ui.theme import Role
from ui.translate import said
from ui.widgets.base import Themed
from ui.widgets.hold_button import HoldButton
from ui.widgets.text.note import Note


class ProviderTest(Themed, QWidget):
    """The button, and how fast the one who was asked answered, or why not.

    Attributes:
        found: what the last test found.

    Signals:
        test_requested(str provider): ask now.
    """

    test_requested = Signal(str)

    def __init__(self, provider: str, name: str, field: QWidget | None = None) -> None:
        """Makes it.

        Args:
            provider: its id, as `ProviderView` has it.
            name: who is asked for what, for screen readers.
            field: stands before the button; then `found` is to be placed below both. Without one it stands behind.
        """
        super().__init__()
        self.provider = provider
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        self.test = HoldButton(self.tr("TEST"), role=Role.SMALL, heights=(32, 27))
        self.test.setAccessibleName(self.tr("Test {name}").format(name=name))
        self.test.setToolTip(self.tr("Does it answer, how fast, and if not, why"))
        self.test.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.test.performed.connect(lambda: self.test_requested.emit(provider))
        self.found = Note("", colour=theme.MUTED)
        if field is not None:
            row.addWidget(field, 1)
            row.addWidget(self.test)
            self.found.setVisible(False)
        else:
            row.addWidget(self.test)
            row.addWidget(self.found, 1)
        self._beside = field is None

    @property
    def told(self) -> str:
        """What the last test found, as it stands here."""
        return self.found.text

    def show_view(self, view: ProviderView) -> None:
        """Shows what the last test found."""
        colour = {True: theme.GREEN, False: theme.AMBER, None: theme.MUTED}[view.well]
        told = self.tr("is being asked …") if view.testing else said(view.told)
        self.found.setVisible(self._beside or bool(told))
        self.found.show_text(told, theme.MUTED if view.testing else colour)
        self.test.show_as(self.tr("TEST"), theme.CHOSEN if view.testing else theme.PLAIN, "")
