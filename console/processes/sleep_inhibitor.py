"""Keeps the machine awake and its screens on while the hall window is open.

Each system has its own ways, and Linux several, of which any desktop has only some: all that apply are tried, and
what none of them reaches is said plainly, so that the operator can turn it off by hand. What is held goes by itself
when the console dies, except where noted.
"""

from __future__ import annotations

import contextlib
import ctypes
import os
import shutil
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator, Sequence
from contextlib import AbstractContextManager, ExitStack
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from engine.ipc.environment import child_environment
from engine.ipc.logger import Logger

WHO, WHY = "Compere", "A show is on the hall's screen."
_CALL_MS = 1000
_CHILD_STAYS_S = 0.4
"""A child that refuses ends at once; one that still runs after this holds."""

# Windows: SetThreadExecutionState, winbase.h.
_ES_CONTINUOUS, _ES_SYSTEM_REQUIRED, _ES_DISPLAY_REQUIRED = 0x80000000, 0x1, 0x2


class CannotHoldError(Exception):
    """This way is not there on this machine; the message says why, for the log."""


@dataclass(frozen=True)
class Way:
    """One way of holding something off.

    Attributes:
        covers: of `screen` (screen saver and blanking) and `sleep`.
        name: for the log and the strip.
        hold: entered, it holds; left, it lets go. Raises CannotHoldError when entered where it is not there.
        spare: needed only for what no way before it covers.
    """

    covers: frozenset[str]
    name: str
    hold: Callable[[], AbstractContextManager[None]]
    spare: bool = False


@dataclass(frozen=True)
class Inhibition:
    """What is held off now.

    Attributes:
        screen, sleep: the screen saver, and sleep.
        ways: names of the ways that hold.
        refused: names of those that could not, and why.
    """

    screen: bool
    sleep: bool
    ways: tuple[str, ...]
    refused: tuple[str, ...]


class SleepInhibitor:
    """Holds sleep and screen saver off between `hold` and `release`.

    The ways are entered and left in a thread of their own: some take a moment, and Windows counts the thread.

    Attributes:
        held: what is held, or None before it is known and after the release.
    """

    def __init__(self, ways: Sequence[Way] | None = None, *, log: Logger | None = None) -> None:
        """Args:
        ways: those of this system when None.
        log: where to write events, or None.
        """
        self._ways = ways
        self._log = log
        self._letting_go = threading.Event()
        self._thread: threading.Thread | None = None
        self.held: Inhibition | None = None

    def hold(self) -> None:
        """Begins to hold; does nothing while it holds already."""
        if self._thread is None:
            self._letting_go.clear()
            # By hand: the desktop's bus may hang.
            self._thread = threading.Thread(target=self._run, name="inhibitor", daemon=True)
            self._thread.start()

    def release(self) -> None:
        """Lets go; does nothing when nothing is held."""
        thread, self._thread = self._thread, None
        if thread is not None:
            self._letting_go.set()
            thread.join(timeout=3.0)
            self.held = None

    def _run(self) -> None:
        ways = ways_of_this_system() if self._ways is None else self._ways
        with ExitStack() as stack:
            covered: set[str] = set()
            holding, refused = [], []
            for way in ways:
                if way.spare and way.covers <= covered:
                    continue
                try:
                    stack.enter_context(way.hold())
                except Exception as fault:
                    refused.append(f"{way.name} ({fault})")
                else:
                    covered |= way.covers
                    holding.append(way.name)
            self.held = Inhibition("screen" in covered, "sleep" in covered, tuple(holding), tuple(refused))
            if self._log is not None:
                self._log.info("sleep held off", screen=self.held.screen, sleep=self.held.sleep, ways=holding)
            self._letting_go.wait()


def ways_of_this_system(system: str = sys.platform) -> tuple[Way, ...]:
    """The ways that this system may have, the best first."""
    screen, sleep = frozenset({"screen"}), frozenset({"sleep"})
    if system == "win32":
        return (Way(screen | sleep, "Windows", _by_windows),)
    if system == "darwin":
        return (Way(screen | sleep, "caffeinate", _by_caffeinate),)
    return (
        Way(screen, "desktop", _by_desktop),
        Way(screen, "X11", _by_x11_suspend),
        Way(screen, "X11 settings", _by_x11_settings, spare=True),
        Way(screen, "no screen", _no_screen, spare=True),
        Way(sleep, "systemd", _by_systemd),
        Way(sleep, "no sleep service", _no_sleep_service, spare=True),
    )


# -- Linux -------------------------------------------------------------------------------------------------------


