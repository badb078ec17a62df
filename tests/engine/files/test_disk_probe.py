"""A disk that does not answer costs the one who asks a fifth of a second, once."""

from __future__ import annotations

import threading
from pathlib import Path

from engine.files.disk_probe import MOST, DiskProbe


class Drive:
    """A network drive that a test can take away."""

    def __init__(self) -> None:
        self.answers = threading.Event()
        self.answers.set()
        self.asked: list[str] = []

    def __call__(self, path: Path) -> bool:
        self.asked.append(path.name)
        assert self.answers.wait(20)
        return path.name.startswith("there")


def test_a_file_is_seen_come_and_go_at_once(tmp_path: Path) -> None:
    look, path = DiskProbe(), tmp_path / "a.wav"
    assert not look.is_file(path) and look.changed_at(path) == 0.0
    path.write_text("")
    assert look.is_file(path) and look.changed_at(path) == path.stat().st_mtime
    path.unlink()
    assert not look.is_file(path) and look.changed_at(path) == 0.0
    assert not look.is_file(Path("a\0b"))


def test_while_a_disk_hangs_what_was_known_last_is_taken_and_nothing_piles_up() -> None:
    look, drive = DiskProbe(wait_s=0.05), Drive()
    assert look.ask(Path("there"), drive, False)
    drive.answers.clear()
    for _ in range(5):
        assert look.ask(Path("there"), drive, False), "it was there when it was last known"
        assert not look.ask(Path("other"), drive, False)
    assert drive.asked == ["there", "there", "other"], "what hangs is not asked again"
    for number in range(MOST + 4):
        look.ask(Path(f"there {number}"), drive, False)
    assert len(drive.asked) == 1 + MOST
    before = threading.active_count()
    drive.answers.set()
    for _ in range(400):
        if look.ask(Path("there 99"), drive, False):
            break
        threading.Event().wait(0.01)
    assert look.ask(Path("there 99"), drive, False) and threading.active_count() <= before
