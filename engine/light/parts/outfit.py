"""What the host wears: the torso, and the collar that lies over the neck.

Units are page units with x = 0 in the host's middle line.
"""

from __future__ import annotations

import math

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainter, QPainterPath

from engine.light.art import Art
from engine.light.parts.brush import colour, glow, linear, mirrored, path, pen, radial, sided
from engine.light.parts.palette import Cloth, Skin, mix, times

TOP, HALF_WIDTH = 636.0, 452.0
"""Page height where the torso begins, and how far it reaches to each side."""


def torso(art: Art, painter: QPainter) -> None:
    """All that lies behind the neck."""
    {"blazer": _blazer, "dinner-jacket": _dinner_jacket}[art.outfit](art, painter)


def collar(art: Art, painter: QPainter) -> None:
    """All that lies in front of the neck."""
    {"blazer": _blazer_collar, "dinner-jacket": _dinner_collar}[art.outfit](art, painter)


def _blazer(art: Art, painter: QPainter) -> None:
    cloth, skin = Cloth.of(art.colours.outfit, "#9db2ff"), Skin.of(art.colours.skin)
    shape = mirrored(
        "M0 690 C-60 690 -92 676 -112 664 C-190 700 -296 714 -346 766 C-392 818 -414 930 -426 1080 L0 1080"
    )
    painter.fillPath(
        shape, linear(-430, 690, 430, 1080, (0, mix(cloth.base, cloth.dark, 0.25)), (0.45, cloth.base), (1, cloth.dark))
    )
    painter.save()
    painter.setClipPath(shape)
    for side in (-1, 1):
        glow(painter, side * 262, 738, 120, 46, cloth.light, 120)
        fold = sided("M264 1080 C258 990 276 920 302 852 C292 930 296 1010 304 1080 Z", side)
        painter.fillPath(fold, colour(cloth.deep, 165))
        painter.strokePath(sided("M336 800 C322 830 312 850 302 872", side), pen(cloth.deep, 3, 90))
        glow(painter, side * 372, 980, 50, 150, cloth.light, 60)
    painter.restore()
    blouse = mirrored("M0 700 C-50 700 -80 688 -98 668 C-92 760 -50 880 0 985")
    painter.fillPath(
        blouse, linear(0, 680, 0, 980, (0, art.colours.shirt), (1, times(art.colours.shirt, 0.83, 0.81, 0.81)))
    )
    for side in (-1, 1):
        painter.strokePath(
            sided("M24 872 C34 830 52 790 66 740", side), pen(times(art.colours.shirt, 0.78, 0.75, 0.75), 3, 90)
        )
    neckline = mirrored("M0 640 L-84 640 C-84 694 -60 742 0 800")
    painter.fillPath(neckline, linear(0, 640, 0, 800, (0, skin.base), (1, mix(skin.base, skin.light, 0.6))))
    for side in (-1, 1):
        painter.strokePath(sided("M14 744 Q36 724 64 720", side), pen(skin.shade, 3.2, 130))
    glow(painter, 0, 716, 15, 24, skin.shade, 120)


