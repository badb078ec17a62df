"""Which language is spoken, where its translation comes from, and in which font it is written."""

from __future__ import annotations

import os
from pathlib import Path
from unittest.mock import MagicMock

import pytest
from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QApplication

from ui.display.fonts import families
from ui.i18n import build
from ui.i18n.build import HERE, TranslationError, compile_all, compile_one, is_fresh
from ui.i18n.codes import language_of
from ui.i18n.languages import Languages


@pytest.mark.parametrize(
    ("locales", "code"),
    [
        (["en-US"], "en"),
        (["zh-TW"], "zh-Hant"),
        (["zh-Hant-TW", "zh-TW", "zh"], "zh-Hant"),
        (["zh-HK"], "zh-Hant"),
        (["zh_MO.UTF-8"], "zh-Hant"),
        (["yue-Hant-HK"], "zh-Hant"),
        (["zh-CN"], "zh-Hans"),
        (["zh"], "zh-Hans"),
        (["zh-Hans-HK"], "zh-Hans"),
        (["zh-SG"], "zh-Hans"),
        (["de-DE", "zh-TW"], "zh-Hant"),
        (["de-DE", "en-GB", "zh-TW"], "en"),
        (["C"], "en"),
        ([], "en"),
    ],
)
def test_the_system_chooses_the_language(locales: list[str], code: str) -> None:
    assert language_of(locales) == code


def test_a_language_that_is_spoken_is_seen_at_once(languages: Languages) -> None:
    assert languages.speak("zh-Hant") == "zh-Hant"
    assert QCoreApplication.translate("ActionRow", "PANIC") == "緊急切黑"
    assert languages.speak("zh-Hans") == "zh-Hans"
    assert QCoreApplication.translate("ActionRow", "PANIC") == "紧急黑场"
    assert languages.speak("en") == "en"
    assert QCoreApplication.translate("ActionRow", "PANIC") == "PANIC"


def test_qts_own_dialogs_speak_it_too(languages: Languages) -> None:
    languages.speak("zh-Hant")
    assert QCoreApplication.translate("QFileDialog", "File &name:") != "File &name:"


def folder_of(tmp_path: Path) -> Path:
    """A folder with the sources of the translations only."""
    folder = tmp_path / "i18n"
    folder.mkdir()
    for source in HERE.glob("*.ts"):
        (folder / source.name).write_bytes(source.read_bytes())
    return folder


def test_a_translation_that_was_not_compiled_is_compiled_once_for_the_user(qapp: QApplication, tmp_path: Path) -> None:
    folder, cache = folder_of(tmp_path), tmp_path / "cache"
    made = Languages(qapp, cache, MagicMock(), folder=folder)
    assert made.speak("zh-Hant") == "zh-Hant"
    compiled = cache / "i18n" / "compere_zh_TW.qm"
    first = compiled.stat().st_mtime_ns
    assert made.speak("zh-Hant") == "zh-Hant" and compiled.stat().st_mtime_ns == first
    assert not list(folder.glob("*.qm"))
    made.speak("en")


def test_without_qts_tools_english_is_spoken_and_the_log_says_why(
    qapp: QApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(build, "tool", lambda name: None)
    log = MagicMock()
    made = Languages(qapp, tmp_path / "cache", log, folder=folder_of(tmp_path))
    assert made.speak("zh-Hans") == "en"
    assert "lrelease" in log.warning.call_args_list[0].kwargs["reason"]
    assert QCoreApplication.translate("ActionRow", "PANIC") == "PANIC"


def test_an_unknown_language_is_english(languages: Languages) -> None:
    assert languages.speak("tlh") == "en"


def test_only_what_has_changed_is_compiled(tmp_path: Path) -> None:
    folder = folder_of(tmp_path)
    compile_all(folder)
    kept, changed = folder / "compere_en.ts", folder / "compere_zh_TW.ts"
    before = kept.with_suffix(".qm").stat().st_mtime_ns
    os.utime(changed, (2_000_000_000, 2_000_000_000))
    assert not is_fresh(changed.with_suffix(".qm"), changed)
    compile_all(folder)
    assert kept.with_suffix(".qm").stat().st_mtime_ns == before


def test_a_broken_file_is_one_sentence_and_leaves_nothing_behind(tmp_path: Path) -> None:
    broken = tmp_path / "compere_xx.ts"
    broken.write_text("<TS><context>")
    with pytest.raises(TranslationError, match=r"compere_xx\.ts could not be compiled"):
        compile_one(broken, tmp_path / "out" / "compere_xx.qm")
    assert not list((tmp_path / "out").iterdir())


@pytest.mark.parametrize("system", ["linux", "win32", "darwin"])
def test_each_chinese_is_written_in_its_own_forms(system: str) -> None:
    hant, hans, english = (families(code, system) for code in ("zh-Hant", "zh-Hans", "en"))
    traditional = {"linux": "Noto Sans CJK TC", "win32": "Microsoft JhengHei UI", "darwin": "PingFang TC"}[system]
    simplified = {"linux": "Noto Sans CJK SC", "win32": "Microsoft YaHei UI", "darwin": "PingFang SC"}[system]
    assert hant.index(traditional) < hant.index(simplified)
    assert hans.index(simplified) < hans.index(traditional)
    assert {hant[0], hans[0], english[0]} == {"Inter"}
    assert english.index(traditional) > 1
