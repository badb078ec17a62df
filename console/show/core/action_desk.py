"""Performs actions: the one door between any hand and the show."""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from console.show.actions.action import GUARD_S, Action, ArgumentError, Source, between_ms
from console.show.actions.table import ACTIONS
from console.show.core.state import Answer, Show, ShowEvent, ShowState
from console.show.effects.show import Effect, LockConsole, PutNextOn, ShowChanged
from engine.text import Text

LOCKED = Text("The console is locked: hold {keys} for one second to unlock it.", keys="L")
_OWN_HANDS = (Source.KEY.value, Source.MOUSE.value)


@dataclass(frozen=True)
class ActionOutcome:
    """What became of one action.

    Attributes:
        action: the action's id, as it was asked.
        source: whose hand it was.
        accepted: False when it was refused; `effects` then holds at most a `ShowChanged` that time made.
        before, after: the show state when it came and when it was done.
        reason: one sentence for the operator when refused or when time changed the state, else "".
        effects: what the console is to carry out now, in this order.
        refused: the effect that cannot be carried out, where that is the reason.
    """

    action: str
    source: str
    accepted: bool
    before: ShowState
    after: ShowState
    reason: str = ""
    effects: tuple[Effect, ...] = ()
    refused: Effect | None = None

    @property
    def changed(self) -> bool:
        """True when the show is in another state now."""
        return self.before is not self.after


@dataclass(frozen=True)
class ActionRecord:
    """One line of the show's log: a transition, a choice or a refusal.

    Attributes:
        at: the desk's clock, in seconds.
        argument: the action's argument in words, at most 200 characters, "" when it had none.
        given: the argument itself.
        rehearsal: there was a rehearsal before or after it.
        The rest is as in `ActionOutcome`.
    """

    at: float
    action: str
    source: str
    argument: str
    accepted: bool
    before: ShowState
    after: ShowState
    reason: str
    given: object = None
    rehearsal: bool = False


def allow_all(effect: Effect) -> str:
    """The veto that refuses nothing."""
    return ""


