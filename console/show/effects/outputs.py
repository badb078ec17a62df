"""What the outputs beside the hall ask the console to carry out, as plain data."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class StartStreaming:
    """Push the program to a destination, `number` from 1; 0 is every one that has an address."""

    number: int


@dataclass(frozen=True)
class StopStreaming:
    """Push it there no more; 0 is all of them."""

    number: int


@dataclass(frozen=True)
class RetryStreaming:
    """Do not wait for the next attempt; 0 is all that wait."""

    number: int


@dataclass(frozen=True)
class RecordProgram:
    """Write the program into a file."""


@dataclass(frozen=True)
class StopRecording:
    """Close the file."""


OutputEffect = StartStreaming | StopStreaming | RetryStreaming | RecordProgram | StopRecording
