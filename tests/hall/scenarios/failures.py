"""What can go wrong in front of a full hall, done to the running application and seen from outside.

Each scenario returns figures; tests run them a few times, `compere bench hall` as often as the promises say.
Times are in seconds of the wall clock, figures in milliseconds.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import Any

import numpy as np

from tests.hall.rig import analysis, speech
from tests.hall.rig.children import HallError, wait_until
from tests.hall.rig.meter import Meter
from tests.hall.rig.report import Report, Spread, measure
from tests.hall.rig.show import RunningShow
from tests.hall.rig.stage import Stage
from tests.hall.rig.tracks import Recording

SETTLE_S = 1.0
LOST_S = 0.5


def spread_ms(seconds: list[float]) -> dict[str, Any]:
    """p50, p95, p99 and max of values in seconds, as milliseconds."""
    found = Spread.of(np.array(seconds, np.float64))
    return {"count": found.count, "p50": found.p50, "p95": found.p95, "p99": found.p99, "max": found.max}


def rest(seconds: float) -> None:
    """Let the show go on for a while: the passing of time is what is measured here."""
    time.sleep(seconds)


def mirror(stage: Stage, seconds: float) -> tuple[Report, Recording]:
    """Syllables into the microphone for `seconds`, judged from outside. The show must be LIVE."""
    rest(SETTLE_S)
    with Meter(stage) as meter:
        rest(SETTLE_S)
        stage.play_to_mic(speech.lasting(speech.load(speech.TIMING), seconds), wait=True)
        rest(0.5)
        recording = meter.stop()
    return measure(recording), recording


def follows_again(recording: Recording, at: float, *, within_s: float = 6.0) -> float | None:
    """Seconds after `at` until the mouth moved with the voice again; None when it did not within `within_s`.

    Judged by the first syllable after `at` whose mouth opening follows it like those before the fault.
    """
    film = recording.mouth
    opening = analysis.opening(film, (float(film.times[0]), float(film.times[0]) + SETTLE_S))
    sounds = analysis.sound_onsets(recording.microphone)
    for sound in sounds[(sounds > at) & (sounds < at + within_s)]:
        before = opening[(film.times > sound - 0.10) & (film.times < sound + 0.05)]
        after = opening[(film.times > sound + 0.05) & (film.times < sound + 0.30)]
        if len(before) and len(after) and after.max() - before.min() > 0.4:
            return float(sound - at)
    return None


def kills(
    stage: Stage, show: RunningShow, name: str, times: int, back: Callable[[int], None], gap_s: float = 3.0
) -> tuple[list[float], Recording]:
    """`kill -9` of a process again and again while somebody speaks.

    Args:
        back: waits until the process killed for the n-th time (from 1) does its work again.
        gap_s: of quiet running between a return and the next kill.

    Returns:
        wall-clock times of the kills, and the film.
    """
    brisk = speech.load(speech.TIMING)[speech.RATE : round(1.6 * speech.RATE)]  # one vowel every 0.6 s
    voice = speech.lasting(brisk, 30.0 + times * (gap_s + 12.0))
    kill_times = []
    with Meter(stage) as meter:
        rest(SETTLE_S)
        playing = stage.play_to_mic(voice)
        try:
            rest(gap_s)
            for number in range(1, times + 1):
                kill_times.append(show.kill(name))
                back(number)
                rest(gap_s)
        finally:
            playing.stop()
        return kill_times, meter.stop()


def faults_seen(recording: Recording, start: float, end: float) -> dict[str, Any]:
    """What a hall would complain of between two times: stills, black and foreign pictures."""
    report = measure(recording, start=start, end=end, reference=(float(recording.hall.times[0]), start))
    return {
        "longest_still_ms": report.longest_still_ms,
        "frozen_over_150_ms": len(report.frozen),
        "black": len(report.black),
        "foreign": len(report.foreign),
        "fps": report.fps,
    }


def kill_engine(stage: Stage, show: RunningShow, times: int) -> dict[str, Any]:
    """The hall must see the idle host move at once, and the lips follow again."""
    ready = show.count("avatar ready")
    at, film = kills(stage, show, "engine", times, lambda n: show.wait_for("avatar ready", times=ready + n), 6.0)
    followed = [follows_again(film, kill, within_s=12.0) for kill in at]
    return {
        "kills": len(at),
        "never_followed": sum(found is None for found in followed),
        "lips_follow_again_ms": spread_ms([found for found in followed if found is not None]),
        **faults_seen(film, at[0] - 0.5, at[-1] + 3.0),
    }


def kill_console(stage: Stage, show: RunningShow, times: int) -> dict[str, Any]:
    """Picture and sound go on; a restarted console rejoins the same state."""
    rejoined = []
    rejoined_before = show.count("rejoined", state="LIVE")

    def back(number: int) -> None:
        begun = time.time()
        show.start()
        show.wait_for("rejoined", times=rejoined_before + number, state="LIVE", within_s=60.0)
        rejoined.append(time.time() - begun)

    live_before = show.count("air")
    at, film = kills(stage, show, "console", times, back)
    lag_s, likeness = analysis.lag(film.microphone, film.loudspeaker, start=at[0] - 1, end=at[-1] + 2, longest_s=0.4)
    return {
        "kills": len(at),
        "rejoined_ms": spread_ms(rejoined),
        "air_changed": show.count("air") - live_before,
        "sound_likeness": round(likeness, 3),
        "sound_lag_ms": round(lag_s * 1e3, 1),
        "syllables_lost": len(dropouts(film, at[0] - 1, film.loudspeaker.end - 1)),
        "syllables": len(analysis.sound_onsets(film.microphone.between(at[0] - 1, film.loudspeaker.end - 1))),
        **faults_seen(film, at[0] - 0.5, at[-1] + 3.0),
    }


def dropouts(recording: Recording, start: float, end: float) -> list[float]:
    """Times of syllables that entered the microphone and never came out of the loudspeaker.

    They follow each other by 0.6 s and more: one that a busy computer lets out a little later is late, and not lost.
    """
    entered = analysis.sound_onsets(recording.microphone.between(start, end))
    came = analysis.sound_onsets(recording.loudspeaker.between(start, end + 1))
    # The first may be the rest of one that the cut went through, the last may come out after the end.
    return [float(t) for t in entered[1:-1] if not np.any((came > t) & (came < t + LOST_S))]


def kill_playout(stage: Stage, show: RunningShow, times: int) -> dict[str, Any]:
    """The hall shows the slate, never a desktop, and the show is back within two seconds."""
    live = show.count("air", air="live")
    back_s: list[float] = []

    def back(number: int) -> None:
        begun = time.time()
        show.wait_for("air", times=live + number, air="live")
        wait_until(lambda: live_on_top(stage), within_s=10, what="the program to be on top again")
        back_s.append(time.time() - begun)

    desktops = []
    seen: list[str] = []
    kill_times = []
    for number in range(1, times + 1):
        kill_times.append(show.kill("playout"))
        window = stage.top_window_at(1920 + 960, 540)
        seen.append(window.title if window is not None else "nothing")
        if window is None or not window.title.startswith("Compere"):
            desktops.append(number)
        back(number)
        rest(2.5)
    return {"kills": times, "back_ms": spread_ms(back_s), "desktop_seen": len(desktops), "beneath": sorted(set(seen))}


def live_on_top(stage: Stage) -> bool:
    """The program's window is what the middle of the hall's monitor shows."""
    window = stage.top_window_at(1920 + 960, 540)
    return window is not None and window.title == "Compere program"


def unplug_hall(stage: Stage, show: RunningShow, times: int, flaps: int) -> dict[str, Any]:
    """The operator's screen is never covered; the program is back within a second of the monitor."""
    covered = 0
    back_s: list[float] = []

    def on_operators() -> bool:
        window = stage.top_window_at(960, 540)
        return window is not None and window.title in ("Compere program", "Compere slate")

    def watch(until: Callable[[], bool], within_s: float) -> float:
        nonlocal covered
        begun = time.time()
        while not until():
            covered += on_operators()
            if time.time() - begun > within_s:
                raise HallError("the program did not come back to the hall's monitor")
        return time.time() - begun

    for _ in range(times):
        stage.remove_hall_monitor()
        quiet = time.time() + 0.5
        watch(lambda end=quiet: time.time() > end, 2.0)  # type: ignore[misc]
        stage.return_hall_monitor()
        back_s.append(watch(lambda: live_on_top(stage), 5.0))
    flap_back: list[float] = []
    for _ in range(flaps):
        stage.flap(5, every_s=0.03)
        flap_back.append(watch(lambda: live_on_top(stage), 5.0))
        covered += on_operators()
        rest(1.2)
    return {
        "times": times,
        "operator_covered": covered,
        "back_ms": spread_ms(back_s),
        "flaps": flaps,
        "flap_back_ms": spread_ms(flap_back),
    }


