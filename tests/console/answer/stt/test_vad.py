"""Where questions begin and end, by likelihoods that the tests write themselves."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from console.answer.stt.protocol import RATE
from console.answer.stt.vad import FRAME, PRE_ROLL, Began, Discarded, Ended, Endpointer, Ends, Event, Paused, Resumed

SPEECH, SILENCE = 0.9, 0.02
START = 100 * FRAME


def told(chances: Sequence[float], ends: Ends | None = None, start: int = START) -> list[Event]:
    endpointer = Endpointer(ends)
    return [event for n, chance in enumerate(chances) for event in endpointer.feed(start + n * FRAME, chance)]


def frames(seconds: float) -> int:
    return -(-round(seconds * RATE) // FRAME)


def test_a_question_keeps_its_first_syllable_and_ends_to_the_frame_after_the_pause() -> None:
    events = told([SILENCE] * 20 + [SPEECH] * 30 + [SILENCE] * 60, Ends(pause_s=0.7))
    onset, speech = START + 20 * FRAME, START + 50 * FRAME
    assert events == [
        Began(onset - PRE_ROLL, onset),
        Paused(speech),
        Ended(speech + frames(0.7) * FRAME, speech),
    ]


@pytest.mark.parametrize("pause_s", [0.3, 0.5, 1.0, 1.5])
def test_the_pause_is_the_one_that_is_set_also_when_it_is_set_in_the_middle(pause_s: float) -> None:
    endpointer = Endpointer(Ends(pause_s=5.0))
    at, ended = 0, []
    for n, chance in enumerate([SPEECH] * 20 + [SILENCE] * 100):
        if n == 10:
            endpointer.ends = Ends(pause_s=pause_s)
        ended += [at + FRAME for event in endpointer.feed(at, chance) if isinstance(event, Ended)]
        at += FRAME
    assert ended == [(20 + frames(pause_s)) * FRAME]


def test_a_shorter_silence_is_a_breath() -> None:
    events = told([SPEECH] * 20 + [SILENCE] * 10 + [SPEECH] * 20 + [SILENCE] * 40, Ends(pause_s=0.7))
    assert [type(event) for event in events] == [Began, Paused, Resumed, Paused, Ended]


def test_one_loud_frame_is_no_speech_and_a_cough_no_question() -> None:
    assert told([SILENCE, SPEECH, SILENCE] * 30) == []
    events = told([SPEECH] * 4 + [SILENCE] * 60)
    assert [type(event) for event in events] == [Began, Paused, Discarded]


def test_a_voice_that_wavers_goes_on_and_one_that_fades_is_not_taken_up_again() -> None:
    assert [type(event) for event in told([SPEECH] * 10 + [0.4] * 60)] == [Began]
    events = told([SPEECH] * 10 + [SILENCE] * 7 + [0.4] * 60)
    assert [type(event) for event in events] == [Began, Paused, Ended]


def test_a_question_without_end_is_cut_at_the_longest_and_nothing_is_asked_twice() -> None:
    events = told([SPEECH] * 400, Ends(longest_s=3.0), start=0)
    ended = [event for event in events if isinstance(event, Ended)]
    began = [event for event in events if isinstance(event, Began)]
    assert len(ended) >= 3 and all(event.cut for event in ended)
    assert ended[0].at <= 3.0 * RATE + FRAME
    assert all(later.at >= earlier.at for earlier, later in zip(ended, began[1:], strict=False))


def test_the_pre_roll_never_reaches_before_what_was_asked_last() -> None:
    events = told([SPEECH] * 20 + [SILENCE] * 4 + [SPEECH] * 20 + [SILENCE] * 40, Ends(pause_s=0.1))
    first, second = (event for event in events if isinstance(event, Ended))
    begun = [event.at for event in events if isinstance(event, Began)]
    assert begun[1] == first.at < second.speech


def test_what_was_heard_before_a_gap_is_forgotten() -> None:
    endpointer = Endpointer()
    for n in range(10):
        endpointer.feed(n * FRAME, SPEECH)
    assert endpointer.hearing
    endpointer.forget()
    assert not endpointer.hearing and endpointer.feed(0, SPEECH) == []


@given(st.lists(st.floats(0, 1), max_size=300), st.floats(0.1, 1.5))
def test_whatever_comes_each_beginning_has_one_end_and_they_follow_each_other(
    chances: list[float], pause_s: float
) -> None:
    events = told([*chances, *[SILENCE] * 60], Ends(pause_s=pause_s, longest_s=5.0))
    edges = [event for event in events if isinstance(event, (Began, Ended, Discarded))]
    assert [isinstance(event, Began) for event in edges] == [True, False] * (len(edges) // 2)
    behind = 0
    for began, ended in zip(edges[::2], edges[1::2], strict=True):
        assert isinstance(began, Began) and began.at >= behind and began.at <= began.onset
        if isinstance(ended, Ended):
            assert began.onset < ended.speech <= ended.at
            assert ended.at - began.at <= 5.0 * RATE + FRAME
            behind = ended.at


def test_a_long_phrase_ends_at_a_shorter_pause() -> None:
    short, long_ = [SPEECH] * frames(1.0), [SPEECH] * frames(3.0)
    breath = [SILENCE] * frames(0.13)
    ends = Ends(pause_s=0.4, soft_s=2.5, soft_pause_s=0.12)
    assert not any(isinstance(each, Ended) for each in told([*short, *breath, SPEECH], ends))
    ended = [each for each in told([*long_, *breath, *short], ends) if isinstance(each, Ended)]
    assert len(ended) == 1 and not ended[0].cut
    assert ended[0].speech == START + len(long_) * FRAME
