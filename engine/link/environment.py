"""What a child process inherits: all but the keys and passwords, which it has no use for and could only leak."""

from __future__ import annotations

import os
from collections.abc import Mapping

_SECRET_ENDS = ("_KEY", "_TOKEN", "_SECRET", "PASSWORD", "PASSWD", "_CREDENTIALS")
_NO_SECRETS = ("XDG_ACTIVATION_TOKEN",)


def is_secret(name: str) -> bool:
    """The variable holds a key, a token or a password, going by its name."""
    plain = name.upper()
    return plain.endswith(_SECRET_ENDS) and plain not in _NO_SECRETS


def child_environment(environment: Mapping[str, str] | None = None) -> dict[str, str]:
    """The environment for a child that needs no key: this process's own (or `environment`) without them."""
    whole = os.environ if environment is None else environment
    return {name: value for name, value in whole.items() if not is_secret(name)}
