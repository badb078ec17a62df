"""The show machine: what may happen on air, and what may never."""

from __future__ import annotations

import math
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule

from console.show.core.state import ARMED_FOR_S, IN_REHEARSAL, TABLE, Refused, Show, ShowEvent, ShowState, Snapshot


def show_in(state: ShowState) -> Show:
    """A show that was led to `state` at time 0, by the ways an operator has."""
    ways = {
        ShowState.OFFLINE: (),
        ShowState.STANDBY: (ShowEvent.READY,),
        ShowState.ARMED: (ShowEvent.READY, ShowEvent.ARM),
        ShowState.LIVE: (ShowEvent.READY, ShowEvent.ARM, ShowEvent.LIVE),
        ShowState.HOLD: (ShowEvent.READY, ShowEvent.ARM, ShowEvent.LIVE, ShowEvent.HOLD),
        ShowState.PANIC: (ShowEvent.READY, ShowEvent.PANIC),
    }
    show = Show(0.0)
    for event in ways[state]:
        show.apply(event, 0.0)
    assert show.state is state
    return show


def test_the_table_answers_every_event_in_every_state() -> None:
    for table in (TABLE, IN_REHEARSAL):
        assert set(table) == set(ShowEvent)
        assert all(set(row) == set(ShowState) for row in table.values())


def test_every_refusal_has_a_whole_sentence() -> None:
    rows = [*TABLE.values(), *IN_REHEARSAL.values()]
    refusals = [target for row in rows for target in row.values() if isinstance(target, Refused)]
    assert refusals
    assert all(refusal.reason[0].isupper() and refusal.reason.endswith(".") for refusal in refusals)


@pytest.mark.parametrize("state", [ShowState.OFFLINE, ShowState.STANDBY, ShowState.PANIC])
def test_go_live_is_refused_unless_armed_or_held(state: ShowState) -> None:
    show = show_in(state)
    answer = show.apply(ShowEvent.LIVE, 1.0)
    assert not answer.accepted
    assert show.state is state
    assert answer.reason


@pytest.mark.parametrize("state", list(ShowState))
def test_panic_is_one_event_away_from_every_state(state: ShowState) -> None:
    assert show_in(state).apply(ShowEvent.PANIC, 1.0).after is ShowState.PANIC


def test_hold_and_live_are_one_event_apart() -> None:
    show = show_in(ShowState.LIVE)
    assert show.apply(ShowEvent.HOLD, 1.0).after is ShowState.HOLD
    assert show.apply(ShowEvent.LIVE, 2.0).after is ShowState.LIVE


@pytest.mark.parametrize("state", [ShowState.LIVE, ShowState.HOLD])
def test_leaving_a_panic_that_came_from_the_air_goes_to_hold(state: ShowState) -> None:
    show = show_in(state)
    show.apply(ShowEvent.PANIC, 1.0)
    assert show.apply(ShowEvent.LEAVE_PANIC, 2.0).after is ShowState.HOLD


def test_a_second_panic_does_not_forget_that_the_first_came_from_the_air() -> None:
    show = show_in(ShowState.LIVE)
    show.apply(ShowEvent.PANIC, 1.0)
    assert not show.apply(ShowEvent.PANIC, 1.5).changed
    assert show.apply(ShowEvent.LEAVE_PANIC, 2.0).after is ShowState.HOLD


@pytest.mark.parametrize(
    ("state", "after"),
    [
        (ShowState.OFFLINE, ShowState.OFFLINE),
        (ShowState.STANDBY, ShowState.STANDBY),
        (ShowState.ARMED, ShowState.STANDBY),
    ],
)
def test_leaving_a_panic_from_off_air_goes_to_the_ground(state: ShowState, after: ShowState) -> None:
    show = show_in(state)
    show.apply(ShowEvent.PANIC, 1.0)
    assert show.apply(ShowEvent.LEAVE_PANIC, 2.0).after is after


def test_armed_falls_back_after_sixty_seconds_and_not_before() -> None:
    show = show_in(ShowState.ARMED)
    assert show.apply(ShowEvent.TICK, ARMED_FOR_S - 0.01).after is ShowState.ARMED
    answer = show.apply(ShowEvent.TICK, ARMED_FOR_S)
    assert answer.after is ShowState.STANDBY
    assert answer.reason


def test_an_armed_that_ran_out_is_no_way_to_live_even_when_no_tick_came() -> None:
    show = show_in(ShowState.ARMED)
    answer = show.apply(ShowEvent.LIVE, ARMED_FOR_S + 1)
    assert not answer.accepted
    assert show.state is ShowState.STANDBY


