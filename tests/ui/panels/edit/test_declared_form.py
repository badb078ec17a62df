"""Forms that are made from declarations: nothing of a field is said a second time in the window."""

from __future__ import annotations

from dataclasses import replace
from typing import Annotated

import msgspec
import pytest
from pytestqt.qtbot import QtBot

from console.show.core.field_info import Control, Declared, FieldInfo, declared
from console.show.rundown.preset import Preset
from console.show.state.settings import Options, SettingsGroup
from tests.ui.console_states import console_state
from tests.ui.i18n.conftest import languages
from ui.i18n.declared_words import words
from ui.i18n.languages import Languages
from ui.panels.edit.declared_form import DeclaredForm
from ui.panels.edit.edit_answers import AnswersPage
from ui.panels.edit.edit_preset import PresetForm
from ui.panels.edit.form import Listed, Numbered, Segmented
from ui.panels.settings.settings import SettingsPage
from ui.panels.settings.settings_form import SettingsForm
from ui.translate import declared_words
from ui.widgets.fields.fields import FileField, LineField, TextField

__all__ = ["languages"]

CONTROLS = {
    Control.SWITCH: Segmented,
    Control.SEGMENTS: Segmented,
    Control.NUMBER: Numbered,
    Control.LINE: LineField,
    Control.TEXT: TextField,
    Control.LIST: Listed,
    Control.FILE: FileField,
}
ONE_FIELD = {"width", "height"}
ELSEWHERE = {"models_source"}


class More(Options, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """The settings, with one that nobody has built a control for."""

    fade_s: Annotated[
        float, msgspec.Meta(ge=0.5, le=4.0), FieldInfo("Fade", SettingsGroup.LIMITS, unit="s", step=0.5)
    ] = 1.0


def settings_page(qtbot: QtBot) -> SettingsPage:
    page = SettingsPage()
    qtbot.addWidget(page)
    page.show_state(console_state())
    return page


def forms(page: SettingsPage) -> tuple[SettingsForm, ...]:
    return page.parts


def as_declared(form: DeclaredForm, field: Declared) -> None:
    shown = form.field(field.name)
    if isinstance(shown, Numbered):
        number = shown.number
        assert (number.minimum(), number.maximum(), number.singleStep()) == (field.least, field.most, field.info.step)
        assert number.suffix() == f" {field.info.unit}"
    elif isinstance(shown, LineField):
        assert shown.maxLength() == field.longest
    elif isinstance(shown, Segmented) and field.values:
        assert [shown.segments.button(str(each)).words for each in field.values] == [
            field.info.choices.get(str(each), (str(each), ""))[0] for each in field.values
        ]


def test_every_setting_stands_in_the_form_as_it_is_declared(qtbot: QtBot) -> None:
    page = settings_page(qtbot)
    for field in declared(Options).values():
        if field.name in ONE_FIELD | ELSEWHERE:
            continue
        (form,) = [each for each in forms(page) if field.name in each.names]
        assert isinstance(form.field(field.name), CONTROLS[field.control]), field.name
        as_declared(form, field)


def test_every_field_of_a_preset_has_the_bounds_that_are_declared(qtbot: QtBot) -> None:
    preset, answers = PresetForm(), AnswersPage()
    qtbot.addWidget(preset)
    qtbot.addWidget(answers)
    numbers = 0
    for form in (preset, answers):
        for field in declared(Preset).values():
            if field.name in form.names:
                as_declared(form, field)
                numbers += field.control is Control.NUMBER
    assert numbers == 6
    assert numbers == sum(field.control is Control.NUMBER for field in declared(Preset).values())


def test_a_setting_that_is_declared_appears_in_its_part_without_any_window_code(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(SettingsForm, "STRUCT", More)
    page = SettingsPage()
    qtbot.addWidget(page)
    shown = console_state()
    shown.settings = replace(shown.settings, options=More(fade_s=2.5))
    page.show_state(shown)
    field = page.devices.field("fade_s")
    assert isinstance(field, Numbered)
    as_declared(page.devices, declared(More)["fade_s"])
    assert field.number.value() == 2.5


@pytest.mark.parametrize("code", ["zh-Hant", "zh-Hans"])
def test_every_word_of_a_declaration_is_said_in_every_language(languages: Languages, code: str) -> None:
    languages.speak(code)
    same = [each for each in words() if declared_words(each) == each]
    units = {"dB", "ms", "s", "dBFS", "LUFS", "px", "kb/s", "720p", "1080p"}
    own = {"Groq", "INT8", "INT8+16", "FP16", "BF16", "FP32"} | units
    assert set(same) <= own
