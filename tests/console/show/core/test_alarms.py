"""Alarms: their order, ages, counts and cures, and what the console's state itself says is wrong."""

from __future__ import annotations

from dataclasses import replace

import pytest

from console.show.core.alarms import TRAITS, UNKNOWN, Alarm, AlarmBook, AlarmKind, SustainedFigures, without_last_words
from console.show.core.enums import Mode
from console.show.core.figure_alarms import wrong_with
from console.show.core.hall_sight import HallSight, hall_sight
from console.show.core.meters import MeterReading
from console.show.core.state import ShowState
from console.show.state.console_state import Condition, ConsoleState
from engine.ipc.messages.kinds import FaultKind
from engine.text import Text


def test_the_worst_alarm_stands_first_and_of_equals_the_newest() -> None:
    book = AlarmBook()
    K = AlarmKind
    for now, (kind, subject) in enumerate(
        ((K.IDLE, "lin"), (K.ENGINE, ""), (K.SCREEN, ""), (K.PLAYOUT, ""), (K.IDLE, "ada"))
    ):
        book.put(kind, f"{kind} is bad.", float(now), subject)
    assert [(alarm.kind, alarm.subject) for alarm in book.standing] == [
        (K.PLAYOUT, ""),
        (K.SCREEN, ""),
        (K.ENGINE, ""),
        (K.IDLE, "ada"),
        (K.IDLE, "lin"),
    ]
    assert book.clear(K.IDLE) is None and book.clear(K.IDLE, "ada") is not None, "each of them is over by itself"


def test_an_alarm_keeps_its_age_in_other_words_and_counts_how_often_it_came() -> None:
    book = AlarmBook()
    assert book.put(AlarmKind.SCREEN, "gone", 1.0) and not book.put(AlarmKind.SCREEN, "gone", 5.0)
    assert book.put(AlarmKind.SCREEN, "gone again", 6.0)
    assert book.standing == (Alarm(AlarmKind.SCREEN, "gone again", 1.0, 1),)
    assert book.clear(AlarmKind.SCREEN) is not None and book.clear(AlarmKind.SCREEN) is None
    book.put(AlarmKind.SCREEN, "gone", 9.0)
    assert book.standing == (Alarm(AlarmKind.SCREEN, "gone", 9.0, 2),)


def test_every_kind_has_a_title_and_its_own_rank() -> None:
    assert all(traits.title for traits in TRAITS.values())
    assert len({traits.rank for traits in TRAITS.values()}) == len(TRAITS)
    assert Alarm(AlarmKind.IDLE, "", subject="lin").about is TRAITS[AlarmKind.IDLE]
    assert UNKNOWN.title and {kind for kind in AlarmKind if Alarm(kind, "").about is UNKNOWN} == UNTITLED


UNTITLED = {
    AlarmKind.FEEDBACK,
    AlarmKind.DELAY,
    AlarmKind.COMMAND,
    AlarmKind.LOG,
    AlarmKind.EMERGENCY,
    AlarmKind.FILE,
}
"""Their sentences say everything."""


def test_whatever_another_process_reports_is_an_alarm_of_the_consoles() -> None:
    assert {kind.value for kind in FaultKind} <= {kind.value for kind in AlarmKind}


def test_a_childs_last_words_stay_in_the_log() -> None:
    ended = Text("it ended with code {code}: {last}", code=-9, last="Traceback (most\nrecent")
    hung = Text("it did not answer for {n} s and was killed", n=3.1)
    assert without_last_words(ended) == "it ended with code -9" and without_last_words(hung) is hung


def test_a_figure_must_be_bad_for_a_while_and_well_for_a_while() -> None:
    measured = SustainedFigures(2.0)
    assert measured.changes({"fps": "slow"}, 0.0) == {}
    assert measured.changes({}, 1.0) == {}
    assert measured.changes({"fps": "slow"}, 1.5) == {}
    assert measured.changes({"fps": "slow"}, 3.5) == {"fps": "slow"}
    assert measured.changes({}, 4.0) == {}
    assert measured.changes({"fps": "slow"}, 4.5) == {"fps": "slow"}
    assert measured.changes({}, 5.0) == {} and measured.changes({}, 7.1) == {"fps": ""}
    assert measured.changes({}, 8.0) == {}


