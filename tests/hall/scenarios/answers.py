"""Questions asked of the running application, and what the hall hears and sees of the answers.

As in `scenarios`: each scenario returns figures; tests run them a few times, `compere bench answer` as often as the
promises say. Times are in seconds of the wall clock, figures in milliseconds.
"""

from __future__ import annotations

import random
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from datetime import datetime
from typing import Any

import numpy as np
import psutil
from numpy.typing import NDArray

from tests.fakes.answer_server import AnswerServer, Behaviour
from tests.hall.rig import analysis
from tests.hall.rig.children import HallError, wait_until
from tests.hall.rig.meter import Meter
from tests.hall.rig.report import measure
from tests.hall.rig.show import SETTINGS
from tests.hall.rig.stage import Stage
from tests.hall.rig.tracks import Sound
from tests.hall.scenarios.failures import SETTLE_S, rest, spread_ms
from tests.hall.scenarios.handed import HandedShow

QUESTION = "Where is the cloakroom?"
ANSWER = (
    "The cloakroom is by the east door, on the left of the stairs, "
    "and it stays open until the last guest of the evening has gone home."
)
FACTS = f"""
# {QUESTION}
{ANSWER}
# When does dinner begin?
Dinner begins at seven.
# Who is the host?
Lin is the host of the evening.
# Who has made the flowers?
The garden school has made them.
# When does the last train go?
It goes at ten past midnight.
# 洗手間在哪裡？
洗手間在一樓大廳的左邊，請跟著指標走。
# 洗手間喺邊度？
洗手間喺大堂左手邊，跟住指示牌行就得。
"""
SHORT = ("When does dinner begin?", "Who is the host?", "Who has made the flowers?", "When does the last train go?")
SAID = (
    "Dinner begins at seven.",
    "Lin is the host of the evening.",
    "The garden school has made them.",
    "It goes at ten past midnight.",
)
LANGUAGES = {"en": QUESTION, "cmn": "洗手間在哪裡？", "yue": "洗手間喺邊度？"}

MISBEHAVIOURS = {
    "hang": Behaviour.hang(),
    "reset": Behaviour.reset(),
    "401": Behaviour.fails(401),
    "429": Behaviour.fails(429),
    "500": Behaviour.fails(500),
    "half line": Behaviour("half_line", after=6),
    "garbage": Behaviour("garbage"),
    "endless": Behaviour("endless"),
    "dies mid-sentence": Behaviour("die", after=6),
}

LONGEST_S = 30.0
"""Nothing here takes longer to be answered and heard."""


REFUSED = "http://127.0.0.1:9"
"""Nobody listens there."""

NO_NETWORK = {"HTTPS_PROXY": REFUSED, "GROQ_API_KEY": "gsk-of-the-tests"}
"""Environment of a console that reaches nobody outside."""


def write_preset(show: HandedShow, **fields: str) -> None:
    """One preset that answers from `FACTS` at once, as the user's own; `fields` are added, or put in the place."""
    folder = show.home / "data" / "presets"
    folder.mkdir(parents=True, exist_ok=True)
    usual = {"name": '"Quiz"', "avatar": '"lin"', "mode": '"answer"', "think": '"facts"', "approval": '"auto"'}
    table = {"format": "3", **usual, "voice": '"builtin"', "captions": "true", **fields}
    text = "".join(f"{name} = {value}\n" for name, value in table.items())
    (folder / "quiz.toml").write_text(f'{text}facts_text = """{FACTS}"""\n', encoding="utf-8")


@contextmanager
def on_air(
    settings: str = "", env: Mapping[str, str] | None = None, **fields: str
) -> Iterator[tuple[Stage, HandedShow]]:
    """A stage with a show LIVE on it that answers; it has answered once.

    Args:
        settings: added to the user's settings.
        env: added to the console's environment.
        fields: of the preset, as TOML.
    """
    with Stage() as stage:
        stage.env |= env or {}
        show = HandedShow(stage, SETTINGS + settings)
        write_preset(show, **fields)
        show.start().wait_until_ready()
        show.perform("next", "quiz")
        show.perform("take")
        show.wait_for("action", action="take", accepted=True)
        show.go_live()
        try:
            wait_until(lambda: _first(show), within_s=30, what="the preset to be ready for questions", every_s=0.5)
            show.wait_for("answer", within_s=LONGEST_S)
            yield stage, show
        finally:
            show.stop()


def _first(show: HandedShow) -> bool:
    if not show.count("question", accepted=True):
        show.perform("ask", SHORT[0])
    return show.count("question", accepted=True) > 0


def quiet_meter(stage: Stage) -> Meter:
    """A meter for the ears: its films take little of the computer."""
    return Meter(stage, mouth_rate=5, hall_rate=5)


def answers(show: HandedShow) -> list[dict[str, Any]]:
    """What the log says of each answer that was heard."""
    return [row for row in show.lines() if row.get("event") == "answer"]


def at(row: dict[str, Any]) -> float:
    """The wall clock of a log line."""
    return datetime.fromisoformat(row["timestamp"]).timestamp()


