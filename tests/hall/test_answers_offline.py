"""Questions asked of the running application where no server can be reached. Apart: one show at a time."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.hall.rig.stage import Stage
from tests.hall.scenarios import answers
from tests.hall.scenarios.handed import HandedShow

pytestmark = [pytest.mark.hall, pytest.mark.timeout(300)]


@pytest.fixture(scope="module")
def alone() -> Iterator[tuple[Stage, HandedShow]]:
    """A show LIVE in ANSWER whose Groq and whose Edge voice cannot be reached."""
    settings = f'groq_url = "{answers.REFUSED}"\n'
    voice = '"edge:en-GB-SoniaNeural, builtin"'
    with answers.on_air(settings, answers.NO_NETWORK, think='"groq facts"', voice=voice) as (stage, show):
        yield stage, show


def test_without_a_network_the_facts_answer_with_the_built_in_voice(alone: tuple[Stage, HandedShow]) -> None:
    _, show = alone
    figures = answers.without_network(show)
    assert figures["heard"] == answers.ANSWER
    assert figures["thinkers"] == ["Groq cannot be reached: start it, or look at its address. Facts is asked."]
    assert figures["voices"] == ["Edge cannot be reached: is the network there?"]


@pytest.mark.parametrize("language", ["cmn"])  # `compere bench answer` speaks the others too
def test_an_answer_is_spoken_with_moving_lips_and_captions(alone: tuple[Stage, HandedShow], language: str) -> None:
    stage, show = alone
    figures, _ = answers.speak_in(stage, show, language)
    assert figures["whole"] and figures["sounded_after_ms"] is not None  # how soon: `compere bench answer`
    assert figures["mouth_open_percent"] > 15 and figures["mouth_correlation"] > 0.1
    assert figures["pictures_with_captions"] >= 2
