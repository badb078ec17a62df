"""What a child process inherits: all but the keys and passwords, which it has no use for and could only leak."""

from __future__ import annotations

import os
from collections.abc import Mapping

_SECRET_WORDS = frozenset(
    {
        *("KEY", "KEYS", "APIKEY", "TOKEN", "TOKENS", "SECRET", "SECRETS", "PAT", "CREDENTIAL", "CREDENTIALS"),
        *("PASSWORD", "PASSWD", "PASSPHRASE", "PASS", "PWD"),
    }
)
_SECRET_ENDS = ("KEY", "TOKEN", "SECRET", "PASSWORD", "PASSWD")
_NO_SECRETS = frozenset({"XDG_ACTIVATION_TOKEN", "PWD", "OLDPWD"})


def is_secret(name: str) -> bool:
    """The variable holds a key, a token or a password, going by the words of its name: `GROQ_API_KEY_2`, `DB_PASS`."""
    plain = name.upper()
    words = [word.rstrip("0123456789") for word in plain.split("_")]
    return plain not in _NO_SECRETS and (bool(_SECRET_WORDS & set(words)) or words[-1].endswith(_SECRET_ENDS))


def child_environment(environment: Mapping[str, str] | None = None) -> dict[str, str]:
    """The environment for a child that needs no key: this process's own (or `environment`) without them."""
    whole = os.environ if environment is None else environment
    return {name: value for name, value in whole.items() if not is_secret(name)}
