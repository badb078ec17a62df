from __future__ import annotations

import numpy as np

from engine.fitness import Fitness, Verdict, is_flat


class Judged:
    """An engine's pictures, thirty a second."""

    def __init__(self) -> None:
        self.now = 0.0
        self.fitness = Fitness(lambda: self.now)

    def draw(self, seconds: float, ill: bool) -> list[tuple[float, Verdict]]:
        """So many seconds of pictures, and what was said when."""
        said = []
        begun = self.now
        while self.now < begun + seconds:
            verdict = self.fitness.judge(ill)
            if verdict:
                said.append((round(self.now - begun), verdict))
            self.now += 1 / 30
        return said


def test_an_engine_that_drew_well_and_goes_on_drawing_wrong_is_loaded_again_and_then_replaced() -> None:
    judged = Judged()
    assert judged.draw(20, ill=False) == []
    said = judged.draw(6.5, ill=True)
    assert said[0] == (1, "load") and said[1] == (6, "replace")


def test_what_passes_by_itself_is_let_pass() -> None:
    judged = Judged()
    judged.draw(20, ill=False)
    for _ in range(20):
        assert judged.draw(0.5, ill=True) == []
        assert judged.draw(0.1, ill=False) == []


def test_one_that_is_well_after_it_was_loaded_again_stays() -> None:
    judged = Judged()
    judged.draw(20, ill=False)
    assert judged.draw(2, ill=True) == [(1, "load")]
    assert judged.draw(30, ill=False) == []
    assert judged.draw(2, ill=True) == [(1, "load")], "and the next time begins again"


def test_one_that_never_drew_well_is_not_replaced_without_end() -> None:
    judged = Judged()
    assert judged.draw(60, ill=True) == [(1, "load")]
    judged = Judged()
    judged.draw(2, ill=False)
    assert judged.draw(60, ill=True) == [(1, "load")]


def test_a_picture_of_one_colour_is_nobody() -> None:
    picture = np.zeros((180, 320, 4), np.uint8)
    assert is_flat(picture)
    picture[...] = (10, 20, 30, 255)
    assert is_flat(picture)
    picture[60:120, 100:200] = 90
    assert not is_flat(picture)
