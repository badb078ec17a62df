"""What the level meters cost: the operator's window with its moving program, meters moving or still.

The window repaints for the program anyway, so a meter's cost is what it adds to that. Run as a program
(`python -m tests.bench.meters`) it measures on the display it finds and prints percents of a core.
"""

from __future__ import annotations

import dataclasses
import json
import math
import statistics
import subprocess
import sys
import time

from tests.hall.rig.stage import Stage

from .rows import Row, at_most, figure

_STRETCH_S = 4.0
_PAIRS = 6
_REFRESH_MS = 33


def run() -> list[Row]:
    """Percents of a core, on a virtual display, in a process of their own."""
    with Stage() as stage:
        done = subprocess.run(
            [sys.executable, "-m", "tests.bench.meters"], env=stage.env, capture_output=True, text=True, check=True
        )
    without, added = json.loads(done.stdout.splitlines()[-1])
    return [
        figure("the window with a program of 30 fps and still meters", f"{without:.1f} % of a core"),
        at_most("three meters moving at 30 Hz add, median of six pairs", added, 1, "% of a core"),
    ]


def main() -> None:
    """Measure, and print [percent without the meters, percent that they add]."""
    from PySide6.QtCore import QEventLoop, Qt, QTimer
    from PySide6.QtGui import QImage
    from PySide6.QtWidgets import QApplication

    from console.show.core.meters import Meter
    from console.show.state.console_state import ConsoleState
    from ui.theme import dress
    from ui.window import OperatorWindow

    application = QApplication([])
    dress(application)
    window = OperatorWindow()
    window.resize(1600, 900)
    window.show()
    frames = [QImage(1920, 1080, QImage.Format.Format_RGB32) for _ in range(2)]
    for number, frame in enumerate(frames):
        frame.fill(0xFF203040 + number)
    meters = [Meter(0.0, low_dbfs=-50.0) for _ in range(3)]
    console_state = ConsoleState()
    ticks = 0
    moving = False

    def refresh() -> None:
        nonlocal ticks
        ticks += 1
        now = ticks * _REFRESH_MS / 1e3
        peaks = [-18.0 + 10.0 * math.sin(7.0 * now + place) + ticks * 7919 % 13 - 6 for place in range(3)]
        shown = console_state
        if moving:
            mic, avatar, hall = (meter.push(peak, now, peak - 9.0) for meter, peak in zip(meters, peaks, strict=True))
            shown = dataclasses.replace(
                console_state, mic_meter=mic, avatar_meter=dataclasses.replace(avatar, lufs=None), hall_meter=hall
            )
        window.show_state(shown)
        window.show_program(frames[ticks % 2])

    timer = QTimer()
    timer.setTimerType(Qt.TimerType.PreciseTimer)
    timer.timeout.connect(refresh)
    timer.start(_REFRESH_MS)

    def stretch(with_meters: bool) -> float:
        nonlocal moving
        moving = with_meters
        loop = QEventLoop()
        QTimer.singleShot(round(_STRETCH_S * 1e3), loop.quit)
        used, begun = time.process_time(), time.perf_counter()
        loop.exec()
        return 100.0 * (time.process_time() - used) / (time.perf_counter() - begun)

    stretch(True)  # what is drawn once is drawn
    pairs = [(stretch(False), stretch(True)) for _ in range(_PAIRS)]
    timer.stop()
    window.close_for_good()
    without = statistics.median(pair[0] for pair in pairs)
    print(json.dumps([without, statistics.median(moved - still for still, moved in pairs)]))


if __name__ == "__main__":
    main()
