"""The command line speaks the language of its option, of the settings, or of the system; JSON and logs stay English."""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from console import cli
from console.command_line import language
from console.command_line.language import say, speak, wanted
from console.doctor import examine
from console.doctor.finding import Finding, fail, json_of, ok, text_of, warn
from console.rehearse import find_preset
from console.show.report.columns import columns, padded, wrapped
from engine.text import Text
from tests.house.source import ROOT
from ui import translate
from ui.i18n.codes import ENGLISH, LANGUAGES

TRADITIONAL, SIMPLIFIED = LANGUAGES[1:]


@pytest.fixture(autouse=True)
def english_after() -> Iterator[None]:
    yield
    speak(ENGLISH)


@pytest.mark.parametrize(
    ("line", "settings", "environment", "code"),
    [
        ("doctor", "", {"LANG": "zh_TW.UTF-8"}, "zh-Hant"),
        ("doctor", "", {"LANG": "zh_CN.UTF-8"}, "zh-Hans"),
        ("doctor", "", {"LANG": "zh_CN.UTF-8", "LC_ALL": "C.UTF-8"}, "en"),
        ("doctor", "", {"LANG": "en_US.UTF-8", "LANGUAGE": "zh_HK:en"}, "zh-Hant"),
        ("doctor", "", {"LANG": "ja_JP.UTF-8"}, "en"),
        ("doctor", "zh-Hans", {"LANG": "zh_TW.UTF-8"}, "zh-Hans"),
        ("doctor", "en", {"LANG": "zh_TW.UTF-8"}, "en"),
        ("--language zh_TW doctor", "en", {}, "zh-Hant"),
        ("doctor --language=zh_CN", "zh-Hant", {}, "zh-Hans"),
        ("doctor --language en", "zh-Hant", {"LANG": "zh_TW.UTF-8"}, "en"),
        ("doctor --language", "zh-Hant", {}, "zh-Hant"),
        ("doctor --language klingon", "", {"LANG": "zh_TW.UTF-8"}, "zh-Hant"),
    ],
)
def test_which_language_is_spoken(line: str, settings: str, environment: dict[str, str], code: str) -> None:
    assert wanted(line.split(), settings, environment).code == code


def parsers(parser: argparse.ArgumentParser) -> Iterator[argparse.ArgumentParser]:
    yield parser
    for action in parser._actions:
        if isinstance(action, argparse._SubParsersAction):
            for each in action.choices.values():
                yield from parsers(each)


def test_every_word_of_help_is_known() -> None:
    said = {"usage: ", "options", "positional arguments"}
    for parser in parsers(cli._parser()):
        said |= {parser.description or "usage: "}
        for action in parser._actions:
            said |= {action.help} if action.help else set()
            if isinstance(action, argparse._SubParsersAction):
                said |= {each.help or "" for each in action._choices_actions}
    assert len(said) > 60
    assert [each for each in said if not translate.known(each)] == []


