"""Whether the hall hears the MC: the judgement behind MC NOT HEARD. Pure logic; the caller brings the clock.

A voice at the MC's microphone that the hall does not hear is the worst silence of a show: the MC speaks on, and
nobody in the room but the operator can know why.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from console.show.core.enums import Mode, Pa
from console.show.core.state import ShowState

if TYPE_CHECKING:
    from console.show.state.console_state import ConsoleState

VOICE_DBFS = -40.0
"""A peak at the microphone from which somebody may be speaking into it; a quiet stage stays below."""

LEAKS_DB = 12.0
"""What the hall's loudspeakers leave in the MC's microphone is at least this much softer than what they play."""

SPOKEN_S = 0.6
"""So much voice, pauses between words not counted, is somebody who speaks, and no knock."""

PAUSE_S = 1.5
"""A pause as long as this ends what was counted; one word more raises nothing."""

STAYS_S = 3.0
"""The warning stands this long after the last word, so that it can be read."""


@dataclass(frozen=True)
class NotHeard:
    """Why the hall does not hear the MC, and what mends it.

    Attributes:
        reason: in a few words.
        action, argument: what mends this; "" where no key does.
        then: why it would still not be heard after that.
    """

    reason: str
    action: str = ""
    argument: object = None
    then: tuple[NotHeard, ...] = ()


def why_not_heard(console_state: ConsoleState) -> NotHeard | None:
    """Why a voice at the MC's microphone would not be heard in the hall now; None when it would be, or shall not be.

    Off the air and in PANIC the hall hears nothing, and the whole window says so. With PA direct the hall's own mixer
    carries the MC. A question that is being asked is meant for the host's ear alone.
    """
    if console_state.state not in (ShowState.LIVE, ShowState.HOLD) or console_state.pa is Pa.DIRECT:
        return None
    if console_state.answers.ear in ("hearing", "reading"):
        return None
    found = [
        why
        for is_so, why in (
            (console_state.state is ShowState.HOLD, NotHeard("the show is in HOLD", "resume")),
            (console_state.mic_muted, NotHeard("the microphone is muted", "mute_mic", False)),
            (console_state.mode is Mode.SAY, NotHeard("the host is in SAY", "mode", Mode.MIRROR.value)),
            (console_state.mode is Mode.ANSWER, NotHeard("the host is in ANSWER", "mode", Mode.MIRROR.value)),
            (console_state.avatar_muted, NotHeard("the avatar's voice is muted", "mute_avatar", False)),
            (console_state.speaker.condition != "OK", NotHeard("the hall's loudspeaker is not there")),
        )
        if is_so
    ]
    return replace(found[0], then=tuple(found[1:])) if found else None


class McMonitor:
    """Hears a voice at the MC's microphone, and says whether the hall hears it too.

    Feed it at any rate: what counts is the time that passed.
    """

    def __init__(self, now: float) -> None:
        """Begins with nobody speaking, at `now` (seconds of the caller's clock)."""
        self._now = now
        self._spoken_s = 0.0
        self._voice_at = -1e9
        self._warns = False

    def update(self, console_state: ConsoleState, now: float, mic_dbfs: float, hall_dbfs: float) -> NotHeard | None:
        """What is to be said at `now`, or None. A clock that runs backwards is read as no time at all.

        Args:
            console_state: as it stands now.
            now: seconds of the caller's clock.
            mic_dbfs, hall_dbfs: peaks since the last call. The bars of the meters will not do: they fall too slowly
                to tell a knock from a word.
        """
        passed = min(max(0.0, now - self._now), 0.25)
        self._now = max(now, self._now)
        why = why_not_heard(console_state)
        if why is None:
            self._spoken_s, self._warns = 0.0, False
            return None
        if self._speaks(console_state, mic_dbfs, hall_dbfs):
            self._voice_at = self._now
            self._spoken_s = min(SPOKEN_S, self._spoken_s + passed)
            self._warns = self._warns or self._spoken_s >= SPOKEN_S
        silent_s = self._now - self._voice_at
        if silent_s >= PAUSE_S:
            self._spoken_s = 0.0
        if silent_s >= STAYS_S:
            self._warns = False
        return why if self._warns else None

    def _speaks(self, console_state: ConsoleState, mic_dbfs: float, hall_dbfs: float) -> bool:
        """Somebody speaks into the microphone: louder than the stage, and than what the hall's loudspeakers leave."""
        return console_state.microphone.condition == "OK" and mic_dbfs >= max(VOICE_DBFS, hall_dbfs - LEAKS_DB)
