"""What CONTRIBUTING says is all that it takes: providers of voices and of answers are added to a copy."""

from __future__ import annotations

from tests.house.source_copy import QT, Copy
from tests.house.source_copy import copy as copy

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
    copy.insert(
        settings,
        "    use_edge: Annotated[bool",
        before="""    use_parrot: Annotated[bool, FieldInfo(_ASKED, "Parrot", on=_ASKED, off=_NEVER)] = True
    parrot_model: Annotated[ModelName, FieldInfo("Speaks", "Parrot", _FREE, why=_MODEL)] = "polly"
""",
    )
    page = "ui/panels/settings/providers.py"
    copy.insert(
        page,
        "    def _make_voices(self) -> None:\n",
        after="""        self.titled("Parrot")
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
assert part.key("parrot") is not None and part.test_of("parrot") is not None
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
