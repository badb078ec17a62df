"""The map of the keys: the defaults agree, and no change makes a key mean two things."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from console.settings.key_bindings import load_keys, save_keys
from console.show.core.keymap import KEPT, KeyMap, in_words, normal

PLACES = [each.place for each in KeyMap().bound]


def test_no_two_defaults_mean_something_at_the_same_moment() -> None:
    keys = KeyMap()
    for each in keys.bound:
        assert keys.conflict(each.place, each.binding.keys) == ""


def test_a_key_that_another_action_has_is_refused_by_its_name() -> None:
    assert "INTERRUPT" in KeyMap().conflict(("take", 0), "Space")
    assert "MODE mirror" in KeyMap().conflict(("take", 0), "m")


def test_keys_of_different_moments_may_be_the_same() -> None:
    keys = KeyMap()
    assert keys.conflict(("leave_panic", 0), "F12") == ""
    assert keys.conflict(("unlock", 0), "L") == ""


def test_a_key_may_be_given_once_its_owner_has_another() -> None:
    keys = KeyMap().with_key(("interrupt", 0), "I")
    assert keys.conflict(("take", 0), "Space") == ""
    assert keys.keys("interrupt") == "I"


def test_the_default_comes_back() -> None:
    keys = KeyMap().with_key(("take", 0), "J").with_key(("take", 0), "")
    assert keys.keys("take") == "Enter" and not any(each.changed for each in keys.bound)


@pytest.mark.parametrize("keys", KEPT)
def test_the_keys_that_walk_through_the_window_are_not_given_away(keys: str) -> None:
    assert KeyMap().conflict(("take", 0), keys)


@pytest.mark.parametrize(
    ("keys", "written"),
    [("ctrl+e", "Ctrl+E"), ("Shift+Ctrl+Return", "Ctrl+Shift+Return"), ("+", "+"), ("Ctrl++", "Ctrl++"), ("", ""),
     ("Hyper+E", ""), ("é", "É"), ("F12", "F12")],
)  # fmt: skip
def test_a_key_has_one_way_of_being_written(keys: str, written: str) -> None:
    assert normal(keys) == written


def test_a_key_is_called_what_is_printed_on_it() -> None:
    assert in_words("Ctrl+Return") == "Ctrl+Enter"
    assert KeyMap().keys("next", "7") == "7" and KeyMap().keys("nothing") == ""


@given(st.lists(st.tuples(st.sampled_from(PLACES), st.sampled_from(["Space", "F12", "Q", "ctrl+q", "Esc", "1", "?"]))))
def test_however_keys_are_changed_none_ever_means_two_things(requests: list[tuple[tuple[str, int], str]]) -> None:
    keys = KeyMap()
    for place, wanted in requests:
        if not keys.conflict(place, wanted):
            keys = keys.with_key(place, wanted)
    for each in keys.bound:
        assert keys.conflict(each.place, each.binding.keys) == ""


def test_changed_keys_are_there_again_after_a_restart(tmp_path: Path) -> None:
    path = tmp_path / "config" / "keys.toml"
    changed = {("take", 0): "J", ("next", 8): "Ctrl+9"}
    save_keys(changed, path)
    assert load_keys(path) == (changed, "")


@pytest.mark.parametrize(
    "text",
    [
        "keys = 3",
        "format = 9",
        "\xff",
        '[keys.take]\n1 = "Space"\n',
        '[keys.nothing]\n1 = "T"\n',
        f'[keys.take]\n{"9" * 5000} = "T"\n',
        '[keys.take]\nfirst = "T"\n',
        '[keys.take]\n1 = "Ctrl+Shift"\n',
    ],
)
def test_a_bad_file_of_keys_costs_only_its_bad_keys(tmp_path: Path, text: str) -> None:
    path = tmp_path / "keys.toml"
    path.write_bytes(text.encode("latin-1"))
    keys, sentence = load_keys(path)
    assert keys == {} and sentence.endswith(".")


def test_the_sentence_about_many_bad_keys_is_a_short_one(tmp_path: Path) -> None:
    path = tmp_path / "keys.toml"
    path.write_text("".join(f'[keys.nothing{number}]\n1 = "T"\n2 = "T"\n' for number in range(900)))
    keys, sentence = load_keys(path)
    assert keys == {} and len(sentence) < len(str(path)) + 300


def test_without_a_file_the_usual_keys_are_used(tmp_path: Path) -> None:
    assert load_keys(tmp_path / "keys.toml") == ({}, "")
