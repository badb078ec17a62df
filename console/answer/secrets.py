"""Keys of providers: from the environment or the system's keyring, and never anywhere else.

No preset, setting, log or report holds one. An `ApiKey` shows itself to nobody who does not ask it by name.
"""

from __future__ import annotations

import os
import unicodedata
from collections.abc import Mapping

from console.show.core.secret_text import SecretText
from engine.text import Text

SERVICE = "compere"
"""Under which the keyring keeps them."""

VARIABLES: Mapping[str, str] = {"groq": "GROQ_API_KEY", "server": "COMPERE_SERVER_KEY"}
"""Provider → environment variable, which comes before the keyring."""

NAMES: Mapping[str, str] = {"groq": "Groq", "server": "the server"}

LONGEST = 500


class SecretsError(Exception):
    """A key that cannot be kept or read; the message is one sentence for the operator, and never holds the key."""


class ApiKey(SecretText):
    """A provider's key.

    Attributes:
        origin: where it came from, in words.
    """

    __slots__ = ("origin",)

    def __init__(self, value: str, origin: str) -> None:
        super().__init__(value)
        self.origin = origin

    def __repr__(self) -> str:
        return f"<key from {self.origin}>"


def secret_of(provider: str, environment: Mapping[str, str] | None = None) -> ApiKey | None:
    """The key of a provider, or None when there is none. May take a moment where the keyring must be opened first.

    Raises:
        SecretsError: there is a keyring, and it cannot be read.
    """
    variable = VARIABLES[provider]
    value = bare((os.environ if environment is None else environment).get(variable, ""))
    if value:
        return ApiKey(value, f"the environment ({variable})")
    import keyring
    import keyring.errors

    try:
        kept = keyring.get_password(SERVICE, provider)
    except keyring.errors.NoKeyringError:
        return None
    except Exception as fault:
        raise SecretsError(
            Text("The system's keyring cannot be read ({fault}): unlock it.", fault=type(fault).__name__)
        ) from None
    kept = bare(kept or "")
    return ApiKey(kept, "the system's keyring") if kept else None


def bare(value: str) -> str:
    """A key without what comes along when one is copied: white space, invisible signs, quotes around it."""
    kept = "".join(each for each in value if unicodedata.category(each) != "Cf").strip()
    return kept.strip("\"'“”‘’„«»").strip()


def keep(provider: str, value: str) -> None:
    """Keeps a key in the system's keyring, in place of an older one.

    Raises:
        SecretsError: it is no key, or there is no keyring.
    """
    value = bare(value)
    wrong = not value.isascii() or not value.isprintable() or any(each.isspace() for each in value)
    if not value or len(value) > LONGEST or wrong:
        raise SecretsError("That is no key: copy it again, without spaces.")
    import keyring
    import keyring.errors

    try:
        keyring.set_password(SERVICE, provider, value)
    except keyring.errors.NoKeyringError:
        raise SecretsError(
            Text("This system has no keyring: set {words} in the environment.", words=VARIABLES[provider])
        ) from None
    except Exception as fault:
        raise SecretsError(
            Text("The system's keyring cannot be written ({fault}): unlock it.", fault=type(fault).__name__)
        ) from None


def forget(provider: str) -> None:
    """Takes a provider's key out of the keyring; one that is not there is no fault. Raises SecretsError."""
    import keyring
    import keyring.errors

    try:
        keyring.delete_password(SERVICE, provider)
    except (keyring.errors.PasswordDeleteError, keyring.errors.NoKeyringError):
        return
    except Exception as fault:
        raise SecretsError(
            Text("The system's keyring cannot be written ({fault}): unlock it.", fault=type(fault).__name__)
        ) from None


def no_key(provider: str) -> str:
    """The sentence for a provider without a key."""
    return Text(
        "There is no key for {name}: store one in the settings, or set {words}.",
        name=NAMES[provider],
        words=VARIABLES[provider],
    )
