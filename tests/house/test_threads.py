"""Long work has one way, `console.jobs`; what has a thread or a process of its own besides is listed here, with why."""

from __future__ import annotations

import ast

from tests.house.source import ROOT, files, tree_of

THREADS = {
    "console/jobs.py": "the one way",
    "console/answer/stt/echo/cleaning.py": "takes the echo out while somebody speaks: a loop in real time",
    "console/answer/stt/process.py": "the two loops of a process of its own",
    "console/answer/tts/local/process.py": "the loop of a process of its own",
    "console/emergency/windows_keys.py": "Windows tells of keys only to a thread that waits for them",
    "console/playout/devices/audio_devices.py": "PortAudio opens and closes streams in one thread only",
    "console/outputs/process.py": "encodes in real time, while the process goes on answering",
    "console/outputs/recording_sink.py": "a disk may wait, and encoding must not",
    "console/outputs/streams/srt.py": "reads what ffmpeg says, in the process of an output",
    "console/outputs/streams/stream_sink.py": "FFmpeg waits for the network",
    "console/playout/devices/file_microphone.py": "a microphone in real time",
    "console/playout/devices/pulse.py": "waits for the sound server's events",
    "console/playout/devices/pulse_flow.py": "sound in real time, to and from a device",
    "console/playout/picture/slate_drawer.py": "a disk that hangs must not stop playout's tick",
    "console/playout/process.py": "the source timeline: a loop in real time",
    "console/playout/sound/audio_engine.py": "a sound file is begun while the hall hears another one",
    "console/playout/sound/feedback_guard.py": "listens for feedback in real time",
    "console/playout/sound/sound_stream.py": "reads what a decoding process writes",
    "console/processes/sleep_inhibitor.py": "the desktop's bus is asked again and again, and may hang",
    "console/talk/headphones.py": "closing a device takes as long as its driver likes",
}
"""File → why it starts a thread by hand."""

PROCESSES = {"console/jobs.py": "the one way"}
"""File → why it starts a process of Qt's by hand."""


def makers_of(name: str, *folders: str) -> set[str]:
    """The files that call `name`, as an attribute or by itself."""
    return {
        path.relative_to(ROOT).as_posix()
        for path in files(*folders)
        for node in ast.walk(tree_of(path))
        if isinstance(node, ast.Call) and name in (getattr(node.func, "attr", None), getattr(node.func, "id", None))
    }


def test_a_thread_is_started_by_hand_only_where_a_job_will_not_do() -> None:
    assert makers_of("Thread", "console") == set(THREADS)


def test_a_process_of_qts_is_started_in_one_place() -> None:
    assert makers_of("QProcess", "console", "ui") == set(PROCESSES)


def test_no_thread_of_qts_is_used() -> None:
    assert makers_of("QThread", "console", "ui") == set()
