"""The process of the emergency keys: when the console hangs or is gone, PANIC, HOLD and INTERRUPT still reach playout.

It sees the keys of the desktop by itself, and asks the console for a sign of life: at each press of one of the three in
the console's window, and every `ASK_EVERY_S`. A console that gives one within `ANSWER_S` does the work, as always. From
one that does not, the key goes to playout directly; at once, when it owed an answer for `HANGS_S` before the key.

When the console has crashed, no window of its own has the focus any more: then only the function keys among them act,
whatever has it, until a console is back. The process ends with its console, or with playout.
"""

from __future__ import annotations

import argparse
import os
import re
import select
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from console.emergency.key_source import NOT_READ, KeyPress, KeySource, NoKeySourceError, open_key_source
from console.show.core.emergency import EmergencyJudge, EmergencyKey
from console.show.core.state import ShowEvent, ShowState
from engine.ipc.logger import Logger
from engine.ipc.logging_setup import catch_crashes, open_log
from engine.ipc.messages.base import Message
from engine.ipc.messages.core import Fault, Ping, Pong, Stop
from engine.ipc.messages.emergency import EMERGENCY, EmergencyCall, EmergencyKeys
from engine.ipc.messages.kinds import EmergencyVerb, FaultKind
from engine.ipc.priority import come_first
from engine.ipc.transport import Link, LinkError, Listener, call
from engine.text import as_text

ANSWER_S = 0.030
"""A console that answers within this has the key itself. Its longest stretch of work in a running show is 20 ms."""

ASK_EVERY_S = 0.1
HANGS_S = 0.1
"""A console that owes an answer for so long costs the key no wait at all; one that is only busy has its full time."""

_FUNCTION_KEY = re.compile(r"F\d+")
"""What no other program takes for a letter."""

_CALL_EVERY_S = 0.1
_LONELY_S = 20.0
_OWED_S = 10.0
"""A key that was pressed while playout was being started again is handed over when it is back, within this time."""


@dataclass(frozen=True)
class _Asked:
    verb: ShowEvent
    number: int
    asked_ns: int
    until_ns: int


