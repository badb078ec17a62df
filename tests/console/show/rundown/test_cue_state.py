"""NEXT: off the air it is what GO LIVE puts on, on air what TAKE does."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from console.show.core.enums import Mode
from console.show.rundown.cue_state import (
    CueState,
    as_chosen,
    chosen,
    dressed,
    driven,
    ended,
    opened,
    preset_next,
    stepped,
    taken,
)
from console.show.rundown.preset import Preset
from console.show.rundown.rundown import Item, Rundown

NAMES = ("welcome", "awards", "finale")
SHOW = Rundown(tuple(Item(name, Preset(name=name.title(), avatar="lin")) for name in NAMES))


def test_after_the_end_nothing_is_on_and_what_was_next_is_next() -> None:
    assert ended(CueState("welcome", "awards"), SHOW) == CueState("", "awards")


def test_after_the_end_of_the_last_preset_the_first_one_comes_next() -> None:
    assert ended(CueState("finale", ""), SHOW) == CueState("", "welcome")


def test_a_take_off_the_air_stays_next_until_it_is_seen() -> None:
    cues = taken(CueState("", "welcome", "hao", "say"), SHOW, "welcome", off_air=True)
    assert cues == CueState("welcome", "welcome", "hao", "say")
    assert taken(cues, SHOW, "welcome") == CueState("welcome", "awards")


def test_another_one_chosen_off_the_air_takes_back_what_was_taken_behind_the_slate() -> None:
    cues = chosen(CueState("welcome", "welcome"), SHOW.items[1])
    assert opened(SHOW, cues, off_air=True) == CueState("", "awards")


def test_a_mode_that_was_chosen_by_hand_is_that_of_next_until_another_one_is_chosen() -> None:
    cues = driven(dressed(CueState("", "welcome"), SHOW, "hao"), SHOW, Mode.ANSWER)
    preset = preset_next(cues, SHOW)
    assert preset is not None and (preset.avatar, preset.mode) == ("hao", Mode.ANSWER)
    assert as_chosen(cues, SHOW.items[1]).mode is Mode.MIRROR, "of NEXT alone"
    assert driven(cues, SHOW, Mode.MIRROR).mode == ""
    assert stepped(cues, SHOW, 1) == CueState("", "awards")


_ids = st.sampled_from(("", *NAMES, "gone"))


@given(_ids, _ids, st.integers(0, 3))
def test_off_the_air_something_is_always_next_and_only_that_can_have_been_taken(
    current: str, following: str, many: int
) -> None:
    rundown = Rundown(SHOW.items[:many])
    cues = opened(rundown, CueState(current, following), off_air=True)
    assert bool(cues.next) == bool(ended(cues, rundown).next) == bool(many)
    assert cues.current in ("", cues.next)
