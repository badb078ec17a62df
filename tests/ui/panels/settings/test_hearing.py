"""What the desk shows while a question is asked: how loud, how long, and the words so far. Nothing moves for it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from console.show.answers.draft import DraftSentence, SentenceState
from console.show.core.enums import Mode
from console.show.core.state import ShowState
from tests.ui.console_states import SECOND, answers, console_state, draft
from ui.widgets.meters.level import BARS, bars_for
from ui.window import OperatorWindow


def show(window: OperatorWindow, **fields: object) -> None:
    made = console_state(ShowState.LIVE)
    made.mode, made.answers = Mode.ANSWER, answers(**fields)
    window.show_state(made)


def test_a_question_that_is_asked_is_seen_with_its_level_and_its_seconds(window: OperatorWindow) -> None:
    panel = window._questions
    show(window, ear="ready")
    ready = panel._level.geometry(), panel._ear.geometry()
    assert panel._level.lit == 0
    show(window, ear="hearing", hearing_s=3.7, ear_level=0.5)
    assert panel._words.text == "A question is heard… 3 s" and "HEARING" in panel._ear.text
    assert 0 < panel._level.lit < BARS
    show(window, ear="hearing", hearing_s=4.2, ear_level=0.1, partial="Where is the")
    assert panel._words.text == "A question is heard: “Where is the…”"
    show(window, ear="reading", ear_level=0.5)
    assert panel._words.text == "The words of the question are being found…" and panel._level.lit == 0
    assert (panel._level.geometry(), panel._ear.geometry()) == ready


def test_the_words_so_far_are_seen_also_while_an_answer_lies_on_the_desk(window: OperatorWindow) -> None:
    made = console_state(ShowState.LIVE)
    asked = "Good evening, and could you tell us where the cloakroom is"
    made.mode, made.answers = (
        Mode.ANSWER,
        answers(draft=draft(DraftSentence(SECOND, SentenceState.WAITING)), ear="hearing", partial=asked),
    )
    window.show_state(made)
    assert window._questions._countdown.text == "“…us where the cloakroom is…”"
    made.answers = answers(
        draft=draft(DraftSentence(SECOND, SentenceState.WAITING)), ear="hearing", partial=asked, unattended_s=9.0
    )
    window.show_state(made)
    assert "9" in window._questions._countdown.text, "what is about to happen goes first"


def test_who_hears_stands_at_the_ear(window: OperatorWindow) -> None:
    show(window, ear="ready", hears="Groq, Whisper on this machine")
    assert window._questions._ear.toolTip() == "Heard by Groq, Whisper on this machine"
    show(window, ear="ready", hears="")
    assert window._questions._ear.toolTip() == ""


@given(st.floats(0.0, 1.0), st.floats(0.0, 1.0))
def test_louder_never_lights_fewer_bars(one: float, other: float) -> None:
    assert 0 <= bars_for(min(one, other)) <= bars_for(max(one, other)) <= BARS


@pytest.mark.parametrize(("level", "lit"), [(0.0, 0), (0.003, 0), (1.0, BARS)])
def test_silence_lights_none_and_full_scale_all(level: float, lit: int) -> None:
    assert bars_for(level) == lit
