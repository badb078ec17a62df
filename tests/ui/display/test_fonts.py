from __future__ import annotations

import pytest
from PySide6.QtGui import QFont, QFontDatabase, QRawFont
from PySide6.QtWidgets import QApplication

from ui.display import fonts


def test_where_the_system_writes_no_chinese_the_bundled_font_does(
    qapp: QApplication, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QFontDatabase, "families", staticmethod(lambda *_writing: []))
    fonts.load_fonts.cache_clear()
    try:
        fonts.load_fonts()
    finally:
        fonts.load_fonts.cache_clear()
    drawn = QRawFont.fromFont(QFont(fonts.FALLBACK))
    assert drawn.familyName() == fonts.FALLBACK
    missing = [
        each
        for each in "虛擬人對嘴延遲備妥切入數字人对嘴延迟备播切播は日本語カナ"
        if not drawn.supportsCharacter(ord(each))
    ]
    assert not missing


@pytest.mark.parametrize("code", ["en", "zh-Hant", "zh-Hans"])
def test_the_bundled_font_is_asked_last_of_those_that_are_named(code: str) -> None:
    assert fonts.families(code, "linux")[-1] == fonts.FALLBACK
