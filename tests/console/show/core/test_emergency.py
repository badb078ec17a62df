"""What a key means in an emergency is what it means in the window, and it only ever makes the hall quieter."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from console.show.core.emergency import EMERGENCY_VERBS, EmergencyJudge, emergency_keys
from console.show.core.keymap import KeyMap
from console.show.core.state import ShowState

S = ShowState


def judge(state: ShowState = S.LIVE, *, locked: bool = False, keymap: KeyMap | None = None) -> EmergencyJudge:
    made = EmergencyJudge()
    made.use(emergency_keys(keymap or KeyMap(), locked=locked), state)
    return made


@pytest.mark.parametrize(("key", "verb"), [("F12", "panic"), ("Esc", "hold"), ("Space", "interrupt"), ("M", None)])
def test_the_usual_keys_on_air(key: str, verb: str) -> None:
    assert judge().press([key], 1.0) == verb
    assert judge(locked=True).press([key], 1.0) == verb


@pytest.mark.parametrize("state", [S.OFFLINE, S.STANDBY, S.ARMED, S.HOLD])
def test_off_air_only_panic_is_left(state: ShowState) -> None:
    assert judge(state).press(["Space"], 1.0) is None
    assert judge(state).press(["Esc"], 1.0) is None
    assert judge(state).press(["F12"], 1.0) == "panic"


def test_in_panic_nothing_is_left_for_nothing_may_leave_it_but_the_operators_own_hold() -> None:
    assert [judge(S.PANIC).press([key], 1.0) for key in ("F12", "Esc", "Space")] == [None, None, None]


def test_esc_twice_is_hold_and_then_panic_also_after_the_emergency_has_held() -> None:
    quick = judge()
    assert quick.press(["Esc"], 1.0) == "hold"
    quick.took("hold")
    assert quick.press(["Esc"], 1.7) == "panic"


def test_esc_twice_but_slowly_is_no_panic() -> None:
    slow = judge()
    assert slow.press(["Esc"], 1.0) == "hold"
    slow.took("hold")
    assert slow.press(["Esc"], 1.9) is None


def test_another_key_between_two_presses_of_esc_begins_again() -> None:
    """HOLD, back, HOLD within 0.8 s turned the hall black."""
    quick = judge()
    assert quick.press(["Esc"], 1.0) == "hold"
    assert quick.press(["Backspace"], 1.2) is None
    assert quick.press(["Esc"], 1.4) == "hold"


def test_a_press_that_a_text_field_takes_begins_no_double_press() -> None:
    made = judge()
    made.use([key for key in emergency_keys(KeyMap(), locked=False) if key.keys != "Esc"], S.LIVE)
    assert made.press(["Esc"], 1.0) is None
    made.use(emergency_keys(KeyMap(), locked=False), S.LIVE)
    assert made.press(["Esc"], 1.15) == "hold"


def test_one_press_with_two_names_counts_once() -> None:
    assert judge().press(["Esc", "Esc"], 1.0) == "hold"
    assert judge().press(["Q", "Esc"], 1.0) == "hold"


def test_what_the_console_tells_counts_again_after_the_emergency() -> None:
    woken = judge()
    woken.took("panic")
    assert woken.press(["F12"], 1.0) is None
    woken.use(emergency_keys(KeyMap(), locked=False), S.LIVE)
    assert woken.press(["F12"], 2.0) == "panic"


def test_the_operators_own_keys_are_obeyed_and_the_usual_ones_no_more() -> None:
    own = judge(keymap=KeyMap().with_key(("interrupt", 0), "Ctrl+I"))
    assert own.press(["Ctrl+I"], 1.0) == "interrupt"
    assert own.press(["Space"], 2.0) is None


@given(
    keys=st.lists(st.sampled_from(["F12", "Esc", "Space", "Ctrl+Return", "Backspace", "L", "F2"]), max_size=12),
    state=st.sampled_from(list(S)),
)
def test_no_row_of_keys_ever_puts_anything_on_air(keys: list[str], state: ShowState) -> None:
    made = judge(state)
    quieter = {S.LIVE: 0, S.HOLD: 1, S.PANIC: 2}
    for number, key in enumerate(keys):
        before = made.state
        verb = made.press([key], number * 0.1)
        assert verb in (None, *EMERGENCY_VERBS)
        made.took(verb)
        assert made.state is before or quieter.get(made.state, -1) > quieter.get(before, -1)


def test_a_key_that_must_be_held_is_no_emergency_key() -> None:
    found = emergency_keys(KeyMap(), locked=True)
    assert {key.verb for key in found} == set(EMERGENCY_VERBS)
    assert [key.verb for key in found if key.keys == "F12"] == ["panic"]  # and not LEAVE PANIC, which is held
