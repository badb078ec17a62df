"""Whose forbidden words an answer is checked by: those of the preset that is on, and until they are there, nobody's."""

from __future__ import annotations

import pytest

from console.settings.file import Settings
from console.show.answers.draft import NOT_LOADED, SentenceState
from console.show.effects.answers import AskQuestion
from console.talk import answering
from tests.console.answer.hall import settle
from tests.console.talk.test_answering import WHERE, Desk, run
from tests.console.talk.test_answering import desk as desk


def test_after_a_take_nothing_is_approved_by_the_list_of_the_preset_before(desk: Desk) -> None:
    async def scenario() -> None:
        desk.write("strict", "No.", "auto", 'never_say = "cellar"')
        desk.session.open()
        await desk.take()
        desk.session.take("strict")
        desk.answering.preset_taken()  # its list is still being read
        queue = desk.answering.desk
        queue.ask("Where is the wine?")
        assert queue.draft is not None
        queue.rewrite(queue.draft.turn, ["In the cellar.", "By the door."])
        assert [each.hold for each in queue.draft.sentences] == [NOT_LOADED, NOT_LOADED]
        assert queue.to_voice() == () and desk.answering.config is None
        await desk.loaded()
        first, second = queue.draft.sentences
        assert first.state is SentenceState.HELD and first.hold not in (None, NOT_LOADED)
        assert second.hold is None and second.state is SentenceState.APPROVED, "AUTO goes on by the new list"

    run(desk, scenario())


def test_nothing_goes_out_by_itself_while_a_list_cannot_be_read(desk: Desk) -> None:
    async def scenario() -> None:
        more = 'word_list = "gone.txt"\nunattended = "safe"\nunattended_s = 3.0\nsafe_line = "One moment."'
        await desk.take()
        await desk.do(AskQuestion(WHERE))
        await desk.hear(0.6)
        desk.write("other", "In the cellar.", more=more)
        desk.session.open()
        desk.session.take("other")
        desk.answering.preset_taken()
        await desk.loaded()
        queue = desk.answering.desk
        queue.ask("And the wine?")
        assert queue.draft is not None
        spoken = list(desk.mouth.spoken)
        for _ in range(4):
            desk.now += 2.0
            desk.answering._tick()
            await settle()
        assert desk.mouth.spoken == spoken and "gone.txt" in " ".join(desk.presenter.console_state.alarms)

    run(desk, scenario())


@pytest.mark.parametrize("reader", ["config_for", "safety_for"])
def test_a_fault_of_our_own_while_a_list_is_read_is_an_alarm_too(
    desk: Desk, monkeypatch: pytest.MonkeyPatch, reader: str
) -> None:
    def fails(*args: object, **more: object) -> None:
        raise ValueError("a surprise")

    async def scenario() -> None:
        monkeypatch.setattr(answering, "config_for", fails)
        monkeypatch.setattr(answering, reader, fails)
        await desk.take()
        await desk.loaded()
        queue = desk.answering.desk
        queue.ask(WHERE)
        assert queue.draft is not None
        queue.rewrite(queue.draft.turn, ["In the cellar."])
        assert [each.hold and each.hold.reason for each in queue.draft.sentences] == [answering.UNCHECKED]
        assert "Answers failed inside Compere (ValueError)." in desk.presenter.console_state.alarms

    run(desk, scenario())


def test_other_settings_take_no_approval_back(desk: Desk) -> None:
    async def scenario() -> None:
        desk.write("other", "In the cellar.", "first")
        desk.session.open()
        await desk.take("other")
        await desk.do(AskQuestion(WHERE))
        desk.answering._options = lambda: Settings(groq_model="another")  # type: ignore[method-assign]
        desk.answering._check_preset()
        draft = desk.answering.desk.draft
        assert draft is not None and draft.sentences[0].state is SentenceState.WAITING
        await desk.loaded()
        assert draft.sentences[0].state is SentenceState.WAITING

    run(desk, scenario())
