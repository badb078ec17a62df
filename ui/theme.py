"""Colours, sizes and fonts of the operator's window, in one place.

Dark, since the operator sits in a dark hall. Colours are those of the design; each pair of text and ground
that is used has a contrast of at least 4.5 (WCAG AA), which a test holds. Whoever draws asks `ink` for a colour: at
high contrast it is one with at least 7 (WCAG AAA), edges included.
"""

from __future__ import annotations

from dataclasses import dataclass, fields, replace
from enum import StrEnum
from functools import cache

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QFont, QPalette
from PySide6.QtWidgets import QApplication

from console.show.core.state import ShowState
from ui.display.fonts import families, load_fonts

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
ON_AIR = "#ff4245"
ON_FLAG = "#c4161c"
SELECTED = "#2b6fb3"
WARN_GROUND = "#201b10"
WARN_EDGE = "#5d4a1c"
VIOLET = "#b08cff"

AAA = 7.0
"""Contrast that every text and edge has at high contrast."""
ROOM_FOR_COMPACT = (1216, 680)
"""The least desk that the compact sizes are made for."""
_LARGEST, _STEP = 1.5, 0.05
_FLASH_MS = 1000
"""The text cursor's, on and off."""


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
CHOSEN_DIMMED = Look(CONTROL, LINE_STRONG, MUTED)

STRIPS: dict[ShowState, Look] = {
    ShowState.OFFLINE: Look("#23282f", LINE, TEXT, "#1a1f25"),
    ShowState.STANDBY: Look("#3b4450", LINE, TEXT, "#2b323b"),
    ShowState.ARMED: Look("#8a5c00", LINE, "#ffffff", "#6e4900"),
    ShowState.LIVE: Look("#b3191f", LINE, "#ffffff", "#8f1216"),
    ShowState.HOLD: Look("#17548f", LINE, "#ffffff", "#10406f"),
    ShowState.PANIC: Look("#000000", LINE, "#ffffff", "#4a4a4a", striped=True),
}
"""The state strip: grey, amber, red, blue, striped."""

REHEARSAL = Look("#5b28a8", WHITE, "#ffffff", "#45208a")
REHEARSAL_EDGE = "#9a6ae6"
"""The strip and the edge of HALL NOW in a rehearsal: as its mark in the hall, and no colour of anything else."""

EDGES: dict[ShowState, str] = {
    ShowState.OFFLINE: LINE,
    ShowState.STANDBY: LINE_STRONG,
    ShowState.ARMED: AMBER,
    ShowState.LIVE: ON_AIR,
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
    """Sizes in logical pixels for one size of window.

    Attributes:
        fonts: by role, in pixels.
        full: there is room for all that a panel can say.
        scale: how much larger than usual a compact window's texts and rows are.
    """

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
    full: bool = True
    scale: float = 1.0

    def px(self, full: int, compact: int) -> int:
        """Pixels of something: as many in a full window, and in a compact one, where large texts make them more."""
        return full if self.full else self.grown(compact)

    def grown(self, usual: int) -> int:
        """Pixels of something that is as large in every window, and grows with large texts."""
        return round(usual * self.scale)


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
    full=False,
)

_WEIGHTS = {
    Role.BODY: QFont.Weight.Normal,
    Role.SMALL: QFont.Weight.Normal,
    Role.TINY: QFont.Weight.Normal,
}


def metrics_for(width: int, height: int, *, large: bool = False) -> Metrics:
    """The sizes that fit a window of this many logical pixels.

    Args:
        large: texts as large as the compact arrangement leaves room for, up to half as large again.
    """
    if large:
        room = min(width / ROOM_FOR_COMPACT[0], height / ROOM_FOR_COMPACT[1], _LARGEST)
        return _scaled(max(0, int((room - 1) / _STEP)))
    return FULL if width >= 1800 and height >= 1040 else COMPACT


@cache
def _scaled(steps: int) -> Metrics:
    """The compact sizes, larger by so many steps."""
    scale = 1 + steps * _STEP
    sizes = {each.name: round(getattr(COMPACT, each.name) * scale) for each in fields(Metrics) if each.type == "int"}
    return replace(
        COMPACT, **sizes, fonts={role: round(size * scale) for role, size in COMPACT.fonts.items()}, scale=scale
    )


