"""One turn from the question to what the hall has heard: voiced as the desk lets it out."""

from __future__ import annotations

import asyncio
import re

from console.show.answers.draft import SentenceState
from console.show.answers.events import VoiceReady
from engine.ipc.messages import core as m
from tests.console.answer.hall import settle
from tests.console.answer.turn_harness import FIRST, SAFE, STANDBY, Rig, rig_with, run, turning

# -- to the hall ------------------------------------------------------------------------------------------------


@turning()
async def test_an_answer_is_voiced_and_what_was_heard_is_remembered(rig: Rig) -> None:
    rig.llm.plans["Where?"] = ("By the door. ", "On the left.")
    await rig.ask("Where?")
    await rig.hear(1)
    assert rig.desk.draft is not None and rig.desk.draft.heard == "By"
    await rig.hear_all()
    assert rig.sounded == ["By the door.", "On the left."]
    assert rig.history == [("Where?", "By the door. On the left.")]
    assert rig.ends == [(1, "By the door. On the left.", True)]
    assert rig.desk.draft is None and rig.at_rest()


@turning()
async def test_the_first_sentence_sounds_while_the_rest_is_still_thought(rig: Rig) -> None:
    rig.llm.plans["Where?"] = ("By the door. On the ", None, "left.")
    await rig.ask("Where?")
    await rig.hear()
    assert rig.sounded == ["By the door."] and rig.desk.history == ()
    rig.llm.gate.set()
    await settle()
    await rig.hear_all()
    assert rig.history == [("Where?", "By the door. On the left.")]


@turning(FIRST)
async def test_what_nobody_has_approved_or_what_is_held_never_reaches_the_voice(rig: Rig) -> None:
    rig.llm.plans["Where?"] = ("One thing. A BAD thing. Another thing.",)
    await rig.ask("Where?")
    await rig.hear()
    assert rig.mouth.spoken == [] and not [each for each in rig.sent if isinstance(each, m.SpeakTurn)]
    await rig.do(rig.desk.approve(1))
    await rig.hear()
    assert rig.mouth.spoken == ["One thing."], "a held sentence holds back what follows it"
    await rig.do(rig.desk.edit(1, 1, "A good thing."))
    await rig.hear()
    assert rig.mouth.spoken == ["One thing."], "an edit waits for approval"
    await rig.do(rig.desk.approve(1))
    await rig.hear_all()
    assert rig.sounded == ["One thing.", "A good thing.", "Another thing."]


@turning()
async def test_questions_that_wait_are_answered_in_their_order_without_a_hand(rig: Rig) -> None:
    for number in range(4):
        await rig.ask(f"Q{number}")
    assert len(rig.desk.waiting.questions) == 3
    await rig.hear_all()
    assert [question for question, _ in rig.history] == ["Q0", "Q1", "Q2", "Q3"]
    assert rig.sounded == [f"Answer to Q{number}." for number in range(4)] and rig.at_rest()


@turning()
async def test_an_answer_heard_before_its_thinker_ended_makes_room_for_the_next_question(rig: Rig) -> None:
    rig.llm.plans["Where?"] = ("By the door. ", None)
    await rig.ask("Where?")
    await rig.ask("When?")
    await rig.hear()
    assert rig.desk.draft is not None and rig.desk.draft.turn == 1, "more of it may come"
    rig.llm.gate.set()
    await settle()
    await rig.hear_all()
    assert [question for question, _ in rig.history] == ["Where?", "When?"]
    assert rig.at_rest()


@turning(ring_s=1.0)
async def test_a_hall_that_hears_slowly_makes_the_voice_wait(rig: Rig) -> None:
    await rig.ask("Where in the whole wide world?")
    assert rig.ring.room == 0 and rig.mouth.open == 1
    await rig.hear_all()
    assert rig.history[0][1] == "Answer to Where in the whole wide world?." and rig.at_rest()


# -- more than one turn of speech -------------------------------------------------------------------------------


@turning(FIRST)
async def test_what_is_let_out_while_the_end_is_heard_is_spoken_too(rig: Rig) -> None:
    await rig.ask("Where?")
    await rig.do(rig.desk.approve(1))
    await rig.hear(1)
    await rig.do(rig.desk.use_safe_line(1))
    await rig.hear_all()
    assert rig.sounded == ["Answer to Where?.", SAFE]
    assert rig.history == [("Where?", f"Answer to Where?. {SAFE}")]
    assert rig.ends == [(1, f"Answer to Where?. {SAFE}", True)] and rig.at_rest()