def test_arming_again_does_not_lengthen_the_sixty_seconds() -> None:
    show = show_in(ShowState.ARMED)
    show.apply(ShowEvent.ARM, 50.0)
    assert show.armed_left_s(50.0) == pytest.approx(10.0)


@pytest.mark.parametrize("state", [ShowState.LIVE, ShowState.HOLD, ShowState.PANIC])
def test_losing_playout_on_air_changes_no_state(state: ShowState) -> None:
    assert show_in(state).apply(ShowEvent.NOT_READY, 1.0).after is state


@pytest.mark.parametrize("state", [ShowState.STANDBY, ShowState.ARMED])
def test_losing_playout_off_air_goes_offline_and_its_return_to_standby(state: ShowState) -> None:
    show = show_in(state)
    assert show.apply(ShowEvent.NOT_READY, 1.0).after is ShowState.OFFLINE
    assert show.apply(ShowEvent.READY, 2.0).after is ShowState.STANDBY


def test_a_show_that_ends_while_playout_is_gone_is_offline() -> None:
    show = show_in(ShowState.LIVE)
    show.apply(ShowEvent.NOT_READY, 1.0)
    assert show.apply(ShowEvent.END, 2.0).after is ShowState.OFFLINE


def test_interrupt_is_an_event_and_never_a_state() -> None:
    show = show_in(ShowState.LIVE)
    answer = show.apply(ShowEvent.INTERRUPT, 1.0)
    assert answer.accepted and not answer.changed


def test_on_air_time_counts_live_only_and_starts_again_with_the_next_show() -> None:
    show = show_in(ShowState.LIVE)
    show.apply(ShowEvent.HOLD, 10.0)
    show.apply(ShowEvent.LIVE, 25.0)
    assert show.on_air_s(30.0) == pytest.approx(15.0)
    show.apply(ShowEvent.END, 30.0)
    assert show.on_air_s(99.0) == pytest.approx(15.0)
    show.apply(ShowEvent.ARM, 100.0)
    show.apply(ShowEvent.LIVE, 101.0)
    assert show.on_air_s(101.0) == 0.0


@pytest.mark.parametrize("state", list(ShowState))
def test_a_new_console_rejoins_the_state_that_the_old_one_left(state: ShowState) -> None:
    left = show_in(state).snapshot(4.0)
    joined = Show(1000.0)
    joined.restore(left, 1000.0, away_s=14.0)
    assert joined.state is state
    assert joined.in_state_s(1000.0) == pytest.approx(18.0)


def test_on_air_time_runs_on_while_no_console_is_there() -> None:
    show = show_in(ShowState.LIVE)
    show.apply(ShowEvent.HOLD, 10.0)
    show.apply(ShowEvent.LIVE, 20.0)
    joined = Show(0.0)
    joined.restore(show.snapshot(25.0), 500.0, away_s=14.0)
    assert joined.on_air_s(501.0) == pytest.approx(15.0 + 14.0 + 1.0)


def test_a_rejoined_panic_still_leads_back_to_hold() -> None:
    show = show_in(ShowState.LIVE)
    show.apply(ShowEvent.PANIC, 1.0)
    joined = Show(0.0)
    joined.restore(show.snapshot(2.0), 0.0)
    assert joined.apply(ShowEvent.LEAVE_PANIC, 1.0).after is ShowState.HOLD


@given(st.floats(), st.floats(), st.floats())
def test_a_snapshot_full_of_nonsense_still_gives_times_that_are_times(a: float, b: float, away: float) -> None:
    joined = Show(5.0)
    joined.restore(Snapshot(ShowState.LIVE, a, b), 5.0, away)
    assert math.isfinite(joined.on_air_s(6.0)) and joined.on_air_s(6.0) >= 0.0


