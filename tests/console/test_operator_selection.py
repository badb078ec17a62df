from __future__ import annotations

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from console.operator_selection import OperatorSelection, ShowRecord
from console.settings.file import Settings
from console.show.core.enums import Mode, Pa, PresetPa, PresetSlate, SlateKind
from console.show.core.state import ShowState, Snapshot

words = st.text(max_size=20)
seconds = st.floats(0, 1e6)
choices = st.builds(
    OperatorSelection,
    avatar=words,
    microphone=words,
    mic_file=words,
    mic_loop=st.booleans(),
    mic_gain_db=st.floats(-60, 40),
    speaker=words,
    screen=words,
    mode=st.sampled_from(Mode),
    pa=st.sampled_from(Pa),
    slate=st.sampled_from([SlateKind.TITLE, SlateKind.PICTURE]),
    black=st.booleans(),
    slate_picture=words,
    express=st.booleans(),
)
snapshots = st.builds(Snapshot, st.sampled_from(ShowState), seconds, seconds, st.booleans())


@given(snapshot=snapshots, chosen=choices, turn=st.integers(0, 2**62), at=seconds)
def test_the_next_console_reads_what_the_last_one_wrote(
    snapshot: Snapshot, chosen: OperatorSelection, turn: int, at: float
) -> None:
    record = ShowRecord.of(snapshot, chosen, turn, at)
    again = ShowRecord.unpack(record.pack())
    assert again == record
    assert again is not None and again.snapshot == snapshot


@given(data=st.binary(max_size=200))
def test_what_nobody_wrote_is_no_record(data: bytes) -> None:
    assert ShowRecord.unpack(data) is None


@given(snapshot=snapshots, chosen=choices, at=st.integers(0, 2**16), to=st.integers(0, 255))
def test_a_damaged_record_is_none_or_a_whole_one_and_never_raises(
    snapshot: Snapshot, chosen: OperatorSelection, at: int, to: int
) -> None:
    data = bytearray(ShowRecord.of(snapshot, chosen, 1, 0.0).pack())
    data[at % len(data)] = to
    record = ShowRecord.unpack(bytes(data))
    assert record is None or isinstance(record.snapshot, Snapshot)


def test_a_record_of_another_version_is_read_as_far_as_it_is_understood() -> None:
    record = ShowRecord.of(Snapshot(ShowState.LIVE, 1.0, 2.0, False), OperatorSelection(avatar="lin"), 3, 4.0)
    table = msgspec.msgpack.decode(record.pack())
    table["choices"]["weather"] = "fine"
    del table["choices"]["speaker"]
    again = ShowRecord.unpack(msgspec.msgpack.encode(table))
    assert again == record
    del table["state"]
    assert ShowRecord.unpack(msgspec.msgpack.encode(table)) is None


@given(chosen=choices)
def test_what_the_user_chose_is_what_the_next_start_begins_with(chosen: OperatorSelection) -> None:
    settled = chosen.settled_in(Settings(mic_gain_db=chosen.mic_gain_db))
    assert settled.rate == Settings().rate
    again = OperatorSelection.of(settled)
    assert again.shown_slate == chosen.shown_slate
    kept = (
        "avatar",
        "microphone",
        "mic_channels",
        "speaker",
        "screen",
        "pa",
        "slate_picture",
        "express",
        "mic_gain_db",
    )
    assert [getattr(again, name) for name in kept] == [getattr(chosen, name) for name in kept]
    assert (again.mode, again.mic_file) == (Mode.MIRROR, ""), "nobody begins a show with yesterday's file"


def test_what_a_preset_has_of_its_own_is_never_saved() -> None:
    chosen = OperatorSelection(slate=SlateKind.PICTURE, slate_picture="gala.png", pa=Pa.DIRECT)
    chosen.own_slate, chosen.own_pa = PresetSlate.BLACK, PresetPa.THROUGH
    assert (chosen.shown_slate, chosen.shown_pa) == ((SlateKind.BLACK, ""), Pa.THROUGH)
    settled = chosen.settled_in(Settings())
    assert (settled.slate, settled.slate_picture, settled.pa) == (SlateKind.PICTURE, "gala.png", Pa.DIRECT)


@pytest.mark.parametrize("own", list(PresetSlate))
def test_black_covers_the_slate_and_gives_back_what_stood_there(own: PresetSlate) -> None:
    chosen = OperatorSelection(slate=SlateKind.PICTURE, slate_picture="gala.png", own_slate=own, own_picture="own.png")
    before = chosen.shown_slate
    chosen.choose_slate(SlateKind.BLACK)
    assert chosen.shown_slate == (SlateKind.BLACK, "")
    again = OperatorSelection.of(chosen.settled_in(Settings()))
    again.choose_slate(None)
    assert again.shown_slate == (SlateKind.PICTURE, "gala.png"), "after a restart too"
    chosen.choose_slate(None)
    wanted = before if own is not PresetSlate.BLACK else (SlateKind.PICTURE, "gala.png")
    assert chosen.shown_slate == wanted


def test_what_the_operator_chooses_takes_the_place_of_a_presets_own() -> None:
    chosen = OperatorSelection(own_slate=PresetSlate.BLACK, own_pa=PresetPa.DIRECT, black=True)
    chosen.choose_slate(SlateKind.PICTURE, "gala.png")
    chosen.choose_pa(Pa.THROUGH)
    assert (chosen.shown_slate, chosen.shown_pa) == ((SlateKind.PICTURE, "gala.png"), Pa.THROUGH)


def test_each_microphone_keeps_the_channels_that_were_chosen_for_it() -> None:
    chosen = OperatorSelection(microphone="desk")
    assert chosen.channels == ()
    chosen.choose_channels((3,))
    chosen.microphone = "lectern"
    assert chosen.channels == ()
    chosen.choose_channels((1, 2))
    chosen.microphone = "desk"
    assert chosen.channels == (3,)
    chosen.choose_channels(())
    assert chosen.channels == () and chosen.mic_channels == {"lectern": (1, 2)}
