"""`compere rehearse`: the whole show unattended, with all processes and real devices, and a report."""

from __future__ import annotations

import argparse
import json
import math
import os
import platform
import sys
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import msgspec
from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QApplication

from console import paths
from console.command_line.language import say, spoken
from console.controller import ConsoleController
from console.operator_selection import WINDOWED
from console.processes.log_watch import LogWatch
from console.processes.process_meter import ProcessMeter
from console.processes.single_instance import RuntimeFolderError, only_console, usable_runtime
from console.processes.supervision import holds_show
from console.screens.backup_slate import BackupSlate
from console.settings.file import Settings, load_settings, settings_path
from console.show.actions.action import Source
from console.show.actions.table import ACTIONS
from console.show.core.state import ShowState
from console.show.rundown.preset import Preset, PresetError, parse_preset
from console.show.state.console_state import Condition
from engine.files.user_files import UserFileError, read_bytes
from engine.ipc.logging_setup import catch_crashes, open_log
from engine.ipc.masking import mask_stream_keys
from engine.ipc.messages.core import Took
from engine.text import Text
from ui.display.screens import ScreenIdentity

_READY_S = 30.0
_AFTER_S = 1.0


class RehearsalError(Exception):
    """The rehearsal cannot be held. The message is one sentence."""


@dataclass(frozen=True)
class Cue:
    """One action of the script.

    Attributes:
        at_s: seconds after GO LIVE.
        action: its id in the action table.
        argument: the rest of the words, or None.
    """

    at_s: float
    action: str
    argument: str | None


def parse_cues(script: str) -> list[Cue]:
    """Read `3.0 interrupt; 8.0 hold; 9.0 live; 10 say line.wav`. Raises RehearsalError for anything else."""
    cues = []
    for part in filter(None, (piece.strip() for piece in script.split(";"))):
        time_word, _, rest = part.partition(" ")
        action, _, argument = rest.strip().partition(" ")
        try:
            at_s = float(time_word)
            if not 0 <= at_s < math.inf:
                raise ValueError
        except ValueError:
            raise RehearsalError(
                Text("'{part}' does not begin with a time in seconds: write '3.0 interrupt'.", part=part)
            ) from None
        if action not in ACTIONS:
            known = ", ".join(sorted(ACTIONS))
            raise RehearsalError(
                Text(
                    "There is no action '{name}' in '{part}': the actions are {names}.",
                    name=action,
                    part=part,
                    names=known,
                )
            )
        cues.append(Cue(at_s, action, argument.strip() or None))
    return sorted(cues, key=lambda cue: cue.at_s)


def find_preset(name: str) -> Preset:
    """The preset in the file `name`, or the bundled or own one of that name. Raises PresetError."""
    roots = [paths.preset_roots()[0], paths.example_show(spoken().code), paths.preset_roots()[-1]]
    candidates = [Path(name), *(root / f"{name}.toml" for root in roots)]
    for path in candidates:
        if path.is_file():
            try:
                return parse_preset(read_bytes(path), str(path))
            except UserFileError as fault:
                raise PresetError(
                    Text("Preset {path} cannot be read ({fault}).", path=path, fault=fault.why)
                ) from fault
    raise PresetError(
        Text("There is no preset {name}: give a file, or one of the names in {path}.", name=name, path=roots[1])
    )


