"""The settings of the outputs beside the hall: streams and the recording, declared as all settings are."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated, Literal

import msgspec

from console.show.core.field_info import Control, FieldInfo

STREAMS = 3
"""Destinations that the program can be pushed to at once."""


class OutputGroup(StrEnum):
    """What settings of the outputs stand together, by its title."""

    STREAM = "Streams"
    RECORDING = "Recording"


FOLDER_WHY = "A folder's name may have at most {longest} characters."

_STREAM = "A stream's address is as rtmp://host/app, rtmps://host/app or srt://host:port."
_SERVER_GIVEN = "as rtmp://host/app, or srt://host:port"

StreamUrl = Annotated[
    str, msgspec.Meta(pattern=r"^(rtmps?://[^\s/]+/\S+|srt://[^\s/?]+:\d+(\?\S*)?)?$", max_length=300)
]


class OutputOptions(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """What can be set of the outputs.

    Attributes:
        stream_1_url, stream_2_url, stream_3_url: where the program is pushed to, as rtmp://host/app; "" is nowhere.
        stream_size: of the streams' picture, its height in pixels; `program` is the program's own.
        stream_kbps: of the streams' picture, in thousands of bits a second.
        stream_adapts: fewer bits while the network is slow.
        record_folder, record_folder_2: of recordings, and where they go on when the first one's disk is full; "" is the
            folder of recordings and reports, and nowhere.
        record_size: as `stream_size`. record_kbps: of the recording's picture, in thousands of bits a second.
        record_minutes: a new file begins after so many minutes; 0 is never.
        record_with_show: GO LIVE starts the recording, and END closes it.
    """

    stream_1_url: Annotated[StreamUrl, FieldInfo("Stream 1", OutputGroup.STREAM, _SERVER_GIVEN, why=_STREAM)] = ""
    stream_2_url: Annotated[StreamUrl, FieldInfo("Stream 2", OutputGroup.STREAM, _SERVER_GIVEN, why=_STREAM)] = ""
    stream_3_url: Annotated[StreamUrl, FieldInfo("Stream 3", OutputGroup.STREAM, _SERVER_GIVEN, why=_STREAM)] = ""
    stream_size: Annotated[
        Literal["720", "1080", "program"],
        FieldInfo(
            "Streams' size",
            OutputGroup.STREAM,
            choices={
                "720": ("720p", "What most platforms and networks take"),
                "1080": ("1080p", "Twice the work for this computer"),
                "program": ("PROGRAM", "As the hall's screen has it"),
            },
            why="The streams' size is 720, 1080 or program.",
        ),
    ] = "720"
    stream_kbps: Annotated[
        int,
        msgspec.Meta(ge=300, le=50000),
        FieldInfo(
            "Streams' bit rate",
            OutputGroup.STREAM,
            "Of the picture; less than the network can carry upwards",
            unit="kb/s",
            step=100,
            why="The streams' bit rate must be between {least} and {most} kb/s.",
        ),
    ] = 4500
    stream_adapts: Annotated[
        bool,
        FieldInfo(
            "In a slow network",
            OutputGroup.STREAM,
            on="Fewer bits for a while: a softer picture",
            off="Pictures are dropped: it stutters",
        ),
    ] = True
    record_folder: Annotated[
        str,
        msgspec.Meta(max_length=500),
        FieldInfo("Folder", OutputGroup.RECORDING, "Empty: with the reports", control=Control.FILE, why=FOLDER_WHY),
    ] = ""
    record_folder_2: Annotated[
        str,
        msgspec.Meta(max_length=500),
        FieldInfo(
            "Second folder",
            OutputGroup.RECORDING,
            "On another disk: the recording goes on there when the first is full",
            control=Control.FILE,
            why=FOLDER_WHY,
        ),
    ] = ""
    record_size: Annotated[
        Literal["720", "1080", "program"],
        FieldInfo(
            "Recording's size",
            OutputGroup.RECORDING,
            choices={
                "720": ("720p", "Small files, little work"),
                "1080": ("1080p", "For editing"),
                "program": ("PROGRAM", "As the hall's screen has it"),
            },
            why="The recording's size is 720, 1080 or program.",
        ),
    ] = "program"
    record_kbps: Annotated[
        int,
        msgspec.Meta(ge=1000, le=100000),
        FieldInfo(
            "Recording's bit rate",
            OutputGroup.RECORDING,
            "Of the picture: 12,000 kb/s is 5.5 GB an hour",
            unit="kb/s",
            step=500,
            why="The recording's bit rate must be between {least} and {most} kb/s.",
        ),
    ] = 12000
    record_minutes: Annotated[
        int,
        msgspec.Meta(ge=0, le=600),
        FieldInfo(
            "New file after",
            OutputGroup.RECORDING,
            "0 is never; no frame is lost between two files",
            unit="min",
            why="A new file begins after between {least} and {most} minutes; 0 is never.",
        ),
    ] = 0
    record_with_show: Annotated[
        bool,
        FieldInfo(
            "With the show",
            OutputGroup.RECORDING,
            on="GO LIVE starts it, END closes it",
            off="Only by hand",
        ),
    ] = False
