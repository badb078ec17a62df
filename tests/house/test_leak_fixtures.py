"""The fixtures of tests/conftest.py themselves: a test that leaves something behind is caught."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

CONFTEST = Path(__file__).parent.parent / "conftest.py"

LEAKING = """
import os, subprocess, sys, threading
import pytest
from PySide6.QtCore import QThread, QTimer
from PySide6.QtWidgets import QApplication, QWidget

KEPT = []
STOP = threading.Event()

def keep(thing):
    KEPT.append(thing)
    return thing

@pytest.fixture(scope="module", autouse=True)
def tidy_up():
    yield
    STOP.set()
    for thing in KEPT:
        if isinstance(thing, QThread):
            thing.quit()
            thing.wait()
        elif isinstance(thing, (threading.Thread, subprocess.Popen)):
            thing.join() if isinstance(thing, threading.Thread) else thing.wait()
    KEPT.clear()

def test_thread():
    keep(threading.Thread(target=STOP.wait, name="forgotten")).start()

def test_qthread(qapp):
    keep(QThread()).start()

def test_qtimer(qapp):
    keep(QTimer()).start(60_000)

def test_child():
    keep(subprocess.Popen([sys.executable, "-c", "input()"], stdin=subprocess.PIPE))

def test_widget(qapp):
    keep(QWidget(objectName="stray")).show()

def test_cv2_like():
    os.environ["QT_QPA_FONTDIR"] = "/fonts"

def test_clean(qtbot):
    widget = QWidget()
    qtbot.addWidget(widget)
    timer = QTimer(widget)
    timer.start(60_000)
    widget.show()
    ended = threading.Thread(target=lambda: None)
    ended.start()
    subprocess.run([sys.executable, "-c", ""], check=True)

def test_already_failed():
    keep(QWidget())
    raise AssertionError("its own reason")
"""


def test_each_kind_of_leak_fails_its_test_and_is_named(pytester: pytest.Pytester) -> None:
    pytester.makeconftest(CONFTEST.read_text(encoding="utf-8").replace("GRACE_S = 3.0", "GRACE_S = 0.1"))
    pytester.makepyfile(LEAKING)
    result = pytester.runpytest_subprocess("-p", "no:cacheprovider", "-v")

    errors = {line.split("::")[1].split(" ")[0] for line in result.outlines if "::test_" in line and " ERROR" in line}
    assert errors == {"test_thread", "test_qthread", "test_qtimer", "test_child", "test_widget", "test_cv2_like"}
    result.assert_outcomes(passed=7, errors=6, failed=1)
    result.stdout.fnmatch_lines_random(
        [
            "*thread 'forgotten': stop it and join it",
            "*running QThread (QThread): quit() and wait()",
            "*running QTimer (QTimer, every 60000 ms)*",
            "*child process * stop it and wait",
            "*top-level widget QWidget 'stray'*",
            "*QT_QPA_FONTDIR in the environment changed to '/fonts'*",
        ]
    )


def test_a_failed_test_is_not_blamed_twice(pytester: pytest.Pytester) -> None:
    pytester.makeconftest(CONFTEST.read_text(encoding="utf-8"))
    pytester.makepyfile(
        """
        from PySide6.QtWidgets import QWidget

        def test_fails(qapp):
            widget = QWidget()
            assert widget is None
        """
    )
    pytester.runpytest_subprocess("-p", "no:cacheprovider").assert_outcomes(failed=1)


def test_the_users_own_folders_are_out_of_reach(home: Path) -> None:
    for variable in ("COMPERE_HOME", "XDG_RUNTIME_DIR", "XDG_CONFIG_HOME", "XDG_CACHE_HOME"):
        assert home.parent in Path(os.environ[variable]).parents
    assert len(str(home)) < 50
