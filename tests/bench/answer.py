"""From a question to what the hall hears, on the running application, as often as the promises say."""

from __future__ import annotations

import tempfile
from pathlib import Path
from typing import Any

import numpy as np

from console.answer.stt.cloud import wav_of
from tests.fakes.answer_server import AnswerServer, Behaviour
from tests.fakes.real_server import RealServer, real_server
from tests.hall.rig.children import wait_until
from tests.hall.rig.speech import RATE, SPEECH, load
from tests.hall.scenarios import answers, asked, prepared

from .rows import Row, at_least, at_most, figure, none_of

KEY = {"GROQ_API_KEY": "gsk-of-the-tests"}
CLOUD = '"groq facts"'
SOON = "At seven."


def run(questions: int = 40, interrupts: int = 200, row: int = 200) -> list[Row]:
    """All of it.

    Args:
        questions: typed for each figure of the time to the first sound.
        interrupts: INTERRUPT at random points of the turn.
        row: questions one after the other.
    """
    return [*lines(questions), *facts(questions, row), *cloud(questions, interrupts), *alone(), *real()]


def lines(times: int) -> list[Row]:
    """A prepared line, by its key."""
    with prepared.on_air() as (stage, show):
        found = prepared.key_to_sound(stage, show, times)
    return [
        at_most(
            f"a prepared line: key to first sound at the loudspeaker, p95 of {found['count']}", found["p95"], 1000, "ms"
        ),
        figure("a prepared line: p50 / max", f"{found['p50']:.0f} / {found['max']:.0f} ms"),
    ]


def facts(questions: int, row: int) -> list[Row]:
    """The preset's own facts and the built-in voice."""
    with answers.on_air() as (stage, show):
        typed = answers.ask_to_sound(stage, show, questions)
        spoken = {language: answers.speak_in(stage, show, language)[0] for language in answers.LANGUAGES}
        many = answers.in_a_row(show, row)
    rows = sound_rows("Facts and the built-in voice, typed", typed, 350.0, 600.0)
    for language, figures in spoken.items():
        rows += [
            at_least(
                f"{language}: lips against sound, correlation of risings (unmoved lips have 0)",
                figures["mouth_correlation"],
                0.1,
                "",
            ),
            figure(
                f"{language}: mouth open in the answer; pictures in which the hall could read it",
                f"{figures['mouth_open_percent']} %; {figures['pictures_with_captions']} of {figures['pictures']}",
            ),
        ]
    rows += [
        none_of("questions in a row: lost", many["lost"], f"{row} questions"),
        none_of("questions in a row: answered twice", many["doubled"], f"{row} questions"),
        none_of("questions in a row: cut, or not what was asked", many["cut"] + many["wrong"], f"{row} questions"),
    ]
    for name, grown in many["grown_mb"].items():
        words = f"questions in a row: memory of the {name} grown since the {max(1, row // 10)}th"
        rows.append(at_most(words, grown, 5, "MB"))
    return rows


def cloud(questions: int, interrupts: int) -> list[Row]:
    """Groq's own client and a server that answers at once; INTERRUPT; and a server that misbehaves."""
    with AnswerServer() as server:
        server.chat.text = answers.ANSWER
        with answers.on_air(f'groq_url = "{server.root}"\n', KEY, think=CLOUD) as (stage, show):
            typed = answers.ask_to_sound(stage, show, questions)
            server.chat.text = SOON
            held = asked.push_to_ask(stage, show, server, questions, "When does dinner begin?", SOON)
            server.chat.text = answers.ANSWER
            server.chat.usually = answers.SLOW
            cut = answers.interrupt_answers(stage, show, interrupts)
            server.chat.usually = Behaviour()
            failed = answers.misbehave(stage, show, server, list(answers.MISBEHAVIOURS))
    rows = sound_rows("a server that answers at once, and the built-in voice, typed", typed, None, 300.0)
    rows += sound_rows("push-to-ask, a server that hears and answers at once, the built-in voice", held, None, 300.0)
    rows.append(none_of("push-to-ask: not the answer", held["wrong"], f"{held['times']} questions"))
    of = f"{interrupts} turns"
    rows += [
        at_most(
            "INTERRUPT at random points of the turn: silence after the key (60 ms, and 40 ms of the sound server), max",
            cut["silent_after_key_ms"]["max"],
            100,
            "ms",
        ),
        figure(
            "INTERRUPT: silence p50 / p95; turns that sounded / did not yet",
            f"{cut['silent_after_key_ms']['p50']} / {cut['silent_after_key_ms']['p95']} ms; "
            f"{cut['while_sounding']} / {cut['before_a_sound']}",
        ),
        none_of("INTERRUPT: anything of the turn heard afterwards", cut["heard_again"], of),
        none_of("INTERRUPT: history not as long as what was heard", len(cut["history_false"]), of),
    ]
    for kind, found in failed.items():
        begins = answers.ANSWER.startswith(found["heard"]) and bool(found["heard"])
        rows += [
            Row(
                f"server: {kind}: the answer is heard, and the operator told",
                "one sentence",
                found["sentences"][0] if found["sentences"] else "nothing was told",
                begins and bool(found["sentences"]) and (kind == "endless" or len(found["sentences"]) == 1),
            ),
            at_most(f"server: {kind}: longest still picture", found["longest_still_ms"], 70, "ms"),
        ]
    return rows


