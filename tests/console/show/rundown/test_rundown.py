"""The rundown: its order, its changes and the way back, and what is next in it."""

from __future__ import annotations

import csv
import io
from enum import StrEnum

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from console.show.core.enums import AnswerLanguage, Approval, CaptionLanguage, PresetSlate
from console.show.rundown.cue_state import CueState, chosen, dressed, opened, preset_next, stepped, taken
from console.show.rundown.preset import Preset, PresetError
from console.show.rundown.rundown import (
    Add,
    Change,
    Delete,
    Duplicate,
    Item,
    Move,
    NameShow,
    Redo,
    Rundown,
    SetField,
    Undo,
    UndoHistory,
    changed,
    free_id,
    is_id,
)
from console.show.rundown.rundown_csv import from_csv, to_csv


def rundown(count: int = 3) -> Rundown:
    return Rundown(tuple(Item(f"p{n}", Preset(name=f"Part {n}", avatar="lin")) for n in range(1, count + 1)))


def ids(of: Rundown) -> list[str]:
    return [item.id for item in of.items]


def test_a_hand_names_an_item_by_its_id_or_its_number() -> None:
    show = rundown()
    assert show.named("p2") is show.named("2")
    assert show.named("0") is None and show.named("4") is None and show.named("²") is None


def test_an_item_can_be_added_behind_another_duplicated_moved_and_deleted() -> None:
    show = changed(rundown(), Add("hao", after="p1"))
    assert ids(show) == ["p1", "preset-4", "p2", "p3"]
    show = changed(show, Duplicate("p2"))
    assert ids(show) == ["p1", "preset-4", "p2", "part-2-copy", "p3"]
    show = changed(changed(show, Move("p3", -10)), Delete("p2"))
    assert ids(show) == ["p3", "p1", "preset-4", "part-2-copy"]


def test_a_change_of_what_is_gone_is_refused_with_a_sentence() -> None:
    for change in (Delete("x"), Move("x", 1), Duplicate("x"), SetField("x", "name", "y")):
        assert "no preset x" in UndoHistory(rundown()).refusal(change)


def test_a_value_that_will_not_do_is_refused_and_nothing_changes() -> None:
    history = UndoHistory(rundown())
    before = history.rundown
    assert "mic_gain_db" in history.refusal(SetField("p1", "mic_gain_db", 99.0))
    with pytest.raises(PresetError):
        history.make(SetField("p1", "mic_gain_db", 99.0))
    assert history.rundown is before and not history.can_undo


def test_undo_and_redo_walk_the_same_way() -> None:
    history = UndoHistory(rundown())
    start = history.rundown
    after = history.make(Delete("p2"))
    assert history.make(Undo()) == start and history.make(Redo()) == after
    assert history.refusal(Redo()) and not history.refusal(Undo())


def test_a_change_that_changes_nothing_is_no_step() -> None:
    history = UndoHistory(rundown())
    history.make(SetField("p1", "name", "Part 1"))
    assert not history.can_undo


@given(st.text())
def test_every_name_has_an_id_that_is_a_file_name_and_never_the_rundowns(name: str) -> None:
    assert is_id(free_id(name, ())) and free_id(name, ()) != "rundown"


CHANGES = st.one_of(
    st.builds(Add, st.just("lin"), st.sampled_from(["", "p1", "p3", "gone"])),
    st.builds(Duplicate, st.sampled_from(["p1", "p2", "preset-4"])),
    st.builds(Move, st.sampled_from(["p1", "p2", "p3"]), st.integers(-4, 4)),
    st.builds(Delete, st.sampled_from(["p1", "p2", "p3"])),
    st.builds(SetField, st.sampled_from(["p1", "p2"]), st.sampled_from(["name", "note", "mode", "x"]), st.text()),
    st.builds(NameShow, st.text()),
    st.just(Undo()),
    st.just(Redo()),
)


def test_a_change_that_changes_nothing_does_not_swallow_the_way_back_of_the_next_one() -> None:
    history = UndoHistory(rundown())
    start = history.rundown
    history.make(SetField("p2", "note", start.items[1].preset.note))
    history.make(SetField("p2", "note", "0"))
    history.make(Undo())
    assert history.rundown == start