class EmergencyRelay:
    """Decides for each key whether the console has it, and hands to playout what it has not.

    Knows no sockets: it is given functions that send.

    Args:
        to_console, to_playout: send a message; the latter returns whether playout is there.
        in_front: whether the console's window (process number) has the keys now.
        log: where to write events.
    """

    def __init__(
        self,
        to_console: Callable[[Message], None],
        to_playout: Callable[[Message], bool],
        in_front: Callable[[int], bool],
        log: Logger,
    ) -> None:
        self._to_console, self._to_playout, self._in_front = to_console, to_playout, in_front
        self._log = log
        self._judge = EmergencyJudge()
        self._console, self._told = 0, ShowState.OFFLINE
        self._number = 0
        self._unanswered: dict[int, int] = {}
        self._ask_again_ns = 0
        self._asked: list[_Asked] = []
        self._owed: list[_Asked] = []
        self._alone = False

    def use(self, told: EmergencyKeys) -> None:
        """What the console's keys mean from now on."""
        self._alone = False
        if told.console != self._console:  # another console owes no answer to what the last one was asked
            self._unanswered.clear()
        self._console, self._told = told.console, ShowState(told.state)
        keys = [EmergencyKey(k.keys, ShowEvent(k.verb), k.taps, frozenset(map(ShowState, k.states))) for k in told.keys]
        self._judge.use(keys, self._told)
        self._log.info("keys", state=told.state, verbs=sorted({key.verb for key in keys}))

    def lose_console(self) -> None:
        """The console has crashed: nobody else sees the keys until one is back."""
        self._alone = True
        self._unanswered.clear()
        self._log.warning("console lost: function keys act wherever they are pressed", state=self._told.value)

    def pressed(self, press: KeyPress) -> None:
        """A key went down somewhere on the desktop."""
        if self._alone:
            names = [name for name in press.names if _FUNCTION_KEY.fullmatch(name)]
            if verb := self._judge.press(names, press.at_ns / 1e9):
                self._number += 1
                self._asked.append(_Asked(verb, self._number, press.at_ns, press.at_ns))
            return
        verb = self._judge.press(press.names, press.at_ns / 1e9)
        if not verb or not self._console or not self._in_front(self._console):
            return
        number = self._ping(press.at_ns)
        hangs = press.at_ns - min(self._unanswered.values()) >= round(HANGS_S * 1e9)
        self._asked.append(_Asked(verb, number, press.at_ns, press.at_ns + (0 if hangs else round(ANSWER_S * 1e9))))

    def ping(self, now_ns: int) -> None:
        """Ask the console for a sign of life, when it is time again and no answer is owed."""
        if self._console and not self._alone and not self._unanswered and now_ns >= self._ask_again_ns:
            self._ping(now_ns)

    def _ping(self, now_ns: int) -> int:
        self._number += 1
        self._unanswered[self._number] = now_ns
        self._ask_again_ns = now_ns + round(ASK_EVERY_S * 1e9)
        self._to_console(Ping(number=self._number))
        return self._number

    def answered(self, number: int) -> None:
        """The console is alive: this key and those before it are its own, also those that playout was not there for."""
        self._unanswered = {asked: at_ns for asked, at_ns in self._unanswered.items() if asked > number}
        self._asked = [asked for asked in self._asked if asked.number > number]
        self._owed = [owed for owed in self._owed if owed.number > number]
        self._judge.state = self._told  # what it did not follow did not happen; what it follows it will tell

    def wait_s(self, now_ns: int) -> float | None:
        """How long nothing is due, in seconds; None when nothing is waited for."""
        due = [asked.until_ns for asked in self._asked]
        if self._console and not self._alone and not self._unanswered:
            due.append(self._ask_again_ns)
        return max(0.0, (min(due) - now_ns) / 1e9) if due else None

    def act(self, now_ns: int) -> None:
        """Hand over what the console has not answered for, and what playout was not there for."""
        for asked in [asked for asked in self._asked if asked.until_ns <= now_ns]:
            self._asked.remove(asked)
            self._judge.took(asked.verb)
            self._log.warning("console hangs", verb=asked.verb, waited_ms=round((now_ns - asked.asked_ns) / 1e6, 1))
            self._owed.append(asked)
        young = [owed for owed in self._owed if now_ns - owed.asked_ns < _OWED_S * 1e9]
        self._owed = [owed for owed in young if not self._hand_over(owed)]

    def _hand_over(self, owed: _Asked) -> bool:
        return self._to_playout(EmergencyCall(verb=EmergencyVerb(owed.verb), asked_ns=owed.asked_ns))


