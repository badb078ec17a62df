"""The open microphone of the running application: asked without a key, over the host, and captions of the MC."""

from __future__ import annotations

import pytest

from tests.fakes.answer_server import AnswerServer
from tests.hall.rig.children import wait_until
from tests.hall.scenarios import answers, listened

pytestmark = [pytest.mark.hall, pytest.mark.bench, pytest.mark.timeout(300)]

MC = (
    "Good evening, everybody, and welcome to the main hall. Please find your seats now, and put your phones away. "
    "Our first guest has come a long way to be with us tonight, and she has brought something that nobody has seen."
)
KEY = {"GROQ_API_KEY": "gsk-of-the-tests"}


def test_a_question_without_a_key_is_answered_and_the_hosts_own_voice_raises_none() -> None:
    with AnswerServer() as server:
        server.chat.text, server.transcriptions.text = answers.ANSWER, answers.QUESTION
        settings = f'groq_url = "{server.root}"\nhands_free = true\n'
        with answers.on_air(settings, KEY, think='"groq facts"') as (stage, show):
            stage.sound.let_hear_the_hall()
            figures = listened.ask_aloud(stage, show)
            print(figures)
            assert figures["questions"] == 1 and figures["answers"] == 1
            assert figures["heard"] == answers.ANSWER
            assert figures["host_in_microphone_db"] > -40.0, "its voice was in the microphone"
            assert set(figures["stages"]) >= {"heard", "voiced", "shown"}


def test_with_the_echo_cancelled_a_question_is_heard_over_the_host_and_the_host_alone_raises_none() -> None:
    with AnswerServer() as server:
        server.chat.text, server.transcriptions.text = answers.ANSWER, answers.QUESTION
        settings = f'groq_url = "{server.root}"\nhands_free = true\necho = "cancel"\n'
        with answers.on_air(settings, KEY, think='"groq facts"') as (stage, show):
            stage.sound.let_hear_the_hall(-9.0)  # whoever asks has a microphone in the hand
            for _ in range(2):
                answers.ask_and_hear(show, answers.QUESTION)  # by now the canceller knows the hall
            assert listened.questions(show) == []
            figures = listened.ask_over_the_host(stage, show)
            print(figures)
            assert figures["alone"] == 0 and figures["over"] == 1
            assert figures["while_it_spoke"]


def test_the_mc_is_captioned_in_mirror_and_a_server_that_is_down_costs_one_sentence_and_no_picture() -> None:
    with AnswerServer() as server:
        server.transcriptions.text = "Good evening, and welcome to the gala"
        server.chat.text = "大家晚安，歡迎光臨今晚的盛會。"
        settings = f'groq_url = "{server.root}"\n'
        fields = {"captions_live": "true", "captions_second": '"zh-TW"'}
        with answers.on_air(settings, KEY, think='"facts groq"', **fields) as (stage, show):
            show.perform("mode", "mirror")
            wait_until(lambda: show.count("action", action="mode", accepted=True) > 0, within_s=5, what="MIRROR")
            figures = listened.caption_the_mc(stage, show, MC)
            print({name: value for name, value in figures.items() if name != "pictures"})
            assert figures["phrases"] >= 2 and figures["pictures_with_captions"] >= 2
            assert max(figures["late_ms"]) < 3000
            chats = [each for each in server.requests if each.path.endswith("chat/completions")]
            translated = [each for each in chats if b"welcome to the gala" in each.body]
            assert len(translated) == 1, "the same sentence is translated once"
            dead = listened.speak_to_a_dead_server(stage, show, server, MC)
            print(dead)
            assert len(dead["sentences"]) == 1 and "the show goes on" in dead["sentences"][0]
            assert dead["longest_still_ms"] < 400
