"""The scenery behind the host, drawn once per size.

Large soft gradients show bands in 8 bits on a big screen, so the soft part is computed in floats and dithered;
only what has edges is drawn by QPainter over it.
"""

from __future__ import annotations

import math
from typing import Any

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QImage, QPainter

from engine.light.art import Art
from engine.light.parts.brush import colour, glow, linear, painting, path, pen, radial
from engine.light.parts.palette import mix, rgb, times
from engine.light.parts.sprite import Page

Light = NDArray[np.floating[Any]]
_DITHER_SEED = 11


def scenery(art: Art, page: Page) -> NDArray[np.uint8]:
    """(height, width, 4) uint8 BGRA of the empty stage."""
    soft, crisp = {"drapes": (_drapes, _drapes_crisp), "led-disc": (_led_disc, _led_disc_crisp)}[art.stage]
    x = ((np.arange(page.width, dtype=np.float32) - page.left) / page.scale)[None, :]
    y = ((np.arange(page.height, dtype=np.float32) - page.top) / page.scale)[:, None]
    light = soft(art, x, y)
    pixels = np.empty((page.height, page.width, 4), np.uint8)
    noise = np.random.default_rng(_DITHER_SEED).random((page.height, page.width), dtype=np.float32)
    for channel in range(3):
        pixels[..., 2 - channel] = np.clip(light[channel] + noise, 0, 255).astype(np.uint8)
    pixels[..., 3] = 255
    image = QImage(pixels.data, page.width, page.height, page.width * 4, QImage.Format.Format_RGB32)
    with painting(image) as painter:
        page.apply(painter)
        crisp(art, painter)
    return pixels


def _spot(x: Light, y: Light, cx: float, cy: float, rx: float, ry: float) -> Light:
    """1 in the middle, softly to 0 far outside."""
    out: Light = np.exp(-(((x - cx) / rx) ** 2 + ((y - cy) / ry) ** 2))
    return out


def _beam(x: Light, y: Light, from_x: float, to_x: float, spread: float) -> Light:
    """A soft cone of light from above the page down to its foot."""
    down = (y + 40) / 1120
    middle = from_x + (to_x - from_x) * down
    width = 22 + spread * down
    across = (x - middle) / width
    out: Light = np.exp(-(across**4)) * np.clip(1.05 - down, 0, 1)
    return out


def _mixed(base: list[Light], tone: str, amount: Light) -> None:
    """Lay light of a colour over `base`: towards the colour, never past it."""
    for channel, value in enumerate(rgb(tone)):
        base[channel] = base[channel] + amount * (value - base[channel])


def _drapes(art: Art, x: Light, y: Light) -> list[Light]:
    """A curtain with uneven folds, a pool of warm light behind the host, two beams."""
    tone = art.colours.stage
    high = np.clip(1 - np.abs(y - 560) / 760, 0, 1)
    base: list[Light] = [np.float32(v) * (0.50 + 0.52 * high) + 0 * x for v in rgb(tone)]
    bend = x + 9 * np.sin(x / 173 + 1.3) + 5 * np.sin(x / 61) + (y / 1080) * 7 * np.sin(x / 97)
    fold = np.sin(bend / 19.5) * 0.5 + np.sin(bend / 43 + 0.7) * 0.5
    ridge = np.clip(fold, 0, 1) ** 1.5
    valley = np.clip(-fold, 0, 1)
    lit = 0.35 + 0.65 * _spot(x, y, 960, 460, 820, 560)
    _mixed(base, mix(tone, "#9fb4ff", 0.55), ridge * 0.30 * lit)
    _mixed(base, times(tone, 0.20, 0.20, 0.30), valley * 0.62)
    _mixed(base, art.colours.glow, _spot(x, y, 960, 430, 470, 440) * (0.40 + 0.12 * ridge))
    for from_x, to_x in ((190, 700), (1730, 1220)):
        _mixed(base, "#fff1c9", _beam(x, y, from_x, to_x, 185) * 0.24)
    edge = np.clip((np.hypot((x - 960) / 1120, (y - 500) / 760) - 0.55) / 0.75, 0, 1)
    _mixed(base, "#03050f", edge * edge * 0.85)
    return base


