"""What became of a show, from the lines of its log: times, takes, holds, answers, faults, figures. Pure logic.

`console.show.report.report_page` makes a page of it.
"""

from __future__ import annotations

import math
import statistics
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from console.show.actions.table import ACTIONS
from console.show.report.log_row import Row, Span
from console.show.report.output_spans import OutputSpans
from engine.text import Text, as_text

_GAPS_S = 0.1
"""Shorter silence inside a turn is not told."""

_REHEARSAL = ("STANDBY", "LIVE")
_BEGINS = (("ARMED", "LIVE"), _REHEARSAL)
_ENDS = tuple((before, after) for before in ("LIVE", "HOLD") for after in ("STANDBY", "OFFLINE"))


@dataclass(frozen=True)
class Moment:
    """Something that happened once."""

    at: float
    words: str


@dataclass(frozen=True)
class Sample:
    """The figures at one time, in milliseconds; None where they were not known."""

    at: float
    p50_ms: float | None
    p95_ms: float | None
    skew_ms: float | None


@dataclass(frozen=True)
class Answered:
    """One answer.

    Attributes:
        at: when it was over, in seconds since the epoch.
        question: as it was asked; "" where the log does not say.
        heard: what the hall heard of it.
        whole: all that was let out was heard.
        stages: stage → milliseconds after the question's end, for those that were reached.
    """

    at: float
    question: str
    heard: str
    whole: bool
    stages: Mapping[str, float]

    @property
    def own_ms(self) -> float | None:
        """From the question's end to the hall, without the time until it was let out; None when nothing was heard."""
        if "shown" not in self.stages:
            return None
        drafted = self.stages.get("drafted", 0.0)
        return self.stages["shown"] - max(0.0, self.stages.get("approved", drafted) - drafted)


@dataclass(frozen=True)
class Latency:
    """How long answers took to a stage, in milliseconds after the question's end.

    Attributes:
        stage: its name in the log, as `shown`.
        count: answers that reached it.
        p50_ms, p95_ms: half of them, and 95 of 100, were there by then.
    """

    stage: str
    count: int
    p50_ms: float
    p95_ms: float


@dataclass
class ShowReport:
    """A show as it was.

    Attributes:
        name: of the show.
        begun, ended: GO LIVE and END, in seconds since the epoch.
        on_air_s: LIVE time, holds and panics not counted; none in a rehearsal.
        takes: presets that were taken, and avatars chosen by hand.
        holds: each HOLD and PANIC; `panics` of them were PANIC.
        turns: answers and lines that were heard; `interrupted` of them were cut short.
        answers: those of them that answered a question; `latencies` tells how long they took to each stage, and as
            `own` to the hall without the operator's time.
        fallbacks: a thinker or a voice that failed, and what was done.
        outputs: each time that a stream or the recording was on air.
        faults: each fault of devices and processes while the show ran.
        refused: actions that were refused, with the reason.
        waived: names of preflight items that were red and waived.
        late_frames, late_percent: frames without a picture of the right time, and of how many.
        samples: figures every few seconds.
        budget_ms: what the lip delay's p95 is judged against.
        rehearsed_s: the same of a rehearsal.
        rehearsal: it was a rehearsal.
    """

    name: str
    begun: float
    ended: float
    on_air_s: float = 0.0
    takes: list[Moment] = field(default_factory=list)
    holds: list[Span] = field(default_factory=list)
    turns: list[Span] = field(default_factory=list)
    interrupted: int = 0
    answers: list[Answered] = field(default_factory=list)
    latencies: list[Latency] = field(default_factory=list)
    fallbacks: list[Moment] = field(default_factory=list)
    outputs: list[Span] = field(default_factory=list)
    faults: list[Span] = field(default_factory=list)
    refused: list[Moment] = field(default_factory=list)
    waived: tuple[str, ...] = ()
    late_frames: int = 0
    late_percent: float | None = None
    samples: list[Sample] = field(default_factory=list)
    budget_ms: float = 120.0
    rehearsed_s: float = 0.0
    rehearsal: bool = False

    @property
    def panics(self) -> int:
        """How many of the holds were a PANIC."""
        return sum(hold.words == "PANIC" for hold in self.holds)

    @property
    def lip_median_ms(self) -> float | None:
        """The middle of the measured medians."""
        values = [sample.p50_ms for sample in self.samples if sample.p50_ms is not None]
        return statistics.median(values) if values else None

    @property
    def lip_worst_ms(self) -> float | None:
        """The highest p95 that was measured."""
        return max((sample.p95_ms for sample in self.samples if sample.p95_ms is not None), default=None)


