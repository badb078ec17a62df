"""A turn that is interrupted, or whose thinker, voice or playout fails: whole it goes, and the desk goes on."""

from __future__ import annotations

import pytest

from console.answer.llm.protocol import AnswerError
from console.answer.tts.protocol import TTSError
from console.answer.turn import FAILED, NO_CONFIG
from console.show.answers.events import VoiceReady
from console.show.effects.answers import AskQuestion
from engine.ipc.rings.speech_ring import SpeechRing
from tests.console.answer.hall import settle
from tests.console.answer.turn_harness import AUTO, FIRST, FakeLLM, Rig, Work, rig_with, run, turning
from tests.console.answer.turn_stages import (
    before_the_door,
    between_sentences,
    just_let_out,
    sounding,
    sounding_and_thinking,
    standing_by,
    tail,
    thinking,
    voicing,
    waiting,
)

# -- INTERRUPT --------------------------------------------------------------------------------------------------


HEARD = {sounding: "Answer to", sounding_and_thinking: "Answer to", between_sentences: "Answer to."}


@pytest.mark.parametrize(
    "stage",
    [
        thinking,
        tail,
        waiting,
        just_let_out,
        before_the_door,
        voicing,
        sounding,
        sounding_and_thinking,
        between_sentences,
        standing_by,
    ],
)
def test_an_interrupt_ends_a_turn_whole_wherever_it_is(stage: Work) -> None:
    async def scenario() -> None:
        async with rig_with() as rig:
            await stage(rig)
            rig.answerer.receive(AskQuestion("When?"))
            sounded = [*rig.sounded]
            speech = rig.ring.turn
            await rig.interrupt()
            assert rig.llm.open == 0 and rig.mouth.open == 0, "thinker and voice were closed"
            assert rig.desk.draft is None and not rig.answerer.speaking()
            assert rig.ring.state_of(speech) is None, "the ring is fenced off"
            await rig.last_words()
            rig.llm.gate.set()
            rig.mouth.gate.set()
            await settle()
            await rig.hear_all()
            assert rig.sounded == sounded, "nothing of it is heard afterwards"
            assert rig.history == ([("Where?", HEARD[stage])] if stage in HEARD else [])
            assert rig.at_rest() and len(rig.desk.waiting.questions) == 1, "the next question is not begun by itself"
            rig.llm.plans.clear()
            rig.desk.policy = AUTO
            await rig.do(rig.desk.start())
            await rig.hear_all()
            assert rig.sounded == [*sounded, "Answer to When?."], "it is answered when it is asked for"
            assert rig.at_rest()

    run(scenario())


@turning()
async def test_a_turn_that_is_stopped_is_dropped_in_playout_too(rig: Rig) -> None:
    await sounding(rig)
    await rig.do(rig.desk.interrupt())  # the desk's alone
    assert rig.ring.state_of(rig.ring.turn) is None
    await rig.last_words()
    assert rig.ends == [(1, "Answer to", False)]


@turning()
async def test_late_words_and_samples_of_a_turn_that_is_over_are_dropped(rig: Rig) -> None:
    rig.llm.plans["Where?"] = ("By the door. ", None, "Too late.")
    await rig.ask("Where?")
    await rig.hear(1)
    writer = rig.line._writers[rig.ring.turn]
    await rig.interrupt()
    await rig.last_words()
    assert not rig.desk.add(1, "Too late.") and writer.dropped
    rig.llm.gate.set()
    await rig.ask("When?")
    await rig.hear_all()
    assert rig.sounded == ["By the door.", "Answer to When?."]
    assert rig.history == [("Where?", "By"), ("When?", "Answer to When?.")]


@turning(FIRST)
async def test_again_and_reject_leave_no_thinker_behind(rig: Rig) -> None:
    rig.llm.plans["Where?"] = ("One. ", None)
    await rig.ask("Where?")
    await rig.do(rig.desk.again(1))
    assert rig.llm.open == 1 and len(rig.llm.asked) == 2
    assert rig.desk.draft is not None
    await rig.do(rig.desk.reject(rig.desk.draft.turn))
    assert rig.llm.open == 0 and rig.at_rest() and rig.desk.draft is None


# -- what fails ---------------------------------------------------------------------------------------------------


@turning()
async def test_a_thinker_that_fails_is_one_sentence_and_the_next_one_answers(rig: Rig) -> None:
    second = FakeLLM()
    rig.config = rig.config_of(rig.llm, second)
    rig.llm.plans["Where?"] = (AnswerError("Wit cannot be reached."),)
    await rig.ask("Where?")
    await rig.hear_all()
    assert rig.sentences == ["Wit cannot be reached. Wit is asked."]
    assert rig.history == [("Where?", "Answer to Where?.")]


@turning()
async def test_when_nobody_can_answer_the_desk_says_so_and_goes_on_when_it_is_rejected(rig: Rig) -> None:
    rig.llm.plans["Where?"] = (AnswerError("Wit cannot be reached."),)
    await rig.ask("Where?")
    await rig.ask("When?")
    assert rig.desk.draft is not None and "Nobody could answer" in rig.desk.draft.notes[-1]
    await rig.do(rig.desk.reject(1))
    await rig.hear_all()
    assert rig.history == [("When?", "Answer to When?.")] and rig.at_rest()


