"""What CONTRIBUTING says is to be touched is all that it takes: in a copy of the sources one more of each is added.

Only files that the list names are changed there; then a process of its own works with the copy.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from tests.house.source import ROOT
from tests.house.test_documents import lists_of_contributing

QT = """
import sys
from PySide6.QtWidgets import QApplication
app = QApplication([])
"""


def _linked(source: str, target: str) -> object:
    """The same file at another place; whoever changes it there writes a new one."""
    try:
        os.link(source, target)
    except OSError:
        return shutil.copy2(source, target)
    return target


@dataclass
class Copy:
    """The sources in a folder of the test's own.

    Attributes:
        root: the folder.
        changed: files that were changed or added.
    """

    root: Path
    changed: list[str] = field(default_factory=list)

    def insert(self, file: str, mark: str, *, before: str = "", after: str = "") -> None:
        """Write more before or after the one place where a file says `mark`."""
        text = (self.root / file).read_text(encoding="utf-8")
        assert text.count(mark) == 1, f"{file} says {text.count(mark)} times {mark!r}"
        self.write(file, text.replace(mark, f"{before}{mark}{after}"))

    def replace(self, file: str, pattern: str, by: str) -> None:
        """Write something else in the one place that a pattern finds."""
        text, count = re.subn(pattern, by, (self.root / file).read_text(encoding="utf-8"))
        assert count == 1, f"{file} has {count} times {pattern!r}"
        self.write(file, text)

    def write(self, file: str, text: str) -> None:
        """Write a file whole."""
        (self.root / file).unlink(missing_ok=True)
        (self.root / file).write_text(text, encoding="utf-8")
        self.changed.append(file)

    def run(self, script: str, **environment: str) -> None:
        """Let a process work with the copy."""
        room = self.root / "home"
        own = {"QT_QPA_PLATFORM": "offscreen", "COMPERE_HOME": str(room), "PYTHONPATH": str(self.root)}
        done = subprocess.run(
            [sys.executable, "-c", script],
            cwd=self.root,
            env={**os.environ, **own, **environment},
            capture_output=True,
            text=True,
            timeout=120,
        )
        assert done.returncode == 0, done.stderr[-3000:]

    def only_touched(self, what: str) -> None:
        """No file was changed but those that CONTRIBUTING's list of `what` names."""
        listed = " ".join(lists_of_contributing()[what])
        named = re.findall(r"`([\w/.]+)`", listed)
        strange = [
            file
            for file in dict.fromkeys(self.changed)
            if not any(file == name or (name.endswith("/") and file.startswith(name)) for name in named)
        ]
        assert not strange, f"the list of {what!r} does not name {strange}"


@pytest.fixture
def copy(tmp_path: Path) -> Copy:
    for room in ("console", "engine", "ui", "docs"):
        shutil.copytree(ROOT / room, tmp_path / room, copy_function=_linked)
    return Copy(tmp_path)


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
SelectionController(commands, lambda key: "", lambda: None, lambda: None).register(dispatch)
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


PARROT = """
from console.answer.tts.protocol import Speaker, TTSError

class ParrotVoice:
    name = "Parrot"
    leaves = "The text goes to the parrot."

    def __init__(self, key, model):
        self.key, self.model = key, model

    def speakers(self):
        return (Speaker("green", "Green", "en"),)

    async def warm(self):
        if not self.key():
            raise TTSError("There is no key.")

    async def speak(self, text, language, rate=1.0):
        await self.warm()
        return
        yield
"""


