from __future__ import annotations

import pickle

import pytest

from console.show.actions.action import ArgumentError
from console.show.actions.table import ACTIONS
from console.show.core.enums import Mode
from console.show.core.secret_text import SecretText
from console.show.effects.show import ChangeBook, ChooseMode, Listen, SayPrepared, SayTyped, StoreApiKey


def test_a_key_says_its_line_and_turns_to_say() -> None:
    bindings = ACTIONS["say_line"].bindings
    assert [(b.keys, b.argument) for b in bindings] == [(f"Shift+{n}", str(n)) for n in range(1, 10)]
    assert ACTIONS["say_line"].effects("3") == (ChooseMode(Mode.SAY, for_lines=True), SayPrepared(3))
    assert ACTIONS["say_line"].effects(12) == (ChooseMode(Mode.SAY, for_lines=True), SayPrepared(12))


@pytest.mark.parametrize("argument", [None, "", "0", "x", "99999", True, 61, "²", "0001" + "0" * 5000])
def test_a_line_that_cannot_be_is_refused_in_one_sentence(argument: object) -> None:
    with pytest.raises(ArgumentError, match="1 to 60"):
        ACTIONS["say_line"].effects(argument)


def test_what_is_typed_is_one_line_and_not_too_long() -> None:
    typed = (ChooseMode(Mode.SAY, for_lines=True), SayTyped("good evening"))
    assert ACTIONS["say_text"].effects("  good \n evening ") == typed
    for argument in ("", "  ", None, "x" * 601):
        with pytest.raises(ArgumentError):
            ACTIONS["say_text"].effects(argument)


def test_listening_takes_a_text_with_or_without_a_voice() -> None:
    assert ACTIONS["listen"].effects("hello") == (Listen("hello"),)
    assert ACTIONS["listen"].effects({"text": "hi", "voice": "builtin:f3", "language": "en"}) == (
        Listen("hi", "builtin:f3", "en"),
    )
    assert ACTIONS["listen"].effects(None) == (Listen(""),)


def test_a_name_is_spelled_for_every_language_or_for_one() -> None:
    assert ACTIONS["pronounce"].effects({"name": "Hsu", "say": "Shoo", "table": "en"}) == (
        ChangeBook("Hsu", "Shoo", "en"),
    )
    assert ACTIONS["pronounce"].effects({"name": "Hsu", "say": ""}) == (ChangeBook("Hsu", "", "say"),)
    with pytest.raises(ArgumentError):
        ACTIONS["pronounce"].effects({"name": " ", "say": "x"})


def test_a_key_of_a_provider_shows_itself_nowhere() -> None:
    key = SecretText("gsk_secret")
    (effect,) = ACTIONS["keep_key"].effects({"provider": "groq", "key": key})
    assert effect == StoreApiKey("groq", key)
    assert "secret" not in f"{effect!r} {key} {key!r} {key:>20}"
    with pytest.raises(TypeError):
        pickle.dumps(key)
    with pytest.raises(ArgumentError):
        ACTIONS["keep_key"].effects({"provider": "groq", "key": "gsk_secret"})  # it would lie in a log by now
    assert key.reveal() == "gsk_secret"
