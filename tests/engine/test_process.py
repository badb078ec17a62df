"""A real engine process with the light driver; the console and playout are played by the test."""

from __future__ import annotations

import shutil
import socket
import time
from pathlib import Path
from unittest.mock import MagicMock

import numpy as np
import pytest
from numpy.typing import NDArray

from engine.driver import pts_of
from engine.ipc.messages import core as m
from engine.ipc.messages.engine import Attach, EngineStatus, Failed, Load, Ready, Warm
from engine.ipc.transport import Link, call, read_card
from engine.process import LOST, Engine
from tests.engine.conftest import RATE, ROOT, TICK, EngineProcess, Rings

LIN, HAO = ROOT / "avatars" / "lin", ROOT / "avatars" / "hao"


def load(avatar: Path, role: str = "air", fade_s: float = 0.0) -> Load:
    return Load(avatar=str(avatar), look_ahead_s=0.04, role=role, fade_s=fade_s)


def difference(a: NDArray[np.uint8], b: NDArray[np.uint8]) -> float:
    """How far two pictures are apart, in grey levels a byte."""
    return float(np.abs(a.astype(int) - b).mean())


def on_air(engine: EngineProcess, rings: Rings, avatar: Path) -> None:
    """The avatar is drawn into these rings."""
    engine.link.send(rings.attach)
    engine.link.send(load(avatar))
    while engine.hear(Ready).avatar != str(avatar):
        pass
    engine.ask()


def test_each_frame_is_drawn_with_its_own_time_as_soon_as_its_sound_is_there(
    engine: EngineProcess, rings: Rings
) -> None:
    engine.link.send(rings.attach)
    engine.link.send(load(LIN))
    ready = engine.hear(Ready)
    assert ready.avatar == str(LIN) and ready.driver == "light"
    assert 0.04 <= ready.look_ahead_s <= 0.08
    engine.ask()
    first = rings.picture()
    for number in range(1, 20):
        info = rings.picture()
        assert info.pts == first.pts + number * TICK and info.pts % TICK == 0
        assert info.generation == 0
        assert info.pts + ready.look_ahead_s * 48_000 <= rings.sound.written
    pixels = np.array(rings.pictures.pixels(info))
    assert (pixels[..., 3] == 255).all() and pixels[..., :3].std() > 10, "there is nobody in the picture"
    status = engine.hear(EngineStatus)
    assert status.frames >= 20 and 0 < status.draw_p50_ms <= status.draw_p99_ms and status.memory_mb > 20


def test_after_a_cut_the_frames_from_there_on_are_drawn_again(engine: EngineProcess, rings: Rings) -> None:
    on_air(engine, rings, LIN)
    for _ in range(10):
        newest = rings.picture()
    at = newest.pts - 2 * TICK + 1
    rings.sound.cut(at, 480)
    redrawn = []
    while all(info.pts <= newest.pts for info in redrawn):
        rings.go_on()
        for slot in range(rings.pictures.slots):
            info = rings.pictures.info_of(slot)
            if info is not None and info.generation == 1 and info.pts not in [other.pts for other in redrawn]:
                redrawn.append(info)
        engine.ask()
    redrawn.sort(key=lambda info: info.sequence)  # a look at the ring may find two, in the order of its slots
    assert redrawn[0].pts == newest.pts - TICK
    assert newest.pts in [info.pts for info in redrawn]


def test_rings_that_are_not_there_yet_are_asked_for_again(engine: EngineProcess) -> None:
    later = Rings()
    name = later.attach.pictures
    hidden = Path("/dev/shm", name).rename(Path("/dev/shm", f"{name}-hidden"))
    engine.link.send(later.attach)
    assert engine.hear(m.Fault).kind == "rings"
    hidden.rename(Path("/dev/shm", name))
    assert engine.hear(m.Cleared).kind == "rings"
    on_air(engine, later, LIN)
    later.picture()
    later.close()


