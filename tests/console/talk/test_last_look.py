"""The last look before a voice, in the running console: a person's lines, and names as the book has them said."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from console.answer.text.lexicon import Lexicon, LexiconEntry
from console.show.effects.answers import AskQuestion, JudgeAnswer
from console.show.rundown.lines import SayLine
from tests.console.talk.test_answering import WHERE, Desk, run


@pytest.fixture
def desk(tmp_path: Path, qtbot: QtBot) -> Iterator[Desk]:
    made = Desk(tmp_path)
    yield made
    made.line.close()
    made.ring.close()
    made.session.close()


def test_a_line_of_a_person_is_looked_at_with_the_lists_of_the_preset_that_is_on(desk: Desk) -> None:
    async def scenario() -> None:
        desk.write("strict", "By the east door.", more='never_say = "Wang\\n白癡"\n')
        desk.session.open()
        await desk.take("strict")
        desk.book = Lexicon([LexiconEntry("Ana", "Wang")])
        for text in ("Please welcome Mr. Wang.", "W-a-n-g", "你這個白 癡！", "Please welcome Ana."):
            held = await desk.answering.check_line(SayLine(1, text, "en"))
            assert held is not None and "must not be said" in held.reason
        assert await desk.answering.check_line(SayLine(1, "晚安", "zh-TW", "Here is Wang.")) is not None
        assert await desk.answering.check_line(SayLine(1, "See https://example.com: **now**", "en")) is None

    run(desk, scenario())


def test_an_answer_is_held_for_a_name_that_the_book_has_said_as_a_listed_word(desk: Desk) -> None:
    async def scenario() -> None:
        desk.write("strict", "Ask Ana at the door.", more='never_say = "Wang"')
        desk.session.open()
        await desk.take("strict")
        desk.book = Lexicon([LexiconEntry("Ana", "Wang")])
        assert await desk.do(AskQuestion(WHERE)) == ""
        assert desk.view.draft is not None and desk.view.draft.sentences[0].hold is not None
        assert desk.view.draft.sentences[0].hold.reason == (
            "The pronunciation book has “Ana” said as “Wang”, which must not be said."
        )
        assert not desk.mouth.spoken

    run(desk, scenario())


def test_a_book_that_changes_after_the_approval_is_seen_before_the_voice(desk: Desk) -> None:
    async def scenario() -> None:
        desk.write("strict", "Ask Ana at the door.", "first", more='never_say = "Wang"')
        desk.session.open()
        await desk.take("strict")
        assert await desk.do(AskQuestion(WHERE)) == ""
        desk.book = Lexicon([LexiconEntry("Ana", "Wang")])
        assert await desk.do(JudgeAnswer("approve")) == ""
        assert not desk.mouth.spoken and told == [
            "The pronunciation book has “Ana” said as “Wang”, which must not be said."
        ]

    told: list[str] = []
    desk.log.warning = lambda event, **fields: told.append(fields["sentence"])  # type: ignore[attr-defined]
    run(desk, scenario())
