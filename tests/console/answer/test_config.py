"""A preset's config: its order, its sheets and its lists; and one sentence when a file will not do."""

from __future__ import annotations

from pathlib import Path

import pytest

from console.answer.config import AnswerConfig, AnswerConfigError, config_for
from console.answer.secrets import ApiKey, SecretsError
from console.show.answers.approval import Exchange, Think
from console.show.answers.questions import QuestionDesk
from console.show.core.enums import AnswerLanguage, Mode
from console.show.rundown.preset import Preset
from console.show.state.settings import Options
from tests.console.answer.llm.asking import draft_onto, numbers, run
from tests.fakes.answer_server import AnswerServer


def key(provider: str) -> ApiKey | None:
    return ApiKey("a-key", "a test") if provider == "groq" else None


def config(folder: Path, options: Options | None = None, **fields: object) -> AnswerConfig:
    preset = Preset(name="Gala", avatar="lin", **fields)  # type: ignore[arg-type]
    return config_for(preset, folder, options or Options(), secret_of=key, mark=lambda: "m4rk")


def test_the_order_is_the_presets(tmp_path: Path) -> None:
    made = config(tmp_path, think="server, facts, groq")
    assert [thinker.id for thinker in made.chain.thinkers] == ["server", "facts", "groq"]


def test_facts_come_from_the_file_and_from_the_preset_itself(tmp_path: Path) -> None:
    (tmp_path / "gala.md").write_text("\ufeff## Where is the bar?\nUpstairs.\n", encoding="utf-8")
    made = config(tmp_path, facts="gala.md", facts_text="## 幾點結束？\n十點。", language=AnswerLanguage.MANDARIN_TW)
    asked = made.asked(Think(1, "Where is the bar?", (Exchange("a", "b"),)))
    assert "Upstairs." in asked.facts and "十點。" in asked.facts
    assert asked.history == (Exchange("a", "b"),) and asked.language is AnswerLanguage.MANDARIN_TW
    known = made.facts.best("Where is the bar?")
    assert known is not None and known.source.startswith("gala.md:1 ")


def test_the_lists_judge_sentences(tmp_path: Path) -> None:
    (tmp_path / "words.txt").write_text("idiot\n", encoding="utf-8")
    made = config(tmp_path, word_list="words.txt", never_say="Mayor Lee")
    assert made.safety.check("An idiot.") is not None and made.safety.check("Mayor Lee.") is not None


@pytest.mark.parametrize(
    ("name", "data", "fields", "words"),
    [
        ("", b"", {"facts": "gone.md"}, "facts gone.md cannot be read"),
        ("x.md", "中".encode("big5"), {"facts": "x.md"}, "facts x.md cannot be used: save it as UTF-8"),
        ("x.md", b"x" * 4_000_001, {"facts": "x.md"}, "facts x.md cannot be read (it is larger than 1 MB)"),
        ("w.txt", b"[wigs]", {"word_list": "w.txt"}, "list w.txt cannot be used: line 1"),
        ("", b"", {"think": "oracle"}, "nobody called oracle"),
    ],
)
def test_what_will_not_do_is_one_sentence(
    tmp_path: Path, name: str, data: bytes, fields: dict[str, object], words: str
) -> None:
    if name:
        (tmp_path / name).write_bytes(data)
    with pytest.raises(AnswerConfigError) as fault:
        config(tmp_path, **fields)
    assert words in str(fault.value) and str(fault.value).endswith(".")


def test_a_locked_keyring_is_one_sentence(tmp_path: Path) -> None:
    def locked(provider: str) -> ApiKey | None:
        raise SecretsError("The system's keyring cannot be read (KeyringLocked): unlock it.")

    with pytest.raises(AnswerConfigError, match="unlock it"):
        config_for(Preset(name="G", avatar="l"), tmp_path, Options(), secret_of=locked, mark=lambda: "m")


def test_a_question_goes_through_facts_to_a_server_and_onto_the_desk(tmp_path: Path) -> None:
    with AnswerServer() as server:
        server.chat.text = "The mayor is an idiot. Please sit down."
        options = Options(server_url=server.base_url, server_model="m")
        made = config(tmp_path, options, think="facts server", facts_text="## Bar?\nUpstairs.", never_say="mayor")
        desk = QuestionDesk(
            made.policy,
            clock=lambda: 0.0,
            turns=numbers(),
            check=made.safety.check,
            check_question=made.safety.check_question,
        )
        command = desk.ask("Who opens the gala?").commands[0]
        assert isinstance(command, Think)
        assert run(draft_onto(desk, 1, made.asked(command), made.chain)) == [], "not to know is no failure"
        assert desk.draft is not None and desk.draft.notes == ()
        assert [each.state.value for each in desk.draft.sentences] == ["held", "waiting"]
        assert "Bar?" in server.requests[0].json["messages"][0]["content"]


def test_who_is_switched_off_in_the_settings_is_never_asked(tmp_path: Path) -> None:
    preset = Preset(name="Q", avatar="lin", mode=Mode.ANSWER, think="facts groq", facts_text="# Where?\nThere.")
    made = config_for(preset, tmp_path, Options(use_groq=False), secret_of=lambda name: None, mark=lambda: "x")
    assert [thinker.name for thinker in made.chain.thinkers] == [made.facts.name]
    alone = Preset(name="Q", avatar="lin", mode=Mode.ANSWER, think="groq")
    with pytest.raises(AnswerConfigError, match="switched off"):
        config_for(alone, tmp_path, Options(use_groq=False), secret_of=lambda name: None, mark=lambda: "x")
