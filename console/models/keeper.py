"""The neural driver's files in the console: looked at and brought in by a thread, so that the window goes on."""

from __future__ import annotations

import threading
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal

from console.dispatch import Dispatch
from console.jobs import ThreadJob, fault_inside
from console.models.fetching import bytes_to_fetch, fetch, to_fetch
from console.models.graphics import gather, query_nvidia
from console.models.importing import import_from
from console.models.outcome import ImportProgress, ImportStoppedError, ModelError, PartOutcome
from console.models.verify import Stock, stock
from console.show.core.state import UNARMED
from console.show.effects.show import CheckModels, FetchModels, ImportModels, StopModels
from console.show.state.console_state import Condition, ConsoleState
from console.show.state.model_view import FileState, ModelLine, ModelsView
from console.show.state.neural import NeuralReadiness, judge_neural
from engine.ipc.logger import Logger
from engine.text import Text

SHOWN_MS = 200
ON_AIR = "The show goes on air, so no more models were brought in: ask again afterwards, and it goes on from there."
BY_HAND = "Stopped: what came is kept, and the next time goes on from there."


@dataclass(frozen=True)
class Seen:
    """What the thread found in the end."""

    lying: Sequence[Stock]
    readiness: NeuralReadiness
    cards: tuple[str, ...]
    to_fetch: int
    outcomes: Sequence[PartOutcome]
    told: str
    failed: bool


