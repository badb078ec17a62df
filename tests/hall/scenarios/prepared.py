"""A show whose preset has prepared lines, and how soon one of them is heard."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import numpy as np

from tests.hall.rig.meter import Meter
from tests.hall.rig.stage import Stage
from tests.hall.rig.tracks import RATE, Sound
from tests.hall.scenarios.failures import rest, spread_ms
from tests.hall.scenarios.handed import HandedShow

EN = "Good evening, and welcome to the Spring Gala."
ZH = "各位來賓晚安，歡迎蒞臨今晚的頒獎典禮。"
YUE = "多謝各位嘉賓，希望大家今晚玩得開心。"
LONG = "This is a line that goes on for quite a while, so that somebody may want to stop it in the middle of it all."
PRESET = f'''name = "Gala"
avatar = "lin"
mode = "say"
captions = true
voice = "builtin"
lines = """
{EN} | 大家晚安，歡迎光臨春季晚會。
{ZH}
[yue] {YUE}
{LONG}
"""
'''
MC = """name = "MC"
avatar = "lin"
mode = "mirror"
"""
LOUD = 0.01


@contextmanager
def on_air() -> Iterator[tuple[Stage, HandedShow]]:
    """The preset with lines, taken and LIVE, and one for the MC beside it."""
    with Stage() as stage:
        show = HandedShow(stage)
        presets = show.home / "data" / "presets"
        presets.mkdir(parents=True)
        (presets / "gala.toml").write_text(PRESET)
        (presets / "mc.toml").write_text(MC)
        show.start().wait_until_ready()
        show.perform("take", "1")
        show.wait_for("taken")
        show.go_live()
        try:
            yield stage, show
        finally:
            show.stop()


def said(show: HandedShow, number: int, within_s: float = 20.0) -> str:
    """What the hall heard of the n-th line, by the log."""
    show.wait_for("line said", times=number, within_s=within_s)
    return str([row for row in show.lines() if row.get("event") == "line said"][number - 1]["heard"])


def first_loud(sound: Sound) -> float:
    """Wall clock (s) of the first loud sample."""
    loud = np.flatnonzero(np.abs(sound.samples) > LOUD)
    assert len(loud), "nothing was heard"
    return sound.start + float(loud[0]) / RATE


def key_to_sound(stage: Stage, show: HandedShow, times: int) -> dict[str, Any]:
    """From a line's key to its first sound at the loudspeaker; `times` presses, the lines one after the other."""
    waits = []
    for number in range(times):
        show.focus()
        done = show.count("line said")
        with Meter(stage) as meter:
            rest(0.5)
            pressed = stage.key(f"shift+{number % 3 + 1}")
            said(show, done + 1)
            heard = meter.stop().loudspeaker
        waits.append(first_loud(heard.between(pressed, heard.start + len(heard.samples) / RATE)) - pressed)
    return spread_ms(waits)