@given(st.lists(CHANGES, max_size=25))
def test_whatever_is_done_ids_stay_different_and_undo_leads_home(changes: list[Change]) -> None:
    history = UndoHistory(rundown())
    start = history.rundown
    for change in changes:
        if history.refusal(change):
            continue
        history.make(change)
        assert len(set(ids(history.rundown))) == len(history.rundown.items)
    while history.can_undo:
        history.make(Undo())
    assert history.rundown == start


def test_at_first_the_first_item_is_next_and_nothing_is_current() -> None:
    assert opened(rundown()) == CueState("", "p1")
    assert opened(Rundown()) == CueState()


def test_a_take_makes_the_following_item_next() -> None:
    assert taken(CueState("", "p1"), rundown(), "p1") == CueState("p1", "p2")
    assert taken(CueState("p2", "p3"), rundown(), "p3") == CueState("p3", "")


def test_after_the_last_item_nothing_is_next_even_when_the_rundown_is_edited() -> None:
    show = rundown()
    last = taken(CueState(), show, "p3")
    assert opened(changed(show, SetField("p1", "note", "x")), last) == last


def test_next_steps_along_the_rundown_and_stops_at_its_ends() -> None:
    show = rundown()
    cues = stepped(CueState("p1", "p2"), show, 5)
    assert cues == CueState("p1", "p3") and stepped(cues, show, -9) == CueState("p1", "p1")
    assert stepped(CueState("p3", ""), show, -1) == CueState("p3", "p2")


def test_next_may_wear_another_avatar_and_its_preset_stays_as_it_is() -> None:
    show = rundown()
    cues = dressed(CueState("", "p2"), show, "hao")
    preset = preset_next(cues, show)
    assert preset is not None and (preset.name, preset.avatar) == ("Part 2", "hao")
    assert chosen(cues, show.items[1]).avatar == ""
    assert dressed(cues, show, "lin").avatar == ""


def test_with_nothing_next_another_avatar_takes_the_current_item_once_more() -> None:
    assert dressed(CueState("p3", ""), rundown(), "hao") == CueState("p3", "p3", "hao")


def test_when_next_is_deleted_the_item_after_the_current_one_is_next() -> None:
    assert opened(changed(rundown(), Delete("p3")), CueState("p1", "p3")) == CueState("p1", "p2")


@given(st.lists(st.sampled_from(["p1", "p2", "p3", "p4"]), unique=True), st.builds(CueState, *[st.text()] * 3))
def test_cues_never_name_what_is_not_in_the_rundown(names: list[str], cues: CueState) -> None:
    show = Rundown(tuple(Item(name, Preset(name=name, avatar="lin")) for name in names))
    after = opened(show, cues)
    assert after.current in ("", *names) and after.next in ("", *names)


TEXTS = st.text(st.characters(blacklist_categories=("Cs", "Cc"), blacklist_characters="\ufeff"), max_size=30)


@pytest.mark.parametrize("kind", [AnswerLanguage, CaptionLanguage, PresetSlate, Approval])
def test_every_choice_comes_back_from_a_table_as_it_was(kind: type[StrEnum]) -> None:
    field = next(f.name for f in msgspec.structs.fields(Preset) if f.type is kind)
    for value in kind:
        show = Rundown((Item("p1", Preset(name="Quiz", avatar="lin", **{field: value})),))
        assert from_csv(to_csv(show), Rundown(), "lin") == show
        shouted = to_csv(show).replace(str(value), str(value).upper()) if value else to_csv(show)
        assert from_csv(shouted, Rundown(), "lin") == show


@given(st.lists(st.tuples(TEXTS.filter(lambda t: t.strip()), TEXTS, st.floats(-60, 40)), min_size=1, max_size=5))
def test_a_rundown_survives_the_way_through_a_spreadsheet(rows: list[tuple[str, str, float]]) -> None:
    show = Rundown(
        tuple(
            Item(f"p{n}", Preset(name=name.strip(), avatar="lin", note=note.strip(), mic_gain_db=gain))
            for n, (name, note, gain) in enumerate(rows)
        )
    )
    assert from_csv(to_csv(show), Rundown(), "hao") == show


def test_a_table_from_elsewhere_is_read_with_semicolons_and_foreign_columns() -> None:
    text = '\ufeffTime;Name;Note;Mode\r\n20:00;歡迎;"after; the choir";say\r\n;;;\r\n20:10;Awards;;\r\n'
    show = from_csv(text, Rundown(), "hao")
    assert [(item.preset.name, item.preset.avatar, item.preset.note) for item in show.items] == [
        ("歡迎", "hao", "after; the choir"),
        ("Awards", "hao", ""),
    ]