class ModelKeeper(QObject):
    """Sees to the models, one request at a time.

    Signals:
        noted(str): a line for the log; emitted here.
        looked(): the files were looked at, brought in or not; emitted here.
    """

    noted = Signal(object)
    looked = Signal()

    def __init__(
        self,
        console_state: ConsoleState,
        folder: Path,
        source: Callable[[], str],
        log: Logger,
        *,
        asked: Callable[[], str] = query_nvidia,
    ) -> None:
        """Looks at nothing yet.

        Args:
            console_state: its `models` are published here.
            folder: the folder of models; it need not be there.
            source: where they are fetched from now.
            asked: the graphics driver's answer, as `graphics.query_nvidia` gives it.
        """
        super().__init__()
        self._console_state, self._folder, self._source, self._log, self._asked = (
            console_state,
            folder,
            source,
            log,
            asked,
        )
        self._job = ThreadJob("models", log, self)
        self._why = ""
        self._moved: tuple[int, int] = (0, 0)
        self._showing = QTimer(self, interval=SHOWN_MS)
        self._showing.timeout.connect(self._show_progress)
        self._models = console_state.claim(ModelsView)
        self._models.publish(replace(self._models.view, folder=str(folder)))

    @property
    def busy(self) -> bool:
        """Whether something is under way."""
        return self._job.busy

    def register(self, dispatch: Dispatch) -> None:
        """Take over the effects of the neural driver's models."""
        dispatch.register(CheckModels, self._check)
        dispatch.register(ImportModels, self._import, validate=self._refusal_while_busy)
        dispatch.register(FetchModels, self._fetch, validate=self._refusal_while_busy)
        dispatch.register(StopModels, lambda effect: self._halt(BY_HAND))

    def _refusal_while_busy(self, effect: ImportModels | FetchModels) -> str:
        return "Models are being seen to already: wait until it is done, or stop it." if self.busy else ""

    def _check(self, effect: CheckModels) -> None:
        self._begin("looking at the models", lambda watch, stop: self._checked(watch, effect.whole))

    def _import(self, effect: ImportModels) -> None:
        path = Path(effect.folder).expanduser()
        self._begin(Text("bringing in models from {path}", path=path), lambda watch, stop: self._imported(path, watch))

    def _fetch(self, effect: FetchModels) -> None:
        source = self._source()
        self._begin(
            Text("fetching models from {path}", path=source), lambda watch, stop: self._fetched(source, watch, stop)
        )

    def close(self) -> None:
        """Stops; what is there is kept."""
        self._showing.stop()
        self._halt(BY_HAND)
        self._job.close()  # a part of a file is whole at every moment: nothing is lost when the wait is too short

    # -- in the thread -----------------------------------------------------------------------------------------

    def _begin(self, words: str, job: Callable[[ImportProgress, threading.Event], Seen]) -> None:
        if self.busy:
            return  # what is under way ends with a look at everything
        self._why, self._moved = "", (0, 0)
        view = replace(self._models.view, busy=words, done=0, total=0, source=self._source())
        if words != "looking at the models":
            view = replace(view, told="", failed=False)
            self.noted.emit(words)
        self._models.publish(view)

        def work(stop: threading.Event) -> Seen:
            try:
                return job(ImportProgress(stop.is_set, self._count_moved), stop)
            except Exception as error:
                self._log.exception("models failed", what=words)
                return self._looked((), fault_inside(error), failed=True)

        self._job.start(work, self._show_seen)
        self._showing.start()

    def _count_moved(self, path: str, done: int, total: int) -> None:
        self._moved = (done, total)

    def _checked(self, watch: ImportProgress, whole: bool) -> Seen:
        if whole:
            watch.expect(sum(each.size for each in stock(self._folder) if each.verdict.state is FileState.GOOD))

            def passed(size: int) -> None:
                watch.done += size
                watch.moved("", watch.done, watch.total)

            return self._looked((), "", lying=stock(self._folder, whole=True, stopped=watch.stopped, passed=passed))
        return self._looked((), "")

    def _imported(self, folder: Path, watch: ImportProgress) -> Seen:
        return self._brought(lambda: import_from(folder, self._folder, watch))

    def _fetched(self, source: str, watch: ImportProgress, stop: threading.Event) -> Seen:
        return self._brought(lambda: fetch(self._folder, source, watch, pause=stop.wait))

    def _brought(self, job: Callable[[], list[PartOutcome]]) -> Seen:
        try:
            outcomes = job()
        except ModelError as fault:
            return self._looked((), str(fault), failed=True)
        except ImportStoppedError:
            return self._looked((), self._why or BY_HAND, failed=True)
        fresh = sum(each.fresh for each in outcomes)
        left = sum(not each.well for each in outcomes)
        if not left:
            return self._looked(outcomes, Text("{n} files were brought in: all that is needed is there.", n=fresh))
        return self._looked(
            outcomes,
            Text("{n} files were brought in; {left} are still missing or not good.", n=fresh, left=left),
            failed=True,
        )

    def _looked(
        self, outcomes: Sequence[PartOutcome], told: str, *, failed: bool = False, lying: Sequence[Stock] | None = None
    ) -> Seen:
        found = stock(self._folder) if lying is None else lying
        health = self._console_state.health
        at_work = health.engine is Condition.OK and health.engine_words.startswith("MuseTalk")
        engines = 2 if self._console_state.settings.options.standby == "on" else 1
        facts = gather(found, at_work=at_work, engines=engines, asked=self._asked)
        cards = tuple(f"{card.name}, {card.total_mib / 1024:.0f} GB" for card in facts.cards)
        fetching = bytes_to_fetch(self._folder, to_fetch(self._folder))
        return Seen(found, judge_neural(facts), cards, fetching, outcomes, told, failed)

    # -- in the window's thread --------------------------------------------------------------------------------

    def _halt(self, why: str) -> None:
        if self.busy and not self._job.stopping:
            self._why = why
            self._job.stop()

    def _show_progress(self) -> None:
        done, total = self._moved
        self._models.publish(replace(self._models.view, done=done, total=total))
        if self._console_state.state not in UNARMED:
            self._halt(ON_AIR)

    def _show_seen(self, seen: Seen) -> None:
        self._showing.stop()
        view = replace(
            self._models.view,
            busy="",
            done=0,
            total=0,
            lines=lines_of(seen.lying, seen.outcomes),
            ready=seen.readiness.ready,
            readiness=seen.readiness.sentence,
            cure=seen.readiness.cure,
            cards=seen.cards,
            to_fetch=seen.to_fetch,
            source=self._source(),
        )
        if seen.told:
            view = replace(view, told=seen.told, failed=seen.failed)
            self.noted.emit(seen.told)
        self._models.publish(view)
        self.looked.emit()


def lines_of(lying: Sequence[Stock], outcomes: Sequence[PartOutcome] = ()) -> tuple[ModelLine, ...]:
    """The parts as the window shows them: as they lie, or why they were not brought in."""
    became = {each.part.key: each for each in outcomes}
    lines = []
    for each in lying:
        part, state, sentence = each.part, each.verdict.state, each.verdict.sentence
        outcome = became.get(part.key)
        if outcome is not None and state is not FileState.GOOD and outcome.state is not FileState.MISSING:
            state, sentence = outcome.state, outcome.sentence
        elif outcome is not None and state is FileState.MISSING and not outcome.well:
            sentence = outcome.sentence
        size = each.size if state is FileState.GOOD else each.file.size
        lines.append(
            ModelLine(each.file.path, part.purpose, size, part.licence, part.source, part.required, state, sentence)
        )
    return tuple(lines)
