from __future__ import annotations

import threading
from collections.abc import Iterator

import pytest

from engine.film.ahead import Ahead


def test_pieces_come_in_order_and_all_of_them() -> None:
    with Ahead(iter(range(100)), 3) as pieces:
        assert list(pieces) == list(range(100))


def test_no_more_than_the_bound_is_made_ahead() -> None:
    made = []
    full = threading.Event()

    def making() -> Iterator[int]:
        for number in range(100):
            made.append(number)
            if number == 4:
                full.set()
            yield number

    with Ahead(making(), 3) as pieces:
        assert next(pieces) == 0
        assert full.wait(10)  # one taken, three in the queue, one in the hand
        assert len(made) <= 5


def test_a_fault_comes_where_it_belongs() -> None:
    def breaking() -> Iterator[int]:
        yield 1
        raise ValueError("broken")

    with Ahead(breaking(), 3) as pieces:
        assert next(pieces) == 1
        with pytest.raises(ValueError, match="broken"):
            next(pieces)


def test_who_leaves_early_leaves_nothing_running() -> None:
    closed = threading.Event()

    def endless() -> Iterator[int]:
        try:
            while True:
                yield 1
        finally:
            closed.set()

    with Ahead(endless(), 2) as pieces:
        next(pieces)
    assert closed.is_set()
    assert not [thread for thread in threading.enumerate() if thread.name == "ahead"]