@turning(FIRST)
async def test_a_stand_by_line_and_a_said_line_before_an_answer_do_not_fence_it_off(rig: Rig) -> None:
    rig.llm.plans["Where?"] = (None, "By the door.")
    await rig.ask("Where?")
    await rig.do(rig.desk.stand_by())
    await rig.hear()
    said = asyncio.create_task(rig.line.begin(rig.fresh()))
    rig.llm.gate.set()
    await settle()
    await rig.do(rig.desk.approve(1))
    (await said).end()
    await rig.hear_all()
    assert rig.sounded == [STANDBY, "By the door."]
    assert rig.history == [("Where?", "By the door.")], "a stand-by line is no answer"
    assert [number for number, _, _ in rig.ends] == [2, 1] and rig.at_rest()


@turning()
async def test_turns_begin_in_the_order_of_their_numbers_whoever_looks_for_room_first(rig: Rig) -> None:
    looks, late = [0], asyncio.Event()

    async def the_first_looks_late() -> None:
        looks[0] += 1
        await (late.wait() if looks[0] == 1 else asyncio.sleep(0))

    rig.line._pause = the_first_looks_late
    first = await rig.line.begin(rig.fresh())
    await rig.ask("Where?")
    last = asyncio.create_task(rig.line.begin(rig.fresh()))
    first.end()
    await settle()
    late.set()
    await rig.hear_all()
    assert rig.history == [("Where?", "Answer to Where?.")]
    (await last).end()
    await rig.hear()


@turning()
async def test_a_line_said_behind_an_answer_that_waits_for_the_hall_does_not_overtake_it(rig: Rig) -> None:
    first = await rig.line.begin(rig.fresh())
    await rig.ask("Where?")  # waits: somebody is speaking
    last = asyncio.create_task(rig.line.begin(rig.fresh()))
    await settle()
    first.end()
    await settle()
    assert [each.turn for each in rig.sent if isinstance(each, m.SpeakTurn)] == [1, 3]
    await rig.hear_all()
    await last
    assert rig.history == [("Where?", "Answer to Where?.")]
    last.result().end()
    await rig.hear()


@turning()
async def test_a_file_said_in_its_place_ends_an_answer_and_the_desk_goes_on(rig: Rig) -> None:
    await rig.ask("Where?")
    await rig.ask("When?")
    await rig.hear(1)
    rig.line._send(m.Interrupt(asked_ns=0))  # what playout does with the turn that is spoken
    await rig.last_words()
    await rig.hear_all()
    assert rig.history == [("Where?", "Answer"), ("When?", "Answer to When?.")] and rig.at_rest()


# -- off the air, and the end ---------------------------------------------------------------------------------------


@turning()
async def test_off_the_air_nothing_is_voiced_and_it_waits(rig: Rig) -> None:
    rig.on_air = False
    await rig.ask("Where?")
    await rig.hear()
    assert rig.desk.draft is not None and rig.desk.draft.sentences[0].state is SentenceState.APPROVED
    assert rig.mouth.spoken == []
    rig.on_air = True
    rig.answerer.receive(VoiceReady())
    await settle()
    await rig.hear_all()
    assert rig.history == [("Where?", "Answer to Where?.")]


@turning()
async def test_a_change_of_policy_in_the_middle_holds_from_the_next_sentence_on(rig: Rig) -> None:
    rig.llm.plans["Where?"] = ("By the door. ", None, "On the left.")
    await rig.ask("Where?")
    rig.desk.policy = FIRST
    rig.llm.gate.set()
    await settle()
    await rig.hear_all()
    assert rig.sounded == ["By the door."]
    await rig.do(rig.desk.approve(1))
    await rig.hear_all()
    assert rig.sounded == ["By the door.", "On the left."] and rig.at_rest()


def test_two_hundred_questions_leave_nothing_behind_and_none_is_lost_or_doubled() -> None:
    async def scenario() -> None:
        async with rig_with() as rig:
            for number in range(200):
                await rig.ask(f"Q{number}")
                await rig.hear_all()
                assert rig.at_rest()
            assert rig.sounded == [f"Answer to Q{number}." for number in range(200)]
            assert [heard for _, heard, _ in rig.ends] == rig.sounded
            assert all(whole for _, _, whole in rig.ends)
            assert len(rig.desk.history) == 12 and len(rig.stages._turns) <= rig.stages.KEPT
            turns = [each.turn for each in rig.sent if isinstance(each, m.SpeakTurn)]
            assert turns == sorted(set(turns)) and len(turns) == 200
            assert all(re.fullmatch(r"Answer to Q\d+\.", text) for text in rig.mouth.spoken)

    run(scenario())
