"""MC NOT HEARD: stands whenever a voice is at the MC's microphone that the hall does not hear, and never else."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from console.show.core.enums import Mode, Pa
from console.show.core.mc_heard import SPOKEN_S, STAYS_S, McMonitor, NotHeard, why_not_heard
from console.show.core.meters import MeterReading
from console.show.core.state import ShowState
from console.show.state.console_state import Condition, ConsoleState
from tests.ui.console_states import console_state

SPEECH = MeterReading(bar=-18.0)
STEP_S = 0.033


def live(**fields: object) -> ConsoleState:
    made = console_state(ShowState.LIVE)
    made.hall_meter = made.avatar_meter = MeterReading()
    made.mic_meter = SPEECH
    for name, value in fields.items():
        setattr(made, name, value)
    return made


def watched(
    made: ConsoleState, seconds: float, monitor: McMonitor | None = None, begun: float = 0.0
) -> NotHeard | None:
    """What stands after so many seconds of the same."""
    monitor = monitor or McMonitor(begun)
    said = None
    for step in range(int(seconds / STEP_S) + 1):
        said = monitor.update(made, begun + step * STEP_S, made.mic_meter.bar, made.hall_meter.bar)
    return said


@pytest.mark.parametrize(
    ("fields", "action", "argument"),
    [
        ({"mode": Mode.SAY}, "mode", "mirror"),
        ({"mode": Mode.ANSWER}, "mode", "mirror"),
        ({"mic_muted": True}, "mute_mic", False),
        ({"mic_muted": True, "mode": Mode.SAY}, "mute_mic", False),
        ({"avatar_muted": True}, "mute_avatar", False),
        ({"state": ShowState.HOLD}, "resume", None),
    ],
)
def test_a_voice_that_the_hall_does_not_hear_is_said_within_a_second_with_what_mends_it(
    fields: dict[str, object], action: str, argument: object
) -> None:
    said = watched(live(**fields), 0.9)
    assert said is not None and (said.action, said.argument) == (action, argument)


@pytest.mark.parametrize(
    "fields",
    [
        {},
        {"mode": Mode.SAY, "pa": Pa.DIRECT},
        {"mic_muted": True, "pa": Pa.DIRECT},
        {"mode": Mode.SAY, "state": ShowState.STANDBY},
        {"mode": Mode.SAY, "state": ShowState.PANIC},
        {"mode": Mode.SAY, "mic_meter": MeterReading(bar=-55.0)},
    ],
)
def test_nothing_is_said_of_an_mc_who_is_heard_or_silent_or_off_the_air(fields: dict[str, object]) -> None:
    assert watched(live(**fields), 5.0) is None


def test_a_loudspeaker_that_is_gone_is_a_reason_too() -> None:
    made = live()
    made.speaker = replace(made.speaker, condition=Condition.MISSING)
    said = watched(made, 1.0)
    assert said is not None and said.action == ""


def test_a_question_that_is_being_asked_is_meant_for_the_host_alone() -> None:
    made = live(mode=Mode.ANSWER)
    made.answers = replace(made.answers, ear="hearing")
    assert watched(made, 3.0) is None


def test_what_the_halls_loudspeakers_leave_in_the_microphone_is_no_voice() -> None:
    made = live(mode=Mode.SAY, mic_meter=MeterReading(bar=-30.0), hall_meter=MeterReading(bar=-12.0))
    assert watched(made, 3.0) is None
    made.mic_meter = MeterReading(bar=-14.0)
    assert watched(made, 1.0) is not None, "the MC speaks over the line"


def test_a_knock_is_nobody_who_speaks() -> None:
    made, monitor = live(mode=Mode.SAY), McMonitor(0.0)
    quiet = replace(made, mic_meter=MeterReading())
    now = 0.0
    for _ in range(5):
        assert watched(made, 0.2, monitor, now) is None
        now += 0.3
        assert watched(quiet, 2.0, monitor, now) is None
        now += 2.1


def test_it_stands_through_the_pauses_of_speech_and_goes_when_nobody_speaks_any_more() -> None:
    made, monitor = live(mode=Mode.SAY), McMonitor(0.0)
    quiet = replace(made, mic_meter=MeterReading())
    assert watched(made, SPOKEN_S + 0.1, monitor) is not None
    assert watched(quiet, 1.0, monitor, 1.0) is not None
    assert watched(quiet, STAYS_S, monitor, 2.1) is None


def test_it_goes_at_once_when_the_hall_hears_the_mc_again() -> None:
    made, monitor = live(mode=Mode.SAY), McMonitor(0.0)
    assert watched(made, 1.0, monitor) is not None
    made.mode = Mode.MIRROR
    assert monitor.update(made, 1.1, -18.0, -120.0) is None


@given(st.lists(st.tuples(st.floats(-5.0, 5.0), st.sampled_from(ShowState), st.sampled_from(Mode)), max_size=40))
def test_it_never_stands_where_there_is_no_reason(steps: list[tuple[float, ShowState, Mode]]) -> None:
    made, monitor, now = live(), McMonitor(0.0), 0.0
    for by, state, mode in steps:
        now += by
        made.state, made.mode = state, mode
        said = monitor.update(made, now, -18.0, -120.0)
        assert said is None or said == why_not_heard(made)


def test_what_would_keep_the_mc_unheard_after_the_first_step_is_told_too() -> None:
    why = why_not_heard(live(state=ShowState.HOLD, mode=Mode.SAY, mic_muted=True))
    assert why is not None and [step.action for step in (why, *why.then)] == ["resume", "mute_mic", "mode"]
