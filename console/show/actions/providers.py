"""The rows of the action table that see to the providers of answers and voices: their keys, and a test."""

from __future__ import annotations

from collections.abc import Mapping

from console.show.actions.action import Action, ArgumentError, Effects, text_of
from console.show.actions.settings import IN_STANDBY
from console.show.core.secret_text import SecretText
from console.show.core.state import UNARMED
from console.show.effects.show import DeleteApiKey, ProbeProvider, StoreApiKey


def _keep(argument: object) -> Effects:
    if isinstance(argument, Mapping):
        provider, key = argument.get("provider"), argument.get("key")
        if isinstance(provider, str) and provider.strip() and isinstance(key, SecretText):
            return (StoreApiKey(provider.strip(), key),)
    raise ArgumentError("Enter the key in the window: it is not taken from anywhere else.")


PROVIDER_ACTIONS: tuple[Action, ...] = (
    Action("keep_key", "KEEP KEY", "Keep a provider's key in the system's keyring", effects=_keep),
    Action(
        "forget_key",
        "FORGET KEY",
        "Take a provider's key out of the system's keyring",
        effects=lambda argument: (DeleteApiKey(text_of(argument, "provider").strip()),),
        allowed=UNARMED,
        refusal=IN_STANDBY,
    ),
    Action(
        "test_provider",
        "TEST",
        "Ask a provider for one word: does it answer, how fast, and if not, why",
        effects=lambda argument: (ProbeProvider(text_of(argument, "provider").strip()),),
        guard="test_provider",
    ),
)
