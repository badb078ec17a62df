"""Questions asked of the running application, heard and filmed from outside; `compere bench answer` repeats them."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.fakes.answer_server import AnswerServer, Behaviour
from tests.hall.rig.stage import Stage
from tests.hall.scenarios import answers
from tests.hall.scenarios.handed import HandedShow

pytestmark = [pytest.mark.hall, pytest.mark.timeout(300)]

Hall = tuple[Stage, HandedShow, AnswerServer]


@pytest.fixture(scope="module")
def hall() -> Iterator[Hall]:
    """A show LIVE in ANSWER, with a server for Groq's questions and the facts behind it."""
    with AnswerServer() as server:
        server.chat.text = answers.ANSWER
        key = {"GROQ_API_KEY": "gsk-of-the-tests"}
        with answers.on_air(f'groq_url = "{server.root}"\n', key, think='"groq facts"') as (stage, show):
            yield stage, show, server


def test_a_question_is_answered_aloud_and_soon(hall: Hall) -> None:
    stage, show, server = hall
    server.chat.text = "At seven."
    figures = answers.ask_to_sound(stage, show, 2)
    server.chat.text = answers.ANSWER
    assert figures["unheard"] == 0 and figures["whole"] == 2
    assert set(figures["stages_ms"]) == {"heard", "thought", "drafted", "approved", "voiced", "shown"}
    assert len(server.requests) == 3


def test_an_interrupt_silences_an_answer_wherever_it_is_and_the_history_is_true(hall: Hall) -> None:
    stage, show, server = hall
    server.chat.usually = answers.SLOW
    figures = answers.interrupt_answers(stage, show, 3)
    server.chat.usually = Behaviour()
    assert figures["heard_again"] == 0 and figures["history_false"] == []
    assert figures["while_sounding"] and figures["silent_after_key_ms"]["max"] < 250


def test_a_server_that_fails_is_one_sentence_and_the_facts_answer_while_the_picture_goes_on(hall: Hall) -> None:
    stage, show, server = hall
    found = answers.misbehave(stage, show, server, ["dies mid-sentence"])
    for kind, figures in found.items():
        assert figures["heard"] == answers.ANSWER, kind
        assert len(figures["sentences"]) == 1 and figures["sentences"][0].startswith("Groq "), kind
        assert figures["longest_still_ms"] < 400, kind
