"""`compere bench`: measures this machine. The benches live beside the tests, in a checkout."""

from __future__ import annotations

import argparse
import subprocess
import sys
from pathlib import Path

from console.command_line.language import say

CARD = "card"
"""The bench of a graphics card is a program of its own: it runs where little else of Compere is installed."""


def main(words: argparse.Namespace) -> int:
    """Run the benches. Returns their exit code; 2 without a checkout, or for what is not measured together."""
    root = Path(__file__).resolve().parent.parent
    if not (root / "tests" / "bench").is_dir():
        print(say("The benches come with the source: run `compere bench` in a checkout of Compere."), file=sys.stderr)
        return 2
    if CARD in words.what and len(words.what) > 1:
        print(say("The card is measured by itself: run `compere bench card` alone."), file=sys.stderr)
        return 2
    if words.what == [CARD]:
        command = [sys.executable, "-m", "tests.bench.card"]
    else:
        command = [sys.executable, "-m", "tests.bench", *words.what, "--seconds", str(words.seconds)]
    return subprocess.call([*command, "--write"] if words.write else command, cwd=root)