class ActionDesk:
    """The one door to the show: every action from every hand is judged here, in the same way.

    Never raises: a fault in the show's logic is a refusal with a sentence, since an exception on the
    way from the PANIC key would be worse than any wrong answer.

    Attributes:
        show: the machine behind the door.
        locked: the console's own keys and mouse do nothing but rescue. Remote hands are elsewhere, and go on.
        pressed_ms: when the key or the button was pressed that acts now, on the system's own count of milliseconds;
            0 where it is not known. A busy console hears of a press late, and must not take a bounce for two.
    """

    def __init__(
        self,
        show: Show,
        *,
        clock: Callable[[], float],
        log: Callable[[ActionRecord], None],
        veto: Callable[[Effect], str] = allow_all,
    ) -> None:
        """Opens the desk.

        Args:
            show: the show machine, started on the same clock.
            clock: seconds that do not run backwards.
            log: takes each transition, choice and refusal.
            veto: says why an effect cannot be carried out (an avatar that is not there), or "".
                It judges only effects of choice, never a change of the show's state.
        """
        self.show = show
        self.locked = False
        self._clock = clock
        self._log = log
        self._veto = veto
        self.pressed_ms: Callable[[], int] = lambda: 0
        self._guarded: dict[str, tuple[float, int]] = {}  # when it acted, and when it was pressed

    def perform(self, action_id: str, source: Source | str, argument: object = None) -> ActionOutcome:
        """Judges one action and says what is to be done. Never raises, whatever it is given."""
        now = self._now()
        before, was = self.show.state, self.show.rehearsing
        try:
            outcome = self._judge(action_id, str(source), argument, now)
        except Exception as fault:
            after = self.show.state
            reason = Text(
                "The action failed inside Compere ({fault}): report it, and use another.", fault=type(fault).__name__
            )
            change = (ShowChanged(before, after, self.show.rehearsing),) if before is not after else ()
            outcome = ActionOutcome(_words(action_id), _words(source), False, before, after, reason, change)
        self._write(now, outcome, argument, was or self.show.rehearsing)
        return outcome

    def observe(self, event: ShowEvent) -> ActionOutcome:
        """Tells the show a fact (READY, NOT_READY, TICK). Only a change of state is logged."""
        now = self._now()
        answer = self.show.apply(event, now)
        outcome = _outcome(event.value, Source.CONSOLE.value, answer, ())
        if outcome.changed:
            self._write(now, outcome, None, answer.rehearsal)
        return outcome

    def _judge(self, action_id: str, source: str, argument: object, now: float) -> ActionOutcome:
        before = self.show.state
        action = ACTIONS.get(action_id)
        if action is None:
            return ActionOutcome(_words(action_id), source, False, before, before, _unknown(action_id))
        # Time first: an ARMED that ran out must not be LIVE's way in.
        tick = self.show.apply(ShowEvent.TICK, now)
        by_time: tuple[Effect, ...] = (ShowChanged(before, tick.after),) if tick.changed else ()
        reason = self._refusal(action, source, now)
        if reason:
            return ActionOutcome(action.id, source, False, before, tick.after, reason, by_time)
        try:
            wanted = action.effects(argument)
        except ArgumentError as fault:
            return ActionOutcome(action.id, source, False, before, tick.after, str(fault), by_time)
        for effect in wanted:
            if reason := self._veto(effect):
                return ActionOutcome(action.id, source, False, before, tick.after, reason, by_time, effect)
            if isinstance(effect, LockConsole):
                self.locked = effect.on
        if action.guard:
            self._guarded[action.guard] = (now, self._pressed(source))
        if action.event is None:
            return ActionOutcome(action.id, source, True, before, tick.after, tick.reason, by_time + wanted)
        answer = self.show.apply(action.event, now)
        return ActionOutcome(
            action.id,
            source,
            answer.accepted,
            before,
            answer.after,
            answer.reason or tick.reason,
            by_time + _effects(answer, wanted),
        )

    def _refusal(self, action: Action, source: str, now: float) -> str:
        if self.locked and source in _OWN_HANDS and not action.when_locked:
            return LOCKED
        if self.show.state not in action.allowed:
            return action.refusal
        last = self._guarded.get(action.guard) if action.guard else None
        if last is not None and _bounces(last, (now, self._pressed(source))):
            return "Pressed twice within 0.3 s: only the first press counts."
        return ""

    def _pressed(self, source: str) -> int:
        return self.pressed_ms() if source in _OWN_HANDS else 0

    def _now(self) -> float:
        try:
            return float(self._clock())
        except Exception:  # a broken clock must not stop a PANIC
            return float("nan")  # the show reads it as no time at all

    def _write(self, now: float, outcome: ActionOutcome, argument: object, rehearsal: bool) -> None:
        entry = ActionRecord(
            now,
            outcome.action,
            outcome.source,
            _words(argument) if argument is not None else "",
            outcome.accepted,
            outcome.before,
            outcome.after,
            outcome.reason,
            argument,
            rehearsal,
        )
        # A full disk must not stop a PANIC.
        with contextlib.suppress(Exception):
            self._log(entry)


def _bounces(last: tuple[float, int], this: tuple[float, int]) -> bool:
    """Whether two presses are one hand's bounce: by the times of two presses, else by when they were heard of."""
    passed = between_ms(last[1], this[1])
    return passed / 1e3 < GUARD_S if passed else 0 <= this[0] - last[0] < GUARD_S


def _outcome(action: str, source: str, answer: Answer, wanted: tuple[Effect, ...]) -> ActionOutcome:
    effects = _effects(answer, wanted)
    return ActionOutcome(action, source, answer.accepted, answer.before, answer.after, answer.reason, effects)


def _effects(answer: Answer, wanted: tuple[Effect, ...]) -> tuple[Effect, ...]:
    change = (ShowChanged(answer.before, answer.after, answer.rehearsal),) if answer.changed else ()
    if not answer.accepted:
        return change
    goes_on_air = answer.before in (ShowState.ARMED, ShowState.STANDBY) and answer.after is ShowState.LIVE
    first = tuple(effect for effect in wanted if isinstance(effect, PutNextOn) and goes_on_air)
    return first + change + tuple(effect for effect in wanted if not isinstance(effect, PutNextOn))


def _unknown(action_id: object) -> str:
    return Text("There is no action named {name}.", name=_words(action_id))


def _words(value: object) -> str:
    """Any value in at most 200 characters, whatever its own `str` does."""
    try:
        if isinstance(value, Mapping):
            return ", ".join(f"{name} {each}" for name, each in value.items())[:200]
        return str(value)[:200]
    except Exception:  # its own `str` may do anything
        return type(value).__name__
