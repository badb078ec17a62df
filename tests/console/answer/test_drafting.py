"""From a chain to the desk: whole sentences only, and a broken answer never leaves half a sentence behind."""

from __future__ import annotations

import asyncio

import pytest

from console.answer.llm.fallback import FallbackLLM
from console.answer.llm.protocol import AnswerError, Asked, DoesNotKnowError
from console.show.answers.approval import Policy
from console.show.answers.questions import QuestionDesk
from console.show.core.enums import AnswerLanguage, Approval
from tests.console.answer.llm.asking import Scripted, chain_of, draft_onto, groq_at, numbers, run
from tests.fakes.answer_server import AnswerServer, Behaviour


def desk_with(approval: Approval = Approval.FIRST) -> QuestionDesk:
    desk = QuestionDesk(Policy(approval), clock=lambda: 0.0, turns=numbers())
    desk.ask("Where?")
    return desk


def thought(desk: QuestionDesk, chain: FallbackLLM) -> list[str]:
    return run(draft_onto(desk, 1, Asked("Where?"), chain))


def texts(desk: QuestionDesk) -> list[str]:
    assert desk.draft is not None
    return [each.text for each in desk.draft.sentences if each.state != "rejected"]


def test_an_answer_lies_on_the_desk_sentence_by_sentence() -> None:
    desk = desk_with()
    thought(desk, chain_of(Scripted("A", "By the", " door. ", "It is 3", ".50 wide. 好的", "。再見")))
    assert texts(desk) == ["By the door.", "It is 3.50 wide.", "好的。", "再見"]
    assert desk.draft is not None and not desk.draft.thinking and desk.draft.by == "A"


def test_what_is_written_is_to_be_seen_before_its_sentence_is_whole() -> None:
    desk = desk_with()
    seen: list[str] = []

    def look() -> None:
        if desk.draft is not None:
            seen.append(desk.draft.tail)

    run(draft_onto(desk, 1, Asked("?"), chain_of(Scripted("A", "By", " the", " door.")), changed=look))
    assert seen == ["", "By", "By the", "By the door.", "", ""]


@pytest.mark.parametrize("approval", list(Approval))
def test_a_thinker_that_dies_in_the_middle_is_gone_on_with_by_the_next(approval: Approval) -> None:
    desk = desk_with(approval)
    second = Scripted("B", "It closes at eleven.")
    fallen = thought(desk, chain_of(Scripted("A", "By the door. After the", AnswerError("A broke off.")), second))
    assert texts(desk) == ["By the door.", "It closes at eleven."]
    assert second.asked[0].so_far == "By the door."
    note = "A broke off. B is asked."
    assert desk.draft is not None and desk.draft.notes == (note,) and fallen == [note]


def test_who_goes_on_with_a_broken_answer_and_begins_again_repeats_nothing() -> None:
    desk = desk_with()
    dying = Scripted("A", "By the door. After the", AnswerError("A broke off."))
    thought(desk, chain_of(dying, Scripted("B", "By the door. It closes at", " eleven.")))
    assert texts(desk) == ["By the door.", "It closes at eleven."]


def test_what_was_voiced_of_a_broken_answer_stays() -> None:
    desk = desk_with(Approval.AUTO)
    given: list[str] = []

    def voice() -> None:
        given.extend(each.text for each in desk.to_voice())

    dying = Scripted("A", "Ladies and gentlemen, the", " next", AnswerError("A broke off."))
    chain = chain_of(dying, Scripted("B", "Hello."))
    run(draft_onto(desk, 1, Asked("?"), chain, changed=voice))
    assert given == ["Ladies and gentlemen,", "Hello."]


def test_when_nobody_answers_the_desk_says_so_and_waits() -> None:
    desk = desk_with()
    thought(desk, chain_of(Scripted("Facts", DoesNotKnowError("The facts do not say."))))
    assert desk.draft is not None and desk.draft.undecided
    assert len(desk.draft.notes) == 1 and "Nobody could answer" in desk.draft.notes[0]


@pytest.mark.parametrize(
    ("language", "question", "wanted"),
    [
        (AnswerLanguage.MANDARIN_TW, "Where?", "寄物處在東門旁邊。"),
        (AnswerLanguage.MANDARIN_CN, "Where?", "寄物处在东门旁边。"),
        (AnswerLanguage.ASKED, "寄物處在哪裡？", "寄物處在東門旁邊。"),
        (AnswerLanguage.ASKED, "寄物处在哪里？", "寄物处在东门旁边。"),
        (AnswerLanguage.ASKED, "Where?", "寄物处在东门旁边。"),
    ],
)
def test_an_answer_is_written_in_the_script_of_the_preset_or_of_the_question(
    language: AnswerLanguage, question: str, wanted: str
) -> None:
    desk = desk_with()
    asked, chain = Asked(question, language=language), chain_of(Scripted("A", "寄物处在东", "门旁边。"))
    run(draft_onto(desk, 1, asked, chain))
    assert texts(desk) == [wanted]


def test_an_old_turns_words_change_nothing() -> None:
    desk = desk_with()
    desk.again(1)
    late = Scripted("A", "Late. ", "Very late. ", "Too late.")
    thought(desk, chain_of(late))
    assert desk.draft is not None and desk.draft.turn == 2 and desk.draft.sentences == []
    assert late.closed == 1


def test_again_in_the_middle_closes_the_connection_of_the_old_answer() -> None:
    with AnswerServer() as server:
        server.chat.usually = Behaviour("endless")
        desk = desk_with()
        groq = groq_at(server)

        async def interrupted() -> None:
            task = asyncio.ensure_future(draft_onto(desk, 1, Asked("?"), chain_of(groq)))
            async with asyncio.timeout(10):
                while desk.draft is None or not desk.draft.sentences:
                    await asyncio.sleep(0.01)
            desk.interrupt()
            task.cancel()
            await asyncio.gather(task, return_exceptions=True)
            async with asyncio.timeout(5):
                while server.open:
                    await asyncio.sleep(0.01)
            await groq.aclose()

        run(interrupted())
        assert server.open == 0 and desk.draft is None and desk.to_voice() == ()


def test_an_endless_answer_is_cut_and_its_sentences_stay() -> None:
    with AnswerServer() as server:
        server.chat.text = "One and two and three. "
        server.chat.usually = Behaviour("endless")
        desk = desk_with()
        groq = groq_at(server)

        async def whole() -> None:
            await draft_onto(desk, 1, Asked("?"), chain_of(groq))
            await groq.aclose()

        run(whole())
        assert desk.draft is not None and not desk.draft.thinking
        assert 1 < len(desk.draft.sentences) <= 60
