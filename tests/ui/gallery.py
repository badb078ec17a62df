"""Grabs the window in a state, to look at: `python -m tests.ui.gallery --state live --out live.png`."""

from __future__ import annotations

import argparse
import math
import os
import tempfile
from dataclasses import replace
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import structlog
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication

from console.show.core.enums import Mode
from console.show.core.meters import MeterReading
from console.show.core.preflight import ItemFinding, ItemVerdict, Preflight, PreflightFacts
from console.show.core.state import ShowState
from console.show.state.channels_view import ChannelsView
from console.show.state.console_state import Condition
from console.show.state.settings import Options
from tests.ui.console_states import DESKS, OUTPUTS, bundled_thumbnails, console_state
from ui import theme
from ui.i18n.languages import Languages
from ui.window import OperatorWindow

FACTS = PreflightFacts(
    "avatar0", ItemFinding(ItemVerdict.GREEN, "412 GB free"), ItemFinding(ItemVerdict.GREEN, "screen saver and sleep")
)


def main() -> None:
    """Makes one picture."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--state", default="live")
    parser.add_argument("--size", default="1920x1080")
    parser.add_argument("--program", type=Path)
    parser.add_argument("--thumbnails", nargs="*", default=list(bundled_thumbnails()))
    parser.add_argument("--mic-missing", action="store_true")
    parser.add_argument("--answer", choices=tuple(DESKS), help="ANSWER, with the desk in this state")
    parser.add_argument("--outputs", choices=tuple(OUTPUTS), default="none", help="how streams and the recording are")
    parser.add_argument(
        "--channels", type=int, default=0, help="microphone and loudspeaker have so many; the MC is on 3"
    )
    parser.add_argument("--part", default="", help="of the settings")
    parser.add_argument("--text", choices=("normal", "large"), default="normal")
    parser.add_argument("--write", action="store_true", help="the drafted answer is being edited")
    parser.add_argument("--refusal", default="")
    parser.add_argument("--edit", action="store_true")
    parser.add_argument("--page", default="preset", help="of EDIT")
    parser.add_argument("--locked", action="store_true")
    parser.add_argument("--key-map", action="store_true")
    parser.add_argument("--preflight", action="store_true", help="the strip, with a red item")
    parser.add_argument("--welcome", type=int, default=0, help="the step of the welcome, 1 to 4")
    parser.add_argument("--language", default="en")
    parser.add_argument("--held", default="", help="action whose ring is half full")
    parser.add_argument("--out", type=Path, required=True)
    args = parser.parse_args()
    app = QApplication([])
    theme.dress(app)
    Languages(app, Path(tempfile.gettempdir()) / "compere-gallery", structlog.get_logger()).speak(args.language)
    window = OperatorWindow()
    width, height = map(int, args.size.split("x"))
    window.resize(width, height)
    shown = console_state(
        ShowState(args.state.upper()), thumbnails=tuple(args.thumbnails), mic_missing=args.mic_missing
    )
    shown.refusal, shown.outputs = args.refusal, OUTPUTS[args.outputs]
    shown.settings = replace(shown.settings, options=Options(text_size=args.text))
    if args.channels:
        bars = tuple(-13.0 if number in (0, 1) else -7.0 if number == 2 else -120.0 for number in range(args.channels))
        shown.mic_channels = ChannelsView(args.channels, (3,), bars)
        shown.hall_channels, shown.feed_channels = (ChannelsView(args.channels, pair) for pair in ((3, 4), (5, 6)))
    if args.answer:
        shown.mode, shown.answers = Mode.ANSWER, DESKS[args.answer]
    shown.show = replace(shown.show, editing=args.edit, locked=args.locked)
    if args.preflight:
        shown.speaker = replace(shown.speaker, condition=Condition.MISSING)
        shown.mic_meter = MeterReading(no_signal=True)
        shown.preflight = Preflight().update(shown, FACTS)
        shown.preflight_open = True
    shown.welcome_open = args.welcome > 0
    window.show()
    app.processEvents()
    for step in range(120):
        shown.health = replace(shown.health, delay_p95_ms=72 + 6 * math.sin(step / 3) + 4 * math.sin(step / 1.3))
        shown.health = replace(shown.health, fps=30.0 - (0.4 if step % 37 == 0 else 0))
        window.show_state(shown)
        window._health.sample()
    shown.health = replace(shown.health, delay_p95_ms=78.0, fps=30.0)
    window.show_state(shown)
    window._overlay.setVisible(args.key_map)
    window._edit.show_page(args.page)
    if args.part:
        window._edit.settings.show_part(args.part)
        window.show_state(shown)
    if args.welcome:
        window._welcome._turn_to(args.welcome - 1)
        window.show_state(shown)
    if args.program:
        window.show_program(QImage(str(args.program)).scaled(1920, 1080))
    if args.held:
        window.keys.hold_progressed.emit(args.held, 0.6)
    if args.write:
        window._questions.edit()
    app.processEvents()
    window.grab().save(str(args.out))
    window.close_for_good()


if __name__ == "__main__":
    main()
