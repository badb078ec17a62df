"""Settings: what they may be, and the one sentence when they may not."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from console.reports.show_log import words_of
from console.show.actions.action import Source
from console.show.actions.table import ACTIONS
from console.show.core.action_desk import ActionDesk, ActionOutcome
from console.show.core.state import Show, ShowEvent, ShowState
from console.show.effects.show import ApplySettings, ChangeSettings, OpenWelcome
from console.show.state.settings import RATES, SIZES, Options
from console.show.state.settings_rules import OptionError, changed


@pytest.mark.parametrize(
    "changes",
    [
        {"language": "zh-Hant"},
        {"rate": 50},
        {"rate": 50.0},
        {"width": 1280, "height": 720},
        {"delay_ms": 140, "express_delay_ms": 90},
        {"low_dbfs": -40},
        {"show_name": " Gala "},
        {"server_url": "http://127.0.0.1:11434/v1", "server_model": "qwen3:8b"},
        {"server_url": ""},
    ],
)
def test_what_will_do_is_taken(changes: dict[str, object]) -> None:
    now = changed(Options(), changes)
    for name, value in changes.items():
        assert getattr(now, name) == (value.strip() if isinstance(value, str) else value)
        assert type(getattr(now, name)) is type(getattr(Options(), name))


@pytest.mark.parametrize(
    ("changes", "told"),
    [
        ({"language": "tlh"}, "no such language"),
        ({"rate": 31}, "25, 30, 50 or 60"),
        ({"width": 100}, "between 320 and 7680"),
        ({"height": 4321}, "between 180 and 4320"),
        ({"width": 1921}, "must be even"),
        ({"delay_ms": 5}, "between 20 and 2000 ms"),
        ({"delay_ms": "soon"}, "between 20 and 2000 ms"),
        ({"express_delay_ms": 120}, "must not be longer"),
        ({"budget_ms": 1}, "limit of the lip delay"),
        ({"low_dbfs": 0.0}, "-60 and -6 dBFS"),
        ({"mic_gain_db": 41.0}, "-60 and 40 dB"),
        ({"show_name": "x" * 81}, "80 characters"),
        ({"server_url": "ollama"}, "must begin with https://"),
        ({"groq_model": "two words"}, "no spaces"),
        ({"colour": "red"}, "no setting colour"),
    ],
)
def test_what_will_not_do_is_one_sentence(changes: dict[str, object], told: str) -> None:
    with pytest.raises(OptionError, match=told) as fault:
        changed(Options(), changes)
    sentence = str(fault.value)
    assert sentence.endswith(".") and sentence.count(". ") == 0 and "$" not in sentence and "`" not in sentence


@given(st.sampled_from(Options.__struct_fields__), st.none() | st.text() | st.floats() | st.integers() | st.booleans())
def test_whatever_comes_is_taken_or_told(name: str, value: object) -> None:
    try:
        now = changed(Options(), {name: value})
    except OptionError as fault:
        assert str(fault).endswith(".")
    else:
        assert changed(now, {}) == now


def test_all_that_the_page_offers_will_do() -> None:
    for rate in RATES:
        for width, height in SIZES:
            assert changed(Options(), {"rate": rate, "width": width, "height": height}).rate == rate


def desk_in(state: ShowState) -> ActionDesk:
    show = Show(0.0)
    show.apply(ShowEvent.READY, 0.0)
    for event in {
        ShowState.STANDBY: (),
        ShowState.ARMED: (ShowEvent.ARM,),
        ShowState.LIVE: (ShowEvent.ARM, ShowEvent.LIVE),
        ShowState.HOLD: (ShowEvent.ARM, ShowEvent.LIVE, ShowEvent.HOLD),
        ShowState.PANIC: (ShowEvent.PANIC,),
        ShowState.OFFLINE: (ShowEvent.NOT_READY,),
    }[state]:
        show.apply(event, 0.0)
    return ActionDesk(show, clock=lambda: 0.0, log=lambda entry: None)


def ask(state: ShowState, action: str, argument: object = None) -> ActionOutcome:
    return desk_in(state).perform(action, Source.MOUSE, argument)


@pytest.mark.parametrize("state", list(ShowState))
@pytest.mark.parametrize(("action", "argument"), [("settings", {"rate": 25}), ("apply_settings", None)])
def test_settings_change_only_while_nothing_is_armed_or_on_air(state: ShowState, action: str, argument: object) -> None:
    outcome = ask(state, action, argument)
    assert outcome.accepted is (state in (ShowState.OFFLINE, ShowState.STANDBY))
    assert outcome.accepted or "STANDBY only" in outcome.reason


def test_a_change_of_settings_is_one_effect() -> None:
    assert ask(ShowState.STANDBY, "settings", {"rate": 25}).effects == (ChangeSettings((("rate", 25),)),)
    assert ask(ShowState.STANDBY, "apply_settings").effects == (ApplySettings(),)


@pytest.mark.parametrize("argument", [None, "rate", {}, {1: 2}, ["rate"]])
def test_a_change_that_names_no_setting_is_refused(argument: object) -> None:
    outcome = ask(ShowState.STANDBY, "settings", argument)
    assert not outcome.accepted and "which setting" in outcome.reason


@pytest.mark.parametrize("state", list(ShowState))
def test_the_welcome_never_hides_what_the_hall_sees(state: ShowState) -> None:
    outcome = ask(state, "welcome", True)
    assert outcome.accepted is (state in (ShowState.OFFLINE, ShowState.STANDBY))
    if outcome.accepted:
        assert outcome.effects == (OpenWelcome(True),)


def test_none_of_them_has_a_key() -> None:
    assert not any(ACTIONS[action].bindings for action in ("settings", "apply_settings", "welcome"))


def test_the_log_says_what_was_changed_without_brackets() -> None:
    lines: list[str] = []
    show = Show(0.0)
    desk = ActionDesk(show, clock=lambda: 0.0, log=lambda entry: lines.append(words_of(entry)))
    desk.perform("settings", Source.MOUSE, {"width": 1280, "height": 720})
    assert lines == [f"{ACTIONS['settings'].words} width 1280, height 720 (mouse)"]
