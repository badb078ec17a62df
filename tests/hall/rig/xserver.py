"""One X server that shows two monitors: the operator's on the left, the hall's on the right."""

from __future__ import annotations

import math
import os
import re
import select
import subprocess
import threading
import time
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from Xlib import X
from Xlib.display import Display
from Xlib.protocol.event import ClientMessage

from tests.hall.rig.children import Child, HallError, Nursery, ask, wait_until

START_WITHIN_S = 15.0
ASK_FOCUS_EVERY_S = 1.0
SEEN_AFTER_S = 0.15
"""Real displays take longer to change; what goes and comes faster than a toolkit looks, it takes for unchanged."""

#: What shows where no window is. No avatar and no slate has this colour: the meter sees a bare desktop as foreign.
DESKTOP_COLOUR = (255, 0, 255)

# No key bindings: every key belongs to the application. A click raises and focuses, as on most desktops.
OPENBOX_CONFIG = """<?xml version="1.0" encoding="UTF-8"?>
<openbox_config xmlns="http://openbox.org/3.4/rc">
  <focus><focusNew>yes</focusNew><followMouse>no</followMouse></focus>
  <placement><policy>Smart</policy><primaryMonitor>1</primaryMonitor></placement>
  <desktops><number>1</number></desktops>
  <keyboard/>
  <mouse>
    <context name="Client">
      <mousebind button="Left" action="Press"><action name="Focus"/><action name="Raise"/></mousebind>
    </context>
    <context name="Titlebar">
      <mousebind button="Left" action="Press"><action name="Focus"/><action name="Raise"/></mousebind>
      <mousebind button="Left" action="Drag"><action name="Move"/></mousebind>
    </context>
    <context name="Close">
      <mousebind button="Left" action="Click"><action name="Close"/></mousebind>
    </context>
  </mouse>
</openbox_config>
"""


@dataclass(frozen=True)
class Monitor:
    """A rectangle of the X screen, in pixels."""

    name: str
    x: int
    y: int
    width: int
    height: int

    def xrandr_geometry(self) -> str:
        # The millimetres are those of a 23 inch monitor; Qt wants some.
        return f"{self.width}/509x{self.height}/286+{self.x}+{self.y}"


@dataclass(frozen=True)
class Layout:
    """How the two monitors lie on the X screen.

    Attributes:
        primary: which of them the desktop calls primary.
        wired: which of them has the server's one output. When that one goes, the server shows a monitor of its own, as
            large as the X screen: so it is the one that never goes.
    """

    operator: Monitor
    hall: Monitor
    primary: str = "OP"
    wired: str = "OP"


OPERATOR = Monitor("OP", 0, 0, 1920, 1080)
HALL = Monitor("HALL", 1920, 0, 1920, 1080)
MONITORS = {OPERATOR.name: OPERATOR, HALL.name: HALL}
USUAL = Layout(OPERATOR, HALL)


@dataclass(frozen=True)
class Window:
    """A top-level window as the X server lists it.

    Attributes:
        id: the id of the client's window (not of the window manager's frame).
        title, app_class: of the client; empty where it has none.
        x, y, width, height: on the X screen, of the outermost frame.
    """

    id: int
    title: str
    app_class: str
    x: int
    y: int
    width: int
    height: int

    def covers(self, x: int, y: int) -> bool:
        return self.x <= x < self.x + self.width and self.y <= y < self.y + self.height


_TREE_LINE = re.compile(
    r'^(?P<indent> +)(?P<id>0x[0-9a-f]+) (?P<title>"(?:.*)"|\(has no name\)): '
    r"\((?P<class>[^)]*)\) +(?P<w>\d+)x(?P<h>\d+)\+-?\d+\+-?\d+ +\+(?P<x>-?\d+)\+(?P<y>-?\d+)$"
)


