"""The virtual environment of this checkout: made once, kept as long as it fits.

A stamp in `.venv` says for which pyproject, Python, place and extras it was made. When it still fits, nothing is
done, so that a second start is immediate. Standard library only.
"""

from __future__ import annotations

import hashlib
import json
import os
import re
import subprocess
import sys
import time
from collections import deque
from collections.abc import Callable, Iterable
from dataclasses import asdict, dataclass
from pathlib import Path

NETWORK_SIGNS = re.compile(
    r"name resolution|getaddrinfo|NewConnectionError|ConnectTimeout|ReadTimeout|Read timed out|ProxyError"
    r"|SSLError|Connection(?:Reset|Refused|Aborted)|Network is unreachable|IncompleteRead|ProtocolError"
    r"|HTTP(?:Error|Status)?[^\n]*\b50[234]\b",
    re.IGNORECASE,
)
"""What pip says when it was the network and not the package."""

DOWNLOAD_LINE = re.compile(r"^\s*Downloading (\S+?)(?:-\d\S*)? \(([\d.]+ [kMG]B)\)")

ERROR_LINE = re.compile(r"^[ \t]*((?:ERROR|\w+Error): \S.*)$", re.MULTILINE)
"""pip's own word on what went wrong, or the last line of a traceback of a build."""


class SetupError(Exception):
    """The set-up cannot go on. The message is for the person who typed the command."""


@dataclass(frozen=True)
class Stamp:
    """For what an environment was made.

    Attributes:
        pyproject: SHA-256 of pyproject.toml.
        python: version of the Python in it.
        root: the checkout that it belongs to; its scripts hold this path.
        extras: the extras installed, sorted.
    """

    pyproject: str
    python: str
    root: str
    extras: tuple[str, ...]

    def serves(self, wanted: Stamp) -> bool:
        """Whether an environment with this stamp has all that `wanted` asks for."""
        same = (self.pyproject, self.python, self.root) == (wanted.pyproject, wanted.python, wanted.root)
        return same and set(wanted.extras) <= set(self.extras)


def wanted_stamp(root: Path, extras: Iterable[str]) -> Stamp:
    """The stamp that the checkout at `root` needs for `extras`, with the Python that runs this."""
    digest = hashlib.sha256((root / "pyproject.toml").read_bytes()).hexdigest()
    return Stamp(digest, ".".join(map(str, sys.version_info[:3])), str(root), tuple(sorted(set(extras))))


def read_stamp(path: Path) -> Stamp | None:
    """The stamp in the file `path`, or None where there is none that can be read."""
    try:
        found = json.loads(path.read_text(encoding="utf-8"))
        return Stamp(
            str(found["pyproject"]), str(found["python"]), str(found["root"]), tuple(map(str, found["extras"]))
        )
    except (OSError, ValueError, KeyError, TypeError):
        return None


def python_in(venv: Path, platform: str = sys.platform) -> Path:
    """The Python of the environment `venv`."""
    return venv / "Scripts" / "python.exe" if platform == "win32" else venv / "bin" / "python"


def download_shown(line: str) -> str | None:
    """What to show of one line of pip's, or None: only large downloads are worth a line."""
    found = DOWNLOAD_LINE.match(line)
    if found is None or found[2].endswith("kB"):
        return None
    return f"  {found[1]}, {found[2]}"


def reason_of(output: str) -> str:
    """Why pip failed, as one sentence with what to do.

    Arguments:
        output: the last lines that pip wrote.
    """
    if NETWORK_SIGNS.search(output):
        return (
            "The Python package index cannot be reached. Connect this machine to the internet once "
            "and run the same command again."
        )
    if "No space left on device" in output:
        return "The disk is full: Compere needs about 700 MB here. Free some and run the same command again."
    errors = ERROR_LINE.findall(output)
    return f"Python's package installer failed: {errors[-1].strip() if errors else 'it gave no reason'}"


