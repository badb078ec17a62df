"""Settings: never lost, never half written, never in the way of a start."""

from __future__ import annotations

from pathlib import Path

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from console.settings.file import Settings, SettingsError, load_settings, save_settings, settings_path

BROKEN = ["rate = 31", "rate =", "microphone = 3\n# mine", "unknown = 1", "width = 5", "\x00"]


def test_no_file_means_the_defaults_and_no_complaint(tmp_path: Path) -> None:
    assert load_settings(tmp_path / "settings.toml") == (Settings(), None)


@pytest.mark.parametrize("text", BROKEN)
def test_a_broken_file_gives_defaults_one_sentence_and_stays_as_it_was(tmp_path: Path, text: str) -> None:
    path = tmp_path / "settings.toml"
    path.write_text(text)
    settings, sentence = load_settings(path)
    assert settings == Settings()
    assert sentence is not None and sentence.endswith(".") and "\n" not in sentence
    assert path.read_text() == text
    assert list(tmp_path.iterdir()) == [path]


def test_the_first_choice_after_a_broken_file_keeps_the_broken_one_beside(tmp_path: Path) -> None:
    path = tmp_path / "settings.toml"
    path.write_text("rate = 31")
    save_settings(Settings(rate=25), path)
    assert load_settings(path) == (Settings(rate=25), None)
    assert (tmp_path / "settings.toml.broken").read_text() == "rate = 31"


def test_a_second_broken_file_does_not_overwrite_the_first(tmp_path: Path) -> None:
    path = tmp_path / "settings.toml"
    for text in ("rate = 31", "rate = 32"):
        path.write_text(text)
        save_settings(Settings(), path)
    assert {file.read_text() for file in tmp_path.glob("*.broken*")} == {"rate = 31", "rate = 32"}


def test_a_folder_in_the_way_is_one_sentence_both_ways(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    path = tmp_path / "file" / "settings.toml"
    assert load_settings(path)[1] is not None
    with pytest.raises(SettingsError, match="cannot be saved"):
        save_settings(Settings(), path)


def test_saving_leaves_nothing_else_behind(tmp_path: Path) -> None:
    path = tmp_path / "deep" / "settings.toml"
    save_settings(Settings(), path)
    assert list(path.parent.iterdir()) == [path]


NAMES = st.text(alphabet=st.characters(exclude_categories=["Cs"]), max_size=40)


@given(NAMES, NAMES, st.sampled_from([25, 30, 50, 60]), st.floats(-60, 40), st.booleans())
def test_what_is_saved_is_what_is_loaded(
    tmp_path_factory: pytest.TempPathFactory, mic: str, screen: str, rate: int, gain: float, express: bool
) -> None:
    path = tmp_path_factory.mktemp("settings") / "settings.toml"
    wanted = Settings(microphone=mic, screen=screen, rate=rate, mic_gain_db=gain, express=express)  # type: ignore[arg-type]
    save_settings(wanted, path)
    assert load_settings(path) == (wanted, None)


def test_a_name_that_no_file_can_hold_is_refused_and_the_old_file_stays(tmp_path: Path) -> None:
    path = tmp_path / "settings.toml"
    save_settings(Settings(rate=50), path)
    with pytest.raises(SettingsError):
        save_settings(msgspec.structs.replace(Settings(), microphone="\ud800"), path)
    assert load_settings(path) == (Settings(rate=50), None)


def test_the_users_folder_can_be_moved(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("COMPERE_HOME", str(tmp_path))
    assert tmp_path in settings_path().parents
    monkeypatch.delenv("COMPERE_HOME")
    assert tmp_path not in settings_path().parents


def test_what_a_person_wrote_between_the_lines_stays(tmp_path: Path) -> None:
    path = tmp_path / "settings.toml"
    path.write_text('# my venue\nmicrophone = "A"   # the red cable\n\nrate = 50\n')
    settings, _ = load_settings(path)
    save_settings(msgspec.structs.replace(settings, microphone="B", express=True), path)
    assert path.read_text() == '# my venue\nmicrophone = "B"   # the red cable\n\nrate = 50\nexpress = true\n'


def test_what_nobody_chose_is_not_written(tmp_path: Path) -> None:
    path = tmp_path / "settings.toml"
    save_settings(Settings(rate=25), path)
    lines = [line for line in path.read_text().splitlines() if line and not line.startswith("#")]
    assert lines == ["rate = 25"]
    save_settings(Settings(), path)
    assert load_settings(path) == (Settings(), None)


def test_a_slate_that_was_the_logo_is_the_title_now(tmp_path: Path) -> None:
    file = tmp_path / "settings.toml"
    file.write_text('slate = "logo"\n')
    assert load_settings(file) == (Settings(), None)


def test_the_channels_of_each_microphone_are_kept_and_the_file_can_be_written_on(tmp_path: Path) -> None:
    path = tmp_path / "settings.toml"
    names = "alsa_input.usb-Focusrite_18i20-00.pro-input-0", "Mixer (USB #2)", ""
    wanted = Settings(microphone=names[0], mic_channels={names[0]: (3,), names[1]: (1, 2), names[2]: (64,)})
    save_settings(wanted, path)
    assert load_settings(path) == (wanted, None)
    again = msgspec.structs.replace(wanted, mic_channels={names[1]: (4,)}, show_name="Gala", express=True)
    save_settings(again, path)
    assert load_settings(path) == (again, None)
    save_settings(msgspec.structs.replace(again, mic_channels={}), path)
    assert load_settings(path)[0].mic_channels == {}


@pytest.mark.parametrize("channels", ["[0]", "[65]", "[-1]", '["3"]', "3"])
def test_a_channel_that_no_device_has_is_a_fault_of_the_file(tmp_path: Path, channels: str) -> None:
    path = tmp_path / "settings.toml"
    path.write_text(f"mic_channels = {{ desk = {channels} }}\n")
    settings, complaint = load_settings(path)
    assert settings == Settings() and complaint
