"""What the window says of all streams in one line, what its buttons do, and what is wrong: judged here, without Qt."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum

from console.show.core.enums import PresetOutputs
from console.show.state.output_settings import OutputOptions
from console.show.state.output_view import OutputCondition, OutputsView, RecordingView, StreamView

LITTLE_LEFT_S = 30 * 60.0
"""The disk is said to be nearly full when less than this is left."""

MUCH_DROPPED = 5.0
"""Percent of a stream's pictures: its server takes less than is sent."""

UNDER_WAY = frozenset({OutputCondition.CONNECTING, OutputCondition.RECONNECTING})
RUNNING = frozenset({OutputCondition.CONNECTING, OutputCondition.ON_AIR, OutputCondition.RECONNECTING})
_WORST_FIRST = (
    OutputCondition.FAILED,
    OutputCondition.RECONNECTING,
    OutputCondition.CONNECTING,
    OutputCondition.ON_AIR,
    OutputCondition.OFF,
)


class OutputPress(StrEnum):
    """What the large button of an output does."""

    START = "start"
    STOP = "stop"
    RETRY = "retry"  # what waits, or has given up


@dataclass(frozen=True)
class StreamsSummary:
    """All streams in one line.

    Attributes:
        set_up: how many have an address.
        state: the worst that one of them is in.
        in_state: how many are in it.
        on_air: how many their servers take.
        attempt: of the one that connects, or tries next. retry_s: seconds until it tries.
        kbps: of all that are on air, together.
        dropped_percent: of the one that drops most.
        congested: a server takes less than is sent.
        press: what the large button does.
        stoppable: some were started, and the large button does not stop them.
        place: where it goes, when there is one stream only.
    """

    set_up: int = 0
    state: OutputCondition = OutputCondition.OFF
    in_state: int = 0
    on_air: int = 0
    attempt: int = 0
    retry_s: float = 0.0
    kbps: float = 0.0
    dropped_percent: float = 0.0
    congested: bool = False
    press: OutputPress = OutputPress.START
    stoppable: bool = False
    place: str = ""


class Missing(StrEnum):
    """What a preset needs beside the hall and is not on air."""

    NOTHING = ""
    STREAM = "stream"
    RECORDING = "recording"
    BOTH = "both"


@dataclass(frozen=True)
class Trouble:
    """Something of an output that the operator is to read.

    Attributes:
        streams: the numbers of the streams it is about; none of them: the recording.
        sentence: what is wrong.
        grave: nothing of it goes on by itself.
    """

    streams: tuple[int, ...]
    sentence: str
    grave: bool


def there(streams: tuple[StreamView, ...]) -> tuple[StreamView, ...]:
    """The streams that are set up, or of which something runs or has failed."""
    return tuple(each for each in streams if each.set_up or each.state is not OutputCondition.OFF)


def summary_of(streams: tuple[StreamView, ...]) -> StreamsSummary:
    """All streams in one line: the worst state of any, and the figures of those that are on air."""
    known = there(streams)
    if not known:
        return StreamsSummary()
    state = min((each.state for each in known), key=_WORST_FIRST.index)
    live = [each for each in known if each.state is OutputCondition.ON_AIR]
    trying = [each for each in known if each.state in (OutputCondition.CONNECTING, OutputCondition.RECONNECTING)]
    first = min(trying, key=lambda each: (each.state is not state, each.retry_s), default=None)
    press = _press_of({each.state for each in known})
    return StreamsSummary(
        set_up=len(known),
        state=state,
        in_state=sum(each.state is state for each in known),
        on_air=len(live),
        attempt=first.attempt if first else 0,
        retry_s=first.retry_s if first else 0.0,
        kbps=sum(each.kbps for each in live),
        dropped_percent=max((each.dropped_percent for each in live), default=0.0),
        congested=any(each.congested for each in live),
        press=press,
        stoppable=press is OutputPress.RETRY,
        place=known[0].place if len(known) == 1 else "",
    )


def _press_of(states: set[OutputCondition]) -> OutputPress:
    if states & {OutputCondition.RECONNECTING, OutputCondition.FAILED}:
        return OutputPress.RETRY
    return OutputPress.STOP if states & RUNNING else OutputPress.START


def press_of_recording(recording: RecordingView) -> OutputPress:
    """What the large button of the recording does."""
    if recording.state is OutputCondition.FAILED:
        return OutputPress.RETRY
    return OutputPress.STOP if recording.state in RUNNING else OutputPress.START


def with_room(recording: RecordingView, options: OutputOptions, free_gb: float | None) -> RecordingView:
    """The recording with the room that it would have, where it has not said so itself: before it was started.

    Args:
        options: the settings: bit rate, and whether it lies with the reports.
        free_gb: on the disk of the reports, in GB of 10⁹ bytes; None when it is not known.
    """
    if recording.free_gb is not None or free_gb is None or options.record_folder:
        return recording
    return replace(recording, free_gb=free_gb, left_s=free_gb * 8e6 / options.record_kbps)


def output_missing(needed: PresetOutputs, outputs: OutputsView, *, with_show: bool = False) -> Missing:
    """What of that which a preset needs is not on air.

    Args:
        with_show: GO LIVE starts the recording, so that it is not missing before.
    """
    stream = needed.stream and not any(each.state is OutputCondition.ON_AIR for each in outputs.streams)
    recording = needed.recording and outputs.recording.state is not OutputCondition.ON_AIR and not with_show
    if stream and recording:
        return Missing.BOTH
    return Missing.STREAM if stream else Missing.RECORDING if recording else Missing.NOTHING


def is_nearly_full(recording: RecordingView) -> bool:
    """The recording's disk has little room left."""
    return recording.left_s is not None and recording.left_s < LITTLE_LEFT_S


def troubles(outputs: OutputsView) -> tuple[Trouble, ...]:
    """All that is wrong, the gravest first; what several streams say alike is said once."""
    recording = outputs.recording
    found: dict[tuple[str, bool], tuple[int, ...]] = {}
    for each in outputs.streams:
        if each.sentence:
            key = each.sentence, each.state is OutputCondition.FAILED
            found[key] = (*found.get(key, ()), each.number)
    listed = [Trouble(numbers, sentence, grave) for (sentence, grave), numbers in found.items()]
    if recording.sentence:
        listed.insert(0, Trouble((), recording.sentence, recording.state is OutputCondition.FAILED))
    return tuple(sorted(listed, key=lambda trouble: not trouble.grave))
