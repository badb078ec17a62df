"""Questions by voice at the desk: when they are refused, who hears, and when the microphone is open."""

from __future__ import annotations

import secrets
import time
from collections.abc import Iterator
from unittest.mock import MagicMock

import msgspec
import pytest
from pytestqt.qtbot import QtBot

from console.answer.secrets import Secret
from console.housekeeping import Housekeeper
from console.listening import ListeningRoom
from console.settings import Settings
from console.show.answer_effects import ListenToQuestion
from console.show.kinds import Mode
from console.show.state import Show
from engine.link.rings import SoundRing


class Desk:
    """A listening room with a microphone, and answers that the test plays."""

    def __init__(self) -> None:
        self.settings = Settings()
        self.keeper = Housekeeper(Show(time.monotonic()), self.settings, [])
        self.answering = MagicMock(speaking=False, language="")
        self.keys: dict[str, Secret] = {}
        self.room = ListeningRoom(
            self.answering,
            self.keeper,
            key_of=self.keys.get,
            options=lambda: self.settings,
            child=MagicMock(),
            log=MagicMock(),
        )
        self.ring = SoundRing.create(f"compere-test-{secrets.token_hex(4)}", 2.0)
        self.room.use_playout(MagicMock(ear=self.ring.name))

    def set(self, **changes: object) -> None:
        self.settings = msgspec.structs.replace(self.settings, **changes)


@pytest.fixture
def desk(qtbot: QtBot) -> Iterator[Desk]:
    made = Desk()
    yield made
    made.room.close()
    made.ring.close()


def test_the_avatar_never_hears_itself_whatever_it_says(desk: Desk) -> None:
    assert desk.room.objection(ListenToQuestion(True)) == ""
    desk.keeper.saying(7, "a line")
    assert "would hear itself" in desk.room.objection(ListenToQuestion(True))
    assert desk.room.objection(ListenToQuestion(False)) == "", "a key that is let go is never refused"
    desk.keeper.said(7)
    desk.answering.speaking = True
    assert "would hear itself" in desk.room.objection(ListenToQuestion(True))


def test_without_an_open_microphone_the_press_is_refused_in_a_sentence(desk: Desk) -> None:
    desk.keeper.house.mic_muted = True
    assert "muted" in desk.room.objection(ListenToQuestion(True))
    desk.keeper.house.mic_muted = False
    desk.room.use_playout(None)
    assert "no microphone" in desk.room.objection(ListenToQuestion(True))


def test_those_hear_whom_settings_and_keys_name_in_their_order(desk: Desk) -> None:
    def hear() -> list[str]:
        return [each.id for each in desk.room.order().transcribers]

    assert hear() == []
    desk.keys["groq"] = Secret("k", "the test")
    assert hear() == ["groq"]
    first = desk.room.order()
    assert desk.room.order() is first, "made once, so that its connection stays open"
    desk.set(server_url="http://127.0.0.1:9/v1", server_hear_model="whisper-1", whisper_folder="/models/base")
    assert hear() == ["groq", "server", "local"]
    desk.set(use_groq=False)
    assert hear() == ["server", "local"]


def test_hands_free_listens_in_answer_only_and_only_when_the_settings_say_so(desk: Desk) -> None:
    opened: list[str] = []
    desk.room.open_ears = MagicMock(state="off")
    desk.room.open_ears.begin.side_effect = lambda ring: opened.append("on")
    desk.room.open_ears.stop.side_effect = lambda: opened.append("off")
    desk.room.look()
    desk.set(hands_free=True)
    desk.keeper.house.mode = Mode.MIRROR
    desk.room.look()
    assert opened == []
    desk.keeper.house.mode = Mode.ANSWER
    desk.room.look()
    assert opened == ["on"]
    desk.room.open_ears.state = "ready"
    desk.room.look()
    desk.set(hands_free=False)
    desk.room.look()
    assert opened == ["on", "off"]
