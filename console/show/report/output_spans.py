"""When each stream and the recording was on air in a show, how each time ended, and how it went. Pure logic."""

from __future__ import annotations

import statistics
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from console.show.report.log_row import Row, Span
from engine.text import Text, as_text

RECORDING = "recording"

_ON_AIR = "on air"


@dataclass
class _Open:
    """One that is on air.

    Attributes:
        begun: seconds since the epoch.
        place: of a stream, without its key; of a recording, its file; "" where the log does not say.
        kbps: as it was measured now and then, in thousands of bits a second.
        dropped: pictures that server or disk did not take, since its process was started; `before`: of these, what was
            lost before this time on air.
    """

    begun: float
    place: str = ""
    kbps: list[float] = field(default_factory=list)
    dropped: int = 0
    before: int = 0


class OutputSpans:
    """Walks the lines of a show's log.

    Attributes:
        spans: each time on air, in the order of their ends.
        losses: each time that a stream was lost, until it was on air again; None where that did not happen.
    """

    def __init__(self) -> None:
        self.spans: list[Span] = []
        self.losses: list[Span] = []
        self._lost: dict[str, tuple[float, Text]] = {}
        self._open: dict[str, _Open] = {}
        self._dropped: dict[str, int] = {}

    def read(self, row: Row) -> None:
        """One line; what is about no output counts for nothing."""
        if row.event == "stream":
            self._changed(f"stream-{row.word('number')}", row, row.word("place"))
        elif row.event == RECORDING:
            self._changed(RECORDING, row, row.word("file"))
        elif row.event == "figures" and isinstance(outputs := row.fields.get("outputs"), Mapping):
            self._measured(row.at, outputs)

    def close(self, at: float) -> list[Span]:
        """All of them; what is on air still was so to the end of the show, `at` (seconds since the epoch)."""
        for name in sorted(self._open):
            self._end(name, at, "to the end of the show")
        for name in sorted(self._lost):
            self._found_again(name, None)
        return sorted(self.spans, key=lambda span: span.begun)

    def _changed(self, name: str, row: Row, place: str) -> None:
        state = row.word("state")
        if state == "off":
            self._found_again(name, row.at)  # given up
        if state == _ON_AIR:
            self._found_again(name, row.at)
            self._open.setdefault(name, _Open(row.at, before=self._dropped.get(name, 0))).place = place
        elif state and name in self._open:  # its process writes of new files too, without a state
            reason = row.word("reason")
            if reason and state != "off":  # what was stopped may still say what had been wrong
                words = Text("{output} was lost: {why}", output=_named(name, place), why=as_text(reason))
                self._lost[name] = row.at, words
            self._end(name, row.at, Text("lost: {why}", why=as_text(reason)) if reason else as_text("stopped"))

    def _found_again(self, name: str, at: float | None) -> None:
        if name in self._lost:
            begun, words = self._lost.pop(name)
            self.losses.append(Span(begun, None if at is None else max(0.0, at - begun), words))

    def _measured(self, at: float, outputs: Mapping[str, Any]) -> None:
        """What was on air at one time: a show that begins finds streams that were started before."""
        for name, measured in outputs.items():
            figures = Row(at, "output", measured if isinstance(measured, dict) else {})
            found = self._open.setdefault(name, _Open(at, before=self._dropped.get(name, 0)))
            found.place = found.place or figures.word("place")
            if kbps := figures.number("kbps"):
                found.kbps.append(kbps)
            dropped = round(figures.number("dropped") or 0.0)
            if dropped < found.before:  # its process was started again, and counts from nothing
                found.before = 0
            found.dropped = self._dropped[name] = dropped
        for name in set(self._open) - set(outputs):
            self._end(name, at, "stopped")

    def _end(self, name: str, at: float, how: str) -> None:
        was = self._open.pop(name)
        words = Text("{output}: {how}", output=_named(name, was.place), how=as_text(how))
        if was.kbps:
            mean = f"{statistics.mean(was.kbps):,.0f}"
            words = Text("{words}; {kbps} kb/s on average", words=words, kbps=mean)
        if (dropped := max(0, was.dropped - was.before)) > 0:
            words = Text("{words}; {n} pictures not taken", words=words, n=dropped)
        self.spans.append(Span(was.begun, max(0.0, at - was.begun), words))


def _named(name: str, place: str) -> Text:
    if name == RECORDING:
        return Text("recording {path}", path=place) if place else Text("recording")
    number = name.removeprefix("stream-")
    return Text("stream {number} to {place}", number=number, place=place) if place else Text("stream {n}", n=number)