def lose_microphone(stage: Stage, show: RunningShow, times: int) -> dict[str, Any]:
    """MIC MISSING within half a second, nothing else heard, back within two seconds of its return."""
    missing_s: list[float] = []
    back_s: list[float] = []
    voice = speech.lasting(speech.load(speech.TIMING), 20.0 + times * 10.0)
    with Meter(stage) as meter:
        rest(SETTLE_S)
        playing = stage.play_to_mic(voice)
        away: list[tuple[float, float]] = []
        try:
            for _ in range(times):
                rest(2.0)
                lost, ok = counts(show)
                gone_at = stage.unload_microphone()
                wait_until(lambda n=lost: counts(show)[0] > n, within_s=5, what="MIC MISSING")  # type: ignore[misc]
                missing_s.append(time.time() - gone_at)
                rest(2.5)
                back_at = stage.load_microphone()
                away.append((gone_at, back_at))
                wait_until(lambda n=ok: counts(show)[1] > n, within_s=10, what="the microphone back")  # type: ignore[misc]
                back_s.append(time.time() - back_at)
            rest(1.0)
        finally:
            playing.stop()
        recording = meter.stop()
    heard = [loudest_dbfs(recording, gone + 0.4, back) for gone, back in away]
    return {
        "times": times,
        "missing_after_ms": spread_ms(missing_s),
        "back_after_ms": spread_ms(back_s),
        "loudest_while_missing_dbfs": round(max(heard), 1),
    }


