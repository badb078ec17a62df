"""Every sentence that the console can say is known, so that it can be said in every language."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from console.reports.show_log import words_of
from console.show.actions.table import ACTIONS
from console.show.core.action_desk import ActionRecord
from console.show.core.keymap import KeyMap
from console.show.core.preflight import ITEMS
from console.show.core.state import ShowState
from console.show.rundown.field_faults import field_faults
from console.show.rundown.lines import fault_in
from console.show.rundown.preset import Preset
from engine.text import PLACE, Text
from tests.house.source import ROOT
from ui import translate
from ui.i18n.languages import Languages
from ui.i18n.sentences.catalogue import SENTENCES

ELSEWHERE = (
    "report.py",
    "report_page.py",
    "sleep_inhibitor.py",
    "app.py",
    "prompt.py",
)
"""They speak to a model or to the system, or write a page, and not to the window or the command line."""

WITHIN = (
    "preset.py",  # what is wrong inside a file, for who wrote it: it stands in brackets behind a known sentence
    "rundown_csv.py",
)

PIECES = (
    # names and numbers alone
    "Python 7, Qt 7, PyAV 7, 7.",
    "7 (7).",
    # comments in files that Compere writes
    "Keys that are not the usual ones: action, which of its keys, key.",
    "The order of the show. Presets that are not named here come last.",
)

APPLICATION = sorted(path for room in ("console", "engine") for path in (ROOT / room).rglob("*.py"))


def text_of(node: ast.AST) -> str | None:
    """A literal as it may be said: each of its places holds a 7."""
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        return node.value
    if isinstance(node, ast.JoinedStr):
        return "".join(str(part.value) if isinstance(part, ast.Constant) else "7" for part in node.values)
    return None


def sentences(path: Path) -> Iterator[str]:
    """What looks like a sentence for the operator: it begins with a capital and ends with a full stop."""
    tree = ast.parse(path.read_text())
    silent = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    for node in ast.walk(tree):
        if isinstance(node, ast.JoinedStr):
            silent.update(id(part) for part in node.values)
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr == "add_argument":
            silent.update(id(part) for part in ast.walk(node))
    for node in ast.walk(tree):
        text = None if id(node) in silent else text_of(node)
        if text and " " in text and re.match(r"[A-Z7]", text) and text.endswith("."):
            yield text


def rooms() -> list[Path]:
    found = [*(ROOT / "console").rglob("*.py"), ROOT / "engine" / "process.py"]
    return [path for path in found if path.name not in (*ELSEWHERE, *WITHIN)]


@pytest.mark.parametrize("path", rooms(), ids=lambda path: path.stem)
def test_every_sentence_of_the_console_is_known(path: Path) -> None:
    """A literal is known as it stands; an f-string has lost its key and is never known."""
    unknown = [each for each in sentences(path) if not translate.known(each) and each not in PIECES]
    assert not unknown, f"write Text(key, name=…) and add the key to ui/i18n/sentences: {unknown}"


def calls_of_text(tree: ast.AST) -> Iterator[tuple[list[str], set[str]]]:
    """Of each `Text(…)`: the keys it may have, and the places that it fills. A key that is computed is left out."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "Text" and node.args:
            choices = [node.args[0].body, node.args[0].orelse] if isinstance(node.args[0], ast.IfExp) else node.args[:1]
            keys = [each.value for each in choices if isinstance(each, ast.Constant) and isinstance(each.value, str)]
            if keys and all(keyword.arg for keyword in node.keywords):
                yield keys, {str(keyword.arg) for keyword in node.keywords}


def test_every_text_is_known_and_its_places_are_filled() -> None:
    for keys, filled in (call for path in APPLICATION for call in calls_of_text(ast.parse(path.read_text()))):
        for key in keys:
            bare = not re.search(r"\w", PLACE.sub("", key))  # nothing in it to translate
            assert bare or translate.known(Text(key)), f"add it to ui/i18n/sentences: {key}"
            assert set(PLACE.findall(key)) <= filled, f"places that are not filled: {key}"


