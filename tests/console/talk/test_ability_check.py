"""What presets can do is judged for the preset that comes next, at once, and never by another one's faults."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Iterator
from pathlib import Path
from types import SimpleNamespace
from typing import cast

import pytest
from pytestqt.qtbot import QtBot

from console.rundown.session import RundownSession
from console.settings.file import Settings
from console.show.answers.abilities import NOBODY_THINKS, Abilities
from console.show.core.enums import Mode
from console.show.core.state import Show, ShowState
from console.show.effects.show import ChooseNext
from console.show.rundown.rundown import SetField
from console.state_presenter import StatePresenter
from console.talk.ability_check import AbilityCheck
from console.talk.voice_service import VoiceService
from engine.avatar import Avatar
from tests.console.dispatched import dispatch_of
from tests.console.test_preflight_controller import Log

MIRROR = 'name = "Welcome"\navatar = "lin"\nmode = "mirror"\n'
QUIZ = 'format = 3\nname = "Quiz"\navatar = "lin"\nmode = "answer"\nthink = "facts"\nfacts = "quiz.md"\n'
READING = Abilities(looking=True)


class Desk:
    """A show of two presets, off the air."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        (folder / "a.toml").write_text(MIRROR)
        (folder / "b.toml").write_text(QUIZ)
        (folder / "quiz.md").write_text("# Where is the cloakroom?\nBy the east door.\n")
        self.presenter = StatePresenter(Show(time.monotonic()), Settings(), ())
        self.presenter.console_state.state = ShowState.STANDBY
        avatar = cast(Avatar, SimpleNamespace(id="lin", name="Lin", voice=""))
        self.session = RundownSession(folder, folder, lambda: [avatar], lambda: True)
        voices = cast(VoiceService, SimpleNamespace(names=lambda *_: ("builtin",), voice=lambda _: None))
        self.room = AbilityCheck(
            self.presenter, self.session, voices,
            own_voice=lambda _: "", key_of=lambda _: None, options=Settings, log=Log(),
        )  # fmt: skip

    @property
    def now(self) -> Abilities:
        found = self.presenter.console_state.answers.now
        return Abilities("", found.think, found.speak, found.looking)

    async def read(self) -> None:
        assert self.room._task is not None
        await self.room._task
        await asyncio.sleep(0)


@pytest.fixture
def desk(qtbot: QtBot, tmp_path: Path) -> Iterator[Desk]:
    made = Desk(tmp_path)
    yield made
    made.room.close()
    made.session.close()


def test_another_preset_is_judged_the_moment_it_comes_next(desk: Desk) -> None:
    async def show() -> None:
        desk.room.begin()
        assert desk.now.think == NOBODY_THINKS, "of a preset that has no facts"
        await desk.read()
        dispatch_of(desk.session).execute(ChooseNext("2"))
        assert desk.now == Abilities()
        dispatch_of(desk.session).execute(ChooseNext("1"))
        assert desk.now.think == NOBODY_THINKS

    asyncio.run(show())


def test_files_that_are_not_read_yet_are_no_fault_and_no_clean_bill(desk: Desk) -> None:
    async def show() -> None:
        dispatch_of(desk.session).execute(ChooseNext("2"))
        desk.room.begin()
        assert desk.now == READING
        await desk.read()
        assert desk.now == Abilities()
        desk.session.change(SetField("b", "facts", "gone.md"))
        assert desk.now == READING, "what was read was another file"
        await desk.read()
        assert "gone.md" in desk.now.think
        desk.session.change(SetField("b", "facts", "quiz.md"))
        assert desk.now == READING, "the fault was of another file"
        await desk.read()
        assert desk.now == Abilities()

    asyncio.run(show())


def test_a_preset_that_is_turned_to_answer_by_hand_has_its_files_read(desk: Desk) -> None:
    async def show() -> None:
        desk.session.change(SetField("a", "facts", "gone.md"))
        desk.room.begin()
        await desk.read()
        desk.session.drive_next(Mode.ANSWER)
        assert desk.now == READING
        await desk.read()
        assert "gone.md" in desk.now.think

    asyncio.run(show())
