"""Colours, sizes and fonts of the operator's window, in one place.

Dark, since the operator sits in a dark hall. Colours are those of the design; each pair of text and ground
that is used has a contrast of at least 4.5 (WCAG AA), which a test holds.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from PySide6.QtGui import QColor, QFont, QPalette
from PySide6.QtWidgets import QApplication

from console.show.state import ShowState
from ui.lettering import families, load_fonts

GROUND = "#0d1014"
PANEL = "#151a20"
CONTROL = "#1a2027"
CONTROL_HOVER = "#222a33"
WELL = "#0a0d10"
LINE = "#262d36"
LINE_STRONG = "#465362"
TEXT = "#e8ebef"
MUTED = "#98a3b0"
DIM = "#7f8b98"
RED = "#ff5c5e"
AMBER = "#ffb224"
GREEN = "#3dd68c"
BLUE = "#52a8ff"
WHITE = "#ffffff"


@dataclass(frozen=True)
class Look:
    """Colours of a button or a strip: its ground (top and bottom of a gradient), its border and its text."""

    ground: str
    border: str
    text: str
    ground_end: str = ""
    striped: bool = False


PLAIN = Look(CONTROL, LINE_STRONG, TEXT)
DIMMED = Look(CONTROL, LINE, DIM)
AMBER_LOOK = Look("#3b2f12", "#a67c1b", "#ffd98a")
BLUE_LOOK = Look("#12304d", "#2f77bd", "#cfe6ff")
GREEN_LOOK = Look("#15432e", "#2c7a55", "#d6ffe8")
RED_LOOK = Look("#5c1518", "#c2363a", "#ffe0e0")
RED_EDGE = Look(CONTROL, "#7d2024", "#ffb0b1")
STRIPED = Look("#1b1b1b", "#8a8a8a", "#ffffff", "#2a2a2a", striped=True)
WHITE_EDGE = Look("#2c2c2c", WHITE, WHITE)
CHOSEN = Look("#17324d", BLUE, "#ffffff")

STRIPS: dict[ShowState, Look] = {
    ShowState.OFFLINE: Look("#23282f", LINE, TEXT, "#1a1f25"),
    ShowState.STANDBY: Look("#3b4450", LINE, TEXT, "#2b323b"),
    ShowState.ARMED: Look("#8a5c00", LINE, "#ffffff", "#6e4900"),
    ShowState.LIVE: Look("#b3191f", LINE, "#ffffff", "#8f1216"),
    ShowState.HOLD: Look("#17548f", LINE, "#ffffff", "#10406f"),
    ShowState.PANIC: Look("#000000", LINE, "#ffffff", "#4a4a4a", striped=True),
}
"""The state strip: consoles.md 5 (grey, amber, red, blue, striped)."""

EDGES: dict[ShowState, str] = {
    ShowState.OFFLINE: LINE,
    ShowState.STANDBY: LINE_STRONG,
    ShowState.ARMED: AMBER,
    ShowState.LIVE: "#ff4245",
    ShowState.HOLD: BLUE,
    ShowState.PANIC: WHITE,
}
"""The edge around HALL NOW."""


class Role(StrEnum):
    """What a text is, which decides its size and weight."""

    STATE = "state"
    TIMER = "timer"
    HEADING = "heading"
    BODY = "body"
    STRONG = "strong"
    SMALL = "small"
    TINY = "tiny"
    BUTTON = "button"
    BIG_BUTTON = "big button"


@dataclass(frozen=True)
class Metrics:
    """Sizes in logical pixels for one size of window; `fonts` by role, in pixels."""

    strip: int
    edge: int
    gap: int
    pad: int
    bar: int
    action: int
    bottom: int
    log: int
    presets: int
    right: int
    sound: int
    row: int
    control: int
    meters: int
    fonts: dict[Role, int]


FULL = Metrics(
    strip=56,
    edge=12,
    gap=10,
    pad=14,
    bar=38,
    action=72,
    bottom=268,
    log=52,
    presets=82,
    right=404,
    sound=640,
    row=33,
    control=36,
    meters=286,
    fonts={
        Role.STATE: 26,
        Role.TIMER: 24,
        Role.HEADING: 12,
        Role.BODY: 14,
        Role.STRONG: 14,
        Role.SMALL: 13,
        Role.TINY: 11,
        Role.BUTTON: 15,
        Role.BIG_BUTTON: 20,
    },
)
COMPACT = Metrics(
    strip=42,
    edge=8,
    gap=8,
    pad=10,
    bar=34,
    action=52,
    bottom=212,
    log=46,
    presets=56,
    right=284,
    sound=520,
    row=25,
    control=30,
    meters=206,
    fonts={
        Role.STATE: 22,
        Role.TIMER: 20,
        Role.HEADING: 11,
        Role.BODY: 13,
        Role.STRONG: 13,
        Role.SMALL: 12,
        Role.TINY: 10,
        Role.BUTTON: 13,
        Role.BIG_BUTTON: 15,
    },
)

_WEIGHTS = {
    Role.BODY: QFont.Weight.Normal,
    Role.SMALL: QFont.Weight.Normal,
    Role.TINY: QFont.Weight.Normal,
}


def metrics_for(width: int, height: int) -> Metrics:
    """The sizes that fit a window of this many logical pixels."""
    return FULL if width >= 1800 and height >= 1040 else COMPACT


class _Spoken:
    """The language that fonts are chosen for; set once at the start and at each change of language."""

    code = "en"


def use_language(code: str) -> None:
    """Fonts made from now on suit this language ("en", "zh-Hant" or "zh-Hans")."""
    _Spoken.code = code


def language() -> str:
    """What the window speaks now: "en", "zh-Hant" or "zh-Hans"."""
    return _Spoken.code


def font(role: Role, metrics: Metrics) -> QFont:
    """The font of a role, with figures of one width, so that a changing number does not dance."""
    load_fonts()
    made = QFont([*families(_Spoken.code), "sans-serif"])
    made.setPixelSize(metrics.fonts[role])
    made.setWeight(_WEIGHTS.get(role, QFont.Weight.DemiBold))
    made.setFeature(QFont.Tag("tnum"), 1)
    if role in (Role.HEADING, Role.STATE, Role.BIG_BUTTON):
        spacing = {Role.HEADING: 110.0, Role.STATE: 105.0, Role.BIG_BUTTON: 102.0}[role]
        made.setLetterSpacing(QFont.SpacingType.PercentageSpacing, spacing)
    return made


def dress(app: QApplication) -> None:
    """Gives the whole application the dark Fusion style and its font."""
    app.setStyle("Fusion")
    palette = QPalette()
    for role, colour in {
        QPalette.ColorRole.Window: GROUND,
        QPalette.ColorRole.Base: WELL,
        QPalette.ColorRole.AlternateBase: PANEL,
        QPalette.ColorRole.Button: CONTROL,
        QPalette.ColorRole.Text: TEXT,
        QPalette.ColorRole.WindowText: TEXT,
        QPalette.ColorRole.ButtonText: TEXT,
        QPalette.ColorRole.BrightText: WHITE,
        QPalette.ColorRole.Highlight: "#2f77bd",
        QPalette.ColorRole.HighlightedText: WHITE,
        QPalette.ColorRole.ToolTipBase: CONTROL_HOVER,
        QPalette.ColorRole.ToolTipText: TEXT,
        QPalette.ColorRole.PlaceholderText: DIM,
        QPalette.ColorRole.Link: BLUE,
    }.items():
        palette.setColor(role, QColor(colour))
    disabled = QPalette.ColorGroup.Disabled
    for role in (QPalette.ColorRole.Text, QPalette.ColorRole.ButtonText, QPalette.ColorRole.WindowText):
        palette.setColor(disabled, role, QColor(DIM))
    app.setPalette(palette)
    app.setFont(font(Role.BODY, FULL))


def sheet(metrics: Metrics) -> str:
    """Stylesheet of the few widgets that are not drawn by ourselves."""
    small, body = metrics.fonts[Role.SMALL], metrics.fonts[Role.BODY]
    return f"""
    QMainWindow, QWidget#desk {{ background: {GROUND}; }}
    QToolTip {{ background: {CONTROL_HOVER}; color: {TEXT}; border: 1px solid {LINE_STRONG};
                padding: 4px 6px; font-size: {small}px; }}
    QComboBox {{ background: {CONTROL}; color: {TEXT}; border: 1px solid {LINE_STRONG}; border-radius: 7px;
                 padding: 0 4px 0 8px; font-size: {body}px; font-weight: 600; }}
    QComboBox:hover {{ background: {CONTROL_HOVER}; }}
    QComboBox:focus {{ border: 2px solid {BLUE}; padding-left: 7px; }}
    QComboBox::drop-down {{ width: 24px; border: 0; }}
    QComboBox::down-arrow {{ width: 0; height: 0; image: none; }}
    QComboBox QAbstractItemView {{ background: {CONTROL}; color: {TEXT}; border: 1px solid {LINE_STRONG};
                 selection-background-color: #2f77bd; selection-color: {WHITE}; outline: 0; }}
    QLineEdit, QPlainTextEdit, QDoubleSpinBox {{ background: {WELL}; color: {TEXT};
                 border: 1px solid {LINE_STRONG}; border-radius: 6px; padding: 2px 8px; font-size: {body}px;
                 selection-background-color: #2f77bd; selection-color: {WHITE}; }}
    QDoubleSpinBox::up-button, QDoubleSpinBox::down-button {{ width: 0; border: 0; }}
    QDoubleSpinBox QLineEdit {{ background: transparent; border: 0; padding: 0; }}
    QLineEdit:focus, QPlainTextEdit:focus, QDoubleSpinBox:focus {{ border: 2px solid {BLUE}; padding: 1px 7px; }}
    QScrollArea, QScrollArea > QWidget > QWidget {{ background: {PANEL}; border: 0; }}
    QScrollBar:vertical {{ background: {PANEL}; width: 8px; margin: 0; }}
    QScrollBar::handle:vertical {{ background: {LINE_STRONG}; border-radius: 4px; min-height: 24px; }}
    QScrollBar::add-line, QScrollBar::sub-line {{ height: 0; }}
    """


def contrast(one: str, other: str) -> float:
    """WCAG contrast of two colours, 1 to 21."""

    def light(colour: str) -> float:
        parts = []
        for value in QColor(colour).getRgb()[:3]:  # type: ignore[index]
            part = float(value) / 255
            parts.append(part / 12.92 if part <= 0.03928 else float(((part + 0.055) / 1.055) ** 2.4))
        return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]

    high, low = sorted((light(one), light(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)
