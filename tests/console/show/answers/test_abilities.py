"""What a preset can do now, judged from what is set up: no key, no model, no facts."""

from __future__ import annotations

import pytest

from console.show.answers.abilities import NOBODY_HEARS, NOBODY_THINKS, Means, abilities_of, who_hears, who_thinks
from console.show.core.enums import Mode
from console.show.rundown.preset import Preset
from console.show.state.settings import Options

QUIZ = Preset(name="Quiz", avatar="lin", mode=Mode.ANSWER, facts="quiz.md")
SERVER = Options(server_url="http://127.0.0.1:9/v1", server_model="chat", server_hear_model="whisper-1")


def quiz(**fields: object) -> Preset:
    return Preset(**({"name": "Quiz", "avatar": "lin", "mode": Mode.ANSWER} | fields))  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("means", "heard"),
    [
        (Means(Options()), ()),
        (Means(Options(), {"groq"}), ("groq",)),
        (Means(Options(use_groq=False), {"groq"}), ()),
        (Means(SERVER), ("server",)),
        (Means(Options(server_url="http://x/v1")), ()),
        (Means(Options(whisper_folder="/models/base")), ("local",)),
        (Means(Options(whisper_folder="/gone"), (), "There is no folder /gone."), ()),
    ],
)
def test_who_can_be_asked_to_hear(means: Means, heard: tuple[str, ...]) -> None:
    assert who_hears(("groq", "server", "local"), means) == heard
    assert bool(abilities_of(QUIZ, means).hear) is not bool(heard)


@pytest.mark.parametrize(
    ("preset", "means", "thought"),
    [
        (QUIZ, Means(Options()), ("facts",)),
        (quiz(think="facts groq"), Means(Options()), ()),
        (quiz(think="facts groq", facts_text="# Where?\nHere."), Means(Options()), ("facts",)),
        (quiz(think="groq"), Means(Options(), {"groq"}), ("groq",)),
        (quiz(think="groq"), Means(Options(use_groq=False), {"groq"}), ()),
        (quiz(think="server"), Means(SERVER), ("server",)),
    ],
)
def test_who_can_be_asked_for_an_answer(preset: Preset, means: Means, thought: tuple[str, ...]) -> None:
    assert who_thinks(preset, means) == thought
    assert abilities_of(preset, means).think == ("" if thought else NOBODY_THINKS)


def test_the_reason_is_the_nearest_one() -> None:
    broken = Means(Options(whisper_folder="/gone"), (), "There is no folder /gone.")
    assert abilities_of(QUIZ, broken).hear == "There is no folder /gone."
    assert abilities_of(quiz(hear="groq"), broken).hear == NOBODY_HEARS, "Whisper was not asked for"
    assert abilities_of(QUIZ, Means(Options()), "quiz.md is not there.").think == "quiz.md is not there."
