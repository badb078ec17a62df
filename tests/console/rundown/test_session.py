"""NEXT and TAKE over real files: what a take puts on, and what EDIT leaves on the disk."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from console.operator_selection import OperatorSelection
from console.paths import example_show
from console.rundown.session import RundownSession, Take, put_on
from console.rundown.show_file import open_show
from console.show.core.enums import Mode, Pa, PresetPa, PresetSlate, SlateKind
from console.show.effects.show import ChangeShow, ChooseNext, ChooseNextAvatar, StepNext, TakePreset
from console.show.rundown.cue_state import CueState
from console.show.rundown.lines import lines_of
from console.show.rundown.preset import Preset
from console.show.rundown.rundown import Add, Delete, SetField, Undo
from console.show.state.console_state import RundownView
from engine.avatar import Avatar, find_avatars
from tests.console.dispatched import dispatch_of

BUNDLED = Path(__file__).parents[3]
AVATARS: list[Avatar] = find_avatars([BUNDLED / "avatars"])[0]

PRESETS = {
    "a-welcome": 'name = "Welcome"\navatar = "lin"\n',
    "b-awards": 'name = "Awards"\navatar = "hao"\nmode = "say"\nsay = "hello.wav"\nmic_gain_db = 3.0\n',
    "c-guest": 'name = "Guest"\navatar = "nobody"\n',
    "d-quiz": 'name = "Quiz"\navatar = "lin"\nmode = "answer"\n',
    "e-choir": 'name = "Choir"\navatar = "lin"\nslate = "picture"\nslate_picture = "choir.png"\n',
}


@pytest.fixture
def session(qtbot: QtBot, tmp_path: Path) -> Iterator[RundownSession]:
    """A show of five presets."""
    folder = tmp_path / "presets"
    folder.mkdir()
    for name, text in PRESETS.items():
        (folder / f"{name}.toml").write_text(text)
    (folder / "hello.wav").write_bytes(b"")
    made = RundownSession(folder, BUNDLED / "presets", lambda: AVATARS)
    yield made
    made.close()


def test_choosing_next_takes_nothing(session: RundownSession) -> None:
    dispatch_of(session).execute(ChooseNext("2"))
    assert session.cues == CueState("", "b-awards") and session.next is not None and session.next.name == "Awards"


def test_a_take_gives_what_is_to_be_put_on_and_goes_on_in_the_rundown(session: RundownSession) -> None:
    dispatch_of(session).execute(ChooseNext("b-awards"))
    take = session.take("")
    assert take is not None
    assert (take.id, Path(take.say).name, take.warnings) == ("b-awards", "hello.wav", ())
    assert session.cues == CueState("b-awards", "c-guest")


def test_what_is_on_stays_as_it_was_taken_until_the_next_take_or_until_nothing_is_on_air(
    session: RundownSession,
) -> None:
    session.take("d-quiz")
    dispatch_of(session).execute(ChangeShow(SetField("d-quiz", "approval", "auto")))
    on = session.on(unarmed=False)
    assert on is not None and on.approval == "first"
    session.take("d-quiz")
    on = session.on(unarmed=False)
    assert on is not None and on.approval == "auto"
    dispatch_of(session).execute(ChangeShow(SetField("d-quiz", "approval", "each")))
    on = session.on(unarmed=True)
    assert on is not None and on.approval == "each"
    session.take("a-welcome")
    on = session.on(unarmed=False)
    assert on is not None and on.name == "Welcome"


def test_another_avatar_for_next_is_taken_and_then_forgotten(session: RundownSession) -> None:
    dispatch_of(session).execute(ChooseNextAvatar("hao"))
    take = session.take("")
    assert take is not None and take.preset.avatar == "hao"
    assert session.rundown.items[0].preset.avatar == "lin" and session.cues.avatar == ""


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
def test_what_cannot_be_done_is_refused_with_a_sentence(session: RundownSession, effect: object, word: str) -> None:
    assert word in dispatch_of(session).validate(effect)  # type: ignore[arg-type]


def test_another_avatar_makes_a_preset_takable_whose_own_is_not_there(session: RundownSession) -> None:
    dispatch_of(session).execute(ChooseNext("3"))
    assert dispatch_of(session).validate(TakePreset())
    dispatch_of(session).execute(ChooseNextAvatar("lin"))
    assert not dispatch_of(session).validate(TakePreset())


def test_a_take_goes_on_without_a_picture_that_is_not_there_and_says_so(session: RundownSession) -> None:
    take = session.take("5")
    assert take is not None and take.picture == "" and "choir.png" in take.warnings[0]


def test_what_is_wrong_is_known_before_it_is_taken(session: RundownSession) -> None:
    view = session.shown_in(RundownView())
    assert set(view.faults) == {"c-guest", "e-choir"}


def test_after_the_last_take_nothing_is_next_and_a_take_is_refused(session: RundownSession) -> None:
    session.take("5")
    assert session.next is None and "Nothing is next" in dispatch_of(session).validate(TakePreset())
    dispatch_of(session).execute(StepNext(-1))
    assert session.cues.next == "d-quiz"


def test_an_edit_is_on_the_disk_and_what_is_next_stays_next(session: RundownSession, qtbot: QtBot) -> None:
    dispatch_of(session).execute(ChooseNext("2"))
    with qtbot.waitSignal(session.saved):
        dispatch_of(session).execute(ChangeShow(Delete("a-welcome")))
    assert not (session.folder / "a-welcome.toml").exists()
    assert session.cues.next == "b-awards"
    dispatch_of(session).execute(ChangeShow(Undo()))
    session.close()
    assert (session.folder / "a-welcome.toml").read_text().endswith(PRESETS["a-welcome"])


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
    session: RundownSession, qtbot: QtBot, tmp_path: Path
) -> None:
    fresh = RundownSession(tmp_path / "none yet", SHOWS[0], lambda: AVATARS)
    fresh.use_bundled(SHOWS[1])
    assert fresh.rundown.items[0].preset.name == "開場" and fresh.folder == SHOWS[1]
    session.use_bundled(SHOWS[1])
    assert session.rundown.items[0].preset.name == "Welcome"
    dispatch_of(fresh).execute(ChangeShow(SetField("awards", "note", "mine")))
    fresh.use_bundled(SHOWS[2])  # what was changed a moment ago is not lost
    fresh.close()
    assert fresh.rundown.items[0].preset.name == "開場"
    assert fresh.rundown.items[1].preset.note == "mine"


def test_closing_writes_what_was_changed_a_moment_ago(session: RundownSession) -> None:
    dispatch_of(session).execute(ChangeShow(Add("lin")))
    session.close()
    assert (session.folder / "preset-6.toml").is_file()


def test_a_show_that_cannot_be_written_is_told_and_stays_in_hand(session: RundownSession, qtbot: QtBot) -> None:
    (session.folder / "removed").write_text("a file in the way")
    dispatch_of(session).execute(ChangeShow(Delete("a-welcome")))
    with qtbot.waitSignal(session.failed) as told:
        session.save()
    assert "cannot be saved" in told.args[0] and len(session.rundown.items) == 4


def test_the_place_in_the_rundown_that_another_console_left_is_taken_up(session: RundownSession) -> None:
    session.restore(CueState("b-awards", "d-quiz"))
    assert session.cues == CueState("b-awards", "d-quiz")
    session.restore(CueState("gone", "gone"))
    assert session.cues.next == "a-welcome"


def test_a_warm_avatar_is_requested_only_when_another_one_is_next(session: RundownSession, qtbot: QtBot) -> None:
    with qtbot.waitSignal(session.next_changed):
        dispatch_of(session).execute(ChooseNext("2"))
    with qtbot.assertNotEmitted(session.next_changed):
        dispatch_of(session).execute(ChooseNext("2"))


def take(**fields: object) -> Take:
    return Take("x", Preset(**({"name": "x", "avatar": "lin"} | fields)), "", "", ())  # type: ignore[arg-type]


def test_a_take_of_the_same_leaves_all_as_it_is() -> None:
    choices = OperatorSelection(avatar="lin", microphone="A", mic_gain_db=2.0, speaker="S")
    assert put_on(take(), choices, 2.0) == set()


def test_a_take_says_what_became_different() -> None:
    choices = OperatorSelection(
        avatar="lin", microphone="A", speaker="S", mode=Mode.MIRROR, mic_file="demo.ogg", demo=True
    )
    wanted = take(avatar="hao", mode="answer", mic="B", mic_gain_db=3.0, pa="direct", slate="black")
    assert put_on(wanted, choices, 2.0) == {"avatar", "mode", "microphone", "pa", "slate"}
    assert (choices.microphone, choices.mic_gain_db, choices.demo) == ("B", 5.0, False)
    assert (choices.shown_pa, choices.shown_slate, choices.speaker) == (Pa.DIRECT, (SlateKind.BLACK, ""), "S")
    assert (choices.pa, choices.slate) == (Pa.THROUGH, SlateKind.TITLE), "the event's own are kept"


def test_the_demo_goes_on_through_a_take_that_names_no_other_microphone() -> None:
    choices = OperatorSelection(microphone="A", mic_file="demo.ogg", demo=True)
    put_on(take(mic="A"), choices, 0.0)
    assert choices.demo and choices.mic_file == "demo.ogg"


def test_a_slate_whose_picture_is_not_there_leaves_the_present_one() -> None:
    choices = OperatorSelection(slate=SlateKind.TITLE)
    assert "slate" not in put_on(take(slate="picture", slate_picture="gone.png"), choices, 0.0)
