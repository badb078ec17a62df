"""An open microphone: questions without a key, the host's own voice in it, and captions of the MC."""

from __future__ import annotations

import time
from typing import Any

import numpy as np
from numpy.typing import NDArray

from console.answer.tts.local.espeak import espeak
from console.answer.tts.protocol import Spoken
from tests.fakes.answer_server import AnswerServer, Behaviour
from tests.hall.rig import analysis
from tests.hall.rig.meter import Meter
from tests.hall.rig.report import measure
from tests.hall.rig.speech import RATE
from tests.hall.rig.stage import Stage
from tests.hall.scenarios.answers import LETTERS, LONGEST_S, QUESTION, _white, answers, at, quiet_meter
from tests.hall.scenarios.failures import SETTLE_S, rest
from tests.hall.scenarios.handed import HandedShow

QUIET_S = 2.0
"""So long after the host's last word its echo would have become a question."""


def spoken(text: str, voice: str = "en-us") -> NDArray[np.float32]:
    """What the built-in voice says, with a breath around it: (samples,) float32 at 48 kHz."""
    pieces: list[NDArray[np.float32]] = []

    def give(piece: Spoken) -> bool:
        pieces.append(piece.samples)
        return True

    espeak().speak(voice, text, 1.0, give)
    breath = np.zeros(RATE // 4, np.float32)
    return np.concatenate([breath, *pieces, breath])


def questions(show: HandedShow) -> list[dict[str, Any]]:
    """Those that were heard, as the log has them."""
    return [row for row in show.lines() if row.get("event") == "question" and row.get("source") == "heard"]


def ask_aloud(stage: Stage, show: HandedShow) -> dict[str, Any]:
    """Somebody asks into the open microphone, and the host answers while the microphone hears the loudspeaker.

    Returns:
        figures: `questions` that were raised by all of it, what was answered, how long after the last word of it it
        sounded, and how loud the host was in the microphone itself (the median of its level).
    """
    before, asked = len(answers(show)), len(questions(show))
    with quiet_meter(stage) as meter:
        rest(SETTLE_S)
        playing = stage.play_to_mic(spoken(QUESTION))
        playing.wait()
        ended = time.time()
        show.wait_for("answer", times=before + 1, within_s=LONGEST_S)
        rest(QUIET_S)
        recording = meter.stop()
    row = answers(show)[before]
    begun = ended + (analysis.sounded_again(recording.loudspeaker, ended) or 0.0)
    own = recording.microphone.between(begun + 0.3, at(row))
    return {
        "questions": len(questions(show)) - asked,
        "answers": len(answers(show)) - before,
        "heard": row["heard"],
        "sounded_after_s": analysis.sounded_again(recording.loudspeaker, ended),
        "host_in_microphone_db": round(20 * float(np.log10(np.median(analysis.loudness(own)) + 1e-9)), 1),
        "stages": row["stages"],
    }


def ask_over_the_host(stage: Stage, show: HandedShow, after_s: float = 2.0) -> dict[str, Any]:
    """A typed question is answered at length; meanwhile somebody asks into the microphone.

    Returns:
        figures: `alone` questions before anybody spoke, `over` questions when somebody did, and whether the host still
        spoke when the question was there.
    """
    before, asked = len(answers(show)), len(questions(show))
    show.perform("ask", QUESTION)
    rest(after_s)
    alone = len(questions(show)) - asked
    stage.play_to_mic(spoken(QUESTION), wait=True)
    said = time.time()
    show.wait_for("question", source="heard", times=asked + alone + 1, within_s=15.0)
    heard_at = at(questions(show)[-1])
    show.wait_for("answer", times=before + 1, within_s=LONGEST_S)
    return {
        "alone": alone,
        "over": len(questions(show)) - asked - alone,
        "while_it_spoke": heard_at < at(answers(show)[before]),
        "heard_after_s": round(heard_at - said, 2),
    }


def caption_the_mc(stage: Stage, show: HandedShow, text: str) -> dict[str, Any]:
    """The MC speaks in MIRROR: how late each phrase was, and whether the hall can read.

    Returns:
        figures, with pictures of the hall under `pictures`.
    """
    before = show.count("caption of the MC")
    pictures = [stage.screenshot()]
    playing = stage.play_to_mic(spoken(text))
    while playing.going_on:
        rest(0.6)
        pictures.append(stage.screenshot())
    rest(1.5)
    pictures.append(stage.screenshot())
    rows = [row for row in show.lines() if row.get("event") == "caption of the MC"][before:]
    letters = [_white(picture) - _white(pictures[0]) for picture in pictures[1:]]
    return {
        "phrases": len(rows),
        "late_ms": [row["late_ms"] for row in rows],
        "pictures_with_captions": sum(count > LETTERS for count in letters),
        "pictures": pictures,
    }


def speak_to_a_dead_server(stage: Stage, show: HandedShow, server: AnswerServer, text: str) -> dict[str, Any]:
    """The MC speaks in MIRROR while nobody can hear: what the operator is told, and whether the picture goes on."""
    told = show.count("captions of the MC")
    server.transcriptions.usually = Behaviour.fails(500)
    with Meter(stage, hall_rate=10) as meter:
        rest(SETTLE_S)
        begun = time.time()
        stage.play_to_mic(spoken(text), wait=True)
        ended = time.time()
        rest(1.0)
        recording = meter.stop()
    server.transcriptions.usually = Behaviour()
    report = measure(recording, start=begun, end=ended, reference=(float(recording.hall.times[0]), begun))
    sentences = [row["sentence"] for row in show.lines() if row.get("event") == "captions of the MC"][told:]
    return {"sentences": sentences, "longest_still_ms": report.longest_still_ms}
