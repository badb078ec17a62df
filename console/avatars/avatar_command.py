"""`compere avatar build CLIP --name NAME | rebuild ID | prune`: hosts from videos and photos, and what they leave."""

from __future__ import annotations

import argparse
import signal
import subprocess
import sys
from collections.abc import Callable, Mapping, Sequence
from typing import Any, TextIO

from console import paths
from console.command_line.language import say
from console.show.report.columns import padded
from console.show.state.model_view import size_words
from engine.ipc.environment import child_environment
from engine.ipc.json_lines import Said, said_in
from engine.text import Text, sentence_of

DONE, FAILED, STOPPED = 0, 1, 130
"""Exit codes: 130 is what a shell says of Ctrl+C."""

STAGES = {"looking": "looking for the face", "making": "preparing"}

_MEASURES = ("width", "height", "chin", "feather")
_CHILD = ("-m", "engine.musetalk.studio")


def add_parser(commands: Any) -> None:
    """The command's own words."""
    avatar = commands.add_parser("avatar", help="make a host of a video or a photo")
    verbs = avatar.add_subparsers(dest="verb", metavar="build CLIP | rebuild ID | prune", required=True)
    build = verbs.add_parser("build", help="prepare a clip; goes on where it was stopped")
    build.add_argument("clip", help="a video of up to a minute, or a photo")
    build.add_argument("--name", required=True, help="what the operator reads")
    build.add_argument("--id", default="", help="short name in presets; made of the name without")
    build.add_argument("--licence", default="", help="under which the clip may be shown; asked for without")
    build.add_argument("--credit", action="append", default=[], help="who made it; may be given more than once")
    build.add_argument("--reference", action="store_true", help="leave the clip where it is instead of copying it")
    build.add_argument("--from", dest="start", type=float, default=0.0, metavar="S", help="begin of the piece to use")
    build.add_argument("--to", dest="end", type=float, default=0.0, metavar="S", help="end of the piece to use")
    build.add_argument("--face", type=int, default=0, metavar="N", help="which face, counted from the left")
    build.add_argument("--box", default="", metavar="X1,Y1,X2,Y2", help="the face box on the first frame, by hand")
    build.add_argument("--finder", default="cascade", help="cascade (always there), s3fd, rtmlib or mediapipe")
    build.add_argument("--loop", default="auto", help="auto, there-and-back or round")
    build.add_argument("--mask", default="auto", help="auto, drawn, or parsed (needs the parser's weights)")
    for measure in _MEASURES:
        build.add_argument(f"--mask-{measure}", type=float, help="of the drawn mask; see docs/AVATARS.md")
    build.add_argument("--weights", default="", metavar="DIR", help="another folder of models")
    rebuild = verbs.add_parser("rebuild", help="prepare an avatar again, after other weights or an emptied cache")
    rebuild.add_argument("id", help="the avatar's id")
    rebuild.add_argument("--weights", default="", metavar="DIR", help="another folder of models")
    prune = verbs.add_parser("prune", help="list prepared hosts that nobody wants any more, and delete them")
    prune.add_argument("--yes", action="store_true", help="do not ask")


def main(chosen: argparse.Namespace) -> int:
    """Does what the command line asks; returns the exit code."""
    if chosen.verb == "prune":
        return _prune(chosen.yes)
    if chosen.verb == "rebuild":
        found = [root / chosen.id for root in paths.avatar_roots() if (root / chosen.id / "avatar.toml").is_file()]
        if not found:
            print(
                say(Text("There is no avatar {name}: `compere avatar build` makes one.", name=chosen.id)),
                file=sys.stderr,
            )
            return FAILED
        return follow([*_CHILD, "again", str(found[0]), *where(chosen.weights)])
    licence = chosen.licence.strip() or _asked_licence()
    if not licence:
        print(say("Say by --licence under which licence the clip may be shown: nothing was built."), file=sys.stderr)
        return FAILED
    words = ["new", chosen.clip, "--name", chosen.name, "--licence", licence, "--avatars"]
    words += [str(paths.data_folder() / "avatars"), *where(chosen.weights)]
    words += ["--from", str(chosen.start), "--to", str(chosen.end), "--face", str(chosen.face)]
    words += ["--finder", chosen.finder, "--loop", chosen.loop, "--mask", chosen.mask]
    for name in ("id", "box"):
        words += [f"--{name}={getattr(chosen, name)}"] if getattr(chosen, name) else []
    for credit in chosen.credit:
        words += ["--credit", credit]
    for measure in _MEASURES:
        value = getattr(chosen, f"mask_{measure}")
        words += [f"--mask-{measure}", str(value)] if value is not None else []
    return follow([*_CHILD, *words, *(["--reference"] if chosen.reference else [])])