def test_a_line_with_a_known_id_keeps_what_it_says_nothing_of() -> None:
    show = Rundown((Item("p1", Preset(name="Part 1", avatar="hao", persona="a calm host")),))
    read = from_csv("id,name\np1,Opening\n", show, "lin")
    assert read.items[0].preset == Preset(name="Opening", avatar="hao", persona="a calm host")


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("", "columns"),
        ("title\nx", "name"),
        ("name\n", "no lines"),
        ("id,name\nA B,x", "line 2"),
        ("id,name\na,x\na,y", "twice"),
        ("name,mode\nx,sing", "line 2"),
        ("name,mic_gain_db\nx,loud", "line 2"),
        ("name,captions\nx,perhaps", "line 2"),
        ("name\n" + "x\n" * 501, "500"),
    ],
)
def test_a_table_that_will_not_do_is_one_sentence(text: str, word: str) -> None:
    with pytest.raises(PresetError, match=word) as fault:
        from_csv(text, Rundown(), "lin")
    assert str(fault.value).endswith(".") and "\n" not in str(fault.value)


@given(st.text())
def test_any_text_is_a_table_or_a_sentence(text: str) -> None:
    try:
        from_csv(text, Rundown(), "lin")
    except PresetError:
        pass


@pytest.mark.parametrize("head", ["sep=;\r\n", '"sep=;"\r\n', "\ufeffsep=;\n", "SEP=;;;\r"])
def test_a_first_line_that_tells_excel_the_separator_is_read(head: str) -> None:
    end = "\r" if head.endswith("\r") else "\n"
    show = from_csv(f"{head}name;note{end}Awards, part 1;one, two, three, four{end}", Rundown(), "hao")
    assert [(item.preset.name, item.preset.note) for item in show.items] == [
        ("Awards, part 1", "one, two, three, four")
    ]


@pytest.mark.parametrize("name", ["rundown", "pronunciation", "con", "nul", "com1"])
def test_no_preset_is_called_like_another_file(name: str) -> None:
    with pytest.raises(PresetError, match="line 2 is the name of another file"):
        from_csv(f"id,name\n{name},x", Rundown(), "lin")
    assert not is_id(name)
    assert from_csv(f"name\n{name.title()}", Rundown(), "lin").items[0].id == f"{name}-2"


@pytest.mark.parametrize("field", ["facts", "word_list", "slate_picture", "say", "lines"])
@pytest.mark.parametrize(
    "name", ["/home/me/.ssh/id_rsa", "../key", "files/../../key", "C:\\key", "~/key", "\\\\s\\key"]
)
def test_a_table_names_no_file_that_the_operator_did_not_choose(field: str, name: str) -> None:
    said = f"sound: {name}" if field == "lines" else name
    with pytest.raises(PresetError, match="line 2 is refused"):
        from_csv(f'name,{field}\nx,"{said}"', Rundown(), "lin")
    own = Rundown((Item("a", Preset(name="A", avatar="lin", **{field: said})),))
    assert from_csv(to_csv(own), own, "lin") == own
    inside = "sound: files/a.wav" if field == "lines" else "files/a.wav"
    assert getattr(from_csv(f'name,{field}\nx,"{inside}"', Rundown(), "lin").items[0].preset, field) == inside


@pytest.mark.parametrize(
    "text",
    ["=1+1", "+1", "-1", "@SUM(A1)", "＝1+1", "'=1", "'quoted", "''=2", '=HYPERLINK("x")', "\n=1", " =1", "\u200b@x"],
)
def test_no_cell_is_a_formula_to_a_spreadsheet_and_each_comes_back_as_it_was(text: str) -> None:
    show = Rundown((Item("a", Preset(name=text, avatar="lin", note=text, mic_gain_db=-3.0)),))
    written = to_csv(show)
    cells = [cell for row in csv.reader(io.StringIO(written, newline="")) for cell in row]
    bare = [cell.lstrip(" \n\u200b") for cell in cells]
    assert not [cell for cell in bare if cell[:1] in tuple("=+@\t\r＝") or (cell.startswith("-") and cell != "-3.0")]
    assert from_csv(written, Rundown(), "lin") == show
