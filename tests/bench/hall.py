"""The show's promises on the running application, seen from outside, as often as they say."""

from __future__ import annotations

import json
import statistics
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from tests.hall.rig.children import wait_until
from tests.hall.rig.show import SETTINGS, RunningShow
from tests.hall.rig.speech import SPEECH
from tests.hall.rig.stage import Stage
from tests.hall.scenarios import ceremony
from tests.hall.scenarios import failures as scenarios

from .rows import Row, at_least, at_most, figure, none_of

RUNS = 5
"""A promise of the show's own pace is judged by the median of so many runs in one go: one that a neighbour on the same
computer disturbs says nothing."""


@contextmanager
def on_air(settings: str = SETTINGS) -> Iterator[tuple[Stage, RunningShow]]:
    """A stage with the show LIVE on it."""
    with Stage() as stage:
        show = RunningShow(stage, settings).start().wait_until_ready().go_live()
        try:
            yield stage, show
        finally:
            show.stop()


def rehearse(seconds: float, *words: str) -> dict[str, Any]:
    """`compere rehearse` on a stage, ordinary speech into the virtual microphone; its own report."""
    with Stage() as stage:
        out = stage.root / "report.json"
        command = [
            sys.executable,
            "-m",
            "console",
            "rehearse",
            "--mic",
            "vmic",
            "--speaker",
            "hall",
            "--screen",
            "HALL",
        ]
        command += ["--avatar", "lin", "--seconds", str(seconds), "--report", str(out), *words]
        env = {**stage.env, "COMPERE_HOME": str(stage.root / "home")}
        playing = None
        child = stage.run("rehearse", command, env=env)
        try:
            while child.alive and not out.exists():
                if playing is None or not playing.going_on:
                    playing = stage.play_to_mic(SPEECH)
                wait_until(
                    lambda: not child.alive or out.exists() or not playing.going_on,  # noqa: B023
                    within_s=60,
                    what="the rehearsal or its speech to end",
                    every_s=0.2,
                )
        finally:
            if playing is not None:
                playing.stop()
        child.process.wait(20)
        return dict(json.loads(out.read_text()))


def own_figures(reports: list[dict[str, Any]], name: str, lip_bound: float) -> list[Row]:
    """Rows of some rehearsals' own reports: medians, and what each of them had."""

    def each(one: str, of: str) -> list[float]:
        return [float(report[one][of]) for report in reports]

    def medians(one: str) -> str:
        return ", ".join(f"{of} {statistics.median(each(one, of)):.1f}" for of in ("p50", "p95", "p99", "max"))

    on_time, lip = [float(report["on_time_percent"]) for report in reports], each("lip_delay_ms", "p95")
    what = f"median of {len(reports)} runs"
    return [
        at_least(f"{name}: frames on time, {what}", statistics.median(on_time), 99.5, "%"),
        at_most(
            f"{name}: lip delay, microphone callback to frame drawn, p95, {what}",
            statistics.median(lip),
            lip_bound,
            "ms",
        ),
        figure(f"{name}: each run: on time", f"{', '.join(f'{each:.2f}' for each in on_time)} %"),
        figure(f"{name}: lip delay, medians", f"{medians('lip_delay_ms')} ms"),
        figure(f"{name}: frame interval, medians", f"{medians('interval_ms')} ms"),
    ]


def run(seconds: float) -> list[Row]:
    """What playout and the engine note of themselves; default and express by turns."""
    reports: dict[str, list[dict[str, Any]]] = {"1080p30": [], "express": []}
    for _ in range(RUNS):
        reports["1080p30"].append(rehearse(seconds))
        reports["express"].append(rehearse(seconds, "--express"))
    return own_figures(reports["1080p30"], "1080p30", 120) + own_figures(reports["express"], "express", 90)


