"""Models of half a megabyte with random weights: `python -m tests.fakes.tiny_model TALKS HEARS` writes them.

One speaks nonsense, byte by byte; the other hears nonsense in whatever it is played. `transformers serve` serves them
like any other: a real server for the clients.
"""

from __future__ import annotations

import sys
from pathlib import Path

LETTERS = "abcdefghijklmnopqrstuvwxyzĠ"
"""What is heard: Ġ is a space."""


def alphabet() -> dict[str, int]:
    """Each byte as a token."""
    from tokenizers import pre_tokenizers

    return {letter: n for n, letter in enumerate(sorted(pre_tokenizers.ByteLevel.alphabet()))}


def write_model(folder: Path) -> None:
    """Writes a model that talks, and its tokenizer, in the layout that transformers reads."""
    import torch
    from tokenizers import Tokenizer, decoders, models, pre_tokenizers
    from transformers import LlamaConfig, LlamaForCausalLM, PreTrainedTokenizerFast

    torch.manual_seed(7)
    vocabulary = alphabet() | {"<s>": 256, "</s>": 257}
    tokenizer = Tokenizer(models.BPE(vocab=vocabulary, merges=[]))
    tokenizer.pre_tokenizer = pre_tokenizers.ByteLevel(add_prefix_space=False)
    tokenizer.decoder = decoders.ByteLevel()
    fast = PreTrainedTokenizerFast(tokenizer_object=tokenizer, bos_token="<s>", eos_token="</s>")
    fast.chat_template = "{% for m in messages %}{{ m['content'] }}\n{% endfor %}"
    config = LlamaConfig(
        vocab_size=len(vocabulary),
        hidden_size=64,
        intermediate_size=128,
        num_hidden_layers=2,
        num_attention_heads=4,
        num_key_value_heads=4,
        max_position_embeddings=4096,
        bos_token_id=256,
        eos_token_id=257,
    )
    LlamaForCausalLM(config).save_pretrained(folder)
    fast.save_pretrained(folder)


def write_ear(folder: Path) -> None:
    """Writes a Whisper that hears some letters in anything, and its processor."""
    import torch
    from transformers import (
        GenerationConfig,
        WhisperConfig,
        WhisperFeatureExtractor,
        WhisperForConditionalGeneration,
        WhisperProcessor,
        WhisperTokenizer,
    )

    torch.manual_seed(11)
    letters = alphabet()
    end, start, no_times = 256, 257, 258
    tokenizer = WhisperTokenizer(vocab=letters | {"<|endoftext|>": end}, merges=[])
    tokenizer.add_special_tokens({"additional_special_tokens": ["<|startoftranscript|>", "<|notimestamps|>"]})
    config = WhisperConfig(
        vocab_size=len(tokenizer),
        d_model=32,
        encoder_layers=1,
        decoder_layers=1,
        encoder_attention_heads=2,
        decoder_attention_heads=2,
        encoder_ffn_dim=64,
        decoder_ffn_dim=64,
        max_target_positions=64,
        pad_token_id=end,
        bos_token_id=end,
        eos_token_id=end,
        decoder_start_token_id=start,
    )
    model = WhisperForConditionalGeneration(config)
    model.generation_config = GenerationConfig(
        decoder_start_token_id=start,
        pad_token_id=end,
        bos_token_id=end,
        eos_token_id=end,
        no_timestamps_token_id=no_times,
        is_multilingual=False,
        max_new_tokens=24,
        suppress_tokens=[number for letter, number in letters.items() if letter not in LETTERS] + [end, no_times],
    )
    model.save_pretrained(folder)
    WhisperProcessor(WhisperFeatureExtractor(), tokenizer).save_pretrained(folder)


if __name__ == "__main__":
    write_model(Path(sys.argv[1]))
    write_ear(Path(sys.argv[2]))
