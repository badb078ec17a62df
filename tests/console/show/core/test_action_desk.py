"""The action desk: the same rules for every hand, and never an exception."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, rule

from console.show.actions.action import GUARD_S, Source
from console.show.actions.table import ACTIONS, refusal_of
from console.show.core.action_desk import LOCKED, ActionDesk, ActionRecord
from console.show.core.enums import Mode, SlateKind
from console.show.core.state import ARMED_FOR_S, Show, ShowEvent, ShowState
from console.show.effects.answers import AskQuestion, JudgeAnswer, SortQuestion
from console.show.effects.show import (
    ChooseMode,
    ChooseNext,
    ChooseSlate,
    Effect,
    InterruptNow,
    MuteMicrophone,
    PutNextOn,
    SayFile,
    ShowChanged,
    TakePreset,
)


class Hand:
    """A desk with a clock that the test turns and a log that it reads."""

    def __init__(self, veto: Any = None) -> None:
        self.now = 0.0
        self.log: list[ActionRecord] = []
        show = Show(0.0)
        extra = {"veto": veto} if veto else {}
        self.desk = ActionDesk(show, clock=lambda: self.now, log=self.log.append, **extra)

    def to(self, state: ShowState) -> Hand:
        ways = {
            ShowState.OFFLINE: (),
            ShowState.STANDBY: (),
            ShowState.ARMED: ("arm",),
            ShowState.LIVE: ("arm", "live"),
            ShowState.HOLD: ("arm", "live", "hold"),
            ShowState.PANIC: ("panic",),
        }
        if state is not ShowState.OFFLINE:
            self.desk.observe(ShowEvent.READY)
        for action in ways[state]:
            assert self.desk.perform(action, Source.KEY).accepted
        self.now += 1.0
        self.log.clear()
        assert self.desk.show.state is state
        return self


@pytest.mark.parametrize("state", list(ShowState))
@pytest.mark.parametrize("action", sorted(ACTIONS))
def test_every_source_gets_the_same_answer(action: str, state: ShowState) -> None:
    answers = set()
    for source in Source:
        outcome = Hand().to(state).desk.perform(action, source, "x")
        answers.add((outcome.accepted, outcome.after, outcome.reason, outcome.effects))
    assert len(answers) == 1


@pytest.mark.parametrize("state", list(ShowState))
@pytest.mark.parametrize("action", sorted(ACTIONS))
def test_each_action_leaves_one_line_in_the_log_and_a_refusal_says_why(action: str, state: ShowState) -> None:
    hand = Hand().to(state)
    outcome = hand.desk.perform(action, Source.OSC, "on")
    (entry,) = hand.log
    assert (entry.action, entry.source, entry.accepted) == (action, "osc", outcome.accepted)
    assert outcome.accepted or (entry.reason and entry.reason == outcome.reason)


@pytest.mark.parametrize("state", list(ShowState))
def test_panic_is_one_action_from_every_state_even_right_after_another(state: ShowState) -> None:
    hand = Hand().to(state)
    hand.desk.perform("arm", Source.KEY)
    assert hand.desk.perform("panic", Source.KEY).after is ShowState.PANIC


def test_going_on_air_says_so_as_an_effect() -> None:
    hand = Hand().to(ShowState.ARMED)
    effects = hand.desk.perform("live", Source.KEY).effects
    assert effects == (PutNextOn(), ShowChanged(ShowState.ARMED, ShowState.LIVE)), "before the slate goes"
    assert hand.desk.perform("live", Source.KEY).effects == ()
    hand.desk.perform("hold", Source.KEY)
    assert hand.desk.perform("live", Source.KEY).effects == (ShowChanged(ShowState.HOLD, ShowState.LIVE),)


def test_an_action_that_changes_nothing_asks_for_nothing() -> None:
    outcome = Hand().to(ShowState.LIVE).desk.perform("live", Source.OSC)
    assert outcome.accepted and outcome.effects == ()


def test_an_armed_that_ran_out_is_refused_and_the_fall_is_told() -> None:
    hand = Hand().to(ShowState.ARMED)
    hand.now += ARMED_FOR_S
    outcome = hand.desk.perform("live", Source.KEY)
    assert not outcome.accepted
    assert outcome.effects == (ShowChanged(ShowState.ARMED, ShowState.STANDBY),)


def test_resume_works_from_hold_and_is_no_second_way_on_air() -> None:
    assert Hand().to(ShowState.HOLD).desk.perform("resume", Source.KEY).after is ShowState.LIVE
    assert not Hand().to(ShowState.ARMED).desk.perform("resume", Source.KEY).accepted


def test_interrupt_on_air_drops_the_turn_and_keeps_the_state() -> None:
    outcome = Hand().to(ShowState.LIVE).desk.perform("interrupt", Source.MIDI)
    assert outcome.effects == (InterruptNow(),)
    assert outcome.after is ShowState.LIVE


def test_an_interrupt_off_air_is_refused_and_asks_for_nothing() -> None:
    outcome = Hand().to(ShowState.STANDBY).desk.perform("interrupt", Source.KEY)
    assert not outcome.accepted and outcome.effects == ()


def test_say_chooses_the_mode_and_speaks_and_a_bounce_does_not_speak_twice() -> None:
    hand = Hand().to(ShowState.LIVE)
    assert hand.desk.perform("say", Source.MOUSE, "hello.wav").effects == (
        ChooseMode(Mode.SAY, for_lines=True),
        SayFile("hello.wav"),
    )
    hand.now += GUARD_S / 2
    assert not hand.desk.perform("say", Source.MOUSE, "hello.wav").accepted
    hand.now += GUARD_S
    assert hand.desk.perform("say", Source.MOUSE, "hello.wav").accepted


def test_a_bounce_of_the_arm_key_does_not_disarm() -> None:
    hand = Hand().to(ShowState.STANDBY)
    hand.desk.perform("arm", Source.KEY)
    hand.now += 0.1
    assert not hand.desk.perform("disarm", Source.KEY).accepted
    assert hand.desk.show.state is ShowState.ARMED


def test_a_double_press_is_one_take_however_late_a_busy_console_hands_the_second_over() -> None:
    hand = Hand().to(ShowState.LIVE)
    pressed = 70_000
    hand.desk.pressed_ms = lambda: pressed
    assert hand.desk.perform("take", Source.MOUSE).accepted
    hand.now += 1.0  # the console was at work meanwhile
    pressed += 120
    outcome = hand.desk.perform("take", Source.MOUSE)
    assert not outcome.accepted and outcome.reason.startswith("Pressed twice")


def test_two_presses_that_were_apart_are_two_takes_though_both_had_to_wait() -> None:
    hand = Hand().to(ShowState.LIVE)
    pressed = 2**32 - 100  # the system's count of milliseconds begins again
    hand.desk.pressed_ms = lambda: pressed
    assert hand.desk.perform("take", Source.KEY).accepted
    hand.now += 0.01
    pressed = 500
    assert hand.desk.perform("take", Source.KEY).accepted


def test_what_comes_twice_of_one_press_or_from_a_remote_hand_goes_by_the_clock() -> None:
    hand = Hand().to(ShowState.LIVE)
    hand.desk.pressed_ms = lambda: 70_000
    for source in (Source.MOUSE, Source.OSC):
        assert hand.desk.perform("take", source).accepted
        hand.now += GUARD_S / 2
        assert not hand.desk.perform("take", source).accepted
        hand.now += GUARD_S
        assert hand.desk.perform("take", source).accepted
        hand.now += 1.0


def test_rescue_verbs_are_never_guarded() -> None:
    assert all(not ACTIONS[action].guard for action in ("interrupt", "hold", "panic", "resume", "live"))


def test_say_is_refused_off_air() -> None:
    assert not Hand().to(ShowState.STANDBY).desk.perform("say", Source.MOUSE, "hello.wav").accepted


def test_answer_is_a_mode_like_the_others() -> None:
    outcome = Hand().to(ShowState.LIVE).desk.perform("mode", Source.KEY, "answer")
    assert outcome.accepted and outcome.effects == (ChooseMode(Mode.ANSWER),)


@pytest.mark.parametrize(("word", "on"), [(None, True), (True, True), ("off", False), ("1", True), (0, False)])
def test_a_switch_takes_the_words_that_remote_hands_send(word: object, on: bool) -> None:
    assert Hand().to(ShowState.LIVE).desk.perform("mute_mic", Source.OSC, word).effects == (MuteMicrophone(on),)


def test_a_picture_slate_needs_its_file() -> None:
    hand = Hand().to(ShowState.STANDBY)
    assert not hand.desk.perform("slate", Source.MOUSE, "picture").accepted
    assert hand.desk.perform("slate", Source.MOUSE, "picture a b.png").effects == (
        ChooseSlate(SlateKind.PICTURE, "a b.png"),
    )


@pytest.mark.parametrize("state", [ShowState.ARMED, ShowState.LIVE, ShowState.HOLD, ShowState.PANIC])
def test_the_lip_delay_stays_as_it_is_from_arm_to_end(state: ShowState) -> None:
    assert not Hand().to(state).desk.perform("express", Source.MOUSE, True).accepted


@pytest.mark.parametrize("state", [ShowState.LIVE, ShowState.HOLD, ShowState.PANIC])
def test_the_console_does_not_quit_on_air(state: ShowState) -> None:
    assert not Hand().to(state).desk.perform("quit", Source.MOUSE).accepted


def test_the_veto_refuses_a_choice_that_cannot_be_carried_out() -> None:
    def veto(effect: Effect) -> str:
        return "There is no avatar of that name."

    outcome = Hand(veto).to(ShowState.STANDBY).desk.perform("avatar", Source.HTTP, "nobody")
    assert (outcome.accepted, outcome.reason, outcome.effects) == (False, "There is no avatar of that name.", ())


def test_a_log_that_fails_does_not_stop_a_panic() -> None:
    def log(entry: ActionRecord) -> None:
        raise OSError("disk full")

    desk = ActionDesk(Show(0.0), clock=lambda: 0.0, log=log)
    assert desk.perform("panic", Source.KEY).after is ShowState.PANIC


def test_a_clock_that_fails_does_not_stop_a_panic() -> None:
    def clock() -> float:
        raise OSError("no clock")

    assert ActionDesk(Show(0.0), clock=clock, log=print).perform("panic", Source.KEY).after is ShowState.PANIC


def test_what_a_window_dims_is_what_the_desk_refuses() -> None:
    for state in ShowState:
        for action in ("arm", "disarm", "live", "hold", "resume", "interrupt", "end", "quit"):
            desk = Hand().to(state).desk
            dimmed = refusal_of(action, state)
            assert dimmed == desk.perform(action, Source.KEY).reason


RESCUE = {"interrupt", "hold", "panic", "leave_panic", "unlock", "key_map", "events"}


@pytest.mark.parametrize("source", [Source.KEY, Source.MOUSE])
@pytest.mark.parametrize("action", sorted(ACTIONS))
def test_a_locked_console_lets_nothing_through_but_rescue(action: str, source: Source) -> None:
    hand = Hand().to(ShowState.LIVE)
    hand.desk.perform("lock", source)
    outcome = hand.desk.perform(action, source, "1")
    assert (outcome.reason == LOCKED) == (action not in RESCUE)


def test_remote_hands_are_not_locked_with_the_console() -> None:
    hand = Hand().to(ShowState.LIVE)
    hand.desk.perform("lock", Source.KEY)
    assert hand.desk.perform("take", Source.OSC).accepted


def test_an_unlocked_console_works_again() -> None:
    hand = Hand().to(ShowState.STANDBY)
    hand.desk.perform("lock", Source.KEY)
    hand.desk.perform("unlock", Source.KEY)
    assert hand.desk.perform("arm", Source.KEY).accepted


@pytest.mark.parametrize("state", list(ShowState))
def test_take_is_allowed_wherever_there_is_a_playout_and_no_panic(state: ShowState) -> None:
    outcome = Hand().to(state).desk.perform("take", Source.KEY)
    assert outcome.accepted == (state not in (ShowState.OFFLINE, ShowState.PANIC))
    assert outcome.effects == ((TakePreset(""),) if outcome.accepted else ())


def test_a_bounce_of_the_take_key_takes_once() -> None:
    hand = Hand().to(ShowState.LIVE)
    assert hand.desk.perform("take", Source.KEY).accepted
    hand.now += GUARD_S - 0.01
    assert not hand.desk.perform("take", Source.KEY).accepted
    hand.now += 0.02
    assert hand.desk.perform("take", Source.KEY).accepted


def test_the_number_keys_only_choose_next() -> None:
    for binding in ACTIONS["next"].bindings:
        outcome = Hand().to(ShowState.LIVE).desk.perform("next", Source.KEY, binding.argument)
        assert outcome.effects == (ChooseNext(str(binding.argument)),)


def test_the_keys_of_the_answers_judge_what_lies_on_the_desk() -> None:
    for action, key in (("approve", "Y"), ("again", "R"), ("reject", "Del"), ("stand_by", "W"), ("safe_line", "N")):
        assert ACTIONS[action].bindings[0].keys == key
        outcome = Hand().to(ShowState.LIVE).desk.perform(action, Source.KEY)
        assert outcome.effects == (JudgeAnswer(action),)
    assert ACTIONS["edit_answer"].bindings[0].keys == "E"
    assert "Write what" in Hand().to(ShowState.LIVE).desk.perform("edit_answer", Source.KEY).reason
    outcome = Hand().desk.perform("edit_answer", Source.MOUSE, {"turn": 7, "text": " By the door. "})
    assert outcome.effects == (JudgeAnswer("rewrite", 7, text="By the door."),)


def test_questions_are_sorted_by_their_numbers() -> None:
    desk = Hand().desk
    assert desk.perform("move_question", Source.MOUSE, {"numbers": 3, "by": -1}).effects == (
        SortQuestion("move", (3,), -1),
    )
    merged = desk.perform("merge_questions", Source.MOUSE, {"numbers": [1, 2]})
    assert merged.effects == (SortQuestion("merge", (1, 2)),)
    assert desk.perform("answer_question", Source.KEY).effects == (SortQuestion("answer"),)
    for nonsense in (None, "two", {"numbers": True}):
        assert "question" in desk.perform("drop_question", Source.MOUSE, nonsense).reason or nonsense
        assert not desk.perform("drop_question", Source.MOUSE, nonsense).accepted
    assert desk.perform("ask", Source.MOUSE, "Where?").effects == (AskQuestion("Where?"),)


ANY_ARGUMENT = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(),
    st.floats(),
    st.text(max_size=20),
    st.binary(max_size=8),
    st.lists(st.text(max_size=5), max_size=3),
    st.dictionaries(st.text(max_size=3), st.integers(), max_size=2),
    st.sampled_from(["mirror", "say", "answer", "logo", "picture x.png", "on", "off", "direct"]),
    st.just(object()),
)


class AnyHand(RuleBasedStateMachine):
    """Every action, any argument, any source, any time: nothing raises, and the air stays safe."""

    def __init__(self) -> None:
        super().__init__()
        self.hand = Hand()
        self.armed_or_held = False

    @rule(event=st.sampled_from([ShowEvent.READY, ShowEvent.NOT_READY, ShowEvent.TICK]))
    def the_console_sees(self, event: ShowEvent) -> None:
        self.hand.desk.observe(event)

    @rule(wait=st.floats(0.0, 70.0))
    def time_passes(self, wait: float) -> None:
        self.hand.now += wait

    @rule(
        action=st.sampled_from(sorted(ACTIONS)),
        source=st.sampled_from(Source),
        argument=ANY_ARGUMENT,
    )
    def a_hand_acts(self, action: str, source: Source, argument: object) -> None:
        before = self.hand.desk.show.state
        lines = len(self.hand.log)
        outcome = self.hand.desk.perform(action, source, argument)
        assert len(self.hand.log) == lines + 1
        assert outcome.accepted or outcome.reason
        assert "failed inside" not in outcome.reason
        if outcome.after is ShowState.LIVE:
            begins = before is ShowState.STANDBY and self.hand.desk.show.rehearsing
            assert begins or before in (ShowState.ARMED, ShowState.HOLD, ShowState.LIVE)
        if action == "panic":
            assert outcome.after is ShowState.PANIC


TestAnyHand = AnyHand.TestCase


class Rude:
    """An object whose own words fail."""

    def __str__(self) -> str:
        raise RuntimeError("rude")

    __hash__ = None  # type: ignore[assignment]


@given(st.one_of(st.text(), st.integers(), st.just(Rude())), ANY_ARGUMENT)
def test_an_unknown_action_is_refused_and_never_raises(action: Any, argument: object) -> None:
    if action in list(ACTIONS):
        return
    outcome = Hand().desk.perform(action, Source.HTTP, argument)
    assert not outcome.accepted and outcome.reason
    assert not Hand().desk.perform("say", Rude(), Rude()).accepted  # type: ignore[arg-type]
