"""The three keys of rescue while the console stands still for ten seconds."""

from __future__ import annotations

from tests.hall.scenarios import hung_console

from .hall import on_air
from .rows import Row, at_most, figure, none_of

TIMES = 10
HANG_S = 10.0


def run() -> list[Row]:
    """PANIC, HOLD and INTERRUPT, each as often as the promise says, seen and heard from outside."""
    with on_air() as (stage, show):
        show.wait_for("emergency keys joined")
        dark = hung_console.panic(stage, show, TIMES, HANG_S)
        held = hung_console.hold(stage, show, TIMES, HANG_S)
        cut = hung_console.interrupt(stage, show, TIMES, HANG_S)
    of = f"{TIMES} hangs of {HANG_S:g} s each"
    medians = (
        f"{found['p50']:.0f}"
        for found in (
            dark["black_after_key_ms"],
            held["begun_after_key_ms"],
            held["silent_after_key_ms"],
            cut["silent_after_key_ms"],
        )
    )
    return [
        at_most(f"PANIC to a black hall, p95 ({of})", dark["black_after_key_ms"]["p95"], 100, "ms"),
        at_most("HOLD to the begin of the fade, p95", held["begun_after_key_ms"]["p95"], 100, "ms"),
        at_most("HOLD to a silent hall, its fade included, p95", held["silent_after_key_ms"]["p95"], 650, "ms"),
        at_most("INTERRUPT to silence, p95", cut["silent_after_key_ms"]["p95"], 100, "ms"),
        figure("the same four, p50", f"{', '.join(medians)} ms"),
        none_of("words of a cut line heard again when the console woke up", cut["heard_again"], f"{TIMES} lines"),
    ]
