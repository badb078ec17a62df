"""Questions by voice: T is held, somebody speaks into the microphone, T is let go, and the hall hears the answer."""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray

from tests.fakes.answer_server import AnswerServer
from tests.hall.rig import analysis
from tests.hall.rig.speech import RATE, SPEECH, load
from tests.hall.rig.stage import Stage
from tests.hall.scenarios.answers import LONGEST_S, answers, quiet_meter
from tests.hall.scenarios.failures import SETTLE_S, rest, spread_ms
from tests.hall.scenarios.handed import HandedShow

PUSH_TO_ASK = "t"
SPOKEN_S = 1.6


def hold_and_say(stage: Stage, show: HandedShow, spoken: NDArray[np.float32]) -> float:
    """Hold T, say (samples,) at 48 kHz, let go. Returns the wall clock (s) of letting go."""
    pressed = show.count("action", action="ask_hold", accepted=True)
    stage.keydown(PUSH_TO_ASK)
    show.wait_for("action", action="ask_hold", accepted=True, times=pressed + 1)
    stage.play_to_mic(spoken, wait=True)
    return stage.keyup(PUSH_TO_ASK)


def push_to_ask(
    stage: Stage, show: HandedShow, server: AnswerServer, times: int, question: str, said: str
) -> dict[str, Any]:
    """From the key's release to the first sound at the loudspeaker, of a server that hears and answers at once.

    Args:
        server: hears `question` in whatever is said, and answers `said`.
        times: questions.
        question: the words that the server's transcription gives.
        said: what is answered.
    """
    server.transcriptions.text = question
    spoken = load(SPEECH)[: round(SPOKEN_S * RATE)]
    spoken = np.concatenate([spoken, np.zeros(RATE // 5, np.float32)])
    released: list[float] = []
    rows: list[dict[str, Any]] = []
    with quiet_meter(stage) as meter:
        rest(SETTLE_S)
        for _ in range(times):
            before = len(answers(show))
            released.append(hold_and_say(stage, show, spoken))
            show.wait_for("answer", times=before + 1, within_s=LONGEST_S)
            rows.append(answers(show)[before])
            rest(0.6)
        recording = meter.stop()
    sounds = [analysis.sounded_again(recording.loudspeaker, at) for at in released]
    found = [sound for sound in sounds if sound is not None]
    stages: dict[str, list[float]] = {}
    for row in rows:
        for name, value in row["stages"].items():
            stages.setdefault(name, []).append(value)
    return {
        "times": times,
        "unheard": len(sounds) - len(found),
        "wrong": sum(row["heard"] != said for row in rows),
        "ask_to_sound_ms": spread_ms(found),
        "each_ms": [round(1e3 * value) for value in found],
        "stages_ms": {name: round(float(np.median(values)), 1) for name, values in stages.items()},
    }
