"""Captions in a second language: the real clients against a server, and what is never shown."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from console.answer.llm.facts import FactsProvider
from console.answer.safety.checks import Safety, safety_of
from console.answer.translate import NOBODY, TranslateError, Translator
from console.show.core.enums import AnswerLanguage, CaptionLanguage
from tests.console.answer.llm.asking import groq_at, run, server_at
from tests.fakes.answer_server import AnswerServer, Behaviour

SAID = "Dinner begins at seven."


@pytest.fixture
def server() -> Iterator[AnswerServer]:
    with AnswerServer() as made:
        made.chat.text = "晚宴七點開始。"
        yield made


def translated(
    *thinkers: object,
    text: str = SAID,
    language: CaptionLanguage = CaptionLanguage.MANDARIN_TW,
    safety: Safety | None = None,
    limit_s: float = 2.0,
) -> str:
    async def whole() -> str:
        translator = Translator(thinkers, language, safety or Safety(), mark=lambda: "m4rk", limit_s=limit_s)
        for each in thinkers:
            await each.warm()  # type: ignore[attr-defined]
        try:
            return await translator.translate(text)
        finally:
            for each in thinkers:
                if hasattr(each, "aclose"):
                    await each.aclose()

    return run(whole())


def test_a_sentence_is_translated_by_the_first_who_can_and_the_facts_are_passed_over(server: AnswerServer) -> None:
    assert translated(FactsProvider(()), server_at(server)) == "晚宴七點開始。"
    told = server.requests[0].json["messages"]
    assert "Taiwan" in told[0]["content"] and "not answered" in told[0]["content"]
    assert told[1] == {"role": "user", "content": told[1]["content"]}
    assert SAID in told[1]["content"] and "audience-m4rk" in told[1]["content"], "what was said is never an order"


def test_the_script_is_the_one_that_was_asked_for(server: AnswerServer) -> None:
    server.chat.text = "“晚宴七点开始。”\n"
    assert translated(groq_at(server)) == "晚宴七點開始。"


@pytest.mark.parametrize(
    ("behaviour", "sentence"),
    [
        (Behaviour.hang(), "Groq does not answer in time."),
        (Behaviour.fails(401), "Groq refused the key: set another one."),
        (Behaviour("endless"), "Groq sent no translation of a caption."),
        (Behaviour("die", after=2), "Groq broke off in the middle of its answer."),
    ],
)
def test_who_cannot_is_one_sentence_and_the_next_one_is_asked(
    server: AnswerServer, behaviour: Behaviour, sentence: str
) -> None:
    server.chat.next(behaviour)
    with pytest.raises(TranslateError) as fault:
        translated(groq_at(server), limit_s=0.5)
    assert str(fault.value) == sentence and not fault.value.held
    server.chat.next(behaviour)
    assert translated(groq_at(server), server_at(server), limit_s=0.5) == "晚宴七點開始。"


def test_with_facts_alone_nobody_translates() -> None:
    with pytest.raises(TranslateError, match=f"^{NOBODY}$"):
        translated(FactsProvider(()))


@pytest.mark.parametrize(
    ("answer", "word"),
    [
        ("王大明七點開始。", "王大明"),
        ("王 大 明 七點開始。", "name that must not be said"),
        ("晚宴在 www.casino.example 開始。", "link"),
        ("Sure! Here is what you asked for, my friend.", "language"),
        ("晚宴七点开始 <b>now</b>。", "markup"),
    ],
)
def test_what_must_not_be_said_is_not_shown_either(server: AnswerServer, answer: str, word: str) -> None:
    server.chat.text = answer
    safety = safety_of((), never_say="王大明", language=AnswerLanguage.ENGLISH, longest_s=30.0)
    with pytest.raises(TranslateError) as fault:
        translated(server_at(server), safety=safety)
    assert fault.value.held and word in str(fault.value)


def test_an_answer_instead_of_a_translation_is_none(server: AnswerServer) -> None:
    server.chat.text = "晚宴七點開始。" * 40
    with pytest.raises(TranslateError, match="no translation"):
        translated(server_at(server))
