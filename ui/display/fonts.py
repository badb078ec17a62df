"""Which fonts a language is written in, in the window and in the hall."""

from __future__ import annotations

import sys
from functools import cache
from pathlib import Path

from PySide6.QtGui import QFontDatabase

FALLBACK = "Droid Sans Fallback"
"""Comes with Compere: Chinese and Japanese, in one weight, one drawing of each character; better than empty boxes."""

_FONTS = Path(__file__).parents[1] / "fonts"
_LATIN = {"win32": ("Segoe UI",), "darwin": ("Helvetica Neue",)}
_LATIN_ELSEWHERE = ("Noto Sans", "DejaVu Sans")

_HANT = {
    "win32": ("Microsoft JhengHei UI", "Microsoft JhengHei"),
    "darwin": ("PingFang TC", "Heiti TC"),
}
_HANT_ELSEWHERE = ("Noto Sans CJK TC", "Noto Sans TC", "Source Han Sans TC", "WenQuanYi Micro Hei")
_HANS = {
    "win32": ("Microsoft YaHei UI", "Microsoft YaHei"),
    "darwin": ("PingFang SC", "Heiti SC"),
}
_HANS_ELSEWHERE = ("Noto Sans CJK SC", "Noto Sans SC", "Source Han Sans SC", "WenQuanYi Micro Hei")
"""Chinese fonts by system. One character is drawn differently in Taiwan and on the mainland: the language decides."""


def families(code: str, system: str = sys.platform) -> tuple[str, ...]:
    """The fonts for a language, the dearest first: Inter for Latin letters, then the system's Chinese ones."""
    hant, hans = _HANT.get(system, _HANT_ELSEWHERE), _HANS.get(system, _HANS_ELSEWHERE)
    chinese = (*hans, *hant) if code == "zh-Hans" else (*hant, *hans)
    latin = _LATIN.get(system, _LATIN_ELSEWHERE)
    named = ("Inter", *chinese, *latin) if code.startswith("zh") else ("Inter", *latin, *chinese)
    return (*named, FALLBACK)


@cache
def load_fonts() -> None:
    """Loads the bundled Inter, once, and a Chinese font where the system has none."""
    for file in sorted(_FONTS.glob("*.otf")):
        QFontDatabase.addApplicationFont(str(file))
    if not system_writes_chinese():
        QFontDatabase.addApplicationFont(str(_FONTS / "fallback" / "DroidSansFallbackFull.ttf"))


def system_writes_chinese() -> bool:
    """Whether any font of the system holds both kinds of Chinese characters."""
    writings = QFontDatabase.WritingSystem.TraditionalChinese, QFontDatabase.WritingSystem.SimplifiedChinese
    return all(set(QFontDatabase.families(each)) - {FALLBACK} for each in writings)


def writing_of(tag: str) -> str:
    """How a language tag is written: `zh-TW`, `yue` → "zh-Hant", `zh-CN` → "zh-Hans"; "" may hold Chinese as well."""
    if tag.lower() in ("zh-cn", "zh-hans", "zh-sg"):
        return "zh-Hans"
    return "en" if tag.lower().startswith("en") else "zh-Hant"
