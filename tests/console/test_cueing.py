"""NEXT and TAKE over real files: what a take puts on, and what EDIT leaves on the disk."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from console.choices import Choices
from console.cueing import Cueing, Take, put_on
from console.places import example_show
from console.show.effects import ChangeShow, ChooseNext, ChooseNextAvatar, StepNext, TakePreset
from console.show.house import RundownView
from console.show.kinds import Mode, Pa, PresetPa, PresetSlate, SlateKind
from console.show.lines import lines_of
from console.show.next import Cues
from console.show.preset import Preset
from console.show.rundown import Add, Delete, SetField, Undo
from console.showfile import open_show
from engine.avatar import Avatar, find_avatars

BUNDLED = Path(__file__).parents[2]
AVATARS: list[Avatar] = find_avatars([BUNDLED / "avatars"])[0]

PRESETS = {
    "a-welcome": 'name = "Welcome"\navatar = "lin"\n',
    "b-awards": 'name = "Awards"\navatar = "hao"\nmode = "say"\nsay = "hello.wav"\nmic_gain_db = 3.0\n',
    "c-guest": 'name = "Guest"\navatar = "nobody"\n',
    "d-quiz": 'name = "Quiz"\navatar = "lin"\nmode = "answer"\n',
    "e-choir": 'name = "Choir"\navatar = "lin"\nslate = "picture"\nslate_picture = "choir.png"\n',
}


@pytest.fixture
def cueing(qtbot: QtBot, tmp_path: Path) -> Iterator[Cueing]:
    """A show of five presets."""
    folder = tmp_path / "presets"
    folder.mkdir()
    for name, text in PRESETS.items():
        (folder / f"{name}.toml").write_text(text)
    (folder / "hello.wav").write_bytes(b"")
    made = Cueing(folder, BUNDLED / "presets", lambda: AVATARS)
    yield made
    made.close()


def test_choosing_next_takes_nothing(cueing: Cueing) -> None:
    cueing.carry_out(ChooseNext("2"))
    assert cueing.cues == Cues("", "b-awards") and cueing.next is not None and cueing.next.name == "Awards"


def test_a_take_gives_what_is_to_be_put_on_and_goes_on_in_the_rundown(cueing: Cueing) -> None:
    cueing.carry_out(ChooseNext("b-awards"))
    take = cueing.take("")
    assert take is not None
    assert (take.id, Path(take.say).name, take.warnings) == ("b-awards", "hello.wav", ())
    assert cueing.cues == Cues("b-awards", "c-guest")


def test_what_is_on_stays_as_it_was_taken_until_the_next_take_or_until_nothing_is_on_air(cueing: Cueing) -> None:
    cueing.take("d-quiz")
    cueing.carry_out(ChangeShow(SetField("d-quiz", "approval", "auto")))
    on = cueing.on(calm=False)
    assert on is not None and on.approval == "first"
    cueing.take("d-quiz")
    on = cueing.on(calm=False)
    assert on is not None and on.approval == "auto"
    cueing.carry_out(ChangeShow(SetField("d-quiz", "approval", "each")))
    on = cueing.on(calm=True)
    assert on is not None and on.approval == "each"
    cueing.take("a-welcome")
    on = cueing.on(calm=False)
    assert on is not None and on.name == "Welcome"


def test_another_avatar_for_next_is_taken_and_then_forgotten(cueing: Cueing) -> None:
    cueing.carry_out(ChooseNextAvatar("hao"))
    take = cueing.take("")
    assert take is not None and take.preset.avatar == "hao"
    assert cueing.rundown.items[0].preset.avatar == "lin" and cueing.cues.avatar == ""


@pytest.mark.parametrize(
    ("effect", "word"),
    [
        (ChooseNext("6"), "no preset 6"),
        (ChooseNextAvatar("nobody"), "no avatar nobody"),
        (TakePreset("c-guest"), "no avatar nobody"),
        (TakePreset("7"), "Nothing is next"),
        (ChangeShow(SetField("a-welcome", "mic_gain_db", 99.0)), "mic_gain_db"),
        (ChangeShow(Undo()), "nothing to undo"),
    ],
)
def test_what_cannot_be_done_is_refused_with_a_sentence(cueing: Cueing, effect: object, word: str) -> None:
    assert word in cueing.objection(effect)  # type: ignore[arg-type]


def test_another_avatar_makes_a_preset_takable_whose_own_is_not_there(cueing: Cueing) -> None:
    cueing.carry_out(ChooseNext("3"))
    assert cueing.objection(TakePreset())
    cueing.carry_out(ChooseNextAvatar("lin"))
    assert not cueing.objection(TakePreset())


def test_a_take_goes_on_without_a_picture_that_is_not_there_and_says_so(cueing: Cueing) -> None:
    take = cueing.take("5")
    assert take is not None and take.picture == "" and "choir.png" in take.warnings[0]


def test_what_is_wrong_is_known_before_it_is_taken(cueing: Cueing) -> None:
    view = RundownView()
    cueing.show_in(view)
    assert set(view.faults) == {"c-guest", "e-choir"}


def test_after_the_last_take_nothing_is_next_and_a_take_is_refused(cueing: Cueing) -> None:
    cueing.take("5")
    assert cueing.next is None and "Nothing is next" in cueing.objection(TakePreset())
    cueing.carry_out(StepNext(-1))
    assert cueing.cues.next == "d-quiz"


def test_an_edit_is_on_the_disk_and_what_is_next_stays_next(cueing: Cueing, qtbot: QtBot) -> None:
    cueing.carry_out(ChooseNext("2"))
    with qtbot.waitSignal(cueing.saved):
        cueing.carry_out(ChangeShow(Delete("a-welcome")))
    assert not (cueing.folder / "a-welcome.toml").exists()
    assert cueing.cues.next == "b-awards"
    cueing.carry_out(ChangeShow(Undo()))
    cueing.close()
    assert (cueing.folder / "a-welcome.toml").read_text().endswith(PRESETS["a-welcome"])


SHOWS = [BUNDLED / "presets" / folder for folder in ("", "zh-Hant", "zh-Hans")]


@pytest.mark.parametrize(("folder", "tag"), list(zip(SHOWS, ("en", "zh-TW", "zh-CN"), strict=True)))
def test_the_example_show_has_a_line_to_say_in_its_language(folder: Path, tag: str, tmp_path: Path) -> None:
    found = open_show(tmp_path, folder)
    assert [item.id for item in found.rundown.items] == ["welcome", "awards", "questions", "finale"]
    assert not found.faults
    first = found.rundown.items[0].preset
    assert [line.language for line in lines_of(first.lines, first.language)] == [tag, tag]
    assert (
        first.slate is PresetSlate.EVENT
        and first.pa is PresetPa.EVENT
        and (folder / found.rundown.items[2].preset.facts).is_file()
    )


@pytest.mark.parametrize(
    ("language", "folder"), [("en", ""), ("zh-Hant", "zh-Hant"), ("zh-Hans", "zh-Hans"), ("", ""), ("xx", "")]
)
def test_the_example_show_is_that_of_the_windows_language(language: str, folder: str) -> None:
    assert example_show(language) == BUNDLED / "presets" / folder


def test_the_example_follows_the_language_and_a_show_of_the_users_own_does_not(
    cueing: Cueing, qtbot: QtBot, tmp_path: Path
) -> None:
    fresh = Cueing(tmp_path / "none yet", SHOWS[0], lambda: AVATARS)
    fresh.use_bundled(SHOWS[1])
    assert fresh.rundown.items[0].preset.name == "開場" and fresh.folder == SHOWS[1]
    cueing.use_bundled(SHOWS[1])
    assert cueing.rundown.items[0].preset.name == "Welcome"
    fresh.carry_out(ChangeShow(SetField("awards", "note", "mine")))
    fresh.use_bundled(SHOWS[2])  # what was changed a moment ago is not lost
    fresh.close()
    assert fresh.rundown.items[0].preset.name == "開場"
    assert fresh.rundown.items[1].preset.note == "mine"


def test_closing_writes_what_was_changed_a_moment_ago(cueing: Cueing) -> None:
    cueing.carry_out(ChangeShow(Add("lin")))
    cueing.close()
    assert (cueing.folder / "preset-6.toml").is_file()


def test_a_show_that_cannot_be_written_is_told_and_stays_in_hand(cueing: Cueing, qtbot: QtBot) -> None:
    (cueing.folder / "removed").write_text("a file in the way")
    cueing.carry_out(ChangeShow(Delete("a-welcome")))
    with qtbot.waitSignal(cueing.failed) as told:
        cueing.save()
    assert "cannot be saved" in told.args[0] and len(cueing.rundown.items) == 4


def test_the_place_in_the_rundown_that_another_console_left_is_taken_up(cueing: Cueing) -> None:
    cueing.restore(Cues("b-awards", "d-quiz"))
    assert cueing.cues == Cues("b-awards", "d-quiz")
    cueing.restore(Cues("gone", "gone"))
    assert cueing.cues.next == "a-welcome"


def test_a_warm_avatar_is_wished_only_when_another_one_is_next(cueing: Cueing, qtbot: QtBot) -> None:
    with qtbot.waitSignal(cueing.next_changed):
        cueing.carry_out(ChooseNext("2"))
    with qtbot.assertNotEmitted(cueing.next_changed):
        cueing.carry_out(ChooseNext("2"))


def take(**fields: object) -> Take:
    return Take("x", Preset(**({"name": "x", "avatar": "lin"} | fields)), "", "", ())  # type: ignore[arg-type]


def test_a_take_of_the_same_leaves_all_as_it_is() -> None:
    choices = Choices(avatar="lin", microphone="A", mic_gain_db=2.0, speaker="S")
    assert put_on(take(), choices, 2.0) == set()


def test_a_take_says_what_became_different() -> None:
    choices = Choices(avatar="lin", microphone="A", speaker="S", mode=Mode.MIRROR, mic_file="demo.ogg", demo=True)
    wanted = take(avatar="hao", mode="answer", mic="B", mic_gain_db=3.0, pa="direct", slate="black")
    assert put_on(wanted, choices, 2.0) == {"avatar", "mode", "microphone", "pa", "slate"}
    assert (choices.microphone, choices.mic_gain_db, choices.demo) == ("B", 5.0, False)
    assert (choices.shown_pa, choices.shown_slate, choices.speaker) == (Pa.DIRECT, (SlateKind.BLACK, ""), "S")
    assert (choices.pa, choices.slate) == (Pa.THROUGH, SlateKind.TITLE), "the event's own are kept"


def test_the_demo_goes_on_through_a_take_that_names_no_other_microphone() -> None:
    choices = Choices(microphone="A", mic_file="demo.ogg", demo=True)
    put_on(take(mic="A"), choices, 0.0)
    assert choices.demo and choices.mic_file == "demo.ogg"


def test_a_slate_whose_picture_is_not_there_leaves_the_present_one() -> None:
    choices = Choices(slate=SlateKind.TITLE)
    assert "slate" not in put_on(take(slate="picture", slate_picture="gone.png"), choices, 0.0)
