"""The command line's parser: help and errors in the language that is spoken, in lines that fit wide characters."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterable
from typing import Any, NoReturn

from console.command_line.language import CHOICES, OPTION, say
from console.show.report.columns import wrapped
from engine.text import PLACE, Text, as_text


class Formatter(argparse.HelpFormatter):
    """Says what argparse prints."""

    def add_usage(
        self, usage: str | None, actions: Iterable[argparse.Action], groups: Iterable[Any], prefix: str | None = None
    ) -> None:
        super().add_usage(usage, actions, groups, say("usage: ") if prefix is None else prefix)

    def start_section(self, heading: str | None) -> None:
        super().start_section(say(heading) if heading else heading)

    def _get_help_string(self, action: argparse.Action) -> str | None:
        return say(action.help) if action.help else action.help

    def _split_lines(self, text: str, width: int) -> list[str]:
        return wrapped(" ".join(text.split()), width)

    def _fill_text(self, text: str, width: int, indent: str) -> str:
        return "\n".join(indent + line for line in wrapped(" ".join(say(text).split()), width - len(indent)))


class Parser(argparse.ArgumentParser):
    """A parser of which every command takes `--language`."""

    def __init__(self, *words: Any, **named: Any) -> None:
        super().__init__(*words, **{"formatter_class": Formatter, **named})
        self.add_argument(
            OPTION, choices=CHOICES, default=argparse.SUPPRESS, help="speak this language instead of the settings' own"
        )

    def error(self, message: str) -> NoReturn:
        """Say what is wrong with the command line, and end."""
        self.print_usage(sys.stderr)
        self.exit(2, f"{self.prog}: {say(_error(message))}\n")


_ERRORS = (
    "error: the following arguments are required: {names}",
    "error: argument {name}: invalid choice: {value} (choose from {choices})",
    "error: argument {name}: invalid float value: {value}",
    "error: argument {name}: invalid int value: {value}",
    "error: argument {name}: expected one argument",
    "error: argument {name}: ignored explicit argument {value}",
    "error: unrecognized arguments: {names}",
    "error: ambiguous option: {name} could match {choices}",
)
"""What argparse says, which has no other form than its finished English; the first that fits counts."""


def _error(message: str) -> Text:
    """What is wrong with the line, as one of ours."""
    told = f"error: {message}"
    for key in _ERRORS:
        values = _values(key, told)
        if values is not None:
            return Text(key, **values)
    return as_text(told)


def _values(key: str, told: str) -> dict[str, str] | None:
    """What fills the places of a key, each with as little as it can, when it was made of this key."""
    first, *rest = PLACE.split(key)
    if not told.startswith(first):
        return None
    values, told = {}, told.removeprefix(first)
    for name, after in zip(rest[::2], rest[1::2], strict=True):
        values[name], found, told = told.partition(after) if after else (told, "", "")
        if found != after:
            return None
    return None if told else values