def ask_and_hear(show: HandedShow, question: str, within_s: float = LONGEST_S) -> tuple[float, dict[str, Any]]:
    """Ask, and wait until the answer was heard. Returns the wall clock of the question, and the answer's log line."""
    before = len(answers(show))
    asked = show.perform("ask", question)
    show.wait_for("answer", times=before + 1, within_s=within_s)
    return asked, answers(show)[before]


def ask_to_sound(stage: Stage, show: HandedShow, times: int) -> dict[str, Any]:
    """From a typed question to the first sound at the loudspeaker, and the stages as the log has them."""
    asked: list[float] = []
    rows: list[dict[str, Any]] = []
    with quiet_meter(stage) as meter:
        rest(SETTLE_S)
        for number in range(times):
            begun, row = ask_and_hear(show, SHORT[number % len(SHORT)])
            asked.append(begun)
            rows.append(row)
            rest(0.6)
        recording = meter.stop()
    sounds = [analysis.sounded_again(recording.loudspeaker, begun) for begun in asked]
    found = [sound for sound in sounds if sound is not None]
    stages: dict[str, list[float]] = {}
    for row in rows:
        for stage_name, value in row["stages"].items():
            stages.setdefault(stage_name, []).append(value)
    return {
        "times": times,
        "unheard": len(sounds) - len(found),
        "ask_to_sound_ms": spread_ms(found),
        "stages_ms": {name: round(float(np.median(values)), 1) for name, values in stages.items()},
        "whole": sum(row["whole"] for row in rows),
    }


SLOW = Behaviour(between_s=0.03)
"""A server that thinks about `ANSWER` for about a second."""


def interrupt_answers(stage: Stage, show: HandedShow, times: int, seed: int = 7) -> dict[str, Any]:
    """INTERRUPT by its key at random points of the turn: thinking, voicing, sounding, thinking on while it sounds.

    For a show whose answer is `ANSWER`. What was heard by the log is compared with the length of the sound that was
    recorded: `history_false` has turns whose remembered text is no beginning of the answer, or not as long as what
    sounded.
    """
    chance = random.Random(seed)
    _, row = ask_and_hear(show, QUESTION)
    if row["heard"] != ANSWER:
        raise HallError(f"the answer was heard as {row['heard']!r}")
    whole_s = float(next(each["heard_s"] for each in reversed(show.lines()) if each.get("event") == "heard"))
    silent_s: list[float] = []
    again, false, unheard = 0, [], 0
    done = 0
    while done < times:
        with quiet_meter(stage) as meter:
            rest(SETTLE_S)
            turns = []
            for _ in range(min(10, times - done)):
                presses = show.count("action", action="interrupt", accepted=True)
                asked = show.perform("ask", QUESTION)
                rest(chance.uniform(0.0, min(2.5, whole_s)))
                pressed = stage.key("space")
                show.wait_for("action", action="interrupt", accepted=True, times=presses + 1)
                rest(0.8)
                turns.append((asked, pressed, time.time()))
            recording = meter.stop()
        rows = show.lines()
        for asked, pressed, ended in turns:
            done += 1
            begun = analysis.sounded_again(recording.loudspeaker, asked)
            sounding = begun is not None and asked + begun < pressed + 0.3
            silent = analysis.silent_after(recording.loudspeaker, pressed, until=pressed + 0.7)
            if silent is None:
                again += 1
                continue
            if sounding:
                silent_s.append(silent)
            else:
                unheard += 1
            later = recording.loudspeaker.between(pressed + silent + 0.03, ended)
            again += bool((analysis.loudness(later) > 10 ** (analysis.SILENCE_DBFS / 20)).any())
            sounded = pressed + silent - (asked + begun) if sounding and begun is not None else 0.0
            told = [each for each in rows if each.get("event") == "answer" and asked < at(each) < ended]
            heard = "".join(each["heard"] for each in told)
            if len(told) > 1 or not ANSWER.startswith(heard) or not _as_long(heard, sounded, whole_s):
                false.append((heard, round(sounded, 2)))
    return {
        "times": times,
        "while_sounding": len(silent_s),
        "before_a_sound": unheard,
        "silent_after_key_ms": spread_ms(silent_s),
        "heard_again": again,
        "history_false": false,
    }


def _as_long(heard: str, sounded_s: float, whole_s: float) -> bool:
    """A beginning of the answer is as long as what was recorded: within a long word of it."""
    return abs(len(heard) / len(ANSWER) - sounded_s / whole_s) < 0.12


def without_network(show: HandedShow) -> dict[str, Any]:
    """Groq and Edge cannot be reached (`NO_NETWORK`): what is heard all the same, and what the operator is told."""
    fallen, voices = show.count("fell back"), show.count("voice fell back")
    _, row = ask_and_hear(show, QUESTION)
    lines = show.lines()
    return {
        "heard": row["heard"],
        "thinkers": [each["sentence"] for each in lines if each.get("event") == "fell back"][fallen:],
        "voices": [each["why"] for each in lines if each.get("event") == "voice fell back"][voices:],
        "stages": row["stages"],
    }


