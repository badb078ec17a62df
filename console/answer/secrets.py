"""Keys of providers: from the environment or the system's keyring, and never anywhere else.

No preset, setting, log or report holds one. An `ApiKey` shows itself to nobody who does not ask it by name.
"""

from __future__ import annotations

import os
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass

from console.show.core.secret_text import SecretText
from console.show.state.output_settings import STREAMS
from engine.text import Text

SERVICE = "compere"
"""Under which the keyring keeps them."""


@dataclass(frozen=True)
class KeyOwner:
    """A provider that has a key.

    Attributes:
        id: under which the keyring keeps it, for a person's own `keyring get compere ID`.
        variable: the environment variable, which comes before the keyring.
        name: of the provider, within a sentence.
    """

    id: str
    variable: str
    name: str


GROQ = KeyOwner("groq", "GROQ_API_KEY", "Groq")
SERVER = KeyOwner("server", "COMPERE_SERVER_KEY", "the server")
STREAM_KEYS = {
    number: KeyOwner(f"stream_{number}", f"COMPERE_STREAM_{number}_KEY", f"stream {number}")
    for number in range(1, STREAMS + 1)
}
"""Of the streams' servers, by the stream's number."""

LONGEST = 500


class SecretsError(Exception):
    """A key that cannot be kept or read; the message is one sentence for the operator, and never holds the key."""


class NoKeyringError(SecretsError):
    """This system has nowhere to keep a key."""


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


HELD = "this run"
"""Where a key comes from that no keyring keeps: it is gone when Compere is closed."""


def kind_of(key: ApiKey | None) -> str:
    """Where a key comes from, in one word: `none`, `environment`, `keyring`, or `held` by this run only."""
    if key is None:
        return "none"
    return "held" if key.origin == HELD else "environment" if "environment" in key.origin else "keyring"


def secret_of(owner: KeyOwner, environment: Mapping[str, str] | None = None) -> ApiKey | None:
    """The key of a provider, or None when there is none. May take a moment where the keyring must be opened first.

    Raises:
        SecretsError: there is a keyring, and it cannot be read.
    """
    if (key := environment_key(owner, os.environ if environment is None else environment)) is not None:
        return key
    import keyring
    import keyring.errors

    try:
        kept = keyring.get_password(SERVICE, owner.id)
    except keyring.errors.NoKeyringError:
        return None
    except Exception as fault:
        raise SecretsError(
            Text("The system's keyring cannot be read ({fault}): unlock it.", fault=type(fault).__name__)
        ) from None
    kept = bare(kept or "")
    return ApiKey(kept, "the system's keyring") if kept else None


def environment_key(owner: KeyOwner, environment: Mapping[str, str]) -> ApiKey | None:
    """The key that the environment gives, or None."""
    value = bare(environment.get(owner.variable, ""))
    return ApiKey(value, f"the environment ({owner.variable})") if value else None


def bare(value: str) -> str:
    """A key without what comes along when one is copied: white space, invisible signs, quotes around it."""
    kept = "".join(each for each in value if unicodedata.category(each) != "Cf").strip()
    return kept.strip("\"'“”‘’„«»").strip()


def keep(owner: KeyOwner, value: str) -> None:
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
        keyring.set_password(SERVICE, owner.id, value)
    except keyring.errors.NoKeyringError:
        raise NoKeyringError(
            Text(
                "This system has no keyring: the key holds until Compere is closed. Set {words} in the environment.",
                words=owner.variable,
            )
        ) from None
    except Exception as fault:
        raise SecretsError(
            Text("The system's keyring cannot be written ({fault}): unlock it.", fault=type(fault).__name__)
        ) from None


def forget(owner: KeyOwner) -> None:
    """Takes a provider's key out of the keyring; one that is not there is no fault. Raises SecretsError."""
    import keyring
    import keyring.errors

    try:
        keyring.delete_password(SERVICE, owner.id)
    except (keyring.errors.PasswordDeleteError, keyring.errors.NoKeyringError):
        return
    except Exception as fault:
        raise SecretsError(
            Text("The system's keyring cannot be written ({fault}): unlock it.", fault=type(fault).__name__)
        ) from None


def no_key(owner: KeyOwner) -> str:
    """The sentence for a provider without a key."""
    return Text(
        "There is no key for {name}: store one in the settings, or set {words}.",
        name=owner.name,
        words=owner.variable,
    )
