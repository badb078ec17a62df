"""Chapters: in files that FFmpeg reads again, and in the text beside them."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import av
import pytest

from console.outputs.chapters import MOST, TITLE_BYTES, Chapters
from console.outputs.encoder import Encoder
from engine.ipc.messages.outputs import OutputState
from tests.console.outputs.program import MovingProgram
from tests.console.outputs.test_recording_sink import encoder, recorder

__all__ = ["encoder"]


def titles_in(file: Path) -> list[tuple[float, str]]:
    with av.open(str(file)) as container:
        return [
            (round(float(each["start"] * each["time_base"]), 1), each["metadata"]["title"])
            for each in container.chapters()
        ]


@pytest.fixture
def folder(tmp_path: Path) -> Iterator[Path]:
    yield tmp_path


def test_takes_and_questions_are_chapters_of_the_file(program: MovingProgram, encoder: Encoder, folder: Path) -> None:
    made = recorder(program, encoder, [folder])
    made.sink.mark("Welcome")
    made.pass_time(2.5)
    made.sink.mark("頒獎 · Awards")
    made.pass_time(2.0)
    beside = folder / "show.chapters.txt"
    assert beside.read_text(encoding="utf-8") == "0:00:00 Welcome\n0:00:02 頒獎 · Awards\n", "while it is written"
    made.close()
    assert titles_in(folder / "show.mp4") == [
        (0.0, "Welcome"),
        (pytest.approx(2.5, abs=0.15), "頒獎 · Awards"),
    ]


def test_a_new_file_begins_with_the_chapter_that_goes_on(
    program: MovingProgram, encoder: Encoder, folder: Path
) -> None:
    clock = [0.0]
    made = recorder(program, encoder, [folder], file_s=2.0, clock=clock)
    made.sink.mark("Welcome")
    for second in range(5):
        clock[0] = float(second)
        made.pass_time(1.0)
    made.close()
    files = sorted(folder.glob("*.mp4"))
    assert len(files) > 1
    assert [titles_in(file) for file in files] == [[(0.0, "Welcome")]] * len(files)


def test_a_recording_without_chapters_has_no_text_beside_it(
    program: MovingProgram, encoder: Encoder, folder: Path
) -> None:
    made = recorder(program, encoder, [folder])
    made.pass_time(1.0)
    made.close()
    assert [file.name for file in folder.iterdir()] == ["show.mp4"]


def test_what_was_on_for_less_than_a_second_is_no_chapter(folder: Path) -> None:
    chapters = Chapters(folder / "a.mp4")
    chapters.begin(0.0, "Welcome")
    chapters.begin(0.4, "Awards")
    chapters.begin(65.0, "A question\nof two  lines " + "x" * 500)
    first, second = (folder / "a.chapters.txt").read_text(encoding="utf-8").splitlines()
    assert first == "0:00:00 Awards"
    assert second.startswith("0:01:05 A question of two lines xx") and len(second) == len("0:01:05 ") + TITLE_BYTES


def test_a_text_that_cannot_be_written_costs_no_recording(
    program: MovingProgram, encoder: Encoder, folder: Path
) -> None:
    (folder / "show.chapters.txt").mkdir()
    made = recorder(program, encoder, [folder])
    made.sink.mark("Welcome")
    made.pass_time(2.0)
    assert (made.sink.status().state, made.sink.status().sentence) == (OutputState.ON_AIR, "")
    made.close()
    assert titles_in(folder / "show.mp4") == [(0.0, "Welcome")]


def test_a_title_is_cut_between_characters_and_more_chapters_than_mp4_counts_are_in_the_text(
    program: MovingProgram, encoder: Encoder, folder: Path
) -> None:
    made = recorder(program, encoder, [folder])
    made.pass_time(0.5)
    for number in range(MOST + 20):
        made.sink._chapters.begin(2.0 * number, f"{number} " + "頒獎" * 60)
    made.close()
    found = titles_in(folder / "show.mp4")
    assert len(found) == MOST
    assert all(len(title.encode()) <= TITLE_BYTES and "\ufffd" not in title for _, title in found)
    assert len((folder / "show.chapters.txt").read_text(encoding="utf-8").splitlines()) == MOST + 20
