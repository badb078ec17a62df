"""Facts for `console.show.state.neural`: the card, its driver, PyTorch, the files. Imports no torch."""

from __future__ import annotations

import importlib.metadata
import importlib.util
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

from console.models.verify import Stock
from console.show.state.model_view import FileState
from console.show.state.neural import GraphicsCard, NeuralFacts
from engine.ipc.environment import child_environment
from engine.text import Text

ANSWER_S = 10.0
"""The driver's tool answers within a second; after a broken update it hangs."""

_CUDA = re.compile(r"^cuda\b[^=\n]*=\s*['\"]([\d.]+)['\"]", re.MULTILINE)


def nvidia_tool() -> str | None:
    """Where `nvidia-smi` is, or None. On Windows it need not be on the path."""
    found = shutil.which("nvidia-smi")
    if found is None and sys.platform == "win32":
        root = Path(os.environ.get("SYSTEMROOT", r"C:\Windows"))
        files = Path(os.environ.get("PROGRAMFILES", r"C:\Program Files"))
        places = (root / "System32/nvidia-smi.exe", files / "NVIDIA Corporation/NVSMI/nvidia-smi.exe")
        found = next((str(place) for place in places if place.is_file()), None)
    return found


def query_nvidia() -> str:
    """What the driver's tool says of each card, a line each: name, memory and free memory in MiB, driver.

    Empty where there is no such tool.

    Raises:
        OSError or subprocess.SubprocessError: it is there and does not answer.
    """
    tool = nvidia_tool()
    if tool is None:
        return ""
    query = [tool, "--query-gpu=name,memory.total,memory.free,driver_version", "--format=csv,noheader,nounits"]
    hidden = getattr(subprocess, "CREATE_NO_WINDOW", 0)
    done = subprocess.run(
        query,
        capture_output=True,
        text=True,
        check=True,
        timeout=ANSWER_S,
        creationflags=hidden,
        env=child_environment(),
    )
    return done.stdout


def cards_in(answer: str) -> tuple[GraphicsCard, ...]:
    """The cards in the tool's answer; lines that cannot be read are none."""
    rows = [[part.strip() for part in line.split(",")] for line in answer.splitlines()]
    return tuple(
        GraphicsCard(row[0], int(row[1]), int(row[2]), row[3])
        for row in rows
        if len(row) == 4 and row[1].isdigit() and row[2].isdigit()
    )


def installed_torch() -> tuple[str, str]:
    """Version of the PyTorch that is installed, and of its CUDA; "" for what is not there.

    PyTorch writes both into `torch/version.py`; it is read and not imported, which would take seconds.
    """
    try:
        version = importlib.metadata.version("torch")
        spec = importlib.util.find_spec("torch")
    except (importlib.metadata.PackageNotFoundError, ValueError):
        return "", ""
    if spec is None or not spec.submodule_search_locations:
        return "", ""
    try:
        text = (Path(spec.submodule_search_locations[0]) / "version.py").read_text(encoding="utf-8")
    except OSError:
        return version, ""
    found = _CUDA.search(text)
    return version, found[1] if found else ""


def gather(
    lying: Sequence[Stock],
    *,
    at_work: bool = False,
    engines: int = 1,
    asked: Callable[[], str] = query_nvidia,
    torch: Callable[[], tuple[str, str]] = installed_torch,
) -> NeuralFacts:
    """All facts; takes up to ten seconds where a driver hangs. Never raises.

    Args:
        lying: the parts as they lie in the folder of models.
        at_work: the neural driver is running. engines: how many of them the settings ask for.
        asked: the driver's answer.
        torch: version of PyTorch and of its CUDA.
    """
    fault = answer = ""
    try:
        answer = asked()
    except subprocess.CalledProcessError as error:
        fault = Text("it ended with code {code}", code=error.returncode)
    except subprocess.TimeoutExpired:
        fault = Text("no answer within {n} s", n=f"{ANSWER_S:.0f}")
    except (OSError, subprocess.SubprocessError) as error:
        fault = getattr(error, "strerror", None) or type(error).__name__
    version, cuda = torch()
    lacking = tuple(each.file.path for each in lying if each.part.required and each.verdict.state is not FileState.GOOD)
    return NeuralFacts(cards_in(answer), fault, version, cuda, lacking, at_work, engines)