@pytest.mark.parametrize("value", [np.nan, np.inf])
def test_a_sample_that_is_no_number_leaves_the_head_where_it_was(
    engine: EngineProcess, rings: Rings, value: float
) -> None:
    on_air(engine, rings, LIN)
    before = np.array(rings.pictures.pixels(rings.picture()))
    rings.sound.write(np.full(TICK, 0.1, np.float32))
    at = rings.sound.written % rings.sound.capacity
    rings.sound.write(np.full(TICK, 0.1, np.float32))
    rings.sound._samples[at + 100] = value  # past every door, in the memory itself
    for _ in range(30):
        info = rings.picture()
    after = np.array(rings.pictures.pixels(info))
    assert difference(before, after) < 6.0, "somebody without a head is further from himself than that"
    assert engine.process.poll() is None


def test_a_broken_avatar_is_refused_in_one_sentence_and_the_old_one_goes_on(
    engine: EngineProcess, rings: Rings, tmp_path: Path
) -> None:
    on_air(engine, rings, LIN)
    broken = tmp_path / "hao"
    broken.mkdir()
    (broken / "avatar.toml").write_bytes(b"format = 1\nid = \xff")
    for _ in range(2):  # the same request again is tried again
        engine.link.send(load(broken))
        failed = engine.hear(Failed)
        assert failed.avatar == str(broken)
        assert failed.sentence.endswith(".") and "\n" not in failed.sentence and "Traceback" not in failed.sentence
    before = rings.picture()
    assert rings.picture().pts == before.pts + TICK
    assert (broken / "avatar.toml").read_bytes() == b"format = 1\nid = \xff"
    shutil.copytree(HAO, broken, dirs_exist_ok=True)
    engine.link.send(load(broken))
    ready = engine.hear(Ready)
    assert ready.avatar == str(broken)


def test_an_avatar_that_is_next_is_only_made_ready(engine: EngineProcess, rings: Rings) -> None:
    on_air(engine, rings, LIN)
    lin = np.array(rings.pictures.pixels(rings.picture()))
    engine.link.send(load(HAO, "next"))
    assert engine.hear(Warm) == Warm(avatar=str(HAO))
    still = np.array(rings.pictures.pixels(rings.picture()))
    engine.link.send(load(HAO))
    ready = engine.hear(Ready)
    assert ready.avatar == str(HAO)
    hao = np.array(rings.pictures.pixels(rings.picture()))
    assert difference(lin, still) < 2 < difference(lin, hao)


def test_a_take_fades_from_one_avatar_to_the_other_within_its_time(engine: EngineProcess, rings: Rings) -> None:
    on_air(engine, rings, HAO)
    on_air(engine, rings, LIN)
    lin = np.array(rings.pictures.pixels(rings.picture()))
    engine.link.send(load(HAO, fade_s=0.3))
    engine.hear(Ready)
    engine.ask()
    pictures = [np.array(rings.pictures.pixels(rings.picture())) for _ in range(12)]
    away = [difference(lin, picture) for picture in pictures]
    assert away[0] < away[3] < away[6] < away[8]
    assert away[0] < away[-1] / 3, "it began with a jump"
    assert difference(pictures[9], pictures[-1]) < 2 < difference(pictures[5], pictures[-1])


def test_rings_that_are_gone_are_said_so_and_the_old_ones_stay(engine: EngineProcess, rings: Rings) -> None:
    on_air(engine, rings, LIN)
    engine.link.send(Attach(sound="compere-test-gone", pictures=rings.pictures.name, rate=RATE))
    fault = engine.hear(m.Fault)
    assert fault.kind == "rings" and "gone" in fault.sentence
    rings.picture()


