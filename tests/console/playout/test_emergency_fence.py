"""What an emergency key took off the air stays off until the console has followed."""

from __future__ import annotations

import pytest

from console.playout.emergency_fence import EmergencyFence


@pytest.mark.parametrize(
    ("verb", "air", "expected"),
    [
        ("panic", "live", "panic"), ("panic", "slate", "panic"), ("panic", "hold", "panic"), ("panic", "panic", None),
        ("hold", "live", "hold"), ("hold", "slate", None), ("hold", "panic", None), ("hold", "hold", None),
        ("interrupt", "live", None), ("live", "hold", None), ("", "live", None),
    ],
)  # fmt: skip
def test_what_each_verb_makes_of_the_air(verb: str, air: str, expected: str) -> None:
    assert EmergencyFence().apply(verb, air) == expected


def test_a_console_that_knows_nothing_of_it_changes_nothing() -> None:
    fence = EmergencyFence()
    assert fence.lets_through(0)
    fence.apply("panic", "live")
    assert fence.number == 1
    assert not fence.lets_through(0)
    assert fence.lets_through(1)


def test_a_console_that_has_followed_once_is_let_through_and_so_is_the_next_one() -> None:
    fence = EmergencyFence()
    fence.apply("hold", "live")
    assert fence.lets_through(1)
    assert fence.lets_through(0)  # another console, which has never heard of it, after the first has followed


def test_a_second_emergency_closes_it_again() -> None:
    fence = EmergencyFence()
    fence.apply("hold", "live")
    fence.apply("panic", "hold")
    assert not fence.lets_through(1)
    assert fence.lets_through(2)


def test_what_was_followed_of_the_playout_before_does_not_open_the_fence_of_this_one() -> None:
    before = EmergencyFence(after=1_000)
    before.apply("hold", "live")
    before.apply("panic", "hold")
    fence = EmergencyFence(after=2_000)  # it was started later, and took one key so far
    fence.apply("panic", "live")
    assert not fence.lets_through(before.number)
    assert fence.lets_through(fence.number)


def test_after_interrupt_nothing_counts_that_is_said_until_it_was_followed() -> None:
    fence = EmergencyFence(after=7)
    assert fence.followed
    assert fence.interrupt() == 8
    assert not fence.followed
    assert fence.lets_through(7), "the air is not fenced: it is as it was"
    assert not fence.followed
    assert fence.lets_through(8)
    assert fence.followed


def test_interrupt_then_hold_are_both_to_be_followed() -> None:
    fence = EmergencyFence()
    fence.interrupt()
    assert fence.apply("hold", "live") == "hold"
    assert not fence.lets_through(1) and not fence.followed
    assert fence.lets_through(2) and fence.followed


def test_after_hold_an_interrupt_leaves_the_air_to_who_has_followed_the_hold() -> None:
    fence = EmergencyFence()
    fence.apply("hold", "live")
    fence.interrupt()
    assert fence.lets_through(1) and not fence.followed
