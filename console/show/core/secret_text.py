"""A text that is not to be read: a provider's key, from the operator's hand to the one call that needs it."""

from __future__ import annotations


class SecretText:
    """Shows itself to nobody who does not ask it by name: not in `repr`, not in a log, not in a pickle."""

    __slots__ = ("_value",)

    def __init__(self, value: str) -> None:
        self._value = value

    def reveal(self) -> str:
        """The text itself, for the one call that needs it."""
        return self._value

    def __repr__(self) -> str:
        return "(hidden)"

    def __str__(self) -> str:
        return repr(self)

    def __format__(self, how: str) -> str:
        return repr(self)

    def __reduce__(self) -> str:
        raise TypeError("a secret is not written down")
