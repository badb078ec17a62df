"""The hall's microphone as those read it who listen: bare, or with the hall's loudspeakers taken out of it."""

from __future__ import annotations

from collections.abc import Callable

from console.answer.stt.echo.cleaning import Cleaner
from console.answer.stt.protocol import EarSound
from engine.ipc.logger import Logger
from engine.ipc.messages import core as m
from engine.ipc.rings.shared_memory import RingError
from engine.ipc.rings.sound_ring import SoundRing


class Microphone:
    """One per console.

    Args:
        log: where to write events.
        clean: puts a canceller to work on the microphone's ring and the one beside it.

    Attributes:
        sound: what is to be listened to; None without a microphone.
        fault: why the loudspeakers are not taken out although they should be, in one sentence, or "".
    """

    def __init__(self, log: Logger, clean: Callable[[SoundRing, SoundRing, Logger], Cleaner] = Cleaner) -> None:
        self._log, self._clean = log, clean
        self._bare: SoundRing | None = None
        self._hall: SoundRing | None = None
        self._cleaner: Cleaner | None = None
        self._welcome: m.Welcome | None = None
        self._why = ""
        self.sound: EarSound | None = None
        self.fault = ""

    @property
    def trusted(self) -> bool:
        """It may stay open while the avatar speaks."""
        return self._cleaner is not None and not self._cleaner.resting and self._cleaner.trusted

    def use_playout(self, welcome: m.Welcome | None) -> None:
        """Another playout's microphone, or none any more. Whoever listens has let the one before go."""
        self._stop_cleaning()
        for ring in (self._bare, self._hall):
            if ring is not None:
                ring.close()
        self._welcome = welcome
        self._bare = self._attached(welcome.ear) if welcome is not None else None
        self._hall = self._attached(welcome.echo) if welcome is not None else None
        self.sound = self._bare

    def update(self, *, cancel: bool, asked: bool) -> None:
        """Now and then.

        Args:
            cancel: the hall's loudspeakers are to be taken out.
            asked: questions are listened to now; else the canceller rests, and the microphone is bare.
        """
        if self._bare is None and self._welcome is not None and self._welcome.ear:  # it could not be opened
            self.use_playout(self._welcome)
        if not cancel:
            self.fault = ""
        if self._cleaner is not None and (not cancel or self._cleaner.fault):
            self.fault = self._cleaner.fault if cancel else ""
            self._stop_cleaning()
        if cancel and asked and self._cleaner is None and not self.fault:
            if self._bare is None or self._hall is None:
                return
            self._cleaner = self._clean(self._bare, self._hall, self._log)
        if self._cleaner is not None:
            self._cleaner.resting = not asked
            self.sound = self._cleaner.sound if asked else self._bare

    def _stop_cleaning(self) -> None:
        if self._cleaner is not None:
            self._cleaner.close()
            self._cleaner = None
        self.sound = self._bare

    def _attached(self, name: str) -> SoundRing | None:
        try:
            return SoundRing.attach(name) if name else None
        except RingError as fault:
            if str(fault) != self._why:
                self._log.warning("no microphone for questions", why=str(fault))
            self._why = str(fault)
            return None
