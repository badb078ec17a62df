"""The whole bench of a card, on the processor with the small networks, where nothing else is installed."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from importlib.metadata import packages_distributions
from pathlib import Path
from typing import Any

import pytest
from packaging.requirements import Requirement

from console.bench import main as bench_main
from tests.bench.card.__main__ import MEASURES, Run
from tests.bench.card.__main__ import main as card_main
from tests.bench.card.found import Found, put, section
from tests.bench.rows import figure
from tests.brought import brought, same

ROOT = Path(__file__).parents[3]

NEEDED = ("torch", "diffusers", "transformers", "numpy", "opencv-python-headless", "Pillow", "safetensors", "psutil")
"""All that a lent machine has, with what these bring."""

HOOK = """
import sys
from importlib.machinery import PathFinder

class Others(PathFinder):
    @classmethod
    def find_spec(cls, name, path=None, target=None):
        if path is None and name in BLOCKED:
            return None  # as if it was not there: libraries ask before they import
        return super().find_spec(name, path, target)

sys.meta_path[sys.meta_path.index(PathFinder)] = Others
"""


def blocked() -> set[str]:
    """Modules of every other package that is installed here."""
    there = brought(map(Requirement, NEEDED)) | {"compere"}
    return {name for name, owners in packages_distributions().items() if not there & set(map(same, owners))}


def environment(folder: Path) -> dict[str, str]:
    """Of a child to whom only `NEEDED` is there."""
    (folder / "sitecustomize.py").write_text(f"BLOCKED = {blocked()!r}\n{HOOK}")
    quiet = {"OMP_NUM_THREADS": "1", "MKL_NUM_THREADS": "1", "CUDA_VISIBLE_DEVICES": ""}
    return {**os.environ, **quiet, "PYTHONPATH": str(folder)}


def rows_of(found: list[dict[str, Any]], measure: str) -> list[str]:
    return [row["what"] for row in found if row["measure"] == measure]


@pytest.mark.bench  # two minutes of processor time: run by `compere bench slow`
@pytest.mark.timeout(540)
def test_every_row_is_there_where_nothing_else_is_installed(tmp_path: Path) -> None:
    out = tmp_path / "out"
    options = ["--size", "small", "--card", "cpu", "--times", "1", "--budget-s", "500", "--out", str(out)]
    command = [sys.executable, "-m", "tests.bench.card", *options]
    run = subprocess.run(command, cwd=ROOT, env=environment(tmp_path), capture_output=True, text=True, timeout=520)
    assert run.returncode == 0, (run.stdout + run.stderr)[-3000:]
    report = json.loads((out / "card.json").read_text())
    rows = report["rows"]
    assert [row["what"] + ": " + row["measured"] for row in rows if "not measured" in row["what"]] == []
    assert list(dict.fromkeys(row["measure"] for row in rows)) == list(MEASURES)
    assert {measure: len(rows_of(rows, measure)) for measure in MEASURES} == {
        "machine": 5, "loading": 5, "equality": 12, "batches": 12, "stages": 25, "live": 2, "film": 2, "kernels": 20,
        "ways": 9, "fp8": 1, "compiled": 2, "tuned": 2,
    }  # fmt: skip
    assert all(row["kept"] is not False for row in rows) and all(row["measured"] for row in rows)
    stages = ("features", "face network", "decoder", "small decoder", "blending at 1080p")
    wanted = [f"kernel by kernel, batch {batch}: {stage}" for batch in (1, 2, 4, 8, 16) for stage in stages]
    assert rows_of(rows, "stages") == wanted
    for row in rows:
        if row["measure"] in ("ways", "fp8"):
            assert {"off_mean", "off_p999", "off_most", "fps_2", "ready_s"} <= row["values"].keys(), row
        if row["measure"] == "live":
            assert row["values"].keys() == {"p50_ms", "p95_ms", "p99_ms", "spoilt"} and row["values"]["spoilt"] == 0
    written = (out / "card.md").read_text()
    assert all(row["what"] in written for row in rows) and report["card"] in written
    for row in rows:  # printed as it came, too
        assert f"{row['what']}: {row['measured']}" in run.stdout


def test_the_hook_blocks_what_is_not_named(tmp_path: Path) -> None:
    tried = (
        "import importlib\n"
        "for name in ('av', 'PySide6', 'msgspec', 'structlog', 'sounddevice', 'Xlib', 'pytest', 'qasync', 'soxr'):\n"
        "    try: importlib.import_module(name)\n"
        "    except ModuleNotFoundError: continue\n"
        "    raise SystemExit(name)\n"
        "import numpy\n"
    )
    run = subprocess.run([sys.executable, "-c", tried], env=environment(tmp_path), capture_output=True, text=True)
    assert run.returncode == 0, run.stderr


def test_when_the_time_is_up_the_last_rows_are_left_out_and_said(tmp_path: Path) -> None:
    assert card_main(["--budget-s", "0", "--out", str(tmp_path)]) == 0
    rows = json.loads((tmp_path / "card.json").read_text())["rows"]
    assert [row["measured"] for row in rows] == ["the time was up"] * len(MEASURES)


def test_a_worker_that_dies_costs_its_measure_alone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    script = tmp_path / "worker"
    script.write_text(
        f"#!{sys.executable}\n"
        "import json, os, sys\n"
        "def say(**line): print(json.dumps(line), flush=True)\n"
        "for name in [each for each in sys.argv if each in ('machine', 'loading', 'film')]:\n"
        "    say(begin=name)\n"
        "    print('a library says something')\n"
        "    say(row=dict(measure=name, what=name, measured='so'))\n"
        "    if name == 'loading': os.abort()\n"
        "    say(end=name)\n"
    )
    script.chmod(0o755)
    words = ["--only", "machine", "loading", "film", "--out", str(tmp_path)]
    monkeypatch.setattr(sys, "executable", str(script))
    assert card_main(words) == 0
    rows = json.loads((tmp_path / "card.json").read_text())["rows"]
    assert [row["what"] for row in rows] == ["machine", "loading", "the rest of loading: not measured", "film"]


def test_a_worker_that_takes_too_long_is_ended_and_its_rows_are_kept(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    script = tmp_path / "worker"
    script.write_text(
        f"#!{sys.executable}\n"
        "import json, signal\n"
        "print(json.dumps(dict(begin='machine')), flush=True)\n"
        "print(json.dumps(dict(row=dict(measure='machine', what='first', measured='so'))), flush=True)\n"
        "signal.pause()\n"
    )
    script.chmod(0o755)
    monkeypatch.setattr(sys, "executable", str(script))
    came = []
    monkeypatch.setattr(Run, "left_s", property(lambda run: 0.01 if run.rows else 30.0))
    monkeypatch.setattr(Run, "add", lambda run, found: (came.append(found.what), run.rows.append(found)))
    card_main(["--only", "machine", "film", "--out", str(tmp_path)])
    assert came[:2] == ["first", "the rest of machine: not measured"]


def test_its_section_takes_the_place_of_the_one_before() -> None:
    about = {"command": "c", "day": "d", "machine": "m", "card": "H200", "size": "real", "taken_s": 1.0}
    first = section(about, [Found("machine", "one", "1")])
    text = put("# Figures\n", first)
    again = put(text + "\nmore\n", section(about, [Found("machine", "two", "2")]))
    assert "| one |" in text and "| one |" not in again and "| two |" in again and again.endswith("more\n")
    assert "H200" in again and Found("m", "w", "1").row == figure("w", "1")


def test_the_command_line_starts_it_by_itself(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    import argparse

    started: list[list[str]] = []
    monkeypatch.setattr("console.bench.subprocess.call", lambda command, **_: started.append(command) or 0)
    assert bench_main(argparse.Namespace(what=["card"], seconds=60.0, write=True)) == 0
    assert started == [[sys.executable, "-m", "tests.bench.card", "--write"]]
    assert bench_main(argparse.Namespace(what=["card", "hall"], seconds=60.0, write=False)) == 2
    assert "by itself" in capsys.readouterr().err and len(started) == 1
