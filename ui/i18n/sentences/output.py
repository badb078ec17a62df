"""What the console says of streams and of the recording; a part of the catalogue."""

from __future__ import annotations

from PySide6.QtCore import QT_TRANSLATE_NOOP

OUTPUT_SENTENCES = (
    # What a preset needs, and preflight
    QT_TRANSLATE_NOOP("words", "{name} needs a stream, and none is on air: start it in OUTPUTS."),
    QT_TRANSLATE_NOOP("words", "{name} needs the recording, and it is not running: start it in OUTPUTS."),
    QT_TRANSLATE_NOOP("words", "Outputs"),
    QT_TRANSLATE_NOOP("words", "no stream"),
    QT_TRANSLATE_NOOP("words", "no recording"),
    QT_TRANSLATE_NOOP("words", "{name} needs it: start it in OUTPUTS."),
    QT_TRANSLATE_NOOP("words", "neither runs"),
    QT_TRANSLATE_NOOP(
        "words", "{name} needs a stream and the recording, and neither is on air: start them in OUTPUTS."
    ),
    QT_TRANSLATE_NOOP(
        "words",
        "This computer is too slow for it: {percent} % of the pictures are missing. Stop another output, or choose a "
        "smaller size in STANDBY.",
    ),
    QT_TRANSLATE_NOOP("words", "not as it should be"),
    QT_TRANSLATE_NOOP("words", "room for {n} min of recording"),
    QT_TRANSLATE_NOOP("words", "Make room on the disk, or choose another folder in EDIT, SETTINGS."),
    QT_TRANSLATE_NOOP("words", "{n} on air, recording"),
    QT_TRANSLATE_NOOP("words", "{n} on air"),
    QT_TRANSLATE_NOOP("words", "none started"),
    QT_TRANSLATE_NOOP("words", "half its size"),
    QT_TRANSLATE_NOOP("words", "KEY BESIDE fills a screen twice as wide, as 3840×1080: set the card so."),
    QT_TRANSLATE_NOOP("words", "folder is not there"),
    QT_TRANSLATE_NOOP("words", "Plug in the disk of the recordings, or choose another folder in EDIT, SETTINGS."),
    QT_TRANSLATE_NOOP("words", "slow network"),
    QT_TRANSLATE_NOOP("words", "The server takes less than is sent: free the network, or lower the bit rate."),
    QT_TRANSLATE_NOOP("words", "connecting"),
    QT_TRANSLATE_NOOP("words", "Wait until it is on air."),
    QT_TRANSLATE_NOOP("words", "Encoding failed inside Compere ({fault}): press Retry."),
    QT_TRANSLATE_NOOP("words", "SRT knows no {name} here: behind the ? may stand {list}."),
    # Refusals
    QT_TRANSLATE_NOOP("words", "There are streams 1 to {most}: name one of them, or none for all."),
    QT_TRANSLATE_NOOP("words", "Stream {number} has no address: EDIT, SETTINGS, Streams."),
    QT_TRANSLATE_NOOP("words", "There is no stream with an address: EDIT, SETTINGS, Streams."),
    QT_TRANSLATE_NOOP("words", "No stream is waiting."),
    QT_TRANSLATE_NOOP("words", "Playout is not running."),
    # Platforms
    QT_TRANSLATE_NOOP(
        "words",
        "{platform} takes at most {most} kb/s of picture, and {set} are set: lower the streams' bit rate.",
    ),
    # Why a stream does not go
    QT_TRANSLATE_NOOP("words", "Stream {number} has no key, and its address has none either: EDIT, SETTINGS, Streams."),
    QT_TRANSLATE_NOOP(
        "words", "This is not a stream's address: it is as rtmp://host/app, rtmps://host/app or srt://host:port."
    ),
    QT_TRANSLATE_NOOP("words", "An SRT passphrase has {least} to {most} characters."),
    QT_TRANSLATE_NOOP(
        "words",
        "SRT needs the program ffmpeg with SRT in it, and this computer has none: install it, or use RTMP.",
    ),
    QT_TRANSLATE_NOOP("words", "Nobody answers at {host} by SRT: is the receiver listening, and is its port right?"),
    QT_TRANSLATE_NOOP("words", "The receiver does not accept the passphrase: it must be the same here and there."),
    QT_TRANSLATE_NOOP(
        "words",
        "The server {host} cannot be found: is the network up, and is its name right?",
    ),
    QT_TRANSLATE_NOOP("words", "The server {host} refuses the connection: is it running?"),
    QT_TRANSLATE_NOOP("words", "The server {host} does not answer."),
    QT_TRANSLATE_NOOP("words", "The server {host} does not speak TLS as it should ({fault})."),
    QT_TRANSLATE_NOOP("words", "The server {host} closes the connection: is it an RTMP server?"),
    QT_TRANSLATE_NOOP("words", "The server {host} takes the connection and says nothing."),
    QT_TRANSLATE_NOOP(
        "words", "The server closes the connection: is the stream's key right, and is the stream open there?"
    ),
    QT_TRANSLATE_NOOP("words", "The connection to the server was lost."),
    QT_TRANSLATE_NOOP("words", "The server takes nothing any more."),
    QT_TRANSLATE_NOOP("words", "This computer has no encoder that works: {fault}."),
    # The recording
    QT_TRANSLATE_NOOP(
        "words", "The folder {folder} cannot be written ({fault}): the recording goes on in {following}."
    ),
    QT_TRANSLATE_NOOP(
        "words",
        "The folder {folder} cannot be written ({fault}): choose another in EDIT, SETTINGS, Recording.",
    ),
    QT_TRANSLATE_NOOP("words", "The disk of the recording is full: it goes on in {folder}."),
    QT_TRANSLATE_NOOP(
        "words",
        "The disk of the recording is full: free some space, or choose a second folder in EDIT, SETTINGS, Recording.",
    ),
    QT_TRANSLATE_NOOP("words", "The disk of the recording is full in {minutes} minutes."),
    # Alarms
    QT_TRANSLATE_NOOP("words", "RECORDING"),
    QT_TRANSLATE_NOOP("words", "STREAM LOST"),
    QT_TRANSLATE_NOOP("words", "Wait: it is tried again without end; or press RETRY NOW."),
    # Lines of the log
    QT_TRANSLATE_NOOP("words", "stream {number} on air: {place}"),
    QT_TRANSLATE_NOOP("words", "stream {number} stopped"),
    QT_TRANSLATE_NOOP("words", "stream {number} lost: {why}"),
    QT_TRANSLATE_NOOP("words", "recording: {path}"),
    QT_TRANSLATE_NOOP("words", "recording closed: {path}"),
)

OUTPUT_WORDS = (
    QT_TRANSLATE_NOOP("words", "STREAM"),
    QT_TRANSLATE_NOOP("words", "Push the program to the stream's server; the hall does not notice"),
    QT_TRANSLATE_NOOP("words", "STOP STREAM"),
    QT_TRANSLATE_NOOP("words", "End the stream; the hall goes on"),
    QT_TRANSLATE_NOOP("words", "RETRY NOW"),
    QT_TRANSLATE_NOOP("words", "Do not wait for the next attempt to reach the stream's server"),
    QT_TRANSLATE_NOOP("words", "RECORD"),
    QT_TRANSLATE_NOOP("words", "Record the program, as the hall sees and hears it"),
    QT_TRANSLATE_NOOP("words", "STOP RECORDING"),
    QT_TRANSLATE_NOOP("words", "Close the recording's file; the hall goes on"),
)
"""Of the actions: what they are called, and what they do."""
