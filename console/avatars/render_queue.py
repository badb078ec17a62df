"""Films made offline: a queue, one at a time, each by a process of low priority, so that a show comes first."""

from __future__ import annotations

import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, QUrl, Signal
from PySide6.QtGui import QDesktopServices

from console import paths
from console.avatars.render_command import find_one
from console.dispatch import Dispatch
from console.jobs import PATIENCE_MS, ChildEnded, ChildJob, ThreadJob
from console.models.graphics import cards_in, query_nvidia
from console.show.effects.films import (
    AddFilm,
    CancelFilm,
    ClearFilms,
    LookAtCards,
    OpenFilm,
    PlanFilm,
    RetryFilm,
)
from console.show.effects.show import QuitConsole
from console.show.state.console_state import ConsoleState
from console.show.state.film_view import FilmLine, FilmPlan, FilmState, FilmsView, TimeLeft
from engine.avatar import Avatar
from engine.film.order import FilmError, Order, parse_cards, parse_quality
from engine.ipc.json_lines import Said
from engine.ipc.logger import Logger
from engine.text import Text, sentence_of

QUIT_AGAIN_S = 10.0
"""So long after the warning a second QUIT is meant."""

_OVER = (FilmState.DONE, FilmState.FAILED, FilmState.CANCELLED)


def open_file(path: Path) -> bool:
    """Show a file in the program that the system has for its kind."""
    return QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))


