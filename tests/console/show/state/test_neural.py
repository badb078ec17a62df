from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from console.show.state.neural import NEEDED_MIB, GraphicsCard, NeuralFacts, NeuralState, judge_neural, version_of

CARD = GraphicsCard("RTX 4070", 12282, 11020, "550.54.14")
READY = NeuralFacts((CARD,), torch="2.9.0", cuda="12.8")


def facts(**changed: object) -> NeuralFacts:
    return NeuralFacts(**{**READY.__dict__, **changed})  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("found", "state", "sentence"),
    [
        (
            facts(cards=()),
            NeuralState.NO_CARD,
            "There is no NVIDIA graphics card: the light driver draws the face on the processor.",
        ),
        (
            facts(cards=(), fault="it ended with code 9"),
            NeuralState.NO_ANSWER,
            "An NVIDIA driver is installed and does not answer (it ended with code 9): "
            "the light driver draws the face on the processor.",
        ),
        (
            facts(cards=(GraphicsCard("GTX 1080", 8192, 8000, "470.82.01"),)),
            NeuralState.OLD_DRIVER,
            "The NVIDIA driver 470.82.01 is too old for CUDA 12.8: 525 or newer is needed.",
        ),
        (
            facts(cuda="13.0"),
            NeuralState.OLD_DRIVER,
            "The NVIDIA driver 550.54.14 is too old for CUDA 13.0: 580 or newer is needed.",
        ),
        (
            facts(torch="", cuda=""),
            NeuralState.NO_TORCH,
            "PyTorch is not installed: the neural driver needs it.",
        ),
        (
            facts(torch="2.9.0+cpu", cuda=""),
            NeuralState.TORCH_WITHOUT_CUDA,
            "PyTorch 2.9.0+cpu was built for the processor only and cannot use the card.",
        ),
        (
            facts(lacking=("a.pth", "b.json", "c.bin", "d")),
            NeuralState.NO_WEIGHTS,
            "Files of the neural driver are missing or not good: a.pth, b.json and 2 more.",
        ),
        (
            facts(lacking=("a.pth", "b.json")),
            NeuralState.NO_WEIGHTS,
            "Files of the neural driver are missing or not good: a.pth, b.json.",
        ),
        (
            facts(cards=(GraphicsCard("RTX 3060", 12288, 1500, "550.54"),)),
            NeuralState.LITTLE_MEMORY,
            "RTX 3060 has 1.5 of 12.0 GB free, and the neural driver needs 4.0 GB.",
        ),
        (
            READY,
            NeuralState.READY,
            "The neural driver can work: RTX 4070, 10.8 of 12.0 GB free, driver 550.54.14.",
        ),
    ],
)
def test_what_stands_first_in_the_way_is_one_sentence_with_its_numbers(
    found: NeuralFacts, state: NeuralState, sentence: str
) -> None:
    judged = judge_neural(found)
    assert (judged.state, judged.sentence) == (state, sentence)
    assert judged.ready is (state is NeuralState.READY)


def test_a_second_engine_that_always_stands_by_needs_its_memory_too() -> None:
    found = replace(facts(cards=(GraphicsCard("RTX 3060", 12288, 7000, "550.54"),)), engines=2)
    judged = judge_neural(found)
    assert judged.state is NeuralState.LITTLE_MEMORY
    assert judged.sentence == "RTX 3060 has 6.8 of 12.0 GB free, and two engines of the neural driver need 8.0 GB."
    assert judged.cure.startswith("Set the second engine to off or auto")
    assert judge_neural(replace(found, engines=1)).ready
    assert judge_neural(replace(found, cards=(GraphicsCard("L40", 46068, 45000, "550.54"),))).ready


def test_a_missing_pytorch_says_how_to_get_it() -> None:
    assert "bootstrap.py run --neural" in judge_neural(facts(torch="", cuda="")).cure


def test_a_driver_is_too_old_for_any_pytorch_before_one_is_installed() -> None:
    old = (GraphicsCard("GTX 1080", 8192, 8000, "470.82.01"),)
    assert judge_neural(facts(cards=old, torch="", cuda="")).state is NeuralState.OLD_DRIVER
    assert judge_neural(facts(cards=old, cuda="11.8")).state is NeuralState.READY


def test_a_card_that_is_too_small_needs_a_larger_one_and_a_full_one_needs_room() -> None:
    small = judge_neural(facts(cards=(GraphicsCard("GT 1030", 2048, 2000, "550.1"),)))
    full = judge_neural(facts(cards=(GraphicsCard("RTX 3060", 12288, 100, "550.1"),)))
    assert "larger card" in small.cure and "Close other programs" in full.cure


def test_the_drivers_own_memory_is_not_held_against_it() -> None:
    full = (GraphicsCard("RTX 3060", 12288, 100, "550.1"),)
    assert judge_neural(facts(cards=full, at_work=True)).ready


def test_of_several_cards_the_one_with_most_room_counts() -> None:
    assert judge_neural(facts(cards=(GraphicsCard("T400", 2048, 1900, "550.1"), CARD))).ready


@pytest.mark.parametrize(
    ("text", "numbers"), [("550.54.14", (550, 54, 14)), ("12.8", (12, 8)), ("", ()), ("x", ()), ("5.b.6", (5,))]
)
def test_a_version_is_read_as_far_as_it_has_numbers(text: str, numbers: tuple[int, ...]) -> None:
    assert version_of(text) == numbers


@given(
    free=st.integers(0, 100_000),
    total=st.integers(0, 100_000),
    driver=st.text(max_size=8),
    cuda=st.text(max_size=6),
    torch=st.text(max_size=6),
    lacking=st.lists(st.text(min_size=1, max_size=5), max_size=4),
)
def test_any_facts_make_one_sentence(
    free: int, total: int, driver: str, cuda: str, torch: str, lacking: list[str]
) -> None:
    found = NeuralFacts((GraphicsCard("card", total, free, driver),), "", torch, cuda, tuple(lacking))
    judged = judge_neural(found)
    assert judged.sentence.endswith(".") and (judged.cure == "" or judged.cure.endswith("."))
    assert not judged.ready or (torch and cuda and not lacking and free >= NEEDED_MIB)
