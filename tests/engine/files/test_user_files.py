"""Files of the user's: regular ones only, up to a size, within a time; everything else is one sentence."""

from __future__ import annotations

import os
import socket
import threading
from pathlib import Path

import pytest

from engine.files.user_files import MOST_STUCK, MissingFileError, UserFileError, in_time, read_bytes, read_text


def one_sentence(fault: UserFileError) -> bool:
    return str(fault).endswith(".") and "\n" not in str(fault) and bool(fault.why) and not fault.why.endswith(".")


def test_a_regular_file_is_read_and_a_link_to_one_too(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(b"\xef\xbb\xbfhello")
    (tmp_path / "b.txt").symlink_to("a.txt")
    assert read_text(tmp_path / "a.txt") == read_text(tmp_path / "b.txt") == "hello"
    assert read_bytes(tmp_path / "b.txt", within=tmp_path) == b"\xef\xbb\xbfhello"


def test_whatever_is_no_regular_file_is_refused_at_once(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    (tmp_path / "link").symlink_to("pipe")
    (tmp_path / "round").symlink_to("round")
    with socket.socket(socket.AF_UNIX) as listening:
        listening.bind(str(tmp_path / "socket"))
        for path in (*(tmp_path / each for each in ("pipe", "link", "round", "socket")), tmp_path, Path("/dev/zero")):
            with pytest.raises(UserFileError) as fault:
                read_bytes(path)
            assert one_sentence(fault.value) and not isinstance(fault.value, MissingFileError)


def test_a_link_that_leads_out_of_the_folder_is_refused(tmp_path: Path) -> None:
    (tmp_path / "key").write_text("secret")
    (tmp_path / "show").mkdir()
    (tmp_path / "show" / "facts.md").symlink_to("../key")
    with pytest.raises(UserFileError, match="outside show"):
        read_bytes(tmp_path / "show" / "facts.md", within=tmp_path / "show")
    with pytest.raises(UserFileError, match="outside show"):
        read_bytes(tmp_path / "show" / ".." / "key", within=tmp_path / "show")


@pytest.mark.parametrize("name", ["nothing", "a\0b", "x" * 5000])
def test_a_name_that_is_none_is_told(tmp_path: Path, name: str) -> None:
    with pytest.raises(UserFileError) as fault:
        read_bytes(tmp_path / name)
    assert one_sentence(fault.value)
    assert isinstance(fault.value, MissingFileError) == (name == "nothing")


def test_what_is_too_large_or_no_text_is_told(tmp_path: Path) -> None:
    (tmp_path / "a").write_bytes(b"\xff" * 2000)
    with pytest.raises(UserFileError, match="larger than 1 kB"):
        read_bytes(tmp_path / "a", 1000)
    with pytest.raises(UserFileError, match="not a text in UTF-8"):
        read_text(tmp_path / "a")


def test_a_disk_that_does_not_answer_is_given_up_and_never_piles_up_threads(tmp_path: Path) -> None:
    answers = threading.Event()
    begun: list[int] = []

    def job() -> None:
        begun.append(1)
        answers.wait()

    before = threading.active_count()
    try:
        for _ in range(MOST_STUCK + 5):
            with pytest.raises(UserFileError, match="does not answer"):
                in_time(tmp_path, job, 0.01)
        assert len(begun) == MOST_STUCK
    finally:
        answers.set()
    for thread in threading.enumerate():
        if thread.name == "user file":
            thread.join()
    assert threading.active_count() <= before
    assert in_time(tmp_path, lambda: 7) == 7
