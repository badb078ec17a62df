"""Whether this computer encodes in time."""

from __future__ import annotations

from console.outputs.encoding_pace import EncodingPace


def after(pace: EncodingPace, seconds: range, missing: int, frames: int, skipped: int) -> tuple[int, int]:
    """Thirty pictures a second, of which so many are missing."""
    for second in seconds:
        frames, skipped = frames + 30 - missing, skipped + missing
        pace.update(frames, skipped, float(second))
    return frames, skipped


def test_it_is_said_after_ten_seconds_and_taken_back_when_nearly_none_is_missing() -> None:
    pace = EncodingPace()
    counted = after(pace, range(8), 12, 0, 0)
    assert not pace.too_slow, "a start is slower than what follows"
    counted = after(pace, range(8, 20), 12, *counted)
    assert pace.too_slow and pace.missing_percent == 40.0
    counted = after(pace, range(20, 29), 1, *counted)
    assert pace.too_slow
    after(pace, range(29, 60), 0, *counted)
    assert not pace.too_slow and pace.missing_percent == 0.0


def test_a_few_missing_are_nothing_to_say() -> None:
    pace = EncodingPace()
    after(pace, range(60), 1, 0, 0)
    assert not pace.too_slow


def test_a_process_that_was_started_again_is_judged_anew() -> None:
    pace = EncodingPace()
    after(pace, range(20), 15, 0, 0)
    pace.update(0, 0, 21.0)
    after(pace, range(22, 40), 0, 0, 0)
    assert not pace.too_slow
