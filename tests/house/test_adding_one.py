"""What CONTRIBUTING says is to be touched is all that it takes: in a copy of the sources one more of each is added.

Only files that the list names are changed there; then a process of its own works with the copy.
"""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tests.house.source_copy import QT, Copy
from tests.house.source_copy import copy as copy


def test_an_action(copy: Copy) -> None:
    rows, effects = "console/show/actions/readiness.py", "console/show/effects/show.py"
    copy.insert(
        rows,
        """    Action(
        "replace",""",
        before="""    Action(
        "applaud",
        "APPLAUD",
        "Clap",
        effects=lambda argument: (Applaud(3),),
        bindings=(Binding("F9"),),
    ),
""",
    )
    copy.replace(rows, "import PlaceHall, ", "import Applaud, PlaceHall, ")
    copy.insert(
        effects,
        "@dataclass(frozen=True)\nclass ChooseSlate:",
        before="""@dataclass(frozen=True)
class Applaud:
    times: int


""",
    )
    copy.insert(effects, "    | ChooseSlate\n", after="    | Applaud\n")
    copy.insert(
        "console/selection_controller.py",
        "        dispatch.register(ChoosePa,",
        before="""        from console.show.effects.show import Applaud

        dispatch.register(Applaud, lambda effect: self._commands.applaud(effect.times))
""",
    )
    copy.insert(
        "ui/i18n/sentences/action_words.py",
        '    QT_TRANSLATE_NOOP("words", "RE-PLACE"),\n',
        before="""    QT_TRANSLATE_NOOP("words", "APPLAUD"),
    QT_TRANSLATE_NOOP("words", "Clap"),
""",
    )
    copy.run("""
from unittest.mock import MagicMock
from console.dispatch import EFFECT_TYPES, Dispatch
from console.selection_controller import SelectionController
from console.show.actions.action import Source
from console.show.actions.table import ACTIONS
from console.show.core.action_desk import ActionDesk
from console.show.core.state import Show
from console.show.effects.show import Applaud
assert Applaud in EFFECT_TYPES
commands, dispatch = MagicMock(), Dispatch()
assert Applaud in dispatch.missing()
SelectionController(commands, lambda kind, key: 0, lambda key: "", lambda: None, lambda: None).register(dispatch)
assert Applaud not in dispatch.missing()
(effect,) = ACTIONS["applaud"].effects(None)
assert dispatch.validate(effect) == ""
dispatch.execute(effect)
commands.applaud.assert_called_once_with(3)
from ui import translate
assert translate.known("APPLAUD") and translate.known("Clap")
""")
    copy.only_touched("An action")


def test_a_field_of_a_preset(copy: Copy) -> None:
    from console.show.rundown.preset import FORMAT

    preset = "console/show/rundown/preset.py"
    copy.replace(preset, r"\nFORMAT = \d+\n", f"\nFORMAT = {FORMAT + 1}\n")
    copy.insert(preset, '    note: Line = ""\n', before='    lights: Line = ""\n')
    copy.insert(
        preset,
        "MIGRATIONS: Mapping",
        before="""def _lights(table: dict[str, Any]) -> dict[str, Any]:
    return table


""",
    )
    copy.replace(preset, r"(\n    \d+: _from_\d+,\n)(\}\n)", rf"\1    {FORMAT}: _lights,\n\2")
    copy.insert(
        "ui/panels/edit/edit_preset.py",
        '        self.limited("note",',
        before='        self.limited("lights", "Lights", "what the lights do")\n',
    )
    copy.insert("docs/PRESETS.md", "| `note`, `colour` |", before="| `lights` | what the lights do | none |\n")
    copy.run(
        QT
        + f"""
from console.rundown.show_file import preset_text
from console.show.rundown.field_faults import refusal
from console.show.rundown.preset import FORMAT, read_preset, with_field
from console.show.rundown.rundown import Item, Rundown, SetField
from console.show.rundown.rundown_csv import from_csv, to_csv
assert FORMAT == {FORMAT + 1}
old = read_preset('format = {FORMAT}\\nname = "Gala"\\navatar = "lin"', "old")
assert (old.lights, old.format) == ("", FORMAT)
warm = with_field(old, "lights", "warm")
assert read_preset(preset_text(warm), "new") == warm and "warm" in preset_text(warm)
rundown = Rundown((Item("gala", warm),))
assert "lights" in to_csv(rundown).splitlines()[0] and from_csv(to_csv(rundown), rundown, "lin").items == rundown.items
cold = from_csv("id,name,lights\\ngala,Gala,cold", rundown, "lin")
assert cold.items[0].preset.lights == "cold"
assert refusal(old, "lights", "x" * 201) and not refusal(old, "lights", "x")
from ui.panels.edit.edit_preset import PresetForm
form, changes = PresetForm(), []
form.change_requested.connect(changes.append)
form._id, form._preset = "gala", warm
form.show_values(warm)
assert form.field("lights").text() == "warm"
form.request("lights", "blue")
assert changes == [SetField("gala", "lights", "blue")]
form.request("lights", "x" * 201)
assert form.fault("lights") and len(changes) == 1
"""
    )
    copy.only_touched("A field of a preset")


