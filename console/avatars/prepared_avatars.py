"""What was prepared of the filmed hosts: looked at by a thread, shown, and cleared when that is asked for."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from console.avatars.rebuilder import Rebuilder
from console.dispatch import Dispatch
from console.jobs import ThreadJob, fault_inside
from console.show.core.state import UNARMED
from console.show.effects.stores import ClearStores, LookAtStores, RebuildHost, StopRebuild
from console.show.state.console_state import ConsoleState
from console.show.state.model_view import size_words
from console.show.state.store_view import StoreLine, StoresView
from engine.avatar import FILE_NAME, Avatar
from engine.ipc.logger import Logger
from engine.musetalk.store.inventory import Old, Standing, delete, old_stores, standing, weights_there
from engine.text import Text


@dataclass(frozen=True)
class _Seen:
    """What the thread found: how each host stands, what is old, and what a clearing came to."""

    hosts: Mapping[str, Standing]
    old: Sequence[Old]
    told: str


class PreparedAvatars(QObject):
    """Looks after the prepared hosts.

    Args:
        console_state: its `stores` are published here.
        avatars: those that are there now.
        roots: folders of avatars; also one that cannot be read keeps what it has.
        cache, models: the user's folders.
        log: where to write events.

    Signals:
        noted(str): a line for the log; emitted here.
        judged(): a host's fault is another one than before; emitted here.
        rebuilt(str): the host of this id is prepared again; emitted here.
    """

    noted = Signal(object)
    judged = Signal()
    rebuilt = Signal(str)

    def __init__(
        self,
        console_state: ConsoleState,
        avatars: Callable[[], Sequence[Avatar]],
        roots: Sequence[Path],
        cache: Path,
        models: Path,
        log: Logger,
    ) -> None:
        super().__init__()
        self._console_state, self._avatars, self._roots, self._log = console_state, avatars, tuple(roots), log
        self._cache, self._models = cache, models
        self._job = ThreadJob("stores", log, self)
        self._again = False
        self._stores = console_state.claim(StoresView)
        self._rebuilder = Rebuilder(console_state, self._stores, log)
        self._rebuilder.noted.connect(self.noted)
        self._rebuilder.rebuilt.connect(self._on_rebuilt)

    @property
    def busy(self) -> bool:
        """Whether the thread looks or clears."""
        return self._job.busy

    def register(self, dispatch: Dispatch) -> None:
        """Take over the effects of the prepared hosts."""
        dispatch.register(LookAtStores, self._check_by_hand)
        dispatch.register(RebuildHost, self._rebuild, validate=self._refusal_to_rebuild)
        dispatch.register(StopRebuild, lambda effect: self._rebuilder.stop(effect.avatar_id))
        dispatch.register(ClearStores, lambda effect: self._begin(clear=True), validate=self._refusal_to_clear)

    def _refusal_to_rebuild(self, effect: RebuildHost) -> str:
        avatar = self._find(effect.avatar_id)
        if avatar is None:
            return Text("There is no avatar {name}.", name=effect.avatar_id)
        if avatar.driver != "musetalk":
            return Text("{name} is drawn, not filmed: there is nothing to build.", name=avatar.name)
        line = self._stores.view.lines.get(effect.avatar_id, StoreLine())
        if line.part is not None:
            return Text("{name} is being built again already.", name=avatar.name)
        return "" if line.can_build else line.fault

    def _refusal_to_clear(self, effect: ClearStores) -> str:
        if self.busy:
            return "The prepared hosts are being looked at: try again in a moment."
        return "" if self._stores.view.old else "There is nothing old to clear away."

    def _check_by_hand(self, effect: LookAtStores) -> None:
        self._stores.publish(replace(self._stores.view, told=""))
        self.check(whole=self._console_state.state in UNARMED)

    def _rebuild(self, effect: RebuildHost) -> None:
        avatar = self._find(effect.avatar_id)
        assert avatar is not None  # it was asked before
        self._rebuilder.rebuild(avatar)

    def check(self, *, whole: bool = False) -> None:
        """See how every filmed host stands, `whole`: reading all there is. Costs nothing where none was ever made."""
        filmed = [avatar for avatar in self._avatars() if avatar.driver == "musetalk"]
        if not filmed and not (self._cache / "musetalk").is_dir():
            return
        if self.busy:
            self._again = True
        else:
            self._begin(whole=whole)

    def close(self) -> None:
        """Stops; what is done is kept."""
        self._rebuilder.close()
        self._job.close()  # a store is taken away in one step: nothing is lost when the wait is too short

    # -- in the thread -----------------------------------------------------------------------------------------

    def _begin(self, *, whole: bool = False, clear: bool = False) -> None:
        avatars = tuple(self._avatars())
        self._job.start(
            lambda stop: self._seen(avatars, whole=whole, clear=clear),
            self._show_seen,
            lambda error: self._show_seen(_Seen({}, (), fault_inside(error))),
        )

    def _seen(self, avatars: Sequence[Avatar], *, whole: bool, clear: bool) -> _Seen:
        weights = weights_there(self._models)
        told = ""
        if clear:
            gone = [old for old in self._old(avatars, weights) if delete(old)]
            told = Text(
                "{n} old prepared hosts were deleted, {size}.",
                n=len(gone),
                size=size_words(sum(old.size for old in gone)),
            )
        filmed = [avatar for avatar in avatars if avatar.driver == "musetalk"]
        hosts = {avatar.id: standing(avatar, self._cache, weights, whole=whole) for avatar in filmed}
        return _Seen(hosts, self._old(avatars, weights), told)

    def _old(self, avatars: Sequence[Avatar], weights: str | None) -> list[Old]:
        known = {avatar.id for avatar in avatars}
        there = {file.parent.name for root in self._roots for file in root.glob(f"*/{FILE_NAME}")}
        return old_stores(avatars, self._cache, weights, untouched=there - known)

    # -- in the window's thread --------------------------------------------------------------------------------

    def _show_seen(self, seen: _Seen) -> None:
        kept = self._stores.view.lines
        before = {avatar: line.fault for avatar, line in kept.items()}
        lines = {
            avatar: replace(
                kept.get(avatar, StoreLine()), fault=found.fault, can_build=found.can_build, size=found.size
            )
            for avatar, found in seen.hosts.items()
        }
        told = seen.told or self._stores.view.told
        old_bytes = sum(old.size for old in seen.old)
        self._stores.publish(StoresView(lines, old=len(seen.old), old_bytes=old_bytes, told=told))
        if seen.told:
            self.noted.emit(seen.told)
        if {avatar: line.fault for avatar, line in lines.items()} != before:
            self.judged.emit()
        if self._again:
            self._again = False
            self.check()

    def _on_rebuilt(self, avatar_id: str) -> None:
        self.rebuilt.emit(avatar_id)
        self.check()

    def _find(self, avatar_id: str) -> Avatar | None:
        return next((avatar for avatar in self._avatars() if avatar.id == avatar_id), None)
