"""The translations are whole, true to their sources, and each in its own script."""

from __future__ import annotations

import ast
import re
import xml.etree.ElementTree as ElementTree
from collections.abc import Iterator
from pathlib import Path

import pytest

from ui.i18n.build import HERE, PLURALS, SOURCES, sources, update

FILES = [file.name for file in sources()]
Key = tuple[str, str]


def messages(path: Path) -> Iterator[tuple[Key, ElementTree.Element]]:
    for context in ElementTree.parse(path).getroot().iter("context"):
        name = context.findtext("name") or ""
        for message in context.iter("message"):
            yield (name, message.findtext("source") or ""), message


def translations(path: Path) -> Iterator[tuple[Key, list[str]]]:
    for key, message in messages(path):
        found = message.find("translation")
        assert found is not None
        forms = [form.text or "" for form in found.iter("numerusform")]
        yield key, forms or [found.text or ""]


def test_there_is_a_file_for_each_language() -> None:
    assert FILES == ["compere_en.ts", "compere_zh_CN.ts", "compere_zh_TW.ts"]


@pytest.mark.parametrize("name", FILES)
def test_every_sentence_is_translated_and_none_is_left_over(name: str) -> None:
    for key, message in messages(HERE / name):
        found = message.find("translation")
        assert found is not None and found.get("type") is None, f"{key}: run python -m ui.i18n.build --update"
    assert all(all(forms) for _, forms in translations(HERE / name))


@pytest.mark.parametrize("name", FILES)
def test_the_files_say_what_the_sources_say(name: str, tmp_path: Path) -> None:
    copy = tmp_path / name
    copy.write_bytes((HERE / name).read_bytes())
    update([copy])
    wanted = {key for key, _ in messages(copy)}
    assert {key for key, _ in messages(HERE / name)} == wanted, "run python -m ui.i18n.build --update"
    assert not any(context == "" for context, _ in wanted), "a tr() whose class lupdate does not see: write self.tr()"


@pytest.mark.parametrize("name", [file for file in FILES if file != PLURALS])
def test_a_translation_keeps_the_places_and_the_keys_of_its_source(name: str) -> None:
    for (_, source), forms in translations(HERE / name):
        for form in forms:
            assert set(re.findall(r"\{\w+\}|%n", form)) == set(re.findall(r"\{\w+\}|%n", source)), (source, form)
            assert re.findall(r"\[F\d+\]|F\d\d?|\*\.\w+", form) == re.findall(r"\[F\d+\]|F\d\d?|\*\.\w+", source)


TRADITIONAL = set("會場設麥聲畫擬墊檔儲關開選擇讓為還這個體輸時間鍵單編輯無與")
SIMPLIFIED = set("会场设声画拟档储关开选择让为还这个体输时间键单编辑无与")


@pytest.mark.parametrize(("name", "foreign"), [("compere_zh_CN.ts", TRADITIONAL), ("compere_zh_TW.ts", SIMPLIFIED)])
def test_no_language_borrows_characters_of_the_other(name: str, foreign: set[str]) -> None:
    for (_, source), forms in translations(HERE / name):
        if "繁體中文" not in source:  # that one names both
            assert not set("".join(forms)) & foreign, forms


@pytest.mark.parametrize(
    ("name", "foreign"),
    [
        ("compere_zh_TW.ts", ("屏幕", "文件夾", "鼠標", "軟件", "視頻", "話筒", "默認", "信號")),
        ("compere_zh_CN.ts", ("螢幕", "资料夹", "滑鼠", "软体", "影片", "麦克风", "预设值", "讯号", "墊檔")),
    ],
)
def test_each_language_has_the_words_of_its_own_stages(name: str, foreign: tuple[str, ...]) -> None:
    for _, forms in translations(HERE / name):
        assert not [word for word in foreign if word in "".join(forms)], forms


def hidden(code: str) -> list[int]:
    """Lines with a tr() inside an f-string, which lupdate does not see."""
    return [
        call.lineno
        for node in ast.walk(ast.parse(code))
        if isinstance(node, ast.JoinedStr)
        for call in ast.walk(node)
        if isinstance(call, ast.Call) and isinstance(call.func, ast.Attribute) and call.func.attr == "tr"
    ]


@pytest.mark.parametrize("path", sorted(SOURCES.rglob("*.py")), ids=lambda path: path.stem)
def test_nothing_to_translate_hides_from_qts_tool(path: Path) -> None:
    assert hidden(path.read_text(encoding="utf-8")) == []


def test_the_search_for_what_hides_finds_it() -> None:
    assert hidden("a = 1\nb = f\"{self.tr('hold')} L\"") == [2]
