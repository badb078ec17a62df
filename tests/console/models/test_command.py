from __future__ import annotations

import io
import json
import subprocess
import sys
from pathlib import Path
from urllib.parse import urlsplit

import pytest

from console import cli, paths
from console.models.catalogue import PARTS, Part
from console.models.command import Progress
from console.settings.file import HOME_VARIABLE, settings_path
from tests.console.models.samples import contents, write_all
from tests.fakes.model_hub import ModelHub


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv(HOME_VARIABLE, str(tmp_path / "home"))
    monkeypatch.setattr("console.models.graphics.nvidia_tool", lambda: None)
    monkeypatch.setattr("sys.stdin", io.StringIO())
    return tmp_path


Shown = pytest.CaptureFixture[str]


def test_the_list_says_of_each_file_what_it_is_and_that_it_is_missing(capsys: Shown) -> None:
    assert cli.main(["models", "list"]) == 1
    shown = capsys.readouterr().out
    for part in PARTS:
        assert part.files[0].path in shown and part.purpose in shown and part.licence in shown and part.source in shown
    assert shown.count("ABSENT") == len(PARTS) and "3.40 GB" in shown
    assert "There is no NVIDIA graphics card" in shown


def test_the_list_is_there_for_programs_too(capsys: Shown) -> None:
    write_all(paths.models_folder())
    assert cli.main(["models", "list", "--json"]) == 0
    found = json.loads(capsys.readouterr().out)
    assert [each["state"] for each in found["files"]] == ["good"] * len(PARTS)
    assert found["neural"]["state"] == "no card"
    assert found["files"][0]["source"].startswith("https://huggingface.co/TMElyralab/MuseTalk/resolve/")


def test_an_import_names_each_bad_file_and_its_code_says_that_something_is_missing(home: Path, capsys: Shown) -> None:
    stick = write_all(home / "stick")
    (stick / "whisper/config.json").unlink()
    unet = stick / "musetalkV15/unet.pth"
    unet.write_bytes(unet.read_bytes()[:-50])
    (stick / "sd-vae/config.json").write_text('{"model_type": "whisper"}')
    assert cli.main(["models", "import", str(stick)]) == 1
    shown = capsys.readouterr().out
    assert "musetalkV15/unet.pth is truncated: its end is missing; copy it again." in shown
    assert "whisper/config.json is missing." in shown
    assert "sd-vae/config.json is foreign: it has no field _class_name." in shown
    assert "musetalkV15/musetalk.json was brought in." in shown
    write_all(stick)
    assert cli.main(["models", "import", str(stick)]) == 0


def test_an_import_without_the_optional_file_is_well(home: Path, capsys: Shown) -> None:
    stick = write_all(home / "stick")
    (stick / "face-parse-bisent/79999_iter.pth").unlink()
    assert cli.main(["models", "import", str(stick)]) == 0
    assert "face-parse-bisent/79999_iter.pth is missing. (not required)" in capsys.readouterr().out


def test_a_folder_that_is_not_there_is_one_sentence(home: Path, capsys: Shown) -> None:
    assert cli.main(["models", "import", str(home / "none")]) == 1
    assert capsys.readouterr().err.strip() == f"There is no folder {home / 'none'}."


def test_verify_finds_what_a_quick_look_does_not(capsys: Shown, published: object) -> None:
    folder = write_all(paths.models_folder())
    assert cli.main(["models", "verify"]) == 0
    path = folder / "whisper/model.safetensors"
    path.write_bytes(path.read_bytes()[:-1] + b"\x01")
    assert cli.main(["models", "list"]) == 0
    capsys.readouterr()
    assert cli.main(["models", "verify", "--json"]) == 1
    found = {each["path"]: each["state"] for each in json.loads(capsys.readouterr().out)["files"]}
    assert found["whisper/model.safetensors"] == "damaged" and list(found.values()).count("good") == len(PARTS) - 1


@pytest.fixture
def served(published: tuple[Part, ...]) -> dict[str, bytes]:
    found = contents()
    return {urlsplit(part.files[0].address("http://hub")).path: found[part.files[0].path] for part in published}


def test_nothing_is_fetched_without_a_yes(capsys: Shown, served: dict[str, bytes]) -> None:
    with ModelHub(served) as hub:
        assert cli.main(["models", "fetch", "--from", hub.address]) == 2
        assert hub.asked == []
    shown = capsys.readouterr()
    assert "nothing was fetched" in shown.err and hub.address in shown.out
    assert not paths.models_folder().exists()


def test_a_fetch_with_a_yes_brings_all_that_is_needed(capsys: Shown, served: dict[str, bytes]) -> None:
    with ModelHub(served) as hub:
        settings_path().parent.mkdir(parents=True)
        settings_path().write_text(f'models_source = "{hub.address}"\n')
        assert cli.main(["models", "fetch", "--yes"]) == 0
        assert "musetalkV15/unet.pth was fetched." in capsys.readouterr().out
        assert cli.main(["models", "fetch", "--yes"]) == 0
        assert "Nothing is missing" in capsys.readouterr().out
        hub.next("404")
        assert cli.main(["models", "fetch", "--yes", "--optional"]) == 1
        assert "(404)" in capsys.readouterr().out


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def test_progress_is_one_line_on_a_terminal_and_nothing_elsewhere() -> None:
    terminal, file, now = Terminal(), io.StringIO(), [0.0]
    for out in (terminal, file):
        progress = Progress(out, lambda: now[0])
        for done in range(0, 1001, 100):
            now[0] += 0.05
            progress.moved("unet.pth", done * 1_000_000, 1_000_000_000)
        progress.done()
    shown = terminal.getvalue()
    assert " 40 %  400 MB of 1.00 GB  unet.pth" in shown and "100 %" in shown
    assert "\n" not in shown and shown.count("%") < 8 and shown.endswith("\r")
    assert file.getvalue() == ""


def test_the_command_needs_neither_qt_nor_torch() -> None:
    program = "import sys, console.models.command, console.models.fetching; print(*sorted(sys.modules))"
    asked = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert not {"PySide6", "torch", "numpy", "httpx"} & set(asked.stdout.split())