def misbehave(stage: Stage, show: HandedShow, server: AnswerServer, kinds: list[str]) -> dict[str, dict[str, Any]]:
    """The server misbehaves in each of these ways while the hall looks on; the fall-back speaks."""
    found: dict[str, dict[str, Any]] = {}
    for kind in kinds:
        server.chat.usually = MISBEHAVIOURS[kind]
        with Meter(stage, hall_rate=10) as meter:
            rest(SETTLE_S)
            fallen, spoken = show.count("fell back"), show.count("heard")
            begun = show.perform("ask", QUESTION)
            if kind == "endless":  # it may speak as long as an answer may be; then the operator ends it
                rest(6.0)
                stage.key("space")
                show.wait_for("heard", times=spoken + 1, within_s=LONGEST_S)
            else:
                show.wait_for("answer", times=len(answers(show)) + 1, within_s=LONGEST_S)
            ended = time.time()
            recording = meter.stop()
        report = measure(recording, start=begun, end=ended, reference=(float(recording.hall.times[0]), begun))
        sentences = [row["sentence"] for row in show.lines() if row.get("event") == "fell back"][fallen:]
        found[kind] = {
            "heard": answers(show)[-1]["heard"],
            "sentences": sentences,
            "longest_still_ms": report.longest_still_ms,
            "sounded_after_s": analysis.sounded_again(recording.loudspeaker, begun),
        }
    server.chat.usually = Behaviour()
    return found


def speak_in(stage: Stage, show: HandedShow, language: str) -> tuple[dict[str, Any], list[NDArray[np.uint8]]]:
    """A question in this language: does the answer sound, do the lips move with it, and can the hall read it?

    Returns:
        figures; pictures of the hall, (1080, 1920, 3) uint8 BGR: one before, and three in a second of the answer.
    """
    before = len(answers(show))
    with Meter(stage, hall_rate=5) as meter:
        rest(SETTLE_S)
        pictures = [stage.screenshot()]
        begun = show.perform("ask", LANGUAGES[language])
        while len(answers(show)) == before:
            if time.time() > begun + LONGEST_S:
                raise HallError("the answer was not heard")
            rest(0.3)
            pictures.append(stage.screenshot())
        ended = time.time()
        rest(2.5)  # the captions go
        recording = meter.stop()
    row = answers(show)[before]
    film = recording.mouth
    open_ = analysis.opening(film, (float(film.times[0]), begun))
    spoken = recording.loudspeaker.between(begun, ended)
    # Lips may be a little before their sound, and only what comes after is looked for: the sound is moved forward.
    _, likeness = analysis.mouth_lag(film.times, open_, Sound(spoken.start - LIPS_AHEAD_S, spoken.samples))
    speaking = (film.times > begun + 0.3) & (film.times < ended)
    letters = [_white(picture) - _white(pictures[0]) for picture in pictures[1:]]
    sounded_s = analysis.sounded_again(recording.loudspeaker, begun)
    return {
        "heard": row["heard"],
        "whole": row["whole"],
        "sounded_after_ms": None if sounded_s is None else round(1e3 * sounded_s, 1),
        "mouth_correlation": round(likeness, 3),
        "mouth_open_percent": round(100 * float((open_[speaking] > 0.3).mean()), 1),
        "pictures_with_captions": sum(count > LETTERS for count in letters),
        "pictures": len(letters),
    }, pictures


LIPS_AHEAD_S = 0.2
"""More than lips are ever before their sound."""

LETTERS = 1500
"""So many white pixels in the lower third are a line of captions."""


def _white(picture: NDArray[np.uint8]) -> int:
    return int((picture[720:].min(2) > 235).sum())


def in_a_row(show: HandedShow, times: int) -> dict[str, Any]:
    """Questions one after the other: each turn, and memory of the processes since the tenth part of them."""
    assert show.console is not None
    processes = {"console": psutil.Process(show.console.pid)}
    processes |= {name: psutil.Process(show.pid(name)) for name in ("playout", "engine", "voice")}
    before = len(answers(show))
    settled: dict[str, float] = {}
    for number in range(times):
        ask_and_hear(show, SHORT[number % len(SHORT)])
        if number + 1 == max(1, times // 10):
            settled = {name: _own_mb(process) for name, process in processes.items()}
    rows = answers(show)[before:]
    turns = [row["turn"] for row in rows]
    return {
        "times": times,
        "answers": len(rows),
        "lost": times - len(set(turns)),
        "doubled": len(turns) - len(set(turns)),
        "cut": sum(not row["whole"] for row in rows),
        "wrong": sum(row["heard"] != SAID[n % len(SHORT)] for n, row in enumerate(rows)),
        "refused": show.count("refused"),
        "grown_mb": {name: round(_own_mb(process) - settled[name], 1) for name, process in processes.items()},
        "memory_mb": {name: round(_own_mb(process), 1) for name, process in processes.items()},
    }


def _own_mb(process: psutil.Process) -> float:
    return float(process.memory_full_info().uss) / 1e6