class RenderQueue(QObject):
    """Makes the films that were asked for, in their order.

    Args:
        console_state: its `films` are published here.
        avatars: those that are there.
        log: where to write events.
        program: the Python that runs the process.
        clock: seconds, for the time that is left.
        asked: the graphics driver's answer, as `graphics.query_nvidia` gives it.
        opened: shows a file in the system's own program; False when there is none for it.

    Signals:
        noted(str): a line for the log; emitted here.
    """

    noted = Signal(object)

    def __init__(
        self,
        console_state: ConsoleState,
        avatars: Callable[[], Sequence[Avatar]],
        log: Logger,
        *,
        program: str = sys.executable,
        clock: Callable[[], float] = time.monotonic,
        asked: Callable[[], str] = query_nvidia,
        opened: Callable[[Path], bool] = open_file,
    ) -> None:
        super().__init__()
        self._opened = opened
        self._asked, self._looked = asked, False
        self._warned_s = -QUIT_AGAIN_S  # when somebody was told that quitting gives films up
        self._console_state, self._avatars, self._log, self._program, self._clock = (
            console_state,
            avatars,
            log,
            program,
            clock,
        )
        self._films = console_state.claim(FilmsView)
        self._orders: dict[int, Order] = {}
        self._count = 0
        self._looking = ThreadJob("cards", log, self)
        self._job = ChildJob(self)
        self._job.heard.connect(self._show_progress)
        self._job.ended.connect(self._finished)
        self._now = 0  # number of the film that is being made
        self._left = TimeLeft()
        self._unwanted = False  # the film that is being made was cancelled

    @property
    def busy(self) -> bool:
        """Whether a film is being made."""
        return self._job.busy

    def register(self, dispatch: Dispatch) -> None:
        """Take over the effects of films; QUIT asks here too, since films that are not made yet end with it."""
        dispatch.register(PlanFilm, self._plan_film)
        dispatch.register(AddFilm, self._add, validate=self._refusal_to_add)
        dispatch.when_refused(AddFilm, self._add_refused)
        dispatch.register(CancelFilm, lambda effect: self._cancel(effect.number), validate=self._refusal_of_unknown)
        dispatch.register(RetryFilm, self._retry, validate=self._refusal_to_retry)
        dispatch.register(OpenFilm, self._open, validate=self._refusal_to_open)
        dispatch.register(ClearFilms, self._clear)
        dispatch.register(LookAtCards, lambda effect: self._find_cards())
        dispatch.validate_by(self._refusal_to_quit, QuitConsole)
        dispatch.when_refused(QuitConsole, self._quit_refused)

    # -- reasons ----------------------------------------------------------------------------------------------

    def _refusal_to_add(self, effect: AddFilm) -> str:
        try:
            order = self._order(self._plan, effect.replace)
            order.check()
        except FilmError as fault:
            return str(fault)
        return (
            Text("{file} is in the queue already: choose another name.", file=order.out.name)
            if self._waits(order.out)
            else ""
        )

    def _add_refused(self, effect: AddFilm) -> None:
        """A file that is there already can be replaced by a second button."""
        out = Path(self._plan.out).expanduser()
        replacing = not effect.replace and out.is_file() and not self._waits(out)
        self._films.publish(replace(self._films.view, replacing=replacing))

    def _waits(self, out: Path) -> bool:
        """Whether a film of this name is in the queue."""
        waiting = [line for line in self._films.view.lines if line.state not in _OVER]
        return any(self._orders[line.number].out == out for line in waiting)

    def _refusal_of_unknown(self, effect: CancelFilm | RetryFilm | OpenFilm) -> str:
        return "" if effect.number in self._orders else Text("There is no film {n} in the queue.", n=effect.number)

    def _refusal_to_retry(self, effect: RetryFilm) -> str:
        if sentence := self._refusal_of_unknown(effect):
            return sentence
        if self._line(effect.number).state not in _OVER[1:]:
            return "Only a film that failed or was cancelled is made again."
        return ""

    def _refusal_to_open(self, effect: OpenFilm) -> str:
        if sentence := self._refusal_of_unknown(effect):
            return sentence
        if self._line(effect.number).state is not FilmState.DONE:
            return "That film is not done yet."
        out = self._orders[effect.number].out
        return "" if out.is_file() else Text("There is no film {path} any more.", path=out)

    def _refusal_to_quit(self, effect: QuitConsole) -> str:
        """Films that are not made yet end with the console: whoever quits is told once."""
        films = sum(line.state not in _OVER for line in self._films.view.lines)
        if not films or self._clock() - self._warned_s < QUIT_AGAIN_S:
            return ""
        key = "Films are still being made ({n}) and would be given up: QUIT again within ten seconds to end Compere."
        return Text(key, n=films)

    def _quit_refused(self, effect: QuitConsole) -> None:
        if self._refusal_to_quit(effect):
            self._warned_s = self._clock()

    # -- effects ----------------------------------------------------------------------------------------------

    def _plan_film(self, effect: PlanFilm) -> None:
        view, fields = self._films.view, dict(effect.fields)
        plan = _named(replace(view.plan, **fields), fields)  # type: ignore[arg-type]
        self._films.publish(replace(view, plan=plan, replacing=False))

    def _add(self, effect: AddFilm) -> None:
        view, order = self._films.view, self._order(self._plan, effect.replace)
        self._count += 1
        self._orders[self._count] = order
        who = self._avatar(self._plan.avatar).name
        line = FilmLine(self._count, order.out.name, who, approximate=order.approximate)
        plan = replace(view.plan, out="")
        self._films.publish(replace(view, lines=(*view.lines, line), plan=plan, replacing=False))
        self._next()

    def _retry(self, effect: RetryFilm) -> None:
        self._show(effect.number, state=FilmState.WAITING, part=0.0, left_s=None, sentence="")
        self._next()

    def _open(self, effect: OpenFilm) -> None:
        out = self._orders[effect.number].out
        if not self._opened(out):
            self.noted.emit(Text("No program here shows {file}: it lies in {path}.", file=out.name, path=out.parent))

    def _clear(self, effect: ClearFilms) -> None:
        lines = tuple(line for line in self._films.view.lines if line.state not in _OVER)
        self._films.publish(replace(self._films.view, lines=lines))
        self._orders = {line.number: self._orders[line.number] for line in lines}

    def close(self) -> None:
        """Stops; half a film is never kept."""
        self._looking.close(0.0)  # a driver that hangs is not waited for
        if self._job.busy:
            self._job.close()
            self._orders[self._now].part.unlink(missing_ok=True)

    # -- cards -------------------------------------------------------------------------------------------------

    def _find_cards(self) -> None:
        """In a thread of its own: a driver that hangs is waited for, but not by the window. Once is enough."""
        if not self._looked:
            self._looked = True
            self._looking.start(lambda stop: self._cards(), self._show_cards)

    def _cards(self) -> tuple[str, ...]:
        try:
            return tuple(card.name for card in cards_in(self._asked()))
        except (OSError, subprocess.SubprocessError) as fault:
            self._log.info("no cards seen", why=str(fault))
            return ()

    def _show_cards(self, names: tuple[str, ...]) -> None:
        if names:
            self._films.publish(replace(self._films.view, cards=names))

    # -- orders ------------------------------------------------------------------------------------------------

    @property
    def _plan(self) -> FilmPlan:
        return self._films.view.plan

    def _avatar(self, avatar_id: str) -> Avatar:
        return find_one(avatar_id, self._avatars())

    def _order(self, plan: FilmPlan, force: bool) -> Order:
        """What the plan asks for. Raises FilmError."""
        if not plan.sound:
            raise FilmError("Choose the sound that is to be spoken first.")
        if not plan.out:
            raise FilmError("Choose the film's file first.")
        avatar = self._avatar(plan.avatar)
        return Order(
            avatar=avatar.folder,
            sound=Path(plan.sound).expanduser(),
            out=Path(plan.out).expanduser(),
            rate=plan.rate or str(avatar.rate),
            width=plan.width or avatar.width,
            height=plan.height or avatar.height,
            crf=parse_quality(plan.quality),
            exact=plan.exact,
            decoder=self._console_state.settings.options.engine_decoder,
            cards=parse_cards(plan.cards),
            models=paths.models_folder(),
            prepared=paths.cache_folder(),
            force=force,
        )

    # -- the process -------------------------------------------------------------------------------------------

    def _next(self) -> None:
        waiting = [line for line in self._films.view.lines if line.state is FilmState.WAITING]
        if self._job.busy or not waiting:
            return
        self._now = waiting[0].number
        self._left, self._unwanted = TimeLeft(), False
        self._show(self._now, state=FilmState.MAKING)
        order = self._orders[self._now]
        self.noted.emit(Text("making the film {file}", file=order.out.name))
        self._job.start([self._program, "-m", "engine.render"], order.to_json())

    def _show_progress(self, said: Said) -> None:
        match said.get("event"):
            case "note":
                self.noted.emit(sentence_of(said["sentence"]))
            case "progress":
                left = self._left.update(self._clock(), said["frame"], said["of"])
                self._show(self._now, part=said["frame"] / said["of"], left_s=left)

    def _cancel(self, number: int) -> None:
        line = self._line(number)
        if line.state is FilmState.WAITING:
            self._show(number, state=FilmState.CANCELLED)
        elif line.state is FilmState.MAKING and self._job.busy:
            self._unwanted = True
            self._job.stop(PATIENCE_MS)

    def _finished(self, ended: ChildEnded) -> None:
        order = self._orders[self._now]
        order.part.unlink(missing_ok=True)
        if ended.event == "done":
            self._show(self._now, state=FilmState.DONE, part=1.0, left_s=None)
            self.noted.emit(Text("the film {file} is there", file=order.out.name))
        elif ended.event == "failed":
            self._fail(sentence_of(ended.last["sentence"]))
        elif ended.event == "cancelled" or self._unwanted:
            self._show(self._now, state=FilmState.CANCELLED, left_s=None)
        else:
            self._log.error("film failed", code=ended.code, words=ended.complaints[-2000:])
            self._fail(
                Text("The making of the film ended without a word (code {code}): the log has more.", code=ended.code)
            )
        self._next()

    def _fail(self, sentence: str) -> None:
        self._show(self._now, state=FilmState.FAILED, left_s=None, sentence=sentence)
        self.noted.emit(sentence)

    def _line(self, number: int) -> FilmLine:
        return next(line for line in self._films.view.lines if line.number == number)

    def _show(self, number: int, **changes: Any) -> None:
        lines = self._films.view.lines
        changed = tuple(replace(line, **changes) if line.number == number else line for line in lines)
        self._films.publish(replace(self._films.view, lines=changed))


def _named(plan: FilmPlan, changed: dict[str, object]) -> FilmPlan:
    """A film whose sound was just chosen gets a name of its own, unless it has one."""
    if "sound" not in changed or not plan.sound or plan.out:
        return plan
    sound = Path(plan.sound).expanduser()
    return replace(plan, out=str(sound.with_name(f"{sound.stem} {plan.avatar}".strip() + ".mp4")))
