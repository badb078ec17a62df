"""Voices as a preset names them."""

from __future__ import annotations

import asyncio
import contextlib
import itertools
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from console.answer.text.lexicon import Lexicon, entry_of
from console.answer.tts.fallback import FellBack
from console.answer.tts.local.align import EspeakPhones, stretched, without_pauses
from console.answer.tts.local.client import TTSClient
from console.answer.tts.prerender import LineStore
from console.answer.tts.protocol import Floats, Phone, TTSError, language_of
from console.answer.tts.voice_catalog import VoiceCatalog
from console.show.state.settings import Options
from tests.console.answer.tts.conftest import Run, line_of
from tests.console.answer.tts.test_level import loudness

BOOK = Lexicon([entry_of("Siobhan", "Shivawn [[ʃɪˈvɔːn]]")])


class Show:
    """A cast and what it told."""

    def __init__(self, child: TTSClient, folder: Path) -> None:
        self.told: list[FellBack] = []
        self.target = -20.0
        self.options = Options()
        self.catalog = VoiceCatalog(
            child,
            book=lambda: BOOK,
            target_lufs=lambda: self.target,
            fell_back=self.told.append,
            key=lambda provider: "",
            options=lambda: self.options,
            store=LineStore(folder / "lines"),
            voice_files=folder / "voices",
        )


@pytest.fixture
def show(child: TTSClient, home: Path) -> Show:
    return Show(child, home)


def test_a_voice_without_its_key_is_followed_by_the_built_in_one(run: Run[Any], show: Show) -> None:
    line = run(line_of(show.catalog.voice(["groq:hannah"]), "Please welcome Siobhan."))
    assert "ʃɪvɔːn" in line.ipa
    assert [each.sentence for each in show.told] == [
        "The voice Groq fell silent: Built-in speaks on. "
        "There is no key for Groq: enter one in SETTINGS, or choose another voice."
    ]


def test_nobody_named_is_the_built_in_voice(run: Run[Any], show: Show) -> None:
    assert run(line_of(show.catalog.voice([""]), "Hello.")).ipa.startswith("həloʊ")
    assert not show.told


def test_lines_are_as_loud_as_the_preset_wants_from_the_first_one_on(run: Run[Any], show: Show) -> None:
    for target in (-23.0, -18.0):
        show.target = target
        line = run(
            line_of(show.catalog.voice(["builtin"]), "Good evening, ladies and gentlemen, and welcome to the hall.")
        )
        assert abs(loudness(line.samples) - target) < 2.0
        assert np.abs(line.samples).max() <= 10 ** (-1 / 20) + 1e-4


def test_a_rendered_line_needs_no_process(run: Run[Any], show: Show, child: TTSClient) -> None:
    voice = show.catalog.voice(["builtin:f3"])
    run(voice.render("Please welcome Siobhan.", "en"))
    assert voice.is_ready("Please welcome Siobhan.", "en")
    live = run(line_of(show.catalog.one("builtin:f3"), "Please welcome Siobhan."))
    kept = asyncio.run(line_of(voice, "Please welcome Siobhan."))  # on a loop where the process cannot be reached
    assert kept.ipa == live.ipa
    show.target = -30.0
    assert not voice.is_ready("Please welcome Siobhan.", "en")


LONG = "And this goes on and on, and on, and on. " * 20


def test_closing_a_line_reaches_the_process_through_all_that_is_put_around_a_voice(
    run: Run[Any], show: Show, child: TTSClient
) -> None:
    async def scenario() -> None:
        line = show.catalog.voice(["builtin"]).speak(LONG, "en")
        await anext(line)
        assert len(child._open) == 1
        await line.aclose()
        assert not child._open

    run(scenario())
    assert not show.told


def test_cancelling_who_listens_stops_the_line_as_well(run: Run[Any], show: Show, child: TTSClient) -> None:
    async def scenario() -> None:
        heard = asyncio.Event()

        async def turn() -> None:
            async with contextlib.aclosing(show.catalog.voice(["builtin"]).speak(LONG, "en")) as line:
                async for _ in line:
                    heard.set()
                    await asyncio.sleep(0)

        task = asyncio.create_task(turn())
        await heard.wait()
        task.cancel()
        await asyncio.wait([task])
        assert task.cancelled()
        assert not child._open

    run(scenario())
    assert not show.told


