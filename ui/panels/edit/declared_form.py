"""A form that is made from the declarations of a struct: what a field is called, what it may hold, and in what unit."""

from __future__ import annotations

from collections.abc import Callable, Mapping

import msgspec

from console.show.core.field_info import Control, Declared, declared
from ui.panels.edit.form import Form
from ui.translate import declared_words
from ui.widgets.fields.choices import ChoiceButton
from ui.widgets.fields.fields import LineField
from ui.widgets.fields.number_field import NumberField


class DeclaredForm(Form):
    """Fields with the bounds that their struct declares.

    Attributes:
        declared: the fields of the struct by name, in its order.
    """

    def __init__(self, struct: type[msgspec.Struct], judge: Callable[[str, object], str]) -> None:
        """Makes an empty one.

        Args:
            struct: whose fields it shows.
            judge: as in `Form`.
        """
        super().__init__(judge)
        self.declared: Mapping[str, Declared] = declared(struct)

    def fields(self, section: str) -> None:
        """All fields of a section, each as it is declared."""
        for field in self.declared.values():
            if field.info.section == section:
                self.place(field)

    def titled(self, section: str) -> None:
        """A section's title, and all its fields."""
        self.section(declared_words(section))
        self.fields(section)

    def place(self, field: Declared) -> None:
        """Make one field; a form whose field needs more than a control of its own does it here."""
        name, words, tip = field.name, declared_words(field.info.title), declared_words(field.info.hint)
        called = self.called(field)
        match field.control:
            case Control.SWITCH:
                on, off = declared_words(field.info.on), declared_words(field.info.off)
                self.switch(name, words, on, off, called=called)
            case Control.SEGMENTS:
                self.segments(name, words, self.offered(field), values=field.values, called=called)
            case Control.NUMBER:
                self.bounded(name, words, tip)
            case Control.LIST:
                self.listed(name, words, tip, declared_words(field.info.none), called=called)
            case Control.FILE:
                self.file(name, words)
            case Control.TEXT:
                self.text(name, words, tip)
            case Control.LINE:
                self.limited(name, words, tip).setAccessibleName(called)

    def called(self, field: Declared) -> str:
        """What screen readers call a field."""
        return declared_words(field.info.called or field.info.title)

    def offered(self, field: Declared) -> tuple[ChoiceButton, ...]:
        """The values of a field, with what each is called and means."""
        found = []
        for value in map(str, field.values):
            words, tip = field.info.choices.get(value, (value, field.info.hint))
            found.append(ChoiceButton(value, declared_words(words), declared_words(tip)))
        return tuple(found)

    def bounded(self, name: str, words: str, tip: str) -> NumberField:
        """A number within the bounds that are declared, in its unit."""
        field = self.declared[name]
        assert field.least is not None and field.most is not None, f"{name} has no bounds"
        unit = declared_words(field.info.unit)
        return self.number(name, words, tip, field.least, field.most, unit, step=field.info.step)

    def limited(self, name: str, words: str, hint: str) -> LineField:
        """One line of text, as long as is declared."""
        longest = self.declared[name].longest
        assert longest, f"{name} has no length"
        return self.line(name, words, hint, longest)