def last_show(rows: Sequence[Row]) -> list[Row]:
    """The rows of the newest show: from its ARM to its END, or to the last row when it has not ended.

    A rehearsal is a show of its own, from its beginning on. Empty when there was neither.
    """
    live = next((n for n in range(len(rows) - 1, -1, -1) if _change(rows[n]) in _BEGINS), None)
    if live is None:
        return []
    ends = (n for n in range(live, len(rows)) if _change(rows[n]) in _ENDS)
    end = next(ends, len(rows) - 1)
    first = live
    for number in range(live - 1, -1, -1):
        if _change(rows[live]) == _REHEARSAL:
            break
        if _change(rows[number])[1]:  # the ARM; what preflight found was written just before or after it
            first = number
            break
    while first > 0 and rows[first - 1].event == "preflight":
        first -= 1
    return list(rows[first : end + 1])


def summarise(rows: Iterable[Row], *, name: str = "", rate: int = 30) -> ShowReport:
    """Reads the rows of one show, as `last_show` gives them.

    Args:
        name: of the show.
        rate: program frames a second, for the share of late ones.
    """
    reader = _Reader(name)
    for row in rows:
        reader.read(row)
    return reader.close(rate)


def _latencies(answers: Sequence[Answered]) -> list[Latency]:
    """Of each stage that any answer reached, in the order in which they were met first; `own` is the last."""
    found: dict[str, list[float]] = {}
    for answer in answers:
        for stage, ms in answer.stages.items():
            found.setdefault(stage, []).append(ms)
    if own := [answer.own_ms for answer in answers if answer.own_ms is not None]:
        found["own"] = own
    return [Latency(stage, len(each), _quantile(each, 0.5), _quantile(each, 0.95)) for stage, each in found.items()]


def _quantile(values: Sequence[float], share: float) -> float:
    """The smallest value that so many of them do not exceed (the nearest rank)."""
    return sorted(values)[max(0, math.ceil(share * len(values)) - 1)]


def _change(row: Row) -> tuple[str, str]:
    """The states before and after a row that changed them, else two empty words."""
    before, after = row.word("before"), row.word("after")
    return (before, after) if row.event == "action" and before != after else ("", "")


