"""Keys come from the environment or the keyring, and never show."""

from __future__ import annotations

import io
import json
import logging
import pickle
from collections.abc import Iterator

import keyring
import keyring.backend
import keyring.errors
import pytest
import structlog

from console.answer.llm.facts import FactsProvider
from console.answer.llm.protocol import AnswerError
from console.answer.probe import probe
from console.answer.secrets import GROQ, SERVICE, ApiKey, SecretsError, forget, keep, no_key, secret_of
from tests.console.answer.llm.asking import Scripted, groq_at, run
from tests.fakes.answer_server import AnswerServer, Behaviour

KEY = "gsk-0123456789abcdef"


class Ring(keyring.backend.KeyringBackend):
    """A keyring in memory; `trouble` is what it raises instead."""

    priority = 1.0  # type: ignore[assignment]

    def __init__(self) -> None:
        self.kept: dict[tuple[str, str], str] = {}
        self.trouble: Exception | None = None

    def _work(self) -> dict[tuple[str, str], str]:
        if self.trouble is not None:
            raise self.trouble
        return self.kept

    def get_password(self, service: str, username: str) -> str | None:
        return self._work().get((service, username))

    def set_password(self, service: str, username: str, password: str) -> None:
        self._work()[service, username] = password

    def delete_password(self, service: str, username: str) -> None:
        if (service, username) not in self._work():
            raise keyring.errors.PasswordDeleteError("none")
        del self.kept[service, username]


@pytest.fixture
def ring(monkeypatch: pytest.MonkeyPatch) -> Iterator[Ring]:
    monkeypatch.delenv("GROQ_API_KEY", raising=False)
    before = keyring.get_keyring()
    made = Ring()
    keyring.set_keyring(made)
    yield made
    keyring.set_keyring(before)


def test_a_key_is_kept_in_the_keyring_and_found_there(ring: Ring) -> None:
    assert secret_of(GROQ) is None
    keep(GROQ, f" {KEY}\n")
    assert ring.kept == {(SERVICE, "groq"): KEY}
    found = secret_of(GROQ)
    assert found is not None and found.reveal() == KEY and "keyring" in found.origin
    forget(GROQ)
    forget(GROQ)
    assert secret_of(GROQ) is None


def test_the_environment_comes_first(ring: Ring) -> None:
    keep(GROQ, "from-the-ring")
    found = secret_of(GROQ, {"GROQ_API_KEY": KEY})
    assert found is not None and found.reveal() == KEY and "GROQ_API_KEY" in found.origin


@pytest.mark.parametrize("text", ["", "  ", "two words", "a\nb", "x" * 501])
def test_what_is_no_key_is_not_kept_and_not_repeated(ring: Ring, text: str) -> None:
    with pytest.raises(SecretsError) as fault:
        keep(GROQ, text)
    assert not text.strip() or text not in str(fault.value)
    assert ring.kept == {}


def test_a_system_without_a_keyring_says_which_variable_to_set(ring: Ring) -> None:
    ring.trouble = keyring.errors.NoKeyringError("no backend")
    assert secret_of(GROQ) is None
    with pytest.raises(SecretsError, match="GROQ_API_KEY"):
        keep(GROQ, KEY)
    forget(GROQ)
    assert "GROQ_API_KEY" in no_key(GROQ)


def test_a_locked_keyring_is_one_sentence_without_the_key(ring: Ring) -> None:
    ring.trouble = keyring.errors.KeyringLocked(f"cannot store {KEY}")
    for work in (lambda: secret_of(GROQ), lambda: keep(GROQ, KEY), lambda: forget(GROQ)):
        with pytest.raises(SecretsError, match="unlock it") as fault:
            work()
        assert KEY not in str(fault.value) and fault.value.__cause__ is None


def test_a_key_shows_in_no_text_log_or_file(caplog: pytest.LogCaptureFixture) -> None:
    secret = ApiKey(KEY, "a test")
    written = io.StringIO()
    as_json = structlog.processors.JSONRenderer(default=repr)
    log = structlog.wrap_logger(structlog.PrintLogger(written), processors=[as_json])
    log.info("probe", key=secret, thinker={"key": secret})
    with caplog.at_level(logging.DEBUG):
        logging.getLogger("test").warning("key %s %r", secret, [secret])
    shown = [repr(secret), str(secret), f"{secret}", f"{secret!r:>40}", json.dumps([secret], default=str), caplog.text]
    assert "probe" in written.getvalue() and not any(KEY in text for text in (*shown, written.getvalue()))
    with pytest.raises(TypeError):
        pickle.dumps(secret)


def test_a_thinker_with_a_key_does_not_show_it_and_neither_do_its_faults() -> None:
    with AnswerServer() as server:
        server.chat.usually = Behaviour.fails(401)
        groq = groq_at(server, ApiKey(KEY, "a test"))
        found = run(probe_and_close(groq))
    assert not found.well and "refused the key" in found.sentence
    assert KEY not in repr(found) + repr(vars(groq))


async def probe_and_close(thinker):  # type: ignore[no-untyped-def]
    found = await probe(thinker, clock=iter([10.0, 10.182]).__next__)
    await thinker.aclose()
    return found


def test_a_probe_tells_the_time_to_the_first_word() -> None:
    with AnswerServer() as server:
        found = run(probe_and_close(groq_at(server)))
    assert found.well and found.first_ms == pytest.approx(182) and "after 182 ms" in found.sentence


@pytest.mark.parametrize(
    ("thinker", "well", "word"),
    [
        (Scripted("A", AnswerError("A refused the key: set another one.")), False, "refused"),
        (Scripted("A", None), False, "in time"),
        (Scripted("A", ValueError("x")), False, "ValueError"),
        (Scripted("A"), False, "empty answer"),
        (FactsProvider([("## Where?\nHere.", "f.md")]), True, "ms"),
    ],
)
def test_a_probe_gives_a_plain_reason(thinker: Scripted, well: bool, word: str) -> None:
    found = run(probe(thinker, clock=iter([0.0, 1.0]).__next__, limit_s=0.1))
    assert found.well is well and word in found.sentence and found.sentence.endswith(".")
