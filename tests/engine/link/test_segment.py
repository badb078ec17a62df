from __future__ import annotations

import gc
import signal
import subprocess
import sys
import time
from pathlib import Path

import numpy as np
import pytest

from engine.link.rings import SoundRing
from engine.link.segment import RingError, attach_segment, bytes_of, create_segment, release_segment
from tests.fakes.children import ROOT, line_of, program

HOLD = """
import sys
from engine.link.segment import create_segment
memory = create_segment(sys.argv[1], 4096)
print("ready", flush=True)
sys.stdin.read()
"""


def _descriptors() -> int:
    return sum(1 for _ in Path("/proc/self/fd").iterdir())


def test_what_one_writes_the_other_reads(name: str) -> None:
    mine = create_segment(name, 4096)
    theirs = attach_segment(name)
    bytes_of(mine)[7] = 42
    assert bytes_of(theirs)[7] == 42
    release_segment(theirs, unlink=False)
    release_segment(mine, unlink=True)


def test_a_fresh_segment_is_zeroed(name: str) -> None:
    memory = create_segment(name, 4096)
    assert not any(bytes_of(memory))
    release_segment(memory, unlink=True)


def test_a_process_that_only_attached_leaves_the_segment_when_it_ends(name: str) -> None:
    ring = SoundRing(name, capacity=4800)
    with program("tests.fakes.sound_program", "hold", name) as child:
        assert line_of(child) == "0"
    assert child.returncode == 0
    with program("tests.fakes.sound_program", "hold", name) as child:
        line_of(child)
        child.kill()
        child.wait()
    later = SoundRing.attach(name)
    ring.write(np.ones(10, np.float32))
    assert later.written == 10
    later.close()
    ring.close()


def test_the_segment_of_a_killed_creator_does_not_stay_in_memory(name: str) -> None:
    with subprocess.Popen(
        [sys.executable, "-c", HOLD, name], cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as child:
        line_of(child)
        child.send_signal(signal.SIGKILL)
    deadline = time.monotonic() + 5
    while Path("/dev/shm", name).exists() and time.monotonic() < deadline:
        time.sleep(0.01)
    with pytest.raises(RingError, match="is gone"):
        attach_segment(name)


def test_a_segment_that_is_not_there_is_said_in_one_sentence(name: str) -> None:
    with pytest.raises(RingError, match=rf"^The shared memory {name} is gone: .*\.$"):
        attach_segment(name)


def test_no_room_is_said_in_one_sentence(name: str) -> None:
    first = create_segment(name, 4096)
    with pytest.raises(RingError, match="no shared memory for 8 MB"):
        create_segment(name, 8 << 20)
    release_segment(first, unlink=True)


def test_releasing_twice_and_releasing_what_is_gone_is_quiet(name: str) -> None:
    memory = create_segment(name, 4096)
    theirs = attach_segment(name)
    release_segment(memory, unlink=True)
    release_segment(theirs, unlink=True)
    release_segment(theirs, unlink=False)
    with pytest.raises(RingError, match="closed already"):
        bytes_of(theirs)


def test_a_picture_over_released_memory_stays_readable_and_no_descriptor_stays_open(name: str) -> None:
    open_before = _descriptors()
    memory = create_segment(name, 4096)
    picture = np.frombuffer(bytes_of(memory), np.uint8)
    picture[5] = 9
    release_segment(memory, unlink=True)
    del memory
    gc.collect()  # must say nothing: an exception in a destructor fails this test
    assert picture[5] == 9
    del picture
    assert _descriptors() == open_before
