"""Addresses as people write them."""

from __future__ import annotations

import pytest

from console.show.answers.addresses import host_of, is_here, is_near, server_address
from console.show.state.settings import Options
from console.show.state.settings_rules import OptionError, changed


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("http://127.0.0.1:11434/v1", "http://127.0.0.1:11434/v1"),
        ("http://127.0.0.1:11434", "http://127.0.0.1:11434/v1"),
        ("http://127.0.0.1:11434/", "http://127.0.0.1:11434/v1"),
        ("127.0.0.1:11434/v1", "http://127.0.0.1:11434/v1"),
        ("localhost:1234", "http://localhost:1234/v1"),
        ("192.168.1.5:8000", "http://192.168.1.5:8000/v1"),
        (" https://api.example.com/v1/ ", "https://api.example.com/v1"),
        ("api.example.com", "https://api.example.com/v1"),
        ("https://api.example.com/v1/chat/completions", "https://api.example.com/v1"),
        ("https://api.example.com/v1/chat/completions/", "https://api.example.com/v1"),
        ("https://api.example.com/v1/audio/transcriptions", "https://api.example.com/v1"),
        ("http://127.0.0.1:11434/api/chat", "http://127.0.0.1:11434/v1"),
        ("https://open.bigmodel.cn/api/paas/v4", "https://open.bigmodel.cn/api/paas/v4"),
        ("https://dashscope.aliyuncs.com/compatible-mode/v1", "https://dashscope.aliyuncs.com/compatible-mode/v1"),
        ("https://host/v1?api-version=2", "https://host/v1"),
        ("ｈｔｔｐｓ：／／host．example／v1", "https://host.example/v1"),
        ("“https://host.example/v1”", "https://host.example/v1"),
        ("http://[::1]:11434", "http://[::1]:11434/v1"),
        ("\u200bhttp://127.0.0.1:11434/v1\ufeff", "http://127.0.0.1:11434/v1"),
        ("", ""),
    ],
)
def test_an_address_is_put_right(written: str, meant: str) -> None:
    assert server_address(written) == meant
    assert server_address(meant) == meant
    assert changed(Options(), {"server_url": written}).server_url == meant


@pytest.mark.parametrize(
    "written", ["https://api.groq.com/openai/v1", "https://api.groq.com/", "api.groq.com/openai/v1/models"]
)
def test_a_client_that_adds_its_path_is_given_the_host(written: str) -> None:
    assert changed(Options(), {"groq_url": written}).groq_url == "https://api.groq.com"


@pytest.mark.parametrize("written", ["ollama", "ftp//x", "two words.example", "https:///v1"])
def test_what_is_no_address_is_refused(written: str) -> None:
    with pytest.raises(OptionError, match="must begin with https://"):
        changed(Options(), {"server_url": written})


STRANGE = ["http://[::1", "http://a[b]/v1", "http://127.0.0.1:99999/v1", "http://127.0.0.1:port/v1", "http://host:0"]


@pytest.mark.parametrize("written", STRANGE)
@pytest.mark.parametrize("name", ["server_url", "groq_url", "models_source"])
def test_an_address_that_no_library_can_part_is_refused_in_one_sentence(name: str, written: str) -> None:
    assert host_of(written) == "" and server_address(written) == written
    with pytest.raises(OptionError, match=r"names? a"):
        changed(Options(), {name: written})


def test_another_setting_is_changed_beside_an_address_that_cannot_be_used() -> None:
    found = Options(server_url=STRANGE[0])  # as a file may hold it
    assert changed(found, {"text_size": "large"}).server_url == STRANGE[0]


def test_this_machine_is_known_by_all_its_names() -> None:
    here = ("http://localhost:1/v1", "http://127.0.0.1", "http://127.1.2.3", "http://[::1]:8", "http://0.0.0.0:8")
    assert all(map(is_here, here)) and is_here("http://LOCALHOST.:1") and is_here("http://[::ffff:127.0.0.1]/")
    away = (
        "https://api.groq.com",
        "http://192.168.1.5",
        "http://127.0.0.1.example.com",
        "http://localhost.example.com",
    )
    assert not any(map(is_here, away))
    assert is_near("http://192.168.1.5") and is_near("http://hall.local") and not is_near("https://api.groq.com")


def test_a_host_is_told_without_who_logs_in() -> None:
    assert host_of("https://me:secret@ai.example.com:8443/v1") == "ai.example.com"