class _Worn:
    """What everything is drawn by: the language that fonts are chosen for, and what the operator has set."""

    code = "en"
    high = False
    calm = False


def wear(*, high: bool, calm: bool) -> None:
    """Draws with high contrast, or calmly, from now on."""
    _Worn.high, _Worn.calm = high, calm


def is_calm() -> bool:
    """Nothing is to move only for show."""
    return _Worn.calm


def hue(colour: str) -> str:
    """What a colour is drawn as: itself, or at high contrast the one that stands in for it."""
    return _HIGH.get(colour, colour) if _Worn.high else colour


def ink(colour: str) -> QColor:
    """The colour to draw with."""
    return QColor(hue(colour))


def firm(alpha: int) -> int:
    """How opaque a half-clear edge or plate is, 0 to 255: wholly at high contrast."""
    return 255 if _Worn.high else alpha


def use_language(code: str) -> None:
    """Fonts made from now on suit this language ("en", "zh-Hant" or "zh-Hans")."""
    _Worn.code = code


def language() -> str:
    """What the window speaks now: "en", "zh-Hant" or "zh-Hans"."""
    return _Worn.code


def font(role: Role, metrics: Metrics) -> QFont:
    """The font of a role, with figures of one width, so that a changing number does not dance."""
    return QFont(_font(role, metrics.fonts[role], _Worn.code))


@cache
def _font(role: Role, size_px: int, code: str) -> QFont:
    """Made once: a font that is asked for afresh is looked for among all of the system's again."""
    load_fonts()
    made = QFont([*families(code), "sans-serif"])
    made.setPixelSize(size_px)
    made.setWeight(_WEIGHTS.get(role, QFont.Weight.DemiBold))
    made.setFeature(QFont.Tag("tnum"), 1)
    if role in (Role.HEADING, Role.STATE, Role.BIG_BUTTON):
        spacing = {Role.HEADING: 110.0, Role.STATE: 105.0, Role.BIG_BUTTON: 102.0}[role]
        made.setLetterSpacing(QFont.SpacingType.PercentageSpacing, spacing)
    return made


def dress(app: QApplication) -> None:
    """Gives the whole application the dark Fusion style and its font."""
    app.setStyle("Fusion")
    tint(app)
    app.setFont(font(Role.BODY, FULL))


def tint(app: QApplication) -> None:
    """Gives what Qt draws by itself the colours and the calm that are worn now."""
    for effect in (
        Qt.UIEffect.UI_AnimateMenu,
        Qt.UIEffect.UI_FadeMenu,
        Qt.UIEffect.UI_AnimateCombo,
        Qt.UIEffect.UI_AnimateTooltip,
        Qt.UIEffect.UI_FadeTooltip,
    ):
        app.setEffectEnabled(effect, False)
    app.setCursorFlashTime(0 if _Worn.calm else _FLASH_MS)
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
        QPalette.ColorRole.Highlight: SELECTED,
        QPalette.ColorRole.HighlightedText: WHITE,
        QPalette.ColorRole.ToolTipBase: CONTROL_HOVER,
        QPalette.ColorRole.ToolTipText: TEXT,
        QPalette.ColorRole.PlaceholderText: DIM,
        QPalette.ColorRole.Link: BLUE,
    }.items():
        palette.setColor(role, ink(colour))
    disabled = QPalette.ColorGroup.Disabled
    for role in (QPalette.ColorRole.Text, QPalette.ColorRole.ButtonText, QPalette.ColorRole.WindowText):
        palette.setColor(disabled, role, ink(DIM))
    app.setPalette(palette)