def test_a_setting(copy: Copy) -> None:
    copy.insert(
        "console/show/state/settings.py",
        "    loudness_lufs: Annotated[\n",
        before="""    fade_s: Annotated[
        float, msgspec.Meta(ge=0.5, le=4.0), FieldInfo("Fade", SettingsGroup.LIMITS, unit="s", step=0.5)
    ] = 1.0
""",
    )
    copy.run(
        QT
        + """
from pathlib import Path
from console.settings.file import load_settings
from console.show.state.settings import Options
from console.show.state.settings_rules import OptionError, changed
from ui.panels.settings.settings import SettingsPage
Path("s.toml").write_text("fade_s = 9.0")
settings, fault = load_settings(Path("s.toml"))
assert settings.fade_s == 1.0 and "between 0.5 and 4 s" in fault, fault
Path("s.toml").write_text("fade_s = 2.5")
assert load_settings(Path("s.toml"))[0].fade_s == 2.5
try:
    changed(Options(), {"fade_s": 0.1})
except OptionError as refused:
    assert "between 0.5 and 4 s" in str(refused)
else:
    raise AssertionError
assert changed(Options(), {"fade_s": 3.0}).fade_s == 3.0
number = SettingsPage().devices.field("fade_s").number
assert (number.minimum(), number.maximum(), number.singleStep(), number.suffix()) == (0.5, 4.0, 0.5, " s")
from ui.i18n.declared_words import words
assert "Fade" in list(words())
"""
    )
    copy.only_touched("A setting")


def test_a_language(copy: Copy) -> None:
    copy.write(
        "ui/i18n/compere_fr.ts",
        """<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="fr" sourcelanguage="en">
<context><name>words</name>
<message><source>Change settings, in STANDBY</source><translation>Changer les réglages</translation></message>
</context></TS>
""",
    )
    codes = "ui/i18n/codes.py"
    copy.insert(codes, "LANGUAGES = (ENGLISH, ", after='Language("fr", "Français", "fr"), ')
    copy.insert(codes, '        if parts[0] == "en":', before='        if parts[0] == "fr":\n            return "fr"\n')
    copy.insert("console/show/state/settings.py", 'Literal["", "en", ', after='"fr", ')
    copy.run(
        QT
        + """
from pathlib import Path
from unittest.mock import MagicMock
from console.command_line import language
from console.settings.file import load_settings
from ui.i18n.codes import language_of
from ui.i18n.languages import Languages
from ui.display.fonts import families
assert language_of(["fr-CA", "en"]) == "fr" and families("fr")[0] == "Inter"
Path("s.toml").write_text('language = "fr"')
settings, fault = load_settings(Path("s.toml"))
assert (settings.language, fault) == ("fr", None)
from ui.translate import said
languages = Languages(app, Path("cache"), MagicMock())
assert languages.speak(settings.language) == "fr" and said("Change settings, in STANDBY").startswith("Changer")
language.speak(language.wanted(["--language", "fr"], ""))
assert language.say("Change settings, in STANDBY").startswith("Changer") and "fr" in language.CHOICES
from ui.panels.settings.settings import SettingsPage
assert "Français" in str([choice.words for choice in SettingsPage().program.field("language")._choices])
"""
    )
    copy.only_touched("A language")


@pytest.mark.parametrize("work", [lambda copy: copy.write("console/app.py", "")])
def test_a_file_that_the_list_does_not_name_is_found(copy: Copy, work: Callable[[Copy], None]) -> None:
    work(copy)
    with pytest.raises(AssertionError, match=r"does not name \['console/app.py'\]"):
        copy.only_touched("A setting")
