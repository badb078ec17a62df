"""What leaves this machine, as one truth: made from who would really be asked now, and by nothing else."""

from __future__ import annotations

from collections.abc import Iterable

from engine.text import Text

NOTHING = "Nothing leaves this machine."
HERE = "Nothing leaves this machine: the server runs on it."
NO_KEY = "Nothing goes there: it has no key."
OFF = "Nothing goes there: it is switched off."
PROXY = "{why} It goes through the proxy {address}."


def leaving(told: Iterable[str]) -> tuple[str, ...]:
    """What leaves this machine, each once; that nothing does only where none of them says otherwise.

    Args:
        told: the line of each who would be asked now.
    """
    away = tuple(dict.fromkeys(each for each in told if each and not each.startswith("Nothing ")))
    return away or (NOTHING,)


def through(line: str, proxy: str) -> str:
    """A line, and the proxy it goes through.

    Args:
        line: of what leaves.
        proxy: as it may be shown; "" for none.
    """
    return Text(PROXY, why=line, address=proxy) if proxy and not line.startswith("Nothing ") else line
