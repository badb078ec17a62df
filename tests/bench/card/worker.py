"""Measures in a process of its own, and writes a line of JSON for each row, and at each beginning and end.

`python -m tests.bench.card.worker FOLDER MEASURE …`; started by `__main__.py`.
"""

from __future__ import annotations

import argparse
import dataclasses
import gc
import json
import sys
import traceback
from collections.abc import Callable, Iterator
from pathlib import Path

import torch

from . import measures, variants
from .bench import Bench
from .found import Found, not_measured

MEASURES: dict[str, Callable[[Bench], Iterator[Found]]] = {
    "machine": measures.machine,
    "loading": measures.loading,
    "equality": measures.equality,
    "batches": measures.batches,
    "stages": measures.stages,
    "live": measures.live,
    "film": measures.film,
    "kernels": measures.kernels,
    "ways": variants.ways,
    "fp8": variants.fp8,
    "compiled": variants.compiled,
    "tuned": variants.tuned,
}

CARD_BROKEN = 3
"""Exit code: the card does nothing more for this process, and a new one is wanted."""

_CARD_FAILED = ("CUDA", "cuDNN", "CUBLAS", "NVRTC")


def main() -> int:
    """Measure what was named."""
    parser = argparse.ArgumentParser()
    parser.add_argument("folder", type=Path)
    parser.add_argument("measures", nargs="+", choices=list(MEASURES))
    parser.add_argument("--card", default="auto")
    parser.add_argument("--size", choices=("small", "real"), default="real")
    parser.add_argument("--times", type=int, default=20)
    words = parser.parse_args()
    bench = Bench(words.card, words.size, words.folder, words.times)
    _say({"card": bench.machine.name, "on_card": bench.on_card})
    for name in words.measures:
        _say({"begin": name})
        try:
            for found in MEASURES[name](bench):
                _say({"row": dataclasses.asdict(found)})
        except Exception as error:  # the other measures are still wanted
            traceback.print_exc()
            first = (str(error).splitlines() or [""])[0][:160].replace("|", "/")
            _say({"row": dataclasses.asdict(not_measured(name, f"{type(error).__name__}: {first}"))})
            out_of_memory = isinstance(error, torch.OutOfMemoryError)
            if bench.on_card and not out_of_memory and any(word in str(error) for word in _CARD_FAILED):
                _say({"end": name})
                return CARD_BROKEN
        gc.collect()
        bench.machine.tidy()
        _say({"end": name})
    return 0


def _say(line: dict[str, object]) -> None:
    print(json.dumps(line), flush=True)


if __name__ == "__main__":
    sys.exit(main())