@pytest.mark.parametrize("path", rooms(), ids=lambda path: path.stem)
def test_every_literal_with_places_is_a_known_key(path: Path) -> None:
    tree = ast.parse(path.read_text())
    silent = {id(part) for node in ast.walk(tree) if isinstance(node, ast.JoinedStr) for part in ast.walk(node)}
    silent |= {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    keys = [
        node.value
        for node in ast.walk(tree)
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in silent
        if PLACE.search(node.value) and re.search("[a-z]{3}", PLACE.sub("", node.value)) and " " in node.value
    ]
    assert [key for key in keys if not translate.known(Text(key))] == []


def test_no_key_is_kept_that_nothing_says() -> None:
    said = {
        node.value
        for path in (*APPLICATION, *(path for path in (ROOT / "ui").rglob("*.py") if "sentences" not in path.parts))
        for node in ast.walk(ast.parse(path.read_text()))
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
    }
    keys = {key for key in SENTENCES if PLACE.search(key)}
    assert len(keys) > 400
    assert sorted(keys - said - MADE_OF_PIECES) == []


def test_two_sentences_that_are_made_of_pieces_are_known() -> None:
    words = fault_in("a\n" * 200)
    assert translate.known(words) and translate.known(
        field_faults(Preset(name="Q", avatar="lin", lines="a\n" * 200))["lines"]
    )


MADE_OF_PIECES = frozenset(
    {
        # `field_faults` makes these of what `fault_in` says
        "It has {n} lines, and {limit} are the most.",
        "Its line {n} is longer than {limit} characters.",
        "Its line {n} has no words.",
        # `screen_name` with a full stop
        "{name} at {rate} Hz.",
        "{name} at {rate} Hz, the main one.",
    }
)


def test_the_search_for_sentences_finds_them() -> None:
    calls = [keys for path in APPLICATION for keys, _ in calls_of_text(ast.parse(path.read_text()))]
    assert len(calls) > 400
    assert sum(len(list(sentences(path))) for path in rooms()) > 100


@pytest.mark.parametrize("action_id", list(ACTIONS))
def test_every_action_has_its_words_and_its_hint(action_id: str) -> None:
    action = ACTIONS[action_id]
    assert translate.known(action.words) and translate.known(action.hint)
    assert not action.refusal or translate.known(action.refusal)


def test_every_item_of_preflight_has_its_name() -> None:
    assert all(translate.known(name) for name, _ in ITEMS.values())


def test_what_was_found_at_preflight_is_known() -> None:
    tree = ast.parse(
        (ROOT / "console/show/core/preflight.py").read_text() + (ROOT / "console/preflight_controller.py").read_text()
    )
    found = [
        text
        for node in ast.walk(tree)
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name)
        if node.func.id in ("_red", "_amber", "_green", "ItemFinding")
        for argument in node.args
        if (text := text_of(argument)) and text not in ("7", "77")
    ]
    assert len(found) > 30
    assert [text for text in found if not translate.known(text)] == []


@pytest.mark.parametrize("path", rooms(), ids=lambda path: path.stem)
def test_every_line_for_the_log_panel_is_known(path: Path) -> None:
    for node in ast.walk(ast.parse(path.read_text())):
        if not isinstance(node, ast.Call) or not isinstance(node.func, ast.Attribute):
            continue
        if node.func.attr in ("add_log_line", "refuse", "alarm") and "presenter" in ast.unparse(node.func.value):
            for told in [text for argument in node.args[-1:] if (text := text_of(argument))]:
                assert translate.known(told), told


def test_what_is_not_known_is_said_as_it_came(languages: Languages) -> None:
    languages.speak("zh-Hant")
    assert translate.said("Focusrite Scarlett 2i2") == "Focusrite Scarlett 2i2"
    assert translate.said("") == ""


LOST = "it ended with code {code}: {last}"