class EmergencyProcess:
    """Waits for keys, for the console and for playout, in one `select`.

    Args:
        runtime: folder of the sockets.
        keys: the desktop's keys; None where they cannot be had.
        sentence: why they cannot, for the operator.
        log: where to write events.

    Raises:
        LinkError: the runtime folder cannot be used.
    """

    def __init__(self, runtime: Path, keys: KeySource | None, sentence: str, log: Logger) -> None:
        self._runtime, self._keys, self._sentence, self._log = runtime, keys, sentence, log
        self._listener = Listener(runtime, "emergency")
        self._callers: list[Link] = []
        self._console: Link | None = None
        self._playout: Link | None = None
        self._call_again_s = 0.0
        in_front = keys.in_front if keys is not None else lambda process: False
        self._relay = EmergencyRelay(self._send_to_console, self._send_to_playout, in_front, log)

    def run(self) -> None:
        """Until the console says stop, or it is gone and playout too."""
        alone_since = time.monotonic()
        while True:
            now = time.monotonic()
            self._reach_playout(now)
            self._relay.ping(time.monotonic_ns())
            self._relay.act(time.monotonic_ns())
            if self._console is not None and self._console.closed:
                self._console, alone_since = None, now
                self._relay.lose_console()
            if self._playout is not None and self._playout.closed:
                self._playout = None
            if self._console is None and self._playout is None and now - alone_since > _LONELY_S:
                return
            self._callers = [caller for caller in self._callers if not caller.closed]
            links = [link for link in (self._console, self._playout) if link is not None]
            sources: list[Any] = [
                self._listener,
                *links,
                *self._callers,
                *([self._keys] if self._keys is not None else []),
            ]
            waits = [1.0 if self._playout is not None else _CALL_EVERY_S]
            if (due := self._relay.wait_s(time.monotonic_ns())) is not None:
                waits.append(due)
            readable, _, _ = select.select(sources, [], [], min(waits))
            if self._keys in readable:
                self._read_keys()
            if self._listener in readable and (caller := self._listener.accept()) is not None:
                self._callers = [*self._callers[-7:], caller]  # strangers are few: the oldest goes
            for caller in [caller for caller in self._callers if caller in readable]:
                if not self._meet(caller):
                    return
            if self._playout in readable:
                self._read_playout()
            if self._console in readable and not self._read_console():
                return

    def close(self) -> None:
        """Hang up."""
        for link in (self._console, self._playout, *self._callers):
            if link is not None:
                link.close()
        self._listener.close()
        if self._keys is not None:
            self._keys.close()

    def _read_keys(self) -> None:
        assert self._keys is not None
        try:
            while (
                presses := self._keys.read()
            ):  # asking for the focus may bring more of them, and no word on the socket
                for press in presses:
                    self._relay.pressed(press)
        except OSError as fault:
            self._log.error("keys lost", reason=str(fault))
            self._keys.close()
            self._keys, self._sentence = None, NOT_READ  # a console that joins later hears of it too
            self._send_to_console(Fault(kind=FaultKind.EMERGENCY, sentence=as_text(NOT_READ)))

    def _meet(self, caller: Link) -> bool:
        """False when it is the console, and has said stop with its first words."""
        for message in caller.receive():
            if caller is self._console:
                if not self._obey(message):
                    return False
            elif self._listener.knows(message):
                if self._console is not None:
                    self._console.close()
                self._console = caller
                if self._sentence:
                    caller.send(Fault(kind=FaultKind.EMERGENCY, sentence=as_text(self._sentence)))
            else:
                caller.close()
                break
        if caller is self._console or caller.closed:
            self._callers.remove(caller)
        return True

    def _read_console(self) -> bool:
        """False when it has said stop."""
        console = self._console
        assert console is not None
        return all(self._obey(message) for message in console.receive())

    def _obey(self, message: Message) -> bool:
        match message:
            case EmergencyKeys():
                self._relay.use(message)
            case Ping(number=number):
                self._send_to_console(Pong(number=number))
            case Pong(number=number):
                self._relay.answered(number)
            case Stop():
                return False
            case _:
                pass
        return True

    def _read_playout(self) -> None:
        assert self._playout is not None
        self._playout.receive()
        if self._playout.closed:
            self._playout = None

    def _reach_playout(self, now: float) -> None:
        if self._playout is not None or now < self._call_again_s:
            return
        self._call_again_s = now + _CALL_EVERY_S
        try:
            self._playout = call(self._runtime, "playout", EMERGENCY)
        except LinkError:
            return

    def _send_to_console(self, message: Message) -> None:
        if self._console is not None:
            self._console.send(message)

    def _send_to_playout(self, message: Message) -> bool:
        if self._playout is None:
            return False
        self._playout.send(message)
        return not self._playout.closed


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the emergency keys until the console ends them."""
    parser = argparse.ArgumentParser(prog="python -m console.emergency.process")
    parser.add_argument("--runtime", type=Path, required=True)
    parser.add_argument("--log", type=Path, required=True)
    chosen = parser.parse_args(arguments)
    catch_crashes()
    priority = come_first()
    log = open_log(chosen.log, "emergency")
    keys: KeySource | None = None
    sentence = ""
    try:
        keys = open_key_source(os.environ)
    except NoKeySourceError as fault:
        sentence = str(fault)
        log.warning("no key source", reason=sentence)
    try:
        process = EmergencyProcess(chosen.runtime, keys, sentence, log)
    except LinkError as fault:
        log.error("cannot listen", reason=str(fault))
        return 1
    log.info("started", priority=priority)
    try:
        process.run()
    finally:
        process.close()
        log.info("ended")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
