"""What holds for every test: no real screen, nothing of the user's touched, and nothing left behind.

A test that leaves a thread, a `QThread`, a running `QTimer`, a child process, a top-level widget or a changed Qt
environment behind fails, and says which. (After napari's and qutebrowser's example.) Any Qt warning fails a test
too; that is `qt_log_level_fail` in pyproject.toml.
"""

from __future__ import annotations

import gc
import os
import shutil
import stat
import tempfile
import threading
import time
from collections.abc import Callable, Generator, Iterator
from pathlib import Path
from typing import Any
from weakref import WeakSet

import psutil
import pytest
import shiboken6
from hypothesis import HealthCheck, settings
from PySide6.QtCore import QCoreApplication, QEvent, QObject, QThread, QTimer
from PySide6.QtWidgets import QApplication, QWidget

settings.register_profile("compere", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("compere")
"""A busy machine may take its time: how fast something is, the bench says."""

HALL_TESTS = Path(__file__).parent / "hall"
"""Tests that start an X server and a sound server of their own."""

GRACE_S = 3.0
"""How long what a test has stopped may take to be gone. Waited for only when something is still there."""

LASTING_PROCESSES = ("multiprocessing.resource_tracker", "multiprocessing.forkserver")
"""Children that Python itself starts once and keeps until it ends."""

STAGE_MARK = "COMPERE_HALL_STAGE"
"""In the environment of what runs on a stage of tests/hall. A stage outlives a test, restarts what the test killed, and
ends all of it itself, which its own tests prove."""

CALL_FAILED = pytest.StashKey[bool]()

_started: dict[str, WeakSet[QObject]] = {"thread": WeakSet(), "timer": WeakSet()}


def _remember(kind: str, start: Callable[..., Any]) -> Callable[..., Any]:
    """`start` of QThread or QTimer, which also notes the object that was started: Qt keeps no list of them."""

    def remembered(self: QObject, *arguments: Any) -> Any:
        _started[kind].add(self)
        return start(self, *arguments)

    return remembered


def pytest_configure(config: pytest.Config) -> None:
    """Set before any application object is made: no test draws on a real screen.

    Arithmetic has one thread, as in all processes of the show: several that share cores with other tests wait for
    each other most of the time.
    """
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    for name in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS"):
        os.environ.setdefault(name, "1")
    QThread.start = _remember("thread", QThread.start)  # type: ignore[method-assign]
    QTimer.start = _remember("timer", QTimer.start)  # type: ignore[method-assign]


def pytest_collection_finish() -> None:
    """What the collector need not look at again: modules and tests stay until the end."""
    gc.collect()
    gc.freeze()


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(
    item: pytest.Item, call: pytest.CallInfo[None]
) -> Generator[None, pytest.TestReport, pytest.TestReport]:
    """Note whether the test itself failed: then its traceback keeps objects alive, and they are no leak."""
    report = yield
    if report.when == "call":
        item.stash[CALL_FAILED] = report.failed
    return report


def _threads() -> set[threading.Thread]:
    # Python makes a dummy for a foreign thread (PortAudio's, Qt's) that once ran Python code, and keeps it.
    return {thread for thread in threading.enumerate() if not isinstance(thread, threading._DummyThread)}


def _childless() -> bool:
    """Whether this process surely has no child. Linux tells at once; to go through all processes takes 5 ms."""
    try:
        lists = [part.read_bytes() for part in Path("/proc/self/task").glob("*/children")]
        return bool(lists) and not any(lists)
    except OSError:
        return False


def _children() -> set[psutil.Process]:
    found: set[psutil.Process] = set()
    for child in () if _childless() else psutil.Process().children(recursive=True):
        try:
            if child.status() == psutil.STATUS_ZOMBIE:
                continue
            command = " ".join(child.cmdline())
            staged = STAGE_MARK in child.environ()
        except psutil.Error:
            continue
        if not staged and not any(lasting in command for lasting in LASTING_PROCESSES):
            found.add(child)
    return found


def _widgets() -> dict[int, QWidget]:
    if not isinstance(QApplication.instance(), QApplication):
        return {}
    return {shiboken6.getCppPointer(widget)[0]: widget for widget in QApplication.topLevelWidgets()}


def _running_qthreads() -> list[QObject]:
    return [
        thread
        for thread in _started["thread"]
        if shiboken6.isValid(thread) and isinstance(thread, QThread) and thread.isRunning()
    ]


def _running_qtimers() -> list[QObject]:
    return [
        timer
        for timer in _started["timer"]
        if shiboken6.isValid(timer) and isinstance(timer, QTimer) and timer.isActive()
    ]


def _qt_environment() -> dict[str, str]:
    return {name: value for name, value in os.environ.items() if name.startswith("QT_")}


class Leaks:
    """What is here now that was not when this was made.

    Waits up to `GRACE_S` for what is on its way out, and lets Qt and the garbage collector finish first.
    """

    def __init__(self) -> None:
        self._threads = _threads()
        self._children = _children()
        self._widgets = set(_widgets())
        self._qthreads = {id(thread) for thread in _running_qthreads()}
        self._qtimers = {id(timer) for timer in _running_qtimers()}
        self._environment = _qt_environment()

    def _found(self) -> list[str]:
        left = [f"thread {thread.name!r}: stop it and join it" for thread in _threads() - self._threads]
        for child in _children() - self._children:
            with child.oneshot():
                try:
                    left.append(f"child process {child.pid} ({' '.join(child.cmdline())[:120]}): stop it and wait")
                except psutil.Error:
                    continue
        left += [
            f"running {type(thread).__name__} (QThread): quit() and wait()"
            for thread in _running_qthreads()
            if id(thread) not in self._qthreads
        ]
        left += [
            f"running {type(timer).__name__} (QTimer, every {timer.property('interval')} ms): stop it or delete "
            "its owner"
            for timer in _running_qtimers()
            if id(timer) not in self._qtimers
        ]
        left += [
            f"top-level widget {type(widget).__name__} {widget.objectName()!r}: give it to qtbot.addWidget, or close "
            "and delete it"
            for pointer, widget in _widgets().items()
            if pointer not in self._widgets
        ]
        now = _qt_environment()
        left += [
            f"{name} in the environment changed to {now.get(name)!r} (importing cv2 does that): restore it"
            for name in sorted(set(now) | set(self._environment))
            if now.get(name) != self._environment.get(name)
        ]
        return left

    def found(self) -> list[str]:
        """One sentence for each thing left behind."""
        left = self._found()
        if not left:
            return []
        left = self._found_after_events()  # mostly it waits to be deleted, and the collector has nothing to do
        if left:
            gc.collect()
        deadline = time.monotonic() + GRACE_S
        while left and time.monotonic() < deadline:
            left = self._found_after_events()
            if left:
                time.sleep(0.02)
        return left

    def _found_after_events(self) -> list[str]:
        if QCoreApplication.instance() is not None:
            QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
            QCoreApplication.processEvents()
        return self._found()

    def stop_children(self) -> None:
        """End the child processes that are new, so that they do not burden the tests that follow."""
        for child in _children() - self._children:
            try:
                child.kill()
            except psutil.Error:
                continue


@pytest.fixture(autouse=True)
def nothing_left_behind(request: pytest.FixtureRequest) -> Iterator[None]:
    """Fail a test that leaves something running. Fixtures of a wider scope are there before, and may stay."""
    leaks = Leaks()
    yield
    if request.node.stash.get(CALL_FAILED, True):
        leaks.stop_children()
        return
    left = leaks.found()
    if left:
        leaks.stop_children()
        pytest.fail("The test left behind:\n  " + "\n  ".join(left), pytrace=False)


class Homes:
    """Folders in place of the user's, one a test. One that a test has left empty is as good as new for the next."""

    FOLDERS = {
        "COMPERE_HOME": "home",
        "XDG_RUNTIME_DIR": "run",
        "XDG_CONFIG_HOME": "config",
        "XDG_CACHE_HOME": "cache",
        "XDG_DATA_HOME": "data",
        "XDG_STATE_HOME": "state",
    }

    def __init__(self) -> None:
        self._empty: Path | None = None

    def lend(self) -> Path:
        """An empty one. Its path is short: the address of a local socket may have about 100 characters."""
        folder, self._empty = self._empty, None
        if folder is None:
            folder = Path(tempfile.mkdtemp(prefix="compere-"))
            for name in self.FOLDERS.values():
                (folder / name).mkdir(mode=0o700)
        return folder

    def take_back(self, folder: Path) -> None:
        """What a test has written goes with its folder."""
        if self._empty is None and self._is_as_it_was(folder):
            self._empty = folder
        else:
            shutil.rmtree(folder, ignore_errors=True)

    def _is_as_it_was(self, folder: Path) -> bool:
        try:
            names = {each.name for each in folder.iterdir()}
            return names == set(self.FOLDERS.values()) and all(
                (folder / name).lstat().st_mode == stat.S_IFDIR | 0o700 and not any((folder / name).iterdir())
                for name in names
            )
        except OSError:
            return False

    def close(self) -> None:
        if self._empty is not None:
            shutil.rmtree(self._empty, ignore_errors=True)


@pytest.fixture(scope="session")
def homes() -> Iterator[Homes]:
    made = Homes()
    yield made
    made.close()


@pytest.fixture(autouse=True)
def home(
    homes: Homes, nothing_left_behind: None, monkeypatch: pytest.MonkeyPatch, request: pytest.FixtureRequest
) -> Iterator[Path]:
    """A folder of the test's own in place of the user's settings, caches and sockets."""
    folder = homes.lend()
    for variable, name in Homes.FOLDERS.items():
        monkeypatch.setenv(variable, str(folder / name))
    if HALL_TESTS in request.path.parents:
        monkeypatch.delenv("QT_QPA_PLATFORM", raising=False)  # the processes they start use a real X server
    yield folder / "home"
    homes.take_back(folder)
