from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

from console.models import graphics
from console.models.graphics import cards_in, gather, installed_torch
from console.models.verify import stock
from console.show.state.neural import GraphicsCard
from tests.console.models.samples import write_all

ANSWER = "NVIDIA GeForce RTX 4070, 12282, 11020, 550.54.14\n[Unknown Error]\nNVIDIA T400, 4096, [N/A], 550.54.14\n"


def test_cards_are_read_and_what_cannot_be_read_is_none() -> None:
    assert cards_in(ANSWER) == (GraphicsCard("NVIDIA GeForce RTX 4070", 12282, 11020, "550.54.14"),)
    assert cards_in("") == ()


@pytest.mark.parametrize(
    ("error", "fault"),
    [
        (subprocess.CalledProcessError(9, "nvidia-smi"), "it ended with code 9"),
        (subprocess.TimeoutExpired("nvidia-smi", 10), "no answer within 10 s"),
        (PermissionError(13, "Permission denied"), "Permission denied"),
    ],
)
def test_a_driver_that_does_not_answer_is_a_fact_and_no_traceback(tmp_path: Path, error: Exception, fault: str) -> None:
    def asked() -> str:
        raise error

    assert gather(stock(tmp_path), asked=asked, torch=lambda: ("", "")).fault == fault


def test_the_files_that_lack_are_named_and_the_optional_one_is_not(tmp_path: Path) -> None:
    write_all(tmp_path)
    (tmp_path / "whisper/config.json").unlink()
    (tmp_path / "face-parse-bisent/79999_iter.pth").unlink()
    facts = gather(stock(tmp_path), asked=lambda: ANSWER, torch=lambda: ("2.9.0", "12.8"))
    assert facts.lacking == ("whisper/config.json",)
    assert (facts.torch, facts.cuda, len(facts.cards)) == ("2.9.0", "12.8", 1)


@pytest.mark.parametrize(
    ("written", "cuda"),
    [
        (
            "__version__ = '2.9.0+cu128'\ncuda: Optional[str] = '12.8'\nhip: Optional[str] = None\n",
            "12.8",
        ),
        ("__version__ = '2.9.0+cpu'\ncuda: Optional[str] = None\ngit_version = '13'\n", ""),
        ("cuda = '13.0'\n", "13.0"),
        ("", ""),
    ],
)
def test_the_cuda_of_pytorch_is_read_without_importing_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, written: str, cuda: str
) -> None:
    package = tmp_path / "torch"
    package.mkdir()
    (package / "__init__.py").write_text("raise AssertionError('it was imported')")
    (package / "version.py").write_text(written)
    spec = type("Spec", (), {"submodule_search_locations": [str(package)]})
    monkeypatch.setattr(graphics.importlib.metadata, "version", lambda name: "2.9.0")
    monkeypatch.setattr(graphics.importlib.util, "find_spec", lambda name: spec)
    assert installed_torch() == ("2.9.0", cuda)
