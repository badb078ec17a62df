"""The show on disk: what a person wrote there stays, and nothing is lost."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from console.rundown.show_file import ShowFileError, open_show, preset_text, save_show
from console.show.core.enums import Mode
from console.show.rundown.preset import FORMAT, Preset, parse_preset, read_preset, with_field
from console.show.rundown.rundown import Add, Delete, Item, Move, Rundown, SetField, changed, free_id

WELCOME = """# the first one
name = "Welcome"   # on the key
avatar = "lin"

# the MC speaks
mode = "mirror"
note = "when the lights go down"
"""


@pytest.fixture
def own(tmp_path: Path) -> Path:
    """A user's folder with one preset."""
    folder = tmp_path / "presets"
    folder.mkdir()
    (folder / "welcome.toml").write_text(WELCOME)
    return folder


def reopened(folder: Path) -> Rundown:
    opened = open_show(folder, folder)
    assert opened.faults == ()
    return opened.rundown


def test_comments_stay_when_a_value_changes(own: Path) -> None:
    save_show(changed(reopened(own), SetField("welcome", "mode", "answer")), own)
    text = (own / "welcome.toml").read_text()
    assert text == f"format = {FORMAT}\n" + WELCOME.replace('"mirror"', '"answer"')


def test_a_file_that_says_it_all_already_is_not_written_again(own: Path) -> None:
    save_show(reopened(own), own)
    before = (own / "welcome.toml").stat().st_mtime_ns, (own / "rundown.toml").stat().st_mtime_ns
    save_show(reopened(own), own)
    assert before == ((own / "welcome.toml").stat().st_mtime_ns, (own / "rundown.toml").stat().st_mtime_ns)


def test_order_and_name_of_the_show_are_kept(own: Path) -> None:
    show = changed(changed(reopened(own), Add("hao")), Move("welcome", 5))
    save_show(Rundown(show.items, "Spring Gala"), own)
    again = reopened(own)
    assert again.name == "Spring Gala" and [item.id for item in again.items] == ["preset-2", "welcome"]


def test_comments_in_the_rundown_stay(own: Path) -> None:
    (own / "rundown.toml").write_text('# by Mei\nformat = 1\nname = "Gala"\npresets = ["welcome"]\n')
    save_show(changed(reopened(own), Add("hao")), own)
    assert (own / "rundown.toml").read_text().startswith('# by Mei\nformat = 1\nname = "Gala"\n')


def test_a_preset_dropped_into_the_folder_comes_last(own: Path) -> None:
    save_show(reopened(own), own)
    (own / "awards.toml").write_text('name = "Awards"\navatar = "hao"\n')
    assert [item.id for item in reopened(own).items] == ["welcome", "awards"]


def test_the_file_of_a_deleted_preset_is_put_aside_and_comes_back_with_undo(own: Path) -> None:
    before = reopened(own)
    save_show(changed(before, Delete("welcome")), own)
    assert not (own / "welcome.toml").exists() and (own / "removed" / "welcome.toml").read_text() == WELCOME
    assert reopened(own) == Rundown()
    save_show(before, own)
    assert reopened(own) == before


def test_without_a_show_of_ones_own_the_bundled_one_is_opened_and_saving_makes_it_ones_own(
    own: Path, tmp_path: Path
) -> None:
    mine = tmp_path / "mine"
    opened = open_show(mine, own)
    assert opened.folder == own
    save_show(changed(opened.rundown, SetField("welcome", "note", "x")), mine, read_from=own)
    assert "# the MC speaks" in (mine / "welcome.toml").read_text()
    assert (own / "welcome.toml").read_text() == WELCOME
    assert open_show(mine, own).folder == mine


@pytest.mark.parametrize("text", [b"name = ", b"\xff\xfe", b'name = "x"\navatar = "lin"\nformat = 9'])
def test_a_broken_preset_is_a_sentence_and_its_file_stays(own: Path, text: bytes) -> None:
    (own / "awards.toml").write_bytes(text)
    opened = open_show(own, own)
    assert len(opened.faults) == 1 and "awards.toml" in opened.faults[0]
    save_show(opened.rundown, own)
    assert (own / "awards.toml").read_bytes() == text


def test_a_broken_file_is_never_written_over(own: Path) -> None:
    (own / "awards.toml").write_text("name = ")
    save_show(Rundown((Item("awards", Preset(name="Awards", avatar="lin")),)), own)
    assert (own / "awards.toml.broken").read_text() == "name = "


@pytest.mark.parametrize("text", ["presets = 3", "format = 9", "presets = ["])
def test_a_broken_rundown_costs_only_the_order(own: Path, text: str) -> None:
    (own / "rundown.toml").write_text(text)
    opened = open_show(own, own)
    assert [item.id for item in opened.rundown.items] == ["welcome"] and len(opened.faults) == 1


def test_a_folder_that_cannot_be_written_is_one_sentence(tmp_path: Path) -> None:
    (tmp_path / "presets").write_text("a file in the way")
    with pytest.raises(ShowFileError, match="cannot be saved"):
        save_show(Rundown(), tmp_path / "presets")


LINES = st.text(max_size=40)


@example("Two\r\nlines", "", "a\r", 0.0, False, Mode.MIRROR)
@given(LINES.filter(lambda text: text.strip()), LINES, LINES, st.floats(-60, 40), st.booleans(), st.sampled_from(Mode))
def test_whatever_is_in_a_preset_is_read_back(
    name: str, note: str, persona: str, gain: float, captions: bool, mode: Mode
) -> None:
    old = read_preset(WELCOME, "welcome.toml")
    preset = old
    for field, value in (
        ("name", name), ("note", note), ("persona", persona), ("mic_gain_db", gain), ("captions", captions),
        ("mode", mode.value), ("say", "hello.wav"),
    ):  # fmt: skip
        preset = with_field(preset, field, value)
    for before in ("", WELCOME):
        assert parse_preset(preset_text(preset, before), "x.toml") == preset


def test_a_book_of_names_is_no_preset_and_alone_it_is_no_show(own: Path, tmp_path: Path) -> None:
    (own / "pronunciation.toml").write_text('[say]\n"Hsu" = "Shoo"\n')
    rundown = reopened(own)
    assert [item.id for item in rundown.items] == ["welcome"]
    save_show(changed(rundown, Delete("welcome")), own)
    assert (own / "pronunciation.toml").is_file(), "it is not put away with deleted presets"
    alone = tmp_path / "alone"
    alone.mkdir()
    (alone / "pronunciation.toml").write_text("")
    assert open_show(alone, own).folder == own
    assert free_id("Pronunciation", ()) == "pronunciation-2"


def test_half_a_character_in_a_field_is_saved_as_a_question_mark(own: Path) -> None:
    save_show(changed(reopened(own), SetField("welcome", "note", "lights \ud83d down")), own)
    assert reopened(own).items[0].preset.note == "lights ? down"
