"""A Whisper of less than a megabyte for the real libraries, which hears the same sentence in all that it is given.

Each place of the decoder points at one token, and nothing else speaks: attention and feed-forward are zero.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import numpy as np
from ctranslate2.specs import whisper_spec
from tokenizers import AddedToken, Tokenizer, decoders, models, pre_tokenizers

SENTENCE = ("Ġwhy", "Ġis", "Ġthe", "Ġsky", "Ġblue", "?")
_LANGUAGES = ("en", "zh", "de", "ja", "fr")
"""Cantonese came with large-v3 only."""
_WIDTH = 16
_MELS = 80
_PLACES = 448
_PROMPT = 4
"""Start, language, task, no timestamps."""


def write_tiny_whisper(folder: Path) -> Path:
    """Make the model in `folder`, which is also returned."""
    folder.mkdir(parents=True)
    tokenizer = _tokenizer()
    tokenizer.save(str(folder / "tokenizer.json"))
    tokens = [tokenizer.id_to_token(number) for number in range(tokenizer.get_vocab_size())]
    codes = {code: number for number, code in enumerate(tokens)}
    spec = whisper_spec.WhisperSpec(1, 1, 1, 1)
    _zeros(spec.encoder.layer, spec.decoder.layer)
    spec.encoder.conv1.weight, spec.encoder.conv1.bias = _nothing(_WIDTH, _MELS, 3), _nothing(_WIDTH)
    spec.encoder.conv2.weight, spec.encoder.conv2.bias = _nothing(_WIDTH, _WIDTH, 3), _nothing(_WIDTH)
    spec.encoder.position_encodings.encodings = _nothing(1500, _WIDTH)
    for each in (spec.encoder, spec.decoder):
        each.layer_norm.gamma, each.layer_norm.beta = np.ones(_WIDTH, np.float32), _nothing(_WIDTH)
    said = ["<|en|>", *SENTENCE, "<|endoftext|>"]
    embeddings, places = _nothing(len(tokens), _WIDTH), _nothing(_PLACES, _WIDTH)
    for axis, token in enumerate(said):
        embeddings[codes[token], axis] = 4.0
    places[0, 0] = 40.0  # behind the start stands the language
    for place in range(_PROMPT - 1, _PLACES):
        places[place, min(place - _PROMPT + 2, len(said) - 1)] = 40.0
    spec.decoder.embeddings.weight = embeddings
    spec.decoder.projection.weight = embeddings
    spec.decoder.position_encodings.encodings = places
    spec.register_vocabulary(tokens)
    spec.config.suppress_ids = []
    spec.config.suppress_ids_begin = []
    spec.config.alignment_heads = [(0, 0)]
    spec.config.lang_ids = [codes[f"<|{code}|>"] for code in _LANGUAGES]
    spec.validate()
    spec.save(str(folder))
    config = json.loads((folder / "config.json").read_text())
    assert config["lang_ids"]
    return folder


def _tokenizer() -> Tokenizer:
    alphabet = sorted(pre_tokenizers.ByteLevel.alphabet())
    # CTranslate2 takes a model for multilingual only if its vocabulary has the empty token.
    vocabulary = {token: number for number, token in enumerate([*alphabet, *SENTENCE[:-1], ""])}
    tokenizer = Tokenizer(models.BPE(vocab=vocabulary, merges=[]))
    tokenizer.pre_tokenizer = pre_tokenizers.ByteLevel(add_prefix_space=False)
    tokenizer.decoder = decoders.ByteLevel()

    special = [
        "<|endoftext|>",
        "<|startoftranscript|>",
        *(f"<|{code}|>" for code in _LANGUAGES),
        "<|translate|>",
        "<|transcribe|>",
        "<|startoflm|>",
        "<|startofprev|>",
        "<|nospeech|>",
        "<|notimestamps|>",
        *(f"<|{number * 0.02:.2f}|>" for number in range(1501)),
    ]
    tokenizer.add_special_tokens([AddedToken(token, special=True) for token in special])
    return tokenizer


def _zeros(*stacks: Any) -> None:
    for layers in stacks:
        for layer in layers:
            attentions = [layer.self_attention, *([layer.attention] if hasattr(layer, "attention") else [])]
            for attention in attentions:
                _norm(attention.layer_norm)
                rows = (3, 1) if len(attention.linear) == 2 else (1, 2, 1)
                for linear, times in zip(attention.linear, rows, strict=True):
                    linear.weight, linear.bias = _nothing(times * _WIDTH, _WIDTH), _nothing(times * _WIDTH)
            _norm(layer.ffn.layer_norm)
            layer.ffn.linear_0.weight, layer.ffn.linear_0.bias = _nothing(4 * _WIDTH, _WIDTH), _nothing(4 * _WIDTH)
            layer.ffn.linear_1.weight, layer.ffn.linear_1.bias = _nothing(_WIDTH, 4 * _WIDTH), _nothing(_WIDTH)


def _norm(norm: Any) -> None:
    norm.gamma, norm.beta = _nothing(_WIDTH), _nothing(_WIDTH)


def _nothing(*shape: int) -> np.ndarray[Any, np.dtype[np.float32]]:
    return np.zeros(shape, np.float32)
