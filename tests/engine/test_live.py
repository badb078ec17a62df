from __future__ import annotations

from dataclasses import dataclass, field

from hypothesis import given
from hypothesis import strategies as st

from engine.driver import pts_of
from engine.ipc.rings.samples import SAMPLE_RATE
from engine.live import FrameScheduler, frame_at_or_after, frame_at_or_before

rates = st.sampled_from([25, 30, 50, 60])
far = st.integers(0, 10**12)


@given(frame=far, rate=rates)
def test_a_frame_is_found_at_its_own_time(frame: int, rate: int) -> None:
    assert frame_at_or_before(pts_of(frame, rate), rate) == frame
    assert frame_at_or_before(pts_of(frame, rate) - 1, rate) == frame - 1


@given(index=far, rate=rates)
def test_the_frames_around_an_index_enclose_it(index: int, rate: int) -> None:
    before, after = frame_at_or_before(index, rate), frame_at_or_after(index, rate)
    assert pts_of(before, rate) <= index < pts_of(before + 1, rate)
    assert pts_of(after, rate) >= index or (pts_of(after, rate) + 1) * rate > index * rate
    assert 0 <= after - before <= 1


@dataclass
class World:
    """A program that goes on, and what the engine drew of it."""

    rate: int
    look_ahead: int
    playing: int
    written: int
    drawn: list[int] = field(default_factory=list)


moves = st.lists(
    st.one_of(
        st.tuples(st.just("sound"), st.integers(0, 9600)),
        st.tuples(st.just("show"), st.integers(0, 9600)),
        st.tuples(st.just("draw"), st.integers(0, 4800)),
        st.tuples(st.just("cut"), st.integers(0, 9600)),
    ),
    max_size=60,
)


@given(rate=rates, look_ahead=st.integers(0, 4800), start=far, moves=moves)
def test_it_never_goes_back_never_draws_without_sound_and_skips_only_late_frames(
    rate: int, look_ahead: int, start: int, moves: list[tuple[str, int]]
) -> None:
    pace = FrameScheduler(rate, look_ahead)
    playing, written = start, start + SAMPLE_RATE // 10
    lowest: int | None = None  # the frame that may be drawn next
    for what, amount in moves:
        if what == "sound":
            written += amount
        elif what == "show":
            playing = min(playing + amount, written)
        elif what == "cut":
            at = max(playing, written - amount)
            pace.cut(at)
            if lowest is not None:
                lowest = min(lowest, frame_at_or_after(at, rate))
        else:
            skipped = pace.skipped
            due = pace.due(written, playing, amount)
            assert due == pace.due(written, playing, amount), "asking changes nothing"
            if due is None:
                continue
            assert pts_of(due, rate) + look_ahead <= written
            if lowest is not None:
                assert due >= lowest
                assert pace.skipped - skipped == due - lowest
                assert due == lowest or pts_of(due - 1, rate) < playing + amount, "what it skipped came in time"
            pace.drew()
            lowest = due + 1


@given(rate=rates, look_ahead=st.integers(0, 4000))
def test_with_sound_in_time_each_frame_is_drawn_once(rate: int, look_ahead: int) -> None:
    pace = FrameScheduler(rate, look_ahead)
    drawn = []
    for written in range(4800, SAMPLE_RATE, 480):
        while (due := pace.due(written, written - 4800)) is not None:
            drawn.append(due)
            pace.drew()
    assert drawn == list(range(drawn[0], drawn[-1] + 1))
    assert len(drawn) >= rate * 8 // 10 and pace.skipped == 0


def test_an_engine_that_comes_late_begins_with_what_is_shown_next_and_not_with_the_past() -> None:
    assert FrameScheduler(30, 1600).due(written=480_000, playing=476_000) == frame_at_or_before(480_000 - 1600, 30)
    assert FrameScheduler(30, 1600).due(written=480_000, playing=479_900) is None


def test_a_late_picture_is_drawn_rather_than_none() -> None:
    pace = FrameScheduler(30, 1600)
    pace.due(written=4800, playing=0)
    pace.drew()
    assert pace.due(written=48_000, playing=47_000) == frame_at_or_before(48_000 - 1600, 30)


def test_frames_that_were_cut_off_are_drawn_again() -> None:
    pace = FrameScheduler(30, 0)
    for _ in range(10):
        if pace.due(written=9600, playing=0) is not None:
            pace.drew()
    assert pace.following == 7
    pace.cut(4000)
    assert pace.due(written=9600, playing=3000) == 3
    pace.cut(100_000)
    assert pace.following == 3
