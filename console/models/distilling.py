"""`compere models distil`: the small decoder, made on this computer from the hosts that are prepared."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable, Mapping
from typing import TextIO

from console import paths
from console.command_line.language import say
from engine.ipc.environment import child_environment
from engine.ipc.json_lines import Said, said_in
from engine.text import Text, sentence_of

DONE, FAILED = 0, 1

_CHILD = ("-m", "engine.musetalk.network.distil")


def distil(
    steps: int,
    *,
    synthetic: bool = False,
    out: TextIO | None = None,
    start: Callable[..., subprocess.Popen[str]] = subprocess.Popen,
) -> int:
    """Run the child and show how far it is; returns the exit code. Ctrl+C ends it, and what was there before stays."""
    out = out or sys.stdout
    words = [
        *_CHILD,
        "--cache",
        str(paths.cache_folder()),
        "--models",
        str(paths.models_folder()),
        "--steps",
        str(steps),
        *(["--synthetic"] if synthetic else []),
    ]
    last: Said = {}
    with start(
        [sys.executable, *words], stdout=subprocess.PIPE, text=True, encoding="utf-8", env=child_environment()
    ) as child:
        try:
            for line in child.stdout or ():
                last = said_in(line) or last
                if last.get("event") == "progress" and out.isatty():
                    out.write(f"\r{100 * last['step'] // max(1, last['of']):3d} %  loss {last['loss']:.4f}   ")
                    out.flush()
        except KeyboardInterrupt:
            child.kill()
            print("\n" + say("Stopped: the decoder is as it was before."), file=sys.stderr)
            return 130
        code = child.wait()
    if out.isatty():
        out.write("\r" + " " * 40 + "\r")
    if last.get("event") == "failed":
        print(say(sentence_of(last["sentence"])), file=sys.stderr)
        return FAILED
    if last.get("event") != "done" or code:
        print(
            say(Text("The making ended without a word (code {code}): run `compere doctor`.", code=code)),
            file=sys.stderr,
        )
        return FAILED
    out.write("\n".join(map(say, report_lines(last["db"]))) + "\n")
    return DONE


def report_lines(db: Mapping[str, float]) -> tuple[str, ...]:
    """How like the whole decoder it is, for a person, line by line."""
    return (
        'The small decoder is there. It is approximate: set decoder = "small" to use it, "full" to leave it.',
        *(
            Text("{name}: {level} dB against the whole decoder", name=name, level=f"{each:.1f}")
            for name, each in db.items()
        ),
    )
