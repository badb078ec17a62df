"""A puppet for the meter's self-test: a drawn mouth that moves a known time after each sound, and keeps a diary.

It listens to the sink behind the microphone, opens its mouth `--open-after` milliseconds after each sound begins,
passes the sound on to the loudspeaker `--sound-after` milliseconds later, and commits the faults it is told to. Its
diary (JSON) holds wall-clock seconds: when sounds began at the microphone and at the loudspeaker (from the arrival
of parec's data, a way of its own, not the meter's), when the mouth opened (paint done) and every paint.
Nothing here is shared with the application or with the meter.
"""

from __future__ import annotations

import argparse
import json
import math
import os
import subprocess
import sys
import threading
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path

import numpy as np
from PySide6.QtCore import QObject, QPointF, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QImage, QPainter, QPaintEvent
from PySide6.QtWidgets import QApplication, QWidget

RATE = 48_000
LOUD = 600  # of 32767
BLOCK_S = 0.010  # of the stage's sinks
PAUSE = round(0.15 * RATE)
TICK_MS = 33
OPEN_S = 0.25
MOUTH = QPointF(960, 538)


def later(seconds: float, owner: QObject, slot: Callable[[], None]) -> None:
    """Call `slot` once. To the millisecond: from 2 s on, QTimer.singleShot may be 5 % late."""
    timer = QTimer(owner, singleShot=True, timerType=Qt.TimerType.PreciseTimer)
    timer.timeout.connect(slot)
    timer.timeout.connect(timer.deleteLater)
    timer.start(max(round(seconds * 1000), 0))


class Ear(QObject):
    """Listens to a sink; notes when a sound begins after a pause.

    The sound server hands over each block when its first sample is due at the loudspeaker; a microphone hands it over
    when its last sample has been heard.

    Attributes:
        onsets: sample numbers at which sounds began.
        offset: wall-clock time (s) of sample 0, by the least delayed arrival of all data.

    Signals:
        began(float): wall-clock time (s), from its own thread.
    """

    began = Signal(float)

    def __init__(self, sink: str, pass_on: subprocess.Popen[bytes] | None = None) -> None:
        super().__init__()
        self._shift_s = 0.0 if sink == "micfeed" else BLOCK_S
        self.onsets: list[int] = []
        self.offset = math.inf
        self._pass_on = pass_on
        command = f"parec -d {sink}.monitor --raw --rate={RATE} --channels=1 --format=s16le --latency-msec=10"
        self._process = subprocess.Popen(command.split(), stdout=subprocess.PIPE)
        self._thread = threading.Thread(target=self._listen, daemon=True)
        self._thread.start()

    def times(self) -> list[float]:
        """When sounds began, wall-clock seconds."""
        return [self.offset + sample / RATE for sample in self.onsets]

    def stop(self) -> None:
        self._process.terminate()
        self._process.wait()
        self._thread.join(2)

    def _listen(self) -> None:
        assert self._process.stdout is not None
        count, quiet = 0, 0
        while data := os.read(self._process.stdout.fileno(), 1 << 16):
            now = time.time()
            samples = np.frombuffer(data, np.int16)
            if self._pass_on is not None and self._pass_on.stdin is not None:
                self._pass_on.stdin.write(data)
            loud = np.flatnonzero(np.abs(samples.astype(np.int32)) > LOUD)
            first = int(loud[0]) if len(loud) else len(samples)
            begins = len(loud) > 0 and quiet + first > PAUSE
            quiet = len(samples) - int(loud[-1]) if len(loud) else quiet + len(samples)
            count += len(samples)
            self.offset = min(self.offset, now - count / RATE + self._shift_s)
            if begins:
                self.onsets.append(count - len(samples) + first)
                self.began.emit(self.offset + self.onsets[-1] / RATE)


