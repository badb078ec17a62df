"""NOTICE names whatever comes with Compere: what pyproject declares, and all that those bring here."""

from __future__ import annotations

import re

import pytest

from tests.brought import ROOT, brought, declared, same

TESTS_ONLY = "In tests only\n"


def named(text: str) -> set[str]:
    return {same(word) for word in re.findall(r"[A-Za-z0-9](?:[\w.-]*[A-Za-z0-9])?", text)}


def without_tests(text: str) -> str:
    """NOTICE without the section of what only tests need."""
    begin = text.index(TESTS_ONLY)
    following = re.search(r"\n\n(?=[^\n]+\n-{4,}\n)", text[begin:])
    assert following is not None
    return text[:begin] + text[begin + following.end() :]


@pytest.mark.parametrize("extra", ["", "echo", "piper", "neural"])
def test_whatever_an_operator_installs_is_named(extra: str) -> None:
    text = without_tests((ROOT / "NOTICE").read_text(encoding="utf-8"))
    assert sorted(brought(declared(extra)) - named(text)) == []


def test_whatever_the_tests_bring_is_named() -> None:
    assert sorted(brought(declared("dev")) - named((ROOT / "NOTICE").read_text(encoding="utf-8"))) == []


def test_what_is_brought_is_found_through_others() -> None:
    found = brought(declared())
    assert {"msgspec", "cffi", "pycparser", "anyio", "ctranslate2", "idna"} <= found
    assert "pytest" not in found and "torch" not in found
    assert "zipp" not in named("An archive that is zipped") and "jinja2" in named("It brings Jinja2, and more")
