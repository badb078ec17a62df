"""What a ground for a vision mixer costs: frames on time, and the processor of playout and engine, ground by ground."""

from __future__ import annotations

import psutil

from engine.ipc.messages import core as m
from engine.ipc.messages.kinds import Ground
from tests.hall.rig.mixer_desk import KEY, MixerDesk
from tests.hall.rig.stage import Stage

from .rows import Row, figure

_GROUNDS = (
    ("as drawn", m.SetGround(Ground.DRAWN)),
    ("one colour", m.SetGround(Ground.COLOUR, colour="#00b140")),
    ("key beside", m.SetGround(Ground.BESIDE)),
    ("fill and key on two screens", m.SetGround(Ground.SCREENS, key_screen=KEY)),
    ("the same, straight", m.SetGround(Ground.SCREENS, straight=True, key_screen=KEY)),
)


def run(seconds: float) -> list[Row]:
    """Each ground on the air for so long, at 1080p30."""
    rows: list[Row] = []
    for name, ground in _GROUNDS:
        with Stage() as stage:
            desk = MixerDesk(stage)
            try:
                desk.go_live(ground, calibrate_s=8.0)
                desk.listen(2.0)
                processes = [psutil.Process(child.pid) for child in desk.children.values()]
                before = [sum(each.cpu_times()[:2]) for each in processes]
                desk.playout.send(m.Measure(on=True))
                desk.listen(seconds)
                desk.playout.send(m.Measure(on=False))
                report = desk.hear(m.Measured).report
                delay_ms = desk.hear(m.PlayoutStatus).delay / 48
                spent = [sum(each.cpu_times()[:2]) - old for each, old in zip(processes, before, strict=True)]
            finally:
                desk.close()
        frames = max(1, report["ticks"])
        missed, interval = report["missed_ticks"], report["interval_ms"]
        late = report["late_frames"] - missed
        rows.append(
            figure(
                f"{name}: ticks missed, pictures late; lip delay; interval p50 / p95; CPU of a frame in both processes",
                f"{missed}, {late} of {frames}; {delay_ms:.0f} ms; {interval['p50']:.1f} / {interval['p95']:.1f} ms; "
                f"playout {1e3 * spent[0] / frames:.1f}, engine {1e3 * spent[1] / frames:.1f} ms",
            )
        )
    return rows
