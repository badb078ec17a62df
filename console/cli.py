"""The command line. Imports nothing heavy until it knows what is wanted."""

from __future__ import annotations

import argparse
import errno
import os
import sys
from collections.abc import Sequence
from typing import Any

from console.avatars.avatar_command import add_parser as add_avatar
from console.command_line.language import say, speak, wanted
from console.command_line.parser import Parser
from console.settings.file import load_settings, settings_path
from engine.ipc.standard_streams import steady_streams
from engine.text import Text


def main(arguments: Sequence[str] | None = None) -> int:
    """The entry point `compere`. Returns the process's exit code."""
    steady_streams()
    given = sys.argv[1:] if arguments is None else arguments
    speak(wanted(given, load_settings(settings_path())[0].language))
    try:
        code = _run(_parser().parse_args(given))
        sys.stdout.flush()
    except BrokenPipeError:  # whoever read it has read enough
        _stop_printing()
        return 1
    except OSError as error:
        if error.filename is not None or error.errno not in (errno.ENOSPC, errno.EDQUOT, errno.EIO):
            raise
        _stop_printing()
        print(say(Text("The output cannot be written ({fault}).", fault=error.strerror)), file=sys.stderr)
        return 1
    return code


def _stop_printing() -> None:
    """Python would try again at the end, and complain."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), 1)


def _run(chosen: argparse.Namespace) -> int:
    command = chosen.command or "run"
    if command == "run":
        if not _has_display():
            told = "There is no display: log in to a desktop, or try the whole show unattended by `compere rehearse`."
            print(say(told))
            return 2
        from console.app import main as run

        return run(demo=getattr(chosen, "demo", False))
    if command == "rehearse":
        from console.rehearse import main as rehearse

        return rehearse(chosen)
    if command == "doctor":
        from console.doctor.examine import main as doctor

        return doctor(as_json=chosen.json)
    if command == "models":
        from console.models.command import main as models

        return models(chosen)
    if command == "avatar":
        from console.avatars.avatar_command import main as avatar

        return avatar(chosen)
    if command == "render":
        from console.avatars.render_command import main as render

        return render(chosen)
    if command == "stop":
        from console.processes.stop import stop_all

        return stop_all()
    if command == "bench":
        from console.bench import main as bench

        return bench(chosen)
    raise AssertionError(command)


def _parser() -> argparse.ArgumentParser:
    parser = Parser(prog="compere", description="Puts a talking host on the big screen of a hall.")
    parser.add_argument("--demo", action="store_true", help="let the bundled demo MC stand in for the microphone")
    commands = parser.add_subparsers(dest="command", metavar="command")

    run = commands.add_parser("run", help="open the operator's console (also without a command)")
    # Without a default of its own: it would take back a --demo that stands before the command.
    run.add_argument("--demo", action="store_true", default=argparse.SUPPRESS, help="the same")

    rehearse = commands.add_parser("rehearse", help="run the whole show unattended and report")
    rehearse.add_argument("--preset", help="a preset file, or the name of a bundled one")
    rehearse.add_argument("--mic", default="", help="a microphone's name, or a sound file fed as one in real time")
    rehearse.add_argument("--speaker", default="", help="a loudspeaker's name")
    rehearse.add_argument("--screen", default="", help="the hall's screen: its connector or its whole key")
    rehearse.add_argument("--windowed", action="store_true", help="show the program in a window")
    rehearse.add_argument("--seconds", type=float, default=20.0, help="how long to be LIVE")
    rehearse.add_argument("--rate", type=int, choices=(25, 30, 50, 60), help="program frames a second")
    rehearse.add_argument("--size", help="program size, as 1920x1080")
    rehearse.add_argument("--avatar", default="", help="an avatar's id")
    rehearse.add_argument("--pa", choices=("through", "direct"), default="", help="how the MC's voice reaches the hall")
    rehearse.add_argument("--express", action="store_true", help="the short lip delay")
    rehearse.add_argument("--actions", default="", help='as "3.0 interrupt; 8.0 hold; 9.0 live; 10 say line.wav"')
    rehearse.add_argument(
        "--stream", default="", metavar="URL", help="push the program there; its key may stand in COMPERE_STREAM_1_KEY"
    )
    rehearse.add_argument("--record", default="", metavar="FOLDER", help="record the program there")
    rehearse.add_argument("--report", help="write the figures here as JSON")

    doctor = commands.add_parser("doctor", help="check this machine and say what to do")
    doctor.add_argument("--json", action="store_true", help="as JSON")

    _add_models(commands)
    _add_render(commands)
    add_avatar(commands)

    commands.add_parser("stop", help="end the console, playout and engine")

    bench = commands.add_parser("bench", help="measure, and write docs/MEASURED.md")
    bench.add_argument("what", nargs="*", help="which benches; all without")
    bench.add_argument("--seconds", type=float, default=60.0, help="how long each live measurement lasts")
    bench.add_argument("--write", action="store_true", help="put the figures into docs/MEASURED.md")
    return parser


def _add_models(commands: Any) -> None:
    models = commands.add_parser("models", help="the neural driver's files: list, fetch, import, verify")
    verbs = models.add_subparsers(dest="verb", metavar="list | fetch | import DIR | verify | distil", required=True)
    listing = verbs.add_parser("list", help="what each file is for, its size, licence and source, and how it is")
    listing.add_argument("--json", action="store_true", help="as JSON")
    fetching = verbs.add_parser("fetch", help="fetch what is missing; goes on where it was cut off")
    fetching.add_argument("--from", dest="source", default="", metavar="URL", help="a mirror of the public hub")
    fetching.add_argument("--optional", action="store_true", help="also what the driver can do without")
    fetching.add_argument("--yes", action="store_true", help="do not ask")
    importing = verbs.add_parser("import", help="bring them in from a folder or a USB stick; nothing is fetched")
    importing.add_argument("folder", metavar="DIR")
    verifying = verbs.add_parser("verify", help="read every file to its end and compare its checksum")
    verifying.add_argument("--json", action="store_true", help="as JSON")
    distilling = verbs.add_parser("distil", help="make the small, approximate decoder from your own hosts")
    distilling.add_argument("--steps", type=int, default=6000, help="of the training; more are better and take longer")
    distilling.add_argument("--synthetic", action="store_true", help="learn from no face at all: for trying out")


def _add_render(commands: Any) -> None:
    render = commands.add_parser("render", help="make a film offline: an avatar speaks a sound file")
    render.add_argument("--avatar", required=True, metavar="NAME", help="who speaks: an avatar's name or id")
    render.add_argument("--audio", required=True, metavar="FILE", help="any sound file, or a video's sound")
    render.add_argument("--out", required=True, metavar="FILE", help="the film: .mp4, .mov, .mkv or .webm")
    render.add_argument("--fps", default="", help="frames a second, 10 to 60, as 25 or 29.97; the avatar's own without")
    render.add_argument("--size", default="", metavar="WxH", help="as 1280x720; the avatar's own without")
    render.add_argument("--quality", default="good", help="small, good, best, or a constant rate factor from 1 to 40")
    render.add_argument("--fast", action="store_true", help="half precision; without it two runs give the same bits")
    render.add_argument(
        "--decoder", choices=("full", "small"), default="full", help="small is approximate, for --fast only"
    )
    render.add_argument("--cards", default="", help="graphics cards that take turns, as 0,1; cpu for the processor")
    render.add_argument("--force", action="store_true", help="replace a film that is there")


def _has_display() -> bool:
    if sys.platform != "linux":
        return True
    return bool(
        os.environ.get("DISPLAY")
        or os.environ.get("WAYLAND_DISPLAY")
        or os.environ.get("QT_QPA_PLATFORM") == "offscreen"
    )


if __name__ == "__main__":
    raise SystemExit(main())