def _prune(yes: bool) -> int:
    """Says what is old and why, and deletes it when it is wanted. What is in use is never among it."""
    from engine.avatar import find_avatars
    from engine.musetalk.store.inventory import delete, old_stores, weights_there

    avatars, broken = find_avatars(paths.avatar_roots())
    spared = {folder.name for folder, _ in broken}
    old = old_stores(avatars, paths.cache_folder(), weights_there(paths.models_folder()), untouched=spared)
    if not old:
        print(say("There is nothing old to clear away."))
        return DONE
    for each in old:
        print(f"{each.folder.name}: {size_words(each.size)}. {say(each.why)}")
    question = say(Text("Delete {size}?", size=size_words(sum(each.size for each in old))))
    if not yes and not (sys.stdin.isatty() and input(f"{question} [y/N] ").strip().lower() in ("y", "yes", "是")):
        print(question, say("Say --yes to do it: nothing was deleted."), file=sys.stderr)
        return FAILED
    gone = [delete(each) for each in old]
    print(say(Text("{count} of {whole} were deleted.", count=sum(gone), whole=len(gone))))
    return DONE if all(gone) else FAILED


def where(weights: str = "") -> list[str]:
    """The child's words for cache and models."""
    return ["--cache", str(paths.cache_folder()), "--models", weights or str(paths.models_folder())]


def follow(
    words: Sequence[str],
    out: TextIO | None = None,
    start: Callable[..., subprocess.Popen[str]] = subprocess.Popen,
) -> int:
    """Run the child, show how far it is, and return its exit code. Ctrl+C stops it; what is done is kept."""
    out = out or sys.stdout
    last: Said = {}
    # Ctrl+C reaches the child by itself; here it is only not to end the waiting.
    before = signal.signal(signal.SIGINT, lambda *_: None)
    try:
        with start(
            [sys.executable, *words], stdout=subprocess.PIPE, text=True, encoding="utf-8", env=child_environment()
        ) as child:
            for line in child.stdout or ():
                last = said_in(line) or last
                if last.get("event") == "progress" and out.isatty():
                    part = 100 * last["frame"] // max(1, last["of"])
                    out.write(f"\r{part:3d} %  {padded(say(STAGES.get(last['stage'], '')), 24)}")
                    out.flush()
            code = child.wait()
    finally:
        signal.signal(signal.SIGINT, before)
    if out.isatty():
        out.write("\r" + " " * 40 + "\r")
    if last.get("event") == "failed":
        print(say(sentence_of(last["sentence"])), file=sys.stderr)
        return FAILED
    if last.get("event") == "stopped":
        print(say("Stopped: what is done is kept, and the same command goes on from there."), file=sys.stderr)
        return STOPPED
    if last.get("event") != "done" or code:
        print(
            say(Text("The build ended without a word (code {code}): run `compere doctor`.", code=code)), file=sys.stderr
        )
        return FAILED
    out.write("\n".join(map(say, report_lines(last))) + "\n")
    return DONE


def report_lines(done: Mapping[str, Any]) -> tuple[str, ...]:
    """The report for a person, line by line."""
    report = done["report"]
    there = "The avatar is in {path} (it was prepared already)." if done["reused"] else "The avatar is in {path}."
    return (
        Text(there, path=done["folder"]),
        Text(
            "{count} of {whole} frames in the loop, {order}; the face is {size} pixels wide, mask {mask}.",
            count=report["used"],
            whole=report["frames"],
            order=report["order"],
            size=report["face_px"],
            mask=report["mask"],
        ),
        *map(sentence_of, report["advice"]),
        *approximation(report),
    )


def approximation(report: Mapping[str, Any]) -> tuple[str, ...]:
    """How good the small decoder is for this host; nothing without one."""
    if not report.get("small_db"):
        return ()
    return (
        Text(
            "With the small decoder the mouth is approximate: {level} dB against the whole one.",
            level=f"{report['small_db']:.1f}",
        ),
    )


def _asked_licence() -> str:
    if not sys.stdin.isatty():
        return ""
    question = "Under which licence may this clip be shown (as CC-BY-4.0, or 'only by us')?"
    return input(f"{say(question)} ").strip()
