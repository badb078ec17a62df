"""Lines made before the show."""

from __future__ import annotations

import asyncio
import os
from pathlib import Path

import numpy as np
import pytest

from console.answer.tts.prerender import LineStore, LineStoreError, Prerendered, line_key
from console.answer.tts.protocol import Phone, Spoken, TTSError, Word
from tests.console.answer.tts.conftest import Line, line_of
from tests.console.answer.tts.scripted import ScriptedVoice, hum

TEXT = "one two three four"


def key(text: str, language: str, rate: float) -> str:
    return line_key("script", text, text, language, rate, -20.0)


def prerendered(folder: Path, voice: ScriptedVoice, first: ScriptedVoice | None = None) -> Prerendered:
    return Prerendered(voice, first or voice, LineStore(folder), key)


def files(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def test_a_line_that_is_ready_is_spoken_from_the_store_with_its_phones(home: Path) -> None:
    live = asyncio.run(line_of(ScriptedVoice(), TEXT))
    maker = prerendered(home, ScriptedVoice())
    assert not maker.is_ready(TEXT, "en")
    asyncio.run(maker.render(TEXT, "en"))
    dead = ScriptedVoice(breaks=0)
    later = prerendered(home, dead)
    assert later.is_ready(TEXT, "en")
    line = asyncio.run(line_of(later, TEXT))
    assert not dead.asked
    assert (line.phones, line.words) == (live.phones, live.words)
    np.testing.assert_allclose(line.samples, live.samples, atol=2 / 32768)


def test_each_piece_holds_what_begins_in_it(home: Path) -> None:
    voice = prerendered(home, ScriptedVoice())
    asyncio.run(voice.render(TEXT, "en"))
    begun = 0
    for piece in asyncio.run(line_of(voice, TEXT)).pieces:
        ends = begun + len(piece.samples)
        assert all(begun <= round(phone.at_s * 48_000) < ends for phone in piece.phones)
        begun = ends


def test_a_line_that_is_not_ready_is_spoken_live(home: Path) -> None:
    voice = ScriptedVoice()
    assert asyncio.run(line_of(prerendered(home, voice), TEXT)).words
    assert voice.asked == [TEXT]
    assert not list(home.iterdir())


def test_a_line_is_made_once(home: Path) -> None:
    voice = ScriptedVoice()
    maker = prerendered(home, voice)

    async def twice() -> None:
        await maker.render(TEXT, "en")
        await maker.render(TEXT, "en")

    asyncio.run(twice())
    assert voice.asked == [TEXT]
    assert [Path(name).suffix for name in files(home)] == [".flac", ".json"]


def test_no_other_voice_is_kept_in_the_place_of_the_wanted_one(home: Path) -> None:
    maker = prerendered(home, ScriptedVoice("behind"), ScriptedVoice("wanted", breaks=2))
    with pytest.raises(TTSError):
        asyncio.run(maker.render(TEXT, "en"))
    assert not list(home.iterdir())
    with pytest.raises(TTSError, match=r"^wanted gave no sound for this line\.$"):
        asyncio.run(prerendered(home, ScriptedVoice(), ScriptedVoice("wanted")).render("  ", "en"))


def test_the_key_changes_with_all_that_is_heard() -> None:
    usual = ("edge:ava", "Shivawn", "Siobhan", "en", 1.0, -20.0)
    others = [
        ("edge:tom", *usual[1:]),
        (usual[0], "Siobhan", *usual[2:]),
        (*usual[:2], "Siobhan ", *usual[3:]),
        (*usual[:3], "de", *usual[4:]),
        (*usual[:4], 1.1, -20.0),
        (*usual[:5], -23.0),
    ]
    assert len({line_key(*each) for each in [usual, *others]}) == 7
    assert line_key(*usual) == line_key(*usual)


@pytest.mark.parametrize("damage", ["cut", "noise", "notes", "other"])
def test_a_damaged_line_is_taken_away_and_spoken_live(home: Path, damage: str) -> None:
    live = ScriptedVoice()
    voice = prerendered(home, live)
    asyncio.run(voice.render(TEXT, "en"))
    sound, notes = (home / name for name in files(home))
    if damage == "cut":
        sound.write_bytes(sound.read_bytes()[:2000])
    elif damage == "noise":
        sound.write_bytes(b"\xff" * 5000)
    elif damage == "notes":
        notes.write_bytes(b'{"samples": 7')
    else:
        notes.write_bytes(notes.read_bytes().replace(b'"format":1', b'"format":99'))
    assert asyncio.run(line_of(voice, TEXT)).lasts_s == 1.0
    assert len(live.asked) == 2
    assert not files(home)


def test_the_lines_not_used_for_longest_go_when_there_are_too_many(home: Path) -> None:
    line = Spoken(hum(1.0), (Phone(0.0, 1.0, "a"),), (Word(0.0, 1.0, 0, 1),))
    roomy = LineStore(home)
    for number, name in enumerate("abc"):
        roomy.save(name, line, "x")
        os.utime(home / f"{name}.json", (1000 + number, 1000 + number))
    assert roomy.load("a") is not None  # used just now
    size = sum(path.stat().st_size for path in home.iterdir()) // 3
    LineStore(home, most_bytes=round(3.5 * size)).save("d", line, "x")
    assert files(home) == ["a.flac", "a.json", "c.flac", "c.json", "d.flac", "d.json"]


def test_a_folder_that_cannot_be_written_is_one_sentence(home: Path) -> None:
    (home / "file").write_text("")
    with pytest.raises(LineStoreError, match=r"^The line cannot be kept in .*\(.*\)\.$"):
        LineStore(home / "file").save("k", Spoken(hum(0.1)), "x")


def test_closing_a_line_that_is_spoken_live_closes_its_voice(home: Path) -> None:
    voice = ScriptedVoice()

    async def scenario() -> None:
        line = prerendered(home, voice).speak(TEXT, "en")
        await anext(line)
        await line.aclose()

    asyncio.run(scenario())
    assert voice.closed == 1


def test_a_line_comes_back_as_it_was_kept(home: Path) -> None:
    random = np.random.default_rng(5)
    samples = np.clip(0.3 * random.standard_normal(30_011), -1, 1).astype(np.float32)
    store = LineStore(home)
    store.save("k", Spoken(samples, (Phone(0.1, 0.2, "ʃ"),)), "x")
    back = store.load("k")
    assert back is not None
    assert Line([back]).phones == [Phone(0.1, 0.2, "ʃ")]
    np.testing.assert_allclose(back.samples, samples, atol=2 / 32768)