@pytest.mark.parametrize(
    ("english", "chinese"),
    [
        ("The show is not armed: press ARM first.", "尚未備妥：請先按「備妥」。"),
        (
            Text("There is no avatar {name}: choose another one for NEXT, or add it in EDIT.", name="kai"),
            "沒有虛擬人 kai：請為下一段選擇別的，或到「編輯」加入。",
        ),
        (
            Text(
                "{name} cannot be taken: {why}.",
                name="Opening",
                why="its mode is say, so name the sound file in say",
            ),
            "無法切入 Opening：模式為「預錄」，請指定聲音檔。",
        ),
        (
            Text(
                "The engine was lost and is starting again; the avatar idles ({why}).",
                why=Text(LOST, code=-9, last="no words"),
            ),
            "引擎中斷，正在重新啟動；虛擬人保持待機動作（已結束，代碼 -9：沒有訊息）。",
        ),
        (
            Text(
                "Not ready: {items}. Put it right, or waive it by name.",
                items=[
                    Text("{words} ({found})", words="Engine", found="starting"),
                    Text(
                        "{words} ({found})",
                        words="Avatar and presets",
                        found=Text("preset {name} and {n} more", name="Q (A)", n=2),
                    ),
                ],
            ),
            "尚未就緒：引擎（啟動中）、虛擬人與預設組（預設組 Q (A) 與另外 2 個）。請修正，或逐項放行。",
        ),
        (
            Text("{why} {name} is asked.", why=Text("{name} does not answer in time.", name="Groq"), name="Facts"),
            "Groq 沒有及時回答。改問 Facts。",
        ),
        (
            Text(
                "Rejoin: {why}. BACK TO LIVE goes on, END closes the show.",
                why=Text("was {what} {ago} ago", what="LIVE", ago=Text("{n} min", n=4)),
            ),
            "接回演出：4 分鐘前是「播出中」。按「恢復播出」繼續，按「結束演出」收場。",
        ),
        (Text("There is no avatar {name}.", name="engine"), "沒有虛擬人 engine。"),
    ],
)
def test_a_sentence_is_said_with_its_parameters(languages: Languages, english: str, chinese: str) -> None:
    languages.speak("zh-Hant")
    assert translate.said(english) == chinese
    languages.speak("en")
    assert translate.said(english) == english


def entry(**changed: object) -> ActionRecord:
    fields = {
        "at": 0.0,
        "action": "arm",
        "source": "key",
        "argument": "",
        "accepted": True,
        "before": ShowState.STANDBY,
        "after": ShowState.STANDBY,
        "reason": "",
    }
    return ActionRecord(**(fields | changed))  # type: ignore[arg-type]


def test_a_sentence_names_the_key_that_the_operators_keyboard_prints() -> None:
    told = Text("The program stands still: wait, or place it again with {keys}.", keys="F11")
    usual = translate.said(told)
    translate.print_keys({}, KeyMap({("replace", 0): "Ctrl+P"}))
    try:
        assert "F11" in usual and "Ctrl+P" in translate.said(told) and told == usual
    finally:
        translate.print_keys({})


@pytest.mark.parametrize(
    ("line", "chinese"),
    [
        (words_of(entry(after=ShowState.ARMED)), "待命 → 已備妥：備妥（按鍵）"),
        (words_of(entry(action="mode", argument="mirror", source="mouse")), "模式 跟隨（滑鼠）"),
        (words_of(entry(action="avatar", argument="lin", source="mouse")), "虛擬人 lin（滑鼠）"),
        (words_of(entry(accepted=False, reason="The show is on air already.")), "備妥（按鍵）被拒：已經在播出了。"),
        (words_of(entry(action="ready", source="console", before=ShowState.OFFLINE)), "離線 → 待命：就緒（控制台）"),
        (
            Text(
                "Over: {what}",
                what="The hall's screen is gone: plug it in again; the program comes back by itself.",
            ),
            "已恢復：會場螢幕不見了：請重新接上，節目畫面會自行恢復。",
        ),
        ("The engine hums.", "The engine hums."),
    ],
)
def test_a_line_of_the_log_is_said(languages: Languages, line: str, chinese: str) -> None:
    languages.speak("zh-Hant")
    assert translate.said(line) == chinese


def test_every_word_of_the_report_is_known() -> None:
    tree = ast.parse((ROOT / "console/show/report/report_page.py").read_text())
    names = {
        node.targets[0].id: node.value
        for node in tree.body
        if isinstance(node, ast.Assign) and isinstance(node.targets[0], ast.Name)
    }
    asked = [
        argument
        for node in ast.walk(tree)
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "say"
        for argument in node.args
    ]
    texts = [
        text for each in asked if (text := text_of(names.get(each.id, each) if isinstance(each, ast.Name) else each))
    ]
    texts += [str(word) for pair in ast.literal_eval(names["_STAGES"]).values() for word in pair]
    assert len(texts) > 45
    assert [text for text in texts if not translate.known(text)] == []
