"""Lies on an engine's path on a stage, so that a test can spoil what it draws while it runs.

Python imports a module of this name before anything else. The application knows nothing of it. The file
`<COMPERE_HOME>/fault-<process number>` holds what is wrong with that process from then on: `throws`, `nan`, or `late`
and by how many seconds.
"""

from __future__ import annotations

import importlib.util
import os
import sys
import time
from importlib.abc import Loader, MetaPathFinder
from importlib.machinery import ModuleSpec
from pathlib import Path
from types import ModuleType
from typing import Any

_FILE = Path(os.environ.get("COMPERE_HOME", "/nowhere")) / f"fault-{os.getpid()}"


def spoil(module: ModuleType) -> None:
    """Have the pipeline ask before each batch what is wrong with it."""
    draw = module.Pipeline.draw

    def spoilt(self: Any, latents: Any, chunks: Any) -> Any:
        fault = _FILE.read_text() if _FILE.exists() else ""
        if fault == "throws":
            raise ValueError("the face network fell over")
        if fault.startswith("late"):
            time.sleep(float(fault.split()[1]))
        return draw(self, latents * float("nan") if fault == "nan" else latents, chunks)

    module.Pipeline.draw = spoilt


class _Spoiler(MetaPathFinder):
    """Finds the pipeline's module, and spoils it when it was run."""

    def find_spec(self, name: str, path: Any, target: Any = None) -> ModuleSpec | None:
        if name != "engine.musetalk.network.pipeline":
            return None
        sys.meta_path.remove(self)
        spec = importlib.util.find_spec(name)
        assert spec is not None and isinstance(spec.loader, Loader)
        run = spec.loader.exec_module

        def run_and_spoil(module: ModuleType) -> None:
            run(module)
            spoil(module)

        spec.loader.exec_module = run_and_spoil  # type: ignore[method-assign]
        return spec


if "engine.process" in sys.orig_argv:
    sys.meta_path.insert(0, _Spoiler())
