"""Real files on the disk, read again by FFmpeg."""

from __future__ import annotations

import errno
from collections.abc import Iterator
from pathlib import Path
from unittest.mock import MagicMock

import av
import pytest

from console.outputs.codecs import choose_codec
from console.outputs.encoder import Encoder, Packet
from console.outputs.encoding_loop import EncodingLoop
from console.outputs.program_reader import ProgramReader
from console.outputs.recording_sink import FULL_BYTES, SOON_S, RecordingSink, free_name
from engine.ipc.messages.outputs import EncoderSettings, OutputState
from engine.ipc.rings.samples import SAMPLE_RATE
from tests.console.outputs.program import MovingProgram
from tests.console.outputs.waiting import wait_until

PLENTY = 10**12


@pytest.fixture
def encoder() -> Iterator[Encoder]:
    codec = choose_codec(320, 180, 25, 500, software=True)
    made = Encoder(codec, EncoderSettings(video_kbps=500, keyframe_s=1.0), 320, 180, 25)
    yield made
    made.close()


class Recorder:
    """A program that is encoded at once, into a sink whose disk is the test's."""

    def __init__(self, program: MovingProgram, encoder: Encoder, sink: RecordingSink) -> None:
        self._program, self.sink = program, sink
        self._reader = ProgramReader()
        assert self._reader.attach(program.pictures.name, program.sound.name, program.rate, 0.0)
        self._loop = EncodingLoop(self._reader, encoder, lambda: sink.wants_key)
        self._step = 0
        sink.begin(encoder)

    def pass_time(self, seconds: float) -> None:
        for _ in range(round(seconds / 0.02)):
            self._step += 1
            self._program.advance(round(self._step * 0.02 * SAMPLE_RATE))
            for packet in self._loop.step(self._step * 0.02):
                self.sink.put(packet)
            wait_until(lambda: self.sink.status().queue_ms < 100 or self.sink.status().state is OutputState.FAILED)

    def close(self) -> None:
        self.sink.close()
        self._reader.detach()


def frames_in(file: Path) -> int:
    with av.open(str(file)) as container:
        return sum(1 for _ in container.decode(video=0))


def recorder(
    program: MovingProgram,
    encoder: Encoder,
    folders: list[Path],
    *,
    file_s: float = 0.0,
    free: dict[Path, int] | None = None,
    clock: list[float] | None = None,
) -> Recorder:
    now = clock if clock is not None else [0.0]
    room = free if free is not None else {}
    sink = RecordingSink(
        folders, "show", file_s, 600, MagicMock(), lambda folder: room.get(folder, PLENTY), lambda: now[0]
    )
    return Recorder(program, encoder, sink)


def test_what_is_recorded_can_be_played_whole(program: MovingProgram, encoder: Encoder, tmp_path: Path) -> None:
    made = recorder(program, encoder, [tmp_path / "films" / "today"])
    made.pass_time(3.0)
    assert made.sink.status().state is OutputState.ON_AIR
    made.close()
    file = tmp_path / "films" / "today" / "show.mp4"
    assert made.sink.status().place == str(file)
    assert made.sink.status().state is OutputState.OFF
    assert frames_in(file) == pytest.approx(3 * 25, abs=3)
    assert made.sink.status().sent_s == pytest.approx(frames_in(file) / 25, abs=0.01)
    with av.open(str(file)) as container:
        assert {stream.type for stream in container.streams} == {"video", "audio"}
        assert container.streams.video[0].average_rate == 25


def test_while_it_runs_all_but_the_last_second_lies_on_the_disk(
    program: MovingProgram, encoder: Encoder, tmp_path: Path
) -> None:
    made = recorder(program, encoder, [tmp_path])
    made.pass_time(5.0)
    torn = tmp_path / "as after a power cut.mp4"
    torn.write_bytes((tmp_path / "show.mp4").read_bytes())
    assert frames_in(torn) >= (5 - 1.2) * 25
    made.close()


