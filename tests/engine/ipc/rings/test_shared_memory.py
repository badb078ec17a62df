from __future__ import annotations

import gc
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import numpy as np
import pytest

from engine.ipc.rings.shared_memory import (
    RingError,
    attach_segment,
    bytes_of,
    create_segment,
    release_segment,
    sweep_segments,
)
from engine.ipc.rings.sound_ring import SoundRing
from tests.fakes.children import ROOT, line_of, program

HOLD = """
import sys
from engine.ipc.rings.shared_memory import create_segment
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


STARVED = """
import sys
from engine.ipc.rings.shared_memory import RingError, attach_segment
def refuse(*_): raise OSError(12, "Cannot allocate memory")
import engine.ipc.rings.shared_memory as segment
segment.mmap.mmap = refuse
try:
    attach_segment(sys.argv[1])
except RingError as error:
    print(error)
"""


def test_an_attach_that_fails_takes_the_segment_from_nobody(name: str) -> None:
    ring = SoundRing(name, capacity=4800)
    done = subprocess.run(
        [sys.executable, "-c", STARVED, name], cwd=ROOT, capture_output=True, text=True, check=True, timeout=60
    )
    assert "cannot be opened" in done.stdout and not done.stderr
    assert Path("/dev/shm", name).exists()
    later = SoundRing.attach(name)
    ring.write(np.ones(10, np.float32))
    assert later.written == 10
    later.close()
    ring.close()


def test_python_s_own_class_would_have_removed_it(name: str) -> None:
    """Why there is one of our own; when this fails, it may go."""
    memory = create_segment(name, 4096)
    script = f"""
import mmap
from multiprocessing import resource_tracker, shared_memory
resource_tracker.register = lambda *_: None
resource_tracker.unregister = lambda *_: None
def refuse(*_): raise OSError(12, "Cannot allocate memory")
shared_memory.mmap.mmap = refuse
try:
    shared_memory.SharedMemory(name={name!r})
except OSError:
    pass
"""
    subprocess.run([sys.executable, "-c", script], check=True, timeout=60)
    assert not Path("/dev/shm", name).exists()
    release_segment(memory, unlink=False)


def test_a_segment_whose_name_was_removed_is_opened_through_its_creator() -> None:
    name = f"compere-{os.getpid()}-abcdef-snd"
    ring = SoundRing(name, capacity=4800)
    Path("/dev/shm", name).unlink()
    later = SoundRing.attach(name)
    ring.write(np.ones(10, np.float32))
    assert later.written == 10, "it is the very same"
    later.close()
    ring.close()
    with pytest.raises(RingError, match="is gone"):
        SoundRing.attach(name)


def test_a_header_that_promises_more_than_there_is_is_refused(name: str) -> None:
    ring = SoundRing(name, capacity=4800)
    ring._words[1] = 1 << 40
    with pytest.raises(RingError, match="cut off or damaged"):
        SoundRing.attach(name)
    ring._words[1] = -5
    with pytest.raises(RingError, match="cut off or damaged"):
        SoundRing.attach(name)
    ring.close()


def test_what_a_killed_group_left_is_swept_and_nothing_of_the_living(tmp_path: Path) -> None:
    mine = f"compere-{os.getpid()}-abcdef-snd"
    dead = "compere-4000000-0a1b2c-pic"
    memory = create_segment(mine, 4096)
    for left in (dead, "compere-test-12345678", "somebody-elses"):
        (tmp_path / left).write_bytes(b"x" * 10)
    later = lambda: time.time() + 60.0  # noqa: E731
    assert sweep_segments(tmp_path) == [], "too young"
    assert sweep_segments(tmp_path, later) == [dead]
    assert sorted(path.name for path in tmp_path.iterdir()) == ["compere-test-12345678", "somebody-elses"]
    assert mine not in sweep_segments(clock=later) and Path("/dev/shm", mine).exists()
    release_segment(memory, unlink=True)


def test_a_group_that_is_killed_with_its_tracker_leaves_nothing_after_the_next_start() -> None:
    script = HOLD.replace("sys.argv[1]", "f'compere-{__import__(\"os\").getpid()}-0a1b2c-snd'")
    child = subprocess.Popen(
        [sys.executable, "-c", script],
        cwd=ROOT,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        start_new_session=True,
    )
    with child:
        line_of(child)
        os.killpg(child.pid, signal.SIGKILL)
    left = Path("/dev/shm", f"compere-{child.pid}-0a1b2c-snd")
    assert left.exists(), "nobody was left to remove it"
    assert left.name in sweep_segments(clock=lambda: time.time() + 60.0)
    assert not left.exists()


def test_a_picture_that_is_held_to_the_end_is_no_complaint() -> None:
    script = """
import numpy as np
from engine.ipc.rings.shared_memory import bytes_of, create_segment
memory = create_segment("compere-test-held", 4096)
memory.unlink()
picture = np.frombuffer(bytes_of(memory), np.uint8)
import sys
sys.modules["held"] = (memory, picture)
"""
    done = subprocess.run([sys.executable, "-c", script], cwd=ROOT, capture_output=True, text=True, check=True)
    assert done.stderr == ""