class Face(QWidget):
    """A face on the hall's monitor: sways all the time, opens its mouth on request, commits faults."""

    def __init__(self, open_after_s: float) -> None:
        super().__init__(None, Qt.WindowType.FramelessWindowHint | Qt.WindowType.WindowDoesNotAcceptFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.paints: list[float] = []
        self.opened: list[float] = []
        self.fault = ""
        self._open_after_s = open_after_s
        self._open = False
        self._step = 0
        self._back = QImage(1920, 1080, QImage.Format.Format_RGB32)
        self._back.fill(QColor(40, 50, 110))
        painter = QPainter(self._back)
        painter.fillRect(0, 900, 1920, 180, QColor(110, 60, 40))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setBrush(QColor(230, 190, 160))
        painter.drawEllipse(QPointF(960, 440), 190, 240)
        painter.end()
        self._ticker = QTimer(self, interval=TICK_MS, timerType=Qt.TimerType.PreciseTimer)
        self._ticker.timeout.connect(self._tick)
        self._ticker.start()

    def hear(self, began: float) -> None:
        """A sound began at a wall-clock time (s): open the mouth for it, between ticks if need be."""
        later(began + self._open_after_s - time.time(), self, self._open_now)

    def _open_now(self) -> None:
        self._open = True
        self._show()
        self.opened.append(self.paints[-1])
        later(OPEN_S, self, self._close)

    def _close(self) -> None:
        self._open = False

    def _tick(self) -> None:
        if self.fault != "freeze":
            self._step += 1
            self._show()

    def _show(self) -> None:
        self.repaint()
        self.paints.append(time.time())

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        if self.fault == "black":
            painter.fillRect(self.rect(), Qt.GlobalColor.black)
        elif self.fault == "foreign":
            painter.fillRect(self.rect(), QColor(200, 200, 200))
        else:
            painter.drawImage(0, 0, self._back)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(Qt.PenStyle.NoPen)
            # Two sways that never meet, so that no picture is like the one before.
            sway = QPointF(4 * math.sin(0.21 * self._step), 2 * math.sin(0.34 * self._step))
            painter.setBrush(QColor(180, 80, 95))
            painter.drawEllipse(MOUTH + sway, 58, 34 if self._open else 9)
            if self._open:
                painter.setBrush(QColor(60, 15, 25))
                painter.drawEllipse(MOUTH + sway, 50, 26)
                painter.setBrush(QColor(245, 245, 240))
                painter.drawRect(QRectF(MOUTH.x() + sway.x() - 30, MOUTH.y() + sway.y() - 22, 60, 10))


def main(words: list[str]) -> int:
    """Play for `--seconds`, then write the diary."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--open-after", type=float, required=True, help="ms")
    parser.add_argument("--sound-after", type=float, required=True, help="ms")
    parser.add_argument("--seconds", type=float, required=True)
    parser.add_argument("--diary", type=Path, required=True)
    parser.add_argument("--faults", default="", help="such as '5.0 black 0.1; 6.0 freeze 0.2; 7.0 foreign 0.1'")
    told = parser.parse_args(words)

    app = QApplication(sys.argv[:1])
    screen = next(screen for screen in app.screens() if screen.name() == "HALL")
    face = Face(told.open_after / 1000)
    face.setWindowTitle("puppet")
    face.setScreen(screen)
    face.setGeometry(screen.geometry())
    face.showFullScreen()

    # 50 ms: less would make the sink work in smaller blocks than its listeners think.
    speaker = subprocess.Popen(
        f"pacat -d hall --raw --rate={RATE} --channels=1 --format=s16le --latency-msec=50".split(),
        stdin=subprocess.PIPE,
        bufsize=0,
    )
    assert speaker.stdin is not None
    speaker.stdin.write(bytes(2 * round(told.sound_after * RATE / 1000)))
    microphone, loudspeaker = Ear("micfeed", speaker), Ear("hall")
    microphone.began.connect(face.hear)

    faults: list[tuple[str, float, float]] = []

    def commit(kind: str, lasting: float) -> None:
        began = time.time()
        face.fault = kind

        def over() -> None:
            face.fault = ""
            faults.append((kind, began, time.time()))

        later(lasting, face, over)

    for entry in filter(None, (part.strip() for part in told.faults.split(";"))):
        at, kind, lasting = entry.split()
        later(float(at), face, partial(commit, kind, float(lasting)))
    later(told.seconds, face, app.quit)
    app.exec()
    microphone.stop()
    loudspeaker.stop()
    speaker.stdin.close()
    speaker.wait()
    diary = {
        "microphone": microphone.times(),
        "loudspeaker": loudspeaker.times(),
        "mouth": face.opened,
        "paints": face.paints,
        "faults": faults,
    }
    told.diary.write_text(json.dumps(diary))
    return 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
