"""The whole sweep over the operator's window: sizes, languages, fonts, the size of its text; what is cut or covered."""

from __future__ import annotations

import argparse
import os
from pathlib import Path
from tempfile import gettempdir

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import structlog
from PySide6.QtWidgets import QApplication

from tests.ui.scenes import WORN, scenes
from tests.ui.sweep import Fault, faults, settle
from ui import theme
from ui.i18n.languages import Languages
from ui.window import LEAST, OperatorWindow

from .rows import Row, none_of

SCREENS = ((1280, 720), (1366, 768), (1920, 1080), (2560, 1440), (3840, 2160))
SCALES = (1.0, 1.25, 1.5, 2.0)
CODES = ("en", "zh-Hant", "zh-Hans")
BARS = 40
"""Pixels that the system's bars take of a screen's height."""


def sizes() -> list[tuple[int, int]]:
    """Sizes of the window on all screens at all scales, in logical pixels; those that it cannot have are left out."""
    found = {(round(w / scale), round(h / scale) - BARS) for w, h in SCREENS for scale in SCALES}
    return sorted(size for size in found if size[0] >= LEAST.width() and size[1] >= LEAST.height())


def sweep(
    app: QApplication, size: tuple[int, int], code: str, only: str = "", shots: Path | None = None, **worn: str
) -> list[tuple[str, Fault]]:
    """All faults of all scenes at a size in a language; `worn` are options of the window's looks."""
    languages = Languages(app, Path(gettempdir()) / "compere-sweep", structlog.get_logger())
    languages.speak(code)
    window = OperatorWindow()
    WORN[window] = worn
    window.resize(*size)
    window.show()
    found: list[tuple[str, Fault]] = []
    for scene in scenes():
        if only and only not in scene.name:
            continue
        scene.show(window)
        found += [(scene.name, fault) for fault in faults(window)]
        if shots is not None:
            settle()
            window.grab().save(str(shots / f"{scene.name.replace(' ', '-')}-{code}-{size[0]}.png"))
    window.close_for_good()
    window.deleteLater()
    settle()
    return found


def run() -> list[Row]:
    """A row for each language and all sizes."""
    app = QApplication.instance() or QApplication([])
    assert isinstance(app, QApplication)
    theme.dress(app)
    rows = []
    for code in CODES:
        found = [fault for size in sizes() for fault in sweep(app, size, code)]
        count = len(list(scenes())) * len(sizes())
        rows.append(none_of(f"text that is cut or covered, {code}", len(found), f"{count} pictures"))
        found = [fault for size in sizes() for fault in sweep(app, size, code, text_size="large")]
        rows.append(none_of(f"large text that is cut or covered, {code}", len(found), f"{count} pictures"))
    return rows


def main() -> None:
    """Prints what is found: `python -m tests.bench.window --size 1280x680 --language en`."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--size", action="append", default=[])
    parser.add_argument("--language", action="append", default=[])
    parser.add_argument("--only", default="", help="part of a scene's name")
    parser.add_argument("--text-size", choices=("normal", "large"), default="normal")
    parser.add_argument("--contrast", choices=("normal", "high"), default="normal")
    parser.add_argument("--shots", type=Path, help="folder for pictures")
    args = parser.parse_args()
    app = QApplication([])
    theme.dress(app)
    for size in [tuple(map(int, each.split("x"))) for each in args.size] or sizes():
        for code in args.language or CODES:
            once: dict[Fault, list[str]] = {}
            worn = {"text_size": args.text_size, "contrast": args.contrast}
            for scene, fault in sweep(app, size, code, args.only, args.shots, **worn):
                once.setdefault(fault, []).append(scene)
            print(f"== {size[0]}×{size[1]} {code}: {len(once)}")
            for fault, where in once.items():
                print(f"{fault}   [{where[0]}{f' +{len(where) - 1}' if len(where) > 1 else ''}]")


if __name__ == "__main__":
    main()