def test_a_new_file_begins_after_its_time_and_no_frame_is_lost(
    program: MovingProgram, encoder: Encoder, tmp_path: Path
) -> None:
    clock = [0.0]
    made = recorder(program, encoder, [tmp_path], file_s=4.0, clock=clock)
    for _ in range(7):
        clock[0] += 1.01
        made.pass_time(1.0)
    made.close()
    first, second = tmp_path / "show.mp4", tmp_path / "show 2.mp4"
    assert frames_in(first) + frames_in(second) == pytest.approx(7 * 25, abs=3)
    assert frames_in(first) == pytest.approx(5 * 25, abs=26)  # with the first keyframe after its time


def test_a_full_disk_is_seen_before_and_the_recording_goes_on_in_the_second_folder(
    program: MovingProgram, encoder: Encoder, tmp_path: Path
) -> None:
    first, second = tmp_path / "first", tmp_path / "second"
    clock, free = [0.0], {first: PLENTY}
    made = recorder(program, encoder, [first, second], free=free, clock=clock)
    made.pass_time(2.0)
    free[first] = FULL_BYTES - 1
    clock[0] += 2.0
    made.pass_time(3.0)
    status = made.sink.status()
    assert status.state is OutputState.ON_AIR
    assert status.sentence == f"The disk of the recording is full: it goes on in {second}."
    made.close()
    assert frames_in(first / "show.mp4") + frames_in(second / "show.mp4") == pytest.approx(5 * 25, abs=3)


def test_when_there_is_no_second_folder_the_file_is_closed_in_order_and_it_is_said(
    program: MovingProgram, encoder: Encoder, tmp_path: Path
) -> None:
    clock, free = [0.0], {tmp_path: PLENTY}
    made = recorder(program, encoder, [tmp_path], free=free, clock=clock)
    made.pass_time(2.0)
    free[tmp_path] = 0
    clock[0] += 2.0
    made.pass_time(1.0)
    status = made.sink.status()
    assert status.state is OutputState.FAILED
    assert "choose a second folder" in status.sentence
    assert not made.sink.wants
    assert frames_in(tmp_path / "show.mp4") == pytest.approx(2 * 25, abs=4)
    made.close()
    assert made.sink.status().state is OutputState.FAILED


def test_the_operator_is_warned_before_the_disk_is_full(
    program: MovingProgram, encoder: Encoder, tmp_path: Path
) -> None:
    left_s = SOON_S / 2
    made = recorder(program, encoder, [tmp_path], free={tmp_path: round(FULL_BYTES + left_s * 600 * 125)})
    made.pass_time(0.2)
    status = made.sink.status()
    assert status.sentence.startswith("The disk of the recording is full in ")
    assert status.state is OutputState.ON_AIR
    made.close()


def test_a_folder_that_cannot_be_written_is_named_and_the_second_one_is_taken(
    program: MovingProgram, encoder: Encoder, tmp_path: Path
) -> None:
    (tmp_path / "a file").write_text("in the way")
    made = recorder(program, encoder, [tmp_path / "a file" / "films", tmp_path / "second"])
    made.pass_time(2.0)
    assert made.sink.status().state is OutputState.ON_AIR
    made.close()
    assert frames_in(tmp_path / "second" / "show.mp4") > 30


def broken(packet: Packet) -> None:
    """As a disk that was pulled out."""
    raise OSError(errno.EIO, "Input/output error")