def _pip(python: Path, arguments: list[str], log: Path, say: Callable[[str], None]) -> tuple[int, str]:
    """Run pip, show its large downloads, keep all it says in `log`. Returns its exit code and last lines."""
    command = [str(python), "-m", "pip", "--disable-pip-version-check", "--no-input", *arguments]
    tail: deque[str] = deque(maxlen=40)
    environment = dict(os.environ, PIP_PROGRESS_BAR="off", PYTHONUNBUFFERED="1")
    with (
        log.open("a", encoding="utf-8") as kept,
        subprocess.Popen(
            command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, errors="replace", env=environment
        ) as pip,
    ):
        assert pip.stdout is not None
        for line in pip.stdout:
            kept.write(line)
            tail.append(line)
            shown = download_shown(line)
            if shown:
                say(shown)
    return pip.returncode, "".join(tail)


def install(
    python: Path,
    root: Path,
    extras: Iterable[str],
    log: Path,
    say: Callable[[str], None],
    pause: Callable[[float], None] = time.sleep,
) -> None:
    """Install the checkout at `root`, editable, with `extras`. Tries again once when the network failed.

    Raises SetupError with the reason.
    """
    names = ",".join(sorted(extras))
    arguments = ["install", "--editable", f"{root}[{names}]" if names else str(root)]
    code, output = _pip(python, arguments, log, say)
    if code != 0 and NETWORK_SIGNS.search(output):
        say("The network failed; trying once more.")
        pause(5.0)
        code, output = _pip(python, arguments, log, say)
    if code != 0:
        raise SetupError(f"{reason_of(output)}\nEverything it said is in {log}")


def translate(python: Path, root: Path) -> None:
    """Compile the translations that have changed. Where that fails, Compere does it at its first start."""
    folder = root / "ui" / "i18n"
    for source in folder.glob("*.ts"):
        made = source.with_suffix(".qm")
        if not made.exists() or made.stat().st_mtime < source.stat().st_mtime:
            subprocess.run([str(python), "-m", "ui.i18n.build"], cwd=root, capture_output=True)
            return


def make(venv: Path, clear: bool) -> None:
    """Make the environment `venv`; `clear` empties a broken one first. Raises SetupError."""
    command = [sys.executable, "-m", "venv", *(["--clear"] if clear else []), str(venv)]
    made = subprocess.run(command, capture_output=True, text=True)
    if made.returncode != 0:
        last = (made.stderr or made.stdout).strip().splitlines()[-1:] or ["no reason given"]
        raise SetupError(f"The virtual environment {venv} could not be made: {last[0]}")


def works(python: Path) -> bool:
    """Whether `python` is there, starts, is new enough, and has pip."""
    question = "import pip, sys; sys.exit(sys.version_info < (3, 11))"
    try:
        asked = subprocess.run([str(python), "-c", question], capture_output=True, timeout=60)
    except (OSError, subprocess.TimeoutExpired):
        return False
    return asked.returncode == 0


def ready(root: Path, extras: Iterable[str], say: Callable[[str], None]) -> Path:
    """The Python of an environment that has the checkout at `root` with `extras` installed; made if need be.

    Raises SetupError.
    """
    venv = root / ".venv"
    python = python_in(venv)
    stamp_file = venv / "compere-setup.json"
    log = venv / "compere-setup.log"
    wanted = wanted_stamp(root, extras)
    have = read_stamp(stamp_file)
    if have is not None and have.serves(wanted) and python.exists():
        return python

    keep = have is None or (have.root, have.python) == (wanted.root, wanted.python)
    if have is not None and keep:
        wanted = wanted_stamp(root, {*wanted.extras, *have.extras})
    say("Setting up Compere in .venv: once, a few minutes on a slow line.")
    if not (keep and works(python)):
        make(venv, clear=venv.exists())
    stamp_file.unlink(missing_ok=True)
    install(python, root, wanted.extras, log, say)
    stamp_file.write_text(json.dumps(asdict(wanted), indent=1), encoding="utf-8")
    return python