class Rehearsal(QObject):
    """Runs a show by the clock.

    Args:
        controller: the show.
        cues: what to do when, after GO LIVE.
        seconds: how long to be LIVE.
        each_second: called once a second.
        mic: the controller listens to something, and it is waited for.
        outputs: actions that begin what runs beside the hall, just before GO LIVE.
    """

    def __init__(
        self,
        controller: ConsoleController,
        cues: list[Cue],
        seconds: float,
        each_second: Callable[[], None],
        *,
        mic: bool,
        outputs: Sequence[str] = (),
    ) -> None:
        super().__init__()
        self.report: dict[str, Any] = {"actions": [], "faults": []}
        self._outputs = outputs
        self._controller = controller
        self._cues = cues
        self._seconds = seconds
        self._each_second = each_second
        self._mic = mic
        self._began_s = time.monotonic()
        self._live_s = 0.0
        self._meter = ProcessMeter()
        self._poll = QTimer(self, interval=50)
        self._poll.timeout.connect(self._wait_until_ready)
        self._sample = QTimer(self, interval=1000)
        self._sample.timeout.connect(self._record_sample)
        controller.took.connect(self._took)
        controller.measured.connect(self._measured)

    def begin(self) -> None:
        """Start the processes and wait for them."""
        self._controller.begin()
        self._poll.start()

    def _wait_until_ready(self) -> None:
        self._controller.preflight.second(time.monotonic())
        console_state = self._controller.presenter.refresh(time.monotonic())
        ready = (
            self._controller.show.state is ShowState.STANDBY
            and console_state.health.engine is Condition.OK
            and console_state.speaker.condition in (Condition.OK, Condition.NOT_CHOSEN)
            and console_state.screen.condition in (Condition.OK, Condition.NOT_CHOSEN)
            and (not self._mic or console_state.microphone.condition is Condition.OK)
            and console_state.health.fps is not None
        )
        waited = time.monotonic() - self._began_s
        if ready:
            self._poll.stop()
            self.report["ready_s"] = round(waited, 3)
            QTimer.singleShot(2000, self, self._go)  # figures to calibrate the lip delay from
        elif waited > _READY_S:
            self.report["failed"] = "Not ready in time: " + (
                "; ".join(console_state.alarms) or f"{console_state.health.engine.value}"
            )
            QApplication.exit(1)

    def _go(self) -> None:
        """Arm; nobody is here to waive what is red, so it is waived by name and reported."""
        console_state = self._controller.preflight.refresh()
        self.report["preflight"] = {item.id: f"{item.verdict}: {item.words}" for item in console_state.preflight}
        for item in self._controller.preflight.red:
            self._perform("waive", item.id)
        self._perform("arm", None)
        QTimer.singleShot(300, self, self._go_live)

    def _go_live(self) -> None:
        for action in self._outputs:
            self._perform(action, None)
        self._perform("live", None)
        self._live_s = time.monotonic()
        self._controller.measure(True)
        self._meter.begin(self._pids())
        self._sample.start()
        for cue in self._cues:
            QTimer.singleShot(int(cue.at_s * 1000), self, lambda cue=cue: self._perform(cue.action, cue.argument))
        QTimer.singleShot(int(self._seconds * 1000), self, self._end)

    def _perform(self, action: str, argument: str | None) -> None:
        outcome = self._controller.perform(action, argument, Source.REHEARSE)
        self.report["actions"].append(
            {
                "at_s": round(time.monotonic() - self._live_s, 3) if self._live_s else None,
                "action": action,
                "argument": argument,
                "accepted": outcome.accepted,
                "reason": outcome.reason,
                "sound_ms": None,
                "picture_ms": None,
            }
        )

    def _took(self, took: Took) -> None:
        name = {"slate": "end"}.get(took.action, took.action)
        for row in reversed(self.report["actions"]):
            if row["action"] in (name, {"live": "resume"}.get(name)) and row["picture_ms"] is None:
                row["sound_ms"] = took.sound_ms
                row["picture_ms"] = took.picture_ms
                return

    def _record_sample(self) -> None:
        self._meter.sample(self._pids())
        self._controller.observe_time()
        self._each_second()
        for alarm in self._controller.console_state.alarms:
            if alarm not in self.report["faults"]:
                self.report["faults"].append(alarm)

    def _pids(self) -> dict[str, int]:
        return {
            "console": os.getpid(),
            **self._controller.playout.pids,
            **self._controller.engine.pids,
            **self._controller.outputs.pids,
        }

    def _end(self) -> None:
        self._sample.stop()
        self._controller.measure(False)
        self.report["processes"] = self._meter.figures()
        if self._outputs:
            self.report["outputs"] = msgspec.to_builtins(self._controller.console_state.outputs, enc_hook=str.__str__)
        self._perform("end", None)
        QTimer.singleShot(int(_AFTER_S * 1000), self, lambda: QApplication.exit(0))

    def _measured(self, figures: dict[str, Any]) -> None:
        self.report |= figures
        self.report["restarts"] = {
            "playout": self._controller.playout.restarts,
            "engine": self._controller.engine.restarts,
        }


def settings_for(words: argparse.Namespace, settings: Settings, preset: Preset | None) -> Settings:
    """The user's settings with the preset's and the command line's words over them."""
    changes: dict[str, Any] = {}
    if preset is not None:
        changes |= {"avatar": preset.avatar, "mic_gain_db": preset.mic_gain_db}
        changes |= {"pa": preset.pa.value} if preset.pa else {}
        changes |= {"slate": preset.slate.value} if preset.slate else {}
        changes |= {"slate_picture": preset.slate_picture} if preset.slate_picture else {}
        changes |= {"microphone": preset.mic} if preset.mic else {}
        changes |= {"speaker": preset.speaker} if preset.speaker else {}
    if words.size:
        try:
            width, height = (int(side) for side in words.size.split("x"))
        except ValueError:
            raise RehearsalError(Text("'{value}' is not a size: write 1920x1080.", value=words.size)) from None
        changes |= {"width": width, "height": height}
    for name, value in (
        ("avatar", words.avatar),
        ("speaker", words.speaker),
        ("screen", WINDOWED if words.windowed else words.screen),
        ("rate", words.rate),
        ("pa", words.pa),
        ("express", words.express),
        ("stream_1_url", words.stream),
        ("record_folder", str(Path(words.record).resolve()) if words.record else ""),
    ):
        if value:
            changes[name] = value
    if words.mic and not Path(words.mic).is_file():
        changes["microphone"] = words.mic
    return msgspec.convert(msgspec.to_builtins(settings) | changes, Settings)