def test_a_disk_that_is_pulled_out_costs_a_second_at_the_most_where_there_is_another_folder(
    program: MovingProgram, encoder: Encoder, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    first, second = tmp_path / "first", tmp_path / "second"
    made = recorder(program, encoder, [first, second])
    made.pass_time(2.5)
    assert made.sink._muxer is not None
    monkeypatch.setattr(made.sink._muxer, "write", broken)
    made.pass_time(3.0)
    status = made.sink.status()
    assert status.state is OutputState.ON_AIR
    assert status.place == str(second / "show.mp4")
    assert status.sentence == (
        f"The folder {first} cannot be written (Input/output error): the recording goes on in {second}."
    )
    made.close()
    assert frames_in(second / "show.mp4") >= (3.0 - 1.0) * 25 - 3
    assert frames_in(first / "show.mp4") > 0


def test_a_second_disk_that_is_nearly_full_too_is_warned_of(
    program: MovingProgram, encoder: Encoder, tmp_path: Path
) -> None:
    first, second = tmp_path / "first", tmp_path / "second"
    made = recorder(program, encoder, [first, second], free={first: 0, second: FULL_BYTES + 10**6})
    made.pass_time(1.5)
    assert made.sink.status().sentence == "The disk of the recording is full in 0 minutes."
    made.close()


def test_a_folder_that_has_gone_is_not_made_again_in_its_place(
    program: MovingProgram, encoder: Encoder, tmp_path: Path
) -> None:
    clock = [0.0]
    made = recorder(program, encoder, [tmp_path / "stick"], clock=clock)
    made.pass_time(1.0)
    (tmp_path / "stick").rename(tmp_path / "pulled out")
    clock[0] += 2.0
    made.pass_time(0.5)
    assert not (tmp_path / "stick").exists()
    made.close()


def test_a_disk_that_breaks_in_the_middle_costs_one_file_and_is_said(
    program: MovingProgram, encoder: Encoder, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = recorder(program, encoder, [tmp_path])
    made.pass_time(1.0)
    assert made.sink._muxer is not None
    monkeypatch.setattr(made.sink._muxer, "write", broken)
    made.pass_time(0.2)
    assert made.sink.status().state is OutputState.FAILED
    assert "Input/output error" in made.sink.status().sentence
    made.close()


def test_no_file_is_ever_written_over(tmp_path: Path) -> None:
    assert free_name(tmp_path, "show").name == "show.mp4"
    (tmp_path / "show.mp4").touch()
    (tmp_path / "show 2.mp4").touch()
    assert free_name(tmp_path, "show").name == "show 3.mp4"


def break_once(sink: RecordingSink, monkeypatch: pytest.MonkeyPatch, number: int) -> None:
    """The next packet cannot be written, for this reason of the system's."""
    muxer = sink._muxer
    assert muxer is not None

    def broken(packet: Packet) -> None:
        raise OSError(number, "as the system says it")

    monkeypatch.setattr(muxer, "write", broken)


def test_a_disk_that_takes_no_larger_files_gets_another_one(
    program: MovingProgram, encoder: Encoder, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """FAT32 ends a file at 4 GB: 45 minutes."""
    made = recorder(program, encoder, [tmp_path])
    made.pass_time(2.5)
    break_once(made.sink, monkeypatch, errno.EFBIG)
    made.pass_time(3.0)
    assert (made.sink.status().state, made.sink.status().sentence) == (OutputState.ON_AIR, "")
    made.close()
    assert frames_in(tmp_path / "show.mp4") >= 50
    assert frames_in(tmp_path / "show 2.mp4") >= 40


def test_a_full_disk_that_breaks_before_its_file_is_closed_costs_no_second_folder(
    program: MovingProgram, encoder: Encoder, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    first, second = tmp_path / "a", tmp_path / "b"
    room, clock = {first: PLENTY, second: PLENTY}, [0.0]
    made = recorder(program, encoder, [first, second], free=room, clock=clock)
    made.pass_time(1.2)
    muxer = made.sink._muxer
    assert muxer is not None
    write, broken = muxer.write, []

    def full(packet: Packet) -> None:
        """From when the disk was seen to be full, and before the keyframe with which the second folder begins."""
        if made.sink._folders == [second]:
            broken.append(packet)
            raise OSError(errno.ENOSPC, "no space")
        write(packet)

    monkeypatch.setattr(muxer, "write", full)
    room[first], clock[0] = FULL_BYTES - 1, 5.0
    made.pass_time(3.0)
    assert broken
    assert made.sink.status().state is OutputState.ON_AIR
    assert str(second) in made.sink.status().sentence
    made.close()
    assert frames_in(second / "show.mp4") >= 40
