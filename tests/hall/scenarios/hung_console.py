"""The console hangs in front of a full hall: PANIC, HOLD and INTERRUPT must act all the same."""

from __future__ import annotations

import contextlib
import os
import signal
from collections.abc import Iterator
from datetime import datetime
from typing import Any

import numpy as np

from tests.hall.rig import analysis, speech
from tests.hall.rig.children import HallError
from tests.hall.rig.meter import Meter
from tests.hall.rig.show import RunningShow
from tests.hall.rig.stage import Stage
from tests.hall.scenarios.failures import SETTLE_S, rest, spread_ms


@contextlib.contextmanager
def hanging(show: RunningShow) -> Iterator[None]:
    """The console stands still, interpreter and all, as when an endless piece of C holds it."""
    assert show.console is not None
    os.kill(show.console.pid, signal.SIGSTOP)
    try:
        yield
    finally:
        os.kill(show.console.pid, signal.SIGCONT)


def time_of_air(show: RunningShow, air: str, after: float) -> float:
    """Wall clock (s) of playout's first change to `air` after `after`."""
    for row in show.lines():
        if row.get("event") == "air" and row.get("air") == air:
            at = datetime.fromisoformat(row["timestamp"]).timestamp()
            if at > after:
                return at
    raise HallError(f"playout never went to {air}")


def followed(show: RunningShow, verb: str, times: int) -> None:
    """Until the console that woke up has gone where the hall is."""
    show.wait_for("emergency key followed", verb=verb, times=times)


def back_on_air(stage: Stage, show: RunningShow) -> None:
    """From PANIC or HOLD to LIVE again, by the operator's keys."""
    lives = show.count("air", air="live")
    stage.key("BackSpace")
    show.wait_for("air", air="live", times=lives + 1)
    rest(SETTLE_S)


def panic(stage: Stage, show: RunningShow, times: int, hang_s: float) -> dict[str, Any]:
    """From the key to a black hall, and back by the operator's own hand."""
    dark_s = []
    for number in range(1, times + 1):
        show.focus()
        with Meter(stage) as meter:
            rest(SETTLE_S)
            with hanging(show):
                rest(hang_s / 2)
                pressed = stage.key("F12")
                rest(hang_s / 2)
            rest(0.2)
            film = meter.stop().hall
        dark = film.times[(film.times > pressed) & analysis.black(film)]
        if not len(dark):
            raise HallError("the hall was never black")
        if not np.all(analysis.black(film)[film.times >= dark[0]]):
            raise HallError("the hall was lit again after PANIC")
        dark_s.append(float(dark[0] - pressed))
        followed(show, "panic", number)
        holds = show.count("air", air="hold")
        stage.keydown("F12")
        show.wait_for("air", air="hold", times=holds + 1)
        stage.keyup("F12")
        back_on_air(stage, show)
    return {"times": times, "black_after_key_ms": spread_ms(dark_s)}


def hold(stage: Stage, show: RunningShow, times: int, hang_s: float) -> dict[str, Any]:
    """From the key to the begin of the fade, and to a silent hall."""
    begun_s, silent_s = [], []
    for number in range(1, times + 1):
        show.focus()
        with Meter(stage) as meter:
            rest(SETTLE_S)
            playing = stage.play_to_mic(speech.lasting(speech.load(speech.TIMING), hang_s + 4.0))
            with hanging(show):
                rest(hang_s / 2)
                pressed = stage.key("Escape")
                rest(hang_s / 2)
            playing.stop()
            recording = meter.stop()
        begun_s.append(time_of_air(show, "hold", pressed) - pressed)
        silent = analysis.silent_after(recording.loudspeaker, pressed, until=pressed + hang_s / 2)
        if silent is None:
            raise HallError("the hall was never silent after HOLD")
        silent_s.append(silent)
        followed(show, "hold", number)
        back_on_air(stage, show)
    return {"times": times, "begun_after_key_ms": spread_ms(begun_s), "silent_after_key_ms": spread_ms(silent_s)}


def interrupt(stage: Stage, show: RunningShow, times: int, hang_s: float) -> dict[str, Any]:
    """From the key to silence while a line is said; nothing of it is heard again when the console wakes up."""
    silent_s = []
    again = 0
    for number in range(1, times + 1):
        with Meter(stage) as meter:
            rest(SETTLE_S)
            told = show.count("keys", process="emergency")
            show.say(speech.SPEECH)
            show.focus()
            show.wait_until_key_acts("interrupt", after=told)  # while a file's name is written, Space is a letter
            rest(1.0)
            with hanging(show):
                rest(hang_s / 2)
                pressed = stage.key("space")
                rest(hang_s / 2)
            rest(1.0)
            recording = meter.stop()
        if analysis.silent_after(recording.loudspeaker, pressed - hang_s / 2, until=pressed) == 0.0:
            raise HallError("nothing was being said when INTERRUPT was pressed")
        silent = analysis.silent_after(recording.loudspeaker, pressed, until=pressed + hang_s / 2)
        if silent is None:
            raise HallError("the hall was never silent after INTERRUPT")
        silent_s.append(silent)
        again += analysis.sounded_again(recording.loudspeaker, pressed + silent + 0.05) is not None
        followed(show, "interrupt", number)
    return {"times": times, "silent_after_key_ms": spread_ms(silent_s), "heard_again": again}
