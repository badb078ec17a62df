"""Portraits of the application for docs/images: `python -m tests.hall.scenarios.portraits FOLDER` (needs wmctrl)."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from tests.hall.rig import speech
from tests.hall.rig.children import ask
from tests.hall.rig.show import RunningShow
from tests.hall.rig.stage import Stage
from tests.hall.scenarios import ceremony
from tests.hall.scenarios.failures import rest

SETTINGS = (
    'microphone = "vmic"\nspeaker = "hall"\nscreen = "HALL"\navatar = "lin"\n'
    'show_name = "Spring Gala 2026 · Grand Auditorium"\n'
)


class Photographer:
    """Takes pictures of the operator's monitor.

    Args:
        stage: where the show runs.
        folder: where the pictures go.
    """

    def __init__(self, stage: Stage, folder: Path) -> None:
        self._stage = stage
        self._folder = folder

    def shoot(self, name: str, size: str = "1920x1080") -> None:
        """Save the monitor's upper left part as NAME.png."""
        rest(0.8)
        subprocess.run(
            ["import", "-window", "root", "-crop", f"{size}+0+0", "+repage", str(self._folder / f"{name}.png")],
            env=self._stage.env,
            check=True,
        )
        rest(1.5)  # the grab holds the X server up


def main(words: list[str]) -> int:
    """Take them all."""
    folder = Path(words[0])
    folder.mkdir(parents=True, exist_ok=True)
    with Stage() as stage:
        camera = Photographer(stage, folder)
        show = RunningShow(stage, SETTINGS)
        ceremony.write_rundown(show.home)
        show.start().wait_until_ready()
        stage.play_to_mic(speech.lasting(speech.load(speech.SPEECH), 120.0))
        show.focus()
        rest(3.0)
        camera.shoot("standby")
        stage.key("F2")
        camera.shoot("armed")
        stage.key("F2")
        rest(1.0)
        show.go_live()
        rest(3.0)
        stage.key("Return")
        rest(3.0)
        camera.shoot("live")
        stage.unload_microphone()
        rest(1.5)
        camera.shoot("mic-missing")
        stage.load_microphone()
        rest(2.0)
        stage.key("Escape")
        camera.shoot("hold")
        stage.key("F12")
        camera.shoot("panic")
        stage.keydown("F12")
        rest(1.5)
        stage.keyup("F12")
        stage.keydown("ctrl+shift+Return")
        rest(1.5)
        stage.keyup("ctrl+shift+Return")
        stage.unload_microphone()
        rest(1.0)
        stage.key("F2")
        rest(1.0)
        camera.shoot("preflight")
        stage.load_microphone()
        rest(1.0)
        show.click("EDIT")
        camera.shoot("edit")
        show.stop()
    for name, extra, size in (("zh-hant", 'language = "zh-Hant"\n', ""), ("small", "", "1366 768")):
        with Stage() as stage:
            show = RunningShow(stage, SETTINGS + extra)
            ceremony.write_rundown(show.home)
            show.start().wait_until_ready()
            stage.play_to_mic(speech.lasting(speech.load(speech.SPEECH), 60.0))
            if size:
                window = next(window for window in stage.windows() if "· Compere" in window.title)
                number = str(window.id)
                ask(["wmctrl", "-i", "-r", number, "-b", "remove,maximized_vert,maximized_horz"], env=stage.env)
                ask(["xdotool", "windowsize", number, *size.split(), "windowmove", number, "0", "0"], env=stage.env)
            show.go_live()
            rest(3.0)
            Photographer(stage, folder).shoot(name, size.replace(" ", "x") or "1920x1080")
            show.stop()
    return 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
