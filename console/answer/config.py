"""All that one preset's answers are made with, put together from its fields, its files and the user's settings."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from console.answer.llm.compatible import CompatibleServer
from console.answer.llm.facts import FactsError, FactsProvider
from console.answer.llm.fallback import FallbackLLM, Limits
from console.answer.llm.groq import Groq
from console.answer.llm.protocol import AnswerProvider, Asked
from console.answer.safety.checks import Safety, safety_of
from console.answer.safety.word_list import WordListError
from console.answer.secrets import ApiKey, SecretsError
from console.show.answers.approval import Policy, Think, policy_of
from console.show.rundown.preset import Preset, thinkers
from console.show.state.settings import Options
from engine.files.toml_text import text_of
from engine.files.user_files import UserFileError, read_bytes
from engine.text import Text


class AnswerConfigError(Exception):
    """A preset that cannot answer; the message is one sentence for the operator."""


@dataclass(frozen=True)
class AnswerConfig:
    """What a preset's answers are made with.

    Attributes:
        preset: whose.
        policy: for the question desk.
        safety: judges sentences and questions: the desk's `check` and `check_question`.
        facts: its sheets.
        chain: who answers, in order.
    """

    preset: Preset
    policy: Policy
    safety: Safety
    facts: FactsProvider
    chain: FallbackLLM

    def asked(self, command: Think) -> Asked:
        """What the chain is asked for a command of the desk's."""
        return Asked(
            command.question,
            persona=self.preset.persona,
            language=self.preset.language,
            longest_s=self.preset.answer_s,
            facts=self.facts.context(command.question),
            history=command.history,
        )


def config_for(
    preset: Preset,
    folder: Path,
    options: Options,
    *,
    secret_of: Callable[[str], ApiKey | None],
    mark: Callable[[], str],
    limits: Limits | None = None,
) -> AnswerConfig:
    """Puts a preset's config together. Reads files and the keyring: call it in a thread of its own.

    Args:
        preset: whose.
        folder: of its files.
        options: the user's settings.
        secret_of: `console.answer.secrets.secret_of`.
        mark: gives some random letters for each question, as `lambda: secrets.token_hex(4)`.
        limits: of each thinker; None is as they come.

    Raises:
        AnswerConfigError: a file cannot be used, or the keyring cannot be read.
    """
    try:
        sheets = [(read_file(folder, name, "facts"), Path(name).name) for name in (preset.facts,) if name.strip()]
        if preset.facts_text.strip():
            sheets.append((preset.facts_text, "facts_text"))
        facts = FactsProvider(sheets)
        safety = safety_for(preset, folder)
        off = {name for name, on in (("groq", options.use_groq), ("server", options.use_server)) if not on}
        chosen = [_thinker(name, facts, options, secret_of, mark) for name in thinkers(preset) if name not in off]
    except (FactsError, SecretsError) as fault:
        raise AnswerConfigError(str(fault)) from fault
    if not chosen:
        raise AnswerConfigError(
            "All who would answer are switched off: switch one on in SETTINGS, or name others in think."
        )
    return AnswerConfig(preset, policy_of(preset), safety, facts, FallbackLLM(chosen, limits=limits, mark=mark))


def safety_for(preset: Preset, folder: Path) -> Safety:
    """What judges the sentences of a preset. It reads the word list: call it in a thread. Raises AnswerConfigError."""
    try:
        lists = [(read_file(folder, name, "list"), Path(name).name) for name in (preset.word_list,) if name.strip()]
        return safety_of(
            lists, never_say=preset.never_say, language=preset.language, longest_s=max(30.0, preset.answer_s)
        )
    except WordListError as fault:
        raise AnswerConfigError(str(fault)) from fault


def _thinker(
    name: str,
    facts: FactsProvider,
    options: Options,
    secret_of: Callable[[str], ApiKey | None],
    mark: Callable[[], str],
) -> AnswerProvider:
    if name == "facts":
        return facts
    if name == "groq":
        return Groq(secret_of("groq"), options.groq_model, mark=mark, base_url=options.groq_url)
    if name == "server":
        return CompatibleServer(options.server_url, options.server_model, mark=mark, key=secret_of("server"))
    raise AnswerConfigError(Text("There is nobody called {name} who could answer: name others in think.", name=name))


def read_file(folder: Path, name: str, what: str) -> str:
    """The text of a preset's file of facts, or of its word list. Raises AnswerConfigError."""
    path = folder / name
    try:
        return text_of(read_bytes(path))
    except UnicodeDecodeError as fault:
        raise AnswerConfigError(
            Text("The {what} {path} cannot be used: save it as UTF-8.", what=what, path=path.name)
        ) from fault
    except UserFileError as fault:
        raise AnswerConfigError(
            Text("The {what} {path} cannot be read ({fault}).", what=what, path=path.name, fault=fault.why)
        ) from fault
