"""How long each stage of an answer took."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from console.answer.stages import STAGES, Stages, StageWatch


def watch_at(now: list[float]) -> StageWatch:
    return StageWatch(lambda: now[0])


def test_a_stage_is_reached_once_and_told_in_milliseconds_after_the_question_ended() -> None:
    now = [10.0]
    watch = watch_at(now)
    watch.begin(1, 9.5)
    assert watch.reach(1, "heard")
    now[0] = 11.0
    assert watch.reach(1, "shown", 0.25) and not watch.reach(1, "shown")
    stages = watch.of(1)
    assert stages is not None and stages.ms() == {"heard": 500.0, "shown": 1250.0}


def test_a_turn_that_is_not_watched_reaches_nothing() -> None:
    assert not watch_at([0.0]).reach(7, "shown")


def test_only_the_last_few_turns_are_remembered() -> None:
    watch = watch_at([0.0])
    for turn in range(100):
        watch.begin(turn)
    kept = [turn for turn in range(100) if watch.of(turn) is not None]
    assert kept == list(range(100 - StageWatch.KEPT, 100))


def test_the_operators_time_is_no_time_of_the_machines() -> None:
    stages = Stages(1, 0.0, {"drafted": 0.2, "approved": 5.2, "shown": 5.4})
    assert stages.own_s is not None and abs(stages.own_s - 0.4) < 1e-9
    assert Stages(1, 0.0, {"approved": 5.2}).own_s is None


@given(st.lists(st.tuples(st.sampled_from(STAGES), st.floats(-5.0, 100.0))))
def test_whatever_comes_the_times_are_never_negative_and_in_the_order_of_the_stages(
    reached: list[tuple[str, float]],
) -> None:
    stages = Stages(1, 0.0)
    for stage, now in reached:
        stages.reach(stage, now)
    assert all(value >= 0 for value in stages.ms().values())
    assert list(stages.ms()) == [stage for stage in STAGES if stage in dict(reached)]
