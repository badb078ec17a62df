"""The command line's parser: help and errors in the language that is spoken, in lines that fit wide characters."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterable
from typing import Any, NoReturn

from console.command_line.language import CHOICES, OPTION, say
from console.show.report.columns import wrapped


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
        self.exit(2, f"{self.prog}: {say('error: ' + message)}\n")
