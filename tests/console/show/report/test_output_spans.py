"""Streams and the recording in the report of a show."""

from __future__ import annotations

from typing import Any

from console.show.report.log_row import Row, Span
from console.show.report.output_spans import OutputSpans


def spans_of(*lines: tuple[float, str, dict[str, Any]], ended: float = 100.0) -> list[Span]:
    reader = OutputSpans()
    for at, event, fields in lines:
        reader.read(Row(at, event, fields))
    return reader.close(ended)


def stream(state: str, reason: str = "") -> dict[str, Any]:
    return {"number": 1, "state": state, "place": "a.example/live", "reason": reason}


def test_each_time_on_air_has_its_length_and_says_how_it_ended() -> None:
    found = spans_of(
        (10.0, "stream", stream("connecting")),
        (12.0, "stream", stream("on air")),
        (42.0, "stream", stream("reconnecting", "The connection to the server was lost.")),
        (45.0, "stream", stream("on air")),
        (95.0, "stream", stream("off")),
    )
    assert [(span.begun, span.seconds, span.words) for span in found] == [
        (12.0, 30.0, "stream 1 to a.example/live: lost: The connection to the server was lost."),
        (45.0, 50.0, "stream 1 to a.example/live: stopped"),
    ]


def test_a_loss_is_a_fault_until_the_stream_is_on_air_again_or_given_up() -> None:
    reader = OutputSpans()
    for at, state, reason in (
        (1.0, "on air", ""),
        (5.0, "reconnecting", "Gone."),
        (7.0, "reconnecting", "Still gone."),
        (9.0, "on air", ""),
        (20.0, "reconnecting", "Gone."),
        (22.0, "off", ""),
        (30.0, "on air", ""),
        (31.0, "reconnecting", "Gone."),
    ):
        reader.read(Row(at, "stream", stream(state, reason)))
    reader.close(40.0)
    assert [(span.begun, span.seconds) for span in reader.losses] == [(5.0, 4.0), (20.0, 2.0), (31.0, None)]
    assert reader.losses[0].words == "stream 1 to a.example/live was lost: Gone."


def test_what_was_stopped_by_hand_is_no_loss_whatever_it_said_last() -> None:
    reader = OutputSpans()
    for at, state, reason in ((1.0, "on air", ""), (9.0, "off", "The disk of the recording is full.")):
        reader.read(Row(at, "recording", {"state": state, "file": "/films/show.mp4", "reason": reason}))
    reader.close(10.0)
    assert reader.losses == []


def test_what_was_on_air_before_the_show_is_known_by_its_figures() -> None:
    figures = {"stream-2": {"place": "b.example/app", "kbps": 4000, "dropped": 0}}
    later = {"stream-2": {"place": "b.example/app", "kbps": 5000, "dropped": 7}}
    (span,) = spans_of((5.0, "figures", {"outputs": figures}), (10.0, "figures", {"outputs": later}))
    assert (span.begun, span.seconds) == (5.0, 95.0)
    assert span.words == (
        "stream 2 to b.example/app: to the end of the show; 4,500 kb/s on average; 7 pictures not taken"
    )


def test_a_recording_is_named_by_its_file() -> None:
    (span,) = spans_of(
        (1.0, "recording", {"state": "on air", "file": "/films/show.mp4", "reason": ""}),
        (5.0, "recording", {"file": "/films/show 2.mp4"}),
        (9.0, "recording", {"state": "off", "file": "/films/show.mp4", "reason": ""}),
    )
    assert (span.seconds, span.words) == (8.0, "recording /films/show.mp4: stopped")


def test_what_is_no_output_and_what_nobody_would_write_count_for_nothing() -> None:
    assert not spans_of((1.0, "taken", {}), (2.0, "figures", {}), (3.0, "figures", {"outputs": 7}))
    (span,) = spans_of((3.0, "figures", {"outputs": {"stream-1": "?"}}))
    assert span.words == "stream 1: to the end of the show"


def test_what_was_dropped_before_a_loss_is_counted_once() -> None:
    def figures(at: float, dropped: int) -> tuple[float, str, dict[str, Any]]:
        return at, "figures", {"outputs": {"stream-1": {"place": "a.example/live", "kbps": 4000, "dropped": dropped}}}

    first, second = spans_of(
        (1.0, "stream", stream("on air")),
        figures(5.0, 500),
        (6.0, "stream", stream("reconnecting", "Gone.")),
        (8.0, "stream", stream("on air")),
        figures(10.0, 507),
    )
    assert "500 pictures not taken" in first.words
    assert "7 pictures not taken" in second.words and "507" not in second.words


def test_one_that_is_no_longer_among_the_figures_has_ended() -> None:
    output = {"stream-1": {"place": "a.example/live", "kbps": 4000, "dropped": 0}}
    (span,) = spans_of((1.0, "figures", {"outputs": output}), (6.0, "figures", {"outputs": {}}))
    assert (span.seconds, span.words) == (5.0, "stream 1 to a.example/live: stopped; 4,000 kb/s on average")