class OneShow(RuleBasedStateMachine):
    """Any events at any times: the rules of the air hold."""

    def __init__(self) -> None:
        super().__init__()
        self.now = 0.0
        self.show = Show(self.now)
        self.history = [self.show.state]
        self.rehearsals = [self.show.rehearsing]

    @rule(event=st.sampled_from(ShowEvent), wait=st.sampled_from([0.0, 0.1, 5.0, ARMED_FOR_S]))
    def something_happens(self, event: ShowEvent, wait: float) -> None:
        self.now += wait
        before, on_air_s = self.show.state, self.show.on_air_s(self.now)
        answer = self.show.apply(event, self.now)
        assert answer.before is before and answer.after is self.show.state
        if before is not ShowState.ARMED:
            assert answer.accepted or not answer.changed
        assert answer.accepted or answer.reason
        again = self.show.apply(event, self.now)
        assert not again.changed, "verbs are idempotent"
        if not (event is ShowEvent.LIVE and answer.changed):
            assert self.show.on_air_s(self.now) == pytest.approx(on_air_s)
        if answer.changed:
            self.history.append(answer.after)
            self.rehearsals.append(self.show.rehearsing)

    @invariant()
    def live_comes_from_armed_or_from_hold(self) -> None:
        for earlier, later in zip(self.history, self.history[1:], strict=False):
            if later is ShowState.LIVE:
                assert earlier in (ShowState.ARMED, ShowState.HOLD, ShowState.STANDBY)

    @invariant()
    def a_rehearsal_begins_and_ends_in_standby_and_is_never_the_show(self) -> None:
        seen = list(zip(self.history, self.rehearsals, strict=True))
        for (earlier, was), (later, rehearses) in pairwise(seen):
            if later is ShowState.LIVE:
                begins = rehearses and not was
                # An ARMED that has run out is STANDBY by the time the rehearsal begins.
                assert begins or earlier is not ShowState.STANDBY
                assert not begins or earlier in (ShowState.STANDBY, ShowState.ARMED)
            if later in (ShowState.OFFLINE, ShowState.STANDBY, ShowState.ARMED):
                assert not rehearses
            elif earlier in (ShowState.LIVE, ShowState.HOLD):
                assert rehearses is was

    @invariant()
    def hold_comes_from_the_air(self) -> None:
        on_air = False
        for state in self.history:
            if state is ShowState.LIVE:
                on_air = True
            elif state in (ShowState.OFFLINE, ShowState.STANDBY, ShowState.ARMED):
                on_air = False
            elif state is ShowState.HOLD:
                assert on_air


TestOneShow = OneShow.TestCase


def rehearsal() -> Show:
    """A show in a rehearsal that began at 0."""
    show = show_in(ShowState.STANDBY)
    assert show.apply(ShowEvent.REHEARSE, 0.0).rehearsal
    assert show.state is ShowState.LIVE and show.rehearsing
    return show


@pytest.mark.parametrize("state", sorted(set(ShowState) - {ShowState.STANDBY}))
def test_a_rehearsal_begins_in_standby_only(state: ShowState) -> None:
    show = show_in(state)
    answer = show.apply(ShowEvent.REHEARSE, 1.0)
    assert not answer.accepted and answer.reason and show.state is state and not show.rehearsing


@pytest.mark.parametrize("held", [False, True])
def test_nothing_leads_from_a_rehearsal_to_the_air_but_through_standby(held: bool) -> None:
    show = rehearsal()
    if held:
        show.apply(ShowEvent.HOLD, 1.0)
    before = show.state
    assert "END" in show.apply(ShowEvent.ARM, 2.0).reason and show.state is before
    live = show.apply(ShowEvent.LIVE, 3.0)
    assert live.accepted is held, "from HOLD the rehearsal goes on; else GO LIVE is refused with a sentence"
    assert live.reason or held
    assert show.rehearsing and show.state is ShowState.LIVE
    ended = show.apply(ShowEvent.END, 4.0)
    assert ended.rehearsal and show.state is ShowState.STANDBY and not show.rehearsing
    show.apply(ShowEvent.ARM, 5.0)
    show.apply(ShowEvent.LIVE, 6.0)
    assert show.state is ShowState.LIVE and not show.rehearsing


def test_a_rehearsal_is_no_time_on_air() -> None:
    show = rehearsal()
    assert show.on_air_s(30.0) == 0.0
    show.apply(ShowEvent.HOLD, 30.0)
    show.apply(ShowEvent.LIVE, 40.0)
    show.apply(ShowEvent.END, 60.0)
    assert show.on_air_s(60.0) == 0.0


def test_a_panic_in_a_rehearsal_goes_back_to_the_rehearsals_hold() -> None:
    show = rehearsal()
    show.apply(ShowEvent.PANIC, 1.0)
    assert show.state is ShowState.PANIC and show.rehearsing
    show.apply(ShowEvent.LEAVE_PANIC, 2.0)
    assert show.state is ShowState.HOLD and show.rehearsing


def test_a_lost_playout_and_a_lost_console_leave_it_a_rehearsal() -> None:
    show = rehearsal()
    show.apply(ShowEvent.NOT_READY, 1.0)
    assert show.rehearsing
    left = show.snapshot(10.0)
    again = Show(0.0)
    again.restore(left, 0.0, 5.0)
    assert again.rehearsing and again.state is ShowState.LIVE and again.on_air_s(20.0) == 0.0
    assert not again.apply(ShowEvent.ARM, 21.0).accepted