def test_what_is_no_figure_waits_for_nothing() -> None:
    measured = SustainedFigures(2.0)
    assert measured.changes({"muted": "muted"}, 0.0, at_once=frozenset({"muted"})) == {"muted": "muted"}
    assert measured.changes({}, 0.1, at_once=frozenset({"muted"})) == {"muted": ""}


def live(**what: object) -> ConsoleState:
    console_state = ConsoleState(state=ShowState.LIVE, mode=Mode.MIRROR, hall=HallSight.AS_SHOWN)
    console_state.microphone = replace(console_state.microphone, condition=Condition.OK)
    for name, value in what.items():
        setattr(console_state, name, value)
    return console_state


@pytest.mark.parametrize(
    ("console_state", "kinds"),
    [
        (live(), set()),
        (live(mic_muted=True), {"muted"}),
        (live(mic_muted=True, mode=Mode.SAY), set()),
        (live(mic_meter=MeterReading(no_signal=True)), {"silent"}),
        (live(mic_meter=MeterReading(no_signal=True), demo=True), set()),
        (live(avatar_muted=True), {"avatar_muted"}),
        (live(hall=HallSight.FROZEN), {"frozen"}),
        (live(state=ShowState.STANDBY, mic_muted=True, mic_meter=MeterReading(no_signal=True)), set()),
        (live(hall=HallSight.GONE, avatar_muted=True), set()),
    ],
)
def test_what_is_silent_though_it_should_be_heard_is_an_alarm(console_state: ConsoleState, kinds: set[str]) -> None:
    assert set(wrong_with(console_state)) == kinds


@pytest.mark.parametrize(
    ("figure", "value", "kind"),
    [
        ("fps", 20.0, "fps"),
        ("delay_p95_ms", 151.0, "lip_delay"),
        ("skew_ms", -61.0, "skew"),
        ("skew_ms", 126.0, "skew"),
        ("late_percent", 2.1, "late"),
    ],
)
def test_a_figure_in_red_is_an_alarm(figure: str, value: float, kind: str) -> None:
    console_state = live()
    assert wrong_with(console_state) == {}
    console_state.health = replace(console_state.health, **{figure: value})  # type: ignore[arg-type]
    assert set(wrong_with(console_state)) == {kind} and kind in TRAITS


@pytest.mark.parametrize(
    ("there", "was", "screen", "age", "sight"),
    [
        (False, False, "", None, HallSight.STARTING),
        (False, True, "ok", 10.0, HallSight.GONE),
        (True, True, "", None, HallSight.STARTING),
        (True, True, "ok", 10.0, HallSight.AS_SHOWN),
        (True, True, "ok", 501.0, HallSight.FROZEN),
        (True, True, "missing", 10.0, HallSight.MISSING),
        (True, True, "missing", 9000.0, HallSight.MISSING),
        (True, True, "none", 10.0, HallSight.UNCHOSEN),
        (True, True, "windowed", 10.0, HallSight.WINDOWED),
        (True, True, "windowed", 800.0, HallSight.FROZEN),
    ],
)
def test_what_the_hall_sees(there: bool, was: bool, screen: str, age: float | None, sight: HallSight) -> None:
    assert hall_sight(there=there, was_there=was, screen=screen, frame_age_ms=age) is sight


def test_late_frames_are_told_to_leave_express_only_where_it_is_on() -> None:
    default, express = live(), live(express=True)
    cures = []
    for console_state in (default, express):
        console_state.health = replace(console_state.health, late_percent=5.0)
        (kind,) = wrong_with(console_state)
        cures.append(Alarm(kind, "").about.cure)
    assert "EXPRESS" not in cures[0] and "EXPRESS" in cures[1]