def _blazer_collar(art: Art, painter: QPainter) -> None:
    cloth = Cloth.of(art.colours.outfit, "#9db2ff")
    if "necklace" in art.extras:
        chain = path("M-76 690 C-58 746 -28 768 0 772 C28 768 56 746 76 690")
        painter.strokePath(chain, pen(times(art.colours.accent, 0.72, 0.62, 0.5), 3.6, 120))
        painter.strokePath(chain, pen(mix(art.colours.accent, "#ffffff", 0.35), 2.4))
        painter.setBrush(radial(-3, 778, 15, (0, mix(art.colours.accent, "#ffffff", 0.75)), (1, art.colours.accent)))
        painter.drawEllipse(QPointF(0, 782), 9, 9)
    for side in (-1, 1):
        shadow = sided("M98 664 C92 770 52 880 0 985 L-2 1000 C62 900 106 790 112 668 Z", side)
        painter.fillPath(shadow, colour(cloth.deep, 70))
        lapel = sided(
            "M100 660 C150 688 178 700 198 712 L184 792 L216 806 C160 890 70 980 6 1040 "
            "C4 1000 2 985 0 975 C52 880 92 770 100 660 Z",
            side,
        )
        painter.fillPath(
            lapel,
            linear(
                side * 20,
                1000,
                side * 200,
                700,
                (0, cloth.base),
                (1, mix(cloth.base, cloth.light, 0.75 if side < 0 else 0.45)),
            ),
        )
        painter.strokePath(sided("M198 712 L184 792 L216 806 C160 890 70 980 6 1040", side), pen(cloth.deep, 2.6, 170))
        painter.strokePath(sided("M102 664 C94 770 54 880 3 978", side), pen(cloth.light, 2.2, 120))
        painter.strokePath(
            sided("M114 664 C192 701 298 716 348 768 C376 802 394 858 406 930", side),
            pen(mix(art.colours.glow, "#ffffff", 0.35), 2.6, 105),
        )
    if "brooch" in art.extras:
        painter.fillPath(
            star(150, 880, 17, 7),
            linear(
                135,
                865,
                165,
                895,
                (0, mix(art.colours.accent, "#ffffff", 0.6)),
                (1, times(art.colours.accent, 0.9, 0.82, 0.6)),
            ),
        )


def _dinner_jacket(art: Art, painter: QPainter) -> None:
    cloth, shirt = Cloth.of(art.colours.outfit, "#b9ffe6"), art.colours.shirt
    shape = mirrored(
        "M0 690 C-60 690 -84 668 -104 652 C-190 690 -330 702 -384 760 C-430 812 -444 940 -452 1080 L0 1080"
    )
    painter.fillPath(
        shape, linear(-450, 680, 450, 1080, (0, mix(cloth.base, cloth.light, 0.3)), (0.5, cloth.base), (1, cloth.dark))
    )
    painter.save()
    painter.setClipPath(shape)
    for side in (-1, 1):  # velvet: light at the rims, deep in the middle
        glow(painter, side * 292, 728, 130, 40, cloth.light, 150)
        glow(painter, side * 415, 940, 46, 190, cloth.light, 110)
        glow(painter, side * 250, 930, 100, 170, cloth.dark, 120)
        sleeve = sided("M296 1080 C292 1000 304 920 330 846 C318 930 324 1010 334 1080 Z", side)
        painter.fillPath(sleeve, colour(cloth.deep, 190))
        painter.strokePath(sided("M366 790 C350 815 338 838 328 862", side), pen(cloth.deep, 3, 110))
    painter.restore()
    front = mirrored("M0 680 C-40 680 -84 672 -104 652 C-118 760 -84 930 0 1046")
    painter.fillPath(
        front,
        linear(
            -100,
            0,
            110,
            0,
            (0, times(shirt, 0.86, 0.86, 0.90)),
            (0.35, shirt),
            (0.7, shirt),
            (1, times(shirt, 0.80, 0.80, 0.86)),
        ),
    )
    for side in (-1, 1):
        for x in (24, 38, 52):
            painter.strokePath(
                sided(f"M{x} 720 L{x - 6} {1000 - x}", side), pen(times(shirt, 0.78, 0.78, 0.84), 1.8, 110)
            )
    painter.fillRect(QRectF(-13, 700, 26, 330), colour(times(shirt, 0.95, 0.95, 0.97)))
    painter.strokePath(path("M-13 700 L-13 1030"), pen(times(shirt, 0.74, 0.74, 0.80), 1.6, 130))
    painter.strokePath(path("M13 700 L13 1030"), pen(times(shirt, 0.74, 0.74, 0.80), 1.6, 160))
    for y in (806, 878, 950):
        painter.setBrush(radial(-2, y - 2, 9, (0, "#6b6f7c"), (1, "#0c0d12")))
        painter.drawEllipse(QPointF(0, y), 6.4, 6.4)


