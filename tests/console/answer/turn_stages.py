"""The places at which a turn may be when something happens to it."""

from __future__ import annotations

from console.show.answers.approval import Policy
from console.show.core.enums import Approval
from tests.console.answer.turn_harness import FIRST, Rig


async def thinking(rig: Rig) -> None:
    rig.llm.plans["Where?"] = (None, "Too late.")
    await rig.ask("Where?")
    assert rig.llm.open == 1


async def tail(rig: Rig) -> None:
    rig.llm.plans["Where?"] = ("Half of a", None, " sentence.")
    await rig.ask("Where?")
    assert rig.desk.draft is not None and rig.desk.draft.tail


async def waiting(rig: Rig) -> None:
    rig.desk.policy = FIRST
    await rig.ask("Where?")
    assert rig.texts and rig.mouth.spoken == []


async def just_let_out(rig: Rig) -> None:
    await waiting(rig)
    rig.carry_out(rig.desk.approve(1))  # and nothing has begun yet


async def before_the_door(rig: Rig) -> None:
    rig.said = await rig.line.begin(rig.fresh())  # type: ignore[attr-defined]
    await rig.ask("Where?")
    assert rig.answerer.speaking() and rig.mouth.spoken == []


async def voicing(rig: Rig) -> None:
    rig.mouth.gate.clear()
    await rig.ask("Where?")
    assert rig.mouth.open == 1 and rig.ring.turn


async def sounding(rig: Rig) -> None:
    await rig.ask("Where?")
    await rig.hear(2)


async def sounding_and_thinking(rig: Rig) -> None:
    rig.llm.plans["Where?"] = ("Answer to Where?. ", None, "Too late.")
    await rig.ask("Where?")
    await rig.hear(2)
    assert rig.llm.open == 1


async def between_sentences(rig: Rig) -> None:
    rig.desk.policy = Policy(Approval.EACH)
    rig.llm.plans["Where?"] = ("Answer to. Nothing more.",)
    await rig.ask("Where?")
    await rig.do(rig.desk.approve(1))
    await rig.hear()
    assert rig.sounded == ["Answer to."]


async def standing_by(rig: Rig) -> None:
    rig.llm.plans["Where?"] = (None, "Too late.")
    await rig.ask("Where?")
    await rig.do(rig.desk.stand_by())
    await rig.hear(1)
