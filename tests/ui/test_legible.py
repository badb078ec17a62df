"""What the operator sets for the eyes: larger texts, more contrast, less motion; at once, and back again."""

from __future__ import annotations

import ast
import importlib
import itertools
import pkgutil
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QApplication

import ui.panels
import ui.widgets
from console.settings.file import Settings, load_settings, save_settings
from console.show.core.state import ShowState
from console.show.state.settings import Options
from console.show.state.settings_rules import refusal_to_change
from tests.ui.console_states import console_state
from tests.ui.sweep import settle
from ui import theme
from ui.theme import COMPACT, FULL, Look, Role, metrics_for
from ui.window import LEAST, OperatorWindow

UI = Path(theme.__file__).parent
TEXTS = (theme.TEXT, theme.MUTED, theme.DIM, theme.RED, theme.AMBER, theme.GREEN, theme.BLUE, theme.VIOLET)
EDGES = (theme.LINE, theme.LINE_STRONG, theme.ON_AIR)
GROUNDS = (theme.GROUND, theme.PANEL, theme.WELL, theme.CONTROL, "#0f1419", "#101418")


def looks() -> Iterator[tuple[str, Look]]:
    """Every look that a module of the window has, by itself or in a table."""
    names = [
        m.name for each in (ui.panels, ui.widgets) for m in pkgutil.walk_packages(each.__path__, f"{each.__name__}.")
    ]
    for name in ("ui.theme", *names):
        for called, value in vars(importlib.import_module(name)).items():
            for each in value.values() if isinstance(value, dict) else (value,):
                if isinstance(each, Look):
                    yield f"{name}.{called} {each.ground}", each


@pytest.fixture
def high() -> Iterator[None]:
    """High contrast, and the usual again."""
    theme.wear(high=True, calm=False)
    yield
    theme.wear(high=False, calm=False)


def shown(window: OperatorWindow, **options: str) -> None:
    """The window shows a house in which these are set."""
    made = console_state(ShowState.STANDBY)
    made.settings = replace(made.settings, options=Options(**options))  # type: ignore[arg-type]
    window.show_state(made)
    settle()


def looked(window: OperatorWindow) -> list[QImage]:
    """Pictures of the panels in which nothing goes on by itself."""
    return [each.grab().toImage() for each in (window._presets, window._outputs, window._actions, window._next)]


def colours(images: list[QImage]) -> set[str]:
    found: set[str] = set()
    for image in images:
        plain = image.convertToFormat(QImage.Format.Format_RGB32)
        values = np.frombuffer(plain.constBits(), np.uint32) & 0xFFFFFF
        found |= {f"#{value:06x}" for value in np.unique(values)}
    return found


@pytest.mark.usefixtures("high")
@pytest.mark.parametrize("colour", TEXTS + EDGES)
def test_texts_and_edges_stand_out_at_high_contrast(colour: str) -> None:
    assert all(theme.contrast(theme.hue(colour), theme.hue(ground)) >= theme.AAA for ground in GROUNDS)


@pytest.mark.usefixtures("high")
def test_every_look_stands_out_at_high_contrast() -> None:
    found = list(looks())
    assert len(found) > 30
    poor = []
    for name, look in found:
        grounds = [look.ground, *([look.ground_end] if look.ground_end and not look.striped else [])]
        for part in ("text", "border"):
            if part == "border" and "STRIPS" in name:
                continue  # the strip has no edge
            worst = min(theme.contrast(theme.hue(getattr(look, part)), theme.hue(ground)) for ground in grounds)
            if worst < theme.AAA:
                poor.append(f"{name}: {part} {worst:.1f}")
    assert not poor, "\n".join(poor)


def test_without_it_every_colour_is_itself() -> None:
    assert {theme.hue(colour) for colour in (*TEXTS, *EDGES)} == {*TEXTS, *EDGES}
    assert theme.contrast(theme.MUTED, theme.CONTROL) < theme.AAA, "then high contrast would be no news"


def test_nobody_draws_past_the_contrast_and_the_sizes() -> None:
    past = []
    for file in [*UI.glob("panels/*.py"), *UI.glob("widgets/*.py")]:
        source = file.read_text("utf-8")
        if "is theme.FULL" in source:
            past.append(f"{file.name}: asks for FULL, where large texts have sizes of their own: metrics.full, px()")
        for node in ast.walk(ast.parse(source)):
            if not (isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "QColor"):
                continue
            written = ast.unparse(node)
            if (
                "theme." in written
                or "#" in written
                or "look" in written
                or "(GROUND)" in written
                or "(INK)" in written
            ):
                past.append(f"{file.name}:{node.lineno}: {written}")
    assert not past