class XServer:
    """Xvfb, two monitors, openbox, and a hand on the keyboard.

    Attributes:
        display: such as ":3".
        env: environment of whoever wants to draw here.
    """

    def __init__(self, nursery: Nursery, config: Path, env: Mapping[str, str], layout: Layout = USUAL) -> None:
        self._layout = layout
        self._arranged = False
        self._nursery = nursery
        self._config = config
        self.env = {key: value for key, value in env.items() if key != "XAUTHORITY"}
        self.display = ""
        self._server: Child | None = None
        self._hand: Child | None = None
        self._hand_lock = threading.Lock()

    def start(self) -> None:
        """Start server, monitors and window manager; return when all three answer.

        Raises:
            HallError: one of them did not come up; its log is in the message.
        """
        self._start_server()
        ask(["xsetroot", "-solid", "#{:02x}{:02x}{:02x}".format(*DESKTOP_COLOUR)], env=self.env)
        self.arrange(self._layout)
        self._start_window_manager()
        self._hand = self._nursery.start(
            "xdotool", ["xdotool", "-"], env=self.env, stdin=subprocess.PIPE, stdout=subprocess.PIPE
        )

    def _start_server(self) -> None:
        # The server itself finds a free display number and says it when it is ready: no race, no polling.
        reading, writing = os.pipe()
        try:
            # -noreset: without it the monitors vanish as soon as the last client leaves.
            command = (
                f"Xvfb -displayfd {writing} -screen 0 {self._size()}x24 +extension RANDR +extension GLX "
                "-nolisten tcp -noreset -dpi 96"
            )
            server = self._nursery.start("xvfb", command.split(), env=self.env, pass_fds=(writing,))
        except BaseException:
            os.close(reading)
            raise
        finally:
            os.close(writing)
        # Number and line end come in two writes: close after the first, and the second kills the server (SIGPIPE).
        said = b""
        with os.fdopen(reading, "rb", buffering=0) as pipe:
            while not said.endswith(b"\n") and select.select([pipe], [], [], START_WITHIN_S)[0]:
                if not (piece := pipe.read(16)):
                    break
                said += piece
        if not said.strip().isdigit():
            raise HallError(f"Xvfb did not start within {START_WITHIN_S:g} s\n{server.log_tail()}")
        self._server = server
        self.display = f":{said.decode().strip()}"
        self.env["DISPLAY"] = self.display

    def _size(self) -> str:
        monitors = (OPERATOR, HALL, self._layout.operator, self._layout.hall)
        return f"{max(m.x + m.width for m in monitors)}x{max(m.y + m.height for m in monitors)}"

    def _start_window_manager(self) -> None:
        config = self._config / "openbox.xml"
        config.write_text(OPENBOX_CONFIG)
        child = self._nursery.start("openbox", ["openbox", "--sm-disable", "--config-file", config], env=self.env)
        wait_until(
            lambda: "window id" in ask(["xprop", "-root", "_NET_SUPPORTING_WM_CHECK"], env=self.env),
            within_s=START_WITHIN_S,
            what="openbox to manage the screen",
            child=child,
        )

    # Monitors

    def monitors(self) -> list[str]:
        """Names of the monitors the server has now, primary first."""
        lines = ask(["xrandr", "--listmonitors"], env=self.env).splitlines()[1:]
        found = [line.split()[1].lstrip("+") for line in lines]
        return [name.lstrip("*") for name in sorted(found, key=lambda name: not name.startswith("*"))]

    def arrange(self, layout: Layout) -> None:
        """Lay the monitors out again, as a display setting does. Returns when the server has them."""
        self._layout = layout
        there = self.monitors() if self._arranged else []
        for monitor in (layout.hall, layout.operator):
            if monitor.name in there:
                self.remove_monitor(monitor.name)  # the server changes none in place
                time.sleep(SEEN_AFTER_S)
            output = "screen" if monitor.name == layout.wired else "none"
            self._set_monitor(monitor, output=output, primary=monitor.name == layout.primary)
        names = sorted((layout.operator.name, layout.hall.name), key=lambda name: name != layout.primary)
        self._arranged = True
        wait_until(lambda: self.monitors() == names, within_s=START_WITHIN_S, what="two monitors", child=self._server)

    def remove_monitor(self, name: str) -> float:
        """Pull a monitor's plug. Returns the wall-clock time (s) just before; what was drawn there stays visible."""
        at = time.time()
        ask(["xrandr", "--delmonitor", name], env=self.env)
        return at

    def _set_monitor(self, monitor: Monitor, *, output: str, primary: bool = False) -> None:
        name = f"*{monitor.name}" if primary else monitor.name
        ask(["xrandr", "--setmonitor", name, monitor.xrandr_geometry(), output], env=self.env)

    def remove_hall_monitor(self) -> float:
        """Pull the hall's plug. Returns the wall-clock time (s) just before; what was drawn there stays visible."""
        return self.remove_monitor(HALL.name)

    def return_hall_monitor(self) -> float:
        """Plug the hall's monitor in again. Returns the wall-clock time (s) just before."""
        at = time.time()
        self._set_monitor(self._layout.hall, output="none")
        return at

    def flap(self, times: int, *, every_s: float = 0.1) -> float:
        """A loose plug: the hall's monitor goes and returns `times` times, `every_s` apart. It ends plugged in.

        Returns the wall-clock time (s) of the last return.
        """
        at = time.time()
        for _ in range(times):
            self.remove_hall_monitor()
            time.sleep(every_s)
            at = self.return_hall_monitor()
            time.sleep(every_s)
        return at

    # Keyboard and mouse

    def _tell_hand(self, line: str) -> float:
        """Give xdotool one line and wait until it is done. Returns the wall-clock time (s) of the giving."""
        hand = self._hand
        if hand is None or hand.process.stdin is None or hand.process.stdout is None or not hand.alive:
            raise HallError("the keyboard of the hall is gone\n" + (hand.log_tail() if hand else ""))
        with self._hand_lock:
            at = time.time()
            try:
                hand.process.stdin.write(f"{line}\ngetmouselocation\n".encode())
                hand.process.stdin.flush()
            except OSError as error:
                raise HallError(f"the keyboard of the hall is gone\n{hand.log_tail()}") from error
            ready, _, _ = select.select([hand.process.stdout], [], [], 5.0)
            if not ready or not hand.process.stdout.readline():
                raise HallError(f"xdotool could not do: {line}\n{hand.log_tail()}")
        return at

    def key(self, name: str, window: int | None = None) -> float:
        """Press and release a key, to whatever has the focus, or after focusing `window`.

        Args:
            name: as xdotool calls it: "F5", "space", "ctrl+Return".
            window: client window id to activate first.

        Returns:
            Wall-clock time (s) of the press, within a millisecond.
        """
        if window is not None:
            self.focus(window)
        return self._tell_hand(f"key {name}")

    def keydown(self, name: str) -> float:
        """Press a key and hold it. Returns the wall-clock time (s)."""
        return self._tell_hand(f"keydown {name}")

    def keyup(self, name: str) -> float:
        """Release a key. Returns the wall-clock time (s)."""
        return self._tell_hand(f"keyup {name}")

    def click(self, x: int, y: int, button: int = 1) -> float:
        """Click at a place of the X screen (the hall begins at x = 1920). Returns the wall-clock time (s)."""
        self._tell_hand(f"mousemove {x} {y}")
        return self._tell_hand(f"click {button}")

    def focus(self, window: int) -> None:
        """Give a window the focus and wait until it has it; a window manager still placing it is asked again.

        Raises:
            HallError: it does not get the focus.
        """
        asked_s = -math.inf

        def has_it() -> bool:
            nonlocal asked_s
            if (now := time.monotonic()) - asked_s > ASK_FOCUS_EVERY_S:
                asked_s = now
                self._tell_hand(f"windowactivate {window}")
            return self.focused() == window

        wait_until(has_it, within_s=15.0, what=f"window {window:#x} to have the focus")

    def close_window(self, window: int) -> None:
        """Ask the window manager to close a window, as its X button does, and wait until it is gone."""
        display = Display(self.display)
        try:
            root = display.screen().root
            words = (32, [0, 2, 0, 0, 0])  # at any time; as a pager asks
            event = ClientMessage(
                window=display.create_resource_object("window", window),
                client_type=display.intern_atom("_NET_CLOSE_WINDOW"),
                data=words,
            )
            root.send_event(event, event_mask=X.SubstructureRedirectMask | X.SubstructureNotifyMask)
            display.sync()
        finally:
            display.close()
        wait_until(
            lambda: all(each.id != window for each in self.windows()),
            within_s=10.0,
            what=f"window {window:#x} to be closed",
        )

    def focused(self) -> int:
        """Id of the window that the window manager calls active, 0 when none."""
        said = ask(["xprop", "-root", "_NET_ACTIVE_WINDOW"], env=self.env)
        found = re.search(r"0x[0-9a-f]+", said)
        return int(found.group(), 16) if found else 0

    # Windows and pictures

    def windows(self) -> list[Window]:
        """Visible top-level windows, the topmost first, without those of 1x1 pixel that toolkits keep."""
        return [
            window
            for frame, window in self._top_levels()
            if min(window.width, window.height) > 1 and self._visible(frame)
        ]

    def top_window_at(self, x: int, y: int) -> Window | None:
        """The window one sees at a place of the X screen; None where the desktop shows."""
        for frame, window in self._top_levels():
            if window.covers(x, y) and self._visible(frame):
                return window
        return None

    def wait_for_window(self, title: str, *, within_s: float = 10.0) -> Window:
        """Wait for a visible window whose title contains `title`.

        Raises:
            HallError: none came in time; the windows there are in the message.
        """
        found: list[Window] = []

        def there() -> bool:
            found[:] = [window for window in self.windows() if title in window.title]
            return bool(found)

        try:
            wait_until(there, within_s=within_s, what=f"a window called {title!r}", every_s=0.05)
        except HallError as error:
            seen = ", ".join(repr(window.title) for window in self.windows()) or "none"
            raise HallError(f"{error}windows there: {seen}") from error
        return found[0]

    def _visible(self, frame: int) -> bool:
        try:
            return "Map State: IsViewable" in ask(["xwininfo", "-id", str(frame)], env=self.env)
        except HallError:
            return False  # it has just gone

    def _top_levels(self) -> list[tuple[int, Window]]:
        """(id of the outermost window, window with the client's own name) in stacking order, topmost first."""
        lines = [found for line in self._tree().splitlines() if (found := _TREE_LINE.match(line)) is not None]
        if not lines:
            return []
        outermost = min(len(line["indent"]) for line in lines)
        tops: list[tuple[int, Window]] = []
        for line in lines:
            named = not line["title"].startswith("(")
            title = line["title"][1:-1] if named else ""
            app_class = line["class"].split('"')[1] if '"' in line["class"] else ""
            if len(line["indent"]) == outermost:
                number = int(line["id"], 16)
                place = (int(line["x"]), int(line["y"]), int(line["w"]), int(line["h"]))
                tops.append((number, Window(number, title, app_class, *place)))
            elif named and not tops[-1][1].title:  # the client inside the window manager's frame
                frame, top = tops[-1]
                place = (top.x, top.y, top.width, top.height)
                tops[-1] = (frame, Window(int(line["id"], 16), title, app_class, *place))
        return tops

    def _tree(self) -> str:
        """The X server's tree of windows. A window that goes while it is walked makes xwininfo give up: walk again."""
        for _ in range(5):
            try:
                return ask(["xwininfo", "-root", "-tree"], env=self.env)
            except HallError as error:
                last = error
        raise last

    def screenshot(self, monitor: str = "HALL") -> NDArray[np.uint8]:
        """What a monitor shows now: (1080, 1920, 3) uint8, BGR."""
        at = MONITORS[monitor]
        command = (
            f"ffmpeg -v error -f x11grab -draw_mouse 0 -video_size {at.width}x{at.height} "
            f"-i {self.display}+{at.x},{at.y} -frames:v 1 -f rawvideo -pix_fmt bgr24 -"
        )
        try:
            raw = subprocess.run(
                command.split(), env=dict(self.env), capture_output=True, timeout=15, check=True
            ).stdout
        except subprocess.SubprocessError as error:
            raise HallError(f"could not take a picture of {monitor}") from error
        return np.frombuffer(raw, np.uint8).reshape(at.height, at.width, 3)
