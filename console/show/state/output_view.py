"""What leaves the hall, as the window shows it: plain data."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class OutputCondition(StrEnum):
    """How an output is, as its sink tells."""

    OFF = "off"
    CONNECTING = "connecting"
    ON_AIR = "on air"  # packets are taken: by the server, or by the disk
    RECONNECTING = "reconnecting"
    FAILED = "failed"  # and it tries no more by itself


@dataclass(frozen=True)
class StreamView:
    """One stream.

    Attributes:
        number: from 1.
        set_up: it has an address.
        wanted: the operator has started it.
        key: where its key comes from: `keyring`, `environment`, `held` by this run only, or `none`.
        state: how it is, as its server tells.
        place: where it goes, without the key.
        sentence: why it does not go, or "".
        attempt: of connecting, from 1. retry_s: seconds to the next one.
        on_air_s: since it is on air without a break.
        kbps: thousands of bits a second, as the server takes them.
        congested: the server takes less than is sent.
        dropped: pictures thrown away for that.
        dropped_percent: what is missing of all pictures, for that or since this computer was too slow.
        skipped: pictures that this computer was too slow to encode.
        reconnects: how often it had to connect again.
        encoder: who encodes.
    """

    number: int
    set_up: bool = False
    wanted: bool = False
    key: str = "none"
    state: OutputCondition = OutputCondition.OFF
    place: str = ""
    sentence: str = ""
    attempt: int = 0
    retry_s: float = 0.0
    on_air_s: float = 0.0
    kbps: float = 0.0
    congested: bool = False
    dropped: int = 0
    dropped_percent: float = 0.0
    skipped: int = 0
    reconnects: int = 0
    encoder: str = ""


@dataclass(frozen=True)
class RecordingView:
    """The recording.

    Attributes:
        wanted: the operator has started it.
        state: how it is, as the disk tells.
        file: the path of the file that is written, or was written last; "" before the first.
        sentence: what is wrong, or "".
        folder_missing: the folder that is set is not there: its disk may not be plugged in.
        recorded_s: seconds that are on the disk.
        free_gb: on that disk, in GB of 10⁹ bytes; None when it is not known.
        left_s: how long that lasts; None when it is not known.
        dropped: pictures that the disk was too slow for.
        skipped: pictures that this computer was too slow to encode.
    """

    wanted: bool = False
    state: OutputCondition = OutputCondition.OFF
    file: str = ""
    sentence: str = ""
    folder_missing: bool = False
    recorded_s: float = 0.0
    free_gb: float | None = None
    left_s: float | None = None
    dropped: int = 0
    skipped: int = 0


@dataclass(frozen=True)
class OutputsView:
    """All outputs beside the hall."""

    streams: tuple[StreamView, ...] = ()
    recording: RecordingView = RecordingView()