@pytest.mark.parametrize(
    "line",
    [
        "",
        "run --help",
        "rehearse --help",
        "models fetch --help",
        "render --help",
        "avatar build --help",
        "bench --help",
    ],
)
def test_help_is_in_the_language(line: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        cli.main([*line.split(), "--language", "zh_TW", *([] if line else ["--help"])])
    told = capsys.readouterr().out
    assert ended.value.code == 0 and told.startswith("用法：") and "顯示這份說明後結束" in told
    for english in ("usage", "options", "show this help", "avatar's"):
        assert english not in told


@pytest.mark.parametrize(
    ("line", "error"),
    [
        ("dance", "錯誤：command：沒有 'dance' 這個選擇"),
        ("rehearse --rate 24", "錯誤：--rate：沒有 24 這個選擇"),
        ("rehearse --seconds long", "錯誤：--seconds：'long' 不是數字"),
        ("render --audio a", "錯誤：缺少必填的參數：--avatar, --out"),
        ("doctor --loud", "錯誤：不認得的參數：--loud"),
        ("rehearse --mic", "錯誤：--mic：後面要有一個值"),
    ],
)
def test_what_is_wrong_with_the_line_is_told_in_the_language(
    line: str, error: str, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as ended:
        cli.main(["--language", "zh_TW", *line.split()])
    told = capsys.readouterr().err
    assert ended.value.code == 2 and error in told and "error" not in told


def findings() -> list[Finding]:
    needs = {"libGL.so.1": "Qt's drawing", "libdbus-1.so.3": "Qt"}
    items = [Text("{words} ({found})", words=words, found=found) for words, found in needs.items()]
    missing = Text("Missing: {items}.", items=items)
    return [
        ok("Python and Qt", "Python 3.11.4, Qt 6.11.0, PyAV 14.0, Linux."),
        ok("Screens", Text("{name} at {rate} Hz, the main one.", name="eDP-1 1920×1080", rate=60)),
        warn("Microphone", "None is there.", "Plug in the microphone or the mixer's USB cable; until then the bundled "
             "demo MC can stand in."),
        fail("System", missing, Text("Run: {command}", command="sudo apt-get install libgl1")),
    ]  # fmt: skip


def test_the_doctor_speaks_the_language_and_its_json_does_not() -> None:
    speak(TRADITIONAL)
    told = text_of(findings())
    assert (
        "主螢幕" in told
        and "一個都沒有。" in told
        and "缺少：libGL.so.1 (Qt 繪圖)" in told.replace("（", " (").replace("）", ")")
    )
    assert "請執行：sudo apt-get install libgl1" in told and told.endswith(
        "還不能演出：請看上面標示「不行」的項目（1 項）。"
    )
    for english in ("FAIL", "WARN", "None is", "Missing", "Plug"):
        assert english not in told
    assert all(columns(line) <= 100 for line in told.split("\n"))
    speak(ENGLISH)
    as_json = json_of(findings())
    speak(SIMPLIFIED)
    assert json_of(findings()) == as_json and json.loads(as_json)["findings"][2]["sentence"] == "None is there."


def test_the_doctor_of_this_machine_says_nothing_in_english(home: Path) -> None:
    speak(SIMPLIFIED)
    unknown = [
        text
        for finding in examine.examine()
        for text in (finding.area, finding.sentence, finding.cure)
        if text and say(text) == text and any(word in text.split() for word in ("the", "is", "in", "of", "a", "no"))
    ]
    assert unknown == []


def test_rehearse_takes_the_example_of_the_language(home: Path) -> None:
    assert find_preset("welcome").name == "Welcome"
    speak(TRADITIONAL)
    assert find_preset("welcome").name != "Welcome"


def test_a_missing_or_broken_translation_is_english(tmp_path: Path) -> None:
    assert language.read_translations(tmp_path / "none.ts") == {}
    (tmp_path / "broken.ts").write_text("<TS><context>")
    assert language.read_translations(tmp_path / "broken.ts") == {}


@pytest.mark.parametrize("language", ["en", "zh_TW"])
def test_help_in_any_language_loads_no_qt(language: str) -> None:
    asked = (
        "import sys\nfrom console.cli import main\n"
        f"try: main(['--language', '{language}', '--help'])\nexcept SystemExit: pass\n"
        "print([name for name in sys.modules if name.startswith('PySide6')], file=sys.stderr)"
    )
    done = subprocess.run([sys.executable, "-c", asked], cwd=ROOT, capture_output=True, text=True, env=os.environ)
    assert done.stderr.strip() == "[]"


def test_lines_are_broken_where_they_fit() -> None:
    assert wrapped("one two three", 7) == ["one two", "three"]
    assert wrapped("", 10) == [""]
    assert wrapped("請登入桌面，或啟動 PipeWire；再執行", 12) == ["請登入桌面，", "或啟動", "PipeWire；再", "執行"]
    assert wrapped("/a/very/long/path/that/is/copied", 10) == ["/a/very/long/path/that/is/copied"]
    assert columns(padded("螢幕", 10)) == 10 and columns("a螢") == 3
