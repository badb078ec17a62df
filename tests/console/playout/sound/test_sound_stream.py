"""Sound files are decoded beside the show: they begin at once, take no memory, and whatever is in them hurts nobody."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import numpy as np
import psutil
import pytest

from console.playout.sound.decode import SoundFileError
from console.playout.sound.sound_stream import AHEAD, SoundOpener, SoundStream, sound_fault
from console.playout.sound.turns import FileTurn
from tests.console.playout.conftest import WholeSound
from tests.console.playout.sound.test_decode import write_mp3, write_wav
from tests.engine.conftest import ROOT

Children = Callable[[], list[psutil.Process]]


@pytest.fixture
def opener() -> Iterator[SoundOpener]:
    made = SoundOpener()
    yield made
    made.close()


@pytest.fixture
def children() -> Children:
    """Tells which processes this test has started and not ended: others of this run may have theirs."""
    before = set(psutil.Process().children())
    return lambda: [child for child in psutil.Process().children() if child not in before]


def drained(stream: SoundStream) -> int:
    """Read it to its end; how many samples it had."""
    count = 0
    until = time.monotonic() + 60
    while not (stream.ended and stream.buffered == 0):
        count += len(stream.read(48_000))
        assert time.monotonic() < until
        time.sleep(0.001)
    return count


def test_a_long_file_begins_before_it_is_decoded_and_is_never_whole_in_memory(
    tmp_path: Path, opener: SoundOpener
) -> None:
    path = write_wav(tmp_path / "long.wav", 48_000, 1, 600.0)
    before = psutil.Process().memory_info().rss
    stream = opener.open(path)
    stream.wait(24_000)
    assert stream.told == 600 * 48_000 and not stream.ended
    assert drained(stream) == 600 * 48_000 and stream.fault == ""  # type: ignore[arg-type]
    assert psutil.Process().memory_info().rss - before < 60_000_000
    stream.close()


def test_no_more_is_decoded_ahead_than_is_needed_and_closing_ends_the_process(
    tmp_path: Path, opener: SoundOpener, children: Children
) -> None:
    stream = opener.open(write_wav(tmp_path / "long.wav", 48_000, 1, 120.0))
    stream.wait(AHEAD)
    time.sleep(0.3)
    assert AHEAD <= stream.buffered <= 2 * AHEAD and not stream.ended
    stream.close()
    assert children() == []


def test_a_process_that_waits_is_used_and_ends_with_its_opener(opener: SoundOpener, children: Children) -> None:
    opener.warm()
    (spare,) = children()
    stream = opener.open(ROOT / "assets" / "demo-mc.ogg")
    assert children() == [spare]
    stream.wait(1)
    stream.close()
    opener.warm()
    opener.close()
    assert children() == []


@pytest.mark.parametrize(
    ("name", "data", "words"),
    [
        ("text.wav", b"hello, this is a text\n" * 400, "cannot be read as sound"),
        ("empty.wav", b"", "cannot be read as sound"),
        ("gone.wav", None, "There is no sound file"),
        ("picture.wav", (ROOT / "avatars" / "lin" / "thumbnail.jpg").read_bytes(), "holds no sound"),
    ],
)
def test_what_will_not_play_is_known_before_it_is_needed(
    tmp_path: Path, name: str, data: bytes | None, words: str
) -> None:
    if data is not None:
        (tmp_path / name).write_bytes(data)
    fault = sound_fault(tmp_path / name)
    assert words in fault and name in fault and fault.endswith(".") and "Errno" not in fault


def test_a_pipe_named_as_a_sound_is_told_at_once(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "a.wav")
    assert "no regular file" in sound_fault(tmp_path / "a.wav")


def test_what_will_play_has_no_fault(tmp_path: Path) -> None:
    write_mp3(tmp_path / "a.mp3", 3)
    assert sound_fault(tmp_path / "a.mp3") == "" and sound_fault(ROOT / "assets" / "demo-mc.ogg") == ""
    assert sound_fault(write_wav(tmp_path / "short.wav", 48_000, 1, 0.3)) == ""


@pytest.mark.parametrize("at", ["before its first piece", "in the middle"])
def test_a_decoder_that_dies_is_a_fault_and_no_more(tmp_path: Path, at: str) -> None:
    """As FFmpeg does that runs out of memory or time, or falls over what it reads."""
    said = {
        "before its first piece": "",
        "in the middle": "print(json.dumps({'told_s': 9}), flush=True); o.write(b'\\x04' + bytes(19)); o.flush()",
    }
    program = f"import json, os, sys; o = sys.stdout.buffer; sys.stdin.readline(); {said[at]}; os.abort()"
    process = subprocess.Popen([sys.executable, "-c", program], stdin=subprocess.PIPE, stdout=subprocess.PIPE)
    stream = SoundStream(tmp_path / "a.wav", process)
    if at == "in the middle":
        stream.wait(4)
        assert drained(stream) == 4
    else:
        with pytest.raises(SoundFileError, match=r"a\.wav cannot be read as sound"):
            stream.wait(4)
    assert "a.wav cannot be read as sound" in stream.fault
    stream.close()


def test_a_decoder_has_neither_keys_nor_memory_without_end(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, opener: SoundOpener, children: Children
) -> None:
    for name in ("GROQ_API_KEY", "MYSQL_PWD", "PGPASSWORD", "GOOGLE_CREDENTIALS"):
        monkeypatch.setenv(name, "gsk_secret")
    opener.warm()
    (spare,) = children()
    assert "gsk_secret" not in spare.environ().values()
    stream = opener.open(write_wav(tmp_path / "long.wav", 48_000, 1, 60.0))
    stream.wait(AHEAD)
    limit = spare.rlimit(psutil.RLIMIT_AS)[0]
    assert 0 < limit < 8 * 1024**3
    stream.close()


def test_a_step_without_end_ends_the_process() -> None:
    program = (
        "import console.playout.sound.decoding as d; import console.playout.sound.decode as c; d.STEP_S = 0.2\n"
        "from pathlib import Path; import sys\n"
        "def forever(path):\n    while True: pass\n"
        "c.open_sound = forever; d._decode(Path('a.wav'), None, sys.stdout.buffer)"
    )
    began = time.monotonic()
    assert subprocess.run([sys.executable, "-c", program], timeout=60, check=False).returncode < 0
    assert time.monotonic() - began < 60


def test_the_answer_of_the_process_is_plain(tmp_path: Path) -> None:
    write_wav(tmp_path / "a.wav", 48_000, 1, 0.1)
    job = json.dumps({"path": str(tmp_path / "a.wav"), "upto_s": None}).encode() + b"\n"
    told = subprocess.run(
        [sys.executable, "-m", "console.playout.sound.decoding"], input=job, capture_output=True, check=True
    )
    assert json.loads(told.stdout.split(b"\n", 1)[0]) == {"told_s": 0.1}
    assert json.loads(told.stdout.rsplit(b"\0", 1)[1]) == {"skipped": 0, "fault": ""}


def test_a_late_decoder_leaves_silence_that_is_counted() -> None:
    sound = WholeSound(np.ones(1000, np.float32), told=5000)
    sound.ended = False
    turn = FileTurn(3, sound)
    assert turn.there == 5000 and turn.left == 5000
    assert len(turn.read(1000, 100)) == 1000
    assert not turn.read(480, 1100).any() and turn.starved == 480 and turn.end == 1580
    sound.ended = True
    assert turn.spent and len(turn.read(480, 1580)) == 0 and turn.there == 1480