def test_a_voice_provider_with_a_key_and_a_model(copy: Copy) -> None:
    copy.write("console/answer/tts/parrot.py", PARROT)
    registry, settings = "console/answer/tts/registry.py", "console/show/state/settings.py"
    copy.insert(
        registry, "from console.answer.tts.edge import", before="from console.answer.tts.parrot import ParrotVoice\n"
    )
    copy.insert(
        registry,
        '        TTSProvider(\n            "edge",',
        before="""        TTSProvider(
            "parrot",
            lambda tools, speaker: ParrotVoice(lambda: tools.key("parrot"), tools.options().parrot_model),
            leaves="The text goes to the parrot.",
            option="use_parrot",
            key=KeyOwner("parrot", "PARROT_API_KEY", "Parrot"),
            model="parrot_model",
            words="Parrot",
        ),
""",
    )
    copy.insert(settings, '    EDGE = "Edge voices"\n', before='    PARROT = "Parrot"\n')
    copy.insert(
        settings,
        "    use_edge: Annotated[bool",
        before="""    use_parrot: Annotated[bool, FieldInfo(_ASKED, SettingsGroup.PARROT, on=_ASKED, off=_NEVER)] = True
    parrot_model: Annotated[ModelName, FieldInfo("Speaks", SettingsGroup.PARROT, _FREE, why=_MODEL)] = "polly"
""",
    )
    page = "ui/panels/settings/providers.py"
    copy.insert(
        page,
        "    def _make_voices(self) -> None:\n",
        after="""        self.titled(SettingsGroup.PARROT)
        self._make_key("parrot", "Parrot")
        self._make_voice("parrot", "Parrot")
""",
    )
    script = """
import asyncio
from pathlib import Path
from unittest.mock import MagicMock
from console.answer import secrets
from console.answer.text.lexicon import Lexicon
from console.answer.tts.registry import leaves_with, switches
from console.show.answers.leaving import NO_KEY, OFF
from console.show.core.state import Show
from console.settings.file import Settings, load_settings
from console.show.rundown.preset import Preset
from console.state_presenter import StatePresenter
from console.talk.providers import Providers
from console.talk.voice_service import VoiceService

secrets.keep = secrets.forget = None  # nothing is written
Path("s.toml").write_text('parrot_model = "two words"')
assert "no spaces" in load_settings(Path("s.toml"))[1]
options = Settings()
presenter = StatePresenter(Show(0.0), options, ())
voices = VoiceService(Path("run"), Path("log"), MagicMock(), presenter, lambda: options)
providers = Providers(voices, presenter, lambda: options, MagicMock(), MagicMock())

def view():
    return next(each for each in presenter.console_state.voices.providers if each.id == "parrot")

assert "parrot:green" in [each.name for each in presenter.console_state.voices.voices]
assert (view().key, view().leaves) == ("none", NO_KEY)
preset = Preset(name="P", avatar="lin", voice="parrot:green")
assert voices.leaves(preset) == []

async def look():
    providers.begin()
    await asyncio.gather(*providers._tasks)

asyncio.run(look())
assert (view().key, view().leaves) == ("environment", "The text goes to the parrot.")
assert voices.keys == {"parrot": "secret"} and voices.leaves(preset) == ["The text goes to the parrot."]
made = voices.catalog.one("parrot:green")
before = voices.catalog.voice(["parrot:green"])._key("Hello.", "en", 1.0)
mark, earlier = voices.mark, options
options = Settings(parrot_model="other")
providers.use_settings(earlier, options)
assert voices.catalog.one("parrot:green") is not made and voices.mark != mark
assert voices.catalog.voice(["parrot:green"])._key("Hello.", "en", 1.0) != before
options = Settings(use_parrot=False)
providers.show()
assert voices.names(preset) == ("builtin",) and view().leaves == OFF
from console.show.effects.show import ProbeProvider, StoreApiKey
assert providers._refusal_to_probe(ProbeProvider("parrot")) == ""
assert providers._refusal_of_key(StoreApiKey("parrot", None)) == ""
from ui.panels.settings.providers import ProvidersPart
part = ProvidersPart()
assert {"use_parrot", "parrot_model"} <= part.names
part.show_state(presenter.console_state, fixed=False)
assert part.key("parrot") is not None and part.asked("parrot") is not None
"""
    copy.run(
        QT + script,
        PARROT_API_KEY="secret",
        GROQ_API_KEY="",
        PYTHON_KEYRING_BACKEND="keyring.backends.null.Keyring",
    )
    copy.only_touched("A voice provider")


