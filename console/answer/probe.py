"""The *Test* button of a provider: does it answer, how fast, and if not, why."""

from __future__ import annotations

import asyncio
import contextlib
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from console.answer.llm.prompt import PROBE
from console.answer.llm.protocol import AnswerError, AnswerProvider, Asked, DoesNotKnowError
from engine.text import Text

PROBE_S = 10.0


@dataclass(frozen=True)
class Probed:
    """What a test found.

    Attributes:
        well: it answers.
        first_ms: from asking to the first word, in ms; None when it did not answer.
        sentence: for the operator.
    """

    well: bool
    first_ms: float | None
    sentence: str


async def probe(thinker: AnswerProvider, *, clock: Callable[[], float], limit_s: float = PROBE_S) -> Probed:
    """Asks a thinker for one word. Never raises.

    Args:
        thinker: whom.
        clock: seconds that do not run backwards.
        limit_s: the longest wait, in seconds.
    """
    await thinker.warm()  # a model that sleeps is woken first, however long that takes
    begun = clock()
    try:
        async with asyncio.timeout(limit_s):
            words: Any = thinker.answer(Asked(PROBE, longest_s=3.0))
            async with contextlib.aclosing(words):
                while (first := await anext(words, None)) == "":
                    continue  # it thinks first
                if first is None:
                    raise AnswerError(Text("{name} sent an empty answer.", name=thinker.name))
    except DoesNotKnowError:
        pass  # it is well: a sheet need not know this
    except TimeoutError:
        return Probed(False, None, Text("{name} does not answer in time.", name=thinker.name))
    except AnswerError as fault:
        return Probed(False, None, str(fault))
    except Exception as fault:
        return Probed(
            False, None, Text("{name} failed inside Compere ({fault}).", name=thinker.name, fault=type(fault).__name__)
        )
    first_ms = (clock() - begun) * 1000
    return Probed(True, first_ms, Text("{name} answered after {n} ms.", name=thinker.name, n=f"{first_ms:.0f}"))