def sheet(metrics: Metrics) -> str:
    """Stylesheet of the few widgets that are not drawn by ourselves."""
    small, body = metrics.fonts[Role.SMALL], metrics.fonts[Role.BODY]
    still = "* { widget-animation-duration: 0; }" if _Worn.calm else ""
    return f"""
    {still}
    QMainWindow, QWidget#desk {{ background: {hue(GROUND)}; }}
    QToolTip {{ background: {hue(CONTROL_HOVER)}; color: {hue(TEXT)}; border: 1px solid {hue(LINE_STRONG)};
                padding: 4px 6px; font-size: {small}px; }}
    QComboBox {{ background: {hue(CONTROL)}; color: {hue(TEXT)}; border: 1px solid {hue(LINE_STRONG)};
                 border-radius: 7px;
                 padding: 0 4px 0 8px; font-size: {body}px; font-weight: 600; }}
    QComboBox:hover {{ background: {hue(CONTROL_HOVER)}; }}
    QComboBox:focus {{ border: 3px solid {hue(WHITE)}; padding-left: 6px; }}
    QComboBox::drop-down {{ width: 24px; border: 0; }}
    QComboBox::down-arrow {{ width: 0; height: 0; image: none; }}
    QComboBox QAbstractItemView {{ background: {hue(CONTROL)}; color: {hue(TEXT)}; border: 1px solid {hue(LINE_STRONG)};
                 selection-background-color: {hue(SELECTED)}; selection-color: {hue(WHITE)}; outline: 0; }}
    QLineEdit, QPlainTextEdit, QDoubleSpinBox {{ background: {hue(WELL)}; color: {hue(TEXT)};
                 border: 1px solid {hue(LINE_STRONG)}; border-radius: 6px; padding: 2px 8px; font-size: {body}px;
                 selection-background-color: {hue(SELECTED)}; selection-color: {hue(WHITE)}; }}
    QDoubleSpinBox::up-button, QDoubleSpinBox::down-button {{ width: 0; border: 0; }}
    QDoubleSpinBox QLineEdit {{ background: transparent; border: 0; padding: 0; }}
    QLineEdit:focus, QPlainTextEdit:focus, QDoubleSpinBox:focus {{ border: 2px solid {hue(WHITE)}; padding: 1px 7px; }}
    QScrollArea, QScrollArea > QWidget > QWidget {{ background: {hue(PANEL)}; border: 0; }}
    QScrollBar:vertical {{ background: {hue(PANEL)}; width: 8px; margin: 0; }}
    QScrollBar::handle:vertical {{ background: {hue(LINE_STRONG)}; border-radius: 4px; min-height: 24px; }}
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


def _mixed(colour: str, other: str, part: float) -> str:
    one, two = QColor(colour), QColor(other)
    mixed = (a + (b - a) * part for a, b in zip(one.getRgb()[:3], two.getRgb()[:3], strict=True))  # type: ignore[index]
    return QColor(*(round(value) for value in mixed)).name()


def moved(colour: str, towards: str, against: str) -> str:
    """The nearest colour on the way from one to another that has a contrast of `AAA` against a third."""
    steps = (_mixed(colour, towards, step / 100) for step in range(101))
    return next((each for each in steps if contrast(each, against) >= AAA), towards)


def _high() -> dict[str, str]:
    """The colours that stand in for others at high contrast: edges and texts lighter, grounds below white darker."""
    found = {colour: moved(colour, WHITE, CONTROL_HOVER) for colour in (TEXT, MUTED, DIM, LINE, LINE_STRONG)}
    found |= {colour: moved(colour, WHITE, CONTROL) for colour in (RED, AMBER, GREEN, BLUE, VIOLET, ON_AIR)}
    found[WARN_EDGE] = moved(WARN_EDGE, WHITE, WARN_GROUND)
    for look in (AMBER_LOOK, BLUE_LOOK, GREEN_LOOK, RED_LOOK, RED_EDGE, STRIPED, WHITE_EDGE, CHOSEN):
        for colour in (look.border, look.text):
            lighter = moved(found.get(colour, colour), WHITE, look.ground)
            if colour not in (TEXT, WHITE):
                found[colour] = lighter
    found |= {ground: moved(ground, "#000000", WHITE) for ground in (ON_FLAG, SELECTED)}
    for look in STRIPS.values():
        for ground in filter(None, (look.ground, look.ground_end)):
            found[ground] = moved(ground, "#000000", look.text)
    del found["#000000"]
    return found


_HIGH = _high()