class _Reader:
    """Walks the rows in their order."""

    def __init__(self, name: str) -> None:
        self.report = ShowReport(name, 0.0, 0.0)
        self._state = "STANDBY"
        self._since = 0.0
        self._open: dict[str, tuple[float, str]] = {}
        self._late = 0.0
        self._said: dict[str, str] = {}
        self._turns: list[tuple[str, Span]] = []
        self._outputs = OutputSpans()

    def read(self, row: Row) -> None:
        """One row."""
        report = self.report
        report.ended = row.at
        self._outputs.read(row)
        if row.event == "action":
            self._action(row)
        elif row.event == "rejoined":
            away = max(0.0, row.number("away_s") or 0.0)
            self._enter(row.word("state"), row.at - away)
        elif row.event == "preflight":
            waived = row.fields.get("waived")
            report.waived = tuple(map(str, waived)) if isinstance(waived, list) else ()
        elif row.event == "taken":
            report.takes.append(Moment(row.at, row.word("name") or row.word("preset")))
        elif row.event == "heard":
            self._read_heard(row)
        elif row.event in ("line said", "stand-by line", "sound file"):
            self._said[row.word("turn")] = row.word("heard") or row.word("name")
        elif row.event == "answer":
            self._said[row.word("turn")] = row.word("heard")
            self._answer(row)
        elif row.event == "fell back":
            report.fallbacks.append(Moment(row.at, row.word("sentence")))
        elif row.event == "figures":
            self._figures(row)
        else:
            self._fault(row)

    def close(self, rate: int) -> ShowReport:
        """The report; what has not ended stays open."""
        report = self.report
        self._enter("STANDBY", report.ended)
        report.faults += [Span(begun, None, words) for begun, words in self._open.values()]
        report.turns = [replace(span, said=self._said.get(turn, "")) for turn, span in self._turns]
        report.outputs = self._outputs.close(report.ended)
        report.faults += self._outputs.losses
        report.faults.sort(key=lambda span: span.begun)
        report.latencies = _latencies(report.answers)
        frames = (report.on_air_s + report.rehearsed_s) * rate
        report.late_percent = 100.0 * report.late_frames / frames if frames > 0 else None
        report.begun = report.begun or report.ended
        return report

    def _action(self, row: Row) -> None:
        before, after = _change(row)
        if not row.fields.get("accepted"):
            action = row.word("action")
            words = as_text(ACTIONS[action].words if action in ACTIONS else action)
            if argument := row.word("argument"):
                words = Text("{action} {argument}", action=words, argument=argument)
            told = Text("{words} ({found}): {why}", words=words, found=row.word("source"), why=row.word("reason"))
            self.report.refused.append(Moment(row.at, told))
        elif row.word("action") == "avatar":
            self.report.takes.append(Moment(row.at, Text("avatar {name}", name=row.word("argument"))))
        if after:
            if (before, after) in _BEGINS:
                self.report.begun = row.at
                self.report.rehearsal = (before, after) == _REHEARSAL
            self._enter(after, row.at)

    def _enter(self, state: str, at: float) -> None:
        if state == self._state:
            return
        lasted = max(0.0, at - self._since)
        if self._state == "LIVE" and self.report.rehearsal:
            self.report.rehearsed_s += lasted
        elif self._state == "LIVE":
            self.report.on_air_s += lasted
        elif self._state in ("HOLD", "PANIC"):
            self.report.holds.append(Span(self._since, lasted, self._state))
        self._state, self._since = state, at

    def _read_heard(self, row: Row) -> None:
        heard = row.number("heard_s") or 0.0
        whole = row.number("whole_s") or 0.0
        cut = heard < whole - 0.05
        self.report.interrupted += cut
        gaps = row.number("gaps_s") or 0.0
        words = _heard_words(f"{whole:.1f}" if cut else "", f"{gaps:.1f}" if gaps >= _GAPS_S else "")
        self._turns.append((row.word("turn"), Span(row.at, heard, words)))

    def _answer(self, row: Row) -> None:
        stages = row.fields.get("stages")
        reached = Row(row.at, "stages", stages if isinstance(stages, dict) else {})
        known = {str(stage): ms for stage in reached.fields if (ms := reached.number(stage)) is not None}
        whole = row.fields.get("whole") is True
        self.report.answers.append(Answered(row.at, row.word("question"), row.word("heard"), whole, known))

    def _figures(self, row: Row) -> None:
        report = self.report
        sample = Sample(row.at, row.number("lip_p50_ms"), row.number("lip_p95_ms"), row.number("skew_ms"))
        report.samples.append(sample)
        report.budget_ms = row.number("budget_ms") or report.budget_ms
        late = row.number("late_frames") or 0.0
        # The count begins again when playout does: then all of it is new.
        report.late_frames += round(late - self._late if late >= self._late else late)
        self._late = late

    def _fault(self, row: Row) -> None:
        if row.event == "fault":
            self._open.setdefault(row.word("kind"), (row.at, row.word("sentence")))
        elif row.event == "fault over":
            self._over(row.word("kind"), row.at)
        elif row.event == "child lost":
            self._open.setdefault(
                row.word("child"),
                (row.at, Text("{child} was lost: {why}", child=row.word("child"), why=row.word("why"))),
            )
        elif row.event in ("console joined", "avatar ready"):
            self._over("playout" if row.event == "console joined" else "engine", row.at)
        elif row.event == "hall screen":
            if row.word("condition") == "missing":
                self._open.setdefault("hall screen", (row.at, "The hall's screen was gone."))
            else:
                self._over("hall screen", row.at)

    def _over(self, kind: str, at: float) -> None:
        if kind in self._open:
            begun, words = self._open.pop(kind)
            self.report.faults.append(Span(begun, max(0.0, at - begun), words))


def _heard_words(interrupted: str, gaps: str) -> Text:
    """How a turn was heard.

    Args:
        interrupted: seconds of all of it, "" when it was heard to its end.
        gaps: seconds of silence in it, "" when there were none.
    """
    if not gaps:
        return Text("interrupted, {length} s in all", length=interrupted) if interrupted else as_text("whole")
    if not interrupted:
        return Text("whole; {length} s of gaps in it: the voice was slower than speech", length=gaps)
    key = "interrupted, {length} s in all; {gaps} s of gaps in it: the voice was slower than speech"
    return Text(key, length=interrupted, gaps=gaps)
