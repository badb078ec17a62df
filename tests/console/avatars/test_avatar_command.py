"""`compere avatar`: what the child says reaches the terminal, and each ending its exit code."""

from __future__ import annotations

import io
import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from console import cli
from console.avatars import avatar_command

REPORT = {"used": 40, "frames": 50, "order": "round", "face_px": 180, "mask": "drawn", "advice": ["Film closer."]}
DONE = {"event": "done", "folder": "here", "store": "there", "reused": False, "report": REPORT}


def ended(*events: object, code: int = 0) -> tuple[int, str]:
    """What is made of a child that says these lines."""
    lines = "".join(json.dumps(event) + "\n" for event in events)

    def start(words: list[str], **how: Any) -> subprocess.Popen[str]:
        script = f"import sys; sys.stdout.write({lines!r}); sys.exit({code})"
        return subprocess.Popen([sys.executable, "-c", script], **how)

    out = io.StringIO()
    return avatar_command.follow(["x"], out, start), out.getvalue()


def test_the_report_is_told_with_its_advice() -> None:
    code, words = ended({"event": "progress", "stage": "making", "frame": 1, "of": 2}, DONE)
    assert code == 0
    assert words == (
        "The avatar is in here.\n"
        "40 of 50 frames in the loop, round; the face is 180 pixels wide, mask drawn.\n"
        "Film closer.\n"
    )


@pytest.mark.parametrize(
    ("event", "code", "sentence"),
    [
        ({"event": "failed", "sentence": "There is no face."}, 1, "There is no face."),
        ({"event": "stopped"}, 130, "Stopped: what is done is kept, and the same command goes on from there."),
        ({"event": "progress", "stage": "making", "frame": 1, "of": 2}, 1, "The build ended without a word (code 7)"),
        (["no", "event"], 1, "The build ended without a word (code 7)"),
    ],
)
def test_each_other_ending_has_its_sentence(
    event: object, code: int, sentence: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert ended(event, code=7)[0] == code
    assert sentence in capsys.readouterr().err


def test_the_whole_command_names_what_is_wrong_with_a_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("COMPERE_HOME", str(tmp_path))
    clip = tmp_path / "clip.mp4"
    clip.touch()
    assert cli.main(["avatar", "build", str(clip), "--name", "Lin", "--licence", "CC0-1.0"]) == 1
    assert capsys.readouterr().err == "clip.mp4 is empty: copy it again.\n"
    assert not (tmp_path / "data").exists()


def test_a_licence_is_asked_for(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.StringIO())
    assert cli.main(["avatar", "build", "clip.mp4", "--name", "Lin"]) == 1
    assert "--licence" in capsys.readouterr().err


def test_an_avatar_that_is_not_there_is_not_rebuilt(capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["avatar", "rebuild", "nobody"]) == 1
    assert "There is no avatar nobody" in capsys.readouterr().err


def test_the_report_says_how_good_the_small_decoder_is_where_there_is_one() -> None:
    done = DONE | {"report": REPORT | {"small_db": 31.25}}
    _, words = ended(done)
    assert words.endswith("With the small decoder the mouth is approximate: 31.2 dB against the whole one.\n")


def test_old_stores_are_listed_and_deleted_only_when_it_is_said(
    home: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sys, "stdin", io.StringIO())
    assert cli.main(["avatar", "prune"]) == 0
    assert capsys.readouterr().out == "There is nothing old to clear away.\n"
    old = home / "cache" / "musetalk" / ("gone-" + "0" * 16)
    old.mkdir(parents=True)
    (old / "frames.jpegs").write_bytes(bytes(3000))
    assert cli.main(["avatar", "prune"]) == 1
    said = capsys.readouterr()
    assert said.out == f"{old.name}: 3 kB. Its avatar is there no more.\n"
    assert said.err == "Delete 3 kB? Say --yes to do it: nothing was deleted.\n"
    assert old.is_dir()
    assert cli.main(["avatar", "prune", "--yes"]) == 0
    assert capsys.readouterr().out.endswith("1 of 1 were deleted.\n")
    assert not old.exists()