def outside(seconds: float) -> list[Row]:
    """What the outside meter reads with the console's window open: medians of some runs."""
    rows: list[Row] = []
    for name, extra in (("default", ""), ("express", "express = true\n")):
        reports, loads = [], []
        for _ in range(RUNS):
            with on_air(SETTINGS + extra) as (stage, show):
                usage = show.usage()
                reports.append(scenarios.mirror(stage, seconds)[0])
                loads.append(usage())
        skews = [report.skew_abs_ms.p95 for report in reports]
        cpu = {of: statistics.median(load[of] for load in loads) for of in ("console", "playout", "engine")}
        lips = "; ".join(f"{report.lip_delay_ms.p50} / {report.lip_delay_ms.p95}" for report in reports)
        pictures = "; ".join(f"{report.fps}, {report.repeated}, {report.longest_still_ms}" for report in reports)
        rows += [
            at_most(
                f"{name}, from outside: skew at the loudspeaker, ± p95, median of {RUNS} runs",
                statistics.median(skews),
                25,
                "ms",
            ),
            figure(f"{name}, from outside: each run: skew, ± p95", f"{', '.join(f'{each:.1f}' for each in skews)} ms"),
            figure(f"{name}, from outside: each run: lip delay p50 / p95", f"{lips} ms"),
            figure(f"{name}, from outside: each run: pictures a second, repeated, longest still", f"{pictures} ms"),
            at_most(f"{name}: CPU of the console with its window, of one core", cpu["console"], 25, "%"),
            at_most(f"{name}: CPU of playout, of one core", cpu["playout"], 35, "%"),
            at_most(f"{name}: CPU of the engine, of one core", cpu["engine"], 60, "%"),
        ]
    return rows


def failures() -> list[Row]:
    """Kills and unplugged things."""
    rows: list[Row] = []
    with on_air() as (stage, show):
        said = [scenarios.interrupt_say(stage, show, 5) for _ in range(RUNS)]
    silent = [run["silent_after_key_ms"]["max"] for run in said]
    closed = [run["mouth_closed_after_key_ms"]["max"] for run in said]
    rows += [
        at_most(
            "INTERRUPT: silence at the loudspeaker after the key (60 ms, and 40 ms of the sound server), max of 5, "
            f"median of {RUNS} runs",
            statistics.median(silent),
            100,
            "ms",
        ),
        at_most(
            f"INTERRUPT: mouth closed after the key (3 frames), max of 5, median of {RUNS} runs",
            statistics.median(closed),
            100,
            "ms",
        ),
        figure("INTERRUPT: each run: silence; mouth", f"{_list(silent)}; {_list(closed)} ms"),
        none_of(
            "INTERRUPT: anything of the turn heard afterwards",
            sum(run["heard_again"] for run in said),
            f"{RUNS * 5} turns",
        ),
    ]
    with on_air() as (stage, show):
        engine = scenarios.kill_engine(stage, show, 20)
    rows += [
        none_of("engine killed: black, foreign or frozen (150 ms)", _seen(engine), "20 kills"),
        at_most("engine killed: longest still", engine["longest_still_ms"], 150, "ms"),
        at_most("engine killed: lips follow again, p95", engine["lips_follow_again_ms"]["p95"], 2000, "ms"),
        none_of("engine killed: lips never came back", engine["never_followed"], "20 kills"),
    ]
    with on_air() as (stage, show):
        console = scenarios.kill_console(stage, show, 10)
    rows += [
        none_of("console killed: black, foreign or frozen", _seen(console), "10 kills"),
        none_of("console killed: syllables lost", console["syllables_lost"], "10 kills"),
        at_most("console killed: rejoined LIVE after its start, max", console["rejoined_ms"]["max"], 4000, "ms"),
    ]
    with on_air() as (stage, show):
        playout = scenarios.kill_playout(stage, show, 10)
    rows += [
        none_of("playout killed: desktop seen", playout["desktop_seen"], "10 kills"),
        at_most("playout killed: the show is back, max", playout["back_ms"]["max"], 2000, "ms"),
    ]
    with on_air() as (stage, show):
        screen = scenarios.unplug_hall(stage, show, 20, 5)
        mic = scenarios.lose_microphone(stage, show, 5)
        server = scenarios.kill_sound_server(stage, show, 5)
    rows += [
        none_of("monitor unplugged: operator's screen covered", screen["operator_covered"], "20 and 5 flaps"),
        at_most("monitor back: program back, max", screen["back_ms"]["max"], 1000, "ms"),
        at_most("fast flap: program back, max", screen["flap_back_ms"]["max"], 1000, "ms"),
        at_most("microphone unplugged: MIC MISSING, max", mic["missing_after_ms"]["max"], 500, "ms"),
        at_most("microphone back: heard again, max", mic["back_after_ms"]["max"], 2000, "ms"),
        at_most("loudest at the loudspeaker while it was missing", mic["loudest_while_missing_dbfs"], -80, "dBFS"),
        at_most("sound server killed: sound back after its start, max", server["sound_back_ms"]["max"], 3000, "ms"),
        at_most("sound server killed: longest still picture", server["longest_still_ms"], 150, "ms"),
    ]
    return rows


