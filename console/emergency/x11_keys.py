"""The keys of an X11 desktop, read as raw events of XInput 2: they come whoever has the focus, and whoever hangs."""

from __future__ import annotations

import time
from typing import Any

from Xlib import XK, X, Xatom
from Xlib.display import Display
from Xlib.error import ConnectionClosedError, DisplayError, XError
from Xlib.ext import xinput
from Xlib.protocol import rq

from console.emergency.key_names import BY_PLACE, combination, name_of_keysym
from console.emergency.key_source import KeyPress, NoKeySourceError

_EVDEV_OFFSET = 8
"""X keycodes are Linux's plus this (xf86-input-evdev and libinput alike)."""

_CTRL, _SHIFT, _ALT, _META = X.ControlMask, X.ShiftMask, X.Mod1Mask, X.Mod4Mask

_RAW = rq.Struct(rq.Card16("deviceid"), rq.Card32("time"), rq.Card32("detail"))
"""The begin of an xXIRawEvent, behind its event type: all that is needed of it."""


class X11Keys:
    """Key presses of a whole X server.

    Args:
        display: such as ":0".

    Raises:
        NoKeySourceError: the server cannot be reached, or has no XInput 2.
    """

    def __init__(self, display: str) -> None:
        try:
            self._display = Display(display)
            if not self._display.has_extension("XInputExtension"):
                raise NoKeySourceError(
                    "This X server has no XInput 2: while the window hangs, no key reaches the hall."
                )
            self._display.xinput_query_version()
            extension = self._display.query_extension("XInputExtension")
            for kind in (xinput.RawKeyPress, xinput.RawKeyRelease):
                self._display.ge_add_event_data(extension.major_opcode, kind, _RAW)
            self._root = self._display.screen().root
            wanted = xinput.RawKeyPressMask | xinput.RawKeyReleaseMask
            self._root.xinput_select_events([(xinput.AllMasterDevices, wanted)])
            self._pid = self._display.intern_atom("_NET_WM_PID")
            self._check = self._display.intern_atom("_NET_SUPPORTING_WM_CHECK")
            self._display.flush()
        except (DisplayError, ConnectionClosedError, XError, OSError) as fault:
            raise NoKeySourceError(
                "The keys of X cannot be read: while the window hangs, no key reaches the hall."
            ) from fault
        self._down: set[int] = set()
        self._modifiers = {
            code: mask
            for mask, codes in zip(
                (_SHIFT, 0, _CTRL, _ALT, 0, 0, _META, 0), self._display.get_modifier_mapping(), strict=True
            )
            for code in codes
            if code and mask
        }

    def fileno(self) -> int:
        """The connection's socket."""
        return int(self._display.fileno())

    def read(self) -> list[KeyPress]:
        """The presses since the last call. Raises OSError when the server is gone."""
        presses: list[KeyPress] = []
        try:
            while self._display.pending_events():
                event = self._display.next_event()
                if event.type == X.MappingNotify:
                    self._display.refresh_keyboard_mapping(event)
                kind = getattr(event, "evtype", None)
                if kind == xinput.RawKeyRelease:
                    self._down.discard(event.data.detail)
                elif kind == xinput.RawKeyPress and event.data.detail not in self._down:
                    self._down.add(event.data.detail)
                    presses.append(KeyPress(self._names(event.data.detail), time.monotonic_ns()))
        except (ConnectionClosedError, XError) as fault:
            raise OSError(f"the X server is gone ({type(fault).__name__})") from fault
        return presses

    def in_front(self, process: int) -> bool:
        """Whether the focus is on a window of this process, on the window manager's own, or on nobody's.

        A window manager that finds the console hanging may put a question of its own in front: the keys stay ours.
        """
        try:
            focus = self._display.get_input_focus().focus
            if isinstance(focus, int):  # None, or the root for whatever the pointer is on
                return True
            owner = self._owner(focus)
            return owner in (None, process, self._manager())
        except (ConnectionClosedError, XError, OSError):
            return False

    def close(self) -> None:
        """See no more keys."""
        self._display.close()

    def _names(self, code: int) -> tuple[str, ...]:
        held = 0
        for each in self._down:
            held |= self._modifiers.get(each, 0)
        keysym = self._display.keycode_to_keysym(code, 0)
        printed = name_of_keysym(keysym, XK.keysym_to_string(keysym) or _name(keysym))
        keys = dict.fromkeys(filter(None, (BY_PLACE.get(code - _EVDEV_OFFSET, ""), printed)))
        return tuple(
            combination(
                key,
                ctrl=bool(held & _CTRL),
                alt=bool(held & _ALT),
                shift=bool(held & _SHIFT),
                meta=bool(held & _META),
            )
            for key in keys
        )

    def _owner(self, window: Any) -> int | None:
        """The process of a window, or of the nearest window around it that says so."""
        while window and not isinstance(window, int) and window.id != self._root.id:
            found = window.get_full_property(self._pid, Xatom.CARDINAL)
            if found is not None and len(found.value):
                return int(found.value[0])
            window = window.query_tree().parent
        return None

    def _manager(self) -> int | None:
        """The window manager's process, where it says so."""
        found = self._root.get_full_property(self._check, Xatom.WINDOW)
        if found is None or not len(found.value):
            return None
        return self._owner(self._display.create_resource_object("window", int(found.value[0])))


def _name(keysym: int) -> str | None:
    """X's name of a keysym that is no letter."""
    return next((name[3:] for name, value in vars(XK).items() if name.startswith("XK_") and value == keysym), None)
