"""A text that is not to be read: a key on its way from the operator's hand to the keyring."""

from __future__ import annotations


class SecretText:
    """Shows itself to nobody who does not ask it by name: not in `repr`, not in a log."""

    __slots__ = ("_value",)

    def __init__(self, value: str) -> None:
        self._value = value

    def reveal(self) -> str:
        """The text itself, for the one call that keeps it."""
        return self._value

    def __repr__(self) -> str:
        return "(hidden)"

    __str__ = __repr__

    def __format__(self, how: str) -> str:
        return repr(self)

    def __reduce__(self) -> str:
        raise TypeError("a hidden text is not written down")
