"""The *Test* button of one who hears: does it answer, how fast, and if not, why."""

from __future__ import annotations

import asyncio
from collections.abc import Callable

import numpy as np

from console.answer.probe import PROBE_S, Probed
from console.answer.stt.protocol import RATE, Floats, STTError, Transcriber
from engine.text import Text


async def probe_ears(transcriber: Transcriber, *, clock: Callable[[], float], limit_s: float = PROBE_S) -> Probed:
    """Lets a transcriber hear a second of a hum; that there are no words in it is no fault. Never raises.

    Args:
        transcriber: whom.
        clock: seconds that do not run backwards.
        limit_s: the longest wait, in seconds.
    """
    name = transcriber.name
    try:
        async with asyncio.timeout(limit_s):
            await transcriber.warm()
            begun = clock()
            await transcriber.transcribe(_hum(), "en")
    except TimeoutError:
        return Probed(False, None, Text("{name} does not answer in time.", name=name))
    except STTError as fault:
        return Probed(False, None, str(fault))
    except Exception as fault:
        return Probed(
            False, None, Text("{name} failed inside Compere ({fault}).", name=name, fault=type(fault).__name__)
        )
    took_ms = (clock() - begun) * 1000
    return Probed(True, took_ms, Text("{name} answered after {n} ms.", name=name, n=f"{took_ms:.0f}"))


def _hum() -> Floats:
    return (0.05 * np.sin(2 * np.pi * 150 * np.arange(RATE) / RATE)).astype(np.float32)
