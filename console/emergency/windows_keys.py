"""The keys of a Windows desktop, by a low-level keyboard hook in a thread with a message loop of its own.

Written after Microsoft's documents (SetWindowsHookExW, WH_KEYBOARD_LL, KBDLLHOOKSTRUCT); it has not run yet.
"""

from __future__ import annotations

import contextlib
import ctypes
import socket
import threading
import time
from collections import deque
from typing import Any

from console.emergency.key_names import BY_PLACE, combination
from console.emergency.key_source import NO_SYSTEM, KeyPress, NoKeySourceError

_WH_KEYBOARD_LL = 13
_WM_KEYDOWN, _WM_SYSKEYDOWN, _WM_QUIT = 0x0100, 0x0104, 0x0012
_EXTENDED = 0x01
_VK_SHIFT, _VK_CONTROL, _VK_MENU, _VK_LWIN, _VK_RWIN = 0x10, 0x11, 0x12, 0x5B, 0x5C

_EXTENDED_CODES = {
    0x1C: 96, 0x35: 53, 0x47: 102, 0x48: 103, 0x49: 104, 0x4B: 105, 0x4D: 106, 0x4F: 107, 0x50: 108, 0x51: 109,
    0x52: 110, 0x53: 111, 0x5D: 127,
}  # fmt: skip
"""Set 1 scan codes with the prefix E0, to Linux's numbers; without the prefix both count alike up to F12."""


def names_of(virtual_key: int, scan_code: int, flags: int, modifiers: int) -> tuple[str, ...]:
    """What a key of the hook may be called.

    Args:
        virtual_key: `vkCode`; letters and digits are their own ASCII codes in every layout.
        scan_code: `scanCode`, set 1.
        flags: bit 0 says that the scan code has the prefix E0.
        modifiers: 1 Ctrl, 2 Alt, 4 Shift, 8 Windows.
    """
    place = _EXTENDED_CODES.get(scan_code, 0) if flags & _EXTENDED else scan_code
    printed = chr(virtual_key) if 0x30 <= virtual_key <= 0x39 or 0x41 <= virtual_key <= 0x5A else ""
    keys = dict.fromkeys(filter(None, (BY_PLACE.get(place, ""), printed)))
    return tuple(
        combination(
            key,
            ctrl=bool(modifiers & 1),
            alt=bool(modifiers & 2),
            shift=bool(modifiers & 4),
            meta=bool(modifiers & 8),
        )
        for key in keys
    )


class _HookStruct(ctypes.Structure):
    _fields_ = [
        ("vkCode", ctypes.c_uint32),
        ("scanCode", ctypes.c_uint32),
        ("flags", ctypes.c_uint32),
        ("time", ctypes.c_uint32),
        ("dwExtraInfo", ctypes.c_void_p),
    ]


class WindowsKeys:
    """Key presses of a Windows desktop. Raises NoKeySourceError when the hook is refused."""

    def __init__(self) -> None:
        system: Any = getattr(ctypes, "windll", None)
        if system is None:
            raise NoKeySourceError(NO_SYSTEM)
        self._user, self._kernel = system.user32, system.kernel32
        self._presses: deque[KeyPress] = deque(maxlen=64)  # the oldest go first: nobody reads them any more
        self._down: set[int] = set()
        self._reading, self._ringing = socket.socketpair()
        self._reading.setblocking(False)
        self._ringing.setblocking(False)
        self._hooked = threading.Event()
        self._thread_id = 0
        self._hook: Any = None
        # By hand: the hook is called in the thread that waits for messages.
        self._thread = threading.Thread(target=self._loop, name="emergency keys", daemon=True)
        self._thread.start()
        self._hooked.wait(2.0)
        if not self._hook:
            raise NoKeySourceError("Windows lets no program see its keys: a hanging window then has no emergency keys.")

    def fileno(self) -> int:
        """A socket that rings for each press."""
        return self._reading.fileno()

    def read(self) -> list[KeyPress]:
        """The presses since the last call."""
        with contextlib.suppress(BlockingIOError):
            self._reading.recv(4096)
        found = []
        while self._presses:
            found.append(self._presses.popleft())
        return found

    def in_front(self, process: int) -> bool:
        """Whether the foreground window is of this process, or there is none."""
        window = self._user.GetForegroundWindow()
        if not window:
            return True
        owner = ctypes.c_uint32()
        self._user.GetWindowThreadProcessId(window, ctypes.byref(owner))
        return owner.value == process

    def close(self) -> None:
        """Take the hook away."""
        self._user.PostThreadMessageW(self._thread_id, _WM_QUIT, 0, 0)
        self._thread.join(1.0)
        self._reading.close()
        self._ringing.close()

    def _loop(self) -> None:
        callback: Any = vars(ctypes)["WINFUNCTYPE"]
        kind = callback(ctypes.c_ssize_t, ctypes.c_int, ctypes.c_size_t, ctypes.c_ssize_t)
        seen = kind(self._on_key)
        self._user.SetWindowsHookExW.restype = ctypes.c_void_p
        self._user.CallNextHookEx.argtypes = [ctypes.c_void_p, ctypes.c_int, ctypes.c_size_t, ctypes.c_ssize_t]
        self._thread_id = self._kernel.GetCurrentThreadId()
        self._hook = self._user.SetWindowsHookExW(_WH_KEYBOARD_LL, seen, None, 0)
        self._hooked.set()
        message = (ctypes.c_byte * 64)()
        while self._hook and self._user.GetMessageW(ctypes.byref(message), None, 0, 0) > 0:
            pass
        if self._hook:
            self._user.UnhookWindowsHookEx(ctypes.c_void_p(self._hook))

    def _on_key(self, code: int, message: int, pointer: int) -> int:
        if code == 0:
            event = ctypes.cast(pointer, ctypes.POINTER(_HookStruct)).contents
            if message not in (_WM_KEYDOWN, _WM_SYSKEYDOWN):
                self._down.discard(event.vkCode)
            elif event.vkCode not in self._down:
                self._down.add(event.vkCode)
                names = names_of(event.vkCode, event.scanCode, event.flags, self._modifiers())
                self._presses.append(KeyPress(names, time.monotonic_ns()))
                with contextlib.suppress(OSError):
                    self._ringing.send(b"k")
        return int(self._user.CallNextHookEx(None, code, message, pointer))

    def _modifiers(self) -> int:
        held = ((1, _VK_CONTROL), (2, _VK_MENU), (4, _VK_SHIFT), (8, _VK_LWIN), (8, _VK_RWIN))
        found = 0
        for bit, key in held:
            if self._user.GetAsyncKeyState(key) & 0x8000:
                found |= bit
        return found