def test_a_provider_of_answers(copy: Copy) -> None:
    copy.write(
        "console/answer/llm/oracle.py",
        """
class Oracle:
    id = name = "oracle"
    leaves = source = ""
    plain = True

    async def warm(self):
        pass

    async def answer(self, asked):
        yield "It is so."
""",
    )
    config, preset = "console/answer/config.py", "console/show/rundown/preset.py"
    copy.insert(
        config,
        '    if name == "facts":\n',
        before="""    if name == "oracle":
        from console.answer.llm.oracle import Oracle

        return Oracle()
""",
    )
    copy.insert(preset, 'THINKERS = ("facts", ', after='"oracle", ')
    copy.insert("console/show/answers/abilities.py", '        "facts": bool(', before='        "oracle": True,\n')
    copy.run(
        QT
        + """
import asyncio
from pathlib import Path
from console.answer.config import config_for
from console.show.answers.abilities import Means, abilities_of
from console.show.answers.approval import Think
from console.show.rundown.preset import read_preset
from console.show.state.settings import Options
preset = read_preset('format = 5\\nname = "Q"\\navatar = "lin"\\nmode = "answer"\\nthink = "oracle"', "q")
assert abilities_of(preset, Means(Options())).think == ""
config = config_for(preset, Path("."), Options(), secret_of=lambda name: None, mark=lambda: "")

async def steps():
    return [step async for step in config.chain.answer(config.asked(Think(1, "Is it?", ())), stays=lambda: "")]

assert [step.text for step in asyncio.run(steps()) if hasattr(step, "text")][-1].strip() == "It is so."
from ui.panels.edit.edit_answers import AnswersPage
page, asked = AnswersPage(), []
page._id, page._preset = "q", preset
page.show_values(preset)
assert not page.fault("think")
assert "oracle" in page.field("think")._buttons
"""
    )
    copy.only_touched("A provider of answers")


AVATAR = """format = 1
id = "flat"
name = "Flat"
driver = "flat"
size = [640, 360]
rate = 30
licence = "CC0-1.0"
credits = ["Nobody"]
thumbnail = "thumbnail.jpg"

[flat]
grey = 40
"""


def test_a_driver(copy: Copy) -> None:
    copy.write(
        "engine/flat_driver.py",
        """
class FlatDriver:
    look_ahead_s, words, trouble, spoilt, batch, gauge = 0.0, "flat", "", 0, 1, None

    def load(self, avatar, width, height):
        self.grey, self.size = avatar.settings["grey"], (width, height)


def checked(table):
    if not 0 <= table["grey"] <= 255:
        raise ValueError
""",
    )
    copy.insert("engine/drivers.py", '"musetalk": _musetalk}', before='"flat": lambda name, ahead, neural: _flat(), ')
    copy.insert(
        "engine/drivers.py",
        "MAKERS: Mapping",
        before="""def _flat() -> Driver:
    from engine.flat_driver import FlatDriver

    return FlatDriver()


""",
    )
    copy.insert("engine/avatar.py", '"musetalk": parse_config}', before='"flat": checked, ')
    copy.insert("engine/avatar.py", "from engine.text import Text\n", before="from engine.flat_driver import checked\n")
    (copy.root / "flat").mkdir()
    (copy.root / "flat" / "avatar.toml").write_text(AVATAR)
    shutil.copy(ROOT / "avatars" / "lin" / "thumbnail.jpg", copy.root / "flat")
    copy.run("""
from pathlib import Path
from engine.drivers import make_driver
driver = make_driver(Path("flat"), 0.1, 64, 36)
assert (driver.words, driver.grey, driver.size) == ("flat", 40, (64, 36))
""")
    copy.only_touched("A driver")


def test_a_part_of_the_drawn_host(copy: Copy) -> None:
    copy.write(
        "engine/light/parts/hat.py",
        """
from PySide6.QtCore import QRectF
from engine.light.parts.brush import colour

HAT = (-200.0, -320.0, 400.0, 200.0)


def hat(art, painter):
    painter.setBrush(colour("#ff00ff"))
    painter.drawRect(QRectF(-150, -300, 300, 150))
""",
    )
    copy.insert("engine/light/art.py", 'EXTRAS = ("earrings", ', after='"hat", ')
    copy.insert("engine/light/rig.py", "import hair, headwear, ", before="import hat as hats\nfrom engine.light.parts ")
    copy.insert(
        "engine/light/rig.py", '("glasses", headwear.GLASSES', before='("hat", hats.HAT, hats.hat),\n                '
    )
    copy.run("""
import numpy as np
from engine.light.art import parse_art
from engine.light.pose import Pose
from engine.light.rig import Presenter
from engine.light.visemes import REST

def drawn(extras):
    canvas = np.zeros((360, 640, 4), np.uint8)
    Presenter(parse_art({"extras": extras}), 640, 360).draw(canvas, Pose(*[0.0] * 10), REST)
    return (canvas[..., :3] == (255, 0, 255)).all(axis=2).sum()

assert drawn(["hat"]) > 1000 and drawn([]) == 0
""")
    copy.only_touched("A part of the drawn host")


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
