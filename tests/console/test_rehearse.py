from __future__ import annotations

import argparse
import os
import subprocess
import sys
from pathlib import Path

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from console.operator_selection import WINDOWED
from console.rehearse import Cue, RehearsalError, find_preset, own_screen, parse_cues, settings_for
from console.settings.file import Settings
from console.show.actions.table import ACTIONS
from console.show.core.enums import Pa
from console.show.rundown.preset import PresetError
from tests.fakes.children import ROOT

PRESET = b'name = "One"\navatar = "hao"\nmode = "mirror"\npa = "direct"\nmic = "desk"\nmic_gain_db = 3.0\n'


def words(**said: object) -> argparse.Namespace:
    """What the command line gives when only these words were said."""
    silent = {"size": None, "avatar": "", "speaker": "", "screen": "", "windowed": False, "rate": None}
    return argparse.Namespace(**{**silent, "pa": "", "express": False, "mic": "", "stream": "", "record": "", **said})


def test_cues_are_read_in_the_order_of_their_times() -> None:
    assert parse_cues("8.0 hold;3 interrupt ;; 10.5 say  my line.wav;9 live") == [
        Cue(3.0, "interrupt", None),
        Cue(8.0, "hold", None),
        Cue(9.0, "live", None),
        Cue(10.5, "say", "my line.wav"),
    ]
    assert parse_cues("") == parse_cues(" ; ") == []


@given(cues=st.lists(st.tuples(st.floats(0, 1e6), st.sampled_from(sorted(ACTIONS))), max_size=8))
def test_whatever_is_written_rightly_is_read(cues: list[tuple[float, str]]) -> None:
    read = parse_cues("; ".join(f"{at!r} {action}" for at, action in cues))
    assert [(cue.at_s, cue.action) for cue in read] == sorted(cues, key=lambda cue: cue[0])


@given(script=st.text(max_size=40))
def test_anything_else_is_one_sentence(script: str) -> None:
    try:
        parse_cues(script)
    except RehearsalError as fault:
        assert str(fault).endswith((".", "'."))


@pytest.mark.parametrize(
    ("script", "fault"),
    [
        ("hold", "does not begin with a time"),
        ("nan hold", "does not begin with a time"),
        ("inf hold", "does not begin with a time"),
        ("-1 hold", "does not begin with a time"),
        ("3.0", "no action ''"),
        ("3.0 dance", "no action 'dance'"),
    ],
)
def test_what_is_wrong_with_a_cue_is_said(script: str, fault: str) -> None:
    with pytest.raises(RehearsalError, match=fault):
        parse_cues(script)


def test_a_preset_is_a_file_or_a_name_and_the_users_own_comes_first(home: Path, tmp_path: Path) -> None:
    assert find_preset("welcome").name
    (tmp_path / "one.toml").write_bytes(PRESET)
    assert find_preset(str(tmp_path / "one.toml")).avatar == "hao"
    (home / "data" / "presets").mkdir(parents=True)
    (home / "data" / "presets" / "welcome.toml").write_bytes(PRESET)
    assert find_preset("welcome").name == "One"
    with pytest.raises(PresetError, match="There is no preset gone"):
        find_preset("gone")


def test_a_broken_preset_is_one_sentence_and_stays_as_it_is(tmp_path: Path) -> None:
    path = tmp_path / "broken.toml"
    path.write_bytes(b"name = \xff")
    with pytest.raises(PresetError) as fault:
        find_preset(str(path))
    assert "\n" not in str(fault.value) and str(path) in str(fault.value)
    assert path.read_bytes() == b"name = \xff"


def test_the_command_line_stands_over_the_preset_and_the_preset_over_the_settings(tmp_path: Path) -> None:
    (tmp_path / "one.toml").write_bytes(PRESET)
    preset = find_preset(str(tmp_path / "one.toml"))
    own = Settings(microphone="mine", speaker="hall", rate=25)
    assert settings_for(words(), own, None) == own
    dressed = settings_for(words(), own, preset)
    assert (dressed.avatar, dressed.pa, dressed.microphone, dressed.speaker) == ("hao", Pa.DIRECT, "desk", "hall")
    assert (dressed.mic_gain_db, dressed.rate) == (3.0, 25)
    said = words(avatar="lin", pa="through", mic="stage", rate=60, size="1280x720", windowed=True, express=True)
    over = settings_for(said, own, preset)
    assert (over.avatar, over.pa, over.microphone, over.rate) == ("lin", Pa.THROUGH, "stage", 60)
    assert (over.width, over.height, over.screen, over.express) == (1280, 720, WINDOWED, True)


def test_a_file_in_the_place_of_the_microphone_is_no_device(tmp_path: Path) -> None:
    path = tmp_path / "mc.wav"
    path.touch()
    assert settings_for(words(mic=str(path)), Settings(microphone="mine"), None).microphone == "mine"


@pytest.mark.parametrize("size", ["big", "1920", "1920x", "1x2x3", "1920×1080"])
def test_a_size_that_is_none_is_said_so(size: str) -> None:
    with pytest.raises(RehearsalError, match="is not a size"):
        settings_for(words(size=size), Settings(), None)


@pytest.mark.parametrize("said", [{"size": "10x10"}, {"size": "99999x1080"}, {"rate": 24}])
def test_a_size_or_rate_that_cannot_be_is_refused(said: dict[str, object]) -> None:
    with pytest.raises(msgspec.ValidationError):
        settings_for(words(**said), Settings(), None)


def test_wrong_words_end_the_command_with_one_line_and_start_nothing(home: Path) -> None:
    ended = subprocess.run(
        [sys.executable, "-m", "console", "rehearse", "--actions", "3.0 dance"],
        cwd=ROOT,
        env={**os.environ, "COMPERE_HOME": str(home)},
        capture_output=True,
        text=True,
        timeout=60,
    )
    assert ended.returncode == 2
    assert ended.stderr.count("\n") == 1 and "dance" in ended.stderr
    assert not (home / "run").exists()


def test_with_no_screen_named_the_first_free_one_is_the_halls() -> None:
    assert own_screen(["desk", "hall"], "desk", Settings()) == ("desk", "")
    assert own_screen(["hall", "desk"], "desk", Settings()) == ("desk", "")
    assert own_screen(["desk", "hall"], "desk", Settings(screen="desk")) == ("", ""), "what was named holds"
    assert own_screen(["desk", "hall"], "desk", Settings(screen=WINDOWED)) == ("", "")


def test_where_there_is_one_screen_only_it_is_said_that_nothing_is_shown() -> None:
    own, sentence = own_screen(["desk"], "desk", Settings())
    assert own == "" and "--windowed" in sentence