def test_the_operator_listens_without_the_hall(run: Run[Any], show: Show) -> None:
    heard: list[Floats] = []
    run(show.catalog.listen("builtin", "Siobhan", "en", heard.append))
    assert 0.3 < sum(map(len, heard)) / 48_000 < 2


def test_an_unknown_voice_is_one_sentence(show: Show) -> None:
    with pytest.raises(TTSError, match=r"^There is no voice siri: it is one of builtin, piper, edge, groq\.$"):
        show.catalog.voice(["siri:1"])


def test_all_choices_have_names_that_can_be_chosen(show: Show, home: Path) -> None:
    (home / "voices").mkdir()
    (home / "voices" / "zh_CN-huayan-medium.onnx").touch()
    names = [each.name for each in show.catalog.choices()]
    assert {"builtin", "builtin:f3", "edge:zh-TW-HsiaoChenNeural", "groq:hannah", "piper:zh_CN-huayan-medium"} <= set(
        names
    )
    for name in names:
        assert show.catalog.one(name).leaves.endswith(".")


def test_the_phones_of_a_word_are_stretched_over_its_span(run: Run[Any], child: TTSClient) -> None:
    guess = EspeakPhones(child)
    phones = run(guess.phones("welcome", "en", 2.0, 3.0))
    assert "".join(phone.ipa for phone in phones).replace("ˈ", "") == "wɛlkʌm"
    assert phones[0].at_s == 2.0 and abs(phones[-1].until_s - 3.0) < 1e-9
    assert all(a.until_s == pytest.approx(b.at_s) for a, b in itertools.pairwise(phones))
    again = run(guess.phones("welcome", "en", 0.0, 0.1))
    assert [phone.ipa for phone in again] == [phone.ipa for phone in phones]


def test_a_word_that_nothing_is_known_of_has_no_phones(run: Run[Any], child: TTSClient) -> None:
    assert run(EspeakPhones(child).phones("…", "en", 0.0, 1.0)) == ()
    assert run(EspeakPhones(child).phones("nuqneH", "tlh2", 0.0, 1.0)) == ()
    assert stretched((), 0, 1) == ()


def test_pauses_around_a_word_do_not_count() -> None:
    phones = [Phone(0, 1, ""), Phone(1, 2, "a"), Phone(2, 3, ""), Phone(3, 4, "b"), Phone(4, 5, "")]
    assert without_pauses(phones) == tuple(phones[1:4])


@pytest.mark.parametrize(
    ("tag", "spoken"),
    [("zh-TW", "cmn"), ("zh", "cmn"), ("zh_CN", "cmn"), ("zh-Hant-HK", "yue"), ("yue", "yue"), ("EN-us", "en")],
)
def test_a_tag_names_what_is_spoken(tag: str, spoken: str) -> None:
    assert language_of(tag) == spoken


def test_a_line_that_another_groq_model_made_is_not_taken_for_this_ones(show: Show) -> None:
    def key(name: str) -> str:
        return show.catalog.voice([name])._key("Good evening.", "en", 1.0)

    before, plain = key("groq:hannah"), key("builtin")
    show.options = Options(groq_voice_model="another/voice")
    assert key("groq:hannah") != before and key("builtin") == plain
    show.options = Options(groq_voice_model="another/voice", groq_url="http://proxy.example/v1")
    again = key("groq:hannah")
    show.options = Options(groq_voice_model="another/voice")
    assert key("groq:hannah") == again, "where it is asked changes nothing of how it sounds"


def test_a_voice_is_made_again_when_the_settings_are_others_that_it_is_made_with(show: Show) -> None:
    made, plain = show.catalog.one("groq:hannah"), show.catalog.one("builtin")
    assert show.catalog.one("groq:hannah") is made, "it learns its level"
    show.options = Options(groq_url="http://proxy.example/v1")
    assert show.catalog.one("groq:hannah") is not made and show.catalog.one("builtin") is plain
