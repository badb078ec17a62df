"""Codec, encoder, encoding loop and muxer together: what is decoded again is what the program was."""

from __future__ import annotations

import io
from collections.abc import Iterator
from typing import Any

import av
import numpy as np
import pytest

from console.outputs import codecs
from console.outputs.codecs import SOFTWARE, EncoderError, VideoCodec, choose_codec
from console.outputs.encoder import Encoder, Muxer, Packet, size_of
from console.outputs.encoding_loop import EncodingLoop
from console.outputs.program_reader import ProgramReader
from engine.ipc.messages.outputs import EncoderSettings
from engine.ipc.rings.samples import SAMPLE_RATE
from tests.console.outputs.program import MovingProgram

X264 = choose_codec(320, 180, 25, 500, software=True)


@pytest.fixture
def encoder() -> Iterator[Encoder]:
    made = Encoder(X264, EncoderSettings(height=180, video_kbps=800, keyframe_s=1.0), 320, 180, 25)
    yield made
    made.close()


@pytest.fixture
def reader(program: MovingProgram) -> Iterator[ProgramReader]:
    made = ProgramReader()
    assert made.attach(program.pictures.name, program.sound.name, program.rate, 0.0)
    yield made
    made.detach()


def run(program: MovingProgram, loop: EncodingLoop, seconds: float, step_s: float = 0.02) -> list[Packet]:
    packets: list[Packet] = []
    for number in range(1, round(seconds / step_s) + 1):
        program.advance(round(number * step_s * SAMPLE_RATE))
        packets += loop.step(number * step_s)
    return packets


def written(encoder: Encoder, packets: list[Packet]) -> bytes:
    file = io.BytesIO()
    first = next(packet for packet in packets if packet.picture)
    muxer = Muxer(av.open(file, "w", format="flv"), encoder, first.at_s)
    for packet in sorted(packets, key=lambda packet: packet.at_s):
        muxer.write(packet)
    muxer.close()
    return file.getvalue()


def decoded(data: bytes) -> tuple[list[tuple[float, Any]], list[tuple[float, Any]]]:
    pictures, sounds = [], []
    with av.open(io.BytesIO(data)) as container:
        for frame in container.decode():
            if isinstance(frame, av.VideoFrame):
                pictures.append((float(frame.time or 0.0), frame.to_ndarray(format="gray")))
            elif isinstance(frame, av.AudioFrame):
                sounds.append((float(frame.time or 0.0), frame.to_ndarray()))
    return pictures, sounds


def test_every_picture_is_there_and_flash_and_beep_stay_together(
    program: MovingProgram, reader: ProgramReader, encoder: Encoder
) -> None:
    loop = EncodingLoop(reader, encoder, lambda: False)
    packets = run(program, loop, 5.0)
    pictures, sounds = decoded(written(encoder, packets))
    times = [at for at, _ in pictures]
    assert len(pictures) == loop.frames >= 5 * 25 - 3
    assert loop.skipped == 0
    assert np.allclose(np.diff(times), 0.04, atol=0.0015)
    flashes = [at for at, picture in pictures if picture[:, -20:].mean() > 180]
    wave = np.concatenate([block[0] for _, block in sounds])
    beeps = sounds[0][0] + np.flatnonzero(np.abs(wave) > 0.05) / SAMPLE_RATE
    for flash in flashes[:2]:
        assert np.abs(beeps - flash).min() < 0.030  # the tick's own grain, and what AAC smears
    assert len(flashes) >= 2


def test_a_keyframe_comes_every_second_and_whenever_it_is_wanted(
    program: MovingProgram, reader: ProgramReader, encoder: Encoder
) -> None:
    wanted = [False] * 36 + [True] + [False] * 200
    loop = EncodingLoop(reader, encoder, lambda: wanted[loop.frames - 1])
    keys = [packet.time for packet in run(program, loop, 3.0) if packet.picture and packet.key]
    numbers = [key - keys[0] for key in keys]
    assert numbers[:4] == [0, 25, 36, 61]


def test_a_computer_that_is_too_slow_skips_pictures_and_keeps_all_sound(
    program: MovingProgram, reader: ProgramReader, encoder: Encoder
) -> None:
    loop = EncodingLoop(reader, encoder, lambda: False)
    packets = run(program, loop, 4.0, step_s=0.1)  # ten steps a second for 25 pictures
    assert loop.frames <= 41
    assert loop.frames + loop.skipped >= 95
    blocks = [packet.time for packet in packets if not packet.picture]
    assert set(np.diff(blocks)) == {1024}


def test_what_passes_while_nobody_wants_packets_was_not_skipped(
    program: MovingProgram, reader: ProgramReader, encoder: Encoder
) -> None:
    loop = EncodingLoop(reader, encoder, lambda: False)
    run(program, loop, 1.0)
    loop.pause()
    program.advance(5 * SAMPLE_RATE)
    reader.position(5.0)
    assert list(loop.step(5.02))
    assert loop.skipped == 0


@pytest.mark.parametrize(
    ("height", "program", "expected"),
    [
        (720, (1920, 1080), (1280, 720)),
        (0, (1920, 1080), (1920, 1080)),
        (720, (1024, 768), (960, 720)),
        (0, (1921, 1081), (1920, 1080)),
        (1080, (1080, 1920), (608, 1080)),
    ],
)
def test_the_size_is_even_and_in_the_program_s_shape(
    height: int, program: tuple[int, int], expected: tuple[int, int]
) -> None:
    assert size_of(EncoderSettings(height=height), *program) == expected


def test_an_encoder_that_does_not_work_here_is_left_for_the_next(monkeypatch: pytest.MonkeyPatch) -> None:
    absent = VideoCodec("h264_nvenc", {})  # listed by FFmpeg, and there is no card
    monkeypatch.setattr(codecs, "CANDIDATES", {"linux": (absent,)})
    assert choose_codec(320, 180, 25, 500, system="linux").name == SOFTWARE


def test_an_encoder_that_is_too_slow_is_none(monkeypatch: pytest.MonkeyPatch) -> None:
    ticks = iter(range(0, 1000, 3))
    slow = VideoCodec(SOFTWARE, {"preset": "superfast", "tune": "film", "x264-params": "rc-lookahead=40"})
    monkeypatch.setattr(codecs, "CANDIDATES", {"linux": (slow,)})
    assert choose_codec(320, 180, 25, 500, system="linux", clock=lambda: float(next(ticks))) is codecs._X264


def test_when_nothing_works_the_reason_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(codecs, "_X264", VideoCodec("no_such_encoder", {}))
    with pytest.raises(EncoderError, match="no_such_encoder"):
        choose_codec(320, 180, 25, 500, software=True)


def test_fewer_bits_are_given_from_the_next_picture_on() -> None:
    encoder = Encoder(X264, EncoderSettings(height=180, video_kbps=2000, keyframe_s=1.0), 320, 180, 25)
    noise = np.random.default_rng(1)

    def bits_of(numbers: range) -> int:
        pictures = ((number, noise.integers(0, 255, (180, 320, 4), np.uint8)) for number in numbers)
        return 8 * sum(len(p.data) for n, pixels in pictures for p in encoder.picture(pixels, n, key=False))

    whole = bits_of(range(50))
    encoder.set_video_kbps(500)
    bits_of(range(50, 100))  # what was promised before runs out
    assert bits_of(range(100, 150)) < 0.4 * whole
    encoder.close()
