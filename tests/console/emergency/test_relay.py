"""Who has a pressed key: the console while it answers, playout when it does not."""

from __future__ import annotations

from unittest.mock import MagicMock

from console.emergency.key_source import KeyPress
from console.emergency.process import ANSWER_S, ASK_EVERY_S, HANGS_S, EmergencyRelay
from console.show.core.emergency import emergency_keys
from console.show.core.keymap import KeyMap
from engine.ipc.messages.base import Message
from engine.ipc.messages.core import Ping
from engine.ipc.messages.emergency import EmergencyCall, EmergencyKeys, KeyMeaning

CONSOLE = 4711
LATER_NS = round(ANSWER_S * 1e9)


class Desk:
    """A relay with a console and a playout that only listen."""

    def __init__(self, *, in_front: bool = True, playout_there: bool = True) -> None:
        self.to_console: list[Message] = []
        self.to_playout: list[Message] = []
        self.playout_there = playout_there
        self.relay = EmergencyRelay(
            self.to_console.append, self._take, lambda pid: in_front and pid == CONSOLE, MagicMock()
        )
        self.keys = [
            KeyMeaning(key.keys, key.verb, key.taps, sorted(map(str, key.states)))
            for key in emergency_keys(KeyMap(), locked=False)
        ]
        self.relay.use(EmergencyKeys(console=CONSOLE, state="LIVE", keys=self.keys))

    def _take(self, message: Message) -> bool:
        if self.playout_there:
            self.to_playout.append(message)
        return self.playout_there

    def press(self, key: str, at_ns: int = 0) -> None:
        self.relay.pressed(KeyPress((key,), at_ns))


def test_a_console_that_answers_keeps_the_key() -> None:
    desk = Desk()
    desk.press("F12")
    assert desk.to_console == [Ping(number=1)]
    desk.relay.answered(1)
    desk.relay.act(10 * LATER_NS)
    assert desk.to_playout == []
    assert desk.relay.wait_s(0) == ASK_EVERY_S, "it is asked again by and by"


def test_a_key_that_is_not_answered_for_in_time_goes_to_playout_once() -> None:
    desk = Desk()
    desk.press("F12", 5)
    desk.relay.act(LATER_NS)
    assert desk.to_playout == []
    desk.relay.act(LATER_NS + 5)
    desk.relay.act(2 * LATER_NS)
    assert desk.to_playout == [EmergencyCall(verb="panic", asked_ns=5)]


def test_a_console_that_owes_an_answer_since_before_the_key_costs_no_wait() -> None:
    desk = Desk()
    desk.relay.ping(0)
    assert desk.to_console == [Ping(number=1)]
    desk.relay.ping(3 * LATER_NS)
    assert desk.to_console == [Ping(number=1)], "one question is enough for who does not answer"
    hangs_ns = round(HANGS_S * 1e9)
    desk.press("Esc", hangs_ns - 1)
    desk.relay.act(hangs_ns + LATER_NS - 2)
    assert desk.to_playout == [], "it may only be busy, and has its full time"
    desk.relay.act(hangs_ns + LATER_NS - 1)
    desk.press("F12", hangs_ns + 9 * LATER_NS)
    desk.relay.act(hangs_ns + 9 * LATER_NS)
    assert [call.verb for call in desk.to_playout if isinstance(call, EmergencyCall)] == ["hold", "panic"]


def test_a_console_that_answers_is_asked_again_and_has_its_full_time_for_each_key() -> None:
    desk = Desk()
    again_ns = round(ASK_EVERY_S * 1e9)
    desk.relay.ping(0)
    desk.relay.answered(1)
    desk.relay.ping(again_ns - 1)
    assert desk.to_console == [Ping(number=1)]
    desk.relay.ping(again_ns)
    desk.relay.answered(2)
    desk.press("F12", again_ns + LATER_NS)
    desk.relay.act(again_ns + 2 * LATER_NS - 1)
    desk.relay.answered(3)
    desk.relay.act(10 * again_ns)
    assert desk.to_playout == []


def test_the_next_console_owes_nothing_for_the_last_one() -> None:
    desk = Desk()
    desk.relay.ping(0)
    desk.relay.lose_console()
    desk.relay.use(EmergencyKeys(console=CONSOLE, state="LIVE", keys=desk.keys))
    desk.press("F12", 9 * LATER_NS)
    desk.relay.act(9 * LATER_NS)
    assert desk.to_playout == []


def test_an_answer_to_an_older_key_does_not_answer_for_a_newer_one() -> None:
    desk = Desk()
    desk.press("Space")
    desk.press("Esc")
    desk.relay.answered(1)
    desk.relay.act(LATER_NS)
    assert [call.verb for call in desk.to_playout if isinstance(call, EmergencyCall)] == ["hold"]


def test_keys_in_somebody_elses_window_are_not_ours() -> None:
    desk = Desk(in_front=False)
    desk.press("F12")
    desk.relay.act(10 * LATER_NS)
    assert desk.to_console == desk.to_playout == []


def test_keys_of_no_meaning_are_not_even_asked_about() -> None:
    desk = Desk()
    desk.press("M")
    assert desk.to_console == []


def test_esc_twice_while_the_console_hangs_is_panic() -> None:
    desk = Desk()
    desk.press("Esc", 0)
    desk.relay.act(LATER_NS)
    desk.press("Esc", 4 * LATER_NS)
    desk.relay.act(5 * LATER_NS)
    assert [call.verb for call in desk.to_playout if isinstance(call, EmergencyCall)] == ["hold", "panic"]


def test_a_key_waits_for_a_playout_that_is_being_started_again_but_not_for_ever() -> None:
    desk = Desk(playout_there=False)
    desk.press("F12")
    desk.relay.act(LATER_NS)
    desk.playout_there = True
    desk.relay.act(3_000_000_000)
    assert [call.verb for call in desk.to_playout if isinstance(call, EmergencyCall)] == ["panic"]
    late = Desk(playout_there=False)
    late.press("Esc")
    late.relay.act(LATER_NS)
    late.playout_there = True
    late.relay.act(11_000_000_000)
    assert late.to_playout == []


def test_a_key_that_waits_for_playout_is_dropped_once_the_console_has_woken_up_and_taken_it_itself() -> None:
    desk = Desk(playout_there=False)
    desk.press("Esc")
    desk.relay.act(LATER_NS)
    desk.relay.answered(1)
    desk.playout_there = True
    desk.relay.act(3_000_000_000)
    assert desk.to_playout == []


def test_what_the_hall_did_not_follow_is_forgotten_when_the_console_answers_again() -> None:
    desk = Desk()
    desk.press("Esc")
    desk.relay.act(LATER_NS)  # HOLD, and playout may have had nothing to hold
    desk.press("Space", LATER_NS)
    assert desk.to_console[1:] == [], "INTERRUPT means nothing in HOLD"
    desk.press("F12", LATER_NS)
    desk.relay.answered(2)  # it is alive, and LIVE is what it told last
    desk.press("Space", 3 * LATER_NS)
    desk.relay.act(5 * LATER_NS)
    verbs = [call.verb for call in desk.to_playout if isinstance(call, EmergencyCall)]
    assert verbs == ["hold", "interrupt"]