def _list(figures: list[float]) -> str:
    return ", ".join(f"{each:.0f}" for each in figures)


def _seen(figures: dict[str, Any]) -> int:
    return int(figures["black"] + figures["foreign"] + figures["frozen_over_150_ms"])


def ceremonies() -> list[Row]:
    """Twelve takes by keys, twelve by mouse, and the operator busy in EDIT while the show is LIVE."""
    rows: list[Row] = []
    for hands in ("keys", "mouse"):
        with Stage() as stage:
            show = RunningShow(stage)
            ceremony.write_rundown(show.home)
            show.start().wait_until_ready().go_live()
            usage = show.usage()
            figures, _ = ceremony.run(stage, show, hands)
            cpu = usage()
            show.stop()
        rows += [
            at_most(
                f"ceremony by {hands}: a take is done after the hand, max", figures["take_done_ms"]["max"], 350, "ms"
            ),
            none_of(f"ceremony by {hands}: black pictures", figures["black"], "12 takes"),
            at_most(f"ceremony by {hands}: longest still (two frames)", figures["longest_still_ms"], 70, "ms"),
            at_most(f"ceremony by {hands}: CPU of the console with its window", cpu["console"], 25, "%"),
        ]
    with on_air() as (stage, show):
        busy = scenarios.busy_operator(stage, show)
    rows += [
        at_most("EDIT and a file dialog opened and closed on air: longest still", busy["longest_still_ms"], 70, "ms"),
        none_of(
            "EDIT and a file dialog on air: frames shown twice more than without", busy["more_repeated"], "the time"
        ),
    ]
    return rows


def startup() -> list[Row]:
    """From the command to the window, and to an avatar that moves."""
    windows, avatars = [], []
    with Stage() as stage:
        for number in range(1, 6):
            show = RunningShow(stage).start()
            begun = show.started_at
            show.wait_for("window shown", times=number)
            stage.x.wait_for_window("· Compere")
            windows.append(show.time_of("window shown", number) - begun)
            show.wait_for("avatar ready", times=number)
            avatars.append(show.time_of("avatar ready", number) - begun)
            show.stop()
    return [
        at_most("console's window on screen after the command, max of 5", max(windows) * 1e3, 2000, "ms"),
        at_most("avatar moving after the command, max of 5", max(avatars) * 1e3, 4000, "ms"),
    ]


def memory(seconds: float) -> list[Row]:
    """Ten minutes LIVE: memory stays flat."""
    report = rehearse(max(seconds, 600.0))
    rows = []
    for name, figures in report["processes"].items():
        grown = figures["memory_mb"] - figures["memory_settled_mb"]
        rows.append(at_most(f"{name}: memory grown from the first minute to the tenth", grown, 3, "MB"))
        rows.append(figure(f"{name}: memory of its own", f"{figures['memory_mb']:.0f} MB"))
    return rows