def _dinner_collar(art: Art, painter: QPainter) -> None:
    shirt, satin, accent = art.colours.shirt, "#17161d", art.colours.accent
    cloth = Cloth.of(art.colours.outfit, "#b9ffe6")
    for side in (-1, 1):  # shawl lapels of satin
        painter.fillPath(
            sided("M104 656 C112 770 84 930 0 1050 L-2 1064 C100 950 136 790 122 662 Z", side), colour(cloth.deep, 90)
        )
        shawl = sided(
            "M102 648 C142 668 186 690 204 726 C222 800 130 960 8 1078 L0 1078 L0 1036 C78 930 116 770 102 648 Z", side
        )
        painter.fillPath(
            shawl,
            linear(
                side * 40,
                960,
                side * 190,
                690,
                (0, satin),
                (0.55, "#2b2a36"),
                (1, "#4a4858" if side < 0 else "#393745"),
            ),
        )
        painter.strokePath(sided("M150 676 C176 720 164 800 118 880", side), pen("#8d8aa2", 9, 40 if side < 0 else 24))
        painter.strokePath(sided("M204 726 C222 800 130 960 8 1078", side), pen(cloth.deep, 3, 200))
        painter.strokePath(
            sided("M106 654 C192 692 332 704 386 762 C412 796 428 850 436 920", side),
            pen(mix(art.colours.glow, "#ffffff", 0.25), 3.2, 150),
        )
    for side in (-1, 1):  # the shirt's collar
        wing = sided("M100 626 C104 650 106 664 104 684 C80 706 48 724 20 730 L0 700 C40 690 78 664 100 626 Z", side)
        painter.fillPath(wing, linear(side * 100, 640, 0, 730, (0, times(shirt, 0.82, 0.82, 0.87)), (0.5, shirt)))
        painter.strokePath(sided("M104 684 C80 706 48 724 20 730", side), pen(times(shirt, 0.62, 0.62, 0.70), 2.2, 170))
    _bow_tie(painter)
    if "pocket-square" in art.extras:
        for tip, tone in (
            ("M212 872 C210 850 216 832 226 820 C238 834 246 850 250 874 Z", times(accent, 0.78, 0.74, 0.8)),
            ("M232 874 C232 846 244 826 258 812 C270 830 274 850 270 874 Z", mix(accent, "#ffffff", 0.12)),
            ("M254 874 C258 850 270 836 284 830 C290 844 288 860 284 872 Z", times(accent, 0.86, 0.82, 0.88)),
        ):
            painter.fillPath(path(tip), linear(210, 815, 280, 880, (0, mix(tone, "#ffffff", 0.35)), (1, tone)))
            painter.strokePath(path(tip), pen(times(accent, 0.5, 0.5, 0.55), 1.4, 110))
        painter.strokePath(path("M198 872 C230 878 262 878 292 870"), pen(cloth.deep, 4, 220))


def _bow_tie(painter: QPainter) -> None:
    painter.save()
    painter.translate(0, 716)
    glow(painter, 0, 20, 86, 26, "#20222c", 110)
    for side in (-1, 1):
        wing = sided("M8 -10 C34 -22 62 -36 84 -34 C92 -14 92 16 84 34 C62 36 34 22 8 10 Z", side)
        painter.fillPath(wing, linear(0, -36, 0, 36, (0, "#3d3c4a"), (0.45, "#1c1b23"), (1, "#0d0c12")))
        painter.strokePath(sided("M16 -3 C38 -8 56 -14 72 -16", side), pen("#77758a", 2.4, 120))
        painter.strokePath(sided("M16 4 C38 8 52 12 64 16", side), pen("#050508", 2.6, 200))
    painter.setBrush(linear(0, -16, 0, 16, (0, "#4a4958"), (0.5, "#22212b"), (1, "#0d0c12")))
    painter.drawRoundedRect(QRectF(-15, -16, 30, 32), 8, 8)
    painter.restore()


def star(x: float, y: float, outer: float, inner: float) -> QPainterPath:
    """A five-pointed star, one point up."""
    made = QPainterPath()
    for i in range(10):
        r, a = (inner if i % 2 else outer), -math.pi / 2 + i * math.pi / 5
        point = QPointF(x + r * math.cos(a), y + r * math.sin(a))
        made.lineTo(point) if i else made.moveTo(point)
    made.closeSubpath()
    return made
