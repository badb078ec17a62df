"""Proxies and certificates, with true sockets."""

from __future__ import annotations

import asyncio
import ssl
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from console.answer.connecting import ConnectingError, http_client, proxy_for, proxy_name
from console.answer.llm.compatible import CompatibleServer
from console.answer.llm.fallback import By, Fell, Words
from console.answer.llm.groq import Groq
from console.answer.llm.protocol import AnswerError, Asked
from console.answer.secrets import ApiKey
from console.answer.stt.factory import groq_stt
from console.answer.stt.fallback import FallbackSTT
from console.answer.stt.protocol import Transcript
from console.answer.tts.groq import GroqVoice
from console.answer.tts.protocol import TTSError
from console.show.state.settings import Options
from tests.console.answer.llm.asking import KEY, Scripted, chain_of, run, server_at, words_of
from tests.console.answer.stt.test_fallback import SECOND as SOUND
from tests.console.answer.stt.test_fallback import Ear
from tests.fakes.answer_server import AnswerServer

SOCKS = "socks5://user:secret@127.0.0.1:7890"


@pytest.fixture
def clash(monkeypatch: pytest.MonkeyPatch) -> None:
    """What Clash and its like put into the environment. The part for SOCKS is not installed, as with us."""
    for name in ("HTTP_PROXY", "HTTPS_PROXY", "NO_PROXY", "http_proxy", "https_proxy", "no_proxy", "all_proxy"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("ALL_PROXY", SOCKS)
    monkeypatch.setitem(sys.modules, "socksio", None)


@pytest.mark.parametrize(
    ("address", "found", "proxy"),
    [
        ("https://api.groq.com", {"all": SOCKS}, SOCKS),
        ("https://api.groq.com", {"all": SOCKS, "https": "http://127.0.0.1:7890"}, "http://127.0.0.1:7890"),
        ("https://api.groq.com", {"https": "127.0.0.1:7890"}, "http://127.0.0.1:7890"),
        ("https://api.groq.com", {"http": "http://127.0.0.1:7890"}, ""),
        ("http://127.0.0.1:11434/v1", {"all": SOCKS, "http": "http://127.0.0.1:7890"}, ""),
        ("http://localhost:11434/v1", {"http": "http://127.0.0.1:7890"}, ""),
        ("http://[::1]:11434/v1", {"http": "http://127.0.0.1:7890"}, ""),
    ],
)
def test_each_address_has_its_proxy_and_this_machine_none(address: str, found: dict[str, str], proxy: str) -> None:
    assert proxy_for(address, lambda: found) == proxy


def test_no_proxy_is_heeded(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ALL_PROXY", SOCKS)
    monkeypatch.setenv("NO_PROXY", "ai.example.com,.internal")
    assert proxy_for("https://ai.example.com/v1") == "" and proxy_for("https://other.example.com") == SOCKS


def test_a_proxy_is_named_without_who_logs_in() -> None:
    assert proxy_name(SOCKS) == "socks5://127.0.0.1:7890"


def test_a_server_of_this_machine_answers_whatever_proxies_there_are(clash: None) -> None:
    with AnswerServer() as server:
        assert "".join(run(words_of(server_at(server)))).startswith("Hello, everybody.")


def test_a_proxy_that_cannot_be_used_is_one_sentence_and_the_next_one_answers(clash: None) -> None:
    chain = chain_of(Groq(KEY, "m", mark=lambda: "x"), Scripted("Facts", "Yes."))

    async def steps() -> list[Any]:
        await chain.warm()
        return [step async for step in chain.answer(Asked("Where?"), stays=lambda: "")]

    fell, by, words = run(steps())
    assert isinstance(fell, Fell) and "through the proxy socks5://127.0.0.1:7890: set HTTPS_PROXY" in fell.sentence
    assert "secret" not in fell.sentence and fell.sentence.endswith("Facts is asked.")
    assert by == By("Facts", "") and words == Words("Yes.")


def test_who_hears_behind_it_is_asked(clash: None) -> None:
    told: list[str] = []
    order = FallbackSTT([groq_stt(ApiKey("gsk-key", "a test"), Options()), Ear("Local", "Where is it?")], told.append)

    async def heard() -> Transcript:
        await order.warm()
        return await order.transcribe(SOUND, "en")

    assert run(heard()).text == "Where is it?"
    assert len(told) == 1 and "through the proxy" in told[0] and told[0].endswith("Local is asked.")


def test_a_bug_in_one_who_hears_does_not_make_the_others_deaf() -> None:
    told: list[str] = []

    class Broken(Ear):
        async def warm(self) -> None:
            raise ImportError("socksio")

        async def transcribe(self, samples: Any, language: str) -> Transcript:
            raise ImportError("socksio")

    order = FallbackSTT([Broken("First"), Ear("Second", "Where is it?")], told.append)
    run(order.warm())
    assert run(order.transcribe(SOUND, "en")).text == "Where is it?"
    assert told == ["First failed inside Compere (ImportError). Second is asked."]


def test_a_voice_says_so_too(clash: None) -> None:
    async def spoken() -> None:
        async for _ in GroqVoice(lambda: "key").speak("Hello.", "en"):
            pass

    with pytest.raises(TTSError, match="through the proxy socks5://127"):
        run(spoken())


def test_an_http_proxy_is_asked_for_what_is_elsewhere(monkeypatch: pytest.MonkeyPatch) -> None:
    with AnswerServer() as proxy:
        for name in ("NO_PROXY", "no_proxy", "HTTP_PROXY", "ALL_PROXY"):
            monkeypatch.delenv(name, raising=False)
        monkeypatch.setenv("http_proxy", proxy.root)
        thinker = CompatibleServer("http://ai.example.com/v1", "m", mark=lambda: "x")
        assert "".join(run(words_of(thinker))).startswith("Hello")
        assert proxy.proxied == ["http://ai.example.com/v1/chat/completions"]


def test_the_environment_cannot_send_groq_s_key_elsewhere(monkeypatch: pytest.MonkeyPatch) -> None:
    with AnswerServer() as elsewhere:
        monkeypatch.setenv("GROQ_BASE_URL", elsewhere.root)
        thinker = Groq(KEY, "m", mark=lambda: "x")
        client = thinker._made()
        assert str(client.base_url).startswith("https://api.groq.com") and not elsewhere.requests


@pytest.fixture
def own_certificate(tmp_path: Path) -> tuple[ssl.SSLContext, Path]:
    """A server's context with a certificate that nobody knows, and the certificate's file."""
    key, file = tmp_path / "key.pem", tmp_path / "certificate.pem"
    subprocess.run(
        ["openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes", "-days", "2",
         "-subj", "/CN=hall", "-addext", "subjectAltName=IP:127.0.0.1", "-keyout", key, "-out", file],
        check=True, capture_output=True,
    )  # fmt: skip
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(file, key)
    return context, file


def test_a_certificate_that_nobody_knows_is_said(own_certificate: tuple[ssl.SSLContext, Path]) -> None:
    with AnswerServer(secured=own_certificate[0]) as server:
        with pytest.raises(
            AnswerError, match=r"a certificate that this machine does not believe \(self-signed"
        ) as fault:
            run(words_of(server_at(server)))
        assert not fault.value.again, "asking again helps nobody"
        assert "SSL_CERT_FILE" in str(fault.value)


def test_a_certificate_that_is_named_is_believed(
    own_certificate: tuple[ssl.SSLContext, Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    with AnswerServer(secured=own_certificate[0]) as server:
        monkeypatch.setenv("SSL_CERT_FILE", str(own_certificate[1]))
        assert "".join(run(words_of(server_at(server)))).startswith("Hello")


def test_https_to_a_server_without_is_said() -> None:
    async def asked() -> None:
        async def plain(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
            await reader.read(100)
            writer.write(b"HTTP/1.1 400 Bad Request\r\nContent-Length: 0\r\n\r\n")
            await writer.drain()
            writer.close()

        async with await asyncio.start_server(plain, "127.0.0.1", 0) as serving:
            port = serving.sockets[0].getsockname()[1]
            await words_of(CompatibleServer(f"https://127.0.0.1:{port}/v1", "m", mark=lambda: "x"))

    with pytest.raises(AnswerError, match="does not speak https at this address: write http://"):
        run(asked())


def test_an_unusable_proxy_is_no_foreign_exception() -> None:
    for proxy in ("socks4://127.0.0.1:1", "ftp://x", "http://[", "http://host:port"):
        with pytest.raises(ConnectingError, match="through the proxy"):
            http_client("https://ai.example.com", "X", read_s=1.0, proxies=lambda proxy=proxy: {"https": proxy})