def _drapes_crisp(art: Art, painter: QPainter) -> None:
    """A swagged valance with a gold fringe above, dust in the light."""
    chance = np.random.default_rng(4)
    for _ in range(46):
        x, y, r = chance.uniform(0, 1920), chance.uniform(130, 700), chance.uniform(3, 20)
        if abs(x - 960) > 330:
            painter.setBrush(
                radial(x, y, r, (0, "#ffe2a6", int(chance.uniform(10, 44))), (0.7, "#ffd98a", 22), (1, "#ffd98a", 0))
            )
            painter.drawEllipse(QPointF(x, y), r, r)
    tone = art.colours.stage
    for i in range(7):
        left, right = i * 320 - 160.0, i * 320 + 160.0
        drop = 92.0
        swag = path(f"M{left} -10 L{right} -10 L{right} 26 C{right - 60} {drop} {left + 60} {drop} {left} 26 Z")
        painter.fillPath(
            swag,
            linear(
                0,
                -10,
                0,
                82,
                (0, times(tone, 0.30, 0.30, 0.42)),
                (0.6, times(tone, 0.8, 0.8, 0.95)),
                (1, times(tone, 0.42, 0.42, 0.55)),
            ),
        )
        for j in range(1, 5):
            sag = 8 + j * 13
            ink = path(f"M{left} {6 + j * 4} C{left + 60} {sag + 14} {right - 60} {sag + 14} {right} {6 + j * 4}")
            painter.strokePath(ink, pen(mix(tone, "#8fa6f0", 0.35), 2.0, 34))
        hem = path(f"M{left} 26 C{left + 60} {drop} {right - 60} {drop} {right} 26")
        painter.strokePath(hem, pen("#c8963c", 6.5, 225))
        painter.strokePath(hem, pen("#ffe3a0", 2.0, 160))


_DISC_X, _DISC_Y, _DISC_R = 960.0, 452.0, 400.0


def _led_disc(art: Art, x: Light, y: Light) -> list[Light]:
    """A dark wall of panels, the halo of a large lit disc, a glossy floor."""
    tone, light = art.colours.stage, art.colours.glow
    high = np.clip(1 - np.abs(y - 420) / 900, 0, 1)
    base: list[Light] = [np.float32(v) * (0.45 + 0.60 * high) + 0 * x for v in rgb(tone)]
    far = np.hypot(x - _DISC_X, y - _DISC_Y)
    wall = y < 930
    halo = np.exp(-np.clip(far - _DISC_R, 0, None) / 165) * 0.50
    _mixed(base, light, np.where(wall, halo, 0))
    for cx in (205.0, 1715.0):
        _mixed(base, art.colours.accent, _spot(x, y, cx, 430, 150, 520) * 0.30 * wall)
    floor = np.clip((y - 930) / 150, 0, 1)
    _mixed(base, times(tone, 0.22, 0.22, 0.30), (y >= 930) * (0.80 - 0.2 * floor))
    _mixed(base, light, (y >= 930) * _spot(x, y, 960, 930, 520, 80) * 0.42)
    edge = np.clip((np.hypot((x - 960) / 1200, (y - 470) / 820) - 0.60) / 0.75, 0, 1)
    _mixed(base, "#07030c", edge * edge * 0.85)
    return base


def _led_disc_crisp(art: Art, painter: QPainter) -> None:
    """The panels' seams, the disc with its slots, light tubes at the sides."""
    tone, light, accent = art.colours.stage, art.colours.glow, art.colours.accent
    for i in range(1, 12):
        painter.fillRect(QRectF(i * 160 - 1, 0, 2, 930), colour(times(tone, 0.35, 0.35, 0.4), 120))
    for j in range(1, 7):
        painter.fillRect(QRectF(0, j * 155 - 1, 1920, 2), colour(times(tone, 0.35, 0.35, 0.4), 120))
    top = _DISC_Y - _DISC_R
    painter.setBrush(
        linear(
            0,
            top,
            0,
            _DISC_Y + _DISC_R,
            (0, mix(light, "#ffe9a8", 0.72)),
            (0.42, light),
            (0.8, mix(light, "#c3225f", 0.62)),
            (1, mix(light, "#7a1d6b", 0.8)),
        )
    )
    painter.drawEllipse(QPointF(_DISC_X, _DISC_Y), _DISC_R, _DISC_R)
    y, gap = _DISC_Y + 20.0, 3.5
    while y < _DISC_Y + _DISC_R - 30:
        chord = [math.sqrt(_DISC_R**2 - (edge - _DISC_Y) ** 2) + 1.5 for edge in (y, y + gap)]
        slot = path(
            f"M{_DISC_X - chord[0]} {y} L{_DISC_X + chord[0]} {y} "
            f"L{_DISC_X + chord[1]} {y + gap} L{_DISC_X - chord[1]} {y + gap} Z"
        )
        painter.fillPath(slot, colour(times(tone, 0.72, 0.66, 0.8), 235))
        y += 33
        gap += 1.7
    for cx in (205.0, 1715.0):
        for dx in (-44.0, 0.0, 44.0):
            tall = 560 - abs(dx) * 3.2
            box = QRectF(cx + dx - 5, 430 - tall / 2, 10, tall)
            glow(painter, cx + dx, 430, 34, tall * 0.56, accent, 60)
            painter.setBrush(
                linear(
                    0,
                    box.top(),
                    0,
                    box.bottom(),
                    (0, mix(accent, "#ffffff", 0.25), 235),
                    (0.5, mix(accent, "#ffffff", 0.7), 255),
                    (1, mix(accent, "#ffffff", 0.25), 235),
                )
            )
            painter.drawRoundedRect(box, 5, 5)
    painter.fillRect(
        QRectF(0, 929, 1920, 3),
        linear(0, 0, 1920, 0, (0, accent, 0), (0.5, mix(light, "#ffffff", 0.4), 190), (1, accent, 0)),
    )
