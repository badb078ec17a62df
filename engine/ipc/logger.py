"""The logger that every class takes: what of structlog's is used, so that a test can hand in one of its own."""

from __future__ import annotations

from typing import Protocol


class Logger(Protocol):
    """Writes one event a line, with fields; `engine.ipc.logging_setup.open_log` makes the real one."""

    def bind(self, **fields: object) -> Logger:
        """A logger whose every line has these fields too."""
        ...

    def info(self, event: str, **fields: object) -> object:
        """Something that happens in every show."""
        ...

    def warning(self, event: str, **fields: object) -> object:
        """Something that is less than was asked for; the show goes on."""
        ...

    def error(self, event: str, **fields: object) -> object:
        """Something that does not work."""
        ...

    def exception(self, event: str, **fields: object) -> object:
        """An error, with the stack of the exception that is being handled."""
        ...
