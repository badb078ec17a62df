"""What is said of all streams in one line, and which button stands beside it."""

from __future__ import annotations

from dataclasses import replace
from itertools import product

import pytest

from console.show.state.output_settings import OutputOptions
from console.show.state.output_summary import (
    OutputPress,
    Trouble,
    is_nearly_full,
    press_of_recording,
    summary_of,
    troubles,
    with_room,
)
from console.show.state.output_view import OutputCondition, OutputsView, RecordingView, StreamView

OFF, CONNECTING, ON_AIR = OutputCondition.OFF, OutputCondition.CONNECTING, OutputCondition.ON_AIR
RECONNECTING, FAILED = OutputCondition.RECONNECTING, OutputCondition.FAILED


def stream(number: int, state: OutputCondition, **changes: object) -> StreamView:
    return replace(StreamView(number, set_up=True, state=state), **changes)  # type: ignore[arg-type]


def streams(*states: OutputCondition) -> tuple[StreamView, ...]:
    return tuple(stream(number, state) for number, state in enumerate(states, 1))


def test_without_an_address_nothing_is_set_up() -> None:
    assert summary_of((StreamView(1), StreamView(2))).set_up == 0
    assert summary_of(()).set_up == 0


@pytest.mark.parametrize(
    ("states", "worst", "press", "stoppable"),
    [
        ((OFF,), OFF, OutputPress.START, False),
        ((OFF, OFF), OFF, OutputPress.START, False),
        ((CONNECTING,), CONNECTING, OutputPress.STOP, False),
        ((ON_AIR,), ON_AIR, OutputPress.STOP, False),
        ((ON_AIR, OFF), ON_AIR, OutputPress.STOP, False),
        ((RECONNECTING,), RECONNECTING, OutputPress.RETRY, True),
        ((ON_AIR, RECONNECTING), RECONNECTING, OutputPress.RETRY, True),
        ((FAILED,), FAILED, OutputPress.RETRY, True),
        ((FAILED, ON_AIR), FAILED, OutputPress.RETRY, True),
        ((FAILED, RECONNECTING, ON_AIR), FAILED, OutputPress.RETRY, True),
    ],
)
def test_the_worst_state_is_shown_and_the_button_fits_it(
    states: tuple[OutputCondition, ...], worst: OutputCondition, press: OutputPress, stoppable: bool
) -> None:
    found = summary_of(streams(*states))
    assert (found.state, found.press, found.stoppable) == (worst, press, stoppable)


@pytest.mark.parametrize("states", list(product(OutputCondition, repeat=2)))
def test_whatever_was_started_can_be_stopped_and_only_what_waits_can_be_tried_again(
    states: tuple[OutputCondition, ...],
) -> None:
    found = summary_of(streams(*states))
    assert (found.press is OutputPress.STOP or found.stoppable) is any(state is not OFF for state in states)
    assert (found.press is OutputPress.RETRY) is any(state in (RECONNECTING, FAILED) for state in states)


def test_figures_are_those_of_the_streams_on_air() -> None:
    found = summary_of(
        (
            stream(1, ON_AIR, kbps=4500.0, dropped_percent=0.1),
            stream(2, ON_AIR, kbps=2500.0, dropped_percent=3.5, congested=True),
            stream(3, FAILED, kbps=900.0, dropped_percent=50.0),
        )
    )
    assert (found.kbps, found.dropped_percent, found.on_air, found.in_state) == (7000.0, 3.5, 2, 1)
    assert found.congested


def test_the_next_attempt_is_that_of_the_stream_that_tries_first() -> None:
    found = summary_of(
        (
            stream(1, RECONNECTING, attempt=9, retry_s=8.0),
            stream(2, RECONNECTING, attempt=2, retry_s=1.5),
            stream(3, CONNECTING, attempt=1),
        )
    )
    assert (found.attempt, found.retry_s) == (2, 1.5)


def test_the_place_is_said_where_there_is_one_stream_only() -> None:
    one = stream(1, OFF, place="rtmp://a/live")
    assert summary_of((one, StreamView(2))).place == "rtmp://a/live"
    assert summary_of((one, stream(2, OFF, place="rtmp://b/live"))).place == ""


@pytest.mark.parametrize(
    ("state", "press"),
    [
        (OFF, OutputPress.START),
        (CONNECTING, OutputPress.STOP),
        (ON_AIR, OutputPress.STOP),
        (RECONNECTING, OutputPress.STOP),
        (FAILED, OutputPress.RETRY),
    ],
)
def test_the_button_of_the_recording(state: OutputCondition, press: OutputPress) -> None:
    assert press_of_recording(RecordingView(state=state)) is press


def test_a_disk_with_less_than_half_an_hour_is_nearly_full_and_one_that_is_not_known_is_not() -> None:
    assert is_nearly_full(RecordingView(left_s=29 * 60.0))
    assert not is_nearly_full(RecordingView(left_s=31 * 60.0)) and not is_nearly_full(RecordingView())


def test_before_it_was_started_the_recording_has_the_room_of_the_disk_of_the_reports() -> None:
    options = OutputOptions(record_kbps=8000)
    found = with_room(RecordingView(), options, 3.6)
    assert (found.free_gb, found.left_s) == (3.6, 3600.0)
    said = RecordingView(free_gb=1.0, left_s=60.0)
    assert with_room(said, options, 3.6) == said
    assert with_room(RecordingView(), options, None) == RecordingView()
    elsewhere = OutputOptions(record_folder="/media/disk2")
    assert with_room(RecordingView(), elsewhere, 3.6) == RecordingView(), "of that disk nothing is known"


def test_troubles_come_the_gravest_first_and_what_streams_say_alike_is_said_once() -> None:
    outputs = OutputsView(
        (
            stream(1, RECONNECTING, sentence="lost"),
            stream(2, RECONNECTING, sentence="lost"),
            stream(3, FAILED, sentence="closed"),
        ),
        RecordingView(state=ON_AIR, sentence="lost"),
    )
    assert troubles(outputs) == (
        Trouble((3,), "closed", True),
        Trouble((), "lost", False),
        Trouble((1, 2), "lost", False),
    )
    assert troubles(OutputsView()) == ()