@turning()
async def test_a_thinker_that_dies_behind_a_spoken_sentence_leaves_room_for_the_next_question(rig: Rig) -> None:
    rig.llm.plans["Where?"] = ("By the door. ", None, AnswerError("Wit broke off."))
    await rig.ask("Where?")
    await rig.ask("When?")
    await rig.hear()
    rig.llm.gate.set()
    await settle()
    await rig.hear_all()
    assert rig.sentences == ["Wit broke off."]
    assert [question for question, _ in rig.history] == ["Where?", "When?"] and rig.at_rest()


@turning()
async def test_a_preset_that_cannot_answer_is_said_on_the_desk(rig: Rig) -> None:
    rig.config = None
    await rig.ask("Where?")
    assert rig.desk.draft is not None and rig.desk.draft.notes == (NO_CONFIG,) and not rig.desk.draft.thinking
    await rig.do(rig.desk.reject(1))
    assert rig.at_rest()


@turning()
async def test_a_question_waits_for_its_preset_to_be_ready(rig: Rig) -> None:
    rig.loaded.clear()
    await rig.ask("Where?")
    assert rig.llm.asked == []
    rig.loaded.set()
    await settle()
    await rig.hear_all()
    assert rig.history == [("Where?", "Answer to Where?.")]


@turning()
async def test_a_voice_that_cannot_be_had_is_one_sentence_and_the_desk_goes_on(rig: Rig) -> None:
    rig.no_voice = "There is no voice: choose one."
    await rig.ask("Where?")
    assert rig.sentences == ["There is no voice: choose one."] and rig.desk.draft is None
    await rig.last_words()
    await rig.hear()
    assert rig.history == [] and rig.at_rest()
    rig.no_voice = ""
    await rig.ask("When?")
    await rig.hear_all()
    assert rig.history == [("When?", "Answer to When?.")]


@turning(FIRST)
async def test_a_voice_that_dies_in_a_sentence_keeps_what_was_heard_and_drops_what_waits(rig: Rig) -> None:
    rig.llm.plans["Where?"] = ("By the door. On the left. Behind the stairs.",)
    rig.mouth.fails["On the left."] = TTSError("The voice broke off.")
    await rig.ask("Where?")
    await rig.ask("When?")
    await rig.do(rig.desk.approve(1))
    await rig.hear_all()
    assert rig.sentences == ["The voice broke off."]
    assert rig.mouth.spoken == ["By the door.", "On the left."], "nothing follows a sentence that broke off"
    assert rig.desk.draft is not None and rig.desk.draft.question == "When?", "the next question is on the desk"
    assert rig.history[0][0] == "Where?" and rig.history[0][1].startswith("By the door.")
    assert rig.ends[0][2] is False


@turning()
async def test_a_voice_that_fails_inside_is_said_and_the_desk_goes_on(rig: Rig) -> None:
    rig.mouth.fails["Answer to Where?."] = RuntimeError("a bug")
    await rig.ask("Where?")
    await rig.ask("When?")
    await rig.hear_all()
    assert rig.sentences == [FAILED] and rig.log.faults
    rig.log.faults.clear()
    assert rig.history[-1] == ("When?", "Answer to When?.") and rig.at_rest()


@turning()
async def test_a_thinkers_kit_that_fails_inside_is_said_and_leaves_the_desk_to_the_operator(rig: Rig) -> None:
    rig.config = object()  # type: ignore[assignment]
    await rig.ask("Where?")
    assert rig.sentences == [FAILED] and rig.log.faults
    rig.log.faults.clear()
    assert rig.desk.draft is not None and not rig.desk.draft.thinking
    await rig.do(rig.desk.reject(1))
    assert rig.at_rest()


@turning()
async def test_playout_that_goes_takes_its_turn_along_and_what_waits_is_heard_when_it_is_back(rig: Rig) -> None:
    await rig.ask("Where?")
    await rig.ask("When?")
    await rig.hear(1)
    rig.line.lose()
    await settle()
    assert rig.history[0] == ("Where?", "Answer")
    assert rig.mouth.spoken == ["Answer to Where?."], "nothing is voiced for nobody"
    again = SpeechRing.create(f"{rig.ring.name}b", 20.0)
    rig.ring.close()
    rig.ring = again
    rig.line.use(again.name)
    rig.answerer.receive(VoiceReady())
    await settle()
    await rig.hear_all()
    assert rig.history[1:] == [("When?", "Answer to When?.")] and rig.at_rest()


# -- the end ---------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("stage", [thinking, voicing, sounding, sounding_and_thinking, before_the_door, standing_by])
def test_a_console_that_goes_leaves_no_task_and_lets_the_hall_hear_what_is_there(stage: Work) -> None:
    async def scenario() -> None:
        async with rig_with() as rig:
            await stage(rig)
            await rig.answerer.close()
            assert not rig.answerer._tasks and rig.llm.open == 0 and rig.mouth.open == 0
            state = rig.ring.state_of(rig.ring.turn)
            if stage not in (thinking, before_the_door):
                assert state is not None and state.ended
            rig.answerer.receive(AskQuestion("When?"))
            rig.answerer.observe()
            await settle()
            assert not rig.answerer._tasks, "nothing is begun any more"

    run(scenario())