@contextlib.contextmanager
def _by_desktop() -> Iterator[None]:
    """GNOME's, KDE's and others' screen saver service; it forgets a client that dies."""
    runtime = os.environ.get("XDG_RUNTIME_DIR", "")
    if "DBUS_SESSION_BUS_ADDRESS" not in os.environ and not (runtime and (Path(runtime) / "bus").exists()):
        raise CannotHoldError("no session bus")  # asking Qt for one would start one
    try:
        from PySide6.QtDBus import QDBus, QDBusConnection, QDBusMessage
    except ImportError as fault:
        raise CannotHoldError("Qt without D-Bus") from fault
    service = ("org.freedesktop.ScreenSaver", "/org/freedesktop/ScreenSaver", "org.freedesktop.ScreenSaver")
    bus = QDBusConnection.connectToBus(QDBusConnection.BusType.SessionBus, "compere-inhibitor")
    try:
        request = QDBusMessage.createMethodCall(*service, "Inhibit")
        request.setArguments([WHO, WHY])
        answer = bus.call(request, QDBus.CallMode.Block, _CALL_MS)
        if answer.type() != QDBusMessage.MessageType.ReplyMessage:
            raise CannotHoldError(answer.errorMessage().split("\n")[0] or "no answer")
        yield
    finally:
        QDBusConnection.disconnectFromBus("compere-inhibitor")  # which ends the inhibition as well


@contextlib.contextmanager
def _x11_display() -> Iterator[tuple[Any, Any]]:
    """libX11 and a connection of our own to the display."""
    if not os.environ.get("DISPLAY"):
        raise CannotHoldError("no X display")
    x11 = _library("libX11.so.6")
    x11.XOpenDisplay.restype = ctypes.c_void_p
    display = x11.XOpenDisplay(None)
    if not display:
        raise CannotHoldError("the X display does not answer")
    handle = ctypes.c_void_p(display)
    try:
        yield x11, handle
    finally:
        x11.XCloseDisplay(handle)


@contextlib.contextmanager
def _by_x11_suspend() -> Iterator[None]:
    """Screen saver and DPMS stand still as long as this connection lives (MIT-SCREEN-SAVER 1.1)."""
    with _x11_display() as (x11, display):
        saver = _library("libXss.so.1")
        number = ctypes.c_int()
        if not saver.XScreenSaverQueryExtension(display, ctypes.byref(number), ctypes.byref(number)):
            raise CannotHoldError("the X server has no MIT-SCREEN-SAVER")
        saver.XScreenSaverSuspend(display, 1)
        x11.XSync(display, 0)
        yield


@contextlib.contextmanager
def _by_x11_settings() -> Iterator[None]:
    """The X server's own time-outs, put back when let go. After a crash they stay off until the session ends."""
    with _x11_display() as (x11, display):
        old = [ctypes.c_int() for _ in range(4)]  # time-out, interval, prefer blanking, allow exposures
        x11.XGetScreenSaver(display, *map(ctypes.byref, old))
        x11.XSetScreenSaver(display, 0, *old[1:])
        x11.XSync(display, 0)
        try:
            yield
        finally:
            x11.XSetScreenSaver(display, *old)
            x11.XSync(display, 0)


@contextlib.contextmanager
def _no_screen() -> Iterator[None]:
    """Without a display there is nothing that could go dark."""
    if os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"):
        raise CannotHoldError("there is a display")
    yield


@contextlib.contextmanager
def _by_systemd() -> Iterator[None]:
    """logind's lock, held by a child that ends when its pipe does: with us, however we go."""
    command = shutil.which("systemd-inhibit")
    if command is None:
        raise CannotHoldError("no systemd-inhibit")
    lock = [command, "--what=sleep:idle", f"--who={WHO}", f"--why={WHY}", "--mode=block", "cat"]
    with _child(lock):
        yield


@contextlib.contextmanager
def _no_sleep_service() -> Iterator[None]:
    """Where systemd does not run, nothing sends the machine to sleep on its own."""
    if Path("/run/systemd/system").exists():
        raise CannotHoldError("systemd may send the machine to sleep")
    yield


# -- Windows and macOS -------------------------------------------------------------------------------------------


@contextlib.contextmanager
def _by_windows() -> Iterator[None]:
    kernel: Any = ctypes.windll.kernel32  # type: ignore[attr-defined,unused-ignore]
    if not kernel.SetThreadExecutionState(_ES_CONTINUOUS | _ES_SYSTEM_REQUIRED | _ES_DISPLAY_REQUIRED):
        raise CannotHoldError("Windows refused")
    try:
        yield
    finally:
        kernel.SetThreadExecutionState(_ES_CONTINUOUS)


@contextlib.contextmanager
def _by_caffeinate() -> Iterator[None]:
    with _child(["/usr/bin/caffeinate", "-d", "-i", "-w", str(os.getpid())]):
        yield


# -- both --------------------------------------------------------------------------------------------------------


@contextlib.contextmanager
def _child(command: Sequence[str]) -> Iterator[None]:
    """A child that holds as long as it lives."""
    try:
        child = subprocess.Popen(
            command,
            stdin=subprocess.PIPE,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            close_fds=True,
            env=child_environment(),
        )
    except OSError as fault:
        raise CannotHoldError(fault.strerror or type(fault).__name__) from fault
    assert child.stdin is not None
    try:
        with contextlib.suppress(subprocess.TimeoutExpired):
            code = child.wait(_CHILD_STAYS_S)
            raise CannotHoldError(f"it ended with {code}")
        yield
    finally:
        child.stdin.close()
        child.terminate()
        try:
            child.wait(1.0)
        except subprocess.TimeoutExpired:
            child.kill()
            child.wait(1.0)


def _library(name: str) -> Any:
    try:
        return ctypes.CDLL(name)
    except OSError as fault:
        raise CannotHoldError(f"no {name}") from fault
