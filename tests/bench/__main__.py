"""`python -m tests.bench [WHAT …] [--seconds N] [--write]`."""

from __future__ import annotations

import argparse
import datetime
import os
import platform
import sys
from collections.abc import Callable
from pathlib import Path

from . import answer, fuzz, guard, hall, hung, keyed, light, meters, outputs, slow, soak
from .rows import Row, table

MEASURED = Path(__file__).parents[2] / "docs" / "MEASURED.md"

BENCHES: dict[str, tuple[str, Callable[[float], list[Row]]]] = {
    "light": ("The light engine", lambda seconds: light.run()),
    "musetalk": ("The neural engine", lambda seconds: neural()),
    "filmed": ("The filmed host on the stage", lambda seconds: on_the_stage()),
    "startup": ("Starting", lambda seconds: hall.startup()),
    "hall": ("The show's own figures", hall.run),
    "outside": ("Seen and heard from outside", hall.outside),
    "hung": ("Keys while the console hangs", lambda seconds: hung.run()),
    "failures": ("Kills and unplugged things", lambda seconds: hall.failures()),
    "meters": ("The level meters", lambda seconds: meters.run()),
    "window": ("The operator's window", lambda seconds: the_window()),
    "slow": ("Slow tests", lambda seconds: slow.run()),
    "ceremonies": ("The operator's hands", lambda seconds: hall.ceremonies()),
    "outputs": ("Streams and the recording", outputs.run),
    "soak": ("Hours of a stream and a recording", soak.run),
    "keyed": ("The host in a vision mixer", keyed.run),
    "memory": ("Ten minutes", hall.memory),
    "answer": ("Questions and answers", lambda seconds: answer.run()),
    "guard": ("Words that must not be said", lambda seconds: guard.run()),
    "fuzz": ("Files that nobody would write", lambda seconds: fuzz.run()),
}
USUAL = ("light", "startup", "hall", "outside", "failures", "meters", "ceremonies", "memory", "answer")


def neural() -> list[Row]:
    """The neural engine's bench, imported only when it is run: torch is an extra."""
    from . import musetalk, musetalk_film, musetalk_speed

    machine = musetalk_speed.machine_here()
    films = [row for size in ("small", "real") for row in musetalk_film.film_rows(machine, size)]
    return [*musetalk_speed.run(), *films, *musetalk.run()]


def on_the_stage() -> list[Row]:
    """The filmed host's bench; needs torch too."""
    from . import filmed

    return filmed.run()


def the_window() -> list[Row]:
    """The sweep over the operator's window, imported only when it is run: it wants no screen."""
    from . import window

    return window.run()


def machine() -> str:
    """What it was measured on, in words."""
    name = platform.processor() or platform.machine()
    info = Path("/proc/cpuinfo")
    if info.exists():
        models = [
            line.split(":", 1)[1].strip() for line in info.read_text().splitlines() if line.startswith("model name")
        ]
        name = models[0] if models else name
    return (
        f"{name}, {os.cpu_count()} cores, {platform.system()} {platform.release()}, Python {platform.python_version()}"
    )


def section(name: str, rows: list[Row], seconds: float) -> str:
    """A bench's section of docs/MEASURED.md."""
    title = BENCHES[name][0]
    day = datetime.date.today().isoformat()
    load = os.getloadavg()[0]
    conditions = f"{day}, {machine()}; software X (Xvfb), load {load:.1f} at the end."
    return (
        f"<!-- {name} -->\n## {title}\n\n"
        f"`compere bench {name} --seconds {seconds:g}`, {conditions}\n\n"
        f"{table(rows)}\n<!-- end {name} -->"
    )


def put(text: str, name: str, fresh: str) -> str:
    """`text` with the bench's section replaced, or added at the end."""
    begin, end = f"<!-- {name} -->", f"<!-- end {name} -->"
    if begin in text and end in text:
        return text[: text.index(begin)] + fresh + text[text.index(end) + len(end) :]
    return text.rstrip() + "\n\n" + fresh + "\n"


def main() -> int:
    """Run the benches that were named. Returns 1 when a promise was missed."""
    parser = argparse.ArgumentParser(prog="compere bench")
    parser.add_argument("what", nargs="*", choices=[*BENCHES, []], default=list(USUAL))
    parser.add_argument("--seconds", type=float, default=60.0)
    parser.add_argument("--write", action="store_true")
    words = parser.parse_args()
    missed = False
    for name in words.what or USUAL:
        rows = BENCHES[name][1](words.seconds)
        fresh = section(name, rows, words.seconds)
        print(fresh, flush=True)
        missed = missed or any(row.kept is False for row in rows)
        if words.write:
            MEASURED.write_text(put(MEASURED.read_text(), name, fresh))
    return 1 if missed else 0


if __name__ == "__main__":
    sys.exit(main())
