"""The rows of the action table for what leaves the hall: streams and the recording."""

from __future__ import annotations

from console.show.actions.action import Action, ArgumentError
from console.show.effects.outputs import RecordProgram, RetryStreaming, StartStreaming, StopRecording, StopStreaming
from console.show.state.output_settings import STREAMS
from engine.text import Text

STOP_HOLD_S = 1.0

NO_SUCH_STREAM = "There are streams 1 to {most}: name one of them, or none for all."


def _number(argument: object) -> int:
    """Which stream: 1 to 3, or all of them where nothing is said. Raises ArgumentError."""
    word = str(argument).strip().lower() if argument is not None else ""
    if word in ("", "all"):
        return 0
    if word.isascii() and word.isdigit() and 1 <= int(word) <= STREAMS:
        return int(word)
    raise ArgumentError(Text(NO_SUCH_STREAM, most=STREAMS))


OUTPUT_ACTIONS: tuple[Action, ...] = (
    Action(
        "stream_start",
        "STREAM",
        "Push the program to the stream's server; the hall does not notice",
        effects=lambda argument: (StartStreaming(_number(argument)),),
    ),
    Action(
        "stream_stop",
        "STOP STREAM",
        "End the stream; the hall goes on",
        effects=lambda argument: (StopStreaming(_number(argument)),),
        hold_s=STOP_HOLD_S,
    ),
    Action(
        "stream_retry",
        "RETRY NOW",
        "Do not wait for the next attempt to reach the stream's server",
        effects=lambda argument: (RetryStreaming(_number(argument)),),
    ),
    Action(
        "record_start",
        "RECORD",
        "Record the program, as the hall sees and hears it",
        effects=lambda argument: (RecordProgram(),),
    ),
    Action(
        "record_stop",
        "STOP RECORDING",
        "Close the recording's file; the hall goes on",
        effects=lambda argument: (StopRecording(),),
        hold_s=STOP_HOLD_S,
    ),
)
