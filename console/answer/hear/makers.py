"""Those who hear, made from the settings and the keys."""

from __future__ import annotations

from typing import Any

from console.answer.hear.child import EarChild
from console.answer.hear.cloud import CloudTranscriber
from console.answer.hear.contract import HearError
from console.answer.hear.local import LocalTranscriber
from console.answer.secrets import Secret
from console.answer.think.chat import time_limits
from console.show.options import Options


def groq_ears(key: Secret | None, options: Options) -> CloudTranscriber:
    """Groq's model that hears; without a key it says so when it is asked."""

    def client() -> Any:
        import groq

        if key is None:
            raise HearError("There is no key for Groq: enter one in SETTINGS.")
        url = options.groq_url or None
        return groq.AsyncGroq(api_key=key.reveal(), base_url=url, timeout=time_limits(), max_retries=0)

    leaves = "The question's sound goes to Groq's servers."
    return CloudTranscriber("groq", "Groq", leaves, options.groq_hear_model, client)


def server_ears(key: Secret | None, options: Options) -> CloudTranscriber:
    """The model that hears at the user's own server."""

    def client() -> Any:
        import openai

        if not options.server_url or not options.server_hear_model:
            raise HearError("No server that hears is set: write its address and its model in SETTINGS.")
        try:
            return openai.AsyncOpenAI(
                api_key=key.reveal() if key is not None else "none",
                base_url=options.server_url,
                timeout=time_limits(),
                max_retries=0,
            )
        except openai.OpenAIError as fault:
            raise HearError(f"The server's address cannot be used ({fault}): look at it in SETTINGS.") from fault

    leaves = f"The question's sound goes to {options.server_url}."
    return CloudTranscriber("server", "The server", leaves, options.server_hear_model, client)


def whisper_ears(child: EarChild, options: Options) -> LocalTranscriber:
    """Whisper on this machine, from the folder that the settings name."""
    return LocalTranscriber(child, options.whisper_folder, options.whisper_device, options.whisper_compute)