def own_screen(screens: Sequence[str], primary: str, settings: Settings) -> tuple[str, str]:
    """Which screen is left to whoever sits at the computer, and a sentence where the program is shown on none.

    With no screen named, the program takes the first of the others, as on the very first run of the console.

    Args:
        screens: keys of all screens. primary: key of the system's first one.
        settings: where the program is to be shown.
    """
    if settings.screen:
        return "", ""
    if len(screens) > 1:
        return primary, ""
    return "", "There is one screen only, so the program is not shown: name it by --screen, or say --windowed."


def main(words: argparse.Namespace) -> int:
    """Hold the rehearsal and write its report. Returns 0 when it was held to the end."""
    catch_crashes(paths.log_folder() / "console.stderr")
    if sys.platform == "linux" and not os.environ.get("DISPLAY") and not os.environ.get("WAYLAND_DISPLAY"):
        os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    log = open_log(paths.log_folder(), "console")
    application = QApplication(["compere-rehearse"])
    application.setQuitOnLastWindowClosed(False)
    try:
        cues = parse_cues(words.actions)
        preset = find_preset(words.preset) if words.preset else None
        settings = settings_for(words, load_settings(settings_path())[0], preset)
    except (RehearsalError, PresetError, msgspec.ValidationError) as error:
        print(say(str(error)), file=sys.stderr)
        return 2
    try:
        runtime = usable_runtime(paths.runtime_folders(), holds_show)
        lock = only_console(runtime)
    except RuntimeFolderError as error:
        print(say(str(error)), file=sys.stderr)
        return 2
    if lock is None:
        print(say("A Compere console is running already: end it with `compere stop` first."), file=sys.stderr)
        return 3
    if holds_show(runtime):
        print(say("A show is running already: end it with `compere stop` first."), file=sys.stderr)
        return 3
    # It shows what its own words say, not what comes next in the rundown.
    controller = ConsoleController(settings, runtime, paths.log_folder(), log, spoken().code, follows_next=False)
    slate = BackupSlate(settings.width, settings.height)
    controller.screen_chosen.connect(lambda key: slate.choose(key, ""))
    if words.mic and Path(words.mic).is_file():
        controller.rundown.use_microphone_file(str(Path(words.mic).resolve()), loop=False)
    if preset is not None:
        controller.choices.mode = preset.mode
    screens = [ScreenIdentity.of(screen).key for screen in application.screens()]
    controller.operator_screen, sentence = own_screen(
        screens, ScreenIdentity.of(application.primaryScreen()).key, settings
    )
    if sentence:
        print(say(sentence), file=sys.stderr)
    watch = LogWatch(controller.presenter, paths.log_folder(), log)
    wanted = (("stream_start", words.stream), ("record_start", words.record))
    outputs = [action for action, word in wanted if word]
    mic = bool(words.mic or settings.microphone)
    rehearsal = Rehearsal(controller, cues, words.seconds, watch.second, mic=mic, outputs=outputs)
    rehearsal.begin()
    code = application.exec()
    controller.end()
    slate.close()
    lock.unlock()
    report = {"machine": _machine(), "settings": msgspec.to_builtins(settings), **rehearsal.report}
    text = mask_stream_keys(json.dumps(report, indent=1, ensure_ascii=False))
    print(_summary(report))
    if words.report:
        try:
            Path(words.report).write_text(text + "\n", encoding="utf-8")
        except OSError as error:
            print(
                say(Text("The report cannot be written to {path} ({fault}).", path=words.report, fault=error.strerror)),
                file=sys.stderr,
            )
            return code or 1
    return code


def _machine() -> dict[str, Any]:
    return {
        "system": platform.platform(),
        "cores": os.cpu_count(),
        "python": platform.python_version(),
        "display": QApplication.platformName(),
    }


def _summary(report: dict[str, Any]) -> str:
    if "failed" in report:
        head, _, reasons = str(report["failed"]).partition(": ")
        return f"{say(f'{head}:')} {'; '.join(map(say, reasons.split('; ')))}"
    lip, skew = report["lip_delay_ms"], report["skew_ms"]
    lines = [
        say(
            Text(
                "{rate} fps, {percent} % on time ({count} late)",
                rate=f"{report['fps']:.2f}",
                percent=report["on_time_percent"],
                count=report["late_frames"],
            )
        ),
        say(
            Text(
                "lip delay {lips}, skew {skew}, interval {interval}",
                lips=_figures(lip),
                skew=_figures(skew),
                interval=_figures(report["interval_ms"]),
            )
        ),
    ]
    lines += [
        say(
            Text(
                "{at} s {name}: sound {sound}, picture {picture} ms",
                at=row["at_s"],
                name=row["action"],
                sound=row["sound_ms"],
                picture=row["picture_ms"],
            )
        )
        for row in report["actions"]
    ]
    lines += [f"{name}: {figures}" for name, figures in report["processes"].items()]
    return "\n".join(lines)


def _figures(spread: dict[str, float | None]) -> str:
    return (
        " ".join(f"{name} {value:.1f}" if value is not None else f"{name} –" for name, value in spread.items()) + " ms"
    )