def test_new_rings_of_a_new_playout_are_drawn_into_at_once(engine: EngineProcess, rings: Rings) -> None:
    on_air(engine, rings, LIN)
    rings.picture()
    again = Rings()
    try:
        engine.link.send(again.attach)
        engine.ask()
        info = again.picture()
        assert info.pts == pts_of(info.pts // TICK, RATE)
        assert again.picture().pts == info.pts + TICK
    finally:
        again.close()


def test_it_goes_on_without_a_console_and_tells_the_next_one_what_is_loaded(
    engine: EngineProcess, rings: Rings
) -> None:
    on_air(engine, rings, LIN)
    engine.link.close()
    rings.picture()
    engine.join()
    ready = engine.hear(Ready)
    assert ready.avatar == str(LIN)
    old = engine.link
    engine.join()  # a second console takes over
    engine.ask()
    rings.picture()
    old.receive()
    assert old.closed


@pytest.mark.parametrize("token", ["", "wrong", "é" * 32])
def test_a_stranger_is_shown_the_door_and_changes_nothing(engine: EngineProcess, token: str) -> None:
    card = read_card(engine.folder, "engine")
    assert card is not None and card[0] == engine.process.pid
    sock = socket.socket(socket.AF_UNIX)
    sock.connect(card[2])
    stranger = Link(sock)
    stranger.send(m.Hello(token=token, who="stranger"))
    stranger.send(m.Stop())
    engine.ask()
    while not stranger.closed:
        stranger.receive()
    engine.ask()


def test_a_console_that_dies_while_it_is_told_something_is_only_left(home: Path) -> None:
    engine = Engine(home / "run", MagicMock())
    console = call(home / "run", "engine", "console")
    for _ in range(2):
        engine._talk()
    console.close()
    engine._send(m.Pong(number=1))
    engine._talk()
    again = call(home / "run", "engine", "console")
    for _ in range(2):
        engine._talk()
    again.send(m.Ping(number=2))
    engine._talk()
    assert again.receive() == [m.Pong(number=2)]
    again.close()
    engine.close()


def test_stop_ends_it_and_leaves_nothing_behind(own_engine: EngineProcess, rings: Rings) -> None:
    on_air(own_engine, rings, LIN)
    own_engine.link.send(m.Stop())
    assert own_engine.process.wait(10) == 0
    assert read_card(own_engine.folder, "engine") is None
    assert (own_engine.folder / "engine.stderr").read_text() == ""
    assert {path.name for path in own_engine.folder.iterdir()} == {"log", "engine.stderr"}
    rings.sound.write(np.zeros(10, np.float32))  # the rings are playout's: they stay


ALONE = "import engine.process as p; p.ALONE_FOR_S = 1.5; raise SystemExit(p.main())"


def test_an_engine_that_nobody_looks_after_any_more_ends_and_leaves_nothing(tmp_path: Path) -> None:
    rings = Rings()
    engine = EngineProcess(tmp_path, ("-c", ALONE))
    try:
        engine.link.send(rings.attach)
        engine.ask()
        engine.link.close()
        until = time.monotonic() + 4.0
        while time.monotonic() < until:  # the console is gone, and playout's sound goes on
            rings.go_on()
            assert engine.process.poll() is None
            time.sleep(0.05)
        assert engine.process.wait(10) == 0, "and now that is gone, too"
        assert sorted(path.name for path in tmp_path.iterdir()) == ["engine.stderr", "log"]
    finally:
        engine.close()
        rings.close()


SPOILT = """
import sys
from pathlib import Path
import engine.fitness as fitness
import engine.light.visemes as visemes
import engine.process as process
fitness.WELL_FOR_S, fitness.LOAD_AFTER_S, fitness.REPLACE_AFTER_S = 0.2, 0.2, 1.0
flag = Path(sys.argv[sys.argv.index("--runtime") + 1]) / "spoil"
at = visemes.MouthMotion.at
nothing = visemes.Mouth(*(float("nan") for _ in visemes.REST))
visemes.MouthMotion.at = lambda self, hops: nothing if flag.exists() else at(self, hops)
raise SystemExit(process.main())
"""


@pytest.mark.bench  # by the wall clock, in a real process: run by `compere bench slow` on a quiet machine
def test_an_engine_that_goes_on_drawing_wrong_shows_a_shut_mouth_is_loaded_again_and_then_replaced(
    tmp_path: Path,
) -> None:
    rings = Rings()
    engine = EngineProcess(tmp_path, ("-c", SPOILT))
    try:
        on_air(engine, rings, LIN)
        good = rings.picture()
        until = time.monotonic() + 1.0
        while time.monotonic() < until:
            good = rings.picture()
        whole = np.array(rings.pictures.pixels(good))
        (tmp_path / "spoil").touch()
        until = time.monotonic() + 30.0
        while engine.process.poll() is None and time.monotonic() < until:
            rings.go_on()
            time.sleep(0.02)
            newest = rings.pictures.newest()
            if newest is not None:
                assert difference(whole, np.array(rings.pictures.pixels(newest))) < 6.0, "nobody loses his head"
        assert engine.process.wait(5) == LOST
        said = (tmp_path / "log" / "compere.jsonl").read_text()
        assert '"reloading"' in said and '"replaced"' in said
    finally:
        engine.close()
        rings.close()