def alone() -> list[Row]:
    """No network: neither Groq nor Edge can be reached."""
    voice = '"edge:en-GB-SoniaNeural, builtin"'
    settings = f'groq_url = "{answers.REFUSED}"\n'
    with answers.on_air(settings, answers.NO_NETWORK, think=CLOUD, voice=voice) as (_, show):
        figures = answers.without_network(show)
    told = [*figures["thinkers"], *figures["voices"]]
    return [
        Row(
            "no network: Facts and the built-in voice answer",
            "heard",
            figures["heard"],
            figures["heard"] == answers.ANSWER,
        ),
        Row(
            "no network: the operator is told of thinker and voice", "one sentence each", " ".join(told), len(told) == 2
        ),
        at_most(
            "no network: question to sound, the tries of Groq and Edge included", figures["stages"]["shown"], 4000, "ms"
        ),
    ]


def real() -> list[Row]:
    """Models of half a megabyte behind `transformers serve`: a question is heard by one, and answered by the other."""
    with tempfile.TemporaryDirectory(prefix="compere-model-") as folder, real_server(Path(folder)) as served:
        _load(served)
        settings = f'server_url = "{served.address}"\nserver_model = "{served.model}"\n'
        settings += f'server_hear_model = "{served.hear_model}"\n'
        with answers.on_air(settings, think='"facts server"') as (stage, show):
            before = len(answers.answers(show))

            def released_and_heard() -> bool:
                for number in range(60):  # the safety holds what is no language: it is let out by hand
                    show.perform("release", {"number": number})
                return len(answers.answers(show)) > before

            asked.hold_and_say(stage, show, load(SPEECH)[: 2 * RATE])
            wait_until(released_and_heard, within_s=90, what="an answer", every_s=2.0)
            found: dict[str, Any] = answers.answers(show)[before]
            heard = [row for row in show.lines() if row.get("event") == "question heard"]
    return [
        Row(
            "a real OpenAI-compatible server (transformers serve, random weights): it hears and answers, by voice",
            "heard",
            f"{len(found['heard'])} characters said to a question by {heard[-1]['by'] if heard else 'nobody'}, "
            f"first sound after {found['stages'].get('shown', 0):.0f} ms",
            bool(found["heard"]) and bool(heard),
        )
    ]


def _load(server: RealServer) -> None:
    """The first requests have the models loaded, which takes longer than an answer may."""
    import openai

    client = openai.OpenAI(api_key="none", base_url=server.address, timeout=120.0)
    client.chat.completions.create(model=server.model, messages=[{"role": "user", "content": "Hello"}], max_tokens=2)
    sound = wav_of(np.zeros(16_000, np.float32))
    client.audio.transcriptions.create(model=server.hear_model, file=("hello.wav", sound, "audio/wav"))
    client.close()


def sound_rows(name: str, figures: dict[str, Any], p50: float | None, p95: float) -> list[Row]:
    """Rows of `answers.ask_to_sound`."""
    spread = figures["ask_to_sound_ms"]
    stages = ", ".join(f"{stage} {value:.0f}" for stage, value in figures["stages_ms"].items())
    rows = [
        at_most(
            f"{name}: question to first sound at the loudspeaker, p95 of {figures['times']}", spread["p95"], p95, "ms"
        ),
        none_of(f"{name}: not heard", figures["unheard"], f"{figures['times']} questions"),
        figure(f"{name}: stages after the question's end, p50", f"{stages} ms"),
    ]
    half = f"{name}: the same, p50"
    if p50 is None:
        return [figure(half, f"{spread['p50']:.1f} ms"), *rows]
    return [at_most(half, spread["p50"], p50, "ms"), *rows]