def test_high_contrast_holds_at_once_and_goes_again(window: OperatorWindow) -> None:
    shown(window)
    before = looked(window)
    shown(window, contrast="high")
    during = looked(window)
    shown(window)
    after = looked(window)
    lifted = QColor(theme._HIGH[theme.MUTED]).name()
    assert theme.MUTED in colours(before)
    assert theme.MUTED not in colours(during) and lifted in colours(during)
    assert theme.LINE not in colours(during)
    assert after == before


def test_large_text_takes_the_room_that_there_is() -> None:
    large = metrics_for(1920, 1040, large=True)
    for role in Role:
        if role not in (Role.STATE, Role.TIMER, Role.BIG_BUTTON):  # these are large already
            assert large.fonts[role] >= 1.2 * FULL.fonts[role], role
        assert large.fonts[role] >= FULL.fonts[role]
    assert large.row > FULL.row and large.control > FULL.control
    assert metrics_for(1600, 860, large=True).fonts[Role.BODY] > metrics_for(1600, 860).fonts[Role.BODY]


def test_large_text_is_never_smaller_than_the_usual() -> None:
    for width, height in itertools.product(range(1216, 2600, 60), range(680, 1500, 45)):
        usual, large = metrics_for(width, height), metrics_for(width, height, large=True)
        assert all(large.fonts[role] >= usual.fonts[role] for role in Role), (width, height)


def test_the_smallest_window_stays_as_it_is() -> None:
    small = metrics_for(LEAST.width(), LEAST.height(), large=True)
    assert (small.fonts, small.row, small.control) == (COMPACT.fonts, COMPACT.row, COMPACT.control)


def test_large_text_holds_at_once_and_goes_again(window: OperatorWindow) -> None:
    shown(window)
    before = looked(window)
    shown(window, text_size="large")
    assert window._next._take.font().pixelSize() > FULL.fonts[Role.BUTTON]
    shown(window)
    assert looked(window) == before


def test_calm_stops_what_moves_only_for_show(window: OperatorWindow, qapp: QApplication) -> None:
    red, blue = QImage(320, 180, QImage.Format.Format_RGB32), QImage(320, 180, QImage.Format.Format_RGB32)
    red.fill(QColor("red"))
    blue.fill(QColor("blue"))
    shown(window)
    moving = []
    for frame in (red, blue):
        window.show_idle(frame)
        window.show_engine(frame)
        settle()
        moving.append(window._next.grab().toImage())
    assert moving[0] != moving[1] and qapp.cursorFlashTime() > 0
    shown(window, animations="calm")
    still = []
    for frame in (red, blue):
        window.show_idle(frame)
        window.show_engine(frame)
        settle()
        still.append(window._next.grab().toImage())
    assert still[0] == still[1] and still[0] not in moving and qapp.cursorFlashTime() == 0
    shown(window)
    window.show_idle(red)
    window.show_engine(red)
    assert window._next.grab().toImage() == moving[0] and qapp.cursorFlashTime() > 0


def test_the_hall_moves_when_the_window_is_calm(window: OperatorWindow) -> None:
    shown(window, animations="calm")
    pictures = []
    for colour in ("red", "blue"):
        frame = QImage(320, 180, QImage.Format.Format_RGB32)
        frame.fill(QColor(colour))
        window.show_program(frame)
        settle()
        pictures.append(window._program.grab().toImage())
    assert pictures[0] != pictures[1]


def test_a_file_of_before_means_the_usual_and_what_is_set_is_kept(tmp_path: Path) -> None:
    file = tmp_path / "settings.toml"
    file.write_text('language = "en"\n', "utf-8")
    before, fault = load_settings(file)
    assert fault is None
    assert (before.text_size, before.contrast, before.animations) == ("normal", "normal", "normal")
    save_settings(Settings(text_size="large", contrast="high", animations="calm"), file)
    after, fault = load_settings(file)
    assert fault is None
    assert (after.text_size, after.contrast, after.animations) == ("large", "high", "calm")


@pytest.mark.parametrize(
    ("name", "sentence"),
    [
        ("text_size", "The text size is normal or large."),
        ("contrast", "The contrast is normal or high."),
        ("animations", "Animations are normal or calm."),
    ],
)
def test_another_value_is_refused_in_a_sentence(name: str, sentence: str) -> None:
    assert refusal_to_change(Options(), {name: "huge"}) == sentence
