"""`compere bench`: measures this machine. The benches live beside the tests, in a checkout."""

from __future__ import annotations

import argparse
import subprocess
import sys
from pathlib import Path


def main(words: argparse.Namespace) -> int:
    """Run the benches. Returns their exit code; 2 where there is no checkout."""
    root = Path(__file__).resolve().parent.parent
    if not (root / "tests" / "bench").is_dir():
        print("The benches come with the source: run `compere bench` in a checkout of Compere.", file=sys.stderr)
        return 2
    command = [sys.executable, "-m", "tests.bench", *words.what, "--seconds", str(words.seconds)]
    return subprocess.call([*command, "--write"] if words.write else command, cwd=root)