def counts(show: RunningShow) -> tuple[int, int]:
    """How often the microphone was found missing, and found well."""
    return (
        show.count("sound line", line="microphone", condition="missing"),
        show.count("sound line", line="microphone", condition="ok"),
    )


def loudest_dbfs(recording: Recording, start: float, end: float) -> float:
    """The highest sample at the loudspeaker between two times."""
    samples = recording.loudspeaker.between(start, end).samples
    peak = float(np.abs(samples).max()) if len(samples) else 0.0
    return 20 * float(np.log10(max(peak, 1e-6)))


def kill_sound_server(stage: Stage, show: RunningShow, times: int) -> dict[str, Any]:
    """The picture never stops; sound is back within three seconds of the server."""
    back_s: list[float] = []
    with Meter(stage) as meter:
        rest(SETTLE_S)
        begun = time.time()
        for _ in range(times):
            spoken = [show.count("sound line", line=line, condition="ok") for line in ("microphone", "loudspeaker")]
            stage.kill_sound_server()
            rest(1.0)
            stage.start_sound_server()
            back_at = time.time()
            for line, count in zip(("microphone", "loudspeaker"), spoken, strict=True):
                show.wait_for("sound line", line=line, condition="ok", times=count + 1)
            back_s.append(time.time() - back_at)
            rest(2.0)
        ended = time.time()
        recording = meter.stop()
    changes = analysis.change_times(recording.mouth.between(begun, ended))
    still = analysis.gaps(changes, begun, ended)
    return {
        "times": times,
        "sound_back_ms": spread_ms(back_s),
        "longest_still_ms": round(max(run.duration_s for run in still) * 1000, 1),
    }


def interrupt_say(stage: Stage, show: RunningShow, times: int) -> dict[str, Any]:
    """Silence at the loudspeaker after the key, the mouth closed, and nothing of the turn heard afterwards."""
    silent_s: list[float] = []
    closed_s: list[float] = []
    again = 0
    for _ in range(times):
        rest(SETTLE_S)
        with Meter(stage) as meter:
            rest(SETTLE_S)
            turns = show.count("action", action="say", accepted=True)
            show.say(speech.SPEECH)
            show.wait_for("action", action="say", accepted=True, times=turns + 1)
            rest(3.0)
            pressed = stage.key("space")
            rest(2.5)
            recording = meter.stop()
        silent = analysis.silent_after(recording.loudspeaker, pressed, until=pressed + 2.0)
        if silent is None:
            raise HallError("the hall was never silent after INTERRUPT")
        silent_s.append(silent)
        film = recording.mouth
        opening = analysis.opening(film, (float(film.times[0]), float(film.times[0]) + 0.8))
        closed = analysis.mouth_closed_after(film.times, opening, pressed)
        closed_s.append(closed if closed is not None else 9.9)
        again += analysis.sounded_again(recording.loudspeaker, pressed + silent + 0.05) is not None
    return {
        "times": times,
        "silent_after_key_ms": spread_ms(silent_s),
        "mouth_closed_after_key_ms": spread_ms(closed_s),
        "heard_again": again,
    }


def busy_operator(stage: Stage, show: RunningShow, seconds: float = 12.0) -> dict[str, Any]:
    """EDIT opened, its pages turned, closed, and a file chooser, while LIVE: it must not cost the hall one frame.

    Compared with as long a time with nothing opened, in the same film.
    """
    rest(SETTLE_S)
    with Meter(stage) as meter:
        rest(SETTLE_S)
        quiet = time.time()
        rest(seconds)
        busy = time.time()
        while time.time() < busy + seconds:
            show.click("EDIT")
            rest(0.5)
            for page in ("SETTINGS", "KEYS", "AVATARS", "PRESET"):
                show.click(page)
                rest(0.2)
            show.click("RUN")
            rest(0.3)
            show.open_chooser()
            rest(0.5)
            stage.key("alt+c")  # Cancel: Esc would be HOLD
            rest(0.5)
        ended = time.time()
        rest(0.5)
        recording = meter.stop()
    without = measure(recording, start=quiet, end=busy)
    with_it = measure(recording, start=busy, end=ended)
    return {
        "longest_still_ms": with_it.longest_still_ms,
        "longest_still_without_ms": without.longest_still_ms,
        "repeated": with_it.repeated,
        "repeated_without": without.repeated,
        "more_repeated": max(0, with_it.repeated - without.repeated),
        "air_changed": show.count("air") - 1,
    }
