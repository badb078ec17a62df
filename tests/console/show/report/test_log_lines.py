"""Lines of the log in the operator's words."""

from __future__ import annotations

from unittest.mock import MagicMock

import pytest

from console.reports.show_log import ShowLog, words_of
from console.show.actions.table import ACTIONS
from console.show.core.action_desk import ActionRecord
from console.show.core.secret_text import SecretText
from console.show.core.state import ShowState
from console.show.report.log_lines import LogKind, argument_words
from console.show.rundown.rundown import Add, Delete, Duplicate, Move, NameShow, Redo, Replace, Rundown, SetField, Undo

NAMES = {"p1": "Welcome"}


@pytest.mark.parametrize(
    ("argument", "words"),
    [
        (None, ""),
        (True, "on"),
        (False, "off"),
        ("mirror", "mirror"),
        (Add("lin", "p1"), "new preset"),
        (SetField("p1", "stand_in", "ada"), "Welcome, stand in: ada"),
        (SetField("p1", "lines", ()), "Welcome, lines: none"),
        (Duplicate("p1"), "copy of Welcome"),
        (Move("p1", 1), "Welcome later"),
        (Move("p1", -1), "Welcome earlier"),
        (Delete("p1"), "Welcome taken out"),
        (NameShow("Gala"), "show's name “Gala”"),
        (Replace(Rundown()), "another rundown"),
        (Undo(), "undo"),
        (Redo(), "redo"),
        ({"turn": 1795892008, "number": 2}, ""),
        ({"turn": 1795892008, "text": "At nine."}, "“At nine.”"),
        ({"mic_gain_db": 3}, "mic gain db 3"),
        (("picture", "/home/a/slate.png"), "picture /home/a/slate.png"),
        ("x" * 300, "x" * 119 + "…"),
    ],
)
def test_an_argument_is_told_in_words(argument: object, words: str) -> None:
    assert argument_words(argument, lambda preset: NAMES.get(preset, preset)) == words


def test_a_key_is_never_told() -> None:
    assert "secret-123" not in argument_words(("groq", SecretText("secret-123")))


def entry(action: str, given: object) -> ActionRecord:
    return ActionRecord(0.0, action, "key", str(given), True, ShowState.LIVE, ShowState.LIVE, "", given)


def test_a_line_names_what_the_operator_knows() -> None:
    names = {("take", "p1"): "Welcome", ("mic", "alsa_input.usb-1"): "Scarlett 2i2"}
    name = lambda action, given: names.get((action, given), "")  # noqa: E731
    assert words_of(entry("approve", {"turn": 1795892008}), name) == "APPROVE (key)"
    assert words_of(entry("change", Delete("p1")), name) == f"{ACTIONS['change'].words} Welcome taken out (key)"
    assert words_of(entry("mic", "alsa_input.usb-1"), name) == "MICROPHONE Scarlett 2i2 (key)"


def shown(*entries: ActionRecord) -> list[tuple[str, LogKind]]:
    lines: list[tuple[str, LogKind]] = []
    log = ShowLog(MagicMock(), lambda line, kind: lines.append((line, kind)))
    for each in entries:
        log.write(each)
    return lines


def done(action: str, source: str, before: ShowState, after: ShowState, at: float = 0.0) -> ActionRecord:
    return ActionRecord(at, action, source, "", True, before, after, "")


@pytest.mark.parametrize(
    ("action", "state"), [("resume", ShowState.LIVE), ("end", ShowState.STANDBY), ("disarm", ShowState.STANDBY)]
)
def test_what_had_nothing_to_do_is_not_told_as_done(action: str, state: ShowState) -> None:
    assert shown(done(action, "key", state, state)) == [
        (f"{ACTIONS[action].words} (key): nothing to be done", LogKind.NOTE)
    ]


def test_what_changes_no_state_by_its_nature_is_done() -> None:
    live = ShowState.LIVE
    assert shown(done("interrupt", "key", live, live)) == [("INTERRUPT (key)", LogKind.DONE)]
    assert shown(done("slate", "mouse", live, live)) == [("SLATE (mouse)", LogKind.DONE)]


@pytest.mark.parametrize("hands", [("emergency key", "key"), ("key", "emergency key")])
@pytest.mark.parametrize("action", ["hold", "interrupt"])
def test_one_press_that_two_processes_saw_is_one_line(hands: tuple[str, str], action: str) -> None:
    after = ShowState.HOLD if action == "hold" else ShowState.LIVE
    first = done(action, hands[0], ShowState.LIVE, after)
    assert len(shown(first, done(action, hands[1], after, after, 0.4))) == 1
    assert len(shown(first, done(action, hands[1], after, after, 5.0))) == 2, "another press"
    assert len(shown(first, done(action, hands[0], after, after, 0.4))) == 2, "the same hand once more"


def test_a_key_in_a_stream_s_address_is_not_told_in_the_window_either() -> None:
    change = (("stream_1_url", "rtmp://host/live/hall-secret-1"),)
    line = words_of(entry("settings", dict(change)), lambda action, given: "")
    assert "rtmp://host/live/…" in line and "hall-secret-1" not in line
